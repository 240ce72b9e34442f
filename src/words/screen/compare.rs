//! # What `compare` says

use super::{either, whole};
use crate::analysis::survival::{Survival, Wait};
use crate::comparison::outcome::Outcomes;
use crate::comparison::price::Defaults;
use crate::comparison::ranking::{Pair, Policy, Range, Ranked, Ranking, Rule, SWAPS};
use crate::comparison::tipping::FEWEST;
use crate::comparison::tipping::Tipping;
use crate::comparison::worth::{BreakEven, Step, break_even, overtakes};
use crate::scenario::MONTH;
use crate::text::{Language, Text, text};
use crate::words::names::listed;
use crate::words::number::{MISSING, bracketed, count, interval, number, percent};
use crate::words::odd::grade;
use crate::words::unit::unit;

/// Heads of the table of policies.
pub const POLICIES: [Text; 6] = [
    text("policy", "beleid"),
    text("cost", "kosten"),
    text("avoided", "vermeden"),
    text("won back", "herwonnen"),
    text("months", "maanden"),
    text("pays from", "loont vanaf"),
];
/// Heads of the table of returns.
pub const RETURNS: [Text; 3] = [text("policy", "beleid"), text("back", "terug"), text("as twin", "als tweeling")];
/// Above it.
pub const RETURNS_TITLE: Text = text(
    "Months until trust was back, and until it was level with the twin",
    "Maanden tot het vertrouwen terug was, en tot het gelijk stond met de tweeling",
);
/// Heads of the table of what the cost is made of; output stands apart.
pub const PARTS: [Text; 9] = [
    text("policy", "beleid"),
    text("repair", "herstel"),
    text("practice", "praktijk"),
    text("refills", "invullen"),
    text("control", "controle"),
    text("settling", "afspraak"),
    text("theft", "diefstal"),
    text("illness", "ziekte"),
    text("output", "output"),
];
/// Above it.
pub const PARTS_TITLE: Text =
    text("What the cost is made of, in person-days beyond the first", "Waaruit de kosten bestaan, in persoonsdagen tegenover de eerste");
/// How to read it.
pub const PARTS_READ: Text = text(
    "Means; all but output add up to the cost. Practice: the upkeep of practices that stand higher. Refills: replacing whoever leaves, replaced leaders too. Settling: agreeing on things without trust. Illness: guaranteed salary of days ill whose work others carry. Output: what is produced more or less; it is no part of the cost.",
    "Gemiddelden; alles behalve output vormt samen de kosten. Praktijk: het onderhoud van praktijken die hoger staan. Invullen: wie vertrekt vervangen, ook vervangen leidinggevenden. Afspraak: zaken regelen zonder vertrouwen. Ziekte: gewaarborgd loon van ziektedagen waarvan anderen het werk dragen. Output: wat er meer of minder geproduceerd wordt; ze zit niet in de kosten.",
);
/// What the worth stands for.
pub const WORTH_IS: Text = text(
    "The worth of an avoided departure: what a departure costs beyond the replacement that is in the cost, say lost output, knowledge and clients.",
    "De waarde van een vermeden vertrek: wat een vertrek kost boven de vervanging die al in de kosten zit, bijvoorbeeld verloren output, kennis en klanten.",
);
/// Heads of the ranking.
pub const RANKING: [Text; 6] = [
    text("policy", "beleid"),
    text("regret", "misgelopen"),
    text("best in", "beste in"),
    text("near best", "bijna beste"),
    text("worst world", "slechtst"),
    text("most regret", "hoogstens misgelopen"),
];
/// Heads of the ladder.
pub const LADDER: [Text; 3] = [text("policy", "beleid"), text("from a worth of", "vanaf een waarde van"), text("best in", "beste in")];
/// How to read its last column.
pub const LADDER_READ: Text = text(
    "Best in: share of the worlds, halfway to the next worth; for the last policy, at twice its worth (at least 2).",
    "Beste in: aandeel van de werelden, halverwege naar de volgende waarde; voor het laatste beleid op het dubbele van de waarde (minstens 2).",
);
/// Above the ladder.
pub const LADDER_TITLE: Text = text(
    "The best to expect, by what one avoided departure is worth, in person-days",
    "Beste keuze, afhankelijk van wat een vermeden vertrek u waard is, in persoonsdagen",
);
/// How to read the table of policies.
pub const READ: Text = text(
    "Beyond the first, with which the others are compared. Cost: person-days of all that the model books. Avoided: leavers. Won back: trust-days a head, a day of full trust each. Months: until trust was back. Pays from: what one avoided departure must be worth, in person-days (up to: at most), and in how many worlds it never pays. In brackets 10 to 90 % of the replicates, luck and doubt together. ○ another costs no more, avoids as many and wins back as much.",
    "Tegenover de eerste, waarmee de andere vergeleken worden. Kosten: persoonsdagen van alles wat het model boekt. Vermeden: vertrekkers. Herwonnen: vertrouwensdagen per hoofd, elk een dag vol vertrouwen. Maanden: tot het vertrouwen terug was. Loont vanaf: wat één vermeden vertrek waard moet zijn, in persoonsdagen (tot: hoogstens), en in hoeveel werelden het nooit loont. Tussen haken 10 tot 90 % van de herhalingen, toeval en twijfel samen. ○ een andere kost niet meer, vermijdt er evenveel en herwint evenveel.",
);
/// How to read the ranking.
pub const REGRET: Text = text(
    "Regret: person-days given away, on average over worlds, by choosing this one before knowing which world is the true one. Best in, near best: share of the worlds; they do not decide. Worst world: person-days won or lost there.",
    "Misgelopen: persoonsdagen die men gemiddeld over werelden weggeeft door dit te kiezen voordat men weet welke wereld de ware is. Beste in, bijna beste: aandeel van de werelden; ze beslissen niet. Slechtst: persoonsdagen winst of verlies in de slechtste wereld.",
);
/// One world tells nothing of doubt.
pub const ONE_WORLD: Text = text(
    "One world: the parameters as they are. How the order hangs on them is not looked at; more worlds would show it (--worlds 40).",
    "Eén wereld: de parameters zoals ze zijn. Hoe de volgorde ervan afhangt, is niet bekeken; meer werelden tonen het (--worlds 40).",
);
/// A scenario without arms to compare.
pub const NO_ARMS: Text = text(
    "there is nothing to compare: the scenario has no two arms; name them under [arms]",
    "er is niets te vergelijken: het scenario heeft geen twee varianten; noem ze onder [arms]",
);
/// It does not pay at any worth.
pub const NEVER: Text = text("never", "nooit");
/// From the start.
pub const AT_ONCE: Text = text("at once", "meteen");
/// The sign of a policy that another dominates.
pub const DOMINATED: &str = "○";

/// The question at the head.
pub fn question(people: f64, language: Language) -> String {
    let people = number(people, 0, language);
    either(
        language,
        format!("Which policy is worth its cost, for the {people} people there on the first day?"),
        format!("Welk beleid is zijn prijs waard, voor de {people} mensen van de eerste dag?"),
    )
}

/// A worth, with a decimal where it is small.
pub fn worth(days: f64, language: Language) -> String {
    number(days, usize::from(days > 0.0 && days < 9.95), language)
}

/// A mean with its range.
pub fn range(mean: f64, lo: f64, hi: f64, language: Language) -> String {
    bracketed([mean, lo, hi], 0, language)
}

/// At which worths a policy pays, and in how many worlds it never does.
fn pays(BreakEven { worth, until, never, .. }: BreakEven, language: Language) -> String {
    let from = match (worth, until) {
        (None, _) => NEVER.get(language).to_owned(),
        (_, Some(until)) => format!("{} {}", text("up to", "tot").get(language), self::worth(until, language)),
        (Some(worth), _) if worth <= 0.0 => AT_ONCE.get(language).to_owned(),
        (Some(days), _) => self::worth(days, language),
    };
    let share = percent(never, 0, language);
    if worth.is_some() && never >= 0.005 { format!("{from}; {} {share}", NEVER.get(language)) } else { from }
}

/// A policy behind its place, marked when that is shared.
fn placed(place: usize, shared: bool, name: &str) -> String {
    format!("{place}{} {name}", if shared { "=" } else { " " })
}

/// A share of worlds.
pub fn share(share: f64, language: Language) -> String {
    if share.is_nan() { MISSING.to_owned() } else { percent(share, 0, language) }
}

/// The worth that ranks.
pub fn ranked(worth: f64, near: f64, language: Language) -> String {
    let (worth, near) = (number(worth, 0, language), number(near, 0, language));
    either(
        language,
        format!("At {worth} person-days for one avoided departure (near best: within {near})"),
        format!("Bij {worth} persoonsdagen voor één vermeden vertrek (bijna beste: binnen {near})"),
    )
}

/// How to have them ranked.
pub fn say_worth(file: &str, language: Language) -> String {
    either(
        language,
        format!("Ranked once you say what one avoided departure is worth:\n  onfoot compare {file} --worth 60\n"),
        format!("Gerangschikt zodra je zegt wat één vermeden vertrek waard is:\n  onfoot compare {file} --worth 60\n"),
    )
}

/// Two neighbours that cannot be told apart, and the rule that says so; `first` is the first of the place above where they hold
/// different places all the same.
fn inseparable(one: &str, other: &str, pair: &Pair, first: Option<&str>, language: Language) -> String {
    let why = match pair.rule() {
        Rule::Same => either(language, "they never differ".into(), "ze verschillen nooit".into()),
        Rule::Swaps => {
            let [share, most] = [pair.swaps, SWAPS].map(|share| percent(share, 0, language));
            either(
                language,
                format!("they change places in {share} of the worlds, more than {most}"),
                format!("ze wisselen van plaats in {share} van de werelden, meer dan {most}"),
            )
        }
        _ if !pair.difference.low.is_finite() => {
            either(language, "one replicate has no interval".into(), "één herhaling heeft geen interval".into())
        }
        Rule::Interval | Rule::None => {
            let difference = pair.difference;
            let [_, low, high] = interval([difference.mean, difference.low, difference.high], 0, language);
            either(
                language,
                format!("the interval of their difference, {low} to {high} person-days, contains zero"),
                format!("het interval van hun verschil, {low} tot {high} persoonsdagen, bevat nul"),
            )
        }
    };
    let then = pair.needed.filter(|_| pair.rule() == Rule::Interval).map_or_else(String::new, |more| {
        let more = count(more.into(), text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
        either(
            language,
            format!(" About {more} more in each world would tell which has the higher mean."),
            format!(" Ongeveer {more} meer in elke wereld zou tonen welke het hoogste gemiddelde heeft."),
        )
    });
    match first {
        None => either(
            language,
            format!("{one} and {other} cannot be separated: {why}.{then}"),
            format!("{one} en {other} zijn niet te onderscheiden: {why}.{then}"),
        ),
        Some(first) => either(
            language,
            format!("{other} can be separated from {first}, the first of the place above it, but not from {one}: {why}.{then}"),
            format!("{other} is te onderscheiden van {first}, de eerste op de plaats erboven, maar niet van {one}: {why}.{then}"),
        ),
    }
}

/// For each step of the ladder, who cannot be separated from it in the middle of its stretch.
pub fn steps_alike(ladder: &[Step], policies: &[Policy], language: Language) -> Vec<String> {
    let name = |at: usize| policies[at].name.as_str();
    let open = ladder.iter().filter(|step| !step.alike.is_empty());
    let said = open.map(|step| {
        let alike: Vec<&str> = step.alike.iter().map(|at| name(*at)).collect();
        let (own, others, at) = (name(step.policy), listed(&alike, language), worth(step.middle, language));
        either(
            language,
            format!("At a worth of {at} “{own}” cannot be separated from {others}."),
            format!("Bij een waarde van {at} is “{own}” niet te onderscheiden van {others}."),
        )
    });
    said.collect()
}

/// What is added to a finding whose policy cannot be told from others; nothing where it can.
pub fn not_apart(others: &[&str], language: Language) -> String {
    match others {
        [] => String::new(),
        [one] => either(language, format!("; it cannot be told apart from “{one}”"), format!("; het is niet te onderscheiden van “{one}”")),
        [one, rest @ ..] => {
            let more = count(rest.len() as u64, text("other", "ander"), text("others", "andere"), language);
            either(
                language,
                format!("; it cannot be told apart from “{one}” and {more}"),
                format!("; het is niet te onderscheiden van “{one}” en {more}"),
            )
        }
    }
}

/// The one is first.
fn first(name: &str, language: Language) -> String {
    either(language, format!("“{name}” is the best choice to expect."), format!("“{name}” is naar verwachting de beste keuze."))
}

/// Another overtakes at a higher worth.
fn dearer(name: &str, worth: f64, language: Language) -> String {
    let worth = self::worth(worth, language);
    either(
        language,
        format!("{name} overtakes when one departure is worth more than about {worth} person-days."),
        format!("{name} haalt in als één vertrek meer dan ongeveer {worth} persoonsdagen waard is."),
    )
}

/// Another overtakes when an assumption is otherwise.
#[allow(clippy::too_many_arguments, reason = "the blanks of one sentence")]
fn tips(name: &str, parameter: &str, at: f64, today: f64, units: &str, sure: crate::theory::Grade, language: Language) -> String {
    let [there, here] = [at, today].map(|value| number(value, 3, language));
    let units = if units == "-" { String::new() } else { format!(" {}", unit(units, language)) };
    let sure = grade(sure).get(language);
    let above = at > today;
    let en = if above { "above" } else { "below" };
    let nl = if above { "boven" } else { "onder" };
    either(
        language,
        format!(
            "{name} overtakes if `{parameter}` is {en} {there}{units} (today {here}, {sure}); find out with: onfoot explain {parameter}."
        ),
        format!(
            "{name} haalt in als `{parameter}` {nl} {there}{units} ligt (nu {here}, {sure}); meer hierover: onfoot explain {parameter}."
        ),
    )
}

/// Nothing within reach changes the order.
pub const NOTHING_TIPS: Text = text(
    "No single assumption, moved as far as its evidence and the published levels leave open, brings another to the top.",
    "Geen enkele aanname brengt, zover verschoven als het bewijs en de gepubliceerde niveaus openlaten, een ander beleid bovenaan.",
);

/// Too few worlds to look for an assumption that changes the order.
pub const FEW_WORLDS: Text = text(
    "Which assumption would change the order is not looked at: that takes at least 8 worlds (--worlds 8).",
    "Welke aanname de volgorde zou veranderen, is niet bekeken: dat vraagt minstens 8 werelden (--worlds 8).",
);

/// What there is to say where no assumption brings another to the top.
pub fn nothing_tips(worlds: u32) -> Text {
    match worlds {
        0 | 1 => ONE_WORLD,
        few if few < FEWEST => FEW_WORLDS,
        _ => NOTHING_TIPS,
    }
}

/// Policies below the floor.
pub fn below(names: &[&str], floor: f64, language: Language) -> String {
    let (names, floor) = (names.join(", "), number(floor, 0, language));
    either(
        language,
        format!("Left out, for they win back less than {floor} trust-days a head: {names}."),
        format!("Weggelaten, want ze winnen minder dan {floor} vertrouwensdagen per hoofd terug: {names}."),
    )
}

/// Where it is written.
pub fn written(folder: &str, language: Language) -> String {
    either(language, format!("Written: {folder}/"), format!("Geschreven: {folder}/"))
}

/// What `compare` lives when the file says nothing of worlds.
pub fn by_itself(worlds: u32, replicates: u32, language: Language) -> String {
    let (worlds, replicates) = (whole(worlds.into(), language), whole(replicates.into(), language));
    either(
        language,
        format!("The file names no number of worlds; onfoot takes {worlds}, with {replicates} replicates each (--worlds, --replicates)."),
        format!(
            "Het bestand noemt geen aantal werelden; onfoot neemt er {worlds}, met {replicates} herhalingen elk (--worlds, --replicates)."
        ),
    )
}

/// The median of waits in months; where it is missing, that it is longer than was watched.
fn months(waits: &[Wait], language: Language) -> String {
    let months = |days: f64| number((days / MONTH).round(), 0, language);
    let longest = waits.iter().map(|wait| wait.days).fold(f64::NAN, f64::max);
    let never = || if longest.is_nan() { String::new() } else { format!("> {}", months(longest)) };
    Survival::of(waits).quantile(0.5).map_or_else(never, months)
}

/// How long a policy was without trust, as a row below [`RETURNS`].
pub fn returns(policy: &Policy, outcomes: &Outcomes, language: Language) -> Vec<String> {
    let waits = [outcomes.waits(policy.arm), outcomes.levels(policy.arm)];
    std::iter::once(policy.name.clone()).chain(waits.map(|waits| months(&waits, language))).collect()
}

/// A policy as a row below [`POLICIES`].
pub fn policy(policy: &Policy, outcomes: &Outcomes, language: Language) -> Vec<String> {
    let beyond = |said: String| if policy.arm == outcomes.reference { String::new() } else { said };
    let brackets = |r: Range| range(r.mean, r.lo, r.hi, language);
    let even = break_even(policy);
    vec![
        if policy.dominated { format!("{} {DOMINATED}", policy.name) } else { policy.name.clone() },
        number(policy.cost.mean, 0, language),
        beyond(brackets(policy.avoided)),
        beyond(brackets(policy.recovered)),
        months(&outcomes.waits(policy.arm), language),
        beyond(pays(even, language)),
    ]
}

/// What the cost of a policy is made of, as a row below [`PARTS`].
pub fn parts(policy: &Policy, language: Language) -> Vec<String> {
    let days = policy.parts.iter().chain([&policy.output]).map(|range| number(range.mean, 0, language));
    std::iter::once(policy.name.clone()).chain(days).collect()
}

/// Which prices nobody gave, and how to give them; nothing where all were.
pub fn default_prices(defaults: &Defaults, language: Language) -> Option<String> {
    let repairs = match (defaults.repairs.is_empty(), language) {
        (true, _) => String::new(),
        (_, Language::English) => format!(" repairs {} (their `cost`);", defaults.repairs.join(", ")),
        (_, Language::Dutch) => format!(" herstel {} (hun `cost`);", defaults.repairs.join(", ")),
    };
    let keys = if defaults.parameters.is_empty() { String::new() } else { format!(" {}", defaults.parameters.join(", ")) };
    let listed = format!("{repairs}{keys}");
    let listed = listed.trim_end_matches(';');
    (!listed.is_empty()).then(|| {
        either(
            language,
            format!("Default price, a judgement and not your organisation's own:{listed}."),
            format!("Standaardprijs, een inschatting en niet van de eigen organisatie:{listed}."),
        )
    })
}

/// The same in few words, for a picture.
pub fn default_note(defaults: &Defaults, language: Language) -> Option<String> {
    const NAMED: usize = 4;
    let mut all: Vec<String> = defaults.repairs.iter().take(NAMED).cloned().collect();
    let more = defaults.repairs.len().saturating_sub(NAMED);
    if more > 0 {
        all.push(count(more as u64, text("more repair", "ander herstel"), text("more repairs", "andere vormen van herstel"), language));
    }
    all.extend(defaults.parts.iter().map(|part| PARTS[part + 1].get(language).to_owned()));
    (!all.is_empty()).then(|| format!("{}: {}.", text("Default price", "Standaardprijs").get(language), all.join(", ")))
}

/// A step as a row below [`LADDER`].
pub fn step(step: &Step, policies: &[Policy], language: Language) -> Vec<String> {
    vec![policies[step.policy].name.clone(), worth(step.from, language), share(step.best, language)]
}

/// A policy in its place as a row below [`RANKING`].
pub fn ranked_row(row: &Ranked, policies: &[Policy], language: Language) -> Vec<String> {
    vec![
        placed(row.place, row.shared, &policies[row.policy].name),
        number(row.regret, 0, language),
        share(row.best, language),
        share(row.near, language),
        number(row.worst.1, 0, language),
        number(row.most, 0, language),
    ]
}

/// What a ranking at a worth comes to: who is first, who cannot be told apart, who overtakes when.
pub fn verdicts(policies: &[Policy], ranking: &Ranking, worth: f64, tipping: &[Tipping], language: Language) -> Vec<String> {
    let name = |at: usize| policies[at].name.as_str();
    let Some(top) = ranking.order.first() else { return Vec::new() };
    let alone = (!top.shared).then(|| first(name(top.policy), language));
    let open = ranking.pairs.iter().filter(|pair| !pair.separated);
    let row = |policy: usize| ranking.order.iter().find(|row| row.policy == policy);
    let place = |policy: usize| row(policy).map(|row| row.place);
    let open = open.map(|pair| {
        let [above, below] = pair.policies;
        let first = ranking.order.iter().find(|row| Some(row.place) == place(above)).filter(|_| place(above) != place(below));
        inseparable(name(above), name(below), pair, first.map(|row| name(row.policy)), language)
    });
    let later = ranking.order.iter().skip(1).filter_map(|row| {
        let at = overtakes(&policies[top.policy], &policies[row.policy]).filter(|at| *at > worth)?;
        Some(dearer(name(row.policy), at, language))
    });
    let tips = tipping.iter().map(|tip| {
        let row = tip.parameter.row;
        tips(name(tip.policy), &tip.parameter.path(), tip.at, tip.today, row.unit, row.grade, language)
    });
    alone.into_iter().chain(open).chain(later).chain(tips).collect()
}

/// The same, and that nothing tips where so many worlds were looked at and nothing does.
pub fn verdicts_in_worlds(
    policies: &[Policy],
    ranking: &Ranking,
    worth: f64,
    tipping: &[Tipping],
    worlds: u32,
    language: Language,
) -> Vec<String> {
    let mut said = verdicts(policies, ranking, worth, tipping, language);
    if worlds > 1 && tipping.is_empty() && !ranking.order.is_empty() {
        said.push(nothing_tips(worlds).get(language).to_owned());
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::interval::Estimate;

    fn pair(swaps: f64, low: f64, high: f64, needed: Option<u32>) -> Pair {
        let difference = Estimate { mean: f64::midpoint(low, high), error: 1.0, low, high, n: 40 };
        Pair { policies: [0, 1], swaps, difference, separated: false, same: low == 0.0 && high == 0.0, needed }
    }

    #[test]
    fn a_verdict_names_the_rule_that_decided() {
        let said = |pair: &Pair, first| inseparable("words", "deeds", pair, first, Language::English);
        let interval = pair(0.17, -3.2, 12.4, Some(6));
        assert_eq!(
            said(&interval, None),
            "words and deeds cannot be separated: the interval of their difference, −3 to 12 person-days, contains zero. \
             About 6 replicates more in each world would tell which has the higher mean."
        );
        let swaps = pair(0.83, 1.0, 12.0, None);
        assert_eq!(said(&swaps, None), "words and deeds cannot be separated: they change places in 83% of the worlds, more than 30%.");
        assert_eq!(
            said(&swaps, Some("talk")),
            "deeds can be separated from talk, the first of the place above it, but not from words: they change places in 83% of the worlds, more than 30%."
        );
        assert_eq!(said(&pair(f64::NAN, 0.0, 0.0, None), None), "words and deeds cannot be separated: they never differ.");
        assert!(
            inseparable("a", "b", &interval, None, Language::Dutch)
                .contains("het interval van hun verschil, −3 tot 12 persoonsdagen, bevat nul")
        );
    }
}
