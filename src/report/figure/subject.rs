//! # What a figure of several arms or referents is about
//!
//! Whose trust it shows, and the number in which the arms differ.

use std::collections::{BTreeMap, BTreeSet};

use super::{Scene, Series, TRUST_WINDOW, first_breach, size, story};
use crate::scenario::resolved::lines;
use crate::scenario::{Referent, Scenario};

/// Arms in one panel.
pub const TOGETHER: usize = 5;

/// The referent whose trust moved most in the arm that the figures are about.
pub fn most_affected(scene: &Scene<'_>) -> Referent {
    let Some((plan, lives)) = scene.lead() else { return Referent::Leader };
    let breach = first_breach(&plan.scenario);
    most(|whom| scene.series(lives, "trust", Some(whom)).map_or(0.0, |s| size(&story(&s, breach, TRUST_WINDOW, 0.02))))
}

/// The referent on which the arms differ most, at any time.
pub fn most_apart(scene: &Scene<'_>) -> Referent {
    most(|whom| {
        let all: Vec<Series> = scene.arms().filter_map(|(_, lives)| scene.series(lives, "trust", Some(whom))).collect();
        let days = all.iter().map(|series| series.median().len()).min().unwrap_or(0);
        let gap = |day: usize| {
            let known = all.iter().map(|series| series.median()[day]).filter(|v| v.is_finite());
            let (low, high) = known.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
            (high - low).max(0.0)
        };
        (0..days).map(gap).fold(0.0, f64::max)
    })
}

/// The leader, unless there is more of it in another referent.
fn most(of: impl Fn(Referent) -> f64) -> Referent {
    let [leader, others @ ..] = [Referent::Leader, Referent::Colleague, Referent::Top].map(|whom| (whom, of(whom)));
    others.into_iter().fold(leader, |best, other| if other.1 > best.1 + 1e-12 { other } else { best }).0
}

/// The key in which the arms differ, if it is one alone and a number in each, with its values in the order of the arms. A few arms
/// need no such picture.
pub fn swept(scenario: &Scenario) -> Option<(String, Vec<f64>)> {
    if scenario.arms.len() <= TOGETHER {
        return None;
    }
    let of =
        |scenario: &Scenario| -> BTreeMap<String, String> { lines(scenario).into_iter().map(|line| (line.path(), line.value)).collect() };
    let all: Vec<BTreeMap<String, String>> = scenario.arms.iter().map(|arm| of(&arm.scenario)).collect();
    let first = all.first()?;
    let mut unlike = BTreeSet::new();
    for arm in &all {
        if arm.len() != first.len() {
            return None;
        }
        unlike.extend(arm.iter().filter(|(path, value)| first.get(*path) != Some(value)).map(|(path, _)| path.as_str()));
        if unlike.len() > 1 {
            return None;
        }
    }
    let key = *unlike.first()?;
    let values: Option<Vec<f64>> = all.iter().map(|arm| arm.get(key)?.parse().ok().filter(|value: &f64| value.is_finite())).collect();
    Some((key.to_owned(), values?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read::read_text;

    fn arms(each: impl Fn(u32) -> String) -> Scenario {
        let event = "[[event]]\nid = 'b'\nwhat = 'breach'\nday = 60\nby = 'leader'\nkind = 'integrity'\nseverity = 0.5\n";
        let arms: String = (0..8).map(|i| format!("s{i} = {{ set = {{ {} }} }}\n", each(i))).collect();
        read_text("sweep", &format!("{event}[arms]\n{arms}")).unwrap().scenario
    }

    #[test]
    fn arms_that_differ_in_one_number_are_a_sweep_and_no_others_are() {
        let (key, values) = swept(&arms(|i| format!("'event.b.severity' = 0.{i}"))).unwrap();
        assert_eq!((key.as_str(), values.len()), ("event.b.severity", 8));
        assert!((values[3] - 0.3).abs() < 1e-9);
        assert_eq!(swept(&arms(|i| format!("'event.b.severity' = 0.{i}, 'organisation.teams' = 2{i}"))), None);
        assert_eq!(swept(&arms(|i| format!("'event.b.kind' = '{}'", ["integrity", "reliability"][i as usize % 2]))), None);
    }
}
