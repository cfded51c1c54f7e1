//! Both renderers: whatever the texts are, they stay texts, and the structure is that of the report.

use crate::{
    helpers::{programme, report, west_sussex, with},
    markup::{self, Block, Element},
};
use childrens_services::{Programme, ProgressReport, ReportBrief};
use proptest::{
    collection::vec,
    prelude::{ProptestConfig, Strategy, prop_assert_eq, prop_oneof},
    proptest,
    sample::select,
    test_runner::FileFailurePersistence,
};
use pulldown_cmark::Options;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Texts that would be markup if nobody saw to it.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</title></h1><b>bold</b>",
    "<!-- a -->",
    "*x*",
    "**x** and __y__",
    "a_b_c _d_",
    "[a](b)",
    "![a](b)",
    "[a]",
    "[x] done",
    "<https://example.org>",
    "| x |",
    "a | b",
    r"a \| b",
    r"a \",
    r"\a",
    r"\\*x*",
    "# h",
    "Phase #",
    "Phase ##",
    "#1 #",
    "1. x",
    "1) x",
    "2019.",
    "1",
    "- x",
    "+ x",
    "* x",
    "> x",
    "=x",
    "== x",
    "--- x",
    "`x`",
    "``x` y",
    "~~x~~",
    "~~~ x",
    "``` x",
    "&amp;",
    "&#60;b&#62;",
    "a & b",
    "\"x\" and 'y'",
    "x!",
    "!",
    "x:",
    "^x^ and $x$",
    "[^1]: x",
    "    x",
    "\u{a0}x",
    "x   ",
    "x  y",
    "x \\",
    "-1% x",
    "…",
];

/// An indicator of one's own with this title.
fn titled(title: &str) -> Value {
    json!({
        "code": "qualified_staff_leaving", "title": title, "unit": "headcount", "polarity": "lower_is_better",
    })
}

/// West Sussex with one text wherever its document and its brief have one that is printed.
fn spoken(text: &str) -> ProgressReport {
    // What must say something does.
    let text = if text.contains(char::is_alphanumeric) { text.to_owned() } else { format!("{text} x") };
    let text = text.as_str();
    let mut document = with(
        west_sussex(),
        &[
            ("/title", json!(text)),
            ("/case/history/inspections/1/areas_for_improvement/0/label", json!(text)),
            ("/case/events/0/review/commissioner/name", json!(text)),
            ("/plan/identity/title", json!(text)),
            ("/plan/sign_off/adopted/body", json!(text)),
            ("/plan/sign_off/revisions", json!([{"on": "2019-09", "version": text}])),
            (
                "/plan/status_scheme",
                json!([
                    {"word": text, "rating": "grey"},
                    {"word": format!("{text} good"), "rating": "green"},
                    {"word": format!("{text} bad"), "rating": "red"},
                ]),
            ),
            ("/governance/posts/2/title", json!(text)),
            ("/governance/appointments/0/holder", json!(text)),
            ("/governance/appointments/2/holder", json!(text)),
            ("/governance/bodies/0/title", json!(text)),
            ("/governance/strategies/0/title", json!(text)),
            ("/governance/strategies/0/summary", json!(text)),
            ("/governance/strategies/0/scrutiny_body", json!(text)),
            ("/governance/strategies/0/partners", json!([text])),
            ("/workforce/changes/0/indicator", titled(text)),
            ("/workforce/claims/0/statement", json!(text)),
            ("/service_areas/0/title", json!(text)),
            ("/service_areas/0/claims/0/statement", json!(text)),
            ("/service_areas/2/developments/0", json!(text)),
        ],
    );
    // A snapshot, for the third table.
    document["workforce"]["snapshots"] =
        json!([{"period": "2019", "vacancy_fte": "56.3", "inpost_fte": "494.5"}]);
    let brief = ReportBrief::new("2019-12".parse().unwrap(), text, text, text).unwrap();
    ProgressReport::write(&programme(&document), &brief).with_words(2, text).unwrap()
}

/// Tables alone, and all that GitHub reads beside CommonMark.
const DIALECTS: [Options; 2] = [
    Options::ENABLE_TABLES,
    Options::ENABLE_TABLES
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_GFM),
];

#[track_caller]
fn stays_text(report: &ProgressReport) {
    let markdown = report.to_markdown();
    for dialect in DIALECTS {
        let blocks = markup::of_markdown(&markdown, dialect);
        assert_eq!(blocks, markup::of(report, |number| format!("{number}.")), "{markdown}");
    }
    let page = report.to_html();
    let shown = |blocks: Vec<Block>| -> Vec<Block> { blocks.into_iter().map(Block::into_shown).collect() };
    let blocks = markup::of(report, |number| number.to_string());
    assert_eq!(shown(markup::of_html(&page)), shown(blocks), "{page}");
}

#[test]
fn texts_stay_texts() {
    stays_text(&report(&west_sussex()));
    for text in HOSTILE {
        stays_text(&spoken(text));
    }
}

/// Every text of a report is on one line, for the title of an indicator must be.
#[test]
fn titles_that_break_the_line_are_refused() {
    for title in ["a\n# b", "a\r\n\r\n- b", "a\u{0}b\u{2028}c", "a\n\n| b |\n| --- |", "\tx"] {
        let document = with(west_sussex(), &[("/workforce/changes/0/indicator", titled(title))]);
        let error = serde_json::from_value::<Programme>(document).unwrap_err().to_string();
        let told = format!("text {title:?} has a line break or another control character");
        assert!(error.contains(&told), "{error}");
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "*", "_", "`", "[", "]", "(", ")", "<", ">", "&", "amp;", "#", " ", "-", "+", "=", "1", ".", "\\",
        "|", "~", "!", "a", "é", ":", "http://x", "</p>", "\"", "'", "^", "$", "\u{a0}", "{", "}",
    ]);
    let text = vec(piece, 1..12).prop_map(|pieces| pieces.concat());
    prop_oneof![text.clone(), text.prop_map(|text| format!("{text} x #"))]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        cases: 64,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_stays_text(text in pieces()) {
        let report = spoken(&text);
        stays_text(&report);
        prop_assert_eq!(report.to_html(), spoken(&text).to_html());
    }
}

/// One title, sections in their order below it, and paragraphs counted through.
#[test]
fn headings_and_numbers_are_in_order() {
    for report in [report(&west_sussex()), spoken("# h"), spoken("- x")] {
        let markdown = report.to_markdown();
        let blocks = markup::of_markdown(&markdown, Options::ENABLE_TABLES);
        for blocks in [blocks, markup::of_html(&report.to_html())] {
            let levels: Vec<u8> = blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Heading(level, _) => Some(*level),
                    _ => None,
                })
                .collect();
            assert_eq!(levels[0], 1);
            assert_eq!(levels.len(), 1 + report.sections().len());
            assert!(levels[1..].iter().all(|level| *level == 2), "{levels:?}");
            for block in &blocks {
                if let Block::Table(rows) = block {
                    assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
                }
            }
        }
        let numbers: Vec<u32> = report.paragraphs().map(|paragraph| paragraph.number()).collect();
        assert_eq!(numbers, (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
        for number in numbers {
            let line = format!("\n{number}\\. ");
            assert_eq!(markdown.matches(&line).count(), 1, "{markdown}");
        }
    }
}

fn named<'a>(elements: &'a [Element], name: &'a str) -> impl Iterator<Item = &'a Element> {
    elements.iter().filter(move |element| element.name == name)
}

#[track_caller]
fn one<'a>(elements: &'a [Element], name: &'a str) -> &'a Element {
    let found: Vec<_> = named(elements, name).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0]
}

#[test]
fn the_page_is_accessible() {
    let twice = report(&with(west_sussex(), &[("/governance/strategies/0/title", json!("Summary"))]));
    for report in
        [report(&west_sussex()), twice, spoken("</title><script>x</script>"), spoken("\" onclick=\"x")]
    {
        let page = report.to_html();
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"), "{page}");
        let elements = markup::elements(&page);
        let one = |name| one(&elements, name);
        assert_eq!(one("html").attribute("lang"), Some("en-GB"));
        assert_eq!(one("title").text, report.title());
        assert_eq!(one("h1").text, report.title());
        assert_eq!(one("h1").around.last().unwrap(), "main");
        assert_eq!(one("footer").around, ["html", "body"]);

        let known = [
            "html", "head", "meta", "title", "style", "body", "main", "h1", "section", "h2", "p", "span",
            "ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "footer", "strong",
            "br",
        ];
        let mut ids = BTreeSet::new();
        for element in &elements {
            assert!(known.contains(&element.name.as_str()), "{}", element.name);
            for (name, value) in &element.attributes {
                let known = [
                    "lang",
                    "charset",
                    "name",
                    "content",
                    "id",
                    "class",
                    "role",
                    "tabindex",
                    "scope",
                    "aria-labelledby",
                ];
                assert!(known.contains(&name.as_str()), "{name}={value}");
                assert!(name != "id" || ids.insert(value), "id {value} stands twice");
            }
        }
        // Regions are told apart by their names.
        let mut regions = BTreeSet::new();
        for element in &elements {
            if let Some(label) = element.attribute("aria-labelledby") {
                assert!(ids.contains(&label.to_owned()), "{label}");
                let named = elements.iter().find(|element| element.attribute("id") == Some(label)).unwrap();
                assert!(regions.insert(named.text.as_str()), "two regions are named {}", named.text);
            }
        }

        let tables = report.paragraphs().filter_map(|paragraph| paragraph.table());
        let captions: Vec<_> = tables.map(|table| table.caption()).collect();
        let found: Vec<_> = named(&elements, "caption").map(|caption| caption.text.as_str()).collect();
        assert_eq!(found, captions);
        for header in named(&elements, "th") {
            let row = header.around.iter().any(|name| name == "tbody");
            assert_eq!(header.attribute("scope"), Some(if row { "row" } else { "col" }), "{}", header.text);
        }
        for cell in named(&elements, "td") {
            assert!(cell.around.iter().any(|name| name == "tbody"), "{}", cell.text);
        }
    }
}

/// Written twice, from a document and from what was read and written again, it is the same to the byte.
#[test]
fn the_same_bytes_every_time() {
    let first = report(&west_sussex());
    let again: Value = serde_json::to_value(programme(&west_sussex())).unwrap();
    let second = report(&again);
    assert_eq!(first.to_markdown(), second.to_markdown());
    assert_eq!(first.to_html(), second.to_html());
    assert_eq!(first, second);
    assert!(first.to_markdown().ends_with("Young People\n") && !first.to_markdown().contains("\n\n\n"));
}

/// Many readers make a link of what looks like an address, marked or not.
#[test]
fn addresses_become_no_links() {
    let hostile = "see https://evil.example or www.evil.example, a@evil.example, #1 and $x$";
    let markdown = report(&with(west_sussex(), &[("/title", serde_json::json!(hostile))])).to_markdown();
    let heading = markdown.lines().next().unwrap();
    assert!(
        heading.contains(r"see https\://evil.example or www\.evil.example, a\@evil.example, \#1 and \$x\$"),
        "{heading}"
    );
}
