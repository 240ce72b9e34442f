//! # What a sweep says

use super::quantity::{clock, size};
use super::{either, whole};
use crate::comparison::factor::{AnswerFindings, FactorEffect, Index, LevelMean};
use crate::scenario::sweep::{ARMS, Design, Factor, Level, Sweep};
use crate::text::{Language, Text, text};
use crate::words::number::{bracketed, number};
use crate::words::unit::unit;

/// Heads of the table of a factor's levels.
pub const HEADS: [Text; 4] = [text("", ""), text("level", "niveau"), text("mean", "gemiddelde"), text("95 % interval", "95%-interval")];
/// The head of the weights.
pub const WEIGHT: Text = text("of what differs", "van wat verschilt");
/// Above the sentences.
pub const WEIGHS: Text = text("What weighs most", "Wat het zwaarst weegt");
/// A page without a title.
pub const SWEEP: Text = text("A sweep", "Een sweep");
/// Above the pictures.
pub const PICTURES: Text = text("Pictures", "Beelden");
/// Above the tables of levels.
pub const LEVELS: Text = text("Level by level", "Niveau per niveau");
/// How a map is read.
pub const MAP: Text = text(
    "Each tile is the mean over all points there, whatever their other factors; an empty tile has none.",
    "Elke tegel is het gemiddelde over alle punten daar, wat hun andere factoren ook zijn; een lege tegel heeft er geen.",
);
/// Above the verdicts.
pub const EXPECTED: Text = text("What was expected", "Wat verwacht werd");
/// A label of `check`.
pub const POINTS: Text = text("Points", "Punten");
/// A label of `check`.
pub const FACTORS: Text = text("Factors", "Factoren");
/// All is lived.
pub const WRITING: Text = text("  writing tables, figures, page ...", "  tabellen, figuren, pagina worden geschreven ...");
/// What a bar counts.
pub const LIVES: Text = text("replicates", "herhalingen");

/// The design in words.
pub const fn design(design: Design) -> Text {
    match design {
        Design::Factorial => text("every combination of levels", "elke combinatie van niveaus"),
        Design::List => text("levels row by row", "niveaus rij per rij"),
        Design::Lhs => text("Latin hypercube", "Latijnse hyperkubus"),
        Design::Sobol => text("samples for the indices of Sobol'", "steekproeven voor de indices van Sobol'"),
        Design::Morris => text("paths of Morris", "paden van Morris"),
    }
}

/// A factor in a few words: the last words of its key.
pub fn factor(factor: &Factor, language: Language) -> String {
    if factor.path == ARMS {
        return text("arm", "variant").get(language).to_owned();
    }
    let parts: Vec<&str> = factor.path.split('.').collect();
    match parts.as_slice() {
        ["event" | "repair", id, rest @ ..] => format!("{id} {}", rest.join(" ")).replace('_', " "),
        [_, rest @ ..] if !rest.is_empty() => rest.join(" ").replace('_', " "),
        _ => factor.path.clone(),
    }
}

/// `27 points × 20 replicates = 540`.
pub fn lives(sweep: &Sweep, replicates: u32, worlds: u32, language: Language) -> String {
    let points = whole(sweep.points.len() as u64, language);
    let all = whole(sweep.points.len() as u64 * u64::from(replicates) * u64::from(worlds), language);
    let each = whole(u64::from(replicates), language);
    if worlds > 1 {
        let worlds = whole(u64::from(worlds), language);
        return either(
            language,
            format!("{points} points × {worlds} worlds × {each} replicates = {all}"),
            format!("{points} punten × {worlds} werelden × {each} herhalingen = {all}"),
        );
    }
    either(language, format!("{points} points × {each} replicates = {all}"), format!("{points} punten × {each} herhalingen = {all}"))
}

/// `27 points, 20 replicates each`.
pub fn lived(points: u64, replicates: u32, language: Language) -> String {
    let (points, replicates) = (whole(points, language), whole(u64::from(replicates), language));
    either(language, format!("{points} points, {replicates} replicates each"), format!("{points} punten, elk {replicates} herhalingen"))
}

/// That only the heaviest factors are shown.
pub fn only_heaviest(shown: usize, all: usize, language: Language) -> String {
    either(
        language,
        format!("The {shown} heaviest of {all} factors are shown."),
        format!("De {shown} zwaarste van {all} factoren staan hier."),
    )
}

/// An index in words.
pub fn kind(kind: &str) -> Text {
    match kind {
        "total" => text(
            "share of what differs between points in which a factor takes part",
            "deel van wat tussen punten verschilt waaraan een factor deelneemt",
        ),
        "first_order" => text(
            "share of what differs between points that a factor explains by itself",
            "deel van wat tussen punten verschilt dat een factor op zich verklaart",
        ),
        _ => text(
            "mean size of what a factor does over its whole range; shade against the heaviest of its column",
            "gemiddelde grootte van wat een factor over het hele bereik doet; tint tegenover de zwaarste van de kolom",
        ),
    }
}

/// What a map shows.
pub fn map_headline(found: &AnswerFindings, [x, y]: &[String; 2], [low, high]: [f64; 2], language: Language) -> String {
    let outcome = found.answer.name.get(language);
    let [low, high] = [low, high].map(|value| number(value, decimals(found), language));
    either(
        language,
        format!("{outcome}: from {low} to {high} over {x} and {y}"),
        format!("{outcome}: van {low} tot {high} over {x} en {y}"),
    )
}

/// The design and its factors.
pub fn laid(sweep: &Sweep, language: Language) -> String {
    let names: Vec<&str> = sweep.factors.iter().map(|factor| factor.path.as_str()).collect();
    format!("{}: {}", design(sweep.design).get(language), names.join(", "))
}

/// How long and how large, before it starts.
pub fn takes(seconds: f64, bytes: f64, language: Language) -> String {
    let (time, size) = (clock(seconds, language), size(bytes, language));
    either(language, format!("at most {time}, {size} on disk"), format!("hoogstens {time}, {size} op schijf"))
}

/// An outcome with its unit.
pub fn answer(found: &AnswerFindings, language: Language) -> String {
    format!("{} ({})", found.answer.name.get(language), unit(found.answer.unit, language))
}

/// Decimals of an outcome.
pub fn decimals(found: &AnswerFindings) -> usize {
    match found.mean.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 3,
    }
}

/// A level of a factor, a bin by its ends.
pub fn level(level: &LevelMean, language: Language) -> String {
    let short = |value: f64| number(value, if value.abs() >= 20.0 { 0 } else { 2 }, language);
    match (level.bin, level.at) {
        (Some([from, to]), _) => format!("{}..{}", short(from), short(to)),
        (None, at) => written(&level.level, at, language),
    }
}

/// A level of a factor as it is written in the file.
pub fn level_of(level: &Level, language: Language) -> String {
    written(level.plain(), level.number, language)
}

/// A level as it is written, with the digits that stand there; a time keeps its words.
fn written(level: &str, at: Option<f64>, language: Language) -> String {
    match at.filter(|_| level.parse::<f64>().is_ok()) {
        Some(at) => {
            let digits = level.split_once('.').map_or(0, |(_, after)| after.trim_end_matches('0').len());
            number(at, digits.min(4), language)
        }
        None => level.trim_matches('"').to_owned(),
    }
}

/// The mean at a level and its interval.
pub fn mean(level: &LevelMean, decimals: usize, language: Language) -> [String; 2] {
    let [value, low, high] = [level.mean.mean, level.mean.low, level.mean.high].map(|value| number(value, decimals, language));
    let interval = if level.mean.low.is_nan() { String::new() } else { format!("{low}..{high}") };
    [value, interval]
}

/// How much a factor weighs, in a few words; nothing where the design does not tell.
pub fn weight(index: &Index, decimals: usize, language: Language) -> String {
    let share = || share(index, language);
    match index.kind {
        "total" => either(language, format!("{} % in all", share()), format!("{} % in totaal", share())),
        "first_order" => either(language, format!("{} % by itself", share()), format!("{} % op zich", share())),
        "mu_star" => {
            let size = bracketed([index.value, index.interval[0], index.interval[1]], decimals, language);
            either(language, format!("{size} for its whole range"), format!("{size} voor het hele bereik"))
        }
        _ => String::new(),
    }
}

/// A share of the variance in whole per cents, with its interval.
fn share(index: &Index, language: Language) -> String {
    let said = |value: f64| number(100.0 * value, 0, language);
    let [low, high] = index.interval;
    if low.is_finite() { format!("{} [{}..{}]", said(index.value), said(low), said(high)) } else { said(index.value) }
}

/// By which factor an outcome differs most, and how far.
pub fn headline(found: &AnswerFindings, sweep: &Sweep, language: Language) -> String {
    let Some(&first) = found.order().first() else { return String::new() };
    let (name, outcome) = (factor(&sweep.factors[first], language), found.answer.name.get(language));
    let apart = found.factors[first].reach();
    if apart.is_nan() || apart < 1e-9 {
        return either(language, format!("{outcome}: no difference between levels"), format!("{outcome}: geen verschil tussen niveaus"));
    }
    let reach = reach(&found.factors[first], decimals(found).min(2), language);
    either(language, format!("{outcome}: most apart by {name}, {reach}"), format!("{outcome}: grootste verschil naar {name}, {reach}"))
}

/// The same in a sentence, with what that factor weighs.
pub fn heaviest(found: &AnswerFindings, sweep: &Sweep, language: Language) -> String {
    let Some(&first) = found.order().first() else { return String::new() };
    let effect = &found.factors[first];
    let apart = effect.reach();
    if apart.is_nan() || apart < 1e-9 {
        return format!("{}.", headline(found, sweep, language));
    }
    let of = |kind: &str| effect.indices.iter().find(|index| index.kind == kind && index.value.is_finite());
    let why = match (of("total"), of("mu_star"), of("first_order")) {
        (Some(index), ..) => {
            let share = share(index, language);
            either(
                language,
                format!("; it takes part in {share} % of what differs between points"),
                format!("; die factor heeft deel aan {share} % van wat tussen punten verschilt"),
            )
        }
        (None, Some(index), _) => {
            let size = bracketed([index.value, index.interval[0], index.interval[1]], decimals(found), language);
            either(
                language,
                format!("; over its whole range it moves this by {size} on average"),
                format!("; over zijn hele bereik verschuift die factor dit gemiddeld met {size}"),
            )
        }
        (None, None, Some(index)) => {
            let share = share(index, language);
            either(
                language,
                format!("; by itself it explains {share} % of what differs between points"),
                format!("; op zich verklaart die factor {share} % van wat tussen punten verschilt"),
            )
        }
        _ => String::new(),
    };
    format!("{}{why}.", headline(found, sweep, language))
}

/// The lowest level mean and the highest.
fn reach(effect: &FactorEffect, decimals: usize, language: Language) -> String {
    let known = || effect.levels.iter().filter(|level| level.mean.mean.is_finite());
    let low = known().min_by(|one, other| one.mean.mean.total_cmp(&other.mean.mean));
    let high = known().max_by(|one, other| one.mean.mean.total_cmp(&other.mean.mean));
    let Some((low, high)) = low.zip(high) else { return String::new() };
    let (at_low, at_high) = (level(low, language), level(high, language));
    let said = |decimals| [low, high].map(|own| number(own.mean.mean, decimals, language));
    let [low, high] = (decimals..5).map(said).find(|[low, high]| low != high).unwrap_or_else(|| said(decimals));
    either(language, format!("{low} at {at_low}, {high} at {at_high}"), format!("{low} bij {at_low}, {high} bij {at_high}"))
}

/// What the interval of a level holds.
pub fn read(sweep: &Sweep, language: Language) -> String {
    let said = match sweep.design {
        Design::Factorial => text(
            "Every level is averaged over all levels of the other factors. Intervals hold luck (95 %). In all: with everything a factor takes part in; by itself: its own line alone. Luck is taken out of both.",
            "Elk niveau is gemiddeld over alle niveaus van de andere factoren. Intervallen bevatten toeval (95 %). In totaal: met alles waaraan een factor deelneemt; op zich: enkel zijn eigen lijn. Het toeval is uit beide gehaald.",
        ),
        Design::List => text("Intervals hold luck (95 %).", "Intervallen bevatten toeval (95 %)."),
        Design::Lhs => text(
            "A range is told in bins; the other factors vary within them. Intervals hold luck and where the points fell (95 %).",
            "Een bereik is in vakken verdeeld; binnen een vak variëren de andere factoren. Intervallen bevatten toeval en waar de punten vielen (95 %).",
        ),
        Design::Sobol => text(
            "In all: the total index of Sobol', with everything a factor takes part in; by itself: the first-order index. Intervals by drawing the rows again (95 %); luck is taken out.",
            "In totaal: de totale index van Sobol', met alles waaraan een factor deelneemt; op zich: de index van de eerste orde. Intervallen door de rijen opnieuw te trekken (95 %); het toeval is eruit gehaald.",
        ),
        Design::Morris => text(
            "Mean size of what a factor does from the lower to the upper end of its range, over paths (mu*, 95 %). Luck adds to it: what weighs nothing is not at 0.",
            "Gemiddelde grootte van wat een factor doet van het onderste naar het bovenste eind van zijn bereik, over paden (mu*, 95 %). Toeval telt mee: wat niets weegt, staat niet op 0.",
        ),
    };
    said.get(language).to_owned()
}

/// Points are no policies.
pub const NOT_COMPARED: Text = text(
    "this scenario has a [sweep]: onfoot run lives its points and judges hypotheses over its factors; to rank the arms as policies, compare a scenario without [sweep]",
    "dit scenario heeft een [sweep]: onfoot run rekent de punten door en beoordeelt hypothesen over de factoren; om de varianten als beleid te rangschikken, vergelijk een scenario zonder [sweep]",
);
/// A command that looks at one scenario.
pub const ONE_SCENARIO: Text = text(
    "this scenario has a [sweep], and this looks at one scenario: leave [sweep] out, or run one point: onfoot run FILE --point N",
    "dit scenario heeft een [sweep], en dit kijkt naar één scenario: laat [sweep] weg, of reken één punt door: onfoot run BESTAND --point N",
);
/// A folder of a sweep holds no single replicates.
pub const HOLDS_A_SWEEP: Text = text(
    "this folder holds a sweep, which keeps what each replicate came to and not its days; run one point in full: onfoot run FILE --point N",
    "deze map bevat een sweep, die van elke herhaling bewaart waarop ze uitkwam en niet haar dagen; reken één punt volledig door: onfoot run BESTAND --point N",
);

/// There is no such point.
pub fn no_point(point: u32, points: u64, language: Language) -> String {
    let last = whole(points.saturating_sub(1), language);
    match points {
        0 => text(
            "--point is for a scenario with a [sweep]; this one has none",
            "--point dient voor een scenario met een [sweep]; dit heeft er geen",
        )
        .get(language)
        .to_owned(),
        _ => either(
            language,
            format!("there is no point {point}: points are counted from 0, the last is {last}"),
            format!("er is geen punt {point}: punten worden geteld vanaf 0, het laatste is {last}"),
        ),
    }
}
