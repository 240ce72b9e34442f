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

use super::{codebook, figure, page};
use crate::analysis::cell;
use crate::comparison::Findings;
use crate::comparison::outcome::reference;
use crate::comparison::ranking::{self, Range, Wish};
use crate::comparison::worth::{Step, break_even, ladder as worth_ladder};
use crate::ensemble::ArmPlan;
use crate::folder::layout::COMPARISON;
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::{Scenario, disk};
use crate::table::{Declared, Kind, Table, plain, read_outcomes};
use crate::text::text;

/// What a comparison found, from the outcomes in the folder of its run and the worth and the floor that were said last; what would
/// change the order is left out.
pub fn read(run: &Path, scenario: &Scenario, plans: &[ArmPlan]) -> Result<Findings, FolderError> {
    let outcomes = read_outcomes(run, scenario, plans, reference(plans))?;
    let wish = Wish { worth: None, floor: None, near: 0.0 };
    let mut policies = ranking::policies(&outcomes, &wish);
    let [said, floor] = [("ranking", "worth"), ("policies", "below_floor")]
        .map(|(name, column)| plain::column(&run.join(COMPARISON), &table(name)?, column))
        .map(Option::unwrap_or_default);
    for (policy, below) in policies.iter_mut().zip(&floor) {
        policy.below_floor = below == "1";
    }
    let worth = said.first().and_then(|worth| worth.parse::<f64>().ok());
    let ranking = worth.map(|worth| (worth, ranking::ranking(&outcomes, &policies, worth, wish.near)));
    Ok(Findings { ladder: worth_ladder(&outcomes, &policies), outcomes, policies, ranking, tipping: Vec::new() })
}

type Rows = fn(&Findings) -> Vec<Vec<String>>;

/// A quantity in three columns: its mean over the replicates, and where all but the lowest and the highest tenth of them end.
macro_rules! range {
    ($name:literal, $unit:literal, $en:literal, $nl:literal) => {
        [
            ($name, Kind::F64, $unit, text(concat!($en, ", mean over replicates."), concat!($nl, ", gemiddelde over de herhalingen."))),
            (concat!($name, "_lo"), Kind::F64, $unit, text(concat!($en, ", 10 % quantile."), concat!($nl, ", 10%-kwantiel."))),
            (concat!($name, "_hi"), Kind::F64, $unit, text(concat!($en, ", 90 % quantile."), concat!($nl, ", 90%-kwantiel."))),
        ]
    };
}

/// The tables: name, columns, and what makes their rows.
#[rustfmt::skip]
const TABLES: [(&str, &[&[Declared]], Rows); 5] = [
    ("policies", &[
        &[
            ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
            ("reference", Kind::Str, "-", text("The policy that it is compared with.", "Het beleid waarmee het vergeleken wordt.")),
        ],
        &range!("cost", "person-days", "Person-days beyond the reference", "Persoonsdagen tegenover de referentie"),
        &[
            ("cost_luck_sd", Kind::F64, "person-days", text("Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")),
            ("cost_doubt_sd", Kind::F64, "person-days", text("Standard deviation that other values of the parameters make.", "Standaardafwijking door andere parameterwaarden.")),
        ],
        &range!("avoided", "people", "Departures fewer than in the reference", "Vertrekken minder dan in de referentie"),
        &[
            ("avoided_luck_sd", Kind::F64, "people", text("Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")),
            ("avoided_doubt_sd", Kind::F64, "people", text("Standard deviation that other values of the parameters make.", "Standaardafwijking door andere parameterwaarden.")),
        ],
        &range!("recovered", "trust-days", "Trust-days won back for each person at the start", "Herwonnen vertrouwensdagen per persoon bij de start"),
        &[
            ("recovered_luck_sd", Kind::F64, "trust-days", text("Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")),
            ("recovered_doubt_sd", Kind::F64, "trust-days", text("Standard deviation that other values of the parameters make.", "Standaardafwijking door andere parameterwaarden.")),
            ("return_days", Kind::F64, "working days", text("Days from the breach until trust was back, median; empty if it was not in half of them.", "Dagen van de vertrouwensbreuk tot het vertrouwen terug was, mediaan; leeg als dat in minder dan de helft gebeurde.")),
            ("returned", Kind::U32, "replicates", text("Replicates in which it was back.", "Herhalingen waarin het terug was.")),
            ("fell", Kind::U32, "replicates", text("Replicates in which trust visibly fell.", "Herhalingen waarin het vertrouwen zichtbaar zakte.")),
            ("pays_from", Kind::F64, "person-days", text("Worth of one avoided departure from which it pays; empty if it never does.", "Waarde van één vermeden vertrek vanaf waar het loont; leeg als het nooit loont.")),
            ("pays_from_lo", Kind::F64, "person-days", text("The same, 10 % quantile over worlds.", "Hetzelfde, 10%-kwantiel over werelden.")),
            ("pays_from_hi", Kind::F64, "person-days", text("The same, 90 % quantile over worlds.", "Hetzelfde, 90%-kwantiel over werelden.")),
            ("never_pays", Kind::F64, "share of worlds", text("Worlds in which it never pays.", "Werelden waarin het nooit loont.")),
            ("dominated", Kind::U32, "-", text("1 if another costs no more, avoids as many and wins back as much.", "1 als een ander niet meer kost, evenveel vermijdt en evenveel herwint.")),
            ("below_floor", Kind::U32, "-", text("1 if it wins back less than the floor.", "1 als het minder herwint dan de ondergrens.")),
        ],
        &range!("cost_repair", "person-days", "Part of the cost: repair, beyond the reference", "Deel van de kosten: herstel, tegenover de referentie"),
        &range!("cost_practice", "person-days", "Part of the cost: practices, beyond the reference", "Deel van de kosten: praktijken, tegenover de referentie"),
        &range!("cost_replacement", "person-days", "Part of the cost: replacing people, beyond the reference", "Deel van de kosten: vervanging van mensen, tegenover de referentie"),
        &range!("cost_control", "person-days", "Part of the cost: control, beyond the reference", "Deel van de kosten: controle, tegenover de referentie"),
        &range!("cost_transaction", "person-days", "Part of the cost: transactions, beyond the reference", "Deel van de kosten: transacties, tegenover de referentie"),
        &range!("cost_theft", "person-days", "Part of the cost: theft, beyond the reference", "Deel van de kosten: diefstal, tegenover de referentie"),
        &range!("cost_sick", "person-days", "Part of the cost: sick leave, beyond the reference", "Deel van de kosten: ziekteverzuim, tegenover de referentie"),
        &range!("output_days", "person-days", "Output beyond the reference, no part of the cost", "Output tegenover de referentie, geen deel van de kosten"),
        &[
            ("pays_until", Kind::F64, "person-days", text("Worth of one departure up to which it pays, where it saves cost and avoids fewer departures; else empty.", "Waarde van één vertrek tot waar het loont, waar het kosten spaart en minder vertrekken vermijdt; anders leeg.")),
            ("twin_return_days", Kind::F64, "working days", text("Days from the breach until trust was level with the twin's, median; empty if it was not in half of them, or without a twin.", "Dagen van de vertrouwensbreuk tot het vertrouwen gelijk stond met dat van de tweeling, mediaan; leeg als dat in minder dan de helft gebeurde, of zonder tweeling.")),
            ("twin_returned", Kind::U32, "replicates", text("Replicates in which it was level with the twin's, of those in which it visibly fell.", "Herhalingen waarin het gelijk stond met dat van de tweeling, van die waarin het zichtbaar zakte.")),
        ],
    ], policies),
    ("worth", &[&[
        ("worth_from", Kind::F64, "person-days", text("Worth of one avoided departure from which this policy is the best to expect.", "Waarde van één vermeden vertrek vanaf waar van dit beleid het meest te verwachten valt.")),
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("best_in", Kind::F64, "share of worlds", text("Worlds in which it is the best there.", "Werelden waarin het daar het beste is.")),
        ("inseparable", Kind::Str, "-", text("Policies that cannot be separated from it there, between commas; there: in the middle of its stretch.", "Beleid dat er daar niet van te onderscheiden is, tussen komma's; daar: in het midden van zijn stuk.")),
    ]], ladder),
    ("ranking", &[&[
        ("worth", Kind::F64, "person-days", text("The worth of one avoided departure that was said.", "De waarde van één vermeden vertrek die gezegd werd.")),
        ("place", Kind::U32, "-", text("Place in the order, from 1.", "Plaats in de volgorde, vanaf 1.")),
        ("shared", Kind::U32, "-", text("1 if the place is shared.", "1 als de plaats gedeeld is.")),
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("objective", Kind::F64, "person-days", text("Expected gain: the worth of the departures avoided less the cost, mean.", "Verwachte winst: de waarde van de vermeden vertrekken min de kosten, gemiddelde.")),
        ("objective_lo", Kind::F64, "person-days", text("Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")),
        ("objective_hi", Kind::F64, "person-days", text("Upper end.", "Bovengrens.")),
        ("regret", Kind::F64, "person-days", text("What choosing it gives away, mean over worlds.", "Wat men weggeeft door het te kiezen, gemiddelde over werelden.")),
        ("largest_regret", Kind::F64, "person-days", text("The same in the worst world.", "Hetzelfde in de slechtste wereld.")),
        ("best_in", Kind::F64, "share of worlds", text("Worlds in which it is the best.", "Werelden waarin het het beste is.")),
        ("near_best_in", Kind::F64, "share of worlds", text("Worlds in which it is near the best.", "Werelden waarin het bijna het beste is.")),
        ("worst_world", Kind::U32, "-", text("The world in which it does worst.", "De wereld waarin het het slechtst doet.")),
        ("worst_objective", Kind::F64, "person-days", text("What it gains there.", "Wat het daar wint.")),
        ("swaps_with_next", Kind::F64, "share of worlds", text("Worlds in which it changes places with the next.", "Werelden waarin het van plaats wisselt met het volgende.")),
        ("separated_from_next", Kind::U32, "-", text("1 if it is told apart from the next.", "1 als het van het volgende te onderscheiden is.")),
        ("replicates_needed", Kind::U32, "replicates", text("More replicates in each world that would tell them apart; empty if none would.", "Extra herhalingen per wereld die ze zouden onderscheiden; leeg als geen aantal dat doet.")),
    ]], ranking),
    ("tipping", &[&[
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("parameter", Kind::Str, "-", text("The parameter, with its law.", "De parameter, met zijn wet.")),
        ("today", Kind::F64, "of the parameter", text("Its value in the scenario.", "Zijn waarde in het scenario.")),
        ("overtakes_at", Kind::F64, "of the parameter", text("The value at which this policy would be the best.", "De waarde waarbij dit beleid het beste zou zijn.")),
        ("grade", Kind::Str, "-", text("How sure the value is: `measured`, `related` or `assumed`.", "Hoe zeker de waarde is: `measured` (gemeten), `related` (verwant) of `assumed` (aangenomen).")),
    ]], tipping),
    ("returns", &[&[
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("days", Kind::F64, "working days", text("Days since the breach.", "Dagen sinds de vertrouwensbreuk.")),
        ("not_back", Kind::F64, "share of replicates", text("Replicates in which trust is not yet back.", "Herhalingen waarin het vertrouwen nog niet terug is.")),
    ]], returns),
];

/// One of them.
fn table(name: &str) -> Option<Table> {
    TABLES.into_iter().find(|row| row.0 == name).map(|(name, columns, _)| Table::declared(name, &columns.concat()))
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
    let Ok(page) = disk::text(&run.join(page::FILE)) else { return Ok(None) };
    let page = page::with_comparison(&page, scenario, found, near, floor, command);
    page.map(|page| folder.write(page::FILE, page.as_bytes())).transpose()
}

/// Writes all tables and their codebook, that of the `figures` too, into `folder`.
pub fn write(folder: &Folder, found: &Findings, figures: &[Written]) -> Result<Vec<Written>, FolderError> {
    let tables = TABLES.iter().map(|(name, columns, rows)| (Table::declared(name, &columns.concat()), rows(found)));
    let names: Vec<String> = figures.iter().map(|row| row.file.clone()).collect();
    codebook::write_tables(folder, tables, figure::tables_of(&names))
}

fn yes(yes: bool) -> String {
    u8::from(yes).to_string()
}

fn policies(found: &Findings) -> Vec<Vec<String>> {
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
        let level = found.outcomes.levels(policy.arm).iter().filter(|wait| wait.ended).count();
        let last = [known(even.until), known(found.levels(policy).quantile(0.5)), level.to_string()];
        [policy.name.clone(), reference.clone()].into_iter().chain(ranges).chain(back).chain(pays).chain(parts).chain(last).collect()
    });
    rows.collect()
}

fn ladder(found: &Findings) -> Vec<Vec<String>> {
    let name = |at: usize| found.policies[at].name.clone();
    let alike = |step: &Step| step.alike.iter().map(|at| name(*at)).collect::<Vec<_>>().join(", ");
    let rows = found.ladder.iter().map(|step| vec![cell(step.from), name(step.policy), cell(step.best), alike(step)]);
    rows.collect()
}

fn ranking(found: &Findings) -> Vec<Vec<String>> {
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
    rows.collect()
}

fn tipping(found: &Findings) -> Vec<Vec<String>> {
    let rows = found.tipping.iter().map(|tip| {
        let grade = tip.parameter.row.grade.key().to_owned();
        vec![found.policies[tip.policy].name.clone(), tip.parameter.path(), cell(tip.today), cell(tip.at), grade]
    });
    rows.collect()
}

fn returns(found: &Findings) -> Vec<Vec<String>> {
    let rows = found.policies.iter().flat_map(|policy| {
        let steps = std::iter::once((0.0, 1.0)).chain(found.returns(policy).steps);
        steps.map(|(days, share)| vec![policy.name.clone(), cell(days), cell(share)]).collect::<Vec<_>>()
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_knows_the_name_of_every_table_of_a_comparison() {
        assert_eq!(TABLES.map(|(name, ..)| name), crate::folder::layout::COMPARISON_TABLES);
    }
}
