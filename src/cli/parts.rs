//! # `onfoot parts`
//!
//! Reads a scenario and says into how many parts it had best be cut for many machines, what each takes, and which replicates it holds.

use std::ffi::OsString;

use serde_json::json;

use super::Exit;
use super::arguments::Parts;
use super::pace::paced;
use super::part::{line, line_of, words_of_run};
use super::reading::read;
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::folder::default_path;
use crate::study::Study;
use crate::study::parts::Part;
use crate::text::{bounded, shell_word as quoted, shown_path as shown};
use crate::threads;
use crate::words::screen::check as check_words;
use crate::words::screen::parts as words;
use crate::words::screen::run as run_words;
use crate::words::screen::sweep as sweep_words;

/// Rows of the cut that a screen shows, the last apart.
const SHOWN: u32 = 12;

pub(super) fn parts(asked: &Parts, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let reading = read(&asked.file, &asked.change, asked.faults.form(&asked.show), terminal)?;
    let study = Study::of(reading, &asked.file, asked.change.settings()).threads(asked.threads.count());
    let (replicates, threads) = (study.replicates_in_all(), threads::count(asked.threads.count()));
    let whole = study.estimate();
    let here = paced(whole);
    let advised = study.advised_parts(&here);
    let of = asked.of.unwrap_or(advised);
    if of > replicates {
        return Err(terminal.refuse(&words::too_many(of, replicates, language)));
    }
    let pace = here.seconds_of_living() / whole.seconds_of_living();
    let portion = study.portion(of, threads, pace);
    let folder = asked.output.or(default_path(&asked.file));
    let command = words_of_run(typed, "parts", &[], &["--of"]);
    let cut = |number: u32| {
        let part = Part::new(number, of)?;
        let (first, after) = part.range(replicates);
        Some((number, first, after - 1, study.lives_in(part)))
    };
    let merge = format!("onfoot merge {}", quoted(&shown(&folder)));
    if asked.show.json {
        let rows: Vec<_> = (1..=of)
            .filter_map(cut)
            .map(|(part, first, last, lives)| json!({ "part": part, "first_replicate": first, "last_replicate": last, "lives": lives }))
            .collect();
        terminal.json(&json!({
            "file": asked.file.display().to_string(), "design": study.design(), "replicates": replicates, "worlds": study.scenario().run.worlds,
            "arms": whole.arms, "twins": whole.twins, "lives": study.lives(), "advised": advised, "of": of, "threads": threads,
            "each": { "lives": portion.lives, "seconds": portion.seconds, "memory": portion.memory, "bytes": portion.disk },
            "seconds": here.seconds_of_living(), "parts": rows, "folder": shown(&folder),
            "run": line_of(&command, "K/N", &folder).replace("K/N", &format!("K/{of}")), "merge": merge,
        }))?;
        return Ok(Exit::Done);
    }
    if asked.show.quiet {
        terminal.say(&of.to_string())?;
        return Ok(Exit::Done);
    }
    let scenario = study.scenario();
    let title = bounded(scenario.title(language), check_words::LONGEST_TITLE).into_owned();
    let heading = [check_words::fine(&asked.file.display().to_string(), "", language), title];
    terminal.heading_of(&heading[..if heading[1].is_empty() { 1 } else { 2 }])?;
    let lives = match &scenario.sweep {
        Some(sweep) => sweep_words::lives(sweep, scenario.run.replicates, scenario.run.worlds, language),
        None => check_words::lives(whole.arms, whole.twins, &scenario.run, study.lives(), language),
    };
    let said = |label: crate::text::Text, value: String| (label.get(language).to_owned(), value);
    terminal.definitions(&[
        said(check_words::LIVES, lives),
        said(words::PARTS, words::advised(of, advised, asked.of.is_some(), language)),
        said(words::EACH, words::each(portion.lives, portion.seconds, threads, language)),
        said(check_words::MEMORY, words::memory(portion.memory, language)),
        said(check_words::DISK, words::disk(portion.disk, language)),
    ])?;
    terminal.say("")?;
    let row = |(number, first, last, lives): (u32, u32, u32, u64)| {
        vec![number.to_string(), first.to_string(), last.to_string(), lives.to_string()]
    };
    let mut rows: Vec<Vec<String>> = (1..=of.min(SHOWN)).filter_map(cut).map(row).collect();
    if of > SHOWN {
        if of > SHOWN + 1 {
            rows.push(vec!["...".to_owned(), String::new(), String::new(), String::new()]);
        }
        rows.extend(cut(of).map(row));
    }
    terminal.table(&Table::of(&words::CUT, rows, language))?;
    terminal.say("")?;
    terminal.say(run_words::NEXT.get(language))?;
    let first = Part::new(1, of).map_or_else(String::new, |part| line(&command, part, &folder));
    terminal.say(&format!("  {first}\n  {merge}"))?;
    terminal.say_wrapped(&words::anywhere(of, language), 0)?;
    Ok(Exit::Done)
}
