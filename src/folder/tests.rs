use std::io::Write;

use std::fs;
use std::path::{Path, PathBuf};

use super::layout::UNFINISHED;
use super::manifest::Manifest;
use super::*;
use crate::scenario::Scenario;
use crate::scenario::disk::Unfit;
use crate::text::Language;

fn manifest(folder: &Folder, files: Vec<Written>) -> Manifest {
    let scenario = Scenario { title: "A title".to_owned(), ..Scenario::default() };
    let inputs = vec![manifest::Source::new("/home/ann/a.toml", b"title = 'A title'\n")];
    let command = manifest::command(&["run", "/home/ann/a.toml"]);
    Manifest { command, inputs, files, language: Language::Dutch, ..Manifest::of(folder.design_hash(), folder.dialect(), &scenario, &[]) }
}

fn fresh(path: &Path, hash: &str, force: bool) -> Folder {
    match Folder::prepare(path, hash, force) {
        Ok(FolderState::Open(folder)) => folder,
        other => panic!("expected a fresh folder, got {other:?}"),
    }
}

fn complete(path: &Path, hash: &str) {
    let folder = fresh(path, hash, false);
    fs::create_dir(folder.parts()).expect("parts");
    let files = vec![
        folder.write(SCENARIO, b"title = 'A title'\n").expect("scenario"),
        folder.write("runs.csv", b"arm\n").expect("runs"),
        folder.write("figures/trust.svg", b"<svg/>").expect("figure"),
    ];
    folder.complete(&manifest(&folder, files)).expect("complete");
}

fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn results_go_to_output_under_the_name_of_the_scenario() {
    assert_eq!(default_path(Path::new("scenarios/horseback.toml")), Path::new("output/horseback"));
    assert_eq!(default_path(Path::new("..")), Path::new("output/scenario"));
    // `onfoot new my-study` makes my-study/scenario.toml
    assert_eq!(default_path(Path::new("my-study/scenario.toml")), Path::new("output/my-study"));
    let here = std::env::current_dir().expect("a folder");
    let here = here.file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(default_path(Path::new("scenario.toml")), Path::new("output").join(&here));
    assert_eq!(default_path(Path::new("./scenario.toml")), Path::new("output").join(here));
}

#[test]
fn a_run_starts_is_resumed_completes_and_is_then_already_there() {
    let place = tempfile::tempdir().expect("a place");
    let path = place.path().join("output/horse");
    let folder = fresh(&path, "a", false);
    assert_eq!(Folder::prepare(&path, "a", false), Ok(FolderState::Open(folder.clone())));
    let written = folder.write("runs.csv", b"arm\n").expect("a file");
    let manifest = manifest(&folder, vec![written]);
    folder.complete(&manifest).expect("a manifest");
    assert_eq!(Folder::prepare(&path, "a", false), Ok(FolderState::Complete(Box::new(manifest))));
    assert_eq!(names(&path), ["manifest.json", "runs.csv"]);
}

#[test]
fn the_manifest_reads_back_and_names_no_path_of_this_machine() {
    let place = tempfile::tempdir().expect("a place");
    complete(place.path(), "a");
    let text = fs::read_to_string(place.path().join(layout::MANIFEST)).expect("text");
    assert!(!text.contains("/home") && !text.contains(&place.path().display().to_string()), "{text}");
    let sum = "sha256\": \"".to_owned() + &hex(&<sha2::Sha256 as sha2::Digest>::digest(b"<svg/>"));
    assert!(text.contains("figures/trust.svg") && text.contains(&sum), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_room_for_its_manifest_a_run_stays_unfinished() {
    let place = tempfile::tempdir().expect("a place");
    let folder = fresh(place.path(), "a", false);
    fs::create_dir(folder.parts()).expect("parts");
    std::os::unix::fs::symlink("/dev/full", place.path().join(format!(".manifest.json.{}.unfinished", std::process::id())))
        .expect("a link");
    let full = FolderError::DiskFull { path: place.path().to_path_buf(), file: layout::MANIFEST.to_owned() };
    assert_eq!(folder.complete(&manifest(&folder, Vec::new())), Err(full));
    assert!(folder.parts().is_dir());
    assert_eq!(Folder::prepare(place.path(), "a", false), Ok(FolderState::Open(folder)));
}

#[test]
fn a_start_that_broke_off_does_not_stand_in_the_way() {
    let place = tempfile::tempdir().expect("a place");
    fs::write(place.path().join(".unfinished.json.unfinished"), "{").expect("a leftover");
    fresh(place.path(), "a", false);
}

#[test]
fn another_design_is_refused_and_yields_to_force() {
    let place = tempfile::tempdir().expect("a place");
    complete(place.path(), "a");
    let refused = Folder::prepare(place.path(), "b", false).expect_err("another design");
    assert_eq!((refused.key(), refused.yields_to_force()), ("other_design", true));
    fs::write(place.path().join("notes.txt"), "mine").expect("notes");
    let folder = fresh(place.path(), "b", true);
    assert_eq!(names(place.path()), ["figures", "notes.txt", UNFINISHED]); // what onfoot did not write stays
    assert!(names(&place.path().join("figures")).is_empty());
    drop(folder);
    assert_eq!(Folder::prepare(place.path(), "a", false).expect_err("unfinished, of b").key(), "other_design");
}

#[test]
fn force_never_touches_a_file_that_onfoot_did_not_write() {
    let place = tempfile::tempdir().expect("a place");
    let path = place.path().join("mine");
    fs::create_dir_all(path.join("parts")).expect("a folder");
    fs::write(path.join("runs.csv"), "mine").expect("a file");
    fs::write(path.join("parts/thesis.txt"), "mine").expect("a file");
    let refused = Folder::prepare(&path, "a", false);
    assert_eq!(refused, Err(FolderError::OtherContents { path: path.clone(), found: "parts".to_owned() }));
    let folder = fresh(&path, "a", true);
    assert_eq!(names(&path), ["parts", "runs.csv", UNFINISHED]);
    assert_eq!(fs::read_to_string(path.join("runs.csv")).expect("text"), "mine");
    folder.complete(&manifest(&folder, Vec::new())).expect("a manifest");
    fresh(&path, "b", true);
    assert_eq!(names(&path.join("parts")), ["thesis.txt"]);
}

#[test]
fn force_drops_what_was_found_of_the_old_lives_and_keeps_what_somebody_put_beside_it() {
    let place = tempfile::tempdir().expect("a place");
    for (file, stays) in
        [("why/team-4-leader-0-260.svg", false), ("story/seat-7-1.txt", false), ("comparison/policies.csv", false), ("why/notes.txt", true)]
    {
        let folder = place.path().join(file.replace(['/', '.'], "-"));
        complete(&folder, "a");
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, "old").expect("a file");
        fresh(&folder, "b", true);
        assert_eq!(path.exists(), stays, "{file}");
    }
}

#[test]
fn a_manifest_that_points_outside_removes_nothing_there() {
    let place = tempfile::tempdir().expect("a place");
    fs::write(place.path().join("precious"), "mine").expect("a file");
    let path = place.path().join("out");
    let folder = fresh(&path, "a", false);
    let outside = Written { file: "../precious".to_owned(), rows: None, bytes: 4, sha256: String::new() };
    folder.complete(&manifest(&folder, vec![outside])).expect("a manifest");
    fresh(&path, "b", true);
    assert!(place.path().join("precious").exists());
}

#[test]
fn results_that_were_changed_are_not_called_already_there() {
    let place = tempfile::tempdir().expect("a place");
    complete(place.path(), "a");
    fs::remove_file(place.path().join("figures/trust.svg")).expect("removed");
    let altered = FolderError::Altered { path: place.path().to_path_buf(), file: "figures/trust.svg".to_owned() };
    assert_eq!(Folder::prepare(place.path(), "a", false), Err(altered));
    fresh(place.path(), "a", true);
}

#[test]
fn a_file_is_no_folder_and_neither_is_a_path_below_it() {
    let place = tempfile::tempdir().expect("a place");
    let file = place.path().join("file");
    fs::write(&file, "text").expect("a file");
    for path in [file.clone(), file.join("below"), file.join("far/below")] {
        let refused = Folder::prepare(&path, "a", true).expect_err("not a folder");
        assert_eq!(refused, FolderError::NotAFolder { path });
    }
    assert_eq!(fs::read_to_string(&file).expect("text"), "text");
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_where_nobody_may_write_is_said_to_be_so() {
    let path = Path::new("/sys/onfoot"); // not even for root
    if Path::new("/sys/kernel").is_dir() {
        assert_eq!(Folder::prepare(path, "a", false), Err(FolderError::NotWritable { path: path.to_path_buf() }));
    }
}

#[test]
fn a_draft_that_is_given_up_leaves_nothing_and_the_old_file_stands() {
    let place = tempfile::tempdir().expect("a place");
    let folder = fresh(place.path(), "a", false);
    folder.write("runs.csv", b"old").expect("a file");
    let mut draft = folder.draft("runs.csv").expect("a draft");
    draft.write_all(&vec![b'x'; 1 << 20]).expect("bytes");
    assert_eq!(fs::read(place.path().join("runs.csv")).expect("bytes"), b"old");
    drop(draft);
    assert_eq!(names(place.path()), ["runs.csv", UNFINISHED]);
}

#[test]
fn a_record_of_a_file_equals_what_was_said_when_it_was_written() {
    let place = tempfile::tempdir().expect("a place");
    let folder = fresh(place.path(), "a", false);
    let written = folder.write("figures/a.png", &vec![7; 200_000]).expect("a file");
    assert_eq!(folder.record("figures/a.png"), Ok(written));
    assert_eq!(folder.record("figures/b.png").expect_err("not there").key(), "other");
}

#[test]
fn every_error_speaks_both_languages_and_names_the_place() {
    let path = PathBuf::from("output/horse");
    let file = "series.parquet".to_owned();
    let reason = "broken".to_owned();
    for error in [
        FolderError::NotAFolder { path: path.clone() },
        FolderError::OtherDesign { path: path.clone() },
        FolderError::OtherArm { path: path.clone(), name: "words".to_owned(), unlike: Unlike::Changed },
        FolderError::OtherArm { path: path.clone(), name: String::new(), unlike: Unlike::Growing },
        FolderError::OtherContents { path: path.clone(), found: file.clone() },
        FolderError::Altered { path: path.clone(), file: file.clone() },
        FolderError::InUse { path: path.clone(), who: None },
        FolderError::InUse { path: path.clone(), who: Some(Box::default()) },
        FolderError::IsInput { path: path.clone() },
        FolderError::OtherKind { path: path.clone() },
        FolderError::NotOurs { path: path.clone() },
        FolderError::PartOf { path: path.clone(), folder: path.clone() },
        FolderError::IsFolder { path: path.clone() },
        FolderError::NotWritable { path: path.clone() },
        FolderError::DiskFull { path: path.clone(), file: file.clone() },
        FolderError::Unfit { path: path.clone(), file: file.clone(), unfit: Unfit::NoFile },
        FolderError::Other { path, file, reason },
    ] {
        let (english, dutch) = (error.to_string(), error.say(Language::Dutch));
        assert!(english != dutch && english.contains("output/horse") && dutch.contains("output/horse"), "{english} {dutch}");
    }
}

/// A finished folder beside which the new results stand whole, about to be moved.
fn about_to_move(path: &Path) -> Folder {
    complete(path, "a");
    let place = Folder::of(&path.join(".onfoot-growing"), "b");
    place.mark().expect("a mark");
    let files = vec![place.write("runs.csv", b"arm\nb\n").expect("runs"), place.write("new.csv", b"new\n").expect("new")];
    place.write("lives/0000000000000000000000000000000000000000000000000000000000000000.lives", b"b").expect("lives");
    place.complete(&manifest(&place, files)).expect("a manifest");
    place
}

#[test]
fn moving_what_has_grown_goes_on_wherever_it_was_stopped() {
    let moves = ["none", "runs.csv", "new.csv", "manifest.json"];
    for stopped in 0..moves.len() {
        let place = tempfile::tempdir().expect("a place");
        let grown = about_to_move(place.path());
        if stopped > 0 {
            for old in [SCENARIO, "figures/trust.svg"] {
                fs::remove_file(place.path().join(old)).expect("removed");
            }
        }
        for name in &moves[1..=stopped] {
            if *name == layout::MANIFEST {
                fs::rename(grown.path.join("lives"), place.path().join("lives")).expect("moved");
            }
            fs::rename(grown.path.join(name), place.path().join(name)).expect("moved");
        }
        let Ok(FolderState::Complete(_)) = Folder::prepare(place.path(), "b", false) else { panic!("not there after {stopped}") };
        assert_eq!(names(place.path()), ["figures", "lives", "manifest.json", "new.csv", "runs.csv"], "{stopped}");
        assert_eq!(fs::read(place.path().join("runs.csv")).expect("runs"), b"arm\nb\n");
    }
}

#[test]
fn drafts_of_a_killed_program_are_cleared_by_the_next_and_those_of_one_at_work_stay() {
    let place = tempfile::tempdir().expect("a place");
    let name = |pid: u32| place.path().join(format!(".runs.csv.{pid}.unfinished"));
    // No process has the largest number; the parent of a test is at work.
    let (gone, alive, locked) = (name(u32::MAX), name(std::os::unix::process::parent_id()), name(u32::MAX - 1));
    for file in [&gone, &alive, &locked] {
        fs::write(file, "half").expect("a leftover");
    }
    let at_work = fs::File::open(&locked).expect("a file");
    at_work.try_lock().expect("a lock");
    Draft::begin(place.path(), "plan.csv").expect("a draft").publish(None).expect("a file");
    assert_eq!([gone.exists(), locked.exists()], [false, true]);
    assert!(alive.exists() || !Path::new("/proc/self").exists());
}
