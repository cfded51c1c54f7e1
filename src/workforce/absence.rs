//! Sickness absence.

use crate::{
    kpi::rate,
    measure::{Days, Fte, Period},
};

/// The working days of the year to a period's last day: 253, and 254 when that year holds a 29
/// February.
///
/// A fixed number, not a calendar: with 254 in leap years every published absence rate of 2020
/// follows from its counts, with 253 sixteen do not.
///
/// # Source
///
/// Inferred from Department for Education, *Children's social work workforce*, reporting years 2017
/// to 2025.
///
/// # Examples
///
/// ```
/// use childrens_services::{Period, workforce::working_days_of_year_to};
///
/// assert_eq!(working_days_of_year_to(Period::reporting_year(2019)?), 253);
/// assert_eq!(working_days_of_year_to(Period::reporting_year(2020)?), 254);
/// # Ok::<(), childrens_services::PeriodError>(())
/// ```
#[must_use]
pub fn working_days_of_year_to(period: Period) -> u32 {
    if period.year_to_end_holds_leap_day() { 254 } else { 253 }
}

rate! {
    /// Sickness absence rate: working days lost over the working days of the staff in post.
    ///
    /// # Unit
    ///
    /// Per cent of working days: days lost over in post (FTE) times
    /// [`working_days_of_year_to`] the last day of `year_to`.
    ///
    /// # Source
    ///
    /// The columns of Department for Education, *Children's social work workforce*; reproduced from
    /// its counts, reporting years 2017 to 2021.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Period, SicknessAbsenceRate};
    ///
    /// // West Sussex, year to 30 September 2019: 3,005 / (494.5 × 253).
    /// let rate = SicknessAbsenceRate::new("3005".parse()?, "494.5".parse()?, Period::reporting_year(2019)?)?;
    /// assert_eq!(rate.to_percent_rounded(1).to_string(), "2.4%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    SicknessAbsenceRate: official::ABSENCE_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The working days lost.
        working_days_lost_fte: Days,
        /// The staff in post at the end of the year.
        inpost_fte: Fte,
        /// The period whose last day ends the year.
        year_to: Period,
    },
    ratio: |rate| {
        let days = i128::from(working_days_of_year_to(rate.year_to));
        (100 * rate.working_days_lost_fte.micros(), days * rate.inpost_fte.micros())
    },
    zero: ["inpost_fte"],
}
