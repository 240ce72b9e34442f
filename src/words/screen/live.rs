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

/// What the levers are: so many parameters, and perhaps the severity of the breach.
pub fn levers(parameters: usize, whom: &str, severity: bool, language: Language) -> String {
    let hangs = match parameters {
        0 => text(
            "No parameter stands out on which trust in {whom} hangs.",
            "Er is geen parameter waarvan het vertrouwen in {whom} duidelijk meer afhangt.",
        ),
        1 => text(
            "Trust in {whom} hangs most on one parameter; move it as far as its evidence leaves open.",
            "Het vertrouwen in {whom} hangt het meest af van één parameter; verschuif hem zover als het bewijs openlaat.",
        ),
        _ => text(
            "Trust in {whom} hangs most on two parameters; move them as far as their evidence leaves open.",
            "Het vertrouwen in {whom} hangt het meest af van twee parameters; verschuif ze zover als het bewijs openlaat.",
        ),
    };
    let breach = text(" How severe the breach is, can be moved too.", " Hoe ernstig de vertrouwensbreuk is, kan ook verschoven worden.");
    let anew = text(" This page runs the organisation anew.", " Deze pagina rekent de organisatie opnieuw door.");
    let breach = if severity { breach.get(language) } else { "" };
    hangs.get(language).replace("{whom}", whom) + breach + anew.get(language)
}

/// How sure a value is that the scenario sets.
pub const SET_HERE: Text = text("set by the scenario", "door het scenario gezet");

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
