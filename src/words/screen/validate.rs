//! # What `validate` says

use super::{either, whole};
use crate::text::{Language, Text, text};
use crate::validation::score::{Part, Score, Standing};
use crate::validation::target::{Claim, Target};
use crate::validation::verdict::Verdict;
use crate::words::number::{bracketed, count, number};

/// Heads of the table.
pub const HEADS: [Text; 5] =
    [text("id", "id"), text("finding", "bevinding"), text("asked", "gevraagd"), text("shown, 95 %", "getoond, 95 %"), text("", "")];
/// Above the misses.
pub const MISSES: Text = text("Missed", "Gemist");
/// Above what the tables do not tell.
pub const NOT_TESTABLE: Text = text("Not testable", "Niet toetsbaar");
/// Before the published figure.
pub const PUBLISHED: Text = text("published:", "gepubliceerd:");
/// Before how it was computed.
pub const COMPUTED: Text = text("computed:", "berekend:");
/// Before the reason of a miss.
pub const WHY: Text = text("why:", "waarom:");
/// A miss for which no reason was written down.
pub const NEW: Text = text("it was met at the last release", "bij de vorige uitgave werd ze gehaald");
/// Above the mechanisms.
pub const NEEDED: Text = text(
    "Without a mechanism: findings that are met with it and missed without",
    "Zonder een mechanisme: bevindingen die ermee gehaald en zonder gemist worden",
);
/// No finding needs it.
pub const NONE: Text = text("none", "geen");
/// Opens how a figure is computed.
pub const HOW: Text = text("how it is computed", "hoe het berekend is");
/// Above the findings that are met.
pub const MET: Text = text("Met", "Gehaald");
/// Above those that do not count.
pub const ASIDE: Text = text("Shown, but not counted", "Getoond, maar niet meegeteld");
/// Heads of the reviewers' table.
pub const REVIEW: [Text; 9] = [
    text("finding", "bevinding"),
    text("published", "gepubliceerd"),
    text("asked", "gevraagd"),
    text("", ""),
    text("shown, 95 %", "getoond, 95 %"),
    text("verdict", "oordeel"),
    text("trust moved by nothing", "niets beweegt vertrouwen"),
    text("outcomes moved by nothing", "niets beweegt uitkomsten"),
    text("no mechanism", "geen mechanisme"),
];
/// How the reviewers' table is read.
pub const HOW_TO_READ: Text = text(
    "Band: what is asked. Dot and line: what the model shows, with its 95% interval over replicates. Dashed strokes: what null models show; ✓: a null model meets the finding. After the source: its strength (A to D) and how its number was seen (V: in the source, V2: in a text that cites it, D: derived, M: from memory).",
    "Band: wat gevraagd wordt. Punt en lijn: wat het model toont, met het 95%-interval over herhalingen. Streepjes: wat nulmodellen tonen; ✓: een nulmodel haalt de bevinding. Na de bron: de sterkte (A tot D) en hoe het cijfer gezien is (V: in de bron, V2: in een tekst die ze citeert, D: afgeleid, M: uit het geheugen).",
);

/// Why a finding does not count; empty where it does.
pub fn standing(standing: Standing, language: Language) -> String {
    match standing {
        Standing::Counts => String::new(),
        Standing::Undecided => {
            either(language, "does not count: its number is from memory".into(), "telt niet mee: het cijfer komt uit het geheugen".into())
        }
        Standing::SameAs(id) => {
            either(language, format!("does not count: the same figure as {id}"), format!("telt niet mee: hetzelfde cijfer als {id}"))
        }
        Standing::TellsNothing => {
            either(language, "does not count: every null model meets it".into(), "telt niet mee: elk nulmodel haalt ze".into())
        }
    }
}

/// What the bar counts when null models are lived.
pub const NULLS: Text = text("null models", "nulmodellen");
/// Heads of the scores.
pub const SCORES: [Text; 6] = [
    text("", ""),
    text("met", "gehaald"),
    text("share, 95 %", "aandeel, 95 %"),
    text("trust moved by nothing", "niets beweegt vertrouwen"),
    text("outcomes moved by nothing", "niets beweegt uitkomsten"),
    text("no mechanism", "geen mechanisme"),
];
/// Below the scores.
pub const WHAT_COUNTS: Text = text(
    "Fitted: of sources that the preset was fitted to. Predicted: of all others. A figure that two findings share counts once; what all three null models meet does not count; a direction counts only where the effect matters.",
    "Gefit: van bronnen waaraan de preset gefit is. Voorspeld: van alle andere. Een cijfer dat twee bevindingen delen, telt één keer; wat alle drie de nulmodellen halen, telt niet; een richting telt alleen als het effect ertoe doet.",
);

/// A part of the findings.
pub const fn part(part: Part) -> Text {
    match part {
        Part::Fitted => text("magnitudes, fitted", "groottes, gefit"),
        Part::Predicted => text("magnitudes, predicted", "groottes, voorspeld"),
        Part::Sign => text("directions", "richtingen"),
    }
}

/// A score as a row: what it is, how many are met, the share, and what each null model meets.
pub fn score(score: &Score, language: Language) -> Vec<String> {
    let met = |met: usize| of(met, score.of, language);
    let share = if score.of == 0 { String::new() } else { percent_of(score.share(), language) };
    let first = [part(score.part).get(language).to_owned(), met(score.met), share];
    first.into_iter().chain(score.nulls.map(met)).collect()
}

/// So many of so many.
fn of(met: usize, all: usize, language: Language) -> String {
    either(language, format!("{met} of {all}"), format!("{met} van {all}"))
}

/// A share with its interval, in percent.
fn percent_of(share: [f64; 3], language: Language) -> String {
    format!("{} %", bracketed(share.map(|share| 100.0 * share), 0, language))
}

/// What the bar counts in an ablation.
pub const MECHANISMS: Text = text("mechanisms", "mechanismen");
/// A mark behind findings that do not decide.
pub const SHOWN_ONLY: Text = text(
    "In brackets: the number was written down from memory and does not decide.",
    "Tussen haakjes: het cijfer is uit het geheugen opgeschreven en beslist niet mee.",
);
/// Title of the picture.
pub const TITLE: Text = text("onfoot against published findings", "onfoot tegenover gepubliceerde bevindingen");

/// The verdict in a word.
pub const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Pass => text("pass", "gehaald"),
        Verdict::Miss => text("MISS", "GEMIST"),
        Verdict::NotTestable => text("-", "-"),
    }
}

/// What is asked.
pub fn claim(target: &Target, language: Language) -> String {
    let said = |value: f64| short(value, language);
    match target.claim {
        Claim::Within(low, high) => {
            either(language, format!("{} to {}", said(low), said(high)), format!("{} tot {}", said(low), said(high)))
        }
        Claim::Above(least) if target.matters > 0.0 => format!("≥ {}", said(least + target.matters)),
        Claim::Above(least) => format!("> {}", said(least)),
    }
}

/// A figure with its interval.
pub fn interval(mean: f64, low: f64, high: f64, language: Language) -> String {
    if !mean.is_finite() {
        return either(language, "no value".into(), "geen waarde".into());
    }
    let said = |value: f64| short(value, language);
    format!("{} [{}, {}]", said(mean), said(low), said(high))
}

/// As many places as tell something.
fn short(value: f64, language: Language) -> String {
    let places = match value.abs() {
        size if size >= 10.0 => 1,
        size if size >= 1.0 || size == 0.0 => 2,
        size if size >= 0.1 => 2,
        _ => 3,
    };
    number(value, places, language)
}

/// How many of the strong findings are met, and of all that decide.
pub fn share(strong: (usize, usize), all: (usize, usize), language: Language) -> String {
    let percent = |(met, of): (usize, usize)| number(100.0 * met as f64 / of.max(1) as f64, 0, language);
    let said = |n: usize| whole(n as u64, language);
    either(
        language,
        format!(
            "Of the {} testable findings of strength A and B, {} are met ({} %); of all {} that decide, {} ({} %).",
            said(strong.1),
            said(strong.0),
            percent(strong),
            said(all.1),
            said(all.0),
            percent(all)
        ),
        format!(
            "Van de {} toetsbare bevindingen van sterkte A en B worden er {} gehaald ({} %); van alle {} die meebeslissen {} ({} %).",
            said(strong.1),
            said(strong.0),
            percent(strong),
            said(all.1),
            said(all.0),
            percent(all)
        ),
    )
}

/// What was met at the last release and is not any more.
pub fn lost(ids: &[&str], language: Language) -> String {
    let ids = ids.join(", ");
    either(
        language,
        format!("Met at the last release and missed now: {ids}."),
        format!("Bij de vorige uitgave gehaald en nu gemist: {ids}."),
    )
}

/// What was missed at the last release and is met now.
pub fn won(ids: &[&str], language: Language) -> String {
    let ids = ids.join(", ");
    either(
        language,
        format!("Missed at the last release and met now: {ids}."),
        format!("Bij de vorige uitgave gemist en nu gehaald: {ids}."),
    )
}

/// No finding has a number that begins so.
pub fn no_finding(wanted: &str, language: Language) -> String {
    either(
        language,
        format!("no finding has a number that begins with `{wanted}`; they read like VT-01, VT-22, SF-14a"),
        format!("geen bevinding heeft een nummer dat begint met `{wanted}`; ze zien eruit als VT-01, VT-22, SF-14a"),
    )
}

/// What is about to be done.
pub fn opening(findings: usize, studies: usize, lives: u64, language: Language) -> String {
    let findings = count(
        findings as u64,
        text("published finding", "gepubliceerde bevinding"),
        text("published findings", "gepubliceerde bevindingen"),
        language,
    );
    let studies =
        count(studies as u64, text("simulated study", "gesimuleerde studie"), text("simulated studies", "gesimuleerde studies"), language);
    let lives = count(lives, text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    format!("{findings}, {studies}, {lives}")
}

/// Where it is written.
pub fn written(folder: &str, language: Language) -> String {
    either(
        language,
        format!("Written: {folder}/validation.html (every finding, misses first), validation.csv and figures/validation.png"),
        format!("Geschreven: {folder}/validation.html (elke bevinding, wat gemist is eerst), validation.csv en figures/validation.png"),
    )
}

/// The headline of the picture.
pub fn headline(strong: (usize, usize), language: Language) -> String {
    either(
        language,
        format!("{} of {} well-founded findings are met", strong.0, strong.1),
        format!("{} van {} goed onderbouwde bevindingen worden gehaald", strong.0, strong.1),
    )
}

/// How to read the picture.
pub const SUBTITLE: Text = text(
    "Band: what is asked, brought to the same width. Dot and line: simulated figure with its 95 % interval over replicates. Strength of the finding before its name.",
    "Band: wat gevraagd wordt, op dezelfde breedte gebracht. Punt en lijn: gesimuleerd cijfer met 95%-interval over herhalingen. Voor de naam: de sterkte van de bevinding.",
);
/// Notes of the picture.
pub const NOTE: Text = text("Filled: met. Open: missed. Grey: does not decide.", "Gevuld: gehaald. Open: gemist. Grijs: beslist niet mee.");

/// Interrupted while mechanisms were turned off: the findings with all of them are kept.
pub const STOPPED_BETWEEN: Text =
    text("Interrupted; validation.csv is written, ablation.csv is not.", "Onderbroken; validation.csv is geschreven, ablation.csv niet.");
