//! # Trust this morning
//!
//! Everyone's trust in everyone, from last night's beliefs: what the day's contacts, conduct and outcomes lean on.

use super::scratch::Scratch;
use super::terms::Terms;
use crate::organisation::{Block, Hurt, LANES, Lane, Relation};
use crate::theory::quotient;

/// Fills `scratch.trust` for every in-team relation (the diagonal: top management), and each person's three means.
pub fn morning(block: &mut Block, terms: &Terms, scratch: &mut Scratch) {
    let seats = block.seats;
    for i in 0..seats {
        for j in 0..seats {
            let place = i * seats + j;
            let impact = terms.impact[referent(i, j)];
            whole(&block.relations[place], &block.seat[i].leaning, impact, terms, &mut scratch.trust[place]);
        }
    }
    for hurt in block.hurts.all() {
        let (place, lane) = (hurt.place as usize, hurt.lane as usize);
        if place < seats * seats {
            let impact = terms.impact[referent(place / seats, place % seats)];
            scratch.trust[place].0[lane] = damaged(block, place, lane, hurt, impact, block.seat[place / seats].leaning.0[lane], terms);
        }
    }
    block.trust = [(0.0, 0); 3];
    for i in 0..seats {
        means(block, scratch, i);
        let seat = &block.seat[i];
        for (total, trust) in block.trust.iter_mut().zip(&seat.trust) {
            for l in (0..LANES).filter(|&l| seat.present.0[l] > 0.0 && !trust.0[l].is_nan()) {
                *total = (total.0 + trust.0[l] as f64, total.1 + 1);
            }
        }
    }
}

/// Colleague 0, leader 1, top 2: the index of [`crate::organisation::Organisation::referent`].
#[inline(always)]
pub fn referent(i: usize, j: usize) -> usize {
    if i == j { 2 } else { usize::from(j == 0) }
}

#[multiversion::multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
fn whole(relation: &Relation, leaning: &Lane, impact: f32, terms: &Terms, trust: &mut Lane) {
    let [c, r, i, h] = &relation.facets;
    let even = terms.even;
    for l in 0..LANES {
        let quotient = quotient::quotient([c.0[l], r.0[l], i.0[l], h.0[l]], [0.0; 2], relation.chance.0[l], impact, 0.0);
        trust.0[l] = quotient::trust(quotient, leaning.0[l], even);
    }
}

fn damaged(block: &Block, place: usize, lane: usize, hurt: &Hurt, impact: f32, leaning: f32, terms: &Terms) -> f32 {
    let relation = &block.relations[place];
    let facets = [0, 1, 2, 3].map(|f: usize| relation.facets[f].0[lane]);
    let quotient = quotient::quotient(facets, hurt.damage(), relation.chance.0[lane], impact, terms.alarm);
    quotient::trust(quotient, leaning, terms.even)
}

/// The trust of one relation in one lane, damage and all: for the few that are looked at singly.
pub fn single(block: &Block, place: usize, lane: usize, i: usize, impact: f32, terms: &Terms) -> f32 {
    let leaning = block.seat[i].leaning.0[lane];
    let whole = Hurt::default();
    damaged(block, place, lane, block.hurts.get(place, lane).unwrap_or(&whole), impact, leaning, terms)
}

/// Trust in colleagues (the mean over teammates present, the leader apart), in the leader and in top management.
fn means(block: &mut Block, scratch: &Scratch, i: usize) {
    let seats = block.seats;
    let (mut sum, mut count) = (Lane::all(0.0), Lane::all(0.0));
    for j in (1..seats).filter(|&j| j != i) {
        let (trust, present) = (&scratch.trust[i * seats + j].0, &block.seat[j].present.0);
        if block.tied.is_empty() {
            for l in 0..LANES {
                sum.0[l] += trust[l] * present[l];
                count.0[l] += present[l];
            }
        } else {
            let tied = block.tied[i * seats + j];
            for l in 0..LANES {
                let there = present[l] * (tied >> l & 1) as f32;
                sum.0[l] += trust[l] * there;
                count.0[l] += there;
            }
        }
    }
    let leads = i == 0;
    let leader_present = block.seat[0].present;
    let seat = &mut block.seat[i];
    for l in 0..LANES {
        seat.trust[0].0[l] = sum.0[l] / count.0[l]; // NaN where there is nobody
        seat.trust[1].0[l] = if leads || leader_present.0[l] == 0.0 { f32::NAN } else { scratch.trust[i * seats].0[l] };
        seat.trust[2].0[l] = scratch.trust[i * seats + i].0[l];
    }
}
