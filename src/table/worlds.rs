//! # `worlds`: where the parameters stood
//!
//! One row per world and parameter that worlds move; written only where there are several worlds. An arm that sets a
//! parameter itself is moved by as much, from where it has set it.

use super::declaration::{Declaration, Key};
use super::file::TableFile;
use crate::ensemble::world::{Turn, movable, parameters};
use crate::folder::{Folder, FolderError, Written};
use crate::scenario::Scenario;
use crate::theory::Parameters;

/// A parameter in a world.
pub(super) struct Place {
    parameter: String,
    value: f64,
    given: f64,
    drawn_from: &'static str,
}

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<Place> {
    Declaration::named("worlds").world()
        .column("parameter", "-", |row: &Place| row.parameter.clone(), "Parameter, with its law.", "Parameter, met zijn wet.")
        .column("value", "of the parameter", |row| row.value, "Its value in this world.", "Zijn waarde in deze wereld.")
        .column("given", "of the parameter", |row| row.given, "Its value in the scenario.", "Zijn waarde in het scenario.")
        .column("drawn_from", "-", |row| row.drawn_from,
            "`posterior`, or the grade that says how much room is left: `measured`, `related`, `assumed`.",
            "`posterior`, of de graad die zegt hoeveel ruimte er blijft: `measured`, `related`, `assumed`.")
}

/// Writes `worlds.csv`.
pub fn write_worlds(folder: &Folder, scenario: &Scenario) -> Result<Written, FolderError> {
    let mut file = TableFile::csv(folder, table())?;
    let fitted = |path: &str| scenario.posterior.iter().any(|fitted| fitted.parameter == path);
    let mut known: Vec<_> = movable().into_iter().map(|known| (known.path(), known)).collect();
    let moved: Vec<String> = known.iter().map(|(path, _)| path.clone()).collect();
    let only_fitted = scenario.posterior.iter().map(|fitted| fitted.parameter.as_str()).filter(|path| !moved.iter().any(|own| own == path));
    known.extend(only_fitted.filter_map(|path| Some((path.to_owned(), Parameters::find(path)?))));
    for world in 0..scenario.run.worlds {
        let here = parameters(scenario, world);
        let row = |(path, known): &(String, _)| Place {
            parameter: path.clone(),
            value: here.value(known),
            given: scenario.parameters.value(known),
            drawn_from: if fitted(path) { "posterior" } else { known.row.grade.key() },
        };
        let rows: Vec<Place> = known.iter().map(row).collect();
        file.add(Key { arm: "", turn: Turn { replicate: 0, world } }, &rows)?;
    }
    file.out.finish()
}
