//! # Scratch
//!
//! Room to work in, made once for each thread, so that nothing is allocated while the days go by.

use crate::organisation::{LANES, Lane, View};

/// News heard today, to be taken in once everyone has spoken.
#[derive(Clone, Copy, Debug)]
pub struct News {
    /// Place of the hearer's relation.
    pub place: usize,
    /// Lane.
    pub lane: usize,
    /// Weight: share · trust in the teller · voice.
    pub hold: f32,
    /// The teller's view.
    pub told: View,
}

/// Working room for one block at a time.
#[derive(Clone, Debug)]
pub struct Scratch {
    /// This morning's trust, `seats × seats`.
    pub trust: Vec<Lane>,
    /// Odds that each seat's holder acts well today, before reciprocity.
    pub odds: Vec<Lane>,
    /// What each holder's act tells: four facets and the chance of betrayal.
    pub telling: Vec<[Lane; 5]>,
    /// Who saw whom act well today: 1 or 0, `seats × seats`.
    pub well: Vec<Lane>,
    /// News heard today.
    pub news: Vec<News>,
    /// Shared wound about each trustee (last: top management).
    pub mood: Vec<Lane>,
    /// Its sum, in whole millionths, so that no order of adding can show.
    pub stirred: Vec<[u32; LANES]>,
}

impl Scratch {
    /// Room for blocks of up to `seats` seats.
    pub fn new(seats: usize) -> Self {
        Self {
            trust: vec![Lane::all(0.0); seats * seats],
            odds: vec![Lane::all(0.0); seats],
            telling: vec![[Lane::all(0.0); 5]; seats],
            well: vec![Lane::all(0.0); seats * seats],
            news: Vec::with_capacity(seats * 64),
            mood: vec![Lane::all(0.0); seats + 1],
            stirred: vec![[0; LANES]; seats + 1],
        }
    }
}
