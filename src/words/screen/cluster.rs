//! # What `cluster` says

use super::parts::numbers;
use super::{either, whole};
use crate::text::{Language, Text, text};
use crate::words::number::count;

/// A label.
pub const RUN: Text = text("Run", "Uitvoering");
/// A label.
pub const THERE: Text = text("There", "Aanwezig");
/// A label.
pub const MISSING: Text = text("Missing", "Ontbreekt");
/// A label.
pub const QUEUE: Text = text("Queue", "Wachtrij");
/// A label.
pub const HELD: Text = text("Held", "Vastgehouden");
/// A label.
pub const SCRIPTS: Text = text("Scripts", "Scripts");
/// A label.
pub const LOGS: Text = text("Logs", "Logs");
/// A label.
pub const SUBMITTED: Text = text("Submitted", "Ingediend");
/// Before the command that repairs.
pub const REPAIR: Text = text("To send what is missing:", "Om in te dienen wat ontbreekt:");
/// Before the command that merges.
pub const MERGE: Text = text("All parts are there. To merge:", "Alle delen zijn er. Om samen te voegen:");
/// Before the commands that submit.
pub const BY_HAND: Text = text("To submit:", "Om in te dienen:");
/// Nothing of this run is in the queue.
pub const NOTHING_QUEUED: Text = text("nothing of this run", "niets van deze uitvoering");
/// Which engine is not said.
pub const NO_ENGINE: Text = text(
    "print needs --for and an engine: --for parallel, --for snakemake, --for kubernetes or --for aws-batch",
    "print heeft --for en een systeem nodig: --for parallel, --for snakemake, --for kubernetes of --for aws-batch",
);

/// The run, cut into parts.
pub fn run(name: &str, of: u32, design: &str, language: Language) -> String {
    let parts = count(of.into(), text("part", "deel"), text("parts", "delen"), language);
    either(language, format!("{name}, {parts}, design {design}"), format!("{name}, {parts}, ontwerp {design}"))
}

/// How many are there.
pub fn there(there: usize, of: u32, language: Language) -> String {
    let (there, of) = (whole(there as u64, language), whole(of.into(), language));
    either(language, format!("{there} of {of} parts"), format!("{there} van {of} delen"))
}

/// Which are missing.
pub fn missing(missing: &[u32], language: Language) -> String {
    match missing {
        [] => either(language, "nothing".into(), "niets".into()),
        missing => numbers(missing, language),
    }
}

/// What is in the queue: tasks that run, tasks that wait, and whether the merge is among it.
pub fn queue(running: &[u32], waiting: &[u32], merge: Option<&str>, language: Language) -> String {
    let said = |parts: &[u32], en: &str, nl: &str| {
        let numbers = numbers(parts, language);
        (!parts.is_empty())
            .then(|| either(language, format!("{} {en}: {numbers}", parts.len()), format!("{} {nl}: {numbers}", parts.len())))
    };
    let merge = merge.map(|state| {
        let state = state.to_lowercase();
        either(language, format!("the merge: {state}"), format!("het samenvoegen: {state}"))
    });
    let all: Vec<String> = [said(running, "running", "bezig"), said(waiting, "waiting", "wachtend"), merge].into_iter().flatten().collect();
    if all.is_empty() { NOTHING_QUEUED.get(language).to_owned() } else { all.join("; ") }
}

/// The queue cannot be asked.
pub fn unknown(why: &str, language: Language) -> String {
    either(
        language,
        format!("unknown: squeue gave no answer ({why}). What runs may go on."),
        format!("onbekend: squeue gaf geen antwoord ({why}). Wat loopt, kan doorgaan."),
    )
}

/// A part that is held.
pub fn held(part: u32, reason: &str, language: Language) -> String {
    either(language, format!("part {part}: {reason}"), format!("deel {part}: {reason}"))
}

/// The site takes smaller arrays.
pub fn fewer(asked: u32, most: u32, language: Language) -> String {
    let (asked, most) = (whole(asked.into(), language), whole(most.into(), language));
    either(
        language,
        format!("this site takes arrays up to {most}: cut into {most} parts, not {asked}"),
        format!("dit cluster neemt arrays tot {most}: {most} delen, niet {asked}"),
    )
}

/// The folder is cut already.
pub fn stays(of: u32, language: Language) -> String {
    let parts = count(of.into(), text("part", "deel"), text("parts", "delen"), language);
    either(
        language,
        format!("the folder is cut into {parts} already, and stays so; another cut needs another folder"),
        format!("de map is al in {parts} verdeeld, en dat blijft zo; een andere verdeling vraagt een andere map"),
    )
}

/// A program of Slurm gave no answer.
pub fn failed(program: &str, why: &str, language: Language) -> String {
    either(
        language,
        format!("{program} failed: {why}. The scripts are written; --submit may be tried again"),
        format!("{program} lukte niet: {why}. De scripts zijn geschreven; --submit kan opnieuw"),
    )
}

/// What was submitted.
pub fn submitted(parts: &[u32], job: &str, merge: &str, language: Language) -> String {
    let numbers = numbers(parts, language);
    match parts.len() {
        0 => either(language, format!("the merge as job {merge}"), format!("het samenvoegen als taak {merge}")),
        1 => either(
            language,
            format!("part {numbers} as job {job}, and after it the merge as job {merge}"),
            format!("deel {numbers} als taak {job}, en daarna het samenvoegen als taak {merge}"),
        ),
        _ => either(
            language,
            format!("parts {numbers} as job {job}, and after them the merge as job {merge}"),
            format!("delen {numbers} als taak {job}, en daarna het samenvoegen als taak {merge}"),
        ),
    }
}

/// All that is missing is in the queue already.
pub const ALL_QUEUED: Text = text(
    "all that is missing is in the queue already; nothing was submitted",
    "al wat ontbreekt, staat al in de wachtrij; er is niets ingediend",
);
