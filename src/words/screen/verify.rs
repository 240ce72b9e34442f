//! # What `verify` says

use super::{either, whole};
use crate::ensemble::world::Turn;
use crate::text::{Language, Text, text};
use crate::words::number::count;

/// The folder is not a finished one.
pub fn not_finished(folder: &str, language: Language) -> String {
    either(
        language,
        format!(
            "`{folder}` has no manifest.json that this version can read: verify takes a folder that `onfoot run` or `compare` has finished"
        ),
        format!(
            "`{folder}` heeft geen manifest.json dat deze versie kan lezen: verify neemt een map die `onfoot run` of `compare` heeft afgewerkt"
        ),
    )
}

/// Another version made it.
pub fn other_version(made: &str, here: &str, language: Language) -> String {
    either(
        language,
        format!("made by onfoot {made}, and this is {here}: only the same version promises the same bytes"),
        format!("gemaakt door onfoot {made}, en dit is {here}: alleen dezelfde versie belooft dezelfde bytes"),
    )
}

/// The design in the folder is not the one that its manifest names.
pub const OTHER_DESIGN: Text =
    text("resolved.toml is not the design that manifest.json names", "resolved.toml is niet het ontwerp dat manifest.json noemt");

/// A file is not what it was.
pub fn altered(file: &str, language: Language) -> String {
    either(
        language,
        format!("`{file}` is not what was written: its SHA-256 differs"),
        format!("`{file}` is niet wat geschreven werd: de SHA-256 verschilt"),
    )
}

/// The life and table of a difference.
pub fn row(table: &str, whose: &str, turn: Turn, number: usize, language: Language) -> String {
    let Turn { replicate, world } = turn;
    either(
        language,
        format!("{table}, {whose}, replicate {replicate}, world {world}, row {number}"),
        format!("{table}, {whose}, herhaling {replicate}, wereld {world}, rij {number}"),
    )
}

/// A row is of this arm.
pub fn of_arm(arm: &str, language: Language) -> String {
    either(language, format!("arm {arm}"), format!("variant {arm}"))
}

/// A row is of this point of a sweep.
pub fn of_point(point: u32, language: Language) -> String {
    either(language, format!("point {point}"), format!("punt {point}"))
}

/// A cell that differs.
pub fn differs(place: &str, column: &str, here: &str, again: &str, language: Language) -> String {
    let said = |cell: &str| if cell.is_empty() { either(language, "nothing".into(), "niets".into()) } else { format!("`{cell}`") };
    let (here, again) = (said(here), said(again));
    either(
        language,
        format!("{place}: {column} is {here} in the folder and {again} when run again"),
        format!("{place}: {column} is {here} in de map en {again} bij opnieuw doorrekenen"),
    )
}

/// Rows that are too many or too few.
pub fn rows(place: &str, here: usize, again: usize, language: Language) -> String {
    let (here, again) = (whole(here as u64, language), whole(again as u64, language));
    either(
        language,
        format!("{place}: {here} rows in the folder, {again} when run again"),
        format!("{place}: {here} rijen in de map, {again} bij opnieuw doorrekenen"),
    )
}

/// A twin that is not its arm before anything is broken.
pub fn twins(arm: &str, day: u32, language: Language) -> String {
    let day = whole(day.into(), language);
    either(
        language,
        format!("arm {arm} and its twin differ on day {day}, before anything was broken"),
        format!("variant {arm} en zijn tweeling verschillen op dag {day}, voor er iets gebroken is"),
    )
}

/// An event that does nothing changed something.
pub fn null(arm: &str, language: Language) -> String {
    either(
        language,
        format!("arm {arm}: an intervention that does nothing changed the replicate"),
        format!("variant {arm}: een ingreep die niets doet, veranderde de herhaling"),
    )
}

/// A file is not there any more.
pub fn missing(file: &str, language: Language) -> String {
    either(language, format!("`{file}` is missing"), format!("`{file}` ontbreekt"))
}

/// A file is there that no manifest names.
pub fn extra(file: &str, language: Language) -> String {
    either(
        language,
        format!("`{file}` is extra: no manifest names it, so it is no part of these results"),
        format!("`{file}` is te veel: geen manifest noemt het, dus hoort het niet bij deze resultaten"),
    )
}

/// What was kept of the lives of an arm is not whole.
pub fn lives_altered(file: &str, language: Language) -> String {
    either(
        language,
        format!("`{file}` is not what was written: some of its replicates cannot be read (it may be removed)"),
        format!("`{file}` is niet wat geschreven werd: sommige herhalingen zijn niet te lezen (het mag weg)"),
    )
}

/// Further differences.
pub fn more(more: usize, language: Language) -> String {
    let more = whole(more as u64, language);
    either(language, format!("and {more} more: --json names them all"), format!("en nog {more}: --json noemt ze alle"))
}

/// Files that are there and were left alone.
pub fn not_looked_at(files: &[String], most: usize, language: Language) -> String {
    let mut named = files.iter().take(most).map(|file| format!("`{file}`")).collect::<Vec<_>>().join(", ");
    if files.len() > most {
        named += ", ...";
    }
    either(language, format!("not looked at: {named}"), format!("niet bekeken: {named}"))
}

/// What is not looked at in any folder.
pub const HOW_FAR: Text = text(
    "Not looked at: whether figures and pages say what the tables say (their bytes are compared with the manifest), and replicates beyond the sample (--lives N).",
    "Niet bekeken: of figuren en pagina's zeggen wat de tabellen zeggen (hun bytes worden met het manifest vergeleken), en herhalingen buiten de steekproef (--lives N).",
);

/// All is well; of lives, pairs of arm and twin, and lives with an intervention that does nothing there are so many.
pub fn reproduced(files: usize, kept: usize, [lives, twins, nulls]: [usize; 3], rows: u64, language: Language) -> String {
    let n = |n: usize, one, many| count(n as u64, one, many, language);
    let files = n(files, text("file", "bestand"), text("files", "bestanden"));
    let mut page = either(
        language,
        format!("reproduced\n  {files} with the SHA-256 of a manifest, and no other"),
        format!("gereproduceerd\n  {files} met de SHA-256 van een manifest, en geen ander"),
    );
    if kept > 0 {
        let kept = n(kept, text("file", "bestand"), text("files", "bestanden"));
        page += &either(
            language,
            format!("\n  {kept} of kept replicates with their own checksums"),
            format!("\n  {kept} met bewaarde herhalingen, met hun eigen controlesommen"),
        );
    }
    if lives == 0 {
        return page + &either(language, "\n  nothing was run again".into(), "\n  er is niets opnieuw doorgerekend".into());
    }
    let lives = n(lives, text("replicate", "herhaling"), text("replicates", "herhalingen"));
    let rows = whole(rows, language);
    let twins = n(twins, text("pair", "paar"), text("pairs", "paren"));
    let nulls = n(nulls, text("replicate", "herhaling"), text("replicates", "herhalingen"));
    page + &either(
        language,
        format!(
            "\n  {lives} run again: {rows} rows the same\n  {twins} of arm and twin the same until something is broken\n  {nulls} the same with an intervention that does nothing"
        ),
        format!(
            "\n  {lives} opnieuw doorgerekend: {rows} rijen gelijk\n  {twins} van variant en tweeling gelijk tot er iets breekt\n  {nulls} gelijk met een ingreep die niets doet"
        ),
    )
}
