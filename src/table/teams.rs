//! # `teams`: how teams are doing
//!
//! One row per arm, replicate, world, survey day and team.

use super::declaration::Declaration;
use crate::observe::{TEAM_CLIMATE, TeamAnswer};
use crate::scenario::measure::{self, MEASURES};
use crate::text::text;

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<TeamAnswer> {
    let climate = text("What the column names, for the team as a whole.", "Wat de kolom noemt, voor het team als geheel.");
    let meaning = |key: &str| measure::measure(key).map_or(climate, |at| MEASURES[at].meaning);
    Declaration::named("teams").key().day(|row: &TeamAnswer| row.day).team(|row| row.team)
        .column("size", "people", |row| row.size, "People in the team on that day, the leader counted.", "Mensen in het team op die dag, de leidinggevende meegeteld.")
        .column("task_interdependence", "0 to 1", |row| row.task_interdependence, "How much the work needs cooperation.", "Hoezeer het werk samenwerking vergt.")
        .per_referent("trust", "0 to 1", |row| row.trust, [
            text("Mean chance of trusting a colleague.", "Gemiddelde kans om een collega te vertrouwen."),
            text("Mean chance of trusting the leader.", "Gemiddelde kans om de leidinggevende te vertrouwen."),
            text("Mean chance of trusting top management.", "Gemiddelde kans om het topmanagement te vertrouwen."),
        ])
        .columns(TEAM_CLIMATE.map(|key| (key, "0 to 1", meaning(key))), |row, at| row.climate[at])
        .column("output", "share of reference", |row| row.output, "Output as a share of the reference output of a full team.", "Output als aandeel van de referentie-output van een voltallig team.")
        .column("exits_voluntary_52w", "people", |row| row.exits_voluntary_52w, "People who quit in the 260 working days before.", "Mensen die in de 260 werkdagen ervoor zelf ontslag namen.")
        .column("exits_involuntary_52w", "people", |row| row.exits_involuntary_52w, "People who had to leave in the 260 working days before.", "Mensen die in de 260 werkdagen ervoor moesten vertrekken.")
}
