//! # Reading with all that is wrong told
//!
//! The scenario, or its faults on stderr in the form asked for.

use std::path::Path;

use super::Exit;
use super::arguments::Change;
use super::terminal::fault::{Form, render};
use super::terminal::{Stop, Terminal};
use crate::folder::Inputs;
use crate::scenario::Scenario;
use crate::scenario::fault::Fault;
use crate::scenario::read::{self, Reading};
use crate::words::screen::sweep;

/// The scenario in `file`, warnings told; what is wrong with it is told too, and ends a command.
pub(super) fn read(file: &Path, change: &Change, form: Form, terminal: &Terminal) -> Result<Reading, Stop> {
    let (faults, reading) = match read::read(file, &change.settings()) {
        Ok(reading) => (reading.warnings.clone(), Ok(reading)),
        Err(faults) => (faults, Err(Stop::Told(Exit::Input))),
    };
    if !faults.is_empty() {
        tell(&faults, form, terminal);
    }
    reading
}

/// The same for a command that looks at one scenario and not at the points of a sweep.
pub(super) fn read_unswept(file: &Path, change: &Change, form: Form, terminal: &Terminal) -> Result<Reading, Stop> {
    let reading = read(file, change, form, terminal)?;
    match reading.scenario.sweep {
        Some(_) => Err(terminal.refuse(sweep::ONE_SCENARIO.get(terminal.language))),
        None => Ok(reading),
    }
}

/// The scenario in `file` as it stands, or the default one where none is given.
pub(super) fn read_or_default(file: Option<&Path>, terminal: &Terminal) -> Result<(Scenario, Inputs), Stop> {
    let Some(file) = file else { return Ok((Scenario::default(), Inputs::default())) };
    let reading = read(file, &Change::default(), Form::usual(false), terminal)?;
    let inputs = Inputs::of(&reading);
    Ok((reading.scenario, inputs))
}

/// Tells faults on stderr.
pub(super) fn tell(faults: &[Fault], form: Form, terminal: &Terminal) {
    let page = render(faults, form, terminal.language, terminal.colour_notes);
    match form {
        Form::Json => terminal.note_data(&page),
        Form::Graphic => terminal.note_painted(&page),
        Form::Short | Form::Narrated => terminal.note(&page),
    }
}
