//! # Healing
//!
//! What the day does to wounds and scars: the team's mood keeps wounds open and spreads them, the offender's good acts
//! wear scars away, time does the rest.

use super::scratch::Scratch;
use super::terms::Terms;
use crate::organisation::{Block, LANES, Lane};
use crate::scenario::WEEK;
use crate::theory::healing;
use crate::theory::spread::pulled;

/// A shared wound below this spreads no further.
const STIRRED: f32 = 0.02;

/// Heals one block for one day.
pub fn step(block: &mut Block, terms: &Terms, day: u32, scratch: &mut Scratch) {
    if block.hurts.all().is_empty() {
        return;
    }
    if terms.mood[0] > 0.0 || terms.mood[1] > 0.0 {
        stir(block, terms, day, scratch);
    }
    let (seats, standing) = (block.seats, &block.standing);
    for hurt in block.hurts.all_mut() {
        let (place, lane) = (hurt.place as usize, hurt.lane as usize);
        let inside = place < seats * seats;
        let about = trustee(seats, place);
        let calm = about.is_none_or(|j| standing[j].calm_until[lane] > day);
        let slowed = if calm { 0.0 } else { terms.mood[1] * about.map_or(0.0, |j| scratch.mood[j].0[lane].min(1.0)) };
        let seen_well = inside && scratch.well[place].0[lane] > 0.0;
        let probation = if about.is_some_and(|j| standing[j].probation_until[lane] > day) { terms.probation } else { 1.0 };
        for pair in 0..2 {
            let (wound, scar) = healing::day(hurt.wound[pair], hurt.scar[pair], hurt.sealed[pair], terms.healing, slowed);
            (hurt.wound[pair], hurt.scar[pair]) = (wound, scar);
            if seen_well {
                let share = (terms.on_foot[0] * probation).min(1.0);
                (hurt.scar[pair], hurt.sealed[pair]) = healing::on_foot(scar, hurt.sealed[pair], share, terms.on_foot[1]);
            }
        }
    }
    if day % WEEK == WEEK - 1 {
        block.hurts.tidy();
    }
}

/// Whom a relation is about: a seat of the team, or (last) top management; nobody for ties across.
fn trustee(seats: usize, place: usize) -> Option<usize> {
    (place < seats * seats).then(|| {
        let (i, j) = (place / seats, place % seats);
        if i == j { seats } else { j }
    })
}

/// The shared mood about each trustee: the mean wound over those present. It pulls up the wounds of the less hurt.
fn stir(block: &mut Block, terms: &Terms, day: u32, scratch: &mut Scratch) {
    let seats = block.seats;
    scratch.mood[..=seats].fill(Lane::all(0.0));
    scratch.stirred[..=seats].fill([0; LANES]);
    for hurt in block.hurts.all() {
        if let Some(about) = trustee(seats, hurt.place as usize) {
            let (holder, lane) = (hurt.place as usize / seats, hurt.lane as usize);
            if block.is_present(holder, lane) {
                scratch.stirred[about][lane] += (hurt.worst_wound() * 1e6) as u32;
            }
        }
    }
    for about in 0..=seats {
        for lane in 0..LANES {
            if scratch.stirred[about][lane] == 0 {
                continue;
            }
            let mood = &mut scratch.mood[about].0[lane];
            let others = block.headcount(lane).saturating_sub(u32::from(about < seats)).max(1);
            *mood = scratch.stirred[about][lane] as f32 * 1e-6 / others as f32;
            if *mood > STIRRED && block.standing[about].calm_until[lane] <= day {
                spread(block, terms, about, lane, *mood);
            }
        }
    }
}

fn spread(block: &mut Block, terms: &Terms, about: usize, lane: usize, mood: f32) {
    let seats = block.seats;
    let kind = worst_pair(block, about, lane);
    for i in (0..block.sizes[lane] as usize).filter(|&i| i != about) {
        let place = if about == seats { block.pair(i, i) } else { block.pair(i, about) };
        if block.is_present(i, lane) && block.is_tied(i, place % seats, lane) {
            let hurt = block.hurts.entry(place, lane);
            let room = (1.0 - hurt.scar[kind]).max(0.0);
            hurt.wound[kind] = pulled(hurt.wound[kind], mood, terms.mood[0]).min(room);
        }
    }
}

/// The pair, credibility or trustworthiness, in which the team is hurt most by this trustee.
fn worst_pair(block: &Block, about: usize, lane: usize) -> usize {
    let mut sums = [0.0_f32; 2];
    for i in (0..block.sizes[lane] as usize).filter(|&i| i != about) {
        let place = if about == block.seats { block.pair(i, i) } else { block.pair(i, about) };
        if let Some(hurt) = block.hurts.get(place, lane) {
            sums[0] += hurt.wound[0];
            sums[1] += hurt.wound[1];
        }
    }
    usize::from(sums[1] > sums[0])
}
