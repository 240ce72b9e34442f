//! # One person's story
//!
//! The slow stretches summed up, the days on which trust turned one by one, and the proverb measured: what the largest fall undid, how
//! long that had taken to build, and whether it came back.

use super::account::{Chapter, LEAST, chapters, happened, last_as_low};
use super::recovery::course::back;
use super::survival::Wait;
use crate::dynamics::ledger::LedgerPage;
use crate::observe::{Entry, EntryKind, Life};
use crate::scenario::Referent;

/// Turns that a story has at most.
const TURNS: usize = 6;

/// Where somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its number.
    pub number: u32,
    /// Its team.
    pub team: u32,
    /// The seat of the team's leader, who has no leader.
    pub leader: u32,
}

/// What became of one person's trust.
#[derive(Clone, Debug)]
pub struct Story {
    /// Where they work.
    pub seat: Seat,
    /// Which holder of the seat they are, from 1.
    pub generation: u32,
    /// The last holder of the seat.
    pub last_generation: u32,
    /// Their first day.
    pub from: u32,
    /// Their last.
    pub to: u32,
    /// The day from which on their trust is followed: how a newcomer's differs from a predecessor's is no part of their story.
    pub opened: u32,
    /// The stretches of the days in which they are there.
    pub chapters: Vec<Chapter>,
    /// What happened in each chapter that may move trust: what the scenario planned first, then the person's own matters.
    pub happened: Vec<Vec<Entry>>,
    /// The largest fall of trust in somebody at a turn.
    pub fall: Option<Fall>,
    /// How they left, as far as the diary says, and when; `None` if they are there at the end.
    pub exit: Option<(Option<EntryKind>, u32)>,
    /// Every day of the seat.
    pub pages: Vec<LedgerPage>,
}

/// The largest fall of a story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fall {
    /// The number of its chapter, from 0.
    pub chapter: usize,
    /// Whom trust fell in.
    pub whom: Referent,
    /// By how much, on a scale from 0 to 1.
    pub size: f64,
    /// In how many days.
    pub days: u32,
    /// Days in which what was lost had been built; `None` if trust had not been so low before.
    pub built: Option<u32>,
    /// Days until it was back, or that were watched for it; `None` if it was too small to be seen.
    pub back: Option<Wait>,
}

impl Story {
    /// Of one holder of a seat, the first who is there if it is not said. `pages` are those of the seat, one a day. If there is no such
    /// holder: who was asked for, and the first and the last who are there.
    pub fn of(life: &Life, pages: Vec<LedgerPage>, seat: Seat, generation: Option<u32>) -> Result<Self, (u32, [u32; 2])> {
        let there = || pages.iter().map(|page| page.generation).filter(|generation| *generation > 0);
        let (earliest, last_generation) = (there().min().unwrap_or(1), there().max().unwrap_or(0));
        let generation = generation.unwrap_or(earliest);
        let own = |page: &LedgerPage| page.generation == generation;
        let (Some(from), Some(to)) = (pages.iter().position(own), pages.iter().rposition(own)) else {
            return Err((generation, [earliest, last_generation]));
        };
        let (from, to) = (from as u32, to as u32);
        let opened = if from > 0 { (from + 1).min(to) } else { from };
        let chapters = chapters(&pages, opened, to, TURNS);
        let is_exit = |kind| matches!(kind, EntryKind::Quit | EntryKind::InvoluntaryExit | EntryKind::ScheduledExit);
        let mut events = life.events.iter();
        let exit = events.find(|entry| is_exit(entry.event) && entry.seat == seat.number && entry.generation == generation);
        let exit = (to as usize + 1 < pages.len()).then(|| (exit.map(|entry| entry.event), exit.map_or(to, |entry| entry.day)));
        let happened = chapters.iter().map(|chapter| moving(life, seat, chapter)).collect();
        let mut story = Self { seat, generation, last_generation, from, to, opened, chapters, happened, fall: None, exit, pages };
        story.fall = story.measured(life);
        Ok(story)
    }

    /// The largest fall.
    fn measured(&self, life: &Life) -> Option<Fall> {
        let turns = self.chapters.iter().enumerate().filter(|(_, chapter)| chapter.turn);
        let falls = turns.flat_map(|(at, chapter)| Referent::ALL.map(|whom| (at, whom, chapter.account.change(whom))));
        let (chapter, whom, change) = falls.filter(|(.., change)| *change <= -LEAST).min_by(|one, other| one.2.total_cmp(&other.2))?;
        let account = self.chapters[chapter].account;
        let lowest = last_as_low(&self.pages, self.since(life, whom, account.from), account.to, whom);
        let built = lowest.filter(|day| *day < account.from).map(|day| account.from - day);
        let levels = self.pages[self.opened as usize..=self.to as usize].iter().map(|page| page.balance[whom]);
        let back = back(levels, (account.from - self.opened) as usize);
        Some(Fall { chapter, whom, size: -change, days: account.to - account.from + 1, built, back })
    }

    /// From which day on trust was built that stood on this day: what a new leader is trusted with at once was not built.
    fn since(&self, life: &Life, whom: Referent, day: u32) -> u32 {
        let joined = |entry: &&Entry| entry.event == EntryKind::Join && entry.seat == self.seat.leader && entry.day < day;
        let new = life.events.iter().filter(joined).map(|entry| entry.day + 1).max().filter(|_| whom == Referent::Leader);
        self.opened.max(new.unwrap_or(0))
    }
}

/// What happened in a chapter, but for surveys.
fn moving(life: &Life, seat: Seat, chapter: &Chapter) -> Vec<Entry> {
    let mut entries = happened(life, seat.team, chapter.account.from, chapter.account.to);
    entries.retain(|entry| entry.event != EntryKind::Survey);
    entries.sort_by_key(|entry| (entry.id == u32::MAX, entry.other_seat != seat.number && entry.seat != seat.number));
    entries
}
