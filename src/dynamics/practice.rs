//! # Practices seen
//!
//! Once a week some people see a signal of a practice: a promotion, a strategy talk, a payroll error. It reads well or
//! badly with the level of the practice, and falls on top management, and in part on the leader or the colleagues.

use super::behaviour::{Deed, single};
use super::processor::{Kernel, Processor};
use super::scratch::Keys;
use super::terms::Terms;
use crate::organisation::{Block, lanes, mask, referent};
use crate::random::{Page, halves, uniform};
use crate::scenario::Scenario;
use crate::theory::practice::{ByPractice, Practice, PracticeLaw, reads_well};
use crate::theory::referent::Referent;

/// The signals of one week in one block.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(block: &mut Block, scenario: &Scenario, practices: &ByPractice<f64>, terms: &Terms, keys: &Keys, processor: Processor) {
    if scenario.mechanisms.practices_seen {
        processor.run(SeeSignals { block, law: &scenario.parameters.practice, practices, terms, keys });
    }
}

struct SeeSignals<'a> {
    block: &'a mut Block,
    law: &'a PracticeLaw,
    practices: &'a ByPractice<f64>,
    terms: &'a Terms,
    keys: &'a Keys,
}

impl Kernel for SeeSignals<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, law, practices, terms, keys } = self;
        let rate = law.signal_rate as f32;
        for i in 0..block.seats {
            let seen = mask(|l| uniform(keys.bits(Page::Signal, l, i, 0)) < rate) & block.seat[i].there();
            for lane in lanes(seen) {
                let [which, read] = halves(keys.bits(Page::SignalConduct, lane, i, 0));
                let which = Practice::ALL[(which * 6.0) as usize];
                let deed = Deed::of(true, (read as f64) < reads_well(law, practices[which]));
                let falls = terms.falls[which];
                let trust = block.seat[i].trust.map(|t| t.0[lane]);
                let (size, seats) = (block.sizes[lane] as usize, block.seats);
                let each = falls[Referent::Colleague] / (size - 1).max(1) as f32;
                for j in 0..size {
                    let (place, who) = (i * seats + j, referent(i, j));
                    let weight = if who == Referent::Colleague { each } else { falls[who] };
                    if weight > 0.0 && !trust[who].is_nan() {
                        single(&mut block.relations[place], lane, deed, &terms.signals[which], trust[who], weight, terms);
                    }
                }
            }
        }
    }
}
