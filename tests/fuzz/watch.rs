//! The one that watches: shares out the inputs, ends what hangs, and says what was found.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{folder, worker};

/// Inputs where nobody says how many.
const SHORT: u64 = 3_000;
/// Inputs that one process tries; then a fresh one goes on.
const BATCH: u64 = 10_000;
/// Seconds after which an input hangs, where nobody says how patient to be: a machine that does other work first needs more.
const PATIENCE: u64 = 60;
/// Seconds between two words about how far it is.
const WORD: u64 = 60;
/// Most address space of a process, in kB.
const SPACE: u64 = 6_000_000;

struct Asked {
    inputs: u64,
    seed: u64,
    only: Option<u64>,
    threads: usize,
    from: u64,
    patience: u64,
    work: Option<[PathBuf; 2]>,
}

fn asked() -> Option<Asked> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut asked = Asked { inputs: SHORT, seed: 1, only: None, threads, from: 0, patience: PATIENCE, work: None };
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|number| number.parse::<u64>().ok());
        match word.as_str() {
            "--inputs" => asked.inputs = number()?,
            "--seed" => asked.seed = number()?,
            "--only" => asked.only = Some(number()?),
            "--threads" => asked.threads = number()? as usize,
            "--from" => asked.from = number()?,
            "--patience" => asked.patience = number()?,
            "--work" => asked.work = Some([words.next()?.into(), words.next()?.into()]),
            // What `cargo test` hands to every test: a name that is looked for, or how to show it.
            name if !name.starts_with('-') && !"fuzz".contains(name) => return None,
            "--list" => return None,
            _ => {}
        }
    }
    Some(asked)
}

#[derive(Default)]
struct Found {
    /// By kind of command: inputs, done, refused, seconds, most seconds, most kB.
    seen: BTreeMap<String, [f64; 6]>,
    /// By fault: how often, and the first inputs that show it.
    faults: BTreeMap<String, (u64, Vec<String>)>,
}

impl Found {
    fn hear(&mut self, line: &str) {
        let Ok(told) = serde_json::from_str::<Value>(line) else { return };
        for (kind, row) in told["seen"].as_object().into_iter().flatten() {
            let row: Vec<f64> = row.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            let sum = self.seen.entry(kind.clone()).or_default();
            for (at, value) in row.into_iter().enumerate().take(6) {
                sum[at] = if at < 4 { sum[at] + value } else { sum[at].max(value) };
            }
        }
        if let Some(what) = told["fault"]["what"].as_str() {
            self.fault(what, &format!("{} {}", told["fault"]["number"], told["fault"]["kept"].as_str().unwrap_or_default()));
        }
    }

    fn fault(&mut self, what: &str, shown: &str) {
        let (count, first) = self.faults.entry(what.to_owned()).or_default();
        *count += 1;
        if *count == 1 {
            eprintln!("fuzz: {what}: input {shown}");
        }
        if first.len() < 3 {
            first.push(shown.to_owned());
        } else if let Some(kept) = shown.split_once(' ').map(|(_, kept)| kept) {
            let _ = fs::remove_dir_all(kept); // three of a kind are enough
        }
    }
}

/// Watches, or works where that is asked.
pub fn main() -> ExitCode {
    let Some(asked) = asked() else { return ExitCode::SUCCESS };
    let (from, to) = asked.only.map_or((asked.from, asked.from + asked.inputs), |only| (only, only + 1));
    if let Some([made, saved]) = &asked.work {
        worker::work(asked.seed, from, to, made, saved);
        return ExitCode::SUCCESS;
    }
    let started = Instant::now();
    let place = tempfile::tempdir().expect("a folder for the time being");
    let saved = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&saved).expect("a folder for what is found");
    folder::make(place.path(), |words| {
        let made = Command::new(env!("CARGO_BIN_EXE_onfoot")).args(words).current_dir(place.path()).output().expect("onfoot can be run");
        if !made.stderr.is_empty() {
            eprintln!("fuzz: {}", String::from_utf8_lossy(&made.stderr));
        }
        made.status.code().unwrap_or(-1)
    });
    let (next, done) = (AtomicU64::new(from), AtomicU64::new(0));
    let found = Mutex::new(Found::default());
    let batch = BATCH.min((to - from).div_ceil(asked.threads as u64).max(1));
    thread::scope(|scope| {
        scope.spawn(|| progress(&done, to - from, started));
        for _ in 0..asked.threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(batch, Ordering::Relaxed);
                    if at >= to {
                        return;
                    }
                    let end = (at + batch).min(to);
                    tried(&asked, at, end, place.path(), &saved, &found);
                    done.fetch_add(end - at, Ordering::Relaxed);
                }
            });
        }
    });
    told(&found.into_inner().unwrap_or_else(PoisonError::into_inner), &asked, started.elapsed(), &saved)
}

/// Says how far it is, as long as it takes.
fn progress(done: &AtomicU64, all: u64, started: Instant) {
    let mut said = Instant::now();
    loop {
        let done = done.load(Ordering::Relaxed);
        if done >= all {
            return;
        }
        if said.elapsed() >= Duration::from_secs(WORD) {
            said = Instant::now();
            let left = started.elapsed().as_secs_f64() * (all - done) as f64 / done.max(1) as f64;
            let left = if done == 0 { String::new() } else { format!(", {:.0} minutes left", left / 60.0) };
            eprintln!("fuzz: {done} of {all} inputs{left}");
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Has these inputs tried; where a process dies or hangs, the next goes on behind the input that did it.
fn tried(asked: &Asked, mut from: u64, to: u64, made: &Path, saved: &Path, found: &Mutex<Found>) {
    while from < to {
        let yard = tempfile::tempdir().expect("a folder for a worker");
        let (end, at) = one(asked, from, to, yard.path(), made, saved, found);
        let Some(what) = end else { return };
        let words = ["words.harm", "words.txt"].map(|name| fs::read_to_string(yard.path().join(name)).unwrap_or_default()).join("\n");
        let kept = saved.join(format!("{}-{at}", asked.seed));
        let _ = fs::create_dir_all(&kept);
        let _ = fs::write(kept.join("note.txt"), format!("{what}\n{words}\n"));
        let _ = fs::copy(yard.path().join("s.toml"), kept.join("s.toml"));
        found.lock().unwrap_or_else(PoisonError::into_inner).fault(&what, &format!("{at} {}", kept.display()));
        from = at + 1;
    }
}

/// One process; how it ended where it did not do all, and at which input.
fn one(asked: &Asked, from: u64, to: u64, yard: &Path, made: &Path, saved: &Path, found: &Mutex<Found>) -> (Option<String>, u64) {
    let mut child = spawned(asked, from, to, yard, made, saved);
    let file = saved.join(format!("at-{}", child.id()));
    let at = || fs::read(&file).ok().and_then(|bytes| Some(u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?))).unwrap_or(from);
    let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let (mut hung, mut last) = (false, (at(), Instant::now()));
    let status = thread::scope(|scope| {
        scope.spawn(|| lines.map_while(Result::ok).for_each(|line| found.lock().unwrap_or_else(PoisonError::into_inner).hear(&line)));
        loop {
            if let Ok(Some(status)) = child.try_wait() {
                return status;
            }
            thread::sleep(Duration::from_millis(20));
            let now = at();
            if now != last.0 {
                last = (now, Instant::now());
            } else if last.1.elapsed() > Duration::from_secs(asked.patience) {
                hung = true;
                let _ = child.kill();
            }
        }
    });
    let number = at();
    let _ = fs::remove_file(&file);
    let noise = fs::read_to_string(yard.join("words.err")).unwrap_or_default();
    let noise = noise.lines().last().unwrap_or_default().to_owned();
    match (status.success(), hung) {
        (true, _) => (None, number),
        (false, true) => (Some(format!("hangs: {}", command(yard))), number),
        (false, false) => (Some(format!("dies ({status}) {noise}: {}", command(yard))), number),
    }
}

/// The command that was being tried.
fn command(yard: &Path) -> String {
    let words = fs::read_to_string(yard.join("words.txt")).unwrap_or_default();
    words.split(' ').nth(1).unwrap_or_default().to_owned()
}

fn spawned(asked: &Asked, from: u64, to: u64, yard: &Path, made: &Path, saved: &Path) -> Child {
    let number = |number: u64| OsString::from(number.to_string());
    let noise = File::create(yard.join("words.err")).expect("a file in its folder");
    let own = env::current_exe().expect("this test is a program");
    Command::new("sh")
        .args(["-c", &format!("ulimit -c 0; ulimit -v {SPACE}; exec \"$@\""), "sh"])
        .arg(own)
        .args(["--work".into(), made.as_os_str().to_owned(), saved.as_os_str().to_owned()])
        .args(["--seed".into(), number(asked.seed), "--from".into(), number(from), "--inputs".into(), number(to - from)])
        .current_dir(yard)
        .env("LC_ALL", "C.UTF-8")
        .env("TMPDIR", yard)
        .env("RAYON_NUM_THREADS", "1")
        .env_remove("NO_GRAPHICS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(noise)
        .spawn()
        .expect("a worker can be started")
}

fn told(found: &Found, asked: &Asked, took: Duration, saved: &Path) -> ExitCode {
    let all: f64 = found.seen.values().map(|row| row[0]).sum();
    println!(
        "\nfuzz: {all} inputs of seed {} in {:.0} s, {:.2} ms each on {} processes",
        asked.seed,
        took.as_secs_f64(),
        1e3 * took.as_secs_f64() / all.max(1.0),
        asked.threads
    );
    println!("{:28} {:>9} {:>7} {:>8} {:>9} {:>8} {:>8}", "", "inputs", "done", "refused", "mean ms", "most ms", "most MB");
    for (kind, [inputs, done, refused, seconds, longest, memory]) in &found.seen {
        let share = |count: f64| 100.0 * count / inputs;
        println!(
            "{kind:28} {inputs:>9} {:>6.1}% {:>7.1}% {:>9.2} {:>8.0} {:>8.0}",
            share(*done),
            share(*refused),
            1e3 * seconds / inputs,
            1e3 * longest,
            memory / 1e3
        );
    }
    for (what, (count, first)) in &found.faults {
        println!("\nFAULT {count} x {what}");
        first.iter().for_each(|shown| println!("   input {shown}"));
    }
    if found.faults.is_empty() {
        println!("no panic, no hang, no memory without bounds, nothing raw");
        return ExitCode::SUCCESS;
    }
    println!("\nkept in {}; once more: cargo test --release --test fuzz -- --seed {} --only NUMBER", saved.display(), asked.seed);
    ExitCode::FAILURE
}
