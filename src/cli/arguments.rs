//! # What can be typed
//!
//! The commands and their options. Their help stands in [`crate::words::help`], in both languages.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::terminal::fault::Form;
use crate::report::figure::Picture;
use crate::scenario::{Referent, time};
use crate::table::{self, Dialect};
use crate::text::shell_word as quoted;

#[derive(Debug, Parser)]
#[command(name = "onfoot", version, disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[arg(long, global = true, value_name = "en|nl")]
    pub lang: Option<Tongue>,
    #[arg(long, global = true)]
    pub no_color: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Run(RunOrPart),
    Compare(Compare),
    Check(Check),
    Cite(Cite),
    Cluster(Cluster),
    Completions(Completions),
    Explain(Explain),
    Lesson(PageFile),
    List(List),
    Lock(Lock),
    Man(Man),
    Merge(Merge),
    New(New),
    Odd(Odd),
    Open(Open),
    Parts(Parts),
    Plot(Plot),
    Portfolio(Portfolio),
    Schema,
    Story(Story),
    Validate(Validate),
    Verify(Verify),
    Why(Why),
    Calibrate(Calibrate),
    Sensitivity(Sensitivity),
    Workbench(Workbench),
    Worlds(Worlds),
}

#[derive(Debug, Args)]
pub(super) struct Worlds {
    #[arg(long, value_name = "N", default_value = "300", value_parser = clap::value_parser!(u32).range(2..=100_000))]
    pub keep: u32,
    #[arg(long, value_name = "N", default_value = "4000", value_parser = clap::value_parser!(u32).range(2..=10_000_000))]
    pub candidates: u32,
    #[arg(long, value_name = "N", default_value = "1024", value_parser = clap::value_parser!(u32).range(8..=100_000))]
    pub design: u32,
    #[arg(long, value_name = "N", default_value = "4", value_parser = clap::value_parser!(u32).range(2..=64))]
    pub replicates: u32,
    #[arg(long, value_name = "N", default_value = "2026")]
    pub seed: u64,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Debug, Args)]
pub(super) struct Sensitivity {
    pub file: PathBuf,
    #[command(flatten)]
    pub csv: CsvOption,
    #[arg(long, value_name = "N", default_value = "128", value_parser = clap::value_parser!(u32).range(8..=100_000))]
    pub worlds: u32,
    #[command(flatten)]
    pub change: OwnWorlds,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Debug, Args)]
pub(super) struct Portfolio {
    pub file: PathBuf,
    #[command(flatten)]
    pub csv: CsvOption,
    #[arg(long, value_name = "PERSON-DAYS", allow_negative_numbers = true, value_parser = days)]
    pub budget: Option<f64>,
    #[arg(long, value_name = "TIMES", value_delimiter = ',', allow_negative_numbers = true)]
    pub delays: Vec<String>,
    #[arg(long, value_name = "N", default_value = "256", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub evaluations: u32,
    #[command(flatten)]
    pub change: Change,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Debug, Args)]
pub(super) struct Calibrate {
    pub only: Vec<String>,
    #[arg(long, value_name = "PARAMETER", value_delimiter = ',')]
    pub free: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub evaluations: Option<u32>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=10_000))]
    pub replicates: Option<u32>,
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    #[arg(long)]
    pub quick: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub keys: Settings,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Debug, Args)]
pub(super) struct Validate {
    pub only: Vec<String>,
    #[command(flatten)]
    pub csv: CsvOption,
    #[arg(long)]
    pub quick: bool,
    #[arg(long)]
    pub ablation: bool,
    #[arg(long)]
    pub nulls: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub keys: Settings,
    #[command(flatten)]
    pub work: Work,
}

#[derive(Debug, Args)]
pub(super) struct Compare {
    #[command(flatten)]
    pub run: Run,
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days)]
    pub worth: Option<f64>,
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days)]
    pub floor: Option<f64>,
    #[arg(long, value_name = "DAYS", default_value = "30", allow_negative_numbers = true, value_parser = days)]
    pub near: f64,
}

/// A number of days, which may have decimals.
fn days(typed: &str) -> Result<f64, String> {
    let number: f64 = typed.parse().map_err(|_| String::new())?;
    if number.is_finite() && number >= 0.0 { Ok(number) } else { Err(String::new()) }
}

/// All of a run, or a part of it.
#[derive(Debug, Args)]
pub(super) struct RunOrPart {
    #[command(flatten)]
    pub run: Run,
    #[arg(long, value_name = "K/N", conflicts_with_all = ["force", "point"])]
    pub part: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Parts {
    pub file: PathBuf,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub of: Option<u32>,
    #[command(flatten)]
    pub change: Change,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub threads: Threads,
    #[command(flatten)]
    pub show: Show,
    #[command(flatten)]
    pub faults: Faults,
}

#[derive(Debug, Args)]
pub(super) struct Merge {
    pub dir: PathBuf,
    #[arg(long)]
    pub fill: bool,
    #[command(flatten)]
    pub threads: Threads,
    #[command(flatten)]
    pub show: Show,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Cluster {
    pub what: What,
    pub path: PathBuf,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub tasks: Option<u32>,
    #[arg(long, value_name = "TIME")]
    pub time: Option<String>,
    #[arg(long, value_name = "C", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub cpus: Option<u16>,
    #[arg(long, value_name = "M")]
    pub memory: Option<String>,
    #[arg(long, value_name = "P")]
    pub partition: Option<String>,
    #[arg(long, value_name = "A")]
    pub account: Option<String>,
    #[arg(long)]
    pub submit: bool,
    #[arg(long = "for", value_name = "ENGINE")]
    pub engine: Option<Engine>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub change: Change,
    #[arg(long, value_name = "csv|parquet", default_value = "parquet")]
    format: Format,
    #[command(flatten)]
    pub csv: CsvOption,
    #[arg(long)]
    pub screen: bool,
    #[arg(long)]
    pub live: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Run {
    pub file: PathBuf,
    #[command(flatten)]
    pub csv: CsvOption,
    #[command(flatten)]
    pub output: Output,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub resume: bool,
    #[arg(long)]
    pub screen: bool,
    #[arg(long)]
    pub live: bool,
    #[arg(long, value_name = "N")]
    pub point: Option<u32>,
    #[command(flatten)]
    pub change: Change,
    #[command(flatten)]
    pub threads: Threads,
    #[arg(long, value_name = "csv|parquet", default_value = "parquet")]
    format: Format,
    #[command(flatten)]
    pub show: Show,
    #[command(flatten)]
    pub faults: Faults,
}

impl Run {
    /// The form of the large tables.
    pub fn format(&self) -> table::Format {
        match (self.format, self.csv.dialect()) {
            (Format::Parquet, Dialect::Plain) => table::Format::Parquet,
            _ => table::Format::Csv,
        }
    }
}

impl Command {
    /// On how many threads it is to work, 0 for all cores; `None` for one that lives and draws nothing.
    pub fn threads(&self) -> Option<usize> {
        match self {
            Self::Run(asked) => Some(asked.run.threads.count()),
            Self::Merge(asked) => Some(asked.threads.count()),
            Self::Compare(asked) => Some(asked.run.threads.count()),
            Self::Portfolio(asked) => Some(asked.work.threads.count()),
            Self::Calibrate(asked) => Some(asked.work.threads.count()),
            Self::Validate(asked) => Some(asked.work.threads.count()),
            Self::Sensitivity(asked) => Some(asked.work.threads.count()),
            Self::Worlds(asked) => Some(asked.work.threads.count()),
            Self::Plot(_) | Self::Story(_) | Self::Verify(_) | Self::Why(_) => Some(0),
            _ => None,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(required = true)]
    pub file: Vec<PathBuf>,
    #[command(flatten)]
    pub change: Change,
    #[command(flatten)]
    pub show: Show,
    #[command(flatten)]
    pub faults: Faults,
}

/// The folder to write.
#[derive(Clone, Debug, Args)]
pub(super) struct Output {
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

impl Output {
    /// The folder that was asked for; else the usual one.
    pub fn or(&self, usual: impl Into<PathBuf>) -> PathBuf {
        self.output.clone().unwrap_or_else(|| usual.into())
    }
}

/// On how many threads.
#[derive(Clone, Debug, Args)]
pub(super) struct Threads {
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

impl Threads {
    /// So many; 0 for all cores.
    pub fn count(&self) -> usize {
        self.threads.map_or(0, usize::from)
    }
}

/// What is shown.
#[derive(Clone, Debug, Args)]
pub(super) struct Show {
    #[arg(long)]
    pub json: bool,
    #[arg(short, long, conflicts_with = "json")]
    pub quiet: bool,
}

impl Show {
    /// Whether nothing is said on the way.
    pub fn is_silent(&self) -> bool {
        self.quiet || self.json
    }
}

/// How a question of its own is worked on.
#[derive(Clone, Debug, Args)]
pub(super) struct Work {
    #[command(flatten)]
    pub threads: Threads,
    #[command(flatten)]
    pub show: Show,
}

/// How CSV is written.
#[derive(Clone, Debug, Args)]
pub(super) struct CsvOption {
    #[arg(long, value_name = "plain|excel-be", default_value = "plain")]
    csv: Csv,
}

impl CsvOption {
    /// The dialect.
    pub fn dialect(&self) -> Dialect {
        match self.csv {
            Csv::Plain => Dialect::Plain,
            Csv::ExcelBe => Dialect::ExcelBe,
        }
    }
}

/// How faults are told.
#[derive(Clone, Debug, Args)]
pub(super) struct Faults {
    #[arg(long, value_name = "FORM")]
    error_format: Option<ErrorFormat>,
}

impl Faults {
    /// The form that was asked for, or the usual one.
    pub fn form(&self, show: &Show) -> Form {
        match self.error_format {
            Some(ErrorFormat::Graphic) => Form::Graphic,
            Some(ErrorFormat::Short) => Form::Short,
            Some(ErrorFormat::Json) => Form::Json,
            Some(ErrorFormat::Narrated) => Form::Narrated,
            None => Form::usual(show.json),
        }
    }
}

/// Its luck.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Luck {
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(i64).range(0..))]
    seed: Option<i64>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub replicates: Option<u32>,
}

/// Keys that are set to other values.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Settings {
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
}

/// What is changed in the scenario for this once.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Change {
    #[command(flatten)]
    pub luck: Luck,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub worlds: Option<u32>,
    #[command(flatten)]
    pub keys: Settings,
}

impl Change {
    /// All as settings of keys; those that have an option of their own come last and win.
    pub fn settings(&self) -> Vec<String> {
        let own = [
            self.luck.seed.map(|seed| format!("run.seed={seed}")),
            self.luck.replicates.map(|replicates| format!("run.replicates={replicates}")),
            self.worlds.map(|worlds| format!("run.worlds={worlds}")),
        ];
        self.keys.set.iter().cloned().chain(own.into_iter().flatten()).collect()
    }
}

/// The same for what draws its own worlds.
#[derive(Clone, Debug, Args)]
pub(super) struct OwnWorlds {
    #[command(flatten)]
    luck: Luck,
    #[command(flatten)]
    keys: Settings,
}

impl OwnWorlds {
    /// What is changed.
    pub fn change(&self) -> Change {
        Change { luck: self.luck.clone(), worlds: None, keys: self.keys.clone() }
    }
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(required = true)]
    pub word: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Lock {
    pub file: PathBuf,
    #[command(flatten)]
    pub change: Change,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    pub dir: PathBuf,
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub lives: u32,
    #[arg(long)]
    pub json: bool,
}

/// One life of a folder.
#[derive(Debug, Args)]
pub(super) struct Life {
    #[arg(long, value_name = "NAME")]
    pub arm: Option<String>,
    #[arg(long, value_name = "N", default_value = "0", allow_negative_numbers = true)]
    pub replicate: u32,
    #[arg(long, value_name = "N", default_value = "0", allow_negative_numbers = true)]
    pub world: u32,
}

impl Life {
    /// Its options as they were typed, each after a space.
    pub fn typed(&self) -> String {
        let arm = self.arm.as_ref().map_or_else(String::new, |arm| format!(" --arm {}", quoted(arm)));
        let number = |option: &str, number: u32| if number > 0 { format!(" {option} {number}") } else { String::new() };
        arm + &number("--replicate", self.replicate) + &number("--world", self.world)
    }
}

#[derive(Debug, Args)]
pub(super) struct Why {
    pub dir: PathBuf,
    #[arg(long, value_name = "N", allow_negative_numbers = true, conflicts_with = "seat")]
    pub team: Option<u32>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seat: Option<u32>,
    #[arg(long, value_name = "TIME", allow_negative_numbers = true, value_parser = moment)]
    pub from: Option<u32>,
    #[arg(long, value_name = "TIME", allow_negative_numbers = true, value_parser = moment)]
    pub to: Option<u32>,
    #[arg(long, value_name = "colleague|leader|top")]
    pub referent: Option<Whom>,
    #[command(flatten)]
    pub life: Life,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub show: Show,
}

#[derive(Debug, Args)]
pub(super) struct Story {
    pub dir: PathBuf,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seat: u32,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub generation: Option<u32>,
    #[command(flatten)]
    pub life: Life,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub show: Show,
}

/// A moment, as scenarios say it: a day, or "1 year".
fn moment(typed: &str) -> Result<u32, String> {
    time::parse(typed).ok().and_then(|day| u32::try_from(day).ok()).ok_or_else(String::new)
}

#[derive(Debug, Args)]
pub(super) struct List {
    pub what: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Cite {
    pub file: Option<PathBuf>,
    #[arg(long, value_name = "apa|bibtex", default_value = "apa")]
    pub format: Style,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub(super) struct Open {
    pub dir: PathBuf,
}

/// Where a live page is written, and whether it is opened.
#[derive(Debug, Args)]
pub(super) struct PageFile {
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub no_open: bool,
}

#[derive(Debug, Args)]
pub(super) struct Workbench {
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub page: PageFile,
}

#[derive(Debug, Args)]
pub(super) struct Odd {
    pub file: Option<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Plot {
    pub dir: PathBuf,
    pub figure: String,
    #[arg(long, value_name = "MM", default_value = "85", allow_negative_numbers = true, value_parser = millimetres)]
    pub width: f64,
    #[arg(long, value_name = "svg|pdf|png")]
    pub format: Option<Shape>,
    #[arg(long)]
    pub headline: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short, long)]
    pub quiet: bool,
}

/// A width on which a figure with letters of 7 points can be read.
fn millimetres(typed: &str) -> Result<f64, String> {
    let number: f64 = typed.parse().map_err(|_| String::new())?;
    if (50.0..=500.0).contains(&number) { Ok(number) } else { Err(String::new()) }
}

#[derive(Debug, Args)]
pub(super) struct New {
    pub dir: PathBuf,
    #[arg(long, value_name = "NAME", default_value = "minimal", conflicts_with = "from")]
    pub template: Template,
    #[arg(long, value_name = "SCENARIO")]
    pub from: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Tongue {
    En,
    Nl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Whom {
    Colleague,
    Leader,
    Top,
}

impl Whom {
    pub fn referent(self) -> Referent {
        match self {
            Whom::Colleague => Referent::Colleague,
            Whom::Leader => Referent::Leader,
            Whom::Top => Referent::Top,
        }
    }
}

/// What is done about a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    Slurm,
    Status,
    Print,
}

/// Whoever starts the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Engine {
    Parallel,
    Snakemake,
    Kubernetes,
    AwsBatch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
    Parquet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Csv {
    Plain,
    ExcelBe,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    Svg,
    Pdf,
    Png,
}

impl Shape {
    /// How files of it end.
    pub fn ending(self) -> &'static str {
        match self {
            Shape::Svg => "svg",
            Shape::Pdf => "pdf",
            Shape::Png => "png",
        }
    }

    /// The picture.
    pub fn picture(self) -> Picture {
        match self {
            Shape::Svg => Picture::Svg,
            Shape::Pdf => Picture::Pdf,
            Shape::Png => Picture::Png,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Style {
    Apa,
    Bibtex,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ErrorFormat {
    Graphic,
    Short,
    Json,
    Narrated,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Template {
    Minimal,
    Hypothesis,
    Policies,
    Demo,
}

impl Template {
    pub fn key(self) -> &'static str {
        match self {
            Template::Minimal => "minimal",
            Template::Hypothesis => "hypothesis",
            Template::Policies => "policies",
            Template::Demo => "demo",
        }
    }
}

/// What was typed, or why it cannot be done.
pub(super) fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(arguments)
}

/// The commands as data, for help.
pub(super) fn grammar() -> clap::Command {
    let mut grammar = Arguments::command();
    grammar.build();
    grammar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_holds() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn seed_and_replicates_are_settings_like_the_others() {
        let typed = "onfoot run x.toml --seed 3 --set mechanisms.gossip=false --replicates 7 --worlds 4";
        let parsed = parse(&typed.split(' ').map(OsString::from).collect::<Vec<_>>()).unwrap();
        let Some(Command::Run(run)) = parsed.command else { panic!("not a run") };
        assert_eq!(run.run.change.settings(), ["mechanisms.gossip=false", "run.seed=3", "run.replicates=7", "run.worlds=4"]);
    }
}
