//! # `onfoot schema`

use super::Exit;
use super::terminal::{Stop, Terminal};
use crate::scenario::schema::schema;

/// Writes the JSON Schema of scenario files to stdout.
pub(super) fn show(terminal: &mut Terminal) -> Result<Exit, Stop> {
    terminal.json(&schema())?;
    Ok(Exit::Done)
}
