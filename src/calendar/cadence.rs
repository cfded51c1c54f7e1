//! How often something is to happen.

use super::{days_later, months_later};
use crate::text::{self, excerpt, text_value};
use chrono::NaiveDate;
use core::{fmt, num::NonZeroU8, str::FromStr};

/// How often something is to happen: every so many weeks or months.
///
/// # Text
///
/// `every week`, `every 4 weeks`, `every month`, `every 3 months`; for `Display`, `FromStr` and the wire.
///
/// # Range
///
/// From 1 to 99 weeks or months.
///
/// # Examples
///
/// ```
/// use childrens_services::Cadence;
///
/// let board: Cadence = "every 4 weeks".parse()?;
/// assert_eq!(board.next_after("2019-08-06".parse()?), Some("2019-09-03".parse()?));
/// // A month later is the same day of the month, or the last day of a shorter month.
/// let monthly: Cadence = "every month".parse()?;
/// assert_eq!(monthly.next_after("2019-01-31".parse()?), Some("2019-02-28".parse()?));
/// assert_eq!(
///     "monthly".parse::<Cadence>().unwrap_err().to_string(),
///     r#"cadence "monthly" is not written as every week, every 4 weeks, every month or every 3 months (1 to 99)"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cadence {
    every: NonZeroU8,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Week,
    Month,
}

impl Cadence {
    pub(crate) const EVERY_MONTH: Self = Self { every: NonZeroU8::MIN, unit: Unit::Month };
    pub(crate) const EVERY_QUARTER: Self =
        Self { every: NonZeroU8::new(3).expect("3 is not 0"), unit: Unit::Month };
    pub(crate) const EVERY_YEAR: Self =
        Self { every: NonZeroU8::new(12).expect("12 is not 0"), unit: Unit::Month };

    /// The last day of the time as long as this that follows on a day: of the last day of February, every month, the last
    /// day of March.
    pub(crate) fn end_after(self, end: NaiveDate) -> Option<NaiveDate> {
        self.next_after(end.succ_opt()?)?.pred_opt()
    }

    /// The latest day for the next one after `day`; none where no date lies so late.
    #[must_use]
    pub fn next_after(self, day: NaiveDate) -> Option<NaiveDate> {
        let every = self.every.get();
        match self.unit {
            Unit::Week => days_later(day, 7 * u64::from(every)),
            Unit::Month => months_later(day, every.into()),
        }
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Week => "week",
            Unit::Month => "month",
        };
        let text = match self.every.get() {
            1 => format!("every {unit}"),
            every => format!("every {every} {unit}s"),
        };
        text::pad(&text, f)
    }
}

/// A text is no cadence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cadence {0:?} is not written as every week, every 4 weeks, every month or every 3 months (1 to 99)")]
pub struct CadenceError(String);

impl FromStr for Cadence {
    type Err = CadenceError;

    fn from_str(text: &str) -> Result<Self, CadenceError> {
        let read = || {
            let rest = text.strip_prefix("every ")?;
            let (every, unit) = match rest.split_once(' ') {
                None => (NonZeroU8::MIN, rest),
                Some((number, unit)) => {
                    let plain =
                        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
                    let every: NonZeroU8 = plain.then(|| number.parse().ok()).flatten()?;
                    (every, unit.strip_suffix('s').filter(|_| every.get() > 1 && !number.starts_with('0'))?)
                }
            };
            let unit = match unit {
                "week" => Unit::Week,
                "month" => Unit::Month,
                _ => return None,
            };
            Some(Self { every, unit })
        };
        read().ok_or_else(|| CadenceError(excerpt(text)))
    }
}

text_value!(Cadence, "a cadence written as text, such as \"every 4 weeks\"", |cadence| cadence);
