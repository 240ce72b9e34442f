//! A run as an object: what the command line does, from Rust.
#![allow(clippy::unwrap_used)] // in a test, to panic is to report

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use onfoot::Study;
use onfoot::comparison::Wish;
use onfoot::dynamics::ledger::Holder;
use onfoot::scenario::{Referent, Scenario};
use onfoot::study::keeping::Manner;
use onfoot::study::replay::{Replay, Which};
use onfoot::study::verification::verify;
use onfoot::study::{Results, Trouble};

const SMALL: &str = "
[run]
length = \"8 months\"
replicates = 3
[organisation]
teams = 2
team_size = 4
[[event]]
id = \"broken\"
day = \"3 months\"
what = \"breach\"
by = \"leader\"
kind = \"integrity\"
severity = 0.6
[[repair]]
id = \"sorry\"
what = \"apology\"
after = \"broken\"
delay = \"1 week\"
[arms]
nothing = { repairs = [] }
sorry = { repairs = [\"sorry\"] }
";

fn study() -> Study {
    Study::text("small", SMALL).unwrap()
}

fn told(results: &Results) -> String {
    format!("{:?} {:?}", results.recoveries, results.outcomes)
}

#[test]
fn in_memory_and_in_a_folder_the_results_are_the_same_and_a_finished_folder_is_read() {
    let (study, place) = (study(), tempfile::tempdir().unwrap());
    let folder = place.path().join("out");
    let memory = study.run().unwrap();
    let kept = study.run_in(&folder, Manner::default()).unwrap();
    let read = study.run_in(&folder, Manner::default()).unwrap();
    assert_eq!((memory.lives, memory.failed, memory.plans.len()), (9, 0, 3));
    assert!(told(&memory) == told(&kept) && told(&kept) == told(&read));
    assert!(folder.join("manifest.json").is_file() && folder.join("series.parquet").is_file() && !folder.join("report.html").exists());
    let verified = verify(&folder, 2).unwrap().unwrap();
    assert!(verified.differences.is_empty() && verified.lives == 6, "{verified:?}");
    let mut rows = fs::read_to_string(folder.join("runs.csv")).unwrap();
    rows.push('\n');
    fs::write(folder.join("runs.csv"), rows).unwrap();
    assert_eq!(verify(&folder, 2).unwrap().unwrap().differences.len(), 1);
}

#[test]
fn a_study_that_is_stopped_goes_on_in_its_folder_and_tells_how_far_it_is() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("out");
    let (stop, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let (enough, seen) = (Arc::clone(&stop), Arc::clone(&most));
    let watched = study().threads(1).stop_on(Arc::clone(&stop)).observe(move |now| {
        seen.fetch_max(now.done, Ordering::Relaxed);
        enough.fetch_or(now.done >= 4, Ordering::Relaxed);
    });
    assert!(matches!(watched.run_in(&folder, Manner::default()), Err(Trouble::Stopped)));
    assert!(matches!(watched.run(), Err(Trouble::Stopped)));
    assert_eq!(most.load(Ordering::Relaxed), 4);
    stop.store(false, Ordering::Relaxed);
    let again = study();
    assert_eq!(told(&again.run_in(&folder, Manner::default()).unwrap()), told(&again.run().unwrap()));
}

#[test]
fn keys_arms_worlds_and_a_scenario_made_in_rust() {
    assert_eq!(study().design(), Study::text("other name", SMALL).unwrap().design());
    let changed = study().replicates(2).unwrap().seed(7).unwrap().arms(&["sorry"]).unwrap().set("organisation.teams", 3).unwrap();
    let fault = study().arms(&["sory"]).unwrap_err().to_string();
    assert!(fault.contains("no arm `sory`") && fault.contains("did you mean \"sorry\"?"), "{fault}");
    assert_eq!((changed.scenario().run.seed, changed.scenario().organisation.teams, changed.lives()), (7, 3, 4));
    let fault = study().set("organisation.taems", 3).unwrap_err().to_string();
    assert!(fault.contains("taems") && fault.contains("error["), "{fault}");
    let based = Study::text("mine", "based_on = \"baseline.toml\"\n[organisation]\nteams = 2").unwrap();
    assert_eq!((based.scenario().organisation.teams, based.reading().inputs.len()), (2, 2));
    assert!(Study::text("mine", "based_on = \"base.toml\"").unwrap_err().to_string().contains("E043"));
    let worlds = study().in_worlds().unwrap();
    assert_eq!((worlds.scenario().run.worlds, worlds.scenario().run.replicates), (40, 4));
    let mut scenario = Scenario::default();
    (scenario.run.length, scenario.run.replicates, scenario.run.seed) = (20, 1, 3);
    let made = Study::made("made", &scenario).unwrap();
    assert_eq!((made.scenario().run.length, made.run().unwrap().lives), (20, 1));
}

#[test]
fn arms_are_compared_and_a_life_of_a_folder_says_why() {
    let (study, place) = (study(), tempfile::tempdir().unwrap());
    let wish = Wish { worth: Some(100.0), floor: None, near: 30.0 };
    let results = study.run_in(place.path(), Manner::default()).unwrap();
    let found = results.comparison(wish).unwrap();
    assert_eq!(found.policies.iter().map(|policy| policy.name.as_str()).collect::<Vec<_>>(), ["nothing", "sorry"]);
    assert_eq!(format!("{:?}", study.findings_in(place.path(), wish).unwrap().ranking), format!("{:?}", found.ranking));
    let life = Replay::find(place.path(), &Which::default()).unwrap();
    let why = life.why(Holder::Team(0), None, life.days(Some(60), Some(80)).unwrap()).unwrap();
    let account = why.account;
    let change: f64 = account.entries[Referent::Leader].iter().sum();
    assert!((account.change(Referent::Leader) - change).abs() < 1e-6, "an account that does not close");
    assert!(Replay::find(place.path(), &Which { replicate: 3, ..Which::default() }).is_err());
}
