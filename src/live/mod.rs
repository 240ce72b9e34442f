//! # Live pages
//!
//! One HTML file that carries the engine itself, as WebAssembly: it opens from disk, needs no network, and lives the same lives as the
//! command line, to the byte. [`lesson`] is for a room of managers, [`workbench`] for whoever weighs one policy against another, and [`what_if`] gives a report two levers.
//! What they show is worked out in `doors/browser/page`; here the file is put together.

pub mod lesson;
mod said;
mod shell;
pub mod what_if;
pub mod workbench;

pub use shell::LivePage;
