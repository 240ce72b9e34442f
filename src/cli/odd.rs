//! # `onfoot odd`
//!
//! The ODD protocol of the model and a scenario, to stdout or to a file.

use super::arguments::{Change, Odd};
use super::reading::{form, read};
use super::terminal::{Stop, Terminal};
use super::{Exit, usage};
use crate::folder::{Inputs, write_file};
use crate::report::odd::odd;
use crate::scenario::Scenario;
use crate::text::{on_one_line, shown_path as shown};
use crate::words::odd as words;

pub(super) fn tell(asked: &Odd, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let (scenario, inputs) = match &asked.file {
        Some(file) => match read(file, &Change::default(), form(None, false), terminal) {
            Some(reading) => (reading.scenario.clone(), Inputs::of(&reading)),
            None => return Ok(Exit::Input),
        },
        None => (Scenario::default(), Inputs::default()),
    };
    let name = asked.file.as_ref().map(|file| on_one_line(&shown(file)));
    let protocol = odd(&scenario, name.as_deref(), language);
    let Some(output) = &asked.output else {
        terminal.data(&protocol)?;
        return Ok(Exit::Done);
    };
    if let Err(fault) = write_file(output, protocol.as_bytes(), &inputs, false) {
        terminal.note(&usage::error(&fault.say(language), terminal));
        return Ok(Exit::Input);
    }
    terminal.say(&words::written(&shown(output), language))?;
    Ok(Exit::Done)
}
