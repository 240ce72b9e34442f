//! # Working on a question
//!
//! What commands share that look for an answer over many lives: a folder that is held, and progress on the way.

use std::ffi::OsString;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::arguments::Show;
use super::reading::tell;
use super::terminal::fault::Form;
use super::terminal::progress::Progress;
use super::terminal::{Stop, Terminal};
use super::{Exit, hold, stop};
use crate::ensemble::run as ensemble;
use crate::folder::{Inputs, Kind, Shelf};
use crate::scenario::fault::Fault;
use crate::text::{Text, shell_word};

/// The folder for the answer.
pub(super) fn shelf(folder: &Path, kind: Kind, inputs: &Inputs, terminal: &Terminal) -> Result<Shelf, Stop> {
    let shelf = Shelf::open(folder, kind, inputs, &hold::who()).map_err(|fault| terminal.refuse(&fault.say(terminal.language)))?;
    hold::warn(shelf.is_open(), terminal);
    Ok(shelf)
}

/// Does the work, in which `each` is counted, with its progress shown unless nothing is to be said. It ends when somebody asks.
pub(super) fn worked<T>(
    each: Text,
    show: &Show,
    terminal: &Terminal,
    work: impl FnOnce(&AtomicBool, &(dyn Fn(ensemble::Progress) + Sync)) -> T,
) -> T {
    let stop = stop::on_signals();
    watched(each, show, terminal, |progress| work(&stop, progress))
}

/// The same for work of which something else says when it ends.
pub(super) fn watched<T>(each: Text, show: &Show, terminal: &Terminal, work: impl FnOnce(&(dyn Fn(ensemble::Progress) + Sync)) -> T) -> T {
    let progress = if show.is_silent() { Progress::silent(terminal) } else { Progress::shown(terminal) }.counting(each);
    let done = work(&|now| progress.at(now));
    progress.finish();
    done
}

/// The words typed, to be typed again.
pub(super) fn as_typed(typed: &[OsString]) -> String {
    typed.iter().map(|word| shell_word(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
}

/// What is wrong with settings, which ends a command.
pub(super) fn faulty(faults: &[Fault], show: &Show, terminal: &Terminal) -> Stop {
    tell(faults, if show.json { Form::Json } else { Form::Graphic }, terminal);
    Stop::Told(Exit::Input)
}
