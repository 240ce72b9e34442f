//! # What is to be fitted to what

use super::free::Free;
use crate::validation::study::Effort;
use crate::validation::target::Target;

/// Weight that holds what no finding speaks of: a way across the whole range costs as much as a miss by three half widths.
pub const HOLD: f64 = 9.0;
/// Replicates, evaluations and the seed of the search when nobody says.
pub const REPLICATES: u32 = 24;
/// See [`REPLICATES`].
pub const EVALUATIONS: u32 = 600;
/// See [`REPLICATES`].
pub const SEED: u64 = 1;

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
    /// Replicates of each study by which the start and the best values are judged.
    pub verdict: Effort,
    /// Evaluations, those around the best included.
    pub evaluations: u32,
    /// Weight that holds what nothing pins down at its start.
    pub hold: f64,
    /// Seed of the search.
    pub seed: u64,
    /// Threads; 0 for all cores.
    pub threads: usize,
}
