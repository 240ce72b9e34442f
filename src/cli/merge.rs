//! # `onfoot merge`
//!
//! Makes of a folder of parts the folder that a run on one machine writes, byte for byte. It needs the folder alone; what is missing it
//! names, or lives.

use std::ffi::OsString;
use std::path::Path;

use serde_json::json;

use super::arguments::{Command, Merge, Output, Run, parse};
use super::part::line;
use super::question::watched;
use super::run::{Job, end, interrupted, show, trouble, written};
use super::terminal::{Stop, Terminal};
use super::{Exit, hold, stop, sweep};
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::folder::manifest::Manifest;
use crate::folder::{Folder, FolderError, FolderState, Ticket};
use crate::scenario::Scenario;
use crate::study::Study;
use crate::study::parts::{Hole, Part};
use crate::text::{shell_word as quoted, shown_path as shown};
use crate::words::screen::parts as words;
use crate::words::screen::run as run_words;

/// Commands that a screen shows at most.
const SHOWN: usize = 8;

pub(super) fn merge(asked: &Merge, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (path, language) = (asked.dir.as_path(), terminal.language);
    let refuse = |fault: FolderError, terminal: &Terminal| terminal.refuse(&fault.say(language));
    if !path.is_dir() {
        return Err(refuse(FolderError::NoParts { path: path.to_path_buf() }, terminal));
    }
    let _hold = hold::take(path, terminal).map_err(|fault| refuse(fault, terminal))?;
    let Some(ticket) = ticket(path, terminal)? else {
        let manifest = Folder::anywhere(path).manifest().map_err(|fault| refuse(fault, terminal))?;
        let manifest = manifest.ok_or_else(|| refuse(FolderError::NoParts { path: path.to_path_buf() }, terminal))?;
        return already(asked, &manifest, terminal);
    };
    let typed = typed_for(&ticket, path);
    let (study, run) = study_of(&ticket, asked, &typed).ok_or_else(|| {
        let file = ".onfoot-parts/run.json".to_owned();
        refuse(FolderError::NoTicket { path: path.to_path_buf(), file }, terminal)
    })?;
    let again = format!("onfoot merge {}", quoted(&shown(path)));
    let job = Job { goes_on: Some(format!("{again} --fill")), ..Job::about(&run, &typed, study, ticket.language) };
    if let Some(sweep) = job.study.scenario().sweep.clone() {
        let holes = job.study.missing(&job.study.store_of(path)).map_err(|fault| trouble(&fault.into(), terminal))?;
        if !holes.is_empty() && !asked.fill {
            return refused(asked, &job, &ticket, &holes, &again, terminal);
        }
        return sweep::run(&job, &sweep, terminal);
    }
    let attempt = match job.study.open(path, job.manner()) {
        Ok(FolderState::Open(attempt)) => attempt,
        Ok(FolderState::Complete(manifest)) => return already(asked, &manifest, terminal),
        Err(fault) => return Err(refuse(fault, terminal)),
    };
    let holes = job.study.holes(attempt.store()).map_err(|fault| trouble(&fault.into(), terminal))?;
    for part in attempt.store().set_aside() {
        terminal.note_wrapped(&words::set_aside(&part, language), 2);
    }
    if !holes.is_empty() && !asked.fill {
        return refused(asked, &job, &ticket, &holes, &again, terminal);
    }
    if !asked.show.is_silent() {
        terminal.note_wrapped(&words::merging(job.study.name(), job.study.lives(), ticket.parts, language), 0);
    }
    let stop = stop::on_signals();
    let mut lives = [job.study.lives(), 0];
    if !holes.is_empty() {
        let pasts = Pasts::default();
        let live = |scenario: &Scenario, dice, goes_on: &mut dyn FnMut() -> bool| live_from(&pasts, scenario, dice, goes_on);
        let outcome = watched(run_words::LIVES, &asked.show, terminal, |progress| job.study.live(attempt.store(), live, &stop, progress));
        let outcome = outcome.map_err(|fault| trouble(&fault.into(), terminal))?;
        if outcome.interrupted {
            return Err(interrupted(&job, path, outcome.done * 100 / job.study.lives().max(1), terminal));
        }
        lives = [outcome.before, outcome.done - outcome.before];
    }
    let completion = written(&job, &attempt, lives, &stop, terminal)?;
    show(&job, &completion, terminal)?;
    Ok(end(completion.results.failed, &completion.results.judged))
}

/// What is said in the folder of its run.
pub(super) fn ticket(path: &Path, terminal: &Terminal) -> Result<Option<Ticket>, Stop> {
    Ticket::of(path).map_err(|fault| terminal.refuse(&fault.say(terminal.language)))
}

/// The command of the run, as it would be typed for this folder.
fn typed_for(ticket: &Ticket, path: &Path) -> Vec<OsString> {
    let words = ticket.command.iter().map(OsString::from);
    std::iter::once("onfoot".into()).chain(words).chain(["-o".into(), path.as_os_str().to_owned()]).collect()
}

/// The study and what was asked of it; nothing where the ticket contradicts itself.
fn study_of(ticket: &Ticket, asked: &Merge, typed: &[OsString]) -> Option<(Study, Run)> {
    let Some(Command::Run(run)) = parse(typed).ok()?.command else { return None };
    let mut run = run.run;
    (run.show, run.threads) = (asked.show.clone(), asked.threads.clone());
    run.output = Output { output: Some(asked.dir.clone()) };
    Some((Study::of_ticket(ticket)?, run))
}

/// All is merged already.
fn already(asked: &Merge, manifest: &Manifest, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let folder = shown(&asked.dir);
    match () {
        () if asked.show.json => {
            terminal.json(&json!({ "folder": folder, "design": manifest.design_hash, "complete": true, "already_merged": true }))?;
        }
        () if asked.show.quiet => terminal.say(&folder)?,
        () => terminal.say_wrapped(&words::complete(&folder, terminal.language), 0)?,
    }
    Ok(if manifest.lives.failed > 0 { Exit::SomeFailed } else { Exit::Done })
}

/// Something is missing: what, and how to get it.
fn refused(asked: &Merge, job: &Job<'_>, ticket: &Ticket, holes: &[Hole], again: &str, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, folder) = (terminal.language, shown(&asked.dir));
    let missing = job.study.missing_parts(holes, ticket.parts);
    let lines: Vec<String> =
        missing.iter().filter_map(|&number| Part::new(number, ticket.parts)).map(|part| line(&ticket.command, part, &asked.dir)).collect();
    let fill = format!("{again} --fill");
    if asked.show.json {
        let holes: Vec<_> =
            holes.iter().map(|hole| json!({ "arm": hole.arm, "first_replicate": hole.from, "last_replicate": hole.to - 1 })).collect();
        terminal.json(&json!({
            "folder": folder, "design": job.study.design(), "complete": false, "of": ticket.parts, "missing_parts": missing, "missing": holes,
            "commands": lines, "fill": fill,
        }))?;
        return Ok(Exit::SaysNo);
    }
    let mut page = terminal.error(&words::lacks(&folder, &missing, ticket.parts, language));
    for (arm, ranges) in by_arm(holes) {
        page += &format!("  {}\n", words::missing_of(arm, &ranges, language));
    }
    page += &format!("{}\n", words::MISSING_RUN.get(language));
    lines.iter().take(SHOWN).for_each(|line| page += &format!("  {line}\n"));
    if lines.len() > SHOWN {
        page += &format!("  {}\n", words::more(lines.len() - SHOWN, language));
    }
    page += &format!("{} {fill}\n", words::OR_HERE.get(language));
    terminal.note(&page);
    Ok(Exit::SaysNo)
}

/// What is missing of each arm, in the order of the arms.
fn by_arm(holes: &[Hole]) -> Vec<(&str, Vec<[u32; 2]>)> {
    let mut arms: Vec<(&str, Vec<[u32; 2]>)> = Vec::new();
    for hole in holes {
        let range = [hole.from, hole.to - 1];
        match arms.last_mut().filter(|(arm, _)| *arm == hole.arm) {
            Some((_, ranges)) => ranges.push(range),
            None => arms.push((&hole.arm, vec![range])),
        }
    }
    arms
}
