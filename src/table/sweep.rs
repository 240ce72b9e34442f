//! # `points`, `sweep`, `factors` and `indices`: a sweep
//!
//! In `points` a row for each point with its factors; in `sweep` a row for each life of each point, the factors as columns, so that it
//! can be read by itself. Rows of `sweep` stand by replicate, world and point.

use super::column::Table;
use super::declaration::{Declaration, Key};
use super::file::{TableFile, write};
use crate::comparison::endpoint::{ENDS, Endpoint};
use crate::comparison::factor::{Index, LevelMean, SweepFindings};
use crate::ensemble::world::Turn;
use crate::folder::{Folder, FolderError, Format, Written};
use crate::scenario::Sweep;
use crate::scenario::measure::{MEASURES, columns};

/// A point, or a life of it.
pub(crate) struct OfPoint {
    point: u32,
    turn: Turn,
    end: Option<Result<Endpoint, String>>,
}

impl OfPoint {
    fn done(&self) -> Option<&Endpoint> {
        self.end.as_ref().and_then(|end| end.as_ref().ok())
    }

    fn error(&self) -> String {
        self.end.as_ref().and_then(|end| end.as_ref().err().cloned()).unwrap_or_default()
    }
}

const NO_TURN: Turn = Turn { replicate: 0, world: 0 };
const NO_LIFE: Key<'static> = Key { arm: "", turn: NO_TURN };

/// A column for each factor: a number, or a word.
fn factors(table: Declaration<OfPoint>, sweep: Option<&Sweep>) -> Declaration<OfPoint> {
    const EN: &str = "Factor of the sweep: the value of this key of the scenario, a time in working days.";
    const NL: &str = "Factor van de sweep: de waarde van deze sleutel van het scenario, een tijd in werkdagen.";
    let Some(sweep) = sweep else { return table };
    sweep.factors.iter().enumerate().fold(table, |table, (at, factor)| {
        let levels = sweep.points.iter().map(|point| &point.levels[at]);
        if factor.is_number() {
            let numbers: Vec<Option<f64>> = levels.map(|level| level.number).collect();
            table.column(factor.path.clone(), factor.unit, move |row: &OfPoint| numbers[row.point as usize], EN, NL)
        } else {
            let words: Vec<String> = levels.map(|level| level.plain().to_owned()).collect();
            table.column(factor.path.clone(), "-", move |row: &OfPoint| words[row.point as usize].clone(), EN, NL).only("text")
        }
    })
}

/// `points`: a row for each point.
#[rustfmt::skip]
pub(crate) fn points_table(of: Option<&Sweep>) -> Declaration<OfPoint> {
    let table = Declaration::named("points")
        .column("point", "-", |row: &OfPoint| row.point, "Point of the sweep, from 0.", "Punt van de sweep, vanaf 0.");
    factors(table, of)
}

/// `sweep`: a row for each life of each point.
#[rustfmt::skip]
pub(crate) fn sweep_table(of: Option<&Sweep>) -> Declaration<OfPoint> {
    let table = Declaration::named("sweep")
        .column("point", "-", |row: &OfPoint| row.point, "Point of the sweep, from 0.", "Punt van de sweep, vanaf 0.")
        .column("replicate", "-", |row| row.turn.replicate, "Replicate of the point in its world, from 0; the same number has the same luck at every point.", "Herhaling van het punt in zijn wereld, vanaf 0; hetzelfde nummer kent op elk punt hetzelfde toeval.")
        .column("world", "-", |row| row.turn.world, "Set of parameter values, from 0; where there is one world all stand as given.", "Reeks parameterwaarden, vanaf 0; is er één wereld, dan staan alle zoals gegeven.");
    let measures = columns(false).into_iter().map(|end| {
        let row = &MEASURES[end.measure];
        (end.referent.map_or(row.key.to_owned(), |referent| format!("{}_{}", row.key, referent.key())), row.unit, row.meaning)
    });
    factors(table, of)
        .column("status", "-", |row| if row.done().is_some() { "done" } else { "failed" }, "`done` or `failed`.", "`done` (klaar) of `failed` (mislukt).")
        .column("error", "-", OfPoint::error, "Why it failed; missing if it did not.", "Waarom het mislukte; ontbreekt als het niet mislukte.")
        .columns(ENDS.map(|end| (end.key, end.unit, end.meaning)), |row, at| row.done().and_then(|end| end.ends.get(at).copied()))
        .columns(measures, |row, at| row.done().and_then(|end| end.last.get(at).copied()).unwrap_or(f32::NAN))
}

/// A level of a factor, or an index of it, for an outcome.
pub(crate) struct OfFactor<'s> {
    outcome: &'s str,
    unit: &'s str,
    factor: &'s str,
    level: Option<&'s LevelMean>,
    index: Option<&'s Index>,
}

/// `factors.csv`: a row for each outcome, factor and level.
#[rustfmt::skip]
pub(super) fn factors_table<'s>() -> Declaration<OfFactor<'s>> {
    let of = |row: &OfFactor<'s>, value: fn(&LevelMean) -> f64| row.level.map(value);
    Declaration::named("factors")
        .column("outcome", "-", |row: &OfFactor<'s>| row.outcome.to_owned(), "What is told: a column of `sweep`.", "Wat verteld wordt: een kolom van `sweep`.").only("text")
        .column("unit", "-", |row| row.unit.to_owned(), "Its unit.", "De eenheid ervan.")
        .column("factor", "-", |row| row.factor.to_owned(), "Factor of the sweep.", "Factor van de sweep.")
        .column("level", "-", |row| row.level.map_or(String::new(), |level| level.level.clone()), "Level of the factor; of a range the middle of a bin.", "Niveau van de factor; van een bereik het midden van een vak.")
        .column("from", "-", |row| row.level.and_then(|level| level.bin).map(|bin| bin[0]), "Lower end of the bin; missing for a level.", "Onderkant van het vak; ontbreekt bij een niveau.")
        .column("to", "-", |row| row.level.and_then(|level| level.bin).map(|bin| bin[1]), "Upper end of the bin.", "Bovenkant van het vak.")
        .column("points", "points", |row| row.level.map_or(0, |level| level.points as u32), "Points at this level that have the outcome.", "Punten op dit niveau die de uitkomst hebben.")
        .column("mean", "of the outcome", move |row| of(row, |level| level.mean.mean), "Mean over these points and their replicates.", "Gemiddelde over deze punten en hun herhalingen.")
        .column("lo", "of the outcome", move |row| of(row, |level| level.mean.low), "Lower end of its 95 % interval.", "Onderkant van het 95%-interval.")
        .column("hi", "of the outcome", move |row| of(row, |level| level.mean.high), "Upper end.", "Bovenkant.")
        .column("n", "-", |row| row.level.map_or(0, |level| level.mean.n as u32), "What the interval counts: batches of replicates for a grid or a list, points for other designs.", "Wat het interval telt: groepen herhalingen bij een rooster of lijst, punten bij andere ontwerpen.")
}

/// `indices.csv`: a row for each outcome, factor and index.
#[rustfmt::skip]
pub(super) fn indices_table<'s>() -> Declaration<OfFactor<'s>> {
    let of = |row: &OfFactor<'s>, value: fn(&Index) -> f64| row.index.map(value);
    Declaration::named("indices")
        .column("outcome", "-", |row: &OfFactor<'s>| row.outcome.to_owned(), "What is told: a column of `sweep`.", "Wat verteld wordt: een kolom van `sweep`.").only("text")
        .column("factor", "-", |row| row.factor.to_owned(), "Factor of the sweep.", "Factor van de sweep.")
        .column("index", "-", |row| row.index.map_or("", |index| index.kind), "`first_order` (share of the variance that this factor explains by itself), `total` (with everything that it takes part in), `mu_star` (mean size of a step over the whole range) or `sigma` (spread of the steps).", "`first_order` (deel van de variantie dat deze factor op zich verklaart), `total` (met alles waaraan hij deelneemt), `mu_star` (gemiddelde grootte van een stap over het hele bereik) of `sigma` (spreiding van de stappen).")
        .column("value", "-", move |row| of(row, |index| index.value), "The estimate.", "De schatting.")
        .column("lo", "-", move |row| of(row, |index| index.interval[0]), "Lower end of its 95 % interval.", "Onderkant van het 95%-interval.")
        .column("hi", "-", move |row| of(row, |index| index.interval[1]), "Upper end.", "Bovenkant.")
}

/// The table `sweep` while it is being written, replicate by replicate.
pub struct SweepFile(TableFile<OfPoint>);

impl SweepFile {
    /// Begins it in `folder`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn begin(folder: &Folder, sweep: &Sweep, format: Format, seed: u64) -> Result<Self, FolderError> {
        Ok(Self(TableFile::begin(folder, sweep_table(Some(sweep)), format, seed)?))
    }

    /// Adds what every point came to in one replicate, in the order of the points.
    ///
    /// # Errors
    /// What the disk says.
    pub fn add(&mut self, turn: Turn, ends: Vec<Result<Endpoint, String>>) -> Result<(), FolderError> {
        let rows: Vec<OfPoint> = (0..).zip(ends).map(|(point, end)| OfPoint { point, turn, end: Some(end) }).collect();
        self.0.add_each(NO_LIFE, &rows)
    }

    /// Adds what some points came to in some lives.
    ///
    /// # Errors
    /// What the disk says.
    pub fn add_some(&mut self, ends: Vec<(u32, Turn, Endpoint)>) -> Result<(), FolderError> {
        let rows: Vec<OfPoint> = ends.into_iter().map(|(point, turn, end)| OfPoint { point, turn, end: Some(Ok(end)) }).collect();
        self.0.add_each(NO_LIFE, &rows)
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// What the disk says.
    pub fn finish(self) -> Result<Written, FolderError> {
        self.0.out.finish()
    }
}

/// Writes `points`.
///
/// # Errors
/// What the disk says.
pub fn write_points(folder: &Folder, sweep: &Sweep, format: Format, seed: u64) -> Result<Written, FolderError> {
    let mut file = TableFile::begin(folder, points_table(Some(sweep)), format, seed)?;
    let rows: Vec<OfPoint> = (0..sweep.points.len() as u32).map(|point| OfPoint { point, turn: NO_TURN, end: None }).collect();
    file.add_each(NO_LIFE, &rows)?;
    file.out.finish()
}

/// Writes `factors.csv` and `indices.csv`.
///
/// # Errors
/// What the disk says.
pub fn write_factors(folder: &Folder, sweep: &Sweep, findings: &SweepFindings) -> Result<Vec<Written>, FolderError> {
    let mut levels = Vec::new();
    let mut indices = Vec::new();
    for found in &findings.answers {
        for (factor, effect) in sweep.factors.iter().zip(&found.factors) {
            let row = |level, index| OfFactor { outcome: found.answer.key, unit: found.answer.unit, factor: &factor.path, level, index };
            levels.extend(effect.levels.iter().map(|level| row(Some(level), None)));
            indices.extend(effect.indices.iter().map(|index| row(None, Some(index))));
        }
    }
    Ok(vec![write(folder, factors_table(), &levels)?, write(folder, indices_table(), &indices)?])
}

/// The tables of a sweep that have a column for each of its factors.
pub fn of_sweep(sweep: &Sweep) -> [Table; 2] {
    [points_table(Some(sweep)).table, sweep_table(Some(sweep)).table]
}
