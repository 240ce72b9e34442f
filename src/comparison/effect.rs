//! # Effects
//!
//! Every measure of every arm less that of the reference, life by life: a row of `effects.csv`.
//!
//! ```text
//!   variance removed = 1 − variance of the differences / (variance of the arm + variance of the reference)
//! ```
//!
//! **Read it as.** The interval is that of the mean difference (Student's t over lives, or over pairs of worlds). Variance
//! removed says what pairing was worth: at 0.9 as many lives without it would have told no more than a tenth of them did.

use crate::analysis::interval::estimate_in_worlds;
use crate::analysis::quantile::{sd, square};
use crate::analysis::summary::{days, value};
use crate::analysis::variance::VarianceComponents;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::scenario::Referent;
use crate::scenario::measure::{MEASURES, columns};

/// One measure of one arm beside the reference, on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The arm.
    pub arm: String,
    /// The reference.
    pub reference: String,
    /// The measure's key.
    pub measure: &'static str,
    /// Whose trust; `None` for measures of the whole.
    pub referent: Option<Referent>,
    /// The recorded working day.
    pub day: u32,
    /// Pairs of lives that have both values.
    pub pairs: usize,
    /// Mean of the arm less the reference.
    pub difference: f64,
    /// The 95 % interval of that mean.
    pub interval: [f64; 2],
    /// Share of the variance that pairing took away.
    pub removed: f64,
    /// The spread of the differences, by where it comes from.
    pub apart: VarianceComponents,
}

/// All effects: arms but the reference, twins last, then measure, referent and day.
pub fn effects(plans: &[ArmPlan], lives: &[ArmLives], reference: usize) -> Vec<Effect> {
    let columns = columns(false);
    let Some(beside) = lives.get(reference) else { return Vec::new() };
    let mut effects = Vec::new();
    for arm in lives.iter().filter(|arm| arm.arm != beside.arm) {
        let Some(recorded) = arm.lives.iter().flatten().next().map(|life| &life.days) else { continue };
        let days = days(&arm.arm, plans, recorded);
        for (index, column) in columns.iter().enumerate() {
            for &day in &days {
                let of = |lives: &ArmLives| -> Vec<f64> {
                    let one = |life: &Result<_, String>| life.as_ref().ok().and_then(|life| value(life, day, index, columns.len()));
                    lives.lives.iter().map(|life| one(life).unwrap_or(f64::NAN)).collect()
                };
                let (own, other) = (of(arm), of(beside));
                effects.push(Effect {
                    arm: arm.arm.clone(),
                    reference: beside.arm.clone(),
                    measure: MEASURES[column.measure].key,
                    referent: column.referent,
                    day,
                    ..paired(&own, &other, arm.worlds)
                });
            }
        }
    }
    effects
}

/// The numbers of an effect, from values by the number of their lives.
fn paired(own: &[f64], other: &[f64], worlds: u32) -> Effect {
    let differences: Vec<f64> = own.iter().zip(other).map(|(own, other)| own - other).collect();
    let both = |values: &[f64]| -> Vec<f64> {
        values.iter().zip(&differences).filter(|(_, difference)| difference.is_finite()).map(|(value, _)| *value).collect()
    };
    let mean = estimate_in_worlds(&differences, worlds);
    let variance = |values: &[f64]| square(sd(&both(values)));
    Effect {
        arm: String::new(),
        reference: String::new(),
        measure: "",
        referent: None,
        day: 0,
        pairs: both(&differences).len(),
        difference: mean.mean,
        interval: [mean.low, mean.high],
        removed: 1.0 - variance(&differences) / (variance(own) + variance(other)),
        apart: VarianceComponents::of(&differences, worlds),
    }
}
