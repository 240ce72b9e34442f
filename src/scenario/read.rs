//! # Reading a scenario
//!
//! Text, what it is based on, and the changes asked for by `--set` become one tree; the tree is checked as a whole, so
//! that all faults come out at once; only a tree without faults becomes a [`Scenario`].

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use super::disk::{self, Unfit};
use super::fault::{Code, Fault, Faults, Problem, Unreadable};
use super::near::nearest;
use super::shipped::{SHIPPED, Shipped};
use super::slot::Slot;
use super::source::{Place, Source};
use super::tree::{Table, Value};
use super::{Run, Scenario, arms, build, check, cross, lasting, parse, patch, sweep, undone};

/// A scenario that was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The scenario.
    pub scenario: Scenario,
    /// What is doubtful about it.
    pub warnings: Vec<Fault>,
    /// The file itself first, then what it is based on.
    pub inputs: Vec<Input>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The name of the file, without its folder.
    pub name: String,
    /// Where it was read; nowhere for a text that stood in no file.
    pub path: PathBuf,
    /// What it held.
    pub bytes: Vec<u8>,
}

/// Largest file read; a scenario of a million bytes is a mistake.
pub const LARGEST: u64 = 4_000_000;
/// Longest chain of files based on one another.
const LONGEST_CHAIN: usize = 32;

/// Reads the scenario in `path`, with the changes `set`, each `KEY=VALUE`. Where there is no such file, a bare name stands for a
/// scenario that comes with the program.
pub fn read(path: &Path, set: &[String]) -> Result<Reading, Vec<Fault>> {
    if let Some(shipped) = shipped(path) {
        return read_shipped(shipped, set);
    }
    let mut stack = Stack::default();
    let root = stack.file(path, None).map_err(|fault| vec![*fault]);
    match root {
        Ok(root) => finish(root, stack.faults, stack.whole, stack.inputs, set),
        Err(mut faults) => {
            faults.extend(stack.faults);
            Err(faults)
        }
    }
}

impl Reading {
    /// The scenario at a point of its sweep, under the scenario's own title; `None` where there is no such point.
    pub fn at_point(&self, point: u32) -> Option<Scenario> {
        let point = self.scenario.sweep.as_ref()?.points.get(point as usize)?;
        Some((*point.scenario).clone())
    }
}

/// Reads one that comes with the program, with the changes `set`, each `KEY=VALUE`.
pub fn read_shipped(shipped: &'static Shipped, set: &[String]) -> Result<Reading, Vec<Fault>> {
    let mut stack = Stack::default();
    let root = stack.shipped(shipped).map_err(|fault| vec![*fault])?;
    finish(root, stack.faults, stack.whole, stack.inputs, set)
}

/// Reads `text`, called `name` in faults. It can be based on a scenario that comes with the program, and on no file.
pub fn read_text(name: &str, text: &str) -> Result<Reading, Vec<Fault>> {
    read_text_with(name, text, &[])
}

/// The same, with the changes `set`, each `KEY=VALUE`.
pub fn read_text_with(name: &str, text: &str, set: &[String]) -> Result<Reading, Vec<Fault>> {
    let mut stack = Stack::default();
    let root = stack.text(name, text, Around::Nothing).map_err(|fault| vec![*fault])?;
    let own = Input { name: name.to_owned(), path: PathBuf::new(), bytes: text.as_bytes().to_vec() };
    finish(root, stack.faults, stack.whole, [vec![own], stack.inputs].concat(), set)
}

/// The tree with all that is laid over it, checked and made into a scenario.
fn finish(mut root: Table, mut faults: Vec<Fault>, whole: bool, inputs: Vec<Input>, set: &[String]) -> Result<Reading, Vec<Fault>> {
    patch::name_all(&mut root);
    let swept: Vec<patch::Change> = root.table(sweep::TABLE).map(patch::changes_of_arm).unwrap_or_default();
    for argument in set {
        let applied = patch::change_of_argument(argument).and_then(|change| {
            let path = change.path_text();
            if let Some(factor) = swept.iter().find(|factor| factor.path_text() == path) {
                let problem = Problem::Exclusive { key: path.clone(), other: format!("{}: {path}", sweep::TABLE) };
                return Err(Box::new(Fault::at(&change.path_place(), problem).and(&factor.path_place())));
            }
            patch::apply(&mut root, change, false)
        });
        faults.extend(applied.err().map(|fault| *fault));
    }
    let mut commas: Vec<Place> = faults.iter().filter(|fault| fault.code() == Code::E003).filter_map(|fault| fault.place.clone()).collect();
    commas.sort_by_key(|comma| comma.span.start);
    // A number with a comma where a whole one belongs is one fault, not two.
    let is_comma = |fault: &Fault| {
        let place = fault.place.as_ref().filter(|_| fault.code() == Code::E020);
        place.is_some_and(|place| {
            let after = &commas[commas.partition_point(|comma| comma.span.start < place.span.start)..];
            after.iter().take_while(|comma| comma.span.start < place.span.end).any(|comma| comma.source == place.source)
        })
    };
    let mut each = Faults::default();
    let found = check::check(&root, whole).into_iter().filter(|fault| !is_comma(fault)).chain(cross::cross(&root, whole));
    faults.into_iter().chain(found).for_each(|fault| each.add(fault));
    let arms = arms::arms(&root, whole, &mut each);
    let seed = root.table("run").and_then(|run| run.get("seed")).and_then(u64::read).unwrap_or(Run::default().seed);
    let swept = if each.stop() { None } else { sweep::sweep(&root, whole, seed, &mut each) };
    let mut scenario = (!each.stop()).then(|| build::build(&root));
    if let Some(scenario) = &mut scenario {
        sweep::contrasts(&root, swept.as_ref(), scenario, &mut each);
    }
    let mut faults = each.all();
    if faults.iter().any(Fault::is_error) {
        faults.sort_by_cached_key(|fault| {
            (!fault.is_error(), fault.place.as_ref().map(|place| (place.source.name.clone(), place.span.start)))
        });
        return Err(faults);
    }
    let Some(mut scenario) = scenario.filter(|_| faults.iter().all(|fault| !fault.is_error())) else { return Err(faults) };
    root.remove("arms");
    (scenario.arms, scenario.sweep) = (arms, swept.map(Box::new));
    let base = Scenario { arms: Vec::new(), ..scenario.clone() };
    scenario.arms.iter_mut().for_each(|arm| arm.scenario.starts_as(&base));
    faults.extend(lasting::fleeting(&root, &scenario));
    if scenario.arms.is_empty() {
        faults.extend(undone::undone(&root, &scenario)); // of arms, each has been looked at
    }
    Ok(Reading { scenario, warnings: faults, inputs })
}

/// The scenario that comes with the program, where a path is its name and no file has that name; a folder of results may.
fn shipped(path: &Path) -> Option<&'static Shipped> {
    Shipped::named(path.to_str()?).filter(|_| path.is_dir() || fs::symlink_metadata(path).is_err())
}

/// Where a text stands, and so where the path of its base begins.
#[derive(Clone, Copy)]
enum Around<'a> {
    /// In no folder: it can be based on what comes with the program.
    Nothing,
    /// In this folder.
    Folder(&'a Path),
    /// Among those that come with the program.
    Shipped(&'static Shipped),
}

/// The files read so far, on the way down to the last base.
#[derive(Default)]
struct Stack {
    faults: Vec<Fault>,
    inputs: Vec<Input>,
    /// Shown and true paths of the files being read.
    chain: Vec<(String, PathBuf)>,
    /// Whether no text was left unread.
    unread: bool,
    whole: bool,
}

impl Stack {
    /// The tree of the file `path`, laid over what it is based on; `from` is where another file asks for it.
    fn file(&mut self, path: &Path, from: Option<&Place>) -> Result<Table, Box<Fault>> {
        let shown = path.display().to_string().replace('\\', "/");
        let at = |problem| Box::new(Fault { problem, place: from.cloned(), also: None });
        let not_read = |error: &io::Error| {
            if let Some(Unfit::TooLarge { bytes, limit }) = Unfit::of(error) {
                return at(Problem::TooLarge { bytes, limit });
            }
            let why = match error.kind() {
                _ if path.is_dir() => Unreadable::Folder,
                _ if Unfit::of(error) == Some(Unfit::NoFile) => Unreadable::NoFile,
                io::ErrorKind::NotFound => Unreadable::Missing,
                _ => Unreadable::Refused,
            };
            at(Problem::NotFound { path: shown.clone(), nearest: nearest_path(path), why })
        };
        let bytes = disk::read(path, LARGEST).map_err(|error| not_read(&error))?;
        let true_path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if self.chain.len() >= LONGEST_CHAIN || self.chain.iter().any(|(_, other)| *other == true_path) {
            let chain = self.chain.iter().map(|(shown, _)| shown.clone()).chain([shown]).collect();
            return Err(at(Problem::Cycle { chain }));
        }
        self.chain.push((shown.clone(), true_path.clone()));
        let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
        let text =
            String::from_utf8(bytes.clone()).map_err(|error| not_utf8(&shown, error.as_bytes(), error.utf8_error().valid_up_to()))?;
        self.inputs.push(Input { name, path: true_path, bytes });
        self.text(&shown, &text, path.parent().map_or(Around::Nothing, Around::Folder))
    }

    /// The tree of one that comes with the program, laid over what it is based on.
    fn shipped(&mut self, shipped: &'static Shipped) -> Result<Table, Box<Fault>> {
        let name = shipped.file.rsplit('/').next().unwrap_or(shipped.file).to_owned();
        self.chain.push((shipped.name().to_owned(), PathBuf::new()));
        self.inputs.push(Input { name, path: PathBuf::new(), bytes: shipped.text.as_bytes().to_vec() });
        self.text(shipped.name(), shipped.text, Around::Shipped(shipped))
    }

    /// The tree of a text, laid over what it is based on, which is looked for around it.
    fn text(&mut self, name: &str, text: &str, around: Around<'_>) -> Result<Table, Box<Fault>> {
        let source = Source::new(name, text);
        let parsed = parse::parse(&source);
        let is_first = self.chain.len() <= 1;
        if is_first && parsed.root.entries.is_empty() && parsed.faults.is_empty() {
            return Err(Box::new(Fault::at(&Place::new(&source, 0..0), Problem::Empty)));
        }
        self.unread |= !parsed.whole;
        self.faults.extend(parsed.faults);
        let mut root = parsed.root;
        let base = root.entry("based_on").and_then(|entry| entry.node.text().map(|base| (base.to_owned(), entry.node.place.clone())));
        if let Some((base, place)) = base {
            let below = match around {
                Around::Folder(folder) => {
                    let path = folder.join(&base);
                    let travels = Shipped::named(&base).filter(|_| fs::symlink_metadata(&path).is_err());
                    Some(match travels {
                        Some(shipped) => self.shipped(shipped),
                        None => self.file(&path, Some(&place)),
                    })
                }
                Around::Shipped(own) => own.base(&base).map(|shipped| self.shipped(shipped)),
                Around::Nothing => Shipped::called(&base).map(|shipped| self.shipped(shipped)),
            };
            match below {
                None => self.faults.push(Fault::at(&place, Problem::NoBase { base })),
                Some(Ok(below)) => root = over(below, root),
                Some(Err(fault)) => {
                    self.unread = true;
                    self.faults.push(*fault);
                }
            }
        }
        self.whole = !self.unread;
        Ok(root)
    }
}

/// `patch` over `base`; the arms of a patch replace those of its base.
fn over(mut base: Table, mut patch: Table) -> Table {
    for table in [&mut base, &mut patch] {
        if let Some(Value::Table(swept)) = table.value_mut(sweep::TABLE) {
            patch::spell_out(swept);
        }
    }
    if patch.get("arms").is_some() {
        base.remove("arms");
    }
    base.remove("based_on");
    patch::name_all(&mut base);
    patch::merge(&mut base, patch);
    base
}

/// The fault about a byte that is not UTF-8, shown in the text as far as it can be read.
fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Box<Fault> {
    let rest = String::from_utf8_lossy(&bytes[at..]);
    let line = rest.split('\n').next().unwrap_or_default();
    let text = format!("{}{line}", String::from_utf8_lossy(&bytes[..at]));
    let source: Arc<Source> = Source::new(name, &text);
    Box::new(Fault::at(&Place::new(&source, at..at + '\u{FFFD}'.len_utf8()), Problem::NotUtf8))
}

/// The scenario file nearest to a `path` that does not exist.
fn nearest_path(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    let stem = wanted.trim_end_matches(".toml");
    [folder, Path::new(""), Path::new("scenarios"), &folder.join("scenarios")]
        .into_iter()
        .find_map(|folder| {
            let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let mut names: Vec<String> =
                fs::read_dir(here).ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            // a folder of that name, or a link to nothing, is not what was meant
            names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "toml") && here.join(name).is_file());
            names.sort();
            let near = nearest(stem, names.iter().map(|name| name.trim_end_matches(".toml")))?;
            Some(folder.join(format!("{near}.toml")).display().to_string().replace('\\', "/"))
        })
        .or_else(|| nearest(&path.display().to_string(), SHIPPED.iter().map(Shipped::name)).map(str::to_owned))
}
