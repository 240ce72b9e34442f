//! # Many lives
//!
//! [`past`] is what lives share of the time before day 0, [`fork`] what they share until their plans part. [`plan`] says what is to be lived, in which [`world`]s; [`run`] lives it in pieces on all cores
//! and hands them to whoever [`keep`]s them; [`each`] lives without keeping. [`sweep`] lives the points of a sweep; [`weight`] says how many bytes a life takes.

pub mod each;
pub mod fork;
pub mod keep;
pub mod live;
pub mod past;
pub mod plan;
pub mod run;
pub mod sweep;
pub mod weight;
pub mod world;

use serde::{Deserialize, Serialize};

use crate::observe::Life;
use crate::scenario::Scenario;

/// What a life left behind: its record, or why it failed.
pub type LifeResult = Result<Life, String>;

/// All lives of one arm: what tables and figures are made from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ArmLives {
    /// The arm's name; twins are called `twin`, or `twin:ARM` when the arm changes more than its repairs.
    pub arm: String,
    /// The name of this arm's twin among the arms, if it has one.
    pub twin: Option<String>,
    /// In how many worlds it was lived.
    pub worlds: u32,
    /// One entry per life, in the order of their numbers: the record, or why it failed.
    pub lives: Vec<LifeResult>,
}

impl ArmLives {
    /// These lives of a plan's arm.
    pub fn of(plan: &ArmPlan, lives: Vec<LifeResult>) -> Self {
        Self { arm: plan.name.clone(), twin: plan.twin.clone(), worlds: plan.scenario.run.worlds, lives }
    }
}

/// One arm to be lived: its scenario in full, and who its twin is.
#[derive(Clone, Debug)]
pub struct ArmPlan {
    /// The arm's name.
    pub name: String,
    /// Everything about it; no arms of its own.
    pub scenario: Scenario,
    /// The name of its twin among the plans.
    pub twin: Option<String>,
    /// Whether this is itself a twin.
    pub is_twin: bool,
}
