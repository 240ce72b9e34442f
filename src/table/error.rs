//! # Why a table could not be written

use crate::folder::FolderError;

/// Why a table could not be written: the folder's reasons, for a table has none of its own.
pub type TableError = FolderError;
