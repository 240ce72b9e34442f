//! # What `compare` writes beside the tables of a run
//!
//! ```text
//!   policies.csv   each arm beside the reference: what it costs, all in all and part by part, avoids and wins back, and from which worth on it pays
//!   worth.csv      the ladder: the best to expect from each worth on
//!   ranking.csv    the order at the worth that was said, with regret
//!   tipping.csv    assumptions at which another would overtake
//!   returns.csv    the share of lives in which trust is not yet back, day by day
//!   report.html    the page of the run with all this in it
//! ```

use std::path::Path;

use super::figure;
use super::folder::{FolderError, write_text};
use super::page;
use super::plain::{self, heads};
use super::table::read_outcomes;
use crate::analysis::cell;
use crate::analysis::survival::Survival;
use crate::comparison::outcome::{Outcomes, PARTS, reference};
use crate::comparison::ranking::{self, Policy, Range, Ranking, Wish};
use crate::comparison::tipping::Tipping;
use crate::comparison::worth::{Step, break_even, ladder as worth_ladder};
use crate::ensemble::ArmPlan;
use crate::scenario::Scenario;

/// Everything that a comparison found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What came of each life.
    pub outcomes: Outcomes,
    /// The policies, the reference first.
    pub policies: Vec<Policy>,
    /// The ladder.
    pub ladder: Vec<Step>,
    /// The worth that was said, and the order at it.
    pub ranking: Option<(f64, Ranking)>,
    /// What would change the order.
    pub tipping: Vec<Tipping>,
}

impl Found {
    /// How long the lives of a policy were without trust: over those in which it visibly fell.
    pub fn returns(&self, policy: &Policy) -> Survival {
        Survival::of(&self.outcomes.waits(policy.arm))
    }
}

/// What a comparison found, from the outcomes in the folder of its run and the worth and the floor that were said last; what would
/// change the order is left out.
///
/// # Errors
/// What the disk says.
pub fn read(run: &Path, scenario: &Scenario, plans: &[ArmPlan]) -> Result<Found, FolderError> {
    let outcomes = read_outcomes(run, scenario, plans, reference(plans))?;
    let wish = Wish { worth: None, floor: None, near: 0.0 };
    let mut policies = ranking::policies(&outcomes, &wish);
    let [said, floor] = [("ranking.csv", "worth"), ("policies.csv", "below_floor")]
        .map(|(file, column)| plain::column(&run.join(FOLDER).join(file), column).unwrap_or_default());
    for (policy, below) in policies.iter_mut().zip(&floor) {
        policy.below_floor = below == "1";
    }
    let worth = said.first().and_then(|worth| worth.parse::<f64>().ok());
    let ranking = worth.map(|worth| (worth, ranking::ranking(&outcomes, &policies, worth, wish.near)));
    Ok(Found { ladder: worth_ladder(&policies), outcomes, policies, ranking, tipping: Vec::new() })
}

/// The folder, inside that of the run.
pub const FOLDER: &str = "comparison";

type Rows = fn(&Found) -> Vec<Vec<String>>;

/// The tables, and what makes their rows.
const TABLES: [(&str, Rows); 5] =
    [("policies.csv", policies), ("worth.csv", ladder), ("ranking.csv", ranking), ("tipping.csv", tipping), ("returns.csv", returns)];

/// Every file of a comparison, by its name inside the folder of the run; none of them is in the manifest.
pub fn files() -> impl Iterator<Item = String> {
    let figures = figure::files_of_comparison().map(|name| format!("{}/{name}", figure::FOLDER));
    let tables = TABLES.into_iter().map(|(name, _)| name.to_owned());
    tables.chain([page::FILE.to_owned()]).chain(figures).map(|name| format!("{FOLDER}/{name}"))
}

/// The page of the run, with what was found put in its places, into `folder`; nothing where the run has no page that can be
/// filled.
///
/// # Errors
/// What the disk says.
pub fn write_page(
    folder: &Path,
    run: &Path,
    scenario: &Scenario,
    found: &Found,
    near: f64,
    floor: Option<f64>,
    command: &str,
) -> Result<(), FolderError> {
    let Ok(page) = std::fs::read_to_string(run.join(page::FILE)) else { return Ok(()) };
    match page::with_comparison(&page, scenario, found, near, floor, command) {
        Some(page) => write_text(&folder.join(page::FILE), &page),
        None => Ok(()),
    }
}

/// Writes all tables into `folder`.
///
/// # Errors
/// What the disk says.
pub fn write(folder: &Path, found: &Found) -> Result<(), FolderError> {
    TABLES.into_iter().try_for_each(|(name, rows)| plain::write(folder, name, rows(found)).map(|_| ()))
}

fn yes(yes: bool) -> String {
    u8::from(yes).to_string()
}

fn policies(found: &Found) -> Vec<Vec<String>> {
    let mut heads = heads([
        "policy",
        "reference",
        "cost",
        "cost_lo",
        "cost_hi",
        "cost_luck_sd",
        "cost_doubt_sd",
        "avoided",
        "avoided_lo",
        "avoided_hi",
        "avoided_luck_sd",
        "avoided_doubt_sd",
        "recovered",
        "recovered_lo",
        "recovered_hi",
        "recovered_luck_sd",
        "recovered_doubt_sd",
        "return_days",
        "returned",
        "fell",
        "pays_from",
        "pays_from_lo",
        "pays_from_hi",
        "never_pays",
        "dominated",
        "below_floor",
    ]);
    let apart = || PARTS.into_iter().chain(["output_days"]);
    heads.extend(apart().flat_map(|part| [part.to_owned(), format!("{part}_lo"), format!("{part}_hi")]));
    heads.push("pays_until".to_owned());
    let reference = &found.outcomes.arms[found.outcomes.reference].name;
    let rows = found.policies.iter().map(|policy| {
        let even = break_even(policy);
        let waits = found.outcomes.waits(policy.arm);
        let known = |worth: Option<f64>| worth.map_or(String::new(), cell);
        let ranges = [policy.cost, policy.avoided, policy.recovered]
            .into_iter()
            .flat_map(|Range { mean, lo, hi, luck, doubt }| [mean, lo, hi, luck, doubt])
            .map(cell);
        let back = [
            known(found.returns(policy).quantile(0.5)),
            waits.iter().filter(|wait| wait.ended).count().to_string(),
            waits.len().to_string(),
        ];
        let pays = [
            known(even.worth),
            known(even.range[0]),
            known(even.range[1]),
            cell(even.never),
            yes(policy.dominated),
            yes(policy.below_floor),
        ];
        let parts = policy.parts.iter().chain([&policy.output]).flat_map(|part| [part.mean, part.lo, part.hi]).map(cell);
        let until = known(even.until);
        [policy.name.clone(), reference.clone()].into_iter().chain(ranges).chain(back).chain(pays).chain(parts).chain([until]).collect()
    });
    std::iter::once(heads).chain(rows).collect()
}

fn ladder(found: &Found) -> Vec<Vec<String>> {
    let rows = found.ladder.iter().map(|step| vec![cell(step.from), found.policies[step.policy].name.clone(), cell(step.best)]);
    std::iter::once(heads(["worth_from", "policy", "best_in"])).chain(rows).collect()
}

fn ranking(found: &Found) -> Vec<Vec<String>> {
    let heads = heads([
        "worth",
        "place",
        "shared",
        "policy",
        "objective",
        "objective_lo",
        "objective_hi",
        "regret",
        "largest_regret",
        "best_in",
        "near_best_in",
        "worst_world",
        "worst_objective",
        "swaps_with_next",
        "separated_from_next",
        "replicates_needed",
    ]);
    let rows = found.ranking.iter().flat_map(|(worth, ranking)| {
        ranking.order.iter().enumerate().map(move |(at, row)| {
            let mut cells = vec![cell(*worth), row.place.to_string(), yes(row.shared), found.policies[row.policy].name.clone()];
            let objective = row.objective;
            cells.extend([objective.mean, objective.low, objective.high, row.regret, row.most, row.best, row.near].map(cell));
            cells.extend([row.worst.0.to_string(), cell(row.worst.1)]);
            let next = ranking.pairs.get(at);
            let more = |pair: &crate::comparison::ranking::Pair| pair.needed.map_or(String::new(), |more| more.to_string());
            cells.extend(next.map_or([const { String::new() }; 3], |pair| [cell(pair.swaps), yes(pair.separated), more(pair)]));
            cells
        })
    });
    std::iter::once(heads).chain(rows).collect()
}

fn tipping(found: &Found) -> Vec<Vec<String>> {
    let rows = found.tipping.iter().map(|tip| {
        let grade = tip.parameter.row.grade.key().to_owned();
        vec![found.policies[tip.policy].name.clone(), tip.parameter.path(), cell(tip.today), cell(tip.at), grade]
    });
    std::iter::once(heads(["policy", "parameter", "today", "overtakes_at", "grade"])).chain(rows).collect()
}

fn returns(found: &Found) -> Vec<Vec<String>> {
    let rows = found.policies.iter().flat_map(|policy| {
        let steps = std::iter::once((0.0, 1.0)).chain(found.returns(policy).steps);
        steps.map(|(days, share)| vec![policy.name.clone(), cell(days), cell(share)]).collect::<Vec<_>>()
    });
    std::iter::once(heads(["policy", "days", "not_back"])).chain(rows).collect()
}
