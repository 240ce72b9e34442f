//! # Who this process is
//!
//! What others are told who find a folder in use: process, computer, since when, and what was typed.

use std::env;
use std::path::Path;
use std::time::{Duration, SystemTime};

use chrono::DateTime;

use super::terminal::{Stop, Terminal};
use crate::folder::manifest::command_of;
use crate::folder::{FolderError, Hold, Who};
use crate::scenario::disk;
use crate::words::screen::HOLDS_UNKNOWN;

/// How long a command that is done in a moment waits for another of its kind.
const PATIENCE: Duration = Duration::from_secs(3);

/// This process.
pub(super) fn who() -> Who {
    let typed: Vec<_> = env::args_os().collect();
    Who { pid: std::process::id(), host: host(), since: utc(now()), command: command_of(&typed) }
}

/// Seconds since 1970.
pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Seconds since 1970 as `2026-11-26 08:15:12 UTC`; nothing for a time that no calendar holds.
pub(super) fn utc(seconds: u64) -> String {
    let time = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    time.map_or(String::new(), |time| time.format("%Y-%m-%d %H:%M:%S UTC").to_string())
}

/// The name of this computer, as far as it can be known without asking the network.
fn host() -> String {
    let said = || ["HOSTNAME", "COMPUTERNAME"].iter().find_map(|name| env::var(name).ok());
    let known = ["/proc/sys/kernel/hostname", "/etc/hostname"].iter().find_map(|file| disk::text(Path::new(file)).ok());
    known.or_else(said).map_or_else(|| "?".to_owned(), |name| name.trim().to_owned())
}

/// Holds the folder of a run.
pub(super) fn take(folder: &Path, terminal: &Terminal) -> Result<Hold, FolderError> {
    let hold = Hold::take(folder, &who())?;
    warn(hold.is_open(), terminal);
    Ok(hold)
}

/// Holds the folder of results for a moment, to put a picture there.
pub(super) fn moment(folder: &Path, terminal: &Terminal) -> Result<Hold, Stop> {
    Hold::wait(folder, &who(), PATIENCE).map_err(|fault| terminal.refuse(&fault.say(terminal.language)))
}

/// Holds a folder to read it.
pub(super) fn look(folder: &Path, terminal: &Terminal) -> Result<Option<Hold>, Stop> {
    Hold::look(folder, &who()).map_err(|fault| terminal.refuse(&fault.say(terminal.language)))
}

/// Says that the file system of a held folder knows no locks.
pub(super) fn warn(is_open: bool, terminal: &Terminal) {
    if is_open {
        terminal.note_wrapped(HOLDS_UNKNOWN.get(terminal.language), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_dates() {
        assert_eq!(utc(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(utc(951_782_400), "2000-02-29 00:00:00 UTC");
        assert_eq!(utc(1_795_680_912), "2026-11-26 08:15:12 UTC");
    }
}
