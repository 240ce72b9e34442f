//! # Lanes
//!
//! Sixteen teams lie side by side; one number of each of them makes a lane, and a day's arithmetic runs over lanes, which
//! the compiler turns into vector instructions.
//!
//! What there is one of for every person is a [`Lane`] of `f32`. What there is one of for every *relation* is by far the
//! most, and is kept in sixteen bits ([`Narrow`]), which halves the memory that a day has to walk through. A slow drift of a
//! few parts in 100,000 a day is about one unit of that; it is not lost, because what is kept is rounded up or down by a
//! [`Dither`] that walks evenly through a step from day to day.

use crate::theory::{larger, smaller};

/// Teams side by side.
pub const LANES: usize = 16;

/// One number for each of the teams side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(64))]
pub struct Lane(pub [f32; LANES]);

impl Lane {
    /// The same number for all.
    pub const fn all(value: f32) -> Self {
        Self([value; LANES])
    }

    /// The sum in each lane.
    #[inline(always)]
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        for l in 0..LANES {
            self.0[l] += other.0[l];
        }
        self
    }

    /// The product in each lane.
    #[inline(always)]
    #[must_use]
    pub fn times(mut self, other: Self) -> Self {
        for l in 0..LANES {
            self.0[l] *= other.0[l];
        }
        self
    }

    /// The number where `there` is above 0, else 0, even if the number is none (NaN).
    #[inline(always)]
    #[must_use]
    pub fn where_there(mut self, there: Self) -> Self {
        for l in 0..LANES {
            self.0[l] = if there.0[l] > 0.0 { self.0[l] } else { 0.0 };
        }
        self
    }

    /// The number where the mask has a bit for the lane, else 0.
    #[inline(always)]
    #[must_use]
    pub fn only(mut self, mask: u16) -> Self {
        for l in 0..LANES {
            self.0[l] *= i32::from(mask >> l & 1) as f32;
        }
        self
    }
}

/// One bit for each lane in which something is so.
#[inline(always)]
pub fn mask(is_so: impl Fn(usize) -> bool) -> u16 {
    let mut bits = [0; LANES];
    for (lane, bit) in bits.iter_mut().enumerate() {
        *bit = u16::from(is_so(lane)) << lane;
    }
    bits.iter().fold(0, |mask, bit| mask | bit)
}

/// The lanes of a mask, ascending.
pub fn lanes(mut mask: u16) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lane = mask.trailing_zeros() as usize;
        mask &= mask.wrapping_sub(1);
        (lane < LANES).then_some(lane)
    })
}

/// Steps to which a [`Narrow`] counts: what stands for 1 where a loop works in steps.
pub const STEPS: f32 = 65_535.0;

/// One number from 0 to `unit` for each of the teams side by side, in steps of `unit` / 65,535; `unit` is 1 unless said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C, align(32))]
pub struct Narrow([u16; LANES]);

impl Narrow {
    /// The same number from 0 to 1 for all.
    pub fn all(value: f32) -> Self {
        Self([nearest(value * STEPS); LANES])
    }

    /// A number from 0 to 1.
    #[inline(always)]
    pub fn get(&self, lane: usize) -> f32 {
        self.in_units(lane, 1.0)
    }

    /// The sum of two numbers from 0 to 1.
    #[inline(always)]
    pub fn with(&self, other: &Self, lane: usize) -> f32 {
        (i32::from(self.0[lane]) + i32::from(other.0[lane])) as f32 * (1.0 / STEPS)
    }

    /// A number from 0 to `unit`.
    #[inline(always)]
    pub fn in_units(&self, lane: usize, unit: f32) -> f32 {
        f32::from(self.0[lane]) * (unit / STEPS)
    }

    /// Keeps a number from 0 to 1; what lies outside is moved to the nearer end.
    pub fn set(&mut self, lane: usize, value: f32) {
        self.set_in_units(lane, value, 1.0);
    }

    /// Keeps a number from 0 to `unit`; what lies outside is moved to the nearer end.
    pub fn set_in_units(&mut self, lane: usize, value: f32, unit: f32) {
        self.0[lane] = nearest(smaller(larger(value, 0.0), unit) * (STEPS / unit));
    }

    /// Keeps numbers from 0 to 1 in one lane of each; what lies outside is moved to the nearer end.
    #[inline(always)]
    pub fn set_each<const N: usize>(each: &mut [Self; N], lane: usize, values: [f32; N]) {
        let steps = values.map(|value| nearest(smaller(larger(value, 0.0), 1.0) * STEPS));
        for (narrow, steps) in each.iter_mut().zip(steps) {
            narrow.0[lane] = steps;
        }
    }

    /// The number in steps, as it is kept.
    #[inline(always)]
    pub fn steps(&self, lane: usize) -> f32 {
        f32::from(self.0[lane])
    }

    /// Keeps a number of 0 to [`STEPS`] steps, rounded by today's dither. The caller sees to it that it lies between them.
    #[inline(always)]
    pub fn keep(&mut self, lane: usize, steps: f32, dither: Dither) {
        debug_assert!((-0.01..=STEPS + 0.01).contains(&steps), "{steps} steps");
        self.0[lane] = nearest(steps + dither.0);
    }

    /// The larger of two numbers in each lane.
    #[inline(always)]
    #[must_use]
    pub fn larger(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].max(other.0[lane])))
    }

    /// Whether the number is 0 in every lane.
    pub fn is_nothing(&self) -> bool {
        self.0 == [0; LANES]
    }
}

impl From<Narrow> for Lane {
    /// The numbers, in steps.
    #[inline(always)]
    fn from(narrow: Narrow) -> Self {
        let mut lane = Self::all(0.0);
        for l in 0..LANES {
            lane.0[l] = narrow.steps(l);
        }
        lane
    }
}

/// The nearest whole step, from 0 to [`STEPS`]. Adding 1½ · 2²³ leaves the whole part in the low bits of an `f32`: an addition
/// and a subtraction instead of a checked conversion.
#[inline(always)]
fn nearest(steps: f32) -> u16 {
    ((steps + 12_582_912.0).to_bits() as i32 - 0x4B40_0000).clamp(0, 65_535) as u16
}

/// How today's rounding is shifted, −½ to ½ a step. Over the days it takes every value evenly (multiples of the golden
/// ratio, the most even of all such walks), so that what is rounded off on one day is rounded up on another, and drifts far
/// below a step go on at their pace.
#[derive(Clone, Copy, Debug)]
pub struct Dither(f32);

impl Dither {
    /// The dither of a day. The walk starts a step on: its first is −½ itself, which would take half a step off whole numbers.
    pub fn of(day: u32) -> Self {
        let walk = day.wrapping_add(1).wrapping_mul(0x9E37_79B9) >> 8;
        Self((walk as f32 + 0.5) * (1.0 / 16_777_216.0) - 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_off_by_half_a_step_at_most() {
        let mut narrow = Narrow::default();
        for thousandth in 0..=1000 {
            let value = thousandth as f32 / 1000.0;
            narrow.set(3, value);
            assert!((narrow.get(3) - value).abs() <= 0.5 / STEPS + 1e-7, "{value}");
        }
        narrow.set_in_units(3, 40.0, 8000.0);
        assert!((narrow.in_units(3, 8000.0) - 40.0).abs() < 0.07);
    }

    #[test]
    fn what_lies_outside_goes_to_the_nearer_end() {
        let mut narrow = Narrow::default();
        narrow.set(0, 1.5);
        narrow.set(1, -0.5);
        narrow.keep(2, 0.0, Dither(-0.5));
        narrow.keep(3, STEPS, Dither(0.5));
        assert_eq!([0, 1, 2, 3].map(|lane| narrow.0[lane]), [65_535, 0, 0, 65_535]);
    }

    /// The slowest drift of the model, forgetting, moves a belief by 2.4 % a year of its distance: a twentieth of a step a day.
    #[test]
    fn a_drift_far_below_one_step_a_day_is_not_lost() {
        for (start, prior, rate) in [(0.9, 0.6, 9.2e-5), (0.5, 0.6, 9.2e-5), (0.02, 0.0, 1.1e-3), (0.61, 0.6, 9.2e-5)] {
            let (mut narrow, mut exact) = (Narrow::default(), f64::from(start));
            narrow.set(0, start);
            for day in 0..2600 {
                let steps = narrow.steps(0);
                narrow.keep(0, steps + rate * (prior * STEPS - steps), Dither::of(day));
                exact += f64::from(rate) * (f64::from(prior) - exact);
            }
            let error = (f64::from(narrow.get(0)) - exact).abs();
            assert!(error < 1e-4, "from {start}: {error}"); // of some 0.02 to 0.3 in ten years
        }
    }

    #[test]
    fn the_dither_is_even() {
        let days = 1000;
        let mut walk: Vec<f32> = (0..days).map(|day| Dither::of(day).0).collect();
        walk.sort_by(f32::total_cmp);
        for (rank, dither) in walk.into_iter().enumerate() {
            let even = (rank as f32 + 0.5) / days as f32 - 0.5;
            assert!((dither - even).abs() < 0.005, "{rank}: {dither}");
        }
    }
}
