//! # Columns

use serde_json::Value;

use crate::text::{Text, text};

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
    Column { name: name.into(), kind, unit, meaning }
}

/// The arm, the first column of every table.
pub(super) fn arm() -> Column {
    column(
        "arm",
        Kind::Str,
        "-",
        text(
            "Variant of the scenario; twins are `twin` or `twin:ARM`.",
            "Variant van het scenario; tweelingorganisaties heten `twin` of `twin:VARIANT`.",
        ),
    )
}

/// The replicate, mostly the second.
pub(super) fn replicate() -> Column {
    column(
        "replicate",
        Kind::U32,
        "-",
        text(
            "Life of the arm in its world, from 0; the same number has the same luck in every arm.",
            "Herhaling van de variant in haar wereld, vanaf 0; hetzelfde nummer kent in elke variant hetzelfde toeval.",
        ),
    )
}

/// The world, the third.
pub(super) fn world() -> Column {
    column(
        "world",
        Kind::U32,
        "-",
        text(
            "Set of parameter values, from 0, described in `worlds`; where there is one world all stand as given.",
            "Reeks parameterwaarden, vanaf 0, beschreven in `worlds`; is er één wereld, dan staan alle zoals gegeven.",
        ),
    )
}

/// The day.
pub(super) fn day() -> Column {
    column(
        "day",
        Kind::U32,
        "working days",
        text("Working day, from 0; 5 a week, 260 a year.", "Werkdag, vanaf 0; 5 per week, 260 per jaar."),
    )
}

/// The team.
pub(super) fn team() -> Column {
    column("team", Kind::U32, "-", text("Team, from 0.", "Team, vanaf 0."))
}

/// The names of the referents, in their order everywhere.
pub(super) const REFERENTS: [&str; 3] = ["colleague", "leader", "top"];

/// One column per referent, named `prefix_referent`.
pub(super) fn per_referent(prefix: &str, unit: &'static str, meanings: [Text; 3]) -> Vec<Column> {
    REFERENTS.iter().zip(meanings).map(|(referent, meaning)| column(format!("{prefix}_{referent}"), Kind::F64, unit, meaning)).collect()
}
