//! # `worlds`: where the parameters stood
//!
//! One row per world and parameter that worlds move; written only where there are several worlds. An arm that sets a
//! parameter itself is moved by as much, from where it has set it.

use super::column::{Kind, Table};
use super::column::{column, world};
use super::error::TableError;
use super::file::TableFile;
use crate::ensemble::world::{movable, parameters};
use crate::folder::{Folder, Written};
use crate::scenario::Scenario;
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let columns = vec![
        world(),
        column("parameter", Kind::Str, "-", text("Parameter, with its law.", "Parameter, met zijn wet.")),
        column("value", Kind::F64, "of the parameter", text("Its value in this world.", "Zijn waarde in deze wereld.")),
        column("given", Kind::F64, "of the parameter", text("Its value in the scenario.", "Zijn waarde in het scenario.")),
        column(
            "drawn_from",
            Kind::Str,
            "-",
            text(
                "`posterior`, or the grade that says how much room is left: `measured`, `related`, `assumed`.",
                "`posterior`, of de graad die zegt hoeveel ruimte er blijft: `measured`, `related`, `assumed`.",
            ),
        ),
    ];
    Table { name: "worlds", columns }
}

/// Writes `worlds.csv`.
pub fn write_worlds(folder: &Folder, scenario: &Scenario) -> Result<Written, TableError> {
    let mut file = TableFile::csv(folder, &table())?;
    let fitted = |path: &str| scenario.posterior.iter().any(|fitted| fitted.parameter == path);
    let mut known: Vec<_> = movable().into_iter().map(|known| (known.path(), known)).collect();
    let moved: Vec<String> = known.iter().map(|(path, _)| path.clone()).collect();
    let only_fitted = scenario.posterior.iter().map(|fitted| fitted.parameter.as_str()).filter(|path| !moved.iter().any(|own| own == path));
    known.extend(only_fitted.filter_map(|path| Some((path.to_owned(), crate::theory::Parameters::find(path)?))));
    for number in 0..scenario.run.worlds {
        let here = parameters(scenario, number);
        for (path, known) in &known {
            let from = if fitted(path) { "posterior" } else { known.row.grade.key() };
            file.row().u32(number).word(path).f64(here.value(known)).f64(scenario.parameters.value(known)).word(from);
        }
        file.spill()?;
    }
    file.finish()
}
