//! # What can be chosen
//!
//! The repairs of a scenario, each with the days on which it can start, and what that costs by the books of the model.
//!
//! ```text
//!   price(repair, start) = cost · Σ over the breaches that it answers within the length of the run  { 1          organisation
//!                                                                                                   { offenders  any other level
//!   price(portfolio)     = Σ price(repair, start)
//! ```
//!
//! | symbol    | meaning                                                              | range |
//! |-----------|----------------------------------------------------------------------|-------|
//! | cost      | person-days of one repair, `cost` in the file                        | ≥ 0   |
//! | offenders | teams in which an event breaks trust; one where top management does   | ≥ 1   |
//!
//! **Read it as.** What `dynamics::repair` will book if everybody is in place. A post that is empty on the day of a breach breaks no
//! trust and costs nothing, so that what is lived may be a little less.
//!
//! **Limits.** A repair that waits for a survey, or for any breach of some severity, or that may answer incidents, has no price before it is
//! lived: it is priced for what is planned, and for one occasion where nothing is. [`Start::open`] says so.

use crate::scenario::{Breach, Happening, Referent, Repair, Scenario, Teams, When, YEAR};
use crate::theory::repair::{Level, price as price_of_call};

/// Most repairs that a search takes.
pub const MOST_REPAIRS: usize = 64;
/// Most starts of one repair, its own included.
pub const MOST_STARTS: usize = 16;

/// What is chosen for each repair, in the order of the file: 0 leaves it out, `n` is its start `n − 1`.
pub type Genes = Vec<u8>;

/// One way of having a repair.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The repair as it then is.
    pub repair: Repair,
    /// Working days between the breach and its start; `None` for one with another clock.
    pub delay: Option<u32>,
    /// Person-days.
    pub price: f64,
    /// Whether it may be called for more often than the price counts.
    pub open: bool,
}

/// All that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// For each repair its starts, that of the file first.
    pub starts: Vec<Vec<Start>>,
}

/// How many portfolios there are that cost no more than a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// At least so many: nobody counted on.
    AtLeast(u64),
}

/// Portfolios up to which it is counted how many are affordable.
const MOST_COUNTED: u64 = 1_000_000;
/// A budget is not missed by the rounding of a sum.
const HAIR: f64 = 1e-9;

impl Options {
    /// Of the repairs of a scenario: each at its own start and, where its clock allows, at these delays, in working days.
    pub fn of(scenario: &Scenario, delays: &[u32]) -> Self {
        let one = |repair: &Repair| {
            let own = start(scenario, repair.clone());
            let mut starts = vec![own];
            for &delay in delays.iter().take(MOST_STARTS - 1) {
                let Some(moved) = delayed(scenario, repair, delay).map(|repair| start(scenario, repair)) else { continue };
                let idle = moved.price <= 0.0 && repair.cost > 0.0 && !moved.open;
                if !idle && starts.iter().all(|known| known.repair != moved.repair) {
                    starts.push(moved);
                }
            }
            starts
        };
        Self { starts: scenario.repairs.iter().map(one).collect() }
    }

    /// How many portfolios there are in all, the empty one included.
    pub fn portfolios(&self) -> f64 {
        self.starts.iter().map(|starts| 1.0 + starts.len() as f64).product()
    }

    /// What was chosen.
    pub fn chosen<'o>(&'o self, genes: &'o [u8]) -> impl Iterator<Item = &'o Start> {
        self.starts.iter().zip(genes).filter_map(|(starts, &gene)| starts.get(usize::from(gene).checked_sub(1)?))
    }

    /// What a portfolio costs, in person-days.
    pub fn price(&self, genes: &[u8]) -> f64 {
        0.0 + self.chosen(genes).map(|start| start.price).sum::<f64>() // an empty sum is minus nothing
    }

    /// The cheapest repair that has a price at all, in person-days, and its name.
    pub fn cheapest(&self) -> Option<(f64, &str)> {
        let all = self.starts.iter().flatten().filter(|start| start.price > 0.0);
        all.map(|start| (start.price, start.repair.id.as_str())).min_by(|one, other| one.0.total_cmp(&other.0))
    }

    /// Whether a portfolio costs no more than the budget.
    pub fn is_affordable(&self, genes: &[u8], budget: Option<f64>) -> bool {
        within(self.price(genes), budget)
    }

    /// Every portfolio that costs no more than the budget, the empty one first, if there are at most `most`.
    pub fn all(&self, budget: Option<f64>, most: u64) -> Option<Vec<Genes>> {
        let mut all = Vec::new();
        let enough = self.visit(budget, &mut |genes| {
            all.push(genes.to_vec());
            all.len() as u64 <= most
        });
        enough.then_some(all)
    }

    /// How many cost no more than the budget.
    pub fn affordable(&self, budget: Option<f64>) -> Count {
        let mut count = 0;
        let all = self.visit(budget, &mut |_| {
            count += 1;
            count < MOST_COUNTED
        });
        if all { Count::Exactly(count) } else { Count::AtLeast(count) }
    }

    /// Shows every affordable portfolio, as long as `goes_on`; whether all were shown.
    fn visit(&self, budget: Option<f64>, goes_on: &mut dyn FnMut(&[u8]) -> bool) -> bool {
        let mut genes = vec![0; self.starts.len()];
        loop {
            if !goes_on(&genes) {
                return false;
            }
            // The next in the order of the genes as digits; once it costs too much, everything that only adds to it is passed over.
            let mut at = genes.len();
            loop {
                let Some(digit) = at.checked_sub(1) else { return true };
                at = digit;
                let last = usize::from(genes[digit]) >= self.starts[digit].len();
                if last {
                    genes[digit] = 0;
                } else {
                    genes[digit] += 1;
                    if self.is_affordable(&genes, budget) {
                        break;
                    }
                    at = digit + 1; // another start of the same repair may be cheaper
                }
            }
        }
    }

    /// The scenario with these repairs and no others.
    pub fn scenario(&self, base: &Scenario, genes: &[u8]) -> Scenario {
        Scenario { repairs: self.chosen(genes).map(|start| start.repair.clone()).collect(), ..base.clone() }
    }

    /// The genes of a scenario whose repairs are all among the starts; `None` for any other.
    pub fn genes(&self, scenario: &Scenario) -> Option<Genes> {
        let known = |repair: &Repair| self.starts.iter().any(|starts| starts.iter().any(|start| start.repair == *repair));
        let gene = |starts: &Vec<Start>| {
            let at = starts.iter().position(|start| scenario.repairs.contains(&start.repair));
            at.map_or(0, |at| at as u8 + 1)
        };
        scenario.repairs.iter().all(known).then(|| self.starts.iter().map(gene).collect())
    }
}

/// Whether a price is within the budget.
pub fn within(price: f64, budget: Option<f64>) -> bool {
    budget.is_none_or(|budget| price <= budget + HAIR)
}

fn start(scenario: &Scenario, repair: Repair) -> Start {
    let (price, open) = price(scenario, &repair);
    Start { delay: delay(scenario, &repair), repair, price, open }
}

/// How long after the breach a repair starts.
fn delay(scenario: &Scenario, repair: &Repair) -> Option<u32> {
    match &repair.when {
        When::After { delay, .. } | When::AfterBreach { delay, .. } => Some(*delay),
        When::Days(days) => days.first().and_then(|first| Some(first - last_breach(scenario, *first)?)),
        When::TrustBelow { .. } | When::PerYear(_) => None,
    }
}

/// The repair, so many days after the breach: those with planned days are moved as a whole, so that the first of them is.
fn delayed(scenario: &Scenario, repair: &Repair, wanted: u32) -> Option<Repair> {
    let when = match &repair.when {
        When::After { event, .. } => When::After { event: *event, delay: wanted },
        When::AfterBreach { by, severity, .. } => When::AfterBreach { by: *by, severity: *severity, delay: wanted },
        When::Days(days) => {
            let first = *days.first()?;
            let breach = last_breach(scenario, first)?;
            let moved: Vec<u32> =
                days.iter().map(|day| breach + wanted + (day - first)).filter(|day| *day <= scenario.run.length).collect();
            if moved.is_empty() {
                return None;
            }
            When::Days(moved)
        }
        When::TrustBelow { .. } | When::PerYear(_) => return None,
    };
    Some(Repair { when, ..repair.clone() })
}

/// The last planned breach on or before this day.
fn last_breach(scenario: &Scenario, day: u32) -> Option<u32> {
    scenario.breach_days().into_iter().filter(|breach| *breach <= day).max()
}

/// Person-days, and whether it may be called for more often than that.
fn price(scenario: &Scenario, repair: &Repair) -> (f64, bool) {
    if !scenario.mechanisms.repair || repair.strength <= 0.0 {
        return (0.0, false);
    }
    let length = scenario.run.length;
    // What one morning's call costs, when so many have broken trust.
    let call = |offenders: f64| price_of_call(repair.what, repair.cost, offenders);
    let starts = |day: u32, delay: u32| day.saturating_add(delay) < length;
    match &repair.when {
        When::After { event, delay } => {
            let Some(event) = scenario.events.get(*event) else { return (0.0, false) };
            let offenders = match &event.what {
                Happening::Breach(_) if !scenario.mechanisms.breaches => return (0.0, false),
                Happening::Breach(breach) => offenders(scenario, breach),
                _ => 1.0,
            };
            match &event.when {
                When::Days(days) => (days.iter().filter(|day| starts(**day, *delay)).map(|_| call(offenders)).sum(), false),
                When::PerYear(rate) => {
                    let years = f64::from(length.saturating_sub(*delay)) / f64::from(YEAR);
                    (call(1.0) * rate * offenders * years, true)
                }
                _ => (call(offenders), true),
            }
        }
        When::AfterBreach { by, severity, delay } => {
            let fits = |breach: &Breach| by.is_none_or(|by| by == breach.by) && breach.severity >= *severity;
            let mut answered: Vec<(u32, f64)> = Vec::new();
            for (day, breach) in scenario.planned_breaches().filter(|(day, breach)| fits(breach) && starts(*day, *delay)) {
                // All that is broken on one morning is answered together.
                match answered.iter_mut().find(|known| known.0 == day) {
                    Some(known) => known.1 += offenders(scenario, breach),
                    None => answered.push((day, offenders(scenario, breach))),
                }
            }
            (if answered.is_empty() { call(1.0) } else { answered.iter().map(|(_, offenders)| call(*offenders)).sum() }, true)
        }
        When::Days(days) => {
            let calls = days.iter().filter(|day| **day < length).map(|day| call(known_by(scenario, repair, *day)));
            (calls.sum(), repair.what.row().level != Level::Organisation)
        }
        When::TrustBelow { .. } => (call(known_by(scenario, repair, length)), true),
        When::PerYear(_) => (0.0, false),
    }
}

/// How many an event has break trust on one day.
fn offenders(scenario: &Scenario, breach: &Breach) -> f64 {
    if breach.by == Referent::Top { 1.0 } else { teams(scenario, &breach.teams) }
}

fn teams(scenario: &Scenario, which: &Teams) -> f64 {
    let all = scenario.organisation.teams;
    f64::from(match which {
        Teams::All => all,
        Teams::Random(count) => (*count).min(all),
        Teams::These(these) => these.len() as u32,
    })
}

/// Offenders of a repair that follows no breach in particular: those of its kind who are planned to have broken trust by this day.
fn known_by(scenario: &Scenario, repair: &Repair, day: u32) -> f64 {
    let planned = scenario.planned_breaches().filter(|(when, breach)| *when <= day && breach.by == repair.by);
    let most = if repair.by == Referent::Top { 1.0 } else { teams(scenario, &repair.teams) };
    planned.map(|(_, breach)| offenders(scenario, breach)).fold(0.0, f64::max).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Audience, BreachKind, Event, RepairKind};

    fn leaders_break(day: u32) -> Event {
        let breach = Breach {
            by: Referent::Leader,
            teams: Teams::All,
            seat: None,
            kind: BreachKind::Integrity,
            severity: 0.7,
            intentional: true,
            deception: false,
            audience: Audience::Team,
        };
        Event { id: "broken".into(), when: When::Days(vec![day]), what: Happening::Breach(breach) }
    }

    fn repair(what: RepairKind, when: When) -> Repair {
        let row = what.row();
        Repair {
            id: row.key.into(),
            when,
            what,
            duration: row.duration,
            sincerity: 1.0,
            strength: 1.0,
            reach: Audience::Team,
            teams: Teams::All,
            by: Referent::Leader,
            proves_false: false,
            raises: [0.0; 6],
            cost: row.cost,
        }
    }

    fn scenario(repairs: Vec<Repair>) -> Scenario {
        let mut scenario = Scenario { events: vec![leaders_break(100)], repairs, ..Scenario::default() };
        scenario.organisation.teams = 12;
        scenario
    }

    const AFTER: When = When::After { event: 0, delay: 3 };

    fn prices(scenario: &Scenario) -> Vec<f64> {
        Options::of(scenario, &[]).starts.iter().map(|starts| starts[0].price).collect()
    }

    #[test]
    fn every_offender_pays_for_words_and_the_organisation_for_a_reform_once() {
        let repairs = vec![repair(RepairKind::Apology, AFTER), repair(RepairKind::PolicyReform, AFTER)];
        let known = prices(&scenario(repairs.clone()));
        assert!((known[0] - 12.0 * 0.5).abs() < 1e-9 && (known[1] - 60.0).abs() < 1e-9, "{known:?}");
        let mut off = scenario(repairs);
        off.mechanisms.repair = false;
        assert_eq!(prices(&off), [0.0, 0.0]);
    }

    #[test]
    fn what_starts_after_the_end_or_with_no_strength_costs_nothing() {
        let late = When::After { event: 0, delay: 10_000 };
        let none = Repair { strength: 0.0, ..repair(RepairKind::Amends, AFTER) };
        assert_eq!(prices(&scenario(vec![repair(RepairKind::Apology, late), none])), [0.0, 0.0]);
    }

    #[test]
    fn delays_move_what_follows_a_breach_and_leave_other_clocks_alone() {
        let waits = When::TrustBelow { referent: Referent::Leader, share: 0.5, delay: 3 };
        let repairs = vec![
            repair(RepairKind::Apology, AFTER),
            repair(RepairKind::Amends, When::Days(vec![110, 150])),
            repair(RepairKind::Empathy, waits),
            repair(RepairKind::Promise, When::Days(vec![50])),
        ];
        let options = Options::of(&scenario(repairs), &[3, 40, 10_000]);
        let delays = |at: usize| options.starts[at].iter().map(|start| start.delay).collect::<Vec<_>>();
        assert_eq!(delays(0), [Some(3), Some(40)]); // its own is not repeated, and one beyond the end is none
        assert_eq!(delays(1), [Some(10), Some(3), Some(40)]);
        assert_eq!(options.starts[1][2].repair.when, When::Days(vec![140, 180]));
        assert_eq!((delays(2), delays(3)), (vec![None], vec![None]));
        assert_eq!(options.portfolios().to_bits(), (3.0_f64 * 4.0 * 2.0 * 2.0).to_bits());
    }

    #[test]
    fn those_over_the_budget_are_never_shown_and_all_others_once() {
        let repairs: Vec<Repair> = [1.0, 2.0, 4.0, 8.0]
            .iter()
            .map(|cost| Repair { id: format!("of-{cost}"), cost: *cost, ..repair(RepairKind::PolicyReform, AFTER) })
            .collect();
        let options = Options::of(&scenario(repairs), &[]);
        for budget in [0.0, 0.5, 1.0, 7.0, 9.5, 15.0, 99.0] {
            let all = options.all(Some(budget), 1_000).unwrap();
            let known = (0..16).filter(|sum| f64::from(*sum) <= budget).count();
            assert_eq!(all.len(), known, "{budget}");
            assert!(all.iter().all(|genes| options.price(genes) <= budget));
            assert_eq!(options.affordable(Some(budget)), Count::Exactly(known as u64));
            assert!(options.all(Some(budget), known as u64 - 1).is_none());
        }
        assert_eq!(options.all(None, 16).unwrap().len(), 16);
        assert_eq!(options.cheapest().unwrap().1, "of-1");
    }
}
