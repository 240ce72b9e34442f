//! # Incidents
//!
//! Everyday breaches that come by hazard, decided at the end of a week for the next. Strain, and wrong that
//! a person feels done to, raise the hazard, so small incidents left alone breed larger ones.

use super::affairs::Offence;
use super::processor::Kernel;
use super::scratch::Keys;
use super::state::State;
use crate::organisation::{At, Block, LANES, Narrow, lanes, mask, role};
use crate::random::{Dice, Draw, Page, Purpose, uniform};
use crate::scenario::{Audience, BreachKind, Referent, Scenario, WEEK};
use crate::theory::behaviour;
use crate::theory::breach::{Incident, incident_severity};
use crate::theory::outcome::STRAIN;
use crate::theory::practice::{ByPractice, Practice, at_work};

/// Decides next week's incidents.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(state: &mut State) {
    let (scenario, organisation) = (state.scenario, &state.organisation);
    let law = &scenario.parameters.incident;
    if !scenario.mechanisms.incidents {
        return;
    }
    let held_back = held_back(scenario, &organisation.practices);
    let mut pending = Vec::new();
    let mut draw = organisation.dice.at(Purpose::Incident, organisation.day, u32::MAX, 0);
    if draw.chance(1.0 - libm::exp(-law.top * held_back / 52.0)) {
        pending.push(incident(law, Referent::Top, None, organisation.top.generation, organisation.day, &mut draw));
    }
    pending.extend(state.desks.iter().flat_map(|desk| desk.incidents.iter().cloned()));
    state.affairs.pending.extend(pending);
}

/// How much accountability holds incidents back: a factor on their hazard.
pub fn held_back(scenario: &Scenario, practices: &ByPractice<f64>) -> f64 {
    let size = if scenario.mechanisms.practices_work { scenario.parameters.practice.accountability_hazard } else { 0.0 };
    libm::exp(-at_work(size, practices[Practice::Accountability]))
}

/// Finds next week's incidents of one block.
pub struct FindIncidents<'a> {
    pub block: &'a Block,
    pub number: usize,
    pub scenario: &'a Scenario,
    pub held_back: f64,
    /// How much each team's climate holds back incidents among colleagues.
    pub prevented: [f64; LANES],
    pub keys: &'a Keys,
    pub dice: Dice,
    pub day: u32,
    pub found: &'a mut Vec<Offence>,
}

impl Kernel for FindIncidents<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, number, scenario, held_back, prevented, keys, dice, day, found } = self;
        found.clear();
        let (law, escalates) = (&scenario.parameters.incident, scenario.mechanisms.escalation);
        for (seat, holder) in block.seat.iter().enumerate() {
            let usual = (if seat == 0 { law.leader } else { law.colleague }) * held_back / 52.0;
            let rate = |lane: usize| if seat == 0 { usual } else { usual * prevented[lane] };
            let injuries = if escalates { block.deepest_injuries(seat) } else { Narrow::default() };
            let (strain, own) = if escalates { (law.strain as f32, law.injury as f32) } else { (0.0, 0.0) };
            let draw = |lane: usize| uniform(keys.bits(Page::Incident, lane, seat, 0));
            // 1 − e^(−x) is at most x: whoever draws above that needs no exact look.
            let likely = |lane: usize| {
                rate(lane) as f32
                    * behaviour::EXP_BOUND
                    * behaviour::exp(strain * holder.outcomes[STRAIN].0[lane] + own * injuries.get(lane))
            };
            for lane in lanes(mask(|lane| draw(lane) < likely(lane)) & holder.there()) {
                let injury = injuries.get(lane) as f64;
                let pushed = push(scenario, law, holder.outcomes[STRAIN].0[lane], injury);
                if (draw(lane) as f64) < 1.0 - libm::exp(-rate(lane) * pushed) {
                    let mut draw = dice.at(Purpose::Incident, day, block.teams[lane], 1 + seat as u32);
                    let offender = Some(At { block: number, seat, lane });
                    let mut incident = incident(law, role(seat), offender, holder.generation[lane], day, &mut draw);
                    incident.severity = (incident.severity * (1.0 + law.graver * injury)).min(1.0);
                    found.push(incident);
                }
            }
        }
    }
}

/// The factor on the hazard of a breach by somebody under strain who feels wronged.
fn push(scenario: &Scenario, law: &Incident, strain: f32, injury: f64) -> f64 {
    if scenario.mechanisms.escalation { libm::exp(law.strain * strain as f64 + law.injury * injury) } else { 1.0 }
}

/// The same for one person.
pub fn pushed(state: &State, at: At) -> f64 {
    let block = &state.organisation.blocks[at.block];
    let injury = block.deepest_injuries(at.seat).get(at.lane);
    push(state.scenario, &state.scenario.parameters.incident, block.seat[at.seat].outcomes[STRAIN].0[at.lane], injury as f64)
}

fn incident(law: &Incident, by: Referent, offender: Option<At>, generation: u32, day: u32, draw: &mut Draw) -> Offence {
    let seen = draw.chance(law.seen); // by the team; else by one person
    Offence {
        day: day + 1 + draw.below(WEEK),
        event: u32::MAX,
        by,
        offender,
        generation,
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
