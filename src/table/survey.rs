//! # `survey`: what people answer
//!
//! One row per arm, replicate, world, survey day and person.

use super::column::{Column, Kind, Table};
use super::column::{arm, column, day, per_referent, replicate, team, world};
use super::error::TableError;
use super::file::TableFile;
use crate::ensemble::world::Turn;
use crate::observe::{ATTITUDES, EXIT_REASONS, Life};
use crate::text::{Text, text};
use crate::theory::practice::PRACTICE_ROWS;

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
    columns.extend(asked_beyond());
    Table { name: "survey", columns }
}

/// What is asked beyond trust and outcomes.
fn asked_beyond() -> Vec<Column> {
    let mut columns = Vec::new();
    for (key, [colleague, leader, top]) in FACETS {
        columns.extend(per_referent(key, ANSWER, [colleague, leader, top]));
    }
    columns.extend(
        PRACTICE_ROWS.iter().zip(SEEN).map(|(practice, meaning)| column(format!("seen_{}", practice.key), Kind::F64, ANSWER, meaning)),
    );
    columns.extend([
        column(
            "trust_employer",
            Kind::F64,
            ANSWER,
            text(
                "Answer: trust in the employer as an institution, of top management and of the practices as this person sees them.",
                "Antwoord: vertrouwen in de werkgever als instelling, uit het topmanagement en de praktijken zoals deze persoon ze ziet.",
            ),
        ),
        column(
            "perceived_breach",
            Kind::F64,
            ANSWER,
            text(
                "Answer: how far the leader or top management has broken trust, by the deepest damage of the two that is still felt.",
                "Antwoord: hoezeer de leidinggevende of het topmanagement het vertrouwen gebroken heeft, naar de diepste van beider schade die nog gevoeld wordt.",
            ),
        ),
        column(
            "felt_trust",
            Kind::F64,
            ANSWER,
            text(
                "Answer: how far this person feels trusted by the leader; missing for leaders and where there is no leader.",
                "Antwoord: hoezeer deze persoon zich door de leidinggevende vertrouwd voelt; ontbreekt voor leidinggevenden en waar er geen is.",
            ),
        ),
        column(
            "estimated_trust",
            Kind::F64,
            ANSWER,
            text(
                "Answer of a leader: how far the members of the team trust this leader, as the leader thinks; missing for members.",
                "Antwoord van een leidinggevende: hoezeer de teamleden deze leidinggevende vertrouwen, naar eigen schatting; ontbreekt voor teamleden.",
            ),
        ),
    ]);
    columns
}

/// The unit of what is asked.
const ANSWER: &str = "answer 1 to 5";

/// The facets, in the order of the record, and what is asked about each: of colleagues, the leader, top management.
const FACETS: [(&str, [Text; 3]); 4] = [
    (
        "competence",
        [
            text("Answer: how competent colleagues are, on average.", "Antwoord: hoe bekwaam collega's gemiddeld zijn."),
            text("Answer: how competent the leader is.", "Antwoord: hoe bekwaam de leidinggevende is."),
            text("Answer: how competent top management is.", "Antwoord: hoe bekwaam het topmanagement is."),
        ],
    ),
    (
        "reliability",
        [
            text("Answer: how reliable colleagues are, on average.", "Antwoord: hoe betrouwbaar collega's gemiddeld zijn."),
            text("Answer: how reliable the leader is.", "Antwoord: hoe betrouwbaar de leidinggevende is."),
            text("Answer: how reliable top management is.", "Antwoord: hoe betrouwbaar het topmanagement is."),
        ],
    ),
    (
        "intentions",
        [
            text(
                "Answer: how good the intentions of colleagues are, on average.",
                "Antwoord: hoe goed de bedoelingen van collega's gemiddeld zijn.",
            ),
            text("Answer: how good the leader's intentions are.", "Antwoord: hoe goed de bedoelingen van de leidinggevende zijn."),
            text("Answer: how good top management's intentions are.", "Antwoord: hoe goed de bedoelingen van het topmanagement zijn."),
        ],
    ),
    (
        "honesty",
        [
            text("Answer: how honest colleagues are, on average.", "Antwoord: hoe eerlijk collega's gemiddeld zijn."),
            text("Answer: how honest the leader is.", "Antwoord: hoe eerlijk de leidinggevende is."),
            text("Answer: how honest top management is.", "Antwoord: hoe eerlijk het topmanagement is."),
        ],
    ),
];

/// What is asked about each practice, in the order of [`PRACTICE_ROWS`].
const SEEN: [Text; 6] = [
    text(
        "Answer: how fair and transparent decisions are here, as this person sees it.",
        "Antwoord: hoe eerlijk en transparant beslissingen hier zijn, zoals deze persoon het ziet.",
    ),
    text(
        "Answer: how far vision and language are shared here, as this person sees it.",
        "Antwoord: hoezeer visie en taal hier gedeeld worden, zoals deze persoon het ziet.",
    ),
    text(
        "Answer: how far people are held accountable for trustworthy behaviour here, as this person sees it.",
        "Antwoord: hoezeer mensen hier op betrouwbaar gedrag aangesproken worden, zoals deze persoon het ziet.",
    ),
    text(
        "Answer: how clear goals and direction are here, as this person sees it.",
        "Antwoord: hoe helder doelen en richting hier zijn, zoals deze persoon het ziet.",
    ),
    text(
        "Answer: how much people may decide for themselves here, as this person sees it.",
        "Antwoord: hoeveel mensen hier zelf mogen beslissen, zoals deze persoon het ziet.",
    ),
    text(
        "Answer: how much is lastingly invested in well-being here, as this person sees it.",
        "Antwoord: hoeveel hier blijvend in welzijn geïnvesteerd wordt, zoals deze persoon het ziet.",
    ),
];

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
            .f32s(&answer.trust.0)
            .f32s(&answer.latent_trust.0)
            .f32s(&answer.attitudes)
            .f32s(&[answer.performance_rated])
            .u32(answer.counterproductive_acts)
            .u32(answer.exit_day)
            .word(EXIT_REASONS.get(answer.exit_reason as usize).copied().unwrap_or_default())
            .f32s(answer.facets.map(|facet| facet.0).as_flattened())
            .f32s(&answer.seen.0)
            .f32s(&[answer.trust_employer, answer.perceived_breach, answer.felt_trust, answer.estimated_trust]);
        file.spill()?;
    }
    Ok(())
}
