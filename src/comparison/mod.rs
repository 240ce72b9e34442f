//! # Which policy is worth its cost
//!
//! The arms of a scenario as policies, each beside one of them, the reference: what it wins back, what it costs, and whether the
//! difference can be told from luck and from doubt. Lives are paired: the same number means the same dice and the same world in
//! every arm.
//!
//! | word              | meaning                                                                                          |
//! |-------------------|--------------------------------------------------------------------------------------------------|
//! | reference         | the first arm that repairs nothing, or the first of all                                          |
//! | cost              | everything that the model books: repair, practices, replacement, control, transaction, theft, sick leave |
//! | worth             | what one avoided departure is worth beyond its replacement, which is in the cost, in person-days; nobody can say it but the user |
//! | objective         | worth · avoided leavers − cost, in person-days, over and above the reference                     |
//! | regret            | in a world: the objective of the best policy there less one's own; expected: its mean over worlds |
//! | cannot be separated | two policies change places in more than 30 % of the worlds, or the interval of their mean difference holds zero |
//!
//! [`outcome`] says what came of each life, [`effect`] compares every measure, [`endpoint`] and [`factor`] say what came of a sweep, [`hypothesis`] judges what was expected, [`ranking`] orders policies at a worth,
//! [`worth`] finds the worths at which another is best, [`price`] says which prices nobody gave, [`tipping`] what would have to be otherwise, [`portfolio`] searches the combinations
//! and timings of repairs under a budget, [`won_back`] says which repair answers which breach.
//!
//! **Limits.** Only what a model can count is weighed: people who leave, days of trust, days of work. Output is shown apart. What a policy does to
//! those who stay stands in the effects and is not put into days.

pub mod effect;
pub mod endpoint;
pub mod factor;
mod findings;
pub mod hypothesis;
pub mod outcome;
pub mod portfolio;
pub mod price;
pub mod ranking;
pub mod tipping;
pub mod won_back;
pub mod worth;

pub use findings::{Findings, findings};
pub use ranking::Wish;

#[cfg(test)]
mod tests;
