//! Luck belongs to what it is for: neither threads, nor what is recorded, nor what else is in the file moves anybody's.
//!
//! Scenarios are text, as people write them. What a whole folder holds is asked of the program itself; where only tables
//! matter they are written by the same code without the pictures, which cost more than all the lives
//! (`tables_are_those_of_the_program` holds the two together).

#![allow(clippy::unwrap_used)] // in a test, to panic is to report

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use common::contents;
use onfoot::analysis::recovery::recovery;
use onfoot::analysis::summary::summary;
use onfoot::dynamics::Processor;
use onfoot::ensemble::keep::Memory;
use onfoot::ensemble::live::{live, live_on};
use onfoot::ensemble::plan::plan;
use onfoot::ensemble::run::run;
use onfoot::folder::{Folder, FolderState};
use onfoot::observe::{EntryKind, Life};
use onfoot::scenario::measure::{Course, MEASURES, MeasureColumn, columns};
use onfoot::scenario::read::read_text;
use onfoot::scenario::{Cadence, Scenario, ShockKind};
use onfoot::table::{self, Format};
use proptest::prelude::*;

/// Everything stays inside the teams: the ways between them are closed.
const ISOLATED: &str = "gossip = false\nline_spillover = false\nties_across = false\n";

/// What happens in most of these scenarios: a lot, much of it by chance.
const BUSY: &str = r#"
[[event]]
id = "careless"
what = "breach"
by = "colleague"
per_year = 0.5
kind = "reliability"
severity = 0.4

[[event]]
id = "somebody"
what = "breach"
by = "colleague"
day = 40
kind = "benevolence"
severity = 0.7
audience = "victim"

[[event]]
id = "parting"
what = "exit"
teams = 4
count = 2
day = 70

[[event]]
id = "merger"
what = "shock"
kind = "reorganisation"
per_year = 1
size = 0.3
teams = 3

[[event]]
id = "thinning"
what = "shock"
kind = "lay_off"
day = 150
size = 0.2
teams = [5, 9]

[[event]]
id = "cut"
what = "imposed_loss"
per_year = 1.0
size = 0.3
teams = 6
"#;

/// Twenty teams, so that they fill one block and begin another, with so many incidents that all is always in motion.
fn scenario(run: &str, mechanisms: &str, rest: &str) -> String {
    format!(
        r#"
title = "streams"
[run]
length = 200
replicates = 2
seed = 11
surveys = [50, 120, 200]
{run}
[organisation]
teams = 20
team_size = {{ min = 3, max = 6 }}
ties_within = 0.8
task_interdependence = {{ min = 0.2, max = 0.8 }}
[people]
propensity = {{ mean = 0.0, sd = 1.0 }}
[incident]
colleague = 1.0
leader = 1.0
top = 1.0
[turnover]
involuntary = 0.3
[retaliation]
threshold = 0.1
disposed = 0.5
[mechanisms]
{mechanisms}
{rest}"#
    )
}

const BREACH: &str = r#"
[[event]]
id = "broken"
what = "breach"
by = "leader"
teams = [2]
day = 60
kind = "integrity"
severity = 0.8
intentional = true
audience = "team"
"#;

fn read(text: &str) -> Scenario {
    read_text("streams.toml", text).unwrap_or_else(|faults| panic!("{faults:?}")).scenario
}

/// The tables of a scenario by name, as text.
#[derive(PartialEq)]
struct Tables(BTreeMap<String, String>);

const TABLES: [&str; 7] = ["runs", "series", "survey", "teams", "events", "summary", "recovery"];

impl Tables {
    fn of(text: &str) -> Self {
        let scenario = read(text);
        let plans = plan(&scenario);
        let store = Memory::default();
        let outcome = run(&plans, &store, 2, live, &AtomicBool::new(false), &|_| {}).unwrap();
        assert_eq!(outcome.failed, 0);
        let arms: Vec<_> = plans.iter().map(|plan| store.lives(plan).unwrap()).collect();
        let place = tempfile::tempdir().unwrap();
        let Ok(FolderState::Open(folder)) = Folder::prepare(place.path(), "design", false) else { panic!("not fresh") };
        table::write_tables(&folder, &scenario, &plans, &arms, Format::Csv).unwrap();
        table::write_summary(&folder, &summary(&plans, &arms)).unwrap();
        let twin = |name: &Option<String>| arms.iter().find(|arm| Some(&arm.arm) == name.as_ref());
        let real = plans.iter().zip(&arms).filter(|(plan, _)| !plan.is_twin);
        let recovery: Vec<_> = real.flat_map(|(plan, arm)| recovery(&plan.scenario, arm, twin(&arm.twin))).collect();
        table::write_recovery(&folder, &recovery).unwrap();
        Self::from(place.path())
    }

    fn from(folder: &Path) -> Self {
        Self(TABLES.map(|name| (name.to_owned(), fs::read_to_string(folder.join(format!("{name}.csv"))).unwrap())).into())
    }

    /// The rows of a table that `keep` keeps.
    fn rows<'t>(&'t self, table: &'t str, keep: impl Fn(&Row<'t>) -> bool) -> Vec<Row<'t>> {
        let mut lines = self.0[table].lines();
        let names: Vec<&str> = lines.next().unwrap().split(',').collect();
        lines.map(|line| Row { names: names.clone(), cells: line.split(',').collect() }).filter(keep).collect()
    }
}

/// A row of a table. No cell of these scenarios holds a comma.
#[derive(Clone)]
struct Row<'t> {
    names: Vec<&'t str>,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell under this name; empty if the table has no such column.
    fn get(&self, name: &str) -> &'t str {
        self.names.iter().position(|own| *own == name).map_or("", |at| self.cells[at])
    }

    fn number(&self, name: &str) -> u32 {
        self.get(name).parse().unwrap_or_else(|_| panic!("{name} in {:?}", self.cells))
    }

    /// The team that a row is about, if it is about one.
    fn team(&self) -> Option<u32> {
        self.get(if self.names.contains(&"scope_id") { "scope_id" } else { "team" }).parse().ok()
    }

    fn told(&self) -> String {
        self.cells.join(",")
    }

    /// Without the columns that look ahead: when and why this person will leave.
    fn until_now(&self) -> String {
        let past = self.names.iter().zip(&self.cells).filter(|(name, _)| !["exit_day", "exit_reason"].contains(*name));
        past.map(|(_, cell)| *cell).collect::<Vec<_>>().join(",")
    }
}

/// Tables that hold rows of days.
const DAILY: [&str; 4] = ["series", "survey", "teams", "events"];

/// Both say the same, and they do say something.
#[track_caller]
fn same<'t>(what: &str, one: &[Row<'t>], other: &[Row<'t>], say: impl Fn(&Row<'t>) -> String) {
    assert!(!one.is_empty(), "{what}: nothing to compare");
    for (a, b) in one.iter().zip(other) {
        assert_eq!(say(a), say(b), "{what}");
    }
    assert_eq!(one.len(), other.len(), "{what}");
}

#[track_caller]
fn same_tables(one: &Tables, other: &Tables, tables: &[&str]) {
    for table in tables {
        same(table, &one.rows(table, |_| true), &other.rows(table, |_| true), Row::told);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Whole folders, by the program
// ---------------------------------------------------------------------------------------------------------------------

/// The program at work in `folder`, for somebody called `user`.
fn onfoot(folder: &Path, user: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env_clear().env("LC_ALL", "C.UTF-8").env("HOME", format!("/home/{user}")).env("USER", user).env("LOGNAME", user);
    command.current_dir(folder);
    command
}

#[track_caller]
fn well(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[track_caller]
fn same_folders(one: &Path, other: &Path) {
    let (one, other) = (contents(one), contents(other));
    assert!(one.len() > 20, "a whole folder has tables, pictures and a manifest");
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "{} differs", name.display());
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn small() -> String {
    scenario("record = \"monthly\"", "", &(BREACH.to_owned() + BUSY))
        .replace("teams = 20", "teams = 10")
        .replace("length = 200", "length = 150")
        .replace("surveys = [50, 120, 200]", "surveys = [50, 120]")
}

#[test]
fn threads_folders_and_users_leave_no_trace_in_any_file() {
    let place = tempfile::tempdir().unwrap();
    let (here, there) = (place.path().join("here"), place.path().join("somewhere else"));
    for folder in [&here, &there] {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("small.toml"), small()).unwrap();
    }
    let absolute = there.join("small.toml");
    let runs: [(&Path, &str, &str, &str, &str); 3] = [
        (&here, "ann", "small.toml", "1", "out"),
        (&there, "grietje", "small.toml", "2", "deep/er"),
        (&here, "ann", absolute.to_str().unwrap(), "8", "other"),
    ];
    let ran: Vec<Output> = std::thread::scope(|scope| {
        let start = |&(folder, user, file, threads, out): &(&Path, &str, &str, &str, &str)| {
            let mut command = onfoot(folder, user);
            command.args(["run", file, "-o", out, "--threads", threads]);
            scope.spawn(move || command.output().unwrap())
        };
        let running: Vec<_> = runs.iter().map(start).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    ran.iter().for_each(|output| well(output));
    same_folders(&here.join("out"), &there.join("deep/er"));
    same_folders(&here.join("out"), &here.join("other"));
    for (name, bytes) in contents(&there.join("deep/er")) {
        for trace in ["grietje", "somewhere else", "deep/er", "/home/", "/root", "/tmp/", place.path().to_str().unwrap()] {
            assert!(!holds(&bytes, trace), "{} holds {trace}", name.display());
        }
    }
}

#[test]
fn tables_are_those_of_the_program() {
    let place = tempfile::tempdir().unwrap();
    let tiny = scenario("record = \"monthly\"", "", BREACH)
        .replace("teams = 20", "teams = 4")
        .replace("length = 200", "length = 120")
        .replace("surveys = [50, 120, 200]", "surveys = [50, 120]");
    fs::write(place.path().join("streams.toml"), &tiny).unwrap();
    well(&onfoot(place.path(), "ann").args(["run", "streams.toml", "-o", "out", "--format", "csv"]).output().unwrap());
    let (program, ours) = (Tables::from(&place.path().join("out")), Tables::of(&tiny));
    for table in TABLES {
        assert!(program.0[table] == ours.0[table], "{table} differs");
    }
}

/// Set for the child that says what the system's own functions give.
const ASKED: &str = "ONFOOT_TEST_SYSTEM_MATHS";
/// A processor without the instructions by which the system chooses its mathematical functions.
const PLAIN: (&str, &str) = ("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX512F");

#[test]
#[cfg(all(target_os = "linux", target_env = "gnu", target_arch = "x86_64"))]
fn other_processors_give_the_same_tables() {
    if std::env::var_os(ASKED).is_some() {
        let sum = (0..200_000).fold(0_u64, |sum, k| sum.rotate_left(1) ^ (f64::from(k) * 1e-4 - 9.0).exp().to_bits());
        println!("[{sum}]");
        return;
    }
    // First that the switch does something here at all: the system's own `exp` does give other bits.
    let system = |setting: Option<(&str, &str)>| {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "other_processors_give_the_same_tables", "--nocapture"]).env(ASKED, "1").envs(setting);
        let said = String::from_utf8(child.output().unwrap().stdout).unwrap();
        said.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(sum, _)| sum.to_owned()).expect("a sum")
    };
    if system(None) == system(Some(PLAIN)) {
        println!("this processor has only one way to compute: nothing to compare");
        return;
    }
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("small.toml"), small()).unwrap();
    let run = |out: &str, setting: Option<(&str, &str)>| {
        let output = onfoot(place.path(), "ann").args(["run", "small.toml", "-o", out]).envs(setting).output().unwrap();
        well(&output);
        contents(&place.path().join(out))
    };
    let (one, other) = (run("one", None), run("other", Some(PLAIN)));
    assert!(one.len() > 20 && one.keys().eq(other.keys()));
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "{} differs", name.display());
    }
}

#[test]
fn no_function_that_differs_between_processors_lies_on_the_way_to_a_table() {
    // The comparison above seldom sees a last bit of an f64, for what is recorded is rounded to f32. So nothing is left to it.
    const FORBIDDEN: &str = "exp exp2 exp_m1 ln ln_1p log log2 log10 powf powi cbrt hypot sin cos tan sin_cos asin acos atan atan2 sinh \
                             cosh tanh asinh acosh atanh mul_add gamma ln_gamma";
    let mut open = [
        "theory",
        "scenario",
        "organisation",
        "dynamics",
        "observe",
        "ensemble",
        "analysis",
        "doubt",
        "comparison",
        "folder",
        "table",
        "study",
    ]
    .map(|room| Path::new("src").join(room))
    .to_vec();
    open.push(PathBuf::from("src/random.rs"));
    let (mut seen, mut faults) = (0, Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        seen += 1;
        for name in FORBIDDEN.split_whitespace() {
            for form in [format!(".{name}("), format!("f64::{name}"), format!("f32::{name}")] {
                let ends = |at: usize| !code[at + form.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
                if code.match_indices(&form).any(|(at, _)| form.ends_with('(') || ends(at)) {
                    faults.push(format!("{}: {form}", path.display()));
                }
            }
        }
    }
    assert!(seen > 60, "{seen} files");
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
#[cfg(unix)]
fn stopped_half_way_and_resumed_the_folder_is_the_same() {
    let place = tempfile::tempdir().unwrap();
    let many =
        small().replace("replicates = 2", "replicates = 60").replace("record = \"monthly\"", "record = \"monthly\"\nrecord_teams = false");
    fs::write(place.path().join("many.toml"), many).unwrap();
    let run = |words: &[&str]| {
        let mut command = onfoot(place.path(), "ann");
        command.args(["run", "many.toml", "--quiet", "--threads", "2"]).args(words).stderr(Stdio::piped()).stdout(Stdio::piped());
        command
    };
    let parts = place.path().join("out/.onfoot-parts");
    let there = || fs::read_dir(&parts).map_or(0, Iterator::count);
    let child = run(&["-o", "out"]).spawn().unwrap();
    while there() < 40 {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let stopped = child.wait_with_output().unwrap();
    assert_eq!(stopped.status.code(), Some(130), "{}", String::from_utf8_lossy(&stopped.stderr));
    assert!(there() < 120 && !place.path().join("out/manifest.json").exists());
    assert!(fs::read_dir(&parts).unwrap().all(|part| !part.unwrap().file_name().to_string_lossy().contains("tmp")));

    // A part that was altered is set aside by name, and its replicates are lived again.
    let mut names: Vec<PathBuf> = fs::read_dir(&parts).unwrap().map(|part| part.unwrap().path()).collect();
    names.sort();
    let mut altered = fs::read(&names[7]).unwrap();
    *altered.last_mut().unwrap() ^= 1;
    fs::write(&names[7], altered).unwrap();

    let resumed = run(&["-o", "out", "--resume"]).output().unwrap();
    let said = String::from_utf8_lossy(&resumed.stderr).into_owned();
    assert!(said.contains(&format!("{}.damaged", names[7].file_name().unwrap().to_string_lossy())), "{said}");
    well(&resumed);
    well(&run(&["-o", "at-once"]).output().unwrap());
    same_folders(&place.path().join("out"), &place.path().join("at-once"));
}

// ---------------------------------------------------------------------------------------------------------------------
// Who moves whose luck
// ---------------------------------------------------------------------------------------------------------------------

/// Each instruction set that this machine has is used in turn; the loops over lanes exist once for each.
#[test]
fn every_instruction_set_gives_the_same_life() {
    let scenario = read(&small());
    let lives: Vec<(&str, String)> =
        Processor::all().into_iter().map(|(name, processor)| (name, format!("{:?}", live_on(processor, &scenario, 1)))).collect();
    #[cfg(target_arch = "x86_64")]
    assert_eq!(lives.iter().any(|(name, _)| *name == "AVX2"), is_x86_feature_detected!("avx2"), "AVX2 is to be tried where it is");
    for (name, life) in &lives[1..] {
        assert!(*life == lives[0].1, "{name} differs from {}", lives[0].0);
    }
}

#[test]
fn a_large_life_is_the_same_on_any_number_of_threads() {
    // 1,312 teams fill 82 blocks: enough for a life to be spread over threads.
    let large = scenario("", "", &(BREACH.to_owned() + BUSY))
        .replace("teams = 20", "teams = 1312")
        .replace("length = 200", "length = 40")
        .replace("surveys = [50, 120, 200]", "surveys = [40]")
        .replace("day = 60", "day = 20")
        .replace("min = 3, max = 6", "min = 2, max = 4");
    let scenario = read(&large);
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        format!("{:?}", pool.install(|| live(&scenario, 0)))
    };
    let one = on(1);
    assert!(one.len() > 1_000_000);
    for threads in [2, 3, 8] {
        assert!(one == on(threads), "{threads} threads");
    }
}

#[test]
fn a_repair_without_strength_is_no_repair() {
    let none = Tables::of(&scenario("", "", &(BREACH.to_owned() + BUSY)));
    let mut repairs = String::new();
    for kind in onfoot::scenario::RepairKind::ALL {
        repairs += &format!("[[repair]]\nid = \"{0}\"\nwhat = \"{0}\"\nafter = \"broken\"\ndelay = 5\nstrength = 0\n", kind.key());
    }
    for (number, when) in ["survey_trust_leader_below = 0.9", "breach_by = \"leader\", severity_above = 0.1"].into_iter().enumerate() {
        repairs += &format!("[[repair]]\nid = \"late-{number}\"\nwhat = \"leader_replacement\"\nwhen = {{ {when} }}\nstrength = 0\n");
    }
    repairs += "[[repair]]\nid = \"lie\"\nwhat = \"denial\"\nproves_false = true\nafter = \"broken\"\nstrength = 0\n";
    repairs += "[[repair]]\nid = \"by-day\"\nwhat = \"policy_reform\"\nday = 90\nstrength = 0\n";
    let weak = scenario("", "", &(BREACH.to_owned() + BUSY + &repairs));
    same_tables(&none, &Tables::of(&weak), &TABLES);
    // The same repairs do change the tables when they have strength, and so does an arm with one of them.
    assert!(Tables::of(&weak.replace("strength = 0", "strength = 1")) != none);

    let arms = |strength: u32| {
        let repair = format!("[[repair]]\nid = \"sorry\"\nwhat = \"amends\"\nafter = \"broken\"\ndelay = 2\nstrength = {strength}\n");
        let tables = Tables::of(&scenario(
            "",
            "",
            &(BREACH.to_owned() + BUSY + &repair + "[arms]\nwith = { repairs = [\"sorry\"] }\nwithout = { repairs = [] }\n"),
        ));
        DAILY.map(|table| {
            let of =
                |arm: &str| tables.rows(table, |row| row.get("arm") == arm).iter().map(|row| row.cells[1..].join(",")).collect::<Vec<_>>();
            (of("with"), of("without"))
        })
    };
    for (with, without) in arms(0) {
        assert!(!with.is_empty() && with == without);
    }
    assert!(arms(1).iter().any(|(with, without)| with != without));
}

/// Rows of one arm without its name.
fn of_arm<'t>(rows: &[Row<'t>], arm: &str) -> Vec<Row<'t>> {
    rows.iter()
        .filter(|row| row.get("arm") == arm)
        .cloned()
        .map(|mut row| {
            row.cells[0] = "";
            row
        })
        .collect()
}

#[test]
fn the_twin_is_the_arm_until_the_breach() {
    // In every chance event before and after it something could shift: the breach stands first, the twin lacks it.
    let rest = BREACH.to_owned()
        + &BUSY
            .replace("what = \"breach\"", "what = \"shock\"\nsize = 0.1")
            .replace("by = \"colleague\"", "")
            .replace("kind = \"reliability\"", "kind = \"lost_client\"")
            .replace("kind = \"benevolence\"", "kind = \"lost_client\"")
            .replace("severity = 0.4", "")
            .replace("severity = 0.7", "")
            .replace("audience = \"victim\"", "");
    let tables = Tables::of(&scenario("record = \"daily\"", "", &rest));
    for table in DAILY {
        let before = tables.rows(table, |row| row.number("day") < 60);
        same(table, &of_arm(&before, "main"), &of_arm(&before, "twin"), Row::until_now);
        let after = tables.rows(table, |row| row.number("day") >= 60);
        let told = |arm| of_arm(&after, arm).iter().map(Row::told).collect::<Vec<_>>();
        assert!(told("main") != told("twin"), "{table}: the breach did something");
    }
}

#[test]
fn a_breach_reaches_no_team_that_it_cannot_reach() {
    // Long and often enough that damage in the team struck is kept, healed and dropped among that of the teams beside it.
    let isolated = scenario("", ISOLATED, BREACH).replace("length = 200", "length = 520").replace("replicates = 2", "replicates = 6");
    let tables = Tables::of(&isolated);
    for table in DAILY {
        let elsewhere = tables.rows(table, |row| row.team().is_some_and(|team| team != 2));
        same(table, &of_arm(&elsewhere, "main"), &of_arm(&elsewhere, "twin"), Row::told);
        let at_home = tables.rows(table, |row| row.team() == Some(2));
        let told = |arm| of_arm(&at_home, arm).iter().map(Row::told).collect::<Vec<_>>();
        assert!(told("main") != told("twin"), "{table}: the breach did something");
    }
    // With the ways open it does reach them.
    let open = Tables::of(&scenario("", "", BREACH));
    let elsewhere = open.rows("series", |row| row.team().is_some_and(|team| team != 2));
    let told = |arm| of_arm(&elsewhere, arm).iter().map(Row::told).collect::<Vec<_>>();
    assert!(told("main") != told("twin"));
}

#[test]
fn recording_more_changes_nothing_that_was_recorded() {
    let rest = BREACH.to_owned() + BUSY;
    let weekly = Tables::of(&scenario("", "", &rest));
    let daily = Tables::of(&scenario("record = \"daily\"", "", &rest));
    let days: BTreeSet<u32> = weekly.rows("series", |_| true).iter().map(|row| row.number("day")).collect();
    assert_eq!(days.len(), 41);
    same("series", &weekly.rows("series", |_| true), &daily.rows("series", |row| days.contains(&row.number("day"))), Row::told);
    same_tables(&weekly, &daily, &["runs", "survey", "teams", "events", "recovery"]);

    let without_teams = Tables::of(&scenario("record_teams = false", "", &rest));
    same("series", &without_teams.rows("series", |_| true), &weekly.rows("series", |row| row.team().is_none()), Row::told);
    same_tables(&weekly, &without_teams, &["runs", "survey", "teams", "events", "summary", "recovery"]);

    let asked_more = scenario("", "", &rest).replace("surveys = [50, 120, 200]", "surveys = [1, 50, 63, 120, 177, 200]");
    let asked_more = Tables::of(&asked_more);
    same_tables(&weekly, &asked_more, &["runs", "series", "events", "recovery"]);
    let about_teammates = Tables::of(&scenario("sociometric = true", "", &rest));
    same_tables(&weekly, &about_teammates, &["runs", "series", "survey", "teams", "events", "summary", "recovery"]);
    let in_categories = Tables::of(&scenario("survey_categories = true", "", &rest));
    same_tables(&weekly, &in_categories, &["runs", "series", "teams", "events", "summary", "recovery"]);
    for table in ["survey", "teams"] {
        let also = asked_more.rows(table, |row| [50, 120, 200].contains(&row.number("day")));
        same(table, &weekly.rows(table, |_| true), &also, Row::told);
    }
}

#[test]
fn another_arm_or_replicate_changes_no_row_of_the_others() {
    let repair = "[[repair]]\nid = \"sorry\"\nwhat = \"apology\"\nafter = \"broken\"\ndelay = 2\n";
    let rest = BREACH.to_owned() + BUSY + repair;
    let two = "[arms]\nsilent = { repairs = [] }\nsorry = { repairs = [\"sorry\"] }\n";
    let more = "[arms]\nkind = { repairs = [], set = { \"practices.fair_and_transparent_decisions\" = 0.9, \"event.broken.severity\" = 0.2 } }\nsilent = { repairs = [] }\nsorry = { repairs = [\"sorry\"] }\n";
    let (two, more) = (Tables::of(&scenario("", "", &(rest.clone() + two))), Tables::of(&scenario("", "", &(rest.clone() + more))));
    for table in TABLES {
        let shared = more.rows(table, |row| !row.get("arm").contains("kind"));
        same(table, &two.rows(table, |_| true), &shared, Row::told);
        assert!(more.rows(table, |_| true).len() > shared.len());
    }

    let few = Tables::of(&scenario("", "", &rest));
    let many = Tables::of(&scenario("", "", &rest).replace("replicates = 2", "replicates = 5"));
    for table in ["runs", "series", "survey", "teams", "events"] {
        same(table, &few.rows(table, |_| true), &many.rows(table, |row| row.number("replicate") < 2), Row::told);
        let of = |replicate| many.rows(table, |row| row.number("replicate") == replicate);
        assert!(of(0).iter().map(|row| row.cells[2..].concat()).ne(of(1).iter().map(|row| row.cells[2..].concat())), "luck differs");
    }
}

/// The rows of these teams, in the order of arm, replicate, day and team: within a day the teams come in no order of theirs.
fn of_teams(tables: &Tables, table: &str, teams: impl Fn(u32) -> bool) -> Vec<String> {
    let mut rows = tables.rows(table, |row| row.team().is_some_and(&teams));
    rows.sort_by_key(|row| (row.get("arm"), row.number("replicate"), row.number("day"), row.team()));
    rows.iter().map(Row::told).collect()
}

#[track_caller]
fn same_teams(one: &Tables, other: &Tables, teams: impl Fn(u32) -> bool) {
    for table in DAILY {
        let (one, other) = (of_teams(one, table, &teams), of_teams(other, table, &teams));
        assert!(!one.is_empty(), "{table}: nothing to compare");
        for (a, b) in one.iter().zip(&other) {
            assert_eq!(a, b, "{table}");
        }
        assert_eq!(one.len(), other.len(), "{table}");
    }
}

#[test]
fn another_team_changes_no_row_of_the_others() {
    let busy = BUSY
        .replace("teams = 3\n", "teams = [0, 7, 18]\n")
        .replace("teams = 4\n", "teams = [2, 9]\n")
        .replace("teams = 6\n", "teams = [4, 5]\n");
    let twenty = scenario("", ISOLATED, &(BREACH.to_owned() + &busy));
    let base = Tables::of(&twenty);
    for teams in [21, 40] {
        let larger = Tables::of(&twenty.replace("teams = 20", &format!("teams = {teams}")));
        same_teams(&base, &larger, |team| team < 20);
    }
}

#[test]
fn a_repair_that_never_starts_changes_nothing() {
    let sorry = "[[repair]]\nid = \"sorry\"\nwhat = \"apology\"\nafter = \"broken\"\ndelay = 2\n[[repair]]\nid = \"watch\"\nwhat = \"amends\"\nwhen = { survey_trust_leader_below = 0.6 }\n";
    let idle = "[[repair]]\nid = \"never\"\nwhat = \"compensation\"\nwhen = { breach_by = \"top\", severity_above = 1.0 }\n[[repair]]\nid = \"nor\"\nwhat = \"promise\"\nwhen = { survey_trust_top_below = 0.0 }\n";
    let rest = BREACH.to_owned() + BUSY;
    let with = Tables::of(&scenario("", "", &(rest.clone() + idle + sorry)));
    same_tables(&Tables::of(&scenario("", "", &(rest + sorry))), &with, &TABLES);
    assert!(!with.rows("events", |row| row.get("id") == "watch").is_empty());
}

#[test]
fn an_event_that_does_nothing_changes_nothing_wherever_it_stands() {
    let idle = [
        "[[event]]\nid = \"idle\"\nwhat = \"survey\"\nday = 33\n",
        "[[event]]\nid = \"idle\"\nwhat = \"practice\"\nset = { fair_and_transparent_decisions = 0.5, autonomy_and_discretion = 0.5 }\nday = 61\n",
        "[[event]]\nid = \"idle\"\nwhat = \"conduct\"\nby = \"leader\"\nchange = 0.0\nday = 20\n",
        "[[event]]\nid = \"idle\"\nwhat = \"exit\"\ncount = 0\nper_year = 20\n",
    ];
    let sorry = "[[repair]]\nid = \"sorry\"\nwhat = \"apology\"\nafter = \"somebody\"\ndelay = 2\n";
    let rest = BREACH.to_owned() + BUSY;
    let without = Tables::of(&scenario("", "", &(rest.clone() + sorry)));
    for event in idle {
        let with = Tables::of(&scenario("", "", &(event.to_owned() + &rest + sorry)));
        for table in TABLES {
            let survey = event.contains("\"survey\"") && ["survey", "teams"].contains(&table);
            let others = with.rows(table, |row| row.get("id") != "idle" && !(survey && row.get("day") == "33"));
            same(&format!("{table} with {event}"), &without.rows(table, |_| true), &others, Row::told);
        }
    }
}

#[test]
fn a_newcomer_moves_nobody_elses_luck() {
    let exit = |day: u32| format!("[[event]]\nid = \"leaves\"\nwhat = \"exit\"\nteams = [1]\nseats = [2]\nday = {day}\n");
    let still = ISOLATED.to_owned() + "quitting = false\ninvoluntary_exits = false\n";
    let rest = BREACH.to_owned()
        + &BUSY.replace(
            "id = \"parting\"\nwhat = \"exit\"\nteams = 4\ncount = 2",
            "id = \"parting\"\nwhat = \"exit\"\nteams = [3]\ncount = 2",
        );
    let (base, early, late) = (
        Tables::of(&scenario("record = \"daily\"", &still, &rest)),
        Tables::of(&scenario("record = \"daily\"", &still, &(exit(22) + &rest))),
        Tables::of(&scenario("record = \"daily\"", &still, &(exit(64) + &rest))),
    );
    for other in [&early, &late] {
        same_teams(&base, other, |team| team != 1);
    }
    // In the team itself everybody is who they were; only the seat that was left has somebody else, the same whenever.
    let people = |tables: &Tables, replicate: &str| {
        let rows = tables.rows("survey", |row| row.get("arm") == "main" && row.get("replicate") == replicate && row.team() == Some(1));
        let first = rows.iter().map(|row| row.number("seat")).min().unwrap();
        let person = |row: &Row| ((row.number("seat") - first, row.number("generation")), row.get("propensity").to_owned());
        rows.iter().map(person).collect::<BTreeMap<_, _>>()
    };
    for replicate in ["0", "1"] {
        let (base, early, late) = (people(&base, replicate), people(&early, replicate), people(&late, replicate));
        assert!(base.keys().all(|(_, generation)| *generation == 1));
        let mut expected = base.clone();
        expected.insert((2, 2), early[&(2, 2)].clone());
        assert_ne!(early[&(2, 2)], base[&(2, 1)]);
        assert_eq!(late, expected);
        expected.remove(&(2, 1)); // gone before the first survey
        assert_eq!(early, expected);
    }
    for (tables, day) in [(&early, 22), (&late, 64)] {
        let told = tables.rows("events", |row| row.get("arm") == "main" && row.get("replicate") == "0" && row.team() == Some(1));
        let told: Vec<_> = told.iter().filter(|row| ["scheduled_exit", "join"].contains(&row.get("event"))).collect();
        assert_eq!(
            told.iter().map(|row| (row.get("event"), row.get("generation"))).collect::<Vec<_>>(),
            [("scheduled_exit", "1"), ("join", "2")]
        );
        assert_eq!(told[0].number("day"), day);
        assert_eq!(told[0].get("seat"), told[1].get("seat"));
    }
}

#[test]
fn who_is_made_to_leave_on_any_day_of_the_week_counts_as_a_leaver_of_the_year() {
    for day in [100, 102, 104] {
        let still = "quitting = false\ninvoluntary_exits = false\n";
        let exit = format!("[[event]]\nid = \"leaves\"\nwhat = \"exit\"\nteams = [1]\nseats = [2]\nday = {day}\n");
        let tables = Tables::of(&scenario("", still, &exit));
        let left = tables.rows("teams", |row| row.get("day") == "120" && row.team() == Some(1));
        assert!(left.len() == 2 && left.iter().all(|row| row.get("exits_involuntary_52w") == "1"), "day {day}: {}", left[0].told());
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Whatever is asked
// ---------------------------------------------------------------------------------------------------------------------

/// Events and repairs of every kind, from a few numbers.
fn any_events() -> impl Strategy<Value = String> {
    let event = (0..8_u32, 1..130_u32, 0..3_usize, 0.0..1.0_f64, any::<bool>(), 0..4_usize, 0..17_usize);
    prop::collection::vec(event, 0..6).prop_map(|events| {
        let mut text = String::new();
        for (number, (what, day, who, size, flag, which, repair)) in events.into_iter().enumerate() {
            let by = ["colleague", "leader", "top"][who];
            let kind = ["competence", "reliability", "integrity", "benevolence"][which];
            let audience = ["victim", "team", "department", "organisation"][which];
            let teams = ["\"all\"", "1", "[0]", "2"][which];
            let when = if flag && what < 3 { format!("per_year = {}", 5.0 * size) } else { format!("day = {day}") };
            text += &format!("[[event]]\nid = \"e{number}\"\n");
            text += &match what {
                0..=2 => format!("what = \"breach\"\nby = \"{by}\"\nkind = \"{kind}\"\nseverity = {size}\nintentional = {flag}\ndeception = {flag}\naudience = \"{audience}\"\nteams = {teams}\n{when}\n"),
                3 => format!("what = \"exit\"\ncount = {which}\nteams = {teams}\nday = {day}\n"),
                4 => format!("what = \"shock\"\nkind = \"{}\"\nsize = {size}\nteams = {teams}\nday = {day}\n", ["reorganisation", "lay_off", "lost_client"][who]),
                5 => format!("what = \"conduct\"\nby = \"{by}\"\nchange = {}\nday = {day}\n", 10.0 * size - 5.0),
                6 => format!("what = \"imposed_loss\"\nsize = {size}\nexplained = {flag}\nteams = {teams}\nday = {day}\n"),
                _ => format!("what = \"practice\"\nset = {{ structural_investment_in_wellbeing = {size} }}\nday = {day}\n"),
            };
            if what < 3 {
                let key = onfoot::scenario::RepairKind::ALL[repair].key();
                let false_denial = if key == "denial" { format!("proves_false = {flag}\n") } else { String::new() };
                text += &format!("[[repair]]\nid = \"r{number}\"\nwhat = \"{key}\"\nafter = \"e{number}\"\ndelay = {which}\nsincerity = {size}\n{false_denial}");
            }
        }
        text
    })
}

/// What holds of every life.
fn sound(life: &Life, scenario: &Scenario) {
    let value = |row: &[f32], columns: &[MeasureColumn], key: &str| {
        let at = columns.iter().position(|column| MEASURES[column.measure].key == key).unwrap();
        f64::from(row[at])
    };
    let (whole, team) = (columns(false), columns(true));
    let rows: Vec<&[f32]> = life.organisation.chunks_exact(whole.len()).collect();
    let of_teams: Vec<&[f32]> = life.team_values.chunks_exact(team.len()).collect();
    assert_eq!((rows.len(), of_teams.len()), (life.days.len(), life.days.len() * life.teams as usize));
    let people = value(rows[0], &whole, "headcount"); // a settled organisation has vacancies on day 0
    let mut seats_left = people + value(rows[0], &whole, "vacancies");
    let shocked = |day: u32| life.events.iter().any(|entry| entry.event == EntryKind::Shock && entry.day <= day);
    for (at, (row, day)) in rows.iter().zip(&life.days).enumerate() {
        let own = |key: &str| value(row, &whole, key);
        let headcount = own("headcount");
        // Seats are taken or vacant; only a lay-off closes some, as many as people go on that morning.
        let open = headcount + own("vacancies");
        let entries = |kind| life.events.iter().filter(move |entry| entry.event == kind && entry.day == *day);
        let laid_off = entries(EntryKind::Shock).any(|entry| entry.kind == ShockKind::LayOff as u8);
        let most = if laid_off { entries(EntryKind::InvoluntaryExit).count() as f64 } else { 0.0 };
        assert!(open <= seats_left && seats_left - open <= most, "{seats_left} seats, now {open}, on day {day}");
        seats_left = open;
        let gone = own("leavers_voluntary") + own("leavers_involuntary");
        assert!((people + own("joiners") - gone - headcount).abs() < 1e-9, "joiners and leavers on day {day}");
        let teams = &of_teams[at * life.teams as usize..][..life.teams as usize];
        let together: f64 = teams.iter().map(|row| value(row, &team, "headcount")).sum();
        assert!((together - headcount).abs() < 1e-9, "teams on day {day}");
        for (column, &value) in whole.iter().zip(*row) {
            let measure = &MEASURES[column.measure];
            let undefined = match measure.key {
                "turnover_voluntary" | "turnover_involuntary" | "stability" => *day < 65,
                "resilience" | "shock_loss" => !shocked(*day),
                // Where no team has anybody to trust, or anybody who trusts.
                _ if column.referent.is_some() => {
                    let trust =
                        team.iter().position(|own| MEASURES[own.measure].key == "trust" && own.referent == column.referent).unwrap();
                    teams.iter().all(|row| row[trust].is_nan())
                }
                _ => headcount < 1.0,
            };
            assert!(value.is_finite() || value.is_nan() && undefined, "{} is {value} on day {day}", measure.key);
            if measure.unit == "0 to 1"
                || measure.unit == "index 0 to 1"
                || ["share of people", "share of working days"].contains(&measure.unit)
            {
                assert!(value.is_nan() || (0.0..=1.0).contains(&value), "{} is {value} on day {day}", measure.key);
            }
            if measure.course == Course::Cumulative && at > 0 {
                let index = whole.iter().position(|other| other == column).unwrap();
                assert!(value >= rows[at - 1][index], "{} falls on day {day}", measure.key);
            }
        }
    }
    for answer in &life.survey {
        let given = answer.trust.iter().chain(&answer.attitudes).chain([&answer.performance_rated]);
        let beyond = [answer.trust_employer, answer.perceived_breach, answer.felt_trust, answer.estimated_trust];
        let given = given.chain(answer.facets.iter().flatten()).chain(&answer.seen).chain(&beyond);
        assert!(given.clone().all(|&value| value.is_nan() || (1.0..=5.0).contains(&value)), "{answer:?}");
        assert!(answer.propensity.is_finite() && answer.exit_day > answer.day - u32::from(answer.exit_day == answer.day));
    }
    assert!(life.daily_trust.len() == 3 * (scenario.run.length as usize + 1));
    assert!(life.events.is_sorted_by_key(|entry| entry.day));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_a_life_is_sound(
        (teams, small, more, seed) in (2..24_u32, 2..7_u32, 0..4_u32, any::<u32>()),
        (across, within, department) in (0..4_u32, 0.2..1.0_f64, 0..5_u32),
        (practices, trust, rate) in (0.0..1.0_f64, 0.01..0.99_f64, 0.0..3.0_f64),
        off in prop::sample::subsequence(onfoot::scenario::Mechanisms::ROWS.iter().map(|row| row.0).collect::<Vec<_>>(), 0..6),
        events in any_events(),
    ) {
        let switches: String = off.iter().map(|key| format!("{key} = false\n")).collect();
        let text = format!(
            "[run]\nlength = 130\nreplicates = 1\nseed = {seed}\nsurveys = [60, 130]\n[organisation]\nteams = {teams}\nteam_size = {{ min = {small}, max = {} }}\nties_across = {across}\nties_within = {within}\nteams_per_department = {department}\n[practices]\nshared_vision_and_language = {practices}\n[initial_trust]\nleader = {trust}\n[incident]\ncolleague = {rate}\n[turnover]\ninvoluntary = {}\n[mechanisms]\n{switches}{events}",
            small + more, rate / 4.0
        );
        let mut scenario = read(&text);
        scenario.run.record = Cadence::Daily;
        for plan in plan(&scenario) {
            sound(&live(&plan.scenario, 0), &plan.scenario);
        }
    }
}
