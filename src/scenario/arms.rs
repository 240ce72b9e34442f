//! # Arms
//!
//! An arm is the whole scenario again, with its own repairs and changes, so that nothing after the reading needs to know
//! that there were variants.

use super::catalogue::MOST_ARMS;
use super::fault::{Fault, Named, Problem};
use super::source::Place;
use super::tree::{Node, Table, Value};
use super::{check, cross, patch};

/// An arm as a tree.
pub struct Variant {
    /// Its name.
    pub name: String,
    /// The scenario in full.
    pub root: Table,
}

/// The arms of `root` as trees of their own, and what is wrong with them.
pub fn variants(root: &Table, whole: bool) -> (Vec<Variant>, Vec<Fault>) {
    let Some((entry, arms)) = root.entry("arms").and_then(|entry| Some((entry, entry.node.table()?))) else {
        return (Vec::new(), Vec::new());
    };
    let mut faults = Vec::new();
    if arms.entries.len() as u64 > MOST_ARMS {
        let problem = Problem::TooMany { key: "arms".to_owned(), found: arms.entries.len() as u64, limit: MOST_ARMS };
        return (Vec::new(), vec![Fault::at(&entry.key_place, problem)]);
    }
    let mut base = root.clone();
    base.remove("arms");
    base.remove("hypothesis");
    let mut taken: Vec<&str> = Vec::new();
    let mut variants = Vec::new();
    for arm in &arms.entries {
        if !check::is_name(&arm.key) || arm.key == "twin" {
            let problem = Problem::BadName { name: arm.key.clone(), reserved: arm.key == "twin" };
            faults.push(Fault::at(&arm.key_place, problem));
        }
        let Some(table) = arm.node.table() else { continue };
        let repairs = repairs_of(root, &arm.key, table, &mut faults);
        taken.extend(repairs.iter().flatten());
        variants.push(Variant { name: arm.key.clone(), root: variant(&base, table, repairs.as_deref(), &mut faults) });
    }
    // A misspelt name is said once: its repair is not called unused as well.
    let misspelt = faults.iter().any(|fault| matches!(fault.problem, Problem::Unknown { .. }));
    if !misspelt && arms.entries.iter().all(|arm| arm.node.table().is_some_and(|table| table.get("repairs").is_some())) {
        unused(root, &taken, &mut faults);
    }
    few_replicates(root, variants.len() as u32, &mut faults);
    for variant in &variants {
        let found = check::check(&variant.root, whole).into_iter().chain(cross::cross(&variant.root, whole));
        faults.extend(found);
    }
    (variants, faults)
}

/// The repairs that an arm names; `None` for all.
fn repairs_of<'t>(root: &'t Table, arm: &str, table: &'t Table, faults: &mut Vec<Fault>) -> Option<Vec<&'t str>> {
    let list = table.get("repairs")?.list()?;
    let known = |name: &str| root.tables("repair").any(|(_, repair)| repair.text("id") == Some(name));
    let mut taken: Vec<(&str, &Place)> = Vec::new();
    for node in list {
        let Some(name) = node.text() else { continue };
        if let Some((_, first)) = taken.iter().find(|(other, _)| *other == name) {
            faults.push(Fault::at(&node.place, Problem::DuplicateId { id: name.to_owned(), table: "arms" }).and(first));
        } else if known(name) {
            taken.push((name, &node.place));
        } else {
            faults.push(cross::unknown(root, Named::Repair, node, name, Some(arm)));
        }
    }
    Some(taken.into_iter().map(|(name, _)| name).collect())
}

fn variant(base: &Table, arm: &Table, repairs: Option<&[&str]>, faults: &mut Vec<Fault>) -> Table {
    let mut root = base.clone();
    for change in arm.table("set").map(patch::changes_of_arm).unwrap_or_default() {
        let idle = match (change.path.first(), change.path.get(1)) {
            (Some((table, _)), Some((id, _))) if table == "repair" => {
                repairs.is_some_and(|taken| !taken.contains(&id.as_str())).then(|| id.clone())
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
    if let (Some(taken), Some(Value::List(list))) = (repairs, value_mut(&mut root, "repair")) {
        list.retain(|node| node.table().and_then(|table| table.text("id")).is_some_and(|id| taken.contains(&id)));
    }
    root
}

fn value_mut<'t>(root: &'t mut Table, key: &str) -> Option<&'t mut Value> {
    root.entries.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.node.value)
}

fn unused(root: &Table, taken: &[&str], faults: &mut Vec<Fault>) {
    for (_, repair) in root.tables("repair") {
        let id = repair.get("id").and_then(|node| Some((node.text()?, &node.place)));
        if let Some((id, place)) = id.filter(|(id, _)| !taken.contains(id)) {
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
