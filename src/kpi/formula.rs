//! The formulas of the workforce rates, as data.
//!
//! They are public as [`workforce::RATES`](crate::workforce::RATES), and are here because the definition of an indicator is
//! read from them.

use super::{Indicator, Rate, RateError, RateFault, catalogue};
use crate::measure::{Figure, Period, Quantity};
use crate::vocabulary::vocabulary;
use core::fmt;

vocabulary! {
    /// A count of a [`Snapshot`](crate::Snapshot), by the name of its column in the Department's data file.
    Count: "count" {
        /// Social workers in post, FTE.
        InpostFte: "inpost_fte", "in post (FTE)";
        /// Social workers in post, people.
        InpostHeadcount: "inpost_headcount", "in post (headcount)";
        /// Starters of the year, FTE.
        StartersFte: "starters_fte", "starters (FTE)";
        /// Starters of the year, people.
        StartersHeadcount: "starters_headcount", "starters (headcount)";
        /// Leavers of the year, FTE.
        LeaversFte: "leavers_fte", "leavers (FTE)";
        /// Leavers of the year, people.
        LeaversHeadcount: "leavers_headcount", "leavers (headcount)";
        /// Agency workers, FTE.
        AgencyFte: "agency_fte", "agency workers (FTE)";
        /// Agency workers, people.
        AgencyHeadcount: "agency_headcount", "agency workers (headcount)";
        /// Agency workers covering vacancies, FTE.
        AgencyCoverFte: "agency_cover_fte", "agency workers covering vacancies (FTE)";
        /// Vacancies, FTE.
        VacancyFte: "vacancy_fte", "vacancies (FTE)";
        /// Case holders, FTE.
        CaseHoldersFte: "case_holders_fte", "case holders (FTE)";
        /// Cases.
        Cases: "cases", "cases";
        /// Working days lost to sickness in the year.
        WorkingDaysLostFte: "working_days_lost_fte", "working days lost";
    }
}

impl Count {
    /// The indicator of the count.
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "only a fault of this crate could cause one")]
    pub fn indicator(self) -> &'static Indicator {
        Indicator::defined(self.code()).expect("every count is an indicator of the catalogue")
    }
}

/// How a workforce rate is made of counts: a row of [`RATES`](crate::workforce::RATES).
///
/// The rate is `multiplier × (numerator − less, but not below 0) / (sum of denominator × working days of the year)`, with the
/// unit's [`multiplier`](crate::Unit::multiplier), and `less` and the working days only where the row says so.
///
/// # Examples
///
/// ```
/// use childrens_services::{kpi::catalogue, workforce::{Count, RATES}};
///
/// let vacancy = RATES.iter().find(|formula| *formula.indicator == catalogue::VACANCY_RATE_FTE).expect("a row");
/// assert_eq!(vacancy.to_string(), "vacancies (FTE) / (vacancies (FTE) + in post (FTE))");
/// assert_eq!(vacancy.counts().collect::<Vec<_>>(), [Count::VacancyFte, Count::InpostFte]);
/// assert_eq!(catalogue::VACANCY_RATE_FTE.definition().as_deref(), Some(vacancy.to_string().as_str()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Formula {
    /// What the quotient is.
    pub indicator: &'static Indicator,
    /// What is divided.
    pub numerator: Count,
    /// What is taken off the numerator first, never leaving less than 0.
    pub less: Option<Count>,
    /// What is divided by: the sum of these.
    pub denominator: &'static [Count],
    /// Whether the denominator is for each of the
    /// [working days of the year](crate::workforce::working_days_of_year_to).
    pub for_each_working_day: bool,
}

const fn over(indicator: &'static Indicator, numerator: Count, denominator: &'static [Count]) -> Formula {
    Formula { indicator, numerator, less: None, denominator, for_each_working_day: false }
}

use Count::*;

/// The rates of a [`Snapshot`](crate::Snapshot)'s counts: the nine that the Department publishes, in the order of its data
/// file, then those of convention.
///
/// # Source
///
/// Department for Education, *Children's Social Care: Outcomes and Enablers* dashboard, for turnover, agency, vacancy and
/// caseload; the columns of *Children's social work workforce* for the others. All nine are reproduced from the published
/// counts, reporting years 2017 to 2021.
pub static RATES: [Formula; 11] = [
    over(&catalogue::TURNOVER_RATE_FTE, LeaversFte, &[InpostFte]),
    over(&catalogue::TURNOVER_RATE_HEADCOUNT, LeaversHeadcount, &[InpostHeadcount]),
    over(&catalogue::AGENCY_RATE_FTE, AgencyFte, &[AgencyFte, InpostFte]),
    over(&catalogue::AGENCY_RATE_HEADCOUNT, AgencyHeadcount, &[AgencyHeadcount, InpostHeadcount]),
    over(&catalogue::AGENCY_COVER_RATE_FTE, AgencyCoverFte, &[AgencyFte]),
    over(&catalogue::VACANCY_RATE_FTE, VacancyFte, &[VacancyFte, InpostFte]),
    over(&catalogue::VACANCY_AGENCY_COVER_RATE_FTE, AgencyCoverFte, &[VacancyFte]),
    over(&catalogue::CASELOAD_FTE, Cases, &[CaseHoldersFte]),
    Formula {
        for_each_working_day: true,
        ..over(&catalogue::ABSENCE_RATE_FTE, WorkingDaysLostFte, &[InpostFte])
    },
    Formula {
        less: Some(AgencyCoverFte),
        ..over(&catalogue::UNCOVERED_VACANCY_RATE_FTE, VacancyFte, &[VacancyFte, InpostFte])
    },
    over(&catalogue::AGENCY_DEPENDENCE_RATE_FTE, AgencyFte, &[VacancyFte, InpostFte]),
];

/// The working days of the year to a period's last day: 253, and 254 when that year holds a 29 February.
///
/// A fixed number, not a calendar: with 254 in leap years every published absence rate of 2020 follows from its counts,
/// with 253 sixteen do not.
///
/// # Source
///
/// Inferred from Department for Education, *Children's social work workforce*, reporting years 2017 to 2025.
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

impl Formula {
    /// Each count that the rate is made of, once, the numerator first.
    pub fn counts(&self) -> impl Iterator<Item = Count> + use<> {
        let first = [Some(self.numerator), self.less].into_iter().flatten();
        let (numerator, less) = (self.numerator, self.less);
        let others = self.denominator.iter().copied();
        first.chain(others.filter(move |&count| count != numerator && Some(count) != less))
    }

    /// The numerator and denominator of counts in millionths, before the multiplier; none if a count is missing.
    #[inline]
    pub(crate) fn quotient(
        &self,
        period: Period,
        count: impl Fn(Count) -> Option<i128>,
    ) -> Option<(i128, i128)> {
        let less = self.less.map_or(Some(0), &count)?;
        let numerator = (count(self.numerator)? - less).max(0);
        let days = if self.for_each_working_day { i128::from(working_days_of_year_to(period)) } else { 1 };
        let whole = self.denominator.iter().try_fold(0, |sum, &of| Some(sum + count(of)?))?;
        Some((numerator, days * whole))
    }

    /// The rate of counts. If every count of the denominator is known to be 0 that is said first, as `[z]` outranks other
    /// symbols in the official statistics; then the first count that is missing.
    #[inline]
    pub(crate) fn rate(
        &self,
        period: Period,
        count: impl Fn(Count) -> Option<Figure>,
    ) -> Result<Rate, RateError> {
        let micros = |of| count(of).and_then(Figure::stated).map(Quantity::micros);
        if let Some((numerator, denominator @ 1..)) = self.quotient(period, micros) {
            return Rate::of_micros(self.indicator, numerator, denominator);
        }
        let is_zero = self.denominator.iter().all(|&of| micros(of) == Some(0));
        match self.counts().find(|&of| micros(of).is_none()) {
            Some(of) if !is_zero => {
                Err(RateError::missing(self.indicator, of, count(of).and_then(Figure::symbol)))
            }
            _ => Err(RateError::new(self.indicator, RateFault::ZeroDenominator(self.denominator))),
        }
    }
}

/// Such as `vacancies (FTE) / (vacancies (FTE) + in post (FTE))`.
impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.less {
            None => write!(f, "{}", self.numerator)?,
            Some(less) => write!(f, "({} - {less}, never below 0)", self.numerator)?,
        }
        let mut sum: Vec<&str> = self.denominator.iter().map(|count| count.label()).collect();
        if self.for_each_working_day {
            sum.push("× working days of the year: 253, or 254 with a 29 February");
        }
        let whole = sum.join(" + ").replace("+ ×", "×");
        if sum.len() > 1 { write!(f, " / ({whole})") } else { write!(f, " / {whole}") }
    }
}
