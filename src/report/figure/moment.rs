//! # Moments
//!
//! What happens on known days: the vertical rules of a figure.

use crate::ensemble::ArmLives;
use crate::observe::EntryKind;
use crate::scenario::{Happening, Scenario, When};
use crate::text::{Language, Text};
use crate::words::figure as words;

/// Something that happens on a known day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub day: u32,
    pub what: String,
    pub breach: bool,
}

/// The day of the first scheduled breach.
pub fn first_breach(scenario: &Scenario) -> Option<u32> {
    breaches(scenario).map(|(_, day)| day).filter(|day| *day <= scenario.run.length).min()
}

/// The days of an event that has days.
fn days(when: &When) -> &[u32] {
    if let When::Days(days) = when { days } else { &[] }
}

/// The scheduled breaches: index in the events and day.
fn breaches(scenario: &Scenario) -> impl Iterator<Item = (usize, u32)> + '_ {
    let events = scenario.events.iter().enumerate().filter(|_| scenario.mechanisms.breaches);
    events.filter(|(_, event)| event.what.breaks().is_some()).flat_map(|(i, event)| days(&event.when).iter().map(move |day| (i, *day)))
}

/// Everything that happens on known days of an arm, by day. A repair that waits for a signal stands on the day on which
/// it first starts in the middle one of the lives, if it starts in at least half of them.
pub fn moments(scenario: &Scenario, lives: &ArmLives, language: Language) -> Vec<Moment> {
    let mut moments = Vec::new();
    for event in &scenario.events {
        let Some((what, breach)) = name(&event.what) else { continue };
        if !breach || (scenario.mechanisms.breaches && event.what.breaks().is_some()) {
            moments.extend(days(&event.when).iter().map(|&day| Moment { day, what: what.get(language).to_owned(), breach }));
        }
    }
    for (index, repair) in scenario.repairs.iter().enumerate().filter(|_| scenario.mechanisms.repair) {
        let what = repair.what.row().name.get(language).to_owned();
        let starts = match &repair.when {
            When::Days(days) => days.clone(),
            When::After { event, delay } => {
                breaches(scenario).filter(|(i, _)| i == event).map(|(_, day)| day.saturating_add(*delay)).collect()
            }
            When::AfterBreach { .. } | When::TrustBelow { .. } | When::PerYear(_) => {
                usual_start(lives, scenario.number_of_repair(index)).into_iter().collect()
            }
        };
        moments.extend(starts.into_iter().map(|day| Moment { day, what: what.clone(), breach: false }));
    }
    moments.retain(|moment| moment.day <= scenario.run.length);
    moments.sort_by_key(|moment| (moment.day, !moment.breach));
    moments.dedup();
    moments
}

fn name(what: &Happening) -> Option<(Text, bool)> {
    match what {
        Happening::Breach(breach) => Some((words::breach(breach.by), true)),
        Happening::Practice { .. } => Some((words::PRACTICES_CHANGE, false)),
        Happening::Exit { .. } => Some((words::PEOPLE_LEAVE, false)),
        Happening::Conduct { .. } => Some((words::CONDUCT_CHANGES, false)),
        Happening::ImposedLoss { .. } => Some((words::IMPOSED_LOSS, false)),
        Happening::Shock { kind, .. } => Some((words::shock(*kind), false)),
        Happening::Survey => None,
    }
}

fn usual_start(lives: &ArmLives, repair: u32) -> Option<u32> {
    let good: Vec<_> = lives.lives.iter().flatten().collect();
    let start = |entries: &[crate::observe::Entry]| entries.iter().find(|e| e.event == EntryKind::Repair && e.id == repair).map(|e| e.day);
    let mut starts: Vec<u32> = good.iter().filter_map(|life| start(&life.events)).collect();
    starts.sort_unstable();
    (!starts.is_empty() && 2 * starts.len() >= good.len()).then(|| starts[starts.len() / 2])
}
