//! # One life
//!
//! Found the organisation, live its days, keep the record.

use crate::dynamics::{Processor, World};
use crate::observe::Life;
use crate::observe::record::Record;
use crate::scenario::Scenario;

/// The life of one replicate of one arm.
pub fn live(scenario: &Scenario, replicate: u32) -> Life {
    live_on(Processor::widest(), scenario, replicate)
}

/// The same, with a given instruction set; no number depends on which.
pub fn live_on(processor: Processor, scenario: &Scenario, replicate: u32) -> Life {
    match days(processor, scenario, replicate, &mut || true) {
        Some(life) => life,
        None => unreachable!("nobody stops it"),
    }
}

/// The same; `goes_on` is asked after every day, and the life is given up when it says no.
pub fn live_while(scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    days(Processor::widest(), scenario, replicate, goes_on)
}

fn days(processor: Processor, scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
    let mut world = World::on(processor, scenario, replicate);
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
