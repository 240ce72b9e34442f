//! # Still pictures
//!
//! The figures of the run, for paper and for readers whose browser runs no script; those that no chart stands for are always
//! shown.

use maud::{Markup, PreEscaped, html};

use super::view::{Report, View};
use crate::report::figure::Still;
use crate::text::Language;
use crate::words::report as words;

/// Bytes of all still pictures together; the largest are left out until they fit, for the file is to stay under 6 MB.
const MOST_BYTES: usize = 3_500_000;
/// Figures that no chart stands for.
const ALWAYS: [&str; 4] = ["fit", "teams", "road", "sweep"];

pub fn stills(report: &Report<'_>) -> [Vec<Still>; 2] {
    let of = |language: Language| report.figures[language as usize].iter().map(|figure| Still::of(figure, language)).collect();
    let mut all: [Vec<Still>; 2] = Language::BOTH.map(of);
    while all.iter().flatten().map(|still| still.svg.len()).sum::<usize>() > MOST_BYTES {
        let Some(largest) = all.iter().flatten().max_by_key(|still| still.svg.len()).map(|still| still.name) else { break };
        all.iter_mut().for_each(|stills| stills.retain(|still| still.name != largest));
    }
    all
}

impl View<'_> {
    /// The pictures with their texts below them.
    pub fn still_pictures(&self) -> Markup {
        html! {
            @for still in self.stills {
                @let always = ALWAYS.contains(&still.name);
                figure class=(if always { "still" } else { "still paper" }) tabindex="0" data-figure=(still.name) {
                    (PreEscaped(&still.svg))
                    figcaption {
                        details open[!always] {
                            summary { (self.get(words::TABS[2])) }
                            (still.summary.trim_end().replace('\n', " "))
                        }
                    }
                }
            }
        }
    }
}
