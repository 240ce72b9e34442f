//! # What changed trust
//!
//! From trust before to trust after, cause by cause, the largest first. No bar stands on zero: levels are dots, changes are bars
//! between them.

use plotters::element::{Circle, PathElement, Rectangle};

use super::{Figure, Provenance, cell, csv};
use crate::analysis::account::Account;
use crate::report::chart::{Axis, Chart, Scale, fill, fine, pen, pinned};
use crate::report::sheet::{ARMS, AXIS, Anchor, INK, Medium, Point, Sheet, TICK, Type, fit, page, text_width};
use crate::scenario::Referent;
use crate::text::{Language, Text};
use crate::words::account as words;
use crate::words::figure::{Form, referent};
use crate::words::number::{number, signed};

/// Half the height of a bar, in rows.
const HALF: f64 = 0.33;
/// The share of the room that the names of causes may take.
const NAMES: f64 = 0.34;
/// Changes below this are nothing, even together.
const NOTHING: f64 = 0.0005;

/// Whose account it is, and where that comes from.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    pub title: &'a str,
    /// Whose trust, in which life, in words.
    pub whose: &'a str,
    pub language: Language,
    pub provenance: &'a Provenance,
}

struct Row {
    key: &'static str,
    name: String,
    /// Trust above and below it; the same for a level.
    from: f64,
    to: f64,
    level: bool,
}

/// The figure; `None` where there was nobody to trust.
pub fn waterfall(caption: &Caption<'_>, account: &Account, whom: Referent) -> Option<Figure> {
    let (language, medium) = (caption.language, Medium::Slide);
    if !account.change(whom).is_finite() {
        return None;
    }
    let rows = rows(account, whom, language);
    let text = caption.provenance.words(
        caption.title,
        words::moved(account, whom, language),
        words::waterfall_subtitle(caption.whose, account.from, account.to, language),
        language,
    );
    let (mut sheet, room) = page(&text, medium);
    let levels = || rows.iter().flat_map(|row| [row.from, row.to]);
    let scale = Scale::bounded((0.0, 1.0), Some((levels().fold(1.0, f64::min), levels().fold(0.0, f64::max))), false, Form::Index);
    let place = |at: usize| (rows.len() - at) as f64; // from 1, for at 0 a chart draws its axis
    let ticks = rows.iter().enumerate().map(|(at, row)| (place(at), fit(&row.name, TICK, false, NAMES * room.width()))).collect();
    let up = Axis { low: 0.4, high: rows.len() as f64 + 0.6, ticks, title: String::new() };
    let mut chart = Chart::new(&mut sheet, room, 60.0, Axis::of(&scale, referent(whom).get(language), language), up);
    let half = |row: &Row| if row.level { 0.0 } else { HALF };
    for (at, row) in rows.iter().enumerate() {
        if let Some(next) = rows.get(at + 1) {
            let (from, to) = (place(at) - half(row), place(at + 1) + half(next));
            chart.draw([PathElement::new([(row.to, from), (row.to, to)], pen(AXIS, 1.5))]);
        }
        let [left, right] = [row.from.min(row.to), row.from.max(row.to)];
        let (colour, said) = if row.level {
            chart.draw([Circle::new((row.to, place(at)), fine(9.0), fill(INK, 1.0))]);
            (INK, number(row.to, 2, language))
        } else {
            let loses = row.to < row.from;
            let style = ARMS[usize::from(loses)];
            let inside = fill(style.line.tint(if loses { 1.0 } else { 0.3 }), 1.0);
            let bar = [(left, place(at) + HALF), (right, place(at) - HALF)];
            chart.draw([inside, pen(style.line, 1.5)].map(|look| Rectangle::new(bar, look)));
            (style.text, signed(row.to - row.from, 2, language))
        };
        let look = Type::bold(medium.value(), colour);
        let (gap, width) = (if row.level { 16.0 } else { 10.0 }, text_width(&said, look.size, true));
        let beside = chart.at(right, 0.0).0 + gap + width <= room.right;
        let (end, gap, anchor) = if beside { (right, gap, Anchor::Start) } else { (left, -gap, Anchor::End) };
        let draw = |sheet: &mut Sheet, (x, y): Point| sheet.text((x + gap, y + 0.36 * look.size), &said, look, anchor);
        chart.draw([pinned((end, place(at)), draw)]);
    }
    drop(chart);
    let body = rows.iter().map(|row| {
        let change = if row.level { String::new() } else { cell(row.to - row.from) };
        vec![row.key.to_owned(), change, cell(row.to)]
    });
    let csv = csv("waterfall", body);
    Some(Figure::new("waterfall", text, sheet, &words::took_and_gave(account, whom, language), csv))
}

/// The level before, the causes that are worth naming, the rest of them together, the level after.
fn rows(account: &Account, whom: Referent, language: Language) -> Vec<Row> {
    let level = |key, name: Text, at: f64| Row { key, name: name.get(language).to_owned(), from: at, to: at, level: true };
    let mut rows = vec![level("before", words::BEFORE, account.before[whom])];
    let mut reached = account.before[whom];
    for (cause, change) in account.causes(whom, words::SLIGHT) {
        let name = cause.name().get(language).to_owned();
        rows.push(Row { key: cause.key(), name, from: reached, to: reached + change, level: false });
        reached += change;
    }
    if (account.after[whom] - reached).abs() >= NOTHING {
        rows.push(Row { key: "rest", name: words::REST.get(language).to_owned(), from: reached, to: account.after[whom], level: false });
    }
    rows.push(level("after", words::AFTER, account.after[whom]));
    rows
}
