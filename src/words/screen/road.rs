//! # The road of trust

use super::{either, whole};
use crate::scenario::Referent;
use crate::text::{Language, Text, text};
use crate::words::number::duration;
use crate::words::sentence;

/// A quantity.
pub const BEFORE: Text = text("before the breach", "voor de breuk");
/// A quantity.
pub const LOWEST: Text = text("lowest point", "dieptepunt");
/// A quantity.
pub const BUILD: Text = text("building what was lost", "opbouwen wat verloren is");
/// A quantity.
pub const FALL: Text = text("losing 90 % of it", "90 % ervan verliezen");
/// A quantity.
pub const BACK: Text = text("coming back", "terugkomen");
/// A quantity.
pub const LEAVERS: Text = text("leavers beyond the twin", "vertrekkers boven tweeling");
/// A head.
pub const MEDIAN: Text = text("median", "mediaan");
/// A head.
pub const RANGE: Text = text("10 % to 90 %", "10 % tot 90 %");
/// A head.
pub const LUCK: Text = text("luck", "toeval");
/// A head.
pub const DOUBT: Text = text("doubt", "twijfel");
/// Heads when arms stand side by side, that of the labels apart.
pub const ARM_HEADS: [Text; 5] =
    [text("", ""), text("lowest", "laagst"), text("fall", "val"), text("back after", "terug na"), text("never back", "nooit terug")];

/// Whose trust the table is about.
pub fn whom(referent: Referent, language: Language) -> String {
    let whom = sentence::whom(referent).get(language);
    either(language, format!("trust in {whom}"), format!("vertrouwen in {whom}"))
}

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
