//! # Warnings

use super::phrase::{Phrase, count, say};
use crate::scenario::Referent;
use crate::scenario::fault::{Problem, Undone};
use crate::scenario::kind::number;
use crate::text::Language;
use crate::words::number::rounded;

pub(super) fn warning(problem: &Problem, l: Language) -> Phrase {
    match problem {
        Problem::NeverHappens { day, length } => {
            let (day, length) = (count(u64::try_from(*day).unwrap_or(0), l), count(u64::from(*length), l));
            Phrase::new(
                say!(l, "this is planned after the end and never happens", "dit is gepland na het einde en gebeurt nooit"),
                say!(l, "working day {day}, but the run ends on day {length}", "werkdag {day}, maar de looptijd eindigt op dag {length}"),
            )
            .help(say!(l, "lengthen `run.length`, or take an earlier day", "verleng `run.length`, of neem een vroegere dag"))
        }
        Problem::IdlePoints { design } => Phrase::new(
            say!(
                l,
                "a {design} sweep has as many points as its levels make",
                "een sweep van het ontwerp {design} heeft zoveel punten als de niveaus geven"
            ),
            say!(l, "this number says nothing", "dit getal zegt niets"),
        )
        .help(say!(l, "points is for lhs, sobol and morris", "points dient voor lhs, sobol en morris")),
        Problem::FewReplicates { replicates, arms } => few(*replicates, *arms, l),
        Problem::SurveyAfterEnd { day, length } => {
            let (day, length) = (count(u64::from(*day), l), count(u64::from(*length), l));
            Phrase::new(
                say!(l, "this survey comes after the end and is not held", "deze bevraging valt na het einde en wordt niet gehouden"),
                say!(l, "working day {day}, but the run ends on day {length}", "werkdag {day}, maar de looptijd eindigt op dag {length}"),
            )
            .help(say!(l, "lengthen `run.length`, or leave the survey out", "verleng `run.length`, of laat de enquête weg"))
        }
        Problem::UnusedRepair { id } => Phrase::new(
            say!(
                l,
                "repair `{id}` is described but no arm takes it",
                "herstelactie `{id}` is beschreven, maar geen enkele variant neemt ze"
            ),
            say!(l, "never done", "nooit gedaan"),
        )
        .help(say!(l, "name it in the `repairs` of an arm", "noem ze in de `repairs` van een variant")),
        Problem::IdleChange { path, id } => Phrase::new(
            say!(
                l,
                "`{path}` changes a repair that this arm does not take",
                "`{path}` verandert een herstelactie die deze variant niet neemt"
            ),
            say!(l, "changes nothing", "verandert niets"),
        )
        .help(say!(l, "add \"{id}\" to the `repairs` of the arm", "voeg \"{id}\" toe aan de `repairs` van de variant")),
        Problem::Fleeting { set, lasting } => {
            let (set, lasting) = (number(rounded(*set, 2), l), number(rounded(*lasting, 2), l));
            Phrase::new(
                say!(l, "this level of trust cannot last", "dit vertrouwen kan niet standhouden"),
                say!(
                    l,
                    "set to {set}; with this conduct and these practices it moves to about {lasting} over the years",
                    "ingesteld op {set}; met dit gedrag en deze praktijken gaat het in de loop van jaren naar ongeveer {lasting}"
                ),
            )
            .help(say!(
                l,
                "change conduct in `[people]` or `behaviour.base`, or the practices, if it has to last",
                "verander het gedrag in `[people]` of `behaviour.base`, of de praktijken, als het moet blijven"
            ))
        }
        Problem::Undone { why } => undone(*why, l),
        Problem::WorldsAgain { worlds, shipped } => {
            let [worlds, shipped] = [worlds, shipped].map(|n| count(u64::from(*n), l));
            Phrase::new(
                say!(l, "some worlds are lived twice", "sommige werelden worden twee keer doorlopen"),
                say!(
                    l,
                    "{worlds} worlds are asked for and {shipped} come with the program; the others are these again, with other luck",
                    "er worden {worlds} werelden gevraagd en er zijn er {shipped} bij het programma; de andere zijn dezelfde, met ander toeval"
                ),
            )
            .help(say!(
                l,
                "{shipped} worlds say all there is to say of doubt; for less luck take more `replicates`",
                "{shipped} werelden zeggen alles wat er over de twijfel te zeggen valt; neem voor minder toeval meer `replicates`"
            ))
        }
        _ => Phrase::default(),
    }
}

fn undone(why: Undone, l: Language) -> Phrase {
    let headline = say!(l, "this repair is never done", "dit herstel gebeurt nooit");
    match why {
        Undone::NobodyToReplace => Phrase::new(
            headline,
            say!(
                l,
                "a colleague breaks trust, and only leaders and top management are replaced",
                "een collega schendt het vertrouwen, en enkel leidinggevenden en het topmanagement worden vervangen"
            ),
        )
        .help(say!(l, "take another repair: `onfoot list repairs`", "kies een ander herstel: `onfoot list repairs`")),
        Undone::NothingBroken { by } => {
            let (en, nl) = match by {
                Some(Referent::Colleague) => (" by a colleague", " door een collega"),
                Some(Referent::Leader) => (" by a leader", " door een leidinggevende"),
                Some(Referent::Top) => (" by top management", " door het topmanagement"),
                None => ("", ""),
            };
            Phrase::new(
                headline,
                say!(
                    l,
                    "no breach{en} that it could answer is planned, and everyday incidents are off",
                    "er is geen vertrouwensbreuk{nl} gepland waarop het kan volgen, en alledaagse incidenten staan uit"
                ),
            )
            .help(say!(
                l,
                "plan such a breach as an `[[event]]`, or set `mechanisms.incidents = true`",
                "plan zo'n vertrouwensbreuk als `[[event]]`, of zet `mechanisms.incidents = true`"
            ))
        }
        Undone::BrokenLater { first, last } => {
            let [first, last] = [first, last].map(|day| count(u64::from(day), l));
            Phrase::new(
                headline,
                say!(
                    l,
                    "it comes on working day {last}, the first breach that it could answer on day {first}, and everyday incidents are off",
                    "het komt op werkdag {last}, de eerste vertrouwensbreuk waarop het kan volgen op dag {first}, en alledaagse incidenten staan uit"
                ),
            )
            .help(say!(l, "take working day {first} or later", "neem werkdag {first} of later"))
        }
    }
}

/// How far off the difference between two means of `replicates` lives each may be, in standard deviations.
fn error_of(replicates: u32) -> f64 {
    (1.96 * (2.0 / f64::from(replicates)).sqrt() * 100.0).round() / 100.0
}

fn few(replicates: u32, arms: u32, l: Language) -> Phrase {
    let (now, then) = (number(error_of(replicates), l), number(error_of(40), l));
    let lives = if replicates == 1 {
        say!(l, "1 replicate is", "1 herhaling is")
    } else {
        say!(l, "{replicates} replicates are", "{replicates} herhalingen zijn")
    };
    Phrase::new(
        say!(l, "{lives} too few to compare {arms} arms", "{lives} te weinig om {arms} varianten te vergelijken"),
        say!(
            l,
            "a difference may be off by about {now} standard deviations",
            "een verschil kan er zo'n {now} standaardafwijkingen naast zitten"
        ),
    )
    .help(say!(l, "40 replicates bring it to about {then}", "40 herhalingen brengen dat op ongeveer {then}"))
}
