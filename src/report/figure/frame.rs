//! # The frame around a figure
//!
//! Headline, subtitle, notes, source; and a panel with its axes.

use crate::report::figure::labels::{balance, fit, wrap};
use crate::report::figure::medium::Medium;
use crate::report::figure::palette::{AXIS, GRID, INK, MUTED, solid};
use crate::report::figure::sheet::{Anchor, HEIGHT, Point, Rect, Sheet, Type, WIDTH, text_width};
use crate::text::Language;
use crate::words::figure::{Clock, Form};
use crate::words::number::{number, percent};

/// Room left free at the sides.
pub const MARGIN: f64 = 56.0;
/// Room in which panels do not stand beside one another.
pub const NARROW: f64 = 1000.0;
/// Size of the numbers along an axis.
pub const TICK: f64 = 18.0;

/// The words around a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The scenario's title, small, above the headline.
    pub title: String,
    /// The finding.
    pub headline: String,
    /// What is measured, over whom, how often.
    pub subtitle: String,
    /// Limits and what is left out.
    pub notes: Vec<String>,
    /// Where it comes from.
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
        let look = Type { size: 18.0, bold: true, colour: MUTED };
        y += 12.0;
        sheet.text((MARGIN, y), &fit(words.title.trim(), look.size, look.bold, width), look, Anchor::Start);
    }
    let (size, lines) = whole_headline(&words.headline, width);
    let look = Type { size, bold: true, colour: INK };
    for line in lines {
        y += size * 1.25;
        sheet.text((MARGIN, y), &line, look, Anchor::Start);
    }
    let look = Type { size: 20.0, bold: false, colour: MUTED };
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
    let set = SIZES.map(|(size, most)| (size, balance(headline, size, true, width, most)));
    let last = set[SIZES.len() - 1].clone();
    set.into_iter().find(|(_, lines)| !lines.iter().any(|line| line.ends_with('…'))).unwrap_or(last)
}

/// A sheet of paper, where the words stand in the caption; the headline above the figure only for who asks.
fn paper(words: &Words, medium: Medium, least: f64, headline: bool) -> (Sheet, Rect) {
    const EDGE: f64 = 10.0;
    let [width, height] = medium.sheet(least);
    let mut sheet = Sheet { medium, width, height, ..Sheet::default() };
    let mut top = EDGE;
    if headline {
        let look = Type { size: 1.15 * medium.label(), bold: true, colour: INK };
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
    let look = |size| Type { size, bold: false, colour: MUTED };
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
    let set = SIZES.map(|size| (size, wrap(&notes, size, false, width, 2)));
    let last = set[SIZES.len() - 1].clone();
    set.into_iter().find(|(_, lines)| !lines.iter().any(|line| line.ends_with('…'))).unwrap_or(last)
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

/// How many of `n` small panels stand beside one another.
pub fn columns(width: f64, n: usize) -> usize {
    const NARROWEST: f64 = 190.0;
    let wanted = match n {
        ..=6 => 3,
        7..=12 => 4,
        _ => 5,
    };
    wanted.min((width / NARROWEST) as usize).max(1)
}

/// The range and the ticks of a value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// At the bottom.
    pub low: f64,
    /// At the top.
    pub high: f64,
    /// Where numbers stand.
    pub ticks: Vec<f64>,
    /// Decimals of these numbers.
    decimals: usize,
    /// How values are written.
    form: Form,
}

impl Scale {
    /// From 0 to 1.
    pub fn unit() -> Scale {
        Scale { low: 0.0, high: 1.0, ticks: (0..=5).map(|i| f64::from(i) / 5.0).collect(), decimals: 1, form: Form::Index }
    }

    /// Around these values, from zero if asked, on round numbers.
    pub fn around(extent: Option<(f64, f64)>, from_zero: bool, form: Form) -> Scale {
        let (mut low, mut high) = extent.unwrap_or((0.0, 1.0));
        let least = match form {
            Form::Index => 0.1,
            Form::Share => 0.02,
            Form::Count => 4.0,
        };
        if from_zero {
            low = low.min(0.0);
            high = high.max(0.0);
        }
        if high - low < least {
            let middle = f64::midpoint(low, high);
            low = if from_zero && low >= 0.0 { 0.0 } else { middle - least / 2.0 };
            high = low + least;
        }
        let step = round_step((high - low) / 5.0);
        let (first, last) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
        let ticks: Vec<f64> = (first..=last.min(first + 20)).map(|i| i as f64 * step).collect();
        let shown = if form == Form::Share { step * 100.0 } else { step };
        let decimals =
            (0..6).find(|&d| ((shown * 10_f64.powi(d)).round() / 10_f64.powi(d) - shown).abs() < shown * 1e-6).unwrap_or(6) as usize;
        Scale { low: first as f64 * step, high: last as f64 * step, ticks, decimals, form }
    }

    /// The same from and to these values, with the ticks between them.
    pub fn within(self, low: f64, high: f64) -> Scale {
        let ticks = self.ticks.into_iter().filter(|tick| (low - 1e-9..=high + 1e-9).contains(tick)).collect();
        Scale { low, high, ticks, ..self }
    }

    /// The same for values that cannot lie outside `bounds`, so that no number along the axis is an impossible one.
    pub fn bounded(bounds: (f64, f64), extent: Option<(f64, f64)>, from_zero: bool, form: Form) -> Scale {
        let scale = Self::around(extent, from_zero, form);
        let (least, most) = bounds;
        if extent.is_some_and(|(low, high)| low < least || high > most) {
            return scale;
        }
        let (low, high) = (scale.low.max(least), scale.high.min(most));
        scale.within(low, high)
    }

    /// A tick as text.
    pub fn say(&self, tick: f64, language: Language) -> String {
        match self.form {
            Form::Share => percent(tick, self.decimals, language),
            Form::Index | Form::Count => number(tick, self.decimals, language),
        }
    }
}

/// The next of 1, 2, 2.5, 5, 10 ... at or above `rough`.
fn round_step(rough: f64) -> f64 {
    let rough = rough.max(1e-9);
    let power = libm::pow(10.0, libm::log10(rough).floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|m| m * power).find(|&step| step >= rough * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

/// Days on which the time axis is numbered, in units of the clock, so that numbers keep their distance.
pub fn time_ticks(clock: Clock, length: f64, width: f64) -> Vec<f64> {
    let steps: &[f64] = match clock {
        Clock::Days => &[1.0, 2.0, 5.0, 10.0],
        Clock::Weeks => &[1.0, 2.0, 4.0, 8.0],
        Clock::Months => &[1.0, 2.0, 3.0, 6.0, 12.0, 24.0],
        Clock::Years => &[1.0, 2.0, 5.0, 10.0, 20.0, 50.0],
    };
    let units = length / clock.days();
    let step = steps.iter().copied().find(|step| units / step * 52.0 <= width).unwrap_or(steps[steps.len() - 1]);
    // a month is no whole number of days: the day on which one is up may stand a third of a day before it
    let last = ((units + 0.02) / step).floor() as u32;
    (0..=last).map(|i| f64::from(i) * step).collect()
}

/// The room in which days and values are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Where.
    pub plot: Rect,
    /// Last day.
    pub length: f64,
    /// Values.
    pub scale: Scale,
}

impl Panel {
    /// A day and a value as a point; values outside the scale are held at its edge.
    pub fn at(&self, day: f64, value: f64) -> Point {
        let (low, high) = (self.scale.low, self.scale.high);
        let height = ((value - low) / (high - low)).clamp(0.0, 1.0);
        (self.plot.left + self.plot.width() * (day / self.length.max(1.0)).min(1.0), self.plot.bottom - self.plot.height() * height)
    }

    /// Draws grid, axis lines and numbers; the title of the time axis only if `title`.
    pub fn axes(&self, sheet: &mut Sheet, clock: Clock, title: bool, language: Language) {
        let Rect { left, top: _, right, bottom } = self.plot;
        let look = Type { size: TICK, bold: false, colour: MUTED };
        let apart = self.plot.height() / (self.scale.ticks.len().max(2) - 1) as f64;
        let every = (1.5 * TICK / apart.max(1.0)).ceil() as usize;
        for &tick in self.scale.ticks.iter().step_by(every.max(1)) {
            let y = self.at(0.0, tick).1;
            sheet.line(vec![(left, y), (right, y)], solid(GRID, 1.5));
            sheet.text((left - 12.0, y + 0.36 * TICK), &self.scale.say(tick, language), look, Anchor::End);
        }
        sheet.line(vec![(left, bottom), (right, bottom)], solid(AXIS, 1.5));
        for unit in time_ticks(clock, self.length, self.plot.width()) {
            let x = self.at(unit * clock.days(), 0.0).0;
            sheet.line(vec![(x, bottom), (x, bottom + 6.0)], solid(AXIS, 1.5));
            sheet.text((x, bottom + 12.0 + 0.8 * TICK), &number(unit, 0, language), look, Anchor::Middle);
        }
        if title {
            let middle = f64::midpoint(left, right);
            sheet.text((middle, bottom + 40.0 + 0.6 * TICK), clock.title().get(language), look, Anchor::Middle);
        }
    }

    /// How wide the numbers of the value axis are.
    pub fn numbers_width(scale: &Scale, language: Language) -> f64 {
        scale.ticks.iter().map(|&tick| text_width(&scale.say(tick, language), TICK, false)).fold(0.0, f64::max) + 12.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_on_round_numbers_around_the_values() {
        let scale = Scale::around(Some((0.43, 0.56)), false, Form::Index);
        assert!(scale.low <= 0.43 && scale.high >= 0.56 && scale.high - scale.low < 0.25);
        assert_eq!(scale.say(scale.ticks[0], Language::Dutch), "0,40");
        let scale = Scale::around(Some((3.0, 41.0)), true, Form::Count);
        assert_eq!((scale.low as i32, scale.high as i32), (0, 50));
        assert_eq!(Scale::around(Some((0.0, 0.0)), true, Form::Count).ticks.len(), 5);
        assert!(Scale::around(Some((0.7, 0.7)), false, Form::Index).high > 0.7);
    }

    #[test]
    fn no_axis_shows_what_a_measure_cannot_be() {
        // a turnover that is nearly the same everywhere was drawn from −25 % on
        let scale = Scale::bounded((0.0, f64::INFINITY), Some((0.001, 0.002)), false, Form::Share);
        assert!(scale.low == 0.0 && scale.ticks.iter().all(|tick| *tick >= 0.0), "{scale:?}");
        let scale = Scale::bounded((0.0, 1.0), Some((0.97, 1.0)), false, Form::Index);
        assert!(scale.high <= 1.0 && scale.ticks.iter().all(|tick| *tick <= 1.0 + 1e-9), "{scale:?}");
        assert!(Scale::bounded((0.0, f64::INFINITY), None, true, Form::Count).low == 0.0);
    }

    #[test]
    fn a_headline_of_two_long_names_is_said_whole() {
        let name = |end: &str| format!("{}-{end}", "a-very-long-name-of-a-policy-that-somebody-thought-of-in-full");
        let said = format!("Trust in the leader ends at 0.51 with “{}” and at 0.45 with “{}”", name("01"), name("09"));
        let (_, lines) = whole_headline(&said, WIDTH - 2.0 * MARGIN);
        assert_eq!(lines.join(" "), said);
    }

    #[test]
    fn time_is_numbered_in_steps_that_people_use() {
        assert_eq!(time_ticks(Clock::Months, 520.0, 600.0), [0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0]);
        assert_eq!(time_ticks(Clock::Years, 1300.0, 900.0).len(), 6);
        assert_eq!(time_ticks(Clock::Days, 0.0, 900.0), [0.0]);
    }

    #[test]
    fn a_very_long_title_and_headline_stay_on_the_sheet() {
        let long = "word ".repeat(200);
        let words = Words { title: long.clone(), headline: long.clone(), subtitle: long.clone(), notes: vec![long.clone()], source: long };
        let (mut sheet, body) = page(&words, Medium::Slide);
        foot(&mut sheet, &words);
        assert!(body.height() > 500.0);
        assert!(sheet.marks.iter().filter_map(crate::report::figure::sheet::Mark::text_box).all(|b| b.right <= WIDTH - MARGIN + 1.0));
    }
}
