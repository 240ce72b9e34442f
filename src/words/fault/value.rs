//! # Faults of values and sizes

use super::phrase::{Phrase, count, say};
use crate::scenario::fault::{FactorFault, Problem};
use crate::scenario::kind::{Sort, number};
use crate::text::{Language, Text, text};

pub(super) fn value(problem: &Problem, l: Language) -> Phrase {
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
        Problem::OutOfRange { key, low, high, unit, found, too_low, percent, level, law } => {
            let (low, high) = (number(*low, l), number(*high, l));
            let unit = if *unit == "working days" { say!(l, " working days", " werkdagen") } else { String::new() };
            let headline = say!(
                l,
                "`{key}` must lie between {low} and {high}{unit}, found {found}",
                "`{key}` moet tussen {low} en {high}{unit} liggen, gevonden: {found}"
            );
            let label = match (percent, too_low) {
                _ if level.is_some() => say!(l, "looks like an answer from 1 to 5", "lijkt op een antwoord van 1 tot 5"),
                (Some(_), _) => say!(l, "looks like a percentage", "lijkt op een percentage"),
                (None, true) => say!(l, "too low", "te laag"),
                (None, false) => say!(l, "too high", "te hoog"),
            };
            let mut phrase = Phrase::new(headline, label);
            if let Some(percent) = percent {
                phrase = phrase.help(say!(l, "{found} % is written {percent}", "{found} % schrijf je als {percent}"));
            }
            if let Some(level) = level {
                phrase = phrase.help(say!(
                    l,
                    "an answer of {found} on a scale from 1 to 5 is ({found} - 1) / 4 = {level} on 0 to 1",
                    "een antwoord van {found} op een schaal van 1 tot 5 is ({found} - 1) / 4 = {level} op 0 tot 1"
                ));
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

pub(super) fn size(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::TooManyPeople { people, limit } => {
            let (people, limit) = (count(*people, l), count(*limit, l));
            Phrase::new(
                say!(
                    l,
                    "{people} people are more than the {limit} that can be simulated",
                    "{people} mensen zijn er meer dan de {limit} die gesimuleerd kunnen worden"
                ),
                say!(l, "too many with teams of this size", "te veel bij teams van deze grootte"),
            )
            .secondary(say!(l, "people per team", "mensen per team"))
            .help(say!(l, "lower `teams` or `team_size`", "verlaag `teams` of `team_size`"))
        }
        Problem::LoneReplicate { worlds } => {
            let worlds = count(u64::from(*worlds), l);
            Phrase::new(
                say!(
                    l,
                    "with one replicate in each of {worlds} worlds, luck and doubt cannot be told apart",
                    "met één herhaling in elk van {worlds} werelden zijn toeval en twijfel niet te onderscheiden"
                ),
                say!(l, "needs at least two replicates in each", "vraagt minstens twee herhalingen in elk"),
            )
            .secondary(say!(l, "one in each", "een in elk"))
            .help(say!(l, "for instance replicates = 5", "bijvoorbeeld replicates = 5"))
        }
        Problem::TooManyLives { lives, limit } => {
            let (lives, limit) = (count(*lives, l), count(*limit, l));
            Phrase::new(
                say!(
                    l,
                    "worlds times replicates makes {lives} replicates of each arm, more than the {limit} that can be kept",
                    "werelden maal herhalingen geeft {lives} herhalingen per arm, meer dan de {limit} die bewaard kunnen worden"
                ),
                say!(l, "so many worlds", "zoveel werelden"),
            )
            .secondary(say!(l, "so many replicates in each", "zoveel herhalingen in elk"))
            .help(say!(l, "lower `worlds` or `replicates`", "verlaag `worlds` of `replicates`"))
        }
        Problem::TooManyPoints { points, limit } => {
            // more than can be counted
            let found = if *points == u64::MAX { say!(l, "too many", "te veel") } else { count(*points, l) };
            let limit = count(*limit, l);
            Phrase::new(
                say!(
                    l,
                    "this sweep would have {found} points; at most {limit} are laid",
                    "deze sweep zou {found} punten hebben; er worden er hoogstens {limit} gelegd"
                ),
                say!(l, "every combination is a point", "elke combinatie is een punt"),
            )
            .help(say!(
                l,
                "take fewer factors, levels or `points`; many factors go with design = \"lhs\" or \"morris\"",
                "neem minder factoren, niveaus of `points`; bij veel factoren past design = \"lhs\" of \"morris\""
            ))
        }
        Problem::UnevenDraws { found, expected } => {
            let (found, expected) = (count(*found as u64, l), count(*expected as u64, l));
            Phrase::new(
                say!(
                    l,
                    "draws go together, so every parameter needs as many",
                    "trekkingen horen bij elkaar, dus elke parameter heeft er evenveel nodig"
                ),
                say!(l, "{found} draws, {expected} expected", "{found} trekkingen, {expected} verwacht"),
            )
            .secondary(say!(l, "as many as here", "evenveel als hier"))
        }
        Problem::NoFactors => Phrase::new(
            say!(l, "a sweep needs at least one factor", "een sweep heeft minstens één factor nodig"),
            say!(l, "no key is varied here", "hier varieert geen enkele sleutel"),
        )
        .help("\"organisation.teams\" = [6, 12, 24]".to_owned()),
        Problem::FactorValues { key, why } => factor(key, *why, l),
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

fn factor(key: &str, why: FactorFault, l: Language) -> Phrase {
    match why {
        FactorFault::Uneven { found, expected } => {
            let (found, expected) = (count(found as u64, l), count(expected as u64, l));
            Phrase::new(
                say!(
                    l,
                    "in a list the levels go together, so every factor needs as many",
                    "in een lijst horen de niveaus bij elkaar, dus elke factor heeft er evenveel nodig"
                ),
                say!(l, "levels: {found}, expected: {expected}", "niveaus: {found}, verwacht: {expected}"),
            )
            .secondary(say!(l, "as many as here", "evenveel als hier"))
            .help("design = \"factorial\"".to_owned())
        }
        FactorFault::Twice => Phrase::new(
            say!(l, "`{key}` has this level already", "`{key}` heeft dit niveau al"),
            say!(l, "a second time", "een tweede keer"),
        ),
        FactorFault::Words => Phrase::new(
            say!(
                l,
                "a range of `{key}` goes from one number or time to another",
                "een bereik van `{key}` gaat van een getal of tijd naar een ander"
            ),
            say!(l, "no numbers", "geen getallen"),
        )
        .help(say!(l, "list the levels: [..., ...]", "som de niveaus op: [..., ...]")),
        FactorFault::Backward => Phrase::new(
            say!(l, "the range of `{key}` does not go up", "het bereik van `{key}` gaat niet omhoog"),
            say!(l, "`from` must be below `to`", "`from` moet onder `to` liggen"),
        ),
        FactorFault::LogFromZero => Phrase::new(
            say!(l, "a range with scale = \"log\" begins above 0", "een bereik met scale = \"log\" begint boven 0"),
            say!(l, "equal ratios cannot begin here", "gelijke verhoudingen kunnen hier niet beginnen"),
        )
        .help(say!(l, "take a small number above 0, or leave scale out", "neem een klein getal boven 0, of laat scale weg")),
        FactorFault::Levels => Phrase::new(
            say!(l, "`levels` takes a whole number, 2 to 1,000", "`levels` vraagt een geheel getal, 2 tot 1.000"),
            say!(l, "so many levels cannot be laid", "zoveel niveaus kunnen niet gelegd worden"),
        ),
    }
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
