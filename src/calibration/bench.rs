//! # The bench
//!
//! Where values are evaluated: lived, or recalled from an earlier search.

use std::sync::atomic::{AtomicBool, Ordering};

use nalgebra::DVector;

use super::distance::{self, Figure};
use super::plan::Plan;
use crate::ensemble::run::Progress;
use crate::scenario::fault::Fault;
use crate::validation::study::Effort;
use crate::validation::verdict::Judged;
use crate::validation::{self, confront};

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

/// Why there is no fit.
#[derive(Debug)]
pub enum Halt {
    /// A study cannot be lived.
    Faults(Vec<Fault>),
    /// An evaluation could not be kept.
    Memory(String),
}

/// The findings at these values.
pub(super) fn judged(plan: Plan<'_>, values: &[f64], effort: Effort, stop: &AtomicBool) -> Result<Option<Vec<Judged>>, Vec<Fault>> {
    let own = plan.free.iter().zip(values).map(|(free, value)| format!("{}={value}", free.parameter.path()));
    let set: Vec<String> = plan.set.iter().cloned().chain(own).collect();
    confront(validation::Plan { targets: plan.targets, set: &set, effort, threads: plan.threads }, stop, &|_| {})
}

/// Where values are evaluated.
pub(super) struct Bench<'a> {
    pub plan: Plan<'a>,
    pub memory: &'a mut dyn Memory,
    pub stop: &'a AtomicBool,
    pub progress: &'a (dyn Fn(Progress) + Sync),
    pub done: u32,
    pub recalled: u32,
    pub halt: Option<Halt>,
    pub best: (f64, Vec<f64>),
}

impl Bench<'_> {
    /// The figures at these values; `None` when it is over.
    pub fn figures(&mut self, values: &[f64]) -> Option<Vec<Figure>> {
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
    pub fn distance(&mut self, point: &DVector<f64>) -> f64 {
        let values: Vec<f64> = self.plan.free.iter().zip(point.iter()).map(|(free, &u)| free.at(u)).collect();
        let out: f64 = point.iter().map(|u| (u - u.clamp(0.0, 1.0)).powi(2)).sum();
        match self.figures(&values) {
            Some(figures) => distance::total(self.plan, &values, &figures) + OUTSIDE * out,
            None => f64::MAX,
        }
    }

    pub fn is_over(&self) -> bool {
        self.halt.is_some() || self.stop.load(Ordering::Relaxed)
    }

    /// How it ended before its time.
    pub fn given_up<T>(self) -> Result<Option<T>, Halt> {
        self.halt.map_or(Ok(None), Err)
    }
}

/// What a way of one range outside the ranges adds to the distance.
const OUTSIDE: f64 = 1000.0;
