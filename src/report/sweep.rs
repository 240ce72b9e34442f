//! # What a sweep shows
//!
//! Pictures, the page and the codebook in the folder of a sweep.

use super::codebook;
use super::figure::{SweepScene, draw_all, of_sweep};
use super::page::SweepPage;
use super::run::provenance;
use crate::comparison::factor::SweepFindings;
use crate::folder::layout::PAGE;
use crate::folder::{Folder, Written, manifest};
use crate::scenario::Sweep;
use crate::study::sweep::ShowSweep;
use crate::study::{Study, Trouble};
use crate::table;
use crate::text::Language;

/// Pictures, page and codebook of a sweep, in a language.
#[derive(Clone, Copy, Debug)]
pub struct SweepPresentation<'a> {
    /// What is run.
    pub study: &'a Study,
    pub sweep: &'a Sweep,
    pub command: &'a str,
    pub language: Language,
}

impl ShowSweep for SweepPresentation<'_> {
    fn pictures(&self, findings: &SweepFindings, folder: &Folder) -> Result<Vec<Written>, Trouble> {
        let (scenario, provenance) = (self.study.scenario(), provenance(self.study));
        let figures = Language::BOTH.map(|language| {
            of_sweep(&SweepScene { sweep: self.sweep, findings, title: scenario.title(language), provenance: &provenance, language })
        });
        let page = SweepPage {
            scenario,
            sweep: self.sweep,
            findings,
            command: self.command,
            version: manifest::VERSION,
            limits: &manifest::limits(),
            figures: [&figures[0], &figures[1]],
            language: self.language,
        };
        let pictures = draw_all(folder, &figures[self.language as usize], self.language)?;
        Ok([vec![folder.write(PAGE, page.whole().as_bytes())?], pictures].concat())
    }

    fn codebook(&self, files: &[Written], folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(vec![codebook::write_of_sweep(folder, files, &table::of_sweep(self.sweep))?])
    }
}
