//! # CSV
//!
//! UTF-8, a header, commas, decimal points, nothing for a missing value, quotes only where a text needs them; or the dialect that
//! the folder has. No text begins as a formula would in a spreadsheet: see [`safe`].

use std::io::Write;

use super::cells::{Batch, Cells};
use super::column::Table;
use super::error::TableError;
use super::number::append_f64;
use crate::folder::Dialect;
use crate::folder::{Draft, Folder};
use crate::table::plain::{on_disk, safe};

/// A CSV file under way.
pub(super) struct CsvFile {
    name: String,
    folder: Folder,
    out: csv::Writer<Draft>,
}

impl CsvFile {
    pub(super) fn begin(folder: &Folder, table: &Table) -> Result<Self, TableError> {
        let name = format!("{}.csv", table.name);
        let out = folder.dialect().writer(folder.draft(&name)?).map_err(|error| folder.error(&name, &error))?;
        let mut file = Self { name, folder: folder.clone(), out };
        let header = table.columns.iter().map(|column| column.name.as_bytes());
        file.out.write_record(header).map_err(|error| file.error(error))?;
        Ok(file)
    }

    pub(super) fn write(&mut self, batch: &Batch) -> Result<(), TableError> {
        let mut text = Vec::with_capacity(32);
        (0..batch.rows()).try_for_each(|row| self.write_row(batch, row, &mut text)).map_err(|error| self.error(error))
    }

    fn write_row(&mut self, batch: &Batch, row: usize, text: &mut Vec<u8>) -> csv::Result<()> {
        for cells in batch.columns() {
            text.clear();
            match cells {
                Cells::U32(values) if values[row] == u32::MAX => {}
                Cells::U32(values) => write!(text, "{}", values[row])?,
                Cells::U64(values) => write!(text, "{}", values[row])?,
                Cells::F64(values) => {
                    append_f64(text, values[row]);
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

    pub(super) fn finish(self) -> Result<Draft, TableError> {
        let Self { name, folder, out } = self;
        out.into_inner().map_err(|error| folder.error(&name, error.error()))
    }

    fn error(&self, error: csv::Error) -> TableError {
        self.folder.error(&self.name, &on_disk(error))
    }
}
