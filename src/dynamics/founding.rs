//! # The state on day 0

use super::affairs::Affairs;
use super::desk::Desk;
use super::outcome;
use super::past::DayZero;
use super::processor::Processor;
use super::scratch::{Face, Scratch};
use super::state::{MANY_BLOCKS, State, Today};
use super::terms::Terms;
use super::visit::in_parallel;
use crate::organisation::{LANES, Organisation, found};
use crate::random::Dice;
use crate::scenario::{ByReferent, Scenario};
use crate::threads::prelude::at_once;

impl<'s> State<'s> {
    /// The state on day 0, before its first morning.
    pub fn new(scenario: &'s Scenario, replicate: u32) -> Self {
        Self::on(Processor::widest(), scenario, replicate)
    }

    /// The same, lived with a given instruction set; no number depends on which.
    pub fn on(processor: Processor, scenario: &'s Scenario, replicate: u32) -> Self {
        let Some(day_zero) = DayZero::of(processor, scenario, replicate, &mut || true) else { unreachable!("nobody stops it") };
        Self::from(processor, scenario, day_zero)
    }

    /// The state on day 0 of this scenario, with its organisation as that has become by then.
    pub fn from(processor: Processor, scenario: &'s Scenario, day_zero: DayZero) -> Self {
        let mut state = Self::around(processor, scenario, day_zero.organisation);
        state.affairs.pending = day_zero.pending;
        if scenario.initial_trust != ByReferent::default() {
            state.set_first_trust();
            state.settle();
        }
        state.look();
        state.organisation.output = state.output();
        state
    }

    /// The state of an organisation just founded, before its past is lived.
    pub(super) fn founded(processor: Processor, scenario: &'s Scenario, replicate: u32) -> Self {
        let mut state = Self::around(processor, scenario, found(scenario, Dice::new(scenario.run.seed, replicate)));
        state.settle();
        state
    }

    /// The state of an organisation in which nothing is going on yet.
    pub(super) fn around(processor: Processor, scenario: &'s Scenario, organisation: Organisation) -> Self {
        let widest = organisation.blocks.iter().map(|block| block.seats).max().unwrap_or(0);
        let terms = Terms::of(scenario, &organisation.practices, organisation.culture);
        let rooms = if organisation.blocks.len() < MANY_BLOCKS { 1 } else { at_once() };
        Self {
            scenario,
            affairs: Affairs { triggered: vec![None; scenario.repairs.len()], ..Affairs::default() },
            named: scenario.events.iter().map(|event| organisation.dice.of(&event.id)).collect(),
            terms: terms.clone(),
            week: outcome::Week::of(scenario, &organisation.practices, &terms),
            processor,
            scratch: vec![Scratch::new(widest); rooms],
            desks: vec![Desk::default(); organisation.blocks.len()],
            faces: std::iter::repeat_with(Face::default).take(organisation.rows.len() * LANES).collect(),
            accounts: 0,
            organisation,
        }
    }

    /// Puts outcomes and climate where trust as it stands would bring them in the end.
    fn settle(&mut self) {
        self.look();
        let (scenario, week, practices) = (self.scenario, &self.week, self.organisation.practices);
        let today = Today::of(&self.terms, &self.faces, &self.organisation, self.processor);
        in_parallel(&mut self.organisation.blocks, &mut self.desks, &mut self.scratch, &today, |visit| {
            outcome::settle(visit.block, scenario, week, &practices, today.dice, today.processor);
        });
        self.organisation.output = self.output();
    }

    /// Output as the organisation stands, as a share of the reference.
    fn output(&self) -> f64 {
        let organisation = &self.organisation;
        let (mut output, mut seats) = (0.0, 0.0);
        for block in &organisation.blocks {
            let levels = outcome::levels(block, &self.week, &organisation.practices);
            let of_teams = outcome::yields(block, self.scenario, &levels, organisation.day).output;
            for lane in (0..LANES).filter(|&lane| block.teams[lane] != u32::MAX) {
                let open = f64::from(block.open_seats(lane));
                (output, seats) = (output + open * of_teams[lane], seats + open);
            }
        }
        output / seats
    }
}
