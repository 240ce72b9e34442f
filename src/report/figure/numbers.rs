//! # The numbers beside figures
//!
//! Each figure's CSV, and what its columns are: its head is written from here, and the codebook too.

use std::fmt::Write;

use super::Series;
use crate::folder::layout;
use crate::scenario::Referent;
use crate::table::{Declared, Kind, Table, cell_of};
use crate::text::text;

/// The table beside the figure of this name.
pub fn table(figure: &str) -> Option<Table> {
    let all = FIGURES.iter().flat_map(|(names, columns)| names.iter().map(|name| (*name, *columns)));
    all.into_iter().find(|(name, _)| *name == figure).map(|(name, columns)| Table::declared(name, columns))
}

/// The table of a file of figures, named without its ending as it lies in the folder of what it shows.
pub fn table_of(stem: &str) -> Option<Table> {
    table(stem.strip_prefix(layout::FIGURES)?.strip_prefix('/')?)
}

/// The tables among the files of figures, by their names in the folder of what they show.
pub fn tables_of(files: &[String]) -> Vec<(String, Table)> {
    let stems = files.iter().filter_map(|file| file.strip_suffix(".csv"));
    stems.filter_map(|stem| Some((stem.to_owned(), table_of(stem)?))).collect()
}

/// The numbers of series as the CSV of this figure; what is missing is empty.
pub fn series_csv<'s>(figure: &str, rows: impl Iterator<Item = (&'static str, Option<Referent>, &'s Series)>) -> String {
    let mut writer = begun(figure);
    let mut row = csv::StringRecord::new();
    let mut number = String::new();
    for (key, referent, series) in rows {
        let arm = cell_of(&series.arm);
        for (i, day) in series.days.iter().enumerate() {
            row.clear();
            for word in [&*arm, key, referent.map_or("", Referent::key)] {
                row.push_field(word);
            }
            for count in [u64::from(*day), series.n[i] as u64] {
                number.clear();
                write!(number, "{count}").expect(WRITES);
                row.push_field(&number);
            }
            for value in series.quantiles.iter().chain(&series.luck).chain(&series.doubt).map(|quantile| quantile[i]) {
                number.clear();
                put(&mut number, value);
                row.push_field(&number);
            }
            writer.write_record(&row).expect(WRITES);
        }
    }
    ended(writer)
}

/// A number in a file: decimal point, at most six decimals, empty if missing.
pub fn cell(value: f64) -> String {
    let mut cell = String::new();
    put(&mut cell, value);
    cell
}

/// Writes a number of a file behind what stands in `cell`.
fn put(cell: &mut String, value: f64) {
    if value.is_finite() {
        write!(cell, "{}", (value * 1e6).round() / 1e6).expect(WRITES);
    }
}

/// The rows of a figure as CSV, below the head that its table has.
pub fn csv(figure: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = begun(figure);
    for row in rows {
        writer.write_record(row.iter().map(|cell| cell_of(cell).into_owned())).expect(WRITES);
    }
    ended(writer)
}

/// Why writing cannot go wrong.
const WRITES: &str = "every row has the columns of the header, and memory does not fail";

/// A CSV in memory with the head that the figure's table has.
fn begun(figure: &str) -> csv::Writer<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table(figure).map(|table| table.heads()).unwrap_or_default()).expect(WRITES);
    writer
}

fn ended(writer: csv::Writer<Vec<u8>>) -> String {
    String::from_utf8(writer.into_inner().expect(WRITES)).expect("the cells are text")
}

/// The figures with the columns of their numbers.
#[rustfmt::skip]
const FIGURES: &[(&[&str], &[Declared])] = &[
    (&["trust", "arms", "engagement", "turnover", "performance", "output"], &[
        ("arm", Kind::Str, "-", text("Arm of the scenario, or its twin.", "Variant van het scenario, of de tweeling.")),
        ("measure", Kind::Str, "-", text("What is measured.", "Wat gemeten is.")),
        ("referent", Kind::Str, "-", text("Who is trusted: `colleague`, `leader` or `top`; empty for the whole.", "Wie vertrouwd wordt: `colleague`, `leader` of `top`; leeg voor het geheel.")),
        ("day", Kind::U32, "working days", text("Working day, from 0.", "Werkdag, vanaf 0.")),
        ("n", Kind::U32, "replicates", text("Replicates that have a value.", "Herhalingen met een waarde.")),
        ("q05", Kind::F64, "of the measure", text("5 % quantile over replicates.", "5%-kwantiel over de herhalingen.")),
        ("q25", Kind::F64, "of the measure", text("25 % quantile.", "25%-kwantiel.")),
        ("median", Kind::F64, "of the measure", text("Median.", "Mediaan.")),
        ("q75", Kind::F64, "of the measure", text("75 % quantile.", "75%-kwantiel.")),
        ("q95", Kind::F64, "of the measure", text("95 % quantile.", "95%-kwantiel.")),
        ("luck_q05", Kind::F64, "of the measure", text("Lower edge of luck.", "Onderrand van het toeval.")),
        ("luck_q95", Kind::F64, "of the measure", text("Upper edge of luck.", "Bovenrand van het toeval.")),
        ("doubt_q05", Kind::F64, "of the measure", text("Lower edge of doubt.", "Onderrand van de twijfel.")),
        ("doubt_q95", Kind::F64, "of the measure", text("Upper edge of doubt.", "Bovenrand van de twijfel.")),
    ]),
    (&["factors-trust_end", "factors-fall", "factors-returned", "factors-return_days", "factors-trust_days_lost", "factors-engagement", "factors-performance", "factors-leavers", "factors-cost"], &[
        ("outcome", Kind::Str, "-", text("What is told: a column of the table sweep.", "Wat verteld wordt: een kolom van de tabel sweep.")),
        ("factor", Kind::Str, "-", text("Factor of the sweep.", "Factor van de sweep.")),
        ("level", Kind::Str, "-", text("Level of the factor; of a range the middle of a bin.", "Niveau van de factor; van een bereik het midden van een vak.")),
        ("mean", Kind::F64, "of the outcome", text("Mean over the points at this level and their replicates.", "Gemiddelde over de punten op dit niveau en hun herhalingen.")),
        ("lo", Kind::F64, "of the outcome", text("Lower end of its 95 % interval.", "Onderkant van het 95%-interval.")),
        ("hi", Kind::F64, "of the outcome", text("Upper end.", "Bovenkant.")),
    ]),
    (&["weights"], &[
        ("outcome", Kind::Str, "-", text("What is told: a column of the table sweep.", "Wat verteld wordt: een kolom van de tabel sweep.")),
        ("factor", Kind::Str, "-", text("Factor of the sweep.", "Factor van de sweep.")),
        ("index", Kind::Str, "-", text("`first_order`, `total`, `mu_star` or `sigma`.", "`first_order`, `total`, `mu_star` of `sigma`.")),
        ("value", Kind::F64, "-", text("The estimate.", "De schatting.")),
        ("lo", Kind::F64, "-", text("Lower end of its 95 % interval.", "Onderkant van het 95%-interval.")),
        ("hi", Kind::F64, "-", text("Upper end.", "Bovenkant.")),
    ]),
    (&["map"], &[
        ("outcome", Kind::Str, "-", text("What is told: a column of the table sweep.", "Wat verteld wordt: een kolom van de tabel sweep.")),
        ("factor_x", Kind::Str, "-", text("The factor along.", "De factor langs de x-as.")),
        ("level_x", Kind::Str, "-", text("Its level, or the middle of a bin.", "Het niveau ervan, of het midden van een vak.")),
        ("factor_y", Kind::Str, "-", text("The factor up.", "De factor langs de y-as.")),
        ("level_y", Kind::Str, "-", text("Its level, or the middle of a bin.", "Het niveau ervan, of het midden van een vak.")),
        ("mean", Kind::F64, "of the outcome", text("Mean over the points there.", "Gemiddelde over de punten daar.")),
        ("points", Kind::U32, "points", text("Points there.", "Punten daar.")),
    ]),
    (&["sweep"], &[
        ("arm", Kind::Str, "-", text("Arm of the scenario, or its twin.", "Variant van het scenario, of de tweeling.")),
        ("key", Kind::Str, "-", text("The key in which the arms differ.", "De sleutel waarin de varianten verschillen.")),
        ("value", Kind::F64, "of the key", text("Its value in this arm.", "Zijn waarde in deze variant.")),
        ("referent", Kind::Str, "-", text("Who is trusted: `colleague`, `leader` or `top`; empty for the whole.", "Wie vertrouwd wordt: `colleague`, `leader` of `top`; leeg voor het geheel.")),
        ("end_q05", Kind::F64, "0 to 1", text("Trust on the last day, 5 % quantile over replicates.", "Vertrouwen op de laatste dag, 5%-kwantiel over de herhalingen.")),
        ("end", Kind::F64, "0 to 1", text("The same, median.", "Hetzelfde, mediaan.")),
        ("end_q95", Kind::F64, "0 to 1", text("The same, 95 % quantile.", "Hetzelfde, 95%-kwantiel.")),
        ("lowest", Kind::F64, "0 to 1", text("The lowest point in the 60 days after the breach, median; as `lowest` in recovery.csv.", "Het dieptepunt in de 60 dagen na de vertrouwensbreuk, mediaan; zoals `lowest` in recovery.csv.")),
    ]),
    (&["fit"], &[
        ("repair", Kind::Str, "-", text("The repair.", "Het herstel.")),
        ("kind", Kind::Str, "-", text("The kind of breach.", "De soort vertrouwensbreuk.")),
        ("arm", Kind::Str, "-", text("The arm with this repair.", "De variant met dit herstel.")),
        ("without", Kind::Str, "-", text("The arm without it.", "De variant zonder dit herstel.")),
        ("unbroken", Kind::Str, "-", text("The arm in which the same repair was done where nothing was broken, and whose gain is taken off; empty where there is none.", "De variant waarin hetzelfde herstel gebeurde waar niets geschonden werd, en waarvan de winst eraf getrokken is; leeg waar die er niet is.")),
        ("referent", Kind::Str, "-", text("Who broke trust, and whose trust is told: `colleague`, `leader` or `top`.", "Wie het vertrouwen brak, en om wiens vertrouwen het gaat: `colleague`, `leader` of `top`.")),
        ("day", Kind::U32, "working days", text("The day on which it is told: a year after the breach, or the last.", "De dag waarover het gaat: een jaar na de vertrouwensbreuk, of de laatste.")),
        ("n", Kind::U32, "replicates", text("Replicates that have a value in both arms and the twin.", "Herhalingen met een waarde in beide varianten en de tweeling.")),
        ("lost", Kind::F64, "trust", text("Trust less than in the twin without this repair, mean; without a twin, less than on the day before the breach.", "Vertrouwen minder dan in de tweeling zonder dit herstel, gemiddelde; zonder tweeling, minder dan op de dag voor de vertrouwensbreuk.")),
        ("share", Kind::F64, "share of what was lost", text("Share of it that the repair has won back, what it wins where nothing was broken taken off where that was tried; below 0 where the repair cost trust, empty where nothing was lost that can be told.", "Deel ervan dat het herstel terugwon, zonder wat het wint waar niets geschonden werd als dat geprobeerd is; onder 0 waar het herstel vertrouwen kostte, leeg waar geen verlies te onderscheiden is.")),
        ("lo", Kind::F64, "share of what was lost", text("Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")),
        ("hi", Kind::F64, "share of what was lost", text("Upper end.", "Bovengrens.")),
    ]),
    (&["teams"], &[
        ("arm", Kind::Str, "-", text("Arm of the scenario, or its twin.", "Variant van het scenario, of de tweeling.")),
        ("measure", Kind::Str, "-", text("What is measured.", "Wat gemeten is.")),
        ("referent", Kind::Str, "-", text("Who is trusted: `colleague`, `leader` or `top`; empty for the whole.", "Wie vertrouwd wordt: `colleague`, `leader` of `top`; leeg voor het geheel.")),
        ("day", Kind::U32, "working days", text("Working day, from 0.", "Werkdag, vanaf 0.")),
        ("team", Kind::U32, "-", text("Team, from 0.", "Team, vanaf 0.")),
        ("value", Kind::F64, "0 to 1", text("The team's mean.", "Het gemiddelde van het team.")),
    ]),
    (&["road"], &[
        ("arm", Kind::Str, "-", text("Arm of the scenario, or its twin.", "Variant van het scenario, of de tweeling.")),
        ("referent", Kind::Str, "-", text("Who is trusted: `colleague`, `leader` or `top`; empty for the whole.", "Wie vertrouwd wordt: `colleague`, `leader` of `top`; leeg voor het geheel.")),
        ("part", Kind::Str, "-", text("Part of the road: `build`, `fall`, `back` or `level_with_twin`.", "Deel van de weg: `build` (opbouwen), `fall` (val), `back` (terugkeren) of `level_with_twin` (gelijk met de tweeling).")),
        ("days", Kind::F64, "working days", text("How long it took, median.", "Hoe lang het duurde, mediaan.")),
        ("censored", Kind::Str, "-", text("`true` if it took at least so long, else `false`.", "`true` als het minstens zo lang duurde, anders `false`.")),
    ]),
    (&["cost"], &[
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("cost", Kind::F64, "person-days", text("Person-days beyond the reference, mean over replicates.", "Persoonsdagen tegenover de referentie, gemiddelde over de herhalingen.")),
        ("cost_lo", Kind::F64, "person-days", text("Person-days beyond the reference, 10 % quantile.", "Persoonsdagen tegenover de referentie, 10%-kwantiel.")),
        ("cost_hi", Kind::F64, "person-days", text("Person-days beyond the reference, 90 % quantile.", "Persoonsdagen tegenover de referentie, 90%-kwantiel.")),
        ("recovered", Kind::F64, "trust-days", text("Trust-days won back for each person at the start, mean over replicates.", "Herwonnen vertrouwensdagen per persoon bij de start, gemiddelde over de herhalingen.")),
        ("recovered_lo", Kind::F64, "trust-days", text("Trust-days won back for each person at the start, 10 % quantile.", "Herwonnen vertrouwensdagen per persoon bij de start, 10%-kwantiel.")),
        ("recovered_hi", Kind::F64, "trust-days", text("Trust-days won back for each person at the start, 90 % quantile.", "Herwonnen vertrouwensdagen per persoon bij de start, 90%-kwantiel.")),
        ("dominated", Kind::U32, "-", text("1 if another costs no more, avoids as many and wins back as much.", "1 als een ander niet meer kost, evenveel vermijdt en evenveel herwint.")),
        ("below_floor", Kind::U32, "-", text("1 if it wins back less than the floor.", "1 als het minder herwint dan de ondergrens.")),
        ("cost_repair", Kind::F64, "person-days", text("Part of the cost: repair, beyond the reference, mean.", "Deel van de kosten: herstel, tegenover de referentie, gemiddelde.")),
        ("cost_practice", Kind::F64, "person-days", text("Part of the cost: practices, beyond the reference, mean.", "Deel van de kosten: praktijken, tegenover de referentie, gemiddelde.")),
        ("cost_replacement", Kind::F64, "person-days", text("Part of the cost: replacing people, beyond the reference, mean.", "Deel van de kosten: vervanging van mensen, tegenover de referentie, gemiddelde.")),
        ("cost_control", Kind::F64, "person-days", text("Part of the cost: control, beyond the reference, mean.", "Deel van de kosten: controle, tegenover de referentie, gemiddelde.")),
        ("cost_transaction", Kind::F64, "person-days", text("Part of the cost: transactions, beyond the reference, mean.", "Deel van de kosten: transacties, tegenover de referentie, gemiddelde.")),
        ("cost_theft", Kind::F64, "person-days", text("Part of the cost: theft, beyond the reference, mean.", "Deel van de kosten: diefstal, tegenover de referentie, gemiddelde.")),
        ("cost_sick", Kind::F64, "person-days", text("Part of the cost: sick leave, beyond the reference, mean.", "Deel van de kosten: ziekteverzuim, tegenover de referentie, gemiddelde.")),
        ("output_days", Kind::F64, "person-days", text("Output beyond the reference, no part of the cost, mean.", "Output tegenover de referentie, geen deel van de kosten, gemiddelde.")),
    ]),
    (&["returns"], &[
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("days", Kind::F64, "working days", text("Days since the breach.", "Dagen sinds de vertrouwensbreuk.")),
        ("not_back", Kind::F64, "share of replicates", text("Replicates in which trust is not yet back.", "Herhalingen waarin het vertrouwen nog niet terug is.")),
    ]),
    (&["worth"], &[
        ("policy", Kind::Str, "-", text("The policy: an arm of the scenario.", "Het beleid: een variant van het scenario.")),
        ("avoided", Kind::F64, "people", text("Departures fewer than in the reference, mean over replicates.", "Vertrekken minder dan in de referentie, gemiddelde over de herhalingen.")),
        ("cost", Kind::F64, "person-days", text("Person-days beyond the reference, mean over replicates.", "Persoonsdagen tegenover de referentie, gemiddelde over de herhalingen.")),
        ("best_from", Kind::F64, "person-days", text("Worth from which it is the best to expect.", "Waarde vanaf waar er het meest van te verwachten valt.")),
        ("best_to", Kind::F64, "person-days", text("Worth up to which it is; empty without end.", "Waarde tot waar dat zo is; leeg zonder einde.")),
        ("best_in", Kind::F64, "share of worlds", text("Worlds in which it is the best halfway between these; at twice `best_from` without end.", "Werelden waarin het halverwege daartussen het beste is; op tweemaal `best_from` zonder einde.")),
    ]),
    (&["front"], &[
        ("portfolio", Kind::Str, "-", text("Its name in portfolio.toml, if it has one.", "De naam in portfolio.toml, als ze er een heeft.")),
        ("repairs", Kind::Str, "-", text("Its repairs.", "Haar herstel.")),
        ("cost", Kind::F64, "person-days", text("Person-days beyond doing nothing, mean.", "Persoonsdagen tegenover niets doen, gemiddelde.")),
        ("recovered", Kind::F64, "trust-days", text("Trust-days won back a head, mean.", "Herwonnen vertrouwensdagen per hoofd, gemiddelde.")),
        ("recovered_lo", Kind::F64, "trust-days", text("Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")),
        ("recovered_hi", Kind::F64, "trust-days", text("Upper end.", "Bovengrens.")),
        ("avoided", Kind::F64, "people", text("Departures avoided, mean.", "Vermeden vertrekken, gemiddelde.")),
        ("on_front", Kind::U32, "-", text("1 if no other beats it.", "1 als geen andere ze klopt.")),
        ("step", Kind::U32, "-", text("1 if it is clearly more than the step before it.", "1 als ze duidelijk meer is dan de vorige stap.")),
        ("spent", Kind::F64, "person-days", text("Person-days spent on repair beyond doing nothing, mean.", "Persoonsdagen besteed aan herstel tegenover niets doen, gemiddelde.")),
    ]),
    (&["validation"], &[
        ("id", Kind::Str, "-", text("Number of the finding.", "Nummer van de bevinding.")),
        ("position", Kind::F64, "half widths of the band", text("The simulated figure, from the middle of the band.", "Het gesimuleerde cijfer, vanaf het midden van de band.")),
        ("low", Kind::F64, "half widths of the band", text("Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")),
        ("high", Kind::F64, "half widths of the band", text("Upper end.", "Bovengrens.")),
    ]),
    (&["waterfall"], &[
        ("cause", Kind::Str, "-", text("What changed trust.", "Wat het vertrouwen veranderde.")),
        ("change", Kind::F64, "trust", text("By how much.", "Met hoeveel.")),
        ("trust", Kind::F64, "trust", text("Trust after it.", "Het vertrouwen erna.")),
    ]),
    (&["portrait"], &[
        ("day", Kind::U32, "working days", text("Working day, from 0.", "Werkdag, vanaf 0.")),
        ("trust_colleague", Kind::F64, "0 to 1", text("Trust in colleagues.", "Vertrouwen in collega's.")),
        ("trust_leader", Kind::F64, "0 to 1", text("Trust in the leader.", "Vertrouwen in de leidinggevende.")),
        ("trust_top", Kind::F64, "0 to 1", text("Trust in top management.", "Vertrouwen in het topmanagement.")),
    ]),
];
