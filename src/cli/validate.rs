//! # `onfoot validate`
//!
//! Lives the studies, confronts what their tables say with the published findings, and says where the model misses.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;

use serde_json::json;

use super::Exit;
use super::arguments::Validate;
use super::fault::Form;
use super::hold;
use super::layout::{columns, definitions, paragraph, wrapped};
use super::progress::Progress;
use super::reading::tell;
use super::stop;
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::folder::manifest::{VERSION, command_of};
use crate::folder::{Contents, Inputs, Kind, Shelf};
use crate::report::page::reviewers::{self, Review};
use crate::report::{figure, validation as table};
use crate::study::Trouble;
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::validation::ablation::{Ablation, ablate};
use crate::validation::null::{Null, Shipped, nulls};
use crate::validation::score::{Part, Score, scores};
use crate::validation::study::Effort;
use crate::validation::target::{Protocol, Strength, Target};
use crate::validation::verdict::{Judged, Verdict, share};
use crate::validation::{Plan, confront, lives_of, published};
use crate::words::screen::{self, validate as words};

const ALL: [Strength; 4] = [Strength::A, Strength::B, Strength::C, Strength::D];
const STRONG: [Strength; 2] = [Strength::A, Strength::B];

pub(super) fn validate(asked: &Validate, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let targets = match findings(&asked.only) {
        Ok(found) => found,
        Err(unknown) => {
            terminal.note(&usage::error(&words::no_finding(&unknown, terminal.language), terminal));
            return Ok(Exit::Input);
        }
    };
    let plan = Plan {
        targets: &targets,
        set: &asked.set,
        effort: if asked.quick { Effort::Quick } else { Effort::Full },
        threads: asked.threads.map_or(0, usize::from),
    };
    let silent = asked.quiet || asked.json;
    let language = terminal.language;
    let folder = asked.output.clone().unwrap_or_else(|| PathBuf::from("output/validation"));
    let shelf = match Shelf::open(&folder, Kind::Validation, &Inputs::default(), &hold::who()) {
        Ok(shelf) => hold::shelf(shelf, terminal).writing(asked.csv.dialect()),
        Err(fault) => {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
    };
    if !silent {
        let studies: BTreeSet<_> = targets.iter().filter_map(Target::study).collect();
        terminal.note(&words::opening(targets.len(), studies.len(), lives_of(&plan), language));
    }
    let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal) };
    let judged = confront(plan, &stop::on_signals(), &|now| progress.at(now));
    progress.finish();
    let judged = match judged {
        Ok(Some(judged)) => judged,
        Ok(None) => {
            terminal.note(screen::STOPPED.get(language));
            return Ok(Exit::Interrupted);
        }
        Err(faults) => {
            tell(&faults, if asked.json { Form::Json } else { Form::Graphic }, terminal);
            return Ok(Exit::Input);
        }
    };
    let lived = if asked.nulls {
        let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal).counting(words::NULLS) };
        let lived = nulls(plan, &stop::on_signals(), &|now| progress.at(now));
        progress.finish();
        let Ok(Some(lived)) = lived else {
            terminal.note(screen::STOPPED.get(language));
            return Ok(Exit::Interrupted);
        };
        Some(lived)
    } else {
        None
    };
    let null = lived.clone().unwrap_or_else(Shipped::at_release);
    let command = typed.iter().map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ");
    let contents = || Contents::new(Kind::Validation, &command_of(typed), Vec::new());
    let written = shelf.fill_with(contents(), |folder| {
        let mut files = vec![table::write(folder, &judged, &null, language)?];
        files.extend(lived.as_ref().map(|lived| table::write_nulls(folder, lived)).transpose()?);
        files.push(table::write_codebook(folder, lived.is_some(), false)?);
        let review = Review { judged: &judged, nulls: &null, command: &command, version: VERSION, language };
        files.push(folder.write(reviewers::FILE, reviewers::reviewers(&review).as_bytes())?);
        files.extend(figure::draw_validation(folder, &judged, VERSION, language)?);
        Ok::<_, Trouble>(files)
    });
    if let Err(fault) = written {
        terminal.note(&usage::error(&fault.say(language), terminal));
        return Ok(Exit::Input);
    }
    let ablations = if asked.ablation {
        let progress = if silent { Progress::silent(terminal) } else { Progress::shown(terminal).counting(words::MECHANISMS) };
        let ablated = ablate(plan, &stop::on_signals(), &|now| progress.at(now));
        progress.finish();
        let Ok(Some(ablations)) = ablated else {
            terminal.note(words::STOPPED_BETWEEN.get(language));
            return Ok(Exit::Interrupted);
        };
        let written = shelf.again().and_then(|shelf| {
            shelf.fill_with(contents(), |folder| {
                Ok(vec![table::write_ablation(folder, &judged, &ablations)?, table::write_codebook(folder, lived.is_some(), true)?])
            })
        });
        if let Err(fault) = written {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
        ablations
    } else {
        Vec::new()
    };
    let lost: Vec<&str> = judged.iter().filter(|row| row.is_lost(plan.effort)).map(|row| row.target.id).collect();
    if asked.json {
        terminal.data(
            &serde_json::to_string_pretty(&object(&judged, &lost, &ablations, &scores(&judged, &null), language))
                .expect("made of numbers and texts"),
        )?;
    } else if !asked.quiet {
        terminal.say(&page(&judged, &lost, &null, language, terminal.width))?;
        if asked.ablation {
            terminal.say(&needed(&judged, &ablations, language, terminal.width))?;
        }
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(if lost.is_empty() { Exit::Done } else { Exit::SaysNo })
}

/// The findings whose number begins with one of these, all if none is given; the first with which no number begins.
pub(super) fn findings(only: &[String]) -> Result<Vec<Target>, String> {
    let all = published::all();
    let begins = |target: &Target, wanted: &str| target.id.starts_with(&wanted.to_uppercase()) || target.id.starts_with(wanted);
    if let Some(nothing) = only.iter().find(|wanted| !all.iter().any(|target| begins(target, wanted))) {
        return Err(nothing.clone());
    }
    Ok(all.into_iter().filter(|target| only.is_empty() || only.iter().any(|wanted| begins(target, wanted))).collect())
}

/// Which finding needs which mechanism.
fn needed(judged: &[Judged], ablations: &[Ablation], language: Language, width: usize) -> String {
    let rows: Vec<(String, String)> = ablations
        .iter()
        .map(|ablation| {
            let lost: Vec<&str> = ablation.lost(judged).map(|row| row.target.id).collect();
            let said = if lost.is_empty() { words::NONE.get(language).to_owned() } else { lost.join(", ") };
            (ablation.mechanism.to_owned(), said)
        })
        .collect();
    format!("{}\n{}", words::NEEDED.get(language), definitions(&rows, width))
}

fn object(judged: &[Judged], lost: &[&str], ablations: &[Ablation], scores: &[Score], language: Language) -> serde_json::Value {
    let row = |row: &Judged| {
        json!({
            "id": row.target.id, "strength": row.target.strength.key(), "finding": row.target.finding.get(language),
            "decides": row.target.decides(), "part": Part::of(&row.target).key(), "verdict": row.verdict.key(),
            "simulated": row.estimate.map(|e| e.mean), "lo": row.estimate.map(|e| e.low), "hi": row.estimate.map(|e| e.high),
            "n": row.estimate.map(|e| e.n),
        })
    };
    let without: serde_json::Map<String, serde_json::Value> = ablations
        .iter()
        .map(|ablation| (ablation.mechanism.to_owned(), ablation.lost(judged).map(|row| row.target.id).collect::<Vec<_>>().into()))
        .collect();
    let (strong, all) = (share(judged, &STRONG), share(judged, &ALL));
    let score = |score: &Score| {
        let [share, low, high] = score.share();
        let nulls: serde_json::Map<_, _> =
            Null::ALL.iter().zip(score.nulls).map(|(null, met)| (null.key().to_owned(), met.into())).collect();
        json!({ "part": score.part.key(), "met": score.met, "of": score.of, "share": share, "lo": low, "hi": high, "nulls": nulls })
    };
    json!({
        "scores": scores.iter().map(score).collect::<Vec<_>>(),
        "findings": judged.iter().map(row).collect::<Vec<_>>(), "lost": lost,
        "strong": { "met": strong.0, "of": strong.1 }, "all": { "met": all.0, "of": all.1 },
        "lost_without": without,
    })
}

fn page(judged: &[Judged], lost: &[&str], null: &Shipped, language: Language, width: usize) -> String {
    let mut page = rows(judged, language, width);
    page += &paragraph(words::SHOWN_ONLY.get(language), 0, width);
    page += &section(judged, Verdict::Miss, words::MISSES.get(language), language, width);
    page += &section(judged, Verdict::NotTestable, words::NOT_TESTABLE.get(language), language, width);
    page.push('\n');
    page += &scored(&scores(judged, null), language, width);
    page += &paragraph(&words::share(share(judged, &STRONG), share(judged, &ALL), language), 0, width);
    let won: Vec<&str> = judged.iter().filter(|row| row.is_won()).map(|row| row.target.id).collect();
    if !won.is_empty() {
        page += &paragraph(&words::won(&won, language), 0, width);
    }
    if !lost.is_empty() {
        page += &paragraph(&words::lost(lost, language), 0, width);
    }
    page
}

/// The three scores, beside what null models get.
fn scored(scores: &[Score], language: Language, width: usize) -> String {
    let rows = scores.iter().map(|score| words::score(score, language)).collect();
    let table = Table { heads: words::SCORES.map(|head| head.get(language).to_owned()).to_vec(), rows };
    table.laid_out(width) + &paragraph(words::WHAT_COUNTS.get(language), 2, width) + "\n"
}

/// The table; a finding that is longer than its column goes on below.
fn rows(judged: &[Judged], language: Language, width: usize) -> String {
    let heads = words::HEADS.map(|head| head.get(language).to_owned());
    let testable = judged.iter().filter(|row| row.estimate.is_some()).map(|row| {
        let verdict = words::verdict(row.verdict).get(language);
        let shown = row.estimate.map_or(String::new(), |e| words::interval(e.mean, e.low, e.high, language));
        let verdict = if row.target.decides() { verdict.to_owned() } else { format!("({})", verdict.to_lowercase()) };
        let finding = row.target.finding.get(language).to_owned();
        [format!("{} {}", row.target.strength.key(), row.target.id), finding, words::claim(&row.target, language), shown, verdict]
    });
    let rows: Vec<[String; 5]> = std::iter::once(heads).chain(testable).collect();
    let wide: Vec<usize> = (0..5).map(|column| rows.iter().map(|row| columns(&row[column])).max().unwrap_or(0)).collect();
    let finding = width.saturating_sub(wide[0] + wide[2] + wide[3] + wide[4] + 8).max(24);
    let line = |row: &[String; 5]| {
        let [id, name, claim, shown, verdict] = row;
        let mut lines = wrapped(name, finding).into_iter();
        let first = lines.next().unwrap_or_default();
        let pad = |text: &str, to: usize| format!("{text}{}", " ".repeat(to.saturating_sub(columns(text))));
        let line = [pad(id, wide[0]), pad(&first, finding), pad(claim, wide[2]), pad(shown, wide[3]), verdict.clone()].join("  ");
        let below = lines.map(|more| format!("{}{more}\n", " ".repeat(wide[0] + 2)));
        format!("{}\n{}", line.trim_end(), below.collect::<String>())
    };
    rows.iter().map(line).collect()
}

/// The findings with this verdict, in full, with what there is to say of each.
fn section(judged: &[Judged], verdict: Verdict, head: &str, language: Language, width: usize) -> String {
    let rows: Vec<&Judged> =
        judged.iter().filter(|row| row.verdict == verdict && (row.target.decides() || verdict == Verdict::NotTestable)).collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut page = format!("\n{head}\n");
    for row in rows {
        let target = &row.target;
        let said = |label: crate::text::Text, text: &str| format!("{} {text}", label.get(language));
        page += &paragraph(&format!("{}  {} ({})", target.id, target.finding.get(language), target.source), 2, width);
        match target.protocol {
            Protocol::Computed { how, .. } => {
                page += &paragraph(&said(words::PUBLISHED, target.published), 6, width);
                page += &paragraph(&said(words::COMPUTED, how.get(language)), 6, width);
                page += &paragraph(&said(words::WHY, target.missed.unwrap_or(words::NEW).get(language)), 6, width);
            }
            Protocol::NotTestable(why) => page += &paragraph(&said(words::WHY, why.get(language)), 6, width),
        }
    }
    page
}
