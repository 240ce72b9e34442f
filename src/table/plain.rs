//! # Small tables
//!
//! Rows of text that fit into memory, as CSV, complete or not there.

use std::borrow::Cow;
use std::io::{Error, ErrorKind};
use std::path::Path;

use super::column::Table;
use super::dialect::Rows;
pub(crate) use super::formula::{meant, safe};
use crate::folder::{Folder, FolderError, Written};

/// Writes the rows of a table into `folder`, in its dialect. Each row has a cell for each column.
pub(crate) fn write(folder: &Folder, table: &Table, rows: impl IntoIterator<Item = Vec<String>>) -> Result<Written, FolderError> {
    let (name, dialect) = (&format!("{}.csv", table.name), folder.dialect());
    let fault = |error: csv::Error| folder.error(name, &on_disk(error));
    let mut out = dialect.writer(folder.draft(name)?).map_err(|error| folder.error(name, &error))?;
    out.write_record(table.heads()).map_err(fault)?;
    let mut lines = 0;
    for row in rows {
        let cells = row.iter().zip(&table.columns).map(|(text, column)| dialect.cell(column.kind, text).into_owned());
        out.write_record(cells).map_err(fault)?;
        debug_assert_eq!(row.len(), table.columns.len(), "{name}: a row has as many cells as the table has columns");
        lines += 1;
    }
    let draft = out.into_inner().map_err(|error| folder.error(name, error.error()))?;
    draft.publish(Some(lines))
}

/// What the disk said, so that a full one is told from a broken table.
pub(crate) fn on_disk(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => Error::new(ErrorKind::InvalidData, format!("{other:?}")),
    }
}

/// A cell that is a number or a text.
pub(crate) fn cell_of(cell: &str) -> Cow<'_, str> {
    if cell.parse::<f64>().is_ok() { Cow::Borrowed(cell) } else { safe(cell) }
}

/// One column of a small table in `folder`; nothing if there is none.
pub(crate) fn column(folder: &Path, table: &Table, name: &str) -> Option<Vec<String>> {
    let rows = Rows::open(&folder.join(format!("{}.csv", table.name)), table).ok()?;
    let at = rows.place(name)?;
    Some(rows.flatten().map(|row| row.get(at).unwrap_or_default().to_owned()).collect())
}
