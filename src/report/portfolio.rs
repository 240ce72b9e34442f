//! # What `portfolio` writes
//!
//! ```text
//!   portfolios.csv   each portfolio that was lived, once for each stage: price, cost, what it won back and avoided, whether it stands
//!   prices.csv       each repair at each of its starts, and its price
//!   portfolio.toml   the scenario with doing nothing and each member of the front as an arm
//!   codebook.csv     what each column of these tables means
//!   figures/front.*  the front as a plane
//!   manifest.json    how to make it again, to the byte; written last
//! ```

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

pub use super::case::Case;
use super::case::repairs;
use super::codebook;
use super::figure::{self};
use crate::comparison::portfolio::options::{Count, Options, Start};
use crate::comparison::portfolio::{Judged, Method, as_arms};
use crate::folder::manifest::{self, MODEL, VERSION, limits};
use crate::folder::{Folder, Kind as Results, Shelf, Written, default_path};
use crate::random::GENERATOR;
use crate::scenario::resolved::resolved;
use crate::study::Trouble;
use crate::table::{Column, Declaration, write_in_digits};

/// The front as a scenario.
pub const FRONT: &str = "portfolio.toml";

/// Where it stands when nothing else is asked for: beside the results of the scenario.
pub fn usual_folder(scenario: &Path) -> PathBuf {
    let mut name = default_path(scenario).into_os_string();
    name.push("-portfolio");
    name.into()
}

/// Writes all files, the manifest last: until then `unfinished.json` says that the others may be of different searches.
pub fn write(shelf: &Shelf, case: &Case<'_>) -> Result<(), Trouble> {
    let write = |folder: &Folder| {
        let mut files = vec![
            write_in_digits(folder, portfolios_table(), &portfolios(case))?,
            write_in_digits(folder, prices_table(), &prices(case.options))?,
            folder.write(FRONT, front(case).as_bytes())?,
        ];
        files.extend(figure::draw_front(folder, case, &case.provenance())?);
        let own = |name: &str| [portfolios_table().table, prices_table().table].into_iter().find(|table| table.name == name);
        files.push(codebook::write(folder, &codebook::of_files(&files, own))?);
        Ok(files)
    };
    shelf.fill(write, |files| manifest::to_json(&record(case, &files)))
}

/// A repair at one of its starts.
struct Price<'a> {
    start: &'a Start,
    /// Whether that is its own start in the file.
    own: bool,
}

/// What `prices.csv` is.
#[rustfmt::skip]
fn prices_table<'a>() -> Declaration<Price<'a>> {
    Declaration::named("prices")
        .column("repair", "-", |row: &Price<'a>| row.start.repair.id.clone(), "The repair.", "Het herstel.")
        .column("what", "-", |row| row.start.repair.what.key(), "Its kind.", "De soort.")
        .column("delay", "working days", |row| row.start.delay, "Days between breach and start; empty where it follows no breach.", "Dagen tussen vertrouwensbreuk en start; leeg waar het op geen vertrouwensbreuk volgt.")
        .column("own", "-", |row| row.own, "1 if that is its own start in the file.", "1 als dat de eigen start in het bestand is.")
        .column("price", "person-days", |row| row.start.price, "Its price, known before it is run.", "De prijs, bekend voordat ze doorgerekend wordt.")
        .column("price_open", "-", |row| row.start.open, "1 if it may be called for more often than the price counts.", "1 als het vaker nodig kan zijn dan de prijs telt.")
}

/// A portfolio at one stage.
struct Portfolio<'a> {
    stage: &'static str,
    lives: u32,
    own: &'a Judged,
    options: &'a Options,
    /// Whether it is clearly more than the step before it.
    step: bool,
}

/// What `portfolios.csv` is.
#[rustfmt::skip]
fn portfolios_table<'a>() -> Declaration<Portfolio<'a>> {
    Declaration::named("portfolios")
        .column("stage", "-", |row: &Portfolio<'a>| row.stage,
            "search: few replicates, from which the judged were chosen; judged: many replicates in other worlds, with other dice",
            "search: weinig herhalingen, waaruit de beoordeelde gekozen zijn; judged: veel herhalingen in andere werelden, met ander toeval")
        .column("portfolio", "-", |row| row.own.name.clone().unwrap_or_default(), "its name in portfolio.toml, if it is on the front or is doing nothing", "de naam in portfolio.toml, als ze op het front staat of niets doen is")
        .column("repairs", "-", |row| repairs(row.options, &row.own.genes),
            "its repairs, each with @ and the working days between breach and start where it follows a breach",
            "haar herstel, elk met @ en de werkdagen tussen vertrouwensbreuk en start waar het op een vertrouwensbreuk volgt")
        .column("lives", "replicates", |row| row.lives, "how many replicates of it were run", "hoeveel herhalingen ervan doorgerekend zijn")
        .column("price", "person-days", |row| row.own.price, "person-days of its repairs, known before it is run; the budget is one of this", "persoonsdagen van het herstel, bekend voordat ze doorgerekend wordt; het budget gaat hierover")
        .column("price_open", "-", |row| row.own.open, "1 if a repair may be called for more often than the price counts", "1 als herstel vaker nodig kan zijn dan de prijs telt")
        .column("cost", "person-days", |row| row.own.cost.mean,
            "person-days of all that the model books as cost beyond doing nothing, mean over replicates",
            "persoonsdagen van alles wat het model aan kosten boekt tegenover niets doen, gemiddeld over herhalingen")
        .column("cost_lo", "person-days", |row| row.own.cost.low,
            "lower end of its 95 % interval, paired by replicate, pairs of worlds counting once",
            "ondergrens van het 95%-interval, gepaard per herhaling, paren werelden tellen één keer")
        .column("cost_hi", "person-days", |row| row.own.cost.high, "upper end", "bovengrens")
        .column("recovered", "trust-days", |row| row.own.recovered.mean, "trust-days won back for each person at the start, mean", "herwonnen vertrouwensdagen per persoon bij de start, gemiddelde")
        .column("recovered_lo", "trust-days", |row| row.own.recovered.low, "lower end of its 95 % interval", "ondergrens van het 95%-interval")
        .column("recovered_hi", "trust-days", |row| row.own.recovered.high, "upper end", "bovengrens")
        .column("avoided", "people", |row| row.own.avoided.mean, "leavers avoided, mean", "vermeden vertrekkers, gemiddelde")
        .column("avoided_lo", "people", |row| row.own.avoided.low, "lower end of its 95 % interval", "ondergrens van het 95%-interval")
        .column("avoided_hi", "people", |row| row.own.avoided.high, "upper end", "bovengrens")
        .column("on_front", "-", |row| row.own.on_front,
            "1 if no other of its stage costs no more, wins back as much and avoids as many and is better in one of these",
            "1 als geen andere van dezelfde stap niet meer kost, evenveel herwint en evenveel vermijdt, en in één daarvan beter is")
        .column("front_share", "share", |row| row.own.share,
            "share of 1,000 draws of the worlds, with replacement, in which that is so (judged only)",
            "aandeel van 1.000 lotingen van de werelden, met teruglegging, waarin dat zo is (enkel judged)")
        .column("world_share", "share", |row| row.own.in_worlds, "share of worlds in which that is so (judged only)", "aandeel van de werelden waarin dat zo is (enkel judged)")
        .column("step", "-", |row| row.step,
            "1 if it clearly wins back more or avoids more than the step before it, by at least 5 % of the most",
            "1 als ze duidelijk meer herwint of vermijdt dan de vorige stap, met minstens 5 % van het meeste")
        .column("spent", "person-days", |row| row.own.spent.mean,
            "person-days spent on repair beyond doing nothing, as it came out, mean over replicates",
            "persoonsdagen besteed aan herstel tegenover niets doen, zoals het uitkwam, gemiddeld over herhalingen")
        .column("spent_lo", "person-days", |row| row.own.spent.low, "lower end of its 95 % interval", "ondergrens van het 95%-interval")
        .column("spent_hi", "person-days", |row| row.own.spent.high, "upper end", "bovengrens")
}

fn portfolios<'a>(case: &Case<'a>) -> Vec<Portfolio<'a>> {
    let Case { options, found, .. } = *case;
    let [searching, judging] = found.lives_each;
    let searched = found.searched.iter().map(|own| Portfolio { stage: "search", lives: searching, own, options, step: false });
    let judged = found.judged.iter().enumerate();
    let judged = judged.map(|(at, own)| Portfolio { stage: "judged", lives: judging, own, options, step: found.steps.contains(&at) });
    searched.chain(judged).collect()
}

fn prices(options: &Options) -> Vec<Price<'_>> {
    options.starts.iter().flat_map(|starts| starts.iter().enumerate().map(|(at, start)| Price { start, own: at == 0 })).collect()
}

/// The scenario with the front as its arms.
fn front(case: &Case<'_>) -> String {
    let Case { reading, options, found, budget, language: _, .. } = *case;
    let limit = budget.map_or_else(String::new, |budget| format!(", at most {budget} person-days of repair"));
    let mut text = format!(
        "# The front that `onfoot portfolio` found{limit}: doing nothing, and each portfolio that none dominates, as an arm.\n\
         # {}\n\
         # `onfoot compare` runs it in the worlds in which it was judged. The table [arms] at the end can also be put into a\n\
         # file that is based on the scenario.\n#\n",
        case.command
    );
    for row in found.judged.iter().filter(|row| row.name.is_some()) {
        let name = row.name.as_deref().unwrap_or_default();
        let [price, spent, cost, won, avoided] = [row.price, row.spent.mean, row.cost.mean, row.recovered.mean, row.avoided.mean];
        text += &format!(
            "# {name:<8} price {price:.0}, spent {spent:.0}, cost {cost:.0}, won back {won:.1}, avoided {avoided:.1}: {}\n",
            repairs(options, &row.genes)
        );
    }
    text + "\n" + &resolved(&as_arms(&reading.scenario, options, found))
}

/// What the search was.
fn record(case: &Case<'_>, files: &[Written]) -> Value {
    let Case { reading, found, .. } = *case;
    let scenario = &reading.scenario;
    let (population, generations) = match found.method {
        Method::Exhaustive => (None, None),
        Method::Nsga2 { population, generations } => (Some(population), Some(generations)),
    };
    let (affordable, exact) = match found.affordable {
        Count::Exactly(n) => (n, true),
        Count::AtLeast(n) => (n, false),
    };
    let meaning = |column: Column| (column.name, json!({ "en": column.meaning.en, "nl": column.meaning.nl }));
    json!({
        "kind": Results::Portfolio.key(),
        "version": VERSION,
        "model": MODEL,
        "command": case.command,
        "title": scenario.title,
        "inputs": manifest::sources(reading),
        "design_hash": case.design(),
        "seed": scenario.run.seed,
        "generator": GENERATOR,
        "worlds": scenario.run.worlds,
        "replicates": scenario.run.replicates,
        "search": {
            "method": found.method.key(), "population": population, "generations": generations, "budget": case.budget, "delays": case.delays,
            "portfolios": found.portfolios, "affordable": affordable, "affordable_exact": exact, "evaluations": case.evaluations,
            "looked_at": found.searched.len(), "judged": found.judged.len(), "lives_each": { "search": found.lives_each[0], "judged": found.lives_each[1] },
        },
        "lives": manifest::Counts { done: found.lives[0] - found.lives[1].min(found.lives[0]), failed: found.lives[1], skipped: 0 },
        "language": case.language,
        "files": files,
        "columns": Value::Object(portfolios_table().table.columns.into_iter().map(meaning).collect()),
        "limits": limits(),
    })
}
