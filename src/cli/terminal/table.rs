//! # Tables in characters
//!
//! Labels left, values right. Where the columns do not fit their heads are broken between words, then the table goes on below with its
//! labels again; where not even two columns fit each row becomes a small block with its values below its label.

use super::layout::{columns, left, paragraph, right, wrapped};
use crate::text::{Language, Text};

/// A table of texts.
#[derive(Debug, Default)]
pub(in crate::cli) struct Table {
    /// Heads of the columns; that of the labels first.
    pub heads: Vec<String>,
    /// Rows: a label, then values.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of these rows below these heads.
    pub fn of(heads: &[Text], rows: impl IntoIterator<Item = Vec<String>>, language: Language) -> Self {
        Self { heads: heads.iter().map(|head| head.get(language).to_owned()).collect(), rows: rows.into_iter().collect() }
    }

    /// The table in at most `width` columns, two of them a margin.
    pub fn laid_out(&self, width: usize) -> String {
        let all: Vec<usize> = (1..self.heads.len()).collect();
        let whole = |i: usize| self.heads[i].as_str();
        if let Some(gap) = self.gap(&all, width, whole) {
            return self.side_by_side(&all, gap, whole);
        }
        // the longest word of a head: it may be broken between words
        let broken = |i: usize| self.heads[i].split(' ').max_by_key(|word| columns(word)).unwrap_or_default();
        let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
        for i in all {
            let last = parts.len() - 1;
            parts[last].push(i);
            if parts[last].len() > 1 && self.gap(&parts[last], width, broken).is_none() {
                parts[last].pop();
                parts.push(vec![i]);
            }
        }
        let gap = parts.iter().map(|part| self.gap(part, width, broken)).min().flatten();
        match gap.filter(|_| parts.len() == 1 || parts[0].len() > 1) {
            Some(gap) => parts.iter().map(|part| self.side_by_side(part, gap, broken)).collect::<Vec<_>>().join("\n"),
            None => self.stacked(width),
        }
    }

    /// How far apart these columns can stand beside the labels.
    fn gap<'t>(&'t self, of: &[usize], width: usize, head: impl Fn(usize) -> &'t str) -> Option<usize> {
        let taken: usize = std::iter::once(&0).chain(of).map(|i| self.width(*i, head(*i))).sum();
        [3, 2].into_iter().find(|gap| 2 + taken + gap * of.len() <= width)
    }

    fn width(&self, i: usize, head: &str) -> usize {
        self.rows.iter().filter_map(|row| row.get(i)).map(|text| columns(text)).chain([columns(head)]).max().unwrap_or(0)
    }

    /// The labels and these columns, their heads broken to the width of what stands below them.
    fn side_by_side<'t>(&'t self, of: &[usize], gap: usize, head: impl Fn(usize) -> &'t str) -> String {
        let shown: Vec<(usize, usize)> = std::iter::once(&0).chain(of).map(|&i| (i, self.width(i, head(i)))).collect();
        let line = |cell: &dyn Fn(usize) -> String| {
            let cells = shown.iter().map(|&(i, width)| if i == 0 { left(&cell(i), width) } else { right(&cell(i), width) });
            format!("  {}", cells.collect::<Vec<_>>().join(&" ".repeat(gap))).trim_end().to_owned() + "\n"
        };
        let heads: Vec<Vec<String>> = shown.iter().map(|&(i, width)| wrapped(&self.heads[i], width)).collect();
        let deep = heads.iter().map(Vec::len).max().unwrap_or(0);
        let place = |i: usize| shown.iter().position(|(shown, _)| *shown == i).unwrap_or(0);
        let mut page = String::new();
        for row in 0..deep {
            page += &line(&|i| {
                let own = &heads[place(i)];
                (row + own.len()).checked_sub(deep).and_then(|at| own.get(at)).cloned().unwrap_or_default()
            });
        }
        for row in &self.rows {
            page += &line(&|i| row.get(i).cloned().unwrap_or_default());
        }
        page
    }

    fn stacked(&self, width: usize) -> String {
        let mut page = String::new();
        for row in &self.rows {
            let [label, values @ ..] = row.as_slice() else { continue };
            page += &paragraph(label, 2, width);
            for (head, value) in self.heads.iter().skip(1).zip(values).filter(|(_, value)| !value.is_empty()) {
                page += &paragraph(format!("{head}: {value}").trim_start_matches(": "), 6, width);
            }
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let row = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
        Table {
            heads: row(["", "median", "10 % to 90 %"]),
            rows: vec![row(["time to come back", "23 months", "11 to more than 42 months"])],
        }
    }

    #[test]
    fn values_stand_right_in_their_columns() {
        let page = table().laid_out(80);
        let ends: Vec<_> = page.lines().map(columns).collect();
        assert_eq!(ends[0], ends[1], "{page}");
    }

    #[test]
    fn a_table_that_does_not_fit_is_stacked_and_nothing_is_lost() {
        let page = table().laid_out(50);
        assert!(page.lines().all(|line| columns(line) <= 50), "{page}");
        assert!(page.contains("median: 23 months") && page.contains("11 to more than 42 months"), "{page}");
    }

    #[test]
    fn a_table_that_is_too_wide_goes_on_below_with_its_labels() {
        let row = |texts: [&str; 5]| texts.map(str::to_owned).to_vec();
        let table = Table {
            heads: row(["policy", "level with twin", "back", "words-and-promise", "nothing"]),
            rows: vec![row(["reform", "12 months", "11 months", "0.52", "0.47"])],
        };
        let wide = [
            "  policy   level with twin        back   words-and-promise   nothing",
            "  reform         12 months   11 months                0.52      0.47",
        ];
        assert_eq!(table.laid_out(80).lines().collect::<Vec<_>>(), wide);
        let broken = [
            "              level",
            "  policy  with twin       back  words-and-promise  nothing",
            "  reform  12 months  11 months               0.52     0.47",
        ];
        assert_eq!(table.laid_out(60).lines().collect::<Vec<_>>(), broken);
        let parts = [
            "              level",
            "  policy  with twin       back",
            "  reform  12 months  11 months",
            "",
            "  policy  words-and-promise",
            "  reform               0.52",
            "",
            "  policy  nothing",
            "  reform     0.47",
        ];
        assert_eq!(table.laid_out(31).lines().collect::<Vec<_>>(), parts);
    }
}
