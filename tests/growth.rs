//! A finished folder grows: to the byte what a fresh run writes, living only what is missing, and losing nothing.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::contents;
use serde_json::Value;

const STUDY: &str = r#"
    title = "Small"
    [run]
    length = "12 weeks"
    replicates = 4
    surveys = ["12 weeks"]
    [organisation]
    teams = 2
    team_size = 4
    [[event]]
    id = "broken"
    day = 20
    what = "breach"
    by = "leader"
    kind = "integrity"
    severity = 0.8
    [[repair]]
    id = "apology"
    what = "apology"
    after = "broken"
    [[repair]]
    id = "support"
    what = "consistent_support"
    after = "broken"
    duration = "8 weeks"
    [arms]
    nothing = { repairs = [] }
    words = { repairs = ["apology"] }
"#;
/// One more arm in front of the others, and one behind that has a twin of its own.
const MORE: &str = "    [arms]\n    both = { repairs = [\"apology\", \"support\"] }";
const LAST: &str = "    calm = { repairs = [], set = { \"behaviour.baseline\" = 0.0 } }\n";

fn onfoot(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG").current_dir(folder).args(words).output().unwrap()
}

fn place(text: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    write(place.path(), text);
    place
}

fn write(place: &Path, text: &str) {
    fs::write(place.join("s.toml"), text).unwrap();
}

fn grown_study() -> String {
    STUDY.replace("    [arms]", MORE) + &LAST.replace("behaviour.baseline", "organisation.ties_across").replace("0.0", "1")
}

fn same(one: &Path, other: &Path) {
    let (one, other) = (contents(one), contents(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let unlike: Vec<&PathBuf> = one.keys().filter(|name| one[*name] != other[*name]).collect();
    assert!(unlike.is_empty(), "{unlike:?}");
}

fn ok(folder: &Path, words: &[&str]) -> Value {
    let answer = onfoot(folder, &[words, &["--json"]].concat());
    assert_eq!(answer.status.code(), Some(0), "{words:?} {}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).unwrap()
}

fn counts(object: &Value) -> [u64; 3] {
    ["taken_over", "lived", "unreadable"].map(|key| object[key].as_u64().unwrap())
}

#[test]
fn more_replicates_and_arms_give_the_bytes_of_a_fresh_run_and_live_only_what_is_missing() {
    let both = grown_study();
    // Two arms and their twin, four replicates: 12 lives. The arm in front shares the twin; the last one brings its own.
    for (after, replicates, expected) in [(STUDY, "7", [12, 9, 0]), (&both, "4", [12, 12, 0]), (&both, "7", [12, 30, 0])] {
        for format in ["csv", "parquet"] {
            let study = place(STUDY);
            assert_eq!(counts(&ok(study.path(), &["run", "s.toml", "-o", "grown", "--format", format])), [0, 12, 0]);
            write(study.path(), after);
            let words = |output| ["run", "s.toml", "--replicates", replicates, "--format", format, "-o", output];
            assert_eq!(counts(&ok(study.path(), &words("grown"))), expected);
            ok(study.path(), &words("fresh"));
            same(&study.path().join("grown"), &study.path().join("fresh"));
        }
    }
}

#[test]
fn a_comparison_grows_in_its_worlds_and_is_reproduced() {
    let study = place(STUDY);
    let words = |replicates, output| ["compare", "s.toml", "--worlds", "4", "--replicates", replicates, "--worth", "60", "-o", output];
    ok(study.path(), &words("2", "grown"));
    write(study.path(), &grown_study());
    // Of six arms and twins three were there, in 4 worlds by 2 replicates.
    assert_eq!(counts(&ok(study.path(), &words("3", "grown"))), [24, 48, 0]);
    ok(study.path(), &words("3", "fresh"));
    same(&study.path().join("grown"), &study.path().join("fresh"));
    assert_eq!(ok(study.path(), &["verify", "grown"])["reproduced"], Value::Bool(true));
}

#[test]
fn it_is_said_in_both_languages() {
    let study = place(STUDY);
    for (language, said) in
        [("en", "12 replicates are taken over, 3 are missing"), ("nl", "12 herhalingen worden overgenomen, 3 ontbreken")]
    {
        ok(study.path(), &["run", "s.toml", "-o", language, "--lang", language]);
        let answer = onfoot(study.path(), &["run", "s.toml", "-o", language, "--replicates", "5", "--lang", language]);
        let told = String::from_utf8(answer.stderr).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_comparison_of_the_old_results_goes_with_them() {
    let study = place(STUDY);
    ok(study.path(), &["compare", "s.toml", "-o", "out", "--worlds", "2", "--replicates", "2"]);
    let compared = |folder: &Path| contents(folder).into_keys().filter(|name| name.starts_with("comparison")).collect::<Vec<_>>();
    let before = compared(&study.path().join("out"));
    assert!(before.iter().any(|name| name.starts_with("comparison/figures")), "{before:?}");
    ok(study.path(), &["run", "s.toml", "-o", "out", "--worlds", "2", "--replicates", "3"]);
    assert_eq!(compared(&study.path().join("out")), Vec::<PathBuf>::new());
}

#[test]
fn what_would_be_lost_is_refused_and_nothing_is_touched() {
    let study = place(STUDY);
    ok(study.path(), &["run", "s.toml", "-o", "out"]);
    let before = contents(&study.path().join("out"));
    let other = STUDY.replace("after = \"broken\"\n    [[repair]]", "after = \"broken\"\n    sincerity = 0.1\n    [[repair]]");
    let gone = STUDY.replace("    words = { repairs = [\"apology\"] }\n", "    others = { repairs = [\"support\"] }\n");
    for (text, replicates, said) in [
        (other.as_str(), "8", "other values: words"),
        (&gone, "8", "not in this scenario"),
        (STUDY, "3", "more replicates"),
        (&STUDY.replace("severity = 0.8", "severity = 0.7"), "4", "other values: nothing, words"),
        (&STUDY.replace("replicates = 4", "replicates = 4\n    seed = 3"), "4", "other values: nothing, words"),
    ] {
        write(study.path(), text);
        let answer = onfoot(study.path(), &["run", "s.toml", "-o", "out", "--replicates", replicates]);
        let told = String::from_utf8(answer.stderr).unwrap();
        assert!(answer.status.code() == Some(2) && told.contains(said) && told.contains("--force"), "{said}: {told}");
        assert!(contents(&study.path().join("out")) == before, "{said}");
    }
    // Forced, all of it is lived, and nothing of the old is left.
    assert_eq!(counts(&ok(study.path(), &["run", "s.toml", "-o", "out", "--force"])), [0, 12, 0]);
    ok(study.path(), &["run", "s.toml", "-o", "fresh"]);
    same(&study.path().join("out"), &study.path().join("fresh"));
}

type Harm = fn(&Path, &Path);

#[test]
fn lives_that_cannot_be_trusted_are_lived_anew() {
    let study = place(STUDY);
    ok(study.path(), &["run", "s.toml", "-o", "whole"]);
    ok(study.path(), &["run", "s.toml", "-o", "fresh", "--replicates", "6"]);
    let lives: Vec<PathBuf> = contents(&study.path().join("whole/lives")).into_keys().collect();
    assert_eq!(lives.len(), 3);
    let harms: [(u64, Harm); 5] = [
        (4, |one, _| fs::remove_file(one).unwrap()),
        (4, |one, _| fs::write(one, "nonsense").unwrap()),
        (4, |one, other| fs::copy(one, other).map(|_| ()).unwrap()),
        (4, |one, _| {
            let bytes = fs::read(one).unwrap();
            fs::write(one, &bytes[..bytes.len() - 1]).unwrap();
        }),
        (4, |one, _| {
            let mut bytes = fs::read(one).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            fs::write(one, bytes).unwrap();
        }),
    ];
    for (at, (lost, harm)) in harms.into_iter().enumerate() {
        let output = format!("out{at}");
        ok(study.path(), &["run", "s.toml", "-o", &output]);
        let folder = study.path().join(&output).join("lives");
        harm(&folder.join(&lives[0]), &folder.join(&lives[1]));
        assert_eq!(counts(&ok(study.path(), &["run", "s.toml", "-o", &output, "--replicates", "6"])), [12 - lost, 6 + lost, lost], "{at}");
        same(&study.path().join(&output), &study.path().join("fresh"));
    }
}

/// Stopped anywhere, the folder holds the old results whole or becomes the new ones, and the next run ends in the same bytes.
#[test]
#[cfg(unix)]
fn killed_at_any_moment_it_ends_in_the_same_bytes() {
    let study = place(&STUDY.replace("\"12 weeks\"\n    replicates", "\"3 years\"\n    replicates"));
    let grow = |output: &'static str| ["run", "s.toml", "-o", output, "--replicates", "60", "--quiet"];
    assert_eq!(onfoot(study.path(), &grow("fresh")).status.code(), Some(0));
    ok(study.path(), &["run", "s.toml", "-o", "first"]);
    let old = contents(&study.path().join("first"));
    for wait in [20, 80, 160, 250, 350, 500, 700, 1000, 1400] {
        let out = study.path().join("out");
        let _ = fs::remove_dir_all(&out);
        for (name, bytes) in &old {
            fs::create_dir_all(out.join(name).parent().unwrap()).unwrap();
            fs::write(out.join(name), bytes).unwrap();
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
        let mut child = command.current_dir(study.path()).args(grow("out")).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        let _ = child.kill(); // SIGKILL
        let finished = child.wait().unwrap().success();
        if !finished && out.join(".onfoot-growing/unfinished.json").exists() {
            let now = contents(&out);
            assert!(old.iter().all(|(name, bytes)| now.get(name) == Some(bytes)), "after {wait} ms the old is not whole");
        }
        assert_eq!(onfoot(study.path(), &grow("out")).status.code(), Some(0), "after {wait} ms");
        same(&out, &study.path().join("fresh"));
    }
}
