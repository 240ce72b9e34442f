//! # `validation.csv`
//!
//! One row for each published finding: what is asked, what the model showed, what came of it.

use super::folder::{FolderError, Written};
use super::plain::{self, heads};
use crate::text::Language;
use crate::validation::ablation::Ablation;
use crate::validation::target::{Claim, Protocol};
use crate::validation::verdict::Judged;
use std::path::Path;

/// Writes the table into `folder`, which is made if it is not there.
///
/// # Errors
/// What the disk says.
pub fn write(folder: &Path, judged: &[Judged], language: Language) -> Result<Written, FolderError> {
    let heads = heads([
        "id",
        "strength",
        "status",
        "decides",
        "finding",
        "published",
        "source",
        "low",
        "high",
        "study",
        "how",
        "simulated",
        "mc_error",
        "lo",
        "hi",
        "n",
        "verdict",
        "last_release",
        "reason",
    ]);
    plain::write(folder, "validation.csv", std::iter::once(heads).chain(judged.iter().map(|row| cells(row, language))))
}

/// Writes what becomes of each finding without each mechanism into `ablation.csv`.
///
/// # Errors
/// What the disk says.
pub fn write_ablation(folder: &Path, with: &[Judged], ablations: &[Ablation]) -> Result<Written, FolderError> {
    let heads = heads(["mechanism", "id", "simulated_with", "simulated_without", "verdict_with", "verdict_without"]);
    let simulated = |row: &Judged| row.estimate.map_or(String::new(), |estimate| estimate.mean.to_string());
    let rows = ablations.iter().flat_map(|ablation| {
        let pairs = with.iter().zip(&ablation.without).filter(|(with, _)| with.estimate.is_some());
        pairs.map(|(with, without)| {
            let names = [ablation.mechanism, with.target.id].map(str::to_owned);
            let numbers = [simulated(with), simulated(without)];
            let verdicts = [with.verdict.key(), without.verdict.key()].map(str::to_owned);
            [&names[..], &numbers, &verdicts].concat()
        })
    });
    plain::write(folder, "ablation.csv", std::iter::once(heads).chain(rows))
}

fn cells(row: &Judged, language: Language) -> Vec<String> {
    let target = &row.target;
    let number = |value: f64| if value.is_finite() { value.to_string() } else { String::new() };
    let (low, high) = match target.claim {
        _ if row.estimate.is_none() => (f64::NAN, f64::NAN),
        Claim::Within(low, high) => (low, high),
        Claim::Above(least) => (least, f64::NAN),
    };
    let (study, how, why) = match target.protocol {
        Protocol::Computed { study, how, .. } => (study.name(), how.get(language), target.missed.map_or("", |why| why.get(language))),
        Protocol::NotTestable(why) => ("", "", why.get(language)),
    };
    let last = match (row.estimate.is_some(), target.missed) {
        (false, _) => "not_testable",
        (true, None) => "pass",
        (true, Some(_)) => "miss",
    };
    let estimate = |pick: fn(&crate::analysis::interval::Estimate) -> f64| row.estimate.as_ref().map_or(String::new(), |e| number(pick(e)));
    vec![
        target.id.to_owned(),
        target.strength.key().to_owned(),
        target.status.key().to_owned(),
        u8::from(target.decides()).to_string(),
        target.finding.get(language).to_owned(),
        target.published.to_owned(),
        target.source.to_owned(),
        number(low),
        number(high),
        study.to_owned(),
        how.to_owned(),
        estimate(|e| e.mean),
        estimate(|e| e.error),
        estimate(|e| e.low),
        estimate(|e| e.high),
        row.estimate.map_or(String::new(), |e| e.n.to_string()),
        row.verdict.key().to_owned(),
        last.to_owned(),
        why.to_owned(),
    ]
}
