//! # Organisations and costs

use std::collections::BTreeMap;

use super::wave::END;
use crate::observe::{Entry, EntryKind, Life};
use crate::scenario::{WEEK, YEAR};
use crate::text::text;
use crate::validation::evidence::Evidence;
use crate::validation::statistics::jackknife;
use crate::validation::study::Study::Baseline;
use crate::validation::target::Status::Verified;
use crate::validation::target::Strength::{B, C};
use crate::validation::target::Target;

/// Weeks after an exit: the window in which it is said to be felt, and one in which it is not any more.
const FELT: (u32, u32) = (6, 20);
const LATER: (u32, u32) = (27, 41);

/// Quits in the two windows after each quit of a teammate: the team is its own control.
fn after_exits(life: &Life) -> (f64, f64) {
    let mut by_team: BTreeMap<u32, Vec<&Entry>> = BTreeMap::new();
    for entry in life.events.iter().filter(|entry| entry.event == EntryKind::Quit) {
        by_team.entry(entry.team).or_default().push(entry);
    }
    let (mut felt, mut later) = (0.0, 0.0);
    for quits in by_team.values() {
        for first in quits.iter().filter(|first| first.day + LATER.1 * WEEK <= END && first.day >= YEAR) {
            for other in quits.iter().filter(|other| other.day > first.day) {
                let weeks = (other.day - first.day) / WEEK;
                felt += f64::from(u8::from((FELT.0..FELT.1).contains(&weeks)));
                later += f64::from(u8::from((LATER.0..LATER.1).contains(&weeks)));
            }
        }
    }
    (felt, later)
}

/// How much likelier quits are while a teammate's exit is felt.
fn contagion(e: &Evidence) -> Vec<f64> {
    let counts: Vec<(f64, f64)> = e.lives().iter().map(after_exits).collect();
    jackknife(counts.len(), |kept| {
        let (felt, later) = kept.fold((0.0, 0.0), |(felt, later), i| (felt + counts[i].0, later + counts[i].1));
        felt / later - 1.0
    })
}

#[rustfmt::skip]
pub(super) const TARGETS: &[Target] = &[
    Target::found("VT-61", B, Verified, "Felps et al. 2009", "positive", text("Leaving is contagious", "Vertrekken is besmettelijk"))
        .above(0.0)
        .by(Baseline, text("quits in weeks 6 to 19 after a teammate quit, over those in weeks 27 to 40 in the same team, less one", "ontslagen in week 6 tot 19 na ontslag van een teamgenoot, gedeeld door die in week 27 tot 40 in hetzelfde team, min één"), contagion),
    Target::found("VT-62", C, Verified, "Visier 2022, not peer reviewed", "+9.1 %", text("How much likelier quits are after a teammate's", "Hoeveel meer ontslagen na dat van een teamgenoot"))
        .within(0.05, 0.20)
        .by(Baseline, text("the same figure", "hetzelfde cijfer"), contagion)
        .misses(text("not fitted again since acquaintance builds trust and people differ as questionnaires find", "niet opnieuw gefit sinds omgang vertrouwen opbouwt en mensen verschillen zoals vragenlijsten vinden")),
    Target::found("VT-65", C, Verified, "Boushey & Glynn 2012", "21 % of a yearly salary", text("Cost of replacing somebody", "Kosten om iemand te vervangen"))
        .not_testable(text("it is put in: lost output is not counted twice", "het wordt ingevoerd: verloren output wordt niet dubbel geteld")),
    Target::found("VT-66", C, Verified, "Oxford Economics for Unum 2014", "28 weeks", text("Weeks to full output of a newcomer", "Weken tot volle output van een nieuwkomer"))
        .not_testable(text("it is put in, and output is recorded of teams only", "het wordt ingevoerd, en output wordt alleen van teams vastgelegd")),
];
