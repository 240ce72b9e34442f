//! # Calibration
//!
//! Which values of chosen parameters bring the model nearest to chosen published findings, how sure that makes them, and
//! which of them the findings do not pin down.
//!
//! ```text
//!   distance = Σ_t h(r_t) + hold · Σ_p (u_p − start_p)²
//!   r_t      = (figure − middle of the band) / half its width          a finding with a band
//!            = (least − lower end of the interval) / half the interval, not below 0      "more than"
//!   h(r)     = r² up to 3, then 6 |r| − 9                              so that one hopeless finding does not rule
//!   u_p      = (value − low) / (high − low)
//! ```
//!
//! **Search.** Gauss–Newton steps as long as they help, then the covariance matrix adaptation evolution strategy (Hansen &
//! Ostermeier 2001) from there, as the library `cmaes` has it, within the ranges: outside them the value stands at the edge
//! and the way out is added to the distance. Every evaluation lives the same replicates under the same dice, so that luck
//! moves all of them alike. The strategy alone took 1,300 evaluations from 55 to 24 on 25 parameters and 50 findings.
//!
//! **Shape.** Around the best values the figures are taken as straight lines. With bands read as ± 1.96 standard
//! deviations and ranges as the spread of a uniform, `(JᵀJ + 12)⁻¹` is how sure and how entangled the values are: a
//! Gauss–Newton approximation, good for directions, rough for tails.
//!
//! **Resuming.** A search asks for the same values in the same order every time. What was evaluated before is not lived
//! again, so a search that was stopped goes on where it stood, and one that is asked for more goes on from its end.
//!
//! **Reproducible** on one machine, whatever the number of threads. The library's matrix products may use what a processor has,
//! so another machine may take another path to values of the same worth.

pub mod distance;
mod bench;
pub mod free;
mod plan;
pub mod recipe;
pub mod search;
pub mod shape;
pub mod worlds;

#[doc = include_str!("preset.md")]
pub mod preset {}

use std::sync::atomic::AtomicBool;

use crate::ensemble::run::Progress;
use crate::validation::verdict::{Judged, Verdict};
use bench::{Bench, judged};
pub use bench::{Halt, Memory};
pub use plan::{EVALUATIONS, HOLD, Plan, REPLICATES, SEED};
use shape::Shape;

/// What came of it.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The findings at the start.
    pub before: Vec<Judged>,
    /// The findings at the best values.
    pub after: Vec<Judged>,
    /// The best values, in the order of the plan.
    pub values: Vec<f64>,
    /// The distance at the start and at the best values.
    pub distance: [f64; 2],
    /// How sure and how entangled they are.
    pub shape: Shape,
    /// Evaluations, and how many of them were recalled.
    pub evaluations: [u32; 2],
}

impl Fit {
    /// The standard deviation of a value, in its unit.
    pub fn sd(&self, plan: &Plan<'_>, parameter: usize) -> f64 {
        let row = plan.free[parameter].parameter.row;
        self.shape.sd(parameter) * (row.high - row.low)
    }

    /// How many findings are met at the start and at the best values.
    pub fn met(&self) -> [usize; 2] {
        [&self.before, &self.after].map(|judged| judged.iter().filter(|row| row.verdict == Verdict::Pass).count())
    }
}

/// Searches, then looks around the best; `None` when stopped.
///
/// # Errors
/// A change that does not fit a study; an evaluation that could not be kept.
pub fn calibrate(
    plan: Plan<'_>,
    memory: &mut dyn Memory,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Option<Fit>, Halt> {
    let start: Vec<f64> = plan.free.iter().map(|free| free.start).collect();
    let around = shape::evaluations(plan.free.len());
    let mut bench = Bench { plan, memory, stop, progress, done: 0, recalled: 0, halt: None, best: (f64::INFINITY, start.clone()) };
    let Some(first) = bench.figures(&start) else { return bench.given_up() };
    search::search(&mut bench, plan.evaluations.saturating_sub(around).max(1));
    if bench.is_over() {
        return bench.given_up();
    }
    let best = bench.best.clone();
    let Some(shape) = shape::around(&mut bench, &best.1) else { return bench.given_up() };
    let (done, recalled) = (bench.done, bench.recalled);
    let verdict = |values: &[f64]| judged(plan, values, plan.verdict, stop).map_err(Halt::Faults);
    let (Some(before), Some(after)) = (verdict(&start)?, verdict(&best.1)?) else { return Ok(None) };
    let distance = [distance::total(plan, &start, &first), best.0];
    Ok(Some(Fit { before, after, values: best.1, distance, shape, evaluations: [done, recalled] }))
}

#[cfg(test)]
mod tests;
