//! # Situations
//!
//! Findings of experiments and field studies whose situation does not come up in an undisturbed organisation:
//! the patterns (SF), continued.

use super::reasons::NOT_FITTED_AGAIN;
use std::collections::{BTreeMap, BTreeSet};

use super::individual::{colleagues, leader};
use super::patterns::minus;
use crate::observe::{EntryKind, Life};
use crate::scenario::{WEEK, YEAR};
use crate::text::text;
use crate::validation::evidence::{COLLEAGUE, Evidence, answers, average, count, mean_trust};
use crate::validation::statistics::correlation;
use crate::validation::study::Study::{Dormant, Feedback, Hurt, PayCut};
use crate::validation::target::Status::{Secondary, Verified};
use crate::validation::target::Strength::C;
use crate::validation::target::Target;
use crate::validation::target::tenth::{R, TRUST};

/// The ten weeks for which the pay of the published study was cut.
const CUT: (u32, u32) = (YEAR, YEAR + 10 * WEEK);

fn thefts(life: &Life) -> f64 {
    count(life, EntryKind::Theft, CUT.0, CUT.1)
}

/// Everything that is done against the organisation or its people.
fn counterproductive(life: &Life) -> f64 {
    [EntryKind::Rumour, EntryKind::Sabotage, EntryKind::Theft].map(|kind| count(life, kind, CUT.0, CUT.1)).iter().sum()
}

/// The days of a weekly diary, the last 8 weeks before the hassle and the first 8 after it.
const BEFORE: [u32; 8] = [224, 229, 234, 239, 244, 249, 254, 259];
const AFTER: [u32; 8] = [265, 270, 275, 280, 285, 290, 295, 300];

/// Seats of those who were hurt.
fn hurt(life: &Life) -> BTreeSet<u32> {
    let hassles = life.events.iter().filter(|e| e.event == EntryKind::BreachLeader && e.day == YEAR);
    hassles.map(|e| e.other_seat).collect()
}

/// The mean answer on trust in the leader over the days of a diary, for each member: by seat and generation, with the team.
fn diary(life: &Life, days: [u32; 8]) -> BTreeMap<(u32, u32, u32), f64> {
    let mut pages: BTreeMap<(u32, u32, u32), (f64, f64)> = BTreeMap::new();
    for answer in days.iter().flat_map(|&day| answers(life, day)).filter(|answer| leader(answer).is_finite()) {
        let (sum, n) = pages.entry((answer.team, answer.seat, answer.generation)).or_default();
        (*sum, *n) = (*sum + leader(answer), *n + 1.0);
    }
    pages.into_iter().map(|(who, (sum, n))| (who, sum / n)).collect()
}

/// The correlation of one's own change with the mean change of one's teammates, over those whom nobody hurt.
fn linkage(life: &Life, hurt: &BTreeSet<u32>) -> f64 {
    let (before, after) = (diary(life, BEFORE), diary(life, AFTER));
    let changes: Vec<(u32, u32, f64)> = after.iter().filter_map(|(who, after)| Some((who.0, who.1, after - before.get(who)?))).collect();
    let mut teams: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for (team, _, change) in &changes {
        let (sum, n) = teams.entry(*team).or_default();
        (*sum, *n) = (*sum + change, *n + 1.0);
    }
    let others = |team: &u32, own: f64| (teams[team].0 - own) / (teams[team].1 - 1.0);
    correlation(changes.iter().filter(|(_, seat, _)| !hurt.contains(seat)).map(|(team, _, own)| (*own, others(team, *own))))
}

/// What trust in colleagues comes to in three years without contact: a share of what it was on the first day.
fn kept(e: &Evidence, value: impl Fn(&Life, u32) -> f64) -> Vec<f64> {
    e.lives().iter().map(|life| value(life, 3 * YEAR) / value(life, 1)).collect()
}

#[rustfmt::skip]
pub(super) const TARGETS: &[Target] = &[
    Target::found("SF-37a", C, Verified, "Greenberg 1990", "significantly higher", text("A pay cut makes people steal", "Een loonverlaging zet aan tot diefstal"))
        .above(0.0)
        .of_size(0.2)
        .by(PayCut, text("thefts in the ten weeks of an unexplained cut, less those without a cut", "diefstallen in de tien weken van een verlaging zonder uitleg, min die zonder verlaging"), |e| e.difference("unexplained", "unchanged", thefts)),
    Target::found("SF-37b", C, Verified, "Greenberg 1990", "reduced", text("Less so when it is explained", "Minder als ze uitgelegd wordt"))
        .above(0.0)
        .of_size(0.2)
        .by(PayCut, text("thefts in the same weeks: unexplained less explained", "diefstallen in dezelfde weken: zonder min met uitleg"), |e| e.difference("unexplained", "explained", thefts)),
    Target::found("SF-38", C, Verified, "Skarlicki & Folger 1997", "interaction, n = 240", text("A loss is retaliated where decisions are unfair", "Een verlies wordt vergolden waar beslissingen oneerlijk zijn"))
        .above(0.0)
        .of_size(1.0)
        .by(PayCut, text("counterproductive acts that the cut adds in ten weeks, in organisations with unfair decisions less those with fair ones", "tegenwerkende daden die de verlaging in tien weken toevoegt, in organisaties met oneerlijke min die met eerlijke beslissingen"), |e| minus(e.difference("unfair-cut", "unfair", counterproductive), e.difference("fair-cut", "fair", counterproductive))),
    Target::found("SF-39", C, Verified, "Fetchenhauer & Dunning 2010", "less cynical, n = 120", text("Who only sees whom they trusted stays too wary", "Wie enkel ziet wie men vertrouwde, blijft te wantrouwig"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Feedback, text("trust in colleagues half a year after a start below what they deserve: shown whatever one dares, less shown by one's own choice", "vertrouwen in collega's een half jaar na een start onder wat ze verdienen: getoond wat men ook aandurft, min naar eigen keuze"), |e| e.difference("always", "own-choice", |life| mean_trust(life, YEAR / 2, COLLEAGUE))),
    Target::found("SF-40a", C, Secondary, "Levin, Walter & Murnighan 2011", "93 %", text("Trust after three years without contact", "Vertrouwen na drie jaar zonder contact"))
        .within(0.88, 0.98)
        .by(Dormant, text("answer on trust in colleagues, over that on the first day", "antwoord op vertrouwen in collega's, gedeeld door dat op de eerste dag"), |e| kept(e, |life, day| average(life, day, colleagues))),
    Target::found("SF-40b", C, Secondary, "Levin, Walter & Murnighan 2011", "below 100 %", text("Without contact, trust fades", "Zonder contact vervaagt vertrouwen"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Dormant, text("one less that share, trust brought to 0 to 1", "één min dat aandeel, met vertrouwen van 0 tot 1"), |e| kept(e, |life, day| mean_trust(life, day, COLLEAGUE)).into_iter().map(|kept| 1.0 - kept).collect()),
    Target::found("SF-41", C, Verified, "Totterdell et al. 1998", "positive, beyond shared hassles", text("Moods in a team go together", "Stemmingen in een team gaan samen"))
        .above(0.0)
        .of_size(R)
        .by(Hurt, text("r of one's own change of trust in the leader with that of one's teammates, weekly diaries of 8 weeks before and after one of the team was hurt unseen, over all others; less the same r in the same teams with nobody hurt, which takes out what they share", "r van de eigen verandering van vertrouwen in de leidinggevende met die van teamgenoten, wekelijkse dagboeken van 8 weken voor en na iemand in het team ongezien gekwetst werd, over alle anderen; min dezelfde r in dezelfde teams zonder gekwetste, wat wegneemt wat ze delen"), |e| e.pairs("hurt", "none", |hurt_one, none| { let hurt = hurt(hurt_one); linkage(hurt_one, &hurt) - linkage(none, &hurt) }))
        .misses(NOT_FITTED_AGAIN),
];
