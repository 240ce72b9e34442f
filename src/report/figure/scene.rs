//! # What figures are drawn from
//!
//! The arms and their lives, or the numbers that stand beside a figure that is drawn anew.

use super::{Moment, Provenance, Series, first_breach, road_of};
use crate::analysis::recovery::Road;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::report::sheet::{Medium, Style, Words, style};
use crate::scenario::measure::{MEASURES, measure};
use crate::scenario::{Referent, Scenario};
use crate::text::{Language, text};
use crate::words::figure::{self as words, Clock, Form};
use crate::words::number::count;

/// Everything that figures are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    pub scenario: &'a Scenario,
    pub plans: &'a [ArmPlan],
    pub lives: &'a [ArmLives],
    /// How long building, the fall and coming back took.
    pub roads: &'a [Road],
    pub language: Language,
    pub provenance: &'a Provenance,
    pub medium: Medium,
    /// The numbers that stand beside a figure that is drawn anew; without them the lives are summed up.
    pub numbers: Option<&'a [Numbers]>,
}

/// One measure of one arm, as it stands beside a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    pub measure: String,
    pub referent: Option<Referent>,
    pub series: Series,
}

impl<'a> Scene<'a> {
    /// For a slide, from the lives.
    pub fn slide(
        scenario: &'a Scenario,
        plans: &'a [ArmPlan],
        lives: &'a [ArmLives],
        roads: &'a [Road],
        language: Language,
        provenance: &'a Provenance,
    ) -> Self {
        Self { scenario, plans, lives, roads, language, provenance, medium: Medium::Slide, numbers: None }
    }

    /// A measure in the lives of an arm; of trust, in this referent.
    pub fn series(&self, lives: &ArmLives, key: &str, referent: Option<Referent>) -> Option<Series> {
        let Some(numbers) = self.numbers else { return Series::gather(lives, key, referent) };
        let own = |row: &&Numbers| row.series.arm == lives.arm && row.measure == key && row.referent == referent;
        numbers.iter().find(own).map(|row| row.series.clone())
    }

    pub fn arms(&self) -> impl Iterator<Item = (&'a ArmPlan, &'a ArmLives)> + use<'a> {
        let lives = self.lives;
        let plans = self.plans.iter().filter(|plan| !plan.is_twin);
        plans.filter_map(move |plan| Some((plan, lives.iter().find(|lives| lives.arm == plan.name)?)))
    }

    /// How an arm is drawn, in every figure.
    pub fn style(&self, arm: &str) -> Style {
        style(self.plans.iter().filter(|plan| !plan.is_twin).position(|plan| plan.name == arm).unwrap_or(0))
    }

    /// The arm that figures of one arm show: the first with a breach, or the first.
    pub fn lead(&self) -> Option<(&'a ArmPlan, &'a ArmLives)> {
        self.arms().find(|(plan, _)| first_breach(&plan.scenario).is_some()).or_else(|| self.arms().next())
    }

    pub fn twin_of(&self, lives: &ArmLives) -> Option<&'a ArmLives> {
        let name = lives.twin.as_ref()?;
        self.lives.iter().find(|other| other.arm == *name)
    }

    /// What the lives of an arm say of its first breach; `None` where nobody looked.
    pub fn road_of(&self, arm: &str, referent: Option<Referent>) -> Option<&'a Road> {
        let breach = self.plans.iter().find(|plan| plan.name == arm).and_then(|plan| first_breach(&plan.scenario));
        road_of(self.roads, arm, referent, breach)
    }

    /// The name of an arm, if there are several.
    pub fn arm_name(&self, plan: &'a ArmPlan) -> Option<&'a str> {
        (self.arms().count() > 1).then_some(plan.name.as_str())
    }

    /// The words around a figure with this headline.
    pub fn words(&self, headline: String) -> Words {
        self.provenance.words(self.scenario.title(self.language), headline, String::new(), self.language)
    }

    /// What is measured, over whom, how often.
    pub fn subtitle(&self, key: &str, arm: Option<&str>, of: &Series, full: bool) -> String {
        let arm = arm.map_or_else(String::new, |name| words::of_arm(name, self.language) + " ");
        let teams = self.lead().map_or(self.scenario.organisation.teams, |(plan, _)| plan.scenario.organisation.teams);
        let teams = count(u64::from(teams), text("team", "team"), text("teams", "teams"), self.language);
        let meaning = if key == "trust" {
            words::trust_meaning(&teams, self.language)
        } else {
            format!("{} {teams}.", measure(key).map_or("", |m| MEASURES[m].meaning.get(self.language)))
        };
        // single lives do not stand in the numbers from which a figure is drawn again
        let bands = full && of.worlds <= 1 && of.lives > 1 && of.runs.is_empty();
        let legend =
            if bands { words::bands(of.lives, self.language) } else { words::legend(of.lives, of.worlds as usize, full, self.language) };
        format!("{arm}{meaning} {legend}")
    }

    /// What a summary says of a figure in time: what happened, and where each line ends.
    pub fn said(&self, ends: &[(String, f64)], form: Form, moments: &[Moment], clock: Clock) -> Vec<String> {
        let moments: Vec<(String, String)> =
            moments.iter().map(|m| (m.what.clone(), clock.moment(f64::from(m.day), self.language))).collect();
        let mut said: Vec<String> = words::happened(&moments, self.language).into_iter().collect();
        said.push(words::ends(ends, form, self.language));
        said
    }
}
