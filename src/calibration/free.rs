//! # What may move

use crate::theory::{Parameter, Parameters};

/// A parameter that is fitted.
#[derive(Clone, Copy, Debug)]
pub struct Free {
    /// The TOML table.
    pub group: &'static str,
    /// Its row.
    pub row: &'static Parameter,
    /// Where the search starts.
    pub start: f64,
}

impl Free {
    /// `group.key`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.group, self.row.key)
    }

    /// The value at this share of the range, six decimals of the range being enough for anybody.
    pub fn at(&self, share: f64) -> f64 {
        let (low, high) = (self.row.low, self.row.high);
        let fine = (share.clamp(0.0, 1.0) * 1e6).round() / 1e6;
        (low + fine * (high - low)).clamp(low, high)
    }

    /// The share of the range at which this value lies.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.row.low) / (self.row.high - self.row.low)
    }
}

/// The parameters that a word means: `group.key`, `group`, or `group.part*`; none if it means nothing. They start at the
/// values in `start`.
pub fn named(word: &str, start: &Parameters) -> Vec<Free> {
    let (group, key) = word.split_once('.').unwrap_or((word, "*"));
    let fits = |row: &str| key.strip_suffix('*').map_or(row == key, |start| row.starts_with(start));
    let rows = Parameters::GROUPS.iter().filter(|known| known.key == group).flat_map(|known| {
        known.rows.iter().filter(|row| fits(row.key)).map(|row| {
            let start = start.get(known.key, row.key).unwrap_or(row.default);
            Free { group: known.key, row, start }
        })
    });
    rows.collect()
}

/// All that can be named, for a spelling nearest to a wrong one.
pub fn all() -> Vec<String> {
    Parameters::GROUPS.iter().flat_map(|group| group.rows.iter().map(|row| format!("{}.{}", group.key, row.key))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_one_parameter_a_group_or_the_start_of_a_key() {
        let found = |word| named(word, &Parameters::default()).len();
        assert_eq!((found("quotient.tilt"), found("outcome.helping_*")), (1, 5));
        assert_eq!(found("turnover"), crate::theory::turnover::TurnoverLaw::ROWS.len());
        assert_eq!((found("quotient.tlit"), found("nothing")), (0, 0));
    }

    #[test]
    fn a_share_of_the_range_and_back() {
        let free = named("turnover.base", &Parameters::default())[0];
        assert!((free.share(free.at(0.25)) - 0.25).abs() < 1e-6);
        assert!((free.at(7.0) - free.row.high).abs() < 1e-12 && (free.at(-1.0) - free.row.low).abs() < 1e-12);
    }
}
