//! # Asking about one life
//!
//! What `why` and `story` share: which life is meant, and where its picture goes.

use std::path::{Path, PathBuf};

use super::arguments::{Life, Output};
use super::hold;
use super::terminal::{Stop, Terminal};
use crate::report::answer::Answer;
use crate::study::replay::{Replay, Which};
use crate::text::shown_path as shown;
use crate::words::screen::replay as words;

/// The life that is asked for.
pub(super) fn find(dir: &Path, asked: &Life, terminal: &Terminal) -> Result<Replay, Stop> {
    let _hold = hold::look(dir, terminal)?;
    let which = Which { arm: asked.arm.clone(), replicate: asked.replicate, world: asked.world };
    Replay::find(dir, &which).map_err(|lacking| terminal.refuse(&lacking.say(terminal.language)))
}

/// Puts the picture that answers a question about a life of `dir` beside it, or where it was asked for; the name of the picture.
pub(super) fn keep(
    dir: &Path,
    asked: &Output,
    replay: &Replay,
    answer: Option<Answer>,
    terminal: &Terminal,
) -> Result<Option<PathBuf>, Stop> {
    let (Some(answer), asked) = (answer, asked.output.as_deref()) else { return Ok(None) };
    let _hold = hold::moment(asked.unwrap_or(dir), terminal)?;
    let kept = answer.keep(dir, asked, replay, terminal.language);
    kept.map(Some).map_err(|fault| terminal.refuse(&fault.say(terminal.language)))
}

/// Says where the picture is.
pub(super) fn say_picture(file: Option<&Path>, terminal: &mut Terminal) -> Result<(), Stop> {
    let Some(file) = file else { return Ok(()) };
    terminal.say("")?;
    terminal.say_wrapped(&words::pictures(&shown(file), terminal.language), 0)
}
