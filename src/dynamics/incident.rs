//! # Incidents
//!
//! Everyday breaches that come by hazard, decided at the end of a week for the next. Strain and a person's own unhealed
//! wounds raise the hazard, so small incidents left alone breed larger ones.

use super::World;
use super::affairs::Offence;
use super::scratch::{Keys, lanes, mask};
use crate::organisation::{At, Block, Narrow};
use crate::random::{Draw, Page, Purpose, uniform};
use crate::scenario::{Audience, BreachKind, Referent, Scenario, WEEK};
use crate::theory::behaviour;
use crate::theory::breach::{Incident, incident_severity};
use crate::theory::outcome::STRAIN;
use crate::theory::practice::at_work;

/// Decides next week's incidents.
pub fn step(world: &mut World) {
    let (scenario, organisation) = (world.scenario, &world.organisation);
    let law = &scenario.parameters.incident;
    if !scenario.mechanisms.incidents {
        return;
    }
    let held_back = if scenario.mechanisms.practices_work {
        libm::exp(-at_work(scenario.parameters.practice.accountability_hazard, organisation.practices[2]))
    } else {
        1.0
    };
    let mut pending = Vec::new();
    let mut draw = organisation.dice.at(Purpose::Incident, organisation.day, u32::MAX, 0);
    if draw.chance(1.0 - libm::exp(-law.top * held_back / 52.0)) {
        pending.push(incident(world, law, Referent::Top, None, &mut draw));
    }
    pending.extend(super::gather(&organisation.blocks, |number, block| by_people(world, number, block, held_back)));
    world.affairs.pending.extend(pending);
}

/// The incidents of one block.
fn by_people(world: &World, number: usize, block: &Block, held_back: f64) -> Vec<Offence> {
    let (scenario, organisation) = (world.scenario, &world.organisation);
    let (law, escalates) = (&scenario.parameters.incident, scenario.mechanisms.escalation);
    let keys = Keys::of(block, organisation.dice, organisation.day);
    let mut found = Vec::new();
    for (seat, holder) in block.seat.iter().enumerate() {
        let rate = (if seat == 0 { law.leader } else { law.colleague }) * held_back / 52.0;
        let wounds = if escalates { block.deepest_wounds(seat) } else { Narrow::default() };
        let (strain, own) = if escalates { (law.strain as f32, law.wounds as f32) } else { (0.0, 0.0) };
        let draw = |lane: usize| uniform(keys.bits(Page::Incident, lane, seat, 0));
        // 1 − e^(−x) is at most x: whoever draws above that needs no exact look.
        let likely = |lane: usize| rate as f32 * PLENTY * behaviour::exp(strain * holder.outcomes[STRAIN].0[lane] + own * wounds.get(lane));
        let candidates = mask(|lane| draw(lane) < likely(lane)) & mask(|lane| holder.present.0[lane] > 0.0);
        for lane in lanes(candidates) {
            let wound = wounds.get(lane) as f64;
            let pushed = push(scenario, law, holder.outcomes[STRAIN].0[lane], wound);
            if (draw(lane) as f64) < 1.0 - libm::exp(-rate * pushed) {
                let by = if seat == 0 { Referent::Leader } else { Referent::Colleague };
                let mut draw = organisation.dice.at(Purpose::Incident, organisation.day, block.teams[lane], 1 + seat as u32);
                let mut incident = incident(world, law, by, Some(At { block: number, seat, lane }), &mut draw);
                incident.severity = (incident.severity * (1.0 + law.graver * wound)).min(1.0);
                found.push(incident);
            }
        }
    }
    found
}

/// Above the error of the fast exponential: nobody is passed over because of it.
const PLENTY: f32 = 1.02;

/// The factor on the hazard of a breach by somebody under strain and with unhealed wounds.
fn push(scenario: &Scenario, law: &Incident, strain: f32, wound: f64) -> f64 {
    if scenario.mechanisms.escalation { libm::exp(law.strain * strain as f64 + law.wounds * wound) } else { 1.0 }
}

/// The same for one person.
pub fn pushed(world: &World, at: At) -> f64 {
    let block = &world.organisation.blocks[at.block];
    let wound = block.deepest_wounds(at.seat).get(at.lane);
    push(world.scenario, &world.scenario.parameters.incident, block.seat[at.seat].outcomes[STRAIN].0[at.lane], wound as f64)
}

fn incident(world: &World, law: &Incident, by: Referent, offender: Option<At>, draw: &mut Draw) -> Offence {
    let seen = draw.chance(0.35); // by the team; else by one person
    Offence {
        day: world.organisation.day + 1 + draw.below(WEEK),
        event: u32::MAX,
        by,
        offender,
        generation: world.generation_of(offender),
        victim: None,
        teams: Vec::new(),
        kind: BreachKind::ALL[draw.below(4) as usize],
        severity: incident_severity(law, draw.uniform()),
        intentional: false,
        deception: false,
        audience: match by {
            Referent::Top => Audience::Organisation,
            _ if seen => Audience::Team,
            _ => Audience::Victim,
        },
    }
}
