//! The rates of a snapshot's counts.

use super::{
    AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount, AverageCaseload,
    SicknessAbsenceRate, Snapshot, TurnoverRateFte, TurnoverRateHeadcount, VacancyAgencyCoverRate,
    VacancyGapRate, VacancyRate,
};
use crate::{
    kpi::{RateError, RateFault, convention, given, official},
    measure::{Fte, Headcount, Reported},
};

/// A rate of the snapshot's counts of the same names. Where every count of its `whole` is known to
/// be 0 that is said first, as `[z]` outranks other symbols in the official statistics; then the
/// first count that is lacking.
macro_rules! rates {
    ($(
        $(#[$doc:meta])*
        $method:ident: $module:ident::$indicator:ident, $rate:ident($($count:ident),+), whole: $zero:ident [$($whole:ident),+];
    )+) => {
        impl Snapshot {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                ///
                /// Names the count that is 0, withheld or not reported.
                pub fn $method(&self) -> Result<$rate, RateError> {
                    let rate = &$module::$indicator;
                    if [$(self.$whole()),+].iter().all(|count| *count == Reported::Known($zero::ZERO)) {
                        let fault = RateFault::ZeroDenominator { counts: &[$(stringify!($whole)),+] };
                        return Err(RateError::new(rate, fault));
                    }
                    $rate::new($(given(rate, stringify!($count), self.$count())?),+)
                }
            )+
        }
    };
}

rates! {
    /// Turnover rate (FTE): leavers over in post.
    turnover_rate_fte: official::TURNOVER_RATE_FTE, TurnoverRateFte(leavers_fte, inpost_fte), whole: Fte [inpost_fte];
    /// Turnover rate (headcount): leavers over in post.
    turnover_rate_headcount: official::TURNOVER_RATE_HEADCOUNT,
        TurnoverRateHeadcount(leavers_headcount, inpost_headcount), whole: Headcount [inpost_headcount];
    /// Agency worker rate (FTE): agency workers over agency workers and in post.
    agency_rate_fte: official::AGENCY_RATE_FTE,
        AgencyWorkerRateFte(agency_fte, inpost_fte), whole: Fte [agency_fte, inpost_fte];
    /// Agency worker rate (headcount): agency workers over agency workers and in post.
    agency_rate_headcount: official::AGENCY_RATE_HEADCOUNT,
        AgencyWorkerRateHeadcount(agency_headcount, inpost_headcount),
        whole: Headcount [agency_headcount, inpost_headcount];
    /// Agency cover rate: agency workers covering vacancies over agency workers.
    agency_cover_rate_fte: official::AGENCY_COVER_RATE_FTE,
        AgencyCoverRate(agency_cover_fte, agency_fte), whole: Fte [agency_fte];
    /// Vacancy rate: vacancies over vacancies and in post.
    vacancy_rate_fte: official::VACANCY_RATE_FTE, VacancyRate(vacancy_fte, inpost_fte), whole: Fte [vacancy_fte, inpost_fte];
    /// Vacancy agency cover rate: agency workers covering vacancies over vacancies.
    vacancy_agency_cover_rate_fte: official::VACANCY_AGENCY_COVER_RATE_FTE,
        VacancyAgencyCoverRate(agency_cover_fte, vacancy_fte), whole: Fte [vacancy_fte];
    /// Average caseload: cases over case holders.
    caseload_fte: official::CASELOAD_FTE, AverageCaseload(cases, case_holders_fte), whole: Fte [case_holders_fte];
    /// Vacancy gap as a rate: vacancies that no agency worker covers over the establishment.
    vacancy_gap_rate_fte: convention::VACANCY_GAP_RATE_FTE,
        VacancyGapRate(vacancy_fte, agency_cover_fte, inpost_fte), whole: Fte [vacancy_fte, inpost_fte];
    /// Agency dependence: agency workers over the establishment.
    agency_dependence_rate_fte: convention::AGENCY_DEPENDENCE_RATE_FTE,
        AgencyDependence(agency_fte, vacancy_fte, inpost_fte), whole: Fte [vacancy_fte, inpost_fte];
}

impl Snapshot {
    /// Sickness absence rate: working days lost over in post times the working days of the year, 253
    /// or 254.
    ///
    /// # Errors
    ///
    /// Names the count that is 0, withheld or not reported.
    pub fn absence_rate_fte(&self) -> Result<SicknessAbsenceRate, RateError> {
        let rate = &official::ABSENCE_RATE_FTE;
        let inpost = given(rate, "inpost_fte", self.inpost_fte());
        if inpost == Ok(Fte::ZERO) {
            return Err(RateError::new(rate, RateFault::ZeroDenominator { counts: &["inpost_fte"] }));
        }
        let lost = given(rate, "working_days_lost_fte", self.working_days_lost_fte())?;
        SicknessAbsenceRate::new(lost, inpost?, self.period())
    }

    /// Vacancy gap in FTE: vacancies that no agency worker covers, never below 0. See the type's page
    /// for the gap of a sum.
    ///
    /// A convention of this crate; the Department does not publish it.
    ///
    /// # Errors
    ///
    /// Names the count that is withheld or not reported.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Fte, Period, Snapshot};
    ///
    /// // West Sussex, 30 September 2022.
    /// let snapshot = Snapshot::new(Period::reporting_year(2022)?)
    ///     .with_vacancy_fte("89".parse::<Fte>()?)
    ///     .with_agency_cover_fte("83.1".parse::<Fte>()?);
    /// assert_eq!(snapshot.vacancy_gap_fte()?.to_string(), "5.9 FTE");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn vacancy_gap_fte(&self) -> Result<Fte, RateError> {
        let gap = &convention::VACANCY_GAP_FTE;
        let vacancies = given(gap, "vacancy_fte", self.vacancy_fte())?;
        let cover = given(gap, "agency_cover_fte", self.agency_cover_fte())?;
        // A negative gap is refused by the quantity: cover beyond the vacancies leaves none.
        Ok(vacancies.changed_by(-cover.change_since(Fte::ZERO)).unwrap_or(Fte::ZERO))
    }

    /// The establishment in FTE: staff in post and vacancies together.
    ///
    /// # Errors
    ///
    /// Names the count that is withheld or not reported; refuses a sum above [`Fte::MAX`].
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Fte, Period, Snapshot};
    ///
    /// // West Sussex, 30 September 2019.
    /// let snapshot = Snapshot::new(Period::reporting_year(2019)?)
    ///     .with_inpost_fte("494.5".parse::<Fte>()?)
    ///     .with_vacancy_fte("56.3".parse::<Fte>()?);
    /// assert_eq!(snapshot.establishment_fte()?.to_string(), "550.8 FTE");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn establishment_fte(&self) -> Result<Fte, RateError> {
        let establishment = &convention::ESTABLISHMENT_FTE;
        let inpost = given(establishment, "inpost_fte", self.inpost_fte())?;
        let vacancies = given(establishment, "vacancy_fte", self.vacancy_fte())?;
        inpost
            .checked_add(vacancies)
            .map_err(|error| RateError::new(establishment, RateFault::OutOfRange(error)))
    }
}
