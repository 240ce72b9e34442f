//! # `onfoot plot`
//!
//! A figure of a finished run for a journal: in its width, form and language, from the numbers in the folder.

use std::path::PathBuf;

use super::arguments::{Plot, Shape};
use super::terminal::{Stop, Terminal};
use super::{Exit, hold};
use crate::report::figure::Medium;
use crate::report::plot::{self, NoFigure};
use crate::text::{Language, shown_path as shown};
use crate::words::number::number;
use crate::words::screen::plot as words;

pub(super) fn plot(asked: &Plot, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let shape = shape(asked, language).map_err(|said| terminal.refuse(&said))?;
    let refuse = |fault: NoFigure| {
        let meant: Vec<String> = fault.meant.map(str::to_owned).into_iter().collect();
        terminal.note(&terminal.error_with(&fault.reason, &meant));
        Stop::Told(Exit::Input)
    };
    let hold = hold::look(&asked.dir, terminal)?;
    let medium = Medium::Print { width: asked.width, headline: asked.headline };
    let figure = plot::plot(&asked.dir, &asked.figure, medium, language).map_err(refuse)?;
    drop(hold);
    let usual = || PathBuf::from(format!("{}-{}mm.{}", asked.figure, asked.width, shape.ending()));
    let file = asked.output.clone().unwrap_or_else(usual);
    let caption = plot::write(&asked.dir, &figure, shape.picture(), &file, language).map_err(refuse)?;
    let [width, height] = figure.millimetres().map(|length| number(length, 0, language));
    let file = shown(&file);
    terminal.say(&if asked.quiet { file } else { words::written(&file, &shown(&caption), &width, &height, language) })?;
    Ok(Exit::Done)
}

/// The form that was asked for, by an option or by the ending of the file.
fn shape(asked: &Plot, language: Language) -> Result<Shape, String> {
    let Some(file) = &asked.output else { return Ok(asked.format.unwrap_or(Shape::Svg)) };
    let ending = file.extension().map(|end| end.to_string_lossy().to_lowercase());
    let by_ending = [Shape::Svg, Shape::Pdf, Shape::Png].into_iter().find(|shape| ending.as_deref() == Some(shape.ending()));
    match (asked.format, by_ending) {
        // a file is never called what it is not
        (Some(shape), Some(other)) if shape != other => {
            let form = shape.ending();
            Err(words::other_form(&shown(file), &shown(&file.with_extension(form)), form, language))
        }
        (Some(shape), _) | (None, Some(shape)) => Ok(shape),
        (None, None) => Err(words::no_form(&shown(file), language)),
    }
}
