//! # The codebook
//!
//! `codebook.csv` in each folder of results: every column of every table there, with its type, its unit, what it means in both
//! languages and what may stand in it. It is made from the declarations that the tables are written from.

use super::figure;
use crate::folder::{Folder, FolderError, Written};
use crate::table::{self, Declared, Kind, Table, plain, sensitivity};
use crate::text::{Language, Text, text};
use crate::words::unit::unit;

pub use crate::folder::layout::CODEBOOK as FILE;

/// What it says of a column.
#[rustfmt::skip]
const COLUMNS: &[Declared] = &[
    ("table", Kind::Str, "-", text("The file, without its ending.", "Het bestand, zonder uitgang.")),
    ("column", Kind::Str, "-", text("The column's name.", "De naam van de kolom.")),
    ("type", Kind::Str, "-", text("`u32` or `u64` (whole number), `f64` (number) or `str` (text).", "`u32` of `u64` (geheel getal), `f64` (getal) of `str` (tekst).")),
    ("unit", Kind::Str, "-", text("The unit, or none.", "De eenheid in het Engels, of none (geen).")),
    ("unit_nl", Kind::Str, "-", text("The unit in Dutch.", "De eenheid in het Nederlands.")),
    ("label_en", Kind::Str, "-", text("What it means, in English.", "Wat ze betekent, in het Engels.")),
    ("label_nl", Kind::Str, "-", text("What it means, in Dutch.", "Wat ze betekent, in het Nederlands.")),
    ("allowed", Kind::Str, "-", text("The range, or the words that may stand there; any cell may be empty.", "Het bereik, of de woorden die er mogen staan; elke cel mag leeg zijn.")),
];

/// The unit of what has none: a lone dash would be a formula in a spreadsheet.
const NO_UNIT: Text = text("none", "geen");

fn own() -> Table {
    Table::declared("codebook", COLUMNS)
}

/// A table under the name of its file without the ending, as the codebook says it.
pub(super) type Entry = (String, Table);

/// The tables among these files of a run's or a search's folder.
pub(super) fn of_files(files: &[Written], more: impl Fn(&str) -> Option<Table>) -> Vec<Entry> {
    let named = |row: &Written| {
        let (stem, ending) = row.file.rsplit_once('.')?;
        let table = || match stem.strip_prefix(&format!("{}/", figure::FOLDER)) {
            Some(figure) => figure::table(figure),
            None => more(stem).or_else(|| table::all().into_iter().find(|table| table.name == stem)),
        };
        matches!(ending, "csv" | "parquet").then(table).flatten().map(|table| (stem.to_owned(), table))
    };
    files.iter().filter_map(named).collect()
}

/// Writes that of a run into its folder, of the tables among these files.
pub fn write_of_run(folder: &Folder, files: &[Written]) -> Result<Written, FolderError> {
    let own = |name: &str| Some(sensitivity::table()).filter(|table| table.name == name);
    write(folder, &of_files(files, own))
}

/// Writes that of a folder of answers, each with the numbers of one `figure`, of the tables among these files.
pub fn write_of_answers(folder: &Folder, figure: &str, files: &[Written]) -> Result<Written, FolderError> {
    let stems = files.iter().filter(|row| row.file != FILE).filter_map(|row| row.file.strip_suffix(".csv"));
    let mut tables: Vec<Entry> = stems.filter_map(|stem| Some((stem.to_owned(), figure::table(figure)?))).collect();
    tables.sort_by(|one, other| one.0.cmp(&other.0));
    write(folder, &tables)
}

/// Writes tables with their rows into `folder`, and the codebook of them and of `more`.
pub(super) fn write_tables(
    folder: &Folder,
    tables: impl IntoIterator<Item = (Table, Vec<Vec<String>>)>,
    more: Vec<Entry>,
) -> Result<Vec<Written>, FolderError> {
    let (mut files, mut named) = (Vec::new(), Vec::new());
    for (table, rows) in tables {
        files.push(plain::write(folder, &table, rows)?);
        named.push((table.name.to_owned(), table));
    }
    named.extend(more);
    files.push(write(folder, &named)?);
    Ok(files)
}

/// Writes it into `folder`.
pub(super) fn write(folder: &Folder, tables: &[Entry]) -> Result<Written, FolderError> {
    let own = own();
    let all = tables.iter().map(|(name, table)| (name.as_str(), table)).chain([(own.name, &own)]);
    let rows = all.flat_map(|(name, table)| {
        let row = |column: &table::Column| {
            let [unit, unit_nl] = match column.unit {
                "-" => Language::BOTH.map(|language| NO_UNIT.get(language).to_owned()),
                own => Language::BOTH.map(|language| unit(own, language)),
            };
            let texts = [name, &column.name, column.kind.key(), &unit, &unit_nl, column.meaning.en, column.meaning.nl];
            texts.map(str::to_owned).into_iter().chain([column.allowed()]).collect()
        };
        table.columns.iter().map(row).collect::<Vec<Vec<String>>>()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    plain::write(folder, &own, rows)
}
