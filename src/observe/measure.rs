//! # Measures
//!
//! Everything that is measured, once: key, unit, scope, label, meaning. Tables, figures, `explain` and `list` read it here.

use crate::text::{Text, text};

/// Which referents a measure is told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// None: one value.
    Whole,
    /// Colleague, leader, top.
    Referent,
}

/// How a measure behaves in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// A level on its day.
    Level,
    /// A sum since day 0.
    Cumulative,
}

/// One thing that is measured.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// The word in tables.
    pub key: &'static str,
    /// The unit, in words.
    pub unit: &'static str,
    /// By referent or not.
    pub per: Per,
    /// Level or running sum.
    pub course: Course,
    /// Whether teams have it too.
    pub team: bool,
    /// Short label for figures.
    pub label: Text,
    /// What it means and how it is computed.
    pub meaning: Text,
}

/// A value of one measure for one referent: the columns of a life's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Index in [`MEASURES`].
    pub measure: usize,
    /// Index of the referent (colleague, leader, top); `None` for the whole.
    pub referent: Option<usize>,
}

/// The columns of an organisation's (`team == false`) or a team's (`team == true`) record, in their fixed order.
pub fn columns(team: bool) -> Vec<Column> {
    let mut columns = Vec::new();
    for (measure, row) in MEASURES.iter().enumerate().filter(|(_, row)| !team || row.team) {
        match row.per {
            Per::Whole => columns.push(Column { measure, referent: None }),
            Per::Referent => columns.extend((0..3).map(|r| Column { measure, referent: Some(r) })),
        }
    }
    columns
}

macro_rules! measures {
    ($($key:ident: $per:ident, $course:ident, $team:literal, $unit:literal, $label_en:literal, $label_nl:literal, $en:literal, $nl:literal;)*) => {
        /// All measures, in the order of the tables.
        pub const MEASURES: &[Measure] = &[$(Measure {
            key: stringify!($key), unit: $unit, per: Per::$per, course: Course::$course, team: $team,
            label: text($label_en, $label_nl), meaning: text($en, $nl),
        },)*];
    };
}

measures! {
    trust: Referent, Level, true, "0 to 1", "Trust", "Vertrouwen", "Mean chance of trusting, over people.", "Gemiddelde kans om te vertrouwen, over mensen.";
    share_trusting: Referent, Level, true, "share of people", "Share who trust", "Aandeel dat vertrouwt", "Share of people whose trust reaches the survey's cut.", "Aandeel mensen van wie het vertrouwen de enquêtegrens haalt.";
    engagement: Whole, Level, true, "index 0 to 1", "Engagement", "Betrokkenheid", "Mean engagement; 0.5 is the preset's reference, 0.15 one standard deviation.", "Gemiddelde betrokkenheid; 0,5 is de referentie, 0,15 één standaardafwijking.";
}

/// The index of a measure.
pub fn measure(key: &str) -> Option<usize> {
    MEASURES.iter().position(|row| row.key == key)
}
