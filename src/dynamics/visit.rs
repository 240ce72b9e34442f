//! # A visit
//!
//! What a step finds when it comes to a block, and how the blocks are gone through on all threads.

use super::desk::Desk;
use super::prefetch::prefetch;
use super::scratch::Scratch;
use super::state::Today;
use super::{incident, outcome, turnover};
use crate::organisation::{Block, LANES, Organisation};
use crate::scenario::Scenario;
use crate::theory::practice::ByPractice;
use crate::theory::team::Levels;
use crate::theory::turnover::MEMORY;
use crate::threads::prelude::*;

/// A step comes to a block.
pub struct Visit<'a> {
    pub number: usize,
    pub block: &'a mut Block,
    pub desk: &'a mut Desk,
    /// The block that will be visited after it, so that it can be loaded meanwhile.
    pub next: Option<(&'a Block, &'a Desk)>,
    /// What is the same for all blocks today.
    pub today: &'a Today<'a>,
    pub scratch: &'a mut Scratch,
    /// What its teams came to this week, once that is known.
    pub levels: Option<[Levels; LANES]>,
}

/// What is the same for all blocks at the end of a week.
pub struct WeekEnd<'a> {
    pub scenario: &'a Scenario,
    /// The laws of the week.
    pub laws: &'a outcome::Week,
    /// Levels of the practices, 0 to 1.
    pub practices: ByPractice<f64>,
    /// How far incidents are held back by practices, a factor.
    pub held_back: f64,
    /// How strongly leavers of the last weeks are felt.
    pub felt: [f64; MEMORY],
}

impl<'a> WeekEnd<'a> {
    /// This week's.
    pub fn of(scenario: &'a Scenario, laws: &'a outcome::Week, organisation: &Organisation) -> Self {
        Self {
            scenario,
            laws,
            practices: organisation.practices,
            held_back: incident::held_back(scenario, &organisation.practices),
            felt: turnover::felt(scenario, organisation.day),
        }
    }
}

/// Visits the blocks, each thread those of its own stretch with its own scratch. No result depends on the cut.
pub fn in_parallel(blocks: &mut [Block], desks: &mut [Desk], scratch: &mut [Scratch], today: &Today, work: impl Fn(&mut Visit) + Sync) {
    let through = |first: usize, blocks: &mut [Block], desks: &mut [Desk], scratch: &mut Scratch| {
        for offset in 0..blocks.len() {
            let (blocks, next) = blocks.split_at_mut(offset + 1);
            let (desks, next_desk) = desks.split_at_mut(offset + 1);
            if let Some((after, desk)) = next.get(1).zip(next_desk.get(1)) {
                prefetch(after); // the block itself; what it points to is loaded in its turn
                prefetch(desk);
            }
            let next = next.first().zip(next_desk.first());
            let (block, desk) = (&mut blocks[offset], &mut desks[offset]);
            work(&mut Visit { number: first + offset, block, desk, next, today, scratch, levels: None });
        }
    };
    if scratch.len() == 1 {
        through(0, blocks, desks, &mut scratch[0]);
        return;
    }
    let stretch = blocks.len().div_ceil(scratch.len());
    let parts = blocks.par_chunks_mut(stretch).zip(desks.par_chunks_mut(stretch)).zip(scratch.par_iter_mut()).enumerate();
    parts.for_each(|(part, ((blocks, desks), scratch))| through(part * stretch, blocks, desks, scratch));
}
