//! # Who is at work in a folder
//!
//! Whoever writes into a folder of results holds it. The hold is a lock of the operating system on a hidden file, which the system
//! lets go when the process ends, however it ends; what stands in the file only says who it is and since when.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::error::FolderError;
use super::layout::HOLD;
use super::who::Who;

/// Most bytes that are read of it; somebody else may have put anything there.
const MOST: u64 = 8_192;
/// Tries when the file is removed by its holder at the very moment.
const TRIES: usize = 100;
/// How often it is looked again by whoever waits.
const AGAIN: Duration = Duration::from_millis(50);

/// A folder in which nobody else writes while this is there.
#[derive(Debug)]
pub struct Hold {
    path: PathBuf,
    file: Option<File>,
    shared: bool,
    /// Whether the folder was made for this; then an empty one goes again.
    made: bool,
    /// Whether the file system knows no locks.
    deaf: bool,
}

impl Hold {
    /// Holds a folder to write into it; it is made if it is not there.
    ///
    /// # Errors
    /// [`FolderError::InUse`] where another process holds it, and what the disk says.
    pub fn take(folder: &Path, who: &Who) -> Result<Self, FolderError> {
        let made = !folder.exists();
        fs::create_dir_all(folder).map_err(|error| FolderError::from_io(folder, "", &error))?;
        let mut hold = Self::lock(folder, who, false)?;
        hold.made = made;
        Ok(hold)
    }

    /// The same, waiting so long for another process to end.
    ///
    /// # Errors
    /// As [`Hold::take`].
    pub fn wait(folder: &Path, who: &Who, patience: Duration) -> Result<Self, FolderError> {
        let mut left = patience;
        loop {
            match Self::take(folder, who) {
                Err(FolderError::InUse { .. }) if !left.is_zero() => {
                    sleep(AGAIN.min(left));
                    left = left.saturating_sub(AGAIN);
                }
                taken => return taken,
            }
        }
    }

    /// Holds a folder to read it: others may read it too, and nobody may write. A place where nothing can be made is read as it is.
    ///
    /// # Errors
    /// [`FolderError::InUse`] where another process writes there.
    pub fn look(folder: &Path, who: &Who) -> Result<Option<Self>, FolderError> {
        if !folder.is_dir() {
            return Ok(None);
        }
        match Self::lock(folder, who, true) {
            Ok(hold) => Ok(Some(hold)),
            Err(busy @ FolderError::InUse { .. }) => Err(busy),
            Err(_) => Ok(None),
        }
    }

    /// Whether the file system knows no locks, so that nobody is kept out.
    pub fn is_open(&self) -> bool {
        self.deaf
    }

    fn lock(folder: &Path, who: &Who, shared: bool) -> Result<Self, FolderError> {
        let path = folder.join(HOLD);
        let fault = |error: &std::io::Error| FolderError::from_io(folder, HOLD, error);
        for _ in 0..TRIES {
            if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
                return Err(FolderError::OtherContents { path: folder.to_path_buf(), found: HOLD.to_owned() });
            }
            let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
            let mut file = match opened {
                Ok(file) => file,
                // nobody can write there, so there is nothing to keep apart; who tries to is told so
                Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
                    return Ok(Self { path, file: None, shared, made: false, deaf: false });
                }
                Err(error) => return Err(fault(&error)),
            };
            match if shared { file.try_lock_shared() } else { file.try_lock() } {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(FolderError::InUse { path: folder.to_path_buf(), who: holder(&mut file).map(Box::new) });
                }
                Err(TryLockError::Error(_)) => return Ok(Self { path, file: None, shared, made: false, deaf: true }),
            }
            // The holder before may have removed the file between the opening and the locking.
            if !is_at(&file, &path) {
                continue;
            }
            // Who it is helps others; without room for it the lock still holds.
            let text = serde_json::to_vec(who).unwrap_or_default();
            let _ = file.set_len(0).and_then(|()| file.seek(SeekFrom::Start(0))).and_then(|_| file.write_all(&text));
            return Ok(Self { path, file: Some(file), shared, made: false, deaf: false });
        }
        Err(FolderError::InUse { path: folder.to_path_buf(), who: None })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let Some(file) = &self.file else { return };
        // Of several readers the last one takes the file away.
        let last = !self.shared || (file.unlock().is_ok() && file.try_lock().is_ok() && is_at(file, &self.path));
        if last {
            let _ = fs::remove_file(&self.path);
        }
        let _ = file.unlock();
        if let Some(folder) = self.path.parent().filter(|_| self.made) {
            let _ = fs::remove_dir(folder); // only if nothing was written there
        }
    }
}

/// Who holds the folder, if that can be read.
fn holder(file: &mut File) -> Option<Who> {
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Whether the open file is the one of this name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |found: fs::Metadata| (found.dev(), found.ino());
    file.metadata().ok().map(id).is_some_and(|own| fs::metadata(path).ok().map(id) == Some(own))
}

/// Whether the open file is the one of this name: here an open file is not removed under its holder.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(command: &str) -> Who {
        Who { pid: 7, host: "here".to_owned(), since: "today".to_owned(), command: command.to_owned() }
    }

    #[test]
    fn one_writes_and_the_other_hears_who_it_is() {
        let place = tempfile::tempdir().expect("a place");
        let path = place.path().join("new");
        let hold = Hold::take(&path, &who("onfoot run a.toml")).expect("nobody is there");
        let refused = FolderError::InUse { path: path.clone(), who: Some(Box::new(who("onfoot run a.toml"))) };
        assert_eq!(Hold::take(&path, &who("b")).expect_err("in use"), refused);
        assert_eq!(Hold::look(&path, &who("b")).expect_err("in use"), refused);
        drop(hold);
        assert!(!path.exists(), "a folder that stayed empty goes again");
        drop(Hold::take(&path, &who("b")).expect("free again"));
    }

    #[test]
    fn many_read_and_the_last_takes_the_file_away() {
        let place = tempfile::tempdir().expect("a place");
        let [one, two] = [0, 1].map(|_| Hold::look(place.path(), &who("verify")).expect("free").expect("a folder"));
        assert!(matches!(Hold::take(place.path(), &who("run")), Err(FolderError::InUse { .. })));
        drop(one);
        assert!(matches!(Hold::take(place.path(), &who("run")), Err(FolderError::InUse { .. })));
        drop(two);
        assert!(!place.path().join(HOLD).exists());
    }

    #[test]
    fn what_a_dead_process_left_stands_in_nobodys_way() {
        let place = tempfile::tempdir().expect("a place");
        fs::write(place.path().join(HOLD), "{\"pid\":1").expect("a leftover");
        drop(Hold::take(place.path(), &who("run")).expect("taken over"));
        assert!(!place.path().join(HOLD).exists());
    }

    #[test]
    fn who_waits_gets_in_when_the_other_has_gone() {
        let place = tempfile::tempdir().expect("a place");
        let hold = Hold::take(place.path(), &who("run")).expect("free");
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| Hold::wait(place.path(), &who("why"), Duration::from_secs(20)).map(drop));
            sleep(Duration::from_millis(120));
            drop(hold);
            waiting.join().expect("no panic").expect("let in");
        });
    }
}
