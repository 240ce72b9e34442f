//! # `effects` and `outcomes`: the arms beside one another
//!
//! Written where a scenario has several arms. `effects` compares every measure; `outcomes` holds what policies are judged by, life
//! by life, so that they can be judged anew without living again.

use super::column::{Kind, Table};
use super::column::{arm, column, replicate, world};
use super::dialect::Rows;
use super::error::TableError;
use super::file::TableFile;
use super::findings::{self, told};
use crate::analysis::cell;
use crate::analysis::interval::Estimate;
use crate::analysis::survival::Wait;
use crate::comparison::effect::Effect;
use crate::comparison::hypothesis::{Judgement, Verdict};
use crate::comparison::outcome::{Arm, Outcome, Outcomes, PARTS};
use crate::doubt::Headline;
use crate::ensemble::ArmPlan;
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::measure::{MEASURES, Per, measure};
use crate::scenario::{Direction, Referent, Scenario};
use crate::table::plain::meant;
use crate::text::text;

/// `effects.csv`: one row per arm but the reference, measure, referent and day.
pub(super) fn effects_table() -> Table {
    Table {
        name: "effects",
        columns: Effect::COLUMNS
            .into_iter()
            .map(|(name, unit, meaning)| {
                let column = told(name.to_owned(), unit, meaning);
                // below zero where pairing adds variance
                if name == "variance_removed" { column.only("any number") } else { column }
            })
            .collect(),
    }
}

/// Writes `effects.csv`.
pub fn write_effects(folder: &Folder, rows: &[Effect]) -> Result<Written, TableError> {
    findings::write(folder, &effects_table(), rows.iter().map(Effect::cells))
}

/// `outcomes.csv`: one row per arm, replicate and world.
pub(super) fn outcomes_table() -> Table {
    let part = |key: &'static str| {
        let meaning = measure(key).map_or(text("", ""), |at| MEASURES[at].meaning);
        column(key, Kind::F64, "person-days", meaning)
    };
    let mut columns = vec![
        arm(),
        replicate(),
        world(),
        column(
            "people",
            Kind::F64,
            "people",
            text(
                "People at the start, mean over the replicates of the reference.",
                "Mensen bij het begin, gemiddeld over de herhalingen van de referentie.",
            ),
        ),
        column(
            "leavers",
            Kind::F64,
            "people",
            text(
                "People who left of themselves or otherwise from the first breach on, scheduled exits apart.",
                "Mensen die vanaf de eerste vertrouwensbreuk uit zichzelf of anders vertrokken, geplande vertrekken niet meegeteld.",
            ),
        ),
        column(
            "cost",
            Kind::F64,
            "person-days",
            text(
                "Everything that the model books as cost since day 0, lost output apart: the sum of the cost_ columns.",
                "Alles wat het model aan kosten boekt sinds dag 0, zonder verloren output: de som van de kolommen cost_.",
            ),
        ),
        column(
            "trust_days",
            Kind::F64,
            "trust-days",
            text(
                "Trust in whoever breaks it first, summed over people and days from then on; days on which an arm has nobody to trust are left out in all arms.",
                "Vertrouwen in wie het eerst breekt, opgeteld over mensen en dagen vanaf dan; dagen waarop een arm niemand heeft om te vertrouwen, tellen in geen enkele arm mee.",
            ),
        ),
        column(
            "return_days",
            Kind::F64,
            "working days",
            text(
                "Days from the breach until trust was back, or, if it never was, to the end; missing if trust did not visibly fall.",
                "Dagen van de vertrouwensbreuk tot het vertrouwen terug was, of, als dat nooit gebeurde, tot het einde; ontbreekt als het niet zichtbaar zakte.",
            ),
        ),
        column("returned", Kind::U32, "-", text("1 if it was back.", "1 als het terug was.")),
    ];
    columns.extend(PARTS.into_iter().chain(["output_days"]).map(part));
    columns.push(column(
            "days_left_out",
            Kind::U32,
            "working days",
            text(
                "Days left out of trust_days, because in this replicate some arm had nobody to trust on them (no leader).",
                "Dagen die niet in trust_days meetellen, omdat een arm er in deze herhaling niemand had om te vertrouwen (geen leidinggevende).",
            ),
        ));
    columns.push(column(
        "twin_return_days",
        Kind::F64,
        "working days",
        text(
            "Days from the breach until trust was level with the twin's, or, if it never was, to the end; missing if it did not visibly fall or there is no twin.",
            "Dagen van de vertrouwensbreuk tot het vertrouwen gelijk stond met dat van de tweeling, of, als dat nooit gebeurde, tot het einde; ontbreekt als het niet zichtbaar zakte of er geen tweeling is.",
        ),
    ));
    columns.push(column(
        "twin_returned",
        Kind::U32,
        "-",
        text("1 if it was level with the twin's.", "1 als het gelijk stond met dat van de tweeling."),
    ));
    Table { name: "outcomes", columns }
}

/// `hypotheses.csv`: one row per hypothesis.
pub(super) fn hypotheses_table() -> Table {
    let word = |name: &str, en, nl| column(name, Kind::Str, "-", text(en, nl));
    let number = |name: &str, en, nl| column(name, Kind::F64, "of the measure", text(en, nl));
    let columns = vec![
        word("hypothesis", "Its name.", "De naam."),
        word("statement", "What is expected, in words.", "Wat verwacht wordt, in woorden."),
        word("arm", "The arm that is compared.", "De variant die vergeleken wordt."),
        word("reference", "The arm that it is compared with.", "De variant waarmee vergeleken wordt."),
        word("outcome", "What is compared.", "Wat vergeleken wordt."),
        word("referent", "Whom the trust is in; empty for the whole.", "In wie het vertrouwen is; leeg voor het geheel."),
        column(
            "day",
            Kind::U32,
            "working day",
            text("Recorded working day; empty for the whole run.", "Geregistreerde werkdag; leeg voor de hele uitvoering."),
        ),
        word("direction", "`greater` or `less`.", "`greater` (meer) of `less` (minder)."),
        number("smallest_effect", "The smallest difference that matters.", "Het kleinste verschil dat telt."),
        column(
            "n_pairs",
            Kind::U32,
            "replicates",
            text(
                "What the interval counts: paired replicates, or pairs of worlds.",
                "Wat het interval telt: gepaarde herhalingen, of paren werelden.",
            ),
        ),
        number("effect", "Mean difference in the expected direction.", "Gemiddeld verschil in de verwachte richting."),
        number("lo", "Lower end of its 95 % interval.", "Onderkant van het 95%-interval."),
        number("hi", "Upper end.", "Bovenkant."),
        number("error", "Monte Carlo error of the mean.", "Montecarlofout van het gemiddelde."),
        column(
            "share_of_worlds",
            Kind::F64,
            "share",
            text(
                "Worlds in which it is larger than the smallest effect; missing with one.",
                "Werelden waarin het groter is dan het kleinste effect; ontbreekt bij één.",
            ),
        ),
        word(
            "verdict",
            "`supported`, `not_supported` or `undecided`.",
            "`supported` (gesteund), `not_supported` (niet gesteund) of `undecided` (onbeslist).",
        ),
        column(
            "replicates_needed",
            Kind::U32,
            "replicates",
            text(
                "More replicates in each world that would decide it; missing if none would.",
                "Extra herhalingen per wereld die zouden beslissen; ontbreekt als geen aantal dat zou doen.",
            ),
        ),
    ];
    Table { name: "hypotheses", columns }
}

/// Writes `hypotheses.csv`.
pub fn write_hypotheses(folder: &Folder, judged: &[Judgement]) -> Result<Written, TableError> {
    let rows = judged.iter().map(|row| {
        let own = &row.hypothesis;
        let whose = measure(&own.outcome).is_some_and(|at| MEASURES[at].per == Per::Referent);
        let known = |count: Option<u32>| count.map_or(String::new(), |count| count.to_string());
        let words = [&own.id, &own.statement, &own.contrast[0], &own.contrast[1], &own.outcome].map(Clone::clone);
        let direction = match own.direction {
            Direction::Greater => "greater",
            Direction::Less => "less",
        };
        let about = [if whose { own.referent.key().to_owned() } else { String::new() }, known(row.day), direction.to_owned()];
        let effect = [row.effect.mean, row.effect.low, row.effect.high, row.effect.error, row.worlds].map(cell);
        let sizes = [cell(own.smallest_effect), row.effect.n.to_string()];
        let verdict = [row.verdict.key().to_owned(), known(row.needed)];
        [&words[..], &about, &sizes, &effect, &verdict].concat()
    });
    findings::write(folder, &hypotheses_table(), rows)
}

/// The verdicts on the hypotheses of this scenario that a finished run wrote into `folder`; none where it had none.
pub fn read_hypotheses(folder: &std::path::Path, scenario: &Scenario) -> Vec<Judgement> {
    let Ok(reader) = Rows::open(&folder.join("hypotheses.csv"), &hypotheses_table()) else { return Vec::new() };
    let heads = reader.heads().to_vec();
    let judged = |row: csv::StringRecord| {
        let text = |head: &str| meant(heads.iter().position(|known| known == head).and_then(|at| row.get(at)).unwrap_or_default());
        let number = |head: &str| text(head).parse::<f64>().unwrap_or(f64::NAN);
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
pub fn write_outcomes(folder: &Folder, outcomes: &Outcomes) -> Result<Written, TableError> {
    let mut file = TableFile::csv(folder, &outcomes_table())?;
    for arm in &outcomes.arms {
        for (number, life) in (0..).zip(&arm.lives) {
            let row = file.row().word(&arm.name).u32(number / outcomes.worlds).u32(number % outcomes.worlds).f64(outcomes.people);
            match life {
                Some(life) => {
                    let [(days, ended), (level, reached)] =
                        [life.back, life.level].map(|wait| wait.map_or((f64::NAN, u32::MAX), |wait| (wait.days, u32::from(wait.ended))));
                    let row = row.f64(life.leavers).f64(life.cost()).f64(life.trust_days).f64(days).u32(ended);
                    life.costs
                        .into_iter()
                        .chain([life.output])
                        .fold(row, super::cells::Row::f64)
                        .u32(life.left_out)
                        .f64(level)
                        .u32(reached);
                }
                None => row.missing(),
            }
        }
        file.spill()?;
    }
    file.finish()
}

/// The outcomes that a finished run of this scenario wrote into `folder`.
///
/// # Errors
/// If the table is not there or not what it should be.
pub fn read_outcomes(folder: &std::path::Path, scenario: &Scenario, plans: &[ArmPlan], reference: usize) -> Result<Outcomes, FolderError> {
    const FILE: &str = "outcomes.csv";
    let fault = |error: std::io::Error| FolderError::from_io(folder, FILE, &error);
    let reader = Rows::open(&folder.join(FILE), &outcomes_table()).map_err(fault)?;
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
        let number = |at: usize| row.get(at).and_then(|cell| cell.parse::<f64>().ok());
        let place = outcomes.arms.iter_mut().find(|arm| Some(arm.name.as_str()) == row.get(0).map(meant));
        let (Some(arm), Some(replicate), Some(world)) = (place, number(1), number(2)) else { continue };
        let life = replicate as usize * scenario.run.worlds as usize + world as usize;
        let (Some(slot), Some(leavers)) = (arm.lives.get_mut(life), number(4)) else { continue };
        outcomes.people = number(3).unwrap_or(outcomes.people);
        let wait = |days: usize, ended: usize| number(days).zip(number(ended)).map(|(days, ended)| Wait { days, ended: ended > 0.0 });
        let days = |at: usize| number(9 + at).unwrap_or(f64::NAN);
        *slot = Some(Outcome {
            leavers,
            costs: std::array::from_fn(days),
            output: days(PARTS.len()),
            trust_days: number(6).unwrap_or(f64::NAN),
            left_out: number(10 + PARTS.len()).unwrap_or(0.0) as u32,
            back: wait(7, 8),
            level: wait(11 + PARTS.len(), 12 + PARTS.len()),
        });
    }
    Ok(outcomes)
}
