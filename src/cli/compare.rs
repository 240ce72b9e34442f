//! # `onfoot compare`
//!
//! Lives a scenario as `run` does, in many worlds, and says which arm is worth its cost. What was lived is judged anew, without
//! living again, when only the worth or the floor changes.

use std::ffi::OsString;

use serde_json::{Map, Value, json};

use super::Exit;
use super::arguments::Compare;
use super::reading::read;
use super::run::page::{judgement, say_verdicts};
use super::run::{Job, Lives, Origin, computed, end, headline, held, trouble};
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal, known};
use crate::comparison::Findings;
use crate::comparison::hypothesis::Judgement;
use crate::comparison::outcome::PARTS;
use crate::comparison::price::Defaults;
use crate::comparison::ranking::{Pair, Policy, Range, Ranked, Ranking, Wish};
use crate::comparison::worth::break_even;
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::folder::layout::COMPARISON;
use crate::folder::{Contents, Folder, Inputs, Kind, Shelf};
use crate::report::comparison as files;
use crate::report::figure::{self, Comparison, Medium};
use crate::report::run::provenance;
use crate::study::Trouble;
use crate::study::comparing::{WORLDS, lacks_worlds, replicates_in_worlds, usual_folder};
use crate::table::{Dialect, read_hypotheses};
use crate::text::{Text, shell_word as quoted, shown_path as shown};
use crate::words::back;
use crate::words::screen::{compare as words, sweep};

pub(super) fn compare(asked: &Compare, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let mut run = asked.run.clone();
    run.output.output = Some(run.output.or(usual_folder(&run.file)));
    let form = run.faults.form(&run.show);
    let mut reading = read(&run.file, &run.change, form, terminal)?;
    if reading.scenario.sweep.is_some() {
        return Err(terminal.refuse(sweep::NOT_COMPARED.get(language)));
    }
    if reading.scenario.arms.len() < 2 {
        return Err(terminal.refuse(words::NO_ARMS.get(language)));
    }
    if lacks_worlds(&reading.scenario) && run.change.worlds.is_none() {
        run.change.worlds = Some(WORLDS);
        run.change.luck.replicates = run.change.luck.replicates.or(Some(replicates_in_worlds(&reading.scenario)));
        reading = read(&run.file, &run.change, form, terminal)?;
        if !run.show.is_silent() {
            terminal.note(&words::by_itself(WORLDS, reading.scenario.run.replicates, language));
        }
    }
    let job = Job::of(&run, typed, reading, language);
    let path = job.path();
    let _hold = held(&job, terminal)?;
    // What was there before keeps its dialect, unless another is asked for.
    let mut dialect = run.csv.dialect();
    let pasts = Pasts::default();
    let (failed, lives) = match computed(&job, |scenario, dice, goes_on| live_from(&pasts, scenario, dice, goes_on), terminal)? {
        Origin::Now(completion) => (completion.results.failed, completion.origin),
        Origin::Before(manifest) => {
            dialect = if dialect == Dialect::Plain { manifest.csv } else { dialect };
            (manifest.lives.failed, Lives { before: manifest.lives.done + manifest.lives.failed, ..Lives::default() })
        }
    };
    let wish = Wish { worth: asked.worth, floor: asked.floor, near: asked.near };
    let found = job.study.findings_in(&path, wish).map_err(|fault| trouble(&fault.into(), terminal))?;
    let judged = read_hypotheses(&path, job.study.scenario());
    let folder = path.join(COMPARISON);
    let (scenario, provenance, command) = (job.study.scenario(), provenance(&job.study), job.command());
    let comparison = Comparison { scenario, found: &found, language, provenance: &provenance, medium: Medium::Slide };
    let write = |folder: &Folder| {
        let mut written = figure::draw_comparison(folder, &comparison)?;
        written.extend(files::write(folder, &found, &written)?);
        written.extend(files::write_page(folder, &path, scenario, &found, asked.near, asked.floor, &command)?);
        Ok(written)
    };
    let shelf = Shelf::within(&folder, Kind::Comparison, &Inputs::of(job.study.reading())).map_err(Trouble::from);
    let contents = Contents::new(Kind::Comparison, &command, Vec::new());
    let filled = shelf.and_then(|shelf| shelf.writing(dialect).fill_with(contents, write));
    filled.map_err(|fault| trouble(&fault, terminal))?;
    if run.show.json {
        terminal.json(&object(&job, &found, &judged, lives))?;
    } else if run.show.quiet {
        terminal.say(&shown(&folder))?;
    } else {
        terminal.heading_of(&headline(&job, language))?;
        say(&job, &found, asked, terminal)?;
        say_verdicts(&judged, terminal)?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(end(failed, &judged))
}

fn say(job: &Job<'_>, found: &Findings, asked: &Compare, terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, outcomes) = (terminal.language, &found.outcomes);
    let heading = |text: Text, terminal: &mut Terminal| {
        terminal.say("")?;
        terminal.say_wrapped(text.get(language), 2)
    };
    let note = |text: Text, terminal: &mut Terminal| terminal.say_wrapped(text.get(language), 2);
    terminal.say("")?;
    terminal.say_wrapped(&words::question(outcomes.people, language), 2)?;
    terminal.say("")?;
    terminal.table(&Table::of(&words::POLICIES, found.by_cost().map(|policy| words::policy(policy, outcomes, language)), language))?;
    note(words::READ, terminal)?;
    note(back::MEANS, terminal)?;
    if outcomes.have_levels() {
        note(back::LEVEL_MEANS, terminal)?;
        heading(words::RETURNS_TITLE, terminal)?;
        terminal.table(&Table::of(&words::RETURNS, found.by_cost().map(|policy| words::returns(policy, outcomes, language)), language))?;
    }
    heading(words::PARTS_TITLE, terminal)?;
    terminal.table(&Table::of(&words::PARTS, found.by_cost().skip(1).map(|policy| words::parts(policy, language)), language))?;
    note(words::PARTS_READ, terminal)?;
    if let Some(said) = words::default_prices(&Defaults::of(job.study.scenario()), language) {
        terminal.say_wrapped(&said, 2)?;
    }
    heading(words::LADDER_TITLE, terminal)?;
    terminal.table(&Table::of(&words::LADDER, found.ladder.iter().map(|step| words::step(step, &found.policies, language)), language))?;
    if outcomes.worlds > 1 {
        note(words::LADDER_READ, terminal)?;
    }
    for said in words::steps_alike(&found.ladder, &found.policies, language) {
        terminal.say_wrapped(&said, 2)?;
    }
    note(words::WORTH_IS, terminal)?;
    match &found.ranking {
        Some((worth, ranking)) => say_ranking(found, *worth, ranking, asked, terminal)?,
        None => terminal.say(&format!("\n{}", words::say_worth(&quoted(&shown(&job.asked.file)), language)))?,
    }
    if outcomes.worlds == 1 {
        heading(words::ONE_WORLD, terminal)?;
    }
    Ok(())
}

fn say_ranking(found: &Findings, worth: f64, ranking: &Ranking, asked: &Compare, terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, policies) = (terminal.language, &found.policies);
    terminal.say("")?;
    terminal.say_wrapped(&words::ranked(worth, asked.near, language), 2)?;
    terminal.table(&Table::of(&words::RANKING, ranking.order.iter().map(|row| words::ranked_row(row, policies, language)), language))?;
    terminal.say_wrapped(words::REGRET.get(language), 2)?;
    terminal.say("")?;
    for said in words::verdicts_in_worlds(policies, ranking, worth, &found.tipping, found.outcomes.worlds, language) {
        terminal.say_wrapped(&said, 2)?;
    }
    let below: Vec<&str> = policies.iter().filter(|policy| policy.below_floor).map(|policy| policy.name.as_str()).collect();
    match asked.floor {
        Some(floor) if !below.is_empty() => terminal.say_wrapped(&words::below(&below, floor, language), 2),
        _ => Ok(()),
    }
}

fn object(job: &Job<'_>, found: &Findings, judged: &[Judgement], lives: Lives) -> Value {
    let defaults = Defaults::of(job.study.scenario());
    let name = |at: usize| found.policies[at].name.clone();
    let range = |r: Range| json!({ "mean": known(r.mean), "q10": known(r.lo), "q90": known(r.hi), "luck_sd": known(r.luck), "doubt_sd": known(r.doubt) });
    let policy = |policy: &Policy| {
        let even = break_even(policy);
        let parts: Map<String, Value> = PARTS.iter().zip(policy.parts).map(|(part, days)| ((*part).to_owned(), range(days))).collect();
        json!({
            "policy": policy.name, "cost": range(policy.cost), "cost_parts": parts, "output_days": range(policy.output), "avoided": range(policy.avoided), "recovered": range(policy.recovered),
            "return_days": found.returns(policy).quantile(0.5), "twin_return_days": found.levels(policy).quantile(0.5),
            "pays_from": even.worth, "pays_until": even.until, "never_pays": even.never,
            "dominated": policy.dominated, "below_floor": policy.below_floor,
        })
    };
    let row = |row: &Ranked| {
        json!({
            "place": row.place, "shared": row.shared, "policy": name(row.policy), "objective": known(row.objective.mean),
            "objective_lo": known(row.objective.low), "objective_hi": known(row.objective.high), "regret": known(row.regret),
            "largest_regret": known(row.most), "best_in": known(row.best), "near_best_in": known(row.near),
            "worst_world": row.worst.0, "worst_objective": known(row.worst.1),
        })
    };
    let pairs = |ranking: &Ranking| -> Vec<Value> {
        let pair = |pair: &Pair| json!({ "policies": pair.policies.map(name), "swaps": known(pair.swaps), "separated": pair.separated, "replicates_needed": pair.needed });
        ranking.pairs.iter().map(pair).collect()
    };
    json!({
        "name": job.study.name(), "design": job.study.design(), "folder": shown(&job.path()), "worlds": found.outcomes.worlds,
        "taken_over": lives.before, "lived": lives.now, "unreadable": lives.unreadable,
        "replicates": job.study.scenario().run.replicates, "reference": found.outcomes.arms[found.outcomes.reference].name,
        "default_prices": { "repairs": defaults.repairs, "parameters": defaults.parameters },
        "policies": found.policies.iter().map(policy).collect::<Vec<_>>(),
        "ladder": found.ladder.iter().map(|step| json!({ "from": step.from, "policy": name(step.policy), "best_in": known(step.best), "inseparable": step.alike.iter().map(|at| name(*at)).collect::<Vec<_>>() })).collect::<Vec<_>>(),
        "ranking": found.ranking.as_ref().map(|(worth, ranking)| json!({
            "worth": worth, "order": ranking.order.iter().map(row).collect::<Vec<_>>(), "neighbours": pairs(ranking),
        })),
        "hypotheses": judged.iter().map(judgement).collect::<Vec<_>>(),
        "tipping": found.tipping.iter().map(|tip| json!({
            "policy": name(tip.policy), "parameter": tip.parameter.path(), "today": tip.today, "overtakes_at": tip.at, "grade": tip.parameter.row.grade.key(),
        })).collect::<Vec<_>>(),
    })
}
