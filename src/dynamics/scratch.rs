//! # Scratch
//!
//! Room to work in, made once for each thread, so that nothing is allocated while the days go by.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::organisation::{Block, LANES, Lane, View};
use crate::random::{Dice, Key, Page, Purpose, bits};
use crate::theory::referent::ByReferent;

/// The day's draws of the teams of a block: one key for each lane, and a fixed slot for everything.
#[derive(Clone, Debug)]
pub struct Keys {
    low: [u32; LANES],
    high: [u32; LANES],
}

impl Keys {
    /// No team's keys.
    const NONE: Keys = Keys { low: [0; LANES], high: [0; LANES] };

    /// The keys of the teams of a block on a day.
    pub fn of(block: &Block, dice: Dice, day: u32) -> Self {
        let mut keys = Self::NONE;
        for (l, &team) in block.teams.iter().enumerate() {
            Key { low: keys.low[l], high: keys.high[l] } = dice.key(Purpose::Everyday, day, team);
        }
        keys
    }

    /// The draw of one lane in a slot.
    #[inline(always)]
    pub fn at(&self, lane: usize, slot: u32) -> u32 {
        bits(self.low[lane], self.high[lane], slot)
    }

    /// The draw of one lane for an ordered pair of seats on a page.
    #[inline(always)]
    pub fn bits(&self, page: Page, lane: usize, from: usize, to: usize) -> u32 {
        self.at(lane, page.slot(from, to))
    }
}

/// What somebody showed on the last day, for those in other teams to see on this one. One number for each seat, all of them
/// in one row, so that a glance across costs one look into memory; each is written by the thread that lives its team.
#[derive(Debug, Default)]
pub struct Face(AtomicU64);

impl Clone for Face {
    fn clone(&self) -> Self {
        Self(AtomicU64::new(self.0.load(Ordering::Relaxed)))
    }
}

impl Face {
    /// The theme of the day of the holder of this `generation` (0 for nobody), and the odds that it was done well.
    #[inline(always)]
    pub fn show(&self, odds: f32, theme: u32, generation: u32) {
        self.0.store(u64::from(odds.to_bits()) << 32 | u64::from(generation << 5 | theme), Ordering::Relaxed);
    }

    /// The odds, the theme and the generation; `None` where nobody is.
    #[inline(always)]
    pub fn seen(&self) -> Option<(f32, usize, u32)> {
        let face = self.0.load(Ordering::Relaxed);
        let (theme, generation) = (face as usize & 31, face as u32 >> 5);
        (generation > 0).then(|| (f32::from_bits((face >> 32) as u32), theme, generation))
    }
}

/// What is to be seen of one trustee today (each seat's holder, then top management).
#[derive(Clone, Debug)]
pub struct Trustee {
    /// Odds of acting well, before what the pair brings; 0 where nothing is shown.
    pub odds: Lane,
    /// 1 where something is shown today, else 0: nothing, or what was expected is left out.
    pub shown: Lane,
    /// What an act done well tells: four facets and the chance of betrayal.
    pub telling: [Lane; 5],
    /// What is told against them by one done badly, or left out.
    pub against: [Lane; 5],
    /// The trustee's own number, from which it is drawn who gets on with whom.
    pub own: [u32; LANES],
    /// Wounds to credibility and trustworthiness about the trustee, summed over those present, in steps.
    pub wounds: [Lane; 2],
    /// The shared wound that pulls up the others', for each pair, in steps; 0 where it does not.
    pub mood: [Lane; 2],
    /// Part of a wound that stays open, as the mood slows healing.
    pub open: Lane,
    /// Share of a scar that a good act wears away.
    pub wear: Lane,
}

/// What was seen of one person by another today.
#[derive(Clone, Copy, Debug)]
pub struct Acts {
    /// 1 where both are there and know each other, else 0.
    pub open: Lane,
    /// 1 where an act was done well.
    pub well: Lane,
    /// 1 where one was done badly, or where nothing was shown.
    pub badly: Lane,
}

impl Acts {
    /// Nothing was seen.
    pub const NONE: Acts = Acts { open: Lane::all(0.0), well: Lane::all(0.0), badly: Lane::all(0.0) };
}

/// News heard today, to be taken in once everyone has spoken.
#[derive(Clone, Copy, Debug)]
pub struct News {
    /// Place of the hearer's relation.
    pub place: usize,
    /// Lane of the hearer's team.
    pub lane: usize,
    /// How far the hearer moves towards the teller's view: share · trust in the teller · voice, 0 to 1 and beyond for a leader.
    pub hold: f32,
    /// The facet at which one would as soon trust the one spoken of as not.
    pub even: f32,
    /// The teller's view of the one spoken of.
    pub told: View,
}

/// Working room for one block at a time.
#[derive(Clone, Debug)]
pub struct Scratch {
    /// The draws of the day.
    pub keys: Keys,
    /// This morning's trust in each relation within the team.
    pub trust: Vec<Lane>,
    /// What each seat's holder believes of strangers, in steps.
    pub strangers: Vec<ByReferent<Lane>>,
    /// The trustees: each seat's holder, then top management.
    pub trustees: Vec<Trustee>,
    /// What one seat's holder saw today of each trustee in turn.
    pub acts: Vec<Acts>,
    /// Who hears gossip today: one bit a team, by seat.
    pub hears: Vec<u16>,
    /// News heard today.
    pub news: Vec<News>,
}

impl Scratch {
    /// Room for blocks of up to `seats` seats.
    pub fn new(seats: usize) -> Self {
        let none = Lane::all(0.0);
        let trustee = Trustee {
            odds: none,
            shown: none,
            telling: [none; 5],
            against: [none; 5],
            own: [0; LANES],
            wounds: [none; 2],
            mood: [none; 2],
            open: none,
            wear: none,
        };
        Self {
            keys: Keys::NONE,
            trust: vec![none; seats * seats],
            strangers: vec![ByReferent::all(none); seats],
            trustees: vec![trustee; seats + 1],
            acts: vec![Acts::NONE; seats],
            hears: vec![0; seats],
            news: Vec::with_capacity(seats * LANES),
        }
    }
}
