//! # Faults of files and of writing

use super::phrase::{Phrase, count, say};
use crate::scenario::fault::{Fault, Problem, Unreadable};
use crate::text::Language;

pub(super) fn file(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::NotFound { path, nearest, why } => {
            let headline = match why {
                Unreadable::Missing => say!(l, "cannot read `{path}`: no such file", "kan `{path}` niet lezen: dat bestand bestaat niet"),
                Unreadable::Folder => say!(l, "`{path}` is a folder, not a scenario file", "`{path}` is een map, geen scenariobestand"),
                Unreadable::NoFile => say!(l, "`{path}` is not a regular file", "`{path}` is geen gewoon bestand"),
                Unreadable::Refused => say!(l, "cannot read `{path}`: the system refuses", "kan `{path}` niet lezen: het systeem weigert"),
            };
            let mark = match why {
                Unreadable::Missing => say!(l, "not found", "niet gevonden"),
                Unreadable::Folder | Unreadable::NoFile | Unreadable::Refused => say!(l, "not readable", "niet te lezen"),
            };
            let phrase = Phrase::new(headline, mark).near(nearest.as_ref(), l);
            phrase.help(say!(l, "scenarios at hand: onfoot list scenarios", "scenario's bij de hand: onfoot list scenarios"))
        }
        Problem::NotUtf8 => Phrase::new(
            say!(l, "the file is not UTF-8 text", "het bestand is geen UTF-8-tekst"),
            say!(l, "this byte is no character", "deze byte is geen teken"),
        )
        .help(say!(l, "save the file as UTF-8 in your editor", "bewaar het bestand als UTF-8 in je teksteditor")),
        Problem::TooLarge { bytes, limit } => {
            let (bytes, limit) = (count(*bytes, l), count(*limit, l));
            Phrase::new(
                say!(
                    l,
                    "the file holds {bytes} bytes; a scenario has at most {limit}",
                    "het bestand telt {bytes} bytes; een scenario telt er hoogstens {limit}"
                ),
                say!(l, "too large", "te groot"),
            )
            .help(say!(
                l,
                "is this a scenario? tables of results are not read here",
                "is dit een scenario? resultatentabellen worden hier niet gelezen"
            ))
        }
        Problem::Cycle { chain } => {
            let chain = chain.join(" -> ");
            Phrase::new(
                say!(l, "a file is based on itself", "een bestand is op zichzelf gebaseerd"),
                say!(l, "comes back to where it began", "komt terug bij het begin"),
            )
            .note(chain)
            .help(say!(l, "leave out `based_on` in one of these files", "laat `based_on` weg in een van deze bestanden"))
        }
        Problem::NoBase { base } => Phrase::new(
            say!(l, "this text cannot be based on `{base}`", "deze tekst kan niet op `{base}` gebaseerd zijn"),
            say!(l, "has no folder to look in", "heeft geen map om in te zoeken"),
        )
        .help(say!(l, "save it as a file first", "bewaar de tekst eerst als bestand"))
        .help(say!(
            l,
            "or base it on a scenario that comes along, say `baseline`",
            "of baseer hem op een scenario dat meekomt, zoals `baseline`"
        )),
        _ => Phrase::new(say!(l, "the file says nothing", "het bestand zegt niets"), say!(l, "empty", "leeg"))
            .help(say!(l, "the least that runs: title = \"My first scenario\"", "het minste dat loopt: title = \"Mijn eerste scenario\""))
            .help(say!(
                l,
                "a commented scenario to edit: onfoot new my-study",
                "een becommentarieerd scenario om aan te passen: onfoot new my-study"
            )),
    }
}

pub(super) fn writing(fault: &Fault, l: Language) -> Phrase {
    match &fault.problem {
        Problem::DecimalComma { key, right } => {
            let setting = fault.place.as_ref().map(|place| &place.source).filter(|source| source.is_setting());
            let copied = match (setting.and_then(|source| source.text.split_once('=')), key) {
                (Some((path, _)), _) => format!("--set {path}={right}"),
                (None, Some(key)) => format!("{key} = {right}"),
                (None, None) => right.clone(),
            };
            Phrase::new(
                say!(l, "a decimal comma is not allowed in TOML", "een decimale komma mag niet in TOML"),
                say!(l, "write a point here", "schrijf hier een punt"),
            )
            .help(copied)
            .note(say!(
                l,
                "files use the point, also when onfoot speaks Dutch; reports use your notation",
                "bestanden gebruiken de punt, ook als onfoot Nederlands spreekt; rapporten volgen jouw notatie"
            ))
        }
        Problem::DuplicateKey { key } => {
            Phrase::new(say!(l, "`{key}` is given twice", "`{key}` staat er twee keer"), say!(l, "given again", "nog eens gegeven"))
                .secondary(say!(l, "first given here", "hier voor het eerst gegeven"))
                .help(say!(l, "keep one of the two", "hou er een van de twee"))
        }
        _ => Phrase::default(),
    }
}
