//! # Many lives

use serde::{Deserialize, Serialize};

use crate::observe::Life;

/// All lives of one arm: what tables and figures are made from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ArmLives {
    /// The arm's name; twins are called `twin`, or `twin:ARM` when the arm changes more than its repairs.
    pub arm: String,
    /// The name of this arm's twin among the arms, if it has one.
    pub twin: Option<String>,
    /// One entry per replicate, in order: the record, or why it failed.
    pub lives: Vec<Result<Life, String>>,
}
