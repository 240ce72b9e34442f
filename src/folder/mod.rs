//! # The folder
//!
//! Where a run writes, and what of it is kept: [`layout`] says what is where, [`manifest`] what a run was, [`lock`] what its design
//! was before it. This room is handed names and bytes; what a table, a picture or a page is, it does not know. The folder is complete when `manifest.json` is there, for that is written last; until then
//! `unfinished.json` says whose it is. Nothing that onfoot did not write is ever removed. Its lives stay in it, so that it can
//! grow. Many processes on many machines may live parts of one run in it at the same time; what a merge then needs stands beside
//! the parts, in a [`Ticket`].

mod contents;
mod draft;
mod error;
mod format;
mod grow;
mod hold;
mod inputs;
mod kept;
pub mod layout;
mod listing;
mod lives;
pub mod lock;
pub mod manifest;
mod marker;
mod part;
mod place;
mod shelf;
mod single;
mod store;
mod ticket;
mod who;

pub use contents::{Contents, Kind};
pub use draft::{Draft, Written};
pub use error::{FolderError, Unlike};
pub use format::{Dialect, Format};
pub use grow::{Growth, There};
pub use hold::Hold;
pub use inputs::Inputs;
pub use kept::Kept;
pub use layout::{LIVES, RESOLVED, SCENARIO};
pub use lives::{LivesFiles, kept, lives_kept};
pub use part::Refusal;
pub use place::{Folder, FolderState, clear_places, default_path, is_own, name_of};
pub use shelf::Shelf;
pub use single::{is_made, may_write, write_file};
pub use store::{Problem, Store, StoreError};
pub use ticket::{Given, Ticket};

pub(crate) use draft::hex;
pub use who::Who;

#[cfg(test)]
mod tests;
