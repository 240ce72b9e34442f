//! # The nearest right spelling

/// Most names that are looked at: a text may define thousands and misspell as many.
const MOST: usize = 2_000;

/// Longest word, in bytes, that may be meant to be one that is known.
pub const LONGEST: usize = 100;

/// The name in `known` that `word` was probably meant to be, never the word itself.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if word.len() > LONGEST {
        return None;
    }
    let typed = word;
    let word = word.to_lowercase().replace('-', "_");
    let mut best: Option<(f64, &str)> = None;
    for name in known.into_iter().take(MOST).filter(|name| *name != typed) {
        let score = strsim::jaro_winkler(&word, &name.replace('-', "_"));
        if score > best.map_or(0.82, |(score, _)| score) {
            best = Some((score, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        assert_eq!(nearest("recoverry_rate", ["gossip", "recovery_rate"]), Some("recovery_rate"));
        assert_eq!(nearest("Broken_Promise", ["broken-promise"]), Some("broken-promise"));
        assert_eq!(nearest("gossip", ["gossip"]), None);
        assert_eq!(nearest("banana", ["gossip", "recovery_rate"]), None);
    }
}
