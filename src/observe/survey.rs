//! # Surveys held
//!
//! Everyone present answers; the error of an answer belongs to the person, the question and the day.

use super::{Answer, TeamAnswer};
use crate::dynamics::World;
use crate::dynamics::outcome::{levels, output};
use crate::organisation::person;
use crate::random::{Draw, Purpose};
use crate::theory::outcome::{PER_SD, PERFORMANCE, index};
use crate::theory::survey::{answer, error_sd};
use crate::theory::team::climate;

/// Spread of an outcome's index in the reference population.
const SPREAD_INDEX: f64 = PER_SD as f64;

/// The answers of everyone present in a team.
pub fn ask(world: &World, team: u32, answers: &mut Vec<Answer>) {
    let organisation = &world.organisation;
    let (number, lane) = organisation.place[team as usize];
    let (block, lane) = (&organisation.blocks[number as usize], lane as usize);
    let law = &world.scenario.parameters.survey;
    for (i, seat) in block.seat.iter().enumerate().filter(|(_, seat)| seat.present.0[lane] > 0.0) {
        let generation = seat.generation[lane];
        let mut draw = organisation.dice.at(Purpose::Survey, organisation.day, team, person(i, generation));
        let own = organisation.dice.at(Purpose::Style, 0, team, person(i, generation)).normal();
        let style = law.style * own;
        let latent_trust = seat.trust.map(|trust| trust.0[lane]);
        let trust_error = error_sd(law.spread_trust, law.reliability);
        let index_error = error_sd(SPREAD_INDEX, law.reliability);
        let rater_error = error_sd(SPREAD_INDEX, law.rater);
        let indices = seat.outcomes.map(|outcome| index(outcome.0[lane]));
        answers.push(Answer {
            day: organisation.day,
            seat: block.first_seat[lane] + i as u32,
            generation,
            team,
            leader: i == 0,
            tenure_days: (organisation.day as i32 - seat.started[lane]) as u32,
            propensity: seat.propensity.0[lane],
            trust: latent_trust.map(|level| given(level, style, trust_error, &mut draw)),
            latent_trust,
            attitudes: indices.map(|level| given(level, 0.0, index_error, &mut draw)),
            performance_rated: given(indices[PERFORMANCE], 0.0, rater_error, &mut draw),
            counterproductive_acts: seat.against[lane] as u32,
            exit_day: u32::MAX,
            exit_reason: 0,
        });
    }
}

fn given(level: f32, style: f64, error: f64, draw: &mut Draw) -> f32 {
    let error = error * draw.normal();
    if level.is_nan() { f32::NAN } else { answer(level as f64, style, error) as f32 }
}

/// What is known of a team on a survey day.
pub fn ask_team(world: &World, team: u32) -> TeamAnswer {
    let organisation = &world.organisation;
    let (number, lane) = organisation.place[team as usize];
    let (block, lane) = (&organisation.blocks[number as usize], lane as usize);
    let all = levels(block, world.week(), &organisation.practices);
    let (levels, output) = (&all[lane], output(block, world.scenario, &all, organisation.day)[lane]);
    let exits = |kind: usize| block.exits[kind].iter().map(|week| u32::from(week[lane])).sum();
    TeamAnswer {
        day: organisation.day,
        team,
        size: block.headcount(lane),
        task_interdependence: block.interdependence.0[lane],
        trust: levels.trust.map(|trust| trust as f32),
        climate: climate(levels).map(|value| value as f32),
        output: output as f32,
        exits_voluntary_52w: exits(0),
        exits_involuntary_52w: exits(1),
    }
}
