//! # `onfoot cluster`
//!
//! Writes what Slurm is given for the parts of a run, submits it, and says how far it is; prints templates for other engines. What is in
//! the folder is the truth: the same command after a failure sends what is missing then.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

use serde_json::json;

use super::Exit;
use super::arguments::{Cluster, Command, Engine, Run, What, parse};
use super::merge::ticket;
use super::part::words_of_run;
use super::reading::read;
use super::run::Job;
use super::terminal::fault::Form;
use super::terminal::{Stop, Terminal};
use crate::folder::layout::CLUSTER;
use crate::folder::{Folder, FolderError, FolderState, Ticket, default_path};
use crate::scenario::disk;
use crate::study::Study;
use crate::study::cluster::{
    QUEUE, Queued, Slurm, Template, USUAL_ARRAY, again_in, array_list, largest_array, log_folder, memory_limit, queued, time_limit,
};
use crate::text::{Language, Text, shell_word as quoted, shown_path as shown};
use crate::words::screen::cluster as words;
use crate::words::screen::parts as part_words;

/// Cores of a task.
const CPUS: u16 = 8;
/// How many times what is estimated a task may take, of time and of memory; and least seconds and bytes.
const SPARE: [f64; 2] = [3.0, 2.0];
const LEAST: [f64; 2] = [600.0, 512e6];
/// Seconds that a program of the scheduler may take to submit, which waits for room in the queue without a word; and to answer a question.
const PATIENCE: [&str; 2] = ["60", "20"];
/// The scripts.
const ARRAY: &str = "array.sbatch";
const MERGE: &str = "merge.sbatch";

pub(super) fn cluster(asked: &Cluster, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    match asked.what {
        What::Status => status(asked, terminal),
        What::Slurm => slurm(asked, typed, terminal),
        What::Print => print(asked, typed, terminal),
    }
}

/// The words of the run that is asked for, and how they were typed for this folder.
fn words_of(asked: &Cluster, typed: &[OsString]) -> (Vec<String>, PathBuf) {
    const OWN: [&str; 7] = ["--tasks", "--time", "--cpus", "--memory", "--partition", "--account", "--for"];
    let mut words = words_of_run(typed, "cluster", &["--submit"], &OWN);
    let what = if asked.what == What::Slurm { "slurm" } else { "print" };
    if let Some(at) = words.iter().position(|word| word == what) {
        words.remove(at);
    }
    (words, asked.output.or(default_path(&asked.path)))
}

/// The run that these words ask for.
fn run_of(words: &[String], folder: &Path, terminal: &Terminal) -> Result<(Run, Vec<OsString>), Stop> {
    let typed: Vec<OsString> = std::iter::once("onfoot".into())
        .chain(words.iter().map(OsString::from))
        .chain(["-o".into(), folder.as_os_str().to_owned()])
        .collect();
    match parse(&typed).ok().and_then(|parsed| parsed.command) {
        Some(Command::Run(run)) => Ok((run.run, typed)),
        _ => Err(terminal.refuse(crate::words::screen::COMMAND_LINE.get(terminal.language))),
    }
}

/// Into how many parts: as many as the folder is cut into already, as are asked for, or as are advised for such tasks.
fn parts_of(asked: &Cluster, study: &Study, there: Option<&Ticket>, most: u32, terminal: &Terminal) -> Result<u32, Stop> {
    let replicates = study.replicates_in_all();
    if let Some(tasks) = asked.tasks.filter(|tasks| *tasks > replicates) {
        return Err(terminal.refuse(&part_words::too_many(tasks, replicates, terminal.language)));
    }
    let cpus = usize::from(asked.cpus.unwrap_or(CPUS));
    let advised = || study.advised_parts(&study.clone().threads(cpus).estimate());
    // tasks of the first cut may still be queued, and their numbers mean that cut
    let known = there.map(|ticket| ticket.parts);
    if let Some(stays) = known.filter(|known| asked.tasks.is_some_and(|tasks| tasks != *known)) {
        terminal.note_wrapped(&words::stays(stays, terminal.language), 0);
    }
    let parts = known.or(asked.tasks).unwrap_or_else(advised).min(replicates);
    if parts > most {
        terminal.note_wrapped(&words::fewer(parts, most, terminal.language), 0);
    }
    Ok(parts.min(most))
}

fn slurm(asked: &Cluster, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let (run_words, path) = words_of(asked, typed);
    let (run, run_typed) = run_of(&run_words, &path, terminal)?;
    let reading = read(&run.file, &run.change, Form::usual(asked.json), terminal)?;
    let job = Job::of(&run, &run_typed, reading, language);
    let study = &job.study;
    let there = ticket(&path, terminal)?.filter(|ticket| ticket.design_hash == study.design());
    let site = answer_of(&["scontrol", "show", "config"]).ok().and_then(|answer| largest_array(&answer));
    let of = parts_of(asked, study, there.as_ref(), site.unwrap_or(USUAL_ARRAY).saturating_sub(1).max(1), terminal)?;
    let refuse = |fault: FolderError| terminal.refuse(&fault.say(language));
    let shared = match study.share(&path, &study.ticket(&job.manner(), run_words.clone(), of)).map_err(refuse)? {
        FolderState::Open(shared) => shared,
        FolderState::Complete(_) => {
            return finished(&path, study.design(), asked, terminal);
        }
    };
    let holes = study.missing(shared.store()).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    for part in shared.store().set_aside() {
        terminal.note_wrapped(&part_words::set_aside(&part, language), 2);
    }
    let missing = study.missing_parts(&holes, of);
    let (here, root) = (absolute(Path::new(".")), absolute(&path));
    let program = env::current_exe().map_or_else(|_| "onfoot".to_owned(), |program| shown(&program));
    let cpus = u32::from(asked.cpus.unwrap_or(CPUS));
    let portion = study.portion(of, cpus as usize, 1.0);
    let estimate = study.clone().threads(cpus as usize).estimate();
    let limit = |seconds: f64| time_limit((SPARE[0] * seconds).max(LEAST[0]));
    let room = |bytes: f64| memory_limit((SPARE[1] * bytes).max(LEAST[1]));
    let time = [asked.time.clone().unwrap_or_else(|| limit(portion.seconds)), limit(estimate.seconds(0.0))];
    let memory = [asked.memory.clone().unwrap_or_else(|| room(portion.memory)), room(estimate.memory())];
    // tasks may start in a place with another language than this one
    let spoken = |mut words: Vec<String>| {
        if !words.iter().any(|word| word.starts_with("--lang")) {
            words.push(format!("--lang={}", crate::text::CODE.get(language)));
        }
        words
    };
    let array_words = spoken(run_words);
    let typed: Vec<String> = typed.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let mut again: Vec<String> =
        std::iter::once("onfoot".to_owned()).chain(typed.into_iter().filter(|word| word != "--submit").map(|word| quoted(&word))).collect();
    again.push("--submit".to_owned());
    let scripts = Slurm {
        program: &program,
        run: &array_words,
        name: study.name(),
        design: study.design(),
        folder: &path,
        root: &root,
        here: &here,
        parts: of,
        cpus,
        memory: [&memory[0], &memory[1]],
        time: [&time[0], &time[1]],
        partition: asked.partition.as_deref(),
        account: asked.account.as_deref(),
        again: &again.join(" "),
    };
    let folder = Folder::anywhere(&path);
    let logs = log_folder(&path);
    fs::create_dir_all(&logs).map_err(|error| refuse(FolderError::from_io(&path, CLUSTER, &error)))?;
    let all: Vec<u32> = (1..=of).collect();
    folder
        .write(&format!("{CLUSTER}/{ARRAY}"), scripts.array(if missing.is_empty() { &all } else { &missing }).as_bytes())
        .and_then(|_| folder.write(&format!("{CLUSTER}/{MERGE}"), scripts.merge().as_bytes()))
        .map_err(refuse)?;
    let sent = if asked.submit { Some(submit(&missing, study.design(), &root, terminal)?) } else { None };
    if asked.json {
        terminal.json(&json!({
            "folder": shown(&path), "design": study.design(), "of": of, "missing_parts": missing, "scripts": [shown(&script(&path, ARRAY)), shown(&script(&path, MERGE))],
            "submitted": sent.as_ref().map(|sent| json!({ "parts": sent.parts, "job": sent.job, "merge": sent.merge })), "again": again.join(" "),
        }))?;
        return Ok(Exit::Done);
    }
    let said = |label: Text, value: String| (label.get(language).to_owned(), value);
    let mut rows = vec![
        said(words::RUN, words::run(study.name(), of, &study.design()[..8], language)),
        said(words::THERE, words::there(of as usize - missing.len(), of, language)),
        said(words::SCRIPTS, format!("{}, {MERGE}", shown(&script(&path, ARRAY)))),
        said(words::LOGS, shown(&logs)),
    ];
    match &sent {
        Some(Sent { parts, job, merge: Some(merge) }) => {
            rows.push(said(words::SUBMITTED, words::submitted(parts, job.as_deref().unwrap_or_default(), merge, language)));
        }
        Some(_) => rows.push(said(words::SUBMITTED, words::ALL_QUEUED.get(language).to_owned())),
        None => {}
    }
    terminal.definitions(&rows)?;
    if sent.is_none() {
        terminal.say(&format!("\n{}\n  {}", words::BY_HAND.get(language), again.join(" ")))?;
    }
    Ok(Exit::Done)
}

/// What was submitted.
struct Sent {
    parts: Vec<u32>,
    job: Option<String>,
    merge: Option<String>,
}

/// Submits the parts that are missing and not in the queue, and the merge after them and those that are. What is held is cancelled and
/// sent anew.
fn submit(missing: &[u32], design: &str, root: &Path, terminal: &Terminal) -> Result<Sent, Stop> {
    let failed = |program: &str, why: String| terminal.refuse(&words::failed(program, &why, terminal.language));
    let queue = answer_of(&QUEUE).map_err(|why| failed("squeue", why))?;
    let (held, alive): (Vec<Queued>, Vec<Queued>) = queued(&queue, design, root).into_iter().partition(Queued::is_held);
    if !held.is_empty() {
        let ids = held.iter().map(|job| job.id.clone());
        let cancel: Vec<String> = std::iter::once("scancel".to_owned()).chain(ids).collect();
        answer_of(&cancel).map_err(|why| failed("scancel", why))?;
    }
    let parts: Vec<u32> = missing.iter().copied().filter(|part| alive.iter().all(|job| job.part != Some(*part))).collect();
    let waits = alive.iter().any(|job| job.part.is_none() && !job.runs());
    if parts.is_empty() && waits {
        return Ok(Sent { parts, job: None, merge: None });
    }
    let number = |answer: String| answer.trim().split(';').next().unwrap_or_default().to_owned();
    let sbatch = |words: Vec<String>| {
        let words: Vec<String> = ["sbatch".to_owned(), "--parsable".to_owned()].into_iter().chain(words).collect();
        answer_of(&words).map(number).map_err(|why| failed("sbatch", why))
    };
    let file = |name: &str| script(root, name).to_string_lossy().into_owned();
    let job = if parts.is_empty() { None } else { Some(sbatch(vec![format!("--array={}", array_list(&parts)), file(ARRAY)])?) };
    // the merge waits for what was submitted now, and for what ran before
    let mut after: Vec<String> =
        alive.iter().filter(|job| job.part.is_some()).map(|job| job.id.split('_').next().unwrap_or_default().to_owned()).collect();
    after.extend(job.clone());
    after.sort();
    after.dedup();
    let dependency = (!after.is_empty()).then(|| format!("--dependency=afterany:{}", after.join(":")));
    let merge = sbatch(dependency.into_iter().chain([file(MERGE)]).collect())?;
    Ok(Sent { parts, job, merge: Some(merge) })
}

/// All is merged.
fn finished(path: &Path, design: &str, asked: &Cluster, terminal: &mut Terminal) -> Result<Exit, Stop> {
    if asked.json {
        terminal.json(&json!({ "folder": shown(path), "design": design, "complete": true }))?;
    } else {
        terminal.say_wrapped(&part_words::complete(&shown(path), terminal.language), 0)?;
    }
    Ok(Exit::Done)
}

fn status(asked: &Cluster, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (path, language) = (asked.path.as_path(), terminal.language);
    let refuse = |fault: FolderError, terminal: &Terminal| terminal.refuse(&fault.say(language));
    let Some(ticket) = ticket(path, terminal)? else {
        let manifest = Folder::anywhere(path).manifest().map_err(|fault| refuse(fault, terminal))?;
        let manifest = manifest.ok_or_else(|| refuse(FolderError::NoParts { path: path.to_path_buf() }, terminal))?;
        return finished(path, &manifest.design_hash, asked, terminal);
    };
    let study = Study::of_ticket(&ticket).ok_or_else(|| {
        let file = ".onfoot-parts/run.json".to_owned();
        refuse(FolderError::NoTicket { path: path.to_path_buf(), file }, terminal)
    })?;
    let store = study.store_of(path);
    let holes = study.missing(&store).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    for part in store.set_aside() {
        terminal.note_wrapped(&part_words::set_aside(&part, language), 2);
    }
    let (of, missing) = (ticket.parts, study.missing_parts(&holes, ticket.parts));
    let queue = answer_of(&QUEUE).map(|answer| queued(&answer, study.design(), &absolute(path)));
    let array = disk::text(&script(path, ARRAY)).ok();
    let merge = format!("onfoot merge {}", quoted(&shown(path)));
    let again = match array.as_deref().and_then(again_in) {
        Some(again) => again.to_owned(),
        None if missing.is_empty() => merge.clone(),
        None => format!("{merge} --fill"),
    };
    if asked.json {
        let jobs = |jobs: &Vec<Queued>| {
            let row =
                |job: &Queued| json!({ "id": job.id, "part": job.part, "state": job.state, "reason": job.reason, "held": job.is_held() });
            jobs.iter().map(row).collect::<Vec<_>>()
        };
        terminal.json(&json!({
            "folder": shown(path), "design": study.design(), "complete": false, "of": of, "there": of as usize - missing.len(), "missing_parts": missing,
            "queue": queue.as_ref().ok().map(jobs), "queue_unknown": queue.as_ref().err(), "again": again,
        }))?;
        return Ok(Exit::SaysNo);
    }
    let said = |label: Text, value: String| (label.get(language).to_owned(), value);
    let mut rows = vec![
        said(words::RUN, words::run(study.name(), of, &study.design()[..8], language)),
        said(words::THERE, words::there(of as usize - missing.len(), of, language)),
        said(words::MISSING, words::missing(&missing, language)),
    ];
    rows.extend(queue_rows(&queue, language));
    terminal.definitions(&rows)?;
    let (label, line) = if missing.is_empty() { (words::MERGE, merge) } else { (words::REPAIR, again) };
    terminal.say(&format!("\n{}\n  {line}", label.get(language)))?;
    Ok(Exit::SaysNo)
}

/// What the queue says.
fn queue_rows(queue: &Result<Vec<Queued>, String>, language: Language) -> Vec<(String, String)> {
    let jobs = match queue {
        Ok(jobs) => jobs,
        Err(why) => return vec![(words::QUEUE.get(language).to_owned(), words::unknown(why, language))],
    };
    let parts = |wanted: &dyn Fn(&Queued) -> bool| {
        let mut parts: Vec<u32> = jobs.iter().filter(|job| wanted(job)).filter_map(|job| job.part).collect();
        parts.sort_unstable();
        parts
    };
    let (running, waiting) = (parts(&Queued::runs), parts(&|job| !job.runs() && !job.is_held()));
    let merge = jobs.iter().find(|job| job.part.is_none()).map(|job| job.state.as_str());
    let mut rows = vec![(words::QUEUE.get(language).to_owned(), words::queue(&running, &waiting, merge, language))];
    let held = jobs.iter().filter(|job| job.is_held()).filter_map(|job| Some(words::held(job.part?, &job.reason, language)));
    rows.extend(held.map(|said| (words::HELD.get(language).to_owned(), said)));
    rows
}

fn print(asked: &Cluster, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let engine = asked.engine.ok_or_else(|| terminal.refuse(words::NO_ENGINE.get(terminal.language)))?;
    let (run_words, path) = words_of(asked, typed);
    let (run, run_typed) = run_of(&run_words, &path, terminal)?;
    let reading = read(&run.file, &run.change, Form::usual(asked.json), terminal)?;
    let job = Job::of(&run, &run_typed, reading, terminal.language);
    let there = ticket(&path, terminal)?.filter(|ticket| ticket.design_hash == job.study.design());
    let parts = parts_of(asked, &job.study, there.as_ref(), u32::MAX, terminal)?;
    let cpus = u32::from(asked.cpus.unwrap_or(CPUS));
    let megabytes = |bytes: f64| ((SPARE[1] * bytes).max(LEAST[1]) / 1_048_576.0).ceil() as u64;
    let memory =
        [job.study.portion(parts, cpus as usize, 1.0).memory, job.study.clone().threads(cpus as usize).estimate().memory()].map(megabytes);
    let (name, design) = (job.study.name(), job.study.design());
    let template = Template { run: &run_words, name, design, folder: &path, parts, cpus, memory };
    let page = match engine {
        Engine::Parallel => template.parallel(),
        Engine::Snakemake => template.snakemake(),
        Engine::Kubernetes => template.kubernetes(),
        Engine::AwsBatch => template.aws_batch(),
    };
    if asked.json {
        terminal.json(&json!({ "design": design, "of": parts, "folder": shown(&path), "template": page }))?;
    } else {
        terminal.data(page.trim_end())?;
    }
    Ok(Exit::Done)
}

/// One of the scripts.
fn script(folder: &Path, name: &str) -> PathBuf {
    folder.join(CLUSTER).join(name)
}

/// A path from the root.
fn absolute(path: &Path) -> PathBuf {
    fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_path_buf())
}

/// What a program of the scheduler says; why it says nothing.
fn answer_of<S: AsRef<str>>(words: &[S]) -> Result<String, String> {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let [program, arguments @ ..] = words.as_slice() else { return Err(String::new()) };
    // Slurm's programs wait without a word when the scheduler is away or full.
    let patience = if *program == "sbatch" { PATIENCE[0] } else { PATIENCE[1] };
    let answer = Process::new("timeout").arg(patience).arg(program).args(arguments).output().map_err(|error| error.to_string())?;
    if answer.status.success() {
        return Ok(String::from_utf8_lossy(&answer.stdout).into_owned());
    }
    let told = String::from_utf8_lossy(&answer.stderr);
    let line = told.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned();
    Err(if line.is_empty() { answer.status.to_string() } else { line })
}
