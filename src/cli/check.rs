//! # `onfoot check`
//!
//! Reads scenarios and says what a run of each would do and take; no results are made and nothing is written.

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Check;
use super::pace::paced;
use super::reading::read;
use super::terminal::{Stop, Terminal};
use crate::folder::{There, default_path};
use crate::scenario::Sweep;
use crate::study::Study;
use crate::study::estimate::Estimate;
use crate::study::outlook::Outlook;
use crate::table::Format;
use crate::text::{Language, Text, bounded, shown_path as shown};
use crate::words::screen::quantity::size;
use crate::words::screen::{check as words, sweep as sweep_words};

pub(super) fn check(asked: &Check, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, form) = (terminal.language, asked.faults.form(&asked.show));
    let mut exit = Exit::Done;
    let mut files = Vec::new();
    for (i, file) in asked.file.iter().enumerate() {
        let name = file.display().to_string();
        let Ok(reading) = read(file, &asked.change, form, terminal) else {
            exit = Exit::Input;
            files.push(json!({ "file": name, "valid": false }));
            continue;
        };
        if asked.show.quiet {
            continue;
        }
        let study = Study::of(reading, file, asked.change.settings());
        if let Some(sweep) = study.scenario().sweep.as_deref() {
            let estimate = paced(study.estimate());
            if asked.show.json {
                files.push(sweep_object(&name, &study, sweep, estimate));
            } else {
                if i > 0 {
                    terminal.say("")?;
                }
                heading(&name, study.scenario().title(language), terminal)?;
                terminal.definitions(&sweep_rows(&study, sweep, estimate, language))?;
            }
            continue;
        }
        let outlook = study.outlook(&default_path(file));
        let outlook = Outlook { estimate: paced(outlook.estimate), ..outlook };
        if asked.show.json {
            files.push(object(&name, &study, &outlook));
            continue;
        }
        if i > 0 {
            terminal.say("")?;
        }
        terminal.heading(&words::fine(&name, study.scenario().title(language), language))?;
        terminal.definitions(&rows(&study, &outlook, terminal))?;
        for warning in outlook.room.warnings(&outlook.estimate, Format::Parquet, &shown(&outlook.folder), language) {
            terminal.note_wrapped(&warning, 2);
        }
    }
    if asked.show.json {
        terminal.json(&json!({ "files": files }))?;
    }
    Ok(exit)
}

fn rows(study: &Study, outlook: &Outlook, terminal: &Terminal) -> Vec<(String, String)> {
    let (language, scenario, estimate) = (terminal.language, study.scenario(), &outlook.estimate);
    let (disk, threads) = (&estimate.disk, estimate.threads);
    let parts = [disk.tables(Format::Parquet), disk.pictures, disk.kept];
    let [finished, csv] = [Format::Parquet, Format::Csv].map(|format| disk.finished(format));
    let said = |label: Text, value: String| (label.get(language).to_owned(), value);
    let mut rows = vec![
        said(words::PEOPLE, words::people(estimate.people, scenario.organisation.teams, estimate.relations, language)),
        said(words::LENGTH, words::length(scenario.run.length, language)),
        said(words::LIVES, words::lives(estimate.arms, estimate.twins, &scenario.run, estimate.lives(), language)),
        said(words::ROWS, words::rows(estimate.rows(), language)),
        said(words::TIME, words::time(outlook.seconds(), threads, language)),
        said(words::DISK, words::disk(finished, parts, disk.most(Format::Parquet), csv, language)),
        said(words::MEMORY, words::memory(estimate.memory(), threads, language)),
    ];
    let folder = shown(&outlook.folder);
    match outlook.there {
        Some(There::All) => rows.push(said(words::THERE, words::complete(&folder, language))),
        Some(There::Some(lives)) => rows.push(said(words::THERE, words::there(lives, estimate.lives(), &folder, language))),
        None => {}
    }
    rows
}

/// That a sweep holds, and its title, below it where there is no room beside it.
fn heading(name: &str, title: &str, terminal: &mut Terminal) -> Result<(), Stop> {
    let parts = [words::fine(name, "", terminal.language), bounded(title, words::LONGEST_TITLE).into_owned()];
    terminal.heading_of(&parts[..if title.is_empty() { 1 } else { 2 }])
}

/// What the sweep of a scenario would be and take.
fn sweep_rows(study: &Study, sweep: &Sweep, estimate: Estimate, language: Language) -> Vec<(String, String)> {
    let (run, said) = (&study.scenario().run, |label: Text, value: String| (label.get(language).to_owned(), value));
    vec![
        said(sweep_words::POINTS, sweep_words::laid(sweep, language)),
        said(words::LENGTH, words::length(run.length, language)),
        said(words::LIVES, sweep_words::lives(sweep, run.replicates, run.worlds, language)),
        said(words::TIME, words::time(estimate.seconds(1.0), estimate.threads, language)),
        said(words::DISK, size(estimate.disk.most(Format::Parquet), language)),
        said(words::MEMORY, words::memory(estimate.memory(), estimate.threads, language)),
    ]
}

fn sweep_object(name: &str, study: &Study, sweep: &Sweep, estimate: Estimate) -> Value {
    let run = &study.scenario().run;
    json!({
        "file": name, "valid": true, "warnings": study.reading().warnings.len(), "title": study.scenario().title,
        "sweep": sweep.design.key(), "factors": sweep.factors.iter().map(|factor| &factor.path).collect::<Vec<_>>(), "points": sweep.points.len(),
        "replicates": run.replicates, "worlds": run.worlds, "lives": sweep.points.len() as u64 * u64::from(run.replicates) * u64::from(run.worlds),
        "days": run.length, "people": estimate.people, "relations": estimate.relations, "rows": estimate.lives(),
        "threads": estimate.threads, "seconds": estimate.seconds(1.0), "bytes": estimate.disk.finished(Format::Parquet), "bytes_while_running": estimate.disk.most(Format::Parquet), "memory": estimate.memory(),
        "folder": shown(&default_path(std::path::Path::new(name))),
    })
}

fn object(name: &str, study: &Study, outlook: &Outlook) -> Value {
    let (estimate, disk, run) = (&outlook.estimate, &outlook.estimate.disk, &study.scenario().run);
    json!({
        "file": name, "valid": true, "warnings": study.reading().warnings.len(), "title": study.scenario().title,
        "arms": estimate.arms, "twins": estimate.twins, "replicates": run.replicates, "worlds": run.worlds, "lives": estimate.lives(),
        "days": run.length, "people": estimate.people, "relations": estimate.relations, "rows": estimate.rows(),
        "threads": estimate.threads, "seconds": outlook.seconds(),
        "bytes": disk.finished(Format::Parquet), "bytes_while_running": disk.most(Format::Parquet),
        "bytes_csv": disk.finished(Format::Csv), "bytes_csv_while_running": disk.most(Format::Csv),
        "memory": estimate.memory(), "folder": shown(&outlook.folder), "kept": outlook.kept(),
        "free_bytes": outlook.room.disk, "free_memory": outlook.room.memory,
        "fits": outlook.room.fits(estimate, Format::Parquet),
    })
}
