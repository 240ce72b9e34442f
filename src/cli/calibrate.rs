//! # `onfoot calibrate`
//!
//! Fits parameters to published findings and writes them as a file on which scenarios can be based.

use std::ffi::OsString;
use std::path::Path;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Calibrate;
use super::question::{as_typed, faulty, shelf, worked};
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::calibration::recipe::Recipe;
use crate::calibration::{EVALUATIONS, Fit, HOLD, Halt, Plan, REPLICATES, SEED, calibrate as fit, free};
use crate::folder::manifest::{VERSION, command_of};
use crate::folder::{Contents, Inputs, Kind};
use crate::report::calibration::{self as files, Evaluations};
use crate::report::figure;
use crate::scenario::near::nearest;
use crate::study::Trouble;
use crate::text::shown_path as shown;
use crate::theory::Parameters;
use crate::validation::published;
use crate::validation::study::{Effort, Study};
use crate::validation::target::Target;
use crate::words::number::number;
use crate::words::screen::calibrate as words;
use crate::words::screen::validate::no_finding;

pub(super) fn calibrate(asked: &Calibrate, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, show) = (terminal.language, &asked.work.show);
    let recipe = match asked.only.as_slice() {
        [file] if Recipe::is_named(file) => {
            Some(Recipe::read(Path::new(file)).map_err(|fault| terminal.refuse(&words::unreadable(file, &fault, language)))?)
        }
        _ => None,
    };
    if recipe.is_some() && !asked.free.is_empty() {
        return Err(terminal.refuse(words::FREE_TWICE.get(language)));
    }
    let set = [recipe.as_ref().map_or(&[][..], |recipe| &recipe.set), &asked.keys.set].concat();
    let found = published::named(recipe.as_ref().map_or(&asked.only, |recipe| &recipe.findings));
    let mut targets = found.map_err(|unknown| terminal.refuse(&no_finding(&unknown, language)))?;
    targets.retain(Target::decides);
    let start = Study::Baseline.scenario(&set, Effort::Quick).map_err(|faults| faulty(&faults, show, terminal))?.parameters;
    let free = match &recipe {
        Some(recipe) => free::chosen(recipe.free.keys(), &start),
        None => free::chosen(&asked.free, &start),
    };
    let free = free.map_err(|word| unknown(&word, terminal))?;
    if targets.is_empty() || free.is_empty() {
        let said = if free.is_empty() { words::NO_PARAMETER } else { words::NO_TARGET };
        return Err(terminal.refuse(said.get(language)));
    }
    let of = |asked: Option<u32>, said: fn(&Recipe) -> Option<u32>, usual| asked.or(recipe.as_ref().and_then(said)).unwrap_or(usual);
    let plan = Plan {
        targets: &targets,
        free: &free,
        set: &set,
        replicates: of(asked.replicates, |recipe| recipe.replicates, REPLICATES),
        verdict: Effort::of(asked.quick),
        evaluations: of(asked.evaluations, |recipe| recipe.evaluations, EVALUATIONS),
        hold: HOLD,
        seed: asked.seed.or(recipe.as_ref().and_then(|recipe| recipe.seed)).unwrap_or(SEED),
        threads: asked.work.threads.count(),
    };
    let folder = asked.output.or("output/calibration");
    let shelf = shelf(&folder, Kind::Calibration, &Inputs::default(), terminal)?;
    let begun = shelf.begin().and_then(|folder| Evaluations::open(folder, &plan, language));
    let mut evaluations = begun.map_err(|fault| terminal.refuse(&fault.say(language)))?;
    if !show.is_silent() {
        terminal.note(&words::opening(free.len(), targets.len(), plan.evaluations, !evaluations.is_new(), language));
    }
    let found = worked(words::EVALUATIONS, show, terminal, |stop, progress| fit(plan, &mut evaluations, stop, progress));
    let found = match found {
        Ok(Some(found)) => found,
        Ok(None) => {
            terminal.note(words::STOPPED.get(language));
            return Ok(Exit::Interrupted);
        }
        Err(Halt::Faults(faults)) => return Err(faulty(&faults, show, terminal)),
        Err(Halt::Memory(fault)) => return Err(terminal.refuse(&fault)),
    };
    let written = shelf.fill_with(Contents::new(Kind::Calibration, &command_of(typed), Vec::new()), |folder| {
        let mut files = files::write(folder, &plan, &found, &as_typed(typed))?;
        files.extend(figure::draw_validation(folder, &found.after, VERSION, language)?);
        files.extend(evaluations.written()?);
        Ok::<_, Trouble>(files)
    });
    written.map_err(|fault| terminal.refuse(&fault.say(language)))?;
    if show.json {
        terminal.json(&object(&plan, &found))?;
    } else if !show.quiet {
        say(&plan, &found, terminal)?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(Exit::Done)
}

/// There is no such parameter.
fn unknown(word: &str, terminal: &Terminal) -> Stop {
    let known: Vec<String> = Parameters::listed().map(|known| known.path()).collect();
    let meant: Vec<String> = nearest(word, known.iter().map(String::as_str)).map(str::to_owned).into_iter().collect();
    terminal.note(&terminal.error_with(&words::unknown_parameter(word, terminal.language), &meant));
    Stop::Told(Exit::Input)
}

fn say(plan: &Plan<'_>, fit: &Fit, terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    let rows = plan.free.iter().zip(&fit.values).enumerate().map(|(p, (free, value))| {
        let pinned = if fit.shape.is_pinned(p) { words::YES } else { words::NO };
        let [start, fitted, sd] = [free.start, *value, fit.sd(plan, p)].map(|value| number(value, 3, language));
        vec![free.parameter.path(), start, fitted, sd, pinned.get(language).to_owned()]
    });
    terminal.table(&Table::of(&words::HEADS, rows, language))?;
    let trades = fit.shape.trades();
    if !trades.is_empty() {
        terminal.say(&format!("\n{}", words::TRADES.get(language)))?;
    }
    for (one, other, r) in trades {
        let [one, other] = [one, other].map(|p| plan.free[p].parameter.path());
        terminal.say(&format!("  {one}  {other}  r = {}", number(r, 2, language)))?;
    }
    terminal.say("")?;
    terminal.say_wrapped(&words::distance(fit.distance[0], fit.distance[1], fit.met(), fit.after.len(), language), 0)
}

fn object(plan: &Plan<'_>, fit: &Fit) -> Value {
    let parameters = plan.free.iter().zip(&fit.values).enumerate().map(|(p, (free, value))| {
        let (path, sd, pinned) = (free.parameter.path(), fit.sd(plan, p), fit.shape.is_pinned(p));
        json!({ "parameter": path, "start": free.start, "fitted": value, "sd": sd, "pinned": pinned })
    });
    let met = fit.met();
    json!({
        "parameters": parameters.collect::<Vec<_>>(),
        "distance": { "start": fit.distance[0], "fitted": fit.distance[1] },
        "met": { "start": met[0], "fitted": met[1], "of": fit.after.len() },
        "evaluations": { "all": fit.evaluations[0], "recalled": fit.evaluations[1] },
    })
}
