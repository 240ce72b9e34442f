//! # Trust this morning
//!
//! Everyone's trust in everyone, from last night's beliefs: what the day's contacts, conduct and outcomes lean on.

use super::prefetch::prefetch;
use super::processor::{Kernel, Processor};
use super::scratch::Scratch;
use super::terms::Terms;
use crate::organisation::{Block, LANES, Lane, Relation, Seat, Standing, referent};
use crate::theory::outcome::{ENGAGEMENT, STRAIN};
use crate::theory::quotient;
use crate::theory::referent::ByReferent;
use crate::theory::smaller;

/// Fills `scratch.trust` for every relation within the team, the wounds about each trustee, and each
/// person's three means. The `next` block is fetched meanwhile.
#[inline(never)] // so that a profile shows the step under its name
pub fn morning(block: &mut Block, next: Option<&Block>, terms: &Terms, scratch: &mut Scratch, processor: Processor) {
    processor.run(Morning { block, next, terms, scratch });
}

struct Morning<'a> {
    block: &'a mut Block,
    next: Option<&'a Block>,
    terms: &'a Terms,
    scratch: &'a mut Scratch,
}

impl Kernel for Morning<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, next, terms, scratch } = self;
        let seats = block.seats;
        for trustee in &mut scratch.trustees[..=seats] {
            trustee.wounds = [Lane::all(0.0); 2];
        }
        let mut total = ByReferent::all(Lane::all(0.0));
        let mut asked = ByReferent::all(Lane::all(0.0));
        for i in 0..seats {
            if let Some((seat, standing)) = next.and_then(|next| next.seat.get(i).zip(next.standing.get(i))) {
                fetch(seat, standing);
            }
            let present = block.seat[i].present;
            let leaning = leanings(&block.seat[i].propensity, terms.tilt);
            let (mut sum, mut others) = (Lane::all(0.0), Lane::all(0.0));
            for j in 0..seats {
                let place = i * seats + j;
                let about = block.trustee(i, j);
                if let Some(relation) = next.and_then(|next| next.relations.get(place)) {
                    prefetch(relation);
                }
                let relation = &block.relations[place];
                let trust = trusts(relation, leaning, terms.impact[referent(i, j)], terms);
                scratch.trust[place] = trust;
                let wounds = &mut scratch.trustees[about].wounds;
                for (sum, &wound) in wounds.iter_mut().zip(&relation.wound) {
                    *sum = sum.plus(present.times(wound.into()));
                }
                if j > 0 && j != i {
                    let mut there = block.seat[j].present;
                    if let Some(&tied) = block.tied.get(place) {
                        there = there.only(tied);
                    }
                    sum = sum.plus(trust.times(there));
                    others = others.plus(there);
                }
            }
            let leader = if i == 0 { Lane::all(0.0) } else { block.seat[0].present };
            let own = ByReferent([mean(sum, others), scratch.trust[block.pair(i, 0)], scratch.trust[block.with_top(i)]]);
            for (who, there) in ByReferent([others, leader, Lane::all(1.0)]).each() {
                block.seat[i].trust[who] = or_none(own[who], there);
                let asks = present.where_there(there);
                (total[who], asked[who]) = (total[who].plus(own[who].where_there(asks)), asked[who].plus(asks));
            }
        }
        let sum = |lane: &Lane| lane.0.iter().map(|&value| value as f64).sum::<f64>();
        block.trust = ByReferent::of(|who| (sum(&total[who]), sum(&asked[who]) as u32));
    }
}

/// Asks for what a day looks at of a seat.
#[inline(always)]
fn fetch(seat: &Seat, standing: &Standing) {
    prefetch(&standing.probation_until);
    prefetch(&standing.calm_until);
    prefetch(&seat.present);
    prefetch(&seat.propensity);
    prefetch(&seat.own);
    prefetch(&seat.conduct);
    prefetch(&seat.lift);
    prefetch(&seat.outcomes[ENGAGEMENT]);
    prefetch(&seat.outcomes[STRAIN]);
    prefetch(&seat.trust);
    prefetch(&seat.generation);
}

/// What propensity does to the odds of trusting.
#[inline(always)]
fn leanings(propensity: &Lane, tilt: f32) -> Lane {
    let mut leaning = Lane::all(0.0);
    for l in 0..LANES {
        leaning.0[l] = quotient::leaning(tilt, propensity.0[l]);
    }
    leaning
}

/// Everyone's trust in one relation, from beliefs and damage.
#[inline(always)]
fn trusts(relation: &Relation, leaning: Lane, impact: f32, terms: &Terms) -> Lane {
    let (even, alarm, sharpness) = (terms.even, terms.alarm, terms.sharpness);
    let Relation { facets: [c, r, i, h], chance, wound, scar, .. } = relation;
    let mut trust = Lane::all(0.0);
    for l in 0..LANES {
        let damage = [0, 1].map(|pair: usize| smaller(wound[pair].with(&scar[pair], l), 1.0));
        trust.0[l] = quotient::trusting([c.with(r, l), i.with(h, l)], damage, chance.get(l), impact, alarm, leaning.0[l], even, sharpness);
    }
    trust
}

/// NaN where there is nobody.
#[inline(always)]
fn mean(mut sum: Lane, count: Lane) -> Lane {
    for l in 0..LANES {
        sum.0[l] /= count.0[l];
    }
    sum
}

/// The trust where somebody is there to be trusted, else NaN.
#[inline(always)]
fn or_none(mut trust: Lane, there: Lane) -> Lane {
    for l in 0..LANES {
        trust.0[l] = if there.0[l] > 0.0 { trust.0[l] } else { f32::NAN };
    }
    trust
}

/// The trust of one relation in one lane: for the few that are looked at singly.
pub fn single(block: &Block, place: usize, lane: usize, i: usize, impact: f32, terms: &Terms) -> f32 {
    let relation = &block.relations[place];
    let Relation { facets: [c, r, b, h], chance, wound, scar, .. } = relation;
    let damage = [0, 1].map(|pair: usize| smaller(wound[pair].with(&scar[pair], lane), 1.0));
    quotient::trusting(
        [c.with(r, lane), b.with(h, lane)],
        damage,
        chance.get(lane),
        impact,
        terms.alarm,
        quotient::leaning(terms.tilt, block.seat[i].propensity.0[lane]),
        terms.even,
        terms.sharpness,
    )
}
