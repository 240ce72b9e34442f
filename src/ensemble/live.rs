//! # One life
//!
//! Found the organisation, live its days, keep the record.

use crate::dynamics::ledger::{Holder, Page};
use crate::dynamics::{Processor, World};
use crate::observe::Life;
use crate::observe::record::Record;
use crate::scenario::Scenario;

/// One life of one arm, with these dice.
pub fn live(scenario: &Scenario, dice: u32) -> Life {
    live_on(Processor::widest(), scenario, dice)
}

/// The same, with a given instruction set; no number depends on which.
pub fn live_on(processor: Processor, scenario: &Scenario, dice: u32) -> Life {
    whole(days(World::on(processor, scenario, dice), &mut || true, &mut |_| {}))
}

/// The same; `goes_on` is asked after every day, and the life is given up when it says no.
pub fn live_while(scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    days(World::new(scenario, dice), goes_on, &mut |_| {})
}

/// The same, with the trust ledger of these holders: for every day from day 0 a page of each, closed when the day's news are
/// known, which is when series are recorded.
pub fn live_with_ledger(scenario: &Scenario, dice: u32, holders: &[Holder]) -> (Life, Vec<Vec<Page>>) {
    let mut world = World::new(scenario, dice);
    world.keep_ledger(holders);
    let mut pages = Vec::with_capacity(scenario.run.length as usize + 1);
    let life = days(world, &mut || true, &mut |world| pages.push(world.turn_page()));
    (whole(life), pages)
}

fn whole(life: Option<Life>) -> Life {
    match life {
        Some(life) => life,
        None => unreachable!("nobody stops it"),
    }
}

fn days(mut world: World, goes_on: &mut dyn FnMut() -> bool, morning: &mut dyn FnMut(&mut World)) -> Option<Life> {
    let scenario = world.scenario;
    let mut record = Record::new(scenario);
    for day in 0..=scenario.run.length {
        world.morning();
        morning(&mut world);
        if day == scenario.run.length || record.is_due(scenario, day) {
            world.look();
            record.look(&world);
        }
        if day < scenario.run.length {
            world.day();
            if !goes_on() {
                return None;
            }
        }
        record.note_trust(world.mean_trust());
    }
    Some(record.finish(&world.affairs.diary))
}
