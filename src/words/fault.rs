//! # Faults in words
//!
//! What is wrong in lower case and without blame, what the caret points at, and help that can be copied.

mod explain;
mod syntax;

pub use explain::{CODES, CodeText, explain};

use crate::scenario::catalogue;
use crate::scenario::fault::{Fault, Named, Problem, Unreadable};
use crate::scenario::kind::{Sort, number};
use crate::text::{Language, Text, text};
use crate::theory::Parameters;

/// A fault in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// What is wrong.
    pub headline: String,
    /// What stands at the caret.
    pub label: String,
    /// What stands at the second place, if there is one.
    pub secondary: String,
    /// What to do: one text of several lines, the first most likely right.
    pub help: Vec<String>,
    /// What else is good to know.
    pub note: Vec<String>,
}

/// The sentence in the language `$l`, blanks filled in.
macro_rules! say {
    ($l:expr, $en:literal, $nl:literal) => {
        match $l {
            crate::text::Language::English => format!($en),
            crate::text::Language::Dutch => format!($nl),
        }
    };
}
use say;

/// `error` and `warning`, as printed.
pub const ERROR: Text = text("error", "fout");
/// A warning.
pub const WARNING: Text = text("warning", "waarschuwing");
/// Help.
pub const HELP: Text = text("help", "hulp");
/// A note.
pub const NOTE: Text = text("note", "noot");

impl Phrase {
    fn new(headline: String, label: String) -> Self {
        Self { headline, label, ..Self::default() }
    }

    fn help(mut self, line: String) -> Self {
        self.help.push(line);
        self
    }

    fn note(mut self, line: String) -> Self {
        self.note.push(line);
        self
    }

    fn secondary(mut self, text: String) -> Self {
        self.secondary = text;
        self
    }

    /// "did you mean", if there is something to mean.
    fn near(self, nearest: Option<&String>, l: Language) -> Self {
        match nearest {
            Some(nearest) => self.help(say!(l, "did you mean `{nearest}`?", "bedoelde je `{nearest}`?")),
            None => self,
        }
    }
}

/// `fault` in the language `l`.
pub fn phrase(fault: &Fault, l: Language) -> Phrase {
    match &fault.problem {
        Problem::NotFound { .. }
        | Problem::NotUtf8
        | Problem::Empty
        | Problem::TooLarge { .. }
        | Problem::Cycle { .. }
        | Problem::NoBase { .. } => file(&fault.problem, l),
        Problem::Syntax { syntax } => syntax::phrase(syntax, l),
        Problem::DecimalComma { .. } | Problem::DuplicateKey { .. } => writing(fault, l),
        Problem::UnknownTable { .. }
        | Problem::UnknownKey { .. }
        | Problem::DutchWord { .. }
        | Problem::Missing { .. }
        | Problem::NotForThis { .. }
        | Problem::Exclusive { .. }
        | Problem::Shape { .. } => key(&fault.problem, l),
        Problem::WrongType { .. }
        | Problem::OutOfRange { .. }
        | Problem::NotFinite { .. }
        | Problem::NotAmong { .. }
        | Problem::NoTime { .. }
        | Problem::Disorder { .. } => value(&fault.problem, l),
        Problem::TooManyPeople { .. } | Problem::NoSuchTeam { .. } | Problem::NoSuchSeat { .. } | Problem::TooMany { .. } => {
            size(&fault.problem, l)
        }
        Problem::DuplicateId { .. }
        | Problem::BadName { .. }
        | Problem::RepairBeforeBreach { .. }
        | Problem::NotABreach { .. }
        | Problem::NotAnAssignment { .. }
        | Problem::NotSettable { .. }
        | Problem::Unknown { .. } => story(&fault.problem, l),
        Problem::NeverHappens { .. }
        | Problem::FewReplicates { .. }
        | Problem::SurveyAfterEnd { .. }
        | Problem::UnusedRepair { .. }
        | Problem::IdleChange { .. } => warning(&fault.problem, l),
    }
}

fn file(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::NotFound { path, nearest, why } => {
            let headline = match why {
                Unreadable::Missing => say!(l, "cannot read `{path}`: no such file", "kan `{path}` niet lezen: dat bestand bestaat niet"),
                Unreadable::Folder => say!(l, "`{path}` is a folder, not a scenario file", "`{path}` is een map, geen scenariobestand"),
                Unreadable::Refused => say!(l, "cannot read `{path}`: the system refuses", "kan `{path}` niet lezen: het systeem weigert"),
            };
            let phrase = Phrase::new(headline, say!(l, "not found", "niet gevonden")).near(nearest.as_ref(), l);
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
        .help(say!(l, "save it as a file first", "bewaar de tekst eerst als bestand")),
        _ => Phrase::new(say!(l, "the file says nothing", "het bestand zegt niets"), say!(l, "empty", "leeg"))
            .help(say!(l, "the least that runs: title = \"My first scenario\"", "het minste dat loopt: title = \"Mijn eerste scenario\""))
            .help(say!(
                l,
                "a commented scenario to edit: onfoot new my-study",
                "een becommentarieerd scenario om aan te passen: onfoot new my-study"
            )),
    }
}

fn writing(fault: &Fault, l: Language) -> Phrase {
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

fn key(problem: &Problem, l: Language) -> Phrase {
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
            "herstel dat op een breuk volgt, gaat over wie het vertrouwen brak en wie geraakt werd"
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

fn value(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::WrongType { key, kind, found, fits } => {
            let (kind, found) = (kind.describe(l), sort(*found).get(l));
            let phrase = Phrase::new(
                say!(l, "`{key}` takes {kind}; found {found}", "`{key}` vraagt {kind}; gevonden: {found}"),
                say!(l, "this is {found}", "dit is {found}"),
            );
            match fits {
                Some(fits) => phrase.help(format!("{key} = {fits}")),
                None => phrase,
            }
        }
        Problem::OutOfRange { key, low, high, unit, found, too_low, percent, law } => {
            let (low, high) = (number(*low, l), number(*high, l));
            let unit = if *unit == "working days" { say!(l, " working days", " werkdagen") } else { String::new() };
            let headline = say!(
                l,
                "`{key}` must lie between {low} and {high}{unit}, found {found}",
                "`{key}` moet tussen {low} en {high}{unit} liggen, gevonden: {found}"
            );
            let label = match (percent, too_low) {
                (Some(_), _) => say!(l, "looks like a percentage", "lijkt op een percentage"),
                (None, true) => say!(l, "too low", "te laag"),
                (None, false) => say!(l, "too high", "te hoog"),
            };
            let mut phrase = Phrase::new(headline, label);
            if let Some(percent) = percent {
                phrase = phrase.help(say!(l, "{found} % is written {percent}", "{found} % schrijf je als {percent}"));
            }
            match law {
                Some(law) => phrase.help(format!("onfoot explain {law}.{key}")),
                None => phrase,
            }
        }
        Problem::NotFinite { key } => Phrase::new(
            say!(l, "`{key}` must be a number that can be reckoned with", "`{key}` moet een getal zijn waarmee te rekenen valt"),
            say!(l, "not a finite number", "geen eindig getal"),
        ),
        Problem::NotAmong { key, found, allowed, nearest } => {
            let words = allowed.join(", ");
            let found = found.trim_matches('"');
            let phrase = Phrase::new(
                say!(l, "\"{found}\" is not a choice for `{key}`", "\"{found}\" is geen keuze voor `{key}`"),
                say!(l, "not among the choices", "niet bij de keuzes"),
            );
            let phrase = match nearest {
                Some(nearest) => {
                    let nearest = nearest.trim_matches('"');
                    phrase.help(say!(l, "did you mean \"{nearest}\"?", "bedoelde je \"{nearest}\"?"))
                }
                None => phrase,
            };
            phrase.help(say!(l, "choices: {words}", "keuzes: {words}"))
        }
        Problem::NoTime { key, found, right } => {
            let phrase = Phrase::new(
                say!(l, "\"{found}\" is not a time for `{key}`", "\"{found}\" is geen tijd voor `{key}`"),
                say!(l, "not a time", "geen tijd"),
            );
            let phrase = match right {
                Some(right) => phrase.help(say!(l, "did you mean \"{right}\"?", "bedoelde je \"{right}\"?")),
                None => phrase,
            };
            phrase.help(say!(
                l,
                "times: \"3 days\", \"6 weeks\", \"18 months\", \"2 years\", \"day 390\", or a number of working days",
                "tijden: \"3 days\", \"6 weeks\", \"18 months\", \"2 years\", \"day 390\", of een aantal werkdagen"
            ))
        }
        Problem::Disorder { low, high } => {
            let copied = format!("{{ min = {high}, max = {low} }}");
            let (low, high) = (number(*low, l), number(*high, l));
            Phrase::new(
                say!(l, "the lowest value, {low}, is above the highest, {high}", "de laagste waarde, {low}, ligt boven de hoogste, {high}"),
                say!(l, "the wrong way round", "omgekeerd"),
            )
            .help(copied)
        }
        _ => Phrase::default(),
    }
}

fn size(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::TooManyPeople { people, limit } => {
            let (people, limit) = (count(*people, l), count(*limit, l));
            Phrase::new(
                say!(
                    l,
                    "{people} people are more than the {limit} that can be lived",
                    "{people} mensen zijn er meer dan de {limit} die geleefd kunnen worden"
                ),
                say!(l, "too many with teams of this size", "te veel bij teams van deze grootte"),
            )
            .secondary(say!(l, "people per team", "mensen per team"))
            .help(say!(l, "lower `teams` or `team_size`", "verlaag `teams` of `team_size`"))
        }
        Problem::NoSuchTeam { found, teams, random } => {
            let (found, teams_text, last) = (count(*found, l), count(u64::from(*teams), l), count(u64::from(teams.saturating_sub(1)), l));
            let headline = if *random {
                say!(
                    l,
                    "{found} random teams are more than the {teams_text} there are",
                    "{found} willekeurige teams zijn er meer dan de {teams_text} die er zijn"
                )
            } else {
                say!(l, "there is no team {found}", "er is geen team {found}")
            };
            Phrase::new(headline, say!(l, "does not exist", "bestaat niet")).help(say!(
                l,
                "teams are counted from 0: the last is {last}",
                "teams worden geteld vanaf 0: het laatste is {last}"
            ))
        }
        Problem::NoSuchSeat { found, size } => {
            let last = size.saturating_sub(1);
            Phrase::new(
                say!(l, "there is no seat {found} in any team", "er is in geen enkel team een plaats {found}"),
                say!(l, "does not exist", "bestaat niet"),
            )
            .help(say!(
                l,
                "seats are counted from 0, the leader: the last of the largest team is {last}",
                "plaatsen worden geteld vanaf 0, de leidinggevende: de laatste van het grootste team is {last}"
            ))
        }
        Problem::TooMany { key, found, limit } => {
            let (found, limit) = (count(*found, l), count(*limit, l));
            Phrase::new(
                say!(
                    l,
                    "`{key}` holds {found} items; at most {limit} are read",
                    "`{key}` telt {found} onderdelen; er worden er hoogstens {limit} gelezen"
                ),
                say!(l, "too many", "te veel"),
            )
        }
        _ => Phrase::default(),
    }
}

fn story(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::DuplicateId { id, table } => {
            let headline = match *table {
                "event" => say!(l, "two events are called `{id}`", "twee events heten `{id}`"),
                "repair" => say!(l, "two repairs are called `{id}`", "twee herstelacties heten `{id}`"),
                _ => say!(l, "repair `{id}` is named twice in one arm", "herstelactie `{id}` staat twee keer in een arm"),
            };
            Phrase::new(headline, say!(l, "the same name again", "weer dezelfde naam")).secondary(say!(
                l,
                "first used here",
                "hier voor het eerst gebruikt"
            ))
        }
        Problem::BadName { name, reserved } => {
            let headline = say!(l, "`{name}` cannot be a name", "`{name}` kan geen naam zijn");
            if *reserved {
                Phrase::new(headline, say!(l, "already in use", "al in gebruik")).note(say!(
                    l,
                    "`twin` is the same organisation without the breach, lived beside each arm",
                    "`twin` is dezelfde organisatie zonder de breuk, geleefd naast elke arm"
                ))
            } else {
                Phrase::new(headline, say!(l, "not a name", "geen naam")).help(say!(
                    l,
                    "names have letters, digits, - and _, at most 64 of them",
                    "namen bestaan uit letters, cijfers, - en _, hoogstens 64"
                ))
            }
        }
        Problem::RepairBeforeBreach { breach_day, earlier, delay } => before(*breach_day, *earlier, *delay, l),
        Problem::NotABreach { id, what } => {
            let what_text = catalogue::WHATS.iter().find(|row| row.0 == what).map_or(what.as_str(), |row| row.1.get(l));
            Phrase::new(
                say!(
                    l,
                    "the repair follows `{id}`, which breaks no trust",
                    "de herstelactie volgt op `{id}`, en dat breekt geen vertrouwen"
                ),
                say!(l, "not a breach", "geen breuk"),
            )
            .secondary(say!(l, "here {what_text}", "hier: {what_text}"))
            .help(say!(
                l,
                "follow a breach or an imposed_loss, or give a `day`",
                "volg op een breach of een imposed_loss, of geef een `day`"
            ))
        }
        Problem::NotAnAssignment { argument } => Phrase::new(
            say!(l, "`{argument}` sets nothing", "`{argument}` stelt niets in"),
            say!(l, "expected KEY=VALUE", "verwacht: KEY=VALUE"),
        )
        .help(say!(l, "for instance --set run.replicates=200", "bijvoorbeeld --set run.replicates=200"))
        .help("--set repair.apology.delay=\"6 months\"".to_owned()),
        Problem::NotSettable { path, arm: true } => Phrase::new(
            say!(l, "`{path}` cannot differ between arms", "`{path}` kan niet verschillen tussen armen"),
            say!(l, "the same for all arms", "gelijk voor alle armen"),
        )
        .note(say!(
            l,
            "arms are compared life by life: the same luck, the same days, the same number of lives",
            "armen worden leven per leven vergeleken: hetzelfde toeval, dezelfde dagen, evenveel levens"
        )),
        Problem::NotSettable { path, .. } => Phrase::new(
            say!(l, "`{path}` cannot be set", "`{path}` kan niet ingesteld worden"),
            say!(l, "only in the file itself", "alleen in het bestand zelf"),
        ),
        Problem::Unknown { what, name, arm, nearest, known } => unknown(*what, name, arm.as_deref(), nearest.as_deref(), known, l),
        _ => Phrase::default(),
    }
}

fn before(breach_day: Option<u32>, earlier: i64, delay: bool, l: Language) -> Phrase {
    let days = if earlier == 1 { say!(l, "1 day", "1 dag") } else { say!(l, "{earlier} days", "{earlier} dagen") };
    let phrase = Phrase::new(
        say!(l, "the repair starts before the breach", "de herstelactie begint voor de breuk"),
        say!(l, "{days} earlier", "{days} vroeger"),
    )
    .help(say!(
        l,
        "for a measure taken in advance use an event with what = \"practice\";",
        "voor een maatregel op voorhand dient een event met what = \"practice\";"
    ));
    let phrase = match breach_day {
        Some(day) => phrase.secondary(say!(l, "the breach is on working day {day}", "de breuk valt op werkdag {day}")),
        None => phrase,
    };
    match breach_day.filter(|_| !delay) {
        Some(day) => phrase.help(say!(l, "for a repair use a day after {day}", "voor herstel een dag na {day}")),
        None => phrase.help(say!(l, "for a repair use a delay of 0 or more", "voor herstel een uitstel van 0 of meer")),
    }
}

fn unknown(what: Named, name: &str, arm: Option<&str>, nearest: Option<&str>, known: &[String], l: Language) -> Phrase {
    let headline = match (what, arm) {
        (Named::Repair, Some(arm)) => {
            say!(
                l,
                "repair `{name}` is taken by arm `{arm}` but never defined",
                "herstelactie `{name}` wordt genomen in arm `{arm}`, maar nergens beschreven"
            )
        }
        (Named::Repair, None) => say!(l, "there is no repair `{name}`", "er is geen herstelactie `{name}`"),
        (Named::Event, _) => say!(l, "there is no event `{name}`", "er is geen event `{name}`"),
    };
    let label = match what {
        Named::Repair => say!(l, "not among the repairs", "niet bij de herstelacties"),
        Named::Event => say!(l, "not among the events", "niet bij de events"),
    };
    let phrase = Phrase::new(headline, label).secondary(say!(l, "defined here", "hier beschreven"));
    let phrase = match nearest {
        Some(nearest) => phrase.help(say!(l, "did you mean \"{nearest}\"?", "bedoelde je \"{nearest}\"?")),
        None => phrase,
    };
    let mut shown = known.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    if known.len() > 12 {
        shown.push_str(", ...");
    }
    match (what, known.is_empty()) {
        (Named::Repair, false) => phrase.help(say!(l, "repairs in this file: {shown}", "herstelacties in dit bestand: {shown}")),
        (Named::Event, false) => phrase.help(say!(l, "events in this file: {shown}", "events in dit bestand: {shown}")),
        (Named::Repair, true) => phrase.help(say!(l, "there is no [[repair]] in this file", "er staat geen [[repair]] in dit bestand")),
        (Named::Event, true) => phrase.help(say!(l, "there is no [[event]] in this file", "er staat geen [[event]] in dit bestand")),
    }
}

fn warning(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::NeverHappens { day, length } => {
            let (day, length) = (count(u64::try_from(*day).unwrap_or(0), l), count(u64::from(*length), l));
            Phrase::new(
                say!(l, "this is planned after the end and never happens", "dit is gepland na het einde en gebeurt nooit"),
                say!(l, "working day {day}, but the run ends on day {length}", "werkdag {day}, maar de looptijd eindigt op dag {length}"),
            )
            .help(say!(l, "lengthen `run.length`, or take an earlier day", "verleng `run.length`, of neem een vroegere dag"))
        }
        Problem::FewReplicates { replicates, arms } => few(*replicates, *arms, l),
        Problem::SurveyAfterEnd { day, length } => {
            let (day, length) = (count(u64::from(*day), l), count(u64::from(*length), l));
            Phrase::new(
                say!(l, "this survey comes after the end and is not held", "deze bevraging valt na het einde en wordt niet gehouden"),
                say!(l, "working day {day}, but the run ends on day {length}", "werkdag {day}, maar de looptijd eindigt op dag {length}"),
            )
            .help(say!(l, "lengthen `run.length`, or leave the survey out", "verleng `run.length`, of laat de bevraging weg"))
        }
        Problem::UnusedRepair { id } => Phrase::new(
            say!(l, "repair `{id}` is described but no arm takes it", "herstelactie `{id}` is beschreven, maar geen enkele arm neemt ze"),
            say!(l, "never done", "nooit gedaan"),
        )
        .help(say!(l, "name it in the `repairs` of an arm", "noem ze in de `repairs` van een arm")),
        Problem::IdleChange { path, id } => Phrase::new(
            say!(l, "`{path}` changes a repair that this arm does not take", "`{path}` verandert een herstelactie die deze arm niet neemt"),
            say!(l, "changes nothing", "verandert niets"),
        )
        .help(say!(l, "add \"{id}\" to the `repairs` of the arm", "voeg \"{id}\" toe aan de `repairs` van de arm")),
        _ => Phrase::default(),
    }
}

/// How far off the difference between two means of `replicates` lives each may be, in standard deviations.
fn error_of(replicates: u32) -> f64 {
    (1.96 * (2.0 / f64::from(replicates)).sqrt() * 100.0).round() / 100.0
}

fn few(replicates: u32, arms: u32, l: Language) -> Phrase {
    let (now, then) = (number(error_of(replicates), l), number(error_of(40), l));
    let lives = if replicates == 1 {
        say!(l, "1 replicate is", "1 herhaling is")
    } else {
        say!(l, "{replicates} replicates are", "{replicates} herhalingen zijn")
    };
    Phrase::new(
        say!(l, "{lives} too few to compare {arms} arms", "{lives} te weinig om {arms} armen te vergelijken"),
        say!(
            l,
            "a difference may be off by about {now} standard deviations",
            "een verschil kan er zo'n {now} standaardafwijkingen naast zitten"
        ),
    )
    .help(say!(l, "40 replicates bring it to about {then}", "40 herhalingen brengen dat op ongeveer {then}"))
}

/// "belongs in", for a key that another table has.
fn belongs(phrase: Phrase, key: &str, home: &str, l: Language) -> Phrase {
    let home = brackets(home, l);
    phrase.help(say!(l, "`{key}` belongs in {home}", "`{key}` hoort in {home}"))
}

/// `[run]`, `[[event]]`, or the name of a small table.
fn brackets(table: &str, l: Language) -> String {
    match table {
        "" => say!(l, "the top of the file", "het begin van het bestand"),
        "event" | "repair" => format!("[[{table}]]"),
        _ if table.starts_with("arms.") => {
            let arm = &table["arms.".len()..];
            say!(l, "arm `{arm}`", "arm `{arm}`")
        }
        _ if catalogue::tables().any(|row| row.name == table) => format!("[{table}]"),
        _ => format!("`{table}`"),
    }
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

fn count(value: u64, l: Language) -> String {
    number(value as f64, l)
}

/// What a sort of value is called.
fn sort(sort: Sort) -> Text {
    match sort {
        Sort::Text => text("text", "tekst"),
        Sort::Number => text("a number", "een getal"),
        Sort::Switch => text("true or false", "true of false"),
        Sort::Date => text("a date", "een datum"),
        Sort::List => text("a list", "een lijst"),
        Sort::Table => text("a table", "een tabel"),
    }
}
