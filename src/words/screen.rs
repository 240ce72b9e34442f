//! # What the screens say
//!
//! The sentences of the command line, as constants and as small functions.

use crate::text::{Language, Text, text};
use crate::words::number::number;

/// `onfoot` alone.
pub mod welcome {
    use crate::text::{Text, text};

    /// Above the first commands.
    pub const START_HERE: Text = text("Start here", "Begin hier");
    /// Where the scenarios are at hand.
    pub const START: &[(&str, Text)] = &[
        ("onfoot run scenarios/horseback.toml", text("one scenario: tables and figures", "één scenario: tabellen en figuren")),
        ("onfoot check scenarios/horseback.toml", text("what a run would do", "wat een uitvoering zou doen")),
        ("onfoot new my-study", text("a commented scenario to edit", "een scenario met uitleg, om te bewerken")),
    ];
    /// Where they are not.
    pub const START_ELSEWHERE: &[(&str, Text)] = &[
        ("onfoot new my-study", text("a commented scenario to edit", "een scenario met uitleg, om te bewerken")),
        ("onfoot run my-study/scenario.toml", text("then run it: tables and figures", "voer het dan uit: tabellen en figuren")),
    ];
    /// Above the rest.
    pub const LOOK_UP: Text = text("Look up", "Opzoeken");
    /// To look things up.
    pub const LOOK: &[(&str, Text)] = &[
        ("onfoot explain trust", text("a word: meaning, range, evidence", "een woord: betekenis, bereik, bewijs")),
        ("onfoot list", text("parameters, measures, repairs ...", "parameters, maten, herstel ...")),
        ("onfoot --help", text("everything", "alles")),
    ];
    /// The other language, said in that language.
    pub const OTHER_LANGUAGE: Text = text("Nederlands: onfoot --lang nl", "English: onfoot --lang en");
}

/// Before a fault.
pub const ERROR: Text = text("error", "fout");
/// Where help is.
pub const SEE: Text = text("see:", "zie:");
/// The arguments are not text.
pub const NOT_UTF8: Text = text("the command line holds characters that are not UTF-8", "de opdracht bevat tekens die geen UTF-8 zijn");
/// Any other fault of the command line.
pub const COMMAND_LINE: Text = text("the command line cannot be understood", "de opdracht is niet te begrijpen");

/// The language's choice of two sentences.
fn either(language: Language, en: String, nl: String) -> String {
    match language {
        Language::English => en,
        Language::Dutch => nl,
    }
}

/// Writing to stdout failed.
pub fn stdout_broken(why: &str, language: Language) -> String {
    either(language, format!("cannot write to the standard output: {why}"), format!("kan niet naar de standaarduitvoer schrijven: {why}"))
}

/// No such option.
pub fn unknown_argument(argument: &str, language: Language) -> String {
    either(language, format!("`{argument}` is not expected here"), format!("`{argument}` wordt hier niet verwacht"))
}

/// No such command.
pub fn unknown_command(command: &str, language: Language) -> String {
    either(language, format!("there is no command `{command}`"), format!("er is geen opdracht `{command}`"))
}

/// An option without its value.
pub fn value_missing(argument: &str, language: Language) -> String {
    either(language, format!("`{argument}` needs a value"), format!("`{argument}` heeft een waarde nodig"))
}

/// An option with a value that it does not take.
pub fn value_wrong(value: &str, argument: &str, language: Language) -> String {
    either(language, format!("`{value}` is not a value for `{argument}`"), format!("`{value}` is geen waarde voor `{argument}`"))
}

/// A value where none is taken.
pub fn value_unexpected(value: &str, argument: &str, language: Language) -> String {
    either(
        language,
        format!("`{argument}` takes no value, found `{value}`"),
        format!("`{argument}` neemt geen waarde, gevonden: `{value}`"),
    )
}

/// Something must be given.
pub fn argument_missing(argument: &str, language: Language) -> String {
    either(language, format!("{argument} is missing"), format!("{argument} ontbreekt"))
}

/// An option given twice.
pub fn argument_twice(argument: &str, language: Language) -> String {
    either(language, format!("`{argument}` is given more than once"), format!("`{argument}` staat er meer dan één keer"))
}

/// Two options that exclude one another.
pub fn argument_conflict(one: &str, other: &str, language: Language) -> String {
    either(language, format!("`{one}` cannot go together with `{other}`"), format!("`{one}` gaat niet samen met `{other}`"))
}

/// What was probably meant.
pub fn did_you_mean(words: &[String], language: Language) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    either(language, format!("did you mean {}?", joined(&words, "or")), format!("bedoelde je {}?", joined(&words, "of")))
}

/// `a, b or c`.
fn joined(words: &[String], and: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// No such word.
pub fn unknown_word(word: &str, language: Language) -> String {
    either(language, format!("nothing is called `{word}`"), format!("niets heet `{word}`"))
}

/// No such shelf.
pub fn unknown_shelf(word: &str, language: Language) -> String {
    either(language, format!("there is no list called `{word}`"), format!("er is geen lijst `{word}`"))
}

/// Above several cards with the same name.
pub const SEVERAL: Text = text("Several things have this name:", "Verschillende dingen heten zo:");
/// No scenario files in sight.
pub const NO_SCENARIOS: Text = text(
    "There is no folder scenarios/ here. Make a scenario of your own: onfoot new my-study",
    "Hier is geen map scenarios/. Maak zelf een scenario: onfoot new my-study",
);

/// A whole number with its thousands apart.
pub fn whole(n: u64, language: Language) -> String {
    number(n as f64, 0, language)
}

/// A number as short as it can be said exactly.
pub fn exact(value: f64, language: Language) -> String {
    let said = value.to_string();
    either(language, said.clone(), said.replace('.', ","))
}

/// How sure a number is.
pub const fn grade(grade: crate::theory::Grade) -> Text {
    match grade {
        crate::theory::Grade::Measured => text("measured in organisations", "gemeten in organisaties"),
        crate::theory::Grade::Related => text("derived from related studies", "afgeleid uit verwant onderzoek"),
        crate::theory::Grade::Assumed => {
            text("a judgement: no published estimate was found", "een inschatting: geen gepubliceerde schatting gevonden")
        }
    }
}

/// A phrase as a sentence: a capital at the start, a full stop at the end.
pub fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let stop = if phrase.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

/// Cards and shelves.
pub mod card {
    use super::{either, exact};
    use crate::scenario::Referent;
    use crate::scenario::catalogue::Fallback;
    use crate::text::{Language, Text, text};
    use crate::theory::repair::{Level, Nature, RepairRow};
    use crate::words::sentence::whom;

    /// A shelf.
    pub const KEYS: Text =
        text("Keys of scenario files, parameters and switches apart", "Sleutels van scenariobestanden, buiten parameters en schakelaars");
    /// A card.
    pub const KEY: Text = text("key of a scenario", "sleutel van een scenario");
    /// A shelf.
    pub const COLUMNS: Text = text("Columns of the tables", "Kolommen van de tabellen");
    /// A card.
    pub const COLUMN: Text = text("column", "kolom");
    /// A fact's label.
    pub const TAKES_VALUE: Text = text("Takes", "Neemt");
    /// A fact's label.
    pub const UNIT: Text = text("Unit", "Eenheid");
    /// A fact's label.
    pub const DEFAULT: Text = text("Default", "Standaard");
    /// A fact's label.
    pub const ONLY_FOR: Text = text("Only for", "Alleen voor");

    /// What holds when a key without a value of its own is not given.
    pub const fn fallback(fallback: Fallback) -> Option<Text> {
        match fallback {
            Fallback::Required => Some(text("none: it must be given", "geen: opgave is verplicht")),
            Fallback::Depends => Some(text("depends on what it is", "hangt af van wat het is")),
            Fallback::Nothing => Some(text("nothing", "niets")),
            Fallback::Standard | Fallback::Is(_) => None,
        }
    }

    /// A shelf.
    pub const BEHAVIOURS: Text = text("Everyday behaviours", "Alledaagse gedragingen");
    /// A card.
    pub const BEHAVIOUR: Text = text("everyday behaviour", "alledaagse gedraging");
    /// A shelf.
    pub const PRACTICES: Text = text("Institutional practices", "Institutionele praktijken");
    /// A card.
    pub const PRACTICE: Text = text("institutional practice", "institutionele praktijk");
    /// A shelf.
    pub const BREACHES: Text = text("Kinds of breach", "Soorten vertrouwensbreuk");
    /// A card.
    pub const BREACH: Text = text("kind of breach", "soort vertrouwensbreuk");
    /// A shelf.
    pub const REPAIRS: Text = text("Repairs", "Vormen van herstel");
    /// A card.
    pub const REPAIR: Text = text("repair", "herstel");

    /// A shelf.
    pub const DAY: Text = text("The order of the day", "De volgorde van de dag");
    /// A card.
    pub const STEP: Text = text("step of the day", "stap van de dag");
    /// A shelf.
    pub const CODES: Text = text("Codes of faults and warnings", "Codes van fouten en waarschuwingen");
    /// A card.
    pub const CODE: Text = text("code of a fault", "code van een fout");
    /// Above an example.
    pub const WRONG: Text = text("Wrong", "Fout");
    /// Above an example.
    pub const RIGHT: Text = text("Right", "Goed");

    /// Where a step stands and how often it is taken.
    pub fn step(place: usize, how_often: &str, language: Language) -> String {
        let often = match how_often {
            "daily" => text("every day", "elke dag"),
            "weekly" => text("every week", "elke week"),
            "monthly" => text("every month", "elke maand"),
            "when due" => text("when due", "wanneer het aan de beurt is"),
            _ => return either(language, format!("the {place}th"), format!("de {place}e")),
        };
        either(language, format!("number {place}, {}", often.en), format!("nummer {place}, {}", often.nl))
    }

    /// A fact's label.
    pub const TELLS: Text = text("Tells of", "Zegt iets over");
    /// A fact's label.
    pub const STRENGTH: Text = text("Strength", "Sterkte");
    /// A fact's label.
    pub const SHOWN_BY: Text = text("Shown by", "Getoond door");
    /// A fact's label.
    pub const FALLS_ON: Text = text("Falls on", "Komt terecht bij");
    /// A fact's label.
    pub const AT_WORK: Text = text("At work", "Aan het werk");
    /// A fact's label.
    pub const TAKES: Text = text("Takes from", "Neemt van");
    /// A fact's label.
    pub const JUMP: Text = text("Alarm", "Alarm");
    /// A fact's label.
    pub const DURATION: Text = text("Duration", "Duur");
    /// A fact's label.
    pub const COST: Text = text("Cost", "Kost");
    /// A unit.
    pub const WORKING_DAY: Text = text("working day", "werkdag");
    /// A unit.
    pub const WORKING_DAYS: Text = text("working days", "werkdagen");

    /// The facets, in the order used everywhere.
    pub const FACETS: [Text; 4] = [
        text("competence", "bekwaamheid"),
        text("reliability", "betrouwbaarheid"),
        text("intentions", "intenties"),
        text("honesty", "eerlijkheid"),
    ];
    /// The perceived risk.
    pub const RISK: Text = text("risk", "risico");
    /// The two pairs of facets.
    pub const PAIRS: [Text; 2] = [text("credibility", "geloofwaardigheid"), text("trustworthiness", "vertrouwenswaardigheid")];

    /// Names with their weights, those of weight 0 left out.
    fn weighted(names: &[Text], weights: &[f64], language: Language) -> String {
        let pairs = names.iter().zip(weights).filter(|(_, weight)| **weight > 0.0);
        pairs.map(|(name, weight)| format!("{} {}", name.get(language), exact(*weight, language))).collect::<Vec<_>>().join("; ")
    }

    /// What an act tells.
    pub fn facets(weights: &[f64; 4], risk: f64, language: Language) -> String {
        let [a, b, c, d] = *weights;
        let [w, x, y, z] = FACETS;
        weighted(&[w, x, y, z, RISK], &[a, b, c, d, risk], language)
    }

    /// Whom it concerns, and how much.
    pub fn referents(weights: &[f64; 3], language: Language) -> String {
        weighted(&Referent::ALL.map(whom), weights, language)
    }

    /// What a breach takes.
    pub fn pairs(weights: &[f64; 2], language: Language) -> String {
        weighted(&PAIRS, weights, language)
    }

    /// A cost.
    pub fn person_days(days: f64, language: Language) -> String {
        let said = exact(days, language);
        either(language, format!("{said} person-days"), format!("{said} persoonsdagen"))
    }

    /// What a repair is, in short.
    pub fn repair(row: &RepairRow, language: Language) -> String {
        let level = match row.level {
            Level::Individual => text("of the individual", "van het individu"),
            Level::Team => text("of the team", "van het team"),
            Level::Leader => text("of the leader", "van de leidinggevende"),
            Level::Organisation => text("of the organisation", "van de organisatie"),
        };
        let nature = match row.nature {
            Nature::Words => text("words", "woorden"),
            Nature::Deeds => text("deeds", "daden"),
            Nature::Structure => text("structure", "structuur"),
        };
        format!("{}, {} {}", row.name.get(language), nature.get(language), level.get(language))
    }

    /// A shelf.
    pub const SCENARIOS: Text = text("Scenarios at hand", "Scenario's hier");
    /// A shelf.
    pub const GROUPS: Text = text("Groups of parameters, one for each law", "Groepen parameters, één per wet");
    /// A card.
    pub const GROUP: Text = text("group of parameters", "groep parameters");
    /// A shelf.
    pub const PARAMETERS: Text = text("Parameters", "Parameters");
    /// A card.
    pub const PARAMETER: Text = text("parameter", "parameter");
    /// Several.
    pub const PARAMETERS_COUNTED: Text = text("parameters", "parameters");
    /// A shelf.
    pub const MEASURES: Text = text("Measures: what is recorded", "Maten: wat wordt opgetekend");
    /// A card.
    pub const MEASURE: Text = text("measure", "maat");
    /// A shelf.
    pub const MECHANISMS: Text = text("Mechanisms that can be switched off", "Mechanismen die uit kunnen");
    /// A card.
    pub const MECHANISM: Text = text("mechanism", "mechanisme");

    /// A fact's label.
    pub const EVIDENCE: Text = text("Evidence", "Bewijs");
    /// A fact's label.
    pub const SOURCE: Text = text("Source", "Bron");
    /// A fact's label.
    pub const IN_A_FILE: Text = text("In a file", "In een bestand");
    /// A fact's label.
    pub const ONCE: Text = text("For once", "Voor één keer");
    /// A fact's label.
    pub const RELATED: Text = text("Related", "Verwant");
    /// A fact's label.
    pub const SCOPE: Text = text("Of whom", "Van wie");
    /// A fact's label.
    pub const REFERENTS: Text = text("Trust in", "Vertrouwen in");
    /// A fact's label.
    pub const COURSE: Text = text("In time", "In de tijd");
    /// A fact's label.
    pub const FOUND_IN: Text = text("Found in", "Te vinden in");

    /// A fact.
    pub const BY_REFERENT: Text = text("colleagues, the leader, top management apart", "collega’s, leidinggevende en topmanagement apart");
    /// A fact.
    pub const ONE_VALUE: Text = text("not told apart", "niet uitgesplitst");
    /// A fact.
    pub const ORGANISATION_AND_TEAM: Text = text("the organisation and each team", "de organisatie en elk team");
    /// A fact.
    pub const ORGANISATION: Text = text("the organisation", "de organisatie");
    /// A fact.
    pub const SINCE_START: Text = text("a sum since day 0", "een som sinds dag 0");
    /// A fact.
    pub const ON_ITS_DAY: Text = text("a level on its day", "een niveau op zijn dag");
    /// A fact.
    pub const IN_TABLES: Text = text("series and summary.csv", "series en summary.csv");
    /// A switch.
    pub const ON: Text = text("on by default", "standaard aan");
    /// A switch.
    pub const OFF: Text = text("off by default", "standaard uit");

    /// Unit, range and default of a number.
    pub fn measured(unit: &str, low: f64, high: f64, default: f64, language: Language) -> String {
        let [low, high, default] = [low, high, default].map(|value| exact(value, language));
        let unit = if unit == "-" {
            either(language, "no unit".into(), "zonder eenheid".into())
        } else {
            crate::words::unit::unit(unit, language)
        };
        let range = either(language, format!("{low} to {high}"), format!("{low} tot {high}"));
        let range = if unit == range { range } else { format!("{unit}, {range}") };
        either(language, format!("{range}, default {default}"), format!("{range}, standaard {default}"))
    }
}

/// What `run` says.
pub mod run {
    use super::{either, whole};
    use crate::scenario::{MONTH, Referent, WEEK, YEAR};
    use crate::text::{Language, Text, text};
    use crate::words::number::{count, number};
    use crate::words::sentence::whom;

    /// A span of clock time.
    pub fn clock(seconds: f64, language: Language) -> String {
        let whole = seconds.ceil().max(1.0) as u64;
        match whole {
            0..120 => format!("{whole} s"),
            120..7_200 => format!("{} min", whole / 60),
            _ => either(language, format!("{} h", whole / 3_600), format!("{} u", whole / 3_600)),
        }
    }

    /// A length that people set themselves: said exactly when it is a round number of years, months or weeks.
    pub fn days(days: u32, language: Language) -> String {
        let months = (f64::from(days) / MONTH).round();
        let exact = [
            (days.is_multiple_of(YEAR), f64::from(days / YEAR), text("year", "jaar"), text("years", "jaar")),
            (days > 0 && (months * MONTH).round() as u32 == days, months, text("month", "maand"), text("months", "maanden")),
            (days.is_multiple_of(WEEK), f64::from(days / WEEK), text("week", "week"), text("weeks", "weken")),
        ];
        match exact.into_iter().find(|(fits, amount, ..)| *fits && *amount >= 1.0) {
            Some((_, amount, one, many)) => count(amount as u64, one, many, language),
            None => count(days.into(), text("working day", "werkdag"), text("working days", "werkdagen"), language),
        }
    }

    /// `4 arms x 100 replicates`, twins counted apart.
    pub fn arms(arms: u64, twins: u64, replicates: u64, language: Language) -> String {
        let arms = count(arms, text("arm", "variant"), text("arms", "varianten"), language);
        let replicates = count(replicates, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
        let twins = match twins {
            0 => String::new(),
            n => format!(" + {}", count(n, text("twin", "tweeling"), text("twins", "tweelingen"), language)),
        };
        if twins.is_empty() { format!("{arms} × {replicates}") } else { format!("({arms}{twins}) × {replicates}") }
    }

    /// Before the command that goes on.
    pub const CONTINUE: Text = text("Continue:", "Verder:");
    /// Before the command that starts anew.
    pub const ANEW: Text = text("Anew:", "Opnieuw:");
    /// Before the command that writes elsewhere.
    pub const BESIDE: Text = text("Beside it:", "Ernaast:");
    /// Before the next command.
    pub const NEXT: Text = text("Next:", "Hierna:");
    /// While files are written.
    pub const WRITING: Text = text("  writing tables and figures ...", "  tabellen en figuren worden geschreven ...");

    /// Who is there and how long.
    pub fn organisation(people: f64, teams: u32, length: u32, language: Language) -> String {
        let people = super::check::about(people, language);
        let teams = count(teams.into(), text("team", "team"), text("teams", "teams"), language);
        either(
            language,
            format!("{people} people, {teams}, {}", days(length, language)),
            format!("{people} mensen, {teams}, {}", days(length, language)),
        )
    }

    /// The seed.
    pub fn seed(seed: u64, language: Language) -> String {
        either(language, format!("seed {seed}"), format!("startgetal {seed}"))
    }

    /// Stopped on the way.
    pub fn interrupted(percent: u64, folder: &str, language: Language) -> String {
        either(language, format!("stopped at {percent} %, kept in {folder}."), format!("gestopt bij {percent} %, bewaard in {folder}."))
    }

    /// The same design was run before.
    pub fn already(folder: &str, seconds: Option<f64>, language: Language) -> String {
        let age = seconds.map(|seconds| ago(seconds, language)).unwrap_or_default();
        either(language, format!("already computed{age}: {folder}"), format!("al berekend{age}: {folder}"))
    }

    fn ago(seconds: f64, language: Language) -> String {
        let (value, one, many) = match seconds {
            s if s < 90.0 => (s, text("second", "seconde"), text("seconds", "seconden")),
            s if s < 5_400.0 => (s / 60.0, text("minute", "minuut"), text("minutes", "minuten")),
            s if s < 129_600.0 => (s / 3_600.0, text("hour", "uur"), text("hours", "uur")),
            s => (s / 86_400.0, text("day", "dag"), text("days", "dagen")),
        };
        let said = count(value.round() as u64, one, many, language);
        either(language, format!(", {said} ago"), format!(", {said} geleden"))
    }

    /// The same design was run before, with tables of the other form.
    pub fn other_format(folder: &str, language: Language) -> String {
        either(
            language,
            format!("`{folder}` holds these results in the other table format"),
            format!("`{folder}` bevat deze resultaten in het andere tabelformaat"),
        )
    }

    /// Some lives failed.
    pub fn failed(failed: u64, lives: u64, folder: &str, language: Language) -> String {
        let (failed, lives) = (whole(failed, language), whole(lives, language));
        either(
            language,
            format!("{failed} of {lives} lives failed; {folder}/runs.csv says why"),
            format!("{failed} van {lives} levens mislukten; {folder}/runs.csv zegt waarom"),
        )
    }

    /// A picture that cannot be drawn or written.
    pub fn figure(file: &str, why: &str, language: Language) -> String {
        either(language, format!("cannot draw `{file}`: {why}"), format!("kan `{file}` niet tekenen: {why}"))
    }

    /// The pictures.
    pub fn figures(pictures: u64, language: Language) -> String {
        let pictures = count(pictures, text("picture", "figuur"), text("pictures", "figuren"), language);
        either(language, format!("{pictures}, SVG and PNG: look here first"), format!("{pictures}, SVG en PNG: kijk hier eerst"))
    }

    /// How long it took.
    pub fn finished(seconds: f64, language: Language) -> String {
        let said = if seconds < 9.95 { format!("{} s", number(seconds, 1, language)) } else { clock(seconds, language) };
        either(language, format!("finished in {said}"), format!("klaar in {said}"))
    }

    /// The fingerprint.
    pub fn design(hash: &str, language: Language) -> String {
        either(language, format!("design {hash}"), format!("ontwerp {hash}"))
    }

    /// Above the chart.
    pub fn chart(referent: Referent, language: Language) -> String {
        let whom = whom(referent).get(language);
        either(
            language,
            format!("Trust in {whom}, 0 to 1 (median of the replicates)"),
            format!("Vertrouwen in {whom}, 0 tot 1 (mediaan van de herhalingen)"),
        )
    }

    /// Below the chart.
    pub fn legend(filled: char, dotted: Option<char>, arm: Option<&str>, breach: bool, language: Language) -> String {
        let course = arm.map_or_else(|| either(language, "this organisation".into(), "deze organisatie".into()), str::to_owned);
        let mut legend = format!("{filled} {course}");
        if let Some(dotted) = dotted {
            legend += &either(language, format!(";  {dotted} twin without the breach"), format!(";  {dotted} tweeling zonder de breuk"));
        }
        if breach {
            legend += &either(language, ";  X breach".into(), ";  X vertrouwensbreuk".into());
        }
        legend
    }

    /// A label of the time axis with its unit.
    pub fn tick(value: f64, years: bool, language: Language) -> String {
        let (one, many) =
            if years { (text("year", "jaar"), text("years", "jaar")) } else { (text("month", "maand"), text("months", "maanden")) };
        count(value as u64, one, many, language)
    }

    /// Head of the labels in the table of the end.
    pub const AT_THE_END: Text = text("at the end, median", "op het einde, mediaan");

    /// An arm's name; those that we gave are said in words.
    pub fn arm(name: &str, language: Language) -> String {
        match name {
            "main" => either(language, "this one".into(), "deze".into()),
            "twin" => either(language, "twin".into(), "tweeling".into()),
            name => name.to_owned(),
        }
    }

    /// Above the files.
    pub fn files_in(folder: &str, language: Language) -> String {
        either(language, format!("Files in {folder}"), format!("Bestanden in {folder}"))
    }

    /// What a file is; `None` for those that need no mention.
    pub fn file(name: &str, rows: Option<u64>, bytes: u64, language: Language) -> Option<String> {
        if rows == Some(0) {
            return None;
        }
        if let Some(rows) = rows {
            let (rows, size) = (super::check::about(rows as f64, language), super::check::size(bytes as f64, language));
            return Some(either(language, format!("{rows} rows, {size}"), format!("{rows} rijen, {size}")));
        }
        (name == "resolved.toml").then(|| either(language, "every value that was in force".into(), "elke waarde die gold".into()))
    }

    /// How far a run is.
    pub fn progress(percent: u64, done: u64, total: u64, speed: f64, left: Option<f64>, language: Language) -> String {
        let (done, total) = (whole(done, language), whole(total, language));
        let mut line = either(language, format!("{percent} %   {done} of {total}"), format!("{percent} %   {done} van {total}"));
        if let Some(left) = left {
            let (speed, left) = (number(speed, usize::from(speed < 9.95), language), clock(left, language));
            line += &either(language, format!("   {speed} lives/s   {left} left"), format!("   {speed} levens/s   nog {left}"));
        }
        line
    }
}

/// Before a command worth trying.
pub const TRY: Text = text("Try:", "Probeer:");

/// What `new` says.
pub mod new {
    use super::{either, whole};
    use crate::text::{Language, Text, text};

    /// The folder holds something.
    pub fn already_there(dir: &str, language: Language) -> String {
        either(
            language,
            format!("`{dir}` is not empty; nothing was changed. It holds:"),
            format!("`{dir}` is niet leeg; er is niets gewijzigd. Erin staat:"),
        )
    }

    /// What to do then.
    pub const ANOTHER_NAME: Text = text("help: choose another name", "hulp: kies een andere naam");

    /// The folder cannot be made.
    pub fn cannot_make(dir: &str, why: &str, language: Language) -> String {
        either(language, format!("cannot make `{dir}`: {why}"), format!("kan `{dir}` niet maken: {why}"))
    }

    /// The folder is made.
    pub fn made(dir: &str, language: Language) -> String {
        either(language, format!("Made {dir}"), format!("Gemaakt: {dir}"))
    }

    /// About the scenario.
    pub fn scenario_file(lines: u64, language: Language) -> String {
        let lines = whole(lines, language);
        either(
            language,
            format!("{lines} lines, every key explained, runs as it is"),
            format!("{lines} regels, uitleg bij elke sleutel, werkt zoals het is"),
        )
    }

    /// About the README.
    pub const README_FILE: Text = text("what to change first", "wat je eerst kunt wijzigen");

    /// The README of a new study.
    pub fn readme(scenario: &str, language: Language) -> String {
        let en = format!(
            "# A study with onfoot\n\n\
            Look before running, then run:\n\n\
            ```\nonfoot check {scenario}\nonfoot run {scenario}\n```\n\n\
            What to change first in `scenario.toml`:\n\n\
            1. `title` and `question`: what you want to know.\n\
            2. `[organisation]`: how many teams, how large.\n\
            3. `[[event]]`: what happens, to whom, on which day.\n\
            4. `[[repair]]` and `[arms]`: what is done about it, and what you compare.\n\
            5. `replicates` in `[run]`: few to try, a hundred or more to conclude.\n\n\
            `onfoot explain WORD` explains any key; `onfoot list` shows what there is. Numbers in files have a decimal point.\n\
            What comes out is a model's result, not a prediction for your organisation.\n"
        );
        let nl = format!(
            "# Een studie met onfoot\n\n\
            Kijk eerst, voer dan uit:\n\n\
            ```\nonfoot check {scenario}\nonfoot run {scenario}\n```\n\n\
            Wat je eerst kunt wijzigen in `scenario.toml`:\n\n\
            1. `title` en `question`: wat je wilt weten.\n\
            2. `[organisation]`: hoeveel teams, hoe groot.\n\
            3. `[[event]]`: wat er gebeurt, bij wie, op welke dag.\n\
            4. `[[repair]]` en `[arms]`: wat eraan gedaan wordt, en wat je vergelijkt.\n\
            5. `replicates` in `[run]`: enkele om te proberen, honderd of meer om te besluiten.\n\n\
            `onfoot explain WOORD` legt elke sleutel uit; `onfoot list` toont wat er is. Getallen in bestanden hebben een decimale punt.\n\
            Wat eruit komt is het resultaat van een model, geen voorspelling voor jouw organisatie.\n"
        );
        either(language, en, nl)
    }
}

/// What `check` says.
pub mod check {
    use super::run::{arms, clock, days};
    use super::{either, whole};
    use crate::text::{Language, Text, text};
    use crate::words::number::number;

    /// A label.
    pub const PEOPLE: Text = text("Organisation", "Organisatie");
    /// A label.
    pub const LENGTH: Text = text("Length", "Lengte");
    /// A label.
    pub const LIVES: Text = text("Lives", "Levens");
    /// A label.
    pub const ROWS: Text = text("Tables", "Tabellen");
    /// A label.
    pub const TIME: Text = text("Time", "Tijd");

    /// The scenario holds.
    pub fn fine(file: &str, title: &str, language: Language) -> String {
        let title = if title.is_empty() { String::new() } else { format!("   {title}") };
        either(language, format!("{file}: no faults{title}"), format!("{file}: geen fouten{title}"))
    }

    /// Who is there.
    pub fn people(people: f64, teams: u32, relations: f64, language: Language) -> String {
        let (people, teams, relations) = (about(people, language), whole(teams.into(), language), about(relations, language));
        either(
            language,
            format!("{people} people in {teams} teams, {relations} relations"),
            format!("{people} mensen in {teams} teams, {relations} relaties"),
        )
    }

    /// How long.
    pub fn length(length: u32, language: Language) -> String {
        let working = whole(length.into(), language);
        either(
            language,
            format!("{} ({working} working days)", days(length, language)),
            format!("{} ({working} werkdagen)", days(length, language)),
        )
    }

    /// How often.
    pub fn lives(one: u64, twins: u64, replicates: u64, lives: u64, language: Language) -> String {
        format!("{} = {}", arms(one, twins, replicates, language), whole(lives, language))
    }

    /// How many rows, how much room.
    pub fn rows(rows: f64, bytes: f64, language: Language) -> String {
        let (rows, bytes) = (about(rows, language), size(bytes, language));
        either(language, format!("about {rows} rows, {bytes} on the disk"), format!("ongeveer {rows} rijen, {bytes} op de schijf"))
    }

    /// How long it takes.
    pub fn time(seconds: f64, threads: usize, language: Language) -> String {
        let (seconds, threads) = (clock(seconds, language), whole(threads as u64, language));
        either(language, format!("about {seconds} on {threads} threads"), format!("ongeveer {seconds} op {threads} threads"))
    }

    /// Two digits that matter, and words for what is large.
    pub fn about(value: f64, language: Language) -> String {
        let (value, word) = match value {
            v if v >= 999_500_000.0 => (v / 1e9, text(" billion", " miljard")),
            v if v >= 999_500.0 => (v / 1e6, text(" million", " miljoen")),
            v => (v, text("", "")),
        };
        let short = !word.en.is_empty() && value < 9.95;
        number(value, usize::from(short), language) + word.get(language)
    }

    /// Bytes, in the unit that fits.
    pub fn size(bytes: f64, language: Language) -> String {
        let (value, unit) = match bytes {
            b if b >= 999.5e6 => (b / 1e9, "GB"),
            b if b >= 999.5e3 => (b / 1e6, "MB"),
            b => ((b / 1e3).max(1.0), "kB"),
        };
        format!("{} {unit}", number(value, usize::from(value < 9.95 && unit != "kB"), language))
    }
}

/// The road of trust: what was lost and how long each stretch took.
pub mod road {
    use super::{either, whole};
    use crate::scenario::Referent;
    use crate::text::{Language, Text, text};
    use crate::words::number::duration;
    use crate::words::sentence;

    /// A quantity.
    pub const BEFORE: Text = text("before the breach", "voor de breuk");
    /// A quantity.
    pub const LOWEST: Text = text("lowest point", "dieptepunt");
    /// A quantity.
    pub const BUILD: Text = text("time to build what was lost", "opbouwtijd van wat verloren is");
    /// A quantity.
    pub const FALL: Text = text("time to lose 90 % of it", "tijd om 90 % te verliezen");
    /// A quantity.
    pub const BACK: Text = text("time to come back", "tijd tot de terugkeer");
    /// A quantity.
    pub const LEAVERS: Text = text("leavers more than in the twin", "meer vertrekkers dan tweeling");
    /// A head.
    pub const MEDIAN: Text = text("median", "mediaan");
    /// A head.
    pub const RANGE: Text = text("10 % to 90 %", "10 % tot 90 %");
    /// Heads when arms stand side by side, that of the labels apart.
    pub const ARM_HEADS: [Text; 5] =
        [text("", ""), text("lowest", "laagst"), text("fall", "val"), text("back after", "terug na"), text("never back", "nooit terug")];

    /// Whose trust the table is about.
    pub fn whom(referent: Referent, language: Language) -> String {
        let whom = sentence::whom(referent).get(language);
        either(language, format!("trust in {whom}"), format!("vertrouwen in {whom}"))
    }

    /// Never back in the time that was left.
    pub fn never(horizon: f64, language: Language) -> String {
        let time = duration(horizon, language);
        either(language, format!("not back {time} later"), format!("{time} later niet terug"))
    }

    /// So many of so many.
    pub fn of(some: u64, all: u64, language: Language) -> String {
        let (some, all) = (whole(some, language), whole(all, language));
        either(language, format!("{some} of {all}"), format!("{some} van {all}"))
    }

    /// From here to there.
    pub fn range(low: &str, high: &str, language: Language) -> String {
        either(language, format!("{low} to {high}"), format!("{low} tot {high}"))
    }

    /// Longer than was watched.
    pub fn more_than(time: &str) -> String {
        format!("> {time}")
    }
}
