//! # What the screens say
//!
//! The sentences of the command line, as constants and as small functions.

#[cfg(feature = "whole")]
pub mod calibrate;
pub mod card;
pub mod check;
pub mod cite;
pub mod cluster;
pub mod compare;
pub mod live;
pub mod lock;
pub mod new;
pub mod open;
pub mod parts;
pub mod plot;
pub mod portfolio;
pub mod quantity;
pub mod replay;
pub mod road;
pub mod run;
pub mod sensitivity;
pub mod story;
pub mod sweep;
pub mod validate;
pub mod verdict;
pub mod verify;
pub mod welcome;
pub mod why;
pub mod worlds;

use crate::text::{Language, Text, text};
use crate::words::number::number;

/// Before a fault.
pub const ERROR: Text = text("error", "fout");
/// Where help is.
pub const SEE: Text = text("see:", "zie:");
/// The arguments are not text.
pub const NOT_UTF8: Text = text("the command line holds characters that are not UTF-8", "de opdracht bevat tekens die geen UTF-8 zijn");
/// Interrupted, and nothing is kept.
pub const STOPPED: Text = text("Interrupted; nothing was written.", "Onderbroken; er is niets geschreven.");
/// The file system of a folder knows no locks.
pub const HOLDS_UNKNOWN: Text = text(
    "note: the file system of this folder knows no locks; take care that no other onfoot writes there meanwhile",
    "let op: het bestandssysteem van deze map kent geen vergrendeling; zorg dat ondertussen geen andere onfoot daar schrijft",
);
/// Any other fault of the command line.
pub const COMMAND_LINE: Text = text("the command line cannot be understood", "de opdracht is niet te begrijpen");

/// The language's choice of two sentences.
pub(in crate::words) fn either(language: Language, en: String, nl: String) -> String {
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
/// What a name is worth where there is no file.
pub const SHIPPED_RUN_ANYWHERE: Text = text(
    "Scenarios that come with the program run in any folder by their name: onfoot run horseback. To change one: onfoot new my-study --from horseback",
    "Scenario's die bij het programma horen, werken in elke map met hun naam: onfoot run horseback. Om er een te wijzigen: onfoot new mijn-studie --from horseback",
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

/// Before a command worth trying.
pub const TRY: Text = text("Try:", "Probeer:");
