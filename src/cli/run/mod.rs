//! # `onfoot run`
//!
//! Reads a scenario, lives every arm and its twin, writes the folder and shows what came out.

mod job;
pub(super) mod page;
mod road;

use std::ffi::OsString;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::json;

use super::arguments::Run;
use super::estimate::{Estimate, people, seconds_of};
use super::hold;
use super::layout::{fitted, paragraph};
use super::progress::Progress;
use super::reading::{form, read};
use super::room::Room;
use super::stop;
use super::terminal::{Stop, Terminal};
use super::{Exit, usage};
use crate::comparison::hypothesis::{Judgement, Verdict};
use crate::doubt::{self, Doubt};
use crate::ensemble::live;
use crate::ensemble::past::Pasts;
use crate::ensemble::run::Outcome;
use crate::folder::manifest::{self, Manifest};
use crate::folder::{self, Folder, FolderError, StoreError};
use crate::observe::Life;
use crate::report::run::Presentation;
use crate::scenario::Scenario;
use crate::study::Trouble;
use crate::study::keeping::{Attempt, Found, Grown};
use crate::table::{self, sensitivity};
use crate::text::{shell_word as quoted, shown_path as shown};
use crate::threads;
use crate::words::screen::lock as lock_words;
use crate::words::screen::quantity;
use crate::words::screen::run as words;
use job::format;
pub(super) use job::{Ended, Job, Lives};

/// Runs what was asked with the model's own life.
pub(super) fn run(asked: &Run, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let pasts = Pasts::default();
    run_with(asked, typed, terminal, |scenario, dice, goes_on| live::live_from(&pasts, scenario, dice, goes_on))
}

fn run_with<L>(asked: &Run, typed: &[OsString], terminal: &mut Terminal, live: L) -> Result<Exit, Stop>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    let Some(reading) = read(&asked.file, &asked.change, form(asked.error_format, asked.json), terminal) else { return Ok(Exit::Input) };
    let job = Job::of(asked, typed, reading);
    let _hold = match hold::take(&job.path(), terminal) {
        Ok(hold) => hold,
        Err(fault) => return Ok(refuse(&job, &job.path(), &fault, terminal)),
    };
    match computed(&job, live, terminal) {
        Computed::Now(ended) => {
            show(&job, &ended, terminal)?;
            Ok(end(ended.results.failed, &ended.results.judged))
        }
        Computed::Before(manifest) => already(&job, &job.path(), &manifest, terminal),
        Computed::Not(exit) => Ok(exit),
    }
}

/// Where the results of a job are from.
pub(super) enum Computed {
    /// They were computed just now.
    Now(Box<Ended>),
    /// They were there.
    Before(Box<Manifest>),
    /// There are none, and the reason was told.
    Not(Exit),
}

/// Makes sure that the folder of this job is complete.
pub(super) fn computed<L>(job: &Job<'_>, live: L, terminal: &Terminal) -> Computed
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    let (study, path, language) = (&job.study, job.path(), terminal.language);
    if !job.is_silent() {
        terminal.note(&opening(job, terminal));
        if let Some(locked) = study.lock() {
            let say = if locked.same { lock_words::kept } else { lock_words::changed };
            terminal.note(&paragraph(&say(&locked.at, language), 2, terminal.width));
        }
    }
    let attempt = match study.open(&path, job.manner(language)) {
        Ok(Found::Open(attempt)) => attempt,
        Ok(Found::Complete(manifest)) => return Computed::Before(manifest),
        Err(fault) => return Computed::Not(refuse(job, &path, &fault, terminal)),
    };
    if !job.is_silent() {
        if let Some(grown) = &attempt.growth {
            grows(job, &path, grown, terminal);
        }
        let estimate = Estimate::of(study.plans(), threads::count(job.asked.threads.map_or(0, usize::from)));
        for warning in Room::at(&path).warnings(&estimate, format(job.asked), &shown(&path), language) {
            terminal.note(&paragraph(&warning, 2, terminal.width));
        }
    }
    let stop = stop::on_signals();
    let outcome = match lived(job, &attempt, &stop, live, terminal) {
        Ok(outcome) => outcome,
        Err(fault) => return Computed::Not(trouble(&fault.into(), terminal)),
    };
    for part in attempt.store().set_aside() {
        terminal.note(&paragraph(&words::set_aside(&part, language), 2, terminal.width));
    }
    if outcome.interrupted {
        match attempt.partial(study, outcome.even) {
            Ok(0) => {}
            Ok(replicates) => terminal.note(&paragraph(&words::partial(replicates, &shown(&path), language), 0, terminal.width)),
            Err(fault) => return Computed::Not(trouble(&fault, terminal)),
        }
        return Computed::Not(interrupted(job, &path, outcome.done * 100 / study.lives().max(1), terminal));
    }
    let screened = match screened(job, &stop, terminal) {
        Screened::Found(found) => found,
        Screened::Stopped => return Computed::Not(interrupted(job, &path, 100, terminal)),
    };
    if !job.is_silent() {
        terminal.note(words::WRITING.get(language));
    }
    match attempt.finish(study, screened, &Presentation { study, command: &job.command(), language }, &stop) {
        Ok((results, files)) => {
            let unreadable = attempt.growth.map_or(0, |grown| grown.unreadable);
            let origin = Lives { before: outcome.before, now: outcome.done - outcome.before, unreadable };
            if !job.is_silent() && origin.before > 0 {
                terminal.note(&paragraph(&words::lived(origin.before, origin.now, language), 2, terminal.width));
            }
            Computed::Now(Box::new(Ended { results, folder: shown(&path), files, origin }))
        }
        Err(Trouble::Stopped) => Computed::Not(interrupted(job, &path, 100, terminal)),
        Err(fault) => Computed::Not(trouble(&fault, terminal)),
    }
}

/// Lives what is still to be lived, progress shown.
fn lived<L>(job: &Job<'_>, attempt: &Attempt, stop: &AtomicBool, live: L, terminal: &Terminal) -> Result<Outcome, StoreError>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    let progress = if job.is_silent() { Progress::silent(terminal) } else { Progress::shown(terminal) };
    let outcome = job.study.live(attempt.store(), live, stop, &|now| progress.at(now));
    progress.finish();
    outcome
}

/// A finished folder is about to be grown: what is there, what is missing, and what cannot be trusted.
fn grows(job: &Job<'_>, path: &Path, growth: &Grown, terminal: &Terminal) {
    let said = words::grows(&shown(path), growth.taken, job.study.lives() - growth.taken, terminal.language);
    terminal.note(&paragraph(&said, 2, terminal.width));
    if growth.unreadable > 0 {
        terminal.note(&paragraph(&words::unreadable(growth.unreadable, terminal.language), 2, terminal.width));
    }
}

/// Stopped on the way, at so many per cent of the lives.
fn interrupted(job: &Job<'_>, path: &Path, percent: u64, terminal: &Terminal) -> Exit {
    terminal.note(&paragraph(&words::interrupted(percent, &shown(path), terminal.language), 0, terminal.width));
    terminal.note(&format!("{} {}", words::CONTINUE.get(terminal.language), again(job, Some("--resume"), &["--force", "--resume"])));
    Exit::Interrupted
}

/// What was found of what the first arm hangs on.
enum Screened {
    /// It, or nothing where it was not looked for.
    Found(Option<Doubt>),
    /// It was stopped.
    Stopped,
}

/// Looks on what the first arm hangs, where that is asked. A run in worlds knows it from its own lives.
fn screened(job: &Job<'_>, stop: &AtomicBool, terminal: &Terminal) -> Screened {
    if !job.asked.screen || job.study.scenario().run.worlds > 1 {
        return Screened::Found(None);
    }
    let first = doubt::first_arm(job.study.scenario());
    if !job.is_silent() {
        let threads = threads::count(job.asked.threads.map_or(0, usize::from));
        let lives = doubt::SCREENING.lives(&first);
        let seconds = seconds_of(&first, lives) / threads as f64;
        terminal.note(&words::screening(doubt::SCREENING.worlds, lives, seconds, terminal.language));
    }
    let progress = if job.is_silent() { Progress::silent(terminal) } else { Progress::shown(terminal) };
    let found = doubt::doubt(&first, doubt::SCREENING, job.asked.threads.map_or(0, usize::from), stop, &|now| progress.at(now));
    progress.finish();
    found.map_or(Screened::Stopped, |found| Screened::Found(Some(found)))
}

/// The first line: what is about to be lived.
fn opening(job: &Job<'_>, terminal: &Terminal) -> String {
    let (scenario, language) = (job.study.scenario(), terminal.language);
    let twins = job.study.plans().iter().filter(|plan| plan.is_twin).count();
    let parts = [
        job.study.name().to_owned(),
        words::organisation(people(scenario), scenario.organisation.teams, scenario.run.length, language),
        quantity::arms((job.study.plans().len() - twins) as u64, twins as u64, &scenario.run, language),
        words::seed(scenario.run.seed, language),
    ];
    fitted(&parts, terminal.width)
}

/// The same design was run before: say so at once.
fn already(job: &Job<'_>, path: &Path, manifest: &Manifest, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (folder, language) = (shown(path), terminal.language);
    if manifest.format != format(job.asked) || manifest.csv != job.asked.csv.dialect() {
        let page = usage::error(&words::other_format(&folder, language), terminal);
        terminal.note(&(page + &format!("{} {}\n", words::ANEW.get(language), again(job, Some("--force"), &["--force"]))));
        return Ok(Exit::Input);
    }
    if job.asked.screen && manifest.worlds == 1 && !manifest.files.iter().any(|row| row.file == sensitivity::FILE) {
        let page = usage::error(&words::not_screened(&folder, language), terminal);
        terminal.note(&(page + &format!("{} {}\n", words::ANEW.get(language), again(job, Some("--force"), &["--force"]))));
        return Ok(Exit::Input);
    }
    let judged = table::read_hypotheses(path, job.study.scenario());
    if job.asked.json {
        let hypotheses: Vec<_> = judged.iter().map(page::judgement).collect();
        let object = json!({
            "folder": folder, "design": manifest.design_hash, "seed": manifest.seed, "already_computed": true, "hypotheses": hypotheses,
        });
        terminal.data(&serde_json::to_string_pretty(&object).expect("made of numbers and texts"))?;
    } else if job.asked.quiet {
        terminal.say(&folder)?;
    } else {
        let age = path.join(manifest::FILE).metadata().and_then(|file| file.modified()).ok().and_then(|time| time.elapsed().ok());
        terminal.say(&paragraph(&words::already(&folder, age.map(|age| age.as_secs_f64()), language), 0, terminal.width))?;
        if !judged.is_empty() {
            terminal.say(&page::verdicts(&judged, language, terminal.width))?;
        }
        terminal.say(&format!("{} {}", words::ANEW.get(language), again(job, Some("--force"), &["--force"])))?;
    }
    Ok(end(manifest.lives.failed, &judged))
}

/// How a run ends whose folder is complete: some lives failed, a hypothesis found no support, or all is well.
pub(super) fn end(failed: u64, judged: &[Judgement]) -> Exit {
    match () {
        () if failed > 0 => Exit::SomeFailed,
        () if judged.iter().any(|row| row.verdict == Verdict::NotSupported) => Exit::SaysNo,
        () => Exit::Done,
    }
}

/// The folder cannot be used.
pub(super) fn refuse(job: &Job<'_>, path: &Path, fault: &FolderError, terminal: &Terminal) -> Exit {
    let language = terminal.language;
    let mut page = usage::error(&fault.say(language), terminal);
    if fault.yields_to_force() {
        let other = format!("-o {}", quoted(&format!("{}-{}", shown(path), &job.study.design()[..8])));
        page += &format!("{} {}\n", words::BESIDE.get(language), again(job, Some(&other), &["-o", "--output", "--force"]));
        // no error advises to throw away what belongs to another study or to somebody else
        if matches!(fault, FolderError::Altered { .. }) || is_of_this_study(job, path) {
            page += &format!("{} {}\n", words::ANEW.get(language), again(job, Some("--force"), &["--force"]));
        }
    }
    terminal.note(&page);
    Exit::Input
}

/// Whether the finished folder is of this very study: of a scenario of this name and title. Any study may be called `scenario.toml`.
fn is_of_this_study(job: &Job<'_>, path: &Path) -> bool {
    let Ok(Some(there)) = Folder::anywhere(path).manifest() else { return false };
    let own = job.study.reading().inputs.first().map(|input| input.name.as_str());
    let named = there.inputs.first().map(|input| input.name.as_str()) == own && own != Some(folder::SCENARIO);
    named && there.title == job.study.scenario().title
}

pub(super) fn trouble(fault: &Trouble, terminal: &Terminal) -> Exit {
    terminal.note(&usage::error(&fault.say(terminal.language), terminal));
    Exit::Input
}

fn show(job: &Job<'_>, ended: &Ended, terminal: &mut Terminal) -> Result<(), Stop> {
    if job.asked.json {
        let object = page::object(job, ended, terminal.language);
        return terminal.data(&serde_json::to_string_pretty(&object).expect("made of numbers and texts"));
    }
    if job.asked.quiet {
        return terminal.say(&ended.folder);
    }
    let (results, language) = (&ended.results, terminal.language);
    let page = page::Page { job, ended, results, language, width: terminal.width, ascii: terminal.ascii };
    let (headline, body) = (page.headline(), page.body());
    terminal.heading(&headline)?;
    terminal.say(&body)?;
    if results.failed > 0 {
        terminal.note(&usage::error(&words::failed(results.failed, results.lives, &ended.folder, language), terminal));
    }
    Ok(())
}

/// The command that was typed, without some of its options and with another.
fn again(job: &Job<'_>, with: Option<&str>, without: &[&str]) -> String {
    let mut words = vec!["onfoot".to_owned()];
    let mut typed = job.typed.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = typed.next() {
        if without.iter().any(|option| word.split('=').next() == Some(option)) {
            if ["-o", "--output"].contains(&word.as_ref()) {
                typed.next();
            }
        } else if !(without.contains(&"-o") && word.starts_with("-o")) {
            words.push(quoted(&word));
        }
    }
    words.extend(with.map(str::to_owned));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::arguments::{Command, parse};
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_life_that_fails_is_told_by_the_exit_code_and_the_rest_is_written() {
        let study = tempfile::tempdir().unwrap();
        let file = study.path().join("short.toml");
        std::fs::write(&file, "[run]\nlength = \"2 weeks\"\nreplicates = 3\n[organisation]\nteams = 2\nteam_size = 3\n").unwrap();
        let typed: Vec<OsString> = ["onfoot", "run"].iter().map(OsString::from).collect();
        let output = study.path().join("results");
        let typed = [typed, vec![file.into(), "--quiet".into(), "-o".into(), output.clone().into()]].concat();
        let Some(Command::Run(asked)) = parse(&typed).unwrap().command else { panic!("not a run") };
        let live = |scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool| {
            assert_ne!(replicate, 1, "bad luck");
            live::live_from(&Pasts::default(), scenario, replicate, goes_on)
        };
        let exit = run_with(&asked, &typed, &mut Terminal::new(Language::English, true), live).unwrap();
        assert_eq!(exit, Exit::SomeFailed);
        let runs = std::fs::read_to_string(output.join("runs.csv")).unwrap();
        assert_eq!(runs.lines().filter(|line| line.contains("failed") && line.contains("bad luck")).count(), 1, "{runs}");
        assert!(output.join("manifest.json").exists());
    }

    #[test]
    fn a_folder_that_grows_lives_only_what_is_missing_and_keeps_what_failed() {
        let study = tempfile::tempdir().unwrap();
        let file = study.path().join("short.toml");
        let run = |output: &str, replicates: u32| {
            let text = format!("[run]\nlength = \"2 weeks\"\nreplicates = {replicates}\n[organisation]\nteams = 2\nteam_size = 3\n");
            std::fs::write(&file, text).unwrap();
            let output = study.path().join(output);
            let typed: Vec<OsString> = ["onfoot", "run"].iter().map(OsString::from).collect();
            let typed = [typed, vec![file.clone().into(), "--quiet".into(), "-o".into(), output.into()]].concat();
            let Some(Command::Run(asked)) = parse(&typed).unwrap().command else { panic!("not a run") };
            let lived = std::sync::Mutex::new(Vec::new());
            let live = |scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool| {
                lived.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(replicate);
                assert!(!matches!(replicate, 1 | 6), "bad luck");
                live::live_from(&Pasts::default(), scenario, replicate, goes_on)
            };
            assert_eq!(run_with(&asked, &typed, &mut Terminal::new(Language::English, true), live).unwrap(), Exit::SomeFailed);
            let mut lived = lived.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
            lived.sort_unstable();
            lived
        };
        assert_eq!(run("grown", 3), [0, 1, 2]);
        assert_eq!(run("grown", 9), [3, 4, 5, 6, 7, 8]);
        assert_eq!(run("fresh", 9), (0..9).collect::<Vec<_>>());
        for table in ["runs.csv", "series.parquet", "manifest.json", "report.html"] {
            let [grown, fresh] = ["grown", "fresh"].map(|folder| std::fs::read(study.path().join(folder).join(table)).unwrap());
            assert!(grown == fresh, "{table}");
        }
    }
}
