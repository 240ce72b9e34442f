//! # Sweeps
//!
//! A sweep lays points over the ranges of some factors: keys of the scenario, and its arms. Each point is a scenario of its own, the
//! same as the file with `--set` for each factor; all are lived with the same dice, so that points differ by their factors alone.
//!
//! | design | points |
//! |---|---|
//! | `factorial` | every combination of levels |
//! | `list` | the first levels together, then the second, and so on |
//! | `lhs` | a Latin hypercube: each of `points` slices of a range holds one (McKay, Beckman & Conover 1979) |
//! | `sobol` | for the indices of Sobol': two samples of `points` rows A and B, and for each factor A with the column of B (Saltelli et al. 2010) |
//! | `morris` | `points` paths on which one factor after another takes a step (Morris 1991) |

pub mod lay;
mod read;

use super::kind::Kind;
use super::limit::MOST_POINTS;
use super::row::Fallback::{Depends, Required};
use super::row::keys;
use super::slot::{Slot, by_name};
use super::time;
use super::tree::{Node, Value};
use super::word::{choice, words};
use super::{Scenario, row};

pub(super) use read::{contrasts, sweep};

/// The table.
pub const TABLE: &str = "sweep";
/// The factor whose levels are the scenario's arms.
pub const ARMS: &str = "arms";

choice! {
    /// How the points of a sweep lie.
    Design {
        Factorial "factorial" "Every combination of the levels.";
        List "list" "The first levels together, then the second, and so on.";
        Lhs "lhs" "A Latin hypercube.";
        Sobol "sobol" "Two samples and their mixtures, for the indices of Sobol'.";
        Morris "morris" "Paths on which one factor after another takes a step, for screening.";
    }
}

keys! {
    /// What `[sweep]` takes beside its factors.
    const SWEEP_KEYS in "sweep" {
        design "ontwerp" => Required, Kind::Choice(words::<Design>), "-", "How the points lie: every combination of levels, levels row by row, a Latin hypercube, samples for the indices of Sobol', or paths for the screening of Morris.", "Hoe de punten liggen: elke combinatie van niveaus, niveaus rij per rij, een Latijnse hyperkubus, steekproeven voor de indices van Sobol', of paden voor de screening van Morris.";
        points "punten" => Depends, Kind::Whole(2, MOST_POINTS), "points", "For lhs the number of points; for sobol the rows of a sample (a power of two covers evenly), each of which makes as many points as there are factors and two more; for morris the number of paths.", "Bij lhs het aantal punten; bij sobol de rijen van een steekproef (een macht van twee dekt gelijkmatig), die elk zoveel punten geven als er factoren zijn en twee meer; bij morris het aantal paden.";
    }
}

/// The rows of the keys.
pub(super) const KEYS: &[row::Key] = SWEEP_KEYS;

/// A sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// How its points lie.
    pub design: Design,
    /// `points`, where the design takes it.
    pub asked: Option<u32>,
    /// The factors, in the order of the file.
    pub factors: Vec<Factor>,
    /// The points, each a valid scenario.
    pub points: Vec<Point>,
}

/// What is varied.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// A key of the scenario, as in `--set`; or `arms`.
    pub path: String,
    /// Its unit in words, `"-"` for none.
    pub unit: &'static str,
    /// What it may be.
    pub values: Values,
}

/// What a factor may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// One of these.
    Levels(Vec<Level>),
    /// Anything between the two.
    Range {
        /// The lower end.
        from: Level,
        /// The upper end.
        to: Level,
        /// Whether equal steps are equal ratios.
        log: bool,
        /// How many evenly spaced levels of it are taken, where the design asks for levels.
        levels: Option<u32>,
    },
}

/// A value of a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// As TOML.
    pub written: String,
    /// As a number: of the key, or working days for a time; `None` for a word or a switch.
    pub number: Option<f64>,
}

/// A point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The value of each factor, in their order.
    pub levels: Vec<Level>,
    /// The scenario there, without arms.
    pub scenario: Box<Scenario>,
}

impl Sweep {
    /// The place of a factor among the factors.
    pub fn factor(&self, path: &str) -> Option<usize> {
        self.factors.iter().position(|factor| factor.path == path)
    }

    /// The different values of a factor over all points: numbers ascending, words in the order of the file.
    pub fn levels(&self, factor: usize) -> Vec<Level> {
        let mut levels: Vec<Level> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for point in &self.points {
            if known.insert(&point.levels[factor].written) {
                levels.push(point.levels[factor].clone());
            }
        }
        if levels.iter().all(|level| level.number.is_some()) {
            levels.sort_by(|one, other| one.number.unwrap_or(0.0).total_cmp(&other.number.unwrap_or(0.0)));
        } else if let Values::Levels(given) = &self.factors[factor].values {
            levels.sort_by_key(|level| given.iter().position(|own| own == level));
        }
        levels
    }

    /// The table as TOML.
    pub(super) fn written(&self) -> String {
        let mut text = format!("\n[{TABLE}]\ndesign = {}\n", self.design.write());
        if let Some(points) = self.asked {
            text += &format!("points = {points}\n");
        }
        for factor in &self.factors {
            let values = match &factor.values {
                Values::Levels(levels) => {
                    format!("[{}]", levels.iter().map(|level| level.written.as_str()).collect::<Vec<_>>().join(", "))
                }
                Values::Range { from, to, log, levels } => by_name([
                    ("from", from.written.clone()),
                    ("to", to.written.clone()),
                    ("scale", if *log { "\"log\"".to_owned() } else { String::new() }),
                    ("levels", levels.map_or(String::new(), |levels| levels.to_string())),
                ]),
            };
            text += &format!("\"{}\" = {values}\n", factor.path);
        }
        text
    }
}

impl Factor {
    /// Whether its values are numbers.
    pub fn is_number(&self) -> bool {
        match &self.values {
            Values::Levels(levels) => levels.iter().all(|level| level.number.is_some()),
            Values::Range { .. } => true,
        }
    }

    /// Whether equal steps of it are equal ratios.
    pub fn is_log(&self) -> bool {
        matches!(self.values, Values::Range { log: true, .. })
    }
}

impl Level {
    /// What a node says, for a key of this kind.
    pub(super) fn of(node: &Node, kind: Option<Kind>) -> Option<Self> {
        let is_time = matches!(kind, Some(Kind::Duration(..) | Kind::Delay(_) | Kind::Day(..)));
        let number = match &node.value {
            Value::Whole(whole) => Some(*whole as f64),
            Value::Number(number) => Some(*number),
            Value::Text(text) if is_time => time::parse(text).ok().map(|days| days as f64),
            _ => None,
        };
        Some(Self { written: written(node)?, number })
    }

    /// A number of a key of this kind, in six digits.
    pub fn at(number: f64, kind: Option<Kind>) -> Self {
        let is_whole = is_whole(kind);
        let number = if is_whole { libm::round(number) } else { format!("{number:.5e}").parse().unwrap_or(number) };
        Self { written: if is_whole { format!("{number}") } else { number.write() }, number: Some(number) }
    }

    /// The same in words without quotes.
    pub fn plain(&self) -> &str {
        self.written.trim_matches('"')
    }

    /// Whether it is this level, however it is written.
    pub fn is(&self, other: &Level) -> bool {
        match (self.number, other.number) {
            (Some(one), Some(other)) => {
                let size = one.abs().max(other.abs());
                one.to_bits() == other.to_bits() || size.is_finite() && (one - other).abs() <= 1e-12 * size
            }
            _ => self.written == other.written,
        }
    }
}

/// Whether a key of this kind takes whole numbers only.
fn is_whole(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Whole(..) | Kind::WholeSpan(..) | Kind::Duration(..) | Kind::Delay(_) | Kind::Day(..)))
}

/// A value as TOML.
fn written(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::Text(text) => text.write(),
        Value::Whole(whole) => whole.to_string(),
        Value::Number(number) => number.write(),
        Value::Switch(on) => on.write(),
        Value::Date => return None,
        Value::List(list) => format!("[{}]", list.iter().map(written).collect::<Option<Vec<_>>>()?.join(", ")),
        Value::Table(table) => {
            let pairs: Option<Vec<_>> = table.entries.iter().map(|entry| Some((entry.key.as_str(), written(&entry.node)?))).collect();
            by_name(pairs?)
        }
    })
}
