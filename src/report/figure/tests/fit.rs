//! Which repair for which breach, from made-up lives.

use std::fmt::Write as _;

use super::*;
use crate::ensemble::plan::plan;
use crate::scenario::read::read_text;

/// A study in which each of these repairs is tried after each kind of breach; `heal` says how fast each arm heals, by its place.
fn tried(repairs: &[RepairKind], heal: impl Fn(usize) -> f64) -> Study {
    let mut text = "title = 'Het Veer'\n[run]\nlength = 400\nreplicates = 6\nrecord_teams = false\n[organisation]\nteams = 2\n\
        [[event]]\nid = 'b'\nwhat = 'breach'\nday = 100\nby = 'leader'\nkind = 'integrity'\nseverity = 0.8\n\
        [[repair]]\nid = 'r'\nwhat = 'apology'\nafter = 'b'\n[arms]\n"
        .to_owned();
    for kind in BreachKind::ALL {
        let kind = kind.key();
        writeln!(text, "{kind} = {{ repairs = [], set = {{ 'event.b.kind' = '{kind}' }} }}").unwrap();
        for repair in repairs {
            let repair = repair.key();
            let set = format!("'event.b.kind' = '{kind}', 'repair.r.what' = '{repair}'");
            writeln!(text, "{kind}-{repair} = {{ set = {{ {set} }} }}").unwrap();
        }
    }
    let scenario = read_text("fit", &text).unwrap().scenario;
    let plans = plan(&scenario);
    let lives = plans.iter().enumerate().map(|(at, plan)| ArmLives {
        arm: plan.name.clone(),
        twin: plan.twin.clone(),
        worlds: 1,
        lives: (0..6).map(|number| Ok(life(number, 400, 20, 0, (!plan.is_twin).then_some(100), heal(at)))).collect(),
    });
    Study { lives: lives.collect(), scenario, plans, roads: Vec::new() }
}

fn the_figure(study: &Study) -> Figure {
    stands(study).into_iter().find(|figure| figure.name == "fit").unwrap()
}

/// Nothing heals but what is repaired; the first repair does nothing.
fn slow(at: usize, repairs: usize) -> f64 {
    let place = at % (repairs + 1);
    if place < 2 { 0.0 } else { 0.001 * place as f64 * (1 + at / (repairs + 1)) as f64 }
}

#[test]
fn each_share_is_what_the_lives_say_of_trust_a_year_later() {
    let study = tried(&RepairKind::ALL[..3], |at| slow(at, 3));
    let figure = the_figure(&study);
    let mean_of = |arm: &str| {
        let lives = &study.lives.iter().find(|lives| lives.arm == arm).unwrap().lives;
        lives.iter().map(|life| f64::from(life.as_ref().unwrap().daily_trust[3 * 360 + 1])).sum::<f64>() / 6.0
    };
    let mut rows = figure.csv.lines();
    assert_eq!(rows.next(), Some("repair,kind,arm,without,unbroken,referent,day,n,lost,share,lo,hi"));
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.split(',').collect();
        let number = |at: usize| cells[at].parse::<f64>().unwrap();
        let lost = mean_of("twin") - mean_of(cells[3]);
        let share = (mean_of(cells[2]) - mean_of(cells[3])) / lost;
        assert!((number(8) - lost).abs() < 1e-5 && (number(9) - share).abs() < 1e-4, "{row}: {lost} {share}");
        assert!(number(10) <= number(9) && number(9) <= number(11) && cells[4..8] == ["", "leader", "360", "6"], "{row}");
        assert!(cells[2] == format!("{}-{}", cells[1], cells[0]) && cells[3] == cells[1], "{row}");
        count += 1;
    }
    assert_eq!(count, 12);
    // the third repair wins back the most of every kind, and the first nothing at all
    let best = figure.words.headline.clone();
    assert!(best.starts_with("Wins back most, 12 months after the breach: explanation (competence "), "{best}");
    assert!(best.contains("integrity ") && !best.contains("apology"), "{best}");
    assert_eq!(texts(&figure).filter(|text| *text == "≈ 0").count(), 4);
    assert_eq!(figure.summary.matches("not to be told apart from nothing: acknowledgement.").count(), 4, "{}", figure.summary);
    assert!(figure.summary.contains("Integrity (0."), "{}", figure.summary);
}

#[test]
fn where_no_repair_helps_the_figure_says_so() {
    let figure = the_figure(&tried(&RepairKind::ALL[..2], |_| 0.0));
    assert!(figure.words.headline.ends_with("no repair"), "{}", figure.words.headline);
}

#[test]
fn all_seventeen_fit_on_a_slide_and_on_paper_and_are_drawn_again_from_their_numbers() {
    let study = tried(RepairKind::ALL, |at| slow(at, 17));
    let first = the_figure(&study);
    assert!(!texts(&first).any(|text| text.contains('…')));
    let dir = tempfile::tempdir().unwrap();
    let scenario = &study.scenario;
    draw_all(&Folder::anywhere(dir.path()), &drawn(&study, Language::English), Language::English).unwrap();
    assert!(figures_of(dir.path()).contains(&"fit"));
    for language in [Language::English, Language::Dutch] {
        let drawn = |medium| again(dir.path(), "fit", scenario, language, &provenance(), medium).unwrap().unwrap();
        let slide = drawn(Medium::Slide);
        assert_eq!(slide.csv, first.csv);
        if language == Language::English {
            assert_eq!((&slide.words, &slide.summary), (&first.words, &first.summary));
        }
        for width in [60.0, 85.0, 120.0, 176.5] {
            let figure = drawn(Medium::Print { width, headline: true });
            let wrong = misplaced(&figure);
            assert!(wrong.is_empty() && figure.millimetres()[1] <= 225.0, "{width} {wrong:#?}");
            let cut: Vec<&str> = texts(&figure).filter(|text| text.contains('…')).collect();
            assert!(width < 85.0 || cut.is_empty(), "{width} {cut:?}");
        }
    }
}
