//! # What `lock` says

use super::either;
use crate::text::{Language, text};
use crate::words::number::count;

/// It is locked.
pub fn locked(design: &str, at: &str, hypotheses: u64, file: &str, language: Language) -> String {
    let with = match hypotheses {
        0 => text("without hypotheses", "zonder hypothesen").get(language).to_owned(),
        n => {
            text("with ", "met ").get(language).to_owned()
                + &count(n, text("hypothesis", "hypothese"), text("hypotheses", "hypothesen"), language)
        }
    };
    either(
        language,
        format!("design {design}\nlocked {at}, {with}, in {file}"),
        format!("ontwerp {design}\nvastgelegd {at}, {with}, in {file}"),
    )
}

/// Another design was locked before.
pub fn other(file: &str, at: &str, language: Language) -> String {
    either(
        language,
        format!("`{file}` holds another design, locked {at}: what is to be tested has changed since; --force locks it anew"),
        format!(
            "`{file}` bevat een ander ontwerp, vastgelegd {at}: wat getoetst wordt, is sindsdien veranderd; --force legt het opnieuw vast"
        ),
    )
}

/// A run of the design that was locked.
pub fn kept(at: &str, language: Language) -> String {
    either(language, format!("design as locked {at}"), format!("ontwerp zoals vastgelegd {at}"))
}

/// What results say of the lock of their design.
pub fn held(file: &str, at: &str, same: bool, language: Language) -> String {
    if same {
        either(
            language,
            format!("This design was locked {at}, before it was run ({file})."),
            format!("Dit ontwerp werd vastgelegd {at}, voor het werd uitgevoerd ({file})."),
        )
    } else {
        either(
            language,
            format!("This is not the design that was locked {at} ({file}): something was changed since."),
            format!("Dit is niet het ontwerp dat vastgelegd werd {at} ({file}): er is sindsdien iets veranderd."),
        )
    }
}

/// A run of another design than was locked.
pub fn changed(at: &str, language: Language) -> String {
    either(
        language,
        format!("note: this is not the design that was locked {at}; something was changed since"),
        format!("let op: dit is niet het ontwerp dat vastgelegd werd {at}; er is sindsdien iets veranderd"),
    )
}
