//! # The page for reviewers
//!
//! `validation.html`: each published finding with its source, what is asked, what the model shows and what null models show; what is
//! missed comes first. One file, in both languages, which opens from disk and asks for nothing.

use std::fmt::Write as _;

use super::LANGUAGES;
use super::html::{escape, paragraph, table};
use crate::text::Language;
use crate::validation::null::{Null, Shipped};
use crate::validation::score::{Part, Standing, scores, standings};
use crate::validation::target::{Claim, Protocol};
use crate::validation::verdict::{Judged, Verdict};
use crate::words::number::number;
use crate::words::report as words;
use crate::words::screen::validate as said;

/// The file.
pub const FILE: &str = "validation.html";

/// What the page is made of.
pub struct Review<'a> {
    /// The findings.
    pub judged: &'a [Judged],
    /// What null models show.
    pub nulls: &'a Shipped,
    /// The command that made it.
    pub command: &'a str,
    /// The version of onfoot.
    pub version: &'a str,
    /// The language that is shown first.
    pub language: Language,
}

const SCRIPT: &str = "\"use strict\";(()=>{const speak=l=>{document.documentElement.lang=l;\
for(const m of document.querySelectorAll(\"main\"))m.hidden=m.lang!==l;\
for(const b of document.querySelectorAll(\"[data-language]\"))b.setAttribute(\"aria-pressed\",b.dataset.language===l);};\
for(const b of document.querySelectorAll(\"[data-language]\"))b.addEventListener(\"click\",()=>speak(b.dataset.language));\
const asked=new URLSearchParams(location.search).get(\"lang\");if([\"en\",\"nl\"].includes(asked))speak(asked);})();";

const STYLE: &str = "main,.languages{max-width:88rem}th.finding:first-child{min-width:min(18rem,60vw)}thead th{white-space:normal;max-width:8rem}.strip{display:block;width:9rem;height:1.6rem}.missed th{border-left:.3rem solid #d55e00}\
td,th{vertical-align:top}.finding small,summary{display:block;color:var(--muted);font-weight:400}summary{cursor:pointer}summary::before{content:\"▸ \"}";

/// The whole file.
pub fn reviewers(review: &Review<'_>) -> String {
    let first = LANGUAGES.iter().find(|row| row.0 == review.language).map_or("en", |row| row.1);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{first}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"onfoot {}\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <title>{}</title>\n<style>{}{STYLE}</style>\n<script>document.documentElement.className=\"js\"</script>\n</head>\n<body>\n{}",
        escape(review.version),
        escape(said::TITLE.get(review.language)),
        include_str!("style.css"),
        super::languages(first),
    );
    for (language, code) in LANGUAGES {
        let hidden = if code == first { "" } else { " hidden" };
        let _ = writeln!(page, "<main lang=\"{code}\"{hidden}>{}</main>", review.whole(language));
    }
    page + &format!("<script>{SCRIPT}</script>\n</body>\n</html>\n")
}

impl Review<'_> {
    fn whole(&self, language: Language) -> String {
        let get = |text: crate::text::Text| escape(text.get(language));
        let standings = standings(self.judged, self.nulls);
        let rows: Vec<(&Judged, Standing)> = self.judged.iter().zip(standings).collect();
        let counts = |standing: &Standing| *standing == Standing::Counts;
        let mut page = format!("<h1>{}</h1>{}", get(said::TITLE), self.scores(language));
        page += &format!("{}{}", paragraph(said::WHAT_COUNTS.get(language)), paragraph(said::HOW_TO_READ.get(language)));
        let missed = |part: Part| {
            let own =
                rows.iter().filter(|(row, standing)| Part::of(&row.target) == part && row.verdict == Verdict::Miss && counts(standing));
            own.copied().collect::<Vec<_>>()
        };
        for part in Part::ALL {
            page += &self.section(&format!("{}: {}", get(said::MISSES), get(said::part(part))), &missed(part), language);
        }
        for part in Part::ALL {
            let met: Vec<_> = rows
                .iter()
                .filter(|(row, standing)| Part::of(&row.target) == part && row.verdict == Verdict::Pass && counts(standing))
                .copied()
                .collect();
            page += &self.section(&format!("{}: {}", get(said::MET), get(said::part(part))), &met, language);
        }
        let aside: Vec<_> = rows.iter().filter(|(row, standing)| row.estimate.is_some() && !counts(standing)).copied().collect();
        page += &self.section(&get(said::ASIDE), &aside, language);
        page += &format!("<h2>{}</h2><ul>", get(said::NOT_TESTABLE));
        for (row, _) in rows.iter().filter(|(row, _)| row.verdict == Verdict::NotTestable) {
            let Protocol::NotTestable(why) = row.target.protocol else { continue };
            let (target, finding) = (&row.target, row.target.finding.get(language));
            let _ = write!(page, "<li>{}</li>", escape(&format!("{} {finding} ({}): {}", target.id, target.source, why.get(language))));
        }
        page + &format!("</ul><h2>{}</h2><pre>{}</pre>", get(words::AGAIN), escape(self.command))
    }

    fn scores(&self, language: Language) -> String {
        let rows: Vec<Vec<String>> = scores(self.judged, self.nulls).iter().map(|score| said::score(score, language)).collect();
        let heads = said::SCORES.map(|head| head.get(language).to_owned());
        format!("<div class=\"wide\">{}</div>", table("", &heads, &rows))
    }

    fn section(&self, title: &str, rows: &[(&Judged, Standing)], language: Language) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let heads: String = said::REVIEW.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head.get(language)))).collect();
        let rows: String = rows.iter().map(|(row, standing)| self.row(row, *standing, language)).collect();
        format!("<h2>{title}</h2><div class=\"wide\"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>")
    }

    fn row(&self, row: &Judged, standing: Standing, language: Language) -> String {
        let (target, estimate) = (&row.target, row.estimate);
        let shown = estimate.map_or(String::new(), |e| said::interval(e.mean, e.low, e.high, language));
        let null = |null: Null| {
            let value = self.nulls.simulated(null, target.id);
            let value = if value.is_finite() { number(value, 2, language) } else { "–".to_owned() };
            if self.nulls.meets(null, target.id) { format!("{value} ✓") } else { value }
        };
        let Protocol::Computed { how, .. } = target.protocol else { return String::new() };
        let why = match (row.verdict, target.missed) {
            (Verdict::Miss, Some(why)) => format!("{} {}", said::WHY.get(language), why.get(language)),
            _ => String::new(),
        };
        let aside = said::standing(standing, language);
        let class = if row.verdict == Verdict::Miss { " class=\"missed\"" } else { "" };
        format!(
            "<tr{class}><th scope=\"row\" class=\"finding\">{} {}<small>{} ({}, {})</small><details><summary>{}</summary><small>{}</small><small>{}</small><small>{}</small></details></th>\
             <td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            target.id,
            escape(target.finding.get(language)),
            escape(target.source),
            target.strength.key(),
            target.status.key(),
            escape(said::HOW.get(language)),
            escape(how.get(language)),
            escape(&why),
            escape(&aside),
            escape(target.published),
            escape(&said::claim(target, language)),
            self.strip(row, language),
            escape(&shown),
            escape(said::verdict(row.verdict).get(language)),
            null(Null::Trust),
            null(Null::Outcomes),
            null(Null::All),
        )
    }

    /// What is asked as a band, what is shown as a dot with its interval, what null models show as strokes.
    fn strip(&self, row: &Judged, language: Language) -> String {
        let (target, Some(e)) = (&row.target, row.estimate.filter(|e| e.mean.is_finite())) else { return String::new() };
        let nulls: Vec<f64> = Null::ALL.iter().map(|&null| self.nulls.simulated(null, target.id)).filter(|v| v.is_finite()).collect();
        let (from, to) = match target.claim {
            Claim::Within(low, high) => (low, high),
            Claim::Above(least) => (least + target.matters, f64::INFINITY),
        };
        let ends = [from, to, e.low, e.high].into_iter().chain(nulls.iter().copied()).filter(|v| v.is_finite());
        let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let room = (high - low).max(1e-9) * 0.08;
        let x = |value: f64| (144.0 * (value - low + room) / (high - low + 2.0 * room)).clamp(0.0, 144.0);
        let strokes: String = nulls
            .iter()
            .map(|v| {
                format!("<line x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"4\" y2=\"22\" stroke=\"currentColor\" stroke-dasharray=\"2 2\"/>", x(*v))
            })
            .collect();
        let label = format!("{}: {}", said::claim(target, language), said::interval(e.mean, e.low, e.high, language));
        let fill = if row.verdict == Verdict::Pass { "var(--blue)" } else { "#d55e00" };
        format!(
            "<svg class=\"strip\" viewBox=\"0 0 144 26\" role=\"img\" aria-label=\"{}\"><rect x=\"{:.1}\" y=\"6\" width=\"{:.1}\" height=\"14\" fill=\"var(--grid)\"/>{strokes}\
             <line x1=\"{:.1}\" x2=\"{:.1}\" y1=\"13\" y2=\"13\" stroke=\"{fill}\" stroke-width=\"2\"/><circle cx=\"{:.1}\" cy=\"13\" r=\"4\" fill=\"{fill}\"/></svg>",
            escape(&label),
            x(from),
            (x(to.min(high + room)) - x(from)).max(0.0),
            x(e.low),
            x(e.high),
            x(e.mean),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::interval::Estimate;
    use crate::validation::published::all;

    #[test]
    fn misses_come_first_in_both_languages_and_nothing_is_asked_of_the_net() {
        let judged: Vec<Judged> = all()
            .into_iter()
            .map(|target| {
                let estimate = target.study().map(|_| Estimate { mean: 0.5, error: 0.01, low: 0.48, high: 0.52, n: 40 });
                let verdict = match (estimate, target.id) {
                    (None, _) => Verdict::NotTestable,
                    (_, "VT-28d") => Verdict::Miss,
                    _ => Verdict::Pass,
                };
                // each figure its own, so that none counts as another's
                let off = target.id.bytes().fold(0.0, |sum, byte| 0.37 * sum + f64::from(byte) * 1e-4);
                Judged { target, estimate: estimate.map(|e| Estimate { mean: e.mean + off, ..e }), verdict }
            })
            .collect();
        let nulls = Shipped::default();
        let of = |language| reviewers(&Review { judged: &judged, nulls: &nulls, command: "onfoot validate <x>", version: "0", language });
        let page = of(Language::Dutch);
        assert!(page.contains("<html lang=\"nl\">") && page.contains("<main lang=\"en\" hidden>") && page.contains("validate &lt;x&gt;"));
        for main in page.split("<main ").skip(1) {
            let at = |id: &str| main.find(&format!("finding\">{id} ")).unwrap();
            assert!(at("VT-28d") < at("VT-01") && main.matches("class=\"missed\"").count() == 1);
            assert!(main.contains("VT-18 ") && main.matches("<svg").count() > 90);
        }
        assert!(!page.contains("http://") && !page.contains("https://"));
    }
}
