//! # The run of a sweep
//!
//! Lives every point, writes its folder, and says what weighs.

use std::path::Path;

use serde_json::{Value, json};

use super::question::watched;
use super::run::{Job, again, already, end, headline, page, refuse, trouble};
use super::terminal::layout::{definitions, fitted, paragraph};
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal, known};
use super::{Exit, stop};
use crate::comparison::factor::{AnswerFindings, SweepFindings};
use crate::folder::layout::FIGURES;
use crate::folder::{FolderState, Written};
use crate::report::sweep::SweepPresentation;
use crate::scenario::Sweep;
use crate::study::Trouble;
use crate::study::room::Room;
use crate::text::{Language, shown_path as shown};
use crate::words::screen::run as words;
use crate::words::screen::{sweep as said, verdict};

/// Outcomes whose levels are shown on the screen.
const IN_FULL: [&str; 3] = ["trust_end", "returned", "return_days"];
/// Levels of a factor that are shown there.
const MOST_LEVELS: usize = 8;

/// Runs the sweep of a job, whose folder is held.
pub(super) fn run(job: &Job<'_>, sweep: &Sweep, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (study, path, language, show) = (&job.study, job.path(), terminal.language, &job.asked.show);
    let run = &study.scenario().run;
    let attempt = match study.open_sweep(&path, job.manner()) {
        Ok(FolderState::Open(attempt)) => attempt,
        Ok(FolderState::Complete(manifest)) => return already(job, &path, &manifest, terminal),
        Err(fault) => return Err(refuse(job, &path, &fault, terminal)),
    };
    if !show.is_silent() {
        let parts = [study.name().to_owned(), said::lives(sweep, run.replicates, run.worlds, language), said::laid(sweep, language)];
        terminal.note(&fitted(&parts, terminal.width));
    }
    if !show.is_silent() {
        for warning in Room::at(&path).warnings(&study.estimate(), job.asked.format(), &shown(&path), language) {
            terminal.note_wrapped(&warning, 2);
        }
    }
    let stop = stop::on_signals();
    let outcome = watched(said::LIVES, show, terminal, |progress| study.live_sweep(&attempt, &stop, progress));
    let outcome = outcome.map_err(|fault| trouble(&Trouble::from(fault), terminal))?;
    for part in attempt.set_aside() {
        terminal.note_wrapped(&words::set_aside(&part, language), 2);
    }
    if let Some(outcome) = outcome.filter(|outcome| outcome.interrupted) {
        let replicates = attempt.partial(study).map_err(|fault| trouble(&fault, terminal))?;
        if replicates > 0 {
            terminal.note_wrapped(&words::partial(replicates, &shown(&path), language), 0);
        }
        terminal.note_wrapped(&words::interrupted(outcome.done * 100 / study.lives().max(1), &shown(&path), language), 0);
        terminal.note(&format!("{} {}", words::CONTINUE.get(language), again(job, Some("--resume"), &["--force", "--resume"])));
        return Err(Stop::Told(Exit::Interrupted));
    }
    if !show.is_silent() {
        terminal.note(said::WRITING.get(language));
    }
    let command = job.command();
    let show_sweep = SweepPresentation { study, sweep, command: &command, language };
    let (findings, files) = attempt.finish(study, &show_sweep, &stop).map_err(|fault| trouble(&fault, terminal))?;
    let folder = shown(&path);
    if show.json {
        terminal.json(&object(job, sweep, &findings, &files, &folder))?;
    } else if show.quiet {
        terminal.say(&folder)?;
    } else {
        terminal.heading_of(&headline(job, language))?;
        terminal.say(&body(job, sweep, &findings, &files, &folder, terminal))?;
        if findings.failed > 0 {
            let all = sweep.points.len() as u64 * u64::from(findings.replicates);
            terminal.note(&terminal.error(&words::failed(findings.failed, all, &folder, language)));
        }
    }
    Ok(end(findings.failed, &findings.judged))
}

fn body(job: &Job<'_>, sweep: &Sweep, findings: &SweepFindings, files: &[Written], folder: &str, terminal: &Terminal) -> String {
    let (language, width) = (terminal.language, terminal.width);
    let question = job.study.scenario().question(language);
    let mut page = if question.is_empty() { String::new() } else { format!("\n{}", paragraph(question, 2, width)) };
    let full = findings.answers.iter().filter(|found| IN_FULL.contains(&found.answer.key));
    for found in full {
        page += &format!("\n{}\n{}", said::answer(found, language), levels(found, sweep, language).laid_out(width));
    }
    page += &paragraph(&said::read(sweep, language), 2, width);
    page += &format!("\n{}\n", said::WEIGHS.get(language));
    page += &findings.answers.iter().map(|found| paragraph(&said::heaviest(found, sweep, language), 2, width)).collect::<String>();
    if !findings.judged.is_empty() {
        page += &format!("\n{}\n", said::EXPECTED.get(language));
        page += &findings.judged.iter().map(|row| paragraph(&verdict::sentence(row, language), 2, width)).collect::<String>();
    }
    let pictures = files.iter().filter(|file| Path::new(&file.file).extension().is_some_and(|end| end == "svg")).count() as u64;
    let mut rows = vec![(format!("{FIGURES}/"), words::figures(pictures, language))];
    rows.extend(files.iter().filter_map(|file| Some((file.file.clone(), words::file(&file.file, file.rows, file.bytes, language)?))));
    page + &format!("\n{}\n{}", words::files_in(folder, language), definitions(&rows, width))
}

/// The levels of every factor, the heaviest factor first.
fn levels(found: &AnswerFindings, sweep: &Sweep, language: Language) -> Table {
    let decimals = said::decimals(found);
    let mut rows = Vec::new();
    for factor in found.order() {
        let effect = &found.factors[factor];
        let index =
            effect.indices.iter().find(|index| ["total", "mu_star", "first_order"].contains(&index.kind) && index.value.is_finite());
        let total = effect.indices.iter().find(|index| index.kind == "total" && index.value.is_finite()).or(index);
        let weight = total.map_or(String::new(), |index| said::weight(index, decimals, language));
        let step = effect.levels.len().div_ceil(MOST_LEVELS).max(1);
        for (at, level) in effect.levels.iter().step_by(step).enumerate() {
            let label = if at == 0 { said::factor(&sweep.factors[factor], language) } else { String::new() };
            let [mean, interval] = said::mean(level, decimals, language);
            rows.push(vec![label, said::level(level, language), mean, interval, if at == 0 { weight.clone() } else { String::new() }]);
        }
    }
    let mut table = Table::of(&said::HEADS, rows, language);
    table.heads.push(said::WEIGHT.get(language).to_owned());
    table
}

/// The same for programs.
fn object(job: &Job<'_>, sweep: &Sweep, findings: &SweepFindings, files: &[Written], folder: &str) -> Value {
    let answer = |found: &AnswerFindings| {
        let factors = sweep.factors.iter().zip(&found.factors).map(|(factor, effect)| {
            let level = |level: &crate::comparison::factor::LevelMean| {
                json!({ "level": level.level, "bin": level.bin, "points": level.points, "mean": known(level.mean.mean), "lo": known(level.mean.low), "hi": known(level.mean.high) })
            };
            let index = |index: &crate::comparison::factor::Index| {
                json!({ "index": index.kind, "value": known(index.value), "lo": known(index.interval[0]), "hi": known(index.interval[1]) })
            };
            json!({
                "factor": factor.path, "levels": effect.levels.iter().map(level).collect::<Vec<_>>(), "indices": effect.indices.iter().map(index).collect::<Vec<_>>(),
            })
        });
        json!({ "outcome": found.answer.key, "unit": found.answer.unit, "mean": known(found.mean), "factors": factors.collect::<Vec<_>>() })
    };
    let scenario = job.study.scenario();
    json!({
        "name": job.study.name(), "title": scenario.title, "folder": folder, "design": job.study.design(), "seed": scenario.run.seed, "already_computed": false,
        "sweep": sweep.design.key(), "points": sweep.points.len(), "replicates": findings.replicates, "worlds": scenario.run.worlds, "failed": findings.failed,
        "outcomes": findings.answers.iter().map(answer).collect::<Vec<_>>(), "hypotheses": findings.judged.iter().map(page::judgement).collect::<Vec<_>>(),
        "files": files.iter().map(|file| json!({ "file": file.file, "rows": file.rows, "bytes": file.bytes })).collect::<Vec<_>>(),
    })
}
