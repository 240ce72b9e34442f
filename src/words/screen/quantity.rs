//! # Quantities
//!
//! Times, sizes and numbers of things, as screens say them.

use super::either;
use crate::scenario::{MONTH, Run, WEEK, YEAR, is_month};
use crate::text::{Language, text};
use crate::words::number::{count, number};

/// A span of clock time.
pub fn clock(seconds: f64, language: Language) -> String {
    let whole = seconds.ceil().max(1.0) as u64;
    match whole {
        0..120 => format!("{whole} s"),
        120..7_200 => format!("{} min", (whole + 30) / 60),
        _ => either(language, format!("{} h", (whole + 1_800) / 3_600), format!("{} u", (whole + 1_800) / 3_600)),
    }
}

/// A length that people set themselves: said exactly when it is a round number of years, months or weeks.
pub fn days(days: u32, language: Language) -> String {
    let months = (f64::from(days) / MONTH).round();
    let exact = [
        (days.is_multiple_of(YEAR), f64::from(days / YEAR), text("year", "jaar"), text("years", "jaar")),
        (days > 0 && is_month(days), months, text("month", "maand"), text("months", "maanden")),
        (days.is_multiple_of(WEEK), f64::from(days / WEEK), text("week", "week"), text("weeks", "weken")),
    ];
    match exact.into_iter().find(|(fits, amount, ..)| *fits && *amount >= 1.0) {
        Some((_, amount, one, many)) => count(amount as u64, one, many, language),
        None => count(days.into(), text("working day", "werkdag"), text("working days", "werkdagen"), language),
    }
}

/// `4 arms x 100 replicates x 200 worlds`, twins counted apart, worlds where there are several.
pub fn arms(arms: u64, twins: u64, run: &Run, language: Language) -> String {
    let arms = count(arms, text("arm", "variant"), text("arms", "varianten"), language);
    let mut lives = count(run.replicates.into(), text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    let twins = match twins {
        0 => String::new(),
        n => format!(" + {}", count(n, text("twin", "tweeling"), text("twins", "tweelingen"), language)),
    };
    if run.worlds > 1 {
        lives += &format!(" × {}", count(run.worlds.into(), text("world", "wereld"), text("worlds", "werelden"), language));
    }
    if twins.is_empty() { format!("{arms} × {lives}") } else { format!("({arms}{twins}) × {lives}") }
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
