//! # What `run` says

use super::quantity::{about, clock, days, size};
use super::{either, whole};
use crate::scenario::Referent;
use crate::text::{Language, Text, text};
use crate::words::figure::Clock;
use crate::words::number::{count, number, rounded};
use crate::words::report::twin_of;
use crate::words::sentence::whom;

/// Before the command that goes on.
pub const CONTINUE: Text = text("Continue:", "Verder:");
/// Before the command that starts anew.
pub const ANEW: Text = text("Anew:", "Opnieuw:");
/// Before the command that writes elsewhere.
pub const BESIDE: Text = text("Beside it:", "Ernaast:");
/// How to see on which assumed values the outcome hangs.
pub const DOUBT: Text = text("What it hangs on:", "Waar het van afhangt:");
/// No parameter stood out.
pub const NOTHING_STANDS_OUT: Text = text("no single parameter stood out", "geen enkele parameter sprong eruit");
/// How to see what took trust and what gave it.
pub const WHY: Text = text("Why trust moved:", "Waarom het vertrouwen veranderde:");
/// Before the next command.
pub const NEXT: Text = text("Next:", "Hierna:");
/// What ranges hold where there are worlds.
pub const APART: Text = text(
    "Ranges hold luck (other dice) and doubt (other values of the parameters, as far as their evidence and the published levels leave open) together. Luck and doubt: standard deviations; of waits doubt is the range of the medians of the worlds.",
    "Bereiken bevatten toeval (andere toevalsgetallen) en twijfel (andere waarden van de parameters, zover het bewijs en de gepubliceerde niveaus openlaten) samen. Toeval en twijfel: standaardafwijkingen; bij wachttijden is twijfel het bereik van de medianen van de werelden.",
);
/// While files are written.
pub const WRITING: Text =
    text("  writing tables, figures, page, lives/ (for growing) ...", "  tabellen, figuren, pagina, lives/ (om te groeien) ...");

/// Before it is looked on what the outcome hangs.
pub fn screening(worlds: u32, lives: u64, seconds: f64, language: Language) -> String {
    let (lives, seconds) = (whole(lives, language), clock(seconds, language));
    either(
        language,
        format!("  --screen: finding out what the first arm hangs on, in {worlds} more worlds ({lives} replicates, about {seconds}) ..."),
        format!(
            "  --screen: nagaan waar de eerste variant van afhangt, in nog {worlds} werelden ({lives} herhalingen, ongeveer {seconds}) ..."
        ),
    )
}

/// The results are there, but it was not looked on what they hang.
pub fn not_screened(folder: &str, language: Language) -> String {
    either(
        language,
        format!("the results are already in `{folder}`, but they were made without --screen"),
        format!("de resultaten staan al in `{folder}`, maar ze zijn zonder --screen gemaakt"),
    )
}

/// The page has no engine.
pub fn not_live(folder: &str, language: Language) -> String {
    either(
        language,
        format!("the results are already in `{folder}`, but their page has no engine (--live)"),
        format!("de resultaten staan al in `{folder}`, maar hun pagina heeft geen rekenkern (--live)"),
    )
}

/// Who is there and how long.
pub fn organisation(people: f64, teams: u32, length: u32, language: Language) -> String {
    let people = about(people, language);
    let teams = count(teams.into(), text("team", "team"), text("teams", "teams"), language);
    either(
        language,
        format!("{people} people, {teams}, {}", days(length, language)),
        format!("{people} mensen, {teams}, {}", days(length, language)),
    )
}

/// The seed.
pub fn seed(seed: u64, language: Language) -> String {
    either(language, format!("seed {seed}"), format!("startgetal {seed}"))
}

/// Stopped on the way.
pub fn interrupted(percent: u64, folder: &str, language: Language) -> String {
    either(language, format!("stopped at {percent} %, kept in {folder}."), format!("gestopt bij {percent} %, bewaard in {folder}."))
}

/// What a run that was stopped leaves.
pub fn partial(replicates: u32, folder: &str, language: Language) -> String {
    let replicates = count(replicates.into(), text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    either(
        language,
        format!("{folder} holds tables of what is done: the first {replicates} of every arm. They are replaced when the run goes on."),
        format!(
            "{folder} bevat tabellen van wat klaar is: de eerste {replicates} van elke variant. Ze worden vervangen als het verdergaat."
        ),
    )
}

/// A part that cannot be trusted.
pub fn set_aside(part: &str, language: Language) -> String {
    either(
        language,
        format!("a part could not be trusted; it is set aside as {part} and its replicates are lived again."),
        format!("een deel was niet te vertrouwen; het is opzijgezet als {part} en de herhalingen erin worden opnieuw doorlopen."),
    )
}

/// A finished folder is about to be grown.
pub fn grows(folder: &str, taken: u64, missing: u64, language: Language) -> String {
    let (taken, missing) = (whole(taken, language), whole(missing, language));
    either(
        language,
        format!("{folder} is finished and grows: {taken} replicates are taken over, {missing} are missing."),
        format!("{folder} is af en wordt uitgebreid: {taken} herhalingen worden overgenomen, {missing} ontbreken."),
    )
}

/// Some lives that were kept are gone or cannot be trusted.
pub fn unreadable(lives: u64, language: Language) -> String {
    let lives = whole(lives, language);
    either(
        language,
        format!("{lives} replicates that were kept are gone, damaged or of another version; they are run anew."),
        format!("{lives} bewaarde herhalingen zijn weg, beschadigd of van een andere versie; ze worden opnieuw doorgerekend."),
    )
}

/// Where the lives of the results are from.
pub fn lived(before: u64, now: u64, language: Language) -> String {
    let (before, now) = (whole(before, language), whole(now, language));
    either(language, format!("{before} replicates taken over, {now} run"), format!("{before} herhalingen overgenomen, {now} doorgerekend"))
}

/// The same design was run before.
pub fn already(folder: &str, seconds: Option<f64>, language: Language) -> String {
    let age = seconds.map(|seconds| ago(seconds, language)).unwrap_or_default();
    either(language, format!("already computed{age}: {folder}"), format!("al berekend{age}: {folder}"))
}

fn ago(seconds: f64, language: Language) -> String {
    let (value, one, many) = match seconds {
        s if s < 90.0 => (s, text("second", "seconde"), text("seconds", "seconden")),
        s if s < 5_400.0 => (s / 60.0, text("minute", "minuut"), text("minutes", "minuten")),
        s if s < 129_600.0 => (s / 3_600.0, text("hour", "uur"), text("hours", "uur")),
        s => (s / 86_400.0, text("day", "dag"), text("days", "dagen")),
    };
    let said = count(rounded(value, 0) as u64, one, many, language);
    either(language, format!(", {said} ago"), format!(", {said} geleden"))
}

/// The same design was run before, with tables of the other form.
pub fn other_format(folder: &str, language: Language) -> String {
    either(
        language,
        format!("`{folder}` holds these results in the other table format"),
        format!("`{folder}` bevat deze resultaten in het andere tabelformaat"),
    )
}

/// Some lives failed.
pub fn failed(failed: u64, lives: u64, folder: &str, language: Language) -> String {
    let (failed, lives) = (whole(failed, language), whole(lives, language));
    either(
        language,
        format!("{failed} of {lives} replicates failed; {folder}/runs.csv says why"),
        format!("{failed} van {lives} herhalingen mislukten; {folder}/runs.csv zegt waarom"),
    )
}

/// A picture that cannot be drawn or written.
pub fn figure(file: &str, why: &str, language: Language) -> String {
    either(language, format!("cannot draw `{file}`: {why}"), format!("kan `{file}` niet tekenen: {why}"))
}

/// The pictures.
pub fn figures(pictures: u64, language: Language) -> String {
    let pictures = count(pictures, text("picture", "figuur"), text("pictures", "figuren"), language);
    either(language, format!("{pictures}, SVG and PNG: look here first"), format!("{pictures}, SVG en PNG: kijk hier eerst"))
}

/// How long it took.
pub fn finished(seconds: f64, language: Language) -> String {
    let said = if seconds < 9.95 { format!("{} s", number(seconds, 1, language)) } else { clock(seconds, language) };
    either(language, format!("finished in {said}"), format!("klaar in {said}"))
}

/// The fingerprint.
pub fn design(hash: &str, language: Language) -> String {
    either(language, format!("design {hash}"), format!("ontwerp {hash}"))
}

/// Above the chart.
pub fn chart(referent: Referent, language: Language) -> String {
    let whom = whom(referent).get(language);
    either(
        language,
        format!("Trust in {whom}, 0 to 1 (median of the replicates)"),
        format!("Vertrouwen in {whom}, 0 tot 1 (mediaan van de herhalingen)"),
    )
}

/// Below the chart.
pub fn legend(filled: char, dotted: Option<char>, arm: Option<&str>, breach: bool, language: Language) -> String {
    let course = arm.map_or_else(|| either(language, "this organisation".into(), "deze organisatie".into()), str::to_owned);
    let mut legend = format!("{filled} {course}");
    if let Some(dotted) = dotted {
        legend +=
            &either(language, format!(";  {dotted} twin without the breach"), format!(";  {dotted} tweeling zonder de vertrouwensbreuk"));
    }
    if breach {
        legend += &either(language, ";  X breach".into(), ";  X vertrouwensbreuk".into());
    }
    legend
}

/// A label of the time axis with its unit.
pub fn tick(value: f64, clock: Clock, language: Language) -> String {
    let (one, many) = match clock {
        Clock::Days => (text("day", "dag"), text("days", "dagen")),
        Clock::Weeks => (text("week", "week"), text("weeks", "weken")),
        Clock::Months => (text("month", "maand"), text("months", "maanden")),
        Clock::Years => (text("year", "jaar"), text("years", "jaar")),
    };
    count(value as u64, one, many, language)
}

/// Head of the labels in the table of the end.
pub const AT_THE_END: Text = text("at the end, median", "aan het einde, mediaan");

/// A head, where there are too many arms to show each.
pub const LOWEST: Text = text("lowest (arm)", "laagst (variant)");
/// A head, where there are too many arms to show each.
pub const HIGHEST: Text = text("highest (arm)", "hoogst (variant)");

/// An arm's name; those that we gave are said in words.
pub fn arm(name: &str, language: Language) -> String {
    match name {
        "main" => either(language, "this one".into(), "deze".into()),
        "twin" => either(language, "twin".into(), "tweeling".into()),
        name => twin_of(name, language).unwrap_or_else(|| name.to_owned()),
    }
}

/// Above the files.
pub fn files_in(folder: &str, language: Language) -> String {
    either(language, format!("Files in {folder}"), format!("Bestanden in {folder}"))
}

/// What a file is; `None` for those that need no mention.
pub fn file(name: &str, rows: Option<u64>, bytes: u64, language: Language) -> Option<String> {
    if rows == Some(0) {
        return None;
    }
    if let Some(rows) = rows {
        let size = size(bytes as f64, language);
        if rows == 1 {
            return Some(either(language, format!("1 row, {size}"), format!("1 rij, {size}")));
        }
        let rows = about(rows as f64, language);
        return Some(either(language, format!("{rows} rows, {size}"), format!("{rows} rijen, {size}")));
    }
    let said = match name {
        "resolved.toml" => text("every value that was in force", "alle gebruikte waarden"),
        "report.html" => text("everything on one page: open it in a browser", "alles op één pagina, te openen in een browser"),
        _ => return None,
    };
    Some(said.get(language).to_owned())
}

/// What a bar counts.
pub const LIVES: Text = text("replicates", "herhalingen");

/// How far a run is; `each` is what is counted.
pub fn progress(percent: u64, done: u64, total: u64, each: Text, speed: f64, left: Option<f64>, language: Language) -> String {
    let (done, total) = (whole(done, language), whole(total, language));
    let mut line = either(language, format!("{percent} %   {done} of {total}"), format!("{percent} %   {done} van {total}"));
    if let Some(left) = left {
        if speed >= 0.1 {
            let speed = number(speed, usize::from(speed < 9.95), language);
            line += &format!("   {speed} {}/s", each.get(language));
        }
        let left = clock(left, language);
        line += &either(language, format!("   {left} left"), format!("   nog {left}"));
    }
    line
}

/// That a repair was not done so many of so many times: in the only arm (`&[]`), in this one, or in each of these.
pub fn not_done(repair: &str, arms: &[&str], [missed, due]: [u64; 2], language: Language) -> String {
    let arm = match arms {
        [] => String::new(),
        [arm] => format!(" ({arm})"),
        arms => {
            let n = whole(arms.len() as u64, language);
            either(language, format!(" (in each of {n} arms)"), format!(" (in elk van {n} varianten)"))
        }
    };
    let [missed, due] = [missed, due].map(|n| whole(n, language));
    either(
        language,
        format!(
            "“{repair}”{arm} was not done {missed} of {due} times: nobody was there to do it, or there was nothing to repair. That cost nothing."
        ),
        format!(
            "“{repair}”{arm} is {missed} van {due} keer niet gedaan: niemand kon het doen, of er was niets te herstellen. Dat kostte niets."
        ),
    )
}
