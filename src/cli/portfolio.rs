//! # `onfoot portfolio`
//!
//! Searches the combinations and timings of a scenario's repairs, under a budget, for those that no other dominates.

use std::ffi::OsString;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Portfolio;
use super::question::{shelf, worked};
use super::reading::read_unswept;
use super::terminal::fault::Form;
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::analysis::interval::Estimate;
use crate::comparison::portfolio::options::{Count, MOST_STARTS, Options};
use crate::comparison::portfolio::{Judged, Method, Plan, Refusal, options, portfolio as search};
use crate::comparison::price::Defaults;
use crate::folder::manifest::command_of;
use crate::folder::{Inputs, Kind};
use crate::report::portfolio::{self as files, Case};
use crate::scenario::limit::LONGEST;
use crate::scenario::{Scenario, time};
use crate::study::comparing::for_a_portfolio;
use crate::study::quietly;
use crate::text::{Language, shown_path as shown};
use crate::words::screen::compare;
use crate::words::screen::portfolio as words;
use crate::words::screen::run::LIVES;

pub(super) fn portfolio(asked: &Portfolio, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, show) = (terminal.language, &asked.work.show);
    let delays = delays(&asked.delays, language).map_err(|said| terminal.refuse(&said))?;
    let mut reading = read_unswept(&asked.file, &asked.change, Form::usual(show.json), terminal)?;
    for_a_portfolio(&mut reading.scenario, asked.change.worlds.is_some(), asked.change.luck.replicates.is_some());
    let scenario = &reading.scenario;
    let options = options(scenario, &delays).map_err(|refusal| match refusal {
        Refusal::NoRepairs => terminal.refuse(words::NO_REPAIRS.get(language)),
        Refusal::TooMany(found) => terminal.refuse(&words::too_many(found, language)),
    })?;
    let folder = asked.output.or(files::usual_folder(&asked.file));
    let shelf = shelf(&folder, Kind::Portfolio, &Inputs::of(&reading), terminal)?.writing(asked.csv.dialect());
    let (budget, evaluations) = (asked.budget, asked.evaluations);
    let plan = Plan { scenario, options: &options, budget, evaluations, threads: asked.work.threads.count() };
    if !show.is_silent() {
        terminal.note_wrapped(&words::opening(&options, options.affordable(budget), budget, evaluations, language), 0);
        if scenario.run.worlds > 1 {
            terminal.note_wrapped(&words::by_itself(scenario.run.worlds, scenario.run.replicates, language), 0);
        }
    }
    // What a life says when it panics is counted, not shown.
    let found = worked(LIVES, show, terminal, |stop, progress| quietly(|| search(plan, stop, progress)));
    let found = found.ok_or_else(|| terminal.stopped())?;
    let command = command_of(typed);
    let case =
        Case { reading: &reading, options: &options, found: &found, budget, delays: &delays, evaluations, command: &command, language };
    files::write(&shelf, &case).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    if show.json {
        terminal.json(&object(&case, &shown(&folder)))?;
    } else if show.quiet {
        terminal.say(&shown(&folder))?;
    } else {
        say(&case, terminal)?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    if found.lives[1] > 0 {
        terminal.note(&terminal.error(&words::failed(found.lives[1], found.lives[0], language)));
        return Ok(Exit::SomeFailed);
    }
    Ok(Exit::Done)
}

/// Spans of time in working days, each once; what is wrong with the first that is none.
fn delays(asked: &[String], language: Language) -> Result<Vec<u32>, String> {
    let mut delays = Vec::new();
    for word in asked.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        let days = time::parse(word).map_err(|fault| words::no_delay(word, fault.right.as_deref(), language))?;
        let fits = u32::try_from(days).ok().filter(|days| u64::from(*days) <= LONGEST);
        let days = fits.ok_or_else(|| words::no_delay(word, None, language))?;
        if !delays.contains(&days) {
            delays.push(days);
        }
    }
    if delays.len() >= MOST_STARTS { Err(words::too_many_delays(delays.len(), language)) } else { Ok(delays) }
}

fn say(case: &Case<'_>, terminal: &mut Terminal) -> Result<(), Stop> {
    let Case { options, found, budget, language, .. } = *case;
    terminal.say_wrapped(&words::question(found.people, budget, language), 0)?;
    terminal.say_wrapped(&words::searched(found, budget, language), 0)?;
    terminal.say("")?;
    let shown: Vec<(usize, &Judged)> = words::shown(found).into_iter().map(|at| (at, &found.judged[at])).collect();
    let rows = shown.iter().map(|(at, row)| words::row(row, found.steps.contains(at), language));
    terminal.table(&Table::of(&words::FRONT, rows, language))?;
    let defaults = Defaults::of(&Scenario { arms: Vec::new(), ..case.reading.scenario.clone() });
    let open = shown.iter().any(|(_, row)| row.open).then(|| words::OPEN.get(language).to_owned());
    let notes =
        [words::thinned(found, language), Some(words::READ.get(language).to_owned()), open, compare::default_prices(&defaults, language)];
    notes.iter().flatten().try_for_each(|note| terminal.say_wrapped(note, 2))?;
    terminal.say(&format!("\n{}", words::MADE_OF.get(language)))?;
    let made = shown.iter().map(|(_, row)| (words::name(row, language), words::made_of(options, &row.genes, language)));
    terminal.definitions(&made.collect::<Vec<_>>())?;
    terminal.say("")?;
    words::verdicts(options, found, budget, language).iter().try_for_each(|said| terminal.say_wrapped(said, 0))
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
