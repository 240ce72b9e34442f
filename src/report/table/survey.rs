//! # `survey`: what people answer
//!
//! One row per arm, replicate, world, survey day and person.

use super::column::{arm, column, day, per_referent, replicate, team, world};
use super::{Kind, Table, TableError, TableFile};
use crate::ensemble::world::Turn;
use crate::observe::{ATTITUDES, EXIT_REASONS, Life};
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let mut columns = vec![
        arm(),
        replicate(),
        world(),
        day(),
        column(
            "seat",
            Kind::U32,
            "-",
            text("Seat, counted over the organisation from 0.", "Stoel, geteld over de hele organisatie, vanaf 0."),
        ),
        column(
            "generation",
            Kind::U32,
            "-",
            text(
                "Which holder of the seat, from 1: one more after each departure.",
                "De hoeveelste op die stoel, vanaf 1: één meer na elk vertrek.",
            ),
        ),
        team(),
        column("role", Kind::Str, "-", text("`leader` or `member`.", "`leader` (leidinggevende) of `member` (teamlid).")),
        column("tenure_days", Kind::U32, "working days", text("Time since this person started.", "Tijd sinds deze persoon begon.")),
        column(
            "propensity",
            Kind::F64,
            "standard deviations",
            text("Propensity to trust people in general.", "Algemene neiging om mensen te vertrouwen."),
        ),
    ];
    columns.extend(per_referent(
        "trust",
        "answer 1 to 5",
        [
            text("Answer: trust in colleagues.", "Antwoord: vertrouwen in collega's."),
            text("Answer: trust in the leader.", "Antwoord: vertrouwen in de leidinggevende."),
            text("Answer: trust in top management.", "Antwoord: vertrouwen in het topmanagement."),
        ],
    ));
    columns.extend(per_referent(
        "latent_trust",
        "0 to 1",
        [
            text(
                "Chance of trusting a colleague, as the person really feels it.",
                "Kans om een collega te vertrouwen, zoals de persoon het echt voelt.",
            ),
            text(
                "Chance of trusting the leader, as the person really feels it.",
                "Kans om de leidinggevende te vertrouwen, zoals de persoon het echt voelt.",
            ),
            text(
                "Chance of trusting top management, as the person really feels it.",
                "Kans om het topmanagement te vertrouwen, zoals de persoon het echt voelt.",
            ),
        ],
    ));
    let answer = text(
        "The person's own answer on that day to the questions about what the column names.",
        "Het eigen antwoord van de persoon op die dag op de vragen over wat de kolom noemt.",
    );
    columns.extend(ATTITUDES.iter().map(|attitude| column(*attitude, Kind::F64, "answer 1 to 5", answer)));
    columns.extend([
        column(
            "performance_rated",
            Kind::F64,
            "rating 1 to 5",
            text("Performance as the supervisor rates it.", "Prestatie volgens de beoordelaar."),
        ),
        column(
            "counterproductive_acts",
            Kind::U32,
            "acts",
            text("Counterproductive acts by this person so far.", "Tegenwerkende gedragingen van deze persoon tot nu toe."),
        ),
        column(
            "exit_day",
            Kind::U32,
            "working days",
            text(
                "The day on which this person leaves, later in the run; missing for who is still there at the end.",
                "De dag waarop deze persoon vertrekt, later in de simulatie; ontbreekt voor wie er aan het einde nog is.",
            ),
        ),
        column(
            "exit_reason",
            Kind::Str,
            "-",
            text(
                "`voluntary`, `involuntary` or `scheduled`; missing for who is still there at the end.",
                "`voluntary` (vrijwillig), `involuntary` (onvrijwillig) of `scheduled` (gepland); ontbreekt voor wie er aan het einde nog is.",
            ),
        ),
    ]);
    Table { name: "survey", columns }
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile, arm: &str, turn: Turn, life: &Life) -> Result<(), TableError> {
    let arm = file.code(0, arm);
    for answer in &life.survey {
        let row = file
            .row()
            .code(arm)
            .u32(turn.replicate)
            .u32(turn.world)
            .u32(answer.day)
            .u32(answer.seat)
            .u32(answer.generation)
            .u32(answer.team);
        row.word(if answer.leader { "leader" } else { "member" })
            .u32(answer.tenure_days)
            .f32s(&[answer.propensity])
            .f32s(&answer.trust)
            .f32s(&answer.latent_trust)
            .f32s(&answer.attitudes)
            .f32s(&[answer.performance_rated])
            .u32(answer.counterproductive_acts)
            .u32(answer.exit_day)
            .word(EXIT_REASONS.get(answer.exit_reason as usize).copied().unwrap_or_default());
        file.spill()?;
    }
    Ok(())
}
