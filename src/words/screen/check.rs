//! # What `check` says

use super::quantity::{about, arms, clock, days, size};
use super::{either, whole};
use crate::scenario::Run;
use crate::text::{Language, Text, bounded, text};
use crate::words::number::number;

/// A label.
pub const PEOPLE: Text = text("Organisation", "Organisatie");
/// A label.
pub const LENGTH: Text = text("Length", "Lengte");
/// A label.
pub const LIVES: Text = text("Replicates", "Herhalingen");
/// A label.
pub const ROWS: Text = text("Tables", "Tabellen");
/// A label.
pub const DISK: Text = text("Disk", "Schijf");
/// A label.
pub const MEMORY: Text = text("Memory", "Geheugen");
/// A label.
pub const THERE: Text = text("Already there", "Al aanwezig");
/// A label.
pub const TIME: Text = text("Time", "Tijd");

/// Characters of a headline that a line shows at most.
pub const LONGEST_TITLE: usize = 120;

/// The scenario holds.
pub fn fine(file: &str, title: &str, language: Language) -> String {
    let title = if title.is_empty() { String::new() } else { format!("   {}", bounded(title, LONGEST_TITLE)) };
    either(language, format!("{file}: no faults{title}"), format!("{file}: geen fouten{title}"))
}

/// Who is there.
pub fn people(people: f64, teams: u32, relations: f64, language: Language) -> String {
    let (people, teams, relations) = (about(people, language), whole(teams.into(), language), about(relations, language));
    either(
        language,
        format!("{people} people in {teams} teams, {relations} relations"),
        format!("{people} mensen in {teams} teams, {relations} relaties"),
    )
}

/// How long.
pub fn length(length: u32, language: Language) -> String {
    let working = whole(length.into(), language);
    either(
        language,
        format!("{} ({working} working days)", days(length, language)),
        format!("{} ({working} werkdagen)", days(length, language)),
    )
}

/// How often.
pub fn lives(one: u64, twins: u64, run: &Run, lives: u64, language: Language) -> String {
    format!("{} = {}", arms(one, twins, run, language), whole(lives, language))
}

/// How many rows.
pub fn rows(rows: f64, language: Language) -> String {
    let rows = about(rows, language);
    either(language, format!("about {rows} rows"), format!("ongeveer {rows} rijen"))
}

/// How much room on the disk, in bytes: finished and on the way, with what it is made of, and finished with tables as CSV.
pub fn disk(finished: f64, parts: [f64; 3], most: f64, csv: f64, language: Language) -> String {
    let [finished, most, csv] = [finished, most, csv].map(|bytes| size(bytes, language));
    let [tables, pictures, kept] = parts.map(|bytes| size(bytes, language));
    either(
        language,
        format!(
            "about {finished}: tables {tables}, figures and page {pictures}, replicates kept for growing {kept}; \
             {most} while it runs; {csv} with --format csv"
        ),
        format!(
            "ongeveer {finished}: tabellen {tables}, figuren en pagina {pictures}, bewaarde herhalingen {kept}; \
             {most} tijdens de uitvoering; {csv} met --format csv"
        ),
    )
}

/// How much memory, in bytes.
pub fn memory(bytes: f64, threads: usize, language: Language) -> String {
    let (bytes, threads) = (size(bytes, language), whole(threads as u64, language));
    either(language, format!("about {bytes} on {threads} threads"), format!("ongeveer {bytes} op {threads} threads"))
}

/// What is in the folder of the results: so many replicates of those that are asked for.
pub fn there(lives: u64, of: u64, folder: &str, language: Language) -> String {
    let (lives, all) = (whole(lives, language), whole(of, language));
    either(
        language,
        format!("{lives} of {all} replicates are kept in {folder}; the time is that of the others"),
        format!("{lives} van {all} herhalingen zijn bewaard in {folder}; de tijd is die van de andere"),
    )
}

/// The folder of the results holds them all.
pub fn complete(folder: &str, language: Language) -> String {
    either(
        language,
        format!("{folder} holds these very results: run answers at once, and with --force it starts anew"),
        format!("{folder} bevat precies deze resultaten: run antwoordt meteen, en begint met --force opnieuw"),
    )
}

/// There is too little room on the disk.
pub fn short_of_disk(needs: f64, free: f64, folder: &str, language: Language) -> String {
    let [needs, free] = [needs, free].map(|bytes| size(bytes, language));
    either(
        language,
        format!(
            "too little disk: this run needs about {needs} while it runs, and {free} are free for {folder}. Fewer replicates, \
             `record = \"monthly\"`, `record_teams = false`, or another disk with -o."
        ),
        format!(
            "te weinig schijfruimte: deze uitvoering heeft ongeveer {needs} nodig, en voor {folder} is {free} vrij. Neem minder \
             herhalingen, `record = \"monthly\"`, `record_teams = false`, of een andere schijf met -o."
        ),
    )
}

/// There is too little memory; what takes most is the organisation that lives, or else what is written.
pub fn short_of_memory(needs: f64, free: f64, living: bool, language: Language) -> String {
    let [needs, free] = [needs, free].map(|bytes| size(bytes, language));
    let less = if living {
        text("Fewer people, or fewer threads with --threads.", "Neem minder mensen, of minder threads met --threads.")
    } else {
        text(
            "Fewer replicates, `record = \"monthly\"`, or `record_teams = false`.",
            "Neem minder herhalingen, `record = \"monthly\"`, of `record_teams = false`.",
        )
    };
    let less = less.get(language);
    either(
        language,
        format!("too little memory: this run needs about {needs}, and {free} are free. {less}"),
        format!("te weinig geheugen: deze uitvoering heeft ongeveer {needs} nodig, en {free} is vrij. {less}"),
    )
}

/// How long it takes.
pub fn time(seconds: f64, threads: usize, language: Language) -> String {
    let short = seconds < 9.95;
    let seconds = if short { format!("{} s", number(seconds.max(0.1), 1, language)) } else { clock(seconds, language) };
    let threads = whole(threads as u64, language);
    either(language, format!("about {seconds} on {threads} threads"), format!("ongeveer {seconds} op {threads} threads"))
}
