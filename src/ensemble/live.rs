//! # One life
//!
//! Found the organisation, live its days, keep the record.

use crate::dynamics::ledger::{Holder, LedgerPage};
use crate::dynamics::{Processor, State};
use crate::ensemble::past::Pasts;
use crate::observe::Life;
use crate::observe::record::{Record, records};
use crate::scenario::Scenario;

/// One life of one arm, with these dice.
pub fn live(scenario: &Scenario, dice: u32) -> Life {
    live_on(Processor::widest(), scenario, dice)
}

/// The same, with a given instruction set; no number depends on which.
pub fn live_on(processor: Processor, scenario: &Scenario, dice: u32) -> Life {
    whole(recorded(State::on(processor, scenario, dice), &mut || true))
}

/// The same, its past taken from those that are shared; `goes_on` is asked after every day, and the life is given up when it
/// says no.
pub fn live_from(pasts: &Pasts, scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    let day_zero = pasts.day_zero(scenario, dice, goes_on)?;
    recorded(State::from(Processor::widest(), scenario, day_zero), goes_on)
}

/// The same, with the trust ledger of these holders instead of the one that is recorded: for every day from day 0 a page of each,
/// closed when the day's news are known, which is when series are recorded.
pub fn live_with_ledger(scenario: &Scenario, dice: u32, holders: &[Holder]) -> (Life, Vec<Vec<LedgerPage>>) {
    let mut state = State::new(scenario, dice);
    state.keep_ledger(holders);
    let mut pages = Vec::with_capacity(scenario.run.length as usize + 1);
    let life = days(state, &mut || true, &mut |state| pages.push(state.turn_page()));
    (whole(life), pages)
}

/// With the ledger of all teams where the scenario asks for it: a page for each recorded day.
fn recorded(mut state: State, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    let scenario = state.scenario;
    if !scenario.run.ledger {
        return days(state, goes_on, &mut |_| {});
    }
    let teams: Vec<Holder> = (0..scenario.organisation.teams).map(Holder::Team).collect();
    state.keep_ledger(&teams);
    let mut ledger: Vec<f32> = Vec::new();
    let life = days(state, goes_on, &mut |state| {
        if records(scenario, state.organisation.day) {
            ledger.extend(state.turn_page().iter().flat_map(|page| page.entries).flatten().map(|change| change as f32));
        }
    });
    life.map(|life| Life { ledger, ..life })
}

fn whole(life: Option<Life>) -> Life {
    match life {
        Some(life) => life,
        None => unreachable!("nobody stops it"),
    }
}

fn days(mut state: State, goes_on: &mut dyn FnMut() -> bool, morning: &mut dyn FnMut(&mut State)) -> Option<Life> {
    let scenario = state.scenario;
    let mut record = Record::new(scenario);
    live_until(&mut state, &mut record, scenario.run.length + 1, goes_on, morning)?;
    Some(record.finish(&state.affairs.diary))
}

/// Lives the days before day `to`, at most until the last; `morning` sees each of them when its news are known. None if `goes_on`,
/// which is asked after every day, says no.
pub(super) fn live_until(
    state: &mut State,
    record: &mut Record,
    to: u32,
    goes_on: &mut dyn FnMut() -> bool,
    morning: &mut dyn FnMut(&mut State),
) -> Option<()> {
    let scenario = state.scenario;
    for day in state.organisation.day..to {
        state.morning();
        morning(state);
        if day == scenario.run.length || record.is_due(scenario, day) {
            state.look();
            record.look(state);
        }
        if day < scenario.run.length {
            state.day();
            if !goes_on() {
                return None;
            }
        }
        record.note_trust(state.mean_trust());
    }
    Some(())
}
