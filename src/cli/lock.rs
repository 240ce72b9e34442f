//! # `onfoot lock`
//!
//! Keeps the fingerprint of a design beside its file, with the time, before it is run: who reads the results can see that
//! nothing was changed afterwards.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Exit;
use super::arguments::Lock;
use super::reading::{form, read};
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::report::folder::write_text;
use crate::report::manifest::{VERSION, design_hash};
use crate::scenario::disk;
use crate::scenario::resolved::resolved;
use crate::words::screen::lock as words;

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Locked {
    /// The program's version.
    pub version: String,
    /// The design's fingerprint.
    pub design: String,
    /// When, in seconds since 1970 and as people write it in UTC.
    pub seconds: u64,
    /// The same as a date.
    pub at: String,
    /// What was changed on the command line.
    pub settings: Vec<String>,
}

/// Where the lock of a scenario is.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

/// The lock of a scenario, if there is one that can be read.
pub(super) fn of(file: &Path) -> Option<Locked> {
    serde_json::from_str(&disk::text(&beside(file)).ok()?).ok()
}

pub(super) fn lock(asked: &Lock, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let Some(reading) = read(&asked.file, &asked.change, form(None, asked.json), terminal) else { return Ok(Exit::Input) };
    let design = design_hash(&resolved(&reading.scenario));
    let path = beside(&asked.file);
    let shown = path.display().to_string();
    let known = of(&asked.file);
    if let Some(known) = known.filter(|known| known.design != design && !asked.force) {
        terminal.note(&usage::error(&words::other(&shown, &known.at, language), terminal));
        return Ok(Exit::SaysNo);
    }
    let locked = if let Some(known) = of(&asked.file).filter(|known| known.design == design) {
        known
    } else {
        let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let locked = Locked { version: VERSION.to_owned(), design, seconds, at: utc(seconds), settings: asked.change.settings() };
        let text = serde_json::to_string_pretty(&locked).expect("made of numbers and texts") + "\n";
        if let Err(fault) = write_text(&path, &text) {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
        locked
    };
    if asked.json {
        let object = json!({ "design": locked.design, "at": locked.at, "hypotheses": reading.scenario.hypotheses.len(), "file": shown });
        terminal.data(&serde_json::to_string_pretty(&object).expect("made of numbers and texts"))?;
    } else {
        terminal.say(&words::locked(&locked.design, &locked.at, reading.scenario.hypotheses.len() as u64, &shown, language))?;
    }
    Ok(Exit::Done)
}

/// Seconds since 1970 as `2026-11-26 08:15:12 UTC`; nothing for a time that no calendar holds.
fn utc(seconds: u64) -> String {
    let time = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    time.map_or(String::new(), |time| time.format("%Y-%m-%d %H:%M:%S UTC").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_dates() {
        assert_eq!(utc(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(utc(951_782_400), "2000-02-29 00:00:00 UTC");
        assert_eq!(utc(1_795_680_912), "2026-11-26 08:15:12 UTC");
    }
}
