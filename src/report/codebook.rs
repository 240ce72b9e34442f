//! # The codebook
//!
//! `codebook.csv` in each folder of results: every column of every table there, with its type, its unit, what it means in both
//! languages and what may stand in it. It is made from the declarations that the tables are written from.

use super::figure;
use crate::folder::layout::CODEBOOK;
use crate::folder::{Folder, FolderError, Written};
use crate::table::{self, Column, Declaration, Table, sensitivity, write_in_digits};
use crate::text::{Language, Text, text};
use crate::words::unit::unit;

/// The unit of what has none: a lone dash would be a formula in a spreadsheet.
const NO_UNIT: Text = text("none", "geen");

/// A column of a table.
struct Row<'a> {
    table: &'a str,
    column: &'a Column,
}

impl Row<'_> {
    fn unit(&self, language: Language) -> String {
        if self.column.unit == "-" { NO_UNIT.get(language).to_owned() } else { unit(self.column.unit, language) }
    }
}

/// What it says of a column.
#[rustfmt::skip]
fn own<'a>() -> Declaration<Row<'a>> {
    Declaration::named("codebook")
        .column("table", "-", |row: &Row<'a>| row.table.to_owned(), "The file, without its ending.", "Het bestand, zonder uitgang.")
        .column("column", "-", |row| row.column.name.clone(), "The column's name.", "De naam van de kolom.")
        .column("type", "-", |row| row.column.kind.key(), "`u32` or `u64` (whole number), `f64` (number) or `str` (text).", "`u32` of `u64` (geheel getal), `f64` (getal) of `str` (tekst).")
        .column("unit", "-", |row| row.unit(Language::English), "The unit, or none.", "De eenheid in het Engels, of none (geen).")
        .column("unit_nl", "-", |row| row.unit(Language::Dutch), "The unit in Dutch.", "De eenheid in het Nederlands.")
        .column("label_en", "-", |row| row.column.meaning.en, "What it means, in English.", "Wat ze betekent, in het Engels.")
        .column("label_nl", "-", |row| row.column.meaning.nl, "What it means, in Dutch.", "Wat ze betekent, in het Nederlands.")
        .column("allowed", "-", |row| row.column.allowed(), "The range, or the words that may stand there; any cell may be empty.", "Het bereik, of de woorden die er mogen staan; elke cel mag leeg zijn.")
}

/// A table under the name of its file without the ending, as the codebook says it.
pub(super) type Entry = (String, Table);

/// The tables among these files of a run's or a search's folder.
pub(super) fn of_files(files: &[Written], more: impl Fn(&str) -> Option<Table>) -> Vec<Entry> {
    let named = |row: &Written| {
        let (stem, ending) = row.file.rsplit_once('.')?;
        let table = || figure::table_of(stem).or_else(|| more(stem)).or_else(|| table::all().into_iter().find(|table| table.name == stem));
        matches!(ending, "csv" | "parquet").then(table).flatten().map(|table| (stem.to_owned(), table))
    };
    files.iter().filter_map(named).collect()
}

/// Writes that of a run into its folder, of the tables among these files.
pub fn write_of_run(folder: &Folder, files: &[Written]) -> Result<Written, FolderError> {
    let own = |name: &str| Some(sensitivity::table().table).filter(|table| table.name == name);
    write(folder, &of_files(files, own))
}

/// Writes that of a sweep into its folder, of the tables among these files; `own` are those with a column for each of its factors.
pub fn write_of_sweep(folder: &Folder, files: &[Written], own: &[Table]) -> Result<Written, FolderError> {
    write(folder, &of_files(files, |name| own.iter().find(|table| table.name == name).cloned()))
}

/// Writes that of a folder of answers, each with the numbers of one `figure`, of the tables among these files.
pub fn write_of_answers(folder: &Folder, figure: &str, files: &[Written]) -> Result<Written, FolderError> {
    let stems = files.iter().filter(|row| row.file != CODEBOOK).filter_map(|row| row.file.strip_suffix(".csv"));
    let mut tables: Vec<Entry> = stems.filter_map(|stem| Some((stem.to_owned(), figure::table(figure)?))).collect();
    tables.sort_by(|one, other| one.0.cmp(&other.0));
    write(folder, &tables)
}

/// Writes it into `folder`.
///
/// # Errors
/// What the disk says.
pub(super) fn write(folder: &Folder, tables: &[Entry]) -> Result<Written, FolderError> {
    let itself = own().table;
    let all = tables.iter().map(|(name, table)| (name.as_str(), table)).chain([(itself.name, &itself)]);
    let rows: Vec<_> = all.flat_map(|(name, table)| table.columns.iter().map(move |column| Row { table: name, column })).collect();
    write_in_digits(folder, own(), &rows)
}

/// Small tables that are written into a folder, and what its codebook says of them.
pub(super) struct SmallTables<'a> {
    folder: &'a Folder,
    files: Vec<Written>,
    named: Vec<Entry>,
}

impl<'a> SmallTables<'a> {
    /// None yet.
    pub(super) fn of(folder: &'a Folder) -> Self {
        Self { folder, files: Vec::new(), named: Vec::new() }
    }

    /// Writes a table.
    pub(super) fn add<R>(&mut self, declaration: Declaration<R>, rows: &[R]) -> Result<(), FolderError> {
        self.named.push((declaration.table.name.to_owned(), declaration.table.clone()));
        self.files.push(write_in_digits(self.folder, declaration, rows)?);
        Ok(())
    }

    /// Writes the codebook of these tables and of `more`.
    pub(super) fn finish(mut self, more: Vec<Entry>) -> Result<Vec<Written>, FolderError> {
        self.named.extend(more);
        self.files.push(write(self.folder, &self.named)?);
        Ok(self.files)
    }
}
