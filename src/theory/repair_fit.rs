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
//! **Source.** The article (AR-48 to AR-55), which says what fits what; published sizes where there are any, beside each row.

use super::repair::{Fit, RepairKind};

#[rustfmt::skip]
crate::theory::table! {
    /// The table: a row for each repair, in the order of [`RepairKind::ALL`].
    FitLaw [17][11] [
        "competence" "factor" 0.0 .. 2.0 ("How well ", " fits a competence breach.") ("Hoe goed ", " past bij een bekwaamheidsbreuk.");
        "reliability" "factor" 0.0 .. 2.0 ("How well ", " fits a reliability breach.") ("Hoe goed ", " past bij een betrouwbaarheidsbreuk.");
        "benevolence" "factor" 0.0 .. 2.0 ("How well ", " fits a benevolence breach.") ("Hoe goed ", " past bij een welwillendheidsbreuk.");
        "integrity" "factor" 0.0 .. 2.0 ("How well ", " fits an integrity breach.") ("Hoe goed ", " past bij een integriteitsbreuk.");
        "slip" "factor" 0.0 .. 2.0 ("How well ", " fits what was small and not meant.") ("Hoe goed ", " past bij wat klein en niet gewild was.");
        "betrayal" "factor" 0.0 .. 2.0 ("How well ", " fits what was severe or meant.") ("Hoe goed ", " past bij wat ernstig of gewild was.");
        "colleague" "factor" 0.0 .. 2.0 ("How well ", " fits a colleague who broke trust.") ("Hoe goed ", " past bij een collega die het vertrouwen brak.");
        "leader" "factor" 0.0 .. 2.0 ("How well ", " fits a leader who broke trust.") ("Hoe goed ", " past bij een leidinggevende die het vertrouwen brak.");
        "top" "factor" 0.0 .. 2.0 ("How well ", " fits top management that broke trust.") ("Hoe goed ", " past bij een topmanagement dat het vertrouwen brak.");
        "person" "factor" 0.0 .. 2.0 ("How well ", " fits one person who was hurt.") ("Hoe goed ", " past bij één persoon die geraakt werd.");
        "team" "factor" 0.0 .. 2.0 ("How well ", " fits a team that was hurt.") ("Hoe goed ", " past bij een team dat geraakt werd.");
    ]
    // kinds: competence, reliability, benevolence, integrity; slip, betrayal; by: colleague, leader, top; hurt: one person, a team
    "acknowledgement" "an acknowledgement" "erkenning" [0.9, 0.8, 0.4, 0.6,  1.0, 0.3,  1.0, 0.7, 0.5,  1.0, 0.7] "the article (AR-51); below an apology (Yuan et al. 2017)";
    "apology" "an apology" "een verontschuldiging" [1.0, 0.8, 0.6, 0.35,  1.0, 0.25,  1.0, 0.6, 0.4,  1.0, 0.6] "apology .55 after competence, .25 after integrity breaches: Yuan et al. 2017, Kim et al. 2004; groups: Kim et al. 2013; the rest is judgement";
    "explanation" "an explanation" "uitleg" [1.0, 0.6, 0.4, 0.15,  1.0, 0.2,  1.0, 0.8, 0.7,  0.9, 1.0] "fits where the cause was not in the person: Shaw et al. 2003, direction; sizes are judgement";
    "promise" "a promise" "een belofte" [0.5, 1.0, 0.5, 0.3,  1.0, 0.3,  1.0, 0.6, 0.4,  1.0, 0.7] "speaks to what will be done: Schweitzer et al. 2006; sizes are judgement";
    "denial" "a denial" "een ontkenning" [0.0, 0.15, 0.4, 1.0,  0.6, 0.6,  1.0, 0.8, 0.8,  1.0, 0.8] "denial after integrity, not after competence breaches: Kim et al. 2004, contested since; sizes are judgement";
    "amends" "making amends" "genoegdoening" [0.7, 1.0, 0.5, 0.4,  1.0, 0.4,  1.0, 1.0, 0.6,  1.0, 0.6] "substantive amends, a deed, where something was lost: Bottom et al. 2002; sizes are judgement";
    "open_acknowledgement" "an open acknowledgement" "openlijke erkenning" [0.5, 0.9, 0.6, 1.0,  0.2, 0.9,  0.9, 1.0, 0.8,  0.5, 1.0] "the article (AR-53): before the whole team; sizes are judgement";
    "visible_leadership" "visible leadership" "zichtbaar leiderschap" [0.3, 0.7, 1.0, 0.8,  0.3, 1.0,  0.5, 1.0, 0.9,  0.4, 1.0] "the article (AR-53): presence after a team was hurt; sizes are judgement";
    "facilitated_dialogue" "a facilitated dialogue" "een begeleid gesprek" [0.2, 0.5, 1.0, 0.5,  0.4, 0.8,  1.0, 0.9, 0.5,  0.6, 1.0] "judgement: feelings that a team shares (AR-52) ask for a talk with everyone present";
    "changed_conduct" "changed conduct" "ander gedrag" [0.6, 1.0, 0.7, 0.8,  0.5, 1.0,  0.8, 1.0, 0.9,  0.9, 1.0] "the article (AR-54): leaders need deeds; sizes are judgement";
    "empathy" "empathy" "empathie" [0.15, 0.3, 1.0, 0.3,  0.9, 0.6,  0.8, 1.0, 0.7,  1.0, 0.8] "shows care: fits what was read as not caring (AR-54); sizes are judgement";
    "consistent_support" "consistent support" "consistente steun" [1.0, 0.6, 0.9, 0.3,  0.3, 1.0,  0.6, 1.0, 0.8,  0.9, 1.0] "the article (AR-54): leaders need deeds; sizes are judgement";
    "policy_reform" "a policy reform" "een beleidshervorming" [0.4, 1.0, 0.3, 0.9,  0.0, 1.0,  0.3, 0.6, 1.0,  0.5, 1.0] "the article (AR-55): severe or intended breaches need structure; Gillespie & Dietz 2009; sizes are judgement";
    "leader_replacement" "replacing the leader" "vervanging van de leidinggevende" [1.0, 0.5, 0.7, 1.0,  0.0, 1.0,  0.0, 1.0, 1.0,  0.6, 1.0] "the article (AR-55): severe or intended breaches need structure; sizes are judgement";
    "culture_programme" "a culture programme" "een cultuurprogramma" [0.1, 0.5, 1.0, 0.6,  0.0, 1.0,  0.7, 0.8, 0.9,  0.4, 1.0] "the article (AR-55): severe or intended breaches need structure; sizes are judgement";
    "independent_investigation" "an independent investigation" "een onafhankelijk onderzoek" [0.2, 0.2, 0.3, 1.0,  0.1, 1.0,  0.6, 0.8, 1.0,  0.7, 1.0] "answers doubt about who did it: Gillespie, Dietz & Lockey 2014 (a case); sizes are judgement";
    "compensation" "a compensation" "een compensatie" [0.5, 0.8, 1.0, 0.4,  0.5, 1.0,  0.3, 0.6, 1.0,  1.0, 0.8] "penance after a breach by top management: Ferrin et al. 2018; sizes are judgement";
}

impl FitLaw {
    /// The row of one repair.
    pub fn of(&self, what: RepairKind) -> Fit {
        Fit(self.0[what as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_of_the_table_is_a_parameter_of_its_own() {
        let mut table = FitLaw::default();
        assert_eq!(FitLaw::ROWS.len(), RepairKind::ALL.len() * FitLaw::COLUMNS.len());
        for (at, row) in FitLaw::ROWS.iter().enumerate() {
            let (what, column) = (RepairKind::ALL[at / FitLaw::COLUMNS.len()], at % FitLaw::COLUMNS.len());
            assert_eq!(row.key, format!("{}_{}", what.key(), FitLaw::COLUMNS[column]));
            assert_eq!((table.get(row.key), table.of(what).0[column].to_bits()), (Some(row.default), row.default.to_bits()));
            assert!(table.set(row.key, 1.5) && table.get(row.key) == Some(1.5));
            table.set(row.key, row.default);
            assert_eq!(table, FitLaw::default());
        }
        assert!(table.get("apology_moon").is_none() && !table.set("moon", 1.0));
    }

    #[test]
    fn every_repair_is_good_for_something_and_less_good_for_something_else() {
        for &what in RepairKind::ALL {
            let Fit([kinds @ .., slip, betrayal, _, _, _, _, _]) = FitLaw::default().of(what);
            let (best, worst) = (kinds.iter().copied().fold(0.0, f64::max), kinds.iter().copied().fold(2.0, f64::min));
            assert!(best >= 0.9 && worst <= 0.6 * best, "{what:?}");
            assert!(slip.max(betrayal) > 0.5, "{what:?}");
        }
    }
}
