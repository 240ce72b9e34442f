//! # When a part cannot be kept or read
//!
//! What went wrong, with which file, and what to do.

use std::io::ErrorKind;

use crate::ensemble::part::Refusal;
use crate::ensemble::store::{Problem, StoreError};
use crate::text::{Language, Text, text};

/// The fault in words.
pub fn say(error: &StoreError, language: Language) -> String {
    const AGAIN: Text = text(
        "Remove it and go on with --resume: its replicates are run anew.",
        "Verwijder het en ga verder met --resume: de herhalingen erin worden opnieuw doorgerekend.",
    );
    let file = &error.file;
    let in_words = |en: String, nl: String| if language == Language::English { en } else { nl };
    let refused = |what: Text| format!("{file} {}. {}", what.get(language), AGAIN.get(language));
    match &error.problem {
        Problem::Refused(Refusal::Damaged) => refused(text("is damaged", "is beschadigd")),
        Problem::Refused(Refusal::OtherFormat) => {
            refused(text("was written by another version of onfoot", "werd geschreven door een andere versie van onfoot"))
        }
        Problem::Refused(Refusal::OtherDesign) => refused(text("belongs to another scenario", "hoort bij een ander scenario")),
        Problem::Refused(Refusal::OtherPiece) => refused(text("does not hold what its name says", "bevat niet wat zijn naam zegt")),
        Problem::Contradiction => in_words(
            format!("{file} holds other replicates for the same replicates. One of the two machines or versions cannot be trusted."),
            format!(
                "{file} bevat andere herhalingen voor dezelfde herhalingen. Een van de twee machines of versies is niet te vertrouwen."
            ),
        ),
        Problem::Missing(replicate) => in_words(
            format!("Replicate {replicate} of arm {file} has not been run yet."),
            format!("Herhaling {replicate} van variant {file} is nog niet doorgerekend."),
        ),
        Problem::Disk(error) => {
            let why = on_disk(error, language);
            in_words(format!("{file} cannot be read or written: {why}."), format!("{file} kan niet gelezen of geschreven worden: {why}."))
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_named_and_the_remedy_said() {
        let damaged = StoreError { file: "main-1.part".into(), problem: Problem::Refused(Refusal::Damaged) };
        assert_eq!(
            say(&damaged, Language::English),
            "main-1.part is damaged. Remove it and go on with --resume: its replicates are run anew."
        );
        let full = StoreError { file: "main-1.part".into(), problem: Problem::Disk(ErrorKind::StorageFull.into()) };
        assert_eq!(say(&full, Language::Dutch), "main-1.part kan niet gelezen of geschreven worden: de schijf is vol.");
    }
}
