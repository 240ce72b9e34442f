//! # `onfoot lock`
//!
//! Keeps the fingerprint of a design beside its file, with the time, before it is run: who reads the results can see that
//! nothing was changed afterwards.

use std::time::SystemTime;

use serde_json::json;

use super::Exit;
use super::arguments::Lock;
use super::hold::utc;
use super::reading::{form, read};
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::folder::lock::{Locked, beside, of};
use crate::folder::manifest::{VERSION, design_hash};
use crate::folder::{Inputs, write_file};
use crate::text::shown_path as shown;
use crate::words::screen::lock as words;

pub(super) fn lock(asked: &Lock, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let Some(reading) = read(&asked.file, &asked.change, form(None, asked.json), terminal) else { return Ok(Exit::Input) };
    let design = design_hash(&reading.scenario);
    let path = beside(&asked.file);
    let shown = shown(&path);
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
        // the lock that is there is no input of this command: it is what is made anew
        let inputs = Inputs::files(reading.inputs.iter().map(|input| input.path.clone()));
        if let Err(fault) = write_file(&path, text.as_bytes(), &inputs, asked.force) {
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
