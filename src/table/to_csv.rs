//! # CSV
//!
//! UTF-8, a header, commas, decimal points, nothing for a missing value, quotes only where a text needs them; or the dialect that
//! the folder has. No text begins as a formula would in a spreadsheet: see [`safe`].

use std::io::{Error, ErrorKind, Write};

use super::cells::Cells;
use super::column::Table;
use super::formula::safe;
use crate::folder::{Dialect, Draft, Folder, FolderError};

/// A CSV file under way.
pub(super) struct CsvFile {
    name: String,
    folder: Folder,
    out: csv::Writer<Draft>,
    /// Appends a number.
    number: fn(&mut Vec<u8>, f64),
}

impl CsvFile {
    pub(super) fn begin(folder: &Folder, table: &Table, number: fn(&mut Vec<u8>, f64)) -> Result<Self, FolderError> {
        let name = format!("{}.csv", table.name);
        let out = folder.dialect().writer(folder.draft(&name)?).map_err(|error| folder.error(&name, &error))?;
        let mut file = Self { name, folder: folder.clone(), out, number };
        let header = table.columns.iter().map(|column| column.name.as_bytes());
        file.out.write_record(header).map_err(|error| file.error(error))?;
        Ok(file)
    }

    pub(super) fn write(&mut self, columns: &[Cells], rows: usize) -> Result<(), FolderError> {
        let mut text = Vec::with_capacity(32);
        (0..rows).try_for_each(|row| self.write_row(columns, row, &mut text)).map_err(|error| self.error(error))
    }

    fn write_row(&mut self, columns: &[Cells], row: usize, text: &mut Vec<u8>) -> csv::Result<()> {
        for cells in columns {
            text.clear();
            match cells {
                Cells::U32(values) if values[row] == u32::MAX => {}
                Cells::U32(values) => write!(text, "{}", values[row])?,
                Cells::U64(values) => write!(text, "{}", values[row])?,
                Cells::F64(values) => {
                    (self.number)(text, values[row]);
                    if self.folder.dialect() == Dialect::ExcelBe {
                        text.iter_mut().filter(|byte| **byte == b'.').for_each(|byte| *byte = b',');
                    }
                }
                Cells::Str(words) => text.extend_from_slice(safe(words.word(row)).as_bytes()),
            }
            self.out.write_field(&text)?;
        }
        self.out.write_record(None::<&[u8]>)
    }

    pub(super) fn finish(self) -> Result<Draft, FolderError> {
        let Self { name, folder, out, .. } = self;
        out.into_inner().map_err(|error| folder.error(&name, error.error()))
    }

    fn error(&self, error: csv::Error) -> FolderError {
        self.folder.error(&self.name, &on_disk(error))
    }
}

/// What the disk said, so that a full one is told from a broken table.
fn on_disk(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => Error::new(ErrorKind::InvalidData, format!("{other:?}")),
    }
}
