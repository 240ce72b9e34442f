//! # Columns

use serde_json::Value;

use crate::text::Text;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A count or a number of something, from 0.
    U32,
    /// A seed.
    U64,
    /// A number.
    F64,
    /// A word or a text.
    Str,
}

impl Kind {
    /// The word used in the dictionary.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::U32 => "u32",
            Kind::U64 => "u64",
            Kind::F64 => "f64",
            Kind::Str => "str",
        }
    }
}

/// A column. Any value may be missing: null in Parquet, nothing in CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// The unit, in words; `"-"` where there is none.
    pub unit: &'static str,
    /// What it means.
    pub meaning: Text,
    /// What may stand there, where kind, unit and meaning do not say it.
    pub only: Option<String>,
}

/// A column of the numbers beside a figure: name, kind, unit, meaning.
pub type Declared = (&'static str, Kind, &'static str, Text);

impl Column {
    /// The range, or the words that may stand there.
    pub fn allowed(&self) -> String {
        if let Some(only) = &self.only {
            return only.clone();
        }
        let between = match (self.kind, self.unit) {
            (Kind::Str, _) => {
                let words: Vec<&str> = self.meaning.en.split('`').skip(1).step_by(2).collect();
                return if words.is_empty() { "text".to_owned() } else { words.join(" | ") };
            }
            (Kind::U32 | Kind::U64, _) if self.meaning.en.starts_with("1 if") => "0 | 1",
            (Kind::U32 | Kind::U64, _) => "0..",
            (Kind::F64, "0 to 1" | "index 0 to 1" | "share" | "share of people" | "share of replicates" | "share of worlds") => "0..1",
            (Kind::F64, "0 to 2") => "0..2",
            (Kind::F64, "answer 1 to 5" | "rating 1 to 5") => "1..5",
            (Kind::F64, _) => "any number",
        };
        between.to_owned()
    }
}

/// A table: its name and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name of its file, without the ending.
    pub name: &'static str,
    /// The columns, key first.
    pub columns: Vec<Column>,
}

impl Table {
    /// The table of the numbers beside a figure.
    pub fn declared(name: &'static str, columns: &[Declared]) -> Table {
        let columns = columns.iter().map(|(name, kind, unit, meaning)| column(*name, *kind, unit, *meaning));
        Table { name, columns: columns.collect() }
    }

    /// What the column of this name holds; a text where there is none of that name.
    pub fn kind(&self, name: &str) -> Kind {
        self.columns.iter().find(|column| column.name == name).map_or(Kind::Str, |column| column.kind)
    }

    /// Bytes of a row that waits to be written; words are kept once and pointed at by number.
    pub fn width(&self) -> usize {
        let bytes = |column: &Column| if matches!(column.kind, Kind::U64 | Kind::F64) { 8 } else { 4 };
        self.columns.iter().map(bytes).sum()
    }

    /// The names of the columns.
    pub fn heads(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// The columns as a dictionary for people and programs.
    pub fn dictionary(&self) -> Value {
        let entry = |column: &Column| {
            serde_json::json!({
                "name": column.name,
                "type": column.kind.key(),
                "unit": column.unit,
                "meaning": { "en": column.meaning.en, "nl": column.meaning.nl },
            })
        };
        Value::Array(self.columns.iter().map(entry).collect())
    }
}

/// A column of its name, kind, unit and meaning.
pub(super) fn column(name: impl Into<String>, kind: Kind, unit: &'static str, meaning: Text) -> Column {
    Column { name: name.into(), kind, unit, meaning, only: None }
}
