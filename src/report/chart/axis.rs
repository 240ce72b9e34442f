//! # An axis
//!
//! What it reaches from and to, where numbers stand along it and what they say: a coordinate of plotters.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use crate::report::sheet::{TICK, text_width};
use crate::text::Language;
use crate::words::figure::{Clock, Form};
use crate::words::number::{number, percent};

/// The range and the ticks of a value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
    decimals: usize,
    pub form: Form,
}

impl Scale {
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

    /// Around zero and these counts.
    pub fn from_zero(counts: impl Iterator<Item = f64>) -> Scale {
        let extent =
            counts.filter(|count| count.is_finite()).fold((0.0, 0.0), |(low, high): (f64, f64), count| (low.min(count), high.max(count)));
        Self::around(Some(extent), true, Form::Count)
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

/// One axis of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub low: f64,
    pub high: f64,
    /// Where numbers stand, and what they say.
    pub ticks: Vec<(f64, String)>,
    pub title: String,
}

impl Axis {
    pub fn of(scale: &Scale, title: &str, language: Language) -> Axis {
        let ticks = scale.ticks.iter().map(|&tick| (tick, scale.say(tick, language))).collect();
        Axis { low: scale.low, high: scale.high, ticks, title: title.to_owned() }
    }

    /// Time from 0, in the units that suit its length.
    pub fn time(length: f64, width: f64, title: &str, language: Language) -> Axis {
        let clock = Clock::of(length);
        let ticks = time_ticks(clock, length, width).into_iter().map(|unit| (unit * clock.days(), number(unit, 0, language))).collect();
        Axis { low: 0.0, high: length.max(1.0), ticks, title: title.to_owned() }
    }

    /// An axis from and to these values, without numbers.
    pub fn bare(low: f64, high: f64) -> Axis {
        Axis { low, high, ticks: Vec::new(), title: String::new() }
    }

    /// The same axis from an earlier start.
    pub fn from(self, low: f64) -> Axis {
        Axis { low, ..self }
    }

    /// The same axis with only so many of its numbers that they stand at least `least` apart on `length`.
    pub fn spaced(mut self, length: f64, least: f64) -> Axis {
        let apart = length / (self.ticks.len().max(2) - 1) as f64;
        let every = (least / apart.max(1.0)).ceil().max(1.0) as usize;
        self.ticks = self.ticks.into_iter().step_by(every).collect();
        self
    }

    /// The part of the axis below a value, 0 to 1; values outside are held at the edge.
    pub fn part(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// How wide the widest of its numbers is.
    pub fn widest(&self) -> f64 {
        self.ticks.iter().map(|(_, said)| text_width(said, TICK, false)).fold(0.0, f64::max)
    }

    /// How wide its numbers are beside a plot, with the gap before them.
    pub fn numbers(&self) -> f64 {
        self.widest() + 12.0
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        from + (f64::from(to - from) * self.part(*value)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        // there are no finer lines between those with a number
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.iter().map(|(tick, _)| *tick).collect() }
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.iter().find(|(tick, _)| tick.total_cmp(value).is_eq()).map_or_else(String::new, |(_, said)| said.clone())
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
    fn time_is_numbered_in_steps_that_people_use() {
        assert_eq!(time_ticks(Clock::Months, 520.0, 600.0), [0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0]);
        assert_eq!(time_ticks(Clock::Years, 1300.0, 900.0).len(), 6);
        assert_eq!(time_ticks(Clock::Days, 0.0, 900.0), [0.0]);
    }
}
