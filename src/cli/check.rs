//! # `onfoot check`
//!
//! Reads scenarios and says what a run of each would do; nothing is lived and nothing written.

use std::thread;

use serde_json::json;

use super::Exit;
use super::arguments::Check;
use super::estimate::Estimate;
use super::layout::definitions;
use super::reading::{form, read};
use super::terminal::{Stop, Terminal};
use crate::ensemble::plan::plan;
use crate::scenario::Scenario;
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
        let estimate = Estimate::of(&plan(&reading.scenario));
        let threads = thread::available_parallelism().map_or(1, usize::from);
        if asked.json {
            files.push(json!({
                "file": name, "valid": true, "warnings": reading.warnings.len(), "title": reading.scenario.title, "arms": estimate.arms,
                "twins": estimate.twins, "replicates": reading.scenario.run.replicates, "worlds": reading.scenario.run.worlds, "lives": estimate.lives(), "days": reading.scenario.run.length,
                "people": estimate.people, "relations": estimate.relations, "rows": estimate.rows(),
                "seconds": estimate.seconds(threads), "bytes": estimate.bytes(),
            }));
        } else if !asked.quiet {
            if i > 0 {
                terminal.say("")?;
            }
            terminal.heading(&words::fine(&name, reading.scenario.title(terminal.language), terminal.language))?;
            let rows = rows(&reading.scenario, &estimate, threads, terminal);
            terminal.say(&definitions(&rows, terminal.width))?;
        }
    }
    if asked.json {
        terminal.data(&serde_json::to_string_pretty(&json!({ "files": files })).expect("made of numbers and texts"))?;
    }
    Ok(exit)
}

fn rows(scenario: &Scenario, estimate: &Estimate, threads: usize, terminal: &Terminal) -> Vec<(String, String)> {
    let language = terminal.language;
    let said = |label: crate::text::Text, value: String| (label.get(language).to_owned(), value);
    vec![
        said(words::PEOPLE, words::people(estimate.people, scenario.organisation.teams, estimate.relations, language)),
        said(words::LENGTH, words::length(scenario.run.length, language)),
        said(words::LIVES, words::lives(estimate.arms, estimate.twins, &scenario.run, estimate.lives(), language)),
        said(words::ROWS, words::rows(estimate.rows(), estimate.bytes(), language)),
        said(words::TIME, words::time(estimate.seconds(threads), threads, language)),
    ]
}
