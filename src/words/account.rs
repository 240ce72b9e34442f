//! # What an account says
//!
//! By how much trust changed, and what took and gave it.

use crate::analysis::account::Account;
use crate::dynamics::ledger::Cause;
use crate::scenario::Referent;
use crate::text::{Language, Text, text};
use crate::words::figure::{lower_first, referent_subject, upper_first};
use crate::words::number::{MISSING, duration, number, rounded, signed};
use crate::words::screen::{either, whole};

/// Below this, trust hardly moved, and a cause is not worth naming. Judgement: what two decimals can show.
pub const SLIGHT: f64 = 0.005;
/// Causes that a sentence names.
const NAMED: usize = 3;

/// The day before anything changed.
pub const BEFORE: Text = text("before", "ervoor");
/// The end.
pub const AFTER: Text = text("after", "erna");
/// What a portrait measures.
pub const TRUST: Text = text("trust", "vertrouwen");
/// Causes too small to be named.
pub const REST: Text = text("the rest", "de rest");

/// How trust in one referent moved.
pub fn moved(account: &Account, whom: Referent, language: Language) -> String {
    let subject = referent_subject(whom).get(language);
    let [before, after] = [account.before[whom], account.after[whom]].map(|value| number(value, 2, language));
    let change = account.change(whom);
    let (en, nl) = match change {
        _ if !change.is_finite() => {
            return text("There was nobody to trust", "Er was niemand om te vertrouwen").get(language).to_owned();
        }
        _ if change.abs() < SLIGHT => ("hardly moved: from {0} to {1}", "bewoog nauwelijks: van {0} naar {1}"),
        _ if change < 0.0 => ("fell from {0} to {1}", "zakte van {0} naar {1}"),
        _ => ("rose from {0} to {1}", "steeg van {0} naar {1}"),
    };
    let moved = text(en, nl).get(language).replace("{0}", &before).replace("{1}", &after);
    format!("{subject} {moved}")
}

/// Trust before the first breach.
pub const CLIMB: Text = text("climb", "opbouw");
/// Trust after its lowest point.
pub const RETURN: Text = text("return", "terugkeer");
/// Trust between two days.
pub const RISE: Text = text("rise", "stijging");
/// A rise smaller than this is not shared out: shares of little say little. Judgement: a fifth of a step on a five-point scale.
const LEAST_SHARED: f64 = 0.05;

/// Which share of a rise fell to everyday behaviour, to newcomers, to time and to all else; nothing where trust hardly rose.
pub fn shares(account: &Account, whom: Referent, occasion: Text, place: &str, replicate: u32, language: Language) -> Option<String> {
    let rise = account.change(whom);
    let share = |causes: &[Cause]| {
        let part: f64 = causes.iter().map(|cause| account.entries[whom][*cause as usize]).sum();
        rounded(100.0 * part / rise, 0)
    };
    let behaviour = share(&[Cause::Behaviour]);
    let people = share(&[Cause::Newcomer, Cause::Leaving]);
    let time = share(&[Cause::Drift, Cause::OnFoot, Cause::Forgetting]);
    // What stands there adds up to the whole.
    let rest = 100.0 - behaviour - people - time;
    let [behaviour, people, time, rest] = [behaviour, people, time, rest].map(|share| number(share, 0, language));
    let (occasion, subject) = (occasion.get(language), referent_subject(whom).get(language));
    let subject = lower_first(subject);
    let place = if place.is_empty() { String::new() } else { format!(" {place}") };
    (rise >= LEAST_SHARED).then(|| {
        either(
            language,
            format!(
                "Of the {occasion} of {subject}{place} in replicate {replicate}, {behaviour} % was everyday behaviour, {people} % people who came and went, {time} % time and what it heals, and {rest} % all else."
            ),
            format!(
                "Van de {occasion} van {subject}{place} in herhaling {replicate} was {behaviour} % dagelijks gedrag, {people} % mensen die kwamen en gingen, {time} % tijd en wat die heelt, en {rest} % al het andere."
            ),
        )
    })
}

/// What took and what gave, the largest first; nothing where nothing is worth naming.
pub fn took_and_gave(account: &Account, whom: Referent, language: Language) -> Vec<String> {
    let causes = account.causes(whom, SLIGHT);
    let list = |heading: Text, of: &dyn Fn(f64) -> bool| {
        let named: Vec<String> = causes.iter().filter(|(_, change)| of(*change)).take(NAMED).map(|row| named(*row, language)).collect();
        (!named.is_empty()).then(|| format!("{} {}.", heading.get(language), named.join(", ")))
    };
    let took = list(text("What took it:", "Wat eraf ging:"), &|change| change < 0.0);
    let gave = list(text("What gave it:", "Wat bijdroeg:"), &|change| change > 0.0);
    let order = if account.change(whom) < 0.0 { [took, gave] } else { [gave, took] };
    order.into_iter().flatten().collect()
}

/// A cause and what it changed.
fn named((cause, change): (Cause, f64), language: Language) -> String {
    format!("{} {}", cause.name().get(language), signed(change, 2, language))
}

/// A day, and which year of the record it is in once there are several.
pub fn on_day(day: u32, language: Language) -> String {
    format!("{} {}", text("day", "dag").get(language), whole(u64::from(day), language))
}

/// Days from one to another, both counted, and how long that is.
pub fn days(from: u32, to: u32, language: Language) -> String {
    if from == to {
        return on_day(from, language);
    }
    let long = duration(f64::from(to - from + 1), language);
    let [first, last] = [from, to].map(|day| whole(u64::from(day), language));
    either(language, format!("days {first} to {last} ({long})"), format!("dag {first} tot {last} ({long})"))
}

/// What the waterfall shows.
pub fn waterfall_subtitle(whose: &str, from: u32, to: u32, language: Language) -> String {
    let days = days(from, to, language);
    either(
        language,
        format!(
            "{whose}, {days}. Dots: trust before and after. Dark bars took trust, light bars gave it; together they are the whole change."
        ),
        format!(
            "{whose}, {days}. Stippen: vertrouwen ervoor en erna. Donkere balken namen vertrouwen, lichte gaven het; samen zijn ze de hele verandering."
        ),
    )
}

/// What the portrait shows.
pub fn portrait_subtitle(whose: &str, language: Language) -> String {
    let whose = upper_first(whose);
    either(
        language,
        format!(
            "{whose}. One person's trust, from 0 to 1, day by day; a gap: nobody to trust. Numbers: the chapters in which the story turns."
        ),
        format!(
            "{whose}. Het vertrouwen van één persoon, van 0 tot 1, dag na dag; een gat: niemand om te vertrouwen. Nummers: de hoofdstukken waarin het verhaal keert."
        ),
    )
}

/// A level or a change in a table: three decimals.
pub fn level(value: f64, language: Language) -> String {
    number(value, 3, language)
}

/// A change in a table; nothing booked is left blank.
pub fn change(value: f64, language: Language) -> String {
    if value.is_nan() { MISSING.to_owned() } else { signed(value, 3, language) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamics::ledger::CAUSES;
    use crate::scenario::ByReferent;

    #[test]
    fn a_fall_names_what_took_before_what_gave_and_leaves_out_the_slight() {
        let mut entries = ByReferent::all([0.0; CAUSES]);
        entries[Referent::Leader][Cause::Breach as usize] = -0.4;
        entries[Referent::Leader][Cause::Behaviour as usize] = 0.1;
        entries[Referent::Leader][Cause::Gossip as usize] = -0.004;
        let account =
            Account { from: 3, to: 9, before: ByReferent([f64::NAN, 0.7, 0.5]), after: ByReferent([f64::NAN, 0.396, 0.5]), entries };
        assert_eq!(moved(&account, Referent::Leader, Language::English), "Trust in the leader fell from 0.70 to 0.40");
        assert_eq!(
            took_and_gave(&account, Referent::Leader, Language::Dutch),
            ["Wat eraf ging: vertrouwensbreuk −0,40.", "Wat bijdroeg: dagelijks gedrag +0,10."]
        );
        assert!(moved(&account, Referent::Top, Language::English).contains("hardly moved"));
        assert!(took_and_gave(&account, Referent::Top, Language::English).is_empty());
        assert!(moved(&account, Referent::Colleague, Language::English).contains("nobody"));
    }

    #[test]
    fn the_shares_of_a_rise_are_the_whole_of_it() {
        let mut entries = ByReferent::all([0.0; CAUSES]);
        for (cause, change) in [(Cause::Behaviour, 0.2508), (Cause::Leaving, -0.0548), (Cause::Drift, 0.0808), (Cause::Gossip, -0.0768)] {
            entries[Referent::Leader][cause as usize] = change;
        }
        let account = Account { from: 3, to: 9, before: ByReferent([0.5, 0.3, 0.5]), after: ByReferent::all(0.5), entries };
        assert_eq!(
            shares(&account, Referent::Leader, RISE, "", 0, Language::English).unwrap(),
            "Of the rise of trust in the leader in replicate 0, 125 % was everyday behaviour, −27 % people who came and went, 40 % time and what it heals, and −38 % all else."
        );
        assert_eq!(shares(&account, Referent::Top, RISE, "", 0, Language::English), None);
    }
}
