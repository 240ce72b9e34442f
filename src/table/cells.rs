//! # Cells
//!
//! Rows wait here, column by column, until a group of them is written. Words are kept once and pointed at by number, so that a
//! row costs no memory of its own for them.

use std::collections::BTreeMap;

use super::column::{Column, Kind};
use super::number::decimal;

/// A missing number or word.
const MISSING: u32 = u32::MAX;

/// The waiting values of one column.
#[derive(Clone, Debug)]
pub(super) enum Cells {
    /// Counts; `u32::MAX` is missing, as in the records.
    U32(Vec<u32>),
    /// Seeds.
    U64(Vec<u64>),
    /// Numbers; NaN is missing.
    F64(Vec<f64>),
    /// Words.
    Str(Words),
}

/// The words of a column and which row has which.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    known: Vec<String>,
    codes: BTreeMap<String, u32>,
    rows: Vec<u32>,
}

impl Words {
    /// The number of a word, which stays the same for the whole file; an empty word is missing.
    fn code(&mut self, word: &str) -> u32 {
        if word.is_empty() {
            return MISSING;
        }
        if let Some(code) = self.codes.get(word) {
            return *code;
        }
        let code = self.known.len() as u32;
        self.known.push(word.to_owned());
        self.codes.insert(word.to_owned(), code);
        code
    }

    /// All words, by number.
    pub(super) fn known(&self) -> &[String] {
        &self.known
    }

    /// The number of each row's word; `None` is missing.
    pub(super) fn rows(&self) -> impl Iterator<Item = Option<usize>> {
        self.rows.iter().map(|code| (*code != MISSING).then_some(*code as usize))
    }

    /// The word of a row; empty if missing.
    pub(super) fn word(&self, row: usize) -> &str {
        self.known.get(self.rows[row] as usize).map_or("", String::as_str)
    }
}

/// Rows that wait to be written.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    columns: Vec<Cells>,
    rows: usize,
}

impl Batch {
    /// No rows yet, for these columns.
    pub(super) fn new(columns: &[Column]) -> Self {
        let empty = |column: &Column| match column.kind {
            Kind::U32 => Cells::U32(Vec::new()),
            Kind::U64 => Cells::U64(Vec::new()),
            Kind::F64 => Cells::F64(Vec::new()),
            Kind::Str => Cells::Str(Words::default()),
        };
        Self { columns: columns.iter().map(empty).collect(), rows: 0 }
    }

    /// The columns.
    pub(super) fn columns(&self) -> &[Cells] {
        &self.columns
    }

    /// How many rows wait.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The number of a word in a column of words, to be used with [`Row::code`] for many rows.
    pub(super) fn code(&mut self, column: usize, word: &str) -> u32 {
        match &mut self.columns[column] {
            Cells::Str(words) => words.code(word),
            _ => MISSING,
        }
    }

    /// Begins a row. Its cells are given from left to right, all of them.
    pub(super) fn row(&mut self) -> Row<'_> {
        self.rows += 1;
        Row { cells: self.columns.iter_mut() }
    }

    /// Forgets the rows and keeps the words.
    pub(super) fn clear(&mut self) {
        self.rows = 0;
        for cells in &mut self.columns {
            match cells {
                Cells::U32(values) => values.clear(),
                Cells::U64(values) => values.clear(),
                Cells::F64(values) => values.clear(),
                Cells::Str(words) => words.rows.clear(),
            }
        }
    }
}

/// A row under way.
pub(super) struct Row<'a> {
    cells: std::slice::IterMut<'a, Cells>,
}

/// The next cell, which the table's own declaration says is of this kind.
macro_rules! next {
    ($row:ident, $kind:ident) => {
        match $row.cells.next() {
            Some(Cells::$kind(values)) => values,
            other => unreachable!("a {} does not fit in {other:?}", stringify!($kind)),
        }
    };
}

impl Row<'_> {
    /// A count; `u32::MAX` for missing.
    pub(super) fn u32(mut self, value: u32) -> Self {
        next!(self, U32).push(value);
        self
    }

    /// A seed.
    pub(super) fn u64(mut self, value: u64) -> Self {
        next!(self, U64).push(value);
        self
    }

    /// A number; NaN for missing.
    pub(super) fn f64(mut self, value: f64) -> Self {
        next!(self, F64).push(value);
        self
    }

    /// Numbers from a record, each in a cell of its own.
    pub(super) fn f32s(mut self, values: &[f32]) -> Self {
        for value in values {
            next!(self, F64).push(decimal(*value));
        }
        self
    }

    /// A word; empty for missing.
    pub(super) fn word(mut self, word: &str) -> Self {
        let words = next!(self, Str);
        let code = words.code(word);
        words.rows.push(code);
        self
    }

    /// A word by its number from [`Batch::code`].
    pub(super) fn code(mut self, code: u32) -> Self {
        next!(self, Str).rows.push(code);
        self
    }

    /// Cells that have no value, up to the end of the row.
    pub(super) fn missing(mut self) {
        for cells in self.cells.by_ref() {
            match cells {
                Cells::U32(values) => values.push(MISSING),
                Cells::U64(values) => values.push(0),
                Cells::F64(values) => values.push(f64::NAN),
                Cells::Str(words) => words.rows.push(MISSING),
            }
        }
    }
}

impl Drop for Row<'_> {
    fn drop(&mut self) {
        debug_assert!(self.cells.next().is_none(), "a row ends before its last column");
    }
}
