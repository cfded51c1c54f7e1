//! Working days in England, its bank holidays, and days of records, and dates that are known to the month or the year.
//!
//! # Source
//!
//! The Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 (SI 2007/462),
//! regulation 1(2): a working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday
//! under the Banking and Financial Dealings Act 1971. The Care Planning Regulations 2010 define it alike.

mod bank_holidays;
mod cadence;
pub(crate) mod day;
mod partial_date;
mod working_days;

pub use bank_holidays::{BankHoliday, bank_holidays};
pub use cadence::{Cadence, CadenceError};
pub use day::{Day, DayError};
pub use partial_date::{PartialDate, PartialDateError};
pub(crate) use working_days::weekdays_between;
pub use working_days::{CalendarError, WorkingDays};

/// A day that the calendar has; evaluated when this crate is compiled.
pub(crate) const fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// The day so many calendar months later: the same day number, or the last day of a shorter month.
pub(crate) fn months_later(date: chrono::NaiveDate, months: u32) -> Option<chrono::NaiveDate> {
    date.checked_add_months(chrono::Months::new(months))
}

/// The day so many days later.
pub(crate) fn days_later(date: chrono::NaiveDate, days: u64) -> Option<chrono::NaiveDate> {
    date.checked_add_days(chrono::Days::new(days))
}

/// Whole days from one date to another, below 0 when the other is earlier.
pub(crate) fn days_between(from: chrono::NaiveDate, to: chrono::NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
