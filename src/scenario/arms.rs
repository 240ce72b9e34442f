//! # Arms
//!
//! An arm is the whole scenario again, with its own repairs and changes, so that nothing after the reading needs to know
//! that there were variants.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Fault, Faults, Named, Problem};
use super::limit::{MOST_ARMS, MOST_TOGETHER};
use super::source::Place;
use super::tree::{Node, Table, Value};
use super::{Arm, build, check, cross, patch, undone};

/// The arms of `root`; what is wrong with them is added to `faults`. A tree is made for one arm after another, and only while
/// nothing is wrong becomes a scenario.
pub fn arms(root: &Table, whole: bool, faults: &mut Faults) -> Vec<Arm> {
    let Some((entry, arms)) = root.entry("arms").and_then(|entry| Some((entry, entry.node.table()?))) else {
        return Vec::new();
    };
    let count = arms.entries.len() as u64;
    let each = (root.tables("event").count() + root.tables("repair").count()) as u64;
    let too_many = [("arms", count, MOST_ARMS), ("arms × ([[event]] + [[repair]])", count * each, MOST_TOGETHER)];
    if let Some((key, found, limit)) = too_many.into_iter().find(|(_, found, limit)| found > limit) {
        faults.add(Fault::at(&entry.key_place, Problem::TooMany { key: key.to_owned(), found, limit }));
        return Vec::new();
    }
    let mut own = Vec::new();
    let known: BTreeSet<&str> = root.tables("repair").filter_map(|(_, repair)| repair.text("id")).collect();
    let mut base = root.clone();
    base.remove("arms");
    base.remove("hypothesis");
    base.remove("sweep");
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let (mut built, mut tables) = (Vec::new(), 0);
    for arm in &arms.entries {
        if !check::is_name(&arm.key) || arm.key == "twin" {
            let problem = Problem::BadName { name: arm.key.clone(), reserved: arm.key == "twin" };
            own.push(Fault::at(&arm.key_place, problem));
        }
        let Some(table) = arm.node.table() else { continue };
        let repairs = repairs_of(root, &known, &arm.key, table, &mut own);
        taken.extend(repairs.iter().flatten());
        tables += 1;
        let variant = variant(&base, table, repairs.as_ref(), &mut own);
        let found = check::check(&variant, whole).into_iter().chain(cross::cross(&variant, whole));
        found.for_each(|fault| faults.add(fault));
        if !faults.stop() && !own.iter().any(Fault::is_error) {
            let scenario = build::build(&variant);
            undone::undone(&variant, &scenario).into_iter().for_each(|fault| faults.add(fault));
            built.push(Arm { name: arm.key.clone(), scenario: Box::new(scenario) });
        }
    }
    // A misspelt name is said once: its repair is not called unused as well.
    let misspelt = own.iter().any(|fault| matches!(fault.problem, Problem::Unknown { .. }));
    if !misspelt && arms.entries.iter().all(|arm| arm.node.table().is_some_and(|table| table.get("repairs").is_some())) {
        unused(root, &taken, &mut own);
    }
    few_replicates(root, tables, &mut own);
    own.into_iter().for_each(|fault| faults.add(fault));
    built
}

/// The tree `base`, which has no arms, as an arm changes it; what is wrong is added to `faults`.
pub fn applied(base: &Table, name: &str, arm: &Table, faults: &mut Faults) -> Table {
    let known: BTreeSet<&str> = base.tables("repair").filter_map(|(_, repair)| repair.text("id")).collect();
    let mut own = Vec::new();
    let repairs = repairs_of(base, &known, name, arm, &mut own);
    let variant = variant(base, arm, repairs.as_ref(), &mut own);
    own.into_iter().for_each(|fault| faults.add(fault));
    variant
}

/// The repairs that an arm names; `None` for all.
fn repairs_of<'t>(root: &Table, known: &BTreeSet<&str>, arm: &str, table: &'t Table, faults: &mut Vec<Fault>) -> Option<BTreeSet<&'t str>> {
    let list = table.get("repairs")?.list()?;
    let mut taken: BTreeMap<&str, &Place> = BTreeMap::new();
    for node in list {
        let Some(name) = node.text() else { continue };
        if let Some(first) = taken.get(name) {
            faults.push(Fault::at(&node.place, Problem::DuplicateId { id: name.to_owned(), table: "arms" }).and(*first));
        } else if known.contains(name) {
            taken.insert(name, &node.place);
        } else {
            faults.push(cross::unknown_id(root, Named::Repair, node, name, Some(arm)));
        }
    }
    Some(taken.into_keys().collect())
}

fn variant(base: &Table, arm: &Table, repairs: Option<&BTreeSet<&str>>, faults: &mut Vec<Fault>) -> Table {
    let mut root = base.clone();
    for change in arm.table("set").map(patch::changes_of_arm).unwrap_or_default() {
        let idle = match (change.path.first(), change.path.get(1)) {
            (Some((table, _)), Some((id, _))) if table == "repair" => {
                repairs.is_some_and(|taken| !taken.contains(id.as_str())).then(|| id.clone())
            }
            _ => None,
        };
        let (path, place) = (change.path_text(), change.path_place());
        match (patch::apply(&mut root, change, true), idle) {
            (Err(fault), _) => faults.push(*fault),
            (Ok(()), Some(id)) => faults.push(Fault::at(&place, Problem::IdleChange { path, id })),
            (Ok(()), None) => {}
        }
    }
    if let (Some(taken), Some(Value::List(list))) = (repairs, root.value_mut("repair")) {
        list.retain(|node| node.table().and_then(|table| table.text("id")).is_some_and(|id| taken.contains(id)));
    }
    root
}

fn unused(root: &Table, taken: &BTreeSet<&str>, faults: &mut Vec<Fault>) {
    for (_, repair) in root.tables("repair") {
        let id = repair.get("id").and_then(|node| Some((node.text()?, &node.place)));
        if let Some((id, place)) = id.filter(|(id, _)| !taken.contains(*id)) {
            faults.push(Fault::at(place, Problem::UnusedRepair { id: id.to_owned() }));
        }
    }
}

/// Below this many lives the luck of the draw hides most differences between arms.
pub const FEW_REPLICATES: i128 = 20;

fn few_replicates(root: &Table, arms: u32, faults: &mut Vec<Fault>) {
    let Some(node) = root.table("run").and_then(|run| run.get("replicates")) else { return };
    let worlds = root.table("run").and_then(|run| run.get("worlds")).and_then(Node::whole).unwrap_or(1);
    let Some(replicates) = node.whole().filter(|count| *count > 0 && (1..FEW_REPLICATES).contains(&(*count * worlds))) else { return };
    if arms >= 2 {
        faults.push(Fault::at(&node.place, Problem::FewReplicates { replicates: replicates as u32, arms }));
    }
}
