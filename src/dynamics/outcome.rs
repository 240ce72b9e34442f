//! # Outcomes
//!
//! Once a week trust settles into engagement, satisfaction, strain and the rest, and into the climate of the team.

use super::processor::{Kernel, Processor};
use super::scratch::Keys;
use super::terms::Terms;
use crate::organisation::{Block, LANES, Lane, STEPS, Seat, role};
use crate::random::{Dice, Page, Purpose, bits, near_normal, slot};
use crate::scenario::Scenario;
use crate::theory::behaviour::{self, BEHAVIOURS, Own};
use crate::theory::health;
use crate::theory::outcome::{
    self, ENGAGEMENT, HELPING, KNOWLEDGE_SHARING, LEARNING, LOYALTY, MOTIVATION, OUTCOMES, PERFORMANCE, QUIT_INTENTION, READINESS, STRAIN,
};
use crate::theory::practice::{ByPractice, Practice, at_work};
use crate::theory::referent::{ByReferent, Referent};
use crate::theory::team::{self, Levels, Workforce};
use crate::theory::turnover;

/// The laws of a week in the form in which it uses them: as `f32`, with the levels of the practices worked in.
#[derive(Clone, Debug)]
pub struct Week {
    pulls: [Weights; 13],
    reference: ByReferent<[f32; 2]>,
    limit: f32,
    noise: f32,
    shown: OwnEffects,
}

/// What is looked at to see how much of each behaviour is shown well.
#[derive(Clone, Debug)]
struct OwnEffects {
    /// How often, by behaviour: occasions, as they are and as they would be at usual frequencies.
    occasions: ByReferent<[[f32; 2]; 10]>,
    /// Logit of doing it well, by behaviour, before the person.
    base: ByReferent<[f32; 10]>,
    shares: [[f32; 4]; 10],
    pull: [f32; 2],
    /// Chance that ordinary people do it well.
    ordinary: f32,
    /// The most that each adds to its own outcome; 0 when off.
    own: [f32; 10],
}

impl OwnEffects {
    fn of(scenario: &Scenario, terms: &Terms) -> Self {
        let p = &scenario.parameters;
        let frequency = p.behaviours.values();
        let (shares, pull) = (terms.shares, terms.pull);
        let own = if scenario.mechanisms.own_outcomes { p.own.values() } else { [0.0; 10] };
        let occasions = ByReferent::of(|role| {
            std::array::from_fn(|b| {
                let usual = p.loadings.of(b).occasions[role];
                [usual * frequency[b], usual].map(|rate| rate as f32)
            })
        });
        let ordinary = (1.0 / (1.0 + libm::exp(-p.behaviour.base))) as f32;
        Self { occasions, base: ByReferent::of(|role| terms.role[role].base), shares, pull, ordinary, own: own.map(|most| most as f32) }
    }
}

/// What moves one outcome, and how fast.
#[derive(Clone, Copy, Debug)]
struct Weights {
    trust: ByReferent<f32>,
    strain: f32,
    ability: f32,
    at_once: f32,
    /// The behaviour that moves it of itself, and which way.
    shown: Option<(usize, f32)>,
    load: f32,
    injury: f32,
    attitude: f32,
    own: f32,
    rate: f32,
}

impl Week {
    /// The laws with these levels of the practices.
    pub fn of(scenario: &Scenario, practices: &ByPractice<f64>, terms: &Terms) -> Self {
        let law = &scenario.parameters.outcome;
        let mut at_once = practices_at_once(scenario, practices);
        at_once[PERFORMANCE] = scenario.performance_entry() as f32;
        let pulls = outcome::pulls(law);
        let withdrawal = if scenario.mechanisms.withdrawal { law.withdrawal as f32 } else { 0.0 };
        let load = if scenario.mechanisms.strain_of_vacancies { law.load as f32 } else { 0.0 };
        let lasting = outcome::lasting(law);
        Self {
            pulls: std::array::from_fn(|k| Weights {
                trust: pulls[k].trust.map(|w| w as f32),
                strain: pulls[k].strain as f32,
                ability: if k == PERFORMANCE { law.ability as f32 } else { 0.0 },
                at_once: at_once[k],
                shown: shows_in(k),
                load: if k == STRAIN { load } else { 0.0 },
                injury: if matches!(k, ENGAGEMENT | HELPING | KNOWLEDGE_SHARING) { withdrawal } else { 0.0 },
                attitude: lasting[k][0] as f32,
                own: lasting[k][1] as f32,
                rate: (1.0 / pulls[k].weeks) as f32,
            }),
            reference: outcome::reference(law).map(|pair| pair.map(|x| x as f32)),
            limit: law.limit as f32,
            noise: (law.residual * (1.0 - law.lasting)).sqrt() as f32,
            shown: OwnEffects::of(scenario, terms),
        }
    }

    /// The same, arriving at once at what moves the outcomes.
    fn at_once(mut self) -> Self {
        for weights in &mut self.pulls {
            weights.rate = 1.0;
        }
        self
    }
}

/// One week of outcomes in one block.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(
    block: &mut Block,
    scenario: &Scenario,
    week: &Week,
    practices: &ByPractice<f64>,
    dice: Dice,
    keys: &Keys,
    processor: Processor,
) -> [Levels; LANES] {
    let mut means = Means::default();
    processor.run(Follow { block, week, dice, keys, means: &mut means });
    climate(block, scenario, &means.levels(block, practices), 1.0 / scenario.parameters.team.safe_weeks as f32);
    means.levels(block, practices)
}

/// Puts everyone's outcomes, and the safety of the teams, where this morning's trust would bring them in the end: on day 0
/// an organisation has lived before.
pub fn settle(block: &mut Block, scenario: &Scenario, week: &Week, practices: &ByPractice<f64>, dice: Dice, processor: Processor) {
    let week = week.clone().at_once();
    let keys = Keys::of(block, dice, 0);
    for _ in 0..2 {
        let mut means = Means::default();
        processor.run(Follow { block, week: &week, dice, keys: &keys, means: &mut means }); // twice, because outcomes lean on strain
        climate(block, scenario, &means.levels(block, practices), 1.0);
    }
}

struct Follow<'a> {
    block: &'a mut Block,
    week: &'a Week,
    dice: Dice,
    keys: &'a Keys,
    means: &'a mut Means,
}

impl Kernel for Follow<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, week, dice, keys, means } = self;
        let mut empty = Lane::all(0.0); // share of empty seats
        for (l, empty) in empty.0.iter_mut().enumerate() {
            let present: f32 = block.seat.iter().map(|seat| seat.present.0[l]).sum();
            *empty = 1.0 - present / (block.open_seats(l).max(1) as f32);
        }
        let shown = own(block, week);
        let teams = block.teams;
        for i in 0..block.seats {
            let injury = Lane::from(block.deepest_injuries(i)).times(Lane::all(1.0 / STEPS));
            let seat = &mut block.seat[i];
            let own = teams.iter().zip(seat.generation).map(|(&team, generation)| dice.key(Purpose::OwnOutcome, generation, team));
            let (mut low, mut high) = ([0; LANES], [0; LANES]);
            for (l, key) in own.enumerate() {
                (low[l], high[l]) = (key.low, key.high);
            }
            follow(seat, week, &injury, &empty, &shown, |k, l| bits(low[l], high[l], slot(i, k)), |k, l| keys.bits(Page::Noise, l, i, k));
        }
        *means = Means::of(block, &shown);
    }
}

/// What each behaviour adds to its own outcome in each team: as much more of it as is shown well than ordinary people would
/// show, each role by its occasions.
#[inline(always)]
fn own(block: &Block, week: &Week) -> [Lane; 10] {
    let OwnEffects { occasions, base, shares, pull, ordinary, own } = &week.shown;
    let (mut well, mut usual) = ([Lane::all(0.0); 10], [Lane::all(0.0); 10]);
    for (i, seat) in block.seat.iter().enumerate() {
        let role = role(i);
        let mut mood = Lane::all(0.0);
        for l in 0..LANES {
            mood.0[l] = pull[0] * seat.outcomes[ENGAGEMENT].0[l] - pull[1] * seat.outcomes[STRAIN].0[l];
        }
        for b in 0..10 {
            let ([rate, usually], base, [c, r, i, h]) = (occasions[role][b], base[role][b], shares[b]);
            let (mut shown, mut usually_shown) = (well[b], usual[b]);
            let [competence, reliability, intentions, honesty] = &seat.conduct;
            for l in 0..LANES {
                let conduct = c * competence.0[l] + r * reliability.0[l] + i * intentions.0[l] + h * honesty.0[l];
                let odds = behaviour::exp(base + conduct + seat.lift.0[l] + mood.0[l]);
                shown.0[l] += seat.present.0[l] * rate * odds / (1.0 + odds);
                usually_shown.0[l] += seat.present.0[l] * usually * ordinary;
            }
            (well[b], usual[b]) = (shown, usually_shown);
        }
    }
    for b in 0..10 {
        for l in 0..LANES {
            let times = if usual[b].0[l] > 0.0 { well[b].0[l] / usual[b].0[l] } else { 1.0 };
            well[b].0[l] = own[b] * behaviour::beyond_usual(times);
        }
    }
    well
}

/// One week of one seat; `lasting` draws what is the holder's own in an outcome, and in the attitude that follows on the
/// last of them, `passing` this week's noise.
#[inline(always)]
fn follow(
    seat: &mut Seat,
    week: &Week,
    injury: &Lane,
    empty: &Lane,
    behaviours: &[Lane; 10],
    lasting: impl Fn(usize, usize) -> u32,
    passing: impl Fn(usize, usize) -> u32,
) {
    let mut attitude = Lane::all(0.0);
    for l in 0..LANES {
        attitude.0[l] = near_normal(lasting(OUTCOMES.len(), l));
    }
    let [colleague, leader, top] = Referent::ALL.map(|who| standardised(week, &seat.trust[who], who));
    let strain = seat.outcomes[STRAIN];
    for (k, pull) in week.pulls.iter().enumerate() {
        let y = &mut seat.outcomes[k];
        let ByReferent([by_colleague, by_leader, by_top]) = pull.trust;
        let shown = pull.shown.map_or(Lane::all(0.0), |(b, sign)| behaviours[b].times(Lane::all(sign)));
        for l in 0..LANES {
            let own = pull.attitude * attitude.0[l] + pull.own * near_normal(lasting(k, l));
            let noise = near_normal(passing(k, l));
            let trusting = by_colleague * colleague.0[l] + by_leader * leader.0[l] + by_top * top.0[l];
            let other = pull.strain * strain.0[l] - pull.injury * injury.0[l]
                + pull.at_once
                + shown.0[l]
                + pull.load * empty.0[l]
                + pull.ability * seat.ability.0[l];
            y.0[l] = outcome::week(y.0[l], trusting + other + own, noise, week.noise, pull.rate);
        }
    }
}

/// Trust against the fixed reference; where there is none (a leader's leader), at the reference.
#[inline(always)]
fn standardised(week: &Week, trust: &Lane, who: Referent) -> Lane {
    let [mean, sd] = week.reference[who];
    let mut z = Lane::all(0.0);
    for l in 0..LANES {
        let trust = if trust.0[l].is_nan() { mean } else { trust.0[l] };
        z.0[l] = outcome::standardised(trust, mean, sd, week.limit);
    }
    z
}

/// The behaviour whose own outcome this is, and which way it moves it.
fn shows_in(outcome: usize) -> Option<(usize, f32)> {
    let (own, sign) = match outcome {
        KNOWLEDGE_SHARING => (Own::KnowledgeSharing, 1.0),
        HELPING => (Own::Helping, 1.0),
        READINESS => (Own::Readiness, 1.0),
        QUIT_INTENTION => (Own::QuitIntention, -1.0),
        LOYALTY => (Own::QuitIntention, 1.0), // who is loyal to the team does not think of leaving it
        _ => return None,
    };
    BEHAVIOURS.iter().position(|row| row.own == own).map(|b| (b, sign))
}

/// What the practices do to outcomes directly, in standard deviations.
fn practices_at_once(scenario: &Scenario, practices: &ByPractice<f64>) -> [f32; 13] {
    let law = &scenario.parameters.practice;
    let mut at_once = [0.0; 13];
    if scenario.mechanisms.practices_work {
        at_once[STRAIN] = -(at_work(law.clarity_strain, practices[Practice::Clarity])
            + at_work(law.wellbeing_strain, practices[Practice::Wellbeing])) as f32;
        at_once[MOTIVATION] = at_work(law.autonomy_motivation, practices[Practice::Autonomy]) as f32;
    }
    at_once
}

/// Safety follows trust at this rate; a shock's disorder settles.
fn climate(block: &mut Block, scenario: &Scenario, levels: &[Levels; LANES], rate: f32) {
    let law = &scenario.team_law();
    for (lane, levels) in levels.iter().enumerate().filter(|(lane, _)| block.teams[*lane] != u32::MAX) {
        let target = team::safety_target(law, levels.trust, levels.own(Own::Safety)) as f32;
        if !target.is_nan() {
            block.safety.0[lane] += (target - block.safety.0[lane]) * rate;
        }
        block.disruption.0[lane] = team::settling(law, block.disruption.0[lane] as f64, levels) as f32;
    }
}

/// Means over those present in each team, from which its climate follows; ½ where there is nobody.
#[derive(Clone, Debug)]
struct Means {
    trust: ByReferent<Lane>,
    indices: [Lane; 4],
    own: [Lane; 10],
}

/// The outcomes that are part of the climate.
const SHARED: [usize; 4] = [HELPING, KNOWLEDGE_SHARING, LEARNING, READINESS];

impl Default for Means {
    fn default() -> Self {
        Self { trust: ByReferent::all(Lane::all(0.0)), indices: [Lane::all(0.0); 4], own: [Lane::all(0.0); 10] }
    }
}

impl Means {
    #[inline(always)]
    fn of(block: &Block, own: &[Lane; 10]) -> Self {
        let mut sums = Self::default();
        let (mut counts, mut present) = (ByReferent::all(Lane::all(0.0)), Lane::all(0.0));
        for seat in &block.seat {
            present = present.plus(seat.present);
            for ((sum, count), &trust) in sums.trust.iter_mut().zip(&mut counts).zip(&seat.trust) {
                let there = where_known(seat.present, trust);
                *count = count.plus(there);
                *sum = sum.plus(trust.where_there(there));
            }
            for (sum, k) in sums.indices.iter_mut().zip(SHARED) {
                *sum = sum.plus(indices(seat.outcomes[k]).times(seat.present));
            }
        }
        Self {
            trust: ByReferent::of(|who| mean(sums.trust[who], counts[who])),
            indices: std::array::from_fn(|k| mean(sums.indices[k], present)),
            own: *own,
        }
    }

    fn levels(&self, block: &Block, practices: &ByPractice<f64>) -> [Levels; LANES] {
        std::array::from_fn(|lane| {
            let [helping, knowledge_sharing, learning, readiness] = self.indices.map(|index| index.0[lane] as f64);
            Levels {
                trust: self.trust.map(|mean| mean.0[lane] as f64),
                safety: block.safety.0[lane] as f64,
                helping,
                knowledge_sharing,
                learning,
                readiness,
                autonomy: practices[Practice::Autonomy],
                vision: practices[Practice::Vision],
                own: self.own.map(|own| own.0[lane] as f64),
            }
        })
    }
}

/// Who is present and knows: 1, else 0.
#[inline(always)]
fn where_known(mut present: Lane, trust: Lane) -> Lane {
    for l in 0..LANES {
        present.0[l] = if trust.0[l] >= 0.0 { present.0[l] } else { 0.0 };
    }
    present
}

#[inline(always)]
fn indices(mut outcome: Lane) -> Lane {
    for l in 0..LANES {
        outcome.0[l] = outcome::index(outcome.0[l]);
    }
    outcome
}

#[inline(always)]
fn mean(mut sum: Lane, count: Lane) -> Lane {
    for l in 0..LANES {
        sum.0[l] = if count.0[l] > 0.0 { sum.0[l] / count.0[l] } else { 0.5 };
    }
    sum
}

/// The levels from which the climate of each team follows.
pub fn levels(block: &Block, week: &Week, practices: &ByPractice<f64>) -> [Levels; LANES] {
    Means::of(block, &own(block, week)).levels(block, practices)
}

/// What a week yields in each team.
#[derive(Clone, Copy, Debug)]
pub struct Yield {
    /// Output as a share of the reference output of a full team.
    pub output: [f64; LANES],
    /// The same without the disorder left by shocks.
    pub calm: [f64; LANES],
    /// Expected share of working days ill, summed over the people present.
    pub sick: [f64; LANES],
}

/// What each team yields; `levels` are those of [`levels`].
pub fn yields(block: &Block, scenario: &Scenario, levels: &[Levels; LANES], day: u32) -> Yield {
    let (law, turnover, ill) = (&scenario.team_law(), &scenario.parameters.turnover, &scenario.parameters.health);
    let (mut effort, mut present, mut sick) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    for seat in &block.seat {
        for l in (0..LANES).filter(|&l| seat.present.0[l] > 0.0) {
            let weeks = (day as f64 - seat.started[l] as f64) / 5.0;
            let ramp = if scenario.mechanisms.ramp_up { turnover::ramp(turnover, weeks) } else { 1.0 };
            let mut at_work = 1.0;
            if scenario.mechanisms.illness {
                let days = health::sick(ill, f64::from(seat.outcomes[STRAIN].0[l]));
                at_work = health::at_work(ill, law.carry, days);
                sick[l] += days;
            }
            present[l] += 1.0;
            effort[l] += ramp * at_work * (1.0 + law.spread * seat.outcomes[PERFORMANCE].0[l] as f64);
        }
    }
    let with = |lane: usize, disruption: f64| {
        let hands = Workforce {
            effort: effort[lane],
            present: present[lane],
            seats: block.open_seats(lane).max(1) as f64,
            interdependence: block.interdependence.0[lane] as f64,
            disruption,
            sabotage: block.sabotage.0[lane] as f64,
            trade: team::trade(law, block.trade.each_ref().map(|drawn| f64::from(drawn.0[lane]))),
        };
        team::output(law, &levels[lane], &hands)
    };
    let output: [f64; LANES] = std::array::from_fn(|lane| with(lane, block.disruption.0[lane] as f64));
    let calm = std::array::from_fn(|lane| if block.disruption.0[lane] > 0.0 { with(lane, 0.0) } else { output[lane] });
    Yield { output, calm, sick }
}
