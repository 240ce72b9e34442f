//! Every scenario still tells the very same story: two lives of each arm against the file that was kept.
//!
//! A change that is meant: `ONFOOT_GOLDEN=write cargo test --test golden`, then say in the commit which numbers moved and why.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use onfoot::ensemble::live::live;
use onfoot::ensemble::plan::plan;
use onfoot::observe::Life;
use onfoot::scenario::measure::{MEASURES, columns};
use onfoot::scenario::read::read;
use onfoot::scenario::{Happening, Referent, Scenario, When};
use rayon::prelude::*;

const REPLICATES: u32 = 2;
/// How many differing lines a failure shows.
const SHOWN: usize = 12;

#[test]
fn every_scenario_gives_its_golden_numbers() {
    let write = writing();
    let mut faults = Vec::new();
    for name in names("scenarios", "toml") {
        let (now, file) = (table(&name), golden(&name));
        if write {
            fs::create_dir_all("tests/golden").unwrap();
            fs::write(&file, &now).unwrap();
            continue;
        }
        match fs::read_to_string(&file) {
            Ok(kept) if kept == now => {}
            Ok(kept) => faults.push(difference(&name, &kept, &now)),
            Err(_) => {} // the next test says so
        }
    }
    assert!(faults.is_empty(), "\n{}\nIf this is meant: ONFOOT_GOLDEN=write cargo test --test golden\n", faults.join("\n"));
}

#[test]
fn every_scenario_has_a_golden_file_and_every_golden_file_a_scenario() {
    if writing() {
        return; // they are being made
    }
    assert_eq!(names("scenarios", "toml"), names("tests/golden", "csv"));
}

#[test]
fn every_scenario_opens_with_its_question_where_to_look_and_what_is_assumed() {
    for name in names("scenarios", "toml") {
        let text = fs::read_to_string(scenario(&name)).unwrap();
        let opening: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        let at = |word: &str| opening.iter().position(|line| line.starts_with(&format!("# {word:<11}")) && line.len() > 30);
        let (question, look, assumed) = (at("Question"), at("Look at"), at("Assumed"));
        assert!(opening[0].len() > 5 && opening[1] == "#", "{name}: a headline comes first");
        assert!(question.is_some() && question < look && look < assumed, "{name}: Question, Look at, Assumed, in this order");
        assert!(text.contains("\ntitle ") && text.contains("\nquestion "), "{name}: no title or question");
    }
}

#[test]
fn every_scenario_reads_without_a_warning() {
    for name in names("scenarios", "toml") {
        let reading = read(&scenario(&name), &[]).unwrap();
        assert!(reading.warnings.is_empty(), "{name}: {:?}", reading.warnings);
    }
}

/// Whether the golden files are to be made anew.
fn writing() -> bool {
    std::env::var("ONFOOT_GOLDEN").is_ok_and(|word| word == "write")
}

/// The names of the files in a folder, without their ending, in order.
fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let named = files.filter(|path| path.extension().is_some_and(|own| own == ending));
    named.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn scenario(name: &str) -> PathBuf {
    Path::new("scenarios").join(format!("{name}.toml"))
}

fn golden(name: &str) -> PathBuf {
    Path::new("tests/golden").join(format!("{name}.csv"))
}

/// The means over the lives of each arm: a row for each measure and referent, a column for each day looked at.
fn table(name: &str) -> String {
    let whole = read(&scenario(name), &[]).unwrap().scenario;
    let plans: Vec<_> = plan(&whole).into_iter().filter(|plan| !plan.is_twin).collect();
    let lives: Vec<Vec<Life>> =
        plans.par_iter().map(|plan| (0..REPLICATES).into_par_iter().map(|replicate| live(&plan.scenario, replicate)).collect()).collect();
    let days = days(&whole, &lives[0][0].days);
    let mut text = "arm,measure,referent".to_owned();
    for day in &days {
        write!(text, ",day_{day}").unwrap();
    }
    text.push('\n');
    for (plan, lives) in plans.iter().zip(&lives) {
        for (index, column) in columns(false).iter().enumerate() {
            let referent = column.referent.map_or("", Referent::key);
            write!(text, "{},{},{referent}", plan.name, MEASURES[column.measure].key).unwrap();
            for &day in &days {
                write!(text, ",{}", number(mean(lives, index, day))).unwrap();
            }
            text.push('\n');
        }
    }
    text
}

/// Survey days, the last day, and the days recorded just before and after each breach and a quarter later.
fn days(scenario: &Scenario, recorded: &[u32]) -> BTreeSet<u32> {
    let mut wanted: Vec<u32> = scenario.run.surveys.clone();
    wanted.push(scenario.run.length);
    for event in scenario.events.iter().filter(|event| matches!(event.what, Happening::Breach(_) | Happening::ImposedLoss { .. })) {
        if let When::Days(days) = &event.when {
            wanted.extend(days.iter().flat_map(|day| [day - 1, day + 5, day + 65]));
        }
    }
    wanted.iter().filter_map(|day| recorded.iter().rfind(|own| *own <= day)).copied().collect()
}

fn mean(lives: &[Life], column: usize, day: u32) -> f64 {
    let width = columns(false).len();
    let value = |life: &Life| {
        let row = life.days.iter().position(|own| *own == day).unwrap();
        life.organisation[row * width + column] as f64
    };
    lives.iter().map(value).sum::<f64>() / lives.len() as f64
}

/// Six significant digits; nothing where nothing was measured.
fn number(value: f64) -> String {
    if value.is_nan() { String::new() } else { format!("{value:.5e}").parse::<f64>().unwrap().to_string() }
}

/// What changed, line by line, with the largest relative change first said.
fn difference(name: &str, kept: &str, now: &str) -> String {
    let (kept, now): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), now.lines().collect());
    let mut said = format!("{name}: {} lines kept, {} now", kept.len(), now.len());
    let differing: Vec<usize> = (0..kept.len().max(now.len())).filter(|&line| kept.get(line) != now.get(line)).collect();
    write!(said, ", {} differ", differing.len()).unwrap();
    for &line in differing.iter().take(SHOWN) {
        let shown = |lines: &[&str]| lines.get(line).map_or_else(|| "(none)".to_owned(), |text| (*text).to_owned());
        write!(said, "\n  line {}\n    kept {}\n    now  {}", line + 1, shown(&kept), shown(&now)).unwrap();
    }
    if differing.len() > SHOWN {
        write!(said, "\n  and {} more", differing.len() - SHOWN).unwrap();
    }
    said
}

#[test]
fn a_failure_names_the_lines_that_differ() {
    let said = difference("tale", "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,5\n");
    assert!(said.contains("1 differ") && said.contains("line 3") && said.contains("kept 3,4") && said.contains("now  3,5"));
    assert_eq!((number(0.123_456_78).as_str(), number(f64::NAN).as_str()), ("0.123457", ""));
}
