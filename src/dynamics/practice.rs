//! # Practices seen
//!
//! Once a week some people see a signal of a practice: a promotion, a strategy talk, a payroll error. It reads well or
//! badly with the level of the practice, and falls on top management, and in part on the leader or the colleagues.

use super::behaviour::{Deed, single};
use super::scratch::Keys;
use super::terms::{Telling, Terms};
use crate::organisation::{Block, lanes, mask};
use crate::random::{Page, halves, uniform};
use crate::scenario::Scenario;
use crate::theory::practice::{PRACTICE_ROWS, reads_well};

/// The signals of one week in one block.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(block: &mut Block, scenario: &Scenario, practices: &[f64; 6], terms: &Terms, keys: &Keys) {
    let law = &scenario.parameters.practice;
    if !scenario.mechanisms.practices_seen {
        return;
    }
    let rate = law.signal_rate as f32;
    for i in 0..block.seats {
        let seen = mask(|l| uniform(keys.bits(Page::Signal, l, i, 0)) < rate) & block.seat[i].there();
        for lane in lanes(seen) {
            let [which, read] = halves(keys.bits(Page::SignalConduct, lane, i, 0));
            let which = (which * 6.0) as usize;
            let well = (read as f64) < reads_well(law, practices[which]);
            let row = &PRACTICE_ROWS[which];
            let telling = Telling::of(scenario, (row.facets, row.risk), (row.facets, row.risk));
            let falls = row.falls_on.map(|share| (share * law.signal_weight) as f32);
            let mut falls_on = |place: usize, weight: f32, trust: f32| {
                if weight > 0.0 && !trust.is_nan() {
                    single(&mut block.relations[place], lane, Deed::of(true, well), &telling, trust, weight, terms);
                }
            };
            let trust = block.seat[i].trust.map(|t| t.0[lane]);
            let (size, seats) = (block.sizes[lane] as usize, block.seats);
            for j in (1..size).filter(|&j| j != i) {
                falls_on(i * seats + j, falls[0] / (size - 1).max(1) as f32, trust[0]);
            }
            if i > 0 {
                falls_on(i * seats, falls[1], trust[1]);
            }
            falls_on(i * seats + i, falls[2], trust[2]);
        }
    }
}
