//! # What `calibrate` says

use super::{either, whole};
use crate::calibration::recipe::Unreadable;
use crate::text::{Language, Text, text};
use crate::words::number::number;

/// Heads of the table of parameters.
pub const HEADS: [Text; 5] = [
    text("parameter", "parameter"),
    text("start", "begin"),
    text("fitted", "geschat"),
    text("± SD", "± SA"),
    text("pinned down", "vastgelegd"),
];
/// What the bar counts.
pub const EVALUATIONS: Text = text("evaluations", "evaluaties");
/// Above the pairs that are traded.
pub const TRADES: Text =
    text("Traded against each other: the findings fix these only together", "Uitgeruild: de bevindingen leggen deze alleen samen vast");
/// The findings pin it down.
pub const YES: Text = text("yes", "ja");
/// They do not.
pub const NO: Text = text("no", "nee");
/// Interrupted; the evaluations are kept.
pub const STOPPED: Text = text(
    "Interrupted; what was evaluated is kept, and the same command goes on from there.",
    "Onderbroken; wat geëvalueerd is, is bewaard, en dezelfde opdracht gaat daar verder.",
);
/// Nothing to fit.
pub const NO_PARAMETER: Text = text(
    "say which parameters may move: --free quotient.tilt, or a group, --free turnover",
    "zeg welke parameters mogen bewegen: --free quotient.tilt, of een groep, --free turnover",
);
/// Nothing to fit to.
pub const NO_TARGET: Text = text("none of the findings asked for can be computed", "geen van de gevraagde bevindingen kan berekend worden");

/// What may move is said twice.
pub const FREE_TWICE: Text = text("the file says what may move; leave --free out", "het bestand zegt wat mag bewegen; laat --free weg");

/// What is wrong with a recorded fit.
pub fn unreadable(file: &str, fault: &Unreadable, language: Language) -> String {
    let file = crate::text::shown(file);
    let said = match fault {
        Unreadable::File(said) => said.trim().to_owned(),
        Unreadable::Unknown(word) => unknown_parameter(word, language),
        Unreadable::Both(path) => either(
            language,
            format!("`{path}` stands under [free] and under [held]; it is one or the other"),
            format!("`{path}` staat onder [free] en onder [held]; het is het ene of het andere"),
        ),
        Unreadable::Unreasoned(word) => either(
            language,
            format!("`{word}` has no reason; write why it moves, or why it is held"),
            format!("`{word}` heeft geen reden; schrijf waarom het beweegt, of waarom het vaststaat"),
        ),
    };
    format!("{file}: {said}")
}

/// No parameter of this name.
pub fn unknown_parameter(word: &str, language: Language) -> String {
    either(language, format!("there is no parameter `{word}`"), format!("er is geen parameter `{word}`"))
}

/// What is about to be done.
pub fn opening(free: usize, findings: usize, evaluations: u32, kept: bool, language: Language) -> String {
    let [free, findings, evaluations] = [free as u64, findings as u64, u64::from(evaluations)].map(|n| whole(n, language));
    let more = match (kept, language) {
        (false, _) => "",
        (true, Language::English) => "; going on from what was evaluated before",
        (true, Language::Dutch) => "; verder vanaf wat eerder geëvalueerd is",
    };
    either(
        language,
        format!("{free} parameters, {findings} findings, {evaluations} evaluations{more}"),
        format!("{free} parameters, {findings} bevindingen, {evaluations} evaluaties{more}"),
    )
}

/// How the distance fell, and how many findings are met.
pub fn distance(before: f64, after: f64, met: [usize; 2], of: usize, language: Language) -> String {
    let said = |value: f64| number(value, 1, language);
    either(
        language,
        format!(
            "Distance from the findings {}, was {}. Met: {} of {of}, were {}. Findings with a band count 0 at its middle and 1 at its edge.",
            said(after),
            said(before),
            met[1],
            met[0]
        ),
        format!(
            "Afstand tot de bevindingen {}, was {}. Gehaald: {} van {of}, waren er {}. Bevindingen met een band tellen 0 in het midden en 1 op de rand.",
            said(after),
            said(before),
            met[1],
            met[0]
        ),
    )
}

/// Where it is written.
pub fn written(folder: &str, language: Language) -> String {
    either(
        language,
        format!("Written: {folder}/preset.toml, parameters.csv, fit.csv, trades.csv and figures/validation.png"),
        format!("Geschreven: {folder}/preset.toml, parameters.csv, fit.csv, trades.csv en figures/validation.png"),
    )
}
