//! # What a series tells
//!
//! From a median in time to the story that the headline tells.

use super::Series;
use crate::analysis::recovery::Road;
use crate::scenario::Referent;
use crate::text::Language;
use crate::words::figure::{Clock, Form, Story, fell};

/// Days before a breach over which the level before it is averaged.
const BEFORE: u32 = 20;

/// Days after a breach in which trust is watched for its lowest point, and what follows trust.
pub const TRUST_WINDOW: u32 = 60;
const LATER_WINDOW: u32 = 260;

/// Days after a breach in which its mark is looked for.
pub fn window(of_trust: bool) -> u32 {
    if of_trust { TRUST_WINDOW } else { LATER_WINDOW }
}

/// What the lives of an arm say of its first breach, on this day; `None` where nobody looked.
pub fn road_of<'r>(roads: &'r [Road], arm: &str, referent: Option<Referent>, breach: Option<u32>) -> Option<&'r Road> {
    Road::leading(roads, arm, referent?).filter(|road| road.day.is_none_or(|day| breach == Some(day)))
}

/// The story with the numbers of the lives themselves, each of which falls and returns on a day of its own: so a headline and a table
/// never say two.
pub fn as_lived(story: &mut Story, road: Option<&Road>) {
    if let (Story::Broken { before, turn, within, back, .. }, Some(road)) = (story, road) {
        (*before, *turn, *back) = (road.before, road.lowest, road.back.filter(|_| !road.back_censored));
        if road.fall.is_finite() {
            *within = road.fall;
        }
    }
}

/// The story of a median: what a breach on day `breach` did to it within `window` days. Changes below `least` are no mark. When
/// it was back a median cannot tell: each life comes back on a day of its own.
pub fn story(series: &Series, breach: Option<u32>, window: u32, least: f64) -> Story {
    let known: Vec<(u32, f64)> = series.days.iter().copied().zip(series.median().iter().copied()).filter(|(_, v)| v.is_finite()).collect();
    let (Some(&(first, from)), Some(&(last, end))) = (known.first(), known.last()) else { return Story::Nothing };
    let calm = Story::Calm { from, to: end, span: f64::from(last - first) };
    let Some(breach) = breach else { return calm };
    let (ahead, since): (Vec<_>, Vec<_>) = known.iter().partition(|(day, _)| *day < breach);
    let Some(&(latest, _)) = ahead.last() else { return calm };
    let near: Vec<f64> = ahead.iter().filter(|(day, _)| day + BEFORE >= breach || *day == latest).map(|(_, v)| *v).collect();
    let before = near.iter().sum::<f64>() / near.len() as f64;
    let watched = since.iter().take_while(|(day, _)| *day <= breach.saturating_add(window)).count().max(1);
    let far = |v: f64| (v - before).abs();
    let Some(&(_, turn)) = since.iter().take(watched).max_by(|a, b| far(a.1).total_cmp(&far(b.1))) else { return calm };
    if far(turn) < least {
        return Story::NoMark { before, turn };
    }
    let gone = since.iter().position(|(_, v)| (v - before) / (turn - before) >= 0.9).unwrap_or(0);
    let previous = gone.checked_sub(1).map_or(latest, |i| since[i].0);
    let gone = since[gone].0;
    Story::Broken {
        before,
        turn,
        within: f64::from((gone - breach).max(1)),
        exact: gone == breach || gone - previous <= 1,
        back: None,
        end,
        span: f64::from(last - breach),
    }
}

/// How the falls of the lines of a figure are told.
pub struct Telling {
    pub of_trust: bool,
    pub form: Form,
    pub clock: Clock,
    pub language: Language,
}

impl Telling {
    /// The fall of a line in a sentence, for those who cannot see it: when, from what to what, and when it was back; `None` where
    /// nothing was broken. Of the return only what the `road` tells is said.
    pub fn fall(&self, name: &str, series: &Series, breach: Option<u32>, road: Option<&Road>) -> Option<String> {
        let when = self.clock.moment(f64::from(breach?), self.language);
        let least = if self.form == Form::Share { 0.005 } else { 0.02 };
        let mut story = story(series, breach, window(self.of_trust), least);
        as_lived(&mut story, road);
        match story {
            Story::Broken { before, turn, within, end, back, .. } => {
                let back = road.map(|_| back);
                Some(fell(name, &when, [before, turn, end], Some(within), back, self.form, self.language))
            }
            Story::NoMark { before, turn } => Some(fell(name, &when, [before, turn, turn], None, None, self.form, self.language)),
            Story::Nothing | Story::Calm { .. } => None,
        }
    }
}

/// Where a median is farthest from its twin's after a breach: days since the breach, and the two values; `None` if they are
/// never `least` apart. An outcome may fall and still be the worse for a breach, so that only the twin tells what it did.
pub fn apart_from(series: &Series, twin: &Series, breach: u32, least: f64) -> Option<(f64, f64, f64)> {
    let pairs = series.days.iter().zip(series.median()).zip(twin.days.iter().zip(twin.median()));
    let known = pairs.filter(|((day, own), (same, other))| day == same && **day >= breach && own.is_finite() && other.is_finite());
    let gap = |((_, own), (_, other)): &((&u32, &f64), (&u32, &f64))| (*own - *other).abs();
    let farthest = known.max_by(|a, b| gap(a).total_cmp(&gap(b)))?;
    let ((day, own), (_, other)) = farthest;
    (gap(&farthest) >= least).then(|| (f64::from(day - breach), *own, *other))
}

/// The share of people who would be counted as trusting: before a breach, or at the start, and at the end.
pub fn counted(series: &Series, breach: Option<u32>) -> Option<[f64; 2]> {
    let mut known = series.days.iter().zip(series.median()).filter(|(_, value)| value.is_finite());
    let ahead = known.clone().rfind(|(day, _)| breach.is_some_and(|breach| **day < breach));
    let (first, last) = (ahead.or_else(|| known.clone().next())?, known.next_back()?);
    Some([*first.1, *last.1])
}

/// How much a story moves trust: what decides who is most affected.
pub fn size(story: &Story) -> f64 {
    match *story {
        Story::Nothing => 0.0,
        Story::Calm { from, to, .. } => (to - from).abs(),
        Story::NoMark { before, turn } | Story::Broken { before, turn, .. } => (turn - before).abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::road;
    use super::*;

    fn series(points: &[(u32, f64)]) -> Series {
        let mut series = Series { days: points.iter().map(|p| p.0).collect(), ..Series::default() };
        series.quantiles[2] = points.iter().map(|p| p.1).collect();
        series
    }

    #[test]
    fn a_fall_seen_on_its_day_takes_one_day() {
        let told = story(&series(&[(0, 0.5), (9, 0.5), (10, 0.2), (11, 0.19), (270, 0.3)]), Some(10), 60, 0.02);
        let Story::Broken { before, turn, within, exact, back, end, span } = told else { panic!("{told:?}") };
        assert!((before - 0.5).abs() < 1e-9 && (turn - 0.19).abs() < 1e-9 && (end - 0.3).abs() < 1e-9);
        assert!((within - 1.0).abs() < 1e-9 && exact && back.is_none() && (span - 260.0).abs() < 1e-9);
    }

    #[test]
    fn the_twin_tells_what_a_breach_did_to_what_was_falling_anyway() {
        let own = series(&[(0, 0.30), (10, 0.28), (20, 0.24), (30, 0.20)]);
        let twin = series(&[(0, 0.30), (10, 0.26), (20, 0.18), (30, 0.17)]);
        let (days, own_value, twin_value) = apart_from(&own, &twin, 5, 0.01).unwrap();
        assert!((days - 15.0).abs() < 1e-9 && (own_value - 0.24).abs() < 1e-9 && (twin_value - 0.18).abs() < 1e-9);
        assert!(apart_from(&own, &twin, 5, 0.1).is_none());
    }

    #[test]
    fn a_coarse_record_says_within() {
        let told = story(&series(&[(0, 0.5), (5, 0.5), (10, 0.2), (15, 0.49), (20, 0.5)]), Some(6), 60, 0.02);
        let Story::Broken { within, exact, .. } = told else { panic!("{told:?}") };
        assert!((within - 4.0).abs() < 1e-9 && !exact);
    }

    #[test]
    fn of_a_return_only_what_was_measured_is_said() {
        // it ends above where it was: nobody looked when it was back, so nothing is said of it
        let outcome = series(&[(0, 0.50), (9, 0.50), (10, 0.46), (20, 0.47), (270, 0.55)]);
        let telling = |language| Telling { of_trust: true, form: Form::Index, clock: Clock::of(270.0), language };
        let say = |road, language| telling(language).fall("engagement", &outcome, Some(10), road).unwrap();
        let said = say(None, Language::English);
        assert!(said.ends_with("from 0.50 to 0.46 in 1 day; 0.55 on the last day.") && !said.contains("back"), "{said}");
        // the lowest level of each life, each on a day of its own, is what the tables say
        let road = Road { before: 0.51, lowest: 0.44, fall: 12.0, back: Some(100.0), back_censored: false, ..road("main") };
        let said = say(Some(&road), Language::Dutch);
        assert!(said.ends_with("van 0,51 naar 0,44 in 12 dagen; terug na 5 maanden, 0,55 op de laatste dag."), "{said}");
        let said = say(Some(&Road { back_censored: true, ..road.clone() }), Language::English);
        assert!(said.ends_with("; not back, 0.55 on the last day."), "{said}");
    }

    #[test]
    fn odd_data_tells_something_too() {
        assert_eq!(story(&series(&[]), Some(3), 60, 0.02), Story::Nothing);
        assert_eq!(story(&series(&[(0, f64::NAN)]), None, 60, 0.02), Story::Nothing);
        assert!(matches!(story(&series(&[(0, 0.5)]), Some(0), 60, 0.02), Story::Calm { .. }));
        assert!(matches!(story(&series(&[(0, 0.5), (9, 0.49)]), Some(u32::MAX), 60, 0.02), Story::Calm { .. }));
        assert!(matches!(story(&series(&[(0, 0.5), (9, 0.49)]), Some(5), 60, 0.02), Story::NoMark { .. }));
    }
}
