//! # `onfoot` alone

use crate::text::{Text, text};

/// Above the first commands.
pub const START_HERE: Text = text("Start here", "Begin hier");
/// What works in any folder.
pub const START: &[(&str, Text)] = &[
    ("onfoot run horseback", text("one scenario: tables and figures", "één scenario: tabellen en figuren")),
    ("onfoot compare repair", text("which answer is worth its cost", "welk antwoord zijn prijs waard is")),
    ("onfoot check horseback", text("what a run would do", "wat een uitvoering zou doen")),
    ("onfoot new my-study", text("a commented scenario to edit", "een scenario met uitleg, om te bewerken")),
];
/// Above the rest.
pub const LOOK_UP: Text = text("Look up", "Opzoeken");
/// To look things up.
pub const LOOK: &[(&str, Text)] = &[
    ("onfoot explain trust", text("a word: meaning, range, evidence", "een woord: betekenis, bereik, bewijs")),
    ("onfoot list", text("parameters, measures, repairs ...", "parameters, maten, herstel ...")),
    ("onfoot --help", text("everything", "alles")),
];
/// The other language, said in that language.
pub const OTHER_LANGUAGE: Text = text("Nederlands: onfoot --lang nl", "English: onfoot --lang en");
