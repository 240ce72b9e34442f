//! # A table said once
//!
//! A column is one line: its name, its unit, what gives its value in a row, and what it means in English and Dutch. The type of
//! the value is the kind of the column. Head, rows, codebook and dictionary follow from these lines.
//!
//! ```text
//!   Declaration::named("sociometric").key().day(|pair: &Pair| pair.day)
//!       .column("trust", "answer 1 to 5", |pair| pair.trust, "Answer: trust in this teammate.", "Antwoord: vertrouwen in dit teamlid.")
//! ```

use super::cells::{Cells, Value, inside};
use super::column::{Column, Kind, Table, column};
use crate::ensemble::world::Turn;
use crate::scenario::{ByReferent, Referent};
use crate::text::{Text, text};

/// The words for the referents.
pub(super) const REFERENTS: [&str; 3] = [Referent::Colleague.key(), Referent::Leader.key(), Referent::Top.key()];

/// The life that rows are of: the first columns of every table of lives.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    /// Its arm.
    pub arm: &'a str,
    /// Its replicate and its world.
    pub turn: Turn,
}

/// Adds the cells of one column for these rows. A column is filled for many rows at once, so that a cell costs no call, no look
/// at its kind and, where the life or the column knows its words, no search for a word.
type Fill<R> = Box<dyn Fn(Key<'_>, &[R], &mut Cells)>;

/// A table whose rows come from `R`: its columns and what gives their values.
pub(crate) struct Declaration<R> {
    /// The name and the columns.
    pub(crate) table: Table,
    fills: Vec<Fill<R>>,
}

#[rustfmt::skip]
impl<R> Declaration<R> {
    /// Arm, replicate and world: the key of a life.
    pub(super) fn key(self) -> Self {
        self.filled(Kind::Str, "arm", "-", text("Arm of the scenario; twins are `twin` or `twin:ARM`.", "Variant van het scenario; tweelingen heten `twin` of `twin:VARIANT`."),
                |key, rows, cells| inside!(cells, Str).repeat(key.arm, rows.len()))
            .only("text")
            .filled(Kind::U32, "replicate", "-", text("Replicate of the arm in its world, from 0; the same number has the same luck in every arm.", "Herhaling van de variant in haar wereld, vanaf 0; hetzelfde nummer kent in elke variant hetzelfde toeval."),
                |key, rows, cells| u32::fill(cells, rows.iter().map(|_| key.turn.replicate)))
            .world()
    }

    /// The world.
    pub(super) fn world(self) -> Self {
        self.filled(Kind::U32, "world", "-", text("Set of parameter values, from 0, described in `worlds`; where there is one world all stand as given.", "Reeks parameterwaarden, vanaf 0, beschreven in `worlds`; is er één wereld, dan staan alle zoals gegeven."),
            |key, rows, cells| u32::fill(cells, rows.iter().map(|_| key.turn.world)))
    }

    /// The day.
    pub(super) fn day(self, day: impl Fn(&R) -> u32 + 'static) -> Self {
        self.column("day", "working days", day, "Working day, from 0; 5 a week, 260 a year.", "Werkdag, vanaf 0; 5 per week, 260 per jaar.")
    }

    /// The team.
    pub(super) fn team(self, team: impl Fn(&R) -> u32 + 'static) -> Self {
        self.column("team", "-", team, "Team, from 0.", "Team, vanaf 0.")
    }
}

impl<R> Declaration<R> {
    /// A table without columns, to which they are added from left to right.
    pub(crate) fn named(name: &'static str) -> Self {
        Self { table: Table { name, columns: Vec::new() }, fills: Vec::new() }
    }

    /// A column; its unit is `"-"` where there is none.
    pub(crate) fn column<V: Value>(
        self,
        name: impl Into<String>,
        unit: &'static str,
        value: impl Fn(&R) -> V + 'static,
        en: &'static str,
        nl: &'static str,
    ) -> Self {
        self.filled(V::KIND, name, unit, text(en, nl), move |_, rows, cells| V::fill(cells, rows.iter().map(&value)))
    }

    /// Columns of one kind, each with its name, unit and meaning; the value is that of a row at the place of the column among them.
    pub(crate) fn columns<V: Value, N: Into<String>>(
        self,
        columns: impl IntoIterator<Item = (N, &'static str, Text)>,
        value: impl Fn(&R, usize) -> V + Copy + 'static,
    ) -> Self {
        columns.into_iter().enumerate().fold(self, |table, (at, (name, unit, meaning))| {
            table.filled(V::KIND, name, unit, meaning, move |_, rows, cells| V::fill(cells, rows.iter().map(|row| value(row, at))))
        })
    }

    /// One column per referent, named `prefix_referent`.
    pub(super) fn per_referent(
        self,
        prefix: &str,
        unit: &'static str,
        values: impl Fn(&R) -> ByReferent<f32> + Copy + 'static,
        meanings: [Text; 3],
    ) -> Self {
        let columns = Referent::ALL.iter().zip(meanings).map(|(referent, meaning)| (format!("{prefix}_{}", referent.key()), unit, meaning));
        self.columns(columns, move |row, at| values(row).0[at])
    }

    /// A column of words of which each comes back in many rows; the value is the place of the row's word among them.
    pub(super) fn choice(
        self,
        name: &'static str,
        words: impl IntoIterator<Item = &'static str>,
        place: impl Fn(&R) -> Option<usize> + 'static,
        en: &'static str,
        nl: &'static str,
    ) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let fill = move |_: Key<'_>, rows: &[R], cells: &mut Cells| inside!(cells, Str).choose(&words, rows.iter().map(&place));
        self.filled(Kind::Str, name, "-", text(en, nl), fill)
    }

    /// In the last column nothing but this may stand.
    pub(super) fn only(mut self, only: impl Into<String>) -> Self {
        if let Some(last) = self.table.columns.last_mut() {
            last.only = Some(only.into());
        }
        self
    }

    fn filled(
        mut self,
        kind: Kind,
        name: impl Into<String>,
        unit: &'static str,
        meaning: Text,
        fill: impl Fn(Key<'_>, &[R], &mut Cells) + 'static,
    ) -> Self {
        self.table.columns.push(column(name, kind, unit, meaning));
        self.fills.push(Box::new(fill));
        self
    }

    /// Cells for these columns, without rows.
    pub(super) fn cells(&self) -> Vec<Cells> {
        self.table.columns.iter().map(|column: &Column| Cells::new(column.kind)).collect()
    }

    /// Adds rows of a life to such cells.
    pub(super) fn fill(&self, key: Key<'_>, rows: &[R], cells: &mut [Cells]) {
        self.fills.iter().zip(cells).for_each(|(fill, cells)| fill(key, rows, cells));
    }
}
