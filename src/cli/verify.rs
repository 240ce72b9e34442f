//! # `onfoot verify`
//!
//! Whether a finished folder can be reproduced here: its files are those that were written, lives that are lived again give
//! every row the same, arm and twin are one until something is broken, and an intervention that does nothing changes nothing.

use std::path::Path;

use serde_json::json;

use super::Exit;
use super::arguments::Verify;
use super::layout::paragraph;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::ensemble::ArmPlan;
use crate::ensemble::live::live;
use crate::ensemble::plan::plan;
use crate::observe::Life;
use crate::random::{Dice, Purpose};
use crate::report::folder::{Folder, FolderError, Prepared, RESOLVED, clear_places};
use crate::report::manifest::{Manifest, VERSION, design_hash};
use crate::report::table::{Format, Tables, rows_of};
use crate::scenario::read::read;
use crate::scenario::resolved::resolved;
use crate::scenario::{Event, Happening, Referent, Scenario, Teams, When};
use crate::text::Language;
use crate::words::screen::verify as words;

/// The tables that hold rows of single lives.
const TABLES: [&str; 6] = ["runs", "series", "survey", "teams", "events", "ledger"];

/// What was looked at, or the first difference.
#[derive(Default)]
struct Seen {
    files: usize,
    lives: usize,
    rows: u64,
    twins: usize,
    nulls: usize,
    difference: Option<String>,
}

pub(super) fn verify(asked: &Verify, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let shown = asked.dir.display().to_string();
    let (folder, manifest) = match Folder::finished(&asked.dir) {
        Ok(Some(found)) => found,
        Ok(None) => {
            terminal.note(&usage::error(&words::not_finished(&shown, language), terminal));
            return Ok(Exit::Input);
        }
        Err(fault) => {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
    };
    let mut seen = Seen::default();
    match look(&folder, &manifest, asked.lives, language, &mut seen) {
        Ok(difference) => seen.difference = difference,
        Err(fault) => {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
    }
    if asked.json {
        let object = json!({
            "reproduced": seen.difference.is_none(), "files": seen.files, "lives": seen.lives, "rows": seen.rows, "twins": seen.twins,
            "null_interventions": seen.nulls, "first_difference": seen.difference,
        });
        terminal.data(&serde_json::to_string_pretty(&object).expect("made of numbers and texts"))?;
    } else if let Some(difference) = &seen.difference {
        terminal.say(&paragraph(difference, 0, terminal.width))?;
    } else {
        terminal.say(&words::reproduced(seen.files, seen.lives, seen.rows, seen.twins, seen.nulls, language))?;
    }
    Ok(if seen.difference.is_some() { Exit::SaysNo } else { Exit::Done })
}

/// The first difference, if there is one.
fn look(folder: &Folder, manifest: &Manifest, sample: u32, language: Language, seen: &mut Seen) -> Result<Option<String>, FolderError> {
    if manifest.version != VERSION {
        return Ok(Some(words::other_version(&manifest.version, VERSION, language)));
    }
    for row in &manifest.files {
        if folder.record(&row.file).map_or(true, |found| found.sha256 != row.sha256) {
            return Ok(Some(words::altered(&row.file, language)));
        }
        seen.files += 1;
    }
    let Ok(reading) = read(&folder.path().join(RESOLVED), &[]) else { return Ok(Some(words::OTHER_DESIGN.get(language).to_owned())) };
    if design_hash(&resolved(&reading.scenario)) != manifest.design_hash {
        return Ok(Some(words::OTHER_DESIGN.get(language).to_owned()));
    }
    let plans = plan(&reading.scenario);
    for number in sampled(&reading.scenario, plans.first().map_or(0, ArmPlan::lives), sample) {
        let lives: Vec<Life> = plans.iter().map(|plan| live(&plan.scenario_of(number), plan.dice(number))).collect();
        if let Some(difference) = lived_again(folder.path(), &reading.scenario, &plans, number, &lives, language, seen)? {
            return Ok(Some(difference));
        }
        if let Some(difference) = beside(&plans, number, &lives, language, seen) {
            return Ok(Some(difference));
        }
    }
    Ok(None)
}

/// Lives spread by chance over all there are; always the same ones for the same design.
fn sampled(scenario: &Scenario, lives: u32, sample: u32) -> Vec<u32> {
    let mut draw = Dice::new(scenario.run.seed, 0).of("verify").at(Purpose::World, 0, 0, 0);
    let mut numbers: Vec<u32> = if sample >= lives {
        (0..lives).collect()
    } else {
        let stretch = f64::from(lives) / f64::from(sample);
        (0..sample).map(|at| ((f64::from(at) + draw.uniform()) * stretch) as u32).collect()
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
    language: Language,
    seen: &mut Seen,
) -> Result<Option<String>, FolderError> {
    let place = std::env::temp_dir().join(format!("onfoot-verify-{}", std::process::id()));
    clear_places(&std::env::temp_dir(), "onfoot-verify-");
    let result = (|| {
        let (Prepared::Fresh(fresh) | Prepared::Resumable(fresh)) = Folder::prepare(&place, "verify", true)? else { return Ok(None) };
        let mut tables = Tables::begin(&fresh, scenario, Format::Csv)?;
        for (plan, life) in plans.iter().zip(lives) {
            tables.add(plan, number, &Ok(life.clone()))?;
        }
        tables.finish()?;
        for plan in plans {
            seen.lives += 1;
            for table in TABLES {
                let turn = plan.turn(number);
                let here = rows_of(folder, table, &plan.name, turn)?.unwrap_or_default();
                let again = rows_of(&place, table, &plan.name, turn)?.unwrap_or_default();
                let told = |row: usize| words::row(table, &plan.name, turn, row, language);
                let unlike = here.iter().zip(&again).enumerate().find(|(_, (here, again))| here != again);
                if let Some((at, (own, other))) = unlike {
                    let column = own.iter().zip(other).position(|(one, other)| one != other).unwrap_or(0);
                    let head = here.first().and_then(|heads| heads.get(column)).cloned().unwrap_or_default();
                    let cell = |row: &[String]| row.get(column).cloned().unwrap_or_default();
                    return Ok(Some(words::differs(&told(at), &head, &cell(own), &cell(other), language)));
                }
                if here.len() != again.len() {
                    return Ok(Some(words::rows(&told(0), here.len(), again.len(), language)));
                }
                seen.rows += here.len().saturating_sub(1) as u64;
            }
        }
        Ok(None)
    })();
    let _ = std::fs::remove_dir_all(&place); // a place of our own, empty before
    result
}

/// Whether arm and twin are one until something is broken, and whether an intervention that does nothing changes nothing.
fn beside(plans: &[ArmPlan], number: u32, lives: &[Life], language: Language, seen: &mut Seen) -> Option<String> {
    for (plan, life) in plans.iter().zip(lives).filter(|(plan, _)| !plan.is_twin) {
        let twin = plans.iter().zip(lives).find(|(twin, _)| plan.twin.as_ref() == Some(&twin.name));
        if let Some((twin, calm)) = twin {
            let broken = first_change(&plan.scenario, life).min(first_change(&twin.scenario, calm));
            let days = life.daily_trust.chunks(3).zip(calm.daily_trust.chunks(3)).take(broken as usize);
            if let Some(day) = days.into_iter().position(|(own, other)| bits(own) != bits(other)) {
                return Some(words::twins(&plan.name, day as u32, language));
            }
            seen.twins += 1;
        }
    }
    let (plan, life) = plans.iter().zip(lives).next()?;
    let again = live(&idle(&plan.scenario_of(number)), plan.dice(number));
    if !same(life, &again) {
        return Some(words::null(&plan.name, language));
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
