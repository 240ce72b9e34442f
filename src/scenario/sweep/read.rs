//! # From a file to the points of a sweep
//!
//! Every level is tried alone, so that a fault points at it; then every point is made into a scenario and checked.

use std::collections::BTreeSet;

use super::{ARMS, Design, Factor, Level, Point, Sweep, TABLE, Values, is_whole, lay};
use crate::random::Dice;
use crate::scenario::fault::{FactorFault, Fault, Faults, Named, Problem};
use crate::scenario::kind::Kind;
use crate::scenario::limit::MOST_POINTS;
use crate::scenario::near::nearest;
use crate::scenario::patch::{self, Change};
use crate::scenario::slot::Slot;
use crate::scenario::source::Place;
use crate::scenario::tree::{Entry, Node, Table, Value};
use crate::scenario::{Scenario, arms, build, catalogue, check, contrast::Contrast, cross, undone};

/// Levels of a range where the design asks for levels and the file says no number: its ends and its middle.
const LEVELS: u32 = 3;

/// A factor as it stands in the file.
struct Given {
    factor: Factor,
    change: Change,
    kind: Option<Kind>,
    /// The node of each level, or of both ends of a range.
    nodes: Vec<Node>,
}

/// The sweep of `root`; what is wrong with it is added to `faults`.
pub fn sweep(root: &Table, whole: bool, seed: u64, faults: &mut Faults) -> Option<Sweep> {
    let entry = root.entry(TABLE)?;
    let table = entry.node.table()?;
    let design = table.get("design").and_then(Design::read)?;
    let asked = table.get("points").and_then(u32::read);
    let mut base = root.clone();
    [TABLE, "hypothesis"].into_iter().for_each(|name| drop(base.remove(name)));
    let arms = base.remove("arms").and_then(|entry| entry.node.table().cloned()).unwrap_or_default();
    let given = factors(&base, table, entry, &arms, faults);
    points_given(design, table, entry, asked, faults);
    if given.is_empty() {
        faults.add(Fault::at(&entry.key_place, Problem::NoFactors));
    }
    suits(design, &given, faults);
    if faults.stop() || given.is_empty() {
        return None;
    }
    let laid = Laid { base, arms, whole };
    for (at, own) in given.iter().enumerate() {
        for node in &own.nodes {
            let alone = |(other, given): (usize, &Given)| if other == at { node.clone() } else { given.nodes[0].clone() };
            let nodes: Vec<Node> = given.iter().enumerate().map(alone).collect();
            laid.at(&given, nodes, faults);
        }
    }
    if faults.stop() {
        return None;
    }
    let rows = rows(design, asked, &given, seed, &entry.key_place, faults)?;
    let mut points = Vec::with_capacity(rows.len());
    for row in rows {
        let (levels, nodes): (Vec<Level>, Vec<Node>) = row.into_iter().unzip();
        let scenario = laid.at(&given, nodes, faults)?;
        points.push(Point { levels, scenario: Box::new(scenario) });
    }
    (!faults.stop()).then(|| Sweep { design, asked, factors: given.into_iter().map(|given| given.factor).collect(), points })
}

/// `points` is there where the design takes it; elsewhere it says nothing.
fn points_given(design: Design, table: &Table, entry: &Entry, asked: Option<u32>, faults: &mut Faults) {
    let takes = matches!(design, Design::Lhs | Design::Sobol | Design::Morris);
    match table.entry("points") {
        None if takes => {
            let example = if design == Design::Morris { "points = 20" } else { "points = 256" };
            let examples = vec![example.to_owned()];
            faults.add(Fault::at(&entry.key_place, Problem::Missing { keys: vec!["points"], table: TABLE.into(), any: false, examples }));
        }
        Some(points) if !takes => {
            faults.add(Fault::at(&points.key_place, Problem::IdlePoints { design: design.key() }));
        }
        Some(points) if design == Design::Sobol && asked.is_some_and(|asked| asked > lay::MOST_ROWS) => {
            let (found, limit) = (u64::from(asked.unwrap_or(0)), u64::from(lay::MOST_ROWS));
            faults.add(Fault::at(&points.node.place, Problem::TooMany { key: "sweep.points".into(), found, limit }));
        }
        _ => {}
    }
}

/// The factors as they are given; arms that no factor names are one by themselves.
fn factors(base: &Table, table: &Table, entry: &Entry, arms: &Table, faults: &mut Faults) -> Vec<Given> {
    let own =
        Table { entries: table.entries.iter().filter(|entry| !["design", "points"].contains(&entry.key.as_str())).cloned().collect() };
    let mut given: Vec<Given> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for change in patch::changes_of_arm(&own) {
        let path = change.path_text();
        if !known.insert(path.clone()) {
            faults.add(Fault::at(&change.path_place(), Problem::DuplicateKey { key: path }));
            continue;
        }
        if path != ARMS && misspelt(&change, faults) {
            continue;
        }
        given.extend(factor(base, change, faults));
    }
    if !known.contains(ARMS) && !arms.entries.is_empty() {
        let node = |entry: &Entry| Node { place: entry.key_place.clone(), value: Value::Text(entry.key.clone()) };
        let list = Node { place: entry.key_place.clone(), value: Value::List(arms.entries.iter().map(node).collect()) };
        given.extend(factor(base, Change { path: vec![(ARMS.to_owned(), entry.key_place.clone())], node: list }, faults));
    }
    let names: Vec<&str> = arms.entries.iter().map(|arm| arm.key.as_str()).collect();
    for of_arms in given.iter().filter(|given| given.factor.path == ARMS) {
        for node in &of_arms.nodes {
            match node.text() {
                Some(name) if names.contains(&name) => {}
                Some(name) => faults.add(Fault::at(&node.place, cross::unknown(Named::Arm, name, None, &names))),
                None => faults.add(wrong(ARMS, node)),
            }
        }
    }
    for own in &given {
        for arm in arms.entries.iter().filter_map(|arm| arm.node.table()?.table("set")) {
            let same = |change: &Change| change.path_text() == own.factor.path;
            if let Some(change) = patch::changes_of_arm(arm).into_iter().find(same) {
                let problem = Problem::Exclusive { key: own.factor.path.clone(), other: format!("{ARMS}: {}", own.factor.path) };
                faults.add(Fault::at(&own.change.path_place(), problem).and(&change.path_place()));
            }
        }
    }
    given
}

/// Whether nothing has this key; what it should be is said.
fn misspelt(change: &Change, faults: &mut Faults) -> bool {
    let head = &change.path[0].0;
    let table = catalogue::tables().any(|table| table.name == *head);
    if table || catalogue::find("", head, None).is_some() {
        return false;
    }
    let names = catalogue::tables().map(|table| table.name).chain(["design", "points", ARMS]);
    let near = nearest(head, names).map(str::to_owned);
    let home = catalogue::keys().find(|row| row.key == head && !row.table.is_empty()).map(|row| row.table);
    faults.add(Fault::at(
        &change.path_place(),
        Problem::UnknownKey { key: change.path_text(), table: TABLE.into(), what: None, nearest: near, home },
    ));
    true
}

/// One factor; `None` where its values cannot be read.
fn factor(base: &Table, change: Change, faults: &mut Faults) -> Option<Given> {
    let (kind, unit) = row(base, &change);
    let path = change.path_text();
    let no = |node: &Node, why: FactorFault| Fault::at(&node.place, Problem::FactorValues { key: change.path_text(), why });
    let (values, nodes) = match &change.node.value {
        Value::List(list) => {
            let levels: Option<Vec<Level>> = list.iter().map(|node| Level::of(node, kind)).collect();
            let Some(levels) = levels.filter(|levels| !levels.is_empty()) else {
                faults.add(wrong(&path, &change.node));
                return None;
            };
            (Values::Levels(levels), list.clone())
        }
        Value::Table(range) => {
            for entry in range.entries.iter().filter(|entry| !["from", "to", "scale", "levels"].contains(&entry.key.as_str())) {
                let near = nearest(&entry.key, ["from", "to", "scale", "levels"]).map(str::to_owned);
                let problem = Problem::UnknownKey { key: entry.key.clone(), table: path.clone(), what: None, nearest: near, home: None };
                faults.add(Fault::at(&entry.key_place, problem));
            }
            let missing: Vec<&'static str> = ["from", "to"].into_iter().filter(|key| range.get(key).is_none()).collect();
            if !missing.is_empty() {
                let examples = missing.iter().map(|key| format!("{key} = 0.5")).collect();
                faults.add(Fault::at(&change.node.place, Problem::Missing { keys: missing, table: path.clone(), any: false, examples }));
                return None;
            }
            let ends: Vec<Node> = ["from", "to"].into_iter().filter_map(|key| range.get(key).cloned()).collect();
            let [from, to] = [0, 1].map(|at| Level::of(&ends[at], kind).filter(|level| level.number.is_some()));
            let (Some(from), Some(to)) = (from, to) else {
                faults.add(no(&change.node, FactorFault::Words));
                return None;
            };
            let log = match range.get("scale").map(|node| (node, node.text())) {
                None | Some((_, Some("linear"))) => false,
                Some((_, Some("log"))) => true,
                Some((node, _)) => {
                    let allowed = vec!["linear", "log"];
                    let nearest = nearest(node.text().unwrap_or_default(), allowed.iter().copied()).map(str::to_owned);
                    faults
                        .add(Fault::at(&node.place, Problem::NotAmong { key: "scale".into(), found: node.as_written(), allowed, nearest }));
                    false
                }
            };
            let low = from.number.unwrap_or(0.0);
            if low >= to.number.unwrap_or(0.0) {
                faults.add(no(&change.node, FactorFault::Backward));
            } else if log && low <= 0.0 {
                faults.add(no(&ends[0], FactorFault::LogFromZero));
            }
            let levels = range.get("levels").and_then(|node| {
                let levels = u32::read(node).filter(|levels| (2..=1000).contains(levels));
                if levels.is_none() {
                    faults.add(no(node, FactorFault::Levels));
                }
                levels
            });
            (Values::Range { from, to, log, levels }, ends)
        }
        _ => {
            faults.add(wrong(&path, &change.node));
            return None;
        }
    };
    Some(Given { factor: Factor { path, unit, values }, kind, change, nodes })
}

fn wrong(key: &str, node: &Node) -> Fault {
    let fits = node.plain().map(|_| format!("[{}]", node.as_written()));
    Fault::at(&node.place, Problem::WrongType { key: key.to_owned(), kind: Kind::Factor, found: node.sort(), fits })
}

/// What the key of a factor takes, and its unit.
fn row(base: &Table, change: &Change) -> (Option<Kind>, &'static str) {
    let names: Vec<&str> = change.path.iter().map(|part| part.0.as_str()).collect();
    let known = match names.as_slice() {
        [table @ ("event" | "repair"), id, key, ..] => {
            let own = base.tables(table).find(|(_, own)| own.text("id") == Some(id));
            catalogue::find(table, key, own.and_then(|(_, own)| own.text("what")))
        }
        [table, key, ..] => catalogue::find(table, key, None),
        [key] => catalogue::find("", key, None),
        [] => None,
    };
    let Some(row) = known else { return (None, "-") };
    let depth = if matches!(names[0], "event" | "repair") { 3 } else { 2 };
    let inner = |kind: Kind, name: &&str| kind.parts().into_iter().find(|part| part.0 == *name).map_or(kind, |part| part.1);
    (Some(names.iter().skip(depth).fold(row.kind, inner)), row.unit)
}

/// Whether there are as many values as the design takes.
fn suits(design: Design, given: &[Given], faults: &mut Faults) {
    let fault = |given: &Given, why| Fault::at(&given.change.node.place, Problem::FactorValues { key: given.factor.path.clone(), why });
    // cases that are listed row by row may share a level
    for own in given.iter().filter(|_| design != Design::List) {
        let Values::Levels(levels) = &own.factor.values else { continue };
        if let Some(at) = (1..levels.len()).find(|at| levels[..*at].iter().any(|known| known.is(&levels[*at]))) {
            let problem = Problem::FactorValues { key: own.factor.path.clone(), why: FactorFault::Twice };
            faults.add(Fault::at(&own.nodes[at].place, problem));
        }
    }
    if design == Design::List {
        let count = |given: &Given| levels(given).len();
        if let Some((other, first)) = given.iter().find(|own| count(own) != count(&given[0])).zip(given.first()) {
            let (found, expected) = (count(other), count(first));
            faults.add(fault(other, FactorFault::Uneven { found, expected }).and(&first.change.node.place));
        }
    }
    if design == Design::Sobol && given.len() > lay::MOST_SOBOL {
        let (found, limit) = (given.len() as u64, lay::MOST_SOBOL as u64);
        faults.add(Fault::at(&given[lay::MOST_SOBOL].change.path_place(), Problem::TooMany { key: TABLE.into(), found, limit }));
    }
}

/// The levels of a factor, for a design of levels.
fn levels(given: &Given) -> Vec<(Level, Node)> {
    match &given.factor.values {
        Values::Levels(levels) => levels.iter().cloned().zip(given.nodes.iter().cloned()).collect(),
        Values::Range { levels, .. } => {
            let count = levels.unwrap_or(LEVELS);
            (0..count).map(|at| within(given, f64::from(at) / f64::from(count - 1), true)).collect()
        }
    }
}

/// The value of a factor that lies at this share of its range or levels; `stepped` where shares are levels themselves. Otherwise every
/// level has as much of the shares as any other, and so has every whole number of a linear range.
fn within(given: &Given, share: f64, stepped: bool) -> (Level, Node) {
    match &given.factor.values {
        Values::Levels(levels) => {
            let most = levels.len() - 1;
            let at = if stepped { libm::round(share * most as f64) } else { libm::floor(share * levels.len() as f64) };
            let at = (at.max(0.0) as usize).min(most);
            (levels[at].clone(), given.nodes[at].clone())
        }
        Values::Range { from, to, log, .. } => {
            let [low, high] = [from, to].map(|end| end.number.unwrap_or(0.0));
            let in_slices = is_whole(given.kind) && !stepped;
            let end = if in_slices { high + 1.0 } else { high };
            let number =
                if *log { libm::exp(libm::log(low) + share * (libm::log(end) - libm::log(low))) } else { low + share * (end - low) };
            let number = if in_slices { libm::floor(number) } else { number };
            let level = Level::at(number.clamp(low, high), given.kind);
            let place = given.change.node.place.clone();
            let number = level.number.unwrap_or(0.0);
            let value = if level.written.contains(['.', 'e']) { Value::Number(number) } else { Value::Whole(number as i128) };
            (level, Node { place, value })
        }
    }
}

/// The points, each with its levels.
fn rows(
    design: Design,
    asked: Option<u32>,
    given: &[Given],
    seed: u64,
    place: &Place,
    faults: &mut Faults,
) -> Option<Vec<Vec<(Level, Node)>>> {
    let (count, points) = (given.len() as u64, u64::from(asked.unwrap_or(0)));
    let each: Vec<Vec<(Level, Node)>> = given.iter().map(levels).collect();
    let total = match design {
        Design::Factorial => each.iter().fold(1_u64, |all, levels| all.saturating_mul(levels.len() as u64)),
        Design::List => each[0].len() as u64,
        Design::Lhs => points,
        Design::Sobol => points * (count + 2),
        Design::Morris => points * (count + 1),
    };
    if total > MOST_POINTS {
        faults.add(Fault::at(place, Problem::TooManyPoints { points: total, limit: MOST_POINTS }));
        return None;
    }
    let dice = Dice::new(seed, 0).of(TABLE);
    let laid = |shares: Vec<Vec<f64>>, stepped: bool| {
        let row = |row: Vec<f64>| given.iter().zip(row).map(|(given, share)| within(given, share, stepped)).collect();
        shares.into_iter().map(row).collect()
    };
    Some(match design {
        Design::Factorial => {
            let mut rows: Vec<Vec<(Level, Node)>> = vec![Vec::new()];
            for levels in &each {
                rows = rows.iter().flat_map(|row| levels.iter().map(|level| [row.clone(), vec![level.clone()]].concat())).collect();
            }
            rows
        }
        Design::List => (0..each[0].len()).map(|at| each.iter().map(|levels| levels[at].clone()).collect()).collect(),
        Design::Lhs => laid(lay::latin(points as u32, given.len(), &dice), false),
        Design::Sobol => laid(lay::saltelli(points as u32, given.len(), &dice), false),
        Design::Morris => laid(lay::morris(points as u32, given.len(), &dice), true),
    })
}

/// What a point is laid over.
struct Laid {
    base: Table,
    arms: Table,
    whole: bool,
}

impl Laid {
    /// The scenario at a point; `None` if anything is wrong with it.
    fn at(&self, given: &[Given], nodes: Vec<Node>, faults: &mut Faults) -> Option<Scenario> {
        let mut root = self.base.clone();
        let mut arm: Option<String> = None;
        for (given, node) in given.iter().zip(nodes) {
            if given.factor.path == ARMS {
                arm = node.text().map(str::to_owned);
                continue;
            }
            if let Err(fault) = patch::apply(&mut root, Change { path: given.change.path.clone(), node }, true) {
                faults.add(*fault);
                return None;
            }
        }
        let own = match arm.as_ref().and_then(|arm| self.arms.table(arm)) {
            Some(table) => arms::applied(&root, arm.as_deref().unwrap_or_default(), table, faults),
            None => root.clone(),
        };
        check::check(&own, self.whole).into_iter().chain(cross::cross(&own, self.whole)).for_each(|fault| faults.add(fault));
        if faults.stop() {
            return None;
        }
        let mut scenario = build::build(&own);
        undone::undone(&own, &scenario).into_iter().for_each(|fault| faults.add(fault));
        if arm.is_some() {
            scenario.starts_as(&build::build(&root));
        }
        Some(scenario)
    }
}

/// The contrasts of hypotheses by factor: every factor and level that they name is in the sweep, and they take its numbers.
pub fn contrasts(root: &Table, sweep: Option<&Sweep>, scenario: &mut Scenario, faults: &mut Faults) {
    let paths: Vec<&str> = sweep.iter().flat_map(|sweep| sweep.factors.iter().map(|factor| factor.path.as_str())).collect();
    let arms: Option<Vec<Level>> = sweep.and_then(|sweep| sweep.factor(ARMS).map(|at| sweep.levels(at)));
    for ((_, table), hypothesis) in root.tables("hypothesis").zip(&mut scenario.hypotheses) {
        let Some(node) = table.get("contrast") else { continue };
        if let (Some(arms), Some(list)) = (&arms, node.list()) {
            let lived: Vec<&str> = arms.iter().map(Level::plain).collect();
            let named = list.iter().flat_map(|node| node.list().unwrap_or(std::slice::from_ref(node)));
            for name in named.filter(|node| node.text().is_some_and(|name| !lived.contains(&name))) {
                let problem = cross::unknown(Named::Level, name.text().unwrap_or_default(), Some(ARMS), &lived);
                faults.add(Fault::at(&name.place, problem));
            }
        }
        let (Contrast::Levels(factors), Some(table)) = (&mut hypothesis.contrast, node.table()) else { continue };
        for ((path, pair), change) in factors.iter_mut().zip(patch::changes_of_arm(table)) {
            let Some((sweep, at)) = sweep.and_then(|sweep| Some((sweep, sweep.factor(path)?))) else {
                faults.add(Fault::at(&change.path_place(), cross::unknown(Named::Factor, path, None, &paths)));
                continue;
            };
            let levels = sweep.levels(at);
            let kind = sweep.factors[at].is_number().then_some(Kind::Day(0, 0));
            for (level, node) in pair.iter_mut().zip(change.node.list().unwrap_or_default()) {
                let found = Level::of(node, kind).and_then(|own| levels.iter().find(|level| level.is(&own)));
                let Some(found) = found else {
                    let known: Vec<&str> = levels.iter().take(50).map(Level::plain).collect();
                    let problem = cross::unknown(Named::Level, &node.as_written(), Some(path), &known);
                    faults.add(Fault::at(&node.place, problem));
                    continue;
                };
                *level = found.clone();
            }
            if pair[0].is(&pair[1]) {
                faults.add(Fault::at(&change.node.place, Problem::SameSides { name: pair[0].plain().to_owned() }));
            }
        }
    }
}
