//! # What the figures of a comparison are drawn from
//!
//! `cost`, `returns` and `worth`: what the arms cost and win back, how long trust stays away, and which is best at which worth.
//! An arm has the colour and dash that it has in the figures of the run.

use super::Provenance;
use crate::comparison::Findings;
use crate::comparison::price::Defaults;
use crate::report::sheet::{Medium, Style, Words, style};
use crate::scenario::Scenario;
use crate::text::Language;
use crate::words::figure::policy;
use crate::words::names::in_sentence;
use crate::words::screen::compare::default_note;

/// What the figures of a comparison are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    pub scenario: &'a Scenario,
    pub found: &'a Findings,
    pub language: Language,
    pub provenance: &'a Provenance,
    pub medium: Medium,
}

impl Comparison<'_> {
    /// How each policy is drawn: as its arm is, by its place in the scenario.
    pub fn styles(&self) -> Vec<Style> {
        let place = |arm: usize| self.found.outcomes.arms[..arm].iter().filter(|arm| !arm.is_twin).count();
        self.found.policies.iter().map(|policy| style(place(policy.arm))).collect()
    }

    /// The names of the policies, as they stand in sentences.
    pub fn names(&self) -> Vec<String> {
        in_sentence(&self.found.policies.iter().map(|policy| policy.name.as_str()).collect::<Vec<_>>())
    }

    /// The name of the arm that the others are compared with.
    pub fn reference(&self) -> &str {
        self.found.policies.first().map_or("", |policy| policy.name.as_str())
    }

    /// The same, as it stands in sentences.
    pub fn reference_said(&self) -> String {
        self.names().into_iter().next().unwrap_or_default()
    }

    /// How often each policy was lived.
    pub fn lived(&self) -> String {
        let run = &self.scenario.run;
        policy::lived(run.replicates, run.worlds, self.language)
    }

    /// Which prices nobody gave.
    pub fn default_note(&self) -> Option<String> {
        default_note(&Defaults::of(self.scenario), self.language)
    }

    pub fn words(&self, headline: String, subtitle: String) -> Words {
        self.provenance.words(self.scenario.title(self.language), headline, subtitle, self.language)
    }
}
