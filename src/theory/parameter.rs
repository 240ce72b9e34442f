//! # Parameters
//!
//! A parameter is said once, as a row beside the law that uses it. From the row come the default, the range check,
//! `explain`, `list`, the template of `new`, the JSON Schema and `resolved.toml`.

use crate::text::Text;

/// How sure a default is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Measured in organisations.
    Measured,
    /// Derived from related studies.
    Related,
    /// Judgement: no published estimate was found.
    Assumed,
}

impl Grade {
    /// The word used in files and tables.
    pub const fn key(self) -> &'static str {
        match self {
            Grade::Measured => "measured",
            Grade::Related => "related",
            Grade::Assumed => "assumed",
        }
    }

    /// The visual mark: more stars, more sure.
    pub const fn stars(self) -> &'static str {
        match self {
            Grade::Measured => "***",
            Grade::Related => "**",
            Grade::Assumed => "*",
        }
    }
}

/// One number that a law uses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// The TOML key inside its table.
    pub key: &'static str,
    /// The unit, in words; `"-"` for a pure number.
    pub unit: &'static str,
    /// The value when a scenario says nothing.
    pub default: f64,
    /// The lowest value allowed.
    pub low: f64,
    /// The highest value allowed.
    pub high: f64,
    /// How sure the default is.
    pub grade: Grade,
    /// Where the default comes from.
    pub source: &'static str,
    /// What it means.
    pub meaning: Text,
}

/// Declares the parameters of one law: the struct that the law reads, and the rows that everything else reads.
///
/// Each line is `key: default in low..high, "unit", Grade, "source", "English meaning", "Dutch meaning";`.
macro_rules! parameters {
    ($(#[$doc:meta])* $name:ident {
        $($key:ident: $default:literal in $low:literal .. $high:literal, $unit:literal, $grade:ident, $source:literal, $en:literal, $nl:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $(#[doc = concat!($en, " Unit: ", $unit, ". Range: ", stringify!($low), " to ", stringify!($high), ".")] pub $key: f64,)*
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($key: $default,)* }
            }
        }

        impl $name {
            /// The rows, in the order of the struct.
            pub const ROWS: &'static [$crate::theory::Parameter] = &[
                $($crate::theory::Parameter {
                    key: stringify!($key), unit: $unit, default: $default, low: $low, high: $high,
                    grade: $crate::theory::Grade::$grade, source: $source, meaning: $crate::text::text($en, $nl),
                },)*
            ];

            /// The value of `key`, if this law has it.
            pub fn get(&self, key: &str) -> Option<f64> {
                match key { $(stringify!($key) => Some(self.$key),)* _ => None }
            }

            /// Sets `key`; `false` if this law does not have it. The caller checks the range.
            pub fn set(&mut self, key: &str, value: f64) -> bool {
                match key { $(stringify!($key) => self.$key = value,)* _ => return false }
                true
            }
        }
    };
}
pub(crate) use parameters;

/// Declares a law that is a table: one parameter `row_column` for each row and column, all of them judgement.
///
/// Each column is `"end of the key" "unit" low .. high ("English before the row", "after it") ("Dutch before", "after");`, each row
/// `"key" "English" "Dutch" [values] "source";`.
macro_rules! table {
    (
        $(#[$doc:meta])*
        $name:ident [$rows:literal][$columns:literal] $heads:tt
        $($key:literal $en:literal $nl:literal $values:tt $source:literal;)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name([[f64; $columns]; $rows]);

        impl Default for $name {
            fn default() -> Self {
                Self([$($values),*])
            }
        }

        impl $name {
            #[allow(clippy::large_stack_arrays, reason = "it is a constant")]
            const BY_ROW: [[$crate::theory::Parameter; $columns]; $rows] =
                [$($crate::theory::table!(@row $columns $heads $key $en $nl $values $source)),*];
            /// All parameters, row by row.
            pub const ROWS: &'static [$crate::theory::Parameter] = Self::BY_ROW.as_flattened();
            /// The columns: how their keys end.
            pub const COLUMNS: [&'static str; $columns] = $crate::theory::table!(@ends $heads);

            /// The value of `key`, if the table has it.
            pub fn get(&self, key: &str) -> Option<f64> {
                let at = Self::ROWS.iter().position(|row| row.key == key)?;
                Some(self.0[at / $columns][at % $columns])
            }

            /// Sets `key`; `false` if the table does not have it. The caller checks the range.
            pub fn set(&mut self, key: &str, value: f64) -> bool {
                let Some(at) = Self::ROWS.iter().position(|row| row.key == key) else { return false };
                self.0[at / $columns][at % $columns] = value;
                true
            }
        }
    };
    (@ends [$($end:literal $unit:literal $low:literal .. $high:literal $before:tt $after:tt;)*]) => { [$($end),*] };
    (
        @row $columns:literal
        [$($end:literal $unit:literal $low:literal .. $high:literal ($en_before:literal, $en_after:literal) ($nl_before:literal, $nl_after:literal);)*]
        $key:literal $en:literal $nl:literal $values:tt $source:literal
    ) => {{
        const VALUES: [f64; $columns] = $values;
        let mut column = 0;
        [$({
            column += 1;
            $crate::theory::Parameter {
                key: concat!($key, "_", $end),
                unit: $unit,
                default: VALUES[column - 1],
                low: $low,
                high: $high,
                grade: $crate::theory::Grade::Assumed,
                source: $source,
                meaning: $crate::text::text(concat!($en_before, $en, $en_after), concat!($nl_before, $nl, $nl_after)),
            }
        }),*]
    }};
}
pub(crate) use table;
