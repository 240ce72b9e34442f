//! # What `worlds` writes
//!
//! ```text
//!   candidates.csv   every candidate that was brought to the findings: whether it was kept, how far it was brought, what it showed
//!   directions.csv   every parameter: its default then, and how its move is felt in each finding
//!   bands.csv        each finding: what is published, what the preset shows, what worlds may show
//! ```
//!
//! The three are what is shipped in `src/ensemble/worlds/`.

use super::codebook;
use crate::calibration::worlds::{Band, Candidate, FINDINGS, Made};
use crate::ensemble::world::SHIFT;
use crate::folder::{Folder, FolderError, Written};
use crate::table::Declaration;
use crate::text::text;
use crate::theory::{LawParameter, Parameters};

/// What `bands.csv` is.
#[rustfmt::skip]
fn bands() -> Declaration<Band> {
    Declaration::named("bands")
        .column("finding", "-", |row: &Band| row.target.id, "Number of the finding.", "Nummer van de bevinding.")
        .column("published_lo", "of the finding", |row| short(row.published[0]), "Lower end of its published band.", "Onderkant van de gepubliceerde band.")
        .column("published_hi", "of the finding", |row| short(row.published[1]), "Upper end of its published band.", "Bovenkant van de gepubliceerde band.")
        .column("preset", "of the finding", |row| short(row.preset), "What the default preset shows.", "Wat het standaardpakket toont.")
        .column("lo", "of the finding", |row| short(row.allowed[0]), "Least that a world may show, its error apart.", "Het minste dat een wereld mag tonen, zijn fout niet meegerekend.")
        .column("hi", "of the finding", |row| short(row.allowed[1]), "Most that a world may show, its error apart.", "Het meeste dat een wereld mag tonen, zijn fout niet meegerekend.")
        .column("error", "of the finding", |row| short(row.error), "Monte Carlo error of what a world shows.", "Monte-Carlofout van wat een wereld toont.")
        .column("missed", "share", |row| short(row.missed), "Candidates that miss it as they are drawn.", "Kandidaten die de bevinding missen zoals ze geloot zijn.")
}

/// What `candidates.csv` is. A candidate that was never whole shows nothing.
#[rustfmt::skip]
fn candidates() -> Declaration<Candidate> {
    let shift = text("How far it was brought along the direction of this finding.", "Hoe ver hij langs de richting van deze bevinding gebracht is.");
    let shown = text("What it showed of this finding at last.", "Wat hij van deze bevinding ten slotte toonde.");
    Declaration::named("candidates")
        .column("candidate", "-", |row: &Candidate| row.number, "Number of the candidate, from 0.", "Nummer van de kandidaat, vanaf 0.")
        .column("kept", "-", |row| row.kept, "1 if it and its mirror meet every finding and it is among those kept.", "1 als hij en zijn spiegelbeeld elke bevinding halen en hij bij de bewaarde hoort.")
        .column("steps", "-", |row| row.steps, "How often it was lived.", "Hoe vaak hij doorgerekend is.")
        .columns(FINDINGS.map(|id| (format!("{SHIFT}{id}"), "moves", shift)), |row, finding| row.shift[finding])
        .columns(FINDINGS.map(|id| (id, "of the finding", shown)), |row, finding| row.figures.get(finding).copied().map(short))
}

/// What `directions.csv` is: a parameter, and how its move is felt in each finding.
#[rustfmt::skip]
fn directions() -> Declaration<(LawParameter, Vec<Option<f64>>)> {
    let felt = text(
        "How its move is felt in this finding, all parameters together of length 1; empty if worlds do not move it.",
        "Hoe zijn verschuiving in deze bevinding te merken is, alle parameters samen met lengte 1; leeg als werelden hem niet verschuiven.",
    );
    Declaration::named("directions")
        .column("parameter", "-", |row: &(LawParameter, Vec<_>)| row.0.path(), "The parameter, with its law.", "De parameter, met zijn wet.")
        .column("default", "of the parameter", |row| row.0.row.default, "Its default when this was made.", "Zijn standaardwaarde toen dit gemaakt werd.")
        .columns(FINDINGS.map(|id| (id, "-", felt)), |row, finding| row.1[finding])
}

/// Writes the three tables and their codebook into `folder`.
pub fn write(folder: &Folder, made: &Made) -> Result<Vec<Written>, FolderError> {
    let felt = |known: LawParameter| {
        let at = made.movable.iter().position(|movable| movable.path() == known.path());
        (known, made.directions.iter().map(|direction| at.map(|at| direction[at])).collect())
    };
    let mut tables = codebook::SmallTables::of(folder);
    tables.add(candidates(), &made.candidates)?;
    tables.add(directions(), &Parameters::listed().map(felt).collect::<Vec<_>>())?;
    tables.add(bands(), &made.bands)?;
    tables.finish(Vec::new())
}

/// To a millionth: more says nothing, and the files are shipped.
fn short(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
