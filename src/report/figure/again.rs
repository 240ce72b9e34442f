//! # Drawn again
//!
//! A figure of a finished run from the numbers beside it, from the outcomes of its lives or from the lives themselves, which it
//! keeps: in another size, another language, without living anything again.

use std::io::{Error, ErrorKind};
use std::path::Path;

use super::{Comparison, Figure, Numbers, Provenance, Scene, Series, figure, fit, one_of_comparison, table};
use crate::analysis::recovery::{Road, recovery};
use crate::comparison::won_back::{Trials, Won, trials};
use crate::ensemble::plan::plan;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::folder::layout::{COMPARISON_FIGURES, FIGURES};
use crate::folder::{FolderError, LIVES, kept};
use crate::observe::{Entry, EntryKind, Life};
use crate::report::comparison;
use crate::report::sheet::Medium;
use crate::scenario::{Referent, Scenario, When};
use crate::table::{Rows, all, rows_of_arm};
use crate::text::Language;

/// Figures that follow a measure, drawn from their own numbers.
const COURSES: [&str; 6] = ["trust", "arms", "engagement", "turnover", "performance", "output"];
/// Arms by the number in which they differ, drawn from the numbers of `arms`.
const SWEEP: &str = "sweep";
/// What repairs win back, drawn from its own numbers.
const FIT: &str = "fit";
/// Figures of single lives, drawn from the lives that the run kept.
const KEPT: [&str; 2] = ["teams", "road"];
/// The outcomes of the lives of a run with arms.
const OUTCOMES: &str = "outcomes.csv";

/// The figures that can be drawn again from a folder.
pub fn figures_of(folder: &Path) -> Vec<&'static str> {
    let there = |name: &&str| folder.join(FIGURES).join(format!("{name}.csv")).is_file();
    let drawn = COURSES.into_iter().chain([SWEEP, FIT]).filter(there);
    let kept = KEPT.into_iter().filter(|name| there(name) && folder.join(LIVES).is_dir());
    let compared = COMPARISON_FIGURES.into_iter().filter(|_| folder.join(OUTCOMES).is_file());
    drawn.chain(kept).chain(compared).collect()
}

/// Draws one of [`figures_of`] again; `None` if there is nothing to draw.
///
/// # Errors
/// What the disk says, or that the numbers are not what they should be.
pub fn again(
    folder: &Path,
    name: &str,
    scenario: &Scenario,
    language: Language,
    provenance: &Provenance,
    medium: Medium,
) -> Result<Option<Figure>, FolderError> {
    let plans = plan(scenario);
    if COMPARISON_FIGURES.contains(&name) {
        let found = comparison::read(folder, scenario, &plans)?;
        let comparison = Comparison { scenario, found: &found, language, provenance, medium };
        return Ok(one_of_comparison(&comparison, name));
    }
    if KEPT.contains(&name) {
        let Some(lives) = kept(folder, &plans)? else { return Ok(None) };
        let twin = |arm: &ArmLives| lives.iter().find(|twin| arm.twin.as_ref() == Some(&twin.arm));
        let real = plans.iter().zip(&lives).filter(|(plan, _)| !plan.is_twin);
        let roads: Vec<Road> = real.flat_map(|(plan, arm)| recovery(&plan.scenario, arm, twin(arm))).map(|row| row.road()).collect();
        let scene = Scene { medium, ..Scene::slide(scenario, &plans, &lives, &roads, language, provenance) };
        return Ok(figure(&scene, name));
    }
    if name == FIT {
        let Some(trials) = trials(&plans) else { return Ok(None) };
        let shares = shares(folder, &trials)?;
        let lives = plans.iter().map(|plan| arm(folder, plan)).collect::<Result<Vec<_>, _>>()?;
        let scene = Scene { medium, ..Scene::slide(scenario, &plans, &lives, &[], language, provenance) };
        return Ok(fit::drawn(&scene, &trials, &shares));
    }
    let numbers = numbers(folder, if name == SWEEP { "arms" } else { name }, &plans)?;
    let lives = plans.iter().map(|plan| arm(folder, plan)).collect::<Result<Vec<_>, _>>()?;
    let roads = roads(folder);
    let scene =
        Scene { scenario, plans: &plans, lives: &lives, roads: &roads, language, provenance, medium, numbers: Some(numbers.as_slice()) };
    Ok(figure(&scene, name))
}

/// What the table of recovery says of the fall and the return, so that a figure tells the same number again.
fn roads(folder: &Path) -> Vec<Road> {
    let Some(known) = all().into_iter().find(|table| table.name == "recovery") else { return Vec::new() };
    let Ok(rows) = Rows::open(&folder.join("recovery.csv"), &known) else { return Vec::new() };
    let heads = rows.heads().to_vec();
    let road = |row: csv::StringRecord| {
        let text = |name: &str| heads.iter().position(|head| head == name).and_then(|at| row.get(at)).unwrap_or_default();
        let number = |name: &str| text(name).parse::<f64>().ok();
        Some(Road {
            arm: text("arm").to_owned(),
            day: text("day").parse().ok(),
            referent: Referent::ALL.into_iter().find(|known| known.key() == text("referent"))?,
            before: number("level_before").unwrap_or(f64::NAN),
            lowest: number("lowest").unwrap_or(f64::NAN),
            build: number("build_days"),
            build_censored: number("build_days").is_none(),
            fall: number("fall_days").filter(|_| number("n_visible") >= number("n").map(|n| n / 2.0)).unwrap_or(f64::NAN),
            back: number("return_days"),
            back_censored: number("return_days").is_none(),
            level: number("twin_return_days"),
            has_twin: number("twin_fall").is_some(),
            never: 0,
            replicates: 0,
        })
    };
    rows.flatten().filter_map(road).collect()
}

/// An arm of which nothing is known but its numbers and, where the scenario does not say it, when its repairs started.
fn arm(folder: &Path, plan: &ArmPlan) -> Result<ArmLives, FolderError> {
    let waits = |when: &When| !matches!(when, When::Days(_) | When::After { .. });
    let lives = if plan.scenario.repairs.iter().any(|repair| waits(&repair.when)) { started(folder, plan)? } else { Vec::new() };
    Ok(ArmLives { arm: plan.name.clone(), twin: plan.twin.clone(), worlds: plan.scenario.run.worlds, lives })
}

/// Lives in which nothing happens but the start of repairs, as the table of events tells it.
fn started(folder: &Path, plan: &ArmPlan) -> Result<Vec<Result<Life, String>>, FolderError> {
    let Some(rows) = rows_of_arm(folder, "events", &plan.name)? else { return Ok(Vec::new()) };
    let place = |name: &str| rows.first().and_then(|heads| heads.iter().position(|head| head == name)).unwrap_or(usize::MAX);
    let [replicate, world, day, event, id] = ["replicate", "world", "day", "event", "id"].map(place);
    let mut lives: Vec<Result<Life, String>> = (0..plan.lives()).map(|_| Ok(Life::default())).collect();
    for row in rows.iter().skip(1).filter(|row| row.get(event).is_some_and(|event| event == "repair")) {
        let number = |at: usize| row.get(at).and_then(|cell| cell.parse::<u32>().ok());
        let repair = plan.scenario.repairs.iter().position(|repair| row.get(id) == Some(&repair.id));
        let (Some(replicate), Some(world), Some(day), Some(repair)) = (number(replicate), number(world), number(day), repair) else {
            continue;
        };
        let life = lives.get_mut((replicate * plan.scenario.run.worlds + world) as usize);
        if let Some(Ok(life)) = life {
            let nobody = u32::MAX;
            life.events.push(Entry {
                day,
                event: EntryKind::Repair,
                id: plan.scenario.number_of_repair(repair),
                kind: 0,
                seat: nobody,
                generation: 0,
                other_seat: nobody,
                team: nobody,
                size: 0.0,
            });
        }
    }
    Ok(lives)
}

/// A row of the numbers beside a figure.
type Row = Result<csv::StringRecord, FolderError>;

/// The numbers beside a figure, with the places of these columns.
fn beside<const N: usize>(folder: &Path, name: &str, columns: [&str; N]) -> Result<(impl Iterator<Item = Row>, [usize; N]), FolderError> {
    let (folder, file) = (folder.to_path_buf(), format!("{FIGURES}/{name}.csv"));
    let path = folder.join(&file);
    let fault = move |error: Error| FolderError::from_io(&folder, &file, &error);
    let known = table(name).ok_or_else(|| fault(Error::new(ErrorKind::NotFound, name.to_owned())))?;
    let rows = Rows::open(&path, &known).map_err(&fault)?;
    let mut places = [0; N];
    for (place, name) in places.iter_mut().zip(columns) {
        *place = rows.place(name).ok_or_else(|| fault(Error::new(ErrorKind::InvalidData, name.to_owned())))?;
    }
    Ok((rows.map(move |row| row.map_err(&fault)), places))
}

/// What repairs won back, as it stands beside the figure.
fn shares(folder: &Path, trials: &Trials) -> Result<Vec<Option<Won>>, FolderError> {
    let (rows, [arm, columns @ ..]) = beside(folder, FIT, ["arm", "n", "lost", "share", "lo", "hi"])?;
    let mut shares = vec![None; trials.all.len()];
    for row in rows {
        let row = row?;
        let Some(at) = trials.all.iter().position(|trial| row.get(arm) == Some(&trial.arm)) else { continue };
        let [n, lost, share, low, high] = columns.map(|at| row.get(at).and_then(|cell| cell.parse().ok()).unwrap_or(f64::NAN));
        shares[at] = Some(Won { n: n as usize, lost, share, interval: [low, high] });
    }
    Ok(shares)
}

fn numbers(folder: &Path, name: &str, plans: &[ArmPlan]) -> Result<Vec<Numbers>, FolderError> {
    let key = ["arm", "measure", "referent", "day", "n"];
    let columns = ["q05", "q25", "median", "q75", "q95", "luck_q05", "luck_q95", "doubt_q05", "doubt_q95"];
    let (rows, key) = beside(folder, name, key)?;
    let (_, columns) = beside(folder, name, columns)?;
    let mut all: Vec<Numbers> = Vec::new();
    for row in rows {
        let row = row?;
        let [arm, measure, referent, day, n] = key.map(|at| row.get(at).unwrap_or_default());
        let referent = Referent::ALL.into_iter().find(|known| known.key() == referent);
        let same = |last: &Numbers| last.series.arm == arm && last.measure == measure && last.referent == referent;
        if !all.last().is_some_and(same) {
            let worlds = plans.first().map_or(1, |plan| plan.scenario.run.worlds);
            let series = Series { arm: arm.to_owned(), worlds, ..Series::default() };
            all.push(Numbers { measure: measure.to_owned(), referent, series });
        }
        let Some(Numbers { series, .. }) = all.last_mut() else { continue };
        let (Ok(day), Ok(n)) = (day.parse(), n.parse()) else { continue };
        series.days.push(day);
        series.n.push(n);
        series.lives = series.lives.max(n);
        let bands = series.quantiles.iter_mut().chain(&mut series.luck).chain(&mut series.doubt);
        for (band, at) in bands.zip(columns) {
            band.push(row.get(at).and_then(|cell| cell.parse().ok()).unwrap_or(f64::NAN));
        }
    }
    for row in &mut all {
        let planned = plans.iter().find(|plan| plan.name == row.series.arm).map_or(0, |plan| plan.lives() as usize);
        row.series.failed = planned.saturating_sub(row.series.lives);
    }
    Ok(all)
}
