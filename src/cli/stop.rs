//! # Stopping
//!
//! Ctrl-C and TERM ask for a tidy end: what is lived is kept. Asked a second time, the program ends at once.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::TERM_SIGNALS;
use signal_hook::flag;

/// Turns true when somebody asks to stop.
pub(super) fn on_signals() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in TERM_SIGNALS {
        // The order matters: the first signal finds the flag down and raises it, the second finds it up and ends the program.
        // Where a signal cannot be caught the system's own way of ending stays in force.
        let _ = flag::register_conditional_shutdown(*signal, 130, Arc::clone(&stop));
        let _ = flag::register(*signal, Arc::clone(&stop));
    }
    stop
}
