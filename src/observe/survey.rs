//! # Surveys held
//!
//! Everyone present answers; the error of an answer belongs to the person, the question and the day.

use super::{Answer, PairAnswer, TeamAnswer};
use crate::dynamics::State;
use crate::dynamics::outcome::{levels, yields};
use crate::dynamics::trust::single;
use crate::organisation::{Block, person, role};
use crate::random::{Draw, Purpose};
use crate::scenario::{ByPractice, ByReferent, Referent};
use crate::theory::outcome::{PER_SD, PERFORMANCE, index};
use crate::theory::survey::{Style, answer, employer, error_sd, item_sd, seen};
use crate::theory::team::climate;

/// Spread of an outcome's index in the reference population.
const SPREAD_INDEX: f64 = PER_SD as f64;

/// The answers of everyone present in a team.
pub fn ask(state: &State, team: u32, answers: &mut Vec<Answer>) {
    let organisation = &state.organisation;
    let (number, lane) = organisation.place[team as usize];
    let (block, lane) = (&organisation.blocks[number as usize], lane as usize);
    let law = &state.scenario.parameters.survey;
    let trust_error = error_sd(law.spread_trust, law.reliability);
    let index_error = error_sd(SPREAD_INDEX, law.reliability);
    let facet_error = error_sd(law.spread_facet, law.reliability);
    let seen_error = error_sd(law.seen_spread, law.reliability);
    let breach_error = error_sd(law.spread_breach, law.reliability);
    let rater_error = error_sd(SPREAD_INDEX, law.rater);
    let felt_error = error_sd(law.spread_trust, law.felt);
    for (i, seat) in block.seat.iter().enumerate().filter(|(i, _)| block.is_present(*i, lane)) {
        let generation = seat.generation[lane];
        let mut sheet = Sheet::of(state, team, i, generation, Purpose::Survey);
        let latent_trust = seat.trust.map(|trust| trust.0[lane]);
        let indices = seat.outcomes.map(|outcome| index(outcome.0[lane]));
        let practices = practices_seen(state, team, i, generation);
        let employer = employer(law, f64::from(latent_trust[Referent::Top]), &practices) as f32;
        answers.push(Answer {
            day: organisation.day,
            seat: block.first_seat[lane] + i as u32,
            generation,
            team,
            leader: i == 0,
            tenure_days: (organisation.day as i32 - seat.started[lane]) as u32,
            propensity: seat.propensity.0[lane],
            trust: latent_trust.map(|level| sheet.given(level, trust_error)),
            latent_trust,
            attitudes: indices.map(|level| sheet.given_both_ways(level, index_error)),
            performance_rated: sheet.rated(indices[PERFORMANCE], rater_error),
            counterproductive_acts: seat.against[lane] as u32,
            exit_day: u32::MAX,
            exit_reason: 0,
            // What is asked comes last in the sheet, so that the answers before it have the luck that they always had.
            facets: facets(block, lane, i).map(|of| of.map(|level| sheet.given(level, facet_error))),
            seen: practices.map(|level| sheet.given(level as f32, seen_error)),
            trust_employer: sheet.given(employer, trust_error),
            perceived_breach: sheet.given_both_ways(damage(block, lane, i), breach_error),
            felt_trust: sheet.given(signalled(state, block, lane, i), felt_error),
            estimated_trust: sheet.given(estimated(block, lane, i) + law.estimate_shift as f32, felt_error),
        });
    }
}

/// What everyone present in a team answers about each teammate.
pub fn ask_pairs(state: &State, team: u32, pairs: &mut Vec<PairAnswer>) {
    let organisation = &state.organisation;
    let (number, lane) = organisation.place[team as usize];
    let (block, lane) = (&organisation.blocks[number as usize], lane as usize);
    let law = &state.scenario.parameters.survey;
    let error = error_sd(law.spread_trust, law.reliability);
    let who = |i: usize| (block.first_seat[lane] + i as u32, block.seat[i].generation[lane]);
    for i in (0..block.seats).filter(|&i| block.is_present(i, lane)) {
        let mut sheet = Sheet::of(state, team, i, block.seat[i].generation[lane], Purpose::Sociometry);
        for j in 0..block.seats {
            let latent_trust = if i != j && knows(block, lane, i, j) { trust(state, block, lane, i, j) } else { f32::NAN };
            let trust = sheet.given(latent_trust, error); // drawn for every seat, so that who is away moves nobody's luck
            if !trust.is_nan() {
                pairs.push(PairAnswer { day: organisation.day, team, from: who(i), to: who(j), trust, latent_trust });
            }
        }
    }
}

/// A questionnaire that somebody fills in.
struct Sheet {
    style: Style,
    /// How many whole answers make a scale; `None` where any answer between 1 and 5 can be given.
    items: Option<u32>,
    draw: Draw,
}

impl Sheet {
    fn of(state: &State, team: u32, seat: usize, generation: u32, purpose: Purpose) -> Self {
        let (dice, law) = (&state.organisation.dice, &state.scenario.parameters.survey);
        let who = person(seat, generation);
        let mut own = dice.at(Purpose::Style, 0, team, who);
        Self {
            style: Style::of(law, [own.normal(), own.normal()]),
            items: state.scenario.run.survey_categories.then_some(law.items.round() as u32),
            draw: dice.at(purpose, state.organisation.day, team, who),
        }
    }

    /// The answer to what has this level; none where there is none.
    fn given(&mut self, level: f32, error: f64) -> f32 {
        self.filled(level, self.style, error)
    }

    /// The same where the questions of a scale point both ways.
    fn given_both_ways(&mut self, level: f32, error: f64) -> f32 {
        self.filled(level, self.style.both_ways(), error)
    }

    /// The same by somebody else, whose habits are not known.
    fn rated(&mut self, level: f32, error: f64) -> f32 {
        self.filled(level, Style::NONE, error)
    }

    fn filled(&mut self, level: f32, style: Style, error: f64) -> f32 {
        let mut one = |error: f64| answer(f64::from(level), style, error * self.draw.normal());
        let scale = match self.items {
            None => one(error),
            Some(items) => {
                let error = item_sd(error, items);
                (0..items).map(|_| one(error).round()).sum::<f64>() / f64::from(items)
            }
        };
        if level.is_nan() { f32::NAN } else { scale as f32 }
    }
}

/// Whether seat `i` has seat `j` of the same team to deal with.
fn knows(block: &Block, lane: usize, i: usize, j: usize) -> bool {
    block.is_present(j, lane) && block.is_tied(i, j, lane)
}

/// Trust of seat `i` in seat `j`.
fn trust(state: &State, block: &Block, lane: usize, i: usize, j: usize) -> f32 {
    let terms = state.terms();
    single(block, block.pair(i, j), lane, i, terms.impact[role(j)], terms)
}

/// The mean of these; none (NaN) of nobody.
fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + f64::from(value), count + 1.0));
    (sum / count) as f32
}

/// What seat `i` believes of each referent (of colleagues the mean), facet by facet.
fn facets(block: &Block, lane: usize, i: usize) -> [ByReferent<f32>; 4] {
    std::array::from_fn(|facet| {
        let of = |trustee: usize| block.relations[block.toward(i, trustee)].facets[facet].get(lane);
        let colleagues = (1..block.seats).filter(|&j| j != i && knows(block, lane, i, j));
        let leader = if i > 0 && block.is_present(0, lane) { of(0) } else { f32::NAN };
        ByReferent([mean(colleagues.map(of)), leader, of(block.top())])
    })
}

/// The practices as this person sees them.
fn practices_seen(state: &State, team: u32, seat: usize, generation: u32) -> ByPractice<f64> {
    let mut draw = state.organisation.dice.at(Purpose::Perception, 0, team, person(seat, generation));
    let all = draw.normal();
    state.organisation.practices.map(|level| seen(&state.scenario.parameters.survey, level, [all, draw.normal()]))
}

/// The deepest damage, wound and scar together, that seat `i` bears from the leader or top management.
fn damage(block: &Block, lane: usize, i: usize) -> f32 {
    let of = |trustee: usize| {
        let damage = block.damage(block.toward(i, trustee), lane);
        damage.wound.iter().zip(damage.scar).fold(0.0, |deepest: f32, (wound, scar)| deepest.max(wound + scar)).min(1.0)
    };
    let top = of(block.top());
    if i > 0 && block.is_present(0, lane) { top.max(of(0)) } else { top }
}

/// The leader's trust in seat `i`; none (NaN) where there is no leader, and for the leader.
fn signalled(state: &State, block: &Block, lane: usize, i: usize) -> f32 {
    if i > 0 && block.is_present(0, lane) { trust(state, block, lane, 0, i) } else { f32::NAN }
}

/// Mean trust of the members in the leader; none (NaN) for whom does not lead.
fn estimated(block: &Block, lane: usize, i: usize) -> f32 {
    let members = (1..block.seats).filter(|&j| i == 0 && block.is_present(j, lane));
    mean(members.map(|j| block.seat[j].trust[Referent::Leader].0[lane]))
}

/// What is known of a team on a survey day.
pub fn ask_team(state: &State, team: u32) -> TeamAnswer {
    let organisation = &state.organisation;
    let (number, lane) = organisation.place[team as usize];
    let (block, lane) = (&organisation.blocks[number as usize], lane as usize);
    let all = levels(block, state.week(), &organisation.practices);
    let (levels, output) = (&all[lane], yields(block, state.scenario, &all, organisation.day).output[lane]);
    let exits = |kind: usize| block.exits[kind].iter().map(|week| u32::from(week[lane])).sum();
    TeamAnswer {
        day: organisation.day,
        team,
        size: block.headcount(lane),
        task_interdependence: block.interdependence.0[lane],
        trust: levels.trust.map(|trust| trust as f32),
        climate: climate(&state.scenario.team_law(), levels).map(|value| value as f32),
        output: output as f32,
        exits_voluntary_52w: exits(0),
        exits_involuntary_52w: exits(1),
    }
}
