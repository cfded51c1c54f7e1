//! A day, or a day with a time of day.

use crate::{
    calendar::{days_between, days_later},
    text::{self, excerpt},
};
use chrono::NaiveDate;
use core::{fmt, str::FromStr};

/// A day, or a day with hour and minute, by the local clock.
///
/// Limits in hours need the time of day; all others go by the day alone.
///
/// # Text
///
/// `2019-06-04` or `2019-06-04 14:30`, also on the wire. `2019-06-04T14:30` is read too.
///
/// # Examples
///
/// ```
/// use childrens_services::Moment;
///
/// let found: Moment = "2019-06-04T14:30".parse()?;
/// assert_eq!(found.time(), Some((14, 30)));
/// assert_eq!(found.to_string(), "2019-06-04 14:30");
/// assert_eq!("2019-06-04".parse::<Moment>()?.time(), None);
/// assert!("2019-06-04 24:00".parse::<Moment>().is_err());
/// # Ok::<(), childrens_services::MomentError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    day: NaiveDate,
    /// Minutes since midnight, below those of a day.
    minutes: Option<u32>,
}

const MINUTES_OF_AN_HOUR: u32 = 60;
const HOURS_OF_A_DAY: u32 = 24;
const MINUTES_OF_A_DAY: u32 = HOURS_OF_A_DAY * MINUTES_OF_AN_HOUR;

impl Moment {
    /// A day, the time of day unknown or of no matter.
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self { day, minutes: None }
    }

    /// A day with hour and minute.
    ///
    /// # Errors
    ///
    /// Refuses what is not from 00:00 to 23:59.
    pub const fn at(day: NaiveDate, hour: u32, minute: u32) -> Result<Self, MomentError> {
        if hour >= HOURS_OF_A_DAY || minute >= MINUTES_OF_AN_HOUR {
            return Err(MomentError(Problem::Time { hour, minute }));
        }
        Ok(Self { day, minutes: Some(hour * MINUTES_OF_AN_HOUR + minute) })
    }

    /// The day.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        self.day
    }

    /// Hour and minute, where they are known.
    #[must_use]
    pub const fn time(self) -> Option<(u32, u32)> {
        match self.minutes {
            Some(minutes) => Some((minutes / MINUTES_OF_AN_HOUR, minutes % MINUTES_OF_AN_HOUR)),
            None => None,
        }
    }

    /// So many hours on; none without a time of day, and after the last date of all.
    pub(super) fn hours_later(self, hours: u32) -> Option<Self> {
        let minutes = u64::from(self.minutes?) + u64::from(hours) * u64::from(MINUTES_OF_AN_HOUR);
        let day = days_later(self.day, minutes / u64::from(MINUTES_OF_A_DAY))?;
        let minutes = u32::try_from(minutes % u64::from(MINUTES_OF_A_DAY)).ok()?;
        Some(Self { day, minutes: Some(minutes) })
    }

    /// Whether this is before another; none where both are of one day and a time of day is missing.
    pub(super) fn is_before(self, other: Self) -> Option<bool> {
        match (days_between(self.day, other.day), self.minutes, other.minutes) {
            (0, Some(own), Some(others)) => Some(own < others),
            (0, _, _) => None,
            (days, _, _) => Some(days > 0),
        }
    }
}

impl From<NaiveDate> for Moment {
    fn from(day: NaiveDate) -> Self {
        Self::on(day)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time() {
            Some((hour, minute)) => text::pad(&format!("{} {hour:02}:{minute:02}", self.day), f),
            None => text::pad(&self.day.to_string(), f),
        }
    }
}

/// So many digits and nothing else.
fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Year, month and day as they are written.
fn read_day(text: &str) -> Option<(u32, u32, u32)> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    Some((digits(year, 4)?, digits(month, 2)?, digits(day, 2)?))
}

fn read_time(text: &str) -> Option<(u32, u32)> {
    let (hour, minute) = text.split_once(':')?;
    digits(hour, 2).zip(digits(minute, 2))
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let malformed = || MomentError(Problem::Malformed(excerpt(text)));
        let (day, time) = match text.split_once([' ', 'T']) {
            Some((day, time)) => (day, Some(read_time(time).ok_or_else(malformed)?)),
            None => (text, None),
        };
        let (year, month, number) = read_day(day).ok_or_else(malformed)?;
        let day = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, number));
        let day = day.ok_or_else(|| MomentError(Problem::NoSuchDay(excerpt(text))))?;
        match time {
            Some((hour, minute)) => Self::at(day, hour, minute),
            None => Ok(Self::on(day)),
        }
    }
}

/// A text or a time is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct MomentError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("moment {0:?} is not written as a day (2019-06-04), or as a day and a time (2019-06-04 14:30)")]
    Malformed(String),
    #[error("moment {0:?} is not on a day of the calendar")]
    NoSuchDay(String),
    #[error("time {hour:02}:{minute:02} is outside 00:00 to 23:59")]
    Time { hour: u32, minute: u32 },
}

impl TryFrom<String> for Moment {
    type Error = MomentError;

    fn try_from(text: String) -> Result<Self, MomentError> {
        text.parse()
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::wire::four_digits(self.day)?;
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a moment written as text, such as \"2019-06-04\" or \"2019-06-04 14:30\"";
        crate::wire::text(deserializer, &expected, str::parse)
    }
}
