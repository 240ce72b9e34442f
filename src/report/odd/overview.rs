//! # Overview: elements 1 to 3

use super::markdown::{Markdown, cell, code, marked};
use crate::dynamics::ORDER;
use crate::observe::state::{Entity, VARIABLES};
use crate::scenario::limit::{LONGEST, MOST_PEOPLE};
use crate::scenario::measure::MEASURES;
use crate::scenario::{MONTH, Mechanisms, Scenario, WEEK, YEAR};
use crate::theory::outcome::OUTCOMES;
use crate::validation::published;
use crate::validation::target::{Protocol, Target};
use crate::words::odd::{self as words, element, head};
use crate::words::screen::validate::claim;
use crate::words::unit::unit;

/// 1 Purpose and patterns.
pub(super) fn purpose(page: &mut Markdown, scenario: &Scenario) {
    let language = page.language;
    page.heading(3, words::PURPOSE.get(language));
    page.say(element::PURPOSE);
    if !scenario.question(language).is_empty() {
        page.paragraph(&format!("{} *{}*", element::QUESTION.get(language), cell(scenario.question(language))));
    }
    page.heading(3, words::PATTERNS.get(language));
    let findings = published::all();
    let testable = findings.iter().filter(|target| target.study().is_some()).count();
    page.paragraph(&element::patterns(findings.len(), testable, language));
    let row = |target: &Target| {
        let (how, asked, release) = match target.protocol {
            Protocol::Computed { study, how, .. } => {
                let release = if target.missed.is_some() { words::MISSED } else { words::MET };
                (format!("{} ({})", cell(how.get(language)), code(study.name())), claim(target, language), release)
            }
            Protocol::NotTestable(why) => (cell(why.get(language)), String::new(), words::NOT_TESTABLE),
        };
        [
            code(target.id),
            target.strength.key().to_owned(),
            cell(target.finding.get(language)),
            cell(target.published),
            cell(target.source),
            cell(words::seen(target.status).get(language)),
            cell(&asked),
            how,
            release.get(language).to_owned(),
        ]
    };
    let heads =
        [head::ID, head::STRENGTH, head::FINDING, head::PUBLISHED, head::SOURCE, head::SEEN, head::ASKED, head::COMPUTED, head::RELEASE];
    page.table(heads, findings.iter().map(row));
}

/// 2 Entities, state variables, and scales.
pub(super) fn entities(page: &mut Markdown, scenario: &Scenario) {
    let language = page.language;
    page.heading(3, words::ENTITIES.get(language));
    page.list(Entity::ALL.iter().map(|(_, name, about)| format!("**{}**: {}", name.get(language), about.get(language))));
    page.say(element::VARIABLES);
    for (entity, name, _) in Entity::ALL {
        page.heading(4, name.get(language));
        let rows = VARIABLES.iter().filter(|row| row.entity == entity).map(|row| {
            let unit_said = if row.unit == "-" { "-".to_owned() } else { unit(row.unit, language) };
            [code(row.name), cell(&unit(row.range, language)), cell(&unit_said), cell(row.meaning.get(language))]
        });
        page.table([head::VARIABLE, head::RANGE, head::UNIT, head::MEANING], rows);
        if entity == Entity::Person {
            let names = OUTCOMES.iter().filter_map(|key| MEASURES.iter().find(|row| row.key == *key));
            let names: Vec<String> = names.map(|row| format!("{} ({})", row.label.get(language).to_lowercase(), code(row.key))).collect();
            page.paragraph(&format!("{} {}.", words::OUTCOMES.get(language), names.join(", ")));
        }
    }
    page.heading(3, words::SCALES.get(language));
    let scales = element::Scales {
        week: WEEK,
        month: MONTH,
        year: YEAR,
        longest: LONGEST,
        most_people: MOST_PEOPLE,
        length: scenario.run.length,
        teams: scenario.organisation.teams,
        sizes: (scenario.organisation.team_size.min, scenario.organisation.team_size.max),
        ties: scenario.organisation.ties_across,
    };
    page.list(element::scales(&scales, language));
}

/// 3 Process overview and scheduling.
pub(super) fn process(page: &mut Markdown, scenario: &Scenario) {
    let language = page.language;
    page.heading(3, words::DAY.get(language));
    page.say(element::ORDER);
    let rows = ORDER.iter().enumerate().map(|(at, step)| {
        [(at + 1).to_string(), code(step.name), cell(words::often(step.often, language)), cell(step.about.get(language))]
    });
    page.table([head::PLACE, head::STEP, head::OFTEN, head::HAPPENS], rows);
    page.paragraph(&element::experiment(scenario.arms.len().max(1), &scenario.run, language));
    page.heading(3, words::SWITCHES.get(language));
    page.say(element::SWITCHES);
    let said = |on: bool| if on { words::ON } else { words::OFF }.get(language);
    let rows = Mechanisms::ROWS.iter().map(|&(key, usual, meaning)| {
        let here = scenario.mechanisms.get(key).unwrap_or(usual);
        [code(key), marked(said(here), here != usual), said(usual).to_owned(), cell(meaning.get(language))]
    });
    page.table([head::SWITCH, head::HERE, head::DEFAULT, head::MEANING], rows);
}
