//! # `lesson` and `workbench`

use super::either;
use crate::text::Language;
use crate::words::disk::on_disk;

/// The folder for the page could not be made.
pub fn no_folder(folder: &str, why: &std::io::Error, language: Language) -> String {
    let why = on_disk(why, language);
    either(language, format!("The folder {folder} cannot be made: {why}."), format!("De map {folder} kan niet gemaakt worden: {why}."))
}
