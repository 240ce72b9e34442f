//! # `onfoot lock`
//!
//! Keeps the fingerprint of a design beside its file, with the time, before it is run: who reads the results can see that
//! nothing was changed afterwards.

use serde_json::json;

use super::hold::{now, utc};
use super::reading::read;
use super::terminal::fault::Form;
use super::terminal::{Stop, Terminal};
use super::{Exit, arguments};
use crate::folder::lock::{Lock, beside, of};
use crate::folder::manifest::{VERSION, design_hash};
use crate::folder::{Inputs, write_file};
use crate::text::shown_path as shown;
use crate::words::screen::lock as words;

pub(super) fn lock(asked: &arguments::Lock, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let reading = read(&asked.file, &asked.change, Form::usual(asked.json), terminal)?;
    let (design, path) = (design_hash(&reading.scenario), beside(&asked.file));
    let locked = match of(&asked.file) {
        Some(known) if known.design == design => known,
        Some(known) if !asked.force => {
            terminal.note(&terminal.error(&words::other(&shown(&path), &known.at, language)));
            return Ok(Exit::SaysNo);
        }
        _ => {
            let seconds = now();
            let locked = Lock { version: VERSION.to_owned(), design, seconds, at: utc(seconds), settings: asked.change.settings() };
            let text = serde_json::to_string_pretty(&locked).expect("made of numbers and texts") + "\n";
            // the lock that is there is no input of this command: it is what is made anew
            let inputs = Inputs::files(reading.inputs.iter().map(|input| input.path.clone()));
            write_file(&path, text.as_bytes(), &inputs, asked.force).map_err(|fault| terminal.refuse(&fault.say(language)))?;
            locked
        }
    };
    let hypotheses = reading.scenario.hypotheses.len();
    if asked.json {
        terminal.json(&json!({ "design": locked.design, "at": locked.at, "hypotheses": hypotheses, "file": shown(&path) }))?;
    } else {
        terminal.say(&words::locked(&locked.design, &locked.at, hypotheses as u64, &shown(&path), language))?;
    }
    Ok(Exit::Done)
}
