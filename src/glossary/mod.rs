//! # The glossary
//!
//! What can be explained, as cards on shelves. Each shelf walks one registry of the rooms below; to add one, write its
//! function and its line in [`SHELVES`]. [`find`] finds a word.

pub mod find;

use serde_json::{Map, Value, json};

use crate::dynamics::ledger::Cause;
use crate::dynamics::{ORDER, Step};
use crate::report::cite::{apa, remark};
use crate::report::odd::LAWS;
use crate::scenario::Mechanisms;
use crate::scenario::catalogue::own_keys;
use crate::scenario::measure::{Course, MEASURES, Measure, Per};
use crate::scenario::row::Key;
use crate::table;
use crate::text::{Language, Text, text};
use crate::theory::behaviour::{BEHAVIOURS, BehaviourRow, Loadings};
use crate::theory::breach::{BREACHES, BreachKind, BreachLaw, BreachRow, Toll};
use crate::theory::practice::{Practice, Signals};
use crate::theory::repair::{REPAIRS, RepairKind, RepairRow};
use crate::theory::repair_fit::FitLaw;
use crate::theory::{Group, Parameter, Parameters};
use crate::validation::article::{STATEMENTS, Statement, statements_about};
use crate::validation::published;
use crate::validation::target::Target;
use crate::validation::work::{WORKS, Work, works_in};
use crate::words::fault::{CODES, CodeText};
use crate::words::number::count;
use crate::words::screen::{self, card as words};
use crate::words::synonym;
use crate::words::term::{TERMS, Term};
use crate::words::unit::unit;

/// Cards of one kind.
#[derive(Debug)]
pub struct Shelf {
    /// As typed after `list`.
    pub key: &'static str,
    /// What stands on it.
    pub title: Text,
    /// What one card of it is.
    pub kind: Text,
    /// Its cards, in their order.
    pub cards: fn(Language) -> Vec<Card>,
}

#[rustfmt::skip]
/// All shelves, in the order in which they are listed.
pub const SHELVES: &[Shelf] = &[
    Shelf { key: "groups", title: words::GROUPS, kind: text("group of parameters", "groep parameters"), cards: groups },
    Shelf { key: "parameters", title: text("Parameters", "Parameters"), kind: words::PARAMETER, cards: parameters },
    Shelf { key: "measures", title: text("Measures: what is recorded", "Maten: wat wordt opgetekend"), kind: text("measure", "maat"), cards: measures },
    Shelf { key: "mechanisms", title: text("Mechanisms that can be switched off", "Mechanismen die uit kunnen"), kind: text("mechanism", "mechanisme"), cards: mechanisms },
    Shelf { key: "keys", title: text("Keys of scenario files, parameters and switches apart", "Sleutels van scenariobestanden, buiten parameters en schakelaars"), kind: text("key of a scenario", "sleutel van een scenario"), cards: keys },
    Shelf { key: "columns", title: text("Columns of the tables", "Kolommen van de tabellen"), kind: text("column", "kolom"), cards: columns },
    Shelf { key: "behaviours", title: text("Everyday behaviours", "Alledaagse gedragingen"), kind: text("everyday behaviour", "alledaagse gedraging"), cards: behaviours },
    Shelf { key: "practices", title: text("Institutional practices", "Institutionele praktijken"), kind: text("institutional practice", "institutionele praktijk"), cards: practices },
    Shelf { key: "breaches", title: text("Kinds of breach", "Soorten vertrouwensbreuk"), kind: text("kind of breach", "soort vertrouwensbreuk"), cards: breaches },
    Shelf { key: "repairs", title: text("Repairs", "Vormen van herstel"), kind: text("repair", "herstel"), cards: repairs },
    Shelf { key: "day", title: text("The order of the day", "De volgorde van de dag"), kind: text("step of the day", "stap van de dag"), cards: day },
    Shelf { key: "causes", title: text("Causes to which changes of trust are booked", "Oorzaken waarop veranderingen van vertrouwen geboekt worden"), kind: text("cause", "oorzaak"), cards: causes },
    Shelf { key: "article", title: text("What the article says that the model turns into equations (a Dutch text for managers on trust in organisations), in our words", "Wat het artikel zegt waarvan het model vergelijkingen maakt (een Nederlandse tekst voor managers over vertrouwen in organisaties), in onze woorden"), kind: text("statement of the article", "uitspraak van het artikel"), cards: article },
    Shelf { key: "findings", title: text("Published findings that the model is confronted with", "Gepubliceerde bevindingen waarmee het model geconfronteerd wordt"), kind: text("published finding", "gepubliceerde bevinding"), cards: findings },
    Shelf { key: "works", title: text("Works cited", "Geciteerde werken"), kind: text("publication", "publicatie"), cards: works },
    Shelf { key: "terms", title: text("Terms of screens, tables and pages", "Termen van schermen, tabellen en pagina's"), kind: text("term", "term"), cards: terms },
    Shelf { key: "codes", title: text("Codes of faults and warnings", "Codes van fouten en waarschuwingen"), kind: text("code of a fault", "code van een fout"), cards: codes },
];

/// One thing explained, in one language.
#[derive(Debug, Default)]
pub struct Card {
    /// The word that is explained.
    pub word: String,
    /// Other words that find it.
    pub names: Vec<String>,
    /// What stands beside the word in short.
    pub head: String,
    /// What it means.
    pub meaning: String,
    /// What else is to be known.
    pub facts: Vec<(Text, String)>,
    /// What it rests on, as its registry says; empty for nothing.
    pub source: &'static str,
    /// The law behind it, in Markdown; empty for none.
    pub law: String,
    /// Texts to look at as they are, such as files.
    pub examples: Vec<(Text, String)>,
    /// Other words worth a look.
    pub related: Vec<String>,
    /// The numbers and words behind all this, for programs.
    pub data: Value,
}

impl Shelf {
    /// A card of it for programs.
    pub fn object(&self, card: &Card) -> Value {
        let mut row = Map::new();
        row.insert("shelf".to_owned(), json!(self.key));
        row.insert("word".to_owned(), json!(card.word));
        row.insert("meaning".to_owned(), json!(card.meaning));
        row.extend(card.data.as_object().cloned().unwrap_or_default());
        Value::Object(row)
    }
}

impl Card {
    /// What it rests on: its source, what the article says of it, and the works that the source names. Rows of one kind are labelled
    /// once.
    pub fn grounds(&self, language: Language) -> Vec<(Text, String)> {
        let source = (!self.source.is_empty()).then(|| (words::SOURCE, self.source.to_owned()));
        let said = statements_about(self.source, &self.word)
            .map(|statement| (words::SAID, format!("{}: {}", statement.code, statement.says.get(language))));
        let works = works_in(self.source).map(|work| (words::REFERENCE, apa(work, language)));
        let mut facts: Vec<(Text, String)> = source.into_iter().chain(said).chain(works).collect();
        for at in (1..facts.len()).rev() {
            if facts[at].0 == facts[at - 1].0 {
                facts[at].0 = text("", "");
            }
        }
        facts
    }
}

fn groups(language: Language) -> Vec<Card> {
    let card = |group: &Group| Card {
        word: group.key.to_owned(),
        head: count(group.rows.len() as u64, words::PARAMETER, words::PARAMETERS_COUNTED, language),
        meaning: group.about.get(language).to_owned(),
        law: LAWS.iter().find(|law| law.groups.contains(&group.key)).map_or(String::new(), |law| law.head(language)),
        related: group.rows.iter().map(|row| format!("{}.{}", group.key, row.key)).collect(),
        data: json!({ "parameters": group.rows.len() }),
        ..Card::default()
    };
    Parameters::GROUPS.iter().map(card).collect()
}

fn parameters(language: Language) -> Vec<Card> {
    Parameters::GROUPS.iter().flat_map(|group| group.rows.iter().map(move |row| parameter(group, row, language))).collect()
}

fn parameter(group: &Group, row: &Parameter, language: Language) -> Card {
    let word = format!("{}.{}", group.key, row.key);
    let evidence = format!("{:<4} {}", row.grade.stars(), screen::grade(row.grade).get(language));
    let siblings = group.rows.iter().filter(|other| other.key != row.key);
    Card {
        names: vec![row.key.to_owned()],
        head: words::measured(row.unit, row.low, row.high, row.default, language),
        meaning: row.meaning.get(language).to_owned(),
        facts: vec![
            (words::EVIDENCE, evidence),
            (words::IN_A_FILE, format!("[{}] {} = {}", group.key, row.key, row.default)),
            (words::ONCE, format!("--set {word}={}", row.default)),
        ],
        source: row.source,
        related: siblings.take(4).map(|other| format!("{}.{}", group.key, other.key)).collect(),
        data: json!({
            "group": group.key, "key": row.key, "unit": row.unit, "default": row.default, "low": row.low, "high": row.high,
            "grade": row.grade.key(), "source": row.source,
        }),
        word,
        ..Card::default()
    }
}

fn measures(language: Language) -> Vec<Card> {
    let card = |row: &Measure| {
        let per = if row.per == Per::Referent { words::BY_REFERENT } else { words::ONE_VALUE };
        let scope = if row.team { words::ORGANISATION_AND_TEAM } else { words::ORGANISATION };
        let course = if row.course == Course::Cumulative { words::SINCE_START } else { words::ON_ITS_DAY };
        Card {
            word: row.key.to_owned(),
            names: vec![row.label.en.to_owned(), row.label.nl.to_owned()],
            head: format!("{}, {}", row.label.get(language), unit(row.unit, language)),
            meaning: row.meaning.get(language).to_owned(),
            facts: [(words::SCOPE, scope), (words::REFERENTS, per), (words::COURSE, course), (words::FOUND_IN, words::IN_TABLES)]
                .map(|(label, text)| (label, text.get(language).to_owned()))
                .to_vec(),
            data: json!({
                "label": row.label.get(language), "unit": row.unit, "by_referent": row.per == Per::Referent, "teams": row.team,
                "cumulative": row.course == Course::Cumulative,
            }),
            ..Card::default()
        }
    };
    MEASURES.iter().map(card).collect()
}

fn mechanisms(language: Language) -> Vec<Card> {
    let card = |&(key, on, meaning): &(&str, bool, Text)| Card {
        word: key.to_owned(),
        names: vec![format!("mechanisms.{key}")],
        head: if on { words::ON } else { words::OFF }.get(language).to_owned(),
        meaning: meaning.get(language).to_owned(),
        facts: vec![(words::IN_A_FILE, format!("[mechanisms] {key} = {}", !on)), (words::ONCE, format!("--set mechanisms.{key}={}", !on))],
        data: json!({ "default": on }),
        ..Card::default()
    };
    Mechanisms::ROWS.iter().map(card).collect()
}

fn keys(language: Language) -> Vec<Card> {
    let card = |row: &Key| {
        let default = row.default().or_else(|| words::fallback(row.fallback).map(|text| text.get(language).to_owned()));
        let only = (!row.only.is_empty()).then(|| row.only.join(", "));
        let unit = (row.unit != "-").then(|| unit(row.unit, language));
        let path = row.path();
        let mut names = vec![row.key.to_owned(), row.dutch.to_owned()];
        names.retain(|name| *name != path);
        Card {
            names,
            head: if row.table.is_empty() { String::new() } else { format!("[{}]", row.table) },
            meaning: row.meaning.get(language).to_owned(),
            facts: [
                (words::TAKES_VALUE, Some(row.kind.describe(language))),
                (words::UNIT, unit),
                (words::DEFAULT, default.clone()),
                (words::ONLY_FOR, only),
                (words::ONCE, (row.key != "based_on" && row.table != "arms").then(|| format!("--set {path}=..."))),
            ]
            .into_iter()
            .filter_map(|(label, value)| Some((label, value?)))
            .collect(),
            data: json!({
                "table": row.table, "key": row.key, "takes": row.kind.describe(language), "unit": row.unit, "default": row.default(),
                "only_for": row.only,
            }),
            word: path,
            ..Card::default()
        }
    };
    own_keys().map(|row| card(&row)).collect()
}

fn columns(language: Language) -> Vec<Card> {
    let card = |table: &'static str, column: table::Column| Card {
        word: format!("{table}.{}", column.name),
        head: [table, &unit(column.unit, language)].into_iter().filter(|word| *word != "-").collect::<Vec<_>>().join(", "),
        meaning: column.meaning.get(language).to_owned(),
        data: json!({ "table": table, "column": column.name, "type": column.kind.key(), "unit": column.unit }),
        names: vec![column.name],
        ..Card::default()
    };
    table::all().into_iter().flat_map(|table| table.columns.into_iter().map(move |column| card(table.name, column))).collect()
}

fn behaviours(language: Language) -> Vec<Card> {
    let card = |(b, row): (usize, &BehaviourRow)| {
        let tells = Loadings::default().of(b);
        let frequency = format!("behaviours.{}", row.key);
        Card {
            names: both(row.name),
            head: row.name.get(language).to_owned(),
            meaning: screen::sentence(row.meaning.get(language)),
            facts: vec![
                (words::TELLS, words::facets(&tells.facets, tells.risk, language)),
                (words::BADLY, format!("{}: {}", row.bad_form.get(language), words::facets(&tells.bad_facets, tells.bad_risk, language))),
                (words::STRENGTH, screen::exact(tells.strength, language)),
                (words::SHOWN_BY, words::referents(&tells.occasions, language)),
                (words::ONCE, format!("--set {frequency}=0")),
            ],
            source: row.source,
            related: vec![
                frequency.clone(),
                format!("{frequency}_well"),
                format!("own.{}", row.key),
                format!("loadings.{}_strength", row.key),
            ],
            data: json!({
                "name": row.name.get(language), "facets": tells.facets, "risk": tells.risk, "strength": tells.strength,
                "bad_form": row.bad_form.get(language), "bad_facets": tells.bad_facets, "bad_risk": tells.bad_risk, "occasions": tells.occasions,
                "source": row.source,
            }),
            word: row.key.to_owned(),
            ..Card::default()
        }
    };
    BEHAVIOURS.iter().enumerate().map(card).collect()
}

fn practices(language: Language) -> Vec<Card> {
    let card = |practice: Practice| {
        let (row, tells) = (practice.row(), Signals::default().of(practice));
        Card {
            word: row.key.to_owned(),
            names: both(row.name),
            head: row.name.get(language).to_owned(),
            meaning: screen::sentence(row.meaning.get(language)),
            facts: vec![
                (words::TELLS, words::facets(&tells.facets, tells.risk, language)),
                (words::FALLS_ON, words::referents(&tells.falls_on, language)),
                (words::AT_WORK, row.at_work.get(language).to_owned()),
                (words::IN_A_FILE, format!("[practices] {} = 0.7", row.key)),
                (words::ONCE, format!("--set practices.{}=0.7", row.key)),
            ],
            related: vec!["practices_seen".to_owned(), "practices_work".to_owned(), "practice".to_owned(), "signals".to_owned()],
            data: json!({ "name": row.name.get(language), "facets": tells.facets, "risk": tells.risk, "falls_on": tells.falls_on }),
            ..Card::default()
        }
    };
    Practice::ALL.map(card).into()
}

fn breaches(language: Language) -> Vec<Card> {
    let law = BreachLaw::default();
    let card = |(row, Toll { shares, jump, lasting, anger }): (&BreachRow, Toll)| Card {
        word: row.key.to_owned(),
        names: both(row.name),
        head: row.name.get(language).to_owned(),
        meaning: screen::sentence(row.meaning.get(language)),
        facts: vec![
            (words::TAKES, words::pairs(&shares, language)),
            (words::JUMP, screen::exact(jump, language)),
            (words::LASTING, screen::exact(lasting, language)),
            (words::ANGER, screen::exact(anger, language)),
            (words::IN_A_FILE, format!("[[event]] what = \"breach\", kind = \"{}\"", row.key)),
        ],
        related: vec!["breach".to_owned(), "healing".to_owned(), "breaches".to_owned()],
        data: json!({ "name": row.name.get(language), "shares": shares, "jump": jump, "lasting": lasting, "anger": anger }),
        ..Card::default()
    };
    BREACHES.iter().zip(BreachKind::ALL.map(|kind| law.toll(kind))).map(card).collect()
}

/// Where each of the four parts of the table has its highest number.
fn fits_best(what: RepairKind, language: Language) -> String {
    let numbers = FitLaw::default().of(what).0;
    let best = |part: std::ops::Range<usize>| {
        let most = numbers[part.clone()].iter().copied().fold(0.0, f64::max);
        let names = part.filter(|&at| numbers[at] >= most - 1e-9).map(|at| words::FIT[at].get(language));
        names.collect::<Vec<_>>().join(", ")
    };
    [0..4, 4..6, 6..9, 9..11].map(best).join("; ")
}

fn repairs(language: Language) -> Vec<Card> {
    let card = |(kind, row): (&RepairKind, &RepairRow)| Card {
        word: row.key.to_owned(),
        names: both(row.name),
        head: words::repair(row, language),
        meaning: screen::sentence(row.meaning.get(language)),
        facts: vec![
            (words::DURATION, count(u64::from(row.duration), words::WORKING_DAY, words::WORKING_DAYS, language)),
            (words::COST, words::price(*kind, language)),
            (words::FITS_BEST, fits_best(*kind, language)),
            (words::IN_A_FILE, format!("[[repair]] what = \"{}\"", row.key)),
        ],
        related: REPAIRS
            .iter()
            .filter(|other| other.level == row.level && other.key != row.key)
            .map(|other| other.key.to_owned())
            .collect(),
        data: json!({
            "name": row.name.get(language), "level": row.level.key(), "nature": format!("{:?}", row.nature).to_lowercase(),
            "duration": row.duration, "cost": row.cost, "cost_per": kind.pay().key(),
            "fit": FitLaw::COLUMNS.iter().zip(FitLaw::default().of(*kind).0).map(|(column, fit)| ((*column).to_owned(), json!(fit))).collect::<serde_json::Map<_, _>>(),
        }),
        ..Card::default()
    };
    RepairKind::ALL.iter().zip(REPAIRS).map(card).collect()
}

/// The steps of a day, in their order.
fn day(language: Language) -> Vec<Card> {
    let card = |(i, step): (usize, &Step)| Card {
        word: format!("day.{}", step.name),
        head: words::step(i + 1, step.often, language),
        meaning: screen::sentence(step.about.get(language)),
        related: vec!["day".to_owned()],
        data: json!({ "step": i + 1, "name": step.name, "how_often": step.often }),
        ..Card::default()
    };
    ORDER.iter().enumerate().map(card).collect()
}

fn spoken_for(name: &str) -> bool {
    let name = synonym::plain(name);
    synonym::english(&name).is_some() || Mechanisms::ROWS.iter().any(|row| row.0 == name) || own_keys().any(|row| row.path() == name)
}

fn causes(language: Language) -> Vec<Card> {
    let card = |cause: Cause| Card {
        word: format!("cause.{}", cause.key()),
        // a word that names a mechanism, a measure or a key keeps leading there
        names: both(cause.name()).into_iter().filter(|name| !spoken_for(name)).collect(),
        head: cause.name().get(language).to_owned(),
        meaning: screen::sentence(cause.about().get(language)),
        data: json!({ "cause": cause.key() }),
        ..Card::default()
    };
    Cause::ALL.into_iter().map(card).collect()
}

fn article(language: Language) -> Vec<Card> {
    let card = |statement: &Statement| Card {
        word: statement.code.to_owned(),
        meaning: statement.says.get(language).to_owned(),
        related: statement.modelled.iter().map(|&word| word.to_owned()).collect(),
        data: json!({ "modelled": statement.modelled }),
        ..Card::default()
    };
    STATEMENTS.iter().map(card).collect()
}

fn findings(language: Language) -> Vec<Card> {
    let card = |target: Target| Card {
        word: target.id.to_owned(),
        head: target.published.to_owned(),
        meaning: screen::sentence(target.finding.get(language)),
        facts: vec![(words::ASKED, screen::validate::claim(&target, language)), (words::TRIED, format!("onfoot validate {}", target.id))],
        source: target.source,
        data: json!({ "published": target.published, "source": target.source }),
        ..Card::default()
    };
    published::all().into_iter().map(card).collect()
}

fn works(language: Language) -> Vec<Card> {
    let card = |work: &Work| Card {
        word: work.key.to_owned(),
        names: work.named.iter().map(|&name| name.to_owned()).collect(),
        head: remark(work, language),
        meaning: apa(work, language),
        data: json!({ "doi": work.doi }),
        ..Card::default()
    };
    WORKS.iter().map(card).collect()
}

fn terms(language: Language) -> Vec<Card> {
    let card = |term: &Term| Card {
        word: term.key.to_owned(),
        names: term.names.iter().flat_map(|name| both(*name)).collect(),
        head: term.names.first().map_or("", |name| name.get(language)).to_owned(),
        meaning: term.meaning.get(language).to_owned(),
        data: json!({ "term": term.key }),
        ..Card::default()
    };
    TERMS.iter().map(card).collect()
}

fn codes(language: Language) -> Vec<Card> {
    let card = |(code, row): &(&str, CodeText)| Card {
        word: (*code).to_owned(),
        head: row.title.get(language).to_owned(),
        meaning: row.text.get(language).to_owned(),
        examples: vec![(words::WRONG, row.wrong.to_owned()), (words::RIGHT, row.right.to_owned())],
        data: json!({ "title": row.title.get(language), "wrong": row.wrong, "right": row.right }),
        ..Card::default()
    };
    CODES.iter().map(card).collect()
}

fn both(name: Text) -> Vec<String> {
    vec![name.en.to_owned(), name.nl.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_of_all_columns_can_be_said_in_dutch() {
        let columns = table::all().into_iter().flat_map(|table| table.columns);
        let missing: std::collections::BTreeSet<_> = columns.flat_map(|column| crate::words::unit::unknown(column.unit)).collect();
        assert!(missing.is_empty(), "add to words/unit.rs: {missing:?}");
    }

    #[test]
    fn explain_knows_every_word_that_stands_in_a_table_on_a_screen_or_on_a_page() {
        use super::find::{all, exactly};
        use crate::words::screen::{calibrate, compare, portfolio, road, sensitivity, validate, why};
        let heads: Vec<Text> = [
            &compare::POLICIES[..],
            &compare::RETURNS,
            &compare::PARTS,
            &compare::RANKING,
            &compare::LADDER,
            &portfolio::FRONT,
            &sensitivity::ARMS,
            &calibrate::HEADS,
            &validate::HEADS[1..],
            &why::TEAMS,
            &why::REFERENTS,
            &road::ARM_HEADS,
            &[
                road::BEFORE,
                road::LOWEST,
                road::BUILD,
                road::FALL,
                road::BACK,
                road::LEAVERS,
                road::MEDIAN,
                road::RANGE,
                road::LUCK,
                road::DOUBT,
            ],
        ]
        .concat();
        let causes = Cause::ALL.into_iter().map(Cause::name);
        let labels = MEASURES.iter().map(|row| row.label);
        for language in [Language::English, Language::Dutch] {
            let cards = all(language);
            let shown = heads.iter().copied().chain(causes.clone()).chain(labels.clone()).map(|text| text.get(language).to_owned());
            let columns = table::all().into_iter().flat_map(|table| table.columns).map(|column| column.name);
            let keys = MEASURES.iter().map(|row| row.key.to_owned());
            let words = shown.chain(columns).chain(keys).filter(|word| !word.is_empty());
            let lost: std::collections::BTreeSet<String> = words.filter(|word| exactly(&cards, word).cards.is_empty()).collect();
            assert!(lost.is_empty(), "add to words/term.rs: {lost:?}");
        }
    }

    #[test]
    fn what_the_article_says_leads_to_words_that_explain_knows() {
        use super::find::{all, exactly};
        let cards = all(Language::English);
        let words = || STATEMENTS.iter().flat_map(|statement| statement.modelled);
        let lost: Vec<_> = words().filter(|word| exactly(&cards, word).cards.is_empty()).collect();
        assert!(lost.is_empty() && words().count() > STATEMENTS.len(), "{lost:?}");
    }

    #[test]
    fn every_card_says_what_it_means_in_both_languages() {
        for shelf in SHELVES {
            for language in [Language::English, Language::Dutch] {
                let cards = (shelf.cards)(language);
                assert!(!cards.is_empty(), "{}", shelf.key);
                assert!(cards.iter().all(|card| !card.word.is_empty() && !card.meaning.is_empty()), "{}", shelf.key);
            }
        }
    }
}
