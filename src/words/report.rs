//! # Words of the page
//!
//! Headings, buttons and sentences of `report.html` that no other screen has.

use crate::text::{Language, Text, text};
use crate::words::figure::TWIN;
use crate::words::number::{count, number};
use crate::words::screen::either;

/// The name of the language, in itself.
pub const LANGUAGE: Text = text("English", "Nederlands");
/// The group of the language buttons.
pub const LANGUAGES: &str = "Language / Taal";
/// Heading.
pub const SENTENCE: Text = text("In a sentence", "In één zin");
/// Heading.
pub const PICTURES: Text = text("In time", "In de tijd");
/// Heading.
pub const COMPARISON: Text = text("Which policy is worth its cost?", "Welk beleid is zijn prijs waard?");
/// Heading.
pub const EXPECTED: Text = text("What was expected", "Wat verwacht werd");
/// Heading.
pub const ASSUMED: Text = text("What is assumed", "Wat aangenomen is");
/// Heading.
pub const CHANGE: Text = text("What would change the conclusion", "Wat het besluit zou veranderen");
/// Heading.
pub const LIMITS: Text = text("Limits", "Grenzen");
/// Heading.
pub const AGAIN: Text = text("How to make it again", "Hoe het opnieuw te maken");
/// Heading of the board's page.
pub const UNKNOWN: Text = text("What we do not know", "Wat we niet weten");
/// Heading of the board's page.
pub const COSTS: Text = text("What it costs and wins", "Wat het kost en oplevert");
/// Button.
pub const BOARD: Text = text("One page for the board", "Eén bladzijde voor het bestuur");
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
/// Nothing was looked for.
pub const NOT_LOOKED: Text = text(
    "Which parameters it hangs on was not looked for in this run; onfoot sensitivity does so.",
    "Van welke parameters het afhangt, is in deze uitvoering niet nagegaan; onfoot sensitivity doet dat.",
);
/// A page without its script.
pub const NO_SCRIPT: Text =
    text("Without JavaScript the charts are shown as tables.", "Zonder JavaScript worden de figuren als tabellen getoond.");
/// Said on the board's page.
pub const NO_STAFF: Text = text("No data of any staff member were used.", "Er zijn geen gegevens van personeelsleden gebruikt.");
/// No switch was touched.
pub const USUAL: Text = text("All mechanisms are switched as usual.", "Alle mechanismen staan zoals gewoonlijk.");

/// The name of a line.
pub fn line(name: &str, language: Language) -> String {
    match name {
        "twin" => TWIN.get(language).to_owned(),
        "main" => either(language, "this organisation".into(), "deze organisatie".into()),
        other => other.to_owned(),
    }
}

/// What the numbers between brackets are.
pub fn bands(worlds: u32, language: Language) -> String {
    if worlds > 1 {
        either(language, "Median; in brackets doubt: 90% of the worlds".into(), "Mediaan; tussen haken twijfel: 90% van de werelden".into())
    } else {
        either(language, "Median; in brackets 90% of the replays".into(), "Mediaan; tussen haken 90% van de herhalingen".into())
    }
}

/// What the bands of a chart are.
pub fn legend(worlds: u32, language: Language) -> String {
    if worlds > 1 {
        either(
            language,
            "Light band: doubt, 90% of the worlds; dark band: luck, 90% of the replays in a world.".into(),
            "Lichte band: twijfel, 90% van de werelden; donkere band: toeval, 90% van de herhalingen in een wereld.".into(),
        )
    } else {
        either(
            language,
            "Light band: 90% of the replays; dark band: the middle half.".into(),
            "Lichte band: 90% van de herhalingen; donkere band: de middelste helft.".into(),
        )
    }
}

/// A median with its band.
pub fn banded(median: &str, low: &str, high: &str, known: bool) -> String {
    if known { format!("{median} [{low}..{high}]") } else { median.to_owned() }
}

/// The length of what is shown.
pub fn after(years: f64, language: Language) -> String {
    let years = number(years, 1, language);
    either(language, format!("Over {years} years."), format!("Over {years} jaar."))
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
    either(language, format!("Switched otherwise than usual: {changed}."), format!("Anders geschakeld dan gewoonlijk: {changed}."))
}

/// What was lived.
pub fn lived(people: f64, teams: u32, years: f64, replicates: u32, worlds: u32, language: Language) -> String {
    let [people, years] = [number(people, 0, language), number(years, 1, language)];
    let w = if worlds > 1 {
        either(language, format!(" in each of {worlds} worlds"), format!(" in elk van {worlds} werelden"))
    } else {
        String::new()
    };
    either(
        language,
        format!("{people} people in {teams} teams, {years} years, {replicates} replays{w}."),
        format!("{people} mensen in {teams} teams, {years} jaar, {replicates} herhalingen{w}."),
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

/// The same in short.
pub fn hangs(parameter: &str, effect: f64, grade: &str, language: Language) -> String {
    let effect = signed(effect, language);
    either(
        language,
        format!("It hangs on {parameter} ({grade}): {effect} over what is open of it."),
        format!("Het hangt af van {parameter} ({grade}): {effect} over wat ervan openligt."),
    )
}

fn signed(effect: f64, language: Language) -> String {
    format!("{}{}", if effect > 0.0 { "+" } else { "−" }, number(effect.abs(), 3, language))
}

/// A parameter on which an outcome hangs.
pub fn driver(parameter: &str, effect: f64, meaning: &str, source: &str, grade: &str, language: Language) -> String {
    let effect = signed(effect, language);
    either(
        language,
        format!("{parameter} ({grade}): {effect} from the lower to the upper end of what is open. {meaning} Source: {source}."),
        format!("{parameter} ({grade}): {effect} van het onderste naar het bovenste eind van wat openligt. {meaning} Bron: {source}."),
    )
}
