//! # The engine in a page
//!
//! What a page calls: a question as JSON in, an answer as JSON out ([`question`] says which there are). The module imports nothing, so it
//! runs wherever there is WebAssembly, and lives the same lives as the command line, to the byte. Bytes are handed over by address:
//! [`room`] makes room for them. Its names are plain only there: in a native program they could take the place of the system's own.

mod door;
mod question;
mod rank;
mod telling;

use std::cell::RefCell;

pub use door::{Door, digest};

thread_local! {
    static DOOR: RefCell<Door> = RefCell::default();
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for so many bytes, to be handed to [`ask`].
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    Box::leak(vec![0; bytes].into_boxed_slice()).as_mut_ptr()
}

/// Answers the question in the bytes of a [`room`], which is given back.
///
/// # Safety
/// The room must be one that was made for so many bytes.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub unsafe extern "C" fn ask(at: *mut u8, bytes: usize) {
    // SAFETY: the caller hands over a room of this length.
    let question = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, bytes)) };
    ANSWER.set(DOOR.with_borrow_mut(|door| door.answer(&question)).into_bytes());
}

/// Where the last answer lies.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}

/// How many bytes it has.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn answer_length() -> usize {
    ANSWER.with_borrow(Vec::len)
}
