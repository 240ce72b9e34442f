use std::fs;
use std::path::Path;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use super::*;
use crate::ensemble::world::Turn;
use crate::folder::{FolderError, FolderState};
use crate::observe::{Answer, Entry, EntryKind, Life, PairAnswer, TeamAnswer};
use crate::scenario::measure::{self, MEASURES};
use crate::scenario::{ByPractice, ByReferent, Referent};

/// A life with something of everything; values follow from their place, every seventh is missing.
fn life(days: u32, teams: u32) -> Life {
    let wide = |team| measure::columns(team).len();
    let value = |i: usize| if i % 7 == 6 { f32::NAN } else { (i % 1000) as f32 / 1000.0 };
    let answer = |seat| Answer {
        day: days - 1,
        seat,
        generation: 1 + seat,
        team: 0,
        leader: seat == 0,
        tenure_days: 40,
        propensity: -0.1,
        trust: ByReferent([4.0, 3.0, f32::NAN]),
        latent_trust: ByReferent([0.7, 0.1, 0.2]),
        attitudes: [3.5; 13],
        performance_rated: 4.0,
        counterproductive_acts: 2,
        exit_day: if seat == 0 { u32::MAX } else { 99 },
        exit_reason: seat as u8,
        facets: [1.0, 2.0, 3.0, 4.0].map(|facet| ByReferent([facet, facet + 0.5, f32::NAN])),
        seen: ByPractice::all(3.25),
        trust_employer: 3.0,
        perceived_breach: 1.5,
        felt_trust: if seat == 0 { f32::NAN } else { 3.0 },
        estimated_trust: if seat == 0 { 4.0 } else { f32::NAN },
    };
    let about = |from, to| PairAnswer { day: days - 1, team: 0, from: (from, 1 + from), to: (to, 1 + to), trust: 3.5, latent_trust: 0.6 };
    let answered = TeamAnswer {
        day: days - 1,
        team: 0,
        size: 7,
        task_interdependence: 0.6,
        trust: ByReferent([0.5, 0.4, 0.3]),
        climate: [0.25; 7],
        output: 0.9,
        exits_voluntary_52w: 1,
        exits_involuntary_52w: 0,
    };
    let quit =
        Entry { day: 3, event: EntryKind::Quit, id: u32::MAX, kind: 0, seat: 4, generation: 1, other_seat: u32::MAX, team: 0, size: 0.0 };
    let breach = Entry { event: EntryKind::BreachLeader, id: 0, kind: 3, seat: u32::MAX, generation: 0, team: u32::MAX, size: 0.7, ..quit };
    Life {
        daily_trust: Vec::new(),
        days: (0..days).collect(),
        organisation: (0..days as usize * wide(false)).map(value).collect(),
        teams,
        ledger: Vec::new(),
        team_values: (0..days as usize * teams as usize * wide(true)).map(value).collect(),
        survey: vec![answer(0), answer(1)],
        team_survey: vec![answered],
        pairs: vec![about(0, 1), about(1, 0)],
        events: vec![breach, quit],
    }
}

fn ensemble() -> (Scenario, Vec<ArmPlan>, Vec<ArmLives>) {
    let mut scenario = Scenario::default();
    scenario.run.seed = u64::MAX;
    scenario.events.push(crate::scenario::Event {
        id: "broken, promise".to_owned(),
        when: crate::scenario::When::Days(vec![3]),
        what: crate::scenario::Happening::Survey,
    });
    let plan = |name: &str| ArmPlan { name: name.to_owned(), scenario: scenario.clone(), twin: None, is_twin: name == "twin" };
    let lives = |name: &str| ArmLives {
        arm: name.to_owned(),
        twin: None,
        worlds: 1,
        lives: vec![Ok(life(4, 2)), Err("no, \"thanks\"".to_owned()), Ok(life(4, 2))],
    };
    let (plans, all) = (vec![plan("words"), plan("twin")], vec![lives("words"), lives("twin")]);
    (scenario, plans, all)
}

fn folder(path: &Path) -> Folder {
    match Folder::prepare(path, "hash", false) {
        Ok(FolderState::Open(folder)) => folder,
        other => panic!("expected a fresh folder, got {other:?}"),
    }
}

fn written(path: &Path, format: Format) -> Vec<Written> {
    let (scenario, plans, lives) = ensemble();
    write_tables(&folder(path), &scenario, &plans, &lives, format).expect("tables")
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).expect("a file");
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// A Parquet file as the rows of texts that a CSV of it would hold.
fn parquet_rows(path: &Path) -> Vec<Vec<String>> {
    let reader = SerializedFileReader::new(fs::File::open(path).expect("a file")).expect("Parquet");
    let text = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(word) => word.clone(),
        Field::UInt(count) => count.to_string(),
        Field::ULong(seed) => seed.to_string(),
        Field::Double(number) => number.to_string(),
        other => panic!("unexpected {other:?}"),
    };
    let header = reader.metadata().file_metadata().schema().get_fields().iter().map(|field| field.name().to_owned()).collect();
    let rows = reader.get_row_iter(None).expect("rows");
    std::iter::once(header).chain(rows.map(|row| row.expect("a row").get_column_iter().map(|(_, field)| text(field)).collect())).collect()
}

#[test]
fn parquet_and_csv_hold_the_same_rows() {
    let [a, b] = [(); 2].map(|()| tempfile::tempdir().expect("a place"));
    let parquet = written(a.path(), Format::Parquet);
    let csv = written(b.path(), Format::Csv);
    assert_eq!(parquet.iter().map(|file| file.rows).collect::<Vec<_>>(), csv.iter().map(|file| file.rows).collect::<Vec<_>>());
    for (parquet, csv) in parquet.iter().zip(&csv).filter(|(parquet, _)| parquet.file.ends_with(".parquet")) {
        let rows = parquet_rows(&a.path().join(&parquet.file));
        assert_eq!(rows, csv_rows(&b.path().join(&csv.file)), "{}", parquet.file);
        assert_eq!(rows.len() as u64 - 1, parquet.rows.expect("a table"), "{}", parquet.file);
    }
}

#[test]
fn the_same_lives_give_the_same_bytes() {
    for format in [Format::Csv, Format::Parquet] {
        let [a, b] = [(); 2].map(|()| tempfile::tempdir().expect("a place"));
        assert_eq!(written(a.path(), format), written(b.path(), format)); // names, rows, sizes and digests
    }
}

#[test]
fn a_series_has_one_row_for_every_value_with_its_referent_before_its_measure() {
    let place = tempfile::tempdir().expect("a place");
    written(place.path(), Format::Csv);
    let rows = csv_rows(&place.path().join("series.csv"));
    assert_eq!(rows[0], ["arm", "replicate", "world", "day", "scope", "scope_id", "referent", "measure", "value"]);
    let [organisation, team] = [false, true].map(measure::columns);
    assert_eq!(rows.len() - 1, 2 * 2 * 4 * (organisation.len() + 2 * team.len())); // arms, lives done, days, scopes
    let whole = organisation.iter().position(|column| column.referent.is_none()).expect("a measure without referent");
    assert_eq!(rows[1][..8], ["words", "0", "0", "0", "organisation", "", "", MEASURES[organisation[whole].measure].key]);
    let value = life(4, 2).organisation[whole];
    assert_eq!(rows[1][8], if value.is_nan() { String::new() } else { value.to_string() });
    assert!(rows.iter().any(|row| row[4] == "team" && row[5] == "1" && row[6] == "leader" && row[7] == "trust"));
    assert!(rows[1..].windows(2).all(|pair| pair[0][..4] != pair[1][..4] || pair[0][4] <= pair[1][4])); // organisation, then teams
}

#[test]
fn a_survey_shows_answers_with_short_decimals_and_leaves_out_what_is_not_known() {
    let place = tempfile::tempdir().expect("a place");
    written(place.path(), Format::Csv);
    let text = fs::read_to_string(place.path().join("survey.csv")).expect("text");
    let tail = "-0.1,4,3,,0.7,0.1,0.2,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,3.5,4,2";
    let beyond = "1,1.5,,2,2.5,,3,3.5,,4,4.5,,3.25,3.25,3.25,3.25,3.25,3.25,3,1.5";
    assert_eq!(text.lines().nth(1), Some(format!("words,0,0,3,0,1,0,leader,40,{tail},,,{beyond},,4").as_str()));
    assert_eq!(text.lines().nth(2), Some(format!("words,0,0,3,1,2,0,member,40,{tail},99,voluntary,{beyond},3,").as_str()));
}

#[test]
fn who_trusts_whom_is_a_table_of_its_own_where_it_is_asked_for_in_both_forms() {
    let (mut scenario, plans, lives) = ensemble();
    let place = tempfile::tempdir().expect("a place");
    let at = |name: &str| place.path().join(name);
    write_tables(&folder(&at("without")), &scenario, &plans, &lives, Format::Csv).expect("tables");
    assert!(!at("without/sociometric.csv").exists());
    scenario.run.sociometric = true;
    write_tables(&folder(&at("csv")), &scenario, &plans, &lives, Format::Csv).expect("tables");
    write_tables(&folder(&at("parquet")), &scenario, &plans, &lives, Format::Parquet).expect("tables");
    let rows = csv_rows(&at("csv/sociometric.csv"));
    assert_eq!(rows[0].join(","), "arm,replicate,world,day,team,from_seat,from_generation,to_seat,to_generation,trust,latent_trust");
    assert_eq!(rows[1].join(","), "words,0,0,3,0,0,1,1,2,3.5,0.6");
    assert_eq!(rows.len(), 1 + 2 * 2 * 2); // two arms, two replicates that did not fail, two pairs
    assert_eq!(rows[0], parquet_rows(&at("parquet/sociometric.parquet"))[0]);
    assert_eq!(rows.len(), parquet_rows(&at("parquet/sociometric.parquet")).len());
}

#[test]
fn events_have_the_names_of_the_scenario_and_no_quotes_but_where_a_comma_asks_for_them() {
    let place = tempfile::tempdir().expect("a place");
    written(place.path(), Format::Csv);
    let text = fs::read_to_string(place.path().join("events.csv")).expect("text");
    assert_eq!(text.lines().next(), Some("arm,replicate,world,day,event,id,kind,seat,generation,other_seat,team,size"));
    assert_eq!(text.lines().nth(1), Some("words,0,0,3,breach_leader,\"broken, promise\",integrity,,,,,0.7"));
    assert_eq!(text.lines().nth(2), Some("words,0,0,3,quit,,,4,1,,0,0"));
}

#[test]
fn a_failed_life_stands_in_runs_with_its_reason_and_sinks_no_other() {
    let place = tempfile::tempdir().expect("a place");
    written(place.path(), Format::Parquet);
    let rows = csv_rows(&place.path().join("runs.csv"));
    assert_eq!(rows.len(), 1 + 2 * 3);
    assert_eq!(rows[0][..7], ["arm", "replicate", "world", "seed", "status", "error", "wall_ms"]);
    assert_eq!(rows[2][..7], ["words", "1", "0", &u64::MAX.to_string(), "failed", "no, \"thanks\"", ""]);
    assert!(rows[2][7..].iter().all(String::is_empty));
    let end = rows[0].iter().position(|name| name == "trust_colleague").expect("a column");
    let column = measure::columns(false).iter().position(|c| MEASURES[c.measure].key == "trust" && c.referent == Some(Referent::Colleague));
    let last = life(4, 2).organisation[3 * measure::columns(false).len() + column.expect("trust")];
    assert_eq!(rows[3][end], if last.is_nan() { String::new() } else { last.to_string() });
}

#[test]
fn a_parquet_file_groups_by_arm_and_says_what_made_it() {
    let place = tempfile::tempdir().expect("a place");
    written(place.path(), Format::Parquet);
    let file = fs::File::open(place.path().join("series.parquet")).expect("a file");
    let reader = SerializedFileReader::new(file).expect("Parquet");
    assert_eq!(reader.num_row_groups(), 2);
    let pairs = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
    let said = |key: &str| pairs.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.clone()).unwrap_or_default();
    assert_eq!(said("design.hash"), "hash");
    assert_eq!(said("seed"), u64::MAX.to_string());
    assert_eq!(said("onfoot.version"), env!("CARGO_PKG_VERSION"));
    let columns: serde_json::Value = serde_json::from_str(&said("columns")).expect("JSON");
    assert_eq!(columns[8]["name"], "value");
    assert_eq!(said("rng"), crate::random::GENERATOR);
    assert!(said("measures").contains("engagement"));
}

#[test]
fn a_long_life_is_cut_into_groups_so_that_memory_stays_bounded() {
    let place = tempfile::tempdir().expect("a place");
    let days = (1_100_000 / measure::columns(false).len()) as u32;
    let mut file = TableFile::begin(&folder(place.path()), series::table(), Format::Parquet, 1).expect("a file");
    series::add(&mut file, Key { arm: "main", turn: Turn { replicate: 0, world: 0 } }, &life(days, 0)).expect("rows");
    let rows = file.out.finish().expect("written").rows.expect("a table");
    let file = fs::File::open(place.path().join("series.parquet")).expect("a file");
    let reader = SerializedFileReader::new(file).expect("Parquet");
    assert_eq!(reader.num_row_groups(), 2);
    assert_eq!(reader.metadata().file_metadata().num_rows() as u64, rows);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_leaves_no_file_under_a_final_name() {
    for (format, name) in [(Format::Csv, "series.csv"), (Format::Parquet, "series.parquet"), (Format::Csv, "runs.csv")] {
        let place = tempfile::tempdir().expect("a place");
        let folder = folder(place.path());
        let draft = place.path().join(format!(".{name}.{}.unfinished", std::process::id()));
        std::os::unix::fs::symlink("/dev/full", &draft).expect("a link");
        let (scenario, plans, lives) = ensemble();
        let full = write_tables(&folder, &scenario, &plans, &lives, format);
        assert_eq!(full, Err(FolderError::DiskFull { path: place.path().to_path_buf(), file: name.to_owned() }));
        assert!(!place.path().join(name).exists());
        assert!(!draft.is_symlink());
    }
}

#[test]
fn every_column_is_explained_in_both_languages_and_named_once() {
    for table in all() {
        let mut names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before, "{}", table.name);
        for column in &table.columns {
            assert!(!column.unit.is_empty() && !column.meaning.en.is_empty() && !column.meaning.nl.is_empty(), "{}", column.name);
            assert!(column.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{}", column.name);
        }
    }
}

#[test]
fn the_folder_knows_the_name_of_every_table() {
    let names: Vec<&str> = all().into_iter().map(|table| table.name).collect();
    assert_eq!(names, crate::folder::layout::TABLES);
}
