//! # `onfoot validate`
//!
//! Lives the studies, confronts what their tables say with the published findings, and says where the model misses.

use std::collections::BTreeSet;
use std::ffi::OsString;

use serde_json::{Map, Value, json};

use super::Exit;
use super::arguments::Validate;
use super::question::{as_typed, faulty, shelf, worked};
use super::terminal::layout::{columns, left, paragraph, wrapped};
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal};
use crate::folder::manifest::command_of;
use crate::folder::{Contents, Inputs, Kind};
use crate::report::validation::{self as files, Case};
use crate::text::{Language, Text, shown_path as shown};
use crate::validation::ablation::{Ablation, ablate};
use crate::validation::null::{Null, Shipped, nulls};
use crate::validation::score::{Part, Score, scores};
use crate::validation::study::Effort;
use crate::validation::target::{Protocol, Strength, Target};
use crate::validation::verdict::{Judged, Verdict, share};
use crate::validation::{Plan, confront, lives_of, published};
use crate::words::screen::run::LIVES;
use crate::words::screen::validate as words;

pub(super) fn validate(asked: &Validate, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (language, show) = (terminal.language, &asked.work.show);
    let targets = published::named(&asked.only).map_err(|unknown| terminal.refuse(&words::no_finding(&unknown, language)))?;
    let effort = Effort::of(asked.quick);
    let plan = Plan { targets: &targets, set: &asked.keys.set, effort, threads: asked.work.threads.count() };
    let folder = asked.output.or("output/validation");
    let shelf = shelf(&folder, Kind::Validation, &Inputs::default(), terminal)?.writing(asked.csv.dialect());
    if !show.is_silent() {
        let studies: BTreeSet<_> = targets.iter().filter_map(Target::study).collect();
        terminal.note(&words::opening(targets.len(), studies.len(), lives_of(&plan), language));
    }
    let judged = worked(LIVES, show, terminal, |stop, progress| confront(plan, stop, progress));
    let judged = judged.map_err(|faults| faulty(&faults, show, terminal))?.ok_or_else(|| terminal.stopped())?;
    let lived = if asked.nulls {
        let lived = worked(words::NULLS, show, terminal, |stop, progress| nulls(plan, stop, progress));
        Some(lived.ok().flatten().ok_or_else(|| terminal.stopped())?)
    } else {
        None
    };
    let (lived, nulls) = (lived.is_some(), lived.unwrap_or_else(Shipped::at_release));
    let case = Case { judged: &judged, nulls: &nulls, lived, command: &as_typed(typed), language };
    let contents = || Contents::new(Kind::Validation, &command_of(typed), Vec::new());
    shelf.fill_with(contents(), |folder| files::write_all(folder, &case)).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    let mut ablations = Vec::new();
    if asked.ablation {
        let ablated = worked(words::MECHANISMS, show, terminal, |stop, progress| ablate(plan, stop, progress));
        let Ok(Some(ablated)) = ablated else {
            terminal.note(words::STOPPED_BETWEEN.get(language));
            return Ok(Exit::Interrupted);
        };
        let again = shelf.again().and_then(|shelf| shelf.fill_with(contents(), |folder| files::add_ablation(folder, &case, &ablated)));
        again.map_err(|fault| terminal.refuse(&fault.say(language)))?;
        ablations = ablated;
    }
    let lost: Vec<&str> = judged.iter().filter(|row| row.is_lost(effort)).map(|row| row.target.id).collect();
    let scores = scores(&judged, &nulls);
    if show.json {
        terminal.json(&object(&judged, &lost, &ablations, &scores, language))?;
    } else if !show.quiet {
        say(&judged, &lost, &scores, terminal)?;
        if asked.ablation {
            say_needed(&judged, &ablations, terminal)?;
        }
        terminal.say(&words::written(&shown(&folder), language))?;
    }
    Ok(if lost.is_empty() { Exit::Done } else { Exit::SaysNo })
}

/// Says which finding needs which mechanism.
fn say_needed(judged: &[Judged], ablations: &[Ablation], terminal: &mut Terminal) -> Result<(), Stop> {
    let none = words::NONE.get(terminal.language);
    let rows = ablations.iter().map(|ablation| {
        let lost = lost_without(ablation, judged).join(", ");
        (ablation.mechanism.to_owned(), if lost.is_empty() { none.to_owned() } else { lost })
    });
    terminal.say(words::NEEDED.get(terminal.language))?;
    terminal.definitions(&rows.collect::<Vec<_>>())
}

fn lost_without<'a>(ablation: &'a Ablation, judged: &'a [Judged]) -> Vec<&'a str> {
    ablation.lost(judged).map(|row| row.target.id).collect()
}

fn object(judged: &[Judged], lost: &[&str], ablations: &[Ablation], scores: &[Score], language: Language) -> Value {
    let row = |row: &Judged| {
        json!({
            "id": row.target.id, "strength": row.target.strength.key(), "finding": row.target.finding.get(language),
            "decides": row.target.decides(), "part": Part::of(&row.target).key(), "verdict": row.verdict.key(),
            "simulated": row.estimate.map(|e| e.mean), "lo": row.estimate.map(|e| e.low), "hi": row.estimate.map(|e| e.high),
            "n": row.estimate.map(|e| e.n),
        })
    };
    let without: Map<_, _> =
        ablations.iter().map(|ablation| (ablation.mechanism.to_owned(), lost_without(ablation, judged).into())).collect();
    let [strong, all] = shares(judged).map(|(met, of)| json!({ "met": met, "of": of }));
    let score = |score: &Score| {
        let [share, low, high] = score.share();
        let nulls: Map<_, _> = Null::ALL.iter().zip(score.nulls).map(|(null, met)| (null.key().to_owned(), met.into())).collect();
        json!({ "part": score.part.key(), "met": score.met, "of": score.of, "share": share, "lo": low, "hi": high, "nulls": nulls })
    };
    json!({
        "scores": scores.iter().map(score).collect::<Vec<_>>(),
        "findings": judged.iter().map(row).collect::<Vec<_>>(), "lost": lost,
        "strong": strong, "all": all, "lost_without": without,
    })
}

/// How many findings of strong evidence are met, of how many; and of any evidence.
fn shares(judged: &[Judged]) -> [(usize, usize); 2] {
    [share(judged, &Strength::STRONG), share(judged, &Strength::ALL)]
}

fn say(judged: &[Judged], lost: &[&str], scores: &[Score], terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, width) = (terminal.language, terminal.width);
    terminal.say(&rows(judged, language, width))?;
    terminal.say_wrapped(words::SHOWN_ONLY.get(language), 0)?;
    for (verdict, head) in [(Verdict::Miss, words::MISSES), (Verdict::NotTestable, words::NOT_TESTABLE)] {
        let section = section(judged, verdict, head.get(language), language, width);
        if !section.is_empty() {
            terminal.say(&section)?;
        }
    }
    terminal.say("")?;
    terminal.table(&Table::of(&words::SCORES, scores.iter().map(|score| words::score(score, language)), language))?;
    terminal.say_wrapped(words::WHAT_COUNTS.get(language), 2)?;
    terminal.say("")?;
    let [strong, all] = shares(judged);
    terminal.say_wrapped(&words::share(strong, all, language), 0)?;
    let won: Vec<&str> = judged.iter().filter(|row| row.is_won()).map(|row| row.target.id).collect();
    for (ids, said) in [(&won[..], words::won as fn(&[&str], Language) -> String), (lost, words::lost)] {
        if !ids.is_empty() {
            terminal.say_wrapped(&said(ids, language), 0)?;
        }
    }
    Ok(())
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
        let line = [left(id, wide[0]), left(&first, finding), left(claim, wide[2]), left(shown, wide[3]), verdict.clone()].join("  ");
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
        let said = |label: Text, text: &str| format!("{} {text}", label.get(language));
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
