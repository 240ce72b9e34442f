//! # What a comparison finds
//!
//! Policies beside the reference, the ladder of worths, and, at a worth that was said, the order with what would change it.

use super::outcome::Outcomes;
use super::ranking::{Policy, Ranking, Wish, policies, ranking};
use super::tipping::{Tipping, tipping};
use super::worth::{Step, ladder};
use crate::analysis::survival::Survival;
use crate::scenario::Scenario;

/// Everything that a comparison found.
#[derive(Clone, Debug)]
pub struct Findings {
    /// What came of each life.
    pub outcomes: Outcomes,
    /// The policies, the reference first.
    pub policies: Vec<Policy>,
    /// The ladder.
    pub ladder: Vec<Step>,
    /// The worth that was said, and the order at it.
    pub ranking: Option<(f64, Ranking)>,
    /// What would change the order.
    pub tipping: Vec<Tipping>,
}

/// Compares by what is wished.
pub fn findings(scenario: &Scenario, outcomes: Outcomes, wish: Wish) -> Findings {
    let policies = policies(&outcomes, &wish);
    let ranking = wish.worth.map(|worth| (worth, ranking(&outcomes, &policies, worth, wish.near)));
    let tipping = ranking.as_ref().map_or(Vec::new(), |(worth, ranking)| tipping(scenario, &policies, ranking, *worth));
    Findings { ladder: ladder(&outcomes, &policies), outcomes, policies, ranking, tipping }
}

impl Findings {
    /// The policies without an order: the reference, then the others by what they cost.
    pub fn by_cost(&self) -> impl Iterator<Item = &Policy> {
        let mut rest: Vec<&Policy> = self.policies.iter().skip(1).collect();
        rest.sort_by(|one, other| one.cost.mean.total_cmp(&other.cost.mean).then(one.arm.cmp(&other.arm)));
        self.policies.iter().take(1).chain(rest)
    }

    /// How long the lives of a policy were without trust: over those in which it visibly fell.
    pub fn returns(&self, policy: &Policy) -> Survival {
        Survival::of(&self.outcomes.waits(policy.arm))
    }

    /// How long it took them to be level with their twins.
    pub fn levels(&self, policy: &Policy) -> Survival {
        Survival::of(&self.outcomes.levels(policy.arm))
    }
}
