//! # Words
//!
//! What may be chosen in a file, each choice with the word that stands for it.

use crate::theory::breach::{Audience, BreachKind};
use crate::theory::referent::Referent;
use crate::theory::repair::RepairKind;

/// The facets, in the order used everywhere.
pub const FACETS: [&str; 4] = ["competence", "reliability", "intentions", "honesty"];

/// The keys of a trigger that look at surveyed trust, in the order of `Referent`.
pub const TRUST_BELOW: [&str; 3] = ["survey_trust_colleague_below", "survey_trust_leader_below", "survey_trust_top_below"];

/// A choice among words.
pub trait Word: Copy + PartialEq + 'static {
    /// All, in the order in which they are listed.
    const WORDS: &'static [Self];

    /// The word used in files.
    fn word(self) -> &'static str;
}

/// The words for all that may be chosen.
pub fn words<W: Word>() -> Vec<&'static str> {
    W::WORDS.iter().map(|choice| choice.word()).collect()
}

macro_rules! choices {
    ($($name:ident)*) => { $(impl $crate::scenario::word::Word for $name {
        const WORDS: &'static [Self] = &$name::ALL;
        fn word(self) -> &'static str { self.key() }
    })* };
}
choices! { Referent BreachKind Audience }

impl Word for RepairKind {
    const WORDS: &'static [Self] = RepairKind::ALL;
    fn word(self) -> &'static str {
        self.key()
    }
}

/// Declares a choice: each line is `Name "word" "meaning";`.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $word:literal $meaning:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $(#[doc = $meaning] $variant,)* }

        impl $name {
            /// All, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$($name::$variant),*];

            /// The word used in files.
            pub const fn key(self) -> &'static str { match self { $($name::$variant => $word,)* } }
        }

        impl $crate::scenario::word::Word for $name {
            const WORDS: &'static [Self] = Self::ALL;
            fn word(self) -> &'static str { self.key() }
        }
    };
}
pub(super) use choice;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_serde_writes() {
        fn alike<W: Word + serde::Serialize>() {
            for choice in W::WORDS {
                assert_eq!(serde_json::to_string(choice).unwrap(), format!("\"{}\"", choice.word()));
            }
        }
        alike::<Referent>();
        alike::<BreachKind>();
        alike::<Audience>();
        alike::<RepairKind>();
    }
}
