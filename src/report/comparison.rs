//! # What `compare` writes beside the tables of a run
//!
//! ```text
//!   policies.csv   each arm beside the reference: what it costs, all in all and part by part, avoids and wins back, and from which worth on it pays
//!   worth.csv      the ladder: the best to expect from each worth on
//!   ranking.csv    the order at the worth that was said, with regret
//!   tipping.csv    assumptions at which another would overtake
//!   returns.csv    the share of lives in which trust is not yet back, day by day
//!   codebook.csv   what each column of these tables means
//!   report.html    the page of the run with all this in it
//!   manifest.json  the digests of all these
//! ```

use std::path::Path;

use super::codebook;
use super::figure;
use super::page;
use crate::comparison::Findings;
use crate::comparison::outcome::reference;
use crate::comparison::ranking::{self, Pair, Policy, Range, Ranked, Wish};
use crate::comparison::tipping::Tipping;
use crate::comparison::worth::{BreakEven, Step, break_even, ladder as worth_ladder};
use crate::ensemble::ArmPlan;
use crate::folder::layout::{COMPARISON, PAGE};
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::{Scenario, disk};
use crate::table::{Declaration, read_column, read_outcomes};
use crate::text::text;

/// What a comparison found, from the outcomes in the folder of its run and the worth and the floor that were said last; what would
/// change the order is left out.
pub fn read(run: &Path, scenario: &Scenario, plans: &[ArmPlan]) -> Result<Findings, FolderError> {
    let outcomes = read_outcomes(run, scenario, plans, reference(plans))?;
    let wish = Wish { worth: None, floor: None, near: 0.0 };
    let mut policies = ranking::policies(&outcomes, &wish);
    let [said, floor] = [(places().table, "worth"), (self::policies().table, "below_floor")]
        .map(|(table, column)| read_column(&run.join(COMPARISON), &table, column).unwrap_or_default());
    for (policy, below) in policies.iter_mut().zip(&floor) {
        policy.below_floor = below == "1";
    }
    let worth = said.first().and_then(|worth| worth.parse::<f64>().ok());
    let ranking = worth.map(|worth| (worth, ranking::ranking(&outcomes, &policies, worth, wish.near)));
    Ok(Findings { ladder: worth_ladder(&outcomes, &policies), outcomes, policies, ranking, tipping: Vec::new() })
}

/// Columns of a spread over replicates: its mean, and its quantiles at 10 and 90 %.
macro_rules! range {
    ($name:literal, $unit:literal, $en:literal, $nl:literal) => {
        [
            ($name, $unit, text(concat!($en, ", mean over replicates."), concat!($nl, ", gemiddelde over de herhalingen."))),
            (concat!($name, "_lo"), $unit, text(concat!($en, ", 10 % quantile."), concat!($nl, ", 10%-kwantiel."))),
            (concat!($name, "_hi"), $unit, text(concat!($en, ", 90 % quantile."), concat!($nl, ", 90%-kwantiel."))),
        ]
    };
}

/// Columns of how much of a spread is luck and how much doubt.
macro_rules! apart {
    ($name:literal, $unit:literal) => {
        [
            (concat!($name, "_luck_sd"), $unit, text("Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")),
            (
                concat!($name, "_doubt_sd"),
                $unit,
                text("Standard deviation that other values of the parameters make.", "Standaardafwijking door andere parameterwaarden."),
            ),
        ]
    };
}

fn spread(range: Range) -> [f64; 3] {
    [range.mean, range.lo, range.hi]
}

/// A policy and from which worth on it pays.
struct Row<'a> {
    found: &'a Findings,
    policy: &'a Policy,
    even: BreakEven,
}

/// What `policies.csv` is.
#[rustfmt::skip]
fn policies<'a>() -> Declaration<Row<'a>> {
    Declaration::named("policies")
        .column("policy", "-", |row: &Row<'a>| row.policy.name.clone(), "The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")
        .column("reference", "-", |row| row.found.outcomes.arms[row.found.outcomes.reference].name.clone(), "The policy that it is compared with.", "Het beleid waarmee het vergeleken wordt.")
        .columns(range!("cost", "person-days", "Person-days beyond the reference", "Persoonsdagen tegenover de referentie"), |row, at| spread(row.policy.cost)[at])
        .columns(apart!("cost", "person-days"), |row, at| [row.policy.cost.luck, row.policy.cost.doubt][at])
        .columns(range!("avoided", "people", "Departures fewer than in the reference", "Vertrekken minder dan in de referentie"), |row, at| spread(row.policy.avoided)[at])
        .columns(apart!("avoided", "people"), |row, at| [row.policy.avoided.luck, row.policy.avoided.doubt][at])
        .columns(range!("recovered", "trust-days", "Trust-days won back for each person at the start", "Herwonnen vertrouwensdagen per persoon bij de start"), |row, at| spread(row.policy.recovered)[at])
        .columns(apart!("recovered", "trust-days"), |row, at| [row.policy.recovered.luck, row.policy.recovered.doubt][at])
        .column("return_days", "working days", |row| row.found.returns(row.policy).quantile(0.5),
            "Days from the breach until trust was back, median; empty if it was not in half of them.",
            "Dagen van de vertrouwensbreuk tot het vertrouwen terug was, mediaan; leeg als dat in minder dan de helft gebeurde.")
        .column("returned", "replicates", |row| row.found.outcomes.waits(row.policy.arm).iter().filter(|wait| wait.ended).count(), "Replicates in which it was back.", "Herhalingen waarin het terug was.")
        .column("fell", "replicates", |row| row.found.outcomes.waits(row.policy.arm).len(), "Replicates in which trust visibly fell.", "Herhalingen waarin het vertrouwen zichtbaar zakte.")
        .column("pays_from", "person-days", |row| row.even.worth, "Worth of one avoided departure from which it pays; empty if it never does.", "Waarde van één vermeden vertrek vanaf waar het loont; leeg als het nooit loont.")
        .column("pays_from_lo", "person-days", |row| row.even.range[0], "The same, 10 % quantile over worlds.", "Hetzelfde, 10%-kwantiel over werelden.")
        .column("pays_from_hi", "person-days", |row| row.even.range[1], "The same, 90 % quantile over worlds.", "Hetzelfde, 90%-kwantiel over werelden.")
        .column("never_pays", "share of worlds", |row| row.even.never, "Worlds in which it never pays.", "Werelden waarin het nooit loont.")
        .column("dominated", "-", |row| row.policy.dominated, "1 if another costs no more, avoids as many and wins back as much.", "1 als een ander niet meer kost, evenveel vermijdt en evenveel herwint.")
        .column("below_floor", "-", |row| row.policy.below_floor, "1 if it wins back less than the floor.", "1 als het minder herwint dan de ondergrens.")
        .columns(range!("cost_repair", "person-days", "Part of the cost: repair, beyond the reference", "Deel van de kosten: herstel, tegenover de referentie"), |row, at| spread(row.policy.parts[0])[at])
        .columns(range!("cost_practice", "person-days", "Part of the cost: practices, beyond the reference", "Deel van de kosten: praktijken, tegenover de referentie"), |row, at| spread(row.policy.parts[1])[at])
        .columns(range!("cost_replacement", "person-days", "Part of the cost: replacing people, beyond the reference", "Deel van de kosten: vervanging van mensen, tegenover de referentie"), |row, at| spread(row.policy.parts[2])[at])
        .columns(range!("cost_control", "person-days", "Part of the cost: control, beyond the reference", "Deel van de kosten: controle, tegenover de referentie"), |row, at| spread(row.policy.parts[3])[at])
        .columns(range!("cost_transaction", "person-days", "Part of the cost: transactions, beyond the reference", "Deel van de kosten: transacties, tegenover de referentie"), |row, at| spread(row.policy.parts[4])[at])
        .columns(range!("cost_theft", "person-days", "Part of the cost: theft, beyond the reference", "Deel van de kosten: diefstal, tegenover de referentie"), |row, at| spread(row.policy.parts[5])[at])
        .columns(range!("cost_sick", "person-days", "Part of the cost: sick leave, beyond the reference", "Deel van de kosten: ziekteverzuim, tegenover de referentie"), |row, at| spread(row.policy.parts[6])[at])
        .columns(range!("output_days", "person-days", "Output beyond the reference, no part of the cost", "Output tegenover de referentie, geen deel van de kosten"), |row, at| spread(row.policy.output)[at])
        .column("pays_until", "person-days", |row| row.even.until,
            "Worth of one departure up to which it pays, where it saves cost and avoids fewer departures; else empty.",
            "Waarde van één vertrek tot waar het loont, waar het kosten spaart en minder vertrekken vermijdt; anders leeg.")
        .column("twin_return_days", "working days", |row| row.found.levels(row.policy).quantile(0.5),
            "Days from the breach until trust was level with the twin's, median; empty if it was not in half of them, or without a twin.",
            "Dagen van de vertrouwensbreuk tot het vertrouwen gelijk stond met dat van de tweeling, mediaan; leeg als dat in minder dan de helft gebeurde, of zonder tweeling.")
        .column("twin_returned", "replicates", |row| row.found.outcomes.levels(row.policy.arm).iter().filter(|wait| wait.ended).count(),
            "Replicates in which it was level with the twin's, of those in which it visibly fell.",
            "Herhalingen waarin het gelijk stond met dat van de tweeling, van die waarin het zichtbaar zakte.")
}

/// A step of the ladder.
struct Rung<'a> {
    found: &'a Findings,
    step: &'a Step,
}

/// What `worth.csv` is.
#[rustfmt::skip]
fn ladder<'a>() -> Declaration<Rung<'a>> {
    Declaration::named("worth")
        .column("worth_from", "person-days", |row: &Rung<'a>| row.step.from,
            "Worth of one avoided departure from which this policy is the best to expect.",
            "Waarde van één vermeden vertrek vanaf waar van dit beleid het meest te verwachten valt.")
        .column("policy", "-", |row| row.found.policies[row.step.policy].name.clone(), "The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")
        .column("best_in", "share of worlds", |row| row.step.best, "Worlds in which it is the best there.", "Werelden waarin het daar het beste is.")
        .column("inseparable", "-", |row| row.step.alike.iter().map(|at| row.found.policies[*at].name.as_str()).collect::<Vec<_>>().join(", "),
            "Policies that cannot be separated from it there, between commas; there: in the middle of its stretch.",
            "Beleid dat er daar niet van te onderscheiden is, tussen komma's; daar: in het midden van zijn stuk.")
}

/// A policy in the order at a worth.
struct Place<'a> {
    worth: f64,
    policy: &'a str,
    own: &'a Ranked,
    /// It and the next.
    next: Option<&'a Pair>,
}

/// What `ranking.csv` is.
#[rustfmt::skip]
fn places<'a>() -> Declaration<Place<'a>> {
    Declaration::named("ranking")
        .column("worth", "person-days", |row: &Place<'a>| row.worth, "The worth of one avoided departure that was said.", "De waarde van één vermeden vertrek die gezegd werd.")
        .column("place", "-", |row| row.own.place, "Place in the order, from 1.", "Plaats in de volgorde, vanaf 1.")
        .column("shared", "-", |row| row.own.shared, "1 if the place is shared.", "1 als de plaats gedeeld is.")
        .column("policy", "-", |row| row.policy.to_owned(), "The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")
        .column("objective", "person-days", |row| row.own.objective.mean, "Expected gain: the worth of the departures avoided less the cost, mean.", "Verwachte winst: de waarde van de vermeden vertrekken min de kosten, gemiddelde.")
        .column("objective_lo", "person-days", |row| row.own.objective.low, "Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")
        .column("objective_hi", "person-days", |row| row.own.objective.high, "Upper end.", "Bovengrens.")
        .column("regret", "person-days", |row| row.own.regret, "What choosing it gives away, mean over worlds.", "Wat men weggeeft door het te kiezen, gemiddelde over werelden.")
        .column("largest_regret", "person-days", |row| row.own.most, "The same in the worst world.", "Hetzelfde in de slechtste wereld.")
        .column("best_in", "share of worlds", |row| row.own.best, "Worlds in which it is the best.", "Werelden waarin het het beste is.")
        .column("near_best_in", "share of worlds", |row| row.own.near, "Worlds in which it is near the best.", "Werelden waarin het bijna het beste is.")
        .column("worst_world", "-", |row| row.own.worst.0, "The world in which it does worst.", "De wereld waarin het het slechtst doet.")
        .column("worst_objective", "person-days", |row| row.own.worst.1, "What it gains there.", "Wat het daar wint.")
        .column("swaps_with_next", "share of worlds", |row| row.next.map(|pair| pair.swaps), "Worlds in which it changes places with the next.", "Werelden waarin het van plaats wisselt met het volgende.")
        .column("separated_from_next", "-", |row| row.next.map(|pair| pair.separated), "1 if it is told apart from the next.", "1 als het van het volgende te onderscheiden is.")
        .column("replicates_needed", "replicates", |row| row.next.and_then(|pair| pair.needed),
            "More replicates in each world that would tell them apart; empty if none would.",
            "Extra herhalingen per wereld die ze zouden onderscheiden; leeg als geen aantal dat doet.")
}

/// What `tipping.csv` is: a policy and an assumption.
#[rustfmt::skip]
fn tipping<'a>() -> Declaration<(&'a str, &'a Tipping)> {
    Declaration::named("tipping")
        .column("policy", "-", |row: &(&'a str, &'a Tipping)| row.0.to_owned(), "The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")
        .column("parameter", "-", |row| row.1.parameter.path(), "The parameter, with its law.", "De parameter, met zijn wet.")
        .column("today", "of the parameter", |row| row.1.today, "Its value in the scenario.", "Zijn waarde in het scenario.")
        .column("overtakes_at", "of the parameter", |row| row.1.at, "The value at which this policy would be the best.", "De waarde waarbij dit beleid het beste zou zijn.")
        .column("grade", "-", |row| row.1.parameter.row.grade.key(), "How sure the value is: `measured`, `related` or `assumed`.", "Hoe zeker de waarde is: `measured` (gemeten), `related` (verwant) of `assumed` (aangenomen).")
}

/// What `returns.csv` is: a policy, days since the breach, and the share not yet back.
#[rustfmt::skip]
fn returns<'a>() -> Declaration<(&'a str, f64, f64)> {
    Declaration::named("returns")
        .column("policy", "-", |row: &(&'a str, f64, f64)| row.0.to_owned(), "The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")
        .column("days", "working days", |row| row.1, "Days since the breach.", "Dagen sinds de vertrouwensbreuk.")
        .column("not_back", "share of replicates", |row| row.2, "Replicates in which trust is not yet back.", "Herhalingen waarin het vertrouwen nog niet terug is.")
}

/// The page of the run, with what was found put in its places, into `folder`; nothing where the run has no page that can be
/// filled.
pub fn write_page(
    folder: &Folder,
    run: &Path,
    scenario: &Scenario,
    found: &Findings,
    near: f64,
    floor: Option<f64>,
    command: &str,
) -> Result<Option<Written>, FolderError> {
    let Ok(page) = disk::text(&run.join(PAGE)) else { return Ok(None) };
    let page = page::with_comparison(&page, scenario, found, near, floor, command);
    page.map(|page| folder.write(PAGE, page.as_bytes())).transpose()
}

/// Writes all tables and their codebook, that of the `figures` too, into `folder`.
pub fn write(folder: &Folder, found: &Findings, figures: &[Written]) -> Result<Vec<Written>, FolderError> {
    let name = |policy: usize| found.policies[policy].name.as_str();
    let rows: Vec<_> = found.policies.iter().map(|policy| Row { found, policy, even: break_even(policy) }).collect();
    let rungs: Vec<_> = found.ladder.iter().map(|step| Rung { found, step }).collect();
    let order = found.ranking.iter().flat_map(|(worth, ranking)| {
        let order = ranking.order.iter().enumerate();
        order.map(|(at, own)| Place { worth: *worth, policy: name(own.policy), own, next: ranking.pairs.get(at) }).collect::<Vec<_>>()
    });
    let tips: Vec<_> = found.tipping.iter().map(|tip| (name(tip.policy), tip)).collect();
    let back = found.policies.iter().flat_map(|policy| {
        let steps = std::iter::once((0.0, 1.0)).chain(found.returns(policy).steps);
        steps.map(|(days, share)| (policy.name.as_str(), days, share))
    });
    let mut tables = codebook::SmallTables::of(folder);
    tables.add(policies(), &rows)?;
    tables.add(ladder(), &rungs)?;
    tables.add(places(), &order.collect::<Vec<_>>())?;
    tables.add(tipping(), &tips)?;
    tables.add(returns(), &back.collect::<Vec<_>>())?;
    let names: Vec<String> = figures.iter().map(|row| row.file.clone()).collect();
    tables.finish(figure::tables_of(&names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::outcome::PARTS;

    #[test]
    fn the_folder_knows_the_name_of_every_table_of_a_comparison() {
        let tables = [policies().table, ladder().table, places().table, tipping().table, returns().table];
        assert_eq!(tables.map(|table| table.name), crate::folder::layout::COMPARISON_TABLES);
    }
    #[test]
    fn the_parts_of_the_cost_stand_under_their_own_names() {
        let names = policies().table.heads();
        assert_eq!(names.iter().filter(|name| PARTS.contains(&name.as_str())).collect::<Vec<_>>(), PARTS.iter().collect::<Vec<_>>());
    }
}
