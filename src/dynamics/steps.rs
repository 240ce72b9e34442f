//! # The steps
//!
//! What each step of the day does, in the order of [`ORDER`](super::ORDER): how the laws' files are called.

use super::behaviour::RestAcross;
use super::ledger::Cause;
use super::state::State;
use super::visit::{Visit, WeekEnd};
use super::{across as ties, cost as books, healing as wounds, incident, news as events, outcome as outcomes, practice as practices};
use super::{behaviour as conduct, repair, retaliation as retaliations, spread as gossip, trust as trusting, turnover};
use crate::theory::referent::ByReferent;
use crate::theory::team;

/// Scheduled events and breaches happen, and call for repairs.
pub fn news(state: &mut State<'_>) {
    let first_new = state.affairs.happened.len();
    events::step(state);
    repair::called_for(state, first_new);
}

/// Everyone's trust as of this morning.
pub fn trust(visit: &mut Visit<'_>) {
    let next = visit.next.map(|(block, _)| block);
    trusting::morning(visit.block, next, visit.today.terms, visit.scratch, visit.today.processor);
}

/// What is seen of other teams and heard from them.
pub fn across(state: &mut State<'_>) {
    state.across();
}

/// Contacts and acts.
pub fn behaviour(visit: &mut Visit<'_>) {
    let Visit { block, desk, today, scratch, .. } = visit;
    conduct::plan(block, today, scratch);
    if let Some(accounts) = &mut desk.accounts {
        accounts.book_contacts(block, today, scratch);
    }
    conduct::step(block, today, scratch);
    desk.book(block, today.terms, ByReferent::all(Cause::TeamMood));
}

/// Time over the ties across; within teams wounds heal with the acts.
pub fn healing(visit: &mut Visit<'_>) {
    wounds::across(visit.block, visit.today.terms, visit.today.day);
}

/// What came from other teams is taken in, and gossip goes round.
pub fn spread(visit: &mut Visit<'_>) {
    let Visit { block, desk, today, scratch, .. } = visit;
    ties::receive(block, desk, today.terms, scratch);
    gossip::step(block, today.terms, scratch, today.processor);
    desk.book(block, today.terms, ByReferent::all(Cause::Gossip));
}

/// A week's fading over the ties across, and of feeling wronged.
pub fn ease(visit: &mut Visit<'_>, _: &WeekEnd<'_>) {
    let Visit { block, today, .. } = visit;
    today.processor.run(RestAcross { block, terms: today.terms, day: today.day });
    today.processor.run(wounds::Ease { block, terms: today.terms, day: today.day });
}

/// Signals of the practices.
pub fn practice(visit: &mut Visit<'_>, week: &WeekEnd<'_>) {
    let Visit { block, desk, today, scratch, .. } = visit;
    practices::step(block, week.scenario, &week.practices, today.terms, &scratch.keys, today.processor);
    desk.book(block, today.terms, ByReferent::all(Cause::Practices));
}

/// Engagement, strain, performance, climate.
pub fn outcome(visit: &mut Visit<'_>, week: &WeekEnd<'_>) {
    let Visit { block, today, scratch, levels, .. } = visit;
    *levels = Some(outcomes::step(block, week.scenario, week.laws, &week.practices, today.dice, &scratch.keys, today.processor));
}

/// Output and costs of the block.
pub fn cost(visit: &mut Visit<'_>, week: &WeekEnd<'_>) {
    if let Some(levels) = &visit.levels {
        visit.desk.books = books::books(visit.block, week.scenario, &week.practices, levels, visit.today.day);
    }
}

/// Output and costs of the organisation.
pub fn add_up(state: &mut State<'_>) {
    state.add_up();
}

/// Who feels wronged enough to retaliate.
pub fn wronged(visit: &mut Visit<'_>, week: &WeekEnd<'_>) {
    retaliations::find(visit.block, visit.number, week.scenario, &mut visit.desk.wronged);
}

/// They retaliate.
pub fn retaliation(state: &mut State<'_>) {
    retaliations::step(state);
    state.book(ByReferent::all(Cause::Retaliation));
}

/// Which incidents will happen next week.
pub fn incidents(visit: &mut Visit<'_>, week: &WeekEnd<'_>) {
    let Visit { block, number, desk, today, scratch, levels, .. } = visit;
    let Some(levels) = levels else { return };
    let law = week.scenario.team_law();
    let prevented = levels.each_ref().map(|levels| team::prevented(&law, &team::climate(&law, levels)));
    let (scenario, held_back, keys) = (week.scenario, week.held_back, &scratch.keys);
    let (number, dice, day, found) = (*number, today.dice, today.day, &mut desk.incidents);
    today.processor.run(incident::FindIncidents { block, number, scenario, held_back, prevented, keys, dice, day, found });
}

/// Who starts, quits or leaves.
pub fn moves(visit: &mut Visit<'_>, week: &WeekEnd<'_>) {
    let Visit { block, number, desk, today, scratch, .. } = visit;
    let (scenario, felt, keys) = (week.scenario, &week.felt, &scratch.keys);
    let (number, day, found) = (*number, today.day, &mut desk.moves);
    today.processor.run(turnover::FindMoves { block, number, scenario, felt, keys, day, found });
}
