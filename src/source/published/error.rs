//! Why a file, or a row of it, is refused.

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
/// use childrens_services::source::published::{ReadFault, Reader};
///
/// let error = Reader::new("time_period,cases\n2019,3770\n".as_bytes()).unwrap_err();
/// assert_eq!(error.fault(), ReadFault::Header);
/// assert!(error.to_string().starts_with("the header has no column time_identifier, geographic_level,"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError(Box<Problem>);

#[derive(Debug, Clone, PartialEq, Eq)]
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
    Field {
        line: u64,
        column: &'static str,
        given: String,
        expected: String,
    },
    Order {
        line: u64,
        period: Period,
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
            Problem::Field { .. } => ReadFault::Field,
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
            Problem::Width { line, .. } | Problem::Field { line, .. } | Problem::Order { line, .. } => {
                Some(line)
            }
        }
    }

    /// The column of a refused field, by its present name.
    #[must_use]
    pub fn column(&self) -> Option<&'static str> {
        match *self.0 {
            Problem::Field { column, .. } => Some(column),
            _ => None,
        }
    }

    /// The text found in a refused field, its first 60 characters; what is not UTF-8 is shown as `�`.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        match &*self.0 {
            Problem::Field { given, .. } => Some(given),
            _ => None,
        }
    }

    /// What was expected in a refused field.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        match &*self.0 {
            Problem::Field { expected, .. } => Some(expected),
            _ => None,
        }
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
            Problem::Field { line, column, given, expected } => {
                write!(f, "line {line}, column {column}: found {given:?}, expected {expected}")
            }
            Problem::Order { line, period } => write!(
                f,
                "line {line}: a row of the {period} comes after that year was given; the rows of a year, {} at most, must stand together",
                super::years::ROWS_HELD
            ),
        }
    }
}

impl core::error::Error for ReadError {}
