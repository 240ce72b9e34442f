//! # Limits
//!
//! The most that a scenario may ask for.

/// Most lives of an arm, over all its worlds.
pub const MOST_LIVES: u64 = 1_000_000;
/// Worlds that come with the program (`ensemble::world`); more go through them again with other dice.
pub const SHIPPED_WORLDS: u32 = 300;
/// Most people in one organisation.
pub const MOST_PEOPLE: u64 = 50_000_000;
/// Most teams.
pub const MOST_TEAMS: u64 = 5_000_000;
/// Most people in one team, the leader counted.
pub const LARGEST_TEAM: u64 = 50;
/// Most arms.
pub const MOST_ARMS: u64 = 1_000;
/// Most points of a sweep, for each is a scenario in full.
pub const MOST_POINTS: u64 = 50_000;
/// Most events and repairs in all arms together, for each arm is a scenario in full.
pub const MOST_TOGETHER: u64 = 200_000;
/// Most events, most repairs, most items in a list.
pub const MOST_ITEMS: u64 = 30_000;
/// Largest seed: beyond 2^53 spreadsheets and R no longer tell neighbours apart.
pub const LARGEST_SEED: u64 = 9_007_199_254_740_991;
/// Longest run, in working days.
pub const LONGEST: u64 = 26_000;
