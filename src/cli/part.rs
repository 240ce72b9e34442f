//! # `onfoot run --part`
//!
//! Lives one part of a run in a folder that many processes share, and says whether it is there. The folder is not held: who is at work
//! there at the same time publishes other parts, or the same part with the same lives.

use std::env;
use std::ffi::OsString;
use std::path::Path;

use serde_json::json;

use super::arguments::Run;
use super::question::watched;
use super::reading::read;
use super::run::Job;
use super::terminal::{Stop, Terminal};
use super::{Exit, stop};
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::folder::manifest::{that_matter, without};
use crate::folder::{FolderError, FolderState, Problem, StoreError, Ticket};
use crate::scenario::Scenario;
use crate::scenario::near::nearest;
use crate::study::Study;
use crate::study::parts::{ARRAY, NoNumber, Part, from_array};
use crate::text::{shell_word as quoted, shown_path as shown};
use crate::words::screen::parts as words;
use crate::words::screen::run as run_words;

pub(super) fn part(typed_part: &str, asked: &Run, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let wish = Wish::read(typed_part).ok_or_else(|| wrong(typed_part, terminal))?;
    let reading = read(&asked.file, &asked.change, asked.faults.form(&asked.show), terminal)?;
    let job = Job::of(asked, typed, reading, language);
    let (study, path) = (&job.study, job.path());
    let part = wish.part(study, terminal)?;
    let ticket = study.ticket(&job.manner(), words_of_run(typed, "run", &[], &[]), part.of());
    let (first, after) = part.range(study.replicates_in_all());
    let lives = study.lives_in(part);
    let told = |state: &str, lived: u64, failed: u64| {
        json!({
            "part": part.number(), "of": part.of(), "first_replicate": first, "last_replicate": after - 1, "lives": lives, "lived": lived,
            "failed": failed, "state": state, "folder": shown(&path), "design": study.design(),
        })
    };
    let shared = match study.share(&path, &ticket) {
        Ok(FolderState::Open(shared)) => shared,
        Ok(FolderState::Complete(_)) => {
            return said(&job, &told("complete", 0, 0), &words::complete(&shown(&path), language), terminal);
        }
        Err(fault) => return Err(refused(&job, &ticket, part, &fault, terminal)),
    };
    if !asked.show.is_silent() {
        terminal.note_wrapped(&words::opening(part.number(), part.of(), [first, after - 1], lives, language), 0);
    }
    let stop = stop::on_signals();
    let pasts = Pasts::default();
    let live = |scenario: &Scenario, dice, goes_on: &mut dyn FnMut() -> bool| live_from(&pasts, scenario, dice, goes_on);
    let outcome = watched(run_words::LIVES, &asked.show, terminal, |progress| study.live_part(part, shared.store(), live, &stop, progress));
    let outcome = outcome.map_err(|fault| not_kept(&fault, terminal))?;
    for aside in shared.store().set_aside() {
        terminal.note_wrapped(&run_words::set_aside(&aside, language), 2);
    }
    if outcome.interrupted {
        let line = line(&shared.ticket.command, part, &path);
        terminal.note_wrapped(&words::interrupted(part.number(), part.of(), outcome.done, lives, &shown(&path), language), 0);
        terminal.note(&format!("{} {line}", run_words::CONTINUE.get(language)));
        return Err(Stop::Told(Exit::Interrupted));
    }
    let late = shared.leave().map_err(|fault| terminal.refuse(&fault.say(language)))?;
    if outcome.failed > 0 {
        terminal.note_wrapped(&words::failed(outcome.failed, lives, language), 2);
    }
    let lived = outcome.done - outcome.before;
    let state = match lived {
        _ if late => "complete",
        0 => "there",
        _ => "published",
    };
    let sentence = match state {
        "complete" => words::complete(&shown(&path), language),
        "there" => words::there(part.number(), part.of(), &shown(&path), language),
        _ => words::published(part.number(), part.of(), lived, &shown(&path), language),
    };
    said(&job, &told(state, lived, outcome.failed), &sentence, terminal)
}

/// The folder cannot be used; another one may be.
fn refused(job: &Job<'_>, ticket: &Ticket, part: Part, fault: &FolderError, terminal: &Terminal) -> Stop {
    let mut page = terminal.error(&fault.say(terminal.language));
    if fault.yields_to_force() {
        let other = format!("{}-{}", shown(&job.path()), &job.study.design()[..8]);
        page += &format!("{} {}\n", run_words::BESIDE.get(terminal.language), line(&ticket.command, part, Path::new(&other)));
    }
    terminal.note(&page);
    Stop::Told(Exit::Input)
}

/// Says what became of a part, in the form that was asked for.
fn said(job: &Job<'_>, object: &serde_json::Value, sentence: &str, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let show = &job.asked.show;
    match () {
        () if show.json => terminal.json(object)?,
        () if show.quiet => terminal.say(&shown(&job.path()))?,
        () => terminal.say_wrapped(sentence, 0)?,
    }
    Ok(Exit::Done)
}

/// A part could not be kept: a disk that failed may do better the next time, anything else will not.
fn not_kept(fault: &StoreError, terminal: &Terminal) -> Stop {
    terminal.refuse(&fault.say(terminal.language));
    Stop::Told(if matches!(fault.problem, Problem::Disk(_)) { Exit::TryAgain } else { Exit::Input })
}

/// The part that is asked for: its number, or nothing where an array job says it, and of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wish {
    number: Option<u32>,
    of: u32,
}

/// How the number is asked of the environment.
const FROM_ARRAY: &str = "env";

impl Wish {
    /// `3/8` or `env/8`.
    fn read(typed: &str) -> Option<Self> {
        let (number, of) = typed.split_once('/')?;
        let of = of.parse().ok().filter(|of| *of > 0)?;
        let number = if number == FROM_ARRAY { None } else { Some(number.parse().ok()?) };
        Some(Self { number, of })
    }

    /// The part of this study.
    fn part(self, study: &Study, terminal: &Terminal) -> Result<Part, Stop> {
        let language = terminal.language;
        let refuse = |said: String| terminal.refuse(&said);
        let replicates = study.replicates_in_all();
        if self.of > replicates {
            return Err(refuse(words::too_many(self.of, replicates, language)));
        }
        let (number, from) = match self.number {
            Some(number) => (number, None),
            None => match from_array(|name| env::var(name).ok()) {
                Ok((number, name)) => (number, Some(name)),
                Err(NoNumber::Unset) => return Err(refuse(words::no_array(&ARRAY.map(|(name, _)| name), self.of, language))),
                Err(NoNumber::Strange(name, value)) => return Err(refuse(words::strange_array(&name, &value, language))),
                Err(NoNumber::Disagree([one, other])) => return Err(refuse(words::arrays_disagree(&one, &other, self.of, language))),
            },
        };
        Part::new(number, self.of).ok_or_else(|| refuse(words::no_such_part(number, self.of, from, language)))
    }
}

/// What was typed is no part; what was probably meant.
fn wrong(typed: &str, terminal: &Terminal) -> Stop {
    let pieces: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty() && *piece != "of").collect();
    let meant = match pieces[..] {
        [number, of] if number.parse::<u32>().is_ok() => Some(format!("{number}/{of}")),
        [word, of] => nearest(word, [FROM_ARRAY]).map(|word| format!("{word}/{of}")),
        _ => None,
    };
    let meant: Vec<String> = meant.filter(|meant| Wish::read(meant).is_some()).map(|meant| format!("--part {meant}")).into_iter().collect();
    terminal.note(&terminal.error_with(&words::no_part(typed, terminal.language), &meant));
    Stop::Told(Exit::Input)
}

/// The words of the run that a command is about, from those that were typed: without these options of its own, some of which are
/// followed by a value, and with `run` in place of its name.
pub(super) fn words_of_run(typed: &[OsString], command: &str, flags: &[&str], with_value: &[&str]) -> Vec<String> {
    let typed: Vec<String> = typed.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let mut words: Vec<String> = without(&that_matter(&typed), flags, with_value).into_iter().map(str::to_owned).collect();
    if let Some(word) = words.iter_mut().find(|word| *word == command) {
        "run".clone_into(word);
    }
    words
}

/// The command line that lives a part.
pub(super) fn line(words: &[String], part: Part, folder: &Path) -> String {
    line_of(words, &format!("{}/{}", part.number(), part.of()), folder)
}

/// The same for a part as it is written.
pub(super) fn line_of(words: &[String], part: &str, folder: &Path) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("onfoot {} --part {part} -o {}", words.join(" "), quoted(&shown(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_number_or_what_the_environment_says_of_how_many() {
        let read = |typed| Wish::read(typed).map(|wish| (wish.number, wish.of));
        assert_eq!(read("3/8"), Some((Some(3), 8)));
        assert_eq!(read("env/8"), Some((None, 8)));
        for wrong in ["3", "3-8", "/8", "3/", "3/0", "evn/8", "-1/8", "3/8/9", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_words_of_a_run_are_those_that_decide_what_comes_out() {
        let of = |typed: &str, command, flags: &[&str], values: &[&str]| {
            words_of_run(&typed.split(' ').map(OsString::from).collect::<Vec<_>>(), command, flags, values).join(" ")
        };
        assert_eq!(of("onfoot run a.toml --part 3/8 -o x --seed 3 -q --threads 2", "run", &[], &[]), "run a.toml --seed 3");
        assert_eq!(of("onfoot --lang nl parts a.toml --of 8 --json", "parts", &[], &["--of"]), "--lang nl run a.toml");
    }
}
