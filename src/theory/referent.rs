//! # Referents
//!
//! The three whom every employee trusts or not: each colleague, the leader of the team, top management.

use serde::{Deserialize, Serialize};

/// The three whom people trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Referent {
    /// A colleague.
    Colleague,
    /// The leader of one's team.
    Leader,
    /// Top management.
    Top,
}

impl Referent {
    /// All, in the order used everywhere.
    pub const ALL: [Referent; 3] = [Referent::Colleague, Referent::Leader, Referent::Top];

    /// The word used in files.
    pub const fn key(self) -> &'static str {
        match self {
            Referent::Colleague => "colleague",
            Referent::Leader => "leader",
            Referent::Top => "top",
        }
    }
}

/// One value for each referent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByReferent<T> {
    /// Colleagues.
    pub colleague: T,
    /// The team's leader.
    pub leader: T,
    /// Top management.
    pub top: T,
}
