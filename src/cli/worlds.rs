//! # `onfoot worlds`
//!
//! Makes the worlds anew that come with the program: candidates that meet the published levels and core correlations.

use std::ffi::OsString;
use std::path::PathBuf;

use serde_json::json;

use super::Exit;
use super::arguments::Worlds;
use super::fault::Form;
use super::hold;
use super::layout::paragraph;
use super::progress::Progress;
use super::reading::tell;
use super::stop;
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::calibration::worlds::{FINDINGS, Made, Plan, make};
use crate::ensemble::world::movable;
use crate::folder::manifest::command_of;
use crate::folder::{Contents, Inputs, Kind, Shelf};
use crate::report::worlds as files;
use crate::text::{Language, shown_path as shown};
use crate::words::number::{number, percent};
use crate::words::screen::{self, worlds as words};

pub(super) fn worlds(asked: &Worlds, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let plan = Plan {
        candidates: asked.candidates.next_multiple_of(2),
        keep: asked.keep.next_multiple_of(2),
        design: asked.design.next_multiple_of(2),
        replicates: asked.replicates,
        seed: asked.seed,
        threads: asked.threads.map_or(0, usize::from),
    };
    let folder = asked.output.clone().unwrap_or_else(|| PathBuf::from("output/worlds"));
    let shelf = match Shelf::open(&folder, Kind::Worlds, &Inputs::default(), &hold::who()) {
        Ok(shelf) => hold::shelf(shelf, terminal),
        Err(fault) => {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
    };
    let silent = asked.quiet || asked.json;
    if !silent {
        terminal.note(&words::opening(plan.keep, plan.candidates, movable().len(), FINDINGS.len(), language));
    }
    let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal) };
    let made = make(plan, &stop::on_signals(), &|now| progress.at(now));
    progress.finish();
    let made = match made {
        Ok(Some(made)) => made,
        Ok(None) => {
            terminal.note(screen::STOPPED.get(language));
            return Ok(Exit::Interrupted);
        }
        Err(faults) => {
            tell(&faults, if asked.json { Form::Json } else { Form::Graphic }, terminal);
            return Ok(Exit::Input);
        }
    };
    let contents = Contents::new(Kind::Worlds, &command_of(typed), Vec::new());
    if let Err(fault) = shelf.fill_with(contents, |folder| files::write(folder, &made)) {
        terminal.note(&usage::error(&fault.say(language), terminal));
        return Ok(Exit::Input);
    }
    let few = made.kept() < plan.keep as usize;
    if asked.json {
        terminal.data(&serde_json::to_string_pretty(&object(&made)).expect("made of numbers and texts"))?;
    } else if !asked.quiet {
        terminal.say(&page(&made, few, language, terminal.width))?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(if few { Exit::SaysNo } else { Exit::Done })
}

fn page(made: &Made, few: bool, language: Language, width: usize) -> String {
    let row = |band: &crate::calibration::worlds::Band| {
        vec![
            band.target.id.to_owned(),
            words::band(band.published, language),
            number(band.preset, 3, language),
            words::band(band.allowed, language),
            percent(band.missed, 0, language),
        ]
    };
    let table =
        Table { heads: words::HEADS.map(|head| head.get(language).to_owned()).to_vec(), rows: made.bands.iter().map(row).collect() };
    let said = words::kept(made.candidates.len(), made.kept(), made.as_drawn, made.strictest(), language);
    let mut page = table.laid_out(width) + "\n" + &paragraph(&said, 0, width);
    if few {
        page += &paragraph(words::FEWER.get(language), 0, width);
    }
    page + &paragraph(words::SHIP.get(language), 0, width)
}

fn object(made: &Made) -> serde_json::Value {
    let bands = made.bands.iter().map(|band| {
        json!({
            "finding": band.target.id, "published": band.published, "preset": band.preset, "allowed": band.allowed,
            "error": band.error, "missed_as_drawn": band.missed,
        })
    });
    json!({
        "candidates": made.candidates.len(), "kept": made.kept(), "effective_sample_size": made.kept(),
        "meet_as_drawn": made.as_drawn, "most_missed": made.strictest().0, "findings": bands.collect::<Vec<_>>(),
    })
}
