//! # Founding
//!
//! From a scenario and the dice to the organisation of day 0, and to every newcomer after it.

use super::{Block, Counts, Damage, LANES, Lane, MOST_ACTS, Narrow, Organisation, Relation, Seat, Standing, Top, Totals, referent};
use crate::random::{Dice, Draw, Key, Purpose, bits, near_normal, of_two, slot, uniform};
use crate::scenario::{People, Scenario, Span, Start, YEAR};
use crate::theory::acquaintance::{Role, Years};
use crate::theory::behaviour;
use crate::theory::impression;
use crate::theory::outcome::{self, OUTCOMES, OutcomeLaw, PERFORMANCE, Pull, QUIT_INTENTION, STRAIN};
use crate::theory::quotient;
use crate::theory::referent::{ByReferent, Referent};
use crate::theory::turnover::{self, MEMORY, Stay, TurnoverLaw};

/// How many seats each team has.
pub fn sizes(scenario: &Scenario, dice: Dice) -> Vec<u32> {
    let spec = &scenario.organisation;
    (0..spec.teams).map(|team| between(spec.team_size, &mut dice.at(Purpose::Structure, 0, team, 0))).collect()
}

/// The organisation of day 0.
pub fn found(scenario: &Scenario, dice: Dice) -> Organisation {
    let spec = &scenario.organisation;
    let sizes = sizes(scenario, dice);
    let mut first_seat = Vec::with_capacity(sizes.len());
    let mut seats = 0;
    for size in &sizes {
        first_seat.push(seats);
        seats += size;
    }
    let mut order: Vec<u32> = (0..spec.teams).collect();
    order.sort_by_key(|&team| sizes[team as usize]); // stable: equal sizes keep the order of the teams
    let mut place = vec![(0, 0); sizes.len()];
    let mut rows = Vec::new();
    let mut first_row = Vec::new();
    for (number, teams) in order.chunks(LANES).enumerate() {
        first_row.push(rows.len());
        rows.extend((0..widest(teams, &sizes)).map(|seat| (number as u32, seat)));
        for (lane, &team) in teams.iter().enumerate() {
            place[team as usize] = (number as u32, lane as u8);
        }
    }
    let address = |team: u32, seat: u32| {
        let (block, lane) = place[team as usize];
        (first_row[block as usize] as u32 + seat) * LANES as u32 + lane as u32
    };
    let known = (scenario.organisation.start == Start::Settled).then(|| ByReferent::of(|referent| scenario.role(referent)));
    let site = Site { scenario, dice, sizes: &sizes, address: &address, roots: Roots::of(scenario, known.as_ref()), known };
    let found = |(number, teams): (usize, &[u32])| found_block(&site, teams, first_row[number], &first_seat);
    let blocks = order.chunks(LANES).enumerate().map(found).collect();
    Organisation {
        day: 0,
        dice,
        blocks,
        place,
        rows,
        seats,
        top: Top { conduct: scenario.people.top_conduct, lift: 0.0, generation: 1 },
        culture: 0.0,
        practices: scenario.practices,
        totals: Totals::default(),
        year: super::Year::NONE,
        recovery: None,
        output: 1.0,
    }
}

fn between(span: Span<u32>, draw: &mut Draw) -> u32 {
    span.min + draw.below(span.max - span.min + 1)
}

/// What every block is founded on.
struct Site<'a> {
    scenario: &'a Scenario,
    dice: Dice,
    sizes: &'a [u32],
    address: &'a dyn Fn(u32, u32) -> u32,
    roots: Roots,
    /// Those whom founders have got to know; none where all are strangers.
    known: Option<ByReferent<Role>>,
}

/// What one has come to believe of another.
struct Acquaintance {
    facets: [f32; 4],
    chance: f32,
    acts: f64,
}

/// Trust in those who stand in a role.
#[derive(Clone, Copy)]
struct RoleTrust {
    /// How far they are trusted, 0 to 1.
    trust: f32,
    /// The share of one's service that they were there; before them, others were trusted as usual.
    shared: f64,
}

/// How much of the hazard of quitting people have outlived after so many years, whatever their intention.
struct Roots {
    /// Σ e^(−roots) over the weeks of service, by quarter of a year.
    hazard: Vec<f64>,
    /// How much of the effect of trust on leaving has built up by each quarter of service, 0 to 1, until it is nearly whole; the rest is the
    /// effect of trust in strangers.
    grown: Vec<f64>,
    /// The effect of trust in strangers on the odds of leaving, logits.
    stranger: f64,
    /// Hazard of quitting a week at the reference, averaged over what varies between people and does not last, and over trust too where
    /// that is not known.
    base: f64,
    /// Hazard of leaving for other reasons, a year.
    other: f64,
    law: TurnoverLaw,
    outcome: OutcomeLaw,
    pulls: [Pull; 13],
    /// By how much the part of performance that does not last raises the hazard of being let go: a factor.
    let_go: f64,
}

/// From this share on the effect of trust counts as built up.
const WHOLE: f64 = 0.97;

/// Longest service, in years.
const LONGEST_SERVICE: f64 = 40.0;

impl Roots {
    fn of(scenario: &Scenario, known: Option<&ByReferent<Role>>) -> Self {
        let (law, outcome, on) = (scenario.turnover(), &scenario.parameters.outcome, &scenario.mechanisms);
        // An outcome's spread is 1 in all.
        let lasts = outcome.residual * outcome.lasting;
        let passes = if known.is_some() { outcome.residual - lasts } else { 1.0 - lasts };
        let pulls = outcome::pulls(outcome);
        let intention = 1.0 + pulls[QUIT_INTENTION].strain * pulls[QUIT_INTENTION].strain;
        let passing =
            passes * (law.slope * law.slope * intention + law.loyalty * law.loyalty + law.performance_quit * law.performance_quit);
        let quarters = (4.0 * LONGEST_SERVICE) as usize;
        let middle = |quarter: usize| (quarter as f64 + 0.5) / 4.0;
        let mut hazard = vec![0.0];
        for quarter in 0..quarters {
            let tied = turnover::roots(law.embeddedness as f32, law.embedded_years as f32, middle(quarter) as f32);
            hazard.push(hazard[quarter] + 13.0 * libm::exp(-f64::from(tied)));
        }
        let roots = Self {
            hazard,
            grown: Vec::new(),
            stranger: 0.0,
            base: if on.quitting { libm::exp(law.base + 0.5 * passing) } else { 0.0 },
            other: if on.involuntary_exits { law.involuntary } else { 0.0 },
            let_go: libm::exp(0.5 * law.performance_let_go * law.performance_let_go * passes),
            law,
            outcome: *outcome,
            pulls,
        };
        let Some(known) = known else { return roots };
        let pull = |years: f64| {
            let trust = known.map(|role| Some(RoleTrust { trust: role.trust_after(&scenario.parameters, years) as f32, shared: 1.0 }));
            turnover::pull(&law, &roots.trusting(trust))
        };
        let (stranger, settled) = (pull(0.0), pull(LONGEST_SERVICE));
        let grown =
            |quarter| if (settled - stranger).abs() < 1e-9 { 1.0 } else { (pull(middle(quarter)) - stranger) / (settled - stranger) };
        let grown = (0..quarters).map(grown).take_while(|share| *share < WHOLE).collect();
        Self { grown, stranger, ..roots }
    }

    /// What trust adds to what makes stay; where there is nobody to be trusted, as much as usual.
    fn trusting(&self, known: ByReferent<Option<RoleTrust>>) -> Stay {
        let reference = outcome::reference(&self.outcome);
        let z = ByReferent::of(|who| {
            let [mean, sd] = reference[who].map(|x| x as f32);
            known[who].map_or(0.0, |by| by.shared * f64::from(outcome::standardised(by.trust, mean, sd, self.outcome.limit as f32)))
        });
        let by_trust = |k: usize| self.pulls[k].trust.iter().zip(z).map(|(weight, z)| weight * z).sum::<f64>();
        let strain = by_trust(STRAIN);
        Stay::of(|k| (by_trust(k) + self.pulls[k].strain * strain) as f32)
    }

    /// The chance of still being there after `years`, with what lasts of somebody's outcomes and what trust adds to them.
    fn survival(&self, lasting: &Stay, trusting: &Stay, years: f64) -> f64 {
        let quarter = ((4.0 * years) as usize).min(self.hazard.len() - 1);
        let (own, trust) = (turnover::pull(&self.law, lasting), turnover::pull(&self.law, trusting));
        let young = self.grown.len().min(quarter);
        let growing =
            |(at, grown): (usize, &f64)| (self.hazard[at + 1] - self.hazard[at]) * libm::exp(grown * trust + (1.0 - grown) * self.stranger);
        let hazard = self.grown[..young].iter().enumerate().map(growing).sum::<f64>()
            + (self.hazard[quarter] - self.hazard[young]) * libm::exp(trust);
        let quits = self.base * libm::exp(own) * hazard;
        let performance = lasting.performance + trusting.performance;
        libm::exp(-quits - self.other * self.let_go * turnover::let_go(&self.law, performance) * years)
    }
}

fn widest(teams: &[u32], sizes: &[u32]) -> u32 {
    teams.iter().map(|&team| sizes[team as usize]).max().expect("a block has a team")
}

fn found_block(site: &Site, teams: &[u32], first_row: usize, first_seat: &[u32]) -> Block {
    let Site { scenario, dice, sizes, .. } = *site;
    let seats = widest(teams, sizes) as usize;
    let ties = if scenario.organisation.teams > 1 { scenario.organisation.ties_across as usize } else { 0 };
    let blank = Relation { facets: [Narrow::all(0.5); 4], chance: Narrow::all(0.5), ..Relation::default() };
    let places = seats * (seats + ties);
    let mut block = Block {
        seats,
        ties,
        teams: [u32::MAX; LANES],
        sizes: [0; LANES],
        closed: [0; LANES],
        first_seat: [0; LANES],
        relations: vec![blank; places],
        tied: Vec::new(),
        first_row,
        partners: vec![[u32::MAX; LANES]; seats * ties],
        partner_generation: vec![[1; LANES]; seats * ties],
        sealed: Vec::new(),
        mended: Vec::new(),
        ties_hurt: false,
        seat: vec![empty_seat(); seats],
        standing: vec![Standing::NONE; seats + 1],
        interdependence: Lane::all(0.0),
        trade: [Lane::all(0.0), Lane::all(dice.at(Purpose::Trade, 0, u32::MAX, 0).normal() as f32)],
        safety: Lane::all(0.5),
        disruption: Lane::all(0.0),
        sabotage: Lane::all(0.0),
        exits: Box::new([[[0; LANES]; MEMORY]; 2]),
        trust: ByReferent::all((0.0, 0)),
        count: Counts::default(),
    };
    for (lane, &team) in teams.iter().enumerate() {
        block.teams[lane] = team;
        block.sizes[lane] = sizes[team as usize];
        block.first_seat[lane] = first_seat[team as usize];
        let span = scenario.organisation.task_interdependence;
        let share = dice.at(Purpose::Structure, 0, team, 1).uniform();
        block.interdependence.0[lane] = (span.min + (span.max - span.min) * share) as f32;
        block.trade[0].0[lane] = dice.at(Purpose::Trade, 0, team, 0).normal() as f32;
        block.found_team(site, sizes[team as usize] as usize, lane);
        for i in 0..sizes[team as usize] as usize {
            for j in 0..sizes[team as usize] as usize {
                block.meet(scenario, dice, 0, i, j, lane);
                if let Some(known) = &site.known {
                    block.get_acquainted(site, known, i, j, lane);
                }
            }
            for k in 0..ties {
                block.tie_across(site, i, k, lane);
            }
        }
    }
    block.bind(scenario, dice);
    block
}

/// The number of a person among all who will ever sit in a team: seat and generation.
pub fn person(seat: usize, generation: u32) -> u32 {
    generation * 64 + seat as u32
}

fn empty_seat() -> Seat {
    Seat {
        present: Lane::all(0.0),
        propensity: Lane::all(0.0),
        own: [0; LANES],
        conduct: [Lane::all(0.0); 4],
        lift: Lane::all(0.0),
        ability: Lane::all(0.0),
        outcomes: [Lane::all(0.0); 13],
        trust: ByReferent::all(Lane::all(f32::NAN)),
        started: [0; LANES],
        reopens: [u32::MAX; LANES],
        generation: [0; LANES],
        against: [0; LANES],
    }
}

/// The generation that is taken for a founder in any case, when all before it have left.
const MOST_BEFORE: u32 = 60;

/// How often the seats of a team are filled in turn on day 0. Whether somebody has stayed hangs on whom they trust, so each round looks at
/// the holders of the round before.
const ROUNDS: usize = 3;

impl Seat {
    fn hold(&mut self, scenario: &Scenario, draw: &mut Draw, leads: bool, lane: usize, generation: u32) {
        let People { propensity, conduct, leader_conduct, ability, .. } = &scenario.people;
        let conduct = if leads { leader_conduct } else { conduct };
        self.propensity.0[lane] = (propensity.mean + propensity.sd * draw.normal()) as f32;
        let common = scenario.parameters.behaviour.character;
        let character = if scenario.mechanisms.character { common } else { 0.0 };
        let drawn: [f64; 4] = std::array::from_fn(|_| draw.normal());
        let whole = draw.normal();
        for ((own, spread), drawn) in self.conduct.iter_mut().zip(conduct).zip(drawn) {
            own.0[lane] = (spread.mean + spread.sd * (character.sqrt() * whole + (1.0 - character).sqrt() * drawn)) as f32;
        }
        self.ability.0[lane] = (ability.mean + ability.sd * draw.normal()) as f32;
        self.lift.0[lane] = 0.0;
        self.present.0[lane] = 1.0;
        self.generation[lane] = generation;
        self.against[lane] = 0;
        self.reopens[lane] = 0;
    }
}

impl Block {
    /// Fills the seats of a team on day 0 with survivors.
    fn found_team(&mut self, site: &Site, seats: usize, lane: usize) {
        let rounds = if site.known.is_some() { ROUNDS } else { 1 };
        for _ in 0..rounds {
            for i in 0..seats {
                self.found_seat(site, i, lane);
            }
        }
    }

    /// Fills a seat on day 0 with a survivor. People come at any time within the longest service and stay as the laws of
    /// turnover have it; those who have left are the earlier generations of the seat.
    fn found_seat(&mut self, site: &Site, i: usize, lane: usize) {
        let Site { scenario, dice, ref roots, .. } = *site;
        for generation in 1.. {
            let mut draw = dice.at(Purpose::Person, 0, self.teams[lane], person(i, generation));
            self.seat_holder(scenario, dice, &mut draw, i, lane, generation);
            let years = LONGEST_SERVICE * draw.uniform();
            self.seat[i].started[lane] = -(years * YEAR as f64) as i32;
            let own = |outcome: usize| f64::from(self.seat[i].outcomes[outcome].0[lane]);
            let lasting = Stay::of(|outcome| (own(outcome) + roots.pulls[outcome].strain * own(STRAIN)) as f32);
            let trusting = site.known.as_ref().map_or_else(Stay::default, |known| roots.trusting(self.known_trust(site, known, i, lane)));
            if draw.uniform() < roots.survival(&lasting, &trusting, years) || generation == MOST_BEFORE {
                return;
            }
        }
    }

    /// Trust of `i` in those who are there, as their years together have made it; none where there is nobody.
    fn known_trust(&self, site: &Site, known: &ByReferent<Role>, i: usize, lane: usize) -> ByReferent<Option<RoleTrust>> {
        let Site { scenario, dice, .. } = *site;
        let law = &scenario.parameters.quotient;
        let leaning = quotient::leaning(law.tilt as f32, self.seat[i].propensity.0[lane]);
        let (mut sum, mut shared, mut count) = (ByReferent::all(0.0), ByReferent::all(0.0), ByReferent::all(0.0));
        let years = |seat: usize| f64::from(-self.seat[seat].started[lane]);
        for j in (0..self.seats).filter(|&j| self.seat[j].present.0[lane] > 0.0) {
            if !tie_exists(dice, self.teams[lane], i, j, scenario.organisation.ties_within) {
                continue;
            }
            let who = referent(i, j);
            let Acquaintance { facets: [c, r, b, h], chance, .. } = self.acquaintance(site, known, i, j, lane);
            let (even, sharpness) = (law.even as f32, law.sharpness as f32);
            sum[who] +=
                quotient::trusting([c + r, b + h], [0.0; 2], chance, known[who].impact as f32, law.alarm as f32, leaning, even, sharpness);
            shared[who] += if who == Referent::Top { 1.0 } else { (years(j) / years(i).max(1.0)).min(1.0) };
            count[who] += 1.0;
        }
        ByReferent::of(|who| {
            (count[who] > 0.0).then(|| RoleTrust { trust: sum[who] / count[who] as f32, shared: shared[who] / count[who] })
        })
    }

    /// Puts a new person in a seat.
    pub fn seat_holder(&mut self, scenario: &Scenario, dice: Dice, draw: &mut Draw, i: usize, lane: usize, generation: u32) {
        self.seat[i].hold(scenario, draw, i == 0, lane, generation);
        let own = dice.key(Purpose::Fit, generation, self.teams[lane]);
        self.seat[i].own[lane] = bits(own.low, own.high, slot(i, 0));
        self.settle_outcomes(scenario, dice, i, lane);
    }

    /// Brings what `i` believes of its `j`-th trustee from the first impression to where their years together have brought it.
    fn get_acquainted(&mut self, site: &Site, known: &ByReferent<Role>, i: usize, j: usize, lane: usize) {
        let Acquaintance { facets, chance, acts } = self.acquaintance(site, known, i, j, lane);
        let place = self.toward(i, self.trustee(i, j));
        let relation = &mut self.relations[place];
        for (own, facet) in relation.facets.iter_mut().zip(facets) {
            own.set(lane, facet);
        }
        relation.chance.set(lane, chance);
        relation.acts.set_in_units(lane, acts.min(f64::from(MOST_ACTS)) as f32, MOST_ACTS);
    }

    /// What `i` has come to believe of its `j`-th trustee in their years together.
    fn acquaintance(&self, site: &Site, known: &ByReferent<Role>, i: usize, j: usize, lane: usize) -> Acquaintance {
        let Site { scenario, dice, .. } = *site;
        let (p, on) = (&scenario.parameters, &scenario.mechanisms);
        let who = referent(i, j);
        let Role { usual, given, .. } = &known[who];
        let seats = [&self.seat[i], &self.seat[j]];
        let days = seats.map(|seat| -seat.started[lane]).into_iter().min().unwrap_or(0);
        let conduct = |f: usize| if who == Referent::Top { scenario.people.top_conduct[f] } else { f64::from(seats[1].conduct[f].0[lane]) };
        let fits = if on.fit && who != Referent::Top {
            p.behaviour.fit * f64::from(behaviour::fits(of_two(seats[0].own[lane], seats[1].own[lane])))
        } else {
            0.0
        };
        let logit = given + fits + (0..4).map(|f| usual.shares[f] * conduct(f)).sum::<f64>();
        let well = 1.0 / (1.0 + libm::exp(-logit));
        let years = Years { years: f64::from(days) / YEAR as f64, acts_a_year: known[who].acts_a_year, well };
        let propensity = self.seat[i].propensity.0[lane];
        let level = scenario.parameters.impression.levels()[who];
        let stranger = f64::from(impression::first(impression::logit(&p.impression, level, f64::from(propensity)) as f32));
        let key = dice.key(Purpose::FirstImpression, self.seat[i].generation[lane] << 20, self.teams[lane]);
        let first = first_belief(scenario, key, slot(i, j), level, propensity);
        Acquaintance {
            facets: std::array::from_fn(|f| years.facet(p, usual, f, f64::from(first[f]), stranger) as f32),
            chance: years.chance(p, usual, p.impression.chance, YEAR as f64) as f32,
            acts: years.acts(),
        }
    }

    /// Starts a person's outcomes where their own lasting differences would have brought them.
    pub fn settle_outcomes(&mut self, scenario: &Scenario, dice: Dice, i: usize, lane: usize) {
        let law = &scenario.parameters.outcome;
        let own = dice.key(Purpose::OwnOutcome, self.seat[i].generation[lane], self.teams[lane]);
        let drawn = |outcome: usize| near_normal(bits(own.low, own.high, slot(i, outcome)));
        let (lasting, attitude) = (outcome::lasting(law), drawn(OUTCOMES.len()));
        let ability = law.ability as f32 * self.seat[i].ability.0[lane] + scenario.performance_entry() as f32;
        for (k, row) in self.seat[i].outcomes.iter_mut().enumerate() {
            let talent = if k == PERFORMANCE { ability } else { 0.0 };
            row.0[lane] = lasting[k][0] as f32 * attitude + lasting[k][1] as f32 * drawn(k) + talent;
        }
    }

    /// Starts the relation of seat `i` to its `j`-th trustee ([`Block::trustee`]) afresh.
    pub fn meet(&mut self, scenario: &Scenario, dice: Dice, day: u32, i: usize, j: usize, lane: usize) {
        let generation = self.seat[i].generation[lane];
        let key = dice.key(Purpose::FirstImpression, day.wrapping_add(generation << 20), self.teams[lane]);
        let level = scenario.parameters.impression.levels()[referent(i, j)];
        let facets = first_belief(scenario, key, slot(i, j), level, self.seat[i].propensity.0[lane]);
        let place = self.toward(i, self.trustee(i, j));
        self.set_damage(place, lane, Damage::default());
        self.relations[place].start(facets, scenario.parameters.impression.chance as f32, lane);
    }

    fn tie_across(&mut self, site: &Site, i: usize, k: usize, lane: usize) {
        let Site { scenario, dice, sizes, address, .. } = *site;
        let team = self.teams[lane];
        let teams = scenario.organisation.teams;
        let mut draw = dice.at(Purpose::Ties, 0, team, slot(i, k));
        let other = if draw.chance(scenario.parameters.spread.distant) || teams < 4 {
            (team + 1 + draw.below(teams - 1)) % teams
        } else {
            (team + [teams - 2, teams - 1, 1, 2][draw.below(4) as usize]) % teams
        };
        self.partners[i * self.ties + k][lane] = address(other, draw.below(sizes[other as usize]));
        self.meet_across(scenario, dice, i, k, lane);
    }

    /// Starts the relation of seat `i` to its `k`-th partner across afresh.
    pub fn meet_across(&mut self, scenario: &Scenario, dice: Dice, i: usize, k: usize, lane: usize) {
        let level = scenario.parameters.impression.level_colleague;
        let generation = self.seat[i].generation[lane];
        let key = dice.key(Purpose::FirstImpression, (generation << 20) + (1 << 19), self.teams[lane]);
        let facets = first_belief(scenario, key, slot(i, k), level, self.seat[i].propensity.0[lane]);
        let place = self.across(i, k);
        self.relations[place].start(facets, scenario.parameters.impression.chance as f32, lane);
    }

    /// Notes which ties inside the teams exist, unless all do.
    fn bind(&mut self, scenario: &Scenario, dice: Dice) {
        let share = scenario.organisation.ties_within;
        if share >= 1.0 {
            return;
        }
        self.tied = vec![0; self.seats * self.seats];
        for lane in 0..LANES {
            for (i, j) in (0..self.seats).flat_map(|i| (0..self.seats).map(move |j| (i, j))) {
                if self.teams[lane] != u32::MAX && tie_exists(dice, self.teams[lane], i, j, share) {
                    let place = self.pair(i, j);
                    self.tied[place] |= 1 << lane;
                }
            }
        }
    }
}

impl Relation {
    /// Starts this relation afresh in one lane.
    pub fn start(&mut self, facets: [f32; 4], chance: f32, lane: usize) {
        for (own, facet) in self.facets.iter_mut().zip(facets) {
            own.set(lane, facet);
        }
        self.chance.set(lane, chance);
        self.acts.set(lane, 0.0);
    }
}

/// Whether two teammates work together at all. Everyone works with the leader and sees top management.
pub fn tie_exists(dice: Dice, team: u32, i: usize, j: usize, share: f64) -> bool {
    let key = dice.key(Purpose::Ties, 1, team);
    i == j || i == 0 || j == 0 || (uniform(bits(key.low, key.high, slot(i.min(j), i.max(j)))) as f64) < share
}

/// The four facets of a first impression (see `theory::impression`): one noise for the pair, half as much for each facet.
fn first_belief(scenario: &Scenario, key: Key, slot: u32, level: f64, propensity: f32) -> [f32; 4] {
    let law = &scenario.parameters.impression;
    let logit = impression::logit(law, level, propensity as f64) as f32;
    let noise = |n: u32| law.pair as f32 * near_normal(bits(key.low, key.high, slot * 8 + n));
    let pair = noise(4);
    [0, 1, 2, 3].map(|facet| impression::first(logit + pair + 0.5 * noise(facet)))
}
