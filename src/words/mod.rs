//! # What is said
//!
//! Every sentence and number that people read, in English and in Dutch.

pub mod account;
pub mod back;
pub mod disk;
pub mod event;
pub mod fault;
pub mod figure;
pub mod help;
pub mod lesson;
pub mod names;
pub mod number;
pub mod odd;
pub mod report;
pub mod screen;
pub mod sentence;
pub mod synonym;
pub mod term;
pub mod unit;
pub mod workbench;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// What no reader is shown: other words for a replicate, an arm, a twin or a portfolio, Flemish for Dutch, and sources that
    /// nobody can open.
    const NEVER: [&str; 16] = [
        "replicatie",
        "replay",
        "levens",
        "leven ",
        "geleefd",
        "armen ",
        "tweelingorganisatie",
        "portefeuille",
        "op het einde",
        "ernstig nemen",
        "kost van",
        "het besluit",
        "every variant",
        "evidence.md",
        "model.md",
        "still work there",
    ];

    /// The texts in quotes of a file of code, comments and tests left out.
    fn texts(code: &str) -> Vec<String> {
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: String = lines.map(|line| format!("{}\n", line.replace("\\\"", "'"))).collect();
        code.split('"').skip(1).step_by(2).map(str::to_lowercase).collect()
    }

    fn look(dir: &Path, wrong: &mut Vec<String>) {
        for entry in fs::read_dir(dir).expect("the repository").flatten().map(|entry| entry.path()) {
            if entry.is_dir() {
                look(&entry, wrong);
            } else if entry.extension().is_some_and(|end| end == "rs") {
                let texts = texts(&fs::read_to_string(&entry).expect("a text"));
                let found = texts.iter().filter(|text| NEVER.iter().any(|never| text.contains(never)));
                wrong.extend(found.map(|text| format!("{}: {text}", entry.display())));
            }
        }
    }

    #[test]
    fn one_thing_has_one_word_on_every_screen() {
        let mut wrong = Vec::new();
        for room in
            ["words", "theory", "scenario", "analysis", "comparison", "observe", "folder", "table", "study", "doubt", "validation", "live"]
        {
            look(&Path::new("src").join(room), &mut wrong);
        }
        wrong.retain(|line| !line.contains("src/words/synonym.rs"));
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
