//! # The laws
//!
//! Pure functions of numbers: no dice, no people. Each file holds one concept: the word, the equation, its symbols, its
//! limits, its source, its parameters and its tests.

mod bounds;
mod parameter;
pub use bounds::{larger, smaller};
pub use parameter::{Grade, Parameter};
pub(crate) use parameter::{parameters, table};

pub mod acquaintance;
pub mod behaviour;
pub mod belief;
pub mod breach;
pub mod contact;
pub mod cost;
pub mod healing;
pub mod health;
pub mod impression;
pub mod outcome;
pub mod practice;
pub mod quotient;
pub mod referent;
pub mod repair;
pub mod repair_fit;
pub mod retaliation;
pub mod spread;
pub mod survey;
pub mod team;
pub mod turnover;

/// Gathers the parameter groups: one line per law, in the order in which they are listed to people.
macro_rules! groups {
    ($($group:ident: $law:ty, $en:literal, $nl:literal;)*) => {
        /// Every parameter in force, by law. The TOML key of one is `group.key`.
        #[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct Parameters {
            $(#[doc = $en] pub $group: $law,)*
        }

        impl Parameters {
            /// The groups: TOML table, what it is about, its rows.
            pub const GROUPS: &'static [Group] = &[
                $(Group { key: stringify!($group), about: crate::text::text($en, $nl), rows: <$law>::ROWS },)*
            ];

            /// The value of `group.key`.
            pub fn get(&self, group: &str, key: &str) -> Option<f64> {
                match group { $(stringify!($group) => self.$group.get(key),)* _ => None }
            }

            /// Sets `group.key`; `false` if there is no such parameter. The caller checks the range.
            pub fn set(&mut self, group: &str, key: &str, value: f64) -> bool {
                match group { $(stringify!($group) => self.$group.set(key, value),)* _ => false }
            }
        }
    };
}

/// One parameter with the key of its law.
#[derive(Clone, Copy, Debug)]
pub struct LawParameter {
    /// The TOML table.
    pub group: &'static str,
    /// Its row.
    pub row: &'static Parameter,
}

impl LawParameter {
    /// `group.key`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.group, self.row.key)
    }
}

impl Parameters {
    /// Every parameter, law by law.
    pub fn listed() -> impl Iterator<Item = LawParameter> {
        Self::GROUPS.iter().flat_map(|group| group.rows.iter().map(|row| LawParameter { group: group.key, row }))
    }

    /// The parameter of this path, `group.key`.
    pub fn find(path: &str) -> Option<LawParameter> {
        let (group, key) = path.split_once('.')?;
        Self::listed().find(|known| known.group == group && known.row.key == key)
    }

    /// The value of one.
    pub fn value(&self, of: &LawParameter) -> f64 {
        self.get(of.group, of.row.key).unwrap_or(of.row.default)
    }
}

/// The parameters of one law.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The TOML table.
    pub key: &'static str,
    /// What the law is about.
    pub about: crate::text::Text,
    /// Its rows.
    pub rows: &'static [Parameter],
}

groups! {
    quotient: quotient::Quotient, "Trust quotient: from facets and risk to the chance of trusting", "Vertrouwensquotiënt: van facetten en risico naar de kans op vertrouwen";
    impression: impression::Impression, "First impressions", "Eerste indrukken";
    contact: contact::Contact, "Contact and withholding", "Contact en terughoudendheid";
    belief: belief::Belief, "How one act moves a belief", "Hoe één gedraging een overtuiging verschuift";
    behaviour: behaviour::BehaviourLaw, "Everyday behaviour: when it is done well", "Alledaags gedrag: wanneer het goed gebeurt";
    behaviours: behaviour::Frequencies, "How often each of the ten behaviours is shown, and how well", "Hoe vaak elk van de tien gedragingen getoond wordt, en hoe goed";
    own: behaviour::OwnLaw, "What each behaviour moves of itself, apart from trust", "Wat elke gedraging uit zichzelf beweegt, los van vertrouwen";
    loadings: behaviour::Loadings, "What each of the ten behaviours tells, and how often there is an occasion for it", "Wat elk van de tien gedragingen vertelt, en hoe vaak er aanleiding toe is";
    practice: practice::PracticeLaw, "Institutional practices: how they are seen and how they work", "Institutionele praktijken: hoe ze gezien worden en hoe ze werken";
    signals: practice::Signals, "What a signal of each practice tells, and of whom", "Wat een signaal van elke praktijk vertelt, en over wie";
    breach: breach::BreachLaw, "Breach: what it takes at once", "Vertrouwensbreuk: wat ze meteen wegneemt";
    incident: breach::Incident, "Incidents: breaches that come by hazard", "Incidenten: vertrouwensbreuken die bij toeval komen";
    healing: healing::Healing, "Healing: wounds, scars, probation", "Helen: wonden, littekens, proeftijd";
    restoring: repair::RepairLaw, "Repair: what each can heal, and when it fits", "Herstel: wat elk kan helen, en wanneer het past";
    repair_fit: repair_fit::FitLaw, "Which repair fits which breach: the table", "Welk herstel bij welke vertrouwensbreuk past: de tabel";
    spread: spread::SpreadLaw, "Spread: gossip, team mood, the line", "Verspreiding: roddel, teamstemming, de lijn";
    retaliation: retaliation::RetaliationLaw, "Retaliation: rumour, sabotage, theft", "Vergelding: gerucht, sabotage, diefstal";
    outcome: outcome::OutcomeLaw, "Outcomes of the individual", "Uitkomsten voor het individu";
    health: health::HealthLaw, "Health: sick leave", "Gezondheid: ziekteverzuim";
    team: team::TeamLaw, "Outcomes of the team and the organisation", "Uitkomsten voor het team en de organisatie";
    turnover: turnover::TurnoverLaw, "Turnover: leaving, contagion, joining", "Verloop: vertrekken, besmetting, starten";
    survey: survey::SurveyLaw, "Survey: answers with error", "Enquête: antwoorden met fout";
    cost: cost::CostLaw, "Costs in person-days", "Kosten in persoonsdagen";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_default_within_its_range_and_is_explained_in_both_languages() {
        for group in Parameters::GROUPS {
            for row in group.rows {
                assert!(row.low <= row.default && row.default <= row.high, "{}.{}", group.key, row.key);
                assert!(!row.meaning.en.is_empty() && !row.meaning.nl.is_empty() && !row.source.is_empty(), "{}.{}", group.key, row.key);
                assert_eq!(Parameters::default().get(group.key, row.key), Some(row.default));
            }
        }
    }
}
