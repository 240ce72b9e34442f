//! # Small tables
//!
//! Rows of text that fit into memory, as CSV, complete or not there.

use std::io::Write as _;
use std::path::Path;

use super::folder::{Draft, FolderError, Written};

/// Writes `rows`, the heads first, as `name` into `folder`, which is made if it is not there.
pub(super) fn write(folder: &Path, name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Result<Written, FolderError> {
    let mut out = csv::Writer::from_writer(Draft::in_folder(folder, name)?);
    let mut lines = 0;
    for row in rows {
        out.write_record(row).map_err(|error| FolderError::from_io(folder, name, &std::io::Error::other(error)))?;
        lines += 1;
    }
    let draft = out.into_inner().map_err(|error| FolderError::from_io(folder, name, error.error()))?;
    draft.publish(Some(lines - 1))
}

/// Writes a text as `name` into `folder`, which is made if it is not there.
pub(super) fn text(folder: &Path, name: &str, text: &str) -> Result<Written, FolderError> {
    let mut draft = Draft::in_folder(folder, name)?;
    draft.write_all(text.as_bytes()).map_err(|error| draft.error(&error))?;
    draft.publish(None)
}

/// One column of a small table; nothing if there is none.
pub(super) fn column(file: &Path, name: &str) -> Option<Vec<String>> {
    let mut reader = csv::Reader::from_path(file).ok()?;
    let at = reader.headers().ok()?.iter().position(|head| head == name)?;
    Some(reader.records().flatten().map(|row| row.get(at).unwrap_or_default().to_owned()).collect())
}

/// Heads as a row.
pub(super) fn heads<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}
