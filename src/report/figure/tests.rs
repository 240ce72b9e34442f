//! Figures of made-up lives.

mod again;
mod fit;
mod policies;

use std::fs;

use super::list::figures;
use super::*;
use crate::analysis::recovery::Road;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::folder::Folder;
use crate::folder::layout::FIGURES;
use crate::observe::Life;
use crate::report::sheet::{Mark, Rect, WHITE};
use crate::scenario::measure::{MEASURES, columns};
use crate::scenario::{Breach, BreachKind, Event, Happening, Referent, Repair, RepairKind, Scenario, When};
use crate::text::Language;

/// Even noise in -1..1 that depends on its place only.
fn noise(a: u64, b: u64) -> f64 {
    let mut x = a.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ b.wrapping_mul(0xD1B5_4A32_D192_ED03);
    x ^= x >> 31;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^= x >> 29;
    (x >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
}

/// A life in which the leader breaks trust on `breach` and it heals at `heal` per day.
fn life(replicate: u64, length: u32, cadence: u32, teams: u32, breach: Option<u32>, heal: f64) -> Life {
    let days: Vec<u32> = (0..=length).filter(|d| d % cadence == 0 || *d == length).collect();
    let trust = |referent: usize, day: u32, seed: u64| {
        let level = [0.55, 0.35, 0.42][referent] + 0.2 * (1.0 - (-f64::from(day) / 250.0).exp());
        let slow = noise(seed, u64::from(day / 60)) * 0.02 + noise(seed, 7) * 0.06;
        let hit = [0.05, 0.33, 0.12][referent] * (1.0 + 0.4 * noise(seed, 99));
        let wound = breach.filter(|b| day >= *b).map_or(0.0, |b| hit * (0.35 + 0.65 * (-heal * f64::from(day - b)).exp()));
        (level + slow - wound).clamp(0.0, 1.0)
    };
    let value = |key: &str, referent: Option<Referent>, day: u32, seed: u64| match (key, referent) {
        (_, Some(referent)) => trust(referent as usize, day, seed),
        ("engagement", _) => 0.5 + 0.1 * (trust(1, day, seed) - 0.5),
        ("turnover_voluntary", _) => 0.09 + 0.1 * (0.5 - trust(1, day, seed)).max(0.0),
        ("output", _) => 0.97 - 0.08 * (0.6 - trust(1, day, seed)).max(0.0),
        _ => f64::from(day) / 20.0,
    };
    let row = |team: bool, day: u32, seed: u64| {
        columns(team).into_iter().map(move |c| value(MEASURES[c.measure].key, c.referent, day, seed) as f32).collect::<Vec<_>>()
    };
    Life {
        organisation: days.iter().flat_map(|&day| row(false, day, replicate)).collect(),
        team_values: days
            .iter()
            .flat_map(|&day| (0..teams).flat_map(move |t| row(true, day, 1000 + replicate * 77 + u64::from(t))))
            .collect(),
        daily_trust: (0..=length).flat_map(|day| (0..3).map(move |r| trust(r, day, replicate) as f32)).collect(),
        teams,
        days,
        ..Life::default()
    }
}

#[derive(Clone)]
struct Study {
    scenario: Scenario,
    plans: Vec<ArmPlan>,
    lives: Vec<ArmLives>,
    roads: Vec<Road>,
}

struct Wish<'a> {
    arms: &'a [&'a str],
    replicates: u64,
    worlds: u32,
    length: u32,
    cadence: u32,
    teams: u32,
    breaches: Vec<u32>,
    repairs: Vec<(RepairKind, u32)>,
}

impl Default for Wish<'_> {
    fn default() -> Self {
        let repairs = vec![(RepairKind::Apology, 395), (RepairKind::ConsistentSupport, 420), (RepairKind::PolicyReform, 500)];
        Wish { arms: &["main"], replicates: 40, worlds: 1, length: 1170, cadence: 5, teams: 12, breaches: vec![390], repairs }
    }
}

fn study(wish: &Wish<'_>) -> Study {
    let mut scenario = Scenario { title: "Het Veer: one broken promise".to_owned(), ..Scenario::default() };
    scenario.run.length = wish.length;
    scenario.organisation.teams = wish.teams;
    if !wish.breaches.is_empty() {
        let breach = Breach { intentional: true, ..Breach::new(Referent::Leader, BreachKind::Integrity, 0.8) };
        scenario.events.push(Event { id: "event-1".to_owned(), when: When::Days(wish.breaches.clone()), what: Happening::Breach(breach) });
    }
    for (kind, day) in &wish.repairs {
        scenario.repairs.push(repair(*kind, *day));
    }
    let some = |name: &str, twin: bool, breach: Option<u32>, heal: f64| ArmLives {
        arm: name.to_owned(),
        twin: (!twin).then(|| "twin".to_owned()),
        worlds: wish.worlds,
        lives: (0..wish.replicates).map(|r| Ok(life(r, wish.length, wish.cadence, wish.teams, breach, heal))).collect(),
    };
    let breach = wish.breaches.first().copied();
    let mut lives: Vec<ArmLives> =
        wish.arms.iter().enumerate().map(|(i, arm)| some(arm, false, breach, 0.001 + 0.0012 * i as f64)).collect();
    lives.push(some("twin", true, None, 0.0));
    let plans = lives
        .iter()
        .map(|l| ArmPlan { name: l.arm.clone(), scenario: scenario.clone(), twin: l.twin.clone(), is_twin: l.twin.is_none() })
        .collect();
    Study { scenario, plans, lives, roads: vec![road(wish.arms[0])] }
}

/// A road that is not at its end yet.
pub fn road(arm: &str) -> Road {
    Road {
        arm: arm.to_owned(),
        day: Some(390),
        referent: Referent::Leader,
        before: 0.6,
        lowest: 0.2,
        build: Some(303.0),
        build_censored: false,
        fall: 1.0,
        back: Some(780.0),
        back_censored: true,
        level: None,
        has_twin: true,
        never: 23,
        replicates: 40,
    }
}

fn repair(kind: RepairKind, day: u32) -> Repair {
    Repair { duration: 1, cost: 0.0, ..Repair::new(kind, When::Days(vec![day])) }
}

fn provenance() -> Provenance {
    Provenance { version: "0.1.0".to_owned(), design_hash: "7c1e09aa".to_owned(), seed: 4711 }
}

fn drawn(study: &Study, language: Language) -> Vec<Figure> {
    let Study { scenario, plans, lives, roads } = study;
    figures(&Scene::slide(scenario, plans, lives, roads, language, &provenance()))
}

/// The texts on a sheet.
fn texts(figure: &Figure) -> impl Iterator<Item = &str> {
    figure.sheet.marks.iter().filter_map(|mark| if let Mark::Text { text, .. } = mark { Some(text.as_str()) } else { None })
}

/// What stands wrong on a sheet: texts that overlap or leave the sheet, or marks without a place.
fn misplaced(figure: &Figure) -> Vec<String> {
    let boxes = figure.sheet.marks.iter().filter_map(Mark::text_box);
    let texts: Vec<(&str, Rect)> = texts(figure).zip(boxes).collect();
    let mut wrong = Vec::new();
    for (i, (text, a)) in texts.iter().enumerate() {
        if a.left < 8.0 || a.top < 8.0 || a.right > figure.sheet.width - 8.0 || a.bottom > figure.sheet.height - 8.0 {
            wrong.push(format!("{}: “{text}” leaves the sheet", figure.name));
        }
        for (other, b) in &texts[i + 1..] {
            let (x, y) = (a.right.min(b.right) - a.left.max(b.left), a.bottom.min(b.bottom) - a.top.max(b.top));
            if x > 0.5 && y > 2.0 {
                wrong.push(format!("{}: “{text}” meets “{other}”", figure.name));
            }
        }
    }
    let placed = |points: &[(f64, f64)]| points.iter().all(|p| p.0.is_finite() && p.1.is_finite());
    let lost = figure.sheet.marks.iter().any(|mark| match mark {
        Mark::Line { points, .. } | Mark::Area { points, .. } => !placed(points),
        Mark::Text { at, .. } => !placed(&[*at]),
    });
    wrong.extend(lost.then(|| format!("{}: a mark has no place", figure.name)));
    wrong
}

/// Draws everything in both languages; nothing may stand wrong.
fn stands(study: &Study) -> Vec<Figure> {
    let [_, english] = [Language::Dutch, Language::English].map(|language| {
        let figures = drawn(study, language);
        let wrong: Vec<String> = figures.iter().flat_map(misplaced).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        figures
    });
    english
}

fn names(figures: &[Figure]) -> Vec<&str> {
    figures.iter().map(|figure| figure.name).collect()
}

#[test]
fn a_run_with_one_arm_has_its_figures_and_no_text_overlaps() {
    let figures = stands(&study(&Wish::default()));
    for name in ["trust", "engagement", "turnover", "performance", "output", "teams", "road"] {
        assert!(names(&figures).contains(&name), "{name}");
    }
    assert!(!names(&figures).contains(&"arms"));
    let trust = &figures[0];
    assert!(trust.words.headline.starts_with("Trust in the leader fell from 0."), "{}", trust.words.headline);
    assert!(trust.words.headline.contains(" in 1 day; "), "{}", trust.words.headline);
    assert_eq!(trust.csv.lines().next(), Some("arm,measure,referent,day,n,q05,q25,median,q75,q95,luck_q05,luck_q95,doubt_q05,doubt_q95"));
    let trust_rows = trust.csv.lines().filter(|line| line.contains(",trust,")).count();
    assert_eq!(trust_rows, 2 * 3 * 1171); // arm and twin, three referents, every day
    assert!(trust.words.headline.contains("counted as in a survey") && trust.csv.contains(",share_trusting,leader,"));
    assert!(trust.summary.contains("Breach by the leader") || trust.summary.contains("breach by the leader"));
}

#[test]
fn where_there_are_worlds_the_bands_are_luck_and_doubt() {
    let two: &[&str] = &["words", "deeds"];
    for arms in [&["main"][..], two] {
        let figures = stands(&study(&Wish { arms, worlds: 8, ..Wish::default() }));
        assert!(figures[0].words.subtitle.contains("40 replicates in 8 worlds") && figures[0].words.subtitle.contains("luck"));
        let row = figures[0].csv.lines().last().unwrap();
        assert!(row.split(',').all(|cell| !cell.is_empty()), "{row}");
    }
    let alone = stands(&study(&Wish::default()));
    assert!(alone[0].csv.lines().last().unwrap().ends_with(",,") && !alone[0].words.subtitle.contains("doubt"));
}

#[test]
fn dutch_figures_have_decimal_commas() {
    for figure in drawn(&study(&Wish::default()), Language::Dutch) {
        for text in texts(&figure).filter(|text| !text.starts_with("onfoot ")) {
            let digits: Vec<char> = text.chars().collect();
            let pointed = digits.windows(3).any(|w| w[0].is_ascii_digit() && w[1] == '.' && w[2].is_ascii_digit());
            assert!(!pointed, "{text}");
        }
    }
}

#[test]
fn arms_are_compared_together_or_apart() {
    let few = stands(&study(&Wish { arms: &["do nothing", "apology", "apology and promises kept"], ..Wish::default() }));
    assert!(names(&few).contains(&"arms"));
    let many: Vec<String> = (0..22).map(|i| format!("variant {i} with a rather long name that does not fit")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let figures = stands(&study(&Wish { arms: &many, replicates: 3, ..Wish::default() }));
    let arms = figures.iter().find(|figure| figure.name == "arms").unwrap();
    assert!(arms.words.subtitle.starts_with("The first 20 of 22 arms are shown."), "{}", arms.words.subtitle);
    assert!(arms.words.headline.contains("“variant 21 with"), "the headline is of all: {}", arms.words.headline);
    assert!(arms.csv.contains("variant 21")); // the numbers hold every arm
}

#[test]
fn odd_data_is_drawn_too() {
    let one = Wish { replicates: 1, ..Wish::default() };
    stands(&study(&one));
    stands(&study(&Wish { length: 1, cadence: 1, breaches: vec![1], repairs: Vec::new(), replicates: 2, ..Wish::default() }));
    stands(&study(&Wish { length: 0, cadence: 1, breaches: vec![0], replicates: 2, ..Wish::default() }));
    stands(&study(&Wish { teams: 1, breaches: Vec::new(), repairs: Vec::new(), replicates: 2, ..Wish::default() }));
    stands(&study(&Wish { replicates: 0, ..Wish::default() }));
    let mut long = study(&one);
    long.scenario.title = "a title that goes on and on ".repeat(30);
    stands(&long);
    let mut unknown = study(&Wish { replicates: 3, ..Wish::default() });
    for life in unknown.lives.iter_mut().flat_map(|arm| arm.lives.iter_mut().flatten()) {
        life.organisation.fill(f32::NAN);
        life.team_values.fill(f32::NAN);
        life.daily_trust.fill(f32::NAN);
    }
    assert!(stands(&unknown)[0].words.headline.starts_with("Nothing to show"));
    let mut failed = study(&one);
    failed.lives.iter_mut().for_each(|arm| arm.lives = vec![Err("stopped".to_owned())]);
    stands(&failed);
    let nothing = Study { plans: Vec::new(), lives: Vec::new(), ..study(&one) };
    assert!(stands(&nothing).is_empty());
    let mut alone = study(&one);
    alone.lives.truncate(1);
    stands(&alone);
}

#[test]
fn forty_events_keep_apart() {
    let breaches = (1..=20).map(|i| 50 * i).collect();
    let repairs = (0..20).map(|i| (RepairKind::ALL[i % RepairKind::ALL.len()], 60 + 50 * i as u32)).collect();
    let figures = stands(&study(&Wish { breaches, repairs, replicates: 4, ..Wish::default() }));
    assert!(figures[0].words.notes.iter().any(|note| note.contains("more events")), "{:?}", figures[0].words.notes);
    let near = vec![390, 391, 392, 393, 394, 400, 410, 1168, 1169, 1170];
    stands(&study(&Wish { breaches: near, replicates: 4, ..Wish::default() }));
}

#[test]
fn more_than_sixty_teams_are_cut_and_said() {
    for teams in [2, 7, 60] {
        stands(&study(&Wish { teams, replicates: 1, ..Wish::default() }));
    }
    let figures = stands(&study(&Wish { teams: 5000, replicates: 1, length: 500, cadence: 100, ..Wish::default() }));
    let teams = figures.iter().find(|figure| figure.name == "teams").unwrap();
    assert!(teams.words.notes.iter().any(|note| note.contains("first 60 of 5,000")), "{:?}", teams.words.notes);
    assert_eq!(teams.csv.lines().count(), 1 + 2 * 3 * 5000);
}

#[test]
fn tiles_stand_in_the_same_places_on_every_day_and_in_the_twin() {
    let figure = drawn(&study(&Wish::default()), Language::English).into_iter().find(|f| f.name == "teams").unwrap();
    let tiles: Vec<&Vec<(f64, f64)>> = figure
        .sheet
        .marks
        .iter()
        .filter_map(|m| match m {
            Mark::Area { points, fill, .. } if *fill != WHITE && points[1].0 - points[0].0 > 20.0 => Some(points),
            _ => None,
        })
        .collect();
    assert_eq!(tiles.len(), 12 * 3 * 2);
    let first = |grid: usize, tile: usize| tiles[grid * 12 + tile][0];
    for tile in 0..12 {
        let (a, b) = (first(0, tile), first(3, tile)); // within its grid, relative to the grid's first tile
        assert!((a.0 - first(0, 0).0 - (b.0 - first(3, 0).0)).abs() < 1e-9 && (a.1 - first(0, 0).1 - (b.1 - first(3, 0).1)).abs() < 1e-9);
    }
}

#[test]
fn the_road_tells_what_it_cannot_tell() {
    let mut study = study(&Wish { replicates: 2, ..Wish::default() });
    study.roads[0].build = None;
    study.roads[0].back = None;
    let road = stands(&study).into_iter().find(|f| f.name == "road").unwrap();
    assert_eq!(road.words.headline, "Trust fell in 1 day");
    assert!(road.csv.contains("main,leader,build,,false"));
    study.roads[0].fall = f64::NAN;
    assert!(!names(&stands(&study)).contains(&"road"));
}

#[test]
fn files_are_the_same_twice_and_know_where_they_come_from() {
    let study = study(&Wish { replicates: 3, cadence: 20, ..Wish::default() });
    let draw = || {
        let dir = tempfile::tempdir().unwrap();
        let names = draw_all(&Folder::anywhere(dir.path()), &drawn(&study, Language::English), Language::English).unwrap();
        let names: Vec<String> = names.into_iter().map(|written| written.file).collect();
        let bytes: Vec<Vec<u8>> = names.iter().map(|name| fs::read(dir.path().join(name)).unwrap()).collect();
        assert_eq!(fs::read_dir(dir.path().join(FIGURES)).unwrap().count(), names.len());
        (names, bytes)
    };
    let (names, bytes) = draw();
    assert_eq!((&names, &bytes), (&draw().0, &draw().1));
    assert_eq!(names[..4], ["figures/trust.svg", "figures/trust.png", "figures/trust.csv", "figures/trust.txt"]);
    let source = "onfoot 0.1.0, design 7c1e09aa, seed 4711";
    for (name, bytes) in names.iter().zip(&bytes).filter(|(name, _)| !name.ends_with("csv")) {
        assert!(bytes.windows(source.len()).any(|w| w == source.as_bytes()), "{name}");
    }
}
