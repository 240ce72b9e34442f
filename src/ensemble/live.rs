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
        }
        record.note_trust(world.mean_trust());
    }
    record.finish(&world.affairs.diary)
}
