//! # What `sensitivity` says

use super::{either, whole};
use crate::doubt::Headline;
use crate::scenario::YEAR;
use crate::text::{Language, Text, text};
use crate::words::figure::referent;
use crate::words::number::number;

/// Heads of the table of arms.
pub const ARMS: [Text; 4] = [
    text("", ""),
    text("mean", "gemiddelde"),
    text("luck (SD over replicates)", "toeval (SA over herhalingen)"),
    text("doubt (SD over worlds)", "twijfel (SA over werelden)"),
];
/// No parameter stands out.
pub const NONE: Text = text(
    "No single parameter stands out among these worlds; more worlds may tell (--worlds).",
    "Geen enkele parameter springt eruit in deze werelden; meer werelden kunnen het tonen (--worlds).",
);
/// How to read it.
pub const READ: Text = text(
    "Luck: other dice, the same values. Doubt: other values, each parameter moved by up to 2, 5 or 10 % of the room to its bounds (measured, related, assumed), all at once, in worlds that meet the published levels. The bounds are those of the model, not of what is plausible: the order counts, not the size.",
    "Toeval: andere toevalsgetallen, dezelfde waarden. Twijfel: andere waarden; elke parameter verschuift met hoogstens 2, 5 of 10 % van de ruimte tot zijn grenzen (gemeten, verwant, aangenomen), alle tegelijk, in werelden die de gepubliceerde niveaus halen. De grenzen zijn die van het model, niet van wat aannemelijk is: de volgorde telt, niet de grootte.",
);

/// What is looked at.
pub fn headline(headline: Headline, language: Language) -> String {
    let whom = referent(headline.referent).get(language).to_lowercase();
    let year = number(f64::from(headline.from) / f64::from(YEAR), 1, language);
    if headline.lost {
        either(
            language,
            format!("What is missing of {whom} against the twin, mean over all days from year {year} on, 0 to 1"),
            format!("Wat er van {whom} ontbreekt tegenover de tweeling, gemiddeld over alle dagen vanaf jaar {year}, 0 tot 1"),
        )
    } else {
        either(
            language,
            format!("Mean of {whom} over all days from year {year} on, 0 to 1"),
            format!("Gemiddelde van {whom} over alle dagen vanaf jaar {year}, 0 tot 1"),
        )
    }
}

/// Above the drivers of an arm.
pub fn hangs_on(arm: &str, language: Language) -> String {
    either(
        language,
        format!("{arm}: what it hangs on, and the change from the lower to the upper end"),
        format!("{arm}: waar het van afhangt, en de verandering van het onderste naar het bovenste eind"),
    )
}

/// What is about to be done.
pub fn opening(parameters: usize, worlds: u32, lives: u64, language: Language) -> String {
    let (parameters, worlds, lives) = (whole(parameters as u64, language), whole(u64::from(worlds), language), whole(lives, language));
    either(
        language,
        format!("{parameters} parameters moved in {worlds} worlds, {lives} replicates"),
        format!("{parameters} parameters verschoven in {worlds} werelden, {lives} herhalingen"),
    )
}

/// Where it is written.
pub fn written(folder: &str, language: Language) -> String {
    either(
        language,
        format!("Written: {folder}/sensitivity.csv and worlds.csv"),
        format!("Geschreven: {folder}/sensitivity.csv en worlds.csv"),
    )
}
