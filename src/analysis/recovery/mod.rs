//! # How trust fell and came back
//!
//! Every breach of an arm, for every referent: measured in each life ([`course`]) and summarised over the lives. Waits that
//! were not over when a life ended stay in, as "at least so long" ([`survival`](super::survival)).

pub mod course;
pub mod table;

use crate::analysis::quantile::{mean, quantile};
use crate::analysis::survival::{Survival, Wait};
use crate::analysis::variance::VarianceComponents;
use crate::ensemble::ArmLives;
use crate::observe::{EntryKind, Life};
use crate::scenario::{BreachKind, Referent, Scenario, When};

use course::{Times, TrustCourse, TwinContrast};

/// One breach of one arm, for one referent, over all lives: a row of `recovery.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoverySummary {
    /// The arm.
    pub arm: String,
    /// Index of the breach in the scenario's events.
    pub event: usize,
    /// The name of that event.
    pub breach: String,
    /// The day for which it is scheduled; `None` if it comes by chance, on another day in every life.
    pub day: Option<u32>,
    /// Who broke trust.
    pub by: Referent,
    /// What kind of breach it is.
    pub kind: BreachKind,
    /// Who is trusted.
    pub referent: Referent,
    /// The lives in which it was measured.
    pub courses: Vec<TrustCourse>,
    /// Lives in which trust visibly fell; the times below are theirs.
    pub visible: usize,
    /// Share of the days on which there was nobody to trust, mean over the lives; NaN without lives.
    pub left_out: f64,
    /// Days from the breach to the end.
    pub horizon: Band,
    /// Level before the breach, 0 to 1.
    pub before: Band,
    /// Lowest level after it, 0 to 1.
    pub lowest: Band,
    /// How far it fell, 0 to 1.
    pub fall: Band,
    /// Days until nine tenths of the fall had happened.
    pub fall_days: Band,
    /// Days that it had taken to build as much trust as fell.
    pub build: WaitBand,
    /// Days until trust was back.
    pub back: WaitBand,
    /// Days until it was back at its twin's level.
    pub twin_back: WaitBand,
    /// Horse ratio: return time over fall time.
    pub ratio: WaitBand,
    /// Climb from the bottom over fall time. A return is counted from the breach, so it contains the fall and can hardly be
    /// shorter; this one is below 1 when trust came back faster than it left.
    pub climb_ratio: WaitBand,
    /// Level before minus level at the end.
    pub scar: Band,
    /// Trust-days lost against the twin.
    pub trust_days_lost: Band,
    /// How far the twin fell in the same days.
    pub twin_fall: Band,
    /// How many more people left than in the twin.
    pub more_leavers: Band,
}

/// Most arms of which each is shown; of more, only the telling ones.
pub const FEW: usize = 9;

/// Of more arms than [`FEW`] those in which trust fell least and most and was back first and last, in the order of the arms; else all.
pub fn telling(rows: &[&RecoverySummary]) -> Vec<usize> {
    if rows.len() <= FEW {
        return (0..rows.len()).collect();
    }
    let ends = |value: &dyn Fn(&RecoverySummary) -> f64| {
        let known: Vec<usize> = (0..rows.len()).filter(|at| !value(rows[*at]).is_nan()).collect();
        let by = |a: &usize, b: &usize| value(rows[*a]).total_cmp(&value(rows[*b])).then(b.cmp(a));
        [known.iter().copied().min_by(by), known.iter().copied().max_by(by)]
    };
    let back = |row: &RecoverySummary| row.back.median.unwrap_or(if row.back.n > 0 { f64::INFINITY } else { f64::NAN });
    let mut told: Vec<usize> = [ends(&|row| row.fall.median), ends(&back)].into_iter().flatten().flatten().collect();
    told.sort_unstable();
    told.dedup();
    told
}

/// Median, and the range from 10 to 90 %, over lives; how much of their spread is luck and how much doubt. NaN where there is
/// none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Median.
    pub median: f64,
    /// 10 % quantile.
    pub lo: f64,
    /// 90 % quantile.
    pub hi: f64,
    /// Standard deviation that other dice make.
    pub luck: f64,
    /// Standard deviation that other values of the parameters make.
    pub doubt: f64,
}

/// Median wait, and the range from 10 to 90 %, in working days, by Kaplan & Meier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitBand {
    /// The time by which half were over; `None` if half never were.
    pub median: Option<f64>,
    /// The time by which 10 % were over.
    pub lo: Option<f64>,
    /// The time by which 90 % were over.
    pub hi: Option<f64>,
    /// The 10 % and 90 % quantiles over worlds of the median wait within each, some luck included; `None` where that is longer than was
    /// watched, and both where there is one world.
    pub worlds: [Option<f64>; 2],
    /// How many waits there are.
    pub n: usize,
    /// How many of them were not over.
    pub open: usize,
    /// The longest that was watched, NaN if there is none: a missing median is at least this.
    pub watched: f64,
}

/// The road that trust goes: built on foot, lost on horseback, back on foot. Medians in working days.
#[derive(Clone, Debug, PartialEq)]
pub struct Road {
    /// The arm.
    pub arm: String,
    /// The day of the breach; `None` if it comes by chance.
    pub day: Option<u32>,
    /// Trust in whom.
    pub referent: Referent,
    /// The level before the breach, 0 to 1.
    pub before: f64,
    /// The lowest level after it, 0 to 1.
    pub lowest: f64,
    /// Building what was lost; `None` if it cannot be told.
    pub build: Option<f64>,
    /// Whether building took at least `build`.
    pub build_censored: bool,
    /// Losing nine tenths of it; not finite if nothing visible was lost.
    pub fall: f64,
    /// Coming back; `None` if it cannot be told.
    pub back: Option<f64>,
    /// Whether coming back took at least `back`.
    pub back_censored: bool,
    /// Coming level with the twin; `None` if half never did, or there is none.
    pub level: Option<f64>,
    /// Whether there is a twin to come level with.
    pub has_twin: bool,
    /// Lives in which trust never came back.
    pub never: u32,
    /// Lives in which it visibly fell.
    pub replicates: u32,
}

/// One row for each breach of the arm that breaks anything, and each referent: breaches in the order of the events, each scheduled day apart, of those
/// that come by chance the first in each life. Lives that failed do not count; `twin` holds the lives of the arm's twin.
pub fn recovery(scenario: &Scenario, lives: &ArmLives, twin: Option<&ArmLives>) -> Vec<RecoverySummary> {
    let mut rows = Vec::new();
    for (event, row) in scenario.events.iter().enumerate() {
        let Some(breach) = row.what.breaks() else { continue };
        let days: Vec<Option<u32>> = match &row.when {
            When::Days(days) => days.iter().filter(|day| **day <= scenario.run.length).map(|day| Some(*day)).collect(),
            _ => vec![None],
        };
        for (day, referent) in days.iter().flat_map(|day| Referent::ALL.map(|referent| (*day, referent))) {
            let courses = (0..).zip(&lives.lives).filter_map(|(number, life)| {
                let life = life.as_ref().ok()?;
                let calm = twin.and_then(|twin| twin.lives.get(number as usize)?.as_ref().ok());
                course::course(scenario, number, day.or_else(|| first(life, event))?, referent, life, calm)
            });
            let subject = Subject { arm: &lives.arm, event, breach: &row.id, day, by: breach.by, kind: breach.kind, referent };
            rows.push(summarise(&subject, courses.collect(), lives.worlds));
        }
    }
    rows
}

/// The row that stands for an arm: its first breach, and the trust in who broke it. One that comes by chance may come on the first
/// day; among breaches of one day the first in the file counts.
pub fn leading(rows: &[RecoverySummary]) -> Option<&RecoverySummary> {
    rows.iter().filter(|row| row.referent == row.by && !row.courses.is_empty()).min_by_key(|row| row.day.unwrap_or(0))
}

/// The course of one life in the row that stands for its arm, for the first breach by this referent: a comparison
/// reports the same number.
pub fn leading_course(scenario: &Scenario, by: Referent, number: u32, life: &Life, twin: Option<&Life>) -> Option<TrustCourse> {
    let breaches = scenario.events.iter().enumerate().flat_map(|(event, row)| {
        let days: Vec<Option<u32>> = match (row.what.breaks().filter(|breach| breach.by == by), &row.when) {
            (None, _) => Vec::new(),
            (Some(_), When::Days(days)) => days.iter().copied().filter(|day| *day > 0).map(Some).collect(),
            (Some(_), _) => vec![None],
        };
        days.into_iter().map(move |day| (event, day))
    });
    let (event, day) = breaches.min_by_key(|(_, day)| day.unwrap_or(0))?;
    course::course(scenario, number, day.or_else(|| first(life, event))?, by, life, twin)
}

/// The day of the first breach of this event in a life.
fn first(life: &Life, event: usize) -> Option<u32> {
    let breach = |kind| matches!(kind, EntryKind::BreachColleague | EntryKind::BreachLeader | EntryKind::BreachTop);
    life.events.iter().find(|entry| entry.id as usize == event && breach(entry.event)).map(|entry| entry.day)
}

/// What a row is about.
struct Subject<'a> {
    arm: &'a str,
    event: usize,
    breach: &'a str,
    day: Option<u32>,
    by: Referent,
    kind: BreachKind,
    referent: Referent,
}

fn summarise(subject: &Subject, courses: Vec<TrustCourse>, worlds: u32) -> RecoverySummary {
    let band = |value: fn(&TrustCourse) -> f64| Band::of(courses.iter().map(|course| (course.life, value(course))), worlds);
    let contrast = |value: fn(&TwinContrast) -> f64| {
        Band::of(courses.iter().filter_map(|course| Some((course.life, value(course.twin.as_ref()?)))), worlds)
    };
    let times: Vec<(u32, Times)> = courses.iter().filter_map(|course| Some((course.life, course.times?))).collect();
    let term = |wait: fn(&Times) -> Option<Wait>| {
        WaitBand::of(&times.iter().filter_map(|(life, times)| Some((*life, wait(times)?))).collect::<Vec<_>>(), worlds)
    };
    RecoverySummary {
        arm: subject.arm.to_owned(),
        event: subject.event,
        breach: subject.breach.to_owned(),
        day: subject.day,
        by: subject.by,
        kind: subject.kind,
        referent: subject.referent,
        visible: times.len(),
        left_out: mean(&courses.iter().map(|course| course.left_out).collect::<Vec<_>>()),
        horizon: band(|course| f64::from(course.horizon)),
        before: band(|course| course.before),
        lowest: band(|course| course.lowest),
        fall: band(|course| course.fall),
        fall_days: Band::of(times.iter().map(|(life, times)| (*life, times.fall)), worlds),
        build: term(|times| Some(times.build)),
        back: term(|times| Some(times.back)),
        twin_back: term(|times| times.twin_back),
        ratio: term(|times| Some(Wait { days: times.back.days / times.fall, ..times.back })),
        climb_ratio: term(|times| Some(Wait { days: times.climb.days / times.fall, ..times.climb })),
        scar: band(|course| course.scar.unwrap_or(f64::NAN)),
        trust_days_lost: contrast(|contrast| contrast.trust_days_lost),
        twin_fall: contrast(|contrast| contrast.fall),
        more_leavers: contrast(|contrast| contrast.more_leavers),
        courses,
    }
}

impl RecoverySummary {
    /// Whether at least half of the lives show the breach.
    pub fn is_visible(&self) -> bool {
        self.visible > 0 && 2 * self.visible >= self.courses.len()
    }

    /// The road that trust in this referent went.
    pub fn road(&self) -> Road {
        let known = |days: f64| days.is_finite().then_some(days);
        Road {
            arm: self.arm.clone(),
            day: self.day,
            referent: self.referent,
            before: self.before.median,
            lowest: self.lowest.median,
            build: known(self.build.at_least()),
            build_censored: self.build.median.is_none(),
            fall: if self.is_visible() { self.fall_days.median } else { f64::NAN },
            back: known(self.back.at_least()),
            back_censored: self.back.median.is_none(),
            level: self.twin_back.median,
            has_twin: self.twin_back.n > 0,
            never: self.back.open as u32,
            replicates: self.visible as u32,
        }
    }
}

impl Road {
    /// The road of an arm's first breach, for trust in this referent.
    pub fn leading<'r>(roads: &'r [Road], arm: &str, referent: Referent) -> Option<&'r Road> {
        let own = roads.iter().filter(|road| road.arm == arm && road.referent == referent && road.fall.is_finite());
        own.min_by_key(|road| road.day.unwrap_or(0))
    }
}

impl Band {
    /// Of values by the number of their lives.
    fn of(values: impl Iterator<Item = (u32, f64)>, worlds: u32) -> Self {
        let mut by_life: Vec<f64> = Vec::new();
        for (life, value) in values {
            by_life.resize(by_life.len().max(life as usize + 1), f64::NAN);
            by_life[life as usize] = value;
        }
        let apart = VarianceComponents::of(&by_life, worlds);
        by_life.retain(|value| value.is_finite());
        by_life.sort_by(f64::total_cmp);
        let q = |share| quantile(&by_life, share);
        Self { median: q(0.5), lo: q(0.1), hi: q(0.9), luck: apart.luck.sd, doubt: apart.doubt.sd }
    }
}

impl WaitBand {
    /// Of waits by the number of their lives.
    fn of(waits: &[(u32, Wait)], worlds: u32) -> Self {
        let mut by_world = vec![Vec::new(); worlds as usize];
        waits.iter().for_each(|(life, wait)| by_world[(life % worlds) as usize].push(*wait));
        let all = Survival::of(&waits.iter().map(|(_, wait)| *wait).collect::<Vec<_>>());
        Self {
            median: all.quantile(0.5),
            lo: all.quantile(0.1),
            hi: all.quantile(0.9),
            worlds: if worlds > 1 { across(&by_world) } else { [None; 2] },
            n: waits.len(),
            open: waits.iter().filter(|(_, wait)| !wait.ended).count(),
            watched: waits.iter().map(|(_, wait)| wait.days).fold(f64::NAN, f64::max),
        }
    }

    /// The share of waits that were never over; NaN if there are none.
    pub fn share_open(&self) -> f64 {
        self.open as f64 / self.n as f64
    }

    /// The median; where it is missing, the time that it is at least.
    pub fn at_least(&self) -> f64 {
        self.median.unwrap_or(self.watched)
    }
}

/// The medians of the worlds at 10 and 90 % of them, each that of one world; one that was not reached lies beyond all others.
fn across(worlds: &[Vec<Wait>]) -> [Option<f64>; 2] {
    let waited = worlds.iter().filter(|waits| !waits.is_empty());
    let mut medians: Vec<f64> = waited.map(|waits| Survival::of(waits).quantile(0.5).unwrap_or(f64::INFINITY)).collect();
    medians.sort_by(f64::total_cmp);
    let last = medians.len().saturating_sub(1) as f64;
    [0.1 * last, 0.9 * last].map(|at| medians.get(at.round() as usize).copied().filter(|days| days.is_finite()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::breach;
    use crate::observe::Entry;
    use crate::scenario::Event;

    /// 601 days at 0.6, from day `b` at 0.3 until `back`.
    fn life(b: u32, back: u32) -> Life {
        let trust = (0..=600).flat_map(|day| [if (b..back).contains(&day) { 0.3 } else { 0.6 }; 3]);
        Life { daily_trust: trust.collect(), ..Life::default() }
    }

    fn arm(lives: Vec<Result<Life, String>>) -> ArmLives {
        ArmLives { arm: "main".into(), twin: None, worlds: 1, lives }
    }

    fn scenario(when: When) -> Scenario {
        Scenario { events: vec![Event { when, ..breach(0) }], ..Scenario::default() }
    }

    #[test]
    fn waits_that_are_not_over_stay_in_the_median() {
        let lives = [140, 160, 9999, 9999].map(|back| Ok(life(100, back))).into_iter().chain([Err("broken".into())]);
        let rows = recovery(&scenario(When::Days(vec![100])), &arm(lives.collect()), None);
        assert_eq!(rows.len(), 3); // one for each referent
        let row = &rows[1];
        assert_eq!((row.courses.len(), row.visible, row.back.n, row.back.open), (4, 4, 4, 2));
        // Back 40 and 60 days after the breach; the 20-day mean, 0.3 · 1/20 below on the 19th day after, follows 18 days later.
        assert_eq!((row.back.lo, row.back.median, row.back.hi), (Some(58.0), Some(78.0), None));
        assert!((row.back.share_open() - 0.5).abs() < 1e-12);
        assert_eq!(row.ratio.median, Some(78.0));
        let road = row.road();
        assert_eq!((road.build, road.build_censored), (Some(100.0), true));
        assert_eq!((road.back, road.back_censored), (Some(78.0), false));
        assert_eq!((road.never, road.replicates), (2, 4));
        assert!((road.fall - 1.0).abs() < 1e-12);
    }

    #[test]
    fn where_most_never_return_the_median_is_at_least_the_time_watched() {
        let lives = [140, 9999, 9999].map(|back| Ok(life(100, back)));
        let row = &recovery(&scenario(When::Days(vec![100])), &arm(lives.into()), None)[0];
        let road = row.road();
        assert_eq!((road.back, road.back_censored), (Some(500.0), true));
        assert_eq!((row.horizon.median, row.ratio.median), (500.0, None));
    }

    #[test]
    fn each_scheduled_day_is_a_row_and_days_beyond_the_end_are_none() {
        let mut scenario = scenario(When::Days(vec![100, 300, 9000]));
        scenario.run.length = 600;
        let rows = recovery(&scenario, &arm(vec![Ok(life(100, 200))]), None);
        assert_eq!(rows.iter().map(|row| row.day).collect::<Vec<_>>(), [Some(100), Some(100), Some(100), Some(300), Some(300), Some(300)]);
        assert!(rows[0].is_visible() && !rows[3].is_visible());
        assert!(rows[3].road().fall.is_nan());
    }

    #[test]
    fn a_breach_by_chance_is_measured_on_its_first_day_in_each_life() {
        let struck = |day| {
            let mut life = life(day, 9999);
            let entry =
                |day, event, id| Entry { day, event, id, kind: 0, seat: 0, generation: 1, other_seat: u32::MAX, team: 0, size: 0.7 };
            life.events = vec![
                entry(1, EntryKind::BreachLeader, u32::MAX), // an everyday incident
                entry(2, EntryKind::Repair, 0),              // a repair of the same number
                entry(day, EntryKind::BreachLeader, 0),
                entry(day + 50, EntryKind::BreachLeader, 0),
            ];
            Ok(life)
        };
        let spared = Ok(life(9999, 9999));
        let rows = recovery(&scenario(When::PerYear(0.4)), &arm(vec![struck(80), spared, struck(200)]), None);
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[0].courses.iter().map(|course| (course.life, course.day)).collect::<Vec<_>>(), [(0, 80), (2, 200)]);
        assert_eq!((rows[0].day, rows[0].horizon.median), (None, 460.0)); // (520 + 400) / 2
    }

    #[test]
    fn a_failed_twin_leaves_the_rest_measured() {
        let twin = arm(vec![Err("broken".into()), Ok(life(9999, 9999))]);
        let row = &recovery(&scenario(When::Days(vec![100])), &arm(vec![Ok(life(100, 9999)), Ok(life(100, 9999))]), Some(&twin))[0];
        assert_eq!((row.visible, row.twin_back.n), (2, 1));
        assert!((row.trust_days_lost.median - 96.0 * 501.0 * 0.3).abs() < 0.1); // 12 teams of 8, days 100 to 600
    }
}
