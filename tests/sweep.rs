//! A sweep from outside: its rows are those of runs of its points, its verdicts those of its rows, and its bytes the same whoever
//! shares the work and however often it is stopped.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use common::contents;
use sha2::{Digest, Sha256};

const SWEEP: &str = "title = \"A grid\"\n\
    [run]\nlength = \"6 months\"\nreplicates = 4\nrecord = \"monthly\"\n\
    [organisation]\nteams = 2\nteam_size = 4\nyears_before = 1\n\
    [[event]]\nid = \"b\"\nwhat = \"breach\"\nday = 40\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.5\n\
    [[repair]]\nid = \"s\"\nwhat = \"apology\"\nafter = \"b\"\ndelay = \"3 days\"\n\
    [arms]\nnone = { repairs = [] }\nsorry = { repairs = [\"s\"] }\n\
    [sweep]\ndesign = \"factorial\"\n\"event.b.severity\" = [0.2, 0.8]\n\"organisation.ties_across\" = [0, 2]\n\
    [[hypothesis]]\nid = \"main\"\ncontrast = { \"event.b.severity\" = [0.8, 0.2] }\noutcome = \"engagement\"\ndirection = \"less\"\n\
    [[hypothesis]]\nid = \"both\"\ncontrast = { arms = [\"sorry\", \"none\"], \"event.b.severity\" = [0.8, 0.2] }\noutcome = \"leavers\"\ndirection = \"greater\"\n";

fn onfoot(place: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG").current_dir(place).stdin(Stdio::null()).args(words).output().unwrap()
}

fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("s.toml"), SWEEP).unwrap();
    place
}

/// A CSV as rows by column.
fn table(file: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let heads = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| heads.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or(f64::NAN)
}

#[test]
fn a_row_of_a_sweep_is_what_a_run_of_its_point_comes_to_and_verdicts_follow_from_rows() {
    let place = place();
    let done = onfoot(place.path(), &["run", "s.toml", "-o", "o", "--format", "csv", "--quiet"]);
    assert!(matches!(done.status.code(), Some(0 | 1)), "{done:?}");
    let sweep = table(&place.path().join("o/sweep.csv"));
    assert_eq!(sweep.len(), 2 * 2 * 2 * 4);
    for point in [0, 5] {
        let (number_of, folder) = (point.to_string(), format!("p{point}"));
        assert!(onfoot(place.path(), &["run", "s.toml", "--point", &number_of, "-o", &folder, "--quiet"]).status.success());
        let runs = table(&place.path().join(folder).join("runs.csv"));
        for own in runs.iter().filter(|row| row["arm"] == "main") {
            let same = sweep.iter().find(|row| row["point"] == number_of && row["replicate"] == own["replicate"]).unwrap();
            for column in ["trust_leader", "engagement", "performance", "cost_total", "leavers_voluntary"] {
                assert_eq!(own[column], same[column], "{point} {column}");
            }
        }
    }
    // the verdicts, by hand from the rows
    let mean = |replicate: usize, column: &str, chosen: &[(&str, &str)]| {
        let own =
            sweep.iter().filter(|row| row["replicate"] == replicate.to_string() && chosen.iter().all(|(key, value)| row[*key] == *value));
        let values: Vec<f64> = own.map(|row| number(row, column)).collect();
        values.iter().sum::<f64>() / values.len() as f64
    };
    let over = |effect: &dyn Fn(usize) -> f64| (0..4).map(effect).sum::<f64>() / 4.0;
    let severity = |replicate: usize, of: &str| mean(replicate, "engagement", &[("event.b.severity", of)]);
    let main = over(&|replicate| severity(replicate, "0.2") - severity(replicate, "0.8"));
    let cell = |replicate: usize, arm: &str, of: &str| mean(replicate, "leavers", &[("arms", arm), ("event.b.severity", of)]);
    let both = over(&|replicate| {
        (cell(replicate, "sorry", "0.8") - cell(replicate, "none", "0.8"))
            - (cell(replicate, "sorry", "0.2") - cell(replicate, "none", "0.2"))
    });
    let judged = table(&place.path().join("o/hypotheses.csv"));
    assert!((number(&judged[0], "effect") - main).abs() < 1e-6, "{} {main}", judged[0]["effect"]);
    assert!((number(&judged[1], "effect") - both).abs() < 1e-6, "{} {both}", judged[1]["effect"]);
}

#[test]
fn the_bytes_are_the_same_on_any_threads_and_after_a_stop() {
    let place = place();
    let run = |words: &[&str]| onfoot(place.path(), &[&["run", "s.toml", "-o", "o", "--quiet"], words].concat());
    let taken = |words: &[&str]| {
        assert!(matches!(run(words).status.code(), Some(0 | 1)));
        let found = contents(&place.path().join("o"));
        fs::remove_dir_all(place.path().join("o")).unwrap();
        found
    };
    let manifest = Path::new("manifest.json");
    let [mut one, mut two] = [&["--threads", "1"], &["--threads", "2"]].map(|words| taken(words));
    for found in [&mut one, &mut two] {
        found.remove(manifest); // its command says the threads
        found.remove(Path::new("report.html"));
    }
    assert!(one == two && one.contains_key(Path::new("sweep.parquet")));
    // stopped while it lives, and gone on with
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env("LC_ALL", "C.UTF-8").current_dir(place.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut stopped = command.args(["run", "s.toml", "-o", "o", "--quiet", "--threads", "1"]).spawn().unwrap();
    while !place.path().join("o/.onfoot-parts").exists() && stopped.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let _ = stopped.kill();
    let _ = stopped.wait();
    let mut again = taken(&["--threads", "1"]);
    again.remove(manifest);
    again.remove(Path::new("report.html"));
    assert!(again == one);
}

#[test]
fn what_is_wrong_with_a_point_is_said_at_its_level_before_anything_is_lived() {
    let place = place();
    for (wrong, right, code, said) in [
        ("[0.2, 0.8]", "[0.2, 1.8]", "E021", "must lie between 0 and 1"),
        ("[0.2, 0.8]", "{ from = 0.8, to = 0.2 }", "E048", "does not go up"),
        ("\"event.b.severity\"", "\"event.c.severity\"", "E041", "there is no event `c`"),
        ("\"organisation.ties_across\"", "\"organisation.tie_across\"", "E011", "ties_across"),
        ("\"factorial\"", "\"lhs\"", "E013", "points"),
        ("[0, 2]", "[0, 0]", "E048", "already"),
        (
            "\"event.b.severity\" = [0.8, 0.2] }\noutcome = \"leavers\"",
            "\"event.b.severity\" = [0.7, 0.2] }\noutcome = \"leavers\"",
            "E041",
            "no level",
        ),
        (
            "\"event.b.severity\" = [0.8, 0.2] }\noutcome = \"leavers\"",
            "\"event.b.severity\" = [0.8, 0.8] }\noutcome = \"leavers\"",
            "E049",
            "with itself",
        ),
        ("[0.2, 0.8]", "[0.2, inf]", "E0", "inf"),
        ("[0, 2]", "{ from = 0, to = 9999, levels = 1000 }\n\"run.seed\" = { from = 1, to = 999, levels = 999 }", "E0", "points"),
    ] {
        fs::write(place.path().join("w.toml"), SWEEP.replace(wrong, right)).unwrap();
        let answer = onfoot(place.path(), &["run", "w.toml", "-o", "w", "--quiet"]);
        let text = String::from_utf8(answer.stderr).unwrap();
        assert!(answer.status.code() == Some(2) && text.contains(code) && text.contains(said), "{right}: {text}");
        assert!(!place.path().join("w").exists(), "{right}");
    }
}

#[test]
fn points_are_lived_again_and_a_row_that_was_altered_is_found() {
    let place = place();
    for format in ["csv", "parquet"] {
        let done = onfoot(place.path(), &["run", "s.toml", "-o", format, "--format", format, "--quiet"]);
        assert!(matches!(done.status.code(), Some(0 | 1)), "{done:?}");
        let seen = onfoot(place.path(), &["verify", format, "--lives", "6", "--json"]);
        let said: serde_json::Value = serde_json::from_slice(&seen.stdout).unwrap();
        assert!(
            seen.status.success() && said["lives"] == 6 && said["rows"] == 6 && said["not_looked_at"].as_array().unwrap().is_empty(),
            "{said}"
        );
    }
    // a cell is changed and the manifest told so
    let [table, manifest] = ["csv/sweep.csv", "csv/manifest.json"].map(|file| place.path().join(file));
    let before = fs::read_to_string(&table).unwrap();
    let (rest, last) = before.trim_end().rsplit_once(',').unwrap();
    let after = format!("{rest},{last}1\n");
    fs::write(&table, &after).unwrap();
    let digest = |text: &str| Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let told = fs::read_to_string(&manifest).unwrap();
    assert!(told.contains(&digest(&before)));
    fs::write(&manifest, told.replace(&digest(&before), &digest(&after))).unwrap();
    let seen = onfoot(place.path(), &["verify", "csv", "--lives", "1000"]);
    let said = String::from_utf8(seen.stdout).unwrap();
    assert!(seen.status.code() == Some(1) && said.contains("sweep, point 7, replicate 3"), "{said}");
}

#[test]
fn what_a_sweep_cannot_heed_is_refused() {
    let place = place();
    let refused = |words: &[&str], said: &str| {
        let answer = onfoot(place.path(), words);
        let text = String::from_utf8(answer.stderr).unwrap().replace('\n', " ");
        assert!(answer.status.code() == Some(2) && text.contains(said), "{words:?}: {text}");
    };
    refused(&["run", "s.toml", "--set", "event.b.severity=0.5"], "exclude one another");
    for words in [&["run", "s.toml", "--screen"][..], &["run", "s.toml", "--live"], &["portfolio", "s.toml"], &["sensitivity", "s.toml"]] {
        refused(words, "this scenario has a [sweep]");
    }
    refused(&["run", "s.toml", "--part", "1/2", "--point", "1"], "--point");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_factor_of_a_base_is_given_anew_however_it_is_written_and_a_day_says_which_it_is() {
    let place = place();
    let child = "based_on = \"s.toml\"\n[run]\nreplicates = 2\n[sweep]\nevent.b.severity = [0.2, 0.4, 0.8]\n\
        [[hypothesis]]\nid = \"then\"\ncontrast = { \"event.b.severity\" = [0.8, 0.2] }\noutcome = \"trust\"\ndirection = \"less\"\nday = 64\n";
    fs::write(place.path().join("child.toml"), child).unwrap();
    for (language, expected) in
        [("en", "on day 43, the last recorded up to day 64"), ("nl", "op dag 43, de laatste opgetekende tot dag 64")]
    {
        let done = onfoot(place.path(), &["run", "child.toml", "-o", "c", "--force", "--lang", language]);
        let said = String::from_utf8(done.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(expected) && said.contains(if language == "en" { "severity 0.8" } else { "severity 0,8" }), "{said}");
    }
}

#[test]
fn every_design_is_lived_and_told_in_both_languages() {
    let place = place();
    let ranges =
        "\"event.b.severity\" = { from = 0.2, to = 0.8 }\n\"repair.s.delay\" = { from = \"3 days\", to = \"2 months\", scale = \"log\" }\n";
    let head = SWEEP.split("[sweep]").next().unwrap().replace("replicates = 4", "replicates = 2");
    for (design, points) in [("lhs", 6), ("sobol", 4), ("morris", 2)] {
        let text = format!("{head}[sweep]\ndesign = \"{design}\"\npoints = {points}\n{ranges}");
        fs::write(place.path().join("d.toml"), text).unwrap();
        for language in ["en", "nl"] {
            let answer = onfoot(place.path(), &["run", "d.toml", "-o", "d", "--force", "--lang", language]);
            let said = String::from_utf8(answer.stdout).unwrap();
            assert!(
                answer.status.success() && said.contains(if language == "en" { "most apart by" } else { "grootste verschil naar" }),
                "{said}"
            );
            for file in ["points.parquet", "sweep.parquet", "factors.csv", "indices.csv", "report.html", "figures/map.png"] {
                assert!(place.path().join("d").join(file).exists(), "{design} {file}");
            }
        }
    }
}
