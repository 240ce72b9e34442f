//! # The engine in a page
//!
//! What a page calls: the text of a scenario in, what its lives were out. The module imports nothing, so it runs wherever there is
//! WebAssembly, and gives the same bytes as the command line. Bytes are handed over by address: [`room`] makes room for them.
//! Its names are plain only there: in a native program `read` would take the place of the system's own.

use std::cell::RefCell;

use onfoot::ensemble::ArmPlan;
use onfoot::ensemble::live::live;
use onfoot::ensemble::plan::plan;
use onfoot::scenario::read::read_text;
use onfoot::text::Language;
use onfoot::words::fault::line;
use sha2::{Digest, Sha256};

thread_local! {
    static PLANS: RefCell<Vec<ArmPlan>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for so many bytes, to be handed to [`read`].
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    Box::leak(vec![0; bytes].into_boxed_slice()).as_mut_ptr()
}

/// Reads the scenario in the bytes of a [`room`], which is given back. The number of its arms and twins; −1 where it is wrong, and
/// the answer then says why, a fault on each line.
///
/// # Safety
/// The room must be one that was made for so many bytes.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub unsafe extern "C" fn read(at: *mut u8, bytes: usize) -> i32 {
    // SAFETY: the caller hands over a room of this length.
    let text = String::from_utf8_lossy(&unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, bytes)) }).into_owned();
    match read_text("scenario.toml", &text) {
        Ok(reading) => {
            let plans = plan(&reading.scenario);
            let count = plans.len() as i32;
            PLANS.set(plans);
            count
        }
        Err(faults) => {
            let said: Vec<String> = faults.iter().map(|fault| line(fault, Language::English)).collect();
            ANSWER.set(said.join("\n").into_bytes());
            -1
        }
    }
}

/// Lives one life of an arm. The answer is the digest of its record, which is the same on every machine.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn digest_of_life(arm: usize, number: u32) {
    let digest = PLANS.with_borrow(|plans| digest(&plans[arm], number));
    ANSWER.set(digest);
}

/// SHA-256 of the record of a life.
pub fn digest(plan: &ArmPlan, number: u32) -> Vec<u8> {
    let life = live(&plan.scenario_of(number), plan.dice(number));
    Sha256::digest(postcard::to_stdvec(&life).expect("a record has only plain fields")).to_vec()
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
