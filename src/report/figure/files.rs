//! # The files of figures
//!
//! Of each figure four: vectors, pixels, numbers, and what it shows in sentences.

use super::front::front;
use super::validation::validation;
use super::{Comparison, Figure, Picture, Provenance, of_comparison, table};
use crate::dynamics::ledger::Holder;
use crate::folder::layout::{FIGURES, PICTURE};
use crate::folder::{Folder, Written};
use crate::report::case::Case;
use crate::study::Trouble;
use crate::text::Language;
use crate::threads;
use crate::validation::verdict::Judged;

/// Draws the pictures of a comparison there.
pub fn draw_comparison(folder: &Folder, comparison: &Comparison<'_>) -> Result<Vec<Written>, Trouble> {
    draw_all(folder, &of_comparison(comparison), comparison.language)
}

/// Draws the front of a search there.
pub fn draw_front(folder: &Folder, case: &Case<'_>, provenance: &Provenance) -> Result<Vec<Written>, Trouble> {
    draw_all(folder, &[front(case, provenance)], case.language)
}

/// Draws the picture of a validation there.
pub fn draw_validation(folder: &Folder, judged: &[Judged], version: &str, language: Language) -> Result<Vec<Written>, Trouble> {
    draw_all(folder, &[validation(judged, version, language)], language)
}

/// Draws these figures into the folder of pictures in `folder`.
pub fn draw_all(folder: &Folder, figures: &[Figure], language: Language) -> Result<Vec<Written>, Trouble> {
    let written = threads::all(figures, |figure| draw_one(folder, &format!("{FIGURES}/{}", figure.name), figure, language));
    let stopped = |reason| Err(Trouble::Picture(String::new(), reason));
    let written = written.into_iter().map(|drawn| drawn.unwrap_or_else(stopped)).collect::<Result<Vec<_>, _>>()?;
    Ok(written.into_iter().flatten().collect())
}

/// Writes the four files of a figure into `folder` under this name.
pub fn draw_one(folder: &Folder, name: &str, figure: &Figure, language: Language) -> Result<Vec<Written>, Trouble> {
    let failed = |reason: String| Trouble::Picture(format!("{name}.png"), reason);
    let [svg, png] = [figure.picture(Picture::Svg, language).map_err(failed)?, figure.picture(Picture::Png, language).map_err(failed)?];
    let numbers = match table(figure.name) {
        Some(table) => folder.dialect().translated(&figure.csv, &table).map_err(|error| failed(error.to_string()))?,
        None => figure.csv.clone().into_bytes(),
    };
    let parts = [svg.as_slice(), &png, &numbers, figure.summary.as_bytes()];
    let write = |(ending, bytes): (&str, &[u8])| folder.write(&format!("{name}.{ending}"), bytes).map_err(Trouble::from);
    PICTURE.into_iter().zip(parts).map(write).collect()
}

/// The name of a picture that answers a question about the trust of a team or a person.
pub fn name_of_answer(life: &str, holder: Holder, rest: &str) -> String {
    match holder {
        Holder::Team(team) => format!("{life}team-{team}-{rest}"),
        Holder::Seat(seat) => format!("{life}seat-{seat}-{rest}"),
    }
}
