//! A day as a record writes it.

use crate::text::{self, excerpt, text_value};
use chrono::{Datelike, NaiveDate};
use core::{fmt, str::FromStr};

/// A day of the calendar in a record.
///
/// # Text
///
/// `2019-05-08`, for `Display`, `FromStr` and the wire; nothing else is read.
///
/// # Range
///
/// Years from 1000 to 9999.
///
/// # Examples
///
/// ```
/// use childrens_services::{calendar::Day, chrono::NaiveDate};
///
/// let day: Day = "2019-05-08".parse()?;
/// assert_eq!(Some(NaiveDate::from(day)), NaiveDate::from_ymd_opt(2019, 5, 8));
/// assert_eq!(
///     "8 May 2019".parse::<Day>().unwrap_err().to_string(),
///     r#"day "8 May 2019" is not written as year, month and day (2019-06-04)"#,
/// );
/// # Ok::<(), childrens_services::calendar::DayError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day as a date to compute with.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = DayError;

    fn try_from(date: NaiveDate) -> Result<Self, DayError> {
        match date.year() {
            1000..=9999 => Ok(Self(date)),
            year => Err(DayError(Problem::Year(year))),
        }
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl PartialEq<NaiveDate> for Day {
    fn eq(&self, date: &NaiveDate) -> bool {
        self.0 == *date
    }
}

impl PartialOrd<NaiveDate> for Day {
    fn partial_cmp(&self, date: &NaiveDate) -> Option<core::cmp::Ordering> {
        self.0.partial_cmp(date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&self.0.to_string(), f)
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        read(text)?.try_into()
    }
}

text_value!(Day, "a day written as text, such as \"2019-06-04\"", |day| day);

/// Reads a day of any year with four digits.
pub(crate) fn read(text: &str) -> Result<NaiveDate, DayError> {
    let plain = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !plain {
        return Err(DayError(Problem::Malformed(excerpt(text))));
    }
    // Ten bytes in this form are all that chrono's own reader is given: it takes more.
    text.parse().map_err(|_| DayError(Problem::NoSuchDay(text.to_owned())))
}

/// A text or a date is no day that a record can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct DayError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("day {0:?} is not written as year, month and day (2019-06-04)")]
    Malformed(String),
    #[error("day {0:?} is not a day of the calendar")]
    NoSuchDay(String),
    #[error("year {0} is outside 1000 to 9999")]
    Year(i32),
}
