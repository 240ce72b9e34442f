//! # Effects
//!
//! Every measure of every arm less that of the reference, life by life: a row of `effects.csv`.
//!
//! ```text
//!   variance removed = 1 − variance of the differences / (variance of the arm + variance of the reference)
//! ```
//!
//! **Read it as.** The interval is that of the mean difference (Student's t over lives, or over pairs of worlds). Variance
//! removed says what pairing was worth: at 0.9 as many lives without it would have told no more than a tenth of them did.

use crate::analysis::cell;
use crate::analysis::interval::estimate_in_worlds;
use crate::analysis::quantile::{sd, square};
use crate::analysis::summary::{days, value};
use crate::analysis::variance::VarianceComponents;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::scenario::Referent;
use crate::scenario::measure::{MEASURES, columns};
use crate::text::{Text, text};

/// One measure of one arm beside the reference, on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The arm.
    pub arm: String,
    /// The reference.
    pub reference: String,
    /// The measure's key.
    pub measure: &'static str,
    /// Whose trust; `None` for measures of the whole.
    pub referent: Option<Referent>,
    /// The recorded working day.
    pub day: u32,
    /// Pairs of lives that have both values.
    pub pairs: usize,
    /// Mean of the arm less the reference.
    pub difference: f64,
    /// The 95 % interval of that mean.
    pub interval: [f64; 2],
    /// Share of the variance that pairing took away.
    pub removed: f64,
    /// The spread of the differences, by where it comes from.
    pub apart: VarianceComponents,
}

impl Effect {
    /// Name, unit and meaning of each column.
    pub const COLUMNS: [(&'static str, &'static str, Text); 12] = [
        ("arm", "-", text("Arm, or twin.", "Variant, of tweeling.")),
        ("reference", "-", text("The arm that it is compared with.", "De variant waarmee vergeleken wordt.")),
        ("measure", "-", text("Measure of the organisation.", "Maat van de organisatie.")),
        ("referent", "-", text("Whom the trust is in; empty for the whole.", "In wie het vertrouwen is; leeg voor het geheel.")),
        ("day", "working day", text("Recorded working day.", "Geregistreerde werkdag.")),
        ("n_pairs", "replicates", text("Pairs of replicates that have both values.", "Paren herhalingen die beide waarden hebben.")),
        ("diff", "of the measure", text("Mean of the arm less the reference.", "Gemiddelde van de variant min de referentie.")),
        (
            "lo",
            "of the measure",
            text("Lower end of the 95 % interval of that mean.", "Onderkant van het 95%-interval van dat gemiddelde."),
        ),
        ("hi", "of the measure", text("Upper end.", "Bovenkant.")),
        (
            "variance_removed",
            "share",
            text("Share of the variance that pairing took away.", "Deel van de variantie dat het paren wegneemt."),
        ),
        (
            "luck_sd",
            "of the measure",
            text("Standard deviation of the differences that other dice make.", "Standaardafwijking van de verschillen door ander toeval."),
        ),
        (
            "doubt_sd",
            "of the measure",
            text(
                "Standard deviation of the differences that other values of the parameters make; missing where there is one world.",
                "Standaardafwijking van de verschillen door andere parameterwaarden; ontbreekt als er één wereld is.",
            ),
        ),
    ];

    /// The row as text, in the order of the columns.
    pub fn cells(&self) -> Vec<String> {
        let referent = self.referent.map_or("", Referent::key);
        let words = [&self.arm, &self.reference, self.measure, referent].map(str::to_owned);
        let counts = [self.day.to_string(), self.pairs.to_string()];
        let numbers = [self.difference, self.interval[0], self.interval[1], self.removed, self.apart.luck.sd, self.apart.doubt.sd];
        [&words[..], &counts, &numbers.map(cell)].concat()
    }
}

/// All effects: arms but the reference, twins last, then measure, referent and day.
pub fn effects(plans: &[ArmPlan], lives: &[ArmLives], reference: usize) -> Vec<Effect> {
    let columns = columns(false);
    let Some(beside) = lives.get(reference) else { return Vec::new() };
    let mut effects = Vec::new();
    for arm in lives.iter().filter(|arm| arm.arm != beside.arm) {
        let Some(recorded) = arm.lives.iter().flatten().next().map(|life| &life.days) else { continue };
        let days = days(&arm.arm, plans, recorded);
        for (index, column) in columns.iter().enumerate() {
            for &day in &days {
                let of = |lives: &ArmLives| -> Vec<f64> {
                    let one = |life: &Result<_, String>| life.as_ref().ok().and_then(|life| value(life, day, index, columns.len()));
                    lives.lives.iter().map(|life| one(life).unwrap_or(f64::NAN)).collect()
                };
                let (own, other) = (of(arm), of(beside));
                effects.push(Effect {
                    arm: arm.arm.clone(),
                    reference: beside.arm.clone(),
                    measure: MEASURES[column.measure].key,
                    referent: column.referent,
                    day,
                    ..paired(&own, &other, arm.worlds)
                });
            }
        }
    }
    effects
}

/// The numbers of an effect, from values by the number of their lives.
fn paired(own: &[f64], other: &[f64], worlds: u32) -> Effect {
    let differences: Vec<f64> = own.iter().zip(other).map(|(own, other)| own - other).collect();
    let both = |values: &[f64]| -> Vec<f64> {
        values.iter().zip(&differences).filter(|(_, difference)| difference.is_finite()).map(|(value, _)| *value).collect()
    };
    let mean = estimate_in_worlds(&differences, worlds);
    let variance = |values: &[f64]| square(sd(&both(values)));
    Effect {
        arm: String::new(),
        reference: String::new(),
        measure: "",
        referent: None,
        day: 0,
        pairs: both(&differences).len(),
        difference: mean.mean,
        interval: [mean.low, mean.high],
        removed: 1.0 - variance(&differences) / (variance(own) + variance(other)),
        apart: VarianceComponents::of(&differences, worlds),
    }
}
