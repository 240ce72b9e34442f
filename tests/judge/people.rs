//! People, relations and teams, plainly, one at a time; and how they are read out of the fast engine.

use onfoot::dynamics::State;
use onfoot::organisation::{At, Block, MOST_ACTS, Narrow, Organisation};
use onfoot::random::Dice;
use onfoot::scenario::Scenario;

use super::laws::{Laws, TOP, Theme};

/// What one person believes of another, and the damage between them.
#[derive(Clone, Copy, Debug)]
pub struct Relation {
    pub facets: [f64; 4],
    pub chance: f64,
    pub acts: f64,
    pub wound: [f64; 2],
    pub scar: [f64; 2],
    pub sealed: [f64; 2],
    pub mended: [f64; 3],
    pub injury: f64,
    /// By how many steps of sixteen bits the fast engine may be off since they were read, because of what it rounded.
    pub rounded: Rounded,
    /// Whether a draw fell so close to its threshold that the fast engine may have decided otherwise.
    pub doubtful: bool,
}

/// Steps of sixteen bits by which what the fast engine keeps may be off.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rounded {
    pub beliefs: f64,
    pub damage: f64,
    /// In eighths of an act; whole acts are kept as they are.
    pub acts: f64,
}

/// One person.
#[derive(Clone, Debug)]
pub struct Person {
    pub present: bool,
    pub generation: u32,
    pub propensity: f64,
    /// The number from which it is drawn with whom this person gets on.
    pub own: u32,
    pub conduct: [f64; 4],
    pub lift: f64,
    pub ability: f64,
    pub outcomes: [f64; 13],
    /// This morning's trust in colleagues (mean), the leader and top management.
    pub trust: [Option<f64>; 3],
    pub ties: Vec<Tie>,
    /// What this person showed on the last day, for other teams to see.
    pub face: Option<Face>,
}

/// A tie to somebody in another team.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    pub team: usize,
    pub seat: usize,
    /// The partner's generation when last met.
    pub met: u32,
    pub relation: Relation,
}

/// What somebody showed.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    pub role: usize,
    pub theme: Theme,
    /// Logit of doing it well, before what the pair brings.
    pub logit: f64,
    pub generation: u32,
    pub doubtful: bool,
}

/// What a team knows of one trustee.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub probation_until: u32,
    pub calm_until: u32,
}

/// One team; seat 0 is the leader's. Top management stands behind the last seat.
#[derive(Clone, Debug)]
pub struct Team {
    pub number: u32,
    pub people: Vec<Person>,
    /// `relations[i][j]`: of `i` to `j`; the last one to top management. The relation of `i` to `i` is never looked at.
    pub relations: Vec<Vec<Relation>>,
    /// Whether `i` and `j` work together at all.
    pub tied: Vec<Vec<bool>>,
    pub standing: Vec<Standing>,
    pub open_seats: f64,
    pub safety: f64,
    pub disruption: f64,
}

/// The slow engine.
pub struct Judge<'a> {
    pub laws: Laws<'a>,
    pub dice: Dice,
    pub day: u32,
    pub top_conduct: [f64; 4],
    pub top_lift: f64,
    pub teams: Vec<Team>,
}

/// Things counted over a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    pub good: u64,
    pub bad: u64,
    pub hearsay: u64,
}

impl Relation {
    /// Wound and scar of each pair.
    pub fn damage(&self) -> [f64; 2] {
        [0, 1].map(|pair: usize| self.wound[pair] + self.scar[pair])
    }

    pub fn read(block: &Block, place: usize, lane: usize) -> Self {
        let relation = &block.relations[place];
        let steps = |narrow: &Narrow| f64::from(narrow.steps(lane)) / 65_535.0;
        Self {
            facets: relation.facets.each_ref().map(steps),
            chance: steps(&relation.chance),
            acts: steps(&relation.acts) * f64::from(MOST_ACTS),
            wound: relation.wound.each_ref().map(steps),
            scar: relation.scar.each_ref().map(steps),
            sealed: block.sealed.get(place).map_or([0.0; 2], |sealed| sealed.each_ref().map(steps)),
            mended: block.mended.get(place).map_or([0.0; 3], |mended| mended.each_ref().map(steps)),
            injury: steps(&relation.injury),
            rounded: Rounded::default(),
            doubtful: false,
        }
    }
}

impl<'a> Judge<'a> {
    /// The judge's own picture of the fast engine's state.
    pub fn read(state: &State<'a>) -> Self {
        let Organisation { day, dice, ref top, ref practices, culture, ref place, .. } = state.organisation;
        Self {
            laws: laws(state.scenario, practices.0, culture),
            dice,
            day,
            top_conduct: top.conduct,
            top_lift: top.lift,
            teams: (0..place.len()).map(|team| Team::read(&state.organisation, team as u32)).collect(),
        }
    }

    /// Takes over what people showed yesterday.
    pub fn remember(&mut self, faces: &[Vec<Option<Face>>]) {
        for (team, faces) in self.teams.iter_mut().zip(faces) {
            for (person, face) in team.people.iter_mut().zip(faces) {
                person.face = *face;
            }
        }
    }

    /// What everyone showed on the last day.
    pub fn shown(&self) -> Vec<Vec<Option<Face>>> {
        self.teams.iter().map(|team| team.people.iter().map(|person| person.face).collect()).collect()
    }

    /// Mean trust in a referent, of everyone present, as of this morning.
    pub fn mean_trust(&self, referent: usize) -> f64 {
        let there = self.teams.iter().flat_map(|team| &team.people).filter(|person| person.present);
        let known: Vec<f64> = there.filter_map(|person| person.trust[referent]).collect();
        known.iter().sum::<f64>() / known.len() as f64
    }

    /// Trust of the holder `i` of a relation in somebody.
    pub fn trust(&self, team: usize, i: usize, relation: &Relation, referent: usize) -> f64 {
        let propensity = self.teams[team].people[i].propensity;
        self.laws.trust(relation.facets, relation.damage(), relation.chance, referent, propensity)
    }

    /// Trust of `i` in `j`, or in top management, behind the last seat.
    pub fn trust_in(&self, team: usize, i: usize, j: usize) -> f64 {
        self.trust(team, i, &self.teams[team].relations[i][j], self.teams[team].referent(j))
    }

    /// Trust of `i` in the partner over a tie.
    pub fn trust_across(&self, team: usize, i: usize, tie: usize) -> f64 {
        self.trust(team, i, &self.teams[team].people[i].ties[tie].relation, super::laws::COLLEAGUE)
    }
}

pub fn laws(scenario: &Scenario, practices: [f64; 6], culture: f64) -> Laws<'_> {
    Laws { scenario, practices, culture }
}

impl Team {
    pub fn read(organisation: &Organisation, number: u32) -> Self {
        let At { block, lane, .. } = organisation.at(number, 0);
        let block = &organisation.blocks[block];
        let size = block.sizes[lane] as usize;
        let standing = |about: usize| {
            let standing = &block.standing[about];
            Standing { probation_until: standing.probation_until[lane], calm_until: standing.calm_until[lane] }
        };
        let relations = |i: usize| {
            let mut own: Vec<Relation> = (0..size).map(|j| Relation::read(block, block.pair(i, j), lane)).collect();
            own.push(Relation::read(block, block.pair(i, i), lane));
            own
        };
        Self {
            number,
            people: (0..size).map(|i| Person::read(organisation, block, i, lane)).collect(),
            relations: (0..size).map(relations).collect(),
            tied: (0..size).map(|i| (0..size).map(|j| block.is_tied(i, j, lane)).collect()).collect(),
            standing: (0..size).chain([block.seats]).map(standing).collect(),
            open_seats: f64::from(block.open_seats(lane)),
            safety: f64::from(block.safety.0[lane]),
            disruption: f64::from(block.disruption.0[lane]),
        }
    }

    pub fn size(&self) -> usize {
        self.people.len()
    }

    /// Where top management stands.
    pub fn top(&self) -> usize {
        self.size()
    }

    pub fn referent(&self, j: usize) -> usize {
        if j == self.top() { TOP } else { usize::from(j == 0) }
    }

    /// Whether `i` can see `j`, or top management, today.
    pub fn sees(&self, i: usize, j: usize) -> bool {
        self.people[i].present && (j == self.top() || (j != i && self.people[j].present && self.tied[i][j]))
    }

    /// Everyone but `i`, and top management.
    pub fn others(&self, i: usize) -> impl Iterator<Item = usize> + use<> {
        (0..=self.size()).filter(move |&j| j != i)
    }
}

impl Person {
    fn read(organisation: &Organisation, block: &Block, i: usize, lane: usize) -> Self {
        let seat = &block.seat[i];
        let known = |trust: f32| (!trust.is_nan()).then_some(f64::from(trust));
        let tie = |k: usize| {
            let partner = organisation.at_address(block.partners[i * block.ties + k][lane]);
            Tie {
                team: organisation.blocks[partner.block].teams[partner.lane] as usize,
                seat: partner.seat,
                met: block.partner_generation[i * block.ties + k][lane],
                relation: Relation::read(block, block.across(i, k), lane),
            }
        };
        Self {
            present: block.is_present(i, lane),
            generation: seat.generation[lane],
            propensity: f64::from(seat.propensity.0[lane]),
            own: seat.own[lane],
            conduct: seat.conduct.map(|conduct| f64::from(conduct.0[lane])),
            lift: f64::from(seat.lift.0[lane]),
            ability: f64::from(seat.ability.0[lane]),
            outcomes: seat.outcomes.map(|outcome| f64::from(outcome.0[lane])),
            trust: seat.trust.0.map(|trust| known(trust.0[lane])),
            ties: (0..block.ties).map(tie).collect(),
            face: None,
        }
    }
}
