//! # The file around a live page
//!
//! Scripts, styles, words and the engine in one file, under a content-security policy that lets nothing else in and nothing out.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::said::by_language;
use crate::report::page::script_safe;
use crate::text::{CODE, Language, Text, text};

/// The engine of `doors/browser` as WebAssembly, packed by `.ci/wasm`.
const ENGINE: &[u8] = include_bytes!("../../doors/browser/engine.wasm.gz");

const STYLE: &str = include_str!("../../doors/browser/page/live.css");
const WORKER: &str = include_str!("../../doors/browser/page/worker.js");
const SCRIPT: &str = include_str!("../../doors/browser/page/engine.js");

const NO_SCRIPT: Text = text("This page needs JavaScript.", "Deze pagina heeft JavaScript nodig.");

/// A page before it is put together.
pub struct LivePage {
    /// What it is called in its own scripts and styles.
    pub name: &'static str,
    /// The title of its window.
    pub title: String,
    /// The language in which it opens.
    pub language: Language,
    /// Its styles.
    pub styles: Vec<&'static str>,
    /// Its scripts, after that of the engine.
    pub scripts: Vec<&'static str>,
    /// Its words by key, in both languages.
    pub words: &'static [(&'static str, Text)],
    /// What else its scripts are told: an object.
    pub data: Value,
}

impl LivePage {
    /// The file.
    pub fn file(&self) -> String {
        let scripts: Vec<String> = std::iter::once(starter()).chain(self.scripts.iter().map(|script| wrapped(script))).collect();
        let style = [&[STYLE], &self.styles[..]].concat().concat();
        let policy = format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'",
            scripts.iter().map(|script| hash(script)).collect::<Vec<_>>().join(" "),
            hash(&style),
        );
        let page = html! {
            (DOCTYPE)
            html lang=(CODE.get(self.language)) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="generator" content={ "onfoot " (env!("CARGO_PKG_VERSION")) };
                    title { (self.title) }
                    style { (PreEscaped(&style)) }
                }
                body data-page=(self.name) {
                    main id="stage" {}
                    noscript { (NO_SCRIPT.get(self.language)) }
                    script type="application/json" id="data" { (json_of(&self.told())) }
                    (packed())
                    @for script in &scripts {
                        script { (PreEscaped(script)) }
                    }
                }
            }
        };
        page.into_string()
    }

    /// What the scripts are told.
    fn told(&self) -> Value {
        let mut told = self.data.clone();
        told["language"] = json!(CODE.get(self.language));
        told["version"] = json!(env!("CARGO_PKG_VERSION"));
        told["words"] = by_language(self.words);
        told
    }
}

/// The engine and the script that starts it, for a page that is already there.
pub(super) fn engine() -> Markup {
    html! {
        (packed())
        script { (PreEscaped(starter())) }
    }
}

/// A script of such a page.
pub(super) fn script(text: &str) -> Markup {
    html! { script { (PreEscaped(wrapped(text))) } }
}

/// JSON inside an element of a page.
pub(super) fn json_of(value: &Value) -> PreEscaped<String> {
    script_safe(&value.to_string())
}

fn packed() -> Markup {
    html! { script type="application/octet-stream" id="engine" { (BASE64.encode(ENGINE)) } }
}

/// The script of the engine, with that of its workers in it.
fn starter() -> String {
    wrapped(&SCRIPT.replace("\"the worker's script\"", &json_of(&json!(WORKER)).0))
}

/// A script whose names are its own.
fn wrapped(script: &str) -> String {
    format!("(()=>{{\"use strict\";\n{script}\n}})();\n")
}

/// How a content-security policy names a script or a style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())))
}
