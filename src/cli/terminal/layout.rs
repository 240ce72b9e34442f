//! # Lines that fit
//!
//! Wrapping and columns for a given width, counted in characters.

/// How many columns a text takes.
pub(in crate::cli) fn columns(text: &str) -> usize {
    text.chars().count()
}

/// The text, and spaces up to `width`.
pub(in crate::cli) fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Spaces, and the text up to `width`.
pub(in crate::cli) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

/// The words of a text in lines of at most `width` columns; a longer word gets a line to itself.
pub(in crate::cli) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last_mut().expect("there is always a last line");
        if line.is_empty() {
            line.push_str(word);
        } else if columns(line) + 1 + columns(word) <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// A paragraph, each line behind `indent` spaces.
pub(in crate::cli) fn paragraph(text: &str, indent: usize, width: usize) -> String {
    let margin = " ".repeat(indent);
    wrapped(text, width.saturating_sub(indent)).into_iter().map(|line| format!("{margin}{line}\n")).collect()
}

/// Parts on as few lines as they fit, apart from one another.
pub(in crate::cli) fn fitted(parts: &[String], width: usize) -> String {
    let mut page = String::new();
    let mut used = 0;
    for part in parts {
        let wide = columns(part);
        if page.is_empty() {
            used = wide;
        } else if used + 3 + wide <= width {
            page.push_str("   ");
            used += 3 + wide;
        } else {
            page.push_str("\n  ");
            used = 2 + wide;
        }
        page.push_str(part);
    }
    page
}

/// Markdown as a terminal shows it, behind `indent` spaces: paragraphs wrapped, fenced blocks as they stand where there is room,
/// a table as its first column explained by the others.
pub(in crate::cli) fn markdown(text: &str, indent: usize, width: usize) -> String {
    let margin = " ".repeat(indent);
    let (mut page, mut prose, mut rows, mut fenced) = (String::new(), String::new(), Vec::new(), false);
    for line in text.lines().chain([""]) {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced && indent + columns(line) > width {
            let own = columns(line) - columns(line.trim_start());
            page += &paragraph(line, indent + own, width);
        } else if fenced {
            page += format!("{margin}{line}").trim_end();
            page.push('\n');
        } else if let Some(cells) = line.strip_prefix('|') {
            let mut cells = cells.trim_end_matches('|').split('|').map(str::trim);
            let first = cells.next().unwrap_or_default();
            rows.push((first.to_owned(), cells.collect::<Vec<_>>().join(" · ")));
        } else if line.is_empty() {
            if rows.len() > 2 {
                page += &definitions(&rows.split_off(2), width);
            }
            if !prose.is_empty() {
                page += &paragraph(&prose.replace("**", ""), indent, width);
            }
            rows.clear();
            prose.clear();
            page.push('\n');
        } else {
            prose += line;
            prose.push(' ');
        }
    }
    page.trim_end().to_owned() + "\n"
}

/// Terms and what they mean: side by side when that leaves room for the meaning, else the meaning below its term.
pub(in crate::cli) fn definitions<T: AsRef<str>>(rows: &[(String, T)], width: usize) -> String {
    let widest = rows.iter().map(|(term, _)| columns(term)).max().unwrap_or(0);
    let start = 2 + widest + 2;
    let beside = start + 32 <= width;
    let mut page = String::new();
    for (term, meaning) in rows {
        if beside {
            for (i, line) in wrapped(meaning.as_ref(), width - start).iter().enumerate() {
                let term = if i == 0 { term.as_str() } else { "" };
                page += format!("  {}  {line}", left(term, widest)).trim_end();
                page.push('\n');
            }
        } else {
            page += &format!("  {term}\n");
            page += &paragraph(meaning.as_ref(), 6, width);
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "How much heavier a bad act weighs than a good one for competence, in words that go on for a while.";
        for width in [20, 40, 60] {
            assert!(paragraph(text, 4, width).lines().all(|line| columns(line) <= width));
        }
    }

    #[test]
    fn markdown_keeps_formulas_wraps_prose_and_lists_what_its_tables_say() {
        let law = "What **trust** is,\nin short.\n\n```text\n  p = a · b\n```\n\n| symbol | meaning | range |\n|---|---|---|\n| a | ability | 0 to 1 |\n";
        assert_eq!(markdown(law, 2, 60), "  What trust is, in short.\n\n    p = a · b\n\n  a  ability · 0 to 1\n");
    }

    #[test]
    fn meanings_go_below_their_terms_when_there_is_no_room_beside() {
        let rows = [("a_rather_long_parameter_key".to_owned(), "its meaning, in a few words")];
        assert_eq!(definitions(&rows, 80).lines().count(), 1);
        assert_eq!(definitions(&rows, 50).lines().count(), 2);
    }

    #[test]
    fn parts_of_a_line_break_where_it_is_full() {
        let parts = ["one", "two", "three"].map(str::to_owned);
        assert_eq!(fitted(&parts, 80), "one   two   three");
        assert_eq!(fitted(&parts, 12), "one   two\n  three");
    }
}
