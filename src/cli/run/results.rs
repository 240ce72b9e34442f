//! # From lives to files
//!
//! Reads the lives back, finishes the tables, writes figures, scenario and manifest, and keeps what the screen shows.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Job, Lives, format, shown};
use crate::analysis::recovery::{RecoverySummary, Road, recovery};
use crate::analysis::summary::summary;
use crate::comparison::effect::effects;
use crate::comparison::hypothesis::{Judgement, judge};
use crate::comparison::outcome::{Outcomes, are_choices, outcomes, reference};
use crate::doubt::{self, Doubt};
use crate::ensemble::Lived;
use crate::ensemble::plan::plan;
use crate::ensemble::threads::both;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::folder::manifest::{self, Counts, Manifest};
use crate::folder::{self, Folder, FolderError, LivesFiles, Written};
use crate::folder::{Store, StoreError};
use crate::observe::Life;
use crate::report::codebook;
use crate::report::figure::{self, FigureError, Scene};
use crate::report::page::{self, Report};
use crate::report::sensitivity;
use crate::scenario::Scenario;
use crate::scenario::resolved::resolved;
use crate::table::{self, Tables};
use crate::text::Language;
use crate::words::screen;

/// What came out.
pub(in crate::cli) struct Results {
    /// The folder, as people write it.
    pub folder: String,
    /// Its files, the manifest apart.
    pub files: Vec<Written>,
    /// The lives, plan by plan.
    pub arms: Vec<ArmLives>,
    /// How trust came back in each arm, twins apart: breach by breach, referent by referent.
    pub recovery: Vec<Vec<RecoverySummary>>,
    /// What became of the hypotheses.
    pub judged: Vec<Judgement>,
    /// On what the arms hang, if that was looked for.
    pub doubt: Option<Doubt>,
    /// Lives in all.
    pub lives: u64,
    /// Those that failed.
    pub failed: u64,
    /// Where they are from.
    pub origin: Lives,
}

/// Why nothing could be kept or written.
pub(in crate::cli) enum Trouble {
    /// The parts.
    Store(StoreError),
    /// The folder and its tables.
    Folder(FolderError),
    /// A picture.
    Figure(FigureError),
    /// Somebody asked to stop while it was written.
    Stopped,
}

impl From<FigureError> for Trouble {
    fn from(fault: FigureError) -> Self {
        Trouble::Figure(fault)
    }
}

impl From<StoreError> for Trouble {
    fn from(fault: StoreError) -> Self {
        Trouble::Store(fault)
    }
}

impl From<FolderError> for Trouble {
    fn from(fault: FolderError) -> Self {
        Trouble::Folder(fault)
    }
}

impl Trouble {
    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Trouble::Store(fault) => fault.say(language),
            Trouble::Folder(fault) => fault.say(language),
            Trouble::Stopped => screen::STOPPED.get(language).to_owned(),
            Trouble::Figure(fault) => fault.say(language),
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

/// The large tables of these lives, one life after another.
fn tables(job: &Job<'_>, folder: &Folder, store: &Store, plans: &[ArmPlan], stop: &AtomicBool) -> Result<Vec<Written>, Trouble> {
    let mut tables = Tables::begin(folder, &job.reading.scenario, format(job.asked))?;
    each(store, plans, stop, |plan, number, life| Ok(tables.add(plan, number, life)?))?;
    Ok(tables.finish()?)
}

/// Every life of these plans, in their order.
fn each(
    store: &Store,
    plans: &[ArmPlan],
    stop: &AtomicBool,
    mut take: impl FnMut(&ArmPlan, u32, &Lived) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    plans.iter().try_for_each(|plan| {
        store.each(plan, |number, life| if stop.load(Ordering::Relaxed) { Err(Trouble::Stopped) } else { take(plan, number, life) })
    })
}

/// The small tables that tell what all lives together came to.
struct Small {
    files: Vec<Written>,
    recovery: Vec<Vec<RecoverySummary>>,
    judged: Vec<Judgement>,
    outcomes: Option<Outcomes>,
}

impl Small {
    fn written(folder: &Folder, scenario: &Scenario, plans: &[ArmPlan], arms: &[ArmLives]) -> Result<Self, Trouble> {
        let twin = |arm: &ArmLives| arms.iter().find(|twin| arm.twin.as_ref() == Some(&twin.arm));
        let real = plans.iter().zip(arms).filter(|(plan, _)| !plan.is_twin);
        let recovery: Vec<Vec<_>> = real.map(|(plan, arm)| recovery(&plan.scenario, arm, twin(arm))).collect();
        let mut files = vec![table::write_summary(folder, &summary(plans, arms))?, table::write_recovery(folder, &recovery.concat())?];
        let (mut judged, mut outcomes_of_arms) = (Vec::new(), None);
        if scenario.arms.len() > 1 {
            let reference = reference(plans);
            files.push(table::write_effects(folder, &effects(plans, arms, reference))?);
            let outcomes = outcomes(scenario, plans, arms, reference);
            files.push(table::write_outcomes(folder, &outcomes)?);
            judged = judge(scenario, arms, &outcomes);
            if !judged.is_empty() {
                files.push(table::write_hypotheses(folder, &judged)?);
            }
            outcomes_of_arms = Some(outcomes);
        }
        Ok(Self { files, recovery, judged, outcomes: outcomes_of_arms })
    }
}

/// Writes the tables of a run that was stopped: of the first replicates that every arm has. How many these are.
pub(super) fn partial(job: &Job<'_>, folder: &Folder, store: &Store, lives: u32) -> Result<u32, Trouble> {
    let mut scenario = job.reading.scenario.clone();
    let replicates = lives / scenario.run.worlds;
    if replicates == 0 {
        return Ok(0);
    }
    scenario.run.replicates = replicates;
    scenario.arms.iter_mut().for_each(|arm| arm.scenario.run.replicates = replicates);
    let plans = plan(&scenario);
    let go_on = AtomicBool::new(false); // it was stopped already; who asks again ends the program
    let (large, small) = both(
        || tables(job, folder, store, &plans, &go_on),
        || Small::written(folder, &scenario, &plans, &store.all_lives(&plans, without_answers)?),
    );
    let files: Vec<String> = large?.into_iter().chain(small?.files).map(|row| row.file).collect();
    folder.mark_tables(files)?;
    Ok(replicates)
}

/// Draws the pictures.
fn drawn(
    job: &Job<'_>,
    folder: &Folder,
    arms: &[ArmLives],
    recovery: &[RecoverySummary],
    language: Language,
) -> Result<Vec<Written>, FigureError> {
    let roads: Vec<Road> = recovery.iter().map(RecoverySummary::road).collect();
    let provenance = job.provenance();
    let scene = Scene::slide(&job.reading.scenario, &job.plans, arms, &roads, language, &provenance);
    figure::draw_all(folder, &scene)
}

impl Results {
    /// Everything written; the manifest last.
    pub fn written(
        job: &Job<'_>,
        folder: &Folder,
        store: &Store,
        screened: Option<Doubt>,
        stop: &AtomicBool,
        language: Language,
    ) -> Result<Self, Trouble> {
        let scenario = &job.reading.scenario;
        let ((large, kept), rest) = both(
            || both(|| tables(job, folder, store, &job.plans, stop), || Self::keep(job, folder, store, stop)),
            || Self::drawn(job, folder, store, screened, language),
        );
        kept?;
        let (mut files, (rest, more)) = (large?, rest?);
        files.extend(more);
        let given = job.reading.inputs.first().map(|input| input.bytes.as_slice()).unwrap_or_default();
        files.push(folder.write(folder::SCENARIO, given)?);
        files.push(folder.write(folder::RESOLVED, resolved(scenario).as_bytes())?);
        files.push(codebook::write_of_run(folder, &files)?);
        let results = Self { files, ..rest };
        folder.complete(&results.manifest(job, folder, language))?;
        Ok(results)
    }

    /// Writes the lives, for growing.
    fn keep(job: &Job<'_>, folder: &Folder, store: &Store, stop: &AtomicBool) -> Result<(), Trouble> {
        let mut lives = LivesFiles::begin(folder, store.kept());
        each(store, &job.plans, stop, |plan, _, life| Ok(lives.add(plan, life)?))?;
        Ok(lives.finish()?)
    }

    /// What is made from all lives together: small tables and pictures.
    fn drawn(
        job: &Job<'_>,
        folder: &Folder,
        store: &Store,
        screened: Option<Doubt>,
        language: Language,
    ) -> Result<(Self, Vec<Written>), Trouble> {
        let arms = store.all_lives(&job.plans, without_answers)?;
        let lives = arms.iter().map(|arm| arm.lives.len() as u64).sum();
        let failed = arms.iter().flat_map(|arm| &arm.lives).filter(|life| life.is_err()).count() as u64;

        let Small { mut files, recovery, judged, outcomes } = Small::written(folder, &job.reading.scenario, &job.plans, &arms)?;
        let doubt = screened.or_else(|| doubt::of_run(&job.reading.scenario, &job.plans, &arms));
        if let Some(doubt) = &doubt {
            files.push(sensitivity::write_beside(folder, doubt)?);
        }
        if job.reading.scenario.run.worlds > 1 {
            files.push(table::write_worlds(folder, &job.reading.scenario)?);
        }
        let (command, provenance) = (job.command(), job.provenance());
        let page = page::page(&Report {
            scenario: &job.reading.scenario,
            plans: &job.plans,
            arms: &arms,
            recovery: &recovery,
            doubt: doubt.as_ref(),
            judged: &judged,
            outcomes: outcomes.as_ref().filter(|_| are_choices(&job.plans)),
            command: &command,
            limits: &manifest::limits(),
            design: &job.design,
            lock: job.lock.as_ref(),
            provenance: &provenance,
            language,
        });
        files.push(folder.write(page::FILE, page.as_bytes())?);
        files.extend(drawn(job, folder, &arms, &recovery.concat(), language)?);
        let origin = Lives::default();
        Ok((Self { folder: shown(&job.path()), files: Vec::new(), recovery, arms, judged, doubt, lives, failed, origin }, files))
    }

    fn manifest(&self, job: &Job<'_>, folder: &Folder, language: Language) -> Manifest {
        Manifest {
            command: job.command(),
            inputs: manifest::sources(&job.reading),
            lives: Counts { done: self.lives - self.failed, failed: self.failed, skipped: 0 },
            format: format(job.asked),
            language,
            files: self.files.clone(),
            lock: job.lock.clone(),
            columns: table::dictionary(),
            ..Manifest::of(folder, &job.reading.scenario, &job.plans)
        }
    }
}
