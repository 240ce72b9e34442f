//! The equations of `src/theory`, written out again in `f64` from their pages. Parameters come from the scenario, tables of
//! rows (behaviours, practices, breaches) from the model; nothing else does.

use onfoot::scenario::Scenario;
use onfoot::theory::behaviour::Loading;
use onfoot::theory::breach::{Blow, BreachKind};
use onfoot::theory::practice::{Practice, Signal};

/// Colleague, leader, top management.
pub const COLLEAGUE: usize = 0;
pub const LEADER: usize = 1;
pub const TOP: usize = 2;

/// What an act tells: weights on the four facets, and on the perceived chance of betrayal.
#[derive(Clone, Copy, Debug)]
pub struct Telling {
    pub facets: [f64; 4],
    pub risk: f64,
    /// No weight is more, asymmetry worked in: then the largest step moves a belief all the way.
    pub most: f64,
}

/// What a day of somebody is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Theme {
    /// A behaviour is shown.
    Shown(usize),
    /// One that was expected is left out.
    LeftOut(usize),
    Nothing,
}

/// The scenario's parameters with its switches and today's practices worked in.
pub struct Laws<'a> {
    pub scenario: &'a Scenario,
    pub practices: [f64; 6],
    pub culture: f64,
}

impl Laws<'_> {
    /// What a practice does at work: size · (level − ½) · 2.
    fn at_work(&self, size: f64, practice: usize) -> f64 {
        if self.scenario.mechanisms.practices_work { size * (self.practices[practice] - 0.5) * 2.0 } else { 0.0 }
    }

    /// M: autonomy raises exposure, investment in well-being shelters.
    pub fn impact(&self, referent: usize) -> f64 {
        let (quotient, practice) = (&self.scenario.parameters.quotient, &self.scenario.parameters.practice);
        let own = [quotient.impact_colleague, quotient.impact_leader, quotient.impact_top][referent];
        own * (1.0 + self.at_work(practice.autonomy_exposure, 4)) * (1.0 - self.at_work(practice.wellbeing_shelter, 5))
    }

    /// T, from TQ' and the propensity to trust.
    pub fn trust(&self, facets: [f64; 4], damage: [f64; 2], chance: f64, referent: usize, propensity: f64) -> f64 {
        let law = &self.scenario.parameters.quotient;
        let [competence, reliability, intentions, honesty] = facets;
        let [to_credibility, to_trustworthiness] = damage.map(|damage| damage.min(1.0));
        let credibility = (competence + reliability) * (1.0 - to_credibility);
        let trustworthiness = (intentions + honesty) * (1.0 - to_trustworthiness);
        let risk = chance + (1.0 - chance) * law.alarm * to_credibility.max(to_trustworthiness) + self.impact(referent);
        let quotient = credibility * trustworthiness / risk;
        logistic(law.sharpness * (quotient.ln() - law.even.ln()) + law.tilt * propensity)
    }

    /// What somebody of this propensity believes of a stranger.
    pub fn prior(&self, referent: usize, propensity: f64) -> f64 {
        let law = &self.scenario.parameters.impression;
        let level = [law.level_colleague, law.level_leader, law.level_top][referent];
        logistic((level / (1.0 - level)).ln() + law.readiness * propensity).clamp(0.02, 0.98)
    }

    /// p, the chance of contact today.
    pub fn contact(&self, referent: usize, trust: f64, trust_back: f64) -> f64 {
        let law = &self.scenario.parameters.contact;
        self.meets([law.colleague, law.leader, law.top][referent], trust, trust_back)
    }

    /// The same for a tie to another team; trust back is taken to be as one's own.
    pub fn contact_across(&self, trust: f64) -> f64 {
        self.meets(self.scenario.parameters.contact.across, trust, trust)
    }

    fn meets(&self, contact: f64, trust: f64, trust_back: f64) -> f64 {
        let on = &self.scenario.mechanisms;
        if !on.behaviour {
            return 0.0;
        }
        let floor = if on.withholding { self.scenario.parameters.contact.floor } else { 1.0 };
        contact * (floor + (1.0 - floor) * f64::midpoint(trust, trust_back))
    }

    /// The rates of a role's themes: each behaviour shown, then each left out.
    fn rates(&self, role: usize) -> Vec<(Theme, f64)> {
        let frequency = self.scenario.parameters.behaviours.values();
        let occasions = |b: usize| self.scenario.parameters.loadings.of(b).occasions.0[role];
        let shown = (0..10).map(|b| (Theme::Shown(b), occasions(b) * frequency[b]));
        let left_out = (0..10).map(|b| (Theme::LeftOut(b), occasions(b) * (1.0 - frequency[b]).max(0.0)));
        shown.chain(left_out).collect()
    }

    /// How much an act weighs where more would be shown than days can hold.
    fn crowd(&self, role: usize) -> f64 {
        self.rates(role).iter().map(|(_, rate)| rate).sum::<f64>().max(1.0)
    }

    /// The theme of a day for a draw from [0, 1); and whether the draw lies so close to a limit that whole numbers out of 2²⁴ may
    /// decide otherwise.
    pub fn agenda(&self, role: usize, draw: f64) -> (Theme, bool) {
        let crowd = self.crowd(role);
        let (mut upto, mut found, mut close) = (0.0, None, false);
        for (theme, rate) in self.rates(role) {
            upto += rate / crowd;
            close |= (draw - upto).abs() < 2.0 / 16_777_216.0;
            if found.is_none() && draw < upto {
                found = Some(theme);
            }
        }
        (found.unwrap_or(Theme::Nothing), close)
    }

    /// Logit of good conduct of a role in a behaviour: base, culture, habit and practices.
    pub fn base(&self, role: usize, b: usize) -> f64 {
        let (law, practice) = (&self.scenario.parameters.behaviour, &self.scenario.parameters.practice);
        let frequency = self.scenario.parameters.behaviours.values()[b];
        let habit = if frequency > 0.0 { law.habit * frequency.ln() } else { 0.0 };
        let shares = shares(&self.scenario.parameters.loadings.of(b));
        let own = match role {
            COLLEAGUE => self.at_work(practice.vision_conduct, 1),
            LEADER => {
                let honest = self.at_work(practice.fair_honesty, 0) * shares[3] * 2.0;
                let lets_go = self.at_work(practice.autonomy_intentions, 4) * shares[2] * 2.0;
                honest + lets_go + self.at_work(practice.clarity_reliability, 3) * shares[1] * 2.0
            }
            _ => self.at_work(practice.fair_top, 0) * shares[3] * 2.0,
        };
        law.base
            + habit
            + self.scenario.parameters.behaviours.well()[b]
            + self.culture
            + self.at_work(practice.accountability_conduct, 2)
            + own
    }

    /// What a person's own conduct adds in a behaviour: Σ share · conduct.
    pub fn conduct(&self, b: usize, conduct: [f64; 4]) -> f64 {
        shares(&self.scenario.parameters.loadings.of(b)).iter().zip(conduct).map(|(share, conduct)| share * conduct).sum()
    }

    /// What engagement and strain do to conduct.
    pub fn mood(&self, engagement: f64, strain: f64) -> f64 {
        let law = &self.scenario.parameters.behaviour;
        law.engagement_pull * engagement - law.strain_pull * strain
    }

    /// What a leader's trust in top management does to the leader's conduct.
    pub fn line(&self, trust_top: f64) -> f64 {
        let (law, sd) = (&self.scenario.parameters.behaviour, self.scenario.parameters.outcome.sd_top);
        if self.scenario.mechanisms.line_spillover { law.line * (trust_top - 0.5) / sd } else { 0.0 }
    }

    /// Reciprocity and discord.
    pub fn towards(&self, trust: f64, trust_back: f64) -> f64 {
        let (law, sd) = (&self.scenario.parameters.behaviour, self.scenario.parameters.outcome.sd_colleague);
        if !self.scenario.mechanisms.reciprocity {
            return 0.0;
        }
        law.reciprocity * (trust_back - 0.5) / sd - law.discord * (trust - trust_back).abs() / sd
    }

    /// How much better two people behave towards each other because of how they get on, from a draw for the pair.
    pub fn fits(&self, draw: u32) -> f64 {
        let even = f64::from(draw >> 8) / 16_777_216.0 - 0.5;
        if self.scenario.mechanisms.fit { self.scenario.parameters.behaviour.fit * even * 12.0_f64.sqrt() } else { 0.0 }
    }

    /// Autonomy is answered with good conduct towards the leader.
    pub fn return_to_leader(&self) -> f64 {
        self.at_work(self.scenario.parameters.practice.autonomy_return, 4)
    }

    /// What an act of a role tells, done well or badly.
    pub fn theme_tells(&self, role: usize, theme: Theme, well: bool) -> Telling {
        let (step, crowd) = (self.scenario.parameters.belief.chance_step, self.crowd(role));
        let omission = if self.scenario.mechanisms.omission { self.scenario.parameters.behaviour.omission } else { 0.0 };
        let (Theme::Shown(b) | Theme::LeftOut(b)) = theme else { return Telling { facets: [0.0; 4], risk: 0.0, most: 0.0 } };
        let row = self.scenario.parameters.loadings.of(b);
        let (facets, risk, weight) = match theme {
            Theme::Shown(_) if well => (row.facets, row.risk, 1.0),
            Theme::Shown(_) => (row.bad_facets, row.bad_risk, 1.0),
            _ => (row.facets, row.risk, omission),
        };
        let strength = row.strength;
        let law = &self.scenario.parameters.belief;
        let most = 1.0 / if self.scenario.mechanisms.familiarity { law.step_old.max(law.step_new) } else { law.step_old };
        Telling { facets: facets.map(|w| crowd * weight * w * strength), risk: (crowd * weight * (risk * strength + step)).min(most), most }
    }

    /// What a signal of a practice tells.
    pub fn signal_tells(&self, practice: usize) -> Telling {
        let Signal { facets, risk, .. } = self.scenario.parameters.signals.of(Practice::ALL[practice]);
        Telling { facets, risk: risk + self.scenario.parameters.belief.chance_step, most: f64::INFINITY }
    }

    /// The chance that a signal of a practice reads well.
    pub fn reads_well(&self, practice: usize) -> f64 {
        let law = &self.scenario.parameters.practice;
        logistic(law.signal_base + law.signal_slope * (self.practices[practice] - 0.5))
    }

    /// a(n), times what confirmation bias leaves of an act against expectation: 1 − κ · 2 |T − ½|.
    pub fn step(&self, acts: f64, trust: f64, well: bool) -> f64 {
        let (law, on) = (&self.scenario.parameters.belief, &self.scenario.mechanisms);
        let new = if on.familiarity { law.step_new } else { law.step_old };
        let step = law.step_old + (new - law.step_old) / (1.0 + acts / law.acts_half);
        let against = if well { trust < 0.5 } else { trust > 0.5 };
        let discount = if on.confirmation_bias && against { law.confirmation * 2.0 * (trust - 0.5).abs() } else { 0.0 };
        step * (1.0 - discount)
    }

    /// The facets after an act: f += a w (1 − f), or f −= A_f a w f, and a day's fading to what is believed of a stranger where
    /// there is one to fade to; never below 0.01.
    pub fn facets(&self, facets: [f64; 4], well: bool, step: f64, telling: &Telling, fades: Option<f64>) -> [f64; 4] {
        let (law, on) = (&self.scenario.parameters.belief, &self.scenario.mechanisms);
        let asymmetry = [law.asymmetry_competence, law.asymmetry_reliability, law.asymmetry_intentions, law.asymmetry_honesty];
        std::array::from_fn(|f| {
            let before = facets[f];
            let heavier = if on.asymmetry && !well { asymmetry[f] } else { 1.0 };
            let weight = step * (heavier * telling.facets[f]).min(telling.most);
            let after = if well { before + weight * (1.0 - before) } else { before - weight * before };
            let faded = fades.map_or(0.0, |stranger| self.fading() * (stranger - before));
            (after + faded).clamp(0.01, 1.0)
        })
    }

    /// How far a day lets a belief fade.
    fn fading(&self) -> f64 {
        if self.scenario.mechanisms.forgetting { self.scenario.parameters.belief.forgetting / 260.0 } else { 0.0 }
    }

    /// How far a step of 1 moves a belief at most: no act weighs more than the strongest behaviour at the largest asymmetry.
    pub fn furthest(&self) -> f64 {
        let law = &self.scenario.parameters.belief;
        let largest = [law.asymmetry_competence, law.asymmetry_reliability, law.asymmetry_intentions, law.asymmetry_honesty];
        let crowd = (0..3).map(|role| self.crowd(role)).fold(1.0, f64::max);
        let risk = 0.4 + law.chance_step; // the riskiest behaviour, and what any act adds
        1.2 * crowd * largest.into_iter().fold(1.0_f64.max(risk), f64::max)
    }

    /// The facets after a day without an act: f += d (stranger − f).
    pub fn forgotten(&self, facets: [f64; 4], stranger: f64) -> [f64; 4] {
        facets.map(|f| (f + self.fading() * (stranger - f)).max(0.01))
    }

    /// How an act moves the chance of betrayal.
    pub fn chance_moved(&self, chance: f64, well: bool, step: f64, telling: &Telling) -> f64 {
        let base = self.scenario.parameters.quotient.chance_base;
        if well { -step * telling.risk * (chance - base) } else { step * telling.risk * (1.0 - chance) }
    }

    /// How a day lets it ease back.
    pub fn chance_eased(&self, chance: f64) -> f64 {
        -self.scenario.parameters.belief.chance_easing * (chance - self.scenario.parameters.quotient.chance_base)
    }

    /// The shared wound pulls up the wounds of the less hurt.
    pub fn pulled(&self, wound: f64, mood: f64) -> f64 {
        let pull = if self.scenario.mechanisms.team_mood { self.scenario.parameters.spread.mood_pull } else { 0.0 };
        wound + pull * (mood - wound).max(0.0)
    }

    /// A day of a wound and its scar; a `mood` slows healing.
    pub fn healed(&self, wound: f64, scar: f64, sealed: f64, mood: f64) -> (f64, f64) {
        let (law, on) = (&self.scenario.parameters.healing, &self.scenario.mechanisms);
        let slow = if on.team_mood { self.scenario.parameters.spread.mood_slow } else { 0.0 };
        let settle = if on.scars { 1.0 / law.settle_days } else { 0.0 };
        let heal = 1.0 / law.heal_days * (1.0 - slow * mood);
        (wound * (1.0 - heal - settle), scar + wound * settle - (scar - sealed) / law.fade_days)
    }

    /// A good act wears a scar away, its sealed part more slowly; faster where the offender does better than before, and has promised to.
    pub fn worn(&self, scar: f64, sealed: f64, better: f64, on_probation: bool) -> (f64, f64) {
        let law = &self.scenario.parameters.healing;
        let promised = if on_probation && self.scenario.mechanisms.probation { law.probation } else { 0.0 };
        let share = (law.on_foot * (1.0 + (law.effort + promised) * better.clamp(0.0, 1.0))).min(1.0);
        let left = sealed * (1.0 - share * law.on_foot_sealed);
        ((scar - sealed) * (1.0 - share) + left, left)
    }

    /// What gossip does: who agrees on which side of `even` somebody stands is carried further than the teller's own view, who
    /// does not hears it in part; of that bad news is told whole and good news in part.
    pub fn heard(&self, own: f64, teller: f64, even: f64, hold: f64, lower_is_worse: bool) -> f64 {
        let law = &self.scenario.parameters.spread;
        let agree = (own > even && teller > even) || (own < even && teller < even);
        let told = if agree { teller + law.amplify * (own - even) } else { own + law.open * (teller - own) };
        let bad = if lower_is_worse { told < own } else { told > own };
        let news = if bad { 1.0 } else { law.good_news };
        (own + (hold * news).min(1.0) * (told - own)).clamp(if lower_is_worse { 0.01 } else { 0.0 }, 1.0)
    }

    /// The facet at which one would as soon trust a referent as not, with the chance of betrayal at its base.
    pub fn even_facet(&self, referent: usize) -> f64 {
        let law = &self.scenario.parameters.quotient;
        let impact = [law.impact_colleague, law.impact_leader, law.impact_top][referent];
        (0.5 * (law.even * (law.chance_base + impact)).sqrt()).clamp(0.02, 0.98)
    }

    /// How much an act of the leader counts as one of top management.
    pub fn up(&self) -> f64 {
        if self.scenario.mechanisms.line_spillover { self.scenario.parameters.spread.up } else { 0.0 }
    }

    /// z of trust in a referent; where there is none, at the reference.
    pub fn standardised(&self, trust: Option<f64>, referent: usize) -> f64 {
        let law = &self.scenario.parameters.outcome;
        let (mean, sd) = [(law.mean_colleague, law.sd_colleague), (law.mean_leader, law.sd_leader), (law.mean_top, law.sd_top)][referent];
        let x = (trust.unwrap_or(mean) - mean) / sd;
        x / (1.0 + (x / law.limit).powi(2)).sqrt()
    }

    /// Where an outcome is heading: trust, strain, practices, ability, empty seats, and what is the person's own.
    pub fn target(&self, outcome: &str, pulls: &Pulls) -> f64 {
        let (law, practice) = (&self.scenario.parameters.outcome, &self.scenario.parameters.practice);
        let weight = |of: &str| law.get(&format!("{outcome}_{of}")).unwrap_or(0.0); // strain does not pull itself
        let trust = weight("colleague") * pulls.z[COLLEAGUE] + weight("leader") * pulls.z[LEADER] + weight("top") * pulls.z[TOP];
        let load = if self.scenario.mechanisms.strain_of_vacancies { law.load * pulls.empty } else { 0.0 };
        let other = match outcome {
            "strain" => load - self.at_work(practice.clarity_strain, 3) - self.at_work(practice.wellbeing_strain, 5),
            "motivation" => self.at_work(practice.autonomy_motivation, 4),
            "performance" => {
                law.ability * pulls.ability + if self.scenario.mechanisms.performance_exits { law.performance_entry } else { 0.0 }
            }
            "knowledge_sharing" => pulls.behaviours[2],
            "readiness_for_change" => pulls.behaviours[4],
            "quit_intention" => -pulls.behaviours[7],
            "loyalty" => pulls.behaviours[7],
            "helping" => pulls.behaviours[8],
            _ => 0.0,
        };
        let withdraws = self.scenario.mechanisms.withdrawal && ["engagement", "helping", "knowledge_sharing"].contains(&outcome);
        let other = if withdraws { other - law.withdrawal * pulls.injury } else { other };
        trust + weight("strain") * pulls.strain + other + (law.residual * law.lasting).sqrt() * self.own(outcome, pulls)
    }

    /// What is a person's own in an outcome: in attitudes, part of it is one attitude towards the job as a whole.
    fn own(&self, outcome: &str, pulls: &Pulls) -> f64 {
        let general = self.scenario.parameters.outcome.general;
        let attitude = |sign: f64| sign * general.sqrt() * pulls.attitude + (1.0 - general).sqrt() * pulls.own;
        match outcome {
            "strain" | "quit_intention" => attitude(-1.0),
            "knowledge_sharing" | "helping" | "learning" | "performance" | "loyalty" => pulls.own,
            _ => attitude(1.0),
        }
    }

    /// The outcome a week later. The slow noise is an autoregression whose standing spread is √(residual · (1 − lasting)).
    pub fn outcome(&self, outcome: &str, y: f64, target: f64, noise: f64) -> f64 {
        let law = &self.scenario.parameters.outcome;
        let rate = 1.0 / law.get(&format!("{outcome}_weeks")).unwrap();
        let shake = (1.0 - (1.0 - rate).powi(2)).sqrt();
        y + rate * (target - y) + shake * (law.residual * (1.0 - law.lasting)).sqrt() * noise
    }

    /// Where safety is heading.
    pub fn safety_target(&self, trust: [f64; 3], honesty_about_limits: f64) -> f64 {
        let law = &self.scenario.parameters.team;
        let trusting = law.safe_colleague * trust[COLLEAGUE] + law.safe_leader * trust[LEADER] + law.safe_top * trust[TOP];
        (law.safe_base + trusting + honesty_about_limits).clamp(0.0, 1.0)
    }

    /// What the ten behaviours do of themselves in a team of people with this conduct, lift, engagement and strain, the leader
    /// first: own · x / √(1 + x²), x = Σ occasions · frequency · p / Σ occasions · logistic(base) − 1.
    pub fn own_outcomes(&self, people: &[(usize, [f64; 4], f64, f64, f64)]) -> [f64; 10] {
        let p = &self.scenario.parameters;
        let (frequency, own) = (p.behaviours.values(), p.own.values());
        std::array::from_fn(|b| {
            let (mut well, mut usual) = (0.0, 0.0);
            for &(role, conduct, lift, engagement, strain) in people {
                let occasions = p.loadings.of(b).occasions.0[role];
                let logit = self.base(role, b) + self.conduct(b, conduct) + lift + self.mood(engagement, strain);
                well += occasions * frequency[b] * logistic(logit);
                usual += occasions * logistic(p.behaviour.base);
            }
            let x = if usual > 0.0 { well / usual - 1.0 } else { 0.0 };
            if self.scenario.mechanisms.own_outcomes { own[b] * x / (1.0 + x * x).sqrt() } else { 0.0 }
        })
    }

    /// What is left of a shock's disorder a week later.
    pub fn settling(&self, disruption: f64, team: &Climate) -> f64 {
        let law = &self.scenario.parameters.team;
        let [autonomy, vision] = [self.practices[4], self.practices[1]];
        let shared = law.vision_colleague * team.trust[COLLEAGUE]
            + law.vision_top * team.trust[TOP]
            + law.vision_practice * vision
            + team.behaviours[5];
        let on = self.scenario.mechanisms.climate;
        let beyond_trust = if on { law.cooperation_vision * (shared - 0.5) } else { 0.0 };
        let cooperation = law.cooperation_colleague * team.trust[COLLEAGUE]
            + law.cooperation_leader * team.trust[LEADER]
            + law.cooperation_helping * team.helping
            + law.cooperation_sharing * team.sharing
            + beyond_trust
            + team.behaviours[3];
        let agility = law.agility_cooperation * cooperation + law.agility_readiness * team.readiness + law.agility_autonomy * autonomy;
        let innovation = law.innovation_sharing * team.sharing + law.innovation_safety * team.safety + law.innovation_autonomy * autonomy;
        let above = |level: f64| level.clamp(0.0, 1.0) - 0.5;
        let adapting = if on { law.adapt_agility * above(agility) + law.adapt_innovation * above(innovation) } else { 0.0 };
        disruption * (1.0 - (law.recovery * (0.5 + team.readiness + adapting).max(0.0)).min(1.0))
    }
}

/// What a team is like this week, from which it follows how it adapts.
pub struct Climate {
    pub trust: [f64; 3],
    pub safety: f64,
    pub helping: f64,
    pub sharing: f64,
    pub readiness: f64,
    pub behaviours: [f64; 10],
}

/// What pulls at a person's outcomes.
pub struct Pulls {
    pub z: [f64; 3],
    pub strain: f64,
    pub ability: f64,
    pub empty: f64,
    pub injury: f64,
    pub own: f64,
    pub attitude: f64,
    pub behaviours: [f64; 10],
}

impl Laws<'_> {
    /// perceived = min(1, severity · nearness · (1 + intent) · (1 − known · n / (n + n_half) · (2 T − 1)))
    pub fn perceived(&self, blow: &Blow, acts: f64, trust: f64) -> f64 {
        let law = &self.scenario.parameters.breach;
        let graver = 1.0 + if blow.intentional { law.intent } else { 0.0 } + if blow.deception { law.deceit } else { 0.0 };
        let known =
            if self.scenario.mechanisms.familiarity { law.known * acts / (acts + self.scenario.parameters.belief.acts_half) } else { 0.0 };
        (blow.severity * blow.nearness * graver * (1.0 - known * (2.0 * trust - 1.0))).min(1.0)
    }

    /// The part of the loss that is a scar from the first day.
    pub fn settled(&self, blow: &Blow) -> f64 {
        let law = &self.scenario.parameters.breach;
        if !self.scenario.mechanisms.scars {
            return 0.0;
        }
        let intent = if blow.intentional { law.settled_intentional } else { 0.0 };
        let deception = if blow.deception { law.settled_deception } else { 0.0 };
        let lasting = [law.competence_lasting, law.reliability_lasting, law.benevolence_lasting, law.integrity_lasting][blow.kind as usize];
        (lasting * (law.settled_base + law.settled_severity * blow.severity + intent + deception)).min(1.0)
    }

    /// Shares that a kind of breach takes of credibility and trustworthiness, and how far it alarms.
    pub fn takes(&self, kind: BreachKind) -> ([f64; 2], f64) {
        let law = &self.scenario.parameters.breach;
        match kind {
            BreachKind::Competence => ([law.competence_credibility, law.competence_trustworthiness], law.competence_chance),
            BreachKind::Reliability => ([law.reliability_credibility, law.reliability_trustworthiness], law.reliability_chance),
            BreachKind::Benevolence => ([law.benevolence_credibility, law.benevolence_trustworthiness], law.benevolence_chance),
            BreachKind::Integrity => ([law.integrity_credibility, law.integrity_trustworthiness], law.integrity_chance),
        }
    }

    /// How far a blow makes somebody feel wronged who did not before.
    pub fn wronged(&self, blow: &Blow, acts: f64, trust: f64) -> f64 {
        let law = &self.scenario.parameters.breach;
        let anger = [law.competence_anger, law.reliability_anger, law.benevolence_anger, law.integrity_anger][blow.kind as usize];
        let intent = if blow.intentional { law.injury_intent } else { 0.0 };
        let deception = if blow.deception { law.injury_deception } else { 0.0 };
        let known =
            if self.scenario.mechanisms.familiarity { law.known * acts / (acts + self.scenario.parameters.belief.acts_half) } else { 0.0 };
        let reading = 1.0 - known * (2.0 * trust - 1.0);
        1.0 - (-anger * blow.severity * blow.nearness * reading * (1.0 + intent + deception)).exp()
    }

    /// A week of feeling wronged, and of watching what repairs have mended.
    pub fn eased(&self, injury: f64, mended: [f64; 3]) -> (f64, [f64; 3]) {
        let law = &self.scenario.parameters.healing;
        let week = |days: f64| (1.0 - 1.0 / days).powi(5);
        (injury * week(law.injury_days), mended.map(|mended| mended * week(law.probation_days)))
    }
}

/// The share of each facet in what a behaviour tells.
fn shares(behaviour: &Loading) -> [f64; 4] {
    let sum: f64 = behaviour.facets.iter().sum();
    behaviour.facets.map(|weight| weight / sum)
}

pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// An outcome in standard deviations as an index from 0 to 1.
pub fn index(y: f64) -> f64 {
    (0.5 + 0.2 * y).clamp(0.0, 1.0)
}

/// How far the fast engine's exponential, (1 + z + z²/2 + z³/6)³² with z = x/32, may be off e^x, relatively: 32 z⁴/24, and
/// rounding of the thirty-two factors. Beyond ±8 it stays where it is.
pub fn fast_exp_error(x: f64) -> f64 {
    let beyond = (x.abs() - 8.0).max(0.0);
    1.1 * (x.abs() - beyond).powi(4) / (24.0 * 32.0_f64.powi(3)) + 5e-6 + (beyond.exp() - 1.0)
}
