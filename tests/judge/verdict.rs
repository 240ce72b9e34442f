//! Where the fast engine and the judge agree, and where they do not.

use onfoot::dynamics::State;

use super::people::{Judge, Person, Relation, Team};

/// Steps of sixteen bits in 1, and steps of one act.
const STEPS: f64 = 65_535.0;
const STEPS_OF_AN_ACT: f64 = 8.0;

/// What `f32` may be off by on top of whole roundings, in steps.
const SINGLE: f64 = 0.1;

/// What was found.
#[derive(Debug, Default)]
pub struct Verdict {
    /// Relations compared.
    pub relations: usize,
    /// Of these, those in which a draw fell within rounding of its threshold.
    pub doubtful: usize,
    /// Of these, those in which it was decided otherwise.
    pub decided_otherwise: usize,
    /// The largest difference of a belief, of damage and of acts seen where there was no doubt, in steps.
    pub worst: [f64; 3],
    /// The largest difference of somebody's trust this morning, and of an outcome or a climate.
    pub worst_person: [f64; 2],
    /// Relations beyond what rounding allows.
    pub faults: Vec<String>,
}

impl Verdict {
    /// Compares everyone who is still the same person.
    pub fn compare(&mut self, judge: &Judge, state: &State) {
        for (number, mine) in judge.teams.iter().enumerate() {
            let theirs = Team::read(&state.organisation, number as u32);
            let same = |i: usize| i == mine.top() || is_same(&mine.people[i], &theirs.people[i]);
            for i in (0..mine.size()).filter(|&i| same(i)) {
                for j in mine.others(i).filter(|&j| same(j)) {
                    let place = format!("day {} team {number}: {i} to {j}", judge.day - 1);
                    self.judge(&place, &mine.relations[i][j], &theirs.relations[i][j]);
                }
                for (k, (tie, other)) in mine.people[i].ties.iter().zip(&theirs.people[i].ties).enumerate() {
                    let place = format!("day {} team {number}: {i} across tie {k}", judge.day - 1);
                    self.judge(&place, &tie.relation, &other.relation);
                }
                self.person(&mine.people[i], &theirs.people[i]);
            }
            for (mine, theirs) in [(mine.safety, theirs.safety), (mine.disruption, theirs.disruption)] {
                self.worst_person[1] = self.worst_person[1].max((mine - theirs).abs());
            }
        }
    }

    fn judge(&mut self, place: &str, mine: &Relation, theirs: &Relation) {
        self.relations += 1;
        self.doubtful += usize::from(mine.doubtful);
        let off = differences(mine, theirs);
        let may = [mine.rounded.beliefs, mine.rounded.damage, mine.rounded.acts];
        let is_off = off.iter().zip(may).any(|(off, may)| *off > may + SINGLE);
        if mine.doubtful {
            self.decided_otherwise += usize::from(is_off);
            return;
        }
        self.worst = std::array::from_fn(|kind| self.worst[kind].max(off[kind]));
        if is_off {
            self.faults.push(format!("{place}: off by {off:.3?} steps of {may:.3?}\n  judge  {mine:?}\n  engine {theirs:?}"));
        }
    }

    fn person(&mut self, mine: &Person, theirs: &Person) {
        for (mine, theirs) in mine.trust.iter().zip(theirs.trust) {
            let off = match (*mine, theirs) {
                (Some(mine), Some(theirs)) => (mine - theirs).abs(),
                (None, None) => 0.0,
                _ => f64::INFINITY,
            };
            self.worst_person[0] = self.worst_person[0].max(off);
        }
        for (mine, theirs) in mine.outcomes.iter().zip(theirs.outcomes) {
            self.worst_person[1] = self.worst_person[1].max((mine - theirs).abs());
        }
    }

    /// In one line.
    pub fn summary(&self) -> String {
        let Self { relations, doubtful, decided_otherwise, worst, worst_person, .. } = self;
        format!(
            "{relations} relations, {doubtful} in doubt, {decided_otherwise} decided otherwise; beliefs, damage, acts off by at most \
             {worst:.2?} steps, trust and outcomes by {worst_person:?}"
        )
    }

    /// Nothing beyond rounding, and hardly anything decided otherwise: a draw near its threshold, or a belief near the one on whose
    /// side gossip turns. Fewer than one in 1,000 may be in doubt: one doubt
    /// is handed on by gossip to a whole team.
    pub fn assert_agreement(&self, what: &str) {
        self.assert_agreement_but_for(1e-3, 1e-5, what);
    }

    /// The same with another share of the relations that may be in doubt, and outcomes that may be off by more.
    pub fn assert_agreement_but_for(&self, share: f64, outcome: f64, what: &str) {
        let first: Vec<&String> = self.faults.iter().take(5).collect();
        assert!(first.is_empty(), "{what}: {} of {} relations, such as\n{first:#?}", self.faults.len(), self.relations);
        let allowed = share * self.relations.max(20_000) as f64; // of few relations, twenty
        assert!(self.doubtful as f64 <= allowed, "{what}: {} of {} in doubt", self.doubtful, self.relations);
        // A power of the quotient is right to some 10⁻⁵ where it is sharpest, a quarter of which shows in trust.
        assert!(self.worst_person[0] < 4e-6, "{what}: somebody's trust is off by {:e}", self.worst_person[0]);
        assert!(self.worst_person[1] < outcome, "{what}: an outcome is off by {:e}", self.worst_person[1]);
    }
}

/// Whether somebody is there, and has been since the morning.
fn is_same(mine: &Person, theirs: &Person) -> bool {
    mine.present && theirs.present && mine.generation == theirs.generation
}

/// The largest difference between beliefs, between damage, and between acts seen, in steps.
pub fn differences(mine: &Relation, theirs: &Relation) -> [f64; 3] {
    let largest = |mine: &[f64], theirs: &[f64]| mine.iter().zip(theirs).map(|(a, b)| (a - b).abs() * STEPS).fold(0.0, f64::max);
    let beliefs = largest(&mine.facets, &theirs.facets).max(largest(&[mine.chance], &[theirs.chance]));
    let acts = (mine.acts - theirs.acts).abs() * STEPS_OF_AN_ACT;
    let damage = [(mine.wound, theirs.wound), (mine.scar, theirs.scar), (mine.sealed, theirs.sealed)];
    let mended = largest(&mine.mended, &theirs.mended).max((mine.injury - theirs.injury).abs() * STEPS);
    [beliefs, damage.iter().map(|(mine, theirs)| largest(mine, theirs)).fold(mended, f64::max), acts]
}
