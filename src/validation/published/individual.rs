//! # Trust and outcomes of the individual

use super::reasons::{NOT_FITTED_AGAIN, TOO_SMALL};
use super::wave::{END, FIRST, SECOND};
use crate::analysis::quantile::mean;
use crate::observe::{Answer, Life};
use crate::text::text;
use crate::validation::evidence::{
    COLLEAGUE, Evidence, LEADER, TOP, answers, attitude, leadership, mean_trust, quits_within_a_year, series, trust,
};
use crate::validation::statistics::{correlation, jackknife, partial};
use crate::validation::study::Study::{Baseline, Organisations};
use crate::validation::target::Status::{Derived, Memory, Secondary, Verified};
use crate::validation::target::Strength::{A, B};
use crate::validation::target::Target;
use crate::validation::target::tenth::R;

/// The correlation of two answers over the people of one organisation, after three years.
pub(super) fn r(life: &Life, x: impl Fn(&Answer) -> f64, y: impl Fn(&Answer) -> f64) -> f64 {
    correlation(answers(life, FIRST).map(|answer| (x(answer), y(answer))))
}

pub(super) fn each(e: &Evidence, x: impl Fn(&Answer) -> f64, y: impl Fn(&Answer) -> f64) -> Vec<f64> {
    e.lives().iter().map(|life| r(life, &x, &y)).collect()
}

pub(super) fn leader(answer: &Answer) -> f64 {
    trust(answer, LEADER)
}

pub(super) fn top(answer: &Answer) -> f64 {
    trust(answer, TOP)
}

pub(super) fn colleagues(answer: &Answer) -> f64 {
    trust(answer, COLLEAGUE)
}

pub(super) fn rated(answer: &Answer) -> f64 {
    f64::from(answer.performance_rated)
}

/// An attitude by its column.
macro_rules! of {
    ($name:literal) => {
        |answer: &Answer| attitude(answer, $name)
    };
}
pub(super) use of;

/// Trust now with performance as rated half a year later by somebody else, over those still there.
pub(super) fn lagged(life: &Life) -> f64 {
    let later: std::collections::BTreeMap<(u32, u32), f64> =
        answers(life, SECOND).map(|answer| ((answer.seat, answer.generation), rated(answer))).collect();
    correlation(answers(life, FIRST).filter_map(|answer| Some((leadership(answer), *later.get(&(answer.seat, answer.generation))?))))
}

/// Acts of others seen per head in the fourth year, trust in colleagues at its start, and mean headcount: an empty chair is met
/// by nobody.
fn contacts(life: &Life) -> (f64, f64, f64) {
    let seen = |day| series(life, "acts_good", day) + series(life, "acts_bad", day);
    let months: Vec<f64> = life.days.iter().filter(|day| (FIRST..END).contains(day)).map(|&day| series(life, "headcount", day)).collect();
    let heads = mean(&months);
    ((seen(END) - seen(FIRST)) / heads, mean_trust(life, FIRST, COLLEAGUE), heads)
}

/// The correlation over organisations that differ in their practices of trust with contact, headcount held constant.
fn dares(e: &Evidence) -> Vec<f64> {
    let rows: Vec<(f64, f64, f64)> = e.all_lives().map(contacts).collect();
    jackknife(rows.len(), |kept| partial(&kept.map(|i| rows[i]).collect::<Vec<_>>()))
}

#[rustfmt::skip]
pub(super) const TARGETS: &[Target] = &[
    Target::found("VT-20", A, Verified, "Dirks & Ferrin 2002", "r = .16, k = 21", text("Trust in leadership and performance", "Vertrouwen in de leiding en prestatie"))
        .within(0.08, 0.24)
        .by(Baseline, text("r over people of trust in leader and top (mean) with own performance, same survey", "r over mensen van vertrouwen in leidinggevende en top (gemiddeld) met eigen prestatie, zelfde enquête"), |e| each(e, leadership, of!("performance"))),
    Target::found("VT-21", A, Verified, "Legood et al. 2021", "r = .26, k = 53", text("Trust in the leader and performance rated by others", "Vertrouwen in de leidinggevende en prestatie volgens anderen"))
        .within(0.14, 0.35)
        .by(Baseline, text("r of trust in the leader with the supervisor's rating", "r van vertrouwen in de leidinggevende met de beoordeling"), |e| each(e, leader, rated))
        .misses(NOT_FITTED_AGAIN),
    Target::found("VT-22", A, Verified, "Dirks & Ferrin 2002", "r = .11 to .22", text("Trust in leadership and helping", "Vertrouwen in de leiding en hulpgedrag"))
        .within(0.10, 0.30)
        .by(Baseline, text("r with helping", "r met hulpgedrag"), |e| each(e, leadership, of!("helping"))),
    Target::found("VT-23", A, Verified, "Legood et al. 2021", "r = .30, k = 39", text("Trust in the leader and helping rated by others", "Vertrouwen in de leidinggevende en hulpgedrag volgens anderen"))
        .not_testable(text("only performance is rated by somebody else", "alleen prestatie wordt door een ander beoordeeld")),
    Target::found("VT-24", A, Verified, "Dirks & Ferrin 2002", "r = -.40, k = 17", text("Trust in leadership and quit intention", "Vertrouwen in de leiding en vertrekintentie"))
        .within(-0.50, -0.30)
        .by(Baseline, text("r with quit intention", "r met vertrekintentie"), |e| each(e, leadership, of!("quit_intention"))),
    Target::found("VT-25", A, Verified, "Dirks & Ferrin 2002", "r = .49, k = 40", text("Trust in leadership and commitment", "Vertrouwen in de leiding en binding"))
        .within(0.40, 0.60)
        .by(Baseline, text("r with commitment", "r met binding"), |e| each(e, leadership, of!("commitment"))),
    Target::found("VT-26", A, Verified, "Dirks & Ferrin 2002", "r = .51, k = 34", text("Trust in leadership and satisfaction", "Vertrouwen in de leiding en tevredenheid"))
        .within(0.42, 0.60)
        .by(Baseline, text("r with satisfaction", "r met tevredenheid"), |e| each(e, leadership, of!("satisfaction"))),
    Target::found("VT-27", B, Verified, "Dirks & Ferrin 2002", "r = .35 and .24", text("Trust and belief in information, commitment to decisions", "Vertrouwen en geloof in informatie, instemming met beslissingen"))
        .not_testable(text("the survey asks neither", "de enquête vraagt geen van beide")),
    Target::found("VT-28a", A, Verified, "Dirks & Ferrin 2002", "r = .17, k = 18", text("Direct leader: performance", "Directe leidinggevende: prestatie"))
        .within(0.09, 0.25)
        .by(Baseline, text("r of trust in the leader with performance", "r van vertrouwen in de leidinggevende met prestatie"), |e| each(e, leader, of!("performance"))),
    Target::found("VT-28b", A, Verified, "Dirks & Ferrin 2002", "r = .22", text("Direct leader: altruism", "Directe leidinggevende: altruïsme"))
        .within(0.14, 0.30)
        .by(Baseline, text("r with helping", "r met hulpgedrag"), |e| each(e, leader, of!("helping"))),
    Target::found("VT-28c", A, Verified, "Dirks & Ferrin 2002", "r = -.38", text("Direct leader: quit intention", "Directe leidinggevende: vertrekintentie"))
        .within(-0.46, -0.30)
        .by(Baseline, text("r with quit intention", "r met vertrekintentie"), |e| each(e, leader, of!("quit_intention"))),
    Target::found("VT-28d", A, Verified, "Dirks & Ferrin 2002", "r = .55", text("Direct leader: satisfaction", "Directe leidinggevende: tevredenheid"))
        .within(0.47, 0.63)
        .by(Baseline, text("r with satisfaction", "r met tevredenheid"), |e| each(e, leader, of!("satisfaction"))),
    Target::found("VT-28e", A, Verified, "Dirks & Ferrin 2002", "r = .44", text("Direct leader: commitment", "Directe leidinggevende: binding"))
        .within(0.36, 0.52)
        .by(Baseline, text("r with commitment", "r met binding"), |e| each(e, leader, of!("commitment"))),
    Target::found("VT-29a", B, Verified, "Dirks & Ferrin 2002", "r = .00, k = 3", text("Top management: performance", "Topmanagement: prestatie"))
        .within(-0.08, 0.08)
        .by(Baseline, text("r of trust in top management with performance", "r van vertrouwen in het topmanagement met prestatie"), |e| each(e, top, of!("performance"))),
    Target::found("VT-29b", B, Verified, "Dirks & Ferrin 2002", "r = .07", text("Top management: altruism", "Topmanagement: altruïsme"))
        .within(-0.01, 0.15)
        .by(Baseline, text("r with helping", "r met hulpgedrag"), |e| each(e, top, of!("helping"))),
    Target::found("VT-29c", B, Verified, "Dirks & Ferrin 2002", "r = -.41", text("Top management: quit intention", "Topmanagement: vertrekintentie"))
        .within(-0.49, -0.33)
        .by(Baseline, text("r with quit intention", "r met vertrekintentie"), |e| each(e, top, of!("quit_intention")))
        .misses(text("not fitted again since acquaintance builds trust and people differ as questionnaires find", "niet opnieuw gefit sinds omgang vertrouwen opbouwt en mensen verschillen zoals vragenlijsten vinden")),
    Target::found("VT-29d", B, Verified, "Dirks & Ferrin 2002", "r = .48", text("Top management: satisfaction", "Topmanagement: tevredenheid"))
        .within(0.40, 0.56)
        .by(Baseline, text("r with satisfaction", "r met tevredenheid"), |e| each(e, top, of!("satisfaction"))),
    Target::found("VT-29e", B, Verified, "Dirks & Ferrin 2002", "r = .57", text("Top management: commitment", "Topmanagement: binding"))
        .within(0.49, 0.65)
        .by(Baseline, text("r with commitment", "r met binding"), |e| each(e, top, of!("commitment"))),
    Target::found("VT-30", A, Verified, "Dirks & Ferrin 2002", "r = .38, k = 6", text("Trust in the leader and in top management", "Vertrouwen in de leidinggevende en in het topmanagement"))
        .within(0.28, 0.50)
        .by(Baseline, text("r of the two answers", "r van beide antwoorden"), |e| each(e, leader, top)),
    Target::found("VT-31", A, Verified, "Dirks & Ferrin 2002", "r = .46 to .72", text("Perceived practices and trust in leadership", "Ervaren praktijken en vertrouwen in de leiding"))
        .within(0.46, 0.72)
        .by(Baseline, text("r of the mean of the six practices as they are seen with trust in leadership", "r van het gemiddelde van de zes praktijken zoals ze ervaren worden met vertrouwen in de leiding"), |e| each(e, leadership, |a| a.seen.iter().map(|seen| f64::from(*seen)).sum::<f64>() / 6.0))
        .misses(text("within one organisation all see much the same practices; the studies compare people of many organisations", "binnen één organisatie ziet iedereen ongeveer dezelfde praktijken; de studies vergelijken mensen uit veel organisaties")),
    Target::found("VT-35", A, Memory, "Colquitt, Scott & LePine 2007", "rho = .67, .63, .62", text("Ability, benevolence and integrity each count", "Bekwaamheid, welwillendheid en integriteit tellen elk"))
        .within(0.50, 0.80)
        .by(Baseline, text("the smallest r of trust in the leader with what is answered of the leader's competence, intentions and honesty", "de kleinste r van vertrouwen in de leidinggevende met wat geantwoord wordt over bekwaamheid, bedoelingen en eerlijkheid"), |e| e.lives().iter().map(|life| [0, 2, 3].map(|facet: usize| r(life, leader, |a| f64::from(a.facets[facet][LEADER]))).into_iter().fold(f64::INFINITY, f64::min)).collect()),
    Target::found("VT-36a", A, Memory, "Colquitt, Scott & LePine 2007", "rho = .33", text("Trust in leadership and task performance", "Vertrouwen in de leiding en taakprestatie"))
        .within(0.15, 0.40)
        .by(Baseline, text("r with performance as rated", "r met beoordeelde prestatie"), |e| each(e, leadership, rated))
        .misses(NOT_FITTED_AGAIN),
    Target::found("VT-36b", A, Memory, "Colquitt, Scott & LePine 2007", "rho = -.33", text("Trust and counterproductive behaviour", "Vertrouwen en contraproductief gedrag"))
        .within(-0.45, -0.20)
        .by(Baseline, text("r with counterproductive acts so far", "r met contraproductieve handelingen tot nu toe"), |e| each(e, leadership, |a| f64::from(a.counterproductive_acts)))
        .misses(NOT_FITTED_AGAIN),
    Target::found("VT-36c", B, Secondary, "Thau et al. 2007", "negative, three studies", text("Who trusts strikes back less", "Wie vertrouwt, slaat minder terug"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("minus r of trust in leadership with counterproductive acts so far; the size is VT-36b", "min r van vertrouwen in de leiding met tegenwerkende daden tot nu toe; de grootte is VT-36b"), |e| each(e, leadership, |a| f64::from(a.counterproductive_acts)).into_iter().map(|r| -r).collect())
        .misses(TOO_SMALL),
    Target::found("VT-36d", A, Derived, "Colquitt, Scott & LePine 2007", "related, 132 samples", text("Who trusts takes risks", "Wie vertrouwt, neemt risico"))
        .above(0.0)
        .of_size(R)
        .by(Organisations, text("partial r over organisations of trust in colleagues with contacts per head in the year after, headcount constant: the nearest that is counted to acts of trust", "partiële r over organisaties van vertrouwen in collega's met contacten per hoofd in het jaar erna, bij gelijke bezetting: het naaste aan daden van vertrouwen dat geteld wordt"), dares),
    Target::found("VT-38", A, Secondary, "Griffeth, Hom & Gaertner 2000", "rho = .38", text("Quit intention and turnover", "Vertrekintentie en verloop"))
        .within(0.28, 0.45)
        .by(Baseline, text("point-biserial r of intention with quitting within a year", "puntbiseriële r van intentie met ontslag binnen het jaar"), |e| each(e, of!("quit_intention"), quits_within_a_year))
        .misses(NOT_FITTED_AGAIN),
    Target::found("VT-39a", A, Secondary, "Rubenstein et al. 2018", "-.28", text("Satisfaction and turnover", "Tevredenheid en verloop"))
        .within(-0.38, -0.18)
        .by(Baseline, text("r of satisfaction with quitting within a year", "r van tevredenheid met ontslag binnen het jaar"), |e| each(e, of!("satisfaction"), quits_within_a_year))
        .misses(NOT_FITTED_AGAIN),
    Target::found("VT-39b", A, Secondary, "Rubenstein et al. 2018", "-.24", text("Leadership and turnover", "Leiding en verloop"))
        .within(-0.34, -0.14)
        .by(Baseline, text("r of trust in the leader with quitting within a year", "r van vertrouwen in de leidinggevende met ontslag binnen het jaar"), |e| each(e, leader, quits_within_a_year)),
    Target::found("VT-39c", A, Secondary, "Rubenstein et al. 2018", "-.14", text("Peer relations and turnover", "Relaties met collega's en verloop"))
        .within(-0.24, -0.04)
        .by(Baseline, text("r of trust in colleagues with quitting within a year", "r van vertrouwen in collega's met ontslag binnen het jaar"), |e| each(e, colleagues, quits_within_a_year)),
    Target::found("VT-39d", A, Secondary, "Rubenstein et al. 2018", "+.21", text("Stress and turnover", "Stress en verloop"))
        .within(0.11, 0.31)
        .by(Baseline, text("r of strain with quitting within a year", "r van spanning met ontslag binnen het jaar"), |e| each(e, of!("strain"), quits_within_a_year)),
    Target::found("VT-39e", A, Secondary, "Rubenstein et al. 2018", "-.20 to -.27", text("Tenure and turnover", "Anciënniteit en verloop"))
        .within(-0.37, -0.10)
        .by(Baseline, text("r of tenure with quitting within a year", "r van anciënniteit met ontslag binnen het jaar"), |e| each(e, |a| f64::from(a.tenure_days), quits_within_a_year)),
    Target::found("VT-40a", A, Verified, "Özkan et al., US studies", "r = -.52", text("Satisfaction and quit intention", "Tevredenheid en vertrekintentie"))
        .within(-0.60, -0.40)
        .by(Baseline, text("r of the two answers", "r van beide antwoorden"), |e| each(e, of!("satisfaction"), of!("quit_intention"))),
    Target::found("VT-40b", A, Verified, "Özkan et al., US studies", "r = -.52", text("Commitment and quit intention", "Binding en vertrekintentie"))
        .within(-0.60, -0.40)
        .by(Baseline, text("r of the two answers", "r van beide antwoorden"), |e| each(e, of!("commitment"), of!("quit_intention"))),
    Target::found("VT-42", A, Verified, "Topa et al. 2008", "r = -.35", text("Perceived breach and outcomes", "Ervaren vertrouwensbreuk en uitkomsten"))
        .within(-0.45, -0.25)
        .by(Baseline, text("r of the perceived breach with satisfaction", "r van de ervaren vertrouwensbreuk met tevredenheid"), |e| each(e, |a| f64::from(a.perceived_breach), of!("satisfaction")))
        .misses(text("in an ordinary organisation a perceived breach is rare and small; the studies ask about all that was promised", "in een gewone organisatie is een ervaren vertrouwensbreuk zeldzaam en klein; de studies vragen naar alles wat beloofd werd")),
    Target::found("VT-44", B, Memory, "no meta-analysis found", "negative", text("Trust in the leader and strain", "Vertrouwen in de leidinggevende en spanning"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("minus r of the two answers", "min r van beide antwoorden"), |e| e.lives().iter().map(|life| -r(life, leader, of!("strain"))).collect()),
    Target::found("VT-45", A, Verified, "meta-analyses of 72 studies", "positive", text("Trust in colleagues and sharing of knowledge", "Vertrouwen in collega's en kennis delen"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("r of the two answers", "r van beide antwoorden"), |e| each(e, colleagues, of!("knowledge_sharing"))),
];
