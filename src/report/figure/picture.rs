//! # A finished figure
//!
//! Its marks with the words around them, its numbers and what it shows in sentences; as vectors, pixels or a document.

use crate::folder::manifest::VERSION;
use crate::report::sheet::{self, Medium, Sheet, Words, foot};
use crate::text::{CODE, Language};
use crate::words::figure::{LIMITS, source};

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    pub version: String,
    /// The first eight signs of the design's hash.
    pub design_hash: String,
    pub seed: u64,
}

impl Provenance {
    /// This version, and the design with this hash.
    pub fn here(design_hash: &str, seed: u64) -> Provenance {
        Provenance { version: VERSION.to_owned(), design_hash: design_hash.chars().take(8).collect(), seed }
    }

    /// The words around a figure that comes from there.
    pub fn words(&self, title: &str, headline: String, subtitle: String, language: Language) -> Words {
        Words {
            title: title.to_owned(),
            headline,
            subtitle,
            notes: vec![LIMITS.get(language).to_owned()],
            source: source(&self.version, &self.design_hash, self.seed, language),
        }
    }
}

/// A finished figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its file name without ending.
    pub name: &'static str,
    pub words: Words,
    pub sheet: Sheet,
    pub summary: String,
    pub csv: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Vectors for screens and editors.
    Svg,
    /// Vectors for paper.
    Pdf,
    Png,
}

impl Figure {
    /// A figure of this name: the foot drawn, the summary written.
    pub fn new(name: &'static str, words: Words, mut sheet: Sheet, said: &[String], csv: String) -> Figure {
        foot(&mut sheet, &words);
        let mut lines = vec![format!("{}.", words.headline), words.subtitle.clone()];
        lines.extend(said.iter().filter(|line| !line.is_empty()).cloned());
        lines.extend([words.notes.join(" "), words.source.clone()]);
        Figure { name, words, sheet, summary: lines.join("\n") + "\n", csv }
    }

    /// Width and height on paper.
    pub fn millimetres(&self) -> [f64; 2] {
        [self.sheet.width, self.sheet.height].map(Medium::millimetres)
    }

    /// The picture in one form.
    ///
    /// # Errors
    /// Why it could not be painted.
    pub fn picture(&self, form: Picture, language: Language) -> Result<Vec<u8>, String> {
        let (Words { headline, source, .. }, summary, code) = (&self.words, &self.summary, CODE.get(language));
        match form {
            Picture::Svg => Ok(sheet::svg(&self.sheet, headline, summary, source, code).into_bytes()),
            Picture::Pdf => sheet::pdf(&self.sheet, headline, summary, source, code),
            Picture::Png => sheet::png(&self.sheet, &[("Title", headline), ("Description", summary), ("Source", source)]),
        }
    }
}
