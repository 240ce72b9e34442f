//! Tables as people open them: a codebook that says every column, and a dialect that a Belgian spreadsheet reads.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const STUDY: &str = "
title = 'a study'
[run]
length = '30 weeks'
replicates = 2
worlds = 2
ledger = true
surveys = [100]
sociometric = true
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
[[hypothesis]]
id = 'H1'
statement = 'Words help; a little, 0.5 or so.'
contrast = ['words', 'nothing']
outcome = 'trust'
referent = 'leader'
direction = 'greater'
smallest_effect = 0.01
[arms]
nothing = { repairs = [] }
words = { repairs = ['apology'] }
";

/// A place with the study in it.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("study.toml"), STUDY).unwrap();
    place
}

/// Runs a command there; what it said, and its exit code.
fn onfoot(place: &Path, command: &str) -> (String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_onfoot")).args(command.split(' ')).current_dir(place).env("LANG", "en").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (said, output.status.code().unwrap_or(-1))
}

/// A CSV file: heads and rows.
fn read(file: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = fs::read(file).unwrap();
    let delimiter = if bytes.starts_with(b"\xef\xbb\xbf") { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes.as_slice());
    let heads = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (heads, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// The tables of a folder and of its figures, by their names without the ending.
fn tables(folder: &Path) -> BTreeMap<String, PathBuf> {
    let listed = |under: &str| -> Vec<PathBuf> {
        fs::read_dir(folder.join(under)).map(|entries| entries.map(|entry| entry.unwrap().path()).collect()).unwrap_or_default()
    };
    let is_table = |path: &&PathBuf| path.extension().is_some_and(|end| end == "csv" || end == "parquet");
    let stem = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    let own = listed("").iter().filter(is_table).map(|path| (stem(path), path.clone())).collect::<Vec<_>>();
    let figures =
        listed("figures").iter().filter(is_table).map(|path| (format!("figures/{}", stem(path)), path.clone())).collect::<Vec<_>>();
    own.into_iter().chain(figures).collect()
}

/// Whether a cell is one of those that the codebook allows.
fn allowed(cell: &str, kind: &str, allowed: &str) -> bool {
    let number = cell.replace(',', ".").parse::<f64>();
    match (kind, allowed) {
        _ if cell.is_empty() => true,
        ("str", "text") => true,
        (_, words) if words.contains(" | ") || kind == "str" => words.split(" | ").any(|word| word == cell),
        (_, "any number") => number.is_ok(),
        (_, range) => {
            // a text that begins as a formula has an apostrophe before it, as "-1..1" does
            let (low, high) = range.strip_prefix('\'').unwrap_or(range).split_once("..").unwrap();
            let high = if high.is_empty() { f64::INFINITY } else { high.parse().unwrap() };
            number.is_ok_and(|number| (low.parse::<f64>().unwrap() - 1e-9..=high + 1e-9).contains(&number))
        }
    }
}

/// Every table and column of a folder stands in its codebook, and the other way round; what stands in the tables is allowed there.
fn is_told(folder: &Path) {
    let (heads, book) = read(&folder.join("codebook.csv"));
    assert_eq!(heads, ["table", "column", "type", "unit", "unit_nl", "label_en", "label_nl", "allowed"]);
    let there = tables(folder);
    let mut told: BTreeMap<&str, Vec<&Vec<String>>> = BTreeMap::new();
    for row in &book {
        assert!(row[5].len() > 3 && row[6].len() > 3 && !row[3].is_empty() && !row[7].is_empty(), "{row:?}");
        told.entry(&row[0]).or_default().push(row);
    }
    assert_eq!(told.keys().copied().collect::<Vec<_>>(), there.keys().map(String::as_str).collect::<Vec<_>>(), "{}", folder.display());
    for (name, path) in there.iter().filter(|(_, path)| path.extension().is_some_and(|end| end == "csv")) {
        let (heads, rows) = read(path);
        let columns = &told[name.as_str()];
        assert_eq!(columns.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), heads, "{name}");
        for row in rows {
            for (cell, column) in row.iter().zip(columns) {
                assert!(allowed(cell, &column[2], &column[7]), "{name}, {}: {cell} is not {} ({})", column[1], column[7], column[2]);
            }
        }
    }
}

#[test]
fn every_table_and_column_stands_in_the_codebook_of_its_folder() {
    let place = place();
    for command in [
        "run study.toml -q -o parquet",
        "run study.toml -q -o plain --format csv",
        "compare study.toml -q -o compared --worth 60",
        "sensitivity study.toml -q -o sensitivity --worlds 8",
        "portfolio study.toml -q -o portfolio --replicates 2 --worlds 2 --evaluations 4",
        "worlds -q -o worlds --keep 2 --candidates 2 --design 8 --replicates 2",
    ] {
        let (said, code) = onfoot(place.path(), command);
        assert!(code == 0 || ["run", "compare", "worlds"].iter().any(|name| command.starts_with(name)), "{command}: {said}");
        assert!(code < 2, "{command}: {said}");
    }
    for command in ["why plain --team 1", "why plain --team 2", "story plain --seat 5", "story plain --seat 5 --lang nl"] {
        let (said, code) = onfoot(place.path(), command);
        assert_eq!(code, 0, "{command}: {said}");
    }
    for folder in ["parquet", "plain", "plain/why", "plain/story", "compared", "compared/comparison", "sensitivity", "portfolio", "worlds"]
    {
        is_told(&place.path().join(folder));
    }
}

#[test]
fn a_belgian_spreadsheet_opens_every_table_and_they_say_the_same() {
    let place = place();
    let at = |name: &str| place.path().join(name);
    assert!(onfoot(place.path(), "compare study.toml -q -o plain --worth 60 --format csv").1 < 2);
    assert!(onfoot(place.path(), "compare study.toml -q -o belgian --worth 60 --csv excel-be").1 < 2);
    assert!(fs::read_to_string(at("belgian/manifest.json")).unwrap().contains("\"csv\": \"excel-be\""));
    for folder in ["", "comparison"] {
        let (plain, belgian) = (tables(&at("plain").join(folder)), tables(&at("belgian").join(folder)));
        assert_eq!(plain.keys().collect::<Vec<_>>(), belgian.keys().collect::<Vec<_>>());
        is_told(&at("belgian").join(folder));
        for (name, path) in &belgian {
            let bytes = fs::read(path).unwrap();
            assert!(bytes.starts_with(b"\xef\xbb\xbf") && bytes.ends_with(b"\r\n"), "{name}");
            let ((heads, own), (known, rows)) = (read(path), read(&plain[name]));
            assert_eq!(heads, known, "{name}");
            assert_eq!(own.len(), rows.len(), "{name}");
            let (_, book) = read(&at("belgian").join(folder).join("codebook.csv"));
            let kinds: Vec<String> = book.iter().filter(|row| row[0] == *name).map(|row| row[2].clone()).collect();
            for (row, plain) in own.iter().zip(&rows) {
                for ((cell, known), kind) in row.iter().zip(plain).zip(&kinds) {
                    let expected = if kind == "f64" { known.replace('.', ",") } else { known.clone() };
                    assert_eq!(*cell, expected, "{name}");
                }
            }
        }
    }
}

#[test]
fn what_was_written_for_a_spreadsheet_is_verified_grown_drawn_and_compared_again() {
    let place = place();
    let at = |name: &str| place.path().join(name);
    assert!(onfoot(place.path(), "compare study.toml -q -o grown --csv excel-be").1 < 2);
    let (said, code) = onfoot(place.path(), "verify grown");
    assert_eq!(code, 0, "{said}");
    let (said, code) = onfoot(place.path(), "plot grown arms -q -o arms.svg");
    assert_eq!(code, 0, "{said}");
    // Judged anew at another worth, the folder keeps its dialect.
    assert!(onfoot(place.path(), "compare study.toml -q -o grown --worth 60").1 < 2);
    assert!(fs::read(at("grown/comparison/ranking.csv")).unwrap().starts_with(b"\xef\xbb\xbf"));
    let (said, code) = onfoot(place.path(), "plot grown worth -q -o worth.svg");
    assert_eq!(code, 0, "{said}");
    // Grown, it is to the byte what a fresh run writes.
    assert!(onfoot(place.path(), "run study.toml -q -o grown --replicates 3 --csv excel-be").1 < 2);
    assert!(onfoot(place.path(), "run study.toml -q -o fresh --replicates 3 --csv excel-be").1 < 2);
    for (name, path) in tables(&at("fresh")) {
        assert_eq!(fs::read(&path).unwrap(), fs::read(&tables(&at("grown"))[&name]).unwrap(), "{name}");
    }
    // The same results in another form are another thing to ask for.
    let (said, code) = onfoot(place.path(), "run study.toml -o fresh --replicates 3");
    assert!(code == 2 && said.contains("other table format"), "{said}");
}
