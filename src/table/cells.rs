//! # Cells
//!
//! Rows wait here, column by column, until a group of them is written. Words are kept once and pointed at by number, so that a
//! row costs no memory of its own for them.

use std::collections::BTreeMap;

use super::column::Kind;
use super::number::decimal;

/// A missing count or word.
const MISSING: u32 = u32::MAX;

/// The waiting values of one column.
#[derive(Clone, Debug)]
pub(crate) enum Cells {
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
pub(crate) struct Words {
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

    /// Adds rows that all have this word: it is looked up once.
    pub(super) fn repeat(&mut self, word: &str, rows: usize) {
        let code = self.code(word);
        self.rows.extend(std::iter::repeat_n(code, rows));
    }

    /// Adds a row for each place in `words`: they are looked up once for the whole file, as the first that it knows.
    pub(super) fn choose(&mut self, words: &[&str], places: impl Iterator<Item = Option<usize>>) {
        if self.known.is_empty() {
            for word in words {
                self.code(word);
            }
        }
        self.rows.extend(places.map(|place| place.filter(|place| *place < words.len()).map_or(MISSING, |place| place as u32)));
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

impl Cells {
    /// No cells yet.
    pub(super) fn new(kind: Kind) -> Self {
        match kind {
            Kind::U32 => Cells::U32(Vec::new()),
            Kind::U64 => Cells::U64(Vec::new()),
            Kind::F64 => Cells::F64(Vec::new()),
            Kind::Str => Cells::Str(Words::default()),
        }
    }

    /// Forgets the rows and keeps the words.
    pub(super) fn clear(&mut self) {
        match self {
            Cells::U32(values) => values.clear(),
            Cells::U64(values) => values.clear(),
            Cells::F64(values) => values.clear(),
            Cells::Str(words) => words.rows.clear(),
        }
    }
}

/// The inside of cells that the table's own declaration says are of this kind.
macro_rules! inside {
    ($cells:ident, $kind:ident) => {
        match $cells {
            Cells::$kind(values) => values,
            other => unreachable!("a {} does not fit in {other:?}", stringify!($kind)),
        }
    };
}
pub(super) use inside;

/// What may stand in a cell. The type of a value is the kind of its column.
pub(crate) trait Value: Sized {
    /// The kind.
    const KIND: Kind;

    /// Adds a cell for each value.
    fn fill(cells: &mut Cells, values: impl Iterator<Item = Self>);
}

/// Types whose values are written as another that is kept.
macro_rules! values {
    ($($type:ty: $kind:ident, $kept:expr;)*) => {$(
        impl Value for $type {
            const KIND: Kind = Kind::$kind;

            fn fill(cells: &mut Cells, values: impl Iterator<Item = Self>) {
                inside!(cells, $kind).extend(values.map($kept));
            }
        }
    )*};
}

values! {
    u32: U32, |count| count; // u32::MAX is missing
    Option<u32>: U32, |count| count.unwrap_or(MISSING);
    usize: U32, |count| count as u32;
    bool: U32, u32::from;
    Option<bool>: U32, |known| known.map_or(MISSING, u32::from);
    u64: U64, |seed| seed;
    f32: F64, decimal; // NaN is missing
    f64: F64, |number| if number.is_finite() { number } else { f64::NAN };
    Option<f64>: F64, |number| number.filter(|number| number.is_finite()).unwrap_or(f64::NAN);
}

/// Words; an empty one is missing.
macro_rules! words {
    ($($type:ty),*) => {$(
        impl Value for $type {
            const KIND: Kind = Kind::Str;

            fn fill(cells: &mut Cells, values: impl Iterator<Item = Self>) {
                let words = inside!(cells, Str);
                values.for_each(|word| words.repeat(word.as_ref(), 1));
            }
        }
    )*};
}

words!(&'static str, String);
