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
use super::question::watched;
use super::reading::read;
use super::terminal::layout::fitted;
use super::terminal::{Stop, Terminal};
use super::{Exit, hold, stop};
use crate::comparison::hypothesis::{Judgement, Verdict};
use crate::doubt::{self, Doubt};
use crate::ensemble::live;
use crate::ensemble::past::Pasts;
use crate::ensemble::weight::people;
use crate::folder::layout::{MANIFEST, PAGE, SCENARIO};
use crate::folder::manifest::Manifest;
use crate::folder::{Folder, FolderError, FolderState, Hold};
use crate::live::what_if::{self, with_levers};
use crate::observe::Life;
use crate::report::run::Presentation;
use crate::scenario::{Scenario, Sweep, disk};
use crate::study::estimate::seconds_of;
use crate::study::keeping::{Attempt, Takeover};
use crate::study::room::Room;
use crate::study::{Results, Study, Trouble};
use crate::table::{read_hypotheses, sensitivity};
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::threads;
use crate::words::screen::lock as lock_words;
use crate::words::screen::quantity;
use crate::words::screen::run as words;
use crate::words::screen::sweep as sweep_words;
pub(super) use job::{Completion, Job, Lives};

/// What runs the sweep of a job whose folder is held.
type Sweeping = fn(&Job<'_>, &Sweep, &mut Terminal) -> Result<Exit, Stop>;

/// Runs what was asked with the model's own life.
pub(super) fn run(asked: &Run, typed: &[OsString], terminal: &mut Terminal, sweeping: Sweeping) -> Result<Exit, Stop> {
    let pasts = Pasts::default();
    run_with(asked, typed, terminal, sweeping, |scenario, dice, goes_on| live::live_from(&pasts, scenario, dice, goes_on))
}

fn run_with<L>(asked: &Run, typed: &[OsString], terminal: &mut Terminal, sweeping: Sweeping, live: L) -> Result<Exit, Stop>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    let mut reading = read(&asked.file, &asked.change, asked.faults.form(&asked.show), terminal)?;
    if let Some(point) = asked.point {
        let points = reading.scenario.sweep.as_ref().map_or(0, |sweep| sweep.points.len());
        reading.scenario =
            reading.at_point(point).ok_or_else(|| terminal.refuse(&sweep_words::no_point(point, points as u64, terminal.language)))?;
    }
    if (asked.screen || asked.live) && reading.scenario.sweep.is_some() {
        return Err(terminal.refuse(sweep_words::ONE_SCENARIO.get(terminal.language)));
    }
    let job = Job::of(asked, typed, reading, terminal.language);
    let _hold = held(&job, terminal)?;
    if let Some(sweep) = job.study.scenario().sweep.clone() {
        return sweeping(&job, &sweep, terminal);
    }
    match computed(&job, live, terminal)? {
        Origin::Now(completion) => {
            show(&job, &completion, terminal)?;
            Ok(end(completion.results.failed, &completion.results.judged))
        }
        Origin::Before(manifest) => already(&job, &job.path(), &manifest, terminal),
    }
}

/// Holds the folder of a job.
pub(super) fn held(job: &Job<'_>, terminal: &Terminal) -> Result<Hold, Stop> {
    hold::take(&job.path(), terminal).map_err(|fault| refuse(job, &job.path(), &fault, terminal))
}

/// Where the results of a job are from.
pub(super) enum Origin {
    /// They were computed just now.
    Now(Box<Completion>),
    /// They were there.
    Before(Box<Manifest>),
}

/// Makes sure that the folder of this job is complete.
pub(super) fn computed<L>(job: &Job<'_>, live: L, terminal: &Terminal) -> Result<Origin, Stop>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    let (study, path, language, show) = (&job.study, job.path(), terminal.language, &job.asked.show);
    let trouble = |fault: Trouble| trouble(&fault, terminal);
    if !show.is_silent() {
        terminal.note(&opening(job, terminal));
        if let Some(locked) = study.lock() {
            let say = if locked.same { lock_words::kept } else { lock_words::changed };
            terminal.note_wrapped(&say(&locked.at, language), 2);
        }
    }
    let attempt = match study.open(&path, job.manner()) {
        Ok(FolderState::Open(attempt)) => attempt,
        Ok(FolderState::Complete(manifest)) => return Ok(Origin::Before(manifest)),
        Err(fault) => return Err(refuse(job, &path, &fault, terminal)),
    };
    if !show.is_silent() {
        if let Some(grown) = &attempt.growth {
            grows(job, &path, grown, terminal);
        }
        for warning in Room::at(&path).warnings(&study.estimate(), job.asked.format(), &shown(&path), language) {
            terminal.note_wrapped(&warning, 2);
        }
    }
    let stop = stop::on_signals();
    let outcome = watched(words::LIVES, show, terminal, |progress| study.live(attempt.store(), live, &stop, progress));
    let outcome = outcome.map_err(|fault| trouble(fault.into()))?;
    for part in attempt.store().set_aside() {
        terminal.note_wrapped(&words::set_aside(&part, language), 2);
    }
    if outcome.interrupted {
        let replicates = attempt.partial(study, outcome.even).map_err(trouble)?;
        if replicates > 0 {
            terminal.note_wrapped(&words::partial(replicates, &shown(&path), language), 0);
        }
        return Err(interrupted(job, &path, outcome.done * 100 / study.lives().max(1), terminal));
    }
    written(job, &attempt, [outcome.before, outcome.done - outcome.before], &stop, terminal).map(|done| Origin::Now(Box::new(done)))
}

/// Writes what all lives came to, of which so many were there before and so many were lived now.
pub(super) fn written(
    job: &Job<'_>,
    attempt: &Attempt,
    [before, now]: [u64; 2],
    stop: &AtomicBool,
    terminal: &Terminal,
) -> Result<Completion, Stop> {
    let (study, path, language, show) = (&job.study, job.path(), terminal.language, &job.asked.show);
    let screened = screened(job, stop, terminal)?;
    if !show.is_silent() {
        terminal.note(words::WRITING.get(language));
    }
    let dress = job.asked.live.then_some(with_levers as fn(String, &Study, &Results) -> String);
    match attempt.finish(study, screened, &Presentation { study, command: &job.command(), language: job.language, dress }, stop) {
        Ok((results, files)) => {
            let unreadable = attempt.growth.map_or(0, |grown| grown.unreadable);
            let origin = Lives { before, now, unreadable };
            if !show.is_silent() && origin.before > 0 {
                terminal.note_wrapped(&words::lived(origin.before, origin.now, language), 2);
            }
            Ok(Completion { results, folder: shown(&path), files, origin })
        }
        Err(Trouble::Stopped) => Err(interrupted(job, &path, 100, terminal)),
        Err(fault) => Err(trouble(&fault, terminal)),
    }
}

/// A finished folder is about to be grown: what is there, what is missing, and what cannot be trusted.
fn grows(job: &Job<'_>, path: &Path, growth: &Takeover, terminal: &Terminal) {
    terminal.note_wrapped(&words::grows(&shown(path), growth.taken, job.study.lives() - growth.taken, terminal.language), 2);
    if growth.unreadable > 0 {
        terminal.note_wrapped(&words::unreadable(growth.unreadable, terminal.language), 2);
    }
}

/// Stopped on the way, at so many per cent of the lives.
pub(super) fn interrupted(job: &Job<'_>, path: &Path, percent: u64, terminal: &Terminal) -> Stop {
    terminal.note_wrapped(&words::interrupted(percent, &shown(path), terminal.language), 0);
    let typed = || again(job, Some("--resume"), &["--force", "--resume"]);
    terminal.note(&format!("{} {}", words::CONTINUE.get(terminal.language), job.goes_on.clone().unwrap_or_else(typed)));
    Stop::Told(Exit::Interrupted)
}

/// Bytes of a page that is looked into, at most.
const LARGEST_PAGE: u64 = 64 << 20;

/// Looks on what the first arm hangs, where that is asked. A run in worlds knows it from its own lives.
fn screened(job: &Job<'_>, stop: &AtomicBool, terminal: &Terminal) -> Result<Option<Doubt>, Stop> {
    if !(job.asked.screen || job.asked.live) || job.study.scenario().run.worlds > 1 {
        return Ok(None);
    }
    let (first, threads, effort) = (doubt::first_arm(job.study.scenario()), job.asked.threads.count(), doubt::SCREENING);
    if !job.asked.show.is_silent() {
        let lives = effort.lives(&first);
        let seconds = seconds_of(&first, lives) / threads::count(threads) as f64;
        terminal.note(&words::screening(effort.worlds, lives, seconds, terminal.language));
    }
    let found = watched(words::LIVES, &job.asked.show, terminal, |progress| doubt::doubt(&first, effort, threads, stop, progress));
    found.map(Some).ok_or_else(|| interrupted(job, &job.path(), 100, terminal))
}

/// The first line: what is about to be lived.
fn opening(job: &Job<'_>, terminal: &Terminal) -> String {
    let (scenario, plans, language) = (job.study.scenario(), job.study.plans(), terminal.language);
    let twins = plans.iter().filter(|plan| plan.is_twin).count();
    let parts = [
        job.study.name().to_owned(),
        words::organisation(people(scenario), scenario.organisation.teams, scenario.run.length, language),
        quantity::arms((plans.len() - twins) as u64, twins as u64, &scenario.run, language),
        words::seed(scenario.run.seed, language),
    ];
    fitted(&parts, terminal.width)
}

/// What was run, how long it took, its fingerprint.
pub(super) fn headline(job: &Job<'_>, language: Language) -> [String; 3] {
    let seconds = job.started.elapsed().as_secs_f64();
    [job.study.name().to_owned(), words::finished(seconds, language), words::design(&job.study.design()[..8], language)]
}

/// The same design was run before: say so at once.
pub(super) fn already(job: &Job<'_>, path: &Path, manifest: &Manifest, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (folder, language, asked) = (shown(path), terminal.language, job.asked);
    let anew = format!("{} {}", words::ANEW.get(language), again(job, Some("--force"), &["--force"]));
    let other_form = manifest.format != asked.format() || manifest.csv != asked.csv.dialect();
    if asked.live && !disk::read(&path.join(PAGE), LARGEST_PAGE).is_ok_and(|page| what_if::is_in(&page)) {
        terminal.note(&(terminal.error(&words::not_live(&folder, language)) + &anew));
        return Ok(Exit::Input);
    }
    let unscreened = asked.screen && manifest.worlds == 1 && !manifest.files.iter().any(|row| row.file == sensitivity::FILE);
    if other_form || unscreened {
        let said = if other_form { words::other_format(&folder, language) } else { words::not_screened(&folder, language) };
        terminal.note(&(terminal.error(&said) + &anew));
        return Ok(Exit::Input);
    }
    let judged = read_hypotheses(path, job.study.scenario());
    if asked.show.json {
        let hypotheses: Vec<_> = judged.iter().map(page::judgement).collect();
        terminal.json(&json!({
            "folder": folder, "design": manifest.design_hash, "seed": manifest.seed, "already_computed": true, "hypotheses": hypotheses,
        }))?;
    } else if asked.show.quiet {
        terminal.say(&folder)?;
    } else {
        let age = path.join(MANIFEST).metadata().and_then(|file| file.modified()).ok().and_then(|time| time.elapsed().ok());
        terminal.say_wrapped(&words::already(&folder, age.map(|age| age.as_secs_f64()), language), 0)?;
        page::say_verdicts(&judged, terminal)?;
        terminal.say(&anew)?;
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
pub(super) fn refuse(job: &Job<'_>, path: &Path, fault: &FolderError, terminal: &Terminal) -> Stop {
    let language = terminal.language;
    let mut page = terminal.error(&fault.say(language));
    if fault.yields_to_force() {
        let other = format!("-o {}", quoted(&format!("{}-{}", shown(path), &job.study.design()[..8])));
        page += &format!("{} {}\n", words::BESIDE.get(language), again(job, Some(&other), &["-o", "--output", "--force"]));
        // no error advises to throw away what belongs to another study or to somebody else
        if matches!(fault, FolderError::Altered { .. }) || is_of_this_study(job, path) {
            page += &format!("{} {}\n", words::ANEW.get(language), again(job, Some("--force"), &["--force"]));
        }
    }
    terminal.note(&page);
    Stop::Told(Exit::Input)
}

/// Whether the finished folder is of this very study: of a scenario of this name and title. Any study may be called `scenario.toml`.
fn is_of_this_study(job: &Job<'_>, path: &Path) -> bool {
    let Ok(Some(there)) = Folder::anywhere(path).manifest() else { return false };
    let own = job.study.reading().inputs.first().map(|input| input.name.as_str());
    let named = there.inputs.first().map(|input| input.name.as_str()) == own && own != Some(SCENARIO);
    named && there.title == job.study.scenario().title
}

pub(super) fn trouble(fault: &Trouble, terminal: &Terminal) -> Stop {
    terminal.refuse(&fault.say(terminal.language))
}

pub(super) fn show(job: &Job<'_>, completion: &Completion, terminal: &mut Terminal) -> Result<(), Stop> {
    let (results, language) = (&completion.results, terminal.language);
    if job.asked.show.json {
        return terminal.json(&page::object(job, completion, language));
    }
    if job.asked.show.quiet {
        return terminal.say(&completion.folder);
    }
    terminal.heading_of(&headline(job, language))?;
    terminal.say(&page::Page { job, completion, results, language, width: terminal.width, ascii: terminal.ascii }.body())?;
    if results.failed > 0 {
        terminal.note(&terminal.error(&words::failed(results.failed, results.lives, &completion.folder, language)));
    }
    Ok(())
}

/// The command that was typed, without some of its options and with another.
pub(super) fn again(job: &Job<'_>, with: Option<&str>, without: &[&str]) -> String {
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
        let asked = asked.run;
        let live = |scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool| {
            assert_ne!(replicate, 1, "bad luck");
            live::live_from(&Pasts::default(), scenario, replicate, goes_on)
        };
        let exit = run_with(&asked, &typed, &mut Terminal::new(Language::English, true), |_, _, _| Ok(Exit::Done), live).unwrap();
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
            let asked = asked.run;
            let lived = std::sync::Mutex::new(Vec::new());
            let live = |scenario: &Scenario, replicate: u32, goes_on: &mut dyn FnMut() -> bool| {
                lived.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(replicate);
                assert!(!matches!(replicate, 1 | 6), "bad luck");
                live::live_from(&Pasts::default(), scenario, replicate, goes_on)
            };
            assert_eq!(
                run_with(&asked, &typed, &mut Terminal::new(Language::English, true), |_, _, _| Ok(Exit::Done), live).unwrap(),
                Exit::SomeFailed
            );
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
