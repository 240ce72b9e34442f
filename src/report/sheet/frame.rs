//! # The frame around a figure
//!
//! Headline, subtitle, notes, source; and rooms for panels.

use super::labels::{balance, fit, wrap};
use super::mark::{Anchor, Rect, Sheet, Type};
use super::medium::{HEIGHT, Medium, WIDTH, columns};
use super::palette::{INK, MUTED};

/// Room left free at the sides.
pub const MARGIN: f64 = 56.0;
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The scenario's title, small, above the headline.
    pub title: String,
    pub headline: String,
    /// What is measured, over whom, how often.
    pub subtitle: String,
    /// Limits and what is left out.
    pub notes: Vec<String>,
    pub source: String,
}

/// A new sheet with title, headline and subtitle, and the room that is left for the figure.
pub fn page(words: &Words, medium: Medium) -> (Sheet, Rect) {
    page_of(words, medium, 0.0)
}

/// The same for a figure that needs so many millimetres of height on paper.
pub fn page_of(words: &Words, medium: Medium, least: f64) -> (Sheet, Rect) {
    if let Medium::Print { headline, .. } = medium {
        return paper(words, medium, least, headline);
    }
    let mut sheet = Sheet::default();
    let width = WIDTH - 2.0 * MARGIN;
    let mut y = 38.0;
    if !words.title.trim().is_empty() {
        let look = Type::bold(18.0, MUTED);
        y += 12.0;
        sheet.text((MARGIN, y), &fit(words.title.trim(), look.size, look.bold, width), look, Anchor::Start);
    }
    let (size, lines) = whole_headline(&words.headline, width);
    let look = Type::bold(size, INK);
    for line in lines {
        y += size * 1.25;
        sheet.text((MARGIN, y), &line, look, Anchor::Start);
    }
    let look = Type::plain(20.0, MUTED);
    y += 6.0;
    for line in wrap(&words.subtitle, look.size, false, width, 2) {
        y += 28.0;
        sheet.text((MARGIN, y), &line, look, Anchor::Start);
    }
    let foot = if set_notes(words, width).1.len() > 1 { 96.0 } else { 84.0 };
    (sheet, Rect { left: MARGIN, top: y + 22.0, right: WIDTH - MARGIN, bottom: HEIGHT - foot })
}

/// A headline in the largest letters in which nothing of it is cut, and its lines: a claim is said whole or not at all.
fn whole_headline(headline: &str, width: f64) -> (f64, Vec<String>) {
    const SIZES: [(f64, usize); 4] = [(36.0, 2), (30.0, 2), (26.0, 3), (22.0, 4)];
    largest(&SIZES.map(|(size, most)| (size, balance(headline, size, true, width, most))))
}

/// A sheet of paper, where the words stand in the caption; the headline above the figure only for who asks.
fn paper(words: &Words, medium: Medium, least: f64, headline: bool) -> (Sheet, Rect) {
    const EDGE: f64 = 10.0;
    let [width, height] = medium.sheet(least);
    let mut sheet = Sheet { medium, width, height, ..Sheet::default() };
    let mut top = EDGE;
    if headline {
        let look = Type::bold(1.15 * medium.label(), INK);
        for line in balance(&words.headline, look.size, true, width - 2.0 * EDGE, 6) {
            top += 1.25 * look.size;
            sheet.text((EDGE, top), &line, look, Anchor::Start);
        }
        top += 0.8 * look.size;
    }
    (sheet, Rect { left: EDGE, top, right: width - EDGE, bottom: height - EDGE })
}

/// Notes and source, at the foot of the sheet; on paper they stand in the caption.
pub fn foot(sheet: &mut Sheet, words: &Words) {
    if sheet.medium != Medium::Slide {
        return;
    }
    let width = WIDTH - 2.0 * MARGIN;
    let look = |size| Type::plain(size, MUTED);
    sheet.text((MARGIN, HEIGHT - 26.0), &fit(&words.source, 16.0, false, width), look(16.0), Anchor::Start);
    let (size, notes) = set_notes(words, width);
    for (line, up) in notes.iter().rev().zip(0..) {
        sheet.text((MARGIN, HEIGHT - 50.0 - f64::from(up) * 1.35 * size), line, look(size), Anchor::Start);
    }
}

/// The notes in the largest letters in which nothing of them is cut, and their lines.
fn set_notes(words: &Words, width: f64) -> (f64, Vec<String>) {
    const SIZES: [f64; 3] = [16.0, 15.0, 14.0];
    let notes = words.notes.join(" ");
    largest(&SIZES.map(|size| (size, wrap(&notes, size, false, width, 2))))
}

/// The first of which nothing is cut, or the last.
fn largest(set: &[(f64, Vec<String>)]) -> (f64, Vec<String>) {
    set.iter().find(|(_, lines)| !lines.iter().any(|line| line.ends_with('…'))).unwrap_or(&set[set.len() - 1]).clone()
}

/// Rooms for `n` small panels, row by row.
pub fn grid(body: Rect, n: usize) -> Vec<Rect> {
    let columns = columns(body.width(), n);
    let lines = n.div_ceil(columns);
    let (gap_x, gap_y) = (26.0, 14.0);
    let width = (body.width() - gap_x * (columns - 1) as f64) / columns as f64;
    let height = (body.height() - gap_y * (lines - 1) as f64) / lines as f64;
    (0..n)
        .map(|i| {
            let (left, top) = (body.left + (i % columns) as f64 * (width + gap_x), body.top + (i / columns) as f64 * (height + gap_y));
            Rect { left, top, right: left + width, bottom: top + height }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_of_two_long_names_is_said_whole() {
        let name = |end: &str| format!("{}-{end}", "a-very-long-name-of-a-policy-that-somebody-thought-of-in-full");
        let said = format!("Trust in the leader ends at 0.51 with “{}” and at 0.45 with “{}”", name("01"), name("09"));
        let (_, lines) = whole_headline(&said, WIDTH - 2.0 * MARGIN);
        assert_eq!(lines.join(" "), said);
    }

    #[test]
    fn a_very_long_title_and_headline_stay_on_the_sheet() {
        let long = "word ".repeat(200);
        let words = Words { title: long.clone(), headline: long.clone(), subtitle: long.clone(), notes: vec![long.clone()], source: long };
        let (mut sheet, body) = page(&words, Medium::Slide);
        foot(&mut sheet, &words);
        assert!(body.height() > 500.0);
        assert!(sheet.marks.iter().filter_map(super::super::mark::Mark::text_box).all(|b| b.right <= WIDTH - MARGIN + 1.0));
    }
}
