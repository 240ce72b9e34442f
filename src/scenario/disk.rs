//! # Files that are read
//!
//! All files come in through here. Only a regular file is opened: a pipe would wait for ever, a device never end. Reading stops at
//! a limit, even if the file grows meanwhile.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Largest text that is read whole: a manifest, a page, a list of what was evaluated.
pub const LARGEST_TEXT: u64 = 256_000_000;

/// Why something that is there is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A folder, a pipe, a device or a socket.
    NoFile,
    /// It holds more bytes than the limit.
    TooLarge {
        /// As far as is known.
        bytes: u64,
        /// What is read at most.
        limit: u64,
    },
}

impl Unfit {
    /// What an error of this module says; `None` for an error of the system.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref::<Self>().copied()
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile => out.write_str("not a regular file"),
            Self::TooLarge { bytes, limit } => write!(out, "{bytes} bytes are more than the {limit} that are read"),
        }
    }
}

impl std::error::Error for Unfit {}

/// A file open for reading.
///
/// # Errors
/// [`Unfit::NoFile`], and what the disk says.
pub fn open(path: &Path) -> io::Result<File> {
    let regular = |found: &fs::Metadata| if found.is_file() { Ok(()) } else { Err(io::Error::other(Unfit::NoFile)) };
    regular(&fs::metadata(path)?)?; // before it is opened, for opening a pipe waits for somebody to write
    let file = File::open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

/// What a file in TOML says, if it has the form of `T`.
///
/// # Errors
/// What is wrong with it, and where.
pub fn form<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|fault| fault.to_string())
}

/// The bytes of a file that holds at most `limit`.
///
/// # Errors
/// [`Unfit`], and what the disk says.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = open(path)?;
    let known = file.metadata()?.len();
    let too_large = |bytes| Err(io::Error::other(Unfit::TooLarge { bytes, limit }));
    if known > limit {
        return too_large(known);
    }
    whole(file, limit)?.map_or_else(|| too_large(limit + 1), Ok)
}

/// All that comes, if it is at most `limit` bytes; no more than one byte beyond is read.
///
/// # Errors
/// What the source says.
pub fn whole(source: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// The text of a file of at most [`LARGEST_TEXT`] bytes.
///
/// # Errors
/// [`Unfit`], that it is not UTF-8, and what the disk says.
pub fn text(path: &Path) -> io::Result<String> {
    String::from_utf8(read(path, LARGEST_TEXT)?).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Brings the names in a folder to the disk; systems that cannot do so do it on their own.
pub fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_are_read_and_none_beyond_the_limit() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a");
        fs::write(&path, "12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        let refused = |path: &Path, limit| Unfit::of(&read(path, limit).unwrap_err());
        assert_eq!(refused(&path, 4), Some(Unfit::TooLarge { bytes: 5, limit: 4 }));
        assert_eq!(refused(place.path(), 4), Some(Unfit::NoFile));
        assert_eq!(refused(&place.path().join("b"), 4), None);
        for device in ["/dev/zero", "/dev/stdin"].map(Path::new).into_iter().filter(|path| path.exists()) {
            assert_eq!(refused(device, 4), Some(Unfit::NoFile), "{}", device.display());
        }
    }

    #[test]
    fn reading_stops_at_the_limit_however_much_comes() {
        assert_eq!(whole(io::repeat(7), 1000).unwrap(), None);
        assert_eq!(whole(&b"123"[..], 3).unwrap().unwrap(), b"123");
    }
}
