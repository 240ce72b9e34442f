//! What a day costs in instructions, step by step, and how much of its arithmetic runs in vectors.
//!
//! Instructions do not wobble as seconds do, so they are kept under version control and a slowdown shows in review:
//!
//! ```text
//! cargo bench --bench instructions               the table, beside benches/instructions.csv
//! cargo bench --bench instructions -- --check    fails where a day has become 3 % dearer or a step 10 %
//! cargo bench --bench instructions -- --write    writes benches/instructions.csv anew
//! ```
//!
//! It also fails where less runs in vectors: 5 points of a day, 15 of a step. A step has more room than a day, for the
//! compiler cuts the crate into pieces: a line changed in another room moves the cuts, and a few instructions of a day are
//! booked on the next step.
//!
//! Needs valgrind and objdump. Valgrind shows programs a processor with AVX2 and without AVX-512, so the counts are the same
//! on every such machine, for one version of the compiler.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use onfoot::dynamics::State;
use onfoot::scenario::{Scenario, Span};

/// The steps of a day, by the function that does each: the name in the table, and how the profile calls it.
const STEPS: [(&str, &str); 16] = [
    ("across", "onfoot::dynamics::behaviour::across"),
    ("trust", "onfoot::dynamics::trust::morning"),
    ("plan", "onfoot::dynamics::behaviour::plan"),
    ("behaviour and healing", "onfoot::dynamics::behaviour::step"),
    ("receive", "onfoot::dynamics::across::receive"),
    ("spread", "onfoot::dynamics::spread::step"),
    ("practice", "onfoot::dynamics::practice::step"),
    ("outcome", "onfoot::dynamics::outcome::step"),
    ("ease", "onfoot::dynamics::steps::ease"),
    ("cost", "onfoot::dynamics::cost::books"),
    ("wronged", "onfoot::dynamics::retaliation::find"),
    ("incidents", "onfoot::dynamics::steps::incidents"),
    ("moves", "onfoot::dynamics::steps::moves"),
    ("retaliation", "onfoot::dynamics::retaliation::step"),
    ("incident", "onfoot::dynamics::incident::step"),
    ("turnover", "onfoot::dynamics::turnover::step"),
];

/// All steps together.
const DAY: &str = "day";

const TEAMS: u32 = 128;
const WEEKS: u32 = 60;
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/instructions.csv");

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let has = |word: &str| words.iter().any(|w| w == word);
    if has("--live") {
        live();
        return ExitCode::SUCCESS;
    }
    if !has("--bench") {
        return ExitCode::SUCCESS; // `cargo test --benches` has nothing to count
    }
    let Some(counts) = Counts::taken() else {
        eprintln!("instructions: needs valgrind and objdump (Debian: apt-get install valgrind binutils)");
        return if has("--check") { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    };
    let kept = kept();
    println!("{:<24} {:>12} {:>8} {:>10} {:>10}", "step", "instructions", "share", "in vectors", "kept");
    let mut worse = Vec::new();
    for (step, row) in &counts.rows {
        let before = kept.get(step.as_str());
        let was = before.map_or("-".to_owned(), |before| format!("{:.2}", before.0));
        println!("{step:<24} {:>12.2} {:>7.1}% {:>9.1}% {was:>10}", row.0, 100.0 * row.0 / counts.day, row.1);
        if let Some(before) = before {
            let (room, points) = if step == DAY { (1.03, 5.0) } else { (1.1, 15.0) };
            if row.0 > room * before.0 + 0.05 || row.1 < before.1 - points {
                worse.push(format!(
                    "{step}: {:.2} instructions (was {:.2}), {:.1} % in vectors (was {:.1} %)",
                    row.0, before.0, row.1, before.1
                ));
            }
        }
    }
    println!("per relation-day; {TEAMS} teams of 6 to 10, {WEEKS} weeks, default preset, AVX2");
    if has("--write") {
        let rows: String = counts.rows.iter().map(|(step, row)| format!("{step},{:.2},{:.1}\n", row.0, row.1)).collect();
        fs::write(KEPT, format!("step,instructions_per_relation_day,percent_in_vectors\n{rows}")).expect("benches/ can be written");
        return ExitCode::SUCCESS;
    }
    for step in &worse {
        eprintln!("worse: {step}");
    }
    if has("--check") && (!worse.is_empty() || kept.is_empty()) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn state(scenario: &mut Scenario) -> State<'_> {
    scenario.organisation.teams = TEAMS;
    scenario.organisation.team_size = Span { min: 6, max: 10 };
    scenario.organisation.years_before = 0; // only the days that are asked for are counted
    State::new(scenario, 0)
}

fn live() {
    let mut scenario = Scenario::default();
    let mut state = state(&mut scenario);
    for _ in 0..5 * WEEKS {
        state.morning();
        state.day();
    }
}

/// Instructions per relation-day of each step, what is called from it included, and the percentage of its arithmetic on
/// floating-point numbers that runs in vectors.
struct Counts {
    rows: Vec<(String, (f64, f64))>,
    day: f64,
}

impl Counts {
    fn taken() -> Option<Self> {
        let place = tempfile::tempdir().ok()?;
        let out = place.path().join("profile");
        let program = std::env::current_exe().ok()?;
        let valgrind = Command::new("valgrind")
            .args(["--tool=callgrind", "--dump-instr=yes", "--compress-pos=no", "--compress-strings=no"])
            .arg(format!("--callgrind-out-file={}", out.display()))
            .arg(&program)
            .arg("--live")
            .output()
            .ok()?;
        let profile = valgrind.status.success().then(|| fs::read_to_string(&out).ok())??;
        let code = Command::new("objdump").args(["-d", "--no-show-raw-insn"]).arg(&program).output().ok()?;
        Some(Self::of(&profile, &vectors(&String::from_utf8_lossy(&code.stdout))))
    }

    fn of(profile: &str, vectors: &BTreeMap<u64, bool>) -> Self {
        let mut scenario = Scenario::default();
        let state = state(&mut scenario);
        let relations: u64 = state.organisation.blocks.iter().flat_map(|block| block.sizes).map(|n| u64::from(n * (n + 2))).sum();
        let relation_days = (relations * u64::from(5 * WEEKS)) as f64;
        let functions = functions(profile, vectors);
        let row = |cost: Cost| {
            let arithmetic = (cost.packed + cost.scalar) as f64;
            let packed = if arithmetic > 0.0 { 100.0 * cost.packed as f64 / arithmetic } else { 0.0 };
            (cost.all as f64 / relation_days, packed)
        };
        let nested = ["practice", "outcome"]; // part of the week's end
        let mut day = Cost::default();
        let mut rows: Vec<(String, (f64, f64))> = Vec::new();
        for (step, name) in STEPS {
            let called = functions.iter().filter(|(function, _)| is(function, name));
            let cost = called.fold(Cost::default(), |sum, (_, cost)| sum.plus(*cost));
            if !nested.contains(&step) {
                day = day.plus(cost);
            }
            rows.push((step.to_owned(), row(cost)));
        }
        let day = row(day);
        rows.push((DAY.to_owned(), day));
        Self { rows, day: day.0 }
    }
}

/// Whether a name of the profile is this function, whatever it was instantiated with.
fn is(function: &str, name: &str) -> bool {
    let bare: String = function.split('\'').next().unwrap_or_default().replace(['<', '>'], "");
    bare == name
}

/// Instructions: all, and those of floating-point arithmetic, in vectors and one by one.
#[derive(Clone, Copy, Default)]
struct Cost {
    all: u64,
    packed: u64,
    scalar: u64,
}

impl Cost {
    fn plus(self, other: Self) -> Self {
        Self { all: self.all + other.all, packed: self.packed + other.packed, scalar: self.scalar + other.scalar }
    }
}

/// The cost of every function with all that it calls. The kernels all have the same name, so
/// their arithmetic is booked on the function that calls them most.
fn functions(profile: &str, vectors: &BTreeMap<u64, bool>) -> BTreeMap<String, Cost> {
    let mut own: BTreeMap<String, Cost> = BTreeMap::new();
    let mut kernels: BTreeMap<u64, Called> = BTreeMap::new(); // by their first address
    let mut arithmetic: Vec<(u64, Cost)> = Vec::new(); // in kernels, by address
    let (mut function, mut called, mut callee) = (String::new(), String::new(), None);
    for line in profile.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            name.clone_into(&mut function);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            name.clone_into(&mut called);
        } else if let Some(call) = line.strip_prefix("calls=") {
            let mut words = call.split_whitespace();
            callee = words.next().and_then(|times| times.parse().ok()).zip(words.next().and_then(address));
        } else if let Some(at) = line.split_whitespace().next().and_then(address) {
            let count: u64 = line.split_whitespace().nth(2).and_then(|count| count.parse().ok()).unwrap_or(0);
            let cost = own.entry(function.clone()).or_default();
            cost.all += count;
            if let Some((times, to)) = callee.take() {
                let kernel = called.ends_with(KERNEL).then(|| kernels.entry(to).or_default());
                if let Some(kernel) = kernel.filter(|kernel| kernel.times < times) {
                    (kernel.times, kernel.by) = (times, function.clone());
                }
            } else if let Some(&packed) = vectors.get(&at) {
                let more = Cost { all: 0, packed: if packed { count } else { 0 }, scalar: if packed { 0 } else { count } };
                if function.ends_with(KERNEL) {
                    arithmetic.push((at, more));
                } else {
                    *cost = cost.plus(more);
                }
            }
        }
    }
    for (at, more) in arithmetic {
        if let Some((_, kernel)) = kernels.range_mut(..=at).next_back() {
            kernel.arithmetic = kernel.arithmetic.plus(more);
        }
    }
    for kernel in kernels.into_values() {
        let cost = own.entry(kernel.by).or_default();
        *cost = cost.plus(kernel.arithmetic);
    }
    own
}

/// A kernel: who calls it most, how often, and its arithmetic.
#[derive(Default)]
struct Called {
    by: String,
    times: u64,
    arithmetic: Cost,
}

/// How the profile calls a loop over lanes in the instruction set of its processor.
const KERNEL: &str = "imp_fastcall";

fn address(word: &str) -> Option<u64> {
    u64::from_str_radix(word.strip_prefix("0x")?, 16).ok()
}

/// The instructions of floating-point arithmetic in the program: whether each works on a vector.
fn vectors(code: &str) -> BTreeMap<u64, bool> {
    let arithmetic = ["add", "sub", "mul", "div", "sqrt", "max", "min"];
    let instruction = |line: &str| {
        let (at, rest) = line.trim_start().split_once(":\t")?;
        let name = rest.split_whitespace().next()?;
        let name = name.strip_prefix('v').unwrap_or(name);
        let (operation, kind) = name.split_at_checked(name.len().checked_sub(2)?)?;
        let packed = match kind {
            "ps" | "pd" => true,
            "ss" | "sd" => false,
            _ => return None,
        };
        arithmetic.contains(&operation).then_some((u64::from_str_radix(at, 16).ok()?, packed))
    };
    code.lines().filter_map(instruction).collect()
}

/// What is kept under version control.
fn kept() -> BTreeMap<String, (f64, f64)> {
    let text = fs::read_to_string(Path::new(KEPT)).unwrap_or_default();
    let row = |line: &str| {
        let mut cells = line.split(',');
        Some((cells.next()?.to_owned(), (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?)))
    };
    text.lines().skip(1).filter_map(row).collect()
}
