//! # Small tables
//!
//! Rows of text that fit into memory, as CSV, complete or not there.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break. A text that begins so gets an apostrophe
//! before it in every CSV that onfoot writes ([`safe`]), which is taken away where onfoot reads the file again ([`meant`]). Numbers
//! stay as they are, and so do texts in Parquet.

use std::borrow::Cow;
use std::io::{Error, ErrorKind};
use std::path::Path;

use super::{Rows, Table};
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

/// What begins a formula in a spreadsheet.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Whether a spreadsheet would run this text, were the apostrophes before it not there.
fn runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// A text as a cell that no spreadsheet runs.
pub(crate) fn safe(text: &str) -> Cow<'_, str> {
    if runs(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that a cell stands for.
pub(crate) fn meant(cell: &str) -> &str {
    if runs(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula_every_text_is_read_as_it_was_and_numbers_are_numbers() {
        for text in ["=1+1", "+a", "-foo", "@sum", "\t=1", "'=1", "''-x", "plain", "'tis", "", "a=b"] {
            let cell = safe(text);
            assert!(!cell.starts_with(FORMULA), "{cell}");
            assert_eq!(meant(&cell), text);
        }
        assert_eq!(
            (safe("=1"), cell_of("-0.5"), cell_of("1e-7"), cell_of("-x")),
            ("'=1".into(), "-0.5".into(), "1e-7".into(), "'-x".into())
        );
    }
}
