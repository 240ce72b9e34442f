//! # The figures that there are

use super::{Comparison, Figure, Scene, cost, fit, measures, returns, road, sweep, tiles, worth};

/// The figures that the lives of a run allow.
pub fn figures(scene: &Scene<'_>) -> Vec<Figure> {
    let all = [
        measures::trust(scene),
        measures::arms(scene),
        sweep::sweep(scene),
        fit::fit(scene),
        measures::outcome(scene, "engagement"),
        measures::outcome(scene, "turnover"),
        measures::outcome(scene, "performance"),
        measures::outcome(scene, "output"),
        tiles::teams(scene),
        road::road(scene),
    ];
    all.into_iter().flatten().collect()
}

/// The figures that a comparison allows.
pub fn of_comparison(comparison: &Comparison<'_>) -> Vec<Figure> {
    [cost::cost(comparison), returns::returns(comparison), worth::worth(comparison)].into_iter().flatten().collect()
}
