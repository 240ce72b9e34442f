//! # One page for a board
//!
//! What is advised, one picture, what it costs, what is not known, what would change it: on one page of A4, in black and
//! white too, no letter below 10 points. What has no room is left to the rest of the file.

use maud::{Markup, PreEscaped, html};

use super::choice::SENTENCES;
use super::html::{list, paragraph, place, place_in_line};
use super::view::View;
use crate::report::figure;
use crate::theory::{Grade, Parameters};
use crate::words::odd::grade;
use crate::words::report as words;
use crate::words::screen::sensitivity;

/// Arms in the picture: with a twin five lines, as many as dashes can be told apart and as there is room for their labels.
const LINES: usize = 4;

impl View<'_> {
    pub fn board(&self) -> Markup {
        let (report, language) = (self.report, self.language);
        let foremost = self.choice.map_or_else(Vec::new, |choice| choice.foremost(LINES));
        let chosen: Vec<&str> = foremost.iter().filter_map(|at| Some(self.choice?.policies[*at].name.as_str())).collect();
        let advice = if let Some(choice) = self.choice {
            choice.advice(language)
        } else {
            let chart = || Some(self.charts.first()?.text(self.roads, language));
            self.sentences().into_iter().next().or_else(chart).unwrap_or_default()
        };
        html! {
            section class="board" aria-label=(self.get(words::BOARD)) {
                button type="button" class="from-board" { (self.get(words::BACK)) }
                header {
                    h1 { (report.title(language)) }
                    (paragraph(&self.lived()))
                    p class="advice" { (place_in_line("advice", self.code(), &html! { (advice) })) }
                    @if let Some(said) = self.counted().first() {
                        (paragraph(said))
                    }
                }
                @if let Some(still) = figure::for_board(&report.scene(self.roads, language), &chosen) {
                    h2 class="of" { (still.summary) }
                    (PreEscaped(still.svg))
                }
                @if let Some(choice) = self.choice {
                    h2 { (self.get(words::COSTS)) }
                    (place("costs", self.code(), &choice.costs(language)))
                }
                div class="columns" {
                    div {
                        h2 { (self.get(words::UNKNOWN)) }
                        (list(&self.unknown()))
                    }
                    div {
                        h2 { (self.get(words::WRONG)) }
                        (place("wrong", self.code(), &list(&self.wrong())))
                    }
                }
                footer {
                    p { (self.assumed().join(" ")) " " (self.get(words::NO_STAFF)) }
                    (paragraph(self.limits()))
                    (self.again("command-board"))
                }
            }
        }
    }

    /// What is not known, in three lines at most.
    fn unknown(&self) -> Vec<String> {
        let language = self.language;
        let mut said = Vec::new();
        if self.choice.is_some() {
            said.push(words::YOUR_WORTH.get(language).to_owned());
        }
        let first = self.report.doubt.and_then(|doubt| doubt.outcomes.first()).filter(|first| first.doubt.is_finite());
        said.extend(first.map(|first| words::apart(&words::line(&first.arm, language), first.luck, first.doubt, language)));
        let assumed = Parameters::listed().filter(|known| known.row.grade == Grade::Assumed).count();
        said.push(words::unproven(assumed, Parameters::listed().count(), language));
        said.push(words::SPEEDS.get(language).to_owned());
        said
    }

    /// On what it hangs, where no order at a worth is known.
    fn wrong(&self) -> Vec<String> {
        let language = self.language;
        let Some((doubt, first)) = self.report.doubt.and_then(|doubt| Some((doubt, doubt.outcomes.first()?))) else {
            return vec![words::NOT_LOOKED.get(language).to_owned()];
        };
        if first.drivers.is_empty() {
            return vec![sensitivity::NONE.get(language).to_owned()];
        }
        let named = first.drivers.iter().take(SENTENCES).filter_map(|driver| {
            let row = Parameters::find(&driver.parameter)?.row;
            Some(words::hangs(&driver.parameter, row.meaning.get(language), driver.effect, grade(row.grade).get(language), language))
        });
        named.chain(std::iter::once(words::outcome(&sensitivity::headline(doubt.headline, language), language))).collect()
    }
}
