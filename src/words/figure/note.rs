//! # Notes
//!
//! What stands around a figure: what its lines are, what is left out, where it comes from, what its summary lists.

use crate::text::{Language, Text, text};
use crate::words::figure::{Clock, Form, lower_first, value};
use crate::words::number::{count, duration, number};

/// The limits line.
pub const LIMITS: Text =
    text("Model result, not a forecast of any real organisation.", "Modelresultaat, geen voorspelling voor een echte organisatie.");

/// Said when the value axis does not start at zero.
pub const NOT_FROM_ZERO: Text = text("The vertical axis does not start at zero.", "De verticale as begint niet bij nul.");

/// What the lines and bands are: `Line: median of 20 replicates; bands: 50% and 90% of them; each thin line is one replicate.`
pub fn legend(replicates: usize, worlds: usize, thin: bool, language: Language) -> String {
    if worlds > 1 {
        return doubtful(replicates, worlds, thin, language);
    }
    let n = count(replicates as u64, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    match (language, replicates, thin) {
        (Language::English, 1, _) => "One replicate, so no spread.".to_owned(),
        (Language::Dutch, 1, _) => "Eén herhaling, dus geen spreiding.".to_owned(),
        (Language::English, _, true) => {
            format!("Line: median of {n}; bands: the middle 50% and 90% of them; each thin line is one replicate.")
        }
        (Language::Dutch, _, true) => format!("Lijn: mediaan van {n}; banden: de middelste 50% en 90%; elke dunne lijn is één herhaling."),
        (Language::English, _, false) => format!("Lines: median of {n}; light bands: the middle 50% of them."),
        (Language::Dutch, _, false) => format!("Lijnen: mediaan van {n}; lichte banden: de middelste 50%."),
    }
}

/// The same where single replicates are not drawn.
pub fn bands(replicates: usize, language: Language) -> String {
    let n = count(replicates as u64, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    match language {
        Language::English => format!("Line: median of {n}; bands: the middle 50% and 90% of them."),
        Language::Dutch => format!("Lijn: mediaan van {n}; banden: de middelste 50% en 90%."),
    }
}

/// The same for replicates in several worlds; the edges of luck are drawn only where there is `room`.
fn doubtful(replicates: usize, worlds: usize, room: bool, language: Language) -> String {
    let (n, w) = (number(replicates as f64, 0, language), number(worlds as f64, 0, language));
    let (en, nl) = if room {
        (
            "; between the dashed edges: luck, 90% of the replicates in a world",
            "; tussen de streepjes: toeval, 90% van de herhalingen in een wereld",
        )
    } else {
        ("", "")
    };
    match language {
        Language::English => format!("Lines: median of {n} replicates in {w} worlds; filled: doubt, 90% of the worlds{en}."),
        Language::Dutch => format!("Lijnen: mediaan van {n} herhalingen in {w} werelden; gevuld: twijfel, 90% van de werelden{nl}."),
    }
}

/// What trust is, and over whom.
pub fn trust_meaning(teams: &str, language: Language) -> String {
    match language {
        Language::English => format!("Mean chance of trusting, 0 to 1, over all people in {teams}."),
        Language::Dutch => format!("Gemiddelde kans om te vertrouwen, 0 tot 1, over alle mensen in {teams}."),
    }
}

/// Which arm a figure of one arm shows.
pub fn of_arm(name: &str, language: Language) -> String {
    format!("{} “{name}”.", text("Arm", "Variant").get(language))
}

/// Replays that failed, if any.
pub fn failed(failed: usize, language: Language) -> Option<String> {
    let n = count(failed as u64, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    (failed > 0).then(|| match language {
        Language::English => format!("{n} failed and left out."),
        Language::Dutch => format!("{n} mislukt en weggelaten."),
    })
}

/// Arms or teams that are not drawn because there are too many.
pub fn only_first(shown: usize, of: usize, what: Text, language: Language) -> String {
    let (shown, of) = (number(shown as f64, 0, language), number(of as f64, 0, language));
    match language {
        Language::English => format!("The first {shown} of {of} {} are shown.", what.get(language)),
        Language::Dutch => format!("De eerste {shown} van {of} {} zijn getoond.", what.get(language)),
    }
}

/// How small panels are read.
pub fn small_panels(clock: Clock, twin: bool, language: Language) -> String {
    let axis = clock.title().get(language);
    match (language, twin) {
        (Language::English, true) => format!("Horizontal: {axis}; dashed: the twin without a breach."),
        (Language::English, false) => format!("Horizontal: {axis}."),
        (Language::Dutch, true) => format!("Horizontaal: {axis}; gestreept: de tweeling zonder vertrouwensbreuk."),
        (Language::Dutch, false) => format!("Horizontaal: {axis}."),
    }
}

/// Events without a label of their own.
pub fn more_events(n: usize, language: Language) -> String {
    match language {
        Language::English => format!("{n} more events are marked without a label."),
        Language::Dutch => format!("{n} gebeurtenissen zijn zonder naam aangeduid."),
    }
}

/// Where the figure comes from.
pub fn source(version: &str, design: &str, seed: u64, language: Language) -> String {
    let (design_word, seed_word) = (text("design", "ontwerp").get(language), text("seed", "startgetal").get(language));
    format!("onfoot {version}, {design_word} {design}, {seed_word} {seed}")
}

/// A day, seen from a breach: `1 day before`, `that day`, `3 years after`.
pub fn since_breach(days: f64, language: Language) -> String {
    let time = duration(days.abs(), language);
    match (language, days) {
        (Language::English, d) if d < 0.0 => format!("{time} before it"),
        (Language::Dutch, d) if d < 0.0 => format!("{time} ervoor"),
        (Language::English, d) if d > 0.0 => format!("{time} after it"),
        (Language::Dutch, d) if d > 0.0 => format!("{time} erna"),
        (Language::English, _) => "on that day".to_owned(),
        (Language::Dutch, _) => "op die dag".to_owned(),
    }
}

/// What the tiles are.
pub fn tiles_legend(replicate: usize, of: usize, language: Language) -> String {
    match language {
        Language::English => {
            format!(
                "One tile per team, always in the same place; colour and number: the team's mean, 0 to 1. Replicate {replicate} of {of}."
            )
        }
        Language::Dutch => {
            format!(
                "Eén tegel per team, altijd op dezelfde plaats; kleur en getal: het gemiddelde van het team, 0 tot 1. Herhaling {replicate} van {of}."
            )
        }
    }
}

/// One moment of the tiles, in a summary: the mean over teams.
pub fn tiles_mean(title: &str, mean: f64, twin: Option<f64>, language: Language) -> String {
    let mean = number(mean, 2, language);
    match (language, twin) {
        (Language::English, Some(twin)) => format!("{title}: {mean} on average over teams, {} in the twin.", number(twin, 2, language)),
        (Language::English, None) => format!("{title}: {mean} on average over teams."),
        (Language::Dutch, Some(twin)) => format!("{title}: gemiddeld {mean} over de teams, {} bij de tweeling.", number(twin, 2, language)),
        (Language::Dutch, None) => format!("{title}: gemiddeld {mean} over de teams."),
    }
}

/// What the ticks along a bar of the road are.
pub fn steps(clock: Clock, language: Language) -> String {
    let unit = match clock {
        Clock::Days => text("day", "dag"),
        Clock::Weeks => text("week", "week"),
        Clock::Months => text("month", "maand"),
        Clock::Years => text("year", "jaar"),
    };
    match language {
        Language::English => format!("All bars on one scale: each step is one {}.", unit.get(language)),
        Language::Dutch => format!("Alle balken op één schaal: elke stap is één {}.", unit.get(language)),
    }
}

/// The end of a text summary: what each line ends at.
pub fn ends(lines: &[(String, f64)], form: Form, language: Language) -> String {
    let list: Vec<String> = lines.iter().map(|(name, end)| format!("{name} {}", value(*end, form, language))).collect();
    format!("{}: {}.", text("On the last day", "Op de laatste dag").get(language), list.join("; "))
}

/// The events of a text summary.
pub fn happened(events: &[(String, String)], language: Language) -> Option<String> {
    let list: Vec<String> = events.iter().map(|(what, when)| format!("{} ({when})", lower_first(what))).collect();
    (!list.is_empty()).then(|| format!("{}: {}.", text("Events", "Gebeurtenissen").get(language), list.join(", ")))
}

/// Where the arms are that have no panel.
pub const REST_IN_NUMBERS: Text =
    text("The headline and the numbers beside the figure are of all.", "De kop en de getallen naast de figuur gaan over alle.");
/// The same where they differ in one number.
pub const REST_IN_SWEEP: Text = text("The figure sweep shows all of them.", "De figuur sweep toont ze allemaal.");

/// What a breach did to one line, for those who cannot see it: when, the level before, at the turn and at the end, and the
/// return where it was measured.
pub fn fell(
    name: &str,
    when: &str,
    [before, turn, end]: [f64; 3],
    within: Option<f64>,
    back: Option<Option<f64>>,
    form: Form,
    language: Language,
) -> String {
    let [before, turn, end] = [before, turn, end].map(|x| value(x, form, language));
    let time = |days| duration(days, language);
    let home = match (language, back) {
        (_, None) => String::new(),
        (Language::English, Some(None)) => " not back,".to_owned(),
        (Language::Dutch, Some(None)) => " niet terug,".to_owned(),
        (Language::English, Some(Some(days))) => format!(" back after {},", time(days)),
        (Language::Dutch, Some(Some(days))) => format!(" terug na {},", time(days)),
    };
    match (language, within) {
        (Language::English, None) => format!("{name}: breach in {when}, without a visible mark ({before} before, {turn} after)."),
        (Language::Dutch, None) => format!("{name}: vertrouwensbreuk in {when}, zonder zichtbaar spoor ({before} ervoor, {turn} erna)."),
        (Language::English, Some(days)) => {
            format!("{name}: breach in {when}, from {before} to {turn} in {};{home} {end} on the last day.", time(days))
        }
        (Language::Dutch, Some(days)) => {
            format!("{name}: vertrouwensbreuk in {when}, van {before} naar {turn} in {};{home} {end} op de laatste dag.", time(days))
        }
    }
}

/// The finding of a sweep: the outcome at the two values of the key where it is lowest and highest.
pub fn sweep_headline(subject: &str, key: &str, ends: [(String, f64); 2], language: Language) -> String {
    let [(low_at, low), (high_at, high)] = ends.map(|(at, end)| (at, value(end, Form::Index, language)));
    match language {
        _ if low == high && language == Language::English => format!("{subject} ends at {low}, whatever {key} is"),
        _ if low == high => format!("{subject} eindigt op {low}, wat {key} ook is"),
        Language::English => format!("{subject} ends at {high} where {key} is {high_at}, and at {low} where it is {low_at}"),
        Language::Dutch => format!("{subject} eindigt op {high} waar {key} {high_at} is, en op {low} waar het {low_at} is"),
    }
}

/// How a sweep is read.
pub fn sweep_subtitle(arms: usize, key: &str, lives: usize, breach: bool, language: Language) -> String {
    let n = count(lives as u64, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    let (en, nl) = if breach {
        (" Dashed: the lowest point in the 60 days after the breach.", " Gestreept: het dieptepunt in de 60 dagen na de vertrouwensbreuk.")
    } else {
        ("", "")
    };
    match language {
        Language::English => format!(
            "Each point is one of {arms} arms, which differ in {key} alone: trust from 0 to 1 on the last day, median of {n}; band: 90% of them.{en}"
        ),
        Language::Dutch => format!(
            "Elk punt is een van {arms} varianten, die enkel in {key} verschillen: vertrouwen van 0 tot 1 op de laatste dag, mediaan van {n}; band: 90%.{nl}"
        ),
    }
}

/// One point of a sweep, in a summary.
pub fn sweep_line(at: &str, arm: &str, end: f64, lowest: Option<f64>, language: Language) -> String {
    let end = value(end, Form::Index, language);
    match (language, lowest.map(|low| value(low, Form::Index, language))) {
        (Language::English, Some(low)) => format!("{at} ({arm}): {end} on the last day, lowest after the breach {low}."),
        (Language::English, None) => format!("{at} ({arm}): {end} on the last day."),
        (Language::Dutch, Some(low)) => format!("{at} ({arm}): {end} op de laatste dag, laagste na de vertrouwensbreuk {low}."),
        (Language::Dutch, None) => format!("{at} ({arm}): {end} op de laatste dag."),
    }
}
