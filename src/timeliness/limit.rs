//! How long a timescale allows.

use crate::{
    calendar::{CalendarError, WorkingDays, days_later, months_later},
    text::{self, counted, excerpt, text_value},
};
use chrono::NaiveDate;
use core::{fmt, str::FromStr};

/// How long a timescale allows, or why no number says so.
///
/// # Text
///
/// One spelling each for `Display`, `FromStr` and the wire: `20 working days`, `8 days`, `1 week`, `3 months`,
/// `72 hours`, `6 weeks before`, `28 clear days`, `each school term`, `as directed`, `set locally`, `no limit`.
/// Years are read too, as 12 months each.
///
/// # Examples
///
/// ```
/// use childrens_services::Limit;
///
/// assert_eq!("45 working days".parse::<Limit>()?, Limit::WorkingDays(45));
/// assert_eq!("1 year".parse::<Limit>()?.to_string(), "12 months");
/// assert!("45".parse::<Limit>().is_err()); // of what?
/// # Ok::<(), childrens_services::LimitError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// So many working days after the start, which is day 0.
    WorkingDays(u32),
    /// So many calendar days.
    Days(u32),
    /// So many weeks of 7 days.
    Weeks(u32),
    /// So many calendar months; a year is 12.
    Months(u32),
    /// So many hours of the clock.
    Hours(u32),
    /// Notice of at least so many weeks.
    NoticeWeeks(u32),
    /// Notice of so many clear days: neither the day of the notice nor that of the decision counts.
    ClearDays(u32),
    /// Once in each school term, whose dates are not known here.
    SchoolTerm,
    /// By the day that a direction names.
    AsDirected,
    /// No national number: the authority sets its own.
    Local,
    /// No limit of its own.
    Unlimited,
}

const MONTHS_OF_A_YEAR: u32 = 12;
const WORDS: [(&str, Limit); 4] = [
    ("each school term", Limit::SchoolTerm),
    ("as directed", Limit::AsDirected),
    ("set locally", Limit::Local),
    ("no limit", Limit::Unlimited),
];

impl Limit {
    /// Whether it is a number of something, so that a due date can be worked out.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::SchoolTerm | Self::AsDirected | Self::Local | Self::Unlimited)
    }

    /// Whether it is the notice that must be given, so that its end is the earliest day and not the latest.
    #[must_use]
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::NoticeWeeks(_) | Self::ClearDays(_))
    }

    /// Whether it is one of its unit, for a verb after it.
    pub(super) const fn is_of_one(self) -> bool {
        matches!(
            self,
            Self::WorkingDays(1) | Self::Days(1) | Self::Weeks(1) | Self::Months(1) | Self::Hours(1)
        )
    }

    /// The day on which it ends for a start on a day; none for hours, for what is not counted, and after the
    /// last date of all.
    pub(super) fn day_from(
        self,
        start: NaiveDate,
        working_days: &WorkingDays,
    ) -> Result<Option<NaiveDate>, CalendarError> {
        Ok(match self {
            Self::WorkingDays(count) => Some(working_days.add(start, count)?),
            Self::Days(count) => days_later(start, count.into()),
            Self::Weeks(count) | Self::NoticeWeeks(count) => days_later(start, 7 * u64::from(count)),
            Self::Months(count) => months_later(start, count),
            Self::ClearDays(count) => days_later(start, u64::from(count) + 1),
            Self::Hours(_) | Self::SchoolTerm | Self::AsDirected | Self::Local | Self::Unlimited => None,
        })
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match *self {
            Self::WorkingDays(count) => counted(count, "working day"),
            Self::Days(count) => counted(count, "day"),
            Self::Weeks(count) => counted(count, "week"),
            Self::Months(count) => counted(count, "month"),
            Self::Hours(count) => counted(count, "hour"),
            Self::NoticeWeeks(count) => format!("{} before", counted(count, "week")),
            Self::ClearDays(count) => counted(count, "clear day"),
            Self::SchoolTerm | Self::AsDirected | Self::Local | Self::Unlimited => {
                let word = WORDS.iter().find(|(_, limit)| limit == self);
                word.map_or_else(String::new, |(word, _)| (*word).to_owned())
            }
        };
        text::pad(&text, f)
    }
}

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        if let Some(&(_, limit)) = WORDS.iter().find(|(word, _)| *word == text) {
            return Ok(limit);
        }
        read(text).ok_or_else(|| LimitError { given: excerpt(text) })
    }
}

/// A number, a space, and its unit.
fn read(text: &str) -> Option<Limit> {
    let (number, unit) = text.split_once(' ')?;
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let count: u32 = digits.then(|| number.parse().ok()).flatten()?;
    Some(match unit {
        "working day" | "working days" => Limit::WorkingDays(count),
        "day" | "days" => Limit::Days(count),
        "week" | "weeks" => Limit::Weeks(count),
        "month" | "months" => Limit::Months(count),
        "year" | "years" => Limit::Months(count.checked_mul(MONTHS_OF_A_YEAR)?),
        "hour" | "hours" => Limit::Hours(count),
        "week before" | "weeks before" => Limit::NoticeWeeks(count),
        "clear day" | "clear days" => Limit::ClearDays(count),
        _ => return None,
    })
}

/// A text is no limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "limit {given:?} is not written as a number with its unit (20 working days, 8 days, 6 weeks, 3 months, 1 year, 72 hours, 6 weeks before, 28 clear days), nor as each school term, as directed, set locally or no limit"
)]
pub struct LimitError {
    given: String,
}

text_value!(Limit, "a limit written as text, such as \"20 working days\"", |limit| limit);
