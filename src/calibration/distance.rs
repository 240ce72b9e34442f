//! # How far the figures are from what was found

use super::plan::Plan;
use crate::validation::target::{Claim, Target};
use crate::validation::verdict::Judged;

/// A simulated figure, and the lower end of its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The mean over replicates; NaN if there is none.
    pub mean: f64,
    /// The lower end of its interval.
    pub low: f64,
}

/// The figure of a finding.
pub fn figure(judged: &Judged) -> Figure {
    judged.estimate.map_or(Figure { mean: f64::NAN, low: f64::NAN }, |estimate| Figure { mean: estimate.mean, low: estimate.low })
}

/// From here on the distance grows in proportion.
const FAR: f64 = 3.0;

/// How far a figure is from what was found, in half widths of the band, or of the interval; a figure that cannot be
/// computed counts as far.
pub fn residual(target: &Target, figure: Figure) -> f64 {
    let residual = match target.claim {
        Claim::Within(low, high) => (figure.mean - f64::midpoint(low, high)) / (0.5 * (high - low)),
        Claim::Above(least) => ((least - figure.low) / (figure.mean - figure.low).max(1e-9)).max(0.0),
    };
    if residual.is_finite() { residual } else { 2.0 * FAR }
}

/// The distance of all, with what holds the values near their start.
pub fn total(plan: Plan<'_>, values: &[f64], figures: &[Figure]) -> f64 {
    let apart: f64 = plan.targets.iter().zip(figures).map(|(target, &figure)| bounded(residual(target, figure))).sum();
    let moved: f64 = plan.free.iter().zip(values).map(|(free, &value)| (free.share(value) - free.share(free.start)).powi(2)).sum();
    apart + plan.hold * moved
}

/// What a finding this far off counts in a step of least squares: full up to three half widths, then less, as its pull on
/// the distance no longer grows.
pub fn pull(residual: f64) -> f64 {
    (FAR / residual.abs().max(FAR)).sqrt()
}

fn bounded(residual: f64) -> f64 {
    let size = residual.abs();
    if size <= FAR { size * size } else { 2.0 * FAR * size - FAR * FAR }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::published;

    #[test]
    fn at_the_edge_of_a_band_the_distance_is_one_and_far_away_it_grows_in_proportion() {
        let target = published::all().into_iter().find(|target| target.id == "VT-01").unwrap(); // 0.60 to 0.72
        let at = |mean| bounded(residual(&target, Figure { mean, low: mean }));
        assert!((at(0.72) - 1.0).abs() < 1e-9 && at(0.66).abs() < 1e-9);
        assert!((at(0.66 + 0.06 * 5.0) - (at(0.66 + 0.06 * 4.0) + 6.0)).abs() < 1e-9);
    }

    #[test]
    fn more_than_is_reached_when_the_whole_interval_is_above() {
        let target = published::all().into_iter().find(|target| target.id == "VT-06a").unwrap();
        assert!(residual(&target, Figure { mean: 0.3, low: 0.1 }).abs() < 1e-9);
        assert!(residual(&target, Figure { mean: 0.0, low: -0.1 }) > 0.9);
    }
}
