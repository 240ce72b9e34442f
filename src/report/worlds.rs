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
use crate::calibration::worlds::{FINDINGS, Made};
use crate::ensemble::world::SHIFT;
use crate::folder::{Folder, FolderError, Written};
use crate::table::{Declared, Kind, Table, column};
use crate::text::text;
use crate::theory::Parameters;

#[rustfmt::skip]
const BANDS: &[Declared] = &[
    ("finding", Kind::Str, "-", text("Number of the finding.", "Nummer van de bevinding.")),
    ("published_lo", Kind::F64, "of the finding", text("Lower end of its published band.", "Onderkant van de gepubliceerde band.")),
    ("published_hi", Kind::F64, "of the finding", text("Upper end of its published band.", "Bovenkant van de gepubliceerde band.")),
    ("preset", Kind::F64, "of the finding", text("What the default preset shows.", "Wat het standaardpakket toont.")),
    ("lo", Kind::F64, "of the finding", text("Least that a world may show, its error apart.", "Het minste dat een wereld mag tonen, zijn fout niet meegerekend.")),
    ("hi", Kind::F64, "of the finding", text("Most that a world may show, its error apart.", "Het meeste dat een wereld mag tonen, zijn fout niet meegerekend.")),
    ("error", Kind::F64, "of the finding", text("Monte Carlo error of what a world shows.", "Monte-Carlofout van wat een wereld toont.")),
    ("missed", Kind::F64, "share", text("Candidates that miss it as they are drawn.", "Kandidaten die de bevinding missen zoals ze geloot zijn.")),
];

#[rustfmt::skip]
fn candidates() -> Table {
    let fixed = [
        column("candidate", Kind::U32, "-", text("Number of the candidate, from 0.", "Nummer van de kandidaat, vanaf 0.")),
        column("kept", Kind::U32, "-", text("1 if it and its mirror meet every finding and it is among those kept.", "1 als hij en zijn spiegelbeeld elke bevinding halen en hij bij de bewaarde hoort.")),
        column("steps", Kind::U32, "-", text("How often it was lived.", "Hoe vaak hij doorgerekend is.")),
    ];
    let shift = text("How far it was brought along the direction of this finding.", "Hoe ver hij langs de richting van deze bevinding gebracht is.");
    let shown = text("What it showed of this finding at last.", "Wat hij van deze bevinding ten slotte toonde.");
    let shifts = FINDINGS.map(|id| column(format!("{SHIFT}{id}"), Kind::F64, "moves", shift));
    let figures = FINDINGS.map(|id| column(id, Kind::F64, "of the finding", shown));
    Table { name: "candidates", columns: fixed.into_iter().chain(shifts).chain(figures).collect() }
}

#[rustfmt::skip]
fn directions() -> Table {
    let fixed = [
        column("parameter", Kind::Str, "-", text("The parameter, with its law.", "De parameter, met zijn wet.")),
        column("default", Kind::F64, "of the parameter", text("Its default when this was made.", "Zijn standaardwaarde toen dit gemaakt werd.")),
    ];
    let felt = text("How its move is felt in this finding, all parameters together of length 1; empty if worlds do not move it.", "Hoe zijn verschuiving in deze bevinding te merken is, alle parameters samen met lengte 1; leeg als werelden hem niet verschuiven.");
    let findings = FINDINGS.map(|id| column(id, Kind::F64, "-", felt));
    Table { name: "directions", columns: fixed.into_iter().chain(findings).collect() }
}

/// Writes the three tables and their codebook into `folder`.
pub fn write(folder: &Folder, made: &Made) -> Result<Vec<Written>, FolderError> {
    let tables =
        [(candidates(), candidate_rows(made)), (directions(), direction_rows(made)), (Table::declared("bands", BANDS), band_rows(made))];
    codebook::write_tables(folder, tables, Vec::new())
}

fn candidate_rows(made: &Made) -> Vec<Vec<String>> {
    let row = |candidate: &crate::calibration::worlds::Candidate| {
        let fixed = [candidate.number, u32::from(candidate.kept), candidate.steps].map(|number| number.to_string());
        // A candidate that was never whole shows nothing.
        let figure = |f: usize| candidate.figures.get(f).filter(|figure| figure.is_finite()).map_or(String::new(), |figure| short(*figure));
        fixed.into_iter().chain(candidate.shift.iter().map(f64::to_string)).chain((0..made.bands.len()).map(figure)).collect()
    };
    made.candidates.iter().map(row).collect()
}

fn direction_rows(made: &Made) -> Vec<Vec<String>> {
    let row = |known: crate::theory::Listed| {
        let at = made.movable.iter().position(|movable| movable.path() == known.path());
        let felt = made.directions.iter().map(|direction| at.map_or(String::new(), |at| direction[at].to_string()));
        [known.path(), known.row.default.to_string()].into_iter().chain(felt).collect()
    };
    Parameters::listed().map(row).collect()
}

fn band_rows(made: &Made) -> Vec<Vec<String>> {
    let row = |band: &crate::calibration::worlds::Band| {
        let numbers = [band.published[0], band.published[1], band.preset, band.allowed[0], band.allowed[1], band.error, band.missed];
        std::iter::once(band.target.id.to_owned()).chain(numbers.into_iter().map(short)).collect()
    };
    made.bands.iter().map(row).collect()
}

/// To a millionth: more says nothing, and the files are shipped.
fn short(value: f64) -> String {
    ((value * 1e6).round() / 1e6).to_string()
}
