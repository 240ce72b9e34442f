//! # Whether a folder can be reproduced here
//!
//! Its files, those of a comparison and of `why` and `story` too, are those that were written and no others, lives that are lived
//! again give every row the same, arm and twin are one until something is broken, and an intervention that does nothing changes
//! nothing.

use std::collections::BTreeSet;
use std::path::Path;

use crate::comparison::endpoint::Endpoint;
use crate::ensemble::ArmPlan;
use crate::ensemble::live::live;
use crate::ensemble::plan::plan;
use crate::ensemble::world::Turn;
use crate::folder::layout::{COMPARISON, MANIFEST, STORY, WHY};
use crate::folder::manifest::{VERSION, design_hash};
use crate::folder::{Folder, FolderError, FolderState, Format, RESOLVED, Written, clear_places, is_made, is_own, lives_kept};
use crate::observe::Life;
use crate::random::{Dice, Purpose};
use crate::scenario::read::read;
use crate::scenario::{Event, Happening, Referent, Scenario, Sweep, Teams, When};
use crate::table::{SweepFile, Tables, rows_of, rows_of_points};
use crate::text::Language;
use crate::words::screen::verify as words;

/// The tables that hold rows of single lives.
const TABLES: [&str; 7] = ["runs", "series", "survey", "sociometric", "teams", "events", "ledger"];

/// What was looked at, what differs, and what was not looked at.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// Files of results that are as they were written.
    pub files: usize,
    /// Files of kept lives that are whole.
    pub kept: usize,
    /// Lives that were lived again.
    pub lives: usize,
    /// Rows of tables that came out the same.
    pub rows: u64,
    /// Arms that were one with their twins until something was broken.
    pub twins: usize,
    /// Interventions that do nothing and changed nothing.
    pub nulls: usize,
    /// What differs; only the first of what was lived again.
    pub differences: Vec<Difference>,
    /// Files that were not looked at.
    pub unseen: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The table.
    pub table: &'static str,
    /// Whose it is.
    pub of: Of,
    /// Replicate and world.
    pub turn: Turn,
    /// Its number among those of this life.
    pub row: usize,
}

/// Whose row it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of this arm.
    Arm(String),
    /// Of this point of a sweep.
    Point(u32),
}

/// What is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was made by this version.
    Version(String),
    /// Its scenario is not that of its manifest.
    Design,
    /// This file of kept lives was altered.
    LivesAltered(String),
    /// This file was altered.
    Altered(String),
    /// This file is gone.
    Missing(String),
    /// This file is too much.
    Extra(String),
    /// Lived again, a cell is another.
    Cell {
        /// Its row.
        at: Row,
        /// Its column.
        column: String,
        /// In the folder.
        here: String,
        /// Lived again.
        again: String,
    },
    /// Lived again, a table has another number of rows.
    Rows {
        /// The table and life.
        at: Row,
        /// In the folder.
        here: usize,
        /// Lived again.
        again: usize,
    },
    /// This arm and its twin differ on this day, before anything is broken.
    Twins(String, u32),
    /// An intervention that does nothing changed this arm.
    Nothing(String),
}

impl Difference {
    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        let told = |at: &Row| {
            let whose = match &at.of {
                Of::Arm(arm) => words::of_arm(arm, language),
                Of::Point(point) => words::of_point(*point, language),
            };
            words::row(at.table, &whose, at.turn, at.row, language)
        };
        match self {
            Self::Version(version) => words::other_version(version, VERSION, language),
            Self::Design => words::OTHER_DESIGN.get(language).to_owned(),
            Self::LivesAltered(file) => words::lives_altered(file, language),
            Self::Altered(file) => words::altered(file, language),
            Self::Missing(file) => words::missing(file, language),
            Self::Extra(file) => words::extra(file, language),
            Self::Cell { at, column, here, again } => words::differs(&told(at), column, here, again, language),
            Self::Rows { at, here, again } => words::rows(&told(at), *here, *again, language),
            Self::Twins(arm, day) => words::twins(arm, *day, language),
            Self::Nothing(arm) => words::null(arm, language),
        }
    }
}

/// Looks at everything in a folder, and lives so many of its lives again; `None` where it is none that onfoot has finished.
///
/// # Errors
/// What the disk says.
pub fn verify(dir: &Path, lives: u32) -> Result<Option<Verification>, FolderError> {
    let mut seen = Verification::default();
    Ok(look(dir, lives, &mut seen)?.then_some(seen))
}

/// Looks at everything in a folder; whether it is one that onfoot has finished.
fn look(dir: &Path, sample: u32, seen: &mut Verification) -> Result<bool, FolderError> {
    let Some((folder, manifest)) = Folder::finished(dir)? else {
        let folder = Folder::anywhere(dir);
        let Some(contents) = folder.contents()? else { return Ok(false) };
        let known = digests(&folder, "", &contents.files, seen);
        extra(&folder, &known, seen)?;
        return Ok(true);
    };
    if manifest.version != VERSION {
        seen.differences.push(Difference::Version(manifest.version));
        return Ok(true);
    }
    let mut known = digests(&folder, "", &manifest.files, seen);
    for inside in [COMPARISON, WHY, STORY] {
        if let Some(contents) = Folder::anywhere(&dir.join(inside)).contents()? {
            known.extend(digests(&folder, &format!("{inside}/"), &contents.files, seen));
        }
    }
    let scenario = read(&folder.path().join(RESOLVED), &[]).ok().map(|reading| reading.scenario);
    let Some(scenario) = scenario.filter(|scenario| design_hash(scenario) == manifest.design_hash) else {
        seen.differences.push(Difference::Design);
        return Ok(true);
    };
    let plans = plan(&scenario);
    for (name, whole) in lives_kept(dir, &plans)? {
        match whole {
            Some(true) => seen.kept += 1,
            Some(false) => seen.differences.push(Difference::LivesAltered(name.clone())),
            None => {} // they may be removed
        }
        known.insert(name);
    }
    extra(&folder, &known, seen)?;
    if seen.differences.is_empty() {
        let difference = match scenario.sweep.as_deref() {
            Some(sweep) => points_relived(&folder, &scenario, sweep, sample, seen)?,
            None => relived(&folder, &scenario, &plans, sample, seen)?,
        };
        seen.differences.extend(difference);
    }
    Ok(true)
}

/// Compares files with the digests of a manifest; their names, that of the manifest too.
fn digests(folder: &Folder, under: &str, files: &[Written], seen: &mut Verification) -> BTreeSet<String> {
    let mut known = BTreeSet::from([format!("{under}{MANIFEST}")]);
    for row in files {
        let name = format!("{under}{}", row.file);
        match folder.record(&name) {
            Ok(found) if found.sha256 == row.sha256 => seen.files += 1,
            Ok(_) => seen.differences.push(Difference::Altered(name.clone())),
            Err(_) => seen.differences.push(Difference::Missing(name.clone())),
        }
        known.insert(name);
    }
    known
}

/// Names what no manifest names: what onfoot wrote by another command, or the system hides, is not looked at; all else is too much.
fn extra(folder: &Folder, known: &BTreeSet<String>, seen: &mut Verification) -> Result<(), FolderError> {
    for name in folder.files()?.into_iter().filter(|name| !known.contains(name)) {
        if name.starts_with('.') || is_made(&folder.path().join(&name)) && !is_own(&name) {
            seen.unseen.push(name);
        } else {
            seen.differences.push(Difference::Extra(name));
        }
    }
    Ok(())
}

/// Lives some of it again; the first difference.
fn relived(
    folder: &Folder,
    scenario: &Scenario,
    plans: &[ArmPlan],
    sample: u32,
    seen: &mut Verification,
) -> Result<Option<Difference>, FolderError> {
    for number in sampled(scenario, plans.first().map_or(0, ArmPlan::lives).into(), sample) {
        let number = number as u32;
        let lives: Vec<Life> = plans.iter().map(|plan| live(&plan.scenario_of(number), plan.dice(number))).collect();
        if let Some(difference) = lived_again(folder.path(), scenario, plans, number, &lives, seen)? {
            return Ok(Some(difference));
        }
        if let Some(difference) = beside(plans, number, &lives, seen) {
            return Ok(Some(difference));
        }
    }
    Ok(None)
}

/// Lives some of the points of a sweep again; the first difference.
fn points_relived(
    folder: &Folder,
    scenario: &Scenario,
    sweep: &Sweep,
    sample: u32,
    seen: &mut Verification,
) -> Result<Option<Difference>, FolderError> {
    let (points, worlds) = (sweep.points.len() as u64, scenario.run.worlds);
    let all = points * u64::from(scenario.run.replicates) * u64::from(worlds);
    let mut ends = Vec::new();
    for at in sampled(scenario, all, sample) {
        let (number, point) = ((at / points) as u32, (at % points) as u32);
        let plans = plan(&sweep.points[point as usize].scenario);
        let lives: Vec<Life> = plans.iter().map(|plan| live(&plan.scenario_of(number), plan.dice(number))).collect();
        let end = Endpoint::of(&plans[0].scenario, number, &lives[0], lives.get(1), &scenario.hypotheses);
        ends.push((point, Turn { replicate: number / worlds, world: number % worlds }, end));
        seen.lives += 1;
        if let Some(difference) = beside(&plans, number, &lives, seen) {
            return Ok(Some(difference));
        }
    }
    let asked: Vec<(u32, Turn)> = ends.iter().map(|(point, turn, _)| (*point, *turn)).collect();
    let wanted = asked.iter().copied().collect();
    let again = elsewhere(|fresh| {
        let mut file = SweepFile::begin(fresh, sweep, Format::Csv, scenario.run.seed)?;
        file.add_some(ends)?;
        file.finish()?;
        rows_of_points(fresh.path(), sweep, &wanted)
    })?;
    let here = rows_of_points(folder.path(), sweep, &wanted)?.unwrap_or_default();
    let again = again.unwrap_or_default();
    let row = |row: usize| {
        let (point, turn) = row.checked_sub(1).and_then(|row| asked.get(row)).copied().unwrap_or(asked[0]);
        Row { table: "sweep", of: Of::Point(point), turn, row }
    };
    if asked.is_empty() {
        return Ok(None);
    }
    seen.rows += here.len().saturating_sub(1) as u64;
    Ok(unlike(&here, &again, row))
}

/// Lives spread by chance over all there are; always the same ones for the same design.
fn sampled(scenario: &Scenario, lives: u64, sample: u32) -> Vec<u64> {
    let mut draw = Dice::new(scenario.run.seed, 0).of("verify").at(Purpose::World, 0, 0, 0);
    let mut numbers: Vec<u64> = if u64::from(sample) >= lives {
        (0..lives).collect()
    } else {
        let stretch = lives as f64 / f64::from(sample);
        (0..sample).map(|at| ((f64::from(at) + draw.uniform()) * stretch) as u64).collect()
    };
    numbers.dedup();
    numbers
}

/// Writes the rows of these lives anew, elsewhere, and compares them with those in the folder.
fn lived_again(
    folder: &Path,
    scenario: &Scenario,
    plans: &[ArmPlan],
    number: u32,
    lives: &[Life],
    seen: &mut Verification,
) -> Result<Option<Difference>, FolderError> {
    elsewhere(|fresh| {
        let mut tables = Tables::begin(fresh, scenario, Format::Csv)?;
        for (plan, life) in plans.iter().zip(lives) {
            tables.add(plan, number, &Ok(life.clone()))?;
        }
        tables.finish()?;
        for plan in plans {
            seen.lives += 1;
            for table in TABLES {
                let turn = plan.turn(number);
                let here = rows_of(folder, table, &plan.name, turn)?.unwrap_or_default();
                let again = rows_of(fresh.path(), table, &plan.name, turn)?.unwrap_or_default();
                if let Some(difference) = unlike(&here, &again, |row| Row { table, of: Of::Arm(plan.name.clone()), turn, row }) {
                    return Ok(Some(difference));
                }
                seen.rows += here.len().saturating_sub(1) as u64;
            }
        }
        Ok(None)
    })
}

/// The first difference between the rows in a folder and those that were written again.
fn unlike(here: &[Vec<String>], again: &[Vec<String>], at: impl Fn(usize) -> Row) -> Option<Difference> {
    let unlike = here.iter().zip(again).enumerate().find(|(_, (here, again))| here != again);
    if let Some((row, (own, other))) = unlike {
        let column = own.iter().zip(other).position(|(one, other)| one != other).unwrap_or(0);
        let head = here.first().and_then(|heads| heads.get(column)).cloned().unwrap_or_default();
        let cell = |row: &[String]| row.get(column).cloned().unwrap_or_default();
        return Some(Difference::Cell { at: at(row), column: head, here: cell(own), again: cell(other) });
    }
    (here.len() != again.len()).then(|| Difference::Rows { at: at(0), here: here.len(), again: again.len() })
}

/// Does this with a folder of our own that is gone afterwards.
fn elsewhere<T>(does: impl FnOnce(&Folder) -> Result<Option<T>, FolderError>) -> Result<Option<T>, FolderError> {
    let place = std::env::temp_dir().join(format!("onfoot-verify-{}", std::process::id()));
    clear_places(&std::env::temp_dir(), "onfoot-verify-");
    let result = match Folder::prepare(&place, "verify", true) {
        Ok(FolderState::Open(fresh)) => does(&fresh),
        Ok(FolderState::Complete(_)) => Ok(None),
        Err(fault) => Err(fault),
    };
    let _ = std::fs::remove_dir_all(&place); // empty before
    result
}

/// Whether arm and twin are one until something is broken, and whether an intervention that does nothing changes nothing.
fn beside(plans: &[ArmPlan], number: u32, lives: &[Life], seen: &mut Verification) -> Option<Difference> {
    for (plan, life) in plans.iter().zip(lives).filter(|(plan, _)| !plan.is_twin) {
        let twin = plans.iter().zip(lives).find(|(twin, _)| plan.twin.as_ref() == Some(&twin.name));
        if let Some((twin, calm)) = twin {
            let broken = first_change(&plan.scenario, life).min(first_change(&twin.scenario, calm));
            let days = life.daily_trust.chunks(3).zip(calm.daily_trust.chunks(3)).take(broken as usize);
            if let Some(day) = days.into_iter().position(|(own, other)| bits(own) != bits(other)) {
                return Some(Difference::Twins(plan.name.clone(), day as u32));
            }
            seen.twins += 1;
        }
    }
    let (plan, life) = plans.iter().zip(lives).next()?;
    let again = live(&idle(&plan.scenario_of(number)), plan.dice(number));
    if !same(life, &again) {
        return Some(Difference::Nothing(plan.name.clone()));
    }
    seen.nulls += 1;
    None
}

/// The first day on which something planned or of the scenario's own chance happens that the twin is spared.
fn first_change(scenario: &Scenario, life: &Life) -> u32 {
    let repairs = scenario.repairs.iter().filter_map(|repair| match &repair.when {
        When::Days(days) => days.iter().min().copied(),
        _ => None,
    });
    // What comes by chance or waits for a signal stands in the record of what happened.
    let named = life.events.iter().filter(|entry| entry.id != u32::MAX).map(|entry| entry.day);
    scenario.breach_days().into_iter().chain(repairs).chain(named).min().unwrap_or(u32::MAX)
}

/// The scenario with a change of conduct by nothing, half way.
fn idle(scenario: &Scenario) -> Scenario {
    let mut idle = scenario.clone();
    let what = Happening::Conduct { by: Referent::Leader, teams: Teams::All, change: [0.0; 4] };
    idle.events.push(Event { id: "verify-idle".to_owned(), when: When::Days(vec![(scenario.run.length / 2).max(1)]), what });
    idle
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// Whether two lives are the same to the bit in all that is measured.
fn same(one: &Life, other: &Life) -> bool {
    bits(&one.daily_trust) == bits(&other.daily_trust)
        && bits(&one.organisation) == bits(&other.organisation)
        && bits(&one.team_values) == bits(&other.team_values)
}
