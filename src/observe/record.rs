//! # The record of one life
//!
//! Looks at the organisation on the days that are recorded and writes down what the measures say. Nothing here changes
//! what happens: a life that is not recorded goes the same way.

use std::collections::BTreeMap;

use super::measure::{Column, MEASURES, at, columns};
use super::survey::{ask, ask_team};
use super::{Entry, EntryKind, Life};
use crate::dynamics::outcome::{levels, output};
use crate::dynamics::{Note, Reason, What, World};
use crate::organisation::{Block, Hurt, LANES, Ledger, Organisation};
use crate::scenario::{Cadence, Happening, MONTH, Referent, Scenario, WEEK, When, YEAR};
use crate::theory::outcome::{OUTCOMES, STRAIN, index};
use crate::theory::survey::latent_cut;
use crate::theory::team::{CLIMATE, climate};

/// Writes down one life while it is lived.
pub struct Record {
    life: Life,
    surveys: Vec<u32>,
    whole: Vec<Column>,
    team: Vec<Column>,
}

/// What is summed over people, teams or relations before it becomes a mean.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    total: f64,
    weight: f64,
}

impl Sum {
    fn add(&mut self, value: f64, weight: f64) {
        if !value.is_nan() {
            self.total += value * weight;
            self.weight += weight;
        }
    }

    fn mean(self) -> f64 {
        self.total / self.weight // NaN where nothing was summed
    }
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

    /// Whether anything is to be looked at on this day.
    pub fn is_due(&self, scenario: &Scenario, day: u32) -> bool {
        records(scenario, day) || self.surveys.binary_search(&day).is_ok()
    }

    /// Writes down mean trust, which is noted every day.
    pub fn note_trust(&mut self, trust: [f32; 3]) {
        self.life.daily_trust.extend(trust);
    }

    /// Writes down what is due today.
    pub fn look(&mut self, world: &World) {
        let (scenario, day) = (world.scenario, world.organisation.day);
        if records(scenario, day) {
            self.life.days.push(day);
            let row = whole_row(world, &self.whole);
            self.life.organisation.extend(row);
            if self.life.teams > 0 {
                for team in 0..self.life.teams {
                    let row = team_row(world, team, &self.team);
                    self.life.team_values.extend(row);
                }
            }
        }
        if self.surveys.binary_search(&day).is_ok() {
            for team in 0..world.organisation.place.len() as u32 {
                ask(world, team, &mut self.life.survey);
                self.life.team_survey.push(ask_team(world, team));
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
fn records(scenario: &Scenario, day: u32) -> bool {
    day == scenario.run.length
        || match scenario.run.record {
            Cadence::Daily => true,
            Cadence::Weekly => day.is_multiple_of(WEEK),
            Cadence::Monthly => (day as f64 / MONTH).ceil() * MONTH < day as f64 + 1.0,
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

/// Sums over people, teams or relations, by measure and referent.
struct Tally([[Sum; 3]; MEASURES.len()]);

impl Tally {
    fn empty() -> Self {
        Self([[Sum::default(); 3]; MEASURES.len()])
    }

    fn add(&mut self, measure: usize, referent: usize, value: f64, weight: f64) {
        self.0[measure][referent].add(value, weight);
    }

    fn mean(&self, measure: usize, referent: usize) -> f64 {
        self.0[measure][referent].mean()
    }

    fn total(&self, measure: usize) -> f64 {
        self.0[measure][0].total
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
const OUTPUT: usize = at("output");
const HEADCOUNT: usize = at("headcount");
const VOLUNTARY: usize = at("leavers_voluntary");
const INVOLUNTARY: usize = at("leavers_involuntary");

fn whole_row(world: &World, columns: &[Column]) -> Vec<f32> {
    let mut tally = Tally::empty();
    for block in &world.organisation.blocks {
        for lane in (0..LANES).filter(|&lane| block.teams[lane] != u32::MAX) {
            add_people(&mut tally, world.scenario, block, lane);
            add_relations(&mut tally, block, lane, world);
            add_team(&mut tally, world, block, lane);
        }
    }
    columns.iter().map(|column| value(world, &tally, column, None) as f32).collect()
}

fn team_row(world: &World, team: u32, columns: &[Column]) -> Vec<f32> {
    let (number, lane) = world.organisation.place[team as usize];
    let (block, lane) = (&world.organisation.blocks[number as usize], lane as usize);
    let mut tally = Tally::empty();
    add_people(&mut tally, world.scenario, block, lane);
    add_team(&mut tally, world, block, lane);
    columns.iter().map(|column| value(world, &tally, column, Some((block, lane))) as f32).collect()
}

fn add_people(tally: &mut Tally, scenario: &Scenario, block: &Block, lane: usize) {
    let cut = latent_cut(&scenario.parameters.survey);
    for seat in block.seat.iter().filter(|seat| seat.present.0[lane] > 0.0) {
        for referent in 0..3 {
            let trust = seat.trust[referent].0[lane] as f64;
            tally.add(TRUST, referent, trust, 1.0);
            if !trust.is_nan() {
                tally.add(SHARE_TRUSTING, referent, f64::from(u8::from(trust >= cut)), 1.0);
            }
        }
        for (outcome, y) in seat.outcomes.iter().enumerate() {
            tally.add(OUTCOME + outcome, 0, index(y.0[lane]) as f64, 1.0);
        }
        let burnt = seat.outcomes[STRAIN].0[lane] as f64 >= scenario.parameters.outcome.burnout;
        tally.add(BURNOUT, 0, f64::from(u8::from(burnt)), 1.0);
        tally.add(HEADCOUNT, 0, 1.0, 1.0);
    }
}

fn add_relations(tally: &mut Tally, block: &Block, lane: usize, world: &World) {
    let size = block.sizes[lane] as usize;
    for i in (0..size).filter(|&i| block.is_present(i, lane)) {
        for j in (0..size).filter(|&j| (j == i || block.is_present(j, lane)) && block.is_tied(i, j, lane)) {
            let referent = Organisation::referent(i, j) as usize;
            let place = block.pair(i, j);
            let view = block.view(place, lane);
            for (measure, facet) in FACETS.into_iter().zip(view.facets) {
                tally.add(measure, referent, facet as f64, 1.0);
            }
            tally.add(CHANCE, referent, view.chance as f64, 1.0);
            tally.add(IMPACT, referent, world.terms().impact[referent] as f64, 1.0);
            let hurt = block.hurts.get(place, lane);
            tally.add(WOUND, referent, hurt.map_or(0.0, Hurt::worst_wound) as f64, 1.0);
            tally.add(SCAR, referent, hurt.map_or(0.0, Hurt::worst_scar) as f64, 1.0);
        }
    }
}

fn add_team(tally: &mut Tally, world: &World, block: &Block, lane: usize) {
    let organisation = &world.organisation;
    let levels = levels(block, &organisation.practices, lane);
    for (which, value) in climate(&levels).into_iter().enumerate() {
        tally.add(CLIMATES + which, 0, value, 1.0);
    }
    let size = block.open_seats(lane) as f64;
    tally.add(OUTPUT, 0, output(block, world.scenario, &organisation.practices, organisation.day, lane), size);
    let gone = |kind: usize| block.exits[kind][lane].iter().map(|&n| n as f64).sum::<f64>();
    tally.add(VOLUNTARY, 0, gone(0), 1.0);
    tally.add(INVOLUNTARY, 0, gone(1), 1.0);
}

/// The value of one column; for a team where `team` says which.
fn value(world: &World, tally: &Tally, column: &Column, team: Option<(&Block, usize)>) -> f64 {
    let key = MEASURES[column.measure].key;
    if let Some(referent) = column.referent {
        return tally.mean(column.measure, referent);
    }
    let organisation = &world.organisation;
    let ledger = &organisation.ledger;
    let count = |of: &dyn Fn(&Block) -> u64| organisation.blocks.iter().map(of).sum::<u64>() as f64;
    match key {
        "headcount" => tally.total(HEADCOUNT),
        "vacancies" => organisation.open_seats() as f64 - tally.total(HEADCOUNT),
        "turnover_voluntary" => yearly(organisation, tally.total(VOLUNTARY)),
        "turnover_involuntary" => yearly(organisation, tally.total(INVOLUNTARY)),
        "stability" => 1.0 - yearly(organisation, tally.total(VOLUNTARY)),
        "resilience" => organisation.recovery.map_or(f64::NAN, |shock| (shock.back.unwrap_or(organisation.day) - shock.since) as f64),
        "leavers_voluntary" => team.map_or(ledger.leavers_voluntary as f64, |_| tally.total(VOLUNTARY)),
        "leavers_involuntary" => team.map_or(ledger.leavers_involuntary as f64, |_| tally.total(INVOLUNTARY)),
        "acts_good" => count(&|block| block.count.acts_good),
        "acts_bad" => count(&|block| block.count.acts_bad),
        "hearsay" => count(&|block| block.count.hearsay),
        _ => booked(ledger, key).unwrap_or_else(|| tally.mean(column.measure, 0)),
    }
}

/// Exits of the past year per seat; in the first year made yearly, and missing in its first quarter, which says too little.
fn yearly(organisation: &Organisation, exits: f64) -> f64 {
    let share_of_year = (organisation.day as f64 / YEAR as f64).min(1.0);
    if share_of_year < 0.25 { f64::NAN } else { exits / organisation.open_seats() as f64 / share_of_year }
}

fn booked(ledger: &Ledger, key: &str) -> Option<f64> {
    Some(match key {
        "joiners" => ledger.joiners as f64,
        "breaches" => ledger.breaches as f64,
        "repairs" => ledger.repairs as f64,
        "rumours" => ledger.rumours as f64,
        "sabotages" => ledger.sabotages as f64,
        "thefts" => ledger.thefts as f64,
        "cost_control" => ledger.cost_control,
        "cost_transaction" => ledger.cost_transaction,
        "cost_replacement" => ledger.cost_replacement,
        "cost_repair" => ledger.cost_repair,
        "cost_practice" => ledger.cost_practice,
        "cost_theft" => ledger.cost_theft,
        "cost_total" => {
            ledger.cost_control
                + ledger.cost_transaction
                + ledger.cost_replacement
                + ledger.cost_repair
                + ledger.cost_practice
                + ledger.cost_theft
        }
        _ => return None,
    })
}

fn entry(note: &Note) -> Entry {
    let event = match note.what {
        What::Breach(Referent::Colleague) => EntryKind::BreachColleague,
        What::Breach(Referent::Leader) => EntryKind::BreachLeader,
        What::Breach(Referent::Top) => EntryKind::BreachTop,
        What::Repair => EntryKind::Repair,
        What::Practice => EntryKind::Practice,
        What::Conduct => EntryKind::Conduct,
        What::ImposedLoss => EntryKind::ImposedLoss,
        What::Shock => EntryKind::Shock,
        What::Act(0) => EntryKind::Rumour,
        What::Act(1) => EntryKind::Sabotage,
        What::Act(_) => EntryKind::Theft,
        What::Exit(Reason::Voluntary) => EntryKind::Quit,
        What::Exit(Reason::Involuntary) => EntryKind::InvoluntaryExit,
        What::Exit(Reason::Scheduled) => EntryKind::ScheduledExit,
        What::Join => EntryKind::Join,
        What::LeaderReplaced => EntryKind::LeaderReplaced,
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
