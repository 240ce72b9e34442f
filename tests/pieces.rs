//! An ensemble is made of pure pieces: how it is cut, stopped and taken up again changes no life.

#![allow(clippy::unwrap_used)] // in a test, to panic is to report

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use onfoot::ensemble::keep::{Keep, Memory};
use onfoot::ensemble::live::live_from;
use onfoot::ensemble::past::Pasts;
use onfoot::ensemble::plan::plan;
use onfoot::ensemble::run::{Completion, Progress, run, run_while};
use onfoot::ensemble::{ArmLives, ArmPlan, LifeResult};
use onfoot::folder::{Problem, Refusal, Store, StoreError};
use onfoot::observe::Life;
use onfoot::scenario::{Arm, Scenario};

const SILENT: &(dyn Fn(Progress) + Sync) = &|_| {};

/// Two arms that differ in their seed, which the stand-in for a life below shows.
fn plans(replicates: u32) -> Vec<ArmPlan> {
    let mut base = Scenario::default();
    base.run.replicates = replicates;
    let arm = |name: &str, seed: u64| {
        let mut scenario = base.clone();
        scenario.run.seed = seed;
        Arm { name: name.into(), scenario: Box::new(scenario) }
    };
    plan(&Scenario { arms: vec![arm("one", 1), arm("two", 2)], ..base.clone() })
}

/// Not a life of people, but as pure as one: its numbers depend on the scenario and the replicate alone.
fn life(scenario: &Scenario, replicate: u32) -> Life {
    let value = scenario.run.seed as f32 * 1000.0 + replicate as f32;
    Life { days: vec![0, replicate], organisation: vec![value, f32::NAN], ..Life::default() }
}

fn go<K: Keep>(plans: &[ArmPlan], store: &K, threads: usize) -> Result<Completion, K::Fault> {
    run(plans, store, threads, life, &AtomicBool::new(false), SILENT)
}

/// Everything that is in the store, as text, so that missing values compare as equal.
fn told(plans: &[ArmPlan], store: &Store) -> String {
    let lives: Vec<ArmLives> = plans.iter().map(|plan| store.lives(plan).unwrap()).collect();
    format!("{lives:?}")
}

/// The same of what is in memory.
fn held(plans: &[ArmPlan], memory: &Memory) -> String {
    let lives: Vec<ArmLives> = plans.iter().map(|plan| memory.lives(plan).unwrap()).collect();
    format!("{lives:?}")
}

fn parts(directory: &Path) -> Vec<PathBuf> {
    let mut parts: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.sort();
    parts
}

#[test]
fn lives_come_back_in_order_and_each_is_its_own() {
    let (plans, store) = (plans(40), Memory::default());
    assert_eq!(go(&plans, &store, 2).unwrap(), Completion { done: 80, before: 0, failed: 0, even: 40, interrupted: false });
    for (plan, seed) in plans.iter().zip([1.0, 2.0]) {
        let values: Vec<f32> = store.lives(plan).unwrap().lives.iter().map(|life| life.as_ref().unwrap().organisation[0]).collect();
        assert_eq!(values, (0..40).map(|replicate| seed * 1000.0 + replicate as f32).collect::<Vec<_>>());
    }
}

#[test]
fn cut_differently_the_lives_are_the_same() {
    let plans = plans(300);
    let (folder, memory) = (tempfile::tempdir().unwrap(), Memory::default());
    go(&plans, &memory, 1).unwrap();
    let many_threads = Store::in_directory(folder.path(), "d");
    go(&plans, &many_threads, 100).unwrap();
    assert!(parts(folder.path()).len() > 190, "600 replicates for 100 threads are cut into at least 2 pieces for each");
    assert_eq!(told(&plans, &many_threads), held(&plans, &memory));
}

#[test]
fn a_removed_part_is_lived_again_and_nothing_else() {
    let (plans, folder) = (plans(100), tempfile::tempdir().unwrap());
    let store = Store::in_directory(folder.path(), "d");
    go(&plans, &store, 2).unwrap();
    let before = told(&plans, &store);
    let gone = parts(folder.path()).swap_remove(3);
    let bytes = fs::read(&gone).unwrap();
    fs::remove_file(&gone).unwrap();
    assert!(matches!(store.lives(&plans[0]).unwrap_err().problem, Problem::Missing(9))); // 200 lives / 64 = 3 in a piece; 3 × 3
    let lived = AtomicU32::new(0);
    let counted = |scenario: &Scenario, replicate| {
        lived.fetch_add(1, Ordering::Relaxed);
        life(scenario, replicate)
    };
    let outcome = run(&plans, &store, 2, counted, &AtomicBool::new(false), SILENT).unwrap();
    assert_eq!((outcome.done, lived.into_inner()), (200, 3));
    assert_eq!(told(&plans, &store), before);
    assert_eq!(fs::read(&gone).unwrap().len(), bytes.len());
}

#[test]
fn a_part_of_another_design_is_refused() {
    let (plans, folder) = (plans(100), tempfile::tempdir().unwrap());
    go(&plans, &Store::in_directory(folder.path(), "d"), 2).unwrap();
    let foreign = go(&plans, &Store::in_directory(folder.path(), "another"), 2).unwrap_err();
    assert!(matches!(foreign.problem, Problem::Refused(Refusal::OtherDesign)));
}

#[test]
fn a_damaged_part_is_set_aside_by_name_and_its_lives_are_lived_again() {
    let (plans, folder) = (plans(100), tempfile::tempdir().unwrap());
    let fresh = || Store::in_directory(folder.path(), "d");
    go(&plans, &fresh(), 2).unwrap();
    let before = told(&plans, &fresh());
    let victim = parts(folder.path()).swap_remove(5);
    let whole = fs::read(&victim).unwrap();
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let endless = [whole.as_slice(), &vec![0; 100_000_000]].concat();
    for damaged in [flipped, whole[..9].to_vec(), Vec::new(), endless] {
        fs::write(&victim, damaged).unwrap();
        let store = fresh();
        let outcome = go(&plans, &store, 2).unwrap();
        let name = victim.file_name().unwrap().to_string_lossy();
        assert_eq!(store.set_aside(), [format!("{name}.damaged")]);
        assert!(outcome.before < 200 && outcome.done == 200 && fs::read(&victim).unwrap() == whole, "{outcome:?}");
        assert_eq!(told(&plans, &store), before);
    }
}

#[test]
fn whenever_it_is_stopped_there_is_an_even_sample_of_all_arms() {
    let plans = plans(300);
    for enough in [1, 40, 333] {
        let (store, stop) = (Memory::default(), AtomicBool::new(false));
        let watch = |progress: Progress| {
            stop.fetch_or(progress.done >= enough, Ordering::Relaxed);
        };
        let outcome = run(&plans, &store, 1, life, &stop, &watch).unwrap();
        // A piece is 600 lives / 64 = 9.
        assert!(outcome.interrupted && u64::from(outcome.even) * 2 + 18 > enough, "{outcome:?}");
        for plan in &plans {
            let mut few = plan.clone();
            few.scenario.run.replicates = outcome.even;
            assert_eq!(store.lives(&few).unwrap().lives.len(), outcome.even as usize);
        }
    }
}

#[test]
fn no_half_written_file_is_left_and_none_is_read() {
    let (plans, folder) = (plans(20), tempfile::tempdir().unwrap());
    fs::write(folder.path().join(".tmp-one-0000000-0000001.part-1-0"), "half").unwrap();
    let store = Store::in_directory(folder.path(), "d");
    go(&plans, &store, 2).unwrap();
    assert_eq!(store.lives(&plans[0]).unwrap().lives.len(), 20);
    assert_eq!(parts(folder.path()).iter().filter(|part| part.to_string_lossy().contains(".tmp-")).count(), 1); // the one put there
}

#[test]
fn a_life_that_panics_is_reported_and_sinks_no_other() {
    let (plans, store) = (plans(30), Memory::default());
    let fragile = |scenario: &Scenario, replicate: u32| {
        assert!(replicate != 7 || scenario.run.seed != 2, "seven of two");
        life(scenario, replicate)
    };
    let outcome = run(&plans, &store, 2, fragile, &AtomicBool::new(false), SILENT).unwrap();
    assert_eq!(outcome, Completion { done: 60, before: 0, failed: 1, even: 30, interrupted: false });
    let lives = store.lives(&plans[1]).unwrap().lives;
    assert_eq!(lives[7], Err("seven of two".into()));
    assert_eq!(lives.iter().filter(|life| life.is_ok()).count(), 29);
    // Taken up again it is still reported, not tried anew.
    assert_eq!(go(&plans, &store, 2).unwrap(), Completion { before: 60, ..outcome });
}

#[test]
fn stopped_it_keeps_what_is_lived_and_goes_on_from_there() {
    let (plans, folder) = (plans(2000), tempfile::tempdir().unwrap());
    let store = Store::in_directory(folder.path(), "d");
    let stop = AtomicBool::new(false);
    let enough = |progress: Progress| {
        stop.fetch_or(progress.done >= 100, Ordering::Relaxed);
    };
    let outcome = run(&plans, &store, 2, life, &stop, &enough).unwrap();
    assert!(outcome.interrupted && (100..=102).contains(&outcome.done), "{outcome:?}"); // every finished life is kept
    let seen = AtomicU64::new(u64::MAX);
    let first = |progress: Progress| {
        seen.fetch_min(progress.done, Ordering::Relaxed);
    };
    let rest = run(&plans, &store, 2, life, &AtomicBool::new(false), &first).unwrap();
    assert_eq!((rest.done, rest.interrupted, seen.into_inner()), (4000, false, outcome.done));
    let whole = Memory::default();
    go(&plans, &whole, 2).unwrap();
    assert_eq!(told(&plans, &store), held(&plans, &whole));
}

#[test]
fn two_runs_at_once_in_one_folder_agree() {
    let (plans, folder) = (plans(200), tempfile::tempdir().unwrap());
    let outcomes: Vec<Completion> = std::thread::scope(|scope| {
        let start = |threads| {
            let (plans, folder) = (&plans, folder.path());
            scope.spawn(move || go(plans, &Store::in_directory(folder, "d"), threads).unwrap())
        };
        let threads = [start(2), start(2), start(90)]; // the last cuts differently, so that parts overlap
        threads.map(|thread| thread.join().unwrap()).into()
    });
    assert!(outcomes.iter().all(|outcome| !outcome.interrupted));
    let alone = Memory::default();
    go(&plans, &alone, 1).unwrap();
    assert_eq!(told(&plans, &Store::in_directory(folder.path(), "d")), held(&plans, &alone));
}

#[test]
fn the_same_replicates_with_other_lives_are_a_contradiction() {
    let (plans, folder) = (plans(64), tempfile::tempdir().unwrap());
    let raced = |scenario: &Scenario, replicate: u32| {
        // While this life is lived, somebody else publishes the whole folder.
        go(&plans, &Store::in_directory(folder.path(), "d"), 1).unwrap();
        Life { teams: 1, ..life(scenario, replicate) }
    };
    let fault = run(&plans, &Store::in_directory(folder.path(), "d"), 1, raced, &AtomicBool::new(false), SILENT).unwrap_err();
    assert!(matches!(fault.problem, Problem::Contradiction));
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_with_a_name() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let fault = go(&plans(4), &Store::in_directory(&file.path().join("parts"), "d"), 2).unwrap_err();
    assert!(matches!(fault.problem, Problem::Disk(_)));
}

/// What the store hands on: arm, replicate, and the life's first value.
fn written(plans: &[ArmPlan], store: &Store, threads: usize) -> Vec<(String, u32, f32)> {
    let mut seen = Vec::new();
    let live = |scenario: &Scenario, replicate: u32, _: &mut dyn FnMut() -> bool| Some(life(scenario, replicate));
    let mut note = |plan: &ArmPlan, replicate: u32, life: &LifeResult| {
        seen.push((plan.name.clone(), replicate, life.as_ref().unwrap().organisation[0]));
        Ok::<_, StoreError>(())
    };
    run_while(plans, store, threads, live, &AtomicBool::new(false), SILENT).unwrap();
    plans.iter().try_for_each(|plan| store.each(plan, |replicate, life| note(plan, replicate, life))).unwrap();
    seen
}

#[test]
fn every_life_is_handed_on_once_in_order_whoever_lived_it_and_when() {
    let plans = plans(150);
    let expected: Vec<_> = [("one", 1.0), ("two", 2.0)]
        .into_iter()
        .flat_map(|(arm, seed)| (0..150).map(move |replicate| (arm.to_owned(), replicate, seed * 1000.0 + replicate as f32)))
        .collect();
    for threads in [1, 2, 100] {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(written(&plans, &Store::in_directory(folder.path(), "d"), threads), expected, "{threads} threads");
    }
    // Lives of an earlier attempt with a hole in them, and parts that overlap because another attempt cut differently.
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_directory(folder.path(), "d");
    go(&plans, &store, 2).unwrap();
    let all = parts(folder.path());
    for gone in [0, 5, 6, all.len() - 1] {
        fs::remove_file(&all[gone]).unwrap();
    }
    go(&plans, &store, 100).unwrap();
    fs::remove_file(&all[9]).unwrap();
    assert_eq!(written(&plans, &store, 2), expected);
    assert_eq!(written(&plans, &store, 2), expected); // nothing left to live
}

#[test]
fn progress_moves_within_a_life_and_a_life_can_be_given_up() {
    let mut scenario = Scenario::default();
    (scenario.run.length, scenario.run.replicates) = (500, 1);
    let plans = plan(&scenario);
    let (stop, shares) = (AtomicBool::new(false), std::sync::Mutex::new(Vec::new()));
    let watch = |now: Progress| {
        shares.lock().unwrap().push(now.share);
        stop.fetch_or(now.share >= 0.5, Ordering::Relaxed);
    };
    let store = Memory::default();
    let pasts = Pasts::default();
    let live = |scenario: &Scenario, dice: u32, goes_on: &mut dyn FnMut() -> bool| live_from(&pasts, scenario, dice, goes_on);
    let outcome = run_while(&plans, &store, 1, live, &stop, &watch).unwrap();
    assert_eq!(outcome, Completion { done: 0, before: 0, failed: 0, even: 0, interrupted: true });
    let shares = shares.into_inner().unwrap();
    assert!(shares.len() > 200 && shares.is_sorted() && (0.5..0.51).contains(shares.last().unwrap()), "{shares:?}");
}
