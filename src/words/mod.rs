//! # Words
//!
//! All that onfoot says to people, in English and in Dutch.

pub mod fault;
