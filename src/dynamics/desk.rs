//! # Desks
//!
//! What lies on the desk of each block: what reached it from other teams today, and what was found in it at the end of the
//! week. Finding is done block by block, by many threads, while the block is at hand; acting on it is done one thing after
//! another, in the order of the blocks.

use super::affairs::{Offence, Reason};
use super::behaviour::{Glimpse, Met};
use super::ledger::Accounts;
use super::scratch::News;
use crate::organisation::At;

/// How many sums a week adds to.
pub const BOOKS: usize = 7;

/// The desk of one block.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// Ties across over which something may come today.
    pub glimpses: Vec<Glimpse>,
    /// Acts seen across.
    pub met: Vec<Met>,
    /// News heard across.
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
