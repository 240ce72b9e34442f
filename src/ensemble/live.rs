//! # One life
//!
//! Found the organisation, live its days, keep the record.

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
    match days(processor, scenario, dice, &mut || true) {
        Some(life) => life,
        None => unreachable!("nobody stops it"),
    }
}

/// The same; `goes_on` is asked after every day, and the life is given up when it says no.
pub fn live_while(scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    days(Processor::widest(), scenario, dice, goes_on)
}

fn days(processor: Processor, scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    let mut world = World::on(processor, scenario, dice);
    let mut record = Record::new(scenario);
    for day in 0..=scenario.run.length {
        world.morning();
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
