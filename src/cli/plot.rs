//! # `onfoot plot`
//!
//! A figure of a finished run for a journal: in its width, form and language, from the numbers in the folder.

use std::path::PathBuf;

use super::Exit;
use super::arguments::{Plot, Shape};
use super::layout::paragraph;
use super::terminal::{Stop, Terminal};
use super::{hold, usage};
use crate::folder::{Folder, FolderError, Inputs, RESOLVED, may_write, write_file};
use crate::report::figure::{Figure, Medium, Picture, Provenance, again, figures_of};
use crate::scenario::read::read;
use crate::text::{Language, shown_path as shown};
use crate::words::number::number;
use crate::words::screen::{self, plot as words};

/// Likeness from which on a name is probably what was meant.
const LIKE: f64 = 0.7;

pub(super) fn plot(asked: &Plot, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let drawn = form(asked, language).and_then(|form| Ok((form, draw(asked, language)?)));
    let written = drawn.and_then(|(form, figure)| write(asked, &figure, form, language).map(|files| (files, figure)));
    match written {
        Ok(([file, caption], figure)) => {
            let [width, height] = figure.millimetres().map(|length| number(length, 0, language));
            let said = if asked.quiet { shown(&file) } else { words::written(&shown(&file), &shown(&caption), &width, &height, language) };
            terminal.say(&said)?;
            Ok(Exit::Done)
        }
        Err(fault) => {
            let mut page = usage::error(&fault.said, terminal);
            if let Some(meant) = fault.meant {
                page += &paragraph(&screen::did_you_mean(&[meant.to_owned()], language), 0, terminal.width);
            }
            terminal.note(&page);
            Ok(Exit::Input)
        }
    }
}

/// Why there is no picture, and what was probably meant.
struct Fault {
    said: String,
    meant: Option<&'static str>,
}

impl From<String> for Fault {
    fn from(said: String) -> Self {
        Fault { said, meant: None }
    }
}

/// The form that was asked for, by an option or by the ending of the file.
fn form(asked: &Plot, language: Language) -> Result<Shape, Fault> {
    let Some(file) = &asked.output else { return Ok(asked.format.unwrap_or(Shape::Svg)) };
    let ending = file.extension().map(|end| end.to_string_lossy().to_lowercase());
    let by_ending = match ending.as_deref() {
        Some("svg") => Some(Shape::Svg),
        Some("pdf") => Some(Shape::Pdf),
        Some("png") => Some(Shape::Png),
        _ => None,
    };
    match (asked.format, by_ending) {
        // a file is never called what it is not
        (Some(form), Some(other)) if form != other => {
            Err(words::other_form(&shown(file), &shown(&file.with_extension(named(form))), named(form), language).into())
        }
        (Some(form), _) | (None, Some(form)) => Ok(form),
        (None, None) => Err(words::no_form(&shown(file), language).into()),
    }
}

/// How the files of a form end.
fn named(form: Shape) -> &'static str {
    match form {
        Shape::Svg => "svg",
        Shape::Pdf => "pdf",
        Shape::Png => "png",
    }
}

fn draw(asked: &Plot, language: Language) -> Result<Figure, Fault> {
    let say = |fault: FolderError| Fault::from(fault.say(language));
    let folder = shown(&asked.dir);
    let _hold = hold::look(&asked.dir).map_err(say)?;
    let (_, manifest) = Folder::finished(&asked.dir).map_err(say)?.ok_or_else(|| Fault::from(words::no_result(&folder, language)))?;
    let there = figures_of(&asked.dir);
    if !there.contains(&asked.figure.as_str()) {
        let scored = there.iter().map(|name| (strsim::jaro_winkler(name, &asked.figure), *name));
        let meant = scored.filter(|(score, _)| *score > LIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name);
        return Err(Fault { said: words::no_figure(&asked.figure, &folder, &there, language), meant });
    }
    let reading = read(&asked.dir.join(RESOLVED), &[]).map_err(|_| Fault::from(words::no_scenario(&folder, RESOLVED, language)))?;
    let design_hash = manifest.design_hash.chars().take(8).collect();
    let provenance = Provenance { version: manifest.version, design_hash, seed: manifest.seed };
    let medium = Medium::Print { width: asked.width, headline: asked.headline };
    let figure = again(&asked.dir, &asked.figure, &reading.scenario, language, &provenance, medium).map_err(say)?;
    figure.ok_or_else(|| words::empty(&asked.figure, language).into())
}

/// Writes the picture and its caption; their names.
fn write(asked: &Plot, figure: &Figure, form: Shape, language: Language) -> Result<[PathBuf; 2], Fault> {
    let picture = match form {
        Shape::Svg => Picture::Svg,
        Shape::Pdf => Picture::Pdf,
        Shape::Png => Picture::Png,
    };
    let ending = named(form);
    let file = asked.output.clone().unwrap_or_else(|| PathBuf::from(format!("{}-{}mm.{ending}", asked.figure, asked.width)));
    let caption = file.with_extension("txt");
    let bytes = figure.picture(picture, language)?;
    let files = [(&file, bytes.as_slice()), (&caption, figure.summary.as_bytes())];
    // what is read: all of the folder
    let inputs = Folder::anywhere(&asked.dir).files().unwrap_or_default().into_iter().map(|name| asked.dir.join(name));
    let inputs = Inputs::files(inputs);
    let said = |fault: FolderError| fault.say(language);
    // both or neither
    files.iter().try_for_each(|(file, bytes)| may_write(file, bytes, &inputs, false)).map_err(said)?;
    files.iter().try_for_each(|(file, bytes)| write_file(file, bytes, &inputs, false)).map_err(said)?;
    Ok([file, caption])
}
