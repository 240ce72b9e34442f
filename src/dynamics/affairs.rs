//! # Affairs
//!
//! What is going on in the organisation beyond the everyday: breaches that have happened, repairs that are due or running,
//! and the diary of events.

use crate::organisation::At;
use crate::scenario::{Audience, BreachKind, Referent, RepairKind};

/// A repair that will start.
#[derive(Clone, Debug)]
pub struct DueRepair {
    /// Working day on which it starts.
    pub day: u32,
    /// Index of the repair in the scenario.
    pub repair: usize,
    /// The breaches that it answers (indices in [`Affairs::happened`]).
    pub answers: Vec<usize>,
}

/// A repair that runs.
#[derive(Clone, Debug)]
pub struct RunningRepair {
    /// Index of the repair in the scenario.
    pub repair: usize,
    /// Last day on which it runs; it ends the morning after.
    pub until: u32,
    /// The breaches that it answers.
    pub answers: Vec<usize>,
    /// How far it heals each day, or at its end: one for each answered breach.
    pub worth: Vec<f64>,
    /// What is paid for it on each day that it runs.
    pub bills: Vec<Bill>,
}

/// What a repair costs each day that it runs, as long as who does it is there.
#[derive(Clone, Copy, Debug)]
pub struct Bill {
    /// Who does it, a seat or (`None`) top management, and the generation; nobody where the organisation does.
    pub by: Option<(Option<At>, u32)>,
    /// What is paid each day, person-days.
    pub daily: f64,
    /// Its row in the diary, which tells what was paid in all.
    pub note: usize,
}

/// A breach of trust, before it happens (scheduled, an everyday incident, a denial found out) and after.
#[derive(Clone, Debug)]
pub struct Offence {
    /// Working day on which it happens.
    pub day: u32,
    /// Index of the event in the scenario; `u32::MAX` for none.
    pub event: u32,
    /// Who breaks trust.
    pub by: Referent,
    /// The offender; `None` for top management.
    pub offender: Option<At>,
    /// The offender's generation, from 1.
    pub generation: u32,
    /// The victim, where there is a single one and it is known.
    pub victim: Option<At>,
    /// The teams that a breach by top management concerns; empty for all.
    pub teams: Vec<u32>,
    /// What kind of breach it is.
    pub kind: BreachKind,
    /// How severe it is, 0 to 1.
    pub severity: f64,
    /// Whether it is done on purpose.
    pub intentional: bool,
    /// Whether a lie comes out.
    pub deception: bool,
    /// Who learns of it at once.
    pub audience: Audience,
}

/// Everything that is going on.
#[derive(Clone, Debug, Default)]
pub struct Affairs {
    /// Breaches so far, in order.
    pub happened: Vec<Offence>,
    /// Repairs that will start.
    pub due: Vec<DueRepair>,
    /// Repairs that go on.
    pub running: Vec<RunningRepair>,
    /// Breaches that will happen: incidents, acts of revenge that come out, denials that prove false.
    pub pending: Vec<Offence>,
    /// How often an offender has used a repair: offender, generation, repair, times.
    pub used: Vec<(Option<At>, u32, RepairKind, u32)>,
    /// Last day on which each repair was triggered by a survey.
    pub triggered: Vec<Option<u32>>,
    /// What happened, for the record.
    pub diary: Vec<Note>,
}

/// One line of the diary.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// Working day, from 0.
    pub day: u32,
    /// What happened.
    pub what: NoteKind,
    /// Its number among the scenario's events and, counted on, its repairs; `u32::MAX` for none.
    pub id: u32,
    /// Which kind of it: of breach, repair, shock, practice or counterproductive act, by index; 0 for none.
    pub kind: u8,
    /// Seat number of the person concerned; `u32::MAX` for none.
    pub seat: u32,
    /// That person's generation; 0 for none.
    pub generation: u32,
    /// The other person's seat number; `u32::MAX` for none.
    pub other_seat: u32,
    /// Number of the team, from 0; `u32::MAX` for none.
    pub team: u32,
    /// How large: severity 0 to 1, person-days, or a level 0 to 1; 0 for none.
    pub size: f64,
}

impl Note {
    /// A note about nobody in particular.
    pub const fn of(day: u32, what: NoteKind) -> Self {
        Self { day, what, id: u32::MAX, kind: 0, seat: u32::MAX, generation: 0, other_seat: u32::MAX, team: u32::MAX, size: 0.0 }
    }
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum NoteKind {
    Breach(Referent),
    Repair,
    RepairNotDone,
    Practice,
    Conduct,
    ImposedLoss,
    Shock,
    Act(usize),
    Exit(Reason),
    Join,
    LeaderReplaced,
}

/// Why somebody left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Reason {
    Voluntary,
    Involuntary,
    Scheduled,
}

impl Affairs {
    /// How often this offender has used this repair before; counts this time too.
    pub fn use_again(&mut self, offender: Option<At>, generation: u32, what: RepairKind) -> u32 {
        let same = |used: &&mut (Option<At>, u32, RepairKind, u32)| used.0 == offender && used.1 == generation && used.2 == what;
        if let Some(used) = self.used.iter_mut().find(same) {
            used.3 += 1;
            return used.3 - 1;
        }
        self.used.push((offender, generation, what, 1));
        0
    }
}
