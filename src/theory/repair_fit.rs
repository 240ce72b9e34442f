//! # Fit of repairs
//!
//! Which repair answers which breach: one table, a row for each repair.
//!
//! ```text
//!   fit = kind · (slip + (betrayal − slip) · gravity) · by · hurt        gravity: see repair
//! ```
//!
//! | symbol   | meaning                                                                       | range |
//! |----------|-------------------------------------------------------------------------------|-------|
//! | kind     | how well it fits a competence, reliability, benevolence, integrity breach     | 0 to 2 |
//! | slip     | how well it fits what was small and not meant                                 | 0 to 2 |
//! | betrayal | how well it fits what was severe or meant                                     | 0 to 2 |
//! | by       | how well it fits when a colleague, the leader, top management broke trust     | 0 to 2 |
//! | hurt     | how well it fits when one person, when a whole team was hurt                  | 0 to 2 |
//!
//! **Read it as.** Every repair is good for something and bad for something. A factor of 1 is full fit; how much a full fit
//! heals is the size of the repair ([`repair`](super::repair)).
//!
//! **Limits.** Where one factor is 0 the repair does nothing, however well the others fit.
//!
//! **Source.** The article, which says what fits what; published sizes where there are any, beside each row.

use serde::{Deserialize, Serialize};

use super::repair::RepairKind;
use super::{Grade, Parameter};
use crate::text::{Text, text};

/// How well one repair fits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// Kinds of breach, in the order of [`BreachKind::ALL`](super::breach::BreachKind::ALL).
    pub kinds: [f64; 4],
    /// What was small and not meant.
    pub slip: f64,
    /// What was severe or meant.
    pub betrayal: f64,
    /// Who broke trust: a colleague, the leader, top management.
    pub by: [f64; 3],
    /// Who was hurt: one person, a whole team.
    pub hurt: [f64; 2],
}

/// Columns of the table: the end of the key, and what it is about.
pub const COLUMNS: [(&str, Text); 11] = [
    ("competence", text("a competence breach", "een bekwaamheidsbreuk")),
    ("reliability", text("a reliability breach", "een betrouwbaarheidsbreuk")),
    ("benevolence", text("a benevolence breach", "een welwillendheidsbreuk")),
    ("integrity", text("an integrity breach", "een integriteitsbreuk")),
    ("slip", text("what was small and not meant", "wat klein en niet gewild was")),
    ("betrayal", text("what was severe or meant", "wat ernstig of gewild was")),
    ("colleague", text("a colleague who broke trust", "een collega die het vertrouwen brak")),
    ("leader", text("a leader who broke trust", "een leidinggevende die het vertrouwen brak")),
    ("top", text("top management that broke trust", "een topmanagement dat het vertrouwen brak")),
    ("person", text("one person who was hurt", "één persoon die geraakt werd")),
    ("team", text("a team that was hurt", "een team dat geraakt werd")),
];

impl Fit {
    /// The numbers in the order of [`COLUMNS`].
    pub const fn numbers(&self) -> [f64; 11] {
        let Fit { kinds: [c, r, b, i], slip, betrayal, by: [colleague, leader, top], hurt: [person, team] } = *self;
        [c, r, b, i, slip, betrayal, colleague, leader, top, person, team]
    }

    fn number(&mut self, column: usize) -> &mut f64 {
        match column {
            0..4 => &mut self.kinds[column],
            4 => &mut self.slip,
            5 => &mut self.betrayal,
            6..9 => &mut self.by[column - 6],
            _ => &mut self.hurt[column - 9],
        }
    }
}

/// One parameter: a column of the row of one repair.
const fn parameter(key: &'static str, default: f64, source: &'static str, en: &'static str, nl: &'static str) -> Parameter {
    Parameter { key, unit: "factor", default, low: 0.0, high: 2.0, grade: Grade::Assumed, source, meaning: text(en, nl) }
}

/// The eleven parameters of a row, from the words of a repair.
macro_rules! columns {
    ($key:literal, $en:literal, $nl:literal, $fit:expr, $source:literal) => {{
        const FIT: [f64; 11] = $fit.numbers();
        columns!(@ $key, $en, $nl, $source, FIT,
            0 "competence" "a competence breach" "een bekwaamheidsbreuk",
            1 "reliability" "a reliability breach" "een betrouwbaarheidsbreuk",
            2 "benevolence" "a benevolence breach" "een welwillendheidsbreuk",
            3 "integrity" "an integrity breach" "een integriteitsbreuk",
            4 "slip" "what was small and not meant" "wat klein en niet gewild was",
            5 "betrayal" "what was severe or meant" "wat ernstig of gewild was",
            6 "colleague" "a colleague who broke trust" "een collega die het vertrouwen brak",
            7 "leader" "a leader who broke trust" "een leidinggevende die het vertrouwen brak",
            8 "top" "top management that broke trust" "een topmanagement dat het vertrouwen brak",
            9 "person" "one person who was hurt" "één persoon die geraakt werd",
            10 "team" "a team that was hurt" "een team dat geraakt werd")
    }};
    (@ $key:literal, $en:literal, $nl:literal, $source:literal, $fit:ident, $($column:literal $end:literal $what_en:literal $what_nl:literal),*) => {
        [$(parameter(
            concat!($key, "_", $end), $fit[$column], $source,
            concat!("How well ", $en, " fits ", $what_en, "."),
            concat!("Hoe goed ", $nl, " past bij ", $what_nl, "."),
        ),)*]
    };
}

macro_rules! fits {
    ($($variant:ident $key:literal $en:literal $nl:literal $kinds:expr, $slip:literal, $betrayal:literal, $by:expr, $hurt:expr, $source:literal;)*) => {
        const DEFAULTS: [Fit; RepairKind::ALL.len()] =
            [$(Fit { kinds: $kinds, slip: $slip, betrayal: $betrayal, by: $by, hurt: $hurt },)*];
        const BY_REPAIR: [[Parameter; 11]; RepairKind::ALL.len()] = [
            $(columns!($key, $en, $nl, DEFAULTS[RepairKind::$variant as usize], $source),)*
        ];
    };
}

// kinds: competence, reliability, benevolence, integrity; slip, betrayal; by: colleague, leader, top; hurt: one person, a team
#[rustfmt::skip]
fits! {
    Acknowledgement "acknowledgement" "an acknowledgement" "erkenning" [0.9, 0.8, 0.4, 0.6], 1.0, 0.3, [1.0, 0.7, 0.5], [1.0, 0.7], "the article; below an apology (Yuan et al. 2017)";
    Apology "apology" "an apology" "een verontschuldiging" [1.0, 0.8, 0.6, 0.35], 1.0, 0.25, [1.0, 0.6, 0.4], [1.0, 0.6], "apology .55 after competence, .25 after integrity breaches: Yuan et al. 2017, Kim et al. 2004; groups: Kim et al. 2013; the rest is judgement";
    Explanation "explanation" "an explanation" "uitleg" [1.0, 0.6, 0.4, 0.15], 1.0, 0.2, [1.0, 0.8, 0.7], [0.9, 1.0], "fits where the cause was not in the person: Shaw et al. 2003, direction; sizes are judgement";
    Promise "promise" "a promise" "een belofte" [0.5, 1.0, 0.5, 0.3], 1.0, 0.3, [1.0, 0.6, 0.4], [1.0, 0.7], "speaks to what will be done: Schweitzer et al. 2006; sizes are judgement";
    Denial "denial" "a denial" "een ontkenning" [0.0, 0.15, 0.4, 1.0], 0.6, 0.6, [1.0, 0.8, 0.8], [1.0, 0.8], "denial after integrity, not after competence breaches: Kim et al. 2004, contested since; sizes are judgement";
    Amends "amends" "making amends" "genoegdoening" [0.7, 1.0, 0.6, 0.5], 1.0, 0.4, [1.0, 0.9, 0.6], [1.0, 0.6], "substantive amends where something was lost: Bottom et al. 2002; sizes are judgement";
    OpenAcknowledgement "open_acknowledgement" "an open acknowledgement" "openlijke erkenning" [0.5, 0.9, 0.6, 1.0], 0.2, 0.9, [0.9, 1.0, 0.8], [0.5, 1.0], "the article: before the whole team; sizes are judgement";
    VisibleLeadership "visible_leadership" "visible leadership" "zichtbaar leiderschap" [0.3, 0.7, 1.0, 0.8], 0.3, 1.0, [0.5, 1.0, 0.9], [0.4, 1.0], "the article: presence after a team was hurt; sizes are judgement";
    FacilitatedDialogue "facilitated_dialogue" "a facilitated dialogue" "een begeleid gesprek" [0.2, 0.5, 1.0, 0.5], 0.4, 0.8, [1.0, 0.9, 0.5], [0.6, 1.0], "the article: a talk with everyone present; sizes are judgement";
    ChangedConduct "changed_conduct" "changed conduct" "ander gedrag" [0.6, 1.0, 0.7, 0.8], 0.5, 1.0, [0.8, 1.0, 0.9], [0.9, 1.0], "the article: leaders need deeds; sizes are judgement";
    Empathy "empathy" "empathy" "empathie" [0.15, 0.3, 1.0, 0.3], 0.9, 0.6, [0.8, 1.0, 0.7], [1.0, 0.8], "shows care: fits what was read as not caring; sizes are judgement";
    ConsistentSupport "consistent_support" "consistent support" "consistente steun" [1.0, 0.6, 0.9, 0.3], 0.3, 1.0, [0.6, 1.0, 0.8], [0.9, 1.0], "the article: leaders need deeds; sizes are judgement";
    PolicyReform "policy_reform" "a policy reform" "een beleidshervorming" [0.4, 1.0, 0.3, 0.9], 0.0, 1.0, [0.3, 0.6, 1.0], [0.5, 1.0], "the article: severe or intended breaches need structure; Gillespie & Dietz 2009; sizes are judgement";
    LeaderReplacement "leader_replacement" "replacing the leader" "vervanging van de leidinggevende" [1.0, 0.5, 0.7, 1.0], 0.0, 1.0, [0.0, 1.0, 1.0], [0.6, 1.0], "the article: severe or intended breaches need structure; sizes are judgement";
    CultureProgramme "culture_programme" "a culture programme" "een cultuurprogramma" [0.1, 0.5, 1.0, 0.6], 0.0, 1.0, [0.7, 0.8, 0.9], [0.4, 1.0], "the article: severe or intended breaches need structure; sizes are judgement";
    IndependentInvestigation "independent_investigation" "an independent investigation" "een onafhankelijk onderzoek" [0.2, 0.2, 0.3, 1.0], 0.1, 1.0, [0.6, 0.8, 1.0], [0.7, 1.0], "answers doubt about who did it: Gillespie, Dietz & Lockey 2014 (a case); sizes are judgement";
    Compensation "compensation" "a compensation" "een compensatie" [0.5, 0.8, 1.0, 0.4], 0.5, 1.0, [0.3, 0.6, 1.0], [1.0, 0.8], "penance after a breach by top management: Ferrin et al. 2018; sizes are judgement";
}

/// The table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitLaw([Fit; RepairKind::ALL.len()]);

impl Default for FitLaw {
    fn default() -> Self {
        Self(DEFAULTS)
    }
}

impl FitLaw {
    /// All parameters, repair by repair.
    pub const ROWS: &'static [Parameter] = BY_REPAIR.as_flattened();

    /// The row of one repair.
    pub fn of(&self, what: RepairKind) -> &Fit {
        &self.0[what as usize]
    }

    /// The value of `key`, if the table has it.
    pub fn get(&self, key: &str) -> Option<f64> {
        let at = Self::ROWS.iter().position(|row| row.key == key)?;
        Some(self.0[at / COLUMNS.len()].numbers()[at % COLUMNS.len()])
    }

    /// Sets `key`; `false` if the table does not have it. The caller checks the range.
    pub fn set(&mut self, key: &str, value: f64) -> bool {
        let Some(at) = Self::ROWS.iter().position(|row| row.key == key) else { return false };
        *self.0[at / COLUMNS.len()].number(at % COLUMNS.len()) = value;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_of_the_table_is_a_parameter_of_its_own() {
        let mut table = FitLaw::default();
        assert_eq!(FitLaw::ROWS.len(), RepairKind::ALL.len() * COLUMNS.len());
        for (at, row) in FitLaw::ROWS.iter().enumerate() {
            let (what, (column, about)) = (RepairKind::ALL[at / COLUMNS.len()], COLUMNS[at % COLUMNS.len()]);
            assert_eq!(row.key, format!("{}_{column}", what.key()));
            assert!(row.meaning.en.ends_with(&format!("{}.", about.en)) && row.meaning.nl.ends_with(&format!("{}.", about.nl)));
            assert_eq!(table.get(row.key), Some(row.default));
            assert!(table.set(row.key, 1.5) && table.get(row.key) == Some(1.5));
            table.set(row.key, row.default);
            assert_eq!(table, FitLaw::default());
        }
        assert!(table.get("apology_moon").is_none() && !table.set("moon", 1.0));
    }

    #[test]
    fn every_repair_is_good_for_something_and_less_good_for_something_else() {
        for &what in RepairKind::ALL {
            let Fit { kinds, slip, betrayal, .. } = *FitLaw::default().of(what);
            let (best, worst) = (kinds.iter().copied().fold(0.0, f64::max), kinds.iter().copied().fold(2.0, f64::min));
            assert!(best >= 0.9 && worst <= 0.6 * best, "{what:?}");
            assert!(slip.max(betrayal) > 0.5, "{what:?}");
        }
    }
}
