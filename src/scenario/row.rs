//! # Rows
//!
//! A key of a scenario file is said once, as a row of its table. From the row come the field and its documentation, what
//! holds when a file says nothing, reading and checking, `resolved.toml`, and what `explain`, `list`, `new` and `schema`
//! say of it.

use super::kind::Kind;
use crate::text::Text;

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The table; empty for keys at the top of the file.
    pub table: &'static str,
    /// The key.
    pub key: &'static str,
    /// What a Dutch speaker might write instead; empty when there is no row of it.
    pub dutch: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// The unit, in words; `"-"` for none.
    pub unit: &'static str,
    /// What holds when it is not given.
    pub fallback: Fallback,
    /// The values of `what` for which it may be given; empty for all.
    pub only: &'static [&'static str],
    /// What it means.
    pub meaning: Text,
}

/// What holds when a key is not given.
#[derive(Clone, Copy, Debug)]
pub enum Fallback {
    /// It must be given.
    Required,
    /// Nothing: the key says something extra.
    Nothing,
    /// This, which is written in TOML.
    Is(fn() -> String),
    /// This number.
    Number(f64),
    /// This, on or off.
    Switch(bool),
    /// It depends on other keys: the kind of repair, who broke trust, the position in the file.
    Depends,
}

impl Key {
    /// `table.key`, as in `--set`; `event.ID.key` for events, repairs and arms.
    pub fn path(&self) -> String {
        match self.table {
            "" => self.key.to_owned(),
            table @ ("event" | "repair" | "hypothesis" | "arms") => format!("{table}.ID.{}", self.key),
            table => format!("{table}.{}", self.key),
        }
    }

    /// The default as written in TOML, if there is one that does not depend on other keys.
    pub fn default(&self) -> Option<String> {
        match self.fallback {
            Fallback::Is(written) => Some(written()),
            Fallback::Number(number) => Some(format!("{number:?}")),
            Fallback::Switch(on) => Some(on.to_string()),
            Fallback::Required | Fallback::Nothing | Fallback::Depends => None,
        }
    }

    /// Whether it must be given.
    pub fn is_required(&self) -> bool {
        matches!(self.fallback, Fallback::Required)
    }

    /// Whether it may be given for `what`.
    pub fn fits(&self, what: Option<&str>) -> bool {
        self.only.is_empty() || what.is_none_or(|what| self.only.contains(&what))
    }
}

/// Declares the keys of a table, and the struct that holds their values.
///
/// Each row is `key "Dutch key": type = default, kind, "unit", for the values of what, "English meaning", "Dutch meaning";`. Where
/// there is no default, a [`Fallback`] follows after `=>`, and the field is blank until something is read; `for` is left out where the
/// key fits all. A key without a type has no field: code beside the table reads and writes it. After `and` come the fields that are no
/// keys; a table without fields is a `const`.
macro_rules! keys {
    ($(#[$doc:meta])* const $name:ident in $table:literal {
        $($key:ident $dutch:literal => $fallback:expr, $kind:expr, $unit:literal, $(for [$($only:literal)*],)? $en:literal, $nl:literal;)*
    }) => {
        $(#[$doc])*
        pub(in crate::scenario) const $name: &[$crate::scenario::row::Key] = &[$($crate::scenario::row::keys!(
            @row $table (stringify!($key)) $dutch ($fallback) ($kind) $unit (&[$($($only),*)?]) $en $nl
        )),*];
    };
    (
        $(#[$doc:meta])* $name:ident in $table:literal {$(
            $key:ident $dutch:literal $(: $type:ty $(= $default:expr)?)? $(=> $fallback:expr)?,
            $kind:expr, $unit:literal, $(for [$($only:literal)*],)? $en:literal, $nl:literal;
        )*}
        $(and {$($(#[$its_doc:meta])* $field:ident: $its_type:ty = $its_default:expr;)*})?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = concat!($en, " Takes `", stringify!($kind), "`; unit: ", $unit, ".")] pub $key: $type,)?)*
            $($($(#[$its_doc])* pub $field: $its_type,)*)?
        }

        impl Default for $name {
            fn default() -> Self {
                Self {
                    $($($key: $crate::scenario::row::keys!(@default $type $(= $default)?),)?)*
                    $($($field: $its_default,)*)?
                }
            }
        }

        impl $name {
            /// The rows of the table.
            pub const KEYS: &'static [$crate::scenario::row::Key] = &[$($crate::scenario::row::keys!(
                @row $table (stringify!($key)) $dutch
                ($crate::scenario::row::keys!(@fallback [$($type $(= $default)?)?] $($fallback)?)) ($kind) $unit (&[$($($only),*)?]) $en $nl
            )),*];

            /// Lays what `table` says over what holds.
            pub(in crate::scenario) fn take(&mut self, table: &$crate::scenario::tree::Table) {
                $($($crate::scenario::slot::lay::<$type>(&mut self.$key, table, stringify!($key));)?)*
            }

            /// The keys that fit `what`, with their values as TOML.
            pub(in crate::scenario) fn written(&self, what: Option<&str>) -> Vec<(&'static str, String)> {
                let values = [$($crate::scenario::row::keys!(@write self $key $($type)?)),*];
                let rows = Self::KEYS.iter().zip(values).filter(|(row, value)| row.fits(what) && !value.is_empty());
                rows.map(|(row, value)| (row.key, value)).collect()
            }
        }
    };
    (@row $table:literal ($key:expr) $dutch:literal ($fallback:expr) ($kind:expr) $unit:literal ($only:expr) $en:literal $nl:literal) => {
        $crate::scenario::row::Key {
            table: $table, key: $key, dutch: $dutch, kind: $kind, unit: $unit, fallback: $fallback, only: $only,
            meaning: $crate::text::text($en, $nl),
        }
    };
    (@default $type:ty) => { <$type as $crate::scenario::slot::Slot>::BLANK };
    (@default $type:ty = $default:expr) => { $default };
    (@fallback [$type:ty = $default:expr]) => {
        $crate::scenario::row::Fallback::Is(|| <$type as $crate::scenario::slot::Slot>::write(&$default))
    };
    (@fallback [$($type:ty)?] $fallback:expr) => { $fallback };
    (@write $self:ident $key:ident) => { String::new() };
    (@write $self:ident $key:ident $type:ty) => { <$type as $crate::scenario::slot::Slot>::write(&$self.$key) };
}
pub(super) use keys;
