//! # Where labels go
//!
//! Labels never overlap: end labels push one another apart, event labels take rows above the plot, and a text that is
//! too long is wrapped or cut with an ellipsis.

use super::letters::text_width;
use crate::words::names;

/// The text, cut with an ellipsis if it is wider than `width`.
pub fn fit(text: &str, size: f64, bold: bool, width: f64) -> String {
    if text_width(text, size, bold) <= width {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let cut = |n: usize| chars[..n].iter().collect::<String>().trim_end().to_owned() + "…";
    let (mut low, mut high) = (0, chars.len());
    while low + 1 < high {
        let middle = usize::midpoint(low, high);
        if text_width(&cut(middle), size, bold) <= width { low = middle } else { high = middle }
    }
    if text_width("…", size, bold) <= width { cut(low) } else { String::new() }
}

/// The text in lines no wider than `width`, at most `most` of them; the last is cut if more would be needed.
pub fn wrap(text: &str, size: f64, bold: bool, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut pieces = text.split_whitespace().flat_map(|word| pieces(word, size, bold, width)).peekable();
    let joined = |line: &str, (first, piece): &(bool, String)| {
        if line.is_empty() { piece.clone() } else { format!("{line}{}{piece}", if *first { " " } else { "" }) }
    };
    while pieces.peek().is_some() {
        if lines.len() + 1 == most {
            lines.push(fit(&pieces.by_ref().fold(String::new(), |line, piece| joined(&line, &piece)), size, bold, width));
            break;
        }
        let mut line = String::new();
        while let Some(piece) = pieces.peek() {
            let longer = joined(&line, piece);
            if !line.is_empty() && text_width(&longer, size, bold) > width {
                break;
            }
            line = longer;
            pieces.next();
        }
        lines.push(fit(&line, size, bold, width));
    }
    lines
}

/// A word as it may be broken, each piece with whether it is the first: a word that is wider than `width` behind its hyphens
/// and the like, and where that is not enough anywhere.
fn pieces(word: &str, size: f64, bold: bool, width: f64) -> Vec<(bool, String)> {
    if text_width(word, size, bold) <= width {
        return vec![(true, word.to_owned())];
    }
    let mut pieces: Vec<String> = Vec::new();
    for part in word.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        pieces.push(String::new());
        for letter in part.chars() {
            let last = pieces.last_mut().expect("one was pushed");
            last.push(letter);
            if text_width(last, size, bold) > width && last.chars().count() > 1 {
                last.pop();
                pieces.push(letter.to_string());
            }
        }
    }
    pieces.into_iter().enumerate().map(|(at, piece)| (at == 0, piece)).collect()
}

/// Names so short that each stands whole in as many lines of that width, and no two different names alike.
pub fn told_apart<S: AsRef<str>>(texts: &[S], size: f64, bold: bool, width: f64, most: usize) -> Vec<String> {
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
    let fits = |name: &str| {
        let lines = wrap(name, size, bold, width, most);
        lines.iter().map(|line| letters(line)).sum::<usize>() == letters(name)
            && lines.iter().all(|line| text_width(line, size, bold) <= width)
    };
    names::told_apart(texts, &fits)
}

/// The text in as few lines as [`wrap`] needs, but of nearly equal length, so that no word is left alone.
pub fn balance(text: &str, size: f64, bold: bool, width: f64, most: usize) -> Vec<String> {
    let lines = wrap(text, size, bold, width, most);
    let cut = lines.iter().any(|line| line.ends_with('…'));
    let narrower = (1..=20).map(|i| width * (0.5 + f64::from(i) / 40.0)).filter(|_| !cut && lines.len() > 1);
    let fair =
        narrower.map(|width| wrap(text, size, bold, width, most)).find(|l| l.len() == lines.len() && !l.iter().any(|x| x.ends_with('…')));
    fair.unwrap_or(lines)
}

/// Centres for labels of these heights as near as possible to the centres that they want, in the same order from the
/// top, without overlap, between `top` and `bottom` (as long as they fit there at all).
pub fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    struct Block {
        items: Vec<usize>,
        start: f64,
        height: f64,
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].0.total_cmp(&wanted[b].0));
    let settle = |items: Vec<usize>| {
        let height: f64 = items.iter().map(|&i| wanted[i].1).sum();
        let mut above = 0.0; // the start that each label would like its block to have, on average
        let likes: f64 = items
            .iter()
            .map(|&i| {
                let like = wanted[i].0 - wanted[i].1 / 2.0 - above;
                above += wanted[i].1;
                like
            })
            .sum();
        let start = (likes / items.len() as f64).min(bottom - height).max(top);
        Block { items, start, height }
    };
    let mut blocks: Vec<Block> = Vec::new();
    for i in order {
        let mut block = settle(vec![i]);
        while let Some(last) = blocks.pop() {
            if last.start + last.height <= block.start {
                blocks.push(last);
                break;
            }
            block = settle(last.items.into_iter().chain(block.items).collect());
        }
        blocks.push(block);
    }
    let mut centres = vec![0.0; wanted.len()];
    for block in blocks {
        let mut at = block.start;
        for i in block.items {
            centres[i] = at + wanted[i].1 / 2.0;
            at += wanted[i].1;
        }
    }
    centres
}

/// Rows for event labels that start at their place and run to the right, each with a rule down to the plot: no label
/// meets another label or another's rule. Places ascend; `None` where no row is left. Row 0 is the lowest.
pub fn rows(places: &[(f64, f64)], gap: f64, most: usize) -> Vec<Option<usize>> {
    let mut rows: Vec<Option<usize>> = vec![None; places.len()];
    for i in (0..places.len()).rev() {
        let (left, width) = places[i];
        // a label must lie above every label to its right that it would reach, for those have rules up to their rows
        let row = (i + 1..places.len()).filter(|&j| places[j].0 < left + width + gap).filter_map(|j| rows[j]).max().map_or(0, |r| r + 1);
        rows[i] = (row < most).then_some(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_text_is_wrapped_and_then_cut() {
        let text = "one two three four five six seven eight nine ten";
        let lines = wrap(text, 20.0, false, 120.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|l| text_width(l, 20.0, false) <= 120.0));
        assert_eq!(balance("one two three four", 20.0, false, 170.0, 2), ["one two", "three four"]);
        assert_eq!(wrap("", 20.0, false, 120.0, 2), Vec::<String>::new());
        assert_eq!(fit("word", 20.0, false, 1.0), "");
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_behind_its_hyphens() {
        assert_eq!(wrap("a-very-long-name", 20.0, false, 90.0, 9), ["a-very-", "long-", "name"]);
        let lines = wrap("aaaaaaaaaaaaaaaaaaaaaaaa", 20.0, false, 90.0, 9);
        assert!(lines.len() > 1 && lines.concat() == "aaaaaaaaaaaaaaaaaaaaaaaa", "{lines:?}");
    }

    #[test]
    fn names_are_wrapped_whole_or_told_apart() {
        let names: Vec<String> = (0..9).map(|i| format!("a-very-long-name-of-a-policy-that-nobody-would-type-number-{i:02}")).collect();
        let said = told_apart(&names, 18.0, false, 220.0, 2);
        assert!(said.iter().all(|name| wrap(name, 18.0, false, 220.0, 2).concat() == *name), "{said:?}");
        assert!((0..9).all(|i| said[i].ends_with(&format!("{i:02}"))), "{said:?}");
        assert_eq!(told_apart(&["two words", "one-word"], 18.0, false, 220.0, 2), ["two words", "one-word"]);
    }

    #[test]
    fn labels_with_room_stay_where_they_want() {
        assert_eq!(spread(&[(10.0, 8.0), (50.0, 8.0)], 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread(&[(50.0, 8.0), (50.0, 8.0)], 0.0, 100.0), [46.0, 54.0]); // half a label each way
    }

    proptest! {
        #[test]
        fn spread_labels_do_not_overlap_and_stay_inside(wanted in prop::collection::vec((-50.0..550.0f64, 5.0..40.0f64), 0..12)) {
            let centres = spread(&wanted, 0.0, 500.0);
            let mut edges: Vec<(f64, f64)> = centres.iter().zip(&wanted).map(|(c, w)| (c - w.1 / 2.0, c + w.1 / 2.0)).collect();
            edges.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(edges.windows(2).all(|e| e[0].1 <= e[1].0 + 1e-6));
            prop_assert!(edges.iter().all(|e| e.0 >= -1e-6 && e.1 <= 500.0 + 1e-6));
        }

        #[test]
        fn event_labels_meet_neither_labels_nor_rules(mut places in prop::collection::vec((0.0..900.0f64, 10.0..300.0f64), 0..40)) {
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            let rows = rows(&places, 10.0, 5);
            for (i, a) in rows.iter().enumerate() {
                for (j, b) in rows.iter().enumerate().skip(i + 1) {
                    if let (Some(a), Some(b)) = (a, b) {
                        // the rule of j passes every row up to its own
                        let reaches = places[j].0 < places[i].0 + places[i].1;
                        prop_assert!(!reaches || a > b);
                    }
                }
            }
        }
    }
}
