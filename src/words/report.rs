//! # Words of the page
//!
//! Headings, buttons and sentences of `report.html` that no other screen has.

use crate::comparison::ranking::Policy;
use crate::scenario::YEAR;
use crate::text::{Language, Text, text};
use crate::validation::work::works_in;
use crate::words::figure::{TWIN, lower_first};
use crate::words::names::listed;
use crate::words::number::{bracketed, count, duration, number, percent, rounded, signed};
use crate::words::screen::{compare, either};

/// The name of the language, in itself.
pub const LANGUAGE: Text = text("English", "Nederlands");
/// The group of the language buttons.
pub const LANGUAGES: &str = "Language / Taal";
/// Heading.
pub const SENTENCE: Text = text("In a sentence", "In één zin");
/// Heading.
pub const PICTURES: Text = text("In time", "Verloop");
/// Heading.
pub const COMPARISON: Text = text("Which policy is worth its cost?", "Welk beleid is zijn prijs waard?");
/// Heading.
pub const EXPECTED: Text = text("What was expected", "Wat verwacht werd");
/// Heading.
pub const ASSUMED: Text = text("What is assumed", "Wat aangenomen is");
/// Heading.
pub const CHANGE: Text = text("What would change the conclusion", "Wat de conclusie zou veranderen");
/// Heading.
pub const LIMITS: Text = text("Limits", "Grenzen");
/// Heading.
pub const AGAIN: Text = text("How to make it again", "Zelf opnieuw uitvoeren");
/// Heading of the board's page.
pub const UNKNOWN: Text = text("What we do not know", "Wat we niet weten");
/// Heading of the board's page.
pub const COSTS: Text = text("What it costs and wins", "Wat het kost en oplevert");
/// Heading of the board's page.
pub const WRONG: Text = text("What it would take to be wrong", "Wanneer dit niet meer klopt");
/// Heading.
pub const LUCK: Text = text("Luck and doubt", "Toeval en twijfel");
/// Heading.
pub const CITE: Text = text("How to cite", "Hoe te citeren");
/// The region of the ranking.
pub const ORDER: Text = text("Order at this worth", "Volgorde bij deze waarde");
/// Button below a table of a few days.
pub const ALL_DAYS: Text = text("All days of the chart", "Alle dagen van de figuur");
/// Only luck was looked at.
pub const ONLY_LUCK: Text = text(
    "The bands of the charts are luck alone: other dice, the same values of the parameters. How far the outcome is doubt, other values, was not measured in this run; --worlds or onfoot sensitivity does so.",
    "De banden van de figuren zijn enkel toeval: andere toevalsgetallen, dezelfde waarden van de parameters. Hoeveel twijfel er is, andere waarden, is in deze uitvoering niet gemeten; --worlds of onfoot sensitivity doet dat.",
);
/// There are worlds, but too few to say on what it hangs.
pub const FEW_WORLDS: Text = text(
    "The bands of the charts tell luck from doubt. The worlds are too few to say how much of the outcome is which; more would (--worlds 40).",
    "De banden van de figuren scheiden toeval van twijfel. Er zijn te weinig werelden om te zeggen hoeveel van de uitkomst wat is; meer zouden dat kunnen (--worlds 40).",
);
/// How to check the folder.
pub const VERIFY: Text = text(
    "The tables and pictures that belong to this page stand beside it in its folder; manifest.json there says what each column means. onfoot verify FOLDER runs some of it again and compares every row.",
    "De tabellen en figuren bij deze pagina staan ernaast in de map; manifest.json zegt er wat elke kolom betekent. onfoot verify MAP rekent een deel opnieuw na en vergelijkt elke rij.",
);
/// Said on the board's page of what only the board can say.
pub const YOUR_WORTH: Text = text(
    "What one avoided departure is worth beyond its replacement, which is in the cost: only you can say it, and the order hangs on it.",
    "Wat één vermeden vertrek waard is boven de vervanging, die in de kosten zit: alleen u kunt het zeggen, en de volgorde hangt ervan af.",
);
/// Said on the board's page.
pub const SPEEDS: Text = text(
    "How fast trust comes back: nobody has measured it in organisations.",
    "Hoe snel vertrouwen terugkomt: niemand heeft het in organisaties gemeten.",
);

/// Button.
pub const BOARD: Text = text("One page for the board", "Eén pagina voor het bestuur");
/// Button.
pub const BACK: Text = text("Back to the whole report", "Terug naar het hele verslag");
/// Tabs of a chart.
pub const TABS: [Text; 3] = [text("Chart", "Figuur"), text("Table", "Tabel"), text("Text", "Tekst")];
/// The switch for bands.
pub const BANDS: Text = text("bands", "banden");
/// The group of switches of a chart.
pub const SHOW: Text = text("Show", "Toon");
/// Head of days in months.
pub const MONTH: Text = text("month", "maand");
/// Axis of time.
pub const YEARS: Text = text("years", "jaar");
/// How to move through a chart by keyboard.
pub const KEYS: Text = text("Arrow keys move along the days.", "Pijltjestoetsen gaan langs de dagen.");
/// The slider of the worth.
pub const WORTH: Text = text("One avoided departure is worth, in person-days:", "Eén vermeden vertrek is waard, in persoonsdagen:");
/// What the slider says before a worth is said.
pub const UNSAID: Text = text("no worth said yet", "nog geen waarde gezegd");
/// Nothing was looked for.
pub const NOT_LOOKED: Text = text(
    "Which parameters it hangs on was not looked for in this run; onfoot sensitivity does so.",
    "Van welke parameters het afhangt, is in deze uitvoering niet nagegaan; onfoot sensitivity doet dat.",
);
/// A page without its script.
pub const NO_SCRIPT: Text = text(
    "Without JavaScript the charts are still pictures, and their tables stand open.",
    "Zonder JavaScript zijn de figuren stilstaande beelden, en staan hun tabellen open.",
);
/// Said on the board's page.
pub const NO_STAFF: Text = text("No data of any staff member were used.", "Er zijn geen gegevens van personeelsleden gebruikt.");
/// No switch was touched.
pub const USUAL: Text = text("All mechanisms are switched as usual.", "Alle mechanismen staan op hun standaard.");

/// The name of a line.
pub fn line(name: &str, language: Language) -> String {
    match name {
        "twin" => TWIN.get(language).to_owned(),
        "main" => either(language, "this organisation".into(), "deze organisatie".into()),
        other => twin_of(other, language).unwrap_or_else(|| other.to_owned()),
    }
}

/// The name of a twin that stands for some arms only, `twin:ARM` in tables; `None` for what is no such twin.
pub fn twin_of(name: &str, language: Language) -> Option<String> {
    name.strip_prefix("twin:").map(|arm| either(language, format!("twin of {arm}"), format!("tweeling van {arm}")))
}

/// The same at the end of a line, where there is little room; the key says it in full.
pub fn line_end(name: &str, language: Language) -> String {
    if name == "twin" { either(language, "twin".into(), "tweeling".into()) } else { line(name, language) }
}

/// A worth with its unit.
pub fn person_days(worth: &str, language: Language) -> String {
    either(language, format!("{worth} person-days"), format!("{worth} persoonsdagen"))
}

/// What the numbers between brackets are.
pub fn bands(worlds: u32, language: Language) -> String {
    if worlds > 1 {
        either(language, "Median; in brackets doubt: 90% of the worlds".into(), "Mediaan; tussen haken twijfel: 90% van de werelden".into())
    } else {
        either(language, "Median; in brackets 90% of the replicates".into(), "Mediaan; tussen haken 90% van de herhalingen".into())
    }
}

/// What the bands of a chart are.
pub fn legend(worlds: u32, language: Language) -> String {
    if worlds > 1 {
        either(
            language,
            "Light band: doubt, 90% of the worlds; dark band: luck, 90% of the replicates in a world.".into(),
            "Lichte band: twijfel, 90% van de werelden; donkere band: toeval, 90% van de herhalingen in een wereld.".into(),
        )
    } else {
        either(
            language,
            "Light band: 90% of the replicates; dark band: the middle half.".into(),
            "Lichte band: 90% van de herhalingen; donkere band: de middelste helft.".into(),
        )
    }
}

/// A median with its band.
pub fn banded(values: [f64; 3], decimals: usize, language: Language) -> String {
    bracketed(values, decimals, language)
}

/// Who trust, counted as a survey does, beside the levels above it.
pub fn counted(arm: &str, whom: &str, [before, end]: [f64; 2], breach: bool, language: Language) -> String {
    let [before, end] = [before, end].map(|share| percent(share, 0, language));
    let arm = if arm.is_empty() { String::new() } else { format!("{arm}: ") };
    let since = if breach { text("before the breach", "voor de vertrouwensbreuk") } else { text("at the start", "bij het begin") };
    let since = since.get(language);
    either(
        language,
        format!("{arm}Counted as in a survey, {before} of people trusted {whom} {since} and {end} at the end."),
        format!("{arm}Geteld als in een enquête vertrouwde {before} van de mensen {whom} {since} en {end} aan het einde."),
    )
}

/// The length of what is shown.
pub fn after(years: f64, language: Language) -> String {
    let time = duration(years * f64::from(YEAR), language);
    format!("Over {time}.")
}

/// How many parameters are how sure.
pub fn grades(measured: usize, related: usize, assumed: usize, language: Language) -> String {
    let all = count((measured + related + assumed) as u64, text("parameter", "parameter"), text("parameters", "parameters"), language);
    either(
        language,
        format!("{all}: {measured} measured in organisations, {related} from related studies, {assumed} assumed."),
        format!("{all}: {measured} gemeten in organisaties, {related} uit verwant onderzoek, {assumed} aangenomen."),
    )
}

/// Switches that are not as usual.
pub fn switched(changed: &[String], language: Language) -> String {
    let changed = changed.join(", ");
    either(language, format!("Switched otherwise than usual: {changed}."), format!("Anders ingesteld dan standaard: {changed}."))
}

/// What was lived.
pub fn lived(people: f64, teams: u32, years: f64, replicates: u32, worlds: u32, language: Language) -> String {
    let (people, time) = (number(people, 0, language), duration(years * f64::from(YEAR), language));
    let w = if worlds > 1 {
        either(language, format!(" in each of {worlds} worlds"), format!(" in elk van {worlds} werelden"))
    } else {
        String::new()
    };
    either(
        language,
        format!("{people} people in {teams} teams, {time}, {replicates} replicates{w}."),
        format!("{people} mensen in {teams} teams, {time}, {replicates} herhalingen{w}."),
    )
}

/// How far an outcome is luck and how far doubt.
pub fn apart(arm: &str, luck: f64, doubt: f64, language: Language) -> String {
    let [luck, doubt] = [luck, doubt].map(|sd| number(sd, 3, language));
    either(
        language,
        format!("{arm}: other dice make a standard deviation of {luck}, other values of the parameters {doubt}."),
        format!("{arm}: ander toeval maakt een standaardafwijking van {luck}, andere waarden van de parameters {doubt}."),
    )
}

/// A parameter on which the outcome hangs, in short.
pub fn hangs(parameter: &str, meaning: &str, effect: f64, grade: &str, language: Language) -> String {
    let effect = signed(effect, 3, language);
    either(
        language,
        format!("{parameter} ({grade}): {meaning} Within what is unknown about it, the outcome moves by {effect}."),
        format!("{parameter} ({grade}): {meaning} Binnen de onzekerheid van dit getal verschuift de uitkomst met {effect}."),
    )
}

/// What is meant by the outcome.
pub fn outcome(headline: &str, language: Language) -> String {
    let headline = lower_first(headline);
    either(language, format!("The outcome: {headline}."), format!("De uitkomst: {headline}."))
}

/// How many parameters nobody measured.
pub fn unproven(assumed: usize, all: usize, language: Language) -> String {
    either(
        language,
        format!("{assumed} of {all} parameters are assumptions: no published estimate was found."),
        format!("{assumed} van de {all} parameters zijn aannames: er werd geen gepubliceerde schatting gevonden."),
    )
}

/// Parameters with a value of the scenario's own.
pub fn own_values(names: &[String], language: Language) -> String {
    let names = names.join(", ");
    either(
        language,
        format!("The scenario gives a value of its own to: {names}."),
        format!("Het scenario geeft een eigen waarde aan: {names}."),
    )
}

/// The works behind it.
pub fn works(n: usize, language: Language) -> String {
    either(
        language,
        format!("The {n} works behind its parameters, laws and findings: onfoot cite."),
        format!("De {n} werken achter de parameters, wetten en bevindingen: onfoot cite."),
    )
}

/// What the lines of the board's picture are.
pub fn board_lines(subject: &str, replicates: usize, worlds: usize, several: bool, language: Language) -> String {
    let n = count(replicates as u64, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    let worlds = match (worlds, language) {
        (..=1, _) => String::new(),
        (worlds, Language::English) => format!(" in {worlds} worlds"),
        (worlds, Language::Dutch) => format!(" in {worlds} werelden"),
    };
    let band = match (several, replicates, worlds.is_empty()) {
        (true, ..) | (_, ..=1, _) => text("", ""),
        (false, _, true) => text("; band: the middle half", "; band: de middelste helft"),
        (false, _, false) => text("; band: doubt, 90% of the worlds", "; band: twijfel, 90% van de werelden"),
    };
    let band = band.get(language);
    either(
        language,
        format!("{subject}, 0 to 1: median of {n}{worlds}{band}"),
        format!("{subject}, 0 tot 1: mediaan van {n}{worlds}{band}"),
    )
}

/// Policies that the board's table leaves out.
pub fn more_policies(more: usize, language: Language) -> String {
    let more = count(more as u64, text("more policy", "ander beleid"), text("more policies", "andere"), language);
    either(language, format!("{more}: in the whole report."), format!("Nog {more}: in het hele verslag."))
}

/// Said where a floor leaves nobody to advise.
const NONE_ABOVE: Text =
    text("No policy wins back as much trust as was asked.", "Geen enkel beleid wint zoveel vertrouwen terug als gevraagd werd.");

/// The advice at a worth: those on the first place.
pub fn advice(worth: f64, first: &[&str], language: Language) -> String {
    let worth = number(worth, 0, language);
    let names = listed(first, language);
    match (first.len(), language) {
        (0, _) => NONE_ABOVE.get(language).to_owned(),
        (1, Language::English) => format!("If one avoided departure is worth {worth} person-days, {names} is the best to expect."),
        (1, Language::Dutch) => {
            format!("Als één vermeden vertrek {worth} persoonsdagen waard is, is {names} naar verwachting de beste keuze.")
        }
        (_, Language::English) => {
            format!("If one avoided departure is worth {worth} person-days, {names} is the best to expect; they cannot be told apart.")
        }
        (_, Language::Dutch) => {
            format!(
                "Als één vermeden vertrek {worth} persoonsdagen waard is, is {names} naar verwachting de beste keuze; ze zijn niet te onderscheiden."
            )
        }
    }
}

/// Why a policy is advised, and how sure that is: what it spends beyond the reference, avoids and wins back, and the rest in `then`.
pub fn reason(policy: &Policy, reference: &str, then: &str, language: Language) -> String {
    let name = &policy.name;
    let more = policy.cost.mean >= 0.0;
    let cost = number(policy.cost.mean.abs(), 0, language);
    if *name == reference {
        return either(
            language,
            format!("“{name}” is what the others are compared with; {then}"),
            format!("“{name}” is waarmee de andere vergeleken worden; {then}"),
        );
    }
    let [avoided, won] = [policy.avoided, policy.recovered].map(|of| compare::range(of.mean, of.lo, of.hi, language));
    either(
        language,
        format!(
            "“{name}” costs {cost} person-days {} than “{reference}”, avoids {avoided} departures and wins back {won} trust-days a head; {then}",
            if more { "more" } else { "less" }
        ),
        format!(
            "“{name}” kost {cost} persoonsdagen {} dan “{reference}”, vermijdt {avoided} vertrekken en wint {won} vertrouwensdagen per hoofd terug; {then}",
            if more { "meer" } else { "minder" }
        ),
    )
}

/// How the sentences about policies are read.
pub const REASONS_READ: Text = text(
    "In brackets: 8 of 10 replicates. A trust-day: one person's full trust for a day. A world: the assumptions moved as far as evidence and published levels leave open.",
    "Tussen haken: 8 van de 10 herhalingen. Een vertrouwensdag: het volle vertrouwen van één persoon gedurende een dag. Een wereld: de aannames verschoven zover bewijs en gepubliceerde niveaus openlaten.",
);

/// How sure a policy is at a worth: in how many worlds it is the best, what choosing it gives away, and from where on it is advised.
pub fn how_sure(best: f64, regret: f64, most: f64, from: Option<f64>, language: Language) -> String {
    let regret = count(rounded(regret, 0) as u64, text("person-day", "persoonsdag"), text("person-days", "persoonsdagen"), language);
    let most = number(most, 0, language);
    let worlds = if best.is_finite() {
        let best = percent(best, 0, language);
        either(language, format!("the best in {best} of the worlds; "), format!("de beste in {best} van de werelden; "))
    } else {
        String::new()
    };
    let from = from.map_or_else(String::new, |from| {
        let from = compare::worth(from, language);
        either(
            language,
            format!(" It is the best to expect from a worth of {from} person-days on."),
            format!(" Vanaf een waarde van {from} persoonsdagen is dit naar verwachting de beste keuze."),
        )
    });
    either(
        language,
        format!("{worlds}choosing it gives away {regret} on average and {most} at worst.{from}"),
        format!("{worlds}ervoor kiezen geeft gemiddeld {regret} weg, en in het slechtste geval {most}.{from}"),
    )
}

/// How sure a policy is between two worths: from where on it is advised, and in how many worlds it is the best in the middle.
pub fn best_there(best: f64, from: f64, middle: f64, alike: &[&str], language: Language) -> String {
    let [from, middle] = [from, middle].map(|worth| compare::worth(worth, language));
    let open = compare::not_apart(alike, language);
    if !best.is_finite() {
        return either(
            language,
            format!("the best to expect from {from} on{open}."),
            format!("naar verwachting de beste keuze vanaf {from}{open}."),
        );
    }
    let best = percent(best, 0, language);
    either(
        language,
        format!("the best to expect from {from} on; at {middle} the best in {best} of the worlds{open}."),
        format!("naar verwachting de beste keuze vanaf {from}; bij {middle} de beste in {best} van de werelden{open}."),
    )
}

/// The advice by what an avoided departure is worth: who is the best to expect from which worth on, and whom the first cannot be
/// told from.
pub fn advice_by_worth(steps: &[(&str, f64)], alike: &[&str], language: Language) -> String {
    let worth = |from: f64| compare::worth(from, language);
    let Some(((first, _), rest)) = steps.split_first() else { return NONE_ABOVE.get(language).to_owned() };
    let later: String = rest
        .iter()
        .map(|(name, from)| either(language, format!("; “{name}” from {}", worth(*from)), format!("; “{name}” vanaf {}", worth(*from))))
        .collect();
    let open = compare::not_apart(alike, language);
    match (rest.first(), language) {
        (None, Language::English) => format!("“{first}” is the best to expect, whatever one avoided departure is worth{open}."),
        (None, Language::Dutch) => format!("“{first}” is naar verwachting de beste keuze, wat één vermeden vertrek ook waard is{open}."),
        (Some((_, from)), Language::English) => {
            format!("Best to expect: “{first}” while one avoided departure is worth less than {} person-days{open}{later}.", worth(*from))
        }
        (Some((_, from)), Language::Dutch) => {
            format!("Beste keuze: “{first}” zolang één vermeden vertrek minder dan {} persoonsdagen waard is{open}{later}.", worth(*from))
        }
    }
}

/// A parameter on which an outcome hangs.
pub fn driver(parameter: &str, effect: f64, meaning: &str, source: &str, grade: &str, language: Language) -> String {
    let effect = signed(effect, 3, language);
    // Sources are notes in English; what a Dutch page can say of them is which works they name.
    let works: Vec<&str> = works_in(source).filter_map(|work| work.named.first().copied()).collect();
    let works = if works.is_empty() { "geen gepubliceerde schatting".to_owned() } else { works.join("; ") };
    either(
        language,
        format!("{parameter} ({grade}): {effect} from the lowest to the highest value that is still possible. {meaning} Source: {source}."),
        format!("{parameter} ({grade}): {effect} van de laagste naar de hoogste waarde die nog mogelijk is. {meaning} Bron: {works}."),
    )
}
