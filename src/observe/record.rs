//! # The record of one life
//!
//! Looks at the organisation on the days that are recorded and writes down what the measures say. Nothing here changes
//! what happens: a life that is not recorded goes the same way.

use std::collections::BTreeMap;

use super::survey::{ask, ask_pairs, ask_team};
use super::{Entry, EntryKind, Life};
use crate::dynamics::outcome::{Yield, levels, yields};
use crate::dynamics::{Kernel, Note, NoteKind, Reason, State};
use crate::organisation::{Block, LANES, Lane, Organisation, Relation, Totals, referent};
use crate::scenario::measure::{MEASURES, MeasureColumn, at, columns};
use crate::scenario::{ByReferent, Cadence, Happening, Referent, Scenario, WEEK, When, YEAR, is_month};
use crate::theory::larger;
use crate::theory::outcome::{OUTCOMES, STRAIN, index};
use crate::theory::survey::latent_cut;
use crate::theory::team::{CLIMATE, climate};

/// Writes down one life while it is lived.
#[derive(Clone)]
pub struct Record {
    life: Life,
    surveys: Vec<u32>,
    whole: Vec<MeasureColumn>,
    team: Vec<MeasureColumn>,
}

impl Record {
    /// An empty record.
    pub fn new(scenario: &Scenario) -> Self {
        let teams = if scenario.run.record_teams { scenario.organisation.teams } else { 0 };
        Self {
            life: Life { teams, ..Life::default() },
            surveys: survey_days(scenario),
            whole: columns(false),
            team: if teams > 0 { columns(true) } else { Vec::new() },
        }
    }

    /// The same record, for a scenario that goes on from here.
    #[must_use]
    pub fn under(self, scenario: &Scenario) -> Self {
        Self { surveys: survey_days(scenario), ..self }
    }

    /// Whether anything is to be looked at on this day.
    pub fn is_due(&self, scenario: &Scenario, day: u32) -> bool {
        records(scenario, day) || self.surveys.binary_search(&day).is_ok()
    }

    /// Writes down mean trust, which is noted every day.
    pub fn note_trust(&mut self, trust: ByReferent<f32>) {
        self.life.daily_trust.extend(trust);
    }

    /// Writes down what is due today.
    pub fn look(&mut self, state: &State) {
        let (scenario, day) = (state.scenario, state.organisation.day);
        if records(scenario, day) {
            self.life.days.push(day);
            let (whole, teams) = rows(state, &self.whole, &self.team);
            self.life.organisation.extend(whole);
            self.life.team_values.extend(teams);
        }
        if self.surveys.binary_search(&day).is_ok() {
            for team in 0..state.organisation.place.len() as u32 {
                ask(state, team, &mut self.life.survey);
                if scenario.run.sociometric {
                    ask_pairs(state, team, &mut self.life.pairs);
                }
                self.life.team_survey.push(ask_team(state, team));
            }
        }
    }

    /// The finished record: the diary becomes the events, and every answer learns when its giver left.
    pub fn finish(mut self, diary: &[Note]) -> Life {
        self.life.events = diary.iter().map(entry).collect();
        let mut exits = BTreeMap::new();
        for event in &self.life.events {
            let reason = match event.event {
                EntryKind::Quit => 1,
                EntryKind::InvoluntaryExit => 2,
                EntryKind::ScheduledExit => 3,
                _ => continue,
            };
            exits.insert((event.seat, event.generation), (event.day, reason));
        }
        for answer in &mut self.life.survey {
            if let Some(&(day, reason)) = exits.get(&(answer.seat, answer.generation)) {
                (answer.exit_day, answer.exit_reason) = (day, reason);
            }
        }
        self.life
    }
}

/// Whether series are recorded on this day: by the cadence, and on the last day.
pub fn records(scenario: &Scenario, day: u32) -> bool {
    day == scenario.run.length
        || match scenario.run.record {
            Cadence::Daily => true,
            Cadence::Weekly => day.is_multiple_of(WEEK),
            Cadence::Monthly => is_month(day),
            Cadence::Ends => day == 0,
        }
}

/// The survey days of a scenario, events included, ascending.
pub fn survey_days(scenario: &Scenario) -> Vec<u32> {
    let mut days = scenario.run.surveys.clone();
    for event in &scenario.events {
        if let (Happening::Survey, When::Days(more)) = (&event.what, &event.when) {
            days.extend(more);
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// The one value of a measure that is not told apart by referent stands in this place.
const WHOLE: Referent = Referent::Colleague;

/// Sums over people, teams or relations, and how many there were, by measure.
#[derive(Clone)]
struct Sums([ByReferent<(f64, f64)>; MEASURES.len()]);

impl Sums {
    fn none() -> Self {
        Self([ByReferent::all((0.0, 0.0)); MEASURES.len()])
    }

    fn add(&mut self, other: impl Fn(usize, Referent) -> (f64, f64)) {
        for (measure, own) in self.0.iter_mut().enumerate() {
            for referent in Referent::ALL {
                let ((sum, count), (more, counted)) = (&mut own[referent], other(measure, referent));
                *sum += more;
                *count += counted;
            }
        }
    }
}

/// The same for each of the teams of a block, side by side.
struct Tally(Box<[ByReferent<(Lane, Lane)>]>);

impl Tally {
    fn none() -> Self {
        Self(vec![ByReferent::all((Lane::all(0.0), Lane::all(0.0))); MEASURES.len()].into_boxed_slice())
    }

    /// What all that is measured in a block adds up to.
    fn of(state: &State, block: &Block) -> Self {
        let mut tally = Self::none();
        state.processor().run(Look { state, block, tally: &mut tally });
        add_teams(&mut tally, state, block);
        tally
    }

    fn at(&self, measure: usize, referent: Referent, lane: usize) -> (f64, f64) {
        let (sum, count) = &self.0[measure][referent];
        (sum.0[lane] as f64, count.0[lane] as f64)
    }

    fn add_to(&self, sums: &mut Sums) {
        for lane in 0..LANES {
            sums.add(|measure, referent| self.at(measure, referent, lane));
        }
    }

    /// Adds one value for each team where `both` are there; such a value is never missing.
    #[inline(always)]
    fn add_relation(&mut self, measure: usize, referent: Referent, value: impl Fn(usize) -> f32, both: Lane) {
        let (mut sum, mut count) = self.0[measure][referent]; // by value: the compiler then sees that nothing overlaps
        for l in 0..LANES {
            sum.0[l] += value(l) * both.0[l];
            count.0[l] += both.0[l];
        }
        self.0[measure][referent] = (sum, count);
    }

    /// Adds one value for each team, where it counts (1, else 0).
    #[inline(always)]
    fn add(&mut self, measure: usize, referent: Referent, value: impl Fn(usize) -> f32, counts: impl Fn(usize) -> f32) {
        let (mut sum, mut count) = self.0[measure][referent];
        for l in 0..LANES {
            let value = value(l);
            let counts = if value.is_nan() { 0.0 } else { counts(l) };
            sum.0[l] += if counts > 0.0 { value * counts } else { 0.0 };
            count.0[l] += counts;
        }
        self.0[measure][referent] = (sum, count);
    }
}

const TRUST: usize = at("trust");
const SHARE_TRUSTING: usize = at("share_trusting");
const FACETS: [usize; 4] = [at("competence"), at("reliability"), at("intentions"), at("honesty")];
const CHANCE: usize = at("chance");
const IMPACT: usize = at("impact");
const WOUND: usize = at("wound");
const SCAR: usize = at("scar");
/// The individual outcomes stand together, in the order of [`OUTCOMES`].
const OUTCOME: usize = at(OUTCOMES[0]);
const BURNOUT: usize = at("burnout");
/// The climate stands together, in the order of [`CLIMATE`].
const CLIMATES: usize = at(CLIMATE[0]);
const SICK: usize = at("sick_leave");
const OUTPUT: usize = at("output");
const HEADCOUNT: usize = at("headcount");
const VOLUNTARY: usize = at("leavers_voluntary");
const INVOLUNTARY: usize = at("leavers_involuntary");

/// The row of the organisation, and those of all teams in the order of the teams if teams are recorded.
fn rows(state: &State, whole: &[MeasureColumn], team: &[MeasureColumn]) -> (Vec<f32>, Vec<f32>) {
    let parts = state.in_stretches(|blocks| {
        let (mut sums, mut of_teams) = (Sums::none(), Vec::new());
        for block in blocks {
            let tally = Tally::of(state, block);
            tally.add_to(&mut sums);
            if !team.is_empty() {
                of_teams.extend((0..LANES).filter(|&lane| block.teams[lane] != u32::MAX).flat_map(|lane| {
                    let at = |measure, referent| tally.at(measure, referent, lane);
                    team.iter().map(|column| value(state, &at, column) as f32).collect::<Vec<_>>()
                }));
            }
        }
        (sums, of_teams)
    });
    let (mut sums, mut of_teams) = (Sums::none(), vec![0.0; if team.is_empty() { 0 } else { state.organisation.place.len() * team.len() }]);
    let teams = state.organisation.blocks.iter().flat_map(|block| block.teams).filter(|&team| team != u32::MAX);
    let found = parts.iter().flat_map(|(_, rows)| rows.chunks_exact(team.len().max(1)));
    for (row, number) in found.zip(teams) {
        of_teams[number as usize * team.len()..][..team.len()].copy_from_slice(row);
    }
    for (part, _) in &parts {
        sums.add(|measure, referent| part.0[measure][referent]);
    }
    let at = |measure: usize, referent: Referent| sums.0[measure][referent];
    (whole.iter().map(|column| value(state, &at, column) as f32).collect(), of_teams)
}

/// Looks at the people and relations of a block.
struct Look<'a> {
    state: &'a State<'a>,
    block: &'a Block,
    tally: &'a mut Tally,
}

impl Kernel for Look<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { state, block, tally } = self;
        let cut = latent_cut(&state.scenario.parameters.survey) as f32;
        let burnout = state.scenario.parameters.outcome.burnout as f32;
        for (i, seat) in block.seat.iter().enumerate() {
            let here = |l: usize| seat.present.0[l];
            let yes = |is_so: bool| if is_so { 1.0 } else { 0.0 };
            for (who, trust) in seat.trust.each() {
                tally.add(TRUST, who, |l| trust.0[l], here);
                tally.add(SHARE_TRUSTING, who, |l| if trust.0[l].is_nan() { f32::NAN } else { yes(trust.0[l] >= cut) }, here);
            }
            for (outcome, y) in seat.outcomes.iter().enumerate() {
                tally.add(OUTCOME + outcome, WHOLE, |l| index(y.0[l]), here);
            }
            tally.add(BURNOUT, WHOLE, |l| yes(seat.outcomes[STRAIN].0[l] >= burnout), here);
            tally.add(HEADCOUNT, WHOLE, |_| 1.0, here);
            for j in 0..block.seats {
                relation(block, i, j, state.terms().impact, tally);
            }
        }
    }
}

#[inline(always)]
fn relation(block: &Block, i: usize, j: usize, impact: ByReferent<f32>, tally: &mut Tally) {
    let place = block.pair(i, j);
    let who = referent(i, j);
    let Relation { facets, chance, wound, scar, .. } = block.relations[place];
    let both = block.both_there(i, j);
    for (measure, facet) in FACETS.into_iter().zip(facets) {
        tally.add_relation(measure, who, |l| facet.get(l), both);
    }
    tally.add_relation(CHANCE, who, |l| chance.get(l), both);
    tally.add_relation(IMPACT, who, |_| impact[who], both);
    tally.add_relation(WOUND, who, |l| larger(wound[0].get(l), wound[1].get(l)), both);
    tally.add_relation(SCAR, who, |l| larger(scar[0].get(l), scar[1].get(l)), both);
}

fn add_teams(tally: &mut Tally, state: &State, block: &Block) {
    let organisation = &state.organisation;
    let levels = levels(block, state.week(), &organisation.practices);
    let Yield { output, sick, .. } = yields(block, state.scenario, &levels, organisation.day);
    let there = |l: usize| if block.teams[l] == u32::MAX { 0.0 } else { 1.0 };
    let law = state.scenario.team_law();
    let climates = levels.map(|levels| climate(&law, &levels));
    for (which, _) in CLIMATE.iter().enumerate() {
        tally.add(CLIMATES + which, WHOLE, |l| climates[l][which] as f32, there);
    }
    tally.add(SICK, WHOLE, |l| sick[l] as f32 / block.headcount(l).max(1) as f32, |l| there(l) * block.headcount(l) as f32);
    tally.add(OUTPUT, WHOLE, |l| output[l] as f32, |l| there(l) * block.open_seats(l) as f32);
    let gone = |kind: usize, l: usize| block.exits[kind].iter().map(|week| f32::from(week[l])).sum::<f32>();
    tally.add(VOLUNTARY, WHOLE, |l| gone(0, l), there);
    tally.add(INVOLUNTARY, WHOLE, |l| gone(1, l), there);
}

/// The value of one column, from the sum and count `at` each measure and referent.
fn value(state: &State, at: &impl Fn(usize, Referent) -> (f64, f64), column: &MeasureColumn) -> f64 {
    let mean = |referent: Referent| {
        let (sum, count) = at(column.measure, referent);
        sum / count // NaN where nothing was summed
    };
    if let Some(referent) = column.referent {
        return mean(referent);
    }
    let total = |measure: usize| at(measure, WHOLE).0;
    let key = MEASURES[column.measure].key;
    let organisation = &state.organisation;
    let totals = &organisation.totals;
    let count = |of: &dyn Fn(&Block) -> u64| organisation.blocks.iter().map(of).sum::<u64>() as f64;
    match key {
        "headcount" => total(HEADCOUNT),
        "vacancies" => organisation.open_seats() as f64 - total(HEADCOUNT),
        "turnover_voluntary" => yearly(organisation, total(VOLUNTARY), 0.0),
        "turnover_involuntary" => {
            let at_once = organisation.year.one_offs.iter().sum::<u32>() as f64;
            yearly(organisation, (total(INVOLUNTARY) - at_once).max(0.0), at_once)
        }
        "stability" => (1.0 - yearly(organisation, total(VOLUNTARY), 0.0)).clamp(0.0, 1.0),
        "resilience" => organisation.recovery.map_or(f64::NAN, |shock| (shock.back.unwrap_or(organisation.day) - shock.since) as f64),
        "shock_loss" => organisation.recovery.map_or(f64::NAN, |shock| shock.lost),
        "leavers_voluntary" => totals.leavers_voluntary as f64,
        "leavers_involuntary" => totals.leavers_involuntary as f64,
        "acts_good" => count(&|block| block.count.acts_good),
        "acts_bad" => count(&|block| block.count.acts_bad),
        "hearsay" => count(&|block| block.count.hearsay),
        _ => booked(totals, key).unwrap_or_else(|| mean(WHOLE)),
    }
}

/// Exits of the past year per seat that there was on average; in the first year those that come by themselves are made yearly,
/// those that came `at_once` are not. Missing in the first quarter, which says too little.
fn yearly(organisation: &Organisation, exits: f64, at_once: f64) -> f64 {
    let share_of_year = (organisation.day as f64 / YEAR as f64).min(1.0);
    let days = organisation.day.min(YEAR + organisation.day % WEEK) as f64;
    let seats = organisation.year.seat_days.iter().sum::<u64>() as f64 / days;
    if share_of_year < 0.25 { f64::NAN } else { exits / seats / share_of_year + at_once / seats }
}

fn booked(totals: &Totals, key: &str) -> Option<f64> {
    Some(match key {
        "joiners" => totals.joiners as f64,
        "breaches" => totals.breaches as f64,
        "repairs" => totals.repairs as f64,
        "rumours" => totals.rumours as f64,
        "sabotages" => totals.sabotages as f64,
        "thefts" => totals.thefts as f64,
        "cost_control" => totals.cost_control,
        "cost_transaction" => totals.cost_transaction,
        "cost_replacement" => totals.cost_replacement,
        "cost_repair" => totals.cost_repair,
        "cost_practice" => totals.cost_practice,
        "cost_theft" => totals.cost_theft,
        "cost_sick" => totals.cost_sick,
        "output_days" => totals.output_days,
        "cost_total" => {
            totals.cost_control
                + totals.cost_transaction
                + totals.cost_replacement
                + totals.cost_repair
                + totals.cost_practice
                + totals.cost_theft
                + totals.cost_sick
        }
        _ => return None,
    })
}

fn entry(note: &Note) -> Entry {
    let event = match note.what {
        NoteKind::Breach(Referent::Colleague) => EntryKind::BreachColleague,
        NoteKind::Breach(Referent::Leader) => EntryKind::BreachLeader,
        NoteKind::Breach(Referent::Top) => EntryKind::BreachTop,
        NoteKind::Repair => EntryKind::Repair,
        NoteKind::RepairNotDone => EntryKind::RepairNotDone,
        NoteKind::Practice => EntryKind::Practice,
        NoteKind::Conduct => EntryKind::Conduct,
        NoteKind::ImposedLoss => EntryKind::ImposedLoss,
        NoteKind::Shock => EntryKind::Shock,
        NoteKind::Act(0) => EntryKind::Rumour,
        NoteKind::Act(1) => EntryKind::Sabotage,
        NoteKind::Act(_) => EntryKind::Theft,
        NoteKind::Exit(Reason::Voluntary) => EntryKind::Quit,
        NoteKind::Exit(Reason::Involuntary) => EntryKind::InvoluntaryExit,
        NoteKind::Exit(Reason::Scheduled) => EntryKind::ScheduledExit,
        NoteKind::Join => EntryKind::Join,
        NoteKind::LeaderReplaced => EntryKind::LeaderReplaced,
    };
    Entry {
        day: note.day,
        event,
        id: note.id,
        kind: note.kind,
        seat: note.seat,
        generation: note.generation,
        other_seat: note.other_seat,
        team: note.team,
        size: note.size as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_and_climate_stand_together_among_the_measures() {
        for (offset, key) in OUTCOMES.iter().enumerate() {
            assert_eq!(MEASURES[OUTCOME + offset].key, *key);
        }
        for (offset, key) in CLIMATE.iter().enumerate() {
            assert_eq!(MEASURES[CLIMATES + offset].key, *key);
        }
    }
}
