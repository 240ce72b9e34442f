//! # Verdicts on hypotheses, in a sentence

use super::{either, sweep, whole};
use crate::comparison::hypothesis::{Judgement, Verdict};
use crate::scenario::Direction;
use crate::scenario::measure::{MEASURES, Per, WON_BACK, measure};
use crate::text::{Language, Text, text};
use crate::words::number::{interval, number, percent};
use crate::words::sentence::whom;

/// The verdict in a word.
pub const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Supported => text("supported", "gesteund"),
        Verdict::NotSupported => text("not supported", "niet gesteund"),
        Verdict::Undecided => text("undecided", "onbeslist"),
    }
}

/// What a hypothesis is about.
fn about(row: &Judgement, language: Language) -> String {
    match measure(&row.hypothesis.outcome) {
        Some(at) => {
            let label = MEASURES[at].label.get(language).to_lowercase();
            let whose = whom(row.hypothesis.referent).get(language);
            if MEASURES[at].per == Per::Referent { format!("{label} ({whose})") } else { label }
        }
        None => match row.hypothesis.outcome.as_str() {
            "leavers" => text("people who left", "mensen die vertrokken"),
            "trust_days" => text("trust-days", "vertrouwensdagen"),
            WON_BACK => text("share of the fall won back", "teruggewonnen deel van de val"),
            _ => text("days without trust", "dagen zonder vertrouwen"),
        }
        .get(language)
        .to_owned(),
    }
}

/// The day that was looked at, where one was asked for; another than that where it is not recorded.
fn on(row: &Judgement, language: Language) -> String {
    match (row.day, row.hypothesis.day) {
        (Some(day), Some(asked)) if day == asked => {
            let day = whole(day.into(), language);
            either(language, format!(" on day {day}"), format!(" op dag {day}"))
        }
        (Some(day), Some(asked)) => {
            let (day, asked) = (whole(day.into(), language), whole(asked.into(), language));
            either(
                language,
                format!(" on day {day}, the last recorded up to day {asked}"),
                format!(" op dag {day}, de laatste opgetekende tot dag {asked}"),
            )
        }
        _ => String::new(),
    }
}

/// Decimals enough for three digits of an effect.
fn decimals(row: &Judgement) -> usize {
    let size = row.effect.mean.abs().max(row.hypothesis.smallest_effect.abs());
    if size >= 10.0 {
        0
    } else if size >= 1.0 {
        1
    } else {
        3
    }
}

/// The whole sentence.
pub fn sentence(row: &Judgement, language: Language) -> String {
    let own = &row.hypothesis;
    let [effect, lo, hi] = interval([row.effect.mean, row.effect.low, row.effect.high], decimals(row), language);
    let least = number(own.smallest_effect, decimals(row), language);
    let [one, other] = &own.contrast.sides_as(&|level| sweep::level_of(level, language));
    let (about, said) = (about(row, language) + &on(row, language), verdict(row.verdict).get(language));
    let statement = if own.statement.is_empty() { String::new() } else { format!(" “{}”", own.statement) };
    let more = own.direction == Direction::Greater;
    let (en_way, nl_way) = if more { ("more", "meer") } else { ("less", "minder") };
    let worlds = if row.worlds.is_nan() {
        String::new()
    } else {
        let share = percent(row.worlds, 0, language);
        either(language, format!(", larger in {share} of the worlds"), format!(", groter in {share} van de werelden"))
    };
    let then = row.needed.map_or_else(String::new, |more| {
        let more = whole(more.into(), language);
        either(
            language,
            format!(" About {more} more replicates would decide."),
            format!(" Ongeveer {more} extra herhalingen zouden beslissen."),
        )
    });
    either(
        language,
        format!(
            "{}: {said}.{statement} {one} against {other}, {about}: {effect} {en_way} [{lo}..{hi}]; what matters begins at {least}{worlds}.{then}",
            own.id
        ),
        format!(
            "{}: {said}.{statement} {one} tegenover {other}, {about}: {effect} {nl_way} [{lo}..{hi}]; wat telt begint bij {least}{worlds}.{then}",
            own.id
        ),
    )
}
