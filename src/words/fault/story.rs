//! # Faults of the story: names, repairs and breaches

use super::phrase::{Phrase, say};
use crate::scenario::WHATS;
use crate::scenario::fault::{Named, Problem};
use crate::text::Language;

pub(super) fn story(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::DuplicateId { id, table } => {
            let headline = match *table {
                "event" => say!(l, "two events are called `{id}`", "twee events heten `{id}`"),
                "repair" => say!(l, "two repairs are called `{id}`", "twee herstelacties heten `{id}`"),
                "hypothesis" => say!(l, "two hypotheses are called `{id}`", "twee hypothesen heten `{id}`"),
                _ => say!(l, "repair `{id}` is named twice in one arm", "herstelactie `{id}` staat twee keer in een variant"),
            };
            Phrase::new(headline, say!(l, "the same name again", "weer dezelfde naam")).secondary(say!(
                l,
                "first used here",
                "hier voor het eerst gebruikt"
            ))
        }
        Problem::SameSides { name } => Phrase::new(
            say!(l, "this hypothesis compares `{name}` with itself", "deze hypothese vergelijkt `{name}` met zichzelf"),
            say!(l, "the same again", "weer hetzelfde"),
        )
        .help(say!(l, "name two that differ", "noem er twee die verschillen")),
        Problem::BadName { name, reserved } => {
            let headline = say!(l, "`{name}` cannot be a name", "`{name}` kan geen naam zijn");
            if *reserved {
                Phrase::new(headline, say!(l, "already in use", "al in gebruik")).note(say!(
                    l,
                    "`twin` is the same organisation without the breach, run beside each arm",
                    "`twin` is dezelfde organisatie zonder de vertrouwensbreuk, doorgerekend naast elke variant"
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
            let what_text = WHATS.iter().find(|row| row.0 == what).map_or(what.as_str(), |row| row.1.get(l));
            Phrase::new(
                say!(
                    l,
                    "the repair follows `{id}`, which breaks no trust",
                    "de herstelactie volgt op `{id}`, en dat breekt geen vertrouwen"
                ),
                say!(l, "not a breach", "geen vertrouwensbreuk"),
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
            say!(l, "`{path}` cannot differ between arms or points", "`{path}` kan niet verschillen tussen varianten of punten"),
            say!(l, "the same for all arms", "gelijk voor alle varianten"),
        )
        .note(say!(
            l,
            "arms are compared replicate by replicate: the same luck, the same days, the same number of replicates",
            "varianten worden herhaling per herhaling vergeleken: hetzelfde toeval, dezelfde dagen, evenveel herhalingen"
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
        say!(l, "the repair starts before the breach", "de herstelactie begint voor de vertrouwensbreuk"),
        say!(l, "{days} earlier", "{days} vroeger"),
    )
    .help(say!(
        l,
        "for a measure taken in advance use an event with what = \"practice\";",
        "voor een maatregel vooraf dient een event met what = \"practice\";"
    ));
    let phrase = match breach_day {
        Some(day) => phrase.secondary(say!(l, "the breach is on working day {day}", "de vertrouwensbreuk valt op werkdag {day}")),
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
                "herstelactie `{name}` wordt genomen in variant `{arm}`, maar nergens beschreven"
            )
        }
        (Named::Repair, None) => say!(l, "there is no repair `{name}`", "er is geen herstelactie `{name}`"),
        (Named::Arm, _) => say!(l, "there is no arm `{name}`", "er is geen variant `{name}`"),
        (Named::Event, _) => say!(l, "there is no event `{name}`", "er is geen event `{name}`"),
        (Named::Factor, _) => say!(l, "`{name}` is no factor of the sweep", "`{name}` is geen factor van de sweep"),
        (Named::Level, Some(factor)) => {
            say!(l, "{name} is no level of `{factor}` in the sweep", "{name} is geen niveau van `{factor}` in de sweep")
        }
        (Named::Level, None) => say!(l, "{name} is no level in the sweep", "{name} is geen niveau in de sweep"),
    };
    let label = match what {
        Named::Repair => say!(l, "not among the repairs", "niet bij de herstelacties"),
        Named::Arm => say!(l, "not among the arms", "niet bij de varianten"),
        Named::Event => say!(l, "not among the events", "niet bij de events"),
        Named::Factor => say!(l, "not among the factors", "niet bij de factoren"),
        Named::Level => say!(l, "not among the levels", "niet bij de niveaus"),
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
        (Named::Factor, false) => phrase.help(say!(l, "factors of the sweep: {shown}", "factoren van de sweep: {shown}")),
        (Named::Factor, true) => phrase.help(say!(l, "there is no [sweep] in this file", "er staat geen [sweep] in dit bestand")),
        (Named::Level, _) => phrase.help(say!(l, "levels: {shown}", "niveaus: {shown}")),
        (Named::Arm, false) => phrase.help(say!(l, "arms in this file: {shown}", "varianten in dit bestand: {shown}")),
        (Named::Arm, true) => phrase.help(say!(l, "there are no [arms] in this file", "er staan geen [arms] in dit bestand")),
        (Named::Repair, true) => phrase.help(say!(l, "there is no [[repair]] in this file", "er staat geen [[repair]] in dit bestand")),
        (Named::Event, true) => phrase.help(say!(l, "there is no [[event]] in this file", "er staat geen [[event]] in dit bestand")),
    }
}
