//! # Luck and doubt apart
//!
//! Lives of one arm in several worlds differ for two reasons: other dice, and other values of the parameters.
//!
//! ```text
//!   luck²  = Σ_w Σ_r (y_wr − ȳ_w)² / Σ_w (n_w − 1)
//!   doubt² = max(0, variance of the ȳ_w − luck² · mean of 1 / n_w)
//! ```
//!
//! | symbol | meaning                                      |
//! |--------|----------------------------------------------|
//! | y_wr   | what came of replicate r in world w           |
//! | ȳ_w    | mean over the replicates of world w           |
//! | n_w    | replicates of world w that have a value       |
//!
//! **Read it as.** A one-way analysis of variance with random effects (Searle, Casella & McCulloch 1992). The band of luck is
//! that of all deviations from the means of their worlds, made wider by √(n / (n − 1)) because each mean has swallowed a part of
//! them; the band of doubt is that of the worlds' means, drawn together until their spread is that of doubt alone.
//!
//! **Limits.** With one world there is no doubt to see and luck is the whole spread; with one replicate in each world the two
//! cannot be told apart, and neither is given.

use crate::analysis::quantile::{mean, quantile, sd};

/// What lies between these shares of the lives, or worlds, is in the band.
const BAND: [f64; 2] = [0.05, 0.95];

/// The spread of a quantity over lives, by where it comes from; NaN where it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceComponents {
    /// From other dice.
    pub luck: Component,
    /// From other values of the parameters.
    pub doubt: Component,
}

/// The part of a spread that has one source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// Standard deviation.
    pub sd: f64,
    /// The band from 5 to 95 %, around the median of all lives.
    pub band: [f64; 2],
}

const UNKNOWN: Component = Component { sd: f64::NAN, band: [f64::NAN; 2] };

/// The values of each world, missing ones apart.
fn by_world(values: &[f64], worlds: u32) -> impl Iterator<Item = Vec<f64>> {
    let of = move |world| values.iter().skip(world).step_by(worlds as usize).copied().filter(|value| value.is_finite()).collect();
    (0..worlds as usize).map(of)
}

/// The mean of each world over its replicates, of values by the number of their lives; NaN where none has one.
pub fn means_of_worlds(values: &[f64], worlds: u32) -> Vec<f64> {
    by_world(values, worlds).map(|own| mean(&own)).collect()
}

impl VarianceComponents {
    /// Of values by the number of their lives, which go around the worlds; missing ones are NaN.
    pub fn of(values: &[f64], worlds: u32) -> Self {
        let worlds = worlds.max(1) as usize;
        let mut known: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        known.sort_by(f64::total_cmp);
        let centre = quantile(&known, 0.5);
        if worlds == 1 {
            return Self { luck: Component { sd: sd(&known), band: BAND.map(|share| quantile(&known, share)) }, doubt: UNKNOWN };
        }
        let lived = by_world(values, worlds as u32).filter(|own| !own.is_empty());
        let by_world: Vec<(f64, Vec<f64>)> = lived.map(|own| (mean(&own), own)).collect();
        let freedom: usize = by_world.iter().map(|(_, own)| own.len() - 1).sum();
        if by_world.len() < 2 || freedom == 0 {
            return Self { luck: UNKNOWN, doubt: UNKNOWN };
        }
        let squares: f64 = by_world.iter().flat_map(|(mean, own)| own.iter().map(move |y| (y - mean) * (y - mean))).sum();
        let luck = (squares / freedom as f64).sqrt();
        let wider = |n: usize| (n as f64 / (n - 1) as f64).sqrt();
        let mut off: Vec<f64> = by_world
            .iter()
            .filter(|(_, own)| own.len() > 1)
            .flat_map(|(mean, own)| own.iter().map(move |y| (y - mean) * wider(own.len())))
            .collect();
        let means: Vec<f64> = by_world.iter().map(|(mean, _)| *mean).collect();
        let left_of_luck = luck * luck * by_world.iter().map(|(_, own)| 1.0 / own.len() as f64).sum::<f64>() / by_world.len() as f64;
        let across = sd(&means);
        let doubt = (across * across - left_of_luck).max(0.0).sqrt();
        let together = if across > 0.0 { doubt / across } else { 0.0 };
        let middle = mean(&means);
        let mut moved: Vec<f64> = means.iter().map(|mean| (mean - middle) * together).collect();
        let part = |sd: f64, off: &mut Vec<f64>| {
            off.sort_by(f64::total_cmp);
            Component { sd, band: BAND.map(|share| centre + quantile(off, share)) }
        };
        Self { luck: part(luck, &mut off), doubt: part(doubt, &mut moved) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Dice, Purpose};

    /// So many worlds and replicates, numbered around the worlds, with these standard deviations.
    fn values(worlds: usize, replicates: usize, doubt: f64, luck: f64) -> Vec<f64> {
        let mut draw = Dice::new(1, 1).at(Purpose::World, 0, 0, 0);
        let mut normal = || (0..12).map(|_| draw.uniform()).sum::<f64>() - 6.0;
        let centres: Vec<f64> = (0..worlds).map(|_| 3.0 + doubt * normal()).collect();
        (0..worlds * replicates).map(|life| centres[life % worlds] + luck * normal()).collect()
    }

    #[test]
    fn known_spreads_are_found_again() {
        let apart = VarianceComponents::of(&values(400, 5, 0.3, 0.5), 400);
        assert!((apart.luck.sd - 0.5).abs() < 0.02 && (apart.doubt.sd - 0.3).abs() < 0.03, "{apart:?}");
        let width = |part: Component| part.band[1] - part.band[0];
        assert!((width(apart.luck) - 2.0 * 1.645 * 0.5).abs() < 0.1 && (width(apart.doubt) - 2.0 * 1.645 * 0.3).abs() < 0.12, "{apart:?}");
    }

    #[test]
    fn luck_alone_is_no_doubt() {
        let apart = VarianceComponents::of(&values(400, 5, 0.0, 0.5), 400);
        assert!(apart.doubt.sd < 0.1, "{apart:?}");
    }

    #[test]
    fn by_hand() {
        // Two worlds, (1, 3) and (5, 7): means 2 and 6, luck² = 4 / 2, doubt² = 8 − 2 · 1/2.
        let apart = VarianceComponents::of(&[1.0, 5.0, 3.0, 7.0], 2);
        assert!((apart.luck.sd - 2.0_f64.sqrt()).abs() < 1e-12 && (apart.doubt.sd - 7.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn one_world_has_no_doubt_and_one_replicate_tells_nothing() {
        let alone = VarianceComponents::of(&[1.0, f64::NAN, 3.0], 1);
        assert!((alone.luck.sd - 2.0_f64.sqrt()).abs() < 1e-12 && alone.doubt.sd.is_nan());
        assert!(VarianceComponents::of(&[1.0, 2.0, 3.0], 3).luck.sd.is_nan());
    }
}
