//! # Today's terms
//!
//! The laws' parameters in the form in which a day uses them: as `f32`, with switches and the levels of the practices
//! worked in. Made on day 0 and whenever a practice changes.

use crate::scenario::{Scenario, YEAR};
use crate::theory::behaviour;
use crate::theory::healing;
use crate::theory::impression;
use crate::theory::practice::{self, ByPractice, Practice, Signal, at_work};
use crate::theory::quotient;
use crate::theory::referent::{ByReferent, Referent};
use crate::theory::smaller;
use crate::theory::spread::Talk;

/// What an act tells: weights on competence, reliability, intentions, honesty, and on the perceived chance of betrayal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling {
    /// For them, when it is done well.
    pub well: [f32; 5],
    /// Against them, when it is done badly: with how much heavier a bad act weighs.
    pub badly: [f32; 5],
}

impl Telling {
    /// From what it tells done well and done badly: weights on the four facets, and on the risk.
    pub fn of(scenario: &Scenario, well: ([f64; 4], f64), badly: ([f64; 4], f64)) -> Self {
        let law = &scenario.parameters.belief;
        let asymmetry = law.asymmetry(scenario.mechanisms.asymmetry);
        let [c, r, i, h] = well.0;
        let against: [f64; 4] = std::array::from_fn(|f| badly.0[f] * asymmetry[f]);
        Self {
            well: [c, r, i, h, well.1 + law.chance_step].map(|weight| weight as f32),
            badly: [against[0], against[1], against[2], against[3], badly.1 + law.chance_step].map(|weight| weight as f32),
        }
    }

    /// The same act, so many times as heavy, but never beyond `most`.
    #[must_use]
    fn times(self, weight: f32, most: f32) -> Self {
        let of = |tells: [f32; 5]| tells.map(|tells| smaller(tells * weight, most));
        Self { well: of(self.well), badly: of(self.badly) }
    }
}

/// A day's themes: the ten behaviours, then each of them left out where it was expected, then nothing at all.
pub const THEMES: usize = 21;

/// What a role's day looks like.
#[derive(Clone, Debug)]
pub struct RoleDay {
    /// Up to where a draw out of 2²⁴ falls on each theme but the last.
    pub agenda: [i32; THEMES - 1],
    /// Logit of good conduct for each behaviour, before the person.
    pub base: [f32; 10],
    /// What each theme tells, how much a day holds worked in.
    pub telling: [Telling; THEMES],
}

/// Everything that a day needs of the scenario.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Quotient at which people would as soon trust as not.
    pub even: f32,
    /// Exponent of the quotient in the odds of trusting.
    pub sharpness: f32,
    /// What a standard deviation of propensity adds to the logit.
    pub tilt: f32,
    /// The facet at which one would as soon trust as not, 0 to 1.
    pub even_facet: ByReferent<f32>,
    /// How much damage raises the perceived chance of betrayal, 0 to 1.
    pub alarm: f32,
    /// Perceived impact of a betrayal, practices worked in.
    pub impact: ByReferent<f32>,
    /// Contacts a day.
    pub contact: ByReferent<f32>,
    /// Contacts a day over a tie across.
    pub contact_across: f32,
    /// Share of contact that work imposes whatever the trust, 0 to 1; 1 when withholding is off.
    pub floor: f32,
    /// Step of a belief at first and at length, and the acts after which it is halfway between.
    pub step: [f32; 3],
    /// Confirmation bias; 0 when off.
    pub confirmation: f32,
    /// Usual perceived chance of betrayal, 0 to 1.
    pub chance_base: f32,
    /// How much of the way back to it goes in a day, 0 to 1.
    pub chance_easing: f32,
    /// How much of the way back to what is believed of a stranger goes in a day, 0 to 1.
    pub forgetting: f32,
    /// Odds with which somebody of middling propensity believes well of a stranger.
    pub stranger: ByReferent<f32>,
    /// What a standard deviation of propensity adds to the logarithm of these odds.
    pub readiness: f32,
    /// Perceived chance of betrayal by a stranger, 0 to 1.
    pub first_chance: f32,
    /// Share of each facet in each behaviour.
    pub shares: [[f32; 4]; 10],
    /// The day of those who stand in each role.
    pub role: ByReferent<RoleDay>,
    /// What a signal of each practice tells.
    pub signals: ByPractice<Telling>,
    /// What of a signal falls on colleagues together, the leader and top management, in acts.
    pub falls: ByPractice<ByReferent<f32>>,
    /// What one standard deviation of how two people get on does to conduct, logits.
    pub fit: f32,
    /// Reciprocity, logits per unit of trust.
    pub reciprocity: f32,
    /// How much worse people behave towards each other when one trusts far more than the other.
    pub discord: f32,
    /// What autonomy adds to members' conduct towards the leader, logits.
    pub return_to_leader: f32,
    /// Pulls of engagement and strain on conduct.
    pub pull: [f32; 2],
    /// What a leader's trust in top management adds to conduct.
    pub line: f32,
    /// How much an act of the leader counts as one of top management.
    pub up: f32,
    /// Share of a wound that heals a day, that settles into a scar, and share of a scar that fades.
    pub healing: [f32; 3],
    /// Share of a scar that a good act wears away, and how much of that reaches its sealed part.
    pub on_foot: [f32; 2],
    /// What conduct better than before, by repair, adds to that wear, per logit.
    pub effort: f32,
    /// What a promise that is being watched adds to it.
    pub probation: f32,
    /// What is left after a week of an injury, and of what a repair has mended while a repetition would reopen it, 0 to 1.
    pub eases: [f32; 2],
    /// Shared wound from which there is a bad mood.
    pub mood_from: f32,
    /// Pull and slowing by team mood; zero when off.
    pub mood: [f32; 2],
    /// Chance of hearing gossip on a day; 0 when off.
    pub gossip: f32,
    /// Chance of news over a tie across on a day; 0 when off.
    pub news_across: f32,
    /// Share of the way to the view of a fully trusted teller that a hearer goes, 0 to 1.
    pub hearsay: f32,
    /// How gossip is told and heard.
    pub talk: Talk,
    /// How much more the leader's telling weighs.
    pub leader_voice: f32,
    /// Trust from which a survey counts somebody as trusting, 0 to 1.
    pub cut: f32,
}

impl Terms {
    /// The terms of a day with these levels of the practices.
    pub fn of(scenario: &Scenario, practices: &ByPractice<f64>, culture: f64) -> Self {
        let (p, on) = (&scenario.parameters, &scenario.mechanisms);
        let either = |switch: bool, value: f64, otherwise: f64| (if switch { value } else { otherwise }) as f32;
        let working = scenario.working(practices);
        let exposure = practice::exposure(&p.practice, &working);
        let impact = p.quotient.impacts();
        let b = &p.belief;
        let settled = !on.familiarity; // without familiarity every relation moves like an old one
        Self {
            even: p.quotient.even as f32,
            sharpness: p.quotient.sharpness as f32,
            tilt: p.quotient.tilt as f32,
            even_facet: impact.map(|impact| quotient::facet_for(&p.quotient, 0.5, p.quotient.chance_base, impact) as f32),
            alarm: p.quotient.alarm as f32,
            impact: impact.map(|i| (i * exposure) as f32),
            contact: p.contact.rates().map(|c| either(on.behaviour, c, 0.0)),
            contact_across: either(on.behaviour && on.ties_across, p.contact.across, 0.0),
            floor: either(on.withholding, p.contact.floor, 1.0),
            step: [either(settled, b.step_old, b.step_new), b.step_old as f32, b.acts_half as f32],
            confirmation: either(on.confirmation_bias, b.confirmation, 0.0),
            chance_base: p.quotient.chance_base as f32,
            chance_easing: b.chance_easing as f32,
            forgetting: either(on.forgetting, b.forgetting / YEAR as f64, 0.0),
            stranger: p.impression.levels().map(|level| libm::exp(impression::logit(&p.impression, level, 0.0)) as f32),
            readiness: p.impression.readiness as f32,
            first_chance: p.impression.chance as f32,
            shares: std::array::from_fn(|b| p.loadings.of(b).shares().map(|s| s as f32)),
            role: ByReferent::of(|role| RoleDay::of(scenario, practices, culture, role)),
            signals: ByPractice::of(|practice| {
                let Signal { facets, risk, .. } = p.signals.of(practice);
                Telling::of(scenario, (facets, risk), (facets, risk))
            }),
            falls: ByPractice::of(|practice| p.signals.of(practice).falls_on.map(|share| (share * p.practice.signal_weight) as f32)),
            fit: either(on.fit, p.behaviour.fit, 0.0),
            reciprocity: either(on.reciprocity, p.behaviour.reciprocity / p.outcome.sd_colleague, 0.0),
            discord: either(on.reciprocity, p.behaviour.discord / p.outcome.sd_colleague, 0.0),
            return_to_leader: at_work(p.practice.autonomy_return, working[Practice::Autonomy]) as f32,
            pull: [p.behaviour.engagement_pull as f32, p.behaviour.strain_pull as f32],
            line: either(on.line_spillover, p.behaviour.line / p.outcome.sd_top, 0.0),
            up: either(on.line_spillover, p.spread.up, 0.0),
            healing: [
                1.0 / p.healing.heal_days as f32,
                either(on.scars, 1.0 / p.healing.settle_days, 0.0),
                1.0 / p.healing.fade_days as f32,
            ],
            on_foot: [p.healing.on_foot as f32, p.healing.on_foot_sealed as f32],
            effort: p.healing.effort as f32,
            probation: either(on.probation, p.healing.probation, 0.0),
            eases: [healing::week(p.healing.injury_days), healing::week(p.healing.probation_days)],
            mood_from: p.spread.mood_from as f32,
            mood: [either(on.team_mood, p.spread.mood_pull, 0.0), either(on.team_mood, p.spread.mood_slow, 0.0)],
            gossip: either(on.gossip, p.spread.gossip, 0.0),
            news_across: either(on.gossip && on.ties_across, p.spread.across, 0.0),
            hearsay: p.spread.weight as f32,
            talk: Talk { good_news: p.spread.good_news as f32, amplify: p.spread.amplify as f32, open: p.spread.open as f32 },
            leader_voice: p.spread.leader_voice as f32,
            cut: crate::theory::survey::latent_cut(&p.survey) as f32,
        }
    }
}

impl RoleDay {
    /// The day of those who stand in this role.
    fn of(scenario: &Scenario, practices: &ByPractice<f64>, culture: f64, role: Referent) -> Self {
        let (p, on) = (&scenario.parameters, &scenario.mechanisms);
        let working = scenario.working(practices);
        let (frequency, well) = (p.behaviours.values(), p.behaviours.well());
        let (themes, weight) = behaviour::themes(&p.loadings, role, frequency);
        let mut upto = 0.0;
        let agenda = std::array::from_fn(|theme| {
            upto += themes[theme];
            (upto * 16_777_216.0).round() as i32
        });
        let base = std::array::from_fn(|b| {
            let share = p.loadings.of(b).shares();
            let practices = practice::conduct(&p.practice, &working, role, share);
            (p.behaviour.base + culture + practices + well[b] + behaviour::skill(&p.behaviour, frequency[b])) as f32
        });
        let omission = if on.omission { p.behaviour.omission } else { 0.0 };
        let told = |theme: usize| match theme {
            0..10 => Telling::of(scenario, p.loadings.of(theme).weights(true), p.loadings.of(theme).weights(false)),
            10..20 => {
                let expected = p.loadings.of(theme - 10).weights(true);
                Telling { well: [0.0; 5], ..Telling::of(scenario, expected, expected).times(omission as f32, f32::MAX) }
            }
            _ => Telling::default(),
        };
        // However much a day holds, no belief moves further than all the way.
        let step = p.belief.step_old.max(if on.familiarity { p.belief.step_new } else { 0.0 });
        let telling = std::array::from_fn(|theme| told(theme).times(weight as f32, (1.0 / step) as f32));
        Self { agenda, base, telling }
    }

    /// The theme of a day, from a draw: how many of the thresholds it has passed.
    #[inline(always)]
    pub fn theme(&self, draw: u32) -> u32 {
        let draw = (draw >> 8) as i32;
        self.agenda.iter().map(|&upto| u32::from(draw >= upto)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_days_leave_out_nothing_and_show_only_what_the_role_has_an_occasion_for() {
        let scenario = Scenario::default();
        let terms = Terms::of(&scenario, &scenario.practices, 0.0);
        for role in Referent::ALL {
            for draw in (0..=u32::MAX).step_by(1 << 20).chain([u32::MAX]) {
                let theme = terms.role[role].theme(draw) as usize;
                assert!(theme == THEMES - 1 || scenario.parameters.loadings.of(theme).occasions[role] > 0.0, "{role:?}: {theme}");
            }
        }
    }

    #[test]
    fn accountability_raises_everyones_conduct_and_nothing_when_switched_off() {
        let mut scenario = Scenario::default();
        let base = |scenario: &Scenario, level: f64| {
            let mut practices = ByPractice::all(0.5);
            practices[Practice::Accountability] = level;
            Terms::of(scenario, &practices, 0.0).role.map(|role| role.base[0])
        };
        for role in Referent::ALL {
            assert!(base(&scenario, 1.0)[role] > base(&scenario, 0.5)[role]);
        }
        scenario.mechanisms.practices_work = false;
        assert!((base(&scenario, 1.0)[Referent::Colleague] - base(&scenario, 0.5)[Referent::Colleague]).abs() < 1e-7);
    }
}
