//! # Writing HTML

/// Text that is safe between tags and inside quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// A cell of a table.
pub fn cell(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

/// A paragraph.
pub fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", escape(text))
}

/// A list of sentences; nothing if there are none.
pub fn list(items: &[String]) -> String {
    if items.is_empty() {
        String::new()
    } else {
        format!("<ul>{}</ul>", items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect::<String>())
    }
}

/// A table with a caption, heads and rows; the first cell of a row is its head.
pub fn table(caption: &str, heads: &[String], rows: &[Vec<String>]) -> String {
    let head: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let row = |row: &Vec<String>| {
        let mut cells = row.iter();
        let first = cells.next().map_or(String::new(), |text| format!("<th scope=\"row\">{}</th>", escape(text)));
        format!("<tr>{first}{}</tr>", cells.map(|text| cell(text)).collect::<String>())
    };
    format!(
        "<table><caption><span>{}</span></caption><thead><tr>{head}</tr></thead><tbody>{}</tbody></table>",
        escape(caption),
        rows.iter().map(row).collect::<String>()
    )
}

/// A place as an element, so that the page's own script finds it too.
pub fn place(tag: &str, name: &str, code: &str, inner: &str) -> String {
    format!("<{tag} data-place=\"{name}\">{}</{tag}>", slot(&format!("{name}-{code}"), inner))
}

/// A place that can be filled anew. What users write is escaped, so that no text of theirs can look like one.
pub fn slot(name: &str, inner: &str) -> String {
    format!("<!--{name}-->{inner}<!--/{name}-->")
}

/// The page with another content in this place; `None` if there is no such place.
pub fn refill(page: &str, name: &str, inner: &str) -> Option<String> {
    let (before, rest) = page.split_once(&format!("<!--{name}-->"))?;
    let (_, after) = rest.split_once(&format!("<!--/{name}-->"))?;
    Some(format!("{before}{}{after}", slot(name, inner)))
}

/// JSON that is safe inside a script element: no tag can end it.
pub fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_filled_anew_and_stays_a_place() {
        let page = format!("a{}b", slot("x", "1"));
        assert_eq!(refill(&page, "x", "2"), Some(format!("a{}b", slot("x", "2"))));
        assert_eq!(refill(&page, "y", "2"), None);
    }

    #[test]
    fn nothing_that_a_user_writes_becomes_a_tag() {
        assert_eq!(escape("<b title='x'>\"&\""), "&lt;b title=&#39;x&#39;&gt;&quot;&amp;&quot;");
        assert_eq!(script_safe("\"</script>\""), "\"\\u003c/script>\"");
        assert!(table("a", &["b".into()], &[vec!["<i>".into()]]).contains("&lt;i&gt;"));
    }
}
