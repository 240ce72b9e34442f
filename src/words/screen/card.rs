//! # Cards and shelves

use super::{either, exact};
use crate::scenario::row::Fallback;
use crate::scenario::{ByReferent, Referent};
use crate::text::{Language, Text, text};
use crate::theory::cost::CostLaw;
use crate::theory::repair::{Level, Nature, Pay, RepairKind, RepairRow};
use crate::words::number::count;
use crate::words::sentence::whom;

/// A fact's label.
pub const TAKES_VALUE: Text = text("Takes", "Neemt");
/// A fact's label.
pub const UNIT: Text = text("Unit", "Eenheid");
/// A fact's label.
pub const DEFAULT: Text = text("Default", "Standaard");
/// A fact's label.
pub const ONLY_FOR: Text = text("Only for", "Alleen voor");

/// What holds when a key without a value of its own is not given.
pub const fn fallback(fallback: Fallback) -> Option<Text> {
    match fallback {
        Fallback::Required => Some(text("none: it must be given", "geen: opgave is verplicht")),
        Fallback::Depends => Some(text("depends on what it is", "hangt af van wat het is")),
        Fallback::Nothing => Some(text("nothing", "niets")),
        Fallback::Is(_) | Fallback::Number(_) | Fallback::Switch(_) => None,
    }
}

/// Above an example.
pub const WRONG: Text = text("Wrong", "Fout");
/// Above an example.
pub const RIGHT: Text = text("Right", "Goed");

/// Where a step stands and how often it is taken.
pub fn step(place: usize, how_often: &str, language: Language) -> String {
    let often = match how_often {
        "daily" => text("every day", "elke dag"),
        "weekly" => text("every week", "elke week"),
        "monthly" => text("every month", "elke maand"),
        "when due" => text("when due", "wanneer het aan de beurt is"),
        _ => return either(language, format!("the {place}th"), format!("de {place}e")),
    };
    either(language, format!("number {place}, {}", often.en), format!("nummer {place}, {}", often.nl))
}

/// A fact's label.
pub const TELLS: Text = text("Tells of", "Zegt iets over");
/// A fact's label.
pub const BADLY: Text = text("Done badly", "Slecht gedaan");
/// A fact's label.
pub const STRENGTH: Text = text("Strength", "Sterkte");
/// A fact's label.
pub const SHOWN_BY: Text = text("Share of contacts", "Deel van de contacten");
/// A fact's label.
pub const FALLS_ON: Text = text("Falls on", "Komt terecht bij");
/// A fact's label.
pub const AT_WORK: Text = text("At work", "Aan het werk");
/// A fact's label.
pub const TAKES: Text = text("Takes from", "Neemt van");
/// A fact's label.
pub const JUMP: Text = text("Alarm", "Alarm");
/// Heads of the table of which repair fits what, in the order of `theory::repair_fit::FitLaw::COLUMNS`.
pub const FIT: [Text; 11] = [
    text("competence", "bekwaamheid"),
    text("reliability", "betrouwbaarheid"),
    text("benevolence", "welwillendheid"),
    text("integrity", "integriteit"),
    text("slip", "misstap"),
    text("betrayal", "verraad"),
    text("colleague", "collega"),
    text("leader", "leiding"),
    text("top", "top"),
    text("one person", "één mens"),
    text("a team", "een team"),
];
/// A heading.
pub const FITS: Text = text("Which repair fits what", "Welk herstel waarbij past");
/// Below the table.
pub const HOW_IT_FITS: Text = text(
    "How well each fits: four kinds of breach; what was small and not meant, what was severe or meant; who broke trust; who was hurt. The factors are multiplied; 1 is full fit. They are parameters of [repair_fit], and judgement but for what `onfoot explain` says.",
    "Hoe goed elk past: vier soorten vertrouwensbreuk; wat klein en niet gewild was, wat ernstig of gewild was; wie het vertrouwen brak; wie geraakt werd. De factoren worden vermenigvuldigd; 1 past volledig. Het zijn parameters van [repair_fit], en een inschatting, behalve wat `onfoot explain` erbij zegt.",
);
/// A fact's label.
pub const FITS_BEST: Text = text("Fits best", "Past het best bij");
/// A fact's label.
pub const LASTING: Text = text("Lasting", "Blijvend");
/// A fact's label.
pub const ANGER: Text = text("Anger", "Boosheid");
/// A fact's label.
pub const DURATION: Text = text("Duration", "Duur");
/// A fact's label.
pub const COST: Text = text("Cost", "Kosten");
/// A unit.
pub const WORKING_DAY: Text = text("working day", "werkdag");
/// A unit.
pub const WORKING_DAYS: Text = text("working days", "werkdagen");

/// The facets, in the order used everywhere.
pub const FACETS: [Text; 4] = [
    text("competence", "bekwaamheid"),
    text("reliability", "betrouwbaarheid"),
    text("intentions", "intenties"),
    text("honesty", "eerlijkheid"),
];
/// The perceived risk.
pub const RISK: Text = text("risk", "risico");
/// The two pairs of facets.
pub const PAIRS: [Text; 2] = [text("credibility", "geloofwaardigheid"), text("trustworthiness", "vertrouwenswaardigheid")];

/// Names with their weights, those of weight 0 left out.
fn weighted(names: &[Text], weights: &[f64], language: Language) -> String {
    let pairs = names.iter().zip(weights).filter(|(_, weight)| **weight > 0.0);
    pairs.map(|(name, weight)| format!("{} {}", name.get(language), exact(*weight, language))).collect::<Vec<_>>().join("; ")
}

/// What an act tells.
pub fn facets(weights: &[f64; 4], risk: f64, language: Language) -> String {
    let [a, b, c, d] = *weights;
    let [w, x, y, z] = FACETS;
    weighted(&[w, x, y, z, RISK], &[a, b, c, d, risk], language)
}

/// Whom it concerns, and how much.
pub fn referents(weights: &ByReferent<f64>, language: Language) -> String {
    weighted(&Referent::ALL.map(whom), &weights.0, language)
}

/// What a breach takes.
pub fn pairs(weights: &[f64; 2], language: Language) -> String {
    weighted(&PAIRS, weights, language)
}

/// A cost.
pub fn person_days(days: f64, language: Language) -> String {
    let said = exact(days, language);
    either(language, format!("{said} person-days"), format!("{said} persoonsdagen"))
}

/// What a repair costs when a scenario says nothing, and what the price goes by.
pub fn price(kind: RepairKind, language: Language) -> String {
    let per = match kind.pay() {
        Pay::Doer => text("for each person who does it", "per persoon die het doet").get(language).to_owned(),
        Pay::Present => text("for each person who sits in it", "per persoon die eraan deelneemt").get(language).to_owned(),
        Pay::Replaced => {
            text("for each leader who is replaced, beside the replacement", "per vervangen leidinggevende, naast de vervanging zelf")
                .get(language)
                .to_owned()
        }
        Pay::Reached => {
            let people = exact(CostLaw::default().priced_for, language);
            either(
                language,
                format!("for every {people} people whom it reaches, and in proportion (cost.priced_for)"),
                format!("per {people} mensen die het bereikt, en naar verhouding (cost.priced_for)"),
            )
        }
    };
    let judged = text("default price, a judgement; yours is `cost`", "standaardprijs, een inschatting; de jouwe is `cost`").get(language);
    format!("{} {per}; {judged}", person_days(kind.row().cost, language))
}

/// What a repair is, in short.
pub fn repair(row: &RepairRow, language: Language) -> String {
    let level = match row.level {
        Level::Individual => text("of the individual", "van het individu"),
        Level::Team => text("of the team", "van het team"),
        Level::Leader => text("of the leader", "van de leidinggevende"),
        Level::Organisation => text("of the organisation", "van de organisatie"),
    };
    let nature = match row.nature {
        Nature::Words => text("words", "woorden"),
        Nature::Deeds => text("deeds", "daden"),
        Nature::Structure => text("structure", "structuur"),
    };
    format!("{}, {} {}", row.name.get(language), nature.get(language), level.get(language))
}

/// A shelf.
pub const SCENARIOS: Text = text("Scenarios at hand", "Scenario's hier");
/// A scenario that cannot be run.
pub fn faulty(faults: u64, language: Language) -> String {
    let faults = count(faults, text("fault", "fout"), text("faults", "fouten"), language);
    either(language, format!("({faults}: see onfoot check)"), format!("({faults}: zie onfoot check)"))
}

/// Above the groups of parameters.
pub const GROUPS: Text = text("Groups of parameters, one for each law", "Groepen parameters, één per wet");
/// A card.
pub const PARAMETER: Text = text("parameter", "parameter");
/// Several.
pub const PARAMETERS_COUNTED: Text = text("parameters", "parameters");

/// A fact's label.
pub const EVIDENCE: Text = text("Evidence", "Bewijs");
/// A fact's label.
pub const SOURCE: Text = text("Source", "Bron (Engels)");
/// A fact's label.
pub const SAID: Text = text("The article", "Het artikel");
/// A fact's label.
pub const REFERENCE: Text = text("Reference", "Verwijzing");
/// A fact's label.
pub const ASKED: Text = text("To agree, the model must show", "Wat het model moet tonen om te kloppen");
/// A fact's label.
pub const TRIED: Text = text("To try it", "Zelf proberen");
/// Above a law.
pub const LAW: Text = text("The law", "De wet");
/// A fact's label.
pub const IN_A_FILE: Text = text("In a file", "In een bestand");
/// A fact's label.
pub const ONCE: Text = text("For once", "Voor één keer");
/// Above other things of the same name.
pub const ALSO: Text = text("Of the same name", "Met dezelfde naam");
/// A fact's label.
pub const RELATED: Text = text("Related", "Verwant");
/// A fact's label.
pub const SCOPE: Text = text("Of whom", "Van wie");
/// A fact's label.
pub const REFERENTS: Text = text("Trust in", "Vertrouwen in");
/// A fact's label.
pub const COURSE: Text = text("In time", "In de tijd");
/// A fact's label.
pub const FOUND_IN: Text = text("Found in", "Te vinden in");

/// A fact.
pub const BY_REFERENT: Text = text("colleagues, the leader, top management apart", "collega's, leidinggevende en topmanagement apart");
/// A fact.
pub const ONE_VALUE: Text = text("not told apart", "niet uitgesplitst");
/// A fact.
pub const ORGANISATION_AND_TEAM: Text = text("the organisation and each team", "de organisatie en elk team");
/// A fact.
pub const ORGANISATION: Text = text("the organisation", "de organisatie");
/// A fact.
pub const SINCE_START: Text = text("a sum since day 0", "een som sinds dag 0");
/// A fact.
pub const ON_ITS_DAY: Text = text("a level on its day", "een niveau op zijn dag");
/// A fact.
pub const IN_TABLES: Text = text("series and summary.csv", "series en summary.csv");
/// A switch.
pub const ON: Text = text("on by default", "standaard aan");
/// A switch.
pub const OFF: Text = text("off by default", "standaard uit");

/// Unit, range and default of a number.
pub fn measured(unit: &str, low: f64, high: f64, default: f64, language: Language) -> String {
    let [low, high, default] = [low, high, default].map(|value| exact(value, language));
    let unit =
        if unit == "-" { either(language, "no unit".into(), "zonder eenheid".into()) } else { crate::words::unit::unit(unit, language) };
    let range = either(language, format!("{low} to {high}"), format!("{low} tot {high}"));
    let range = if unit == range { range } else { format!("{unit}, {range}") };
    either(language, format!("{range}, default {default}"), format!("{range}, standaard {default}"))
}
