//! # What may move

use crate::theory::{LawParameter, Parameters};

/// A parameter that is fitted.
#[derive(Clone, Copy, Debug)]
pub struct Free {
    /// Which.
    pub parameter: LawParameter,
    /// Where the search starts.
    pub start: f64,
}

impl Free {
    /// The value at this share of the range, six decimals of the range being enough for anybody.
    pub fn at(&self, share: f64) -> f64 {
        let (low, high) = (self.parameter.row.low, self.parameter.row.high);
        let fine = (share.clamp(0.0, 1.0) * 1e6).round() / 1e6;
        (low + fine * (high - low)).clamp(low, high)
    }

    /// The share of the range at which this value lies.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.parameter.row.low) / (self.parameter.row.high - self.parameter.row.low)
    }
}

/// The parameters that a word means: `group.key`, `group`, or `group.part*`; none if it means nothing. They start at the
/// values in `start`.
pub fn named(word: &str, start: &Parameters) -> Vec<Free> {
    let (group, key) = word.split_once('.').unwrap_or((word, "*"));
    let fits = |row: &str| key.strip_suffix('*').map_or(row == key, |start| row.starts_with(start));
    let named = Parameters::listed().filter(|known| known.group == group && fits(known.row.key));
    named.map(|parameter| Free { parameter, start: start.value(&parameter) }).collect()
}

/// The parameters that these words mean, each once; the first word that means nothing.
pub fn chosen<'w>(words: impl IntoIterator<Item = &'w String>, start: &Parameters) -> Result<Vec<Free>, String> {
    let mut chosen: Vec<Free> = Vec::new();
    for word in words {
        let named = named(word, start);
        if named.is_empty() {
            return Err(word.clone());
        }
        for free in named {
            if chosen.iter().all(|known| known.parameter.path() != free.parameter.path()) {
                chosen.push(free);
            }
        }
    }
    Ok(chosen)
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
        assert!((free.at(7.0) - free.parameter.row.high).abs() < 1e-12 && (free.at(-1.0) - free.parameter.row.low).abs() < 1e-12);
    }
}
