//! # What `parts`, `run --part` and `merge` say

use super::quantity::{clock, size};
use super::{either, whole};
use crate::text::{Language, Text, text};
use crate::words::number::count;

/// A label.
pub const PARTS: Text = text("Parts", "Delen");
/// A label.
pub const EACH: Text = text("Each part", "Elk deel");
/// Heads of the table of parts.
pub const CUT: [Text; 4] = [
    text("part", "deel"),
    text("first replicate", "eerste herhaling"),
    text("last replicate", "laatste herhaling"),
    text("in all arms and twins", "in alle varianten en tweelingen"),
];
/// Above the commands that run what is missing.
pub const MISSING_RUN: Text = text("To run what is missing:", "Om door te rekenen wat ontbreekt:");
/// Before the command that runs what is missing here.
pub const OR_HERE: Text = text("Or here:", "Of hier:");

/// So many replicates.
fn replicates(n: u64, language: Language) -> String {
    count(n, text("replicate", "herhaling"), text("replicates", "herhalingen"), language)
}

/// Numbers as people write them: `3, 7 to 9`.
pub fn numbers(numbers: &[u32], language: Language) -> String {
    let mut ranges: Vec<[u32; 2]> = Vec::new();
    for &number in numbers {
        match ranges.last_mut().filter(|range| range[1] + 1 == number) {
            Some(range) => range[1] = number,
            None => ranges.push([number, number]),
        }
    }
    self::ranges(&ranges, language)
}

/// Ranges as people write them; of very many the first.
fn ranges(ranges: &[[u32; 2]], language: Language) -> String {
    const MOST: usize = 12;
    let said = |[from, to]: &[u32; 2]| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => either(language, format!("{from} to {to}"), format!("{from} tot {to}")),
    };
    let more = if ranges.len() > MOST { ", ..." } else { "" };
    ranges.iter().take(MOST).map(said).collect::<Vec<_>>().join(", ") + more
}

/// Into how many parts, and how many are advised.
pub fn advised(of: u32, advised: u32, asked: bool, language: Language) -> String {
    let [parts, best] = [of, advised].map(|n| count(n.into(), text("part", "deel"), text("parts", "delen"), language));
    if asked && of != advised {
        return either(language, format!("{parts} (advised: {best})"), format!("{parts} (aangeraden: {best})"));
    }
    either(
        language,
        format!("{parts}, as advised: about ten minutes each, or less"),
        format!("{parts}, zoals aangeraden: elk ongeveer tien minuten, of minder"),
    )
}

/// What a part is.
pub fn each(lives: u64, seconds: f64, threads: usize, language: Language) -> String {
    let (lives, seconds, threads) = (replicates(lives, language), clock(seconds, language), whole(threads as u64, language));
    either(
        language,
        format!("{lives} in all arms and twins, about {seconds} on {threads} threads"),
        format!("{lives} in alle varianten en tweelingen, ongeveer {seconds} op {threads} threads"),
    )
}

/// How much memory a part takes.
pub fn memory(bytes: f64, language: Language) -> String {
    let bytes = size(bytes, language);
    either(language, format!("about {bytes} for a part"), format!("ongeveer {bytes} voor een deel"))
}

/// How much room a part takes on the disk.
pub fn disk(bytes: f64, language: Language) -> String {
    let bytes = size(bytes, language);
    either(
        language,
        format!("about {bytes} for a part, until all are merged"),
        format!("ongeveer {bytes} voor een deel, tot alles samengevoegd is"),
    )
}

/// How parts are run.
pub fn anywhere(of: u32, language: Language) -> String {
    let of = whole(of.into(), language);
    either(
        language,
        format!(
            "Parts 1 to {of}, in any order, at the same time, on any machines that share the folder; --part env/{of} takes the number \
             from an array job."
        ),
        format!(
            "Delen 1 tot {of}, in om het even welke volgorde, tegelijk, op alle machines die de map delen; --part env/{of} neemt het \
             nummer van een array-taak."
        ),
    )
}

/// What was typed is no part.
pub fn no_part(typed: &str, language: Language) -> String {
    either(
        language,
        format!("`{typed}` is no part: write --part 3/8 for part 3 of 8, or --part env/8 for the number that an array job gives"),
        format!("`{typed}` is geen deel: schrijf --part 3/8 voor deel 3 van 8, of --part env/8 voor het nummer dat een array-taak geeft"),
    )
}

/// More parts than replicates.
pub fn too_many(of: u32, replicates: u32, language: Language) -> String {
    let (of, replicates) = (whole(of.into(), language), whole(replicates.into(), language));
    either(
        language,
        format!("{replicates} replicates cannot be cut into {of} parts: a part holds at least one, so write at most {replicates}"),
        format!("{replicates} herhalingen kunnen niet in {of} delen: een deel heeft er minstens één, dus schrijf hoogstens {replicates}"),
    )
}

/// A number beyond the parts.
pub fn no_such_part(number: u32, of: u32, from: Option<&str>, language: Language) -> String {
    let from = from.map_or_else(String::new, |name| format!("{name}: "));
    either(
        language,
        format!("{from}there is no part {number} of {of}: parts are numbered 1 to {of}"),
        format!("{from}er is geen deel {number} van {of}: delen zijn genummerd van 1 tot {of}"),
    )
}

/// No array job gives a number: none of these variables is set.
pub fn no_array(names: &[&str], of: u32, language: Language) -> String {
    let names = names.join(", ");
    either(
        language,
        format!("no array job is to be seen: none of {names} is set. Write the number instead: --part 1/{of}"),
        format!("er is geen array-taak te zien: geen van {names} heeft een waarde. Schrijf het nummer: --part 1/{of}"),
    )
}

/// A variable that holds no number.
pub fn strange_array(name: &str, value: &str, language: Language) -> String {
    either(
        language,
        format!("{name} is `{value}`, which is no number of a part"),
        format!("{name} is `{value}`, en dat is geen nummer van een deel"),
    )
}

/// Two variables mean different parts.
pub fn arrays_disagree(one: &str, other: &str, of: u32, language: Language) -> String {
    either(
        language,
        format!("{one} and {other} mean different parts. Unset the one that is not meant, or write the number: --part 1/{of}"),
        format!("{one} en {other} bedoelen verschillende delen. Wis wat niet bedoeld is, of schrijf het nummer: --part 1/{of}"),
    )
}

/// What is about to be run.
pub fn opening(number: u32, of: u32, [first, last]: [u32; 2], lives: u64, language: Language) -> String {
    let lives = replicates(lives, language);
    either(
        language,
        format!("part {number} of {of}: replicates {first} to {last} of every arm and twin, {lives} together"),
        format!("deel {number} van {of}: herhalingen {first} tot {last} van elke variant en tweeling, samen {lives}"),
    )
}

/// It is there now.
pub fn published(number: u32, of: u32, lives: u64, folder: &str, language: Language) -> String {
    let lives = replicates(lives, language);
    either(
        language,
        format!("part {number} of {of} is in {folder} ({lives} run)"),
        format!("deel {number} van {of} staat in {folder} ({lives} doorgerekend)"),
    )
}

/// It was there.
pub fn there(number: u32, of: u32, folder: &str, language: Language) -> String {
    either(language, format!("part {number} of {of} is in {folder} already"), format!("deel {number} van {of} stond al in {folder}"))
}

/// All was merged.
pub fn complete(folder: &str, language: Language) -> String {
    either(
        language,
        format!("{folder} holds the finished results already; nothing is missing"),
        format!("{folder} bevat de afgewerkte resultaten al; er ontbreekt niets"),
    )
}

/// Stopped on the way.
pub fn interrupted(number: u32, of: u32, done: u64, lives: u64, folder: &str, language: Language) -> String {
    let (done, lives) = (whole(done, language), whole(lives, language));
    either(
        language,
        format!("part {number} of {of} was stopped: {done} of its {lives} replicates are kept in {folder}"),
        format!("deel {number} van {of} is gestopt: {done} van de {lives} herhalingen zijn bewaard in {folder}"),
    )
}

/// Some failed.
pub fn failed(failed: u64, lives: u64, language: Language) -> String {
    let (failed, lives) = (whole(failed, language), whole(lives, language));
    either(
        language,
        format!("{failed} of {lives} replicates failed; the tables will say why"),
        format!("{failed} van {lives} herhalingen mislukten; de tabellen zeggen waarom"),
    )
}

/// A part that cannot be trusted.
pub fn set_aside(part: &str, language: Language) -> String {
    either(
        language,
        format!("a part could not be trusted; it is set aside as {part}, and its replicates are missing."),
        format!("een deel was niet te vertrouwen; het is opzijgezet als {part}, en de herhalingen erin ontbreken."),
    )
}

/// Before the tables are written.
pub fn merging(name: &str, lives: u64, parts: u32, language: Language) -> String {
    let lives = replicates(lives, language);
    let parts = count(parts.into(), text("part", "deel"), text("parts", "delen"), language);
    either(language, format!("{name}: merging {parts}, {lives}"), format!("{name}: {parts} samenvoegen, {lives}"))
}

/// Something is missing.
pub fn lacks(folder: &str, missing: &[u32], of: u32, language: Language) -> String {
    let count = whole(missing.len() as u64, language);
    let numbers = numbers(missing, language);
    either(
        language,
        format!("{folder} lacks {count} of {of} parts: {numbers}"),
        format!("in {folder} ontbreken {count} van {of} delen: {numbers}"),
    )
}

/// What of an arm is missing.
pub fn missing_of(arm: &str, ranges: &[[u32; 2]], language: Language) -> String {
    let ranges = self::ranges(ranges, language);
    either(language, format!("arm {arm}: replicates {ranges}"), format!("variant {arm}: herhalingen {ranges}"))
}

/// Further commands.
pub fn more(more: usize, language: Language) -> String {
    let more = whole(more as u64, language);
    either(language, format!("and {more} more: --json names them all"), format!("en nog {more}: --json noemt ze alle"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_said_as_a_range() {
        assert_eq!(numbers(&[3, 7, 8, 9, 12, 13], Language::English), "3, 7 to 9, 12, 13");
        assert_eq!(numbers(&[1, 2, 3], Language::Dutch), "1 tot 3");
        assert_eq!(numbers(&[], Language::English), "");
    }
}
