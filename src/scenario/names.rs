//! # The words of the files
//!
//! What the choices of a file are called, in the order in which they are listed.

use super::{Audience, BreachKind, Cadence, Direction, Referent, RepairKind, ShockKind, Start};

/// The facets, in the order used everywhere.
pub const FACETS: [&str; 4] = ["competence", "reliability", "intentions", "honesty"];

/// The keys of a trigger that look at surveyed trust, in the order of `Referent`.
pub const TRUST_BELOW: [&str; 3] = ["survey_trust_colleague_below", "survey_trust_leader_below", "survey_trust_top_below"];

/// How often series are recorded.
pub const CADENCES: [(&str, Cadence); 3] = [("daily", Cadence::Daily), ("weekly", Cadence::Weekly), ("monthly", Cadence::Monthly)];

/// How people stand to one another on day 0.
pub const STARTS: [(&str, Start); 2] = [("settled", Start::Settled), ("strangers", Start::Strangers)];

/// The three whom people trust.
pub const REFERENTS: [(&str, Referent); 3] =
    [(Referent::Colleague.key(), Referent::Colleague), (Referent::Leader.key(), Referent::Leader), (Referent::Top.key(), Referent::Top)];

/// Kinds of breach.
pub const BREACHES: [(&str, BreachKind); 4] = [
    (BreachKind::Competence.key(), BreachKind::Competence),
    (BreachKind::Reliability.key(), BreachKind::Reliability),
    (BreachKind::Benevolence.key(), BreachKind::Benevolence),
    (BreachKind::Integrity.key(), BreachKind::Integrity),
];

/// Who learns of a breach, from few to many.
pub const AUDIENCES: [(&str, Audience); 4] = [
    (Audience::Victim.key(), Audience::Victim),
    (Audience::Team.key(), Audience::Team),
    (Audience::Department.key(), Audience::Department),
    (Audience::Organisation.key(), Audience::Organisation),
];

/// Kinds of shock.
pub const SHOCKS: [(&str, ShockKind); 3] =
    [("reorganisation", ShockKind::Reorganisation), ("lay_off", ShockKind::LayOff), ("lost_client", ShockKind::LostClient)];

/// Which way a difference is expected to go.
pub const DIRECTIONS: [(&str, Direction); 2] = [("greater", Direction::Greater), ("less", Direction::Less)];

/// The word for `value`.
pub fn word<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|row| row.1 == *value).map_or("", |row| row.0)
}

/// The value that `word` stands for.
pub fn value<T: Copy>(names: &[(&str, T)], word: &str) -> Option<T> {
    names.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// The repair that `word` stands for.
pub fn repair(word: &str) -> Option<RepairKind> {
    RepairKind::ALL.iter().copied().find(|kind| kind.key() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_serde_writes() {
        for (word, value) in BREACHES {
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{word}\""));
        }
        for (word, value) in AUDIENCES {
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{word}\""));
        }
        for (word, value) in SHOCKS {
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{word}\""));
        }
        for (word, value) in REFERENTS {
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{word}\""));
        }
        for (word, value) in CADENCES {
            assert_eq!(serde_json::to_string(&value).unwrap(), format!("\"{word}\""));
        }
    }
}
