//! Portfolios with answers that are known before anything is lived, and the command as people use it.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::AtomicBool;

use common::contents;
use onfoot::comparison::portfolio::options::{Count, Options};
use onfoot::comparison::portfolio::{Found, Judged, Method, Plan, Refusal, as_arms, options, portfolio};
use onfoot::scenario::read::{read, read_text};
use onfoot::scenario::resolved::resolved;
use onfoot::scenario::{RepairKind, Scenario};

/// Three small teams whose leaders break trust. Nobody ever leaves or strikes back, and neither control nor settling things costs
/// anything, so that only trust, repairs and practices tell portfolios apart.
const SMALL: &str = r#"
title = "A small story"
[run]
length = "9 months"
replicates = 2
worlds = 6
seed = 7
record = "monthly"
record_teams = false
[organisation]
teams = 3
team_size = 5
[mechanisms]
quitting = false
involuntary_exits = false
retaliation = false
illness = false
[team]
control = 0.0
transaction = 0.0
[[event]]
id = "betrayal"
day = "2 months"
what = "breach"
by = "leader"
kind = "integrity"
severity = 0.7
intentional = true
"#;

fn repair(id: &str, what: &str, more: &str) -> String {
    format!("[[repair]]\nid = \"{id}\"\nwhat = \"{what}\"\nafter = \"betrayal\"\ndelay = \"3 days\"\n{more}\n")
}

/// Four repairs: a free one that heals, one that heals at a price, one that is dear and runs to its end, and one of no strength.
fn four() -> String {
    let all = [
        repair("free", "apology", "cost = 0\nsincerity = 1.0"),
        repair("amends", "amends", "sincerity = 1.0"),
        repair("reform", "policy_reform", "cost = 200\nsincerity = 1.0\nduration = 60"),
        repair("idle", "promise", "strength = 0"),
    ];
    SMALL.to_owned() + &all.concat()
}

fn scenario(text: &str) -> Scenario {
    read_text("small.toml", text).unwrap().scenario
}

fn found(scenario: &Scenario, options: &Options, budget: Option<f64>, evaluations: u32, threads: usize) -> Found {
    let plan = Plan { scenario, options, budget, evaluations, threads };
    portfolio(plan, &AtomicBool::new(false), &|_| {}).unwrap()
}

fn ids(options: &Options, genes: &[u8]) -> Vec<String> {
    options.chosen(genes).map(|start| start.repair.id.clone()).collect()
}

#[test]
fn what_is_free_and_heals_is_in_every_member_of_the_front_and_what_does_nothing_in_none() {
    let scenario = scenario(&four());
    let options = options(&scenario, &[]).unwrap();
    let found = found(&scenario, &options, None, 256, 0);
    assert_eq!((found.method, found.searched.len(), found.affordable), (Method::Exhaustive, 16, Count::Exactly(16)));
    let front: Vec<Vec<String>> = found.front.iter().map(|at| ids(&options, &found.judged[*at].genes)).collect();
    assert!(front.len() >= 2, "{front:?}");
    for member in &front {
        assert!(member.contains(&"free".to_owned()) && !member.contains(&"idle".to_owned()), "{front:?}");
    }
    let nothing = found.judged.iter().find(|row| row.genes.iter().all(|gene| *gene == 0)).unwrap();
    assert!(nothing.name.as_deref() == Some("nothing") && !nothing.on_front);
    // The price is what is booked where everybody is in place: three leaders, three times amends.
    let amends = found.searched.iter().find(|row| ids(&options, &row.genes) == ["amends"]).unwrap();
    assert!((amends.price - 9.0).abs() < 1e-9 && (amends.spent.mean - 9.0).abs() < 1e-9, "{amends:?}");
    assert!((amends.cost.mean - 9.0).abs() < 1e-9, "{amends:?}");
    // A reform costs its price by the people reached, and the upkeep of what it raises: two practices by .2, fifteen people, thirty weeks.
    let reform = found.searched.iter().find(|row| ids(&options, &row.genes) == ["reform"]).unwrap();
    let spent = 200.0 * 15.0 / 96.0;
    assert!((reform.price - spent).abs() < 1e-9 && (reform.spent.mean - spent).abs() < 1e-3, "{reform:?}");
    assert!((reform.cost.mean - spent - 1.5 * 0.4 * 15.0 * 30.0 / 52.0).abs() < 1e-3, "{reform:?}");
}

#[test]
fn the_front_is_what_brute_force_finds_in_the_table() {
    let scenario = scenario(&four());
    let options = options(&scenario, &[20]).unwrap();
    let found = found(&scenario, &options, None, 256, 0);
    assert_eq!(found.searched.len(), 54); // what has no strength is not tried at another time
    for stage in [&found.searched, &found.judged] {
        for (at, row) in stage.iter().enumerate() {
            let dominates = |other: &&Judged| {
                let [cost, won, left] =
                    [other.cost.mean - row.cost.mean, other.recovered.mean - row.recovered.mean, other.avoided.mean - row.avoided.mean];
                cost <= 0.0 && won >= 0.0 && left >= 0.0 && (cost < 0.0 || won > 0.0 || left > 0.0)
            };
            let same = |other: &&Judged| {
                (other.cost.mean, other.recovered.mean, other.avoided.mean) == (row.cost.mean, row.recovered.mean, row.avoided.mean)
            };
            let beaten = stage.iter().any(|other| dominates(&other)) || stage[..at].iter().any(|other| same(&other));
            assert_eq!(row.on_front, !beaten, "{row:?}");
        }
    }
    assert!(found.front.windows(2).all(|two| found.judged[two[0]].cost.mean <= found.judged[two[1]].cost.mean));
    assert!(found.judged.iter().all(|row| !row.share.is_nan() && (0.0..=1.0).contains(&row.in_worlds)));
}

#[test]
fn the_search_finds_the_front_of_all_with_fewer_looks_and_the_same_on_any_threads() {
    let scenario = scenario(&four());
    let options = options(&scenario, &[20, 60]).unwrap();
    assert_eq!(options.portfolios() as u32, 128);
    let all = found(&scenario, &options, None, 256, 0);
    let some = found(&scenario, &options, None, 100, 1);
    assert!(matches!(some.method, Method::Nsga2 { .. }) && some.searched.len() <= 100);
    let front = |found: &Found| found.front.iter().map(|at| found.judged[*at].genes.clone()).collect::<Vec<_>>();
    assert_eq!(front(&some), front(&all));
    // Equal to the last bit; what is not a number is not equal to itself, but is written the same.
    assert_eq!(format!("{some:?}"), format!("{:?}", found(&scenario, &options, None, 100, 2)));
}

#[test]
fn no_budget_is_exceeded_and_one_that_buys_nothing_leaves_nothing() {
    let scenario = scenario(&four().replace("cost = 0\n", "cost = 2\n"));
    let options = options(&scenario, &[]).unwrap();
    let tight = found(&scenario, &options, Some(15.0), 256, 0);
    assert_eq!(tight.affordable, Count::Exactly(8)); // 6 for words and 9 for amends, and one of no strength for nothing; no reform
    assert!(tight.searched.iter().chain(&tight.judged).all(|row| row.price <= 15.0 && row.spent.mean <= 15.0 + 1e-9));
    let scenario = Scenario { repairs: scenario.repairs[..3].to_vec(), ..scenario };
    let options = onfoot::comparison::portfolio::options(&scenario, &[]).unwrap();
    let none = found(&scenario, &options, Some(0.5), 256, 0);
    assert_eq!((none.affordable, none.front.len(), none.judged.len()), (Count::Exactly(1), 1, 1));
    assert_eq!(none.judged[0].name.as_deref(), Some("nothing"));
}

#[test]
fn where_there_is_nothing_to_choose_or_too_much_that_is_said() {
    let none = scenario(SMALL);
    assert_eq!(options(&none, &[]), Err(Refusal::NoRepairs));
    let mut many = scenario(&four());
    many.repairs = (0..65).map(|n| onfoot::scenario::Repair { id: format!("r{n}"), ..many.repairs[0].clone() }).collect();
    assert_eq!(options(&many, &[]), Err(Refusal::TooMany(65)));
    assert!(portfolio_stopped(&scenario(&four())));
}

/// Whether a search that is stopped finds nothing at all.
fn portfolio_stopped(scenario: &Scenario) -> bool {
    let options = options(scenario, &[]).unwrap();
    let plan = Plan { scenario, options: &options, budget: None, evaluations: 256, threads: 0 };
    portfolio(plan, &AtomicBool::new(true), &|_| {}).is_none()
}

#[test]
fn the_front_as_a_file_reads_back_to_the_same_arms() {
    let given = scenario(
        &four().replace("after = \"betrayal\"\ndelay = \"3 days\"\nsincerity", "after = \"betrayal\"\nday = \"3 months\"\nsincerity"),
    );
    let options = options(&given, &[20]).unwrap();
    let found = found(&given, &options, None, 256, 0);
    let arms = as_arms(&given, &options, &found);
    let again = read_text("portfolio.toml", &resolved(&arms)).unwrap().scenario;
    assert_eq!(again.arms.len(), arms.arms.len());
    for (one, other) in again.arms.iter().zip(&arms.arms) {
        assert_eq!((&one.name, &one.scenario.repairs), (&other.name, &other.scenario.repairs));
    }
    assert!(arms.arms.iter().any(|arm| arm.scenario.repairs.iter().any(|repair| repair.what == RepairKind::Apology)));
}

fn onfoot(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    for name in ["LANG", "LC_MESSAGES", "LC_CTYPE", "COLUMNS", "NO_COLOR", "NO_GRAPHICS", "TERM"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C.UTF-8").current_dir(folder).args(words).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// However the lines were broken.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn err(output: &Output) -> String {
    words(&String::from_utf8(output.stderr.clone()).unwrap())
}

fn study(text: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("small.toml"), text).unwrap();
    place
}

fn column(csv: &str, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader.headers().unwrap().iter().position(|head| head == name).unwrap();
    reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

#[test]
fn the_command_leaves_the_same_bytes_on_any_threads_and_its_file_tells_compare_the_same() {
    let place = study(&four());
    let run = |out: &str, threads: &str, more: &[&str]| {
        let words = [&["portfolio", "small.toml", "--delays", "1 month", "-o", out, "--threads", threads], more].concat();
        let said = onfoot(place.path(), &words);
        assert_eq!(said.status.code(), Some(0), "{}", err(&said));
        self::out(&said)
    };
    let page = run("one", "1", &[]);
    assert!(page.contains("exhaustive search") && page.lines().all(|line| line.chars().count() <= 80), "{page}");
    assert_eq!(run("two", "2", &["--quiet"]).trim(), "two");
    let (one, two) = (contents(&place.path().join("one")), contents(&place.path().join("two")));
    assert!(one.keys().eq(two.keys()) && one.len() == 9, "{:?}", one.keys());
    for (name, bytes) in &one {
        assert!(*bytes == two[name], "{} differs", name.display());
    }
    let json: serde_json::Value = serde_json::from_str(&run("three", "2", &["--json"])).unwrap();
    let members = json["front"].as_array().unwrap();
    assert!(members.len() >= 2 && json["method"] == "exhaustive" && json["lives"].as_u64().unwrap() > 700, "{json}");

    // The worlds of the judging are those of a comparison: the same numbers.
    let compared = onfoot(place.path(), &["compare", "one/portfolio.toml", "-o", "compared"]);
    assert_eq!(compared.status.code(), Some(0), "{}", err(&compared));
    let policies = fs::read_to_string(place.path().join("compared/comparison/policies.csv")).unwrap();
    let names = column(&policies, "policy");
    for member in members {
        let at = names.iter().position(|name| *name == member["portfolio"]).unwrap();
        for measure in ["cost", "recovered", "avoided"] {
            let (theirs, own) = (column(&policies, measure)[at].parse::<f64>().unwrap(), member[measure]["mean"].as_f64().unwrap());
            assert!((theirs - own).abs() < 1e-9, "{measure} of {}: {theirs} and {own}", member["portfolio"]);
        }
    }
    let dominated = column(&policies, "dominated");
    assert!(names.iter().zip(&dominated).all(|(name, dominated)| name == "nothing" || dominated == "0"), "{policies}");
    // Laid over the scenario, the arms are the same.
    let text = fs::read_to_string(place.path().join("one/portfolio.toml")).unwrap();
    let arms = &text[text.find("\n[arms]").unwrap()..];
    fs::write(place.path().join("pasted.toml"), format!("based_on = \"small.toml\"\n{arms}")).unwrap();
    let pasted = read(&place.path().join("pasted.toml"), &[]).unwrap().scenario;
    let whole = read(&place.path().join("one/portfolio.toml"), &[]).unwrap().scenario;
    assert!(pasted.arms.len() == whole.arms.len() && pasted.arms.len() > members.len() - 1);
    assert!(pasted.arms.iter().zip(&whole.arms).all(|(one, other)| one.scenario.repairs == other.scenario.repairs));
}

#[test]
fn in_dutch_too_and_a_budget_that_buys_nothing_is_an_answer() {
    let place = study(&four().replace("cost = 0\n", "cost = 2\n"));
    let said = onfoot(place.path(), &["portfolio", "small.toml", "--budget", "3", "--lang", "nl"]);
    assert_eq!(said.status.code(), Some(0), "{}", err(&said));
    let page = out(&said);
    assert!(
        words(&page).contains("goedkoopste herstel is free, voor 6,0") && page.lines().all(|line| line.chars().count() <= 80),
        "{page}"
    );
    assert!(place.path().join("output/small-portfolio/manifest.json").exists());
    let english = out(&onfoot(place.path(), &["portfolio", "small.toml", "--budget", "3", "-o", "en"]));
    assert!(words(&english).contains("the cheapest repair is free, at 6.0"), "{english}");
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_write_instead() {
    let place = study(&four());
    fs::write(place.path().join("none.toml"), SMALL).unwrap();
    for (typed, wanted) in [
        (&["portfolio", "none.toml"][..], "[[repair]]"),
        (&["portfolio", "small.toml", "--delays", "3 dagen"], "3 days"),
        (&["portfolio", "small.toml", "--delays", "soon"], "6 weeks"),
        (&["portfolio", "small.toml", "--delays", "-3"], "6 weeks"),
        (&["portfolio", "small.toml", "--budget", "-1"], "--budget"),
        (&["portfolio", "small.toml", "--budget", "much"], "--budget"),
        (&["portfolio", "gone.toml"], "gone.toml"),
        (&["portfolio", "small.toml", "--evaluations", "0"], "--evaluations"),
    ] {
        for language in ["en", "nl"] {
            let said = onfoot(place.path(), &[typed, &["--lang", language]].concat());
            assert_eq!((said.status.code(), out(&said)), (Some(2), String::new()), "{typed:?}");
            assert!(err(&said).contains(wanted), "{typed:?}: {}", err(&said));
        }
    }
    assert!(!place.path().join("output").exists());
}

#[test]
#[cfg(unix)]
fn stopped_half_way_it_leaves_nothing() {
    let place = study(&four().replace("\"9 months\"", "\"60 years\""));
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    let child = command.current_dir(place.path()).args(["portfolio", "small.toml", "--quiet", "-o", "out"]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let said = child.wait_with_output().unwrap();
    assert_eq!(said.status.code(), Some(130));
    assert!(!place.path().join("out").exists());
}
