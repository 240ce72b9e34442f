//! # What `why` says

use super::{either, whole};
use crate::text::{Language, Text, text};

/// Heads of the table of causes, that of the causes apart.
pub const REFERENTS: [Text; 3] =
    [text("colleagues", "collega's"), text("leader", "leidinggevende"), text("top management", "topmanagement")];
/// Heads of the table of teams.
pub const TEAMS: [Text; 5] =
    [text("team", "team"), text("before", "ervoor"), text("after", "erna"), text("change", "verandering"), text("mostly", "vooral")];
/// Nothing to name.
pub const NO_PICTURE: Text = text(
    "--quiet shows the name of the picture, and there is none without --team or --seat",
    "--quiet toont de naam van de figuur, en die is er niet zonder --team of --seat",
);
/// Above what happened.
pub const HAPPENED: Text = text("What happened", "Wat er gebeurde");
/// Nothing happened.
pub const NOTHING_HAPPENED: Text = text("Nothing out of the ordinary happened.", "Er gebeurde niets bijzonders.");
/// Above what the causes are.
pub const CAUSES: Text = text("What falls under a cause", "Wat onder een oorzaak valt");
/// How the table reads.
pub const READ: Text = text(
    "Rows add up: before, plus every change, is after. Trust from 0 to 1, mean over those who are there.",
    "De rijen tellen op: ervoor plus elke verandering is erna. Vertrouwen van 0 tot 1, gemiddeld over wie er is.",
);
/// How the table of one person reads.
pub const READ_ONE: Text = text(
    "Rows add up: before, plus every change, is after. Trust from 0 to 1, of whoever holds the seat.",
    "De rijen tellen op: ervoor plus elke verandering is erna. Vertrouwen van 0 tot 1, van wie de stoel bekleedt.",
);

/// More of the same.
pub fn more(n: u64, language: Language) -> String {
    let n = whole(n, language);
    either(language, format!("and {n} more, in events"), format!("en nog {n}, in events"))
}

/// Which teams are shown.
pub fn some_teams(shown: u64, all: u64, language: Language) -> String {
    let [shown, all] = [shown, all].map(|n| whole(n, language));
    either(
        language,
        format!("The {shown} of {all} teams that changed most."),
        format!("De {shown} van {all} teams die het meest veranderden."),
    )
}

/// How to look at one of the teams.
pub fn one_team(command: &str, language: Language) -> String {
    either(language, format!("One team, cause by cause: {command}"), format!("Eén team, oorzaak na oorzaak: {command}"))
}
