//! # Words on the figures of a comparison

use crate::comparison::ranking::{Policy, Range};
use crate::text::{Language, Text, text};
use crate::words::figure::Clock;
use crate::words::number::{count, duration, number, percent};
use crate::words::screen::compare::{PARTS, not_apart, worth as days};
use crate::words::screen::either;

/// Up the plane: what is won back.
pub const WON_AXIS: Text = text("trust-days won back per head", "herwonnen vertrouwensdagen per hoofd");
/// Along the worth.
pub const WORTH_AXIS: Text = text("worth of one avoided departure, in person-days", "waarde van één vermeden vertrek, in persoonsdagen");
/// Up the worth.
pub const OBJECTIVE_AXIS: Text = text("expected gain, in person-days", "verwachte winst, in persoonsdagen");
/// Up the returns.
pub const NOT_BACK: Text = text("replicates in which trust is not yet back", "herhalingen waarin het vertrouwen nog niet terug is");
/// Along the returns.
pub const SINCE_BREACH: Text = text("since the breach", "sinds de vertrouwensbreuk");
/// What is drawn, where it is many.
pub const POLICIES: Text = text("policies", "beleidskeuzes");
/// A finding: nothing helps.
pub const NOTHING_WON: Text = text("No policy wins trust back", "Geen enkel beleid wint vertrouwen terug");
/// What a tick across a line is.
pub const LOST: Text =
    text("Ticks: replicates that ended before trust was back.", "Streepjes: herhalingen die eindigden voordat het vertrouwen terug was.");

/// How often each was lived.
pub fn lived(replicates: u32, worlds: u32, language: Language) -> String {
    let n = count(replicates.into(), text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    let w = number(worlds.into(), 0, language);
    match (language, worlds) {
        (_, 1) => n,
        (Language::English, _) => format!("{n} in each of {w} worlds"),
        (Language::Dutch, _) => format!("{n} in elk van {w} werelden"),
    }
}

/// What the plane shows.
pub fn cost_subtitle(reference: &str, lived: &str, language: Language) -> String {
    either(
        language,
        format!(
            "Beyond “{reference}”: mean of {lived}, bars from 10 to 90% of them. A trust-day is a day of full trust. \
             Cost: all that the model books, lost output apart. Hollow: another costs no more, avoids as many departures and wins back as much."
        ),
        format!(
            "Tegenover “{reference}”: gemiddelde van {lived}, balken van 10 tot 90%. Een vertrouwensdag is een dag vol vertrouwen. \
             Kosten: alles wat het model boekt, zonder verloren output. Hol: een ander kost niet meer, vermijdt evenveel vertrekken en herwint evenveel."
        ),
    )
}

/// Along the plane.
pub fn cost_axis(reference: &str, language: Language) -> String {
    either(language, format!("cost beyond “{reference}”, in person-days"), format!("kosten tegenover “{reference}”, in persoonsdagen"))
}

/// A finding: nearly the most for much less.
pub fn nearly(name: &str, top: &str, [won, cost]: [f64; 2], language: Language) -> String {
    let [won, cost] = [won, cost].map(|share| percent(share, 0, language));
    either(
        language,
        format!("“{name}” wins back {won} of what “{top}” does, for {cost} of its cost"),
        format!("“{name}” herwint {won} van wat “{top}” herwint, voor {cost} van de kosten"),
    )
}

/// A finding: the most, what it costs, and whom it cannot be told from.
pub fn most(name: &str, won: f64, cost: f64, alike: &[&str], language: Language) -> String {
    let won = number(won, usize::from(won < 9.95), language);
    let saves = cost < 0.0;
    let cost = number(cost.abs(), 0, language);
    let [en, nl] = if saves { ["and saves", "en bespaart"] } else { ["for", "voor"] };
    let open = not_apart(alike, language);
    either(
        language,
        format!("“{name}” wins back most on average: {won} trust-days a head {en} {cost} person-days{open}"),
        format!("“{name}” herwint gemiddeld het meest: {won} vertrouwensdagen per hoofd {nl} {cost} persoonsdagen{open}"),
    )
}

/// A policy of the plane, in a summary.
pub fn cost_line(policy: &Policy, language: Language) -> String {
    let name = &policy.name;
    let three = |range: Range| [range.mean, range.lo, range.hi].map(|value| number(value, 0, language));
    let ([cost, from, to], [won, low, high]) = (three(policy.cost), three(policy.recovered));
    let (en, nl) = if policy.dominated { ("; hollow", "; hol") } else { ("", "") };
    let parts: Vec<String> = PARTS[1..]
        .iter()
        .zip(&policy.parts)
        .map(|(part, days)| format!("{} {}", part.get(language), number(days.mean, 0, language)))
        .collect();
    let (parts, output) = (parts.join(", "), number(policy.output.mean, 0, language));
    either(
        language,
        format!(
            "{name}: {cost} person-days [{from} to {to}]: {parts}; output apart {output}; trust-days won back a head: {won} [{low} to {high}]{en}."
        ),
        format!(
            "{name}: {cost} persoonsdagen [{from} tot {to}]: {parts}; output apart {output}; herwonnen vertrouwensdagen per hoofd: {won} [{low} tot {high}]{nl}."
        ),
    )
}

/// Policies that win back too little to be chosen.
pub fn below_floor(names: &[&str], language: Language) -> String {
    let names = names.join(", ");
    either(language, format!("Below the floor: {names}."), format!("Onder de ondergrens: {names}."))
}

/// Names without room.
pub fn unlabelled(lost: usize, language: Language) -> String {
    let n = count(lost as u64, text("policy has", "beleid heeft"), text("policies have", "beleidskeuzes hebben"), language);
    either(language, format!("{n} no room for a name."), format!("{n} geen plaats voor een naam."))
}

/// A finding: how often trust never comes back, at best and with the reference.
pub fn returns_headline(best: (&str, f64), reference: (&str, f64), last: f64, language: Language) -> String {
    let [low, high] = [best.1, reference.1].map(|share| percent(share, 0, language));
    let time = duration(last, language);
    if low == high {
        return either(
            language,
            format!("After {time} trust is still away in {high} of replicates, whatever is done"),
            format!("Na {time} is het vertrouwen in {high} van de herhalingen nog weg, wat men ook doet"),
        );
    }
    either(
        language,
        format!("After {time} trust is still away in {low} of replicates with “{}”, {high} with “{}”", best.0, reference.0),
        format!("Na {time} is het vertrouwen nog weg in {low} van de herhalingen met “{}”, {high} met “{}”", best.0, reference.0),
    )
}

/// What the returns show.
pub fn returns_subtitle(whose: &str, lives: usize, last: f64, language: Language) -> String {
    let (lives, time) = (number(lives as f64, 0, language), duration(last, language));
    either(
        language,
        format!(
            "Share of replicates in which {whose} is not yet back where it was, by time since the breach, of those in which it visibly fell \
             (up to {lives} a policy; Kaplan–Meier). At the end: never back within {time}."
        ),
        format!(
            "Aandeel herhalingen waarin het {whose} nog niet terug is waar het was, naar tijd sinds de vertrouwensbreuk, van die waarin het zichtbaar \
             zakte (tot {lives} per beleid; Kaplan–Meier). Rechts: nooit terug binnen {time}."
        ),
    )
}

/// `months since the breach`.
pub fn in_units(since: &str, clock: Clock, language: Language) -> String {
    let units = match clock {
        Clock::Days => text("working days", "werkdagen"),
        Clock::Weeks => text("weeks", "weken"),
        Clock::Months => text("months", "maanden"),
        Clock::Years => text("years", "jaren"),
    };
    format!("{} {since}", units.get(language))
}

/// How small panels are read.
pub fn panels(reference: &str, clock: Clock, language: Language) -> String {
    let axis = in_units(SINCE_BREACH.get(language), clock, language);
    either(language, format!("Horizontal: {axis}; thin line: “{reference}”."), format!("Horizontaal: {axis}; dunne lijn: “{reference}”."))
}

/// A policy of the returns, in a summary.
pub fn returns_line(name: &str, median: Option<f64>, end: f64, last: f64, language: Language) -> String {
    let (end, time) = (percent(end, 0, language), duration(last, language));
    let half = median.map_or_else(String::new, |days| {
        let days = duration(days, language);
        either(
            language,
            format!("back in half of the replicates after {days}, "),
            format!("in de helft van de herhalingen terug na {days}, "),
        )
    });
    either(
        language,
        format!("{name}: {half}never back within {time} in {end}."),
        format!("{name}: {half}nooit terug binnen {time} in {end}."),
    )
}

/// What the worth shows.
pub fn worth_subtitle(reference: &str, lived: &str, language: Language) -> String {
    either(
        language,
        format!(
            "Worth of the departures avoided (beyond their replacement) less cost, beyond “{reference}”: mean of {lived}. \
             Strip: the best to expect, and in what share of the worlds it is the best halfway to the next (the last: at twice its worth)."
        ),
        format!(
            "Waarde van de vermeden vertrekken (boven hun vervanging) min de kosten, tegenover “{reference}”: gemiddelde van {lived}. \
             Strook: naar verwachting de beste keuze, en in welk deel van de werelden het de beste is halverwege naar de volgende (de laatste: op het dubbele van haar waarde)."
        ),
    )
}

/// A finding: who is the best at which worth, and whom it cannot be told from there.
pub fn worth_headline(first: &str, last: Option<(&str, f64)>, alike: &[&str], language: Language) -> String {
    let open = not_apart(alike, language);
    match last {
        None => either(
            language,
            format!("“{first}” is the best to expect, whatever one avoided departure is worth{open}"),
            format!("“{first}” is naar verwachting de beste keuze, wat één vermeden vertrek ook waard is{open}"),
        ),
        Some((last, from)) => {
            let from = days(from, language);
            either(
                language,
                format!("“{last}” is the best to expect once one avoided departure is worth {from} person-days{open}"),
                format!("“{last}” is naar verwachting de beste keuze zodra één vermeden vertrek {from} persoonsdagen waard is{open}"),
            )
        }
    }
}

/// A finding: who is the best at the worth that was said.
pub fn at_worth(top: &[&str], worth: f64, language: Language) -> String {
    let names: Vec<String> = top.iter().map(|name| format!("“{name}”")).collect();
    let worth = days(worth, language);
    match (names.as_slice(), language) {
        ([], _) => text("No policy may be chosen", "Geen enkel beleid komt in aanmerking").get(language).to_owned(),
        ([one], Language::English) => format!("At {worth} person-days for each avoided departure, {one} is the best to expect"),
        ([one], Language::Dutch) => format!("Bij {worth} persoonsdagen per vermeden vertrek is {one} naar verwachting de beste keuze"),
        ([first, other], Language::English) => {
            format!("At {worth} person-days for each avoided departure, {first} and {other} cannot be separated")
        }
        ([first, other], Language::Dutch) => {
            format!("Bij {worth} persoonsdagen per vermeden vertrek zijn {first} en {other} niet te onderscheiden")
        }
        // each was compared with the first, not with one another
        ([first, most @ .., last], Language::English) => {
            format!(
                "At {worth} person-days for each avoided departure, {first} comes first but cannot be separated from {} and {last}",
                most.join(", ")
            )
        }
        ([first, most @ .., last], Language::Dutch) => {
            format!(
                "Bij {worth} persoonsdagen per vermeden vertrek komt {first} eerst, maar is het niet te onderscheiden van {} en {last}",
                most.join(", ")
            )
        }
    }
}

/// A worth at which another becomes the best.
pub fn change(from: f64, name: &str, language: Language) -> String {
    let from = days(from, language);
    either(language, format!("from {from}: {name}"), format!("vanaf {from}: {name}"))
}

/// The worth that was said.
pub fn asked(worth: f64, language: Language) -> String {
    let worth = days(worth, language);
    either(language, format!("as asked: {worth}"), format!("zoals gevraagd: {worth}"))
}

/// A policy and the share of worlds in which it is the best; the share only where there are worlds.
pub fn in_strip(name: &str, share: f64, language: Language) -> String {
    if share.is_nan() { name.to_owned() } else { format!("{name} ({})", percent(share, 0, language)) }
}

/// A step of the ladder, in a summary; the share only where there are worlds.
pub fn worth_line(name: &str, from: &str, to: Option<&str>, middle: &str, share: Option<f64>, language: Language) -> String {
    let to = to.map_or_else(String::new, |to| either(language, format!(" to {to}"), format!(" tot {to}")));
    let Some(share) = share else {
        return either(
            language,
            format!("{name}: the best to expect from {from}{to} person-days."),
            format!("{name}: naar verwachting de beste keuze vanaf {from}{to} persoonsdagen."),
        );
    };
    let share = percent(share, 0, language);
    either(
        language,
        format!("{name}: the best to expect from {from}{to} person-days; at {middle} the best in {share} of the worlds."),
        format!(
            "{name}: naar verwachting de beste keuze vanaf {from}{to} persoonsdagen; bij {middle} de beste in {share} van de werelden."
        ),
    )
}
