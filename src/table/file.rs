//! # A table as a file

use super::cells::{Batch, Row};
use super::column::Table;
use super::error::TableError;
use super::to_csv::CsvFile;
use super::to_parquet::ParquetFile;
use crate::folder::{Folder, Format, Written};

/// Bytes of rows that wait at most, as they are in memory: a million rows of `series`, fewer of wider tables.
pub(crate) const WAITING: usize = 40 << 20;

/// A table under way.
pub(super) struct TableFile {
    batch: Batch,
    /// Bytes of a row that waits.
    width: usize,
    rows: u64,
    form: Form,
}

enum Form {
    Csv(Box<CsvFile>),
    Parquet(Box<ParquetFile>),
}

impl TableFile {
    /// Begins a table in `folder`.
    pub(super) fn begin(folder: &Folder, table: &Table, format: Format, seed: u64) -> Result<Self, TableError> {
        match format {
            Format::Csv => Self::csv(folder, table),
            Format::Parquet => {
                let form = Form::Parquet(Box::new(ParquetFile::begin(folder, table, seed)?));
                Ok(Self::of(table, form))
            }
        }
    }

    /// Begins a small table, which is always CSV.
    pub(super) fn csv(folder: &Folder, table: &Table) -> Result<Self, TableError> {
        let form = Form::Csv(Box::new(CsvFile::begin(folder, table)?));
        Ok(Self::of(table, form))
    }

    fn of(table: &Table, form: Form) -> Self {
        Self { batch: Batch::new(&table.columns), width: table.width(), rows: 0, form }
    }

    /// Begins a row.
    pub(super) fn row(&mut self) -> Row<'_> {
        self.rows += 1;
        self.batch.row()
    }

    /// The number of a word in a column of words.
    pub(super) fn code(&mut self, column: usize, word: &str) -> u32 {
        self.batch.code(column, word)
    }

    /// Writes the waiting rows if there are many. To be called often enough that a life or a day does not come in one piece.
    pub(super) fn spill(&mut self) -> Result<(), TableError> {
        if self.batch.rows() * self.width < WAITING { Ok(()) } else { self.close_group() }
    }

    /// Writes the waiting rows: an arm is over, and who wants one arm need not read the others.
    pub(super) fn close_group(&mut self) -> Result<(), TableError> {
        if self.batch.rows() > 0 {
            match &mut self.form {
                Form::Csv(file) => file.write(&self.batch)?,
                Form::Parquet(file) => file.write(&self.batch)?,
            }
            self.batch.clear();
        }
        Ok(())
    }

    /// Gives the file its name.
    pub(super) fn finish(mut self) -> Result<Written, TableError> {
        self.close_group()?;
        let draft = match self.form {
            Form::Csv(file) => file.finish()?,
            Form::Parquet(file) => file.finish()?,
        };
        draft.publish(Some(self.rows))
    }
}
