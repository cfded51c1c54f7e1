//! Why a file, or a row of it, is refused.

use super::years::Key;
use crate::{measure::Period, text};
use core::fmt;

/// What kind of fault a [`ReadError`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadFault {
    /// The source could not be read; nothing follows.
    Source,
    /// The header has not the columns that are needed, or one of them twice; nothing follows.
    Header,
    /// A row has more or fewer fields than the header.
    Width,
    /// A row goes over several lines, which none of the file does: a quote that is not closed takes in the rows behind.
    Lines,
    /// A field holds what cannot stand there.
    Field,
    /// A row comes when its reporting year is already given; see
    /// [`ReportingYears`](super::ReportingYears).
    Order,
}

/// The file, or one row of it, is refused; the message says where, what was found and what was expected.
///
/// # Examples
///
/// ```
/// use childrens_services::statistics::{ReadFault, Reader};
///
/// let error = Reader::new("time_period,cases\n2019,3770\n".as_bytes()).unwrap_err();
/// assert_eq!(error.fault(), ReadFault::Header);
/// assert!(error.to_string().starts_with("the header has no column time_identifier, geographic_level,"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReadError(Box<Problem>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Problem {
    /// The cause in words: the errors of sources cannot be compared or copied.
    Source {
        line: u64,
        cause: String,
    },
    /// None of the columns is there.
    NoColumns {
        first: String,
    },
    Missing(Vec<String>),
    Repeated {
        columns: String,
        given: String,
        places: [usize; 2],
    },
    Width {
        line: u64,
        last_line: u64,
        found: usize,
        expected: usize,
    },
    Lines {
        line: u64,
        last_line: u64,
    },
    Fields {
        line: u64,
        faults: Vec<FieldFault>,
        /// The year, and the code of the area, where they could be read.
        key: Option<Key>,
        area: Option<String>,
    },
    Order {
        line: u64,
        period: Period,
        area: String,
    },
}

impl ReadError {
    pub(super) fn new(problem: Problem) -> Self {
        Self(Box::new(problem))
    }

    /// What the reader of the format says is always of the source: it is told to accept every record.
    pub(super) fn of_source(error: &csv::Error, line: u64) -> Self {
        Self::new(Problem::Source { line, cause: text::with_cause(error) })
    }

    /// What kind of fault it is.
    #[must_use]
    pub fn fault(&self) -> ReadFault {
        match *self.0 {
            Problem::Source { .. } => ReadFault::Source,
            Problem::NoColumns { .. } | Problem::Missing(_) | Problem::Repeated { .. } => ReadFault::Header,
            Problem::Width { .. } => ReadFault::Width,
            Problem::Lines { .. } => ReadFault::Lines,
            Problem::Fields { .. } => ReadFault::Field,
            Problem::Order { .. } => ReadFault::Order,
        }
    }

    /// The line on which the refused row begins, 1 for the first of the file; none where no row is refused.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match *self.0 {
            Problem::Source { .. }
            | Problem::NoColumns { .. }
            | Problem::Missing(_)
            | Problem::Repeated { .. } => None,
            Problem::Width { line, .. }
            | Problem::Lines { line, .. }
            | Problem::Fields { line, .. }
            | Problem::Order { line, .. } => Some(line),
        }
    }

    /// The fields that hold what cannot stand there, all of them, in the order of the columns in the Department's file.
    #[must_use]
    pub fn fields(&self) -> &[FieldFault] {
        match &*self.0 {
            Problem::Fields { faults, .. } => faults,
            _ => &[],
        }
    }

    /// The reporting year of the refused row, where it could be read.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        match *self.0 {
            Problem::Order { period, .. } => Some(period),
            _ => self.key().map(|(period, _)| period),
        }
    }

    /// The most local ONS code of the refused row, where it could be read.
    #[must_use]
    pub fn area(&self) -> Option<&str> {
        match &*self.0 {
            Problem::Fields { area, .. } => area.as_deref(),
            Problem::Order { area, .. } => Some(area),
            _ => None,
        }
    }

    pub(super) fn key(&self) -> Option<Key> {
        match *self.0 {
            Problem::Fields { key, .. } => key,
            _ => None,
        }
    }
}

/// A field that holds what cannot stand there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldFault {
    pub(super) column: &'static str,
    pub(super) found: String,
    pub(super) expected: String,
}

impl FieldFault {
    /// The column, by its present name.
    #[must_use]
    pub const fn column(&self) -> &'static str {
        self.column
    }

    /// The text found, its first 60 characters; what is not UTF-8 is shown as `�`.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What was expected.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

/// Such as `column cases: found "3,770", expected digits alone, …`.
impl fmt::Display for FieldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: found {:?}, expected {}", self.column, self.found, self.expected)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Problem::Source { line, cause } => {
                write!(f, "the source cannot be read from line {line} on: {cause}")
            }
            Problem::NoColumns { first } => {
                write!(
                    f,
                    "the header has none of the columns time_period, geographic_level and so on, separated by commas; it begins with {first:?}"
                )
            }
            Problem::Missing(columns) => write!(f, "the header has no column {}", columns.join(", ")),
            Problem::Repeated { columns, given, places: [first, second] } => {
                write!(
                    f,
                    "the header has the column {columns} twice: {given:?} is column {second}, after column {first}"
                )
            }
            Problem::Width { line, last_line, found, expected } => {
                write!(f, "line {line}")?;
                if last_line > line {
                    write!(f, " (to line {last_line})")?;
                }
                write!(f, ": the row has {found} fields, the header {expected}")
            }
            Problem::Lines { line, last_line } => write!(
                f,
                "line {line} (to line {last_line}): the row goes over several lines; a quote may be one too many"
            ),
            Problem::Fields { line, faults, .. } => {
                write!(f, "line {line}")?;
                for (index, fault) in faults.iter().enumerate() {
                    write!(f, "{}{fault}", if index == 0 { ", " } else { "; " })?;
                }
                Ok(())
            }
            Problem::Order { line, period, .. } => write!(
                f,
                "line {line}: a row of the {period} comes after that year was given; the rows of a year, {} at most, must \
                 stand together",
                super::years::ROWS_HELD
            ),
        }
    }
}

impl core::error::Error for ReadError {}
