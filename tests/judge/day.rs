//! The day of the slow engine: one person, one relation at a time, in the order of `dynamics`.

use onfoot::organisation::MOST_ACTS;
use onfoot::random::{Key, Page, Purpose, bits, halves, near_normal, of_two, slot, uniform};
use onfoot::theory::breach::Blow;
use onfoot::theory::outcome::{ENGAGEMENT, HELPING, KNOWLEDGE_SHARING, OUTCOMES, READINESS, STRAIN};
use onfoot::theory::practice::Practice;

use super::laws::{COLLEAGUE, Climate, LEADER, Laws, Pulls, TOP, Theme, fast_exp_error, index, logistic};
use super::people::{Counts, Face, Judge, Relation, Rounded, Team};

/// Rounding of `f32` in a chance of contact: a draw nearer to it than this may be decided otherwise.
const ROUNDING: f64 = 2e-6;

/// An act that was seen.
#[derive(Clone, Copy)]
struct Act {
    well: bool,
}

/// What was heard, to be taken in once everyone has spoken.
struct News {
    hearer: usize,
    about: usize,
    hold: f64,
    told: Relation,
}

/// An act seen over a tie.
struct Met {
    i: usize,
    tie: usize,
    act: Act,
    face: Face,
    generation: u32,
    trust: f64,
    doubtful: bool,
}

/// The mood of a team about one trustee.
#[derive(Clone, Copy)]
struct Mood {
    /// The shared wounds that pull up those of others.
    pull: [f64; 2],
    /// How far it slows healing.
    slow: f64,
    doubtful: bool,
}

/// The draws of a team on a day.
struct Draws(Key);

impl Draws {
    fn bits(&self, page: Page, from: usize, to: usize) -> u32 {
        bits(self.0.low, self.0.high, page.slot(from, to))
    }

    fn whole(&self, page: Page, from: usize, to: usize) -> f64 {
        f64::from(uniform(self.bits(page, from, to)))
    }

    fn halves(&self, page: Page, from: usize, to: usize) -> [f64; 2] {
        halves(self.bits(page, from, to)).map(f64::from)
    }
}

impl Judge<'_> {
    /// Lives a day, and the end of the week on its last day.
    pub fn live(&mut self) -> Counts {
        let mut counts = Counts::default();
        let teams = self.teams.len();
        let across: Vec<(Vec<Met>, Vec<News>)> = (0..teams).map(|team| self.across(team)).collect();
        for (team, (met, news)) in across.into_iter().enumerate() {
            self.morning(team);
            let trust = self.trusts(team);
            let faces = self.shows(team);
            let moods: Vec<Mood> = (0..=self.teams[team].size()).map(|about| self.mood(team, about)).collect();
            self.contacts(team, &trust, &faces, &moods, &mut counts);
            self.ties_heal(team);
            self.receive(team, &met);
            self.gossip(team, &trust, news, &mut counts);
            for (person, face) in self.teams[team].people.iter_mut().zip(&faces) {
                person.face = person.present.then_some(*face);
            }
            if self.day % 5 == 4 {
                self.ties_rest(team);
                self.ease(team);
                self.signals(team);
                self.outcomes(team);
            }
        }
        self.day += 1;
        counts
    }

    /// What everyone shows today.
    pub fn faces(&mut self) -> Vec<Vec<Option<Face>>> {
        let mut all = Vec::new();
        for team in 0..self.teams.len() {
            self.morning(team);
            let shown = self.shows(team);
            all.push(self.teams[team].people.iter().zip(shown).map(|(person, face)| person.present.then_some(face)).collect());
        }
        all
    }

    fn draws(&self, team: usize) -> Draws {
        Draws(self.dice.key(Purpose::Everyday, self.day, self.teams[team].number))
    }

    /// Everyone's trust in everyone, and in top management.
    fn trusts(&self, team: usize) -> Vec<Vec<f64>> {
        let size = self.teams[team].size();
        (0..size).map(|i| (0..=size).map(|j| if i == j { f64::NAN } else { self.trust_in(team, i, j) }).collect()).collect()
    }

    /// Everyone's trust in colleagues, the leader and top management.
    fn morning(&mut self, team: usize) {
        for i in 0..self.teams[team].size() {
            let there = &self.teams[team];
            let colleagues: Vec<usize> = (1..there.size()).filter(|&j| j != i && there.people[j].present && there.tied[i][j]).collect();
            let mean = colleagues.iter().map(|&j| self.trust_in(team, i, j)).sum::<f64>() / colleagues.len() as f64;
            let own = [
                (!colleagues.is_empty()).then_some(mean),
                (i > 0 && there.people[0].present).then(|| self.trust_in(team, i, 0)),
                Some(self.trust_in(team, i, there.top())),
            ];
            self.teams[team].people[i].trust = own;
        }
    }

    /// The theme of each person's day, then of top management's, and the logit of doing it well.
    fn shows(&self, team: usize) -> Vec<Face> {
        let (there, draws) = (&self.teams[team], self.draws(team));
        let mut faces = Vec::new();
        for (i, person) in there.people.iter().enumerate() {
            let role = if i == 0 { LEADER } else { COLLEAGUE };
            let (theme, doubtful) = self.laws.agenda(role, draws.whole(Page::Agenda, i, 0));
            let line = if i == 0 { self.laws.line(person.trust[TOP].unwrap()) } else { 0.0 };
            let mood = self.laws.mood(person.outcomes[ENGAGEMENT], person.outcomes[STRAIN]);
            let logit = self.done(role, theme, person.conduct) + person.lift + mood + line;
            faces.push(Face { role, theme, logit, generation: person.generation, doubtful });
        }
        let key = self.dice.key(Purpose::TopConduct, self.day, 0);
        let (theme, doubtful) = self.laws.agenda(TOP, f64::from(uniform(bits(key.low, key.high, 0))));
        let logit = self.done(TOP, theme, self.top_conduct) + self.top_lift;
        faces.push(Face { role: TOP, theme, logit, generation: 0, doubtful });
        faces
    }

    /// What a role and a person's conduct bring to how well something is done; it does not matter where nothing is shown.
    fn done(&self, role: usize, theme: Theme, conduct: [f64; 4]) -> f64 {
        if let Theme::Shown(b) = theme { self.laws.base(role, b) + self.laws.conduct(b, conduct) } else { 0.0 }
    }

    /// The shared mood: the mean wound about a trustee of those present.
    fn mood(&self, team: usize, about: usize) -> Mood {
        let (there, day) = (&self.teams[team], self.day);
        let hurt: Vec<usize> = (0..there.size()).filter(|&i| i != about && there.people[i].present).collect();
        let shared = [0, 1]
            .map(|pair: usize| hurt.iter().map(|&i| there.relations[i][about].wound[pair]).sum::<f64>() / (hurt.len() as f64).max(1.0));
        let stirred = self.laws.scenario.parameters.spread.mood_from;
        let doubtful = shared.iter().any(|shared| (shared - stirred).abs() < ROUNDING);
        if there.standing[about].calm_until > day {
            return Mood { pull: [0.0; 2], slow: 0.0, doubtful };
        }
        Mood { pull: shared.map(|shared| if shared > stirred { shared } else { 0.0 }), slow: shared[0].max(shared[1]).min(1.0), doubtful }
    }

    /// Everyone's contacts of the day, what they make of the acts they see, and how the day heals.
    fn contacts(&mut self, team: usize, trust: &[Vec<f64>], faces: &[Face], moods: &[Mood], counts: &mut Counts) {
        for i in 0..self.teams[team].size() {
            let mut of_leader = (None, false);
            for j in self.teams[team].others(i) {
                let (act, doubtful) = self.meet(team, i, j, trust, &faces[j]);
                let there = &self.teams[team];
                let (referent, sees) = (there.referent(j), there.sees(i, j));
                let on_probation = there.standing[j].probation_until > self.day;
                let better = there.people.get(j).map_or(self.top_lift, |person| person.lift);
                let stranger = self.laws.prior(referent, there.people[i].propensity);
                let relation = &mut self.teams[team].relations[i][j];
                learn(&self.laws, relation, act, trust[i][j], stranger, &faces[j]);
                heal(&self.laws, relation, act, &moods[j], sees, better, on_probation);
                relation.rounded.beliefs += 1.0;
                relation.rounded.damage += 1.0;
                relation.doubtful |= doubtful || moods[j].doubtful || (faces[j].doubtful && act.is_some());
                let shown = matches!(faces[j].theme, Theme::Shown(_));
                counts.good += u64::from(act.is_some_and(|act| act.well));
                counts.bad += u64::from(act.is_some_and(|act| !act.well && shown));
                if j == 0 {
                    of_leader = (act, relation.doubtful);
                }
            }
            if i > 0 && self.laws.up() > 0.0 {
                let top = self.teams[team].top();
                let relation = &mut self.teams[team].relations[i][top];
                if let (Some(act), _) = of_leader {
                    see(&self.laws, relation, act, trust[i][top], self.laws.up(), &Seen::of(&faces[0]), None);
                }
                relation.rounded.beliefs += 1.0;
                relation.rounded.acts += 1.0;
                relation.doubtful |= of_leader.1;
            }
        }
    }

    /// Whether `i` meets `j` today (or sees top management), how well it is done, and whether that is a close call.
    fn meet(&self, team: usize, i: usize, j: usize, trust: &[Vec<f64>], face: &Face) -> (Option<Act>, bool) {
        let there = &self.teams[team];
        if !there.sees(i, j) {
            return (None, false);
        }
        let (referent, top) = (there.referent(j), j == there.top());
        let back = if top { trust[i][j] } else { trust[j][i] };
        let chance = self.laws.contact(referent, trust[i][j], back);
        let [meets, done] = self.draws(team).halves(Page::Meeting, i, if top { i } else { j });
        let close = (meets - chance).abs() < ROUNDING && chance > 0.0;
        if meets >= chance {
            return (None, close);
        }
        let fits = |i: usize, j: usize| self.laws.fits(of_two(there.people[i].own, there.people[j].own));
        let mut towards = if top { 0.0 } else { self.laws.towards(trust[i][j], back) + fits(i, j) };
        if i == 0 && !top {
            towards += self.laws.return_to_leader();
        }
        if !matches!(face.theme, Theme::Shown(_)) {
            return (Some(Act { well: false }), close);
        }
        let well = logistic(face.logit + towards);
        (Some(Act { well: done < well }), close || is_close(done, face.logit, towards))
    }

    /// Ties across heal by time alone.
    fn ties_heal(&mut self, team: usize) {
        let (laws, people) = (&self.laws, &mut self.teams[team].people);
        for relation in people.iter_mut().flat_map(|person| &mut person.ties).map(|tie| &mut tie.relation) {
            for pair in 0..2 {
                let (wound, scar, sealed) = (relation.wound[pair], relation.scar[pair], relation.sealed[pair]);
                (relation.wound[pair], relation.scar[pair]) = laws.healed(wound, scar, sealed, 0.0);
            }
            relation.rounded.damage += 1.0;
        }
    }

    /// Once a week beliefs over ties across sink back and alarm eases, five days of it.
    fn ties_rest(&mut self, team: usize) {
        let (laws, people) = (&self.laws, &mut self.teams[team].people);
        for person in people {
            let stranger = laws.prior(COLLEAGUE, person.propensity);
            for relation in person.ties.iter_mut().map(|tie| &mut tie.relation) {
                for _ in 0..5 {
                    relation.facets = laws.forgotten(relation.facets, stranger);
                    relation.chance += laws.chance_eased(relation.chance);
                }
                relation.rounded.beliefs += 1.0;
            }
        }
    }

    /// Once a week people feel a little less wronged, and watch a little less.
    fn ease(&mut self, team: usize) {
        let (laws, there) = (&self.laws, &mut self.teams[team]);
        let ties = there.people.iter_mut().flat_map(|person| &mut person.ties).map(|tie| &mut tie.relation);
        for relation in there.relations.iter_mut().flatten().chain(ties) {
            (relation.injury, relation.mended) = laws.eased(relation.injury, relation.mended);
            relation.rounded.damage += 1.0;
        }
    }

    /// What is seen of other teams, and heard from them, as they were this morning.
    fn across(&self, team: usize) -> (Vec<Met>, Vec<News>) {
        let (mut met, mut news) = (Vec::new(), Vec::new());
        let on = &self.laws.scenario.mechanisms;
        let (there, draws) = (&self.teams[team], self.draws(team));
        for (i, person) in there.people.iter().enumerate().filter(|(_, person)| person.present && on.ties_across) {
            for (tie, partner) in person.ties.iter().enumerate() {
                let trust = self.trust_across(team, i, tie);
                let other = &self.teams[partner.team];
                let [meets, tells] = draws.halves(Page::Across, i, tie);
                if let Some(face) = other.people[partner.seat].face {
                    let chance = self.laws.contact_across(trust);
                    let towards = self.laws.towards(trust, trust);
                    let well = logistic(face.logit + towards);
                    let done = draws.whole(Page::AcrossConduct, i, tie);
                    let doubtful = (meets - chance).abs() < ROUNDING || is_close(done, face.logit, towards) || face.doubtful;
                    if meets < chance && face.theme != Theme::Nothing {
                        let act = Act { well: matches!(face.theme, Theme::Shown(_)) && done < well };
                        met.push(Met { i, tie, act, face, generation: face.generation, trust, doubtful });
                    }
                }
                let law = &self.laws.scenario.parameters.spread;
                if on.gossip && tells < law.across && other.people[partner.seat].present {
                    let told = other.relations[partner.seat][other.top()];
                    news.push(News { hearer: i, about: there.top(), hold: law.weight * trust, told });
                }
            }
        }
        (met, news)
    }

    /// Acts seen over ties are taken in; a newcomer in a partner's seat starts afresh.
    fn receive(&mut self, team: usize, met: &[Met]) {
        for &Met { i, tie, act, face, generation, trust, doubtful } in met {
            let prior = self.laws.prior(COLLEAGUE, self.teams[team].people[i].propensity);
            let tie = &mut self.teams[team].people[i].ties[tie];
            let relation = &mut tie.relation;
            if tie.met != generation {
                tie.met = generation;
                *relation = Relation {
                    facets: [prior; 4],
                    chance: self.laws.scenario.parameters.impression.chance,
                    acts: 0.0,
                    wound: [0.0; 2],
                    scar: [0.0; 2],
                    sealed: [0.0; 2],
                    mended: [0.0; 3],
                    injury: 0.0,
                    rounded: Rounded { beliefs: 0.5, ..Rounded::default() },
                    doubtful,
                };
            }
            see(&self.laws, relation, act, trust, 1.0, &Seen::of(&face), None);
            relation.rounded.beliefs += 0.5;
            relation.doubtful |= doubtful;
        }
    }

    /// Everyone speaks; only then does anyone take in what was heard. News from other teams comes first.
    fn gossip(&mut self, team: usize, trust: &[Vec<f64>], mut news: Vec<News>, counts: &mut Counts) {
        for i in 0..self.teams[team].size() {
            news.extend(self.tell(team, i, trust));
        }
        counts.hearsay += news.len() as u64;
        for News { hearer, about, hold, told } in news {
            let referent = self.teams[team].referent(about);
            hear(&self.laws, &mut self.teams[team].relations[hearer][about], hold, &told, referent);
        }
    }

    /// Somebody speaks to `i` about a third, or about top management.
    fn tell(&self, team: usize, i: usize, trust: &[Vec<f64>]) -> Option<News> {
        let (law, on) = (&self.laws.scenario.parameters.spread, &self.laws.scenario.mechanisms);
        let (there, draws) = (&self.teams[team], self.draws(team));
        if !on.gossip || !there.people[i].present || draws.whole(Page::Gossip, i, 0) >= law.gossip {
            return None;
        }
        let size = there.size() as f64;
        let [teller, about] = draws.halves(Page::Teller, i, 0).map(|draw| (draw * size).floor() as usize);
        if teller == i || !there.people[teller].present || !there.tied[i][teller] {
            return None;
        }
        let about = if about == teller { there.top() } else { about };
        if about == i || (about < there.top() && !there.people[about].present) {
            return None;
        }
        let voice = if teller == 0 { law.leader_voice } else { 1.0 };
        Some(News { hearer: i, about, hold: law.weight * voice * trust[i][teller], told: there.relations[teller][about] })
    }

    /// Once a week some people see a signal of a practice.
    fn signals(&mut self, team: usize) {
        let law = &self.laws.scenario.parameters.practice;
        if !self.laws.scenario.mechanisms.practices_seen {
            return;
        }
        let draws = self.draws(team);
        for i in 0..self.teams[team].size() {
            if !self.teams[team].people[i].present || draws.whole(Page::Signal, i, 0) >= law.signal_rate {
                continue;
            }
            let [which, read] = draws.halves(Page::SignalConduct, i, 0);
            let practice = (which * 6.0).floor() as usize;
            let act = Act { well: read < self.laws.reads_well(practice) };
            let (size, trust) = (self.teams[team].size(), self.teams[team].people[i].trust);
            for j in self.teams[team].others(i) {
                let referent = self.teams[team].referent(j);
                let shared = if referent == COLLEAGUE { (size - 1) as f64 } else { 1.0 };
                let weight =
                    self.laws.scenario.parameters.signals.of(Practice::ALL[practice]).falls_on.0[referent] * law.signal_weight / shared;
                if let Some(trust) = trust[referent].filter(|_| weight > 0.0) {
                    let relation = &mut self.teams[team].relations[i][j];
                    see(&self.laws, relation, act, trust, weight, &Seen::Signal(practice), None);
                    relation.rounded.beliefs += 0.5;
                    relation.rounded.acts += 0.5;
                }
            }
        }
    }

    /// Once a week trust settles into outcomes, and into the climate of the team.
    fn outcomes(&mut self, team: usize) {
        let draws = self.draws(team);
        let size = self.teams[team].size();
        let deepest = |i: usize| self.teams[team].others(i).map(|j| self.teams[team].relations[i][j].injury).fold(0.0, f64::max);
        let injuries: Vec<f64> = (0..size).map(deepest).collect();
        let Team { number, people, open_seats, safety, disruption, .. } = &mut self.teams[team];
        let present = people.iter().filter(|person| person.present).count() as f64;
        let empty = 1.0 - present / open_seats.max(1.0);
        let there = people.iter().enumerate().filter(|(_, person)| person.present);
        let conduct: Vec<_> =
            there.map(|(i, p)| (usize::from(i == 0), p.conduct, p.lift, p.outcomes[ENGAGEMENT], p.outcomes[STRAIN])).collect();
        let behaviours = self.laws.own_outcomes(&conduct);
        for (i, person) in people.iter_mut().enumerate() {
            let own = self.dice.key(Purpose::OwnOutcome, person.generation, *number);
            let drawn = |k: usize| f64::from(near_normal(bits(own.low, own.high, slot(i, k))));
            let strain = person.outcomes[STRAIN];
            for (k, outcome) in OUTCOMES.iter().enumerate() {
                let pulls = Pulls {
                    z: [0, 1, 2].map(|r: usize| self.laws.standardised(person.trust[r], r)),
                    strain,
                    ability: person.ability,
                    empty,
                    injury: injuries[i],
                    own: drawn(k),
                    attitude: drawn(OUTCOMES.len()),
                    behaviours,
                };
                let noise = f64::from(near_normal(draws.bits(Page::Noise, i, k)));
                person.outcomes[k] = self.laws.outcome(outcome, person.outcomes[k], self.laws.target(outcome, &pulls), noise);
            }
        }
        let mean = |numbers: Vec<f64>| if numbers.is_empty() { 0.5 } else { numbers.iter().sum::<f64>() / numbers.len() as f64 };
        let there = || people.iter().filter(|person| person.present);
        let trust = |r: usize| mean(there().filter_map(|person| person.trust[r]).collect());
        let trust = [COLLEAGUE, LEADER, TOP].map(trust);
        let indices = |k: usize| mean(there().map(|person| index(person.outcomes[k])).collect());
        let [helping, sharing, readiness] = [HELPING, KNOWLEDGE_SHARING, READINESS].map(indices);
        let climate = Climate { trust, safety: *safety, helping, sharing, readiness, behaviours };
        *disruption = self.laws.settling(*disruption, &climate);
        let target = self.laws.safety_target(trust, behaviours[9]);
        *safety += (target - *safety) / self.laws.scenario.parameters.team.safe_weeks;
    }

    /// The leaders of all teams break trust before the eyes of their teams.
    pub fn leaders_break_trust(&mut self, blow: &Blow) {
        let tint = if self.laws.scenario.mechanisms.line_spillover { self.laws.scenario.parameters.breach.tint_up } else { 0.0 };
        for team in 0..self.teams.len() {
            let top = self.teams[team].top();
            for i in 1..self.teams[team].size() {
                let trust = [0, top].map(|j| self.trust_in(team, i, j));
                strike(&self.laws, &mut self.teams[team].relations[i][0], blow, trust[0]);
                let tinted = Blow { nearness: blow.nearness * tint, ..*blow };
                strike(&self.laws, &mut self.teams[team].relations[i][top], &tinted, trust[1]);
            }
        }
    }
}

/// Whether the fast engine may decide otherwise how well something is done: within the error of its exponential, or where that has
/// come to its end.
fn is_close(done: f64, logit: f64, towards: f64) -> bool {
    let well = logistic(logit + towards);
    let ended = logistic(logit.clamp(-8.0, 8.0) + towards.clamp(-8.0, 8.0));
    let error = well * (1.0 - well) * (fast_exp_error(logit) + fast_exp_error(towards));
    (done < well) != (done < ended) || (done - well).abs() < error
}

/// What was seen.
enum Seen {
    /// Somebody's day.
    Theme { role: usize, theme: Theme },
    /// A signal of a practice.
    Signal(usize),
}

impl Seen {
    fn of(face: &Face) -> Self {
        Self::Theme { role: face.role, theme: face.theme }
    }
}

/// A day of what is believed: perhaps an act seen, and a day of fading; the chance of betrayal eases whatever happens.
fn learn(laws: &Laws, relation: &mut Relation, act: Option<Act>, trust: f64, stranger: f64, face: &Face) {
    let eased = laws.chance_eased(relation.chance);
    match act {
        Some(act) => see(laws, relation, act, trust, 1.0, &Seen::of(face), Some(stranger)),
        None => relation.facets = laws.forgotten(relation.facets, stranger),
    }
    relation.chance = (relation.chance + eased).clamp(0.0, 1.0);
}

/// What one act, or part of one, does to beliefs.
fn see(laws: &Laws, relation: &mut Relation, act: Act, trust: f64, weight: f64, seen: &Seen, fades: Option<f64>) {
    let telling = &match seen {
        Seen::Theme { role, theme } => laws.theme_tells(*role, *theme, act.well),
        Seen::Signal(practice) => laws.signal_tells(*practice),
    };
    let step = weight * laws.step(relation.acts, trust, act.well);
    // Acts that were rounded make for a longer or shorter step; a step that overshoots makes what was rounded larger.
    let longer = weight * laws.step((relation.acts - relation.rounded.acts / 8.0).max(0.0), trust, act.well) - step;
    relation.rounded.beliefs *= (laws.furthest() * step - 1.0).max(1.0);
    relation.rounded.beliefs += longer.abs() * laws.furthest() * 65_535.0;
    relation.facets = laws.facets(relation.facets, act.well, step, telling, fades);
    relation.chance = (relation.chance + laws.chance_moved(relation.chance, act.well, step, telling)).clamp(0.0, 1.0);
    if matches!(seen, Seen::Signal(_) | Seen::Theme { theme: Theme::Shown(_), .. }) {
        relation.acts = (relation.acts + weight.min(1.0)).min(f64::from(MOST_ACTS));
    }
}

/// A day of wounds and scars: mood, time, and a good act of the offender.
fn heal(laws: &Laws, relation: &mut Relation, act: Option<Act>, mood: &Mood, sees: bool, better: f64, on_probation: bool) {
    for pair in 0..2 {
        let (mut wound, mut scar) = (relation.wound[pair], relation.scar[pair]);
        if sees {
            wound = laws.pulled(wound, mood.pull[pair]);
        }
        wound = wound.min(1.0 - scar);
        (wound, scar) = laws.healed(wound, scar, relation.sealed[pair], mood.slow);
        if act.is_some_and(|act| act.well) {
            (scar, relation.sealed[pair]) = laws.worn(scar, relation.sealed[pair], better, on_probation);
        }
        (relation.wound[pair], relation.scar[pair]) = (wound.max(0.0), scar.min(1.0));
    }
}

/// The hearer takes in what was told.
fn hear(laws: &Laws, own: &mut Relation, hold: f64, told: &Relation, referent: usize) {
    let even = laws.even_facet(referent);
    let base = laws.scenario.parameters.quotient.chance_base;
    // Within rounding of `even` the two may take another side.
    let [mine, theirs] = [own.rounded.beliefs, told.rounded.beliefs].map(|steps| (steps + 0.1) / 65_535.0);
    let law = &laws.scenario.parameters.spread;
    // How far apart the two sides are where the fast engine may have taken the other; a little is a matter of rounding.
    let apart = |own: f64, told: f64, even: f64| {
        let close = (own - even).abs() < mine || (told - even).abs() < theirs;
        let apart = hold.min(1.0) * ((1.0 - law.open) * (told - own) + law.amplify * (own - even)).abs();
        if close { apart } else { 0.0 }
    };
    let facets = (0..4).map(|f| apart(own.facets[f], told.facets[f], even));
    let most = facets.chain([apart(own.chance, told.chance, base)]).fold(0.0, f64::max);
    own.doubtful |= most > 1e-5;
    for f in 0..4 {
        own.facets[f] = laws.heard(own.facets[f], told.facets[f], even, hold, true);
    }
    own.chance = laws.heard(own.chance, told.chance, base, hold, false);
    for pair in 0..2 {
        own.wound[pair] += hold.min(1.0) * (told.wound[pair] - own.wound[pair]).max(0.0);
        let scar = own.scar[pair] + hold.min(1.0) * (told.scar[pair] - own.scar[pair]).max(0.0);
        own.scar[pair] = scar.min(1.0 - own.wound[pair]).max(own.scar[pair]);
    }
    let carried = 1.0 + hold.min(1.0) * law.amplify; // what is off is carried further too
    own.rounded.beliefs = own.rounded.beliefs.max(told.rounded.beliefs) * carried + 0.5 + most.min(1e-5) * 65_535.0;
    own.rounded.damage = own.rounded.damage.max(told.rounded.damage) + 0.5;
    own.doubtful |= told.doubtful;
}

/// What a blow takes at once from somebody who trusts the offender this much.
fn strike(laws: &Laws, relation: &mut Relation, blow: &Blow, trust: f64) {
    let (perceived, settled) = (laws.perceived(blow, relation.acts, trust), laws.settled(blow));
    let (shares, alarm) = laws.takes(blow.kind);
    let law = &laws.scenario.parameters.breach;
    let again = (law.reopens * perceived).min(1.0);
    relation.injury += (1.0 - relation.injury) * laws.wronged(blow, relation.acts, trust);
    for (pair, share) in shares.into_iter().enumerate() {
        let lost = (1.0 - relation.wound[pair] - relation.scar[pair]).max(0.0) * perceived * share;
        relation.scar[pair] += lost * settled;
        relation.wound[pair] += lost * (1.0 - settled);
        if blow.deception {
            relation.sealed[pair] += lost * settled * law.sealed_deception;
        }
        let room = (1.0 - relation.wound[pair] - relation.scar[pair]).max(0.0);
        relation.wound[pair] += (relation.mended[pair] * again).min(room);
    }
    relation.injury += (relation.mended[2] * again).min(1.0 - relation.injury);
    relation.mended = relation.mended.map(|mended| mended * (1.0 - again));
    relation.chance += (1.0 - relation.chance) * perceived * alarm;
}
