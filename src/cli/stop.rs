//! # Stopping
//!
//! Ctrl-C, TERM and a terminal that closes (HUP) ask for a tidy end: what is lived is kept. Asked a second time, the program ends at once.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::TERM_SIGNALS;
use signal_hook::flag;
#[cfg(unix)]
use {crate::scenario::disk, std::path::Path};

/// A file over the size that the shell allows is an error that can be told, not the end of the process.
pub(super) fn not_on_large_files() {
    #[cfg(unix)]
    {
        let _ = flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    }
}

/// Turns true when somebody asks to stop.
pub(super) fn on_signals() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in signals() {
        // The order matters: the first signal finds the flag down and raises it, the second finds it up and ends the program.
        // Where a signal cannot be caught the system's own way of ending stays in force.
        // A terminal that closes may say so twice, without anybody being in a hurry.
        if TERM_SIGNALS.contains(&signal) {
            let _ = flag::register_conditional_shutdown(signal, 130, Arc::clone(&stop));
        }
        let _ = flag::register(signal, Arc::clone(&stop));
    }
    stop
}

#[cfg(not(unix))]
fn signals() -> impl Iterator<Item = i32> {
    TERM_SIGNALS.iter().copied()
}

#[cfg(unix)]
fn signals() -> impl Iterator<Item = i32> {
    use signal_hook::consts::SIGHUP;
    // Who started it with nohup wants it to go on when the terminal closes.
    let ignored = disk::text(Path::new("/proc/self/status")).is_ok_and(|status| ignores(&status, SIGHUP));
    TERM_SIGNALS.iter().copied().chain((!ignored).then_some(SIGHUP))
}

/// Whether a process ignores a signal, from what the system says of it.
#[cfg(unix)]
fn ignores(status: &str, signal: i32) -> bool {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).map(|mask| u64::from_str_radix(mask.trim(), 16));
    matches!(mask, Some(Ok(mask)) if mask >> (signal - 1) & 1 == 1)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_signal_that_is_ignored_is_known_from_its_bit() {
        let status = "Name:\tonfoot\nSigIgn:\t0000000000001001\nSigCgt:\t0000000000000002\n";
        assert_eq!([1, 2, 13, 15].map(|signal| ignores(status, signal)), [true, false, true, false]);
        assert!(!ignores("", 1));
    }
}
