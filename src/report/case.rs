//! # What a search asked and found

use crate::comparison::portfolio::Found;
use crate::comparison::portfolio::options::{Options, Start};
use crate::folder::manifest::design_hash;
use crate::report::figure::Provenance;
use crate::scenario::read::Reading;
use crate::text::Language;

/// What was asked and found.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The scenario, with the replicates and worlds of the judging, and its inputs.
    pub reading: &'a Reading,
    pub options: &'a Options,
    pub found: &'a Found,
    /// Most person-days.
    pub budget: Option<f64>,
    /// Delays that were tried besides those of the file, in working days.
    pub delays: &'a [u32],
    /// Most portfolios that might be looked at.
    pub evaluations: u32,
    pub command: &'a str,
    pub language: Language,
}

impl Case<'_> {
    pub fn design(&self) -> String {
        design_hash(&self.reading.scenario)
    }

    /// Where its picture comes from.
    pub fn provenance(&self) -> Provenance {
        Provenance::here(&self.design(), self.reading.scenario.run.seed)
    }
}

/// The repairs of a portfolio as one cell: `apology@3 + policy@65`.
pub fn repairs(options: &Options, genes: &[u8]) -> String {
    let one = |start: &Start| match start.delay {
        Some(delay) => format!("{}@{delay}", start.repair.id),
        None => start.repair.id.clone(),
    };
    options.chosen(genes).map(one).collect::<Vec<_>>().join(" + ")
}
