//! Days and periods in words.

use super::period::{Period, PeriodKind};
use chrono::{Datelike, NaiveDate};

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
];

/// The name of the month.
pub(crate) fn month(day: NaiveDate) -> &'static str {
    // Months are 1 to 12.
    MONTHS[day.month0() as usize % 12]
}

/// `6 August 2019`.
pub(crate) fn day(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

impl Period {
    /// The period in a sentence: `February 2019`, `30 September 2019`, else as it prints.
    #[must_use]
    pub fn in_words(self) -> String {
        match self.kind() {
            PeriodKind::Day => day(self.end()),
            PeriodKind::Month => format!("{} {}", month(self.end()), self.end().year()),
            _ => self.to_string(),
        }
    }

    /// `in February 2019`, `on 30 September 2019`, `in the year to 30 September 2019`.
    pub(crate) fn within(self) -> String {
        let before = match self.kind() {
            PeriodKind::Day => "on",
            PeriodKind::ReportingYear => "in the",
            _ => "in",
        };
        format!("{before} {}", self.in_words())
    }
}
