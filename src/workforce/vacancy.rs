//! Vacancies: the official rate, who covers them, and the gap that nobody fills.

use crate::{kpi::rate, measure::Fte};

rate! {
    /// Vacancy rate: vacancies over vacancies and staff in post, all FTE.
    ///
    /// A vacancy covered by an agency worker is still a vacancy; for what nobody fills see
    /// [`VacancyGapRate`].
    ///
    /// # Unit
    ///
    /// Per cent, from 0 to 100: a part of its own whole.
    ///
    /// # Source
    ///
    /// Department for Education, *Children's Social Care: Outcomes and Enablers* dashboard; reproduced
    /// from the counts of *Children's social work workforce*, reporting years 2017 to 2021.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Fte, VacancyRate};
    ///
    /// // West Sussex, 30 September 2018 and 2019.
    /// let y2018 = VacancyRate::new("44.6".parse()?, "433.4".parse()?)?;
    /// let y2019 = VacancyRate::new("56.3".parse()?, "494.5".parse()?)?;
    /// assert_eq!(y2019.to_percent_rounded(1).to_string(), "10.2%");
    /// assert_eq!(y2019.change_since_rounded(y2018, 1).to_string(), "0.9 percentage points");
    /// assert!(y2019 > y2018);
    /// assert_eq!(
    ///     VacancyRate::new(Fte::ZERO, Fte::ZERO).unwrap_err().to_string(),
    ///     "vacancy_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    VacancyRate: official::VACANCY_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The vacancies.
        vacancy_fte: Fte,
        /// The staff in post.
        inpost_fte: Fte,
    },
    ratio: |rate| {
        let vacancies = rate.vacancy_fte.micros();
        (100 * vacancies, vacancies + rate.inpost_fte.micros())
    },
    zero: ["vacancy_fte", "inpost_fte"],
}

rate! {
    /// Vacancy agency cover rate: agency workers covering vacancies over vacancies, all FTE.
    ///
    /// # Unit
    ///
    /// Per cent. Above 100 where more cover is reported than there are vacancies; the official
    /// statistics then print `[u]`.
    ///
    /// # Source
    ///
    /// The columns of Department for Education, *Children's social work workforce*; reproduced from
    /// its counts, reporting years 2017 to 2021.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::VacancyAgencyCoverRate;
    ///
    /// // West Sussex, 30 September 2019: cover above the vacancies.
    /// let rate = VacancyAgencyCoverRate::new("75.9".parse()?, "56.3".parse()?)?;
    /// assert_eq!(rate.to_percent_rounded(2).to_string(), "134.81%");
    /// assert!(VacancyAgencyCoverRate::new("75.9".parse()?, "0".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    VacancyAgencyCoverRate: official::VACANCY_AGENCY_COVER_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The agency workers covering vacancies.
        agency_cover_fte: Fte,
        /// The vacancies.
        vacancy_fte: Fte,
    },
    ratio: |rate| (100 * rate.agency_cover_fte.micros(), rate.vacancy_fte.micros()),
    zero: ["vacancy_fte"],
}

rate! {
    /// Vacancy gap as a rate: vacancies that no agency worker covers over the establishment, which is
    /// vacancies and staff in post, all FTE.
    ///
    /// Cover beyond the vacancies makes no negative gap; in summed counts it stands against the vacancies
    /// of other parts. A council's own "vacancy gap" may be worked otherwise.
    ///
    /// # Unit
    ///
    /// Per cent, from 0 to 100.
    ///
    /// # Source
    ///
    /// A convention of this crate: councils report what nobody fills, the Department does not publish
    /// it.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::VacancyGapRate;
    ///
    /// // West Sussex, 30 September 2022: 89 FTE vacancies, 83.1 of them covered.
    /// let gap = VacancyGapRate::new("89".parse()?, "83.1".parse()?, "458.1".parse()?)?;
    /// assert_eq!(gap.to_percent_rounded(1).to_string(), "1.1%");
    ///
    /// // West Sussex, 30 September 2019: more cover than vacancies.
    /// let none = VacancyGapRate::new("56.3".parse()?, "75.9".parse()?, "494.5".parse()?)?;
    /// assert_eq!(none.to_percent_rounded(1).to_string(), "0%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    VacancyGapRate: convention::VACANCY_GAP_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The vacancies.
        vacancy_fte: Fte,
        /// The agency workers covering vacancies.
        agency_cover_fte: Fte,
        /// The staff in post.
        inpost_fte: Fte,
    },
    ratio: |rate| {
        let vacancies = rate.vacancy_fte.micros();
        let gap = (vacancies - rate.agency_cover_fte.micros()).max(0);
        (100 * gap, vacancies + rate.inpost_fte.micros())
    },
    zero: ["vacancy_fte", "inpost_fte"],
}
