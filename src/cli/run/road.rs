//! # The road of trust, as a table
//!
//! What was lost, how long each stretch took, how often trust never came back: for one arm in full, for several side by side.

use super::super::terminal::table::Table;
use crate::analysis::recovery::{Band, RecoverySummary, WaitBand};
use crate::text::{Language, Text};
use crate::words::number::{MISSING, duration, number};
use crate::words::screen::road as words;

/// One arm: median and range of each quantity; where there are worlds, how much is luck and how much doubt. It is `named` where there
/// are others.
pub(super) fn in_full(row: &RecoverySummary, named: bool, language: Language) -> Table {
    let level = |label: Text, band: Band, decimals: usize| {
        let [median, lo, hi] = [band.median, band.lo, band.hi].map(|value| number(value, decimals, language));
        let apart = [band.luck, band.doubt].map(|sd| number(sd, decimals, language));
        [vec![label.get(language).to_owned(), median, words::range(&lo, &hi, language)], apart.to_vec()].concat()
    };
    let wait = |label: Text, term: &WaitBand| {
        let worlds = between(term.worlds[0], term.worlds[1], term.watched, language);
        vec![label.get(language).to_owned(), median(term, language), span(term, language), String::new(), worlds]
    };
    let mut rows = vec![level(words::BEFORE, row.before, 2), level(words::LOWEST, row.lowest, 2)];
    if row.is_visible() {
        let fall = &row.fall_days;
        rows.push(wait(words::BUILD, &row.build));
        rows.push(vec![
            words::FALL.get(language).to_owned(),
            duration(fall.median, language),
            between(Some(fall.lo), Some(fall.hi), fall.hi, language),
            String::new(),
            String::new(),
        ]);
        rows.push(wait(words::BACK, &row.back));
        if row.twin_back.n > 0 {
            rows.push(wait(words::LEVEL, &row.twin_back));
        }
    }
    let never = words::never(row.horizon.median, language);
    rows.push([vec![never, words::of(row.back.open as u64, row.back.n as u64, language)], vec![String::new(); 3]].concat());
    if row.more_leavers.median.is_finite() {
        rows.push(level(words::LEAVERS, row.more_leavers, 0));
    }
    let name = if named { row.arm.clone() } else { String::new() };
    let mut heads = [name, words::MEDIAN.get(language).to_owned(), words::RANGE.get(language).to_owned()].to_vec();
    if row.before.doubt.is_finite() {
        heads.extend([words::LUCK, words::DOUBT].map(|head| head.get(language).to_owned()));
    }
    rows.iter_mut().for_each(|row| row.truncate(heads.len()));
    Table { heads, rows }
}

/// Several arms: medians.
pub(super) fn side_by_side(rows: &[&RecoverySummary], language: Language) -> Table {
    let line = |row: &&RecoverySummary| {
        let times = row.is_visible();
        let time = |said: String| if times { said } else { MISSING.to_owned() };
        vec![
            row.arm.clone(),
            number(row.lowest.median, 2, language),
            time(duration(row.fall_days.median, language)),
            time(median(&row.back, language)),
            time(if row.twin_back.n > 0 { median(&row.twin_back, language) } else { MISSING.to_owned() }),
            words::of(row.back.open as u64, row.back.n as u64, language),
        ]
    };
    let mut heads = words::ARM_HEADS.map(|head| head.get(language).to_owned()).to_vec();
    if let Some(row) = rows.first() {
        heads[0] = words::whom(row.referent, language);
    }
    Table { heads, rows: rows.iter().map(line).collect() }
}

/// The median of waits; of those that half never ended, more than was watched.
fn median(term: &WaitBand, language: Language) -> String {
    let said = duration(term.at_least(), language);
    if term.median.is_none() && term.watched.is_finite() { words::more_than(&said) } else { said }
}

fn span(term: &WaitBand, language: Language) -> String {
    between(term.lo, term.hi, term.watched, language)
}

/// From one time to another; an end that was not seen lies beyond what was watched.
fn between(lo: Option<f64>, hi: Option<f64>, watched: f64, language: Language) -> String {
    let seen = |time: Option<f64>| match time {
        Some(days) => duration(days, language),
        None => words::more_than(&duration(watched, language)),
    };
    match (lo, hi) {
        (None, _) if watched.is_nan() => String::new(),
        (None, _) => seen(None),
        (lo, hi) => {
            let (low, high) = (seen(lo), seen(hi));
            // `9 to 19 months` rather than `9 months to 19 months`.
            let (number, unit) = low.split_once(' ').unwrap_or((&low, ""));
            let shared = !unit.is_empty() && (high.ends_with(&format!(" {unit}")) || high.ends_with(&format!(" {unit}s")));
            if low == high { low } else { words::range(if shared { number } else { &low }, &high, language) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_share_their_unit_and_unfinished_waits_are_more_than_what_was_seen() {
        let said = |lo, hi| between(lo, hi, 910.0, Language::English);
        assert_eq!(said(Some(195.0), Some(412.0)), "9 to 19 months");
        assert_eq!(said(Some(1.0), Some(6.0)), "1 to 6 days");
        assert_eq!(said(Some(1.0), Some(1.0)), "1 day");
        assert_eq!(said(Some(5.0), Some(412.0)), "5 days to 19 months");
        assert_eq!(said(Some(238.0), None), "11 months to > 3.5 years");
        assert_eq!(said(None, None), "> 3.5 years");
        assert_eq!(between(Some(238.0), None, 910.0, Language::Dutch), "11 maanden tot > 3,5 jaar");
    }
}
