//! # Who keeps what is lived
//!
//! Lives come in pieces, from any thread, and each piece is handed to a [`Keep`]: [`Memory`] holds them; the room of the folder
//! writes them to the disk, from which a run that was stopped goes on.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{ArmLives, ArmPlan, LifeResult};

/// A pure piece of an ensemble: these lives of this arm. The same piece holds the same lives whoever lives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Piece {
    /// The arm's name.
    pub arm: String,
    /// The first life.
    pub from: u32,
    /// The life after the last.
    pub to: u32,
}

impl Piece {
    /// Whether it holds any of these lives: the first, and the one after the last.
    pub fn has_any(&self, (from, to): (u32, u32)) -> bool {
        self.from < to && from < self.to
    }
}

/// Keeps pieces of an ensemble.
pub trait Keep: Sync {
    /// Why pieces could not be read or written.
    type Fault: Send;

    /// The pieces of an arm that are there already and hold any of these lives (the first, and the one after the last), by first life,
    /// and how many lives of each failed.
    ///
    /// # Errors
    /// What cannot be read.
    fn there(&self, plan: &ArmPlan, lives: (u32, u32)) -> Result<Vec<(Piece, u32)>, Self::Fault>;

    /// Keeps a piece.
    ///
    /// # Errors
    /// What cannot be written.
    fn publish(&self, piece: Piece, lives: Vec<LifeResult>) -> Result<(), Self::Fault>;
}

/// Keeps the pieces in memory.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<Piece, Vec<LifeResult>>>);

impl Memory {
    /// The lives of an arm in the order of their numbers; `None` if one was not lived.
    pub fn lives(&self, plan: &ArmPlan) -> Option<ArmLives> {
        let pieces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = pieces.iter().filter(|(piece, _)| piece.arm == plan.name);
        let mut lives = Vec::with_capacity(plan.lives() as usize);
        for (piece, lived) in own {
            if piece.from as usize != lives.len() {
                break;
            }
            lives.extend_from_slice(lived);
        }
        lives.truncate(plan.lives() as usize);
        (lives.len() == plan.lives() as usize).then(|| ArmLives::of(plan, lives))
    }
}

impl Keep for Memory {
    type Fault = Infallible;

    fn there(&self, plan: &ArmPlan, lives: (u32, u32)) -> Result<Vec<(Piece, u32)>, Infallible> {
        let pieces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = |lives: &[LifeResult]| lives.iter().filter(|life| life.is_err()).count() as u32;
        let asked = pieces.iter().filter(|(piece, _)| piece.arm == plan.name && piece.has_any(lives));
        Ok(asked.map(|(piece, lives)| (piece.clone(), failed(lives))).collect())
    }

    fn publish(&self, piece: Piece, lives: Vec<LifeResult>) -> Result<(), Infallible> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(piece, lives);
        Ok(())
    }
}
