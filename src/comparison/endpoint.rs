//! # What a life of a sweep came to
//!
//! One row of numbers: how trust in whoever breaks it first fell and came back (`analysis::recovery`), what it cost (`outcome`), what the
//! organisation measured on its last day, and what the hypotheses ask. All else of the life is let go.

use serde::{Deserialize, Serialize};

use super::hypothesis;
use super::outcome::outcome;
use crate::analysis::recovery::course::shared_days;
use crate::analysis::recovery::leading_course;
use crate::analysis::survival::Wait;
use crate::doubt::Headline;
use crate::observe::Life;
use crate::scenario::measure::{WON_BACK, columns, measure};
use crate::scenario::{Hypothesis, Scenario};
use crate::text::{Text, text};

/// A life of a sweep; what cannot be told is NaN.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    /// In the order of [`ENDS`].
    pub ends: Vec<f64>,
    /// Measures of the organisation on the last day, in the order of the record.
    pub last: Vec<f32>,
    /// What each hypothesis asks.
    pub asked: Vec<f64>,
}

/// A number that a life comes to.
#[derive(Clone, Copy, Debug)]
pub struct End {
    /// Its column.
    pub key: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What it is called.
    pub name: Text,
    /// What it means.
    pub meaning: Text,
}

const fn end(key: &'static str, unit: &'static str, name: Text, meaning: Text) -> End {
    End { key, unit, name, meaning }
}

/// What a life comes to, besides what is measured on its last day.
#[rustfmt::skip]
pub const ENDS: [End; 15] = [
    end("level_before", "0 to 1", text("Level before", "Niveau vooraf"), text("Trust in whoever breaks it first, before that: 20-day mean.", "Vertrouwen in wie het eerst breekt, daarvoor: gemiddelde over 20 dagen.")),
    end("lowest", "0 to 1", text("Lowest level", "Laagste niveau"), text("Its lowest 5-day mean within 60 days after.", "Het laagste gemiddelde over 5 dagen binnen 60 dagen erna.")),
    end("fall", "0 to 1", text("Fall", "Val"), text("Level before less lowest level.", "Niveau vooraf min laagste niveau.")),
    end("return_days", "working days", text("Days without trust", "Dagen zonder vertrouwen"), text("Days from the breach until trust was back; where it never was (`returned` is 0), to the end. Missing if it did not visibly fall.", "Dagen van de vertrouwensbreuk tot het vertrouwen terug was; waar dat nooit gebeurde (`returned` is 0), tot het einde. Ontbreekt als het niet zichtbaar zakte.")),
    end("returned", "0 to 1", text("Share that came back", "Deel dat terugkwam"), text("1 if trust was back before the end, 0 if not; missing if it did not visibly fall.", "1 als het vertrouwen voor het einde terug was, 0 als niet; ontbreekt als het niet zichtbaar zakte.")),
    end("twin_return_days", "working days", text("Days to the twin's level", "Dagen tot het niveau van de tweeling"), text("The same until trust was level with the twin's.", "Hetzelfde tot het vertrouwen gelijk stond met dat van de tweeling.")),
    end("twin_returned", "0 to 1", text("Level with the twin", "Gelijk met de tweeling"), text("1 if it was level with the twin's.", "1 als het gelijk stond met dat van de tweeling.")),
    end("scar", "0 to 1", text("Lasting scar", "Blijvend litteken"), text("Level before less the last 20-day mean.", "Niveau vooraf min het laatste gemiddelde over 20 dagen.")),
    end("won_back", "of the fall", text("Share won back", "Teruggewonnen deel"), text("Share of the fall that is won back on the last day: 1 less scar by fall; missing where it did not visibly fall.", "Deel van de val dat op de laatste dag teruggewonnen is: 1 min litteken gedeeld door val; ontbreekt als het niet zichtbaar zakte.")),
    end("trust_days_lost", "trust-days", text("Trust-days lost", "Verloren vertrouwensdagen"), text("Trust of the twin less own trust, summed over people and days from the breach on.", "Vertrouwen van de tweeling min het eigen, opgeteld over mensen en dagen vanaf de vertrouwensbreuk.")),
    end("more_leavers", "people", text("More leavers", "Meer vertrekkers"), text("People who left of themselves or otherwise from the breach on, less those of the twin.", "Mensen die vanaf de vertrouwensbreuk uit zichzelf of anders vertrokken, min die van de tweeling.")),
    end("leavers", "people", text("Leavers", "Vertrekkers"), text("People who left of themselves or otherwise from the first breach on, scheduled exits apart.", "Mensen die vanaf de eerste vertrouwensbreuk uit zichzelf of anders vertrokken, geplande vertrekken niet meegeteld.")),
    end("cost", "person-days", text("Cost", "Kosten"), text("Everything that the model books as cost since day 0, lost output apart.", "Alles wat het model aan kosten boekt sinds dag 0, zonder verloren output.")),
    end("trust_days", "trust-days", text("Trust-days", "Vertrouwensdagen"), text("Trust in whoever breaks it first, summed over people and days from then on.", "Vertrouwen in wie het eerst breekt, opgeteld over mensen en dagen vanaf dan.")),
    end("trust_end", "0 to 1", text("Trust on the last day", "Vertrouwen op de laatste dag"), text("Trust in whoever breaks it first, on the last day; where nothing is broken, in the leader.", "Vertrouwen in wie het eerst breekt, op de laatste dag; waar niets gebroken wordt, in de leidinggevende.")),
];

impl Endpoint {
    /// Of a life of this scenario, beside its twin if it has one.
    pub fn of(scenario: &Scenario, number: u32, life: &Life, twin: Option<&Life>, hypotheses: &[Hypothesis]) -> Self {
        let headline = Headline::of(scenario);
        let days = shared_days(std::iter::once(life), headline.referent);
        let came = outcome(headline, scenario, number, life, twin, &days);
        let course = if headline.lost { leading_course(scenario, headline.referent, number, life, twin) } else { None };
        let of = |value: Option<f64>| value.unwrap_or(f64::NAN);
        let days_of = |wait: Option<Wait>| [of(wait.map(|wait| wait.days)), of(wait.map(|wait| f64::from(u8::from(wait.ended))))];
        let (back, level) = (days_of(came.back), days_of(came.level));
        let course = course.as_ref();
        let beside = course.and_then(|course| course.twin);
        let trust_end = life.trust_in(headline.referent).last().map_or(f64::NAN, f64::from);
        let won_back = course.map_or(f64::NAN, hypothesis::won_back_of);
        let ends = [
            of(course.map(|course| course.before)),
            of(course.map(|course| course.lowest)),
            of(course.map(|course| course.fall)),
            back[0],
            back[1],
            level[0],
            level[1],
            of(course.and_then(|course| course.scar)),
            won_back,
            of(beside.map(|twin| twin.trust_days_lost)),
            of(beside.map(|twin| twin.more_leavers)),
            came.leavers,
            came.cost(),
            came.trust_days,
            trust_end,
        ];
        let last = life.organisation.chunks_exact(columns(false).len().max(1)).last().unwrap_or_default().to_vec();
        let ask = |hypothesis: &Hypothesis| match measure(&hypothesis.outcome) {
            Some(_) => hypothesis::value(life, hypothesis, hypothesis::last_of(&life.days, hypothesis.day.unwrap_or(scenario.run.length))),
            None if hypothesis.outcome == WON_BACK => won_back,
            None => hypothesis::whole(&came, &hypothesis.outcome),
        };
        Self { ends: ends.to_vec(), last, asked: hypotheses.iter().map(ask).collect() }
    }

    /// A number by its key.
    pub fn end(&self, key: &str) -> f64 {
        ENDS.iter().position(|end| end.key == key).and_then(|at| self.ends.get(at)).copied().unwrap_or(f64::NAN)
    }
}
