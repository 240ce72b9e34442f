//! # The front
//!
//! Which of some portfolios no other dominates, in what order a search prefers them, and how sure that is.
//!
//! **Read it as.** Merits are numbers of which more is better. One dominates another that it equals or betters in all and betters in one.
//! Of several with the same merits the first stays, so that they are given from the simplest on: what changes nothing is left out.
//!
//! **Limits.** Means over lives hold luck, and one that is lucky in one of three merits is hard to dominate: a front of means is too long
//! rather than too short. [`shares`] says of each how often it would stand if other worlds had been drawn (Efron 1979).
//!
//! **Source.** Non-dominated sorting and crowding: Deb, Pratap, Agarwal & Meyarivan (2002), sections III.A and III.B.

use crate::analysis::quantile::mean;
use crate::comparison::ranking::dominates;
use crate::random::{Dice, Purpose};

/// Person-days saved, leavers avoided, trust-days won back for each head: more is better.
pub type Merits = [f64; 3];

/// Each merit by itself.
const MERITS: [fn(&Merits) -> f64; 3] = [|merits| merits[0], |merits| merits[1], |merits| merits[2]];

/// Which are dominated by none; of equals the first.
pub fn undominated(merits: &[Merits]) -> Vec<bool> {
    let beaten = |at: usize| {
        let own = merits[at];
        merits.iter().enumerate().any(|(other, theirs)| dominates(*theirs, own) || other < at && same(*theirs, own))
    };
    (0..merits.len()).map(|at| !beaten(at)).collect()
}

fn same(one: Merits, other: Merits) -> bool {
    one.iter().zip(&other).all(|(one, other)| one.total_cmp(other).is_eq() || (one - other).abs() == 0.0)
}

/// For each its rank, 0 for those that none dominates, 1 for those that only these do, and so on.
pub fn ranks(merits: &[Merits]) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; merits.len()];
    let mut rest: Vec<usize> = (0..merits.len()).collect();
    let mut rank = 0;
    while !rest.is_empty() {
        let left: Vec<Merits> = rest.iter().map(|at| merits[*at]).collect();
        let first = undominated(&left);
        rest.iter().zip(&first).filter(|(_, first)| **first).for_each(|(at, _)| ranks[*at] = rank);
        rest.retain(|at| ranks[*at] == usize::MAX);
        rank += 1;
    }
    ranks
}

/// How far apart the neighbours of each are within its rank, over all merits; infinite for the outermost.
pub fn crowding(merits: &[Merits], ranks: &[usize]) -> Vec<f64> {
    let mut apart = vec![0.0; merits.len()];
    for rank in 0..=ranks.iter().copied().max().unwrap_or(0) {
        let own: Vec<usize> = (0..merits.len()).filter(|at| ranks[*at] == rank).collect();
        for merit in MERITS {
            let value = |at: usize| merit(&merits[at]);
            let mut order = own.clone();
            order.sort_by(|one, other| value(*one).total_cmp(&value(*other)).then(one.cmp(other)));
            let (Some(&first), Some(&last)) = (order.first(), order.last()) else { continue };
            let span = value(last) - value(first);
            apart[first] = f64::INFINITY;
            apart[last] = f64::INFINITY;
            if span > 0.0 && span.is_finite() {
                for three in order.windows(3) {
                    apart[three[1]] += (value(three[2]) - value(three[0])) / span;
                }
            }
        }
    }
    apart
}

/// The order in which a search prefers them: by rank, then the least crowded, then as given.
pub fn preferred(merits: &[Merits]) -> Vec<usize> {
    let ranks = ranks(merits);
    let apart = crowding(merits, &ranks);
    let mut order: Vec<usize> = (0..merits.len()).collect();
    order.sort_by(|one, other| ranks[*one].cmp(&ranks[*other]).then(apart[*other].total_cmp(&apart[*one])).then(one.cmp(other)));
    order
}

/// How often worlds are drawn anew.
const RESAMPLES: u32 = 1_000;

/// For each the share of draws, with replacement, of what counts as one (a life, or a pair of worlds) in which none dominates it.
/// `units[p][u]` are the merits of portfolio `p` in unit `u`, NaN where it failed. NaN below two units.
pub fn shares(units: &[Vec<Merits>], seed: u64) -> Vec<f64> {
    let count = units.iter().map(Vec::len).min().unwrap_or(0);
    if count < 2 {
        return vec![f64::NAN; units.len()];
    }
    let dice = Dice::new(seed, 0);
    let mut stood = vec![0_u32; units.len()];
    for resample in 0..RESAMPLES {
        let mut draw = dice.at(Purpose::Resample, resample, 0, 0);
        let drawn: Vec<usize> = (0..count).map(|_| draw.below(count as u32) as usize).collect();
        let merits: Vec<Merits> = units.iter().map(|own| means(drawn.iter().map(|unit| own[*unit]))).collect();
        stood.iter_mut().zip(undominated(&merits)).for_each(|(stood, stands)| *stood += u32::from(stands));
    }
    stood.into_iter().map(|stood| f64::from(stood) / f64::from(RESAMPLES)).collect()
}

/// The mean of each merit over what is known of it; nothing is worse than what is not known at all.
pub fn means(all: impl IntoIterator<Item = Merits>) -> Merits {
    let all: Vec<Merits> = all.into_iter().collect();
    MERITS.map(|merit| {
        let known: Vec<f64> = all.iter().map(merit).filter(|value| value.is_finite()).collect();
        if known.is_empty() { f64::NEG_INFINITY } else { mean(&known) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUR: [Merits; 5] = [[0.0, 0.0, 0.0], [-1.0, 0.0, 5.0], [-2.0, 0.0, 4.0], [-1.0, 0.0, 5.0], [-3.0, 1.0, 0.0]];

    #[test]
    fn what_costs_more_and_brings_less_is_dominated_and_of_equals_the_first_stays() {
        assert_eq!(undominated(&FOUR), [true, true, false, false, true]);
        assert_eq!(ranks(&FOUR), [0, 0, 2, 1, 0]);
        assert_eq!(undominated(&[[0.0, 0.0, 0.0], [0.0, -0.0, 0.0]]), [true, false]);
    }

    #[test]
    fn the_outermost_of_a_rank_are_the_least_crowded() {
        let line: Vec<Merits> = [0.0, 1.0, 1.5, 4.0].iter().map(|x| [-x, 0.0, *x]).collect();
        let apart = crowding(&line, &ranks(&line));
        assert!(apart[0].is_infinite() && apart[3].is_infinite() && apart[2] > apart[1], "{apart:?}");
        assert_eq!(preferred(&line), [0, 3, 2, 1]);
    }

    #[test]
    fn what_is_always_better_always_stands_and_what_is_lucky_does_sometimes() {
        let luck = |unit: usize, size: f64| if unit.is_multiple_of(2) { size } else { -size };
        let of = |merits: &dyn Fn(usize) -> Merits| (0..20).map(merits).collect::<Vec<_>>();
        let units =
            [of(&|_| [0.0; 3]), of(&|_| [-1.0, 0.0, 9.0]), of(&|unit| [-2.0, 0.0, 9.0 + luck(unit, 1.0)]), of(&|_| [-3.0, 0.0, 1.0])];
        let shares = shares(&units, 1);
        assert!(shares[0] > 0.999 && shares[1] > 0.999 && shares[3] < 0.001, "{shares:?}");
        assert!((0.2..0.8).contains(&shares[2]), "{shares:?}");
        assert!(super::shares(&[vec![[0.0; 3]]], 1)[0].is_nan());
    }

    #[test]
    fn what_failed_is_the_worst() {
        let known = means([[f64::NAN; 3], [1.0, 2.0, f64::NAN]]);
        assert!(same(known, [1.0, 2.0, f64::NEG_INFINITY]), "{known:?}");
    }
}
