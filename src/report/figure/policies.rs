//! # The figures of a comparison
//!
//! `cost`, `returns` and `worth`: what the arms cost and win back, how long trust stays away, and which is best at which worth.
//! An arm has the same colour and dash in all three.

use crate::comparison::price::Defaults;
use crate::report::comparison::Found;
use crate::report::figure::frame::Words;
use crate::report::figure::medium::Medium;
use crate::report::figure::palette::{ARMS, MUTED, Style, TWIN, TWIN_DASH};
use crate::report::figure::scene::Figure;
use crate::report::figure::{Provenance, cost, returns, worth};
use crate::scenario::Scenario;
use crate::text::Language;
use crate::words::figure::policy;
use crate::words::screen::compare::default_note;

/// Policies with a colour and a dash of their own: the reference, and as many as there are styles.
pub const TOGETHER: usize = 1 + ARMS.len();
/// The reference.
const REFERENCE: Style = Style { line: TWIN, text: TWIN, dash: TWIN_DASH };
/// The others, where there are too many to tell apart.
const MANY: Style = Style { line: MUTED, text: MUTED, dash: &[] };

/// What the figures of a comparison are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What was found.
    pub found: &'a Found,
    /// The language of the words.
    pub language: Language,
    /// Where it comes from.
    pub provenance: &'a Provenance,
    /// What it is drawn for.
    pub medium: Medium,
}

/// The figures that the comparison allows.
pub fn figures(comparison: &Comparison<'_>) -> Vec<Figure> {
    [cost::cost(comparison), returns::returns(comparison), worth::worth(comparison)].into_iter().flatten().collect()
}

impl Comparison<'_> {
    /// How each policy is drawn.
    pub fn styles(&self) -> Vec<Style> {
        let count = self.found.policies.len();
        let own = |at: usize| match at.checked_sub(1) {
            None => REFERENCE,
            Some(_) if count > TOGETHER => MANY,
            Some(at) => ARMS[at],
        };
        (0..count).map(own).collect()
    }

    /// The name of the arm that the others are compared with.
    pub fn reference(&self) -> &str {
        self.found.policies.first().map_or("", |policy| policy.name.as_str())
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

    /// The words around a figure.
    pub fn words(&self, headline: String, subtitle: String) -> Words {
        self.provenance.words(&self.scenario.title, headline, subtitle, self.language)
    }
}
