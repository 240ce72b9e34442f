//! # What came out of a run
//!
//! All lives, and what they say together. Nothing here is worked out twice: a screen, a table, a picture or a page asks.

use crate::analysis::recovery::{RecoverySummary, recovery};
use crate::analysis::summary::{SummaryRow, summary};
use crate::comparison::Wish;
use crate::comparison::effect::{Effect, effects};
use crate::comparison::hypothesis::{Judgement, judge};
use crate::comparison::outcome::{Outcomes, outcomes, reference};
use crate::comparison::{Findings, findings};
use crate::doubt::{self, Doubt};
use crate::ensemble::{ArmLives, ArmPlan};
use crate::scenario::Scenario;

/// What came out of a run.
#[derive(Clone, Debug)]
pub struct Results {
    /// The scenario that was lived.
    pub scenario: Scenario,
    /// The arms, then their twins.
    pub plans: Vec<ArmPlan>,
    /// Their lives, plan by plan. Of a run that is kept in a folder answers to surveys, ledgers and most values of teams stand
    /// in its tables only.
    pub arms: Vec<ArmLives>,
    /// How trust came back in each arm, twins apart: breach by breach, referent by referent.
    pub recoveries: Vec<Vec<RecoverySummary>>,
    /// What policies are judged by; nothing where there is one arm.
    pub outcomes: Option<Outcomes>,
    /// What became of the hypotheses.
    pub judged: Vec<Judgement>,
    /// On what the arms hang, if that was looked for.
    pub doubt: Option<Doubt>,
    /// Lives in all.
    pub lives: u64,
    /// Those that failed.
    pub failed: u64,
}

impl Results {
    /// What these lives say. Of a run in worlds it is known from the lives on what the arms hang; else it may have been `screened`.
    pub fn of(scenario: &Scenario, plans: &[ArmPlan], arms: Vec<ArmLives>, screened: Option<Doubt>) -> Self {
        let twin = |arm: &ArmLives| arms.iter().find(|twin| arm.twin.as_ref() == Some(&twin.arm));
        let real = plans.iter().zip(&arms).filter(|(plan, _)| !plan.is_twin);
        let recoveries = real.map(|(plan, arm)| recovery(&plan.scenario, arm, twin(arm))).collect();
        let outcomes = (scenario.arms.len() > 1).then(|| outcomes(scenario, plans, &arms, reference(plans)));
        let judged = outcomes.as_ref().map_or(Vec::new(), |outcomes| judge(scenario, &arms, outcomes));
        let doubt = screened.or_else(|| doubt::of_run(scenario, plans, &arms));
        let lives = || arms.iter().flat_map(|arm| &arm.lives);
        let (all, failed) = (lives().count() as u64, lives().filter(|life| life.is_err()).count() as u64);
        Self { scenario: scenario.clone(), plans: plans.to_vec(), recoveries, outcomes, judged, doubt, lives: all, failed, arms }
    }

    /// How trust came back: arm by arm, breach by breach, referent by referent.
    pub fn recovery(&self) -> impl Iterator<Item = &RecoverySummary> {
        self.recoveries.iter().flatten()
    }

    /// Every measure of every arm on every recorded day, over its lives.
    pub fn summary(&self) -> Vec<SummaryRow> {
        summary(&self.plans, &self.arms)
    }

    /// Every measure at the end beside the reference, life by life; nothing where there is one arm.
    pub fn effects(&self) -> Vec<Effect> {
        if self.outcomes.is_some() { effects(&self.plans, &self.arms, reference(&self.plans)) } else { Vec::new() }
    }

    /// Which arm is worth its cost; nothing where there is one arm.
    pub fn comparison(&self, wish: Wish) -> Option<Findings> {
        self.outcomes.clone().map(|outcomes| findings(&self.scenario, outcomes, wish))
    }
}
