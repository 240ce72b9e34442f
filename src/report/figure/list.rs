//! # The figures that there are

use super::{Comparison, Figure, Scene, cost, fit, measures, returns, road, sweep, tiles, worth};

/// What draws a figure, where it can.
type OfRun = fn(&Scene<'_>) -> Option<Figure>;
type OfComparison = fn(&Comparison<'_>) -> Option<Figure>;

/// Those of a run, by their names.
const OF_RUN: [(&str, OfRun); 10] = [
    ("trust", measures::trust),
    ("arms", measures::arms),
    ("sweep", sweep::sweep),
    ("fit", fit::fit),
    ("engagement", |scene| measures::outcome(scene, "engagement")),
    ("turnover", |scene| measures::outcome(scene, "turnover")),
    ("performance", |scene| measures::outcome(scene, "performance")),
    ("output", |scene| measures::outcome(scene, "output")),
    ("teams", tiles::teams),
    ("road", road::road),
];

/// Those of a comparison.
const OF_COMPARISON: [(&str, OfComparison); 3] = [("cost", cost::cost), ("returns", returns::returns), ("worth", worth::worth)];

/// The figures that the lives of a run allow.
pub fn figures(scene: &Scene<'_>) -> Vec<Figure> {
    OF_RUN.iter().filter_map(|(_, draw)| draw(scene)).collect()
}

/// The one of this name.
pub fn figure(scene: &Scene<'_>, name: &str) -> Option<Figure> {
    OF_RUN.iter().find(|(own, _)| *own == name)?.1(scene)
}

/// The figures that a comparison allows.
pub fn of_comparison(comparison: &Comparison<'_>) -> Vec<Figure> {
    OF_COMPARISON.iter().filter_map(|(_, draw)| draw(comparison)).collect()
}

/// The one of this name.
pub fn one_of_comparison(comparison: &Comparison<'_>, name: &str) -> Option<Figure> {
    OF_COMPARISON.iter().find(|(own, _)| *own == name)?.1(comparison)
}
