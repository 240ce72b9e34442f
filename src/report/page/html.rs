//! # Writing HTML
//!
//! Pieces of the page. What is put into a piece is text and is escaped by maud, unless it is a finished piece itself.

use maud::{Markup, PreEscaped, html};

use crate::text::{CODE, Language, Text};
use crate::words::report as words;

/// The languages with their codes.
pub const LANGUAGES: [(Language, &str); 2] = [(Language::English, CODE.en), (Language::Dutch, CODE.nl)];
/// What a page starts with.
pub const DOCTYPE: PreEscaped<&str> = PreEscaped("<!doctype html>\n");

/// What stands before the body: character set, title, style. `title` is a text, `style` a sheet of ours.
pub fn head(version: &str, title: &str, style: &[&str]) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content={ "onfoot " (version) };
            link rel="icon" href="data:,";
            title { (title) }
            style {
                @for sheet in style {
                    (PreEscaped(sheet)) "\n"
                }
            }
            script { (PreEscaped("document.documentElement.className=\"js\"")) }
        }
    }
}

/// The buttons that choose the language; `first` is the one that is shown.
pub fn languages(first: &str) -> Markup {
    html! {
        nav class="languages" aria-label=(words::LANGUAGES) {
            @for (language, code) in LANGUAGES {
                button type="button" lang=(code) data-language=(code) aria-pressed=(code == first) { (words::LANGUAGE.get(language)) }
            }
        }
    }
}

pub fn paragraph(text: &str) -> Markup {
    html! { p { (text) } }
}

/// A list of sentences; nothing if there are none.
pub fn list(items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            ul {
                @for item in items {
                    li { (item) }
                }
            }
        }
    }
}

/// A table with a caption, heads and rows; the first cell of a row is its head.
pub fn table(caption: &str, heads: &[String], rows: &[Vec<String>]) -> Markup {
    html! {
        table {
            caption { span { (caption) } }
            thead {
                tr {
                    @for head in heads {
                        th scope="col" { (head) }
                    }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        @if let Some((first, cells)) = row.split_first() {
                            th scope="row" { (first) }
                            @for text in cells {
                                td { (text) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is wider than a narrow screen and slides in a frame of its own there.
pub fn wide(inner: &Markup) -> Markup {
    html! { div class="wide" { (inner) } }
}

/// The same, with a name for readers who reach it by keyboard.
pub fn region(name: &str, inner: &Markup) -> Markup {
    html! { div class="wide" tabindex="0" role="region" aria-label=(name) { (inner) } }
}

/// A place among blocks as an element, so that the page's own script finds it too.
pub fn place(name: &str, code: &str, inner: &Markup) -> Markup {
    html! { div data-place=(name) { (slot(&format!("{name}-{code}"), inner)) } }
}

/// A place inside a line.
pub fn place_in_line(name: &str, code: &str, inner: &Markup) -> Markup {
    html! { span data-place=(name) { (slot(&format!("{name}-{code}"), inner)) } }
}

/// A place that can be filled anew. What users write is escaped, so that no text of theirs can look like one.
pub fn slot(name: &str, inner: &Markup) -> Markup {
    let [start, end] = bounds(name).map(PreEscaped);
    html! { (start) (inner) (end) }
}

/// The page with another content in this place; `None` if there is no such place.
pub fn refill(page: &str, name: &str, inner: &Markup) -> Option<String> {
    let [start, end] = bounds(name);
    let (before, rest) = page.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some([before, &start, &inner.0, &end, after].concat())
}

/// The comments between which the place of this name lies.
fn bounds(name: &str) -> [String; 2] {
    [format!("<!--{name}-->"), format!("<!--/{name}-->")]
}

/// JSON that is safe inside a script element: no tag can end it.
pub fn script_safe(json: &str) -> PreEscaped<String> {
    PreEscaped(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

pub fn heads(heads: &[Text], language: Language) -> Vec<String> {
    heads.iter().map(|head| head.get(language).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_filled_anew_and_stays_a_place() {
        let page = format!("a{}b", slot("x", &html! { "1" }).0);
        assert_eq!(refill(&page, "x", &html! { "2" }), Some(format!("a{}b", slot("x", &html! { "2" }).0)));
        assert_eq!(refill(&page, "y", &html! { "2" }), None);
    }

    #[test]
    fn nothing_that_a_user_writes_becomes_a_tag() {
        let evil = "<b title=\"x\">\"&\"";
        let safe = "&lt;b title=&quot;x&quot;&gt;&quot;&amp;&quot;";
        assert_eq!(paragraph(evil).0, format!("<p>{safe}</p>"));
        assert_eq!(
            region(evil, &paragraph("")).0,
            format!("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{safe}\"><p></p></div>")
        );
        assert_eq!(script_safe("\"</script>\"").0, "\"\\u003c/script>\"");
        assert!(table("a", &["b".into()], &[vec!["<i>".into()]]).0.contains("&lt;i&gt;"));
        // no place of the page can be written by hand
        assert!(!place("x", "en", &paragraph("<!--y-en-->")).0.contains("<!--y"));
    }
}
