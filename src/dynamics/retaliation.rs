//! # Retaliation
//!
//! Once a week somebody who feels deeply wronged, and is disposed to it, may turn to a rumour, sabotage or theft.

use super::affairs::{Note, Offence, What};
use super::spread;
use super::world::World;
use crate::organisation::{At, Block, LANES, lanes, mask, person, role};
use crate::random::{Draw, Purpose};
use crate::scenario::{Audience, BreachKind, Referent, Scenario};
use crate::theory::practice::{Practice, at_work};
use crate::theory::retaliation::weekly;

/// The counterproductive acts of this week.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(world: &mut World) {
    let (scenario, day) = (world.scenario, world.organisation.day);
    for block in &mut world.organisation.blocks {
        block.sabotage.0 = [0.0; LANES];
    }
    if !scenario.mechanisms.retaliation {
        return;
    }
    let law = &scenario.parameters.retaliation;
    let fairness = if scenario.mechanisms.practices_work {
        at_work(scenario.parameters.practice.fair_calming, world.organisation.practices[Practice::Fairness]).clamp(-1.0, 1.0)
    } else {
        0.0
    };
    let found: Vec<_> = world.desks.iter().flat_map(|desk| desk.wronged.iter().copied()).collect();
    for (at, about, injury) in found {
        let block = &world.organisation.blocks[at.block];
        let explained = block.standing[about].explained_until[at.lane] > day;
        let calm = if explained { scenario.parameters.restoring.explanation_calm } else { 0.0 };
        let who = person(at.seat, block.seat[at.seat].generation[at.lane]);
        let dice = world.organisation.dice;
        let disposed = dice.at(Purpose::Disposition, 0, world.team(at), who).chance(law.disposed);
        let mut draw = dice.at(Purpose::Retaliation, day, world.team(at), at.seat as u32);
        if disposed && draw.chance(weekly(law, injury as f64, calm, fairness)) {
            act(world, at, about, &mut draw);
        }
    }
}

/// People of a block whose deepest injury is above the threshold.
pub fn find(block: &Block, number: usize, scenario: &Scenario, found: &mut Vec<(At, usize, f32)>) {
    found.clear();
    let threshold = scenario.parameters.retaliation.threshold as f32;
    for seat in 0..block.seats {
        let deepest = block.deepest_injuries(seat);
        let deep = mask(|lane| deepest.get(lane) > threshold) & block.seat[seat].there();
        for lane in lanes(deep) {
            found.push((At { block: number, seat, lane }, about(block, seat, lane), deepest.get(lane)));
        }
    }
}

/// Whom somebody's deepest injury is about; among equals the last, top management after all seats.
fn about(block: &Block, seat: usize, lane: usize) -> usize {
    let depth = |trustee: usize| block.relations[block.toward(seat, trustee)].injury.get(lane);
    let deepest = (0..block.seats).map(|j| block.trustee(seat, j)).map(|trustee| (depth(trustee), trustee));
    deepest.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map_or(block.top(), |(_, trustee)| trustee)
}

/// One counterproductive act by `at` against `about`.
fn act(world: &mut World, at: At, about: usize, draw: &mut Draw) {
    let law = &world.scenario.parameters.retaliation;
    let which = draw.uniform();
    let kind = if which < law.rumour { 0 } else { 1 + usize::from(which >= law.rumour + law.sabotage) };
    let size = match kind {
        0 => rumour(world, at, about, draw),
        1 => {
            let block = &mut world.organisation.blocks[at.block];
            block.sabotage.0[at.lane] += law.sabotage_output as f32;
            world.organisation.totals.sabotages += 1;
            law.sabotage_output
        }
        _ => {
            world.organisation.totals.thefts += 1;
            world.organisation.totals.cost_theft += law.theft_days;
            law.theft_days
        }
    };
    let block = &mut world.organisation.blocks[at.block];
    let safety = &mut block.safety.0[at.lane];
    *safety = (*safety - law.unsafe_act as f32).max(0.0);
    let against = &mut block.seat[at.seat].against[at.lane];
    *against = against.saturating_add(1);
    let other_seat = if about == block.top() { u32::MAX } else { block.first_seat[at.lane] + about as u32 };
    let note = Note {
        kind: kind as u8,
        seat: world.organisation.seat_number(at),
        generation: world.generation(at),
        other_seat,
        team: world.team(at),
        size,
        ..Note::of(world.organisation.day, What::Act(kind))
    };
    world.affairs.diary.push(note);
    if draw.chance(law.discovered) {
        openly(world, at, BreachKind::Integrity, None);
    }
    if draw.chance(law.counter) && about < world.organisation.blocks[at.block].top() {
        openly(world, at, BreachKind::Benevolence, Some(At { seat: about, ..at }));
    }
}

/// False bad news reaches two teammates: they think less of the offender, as far as they trust the teller.
fn rumour(world: &mut World, at: At, about: usize, draw: &mut Draw) -> f64 {
    let weight = world.scenario.parameters.retaliation.rumour_weight;
    world.organisation.totals.rumours += 1;
    let block = &mut world.organisation.blocks[at.block];
    let size = block.sizes[at.lane];
    let mut heard = 0.0;
    for _ in 0..2 {
        let hearer = draw.below(size) as usize;
        if hearer == at.seat || hearer == about || !block.is_present(hearer, at.lane) {
            continue;
        }
        let place = block.toward(hearer, about);
        let trust = block.seat[hearer].trust[Referent::Colleague].0[at.lane];
        let trust = if trust.is_nan() { 0.5 } else { trust };
        spread::rumour(block, place, at.lane, weight as f32 * trust);
        heard += 1.0;
    }
    heard
}

/// A small breach: towards the colleagues where an act is discovered, towards the one who gave cause where it is done openly.
fn openly(world: &mut World, at: At, kind: BreachKind, victim: Option<At>) {
    let severity = world.scenario.parameters.retaliation.severity;
    world.affairs.pending.push(Offence {
        day: world.organisation.day + 1,
        event: u32::MAX,
        by: role(at.seat),
        offender: Some(at),
        generation: world.generation_of(Some(at)),
        victim,
        teams: Vec::new(),
        kind,
        severity,
        intentional: true,
        deception: false,
        audience: if victim.is_some() { Audience::Victim } else { Audience::Team },
    });
}
