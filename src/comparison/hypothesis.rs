//! # Verdicts on hypotheses
//!
//! ```text
//!   effect e = s · mean of (first arm − second arm)    over paired lives; s = 1 for greater, −1 for less
//!   supported       the whole 95 % interval of e lies above the smallest effect
//!   not supported   the whole interval lies below it
//!   undecided       the interval holds it
//! ```
//!
//! **Read it as.** A difference smaller than the smallest effect of interest counts as none, so that many lives cannot make
//! something of nothing (Lakens 2017). Beside the verdict stands the share of worlds in which the effect is larger than that:
//! how far it hangs on the parameters.
//!
//! **Why nothing else withholds a verdict.** A rule such as "undecided while the Monte Carlo error is above a quarter of the smallest
//! effect" would also withhold what an interval far above the smallest effect says plainly. The error is in the interval already.
//!
//! **Limits.** A return that was not seen counts as the time that was watched, so that a difference of return times is one of
//! the mean time without trust up to the end. The interval is for the mean over lives (or pairs of worlds), not for the next
//! organisation.

use super::outcome::{Outcome, Outcomes};
use super::ranking::needed;
use crate::analysis::interval::{Estimate, estimate_in_worlds};
use crate::analysis::quantile::mean;
use crate::analysis::recovery::course::{TrustCourse, VISIBLE};
use crate::analysis::recovery::leading_course;
use crate::analysis::variance::means_of_worlds;
use crate::doubt::Headline;
use crate::ensemble::{ArmLives, LifeResult};
use crate::observe::Life;
use crate::scenario::measure::{MEASURES, Per, WON_BACK, columns, measure, place};
use crate::scenario::{Contrast, Direction, Hypothesis, Scenario};

/// What the lives say of a hypothesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The effect is larger than the smallest one.
    Supported,
    /// It is not.
    NotSupported,
    /// It cannot be told.
    Undecided,
}

impl Verdict {
    /// All.
    pub const ALL: [Verdict; 3] = [Verdict::Supported, Verdict::NotSupported, Verdict::Undecided];

    /// The word in tables.
    pub const fn key(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::NotSupported => "not_supported",
            Verdict::Undecided => "undecided",
        }
    }
}

/// A verdict and the numbers behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What was expected.
    pub hypothesis: Hypothesis,
    /// The day that was looked at; `None` for outcomes of a whole life.
    pub day: Option<u32>,
    /// The effect in the expected direction, with its interval; `error` is its Monte Carlo error.
    pub effect: Estimate,
    /// Share of worlds in which it is larger than the smallest effect; NaN with one world.
    pub worlds: f64,
    /// The verdict.
    pub verdict: Verdict,
    /// More replicates in each world that would decide it, if it is undecided and replicates would.
    pub needed: Option<u32>,
}

/// All hypotheses of a scenario, in its order.
pub fn judge(scenario: &Scenario, lives: &[ArmLives], outcomes: &Outcomes) -> Vec<Judgement> {
    scenario.hypotheses.iter().map(|hypothesis| one(scenario, hypothesis, lives, outcomes)).collect()
}

fn one(scenario: &Scenario, hypothesis: &Hypothesis, lives: &[ArmLives], outcomes: &Outcomes) -> Judgement {
    let at = |name: &String| lives.iter().position(|arm| arm.arm == *name);
    let day = measure(&hypothesis.outcome).map(|_| recorded(lives, hypothesis.day.unwrap_or(scenario.run.length)));
    let values = |name: &String| -> Vec<f64> {
        match at(name) {
            Some(arm) => {
                if let Some(day) = day {
                    let of = |life: &LifeResult| life.as_ref().map_or(f64::NAN, |life| value(life, hypothesis, day));
                    return lives[arm].lives.iter().map(of).collect();
                }
                if hypothesis.outcome == WON_BACK {
                    let own = scenario.arms.iter().find(|arm| arm.name == *name).map_or(scenario, |arm| &arm.scenario);
                    let of = |(number, life): (u32, &LifeResult)| life.as_ref().map_or(f64::NAN, |life| won_back(own, number, life));
                    return (0..).zip(&lives[arm].lives).map(of).collect();
                }
                let of = |life: &Option<Outcome>| life.as_ref().map_or(f64::NAN, |life| whole(life, &hypothesis.outcome));
                outcomes.arms[arm].lives.iter().map(of).collect()
            }
            None => Vec::new(),
        }
    };
    let less = |one: Vec<f64>, other: Vec<f64>| one.into_iter().zip(other).map(|(one, other)| one - other).collect::<Vec<f64>>();
    let differences = match &hypothesis.contrast {
        Contrast::Arms([one, other]) => less(values(one), values(other)),
        Contrast::Differences(pairs) => {
            let [one, other] = pairs.each_ref().map(|[one, other]| less(values(one), values(other)));
            less(one, other)
        }
        Contrast::Levels(_) => Vec::new(), // of a sweep: `factor`
    };
    verdict(hypothesis.clone(), day, &differences, outcomes.worlds)
}

/// The verdict on differences by the number of their lives.
pub fn verdict(hypothesis: Hypothesis, day: Option<u32>, differences: &[f64], worlds: u32) -> Judgement {
    let least = hypothesis.smallest_effect;
    let side = match hypothesis.direction {
        Direction::Greater => 1.0,
        Direction::Less => -1.0,
    };
    let effects: Vec<f64> = differences.iter().map(|difference| side * difference).collect();
    let effect = estimate_in_worlds(&effects, worlds);
    // Without any spread the interval is a point, which says what it says.
    let (low, high) =
        if effect.error == 0.0 || effect.low.is_nan() && effect.n > 1 { (effect.mean, effect.mean) } else { (effect.low, effect.high) };
    let verdict = match () {
        () if low > least => Verdict::Supported,
        () if high < least || (high - low <= 0.0 && high <= least) => Verdict::NotSupported,
        () => Verdict::Undecided,
    };
    let beyond: Vec<f64> = effects.iter().map(|effect| effect - least).collect();
    let larger: Vec<f64> = means_of_worlds(&beyond, worlds)
        .into_iter()
        .filter(|effect| effect.is_finite())
        .map(|effect| f64::from(u8::from(effect > 0.0)))
        .collect();
    Judgement {
        day,
        effect,
        worlds: if worlds > 1 { mean(&larger) } else { f64::NAN },
        verdict,
        needed: (verdict == Verdict::Undecided).then(|| needed(&beyond, worlds, estimate_in_worlds(&beyond, worlds))).flatten(),
        hypothesis,
    }
}

/// The last recorded day of all lives up to this one.
fn recorded(lives: &[ArmLives], day: u32) -> u32 {
    let days = lives.iter().flat_map(|arm| arm.lives.iter().flatten()).next().map_or(&[][..], |life: &Life| life.days.as_slice());
    last_of(days, day)
}

/// The last of these days up to this one.
pub fn last_of(days: &[u32], day: u32) -> u32 {
    days[..days.partition_point(|known| *known <= day)].last().copied().unwrap_or(day)
}

/// The measure of a hypothesis on a recorded day.
pub fn value(life: &Life, hypothesis: &Hypothesis, day: u32) -> f64 {
    let whose = |row: usize| (MEASURES[row].per == Per::Referent).then_some(hypothesis.referent);
    let at = measure(&hypothesis.outcome).and_then(|row| place(&hypothesis.outcome, whose(row)));
    at.and_then(|at| crate::analysis::summary::value(life, day, at, columns(false).len())).unwrap_or(f64::NAN)
}

/// The share of the fall of trust in whoever breaks it first that is won back on the last day; NaN where nothing fell visibly, or the
/// life ends too soon to tell.
fn won_back(scenario: &Scenario, number: u32, life: &Life) -> f64 {
    let course = leading_course(scenario, Headline::of(scenario).referent, number, life, None);
    course.as_ref().map_or(f64::NAN, won_back_of)
}

/// The same of a course that was measured.
pub fn won_back_of(course: &TrustCourse) -> f64 {
    course.scar.filter(|_| course.fall >= VISIBLE).map_or(f64::NAN, |scar| 1.0 - scar / course.fall)
}

/// An outcome of a whole life.
pub fn whole(life: &Outcome, outcome: &str) -> f64 {
    match outcome {
        "leavers" => life.leavers,
        "trust_days" => life.trust_days,
        _ => life.back.map_or(f64::NAN, |back| back.days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Referent;

    fn expected(direction: Direction, smallest_effect: f64) -> Hypothesis {
        Hypothesis {
            id: "h".into(),
            statement: String::new(),
            contrast: Contrast::Arms(["a".into(), "b".into()]),
            outcome: "trust".into(),
            referent: Referent::Leader,
            direction,
            smallest_effect,
            day: None,
        }
    }

    #[test]
    fn the_interval_and_the_smallest_effect_decide() {
        let effects: Vec<f64> = (0..20).map(|life| 0.10 + 0.01 * f64::from(life % 5)).collect(); // mean 0.12
        let of = |least: f64| verdict(expected(Direction::Greater, least), None, &effects, 1).verdict;
        assert_eq!([of(0.05), of(0.12), of(0.3)], [Verdict::Supported, Verdict::Undecided, Verdict::NotSupported]);
    }

    #[test]
    fn what_is_undecided_says_how_many_more_would_decide_and_no_difference_is_none() {
        let effects: Vec<f64> = (0..10).map(|life| 0.1 + if life % 2 == 0 { 0.3 } else { -0.3 }).collect();
        let open = verdict(expected(Direction::Greater, 0.0), None, &effects, 1);
        assert!(open.verdict == Verdict::Undecided && open.needed.is_some_and(|more| (20..60).contains(&more)), "{open:?}");
        let none = verdict(expected(Direction::Greater, 0.0), None, &[0.0; 12], 1);
        assert_eq!((none.verdict, none.needed), (Verdict::NotSupported, None));
    }

    #[test]
    fn worlds_are_counted_in_which_the_effect_is_large_enough() {
        let effects: Vec<f64> = (0..40).map(|life| if life % 8 < 2 { 0.0 } else { 0.4 }).collect();
        let found = verdict(expected(Direction::Greater, 0.1), None, &effects, 8);
        assert!((found.worlds - 0.75).abs() < 1e-9, "{found:?}");
    }
}
