//! # The state
//!
//! An organisation and what is going on in it today, and what the steps of the day ask of it.

use super::affairs::Affairs;
use super::desk::Desk;
use super::outcome;
use super::processor::Processor;
use super::scratch::{Face, Scratch};
use super::terms::Terms;
use crate::organisation::{At, Block, Organisation, Top};
use crate::random::{Dice, Purpose};
use crate::scenario::{Audience, ByReferent, Scenario, Teams};
use crate::threads::prelude::*;

/// Blocks from which a life is spread over threads: below some ten thousand people handing out work costs more than it brings.
pub(super) const MANY_BLOCKS: usize = 80;

/// Blocks in a stretch.
pub(super) const STRETCH: usize = 32;

/// An organisation and what is going on in it, as it stands today.
pub struct State<'s> {
    /// What was asked.
    pub scenario: &'s Scenario,
    /// Who is there.
    pub organisation: Organisation,
    /// What is going on.
    pub affairs: Affairs,
    pub(super) named: Vec<Dice>,
    pub(super) terms: Terms,
    pub(super) week: outcome::Week,
    pub(super) processor: Processor,
    pub(super) scratch: Vec<Scratch>,
    pub(super) desks: Vec<Desk>,
    pub(super) faces: Vec<Face>,
    pub(super) accounts: usize,
}

impl State<'_> {
    /// Mean trust when it was last looked at; NaN where there is none.
    pub fn mean_trust(&self) -> ByReferent<f32> {
        let mut sums = ByReferent::all((0.0_f64, 0_u32));
        for block in &self.organisation.blocks {
            for (sum, own) in sums.iter_mut().zip(block.trust) {
                *sum = (sum.0 + own.0, sum.1 + own.1);
            }
        }
        sums.map(|(sum, count)| (sum / count as f64) as f32)
    }

    /// The teams that something concerns, ascending. Random ones are drawn once, by the dice of what concerns them.
    pub fn teams(&self, teams: &Teams, dice: Dice) -> Vec<u32> {
        let all = self.organisation.place.len() as u32;
        match teams {
            Teams::All => (0..all).collect(),
            Teams::These(these) => these.iter().copied().filter(|&team| team < all).collect(),
            Teams::Random(count) => {
                let ticket = |team: u32| dice.at(Purpose::Teams, 0, team, 0).uniform();
                let mut tickets: Vec<(f64, u32)> = (0..all).map(|team| (ticket(team), team)).collect();
                tickets.sort_by(|a, b| a.0.total_cmp(&b.0));
                let mut drawn: Vec<u32> = tickets.into_iter().take(*count as usize).map(|(_, team)| team).collect();
                drawn.sort_unstable();
                drawn
            }
        }
    }

    /// The teams that an audience around `team` takes in.
    pub fn audience(&self, team: u32, audience: Audience) -> Vec<u32> {
        let all = self.organisation.place.len() as u32;
        match (audience, self.scenario.organisation.teams_per_department) {
            (Audience::Victim | Audience::Team, _) => vec![team],
            (Audience::Organisation, _) | (Audience::Department, 0) => (0..all).collect(),
            (Audience::Department, per) => {
                let first = team / per * per;
                (first..(first + per).min(all)).collect()
            }
        }
    }

    /// The team of a place.
    pub fn team(&self, at: At) -> u32 {
        self.organisation.blocks[at.block].teams[at.lane]
    }

    /// The generation of a seat's holder.
    pub fn generation(&self, at: At) -> u32 {
        self.organisation.blocks[at.block].seat[at.seat].generation[at.lane]
    }

    /// The generation of an offender (`None`: top management).
    pub fn generation_of(&self, offender: Option<At>) -> u32 {
        offender.map_or(self.organisation.top.generation, |at| self.generation(at))
    }

    /// Whether an offender (`None`: top management) is still the same person, and there.
    pub fn is_still_there(&self, offender: Option<At>, generation: u32) -> bool {
        let present = offender.is_none_or(|at| self.organisation.blocks[at.block].is_present(at.seat, at.lane));
        present && self.generation_of(offender) == generation
    }

    /// The instruction set with which it is lived.
    pub fn processor(&self) -> Processor {
        self.processor
    }

    /// What is found in each stretch of blocks, in their order. The stretches are the same on any number of threads.
    pub fn in_stretches<T: Send>(&self, find: impl Fn(&[Block]) -> T + Send + Sync) -> Vec<T> {
        let blocks = &self.organisation.blocks;
        if blocks.len() < MANY_BLOCKS {
            return blocks.chunks(STRETCH).map(find).collect();
        }
        blocks.par_chunks(STRETCH).map(find).collect()
    }

    /// The laws of the week.
    pub fn week(&self) -> &outcome::Week {
        &self.week
    }

    /// Today's terms.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Makes the terms anew after a practice or the culture has changed.
    pub(super) fn renew_terms(&mut self) {
        self.terms = Terms::of(self.scenario, &self.organisation.practices, self.organisation.culture);
        self.week = outcome::Week::of(self.scenario, &self.organisation.practices, &self.terms);
    }
}

/// What is the same for all blocks on a day.
#[derive(Clone, Copy)]
pub(super) struct Today<'a> {
    pub terms: &'a Terms,
    pub faces: &'a [Face],
    pub top: Top,
    pub dice: Dice,
    pub day: u32,
    pub processor: Processor,
}

impl<'a> Today<'a> {
    /// This day's.
    pub fn of(terms: &'a Terms, faces: &'a [Face], organisation: &Organisation, processor: Processor) -> Self {
        Self { terms, faces, top: organisation.top, dice: organisation.dice, day: organisation.day, processor }
    }
}
