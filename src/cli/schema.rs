//! # `onfoot schema`

use super::Exit;
use super::terminal::{Stop, Terminal};
use crate::scenario::schema::schema;

/// Writes the JSON Schema of scenario files to stdout.
pub(super) fn show(terminal: &mut Terminal) -> Result<Exit, Stop> {
    terminal.data(&serde_json::to_string_pretty(&schema()).expect("a schema is JSON"))?;
    Ok(Exit::Done)
}
