//! # Faults of keys and tables

use super::phrase::{Phrase, brackets, say};
use crate::scenario::catalogue;
use crate::scenario::fault::Problem;
use crate::text::Language;
use crate::theory::Parameters;

pub(super) fn key(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::UnknownTable { name, nearest, home } => {
            let phrase = Phrase::new(
                say!(l, "unknown table [{name}]", "onbekende tabel [{name}]"),
                say!(l, "not a known table", "geen bekende tabel"),
            );
            let phrase = match (nearest, home) {
                (Some(nearest), _) => {
                    let near = brackets(nearest, l);
                    phrase.help(say!(l, "did you mean {near}?", "bedoelde je {near}?"))
                }
                (None, Some(home)) => belongs(phrase, name, home, l),
                (None, None) => phrase,
            };
            let tables: Vec<String> = catalogue::TABLES.iter().map(|table| brackets(table.name, l)).collect();
            let tables = tables.join(", ");
            phrase.help(say!(l, "tables: {tables}, and those of onfoot list", "tabellen: {tables}, en die van onfoot list"))
        }
        Problem::UnknownKey { key, table, what, nearest, home } => {
            let place = brackets(table, l);
            let phrase = Phrase::new(
                say!(l, "unknown key `{key}` in {place}", "onbekende sleutel `{key}` in {place}"),
                say!(l, "not a known key", "geen bekende sleutel"),
            );
            let phrase = match (nearest, home) {
                (Some(_), _) => phrase.near(nearest.as_ref(), l),
                (None, Some(home)) => belongs(phrase, key, home, l),
                (None, None) => phrase,
            };
            match all_keys(table, what.as_deref()) {
                Some(keys) => phrase.help(say!(l, "all keys of {place}: {keys}", "alle sleutels van {place}: {keys}")),
                None => phrase,
            }
        }
        Problem::DutchWord { word, right, key } => Phrase::new(
            say!(l, "`{word}` is Dutch; files are English", "`{word}` is Nederlands; bestanden zijn Engels"),
            say!(l, "write `{right}`", "schrijf `{right}`"),
        )
        .help(if *key {
            say!(l, "keys are English: `{right}`", "sleutels zijn Engels: `{right}`")
        } else {
            say!(l, "choices are English: \"{right}\"", "keuzes zijn Engels: \"{right}\"")
        }),
        Problem::Missing { keys, table, any, examples } => {
            let place = brackets(table, l);
            let (headline, label) = match (&keys[..], any) {
                ([key], _) => (
                    say!(l, "`{key}` is missing in {place}", "`{key}` ontbreekt in {place}"),
                    say!(l, "needs `{key}`", "heeft `{key}` nodig"),
                ),
                (_, true) => {
                    let keys = listed(keys, &say!(l, "or", "of"));
                    (
                        say!(l, "{place} needs one of {keys}", "{place} heeft een van {keys} nodig"),
                        say!(l, "none of these is given", "geen van deze is gegeven"),
                    )
                }
                (_, false) => {
                    let keys = listed(keys, &say!(l, "and", "en"));
                    (say!(l, "{keys} are missing in {place}", "{keys} ontbreken in {place}"), say!(l, "not complete", "niet volledig"))
                }
            };
            let phrase = Phrase::new(headline, label);
            examples.iter().fold(phrase, |phrase, example| phrase.help(example.clone()))
        }
        Problem::NotForThis { key, table: table @ "hypothesis", what, .. } => {
            let place = brackets(table, l);
            let phrase = Phrase::new(
                say!(
                    l,
                    "`{key}` does not belong in {place} with outcome = \"{what}\"",
                    "`{key}` hoort niet in {place} met outcome = \"{what}\""
                ),
                if key == "day" {
                    say!(l, "only for a measure on a day", "alleen bij een maat op een dag")
                } else {
                    say!(l, "only for a measure of trust in somebody", "alleen bij een maat van vertrouwen in iemand")
                },
            )
            .secondary(if key == "day" {
                say!(l, "this is about the whole run", "dit gaat over de hele uitvoering")
            } else {
                say!(l, "this is not told apart by whom trust is in", "dit bestaat niet apart per persoon in wie men vertrouwt")
            });
            phrase.help(say!(l, "remove it, or compare another outcome", "haal het weg, of vergelijk een andere uitkomst"))
        }
        Problem::NotForThis { key, table, what, belongs } => {
            let place = brackets(table, l);
            let words = belongs.join(", ");
            Phrase::new(
                say!(l, "`{key}` does not belong in {place} with what = \"{what}\"", "`{key}` hoort niet in {place} met what = \"{what}\""),
                say!(l, "only for {words}", "alleen bij {words}"),
            )
            .help(say!(l, "remove it, or change `what`", "haal het weg, of verander `what`"))
        }
        Problem::Exclusive { key, other } => exclusive(key, other, l),
        Problem::Shape { name, many } => {
            let right = brackets(name, l);
            if *many {
                Phrase::new(
                    say!(
                        l,
                        "`{name}` may occur many times and takes double brackets",
                        "`{name}` mag vaak voorkomen en krijgt dubbele haakjes"
                    ),
                    say!(l, "write {right}", "schrijf {right}"),
                )
            } else {
                Phrase::new(
                    say!(l, "`{name}` is one table and takes single brackets", "`{name}` is een enkele tabel en krijgt enkele haakjes"),
                    say!(l, "write {right}", "schrijf {right}"),
                )
            }
        }
        _ => Phrase::default(),
    }
}

fn exclusive(key: &str, other: &str, l: Language) -> Phrase {
    let phrase = Phrase::new(
        say!(l, "`{key}` and `{other}` exclude one another", "`{key}` en `{other}` sluiten elkaar uit"),
        say!(l, "leave out one of the two", "laat een van de twee weg"),
    )
    .secondary(say!(l, "given here", "hier gegeven"));
    match (key, other) {
        ("teams" | "by", "after" | "when") | ("after" | "when", "teams" | "by") => phrase.note(say!(
            l,
            "a repair that follows a breach concerns the one who broke trust and those who were struck",
            "herstel dat op een vertrouwensbreuk volgt, gaat over wie het vertrouwen brak en wie geraakt werd"
        )),
        ("seat", _) => phrase.note(say!(
            l,
            "`seat` says which colleague breaks trust; the leader is seat 0",
            "`seat` zegt welke collega het vertrouwen breekt; de leidinggevende is plaats 0"
        )),
        ("delay", _) | (_, "delay") => phrase.note(say!(
            l,
            "a delay is counted from `after` or `when`; a day of its own needs none",
            "uitstel telt vanaf `after` of `when`; een eigen dag heeft er geen nodig"
        )),
        _ => phrase,
    }
}

/// "belongs in", for a key that another table has.
fn belongs(phrase: Phrase, key: &str, home: &str, l: Language) -> Phrase {
    let home = brackets(home, l);
    phrase.help(say!(l, "`{key}` belongs in {home}", "`{key}` hoort in {home}"))
}

/// The keys of a table, or the command that lists them.
fn all_keys(table: &str, what: Option<&str>) -> Option<String> {
    if Parameters::GROUPS.iter().any(|group| group.key == table) || matches!(table, "mechanisms" | "practices") {
        return Some(format!("onfoot list {table}"));
    }
    let table = if table.starts_with("arms.") { "arms" } else { table };
    let mut keys: Vec<&str> = catalogue::keys().filter(|row| row.table == table && row.fits(what)).map(|row| row.key).collect();
    keys.dedup();
    (!keys.is_empty()).then(|| keys.join(", "))
}

/// `a`, `b` or `c`, each between backticks.
fn listed(words: &[&str], or: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {or} {last}", rest.join(", ")),
        _ => quoted.join(""),
    }
}
