//! # Words on the figure of what repairs win back

use crate::scenario::{BreachKind, Referent};
use crate::text::{Language, Text, text};
use crate::words::number::{bracketed, count, duration, number, percent};
use crate::words::screen::card::FIT;
use crate::words::screen::either;

/// In a tile: no difference that can be told from luck.
pub const NOTHING: &str = "≈ 0";
/// The signs in the tiles.
pub const SIGNS: Text = text(
    "≈ 0: cannot be told apart from nothing, for its 95% interval holds 0. Framed: the most in its column. Orange: trust fell further.",
    "≈ 0: niet te onderscheiden van niets, want het 95%-interval bevat 0. Omkaderd: het meeste in de kolom. Oranje: het vertrouwen daalde verder.",
);
/// What a repair brings by itself is not in the tiles.
pub const HEALED_ONLY: Text = text(
    "What the same repair wins where nothing was broken is taken off, for better rules or ways are no healing; what it costs is left in.",
    "Wat hetzelfde herstel wint waar niets geschonden werd, is eraf getrokken: betere regels of gewoonten helen niets; wat het kost, telt mee.",
);
/// What a repair brings by itself is in the tiles.
pub const ALL_OF_IT: Text = text(
    "All that the repair changes counts, also what better rules or ways would have brought without any breach.",
    "Alles wat het herstel verandert, telt mee, ook wat betere regels of gewoonten zonder vertrouwensbreuk hadden gebracht.",
);
/// The sign in a tile of which nothing is known.
pub const UNKNOWN: Text = text("–: not tried, or nothing lost that can be told.", "–: niet geprobeerd, of geen verlies te onderscheiden.");
/// Of a row that has no tile.
pub const REPAIRS: Text = text("repairs", "herstelacties");

/// A kind of breach, as a column head.
pub fn kind(kind: BreachKind, language: Language) -> &'static str {
    FIT[kind as usize].get(language)
}

/// Below the head of a column: how much trust there was to win back.
pub fn lost(loss: f64, language: Language) -> String {
    let loss = number(loss, 2, language);
    either(language, format!("{loss} lost"), format!("{loss} verloren"))
}

/// A share without decimals: a share of a small loss is no surer than that.
pub fn share(share: f64, language: Language) -> String {
    percent(share, 0, language)
}

/// The finding: which repair wins back the most, for which kinds of breach; and the kinds for which none does.
pub fn headline(days: f64, best: &[(String, Vec<(BreachKind, f64)>)], none: &[BreachKind], language: Language) -> String {
    let time = duration(days, language);
    let of = |(repair, kinds): &(String, Vec<(BreachKind, f64)>)| {
        let kinds: Vec<String> = kinds.iter().map(|(of, won)| format!("{} {}", kind(*of, language), share(*won, language))).collect();
        format!("{} ({})", super::lower_first(repair), kinds.join(", "))
    };
    let best: Vec<String> = best.iter().map(of).collect();
    let none: Vec<&str> = none.iter().map(|of| kind(*of, language)).collect();
    let said = match (best.is_empty(), none.is_empty()) {
        (true, _) => either(language, "no repair".to_owned(), "geen enkel herstel".to_owned()),
        (false, true) => best.join(", "),
        (false, false) => format!("{}; {} ({})", best.join(", "), text("none", "geen").get(language), none.join(", ")),
    };
    either(
        language,
        format!("Wins back most, {time} after the breach: {said}"),
        format!("Wint het meeste terug, {time} na de vertrouwensbreuk: {said}"),
    )
}

/// How the tiles are read.
pub fn subtitle(by: Referent, days: f64, twin: bool, lives: usize, language: Language) -> String {
    let n = count(lives as u64, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    let time = duration(days, language);
    let whose = super::lower_first(super::referent_subject(by).get(language));
    let whole = match (twin, language) {
        (true, Language::English) => "as in the twin, where it was not broken",
        (true, Language::Dutch) => "als in de tweeling, waar het niet geschonden werd",
        (false, Language::English) => "as on the day before the breach",
        (false, Language::Dutch) => "als op de dag voor de breuk",
    };
    match language {
        Language::English => format!(
            "Share of the lost {whose} that this repair has won back {time} after the breach; mean of {n}, paired. 0%: as without this repair; 100%: {whole}."
        ),
        Language::Dutch => format!(
            "Deel van het verlies dat dit herstel {time} na de vertrouwensbreuk goedmaakte, voor {whose}; gemiddelde van {n}, gepaard. 0%: als zonder dit herstel; 100%: {whole}."
        ),
    }
}

/// One repair in a summary.
pub fn one(repair: &str, won: [f64; 3], language: Language) -> String {
    let [share, low, high] = won.map(|share| 100.0 * share);
    format!("{} {}%", super::lower_first(repair), bracketed([share, low, high], 0, language))
}

/// A column in a summary: the repairs that won back the most, the one that won back the least, and those of which nothing can be told.
pub fn column(of: BreachKind, loss: f64, most: &[String], least: Option<&str>, unsure: &[String], language: Language) -> String {
    let (kind, lost, dutch) = (super::upper_first(kind(of, language)), lost(loss, language), language == Language::Dutch);
    let mut said = Vec::new();
    if !most.is_empty() {
        let head = if dutch { "het meeste teruggewonnen, met het 95%-interval" } else { "most won back, with the 95% interval" };
        said.push(format!("{head}: {}", most.join(", ")));
    }
    said.extend(least.map(|least| format!("{}: {least}", if dutch { "het minste" } else { "least" })));
    if !unsure.is_empty() {
        let head = if dutch { "niet te onderscheiden van niets" } else { "not to be told apart from nothing" };
        said.push(format!("{head}: {}", unsure.join(", ")));
    }
    if said.is_empty() { String::new() } else { format!("{kind} ({lost}): {}.", said.join("; ")) }
}
