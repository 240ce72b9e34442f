//! # Teams

use std::collections::{BTreeMap, BTreeSet};

use super::wave::FIRST;
use crate::observe::{Life, TeamAnswer};
use crate::scenario::Referent;
use crate::text::text;
use crate::validation::evidence::{COLLEAGUE, Evidence, LEADER, TOP, answers, teams, trust};
use crate::validation::statistics::{correlation, icc, partial};
use crate::validation::study::Study::{Baseline, Whom};
use crate::validation::target::Status::{Memory, Verified};
use crate::validation::target::Strength::{A, B, C};
use crate::validation::target::Target;
use crate::validation::target::tenth::R;

/// Mean and standard deviation of the members' answers on a referent.
fn answered(life: &Life, team: u32, referent: Referent) -> (f64, f64) {
    let values: Vec<f64> = answers(life, FIRST).filter(|a| a.team == team).map(|a| trust(a, referent)).filter(|v| v.is_finite()).collect();
    (crate::analysis::quantile::mean(&values), crate::analysis::quantile::sd(&values))
}

/// The correlation over the teams of an organisation of mean answered trust with output.
fn with_output(life: &Life, referent: Referent) -> f64 {
    correlation(teams(life, FIRST).map(|team| (answered(life, team.team, referent).0, output(team))))
}

fn output(team: &TeamAnswer) -> f64 {
    f64::from(team.output)
}

/// The correlation over all who are no leader of the leader's answer about them with the mean of their colleagues' answers.
pub(super) fn blessing(life: &Life) -> f64 {
    let leaders: BTreeSet<u32> = life.survey.iter().filter(|answer| answer.leader).map(|answer| answer.seat).collect();
    let mut about: BTreeMap<u32, [Vec<f64>; 2]> = BTreeMap::new(); // by seat: what colleagues answer, what the leader does
    for pair in life.pairs.iter().filter(|pair| !leaders.contains(&pair.to.0) && pair.trust.is_finite()) {
        about.entry(pair.to.0).or_default()[usize::from(leaders.contains(&pair.from.0))].push(f64::from(pair.trust));
    }
    let means = about.values().map(|answers| answers.each_ref().map(|answers| crate::analysis::quantile::mean(answers)));
    correlation(
        means.filter(|[colleagues, leader]| colleagues.is_finite() && leader.is_finite()).map(|[colleagues, leader]| (colleagues, leader)),
    )
}

/// Output against the spread of trust within the team, mean trust held constant.
fn dispersion(life: &Life) -> f64 {
    let rows: Vec<(f64, f64, f64)> = teams(life, FIRST)
        .map(|team| {
            let (mean, sd) = answered(life, team.team, COLLEAGUE);
            (sd, output(team), mean)
        })
        .filter(|row| row.0.is_finite() && row.2.is_finite())
        .collect();
    -partial(&rows)
}

fn agreement(life: &Life, referent: Referent) -> f64 {
    let mut groups = vec![Vec::new(); teams(life, FIRST).map(|team| team.team as usize + 1).max().unwrap_or(0)];
    for answer in answers(life, FIRST).filter(|answer| trust(answer, referent).is_finite()) {
        groups[answer.team as usize].push(trust(answer, referent));
    }
    icc(&groups)
}

fn each(e: &Evidence, value: impl Fn(&Life) -> f64) -> Vec<f64> {
    e.lives().iter().map(value).collect()
}

#[rustfmt::skip]
pub(super) const TARGETS: &[Target] = &[
    Target::found("VT-50", A, Verified, "De Jong, Dirks & Gillespie 2016", "rho = .30, 112 studies", text("Trust within the team and team performance", "Vertrouwen in het team en teamprestatie"))
        .within(0.18, 0.42)
        .by(Baseline, text("r over teams of mean answered trust in colleagues with team output", "r over teams van gemiddeld bevraagd vertrouwen in collega's met teamoutput"), |e| each(e, |life| with_output(life, COLLEAGUE))),
    Target::found("VT-53", B, Verified, "Breuer, Hüffmeier & Hertel 2016", ".33 against .22", text("Trust counts more in virtual teams", "Vertrouwen telt meer in virtuele teams"))
        .not_testable(text("the tests of the moderator were withdrawn by an erratum", "de toetsen van de moderator werden door een erratum ingetrokken")),
    Target::found("VT-55a", A, Verified, "Espinoza et al. 2025", "57 studies", text("Trust in colleagues counts more for team output than trust in the leader", "Vertrouwen in collega's telt meer voor teamoutput dan vertrouwen in de leidinggevende"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("difference of the two correlations over teams", "verschil van beide correlaties over teams"), |e| each(e, |life| with_output(life, COLLEAGUE) - with_output(life, LEADER))),
    Target::found("VT-55b", A, Verified, "Espinoza et al. 2025", "57 studies", text("Trust in colleagues counts more for team output than trust in top management", "Vertrouwen in collega's telt meer voor teamoutput dan vertrouwen in het topmanagement"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("difference of the two correlations over teams", "verschil van beide correlaties over teams"), |e| each(e, |life| with_output(life, COLLEAGUE) - with_output(life, TOP))),
    Target::found("VT-56", B, Verified, "De Jong & Dirks 2012", "negative", text("At equal mean trust, unequal trust costs performance", "Bij gelijk gemiddeld vertrouwen kost ongelijk vertrouwen prestatie"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("minus the partial r over teams of the spread of trust in colleagues with output, mean trust constant", "min de partiële r over teams van de spreiding van vertrouwen in collega's met output, bij gelijk gemiddelde"), |e| each(e, dispersion)),
    Target::found("VT-58a", C, Memory, "usual range", ".10 to .35", text("Agreement within teams on colleagues", "Overeenstemming in teams over collega's"))
        .within(0.08, 0.40)
        .by(Baseline, text("ICC(1) of trust in colleagues", "ICC(1) van vertrouwen in collega's"), |e| each(e, |life| agreement(life, COLLEAGUE))),
    Target::found("VT-58b", C, Memory, "usual range", ".10 to .35", text("Agreement within teams on the leader", "Overeenstemming in teams over de leidinggevende"))
        .within(0.08, 0.40)
        .by(Baseline, text("ICC(1) of trust in the leader", "ICC(1) van vertrouwen in de leidinggevende"), |e| each(e, |life| agreement(life, LEADER))),
    Target::found("VT-59", C, Verified, "Lau & Liden 2008", "positive", text("Whom the leader trusts, colleagues trust", "Wie de leidinggevende vertrouwt, vertrouwen collega's"))
        .above(0.0)
        .of_size(R)
        .by(Whom, text("r over members of the leader's answer about them with the mean of their colleagues' answers", "r over leden van het antwoord van de leidinggevende over hen met het gemiddelde van de antwoorden van collega's"), |e| each(e, blessing)),
];
