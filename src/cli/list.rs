//! # `onfoot list`
//!
//! The catalogue: what shelves there are, one shelf, or one group of parameters.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::List;
use super::terminal::layout::paragraph;
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::glossary::{SHELVES, Shelf};
use crate::scenario::read;
use crate::scenario::shipped::SHIPPED;
use crate::text::{Language, bounded, text};
use crate::theory::repair::RepairKind;
use crate::theory::repair_fit::FitLaw;
use crate::theory::{Group, Parameters};
use crate::words::screen::{self, card as words};
use crate::words::synonym::plain;

/// Where scenarios are, seen from where the reader stands.
const SCENARIOS: &str = "scenarios";

pub(super) fn list(asked: &List, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let wanted = asked.what.as_deref().map(plain).unwrap_or_default();
    let shelf_wanted = SHELVES.iter().find(|shelf| shelf.key == wanted);
    let group_wanted = Parameters::GROUPS.iter().find(|group| group.key == wanted);
    if asked.json {
        let rows = match (wanted.as_str(), shelf_wanted, group_wanted) {
            ("", ..) => SHELVES.iter().flat_map(|shelf| on(shelf, terminal.language)).collect(),
            ("scenarios", ..) => {
                scenarios(terminal.language).into_iter().map(|(file, title)| json!({ "file": file, "title": title })).collect()
            }
            (_, Some(shelf), _) => on(shelf, terminal.language),
            (_, _, Some(group)) => on_group(group, terminal.language),
            _ => return Err(unknown(&wanted, terminal)),
        };
        terminal.json(&json!({ "rows": rows }))?;
        return Ok(Exit::Done);
    }
    match (wanted.as_str(), shelf_wanted, group_wanted) {
        ("", ..) => overview(terminal)?,
        ("scenarios", ..) => show_scenarios(terminal)?,
        (_, Some(things), Some(wanted)) => {
            shelf(things, terminal)?;
            terminal.say("")?;
            group(wanted, terminal)?;
        }
        (_, Some(wanted), _) => shelf(wanted, terminal)?,
        (_, _, Some(wanted)) => group(wanted, terminal)?,
        _ => return Err(unknown(&wanted, terminal)),
    }
    Ok(Exit::Done)
}

fn overview(terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    let mut rows = vec![("onfoot list scenarios".to_owned(), words::SCENARIOS.get(language).to_owned())];
    for shelf in SHELVES {
        let count = (shelf.cards)(language).len();
        rows.push((format!("onfoot list {}", shelf.key), format!("{} ({count})", shelf.title.get(language))));
    }
    terminal.definitions(&rows)?;
    terminal.say("")?;
    terminal.heading(words::GROUPS.get(language))?;
    let about = |group: &Group| (format!("onfoot list {}", group.key), group.about.get(language).to_owned());
    terminal.definitions(&Parameters::GROUPS.iter().map(about).collect::<Vec<_>>())
}

/// All cards of a shelf; parameters by group.
pub(super) fn shelf(shelf: &Shelf, terminal: &mut Terminal) -> Result<(), Stop> {
    if shelf.key == "parameters" {
        for (i, one) in Parameters::GROUPS.iter().enumerate() {
            if i > 0 {
                terminal.say("")?;
            }
            group(one, terminal)?;
        }
        return Ok(());
    }
    let cards = (shelf.cards)(terminal.language);
    terminal.heading(paragraph(shelf.title.get(terminal.language), 0, terminal.width).trim_end())?;
    terminal.definitions(&cards.into_iter().map(|card| (card.word, card.meaning)).collect::<Vec<_>>())?;
    if shelf.key == "repairs" { fits(terminal) } else { Ok(()) }
}

/// Which repair fits what, as a grid.
fn fits(terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, law) = (terminal.language, FitLaw::default());
    let row = |what: &RepairKind| {
        let numbers = law.of(*what).0.into_iter().map(|number| screen::exact(number, language));
        std::iter::once(what.key().to_owned()).chain(numbers).collect()
    };
    terminal.say("")?;
    terminal.heading(words::FITS.get(language))?;
    terminal.table(&Table::of(&[&[text("", "")][..], &words::FIT].concat(), RepairKind::ALL.iter().map(row), language))?;
    terminal.say_wrapped(words::HOW_IT_FITS.get(language), 2)
}

fn group(group: &Group, terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, width) = (terminal.language, terminal.width);
    terminal.heading(&paragraph(&format!("[{}]  {}", group.key, group.about.get(language)), 0, width))?;
    for row in group.rows {
        let measured = words::measured(row.unit, row.low, row.high, row.default, language);
        terminal.say(&paragraph(&format!("{}: {measured} {}", row.key, row.grade.stars()), 2, width))?;
        terminal.say(&paragraph(row.meaning.get(language), 6, width))?;
    }
    Ok(())
}

fn on(shelf: &Shelf, language: Language) -> Vec<Value> {
    (shelf.cards)(language).iter().map(|card| shelf.object(card)).collect()
}

fn on_group(group: &Group, language: Language) -> Vec<Value> {
    let parameters = SHELVES.iter().find(|shelf| shelf.key == "parameters").expect("there is such a shelf");
    on(parameters, language).into_iter().filter(|row| row["group"] == group.key).collect()
}

/// The scenarios at hand with their titles, by name; where there are none, those that come with the program.
fn scenarios(language: Language) -> Vec<(String, String)> {
    let entries = fs::read_dir(SCENARIOS).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    let title = |path: &Path| match read::read(path, &[]) {
        Ok(reading) => bounded(reading.scenario.title(language), screen::check::LONGEST_TITLE).into_owned(),
        Err(faults) => words::faulty(faults.len() as u64, language),
    };
    if files.is_empty() {
        files = SHIPPED.iter().map(|shipped| shipped.name().into()).collect();
    }
    files.iter().map(|path| (path.display().to_string().replace('\\', "/"), title(path))).collect()
}

fn show_scenarios(terminal: &mut Terminal) -> Result<(), Stop> {
    terminal.definitions(&scenarios(terminal.language))?;
    terminal.say(&format!("\n{}", paragraph(screen::SHIPPED_RUN_ANYWHERE.get(terminal.language), 0, terminal.width)))
}

fn unknown(word: &str, terminal: &Terminal) -> Stop {
    let language = terminal.language;
    let known = SHELVES.iter().map(|shelf| shelf.key).chain(Parameters::GROUPS.iter().map(|group| group.key)).chain(["scenarios"]);
    let near =
        known.map(|key| (strsim::jaro_winkler(key, word), key)).max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.75);
    let near: Vec<String> = near.map(|(_, key)| key.to_owned()).into_iter().collect();
    let page = terminal.error_with(&screen::unknown_shelf(word, language), &near);
    terminal.note(&(page + &format!("{} onfoot list\n", screen::SEE.get(language))));
    Stop::Told(Exit::Input)
}
