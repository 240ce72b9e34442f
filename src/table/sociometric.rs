//! # `sociometric`: who trusts whom
//!
//! One row per arm, replicate, world, survey day and ordered pair of people who work together in a team.

use super::declaration::Declaration;
use crate::observe::PairAnswer;

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<PairAnswer> {
    Declaration::named("sociometric").key().day(|row: &PairAnswer| row.day).team(|row| row.team)
        .column("from_seat", "-", |row| row.from.0, "Seat of the person who answers, counted over the organisation from 0.", "Stoel van wie antwoordt, geteld over de hele organisatie, vanaf 0.")
        .column("from_generation", "-", |row| row.from.1, "Which holder of that seat answers, from 1.", "De hoeveelste op die stoel antwoordt, vanaf 1.")
        .column("to_seat", "-", |row| row.to.0, "Seat of the teammate who is asked about; the first seat of a team is its leader's.", "Stoel van het teamlid over wie gevraagd wordt; de eerste stoel van een team is die van de leidinggevende.")
        .column("to_generation", "-", |row| row.to.1, "Which holder of that seat is asked about, from 1.", "Over de hoeveelste op die stoel gevraagd wordt, vanaf 1.")
        .column("trust", "answer 1 to 5", |row| row.trust, "Answer: trust in this teammate.", "Antwoord: vertrouwen in dit teamlid.")
        .column("latent_trust", "0 to 1", |row| row.latent_trust, "Chance of trusting this teammate, as the person really feels it.", "Kans om dit teamlid te vertrouwen, zoals de persoon het echt voelt.")
}
