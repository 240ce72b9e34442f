//! # Fall and return in one life
//!
//! What happened to trust in one referent after one breach, told by the organisation's mean trust T(d) on each day d. The
//! n-day mean of day d is the mean over the n days that end on d; b is the day of the breach, H the last day. A day on which there
//! is nobody to trust (a leader has left, the next has not come) does not exist: means are taken over the days that do, sums over the
//! days that do here and in the twin.
//!
//! | word | definition |
//! |---|---|
//! | level before, L0 | 20-day mean of the day before b (fewer days if b comes earlier) |
//! | bottom, L1 on d1 | lowest 5-day mean within b to b + 60, and the day on which its five days end |
//! | fall, D | L0 − L1; below 0.02 nothing was visible and there are no times |
//! | fall time, F | days from b until T is at or below L0 − 0.9 D; 1 if on the day itself |
//! | build time, B | b minus the last day before b with T at or below L1; if there is none, at least b |
//! | return time, R | the first day after d1 from which the 20-day mean is at least L0 − 0.02 for 20 days, minus b; else at least H − b |
//! | back to twin, R* | the same with the 20-day means of T and of the twin's T0 at most 0.02 apart |
//! | climb | the day of return minus d1: what remains of R once the bottom is behind |
//! | lasting scar | L0 − the 20-day mean of H; only if these days come after b |
//! | trust-days lost | sum of T0 − T over days b to H, times the people at the start: one is one person at full trust for one day |
//! | twin's fall | how far the twin fell in the same days: its L0 minus its 5-day mean of d1 |
//! | more leavers | people who quit or left involuntarily from b on, minus those in the twin |
//! | left out | share of the days from b − 20 to H that do not exist |

use serde_json::{Value, json};

use crate::analysis::survival::Wait;
use crate::observe::{EntryKind, Life};
use crate::scenario::measure::place;
use crate::scenario::{Referent, Scenario};

/// A fall smaller than this cannot be seen, a level nearer than this is back.
pub const VISIBLE: f64 = 0.02;
/// Days of the means that stand for a level, and for how long a return must last.
const STEADY: usize = 20;
/// Days of the mean that stands for the bottom.
const BOTTOM: usize = 5;
/// The bottom is looked for in so many days after the breach.
const SEARCH: usize = 60;
/// The share of the fall that counts as fallen.
const FALLEN: f64 = 0.9;

/// One breach in one life, for one referent.
#[derive(Clone, Debug, PartialEq)]
pub struct TrustCourse {
    /// The number of the life, from 0.
    pub life: u32,
    /// The working day of the breach, b.
    pub day: u32,
    /// Days from the breach to the end, H − b.
    pub horizon: u32,
    /// Level before the breach, L0, 0 to 1.
    pub before: f64,
    /// Lowest level after it, L1, 0 to 1.
    pub lowest: f64,
    /// The working day of that, d1.
    pub lowest_day: u32,
    /// How far trust fell, D, 0 to 1.
    pub fall: f64,
    /// How long fall and return took; `None` if the breach left no visible mark.
    pub times: Option<Times>,
    /// Lasting scar; `None` if the life ends too soon to tell.
    pub scar: Option<f64>,
    /// How the life differs from its twin, if there is one.
    pub twin: Option<TwinContrast>,
    /// Share of the days from the level before to the end on which there was nobody to trust; they are left out.
    pub left_out: f64,
}

impl TrustCourse {
    /// Everything about it for programs: of this event, about trust in this referent.
    pub fn told(&self, event: &str, referent: Referent) -> Value {
        let times = self.times.as_ref();
        let days = |wait: Option<Wait>| wait.map(|wait| wait.days);
        let ended = |wait: Option<Wait>| wait.map(|wait| wait.ended);
        let (build, back, climb) = (times.map(|times| times.build), times.map(|times| times.back), times.map(|times| times.climb));
        let beside = times.and_then(|times| times.twin_back);
        let twin = self.twin.as_ref();
        json!({
            "event": event, "day": self.day, "referent": referent.key(), "horizon": self.horizon,
            "before": self.before, "lowest": self.lowest, "lowest_day": self.lowest_day, "fall": self.fall,
            "fall_days": times.map(|times| times.fall), "build_days": days(build), "build_ended": ended(build),
            "back_days": days(back), "back_ended": ended(back), "climb_days": days(climb), "climb_ended": ended(climb),
            "twin_back_days": days(beside), "twin_back_ended": ended(beside), "scar": self.scar, "left_out": self.left_out,
            "trust_days_lost": twin.map(|twin| twin.trust_days_lost), "twin_fall": twin.map(|twin| twin.fall),
            "more_leavers": twin.map(|twin| twin.more_leavers),
        })
    }
}

/// How long everything took, in working days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Times {
    /// The fall, F.
    pub fall: f64,
    /// How long it had taken to build what fell, B.
    pub build: Wait,
    /// The return, R.
    pub back: Wait,
    /// From the lowest level to the return.
    pub climb: Wait,
    /// The return to the twin's level, R*, if there is a twin.
    pub twin_back: Option<Wait>,
}

/// A life against its twin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwinContrast {
    /// Trust-days lost against the twin.
    pub trust_days_lost: f64,
    /// How far the twin fell in the same days.
    pub fall: f64,
    /// How many more left than in the twin.
    pub more_leavers: f64,
}

/// Measures one breach; `None` if it came too early (no day before it) or too late (less than five days left), or if there was
/// nobody to trust in the days before it or after.
pub fn course(scenario: &Scenario, number: u32, day: u32, referent: Referent, life: &Life, twin: Option<&Life>) -> Option<TrustCourse> {
    let trust = DailyTrust::of(life, referent);
    let b = day as usize;
    let Fall { before, lowest, lowest_day, fall, last } = trust.fall(b)?;
    let calm = twin.map(|twin| DailyTrust::of(twin, referent)).filter(|calm| calm.days() == trust.days());
    let times = (fall >= VISIBLE).then(|| {
        let fallen = (b..=last).find(|d| trust.value(*d) <= before - FALLEN * fall).unwrap_or(lowest_day);
        let low = (0..b).rev().find(|d| trust.value(*d) <= lowest);
        let since = |from: usize, day: Option<usize>| Wait { days: (day.unwrap_or(last) - from) as f64, ended: day.is_some() };
        let home = trust.home(lowest_day, before);
        let beside = |calm: &DailyTrust| steady(lowest_day + 1, last, |d| (trust.mean(d, STEADY) - calm.mean(d, STEADY)).abs() <= VISIBLE);
        Times {
            fall: (fallen - b).max(1) as f64,
            build: Wait { days: (b - low.unwrap_or(0)) as f64, ended: low.is_some() },
            back: since(b, home),
            climb: since(lowest_day, home),
            twin_back: calm.as_ref().map(|calm| since(b, beside(calm))),
        }
    });
    let beside = twin.zip(calm.as_ref()).map(|(twin, calm)| TwinContrast {
        trust_days_lost: people(scenario, life) * sum_of_known((b..=last).map(|d| calm.value(d) - trust.value(d))),
        fall: calm.mean(b - 1, STEADY) - calm.mean(lowest_day, BOTTOM),
        more_leavers: leavers(life, day) - leavers(twin, day),
    });
    Some(TrustCourse {
        life: number,
        day,
        horizon: (last - b) as u32,
        before,
        lowest,
        lowest_day: lowest_day as u32,
        fall,
        times,
        scar: (last >= b + STEADY).then(|| before - trust.mean(last, STEADY)),
        twin: beside,
        left_out: trust.left_out(b.saturating_sub(STEADY)),
    })
}

/// Days from day `b` until a daily level that fell then was back, by the definition above, or that were watched for it; `None` if it
/// did not visibly fall. What is told of one person or one team goes by the same rule as what is told of the organisation.
pub fn back(levels: impl Iterator<Item = f64>, b: usize) -> Option<Wait> {
    let trust = DailyTrust::from(levels.collect::<Vec<_>>());
    let Fall { before, lowest_day, fall, last, .. } = trust.fall(b)?;
    let home = trust.home(lowest_day, before);
    (fall >= VISIBLE).then(|| Wait { days: (home.unwrap_or(last) - b) as f64, ended: home.is_some() })
}

/// Which days exist in each of these lives: on which there is somebody of this kind to trust in all of them.
pub fn shared_days<'l>(lives: impl Iterator<Item = &'l Life>, referent: Referent) -> Vec<bool> {
    let exists = |life: &Life| life.trust_in(referent).map(f32::is_finite).collect();
    let both = |one: Vec<bool>, other: Vec<bool>| one.iter().zip(&other).map(|(one, other)| *one && *other).collect();
    lives.map(exists).reduce(both).unwrap_or_default()
}

/// The levels of a life's trust from a day on, on these days.
pub fn levels_on<'l>(life: &'l Life, referent: Referent, from: u32, days: &'l [bool]) -> impl Iterator<Item = f64> + 'l {
    let levels = life.trust_in(referent).zip(days).skip(from as usize);
    levels.filter(|(_, shared)| **shared).map(|(level, _)| f64::from(level))
}

/// The sum of the values that exist; NaN if none does.
pub fn sum_of_known(values: impl Iterator<Item = f64>) -> f64 {
    values.filter(|value| value.is_finite()).fold(f64::NAN, |sum, value| if sum.is_nan() { value } else { sum + value })
}

/// The first day from `from` on that begins [`STEADY`] days in a row on which `holds`.
fn steady(from: usize, last: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    let mut run = 0;
    for day in from..=last {
        run = if holds(day) { run + 1 } else { 0 };
        if run == STEADY {
            return Some(day + 1 - STEADY);
        }
    }
    None
}

/// How far a level fell.
#[allow(clippy::struct_field_names, reason = "the fall is what the table calls so")]
struct Fall {
    before: f64,
    lowest: f64,
    lowest_day: usize,
    fall: f64,
    last: usize,
}

/// Daily trust in one referent, with running sums over the days that exist so that any mean costs the same.
struct DailyTrust {
    values: Vec<f64>,
    sums: Vec<(f64, u32)>,
}

impl From<Vec<f64>> for DailyTrust {
    fn from(values: Vec<f64>) -> Self {
        let sums = std::iter::once((0.0, 0)).chain(values.iter().scan((0.0, 0), |(sum, days), value| {
            if value.is_finite() {
                (*sum, *days) = (*sum + value, *days + 1);
            }
            Some((*sum, *days))
        }));
        Self { sums: sums.collect(), values }
    }
}

impl DailyTrust {
    fn of(life: &Life, referent: Referent) -> Self {
        life.trust_in(referent).map(f64::from).collect::<Vec<_>>().into()
    }

    /// The fall after day `b`.
    fn fall(&self, b: usize) -> Option<Fall> {
        let last = self.days().checked_sub(1)?;
        if b == 0 || b + BOTTOM - 1 > last {
            return None;
        }
        let before = self.mean(b - 1, STEADY);
        let ends = b + BOTTOM - 1..=last.min(b + SEARCH);
        let means = ends.map(|d| (d, self.mean(d, BOTTOM))).filter(|(_, mean)| mean.is_finite());
        let (lowest_day, lowest) = means.min_by(|x, y| x.1.total_cmp(&y.1))?;
        let fall = before - lowest;
        fall.is_finite().then_some(Fall { before, lowest, lowest_day, fall, last })
    }

    /// The day after the bottom from which it was back.
    fn home(&self, lowest_day: usize, before: f64) -> Option<usize> {
        steady(lowest_day + 1, self.days() - 1, |d| self.mean(d, STEADY) >= before - VISIBLE)
    }

    /// The share of days from `from` on that do not exist.
    fn left_out(&self, from: usize) -> f64 {
        let days = self.days() - from;
        1.0 - f64::from(self.sums[self.days()].1 - self.sums[from].1) / days as f64
    }

    fn days(&self) -> usize {
        self.values.len()
    }

    fn value(&self, day: usize) -> f64 {
        self.values[day]
    }

    /// The mean over those of the `n` days that end on `day` that exist, fewer at the very start; NaN if none does.
    fn mean(&self, day: usize, n: usize) -> f64 {
        let (to, from) = (self.sums[day + 1], self.sums[(day + 1).saturating_sub(n)]);
        (to.0 - from.0) / f64::from(to.1 - from.1)
    }
}

/// People at the start: as recorded, or else as the scenario has it on average.
pub fn people(scenario: &Scenario, life: &Life) -> f64 {
    let recorded = place("headcount", None).and_then(|column| life.organisation.get(column)).map(|people| f64::from(*people));
    let size = scenario.organisation.team_size;
    recorded.unwrap_or(f64::from(scenario.organisation.teams) * f64::from(size.min + size.max) / 2.0)
}

/// People who left from this day on, not counting those who were scheduled to leave.
pub fn leavers(life: &Life, from: u32) -> f64 {
    let left = |kind| matches!(kind, EntryKind::Quit | EntryKind::InvoluntaryExit);
    life.events.iter().filter(|entry| entry.day >= from && left(entry.event)).count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::Entry;

    const B: u32 = 300;

    /// A life of 1001 days in which trust in all three is `trust(day)`.
    fn life(trust: impl Fn(u32) -> f64) -> Life {
        Life { daily_trust: (0..=1000).flat_map(|day| [trust(day) as f32; 3]).collect(), ..Life::default() }
    }

    fn of(life: &Life, twin: Option<&Life>) -> TrustCourse {
        course(&Scenario::default(), 0, B, Referent::Leader, life, twin).unwrap()
    }

    /// From 0.2 on day 0 up to 0.6 on day 200, then level.
    fn calm(day: u32) -> f64 {
        0.2 + 0.4 * f64::from(day.min(200)) / 200.0
    }

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-5, "{found} is not {expected}");
    }

    fn wait(days: f64) -> Wait {
        Wait { days, ended: true }
    }

    #[test]
    fn an_instant_fall_that_returns_is_measured_in_all_its_parts() {
        // Down to 0.391 on the day itself, level for 100 days, back at once on day 400.
        let course = of(&life(|d| if (B..400).contains(&d) { 0.391 } else { calm(d) }), None);
        close(course.before, 0.6);
        close(course.lowest, 0.391);
        assert_eq!(course.lowest_day, 304); // five days end on the fifth
        close(course.fall, 0.209);
        let times = course.times.unwrap();
        close(times.fall, 1.0);
        assert_eq!(times.build, wait(205.0)); // 0.2 + 0.4 · 95/200 = 0.39 on day 95, 0.392 on day 96
        // From day 400 on 419 − d days of the 20-day mean are low: 0.209 · 2/20 lower is too much on day 417, 0.209 · 1/20 is not.
        assert_eq!(times.back, wait(118.0));
        assert_eq!(times.climb, wait(114.0));
        close(course.scar.unwrap(), 0.0);
        assert_eq!((course.horizon, course.twin), (700, None));
    }

    #[test]
    fn a_slow_fall_takes_until_nine_tenths_are_gone() {
        // 0.005 a day for 41 days, then level for ever.
        let course = of(&life(|d| calm(d) - 0.005 * f64::from(d.saturating_sub(B).min(41))), None);
        close(course.lowest, 0.395);
        let times = course.times.unwrap();
        close(times.fall, 37.0); // 0.9 · 41 days are 36.9
        assert!(times.fall < f64::from(course.lowest_day - B));
    }

    #[test]
    fn trust_that_never_returns_is_watched_until_the_end() {
        let course = of(&life(|d| if d < B { calm(d) } else { 0.45 }), None);
        assert_eq!(course.times.unwrap().back, Wait { days: 700.0, ended: false });
        close(course.scar.unwrap(), 0.15);
    }

    #[test]
    fn a_return_that_does_not_last_is_no_return() {
        // Back on day 400, lost again on day 425, back for good on day 600.
        let course = of(&life(|d| if (B..400).contains(&d) || (425..600).contains(&d) { 0.391 } else { 0.6 }), None);
        assert_eq!(course.times.unwrap().back, wait(318.0)); // as above, 200 days later
    }

    #[test]
    fn a_level_that_was_never_so_low_took_at_least_all_the_time_before() {
        let course = of(&life(|d| if d < B { 0.6 } else { 0.4 }), None);
        assert_eq!(course.times.unwrap().build, Wait { days: 300.0, ended: false });
    }

    #[test]
    fn a_fall_below_two_hundredths_is_none() {
        let course = of(&life(|d| if d < B { 0.6 } else { 0.585 }), None);
        assert_eq!(course.times, None);
        close(course.fall, 0.015);
        assert!(of(&life(calm), None).times.is_none());
        assert!(of(&life(|d| if d < B { 0.6 } else { 0.7 }), None).fall < 0.0);
    }

    #[test]
    fn the_twin_tells_what_was_lost_and_what_it_lost_itself() {
        let quit = |day| Entry {
            day,
            event: EntryKind::Quit,
            id: u32::MAX,
            kind: 0,
            seat: 0,
            generation: 1,
            other_seat: u32::MAX,
            team: 0,
            size: 0.0,
        };
        // Both sink by 0.1 on day 300; this one by 0.11 more until day 499.
        let twin = life(|d| if d < B { 0.6 } else { 0.5 });
        let mut broken = life(|d| {
            if d < B {
                0.6
            } else if d < 500 {
                0.39
            } else {
                0.5
            }
        });
        broken.events = vec![quit(299), quit(300), quit(700)];
        let course = of(&broken, Some(&twin));
        let beside = course.twin.unwrap();
        close(beside.fall, 0.1);
        close(beside.more_leavers, 2.0);
        assert!((beside.trust_days_lost - 96.0 * 200.0 * 0.11).abs() < 0.01); // 12 teams of 8; 200 days
        let times = course.times.unwrap();
        assert_eq!(times.back, Wait { days: 700.0, ended: false }); // never back where it was
        assert_eq!(times.twin_back, Some(wait(216.0))); // 0.11 · 3/20 lower on day 516, 0.11 · 4/20 on the day before
    }

    /// The same life, without a leader from one day until another.
    fn without(days: std::ops::Range<usize>, trust: impl Fn(u32) -> f64) -> Life {
        let mut life = life(trust);
        days.for_each(|day| life.daily_trust[3 * day + Referent::Leader as usize] = f32::NAN);
        life
    }

    #[test]
    fn days_without_a_leader_are_left_out_and_nothing_else_moves() {
        let fell = |d| if (B..400).contains(&d) { 0.391 } else { calm(d) };
        let whole = of(&life(fell), None);
        // Long before, within the twenty days before, at the bottom, long after.
        for days in [50..90, 285..295, 310..330, 700..800] {
            let course = of(&without(days.clone(), fell), None);
            close(course.before, whole.before);
            close(course.lowest, whole.lowest);
            let (own, times) = (course.times.unwrap(), whole.times.unwrap());
            assert_eq!((own.fall, own.build, own.back), (times.fall, times.build, times.back), "{days:?}");
            close(course.scar.unwrap(), whole.scar.unwrap());
            let left_out = days.filter(|day| *day >= 280).count();
            close(course.left_out, left_out as f64 / 721.0);
        }
    }

    #[test]
    fn a_return_cannot_be_seen_while_nobody_is_there() {
        // Twenty days without any value have no mean; from day 500 on trust is where it was.
        let course = of(&without(405..500, |d| if (B..400).contains(&d) { 0.391 } else { 0.6 }), None);
        assert_eq!(course.times.unwrap().back, wait(200.0));
        let gone = without(280..300, calm);
        assert!(course_of(&gone).is_none(), "without a day before the breach there is no level to fall from");
    }

    fn course_of(life: &Life) -> Option<TrustCourse> {
        course(&Scenario::default(), 0, B, Referent::Leader, life, None)
    }

    #[test]
    fn a_day_that_is_missing_here_or_in_the_twin_is_left_out_of_what_was_lost() {
        let fell = |d| if d < B { 0.6 } else { 0.5 };
        for (here, there) in [(400..500, 0..0), (0..0, 400..500), (400..450, 450..500)] {
            let course = of(&without(here, fell), Some(&without(there, |_| 0.6)));
            let lost = course.twin.unwrap().trust_days_lost;
            assert!((lost - 96.0 * 601.0 * 0.1).abs() < 0.01, "{lost}"); // days 300 to 1000 less a hundred
        }
    }

    #[test]
    fn one_person_is_back_by_the_same_rule() {
        let fell = life(|d| if (B..400).contains(&d) { 0.391 } else { calm(d) });
        let own = back(fell.trust_in(Referent::Colleague).map(f64::from), B as usize);
        assert_eq!(own, Some(wait(118.0)));
        assert_eq!(back([0.5; 400].into_iter(), 200), None);
    }

    #[test]
    fn too_early_or_too_late_is_not_measured() {
        let measured = |day| course(&Scenario::default(), 0, day, Referent::Top, &life(calm), None).is_some();
        assert_eq!([0, 1, 996, 997, 2000].map(measured), [false, true, true, false, false]);
        assert!(course(&Scenario::default(), 0, B, Referent::Top, &Life::default(), None).is_none());
    }

    #[test]
    fn each_referent_has_its_own_trust() {
        let mut life = life(calm);
        for day in B as usize..=1000 {
            life.daily_trust[3 * day + Referent::Top as usize] = 0.1;
        }
        let fall = |referent| course(&Scenario::default(), 0, B, referent, &life, None).unwrap().fall;
        close(fall(Referent::Top), 0.5);
        close(fall(Referent::Leader), 0.0);
    }
}
