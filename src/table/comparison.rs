//! # `outcomes` and `hypotheses`: the arms beside one another
//!
//! Written where a scenario has several arms. `outcomes` holds what policies are judged by, life by life, so that they can be
//! judged anew without living again.

use std::path::Path;

use super::declaration::{Declaration, Key};
use super::dialect::Rows;
use super::file::{TableFile, write};
use crate::analysis::interval::Estimate;
use crate::analysis::survival::Wait;
use crate::comparison::hypothesis::{Judgement, Verdict};
use crate::comparison::outcome::{Arm, Outcome, Outcomes, PARTS};
use crate::doubt::Headline;
use crate::ensemble::ArmPlan;
use crate::ensemble::world::Turn;
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::measure::{MEASURES, Per, measure};
use crate::scenario::{Referent, Scenario};
use crate::text::text;

/// What a life came to.
pub(super) struct LifeResult {
    people: f64,
    /// `None` where it failed.
    outcome: Option<Outcome>,
}

impl LifeResult {
    fn of<V>(&self, value: impl Fn(&Outcome) -> V) -> Option<V> {
        self.outcome.as_ref().map(value)
    }

    fn wait<V>(&self, which: fn(&Outcome) -> Option<Wait>, value: fn(Wait) -> V) -> Option<V> {
        self.outcome.as_ref().and_then(which).map(value)
    }
}

/// `outcomes.csv`: one row per arm, replicate and world.
#[rustfmt::skip]
pub(super) fn outcomes_table() -> Declaration<LifeResult> {
    let part = |key: &'static str| (key, "person-days", measure(key).map_or(text("", ""), |at| MEASURES[at].meaning));
    Declaration::named("outcomes").key()
        .column("people", "people", |row: &LifeResult| row.people, "People at the start, mean over the replicates of the reference.", "Mensen bij het begin, gemiddeld over de herhalingen van de referentie.")
        .column("leavers", "people", |row| row.of(|life| life.leavers),
            "People who left of themselves or otherwise from the first breach on, scheduled exits apart.",
            "Mensen die vanaf de eerste vertrouwensbreuk uit zichzelf of anders vertrokken, geplande vertrekken niet meegeteld.")
        .column("cost", "person-days", |row| row.of(Outcome::cost),
            "Everything that the model books as cost since day 0, lost output apart: the sum of the cost_ columns.",
            "Alles wat het model aan kosten boekt sinds dag 0, zonder verloren output: de som van de kolommen cost_.")
        .column("trust_days", "trust-days", |row| row.of(|life| life.trust_days),
            "Trust in whoever breaks it first, summed over people and days from then on; days on which an arm has nobody to trust are left out in all arms.",
            "Vertrouwen in wie het eerst breekt, opgeteld over mensen en dagen vanaf dan; dagen waarop een arm niemand heeft om te vertrouwen, tellen in geen enkele arm mee.")
        .column("return_days", "working days", |row| row.wait(|life| life.back, |wait| wait.days),
            "Days from the breach until trust was back, or, if it never was, to the end; missing if trust did not visibly fall.",
            "Dagen van de vertrouwensbreuk tot het vertrouwen terug was, of, als dat nooit gebeurde, tot het einde; ontbreekt als het niet zichtbaar zakte.")
        .column("returned", "-", |row| row.wait(|life| life.back, |wait| wait.ended), "1 if it was back.", "1 als het terug was.")
        .columns(PARTS.map(part), |row, at| row.of(|life| life.costs[at]))
        .columns(["output_days"].map(part), |row, _| row.of(|life| life.output))
        .column("days_left_out", "working days", |row| row.of(|life| life.left_out),
            "Days left out of trust_days, because in this replicate some arm had nobody to trust on them (no leader).",
            "Dagen die niet in trust_days meetellen, omdat een arm er in deze herhaling niemand had om te vertrouwen (geen leidinggevende).")
        .column("twin_return_days", "working days", |row| row.wait(|life| life.level, |wait| wait.days),
            "Days from the breach until trust was level with the twin's, or, if it never was, to the end; missing if it did not visibly fall or there is no twin.",
            "Dagen van de vertrouwensbreuk tot het vertrouwen gelijk stond met dat van de tweeling, of, als dat nooit gebeurde, tot het einde; ontbreekt als het niet zichtbaar zakte of er geen tweeling is.")
        .column("twin_returned", "-", |row| row.wait(|life| life.level, |wait| wait.ended), "1 if it was level with the twin's.", "1 als het gelijk stond met dat van de tweeling.")
}

/// `hypotheses.csv`: one row per hypothesis.
#[rustfmt::skip]
pub(super) fn hypotheses_table() -> Declaration<Judgement> {
    let whose = |row: &Judgement| measure(&row.hypothesis.outcome).is_some_and(|at| MEASURES[at].per == Per::Referent);
    Declaration::named("hypotheses")
        .column("hypothesis", "-", |row: &Judgement| row.hypothesis.id.clone(), "Its name.", "De naam.")
        .column("statement", "-", |row| row.hypothesis.statement.clone(), "What is expected, in words.", "Wat verwacht wordt, in woorden.")
        .column("arm", "-", |row| row.hypothesis.contrast.sides()[0].clone(), "What is compared: an arm, a difference of two arms, or a level of a factor.", "Wat vergeleken wordt: een variant, een verschil van twee varianten, of een niveau van een factor.")
        .column("reference", "-", |row| row.hypothesis.contrast.sides()[1].clone(), "What it is compared with.", "Waarmee vergeleken wordt.")
        .column("outcome", "-", |row| row.hypothesis.outcome.clone(), "What is compared.", "Wat vergeleken wordt.")
        .column("referent", "-", move |row| if whose(row) { row.hypothesis.referent.key() } else { "" }, "Whom the trust is in; empty for the whole.", "In wie het vertrouwen is; leeg voor het geheel.")
        .column("day", "working day", |row| row.day, "Recorded working day; empty for the whole run.", "Geregistreerde werkdag; leeg voor de hele uitvoering.")
        .column("direction", "-", |row| row.hypothesis.direction.key(), "`greater` or `less`.", "`greater` (meer) of `less` (minder).")
        .column("smallest_effect", "of the measure", |row| row.hypothesis.smallest_effect, "The smallest difference that matters.", "Het kleinste verschil dat telt.")
        .column("n_pairs", "replicates", |row| row.effect.n, "What the interval counts: paired replicates, or pairs of worlds.", "Wat het interval telt: gepaarde herhalingen, of paren werelden.")
        .column("effect", "of the measure", |row| row.effect.mean, "Mean difference in the expected direction.", "Gemiddeld verschil in de verwachte richting.")
        .column("lo", "of the measure", |row| row.effect.low, "Lower end of its 95 % interval.", "Onderkant van het 95%-interval.")
        .column("hi", "of the measure", |row| row.effect.high, "Upper end.", "Bovenkant.")
        .column("error", "of the measure", |row| row.effect.error, "Monte Carlo error of the mean.", "Montecarlofout van het gemiddelde.")
        .column("share_of_worlds", "share", |row| row.worlds, "Worlds in which it is larger than the smallest effect; missing with one.", "Werelden waarin het groter is dan het kleinste effect; ontbreekt bij één.")
        .column("verdict", "-", |row| row.verdict.key(), "`supported`, `not_supported` or `undecided`.", "`supported` (gesteund), `not_supported` (niet gesteund) of `undecided` (onbeslist).")
        .column("replicates_needed", "replicates", |row| row.needed, "More replicates in each world that would decide it; missing if none would.", "Extra herhalingen per wereld die zouden beslissen; ontbreekt als geen aantal dat zou doen.")
}

/// Writes `hypotheses.csv`.
pub fn write_hypotheses(folder: &Folder, judged: &[Judgement]) -> Result<Written, FolderError> {
    write(folder, hypotheses_table(), judged)
}

/// The verdicts on the hypotheses of this scenario that a finished run wrote into `folder`; none where it had none.
pub fn read_hypotheses(folder: &Path, scenario: &Scenario) -> Vec<Judgement> {
    let Ok(reader) = Rows::open(&folder.join("hypotheses.csv"), &hypotheses_table().table) else { return Vec::new() };
    let cell = reader.by_name();
    let judged = |row: csv::StringRecord| {
        let text = |name: &str| cell(&row, name);
        let number = |name: &str| text(name).parse::<f64>().unwrap_or(f64::NAN);
        let hypothesis = scenario.hypotheses.iter().find(|own| own.id == text("hypothesis"))?.clone();
        let [mean, low, high, error] = ["effect", "lo", "hi", "error"].map(number);
        let effect = Estimate { mean, error, low, high, n: text("n_pairs").parse().unwrap_or(0) };
        let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.key() == text("verdict"))?;
        let (day, needed) = (text("day").parse().ok(), text("replicates_needed").parse().ok());
        Some(Judgement { hypothesis, day, effect, worlds: number("share_of_worlds"), verdict, needed })
    };
    reader.flatten().filter_map(judged).collect()
}

/// Writes `outcomes.csv`.
pub fn write_outcomes(folder: &Folder, outcomes: &Outcomes) -> Result<Written, FolderError> {
    let mut file = TableFile::csv(folder, outcomes_table())?;
    for arm in &outcomes.arms {
        for (number, outcome) in (0..).zip(&arm.lives) {
            let turn = Turn { replicate: number / outcomes.worlds, world: number % outcomes.worlds };
            file.add(Key { arm: &arm.name, turn }, &[LifeResult { people: outcomes.people, outcome: *outcome }])?;
        }
    }
    file.out.finish()
}

/// The outcomes that a finished run of this scenario wrote into `folder`.
///
/// # Errors
/// If the table is not there or not what it should be.
pub fn read_outcomes(folder: &Path, scenario: &Scenario, plans: &[ArmPlan], reference: usize) -> Result<Outcomes, FolderError> {
    const FILE: &str = "outcomes.csv";
    let fault = |error: std::io::Error| FolderError::from_io(folder, FILE, &error);
    let reader = Rows::open(&folder.join(FILE), &outcomes_table().table).map_err(fault)?;
    let cell = reader.by_name();
    let headline = Headline::of(scenario);
    let arms = plans.iter().map(|plan| Arm { name: plan.name.clone(), is_twin: plan.is_twin, lives: vec![None; plan.lives() as usize] });
    let mut outcomes = Outcomes {
        referent: if headline.lost { headline.referent } else { Referent::Leader },
        people: f64::NAN,
        worlds: scenario.run.worlds,
        reference,
        arms: arms.collect(),
    };
    for row in reader {
        let row = row.map_err(fault)?;
        let number = |name: &str| cell(&row, name).parse::<f64>().ok();
        let place = outcomes.arms.iter_mut().find(|arm| arm.name == cell(&row, "arm"));
        let (Some(arm), Some(replicate), Some(world)) = (place, number("replicate"), number("world")) else { continue };
        let life = replicate as usize * scenario.run.worlds as usize + world as usize;
        let (Some(slot), Some(leavers)) = (arm.lives.get_mut(life), number("leavers")) else { continue };
        outcomes.people = number("people").unwrap_or(outcomes.people);
        let wait = |days: &str, ended: &str| number(days).zip(number(ended)).map(|(days, ended)| Wait { days, ended: ended > 0.0 });
        let days = |name: &str| number(name).unwrap_or(f64::NAN);
        *slot = Some(Outcome {
            leavers,
            costs: PARTS.map(days),
            output: days("output_days"),
            trust_days: days("trust_days"),
            left_out: number("days_left_out").unwrap_or(0.0) as u32,
            back: wait("return_days", "returned"),
            level: wait("twin_return_days", "twin_returned"),
        });
    }
    Ok(outcomes)
}
