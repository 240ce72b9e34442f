//! How fast, in relation-days per second, with every mechanism on at the default preset, and how fast everything around it.
//!
//! `cargo bench --bench speed` (all, a few minutes) or `cargo bench --bench speed -- day` (what has `day` in its name).
//! One relation-day is one directed relation (to a teammate, the leader, top management, someone in another team) lived
//! through one working day. Bytes a person are printed first.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use onfoot::dynamics::State;
use onfoot::ensemble::keep::Memory;
use onfoot::ensemble::live::live;
use onfoot::ensemble::plan::plan;
use onfoot::ensemble::run::run;
use onfoot::folder::{Folder, FolderState};
use onfoot::scenario::read::read;
use onfoot::scenario::{Cadence, Scenario, Span};
use onfoot::table::{self, Format};
use rayon::ThreadPoolBuilder;

fn main() {
    if std::env::args().any(|word| word == "--bench") {
        println!("bytes a person, everything resident:");
        for people in [100_000, 1_000_000] {
            println!("  {people:>9} people: {:.0}", bytes_a_person(people));
        }
    }
    divan::main();
}

/// Teams of 6 to 10, as the default.
fn scenario(people: u32, days: u32) -> Scenario {
    let mut scenario = Scenario::default();
    scenario.organisation.teams = people.div_ceil(8);
    scenario.organisation.team_size = Span { min: 6, max: 10 };
    scenario.organisation.years_before = 0; // only the days that are asked for are timed
    scenario.run.length = days;
    scenario.run.record = Cadence::Monthly;
    scenario.run.record_teams = false;
    scenario
}

fn relations(state: &State) -> u64 {
    let ties = state.scenario.organisation.ties_across as u64;
    state.organisation.blocks.iter().flat_map(|block| block.sizes).map(|n| n as u64 * (n as u64 + ties)).sum()
}

fn week(state: &mut State) {
    for _ in 0..5 {
        state.morning();
        state.day();
    }
}

/// Five days, because the last day of a week does more than the others.
#[divan::bench(args = [100, 1_000, 10_000, 100_000, 1_000_000], consts = [1, 2], max_time = 4, min_time = 1)]
fn day<const THREADS: usize>(bencher: Bencher, people: u32) {
    let scenario = scenario(people, 260);
    let threads = ThreadPoolBuilder::new().num_threads(THREADS).build().expect("threads");
    let mut state = threads.install(|| State::new(&scenario, 0));
    threads.install(|| (0..4).for_each(|_| week(&mut state)));
    let relation_days = 5 * relations(&state);
    bencher.counter(ItemsCount::new(relation_days)).bench_local(|| threads.install(|| week(&mut state)));
}

/// A whole year, founding and monthly record included.
#[divan::bench(args = [100, 1_000, 10_000], max_time = 4)]
fn life(bencher: Bencher, people: u32) {
    let scenario = scenario(people, 260);
    let relation_days = 260 * relations(&State::new(&scenario, 0));
    bencher.counter(ItemsCount::new(relation_days)).bench_local(|| live(black_box(&scenario), 0));
}

/// The same, recorded weekly: what looking costs.
#[divan::bench(args = [1_000, 10_000], max_time = 4)]
fn life_recorded_weekly(bencher: Bencher, people: u32) {
    let mut scenario = scenario(people, 260);
    scenario.run.record = Cadence::Weekly;
    let relation_days = 260 * relations(&State::new(&scenario, 0));
    bencher.counter(ItemsCount::new(relation_days)).bench_local(|| live(black_box(&scenario), 0));
}

/// Sixteen lives of a year, side by side.
#[divan::bench(args = [1, 2], max_time = 4)]
fn ensemble_of_16_lives_of_200_people(bencher: Bencher, threads: usize) {
    let mut scenario = scenario(200, 260);
    scenario.run.replicates = 16;
    let plans = plan(&scenario);
    let relation_days = 16 * 260 * relations(&State::new(&scenario, 0));
    bencher.counter(ItemsCount::new(relation_days)).bench_local(|| {
        run(&plans, &Memory::default(), threads, live, &AtomicBool::new(false), &|_| ()).expect("pure lives in memory do not fail")
    });
}

/// The process itself: `onfoot` alone, `onfoot explain trust`.
#[divan::bench(args = ["", "explain trust", "list scenarios"], max_time = 2)]
fn start(bencher: Bencher, words: &str) {
    bencher.bench_local(|| {
        let output = Command::new(env!("CARGO_BIN_EXE_onfoot")).args(words.split_whitespace()).output().expect("it starts");
        assert!(output.status.success());
    });
}

/// Reading the largest scenario shipped.
#[divan::bench(max_time = 1)]
fn reading_a_scenario(bencher: Bencher) {
    let (path, text) = largest();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| read(black_box(&path), &[]).expect("it is in order"));
}

/// All tables of 8 lives of 200 people over a year.
#[divan::bench(args = [Format::Csv, Format::Parquet], max_time = 3)]
fn writing_tables(bencher: Bencher, format: Format) {
    let mut scenario = scenario(200, 260);
    (scenario.run.replicates, scenario.run.record, scenario.run.record_teams) = (8, Cadence::Weekly, true);
    let (plans, store) = (plan(&scenario), Memory::default());
    let Ok(_) = run(&plans, &store, 1, live, &AtomicBool::new(false), &|_| ());
    let arms: Vec<_> = plans.iter().map(|plan| store.lives(plan).expect("they have just been lived")).collect();
    let place = tempfile::tempdir().expect("a folder for the tables");
    bencher.bench_local(|| {
        let folder = match Folder::prepare(&place.path().join("out"), "bench", true).expect("the folder is ours") {
            FolderState::Open(folder) => folder,
            FolderState::Complete(_) => unreachable!("nothing completes it"),
        };
        table::write_tables(&folder, &scenario, &plans, &arms, format).expect("the disk has room")
    });
}

fn largest() -> (PathBuf, String) {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")).expect("the scenarios");
    let files = files.map(|file| file.expect("a file").path()).filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let texts = files.map(|path| (path.clone(), std::fs::read_to_string(path).expect("a text")));
    texts.max_by_key(|(_, text)| text.len()).expect("there are scenarios")
}

/// What an organisation adds to the memory of the process, once it has lived for four weeks.
fn bytes_a_person(people: u32) -> f64 {
    let before = resident();
    let scenario = scenario(people, 260);
    let mut state = State::new(&scenario, 0);
    (0..4).for_each(|_| week(&mut state));
    (resident() - before) / state.organisation.seats as f64
}

/// Memory in use by the process, in bytes; 0 where the system does not say.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0) * 1024.0
}
