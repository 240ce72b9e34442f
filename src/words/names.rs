//! # Names in little room
//!
//! People give arms names that differ only at their end. Cut there, they would all look the same, so that a set of names is
//! shortened together: what is left out is what they share.

use crate::text::{Language, text};

/// What stands for letters that are left out.
const GAP: char = '…';
/// Letters of a name inside a sentence.
const IN_SENTENCE: usize = 32;
/// Shares of the room that the start of a name may have; the end has the rest.
const STARTS: [f64; 5] = [0.5, 0.35, 0.2, 0.65, 0.0];

/// Names in a row, quoted.
pub(in crate::words) fn listed(names: &[&str], language: Language) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), text("or", "of").get(language))
        }
        _ => quoted.concat(),
    }
}

/// The names, each as long as `fits` allows, and no two different names alike.
pub fn told_apart<S: AsRef<str>>(names: &[S], fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let mut said: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let long: Vec<usize> = (0..names.len()).filter(|at| !fits(names[*at])).collect();
    shorten(&names, &long, &mut said, fits);
    for &at in &long {
        if (0..names.len()).any(|other| names[other] != names[at] && said[other] == said[at]) {
            // Nothing that fits tells them apart: their place does.
            said[at] = middle(&format!("{} {}", at + 1, names[at]), 0.9, false, fits);
        }
    }
    said
}

/// The names as they stand inside sentences and headlines.
pub fn in_sentence<S: AsRef<str>>(names: &[S]) -> Vec<String> {
    told_apart(names, &|name| name.chars().count() <= IN_SENTENCE)
}

/// Shortens the names of a group; those that then look alike are a group of their own, which shares more.
fn shorten(names: &[&str], group: &[usize], said: &mut [String], fits: &dyn Fn(&str) -> bool) {
    let texts: Vec<&str> = group.iter().map(|at| names[*at]).collect();
    let differ = |forms: &[String]| (0..forms.len()).all(|i| (0..i).all(|j| forms[i] != forms[j] || texts[i] == texts[j]));
    let stripped = cores(&texts);
    let sources = [texts.iter().map(|text| (*text).to_owned()).collect(), stripped];
    let mut forms: Vec<String> = Vec::new();
    for (source, start, whole_words) in sources
        .iter()
        .flat_map(|source: &Vec<String>| STARTS.iter().flat_map(move |start| [true, false].map(|words| (source, *start, words))))
    {
        let made: Vec<String> = source.iter().map(|text| middle(text, start, whole_words, fits)).collect();
        let done = differ(&made);
        if forms.is_empty() || done {
            forms = made;
        }
        if done {
            break;
        }
    }
    for (at, form) in group.iter().zip(&forms) {
        said[*at].clone_from(form);
    }
    if differ(&forms) {
        return;
    }
    for (i, form) in forms.iter().enumerate() {
        let alike: Vec<usize> = group.iter().zip(&forms).filter(|(_, other)| *other == form).map(|(at, _)| *at).collect();
        if alike.len() > 1 && alike.len() < group.len() && alike[0] == group[i] {
            shorten(names, &alike, said, fits);
        }
    }
}

/// The names without the start and the end that all share, cut between words.
fn cores(texts: &[&str]) -> Vec<String> {
    let letters: Vec<Vec<char>> = texts.iter().map(|text| text.chars().collect()).collect();
    let Some(first) = letters.first().filter(|_| letters.len() > 1) else { return texts.iter().map(|text| (*text).to_owned()).collect() };
    let shortest = letters.iter().map(Vec::len).min().unwrap_or(0);
    let start = (0..shortest).take_while(|at| letters.iter().all(|name| name[*at] == first[*at])).count();
    let start = (0..=start.min(shortest.saturating_sub(1))).rev().find(|at| *at == 0 || is_edge(first[*at - 1])).unwrap_or(0);
    let back = |name: &[char], at: usize| name[name.len() - 1 - at];
    let end = (0..shortest - start).take_while(|at| letters.iter().all(|name| back(name, *at) == back(first, *at))).count();
    let end = (0..=end.min((shortest - start).saturating_sub(1))).rev().find(|at| *at == 0 || is_edge(back(first, *at - 1))).unwrap_or(0);
    let core = |name: &Vec<char>| {
        let inner: String = name[start..name.len() - end].iter().collect();
        let gap = |there: bool| if there { GAP.to_string() } else { String::new() };
        format!("{}{inner}{}", gap(start > 0), gap(end > 0))
    };
    letters.iter().map(core).collect()
}

/// The text without its middle, as much of it as fits: `start` of what is left is its start.
fn middle(text: &str, start: f64, whole_words: bool, fits: &dyn Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let form = |kept: usize| {
        let (mut head, mut tail) = ((kept as f64 * start) as usize, letters.len() - (kept - (kept as f64 * start) as usize));
        if whole_words {
            let edge = |at: &usize| is_edge(letters[*at - 1]);
            head = (head.div_ceil(2).max(1)..=head).rev().find(edge).unwrap_or(head);
            tail = (tail.max(1)..=tail + (letters.len() - tail) / 2).find(edge).unwrap_or(tail);
        }
        let [before, after] = [&letters[..head], &letters[tail..]].map(|part| part.iter().collect::<String>());
        format!("{}{GAP}{}", before.trim_end_matches([GAP, ' ']), after.trim_start_matches([GAP, ' ']))
    };
    let (mut low, mut high) = (0, letters.len());
    while low + 1 < high {
        let half = usize::midpoint(low, high);
        if fits(&form(half)) { low = half } else { high = half }
    }
    form(low)
}

/// Whether a word ends here.
fn is_edge(letter: char) -> bool {
    !letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn short<S: AsRef<str>>(names: &[S], most: usize) -> Vec<String> {
        told_apart(names, &|name| name.chars().count() <= most)
    }

    #[test]
    fn names_that_fit_stay_as_they_are() {
        assert_eq!(short(&["nothing", "reform"], 10), ["nothing", "reform"]);
        assert_eq!(short::<&str>(&[], 10), Vec::<String>::new());
    }

    #[test]
    fn long_names_that_differ_at_their_end_keep_their_end() {
        let many: Vec<String> = (0..10).map(|i| format!("a-very-long-name-of-a-policy-that-nobody-would-type-number-{i:02}")).collect();
        let said = short(&many, 24);
        assert_eq!(said[3], "a-very-long-…number-03");
        assert!(said.iter().all(|name| name.chars().count() <= 24), "{said:?}");
    }

    #[test]
    fn long_names_that_differ_in_the_middle_keep_their_middle() {
        let said = short(
            &["the same long beginning with reform and the same long end", "the same long beginning with amends and the same long end"],
            20,
        );
        assert!(said[0].contains("reform") && said[1].contains("amends"), "{said:?}");
    }

    #[test]
    fn where_nothing_else_tells_names_apart_their_place_does() {
        let said = short(&["aaaaaaaaaaaaaaabaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaacaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], 6);
        assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2], "{said:?}");
    }

    proptest! {
        #[test]
        fn no_two_names_look_alike(names in prop::collection::btree_set("[ab]{0,12}(-[ab]{1,12}){0,3}", 2..12)) {
            let names: Vec<String> = names.into_iter().collect();
            let said = short(&names, 12);
            for (i, one) in said.iter().enumerate() {
                prop_assert!(one.chars().count() <= 12, "{one}");
                prop_assert!(said[..i].iter().all(|other| other != one), "{said:?}");
            }
        }
    }
}
