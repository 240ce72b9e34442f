//! # Confronting the model with what is published
//!
//! [`published`] holds the findings as data, [`study`] the scenarios that stand for the studies, [`evidence`] what their
//! tables say, [`verdict`] what comes of it; [`work`] the publications behind it all.

pub mod ablation;
pub mod article;
#[doc = include_str!("needed.md")]
pub mod needed {}
pub mod evidence;
pub mod null;
pub mod published;
pub mod score;
pub mod statistics;
pub mod study;
pub mod target;
pub mod verdict;
pub mod work;

use std::sync::atomic::AtomicBool;

use crate::ensemble::run::Progress;
use crate::scenario::Scenario;
use crate::scenario::fault::Fault;
use study::{Effort, Study};
use target::Target;
use verdict::{Judged, judge, not_testable};

/// How the findings are to be confronted.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The findings.
    pub targets: &'a [Target],
    /// Changes to every study, each `KEY=VALUE`.
    pub set: &'a [String],
    /// How many replicates.
    pub effort: Effort,
    /// Threads; 0 for all cores.
    pub threads: usize,
}

/// Lives the studies that the findings need, one after another, and judges; `None` when stopped.
///
/// # Errors
/// A change that does not fit a study.
pub fn confront(plan: Plan<'_>, stop: &AtomicBool, progress: &(dyn Fn(Progress) + Sync)) -> Result<Option<Vec<Judged>>, Vec<Fault>> {
    let needed = |study: &&Study| plan.targets.iter().any(|target| target.study() == Some(**study));
    let scenarios: Vec<(Study, Scenario)> = Study::ALL
        .iter()
        .filter(needed)
        .map(|&study| Ok((study, study.scenario(plan.set, plan.effort)?)))
        .collect::<Result<_, Vec<Fault>>>()?;
    let total: u64 = scenarios.iter().map(|(_, scenario)| person_days(scenario)).sum();
    let lives: u64 = scenarios.iter().map(|(_, scenario)| lives(scenario)).sum();
    let (mut judged, mut days, mut done): (Vec<Judged>, u64, u64) = (Vec::new(), 0, 0);
    for (study, scenario) in &scenarios {
        let within = |now: Progress| {
            let share = (days as f64 + now.share * person_days(scenario) as f64) / total.max(1) as f64;
            progress(Progress { done: done + now.done, total: lives, share });
        };
        let Some(evidence) = study::lived(scenario, plan.threads, stop, &within) else { return Ok(None) };
        judged.extend(plan.targets.iter().filter_map(|target| judge(target, *study, &evidence)));
        (days, done) = (days + person_days(scenario), done + self::lives(scenario));
    }
    let row = |target: &Target| not_testable(target).or_else(|| judged.iter().find(|judged| judged.target.id == target.id).copied());
    Ok(Some(plan.targets.iter().filter_map(row).collect()))
}

/// How many lives a plan takes; 0 if one of its changes does not fit.
pub fn lives_of(plan: &Plan<'_>) -> u64 {
    let needed = |study: &&Study| plan.targets.iter().any(|target| target.study() == Some(**study));
    Study::ALL.iter().filter(needed).map(|study| study.scenario(plan.set, plan.effort).map_or(0, |scenario| lives(&scenario))).sum()
}

fn lives(scenario: &Scenario) -> u64 {
    scenario.arms.len().max(1) as u64 * u64::from(scenario.run.replicates)
}

fn person_days(scenario: &Scenario) -> u64 {
    let size = scenario.organisation.team_size;
    lives(scenario) * u64::from(scenario.run.length) * u64::from(scenario.organisation.teams) * u64::from(size.min + size.max) / 2
}
