//! # `validation.csv`
//!
//! One row for each published finding: what is asked, what the model showed, what came of it.

use super::codebook;
use super::figure;
use super::page::reviewers::{self, Review};
use crate::folder::layout::FIGURES;
use crate::folder::manifest::VERSION;
use crate::folder::{Folder, FolderError, Written};
use crate::study::Trouble;
use crate::table::{Declaration, write_in_digits};
use crate::text::Language;
use crate::validation::ablation::Ablation;
use crate::validation::null::{self, Null, Shipped};
use crate::validation::score::{Part, Standing, standings};
use crate::validation::target::{Claim, Protocol};
use crate::validation::verdict::{Judged, Verdict};

/// A finding and what came of it.
struct Row<'a> {
    judged: &'a Judged,
    standing: Standing,
    nulls: &'a Shipped,
    language: Language,
}

impl Row<'_> {
    fn null(&self, null: Null) -> f64 {
        self.nulls.simulated(null, self.judged.target.id)
    }

    /// The band that is asked.
    fn asked(&self) -> [f64; 2] {
        match self.judged.target.claim {
            _ if self.judged.estimate.is_none() => [f64::NAN; 2],
            Claim::Within(low, high) => [low, high],
            Claim::Above(least) => [least, f64::NAN],
        }
    }

    /// The study, how its figure is computed, and why it is missed or cannot be tested.
    fn words(&self) -> [&'static str; 3] {
        let (target, language) = (&self.judged.target, self.language);
        match target.protocol {
            Protocol::Computed { study, how, .. } => [study.name(), how.get(language), target.missed.map_or("", |why| why.get(language))],
            Protocol::NotTestable(why) => ["", "", why.get(language)],
        }
    }

    fn last_release(&self) -> &'static str {
        match (self.judged.estimate.is_some(), self.judged.target.missed) {
            (false, _) => "not_testable",
            (true, None) => "pass",
            (true, Some(_)) => "miss",
        }
    }
}

/// What `validation.csv` is.
#[rustfmt::skip]
fn validation_table<'a>() -> Declaration<Row<'a>> {
    Declaration::named("validation")
        .column("id", "-", |row: &Row<'a>| row.judged.target.id, "Number of the finding.", "Nummer van de bevinding.")
        .column("strength", "-", |row| row.judged.target.strength.key(), "Strength of the evidence.", "Sterkte van het bewijs.")
        .column("status", "-", |row| row.judged.target.status.key(), "How the source was seen.", "Hoe de bron gezien is.")
        .column("decides", "-", |row| row.judged.target.decides(), "1 if it decides on the verdict of the whole.", "1 als ze meetelt voor het oordeel over het geheel.")
        .column("finding", "-", |row| row.judged.target.finding.get(row.language), "The finding, in the language of the command.", "De bevinding, in de taal van de opdracht.")
        .column("published", "-", |row| row.judged.target.published, "What was published.", "Wat gepubliceerd werd.")
        .column("source", "-", |row| row.judged.target.source, "Where.", "Waar.")
        .column("part", "-", |row| Part::of(&row.judged.target).key(),
            "`fitted` (a magnitude of a source that the preset was fitted to), `predicted` (of another) or `sign` (a direction).",
            "`fitted` (een grootte uit een bron waaraan de preset gefit is), `predicted` (uit een andere) of `sign` (een richting).")
        .column("standing", "-", |row| row.standing.key(),
            "`counts` in the scores, `same_figure` as a finding before it, `tells_nothing` (every null model meets it) or `undecided`.",
            "`counts` (telt mee in de scores), `same_figure` (hetzelfde cijfer als een eerdere bevinding), `tells_nothing` (elk nulmodel haalt ze) of `undecided` (beslist niet mee).")
        .column("matters", "of the finding", |row| row.judged.target.matters,
            "How far above `low` an effect must be to matter; 0 where any will do.",
            "Hoe ver boven `low` een effect moet liggen om ertoe te doen; 0 waar elk effect volstaat.")
        .column("null_trust", "of the finding", |row| row.null(Null::Trust), "The figure where nothing moves trust.", "Het cijfer als niets het vertrouwen beweegt.")
        .column("null_outcomes", "of the finding", |row| row.null(Null::Outcomes), "The figure where nothing moves outcomes.", "Het cijfer als niets de uitkomsten beweegt.")
        .column("null_all", "of the finding", |row| row.null(Null::All), "The figure without any mechanism.", "Het cijfer zonder enig mechanisme.")
        .column("low", "of the finding", |row| row.asked()[0], "Lower end of the band that is asked.", "Ondergrens van de gevraagde band.")
        .column("high", "of the finding", |row| row.asked()[1], "Upper end; empty where there is none.", "Bovengrens; leeg waar er geen is.")
        .column("study", "-", |row| row.words()[0], "The simulated study.", "De gesimuleerde studie.")
        .column("how", "-", |row| row.words()[1], "How the simulated figure is computed.", "Hoe het gesimuleerde cijfer berekend is.")
        .column("simulated", "of the finding", |row| row.judged.estimate.map(|own| own.mean), "The simulated figure, mean.", "Het gesimuleerde cijfer, gemiddelde.")
        .column("mc_error", "of the finding", |row| row.judged.estimate.map(|own| own.error), "Monte Carlo error of the mean.", "Montecarlofout van het gemiddelde.")
        .column("lo", "of the finding", |row| row.judged.estimate.map(|own| own.low), "Lower end of its 95 % interval.", "Ondergrens van het 95%-interval.")
        .column("hi", "of the finding", |row| row.judged.estimate.map(|own| own.high), "Upper end.", "Bovengrens.")
        .column("n", "replicates", |row| row.judged.estimate.map(|own| own.n as u32), "Replicates that it is from.", "Herhalingen waarvan het komt.")
        .column("verdict", "-", |row| row.judged.verdict.key(), "What came of it.", "Wat ervan kwam.")
        .column("last_release", "-", Row::last_release,
            "What came of it at the last release: `pass`, `miss` or `not_testable`.",
            "Wat ervan kwam bij de vorige uitgave: `pass` (gehaald), `miss` (gemist) of `not_testable` (niet toetsbaar).")
        .column("reason", "-", |row| row.words()[2], "Why it is missed or cannot be tested.", "Waarom ze gemist is of niet te toetsen valt.")
}

/// What `nulls.csv` is.
#[rustfmt::skip]
fn nulls_table() -> Declaration<null::Row> {
    Declaration::named("nulls")
        .column("null", "-", |row: &null::Row| row.null.clone(),
            "The null model: `trust` or `outcomes` moved by nothing, or no mechanism at `all`.",
            "Het nulmodel: niets beweegt het vertrouwen (`trust`) of de uitkomsten (`outcomes`), of geen enkel mechanisme (`all`).")
        .column("id", "-", |row| row.id.clone(), "Number of the finding.", "Nummer van de bevinding.")
        .column("simulated", "of the finding", |row| row.simulated, "The simulated figure, mean.", "Het gesimuleerde cijfer, gemiddelde.")
        .column("verdict", "-", |row| if row.met { Verdict::Pass.key() } else { Verdict::Miss.key() }, "What came of it.", "Wat ervan kwam.")
}

/// A finding with and without a mechanism.
struct Ablated<'a> {
    mechanism: &'static str,
    with: &'a Judged,
    without: &'a Judged,
}

/// What `ablation.csv` is.
#[rustfmt::skip]
fn ablation_table<'a>() -> Declaration<Ablated<'a>> {
    Declaration::named("ablation")
        .column("mechanism", "-", |row: &Ablated<'a>| row.mechanism, "The mechanism that was switched off.", "Het mechanisme dat uitgeschakeld was.")
        .column("id", "-", |row| row.with.target.id, "Number of the finding.", "Nummer van de bevinding.")
        .column("simulated_with", "of the finding", |row| row.with.estimate.map(|own| own.mean), "The simulated figure with it.", "Het gesimuleerde cijfer ermee.")
        .column("simulated_without", "of the finding", |row| row.without.estimate.map(|own| own.mean), "Without it.", "Zonder.")
        .column("verdict_with", "-", |row| row.with.verdict.key(), "What came of the finding with it.", "Wat van de bevinding kwam ermee.")
        .column("verdict_without", "-", |row| row.without.verdict.key(), "Without it.", "Zonder.")
}

/// What a validation showed.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The findings.
    pub judged: &'a [Judged],
    /// What null models show.
    pub nulls: &'a Shipped,
    /// Whether the null models were lived anew.
    pub lived: bool,
    /// The command as it was typed.
    pub command: &'a str,
    /// The language of the figure, and the one that the page shows first.
    pub language: Language,
}

/// Writes all files of a validation into `folder`.
///
/// # Errors
/// What could not be drawn or written.
pub fn write_all(folder: &Folder, case: &Case<'_>) -> Result<Vec<Written>, Trouble> {
    let Case { judged, nulls, lived, command, language } = *case;
    let mut files = vec![write(folder, judged, nulls, language)?];
    if lived {
        files.push(write_nulls(folder, nulls)?);
    }
    files.push(write_codebook(folder, lived, false)?);
    let review = Review { judged, nulls, command, version: VERSION, language };
    files.push(folder.write(reviewers::FILE, reviewers::reviewers(&review).as_bytes())?);
    files.extend(figure::draw_validation(folder, judged, VERSION, language)?);
    Ok(files)
}

/// Adds what the findings are without each mechanism.
///
/// # Errors
/// What the disk says.
pub fn add_ablation(folder: &Folder, case: &Case<'_>, ablations: &[Ablation]) -> Result<Vec<Written>, FolderError> {
    Ok(vec![write_ablation(folder, case.judged, ablations)?, write_codebook(folder, case.lived, true)?])
}

/// Writes the table into `folder`, which is made if it is not there.
fn write(folder: &Folder, judged: &[Judged], nulls: &Shipped, language: Language) -> Result<Written, FolderError> {
    let rows = judged.iter().zip(standings(judged, nulls)).map(|(judged, standing)| Row { judged, standing, nulls, language });
    write_in_digits(folder, validation_table(), &rows.collect::<Vec<_>>())
}

/// Writes what null models show into `nulls.csv`.
fn write_nulls(folder: &Folder, nulls: &Shipped) -> Result<Written, FolderError> {
    write_in_digits(folder, nulls_table(), nulls.rows())
}

/// Writes the codebook of what a validation leaves in `folder`.
fn write_codebook(folder: &Folder, nulls: bool, ablated: bool) -> Result<Written, FolderError> {
    let own = [Some(validation_table().table), nulls.then(|| nulls_table().table), ablated.then(|| ablation_table().table)];
    let mut tables: Vec<_> = own.into_iter().flatten().map(|table| (table.name.to_owned(), table)).collect();
    tables.extend(figure::tables_of(&[format!("{FIGURES}/validation.csv")]));
    codebook::write(folder, &tables)
}

/// Writes what becomes of each finding without each mechanism into `ablation.csv`.
fn write_ablation(folder: &Folder, with: &[Judged], ablations: &[Ablation]) -> Result<Written, FolderError> {
    let rows = ablations.iter().flat_map(|ablation| {
        let pairs = with.iter().zip(&ablation.without).filter(|(with, _)| with.estimate.is_some());
        pairs.map(|(with, without)| Ablated { mechanism: ablation.mechanism, with, without })
    });
    write_in_digits(folder, ablation_table(), &rows.collect::<Vec<_>>())
}
