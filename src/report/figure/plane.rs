//! # A plane
//!
//! Two axes with numbers, for figures in which the horizontal is no record of days.

use crate::report::figure::frame::{Scale, TICK, time_ticks};
use crate::report::figure::labels::fit;
use crate::report::figure::palette::{AXIS, GRID, MUTED, solid};
use crate::report::figure::sheet::{Anchor, Point, Rect, Sheet, Type, text_width};
use crate::text::Language;
use crate::words::figure::Clock;
use crate::words::number::number;

/// One axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// At its start.
    pub low: f64,
    /// At its end.
    pub high: f64,
    /// Where numbers stand, and what they say.
    pub ticks: Vec<(f64, String)>,
    /// What is measured.
    pub title: String,
}

impl Axis {
    /// The axis of a scale.
    pub fn of(scale: &Scale, title: &str, language: Language) -> Axis {
        let ticks = scale.ticks.iter().map(|&tick| (tick, scale.say(tick, language))).collect();
        Axis { low: scale.low, high: scale.high, ticks, title: title.to_owned() }
    }

    /// The same axis from an earlier start.
    pub fn from(self, low: f64) -> Axis {
        Axis { low, ..self }
    }

    /// Time from 0, in the units that suit its length.
    pub fn time(length: f64, width: f64, title: &str, language: Language) -> Axis {
        let clock = Clock::of(length);
        let ticks = time_ticks(clock, length, width).into_iter().map(|unit| (unit * clock.days(), number(unit, 0, language))).collect();
        Axis { low: 0.0, high: length.max(1.0), ticks, title: title.to_owned() }
    }
}

/// Two axes and the room between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// Where.
    pub plot: Rect,
    /// Along.
    pub x: Axis,
    /// Up.
    pub y: Axis,
}

impl Plane {
    /// A plane in a room, titles and numbers inside the room; on the right `gutter` is left free, below the axis `strip`.
    pub fn new(room: Rect, gutter: f64, strip: f64, x: Axis, y: Axis) -> Plane {
        let numbers = y.ticks.iter().map(|(_, said)| text_width(said, TICK, false)).fold(0.0, f64::max) + 12.0;
        let left = room.left + numbers;
        let last = x.ticks.last().map_or(0.0, |(_, said)| text_width(said, TICK, false) / 2.0);
        let right = (room.right - gutter.max(last)).max(left + 50.0);
        let bottom = room.bottom - strip - 34.0 - if x.title.is_empty() { 0.0 } else { 26.0 };
        let top = room.top + if y.title.is_empty() { 8.0 } else { 2.0 * TICK };
        Plane { plot: Rect { left, top, right, bottom: bottom.max(top + 50.0) }, x, y }
    }

    /// Two values as a point, held at the edges.
    pub fn at(&self, x: f64, y: f64) -> Point {
        let part = |value: f64, axis: &Axis| ((value - axis.low) / (axis.high - axis.low)).clamp(0.0, 1.0);
        (self.plot.left + self.plot.width() * part(x, &self.x), self.plot.bottom - self.plot.height() * part(y, &self.y))
    }

    /// Grid, axis lines, numbers and titles; `strip` below the plot stays free, the numbers stand under it.
    pub fn axes(&self, sheet: &mut Sheet, room: Rect, strip: f64) {
        let Rect { left, top: _, right, bottom } = self.plot;
        let look = Type { size: TICK, bold: false, colour: MUTED };
        let few = |apart: f64, needed: f64| (needed / apart.max(1.0)).ceil().max(1.0) as usize;
        let apart = |length: f64, axis: &Axis| length / (axis.ticks.len().max(2) - 1) as f64;
        for (tick, said) in self.y.ticks.iter().step_by(few(apart(self.plot.height(), &self.y), 1.5 * TICK)) {
            let y = self.at(self.x.low, *tick).1;
            let (colour, width) = if tick.abs() < 1e-9 { (AXIS, 1.5) } else { (GRID, 1.5) };
            sheet.line(vec![(left, y), (right, y)], solid(colour, width));
            sheet.text((left - 12.0, y + 0.36 * TICK), said, look, Anchor::End);
        }
        sheet.line(vec![(left, bottom), (right, bottom)], solid(AXIS, 1.5));
        let widest = self.x.ticks.iter().map(|(_, said)| text_width(said, TICK, false)).fold(0.0, f64::max);
        for (tick, said) in self.x.ticks.iter().step_by(few(apart(self.plot.width(), &self.x), widest + 14.0)) {
            let x = self.at(*tick, self.y.low).0;
            sheet.line(vec![(x, bottom), (x, bottom + 6.0)], solid(AXIS, 1.5));
            sheet.text((x, bottom + strip + 12.0 + 0.8 * TICK), said, look, Anchor::Middle);
        }
        let title = fit(&self.x.title, TICK, false, room.width());
        let half = text_width(&title, TICK, false) / 2.0;
        let middle = f64::midpoint(left, right).min(room.right - half).max(room.left + half);
        sheet.text((middle, bottom + strip + 40.0 + 0.6 * TICK), &title, look, Anchor::Middle);
        sheet.text((room.left, room.top + 0.8 * TICK), &fit(&self.y.title, TICK, false, room.width()), look, Anchor::Start);
    }
}
