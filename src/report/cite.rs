//! # How to cite
//!
//! The software, as `CITATION.cff` says, and the works behind the parameters in use, the laws and the findings; as a list
//! to read (APA) or as BibTeX.

use std::collections::BTreeMap;

use crate::report::odd::LAWS;
use crate::scenario::Scenario;
use crate::text::Language;
use crate::theory::Parameters;
use crate::theory::behaviour::BEHAVIOURS;
use crate::validation::published;
use crate::validation::target::Status;
use crate::validation::work::{Kind, Work, works_in};
use crate::words::screen::cite as words;

/// The citation file, of which the facts about the software are read.
const CITATION: &str = include_str!("../../CITATION.cff");

/// What the citation file says of the software.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Software {
    pub title: String,
    pub version: String,
    /// Year of the release.
    pub year: String,
    pub authors: Vec<String>,
    /// Licence, as `Cargo.toml` says.
    pub licence: String,
}

pub fn software() -> Software {
    let field = |line: &str, key: &str| line.strip_prefix(key).map(|value| value.trim().trim_matches('"').to_owned());
    let first = |key: &str| CITATION.lines().find_map(|line| field(line, key)).unwrap_or_default();
    Software {
        title: first("title:"),
        version: first("version:"),
        year: first("date-released:").chars().take(4).collect(),
        authors: CITATION.lines().filter_map(|line| field(line.trim_start(), "- name:")).collect(),
        licence: env!("CARGO_PKG_LICENSE").to_owned(),
    }
}

/// A work and what leans on it.
#[derive(Clone, Debug)]
pub struct Use {
    pub work: &'static Work,
    /// How many parameters in use, by group.
    pub parameters: BTreeMap<&'static str, usize>,
    pub findings: Vec<&'static str>,
    /// Laws, by their files.
    pub laws: Vec<&'static str>,
}

/// The works behind a scenario, as a list has them. A parameter that it sets to a value of its own leans on no work, in none of its arms.
pub fn uses(scenario: &Scenario) -> Vec<Use> {
    let in_use = |group: &str, key: &str, default: f64| {
        let arms = scenario.arms.iter().map(|arm| &*arm.scenario);
        let mut lives = if scenario.arms.is_empty() { vec![scenario] } else { Vec::new() };
        lives.extend(arms);
        lives.iter().any(|one| one.parameters.get(group, key).is_some_and(|value| value.to_bits() == default.to_bits()))
    };
    let mut uses: BTreeMap<&str, Use> = BTreeMap::new();
    let mut lean = |source: &str, leans: &dyn Fn(&mut Use)| {
        for work in works_in(source) {
            let unused = || Use { work, parameters: BTreeMap::new(), findings: Vec::new(), laws: Vec::new() };
            leans(uses.entry(work.key).or_insert_with(unused));
        }
    };
    for group in Parameters::GROUPS {
        for row in group.rows.iter().filter(|row| in_use(group.key, row.key, row.default)) {
            lean(row.source, &|used| *used.parameters.entry(group.key).or_default() += 1);
        }
    }
    let laws = LAWS.iter().map(|law| (law.origin(), law.file));
    for (source, law) in laws.chain(BEHAVIOURS.iter().map(|row| (row.source.to_owned(), "behaviour"))) {
        lean(&source, &|used| {
            if !used.laws.contains(&law) {
                used.laws.push(law);
            }
        });
    }
    for target in published::all() {
        lean(target.source, &|used| used.findings.push(target.id));
    }
    let mut uses: Vec<Use> = uses.into_values().collect();
    uses.sort_by_cached_key(|used| place(used.work));
    uses
}

/// Where a work stands in a list.
pub fn place(work: &Work) -> String {
    apa(work, Language::English).trim_start_matches('[').to_lowercase()
}

/// The software in APA style.
pub fn apa_software(language: Language) -> String {
    let Software { title, version, year, authors, .. } = software();
    format!("{} ({year}). {title} ({}) [{}].", listed(&authors), words::version(&version, language), words::SOFTWARE.get(language))
}

/// A work in APA style.
pub fn apa(work: &Work, language: Language) -> String {
    let year = work.year.map_or(words::NO_DATE.get(language).to_owned(), |year| year.to_string());
    let title = work.title;
    let mut entry = if work.authors.is_empty() {
        format!("{title} ({year}).")
    } else {
        format!("{} ({year}). {title}{}", listed(work.authors), if title.ends_with(['?', '!']) { "" } else { "." })
    };
    match work.kind {
        Kind::Thesis if title.starts_with('[') => entry = format!("{entry} {}.", work.place),
        Kind::Thesis => entry = format!("{} [{}, {}].", entry.trim_end_matches('.'), words::THESIS.get(language), work.place),
        _ if work.place.is_empty() => {}
        Kind::Article => {
            let issue = if work.issue.is_empty() { String::new() } else { format!("({})", work.issue) };
            let parts = [work.place.to_owned(), format!("{}{issue}", work.volume), work.pages.to_owned()];
            entry = format!("{entry} {}.", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
        }
        Kind::Book | Kind::Report => entry = format!("{entry} {}.", work.place),
    }
    if !work.doi.is_empty() {
        entry = format!("{entry} https://doi.org/{}", work.doi);
    } else if !work.url.is_empty() {
        entry = format!("{entry} {}", work.url);
    }
    entry
}

/// What a reader should know of a work: where its numbers were seen, and else; empty for nothing.
pub fn remark(work: &Work, language: Language) -> String {
    let seen = match work.status {
        Status::Verified | Status::Derived => "",
        Status::Secondary => words::SECONDARY.get(language),
        Status::Memory => words::MEMORY.get(language),
    };
    [seen, work.note.get(language)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// `A`, `A, & B`, `A, B, & C`; a last `others` as `et al.`
fn listed<T: AsRef<str>>(authors: &[T]) -> String {
    let authors: Vec<&str> = authors.iter().map(AsRef::as_ref).collect();
    match authors.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., "others"] => format!("{}, et al.", first.join(", ")),
        [first @ .., last] => format!("{}, & {last}", first.join(", ")),
    }
}

/// The software and the works of these uses as BibTeX.
pub fn bibtex(uses: &[Use]) -> String {
    let Software { title, version, year, authors, licence } = software();
    let authors = authors.iter().map(|name| format!("{{{}}}", escaped(name))).collect::<Vec<_>>().join(" and ");
    let fields = [
        ("author", authors),
        ("title", protected(&title)),
        ("year", year),
        ("version", version.clone()),
        ("howpublished", "Computer software".to_owned()),
        ("note", escaped(&format!("Version {version}, {licence}"))),
    ];
    let mut page = entry("misc", "onfoot", &fields);
    for used in uses {
        page += "\n";
        page += &bibtex_of(used.work);
    }
    page
}

fn bibtex_of(work: &Work) -> String {
    let (kind, place) = match work.kind {
        Kind::Article => ("article", "journal"),
        Kind::Book => ("book", "publisher"),
        Kind::Thesis => ("phdthesis", "school"),
        Kind::Report => ("techreport", "institution"),
    };
    let author = |name: &&str| match *name {
        "others" => "others".to_owned(),
        name if name.contains(", ") => escaped(name),
        organisation => format!("{{{}}}", escaped(organisation)),
    };
    // A report without a publisher of its own is published by its author.
    let place_said = if work.kind == Kind::Report && work.place.is_empty() { work.authors.join(" and ") } else { work.place.to_owned() };
    let fields = [
        ("author", work.authors.iter().map(author).collect::<Vec<_>>().join(" and ")),
        ("title", protected(work.title)),
        (place, escaped(&place_said)),
        ("year", work.year.map_or(String::new(), |year| year.to_string())),
        ("volume", work.volume.to_owned()),
        ("number", work.issue.to_owned()),
        ("pages", work.pages.replace('–', "--")),
        ("doi", work.doi.to_owned()),
        ("url", work.url.to_owned()),
        ("note", escaped(&remark(work, Language::English))),
    ];
    entry(kind, work.key, &fields)
}

fn entry(kind: &str, key: &str, fields: &[(&str, String)]) -> String {
    let lines: String =
        fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@{kind}{{{key},\n{lines}}}\n")
}

/// A title whose capitals stay as they are.
fn protected(title: &str) -> String {
    format!("{{{}}}", escaped(title))
}

/// Text with TeX's own signs standing for themselves.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => safe.extend(['\\', c]),
            '–' => safe += "--",
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::manifest::VERSION;
    use crate::scenario::read::read_text;
    use crate::text::Language::{Dutch, English};
    use crate::validation::work::{WORKS, plain};

    fn work(key: &str) -> &'static Work {
        WORKS.iter().find(|work| work.key == key).expect("there is one")
    }

    #[test]
    fn the_citation_file_is_of_this_version() {
        let software = software();
        assert_eq!(software.version, VERSION);
        assert!(software.title.starts_with("onfoot") && software.year.len() == 4 && !software.authors.is_empty());
        for licence in software.licence.split(" OR ") {
            assert!(CITATION.contains(&format!("\n  - {licence}\n")), "{licence}");
        }
    }

    #[test]
    fn works_are_listed_in_apa_style() {
        assert_eq!(
            apa(work("dirks2002"), English),
            "Dirks, K. T., & Ferrin, D. L. (2002). Trust in leadership: Meta-analytic findings and implications for research and practice. \
             Journal of Applied Psychology, 87(4), 611–628. https://doi.org/10.1037/0021-9010.87.4.611"
        );
        assert_eq!(
            apa(work("marsh1994"), Dutch),
            "Marsh, S. P. (1994). Formalising trust as a computational concept [doctoraat, University of Stirling]."
        );
        assert_eq!(remark(work("marsh1994"), English), "seen only in a text that cites it");
        assert!(apa(work("maliqi2025"), English).starts_with("Maliqi, M., et al. (2025). "));
        assert!(apa(work("bat"), Dutch).ends_with("(z.j.)."));
    }

    #[test]
    fn bibtex_is_balanced_and_every_field_ends_with_a_comma() {
        let page = bibtex(&uses(&Scenario::default()));
        let mut keys = std::collections::BTreeSet::new();
        for entry in page.split("\n\n") {
            let (head, body) = entry.trim().split_once('\n').expect("an entry has lines");
            let key = head.split_once('{').and_then(|(_, key)| key.strip_suffix(',')).expect("a key");
            assert!(head.starts_with('@') && keys.insert(key.to_owned()), "{head}");
            let fields = body.strip_suffix("\n}").expect("a closing brace");
            for field in fields.lines() {
                assert!(field.starts_with("  ") && field.contains(" = {") && field.ends_with("},"), "{field}");
                let (mut depth, mut before) = (0_i32, ' ');
                for c in field.chars() {
                    depth += i32::from(c == '{' && before != '\\') - i32::from(c == '}' && before != '\\');
                    assert!(depth >= 0, "{field}");
                    before = c;
                }
                assert_eq!(depth, 0, "{field}");
            }
        }
        assert!(keys.contains("onfoot") && keys.contains("dirks2002"));
        assert!(page.contains("Psychology, Society \\& Education") && page.contains("pages = {611--628}"));
    }

    #[test]
    fn a_parameter_with_a_value_of_its_own_leans_on_no_work() {
        let count = |text: &str| {
            let scenario = read_text("x.toml", &format!("title = \"x\"\n{text}")).expect("a scenario").scenario;
            let found = uses(&scenario).into_iter().find(|used| used.work.key == "schweitzer2006").expect("it is behind findings too");
            found.parameters.values().sum::<usize>()
        };
        assert_eq!(count("[breach]\nsettled_deception = 0.3\n"), count("") - 1);
    }

    #[test]
    fn every_year_that_a_law_names_belongs_to_a_work() {
        for law in LAWS {
            let mut rest = plain(&law.origin());
            for name in WORKS.iter().flat_map(|work| work.named) {
                rest = rest.replace(name, "");
            }
            let year = rest
                .split(|c: char| !c.is_ascii_digit())
                .find(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
            assert_eq!(year, None, "{}: {rest}", law.file);
        }
    }
}
