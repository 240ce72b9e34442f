//! # What other results than a run's are

use serde::{Deserialize, Serialize};

use super::draft::Written;
use super::manifest::{Source, VERSION};

/// What a folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Combinations of repairs.
    Portfolio,
    /// On what an outcome hangs.
    Sensitivity,
    /// Published findings.
    Validation,
    /// A fit to them.
    Calibration,
    /// Worlds that meet them.
    Worlds,
    /// What `compare` found of a run.
    Comparison,
    /// Pictures of what moved trust.
    Why,
    /// Pictures of one person's story.
    Story,
}

impl Kind {
    /// Its word in the manifest.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Sensitivity => "sensitivity",
            Self::Validation => "validation",
            Self::Calibration => "calibration",
            Self::Worlds => "worlds",
            Self::Comparison => "comparison",
            Self::Why => "why",
            Self::Story => "story",
        }
    }

    /// Whether its files, each an answer by itself, may stand among others.
    pub(super) const fn is_gathered(self) -> bool {
        matches!(self, Self::Why | Self::Story)
    }
}

/// What a manifest of such a folder says at least.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// See [`Kind::key`].
    pub kind: String,
    /// The program's version.
    pub version: String,
    /// The command that gives these results; empty where each file has its own.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub command: String,
    /// The files that were read.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub inputs: Vec<Source>,
    /// The files of the folder, this one apart.
    pub files: Vec<Written>,
}

impl Contents {
    /// Nothing written yet.
    pub fn new(kind: Kind, command: &str, inputs: Vec<Source>) -> Self {
        Self { kind: kind.key().to_owned(), version: VERSION.to_owned(), command: command.to_owned(), inputs, files: Vec::new() }
    }
}
