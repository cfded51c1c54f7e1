//! The report as a document: sections of numbered paragraphs.

use super::{ReportBrief, sections};
use crate::{
    programme::Programme,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

/// A progress report: sections of numbered paragraphs, with lists and tables.
///
/// # Guarantees
///
/// Every figure and every date in it is carried or computed from the programme. A figure prints as it stands there
/// ("over 90%"), a change with its direction and its verdict. A claim that no figure bears out says so.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     Assumptions, Case, InspectionHistory, LocalAuthority, Programme, ProgrammeParts, ProgressReport, ReportBrief,
/// };
///
/// let history = InspectionHistory::new(LocalAuthority::with_ons_code("E10000032")?, [])?;
/// let programme = Programme::new(ProgrammeParts::of(Case::new(history, Assumptions::new())))?;
/// let brief = ReportBrief::new("2019-10".parse()?, "all members", "A. Member", "Cabinet Member")?;
/// let report = ProgressReport::write(&programme, &brief).with_words(2, "There is no plan yet.")?;
/// let markdown = report.to_markdown();
/// assert!(markdown.starts_with("# West Sussex: progress report, October 2019\n"));
/// assert!(markdown.contains("\n2\\. There is no plan yet.\n"));
/// assert_eq!(
///     report.with_words(99, "More").unwrap_err().to_string(),
///     "the report has no paragraph 99, only 1 to 6",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ProgressReport {
    title: String,
    #[serde(serialize_with = "crate::wire::write_day")]
    as_of: NaiveDate,
    sections: Vec<ReportSection>,
    author: String,
    post: String,
}

impl ProgressReport {
    /// Writes the report of what was known of a programme at the end of the brief's period.
    #[must_use]
    pub fn write(programme: &Programme, brief: &ReportBrief) -> Self {
        let as_of = brief.period().end();
        let state = programme.state_on(as_of);
        let mut sections = sections::of(&state, brief);
        for (paragraph, number) in sections.iter_mut().flat_map(|section| &mut section.paragraphs).zip(1..) {
            paragraph.number = number;
        }
        let subject = match state.title() {
            Some(title) => format!("{}, {title}", state.authority().name()),
            None => state.authority().name().to_owned(),
        };
        Self {
            title: format!("{subject}: progress report, {}", brief.period().in_words()),
            as_of,
            sections,
            author: brief.author().to_owned(),
            post: brief.post().to_owned(),
        }
    }

    /// Puts other words in the place of a paragraph's. Its list and its table, and so their figures, stay; figures and
    /// dates in the words themselves go with them. Numbers are those of this report: another one may count otherwise.
    ///
    /// # Errors
    ///
    /// Refuses a number that no paragraph has, words that say nothing, and control characters in them.
    pub fn with_words(mut self, number: u32, words: impl Into<String>) -> Result<Self, ReportError> {
        let last = self.paragraphs().count();
        let mut paragraphs = self.sections.iter_mut().flat_map(|section| &mut section.paragraphs);
        let paragraph = paragraphs.find(|paragraph| paragraph.number == number);
        let paragraph = paragraph.ok_or(ReportError(Problem::NoParagraph { number, last }))?;
        paragraph.text =
            OneLine::new(words).map_err(|error| ReportError(Problem::Words { number, error }))?.into();
        paragraph.replaced = true;
        Ok(self)
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The day at whose end what is told was known.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The sections, in order.
    #[must_use]
    pub fn sections(&self) -> &[ReportSection] {
        &self.sections
    }

    /// The paragraphs of all sections, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &ReportParagraph> {
        self.sections.iter().flat_map(|section| &section.paragraphs)
    }

    /// Who reports.
    #[must_use]
    pub fn author(&self) -> &str {
        &self.author
    }

    /// The author's post.
    #[must_use]
    pub fn post(&self) -> &str {
        &self.post
    }
}

/// A section of a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ReportSection {
    heading: String,
    paragraphs: Vec<ReportParagraph>,
}

impl ReportSection {
    pub(super) fn new(heading: impl Into<String>, paragraphs: Vec<ReportParagraph>) -> Self {
        Self { heading: heading.into(), paragraphs }
    }

    /// The heading.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// The paragraphs.
    #[must_use]
    pub fn paragraphs(&self) -> &[ReportParagraph] {
        &self.paragraphs
    }
}

/// A numbered paragraph: words, and a list or a table after them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ReportParagraph {
    number: u32,
    text: String,
    /// Whether the author put the words there.
    replaced: bool,
    items: Vec<ReportItem>,
    table: Option<ReportTable>,
}

impl ReportParagraph {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { number: 0, text: text.into(), replaced: false, items: Vec::new(), table: None }
    }

    pub(super) fn with_items(mut self, items: Vec<ReportItem>) -> Self {
        self.items = items;
        self
    }

    pub(super) fn with_table(mut self, table: ReportTable) -> Self {
        self.table = Some(table);
        self
    }

    /// Its number, counted through the report from 1.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the author put the words there.
    #[must_use]
    pub const fn is_replaced(&self) -> bool {
        self.replaced
    }

    /// Its list.
    #[must_use]
    pub fn items(&self) -> &[ReportItem] {
        &self.items
    }

    /// Its table.
    #[must_use]
    pub const fn table(&self) -> Option<&ReportTable> {
        self.table.as_ref()
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ReportItem {
    text: String,
    /// That no figure bears it out, and why.
    remark: Option<String>,
}

impl ReportItem {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), remark: None }
    }

    pub(super) fn with_remark(mut self, remark: Option<String>) -> Self {
        self.remark = remark;
        self
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the reader must know about it, such as that no figure bears it out.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        self.remark.as_deref()
    }
}

/// A table: its first column names the rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ReportTable {
    caption: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl ReportTable {
    pub(super) fn new<const N: usize>(caption: &str, columns: [&str; N], rows: Vec<[String; N]>) -> Self {
        Self {
            caption: caption.to_owned(),
            columns: columns.map(str::to_owned).into(),
            rows: rows.into_iter().map(Into::into).collect(),
        }
    }

    /// What it shows.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// The headings of its columns.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Its rows, each as wide as there are columns.
    #[must_use]
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }
}

/// A report was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct ReportError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("the report has no paragraph {number}, only 1 to {last}")]
    NoParagraph { number: u32, last: usize },
    #[error("paragraph {number}: {error}")]
    Words { number: u32, error: OneLineError },
}
