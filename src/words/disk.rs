//! # When the disk says no

use std::io::ErrorKind;

use crate::text::{Language, text};

/// Why the disk says no: in our words where it is often the reason.
pub fn on_disk(error: &std::io::Error, language: Language) -> String {
    let why = match error.kind() {
        ErrorKind::StorageFull => text("the disk is full", "de schijf is vol"),
        ErrorKind::QuotaExceeded => text("the quota of the disk is used up", "het schijfquotum is op"),
        ErrorKind::FileTooLarge => text("a file may not become so large here", "een bestand mag hier niet zo groot worden"),
        ErrorKind::PermissionDenied => text("permission denied", "geen toestemming"),
        _ => return error.to_string(),
    };
    why.get(language).to_owned()
}
