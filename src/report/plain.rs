//! # Small tables
//!
//! Rows of text that fit into memory, as CSV, complete or not there.

use std::io::{Error, Write as _};
use std::path::Path;

use super::folder::{Draft, FolderError, Written};
use super::table::{Dialect, Rows, Table};

/// Writes the rows of a table into `folder`, which is made if it is not there. Each row has a cell for each column.
pub(super) fn write(
    folder: &Path,
    table: &Table,
    dialect: Dialect,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<Written, FolderError> {
    let name = &format!("{}.csv", table.name);
    let fault = |error: csv::Error| FolderError::from_io(folder, name, &Error::other(error));
    let mut out = dialect.writer(Draft::in_folder(folder, name)?).map_err(|error| FolderError::from_io(folder, name, &error))?;
    out.write_record(table.heads()).map_err(fault)?;
    let mut lines = 0;
    for row in rows {
        let cells = row.iter().zip(&table.columns).map(|(text, column)| dialect.cell(column.kind, text).into_owned());
        out.write_record(cells).map_err(fault)?;
        debug_assert_eq!(row.len(), table.columns.len(), "{name}: a row has as many cells as the table has columns");
        lines += 1;
    }
    let draft = out.into_inner().map_err(|error| FolderError::from_io(folder, name, error.error()))?;
    draft.publish(Some(lines))
}

/// Writes a text as `name` into `folder`, which is made if it is not there.
pub(super) fn text(folder: &Path, name: &str, text: &str) -> Result<Written, FolderError> {
    let mut draft = Draft::in_folder(folder, name)?;
    draft.write_all(text.as_bytes()).map_err(|error| draft.error(&error))?;
    draft.publish(None)
}

/// One column of a small table in `folder`; nothing if there is none.
pub(super) fn column(folder: &Path, table: &Table, name: &str) -> Option<Vec<String>> {
    let rows = Rows::open(&folder.join(format!("{}.csv", table.name)), table).ok()?;
    let at = rows.place(name)?;
    Some(rows.flatten().map(|row| row.get(at).unwrap_or_default().to_owned()).collect())
}
