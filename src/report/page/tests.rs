//! The page is whole, the same every time, small, and says in its tables what the lives say.

use serde_json::Value;

use super::*;
use crate::analysis::recovery::{RecoverySummary, recovery};
use crate::comparison::outcome::{outcomes, reference};
use crate::comparison::ranking::{Wish, policies, ranking};
use crate::comparison::worth::ladder;
use crate::ensemble::live::live;
use crate::ensemble::plan::plan;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::report::figure::{Provenance, Scene, figures};
use crate::scenario::Scenario;
use crate::scenario::read::read_text;
use crate::text::Language;
use crate::words::number::number;

const STORY: &str = "
title = 'A <b>bold</b> title & \"more\"'
[run]
length = '30 weeks'
replicates = 3
worlds = 2
[organisation]
teams = 3
team_size = 4
[[event]]
id = 'broken'
day = 60
what = 'breach'
by = 'leader'
kind = 'integrity'
severity = 0.7
[[repair]]
id = 'apology'
what = 'apology'
after = 'broken'
[arms]
nothing = { repairs = [] }
words = { repairs = ['apology'] }
";

fn lived() -> (Scenario, Vec<ArmPlan>, Vec<ArmLives>) {
    let scenario = read_text("story", STORY).unwrap().scenario;
    let plans = plan(&scenario);
    let arm = |plan: &ArmPlan| ArmLives {
        arm: plan.name.clone(),
        twin: plan.twin.clone(),
        worlds: plan.scenario.run.worlds,
        lives: (0..plan.lives()).map(|life| Ok(live(&plan.scenario_of(life), plan.dice(life)))).collect(),
    };
    let arms: Vec<ArmLives> = plans.iter().map(arm).collect();
    (scenario, plans, arms)
}

fn made(language: Language) -> String {
    let (scenario, plans, arms) = lived();
    let twin = |arm: &ArmLives| arms.iter().find(|twin| arm.twin.as_ref() == Some(&twin.arm));
    let recovery: Vec<_> =
        plans.iter().zip(&arms).filter(|(plan, _)| !plan.is_twin).map(|(plan, arm)| recovery(&plan.scenario, arm, twin(arm))).collect();
    let outcomes = outcomes(&scenario, &plans, &arms, reference(&plans));
    let provenance = Provenance { version: "0".into(), design_hash: "01234567".into(), seed: 1 };
    let roads: Vec<_> = recovery.iter().flatten().map(RecoverySummary::road).collect();
    let drawn = Language::BOTH.map(|language| figures(&Scene::slide(&scenario, &plans, &arms, &roads, language, &provenance)));
    page(&Report {
        scenario: &scenario,
        plans: &plans,
        arms: &arms,
        recovery: &recovery,
        doubt: None,
        judged: &[],
        outcomes: Some(&outcomes),
        command: "onfoot run story.toml",
        limits: &crate::folder::manifest::limits(),
        design: "0123456789abcdef",
        lock: None,
        provenance: &provenance,
        figures: [&drawn[0], &drawn[1]],
        language,
    })
}

#[test]
fn the_page_is_one_file_in_two_languages_and_the_same_every_time() {
    let page = made(Language::Dutch);
    assert_eq!(page, made(Language::Dutch));
    assert!(page.len() < 6_000_000 && page.starts_with("<!doctype html>\n<html lang=\"nl\">"));
    for said in
        ["In a sentence", "In één zin", "What would change the conclusion", "Wat de conclusie zou veranderen", "onfoot run story.toml"]
    {
        assert!(page.contains(said), "{said}");
    }
    assert!(
        page.contains("A &lt;b&gt;bold&lt;/b&gt; title &amp; &quot;more&quot;") && !page.contains("<b>bold"),
        "what a user writes is text"
    );
    // Nothing is loaded: no source, no sheet, no link but the empty icon; addresses stand only in names of XML and in the library.
    for loading in ["src=\"", "<link rel=\"stylesheet", "@import", "url(http", "fetch("] {
        assert!(!page.contains(loading), "{loading}");
    }
}

#[test]
fn charts_and_their_tables_hold_the_same_numbers() {
    let page = made(Language::English);
    let data = page.split("id=\"data\">").nth(1).and_then(|rest| rest.split("</script>").next()).unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let chart = data["charts"].as_array().unwrap().iter().find(|chart| chart["id"] == "trust-leader").unwrap();
    let last = chart["lines"][0]["median"].as_array().unwrap().last().unwrap().as_f64().unwrap();
    let article = page.split("data-chart=\"trust-leader\"").nth(1).unwrap().split("</article>").next().unwrap();
    let row = article.rsplit("<tr>").next().unwrap();
    assert!(row.contains(&format!("<td>{}", number(last, 2, Language::English))), "{last}: {row}");
    assert_eq!(chart["lines"].as_array().unwrap().len(), 3); // two arms and their twin
}

/// What the page's script knows of the worth, and the page without it.
fn stops(page: &str) -> (Value, String) {
    let (before, rest) = page.split_once("id=\"stops\">").unwrap();
    let (stops, after) = rest.split_once("</script>").unwrap();
    (serde_json::from_str(stops).unwrap(), format!("{before}{after}"))
}

#[test]
fn everything_that_hangs_on_the_worth_is_known_at_every_stop_of_the_slider() {
    let (stops, _) = stops(&made(Language::English));
    let stops = stops.as_array().unwrap();
    assert!(stops[0]["worth"].is_null() && stops[1]["worth"] == 0.0);
    assert_eq!(stops[0]["en"]["ranked"], "", "nothing is ranked before a worth is said");
    for (code, advice) in [("en", "If one avoided departure is worth"), ("nl", "Als één vermeden vertrek")] {
        for stop in &stops[1..] {
            let said = |place: &str| stop[code][place].as_str().unwrap();
            assert!(said("advice").starts_with(advice) && said("advice") == said("advice-top"));
            assert!(said("ranked").matches("<tr>").count() == 3 && said("costs").contains("<table") && said("wrong").contains("<li>"));
        }
    }
}

#[test]
fn a_line_is_told_to_those_who_cannot_see_it() {
    let page = made(Language::English);
    let article = page.split("data-chart=\"trust-leader\"").nth(1).unwrap().split("</article>").next().unwrap();
    let label = article.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap();
    for said in ["nothing: breach in month 3, from 0.", " to 0.", "On the last day"] {
        assert!(label.contains(said), "{said}: {label}");
    }
}

#[test]
fn the_boards_page_has_what_a_board_asks_in_both_languages() {
    let page = made(Language::English);
    let boards: Vec<&str> = page.split("<section class=\"board\"").skip(1).map(|rest| rest.split("</section>").next().unwrap()).collect();
    let heads = [["What we do not know", "What it would take to be wrong"], ["Wat we niet weten", "Wanneer dit niet meer klopt"]];
    assert_eq!(boards.len(), 2);
    for (board, heads) in boards.iter().zip(heads) {
        for said in
            heads.into_iter().chain(["0123456789abcdef", "onfoot run story.toml", "class=\"advice\"", "<svg", "stroke-dasharray", "<table"])
        {
            assert!(board.contains(said), "{said}");
        }
    }
}

#[test]
fn still_pictures_stand_for_the_charts_on_paper_and_without_script() {
    let page = made(Language::English);
    for name in ["trust", "arms", "engagement", "turnover", "performance", "output"] {
        assert_eq!(page.matches(&format!("data-figure=\"{name}\"")).count(), 2, "{name}, in both languages");
    }
    let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let once: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "no name is given twice");
}

#[test]
fn a_comparison_fills_its_places_and_ranks_only_once_a_worth_was_said() {
    let (scenario, plans, arms) = lived();
    let page = made(Language::English);
    let outcomes = outcomes(&scenario, &plans, &arms, reference(&plans));
    let found = |worth: Option<f64>, floor: Option<f64>| {
        let wish = Wish { worth, floor, near: 30.0 };
        let policies = policies(&outcomes, &wish);
        let ranking = worth.map(|worth| (worth, ranking(&outcomes, &policies, worth, 30.0)));
        crate::comparison::Findings {
            outcomes: outcomes.clone(),
            ladder: ladder(&outcomes, &policies),
            policies,
            ranking,
            tipping: Vec::new(),
        }
    };
    let with = |worth| with_comparison(&page, &scenario, &found(worth, None), 30.0, None, "onfoot compare story.toml").unwrap();
    let unsaid = with(None);
    let (_, unsaid) = stops(&unsaid);
    assert!(unsaid.contains("<!--ranked-en--><!--/ranked-en-->") && unsaid.contains("<!--command-en-->onfoot compare story.toml<"));
    assert!(!unsaid.contains("onfoot run story.toml"));
    let said = with(Some(60.0));
    let (_, said) = stops(&said);
    assert!(said.contains("aria-valuetext=\"60 person-days\"") && said.contains("aria-valuetext=\"60 persoonsdagen\""));
    assert!(
        said.contains("If one avoided departure is worth 60 person-days, ")
            && said.contains("Als één vermeden vertrek 60 persoonsdagen waard is, ")
    );
    assert_eq!(said, stops(&with(Some(60.0))).1);
    let first = &found(Some(60.0), None).ranking.unwrap().1.order[0];
    let regret = crate::words::number::number(first.regret, 0, Language::English);
    assert!(said.contains(&format!("choosing it gives away {regret} person-day")), "why, and how sure");
    assert!(!unsaid.contains("choosing it gives away") && unsaid.contains("<!--reasons-nl-->"));
    let advised = "<!--advice-top-en-->“nothing” is the best to expect";
    assert!(unsaid.contains(advised), "what no floor forbids");
    let (_, floored) = stops(&with_comparison(&page, &scenario, &found(None, Some(1e9)), 30.0, Some(1e9), "").unwrap());
    assert!(!floored.contains(advised), "nobody is advised who wins back less than was asked");
    assert!(
        floored.contains("<!--advice-top-en-->No policy wins back as much trust as was asked.") && floored.contains("Geen enkel beleid")
    );
    assert_eq!(with_comparison("<html>", &scenario, &found(None, None), 30.0, None, ""), None, "another page is left alone");
}
