//! # Accounts
//!
//! What a trust ledger comes to between two evenings, and where one person's story turns.
//!
//! ```text
//!   after = before + Σ entries                                  to rounding
//! ```
//!
//! A day's page is closed when the day's news are known, so `before` is the balance of the page before the first one.
//!
//! **Turns.** A day turns the story when something sudden (a breach, a repair, revenge, somebody who comes or goes) moved trust
//! in somebody by at least [`LEAST`]. Practices are felt month by month, so they are no turns. Turns on consecutive days are one. Of many only the largest are kept, for a
//! story has few chapters; the rest falls to the stretches between.
//!
//! **Limits.** Trust in somebody who was not yet there has no balance; the first one stands for `before` then.

use crate::dynamics::ledger::{CAUSES, Cause, Entries, LedgerPage};
use crate::observe::{Entry, EntryKind, Life};
use crate::scenario::{ByReferent, Referent, WEEK};

/// What a turn moves at least, on a scale from 0 to 1. Judgement: a tenth of a step on a five-point scale.
pub const LEAST: f64 = 0.025;

/// What came of one stretch of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// The first day of which changes are counted.
    pub from: u32,
    /// The last.
    pub to: u32,
    /// Trust on the evening before, 0 to 1; NaN where there was nobody to trust.
    pub before: ByReferent<f64>,
    /// Trust at the end, 0 to 1.
    pub after: ByReferent<f64>,
    /// What each cause changed.
    pub entries: Entries,
}

impl Account {
    /// What trust in a referent changed by.
    pub fn change(&self, referent: Referent) -> f64 {
        self.after[referent] - self.before[referent]
    }

    /// The causes that changed trust in a referent by at least so much, the largest first.
    pub fn causes(&self, referent: Referent, least: f64) -> Vec<(Cause, f64)> {
        let all = Cause::ALL.into_iter().zip(self.entries[referent]);
        let mut causes: Vec<(Cause, f64)> = all.filter(|(_, change)| change.abs() >= least).collect();
        causes.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(&other.0)));
        causes
    }

    /// The cause that did most in the direction in which trust in a referent moved: of a fall what took most, of a rise what gave most.
    pub fn leading(&self, referent: Referent) -> Option<(Cause, f64)> {
        let along = |(_, change): &(Cause, f64)| change * self.change(referent) > 0.0;
        self.causes(referent, 0.0).into_iter().find(along)
    }
}

/// A stretch of a story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chapter {
    /// What came of it.
    pub account: Account,
    /// Whether it is a turn: days on which something sudden moved trust.
    pub turn: bool,
}

/// What several accounts over the same days come to, on average.
pub fn together(accounts: &[Account]) -> Account {
    let n = accounts.len() as f64;
    let mean = |of: &dyn Fn(&Account) -> f64| accounts.iter().map(of).sum::<f64>() / n;
    Account {
        from: accounts[0].from,
        to: accounts[0].to,
        before: ByReferent::of(|who| mean(&|account| account.before[who])),
        after: ByReferent::of(|who| mean(&|account| account.after[who])),
        entries: ByReferent::of(|who| std::array::from_fn(|cause| mean(&|account| account.entries[who][cause]))),
    }
}

/// What the pages from one day to another come to, both counted; `None` if there are no such days.
pub fn account(pages: &[LedgerPage], from: u32, to: u32) -> Option<Account> {
    let within = pages.get(from as usize..=to as usize)?;
    let mut entries = ByReferent::all([0.0; CAUSES]);
    for page in within {
        for (sums, page) in entries.iter_mut().zip(&page.entries) {
            sums.iter_mut().zip(page).for_each(|(sum, entry)| *sum += entry);
        }
    }
    let after = within.last()?.balance;
    let opening = |who: Referent| match (from as usize).checked_sub(1) {
        Some(evening) => pages[evening].balance[who],
        None => within[0].balance[who] - within[0].entries[who].iter().sum::<f64>(),
    };
    let before = ByReferent::of(|who| {
        let opened = opening(who);
        // nobody was there on that evening: what they were first met with
        let first = within.iter().find(|page| page.balance[who].is_finite());
        if opened.is_finite() { opened } else { first.map_or(f64::NAN, |page| page.balance[who] - page.entries[who].iter().sum::<f64>()) }
    });
    Some(Account { from, to, before, after, entries })
}

/// The chapters of the days from one to another: at most so many turns, the largest, and the stretches between them.
pub fn chapters(pages: &[LedgerPage], from: u32, to: u32, turns: usize) -> Vec<Chapter> {
    let mut found: Vec<(u32, u32, f64)> = Vec::new();
    for day in from..=to {
        let size = pages.get(day as usize).map_or(0.0, sudden);
        if size < LEAST {
            continue;
        }
        match found.last_mut().filter(|(_, last, _)| last + 1 == day) {
            Some((_, last, most)) => (*last, *most) = (day, most.max(size)),
            None => found.push((day, day, size)),
        }
    }
    found.sort_by(|one, other| other.2.total_cmp(&one.2).then(one.0.cmp(&other.0)));
    found.truncate(turns);
    found.sort_by_key(|(day, ..)| *day);
    let mut chapters = Vec::new();
    let mut next = from;
    for (first, last, _) in found {
        if first > next {
            chapters.extend(account(pages, next, first - 1).map(|account| Chapter { account, turn: false }));
        }
        chapters.extend(account(pages, first, last).map(|account| Chapter { account, turn: true }));
        next = last + 1;
    }
    if next <= to {
        chapters.extend(account(pages, next, to).map(|account| Chapter { account, turn: false }));
    }
    chapters
}

/// The most that something sudden moved trust in anybody by on a day.
fn sudden(page: &LedgerPage) -> f64 {
    const SUDDEN: [Cause; 5] = [Cause::Breach, Cause::Repair, Cause::Retaliation, Cause::Newcomer, Cause::Leaving];
    let moved = |entries: &[f64; CAUSES]| SUDDEN.iter().map(|cause| entries[*cause as usize]).sum::<f64>().abs();
    page.entries.iter().map(moved).fold(0.0, f64::max)
}

/// The entries of the diary that a team lives through in these days: its own, and those that concern everybody.
pub fn happened(life: &Life, team: u32, from: u32, to: u32) -> Vec<Entry> {
    let concerned = |entry: &Entry| entry.team == team || entry.team == u32::MAX;
    life.events.iter().filter(|entry| (from..=to).contains(&page_of(entry)) && concerned(entry)).copied().collect()
}

/// Whether the scenario did not plan it and a team lives through it by the dozen.
pub fn is_everyday(entry: &Entry) -> bool {
    entry.id == u32::MAX && !matches!(entry.event, EntryKind::LeaderReplaced | EntryKind::ScheduledExit)
}

/// How often everyday things happened, kind by kind, in the order in which each first did.
pub fn everyday(happened: &[Entry]) -> Vec<(EntryKind, u64)> {
    let mut kinds: Vec<(EntryKind, u64)> = Vec::new();
    for entry in happened.iter().filter(|entry| is_everyday(entry)) {
        match kinds.iter_mut().find(|(kind, _)| *kind == entry.event) {
            Some((_, n)) => *n += 1,
            None => kinds.push((entry.event, 1)),
        }
    }
    kinds
}

/// The day of the page on which an entry of the diary is booked: what the end of a week brings is known the next morning.
fn page_of(entry: &Entry) -> u32 {
    use EntryKind as E;
    let weekly = matches!(entry.event, E::Quit | E::InvoluntaryExit | E::Join | E::Rumour | E::Sabotage | E::Theft);
    entry.day + u32::from(weekly && entry.day % WEEK == WEEK - 1)
}

/// The last day before `day` on which trust in a referent stood no higher than it does at the end of `day`: what it had been
/// built from since. `None` if it had never been so low.
pub fn last_as_low(pages: &[LedgerPage], from: u32, day: u32, referent: Referent) -> Option<u32> {
    let level = pages.get(day as usize)?.balance[referent];
    (from..day).rev().find(|&earlier| pages[earlier as usize].balance[referent] <= level)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BREACH: usize = Cause::Breach as usize;
    const BEHAVIOUR: usize = Cause::Behaviour as usize;

    /// Trust in the leader rises by 0.001 a day; on these days it falls.
    fn pages(days: u32, falls: &[(u32, f64)]) -> Vec<LedgerPage> {
        let mut balance = 0.5;
        let page = |day: u32| {
            let mut entries = ByReferent::all([0.0; CAUSES]);
            if day > 0 {
                entries[Referent::Leader][BEHAVIOUR] = 0.001;
            }
            entries[Referent::Leader][BREACH] = falls.iter().filter(|(fall, _)| *fall == day).map(|(_, size)| -size).sum();
            balance += entries[Referent::Leader].iter().sum::<f64>();
            LedgerPage { balance: ByReferent([f64::NAN, balance, 0.4]), exists: ByReferent([false, true, true]), entries, generation: 1 }
        };
        (0..days).map(page).collect()
    }

    #[test]
    fn an_account_adds_up_and_says_the_largest_cause_first() {
        let pages = pages(100, &[(60, 0.3)]);
        let found = account(&pages, 60, 99).unwrap();
        assert!((found.before[Referent::Leader] - 0.559).abs() < 1e-12 && (found.after[Referent::Leader] - 0.299).abs() < 1e-12);
        assert!((found.change(Referent::Leader) - found.entries[Referent::Leader].iter().sum::<f64>()).abs() < 1e-12);
        let causes = found.causes(Referent::Leader, 0.005);
        assert_eq!(causes.iter().map(|row| row.0).collect::<Vec<_>>(), [Cause::Breach, Cause::Behaviour]);
        assert_eq!(found.leading(Referent::Leader).unwrap().0, Cause::Breach);
        let rose = account(&pages, 0, 59).unwrap(); // before the fall
        assert_eq!(rose.leading(Referent::Leader).unwrap().0, Cause::Behaviour);
        assert!(found.before[Referent::Colleague].is_nan() && found.change(Referent::Top).abs() < 1e-12);
        assert!((account(&pages, 0, 0).unwrap().before[Referent::Leader] - 0.5).abs() < 1e-12);
        assert_eq!(account(&pages, 0, 100), None);
    }

    #[test]
    fn chapters_cover_every_day_once_and_turn_where_it_falls() {
        let pages = pages(100, &[(20, 0.1), (21, 0.1), (50, 0.01), (80, 0.4)]);
        let spans =
            |turns: usize| chapters(&pages, 0, 99, turns).iter().map(|c| (c.account.from, c.account.to, c.turn)).collect::<Vec<_>>();
        assert_eq!(spans(9), [(0, 19, false), (20, 21, true), (22, 79, false), (80, 80, true), (81, 99, false)]);
        assert_eq!(spans(1), [(0, 79, false), (80, 80, true), (81, 99, false)]);
        assert_eq!(spans(0), [(0, 99, false)]);
        let sum: f64 = chapters(&pages, 0, 99, 9).iter().map(|chapter| chapter.account.change(Referent::Leader)).sum();
        assert!((sum - (pages[99].balance[Referent::Leader] - 0.5)).abs() < 1e-12);
    }

    #[test]
    fn what_a_fall_undid_is_counted_from_the_last_day_as_low() {
        let pages = pages(100, &[(80, 0.0405)]);
        assert_eq!(last_as_low(&pages, 0, 80, Referent::Leader), Some(39)); // 0.5 + 0.080 − 0.0405 = 0.5395: above it from day 40 on
        assert_eq!(last_as_low(&pages, 41, 80, Referent::Leader), None);
    }
}
