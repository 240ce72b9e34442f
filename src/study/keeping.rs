//! # Keeping a run in a folder
//!
//! A run is an attempt at a folder: it takes over what is there, lives what is missing, and completes the folder, or leaves what it
//! has for the next attempt. Tables, lives and the scenario are written here; whoever shows adds pictures and pages ([`Show`]).

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Results, Study};
use crate::doubt::Doubt;
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::ensemble::plan::plan;
use crate::ensemble::{ArmPlan, LifeResult};
use crate::folder::manifest::{self, Counts, Manifest};
use crate::folder::{
    Dialect, Folder, FolderError, FolderState, Format, Growth, Inputs, LIVES, LivesFiles, RESOLVED, SCENARIO, Store, StoreError, Written,
    kept,
};
use crate::observe::Life;
use crate::scenario::Scenario;
use crate::scenario::resolved::resolved;
use crate::table::sensitivity::write_sensitivity;
use crate::table::{self, Tables};
use crate::text::Language;
use crate::threads::both;
use crate::words::screen;

/// How a folder is to be written.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// Over results of another design, and beside files of other origin.
    pub force: bool,
    /// The form of the large tables.
    pub format: Format,
    /// How CSV is written.
    pub dialect: Dialect,
    /// The command that gives these results.
    pub command: String,
    /// The language of pictures and pages.
    pub language: Language,
}

/// What stands in a folder beside its tables. By itself nothing does.
pub trait Show: Sync {
    /// Writes pictures and pages of these results.
    ///
    /// # Errors
    /// What could not be drawn or written.
    fn pictures(&self, _results: &Results, _folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(Vec::new())
    }

    /// Writes what can only be written when all files are known.
    ///
    /// # Errors
    /// What the disk says.
    fn codebook(&self, _files: &[Written], _folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(Vec::new())
    }
}

/// Tables alone.
#[derive(Clone, Copy, Debug)]
pub struct TablesOnly;

impl Show for TablesOnly {}

/// Why a run has no results.
#[derive(Debug)]
pub enum Trouble {
    /// Its parts could not be kept or read.
    Store(StoreError),
    /// Its folder or a table could not be written.
    Folder(FolderError),
    /// A picture could not be painted: its file, and why.
    Picture(String, String),
    /// The folder is complete, and the lives of this design were removed from it.
    LivesRemoved(String),
    /// Somebody asked to stop.
    Stopped,
}

impl From<StoreError> for Trouble {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

impl From<FolderError> for Trouble {
    fn from(fault: FolderError) -> Self {
        Self::Folder(fault)
    }
}

impl Trouble {
    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::Store(fault) => fault.say(language),
            Self::Folder(fault) => fault.say(language),
            Self::Picture(file, reason) => screen::run::figure(file, reason, language),
            Self::LivesRemoved(design) => screen::verify::lives_altered(&format!("{LIVES} ({})", &design[..8]), language),
            Self::Stopped => screen::STOPPED.get(language).to_owned(),
        }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for Trouble {}

/// A folder that a run is being kept in.
#[derive(Debug)]
pub struct Attempt {
    folder: Folder,
    store: Store,
    manner: Manner,
    /// What is taken over from finished results that are grown.
    pub growth: Option<Takeover>,
}

/// Finished results that are grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takeover {
    /// Lives that are taken over.
    pub taken: u64,
    /// Lives that should have been there, but are not or cannot be trusted.
    pub unreadable: u64,
}

impl Study {
    /// Lives it in a folder, from what is there; its tables are written when all is lived. What was lived stays when it is stopped,
    /// and a folder that is complete is read.
    ///
    /// # Errors
    /// [`Trouble::Stopped`], and why something could not be kept or written.
    pub fn run_in(&self, folder: impl AsRef<Path>, manner: Manner) -> Result<Results, Trouble> {
        let attempt = match self.open(folder.as_ref(), manner)? {
            FolderState::Open(attempt) => attempt,
            FolderState::Complete(manifest) => {
                let arms = kept(folder.as_ref(), self.plans())?.ok_or(Trouble::LivesRemoved(manifest.design_hash))?;
                return Ok(Results::of(self.scenario(), self.plans(), arms, None));
            }
        };
        let pasts = Pasts::default();
        let live = |scenario: &Scenario, dice, goes_on: &mut dyn FnMut() -> bool| live_from(&pasts, scenario, dice, goes_on);
        let outcome = self.live(attempt.store(), live, &self.stop, &*self.observer)?;
        if outcome.interrupted {
            return Err(Trouble::Stopped);
        }
        attempt.finish(self, None, &TablesOnly, &self.stop).map(|(results, _)| results)
    }

    /// Makes a folder ready for this design, or says why not.
    ///
    /// # Errors
    /// What is in the way.
    pub fn open(&self, path: &Path, manner: Manner) -> Result<FolderState<Box<Attempt>>, FolderError> {
        let inputs = Inputs::of(self.reading());
        let (folder, growth) = match Folder::prepare_beside(path, self.design(), manner.force, &inputs) {
            Ok(FolderState::Open(folder)) => (folder, None),
            Ok(FolderState::Complete(manifest)) => return Ok(FolderState::Complete(manifest)),
            Err(FolderError::OtherDesign { .. }) => {
                let Growth { folder, kept, taken, unreadable } = Folder::grow(path, self.scenario(), self.plans(), self.design(), &inputs)?;
                (folder, Some((kept, Takeover { taken, unreadable })))
            }
            Err(fault) => return Err(fault),
        };
        let folder = folder.writing(manner.dialect);
        let (kept, growth) = growth.map_or((BTreeMap::new(), None), |(kept, growth)| (kept, Some(growth)));
        let store = Store::in_directory(&folder.parts(), self.design()).with(kept);
        Ok(FolderState::Open(Box::new(Attempt { folder, store, manner, growth })))
    }
}

impl Attempt {
    /// Where its lives are kept.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Writes the tables of a run that was stopped: of the first replicates that every arm has, from so many lives. How many these
    /// are; none where finished results are grown, which stay as they are.
    ///
    /// # Errors
    /// Why they could not be written.
    pub fn partial(&self, study: &Study, lives: u32) -> Result<u32, Trouble> {
        let mut scenario = study.scenario().clone();
        let replicates = lives / scenario.run.worlds;
        if replicates == 0 || self.growth.is_some() {
            return Ok(0);
        }
        scenario.run.replicates = replicates;
        scenario.arms.iter_mut().for_each(|arm| arm.scenario.run.replicates = replicates);
        let plans = plan(&scenario);
        let go_on = AtomicBool::new(false); // it was stopped already; who asks again ends the program
        let (large, small) = both(
            || self.tables(&scenario, &plans, &go_on),
            || {
                let arms = self.store.all_lives(&plans, without_answers)?;
                self.small(&Results::of(&scenario, &plans, arms, None))
            },
        );
        let files: Vec<String> = large?.into_iter().chain(small?).map(|row| row.file).collect();
        self.folder.mark_tables(files)?;
        Ok(replicates)
    }

    /// Writes everything, the manifest last, and says what came out and which files there are.
    ///
    /// # Errors
    /// [`Trouble::Stopped`], and why something could not be read, drawn or written.
    pub fn finish(
        &self,
        study: &Study,
        screened: Option<Doubt>,
        show: &dyn Show,
        stop: &AtomicBool,
    ) -> Result<(Results, Vec<Written>), Trouble> {
        let (scenario, plans) = (study.scenario(), study.plans());
        let ((large, kept), rest) = both(
            || both(|| self.tables(scenario, plans, stop), || self.keep(plans, stop)),
            || {
                let results = Results::of(scenario, plans, self.store.all_lives(plans, without_answers)?, screened);
                let mut files = self.small(&results)?;
                if let Some(doubt) = &results.doubt {
                    files.push(write_sensitivity(&self.folder, doubt)?);
                }
                if scenario.run.worlds > 1 {
                    files.push(table::write_worlds(&self.folder, scenario)?);
                }
                files.extend(show.pictures(&results, &self.folder)?);
                Ok::<_, Trouble>((results, files))
            },
        );
        kept?;
        let (mut files, (results, more)) = (large?, rest?);
        files.extend(more);
        let given = study.reading().inputs.first().map(|input| input.bytes.as_slice()).unwrap_or_default();
        files.push(self.folder.write(SCENARIO, given)?);
        files.push(self.folder.write(RESOLVED, resolved(scenario).as_bytes())?);
        files.extend(show.codebook(&files, &self.folder)?);
        self.folder.complete(&self.manifest(study, &results, &files))?;
        Ok((results, files))
    }

    /// The large tables of these lives, one life after another.
    fn tables(&self, scenario: &Scenario, plans: &[ArmPlan], stop: &AtomicBool) -> Result<Vec<Written>, Trouble> {
        let mut tables = Tables::begin(&self.folder, scenario, self.manner.format)?;
        self.each(plans, stop, |plan, number, life| Ok(tables.add(plan, number, life)?))?;
        Ok(tables.finish()?)
    }

    /// The small tables that tell what all lives together came to.
    fn small(&self, results: &Results) -> Result<Vec<Written>, Trouble> {
        let recovery: Vec<_> = results.recovery().cloned().collect();
        let mut files = vec![table::write_summary(&self.folder, &results.summary())?, table::write_recovery(&self.folder, &recovery)?];
        if let Some(outcomes) = &results.outcomes {
            files.push(table::write_effects(&self.folder, &results.effects())?);
            files.push(table::write_outcomes(&self.folder, outcomes)?);
        }
        if !results.judged.is_empty() {
            files.push(table::write_hypotheses(&self.folder, &results.judged)?);
        }
        Ok(files)
    }

    /// Writes the lives, for growing.
    fn keep(&self, plans: &[ArmPlan], stop: &AtomicBool) -> Result<(), Trouble> {
        let mut lives = LivesFiles::begin(&self.folder, self.store.kept());
        self.each(plans, stop, |plan, _, life| Ok(lives.add(plan, life)?))?;
        Ok(lives.finish()?)
    }

    /// Every life of these plans, in their order.
    fn each(
        &self,
        plans: &[ArmPlan],
        stop: &AtomicBool,
        mut take: impl FnMut(&ArmPlan, u32, &LifeResult) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        plans.iter().try_for_each(|plan| {
            self.store
                .each(plan, |number, life| if stop.load(Ordering::Relaxed) { Err(Trouble::Stopped) } else { take(plan, number, life) })
        })
    }

    fn manifest(&self, study: &Study, results: &Results, files: &[Written]) -> Manifest {
        Manifest {
            command: self.manner.command.clone(),
            inputs: manifest::sources(study.reading()),
            lives: Counts { done: results.lives - results.failed, failed: results.failed, skipped: 0 },
            format: self.manner.format,
            language: self.manner.language,
            files: files.to_vec(),
            lock: study.lock().cloned(),
            columns: table::dictionary(),
            ..Manifest::of(study.design(), self.manner.dialect, study.scenario(), study.plans())
        }
    }
}

/// A figure of the teams shows the first life of an arm that did not fail; teams of this many lives are kept for it.
const WITH_TEAMS: u32 = 4;

/// The lives without what stands in the tables and nobody looks at any more: answers to surveys, ledgers and teams are most of
/// it, and all lives are in memory at once.
fn without_answers(number: u32, life: &mut Life) {
    (life.survey, life.team_survey, life.pairs, life.ledger) = Default::default();
    if number >= WITH_TEAMS {
        life.team_values = Vec::new();
    }
}
