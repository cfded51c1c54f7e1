//! A date that is known to the day, or only to the month or the year.

use crate::{
    measure::{Period, PeriodError},
    text::{self, excerpt, text_value},
};
use chrono::NaiveDate;
use core::{fmt, str::FromStr};

/// A date as a record states it: a day, or the month or the year that the day lies in.
///
/// # Text
///
/// `2019-06-04`, `2020-07` or `2013`; for `Display`, `FromStr` and the wire.
///
/// # Range
///
/// Years from 1900 to 2199.
///
/// # Order
///
/// By the last day it can be; of two that end together the less precise comes first.
///
/// # Examples
///
/// ```
/// use childrens_services::PartialDate;
///
/// let direction: PartialDate = "2020-07".parse()?; // the day is not on record
/// assert_eq!((direction.first().to_string(), direction.last().to_string()), ("2020-07-01".into(), "2020-07-31".into()));
/// assert_eq!(direction.exact(), None);
/// assert_eq!(
///     "2019/20".parse::<PartialDate>().unwrap_err().to_string(),
///     r#"date "2019/20" is not written as a day (2019-06-04), a month (2019-06) or a year (2019)"#,
/// );
/// # Ok::<(), childrens_services::PartialDateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate(Period);

impl PartialDate {
    /// A date known to the day.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199.
    pub fn day(day: NaiveDate) -> Result<Self, PartialDateError> {
        Ok(Self(Period::day(day)?))
    }

    /// A date known to the month, 1 to 12.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199 and a month outside 1 to 12.
    pub fn month(year: i32, month: u32) -> Result<Self, PartialDateError> {
        Ok(Self(Period::month(year, month)?))
    }

    /// A date known to the year.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199.
    pub fn year(year: i32) -> Result<Self, PartialDateError> {
        Ok(Self(Period::calendar_year(year)?))
    }

    /// The first day that it can be.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.0.start()
    }

    /// The last day that it can be.
    #[must_use]
    pub const fn last(self) -> NaiveDate {
        self.0.end()
    }

    /// Whether two dates can be of one day: one of them may be known more precisely than the other.
    pub(crate) fn may_be(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// The day, where it is known.
    #[must_use]
    pub fn exact(self) -> Option<NaiveDate> {
        (self.first() == self.last()).then_some(self.first())
    }
}

impl TryFrom<NaiveDate> for PartialDate {
    type Error = PartialDateError;

    fn try_from(day: NaiveDate) -> Result<Self, PartialDateError> {
        Self::day(day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&self.0.to_string(), f)
    }
}

/// A text or a number names no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct PartialDateError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("date {0:?} is not written as a day (2019-06-04), a month (2019-06) or a year (2019)")]
    Malformed(String),
    #[error("date {0:?} is not a day of the calendar")]
    NoSuchDay(String),
    #[error("date {0:?}: {1}")]
    InText(String, PeriodError),
    #[error(transparent)]
    Range(PeriodError),
}

impl From<PeriodError> for PartialDateError {
    fn from(error: PeriodError) -> Self {
        Self(Problem::Range(error))
    }
}

/// What the text can be at all: digits in groups of four, two and two.
fn well_formed(text: &str) -> bool {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split('-');
    parts.next().is_some_and(|year| digits(year, 4))
        && parts.next().is_none_or(|month| digits(month, 2))
        && parts.next().is_none_or(|day| digits(day, 2))
        && parts.next().is_none()
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        if !well_formed(text) {
            return Err(PartialDateError(Problem::Malformed(excerpt(text))));
        }
        let problem = |problem: fn(String) -> Problem| PartialDateError(problem(text.to_owned()));
        let in_text = |error| PartialDateError(Problem::InText(text.to_owned(), error));
        let numbers: Vec<u16> = text.split('-').filter_map(|part| part.parse().ok()).collect();
        let period = match numbers[..] {
            [year] => Period::calendar_year(year.into()),
            [year, month] => Period::month(year.into(), month.into()),
            [year, month, day] => Period::day(
                NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
                    .ok_or_else(|| problem(Problem::NoSuchDay))?,
            ),
            _ => return Err(problem(Problem::Malformed)),
        };
        period.map(Self).map_err(in_text)
    }
}

text_value!(PartialDate, "a date written as text, such as \"2019-06-04\"", |date| date);
