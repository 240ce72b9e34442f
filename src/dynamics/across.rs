//! # Over the ties across
//!
//! What people see of other teams and hear from them: gathered over all teams first, taken in team by team.

use super::behaviour::{self, Deed};
use super::desk::Desk;
use super::prefetch::prefetch;
use super::scratch::Scratch;
use super::state::{MANY_BLOCKS, State};
use super::terms::Terms;
use crate::organisation::{Block, Damage};
use crate::threads::prelude::*;

impl State<'_> {
    /// What people see of other teams, and hear from them.
    pub(super) fn across(&mut self) {
        if !self.scenario.mechanisms.ties_across || self.scenario.organisation.ties_across == 0 {
            return;
        }
        let mut all = std::mem::take(&mut self.desks);
        let state = &*self;
        let listen = |(number, desk): (usize, &mut Desk)| behaviour::across(state, number, desk);
        if all.len() < MANY_BLOCKS {
            all.iter_mut().enumerate().for_each(listen);
        } else {
            all.par_iter_mut().enumerate().for_each(listen);
        }
        self.desks = all;
    }
}

/// Loads the ties over which something comes today before they are needed.
pub fn fetch_ties(block: &Block, desk: &Desk) {
    for met in &desk.met {
        let (seat, tie, _) = met.glimpse.at();
        prefetch(&block.relations[block.across(seat, tie)]);
        prefetch(&block.partner_generation[seat * block.ties + tie]);
    }
}

/// Takes in what came from other teams.
#[inline(never)] // so that a profile shows the step under its name
pub fn receive(block: &mut Block, desk: &Desk, terms: &Terms, scratch: &mut Scratch) {
    for met in &desk.met {
        let (seat, tie, lane) = met.glimpse.at();
        let place = block.across(seat, tie);
        let known = &mut block.partner_generation[seat * block.ties + tie][lane];
        if *known != met.generation {
            *known = met.generation;
            block.set_damage(place, lane, Damage::default());
            let believed = behaviour::believed_of_a_stranger(block.seat[seat].propensity.0[lane], terms);
            block.relations[place].start([believed; 4], terms.first_chance, lane);
        }
        let role = &terms.role[met.role];
        let (theme, shown) = (usize::from(met.theme), usize::from(met.theme) < role.base.len());
        behaviour::single(&mut block.relations[place], lane, Deed::of(shown, met.well), &role.telling[theme], met.trust, 1.0, terms);
    }
    scratch.news.extend_from_slice(&desk.news);
}
