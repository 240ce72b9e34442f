//! # Acquaintance
//!
//! What people have come to believe of one another after years of everyday contact, on average: the laws of
//! `belief`, lived through at once.
//!
//! ```text
//!   v_f  = share_well · W_f + share_badly · B_f                 how much a contact moves facet f
//!   k    = contacts · Σ_{acts} a(n) a year,  a_old at length     how much that comes to in a year
//!   f*   = (k · share_well · W_f + d · stranger) / (k · v_f + d)
//!   f    = f* + (f_0 − f*) · e^(−(A(n) · v_f + d · years)),      A(n) = a_old · n + (a_new − a_old) · n_half · ln(1 + n / n_half)
//! ```
//!
//! | symbol   | meaning                                                             |
//! |----------|---------------------------------------------------------------------|
//! | W_f, B_f | what an average act of this role tells, done well and done badly    |
//! | share_well, share_badly | chance that an act is done well, or badly            |
//! | n        | acts seen over the years                                            |
//! | d        | fading per year                                                     |
//!
//! **Read it as.** Where an organisation that has lived before starts from; who is there on day 0 is drawn by the
//! chance of having stayed, given what that person has come to believe of the others. It is no more than a place to start: the years that are lived before day 0 do the rest.
//!
//! **Limits.** No years: the first impression. Long years: where good and bad acts and fading balance.
//!
//! **Source.** Follows from the laws named; nothing of its own is assumed.

use super::referent::Referent;
use crate::theory::behaviour;
use crate::theory::{Parameters, belief, quotient};

/// What an average act of a role tells, and how often there is one.
#[derive(Clone, Copy, Debug)]
pub struct Usual {
    /// Weights of an act done well: four facets and the chance of betrayal.
    pub well: [f64; 5],
    /// Weights of one done badly, asymmetry worked in.
    pub badly: [f64; 5],
    /// Share of each facet of conduct in what is shown.
    pub shares: [f64; 4],
    /// How much better than usual it is done, habit worked in, logits.
    pub better: f64,
    /// Share of the contacts in which something is shown.
    pub shown: f64,
}

impl Usual {
    /// Of those who stand in this role; `asymmetry` by facet.
    pub fn of(p: &Parameters, role: Referent, asymmetry: [f64; 4]) -> Self {
        let (frequency, better) = (p.behaviours.values(), p.behaviours.well());
        let (themes, crowd) = behaviour::themes(&p.loadings, role, frequency);
        let shown: f64 = themes[..10].iter().sum();
        let mut usual = Self { well: [0.0; 5], badly: [0.0; 5], shares: [0.0; 4], better: 0.0, shown };
        for b in (0..10).filter(|&b| themes[b] > 0.0) {
            let loading = p.loadings.of(b);
            let part = themes[b] / shown;
            let ((good, good_risk), (bad, bad_risk)) = (loading.weights(true), loading.weights(false));
            for f in 0..4 {
                usual.well[f] += part * crowd * good[f];
                usual.badly[f] += part * crowd * bad[f] * asymmetry[f];
                usual.shares[f] += part * loading.shares()[f];
            }
            usual.well[4] += part * crowd * (good_risk + p.belief.chance_step);
            usual.badly[4] += part * crowd * (bad_risk + p.belief.chance_step);
            usual.better += part * (better[b] + behaviour::skill(&p.behaviour, frequency[b]));
        }
        usual
    }
}

/// What there has been between two people.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// How long they have known each other, in years.
    pub years: f64,
    /// Contacts a year in which something was shown.
    pub acts_a_year: f64,
    /// Chance that it was done well, 0 to 1.
    pub well: f64,
}

impl Years {
    /// Acts seen.
    pub fn acts(&self) -> f64 {
        self.years * self.acts_a_year
    }

    /// Σ a(n) over the acts seen.
    fn steps(&self, p: &Parameters) -> f64 {
        let (law, n) = (&p.belief, self.acts());
        law.step_old * n + (law.step_new - law.step_old) * law.acts_half * libm::log(1.0 + n / law.acts_half)
    }

    /// A facet that was `first` at first, `stranger` being what is believed of somebody unknown.
    pub fn facet(&self, p: &Parameters, usual: &Usual, f: usize, first: f64, stranger: f64) -> f64 {
        let (good, bad) = (self.well * usual.well[f], (1.0 - self.well) * usual.badly[f]);
        let (a_year, fading) = (self.acts_a_year * p.belief.step_old, p.belief.forgetting);
        let settled = (a_year * good + fading * stranger) / (a_year * (good + bad) + fading).max(1e-12);
        let left = libm::exp(-(self.steps(p) * (good + bad) + fading * self.years));
        (settled + (first - settled) * left).clamp(f64::from(belief::LEAST), 1.0)
    }

    /// The perceived chance of betrayal, `first` at first.
    pub fn chance(&self, p: &Parameters, usual: &Usual, first: f64, days_a_year: f64) -> f64 {
        let (good, bad) = (self.well * usual.well[4], (1.0 - self.well) * usual.badly[4]);
        let (a_year, base) = (self.acts_a_year * p.belief.step_old, p.quotient.chance_base);
        let easing = p.belief.chance_easing * days_a_year;
        let settled = ((a_year * good + easing) * base + a_year * bad) / (a_year * (good + bad) + easing).max(1e-12);
        let left = libm::exp(-(self.steps(p) * (good + bad) + easing * self.years));
        (settled + (first - settled) * left).clamp(0.0, 1.0)
    }
}

/// Those who stand in a role, as others meet them.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    /// What their acts tell.
    pub usual: Usual,
    /// What their acts owe to other than their own conduct, logits.
    pub given: f64,
    /// Mean and spread over people of what they owe to their conduct, and to how well a pair gets on, logits.
    pub conduct: [f64; 2],
    /// Contacts a year with one of them in which something is shown.
    pub acts_a_year: f64,
    /// What is believed of a stranger who stands in it, 0 to 1.
    pub stranger: f64,
    /// Perceived impact of a betrayal by one of them, 0 to 2.
    pub impact: f64,
}

impl Role {
    /// The mean level of trust at which long acquaintance with them ends up; without any damage.
    pub fn lasting_trust(&self, p: &Parameters) -> f64 {
        // Gauss and Hermite's five places and weights for a normal distribution.
        const PLACES: [(f64, f64); 5] =
            [(-2.856_97, 0.011_257), (-1.355_63, 0.222_076), (0.0, 0.533_333), (1.355_63, 0.222_076), (2.856_97, 0.011_257)];
        let at = |(z, weight): (f64, f64)| weight * self.trust(p, self.conduct[0] + z * self.conduct[1], FOR_GOOD);
        PLACES.into_iter().map(at).sum()
    }

    /// Trust in one of them of middling conduct after so many years.
    pub fn trust_after(&self, p: &Parameters, years: f64) -> f64 {
        self.trust(p, self.conduct[0], years)
    }

    fn trust(&self, p: &Parameters, conduct: f64, years: f64) -> f64 {
        let known = Years { years, acts_a_year: self.acts_a_year, well: 1.0 / (1.0 + libm::exp(-(self.given + conduct))) };
        let facets: [f32; 4] = std::array::from_fn(|f| known.facet(p, &self.usual, f, self.stranger, self.stranger) as f32);
        let chance = known.chance(p, &self.usual, p.impression.chance, 260.0) as f32;
        let quotient = quotient::quotient(facets, [0.0; 2], chance, self.impact as f32, p.quotient.alarm as f32);
        f64::from(quotient::trust(quotient, 1.0, p.quotient.even as f32, p.quotient.sharpness as f32))
    }
}

/// Years after which nothing changes any more.
const FOR_GOOD: f64 = 1000.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn known(years: f64) -> f64 {
        let p = Parameters::default();
        let usual = Usual::of(&p, Referent::Colleague, [0.8, 1.8, 2.5, 2.5]);
        Years { years, acts_a_year: 80.0, well: 0.83 }.facet(&p, &usual, 2, 0.5, 0.5)
    }

    #[test]
    fn strangers_stand_where_first_impressions_do_and_long_years_settle() {
        assert!((known(0.0) - 0.5).abs() < 1e-12);
        assert!((known(40.0) - known(60.0)).abs() < 1e-3);
    }

    #[test]
    fn better_conduct_lasts_at_more_trust() {
        let p = Parameters::default();
        let usual = Usual::of(&p, Referent::Colleague, [0.8, 1.8, 2.5, 2.5]);
        let role = |logit| Role {
            usual,
            given: 0.0,
            conduct: [logit, 0.8],
            acts_a_year: 80.0,
            stranger: 0.6,
            impact: p.quotient.impact_colleague,
        };
        let at = |logit| role(logit).lasting_trust(&p);
        assert!(at(3.0) > at(2.0) && at(2.0) > at(1.0));
        let after = |years| role(2.0).trust_after(&p, years);
        assert!(after(0.0) < after(0.5) && after(0.5) < after(2.0) && after(2.0) < after(40.0));
    }

    #[test]
    fn ordinary_years_build_trust_fastest_at_first() {
        assert!(known(1.0) > 0.5 && known(1.0) - known(0.5) < known(0.5) - known(0.0));
    }
}
