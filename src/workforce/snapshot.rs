//! The counts of one area or team.

use super::{Count, RATES};
use crate::kpi::{Indicator, Rate, RateError, RateFault, catalogue};
use crate::measure::{Cases, Days, Figure, Fte, Headcount, Period, Quantity, QuantityError, Reported};
use crate::rules::Findings;
use serde::{Deserialize, Serialize};

/// The counts of one area or team: stocks on a day, flows over the year to it.
///
/// The names are the columns of the Department's data file. A count is a number or the symbol that stands for it; one that
/// was not reported is `None`. A rate needs numbers and says which count is missing.
///
/// # Exactness
///
/// Counts are taken as exact, and so are the rates and changes made of them. Counts that were printed to one place give the
/// rate that follows from the print, which may be 0.1 away from the published one; if a verdict hangs on that last place,
/// compare the published rates as [`Figure`](crate::Figure)s, whose bounds know their rounding.
///
/// # Flows
///
/// Starters, leavers and days lost are always those of **the year** to the last day of the period, whatever the period is:
/// the leavers of a quarter in a quarter's snapshot would make a turnover rate that is too low, and nothing can tell.
///
/// # Wire
///
/// `{"period": "year to 30 September 2019", "inpost_fte": "494.5", "cases": "3770", "working_days_lost_fte": "[c]"}`, every
/// count as text. A count that is not given is not reported. Unknown names are refused; a struct of yours that flattens a
/// snapshot would let them pass, so give it a field of its own there.
///
/// # Source
///
/// Department for Education, *Children's social work workforce*, data file of reporting year 2025.
///
/// # Examples
///
/// ```
/// use childrens_services::{Period, Snapshot, kpi::catalogue};
///
/// let snapshot = Snapshot {
///     inpost_fte: Some("494.5".parse()?),
///     vacancy_fte: Some("56.3".parse()?),
///     working_days_lost_fte: Some("[c]".parse()?),
///     ..Snapshot::new(Period::reporting_year(2019)?)
/// };
/// assert_eq!(snapshot.rate(&catalogue::VACANCY_RATE_FTE)?.to_string(), "10.2%");
/// assert_eq!(
///     snapshot.rate(&catalogue::TURNOVER_RATE_FTE).unwrap_err().to_string(),
///     "turnover_rate_fte is not defined: leavers_fte is not reported",
/// );
/// assert_eq!(
///     snapshot.rate(&catalogue::ABSENCE_RATE_FTE).unwrap_err().to_string(),
///     "absence_rate_fte is not defined: working_days_lost_fte is withheld as [c], confidential",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// People are not full-time equivalents:
///
/// ```compile_fail,E0308
/// # use childrens_services::{Headcount, Period, Reported, Snapshot};
/// fn counted(people: Headcount, snapshot: Snapshot) -> Snapshot {
///     Snapshot { inpost_fte: Some(Reported::Known(people)), ..snapshot }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a snapshot: an object with period and counts")]
pub struct Snapshot {
    /// The period: stocks are of its last day, flows of the year to that day.
    pub period: Period,
    /// Social workers in post, FTE, on the day. Agency workers are not among them.
    pub inpost_fte: Option<Reported<Fte>>,
    /// Social workers in post, people, on the day. Agency workers are not among them.
    pub inpost_headcount: Option<Reported<Headcount>>,
    /// Starters of the year, FTE.
    pub starters_fte: Option<Reported<Fte>>,
    /// Starters of the year, people.
    pub starters_headcount: Option<Reported<Headcount>>,
    /// Leavers of the year, FTE.
    pub leavers_fte: Option<Reported<Fte>>,
    /// Leavers of the year, people.
    pub leavers_headcount: Option<Reported<Headcount>>,
    /// Agency workers, FTE, on the day.
    pub agency_fte: Option<Reported<Fte>>,
    /// Agency workers, people, on the day.
    pub agency_headcount: Option<Reported<Headcount>>,
    /// Agency workers covering vacancies, FTE, on the day.
    pub agency_cover_fte: Option<Reported<Fte>>,
    /// Vacancies, FTE, on the day, those covered by agency workers included.
    pub vacancy_fte: Option<Reported<Fte>>,
    /// Case holders, FTE, on the day, agency workers included.
    pub case_holders_fte: Option<Reported<Fte>>,
    /// Cases on the day.
    pub cases: Option<Reported<Cases>>,
    /// Working days lost to sickness in the year.
    pub working_days_lost_fte: Option<Reported<Days>>,
}

impl Snapshot {
    /// Creates a snapshot in which no count is reported yet.
    #[must_use]
    pub const fn new(period: Period) -> Self {
        Self {
            period,
            inpost_fte: None,
            inpost_headcount: None,
            starters_fte: None,
            starters_headcount: None,
            leavers_fte: None,
            leavers_headcount: None,
            agency_fte: None,
            agency_headcount: None,
            agency_cover_fte: None,
            vacancy_fte: None,
            case_holders_fte: None,
            cases: None,
            working_days_lost_fte: None,
        }
    }

    /// A count by its name, exact or withheld.
    #[must_use]
    #[inline]
    pub fn count(&self, count: Count) -> Option<Figure> {
        match count {
            Count::InpostFte => self.inpost_fte.map(Figure::from),
            Count::InpostHeadcount => self.inpost_headcount.map(Figure::from),
            Count::StartersFte => self.starters_fte.map(Figure::from),
            Count::StartersHeadcount => self.starters_headcount.map(Figure::from),
            Count::LeaversFte => self.leavers_fte.map(Figure::from),
            Count::LeaversHeadcount => self.leavers_headcount.map(Figure::from),
            Count::AgencyFte => self.agency_fte.map(Figure::from),
            Count::AgencyHeadcount => self.agency_headcount.map(Figure::from),
            Count::AgencyCoverFte => self.agency_cover_fte.map(Figure::from),
            Count::VacancyFte => self.vacancy_fte.map(Figure::from),
            Count::CaseHoldersFte => self.case_holders_fte.map(Figure::from),
            Count::Cases => self.cases.map(Figure::from),
            Count::WorkingDaysLostFte => self.working_days_lost_fte.map(Figure::from),
        }
    }

    /// Works one of the [`RATES`] from the counts.
    ///
    /// # Errors
    ///
    /// Returns an error that names the count that is 0, withheld or not reported, and for an indicator that is none of the
    /// [`RATES`].
    #[inline]
    pub fn rate(&self, indicator: &Indicator) -> Result<Rate, RateError> {
        match RATES.iter().find(|formula| formula.indicator == indicator) {
            Some(formula) => formula.rate(self.period, |count| self.count(count)),
            None => Err(RateError::new(indicator, RateFault::NoFormula)),
        }
    }

    /// Works each of the [`RATES`], in their order.
    pub fn rates(&self) -> impl Iterator<Item = (&'static Indicator, Result<Rate, RateError>)> {
        RATES.iter().map(|formula| (formula.indicator, formula.rate(self.period, |count| self.count(count))))
    }

    /// The vacancies that no agency worker covers, in FTE, never below 0.
    ///
    /// The gap of summed counts may be less than the sum of the gaps: agency cover beyond the vacancies of one part then
    /// counts against the vacancies of another. To say what nobody fills anywhere, add up the gaps of the parts.
    ///
    /// # Errors
    ///
    /// Returns an error that names the count that is withheld or not reported.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Period, Snapshot};
    ///
    /// // West Sussex, 30 September 2022.
    /// let snapshot = Snapshot {
    ///     vacancy_fte: Some("89".parse()?),
    ///     agency_cover_fte: Some("83.1".parse()?),
    ///     ..Snapshot::new(Period::reporting_year(2022)?)
    /// };
    /// assert_eq!(snapshot.uncovered_vacancy_fte()?.to_string(), "5.9 FTE");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "vacancy gap")]
    pub fn uncovered_vacancy_fte(&self) -> Result<Fte, RateError> {
        let gap = &catalogue::UNCOVERED_VACANCY_FTE;
        let vacancies = known(gap, Count::VacancyFte, self.vacancy_fte)?;
        let cover = known(gap, Count::AgencyCoverFte, self.agency_cover_fte)?;
        let gap = vacancies.value() - cover.value();
        // What is below 0 is refused: cover beyond the vacancies leaves none.
        Ok(Fte::new(gap).unwrap_or(Fte::ZERO))
    }

    /// The establishment in FTE: staff in post and vacancies together.
    ///
    /// # Errors
    ///
    /// Returns an error that names the count that is withheld or not reported, and for a sum above 1,000,000.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Period, Snapshot};
    ///
    /// // West Sussex, 30 September 2019.
    /// let snapshot = Snapshot {
    ///     inpost_fte: Some("494.5".parse()?),
    ///     vacancy_fte: Some("56.3".parse()?),
    ///     ..Snapshot::new(Period::reporting_year(2019)?)
    /// };
    /// assert_eq!(snapshot.establishment_fte()?.to_string(), "550.8 FTE");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn establishment_fte(&self) -> Result<Fte, RateError> {
        let establishment = &catalogue::ESTABLISHMENT_FTE;
        let inpost = known(establishment, Count::InpostFte, self.inpost_fte)?;
        let vacancies = known(establishment, Count::VacancyFte, self.vacancy_fte)?;
        inpost.checked_add(vacancies).map_err(|error| RateError::new(establishment, RateFault::Count(error)))
    }

    /// The counts of all parts together: a region's rate is the rate of its authorities' summed counts.
    ///
    /// A count that is missing in one part is so in the sum; one that is withheld is withheld there (`[low]` becomes `[x]`),
    /// save `[z]`: not applicable is nothing to count, as in the official totals. As long as no partial sum is too large,
    /// neither the order of the parts nor their grouping matters.
    ///
    /// # Errors
    ///
    /// Returns an error for no snapshots, for snapshots of different periods, and for a sum above a quantity's range.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Period, Snapshot};
    ///
    /// // Invented.
    /// let north = Snapshot { inpost_fte: Some("120.5".parse()?), ..Snapshot::new(Period::reporting_year(2019)?) };
    /// let south = Snapshot { inpost_fte: Some("80".parse()?), ..north };
    /// assert_eq!(Snapshot::total([&north, &south])?.inpost_fte, Some("200.5".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn total<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Result<Self, SnapshotError> {
        let mut parts = parts.into_iter();
        let first = *parts.next().ok_or(SnapshotError::Nothing)?;
        parts.try_fold(first, |sum, part| sum.plus(part))
    }

    fn plus(self, other: &Self) -> Result<Self, SnapshotError> {
        if self.period != other.period {
            return Err(SnapshotError::Periods(self.period, other.period));
        }
        let (a, b) = (self, other);
        Ok(Self {
            period: a.period,
            inpost_fte: add(Count::InpostFte, a.inpost_fte, b.inpost_fte)?,
            inpost_headcount: add(Count::InpostHeadcount, a.inpost_headcount, b.inpost_headcount)?,
            starters_fte: add(Count::StartersFte, a.starters_fte, b.starters_fte)?,
            starters_headcount: add(Count::StartersHeadcount, a.starters_headcount, b.starters_headcount)?,
            leavers_fte: add(Count::LeaversFte, a.leavers_fte, b.leavers_fte)?,
            leavers_headcount: add(Count::LeaversHeadcount, a.leavers_headcount, b.leavers_headcount)?,
            agency_fte: add(Count::AgencyFte, a.agency_fte, b.agency_fte)?,
            agency_headcount: add(Count::AgencyHeadcount, a.agency_headcount, b.agency_headcount)?,
            agency_cover_fte: add(Count::AgencyCoverFte, a.agency_cover_fte, b.agency_cover_fte)?,
            vacancy_fte: add(Count::VacancyFte, a.vacancy_fte, b.vacancy_fte)?,
            case_holders_fte: add(Count::CaseHoldersFte, a.case_holders_fte, b.case_holders_fte)?,
            cases: add(Count::Cases, a.cases, b.cases)?,
            working_days_lost_fte: add(
                Count::WorkingDaysLostFte,
                a.working_days_lost_fte,
                b.working_days_lost_fte,
            )?,
        })
    }

    /// What is unusual about the counts, rule by rule in the order of [`RULES`](crate::workforce::RULES): published rows hold
    /// all of it, so these are warnings.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Period, Snapshot};
    ///
    /// // West Sussex, 30 September 2019: more agency cover than vacancies.
    /// let snapshot = Snapshot {
    ///     vacancy_fte: Some("56.3".parse()?),
    ///     agency_cover_fte: Some("75.9".parse()?),
    ///     ..Snapshot::new(Period::reporting_year(2019)?)
    /// };
    /// assert_eq!(
    ///     snapshot.findings().to_string(),
    ///     "warning WRK-01 at snapshot.agency_cover_fte: 75.9 FTE of agency workers cover 56.3 FTE of vacancies",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> Findings {
        self.findings_inside().within("snapshot")
    }
}

/// The number of a count that a figure needs.
fn known<T: Copy>(
    indicator: &Indicator,
    count: Count,
    reported: Option<Reported<T>>,
) -> Result<T, RateError> {
    let symbol = || reported.and_then(|reported| reported.symbol());
    reported.and_then(Reported::known).ok_or_else(|| RateError::missing(indicator, count, symbol()))
}

fn add<T: Into<Quantity> + TryFrom<Quantity, Error = QuantityError>>(
    count: Count,
    one: Option<Reported<T>>,
    other: Option<Reported<T>>,
) -> Result<Option<Reported<T>>, SnapshotError> {
    let Some((one, other)) = one.zip(other) else { return Ok(None) };
    let sum = |one: T, other: T| {
        let [one, other]: [Quantity; 2] = [one.into(), other.into()];
        Quantity::try_of_micros(one.unit(), one.micros() + other.micros())?.try_into()
    };
    one.merge(other, sum).map(Some).map_err(|source| SnapshotError::Range(count, source))
}

/// Snapshots make no sum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// They are of different periods.
    #[error("snapshots of different periods cannot be added: {0} and {1}")]
    Periods(Period, Period),
    /// The sum of a count leaves its range.
    #[error("the sum of {} is too large", .0.code())]
    Range(Count, #[source] QuantityError),
    /// There are none.
    #[error("there is no snapshot to add up")]
    Nothing,
}
