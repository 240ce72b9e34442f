//! # What `story` says

use super::{either, whole};
use crate::analysis::survival::Wait;
use crate::observe::EntryKind;
use crate::scenario::Referent;
use crate::text::{Language, Text, text};
use crate::words::account::on_day;
use crate::words::back::OF_ONE;
use crate::words::number::{duration, number};
use crate::words::sentence::whom;

/// A stretch in which nothing sudden moved trust much.
pub const ON_FOOT: Text = text("on foot", "te voet");
/// A turn for which the diary has no name.
pub const TURN: Text = text("a turn", "een keerpunt");
/// Nothing moved.
pub const LITTLE: Text = text("On balance little moved.", "Per saldo bewoog er weinig.");
/// Still there.
pub const STILL_THERE: Text = text("Still there at the end.", "Aan het einde nog aanwezig.");

/// Who it is.
pub fn who(seat: u32, team: u32, leads: bool, generation: u32, since: u32, language: Language) -> String {
    let [seat, team] = [seat, team].map(|n| whole(n.into(), language));
    let role = if leads { text("leads", "leidt") } else { text("works in", "werkt in") }.get(language);
    let came = match (language, since) {
        (Language::English, 0) => "there from the start".to_owned(),
        (Language::Dutch, 0) => "aanwezig vanaf het begin".to_owned(),
        (Language::English, day) => format!("started on {}, as person number {generation} in that seat", on_day(day, language)),
        (Language::Dutch, day) => format!("begonnen op {}, als persoon nummer {generation} op die stoel", on_day(day, language)),
    };
    either(
        language,
        format!("The person in seat {seat} {role} team {team}, {came}."),
        format!("De persoon op stoel {seat} {role} team {team}, {came}."),
    )
}

/// How it ended.
pub fn ended(how: Option<EntryKind>, day: u32, language: Language) -> String {
    let day = on_day(day, language);
    match how {
        Some(EntryKind::Quit) => either(language, format!("Quits on {day}."), format!("Neemt ontslag op {day}.")),
        Some(EntryKind::InvoluntaryExit) => either(language, format!("Has to leave on {day}."), format!("Moet vertrekken op {day}.")),
        _ => either(language, format!("Leaves on {day}."), format!("Vertrekt op {day}.")),
    }
}

/// The proverb, measured: what was lost in so many days, and what it had taken to build.
pub fn lost(referent: Referent, size: f64, days: u32, built: Option<u32>, language: Language) -> String {
    let (whose, size) = (whom(referent).get(language), number(size, 2, language));
    let within = within(days, language);
    if let Some(built) = built.map(|days| duration(days.into(), language)) {
        return either(
            language,
            format!("{within} {size} of trust in {whose} was lost, which had taken {built} to build."),
            format!("{within} ging {size} van het vertrouwen in {whose} verloren, dat in {built} was opgebouwd."),
        );
    }
    let so_little = match referent {
        Referent::Leader => {
            text("this leader had not been trusted so little before", "zo weinig werd deze leidinggevende nog niet vertrouwd")
        }
        _ => text("they had not been trusted so little before", "zo weinig werden ze nog niet vertrouwd"),
    };
    let so_little = so_little.get(language);
    either(
        language,
        format!("{within} {size} of trust in {whose} was lost: {so_little}."),
        format!("{within} ging {size} van het vertrouwen in {whose} verloren: {so_little}."),
    )
}

fn within(days: u32, language: Language) -> String {
    if days <= 1 {
        return text("In one day", "Op één dag").get(language).to_owned();
    }
    let days = duration(days.into(), language);
    either(language, format!("In {days}"), format!("In {days}"))
}

/// How long it took to come back; or that it did not.
pub fn back(wait: Wait, language: Language) -> String {
    let time = duration(wait.days, language);
    let (en, nl) = if wait.ended {
        ("After {} it was back", "Na {} was het terug")
    } else {
        ("{} later it was still not back", "{} later was het nog niet terug")
    };
    either(
        language,
        format!("{} {}.", en.replace("{}", &time), OF_ONE.get(language)),
        format!("{} {}.", nl.replace("{}", &time), OF_ONE.get(language)),
    )
}

/// Nothing sudden ever moved trust.
pub fn calm(days: u32, language: Language) -> String {
    let days = duration(days.into(), language);
    either(language, format!("In {days} nothing sudden moved trust"), format!("In {days} bewoog niets plots het vertrouwen"))
}

/// Nobody held the seat then.
pub fn no_generation(seat: u32, generation: u32, held: [u32; 2], language: Language) -> String {
    let [seat, generation, first, last] = [seat, generation, held[0], held[1]].map(|n| whole(n.into(), language));
    either(
        language,
        format!("seat {seat} has no person number {generation} in this replicate: give --generation {first} to {last}"),
        format!("stoel {seat} heeft in deze herhaling geen persoon nummer {generation}: geef --generation {first} tot {last}"),
    )
}

/// How to hear of the next holder.
pub fn next(command: &str, language: Language) -> String {
    either(language, format!("Who came after: {command}"), format!("Wie daarna kwam: {command}"))
}

/// Above the whole.
pub fn holder(seat: u32, generation: u32, language: Language) -> String {
    let [seat, generation] = [seat, generation].map(|n| whole(n.into(), language));
    either(language, format!("seat {seat}, person {generation}"), format!("stoel {seat}, persoon {generation}"))
}
