//! # `onfoot calibrate`
//!
//! Fits parameters to published findings and writes them as a file on which scenarios can be based.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::Exit;
use super::arguments::Calibrate;
use super::fault::Form;
use super::hold;
use super::layout::paragraph;
use super::progress::Progress;
use super::reading::tell;
use super::stop;
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use super::validate::findings;
use crate::calibration::free::{self, Free};
use crate::calibration::recipe::Recipe;
use crate::calibration::{Fit, Halt, Plan, calibrate as fit};
use crate::folder::manifest::{VERSION, command_of};
use crate::folder::{Contents, Inputs, Kind, Shelf};
use crate::report::calibration::{self as files, Evaluations};
use crate::report::figure;
use crate::scenario::near::nearest;
use crate::study::Trouble;
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::theory::Parameters;
use crate::validation::study::{Effort, Study};
use crate::validation::target::Target;
use crate::validation::verdict::{Judged, Verdict};
use crate::words::number::number;
use crate::words::screen::validate::no_finding;
use crate::words::screen::{self, calibrate as words};

/// Weight that holds what no finding speaks of: a way across the whole range costs as much as a miss by three half widths.
const HOLD: f64 = 9.0;

pub(super) fn calibrate(asked: &Calibrate, typed: &[std::ffi::OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let refuse = |said: &str, terminal: &mut Terminal| {
        terminal.note(&usage::error(said, terminal));
        Ok(Exit::Input)
    };
    let recipe = match asked.only.as_slice() {
        [file] if Recipe::is_named(file) => match Recipe::read(Path::new(file)) {
            Ok(recipe) => Some(recipe),
            Err(fault) => return refuse(&words::unreadable(file, &fault, language), terminal),
        },
        _ => None,
    };
    if recipe.is_some() && !asked.free.is_empty() {
        return refuse(words::FREE_TWICE.get(language), terminal);
    }
    let set = [recipe.as_ref().map_or(&[][..], |recipe| &recipe.set), &asked.set].concat();
    let targets: Vec<Target> = match findings(recipe.as_ref().map_or(&asked.only, |recipe| &recipe.findings)) {
        Ok(found) => found.into_iter().filter(Target::decides).collect(),
        Err(unknown) => return refuse(&no_finding(&unknown, language), terminal),
    };
    let start = match Study::Baseline.scenario(&set, Effort::Quick) {
        Ok(scenario) => scenario.parameters,
        Err(faults) => {
            tell(&faults, if asked.json { Form::Json } else { Form::Graphic }, terminal);
            return Ok(Exit::Input);
        }
    };
    let free = match recipe.as_ref().map_or_else(|| chosen(&asked.free, &start), |recipe| Ok(recipe.free(&start))) {
        Ok(free) => free,
        Err(word) => {
            let known: Vec<String> = Parameters::listed().map(|known| known.path()).collect();
            let mut page = usage::error(&words::unknown_parameter(&word, language), terminal);
            if let Some(near) = nearest(&word, known.iter().map(String::as_str)) {
                page += &paragraph(&screen::did_you_mean(&[near.to_owned()], language), 0, terminal.width);
            }
            terminal.note(&page);
            return Ok(Exit::Input);
        }
    };
    if targets.is_empty() || free.is_empty() {
        let said = if free.is_empty() { words::NO_PARAMETER } else { words::NO_TARGET };
        return refuse(said.get(language), terminal);
    }
    let of = |asked: Option<u32>, said: fn(&Recipe) -> Option<u32>, usual| asked.or(recipe.as_ref().and_then(said)).unwrap_or(usual);
    let plan = Plan {
        targets: &targets,
        free: &free,
        set: &set,
        replicates: of(asked.replicates, |recipe| recipe.replicates, 24),
        verdict: Effort::Full,
        evaluations: of(asked.evaluations, |recipe| recipe.evaluations, 600),
        hold: HOLD,
        seed: asked.seed.or(recipe.as_ref().and_then(|recipe| recipe.seed)).unwrap_or(1),
        threads: asked.threads.map_or(0, usize::from),
    };
    let folder = asked.output.clone().unwrap_or_else(|| PathBuf::from("output/calibration"));
    let opened = Shelf::open(&folder, Kind::Calibration, &Inputs::default(), &hold::who());
    let shelf = match opened {
        Ok(shelf) => hold::shelf(shelf, terminal),
        Err(fault) => return refuse(&fault.say(language), terminal),
    };
    let begun = shelf.begin().and_then(|folder| Evaluations::open(folder, &plan, language));
    let mut evaluations = match begun {
        Ok(evaluations) => evaluations,
        Err(fault) => return refuse(&fault.say(language), terminal),
    };
    let silent = asked.quiet || asked.json;
    if !silent {
        terminal.note(&words::opening(free.len(), targets.len(), plan.evaluations, !evaluations.is_new(), language));
    }
    let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal).counting(words::EVALUATIONS) };
    let found = fit(plan, &mut evaluations, &stop::on_signals(), &|now| progress.at(now));
    progress.finish();
    let found = match found {
        Ok(Some(found)) => found,
        Ok(None) => {
            terminal.note(words::STOPPED.get(language));
            return Ok(Exit::Interrupted);
        }
        Err(Halt::Faults(faults)) => {
            tell(&faults, if asked.json { Form::Json } else { Form::Graphic }, terminal);
            return Ok(Exit::Input);
        }
        Err(Halt::Memory(fault)) => return refuse(&fault, terminal),
    };
    let command = typed.iter().map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ");
    let written = shelf.fill_with(Contents::new(Kind::Calibration, &command_of(typed), Vec::new()), |folder| {
        let mut files = files::write(folder, &plan, &found, &command)?;
        files.extend(figure::draw_validation(folder, &found.after, VERSION, language)?);
        files.extend(evaluations.written()?);
        Ok::<_, Trouble>(files)
    });
    if let Err(fault) = written {
        return refuse(&fault.say(language), terminal);
    }
    if asked.json {
        terminal.data(&serde_json::to_string_pretty(&object(&plan, &found)).expect("made of numbers and texts"))?;
    } else if !asked.quiet {
        terminal.say(&page(&plan, &found, language, terminal.width))?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(Exit::Done)
}

/// The parameters that these words mean, each once; the first word that means nothing.
fn chosen(asked: &[String], start: &Parameters) -> Result<Vec<Free>, String> {
    let mut chosen: Vec<Free> = Vec::new();
    for word in asked {
        let named = free::named(word, start);
        if named.is_empty() {
            return Err(word.clone());
        }
        for free in named {
            if chosen.iter().all(|other| other.parameter.path() != free.parameter.path()) {
                chosen.push(free);
            }
        }
    }
    Ok(chosen)
}

fn met(judged: &[Judged]) -> usize {
    judged.iter().filter(|row| row.verdict == Verdict::Pass).count()
}

fn page(plan: &Plan<'_>, fit: &Fit, language: Language, width: usize) -> String {
    let said = |value: f64| number(value, 3, language);
    let row = |(p, (free, value)): (usize, (&Free, &f64))| {
        let sd = fit.shape.sd(p) * (free.parameter.row.high - free.parameter.row.low);
        let pinned = if fit.shape.is_pinned(p) { words::YES } else { words::NO };
        vec![free.parameter.path(), said(free.start), said(*value), said(sd), pinned.get(language).to_owned()]
    };
    let rows = plan.free.iter().zip(&fit.values).enumerate().map(row).collect();
    let table = Table { heads: words::HEADS.map(|head| head.get(language).to_owned()).to_vec(), rows };
    let mut page = table.laid_out(width);
    let trades = fit.shape.trades();
    if !trades.is_empty() {
        page += &format!("\n{}\n", words::TRADES.get(language));
        for (one, other, r) in trades {
            page +=
                &format!("  {}  {}  r = {}\n", plan.free[one].parameter.path(), plan.free[other].parameter.path(), number(r, 2, language));
        }
    }
    let of = fit.after.len();
    page + "\n"
        + &paragraph(&words::distance(fit.distance[0], fit.distance[1], [met(&fit.before), met(&fit.after)], of, language), 0, width)
}

fn object(plan: &Plan<'_>, fit: &Fit) -> serde_json::Value {
    let parameters = plan.free.iter().zip(&fit.values).enumerate().map(|(p, (free, value))| {
        let sd = fit.shape.sd(p) * (free.parameter.row.high - free.parameter.row.low);
        json!({ "parameter": free.parameter.path(), "start": free.start, "fitted": value, "sd": sd, "pinned": fit.shape.is_pinned(p) })
    });
    json!({
        "parameters": parameters.collect::<Vec<_>>(),
        "distance": { "start": fit.distance[0], "fitted": fit.distance[1] },
        "met": { "start": met(&fit.before), "fitted": met(&fit.after), "of": fit.after.len() },
        "evaluations": { "all": fit.evaluations[0], "recalled": fit.evaluations[1] },
    })
}
