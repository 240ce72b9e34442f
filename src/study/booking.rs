//! # What the lives of a run tell in words
//!
//! What built trust and what brought it back, and which repairs were not done.

use super::Results;
use crate::analysis::account::{Account, account, together};
use crate::analysis::arm::whole;
use crate::dynamics::ledger::{Holder, LedgerPage};
use crate::ensemble::live::live_with_ledger;
use crate::observe::EntryKind;
use crate::scenario::{Happening, Referent};

/// Replicates, of all arms and twins, from which living one more with its ledger takes at most a fifth of the time.
const ENOUGH: u64 = 40;
/// Pages of its ledger, one for each team and day, that are held for it: some 40 MB.
const MOST_PAGES: u64 = 100_000;

/// A stretch in which trust rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Before the first breach.
    Climb,
    /// From its lowest point after that to the end.
    Return,
}

impl Results {
    /// In whom trust is looked at first: whom the first breach of the first arm is about, or else the leader.
    pub fn whom(&self) -> Referent {
        let breaches = self.plans[0].scenario.events.iter().filter_map(|event| match &event.what {
            Happening::Breach(breach) => Some(breach.by),
            _ => None,
        });
        breaches.into_iter().next().unwrap_or(Referent::Leader)
    }

    /// What built trust, and what brought it back, by cause, on average over the teams of the first replicate of the only arm, which is
    /// lived again with its ledger. That takes as long as some eight replicates, so only where there are many, and holds every team's
    /// pages, so only where these are few.
    pub fn booked(&self) -> Vec<(Stretch, Account)> {
        let plan = &self.plans[0];
        let scenario = &plan.scenario;
        let (length, teams) = (scenario.run.length, scenario.organisation.teams);
        let lives: u64 = self.plans.iter().map(|plan| u64::from(plan.lives())).sum();
        let is_worth_it = lives >= ENOUGH && u64::from(teams) * u64::from(length) <= MOST_PAGES && !self.has_several_arms();
        let Some(breach) = scenario.breach_days().into_iter().min().filter(|_| is_worth_it) else { return Vec::new() };
        let holders: Vec<Holder> = (0..teams).map(Holder::Team).collect();
        let (life, pages) = live_with_ledger(&plan.scenario_of(0), plan.dice(0), &holders);
        let whom = self.whom();
        let course: Vec<f32> = life.trust_in(whom).collect();
        let trust = |day: &u32| course[*day as usize];
        let days = (breach..=length).filter(|day| !trust(day).is_nan());
        let low = days.min_by(|one, other| trust(one).total_cmp(&trust(other)));
        let stretch = |from: u32, to: u32| {
            let of = |team: usize| pages.iter().map(|day| day[team]).collect::<Vec<LedgerPage>>();
            let accounts = (0..holders.len()).filter_map(|team| account(&of(team), from, to));
            let accounts: Vec<Account> = accounts.filter(|account| account.change(whom).is_finite()).collect();
            (!accounts.is_empty()).then(|| together(&accounts))
        };
        let climb = breach.checked_sub(1).filter(|last| *last > 0).and_then(|last| stretch(1, last));
        let back = low.filter(|low| *low < length).and_then(|low| stretch(low + 1, length));
        [(Stretch::Climb, climb), (Stretch::Return, back)].into_iter().filter_map(|(stretch, account)| Some((stretch, account?))).collect()
    }

    /// Whether there is more than one arm, twins apart.
    pub fn has_several_arms(&self) -> bool {
        self.plans.iter().filter(|plan| !plan.is_twin).nth(1).is_some()
    }

    /// Repairs for which nobody was there; arms in which it was as often stand together.
    pub fn not_done(&self) -> Vec<NotDone<'_>> {
        let arms = self.plans.iter().zip(&self.arms).filter(|(plan, _)| !plan.is_twin);
        let repairs = arms.flat_map(|(plan, arm)| (0..plan.scenario.repairs.len()).map(move |repair| (plan, arm, repair)));
        let mut all: Vec<NotDone> = Vec::new();
        for (plan, arm, repair) in repairs {
            let number = plan.scenario.number_of_repair(repair);
            let events = || whole(arm).flat_map(|life| &life.events).filter(|entry| entry.id == number);
            let count = |kind| events().filter(|entry| entry.event == kind).count() as u64;
            let [missed, done] = [EntryKind::RepairNotDone, EntryKind::Repair].map(count);
            let (id, times) = (plan.scenario.repairs[repair].id.as_str(), [missed, missed + done]);
            match all.iter_mut().find(|known| (known.repair, known.times) == (id, times)) {
                Some(known) => known.arms.push(&plan.name),
                None if missed > 0 => all.push(NotDone { repair: id, times, arms: vec![&plan.name] }),
                None => {}
            }
        }
        all
    }
}

/// A repair for which nobody was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotDone<'r> {
    /// Its name in the scenario.
    pub repair: &'r str,
    /// How often nobody was there, of how often it was due, over all lives of an arm.
    pub times: [u64; 2],
    /// The arms in which it was so often.
    pub arms: Vec<&'r str>,
}
