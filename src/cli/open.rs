//! # `onfoot open`
//!
//! The page of finished results, in a browser.

use std::path::{Path, PathBuf};

use super::Exit;
use super::arguments::Open;
use super::terminal::{Stop, Terminal};
use crate::folder::default_path;
use crate::folder::layout::{COMPARISON, PAGE};
use crate::report::page::reviewers;
use crate::text::shown_path as shown;
use crate::words::screen::open as words;

pub(super) fn open(asked: &Open, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let page = page(&asked.dir).ok_or_else(|| terminal.refuse(&words::no_page(&shown(&asked.dir), language)))?;
    let page = std::path::absolute(&page).unwrap_or(page);
    terminal.say(&shown(&page))?;
    if !in_browser(&page) {
        return Err(terminal.refuse(words::NO_BROWSER.get(language)));
    }
    Ok(Exit::Done)
}

/// Opens a page in a browser; false where none could be started.
pub(super) fn in_browser(page: &Path) -> bool {
    ::open::that_detached(std::path::absolute(page).unwrap_or_else(|_| page.to_path_buf())).is_ok()
}

/// The page that is meant: the file itself, that of a folder, of a comparison before that of its run, or of a scenario's results.
fn page(meant: &Path) -> Option<PathBuf> {
    if meant.is_file() && meant.extension().is_some_and(|end| end.eq_ignore_ascii_case("html")) {
        return Some(meant.to_path_buf());
    }
    let results = default_path(meant);
    let folders = [meant.join(COMPARISON), meant.to_path_buf(), results.join(COMPARISON), results];
    let pages = folders.iter().flat_map(|folder| [folder.join(PAGE), folder.join(reviewers::FILE)]);
    pages.into_iter().find(|page| page.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_file_itself_or_that_of_a_folder_a_comparison_first() {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(page(place.path()), None);
        let own = place.path().join(PAGE);
        std::fs::write(&own, "run").unwrap();
        assert_eq!(page(place.path()), Some(own.clone()));
        assert_eq!(page(&own), Some(own));
        std::fs::create_dir(place.path().join(COMPARISON)).unwrap();
        let compared = place.path().join(COMPARISON).join(PAGE);
        std::fs::write(&compared, "comparison").unwrap();
        assert_eq!(page(place.path()), Some(compared));
    }
}
