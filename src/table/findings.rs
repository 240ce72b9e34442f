//! # `summary`, `recovery` and `effects`: what the numbers say
//!
//! They are small and always CSV.

use super::declaration::Declaration;
use super::file::write;
use crate::analysis::recovery::RecoverySummary;
use crate::analysis::summary::SummaryRow;
use crate::comparison::effect::Effect;
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::Referent;

/// `summary.csv`: one row per arm, measure, referent and day.
#[rustfmt::skip]
pub(super) fn summary_table() -> Declaration<SummaryRow> {
    Declaration::named("summary")
        .column("arm", "-", |row: &SummaryRow| row.arm.clone(), "Arm, or twin.", "Variant, of tweeling.")
        .column("measure", "-", |row| row.measure, "Measure of the organisation.", "Maat van de organisatie.")
        .column("referent", "-", |row| row.referent.map_or("", Referent::key), "Whom the trust is in; empty for the whole.", "In wie het vertrouwen is; leeg voor het geheel.")
        .column("day", "working day", |row| row.day, "Recorded working day.", "Geregistreerde werkdag.")
        .column("n", "replicates", |row| row.n, "Replicates that have a value.", "Herhalingen die een waarde hebben.")
        .column("mean", "of the measure", |row| row.mean, "Mean over replicates.", "Gemiddelde over de herhalingen.")
        .column("sd", "of the measure", |row| row.sd, "Standard deviation over replicates.", "Standaardafwijking over de herhalingen.")
        .column("median", "of the measure", |row| row.median, "Median over replicates.", "Mediaan over de herhalingen.")
        .column("q05", "of the measure", |row| row.q05, "5 % quantile over replicates.", "5%-kwantiel over de herhalingen.")
        .column("q25", "of the measure", |row| row.q25, "25 % quantile over replicates.", "25%-kwantiel over de herhalingen.")
        .column("q75", "of the measure", |row| row.q75, "75 % quantile over replicates.", "75%-kwantiel over de herhalingen.")
        .column("q95", "of the measure", |row| row.q95, "95 % quantile over replicates.", "95%-kwantiel over de herhalingen.")
        .column("luck_sd", "of the measure", |row| row.apart.luck.sd, "Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")
        .column("luck_q05", "of the measure", |row| row.apart.luck.band[0], "Median, lowered by luck alone to its 5 % quantile.", "Mediaan, door toeval alleen verlaagd tot het 5%-kwantiel.")
        .column("luck_q95", "of the measure", |row| row.apart.luck.band[1], "Median, raised by luck alone to its 95 % quantile.", "Mediaan, door toeval alleen verhoogd tot het 95%-kwantiel.")
        .column("doubt_sd", "of the measure", |row| row.apart.doubt.sd,
            "Standard deviation that other values of the parameters make; missing where there is one world.",
            "Standaardafwijking door andere parameterwaarden; ontbreekt als er één wereld is.")
        .column("doubt_q05", "of the measure", |row| row.apart.doubt.band[0], "Median, lowered by doubt alone to its 5 % quantile.", "Mediaan, door twijfel alleen verlaagd tot het 5%-kwantiel.")
        .column("doubt_q95", "of the measure", |row| row.apart.doubt.band[1], "Median, raised by doubt alone to its 95 % quantile.", "Mediaan, door twijfel alleen verhoogd tot het 95%-kwantiel.")
}

/// `recovery.csv`: one row per arm, breach and referent. Its columns are declared in `analysis::recovery`, which gives their
/// cells as texts.
pub(super) fn recovery_table() -> Declaration<Vec<String>> {
    const WORDS: [&str; 5] = ["arm", "breach", "by", "kind", "referent"];
    let columns = RecoverySummary::columns().into_iter().enumerate();
    columns.fold(Declaration::named("recovery"), |table, (at, column)| {
        let (name, en, nl) = (column.name, column.meaning.en, column.meaning.nl);
        match column.unit {
            unit if WORDS.contains(&name.as_str()) => table.column(name, unit, move |row: &Vec<String>| row[at].clone(), en, nl),
            unit @ ("replicates" | "working day") => table.column(name, unit, move |row| row[at].parse::<u32>().ok(), en, nl),
            unit => table.column(name, unit, move |row| row[at].parse::<f64>().ok(), en, nl),
        }
    })
}

/// `effects.csv`: one row per arm but the reference, measure, referent and day.
#[rustfmt::skip]
pub(super) fn effects_table() -> Declaration<Effect> {
    Declaration::named("effects")
        .column("arm", "-", |row: &Effect| row.arm.clone(), "Arm, or twin.", "Variant, of tweeling.")
        .column("reference", "-", |row| row.reference.clone(), "The arm that it is compared with.", "De variant waarmee vergeleken wordt.")
        .column("measure", "-", |row| row.measure, "Measure of the organisation.", "Maat van de organisatie.")
        .column("referent", "-", |row| row.referent.map_or("", Referent::key), "Whom the trust is in; empty for the whole.", "In wie het vertrouwen is; leeg voor het geheel.")
        .column("day", "working day", |row| row.day, "Recorded working day.", "Geregistreerde werkdag.")
        .column("n_pairs", "replicates", |row| row.pairs, "Pairs of replicates that have both values.", "Paren herhalingen die beide waarden hebben.")
        .column("diff", "of the measure", |row| row.difference, "Mean of the arm less the reference.", "Gemiddelde van de variant min de referentie.")
        .column("lo", "of the measure", |row| row.interval[0], "Lower end of the 95 % interval of that mean.", "Onderkant van het 95%-interval van dat gemiddelde.")
        .column("hi", "of the measure", |row| row.interval[1], "Upper end.", "Bovenkant.")
        .column("variance_removed", "share", |row| row.removed, "Share of the variance that pairing took away.", "Deel van de variantie dat het paren wegneemt.")
        .only("any number") // below zero where pairing adds variance
        .column("luck_sd", "of the measure", |row| row.apart.luck.sd, "Standard deviation of the differences that other dice make.", "Standaardafwijking van de verschillen door ander toeval.")
        .column("doubt_sd", "of the measure", |row| row.apart.doubt.sd,
            "Standard deviation of the differences that other values of the parameters make; missing where there is one world.",
            "Standaardafwijking van de verschillen door andere parameterwaarden; ontbreekt als er één wereld is.")
}

/// Writes `summary.csv`.
pub fn write_summary(folder: &Folder, rows: &[SummaryRow]) -> Result<Written, FolderError> {
    write(folder, summary_table(), rows)
}

/// Writes `recovery.csv`.
pub fn write_recovery(folder: &Folder, rows: &[RecoverySummary]) -> Result<Written, FolderError> {
    write(folder, recovery_table(), &rows.iter().map(RecoverySummary::cells).collect::<Vec<_>>())
}

/// Writes `effects.csv`.
pub fn write_effects(folder: &Folder, rows: &[Effect]) -> Result<Written, FolderError> {
    write(folder, effects_table(), rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::recovery::recovery;
    use crate::analysis::summary::summary;
    use crate::analysis::tests::breach;
    use crate::ensemble::{ArmLives, ArmPlan};
    use crate::folder::FolderState;
    use crate::observe::Life;
    use crate::scenario::Scenario;
    use crate::scenario::measure;

    fn rows(path: &std::path::Path) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_path(path).expect("a file");
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn findings_are_written_as_analysis_says_them() {
        let place = tempfile::tempdir().expect("a place");
        let Ok(FolderState::Open(folder)) = Folder::prepare(place.path(), "hash", false) else { panic!("not fresh") };
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
        // Cell by cell: a kind that did not fit would have emptied it.
        assert_eq!(rows(&place.path().join("recovery.csv")), recovered.iter().map(RecoverySummary::cells).collect::<Vec<_>>());
        let numbers = |row: &SummaryRow| {
            [row.mean, row.apart.doubt.band[1]].map(|number| if number.is_finite() { number.to_string() } else { String::new() })
        };
        let written = rows(&place.path().join("summary.csv"));
        assert!(
            written
                .iter()
                .zip(&summed)
                .all(|(cells, row)| cells[..2] == [row.arm.as_str(), row.measure] && [&cells[5], &cells[17]] == numbers(row).each_ref())
        );
    }
}
