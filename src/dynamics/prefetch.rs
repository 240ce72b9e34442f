//! # Prefetch
//!
//! Asks the processor to fetch what will be needed soon, while something else is worked on: a hint, which changes no number.
//! A large organisation does not fit in the caches, and a day walks through all of it; without the hint most of that day is
//! spent waiting. The only unsafe code of onfoot, because the language has no safe name for the instruction.

/// Bytes that memory hands over at once.
const LINE: usize = 64;

/// Asks for a value. Does nothing on processors that have no such instruction.
#[inline(always)]
#[allow(unsafe_code)]
pub fn prefetch<T>(value: &T) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        let first = std::ptr::from_ref(value).cast::<i8>();
        for offset in (0..size_of::<T>()).step_by(LINE) {
            // SAFETY: the address lies inside `value`, which is borrowed and so alive; and a prefetch reads nothing into the
            // program, writes nothing and cannot fault, whatever the address.
            unsafe { _mm_prefetch::<_MM_HINT_T0>(first.add(offset)) };
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (value, LINE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asking_for_a_value_leaves_it_as_it_was() {
        let values: Vec<[u64; 100]> = (0..50).map(|n| [n; 100]).collect();
        for value in &values {
            prefetch(value);
            prefetch(&value[3]);
        }
        prefetch(&());
        assert!(values.iter().enumerate().all(|(n, value)| value.iter().all(|&x| x == n as u64)));
    }
}
