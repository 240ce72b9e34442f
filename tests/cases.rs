//! Small inputs at the edges, tried as a reader would try them: on the command line, by what the tables then say.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

type Row = BTreeMap<String, String>;

/// Nobody leaves by chance.
const QUIET: &str = "[mechanisms]\nquitting = false\ninvoluntary_exits = false\n";

/// A scenario of three teams of five, with what more is said of it.
fn scenario(length: u32, teams: u32, size: u32, more: &str) -> String {
    format!(
        "[run]\nlength = {length}\nreplicates = 3\nseed = 3\nrecord = \"daily\"\nsurveys = []\n[organisation]\nteams = {teams}\nteam_size = {size}\n{more}"
    )
}

fn breach(day: u32, by: &str, more: &str) -> String {
    format!("[[event]]\nid = \"b\"\nwhat = \"breach\"\nday = {day}\nby = \"{by}\"\nkind = \"integrity\"\nseverity = 0.7\n{more}\n")
}

fn leaves(day: u32, seat: u32) -> String {
    format!("[[event]]\nid = \"x\"\nwhat = \"exit\"\nday = {day}\nseats = [{seat}]\n")
}

fn lay_off(id: &str, day: u32, size: f64, more: &str) -> String {
    format!("[[event]]\nid = \"{id}\"\nwhat = \"shock\"\nkind = \"lay_off\"\nday = {day}\nsize = {size}\n{more}\n")
}

fn repair(id: &str, what: &str, more: &str) -> String {
    format!("[[repair]]\nid = \"{id}\"\nwhat = \"{what}\"\nafter = \"b\"\n{more}\n")
}

/// What a command says, its lines joined; it ends well.
fn onfoot(place: &Path, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    for name in ["LANG", "LC_MESSAGES", "LC_CTYPE", "COLUMNS", "NO_COLOR", "NO_GRAPHICS", "TERM"] {
        command.env_remove(name);
    }
    let said = command.env("LC_ALL", "C.UTF-8").current_dir(place).args(words).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(file: &Path) -> Vec<Row> {
    csv::Reader::from_path(file).unwrap().deserialize().map(Result::unwrap).collect()
}

/// A finished run of this scenario, its large tables as CSV.
fn run(text: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("case.toml"), text).unwrap();
    onfoot(place.path(), &["run", "case.toml", "--format", "csv", "-q", "-o", "out"]);
    place
}

fn table(place: &tempfile::TempDir, name: &str) -> Vec<Row> {
    rows(&place.path().join("out").join(name))
}

fn number(row: &Row, key: &str) -> f64 {
    row[key].parse().unwrap_or(f64::NAN)
}

/// In how many replicates the fall of trust in the leader was measured.
fn measured(text: &str) -> f64 {
    let place = run(text);
    number(table(&place, "recovery.csv").iter().find(|row| row["referent"] == "leader").unwrap(), "n")
}

#[test]
fn a_breach_is_measured_wherever_there_are_days_before_and_after_it() {
    for (length, day, n) in [(120, 1, 3.0), (120, 116, 3.0), (120, 117, 0.0), (120, 120, 0.0), (1, 1, 0.0)] {
        let found = measured(&scenario(length, 3, 5, &breach(day, "leader", "")));
        assert!((found - n).abs() < 1e-9, "day {day} of {length}: {found} of {n}");
    }
    assert!((measured(&scenario(120, 1, 2, &(QUIET.to_owned() + &breach(40, "leader", "")))) - 3.0).abs() < 1e-9, "one team of two");
}

#[test]
fn a_leader_who_is_away_before_or_after_takes_nobody_out_and_the_days_are_told() {
    for (away, left_out) in [(1, false), (90, true), (118, true)] {
        let place = run(&scenario(
            120,
            1,
            6,
            &(QUIET.to_owned() + "[turnover]\nvacancy_weeks = 4\n" + &breach(60, "leader", "") + &leaves(away, 0)),
        ));
        let found = table(&place, "recovery.csv");
        let row = found.iter().find(|row| row["referent"] == "leader").unwrap();
        assert!((number(row, "n") - 3.0).abs() < 1e-9, "away on day {away}: {}", row["n"]);
        assert_eq!(number(row, "share_days_left_out") > 0.0, left_out, "away on day {away}");
    }
}

#[test]
fn two_lay_offs_on_one_day_take_their_shares_one_after_the_other_and_leaders_stay() {
    let gone = |place: &tempfile::TempDir, replicate: &str, id: &str| {
        let left = |row: &&Row| row["replicate"] == replicate && row["event"] == "involuntary_exit" && row["id"] == id;
        table(place, "events.csv").iter().filter(left).count()
    };
    let place = run(&scenario(60, 20, 11, &(lay_off("l", 40, 0.5, "") + &lay_off("m", 40, 0.5, ""))));
    for replicate in ["0", "1", "2"] {
        let [first, second] = ["l", "m"].map(|id| gone(&place, replicate, id));
        assert!((90..=110).contains(&first) && second.abs_diff(first / 2) <= 1, "{first} and then {second}");
    }
    // Everybody of one team but its leader; its place in every rate stays within 0 and 1.
    let place = run(&scenario(120, 3, 5, &lay_off("l", 40, 1.0, "teams = [1]")));
    let (events, ends) = (table(&place, "events.csv"), table(&place, "runs.csv"));
    let gone: Vec<&Row> = events.iter().filter(|row| row["id"] == "l" && row["event"] == "involuntary_exit").collect();
    assert!(!gone.is_empty() && gone.iter().all(|row| row["team"] == "1" && row["seat"] != "5"), "{gone:?}");
    for row in &ends {
        let rates = ["stability", "turnover_voluntary"].map(|key| number(row, key));
        assert!((0.0..=1.0).contains(&rates[0]) && rates[1] >= 0.0 && number(row, "turnover_involuntary") < 4.0, "{row:?}");
    }
}

#[test]
fn who_has_gone_repairs_nothing_whoever_it_is_and_a_price_may_be_for_one_person() {
    let gone = breach(40, "colleague", "seat = 2") + &leaves(41, 2) + &repair("r", "apology", "delay = 2\ncost = 7");
    let place = run(&scenario(60, 3, 5, &gone));
    for row in table(&place, "runs.csv").iter().filter(|row| row["arm"] == "main") {
        assert!(["repairs", "cost_repair"].iter().all(|key| number(row, key).abs() < 1e-9), "{row:?}");
    }
    let each = "[cost]\npriced_for = 1\n".to_owned()
        + &breach(40, "leader", "")
        + &repair("r", "policy_reform", "delay = 2\ncost = 2\nduration = 5");
    let place = run(&scenario(60, 3, 5, &each));
    let (events, ends) = (table(&place, "events.csv"), table(&place, "runs.csv"));
    for row in ends.iter().filter(|row| row["arm"] == "main") {
        let people = number(row, "cost_repair") / 2.0; // two person-days for each who is present
        assert!((people - people.round()).abs() < 1e-3 && (8.0..=15.0).contains(&people), "{people}");
        let told: f64 = events
            .iter()
            .filter(|event| event["event"] == "repair" && ["arm", "replicate"].iter().all(|key| event[*key] == row[*key]))
            .map(|event| number(event, "size"))
            .sum();
        assert!((told - number(row, "cost_repair")).abs() < 1e-3);
    }
}

/// One team whose leader goes 60 days after having broken trust, and three answers to it.
fn one_team(more: &str) -> String {
    let story = breach(100, "leader", "")
        + &leaves(160, 0)
        + &repair("words", "apology", "delay = 2\ncost = 2")
        + &repair("deeds", "visible_leadership", "delay = 5\ncost = 20")
        + &repair("change", "leader_replacement", "delay = 20\ncost = 9");
    scenario(300, 1, 8, &(story + more)).replace("replicates = 3", "replicates = 2\nworlds = 2")
}

const ARMS: &str =
    "[arms]\nnothing = { repairs = [] }\nwords = { repairs = [\"words\"] }\nall = { repairs = [\"words\", \"deeds\", \"change\"] }\n";

#[test]
fn a_comparison_tells_both_returns_as_the_run_does() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("case.toml"), one_team(ARMS)).unwrap();
    let said = onfoot(place.path(), &["compare", "case.toml", "-o", "out"]);
    assert!(said.contains("policy back as twin nothing") && said.contains("Level with the twin: the same"), "{said}");
    let dutch = onfoot(place.path(), &["compare", "case.toml", "-o", "out", "--lang", "nl"]);
    assert!(dutch.contains("beleid terug als tweeling nothing") && dutch.contains("Gelijk met de tweeling: hetzelfde"), "{dutch}");
    let recovery = rows(&place.path().join("out/recovery.csv"));
    let policies = rows(&place.path().join("out/comparison/policies.csv"));
    assert_eq!(policies.len(), 3);
    for policy in &policies {
        let run = recovery.iter().find(|row| row["arm"] == policy["policy"] && row["referent"] == "leader").unwrap();
        for key in ["return_days", "twin_return_days"] {
            assert_eq!(policy[key], run[key], "{key} of {}", policy["policy"]);
        }
        let level = number(run, "n_visible") - number(run, "twin_return_days_censored");
        assert!((number(policy, "twin_returned") - level).abs() < 1e-9);
    }
    assert!(policies.iter().any(|policy| number(policy, "twin_returned") > 0.0));
    // Without a twin there is no such column on the screen, and nothing in the table.
    fs::write(place.path().join("case.toml"), one_team(ARMS).replace("surveys", "twin = false\nsurveys")).unwrap();
    let said = onfoot(place.path(), &["compare", "case.toml", "-o", "alone"]);
    assert!(!said.contains("as twin") && !said.contains("Level with the twin"), "{said}");
    assert!(rows(&place.path().join("alone/comparison/policies.csv")).iter().all(|row| row["twin_return_days"].is_empty()));
}

#[test]
fn days_without_a_leader_are_left_out_alike_by_a_portfolio_and_the_comparison_of_its_file() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("case.toml"), one_team("")).unwrap();
    onfoot(place.path(), &["portfolio", "case.toml", "-q", "-o", "front"]);
    onfoot(place.path(), &["compare", "front/portfolio.toml", "-q", "-o", "out"]);
    let outcomes = rows(&place.path().join("out/outcomes.csv"));
    assert!(outcomes.iter().all(|row| number(row, "days_left_out") > 0.0));
    let portfolios = rows(&place.path().join("front/portfolios.csv"));
    let policies = rows(&place.path().join("out/comparison/policies.csv"));
    assert!(policies.len() > 2);
    for policy in &policies {
        let own = portfolios.iter().find(|row| row["stage"] == "judged" && row["portfolio"] == policy["policy"]).unwrap();
        for key in ["cost", "recovered", "avoided"] {
            let [one, other] = [own, policy].map(|row| number(row, key));
            assert!((one - other).abs() < 1e-9, "{key} of {}: {one} and {other}", policy["policy"]);
        }
    }
}

#[test]
fn arms_that_are_the_same_are_said_never_to_differ() {
    let place = tempfile::tempdir().unwrap();
    let same = "[arms]\none = { repairs = [\"r\"] }\nother = { repairs = [\"r\"] }\n";
    let text = scenario(120, 3, 5, &(breach(40, "leader", "") + &repair("r", "apology", "delay = 2") + same));
    fs::write(place.path().join("case.toml"), text).unwrap();
    let said = onfoot(place.path(), &["compare", "case.toml", "--worth", "10", "--worlds", "2", "--replicates", "2"]);
    assert!(said.contains("one and other cannot be separated: they never differ."), "{said}");
}

#[test]
fn a_sweep_says_the_lowest_point_that_the_tables_say_and_never_one_above_the_level_before() {
    let arms: String =
        (0..8).map(|i| format!("s{i} = {{ set = {{ \"event.b.severity\" = {} }} }}\n", 0.1 + 0.018 * f64::from(i * i))).collect();
    let place = run(&scenario(200, 3, 5, &(breach(100, "leader", "") + "[arms]\n" + &arms)));
    let drawn = table(&place, "figures/sweep.csv");
    assert_eq!(drawn.len(), 8);
    let measured = table(&place, "recovery.csv");
    for row in &drawn {
        let own = measured.iter().find(|other| other["arm"] == row["arm"] && other["referent"] == row["referent"]).unwrap();
        let [told, known] = [number(row, "lowest"), number(own, "lowest")];
        assert!((told - known).abs() < 1e-5, "{}: {told} and {known}", row["arm"]);
        assert!(told <= number(own, "level_before"), "{}: {told}", row["arm"]);
    }
}

#[test]
fn in_an_odd_number_of_worlds_the_order_goes_by_the_costs_and_departures_of_the_table() {
    let place = tempfile::tempdir().unwrap();
    let arms = "[arms]\nnothing = { repairs = [] }\nwords = { repairs = [\"r\"] }\n";
    let text = scenario(200, 3, 5, &(breach(40, "leader", "") + &repair("r", "amends", "delay = 2") + arms));
    fs::write(place.path().join("case.toml"), text).unwrap();
    onfoot(place.path(), &["compare", "case.toml", "-q", "--worth", "60", "--worlds", "3", "--replicates", "2", "-o", "out"]);
    let policies = table(&place, "comparison/policies.csv");
    for row in table(&place, "comparison/ranking.csv") {
        let own = policies.iter().find(|policy| policy["policy"] == row["policy"]).unwrap();
        let expected = 60.0 * number(own, "avoided") - number(own, "cost");
        assert!((number(&row, "objective") - expected).abs() < 1e-6, "{}: {} and {expected}", row["policy"], row["objective"]);
    }
}
