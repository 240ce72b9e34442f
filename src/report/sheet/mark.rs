//! # A sheet of marks
//!
//! A figure is first a list of marks at known places, so that placement can be tested; then it is painted, twice: as
//! vectors and as pixels. The unit is one pixel of a slide of 1600 by 900; on paper it is so large that ticks are 7 points.

use super::medium::{HEIGHT, Medium, WIDTH};
use super::palette::{Colour, Style};

pub type Point = (f64, f64);

/// Which end of a text its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// Where a text of this width starts whose place is `x`.
    pub fn start(self, x: f64, width: f64) -> f64 {
        match self {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        }
    }
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Em size.
    pub size: f64,
    pub bold: bool,
    pub colour: Colour,
}

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// Dash and gap lengths; empty means solid.
    pub dash: &'static [f64],
}

/// One thing on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Line {
        points: Vec<Point>,
        stroke: Stroke,
    },
    /// A filled outline; its opacity is from 0 to 1.
    Area {
        points: Vec<Point>,
        fill: Colour,
        opacity: f64,
    },
    /// One line of text; the place is on its baseline.
    Text {
        at: Point,
        text: String,
        look: Type,
        anchor: Anchor,
    },
}

/// A rectangle, in units of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn corners(&self) -> Vec<Point> {
        vec![(self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)]
    }
}

/// A figure as a list of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub medium: Medium,
    pub width: f64,
    pub height: f64,
    /// The marks, from the back to the front.
    pub marks: Vec<Mark>,
}

pub fn solid(colour: Colour, width: f64) -> Stroke {
    Stroke { colour, width, dash: &[] }
}

impl Style {
    /// Its line, of this width.
    pub fn stroke(&self, width: f64) -> Stroke {
        Stroke { colour: self.line, width, dash: self.dash }
    }
}

impl Type {
    /// Letters as they are.
    pub fn plain(size: f64, colour: Colour) -> Type {
        Type { size, bold: false, colour }
    }

    pub fn bold(size: f64, colour: Colour) -> Type {
        Type { size, bold: true, colour }
    }
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

    pub fn area(&mut self, points: Vec<Point>, fill: Colour, opacity: f64) {
        if points.len() > 2 {
            self.marks.push(Mark::Area { points, fill, opacity });
        }
    }

    pub fn text(&mut self, at: Point, text: &str, look: Type, anchor: Anchor) {
        if !text.is_empty() {
            self.marks.push(Mark::Text { at, text: text.to_owned(), look, anchor });
        }
    }
}

/// A disc, as a polygon of so many corners.
pub fn disc((x, y): Point, radius: f64, corners: u32) -> Vec<Point> {
    let angle = |i: u32| f64::from(i) * std::f64::consts::TAU / f64::from(corners);
    (0..corners).map(|i| (x + radius * libm::cos(angle(i)), y + radius * libm::sin(angle(i)))).collect()
}

#[cfg(test)]
impl Mark {
    /// The room that a text takes, ascenders and descenders counted; `None` for other marks.
    pub fn text_box(&self) -> Option<Rect> {
        let Mark::Text { at: (x, y), text, look, anchor } = self else { return None };
        let width = super::letters::text_width(text, look.size, look.bold);
        let left = anchor.start(*x, width);
        Some(Rect { left, top: y - 0.76 * look.size, right: left + width, bottom: y + 0.24 * look.size })
    }
}
