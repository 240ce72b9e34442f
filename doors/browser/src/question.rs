//! # Questions
//!
//! Each names its kind under `ask`, and the scenario by its `text`, changed by `set` as `onfoot run --set` would.

use serde::Deserialize;
use serde_json::Value;

/// A question.
#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Question {
    /// Which version this is, and the digest of the sources that it was made of.
    About,
    /// What a scenario is: its arms, its size, its events; or what is wrong with it.
    Read {
        /// The scenario.
        #[serde(flatten)]
        scenario: Asked,
    },
    /// One life of an arm, beside that of its twin.
    Live {
        /// The scenario.
        #[serde(flatten)]
        scenario: Asked,
        /// Which of its arms, and with which luck.
        #[serde(flatten)]
        which: Which,
        /// The measures whose series are told, as the tables call them: `trust_leader`, `engagement`.
        #[serde(default)]
        measures: Vec<String>,
    },
    /// What changed trust from one day to another, by cause.
    Ledger {
        /// The scenario.
        #[serde(flatten)]
        scenario: Asked,
        /// Which of its arms, and with which luck.
        #[serde(flatten)]
        which: Which,
        /// The first day of which changes are counted.
        from: u32,
        /// The last.
        to: u32,
    },
    /// Lives of several policies, in order of what they are worth.
    Rank {
        /// The policies and their lives; see [`rank`](mod@crate::rank).
        #[serde(flatten)]
        asked: Value,
    },
    /// The scenario in full, every key.
    Resolved {
        /// The scenario.
        #[serde(flatten)]
        scenario: Asked,
    },
}

/// A scenario as it is asked for.
#[derive(Clone, Deserialize, PartialEq)]
pub struct Asked {
    /// Its text, as TOML.
    pub text: String,
    /// Changes of its keys, each `KEY=VALUE`.
    #[serde(default)]
    pub set: Vec<String>,
    /// The language of faults and names: `en` or `nl`.
    #[serde(default)]
    pub language: String,
}

/// A life of a scenario.
#[derive(Deserialize)]
pub struct Which {
    /// The name of the arm, or of a twin; the first arm if not given.
    #[serde(default)]
    pub arm: Option<String>,
    /// Its number, from 0.
    #[serde(default)]
    pub life: u32,
}
