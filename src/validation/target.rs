//! # Targets
//!
//! A published finding, what the model must show to agree with it, and how the simulated figure is computed.

use super::evidence::Evidence;
use super::study::Study;
use crate::text::Text;

/// How strong the finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Meta-analysis, several or large.
    A,
    /// Several experiments, or one meta-analysis.
    B,
    /// One good study, or large practitioner data.
    C,
    /// Cases or theory.
    D,
}

impl Strength {
    /// All, the strongest first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];
    /// Those that count as strong.
    pub const STRONG: [Self; 2] = [Self::A, Self::B];

    /// The letter.
    pub const fn key(self) -> &'static str {
        ["A", "B", "C", "D"][self as usize]
    }
}

/// Where its number was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Read in the source.
    Verified,
    /// Read in a text that cites the source.
    Secondary,
    /// Worked out from numbers that were read.
    Derived,
    /// From memory: shown, but never decides.
    Memory,
}

impl Status {
    /// Its letter.
    pub const fn key(self) -> &'static str {
        ["V", "V2", "D", "M"][self as usize]
    }
}

/// What the simulated figure must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim {
    /// The estimate lies between these.
    Within(f64, f64),
    /// The whole interval lies above this, and the estimate as far as matters.
    Above(f64),
}

/// A tenth of a standard deviation, below which an effect does not matter, where a finding does not say its own.
pub mod tenth {
    /// Of what is told in standard deviations.
    pub const SD: f64 = 0.1;
    /// As a correlation: `r = d / √(d² + 4)` at d = 0.1.
    pub const R: f64 = 0.05;
    /// Of answers from 1 to 5, which differ by some 0.9 between people.
    pub const ANSWER: f64 = 0.09;
    /// Of trust from 0 to 1 in colleagues, the leader, top management, which differs by 0.13, 0.23 and 0.13 between people.
    pub const TRUST: [f64; 3] = [0.013, 0.023, 0.013];
    /// Of output between teams, of which trade alone makes 0.15.
    pub const OUTPUT: f64 = 0.015;
}

/// How the figure is computed, or why it cannot be.
#[derive(Clone, Copy, Debug)]
pub enum Protocol {
    /// One value for each replicate of a study, from what its tables hold.
    Computed {
        /// Where the lives come from.
        study: Study,
        /// What is computed, in a sentence.
        how: Text,
        /// The computation.
        figure: fn(&Evidence) -> Vec<f64>,
    },
    /// Why the tables do not tell.
    NotTestable(Text),
}

/// One published finding.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its number in the evidence base; a letter tells parts of one finding apart.
    pub id: &'static str,
    /// How strong it is.
    pub strength: Strength,
    /// Where its number was seen.
    pub status: Status,
    /// Who found it.
    pub source: &'static str,
    /// What was found.
    pub finding: Text,
    /// The population figure.
    pub published: &'static str,
    /// What the model must show.
    pub claim: Claim,
    /// How far above what is asked an effect must be to matter: a tenth of a standard deviation, or what the source calls small; 0
    /// where any will do.
    pub matters: f64,
    /// How that is computed.
    pub protocol: Protocol,
    /// Why it was missed at the last release; `None` if it was met.
    pub missed: Option<Text>,
}

impl Target {
    /// A finding whose claim and protocol are still to come.
    pub const fn found(
        id: &'static str,
        strength: Strength,
        status: Status,
        source: &'static str,
        published: &'static str,
        finding: Text,
    ) -> Self {
        let protocol = Protocol::NotTestable(Text { en: "", nl: "" });
        Self { id, strength, status, source, finding, published, claim: Claim::Above(0.0), matters: 0.0, protocol, missed: None }
    }

    /// The estimate must lie between these.
    #[must_use]
    pub const fn within(self, low: f64, high: f64) -> Self {
        Self { claim: Claim::Within(low, high), ..self }
    }

    /// The interval must lie above this.
    #[must_use]
    pub const fn above(self, least: f64) -> Self {
        Self { claim: Claim::Above(least), ..self }
    }

    /// The effect must be at least so large to matter.
    #[must_use]
    pub const fn of_size(self, matters: f64) -> Self {
        Self { matters, ..self }
    }

    /// How the figure is computed.
    #[must_use]
    pub const fn by(self, study: Study, how: Text, figure: fn(&Evidence) -> Vec<f64>) -> Self {
        Self { protocol: Protocol::Computed { study, how, figure }, ..self }
    }

    /// Why the tables do not tell.
    #[must_use]
    pub const fn not_testable(self, why: Text) -> Self {
        Self { protocol: Protocol::NotTestable(why), ..self }
    }

    /// Missed at the last release, and why.
    #[must_use]
    pub const fn misses(self, why: Text) -> Self {
        Self { missed: Some(why), ..self }
    }

    /// The study that its figure comes from.
    pub fn study(&self) -> Option<Study> {
        match self.protocol {
            Protocol::Computed { study, .. } => Some(study),
            Protocol::NotTestable(_) => None,
        }
    }

    /// Whether it decides over the release: it can be computed, and its number was not written down from memory.
    pub fn decides(&self) -> bool {
        self.status != Status::Memory && matches!(self.protocol, Protocol::Computed { .. })
    }
}
