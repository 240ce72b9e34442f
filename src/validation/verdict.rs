//! # The verdict on a target

use super::evidence::Evidence;
use super::study::{Effort, Study};
use super::target::{Claim, Protocol, Strength, Target};
use crate::analysis::interval::{Estimate, estimate};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The model shows it.
    Pass,
    /// The model does not show it.
    Miss,
    /// The tables do not tell.
    NotTestable,
}

impl Verdict {
    /// The word in tables.
    pub const fn key(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Miss => "miss",
            Verdict::NotTestable => "not_testable",
        }
    }
}

/// A target with what the model showed.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// The target.
    pub target: Target,
    /// The simulated figure, if there is one.
    pub estimate: Option<Estimate>,
    /// What came of it.
    pub verdict: Verdict,
}

impl Judged {
    /// Whether it was met at the last release and is not any more. A quick look calls it lost only where luck cannot be the
    /// reason: where the whole interval lies outside what is asked.
    pub fn is_lost(&self, effort: Effort) -> bool {
        let missed = self.target.decides() && self.target.missed.is_none() && self.verdict == Verdict::Miss;
        missed && (effort == Effort::Full || self.is_beyond_luck())
    }

    fn is_beyond_luck(&self) -> bool {
        self.estimate.is_none_or(|estimate| match self.target.claim {
            Claim::Within(low, high) => estimate.high < low || estimate.low > high,
            Claim::Above(least) => estimate.high <= least || estimate.high < least + self.target.matters,
        })
    }

    /// Whether it was missed at the last release and is met now.
    pub fn is_won(&self) -> bool {
        self.target.decides() && self.target.missed.is_some() && self.verdict == Verdict::Pass
    }
}

/// The verdict on a target whose study was lived; `None` if it needs another.
pub fn judge(target: &Target, study: Study, evidence: &Evidence) -> Option<Judged> {
    let Protocol::Computed { study: needed, figure, .. } = target.protocol else { return None };
    (needed == study).then(|| weigh(target, estimate(&figure(evidence))))
}

/// The verdict on a target that cannot be computed.
pub fn not_testable(target: &Target) -> Option<Judged> {
    matches!(target.protocol, Protocol::NotTestable(_)).then_some(Judged { target: *target, estimate: None, verdict: Verdict::NotTestable })
}

fn weigh(target: &Target, estimate: Estimate) -> Judged {
    let meets = match target.claim {
        Claim::Within(low, high) => (low..=high).contains(&estimate.mean),
        Claim::Above(least) => estimate.low > least && estimate.mean >= least + target.matters,
    };
    Judged { target: *target, estimate: Some(estimate), verdict: if meets { Verdict::Pass } else { Verdict::Miss } }
}

/// How many of the targets that decide, of these strengths, are met, and of how many.
pub fn share(judged: &[Judged], strengths: &[Strength]) -> (usize, usize) {
    let counted = judged.iter().filter(|row| row.target.decides() && strengths.contains(&row.target.strength));
    counted.fold((0, 0), |(met, all), row| (met + usize::from(row.verdict == Verdict::Pass), all + 1))
}
