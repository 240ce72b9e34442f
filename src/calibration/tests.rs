//! Known values are found again from data that the model itself made, under other dice.

use std::collections::BTreeMap;

use super::distance::Figure;
use super::free::Free;
use super::*;
use crate::theory::Parameters;
use crate::validation::published;
use crate::validation::study::Effort;
use crate::validation::target::Claim;
use crate::validation::target::Target;
use crate::validation::{self, confront};

#[derive(Default)]
struct Kept(BTreeMap<Vec<u64>, Vec<Figure>>);

fn key(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

impl Memory for Kept {
    fn recall(&self, values: &[f64]) -> Option<Vec<Figure>> {
        self.0.get(&key(values)).cloned()
    }

    fn keep(&mut self, values: &[f64], figures: &[Figure], _distance: f64) -> Result<(), String> {
        self.0.insert(key(values), figures.to_vec());
        Ok(())
    }
}

const NAMES: [&str; 3] = ["quotient.impact_leader", "turnover.base", "outcome.helping_leader"];
const TRUE: [f64; 3] = [0.85, -5.9, 0.05];
const FINDINGS: [&str; 4] = ["VT-02", "VT-09", "VT-28b", "VT-22"];

/// Findings as a world with the true values would have published them.
fn published_there() -> Vec<Target> {
    let set: Vec<String> =
        NAMES.iter().zip(TRUE).map(|(name, value)| format!("{name}={value}")).chain(["run.seed=77".to_owned()]).collect();
    let asked: Vec<Target> = published::all().into_iter().filter(|target| FINDINGS.contains(&target.id)).collect();
    let plan = validation::Plan { targets: &asked, set: &set, effort: Effort::Of(96), threads: 0 };
    let judged = confront(plan, &AtomicBool::new(false), &|_| {}).unwrap().unwrap();
    judged
        .iter()
        .map(|row| {
            let (mean, Claim::Within(low, high)) = (row.estimate.unwrap().mean, row.target.claim) else { panic!("a band") };
            row.target.within(mean - 0.25 * (high - low), mean + 0.25 * (high - low))
        })
        .collect()
}

#[test]
fn known_values_are_found_again_and_a_search_that_was_made_is_not_lived_again() {
    let targets = published_there();
    let free: Vec<Free> = NAMES.iter().flat_map(|name| free::named(name, &Parameters::default())).collect();
    let plan = Plan {
        targets: &targets,
        free: &free,
        set: &[],
        replicates: 20,
        verdict: Effort::Of(20),
        evaluations: 30,
        hold: 0.0,
        seed: 1,
        threads: 0,
    };
    let mut kept = Kept::default();
    let never = AtomicBool::new(false);
    let fit = calibrate(plan, &mut kept, &never, &|_| {}).unwrap().unwrap();
    assert!(fit.distance[1] < 0.2 * fit.distance[0], "{:?}", fit.distance);
    for (p, (found, truth)) in fit.values.iter().zip(TRUE).enumerate() {
        let off = (free[p].share(*found) - free[p].share(truth)).abs();
        assert!(off < 3.0 * fit.shape.sd(p) && off < 0.06, "{}: {found} for {truth}", free[p].parameter.path());
        assert!(fit.shape.is_pinned(p), "{}", free[p].parameter.path());
    }
    let lived = kept.0.len() as u32;
    let again = calibrate(plan, &mut kept, &never, &|_| {}).unwrap().unwrap();
    assert_eq!((again.values, again.evaluations[0], again.evaluations[1]), (fit.values, fit.evaluations[0], fit.evaluations[0]));
    assert_eq!(kept.0.len() as u32, lived);
}
