//! # Markdown
//!
//! Headings, paragraphs, lists and tables, with nothing in them that could be taken for markup by mistake.

use crate::text::{Language, Text};

/// A text under way.
pub(super) struct Markdown {
    /// The language in which it is written.
    pub language: Language,
    text: String,
}

impl Markdown {
    pub fn new(language: Language) -> Self {
        Self { language, text: String::new() }
    }

    /// A heading; 1 is the title.
    pub fn heading(&mut self, depth: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(depth)));
    }

    /// Text that may hold markup of its own.
    pub fn paragraph(&mut self, text: &str) {
        self.block(text.trim_end());
    }

    /// The same in the page's language.
    pub fn say(&mut self, text: Text) {
        self.paragraph(text.get(self.language));
    }

    pub fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().map(|item| format!("* {item}")).collect();
        self.block(&items.join("\n"));
    }

    /// A table of finished [cells](cell).
    pub fn table<const N: usize>(&mut self, heads: [Text; N], rows: impl IntoIterator<Item = [String; N]>) {
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![
            line(&heads.map(|head| head.get(self.language).to_owned())),
            line(&[const { String::new() }; N].map(|_| "---".to_owned())),
        ];
        lines.extend(rows.into_iter().map(|cells| line(&cells)));
        self.block(&lines.join("\n"));
    }

    pub fn finish(self) -> String {
        self.text
    }

    fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text += text;
        self.text.push('\n');
    }
}

/// Plain text as it can stand in a table or a heading: on one line, its signs standing for themselves.
pub(super) fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\r' | '\t' => safe.push(' '),
            '|' => safe += "&#124;",
            '<' => safe += "&lt;",
            '&' if chars.peek().is_some_and(|next| *next == '#' || next.is_ascii_alphanumeric()) => safe += "&amp;",
            '\\' | '*' | '`' | '[' | ']' | '~' | '_' | '#' => safe.extend(['\\', c]),
            _ => safe.push(c),
        }
    }
    safe
}

/// A name or value of the files, in the type of code.
pub(super) fn code(text: &str) -> String {
    // A backquote would end the code, a bar the cell; neither occurs in names and values, only in free text.
    if text.contains(['`', '|', '\n', '\r']) { cell(text) } else { format!("`{text}`") }
}

/// The same, in bold where it differs from what is usual.
pub(super) fn marked(text: &str, differs: bool) -> String {
    if differs { format!("**{text}**") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::text;

    #[test]
    fn nothing_in_a_cell_ends_it() {
        assert_eq!(cell("a|b\nc*"), "a&#124;b c\\*");
        assert_eq!(cell("Dirks & Ferrin &amp; <b>"), "Dirks & Ferrin &amp;amp; &lt;b>");
        assert_eq!(code("x | y"), "x &#124; y");
        assert_eq!(code("run.length"), "`run.length`");
    }

    #[test]
    fn a_table_has_as_many_cells_in_each_line() {
        let mut page = Markdown::new(Language::English);
        page.table([text("a", "a"), text("b", "b")], [[cell("1|2"), cell("3")]]);
        assert_eq!(page.finish(), "| a | b |\n| --- | --- |\n| 1&#124;2 | 3 |\n");
    }
}
