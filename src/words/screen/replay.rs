//! # What `why` and `story` say of the life they ask about

use super::{did_you_mean, either, joined, whole};
use crate::text::{Language, text};

/// The folder is not a finished one.
pub fn not_finished(folder: &str, language: Language) -> String {
    either(
        language,
        format!(
            "`{folder}` has no manifest.json that this version can read: give a folder that `onfoot run` or `compare` has finished, such as output/horseback"
        ),
        format!(
            "`{folder}` heeft geen manifest.json dat deze versie kan lezen: geef een map die `onfoot run` of `compare` heeft afgewerkt, zoals output/horseback"
        ),
    )
}

/// There is no such arm.
pub fn no_arm(name: &str, there: &[&str], meant: Option<&str>, language: Language) -> String {
    let there: Vec<String> = there.iter().map(|name| (*name).to_owned()).collect();
    let there = joined(&there, text("and", "en").get(language));
    let meant = meant.map_or_else(String::new, |name| format!("; {}", did_you_mean(&[name.to_owned()], language)));
    either(
        language,
        format!("there is no arm `{name}` in this folder; there is: {there}{meant}"),
        format!("er is geen variant `{name}` in deze map; er is: {there}{meant}"),
    )
}

/// There is no such replicate.
pub fn no_replicate(number: u32, count: u32, language: Language) -> String {
    out_of("replicate", "herhaling", "replicates", "herhalingen", number, count, language)
}

/// There is no such world.
pub fn no_world(number: u32, count: u32, language: Language) -> String {
    out_of("world", "wereld", "worlds", "werelden", number, count, language)
}

/// There is no such team.
pub fn no_team(number: u32, count: u32, language: Language) -> String {
    out_of("team", "team", "teams", "teams", number, count, language)
}

/// There is no such seat.
pub fn no_seat(number: u32, count: u32, language: Language) -> String {
    out_of("seat", "stoel", "seats", "stoelen", number, count, language)
}

fn out_of(one: &str, een: &str, many: &str, veel: &str, number: u32, count: u32, language: Language) -> String {
    let (number, last) = (whole(number.into(), language), whole(count.saturating_sub(1).into(), language));
    if count == 1 {
        return either(
            language,
            format!("there is no {one} {number}: there is one, number 0"),
            format!("er is geen {een} {number}: er is er één, nummer 0"),
        );
    }
    either(
        language,
        format!("there is no {one} {number}: {many} are numbered as in the tables, 0 to {last}"),
        format!("er is geen {een} {number}: {veel} zijn genummerd zoals in de tabellen, 0 tot {last}"),
    )
}

/// Days that are not in the record, or the wrong way round.
pub fn no_days(from: u32, to: u32, last: u32, language: Language) -> String {
    let [from, to, last] = [from, to, last].map(|day| whole(day.into(), language));
    either(
        language,
        format!(
            "from day {from} to day {to} is no stretch of this record, which runs from day 0 to day {last}: give --from before --to, both within it"
        ),
        format!(
            "van dag {from} tot dag {to} is geen stuk van dit verslag, dat van dag 0 tot dag {last} loopt: geef --from voor --to, allebei erbinnen"
        ),
    )
}

/// Which replicate.
pub fn replicate(number: u32, language: Language) -> String {
    format!("{} {}", text("replicate", "herhaling").get(language), whole(number.into(), language))
}

/// Which world.
pub fn world(number: u32, language: Language) -> String {
    format!("{} {}", text("world", "wereld").get(language), whole(number.into(), language))
}

/// Which team.
pub fn team(number: u32, language: Language) -> String {
    format!("team {}", whole(number.into(), language))
}

/// Which seat.
pub fn seat(number: u32, language: Language) -> String {
    format!("{} {}", text("seat", "stoel").get(language), whole(number.into(), language))
}

/// Where the picture went.
pub fn pictures(file: &str, language: Language) -> String {
    either(
        language,
        format!("Picture: {file} (also as .png, its numbers as .csv, in words as .txt)"),
        format!("Figuur: {file} (ook als .png, de getallen als .csv, in woorden als .txt)"),
    )
}
