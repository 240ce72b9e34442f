//! # What the lives of an arm measured
//!
//! Values of the organisation by their place among [`columns`], over the lives that were lived to the end.

use super::quantile::quantile;
use crate::ensemble::ArmLives;
use crate::observe::Life;
use crate::scenario::measure::columns;

/// The lives that did not fail.
pub fn whole(arm: &ArmLives) -> impl Iterator<Item = &Life> {
    arm.lives.iter().filter_map(|life| life.as_ref().ok())
}

/// A measure on the last day, life by life; NaN where there is none.
pub fn last_values(arm: &ArmLives, place: usize) -> Vec<f64> {
    let across = columns(false).len();
    let value = |life: &Life| life.organisation.len().checked_sub(across).map(|start| f64::from(life.organisation[start + place]));
    arm.lives.iter().map(|life| life.as_ref().ok().and_then(value).unwrap_or(f64::NAN)).collect()
}

/// The median of a measure on each recorded day.
pub fn medians(arm: &ArmLives, place: usize) -> Vec<f64> {
    let across = columns(false).len();
    let days = whole(arm).map(|life| life.organisation.len() / across).min().unwrap_or(0);
    (0..days).map(|day| median(whole(arm).map(|life| f64::from(life.organisation[day * across + place])).collect())).collect()
}

/// The median of those values that are numbers.
pub fn median(values: Vec<f64>) -> f64 {
    quantile(&sorted(values), 0.5)
}

/// Those values that are numbers, the smallest first.
pub fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.retain(|value| value.is_finite());
    values.sort_by(f64::total_cmp);
    values
}
