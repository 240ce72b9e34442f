//! # The picture of a validation
//!
//! One row for each finding that can be tested: the band that is asked, the simulated interval on it.

use super::{Figure, cell, csv};
use crate::report::sheet::{ARMS, AXIS, Anchor, GRID, INK, MUTED, Medium, Rect, Sheet, Type, WHITE, Words, disc, fit, foot, page, solid};
use crate::text::Language;
use crate::validation::target::{Claim, Strength};
use crate::validation::verdict::{Judged, Verdict, share};
use crate::words::screen::validate as said;

/// Columns of rows side by side.
const COLUMNS: usize = 2;
/// The share of a column that the names take.
const NAMES: f64 = 0.62;
/// Half widths of a band that fit on either side of its middle.
const REACH: f64 = 3.0;

pub fn validation(judged: &[Judged], version: &str, language: Language) -> Figure {
    let rows: Vec<&Judged> = judged.iter().filter(|row| row.estimate.is_some_and(|e| e.mean.is_finite())).collect();
    let words = Words {
        title: said::TITLE.get(language).to_owned(),
        headline: said::headline(share(judged, &Strength::STRONG), language),
        subtitle: said::SUBTITLE.get(language).to_owned(),
        notes: vec![said::NOTE.get(language).to_owned()],
        source: format!("onfoot {version}"),
    };
    let (mut sheet, room) = page(&words, Medium::Slide);
    let each = rows.len().div_ceil(COLUMNS).max(1);
    let width = (room.width() - 40.0) / COLUMNS as f64;
    let height = (room.height() / each as f64).min(26.0);
    for (i, row) in rows.iter().enumerate() {
        let left = room.left + (i / each) as f64 * (width + 40.0);
        let top = room.top + (i % each) as f64 * height;
        draw(&mut sheet, row, Rect { left, top, right: left + width, bottom: top + height }, language);
    }
    foot(&mut sheet, &words);
    let summary =
        std::iter::once(format!("{}.", words.headline)).chain(rows.iter().map(|row| line(row, language))).collect::<Vec<_>>().join("\n")
            + "\n";
    let csv = csv("validation", rows.iter().map(|row| std::iter::once(row.target.id.to_owned()).chain(places(row).map(cell)).collect()));
    Figure { name: "validation", csv, words, sheet, summary }
}

fn line(row: &Judged, language: Language) -> String {
    let shown = row.estimate.map_or(String::new(), |e| said::interval(e.mean, e.low, e.high, language));
    let verdict = said::verdict(row.verdict).get(language);
    format!("{} {}: {} ({}), {verdict}.", row.target.id, row.target.finding.get(language), shown, said::claim(&row.target, language))
}

/// Mean and interval in half widths of the band from its middle; from its edge where it has only one.
fn places(row: &Judged) -> [f64; 3] {
    let Some(e) = row.estimate else { return [f64::NAN; 3] };
    let (zero, unit) = match row.target.claim {
        Claim::Within(low, high) => (f64::midpoint(low, high), (high - low) / 2.0),
        Claim::Above(least) => (least, ((e.high - least).abs().max((e.low - least).abs()) / 2.5).max(f64::MIN_POSITIVE)),
    };
    [e.mean, e.low, e.high].map(|value| ((value - zero) / unit).clamp(-REACH, REACH))
}

fn draw(sheet: &mut Sheet, row: &Judged, room: Rect, language: Language) {
    let size = (room.height() * 0.62).min(15.0);
    let middle = f64::midpoint(room.top, room.bottom);
    let colour = if row.target.decides() { INK } else { MUTED };
    let label = format!("{} {}  {}", row.target.strength.key(), row.target.id, row.target.finding.get(language));
    let names = room.width() * NAMES;
    let look = Type { size, bold: row.verdict == Verdict::Miss && row.target.decides(), colour };
    sheet.text((room.left, middle + size * 0.35), &fit(&label, size, look.bold, names - 10.0), look, Anchor::Start);
    let (start, end) = (room.left + names, room.right);
    let at = |place: f64| start + (place + REACH) / (2.0 * REACH) * (end - start);
    let (low, high) = match row.target.claim {
        Claim::Within(..) => (-1.0, 1.0),
        Claim::Above(_) => (0.0, REACH),
    };
    let band = Rect { left: at(low), top: room.top + 2.0, right: at(high), bottom: room.bottom - 2.0 };
    sheet.area(band.corners(), GRID, 1.0);
    sheet.line(vec![(at(low), room.top + 2.0), (at(low), room.bottom - 2.0)], solid(AXIS, 1.0));
    let line = match (row.target.decides(), row.verdict) {
        (false, _) => MUTED,
        (true, Verdict::Miss) => ARMS[1].line,
        (true, _) => ARMS[0].line,
    };
    let [mean, low, high] = places(row);
    sheet.line(vec![(at(low), middle), (at(high), middle)], solid(line, 2.0));
    let disc = |share: f64| disc((at(mean), middle), room.height() * share, 16);
    sheet.area(disc(0.24), line, 1.0);
    if row.verdict == Verdict::Miss {
        sheet.area(disc(0.14), WHITE, 1.0);
    }
}
