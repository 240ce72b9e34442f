//! # What a run shows
//!
//! Pictures, the page and the codebook in the folder of a run.

use super::codebook;
use super::figure::{self, Provenance, Scene};
use super::page::{self, Report};
use crate::analysis::recovery::{RecoverySummary, Road};
use crate::comparison::outcome::are_choices;
use crate::folder::layout::PAGE;
use crate::folder::manifest::{self};
use crate::folder::{Folder, Written};
use crate::study::keeping::{Show, Trouble};
use crate::study::{Results, Study};
use crate::text::Language;

/// Pictures, page and codebook, in a language.
#[derive(Clone, Copy, Debug)]
pub struct Presentation<'a> {
    /// What is run.
    pub study: &'a Study,
    pub command: &'a str,
    pub language: Language,
}

/// Where the pictures and pages of a study come from.
pub fn provenance(study: &Study) -> Provenance {
    Provenance::here(study.design(), study.scenario().run.seed)
}

impl Show for Presentation<'_> {
    fn pictures(&self, results: &Results, folder: &Folder) -> Result<Vec<Written>, Trouble> {
        let (scenario, plans, provenance) = (self.study.scenario(), self.study.plans(), provenance(self.study));
        let page = page::page(&Report {
            scenario,
            plans,
            arms: &results.arms,
            recovery: &results.recoveries,
            doubt: results.doubt.as_ref(),
            judged: &results.judged,
            outcomes: results.outcomes.as_ref().filter(|_| are_choices(plans)),
            command: self.command,
            limits: &manifest::limits(),
            design: self.study.design(),
            lock: self.study.lock(),
            provenance: &provenance,
            language: self.language,
        });
        let mut files = vec![folder.write(PAGE, page.as_bytes())?];
        let roads: Vec<Road> = results.recovery().map(RecoverySummary::road).collect();
        files.extend(figure::draw_all(folder, &Scene::slide(scenario, plans, &results.arms, &roads, self.language, &provenance))?);
        Ok(files)
    }

    fn codebook(&self, files: &[Written], folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(vec![codebook::write_of_run(folder, files)?])
    }
}
