//! # A sheet of marks
//!
//! A figure is first a list of marks at known places, so that placement can be tested; then it is painted, twice: as
//! vectors and as pixels. The unit is one pixel of a slide of 1600 by 900; on paper it is so large that ticks are 7 points.

use std::sync::OnceLock;

use ab_glyph::{Font, FontRef, GlyphId};

use crate::report::figure::medium::Medium;
use crate::report::figure::palette::Colour;

/// Width of a slide.
pub const WIDTH: f64 = 1600.0;
/// Height of a slide.
pub const HEIGHT: f64 = 900.0;

/// A point on the sheet.
pub type Point = (f64, f64);

/// Which end of a text its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text starts there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Em size.
    pub size: f64,
    /// Bold.
    pub bold: bool,
    /// Colour.
    pub colour: Colour,
}

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width.
    pub width: f64,
    /// Dash and gap lengths; empty means solid.
    pub dash: &'static [f64],
}

/// One thing on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points.
    Line {
        /// The points.
        points: Vec<Point>,
        /// Its look.
        stroke: Stroke,
    },
    /// A filled outline.
    Area {
        /// The outline.
        points: Vec<Point>,
        /// The fill.
        fill: Colour,
        /// 0 to 1.
        opacity: f64,
    },
    /// One line of text; the place is on its baseline.
    Text {
        /// The place.
        at: Point,
        /// The text.
        text: String,
        /// Its look.
        look: Type,
        /// Which end the place is.
        anchor: Anchor,
    },
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

impl Rect {
    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Its four corners.
    pub fn corners(&self) -> Vec<Point> {
        vec![(self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)]
    }
}

/// A figure as a list of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is drawn for.
    pub medium: Medium,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The marks, from the back to the front.
    pub marks: Vec<Mark>,
}

impl Default for Sheet {
    fn default() -> Self {
        Sheet { medium: Medium::Slide, width: WIDTH, height: HEIGHT, marks: Vec::new() }
    }
}

impl Sheet {
    /// Draws a line; fewer than two points draw nothing.
    pub fn line(&mut self, points: Vec<Point>, stroke: Stroke) {
        if points.len() > 1 {
            self.marks.push(Mark::Line { points, stroke });
        }
    }

    /// Fills an outline.
    pub fn area(&mut self, points: Vec<Point>, fill: Colour, opacity: f64) {
        if points.len() > 2 {
            self.marks.push(Mark::Area { points, fill, opacity });
        }
    }

    /// Writes a line of text.
    pub fn text(&mut self, at: Point, text: &str, look: Type, anchor: Anchor) {
        if !text.is_empty() {
            self.marks.push(Mark::Text { at, text: text.to_owned(), look, anchor });
        }
    }
}

/// A disc.
pub fn disc((x, y): Point, radius: f64) -> Vec<Point> {
    let angle = |i: u32| f64::from(i) * std::f64::consts::TAU / 32.0;
    (0..32).map(|i| (x + radius * libm::cos(angle(i)), y + radius * libm::sin(angle(i)))).collect()
}

/// The font that ships with the program: figures do not depend on the machine's fonts.
pub fn font(bold: bool) -> &'static FontRef<'static> {
    static FONTS: OnceLock<[FontRef<'static>; 2]> = OnceLock::new();
    let valid = |bytes| FontRef::try_from_slice(bytes).expect("the font that ships with the program is valid");
    &FONTS.get_or_init(|| [valid(notosans::REGULAR_TTF), valid(notosans::BOLD_TTF)])[usize::from(bold)]
}

/// The letters of a text with the place of each from the start of the text, and the width of the whole.
pub fn letters(text: &str, size: f64, bold: bool) -> (Vec<(GlyphId, f64)>, f64) {
    let font = font(bold);
    let unit = size / f64::from(font.units_per_em().unwrap_or(1000.0));
    let (mut letters, mut x, mut previous) = (Vec::new(), 0.0, None);
    for id in text.chars().map(|c| font.glyph_id(c)) {
        x += previous.map_or(0.0, |p| f64::from(font.kern_unscaled(p, id))) * unit;
        letters.push((id, x));
        x += f64::from(font.h_advance_unscaled(id)) * unit;
        previous = Some(id);
    }
    (letters, x)
}

/// The width of a text.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    letters(text, size, bold).1
}

#[cfg(test)]
impl Mark {
    /// The room that a text takes, ascenders and descenders counted; `None` for other marks.
    pub fn text_box(&self) -> Option<Rect> {
        let Mark::Text { at: (x, y), text, look, anchor } = self else { return None };
        let width = text_width(text, look.size, look.bold);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Some(Rect { left, top: y - 0.76 * look.size, right: left + width, bottom: y + 0.24 * look.size })
    }
}
