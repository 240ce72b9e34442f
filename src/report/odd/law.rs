//! # The laws as they stand in their files
//!
//! Equation, symbols, limits and source are written once, at the head of a law's file; here they are read from it. Their Dutch
//! stands in `words/odd/law/`, with the fingerprint of the head that it translates on its first line: who changes a head is told by
//! a test to change its translation.

use crate::text::Language;

/// One law: its file's name, its text, the groups of its parameters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Law {
    /// The file in `theory`, without its ending.
    pub file: &'static str,
    pub groups: &'static [&'static str],
    source: &'static str,
    dutch: &'static str,
}

/// Names the laws: one line each.
macro_rules! laws {
    ($($file:literal: $($group:literal)*;)*) => {
        /// All laws, in the order in which their parameters are listed.
        pub(crate) const LAWS: &[Law] = &[$(Law {
            file: $file, groups: &[$($group),*], source: include_str!(concat!("../../theory/", $file, ".rs")),
            dutch: include_str!(concat!("../../words/odd/law/", $file, ".md")),
        },)*];
    };
}

laws! {
    "quotient": "quotient";
    "impression": "impression";
    "contact": "contact";
    "belief": "belief";
    "behaviour": "behaviour" "behaviours" "own" "loadings";
    "acquaintance":;
    "practice": "practice" "signals";
    "breach": "breach" "incident";
    "healing": "healing";
    "repair": "restoring";
    "repair_fit": "repair_fit";
    "spread": "spread";
    "retaliation": "retaliation";
    "outcome": "outcome";
    "health": "health";
    "team": "team";
    "turnover": "turnover";
    "survey": "survey";
    "cost": "cost";
}

impl Law {
    /// What stands of it in a description, in Markdown.
    pub fn head(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Dutch => self.dutch.split_once('\n').map_or("", |(_, text)| text.trim()).to_owned(),
        }
    }

    /// The head of its file: everything under the title, without links into the code.
    fn english(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line));
        let body: Vec<&str> = lines.skip_while(|line| line.starts_with("# ") || line.is_empty()).collect();
        unlinked(body.join("\n").trim())
    }

    /// What it says of where it comes from.
    pub fn origin(&self) -> String {
        self.english().split_once("**Source.**").map_or(String::new(), |(_, tail)| tail.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// ``[`word`](super::word)`` as `word`: on paper there is nothing to follow.
fn unlinked(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("](super::") {
        let (before, after) = rest.split_at(at);
        let Some((open, close)) = before.rfind('[').zip(after.find(')')) else { break };
        plain += &before[..open];
        plain += before[open + 1..].trim_matches('`');
        rest = &after[close + 1..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::theory::Parameters;

    #[test]
    fn every_file_of_a_law_is_here_once() {
        let mut files: Vec<String> = std::fs::read_dir("src/theory")
            .expect("the repository")
            .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
            .filter(|name| !["bounds", "mod", "parameter", "referent"].contains(&name.as_str()))
            .collect();
        let mut listed: Vec<&str> = LAWS.iter().map(|law| law.file).collect();
        files.sort();
        listed.sort_unstable();
        assert_eq!(listed, files);
    }

    #[test]
    fn every_group_of_parameters_belongs_to_one_law_whose_file_declares_them() {
        let listed: Vec<&str> = LAWS.iter().flat_map(|law| law.groups).copied().collect();
        let groups: Vec<&str> = Parameters::GROUPS.iter().map(|group| group.key).collect();
        assert_eq!(listed, groups);
        for law in LAWS {
            for row in Parameters::GROUPS.iter().filter(|group| law.groups.contains(&group.key)).flat_map(|group| group.rows) {
                // In a table the key is put together from a row and a column.
                let parts = row.key.match_indices('_').map(|(at, _)| (&row.key[..at], &row.key[at + 1..]));
                let said = |word: &str| law.source.contains(&format!("\"{word}\""));
                let in_table = parts.into_iter().any(|(row, column)| said(row) && said(column));
                assert!(law.source.contains(&format!("{}:", row.key)) || in_table, "{} is not in {}", row.key, law.file);
            }
        }
    }

    #[test]
    fn every_translation_is_of_the_head_as_it_is_now_and_has_all_of_its_rows() {
        for law in LAWS {
            let (english, dutch) = (law.english(), law.head(Language::Dutch));
            let now: String = Sha256::digest(&english).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let mark = format!("<!-- {now} -->");
            assert!(
                law.dutch.starts_with(&mark),
                "src/theory/{0}.rs has changed: translate its head in src/words/odd/law/{0}.md, and make its first line {mark}",
                law.file
            );
            let count = |text: &str, start: &str| text.lines().filter(|line| line.starts_with(start)).count();
            for start in ["```", "|", "**"] {
                assert_eq!(count(&english, start), count(&dutch, start), "{}: lines that begin with {start}", law.file);
            }
            let formulas = |text: &str| text.split("```").nth(1).map_or(0, |block| block.matches('=').count());
            assert_eq!(formulas(&english), formulas(&dutch), "{}", law.file);
            assert!(dutch.contains("**Grenzen.**") && dutch.contains("**Bron.**"), "{}", law.file);
        }
    }

    #[test]
    fn every_law_has_an_equation_limits_and_a_source_and_no_link_is_left() {
        for law in LAWS {
            let head = law.english();
            assert!(head.contains("```text") && head.contains("**Limits.**") && !law.origin().is_empty(), "{}", law.file);
            assert!(!head.contains("super::") && !head.starts_with('#'), "{}", law.file);
        }
    }
}
