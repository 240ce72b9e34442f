//! # The manifest
//!
//! What a run was, so that it can be repeated and trusted: versions, inputs, seed, counts, files, and what every column means.
//! It holds no time and no path of this machine: the same inputs give the same bytes.

use std::ffi::OsString;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::draft::{Written, hex};
use super::format::{Dialect, Format};
use super::lock::LockState;
use super::part::FORMAT;
use crate::ensemble::ArmPlan;
use crate::ensemble::world::WorldSet;
use crate::random::GENERATOR;
use crate::scenario::measure::{Course, MEASURES, Measure, Per};
use crate::scenario::read::Reading;
use crate::scenario::resolved::resolved;
use crate::scenario::{Run, Scenario};
use crate::text::{Language, shell_word as quoted, text};

/// The program's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The model's version: raised whenever a law, a default or the order of the day changes what comes out.
pub const MODEL: u32 = 2;

/// What a run was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program's version.
    pub version: String,
    /// The model's version.
    pub model: u32,
    /// The command that gives these results, see [`command`].
    pub command: String,
    /// The headline of the scenario.
    pub title: String,
    /// The files that were read.
    pub inputs: Vec<Source>,
    /// See [`design_hash`].
    pub design_hash: String,
    /// The lock of the design that stood beside the scenario, if there was one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lock: Option<LockState>,
    /// The seed.
    pub seed: u64,
    /// How luck is made.
    pub generator: String,
    /// The arms in the order of the tables, twins included.
    pub arms: Vec<String>,
    /// Points, of a sweep.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub points: Option<u64>,
    /// Lives per arm, or point, and world.
    pub replicates: u32,
    /// Worlds.
    pub worlds: u32,
    /// What became of them.
    pub lives: Counts,
    /// The form of the large tables.
    pub format: Format,
    /// How CSV is written.
    #[serde(default)]
    pub csv: Dialect,
    /// The language of the figures.
    pub language: Language,
    /// The files of the folder, this one apart.
    pub files: Vec<Written>,
    /// Table by table, what each column means.
    pub columns: Value,
    /// Every measure: unit, referents, course and meaning.
    pub measures: Value,
    /// What the numbers can and cannot say.
    pub limits: Value,
}

impl Manifest {
    /// What design, scenario and plans say; command, inputs, lives, format, language, columns and files are still to be filled in.
    pub fn of(design: &str, csv: Dialect, scenario: &Scenario, plans: &[ArmPlan]) -> Self {
        Self {
            version: VERSION.to_owned(),
            model: MODEL,
            command: String::new(),
            title: scenario.title.clone(),
            inputs: Vec::new(),
            design_hash: design.to_owned(),
            lock: None,
            seed: scenario.run.seed,
            generator: GENERATOR.to_owned(),
            arms: plans.iter().map(|plan| plan.name.clone()).collect(),
            points: None,
            replicates: scenario.run.replicates,
            worlds: scenario.run.worlds,
            lives: Counts::default(),
            format: Format::default(),
            csv,
            language: Language::default(),
            files: Vec::new(),
            columns: Value::Null,
            measures: measures(),
            limits: limits(),
        }
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name, without the folders above it.
    pub name: String,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

impl Source {
    /// A file's name and the digest of what was in it.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        Self { name: last_name(name).to_owned(), sha256: sha256(bytes) }
    }
}

/// How many lives ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Lived to the end.
    pub done: u64,
    /// Failed; `runs.csv` says why.
    pub failed: u64,
    /// Not lived.
    pub skipped: u64,
}

/// The fingerprint of a design: the scenario with every parameter in force, and the versions of model and program.
///
/// Two runs with the same fingerprint have the same results.
pub fn design_hash(scenario: &Scenario) -> String {
    sha256(format!("onfoot {VERSION}\nmodel {MODEL}\n{}{}", worlds(scenario), resolved(scenario)).as_bytes())
}

/// Which worlds came with the program, where a scenario lives in any.
fn worlds(scenario: &Scenario) -> String {
    if scenario.run.worlds > 1 { format!("worlds {}\n", WorldSet::fingerprint()) } else { String::new() }
}

/// The fingerprint of an arm's lives: everything that decides what they are and how they are kept, and nothing else.
///
/// Number of replicates, other arms, hypotheses, names and titles are not in it: lives with the same fingerprint and number are
/// the same. The twin needs no mention: it follows from the scenario.
pub fn life_hash(plan: &ArmPlan) -> String {
    let scenario = plan.scenario.clone();
    let run = Run { replicates: 1, ..scenario.run };
    let own =
        Scenario { title: String::new(), question: String::new(), arms: Vec::new(), hypotheses: Vec::new(), sweep: None, run, ..scenario };
    sha256(format!("onfoot {VERSION}\nmodel {MODEL}\n{GENERATOR}\nlives {FORMAT}\n{}{}", worlds(&own), resolved(&own)).as_bytes())
}

/// The command that gives these results, from the words after the program's name.
///
/// Options that say where, how fast or how loudly are left out, and of absolute paths only the last name stays: the same
/// command on another machine, with other threads, leaves the same bytes.
pub fn command<S: AsRef<str>>(words: &[S]) -> String {
    let words = that_matter(words).into_iter().map(|word| quoted(&without_folders(word)));
    std::iter::once("onfoot".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

/// The words of a command that decide what comes out, as they were typed.
pub fn that_matter<S: AsRef<str>>(words: &[S]) -> Vec<&str> {
    without(words, &["--force", "--resume", "--json", "--quiet", "-q"], &["-o", "--output", "--threads", "--error-format", "--part"])
}

/// The words without these options, some of which are followed by a value.
pub fn without<'w, S: AsRef<str>>(words: &'w [S], flags: &[&str], with_value: &[&str]) -> Vec<&'w str> {
    let mut left = Vec::new();
    let mut words = words.iter().map(AsRef::as_ref);
    while let Some(word) = words.next() {
        let option = word.split('=').next().unwrap_or(word);
        let attached = |short: &&&str| !short.starts_with("--") && !word.starts_with("--") && word.starts_with(**short);
        if flags.contains(&word) {
        } else if with_value.contains(&word) {
            words.next();
        } else if !(with_value.contains(&option) || with_value.iter().any(|short| attached(&short))) {
            left.push(word);
        }
    }
    left
}

/// The same from the whole line as the system gives it, the program's name first.
pub fn command_of(typed: &[OsString]) -> String {
    command(&typed.iter().skip(1).map(|word| word.to_string_lossy()).collect::<Vec<_>>())
}

/// The files that were read.
pub fn sources(reading: &Reading) -> Vec<Source> {
    reading.inputs.iter().map(|input| Source::new(&input.name, &input.bytes)).collect()
}

/// The last name of an absolute path, also after `KEY=`; anything else as it is.
fn without_folders(word: &str) -> String {
    let (key, value) = word.split_once('=').map_or(("", word), |(key, _)| (&word[..=key.len()], &word[key.len() + 1..]));
    let leaves = Path::new(value).is_absolute() || value.starts_with('~') || value.split(['/', '\\']).any(|part| part == "..");
    format!("{key}{}", if leaves { last_name(value) } else { value })
}

fn last_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path)
}

/// What the measures mean, as JSON.
pub fn measures() -> Value {
    let row = |row: &Measure| {
        serde_json::json!({
            "measure": row.key,
            "unit": row.unit,
            "referents": row.per == Per::Referent,
            "course": match row.course { Course::Level => "level", Course::Cumulative => "cumulative" },
            "teams": row.team,
            "label": { "en": row.label.en, "nl": row.label.nl },
            "meaning": { "en": row.meaning.en, "nl": row.meaning.nl },
        })
    };
    Value::Array(MEASURES.iter().map(row).collect())
}

/// What the numbers can and cannot say, as JSON.
pub fn limits() -> Value {
    let limits = text(
        "A model, not a measurement: it shows what would follow if its assumptions held. Compare arms with one another and with their twins \
         rather than reading levels as forecasts, and never apply it to a person. Which parameters are measured and which are assumed: `onfoot list parameters`.",
        "Een model, geen meting: het toont wat zou volgen als de aannames kloppen. Vergelijk varianten met elkaar en met hun tweeling in plaats van niveaus als \
         voorspelling te lezen, en pas het nooit toe op één persoon. Welke parameters gemeten zijn en welke aangenomen: `onfoot list parameters`.",
    );
    serde_json::json!({ "en": limits.en, "nl": limits.nl })
}

/// JSON for people: indented, with a last line end.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a struct with text keys is always JSON");
    bytes.push(b'\n');
    bytes
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_design_changes_its_fingerprint_with_any_letter_and_keeps_it_otherwise() {
        let (one, mut other) = (Scenario::default(), Scenario::default());
        assert_eq!(design_hash(&one), design_hash(&other));
        other.run.seed += 1;
        assert_ne!(design_hash(&one), design_hash(&other));
        assert_eq!(design_hash(&one).len(), 64);
    }

    #[test]
    fn worlds_belong_to_a_design_that_lives_in_them() {
        let mut scenario = Scenario::default();
        assert_eq!(worlds(&scenario), "");
        scenario.run.worlds = 2;
        assert_eq!(worlds(&scenario), format!("worlds {}\n", WorldSet::fingerprint()));
        assert_eq!(WorldSet::fingerprint().len(), 16);
    }

    #[test]
    fn the_digest_is_the_known_one() {
        // FIPS 180-2, appendix B.1
        assert_eq!(Source::new("a", b"abc").sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_command_keeps_what_matters_and_no_path_of_this_machine() {
        let said = |words: &str| command(&words.split('|').collect::<Vec<_>>());
        assert_eq!(said("run|scenarios/horseback.toml|--seed|7"), "onfoot run scenarios/horseback.toml --seed 7");
        assert_eq!(said("run|/home/ann/horse.toml|-o|/tmp/x|--threads|8|--force|--quiet"), "onfoot run horse.toml");
        assert_eq!(said("run|a.toml|-o/tmp/x|--output=/tmp/x|--threads=2|-q"), "onfoot run a.toml");
        assert_eq!(said("run|a.toml|--part|3/8|--part=env/8"), "onfoot run a.toml");
        assert_eq!(said("run|../ann/a.toml|--set|title='It''s'"), r"onfoot run a.toml --set 'title='\''It'\'''\''s'\'''");
        assert_eq!(said("run|a b.toml|--set|run.base=/home/ann/c.toml"), "onfoot run 'a b.toml' --set run.base=c.toml");
    }

    #[test]
    fn an_input_is_known_by_its_name_alone() {
        assert_eq!(Source::new("/home/ann/horse.toml", b"").name, "horse.toml");
        assert_eq!(Source::new(r"C:\Users\Ann\horse.toml", b"").name, "horse.toml");
    }
}
