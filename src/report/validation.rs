//! # `validation.csv`
//!
//! One row for each published finding: what is asked, what the model showed, what came of it.

use super::{codebook, figure};
use crate::folder::{Folder, FolderError, Written};
use crate::table::{Declared, Kind, Table, plain};
use crate::text::{Language, text};
use crate::validation::ablation::Ablation;
use crate::validation::null::{Null, Shipped};
use crate::validation::score::{Part, Standing, standings};
use crate::validation::target::{Claim, Protocol};
use crate::validation::verdict::Judged;

#[rustfmt::skip]
const VALIDATION: &[Declared] = &[
    ("id", Kind::Str, "-", text("Number of the finding.", "Nummer van de bevinding.")),
    ("strength", Kind::Str, "-", text("Strength of the evidence.", "Sterkte van het bewijs.")),
    ("status", Kind::Str, "-", text("How the source was seen.", "Hoe de bron gezien is.")),
    ("decides", Kind::U32, "-", text("1 if it decides on the verdict of the whole.", "1 als ze meetelt voor het oordeel over het geheel.")),
    ("finding", Kind::Str, "-", text("The finding, in the language of the command.", "De bevinding, in de taal van de opdracht.")),
    ("published", Kind::Str, "-", text("What was published.", "Wat gepubliceerd werd.")),
    ("source", Kind::Str, "-", text("Where.", "Waar.")),
    ("part", Kind::Str, "-", text("`fitted` (a magnitude of a source that the preset was fitted to), `predicted` (of another) or `sign` (a direction).", "`fitted` (een grootte uit een bron waaraan de preset gefit is), `predicted` (uit een andere) of `sign` (een richting).")),
    ("standing", Kind::Str, "-", text("`counts` in the scores, `same_figure` as a finding before it, `tells_nothing` (every null model meets it) or `undecided`.", "`counts` (telt mee in de scores), `same_figure` (hetzelfde cijfer als een eerdere bevinding), `tells_nothing` (elk nulmodel haalt ze) of `undecided` (beslist niet mee).")),
    ("matters", Kind::F64, "of the finding", text("How far above `low` an effect must be to matter; 0 where any will do.", "Hoe ver boven `low` een effect moet liggen om ertoe te doen; 0 waar elk effect volstaat.")),
    ("null_trust", Kind::F64, "of the finding", text("The figure where nothing moves trust.", "Het cijfer als niets het vertrouwen beweegt.")),
    ("null_outcomes", Kind::F64, "of the finding", text("The figure where nothing moves outcomes.", "Het cijfer als niets de uitkomsten beweegt.")),
    ("null_all", Kind::F64, "of the finding", text("The figure without any mechanism.", "Het cijfer zonder enig mechanisme.")),
    ("low", Kind::F64, "of the finding", text("Lower end of the band that is asked.", "Ondergrens van de gevraagde band.")),
    ("high", Kind::F64, "of the finding", text("Upper end; empty where there is none.", "Bovengrens; leeg waar er geen is.")),
    ("study", Kind::Str, "-", text("The simulated study.", "De gesimuleerde studie.")),
    ("how", Kind::Str, "-", text("How the simulated figure is computed.", "Hoe het gesimuleerde cijfer berekend is.")),
    ("simulated", Kind::F64, "of the finding", text("The simulated figure, mean.", "Het gesimuleerde cijfer, gemiddelde.")),
    ("mc_error", Kind::F64, "of the finding", text("Monte Carlo error of the mean.", "Montecarlofout van het gemiddelde.")),
    ("lo", Kind::F64, "of the finding", text("Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")),
    ("hi", Kind::F64, "of the finding", text("Upper end.", "Bovengrens.")),
    ("n", Kind::U32, "replicates", text("Replicates that it is from.", "Herhalingen waarvan het komt.")),
    ("verdict", Kind::Str, "-", text("What came of it.", "Wat ervan kwam.")),
    ("last_release", Kind::Str, "-", text("What came of it at the last release: `pass`, `miss` or `not_testable`.", "Wat ervan kwam bij de vorige uitgave: `pass` (gehaald), `miss` (gemist) of `not_testable` (niet toetsbaar).")),
    ("reason", Kind::Str, "-", text("Why it is missed or cannot be tested.", "Waarom ze gemist is of niet te toetsen valt.")),
];

#[rustfmt::skip]
const NULLS: &[Declared] = &[
    ("null", Kind::Str, "-", text("The null model: `trust` or `outcomes` moved by nothing, or no mechanism at `all`.", "Het nulmodel: niets beweegt het vertrouwen (`trust`) of de uitkomsten (`outcomes`), of geen enkel mechanisme (`all`).")),
    ("id", Kind::Str, "-", text("Number of the finding.", "Nummer van de bevinding.")),
    ("simulated", Kind::F64, "of the finding", text("The simulated figure, mean.", "Het gesimuleerde cijfer, gemiddelde.")),
    ("verdict", Kind::Str, "-", text("What came of it.", "Wat ervan kwam.")),
];

#[rustfmt::skip]
const ABLATION: &[Declared] = &[
    ("mechanism", Kind::Str, "-", text("The mechanism that was switched off.", "Het mechanisme dat uitgeschakeld was.")),
    ("id", Kind::Str, "-", text("Number of the finding.", "Nummer van de bevinding.")),
    ("simulated_with", Kind::F64, "of the finding", text("The simulated figure with it.", "Het gesimuleerde cijfer ermee.")),
    ("simulated_without", Kind::F64, "of the finding", text("Without it.", "Zonder.")),
    ("verdict_with", Kind::Str, "-", text("What came of the finding with it.", "Wat van de bevinding kwam ermee.")),
    ("verdict_without", Kind::Str, "-", text("Without it.", "Zonder.")),
];

/// Writes the table into `folder`, which is made if it is not there.
pub fn write(folder: &Folder, judged: &[Judged], nulls: &Shipped, language: Language) -> Result<Written, FolderError> {
    let rows = judged.iter().zip(standings(judged, nulls)).map(|(row, standing)| cells(row, standing, nulls, language));
    plain::write(folder, &Table::declared("validation", VALIDATION), rows)
}

/// Writes what null models show into `nulls.csv`.
pub fn write_nulls(folder: &Folder, nulls: &Shipped) -> Result<Written, FolderError> {
    plain::write(folder, &Table::declared("nulls", NULLS), nulls.cells())
}

/// Writes the codebook of what a validation leaves in `folder`.
pub fn write_codebook(folder: &Folder, nulls: bool, ablated: bool) -> Result<Written, FolderError> {
    let own = [("validation", VALIDATION)].into_iter().chain(nulls.then_some(("nulls", NULLS)));
    let own = own.chain(ablated.then_some(("ablation", ABLATION)));
    let mut tables: Vec<_> = own.map(|(name, columns)| (name.to_owned(), Table::declared(name, columns))).collect();
    tables.extend(figure::tables_of(&[format!("{}/validation.csv", figure::FOLDER)]));
    codebook::write(folder, &tables)
}

/// Writes what becomes of each finding without each mechanism into `ablation.csv`.
pub fn write_ablation(folder: &Folder, with: &[Judged], ablations: &[Ablation]) -> Result<Written, FolderError> {
    let simulated = |row: &Judged| row.estimate.map_or(String::new(), |estimate| estimate.mean.to_string());
    let rows = ablations.iter().flat_map(|ablation| {
        let pairs = with.iter().zip(&ablation.without).filter(|(with, _)| with.estimate.is_some());
        pairs.map(|(with, without)| {
            let names = [ablation.mechanism, with.target.id].map(str::to_owned);
            let numbers = [simulated(with), simulated(without)];
            let verdicts = [with.verdict.key(), without.verdict.key()].map(str::to_owned);
            [&names[..], &numbers, &verdicts].concat()
        })
    });
    plain::write(folder, &Table::declared("ablation", ABLATION), rows)
}

fn cells(row: &Judged, standing: Standing, nulls: &Shipped, language: Language) -> Vec<String> {
    let target = &row.target;
    let number = |value: f64| if value.is_finite() { value.to_string() } else { String::new() };
    let (low, high) = match target.claim {
        _ if row.estimate.is_none() => (f64::NAN, f64::NAN),
        Claim::Within(low, high) => (low, high),
        Claim::Above(least) => (least, f64::NAN),
    };
    let (study, how, why) = match target.protocol {
        Protocol::Computed { study, how, .. } => (study.name(), how.get(language), target.missed.map_or("", |why| why.get(language))),
        Protocol::NotTestable(why) => ("", "", why.get(language)),
    };
    let last = match (row.estimate.is_some(), target.missed) {
        (false, _) => "not_testable",
        (true, None) => "pass",
        (true, Some(_)) => "miss",
    };
    let estimate = |pick: fn(&crate::analysis::interval::Estimate) -> f64| row.estimate.as_ref().map_or(String::new(), |e| number(pick(e)));
    vec![
        target.id.to_owned(),
        target.strength.key().to_owned(),
        target.status.key().to_owned(),
        u8::from(target.decides()).to_string(),
        target.finding.get(language).to_owned(),
        target.published.to_owned(),
        target.source.to_owned(),
        Part::of(target).key().to_owned(),
        standing.key().to_owned(),
        target.matters.to_string(),
        number(nulls.simulated(Null::Trust, target.id)),
        number(nulls.simulated(Null::Outcomes, target.id)),
        number(nulls.simulated(Null::All, target.id)),
        number(low),
        number(high),
        study.to_owned(),
        how.to_owned(),
        estimate(|e| e.mean),
        estimate(|e| e.error),
        estimate(|e| e.low),
        estimate(|e| e.high),
        row.estimate.map_or(String::new(), |e| e.n.to_string()),
        row.verdict.key().to_owned(),
        last.to_owned(),
        why.to_owned(),
    ]
}
