//! # What `portfolio` says

use super::{either, whole};
use crate::analysis::interval::Estimate;
use crate::comparison::portfolio::options::{Count, MOST_REPAIRS, MOST_STARTS, Options, Start, within};
use crate::comparison::portfolio::{Found, Judged, MATERIAL, Method, NOTHING};
use crate::comparison::ranking::SWAPS;
use crate::scenario::{WEEK, is_month};
use crate::text::{Language, Text, text};
use crate::words::number::{bracketed, count, number, percent};
use crate::words::screen::compare::share;
use crate::words::screen::quantity::days;

/// How much of the most trust that is won back is nearly all of it.
pub const NEARLY: f64 = 0.8;

/// Heads of the table of the front.
pub const FRONT: [Text; 7] = [
    text("portfolio", "combinatie"),
    text("price", "prijs"),
    text("spent", "besteed"),
    text("cost", "kosten"),
    text("won back", "herwonnen"),
    text("avoided", "vermeden"),
    text("stands", "blijft overeind"),
];
/// How to read it.
pub const READ: Text = text(
    "Beside doing nothing. Price: person-days of repair, known beforehand; the budget is one of this. Spent: on repair, as it came out. Cost: all that the model books, practices and replacements too; the front is of this. Won back: trust-days a head, a day of full trust each. Avoided: leavers. In brackets the 95 % interval of the mean. Stands: how often none of those judged would dominate it, had other worlds been drawn. * a step: clearly, beyond luck, and by at least 5 % of the most, more trust won back or more leavers avoided than at the step before it.",
    "Tegenover niets doen. Prijs: persoonsdagen herstel, vooraf bekend; het budget gaat hierover. Besteed: aan herstel, zoals het uitkwam. Kosten: alles wat het model boekt, ook praktijken en vervangingen; het front gaat hierover. Herwonnen: vertrouwensdagen per hoofd, elk een dag vol vertrouwen. Vermeden: vertrekkers. Tussen haken het 95%-interval van het gemiddelde. Blijft overeind: hoe vaak geen andere beoordeelde combinatie op alle punten minstens even goed zou zijn als andere werelden geloot waren. * een stap: duidelijk, voorbij het toeval, en met minstens 5 % van het meeste, meer vertrouwen herwonnen of meer vertrekkers vermeden dan bij de vorige stap.",
);
/// Above what they are made of.
pub const MADE_OF: Text = text("What they are made of", "Waaruit ze bestaan");
/// Below a table in which a price is open.
pub const OPEN: Text = text(
    "~ The price counts what is planned, or one occasion; such a repair may be called for more often.",
    "~ De prijs telt wat gepland is, of één gelegenheid; zo'n herstel kan vaker nodig zijn.",
);
/// No repairs.
pub const NO_REPAIRS: Text = text(
    "there is nothing to choose: the scenario has no [[repair]]; write one for each option, say: [[repair]] id = \"apology\", what = \"apology\", after = \"betrayal\"",
    "er is niets te kiezen: het scenario heeft geen [[repair]]; schrijf er een voor elke optie, bv.: [[repair]] id = \"apology\", what = \"apology\", after = \"betrayal\"",
);
/// More repairs than a search takes.
pub fn too_many(found: usize, language: Language) -> String {
    let (found, most) = (whole(found as u64, language), whole(MOST_REPAIRS as u64, language));
    either(
        language,
        format!("the scenario has {found} repairs, and a search takes at most {most}; keep those that are in question"),
        format!("het scenario heeft {found} herstelacties, en een zoektocht neemt er hoogstens {most}; hou over wat in vraag staat"),
    )
}

/// A delay that is no time.
pub fn no_delay(found: &str, right: Option<&str>, language: Language) -> String {
    let right = right.unwrap_or("6 weeks");
    either(
        language,
        format!("`{found}` in --delays is not a span of time; write, say, --delays \"{right}\""),
        format!("`{found}` in --delays is geen tijdsduur; schrijf bijvoorbeeld --delays \"{right}\""),
    )
}

/// More delays than a search takes.
pub fn too_many_delays(found: usize, language: Language) -> String {
    let most = whole(MOST_STARTS as u64 - 1, language);
    either(
        language,
        format!("--delays names {found} spans of time, and a search takes at most {most}"),
        format!("--delays noemt {found} tijdsduren, en een zoektocht neemt er hoogstens {most}"),
    )
}

/// So many worlds and replicates, nobody having said how many.
pub fn by_itself(worlds: u32, replicates: u32, language: Language) -> String {
    let (worlds, replicates) = (whole(worlds.into(), language), whole(replicates.into(), language));
    either(
        language,
        format!("The front is judged in {worlds} worlds of {replicates} replicates each (--worlds, --replicates)."),
        format!("Het front wordt beoordeeld in {worlds} werelden van elk {replicates} herhalingen (--worlds, --replicates)."),
    )
}

/// So many portfolios.
pub fn portfolios(many: f64, language: Language) -> String {
    if many < 1e12 {
        return count(many as u64, text("portfolio", "combinatie"), text("portfolios", "combinaties"), language);
    }
    let digits = format!("{many:.0}").len() - 1;
    either(language, format!("more than 10^{digits} portfolios"), format!("meer dan 10^{digits} combinaties"))
}

fn affordable(found: Count, language: Language) -> String {
    match found {
        Count::Exactly(n) => whole(n, language),
        Count::AtLeast(n) => either(language, format!("more than {}", whole(n, language)), format!("meer dan {}", whole(n, language))),
    }
}

/// What is about to be done.
pub fn opening(options: &Options, afford: Count, budget: Option<f64>, evaluations: u32, language: Language) -> String {
    let repairs = count(options.starts.len() as u64, text("repair", "herstelactie"), text("repairs", "herstelacties"), language);
    let all = portfolios(options.portfolios(), language);
    let afford = match budget {
        Some(budget) => {
            let (n, budget) = (affordable(afford, language), number(budget, 0, language));
            either(language, format!("; {n} within {budget} person-days of repair"), format!("; {n} binnen {budget} persoonsdagen herstel"))
        }
        None => String::new(),
    };
    let evaluations = whole(evaluations.into(), language);
    either(
        language,
        format!("{repairs}, {all}{afford}; at most {evaluations} are looked at"),
        format!("{repairs}, {all}{afford}; hoogstens {evaluations} worden bekeken"),
    )
}

/// The question at the head.
pub fn question(people: f64, budget: Option<f64>, language: Language) -> String {
    let people = number(people, 0, language);
    match budget {
        Some(budget) => {
            let budget = number(budget, 0, language);
            either(
                language,
                format!("Which repairs, and when, for {people} people and at most {budget} person-days of repair?"),
                format!("Welk herstel, en wanneer, voor {people} mensen en hoogstens {budget} persoonsdagen herstel?"),
            )
        }
        None => either(
            language,
            format!("Which repairs, and when, for {people} people?"),
            format!("Welk herstel, en wanneer, voor {people} mensen?"),
        ),
    }
}

/// How it was searched, and what was lived.
pub fn searched(found: &Found, budget: Option<f64>, language: Language) -> String {
    let all = portfolios(found.portfolios, language);
    let afford = affordable(found.affordable, language);
    let [looked, judged] = [found.searched.len(), found.judged.len()].map(|n| whole(n as u64, language));
    let [few, many] = found.lives_each.map(|n| whole(n.into(), language));
    let lives = whole(found.lives[0], language);
    let within = match budget {
        Some(_) => either(
            language,
            format!(", {afford} within the budget and the others not run"),
            format!(", {afford} binnen het budget en de andere niet doorgerekend"),
        ),
        None => String::new(),
    };
    let how = match (found.method, language) {
        (Method::Exhaustive, Language::English) if found.searched.len() == 1 => "Only doing nothing is left".to_owned(),
        (Method::Exhaustive, Language::Dutch) if found.searched.len() == 1 => "Enkel niets doen blijft over".to_owned(),
        (Method::Exhaustive, Language::English) => format!("All {looked} of these were looked at (exhaustive search)"),
        (Method::Exhaustive, Language::Dutch) => format!("Alle {looked} daarvan zijn bekeken (volledige zoektocht)"),
        (Method::Nsga2 { population, generations }, Language::English) => {
            format!("{looked} were looked at by NSGA-II (Deb et al. 2002; {population} a generation, {generations} generations)")
        }
        (Method::Nsga2 { population, generations }, Language::Dutch) => {
            format!("{looked} zijn bekeken met NSGA-II (Deb e.a. 2002; {population} per generatie, {generations} generaties)")
        }
    };
    either(
        language,
        format!(
            "{all}{within}. {how}, {few} replicates each; judged on {many} fresh replicates each: the best {judged}. {lives} replicates in all."
        ),
        format!(
            "{all}{within}. {how}, elk {few} herhalingen; beoordeeld op elk {many} nieuwe simulaties: de beste {judged}. {lives} herhalingen in totaal."
        ),
    )
}

/// A delay: exact, and as short as it can be said.
fn after(delay: u32, language: Language) -> String {
    if delay < 10 || !(delay.is_multiple_of(WEEK) || is_month(delay)) {
        return count(delay.into(), text("day", "dag"), text("days", "dagen"), language);
    }
    days(delay, language)
}

/// A repair with its start, in working days where it is in days.
pub fn start(start: &Start, language: Language) -> String {
    match start.delay {
        Some(delay) => format!("{} ({})", start.repair.id, after(delay, language).replace(' ', "\u{a0}")),
        None => start.repair.id.clone(),
    }
}

/// What a portfolio is made of, with the starts.
pub fn made_of(options: &Options, genes: &[u8], language: Language) -> String {
    let all: Vec<String> = options.chosen(genes).map(|chosen| start(chosen, language)).collect();
    if all.is_empty() { text("nothing is done", "er wordt niets gedaan").get(language).to_owned() } else { all.join(", ") }
}

/// The name of a portfolio that has one.
pub fn name(row: &Judged, language: Language) -> String {
    match row.name.as_deref() {
        Some(NOTHING) => text("nothing", "niets").get(language).to_owned(),
        Some(name) => name.to_owned(),
        None => String::new(),
    }
}

/// A mean with its interval.
fn interval(estimate: Estimate, language: Language) -> String {
    let places = usize::from(estimate.mean.abs() < 99.95);
    bracketed([estimate.mean, estimate.low, estimate.high], places, language)
}

/// Up to so many members are all shown; of more the steps, and the one that wins back most.
pub const FEW: usize = 12;

/// The places among the judged that are shown: doing nothing, and the front as far as there is room for it.
pub fn shown(found: &Found) -> Vec<usize> {
    let most = most_and_nearly(found).map(|both| both.map(|row| row.name.clone()));
    let all = found.judged.iter().enumerate().filter(|(_, row)| row.name.is_some());
    let named = |row: &Judged| most.as_ref().is_some_and(|both| both.contains(&row.name));
    let few = found.front.len() <= FEW;
    all.filter(|(at, row)| few || row.name.as_deref() == Some(NOTHING) || found.steps.contains(at) || named(row))
        .map(|(at, _)| at)
        .collect()
}

/// That more stand on the front than are shown.
pub fn thinned(found: &Found, language: Language) -> Option<String> {
    let (front, shown) = (found.front.len(), shown(found).len());
    (found.front.len() > FEW && shown < front).then(|| {
        let front = whole(front as u64, language);
        either(
            language,
            format!("{front} stand on the front; here are the steps, the one that wins back most and the cheapest near it. All are in portfolios.csv and portfolio.toml."),
            format!("Er staan er {front} op het front; dit zijn de stappen, wie het meest herwint en de goedkoopste daar dichtbij. Alle staan in portfolios.csv en portfolio.toml."),
        )
    })
}

/// A member as a row below [`FRONT`].
pub fn row(row: &Judged, is_step: bool, language: Language) -> Vec<String> {
    let is_nothing = row.name.as_deref() == Some(NOTHING);
    let beyond = |said: String| if is_nothing { String::new() } else { said };
    let price = number(row.price, 0, language);
    vec![
        format!("{}{}", name(row, language), if is_step && !is_nothing { " *" } else { "" }),
        if row.open { format!("~{price}") } else { price },
        number(row.spent.mean, 0, language),
        number(row.cost.mean, 0, language),
        beyond(interval(row.recovered, language)),
        beyond(interval(row.avoided, language)),
        share(row.share, language),
    ]
}

/// `a`, `a and b`, `a, b and c`.
fn listed(names: &[String], language: Language) -> String {
    let and = text("and", "en").get(language);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}

/// What the front comes to, in sentences.
pub fn verdicts(options: &Options, found: &Found, budget: Option<f64>, language: Language) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(none_affordable(options, found, budget, language));
    said.extend(nearly(found, language));
    said.extend(steps(found, language));
    said.extend(in_all(options, found, language));
    said.extend(alike(found, language));
    said.extend(unsure(found, language));
    said.extend(promised(found, language));
    said.extend(crowded(found, language));
    said.extend(overspent(found, budget, language));
    said
}

/// The budget buys nothing.
fn none_affordable(options: &Options, found: &Found, budget: Option<f64>, language: Language) -> Option<String> {
    let (budget, (price, id)) = (budget?, options.cheapest()?);
    let said = |days: f64| number(days, usize::from(days < 9.95), language);
    (!within(price, Some(budget)) && members(found).is_empty()).then(|| {
        let [budget, price] = [said(budget), said(price)];
        either(
            language,
            format!("{budget} person-days buy nothing: the cheapest repair is {id}, at {price}. The answer is to do nothing, or to raise --budget."),
            format!("Voor {budget} persoonsdagen is er niets: het goedkoopste herstel is {id}, voor {price}. Het antwoord is niets doen, of --budget verhogen."),
        )
    })
}

/// Members of the front that do something, by cost.
fn members(found: &Found) -> Vec<&Judged> {
    found.front.iter().map(|at| &found.judged[*at]).filter(|row| row.name.as_deref() != Some(NOTHING)).collect()
}

/// The member of the front that wins back most, and the cheapest that wins back nearly as much.
pub fn most_and_nearly(found: &Found) -> Option<[&Judged; 2]> {
    let all = members(found);
    let most = all.iter().copied().max_by(|one, other| one.recovered.mean.total_cmp(&other.recovered.mean))?;
    let cheapest = all.into_iter().find(|row| row.recovered.mean >= NEARLY * most.recovered.mean)?;
    (most.recovered.mean > 0.0).then_some([most, cheapest])
}

/// `for 12 person-days`, or what is saved.
pub fn at_cost(cost: f64, language: Language) -> String {
    let days = number(cost.abs(), 0, language);
    match (cost < 0.0, language) {
        (false, Language::English) => format!("for {days} person-days"),
        (false, Language::Dutch) => format!("voor {days} persoonsdagen"),
        (true, Language::English) => format!("and saves {days} person-days"),
        (true, Language::Dutch) => format!("en bespaart {days} persoonsdagen"),
    }
}

fn nearly(found: &Found, language: Language) -> Option<String> {
    let [most, cheapest] = most_and_nearly(found)?;
    let [top, own] = [most, cheapest].map(|row| name(row, language));
    let won = number(most.recovered.mean, 1, language);
    if top == own {
        let cost = at_cost(most.cost.mean, language);
        let part = percent(NEARLY, 0, language);
        return Some(either(
            language,
            format!("{top} wins back most, {won} trust-days a head {cost}; nothing cheaper wins back {part} of that."),
            format!("{top} herwint het meest, {won} vertrouwensdagen per hoofd {cost}; niets goedkopers herwint daar {part} van."),
        ));
    }
    let part = percent(cheapest.recovered.mean / most.recovered.mean, 0, language);
    let [cost, of] = [cheapest, most].map(|row| at_cost(row.cost.mean, language));
    Some(either(
        language,
        format!("{top} wins back most, {won} trust-days a head {of}; {own} wins back {part} of that {cost}."),
        format!("{top} herwint het meest, {won} vertrouwensdagen per hoofd {of}; {own} herwint daar {part} van {cost}."),
    ))
}

fn steps(found: &Found, language: Language) -> Option<String> {
    let last = found.steps.last().map(|at| &found.judged[*at])?;
    let chain: Vec<String> = found.steps.iter().map(|at| name(&found.judged[*at], language)).collect();
    if found.front.len() < 2 {
        return None;
    }
    let part = percent(MATERIAL, 0, language);
    if found.steps.len() < 2 {
        let only = name(last, language);
        return Some(either(
            language,
            format!("No member of the front is better than {only} by more than luck and by at least {part} of the most."),
            format!("Geen combinatie van het front is beter dan {only} door meer dan toeval en met minstens {part} van het meeste."),
        ));
    }
    let (chain, end, cost) = (chain.join(" → "), name(last, language), number(last.cost.mean, 0, language));
    let goes_on = found.front.last() != found.steps.last();
    let [en, nl] = if goes_on {
        [
            format!(" Beyond {end}, at {cost} person-days, nothing dearer brings that much more."),
            format!(" Na {end}, bij {cost} persoonsdagen, brengt niets duurders nog zoveel meer."),
        ]
    } else {
        [String::new(), String::new()]
    };
    Some(either(
        language,
        format!("Steps that luck does not explain and that bring at least {part} of the most: {chain}.{en}"),
        format!("Stappen die het toeval niet verklaart en die minstens {part} van het meeste brengen: {chain}.{nl}"),
    ))
}

/// Which repairs all members have, and which none.
fn in_all(options: &Options, found: &Found, language: Language) -> Option<String> {
    let all = members(found);
    if all.len() < 2 {
        return None;
    }
    let with = |at: usize| all.iter().filter(|row| row.genes[at] > 0).count();
    let named = |count: usize| -> Vec<String> {
        let ids = options.starts.iter().enumerate().filter(|(at, _)| with(*at) == count);
        ids.filter_map(|(_, starts)| starts.first().map(|start| start.repair.id.clone())).collect()
    };
    let (always, never) = (named(all.len()), named(0));
    let always = (!always.is_empty()).then(|| {
        let ids = listed(&always, language);
        either(
            language,
            format!("In every member of the front that does something: {ids}."),
            format!("In elke combinatie van het front die iets doet: {ids}."),
        )
    });
    let never = (!never.is_empty()).then(|| {
        let ids = listed(&never, language);
        either(language, format!("In none: {ids}."), format!("Komt in geen enkele combinatie van het front voor: {ids}."))
    });
    let said: Vec<String> = always.into_iter().chain(never).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Neighbours that cannot be told apart, in runs.
fn alike(found: &Found, language: Language) -> Option<String> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for pair in found.pairs.iter().filter(|pair| !pair.apart) {
        match runs.last_mut() {
            Some(run) if run.last() == Some(&pair.members[0]) => run.push(pair.members[1]),
            _ => runs.push(pair.members.to_vec()),
        }
    }
    if runs.is_empty() {
        return None;
    }
    let said = runs.iter().map(|run| {
        let names: Vec<String> = run.iter().map(|at| name(&found.judged[*at], language)).collect();
        listed(&names, language)
    });
    let runs = said.collect::<Vec<_>>().join("; ");
    Some(either(
        language,
        format!("Each of these cannot be told from the next in what it wins: {runs}. More replicates may (--worlds, --replicates)."),
        format!(
            "Elk van deze is niet van de volgende te onderscheiden in wat ze wint: {runs}. Meer herhalingen kunnen dat wel (--worlds, --replicates)."
        ),
    ))
}

/// Members that would often be dominated.
fn unsure(found: &Found, language: Language) -> Option<String> {
    let names: Vec<String> = members(found).into_iter().filter(|row| row.share < 1.0 - SWAPS).map(|row| name(row, language)).collect();
    (!names.is_empty()).then(|| {
        let (names, part) = (listed(&names, language), percent(SWAPS, 0, language));
        either(
            language,
            format!("Had other worlds been drawn, these would be dominated more than {part} of the time: {names}."),
            format!("Als andere werelden geloot waren, zou in meer dan {part} van de keren een andere combinatie op alle punten minstens even goed zijn als deze: {names}."),
        )
    })
}

/// What those that were chosen promised, and what came of them.
fn promised(found: &Found, language: Language) -> Option<String> {
    let [[won, avoided], [own_won, own_avoided]] = found.promised?.map(|both| both.map(|value| number(value, 1, language)));
    Some(either(
        language,
        format!(
            "Those that stood on the front of the search won back {won} trust-days a head and avoided {avoided} leavers there, on average; {own_won} and {own_avoided} on the fresh replicates, which count. Part of the difference is the luck of those that are chosen, part that the worlds are others."
        ),
        format!(
            "Wie op het front van de zoektocht stond, herwon daar gemiddeld {won} vertrouwensdagen per hoofd en vermeed {avoided} vertrekkers; {own_won} en {own_avoided} op de nieuwe simulaties, die tellen. Een deel van het verschil is geluk bij de keuze, een deel komt doordat het andere werelden zijn."
        ),
    ))
}

/// Not all that stood on the front of the search were judged.
fn crowded(found: &Found, language: Language) -> Option<String> {
    let front = found.searched.iter().filter(|row| row.on_front).count();
    (front > found.judged.len()).then(|| {
        let (front, judged) = (whole(front as u64, language), whole(found.judged.len() as u64, language));
        either(
            language,
            format!("{front} stood on the front of the search; the {judged} that are least like the others were judged."),
            format!("Op het front van de zoektocht stonden er {front}; de {judged} die het minst op de andere lijken, zijn beoordeeld."),
        )
    })
}

/// Members that cost more than the budget once lived.
fn overspent(found: &Found, budget: Option<f64>, language: Language) -> Option<String> {
    let budget = budget?;
    let names: Vec<String> =
        members(found).into_iter().filter(|row| row.spent.mean > budget + 0.5).map(|row| name(row, language)).collect();
    (!names.is_empty()).then(|| {
        let names = listed(&names, language);
        either(
            language,
            format!("Within the budget by their price, above it as it came out: {names}."),
            format!("Binnen het budget volgens hun prijs, erboven zoals het uitkwam: {names}."),
        )
    })
}

/// Some lives failed.
pub fn failed(failed: u64, lives: u64, language: Language) -> String {
    let (failed, lives) = (whole(failed, language), whole(lives, language));
    either(
        language,
        format!("{failed} of {lives} replicates failed and are left out"),
        format!("{failed} van {lives} herhalingen mislukten en tellen niet mee"),
    )
}

/// Where it is written, and what to do with it.
pub fn written(folder: &str, language: Language) -> String {
    const FILES: &str = "portfolios.csv, prices.csv, portfolio.toml, figures/front.png";
    either(
        language,
        format!("Written: {folder}/\n  {FILES}\nNext: onfoot compare {folder}/portfolio.toml"),
        format!("Geschreven: {folder}/\n  {FILES}\nHierna: onfoot compare {folder}/portfolio.toml"),
    )
}
