//! # The books
//!
//! What a week adds to output and costs: reckoned block by block, added up over the organisation.

use super::desk::BOOKS;
use super::outcome;
use super::state::State;
use crate::organisation::{Block, LANES};
use crate::scenario::{Scenario, WEEK};
use crate::theory::behaviour::Own;
use crate::theory::health;
use crate::theory::practice::{ByPractice, Practice};
use crate::theory::referent::Referent;
use crate::theory::team::Levels;

/// What a week adds to the books of one block; see [`Desk::books`].
#[inline(never)] // so that a profile shows the step under its name
pub fn books(block: &Block, scenario: &Scenario, practices: &ByPractice<f64>, levels: &[Levels; LANES], day: u32) -> [f64; BOOKS] {
    let outcome::Yield { output, calm, sick } = outcome::yields(block, scenario, levels, day);
    let mut sums = [0.0; BOOKS];
    for lane in (0..LANES).filter(|&lane| block.teams[lane] != u32::MAX) {
        let (size, people) = (block.open_seats(lane) as f64, block.headcount(lane) as f64);
        let leader = &block.seat[0];
        let downward = if leader.present.0[lane] > 0.0 { leader.trust[Referent::Colleague].0[lane] } else { f32::NAN };
        let downward = if downward.is_nan() { 0.5 } else { downward as f64 };
        let relied = (1.0 - levels[lane].own(Own::Reliance)).max(0.0);
        let control = people * (1.0 - downward) * (1.0 - practices[Practice::Autonomy]) * relied;
        let transaction = people * (1.0 - f64::midpoint(levels[lane].trust[Referent::Colleague], levels[lane].trust[Referent::Top]));
        for (sum, more) in sums.iter_mut().zip([size * output[lane], size, people, control, transaction, size * calm[lane], sick[lane]]) {
            *sum += more;
        }
    }
    sums
}

impl State<'_> {
    /// Output, costs and recovery from shocks, at the end of the week.
    pub(super) fn add_up(&mut self) {
        let (scenario, day) = (self.scenario, self.organisation.day);
        let organisation = &mut self.organisation;
        let (law, practices) = (scenario.parameters.team, organisation.practices);
        let mut sums = [0.0; BOOKS];
        for desk in &self.desks {
            for (sum, more) in sums.iter_mut().zip(desk.books) {
                *sum += more;
            }
        }
        let [output, seats, people, control, transaction, calm, sick] = sums;
        let weeks = 1.0 / 52.0;
        organisation.totals.cost_control += law.control * control * weeks;
        organisation.totals.cost_transaction += law.transaction * transaction * weeks;
        organisation.totals.cost_practice += scenario.parameters.cost.practice * practices.iter().sum::<f64>() * people * weeks;
        let costs = &scenario.parameters.cost;
        organisation.totals.cost_sick += costs.days_a_year * health::cost(&scenario.parameters.health, law.carry, sick) * weeks;
        organisation.totals.output_days += scenario.parameters.cost.days_a_year * output * weeks;
        organisation.output = output / seats;
        if let Some(recovery) = &mut organisation.recovery {
            recovery.lost += if calm > 0.0 { f64::from(WEEK) * (1.0 - output / calm) } else { 0.0 };
            let regained = organisation.output >= law.regained * recovery.before;
            if recovery.back.is_none() && day > recovery.since + WEEK && regained {
                recovery.back = Some(day);
            }
        }
    }
}
