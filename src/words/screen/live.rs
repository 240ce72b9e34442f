//! # `lesson` and `workbench`

use super::either;
use crate::text::{Language, Text, text};
use crate::words::disk::on_disk;

/// The folder for the page could not be made.
pub fn no_folder(folder: &str, why: &std::io::Error, language: Language) -> String {
    let why = on_disk(why, language);
    either(language, format!("The folder {folder} cannot be made: {why}."), format!("De map {folder} kan niet gemaakt worden: {why}."))
}

/// Above the levers of a report.
pub const WHAT_IF: Text = text("What if?", "Wat als?");

/// What the levers are.
pub fn levers(many: usize, whom: &str, language: Language) -> String {
    match (many, language) {
        (1, Language::English) => format!(
            "Trust in {whom} hangs most on one parameter. Move it as far as its evidence leaves open: this page lives the organisation anew."
        ),
        (1, Language::Dutch) => format!(
            "Het vertrouwen in {whom} hangt het meest af van één parameter. Verschuif hem zover als het bewijs openlaat: deze pagina rekent de organisatie opnieuw door."
        ),
        (_, Language::English) => format!(
            "Trust in {whom} hangs most on two parameters. Move them as far as their evidence leaves open: this page lives the organisation anew."
        ),
        (_, Language::Dutch) => format!(
            "Het vertrouwen in {whom} hangt het meest af van twee parameters. Verschuif ze zover als het bewijs openlaat: deze pagina rekent de organisatie opnieuw door."
        ),
    }
}

/// There are no levers.
pub const NOTHING_STANDS_OUT: Text = text(
    "There is nothing to move here: no single parameter stands out on which the outcome hangs.",
    "Hier valt niets te verschuiven: er is geen enkele parameter waarvan de uitkomst duidelijk meer afhangt.",
);

/// Brings the levers back.
pub const AS_IT_WAS: Text = text("As it was", "Zoals het was");

/// What the script of the levers says, by key.
pub const LIVE: &[(&str, Text)] = &[
    ("blocked", text("The engine cannot run here ({why}).", "De rekenkern kan hier niet werken ({why}).")),
    ("living", text("{n} of {all} replicates", "{n} van {all} herhalingen")),
    ("was", text("as in the run", "zoals in de uitvoering")),
    ("now", text("what if", "wat als")),
    ("years", text("years", "jaar")),
    (
        "found",
        text(
            "Mean trust from {from} years on: {was} as it was, {now} now; difference {by} (80 % of {n} replicates with the same luck: {low} to {high}).",
            "Gemiddeld vertrouwen vanaf {from} jaar: {was} zoals het was, {now} nu; verschil {by} (80 % van {n} herhalingen met hetzelfde toeval: {low} tot {high}).",
        ),
    ),
];
