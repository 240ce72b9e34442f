//! # `onfoot check`
//!
//! Reads scenarios and says what a run of each would do and take; no results are made and nothing is written.

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Check;
use super::estimate::Estimate;
use super::layout::{definitions, paragraph};
use super::reading::{form, read};
use super::room::Room;
use super::terminal::{Stop, Terminal};
use crate::ensemble::plan::plan;
use crate::folder::manifest;
use crate::folder::{self, There};
use crate::scenario::Scenario;
use crate::table::Format;
use crate::text::{Text, shown_path as shown};
use crate::threads;
use crate::words::screen::check as words;

pub(super) fn check(asked: &Check, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let form = form(asked.error_format, asked.json);
    let mut exit = Exit::Done;
    let mut files = Vec::new();
    for (i, file) in asked.file.iter().enumerate() {
        let name = file.display().to_string();
        let Some(reading) = read(file, &asked.change, form, terminal) else {
            exit = Exit::Input;
            files.push(json!({ "file": name, "valid": false }));
            continue;
        };
        if asked.quiet {
            continue;
        }
        let found = Found::of(&reading.scenario, &folder::default_path(file));
        if asked.json {
            let mut object = json!({ "file": name, "valid": true, "warnings": reading.warnings.len(), "title": reading.scenario.title });
            found.put(&mut object, &reading.scenario);
            files.push(object);
        } else {
            if i > 0 {
                terminal.say("")?;
            }
            terminal.heading(&words::fine(&name, reading.scenario.title(terminal.language), terminal.language))?;
            terminal.say(&definitions(&found.rows(&reading.scenario, terminal), terminal.width))?;
            for warning in found.room.warnings(&found.estimate, Format::Parquet, &found.folder, terminal.language) {
                terminal.note(&paragraph(&warning, 2, terminal.width));
            }
        }
    }
    if asked.json {
        terminal.data(&serde_json::to_string_pretty(&json!({ "files": files })).expect("made of numbers and texts"))?;
    }
    Ok(exit)
}

/// What is known of a run before it starts.
struct Found {
    estimate: Estimate,
    /// Where its results go when nobody says so, what is there already, and what is free there.
    folder: String,
    there: Option<There>,
    room: Room,
}

impl Found {
    fn of(scenario: &Scenario, path: &std::path::Path) -> Self {
        let plans = plan(scenario);
        let design = manifest::design_hash(scenario);
        let there = There::of(path, scenario, &plans, &design);
        let estimate = Estimate::of(&plans, threads::count(0)).paced();
        Self { estimate, folder: shown(path), there, room: Room::at(path) }
    }

    /// Replicates that are there already.
    fn kept(&self) -> u64 {
        match self.there {
            Some(There::All) => self.estimate.lives(),
            Some(There::Some(lives)) => lives,
            None => 0,
        }
    }

    /// Seconds until the rest is there.
    fn seconds(&self) -> f64 {
        self.estimate.seconds(1.0 - self.kept() as f64 / self.estimate.lives().max(1) as f64)
    }

    fn rows(&self, scenario: &Scenario, terminal: &Terminal) -> Vec<(String, String)> {
        let (language, estimate, threads) = (terminal.language, &self.estimate, self.estimate.threads);
        let disk = &estimate.disk;
        let parts = [disk.tables(Format::Parquet), disk.pictures, disk.kept];
        let [finished, csv] = [Format::Parquet, Format::Csv].map(|format| disk.finished(format));
        let said = |label: Text, value: String| (label.get(language).to_owned(), value);
        let mut rows = vec![
            said(words::PEOPLE, words::people(estimate.people, scenario.organisation.teams, estimate.relations, language)),
            said(words::LENGTH, words::length(scenario.run.length, language)),
            said(words::LIVES, words::lives(estimate.arms, estimate.twins, &scenario.run, estimate.lives(), language)),
            said(words::ROWS, words::rows(estimate.rows(), language)),
            said(words::TIME, words::time(self.seconds(), threads, language)),
            said(words::DISK, words::disk(finished, parts, disk.most(Format::Parquet), csv, language)),
            said(words::MEMORY, words::memory(estimate.memory(), threads, language)),
        ];
        match self.there {
            Some(There::All) => rows.push(said(words::THERE, words::complete(&self.folder, language))),
            Some(There::Some(lives)) => {
                rows.push(said(words::THERE, words::there(lives, estimate.lives(), &self.folder, language)));
            }
            None => {}
        }
        rows
    }

    /// The same as numbers.
    fn put(&self, object: &mut Value, scenario: &Scenario) {
        let (estimate, disk, run) = (&self.estimate, &self.estimate.disk, &scenario.run);
        let pairs = [
            ("arms", json!(estimate.arms)),
            ("twins", json!(estimate.twins)),
            ("replicates", json!(run.replicates)),
            ("worlds", json!(run.worlds)),
            ("lives", json!(estimate.lives())),
            ("days", json!(run.length)),
            ("people", json!(estimate.people)),
            ("relations", json!(estimate.relations)),
            ("rows", json!(estimate.rows())),
            ("threads", json!(estimate.threads)),
            ("seconds", json!(self.seconds())),
            ("bytes", json!(disk.finished(Format::Parquet))),
            ("bytes_while_running", json!(disk.most(Format::Parquet))),
            ("bytes_csv", json!(disk.finished(Format::Csv))),
            ("bytes_csv_while_running", json!(disk.most(Format::Csv))),
            ("memory", json!(estimate.memory())),
            ("folder", json!(self.folder)),
            ("kept", json!(self.kept())),
            ("free_bytes", json!(self.room.disk)),
            ("free_memory", json!(self.room.memory)),
            ("fits", json!(self.room.fits(estimate, Format::Parquet))),
        ];
        pairs.into_iter().for_each(|(key, value)| object[key] = value);
    }
}
