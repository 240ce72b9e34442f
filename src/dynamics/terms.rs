//! # Today's terms
//!
//! The laws' parameters in the form in which a day uses them: as `f32`, with switches and the levels of the practices
//! worked in. Made on day 0 and whenever a practice changes.

use crate::organisation::usual_level;
use crate::scenario::{Scenario, YEAR};
use crate::theory::behaviour::{self, BEHAVIOURS};
use crate::theory::practice::at_work;
use crate::theory::referent::Referent;

/// What an act of one behaviour tells: weights on the four facets, and on the chance of betrayal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling {
    /// Weights on competence, reliability, intentions, honesty.
    pub facets: [f32; 4],
    /// Weight on the perceived chance of betrayal.
    pub risk: f32,
}

/// What a role's day looks like.
#[derive(Clone, Debug)]
pub struct Role {
    /// Cumulative frequency of the behaviours, out of 2²⁴.
    pub agenda: [i32; 10],
    /// Logit of good conduct for each behaviour, before the person.
    pub base: [f32; 10],
}

/// Everything that a day needs of the scenario.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Even quotient.
    pub even: f32,
    /// How much damage raises the perceived chance of betrayal.
    pub alarm: f32,
    /// Impact by referent, practices worked in.
    pub impact: [f32; 3],
    /// Contact by referent.
    pub contact: [f32; 3],
    /// Contact across.
    pub contact_across: f32,
    /// Floor of contact; 1 when withholding is off.
    pub floor: f32,
    /// Asymmetry by facet.
    pub asymmetry: [f32; 4],
    /// Step of a belief: new, old, half.
    pub step: [f32; 3],
    /// Confirmation bias; 0 when off.
    pub confirmation: f32,
    /// Usual chance of betrayal.
    pub chance_base: f32,
    /// Weight of any act on that chance.
    pub chance_step: f32,
    /// Its easing per day.
    pub chance_easing: f32,
    /// Forgetting per day.
    pub forgetting: f32,
    /// Usual first belief by referent.
    pub first: [f32; 3],
    /// What each behaviour tells.
    pub telling: [Telling; 10],
    /// Share of each facet in each behaviour.
    pub shares: [[f32; 4]; 10],
    /// Days of colleagues, leaders and top management.
    pub role: [Role; 3],
    /// Reciprocity.
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
    /// Healing, settling and fading per day.
    pub healing: [f32; 3],
    /// Wear of a scar by a good act, and what is left of it for the sealed part.
    pub on_foot: [f32; 2],
    /// Factor of a probation.
    pub probation: f32,
    /// Pull and slowing by team mood; zero when off.
    pub mood: [f32; 2],
    /// Chance of hearing gossip on a day; 0 when off.
    pub gossip: f32,
    /// Chance of news over a tie across on a day; 0 when off.
    pub news_across: f32,
    /// How far a hearer moves towards a fully trusted teller.
    pub hearsay: f32,
    /// How readily good news is told.
    pub good_news: f32,
    /// How much more the leader's telling weighs.
    pub leader_voice: f32,
    /// The latent cut of the survey.
    pub cut: f32,
}

impl Terms {
    /// The terms of a day with these levels of the practices.
    pub fn of(scenario: &Scenario, practices: &[f64; 6], culture: f64) -> Self {
        let (p, on) = (&scenario.parameters, &scenario.mechanisms);
        let either = |switch: bool, value: f64, otherwise: f64| (if switch { value } else { otherwise }) as f32;
        let work = |size: f64, practice: usize| if on.practices_work { at_work(size, practices[practice]) } else { 0.0 };
        let exposure = (1.0 + work(p.practice.autonomy_exposure, 4)) * (1.0 - work(p.practice.wellbeing_shelter, 5));
        let impact = [p.quotient.impact_colleague, p.quotient.impact_leader, p.quotient.impact_top];
        let alike = 1.0; // without asymmetry bad and good weigh the same
        let b = &p.belief;
        let asymmetry = [b.asymmetry_competence, b.asymmetry_reliability, b.asymmetry_intentions, b.asymmetry_honesty];
        let settled = !on.familiarity; // without familiarity every relation moves like an old one
        Self {
            even: p.quotient.even as f32,
            alarm: p.quotient.alarm as f32,
            impact: impact.map(|i| (i * exposure) as f32),
            contact: [p.contact.colleague, p.contact.leader, p.contact.top].map(|c| either(on.behaviour, c, 0.0)),
            contact_across: either(on.behaviour && on.ties_across, p.contact.across, 0.0),
            floor: either(on.withholding, p.contact.floor, 1.0),
            asymmetry: asymmetry.map(|a| either(on.asymmetry, a, alike)),
            step: [either(settled, b.step_old, b.step_new), b.step_old as f32, b.acts_half as f32],
            confirmation: either(on.confirmation_bias, b.confirmation, 0.0),
            chance_base: p.quotient.chance_base as f32,
            chance_step: b.chance_step as f32,
            chance_easing: b.chance_easing as f32,
            forgetting: either(on.forgetting, b.forgetting / YEAR as f64, 0.0),
            first: Referent::ALL.map(|referent| usual_level(scenario, referent) as f32),
            telling: BEHAVIOURS.each_ref().map(|row| Telling {
                facets: behaviour::weights(row).map(|w| w as f32),
                risk: (row.risk * row.strength + b.chance_step) as f32,
            }),
            shares: BEHAVIOURS.each_ref().map(|row| behaviour::shares(row).map(|s| s as f32)),
            role: [0, 1, 2].map(|role| Role::of(scenario, practices, culture, role)),
            reciprocity: either(on.reciprocity, p.behaviour.reciprocity, 0.0),
            discord: either(on.reciprocity, p.behaviour.discord, 0.0),
            return_to_leader: work(p.practice.autonomy_return, 4) as f32,
            pull: [p.behaviour.engagement_pull as f32, p.behaviour.strain_pull as f32],
            line: either(on.line_spillover, p.behaviour.line, 0.0),
            up: either(on.line_spillover, p.spread.up, 0.0),
            healing: [
                1.0 / p.healing.heal_days as f32,
                either(on.scars, 1.0 / p.healing.settle_days, 0.0),
                1.0 / p.healing.fade_days as f32,
            ],
            on_foot: [p.healing.on_foot as f32, p.healing.on_foot_sealed as f32],
            probation: either(on.probation, p.healing.probation, 1.0),
            mood: [either(on.team_mood, p.spread.mood_pull, 0.0), either(on.team_mood, p.spread.mood_slow, 0.0)],
            gossip: either(on.gossip, p.spread.gossip, 0.0),
            news_across: either(on.gossip && on.ties_across, p.spread.across, 0.0),
            hearsay: p.spread.weight as f32,
            good_news: p.spread.good_news as f32,
            leader_voice: p.spread.leader_voice as f32,
            cut: crate::theory::survey::latent_cut(&p.survey) as f32,
        }
    }
}

impl Role {
    /// The day of colleagues (0), leaders (1) or top management (2).
    fn of(scenario: &Scenario, practices: &[f64; 6], culture: f64, role: usize) -> Self {
        let (p, on) = (&scenario.parameters, &scenario.mechanisms);
        let work = |size: f64, practice: usize| if on.practices_work { at_work(size, practices[practice]) } else { 0.0 };
        let usual = p.behaviours.values();
        let frequency: [f64; 10] = std::array::from_fn(|b| BEHAVIOURS[b].shown_by[role] * usual[b]);
        let sum: f64 = frequency.iter().sum();
        let last = frequency.iter().rposition(|&f| f > 0.0).unwrap_or(0);
        let mut upto = 0.0;
        let agenda = std::array::from_fn(|b| {
            upto += frequency[b];
            if b >= last { 1 << 24 } else { (upto / sum * 16_777_216.0) as i32 }
        });
        let everyone = p.behaviour.base + culture + work(p.practice.accountability_conduct, 2);
        let base = std::array::from_fn(|b| {
            let share = behaviour::shares(&BEHAVIOURS[b]);
            let own = match role {
                0 => work(p.practice.vision_conduct, 1),
                1 => work(p.practice.fair_honesty, 0) * share[3] * 2.0 + work(p.practice.clarity_reliability, 3) * share[1] * 2.0,
                _ => 0.0,
            };
            (everyone + own + behaviour::skill(&p.behaviour, usual[b])) as f32
        });
        Self { agenda, base }
    }

    /// The behaviour in the foreground, from a draw: how many of the thresholds it has passed.
    #[inline(always)]
    pub fn behaviour(&self, draw: u32) -> u32 {
        let draw = (draw >> 8) as i32;
        self.agenda[..9].iter().map(|&upto| u32::from(draw >= upto)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agenda_covers_every_draw_and_leaves_out_what_a_role_does_not_show() {
        let scenario = Scenario::default();
        let terms = Terms::of(&scenario, &scenario.practices, 0.0);
        for role in 0..3 {
            for draw in (0..=u32::MAX).step_by(1 << 20).chain([u32::MAX]) {
                assert!(BEHAVIOURS[terms.role[role].behaviour(draw) as usize].shown_by[role] > 0.0);
            }
        }
    }

    #[test]
    fn accountability_raises_everyones_conduct_and_nothing_when_switched_off() {
        let mut scenario = Scenario::default();
        let base =
            |scenario: &Scenario, level: f64| Terms::of(scenario, &[0.5, 0.5, level, 0.5, 0.5, 0.5], 0.0).role.map(|role| role.base[0]);
        for role in 0..3 {
            assert!(base(&scenario, 1.0)[role] > base(&scenario, 0.5)[role]);
        }
        scenario.mechanisms.practices_work = false;
        assert!((base(&scenario, 1.0)[0] - base(&scenario, 0.5)[0]).abs() < 1e-7);
    }
}
