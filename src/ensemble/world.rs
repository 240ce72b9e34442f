//! # Worlds
//!
//! A *world* is the same scenario with its parameters moved a little, as far as what is known of them leaves open, and only
//! such moves as still give an organisation of the published levels and core correlations.
//!
//! ```text
//!   value     = given + u · share · √(room up · room down)       within the bounds
//!   share     = 0.02 measured, 0.05 related, 0.10 assumed
//!   candidate : u ~ uniform(−1, 1), and −u in the candidate beside it
//!   kept      : u = candidate + Σ_f shift_f · direction_f        within −1 and 1
//! ```
//!
//! | symbol        | meaning                                                                                           |
//! |---------------|---------------------------------------------------------------------------------------------------|
//! | u             | the move of a parameter                                                                           |
//! | room          | the way from the given value to a bound                                                           |
//! | direction_f   | how moves are felt in finding f, of length 1: the shortest way to another value of it             |
//! | shift_f       | how far the candidate was brought along that direction until it met the findings                  |
//!
//! `onfoot worlds` draws candidates, brings them to the findings, lives them and keeps what meets
//! (`calibration/worlds.rs`); what it found is shipped in `ensemble/worlds/`. A candidate hangs on
//! its number and a fixed seed alone, so that the files hold numbers and shifts and not every move.
//!
//! **Which world is which.** The candidates of a pair are kept together or not at all. A run takes the pairs in an order that
//! hangs on its seed, so that runs with different seeds look at different worlds first. One that asks for more worlds than are
//! kept goes through them again in another order and with other dice: luck goes on averaging out, doubt does not get wider.
//!
//! **Moves** go as far up as down, by the geometric mean of the room on both sides. A share of the room on each side apart would
//! move what stands near a bound mostly away from it, hundreds of parameters together, for no other reason than where the bound is: in
//! such worlds a third of all people quit in a year. What stands at a bound is off, or whole, and does not move. A move is
//! relative to what a scenario or an arm gives.
//!
//! Parameters that a fit has pinned down are drawn from that fit instead: `value = given + draw − mean of the draws`, one
//! draw of all of them together for each world (`[posterior]`, written by `calibrate`).
//!
//! **Read it as.** Both worlds of a pair have the same dice and moves that were opposite before they were brought to the
//! findings, so that half their difference is what half the difference of their moves did. Every pair has other dice, so that luck averages
//! out over worlds and is not taken for certainty.
//!
//! **Limits.** Bounds say what the model can compute, not what is plausible, so the shares are a convention. Worlds meet the
//! findings under the default preset; in a scenario that sets parameters of its own, the moves are the same and what they meet
//! is not looked at.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::ensemble::ArmPlan;
use crate::random::{Dice, Purpose};
use crate::scenario::Scenario;
use crate::theory::{Grade, LawParameter, Parameter, Parameters};

/// The share of the room up to its bounds that a grade leaves open.
pub const fn share(grade: Grade) -> f64 {
    match grade {
        Grade::Measured => 0.02,
        Grade::Related => 0.05,
        Grade::Assumed => 0.10,
    }
}

/// The value of a parameter at this move from `value`.
pub fn at(parameter: &LawParameter, value: f64, step: f64) -> f64 {
    let row = parameter.row;
    let room = ((row.high - value) * (value - row.low)).max(0.0).sqrt();
    (value + step * share(row.grade) * room).clamp(row.low, row.high)
}

/// The parameters that decide what is lived: all but those that only measure or price it, and the reference of outcomes,
/// which is measured.
pub fn movable() -> Vec<LawParameter> {
    let lived = |group: &str, row: &Parameter| match group {
        "survey" | "cost" => false,
        "team" => !matches!(row.key, "control" | "transaction"),
        // What a behaviour or a practice does not tell of at all is no guess but what it is.
        "loadings" | "signals" => row.default > 0.0,
        "outcome" => !row.key.starts_with("mean_") && !row.key.starts_with("sd_"),
        _ => true,
    };
    Parameters::listed().filter(|known| lived(known.group, known.row)).collect()
}

/// How far each parameter is moved, −1 to 1, in the order of [`movable`].
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The moves.
    pub moves: Vec<f64>,
}

/// The candidates that meet the findings.
#[derive(Clone, Debug)]
pub struct WorldSet {
    /// By finding, how each parameter's move is felt in it, in the order of [`movable`].
    pub directions: Vec<Vec<f64>>,
    /// The candidates by number, and how far each was brought along the directions; pairs stand together.
    pub worlds: Vec<(u32, Vec<f64>)>,
}

/// The candidates that come with the program, those that were not kept too, as `onfoot worlds` wrote them.
pub const CANDIDATES: &str = include_str!("worlds/candidates.csv");
/// The parameters as they were then, and how each is felt in the findings.
pub const DIRECTIONS: &str = include_str!("worlds/directions.csv");
/// What begins the head of a column of shifts.
pub const SHIFT: &str = "shift_";

impl WorldSet {
    /// As in these two files; what they do not say of a parameter counts as no direction.
    pub fn read(candidates: &str, directions: &str) -> Self {
        let mut lines = directions.lines();
        let findings = lines.next().map_or(0, |head| head.split(',').count().saturating_sub(2));
        let rows: BTreeMap<&str, Vec<&str>> = lines.filter_map(|line| Some((line.split(',').next()?, line.split(',').collect()))).collect();
        let felt = |path: &str, finding: usize| rows.get(path).and_then(|row| row.get(2 + finding)?.parse().ok()).unwrap_or(0.0);
        let paths: Vec<String> = movable().iter().map(LawParameter::path).collect();
        let directions = (0..findings).map(|finding| paths.iter().map(|path| felt(path, finding)).collect()).collect();
        let mut lines = candidates.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let heads = lines.next().unwrap_or_default();
        let shifts: Vec<usize> = (0..heads.len()).filter(|at| heads[*at].starts_with(SHIFT)).collect();
        let kept = heads.iter().position(|head| *head == "kept");
        let worlds = lines.filter(|row| kept.and_then(|at| row.get(at)) == Some(&"1")).filter_map(|row| {
            let shift = shifts.iter().map(|at| row.get(*at)?.parse().ok()).collect::<Option<_>>()?;
            Some((row[0].parse().ok()?, shift))
        });
        Self { directions, worlds: worlds.collect() }
    }

    /// The fingerprint of those that come with the program.
    pub fn fingerprint() -> String {
        let digest = Sha256::new().chain_update(CANDIDATES).chain_update(DIRECTIONS).finalize();
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Those that come with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<WorldSet> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::read(CANDIDATES, DIRECTIONS))
    }

    /// World `number` of a run with this seed.
    pub fn world(&self, seed: u64, number: u32, parameters: usize) -> World {
        let pairs = self.worlds.len() as u32 / 2;
        if pairs == 0 {
            return World::candidate(number, parameters); // before the first are made
        }
        let (round, pair) = (number / 2 / pairs, number / 2 % pairs);
        let mut order: Vec<u32> = (0..pairs).collect();
        let mut draw = Dice::new(seed, round).at(Purpose::World, 0, 0, 0);
        for at in (1..order.len()).rev() {
            order.swap(at, (draw.uniform() * (at + 1) as f64) as usize);
        }
        let (candidate, shift) = &self.worlds[(2 * order[pair as usize] + number % 2) as usize];
        World::brought(*candidate, shift, &self.directions, parameters)
    }
}

/// The dice of all candidates.
const SEED: u64 = 1;

impl World {
    /// The candidate of this number as it is drawn: an odd one is the mirror of the one before.
    pub fn candidate(number: u32, parameters: usize) -> Self {
        let mut draw = Dice::new(SEED, number / 2).at(Purpose::World, 0, 0, 2);
        let side = if number.is_multiple_of(2) { 1.0 } else { -1.0 };
        Self { moves: (0..parameters).map(|_| side * (2.0 * draw.uniform() - 1.0)).collect() }
    }

    /// The same, brought to the findings.
    pub fn brought(number: u32, shift: &[f64], directions: &[Vec<f64>], parameters: usize) -> Self {
        let mut world = Self::candidate(number, parameters);
        for (by, direction) in shift.iter().zip(directions) {
            world.moves.iter_mut().zip(direction).for_each(|(step, felt)| *step += by * felt);
        }
        world.moves.iter_mut().for_each(|step| *step = step.clamp(-1.0, 1.0));
        world
    }

    /// World `number` of a run with this seed: one of those that are kept.
    pub fn of(seed: u64, number: u32, parameters: usize) -> Self {
        WorldSet::shipped().world(seed, number, parameters)
    }

    /// The same with what a run draws from a fit: how far each draw is off, in half widths of an even spread as wide as theirs.
    pub fn drawn(scenario: &Scenario, number: u32, movable: &[LawParameter]) -> Self {
        let mut world = Self::of(scenario.run.seed, number, movable.len());
        for fitted in &scenario.posterior {
            if let Some(at) = movable.iter().position(|known| known.path() == fitted.parameter) {
                world.moves[at] = fitted.standing(number);
            }
        }
        world
    }

    /// The scenario and its arms in this world; an arm's own value is moved from where the arm has set it.
    pub fn moved(&self, scenario: &Scenario, movable: &[LawParameter]) -> Scenario {
        let mut moved = scenario.clone();
        self.shift(&mut moved.parameters, movable);
        for arm in &mut moved.arms {
            self.shift(&mut arm.scenario.parameters, movable);
            if let Some(past) = &mut arm.scenario.past {
                self.shift(&mut past.parameters, movable);
            }
        }
        moved
    }

    /// These parameters in this world.
    pub fn shift(&self, parameters: &mut Parameters, movable: &[LawParameter]) {
        for (movable, &step) in movable.iter().zip(&self.moves) {
            let value = at(movable, parameters.value(movable), step);
            parameters.set(movable.group, movable.row.key, value);
        }
    }
}

/// The parameters in world `number` of a run.
pub fn parameters(scenario: &Scenario, number: u32) -> Parameters {
    let mut parameters = scenario.parameters;
    if scenario.run.worlds > 1 {
        let movable = movable();
        World::of(scenario.run.seed, number, movable.len()).shift(&mut parameters, &movable);
        for fitted in &scenario.posterior {
            fitted.draw(number, &scenario.parameters, &mut parameters);
        }
    }
    parameters
}

/// Where a life stands among those of its arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// Which life of its world, from 0.
    pub replicate: u32,
    /// Its world, from 0.
    pub world: u32,
}

/// Lives of an arm are numbered through: all worlds of the first replicate, then those of the next, so that more replicates
/// are only added at the end.
impl ArmPlan {
    /// How many there are.
    pub fn lives(&self) -> u32 {
        self.scenario.run.replicates.saturating_mul(self.scenario.run.worlds)
    }

    /// The lives of these replicates, in all worlds: the first, and the one after the last.
    pub fn lives_of(&self, (from, to): (u32, u32)) -> (u32, u32) {
        let worlds = self.scenario.run.worlds;
        (from.saturating_mul(worlds).min(self.lives()), to.saturating_mul(worlds).min(self.lives()))
    }

    /// Where a life stands among them.
    pub fn turn(&self, life: u32) -> Turn {
        Turn { replicate: life / self.scenario.run.worlds, world: life % self.scenario.run.worlds }
    }

    /// The dice of a life: its own in each replicate and each pair of worlds.
    pub fn dice(&self, life: u32) -> u32 {
        let Turn { replicate, world } = self.turn(life);
        replicate * self.scenario.run.worlds.div_ceil(2) + world / 2
    }

    /// The scenario of a life: as it stands in its world.
    pub fn scenario_of(&self, life: u32) -> Cow<'_, Scenario> {
        if self.scenario.run.worlds == 1 {
            return Cow::Borrowed(&self.scenario);
        }
        let world = self.turn(life).world;
        let mut moved = Scenario { parameters: parameters(&self.scenario, world), ..self.scenario.clone() };
        if let Some(past) = &mut moved.past {
            past.parameters = parameters(&Scenario { parameters: past.parameters, ..self.scenario.clone() }, world);
        }
        Cow::Owned(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::plan::plan;
    use crate::scenario::Posterior;

    fn arm(worlds: u32, replicates: u32) -> ArmPlan {
        let mut scenario = Scenario::default();
        (scenario.run.worlds, scenario.run.replicates) = (worlds, replicates);
        plan(&scenario).swap_remove(0)
    }

    #[test]
    fn each_candidate_has_its_mirror_and_worlds_stay_within_the_bounds() {
        let movable = movable();
        let candidates: Vec<World> = (0..6).map(|number| World::candidate(number, movable.len())).collect();
        for pair in candidates.chunks_exact(2) {
            assert!(pair[0].moves.iter().zip(&pair[1].moves).all(|(one, other)| (one + other).abs() < 1e-12));
        }
        for world in (0..6).map(|number| World::of(1, number, movable.len())).chain(candidates) {
            let moved = world.moved(&Scenario::default(), &movable);
            for movable in &movable {
                let value = moved.parameters.get(movable.group, movable.row.key).unwrap();
                assert!((movable.row.low..=movable.row.high).contains(&value), "{}", movable.path());
            }
        }
    }

    #[test]
    fn a_move_goes_as_far_up_as_down_and_what_is_off_stays_off() {
        let known = Parameters::find("turnover.involuntary_year").or_else(|| movable().into_iter().next()).unwrap();
        let row = known.row;
        let middle = row.low + 0.25 * (row.high - row.low);
        let [up, down] = [1.0, -1.0].map(|step| at(&known, middle, step) - middle);
        let reach = share(row.grade) * 0.1875_f64.sqrt() * (row.high - row.low);
        assert!((up - reach).abs() < 1e-12 && (up + down).abs() < 1e-12);
        assert!((at(&known, row.low, 1.0) - row.low).abs() < 1e-12 && (at(&known, row.high, -1.0) - row.high).abs() < 1e-12);
    }

    fn few() -> WorldSet {
        let parameters = movable().len();
        let direction = (0..parameters).map(|at| f64::from(u8::from(at == 3))).collect();
        WorldSet { directions: vec![direction], worlds: vec![(4, vec![0.0]), (5, vec![0.25]), (10, vec![-0.5]), (11, vec![2.0])] }
    }

    #[test]
    fn a_world_of_a_run_is_a_candidate_that_was_kept_brought_to_the_findings() {
        let (kept, parameters) = (few(), movable().len());
        let [first, second] = [0, 1].map(|number| kept.world(7, number, parameters));
        let pair = if first == World::candidate(4, parameters) { 4 } else { 10 };
        let by = if pair == 4 { [0.0, 0.25] } else { [-0.5, 2.0] };
        for (world, (number, by)) in [first, second].into_iter().zip([pair, pair + 1].into_iter().zip(by)) {
            let mut drawn = World::candidate(number, parameters);
            drawn.moves[3] = (drawn.moves[3] + by).clamp(-1.0, 1.0);
            assert_eq!(world, drawn);
        }
        let shipped = WorldSet::shipped();
        let world = World::of(7, 5, parameters);
        let same = |kept: &(u32, Vec<f64>)| World::brought(kept.0, &kept.1, &shipped.directions, parameters) == world;
        assert!(shipped.worlds.iter().any(same));
    }

    #[test]
    fn more_worlds_than_are_kept_go_through_them_again_and_another_seed_in_another_order() {
        let parameters = movable().len();
        let shipped = WorldSet::shipped();
        let count = shipped.worlds.len() as u32;
        assert_eq!(count, crate::scenario::limit::SHIPPED_WORLDS);
        let key = |world: World| world.moves.iter().map(|step| step.to_bits()).collect::<Vec<_>>();
        let round = |from: u32, seed| (from..from + count).map(|number| key(shipped.world(seed, number, parameters))).collect::<Vec<_>>();
        let (first, again, other) = (round(0, 1), round(count, 1), round(0, 2));
        assert!(first != again && first != other);
        let sorted = |mut worlds: Vec<Vec<u64>>| {
            worlds.sort_unstable();
            worlds
        };
        let all = sorted(first);
        assert!(all == sorted(again) && all == sorted(other) && all.windows(2).all(|two| two[0] != two[1]));
        // The dice are others the second time.
        let plan = arm(2 * count, 1);
        assert_ne!(plan.dice(0), plan.dice(count));
    }

    #[test]
    fn one_world_is_the_scenario_as_it_is() {
        let plan = arm(1, 3);
        assert_eq!((plan.lives(), plan.dice(2), plan.turn(2)), (3, 2, Turn { replicate: 2, world: 0 }));
        assert_eq!(*plan.scenario_of(2), plan.scenario);
    }

    #[test]
    fn pairs_share_their_dice_and_every_other_life_has_its_own() {
        let plan = arm(6, 4);
        let mut dice: Vec<u32> = (0..plan.lives()).step_by(2).map(|life| plan.dice(life)).collect();
        assert!((0..plan.lives()).step_by(2).all(|life| plan.dice(life) == plan.dice(life + 1)));
        dice.sort_unstable();
        assert_eq!(dice, (0..12).collect::<Vec<_>>());
        assert_eq!(plan.turn(13), Turn { replicate: 2, world: 1 });
        // More replicates leave the first ones what they were.
        assert_eq!(arm(6, 9).dice(13), plan.dice(13));
        assert_ne!(plan.scenario_of(0).parameters, plan.scenario_of(1).parameters);
        assert_eq!(plan.scenario_of(1).parameters, plan.scenario_of(7).parameters);
    }

    #[test]
    fn a_fitted_parameter_takes_its_draws_around_where_it_stands() {
        let mut plan = arm(4, 2);
        let row = Posterior { parameter: "quotient.tilt".into(), draws: vec![0.3, 0.5] };
        let given = plan.scenario.parameters.get("quotient", "tilt").unwrap();
        plan.scenario.posterior = vec![row];
        let tilt = |life| plan.scenario_of(life).parameters.get("quotient", "tilt").unwrap();
        assert!((tilt(0) - (given - 0.1)).abs() < 1e-12 && (tilt(1) - (given + 0.1)).abs() < 1e-12, "{}", tilt(0));
        assert_eq!(tilt(0).to_bits(), tilt(2).to_bits());
    }
}
