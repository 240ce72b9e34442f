//! # Null models
//!
//! What a model without the mechanism in question shows: without it a score says nothing.
//!
//! | null     | what it is                                                                                       |
//! |----------|--------------------------------------------------------------------------------------------------|
//! | trust    | trust is moved by nothing: people keep their first impressions                                     |
//! | outcomes | outcomes are moved by nothing: trust and strain move no outcome of a person or a team              |
//! | all      | every mechanism that is on by default is off                                                       |
//!
//! **Read it as.** First impressions hang on propensity, so people differ in trust under each of them; a finding that all three meet
//! is met by any model of people who differ.
//!
//! **Made again** by `onfoot validate --nulls`, which writes `nulls.csv`; what it showed at this release is shipped
//! (`src/validation/nulls.csv`).

use std::sync::atomic::AtomicBool;

use super::ablation::mechanisms;
use super::verdict::Verdict;
use super::{Plan, confront};
use crate::ensemble::run::Progress;
use crate::scenario::fault::Fault;
use crate::theory::Parameters;

/// A null model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Null {
    /// Trust is moved by nothing.
    Trust,
    /// Outcomes are moved by nothing.
    Outcomes,
    /// No mechanism at all.
    All,
}

/// The mechanisms that move trust.
const MOVE_TRUST: [&str; 11] = [
    "behaviour",
    "practices_seen",
    "practices_work",
    "breaches",
    "incidents",
    "repair",
    "gossip",
    "team_mood",
    "line_spillover",
    "forgetting",
    "retaliation",
];

impl Null {
    /// All.
    pub const ALL: [Null; 3] = [Null::Trust, Null::Outcomes, Null::All];

    /// The word in tables.
    pub const fn key(self) -> &'static str {
        match self {
            Null::Trust => "trust",
            Null::Outcomes => "outcomes",
            Null::All => "all",
        }
    }

    /// What it changes in every study, each `KEY=VALUE`.
    pub fn set(self) -> Vec<String> {
        let off = |key: &str| format!("mechanisms.{key}=false");
        match self {
            Null::Trust => MOVE_TRUST.map(off).to_vec(),
            Null::Outcomes => {
                let by_trust = |key: &str| ["_colleague", "_leader", "_top"].iter().any(|end| key.ends_with(end));
                let moves = |group: &str, key: &str| match group {
                    "outcome" => (by_trust(key) || key.ends_with("_strain")) && !key.starts_with("mean_") && !key.starts_with("sd_"),
                    "team" => by_trust(key),
                    _ => false,
                };
                let listed = Parameters::listed().filter(|known| moves(known.group, known.row.key));
                listed.map(|known| format!("{}=0", known.path())).chain([off("withdrawal"), off("own_outcomes")]).collect()
            }
            Null::All => mechanisms().map(|(key, _)| off(key)).collect(),
        }
    }
}

/// The findings under each null model; `None` when stopped.
///
/// # Errors
/// A change that does not fit a study.
pub fn nulls(plan: Plan<'_>, stop: &AtomicBool, progress: &(dyn Fn(Progress) + Sync)) -> Result<Option<Shipped>, Vec<Fault>> {
    let total = Null::ALL.len() as u64;
    let mut rows = Vec::new();
    for (done, null) in (0..).zip(Null::ALL) {
        let set: Vec<String> = plan.set.iter().cloned().chain(null.set()).collect();
        let within = |now: Progress| progress(Progress { done, total, share: (done as f64 + now.share) / total as f64 });
        let Some(judged) = confront(Plan { set: &set, ..plan }, stop, &within)? else { return Ok(None) };
        rows.extend(judged.iter().map(|found| Row {
            null: null.key().to_owned(),
            id: found.target.id.to_owned(),
            simulated: found.estimate.map_or(f64::NAN, |estimate| estimate.mean),
            met: found.verdict == Verdict::Pass,
        }));
    }
    Ok(Some(Shipped(rows)))
}

/// What null models showed of one finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The key of the null model.
    pub null: String,
    /// The number of the finding.
    pub id: String,
    /// The simulated figure; NaN where there is none.
    pub simulated: f64,
    /// Whether the null model meets it.
    pub met: bool,
}

/// What null models show of the findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shipped(Vec<Row>);

impl Shipped {
    /// What they showed at this release.
    pub fn at_release() -> Self {
        Self::read(include_str!("nulls.csv"))
    }

    /// From the text of a `nulls.csv`.
    pub fn read(text: &str) -> Self {
        let row = |line: &str| {
            let mut cells = line.split(',');
            let (null, id) = (cells.next()?.to_owned(), cells.next()?.to_owned());
            let simulated = cells.next()?.parse().unwrap_or(f64::NAN);
            Some(Row { null, id, simulated, met: cells.next()? == Verdict::Pass.key() })
        };
        Self(text.lines().skip(1).filter_map(row).collect())
    }

    /// Its rows.
    pub fn rows(&self) -> &[Row] {
        &self.0
    }

    fn find(&self, null: Null, id: &str) -> Option<&Row> {
        self.0.iter().find(|row| row.null == null.key() && row.id == id)
    }

    /// Whether a null model meets a finding.
    pub fn meets(&self, null: Null, id: &str) -> bool {
        self.find(null, id).is_some_and(|row| row.met)
    }

    /// The figure of a null model; NaN where there is none.
    pub fn simulated(&self, null: Null, id: &str) -> f64 {
        self.find(null, id).map_or(f64::NAN, |row| row.simulated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::published::all;
    use crate::validation::study::{Effort, Study};

    #[test]
    fn every_null_fits_every_study() {
        for null in Null::ALL {
            for study in Study::ALL {
                assert!(study.scenario(&null.set(), Effort::Quick).is_ok(), "{null:?} {study:?}");
            }
        }
    }

    #[test]
    fn what_null_models_show_of_every_finding_is_shipped() {
        let shipped = Shipped::at_release();
        for target in all().iter().filter(|target| target.study().is_some()) {
            for null in Null::ALL {
                assert!(
                    shipped.find(null, target.id).is_some(),
                    "{} {}: onfoot validate --nulls, then copy output/validation/nulls.csv to src/validation/nulls.csv",
                    null.key(),
                    target.id
                );
            }
        }
    }
}
