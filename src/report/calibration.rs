//! # What `calibrate` writes
//!
//! ```text
//!   preset.toml          the fitted values and what is left open of them, for `based_on` in a scenario
//!   parameters.csv       each value: where it started, where it ended, how sure the findings make it
//!   fit.csv              each finding before and after
//!   trades.csv           pairs of values that are traded against each other
//!   evaluations-*.csv    everything that was evaluated, so that a search can go on; one file for each plan
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

use super::{codebook, figure};
use crate::calibration::distance::Figure;
use crate::calibration::free::Free;
use crate::calibration::{Fit, Memory, Plan};
use crate::folder::layout::FIGURES;
use crate::folder::manifest::VERSION;
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::disk;
use crate::table::Declaration;
use crate::text::Language;
use crate::validation::verdict::Judged;

use sha2::{Digest, Sha256};

/// The evaluations of one plan, in a file that grows.
#[derive(Debug)]
pub struct Evaluations {
    folder: Folder,
    name: String,
    language: Language,
    known: BTreeMap<Vec<u64>, Vec<Figure>>,
}

fn key(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

impl Evaluations {
    /// Those in `folder` that belong to this plan; the file is begun if it is not there. A last line that was cut short by
    /// an interruption is left out.
    pub fn open(folder: &Folder, plan: &Plan<'_>, language: Language) -> Result<Self, FolderError> {
        let name = format!("evaluations-{}.csv", &fingerprint(plan)[..12]);
        let path = folder.path().join(&name);
        let text = disk::text(&path).unwrap_or_default();
        if !text.is_empty() && !text.starts_with(&head(plan)) {
            return Err(FolderError::OtherContents { path: folder.path().to_path_buf(), found: name });
        }
        let whole = &text[..text.rfind('\n').map_or(0, |end| end + 1)];
        let (free, targets) = (plan.free.len(), plan.targets.len());
        let mut known = BTreeMap::new();
        for line in whole.lines().skip(1) {
            let numbers: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap_or(f64::NAN)).collect();
            if numbers.len() == 1 + free + 2 * targets {
                let figures = numbers[1 + free..].chunks(2).map(|pair| Figure { mean: pair[0], low: pair[1] }).collect();
                known.insert(key(&numbers[1..=free]), figures);
            }
        }
        let start = if whole.is_empty() { head(plan) } else { whole.to_owned() };
        folder.write(&name, start.as_bytes())?;
        Ok(Self { folder: folder.clone(), name, language, known })
    }

    /// The records of this file and of those of other plans, once they are complete.
    pub fn written(&self) -> Result<Vec<Written>, FolderError> {
        let is_table = |name: &str| std::path::Path::new(name).extension().is_some_and(|end| end == "csv");
        let is_ours = |name: &String| name.starts_with("evaluations-") && name.len() == self.name.len() && is_table(name);
        self.folder.files()?.iter().filter(|name| is_ours(name)).map(|name| self.folder.record(name)).collect()
    }

    /// Whether nothing was evaluated before.
    pub fn is_new(&self) -> bool {
        self.known.is_empty()
    }
}

/// What makes evaluations those of the same plan.
fn fingerprint(plan: &Plan<'_>) -> String {
    let targets = plan.targets.iter().map(|target| format!("{}{:?}", target.id, target.claim));
    let free = plan.free.iter().map(|free| format!("{}={}", free.parameter.path(), free.start));
    let words: Vec<String> =
        [VERSION.to_owned(), plan.replicates.to_string()].into_iter().chain(targets).chain(free).chain(plan.set.iter().cloned()).collect();
    crate::folder::hex(&Sha256::digest(words.join("\n")))
}

fn head(plan: &Plan<'_>) -> String {
    let free = plan.free.iter().map(|free| free.parameter.path());
    let targets = plan.targets.iter().flat_map(|target| [target.id.to_owned(), format!("{}_lo", target.id)]);
    std::iter::once("distance".to_owned()).chain(free).chain(targets).collect::<Vec<_>>().join(",") + "\n"
}

impl Memory for Evaluations {
    fn recall(&self, values: &[f64]) -> Option<Vec<Figure>> {
        self.known.get(&key(values)).cloned()
    }

    fn keep(&mut self, values: &[f64], figures: &[Figure], distance: f64) -> Result<(), String> {
        let numbers = std::iter::once(distance).chain(values.iter().copied()).chain(figures.iter().flat_map(|f| [f.mean, f.low]));
        let line = numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(",") + "\n";
        let path = self.folder.path().join(&self.name);
        let written = fs::OpenOptions::new().append(true).open(path).and_then(|mut file| file.write_all(line.as_bytes()));
        written.map_err(|error| self.folder.error(&self.name, &error).say(self.language))?;
        self.known.insert(key(values), figures.to_vec());
        Ok(())
    }
}

/// A value that was fitted.
struct Fitted<'a> {
    free: &'a Free,
    value: f64,
    /// Share of its room.
    sd: f64,
    known: f64,
    pinned: bool,
}

/// What `parameters.csv` is.
#[rustfmt::skip]
fn parameters_table<'a>() -> Declaration<Fitted<'a>> {
    Declaration::named("parameters")
        .column("parameter", "-", |row: &Fitted<'a>| row.free.parameter.path(), "The parameter, with its law.", "De parameter, met zijn wet.")
        .column("start", "of the parameter", |row| row.free.start, "Value at the start.", "Waarde bij de start.")
        .column("fitted", "of the parameter", |row| row.value, "Fitted value.", "Gefitte waarde.")
        .column("sd", "of the parameter", |row| row.sd * (row.free.parameter.row.high - row.free.parameter.row.low), "How far the findings leave it open: standard deviation.", "Hoe ver de bevindingen hem openlaten: standaardafwijking.")
        .column("low", "of the parameter", |row| row.free.parameter.row.low, "Lowest value allowed.", "Laagste toegelaten waarde.")
        .column("high", "of the parameter", |row| row.free.parameter.row.high, "Highest value allowed.", "Hoogste toegelaten waarde.")
        .column("known", "share", |row| row.known, "How much of its room the findings take away.", "Hoeveel van zijn ruimte de bevindingen wegnemen.")
        .column("pinned", "-", |row| row.pinned, "1 if the findings pin it down.", "1 als de bevindingen hem vastleggen.")
}

/// A finding before and after.
struct Finding<'a> {
    before: &'a Judged,
    after: &'a Judged,
}

/// What `fit.csv` is.
#[rustfmt::skip]
fn fit_table<'a>() -> Declaration<Finding<'a>> {
    Declaration::named("fit")
        .column("id", "-", |row: &Finding<'a>| row.before.target.id, "Number of the finding.", "Nummer van de bevinding.")
        .column("strength", "-", |row| row.before.target.strength.key(), "Strength of the evidence.", "Sterkte van het bewijs.")
        .column("start", "of the finding", |row| row.before.estimate.map(|own| own.mean), "Simulated at the start.", "Gesimuleerd bij de start.")
        .column("fitted", "of the finding", |row| row.after.estimate.map(|own| own.mean), "Simulated after the fit.", "Gesimuleerd na het fitten.")
        .column("verdict_start", "-", |row| row.before.verdict.key(), "What came of it at the start.", "Wat ervan kwam bij de start.")
        .column("verdict_fitted", "-", |row| row.after.verdict.key(), "What came of it after the fit.", "Wat ervan kwam na het fitten.")
}

/// Two parameters and their correlation.
type Trade = (String, String, f64);

/// What `trades.csv` is.
#[rustfmt::skip]
fn trades_table() -> Declaration<Trade> {
    Declaration::named("trades")
        .column("one", "-", |row: &Trade| row.0.clone(), "A parameter.", "Een parameter.")
        .column("other", "-", |row| row.1.clone(), "Another that can be traded against it.", "Een andere die ertegen te ruilen valt.")
        .column("correlation", "-", |row| row.2, "Correlation of the two in what the findings leave open.", "Correlatie van beide in wat de bevindingen openlaten.")
}

/// Writes the fit into `folder`; `command` is the line that made it.
pub fn write(folder: &Folder, plan: &Plan<'_>, fit: &Fit, command: &str) -> Result<Vec<Written>, FolderError> {
    let shape = &fit.shape;
    let value = |(p, (free, value)): (usize, (_, &f64))| Fitted {
        free,
        value: *value,
        sd: shape.sd(p),
        known: shape.known(p),
        pinned: shape.is_pinned(p),
    };
    let values: Vec<_> = plan.free.iter().zip(&fit.values).enumerate().map(value).collect();
    let findings: Vec<_> = fit.before.iter().zip(&fit.after).map(|(before, after)| Finding { before, after }).collect();
    let name = |p: usize| plan.free[p].parameter.path();
    let trades: Vec<Trade> = shape.trades().into_iter().map(|(one, other, r)| (name(one), name(other), r)).collect();
    let mut tables = codebook::SmallTables::of(folder);
    tables.add(parameters_table(), &values)?;
    tables.add(fit_table(), &findings)?;
    tables.add(trades_table(), &trades)?;
    let mut files = tables.finish(figure::tables_of(&[format!("{FIGURES}/validation.csv")]))?;
    files.push(folder.write("preset.toml", preset(plan, fit, command).as_bytes())?);
    Ok(files)
}

fn preset(plan: &Plan<'_>, fit: &Fit, command: &str) -> String {
    let mut text = format!(
        "# Values fitted by onfoot {VERSION}. Use them with  based_on = \"preset.toml\".\n# {command}\n# distance {:.2}, before {:.2}\n",
        fit.distance[1], fit.distance[0]
    );
    let mut groups: Vec<&str> = Vec::new();
    for free in plan.free {
        if !groups.contains(&free.parameter.group) {
            groups.push(free.parameter.group);
        }
    }
    for group in groups {
        text += &format!("\n[{group}]\n");
        for (free, value) in plan.free.iter().zip(&fit.values).filter(|(free, _)| free.parameter.group == group) {
            text += &format!("{} = {value:?}\n", free.parameter.row.key);
        }
    }
    text += "\n# What the findings leave open: values of the same place go together. Worlds draw from here.\n[posterior]\n";
    for (free, draws) in plan.free.iter().zip(fit.shape.draws(plan.free, &fit.values, plan.seed)) {
        let draws: Vec<String> = draws.iter().map(|value| format!("{value:?}")).collect();
        text += &format!("{} = [{}]\n", free.parameter.path(), draws.join(", "));
    }
    text
}
