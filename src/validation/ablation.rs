//! # Which mechanism is needed for what
//!
//! Every switch that is on by default is turned off in all studies, one at a time. A finding that is met with it and missed
//! without it needs it.

use std::sync::atomic::AtomicBool;

use super::verdict::{Judged, Verdict};
use super::{Plan, confront};
use crate::ensemble::run::Progress;
use crate::scenario::Mechanisms;
use crate::scenario::fault::Fault;
use crate::text::Text;

/// The findings without one mechanism.
#[derive(Clone, Debug)]
pub struct Ablation {
    /// The switch.
    pub mechanism: &'static str,
    /// What it is.
    pub meaning: Text,
    /// The findings, in the order of the plan.
    pub without: Vec<Judged>,
}

impl Ablation {
    /// The findings that are met with it and missed without it.
    pub fn lost<'a>(&'a self, with: &'a [Judged]) -> impl Iterator<Item = &'a Judged> {
        let pairs = with.iter().zip(&self.without);
        pairs
            .filter(|(with, without)| with.target.decides() && with.verdict == Verdict::Pass && without.verdict == Verdict::Miss)
            .map(|pair| pair.1)
    }
}

/// The switches that are turned off.
pub fn mechanisms() -> impl Iterator<Item = (&'static str, Text)> {
    Mechanisms::ROWS.iter().filter(|row| row.1).map(|row| (row.0, row.2))
}

/// Turns off one mechanism after the other; `None` when stopped.
///
/// # Errors
/// A change that does not fit a study.
pub fn ablate(plan: Plan<'_>, stop: &AtomicBool, progress: &(dyn Fn(Progress) + Sync)) -> Result<Option<Vec<Ablation>>, Vec<Fault>> {
    let total = mechanisms().count() as u64;
    let mut all = Vec::new();
    for (done, (mechanism, meaning)) in mechanisms().enumerate() {
        let set: Vec<String> = plan.set.iter().cloned().chain([format!("mechanisms.{mechanism}=false")]).collect();
        let within = |now: Progress| {
            progress(Progress { done: done as u64, total, share: (done as f64 + now.share) / total as f64 });
        };
        let Some(without) = confront(Plan { set: &set, ..plan }, stop, &within)? else { return Ok(None) };
        all.push(Ablation { mechanism, meaning, without });
    }
    Ok(Some(all))
}
