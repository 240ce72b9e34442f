//! # Threads that can be had
//!
//! A system may refuse threads: a limit for the user, for a container, or no room for their stacks. Then there are fewer, down to
//! the one that is there anyway; the results are the same. Without the feature `threads`, as in a page, there is one: `prelude`
//! then goes through one thing after another.

use std::any::Any;
#[cfg(feature = "threads")]
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};
#[cfg(feature = "threads")]
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use prelude::*;
#[cfg(feature = "threads")]
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Going through many things at the same time, as rayon has it.
#[cfg(feature = "threads")]
pub(crate) mod prelude {
    pub use rayon::prelude::*;

    /// How many things are done at the same time.
    pub fn at_once() -> usize {
        rayon::current_num_threads()
    }
}

/// The same names for one thread, which goes through one thing after another.
#[cfg(not(feature = "threads"))]
pub(crate) mod prelude {
    /// How many things are done at the same time.
    pub fn at_once() -> usize {
        1
    }

    pub trait IntoParallelIterator: IntoIterator + Sized {
        fn into_par_iter(self) -> Self::IntoIter {
            self.into_iter()
        }
    }
    impl<I: IntoIterator> IntoParallelIterator for I {}

    pub trait ParallelSlice<T> {
        fn par_iter(&self) -> std::slice::Iter<'_, T>;
        fn par_iter_mut(&mut self) -> std::slice::IterMut<'_, T>;
        fn par_chunks(&self, size: usize) -> std::slice::Chunks<'_, T>;
        fn par_chunks_mut(&mut self, size: usize) -> std::slice::ChunksMut<'_, T>;
    }
    impl<T> ParallelSlice<T> for [T] {
        fn par_iter(&self) -> std::slice::Iter<'_, T> {
            self.iter()
        }
        fn par_iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
            self.iter_mut()
        }
        fn par_chunks(&self, size: usize) -> std::slice::Chunks<'_, T> {
            self.chunks(size)
        }
        fn par_chunks_mut(&mut self, size: usize) -> std::slice::ChunksMut<'_, T> {
            self.chunks_mut(size)
        }
    }

    pub trait IndexedParallelIterator: Iterator + Sized {
        fn with_max_len(self, _: usize) -> Self {
            self
        }
    }
    impl<I: Iterator> IndexedParallelIterator for I {}
}

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

/// Does this on so many threads, or on as many as can be had.
pub(crate) fn on<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    #[cfg(feature = "threads")]
    if let Some(pool) = pool(threads) {
        return pool.install(work);
    }
    let _ = threads;
    work()
}

/// Does this on each of so many threads, by its number from 0, or of as many as can be had; on the one that is there, if none can.
pub(crate) fn on_each(threads: usize, work: impl Fn(usize) + Sync) {
    #[cfg(feature = "threads")]
    if let Some(pool) = pool(threads) {
        pool.broadcast(|thread| work(thread.index()));
        return;
    }
    let _ = threads;
    work(0);
}

/// What this gives, or what it said when it panics. Nothing of what is broken then may be looked at again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| said(panic.as_ref()))
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

/// A pool of so many threads, or of as many as can be had; `None` where not even one can.
#[cfg(feature = "threads")]
fn pool(asked: usize) -> Option<ThreadPool> {
    let halves = std::iter::successors(Some(count(asked)), |count| (*count > 1).then_some(count / 2));
    halves.into_iter().find_map(|count| ThreadPoolBuilder::new().num_threads(count).build().ok())
}

/// Starts the threads that share the work outside a pool of its own, as many as can be had. Without this rayon starts them by
/// itself at the first call, and ends the program where it cannot.
#[cfg(feature = "threads")]
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
#[cfg(feature = "threads")]
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
    #[cfg(feature = "threads")]
    return rayon::join(one, other);
    #[cfg(not(feature = "threads"))]
    (one(), other())
}

/// The answer to each, in their order, at the same time where there are threads for it; what it said instead, if one panics.
pub fn all<T: Sync, R: Send>(items: &[T], answer: impl Fn(&T) -> R + Send + Sync) -> Vec<Result<R, String>> {
    items.par_iter().with_max_len(1).map(|item| guarded(|| answer(item))).collect()
}

#[cfg(all(test, feature = "threads"))]
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
