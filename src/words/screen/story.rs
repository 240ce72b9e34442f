//! # What `story` says

use super::{either, whole};
use crate::analysis::account::{Chapter, LEAST};
use crate::analysis::story::{Fall, Story};
use crate::analysis::survival::Wait;
use crate::observe::EntryKind;
use crate::scenario::{Referent, Scenario};
use crate::text::{Language, Text, text};
use crate::words::account::{SLIGHT, days, moved, on_day, took_and_gave};
use crate::words::back::OF_ONE;
use crate::words::event;
use crate::words::figure::upper_first;
use crate::words::number::{duration, number};
use crate::words::sentence::whom;

/// What a chapter names of its days.
const NAMED: usize = 3;

/// A stretch in which nothing sudden moved trust much.
const ON_FOOT: Text = text("on foot", "te voet");
/// A turn for which the diary has no name.
const TURN: Text = text("a turn", "een keerpunt");
/// Nothing moved.
const LITTLE: Text = text("On balance little moved.", "Per saldo bewoog er weinig.");
/// Still there.
const STILL_THERE: Text = text("Still there at the end.", "Aan het einde nog aanwezig.");

/// The title of a chapter: its days, and what happened on those of a turn.
pub fn title(story: &Story, at: usize, scenario: &Scenario, language: Language) -> String {
    let Chapter { account, turn } = story.chapters[at];
    let mut names: Vec<String> = Vec::new();
    for entry in story.happened[at].iter().filter(|_| turn) {
        let name = event::said(entry, scenario, story.seat.leader, language);
        if !names.contains(&name) && names.len() < NAMED {
            names.push(name);
        }
    }
    let what = match names.is_empty() {
        _ if !turn => ON_FOOT.get(language).to_owned(),
        true => TURN.get(language).to_owned(),
        false => names.join("; "),
    };
    format!("{}: {what}", upper_first(&days(account.from, account.to, language)))
}

/// What a chapter says: how trust moved, what moved the one that moved most, and of the largest fall what it undid.
pub fn lines(story: &Story, at: usize, language: Language) -> Vec<String> {
    let Chapter { account, turn } = &story.chapters[at];
    let least = if *turn { SLIGHT } else { LEAST };
    let change = |whom: Referent| account.change(whom).abs();
    let mut whose: Vec<Referent> = Referent::ALL.into_iter().filter(|whom| change(*whom) >= least).collect();
    whose.sort_by(|one, other| change(*other).total_cmp(&change(*one)));
    let mut lines = match whose.split_first() {
        None => vec![LITTLE.get(language).to_owned()],
        Some((most, others)) => {
            let said = |whom: &Referent| moved(account, *whom, language) + ".";
            let causes = took_and_gave(account, *most, language);
            std::iter::once(said(most)).chain(causes).chain(others.iter().map(said)).collect()
        }
    };
    lines.extend(story.fall.iter().filter(|fall| fall.chapter == at).flat_map(|fall| fall_said(fall, language)));
    lines
}

/// The story in a sentence.
pub fn proverb(story: &Story, language: Language) -> String {
    match &story.fall {
        Some(fall) => lost(fall, language),
        None => calm(story.to - story.opened + 1, language) + ".",
    }
}

/// What a fall undid, and whether it came back.
fn fall_said(fall: &Fall, language: Language) -> Vec<String> {
    [Some(lost(fall, language)), fall.back.map(|wait| back(wait, language))].into_iter().flatten().collect()
}

/// Who it is.
pub fn who(story: &Story, language: Language) -> String {
    let [seat, team] = [story.seat.number, story.seat.team].map(|n| whole(n.into(), language));
    let generation = story.generation;
    let role = if story.seat.number == story.seat.leader { text("leads", "leidt") } else { text("works in", "werkt in") }.get(language);
    let came = match (language, story.from) {
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
pub fn ended(story: &Story, language: Language) -> String {
    let Some((how, day)) = story.exit else { return STILL_THERE.get(language).to_owned() };
    let day = on_day(day, language);
    match how {
        Some(EntryKind::Quit) => either(language, format!("Quits on {day}."), format!("Neemt ontslag op {day}.")),
        Some(EntryKind::InvoluntaryExit) => either(language, format!("Has to leave on {day}."), format!("Moet vertrekken op {day}.")),
        _ => either(language, format!("Leaves on {day}."), format!("Vertrekt op {day}.")),
    }
}

/// The proverb, measured: what was lost in so many days, and what it had taken to build.
fn lost(fall: &Fall, language: Language) -> String {
    let (whose, size) = (whom(fall.whom).get(language), number(fall.size, 2, language));
    let within = within(fall.days, language);
    if let Some(built) = fall.built.map(|days| duration(days.into(), language)) {
        return either(
            language,
            format!("{within} {size} of trust in {whose} was lost, which had taken {built} to build."),
            format!("{within} ging {size} van het vertrouwen in {whose} verloren, dat in {built} was opgebouwd."),
        );
    }
    let so_little = match fall.whom {
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
fn back(wait: Wait, language: Language) -> String {
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
fn calm(days: u32, language: Language) -> String {
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
