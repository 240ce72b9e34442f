//! # Baseline levels

use super::reasons::NOT_FITTED_AGAIN;
use super::wave::{END, FIRST};
use crate::observe::{EntryKind, Life};
use crate::scenario::{Referent, YEAR};
use crate::text::text;
use crate::validation::evidence::{
    COLLEAGUE, Evidence, LEADER, TOP, answers, attitude, average, count, quits_within_a_year, series, trust,
};
use crate::validation::study::Study::{Baseline, UnitedStates};
use crate::validation::target::Status::{Derived, Verified};
use crate::validation::target::Strength::{A, C};
use crate::validation::target::Target;
use crate::validation::target::tenth::ANSWER;

/// The answer at and above which somebody "trusts", agrees, or is counted: the middle of the scale for trust, "agree" for
/// the intention to quit.
const TRUSTS: f64 = 3.0;
const AGREES: f64 = 4.0;

fn share(life: &Life, referent: Referent) -> f64 {
    average(life, FIRST, |answer| at_least(trust(answer, referent), TRUSTS))
}

/// 1 if it reaches the cut, 0 if not, missing if there is no answer.
fn at_least(answer: f64, cut: f64) -> f64 {
    if answer.is_nan() { f64::NAN } else { f64::from(u8::from(answer >= cut)) }
}

/// The spread of trust in a referent over people.
fn spread(life: &Life, referent: Referent) -> f64 {
    let mean = average(life, FIRST, |answer| trust(answer, referent));
    average(life, FIRST, |answer| (trust(answer, referent) - mean).powi(2)).sqrt()
}

fn gap(life: &Life) -> f64 {
    let mean = |referent| average(life, FIRST, |answer| trust(answer, referent));
    let pooled = f64::midpoint(spread(life, COLLEAGUE).powi(2), spread(life, LEADER).powi(2)).sqrt();
    (mean(COLLEAGUE) - mean(LEADER)) / pooled
}

/// People who quit in the last year, per person at work.
fn voluntary(life: &Life) -> f64 {
    count(life, EntryKind::Quit, FIRST, END) / f64::midpoint(series(life, "headcount", FIRST), series(life, "headcount", END))
}

/// The share that quits within a year of those with this tenure, in years.
fn quits_by_tenure(life: &Life, from: u32, to: u32) -> f64 {
    average(
        life,
        FIRST,
        |answer| if (from * YEAR..to * YEAR).contains(&answer.tenure_days) { quits_within_a_year(answer) } else { f64::NAN },
    )
}

fn intends(life: &Life, engagement: impl Fn(f64) -> bool) -> f64 {
    average(life, FIRST, |answer| {
        if engagement(attitude(answer, "engagement")) { at_least(attitude(answer, "quit_intention"), AGREES) } else { f64::NAN }
    })
}

/// Intention among the disengaged third over intention among the engaged third.
fn by_engagement(evidence: &Evidence) -> Vec<f64> {
    evidence
        .lives()
        .iter()
        .map(|life| {
            let mut levels: Vec<f64> = answers(life, FIRST).map(|answer| attitude(answer, "engagement")).collect();
            levels.sort_by(f64::total_cmp);
            let (low, high) = (levels[levels.len() / 3], levels[levels.len() * 2 / 3]);
            intends(life, |level| level < low) / intends(life, |level| level >= high).max(1.0 / levels.len() as f64)
        })
        .collect()
}

/// Of those who joined in the second year: the share that lived through a breach by the own leader or by top management
/// within two years.
fn broken_contracts(life: &Life) -> f64 {
    let joined = |entry: &&crate::observe::Entry| entry.event == EntryKind::Join && (YEAR..2 * YEAR).contains(&entry.day);
    let (mut all, mut broken) = (0.0, 0.0);
    for newcomer in life.events.iter().filter(joined) {
        let until = newcomer.day + 2 * YEAR;
        let leaves = life.events.iter().any(|entry| {
            matches!(entry.event, EntryKind::Quit | EntryKind::InvoluntaryExit | EntryKind::ScheduledExit)
                && (entry.seat, entry.generation) == (newcomer.seat, newcomer.generation)
                && entry.day < until
        });
        if leaves {
            continue;
        }
        let concerns = |entry: &crate::observe::Entry| match entry.event {
            EntryKind::BreachLeader => entry.team == newcomer.team,
            EntryKind::BreachTop => true,
            _ => false,
        };
        all += 1.0;
        broken += f64::from(u8::from(life.events.iter().any(|entry| (newcomer.day..until).contains(&entry.day) && concerns(entry))));
    }
    broken / all
}

#[rustfmt::skip]
pub(super) const TARGETS: &[Target] = &[
    Target::found("VT-01", C, Verified, "Hallelujah/iVox 2021", "66.1 %", text("Belgians who experience trust in and among colleagues", "Belgen die vertrouwen ervaren in en tussen collega's"))
        .within(0.60, 0.72)
        .by(Baseline, text("share of people whose answer on trust in colleagues is at or above the cut, after three years", "aandeel mensen met een antwoord over vertrouwen in collega's op of boven de grens, na drie jaar"), |e| e.lives().iter().map(|life| share(life, COLLEAGUE)).collect()),
    Target::found("VT-02", C, Verified, "Hallelujah/iVox 2021", "48.9 %", text("Belgians who trust their leader", "Belgen die hun leidinggevende vertrouwen"))
        .within(0.43, 0.55)
        .by(Baseline, text("the same for trust in the leader, with the same cut", "hetzelfde voor de leidinggevende, met dezelfde grens"), |e| e.lives().iter().map(|life| share(life, LEADER)).collect()),
    Target::found("VT-03", C, Derived, "Hallelujah/iVox 2021", "0.44 SD", text("Gap between colleagues and leader", "Kloof tussen collega's en leidinggevende"))
        .within(0.30, 0.60)
        .by(Baseline, text("difference of the mean answers in pooled standard deviations", "verschil van de gemiddelde antwoorden in gepoolde standaardafwijkingen"), |e| e.lives().iter().map(gap).collect()),
    Target::found("VT-04", C, Verified, "Hallelujah/iVox 2021; CIPD 2013", "62.2 % against 48.9 %", text("Leaders overrate the trust in them", "Leidinggevenden overschatten het vertrouwen in hen"))
        .within(0.06, 0.20)
        .by(Baseline, text("share of leaders whose own estimate is at or above the cut, less the share of people who trust their leader", "aandeel leidinggevenden met een eigen inschatting op of boven de grens, min het aandeel dat hun leidinggevende vertrouwt"), |e| e.lives().iter().map(|life| average(life, FIRST, |a| at_least(f64::from(a.estimated_trust), TRUSTS)) - share(life, LEADER)).collect()),
    Target::found("VT-05", C, Verified, "Hallelujah/iVox 2021", "57.3 %", text("Feel safe to raise problems", "Voelen zich veilig om problemen aan te kaarten"))
        .not_testable(text("safety is measured of teams, and the published question has no cut on that scale", "veiligheid wordt van teams gemeten, en de gepubliceerde vraag heeft geen grens op die schaal")),
    Target::found("VT-06a", C, Verified, "CIPD 2013", "92 % and 80 %", text("Colleagues are trusted more than leaders", "Collega's worden meer vertrouwd dan leidinggevenden"))
        .above(0.0)
        .of_size(ANSWER)
        .by(Baseline, text("difference of the mean answers", "verschil van de gemiddelde antwoorden"), |e| e.lives().iter().map(|life| average(life, FIRST, |a| trust(a, COLLEAGUE)) - average(life, FIRST, |a| trust(a, LEADER))).collect()),
    Target::found("VT-06b", C, Verified, "CIPD 2013", "80 % and about 34 %", text("Leaders are trusted more than top management", "Leidinggevenden worden meer vertrouwd dan het topmanagement"))
        .above(0.0)
        .of_size(ANSWER)
        .by(Baseline, text("difference of the mean answers", "verschil van de gemiddelde antwoorden"), |e| e.lives().iter().map(|life| average(life, FIRST, |a| trust(a, LEADER)) - average(life, FIRST, |a| trust(a, TOP))).collect()),
    Target::found("VT-07", C, Verified, "CIPD 2012; Watson Wyatt 2002; Great Place To Work 2025", "36 to 49 %", text("Trust in top management", "Vertrouwen in het topmanagement"))
        .within(0.33, 0.50)
        .by(Baseline, text("share at or above the same cut", "aandeel op of boven dezelfde grens"), |e| e.lives().iter().map(|life| share(life, TOP)).collect()),
    Target::found("VT-08", C, Verified, "Edelman 2025; Ipsos 2009", "61 to 76 %", text("Trust in the employer as an institution", "Vertrouwen in de werkgever als instelling"))
        .within(0.61, 0.76)
        .by(Baseline, text("share of people whose answer on the employer as an institution is at or above the cut", "aandeel mensen met een antwoord over de werkgever als instelling op of boven de grens"), |e| e.lives().iter().map(|life| average(life, FIRST, |a| at_least(f64::from(a.trust_employer), TRUSTS))).collect())
        .misses(text("trust in the employer follows trust in the top, which fewer than half have here; published questions on the employer are milder", "vertrouwen in de werkgever volgt vertrouwen in de top, dat hier minder dan de helft heeft; gepubliceerde vragen over de werkgever zijn milder")),
    Target::found("VT-09", C, Verified, "Securex 2024", "10.8 % a year", text("Voluntary turnover in Belgium", "Vrijwillig verloop in België"))
        .within(0.08, 0.13)
        .by(Baseline, text("people who quit in the fourth year, per person at work", "mensen die in het vierde jaar ontslag namen, per persoon aan het werk"), |e| e.lives().iter().map(voluntary).collect()),
    Target::found("VT-10", C, Verified, "Securex 2024", "5.6 % a year", text("Involuntary turnover in Belgium", "Onvrijwillig verloop in België"))
        .not_testable(text("it is put in, not brought forth", "het wordt ingevoerd, niet voortgebracht")),
    Target::found("VT-11", C, Verified, "Securex 2021", "12 % below 25 years, 1.9 % from 55", text("The longer somebody stays, the less likely to quit", "Wie langer blijft, vertrekt minder vaak"))
        .above(0.0)
        .of_size(0.03)
        .by(Baseline, text("share that quits within a year: tenure below one year less tenure of three years and more", "aandeel dat binnen het jaar ontslag neemt: minder dan één jaar dienst min drie jaar of meer"), |e| e.lives().iter().map(|life| quits_by_tenure(life, 0, 1) - quits_by_tenure(life, 3, 40)).collect()),
    Target::found("VT-12", C, Verified, "Securex 2024", "12.4 % (6.9 % in 2021)", text("Intend to leave soon", "Willen binnenkort vertrekken"))
        .within(0.07, 0.16)
        .by(Baseline, text("share whose answer on quit intention is 4 or more", "aandeel met een antwoord over vertrekintentie van 4 of meer"), |e| e.lives().iter().map(|life| intends(life, |_| true)).collect())
        .misses(NOT_FITTED_AGAIN),
    Target::found("VT-13", C, Verified, "JOLTS", "19 to 31 % a year", text("Voluntary turnover in the United States", "Vrijwillig verloop in de Verenigde Staten"))
        .within(0.19, 0.31)
        .by(UnitedStates, text("people who quit in the fourth year, per person at work, under the preset presets/united-states.toml", "mensen die in het vierde jaar ontslag namen, per persoon aan het werk, met het pakket presets/united-states.toml"), |e| e.lives().iter().map(voluntary).collect()),
    Target::found("VT-14", C, Verified, "Gallup 2023", "11 % engaged in Belgium", text("Few are engaged", "Weinigen zijn bevlogen"))
        .not_testable(text("the published cut is proprietary", "de gepubliceerde grens is niet openbaar")),
    Target::found("VT-15", C, Verified, "CIPD 2012", "66 % against 9 %", text("The disengaged look for other work", "Wie niet betrokken is, zoekt ander werk"))
        .within(4.0, 9.0)
        .by(Baseline, text("intention (4 or more) in the lowest third of engagement over that in the highest", "intentie (4 of meer) in het laagste derde van betrokkenheid gedeeld door die in het hoogste"), by_engagement),
    Target::found("VT-16", C, Verified, "BAT Flanders", "7.6 %", text("Burnout complaints", "Burn-outklachten"))
        .within(0.05, 0.11)
        .by(Baseline, text("share burnt out in the series, at the end", "aandeel opgebrand in de reeksen, aan het einde"), |e| e.lives().iter().map(|life| series(life, "burnout", END)).collect()),
    Target::found("VT-18", A, Verified, "Johnson & Mislin 2011", "about half of the endowment", text("First-contact risk taking in the trust game", "Risico nemen bij een eerste contact in het vertrouwensspel"))
        .not_testable(text("nobody plays a game with strangers here", "hier speelt niemand een spel met vreemden")),
    Target::found("VT-19", C, Verified, "Robinson & Rousseau 1994", "54.8 % within two years", text("Newcomers whose employer broke its word", "Nieuwkomers tegenover wie de werkgever zijn woord brak"))
        .within(0.40, 0.65)
        .by(Baseline, text("share of those who joined in the second year and stayed two years who lived through a breach by their leader or the top", "aandeel van wie in het tweede jaar startte en twee jaar bleef dat een vertrouwensbreuk door leidinggevende of top meemaakte"), |e| e.lives().iter().map(broken_contracts).collect()),
];
