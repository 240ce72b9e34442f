//! Why trust changed, and one person's story: what the commands say adds up with the tables of the folder they are asked about.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::contents;
use serde_json::Value;

const STUDY: &str = r#"
    title = "Small"
    [run]
    length = "1 year"
    replicates = 2
    worlds = 2
    record = "daily"
    record_teams = true
    [organisation]
    teams = 3
    team_size = 5
    years_before = 0 # on day 0 nobody is missing
    [[event]]
    id = "broken"
    day = 120
    what = "breach"
    by = "leader"
    kind = "integrity"
    severity = 0.8
    [[repair]]
    id = "apology"
    what = "apology"
    after = "broken"
    delay = "1 week"
    [arms]
    nothing = { repairs = [] }
    words = { repairs = ["apology"] }
"#;
/// Numbers in the tables have single precision.
const ROUNDING: f64 = 2e-6;

fn onfoot(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG").current_dir(folder).args(words).output().unwrap()
}

fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("s.toml"), STUDY).unwrap();
    let ran = onfoot(place.path(), &["run", "s.toml", "-o", "lived", "--format", "csv", "--quiet"]);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    place
}

fn json(folder: &Path, words: &[&str]) -> Value {
    let answer = onfoot(folder, &[words, &["--json"]].concat());
    assert_eq!(answer.status.code(), Some(0), "{words:?} {}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).unwrap()
}

fn text(folder: &Path, words: &[&str]) -> String {
    let answer = onfoot(folder, words);
    assert_eq!(answer.status.code(), Some(0), "{words:?} {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).unwrap()
}

/// The same without its line breaks.
fn words(folder: &Path, words: &[&str]) -> String {
    text(folder, words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Trust of a team in the table of series.
fn in_series(place: &Path, [arm, replicate, world, day, team, referent]: [&str; 6]) -> f64 {
    let mut reader = csv::Reader::from_path(place.join("lived/series.csv")).unwrap();
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let wanted = [
        ("arm", arm),
        ("replicate", replicate),
        ("world", world),
        ("day", day),
        ("scope", "team"),
        ("scope_id", team),
        ("referent", referent),
        ("measure", "trust"),
    ];
    let at = |head: &str| heads.iter().position(|known| known == head).unwrap();
    let row = reader.records().map(Result::unwrap).find(|row| wanted.iter().all(|(head, value)| &row[at(head)] == *value));
    row.unwrap()[at("value")].parse().unwrap()
}

#[test]
fn the_answer_adds_up_and_is_what_the_tables_say_in_every_arm_and_life() {
    let place = place();
    for (arm, replicate, world, team) in [("words", "0", "0", "2"), ("nothing", "1", "1", "0"), ("words", "1", "0", "1")] {
        let asked = [
            "why",
            "lived",
            "--team",
            team,
            "--from",
            "day 101",
            "--to",
            "8 months",
            "--arm",
            arm,
            "--replicate",
            replicate,
            "--world",
            world,
        ];
        let answer = json(place.path(), &asked);
        for row in answer["referents"].as_array().unwrap() {
            let referent = row["referent"].as_str().unwrap();
            let sum: f64 = row["causes"].as_object().unwrap().values().map(|change| change.as_f64().unwrap()).sum();
            let [before, after] = ["before", "after"].map(|key| row[key].as_f64().unwrap());
            assert!((before + sum - after).abs() < ROUNDING, "{arm} {referent}: {before} + {sum} is not {after}");
            for (said, day) in [(before, "100"), (after, "173")] {
                let table = in_series(place.path(), [arm, replicate, world, day, team, referent]);
                assert!((said - table).abs() < ROUNDING, "{arm} {team} {referent} day {day}: {said} {table}");
            }
        }
        let happened = |id: &str| answer["events"].as_array().unwrap().iter().any(|entry| entry["id"] == id);
        let leader = |cause: &str| answer["referents"][1]["causes"][cause].as_f64().unwrap();
        assert_eq!(happened("apology"), arm == "words");
        assert_eq!(happened("broken"), leader("breach") < -0.1, "{arm} {team}: an empty seat breaks nothing");
        assert_eq!(leader("repair") > 0.0, arm == "words" && happened("broken"), "{arm} {team}");
    }
}

#[test]
fn without_a_team_all_are_listed_and_each_is_what_it_says_when_asked_alone() {
    let place = place();
    let all = json(place.path(), &["why", "lived", "--from", "120", "--to", "120"]);
    let teams = all["teams"].as_array().unwrap();
    assert_eq!((teams.len(), all["referent"].as_str()), (3, Some("leader")));
    let page = words(place.path(), &["why", "lived", "--from", "120", "--to", "120", "--arm", "words", "--world", "1"]);
    assert!(page.contains("--from 120 --to 120 --arm words --world 1"), "the next question is about the same life: {page}");
    let size = |row: &Value| row["change"].as_f64().unwrap().abs();
    assert!(teams.windows(2).all(|pair| size(&pair[0]) >= size(&pair[1])));
    for row in teams {
        let team = row["team"].to_string();
        let alone = json(place.path(), &["why", "lived", "--from", "120", "--to", "120", "--team", &team]);
        assert_eq!(row["change"], alone["referents"][1]["change"]);
        assert_eq!(row["mostly"], "breach");
    }
}

#[test]
fn the_table_of_the_ledger_adds_up_to_the_series_and_keeping_it_changes_no_other_table() {
    let place = place();
    let ran = onfoot(place.path(), &["run", "s.toml", "-o", "booked", "--set", "run.ledger=true", "--format", "csv", "--quiet"]);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let read = |file: &str| fs::read(place.path().join(file)).unwrap();
    for table in ["series.csv", "runs.csv", "events.csv"] {
        assert!(read(&format!("lived/{table}")) == read(&format!("booked/{table}")), "{table}");
    }
    assert!(!place.path().join("lived/ledger.csv").exists());
    // by arm, replicate, world, team and referent: trust on the first and the last day, and what was booked in between
    let mut sums: BTreeMap<Vec<String>, (f64, Option<f64>, f64)> = BTreeMap::new();
    let rows = |file: &str| csv::Reader::from_path(place.path().join(file)).unwrap().into_records().map(Result::unwrap).collect::<Vec<_>>();
    for row in rows("booked/series.csv").iter().filter(|row| &row[4] == "team" && &row[7] == "trust") {
        let key = [0, 1, 2, 5, 6].map(|at: usize| row[at].to_owned()).to_vec();
        let value = row[8].parse::<f64>().ok(); // none while there is no leader
        let first = value.unwrap_or(f64::NAN);
        sums.entry(key).or_insert((first, value, 0.0)).1 = value;
    }
    for row in rows("booked/ledger.csv") {
        let key = [0, 1, 2, 4, 5].map(|at: usize| row[at].to_owned()).to_vec();
        sums.get_mut(&key).unwrap().2 += row[7].parse::<f64>().unwrap();
    }
    assert_eq!(sums.len(), 3 * 4 * 3 * 3); // two arms and their twin, four lives, three teams, three referents
    let known: Vec<_> = sums.iter().filter_map(|(key, (first, last, booked))| Some((key, first, (*last)?, booked))).collect();
    assert!(known.len() > 90, "{}", known.len());
    for (key, first, last, booked) in known {
        assert!((first + booked - last).abs() < 1e-5, "{key:?}: {first} + {booked} is not {last}");
    }
    assert!(sums.values().any(|(_, _, booked)| booked.abs() > 0.05));
}

#[test]
fn the_answer_is_said_drawn_and_in_two_languages_and_leaves_the_results_alone() {
    let place = place();
    let before = contents(&place.path().join("lived"));
    let page = words(place.path(), &["why", "lived", "--team", "1", "--from", "110", "--to", "130"]);
    for said in ["Trust in the leader fell from 0.", "What took it: breach −", "day 120", "“broken”", "everyday behaviour"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = words(place.path(), &["why", "lived", "--team", "1", "--from", "110", "--to", "130", "--lang", "nl"]);
    for said in ["Het vertrouwen in de leidinggevende zakte van 0,", "Wat eraf ging: vertrouwensbreuk −0,", "dag 120"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let file = text(place.path(), &["why", "lived", "--team", "1", "--from", "110", "--to", "130", "--quiet", "-o", "elsewhere"]);
    let file = place.path().join(file.trim());
    assert!(fs::read_to_string(&file).unwrap().contains("<svg"));
    let csv = fs::read_to_string(file.with_extension("csv")).unwrap();
    let number = |line: &str, at: usize| line.split(',').nth(at).unwrap().parse::<f64>().unwrap_or(0.0);
    let lines: Vec<&str> = csv.lines().skip(1).collect();
    let changes: f64 = lines.iter().map(|line| number(line, 1)).sum();
    assert!((number(lines[0], 2) + changes - number(lines[lines.len() - 1], 2)).abs() < 1e-5, "{csv}");
    text(place.path(), &["story", "lived", "--seat", "7"]);
    let mut after = contents(&place.path().join("lived"));
    after.retain(|file, _| !file.starts_with("why") && !file.starts_with("story"));
    assert_eq!(before, after);
    assert!(text(place.path(), &["verify", "lived"]).contains("reproduced"));
}

#[test]
fn a_story_covers_every_day_of_a_person_once_and_turns_where_trust_was_broken() {
    let place = place();
    for seat in ["1", "7", "13"] {
        let story = json(place.path(), &["story", "lived", "--seat", seat, "--arm", "words", "--world", "1"]);
        let chapters = story["chapters"].as_array().unwrap();
        let day = |chapter: &Value, key: &str| chapter[key].as_u64().unwrap();
        assert_eq!(day(&chapters[0], "from"), 0);
        assert!(chapters.windows(2).all(|pair| day(&pair[0], "to") + 1 == day(&pair[1], "from")));
        let turn = chapters.iter().find(|chapter| (day(chapter, "from")..=day(chapter, "to")).contains(&120));
        if let Some(turn) = turn.filter(|turn| turn["turn"] == true) {
            assert!(turn["title"].as_str().unwrap().contains("broken"), "{turn}");
            let level = |key: &str| turn[key][1].as_f64().unwrap();
            assert!(level("after") < level("before") - 0.025);
        }
    }
    let stories = ["6", "7", "8", "9"].map(|seat| words(place.path(), &["story", "lived", "--seat", seat]));
    assert!(
        stories.iter().any(|story| story.contains("In one day 0.") && story.contains("of trust in the leader was lost")),
        "{stories:?}"
    );
}

#[test]
fn what_is_not_there_is_said_with_what_is() {
    let place = place();
    let refused = |words: &[&str], said: &[&str]| {
        let answer = onfoot(place.path(), words);
        let error = String::from_utf8_lossy(&answer.stderr).replace('\n', " ");
        assert_eq!(answer.status.code(), Some(2), "{words:?} {error}");
        assert!(said.iter().all(|said| error.contains(said)), "{words:?}: {error}");
    };
    refused(&["why", "nowhere"], &["nowhere", "onfoot run"]);
    refused(&["why", "lived", "--team", "3"], &["no team 3", "0 to 2"]);
    refused(&["why", "lived", "--seat", "15"], &["no seat 15", "0 to 14"]);
    refused(&["why", "lived", "--replicate", "2"], &["no replicate 2", "0 to 1"]);
    refused(&["why", "lived", "--arm", "wrods"], &["no arm `wrods`", "nothing", "did you mean `words`"]);
    refused(&["why", "lived", "--from", "9", "--to", "3"], &["--from before --to"]);
    refused(&["why", "lived", "--to", "2 years"], &["day 260"]);
    refused(&["why", "lived", "--quiet"], &["--team"]);
    refused(&["why", "lived", "--from", "soon"], &["`soon`", "1 year"]);
    refused(&["story", "lived", "--seat", "0", "--generation", "99"], &["no person number 99"]);
    refused(&["story", "lived"], &["--seat"]);
    fs::write(place.path().join("lived/resolved.toml"), "[run]\nlength = 3\n").unwrap();
    refused(&["why", "lived"], &["resolved.toml"]);
}
