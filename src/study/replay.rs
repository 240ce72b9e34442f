//! # One life of a finished folder, lived again
//!
//! What changed trust is not stored: the life that is asked about is lived again with its trust ledger, which takes a moment and
//! needs the version that made the folder.

use std::path::{Path, PathBuf};

use crate::analysis::account::{Account, account, happened};
use crate::analysis::story::{Seat, Story};
use crate::doubt::Headline;
use crate::dynamics::ledger::{Holder, LedgerPage};
use crate::ensemble::ArmPlan;
use crate::ensemble::live::live_with_ledger;
use crate::ensemble::plan::plan;
use crate::folder::manifest::{VERSION, design_hash};
use crate::folder::{Dialect, Folder, FolderError, RESOLVED};
use crate::observe::{Entry, Life};
use crate::organisation::sizes;
use crate::random::Dice;
use crate::scenario::near::nearest;
use crate::scenario::read::read;
use crate::scenario::{Referent, Scenario};
use crate::text::Language;
use crate::words::screen::{replay as words, story, sweep, verify};

/// A life of a finished folder.
#[derive(Clone, Debug)]
pub struct Replay {
    /// The scenario with all its arms.
    pub scenario: Scenario,
    /// The arm.
    pub plan: ArmPlan,
    /// Whether there are other arms.
    pub several: bool,
    /// The number of the life among those of its arm.
    pub number: u32,
    /// The fingerprint of the folder's design.
    pub design: String,
    /// How the folder writes CSV.
    pub dialect: Dialect,
    /// Seats of each team.
    sizes: Vec<u32>,
}

/// Which life.
#[derive(Clone, Debug, Default)]
pub struct Which {
    /// Of this arm; of the first in which trust is broken, if it is not said.
    pub arm: Option<String>,
    /// Its replicate, from 0.
    pub replicate: u32,
    /// Its world, from 0.
    pub world: u32,
}

/// Why trust of one team or person changed.
#[derive(Clone, Debug)]
pub struct Why {
    /// Whose trust.
    pub holder: Holder,
    /// Trust in whom.
    pub whom: Referent,
    /// What changed it.
    pub account: Account,
    /// What the team lived through in these days.
    pub happened: Vec<Entry>,
    /// The seat of the team's leader.
    pub leader: u32,
}

/// Why there is no such life, or no answer about it.
#[derive(Debug)]
pub enum Lacking {
    /// The folder cannot be read.
    Folder(FolderError),
    /// There is no finished run.
    NotFinished(PathBuf),
    /// It was made by this other version.
    OtherVersion(String),
    /// Its scenario is not that of its manifest.
    OtherDesign,
    /// The folder holds a sweep.
    Sweep,
    /// There is no such arm among these.
    Arm(String, Vec<String>),
    /// There is no such replicate among so many.
    Replicate(u32, u32),
    /// There is no such world among so many.
    World(u32, u32),
    /// There is no such team among so many.
    Team(u32, u32),
    /// There is no such seat among so many.
    Seat(u32, u32),
    /// A seat has no such holder, only those from one to another.
    Generation(u32, u32, [u32; 2]),
    /// There are no days from here to there up to the last.
    Days(u32, u32, u32),
}

impl From<FolderError> for Lacking {
    fn from(fault: FolderError) -> Self {
        Self::Folder(fault)
    }
}

impl Lacking {
    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::Folder(fault) => fault.say(language),
            Self::NotFinished(folder) => words::not_finished(&crate::text::shown_path(folder), language),
            Self::OtherVersion(version) => verify::other_version(version, VERSION, language),
            Self::OtherDesign => verify::OTHER_DESIGN.get(language).to_owned(),
            Self::Sweep => sweep::HOLDS_A_SWEEP.get(language).to_owned(),
            Self::Arm(name, there) => {
                let names: Vec<&str> = there.iter().map(String::as_str).collect();
                words::no_arm(name, &names, nearest(name, names.iter().copied()), language)
            }
            Self::Replicate(number, count) => words::no_replicate(*number, *count, language),
            Self::World(number, count) => words::no_world(*number, *count, language),
            Self::Team(number, count) => words::no_team(*number, *count, language),
            Self::Seat(number, count) => words::no_seat(*number, *count, language),
            Self::Generation(seat, generation, held) => story::no_generation(*seat, *generation, *held, language),
            Self::Days(from, to, last) => words::no_days(*from, *to, *last, language),
        }
    }
}

impl std::fmt::Display for Lacking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for Lacking {}

impl Replay {
    /// The life that is asked for.
    ///
    /// # Errors
    /// Why there is none.
    pub fn find(dir: &Path, which: &Which) -> Result<Self, Lacking> {
        let (folder, manifest) = Folder::finished(dir)?.ok_or_else(|| Lacking::NotFinished(dir.to_path_buf()))?;
        if manifest.version != VERSION {
            return Err(Lacking::OtherVersion(manifest.version));
        }
        if manifest.points.is_some() {
            return Err(Lacking::Sweep);
        }
        let scenario = read(&folder.path().join(RESOLVED), &[]).map_err(|_| Lacking::OtherDesign)?.scenario;
        if design_hash(&scenario) != manifest.design_hash {
            return Err(Lacking::OtherDesign);
        }
        let plans = plan(&scenario);
        let several = plans.iter().filter(|plan| !plan.is_twin).count() > 1;
        let at = match &which.arm {
            Some(name) => {
                let known = plans.iter().position(|plan| plan.name == *name);
                known.ok_or_else(|| Lacking::Arm(name.clone(), plans.iter().map(|plan| plan.name.clone()).collect()))?
            }
            None => leading(&plans),
        };
        let (replicates, worlds) = (scenario.run.replicates, scenario.run.worlds);
        if which.replicate >= replicates {
            return Err(Lacking::Replicate(which.replicate, replicates));
        }
        if which.world >= worlds {
            return Err(Lacking::World(which.world, worlds));
        }
        let plan = plans[at].clone();
        let number = which.replicate * worlds + which.world;
        let sizes = sizes(&plan.scenario, Dice::new(plan.scenario.run.seed, plan.dice(number)));
        Ok(Self { scenario, plan, several, number, design: manifest.design_hash, dialect: manifest.csv, sizes })
    }

    /// Lives it with the ledger of these: what is recorded, and for every day a page of each.
    pub fn live(&self, holders: &[Holder]) -> (Life, Vec<Vec<LedgerPage>>) {
        live_with_ledger(&self.plan.scenario_of(self.number), self.plan.dice(self.number), holders)
    }

    /// The days that are asked about: all, if it is not said.
    ///
    /// # Errors
    /// That there are no such days.
    pub fn days(&self, from: Option<u32>, to: Option<u32>) -> Result<[u32; 2], Lacking> {
        let last = self.plan.scenario.run.length;
        let (from, to) = (from.unwrap_or(0), to.unwrap_or(last));
        if from > to || to > last { Err(Lacking::Days(from, to, last)) } else { Ok([from, to]) }
    }

    /// Why trust of one team or person changed between two days. Whom it is trust in is who is said, else the headline's referent, or
    /// another where that one has nobody of this kind.
    ///
    /// # Errors
    /// That there is no such team or person, or no such days.
    pub fn why(&self, holder: Holder, whom: Option<Referent>, [from, to]: [u32; 2]) -> Result<Why, Lacking> {
        let team = match holder {
            Holder::Team(team) if team >= self.teams() => return Err(Lacking::Team(team, self.teams())),
            Holder::Team(team) => team,
            Holder::Seat(seat) => self.team_of(seat)?.0,
        };
        let (life, pages) = self.live(&[holder]);
        let pages: Vec<LedgerPage> = pages.into_iter().flatten().collect();
        let account = account(&pages, from, to).ok_or(Lacking::Days(from, to, self.plan.scenario.run.length))?;
        let known = |whom: &Referent| account.change(*whom).is_finite();
        let headline = self.headline();
        let others = [headline].into_iter().chain(Referent::ALL); // a leader has no leader
        let whom = whom.unwrap_or_else(|| others.into_iter().find(known).unwrap_or(headline));
        Ok(Why { holder, whom, account, happened: happened(&life, team, from, to), leader: self.leader_of(team) })
    }

    /// What became of the trust of one holder of a seat, the first if it is not said.
    ///
    /// # Errors
    /// That there is no such seat, or no such holder of it.
    pub fn story(&self, seat: u32, generation: Option<u32>) -> Result<Story, Lacking> {
        let (team, _) = self.team_of(seat)?;
        let (life, pages) = self.live(&[Holder::Seat(seat)]);
        let place = Seat { number: seat, team, leader: self.leader_of(team) };
        let story = Story::of(&life, pages.into_iter().flatten().collect(), place, generation);
        story.map_err(|(generation, held)| Lacking::Generation(seat, generation, held))
    }

    /// Why trust of every team in `whom` changed between two days, those that changed most first.
    pub fn teams_by_change(&self, whom: Referent, [from, to]: [u32; 2]) -> Vec<(u32, Account)> {
        let holders: Vec<Holder> = (0..self.teams()).map(Holder::Team).collect();
        let (_, pages) = self.live(&holders);
        let of = |team: usize| pages.iter().map(|day| day[team]).collect::<Vec<_>>();
        let mut teams: Vec<(u32, Account)> =
            (0..holders.len()).filter_map(|team| Some((team as u32, account(&of(team), from, to)?))).collect();
        teams.sort_by(|one, other| other.1.change(whom).abs().total_cmp(&one.1.change(whom).abs()).then(one.0.cmp(&other.0)));
        teams.sort_by_key(|(_, account)| account.change(whom).is_nan());
        teams
    }

    /// How many teams there are.
    pub fn teams(&self) -> u32 {
        self.sizes.len() as u32
    }

    /// How many seats there are.
    pub fn seats(&self) -> u32 {
        self.sizes.iter().sum()
    }

    /// The team of a seat, and its place there; the leader sits at 0.
    ///
    /// # Errors
    /// That there is no such seat.
    pub fn team_of(&self, seat: u32) -> Result<(u32, u32), Lacking> {
        let mut first = 0;
        let found = (0..).zip(&self.sizes).find_map(|(team, size)| {
            let place = seat.checked_sub(first).filter(|place| place < size);
            first += size;
            place.map(|place| (team, place))
        });
        found.ok_or_else(|| Lacking::Seat(seat, self.seats()))
    }

    /// The seat of a team's leader.
    pub fn leader_of(&self, team: u32) -> u32 {
        self.sizes.iter().take(team as usize).sum()
    }

    /// Trust in whom is asked about when nobody says: whoever breaks it first.
    pub fn headline(&self) -> Referent {
        Headline::of(&self.scenario).referent
    }

    /// The life in words: arm, replicate and world as far as there are several.
    pub fn named(&self, language: Language) -> Vec<String> {
        let turn = self.plan.turn(self.number);
        let run = &self.scenario.run;
        let arm = self.several.then(|| crate::words::screen::run::arm(&self.plan.name, language));
        let replicate = (run.replicates > 1).then(|| words::replicate(turn.replicate, language));
        let world = (run.worlds > 1).then(|| words::world(turn.world, language));
        [arm, replicate, world].into_iter().flatten().collect()
    }

    /// The life in the name of a file.
    pub fn stem(&self) -> String {
        let turn = self.plan.turn(self.number);
        let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
        let mut stem = if self.several { format!("{}-", self.plan.name.chars().map(plain).collect::<String>()) } else { String::new() };
        if self.scenario.run.replicates > 1 {
            stem += &format!("r{}-", turn.replicate);
        }
        if self.scenario.run.worlds > 1 {
            stem += &format!("w{}-", turn.world);
        }
        stem
    }
}

/// The first arm in which trust is broken, or the first.
fn leading(plans: &[ArmPlan]) -> usize {
    let broken = |plan: &ArmPlan| !plan.is_twin && !plan.scenario.breach_days().is_empty();
    plans.iter().position(broken).or_else(|| plans.iter().position(|plan| !plan.is_twin)).unwrap_or(0)
}
