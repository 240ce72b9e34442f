//! # One page for a board
//!
//! What is advised, one picture, what it costs, what is not known, what would change it: on one page of A4, in black and
//! white too, no letter below 10 points. What has no room is left to the rest of the file.

use maud::{Markup, PreEscaped, html};

use super::html::{list, paragraph, place, place_in_line, table, wide};
use super::{Compared, View, heads};
use crate::analysis::recovery::RecoverySummary;
use crate::comparison::price::Defaults;
use crate::report::figure;
use crate::text::Language;
use crate::theory::Parameters;
use crate::words::back;
use crate::words::odd::grade;
use crate::words::report as words;
use crate::words::screen::compare as compared;
use crate::words::screen::sensitivity;

/// Policies in the table; more would push the rest off the page.
const MOST: usize = 7;
/// Arms in the picture: with a twin five lines, as many as dashes can be told apart and as there is room for their labels.
const LINES: usize = 4;
/// Sentences about what is advised and what would change it.
const SENTENCES: usize = 2;

impl Compared<'_> {
    /// The policies that matter most, the most important first: the reference, those that are the best at some worth, the rest
    /// in order; where a worth was said, in the order of the ranking.
    fn foremost(&self, most: usize) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        let ranked = self.said.iter().flat_map(|said| said.ranking.order.iter().map(|row| row.policy));
        let steps = self.ladder.iter().rev().map(|step| step.policy);
        let all = ranked.chain(std::iter::once(0)).chain(steps).chain(0..self.policies.len());
        for policy in all {
            if !order.contains(&policy) {
                order.push(policy);
            }
        }
        order.truncate(most);
        order
    }

    fn names(&self, policies: &[usize]) -> Vec<&str> {
        policies.iter().map(|at| self.policies[*at].name.as_str()).collect()
    }

    /// The advice in one line.
    pub(super) fn advice(&self, language: Language) -> String {
        let name = |at: usize| self.policies[at].name.as_str();
        if let Some(said) = &self.said {
            let first: Vec<&str> = said.ranking.order.iter().filter(|row| row.place == 1).map(|row| name(row.policy)).collect();
            words::advice(said.worth, &first, language)
        } else {
            let steps: Vec<(&str, f64)> = self.ladder.iter().map(|step| (name(step.policy), step.from)).collect();
            let first = self.ladder.first().map_or(Vec::new(), |step| self.names(&step.alike));
            words::advice_by_worth(&steps, &first, language)
        }
    }

    /// Why, and how sure: a sentence for each policy that is advised.
    pub(super) fn reasons(&self, language: Language) -> Markup {
        let reference = self.policies.first().map_or("", |policy| policy.name.as_str());
        let reason = |at: usize, then: &str| words::reason(&self.policies[at], reference, then, language);
        let reasons: Vec<String> = if let Some(said) = &self.said {
            let from = |policy: usize| self.ladder.iter().find(|step| step.policy == policy && step.from > 0.0).map(|step| step.from);
            let first = said.ranking.order.iter().filter(|row| row.place == 1).take(SENTENCES);
            first.map(|row| reason(row.policy, &words::how_sure(row.best, row.regret, row.most, from(row.policy), language))).collect()
        } else {
            self.ladder
                .iter()
                .skip(1)
                .map(|step| reason(step.policy, &words::best_there(step.best, step.from, step.middle, &self.names(&step.alike), language)))
                .collect()
        };
        html! {
            @for said in &reasons {
                (paragraph(said))
            }
            @if !reasons.is_empty() {
                (paragraph(words::REASONS_READ.get(language)))
            }
        }
    }

    /// What policies cost and win; where a worth was said, in their places and with their regret.
    pub(super) fn costs(&self, language: Language) -> Markup {
        let shown = self.foremost(MOST);
        let plain = |at: &usize| compared::policy(&self.policies[*at], self.outcomes, language);
        let mut heads = heads(&compared::POLICIES, language);
        let rows: Vec<Vec<String>> = match &self.said {
            None => {
                let mut shown = shown.clone();
                shown.sort_unstable();
                shown.iter().map(plain).collect()
            }
            Some(said) => {
                heads.push(compared::RANKING[1].get(language).to_owned());
                let row = |at: &usize| {
                    let ranked = said.ranking.order.iter().find(|row| row.policy == *at);
                    let placed = ranked.map(|row| compared::ranked_row(row, &self.policies, language));
                    let mut cells = plain(at);
                    cells.push(placed.as_ref().map_or_else(String::new, |placed| placed[1].clone()));
                    cells[0] = placed.map_or_else(|| cells[0].clone(), |placed| placed[0].clone());
                    cells
                };
                shown.iter().map(row).collect()
            }
        };
        let more = self.policies.len() - shown.len();
        html! {
            (wide(&table(&compared::question(self.outcomes.people, language), &heads, &rows)))
            @if more > 0 {
                (paragraph(&words::more_policies(more, language)))
            }
            (paragraph(back::IN_SHORT.get(language)))
            @if let Some(said) = compared::default_note(&Defaults::of(self.scenario), language) {
                (paragraph(&said))
            }
        }
    }

    /// What would change the order at the worth that was said: assumptions first, then worths and neighbours.
    pub(super) fn wrong(&self, language: Language) -> Option<Vec<String>> {
        let said = self.said.as_ref()?;
        let all = compared::verdicts(&self.policies, said.ranking, said.worth, said.tipping, language);
        let (rest, tips) = all.split_at(all.len().saturating_sub(said.tipping.len()));
        let alone = said.ranking.order.first().is_some_and(|row| !row.shared);
        let mut wrong: Vec<String> = tips.iter().take(SENTENCES).cloned().collect();
        if tips.is_empty() {
            wrong.push(compared::nothing_tips(self.outcomes.worlds).get(language).to_owned());
        }
        wrong.extend(rest.iter().skip(usize::from(alone)).take(SENTENCES.saturating_sub(wrong.len()).max(1)).cloned());
        Some(wrong)
    }
}

impl View<'_> {
    /// The whole page.
    pub(super) fn board(&self) -> Markup {
        let (report, language) = (self.report, self.language);
        let foremost = self.compared.map_or_else(Vec::new, |compared| compared.foremost(LINES));
        let chosen: Vec<&str> = foremost.iter().filter_map(|at| Some(self.compared?.policies[*at].name.as_str())).collect();
        let roads: Vec<_> = report.recovery.iter().flatten().map(RecoverySummary::road).collect();
        let advice = if let Some(compared) = self.compared {
            compared.advice(language)
        } else {
            let chart = || Some(self.charts.first()?.text(report.recovery, language));
            self.sentences().into_iter().next().or_else(chart).unwrap_or_default()
        };
        html! {
            section class="board" aria-label=(self.get(words::BOARD)) {
                button type="button" class="from-board" { (self.get(words::BACK)) }
                header {
                    h1 { (report.title(language)) }
                    (paragraph(&self.lived()))
                    p class="advice" { (place_in_line("advice", self.code, &html! { (advice) })) }
                    @if let Some(said) = self.counted().first() {
                        (paragraph(said))
                    }
                }
                @if let Some(still) = figure::for_board(&report.scene(&roads, language), &chosen) {
                    h2 class="of" { (still.summary) }
                    (PreEscaped(still.svg))
                }
                @if let Some(compared) = self.compared {
                    h2 { (self.get(words::COSTS)) }
                    (place("costs", self.code, &compared.costs(language)))
                }
                div class="columns" {
                    div {
                        h2 { (self.get(words::UNKNOWN)) }
                        (list(&self.unknown()))
                    }
                    div {
                        h2 { (self.get(words::WRONG)) }
                        (place("wrong", self.code, &list(&self.wrong())))
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
        if self.compared.is_some() {
            said.push(words::YOUR_WORTH.get(language).to_owned());
        }
        let first = self.report.doubt.and_then(|doubt| doubt.outcomes.first()).filter(|first| first.doubt.is_finite());
        said.extend(first.map(|first| words::apart(&words::line(&first.arm, language), first.luck, first.doubt, language)));
        let assumed = Parameters::listed().filter(|known| known.row.grade == crate::theory::Grade::Assumed).count();
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
