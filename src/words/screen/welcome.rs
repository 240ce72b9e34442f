//! # `onfoot` alone

use crate::text::{Text, text};

/// Above the first commands.
pub const START_HERE: Text = text("Start here", "Begin hier");
/// Where the scenarios are at hand.
pub const START: &[(&str, Text)] = &[
    ("onfoot run scenarios/horseback.toml", text("one scenario: tables and figures", "één scenario: tabellen en figuren")),
    ("onfoot compare scenarios/repair.toml", text("which answer is worth its cost", "welk antwoord zijn prijs waard is")),
    ("onfoot check scenarios/horseback.toml", text("what a run would do", "wat een uitvoering zou doen")),
    ("onfoot new my-study", text("a commented scenario to edit", "een scenario met uitleg, om te bewerken")),
];
/// Where they are not.
pub const START_ELSEWHERE: &[(&str, Text)] = &[
    ("onfoot new my-study", text("a commented scenario to edit", "een scenario met uitleg, om te bewerken")),
    ("onfoot run my-study/scenario.toml", text("then run it: tables and figures", "voer het dan uit: tabellen en figuren")),
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
