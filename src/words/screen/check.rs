//! # What `check` says

use super::run::{arms, clock, days};
use super::{either, whole};
use crate::scenario::Run;
use crate::text::{Language, Text, text};
use crate::words::number::number;

/// A label.
pub const PEOPLE: Text = text("Organisation", "Organisatie");
/// A label.
pub const LENGTH: Text = text("Length", "Lengte");
/// A label.
pub const LIVES: Text = text("Replicates", "Herhalingen");
/// A label.
pub const ROWS: Text = text("Tables", "Tabellen");
/// A label.
pub const TIME: Text = text("Time", "Tijd");

/// The scenario holds.
pub fn fine(file: &str, title: &str, language: Language) -> String {
    let title = if title.is_empty() { String::new() } else { format!("   {title}") };
    either(language, format!("{file}: no faults{title}"), format!("{file}: geen fouten{title}"))
}

/// Who is there.
pub fn people(people: f64, teams: u32, relations: f64, language: Language) -> String {
    let (people, teams, relations) = (about(people, language), whole(teams.into(), language), about(relations, language));
    either(
        language,
        format!("{people} people in {teams} teams, {relations} relations"),
        format!("{people} mensen in {teams} teams, {relations} relaties"),
    )
}

/// How long.
pub fn length(length: u32, language: Language) -> String {
    let working = whole(length.into(), language);
    either(
        language,
        format!("{} ({working} working days)", days(length, language)),
        format!("{} ({working} werkdagen)", days(length, language)),
    )
}

/// How often.
pub fn lives(one: u64, twins: u64, run: &Run, lives: u64, language: Language) -> String {
    format!("{} = {}", arms(one, twins, run, language), whole(lives, language))
}

/// How many rows, how much room.
pub fn rows(rows: f64, bytes: f64, language: Language) -> String {
    let (rows, bytes) = (about(rows, language), size(bytes, language));
    either(language, format!("about {rows} rows, {bytes} on the disk"), format!("ongeveer {rows} rijen, {bytes} op de schijf"))
}

/// How long it takes.
pub fn time(seconds: f64, threads: usize, language: Language) -> String {
    let (seconds, threads) = (clock(seconds, language), whole(threads as u64, language));
    either(language, format!("about {seconds} on {threads} threads"), format!("ongeveer {seconds} op {threads} threads"))
}

/// Two digits that matter, and words for what is large.
pub fn about(value: f64, language: Language) -> String {
    let (value, word) = match value {
        v if v >= 999_500_000.0 => (v / 1e9, text(" billion", " miljard")),
        v if v >= 999_500.0 => (v / 1e6, text(" million", " miljoen")),
        v => (v, text("", "")),
    };
    let short = !word.en.is_empty() && value < 9.95;
    number(value, usize::from(short), language) + word.get(language)
}

/// Bytes, in the unit that fits.
pub fn size(bytes: f64, language: Language) -> String {
    let (value, unit) = match bytes {
        b if b >= 999.5e6 => (b / 1e9, "GB"),
        b if b >= 999.5e3 => (b / 1e6, "MB"),
        b => ((b / 1e3).max(1.0), "kB"),
    };
    format!("{} {unit}", number(value, usize::from(value < 9.95 && unit != "kB"), language))
}
