//! # Figures
//!
//! The pictures of a run, as vectors and as pixels, each with its numbers and a text summary beside it.

mod again;
mod axis;
mod board;
mod canvas;
mod chart;
mod cost;
mod course;
mod document;
mod draw;
mod ends;
mod finding;
mod fit;
mod frame;
mod front;
mod labels;
mod medium;
mod moment;
mod numbers;
mod palette;
mod policies;
mod portrait;
mod raster;
mod returns;
mod road;
mod scene;
mod series;
mod sheet;
mod sweep;
mod tiles;
mod validation;
mod vector;
mod waterfall;
mod worth;

use std::fmt;

pub use again::{again, figures_of};
pub use draw::window;
pub use finding::{Measured, counted, told};
pub use fit::finding as which_repair;
pub use medium::Medium;
pub use moment::first_breach;
pub use numbers::table;
pub use palette::{TWIN, TWIN_DASH, style};
pub use policies::Comparison;
pub use portrait::portrait;
pub use scene::{Figure, Scene};
pub use series::{QUANTILES, Series};
pub use waterfall::{Told, waterfall};

use crate::dynamics::ledger::Holder;
use crate::folder::layout::{FIGURES, PICTURE};
use crate::folder::{Folder, FolderError, Written};
use crate::report::portfolio::Case;
use crate::table::Table;
use crate::text::Language;
use crate::threads;
use crate::validation::verdict::Judged;
use crate::words::figure::{self as words, LIMITS};
use crate::words::screen::run::figure as unpainted;

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The program's version.
    pub version: String,
    /// The first eight signs of the design's hash.
    pub design_hash: String,
    /// The seed.
    pub seed: u64,
}

impl Provenance {
    /// The words around a figure that comes from there.
    fn words(&self, title: &str, headline: String, subtitle: String, language: Language) -> frame::Words {
        frame::Words {
            title: title.to_owned(),
            headline,
            subtitle,
            notes: vec![LIMITS.get(language).to_owned()],
            source: words::source(&self.version, &self.design_hash, self.seed, language),
        }
    }
}

/// A figure that could not be drawn or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureError {
    /// It could not be painted.
    Unpainted {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
    /// It could not be written.
    Folder(FolderError),
}

impl FigureError {
    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::Unpainted { file, reason } => unpainted(file, reason, language),
            Self::Folder(fault) => fault.say(language),
        }
    }
}

impl From<FolderError> for FigureError {
    fn from(fault: FolderError) -> Self {
        Self::Folder(fault)
    }
}

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for FigureError {}

/// Draws every figure that the lives allow into the [`FIGURES`] of `folder`.
pub fn draw_all(folder: &Folder, scene: &Scene<'_>) -> Result<Vec<Written>, FigureError> {
    write_all(folder, &figures(scene), scene.language)
}

/// The tables among the files of figures, by their names in the folder of what they show.
pub fn tables_of(files: &[String]) -> Vec<(String, Table)> {
    let stems = files.iter().filter_map(|file| file.strip_suffix(".csv"));
    stems.filter_map(|stem| Some((stem.to_owned(), table(stem.strip_prefix(FIGURES)?.strip_prefix('/')?)?))).collect()
}

/// The files that a figure leaves: vectors, pixels, numbers, text.
/// The name of a picture that answers a question about the trust of a team or a person.
pub fn name_of_answer(life: &str, holder: Holder, rest: &str) -> String {
    match holder {
        Holder::Team(team) => format!("{life}team-{team}-{rest}"),
        Holder::Seat(seat) => format!("{life}seat-{seat}-{rest}"),
    }
}

/// Draws the pictures of a comparison into the [`FIGURES`] of `folder`.
pub fn draw_comparison(folder: &Folder, comparison: &Comparison<'_>) -> Result<Vec<Written>, FigureError> {
    write_all(folder, &policies::figures(comparison), comparison.language)
}

/// Draws the front of a search into the [`FIGURES`] of `folder`.
///
/// # Errors
/// What could not be drawn or written.
pub fn draw_front(folder: &Folder, case: &Case<'_>, provenance: &Provenance) -> Result<Vec<Written>, FigureError> {
    write_all(folder, &[front::front(case, provenance)], case.language)
}

fn write_all(folder: &Folder, figures: &[Figure], language: Language) -> Result<Vec<Written>, FigureError> {
    let written = threads::all(figures, |figure| draw_one(folder, &format!("{FIGURES}/{}", figure.name), figure, language));
    let stopped = |reason| Err(FigureError::Unpainted { file: String::new(), reason });
    let written = written.into_iter().map(|drawn| drawn.unwrap_or_else(stopped)).collect::<Result<Vec<_>, _>>()?;
    Ok(written.into_iter().flatten().collect())
}

/// Draws what a page needs besides its charts.
pub fn for_page(scene: &Scene<'_>) -> Vec<Still> {
    let still = |figure: &Figure| Still {
        name: figure.name,
        svg: vector::inline(&figure.sheet, &figure.summary, code(scene.language)),
        summary: figure.summary.clone(),
    };
    figures(scene).iter().map(still).collect()
}

/// A figure as a part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    /// Its name.
    pub name: &'static str,
    /// The picture.
    pub svg: String,
    /// What it shows, in sentences.
    pub summary: String,
}

/// The picture for a board: trust in these arms and a twin, large enough to be read on paper; none if there are no lives.
pub fn for_board(scene: &Scene<'_>, chosen: &[&str]) -> Option<Still> {
    board::board(scene, chosen)
}

/// The code of a language.
const fn code(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Dutch => "nl",
    }
}

/// Draws the picture of a validation into the [`FIGURES`] of `folder`.
pub fn draw_validation(folder: &Folder, judged: &[Judged], version: &str, language: Language) -> Result<Vec<Written>, FigureError> {
    write_all(folder, &[validation::figure(judged, version, language)], language)
}

/// The figures that the lives allow.
fn figures(scene: &Scene<'_>) -> Vec<Figure> {
    let all = [
        draw::trust(scene),
        draw::arms(scene),
        sweep::sweep(scene),
        fit::fit(scene),
        draw::outcome(scene, "engagement"),
        draw::outcome(scene, "turnover"),
        draw::outcome(scene, "performance"),
        draw::outcome(scene, "output"),
        tiles::teams(scene),
        road::road(scene),
    ];
    all.into_iter().flatten().collect()
}

/// The form of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Vectors for screens and editors.
    Svg,
    /// Vectors for paper.
    Pdf,
    /// Pixels.
    Png,
}

impl Figure {
    /// Width and height on paper.
    pub fn millimetres(&self) -> [f64; 2] {
        [self.sheet.width, self.sheet.height].map(Medium::millimetres)
    }

    /// The picture in one form.
    ///
    /// # Errors
    /// Why it could not be painted.
    pub fn picture(&self, form: Picture, language: Language) -> Result<Vec<u8>, String> {
        let (words, summary) = (&self.words, &self.summary);
        match form {
            Picture::Svg => Ok(vector::svg(&self.sheet, &words.headline, summary, &words.source, code(language)).into_bytes()),
            Picture::Pdf => document::pdf(&self.sheet, &words.headline, summary, &words.source, code(language)),
            Picture::Png => raster::png(&self.sheet, &[("Title", &words.headline), ("Description", summary), ("Source", &words.source)]),
        }
    }
}

/// Writes the four files of a figure into `folder` under this name.
pub fn draw_one(folder: &Folder, name: &str, figure: &Figure, language: Language) -> Result<Vec<Written>, FigureError> {
    let failed = |reason: String| FigureError::Unpainted { file: format!("{name}.png"), reason };
    let [svg, png] = [figure.picture(Picture::Svg, language).map_err(failed)?, figure.picture(Picture::Png, language).map_err(failed)?];
    let numbers = match table(figure.name) {
        Some(table) => folder.dialect().translated(&figure.csv, &table).map_err(|error| failed(error.to_string()))?,
        None => figure.csv.clone().into_bytes(),
    };
    let parts = [svg.as_slice(), &png, &numbers, figure.summary.as_bytes()];
    let write = |(ending, bytes): (&str, &[u8])| folder.write(&format!("{name}.{ending}"), bytes).map_err(FigureError::from);
    PICTURE.into_iter().zip(parts).map(write).collect()
}

#[cfg(test)]
mod tests;
