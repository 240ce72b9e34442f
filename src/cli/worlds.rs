//! # `onfoot worlds`
//!
//! Makes the worlds anew that come with the program: candidates that meet the published levels and core correlations.

use std::ffi::OsString;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Worlds;
use super::question::{faulty, shelf, worked};
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::calibration::worlds::{Band, FINDINGS, Made, Plan, make};
use crate::ensemble::world::movable;
use crate::folder::manifest::command_of;
use crate::folder::{Contents, Inputs, Kind};
use crate::report::worlds as files;
use crate::text::shown_path as shown;
use crate::words::number::{number, percent};
use crate::words::screen::run::LIVES;
use crate::words::screen::worlds as words;

pub(super) fn worlds(asked: &Worlds, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, show) = (terminal.language, &asked.work.show);
    let plan = Plan {
        candidates: asked.candidates.next_multiple_of(2),
        keep: asked.keep.next_multiple_of(2),
        design: asked.design.next_multiple_of(2),
        replicates: asked.replicates,
        seed: asked.seed,
        threads: asked.work.threads.count(),
    };
    let folder = asked.output.or("output/worlds");
    let shelf = shelf(&folder, Kind::Worlds, &Inputs::default(), terminal)?;
    if !show.is_silent() {
        terminal.note(&words::opening(plan.keep, plan.candidates, movable().len(), FINDINGS.len(), language));
    }
    let made = worked(LIVES, show, terminal, |stop, progress| make(plan, stop, progress));
    let made = made.map_err(|faults| faulty(&faults, show, terminal))?.ok_or_else(|| terminal.stopped())?;
    let contents = Contents::new(Kind::Worlds, &command_of(typed), Vec::new());
    shelf.fill_with(contents, |folder| files::write(folder, &made)).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    let few = made.kept() < plan.keep as usize;
    if show.json {
        terminal.json(&object(&made))?;
    } else if !show.quiet {
        say(&made, few, terminal)?;
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(if few { Exit::SaysNo } else { Exit::Done })
}

fn say(made: &Made, few: bool, terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    let row = |band: &Band| {
        vec![
            band.target.id.to_owned(),
            words::band(band.published, language),
            number(band.preset, 3, language),
            words::band(band.allowed, language),
            percent(band.missed, 0, language),
        ]
    };
    terminal.table(&Table::of(&words::HEADS, made.bands.iter().map(row), language))?;
    terminal.say("")?;
    terminal.say_wrapped(&words::kept(made.candidates.len(), made.kept(), made.as_drawn, made.strictest(), language), 0)?;
    if few {
        terminal.say_wrapped(words::FEWER.get(language), 0)?;
    }
    terminal.say_wrapped(words::SHIP.get(language), 0)
}

fn object(made: &Made) -> Value {
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
