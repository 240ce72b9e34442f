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
pub mod free;
pub mod recipe;
pub mod search;
pub mod shape;
pub mod worlds;

#[doc = include_str!("preset.md")]
pub mod preset {}

use std::sync::atomic::{AtomicBool, Ordering};

use nalgebra::DVector;

use crate::ensemble::run::Progress;
use crate::scenario::fault::Fault;
use crate::validation::study::Effort;
use crate::validation::target::Target;
use crate::validation::verdict::Judged;
use crate::validation::{self, confront};
use distance::Figure;
use free::Free;
use shape::Shape;

/// What is to be fitted to what.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The findings.
    pub targets: &'a [Target],
    /// The parameters that may move.
    pub free: &'a [Free],
    /// Other changes to every study, each `KEY=VALUE`.
    pub set: &'a [String],
    /// Replicates of each study in each evaluation.
    pub replicates: u32,
    /// Evaluations, those around the best included.
    pub evaluations: u32,
    /// Weight that holds what nothing pins down at its start.
    pub hold: f64,
    /// Seed of the search.
    pub seed: u64,
    /// Threads; 0 for all cores.
    pub threads: usize,
}

/// What earlier evaluations found, and where new ones are kept.
pub trait Memory {
    /// The figures at these values, if they were evaluated before.
    fn recall(&self, values: &[f64]) -> Option<Vec<Figure>>;
    /// Keeps the figures at these values.
    ///
    /// # Errors
    /// What kept them from being kept.
    fn keep(&mut self, values: &[f64], figures: &[Figure], distance: f64) -> Result<(), String>;
}

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

/// Why there is no fit.
#[derive(Debug)]
pub enum Halt {
    /// A study cannot be lived.
    Faults(Vec<Fault>),
    /// An evaluation could not be kept.
    Memory(String),
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
    let Some(first) = bench.figures(&start) else { return bench.give_up() };
    search::search(&mut bench, plan.evaluations.saturating_sub(around).max(1));
    if bench.is_over() {
        return bench.give_up();
    }
    let best = bench.best.clone();
    let Some(shape) = shape::around(&mut bench, &best.1) else { return bench.give_up() };
    let (done, recalled) = (bench.done, bench.recalled);
    let full = |values: &[f64]| judged(plan, values, Effort::Full, stop).map_err(Halt::Faults);
    let (Some(before), Some(after)) = (full(&start)?, full(&best.1)?) else { return Ok(None) };
    let distance = [distance::total(plan, &start, &first), best.0];
    Ok(Some(Fit { before, after, values: best.1, distance, shape, evaluations: [done, recalled] }))
}

/// The findings at these values.
fn judged(plan: Plan<'_>, values: &[f64], effort: Effort, stop: &AtomicBool) -> Result<Option<Vec<Judged>>, Vec<Fault>> {
    let own = plan.free.iter().zip(values).map(|(free, value)| format!("{}={value}", free.parameter.path()));
    let set: Vec<String> = plan.set.iter().cloned().chain(own).collect();
    confront(validation::Plan { targets: plan.targets, set: &set, effort, threads: plan.threads }, stop, &|_| {})
}

/// Where values are evaluated.
struct Bench<'a> {
    plan: Plan<'a>,
    memory: &'a mut dyn Memory,
    stop: &'a AtomicBool,
    progress: &'a (dyn Fn(Progress) + Sync),
    done: u32,
    recalled: u32,
    halt: Option<Halt>,
    best: (f64, Vec<f64>),
}

impl Bench<'_> {
    /// The figures at these values; `None` when it is over.
    fn figures(&mut self, values: &[f64]) -> Option<Vec<Figure>> {
        if self.is_over() {
            return None;
        }
        let figures = if let Some(figures) = self.memory.recall(values) {
            self.recalled += 1;
            figures
        } else {
            match self.lived(values) {
                Ok(figures) => figures?,
                Err(halt) => {
                    self.halt = Some(halt);
                    return None;
                }
            }
        };
        let distance = distance::total(self.plan, values, &figures);
        if distance < self.best.0 {
            self.best = (distance, values.to_vec());
        }
        self.done += 1;
        let share = (f64::from(self.done) / f64::from(self.plan.evaluations.max(1))).min(1.0);
        (self.progress)(Progress { done: u64::from(self.done), total: u64::from(self.plan.evaluations), share });
        Some(figures)
    }

    /// The figures of lives lived at these values, kept; `None` when stopped.
    fn lived(&mut self, values: &[f64]) -> Result<Option<Vec<Figure>>, Halt> {
        let judged = judged(self.plan, values, Effort::Of(self.plan.replicates), self.stop).map_err(Halt::Faults)?;
        let Some(judged) = judged else { return Ok(None) };
        let figures: Vec<Figure> = judged.iter().map(distance::figure).collect();
        self.memory.keep(values, &figures, distance::total(self.plan, values, &figures)).map_err(Halt::Memory)?;
        Ok(Some(figures))
    }

    /// The distance at a point of the search, which may lie outside the ranges.
    fn distance(&mut self, point: &DVector<f64>) -> f64 {
        let values: Vec<f64> = self.plan.free.iter().zip(point.iter()).map(|(free, &u)| free.at(u)).collect();
        let out: f64 = point.iter().map(|u| (u - u.clamp(0.0, 1.0)).powi(2)).sum();
        match self.figures(&values) {
            Some(figures) => distance::total(self.plan, &values, &figures) + OUTSIDE * out,
            None => f64::MAX,
        }
    }

    fn is_over(&self) -> bool {
        self.halt.is_some() || self.stop.load(Ordering::Relaxed)
    }

    fn give_up(self) -> Result<Option<Fit>, Halt> {
        self.halt.map_or(Ok(None), Err)
    }
}

/// What a way of one range outside the ranges adds to the distance.
const OUTSIDE: f64 = 1000.0;

#[cfg(test)]
mod tests;
