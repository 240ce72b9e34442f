//! # What `worlds` says

use super::{either, whole};
use crate::text::{Language, Text, text};
use crate::words::number::{number, percent};

/// Heads of the table of findings.
pub const HEADS: [Text; 5] = [
    text("finding", "bevinding"),
    text("published", "gepubliceerd"),
    text("preset", "pakket"),
    text("worlds may show", "werelden mogen tonen"),
    text("missed as drawn", "gemist zoals geloot"),
];
/// Too few were kept.
pub const FEWER: Text = text(
    "Fewer were kept than wanted: try more candidates (--candidates).",
    "Er zijn er minder bewaard dan gevraagd: probeer meer kandidaten (--candidates).",
);
/// How they come into the program.
pub const SHIP: Text = text(
    "To ship them with the program: cp output/worlds/candidates.csv output/worlds/directions.csv output/worlds/bands.csv src/ensemble/worlds/",
    "Om ze met het programma mee te geven: cp output/worlds/candidates.csv output/worlds/directions.csv output/worlds/bands.csv src/ensemble/worlds/",
);

/// What is about to be done.
pub fn opening(keep: u32, candidates: u32, parameters: usize, findings: usize, language: Language) -> String {
    let [keep, candidates, parameters, findings] =
        [u64::from(keep), u64::from(candidates), parameters as u64, findings as u64].map(|n| whole(n, language));
    either(
        language,
        format!("{keep} worlds wanted that meet {findings} findings, {parameters} parameters moved, {candidates} candidates at most"),
        format!(
            "{keep} werelden gezocht die {findings} bevindingen halen, {parameters} parameters verschoven, hoogstens {candidates} kandidaten"
        ),
    )
}

/// What came of it.
pub fn kept(tried: usize, kept: usize, as_drawn: f64, strictest: (&str, f64), language: Language) -> String {
    let [tried, kept] = [tried as u64, kept as u64].map(|n| whole(n, language));
    let [drawn, missed] = [as_drawn, strictest.1].map(|share| percent(share, 1, language));
    let id = strictest.0;
    either(
        language,
        format!(
            "Of {tried} candidates {kept} are kept, in pairs; all weigh the same, so the effective sample size is {kept}. As they are drawn {drawn} meet all findings; {id} is missed most, by {missed}."
        ),
        format!(
            "Van {tried} kandidaten zijn er {kept} bewaard, in paren; ze wegen alle even zwaar, dus is de effectieve steekproefgrootte {kept}. Zoals ze geloot zijn, haalt {drawn} alle bevindingen; {id} wordt het vaakst gemist, door {missed}."
        ),
    )
}

/// A band.
pub fn band([low, high]: [f64; 2], language: Language) -> String {
    let [low, high] = [low, high].map(|end| number(end, 3, language));
    either(language, format!("{low} to {high}"), format!("{low} tot {high}"))
}

/// Where it is written.
pub fn written(folder: &str, language: Language) -> String {
    either(
        language,
        format!("Written: {folder}/candidates.csv, directions.csv and bands.csv"),
        format!("Geschreven: {folder}/candidates.csv, directions.csv en bands.csv"),
    )
}
