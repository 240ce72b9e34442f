//! Inputs gone wrong, by the million: scenarios, folders with results and command lines, changed by chance in ways that people,
//! editors, disks and enemies change them. Whatever comes in, onfoot neither panics nor hangs, takes no memory without bounds,
//! sends nothing raw to a terminal, says why when it refuses, and leaves alone what it was only to read.
//!
//! ```text
//! cargo test --release                                               a few thousand inputs, always the same
//! cargo test --release --test fuzz -- --inputs 2000000               over an hour; --seed N for others, --patience SECONDS on a busy machine
//! cargo test --release --test fuzz -- --seed 1 --only 4711           one again
//! ```
//!
//! Each input is found by its seed and its number. Processes of their own try them, so that one that dies or hangs is seen and
//! the rest goes on. What shows a fault is kept, with a smaller text that shows the same, in the folder that is named at the end.

#![allow(clippy::expect_used, clippy::print_stdout, clippy::print_stderr)]
#![allow(clippy::if_same_then_else, clippy::collapsible_if, clippy::unnecessary_debug_formatting, clippy::unused_self)]

#[cfg(unix)]
mod command;
#[cfg(unix)]
mod folder;
#[cfg(unix)]
mod luck;
#[cfg(unix)]
mod scenario;
#[cfg(unix)]
mod watch;
#[cfg(unix)]
mod worker;

use std::process::ExitCode;

#[cfg(unix)]
fn main() -> ExitCode {
    watch::main()
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    ExitCode::SUCCESS
}
