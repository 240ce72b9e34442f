//! # `onfoot portfolio`
//!
//! Searches the combinations and timings of a scenario's repairs, under a budget, for those that no other dominates.

use std::ffi::OsString;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Portfolio;
use super::hold;
use super::layout::{definitions, paragraph};
use super::progress::Progress;
use super::reading::{form, read};
use super::stop;
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::analysis::interval::Estimate;
use crate::comparison::portfolio::options::{Count, MOST_STARTS, Options};
use crate::comparison::portfolio::{Judged, Method, Plan, Refusal, options, portfolio as search};
use crate::comparison::price::Defaults;
use crate::folder::manifest;
use crate::folder::{Inputs, Kind, Shelf};
use crate::report::portfolio::{self as files, Case};
use crate::scenario::{Scenario, time};
use crate::study::comparing::for_a_portfolio;
use crate::study::quietly;
use crate::text::{Language, shown_path as shown};
use crate::words::screen;
use crate::words::screen::compare;
use crate::words::screen::portfolio as words;

pub(super) fn portfolio(asked: &Portfolio, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let refuse = |said: &str, terminal: &mut Terminal| {
        terminal.note(&usage::error(said, terminal));
        Ok(Exit::Input)
    };
    let delays = match delays(&asked.delays, language) {
        Ok(delays) => delays,
        Err(said) => return refuse(&said, terminal),
    };
    let Some(mut reading) = read(&asked.file, &asked.change, form(None, asked.json), terminal) else { return Ok(Exit::Input) };
    let silent = asked.quiet || asked.json;
    for_a_portfolio(&mut reading.scenario, asked.change.worlds.is_some(), asked.change.replicates.is_some());
    let scenario = &reading.scenario;
    let options = match options(scenario, &delays) {
        Ok(options) => options,
        Err(Refusal::NoRepairs) => return refuse(words::NO_REPAIRS.get(language), terminal),
        Err(Refusal::TooMany(found)) => return refuse(&words::too_many(found, language), terminal),
    };
    let folder = asked.output.clone().unwrap_or_else(|| files::usual_folder(&asked.file));
    let shelf = match Shelf::open(&folder, Kind::Portfolio, &Inputs::of(&reading), &hold::who()) {
        Ok(shelf) => hold::shelf(shelf, terminal).writing(asked.csv.dialect()),
        Err(fault) => return refuse(&fault.say(language), terminal),
    };
    let threads = asked.threads.map_or(0, usize::from);
    let plan = Plan { scenario, options: &options, budget: asked.budget, evaluations: asked.evaluations, threads };
    if !silent {
        let opening = words::opening(&options, options.affordable(asked.budget), asked.budget, asked.evaluations, language);
        terminal.note(&paragraph(&opening, 0, terminal.width));
        if scenario.run.worlds > 1 {
            terminal.note(&paragraph(&words::by_itself(scenario.run.worlds, scenario.run.replicates, language), 0, terminal.width));
        }
    }
    let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal) };
    // What a life says when it panics is counted, not shown.
    let found = quietly(|| search(plan, &stop::on_signals(), &|now| progress.at(now)));
    progress.finish();
    let Some(found) = found else {
        terminal.note(screen::STOPPED.get(language));
        return Ok(Exit::Interrupted);
    };
    let case = Case {
        reading: &reading,
        options: &options,
        found: &found,
        budget: asked.budget,
        delays: &delays,
        evaluations: asked.evaluations,
        command: &manifest::command_of(typed),
        language,
    };
    if let Err(fault) = files::write(&shelf, &case) {
        return refuse(&fault.say(language), terminal);
    }
    if asked.json {
        terminal.data(&serde_json::to_string_pretty(&object(&case, &shown(&folder))).expect("made of numbers and texts"))?;
    } else if asked.quiet {
        terminal.say(&shown(&folder))?;
    } else {
        terminal.say(&page(&case, terminal.width))?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    if found.lives[1] > 0 {
        terminal.note(&usage::error(&words::failed(found.lives[1], found.lives[0], language), terminal));
        return Ok(Exit::SomeFailed);
    }
    Ok(Exit::Done)
}

/// Spans of time in working days, each once; what is wrong with the first that is none.
fn delays(asked: &[String], language: Language) -> Result<Vec<u32>, String> {
    let mut delays = Vec::new();
    for word in asked.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        let days = time::parse(word).map_err(|fault| words::no_delay(word, fault.right.as_deref(), language))?;
        let days = u32::try_from(days).ok().filter(|days| *days <= MOST_DAYS).ok_or_else(|| words::no_delay(word, None, language))?;
        if !delays.contains(&days) {
            delays.push(days);
        }
    }
    if delays.len() >= MOST_STARTS { Err(words::too_many_delays(delays.len(), language)) } else { Ok(delays) }
}

/// The longest run.
const MOST_DAYS: u32 = 26_000;

fn page(case: &Case<'_>, width: usize) -> String {
    let Case { options, found, budget, language, .. } = *case;
    let mut page = paragraph(&words::question(found.people, budget, language), 0, width);
    page += &paragraph(&words::searched(found, budget, language), 0, width);
    page += "\n";
    let shown: Vec<(usize, &Judged)> = words::shown(found).into_iter().map(|at| (at, &found.judged[at])).collect();
    let rows = shown.iter().map(|(at, row)| words::row(row, found.steps.contains(at), language)).collect();
    page += &Table { heads: words::FRONT.map(|head| head.get(language).to_owned()).to_vec(), rows }.laid_out(width);
    page += &words::thinned(found, language).map_or(String::new(), |said| paragraph(&said, 2, width));
    page += &paragraph(words::READ.get(language), 2, width);
    if shown.iter().any(|(_, row)| row.open) {
        page += &paragraph(words::OPEN.get(language), 2, width);
    }
    let defaults = Defaults::of(&Scenario { arms: Vec::new(), ..case.reading.scenario.clone() });
    page += &compare::default_prices(&defaults, language).map_or_else(String::new, |said| paragraph(&said, 2, width));
    page += &format!("\n{}\n", words::MADE_OF.get(language));
    let made: Vec<(String, String)> =
        shown.iter().map(|(_, row)| (words::name(row, language), words::made_of(options, &row.genes, language))).collect();
    page += &definitions(&made, width);
    page += "\n";
    page += &words::verdicts(options, found, budget, language).iter().map(|said| paragraph(said, 0, width)).collect::<String>();
    page
}

/// How many a budget allows, for programs.
fn counted(count: Count) -> Value {
    match count {
        Count::Exactly(n) => json!({ "portfolios": n, "exact": true }),
        Count::AtLeast(n) => json!({ "portfolios": n, "exact": false }),
    }
}

fn object(case: &Case<'_>, folder: &str) -> Value {
    let Case { options, found, budget, .. } = *case;
    let known = |value: f64| value.is_finite().then_some(value);
    let range = |e: Estimate| json!({ "mean": known(e.mean), "low": known(e.low), "high": known(e.high) });
    let chosen = |options: &Options, genes: &[u8]| -> Vec<Value> {
        options.chosen(genes).map(|start| json!({ "repair": start.repair.id, "delay": start.delay })).collect()
    };
    let member = |at: &usize| {
        let row = &found.judged[*at];
        json!({
            "portfolio": row.name, "repairs": chosen(options, &row.genes), "price": row.price, "price_open": row.open,
            "spent": range(row.spent), "cost": range(row.cost), "recovered": range(row.recovered), "avoided": range(row.avoided),
            "front_share": known(row.share), "world_share": known(row.in_worlds), "step": found.steps.contains(at),
        })
    };
    let names = |members: [usize; 2]| members.map(|at| found.judged[at].name.clone());
    let (population, generations) = match found.method {
        Method::Exhaustive => (None, None),
        Method::Nsga2 { population, generations } => (Some(population), Some(generations)),
    };
    json!({
        "folder": folder, "budget": budget, "portfolios": found.portfolios, "affordable": counted(found.affordable),
        "method": found.method.key(), "population": population, "generations": generations,
        "looked_at": found.searched.len(), "judged": found.judged.len(),
        "lives": found.lives[0], "failed": found.lives[1], "lives_each": found.lives_each, "people": known(found.people),
        "front": found.front.iter().map(member).collect::<Vec<_>>(),
        "neighbours": found.pairs.iter().map(|pair| json!({
            "portfolios": names(pair.members), "recovered": range(pair.recovered), "avoided": range(pair.avoided), "apart": pair.apart,
        })).collect::<Vec<_>>(),
        "promised": found.promised.map(|both| both.map(|[recovered, avoided]| json!({ "recovered": known(recovered), "avoided": known(avoided) }))),
    })
}
