//! # Desks
//!
//! What lies on the desk of each block: what reached it from other teams today, and what was found in it at the end of the
//! week. Finding is done block by block, by many threads, while the block is at hand; acting on it is done one thing after
//! another, in the order of the blocks.

use super::affairs::{Offence, Reason};
use super::ledger::{Accounts, Cause};
use super::scratch::News;
use super::terms::Terms;
use crate::organisation::{At, Block};
use crate::theory::referent::{ByReferent, Referent};

/// How many sums a week adds to.
pub const BOOKS: usize = 7;

/// The desk of one block.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// Ties across over which something may come today.
    pub glimpses: Vec<Glimpse>,
    /// Acts seen over them.
    pub met: Vec<Sighting>,
    /// News that came over them.
    pub news: Vec<News>,
    /// What the week adds to the books: output, seats, people, the weights of the costs of control and of transactions, output
    /// without the disorder of shocks, and shares of days ill.
    pub books: [f64; BOOKS],
    /// People who feel wronged enough to retaliate, by whom (a seat, or last: top management), and how deep.
    pub wronged: Vec<(At, usize, f32)>,
    /// Incidents that will happen next week.
    pub incidents: Vec<Offence>,
    /// Seats that are filled this week (no reason), and that somebody leaves, and why.
    pub moves: Vec<(At, Option<Reason>)>,
    /// The trust ledger of its teams, where it is kept.
    pub accounts: Option<Box<Accounts>>,
}

impl Desk {
    /// Books what trust has changed by in this block, if accounts are kept of it.
    #[inline(always)]
    pub fn book(&mut self, block: &Block, terms: &Terms, causes: ByReferent<Cause>) {
        if let Some(accounts) = &mut self.accounts {
            accounts.book(block, terms, causes);
        }
    }
}

/// A tie across over which something may come today.
#[derive(Clone, Copy, Debug)]
pub struct Glimpse {
    /// Seat of the one who may see or hear.
    pub seat: u8,
    /// Which of that person's ties, from 0.
    pub tie: u8,
    /// Lane of the team.
    pub lane: u8,
    /// Whether news may come, or an act be seen.
    pub news: bool,
}

impl Glimpse {
    /// Seat of the one who may see or hear, which of the ties, and lane.
    pub fn at(self) -> (usize, usize, usize) {
        (self.seat as usize, self.tie as usize, self.lane as usize)
    }
}

/// Somebody from another team was seen at work.
#[derive(Clone, Copy, Debug)]
pub struct Sighting {
    /// Who saw it, and over which tie.
    pub glimpse: Glimpse,
    /// The theme of the partner's day.
    pub theme: u8,
    /// What the partner is to their own team.
    pub role: Referent,
    /// Whether it was done well.
    pub well: bool,
    /// Trust in the partner this morning, 0 to 1.
    pub trust: f32,
    /// Generation of the partner, to notice a newcomer.
    pub generation: u32,
}
