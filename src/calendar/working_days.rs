//! Counting working days.

use super::bank_holidays::{RECORD, dates};
use crate::text::counted;
use chrono::{Datelike, NaiveDate, Weekday};

/// The working days of England: not Saturdays, Sundays, Christmas Day, Good Friday or bank holidays.
///
/// # Counting
///
/// The day of the start event is day 0, whether it is worked or not. A limit of N working days ends with
/// the Nth working day after it, and that day itself is in time.
///
/// # Range
///
/// From 1995 to 2027, the years whose bank holidays are known. Outside them there is an error, never a
/// guess; [`with_rules_alone_to`](Self::with_rules_alone_to) lets a caller answer for later years.
///
/// # Source
///
/// SI 2007/462, regulation 1(2); the record of bank holidays is that of [`bank_holidays`](super::bank_holidays).
///
/// # Examples
///
/// ```
/// use childrens_services::{WorkingDays, chrono::NaiveDate};
///
/// let england = WorkingDays::england();
/// let day = |text: &str| text.parse::<NaiveDate>();
///
/// // West Sussex: report of 8 May 2019, statement of action due within 70 working days.
/// assert_eq!(england.add(day("2019-05-08")?, 70)?, day("2019-08-15")?);
/// // The plan was adopted on 6 August: working day 63.
/// assert_eq!(england.count(day("2019-05-08")?, day("2019-08-06")?)?, 63);
///
/// assert_eq!(
///     england.add(day("2027-12-01")?, 70).unwrap_err().to_string(),
///     "70 working days after 2027-12-01 is after 2027, the last year whose bank holidays are known",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct WorkingDays {
    last_year: i32,
    /// Of the years after the record, by rule; in order.
    by_rule: Vec<NaiveDate>,
    /// Days that would be worked otherwise; in order.
    proclaimed: Vec<NaiveDate>,
}

impl WorkingDays {
    /// The first year on record.
    pub const FIRST_YEAR: i32 = 1995;
    /// The last year on record.
    pub const LAST_YEAR: i32 = 2027;
    /// The last year that [`with_rules_alone_to`](Self::with_rules_alone_to) takes.
    const LATEST: i32 = 2199;

    /// The working days by the record.
    #[must_use]
    pub const fn england() -> Self {
        Self { last_year: Self::LAST_YEAR, by_rule: Vec::new(), proclaimed: Vec::new() }
    }

    /// Adds a bank holiday that was proclaimed after this version of the crate. A day that is not worked
    /// anyway changes nothing.
    ///
    /// # Errors
    ///
    /// Refuses a day outside the years.
    pub fn with_proclaimed(mut self, day: NaiveDate) -> Result<Self, CalendarError> {
        if self.is_working_day(day)? {
            let place = self.proclaimed.partition_point(|&other| other < day);
            self.proclaimed.insert(place, day);
        }
        Ok(self)
    }

    /// Takes the years after the record up to `year` by the yearly rules alone: the caller answers for it
    /// that no holiday of those years is moved or added, or adds it with
    /// [`with_proclaimed`](Self::with_proclaimed).
    ///
    /// # Errors
    ///
    /// Refuses a year before the last one already known, and one after 2199.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{WorkingDays, chrono::NaiveDate};
    ///
    /// let until_2028 = WorkingDays::england().with_rules_alone_to(2028)?;
    /// let start: NaiveDate = "2027-12-01".parse()?;
    /// assert_eq!(until_2028.add(start, 70)?.to_string(), "2028-03-13");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_rules_alone_to(mut self, year: i32) -> Result<Self, CalendarError> {
        if year < self.last_year || year > Self::LATEST {
            return Err(CalendarError(Problem::Reach { year, from: self.last_year, to: Self::LATEST }));
        }
        self.by_rule.extend(dates(self.last_year + 1, year));
        self.last_year = year;
        Ok(self)
    }

    /// The last year that can be counted in.
    #[must_use]
    pub const fn last_year(&self) -> i32 {
        self.last_year
    }

    /// The days added by [`with_proclaimed`](Self::with_proclaimed) that would be worked otherwise, in order.
    #[must_use]
    pub fn proclaimed(&self) -> &[NaiveDate] {
        &self.proclaimed
    }

    /// Whether a day is worked.
    ///
    /// # Errors
    ///
    /// Refuses a day outside the years.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, CalendarError> {
        self.check(day)?;
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        Ok(!weekend && !self.holidays().iter().any(|days| days.binary_search(&day).is_ok()))
    }

    /// The working day that is so many after `start`, which is day 0; `start` itself for 0.
    ///
    /// # Errors
    ///
    /// Refuses a start outside the years, and a result after them.
    pub fn add(&self, start: NaiveDate, working_days: u32) -> Result<NaiveDate, CalendarError> {
        self.check(start)?;
        let beyond = || CalendarError(Problem::Beyond { start, working_days, last: self.last_year });
        let mut day = start;
        let mut missing = i64::from(working_days);
        // So many weekdays on; then as many again as there were holidays among them.
        while missing > 0 {
            let there = weekday_number(weekdays_to(day) + missing);
            let there = i32::try_from(there).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
            let there = there.filter(|there| there.year() <= self.last_year).ok_or_else(beyond)?;
            missing = self.holidays_to(there) - self.holidays_to(day);
            day = there;
        }
        Ok(day)
    }

    /// How many working days come after `start`, which is day 0, up to and including `end`.
    ///
    /// # Errors
    ///
    /// Refuses days outside the years, and an end before the start.
    pub fn count(&self, start: NaiveDate, end: NaiveDate) -> Result<u32, CalendarError> {
        self.check(start)?;
        self.check(end)?;
        if end < start {
            return Err(CalendarError(Problem::EndBeforeStart { start, end }));
        }
        Ok(self.days_worked(start, end))
    }

    /// The first working day after `day`.
    ///
    /// # Errors
    ///
    /// Refuses a day outside the years, and a result after them.
    pub fn next_working_day(&self, day: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.add(day, 1)
    }

    /// After the start, up to and including an end that is not before it.
    fn days_worked(&self, start: NaiveDate, end: NaiveDate) -> u32 {
        let weekdays = weekdays_to(end) - weekdays_to(start);
        let holidays = self.holidays_to(end) - self.holidays_to(start);
        u32::try_from(weekdays - holidays)
            .expect("each holiday is one of the weekdays, and the years are few")
    }

    fn check(&self, day: NaiveDate) -> Result<(), CalendarError> {
        if (Self::FIRST_YEAR..=self.last_year).contains(&day.year()) {
            return Ok(());
        }
        Err(CalendarError(Problem::Outside { day, last: self.last_year }))
    }

    fn holidays(&self) -> [&[NaiveDate]; 3] {
        [&RECORD, &self.by_rule, &self.proclaimed]
    }

    /// How many holidays there are up to and including a day; each is a weekday, and in one list only.
    fn holidays_to(&self, day: NaiveDate) -> i64 {
        let count: usize =
            self.holidays().iter().map(|days| days.partition_point(|&other| other <= day)).sum();
        i64::try_from(count).expect("a few holidays a year")
    }
}

/// How many weekdays there are from the first day of the first year, a Monday, up to and including a day.
fn weekdays_to(day: NaiveDate) -> i64 {
    let days = i64::from(day.num_days_from_ce());
    5 * days.div_euclid(7) + days.rem_euclid(7).min(5)
}

/// How many days from Monday to Friday come after one day, up to and including a later one.
pub(crate) fn weekdays_between(from: NaiveDate, to: NaiveDate) -> i64 {
    weekdays_to(to) - weekdays_to(from)
}

/// The number of the day that is the `count`th weekday: the inverse of [`weekdays_to`].
fn weekday_number(count: i64) -> i64 {
    let before = count - 1;
    7 * before.div_euclid(5) + before.rem_euclid(5) + 1
}

/// Working days cannot be counted so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct CalendarError(Problem);

impl CalendarError {
    pub(super) const fn year(year: i32) -> Self {
        Self(Problem::Year(year))
    }

    /// Whether a day, a year or a result lies outside the years whose bank holidays are known.
    #[must_use]
    pub const fn is_outside_years(&self) -> bool {
        matches!(self.0, Problem::Year(_) | Problem::Outside { .. } | Problem::Beyond { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(
        "{0} is outside {first} to {last}, the years whose bank holidays are known",
        first = WorkingDays::FIRST_YEAR,
        last = WorkingDays::LAST_YEAR
    )]
    Year(i32),
    #[error(
        "{day} is outside {first} to {last}, the years whose bank holidays are known",
        first = WorkingDays::FIRST_YEAR
    )]
    Outside { day: NaiveDate, last: i32 },
    #[error(
        "{} after {start} is after {last}, the last year whose bank holidays are known",
        counted(*working_days, "working day")
    )]
    Beyond { start: NaiveDate, working_days: u32, last: i32 },
    #[error("the end {end} is before the start {start}")]
    EndBeforeStart { start: NaiveDate, end: NaiveDate },
    #[error("the rules alone reach a year from {from} to {to}, not {year}")]
    Reach { year: i32, from: i32, to: i32 },
}

mod wire {
    use super::{CalendarError, WorkingDays};
    use crate::wire::{Day, Object};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(
        deny_unknown_fields,
        expecting = "working days: an object with optional rules_alone_to and proclaimed"
    )]
    pub(super) struct Wire {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rules_alone_to: Option<i32>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        proclaimed: Vec<Day>,
    }

    impl TryFrom<Object<Wire>> for WorkingDays {
        type Error = CalendarError;

        fn try_from(Object(wire): Object<Wire>) -> Result<Self, CalendarError> {
            let years = match wire.rules_alone_to {
                Some(year) => Self::england().with_rules_alone_to(year)?,
                None => Self::england(),
            };
            wire.proclaimed.into_iter().try_fold(years, |days, Day(day)| days.with_proclaimed(day))
        }
    }

    impl From<WorkingDays> for Wire {
        fn from(days: WorkingDays) -> Self {
            Self {
                rules_alone_to: (days.last_year > WorkingDays::LAST_YEAR).then_some(days.last_year),
                proclaimed: days.proclaimed.into_iter().map(Day).collect(),
            }
        }
    }
}
