//! # What a fit leaves open
//!
//! `[posterior]`: for each fitted parameter values of it that agree with the findings. Draws of the same place in the lists go
//! together, so that values which are traded against one another stay traded. `calibrate` writes it; worlds take from it.

use super::fault::{Fault, Problem};
use super::near::nearest;
use super::source::Place;
use super::tree::{Node, Table};
use crate::theory::{LawParameter, Parameters};

/// The table.
pub const TABLE: &str = "posterior";

/// A fitted parameter and its draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// Its path, `group.key`.
    pub parameter: String,
    /// Values within its bounds, at least one.
    pub draws: Vec<f64>,
}

impl Posterior {
    /// Puts the draw of a world in the place of what is given, moved so that the mean of all draws is where that stands.
    pub fn draw(&self, world: u32, given: &Parameters, drawn: &mut Parameters) {
        let Some(parameter) = Parameters::find(&self.parameter).filter(|_| !self.draws.is_empty()) else { return };
        let value = given.value(&parameter) + self.at(world) - self.mean();
        drawn.set(parameter.group, parameter.row.key, value.clamp(parameter.row.low, parameter.row.high));
    }

    /// How far the draw of a world is off the mean, in half widths of an even spread with the same standard deviation.
    pub fn standing(&self, world: u32) -> f64 {
        let mean = self.mean();
        let half = (3.0 * self.draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum::<f64>() / self.draws.len() as f64).sqrt();
        if half > 0.0 { (self.at(world) - mean) / half } else { 0.0 }
    }

    /// The draw of a world.
    fn at(&self, world: u32) -> f64 {
        self.draws[world as usize % self.draws.len()]
    }

    fn mean(&self) -> f64 {
        self.draws.iter().sum::<f64>() / self.draws.len() as f64
    }
}

/// A line of the table: its path, where that stands, its value.
struct Line<'t> {
    path: String,
    place: &'t Place,
    node: &'t Node,
}

/// `group.key = [...]`, whether written so, as `"group.key"`, or under `[posterior.group]`.
fn lines(table: &Table) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for outer in &table.entries {
        match outer.node.table() {
            Some(keys) => lines.extend(keys.entries.iter().map(|inner| Line {
                path: format!("{}.{}", outer.key, inner.key),
                place: &inner.key_place,
                node: &inner.node,
            })),
            None => lines.push(Line { path: outer.key.clone(), place: &outer.key_place, node: &outer.node }),
        }
    }
    lines
}

/// What is wrong with the lists as such; the values in them are checked as those of the parameter, by `value`.
pub(super) fn check(table: &Table, faults: &mut Vec<Fault>, mut value: impl FnMut(&LawParameter, &Node)) {
    let mut first: Option<(usize, &Place)> = None;
    for line in lines(table) {
        let Some(parameter) = Parameters::find(&line.path) else {
            let known: Vec<String> = Parameters::listed().map(|known| known.path()).collect();
            let nearest = nearest(&line.path, known.iter().map(String::as_str)).map(str::to_owned);
            let problem = Problem::UnknownKey { key: line.path, table: TABLE.to_owned(), what: None, nearest, home: None };
            faults.push(Fault::at(line.place, problem));
            continue;
        };
        value(&parameter, line.node);
        let Some(draws) = line.node.list() else { continue };
        match first {
            None if draws.is_empty() => faults.push(Fault::at(&line.node.place, Problem::UnevenDraws { found: 0, expected: 1 })),
            None => first = Some((draws.len(), &line.node.place)),
            Some((expected, place)) if draws.len() != expected => {
                faults.push(Fault::at(&line.node.place, Problem::UnevenDraws { found: draws.len(), expected }).and(place));
            }
            Some(_) => {}
        }
    }
}

/// The table as it was read.
pub(super) fn take(table: &Table) -> Vec<Posterior> {
    let draws = |node: &Node| node.list().unwrap_or_default().iter().filter_map(Node::number).collect();
    lines(table).into_iter().map(|line| Posterior { draws: draws(line.node), parameter: line.path }).collect()
}
