//! # Turnover
//!
//! Who leaves this week, who starts, and what is left of old relations.

use super::affairs::{Note, NoteKind, Reason};
use super::ledger::Cause;
use super::processor::Kernel;
use super::scratch::Keys;
use super::state::State;
use crate::organisation::{At, Block, Damage, LANES, Lane, lanes, mask, person};
use crate::random::{Dice, Page, Purpose, uniform};
use crate::scenario::{Scenario, WEEK, YEAR};
use crate::theory::behaviour;
use crate::theory::cost;
use crate::theory::impression;
use crate::theory::outcome::{LOYALTY, PERFORMANCE, QUIT_INTENTION};
use crate::theory::referent::ByReferent;
use crate::theory::turnover::{self, MEMORY, Stay, TurnoverLaw, kernel};

/// The newcomers of this week, then its leavers.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(state: &mut State) {
    let day = state.organisation.day;
    let next_week = (day / WEEK + 1) as usize % MEMORY;
    for block in &mut state.organisation.blocks {
        for weeks in block.exits.iter_mut() {
            weeks[next_week] = [0; LANES];
        }
    }
    let year = &mut state.organisation.year;
    (year.seat_days[next_week], year.one_offs[next_week]) = (0, 0);
    let moves: Vec<_> = state.desks.iter().flat_map(|desk| desk.moves.iter().copied()).collect();
    for (at, _) in moves.iter().filter(|(_, reason)| reason.is_none()) {
        join(state, *at);
    }
    state.book(ByReferent::all(Cause::Newcomer));
    for (at, reason) in moves {
        if let Some(reason) = reason {
            vacate(state, at, reason, Vacancy::Open, u32::MAX);
        }
    }
    state.book(ByReferent::all(Cause::Leaving));
}

/// Finds the joiners and leavers of one block.
pub struct FindMoves<'a> {
    pub block: &'a Block,
    pub number: usize,
    pub scenario: &'a Scenario,
    pub felt: &'a [f64; MEMORY],
    pub keys: &'a Keys,
    pub day: u32,
    pub found: &'a mut Vec<(At, Option<Reason>)>,
}

impl Kernel for FindMoves<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, number, scenario, felt, keys, day, found } = self;
        found.clear();
        let (law, on) = (&scenario.turnover(), &scenario.mechanisms);
        let [base, embeddedness, embedded_years] = [law.base, law.embeddedness, law.embedded_years].map(|x| x as f32);
        let pulls = [law.slope, -law.loyalty, -law.performance_quit].map(|x| x as f32);
        let hazard = if on.involuntary_exits { law.involuntary / 52.0 } else { 0.0 };
        let [let_go, even] = [law.performance_let_go, law.performance_even].map(|x| x as f32);
        let contagion = if on.contagion { contagion(block, law, felt) } else { Lane::all(0.0) };
        for (seat, holder) in block.seat.iter().enumerate() {
            let present = holder.there();
            for lane in lanes(mask(|lane| holder.reopens[lane] <= day) & !present) {
                found.push((At { block: number, seat, lane }, None));
            }
            let quit = |lane: usize| uniform(keys.bits(Page::Quit, lane, seat, 0));
            let falls = |lane: usize| uniform(keys.bits(Page::Involuntary, lane, seat, 0));
            let [intention, loyalty, performance] = [QUIT_INTENTION, LOYALTY, PERFORMANCE].map(|k| &holder.outcomes[k]);
            let years = |lane: usize| (day as i32 - holder.started[lane]) as f32 * (1.0 / YEAR as f32);
            // The chance is at most the odds: whoever draws above these needs no exact look.
            let (mut odds, mut likely) = (Lane::all(0.0), Lane::all(0.0));
            for lane in 0..LANES {
                let roots = turnover::roots(embeddedness, embedded_years, years(lane));
                let pull = pulls[0] * intention.0[lane] + pulls[1] * loyalty.0[lane] + pulls[2] * performance.0[lane];
                odds.0[lane] = behaviour::EXP_BOUND * behaviour::exp(base + pull + contagion.0[lane] - roots);
                let factor = behaviour::exp(-let_go * (performance.0[lane] - even));
                likely.0[lane] = hazard as f32 * behaviour::EXP_BOUND * factor;
            }
            let tempted = if on.quitting { mask(|lane| quit(lane) < odds.0[lane]) } else { 0 };
            let in_danger = mask(|lane| falls(lane) < likely.0[lane]);
            for lane in lanes((tempted | in_danger) & present) {
                let stay = Stay::of(|outcome| holder.outcomes[outcome].0[lane]);
                let chance = turnover::quits(law, &stay, contagion.0[lane].into(), years(lane).into());
                let quits = on.quitting && f64::from(quit(lane)) < chance;
                let dismissed = f64::from(falls(lane)) < 1.0 - libm::exp(-hazard * turnover::let_go(law, stay.performance));
                if quits || dismissed {
                    let reason = if quits { Reason::Voluntary } else { Reason::Involuntary };
                    found.push((At { block: number, seat, lane }, Some(reason)));
                }
            }
        }
    }
}

/// How much an exit in each place of the ring of weeks is felt this week.
pub fn felt(scenario: &Scenario, day: u32) -> [f64; MEMORY] {
    let now = (day / WEEK) as usize;
    let mut felt = [0.0; MEMORY];
    for ago in 1..MEMORY.min(now + 1) {
        felt[(now - ago) % MEMORY] = kernel(&scenario.parameters.turnover, ago as f64);
    }
    felt
}

/// What the exits of the past weeks add to the odds of quitting in each team.
#[inline(always)]
fn contagion(block: &Block, law: &TurnoverLaw, felt: &[f64; MEMORY]) -> Lane {
    let mut sum = Lane::all(0.0);
    for (week, &felt) in felt.iter().enumerate().filter(|(_, felt)| **felt > 0.0) {
        let [voluntary, involuntary] = [0, 1].map(|kind: usize| block.exits[kind][week]);
        for l in 0..LANES {
            sum.0[l] += (law.contagion * felt) as f32 * (f32::from(voluntary[l]) + f32::from(involuntary[l]));
        }
    }
    sum
}

/// What becomes of a seat that somebody leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vacancy {
    /// It is filled again after a while.
    Open,
    /// It is closed for good.
    Closed,
    /// It is filled today.
    Filled,
}

/// Somebody leaves, by the scenario's event or repair of number `id`, if it was one.
pub fn vacate(state: &mut State, at: At, reason: Reason, after: Vacancy, id: u32) {
    let (scenario, dice, day) = (state.scenario, state.organisation.dice, state.organisation.day);
    let note = Note { id, ..note(state, at, NoteKind::Exit(reason)) };
    let team = state.team(at);
    let block = &mut state.organisation.blocks[at.block];
    if !block.is_present(at.seat, at.lane) {
        return;
    }
    let generation = block.seat[at.seat].generation[at.lane];
    let seat = &mut block.seat[at.seat];
    seat.present.0[at.lane] = 0.0;
    let mean = scenario.parameters.turnover.vacancy_weeks * WEEK as f64;
    let wait = mean * (0.5 + dice.at(Purpose::Vacancy, day, team, person(at.seat, generation)).uniform());
    seat.reopens[at.lane] = if after == Vacancy::Closed { u32::MAX } else { day + wait.round().max(1.0) as u32 };
    block.closed[at.lane] += u32::from(after == Vacancy::Closed);
    forget(block, at);
    let week = (day / WEEK) as usize % MEMORY;
    let kind = usize::from(reason != Reason::Voluntary);
    let exits = &mut block.exits[kind][week][at.lane];
    *exits = exits.saturating_add(1);
    if reason == Reason::Scheduled || after == Vacancy::Closed {
        state.organisation.year.one_offs[week] += 1;
    }
    let totals = &mut state.organisation.totals;
    match reason {
        Reason::Voluntary => totals.leavers_voluntary += 1,
        Reason::Involuntary | Reason::Scheduled => totals.leavers_involuntary += 1,
    }
    if after != Vacancy::Closed {
        totals.cost_replacement += cost::replacement(&scenario.parameters.cost);
    }
    state.affairs.diary.push(note);
}

/// The damage of a leaver's relations goes with the leaver.
fn forget(block: &mut Block, at: At) {
    for j in 0..block.seats {
        block.set_damage(block.pair(at.seat, j), at.lane, Damage::default());
        block.set_damage(block.pair(j, at.seat), at.lane, Damage::default());
    }
    for k in 0..block.ties {
        block.set_damage(block.across(at.seat, k), at.lane, Damage::default());
    }
    let standing = &mut block.standing[at.seat];
    (standing.probation_until[at.lane], standing.calm_until[at.lane], standing.explained_until[at.lane]) = (0, 0, 0);
}

fn note(state: &State, at: At, what: NoteKind) -> Note {
    Note {
        seat: state.organisation.seat_number(at),
        generation: state.generation(at),
        team: state.team(at),
        ..Note::of(state.organisation.day, what)
    }
}

/// A newcomer starts.
fn join(state: &mut State, at: At) {
    seat_newcomer(state.scenario, state.organisation.dice, state.organisation.day, &mut state.organisation.blocks[at.block], at);
    state.organisation.totals.joiners += 1;
    let note = note(state, at, NoteKind::Join);
    state.affairs.diary.push(note);
}

fn seat_newcomer(scenario: &Scenario, dice: Dice, day: u32, block: &mut Block, at: At) {
    let At { seat: i, lane, .. } = at;
    let generation = block.seat[i].generation[lane] + 1;
    let mut draw = dice.at(Purpose::Person, 0, block.teams[lane], person(i, generation));
    block.seat_holder(scenario, dice, &mut draw, i, lane, generation);
    block.seat[i].started[lane] = day as i32;
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
        block.meet_across(scenario, dice, i, k, lane);
    }
}

/// What the team says of somebody, or of top management, colours a newcomer's first impression of them: that in the newcomer's `j`-th
/// relation.
fn take_over(block: &mut Block, scenario: &Scenario, i: usize, j: usize, lane: usize) {
    let about = block.trustee(i, j);
    let place = block.toward(i, about);
    let tellers: Vec<usize> = (0..block.sizes[lane] as usize)
        .filter(|&k| k != i && k != j && block.is_present(k, lane) && block.is_present(j, lane))
        .map(|k| block.toward(k, about))
        .collect();
    if tellers.is_empty() {
        return;
    }
    for f in 0..4 {
        let said = tellers.iter().map(|&teller| block.relations[teller].facets[f].get(lane) as f64).sum::<f64>() / tellers.len() as f64;
        let own = &mut block.relations[place].facets[f];
        own.set(lane, impression::told(own.get(lane) as f64, said, scenario.parameters.impression.reputation) as f32);
    }
}

/// The leader of a team is replaced at once, by the repair of number `id`: the old one leaves, a new one starts today.
pub fn replace_leader(state: &mut State, at: At, id: u32) {
    vacate(state, at, Reason::Scheduled, Vacancy::Filled, id);
    join(state, at);
    let note = Note { id, ..note(state, at, NoteKind::LeaderReplaced) };
    state.affairs.diary.push(note);
}

impl State<'_> {
    /// The damage that each teammate holds about one person.
    pub fn damage_about(&self, at: At) -> Vec<(usize, Damage)> {
        let block = &self.organisation.blocks[at.block];
        let others = (0..block.sizes[at.lane] as usize).filter(|&i| i != at.seat);
        others.map(|i| (i, block.damage(block.pair(i, at.seat), at.lane))).collect()
    }
}
