//! # Turnover
//!
//! Who leaves this week, who starts, and what is left of old relations.

use super::World;
use super::affairs::{Note, Reason, What};
use super::behaviour::Keys;
use crate::organisation::{At, Block, Hurt, LANES, person, usual_level};
use crate::random::{Dice, Purpose, slot, uniform};
use crate::scenario::{Referent, Scenario, WEEK};
use crate::theory::cost;
use crate::theory::impression;
use crate::theory::outcome::QUIT_INTENTION;
use crate::theory::turnover::{MEMORY, kernel, quits};

/// The newcomers of this week, then its leavers.
pub fn step(world: &mut World) {
    let day = world.organisation.day;
    let next_week = (day / WEEK + 1) as usize % MEMORY;
    for block in &mut world.organisation.blocks {
        for weeks in block.exits.iter_mut().flatten() {
            weeks[next_week] = 0;
        }
    }
    let mut joining = Vec::new();
    let mut leaving = Vec::new();
    for (number, block) in world.organisation.blocks.iter().enumerate() {
        for (seat, holder) in block.seat.iter().enumerate() {
            for lane in (0..LANES).filter(|&lane| holder.present.0[lane] == 0.0 && holder.reopens[lane] <= day) {
                joining.push(At { block: number, seat, lane });
            }
        }
        leavers(world, number, block, &mut leaving);
    }
    for at in joining {
        join(world, at);
    }
    for (at, reason) in leaving {
        vacate(world, at, reason, After::Open);
    }
}

fn leavers(world: &World, number: usize, block: &Block, leaving: &mut Vec<(At, Reason)>) {
    let (scenario, dice, day) = (world.scenario, world.organisation.dice, world.organisation.day);
    let (law, on) = (&scenario.parameters.turnover, &scenario.mechanisms);
    let quit = Keys::of(block, dice, Purpose::Quit, day);
    let other = Keys::of(block, dice, Purpose::Involuntary, day);
    let involuntary = if on.involuntary_exits { 1.0 - libm::exp(-law.involuntary / 52.0) } else { 0.0 };
    let contagion = if on.contagion { contagion(block, scenario, day) } else { [0.0; LANES] };
    for (seat, holder) in block.seat.iter().enumerate() {
        for lane in (0..LANES).filter(|&lane| holder.present.0[lane] > 0.0) {
            let at = At { block: number, seat, lane };
            let chance = quits(law.base, law.slope, holder.outcomes[QUIT_INTENTION].0[lane] as f64, contagion[lane]);
            if on.quitting && (uniform(quit.bits(lane, slot(seat, 0))) as f64) < chance {
                leaving.push((at, Reason::Voluntary));
            } else if (uniform(other.bits(lane, slot(seat, 0))) as f64) < involuntary {
                leaving.push((at, Reason::Involuntary));
            }
        }
    }
}

/// What the exits of the past weeks add to the odds of quitting in each team.
fn contagion(block: &Block, scenario: &Scenario, day: u32) -> [f64; LANES] {
    let law = &scenario.parameters.turnover;
    let now = (day / WEEK) as usize;
    std::array::from_fn(|lane| {
        let felt: f64 = (1..MEMORY.min(now + 1))
            .map(|ago| {
                let week = (now - ago) % MEMORY;
                let exits = block.exits[0][lane][week] as f64 + block.exits[1][lane][week] as f64;
                exits * kernel(law, ago as f64)
            })
            .sum();
        law.contagion * felt
    })
}

/// What becomes of a seat that somebody leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// It is filled again after a while.
    Open,
    /// It is closed for good.
    Closed,
    /// It is filled today; the price is that of the repair.
    Filled,
}

/// Somebody leaves.
pub fn vacate(world: &mut World, at: At, reason: Reason, after: After) {
    let (scenario, dice, day) = (world.scenario, world.organisation.dice, world.organisation.day);
    let note = note(world, at, What::Exit(reason));
    let team = world.team(at);
    let block = &mut world.organisation.blocks[at.block];
    if !block.is_present(at.seat, at.lane) {
        return;
    }
    let generation = block.seat[at.seat].generation[at.lane];
    let seat = &mut block.seat[at.seat];
    seat.present.0[at.lane] = 0.0;
    let mean = scenario.parameters.turnover.vacancy_weeks * WEEK as f64;
    let wait = mean * (0.5 + dice.at(Purpose::Vacancy, day, team, person(at.seat, generation)).uniform());
    seat.reopens[at.lane] = if after == After::Closed { u32::MAX } else { day + wait.round().max(1.0) as u32 };
    block.closed[at.lane] += u32::from(after == After::Closed);
    forget(block, at);
    let week = (day / WEEK) as usize % MEMORY;
    let kind = usize::from(reason != Reason::Voluntary);
    let exits = &mut block.exits[kind][at.lane][week];
    *exits = exits.saturating_add(1);
    let ledger = &mut world.organisation.ledger;
    match reason {
        Reason::Voluntary => ledger.leavers_voluntary += 1,
        Reason::Involuntary | Reason::Scheduled => ledger.leavers_involuntary += 1,
    }
    if after == After::Open {
        ledger.cost_replacement += cost::replacement(&scenario.parameters.cost);
    }
    world.affairs.diary.push(note);
}

/// The damage of a leaver's relations goes with the leaver.
fn forget(block: &mut Block, at: At) {
    for j in 0..block.seats {
        block.hurts.clear(block.pair(at.seat, j), at.lane);
        block.hurts.clear(block.pair(j, at.seat), at.lane);
    }
    for k in 0..block.ties {
        block.hurts.clear(block.across(at.seat, k), at.lane);
    }
    let standing = &mut block.standing[at.seat];
    (standing.probation_until[at.lane], standing.calm_until[at.lane], standing.explained_until[at.lane]) = (0, 0, 0);
}

fn note(world: &World, at: At, what: What) -> Note {
    Note {
        seat: world.organisation.seat_number(at),
        generation: world.generation(at),
        team: world.team(at),
        ..Note::of(world.organisation.day, what)
    }
}

/// A newcomer starts.
fn join(world: &mut World, at: At) {
    seat_newcomer(world.scenario, world.organisation.dice, world.organisation.day, &mut world.organisation.blocks[at.block], at);
    world.organisation.ledger.joiners += 1;
    let note = note(world, at, What::Join);
    world.affairs.diary.push(note);
}

fn seat_newcomer(scenario: &Scenario, dice: Dice, day: u32, block: &mut Block, at: At) {
    let At { seat: i, lane, .. } = at;
    let generation = block.seat[i].generation[lane] + 1;
    let mut draw = dice.at(Purpose::Person, 0, block.teams[lane], person(i, generation));
    block.seat[i].seat_holder(scenario, &mut draw, i == 0, lane, generation);
    block.seat[i].started[lane] = day as i32;
    block.settle_outcomes(scenario, dice, i, lane);
    let size = block.sizes[lane] as usize;
    for j in 0..size {
        block.meet(scenario, dice, day, i, j, lane);
        if j != i {
            block.meet(scenario, dice, day, j, i, lane);
        }
    }
    for j in 0..size {
        take_over(block, scenario, i, j, lane);
    }
    for k in 0..block.ties {
        block.meet_across(scenario, dice, i, k, lane, usual_level(scenario, Referent::Colleague));
    }
}

/// What the team says of somebody colours a newcomer's first impression of that person (and of top management).
fn take_over(block: &mut Block, scenario: &Scenario, i: usize, j: usize, lane: usize) {
    let place = block.pair(i, j);
    let tellers: Vec<usize> = (0..block.sizes[lane] as usize)
        .filter(|&k| k != i && k != j && block.is_present(k, lane) && block.is_present(j, lane))
        .map(|k| if i == j { block.pair(k, k) } else { block.pair(k, j) })
        .collect();
    if tellers.is_empty() {
        return;
    }
    for f in 0..4 {
        let said = tellers.iter().map(|&teller| block.relations[teller].facets[f].0[lane] as f64).sum::<f64>() / tellers.len() as f64;
        let own = &mut block.relations[place].facets[f].0[lane];
        *own = impression::told(*own as f64, said, scenario.parameters.impression.reputation) as f32;
    }
}

/// The leader of a team is replaced at once: the old one leaves, a new one starts today.
pub fn replace_leader(world: &mut World, at: At) {
    if world.organisation.blocks[at.block].is_present(at.seat, at.lane) {
        vacate(world, at, Reason::Scheduled, After::Filled);
    }
    join(world, at);
    let note = note(world, at, What::LeaderReplaced);
    world.affairs.diary.push(note);
}

impl World<'_> {
    /// The damage that each teammate holds about one person.
    pub fn damage_about(&self, at: At) -> Vec<(usize, Hurt)> {
        let block = &self.organisation.blocks[at.block];
        (0..block.sizes[at.lane] as usize)
            .filter(|&i| i != at.seat)
            .filter_map(|i| block.hurts.get(block.pair(i, at.seat), at.lane).map(|hurt| (i, *hurt)))
            .collect()
    }
}
