//! # A sheet of marks
//!
//! A figure is first a list of marks at known places, so that placement can be tested; then it is painted, twice: as
//! vectors and as pixels. The unit is one pixel of a slide of 1600 by 900.

use std::sync::OnceLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use crate::report::figure::palette::Colour;

/// Width of every figure.
pub const WIDTH: f64 = 1600.0;
/// Height of every figure.
pub const HEIGHT: f64 = 900.0;
/// Noto Sans: line height (ascent and descent) over em, which is how plotters counts sizes.
pub const LINE_OVER_EM: f64 = 1.362;
const FAMILY: &str = "Noto Sans";

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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The marks, from the back to the front.
    pub marks: Vec<Mark>,
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

/// Registers the font that ships with the program, once: figures do not depend on the machine's fonts.
fn font(bold: bool) -> (FontFamily<'static>, FontStyle) {
    static REGISTERED: OnceLock<()> = OnceLock::new();
    REGISTERED.get_or_init(|| {
        for (style, bytes) in [(FontStyle::Normal, notosans::REGULAR_TTF), (FontStyle::Bold, notosans::BOLD_TTF)] {
            assert!(register_font(FAMILY, style, bytes).is_ok(), "the font that ships with the program is valid");
        }
    });
    (FontFamily::Name(FAMILY), if bold { FontStyle::Bold } else { FontStyle::Normal })
}

/// The font for a text of this em size, for plotters.
pub fn font_desc(size: f64, bold: bool) -> FontDesc<'static> {
    let (family, style) = font(bold);
    FontDesc::new(family, size * LINE_OVER_EM, style)
}

/// The width of a text.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    const FINE: f64 = 64.0; // measured large, because plotters counts whole pixels
    font_desc(size * FINE, bold).box_size(text).map_or(0.0, |(width, _)| f64::from(width) / FINE)
}

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
