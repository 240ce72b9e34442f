//! # Patterns
//!
//! Inequalities between two arms or two groups, on survey answers.

use super::reasons::{NOT_FITTED_AGAIN, TOO_SMALL};
use std::collections::BTreeSet;

use super::individual::{colleagues, each, lagged, leader, of, r, rated};
use super::team::blessing;
use super::wave::{END, FIRST};
use crate::observe::{Answer, EntryKind, Life};
use crate::scenario::{Referent, YEAR};
use crate::text::text;
use crate::validation::evidence::{
    COLLEAGUE, Evidence, LEADER, TOP, answers, attitude, average, leadership, mean_trust, quits_within_a_year, series, teams, trust,
};
use crate::validation::statistics::{correlation, jackknife, regression};
use crate::validation::study::Study::{
    Baseline, Early, LayOff, Leaders, Mixed, Newcomers, Organisations, Pairs, Practices, Repair, Top, Twice, Whom,
};
use crate::validation::target::Status::Verified;
use crate::validation::target::Strength::{A, B, C, D};
use crate::validation::target::Target;
use crate::validation::target::tenth::{OUTPUT, R, SD, TRUST};

/// The day before a breach, and days after it, in the studies.
const BEFORE: u32 = 259;
const FOUR_WEEKS: u32 = 280;
const A_QUARTER: u32 = 325;
const HALF_A_YEAR: u32 = 390;
const A_YEAR: u32 = 520;

/// Two answers that are correlated.
type Pair = (fn(&Answer) -> f64, fn(&Answer) -> f64);

/// The difference of the sizes of two correlations.
fn stronger(e: &Evidence, one: Pair, other: Pair) -> Vec<f64> {
    e.lives().iter().map(|life| r(life, one.0, one.1).abs() - r(life, other.0, other.1).abs()).collect()
}

/// The day of the breach in the study of two people; on it each team's victim is noted.
const BREACH: u32 = 260;

/// Answered trust of the victims in the one other member of their team, on the scale from 0 to 1: mean and spread.
fn victims(life: &Life, day: u32) -> (f64, f64) {
    let hurt: BTreeSet<u32> =
        life.events.iter().filter(|e| e.event == EntryKind::BreachColleague && e.day == BREACH).map(|e| e.other_seat).collect();
    let member = |answer: &&Answer| hurt.contains(&answer.seat) && answer.seat % 3 == 2;
    let levels: Vec<f64> =
        answers(life, day).filter(member).map(|answer| (colleagues(answer) - 1.0) / 4.0).filter(|v| v.is_finite()).collect();
    (crate::analysis::quantile::mean(&levels), crate::analysis::quantile::sd(&levels))
}

fn victim(life: &Life, day: u32) -> f64 {
    victims(life, day).0
}

/// What words bring four weeks after the breach, in standard deviations of trust.
fn gain(e: &Evidence, with: &str, without: &str) -> Vec<f64> {
    e.pairs(with, without, |with, without| (victim(with, FOUR_WEEKS) - victim(without, FOUR_WEEKS)) / victims(without, BEFORE).1)
}

pub(super) fn minus(a: Vec<f64>, b: Vec<f64>) -> Vec<f64> {
    a.into_iter().zip(b).map(|(a, b)| a - b).collect()
}

/// A breach's effect on an attitude a quarter later, in standard deviations, signed so that harm is positive.
fn harm(e: &Evidence, name: &str, sign: f64) -> Vec<f64> {
    e.pairs("integrity-silence", "none", |broken, whole| {
        let mean = average(whole, A_QUARTER, |answer| attitude(answer, name));
        let sd = average(whole, A_QUARTER, |answer| (attitude(answer, name) - mean).powi(2)).sqrt();
        sign * (mean - average(broken, A_QUARTER, |answer| attitude(answer, name))) / sd
    })
}

/// The part of a breach's effect on an attitude that is left when answered trust is held constant.
fn unmediated(e: &Evidence, name: &str) -> Vec<f64> {
    let lives = e.pairs("integrity-silence", "none", |broken, whole| {
        let rows = |life: &Life, breach: f64| -> Vec<([f64; 4], f64)> {
            answers(life, A_QUARTER)
                .map(|a| ([breach, trust(a, COLLEAGUE), trust(a, LEADER), trust(a, TOP)], attitude(a, name)))
                .filter(|(x, _)| x.iter().all(|x| x.is_finite()))
                .collect()
        };
        let both = [rows(broken, 1.0), rows(whole, 0.0)].concat();
        let alone: Vec<([f64; 1], f64)> = both.iter().map(|(x, y)| ([x[0]], *y)).collect();
        regression(&both)[0] / regression(&alone)[0]
    });
    lives.into_iter().map(|left| 0.5 - left).collect()
}

/// How much likelier the quarter with the highest intention quits within a year than the quarter with the lowest.
fn quartiles(e: &Evidence) -> Vec<f64> {
    let counts: Vec<[f64; 4]> = e
        .lives()
        .iter()
        .map(|life| {
            let mut people: Vec<(f64, f64)> =
                answers(life, FIRST).map(|a| (attitude(a, "quit_intention"), quits_within_a_year(a))).filter(|p| p.1.is_finite()).collect();
            people.sort_by(|a, b| a.0.total_cmp(&b.0));
            let quarter = people.len() / 4;
            let sum = |people: &[(f64, f64)]| people.iter().map(|person| person.1).sum::<f64>();
            [sum(&people[people.len() - quarter..]), sum(&people[..quarter]), quarter as f64, 1.0]
        })
        .collect();
    jackknife(counts.len(), |kept| {
        let (high, low) = kept.fold((0.0, 0.0), |(high, low), i| (high + counts[i][0], low + counts[i][1]));
        high / low
    })
}

/// The correlation over organisations that differ in their practices of a kind of turnover in the last year with output at
/// its end.
fn over_organisations(e: &Evidence, key: &'static str) -> Vec<f64> {
    let row = |life: &Life| (series(life, key, END), series(life, "output", END));
    let rows: Vec<(f64, f64)> = e.all_lives().map(row).collect();
    jackknife(rows.len(), |kept| correlation(kept.map(|i| rows[i])))
}

/// Victims' trust over the half year after the breach, on surveys every four weeks: the faster it returns, the higher.
fn along_the_way(life: &Life) -> f64 {
    [280, 300, 320, 340, 360, 380].iter().map(|&day| victim(life, day)).sum::<f64>() / 6.0
}

/// The size of the correlation of propensity with trust in week 1, less that with the change of trust up to week 26.
fn first_impressions(life: &Life) -> f64 {
    let later: std::collections::BTreeMap<(u32, u32), f64> =
        answers(life, 130).map(|answer| ((answer.seat, answer.generation), colleagues(answer))).collect();
    let pair = |answer: &Answer| Some((f64::from(answer.propensity), later.get(&(answer.seat, answer.generation))? - colleagues(answer)));
    let start = correlation(answers(life, 5).map(|answer| (f64::from(answer.propensity), colleagues(answer))));
    start.abs() - correlation(answers(life, 5).filter_map(pair)).abs()
}

fn team_output(life: &Life, day: u32) -> f64 {
    let outputs: Vec<f64> = teams(life, day).map(|team| f64::from(team.output)).collect();
    crate::analysis::quantile::mean(&outputs)
}

/// Severe breaches by anyone from one year on.
fn severe(life: &Life) -> f64 {
    let breach = |kind| matches!(kind, EntryKind::BreachColleague | EntryKind::BreachLeader | EntryKind::BreachTop);
    life.events.iter().filter(|entry| breach(entry.event) && entry.day >= YEAR && entry.size >= 0.5).count() as f64
}

/// How much a step of a practice moves a referent's trust a year later, beyond what happens without it.
fn step(e: &Evidence, practice: &str, referent: Referent) -> Vec<f64> {
    e.difference(practice, "unchanged", |life| mean_trust(life, A_YEAR, referent))
}

#[rustfmt::skip]
pub(super) const TARGETS: &[Target] = &[
    Target::found("SF-01a", A, Verified, "Dirks & Ferrin 2002", ".49 against .40", text("Commitment hangs more on trust than quit intention does", "Binding hangt meer aan vertrouwen dan vertrekintentie"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("difference of the sizes of the correlations with trust in leadership", "verschil in grootte van de correlaties met vertrouwen in de leiding"), |e| stronger(e, (leadership, of!("commitment")), (leadership, of!("quit_intention")))),
    Target::found("SF-01b", A, Verified, "Dirks & Ferrin 2002", ".51 against .40", text("Satisfaction hangs more on trust than quit intention does", "Tevredenheid hangt meer aan vertrouwen dan vertrekintentie"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("the same", "hetzelfde"), |e| stronger(e, (leadership, of!("satisfaction")), (leadership, of!("quit_intention")))),
    Target::found("SF-01c", A, Verified, "Dirks & Ferrin 2002", ".40 against .19", text("Quit intention hangs more on trust than helping does", "Vertrekintentie hangt meer aan vertrouwen dan hulpgedrag"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("the same", "hetzelfde"), |e| stronger(e, (leadership, of!("quit_intention")), (leadership, of!("helping")))),
    Target::found("SF-01d", A, Verified, "Dirks & Ferrin 2002", ".19 against .16", text("Helping hangs at least as much on trust as performance does", "Hulpgedrag hangt minstens even sterk aan vertrouwen als prestatie"))
        .above(-0.02)
        .by(Baseline, text("the same, with .02 to spare for \"at least\"", "hetzelfde, met .02 speling voor \"minstens\""), |e| stronger(e, (leadership, of!("helping")), (leadership, of!("performance")))),
    Target::found("SF-03", A, Verified, "Dirks & Ferrin 2002", ".61 to .65 against .46", text("Fairness raises trust in the leader more than participation does", "Rechtvaardigheid verhoogt het vertrouwen in de leidinggevende meer dan inspraak"))
        .above(0.0)
        .of_size(TRUST[1])
        .by(Practices, text("trust in the leader a year after a step of 0.3 of fair decisions, less that after the same step of autonomy", "vertrouwen in de leidinggevende een jaar na een stap van 0,3 in eerlijke beslissingen, min dat na dezelfde stap in autonomie"), |e| e.difference("fairness", "autonomy", |life| mean_trust(life, A_YEAR, LEADER)))
        .misses(TOO_SMALL),
    Target::found("SF-06", A, Verified, "Feitosa et al. 2020", "118 studies", text("One source at one time inflates the link with performance", "Eén bron op één moment vergroot het verband met prestatie"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("r with own performance in the same survey, less r with the supervisor's rating half a year later", "r met eigen prestatie in dezelfde enquête, min r met de beoordeling een half jaar later"), |e| e.lives().iter().map(|life| r(life, leadership, of!("performance")) - lagged(life)).collect())
        .misses(TOO_SMALL),
    Target::found("SF-07a", A, Verified, "Park & Shaw 2013", "negative", text("Organisations with more voluntary turnover put out less", "Organisaties met meer vrijwillig verloop leveren minder"))
        .above(0.0)
        .of_size(R)
        .by(Organisations, text("minus r over organisations from poor to rich in practices of voluntary turnover with output, fourth year", "min r over organisaties, van arm tot rijk aan praktijken, van vrijwillig verloop met output, vierde jaar"), |e| over_organisations(e, "turnover_voluntary").into_iter().map(|r| -r).collect()),
    Target::found("SF-07b", A, Verified, "Park & Shaw 2013", "voluntary at least .05 stronger", text("Voluntary turnover costs more output than involuntary", "Vrijwillig verloop kost meer output dan onvrijwillig"))
        .above(0.05)
        .by(Organisations, text("r of involuntary less r of voluntary turnover with output", "r van onvrijwillig min r van vrijwillig verloop met output"), |e| minus(over_organisations(e, "turnover_involuntary"), over_organisations(e, "turnover_voluntary"))),
    Target::found("SF-08a", A, Verified, "Yuan et al. 2017; Kim et al. 2004", "competence > integrity", text("An apology helps more after a failing than after dishonesty", "Excuses helpen meer na onkunde dan na oneerlijkheid"))
        .above(0.0)
        .of_size(SD)
        .by(Pairs, text("victims' trust in the one who broke it four weeks later, over silence, in SD: competence less integrity breach of about equal first loss", "vertrouwen van het slachtoffer in wie het brak, vier weken later, tegenover zwijgen, in SD: bekwaamheids- min integriteitsbreuk met ongeveer gelijk eerste verlies"), |e| minus(gain(e, "competence-apology", "competence-silence"), gain(e, "integrity-apology", "integrity-silence")))
        .misses(TOO_SMALL),
    Target::found("SF-08b", A, Verified, "Yuan et al. 2017; Kim et al. 2004", "both helped", text("An apology does no harm after dishonesty", "Excuses schaden niet na oneerlijkheid"))
        .above(0.0)
        .by(Pairs, text("the gain after the integrity breach", "de winst na de integriteitsbreuk"), |e| gain(e, "integrity-apology", "integrity-silence")),
    Target::found("SF-09", A, Verified, "Yuan et al. 2017", "d = .44", text("An apology helps", "Excuses helpen"))
        .within(0.30, 0.60)
        .by(Pairs, text("the mean of both gains", "het gemiddelde van beide winsten"), |e| gain(e, "competence-apology", "competence-silence").into_iter().zip(gain(e, "integrity-apology", "integrity-silence")).map(|(a, b)| f64::midpoint(a, b)).collect())
        .misses(NOT_FITTED_AGAIN),
    Target::found("SF-10a", A, Verified, "Topa et al. 2008", "negative", text("A breach lowers commitment", "Een vertrouwensbreuk verlaagt binding"))
        .above(0.0)
        .of_size(SD)
        .by(Repair, text("loss a quarter after the breach, in SD", "verlies een kwartaal na de vertrouwensbreuk, in SD"), |e| harm(e, "commitment", 1.0)),
    Target::found("SF-10b", A, Verified, "Topa et al. 2008", "positive", text("A breach raises quit intention", "Een vertrouwensbreuk verhoogt vertrekintentie"))
        .above(0.0)
        .of_size(SD)
        .by(Repair, text("rise a quarter after the breach, in SD", "stijging een kwartaal na de vertrouwensbreuk, in SD"), |e| harm(e, "quit_intention", -1.0)),
    Target::found("SF-10c", A, Verified, "Topa et al. 2008", "fully mediated", text("It does so through trust: satisfaction", "Ze doet dat via vertrouwen: tevredenheid"))
        .above(0.0)
        .of_size(SD)
        .by(Repair, text("half less the share of the effect that is left when answered trust is held constant", "de helft min het deel van het effect dat overblijft bij gelijk bevraagd vertrouwen"), |e| unmediated(e, "satisfaction")),
    Target::found("SF-11a", A, Verified, "Topa et al. 2008", ".24 against .11", text("A breach hits satisfaction harder than performance", "Een vertrouwensbreuk treft tevredenheid harder dan prestatie"))
        .above(0.0)
        .of_size(SD)
        .by(Repair, text("difference of the losses, in SD", "verschil van de verliezen, in SD"), |e| minus(harm(e, "satisfaction", 1.0), harm(e, "performance", 1.0))),
    Target::found("SF-11b", A, Verified, "Topa et al. 2008", ".24 against .11", text("A breach hits commitment harder than helping", "Een vertrouwensbreuk treft binding harder dan hulpgedrag"))
        .above(0.0)
        .of_size(SD)
        .by(Repair, text("difference of the losses, in SD", "verschil van de verliezen, in SD"), |e| minus(harm(e, "commitment", 1.0), harm(e, "helping", 1.0))),
    Target::found("SF-12a", A, Verified, "Griffeth, Hom & Gaertner 2000", "8 to 30 times", text("Who intends to quit, quits", "Wie wil vertrekken, vertrekt"))
        .within(8.0, 30.0)
        .by(Baseline, text("quits within a year: highest over lowest quarter of intention", "ontslagen binnen het jaar: hoogste gedeeld door laagste kwart van intentie"), quartiles),
    Target::found("SF-12b", A, Verified, "Griffeth, Hom & Gaertner 2000", ".38 against .19", text("Satisfaction tells less of turnover than intention does", "Tevredenheid zegt minder over verloop dan intentie"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("difference of the sizes of the correlations", "verschil in grootte van de correlaties"), |e| stronger(e, (of!("quit_intention"), quits_within_a_year), (of!("satisfaction"), quits_within_a_year))),
    Target::found("SF-13", A, Verified, "Rubenstein et al. 2018", ".24 against .14", text("The leader counts more for leaving than peers do", "De leidinggevende telt meer voor vertrek dan collega's"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("difference of the sizes of the correlations with quitting within a year", "verschil in grootte van de correlaties met ontslag binnen het jaar"), |e| stronger(e, (leader, quits_within_a_year), (colleagues, quits_within_a_year)))
        .misses(TOO_SMALL),
    Target::found("SF-14a", B, Verified, "Schweitzer, Hershey & Bradlow 2006", "full recovery", text("Without a lie, trust returns", "Zonder leugen komt vertrouwen terug"))
        .within(0.95, 1.20)
        .by(Pairs, text("victims' trust after half a year of apology, promise and good conduct, over that before the breach", "vertrouwen van het slachtoffer na een half jaar excuses, belofte en goed gedrag, gedeeld door dat van voor de vertrouwensbreuk"), |e| e.each("honest", |life| victim(life, HALF_A_YEAR) / victim(life, BEFORE))),
    Target::found("SF-14b", B, Verified, "Schweitzer, Hershey & Bradlow 2006", "never fully", text("After a lie, less of it returns", "Na een leugen komt er minder terug"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Pairs, text("difference of the two", "verschil van beide"), |e| e.difference("honest", "lie", |life| victim(life, HALF_A_YEAR))),
    Target::found("SF-14c", B, Verified, "Schweitzer, Hershey & Bradlow 2006", "never fully", text("After a lie, trust stays below 95 %", "Na een leugen blijft vertrouwen onder 95 %"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Pairs, text("0.95 less the same share after the lie", "0,95 min hetzelfde aandeel na de leugen"), |e| e.each("lie", |life| 0.95 - victim(life, HALF_A_YEAR) / victim(life, BEFORE))),
    Target::found("SF-15", B, Verified, "Schweitzer, Hershey & Bradlow 2006", "faster", text("A promise speeds the return", "Een belofte versnelt de terugkeer"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Pairs, text("victims' trust over the half year after the breach: promise and good conduct less good conduct alone", "vertrouwen van het slachtoffer in het half jaar na de vertrouwensbreuk: belofte en goed gedrag min goed gedrag alleen"), |e| e.difference("promise", "conduct", along_the_way)),
    Target::found("SF-17", B, Verified, "Bottom et al. 2002", "positive", text("Amends beat words", "Goedmaken wint het van woorden"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Pairs, text("victims' trust after thirteen weeks: amends less apology", "vertrouwen van het slachtoffer na dertien weken: goedmaken min excuses"), |e| e.difference("integrity-amends", "integrity-apology", |life| victim(life, A_QUARTER))),
    Target::found("SF-18", B, Verified, "Skowronski & Carlston 1987", "negative weighs more", text("One dishonest act costs more than an honest one of its size gains", "Eén oneerlijke daad kost meer dan een even grote eerlijke opbrengt"))
        .not_testable(text("a single act of given size cannot be scheduled; a breach has no positive counterpart", "een losse handeling van gegeven grootte kan niet gepland worden; een vertrouwensbreuk heeft geen positieve tegenhanger")),
    Target::found("SF-19a", B, Verified, "Ferguson & Peterson 2015", "lower trust", text("Teams of trusting and wary people trust less", "Teams van goedgelovige en behoedzame mensen vertrouwen minder"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Mixed, text("trust in colleagues after four months: alike less mixed teams", "vertrouwen in collega's na vier maanden: gelijke min gemengde teams"), |e| e.difference("alike", "mixed", |life| mean_trust(life, 87, COLLEAGUE)))
        .misses(TOO_SMALL),
    Target::found("SF-19b", B, Verified, "Ferguson & Peterson 2015", "lower performance", text("Teams of trusting and wary people put out less", "Teams van goedgelovige en behoedzame mensen leveren minder"))
        .above(0.0)
        .of_size(OUTPUT)
        .by(Mixed, text("team output after four months: alike less mixed teams", "teamoutput na vier maanden: gelijke min gemengde teams"), |e| e.difference("alike", "mixed", |life| team_output(life, 87)))
        .misses(NOT_FITTED_AGAIN),
    Target::found("SF-20", B, Verified, "van der Werff & Buckley 2017", "level, not slope", text("Propensity sets the start, not the course", "Neiging bepaalt de start, niet het verloop"))
        .above(0.10)
        .of_size(R)
        .by(Newcomers, text("size of r of propensity with trust in week 1, less that with the change up to week 26", "grootte van r van neiging met vertrouwen in week 1, min die met de verandering tot week 26"), |e| e.lives().iter().map(first_impressions).collect()),
    Target::found("SF-21", B, Verified, "Kim et al. 2013", "group < individual", text("A group is harder to win back than a person", "Een groep is moeilijker terug te winnen dan een persoon"))
        .not_testable(text("the model lets a repair reach one person or a team; it has no trust of a group as such", "het model laat herstel één persoon of een team bereiken; het kent geen vertrouwen van een groep als zodanig")),
    Target::found("SF-25", C, Verified, "Fulmer & Ostroff 2017", "positive", text("Better leaders earn trust for the top", "Betere leidinggevenden verdienen vertrouwen voor de top"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(Leaders, text("trust in top management a year after leaders alone improved, less that without", "vertrouwen in het topmanagement een jaar nadat alleen leidinggevenden verbeterden, min zonder"), |e| e.difference("better", "as-before", |life| mean_trust(life, A_YEAR, TOP)))
        .misses(TOO_SMALL),
    Target::found("SF-26a", C, Verified, "Ferrin et al. 2018", "positive", text("After a breach at the top, dismissal beats nothing", "Na een breuk aan de top wint ontslag het van niets"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(Top, text("trust in top management half a year later", "vertrouwen in het topmanagement een half jaar later"), |e| e.difference("dismissal", "nothing", |life| mean_trust(life, HALF_A_YEAR, TOP))),
    Target::found("SF-26b", C, Verified, "Ferrin et al. 2018", "positive", text("So does an apology with penance", "Excuses met boete ook"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(Top, text("the same", "hetzelfde"), |e| e.difference("penance", "nothing", |life| mean_trust(life, HALF_A_YEAR, TOP))),
    Target::found("SF-27a", C, Verified, "yearly waves after downsizing (dissertation)", "falls", text("A lay-off costs trust in the top", "Een afslanking kost vertrouwen in de top"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(LayOff, text("trust in top management before, less one year after", "vertrouwen in het topmanagement ervoor, min één jaar erna"), |e| e.each("large", |life| mean_trust(life, BEFORE, TOP) - mean_trust(life, A_YEAR, TOP))),
    Target::found("SF-27b", C, Verified, "yearly waves after downsizing (dissertation)", "slight rebound", text("It comes back a little in the second year", "Het komt in het tweede jaar een beetje terug"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(LayOff, text("two years after, less one year after", "twee jaar erna, min één jaar erna"), |e| e.each("large", |life| mean_trust(life, 3 * YEAR, TOP) - mean_trust(life, A_YEAR, TOP))),
    Target::found("SF-27c", C, Verified, "yearly waves after downsizing (dissertation)", "not back", text("It is not back after two years", "Het is na twee jaar niet terug"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(LayOff, text("before, less two years after", "ervoor, min twee jaar erna"), |e| e.each("large", |life| mean_trust(life, BEFORE, TOP) - mean_trust(life, 3 * YEAR, TOP))),
    Target::found("SF-27d", C, Verified, "yearly waves after downsizing (dissertation)", "severity magnifies", text("A larger one costs more", "Een grotere kost meer"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(LayOff, text("one year after: small less large", "één jaar erna: klein min groot"), |e| e.difference("small", "large", |life| mean_trust(life, A_YEAR, TOP))),
    Target::found("SF-28", C, Verified, "Haselhuhn et al. 2010", "incremental > entity", text("Who believes that people change forgives more", "Wie gelooft dat mensen veranderen, vergeeft meer"))
        .not_testable(text("the model has no such belief", "het model kent die overtuiging niet")),
    Target::found("SF-29", C, Verified, "Lau & Liden 2008", "positive", text("Peers trust whom the leader trusts", "Collega's vertrouwen wie de leidinggevende vertrouwt"))
        .above(0.0)
        .of_size(R)
        .by(Whom, text("the same figure", "hetzelfde cijfer"), |e| e.lives().iter().map(blessing).collect()),
    Target::found("SF-30", C, Verified, "Herz & Zihlmann 2024; Falk & Kosfeld 2006", "negative", text("Control costs more on complex work", "Controle kost meer bij complex werk"))
        .not_testable(text("the model does not tell complex from simple work", "het model onderscheidt complex werk niet van eenvoudig werk")),
    Target::found("SF-32", C, Verified, "Salanova et al. 2021; Dirks & Ferrin 2002", "top > colleagues", text("Investing in well-being raises trust in the top most", "Investeren in welzijn verhoogt vooral het vertrouwen in de top"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(Practices, text("rise of trust in top management a year after the step, less that in colleagues", "stijging van vertrouwen in het topmanagement een jaar na de stap, min die in collega's"), |e| minus(step(e, "wellbeing", TOP), step(e, "wellbeing", COLLEAGUE))),
    Target::found("SF-33", C, Verified, "McEvoy & Cascio 1987", "negative", text("Good performers leave less often", "Wie goed presteert, vertrekt minder vaak"))
        .above(0.0)
        .of_size(R)
        .by(Baseline, text("minus r of rated performance with quitting within a year", "min r van beoordeelde prestatie met ontslag binnen het jaar"), |e| each(e, rated, quits_within_a_year).into_iter().map(|r| -r).collect()),
    Target::found("SF-34", D, Verified, "Kähkönen et al. 2021, proposition", "fewer", text("A stitch in time: early repair prevents severe breaches", "Wie tijdig herstelt, voorkomt ernstige vertrouwensbreuken"))
        .above(0.0)
        .of_size(0.5)
        .by(Early, text("severe breaches from the second year on: repair after three months less repair within days", "ernstige vertrouwensbreuken vanaf het tweede jaar: herstel na drie maanden min herstel binnen enkele dagen"), |e| e.difference("late", "early", severe)),
    Target::found("SF-35", D, Verified, "Gillespie, Dietz & Lockey 2014", "reform > words", text("After a severe breach at the top only reform helps", "Na een ernstige breuk aan de top helpt alleen hervorming"))
        .above(0.0)
        .of_size(TRUST[2])
        .by(Top, text("trust in top management a year later: reform and a new top less apology", "vertrouwen in het topmanagement een jaar later: hervorming en een nieuwe top min excuses"), |e| e.difference("reform", "apology", |life| mean_trust(life, A_YEAR, TOP))),
    Target::found("SF-36", D, Verified, "the article (AR-51)", "less", text("A second apology brings less than the first", "Een tweede keer excuses brengt minder op dan de eerste"))
        .above(0.0)
        .of_size(TRUST[0])
        .by(Twice, text("gain four weeks after the first apology, less that after the second", "winst vier weken na de eerste excuses, min die na de tweede"), |e| minus(e.difference("first", "silence", |life| mean_trust(life, FOUR_WEEKS, LEADER)), e.difference("both", "first", |life| mean_trust(life, 410, LEADER))))
        .misses(TOO_SMALL),
];
