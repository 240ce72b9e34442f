//! # Referents
//!
//! The three whom every employee trusts or not: each colleague, the leader of the team, top management.

use serde::{Deserialize, Serialize};

/// The three whom people trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Referent {
    /// A colleague.
    Colleague,
    /// The leader of one's team.
    Leader,
    /// Top management.
    Top,
}

impl Referent {
    /// All, in the order used everywhere.
    pub const ALL: [Referent; 3] = [Referent::Colleague, Referent::Leader, Referent::Top];

    /// The word used in files.
    pub const fn key(self) -> &'static str {
        match self {
            Referent::Colleague => "colleague",
            Referent::Leader => "leader",
            Referent::Top => "top",
        }
    }
}

/// Declares a type that holds one value for each case of an enum, in the order of the enum. It costs what an array costs and is
/// stored as one.
macro_rules! one_for_each {
    ($(#[$doc:meta])* $name:ident: $case:ident, $count:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $name<T>(pub [T; $count]);

        impl<T> $name<T> {
            /// What `value` says of each.
            #[inline(always)]
            pub fn of(mut value: impl FnMut($case) -> T) -> Self {
                Self(std::array::from_fn(|at| value($case::ALL[at])))
            }

            /// Each value changed.
            #[inline(always)]
            pub fn map<U>(self, change: impl FnMut(T) -> U) -> $name<U> {
                $name(self.0.map(change))
            }

            /// The values, in order.
            #[inline(always)]
            pub fn iter(&self) -> std::slice::Iter<'_, T> {
                self.0.iter()
            }

            /// The values, in order, to be changed.
            #[inline(always)]
            pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
                self.0.iter_mut()
            }
        }

        impl<T: Copy> $name<T> {
            /// The same value for each.
            pub const fn all(value: T) -> Self {
                Self([value; $count])
            }

            /// Each with its value, in order.
            #[inline(always)]
            pub fn each(self) -> impl Iterator<Item = ($case, T)> {
                $case::ALL.into_iter().zip(self.0)
            }
        }

        impl<T> std::ops::Index<$case> for $name<T> {
            type Output = T;

            #[inline(always)]
            fn index(&self, case: $case) -> &T {
                &self.0[case as usize]
            }
        }

        impl<T> std::ops::IndexMut<$case> for $name<T> {
            #[inline(always)]
            fn index_mut(&mut self, case: $case) -> &mut T {
                &mut self.0[case as usize]
            }
        }

        impl<T> IntoIterator for $name<T> {
            type Item = T;
            type IntoIter = std::array::IntoIter<T, $count>;

            #[inline(always)]
            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a, T> IntoIterator for &'a $name<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;

            #[inline(always)]
            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<'a, T> IntoIterator for &'a mut $name<T> {
            type Item = &'a mut T;
            type IntoIter = std::slice::IterMut<'a, T>;

            #[inline(always)]
            fn into_iter(self) -> Self::IntoIter {
                self.0.iter_mut()
            }
        }
    };
}
pub(crate) use one_for_each;

one_for_each! {
    /// One value for each referent.
    ByReferent: Referent, 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case_finds_its_own_value_and_they_are_stored_as_an_array() {
        let mut trust = ByReferent::of(|referent| referent as u8 + 1);
        trust[Referent::Leader] = 7;
        assert_eq!(trust.each().collect::<Vec<_>>(), [(Referent::Colleague, 1), (Referent::Leader, 7), (Referent::Top, 3)]);
        assert_eq!(serde_json::to_string(&trust).unwrap(), "[1,7,3]");
    }
}
