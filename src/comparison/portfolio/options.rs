//! # What can be chosen
//!
//! The repairs of a scenario, each with the days on which it can start, and what that costs by the books of the model.
//!
//! ```text
//!   price(repair, start) = Σ over the breaches that it answers within the length of the run   { cost · offenders              what people do, and replacing leaders
//!                                                                                              { cost · reached / people priced  what the organisation does
//!   price(portfolio)     = Σ price(repair, start)
//! ```
//!
//! | symbol    | meaning                                                              | range |
//! |-----------|----------------------------------------------------------------------|-------|
//! | cost      | `cost` of the repair in the file, in person-days                     | ≥ 0   |
//! | offenders | teams in which an event breaks trust; one where top management does   | ≥ 1   |
//! | reached   | people whom it reaches, with teams of the usual size; see [`cost`]    | ≥ 0   |
//!
//! **Read it as.** What `dynamics::repair` will book if everybody is in place and every repair runs to its end. Who is not there does nothing
//! and costs nothing, and a repair that the run's end breaks off costs the days that it ran, so that what is lived may be less.
//!
//! **Limits.** A repair that waits for a survey, or for any breach of some severity, or that may answer incidents, has no price before it is
//! lived: it is priced for what is planned, and for one occasion where nothing is. [`Start::open`] says so.

use crate::scenario::{Audience, Breach, ByReferent, Happening, Referent, Repair, Scenario, Teams, When, YEAR};
use crate::theory::cost;
use crate::theory::repair::Pay;

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

/// Whom a repair takes and reaches: how many offenders, how many people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Call {
    offenders: ByReferent<f64>,
    reached: f64,
}

impl Call {
    /// Both together, nobody twice.
    fn with(self, other: Self, scenario: &Scenario) -> Self {
        let teams = f64::from(scenario.organisation.teams);
        let most = ByReferent([(people(scenario) - teams).max(0.0), teams, 1.0]);
        let offenders = ByReferent::of(|by| (self.offenders[by] + other.offenders[by]).min(most[by]));
        Self { offenders, reached: (self.reached + other.reached).min(people(scenario)) }
    }

    /// One occasion, where nobody knows who it will be.
    fn one(scenario: &Scenario, repair: &Repair, by: Referent) -> Self {
        Self::of(repair, by, 1.0, around(scenario, repair.reach, 1.0), scenario)
    }

    fn of(repair: &Repair, by: Referent, offenders: f64, reached: f64, scenario: &Scenario) -> Self {
        let mut all = ByReferent::default();
        all[by] = offenders;
        Self { offenders: all, reached: if repair.what.needs_a_breach() { reached } else { people(scenario) } }
    }

    /// The breach of an event, in everybody whom it has break trust.
    fn of_breach(scenario: &Scenario, repair: &Repair, breach: &Breach) -> Self {
        let offenders = if breach.by == Referent::Top { 1.0 } else { teams(scenario, &breach.teams) };
        // Where all saw it there is no single victim.
        let single = breach.audience == Audience::Victim;
        let reached = match (breach.by, repair.reach) {
            (Referent::Top, Audience::Victim) if single => 1.0,
            (Referent::Top, Audience::Organisation) => people(scenario),
            (Referent::Top, _) => teams(scenario, &breach.teams) * a_team(scenario),
            (_, Audience::Victim) if !single => around(scenario, Audience::Team, offenders),
            (_, reach) => around(scenario, reach, offenders),
        };
        Self::of(repair, breach.by, offenders, reached, scenario)
    }

    /// Person-days.
    fn price(&self, scenario: &Scenario, repair: &Repair) -> f64 {
        let offenders: f64 = self.offenders.iter().sum();
        let many = match repair.what.pay() {
            Pay::Reached => self.reached,
            // Top management sits in no team, and whoever broke trust is not the victim.
            Pay::Present if repair.reach == Audience::Victim => self.reached + offenders,
            Pay::Present => self.reached + self.offenders[Referent::Top],
            Pay::Doer | Pay::Replaced => offenders,
        };
        cost::repair(&scenario.parameters.cost, repair.what, repair.cost, many)
    }
}

/// People in a team, to be expected.
fn a_team(scenario: &Scenario) -> f64 {
    let size = &scenario.organisation.team_size;
    f64::midpoint(f64::from(size.min), f64::from(size.max))
}

/// People in all, to be expected.
fn people(scenario: &Scenario) -> f64 {
    f64::from(scenario.organisation.teams) * a_team(scenario)
}

/// People around so many offenders, each in a team of its own.
fn around(scenario: &Scenario, reach: Audience, offenders: f64) -> f64 {
    let per = scenario.organisation.teams_per_department;
    match reach {
        Audience::Victim => offenders,
        Audience::Team => offenders * a_team(scenario),
        Audience::Department if per > 0 => (offenders * f64::from(per) * a_team(scenario)).min(people(scenario)),
        Audience::Department | Audience::Organisation => people(scenario),
    }
}

/// Person-days, and whether it may be called for more often than that.
fn price(scenario: &Scenario, repair: &Repair) -> (f64, bool) {
    if !scenario.mechanisms.repair || repair.strength <= 0.0 {
        return (0.0, false);
    }
    let length = scenario.run.length;
    let of = |call: Call| call.price(scenario, repair);
    let starts = |day: u32, delay: u32| day.saturating_add(delay) < length;
    match &repair.when {
        When::After { event, delay } => {
            let Some(event) = scenario.events.get(*event) else { return (0.0, false) };
            let (call, each) = match &event.what {
                Happening::Breach(_) if !scenario.mechanisms.breaches => return (0.0, false),
                Happening::Breach(breach) => (Call::of_breach(scenario, repair, breach), Call::one(scenario, repair, breach.by)),
                Happening::ImposedLoss { teams: hit, .. } => {
                    let whole = repair.reach == Audience::Organisation;
                    let reached = if whole { people(scenario) } else { teams(scenario, hit) * a_team(scenario) };
                    let call = Call::of(repair, Referent::Top, 1.0, reached, scenario);
                    (call, call)
                }
                _ => (Call::one(scenario, repair, Referent::Top), Call::one(scenario, repair, Referent::Top)),
            };
            match &event.when {
                When::Days(days) => (days.iter().filter(|day| starts(**day, *delay)).map(|_| of(call)).sum(), false),
                When::PerYear(rate) => {
                    let years = f64::from(length.saturating_sub(*delay)) / f64::from(YEAR);
                    (of(each) * rate * call.offenders.iter().sum::<f64>() * years, true)
                }
                _ => (of(call), true),
            }
        }
        When::AfterBreach { by, severity, delay } => {
            let fits = |breach: &Breach| by.is_none_or(|by| by == breach.by) && breach.severity >= *severity;
            let mut answered: Vec<(u32, Call)> = Vec::new();
            for (day, breach) in scenario.planned_breaches().filter(|(day, breach)| fits(breach) && starts(*day, *delay)) {
                let call = Call::of_breach(scenario, repair, breach);
                // All that is broken on one morning is answered together.
                match answered.iter_mut().find(|known| known.0 == day) {
                    Some(known) => known.1 = known.1.with(call, scenario),
                    None => answered.push((day, call)),
                }
            }
            let one = Call::one(scenario, repair, by.unwrap_or(repair.by));
            (if answered.is_empty() { of(one) } else { answered.iter().map(|(_, call)| of(*call)).sum() }, true)
        }
        When::Days(days) => {
            let calls = days.iter().filter(|day| **day < length).map(|day| of(known_by(scenario, repair, *day)));
            (calls.sum(), repair.what.needs_a_breach() || repair.what.pay() == Pay::Replaced)
        }
        When::TrustBelow { .. } => (of(known_by(scenario, repair, length)), true),
        When::PerYear(_) => (0.0, false),
    }
}

/// What a repair that follows no breach in particular answers: those of its kind who are planned to have broken trust by this day.
fn known_by(scenario: &Scenario, repair: &Repair, day: u32) -> Call {
    let planned = scenario.planned_breaches().filter(|(when, breach)| *when <= day && breach.by == repair.by);
    let calls = planned.map(|(_, breach)| Call::of_breach(scenario, repair, breach));
    let most = calls.max_by(|one, other| of_all(one).total_cmp(&of_all(other)));
    let count = if repair.by == Referent::Top { 1.0 } else { teams(scenario, &repair.teams) };
    match most {
        Some(mut call) => {
            call.offenders = call.offenders.map(|offenders| offenders.min(count));
            call
        }
        // Without a breach to answer it replaces all the leaders that it names.
        None if repair.what.pay() == Pay::Replaced => Call::of(repair, repair.by, count, 0.0, scenario),
        None => Call::one(scenario, repair, repair.by),
    }
}

fn of_all(call: &Call) -> f64 {
    call.offenders.iter().sum()
}

fn teams(scenario: &Scenario, which: &Teams) -> f64 {
    let all = scenario.organisation.teams;
    f64::from(match which {
        Teams::All => all,
        Teams::Random(count) => (*count).min(all),
        Teams::These(these) => these.len() as u32,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{BreachKind, ByPractice, Event, RepairKind, Span};

    fn leaders_break(day: u32) -> Event {
        let breach = Breach { intentional: true, ..Breach::new(Referent::Leader, BreachKind::Integrity, 0.7) };
        Event { id: "broken".into(), when: When::Days(vec![day]), what: Happening::Breach(breach) }
    }

    fn repair(what: RepairKind, when: When) -> Repair {
        Repair { sincerity: 1.0, reach: Audience::Team, raises: ByPractice::default(), ..Repair::new(what, when) }
    }

    fn scenario(repairs: Vec<Repair>) -> Scenario {
        let mut scenario = Scenario { events: vec![leaders_break(100)], repairs, ..Scenario::default() };
        scenario.organisation.teams = 12;
        scenario.organisation.team_size = Span { min: 6, max: 10 };
        scenario
    }

    const AFTER: When = When::After { event: 0, delay: 3 };

    fn prices(scenario: &Scenario) -> Vec<f64> {
        Options::of(scenario, &[]).starts.iter().map(|starts| starts[0].price).collect()
    }

    #[test]
    fn offenders_pay_for_words_and_the_organisation_by_the_people_it_reaches() {
        use RepairKind as R;
        let repairs: Vec<Repair> = [R::Apology, R::PolicyReform, R::LeaderReplacement, R::Compensation, R::FacilitatedDialogue]
            .map(|what| repair(what, AFTER))
            .to_vec();
        let same = |known: &[f64], wanted: &[f64]| known.iter().zip(wanted).all(|(one, other)| (one - other).abs() < 1e-9);
        let mut made = scenario(repairs.clone());
        let known = prices(&made);
        assert!(same(&known, &[6.0, 60.0, 720.0, 40.0, 96.0]), "{known:?}"); // twelve leaders; ninety-six people
        let Happening::Breach(breach) = &mut made.events[0].what else { panic!() };
        breach.teams = Teams::These(vec![3, 7, 9]);
        let known = prices(&made);
        assert!(same(&known, &[1.5, 60.0, 180.0, 10.0, 24.0]), "{known:?}"); // three of them, and their teams of eight
        let mut off = scenario(repairs);
        off.mechanisms.repair = false;
        assert_eq!(prices(&off), [0.0; 5]);
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
