//! # Breach
//!
//! Who breaks trust today, who learns of it at once, and what it takes from each of them.

use super::affairs::{Note, NoteKind, Offence};
use super::incident;
use super::ledger::Cause;
use super::state::State;
use super::terms::Terms;
use super::trust::single;
use crate::organisation::{At, Block, LANES, MOST_ACTS, referent};
use crate::random::{Purpose, slot};
use crate::scenario::{Audience, Breach, Referent, Scenario, Teams, YEAR};
use crate::theory::breach::{self, Blow};

/// The place of top management among the offenders of [`Purpose::Victim`], beyond all seats.
const TOP: usize = 63;

/// A scheduled breach happens in every team that it concerns.
pub fn scheduled(state: &mut State, event: usize, breach: &Breach) {
    if !state.scenario.mechanisms.breaches {
        return;
    }
    let teams = state.teams(&breach.teams, state.named[event]);
    if breach.by == Referent::Top {
        let offence = offence(state, event, breach, None, teams);
        strike(state, &offence);
        return;
    }
    let offenders: Vec<At> = teams.iter().filter_map(|&team| offender(state, event, breach, team)).collect();
    for at in offenders {
        let offence = offence(state, event, breach, Some(at), Vec::new());
        strike(state, &offence);
    }
}

fn offence(state: &State, event: usize, breach: &Breach, offender: Option<At>, teams: Vec<u32>) -> Offence {
    Offence {
        day: state.organisation.day,
        event: event as u32,
        by: breach.by,
        offender,
        generation: state.generation_of(offender),
        victim: None,
        teams,
        kind: breach.kind,
        severity: breach.severity,
        intentional: breach.intentional,
        deception: breach.deception,
        audience: breach.audience,
    }
}

/// The leader of the team, the named seat, or a member drawn for this event.
fn offender(state: &State, event: usize, breach: &Breach, team: u32) -> Option<At> {
    let organisation = &state.organisation;
    let seat = match (breach.by, breach.seat) {
        (Referent::Leader, _) => 0,
        (_, Some(seat)) => seat as usize,
        _ => {
            let at = organisation.at(team, 0);
            let members = organisation.blocks[at.block].sizes[at.lane] - 1;
            1 + state.named[event].at(Purpose::Breach, organisation.day, team, 0).below(members) as usize
        }
    };
    let at = organisation.at(team, seat);
    let block = &organisation.blocks[at.block];
    (seat < block.sizes[at.lane] as usize && block.is_present(seat, at.lane)).then_some(at)
}

/// Whether a breach that comes by hazard comes today, for each of the offenders that it addresses. Strain and a person's
/// own wounds raise the hazard, as for everyday incidents.
pub fn by_hazard(state: &mut State, event: usize, breach: &Breach, per_year: f64) {
    if !state.scenario.mechanisms.breaches {
        return;
    }
    let (organisation, dice) = (&state.organisation, state.named[event]);
    let day = organisation.day;
    let comes = |team: u32, seat: usize, pushed: f64| {
        let chance = 1.0 - libm::exp(-per_year * pushed / YEAR as f64);
        dice.at(Purpose::Hazard, day, team, seat as u32).chance(chance)
    };
    if breach.by == Referent::Top {
        if comes(u32::MAX, 0, 1.0) {
            scheduled(state, event, breach);
        }
        return;
    }
    let mut struck = Vec::new();
    for team in state.teams(&breach.teams, dice) {
        let at = organisation.at(team, 0);
        let block = &organisation.blocks[at.block];
        let seats = if breach.by == Referent::Leader { 0..1 } else { 1..block.sizes[at.lane] as usize };
        for seat in seats.filter(|&seat| breach.seat.is_none_or(|named| named as usize == seat)) {
            let at = At { seat, ..at };
            if block.is_present(seat, at.lane) && comes(team, seat, incident::pushed(state, at)) {
                struck.push(at);
            }
        }
    }
    for at in struck {
        let offence = offence(state, event, breach, Some(at), Vec::new());
        strike(state, &offence);
    }
}

/// Trust is broken: everyone who learns of it loses at once.
pub fn strike(state: &mut State, breach: &Offence) {
    let day = state.organisation.day;
    let severity = breach.severity * broken_promise(state, breach);
    let blow = Blow {
        kind: breach.kind,
        severity: severity.min(1.0),
        intentional: breach.intentional,
        deception: breach.deception,
        nearness: 1.0,
        reading: 1.0,
    };
    let victim = match breach.offender {
        Some(at) => by_person(state, breach, at, &blow),
        None => by_top(state, breach, &blow),
    };
    let generation = state.generation_of(breach.offender);
    let happened = Offence { day, generation, victim, severity: blow.severity, ..breach.clone() };
    state.organisation.totals.breaches += 1;
    let number = |at: Option<At>| at.map_or(u32::MAX, |at| state.organisation.seat_number(at));
    let note = Note {
        id: breach.event,
        kind: breach.kind as u8,
        seat: number(breach.offender),
        generation,
        other_seat: number(victim),
        team: breach.offender.or(victim).map_or(u32::MAX, |at| state.team(at)),
        size: blow.severity,
        ..Note::of(day, NoteKind::Breach(breach.by))
    };
    state.affairs.diary.push(note);
    state.affairs.happened.push(happened);
    state.book(Cause::of_breach(breach.by));
}

/// The factor of a breach during the offender's probation, which it ends.
fn broken_promise(state: &mut State, breach: &Offence) -> f64 {
    let (day, factor) = (state.organisation.day, state.scenario.parameters.healing.broken_promise);
    if !state.scenario.mechanisms.probation {
        return 1.0;
    }
    let mut broken = false;
    let mut end = |until: &mut u32| {
        broken |= *until > day;
        *until = 0;
    };
    match breach.offender {
        Some(at) => end(&mut state.organisation.blocks[at.block].standing[at.seat].probation_until[at.lane]),
        None => {
            for block in &mut state.organisation.blocks {
                let top = block.top();
                block.standing[top].probation_until.iter_mut().for_each(&mut end);
            }
        }
    }
    if broken { factor } else { 1.0 }
}

/// A breach by a leader or a colleague: the victim, the team, and those elsewhere who hear of it.
fn by_person(state: &mut State, breach: &Offence, at: At, blow: &Blow) -> Option<At> {
    let law = &state.scenario.parameters.breach;
    let victim = breach.victim.or_else(|| victim(state, at));
    let tint = if state.scenario.mechanisms.line_spillover && breach.by == Referent::Leader { law.tint_up } else { 0.0 };
    let readers = Readers::of(state.scenario, &state.terms);
    let team = state.team(at);
    let block = &mut state.organisation.blocks[at.block];
    for i in (0..block.sizes[at.lane] as usize).filter(|&i| i != at.seat) {
        let direct = breach.by == Referent::Leader || victim.is_some_and(|victim| victim.seat == i);
        let reached = breach.audience != Audience::Victim || victim.is_some_and(|victim| victim.seat == i);
        if !reached || !block.is_present(i, at.lane) {
            continue;
        }
        let nearness = if direct { 1.0 } else { law.witness };
        let about_offender = block.pair(i, at.seat);
        wound(block, readers, about_offender, at.lane, &Blow { nearness, ..*blow });
        if tint > 0.0 {
            let about_top = block.with_top(i);
            wound(block, readers, about_top, at.lane, &Blow { nearness: nearness * tint, ..*blow });
        }
    }
    if matches!(breach.audience, Audience::Department | Audience::Organisation) {
        let teams = state.audience(team, breach.audience);
        heard_elsewhere(state, breach, at, blow, tint, &teams);
    }
    (breach.audience == Audience::Victim).then_some(victim).flatten()
}

/// A teammate present: the one with the lowest ticket for this breach, so that nobody else's presence changes who it is
/// unless it was theirs.
fn victim(state: &State, at: At) -> Option<At> {
    let organisation = &state.organisation;
    let block = &organisation.blocks[at.block];
    let (team, day) = (state.team(at), organisation.day);
    let ticket = |seat: usize| organisation.dice.at(Purpose::Victim, day, team, slot(at.seat & 63, seat)).uniform();
    (0..block.sizes[at.lane] as usize)
        .filter(|&seat| seat != at.seat && block.is_present(seat, at.lane))
        .min_by(|&a, &b| ticket(a).total_cmp(&ticket(b)))
        .map(|seat| At { seat, ..at })
}

/// Anybody present in the teams that a breach by top management concerns, drawn for this event: the lowest ticket.
fn victim_of_top(state: &State, event: u32, teams: &[u32]) -> Option<At> {
    let organisation = &state.organisation;
    let dice = state.named.get(event as usize).copied().unwrap_or(organisation.dice);
    let mut lowest: Option<(f64, At)> = None;
    for &team in teams {
        let place = organisation.at(team, 0);
        let block = &organisation.blocks[place.block];
        for seat in (0..block.sizes[place.lane] as usize).filter(|&seat| block.is_present(seat, place.lane)) {
            let ticket = dice.at(Purpose::Victim, organisation.day, team, slot(TOP, seat)).uniform();
            if lowest.is_none_or(|(least, _)| ticket < least) {
                lowest = Some((ticket, At { seat, ..place }));
            }
        }
    }
    lowest.map(|(_, at)| at)
}

/// People in other teams: those tied to the offender lose trust in the offender, all of them a little in top management.
fn heard_elsewhere(state: &mut State, breach: &Offence, at: At, blow: &Blow, tint: f64, teams: &[u32]) {
    let law = &state.scenario.parameters.breach;
    let readers = Readers::of(state.scenario, &state.terms);
    let (own, offender) = (state.team(at), state.organisation.address(at));
    for &team in teams.iter().filter(|&&team| team != own) {
        let place = state.organisation.at(team, 0);
        let block = &mut state.organisation.blocks[place.block];
        for i in (0..block.sizes[place.lane] as usize).filter(|&i| block.seat[i].present.0[place.lane] > 0.0).collect::<Vec<_>>() {
            for k in 0..block.ties {
                if block.partners[i * block.ties + k][place.lane] == offender {
                    let tie = block.across(i, k);
                    wound(block, readers, tie, place.lane, &Blow { nearness: law.hearsay, ..*blow });
                }
            }
            if tint > 0.0 && breach.by == Referent::Leader {
                let about_top = block.with_top(i);
                wound(block, readers, about_top, place.lane, &Blow { nearness: law.hearsay * tint, ..*blow });
            }
        }
    }
}

/// A breach by top management: the teams concerned are struck, the rest of the audience hears of it.
fn by_top(state: &mut State, breach: &Offence, blow: &Blow) -> Option<At> {
    let teams = &breach.teams;
    let everyone = state.teams(&Teams::All, state.organisation.dice);
    let direct = if teams.is_empty() { &everyone } else { teams };
    let tint = if state.scenario.mechanisms.line_spillover { state.scenario.parameters.breach.tint_down } else { 0.0 };
    if breach.audience == Audience::Victim {
        let victim = breach.victim.or_else(|| victim_of_top(state, breach.event, direct))?;
        strike_top(state, victim, blow, tint);
        return Some(victim);
    }
    let heard = match breach.audience {
        Audience::Organisation => everyone.clone(),
        Audience::Department => direct.iter().flat_map(|&team| state.audience(team, Audience::Department)).collect(),
        _ => direct.clone(),
    };
    let mut reached = vec![0.0; everyone.len()];
    for team in heard {
        reached[team as usize] = state.scenario.parameters.breach.hearsay;
    }
    for &team in direct {
        reached[team as usize] = 1.0;
    }
    for (team, &nearness) in reached.iter().enumerate().filter(|(_, nearness)| **nearness > 0.0) {
        let at = state.organisation.at(team as u32, 0);
        for seat in 0..state.organisation.blocks[at.block].sizes[at.lane] as usize {
            strike_top(state, At { seat, ..at }, &Blow { nearness, ..*blow }, tint);
        }
    }
    None
}

fn strike_top(state: &mut State, at: At, blow: &Blow, tint: f64) {
    let readers = Readers::of(state.scenario, &state.terms);
    let block = &mut state.organisation.blocks[at.block];
    if !block.is_present(at.seat, at.lane) {
        return;
    }
    wound(block, readers, block.with_top(at.seat), at.lane, blow);
    if tint > 0.0 && at.seat > 0 {
        wound(block, readers, block.pair(at.seat, 0), at.lane, &Blow { nearness: blow.nearness * tint, ..*blow });
    }
}

/// How people read an offence.
#[derive(Clone, Copy)]
struct Readers<'a> {
    law: &'a breach::BreachLaw,
    terms: &'a Terms,
    /// Acts after which half is known of somebody; none where what is known does not weigh.
    acts_half: Option<f64>,
    scars: bool,
}

impl<'a> Readers<'a> {
    fn of(scenario: &'a Scenario, terms: &'a Terms) -> Self {
        let (p, on) = (&scenario.parameters, &scenario.mechanisms);
        Self { law: &p.breach, terms, acts_half: on.familiarity.then_some(p.belief.acts_half), scars: on.scars }
    }

    /// How the holder of a relation reads an offence of the one it is to.
    fn reading(self, block: &Block, place: usize, lane: usize) -> f64 {
        let Some(acts_half) = self.acts_half else { return 1.0 };
        let within = block.seats * block.seats;
        let (i, who) = if place < within {
            (place / block.seats, referent(place / block.seats, place % block.seats))
        } else {
            ((place - within) / block.ties, Referent::Colleague)
        };
        let trust = f64::from(single(block, place, lane, i, self.terms.impact[who], self.terms));
        let acts = f64::from(block.relations[place].acts.in_units(lane, MOST_ACTS));
        breach::reading(self.law, acts, acts_half, trust)
    }
}

/// What a blow does to one relation.
fn wound(block: &mut Block, readers: Readers, place: usize, lane: usize, blow: &Blow) {
    debug_assert!(lane < LANES);
    if blow.severity <= 0.0 {
        return;
    }
    let (law, scars) = (readers.law, readers.scars);
    let blow = &Blow { reading: readers.reading(block, place, lane), ..*blow };
    let after = breach::struck(law, block.damage(place, lane).into(), blow, scars);
    block.set_damage(place, lane, after.into());
    let chance = &mut block.relations[place].chance;
    chance.set(lane, breach::alarmed(law, chance.get(lane) as f64, blow) as f32);
}
