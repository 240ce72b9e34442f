//! # `survey`: what people answer
//!
//! One row per arm, replicate, world, survey day and person.

use super::declaration::Declaration;
use crate::observe::{ATTITUDES, Answer, EXIT_REASONS};
use crate::text::{Text, text};
use crate::theory::practice::PRACTICE_ROWS;

/// The unit of what is asked.
const ANSWER: &str = "answer 1 to 5";

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<Answer> {
    let attitude = text(
        "The person's own answer on that day to the questions about what the column names.",
        "Het eigen antwoord van de persoon op die dag op de vragen over wat de kolom noemt.",
    );
    let table = Declaration::named("survey").key().day(|row: &Answer| row.day)
        .column("seat", "-", |row| row.seat, "Seat, counted over the organisation from 0.", "Stoel, geteld over de hele organisatie, vanaf 0.")
        .column("generation", "-", |row| row.generation, "Which holder of the seat, from 1: one more after each departure.", "De hoeveelste op die stoel, vanaf 1: één meer na elk vertrek.")
        .team(|row| row.team)
        .choice("role", ["leader", "member"], |row| Some(usize::from(!row.leader)), "`leader` or `member`.", "`leader` (leidinggevende) of `member` (teamlid).")
        .column("tenure_days", "working days", |row| row.tenure_days, "Time since this person started.", "Tijd sinds deze persoon begon.")
        .column("propensity", "standard deviations", |row| row.propensity, "Propensity to trust people in general.", "Algemene neiging om mensen te vertrouwen.")
        .per_referent("trust", ANSWER, |row| row.trust, [
            text("Answer: trust in colleagues.", "Antwoord: vertrouwen in collega's."),
            text("Answer: trust in the leader.", "Antwoord: vertrouwen in de leidinggevende."),
            text("Answer: trust in top management.", "Antwoord: vertrouwen in het topmanagement."),
        ])
        .per_referent("latent_trust", "0 to 1", |row| row.latent_trust, [
            text("Chance of trusting a colleague, as the person really feels it.", "Kans om een collega te vertrouwen, zoals de persoon het echt voelt."),
            text("Chance of trusting the leader, as the person really feels it.", "Kans om de leidinggevende te vertrouwen, zoals de persoon het echt voelt."),
            text("Chance of trusting top management, as the person really feels it.", "Kans om het topmanagement te vertrouwen, zoals de persoon het echt voelt."),
        ])
        .columns(ATTITUDES.map(|key| (key, ANSWER, attitude)), |row, at| row.attitudes[at])
        .column("performance_rated", "rating 1 to 5", |row| row.performance_rated, "Performance as the supervisor rates it.", "Prestatie volgens de beoordelaar.")
        .column("counterproductive_acts", "acts", |row| row.counterproductive_acts, "Counterproductive acts by this person so far.", "Tegenwerkende gedragingen van deze persoon tot nu toe.")
        .column("exit_day", "working days", |row| row.exit_day, "The day on which this person leaves, later in the run; missing for who is still there at the end.", "De dag waarop deze persoon vertrekt, later in de simulatie; ontbreekt voor wie er aan het einde nog is.")
        .choice("exit_reason", EXIT_REASONS.into_iter().skip(1), |row| usize::from(row.exit_reason).checked_sub(1),
            "`voluntary`, `involuntary` or `scheduled`; missing for who is still there at the end.",
            "`voluntary` (vrijwillig), `involuntary` (onvrijwillig) of `scheduled` (gepland); ontbreekt voor wie er aan het einde nog is.");
    let facets = |table: Declaration<Answer>, (facet, (key, meanings))| table.per_referent(key, ANSWER, move |row| row.facets[facet], meanings);
    FACETS.into_iter().enumerate().fold(table, facets)
        .columns(PRACTICE_ROWS.iter().zip(SEEN).map(|(practice, meaning)| (format!("seen_{}", practice.key), ANSWER, meaning)), |row, at| row.seen.0[at])
        .column("trust_employer", ANSWER, |row| row.trust_employer,
            "Answer: trust in the employer as an institution, of top management and of the practices as this person sees them.",
            "Antwoord: vertrouwen in de werkgever als instelling, uit het topmanagement en de praktijken zoals deze persoon ze ziet.")
        .column("perceived_breach", ANSWER, |row| row.perceived_breach,
            "Answer: how far the leader or top management has broken trust, by the deepest damage of the two that is still felt.",
            "Antwoord: hoezeer de leidinggevende of het topmanagement het vertrouwen gebroken heeft, naar de diepste van beider schade die nog gevoeld wordt.")
        .column("felt_trust", ANSWER, |row| row.felt_trust,
            "Answer: how far this person feels trusted by the leader; missing for leaders and where there is no leader.",
            "Antwoord: hoezeer deze persoon zich door de leidinggevende vertrouwd voelt; ontbreekt voor leidinggevenden en waar er geen is.")
        .column("estimated_trust", ANSWER, |row| row.estimated_trust,
            "Answer of a leader: how far the members of the team trust this leader, as the leader thinks; missing for members.",
            "Antwoord van een leidinggevende: hoezeer de teamleden deze leidinggevende vertrouwen, naar eigen schatting; ontbreekt voor teamleden.")
}

/// The facets, in the order of the record, and what is asked about each: of colleagues, the leader, top management.
#[rustfmt::skip]
const FACETS: [(&str, [Text; 3]); 4] = [
    ("competence", [
        text("Answer: how competent colleagues are, on average.", "Antwoord: hoe bekwaam collega's gemiddeld zijn."),
        text("Answer: how competent the leader is.", "Antwoord: hoe bekwaam de leidinggevende is."),
        text("Answer: how competent top management is.", "Antwoord: hoe bekwaam het topmanagement is."),
    ]),
    ("reliability", [
        text("Answer: how reliable colleagues are, on average.", "Antwoord: hoe betrouwbaar collega's gemiddeld zijn."),
        text("Answer: how reliable the leader is.", "Antwoord: hoe betrouwbaar de leidinggevende is."),
        text("Answer: how reliable top management is.", "Antwoord: hoe betrouwbaar het topmanagement is."),
    ]),
    ("intentions", [
        text("Answer: how good the intentions of colleagues are, on average.", "Antwoord: hoe goed de bedoelingen van collega's gemiddeld zijn."),
        text("Answer: how good the leader's intentions are.", "Antwoord: hoe goed de bedoelingen van de leidinggevende zijn."),
        text("Answer: how good top management's intentions are.", "Antwoord: hoe goed de bedoelingen van het topmanagement zijn."),
    ]),
    ("honesty", [
        text("Answer: how honest colleagues are, on average.", "Antwoord: hoe eerlijk collega's gemiddeld zijn."),
        text("Answer: how honest the leader is.", "Antwoord: hoe eerlijk de leidinggevende is."),
        text("Answer: how honest top management is.", "Antwoord: hoe eerlijk het topmanagement is."),
    ]),
];

/// What is asked about each practice, in the order of [`PRACTICE_ROWS`].
#[rustfmt::skip]
const SEEN: [Text; 6] = [
    text("Answer: how fair and transparent decisions are here, as this person sees it.", "Antwoord: hoe eerlijk en transparant beslissingen hier zijn, zoals deze persoon het ziet."),
    text("Answer: how far vision and language are shared here, as this person sees it.", "Antwoord: hoezeer visie en taal hier gedeeld worden, zoals deze persoon het ziet."),
    text("Answer: how far people are held accountable for trustworthy behaviour here, as this person sees it.", "Antwoord: hoezeer mensen hier op betrouwbaar gedrag aangesproken worden, zoals deze persoon het ziet."),
    text("Answer: how clear goals and direction are here, as this person sees it.", "Antwoord: hoe helder doelen en richting hier zijn, zoals deze persoon het ziet."),
    text("Answer: how much people may decide for themselves here, as this person sees it.", "Antwoord: hoeveel mensen hier zelf mogen beslissen, zoals deze persoon het ziet."),
    text("Answer: how much is lastingly invested in well-being here, as this person sees it.", "Antwoord: hoeveel hier blijvend in welzijn geïnvesteerd wordt, zoals deze persoon het ziet."),
];
