//! # Details: elements 4 to 7

use super::law::{LAWS, Law};
use super::markdown::{Markdown, cell, code, marked};
use crate::random::{Page, Purpose};
use crate::scenario::measure::MEASURES;
use crate::scenario::resolved::{Line, changes, lines};
use crate::scenario::{Arm, Mechanisms, Scenario, catalogue};
use crate::text::Text;
use crate::theory::behaviour::BEHAVIOURS;
use crate::theory::breach::{BREACHES, BreachKind};
use crate::theory::practice::Practice;
use crate::theory::repair::REPAIRS;
use crate::theory::{Grade, Group, Parameter, Parameters};
use crate::words::odd::concept::{CONCEPTS, OBSERVATION, STOCHASTICITY};
use crate::words::odd::{self as words, element, head};
use crate::words::screen::{card, exact, sentence};
use crate::words::unit::unit;

/// The tables that describe day 0.
const FOUNDING: [&str; 5] = ["run", "organisation", "practices", "initial_trust", "people"];

/// 4 Design concepts.
pub(super) fn concepts(page: &mut Markdown, _: &Scenario) {
    let language = page.language;
    for (at, concept) in CONCEPTS.iter().enumerate() {
        page.heading(3, concept.name.get(language));
        concept.answer.iter().for_each(|answer| page.say(*answer));
        if at == STOCHASTICITY {
            let row = |name: String, meaning: Text| [code(&name), cell(meaning.get(language))];
            page.say(words::PURPOSES);
            page.table([head::DRAW, head::MEANING], Purpose::ALL.iter().map(|(draw, meaning)| row(format!("{draw:?}"), *meaning)));
            page.say(words::PAGES);
            page.table([head::DRAW, head::MEANING], Page::ALL.iter().map(|(draw, meaning)| row(format!("{draw:?}"), *meaning)));
        }
        if at == OBSERVATION {
            page.say(words::MEASURES);
            let rows = MEASURES.iter().map(|row| {
                [code(row.key), cell(row.label.get(language)), cell(&unit(row.unit, language)), cell(row.meaning.get(language))]
            });
            page.table([head::MEASURE, head::NAME, head::UNIT, head::MEANING], rows);
        }
    }
}

/// 5 Initialization.
pub(super) fn initialization(page: &mut Markdown, scenario: &Scenario) {
    page.say(element::FOUNDING);
    page.say(words::AS_IN_FILES);
    let language = page.language;
    let given = lines(scenario);
    let rows = catalogue::keys().filter(|key| FOUNDING.contains(&key.table) && key.key != "preset").map(|key| {
        let value = given.iter().find(|line| line.table == key.table && line.key == key.key).map(|line| line.value.clone());
        let usual = key.default();
        let shown = |value: &Option<String>| value.as_deref().map_or(words::NONE.get(language).to_owned(), code);
        [
            code(&key.path()),
            marked(&shown(&value), value != usual),
            shown(&usual),
            cell(&if key.unit == "-" { "-".to_owned() } else { unit(key.unit, language) }),
            cell(&sentence(key.meaning.get(language))),
        ]
    });
    page.table([head::KEY, head::VALUE, head::DEFAULT, head::UNIT, head::MEANING], rows);
    let own = |group: &Group, row: &Parameter| scenario.parameters.get(group.key, row.key).is_some_and(|value| differs(value, row));
    let parameters = Parameters::GROUPS.iter().map(|group| group.rows.iter().filter(|row| own(group, row)).count()).sum();
    let switches = Mechanisms::ROWS.iter().filter(|(key, usual, _)| scenario.mechanisms.get(key) != Some(*usual)).count();
    page.paragraph(&element::changed(parameters, switches, language));
}

/// Whether a value is not the default, to the bit.
fn differs(value: f64, row: &Parameter) -> bool {
    value.to_bits() != row.default.to_bits()
}

/// 6 Input data.
pub(super) fn input(page: &mut Markdown, scenario: &Scenario) {
    let language = page.language;
    page.say(element::INPUT);
    let given = lines(scenario);
    for (kind, title, none, ids) in [
        ("event", words::EVENTS, element::NO_EVENTS, scenario.events.iter().map(|event| &event.id).collect::<Vec<_>>()),
        ("repair", words::REPAIRS, element::NO_REPAIRS, scenario.repairs.iter().map(|repair| &repair.id).collect()),
    ] {
        page.heading(3, title.get(language));
        if ids.is_empty() {
            page.say(none);
        }
        for id in ids {
            page.heading(4, &code(id));
            let table = format!("{kind}.{id}");
            let own: Vec<&Line> = given.iter().filter(|line| line.table == table).collect();
            let what = own.iter().find(|line| line.key == "what").map(|line| line.value.trim_matches('"'));
            let rows = own.iter().filter(|line| line.key != "id").map(|line| {
                let meaning = catalogue::find(kind, line.key, what).map_or("", |key| key.meaning.get(language));
                [code(line.key), code(&line.value), cell(meaning)]
            });
            page.table([head::KEY, head::VALUE, head::MEANING], rows);
        }
    }
    page.heading(3, words::ARMS.get(language));
    if scenario.arms.is_empty() {
        page.say(element::NO_ARMS);
        return;
    }
    page.say(element::ARMS);
    let listed = |items: Vec<String>| if items.is_empty() { words::NONE.get(language).to_owned() } else { items.join(", ") };
    let changes = changes(scenario);
    let row = |arm: &Arm| {
        let repairs = arm.scenario.repairs.iter().map(|repair| code(&repair.id)).collect();
        let set = changes(arm).iter().map(|line| code(&format!("{} = {}", line.path(), line.value))).collect();
        [code(&arm.name), listed(repairs), listed(set)]
    };
    page.table([head::ARM, head::TAKES_REPAIRS, head::CHANGES], scenario.arms.iter().map(row));
}

/// 7 Submodels.
pub(super) fn submodels(page: &mut Markdown, scenario: &Scenario) {
    let language = page.language;
    let rows = || Parameters::GROUPS.iter().flat_map(|group| group.rows);
    let of = |grade| rows().filter(|row| row.grade == grade).count();
    let counts = [rows().count(), of(Grade::Measured), of(Grade::Related), of(Grade::Assumed)];
    page.paragraph(&element::submodels(LAWS.len(), counts, language));
    for (at, law) in LAWS.iter().enumerate() {
        let groups: Vec<&Group> = Parameters::GROUPS.iter().filter(|group| law.groups.contains(&group.key)).collect();
        let about = groups.first().map_or(law.file, |group| group.about.get(language));
        page.heading(3, &format!("7.{} {}", at + 1, cell(about)));
        page.paragraph(&law.head(language));
        kinds(page, scenario, law);
        page.say(words::PARAMETERS);
        let parameters = groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group.key, row)));
        let rows: Vec<_> = parameters.map(|(group, row)| parameter(page, scenario, group, row)).collect();
        let heads = [head::PARAMETER, head::VALUE, head::DEFAULT, head::RANGE, head::UNIT, head::GRADE, head::SOURCE, head::MEANING];
        page.table(heads, rows);
    }
}

fn parameter(page: &Markdown, scenario: &Scenario, group: &str, row: &Parameter) -> [String; 8] {
    let language = page.language;
    let said = |value: f64| exact(value, language);
    let value = scenario.parameters.get(group, row.key).unwrap_or(row.default);
    [
        code(&format!("{group}.{}", row.key)),
        marked(&said(value), differs(value, row)),
        said(row.default),
        words::range(&said(row.low), &said(row.high), language),
        cell(&if row.unit == "-" { "-".to_owned() } else { unit(row.unit, language) }),
        words::grade(row.grade).get(language).to_owned(),
        cell(row.source),
        cell(row.meaning.get(language)),
    ]
}

/// The table of kinds that a law has beside its parameters.
fn kinds(page: &mut Markdown, scenario: &Scenario, law: &Law) {
    let language = page.language;
    let named = |name: Text, meaning: Text| cell(&format!("{}: {}", name.get(language), meaning.get(language)));
    let said = |value: f64| exact(value, language);
    match law.file {
        "behaviour" => {
            page.say(words::BEHAVIOURS);
            let rows = BEHAVIOURS.iter().enumerate().map(|(b, row)| {
                let tells = scenario.parameters.loadings.of(b);
                [
                    code(row.key),
                    named(row.name, row.meaning),
                    cell(&card::facets(&tells.facets, tells.risk, language)),
                    cell(&format!("{}: {}", row.bad_form.get(language), card::facets(&tells.bad_facets, tells.bad_risk, language))),
                    said(tells.strength),
                    cell(&card::referents(&tells.occasions, language)),
                    cell(row.source),
                ]
            });
            page.table([head::BEHAVIOUR, head::MEANING, head::TELLS, head::BADLY, head::RELATIVE, head::SHOWN_BY, head::SOURCE], rows);
        }
        "practice" => {
            page.say(words::PRACTICES);
            let rows = Practice::ALL.iter().map(|practice| {
                let (row, tells) = (practice.row(), scenario.parameters.signals.of(*practice));
                [
                    code(row.key),
                    named(row.name, row.meaning),
                    cell(&card::facets(&tells.facets, tells.risk, language)),
                    cell(&card::referents(&tells.falls_on, language)),
                    cell(row.at_work.get(language)),
                ]
            });
            page.table([head::PRACTICE, head::MEANING, head::TELLS, head::FALLS_ON, head::AT_WORK], rows);
        }
        "breach" => {
            page.say(words::BREACHES);
            let rows = BREACHES.iter().zip(BreachKind::ALL.map(|kind| scenario.parameters.breach.toll(kind))).map(|(row, toll)| {
                [code(row.key), named(row.name, row.meaning), cell(&card::pairs(&toll.shares, language)), said(toll.jump)]
            });
            page.table([head::BREACH, head::MEANING, head::TAKES, head::ALARM], rows);
        }
        "repair" => {
            page.say(words::REPAIR_KINDS);
            let rows = REPAIRS.iter().map(|row| {
                [
                    code(row.key),
                    named(row.name, row.meaning),
                    words::level(row.level).get(language).to_owned(),
                    words::nature(row.nature).get(language).to_owned(),
                    row.duration.to_string(),
                    said(row.cost),
                ]
            });
            page.table([head::REPAIR, head::MEANING, head::LEVEL, head::NATURE, head::DAYS, head::COST], rows);
        }
        _ => {}
    }
}
