//! # Studies
//!
//! The scenarios from which the simulated figures come. They are ordinary files, in `studies/`, and can be run and changed
//! like any other.

use std::sync::atomic::AtomicBool;

use super::evidence::Evidence;
use crate::ensemble::keep::Memory;
use crate::ensemble::live::live;
use crate::ensemble::plan::plan;
use crate::ensemble::run::{Progress, run};
use crate::ensemble::{ArmLives, ArmPlan};
use crate::scenario::fault::Fault;
use crate::scenario::read::read_text_with;
use crate::scenario::{Arm, Scenario};

/// Names the studies: one line each.
macro_rules! studies {
    ($($(#[$doc:meta])* $study:ident: $file:literal;)*) => {
        /// A study.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Study { $($(#[$doc])* $study,)* }

        impl Study {
            /// All.
            pub const ALL: &[Study] = &[$(Study::$study),*];

            /// The name of its file.
            pub const fn name(self) -> &'static str {
                match self { $(Study::$study => $file,)* }
            }

            /// Its scenario, as text.
            pub const fn text(self) -> &'static str {
                match self { $(Study::$study => include_str!(concat!("studies/", $file, ".toml")),)* }
            }
        }
    };
}

studies! {
    /// The default preset, undisturbed, with surveys after three years.
    Baseline: "baseline";
    /// The preset with quits as in the United States.
    UnitedStates: "united-states";
    /// Organisations from poor to rich in institutional practices.
    Organisations: "organisations";
    /// People who start on the same day and do not know one another.
    Newcomers: "newcomers";
    /// A breach of competence or of integrity by every leader, and what is said or done about it.
    Repair: "repair";
    /// A breach between two people, with and without a lie, and what is said or done about it.
    Pairs: "pairs";
    /// A second breach after an apology.
    Twice: "twice";
    /// One practice raised by a step.
    Practices: "practices";
    /// Teams alike or mixed in propensity.
    Mixed: "mixed";
    /// Better leaders under an unchanged top.
    Leaders: "leaders";
    /// A breach by top management.
    Top: "top";
    /// A lay-off, small or large.
    LayOff: "layoff";
    /// Small incidents, repaired early or late.
    Early: "early";
    /// A pay cut, explained or not, under fair decisions or unfair ones.
    PayCut: "paycut";
    /// Strangers who trust too little, and what they get to see.
    Feedback: "feedback";
    /// One person in each team is hurt, unseen by the others.
    Hurt: "hurt";
    /// Colleagues who have not met for three years.
    Dormant: "dormant";
    /// Everybody answers about each teammate.
    Whom: "whom";
}

/// How many replicates are lived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As many as the study's file says.
    Full,
    /// A quarter of them, for a look while working; at least 16.
    Quick,
    /// So many.
    Of(u32),
}

impl Effort {
    /// That of `--quick`, or the full one.
    pub fn of(quick: bool) -> Self {
        if quick { Self::Quick } else { Self::Full }
    }
}

impl Study {
    /// Its scenario with these changes, each `KEY=VALUE`, in it and in all of its arms.
    ///
    /// # Errors
    /// The faults of a change that does not fit.
    pub fn scenario(self, set: &[String], effort: Effort) -> Result<Scenario, Vec<Fault>> {
        let mut scenario = read_text_with(self.name(), self.text(), set)?.scenario;
        let replicates = match effort {
            Effort::Full => scenario.run.replicates,
            Effort::Quick => (scenario.run.replicates / 4).max(16),
            Effort::Of(replicates) => replicates,
        };
        let shorten = |scenario: &mut Scenario| scenario.run.replicates = replicates;
        shorten(&mut scenario);
        scenario.arms.iter_mut().for_each(|Arm { scenario, .. }| shorten(scenario));
        Ok(scenario)
    }
}

/// Lives a study in memory; `None` when stopped. A life that fails is left out, with its fellows in the other arms.
pub fn lived(scenario: &Scenario, threads: usize, stop: &AtomicBool, progress: &(dyn Fn(Progress) + Sync)) -> Option<Evidence> {
    let (plans, memory) = (plan(scenario), Memory::default());
    let Ok(_) = run(&plans, &memory, threads, live, stop, progress);
    let arms = plans.iter().map(|plan: &ArmPlan| memory.lives(plan)).collect::<Option<Vec<ArmLives>>>()?;
    let whole = |replicate: usize| arms.iter().all(|arm| arm.lives[replicate].is_ok());
    let kept: Vec<bool> = (0..scenario.run.replicates as usize).map(whole).collect();
    let lives = |arm: ArmLives| {
        let lives = arm.lives.into_iter().zip(&kept).filter(|(_, kept)| **kept).filter_map(|(life, _)| life.ok());
        (arm.arm, lives.collect())
    };
    Some(Evidence::of(arms.into_iter().map(lives).collect()))
}
