//! # Threads that can be had
//!
//! A system may refuse threads: a limit for the user, for a container, or no room for their stacks. Then there are fewer, down to
//! the one that is there anyway; the results are the same.

use std::error::Error;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::run::guarded;

/// Threads that any machine may be asked for. More than it has cores for make nothing faster, and each takes room: a slip of the
/// keyboard must not ask the system for a thousand.
pub const MOST: usize = 64;

/// As many as are asked for; 0 stands for all cores.
pub fn count(asked: usize) -> usize {
    if asked == 0 {
        thread::available_parallelism().map_or(1, usize::from)
    } else {
        asked.min(MOST.max(2 * thread::available_parallelism().map_or(1, usize::from)))
    }
}

/// A pool of so many threads, or of as many as can be had; `None` where not even one can.
pub(crate) fn pool(asked: usize) -> Option<ThreadPool> {
    let halves = std::iter::successors(Some(count(asked)), |count| (*count > 1).then_some(count / 2));
    halves.into_iter().find_map(|count| ThreadPoolBuilder::new().num_threads(count).build().ok())
}

/// Starts the threads that share the work outside a pool of its own, as many as can be had. Without this rayon starts them by
/// itself at the first call, and ends the program where it cannot.
pub fn ready(asked: usize) {
    let count = count(asked);
    let had = had(count);
    // Threads that just ended may still be counted by the system.
    let count = if had == count { count } else { had / 2 };
    let built = (count > 1).then(|| ThreadPoolBuilder::new().num_threads(count).build_global());
    if built.is_none_or(|built| built.is_err_and(|fault| fault.source().is_some())) {
        let _ = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    }
}

/// How many of so many threads can be had at the same time.
fn had(count: usize) -> usize {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let wait = || {
            while !over.load(Ordering::Relaxed) {
                thread::park();
            }
        };
        let started: Vec<_> = (0..count).map_while(|_| thread::Builder::new().spawn_scoped(scope, wait).ok()).collect();
        over.store(true, Ordering::Relaxed);
        started.iter().for_each(|waiting| waiting.thread().unpark());
        started.len()
    })
}

/// Does both, at the same time where there are threads for it.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

/// The answer to each, in their order, at the same time where there are threads for it; what it said instead, if one panics.
pub fn all<T: Sync, R: Send>(items: &[T], answer: impl Fn(&T) -> R + Send + Sync) -> Vec<Result<R, String>> {
    items.par_iter().with_max_len(1).map(|item| guarded(|| answer(item))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_threads_than_any_machine_has_are_asked_for() {
        assert!((MOST..=MOST.max(2 * count(0))).contains(&count(100_000)));
        assert_eq!(count(3), 3);
        assert!(count(0) >= 1);
        assert_eq!(had(3), 3);
        assert_eq!(pool(2).unwrap().current_num_threads(), 2);
    }
}
