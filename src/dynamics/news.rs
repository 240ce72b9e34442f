//! # News
//!
//! What the morning brings: scheduled events, breaches by hazard, incidents decided last week.

use super::affairs::{Note, NoteKind, Offence, Reason};
use super::ledger::Cause;
use super::state::State;
use super::turnover::Vacancy;
use super::{breach, turnover};
use crate::organisation::{At, Recovery};
use crate::random::Purpose;
use crate::scenario::{Audience, BreachKind, ByReferent, Event, Happening, Referent, ShockKind, Teams, When, YEAR};

/// Everything that happens this morning.
pub fn step(state: &mut State) {
    let day = state.organisation.day;
    let scenario = state.scenario;
    for (index, event) in scenario.events.iter().enumerate() {
        match (&event.when, &event.what) {
            (When::Days(days), _) if days.contains(&day) => happen(state, index, event),
            (When::PerYear(rate), Happening::Breach(breach)) => breach::by_hazard(state, index, breach, *rate),
            (When::PerYear(rate), _) => {
                let chance = 1.0 - libm::exp(-rate / YEAR as f64);
                if state.named[index].at(Purpose::Hazard, day, u32::MAX, 0).chance(chance) {
                    happen(state, index, event);
                }
            }
            _ => {}
        }
    }
    let (now, later): (Vec<Offence>, Vec<Offence>) = std::mem::take(&mut state.affairs.pending).into_iter().partition(|p| p.day <= day);
    state.affairs.pending = later;
    for pending in now {
        if state.is_still_there(pending.offender, pending.generation) {
            breach::strike(state, &pending);
        }
    }
}

fn happen(state: &mut State, index: usize, event: &Event) {
    let note = Note { id: index as u32, ..Note::of(state.organisation.day, NoteKind::Practice) };
    match &event.what {
        Happening::Breach(breach) => breach::scheduled(state, index, breach),
        Happening::Practice { set } => {
            for (practice, level) in set.each() {
                if let Some(level) = level {
                    state.organisation.practices[practice] = level;
                    state.affairs.diary.push(Note { kind: practice as u8, size: level, ..note });
                }
            }
            state.renew_terms();
            state.book(ByReferent::all(Cause::Practices));
        }
        Happening::Exit { teams, count, seats } => exits(state, index, teams, *count, seats),
        Happening::Conduct { by, teams, change } => {
            conduct(state, index, *by, teams, change);
            let size = change.iter().sum::<f64>() / 4.0;
            state.affairs.diary.push(Note { what: NoteKind::Conduct, size, ..note });
        }
        Happening::ImposedLoss { size, explained, teams } => {
            let law = &state.scenario.parameters.breach;
            let left = if *explained { law.imposed_loss_explained } else { 1.0 };
            let severity = size * law.imposed_loss * left;
            let teams = state.teams(teams, state.named[index]);
            state.affairs.diary.push(Note { what: NoteKind::ImposedLoss, size: *size, ..note });
            by_top(state, index, severity, teams);
        }
        Happening::Shock { kind, size, teams } => {
            state.affairs.diary.push(Note { what: NoteKind::Shock, kind: *kind as u8, size: *size, ..note });
            let teams = state.teams(teams, state.named[index]);
            shock(state, index, *kind, *size, &teams);
        }
        Happening::Survey => {} // the record looks these days up itself
    }
}

/// Top management takes something away: to those concerned a breach of benevolence, to the rest hearsay.
fn by_top(state: &mut State, index: usize, severity: f64, teams: Vec<u32>) {
    let pending = Offence {
        day: state.organisation.day,
        event: index as u32,
        by: Referent::Top,
        offender: None,
        generation: state.generation_of(None),
        victim: None,
        teams,
        kind: BreachKind::Benevolence,
        severity,
        intentional: false,
        deception: false,
        audience: Audience::Organisation,
    };
    breach::strike(state, &pending);
}

fn shock(state: &mut State, index: usize, kind: ShockKind, size: f64, teams: &[u32]) {
    if size <= 0.0 {
        return;
    }
    let law = &state.scenario.parameters.team;
    let organisation = &mut state.organisation;
    organisation.recovery = Some(Recovery { since: organisation.day, before: organisation.output, back: None, lost: 0.0 });
    let disorder = if kind == ShockKind::LayOff { law.lay_off * size } else { size };
    for &team in teams {
        let at = organisation.at(team, 0);
        let disruption = &mut organisation.blocks[at.block].disruption.0[at.lane];
        *disruption += (1.0 - *disruption) * disorder as f32;
    }
    if kind == ShockKind::LayOff {
        for (&team, count) in teams.iter().zip(laid_off(state, index, size, teams)) {
            let at = state.organisation.at(team, 0);
            for seat in drawn_members(state, index, team, count) {
                turnover::vacate(state, At { seat, ..at }, Reason::Involuntary, Vacancy::Closed, index as u32);
            }
        }
        state.book(ByReferent::all(Cause::Leaving));
        by_top(state, index, size * state.scenario.parameters.breach.imposed_loss, teams.to_vec());
    }
}

/// How many of each team are laid off when a share of all who are present must go. Each team gives up its share in whole people;
/// what is left over goes, one by one, to the teams that still owe the largest part of a person, drawn among equals. Half a
/// person stays, and so do leaders.
fn laid_off(state: &State, index: usize, size: f64, teams: &[u32]) -> Vec<u32> {
    struct Team {
        given: u32,
        members: u32,
        owed: f64,
        ticket: f64,
    }
    let organisation = &state.organisation;
    let mut present = 0;
    let mut all: Vec<Team> = Vec::with_capacity(teams.len());
    for &team in teams {
        let at = organisation.at(team, 0);
        let block = &organisation.blocks[at.block];
        let people = block.headcount(at.lane);
        let members = people - u32::from(block.is_present(0, at.lane));
        let share = size * people as f64;
        let given = (share.floor() as u32).min(members);
        let ticket = state.named[index].at(Purpose::Exit, organisation.day, team, u32::MAX).uniform();
        present += people;
        all.push(Team { given, members, owed: share - given as f64, ticket });
    }
    let go = (size * present as f64 - 0.5).ceil().max(0.0) as u32;
    let mut left = go.saturating_sub(all.iter().map(|team| team.given).sum());
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|&a, &b| all[b].owed.total_cmp(&all[a].owed).then(all[a].ticket.total_cmp(&all[b].ticket)));
    while left > 0 && all.iter().any(|team| team.given < team.members) {
        for &at in &order {
            let team = &mut all[at];
            if left > 0 && team.given < team.members {
                (team.given, left) = (team.given + 1, left - 1);
            }
        }
    }
    all.iter().map(|team| team.given).collect()
}

fn exits(state: &mut State, index: usize, teams: &Teams, count: u32, seats: &[u32]) {
    for team in state.teams(teams, state.named[index]) {
        let at = state.organisation.at(team, 0);
        let leaving =
            if seats.is_empty() { drawn_members(state, index, team, count) } else { seats.iter().map(|&seat| seat as usize).collect() };
        for seat in leaving {
            let block = &state.organisation.blocks[at.block];
            if seat < block.sizes[at.lane] as usize && block.is_present(seat, at.lane) {
                turnover::vacate(state, At { seat, ..at }, Reason::Scheduled, Vacancy::Open, index as u32);
            }
        }
    }
    state.book(ByReferent::all(Cause::Leaving));
}

/// Members of a team who are present, drawn for this event: the lowest tickets go.
fn drawn_members(state: &State, index: usize, team: u32, count: u32) -> Vec<usize> {
    let organisation = &state.organisation;
    let at = organisation.at(team, 0);
    let block = &organisation.blocks[at.block];
    let ticket = |seat: usize| state.named[index].at(Purpose::Exit, organisation.day, team, seat as u32).uniform();
    let mut tickets: Vec<(f64, usize)> =
        (1..block.sizes[at.lane] as usize).filter(|&seat| block.is_present(seat, at.lane)).map(|seat| (ticket(seat), seat)).collect();
    tickets.sort_by(|a, b| a.0.total_cmp(&b.0));
    tickets.into_iter().take(count as usize).map(|(_, seat)| seat).collect()
}

fn conduct(state: &mut State, index: usize, by: Referent, teams: &Teams, change: &[f64; 4]) {
    if by == Referent::Top {
        for (own, change) in state.organisation.top.conduct.iter_mut().zip(change) {
            *own += change;
        }
        return;
    }
    for team in state.teams(teams, state.named[index]) {
        let at = state.organisation.at(team, 0);
        let block = &mut state.organisation.blocks[at.block];
        let seats = if by == Referent::Leader { 0..1 } else { 1..block.sizes[at.lane] as usize };
        for seat in seats {
            for (own, change) in block.seat[seat].conduct.iter_mut().zip(change) {
                own.0[at.lane] += *change as f32;
            }
        }
    }
}
