//! # Tables in characters
//!
//! Labels left, values right. When the columns do not fit, each row becomes a small block with its values below its label.

use super::layout::{columns, left, paragraph, right};

/// A table of texts.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Heads of the columns; that of the labels first.
    pub heads: Vec<String>,
    /// Rows: a label, then values.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table in at most `width` columns, two of them a margin.
    pub fn laid_out(&self, width: usize) -> String {
        let widths: Vec<usize> = (0..self.heads.len()).map(|i| self.column(i).map(|text| columns(text)).max().unwrap_or(0)).collect();
        let room = width.saturating_sub(2 + widths.iter().sum::<usize>());
        match [3, 2].into_iter().find(|gap| gap * widths.len().saturating_sub(1) <= room) {
            Some(gap) => self.side_by_side(&widths, gap),
            None => self.stacked(width),
        }
    }

    fn column(&self, i: usize) -> impl Iterator<Item = &String> {
        self.rows.iter().chain([&self.heads]).filter_map(move |row| row.get(i))
    }

    fn side_by_side(&self, widths: &[usize], gap: usize) -> String {
        let line = |row: &[String]| {
            let cells = row.iter().zip(widths).enumerate();
            let cells = cells.map(|(i, (text, &width))| if i == 0 { left(text, width) } else { right(text, width) });
            format!("  {}", cells.collect::<Vec<_>>().join(&" ".repeat(gap))).trim_end().to_owned() + "\n"
        };
        [&self.heads].into_iter().chain(&self.rows).map(|row| line(row)).collect()
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
}
