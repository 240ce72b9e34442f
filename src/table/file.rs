//! # A table as a file

use super::cells::Cells;
use super::declaration::{Declaration, Key};
use super::number::{append_digits, append_f64};
use super::to_csv::CsvFile;
use super::to_parquet::ParquetFile;
use crate::ensemble::world::Turn;
use crate::folder::{Folder, FolderError, Format, Written};

/// Bytes of rows that wait at most, as they are in memory: a million rows of `series`, fewer of wider tables.
pub(crate) const WAITING: usize = 40 << 20;

/// A table under way, with rows from `R`.
pub(super) struct TableFile<R> {
    declaration: Declaration<R>,
    /// Its waiting rows and its file.
    pub out: Output,
}

/// Rows that wait, and the file that they go to.
pub(super) struct Output {
    cells: Vec<Cells>,
    /// How many rows wait, and how many at most.
    waiting: [usize; 2],
    rows: u64,
    form: Form,
}

enum Form {
    Csv(Box<CsvFile>),
    Parquet(Box<ParquetFile>),
}

impl<R> TableFile<R> {
    /// Begins a table in `folder`.
    pub(super) fn begin(folder: &Folder, declaration: Declaration<R>, format: Format, seed: u64) -> Result<Self, FolderError> {
        match format {
            Format::Csv => Self::csv(folder, declaration),
            Format::Parquet => {
                let file = ParquetFile::begin(folder, &declaration.table, seed)?;
                Ok(Self::of(declaration, Form::Parquet(Box::new(file))))
            }
        }
    }

    /// Begins a small table, which is always CSV.
    pub(super) fn csv(folder: &Folder, declaration: Declaration<R>) -> Result<Self, FolderError> {
        let file = CsvFile::begin(folder, &declaration.table, append_f64)?;
        Ok(Self::of(declaration, Form::Csv(Box::new(file))))
    }

    fn of(declaration: Declaration<R>, form: Form) -> Self {
        let waiting = [0, WAITING.div_ceil(declaration.table.width())];
        let out = Output { cells: declaration.cells(), waiting, rows: 0, form };
        Self { declaration, out }
    }

    /// Adds rows of a life that stay together, and writes the waiting rows if there are many. To be called often enough that a
    /// life does not come in one piece.
    pub(super) fn add(&mut self, key: Key<'_>, rows: &[R]) -> Result<(), FolderError> {
        let Output { cells, waiting: [waiting, most], rows: all, .. } = &mut self.out;
        self.declaration.fill(key, rows, cells);
        *waiting += rows.len();
        *all += rows.len() as u64;
        if waiting < most { Ok(()) } else { self.out.close_group() }
    }

    /// Adds rows of a life that need not stay together.
    pub(super) fn add_each(&mut self, key: Key<'_>, mut rows: &[R]) -> Result<(), FolderError> {
        while !rows.is_empty() {
            let [waiting, most] = self.out.waiting;
            let (now, later) = rows.split_at(rows.len().min(most - waiting));
            self.add(key, now)?;
            rows = later;
        }
        Ok(())
    }
}

impl Output {
    /// Writes the waiting rows: an arm is over, and who wants one arm need not read the others.
    pub(super) fn close_group(&mut self) -> Result<(), FolderError> {
        let rows = std::mem::take(&mut self.waiting[0]);
        if rows > 0 {
            match &mut self.form {
                Form::Csv(file) => file.write(&self.cells, rows)?,
                Form::Parquet(file) => file.write(&self.cells)?,
            }
            self.cells.iter_mut().for_each(Cells::clear);
        }
        Ok(())
    }

    /// Gives the file its name.
    pub(super) fn finish(mut self) -> Result<Written, FolderError> {
        self.close_group()?;
        let draft = match self.form {
            Form::Csv(file) => file.finish()?,
            Form::Parquet(file) => file.finish()?,
        };
        draft.publish(Some(self.rows))
    }
}

/// The key of rows that are of no life.
const NO_LIFE: Key<'static> = Key { arm: "", turn: Turn { replicate: 0, world: 0 } };

/// Writes a small table of rows that are of no life.
pub(super) fn write<R>(folder: &Folder, declaration: Declaration<R>, rows: &[R]) -> Result<Written, FolderError> {
    let mut file = TableFile::csv(folder, declaration)?;
    file.add(NO_LIFE, rows)?;
    file.out.finish()
}

/// The same with numbers in digits alone, however small.
pub(crate) fn write_in_digits<R>(folder: &Folder, declaration: Declaration<R>, rows: &[R]) -> Result<Written, FolderError> {
    let file = CsvFile::begin(folder, &declaration.table, append_digits)?;
    let mut file = TableFile::of(declaration, Form::Csv(Box::new(file)));
    file.add(NO_LIFE, rows)?;
    file.out.finish()
}
