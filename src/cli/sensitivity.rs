//! # `onfoot sensitivity`
//!
//! How far a scenario's outcome is luck and how far doubt, and on which parameters it hangs.

use std::ffi::OsString;

use serde_json::json;

use super::Exit;
use super::arguments::Sensitivity;
use super::hold;
use super::layout::paragraph;
use super::progress::Progress;
use super::reading::{form, read};
use super::stop;
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::doubt::screening::Driver;
use crate::doubt::{Doubt, Effort, doubt};
use crate::ensemble::world::movable;
use crate::folder::manifest::{command_of as command, sources};
use crate::folder::{Contents, Inputs, Kind, Shelf};
use crate::report::sensitivity as files;
use crate::text::{Language, shown_path as shown};
use crate::words::number::number;
use crate::words::screen;
use crate::words::screen::run::arm;
use crate::words::screen::sensitivity as words;

pub(super) fn sensitivity(asked: &Sensitivity, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let Some(reading) = read(&asked.file, &asked.change.change(), form(None, asked.json), terminal) else { return Ok(Exit::Input) };
    let scenario = &reading.scenario;
    let folder = asked.output.clone().unwrap_or_else(|| files::usual_folder(&asked.file));
    let shelf = match Shelf::open(&folder, Kind::Sensitivity, &Inputs::of(&reading), &hold::who()) {
        Ok(shelf) => hold::shelf(shelf, terminal).writing(asked.csv.dialect()),
        Err(fault) => {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
    };
    let silent = asked.quiet || asked.json;
    let effort = Effort::full(asked.worlds);
    if !silent {
        terminal.note(&words::opening(movable().len(), effort.worlds, effort.lives(scenario), language));
    }
    let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal) };
    let threads = asked.threads.map_or(0, usize::from);
    let found = doubt(scenario, effort, threads, &stop::on_signals(), &|now| progress.at(now));
    progress.finish();
    let Some(found) = found else {
        terminal.note(screen::STOPPED.get(language));
        return Ok(Exit::Interrupted);
    };
    let contents = Contents::new(Kind::Sensitivity, &command(typed), sources(&reading));
    if let Err(fault) = shelf.fill_with(contents, |folder| files::write(folder, scenario, &found)) {
        terminal.note(&usage::error(&fault.say(language), terminal));
        return Ok(Exit::Input);
    }
    if asked.json {
        terminal.data(&serde_json::to_string_pretty(&object(&found)).expect("made of numbers and texts"))?;
    } else if !asked.quiet {
        terminal.say(&page(&found, language, terminal.width))?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(Exit::Done)
}

fn page(found: &Doubt, language: Language, width: usize) -> String {
    let said = |value: f64| number(value, 3, language);
    let mut page = paragraph(&words::headline(found.headline, language), 0, width) + "\n";
    let rows = found.outcomes.iter().map(|o| vec![arm(&o.arm, language), said(o.value), said(o.luck), said(o.doubt)]).collect();
    page += &Table { heads: words::ARMS.map(|head| head.get(language).to_owned()).to_vec(), rows }.laid_out(width);
    for outcome in &found.outcomes {
        page += &format!("\n{}\n", words::hangs_on(&arm(&outcome.arm, language), language));
        if outcome.drivers.is_empty() {
            page += &paragraph(words::NONE.get(language), 2, width);
        }
        let most = outcome.drivers.first().map_or(0.0, |driver| driver.effect.abs());
        page += &outcome.drivers.iter().map(|driver| bar(driver, most, language)).collect::<String>();
    }
    page + "\n" + &paragraph(words::READ.get(language), 0, width)
}

/// A parameter with its grade, its effect and a bar as long as that is large.
fn bar(driver: &Driver, most: f64, language: Language) -> String {
    let sign = if driver.effect > 0.0 { "+" } else { "−" };
    let size = number(driver.effect.abs(), 3, language);
    let length = (12.0 * driver.effect.abs() / most.max(f64::MIN_POSITIVE)).round().max(1.0) as usize;
    format!("  {:<34} {:<3} {sign}{size} {}\n", driver.parameter, driver.grade.stars(), "█".repeat(length))
}

/// A parameter on which an outcome hangs, for programs.
pub(super) fn driver(driver: &Driver) -> serde_json::Value {
    json!({ "parameter": driver.parameter, "grade": driver.grade.key(), "effect": driver.effect, "effect_se": driver.error })
}

fn object(found: &Doubt) -> serde_json::Value {
    let arms = found.outcomes.iter().map(|outcome| {
        json!({
            "arm": outcome.arm, "mean": outcome.value, "luck_sd": outcome.luck, "doubt_sd": outcome.doubt,
            "hangs_on": outcome.drivers.iter().map(driver).collect::<Vec<_>>(),
        })
    });
    json!({
        "headline": { "referent": found.headline.referent.key(), "from_day": found.headline.from, "against_twin": found.headline.lost },
        "worlds": found.worlds.len(), "arms": arms.collect::<Vec<_>>(),
    })
}
