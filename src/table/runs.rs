//! # `runs`: every life in a row
//!
//! One row per arm, replicate and world: whether it was lived to the end and what the organisation measured on its last day.
//!
//! `wall_ms` stays empty: the time that a life takes differs from run to run, and the same inputs must give the same bytes.

use super::declaration::Declaration;
use crate::ensemble::LifeResult;
use crate::scenario::measure::{self, MEASURES};

/// How a life ended.
pub(super) struct End {
    seed: u64,
    error: Option<String>,
    /// What the organisation measured on the last day; nothing if it did not come to that.
    last: Vec<f32>,
}

impl End {
    /// The end of a life under this seed.
    pub(super) fn of(life: &LifeResult, seed: u64) -> Self {
        let width = measure::columns(false).len();
        let last = life.as_ref().ok().and_then(|life| life.organisation.chunks_exact(width.max(1)).last());
        Self { seed, error: life.as_ref().err().cloned(), last: last.unwrap_or_default().to_vec() }
    }
}

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<End> {
    let measures = measure::columns(false).into_iter().map(|end| {
        let row = &MEASURES[end.measure];
        (end.referent.map_or(row.key.to_owned(), |referent| format!("{}_{}", row.key, referent.key())), row.unit, row.meaning)
    });
    Declaration::named("runs").key()
        .column("seed", "-", |row: &End| row.seed, "The run's seed.", "Het startgetal van de simulatie.")
        .column("status", "-", |row| if row.error.is_none() { "done" } else { "failed" }, "`done` or `failed`.", "`done` (klaar) of `failed` (mislukt).")
        .column("error", "-", |row| row.error.clone().unwrap_or_default(), "Why it failed; missing if it did not.", "Waarom het mislukte; ontbreekt als het niet mislukte.")
        .column("wall_ms", "milliseconds", |_| f64::NAN, "Computing time. Always missing, so that the same run gives the same bytes.", "Rekentijd. Ontbreekt altijd, zodat dezelfde simulatie dezelfde bytes geeft.")
        .columns(measures, |row, at| row.last.get(at).copied().unwrap_or(f32::NAN))
}
