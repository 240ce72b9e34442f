//! # Forms of tables
//!
//! In which form a folder has its tables; how they are written is known to the room of the tables.

use serde::{Deserialize, Serialize};

/// The form of the large tables; small ones are always CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// Apache Parquet.
    #[default]
    Parquet,
}

/// How CSV is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// Commas, decimal points, line feeds.
    #[default]
    Plain,
    /// For a spreadsheet set to Belgium.
    ExcelBe,
}
