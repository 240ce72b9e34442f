//! # Pictures that answer a question about one life
//!
//! What `why` and `story` draw, and where it is kept.

use std::path::{Path, PathBuf};

use super::codebook;
use super::figure::{Caption, Figure, Provenance, draw_one, name_of_answer, portrait, waterfall};
use crate::analysis::story::Story;
use crate::dynamics::ledger::Holder;
use crate::folder::{Contents, Folder, Inputs, Kind, Shelf, Written};
use crate::study::Trouble;
use crate::study::replay::{Replay, Why};
use crate::text::Language;
use crate::words::screen::story as words;

/// A picture that answers a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    kind: Kind,
    /// Its name, without an ending.
    name: String,
    figure: Figure,
}

impl Answer {
    /// Why trust changed; `None` where there is nothing to draw. `whose` says whose trust in which life it is.
    pub fn why(replay: &Replay, why: &Why, whose: &str, language: Language) -> Option<Self> {
        let provenance = provenance(replay);
        let caption = Caption { title: replay.scenario.title(language), whose, language, provenance: &provenance };
        let figure = waterfall(&caption, &why.account, why.whom)?;
        let rest = format!("{}-{}-{}", why.whom.key(), why.account.from, why.account.to);
        Some(Self { kind: Kind::Why, name: name_of_answer(&replay.stem(), why.holder, &rest), figure })
    }

    /// One person's story.
    pub fn story(replay: &Replay, story: &Story, whose: &str, language: Language) -> Option<Self> {
        let provenance = provenance(replay);
        let scenario = &replay.plan.scenario;
        let caption = Caption { title: replay.scenario.title(language), whose, language, provenance: &provenance };
        let chapter = |at: usize| {
            let lines = words::lines(story, at, language).join(" ");
            format!("{}. {}. {lines}", at + 1, words::title(story, at, scenario, language))
        };
        let lines: Vec<String> = (0..story.chapters.len()).map(chapter).collect();
        let headline = words::proverb(story, language).trim_end_matches('.').to_owned();
        let figure = portrait(&caption, headline, &story.pages, &story.chapters, scenario.run.length, &lines)?;
        let name = name_of_answer(&replay.stem(), Holder::Seat(story.seat.number), &story.generation.to_string());
        Some(Self { kind: Kind::Story, name, figure })
    }

    /// Puts it into the folder that was asked for, or into that of its kind in `dir`; its name.
    ///
    /// # Errors
    /// What could not be drawn or written.
    pub fn keep(&self, dir: &Path, asked: Option<&Path>, replay: &Replay, language: Language) -> Result<PathBuf, Trouble> {
        let own = self.kind.key();
        let folder = asked.map_or_else(|| dir.join(own), Path::to_path_buf);
        let inputs = Folder::anywhere(dir).files()?.into_iter().filter(|name| !name.starts_with(own));
        let inputs = Inputs::files(inputs.map(|name| dir.join(name)));
        let shelf = Shelf::within(&folder, self.kind, &inputs)?;
        let before = shelf.kept().to_vec();
        shelf.writing(replay.dialect).fill_with(Contents::new(self.kind, "", Vec::new()), |folder| {
            let mut files = draw_one(folder, &self.name, &self.figure, language)?;
            // Only in a folder that holds nothing else: where somebody asked for the picture a codebook may be of other tables.
            if asked.is_none() {
                let old = before.iter().filter(|old| files.iter().all(|new| new.file != old.file));
                let tables: Vec<Written> = files.iter().chain(old).cloned().collect();
                files.push(codebook::write_of_answers(folder, self.figure.name, &tables)?);
            }
            Ok::<_, Trouble>(files)
        })?;
        Ok(folder.join(format!("{}.svg", self.name)))
    }
}

/// Where such a picture comes from.
fn provenance(replay: &Replay) -> Provenance {
    Provenance::here(&replay.design, replay.scenario.run.seed)
}
