//! # Lives that nobody keeps
//!
//! Many pure pieces of work on all cores, in memory: for searches, which look at each life once and keep what came of it. How the
//! work is shared out changes nothing, for the answers come back in the order of the questions.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::threads::prelude::*;
use crate::threads::{guarded, on};

/// The answer to each of `items`, in their order; `None` when stopped. `threads` 0 means all cores.
///
/// `answer` must be pure; it gives up with `None` when it is stopped. One that panics leaves what it said in the place of its
/// answer, and the others go on.
pub fn each<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    stop: &AtomicBool,
    answer: impl Fn(&T) -> Option<R> + Sync,
) -> Option<Vec<Result<R, String>>> {
    let one = |item: &T| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        guarded(|| answer(item)).transpose()
    };
    on(threads, || items.par_iter().with_max_len(1).map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_their_questions_and_one_that_breaks_leaves_the_others() {
        let ask = |threads| {
            each(&[3, 1, 2], threads, &AtomicBool::new(false), |n| {
                assert_ne!(*n, 1, "one");
                Some(n * 2)
            })
        };
        for threads in [1, 2] {
            let found = ask(threads).unwrap();
            assert!(found[0] == Ok(6) && found[2] == Ok(4) && found[1].as_ref().is_err_and(|said| said.contains("one")), "{found:?}");
        }
    }

    #[test]
    fn who_is_stopped_answers_nothing() {
        assert_eq!(each(&[1], 1, &AtomicBool::new(true), |n| Some(*n)), None);
        assert_eq!(each(&[1], 1, &AtomicBool::new(false), |_| None::<u8>), None);
    }
}
