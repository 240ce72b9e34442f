//! # What a run would take
//!
//! Counted from the plans, before anything is lived: rows, seconds, bytes on the disk and in memory. What a row, a figure or a
//! day costs was measured on 2026-11-28 in 50 runs of a release build on two cores of an AMD EPYC of 2.95 GHz: every scenario that
//! comes with the program, and organisations of 3 to 1,000,000 people, up to 1,500 replicates, 40 worlds, 12 arms and twin, 15 years, daily,
//! weekly and monthly series with and without teams, ledgers, monthly surveys, a hundred events, Parquet and CSV. There
//! the disk came out within a quarter, memory and processor time within two fifths. Another machine is faster or slower: before a
//! run that takes long, whoever has a clock may live a piece of it and tell the pace of this one ([`Estimate::at_pace`]).

use super::Study;
use crate::analysis::summary;
use crate::dynamics::DayZero;
use crate::ensemble::ArmPlan;
use crate::ensemble::past;
use crate::ensemble::plan::plan;
use crate::ensemble::run::at_once;
use crate::ensemble::weight::{Weight, entries, mean_size, pairs, people, recorded};
use crate::observe::record::{records, survey_days};
use crate::organisation::LANES;
use crate::scenario::measure::columns;
use crate::scenario::sweep::Point;
use crate::scenario::{Cadence, Scenario, Sweep, YEAR};
use crate::table::{self, Format};
use crate::threads;

/// Teams from which one life is spread over all threads.
const SPREAD: u32 = 1280;

/// Seconds to live one relation for one day, without and with the trust ledger.
const RELATION_DAY: [f64; 2] = [9.6e-9, 1.04e-7];
/// Seconds to look at a person for the series, on one day.
const LOOK: f64 = 8.6e-8;
/// Seconds to found an organisation, for each person.
const FOUND: f64 = 2.1e-6;
/// Seconds to ask a person, and about one teammate.
const ASK: f64 = 1.8e-6;
const ASK_PAIR: f64 = 5e-8;
/// Seconds to read back, keep, sum up and write a row of `series`, `survey`, `teams`, `ledger` and `sociometric`, on all threads together.
const ROW: [f64; 5] = [3.1e-7, 7e-6, 4.4e-6, 5.2e-7, 9e-7];
/// The share of it that one thread does after another: writing the table.
const IN_A_ROW: f64 = 0.6;
/// Seconds to have a part on the disk; the thread that lived it waits for that.
const PUBLISH: f64 = 7e-3;
/// Seconds on the clock that any run takes for its figures, its page and to have its files on the disk.
const ANY: f64 = 0.15;
/// Seconds for figures and page for each arm, for each of its recorded days (at most so many), and for each day of a life.
const PAGE: (f64, f64, f64) = (0.0114, 8e-5, 400.0);
const DAY: f64 = 2.8e-6;

/// Bytes of a row of `series` on the disk: of the organisation and of a team, daily and otherwise; teams change less smoothly.
const SERIES: [[f64; 2]; 2] = [[4.0, 6.6], [6.4, 7.7]];
/// Bytes of a row of `survey`, `teams`, `ledger`, `sociometric` and `events`.
const OTHERS: [f64; 5] = [385.0, 110.0, 9.5, 21.0, 7.0];
/// The same as CSV, the name of the arm apart.
const SERIES_CSV: [f64; 2] = [46.0, 37.0];
const OTHERS_CSV: [f64; 5] = [419.0, 144.0, 40.0, 43.0, 32.0];
/// Bytes of what every folder has: manifest, codebook, the beginnings of the tables.
const FOLDER: f64 = 230e3;
/// Bytes of a row of `runs`, `summary` and `effects`, and of a world.
const SMALL: [f64; 4] = [600.0, 185.0, 105.0, 12.6e3];
/// Bytes of figures and page: in any case, for each arm, for each of its days.
const FIGURES: [f64; 3] = [2.49e6, 93e3, 264.0];
const REPORT: [f64; 3] = [252e3, 78e3, 144.0];
/// Bytes of the page for each arm and point of a line, of which there are so many at most.
const POINT: (f64, f64) = (266.0, 260.0);
/// Bytes for each replicate that is drawn as a thin line: in any case, and for each recorded day up to so many.
const THIN: (f64, f64, f64) = (60e3, 600.0, 500.0);
/// Arms and replicates that figures show at most.
const SHOWN: f64 = 20.0;

/// What is left of a record when it is written down as a part: events and answers are mostly small numbers.
const PART: Weight = Weight { organisation: 1.0, teams: 1.0, ledger: 1.0, survey: 0.9, pairs: 0.5, events: 0.55 };
/// What is left of a part when it is kept, daily and otherwise.
const KEPT: [Weight; 2] = [
    Weight { organisation: 0.55, teams: 0.78, ledger: 0.33, survey: 0.81, pairs: 0.37, events: 0.4 },
    Weight { organisation: 0.77, teams: 0.78, ledger: 0.49, survey: 0.81, pairs: 0.37, events: 0.4 },
];

/// Bytes of the program while it lives and while it writes, with the threads' own and the canvases of figures.
const PROGRAM: [f64; 2] = [18e6, 35e6];
/// Bytes of a living organisation for each person and each relation.
const PERSON: f64 = 230.0;
const RELATION: f64 = 18.0;
/// How often a record is there while it is written, and while it is read back for tables, figures and keeping at once; so many are
/// read ahead.
const COPIES: [f64; 2] = [2.0, 5.0];
const AHEAD: f64 = 6.0;
/// How much more than themselves rows that wait take, until they are packed.
const ROWS_WAIT: f64 = 1.15;
/// Replicates whose series of teams are there at once, and how often; and what each further one leaves behind of these and of its answers.
/// Measured on 400 teams by day, 2,000 by week and 3,000 with three surveys, 1 to 48 replicates.
const TEAMS_HELD: [f64; 2] = [12.0, 1.5];
const LEFT: [f64; 2] = [0.25, 0.5];
/// Bytes for each arm and for each of its days, for the figures.
const DRAWN: [f64; 2] = [196e3, 1.4e3];

/// Bytes of a row of a sweep: in a part, as Parquet, as CSV; in memory for each point, and for each of its batches.
const SWEPT: [f64; 5] = [430.0, 420.0, 900.0, 6_000.0, 100.0];
/// Seconds to read back, sum up and write such a row.
const SWEPT_ROW: f64 = 1.2e-5;

/// Seconds of living from which it is worth a moment to see how fast this machine is.
const LONG: f64 = 4.0;

/// What a run would take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// Arms, twins apart.
    pub arms: u64,
    /// Twins.
    pub twins: u64,
    /// Lives of each arm, over all its worlds.
    lives: u64,
    /// People in the first arm.
    pub people: f64,
    /// Relations in the first arm.
    pub relations: f64,
    /// Threads.
    pub threads: usize,
    /// Rows of series, survey, teams, ledger and sociometric.
    rows: [f64; 5],
    /// Seconds of one thread: living, and all that comes after.
    living: f64,
    after: f64,
    /// Seconds in which threads wait until their parts are on the disk.
    waiting: f64,
    /// Threads that can live at the same time.
    together: f64,
    /// Seconds of writing the tables, one row after another.
    in_a_row: f64,
    /// Bytes on the disk.
    pub disk: Disk,
    /// Bytes in memory while it lives.
    alive: f64,
    /// Bytes in memory while it writes: what is held of all lives, and what is there for a moment.
    held: f64,
    moment: f64,
}

/// Bytes on the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Disk {
    /// Tables, with the large ones as Parquet or as CSV.
    tables: [f64; 2],
    /// Figures and page.
    pub pictures: f64,
    /// The lives, for growing.
    pub kept: f64,
    /// Parts, until the run is complete.
    pub parts: f64,
}

impl Disk {
    /// The tables and what describes them.
    pub fn tables(&self, format: Format) -> f64 {
        self.tables[usize::from(format == Format::Csv)]
    }

    /// A finished folder.
    pub fn finished(&self, format: Format) -> f64 {
        self.tables(format) + self.pictures + self.kept
    }

    /// The most that there is on the way, parts and all.
    pub fn most(&self, format: Format) -> f64 {
        self.finished(format) + self.parts
    }
}

impl Study {
    /// What a run of it would take, on the threads that it asks for.
    pub fn estimate(&self) -> Estimate {
        let threads = threads::count(self.threads);
        match self.sweep_work() {
            Some((sweep, work)) => Estimate::of_sweep(sweep, work.replicates(), threads),
            None => Estimate::of(self.plans(), threads),
        }
    }
}

impl Estimate {
    /// Of these plans, on so many threads.
    pub fn of(plans: &[ArmPlan], threads: usize) -> Self {
        let mut sum = Self { threads: threads.max(1), ..Self::default() };
        let total: u64 = plans.iter().map(|plan| u64::from(plan.lives())).sum();
        for (i, plan) in plans.iter().enumerate() {
            if i == 0 {
                (sum.people, sum.relations, sum.lives) = (people(&plan.scenario), relations(&plan.scenario), plan.lives().into());
            }
            *if plan.is_twin { &mut sum.twins } else { &mut sum.arms } += 1;
            sum.add_time(plan, total);
            sum.disk.add(plan);
            sum.add_memory(plan, total);
        }
        sum.disk.add_rest(plans);
        let days = plans.first().map_or(0.0, |plan| recorded(&plan.scenario));
        sum.after += plans.len() as f64 * (PAGE.0 + PAGE.1 * days.min(PAGE.2));
        sum.alive += PROGRAM[0];
        sum.held += PROGRAM[1];
        sum
    }

    /// Lives in all.
    pub fn lives(&self) -> u64 {
        (self.arms + self.twins) * self.lives
    }

    /// Rows of the large tables.
    pub fn rows(&self) -> f64 {
        self.rows.iter().sum()
    }

    /// Seconds on the clock, where this share of the lives is still to be lived.
    pub fn seconds(&self, missing: f64) -> f64 {
        (self.living + self.waiting) * missing / self.together.max(1.0) + ANY + (self.after / self.threads as f64).max(self.in_a_row)
    }

    /// Seconds on the clock for the lives alone, all of them.
    pub fn seconds_of_living(&self) -> f64 {
        (self.living + self.waiting) / self.together.max(1.0)
    }

    /// The most bytes in memory while they are lived.
    pub fn memory_of_living(&self) -> f64 {
        self.alive
    }

    /// The most bytes in memory.
    pub fn memory(&self) -> f64 {
        self.alive.max(self.held + self.moment)
    }

    /// Whether living takes more memory than what comes after.
    pub fn lives_large(&self) -> bool {
        self.alive > self.held + self.moment
    }

    /// Of a sweep whose points are lived so often each. What points share before the first planned day is counted for each.
    pub fn of_sweep(sweep: &Sweep, lives: u32, threads: usize) -> Self {
        let Some(largest) = sweep.points.iter().max_by(|one, other| people(&one.scenario).total_cmp(&people(&other.scenario))) else {
            return Self::default();
        };
        let one = Self::of(&plan(&largest.scenario), threads);
        let points = sweep.points.len() as f64;
        let rows = points * f64::from(lives);
        let living = |point: &Point| seconds_of(&point.scenario, lives.into()) * plan(&point.scenario).len() as f64;
        let mut disk = Disk { parts: rows * SWEPT[0], pictures: FIGURES[0], ..Disk::default() };
        disk.tables = [FOLDER + rows * SWEPT[1], FOLDER + rows * SWEPT[2]];
        Self {
            arms: sweep.points.len() as u64,
            twins: 0,
            lives: lives.into(),
            rows: [0.0; 5],
            living: sweep.points.iter().map(living).sum(),
            after: rows * SWEPT_ROW,
            waiting: 0.0,
            together: one.threads as f64,
            in_a_row: rows * SWEPT_ROW,
            disk,
            held: points * (SWEPT[3] + SWEPT[4] * f64::from(lives).min((1e6 / points).max(40.0))),
            ..one
        }
    }

    /// Whether living takes so long that the pace of this machine is worth a look.
    pub fn is_long(&self) -> bool {
        self.living > LONG
    }

    /// The same on a machine where all takes so many times as long.
    #[must_use]
    pub fn at_pace(self, pace: f64) -> Self {
        Self { living: self.living * pace, after: self.after * pace, in_a_row: self.in_a_row * pace, ..self }
    }

    fn add_time(&mut self, plan: &ArmPlan, total: u64) {
        let (scenario, lives) = (&plan.scenario, f64::from(plan.lives()));
        let rows = rows_per_life(scenario).map(|rows| lives * rows);
        let writing: f64 = rows.iter().zip(ROW).map(|(rows, seconds)| rows * seconds).sum();
        self.rows.iter_mut().zip(rows).for_each(|(sum, rows)| *sum += rows);
        if self.living == 0.0 {
            self.living += before(scenario) * seconds_of(scenario, plan.lives().into()); // once for all arms
        }
        self.living += seconds_of(scenario, plan.lives().into());
        self.after += writing + lives * f64::from(scenario.run.length) * DAY;
        self.in_a_row += writing * IN_A_ROW;
        let (piece, alive) = at_once(scenario, total, self.threads);
        self.waiting += (lives / piece as f64).ceil() * PUBLISH;
        let together = if scenario.organisation.teams >= SPREAD { self.threads as f64 } else { alive as f64 };
        self.together = self.together.max(together);
    }

    fn add_memory(&mut self, plan: &ArmPlan, total: u64) {
        let (scenario, lives) = (&plan.scenario, f64::from(plan.lives()));
        let (piece, alive) = at_once(scenario, total, self.threads);
        let weight = Weight::of(scenario);
        let of_piece = lives.min(piece as f64) * weight.sum();
        let organisation = people(scenario) * PERSON + dense(scenario) * RELATION;
        let shared = if DayZero::takes_time(scenario) { past::kept_at_most(scenario).min(lives) } else { 0.0 };
        self.alive = self.alive.max(alive as f64 * (organisation + COPIES[0] * of_piece) + shared * organisation);
        // The lives of all arms are held together; rows and pieces are there of one arm at a time.
        self.held += lives * (weight.organisation + weight.events) + lives.min(TEAMS_HELD[0]) * weight.teams * TEAMS_HELD[1];
        self.held += lives * (LEFT[0] * weight.teams + LEFT[1] * weight.survey);
        self.held += DRAWN[0] + DRAWN[1] * f64::from(scenario.run.length);
        let wait = |(rows, table): (f64, &table::Table)| (rows * lives * table.width() as f64).min(table::WAITING as f64);
        let waiting: f64 = rows_per_life(scenario).into_iter().zip(&table::large()).map(wait).sum();
        let ahead = lives.min(AHEAD.max(piece as f64)) * weight.sum();
        self.moment = self.moment.max(COPIES[1] * ahead + ROWS_WAIT * waiting + PERSON * people(scenario));
    }
}

impl Disk {
    /// What grows with the lives of an arm.
    fn add(&mut self, plan: &ArmPlan) {
        let (scenario, lives) = (&plan.scenario, f64::from(plan.lives()));
        let seldom = usize::from(scenario.run.record != Cadence::Daily);
        let days = recorded(scenario);
        let series = [days * columns(false).len() as f64, rows_per_life(scenario)[0] - days * columns(false).len() as f64];
        let [_, survey, teams, booked, pairs] = rows_per_life(scenario);
        let others = [survey, teams, booked, pairs, entries(scenario)];
        let bytes = |rows: &[f64], each: &[f64], more: f64| rows.iter().zip(each).map(|(rows, each)| rows * (each + more)).sum::<f64>();
        let name = plan.name.len() as f64;
        self.tables[0] += lives * (bytes(&series, &SERIES[seldom], 0.0) + bytes(&others, &OTHERS, 0.0) + SMALL[0]);
        self.tables[1] += lives * (bytes(&series, &SERIES_CSV, name) + bytes(&others, &OTHERS_CSV, name) + SMALL[0]);
        let weight = Weight::of(scenario);
        self.parts += lives * weight.left(&PART);
        self.kept += lives * weight.left(&PART).min(weight.left(&KEPT[seldom]));
    }

    /// What does not.
    fn add_rest(&mut self, plans: &[ArmPlan]) {
        let Some(first) = plans.first() else { return };
        let (run, days) = (&first.scenario.run, recorded(&first.scenario));
        let recorded: Vec<u32> = (0..=run.length).filter(|day| records(&first.scenario, *day)).collect();
        let arms = plans.iter().filter(|plan| !plan.is_twin).count();
        let told: f64 = plans.iter().map(|plan| summary::days(&plan.name, plans, &recorded).len() as f64).sum();
        let compared = told * arms.saturating_sub(1) as f64 / plans.len() as f64;
        let measures = columns(false).len() as f64;
        let worlds = if run.worlds > 1 { f64::from(run.worlds) * SMALL[3] } else { 0.0 };
        let small = FOLDER + measures * (told * SMALL[1] + compared * SMALL[2]) + worlds;
        self.tables.iter_mut().for_each(|bytes| *bytes += small);
        let (count, length) = (plans.len() as f64, f64::from(run.length));
        let drawn = |[always, arm, day]: [f64; 3], arms: f64| always + arms * (arm + day * length);
        // In many worlds bands are drawn instead of replicates.
        let thin = if run.worlds > 1 { 0.0 } else { f64::from(first.lives()).min(SHOWN) };
        self.pictures += drawn(FIGURES, count.min(SHOWN)) + drawn(REPORT, count) + count * POINT.0 * days.min(POINT.1);
        self.pictures += thin * (THIN.0 + THIN.1 * days.min(THIN.2));
    }
}

/// Seconds on one thread for so many lives of a scenario, nothing written.
pub fn seconds_of(scenario: &Scenario, lives: u64) -> f64 {
    let run = &scenario.run;
    // Teams are worked on side by side: where there are few, empty places take as long.
    let teams = scenario.organisation.teams;
    let padded = f64::from(teams.next_multiple_of(LANES as u32)) / f64::from(teams);
    let day = RELATION_DAY[usize::from(run.ledger)] * dense(scenario);
    let person = LOOK * recorded(scenario) + FOUND;
    let asked = survey_days(scenario).len() as f64 * (people(scenario) * ASK + pairs(scenario, mean_size(scenario)) * ASK_PAIR);
    lives as f64 * (padded * (f64::from(run.length) * day + people(scenario) * person) + asked)
}

/// The time before day 0, in times the length.
fn before(scenario: &Scenario) -> f64 {
    let years = if DayZero::takes_time(scenario) { scenario.organisation.years_before } else { 0 };
    f64::from(years * YEAR) / f64::from(scenario.run.length)
}

/// Relations: to teammates, across teams, to top management.
fn relations(scenario: &Scenario) -> f64 {
    let organisation = &scenario.organisation;
    people(scenario) * ((mean_size(scenario) - 1.0) * organisation.ties_within + f64::from(organisation.ties_across) + 1.0)
}

/// The same with all teammates: room is kept and time spent for those too who do not know one another.
fn dense(scenario: &Scenario) -> f64 {
    people(scenario) * (mean_size(scenario) + f64::from(scenario.organisation.ties_across))
}

/// Causes that book anything between two recorded days.
fn causes(record: Cadence) -> f64 {
    match record {
        Cadence::Daily => 3.6,
        Cadence::Weekly => 5.3,
        Cadence::Monthly | Cadence::Ends => 6.0,
    }
}

/// Rows of `series`, `survey`, `teams`, `ledger` and `sociometric`.
fn rows_per_life(scenario: &Scenario) -> [f64; 5] {
    let run = &scenario.run;
    let teams = f64::from(scenario.organisation.teams);
    let (days, surveys) = (recorded(scenario), survey_days(scenario).len() as f64);
    let values = columns(false).len() as f64 + if run.record_teams { teams * columns(true).len() as f64 } else { 0.0 };
    let booked = if run.ledger { days * teams * 3.0 * causes(run.record) } else { 0.0 };
    [days * values, surveys * people(scenario), surveys * teams, booked, surveys * pairs(scenario, mean_size(scenario))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_day_scope_and_survey() {
        let mut scenario = Scenario::default();
        scenario.run.length = 50;
        scenario.run.record_teams = false;
        let series = 11.0 * columns(false).len() as f64; // days 0, 5, ..., 50
        let close = |expected: [f64; 5], scenario: &Scenario| {
            assert!(rows_per_life(scenario).iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-9));
        };
        close([series, 0.0, 0.0, 0.0, 0.0], &scenario);
        scenario.run.surveys = vec![10, 20];
        close([series, 2.0 * 96.0, 2.0 * 12.0, 0.0, 0.0], &scenario); // 12 teams of 8
        scenario.run.sociometric = true;
        close([series, 2.0 * 96.0, 2.0 * 12.0, 0.0, 2.0 * 96.0 * 7.0], &scenario);
    }

    #[test]
    fn people_know_their_team_some_others_and_the_top() {
        assert!((relations(&Scenario::default()) - 96.0 * (7.0 + 2.0 + 1.0)).abs() < 1e-9);
    }

    #[test]
    fn more_of_anything_takes_no_less_of_anything() {
        let of = |change: fn(&mut Scenario)| {
            let mut scenario = Scenario::default();
            (scenario.run.replicates, scenario.run.surveys) = (4, vec![100]);
            change(&mut scenario);
            let estimate = Estimate::of(&plan(&scenario), 2);
            [estimate.seconds(1.0), estimate.memory(), estimate.disk.most(Format::Parquet), estimate.disk.most(Format::Csv)]
        };
        let small = of(|_| {});
        let changes: [fn(&mut Scenario); 8] = [
            |scenario| scenario.run.replicates = 400,
            |scenario| scenario.run.worlds = 40,
            |scenario| scenario.run.record = Cadence::Daily,
            |scenario| scenario.run.ledger = true,
            |scenario| scenario.run.sociometric = true,
            |scenario| scenario.run.length *= 3,
            |scenario| scenario.organisation.teams *= 20,
            |scenario| scenario.run.surveys = (1..50).collect(),
        ];
        for (i, change) in changes.into_iter().enumerate() {
            assert!(of(change).iter().zip(small).all(|(more, less)| *more > less), "{i}: {:?} {small:?}", of(change));
        }
    }

    #[test]
    fn few_teams_take_as_long_as_the_places_that_are_worked_on_at_once() {
        let of = |teams: u32| {
            let mut scenario = Scenario::default();
            scenario.organisation.teams = teams;
            seconds_of(&scenario, 1)
        };
        assert!((of(3) / of(16) - 1.0).abs() < 1e-9 && of(17) > 1.9 * of(16));
    }
}
