//! # What lasts
//!
//! How people in each role meet others under the conduct and the practices that a scenario sets, and whether a first level of trust
//! that it sets can last there.

use super::fault::{Fault, Problem};
use super::tree::{Node, Table};
use super::{ByReferent, Referent, Scenario, Spread, YEAR};
use crate::theory::acquaintance::{Role, Usual};
use crate::theory::contact;
use crate::theory::practice;

/// A level this far from where it will go is said to be fleeting: half a standard deviation between people.
const FAR: f64 = 0.1;

/// A warning for each first level of trust that will wash out.
pub fn fleeting(root: &Table, scenario: &Scenario) -> Vec<Fault> {
    let Some(table) = root.table("initial_trust") else { return Vec::new() };
    let warn = |(referent, lasting): (Referent, f64)| {
        let node = table.get(referent.key())?;
        let set = Node::number(node)?;
        let problem = Problem::Fleeting { set, lasting };
        ((set - lasting).abs() > FAR).then(|| Fault::at(&node.place, problem))
    };
    levels(scenario).each().filter_map(warn).collect()
}

/// Where trust in each referent goes in the long run.
fn levels(scenario: &Scenario) -> ByReferent<f64> {
    ByReferent::of(|referent| scenario.role(referent).lasting_trust(&scenario.parameters))
}

impl Scenario {
    /// Those who stand in a role in this scenario, as others meet them.
    pub fn role(&self, referent: Referent) -> Role {
        let (p, on, people) = (&self.parameters, &self.mechanisms, &self.people);
        let working = self.working(&self.practices);
        let floor = if on.withholding { p.contact.floor } else { 1.0 };
        let usual = Usual::of(p, referent, p.belief.asymmetry(on.asymmetry));
        let conduct = match referent {
            Referent::Colleague => people.conduct,
            Referent::Leader => people.leader_conduct,
            Referent::Top => people.top_conduct.map(|mean| Spread { mean, sd: 0.0 }),
        };
        let common = if on.character { p.behaviour.character } else { 0.0 };
        let whole = (0..4).map(|f| usual.shares[f] * conduct[f].sd).sum::<f64>();
        let each = (0..4).map(|f| usual.shares[f] * conduct[f].sd).map(|sd| sd * sd).sum::<f64>();
        let fit = if on.fit && referent != Referent::Top { p.behaviour.fit } else { 0.0 };
        let meets = if on.behaviour { f64::from(contact::chance(p.contact.rates()[referent] as f32, floor as f32, 0.5, 0.5)) } else { 0.0 };
        Role {
            usual,
            given: p.behaviour.base + usual.better + practice::conduct(&p.practice, &working, referent, usual.shares),
            conduct: [
                (0..4).map(|f| usual.shares[f] * conduct[f].mean).sum(),
                (common * whole * whole + (1.0 - common) * each + fit * fit).sqrt(),
            ],
            acts_a_year: meets * usual.shown * f64::from(YEAR),
            stranger: p.impression.levels()[referent],
            impact: p.quotient.impacts()[referent] * practice::exposure(&p.practice, &working),
        }
    }
}
