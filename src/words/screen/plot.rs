//! # What `plot` says

use super::{either, joined};
use crate::text::{Language, Text, text};

/// The word before a list of figures.
const NONE: Text = text("none that can be drawn again", "geen enkele die opnieuw getekend kan worden");

/// The folder is no result.
pub fn no_result(folder: &str, language: Language) -> String {
    either(
        language,
        format!(
            "`{folder}` has no manifest.json that this version can read: plot takes a folder that `onfoot run` or `compare` has finished, such as output/horseback"
        ),
        format!(
            "`{folder}` heeft geen manifest.json dat deze versie kan lezen: plot neemt een map die `onfoot run` of `compare` heeft afgewerkt, zoals output/horseback"
        ),
    )
}

/// The scenario of the folder cannot be read.
pub fn no_scenario(folder: &str, file: &str, language: Language) -> String {
    either(
        language,
        format!("{file} in `{folder}` is not the scenario that onfoot wrote there"),
        format!("{file} in `{folder}` is niet het scenario dat onfoot daar schreef"),
    )
}

/// There is no such figure.
pub fn no_figure(name: &str, folder: &str, there: &[&str], language: Language) -> String {
    let there: Vec<String> = there.iter().map(|name| (*name).to_owned()).collect();
    let there = if there.is_empty() { NONE.get(language).to_owned() } else { joined(&there, text("and", "en").get(language)) };
    either(
        language,
        format!("there is no figure `{name}` to draw again in `{folder}`; there is: {there}"),
        format!("er is geen figuur `{name}` om opnieuw te tekenen in `{folder}`; er is: {there}"),
    )
}

/// There is a figure, but nothing to see on it.
pub fn empty(name: &str, language: Language) -> String {
    either(language, format!("`{name}` has nothing to show in this run"), format!("`{name}` heeft niets te tonen in deze uitvoering"))
}

/// The ending of a file says no form.
pub fn no_form(file: &str, language: Language) -> String {
    either(
        language,
        format!("`{file}` does not say which form: end it in .svg, .pdf or .png, or give --format"),
        format!("`{file}` zegt niet welke vorm: laat het eindigen op .svg, .pdf of .png, of geef --format"),
    )
}

/// The ending of a file says another form than the option.
pub fn other_form(file: &str, instead: &str, form: &str, language: Language) -> String {
    either(
        language,
        format!("`{file}` does not end as --format {form} says: call it `{instead}`, or leave --format out"),
        format!("`{file}` eindigt niet zoals --format {form} zegt: noem het `{instead}`, of laat --format weg"),
    )
}

/// What was written, and how wide it is.
pub fn written(file: &str, caption: &str, width: &str, height: &str, language: Language) -> String {
    either(
        language,
        format!("Written: {file} ({width} by {height} mm), caption in {caption}"),
        format!("Geschreven: {file} ({width} bij {height} mm), bijschrift in {caption}"),
    )
}
