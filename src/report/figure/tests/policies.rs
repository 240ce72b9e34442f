//! Figures of made-up comparisons.

use super::*;
use crate::analysis::survival::Wait;
use crate::comparison::Findings;
use crate::comparison::outcome::{Arm, Outcome, Outcomes};
use crate::comparison::ranking::{Wish, policies, ranking};
use crate::comparison::worth::ladder;
use crate::report::figure::list::of_comparison as figures;

/// An arm: its name, its cost, the leavers that it avoids, the share of trust that it wins back.
type Made<'a> = (&'a str, f64, f64, f64);

const FEW: [Made<'_>; 4] =
    [("nothing", 0.0, 0.0, 0.0), ("apology", 15.0, 1.0, 0.1), ("kept promises", 210.0, 8.0, 0.9), ("structural reform", 1450.0, 17.0, 1.0)];

fn found(arms: &[Made<'_>], worlds: u32, worth: Option<f64>, floor: Option<f64>) -> Findings {
    const LIVES: u32 = 160;
    let arm = |(at, (name, cost, avoided, won)): (usize, &Made<'_>)| {
        let life = |number: u32| {
            let (shared, own) = (noise(u64::from(number), 1), noise(u64::from(number), 7 + at as u64));
            let days = 200.0 + 250.0 * (1.0 - won) + 180.0 * own;
            let back = Some(Wait { days: days.min(500.0), ended: days < 500.0 });
            Some(Outcome {
                leavers: 40.0 + 8.0 * shared - avoided * (1.0 + 0.8 * own),
                costs: [cost * (1.0 + 0.1 * own), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                output: 10_000.0,
                trust_days: 100.0 * (200.0 + 30.0 * shared + 60.0 * won * (1.0 + 0.6 * own)),
                left_out: 0,
                back,
                level: None,
            })
        };
        Arm { name: (*name).to_owned(), is_twin: false, lives: (0..LIVES).map(life).collect() }
    };
    let arms: Vec<Arm> = arms.iter().enumerate().map(arm).collect();
    let outcomes = Outcomes { referent: Referent::Leader, people: 100.0, worlds, reference: 0, arms };
    let wish = Wish { worth, floor, near: 30.0 };
    let policies = policies(&outcomes, &wish);
    let ranking = worth.map(|worth| (worth, ranking(&outcomes, &policies, worth, wish.near)));
    Findings { ladder: ladder(&outcomes, &policies), outcomes, policies, ranking, tipping: Vec::new() }
}

/// Draws everything in both languages, on a slide and on paper; nothing may stand wrong. The English slides.
fn stands(found: &Findings) -> Vec<Figure> {
    let scenario = Scenario { title: "Het Veer: which answer".to_owned(), ..Scenario::default() };
    let draw = |language, medium| {
        let figures = figures(&Comparison { scenario: &scenario, found, language, provenance: &provenance(), medium });
        let wrong: Vec<String> = figures.iter().flat_map(misplaced).collect();
        assert!(wrong.is_empty(), "{medium:?} {wrong:#?}");
        figures
    };
    for width in [85.0, 170.0] {
        draw(Language::Dutch, Medium::Print { width, headline: false });
        draw(Language::English, Medium::Print { width, headline: true });
    }
    draw(Language::Dutch, Medium::Slide);
    draw(Language::English, Medium::Slide)
}

#[test]
fn a_comparison_has_its_three_figures_and_no_text_overlaps() {
    let figures = stands(&found(&FEW, 40, None, None));
    assert_eq!(names(&figures), ["cost", "returns", "worth"]);
    assert!(figures[0].words.headline.starts_with("“kept promises” wins back"), "{}", figures[0].words.headline);
    assert_eq!(figures[0].csv.lines().count(), 5);
    assert!(figures[1].csv.starts_with("policy,days,not_back\nnothing,0,1\n"));
    assert!(figures[2].words.headline.contains("structural reform"), "{}", figures[2].words.headline);
    let asked = stands(&found(&FEW, 40, Some(60.0), None));
    assert!(asked[2].words.headline.starts_with("At 60 person-days"), "{}", asked[2].words.headline);
}

#[test]
fn a_dominated_policy_is_hollow_and_off_the_frontier() {
    let arms = [FEW[0], ("dear", 300.0, 1.0, 0.3), FEW[2]];
    let cost = stands(&found(&arms, 40, None, None)).remove(0);
    let hollow = cost.sheet.marks.iter().filter(|mark| matches!(mark, Mark::Area { fill, .. } if *fill == WHITE)).count();
    assert_eq!(hollow, 1);
    assert!(cost.csv.lines().any(|line| line.starts_with("dear,") && line.contains(",1,0,")), "{}", cost.csv);
    assert!(cost.summary.lines().any(|line| line.starts_with("dear:") && line.ends_with("hollow.")), "{}", cost.summary);
}

#[test]
fn policies_below_the_floor_are_named_and_have_no_line_of_worth() {
    let figures = stands(&found(&FEW, 40, Some(60.0), Some(20.0)));
    assert!(figures[2].words.notes.iter().any(|note| note.contains("apology")), "{:?}", figures[2].words.notes);
    assert!(!figures[2].csv.contains("apology"));
}

#[test]
fn many_policies_with_long_names_keep_apart() {
    let names: Vec<String> = (0..24).map(|i| format!("policy {i} with a rather long name that does not fit")).collect();
    for near in [1.0, 0.01] {
        let arms: Vec<Made<'_>> = names
            .iter()
            .enumerate()
            .map(|(i, name)| (name.as_str(), 40.0 * near * i as f64, 0.5 * i as f64, i as f64 * near / 30.0))
            .collect();
        let figures = stands(&found(&arms, 8, Some(30.0), None));
        assert!(figures[1].words.subtitle.starts_with("The first 20 of 24"), "{}", figures[1].words.subtitle);
        assert!(figures[1].csv.contains("policy 23"));
    }
}

#[test]
fn odd_comparisons_are_drawn_too() {
    stands(&found(&FEW, 1, Some(0.0), None));
    let same = [FEW[0], ("same", 0.0, 0.0, 0.0), ("as well", 0.0, 0.0, 0.0)];
    stands(&found(&same, 4, Some(1e7), None));
    let harm = [FEW[0], ("harm", 50.0, -5.0, -0.5)];
    let figures = stands(&found(&harm, 4, None, None));
    assert_eq!(figures[0].words.headline, "No policy wins trust back");
    let mut failed = found(&FEW, 4, None, None);
    failed.outcomes.arms.iter_mut().for_each(|arm| arm.lives.fill(None));
    failed.policies = policies(&failed.outcomes, &Wish { worth: None, floor: None, near: 30.0 });
    failed.ladder = ladder(&failed.outcomes, &failed.policies);
    stands(&failed);
    let mut calm = found(&FEW, 4, None, None);
    calm.outcomes.arms.iter_mut().flat_map(|arm| arm.lives.iter_mut().flatten()).for_each(|life| life.back = None);
    assert_eq!(names(&stands(&calm)), ["cost", "worth"]);
    let mut early = found(&FEW, 4, None, None);
    for life in early.outcomes.arms[1].lives.iter_mut().flatten().take(9) {
        life.back = Some(Wait { days: 220.0, ended: false });
    }
    assert!(stands(&early)[1].words.notes.iter().any(|note| note.starts_with("Ticks")));
}
