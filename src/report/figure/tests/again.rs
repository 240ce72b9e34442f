//! Figures drawn again from the numbers beside them.

use std::path::Path;

use super::*;
use crate::ensemble::plan::plan;
use crate::table::Dialect;

/// Draws a study into a folder of its own; the slides as they were drawn first.
fn drawn_into(study: &mut Study, language: Language) -> (tempfile::TempDir, Vec<Figure>) {
    // the names of the arms as the scenario gives them, for that is all that is known later
    let plans = plan(&study.scenario);
    let real: Vec<&ArmPlan> = plans.iter().filter(|plan| !plan.is_twin).collect();
    let twin = plans.iter().find(|plan| plan.is_twin).map(|plan| plan.name.clone());
    for (arm, plan) in study.lives.iter_mut().zip(&real) {
        arm.arm.clone_from(&plan.name);
        arm.twin.clone_from(&twin);
    }
    study.lives.last_mut().unwrap().arm = twin.unwrap();
    study.plans = plans;
    let dir = tempfile::tempdir().unwrap();
    let roads = &study.roads;
    // Whoever draws them again reads either dialect.
    let dialect = if language == Language::Dutch { Dialect::ExcelBe } else { Dialect::Plain };
    let folder = Folder::anywhere(dir.path()).writing(dialect);
    let mut recovery = String::from("arm,day,referent,n,n_visible,level_before,lowest,fall_days,return_days\n");
    for road in roads {
        let (day, whose, back) = (road.day.unwrap(), road.referent.key(), road.back.filter(|_| !road.back_censored));
        let back = back.map_or(String::new(), |days| days.to_string());
        recovery += &format!("{},{day},{whose},5,5,{},{},{},{back}\n", road.arm, road.before, road.lowest, road.fall);
    }
    std::fs::write(dir.path().join("recovery.csv"), recovery).unwrap();
    let figures = drawn(study, language);
    draw_all(&folder, &figures, language).unwrap();
    (dir, figures)
}

fn once_more(dir: &Path, name: &str, study: &Study, language: Language, medium: Medium) -> Figure {
    again(dir, name, &study.scenario, language, &provenance(), medium).unwrap().unwrap()
}

#[test]
fn a_slide_drawn_again_says_the_same_from_the_same_numbers() {
    let mut study = study(&Wish { replicates: 5, ..Wish::default() });
    study.scenario.run.replicates = 5;
    let (dir, first) = drawn_into(&mut study, Language::English);
    assert_eq!(figures_of(dir.path()), ["trust", "engagement", "turnover", "performance", "output"]);
    for name in figures_of(dir.path()) {
        let figure = once_more(dir.path(), name, &study, Language::English, Medium::Slide);
        let known = first.iter().find(|figure| figure.name == name).unwrap();
        assert_eq!((&figure.csv, &figure.words.headline, &figure.words.notes), (&known.csv, &known.words.headline, &known.words.notes));
        assert!(!figure.words.subtitle.contains("thin"), "single replicates are not in the numbers: {}", figure.words.subtitle);
    }
}

#[test]
fn on_paper_no_text_overlaps_and_letters_have_the_size_that_journals_ask_for() {
    let mut study = study(&Wish { replicates: 4, cadence: 20, ..Wish::default() });
    study.scenario.run.replicates = 4;
    let (dir, _) = drawn_into(&mut study, Language::English);
    for (width, headline) in [(50.0, false), (85.0, false), (85.0, true), (170.0, false), (176.5, true)] {
        for language in [Language::English, Language::Dutch] {
            let medium = Medium::Print { width, headline };
            let provenance = provenance();
            let Study { scenario, plans, lives, roads } = &study;
            let scene = Scene { medium, ..Scene::slide(scenario, plans, lives, roads, language, &provenance) };
            let mut figures: Vec<Figure> = [road::road(&scene), tiles::teams(&scene)].into_iter().flatten().collect();
            assert_eq!(figures.len(), 2);
            figures.extend(figures_of(dir.path()).into_iter().map(|name| once_more(dir.path(), name, &study, language, medium)));
            for figure in figures {
                let name = figure.name;
                let wrong = misplaced(&figure);
                assert!(wrong.is_empty(), "{width} {wrong:#?}");
                assert!((figure.millimetres()[0] - width).abs() < 1e-9 && figure.millimetres()[1] <= 225.0);
                for mark in &figure.sheet.marks {
                    match mark {
                        Mark::Text { look, .. } => assert!(look.size * Medium::unit() > 6.5, "{name}: {look:?}"),
                        Mark::Line { stroke, .. } => assert!(stroke.width * Medium::unit() >= 0.46, "{name}: {stroke:?}"),
                        Mark::Area { .. } => {}
                    }
                }
            }
        }
    }
}

#[test]
fn a_document_is_the_same_twice_embeds_its_letters_and_knows_where_it_comes_from() {
    let mut study = study(&Wish { replicates: 3, cadence: 20, ..Wish::default() });
    study.scenario.run.replicates = 3;
    let (dir, _) = drawn_into(&mut study, Language::English);
    let figure = || once_more(dir.path(), "trust", &study, Language::Dutch, Medium::Print { width: 85.0, headline: true });
    let paint = || figure().picture(Picture::Pdf, Language::Dutch).unwrap();
    let bytes = paint();
    assert_eq!(bytes, paint());
    let holds = |wanted: &str| bytes.windows(wanted.len()).any(|part| part == wanted.as_bytes());
    assert!(bytes.starts_with(b"%PDF-") && holds("NotoSans-Regular") && holds("FontFile2") && holds("ToUnicode"));
    assert!(holds("design 7c1e09aa") || holds("ontwerp 7c1e09aa"));
    assert!(bytes.len() < 400_000, "{}", bytes.len());
    let svg = String::from_utf8(figure().picture(Picture::Svg, Language::Dutch).unwrap()).unwrap();
    assert!(svg.contains("width=\"85.00mm\"") && svg.contains("</text>"));
    assert!(figure().picture(Picture::Png, Language::Dutch).unwrap().windows(4).any(|chunk| chunk == b"pHYs"));
}
