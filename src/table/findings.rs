//! # `summary` and `recovery`: what the numbers say
//!
//! Rows and columns come from `analysis`, which says what each means; they are small and always CSV.

use super::column::column;
use super::column::{Column, Kind, Table};
use super::error::TableError;
use super::file::TableFile;
use crate::analysis::recovery::RecoverySummary;
use crate::analysis::summary::SummaryRow;
use crate::folder::{Folder, Written};
use crate::text::Text;

/// The columns that hold words.
const WORDS: [&str; 7] = ["arm", "reference", "breach", "by", "kind", "measure", "referent"];

/// `summary.csv`: one row per arm, measure, referent and day.
pub(super) fn summary_table() -> Table {
    Table {
        name: "summary",
        columns: SummaryRow::COLUMNS.into_iter().map(|(name, unit, meaning)| told(name.to_owned(), unit, meaning)).collect(),
    }
}

/// `recovery.csv`: one row per arm, breach and referent.
pub(super) fn recovery_table() -> Table {
    let columns = RecoverySummary::columns().into_iter().map(|column| told(column.name, column.unit, column.meaning));
    Table { name: "recovery", columns: columns.collect() }
}

/// Writes `summary.csv`.
pub fn write_summary(folder: &Folder, rows: &[SummaryRow]) -> Result<Written, TableError> {
    write(folder, &summary_table(), rows.iter().map(SummaryRow::cells))
}

/// Writes `recovery.csv`.
pub fn write_recovery(folder: &Folder, rows: &[RecoverySummary]) -> Result<Written, TableError> {
    write(folder, &recovery_table(), rows.iter().map(RecoverySummary::cells))
}

pub(super) fn told(name: String, unit: &'static str, meaning: Text) -> Column {
    let kind = match unit {
        _ if WORDS.contains(&name.as_str()) => Kind::Str,
        "replicates" | "working day" => Kind::U32,
        _ => Kind::F64,
    };
    column(name, kind, unit, meaning)
}

/// Writes rows of texts, each by its column's kind, so that numbers look as in every other table.
pub(super) fn write(folder: &Folder, table: &Table, rows: impl Iterator<Item = Vec<String>>) -> Result<Written, TableError> {
    let mut file = TableFile::csv(folder, table)?;
    for cells in rows {
        let row = table.columns.iter().zip(&cells).fold(file.row(), |row, (column, cell)| match column.kind {
            Kind::Str => row.word(cell),
            Kind::U32 => row.u32(cell.parse().unwrap_or(u32::MAX)),
            Kind::U64 => row.u64(cell.parse().unwrap_or(0)),
            Kind::F64 => row.f64(cell.parse().unwrap_or(f64::NAN)),
        });
        row.missing(); // nothing, unless a row is too short
        file.spill()?;
    }
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::recovery::recovery;
    use crate::analysis::summary::summary;
    use crate::analysis::tests::breach;
    use crate::ensemble::{ArmLives, ArmPlan};
    use crate::folder::State;
    use crate::observe::Life;
    use crate::scenario::Scenario;
    use crate::scenario::measure;

    /// What stands in a file is what `analysis` says, cell by cell: a kind that did not fit would have emptied it.
    fn same(path: &std::path::Path, expected: &[Vec<String>]) {
        let mut reader = csv::Reader::from_path(path).expect("a file");
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert!(!rows.is_empty());
        assert_eq!(rows, expected);
    }

    #[test]
    fn findings_are_written_as_analysis_says_them() {
        let place = tempfile::tempdir().expect("a place");
        let Ok(State::Open(folder)) = Folder::prepare(place.path(), "hash", false) else { panic!("not fresh") };
        let scenario = Scenario { events: vec![breach(100)], ..Scenario::default() };
        let fell = |back: u32| {
            let trust = |day| {
                if day < 20 {
                    0.125
                } else if (100..back).contains(&day) {
                    0.25
                } else {
                    0.5
                }
            };
            let organisation = (0..101 * measure::columns(false).len()).map(|at| at as f32).collect();
            Life {
                days: (0..=500).step_by(5).collect(),
                organisation,
                daily_trust: (0..=500).flat_map(|day| [trust(day); 3]).collect(),
                ..Life::default()
            }
        };
        let lives =
            ArmLives { arm: "words, deeds".into(), twin: None, worlds: 1, lives: vec![Ok(fell(200)), Ok(fell(300)), Ok(fell(999))] };
        let plan = ArmPlan { name: "words, deeds".into(), scenario: scenario.clone(), twin: None, is_twin: false };
        let recovered = recovery(&scenario, &lives, None);
        let summed = summary(&[plan], &[lives]);
        assert_eq!(write_recovery(&folder, &recovered).expect("written").rows, Some(recovered.len() as u64));
        assert_eq!(write_summary(&folder, &summed).expect("written").rows, Some(summed.len() as u64));
        same(&place.path().join("recovery.csv"), &recovered.iter().map(RecoverySummary::cells).collect::<Vec<_>>());
        same(&place.path().join("summary.csv"), &summed.iter().map(SummaryRow::cells).collect::<Vec<_>>());
    }
}
