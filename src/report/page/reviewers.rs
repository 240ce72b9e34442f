//! # The page for reviewers
//!
//! `validation.html`: each published finding with its source, what is asked, what the model shows and what null models show; what is
//! missed comes first. One file, in both languages, which opens from disk and asks for nothing.

use maud::{Markup, PreEscaped, html};

use super::html::{DOCTYPE, LANGUAGES, head, heads, languages, paragraph, table, wide};
use crate::text::{CODE, Language, Text};
use crate::validation::null::{Null, Shipped};
use crate::validation::score::{Part, Standing, scores, standings};
use crate::validation::target::{Claim, Protocol};
use crate::validation::verdict::{Judged, Verdict};
use crate::words::number::number;
use crate::words::report as words;
use crate::words::screen::validate as said;

pub const FILE: &str = "validation.html";

pub struct Review<'a> {
    pub judged: &'a [Judged],
    pub nulls: &'a Shipped,
    pub command: &'a str,
    pub version: &'a str,
    /// The language that is shown first.
    pub language: Language,
}

/// Shows the language whose button is pressed.
pub(super) const SCRIPT: &str = "\"use strict\";(()=>{const speak=l=>{document.documentElement.lang=l;\
for(const m of document.querySelectorAll(\"main\"))m.hidden=m.lang!==l;\
for(const b of document.querySelectorAll(\"[data-language]\"))b.setAttribute(\"aria-pressed\",b.dataset.language===l);};\
for(const b of document.querySelectorAll(\"[data-language]\"))b.addEventListener(\"click\",()=>speak(b.dataset.language));\
const asked=new URLSearchParams(location.search).get(\"lang\");if([\"en\",\"nl\"].includes(asked))speak(asked);})();";

const STYLE: &str = "main,.languages{max-width:88rem}th.finding:first-child{min-width:min(18rem,60vw)}thead th{white-space:normal;max-width:8rem}.strip{display:block;width:9rem;height:1.6rem}.missed th{border-left:.3rem solid #d55e00}\
td,th{vertical-align:top}.finding small,summary{display:block;color:var(--muted);font-weight:400}summary{cursor:pointer}summary::before{content:\"▸ \"}";

pub fn reviewers(review: &Review<'_>) -> String {
    let first = CODE.get(review.language);
    let page = html! {
        (DOCTYPE)
        html lang=(first) {
            (head(review.version, said::TITLE.get(review.language), &[include_str!("style.css"), STYLE]))
            body {
                (languages(first))
                @for (language, code) in LANGUAGES {
                    main lang=(code) hidden[code != first] { (review.whole(language)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

impl Review<'_> {
    fn whole(&self, language: Language) -> Markup {
        let get = |text: Text| text.get(language);
        let standings = standings(self.judged, self.nulls);
        let rows: Vec<(&Judged, Standing)> = self.judged.iter().zip(standings).collect();
        let counting = |part: Part, verdict: Verdict| -> Vec<(&Judged, Standing)> {
            let own = |(row, standing): &&(&Judged, Standing)| {
                Part::of(&row.target) == part && row.verdict == verdict && *standing == Standing::Counts
            };
            rows.iter().filter(own).copied().collect()
        };
        let aside = |(row, standing): &&(&Judged, Standing)| row.estimate.is_some() && *standing != Standing::Counts;
        html! {
            h1 { (get(said::TITLE)) }
            (self.scores(language))
            (paragraph(get(said::WHAT_COUNTS)))
            (paragraph(get(said::HOW_TO_READ)))
            @for (title, verdict) in [(said::MISSES, Verdict::Miss), (said::MET, Verdict::Pass)] {
                @for part in Part::ALL {
                    (self.section(&format!("{}: {}", get(title), get(said::part(part))), &counting(part, verdict), language))
                }
            }
            (self.section(get(said::ASIDE), &rows.iter().filter(aside).copied().collect::<Vec<_>>(), language))
            h2 { (get(said::NOT_TESTABLE)) }
            ul {
                @for (row, _) in rows.iter().filter(|(row, _)| row.verdict == Verdict::NotTestable) {
                    @if let Protocol::NotTestable(why) = row.target.protocol {
                        li { (row.target.id) " " (get(row.target.finding)) " (" (row.target.source) "): " (get(why)) }
                    }
                }
            }
            h2 { (get(words::AGAIN)) }
            pre { (self.command) }
        }
    }

    fn scores(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = scores(self.judged, self.nulls).iter().map(|score| said::score(score, language)).collect();
        wide(&table("", &heads(&said::SCORES, language), &rows))
    }

    fn section(&self, title: &str, rows: &[(&Judged, Standing)], language: Language) -> Markup {
        let table = html! {
            table {
                thead {
                    tr {
                        @for head in said::REVIEW {
                            th scope="col" { (head.get(language)) }
                        }
                    }
                }
                tbody {
                    @for (row, standing) in rows {
                        (self.row(row, *standing, language))
                    }
                }
            }
        };
        html! {
            @if !rows.is_empty() {
                h2 { (title) }
                (wide(&table))
            }
        }
    }

    fn row(&self, row: &Judged, standing: Standing, language: Language) -> Markup {
        let (target, estimate) = (&row.target, row.estimate);
        let null = |null: Null| {
            let value = self.nulls.simulated(null, target.id);
            let value = if value.is_finite() { number(value, 2, language) } else { "–".to_owned() };
            if self.nulls.meets(null, target.id) { format!("{value} ✓") } else { value }
        };
        let Protocol::Computed { how, .. } = target.protocol else { return Markup::default() };
        let why = target.missed.filter(|_| row.verdict == Verdict::Miss);
        html! {
            tr class=[(row.verdict == Verdict::Miss).then_some("missed")] {
                th scope="row" class="finding" {
                    (target.id) " " (target.finding.get(language))
                    small { (target.source) " (" (target.strength.key()) ", " (target.status.key()) ")" }
                    details {
                        summary { (said::HOW.get(language)) }
                        small { (how.get(language)) }
                        small {
                            @if let Some(why) = why {
                                (said::WHY.get(language)) " " (why.get(language))
                            }
                        }
                        small { (said::standing(standing, language)) }
                    }
                }
                td { (target.published) }
                td { (said::claim(target, language)) }
                td { (self.strip(row, language)) }
                td { (estimate.map_or(String::new(), |e| said::interval(e.mean, e.low, e.high, language))) }
                td { (said::verdict(row.verdict).get(language)) }
                @for one in [Null::Trust, Null::Outcomes, Null::All] {
                    td { (null(one)) }
                }
            }
        }
    }

    /// What is asked as a band, what is shown as a dot with its interval, what null models show as strokes.
    fn strip(&self, row: &Judged, language: Language) -> Markup {
        let (target, Some(e)) = (&row.target, row.estimate.filter(|e| e.mean.is_finite())) else { return Markup::default() };
        let nulls: Vec<f64> = Null::ALL.iter().map(|&null| self.nulls.simulated(null, target.id)).filter(|v| v.is_finite()).collect();
        let (from, to) = match target.claim {
            Claim::Within(low, high) => (low, high),
            Claim::Above(least) => (least + target.matters, f64::INFINITY),
        };
        let ends = [from, to, e.low, e.high].into_iter().chain(nulls.iter().copied()).filter(|v| v.is_finite());
        let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let room = (high - low).max(1e-9) * 0.08;
        let x = |value: f64| (144.0 * (value - low + room) / (high - low + 2.0 * room)).clamp(0.0, 144.0);
        let short = |place: f64| format!("{place:.1}");
        let label = format!("{}: {}", said::claim(target, language), said::interval(e.mean, e.low, e.high, language));
        let ink = if row.verdict == Verdict::Pass { "var(--blue)" } else { "#d55e00" };
        html! {
            svg class="strip" viewBox="0 0 144 26" role="img" aria-label=(label) {
                rect x=(short(x(from))) y="6" width=(short((x(to.min(high + room)) - x(from)).max(0.0))) height="14" fill="var(--grid)" {}
                @for null in nulls {
                    line x1=(short(x(null))) x2=(short(x(null))) y1="4" y2="22" stroke="currentColor" stroke-dasharray="2 2" {}
                }
                line x1=(short(x(e.low))) x2=(short(x(e.high))) y1="13" y2="13" stroke=(ink) stroke-width="2" {}
                circle cx=(short(x(e.mean))) cy="13" r="4" fill=(ink) {}
            }
        }
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
