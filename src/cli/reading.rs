//! # Reading with all that is wrong told
//!
//! Shared by `run` and `check`: the scenario, or its faults on stderr in the form asked for.

use std::env;
use std::path::Path;

use super::arguments::{Change, ErrorFormat};
use super::fault::{Form, render};
use super::terminal::Terminal;
use crate::scenario::fault::Fault;
use crate::scenario::read::{self, Reading};

/// The form in which faults are told: as asked; for programs and screen readers what they can use; else graphic.
pub(super) fn form(asked: Option<ErrorFormat>, json: bool) -> Form {
    match asked {
        Some(ErrorFormat::Short) => Form::Short,
        Some(ErrorFormat::Json) => Form::Json,
        Some(ErrorFormat::Narrated) => Form::Narrated,
        None if json => Form::Json,
        None if env::var_os("NO_GRAPHICS").is_some_and(|value| !value.is_empty()) => Form::Narrated,
        Some(ErrorFormat::Graphic) | None => Form::Graphic,
    }
}

/// The scenario in `file`, warnings told; `None` when it is wrong, which is told too.
pub(super) fn read(file: &Path, change: &Change, form: Form, terminal: &Terminal) -> Option<Reading> {
    let (faults, reading) = match read::read(file, &change.settings()) {
        Ok(reading) => (reading.warnings.clone(), Some(reading)),
        Err(faults) => (faults, None),
    };
    if !faults.is_empty() {
        tell(&faults, form, terminal);
    }
    reading
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
