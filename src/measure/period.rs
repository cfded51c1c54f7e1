//! The time that a figure stands for.

use crate::text::{self, excerpt, text_value};
use crate::vocabulary::vocabulary;
use chrono::{Datelike, Months, NaiveDate};
use core::{convert::Infallible, fmt, str::FromStr};

vocabulary! {
    /// What kind of time a [`Period`] is.
    PeriodKind: "kind of period" {
        /// One day.
        Day: "day", "day";
        /// A calendar month.
        Month: "month", "month";
        /// Three months of a financial year: Q1 is April to June.
        Quarter: "quarter", "quarter";
        /// 1 April to 31 March.
        FinancialYear: "financial_year", "financial year";
        /// 1 October to 30 September, the year of the children's social work workforce statistics.
        ReportingYear: "reporting_year", "reporting year";
        /// 1 January to 31 December.
        CalendarYear: "calendar_year", "calendar year";
    }
}

/// A day, a month, a quarter or one of three kinds of year.
///
/// # Text
///
/// One spelling each, for `Display`, `FromStr` and the wire:
///
/// | kind | text | means |
/// | --- | --- | --- |
/// | day | `2019-09-30` | that day |
/// | month | `2019-02` | February 2019 |
/// | quarter | `2019/20 Q1` | April to June 2019 |
/// | financial year | `2018/19` | 1 April 2018 to 31 March 2019 |
/// | reporting year | `year to 30 September 2019` | 1 October 2018 to 30 September 2019 |
/// | calendar year | `2019` | 1 January to 31 December 2019 |
///
/// A financial year takes a slash because `2011-12` is December 2011.
///
/// # Range
///
/// Years from 1900 to 2199.
///
/// # Order
///
/// By last day; of two that end together the longer comes first.
///
/// # Examples
///
/// ```
/// use childrens_services::{Period, PeriodKind};
///
/// let year: Period = "year to 30 September 2019".parse()?;
/// assert_eq!(year, Period::reporting_year(2019)?);
/// assert_eq!(year.start().to_string(), "2018-10-01");
/// assert_eq!(year.kind(), PeriodKind::ReportingYear);
/// assert!("2019-13".parse::<Period>().is_err());
/// # Ok::<(), childrens_services::PeriodError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    // The order is by these fields.
    end: NaiveDate,
    start: NaiveDate,
    kind: PeriodKind,
}

impl Period {
    const FIRST_YEAR: i32 = 1900;
    const LAST_YEAR: i32 = 2199;

    /// One day.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199.
    pub fn day(day: NaiveDate) -> Result<Self, PeriodError> {
        Self::in_range(day.year())?;
        Ok(Self { start: day, end: day, kind: PeriodKind::Day })
    }

    /// A calendar month, 1 to 12.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199 and a month outside 1 to 12.
    pub fn month(year: i32, month: u32) -> Result<Self, PeriodError> {
        Self::in_range(year)?;
        if !(1..=12).contains(&month) {
            return Err(PeriodError(Problem::Month(month)));
        }
        Ok(Self::from_month(year, month, 1, PeriodKind::Month))
    }

    /// Three months of the financial year that begins in April of `first_year`: 1 is April to June,
    /// 4 is January to March of the next calendar year.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199 and a quarter outside 1 to 4.
    pub fn quarter(first_year: i32, quarter: u32) -> Result<Self, PeriodError> {
        Self::in_range(first_year)?;
        Ok(match quarter {
            1..=3 => Self::from_month(first_year, 1 + 3 * quarter, 3, PeriodKind::Quarter),
            4 => Self::from_month(first_year + 1, 1, 3, PeriodKind::Quarter),
            _ => return Err(PeriodError(Problem::Quarter(quarter))),
        })
    }

    /// The financial year that begins on 1 April of `first_year`.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199.
    pub fn financial_year(first_year: i32) -> Result<Self, PeriodError> {
        Self::in_range(first_year)?;
        Ok(Self::from_month(first_year, 4, 12, PeriodKind::FinancialYear))
    }

    /// The year that ends on 30 September of `year`.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199.
    pub fn reporting_year(year: i32) -> Result<Self, PeriodError> {
        Self::in_range(year)?;
        Ok(Self::from_month(year - 1, 10, 12, PeriodKind::ReportingYear))
    }

    /// The year from 1 January to 31 December.
    ///
    /// # Errors
    ///
    /// Refuses a year outside 1900 to 2199.
    pub fn calendar_year(year: i32) -> Result<Self, PeriodError> {
        Self::in_range(year)?;
        Ok(Self::from_month(year, 1, 12, PeriodKind::CalendarYear))
    }

    /// The first day.
    #[must_use]
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    #[must_use]
    pub const fn end(self) -> NaiveDate {
        self.end
    }

    /// What kind of time this is.
    #[must_use]
    pub const fn kind(self) -> PeriodKind {
        self.kind
    }

    /// Whether the year to the last day, of whatever kind the period is, holds a 29 February.
    pub(crate) fn year_to_end_holds_leap_day(self) -> bool {
        match (self.end.month(), self.end.day()) {
            // Such a year begins on 1 March.
            (2, 28) => false,
            (1, _) | (2, ..28) => NaiveDate::from_ymd_opt(self.end.year() - 1, 2, 29).is_some(),
            _ => self.end.leap_year(),
        }
    }

    /// The period of the same kind just before: the month, quarter or year that ends the day before this one begins.
    /// Returns `None` before the year 1900.
    ///
    /// ```
    /// use childrens_services::Period;
    ///
    /// let quarter: Period = "2019/20 Q1".parse()?;
    /// assert_eq!(quarter.previous(), Some("2018/19 Q4".parse()?));
    /// assert_eq!(Period::calendar_year(1900)?.previous(), None);
    /// # Ok::<(), childrens_services::PeriodError>(())
    /// ```
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        match self.kind {
            PeriodKind::Day => Self::day(self.start.pred_opt()?).ok(),
            _ => self.moved(-self.months()),
        }
    }

    /// The period of the same kind just after. Returns `None` after the year 2199.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self.kind {
            PeriodKind::Day => Self::day(self.end.succ_opt()?).ok(),
            _ => self.moved(self.months()),
        }
    }

    /// The period of the same kind a year before: the same month or quarter of the year before, the year before, the same
    /// day (of a 29 February the 28th). Returns `None` before the year 1900.
    ///
    /// ```
    /// use childrens_services::Period;
    ///
    /// assert_eq!("2020-02".parse::<Period>()?.year_before(), Some("2019-02".parse()?));
    /// assert_eq!("2020-02-29".parse::<Period>()?.year_before(), Some("2019-02-28".parse()?));
    /// # Ok::<(), childrens_services::PeriodError>(())
    /// ```
    #[must_use]
    pub fn year_before(self) -> Option<Self> {
        match self.kind {
            PeriodKind::Day => Self::day(self.start.checked_sub_months(Months::new(12))?).ok(),
            _ => self.moved(-12),
        }
    }

    /// How many months a period of this kind has.
    const fn months(self) -> i32 {
        match self.kind {
            PeriodKind::Day | PeriodKind::Month => 1,
            PeriodKind::Quarter => 3,
            PeriodKind::FinancialYear | PeriodKind::ReportingYear | PeriodKind::CalendarYear => 12,
        }
    }

    /// The same so many months later; none outside the years that there are.
    fn moved(self, months: i32) -> Option<Self> {
        let first = self.start.year() * 12 + i32::try_from(self.start.month0()).ok()? + months;
        let month = u32::try_from(first.rem_euclid(12) + 1).ok()?;
        let moved = Self::from_month(first.div_euclid(12), month, self.months().unsigned_abs(), self.kind);
        // The text of a year outside the range is refused.
        moved.to_string().parse().ok()
    }

    const fn in_range(year: i32) -> Result<(), PeriodError> {
        if year < Self::FIRST_YEAR || year > Self::LAST_YEAR {
            return Err(PeriodError(Problem::Year(year)));
        }
        Ok(())
    }

    /// So many whole months from the first of one.
    fn from_month(year: i32, month: u32, months: u32, kind: PeriodKind) -> Self {
        let first = |year, month| {
            NaiveDate::from_ymd_opt(year, month, 1).expect("months are 1 to 12, years 1899 to 2201")
        };
        let next = month - 1 + months;
        let after = first(year + i32::from(next >= 12), next % 12 + 1);
        let end = after.pred_opt().expect("no period begins at the first date of all");
        Self { start: first(year, month), end, kind }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = (self.start, self.end);
        let financial = |first: i32| format!("{first}/{:02}", (first + 1) % 100);
        let text = match self.kind {
            PeriodKind::Day => format!("{}-{:02}-{:02}", end.year(), end.month(), end.day()),
            PeriodKind::Month => format!("{}-{:02}", end.year(), end.month()),
            PeriodKind::Quarter if start.month() == 1 => format!("{} Q4", financial(start.year() - 1)),
            PeriodKind::Quarter => format!("{} Q{}", financial(start.year()), start.month() / 3),
            PeriodKind::FinancialYear => financial(start.year()),
            PeriodKind::ReportingYear => format!("{REPORTING_YEAR}{}", end.year()),
            PeriodKind::CalendarYear => end.year().to_string(),
        };
        text::pad(&text, f)
    }
}

const REPORTING_YEAR: &str = "year to 30 September ";

/// A text or a number names no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct PeriodError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(
        "period {0:?} is not written as a day (2019-09-30), a month (2019-02), a quarter (2019/20 Q1), a financial year (2018/19), a reporting year (year to 30 September 2019) or a calendar year (2019)"
    )]
    Malformed(String),
    #[error("period {0:?} is not a date of the calendar")]
    NoSuchDate(String),
    #[error("period {0:?}: {1}{2}")]
    InText(String, Box<Problem>, &'static str),
    #[error("year {0} is outside {first} to {last}", first = Period::FIRST_YEAR, last = Period::LAST_YEAR)]
    Year(i32),
    #[error("month {0} is outside 1 to 12")]
    Month(u32),
    #[error("quarter {0} is outside 1 to 4")]
    Quarter(u32),
}

/// So many digits and nothing else.
fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn year(text: &str) -> Option<i32> {
    digits(text, 4)?.try_into().ok()
}

/// `2018/19`: the second year must follow the first.
fn financial(text: &str) -> Option<i32> {
    let (first, second) = text.split_once('/')?;
    let first = year(first)?;
    let follows = i32::try_from(digits(second, 2)?) == Ok((first + 1) % 100);
    follows.then_some(first)
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        read(text).map_err(|PeriodError(problem)| {
            let hint = match problem {
                Problem::Malformed(_) | Problem::NoSuchDate(_) => return PeriodError(problem),
                Problem::Month(_) => " (a financial year is written 2018/19)",
                _ => "",
            };
            PeriodError(Problem::InText(excerpt(text), Box::new(problem), hint))
        })
    }
}

/// Reads a period; errors about a year, a month or a quarter do not name the text yet.
fn read(text: &str) -> Result<Period, PeriodError> {
    let malformed = || PeriodError(Problem::Malformed(excerpt(text)));
    if let Some(end) = text.strip_prefix(REPORTING_YEAR) {
        return Period::reporting_year(year(end).ok_or_else(malformed)?);
    }
    if let Some((first, quarter)) = text.split_once(" Q") {
        let first = financial(first).ok_or_else(malformed)?;
        return Period::quarter(first, digits(quarter, 1).ok_or_else(malformed)?);
    }
    if text.contains('/') {
        return Period::financial_year(financial(text).ok_or_else(malformed)?);
    }
    let Some((first, rest)) = text.split_once('-') else {
        return Period::calendar_year(year(text).ok_or_else(malformed)?);
    };
    let first = year(first).ok_or_else(malformed)?;
    let Some((month, day)) = rest.split_once('-') else {
        return Period::month(first, digits(rest, 2).ok_or_else(malformed)?);
    };
    let (month, day) = digits(month, 2).zip(digits(day, 2)).ok_or_else(malformed)?;
    Period::in_range(first)?;
    NaiveDate::from_ymd_opt(first, month, day)
        .ok_or_else(|| PeriodError(Problem::NoSuchDate(excerpt(text))))
        .and_then(Period::day)
}

text_value!(Period, "a period written as text, such as \"2019-02\"", |period| period);

impl TryFrom<&str> for Period {
    type Error = PeriodError;

    fn try_from(text: &str) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Infallible> for PeriodError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}
