//! The report's texts, read back from its Markdown and its HTML.

use childrens_services::{ProgressReport, ReportTable};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A block of a rendered report, with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading(u8, String),
    Paragraph(String),
    Item(String),
    Caption(String),
    /// Cells row by row, the columns' headings first.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// With one space for any white space, as a browser shows it.
    pub fn into_shown(self) -> Self {
        let shown = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self {
            Self::Heading(level, text) => Self::Heading(level, shown(text)),
            Self::Paragraph(text) => Self::Paragraph(shown(text)),
            Self::Item(text) => Self::Item(shown(text)),
            Self::Caption(text) => Self::Caption(shown(text)),
            Self::Table(rows) => {
                Self::Table(rows.into_iter().map(|row| row.into_iter().map(shown).collect()).collect())
            }
        }
    }
}

/// The blocks that a report has.
pub fn of(report: &ProgressReport, number: fn(u32) -> String) -> Vec<Block> {
    let trimmed = |text: &str| text.trim().to_owned();
    let mut blocks = vec![Block::Heading(1, trimmed(report.title()))];
    for section in report.sections() {
        blocks.push(Block::Heading(2, trimmed(section.heading())));
        for paragraph in section.paragraphs() {
            let text = format!("{} {}", number(paragraph.number()), paragraph.text().trim());
            blocks.push(Block::Paragraph(text));
            for item in paragraph.items() {
                let remark = item.remark().map_or_else(String::new, |remark| format!(" [{}]", remark.trim()));
                blocks.push(Block::Item(format!("{}{remark}", item.text().trim())));
            }
            blocks.extend(paragraph.table().into_iter().flat_map(table));
        }
    }
    blocks.push(Block::Paragraph("For information".to_owned()));
    blocks.push(Block::Paragraph(format!("{}\n{}", report.author().trim(), report.post().trim())));
    blocks
}

fn table(table: &ReportTable) -> [Block; 2] {
    let rows = [table.columns().to_vec()].into_iter().chain(table.rows().iter().cloned());
    let trimmed = rows.map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect());
    [Block::Caption(table.caption().to_owned()), Block::Table(trimmed.collect())]
}

/// The blocks of a Markdown text; what is neither of them fails.
#[track_caller]
pub fn of_markdown(markdown: &str, options: Options) -> Vec<Block> {
    let (mut blocks, mut text, mut rows) = (Vec::new(), String::new(), Vec::<Vec<String>>::new());
    let (mut in_item, mut strong_all) = (false, false);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(
                Tag::Heading { .. } | Tag::Paragraph | Tag::TableCell | Tag::TableHead | Tag::TableRow,
            ) => {
                if matches!(event, Event::Start(Tag::TableHead | Tag::TableRow)) {
                    rows.push(Vec::new());
                }
                if !in_item {
                    text.clear();
                    strong_all = false;
                }
            }
            Event::Start(Tag::Item) => {
                text.clear();
                in_item = true;
            }
            Event::Start(Tag::Strong) => strong_all = text.is_empty(),
            Event::Start(Tag::List(None) | Tag::Emphasis | Tag::Table(_)) => {}
            Event::End(TagEnd::Heading(level)) => {
                let level = if level == HeadingLevel::H1 { 1 } else { level as u8 };
                blocks.push(Block::Heading(level, text.clone()));
            }
            Event::End(TagEnd::Paragraph) if !in_item => {
                let caption = strong_all && !text.contains('\n');
                blocks.push(if caption {
                    Block::Caption(text.clone())
                } else {
                    Block::Paragraph(text.clone())
                });
            }
            Event::End(TagEnd::Item) => {
                in_item = false;
                blocks.push(Block::Item(text.clone()));
            }
            Event::End(TagEnd::TableCell) => rows.last_mut().unwrap().push(text.clone()),
            Event::End(TagEnd::Table) => blocks.push(Block::Table(std::mem::take(&mut rows))),
            Event::Text(part) => text.push_str(&part),
            Event::HardBreak => text.push('\n'),
            Event::End(_) => {}
            other => panic!("{other:?} is in\n{markdown}"),
        }
    }
    blocks
}

/// An element of a page.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// The names of the elements around it, outermost first.
    pub around: Vec<String>,
    /// The text of it and of what is in it.
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The elements of a page in the order of their ends; tags that do not balance fail.
#[track_caller]
pub fn elements(page: &str) -> Vec<Element> {
    const VOID: [&str; 2] = ["meta", "br"];
    let mut rest = page.strip_prefix("<!DOCTYPE html>\n").expect("a document type");
    let (mut open, mut done) = (Vec::<Element>::new(), Vec::new());
    while let Some((text, tag)) = rest.split_once('<') {
        let text = decoded(text);
        for element in &mut open {
            element.text.push_str(&text);
        }
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let element = open.pop().unwrap_or_else(|| panic!("</{name}> ends nothing"));
            assert_eq!(element.name, name, "{:?}", element.attributes);
            done.push(element);
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let around = open.iter().map(|element| element.name.clone()).collect();
        let mut element = Element { name: name.to_owned(), around, ..Element::default() };
        while let Some((name, value)) = attributes.split_once("=\"") {
            let (value, after) = value.split_once('"').expect("a value ends");
            element.attributes.push((name.trim().to_owned(), decoded(value)));
            attributes = after;
        }
        assert_eq!(attributes, "", "of <{tag}>");
        if name == "br" {
            open.iter_mut().for_each(|element| element.text.push('\n'));
        }
        if VOID.contains(&name) { done.push(element) } else { open.push(element) }
    }
    assert_eq!((rest, open.len()), ("\n", 0), "{open:?}");
    done
}

/// A text with its character references read; any other `&` fails.
#[track_caller]
fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or_else(|| panic!("& begins nothing in {text}"));
        decoded.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("&{other}; in {text}"),
        });
        decoded.push_str(rest);
    }
    decoded
}

/// The blocks of a page.
#[track_caller]
pub fn of_html(page: &str) -> Vec<Block> {
    let (mut blocks, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
    for element in elements(page) {
        let text = element.text.trim().to_owned();
        match element.name.as_str() {
            "h1" => blocks.push(Block::Heading(1, text)),
            "h2" => blocks.push(Block::Heading(2, text)),
            "p" => blocks.push(Block::Paragraph(text)),
            "li" => blocks.push(Block::Item(text)),
            "caption" => blocks.push(Block::Caption(text)),
            "th" | "td" => row.push(text),
            "tr" => rows.push(std::mem::take(&mut row)),
            "table" => blocks.push(Block::Table(std::mem::take(&mut rows))),
            _ => {}
        }
    }
    blocks
}
