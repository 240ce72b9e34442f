//! # `onfoot compare`
//!
//! Lives a scenario as `run` does, in many worlds, and says which arm is worth its cost. What was lived is judged anew, without
//! living again, when only the worth or the floor changes.

use std::ffi::OsString;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::{Compare, Csv};
use super::hold;
use super::layout::{fitted, paragraph};
use super::reading::{form, read};
use super::run::page::{judgement, verdicts};
use super::run::{Computed, Job, Lives, computed, end, refuse, trouble};
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::comparison::Findings;
use crate::comparison::hypothesis::Judgement;
use crate::comparison::outcome::PARTS;
use crate::comparison::price::Defaults;
use crate::comparison::ranking::{Policy, Ranked, Ranking, Wish};
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
use crate::table::read_hypotheses;
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::words::back;
use crate::words::screen::compare as words;
use crate::words::screen::run as run_words;

pub(super) fn compare(asked: &Compare, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let mut run = asked.run.clone();
    run.output = Some(run.output.unwrap_or_else(|| usual_folder(&asked.run.file)));
    let Some(mut reading) = read(&run.file, &run.change, form(run.error_format, run.json), terminal) else { return Ok(Exit::Input) };
    if reading.scenario.arms.len() < 2 {
        terminal.note(&usage::error(words::NO_ARMS.get(language), terminal));
        return Ok(Exit::Input);
    }
    if lacks_worlds(&reading.scenario) && run.change.worlds.is_none() {
        run.change.worlds = Some(WORLDS);
        run.change.replicates = run.change.replicates.or(Some(replicates_in_worlds(&reading.scenario)));
        let Some(again) = read(&run.file, &run.change, form(run.error_format, run.json), terminal) else { return Ok(Exit::Input) };
        reading = again;
        if !run.quiet && !run.json {
            terminal.note(&words::by_itself(WORLDS, reading.scenario.run.replicates, language));
        }
    }
    let job = Job::of(&run, typed, reading);
    // What was there before keeps its dialect, unless another is asked for.
    let mut dialect = run.csv.dialect();
    let _hold = match hold::take(&job.path(), terminal) {
        Ok(hold) => hold,
        Err(fault) => return Ok(refuse(&job, &job.path(), &fault, terminal)),
    };
    let pasts = Pasts::default();
    let (failed, lives) = match computed(&job, |scenario, dice, goes_on| live_from(&pasts, scenario, dice, goes_on), terminal) {
        Computed::Now(ended) => (ended.results.failed, ended.origin),
        Computed::Before(manifest) => {
            dialect = if run.csv == Csv::Plain { manifest.csv } else { dialect };
            (manifest.lives.failed, Lives { before: manifest.lives.done + manifest.lives.failed, ..Lives::default() })
        }
        Computed::Not(exit) => return Ok(exit),
    };
    let path = job.path();
    let wish = Wish { worth: asked.worth, floor: asked.floor, near: asked.near };
    let found = match job.study.findings_in(&path, wish) {
        Ok(found) => found,
        Err(fault) => return Ok(trouble(&fault.into(), terminal)),
    };
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
    if let Err(fault) = shelf.and_then(|shelf| shelf.writing(dialect).fill_with(contents, write)) {
        return Ok(trouble(&fault, terminal));
    }
    if run.json {
        terminal.data(&serde_json::to_string_pretty(&object(&job, &found, &judged, lives)).expect("made of numbers and texts"))?;
    } else if run.quiet {
        terminal.say(&shown(&folder))?;
    } else {
        let seconds = job.started.elapsed().as_secs_f64();
        let head =
            [job.study.name().to_owned(), run_words::finished(seconds, language), run_words::design(&job.study.design()[..8], language)];
        terminal.heading(&fitted(&head, terminal.width))?;
        terminal.say(&Page { job: &job, found: &found, asked, language, width: terminal.width }.whole())?;
        if !judged.is_empty() {
            terminal.say(&verdicts(&judged, language, terminal.width))?;
        }
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(end(failed, &judged))
}

struct Page<'a> {
    job: &'a Job<'a>,
    found: &'a Findings,
    asked: &'a Compare,
    language: Language,
    width: usize,
}

impl Page<'_> {
    fn whole(&self) -> String {
        let mut page = format!("\n{}\n", paragraph(&words::question(self.found.outcomes.people, self.language), 2, self.width));
        page += &self.policies().laid_out(self.width);
        page += &self.paragraph(words::READ.get(self.language));
        page += &self.paragraph(back::MEANS.get(self.language));
        if self.found.outcomes.have_levels() {
            page += &self.paragraph(back::LEVEL_MEANS.get(self.language));
            page += &format!("\n{}", self.paragraph(words::RETURNS_TITLE.get(self.language)));
            page += &self.returns().laid_out(self.width);
        }
        page += &format!("\n{}", self.paragraph(words::PARTS_TITLE.get(self.language)));
        page += &self.parts().laid_out(self.width);
        page += &self.paragraph(words::PARTS_READ.get(self.language));
        page += &words::default_prices(&Defaults::of(self.job.study.scenario()), self.language)
            .map_or_else(String::new, |said| self.paragraph(&said));
        page += &format!("\n{}", self.paragraph(words::LADDER_TITLE.get(self.language)));
        page += &self.ladder().laid_out(self.width);
        if self.found.outcomes.worlds > 1 {
            page += &self.paragraph(words::LADDER_READ.get(self.language));
        }
        for said in words::steps_alike(&self.found.ladder, &self.found.policies, self.language) {
            page += &self.paragraph(&said);
        }
        page += &self.paragraph(words::WORTH_IS.get(self.language));
        match &self.found.ranking {
            Some((worth, ranking)) => page += &self.ranking(*worth, ranking),
            None => page += &format!("\n{}", words::say_worth(&quoted(&shown(&self.job.asked.file)), self.language)),
        }
        if self.found.outcomes.worlds == 1 {
            page += &format!("\n{}", self.paragraph(words::ONE_WORLD.get(self.language)));
        }
        page
    }

    fn paragraph(&self, text: &str) -> String {
        paragraph(text, 2, self.width)
    }

    /// Unranked: the reference, then by cost.
    fn by_cost(&self) -> impl Iterator<Item = &Policy> {
        let mut rest: Vec<&Policy> = self.found.policies.iter().skip(1).collect();
        rest.sort_by(|one, other| one.cost.mean.total_cmp(&other.cost.mean).then(one.arm.cmp(&other.arm)));
        self.found.policies.iter().take(1).chain(rest)
    }

    fn policies(&self) -> Table {
        let rows = self.by_cost().map(|policy| words::policy(policy, &self.found.outcomes, self.language));
        Table { heads: self.heads(&words::POLICIES), rows: rows.collect() }
    }

    /// Both returns.
    fn returns(&self) -> Table {
        let rows = self.by_cost().map(|policy| words::returns(policy, &self.found.outcomes, self.language));
        Table { heads: self.heads(&words::RETURNS), rows: rows.collect() }
    }

    /// What the costs are made of.
    fn parts(&self) -> Table {
        let rows = self.by_cost().skip(1).map(|policy| words::parts(policy, self.language));
        Table { heads: self.heads(&words::PARTS), rows: rows.collect() }
    }

    fn heads(&self, heads: &[crate::text::Text]) -> Vec<String> {
        heads.iter().map(|head| head.get(self.language).to_owned()).collect()
    }

    fn ladder(&self) -> Table {
        let rows = self.found.ladder.iter().map(|step| words::step(step, &self.found.policies, self.language));
        Table { heads: self.heads(&words::LADDER), rows: rows.collect() }
    }

    fn ranking(&self, worth: f64, ranking: &Ranking) -> String {
        let language = self.language;
        let rows = ranking.order.iter().map(|row| words::ranked_row(row, &self.found.policies, language));
        let table = Table { heads: self.heads(&words::RANKING), rows: rows.collect() };
        let mut page = format!("\n{}", self.paragraph(&words::ranked(worth, self.asked.near, language)));
        page += &table.laid_out(self.width);
        page += &self.paragraph(words::REGRET.get(language));
        page += "\n";
        page += &self.verdict(worth, ranking).iter().map(|sentence| self.paragraph(sentence)).collect::<String>();
        page
    }

    /// What the ranking comes to, in sentences.
    fn verdict(&self, worth: f64, ranking: &Ranking) -> Vec<String> {
        let Findings { policies, outcomes, tipping, .. } = self.found;
        let mut said = words::verdicts_in_worlds(policies, ranking, worth, tipping, outcomes.worlds, self.language);
        let below: Vec<&str> = self.found.policies.iter().filter(|policy| policy.below_floor).map(|policy| policy.name.as_str()).collect();
        said.extend(self.asked.floor.filter(|_| !below.is_empty()).map(|floor| words::below(&below, floor, self.language)));
        said
    }
}

fn object(job: &Job<'_>, found: &Findings, judged: &[Judgement], lives: Lives) -> Value {
    let known = |value: f64| value.is_finite().then_some(value);
    let defaults = Defaults::of(job.study.scenario());
    let name = |at: usize| found.policies[at].name.clone();
    let range = |r: crate::comparison::ranking::Range| json!({ "mean": known(r.mean), "q10": known(r.lo), "q90": known(r.hi), "luck_sd": known(r.luck), "doubt_sd": known(r.doubt) });
    let policy = |policy: &Policy| {
        let even = break_even(policy);
        let parts: serde_json::Map<String, Value> =
            PARTS.iter().zip(policy.parts).map(|(part, days)| ((*part).to_owned(), range(days))).collect();
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
        let pair = |pair: &crate::comparison::ranking::Pair| json!({ "policies": pair.policies.map(name), "swaps": known(pair.swaps), "separated": pair.separated, "replicates_needed": pair.needed });
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
