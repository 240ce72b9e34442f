//! # `onfoot odd`
//!
//! The ODD protocol of the model and a scenario, to stdout or to a file.

use std::fs;
use std::path::Path;

use super::arguments::{Change, Odd};
use super::reading::{form, read};
use super::terminal::{Stop, Terminal};
use super::{Exit, usage};
use crate::report::folder::write_text;
use crate::report::odd::odd;
use crate::scenario::Scenario;
use crate::words::odd as words;

pub(super) fn tell(asked: &Odd, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let scenario = match &asked.file {
        Some(file) => match read(file, &Change::default(), form(None, false), terminal) {
            Some(reading) => reading.scenario,
            None => return Ok(Exit::Input),
        },
        None => Scenario::default(),
    };
    let name = asked.file.as_ref().map(|file| file.display().to_string());
    let protocol = odd(&scenario, name.as_deref(), language);
    let Some(output) = &asked.output else {
        terminal.data(&protocol)?;
        return Ok(Exit::Done);
    };
    let fault = match &asked.file {
        Some(file) if same(file, output) => Some(words::over_the_scenario(&output.display().to_string(), language)),
        _ => write_text(output, &protocol).err().map(|fault| fault.say(language)),
    };
    if let Some(fault) = fault {
        terminal.note(&usage::error(&fault, terminal));
        return Ok(Exit::Input);
    }
    terminal.say(&words::written(&output.display().to_string(), language))?;
    Ok(Exit::Done)
}

/// Whether two paths lead to one file.
fn same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().zip(fs::canonicalize(other).ok()).is_some_and(|(one, other)| one == other)
}
