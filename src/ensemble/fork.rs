//! # Where futures part
//!
//! Until the first day on which a scenario plans anything, its life is that of every scenario which plans nothing before that day
//! either: of its twin, of other breaches, of other repairs. That part is lived once for each dice and kept, so that a change of plan
//! costs only the days after it. Whoever moves a lever sees the curve move.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::dynamics::{Morning, Processor, State};
use crate::ensemble::live::{live_from, live_until};
use crate::ensemble::past::{Pasts, seats};
use crate::observe::Life;
use crate::observe::record::{Record, survey_days};
use crate::scenario::{Happening, Run, Scenario, When};

/// Most forks that are kept.
const MOST: usize = 256;
/// Most seats in all that are kept.
const MOST_SEATS: u64 = 100_000;

/// The forks of those who try one plan after another.
#[derive(Default)]
pub struct Forks {
    pasts: Arc<Pasts>,
    kept: VecDeque<Fork>,
}

struct Fork {
    before: Scenario,
    dice: u32,
    morning: Morning,
    record: Record,
}

impl Forks {
    /// None yet, on pasts that others know too.
    pub fn sharing(pasts: Arc<Pasts>) -> Self {
        Self { pasts, kept: VecDeque::new() }
    }

    /// One life of a scenario, the same as [`live`](crate::ensemble::live::live) gives; `goes_on` is asked after every day that is
    /// lived now, and the life is given up when it says no.
    pub fn live(&mut self, scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Life> {
        let Some(day) = parts_on(scenario) else { return live_from(&self.pasts, scenario, dice, goes_on) };
        let before = until(scenario, day);
        if let Some(at) = self.kept.iter().position(|fork| fork.dice == dice && fork.before == before) {
            let known = self.kept.remove(at)?;
            self.kept.push_back(known);
        } else {
            let day_zero = self.pasts.day_zero(&before, dice, goes_on)?;
            let mut state = State::from(Processor::widest(), &before, day_zero);
            let mut record = Record::new(&before);
            live_until(&mut state, &mut record, day, goes_on, &mut |_| {})?;
            let morning = Morning::of(&state);
            self.kept.push_back(Fork { before, dice, morning, record });
            while self.kept.len() > MOST
                || (self.kept.len() > 1 && self.kept.iter().map(|fork| seats(&fork.before)).sum::<u64>() > MOST_SEATS)
            {
                self.kept.pop_front();
            }
        }
        let fork = self.kept.back()?;
        let mut record = fork.record.clone().under(scenario);
        let mut state = fork.morning.clone().under(Processor::widest(), scenario);
        live_until(&mut state, &mut record, scenario.run.length + 1, goes_on, &mut |_| {})?;
        Some(record.finish(&state.affairs.diary))
    }
}

/// The first day on which a scenario plans anything; `None` where there is none within its length, where something may come by chance
/// or on a signal at any time, or where the ledger is kept.
fn parts_on(scenario: &Scenario) -> Option<u32> {
    if scenario.run.ledger {
        return None;
    }
    let mut first: Option<u32> = None;
    let acts = scenario.events.iter().filter(|event| event.what != Happening::Survey).map(|event| &event.when);
    for when in acts.chain(scenario.repairs.iter().map(|repair| &repair.when)) {
        match when {
            When::Days(days) => first = first.into_iter().chain(days.iter().copied()).min(),
            When::After { .. } => {} // what it follows is planned itself, or comes by chance
            When::PerYear(_) | When::TrustBelow { .. } | When::AfterBreach { .. } => return None,
        }
    }
    first.filter(|day| *day > 0 && *day <= scenario.run.length)
}

/// What is lived before that day.
fn until(scenario: &Scenario, day: u32) -> Scenario {
    let mut surveys = survey_days(scenario);
    surveys.retain(|survey| *survey < day);
    let run = &scenario.run;
    let run = Run {
        length: day,
        seed: run.seed,
        record: run.record,
        record_teams: run.record_teams,
        survey_categories: run.survey_categories,
        sociometric: run.sociometric,
        surveys,
        ..Run::default()
    };
    Scenario {
        run,
        organisation: scenario.organisation.clone(),
        practices: scenario.practices,
        initial_trust: scenario.initial_trust,
        people: scenario.people.clone(),
        mechanisms: scenario.mechanisms,
        parameters: scenario.parameters,
        past: scenario.past.clone(),
        ..Scenario::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::live::live;
    use crate::ensemble::plan::plan;
    use crate::scenario::shipped::{SHIPPED, Shipped};

    fn shipped(name: &str) -> Scenario {
        let text = format!("based_on = \"{name}.toml\"\n[run]\nlength = \"14 months\"\n[organisation]\nteams = 3\nyears_before = 1\n");
        let mut scenario = crate::scenario::read::read_text("scenario.toml", &text).unwrap().scenario;
        scenario.run.replicates = 2;
        scenario
    }

    #[test]
    fn a_life_that_goes_on_from_a_fork_is_the_life() {
        let mut parted = 0;
        for name in SHIPPED.iter().map(Shipped::name).filter(|name| !name.contains('/')) {
            let mut forks = Forks::default();
            for plan in plan(&shipped(name)) {
                parted += usize::from(parts_on(&plan.scenario).is_some());
                for dice in 0..2 {
                    let forked = forks.live(&plan.scenario, dice, &mut || true).unwrap();
                    assert_eq!(format!("{forked:?}"), format!("{:?}", live(&plan.scenario, dice)), "{name} {} {dice}", plan.name);
                }
            }
        }
        assert!(parted > 10, "{parted}");
    }

    #[test]
    fn what_lies_before_is_lived_once() {
        let scenario = shipped("repair");
        let first = parts_on(&scenario).unwrap();
        let (mut forks, mut days) = (Forks::default(), 0);
        forks.live(&scenario, 0, &mut || true).unwrap();
        forks
            .live(&scenario, 0, &mut || {
                days += 1;
                true
            })
            .unwrap();
        assert_eq!(days, scenario.run.length - first);
        assert!(forks.live(&scenario, 1, &mut || false).is_none(), "it can be given up");
    }
}
