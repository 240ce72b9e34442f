//! # The past that lives share
//!
//! Arms and their twin start from the same day 0, so what lies before it is lived once for each replicate and world and handed
//! on. What is kept is bounded; what has been let go is lived again, with the same result.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use crate::dynamics::{DayZero, Processor};
use crate::scenario::{Scenario, YEAR};

/// Most pasts that are kept.
const MOST: usize = 64;
/// Most seats in all that are kept.
const MOST_SEATS: u64 = 400_000;

/// The scenario before day 0, and the dice.
type PastKey = (u64, u32);
/// A past: none while it is still being lived, or where living it was given up.
type Slot = Arc<Mutex<Option<DayZero>>>;

/// The pasts of an ensemble.
#[derive(Debug, Default)]
pub struct Pasts(Mutex<VecDeque<(PastKey, u64, Slot)>>);

impl Pasts {
    /// The organisation of this scenario on day 0, lived unless somebody has done so; `goes_on` is asked after every day.
    pub fn day_zero(&self, scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<DayZero> {
        let before = scenario.before();
        if !DayZero::takes_time(&before) {
            return DayZero::of(Processor::widest(), scenario, dice, goes_on);
        }
        let slot = self.slot((digest(&before), dice), seats(&before));
        let mut lived = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if lived.is_none() {
            *lived = DayZero::of(Processor::widest(), scenario, dice, goes_on);
        } else {
            (0..before.organisation.years_before * YEAR).all(|_| goes_on()).then_some(())?; // so that days are counted alike
        }
        lived.clone().map(|day_zero| day_zero.under(scenario))
    }

    /// The slot of a past, made if there is none; the oldest go where there are too many.
    fn slot(&self, key: PastKey, seats: u64) -> Slot {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, _, slot)) = kept.iter().find(|(known, _, _)| *known == key) {
            return Arc::clone(slot);
        }
        let slot = Slot::default();
        kept.push_back((key, seats, Arc::clone(&slot)));
        while kept.len() > MOST || (kept.len() > 1 && kept.iter().map(|(_, seats, _)| seats).sum::<u64>() > MOST_SEATS) {
            kept.pop_front();
        }
        slot
    }
}

/// How many pasts of this scenario are kept at most.
pub fn kept_at_most(scenario: &Scenario) -> f64 {
    (MOST_SEATS as f64 / seats(scenario) as f64).clamp(1.0, MOST as f64)
}

/// What tells one past from another; it goes no further than this process.
fn digest(before: &Scenario) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{:?} {:?} {:?}", before.run.seed, before.organisation, before.people).hash(&mut hasher);
    format!("{:?} {:?} {:?}", before.practices, before.mechanisms, before.parameters).hash(&mut hasher);
    hasher.finish()
}

/// Seats at most.
pub(super) fn seats(scenario: &Scenario) -> u64 {
    u64::from(scenario.organisation.teams) * u64::from(scenario.organisation.team_size.max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::live::{live, live_from};
    use crate::scenario::{Arm, ByPractice, Event, Happening, When};

    #[test]
    fn a_shared_past_is_the_one_that_each_would_have_lived() {
        let mut base = Scenario::default();
        (base.run.length, base.organisation.teams) = (20, 3);
        let mut kinder = base.clone();
        kinder.practices = ByPractice::all(0.9);
        kinder.events = vec![Event { id: "ask".into(), when: When::Days(vec![5]), what: Happening::Survey }];
        kinder.starts_as(&base);
        base.arms = vec![Arm { name: "kinder".into(), scenario: Box::new(kinder.clone()) }];
        let pasts = Pasts::default();
        for scenario in [&base, &kinder] {
            let shared = live_from(&pasts, scenario, 2, &mut || true).expect("nobody stops it");
            assert_eq!(format!("{shared:?}"), format!("{:?}", live(scenario, 2)));
        }
        assert_eq!(pasts.0.lock().unwrap().len(), 1, "both start from one past");
    }

    #[test]
    fn a_past_that_is_given_up_is_none_and_lived_by_the_next() {
        let mut scenario = Scenario::default();
        (scenario.run.length, scenario.organisation.teams) = (2, 2);
        let pasts = Pasts::default();
        assert!(pasts.day_zero(&scenario, 0, &mut || false).is_none());
        assert!(pasts.day_zero(&scenario, 0, &mut || true).is_some());
    }
}
