//! # What is not TOML, in plain words

use super::phrase::{Phrase, say};
use crate::scenario::fault::Syntax;
use crate::text::Language;

/// The words about `syntax`.
pub(super) fn phrase(syntax: &Syntax, l: Language) -> Phrase {
    let (headline, label, help) = match syntax {
        Syntax::TextWithoutQuotes { right } => (
            say!(l, "this is neither a number nor text in quotes", "dit is geen getal en geen tekst tussen aanhalingstekens"),
            match right {
                Some(right) if right.contains('"') => say!(l, "text stands between quotes", "tekst staat tussen aanhalingstekens"),
                _ => say!(l, "not a value", "geen waarde"),
            },
            right.clone().unwrap_or_else(|| "length = \"2 years\"".to_owned()),
        ),
        Syntax::NoEquals { right } => (
            say!(l, "a key must be followed by = and a value", "na een sleutel horen = en een waarde"),
            say!(l, "an = is missing here", "hier ontbreekt een ="),
            right.clone().unwrap_or_else(|| "teams = 12".to_owned()),
        ),
        Syntax::NoValue => (
            say!(l, "there is no value after the =", "er staat geen waarde na de ="),
            say!(l, "a value is missing here", "hier ontbreekt een waarde"),
            "teams = 12".to_owned(),
        ),
        Syntax::OpenText => (
            say!(l, "a text is not closed", "een tekst is niet afgesloten"),
            say!(l, "a quote is missing", "er ontbreekt een aanhalingsteken"),
            say!(l, "title = \"between two quotes on one line\"", "title = \"tussen twee aanhalingstekens op een regel\""),
        ),
        Syntax::OpenList => (
            say!(l, "a list is not closed", "een lijst is niet afgesloten"),
            say!(l, "a ] is missing", "er ontbreekt een ]"),
            "surveys = [\"18 months\", \"5 years\"]".to_owned(),
        ),
        Syntax::OpenTable => (
            say!(l, "a table in braces is not closed", "een tabel tussen accolades is niet afgesloten"),
            say!(l, "a }} is missing", "er ontbreekt een }}"),
            "team_size = { min = 6, max = 10 }".to_owned(),
        ),
        Syntax::OpenHeader => (
            say!(l, "the name of a table is not closed", "de naam van een tabel is niet afgesloten"),
            say!(l, "a ] is missing", "er ontbreekt een ]"),
            say!(l, "[run] for one table, [[event]] for many", "[run] voor een tabel, [[event]] voor vele"),
        ),
        Syntax::NoComma => (
            say!(l, "two values stand beside one another without a comma", "twee waarden staan naast elkaar zonder komma"),
            say!(l, "a comma is missing before this", "hiervoor ontbreekt een komma"),
            "{ min = 6, max = 10 }".to_owned(),
        ),
        Syntax::ExtraComma => (
            say!(l, "there is a comma too many", "er staat een komma te veel"),
            say!(l, "one too many", "een te veel"),
            "{ min = 6, max = 10 }".to_owned(),
        ),
        Syntax::BadKey => (
            say!(l, "this cannot be a key", "dit kan geen sleutel zijn"),
            say!(l, "keys have letters, digits, - and _", "sleutels bestaan uit letters, cijfers, - en _"),
            "team_size = 8".to_owned(),
        ),
        Syntax::BadNumber { right } => (
            say!(l, "this number is not written as TOML wants it", "dit getal is niet geschreven zoals TOML het wil"),
            say!(l, "not a number", "geen getal"),
            right
                .clone()
                .unwrap_or_else(|| say!(l, "numbers look like 12, -3, 0.35 or 1_000", "getallen zien eruit als 12, -3, 0.35 of 1_000")),
        ),
        Syntax::BadEscape => (
            say!(l, "this backslash means nothing", "deze backslash betekent niets"),
            say!(l, "unknown after a backslash", "onbekend na een backslash"),
            say!(
                l,
                "write \\\\ for one backslash, or use 'single quotes'",
                "schrijf \\\\ voor een backslash, of gebruik 'enkele aanhalingstekens'"
            ),
        ),
        Syntax::TableAndValue => (
            say!(l, "this name is used both for a value and for a table", "deze naam staat zowel voor een waarde als voor een tabel"),
            say!(l, "already has a value", "heeft al een waarde"),
            say!(l, "keep one of the two", "hou er een van de twee"),
        ),
        Syntax::TooDeep => (
            say!(l, "brackets are nested too deeply", "haakjes zitten te diep in elkaar"),
            say!(l, "too deep", "te diep"),
            say!(l, "no scenario needs more than four levels", "geen scenario heeft meer dan vier niveaus nodig"),
        ),
        Syntax::BadCharacter => (
            say!(l, "a character that may not stand in a text file", "een teken dat niet in een tekstbestand mag staan"),
            say!(l, "this one", "dit teken"),
            say!(l, "remove it, or save the file as plain text", "haal het weg, of bewaar het bestand als platte tekst"),
        ),
        Syntax::Other => (
            say!(l, "this line is not TOML", "deze regel is geen TOML"),
            say!(l, "not understood", "niet begrepen"),
            say!(l, "lines look like key = value, [table] or # remark", "regels zien eruit als sleutel = waarde, [tabel] of # opmerking"),
        ),
    };
    Phrase { headline, label, help: vec![help], ..Phrase::default() }
}
