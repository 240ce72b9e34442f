//! # What a run shows
//!
//! Pictures, the page and the codebook in the folder of a run.

use super::codebook;
use super::figure::{Provenance, Scene, draw_all, figures};
use super::page::{self, Report};
use crate::analysis::recovery::{RecoverySummary, Road};
use crate::comparison::outcome::are_choices;
use crate::folder::layout::PAGE;
use crate::folder::{Folder, Written, manifest};
use crate::study::keeping::{Show, Trouble};
use crate::study::{Results, Study};
use crate::text::Language;
use crate::threads;

/// Pictures, page and codebook, in a language.
#[derive(Clone, Copy, Debug)]
pub struct Presentation<'a> {
    /// What is run.
    pub study: &'a Study,
    pub command: &'a str,
    pub language: Language,
    /// What else is done to the page.
    pub dress: Option<fn(String, &Study, &Results) -> String>,
}

/// Where the pictures and pages of a study come from.
pub fn provenance(study: &Study) -> Provenance {
    Provenance::here(study.design(), study.scenario().run.seed)
}

impl Show for Presentation<'_> {
    fn pictures(&self, results: &Results, folder: &Folder) -> Result<Vec<Written>, Trouble> {
        let (scenario, plans, provenance) = (self.study.scenario(), self.study.plans(), provenance(self.study));
        let roads: Vec<Road> = results.recovery().map(RecoverySummary::road).collect();
        let figures = |language| figures(&Scene::slide(scenario, plans, &results.arms, &roads, language, &provenance));
        let [english, dutch] = Language::BOTH;
        let (english, dutch) = threads::both(|| figures(english), || figures(dutch));
        let figures = [english.as_slice(), &dutch];
        let report = Report {
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
            figures,
            language: self.language,
        };
        let pictures = || draw_all(folder, figures[self.language as usize], self.language);
        let (page, pictures) = threads::both(|| page::page(&report), pictures);
        let page = match self.dress {
            Some(dress) => dress(page, self.study, results),
            None => page,
        };
        Ok([vec![folder.write(PAGE, page.as_bytes())?], pictures?].concat())
    }

    fn codebook(&self, files: &[Written], folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(vec![codebook::write_of_run(folder, files)?])
    }
}
