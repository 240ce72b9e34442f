//! # What is where in a folder
//!
//! The names that onfoot gives in the folder of a run. The rooms above write under them; what stands in a table, a picture or a
//! page is theirs. Only under these names is anything ever removed or replaced.

/// What a run was, written last.
pub const MANIFEST: &str = "manifest.json";
/// The scenario as it was given.
pub const SCENARIO: &str = "scenario.toml";
/// The scenario with every parameter that was in force.
pub const RESOLVED: &str = "resolved.toml";
/// The page.
pub const PAGE: &str = "report.html";
/// What every column of every table means.
pub const CODEBOOK: &str = "codebook.csv";
/// The folder of each arm's lives.
pub const LIVES: &str = "lives";
/// The folder of the pictures.
pub const FIGURES: &str = "figures";
/// The folder of what `compare` finds.
pub const COMPARISON: &str = "comparison";
/// The folder of the pictures that say why trust changed.
pub const WHY: &str = "why";
/// The folder of the pictures of one person's story.
pub const STORY: &str = "story";

/// The folder of what runs the parts on a cluster: scripts and logs, no results.
pub const CLUSTER: &str = "cluster";

/// Says whose an unfinished folder is.
pub(super) const UNFINISHED: &str = "unfinished.json";
/// Where the parts of an unfinished run live: a name that nobody else gives, for the whole of it is removed in the end.
pub(super) const PARTS: &str = ".onfoot-parts";
/// What a merge of parts needs, beside them.
pub(super) const TICKET: &str = "run.json";
/// Where new results are until they are whole: such a name too.
pub(super) const GROWING: &str = ".onfoot-growing";
/// Says who is at work.
pub(super) const HOLD: &str = ".onfoot-lock";

/// The table of recorded values.
pub const SERIES: &str = "series";
/// The tables of a run: each a file, as CSV or as Parquet.
pub const TABLES: [&str; 17] = [
    "runs",
    SERIES,
    "survey",
    "sociometric",
    "teams",
    "events",
    "ledger",
    "summary",
    "recovery",
    "effects",
    "outcomes",
    "hypotheses",
    "worlds",
    "points",
    "sweep",
    "factors",
    "indices",
];
/// The tables of a comparison.
pub const COMPARISON_TABLES: [&str; 5] = ["policies", "worth", "ranking", "tipping", "returns"];
/// The pictures of a comparison.
pub const COMPARISON_FIGURES: [&str; 3] = ["cost", "returns", "worth"];

/// The endings of the files of a picture: lines, dots, numbers, caption.
pub const PICTURE: [&str; 4] = ["svg", "png", "csv", "txt"];

/// The files of a comparison, by their names in the folder of the run.
pub(super) fn comparison() -> impl Iterator<Item = String> {
    let figures = COMPARISON_FIGURES.into_iter().flat_map(|name| PICTURE.map(|ending| format!("{FIGURES}/{name}.{ending}")));
    let tables = COMPARISON_TABLES.into_iter().map(|name| format!("{name}.csv"));
    let others = [CODEBOOK, PAGE, MANIFEST].map(str::to_owned);
    tables.chain(others).chain(figures).map(|name| format!("{COMPARISON}/{name}"))
}

/// Whether a file is one of those of a picture that answers a question about the trust of a team or a person.
pub(super) fn is_answer(file: &str) -> bool {
    let Some((name, ending)) = file.rsplit_once('.') else { return false };
    PICTURE.contains(&ending) && (name.contains("team-") || name.contains("seat-"))
}
