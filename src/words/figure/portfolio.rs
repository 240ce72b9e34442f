//! # Words on the figure of a front

use crate::text::{Language, Text, text};
use crate::words::number::{count, number, percent};
use crate::words::screen::either;
use crate::words::screen::portfolio::at_cost;

/// Along the plane.
pub const COST_AXIS: Text = text("cost beyond doing nothing, in person-days", "kosten tegenover niets doen, in persoonsdagen");
/// A finding: nothing helps.
pub const NOTHING_WON: Text = text("No combination of repairs wins trust back", "Geen enkele combinatie van herstel wint vertrouwen terug");

/// What the plane shows.
pub fn subtitle(lives: u32, worlds: u32, language: Language) -> String {
    let lives = number(lives.into(), 0, language);
    let worlds = match (worlds, language) {
        (1, _) => String::new(),
        (n, Language::English) => format!(" in {n} worlds"),
        (n, Language::Dutch) => format!(" in {n} werelden"),
    };
    either(
        language,
        format!(
            "Beside doing nothing: mean of {lives} replicates{worlds}, bars are its 95% interval. Filled and joined: steps, each clearly and materially better than the one before. \
             Ring: no other is at least as good on every count. Dot: another is. The larger, the more departures avoided."
        ),
        format!(
            "Tegenover niets doen: gemiddelde van {lives} herhalingen{worlds}, balken zijn het 95%-interval. Vol en verbonden: stappen, elk duidelijk en merkbaar beter dan de vorige. \
             Ring: geen andere is op alle punten minstens even goed. Stip: een andere is dat wel. Hoe groter, hoe meer vermeden vertrekken."
        ),
    )
}

/// A finding: nearly the most for less.
pub fn nearly(name: &str, won: f64, cost: f64, top: [f64; 2], language: Language) -> String {
    let (part, paid) = (percent(won / top[0], 0, language), at_cost(cost, language));
    // The sign is said in words, once where both have the same.
    let days = number(top[1].abs(), 0, language);
    let of = match (cost < 0.0, top[1] < 0.0) {
        (one, other) if one == other => days,
        (_, true) => either(language, format!("saves {days}"), format!("bespaart {days}")),
        (_, false) => either(language, format!("costs {days}"), format!("kost {days}")),
    };
    either(
        language,
        format!("“{name}” wins back {part} of the most, {paid} (the most: {of})"),
        format!("“{name}” herwint {part} van het meeste, {paid} (het meeste: {of})"),
    )
}

/// A member of the front, in a summary.
pub fn line(name: &str, made_of: &str, cost: f64, won: [f64; 3], avoided: f64, is_step: bool, language: Language) -> String {
    let cost = number(cost, 0, language);
    let [won, low, high] = won.map(|value| number(value, 1, language));
    let avoided = number(avoided, 1, language);
    let (en, nl) = if is_step { ("; filled", "; vol") } else { ("", "") };
    either(
        language,
        format!("{name} ({made_of}): {cost} person-days, {won} trust-days a head [{low} to {high}], {avoided} departures avoided{en}."),
        format!(
            "{name} ({made_of}): {cost} persoonsdagen, {won} vertrouwensdagen per hoofd [{low} tot {high}], {avoided} vermeden vertrekken{nl}."
        ),
    )
}

/// Names without room.
pub fn unlabelled(lost: usize, language: Language) -> String {
    let n = count(lost as u64, text("portfolio has", "combinatie heeft"), text("portfolios have", "combinaties hebben"), language);
    either(language, format!("{n} no room for a name."), format!("{n} geen plaats voor een naam."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_and_what_is_paid_are_told_apart() {
        let said = |cost, top| nearly("p5", 80.0, cost, [100.0, top], Language::English);
        assert_eq!(said(-99.0, -10.0), "“p5” wins back 80% of the most, and saves 99 person-days (the most: 10)");
        assert_eq!(said(99.0, 210.0), "“p5” wins back 80% of the most, for 99 person-days (the most: 210)");
        assert_eq!(said(-99.0, 10.0), "“p5” wins back 80% of the most, and saves 99 person-days (the most: costs 10)");
        assert!(nearly("p5", 80.0, -99.0, [100.0, 10.0], Language::Dutch).ends_with("en bespaart 99 persoonsdagen (het meeste: kost 10)"));
    }
}
