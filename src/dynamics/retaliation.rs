//! # Retaliation
//!
//! Once a week somebody who feels deeply wronged, and is disposed to it, may turn to a rumour, sabotage or theft.

use super::affairs::{Note, NoteKind, Offence};
use super::spread;
use super::state::State;
use crate::organisation::{At, Block, LANES, lanes, mask, person, role};
use crate::random::{Draw, Purpose};
use crate::scenario::{Audience, BreachKind, Referent, Scenario};
use crate::theory::practice::{Practice, at_work};
use crate::theory::retaliation::weekly;

/// The counterproductive acts of this week.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(state: &mut State) {
    let (scenario, day) = (state.scenario, state.organisation.day);
    for block in &mut state.organisation.blocks {
        block.sabotage.0 = [0.0; LANES];
    }
    if !scenario.mechanisms.retaliation {
        return;
    }
    let law = &scenario.parameters.retaliation;
    let fairness = if scenario.mechanisms.practices_work {
        at_work(scenario.parameters.practice.fair_calming, state.organisation.practices[Practice::Fairness]).clamp(-1.0, 1.0)
    } else {
        0.0
    };
    let found: Vec<_> = state.desks.iter().flat_map(|desk| desk.wronged.iter().copied()).collect();
    for (at, about, injury) in found {
        let block = &state.organisation.blocks[at.block];
        let explained = block.standing[about].explained_until[at.lane] > day;
        let calm = if explained { scenario.parameters.restoring.explanation_calm } else { 0.0 };
        let who = person(at.seat, block.seat[at.seat].generation[at.lane]);
        let dice = state.organisation.dice;
        let disposed = dice.at(Purpose::Disposition, 0, state.team(at), who).chance(law.disposed);
        let mut draw = dice.at(Purpose::Retaliation, day, state.team(at), at.seat as u32);
        if disposed && draw.chance(weekly(law, injury as f64, calm, fairness)) {
            act(state, at, about, &mut draw);
        }
    }
}

/// People of a block whose deepest injury is above the threshold.
#[inline(never)] // so that a profile shows the step under its name
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
fn act(state: &mut State, at: At, about: usize, draw: &mut Draw) {
    let law = &state.scenario.parameters.retaliation;
    let which = draw.uniform();
    let kind = if which < law.rumour { 0 } else { 1 + usize::from(which >= law.rumour + law.sabotage) };
    let size = match kind {
        0 => rumour(state, at, about, draw),
        1 => {
            let block = &mut state.organisation.blocks[at.block];
            block.sabotage.0[at.lane] += law.sabotage_output as f32;
            state.organisation.totals.sabotages += 1;
            law.sabotage_output
        }
        _ => {
            state.organisation.totals.thefts += 1;
            state.organisation.totals.cost_theft += law.theft_days;
            law.theft_days
        }
    };
    let block = &mut state.organisation.blocks[at.block];
    let safety = &mut block.safety.0[at.lane];
    *safety = (*safety - law.unsafe_act as f32).max(0.0);
    let against = &mut block.seat[at.seat].against[at.lane];
    *against = against.saturating_add(1);
    let other_seat = if about == block.top() { u32::MAX } else { block.first_seat[at.lane] + about as u32 };
    let note = Note {
        kind: kind as u8,
        seat: state.organisation.seat_number(at),
        generation: state.generation(at),
        other_seat,
        team: state.team(at),
        size,
        ..Note::of(state.organisation.day, NoteKind::Act(kind))
    };
    state.affairs.diary.push(note);
    if draw.chance(law.discovered) {
        openly(state, at, BreachKind::Integrity, None);
    }
    if draw.chance(law.counter) && about < state.organisation.blocks[at.block].top() {
        openly(state, at, BreachKind::Benevolence, Some(At { seat: about, ..at }));
    }
}

/// False bad news reaches two teammates: they think less of the offender, as far as they trust the teller.
fn rumour(state: &mut State, at: At, about: usize, draw: &mut Draw) -> f64 {
    let weight = state.scenario.parameters.retaliation.rumour_weight;
    state.organisation.totals.rumours += 1;
    let block = &mut state.organisation.blocks[at.block];
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
fn openly(state: &mut State, at: At, kind: BreachKind, victim: Option<At>) {
    let severity = state.scenario.parameters.retaliation.severity;
    state.affairs.pending.push(Offence {
        day: state.organisation.day + 1,
        event: u32::MAX,
        by: role(at.seat),
        offender: Some(at),
        generation: state.generation_of(Some(at)),
        victim,
        teams: Vec::new(),
        kind,
        severity,
        intentional: true,
        deception: false,
        audience: if victim.is_some() { Audience::Victim } else { Audience::Team },
    });
}
