//! # Before day 0
//!
//! A settled organisation is lived for some years before anything is looked at, under what its scenario says and with dice of its
//! own days, so that on day 0 trust, moods, wounds, exits and outcomes stand where such an organisation has them. Arms and twins
//! of a scenario share this past: what an arm changes holds from day 0 on.

use super::affairs::Offence;
use super::processor::Processor;
use super::state::State;
use crate::organisation::{Counts, LANES, Organisation, Totals, Year, referent};
use crate::scenario::{Referent, Scenario, Start, YEAR};
use crate::theory::turnover::MEMORY;

/// The first day of the past: later than any scenario lasts, so that no draw of the past is one of the present, and a whole
/// number of weeks, so that they end on the same days.
const FIRST: u32 = 2_000 * YEAR;

/// An organisation as it stands on day 0.
#[derive(Clone, Debug)]
pub struct DayZero {
    /// Who is there.
    pub organisation: Organisation,
    /// Everyday incidents that were coming.
    pub pending: Vec<Offence>,
}

impl DayZero {
    /// The organisation of this scenario on day 0, before its own first trust is set; none if `goes_on`, which is asked after
    /// every day, says no.
    pub fn of(processor: Processor, scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool) -> Option<Self> {
        let before = scenario.before();
        let mut state = State::founded(processor, &before, replicate);
        if Self::takes_time(&before) {
            state.organisation.day = FIRST;
            for seat in state.organisation.blocks.iter_mut().flat_map(|block| &mut block.seat) {
                seat.started.iter_mut().for_each(|day| *day += FIRST as i32);
            }
            for _ in 0..before.organisation.years_before * YEAR {
                state.morning();
                state.day();
                if !goes_on() {
                    return None;
                }
            }
        }
        let now = state.organisation.day;
        let mut pending = std::mem::take(&mut state.affairs.pending);
        let mut organisation = state.organisation;
        shift(&mut organisation, &mut pending, now);
        Some(Self { organisation, pending }.under(scenario))
    }

    /// Whether anything is lived before day 0 of this scenario.
    pub fn takes_time(scenario: &Scenario) -> bool {
        scenario.organisation.start == Start::Settled && scenario.organisation.years_before > 0
    }

    /// The same organisation, under what a scenario says from day 0 on.
    #[must_use]
    pub fn under(mut self, scenario: &Scenario) -> Self {
        self.organisation.practices = scenario.practices;
        self
    }
}

/// Counts days from here on: what was on day `now` is on day 0.
fn shift(organisation: &mut Organisation, pending: &mut [Offence], now: u32) {
    organisation.day = 0;
    organisation.totals = Totals::default();
    organisation.recovery = None;
    organisation.year = Year::NONE; // rates are counted from day 0 on, so that a reader can count them too
    pending.iter_mut().for_each(|offence| offence.day -= now);
    for block in &mut organisation.blocks {
        block.count = Counts::default();
        *block.exits = [[[0; LANES]; MEMORY]; 2];
        for seat in &mut block.seat {
            for lane in 0..LANES {
                seat.started[lane] -= now as i32;
                if seat.reopens[lane] != u32::MAX {
                    seat.reopens[lane] = seat.reopens[lane].saturating_sub(now);
                }
            }
        }
        for standing in &mut block.standing {
            for until in [&mut standing.probation_until, &mut standing.calm_until, &mut standing.explained_until] {
                until.iter_mut().for_each(|day| *day = day.saturating_sub(now));
            }
        }
    }
}

impl State<'_> {
    /// Moves what everyone believes of a referent, all by as much on the logit, until mean trust is what the scenario sets.
    pub(super) fn set_first_trust(&mut self) {
        for (who, wanted) in self.scenario.initial_trust.each() {
            if let Some(wanted) = wanted {
                self.bring_trust_to(who, wanted);
            }
        }
    }

    fn bring_trust_to(&mut self, who: Referent, wanted: f64) {
        let whole = self.organisation.clone();
        let (mut low, mut high) = (-8.0_f64, 8.0_f64);
        for _ in 0..24 {
            let middle = f64::midpoint(low, high);
            self.organisation.clone_from(&whole);
            self.move_beliefs(who, middle);
            self.look();
            let mean = f64::from(self.mean_trust()[who]);
            if mean < wanted { low = middle } else { high = middle }
        }
    }

    fn move_beliefs(&mut self, who: Referent, by: f64) {
        let factor = libm::exp(by) as f32;
        for block in &mut self.organisation.blocks {
            for i in 0..block.seats {
                for j in (0..block.seats).filter(|&j| referent(i, j) == who) {
                    let place = block.pair(i, j);
                    for facet in &mut block.relations[place].facets {
                        for lane in 0..LANES {
                            let odds = facet.get(lane) / (1.0 - facet.get(lane)).max(1e-4) * factor;
                            facet.set(lane, (odds / (1.0 + odds)).clamp(0.02, 0.98));
                        }
                    }
                }
            }
        }
    }
}
