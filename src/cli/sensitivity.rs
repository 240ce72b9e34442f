//! # `onfoot sensitivity`
//!
//! How far a scenario's outcome is luck and how far doubt, and on which parameters it hangs.

use std::ffi::OsString;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Sensitivity;
use super::question::{shelf, worked};
use super::reading::read_unswept;
use super::terminal::fault::Form;
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::doubt::screening::Driver;
use crate::doubt::{Doubt, Effort, doubt};
use crate::ensemble::world::movable;
use crate::folder::manifest::{command_of, sources};
use crate::folder::{Contents, Inputs, Kind};
use crate::report::sensitivity as files;
use crate::text::{Language, shown_path as shown};
use crate::words::number::number;
use crate::words::screen::run::{LIVES, arm};
use crate::words::screen::sensitivity as words;

pub(super) fn sensitivity(asked: &Sensitivity, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, show) = (terminal.language, &asked.work.show);
    let reading = read_unswept(&asked.file, &asked.change.change(), Form::usual(show.json), terminal)?;
    let scenario = &reading.scenario;
    let folder = asked.output.or(files::usual_folder(&asked.file));
    let shelf = shelf(&folder, Kind::Sensitivity, &Inputs::of(&reading), terminal)?.writing(asked.csv.dialect());
    let effort = Effort::full(asked.worlds);
    if !show.is_silent() {
        terminal.note(&words::opening(movable().len(), effort.worlds, effort.lives(scenario), language));
    }
    let threads = asked.work.threads.count();
    let found = worked(LIVES, show, terminal, |stop, progress| doubt(scenario, effort, threads, stop, progress));
    let found = found.ok_or_else(|| terminal.stopped())?;
    let contents = Contents::new(Kind::Sensitivity, &command_of(typed), sources(&reading));
    shelf.fill_with(contents, |folder| files::write(folder, scenario, &found)).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    if show.json {
        terminal.json(&object(&found))?;
    } else if !show.quiet {
        say(&found, terminal)?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(Exit::Done)
}

fn say(found: &Doubt, terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    terminal.say_wrapped(&words::headline(found.headline, language), 0)?;
    terminal.say("")?;
    let numbers = |values: [f64; 3]| values.map(|value| number(value, 3, language));
    let rows = found.outcomes.iter().map(|o| [vec![arm(&o.arm, language)], numbers([o.value, o.luck, o.doubt]).to_vec()].concat());
    terminal.table(&Table::of(&words::ARMS, rows, language))?;
    for outcome in &found.outcomes {
        terminal.say(&format!("\n{}", words::hangs_on(&arm(&outcome.arm, language), language)))?;
        if outcome.drivers.is_empty() {
            terminal.say_wrapped(words::NONE.get(language), 2)?;
        }
        let most = outcome.drivers.first().map_or(0.0, |driver| driver.effect.abs());
        outcome.drivers.iter().try_for_each(|driver| terminal.say(&bar(driver, most, language)))?;
    }
    terminal.say("")?;
    terminal.say_wrapped(words::READ.get(language), 0)
}

/// A parameter with its grade, its effect and a bar as long as that is large.
fn bar(driver: &Driver, most: f64, language: Language) -> String {
    let sign = if driver.effect > 0.0 { "+" } else { "−" };
    let size = number(driver.effect.abs(), 3, language);
    let length = (12.0 * driver.effect.abs() / most.max(f64::MIN_POSITIVE)).round().max(1.0) as usize;
    format!("  {:<34} {:<3} {sign}{size} {}\n", driver.parameter, driver.grade.stars(), "█".repeat(length))
}

/// A parameter on which an outcome hangs, for programs.
pub(super) fn driver(driver: &Driver) -> Value {
    json!({ "parameter": driver.parameter, "grade": driver.grade.key(), "effect": driver.effect, "effect_se": driver.error })
}

fn object(found: &Doubt) -> Value {
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
