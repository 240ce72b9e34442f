//! # The road of trust

use super::{either, whole};
use crate::scenario::Referent;
use crate::text::{Language, Text, text};
use crate::words::number::duration;
use crate::words::sentence;

/// Row: the level of trust before the breach, 0 to 1.
pub const BEFORE: Text = text("before the breach", "voor de vertrouwensbreuk");
/// Row: its lowest level after the breach, 0 to 1.
pub const LOWEST: Text = text("lowest point", "dieptepunt");
/// Row: how long what was lost had taken to build, in days.
pub const BUILD: Text = text("building what was lost", "opbouwen wat verloren is");
/// Row: how long the fall took, in days.
pub const FALL: Text = text("speed of the fall (90 %)", "snelheid van de val (90 %)");
/// Row: how long it took to come back, in days.
pub const BACK: Text = text("coming back", "terugkomen");
/// Row: how long it took to be level with the twin, in days.
pub const LEVEL: Text = text("coming level with twin", "gelijk met tweeling");
/// Row: people who left because of the breach.
pub const LEAVERS: Text = text("extra leavers through the breach", "extra vertrekkers door de breuk");
/// Head of the medians over replicates.
pub const MEDIAN: Text = text("median", "mediaan");
/// Head of the ranges that hold eight of ten replicates.
pub const RANGE: Text = text("10 % to 90 %", "10 % tot 90 %");
/// Head of the standard deviations over replicates.
pub const LUCK: Text = text("luck", "toeval");
/// Head of the standard deviations over worlds.
pub const DOUBT: Text = text("doubt", "twijfel");
/// Heads when arms stand side by side, that of the labels apart.
pub const ARM_HEADS: [Text; 6] = [
    text("", ""),
    text("lowest", "laagst"),
    text("fall", "val"),
    text("back after", "terug na"),
    text("as twin after", "als tweeling na"),
    text("never back", "nooit terug"),
];

/// Whose trust the table is about.
pub fn whom(referent: Referent, language: Language) -> String {
    let whom = sentence::whom(referent).get(language);
    either(language, format!("trust in {whom}"), format!("vertrouwen in {whom}"))
}

/// The share of people who would be counted as trusting somebody.
pub fn who_trust(referent: Referent, language: Language) -> String {
    let whom = sentence::whom(referent).get(language);
    either(language, format!("share who trust {whom}"), format!("aandeel dat {whom} vertrouwt"))
}

/// What is between a level of trust and a share of people.
pub const LEVEL_OR_SHARE: Text = text(
    "Trust is a mean level from 0 to 1, not a share of people: 0.45 is not 45 %. Who trust are counted as a survey does: the answer is 3 or more on 1 to 5 (survey.cut).",
    "Vertrouwen is een gemiddeld niveau van 0 tot 1, geen aandeel mensen: 0,45 is niet 45 %. Wie vertrouwt, wordt geteld zoals in een enquête: het antwoord is 3 of meer op 1 tot 5 (survey.cut).",
);

/// Never back in the time that was left.
pub fn never(horizon: f64, language: Language) -> String {
    let time = duration(horizon, language);
    either(language, format!("not back {time} later"), format!("{time} later niet terug"))
}

/// So many of so many.
pub fn of(some: u64, all: u64, language: Language) -> String {
    let (some, all) = (whole(some, language), whole(all, language));
    either(language, format!("{some} of {all}"), format!("{some} van {all}"))
}

/// From here to there.
pub fn range(low: &str, high: &str, language: Language) -> String {
    either(language, format!("{low} to {high}"), format!("{low} tot {high}"))
}

/// Longer than was watched.
pub fn more_than(time: &str) -> String {
    format!("> {time}")
}
