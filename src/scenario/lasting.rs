//! # What lasts
//!
//! Whether a first level of trust that a scenario sets can last under the conduct and the practices that it sets.

use super::fault::{Fault, Problem};
use super::tree::{Node, Table};
use super::{ByReferent, YEAR};
use super::{Scenario, Spread};
use crate::theory::acquaintance::{Usual, lasting_trust};
use crate::theory::practice;

/// A level this far from where it will go is said to be fleeting: half a standard deviation between people.
const FAR: f64 = 0.1;

/// A warning for each first level of trust that will wash out.
pub fn fleeting(root: &Table, scenario: &Scenario) -> Vec<Fault> {
    let Some(table) = root.table("initial_trust") else { return Vec::new() };
    let lasting = levels(scenario);
    let keys = [("colleague", lasting.colleague), ("leader", lasting.leader), ("top", lasting.top)];
    let warn = |(key, lasting): (&str, f64)| {
        let node = table.get(key)?;
        let set = Node::number(node)?;
        let problem = Problem::Fleeting { set, lasting };
        ((set - lasting).abs() > FAR).then(|| Fault::at(&node.place, problem))
    };
    keys.into_iter().filter_map(warn).collect()
}

/// Where trust in each referent goes in the long run.
fn levels(scenario: &Scenario) -> ByReferent<f64> {
    let (p, on, people) = (&scenario.parameters, &scenario.mechanisms, &scenario.people);
    let asymmetry = p.belief.asymmetry(on.asymmetry);
    let working = scenario.working(&scenario.practices);
    let floor = if on.withholding { p.contact.floor } else { 1.0 };
    let level = |role: usize, conduct: [Spread; 4], contact: f64, stranger: f64, impact: f64| {
        let usual = Usual::of(p, role, asymmetry);
        let practices = practice::conduct(&p.practice, &working, role, usual.shares);
        let logit = p.behaviour.base + practices + usual.better + (0..4).map(|f| usual.shares[f] * conduct[f].mean).sum::<f64>();
        let common = if on.character { p.behaviour.character } else { 0.0 };
        let whole = (0..4).map(|f| usual.shares[f] * conduct[f].sd).sum::<f64>();
        let each = (0..4).map(|f| usual.shares[f] * conduct[f].sd).map(|sd| sd * sd).sum::<f64>();
        let fit = if on.fit && role < 2 { p.behaviour.fit } else { 0.0 };
        let spread = (common * whole * whole + (1.0 - common) * each + fit * fit).sqrt();
        let acts = contact * (floor + (1.0 - floor) * 0.5) * usual.shown * f64::from(YEAR);
        lasting_trust(p, &usual, [logit, spread], acts, stranger, impact * practice::exposure(&p.practice, &working))
    };
    let top = people.top_conduct.map(|mean| Spread { mean, sd: 0.0 });
    ByReferent {
        colleague: level(0, people.conduct, p.contact.colleague, p.impression.level_colleague, p.quotient.impact_colleague),
        leader: level(1, people.leader_conduct, p.contact.leader, p.impression.level_leader, p.quotient.impact_leader),
        top: level(2, top, p.contact.top, p.impression.level_top, p.quotient.impact_top),
    }
}
