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
use super::figure;
use crate::analysis::cell;
use crate::comparison::portfolio::options::{Count, Options};
use crate::comparison::portfolio::{Judged, Method, as_arms};
use crate::folder::manifest::{self, MODEL, VERSION, limits};
use crate::folder::{Folder, Kind as Results, Shelf, Written, default_path};
use crate::random::GENERATOR;
use crate::scenario::resolved::resolved;
use crate::study::Trouble;
use crate::table::{Declared, Kind, Table, column, plain};
use crate::text::text;
use crate::words::screen::portfolio as words;

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
            plain::write(folder, &portfolios_table(), portfolios(case))?,
            plain::write(folder, &prices_table(), prices(case.options))?,
            folder.write(FRONT, front(case).as_bytes())?,
        ];
        files.extend(figure::draw_front(folder, case, &case.provenance())?);
        let own = |name: &str| [portfolios_table(), prices_table()].into_iter().find(|table| table.name == name);
        files.push(codebook::write(folder, &codebook::of_files(&files, own))?);
        Ok(files)
    };
    shelf.fill(write, |files| manifest::to_json(&record(case, &files)))
}

fn yes(yes: bool) -> String {
    u8::from(yes).to_string()
}

#[rustfmt::skip]
const PRICES: &[Declared] = &[
    ("repair", Kind::Str, "-", text("The repair.", "Het herstel.")),
    ("what", Kind::Str, "-", text("Its kind.", "De soort.")),
    ("delay", Kind::U32, "working days", text("Days between breach and start; empty where it follows no breach.", "Dagen tussen vertrouwensbreuk en start; leeg waar het op geen vertrouwensbreuk volgt.")),
    ("own", Kind::U32, "-", text("1 if that is its own start in the file.", "1 als dat de eigen start in het bestand is.")),
    ("price", Kind::F64, "person-days", text("Its price, known before it is run.", "De prijs, bekend voordat ze doorgerekend wordt.")),
    ("price_open", Kind::U32, "-", text("1 if it may be called for more often than the price counts.", "1 als het vaker nodig kan zijn dan de prijs telt.")),
];

fn prices_table() -> Table {
    Table::declared("prices", PRICES)
}

/// What `portfolios.csv` is; what its columns mean stands with the words of the screen.
fn portfolios_table() -> Table {
    let kind = |name: &str| match name {
        "stage" | "portfolio" | "repairs" => (Kind::Str, "-"),
        "lives" => (Kind::U32, "replicates"),
        "price_open" | "on_front" | "step" => (Kind::U32, "-"),
        "front_share" | "world_share" => (Kind::F64, "share"),
        name if name.starts_with("recovered") => (Kind::F64, "trust-days"),
        name if name.starts_with("avoided") => (Kind::F64, "people"),
        _ => (Kind::F64, "person-days"),
    };
    let columns = words::COLUMNS.iter().map(|(name, meaning)| {
        let (kind, unit) = kind(name);
        column(*name, kind, unit, *meaning)
    });
    Table { name: "portfolios", columns: columns.collect() }
}

fn portfolios(case: &Case<'_>) -> Vec<Vec<String>> {
    let Case { options, found, .. } = *case;
    let row = |stage: &str, lives: u32, row: &Judged, step: bool| {
        let mut cells = vec![stage.to_owned(), row.name.clone().unwrap_or_default(), repairs(options, &row.genes), lives.to_string()];
        cells.extend([cell(row.price), yes(row.open)]);
        cells.extend([row.cost, row.recovered, row.avoided].into_iter().flat_map(|e| [e.mean, e.low, e.high]).map(cell));
        cells.extend([yes(row.on_front), cell(row.share), cell(row.in_worlds), yes(step)]);
        cells.extend([row.spent.mean, row.spent.low, row.spent.high].map(cell));
        cells
    };
    let searched = found.searched.iter().map(|own| row("search", found.lives_each[0], own, false));
    let judged = found.judged.iter().enumerate().map(|(at, own)| row("judged", found.lives_each[1], own, found.steps.contains(&at)));
    searched.chain(judged).collect()
}

fn prices(options: &Options) -> Vec<Vec<String>> {
    let rows = options.starts.iter().flat_map(|starts| {
        starts.iter().enumerate().map(|(at, start)| {
            let delay = start.delay.map_or(String::new(), |delay| delay.to_string());
            vec![start.repair.id.clone(), start.repair.what.key().to_owned(), delay, yes(at == 0), cell(start.price), yes(start.open)]
        })
    });
    rows.collect()
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
    let meaning = |(name, text): &(&str, crate::text::Text)| ((*name).to_owned(), json!({ "en": text.en, "nl": text.nl }));
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
        "columns": Value::Object(words::COLUMNS.iter().map(meaning).collect()),
        "limits": limits(),
    })
}
