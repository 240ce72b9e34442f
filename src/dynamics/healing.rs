//! # Healing
//!
//! What the day does to wounds and scars: the team's mood keeps wounds open and spreads them, the offender's good acts
//! wear scars away, time does the rest. Inside the team this happens together with the day's contacts
//! ([`behaviour`](super::behaviour)); here the mood is worked out before them, and ties across heal.

use super::processor::Kernel;
use super::scratch::{Acts, Trustee};
use super::terms::Terms;
use crate::organisation::{Block, Dither, LANES, Lane, Narrow, STEPS, Standing};
use crate::theory::healing;
use crate::theory::spread::pulled;
use crate::theory::{larger, smaller};

/// The shared mood about one trustee: the mean wound over the `others`. It pulls up the wounds of the less hurt and slows
/// healing, unless somebody has calmed the team.
#[inline(always)]
pub fn mood(trustee: &mut Trustee, standing: &Standing, lift: &Lane, others: &Lane, terms: &Terms, day: u32) {
    for l in 0..LANES {
        let shared = [0, 1].map(|pair: usize| trustee.wounds[pair].0[l] / larger(others.0[l], 1.0));
        let stirred = if standing.calm_until[l] > day { 0.0 } else { 1.0 };
        for (mood, shared) in trustee.mood.iter_mut().zip(shared) {
            mood.0[l] = if shared > terms.mood_from * STEPS { shared * stirred } else { 0.0 };
        }
        let slowed = terms.mood[1] * smaller(larger(shared[0], shared[1]) * (1.0 / STEPS), 1.0) * stirred;
        trustee.open.0[l] = healing::open(terms.healing, slowed);
        let promised = if standing.probation_until[l] > day { terms.probation } else { 0.0 };
        trustee.wear.0[l] = healing::wear(terms.on_foot[0], terms.effort, promised, lift.0[l]);
    }
}

/// The damage to one pair, credibility or trustworthiness, of a relation.
#[derive(Clone, Copy)]
pub struct PairDamage {
    pub wound: Narrow,
    pub scar: Narrow,
    pub sealed: Narrow,
}

/// The damage to pair 0 or 1 of an in-team relation at the end of the day.
#[inline(always)]
pub fn day<const SEALED: bool>(
    mut hurt: PairDamage,
    acts: Acts,
    trustee: &Trustee,
    pair: usize,
    terms: &Terms,
    dither: Dither,
) -> PairDamage {
    let (mood, open, wear) = (trustee.mood[pair], trustee.open, trustee.wear);
    let (pull, rates, sealed_wear) = (terms.mood[0], terms.healing, terms.on_foot[1]);
    for l in 0..LANES {
        let (wound, scar) = (hurt.wound.steps(l), hurt.scar.steps(l));
        let sealed = if SEALED { hurt.sealed.steps(l) } else { 0.0 };
        let wound = smaller(pulled(wound, mood.0[l] * acts.open.0[l], pull), STEPS - scar);
        let (wound, scar) = healing::day(wound, scar, sealed, rates, open.0[l]);
        let (scar, sealed) = healing::on_foot(scar, sealed, wear.0[l] * acts.well.0[l], sealed_wear);
        hurt.wound.keep(l, larger(wound, 0.0), dither);
        hurt.scar.keep(l, smaller(scar, STEPS), dither);
        if SEALED {
            hurt.sealed.keep(l, sealed, dither);
        }
    }
    hurt
}

/// A week in which people stop feeling wronged, and what repairs have mended is less and less watched.
pub struct Ease<'a> {
    pub block: &'a mut Block,
    pub terms: &'a Terms,
    pub day: u32,
}

impl Kernel for Ease<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, terms, day } = self;
        let ([injury, mended], dither) = (terms.eases, Dither::of(day));
        for relation in &mut block.relations {
            for l in 0..LANES {
                let left = relation.injury.steps(l) * injury;
                relation.injury.keep(l, left, dither);
            }
        }
        for pair in block.mended.as_flattened_mut() {
            for l in 0..LANES {
                let left = pair.steps(l) * mended;
                pair.keep(l, left, dither);
            }
        }
    }
}

/// One day of the ties across: time alone heals them.
#[inline(never)] // so that a profile shows the step under its name
pub fn across(block: &mut Block, terms: &Terms, day: u32) {
    if !block.ties_hurt {
        return;
    }
    let (dither, open) = (Dither::of(day), healing::open(terms.healing, 0.0));
    let first = block.seats * block.seats;
    let mut whole = true;
    for place in first..block.relations.len() {
        let relation = &mut block.relations[place];
        for pair in 0..2 {
            for l in 0..LANES {
                let (wound, scar) = (relation.wound[pair].steps(l), relation.scar[pair].steps(l));
                let sealed = block.sealed.get(place).map_or(0.0, |sealed| sealed[pair].steps(l));
                let (wound, scar) = healing::day(wound, scar, sealed, terms.healing, open);
                relation.wound[pair].keep(l, wound, dither);
                relation.scar[pair].keep(l, smaller(scar, STEPS), dither);
            }
            whole &= relation.wound[pair].is_nothing() && relation.scar[pair].is_nothing();
        }
    }
    block.ties_hurt = !whole;
}
