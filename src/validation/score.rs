//! # Scores
//!
//! How much of what is published the model shows, in three parts that are never added up.
//!
//! ```text
//!   score    = findings met / findings counted
//!   interval = (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n)          p the score, n counted, z = 1.96
//! ```
//!
//! | part      | what it holds                                                                                     |
//! |-----------|---------------------------------------------------------------------------------------------------|
//! | fitted    | magnitudes of the sources that the preset is fitted to ([`FITTED`])                              |
//! | predicted | magnitudes of all other sources                                                                   |
//! | sign      | findings of which only the direction was published                                                |
//!
//! **What counts.** A finding that can be computed and whose number was not written down from memory; of findings that are one figure of
//! one study, the first; no finding that every null model ([`null`](super::null)) meets too: it tells nothing of the model.
//!
//! **How the sources were divided.** Before the refit, by source and not by row, so that no study is half fitted, half predicted: what says
//! *which* organisation the preset is (the Belgian levels, and the American turnover that has a preset of its own) and the one
//! meta-analysis with a profile for each of two referents are fitted; every other source is predicted. That is 24 rows against 21.
//!
//! **Read it as.** Fitted findings say that the model can be brought there; predicted ones that what it was brought to
//! reaches further. Some parameters had been set, by hand or in an earlier fit, with a predicted finding in view: `grounds` of the parameter
//! names it. That part of a prediction is a check of consistency.
//!
//! **Limits.** The interval takes findings for independent; those of one study are not quite.
//!
//! **Source.** The interval: Wilson (1927).

use super::null::{Null, Shipped};
use super::target::{Claim, Target};
use super::verdict::{Judged, Verdict};

/// The sources that the preset is fitted to.
pub const FITTED: [&str; 5] = ["Hallelujah/iVox 2021", "Securex 2024", "BAT Flanders", "JOLTS", "Dirks & Ferrin 2002"];

/// What kind of test a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A magnitude that the preset is fitted to.
    Fitted,
    /// A magnitude that it predicts.
    Predicted,
    /// A direction.
    Sign,
}

impl Part {
    /// All.
    pub const ALL: [Part; 3] = [Part::Fitted, Part::Predicted, Part::Sign];

    /// The word in tables.
    pub const fn key(self) -> &'static str {
        match self {
            Part::Fitted => "fitted",
            Part::Predicted => "predicted",
            Part::Sign => "sign",
        }
    }

    /// Of a finding.
    pub fn of(target: &Target) -> Self {
        match target.claim {
            Claim::Above(_) => Part::Sign,
            Claim::Within(..) if FITTED.contains(&target.source) => Part::Fitted,
            Claim::Within(..) => Part::Predicted,
        }
    }
}

/// Why a finding does or does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Counts,
    /// It cannot be computed, or its number is from memory.
    Undecided,
    /// It is the figure of this finding before it.
    SameAs(&'static str),
    /// Every null model meets it.
    TellsNothing,
}

impl Standing {
    /// The word in tables.
    pub const fn key(self) -> &'static str {
        match self {
            Standing::Counts => "counts",
            Standing::Undecided => "undecided",
            Standing::SameAs(_) => "same_figure",
            Standing::TellsNothing => "tells_nothing",
        }
    }
}

/// The standing of each of these findings, given what null models show.
pub fn standings(judged: &[Judged], nulls: &Shipped) -> Vec<Standing> {
    let figure = |row: &Judged| row.estimate.map(|estimate| (row.target.study(), estimate.mean.abs().to_bits()));
    let standing = |(at, row): (usize, &Judged)| {
        if !row.target.decides() {
            return Standing::Undecided;
        }
        let twin = judged[..at].iter().find(|other| other.target.decides() && figure(other) == figure(row));
        match twin {
            Some(twin) => Standing::SameAs(twin.target.id),
            None if Null::ALL.iter().all(|&null| nulls.meets(null, row.target.id)) => Standing::TellsNothing,
            None => Standing::Counts,
        }
    };
    judged.iter().enumerate().map(standing).collect()
}

/// How many findings of a part are met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Which part.
    pub part: Part,
    /// Met.
    pub met: usize,
    /// Counted.
    pub of: usize,
    /// Met by each null model, of the same findings.
    pub nulls: [usize; 3],
}

impl Score {
    /// The share met, with its 95 % interval; NaN where nothing counts.
    pub fn share(&self) -> [f64; 3] {
        let (met, of) = (self.met as f64, self.of as f64);
        let (p, z) = (met / of, 1.959_964);
        let (middle, reach) = (p + z * z / (2.0 * of), z * (p * (1.0 - p) / of + z * z / (4.0 * of * of)).sqrt());
        let whole = 1.0 + z * z / of;
        [p, (middle - reach) / whole, (middle + reach) / whole]
    }
}

/// The three scores.
pub fn scores(judged: &[Judged], nulls: &Shipped) -> [Score; 3] {
    let standings = standings(judged, nulls);
    Part::ALL.map(|part| {
        let counted: Vec<&Judged> = judged
            .iter()
            .zip(&standings)
            .filter(|(row, standing)| Part::of(&row.target) == part && **standing == Standing::Counts)
            .map(|(row, _)| row)
            .collect();
        Score {
            part,
            met: counted.iter().filter(|row| row.verdict == Verdict::Pass).count(),
            of: counted.len(),
            nulls: Null::ALL.map(|null| counted.iter().filter(|row| nulls.meets(null, row.target.id)).count()),
        }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::validation::published::all;

    #[test]
    fn sources_are_divided_whole_and_the_halves_are_alike_in_size() {
        let magnitudes: Vec<Target> =
            all().into_iter().filter(|target| target.decides() && matches!(target.claim, Claim::Within(..))).collect();
        let of = |part| magnitudes.iter().filter(|target| Part::of(target) == part).count();
        assert_eq!((of(Part::Fitted), of(Part::Predicted)), (24, 21));
        let sources =
            |part| -> BTreeSet<&str> { magnitudes.iter().filter(|target| Part::of(target) == part).map(|target| target.source).collect() };
        assert!(sources(Part::Fitted).is_disjoint(&sources(Part::Predicted)));
        assert!(FITTED.iter().all(|source| sources(Part::Fitted).contains(source)));
    }

    #[test]
    fn a_score_has_the_interval_of_wilson() {
        let [p, low, high] = Score { part: Part::Fitted, met: 9, of: 10, nulls: [0; 3] }.share();
        assert!((p - 0.9).abs() < 1e-12 && (low - 0.5958).abs() < 1e-3 && (high - 0.9821).abs() < 1e-3, "{low} {high}");
        assert!(Score { part: Part::Sign, met: 0, of: 0, nulls: [0; 3] }.share()[0].is_nan());
    }

    #[test]
    fn the_same_figure_counts_once_and_what_every_null_meets_not_at_all() {
        let of = |id: &str, mean: f64| {
            let target = all().into_iter().find(|target| target.id == id).unwrap();
            let estimate = crate::analysis::interval::Estimate { mean, error: 0.001, low: mean - 0.002, high: mean + 0.002, n: 40 };
            Judged { target, estimate: Some(estimate), verdict: Verdict::Pass }
        };
        let judged = [of("VT-36c", 0.03), of("VT-39b", -0.2), of("VT-39c", 0.2), of("VT-01", 0.66), of("VT-58a", 0.2)];
        let nulls = Shipped::read("null,id,simulated,verdict\ntrust,VT-01,0.66,pass\noutcomes,VT-01,0.66,pass\nall,VT-01,0.66,pass\n");
        let said = standings(&judged, &nulls);
        let expected = [Standing::Counts, Standing::Counts, Standing::SameAs("VT-39b"), Standing::TellsNothing, Standing::Undecided];
        assert_eq!(said, expected);
    }
}
