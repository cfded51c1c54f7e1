//! Agency workers: their share, what they cover, and how far the establishment leans on them.

use crate::{
    kpi::rate,
    measure::{Fte, Headcount},
};

rate! {
    /// Agency worker rate (FTE): agency workers over agency workers and staff in post.
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
    /// use childrens_services::AgencyWorkerRateFte;
    ///
    /// // West Sussex, 30 September 2019.
    /// let rate = AgencyWorkerRateFte::new("75.9".parse()?, "494.5".parse()?)?;
    /// assert_eq!(rate.to_percent_rounded(1).to_string(), "13.3%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AgencyWorkerRateFte: official::AGENCY_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The agency workers.
        agency_fte: Fte,
        /// The staff in post, who are not agency workers.
        inpost_fte: Fte,
    },
    ratio: |rate| {
        let agency = rate.agency_fte.micros();
        (100 * agency, agency + rate.inpost_fte.micros())
    },
    zero: ["agency_fte", "inpost_fte"],
}

rate! {
    /// Agency worker rate (headcount): agency workers over agency workers and staff in post.
    ///
    /// # Unit
    ///
    /// Per cent, from 0 to 100: a part of its own whole.
    ///
    /// # Source
    ///
    /// As [`AgencyWorkerRateFte`].
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AgencyWorkerRateHeadcount, Headcount};
    ///
    /// // Nine of eighty: 11.25 is an exact half at one place and goes up, away from zero.
    /// let rate = AgencyWorkerRateHeadcount::new(Headcount::new(9), Headcount::new(71))?;
    /// assert_eq!(rate.to_percent_rounded(1).to_string(), "11.3%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AgencyWorkerRateHeadcount: official::AGENCY_RATE_HEADCOUNT in Percent, to_percent_rounded,
    counts: {
        /// The agency workers.
        agency_headcount: Headcount,
        /// The staff in post, who are not agency workers.
        inpost_headcount: Headcount,
    },
    ratio: |rate| {
        let agency = i128::from(rate.agency_headcount.count());
        (100 * agency, agency + i128::from(rate.inpost_headcount.count()))
    },
    zero: ["agency_headcount", "inpost_headcount"],
}

rate! {
    /// Agency cover rate: agency workers covering vacancies over all agency workers, FTE.
    ///
    /// # Unit
    ///
    /// Per cent. Above 100 where more cover is reported than there are agency workers; the official
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
    /// use childrens_services::AgencyCoverRate;
    ///
    /// // West Sussex, 30 September 2018.
    /// let rate = AgencyCoverRate::new("44.6".parse()?, "57.6".parse()?)?;
    /// assert_eq!(rate.to_percent_rounded(1).to_string(), "77.4%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AgencyCoverRate: official::AGENCY_COVER_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The agency workers covering vacancies.
        agency_cover_fte: Fte,
        /// All agency workers.
        agency_fte: Fte,
    },
    ratio: |rate| (100 * rate.agency_cover_fte.micros(), rate.agency_fte.micros()),
    zero: ["agency_fte"],
}

rate! {
    /// Agency dependence: agency workers over the establishment, which is vacancies and staff in
    /// post, all FTE.
    ///
    /// Unlike the agency worker rate its base is what the authority means to employ.
    ///
    /// # Unit
    ///
    /// Per cent; above 100 where agency workers outnumber the whole establishment.
    ///
    /// # Source
    ///
    /// A convention of this crate; not published.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::AgencyDependence;
    ///
    /// // West Sussex, 30 September 2019: 75.9 over 56.3 + 494.5.
    /// let dependence = AgencyDependence::new("75.9".parse()?, "56.3".parse()?, "494.5".parse()?)?;
    /// assert_eq!(dependence.to_percent_rounded(1).to_string(), "13.8%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AgencyDependence: convention::AGENCY_DEPENDENCE_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The agency workers.
        agency_fte: Fte,
        /// The vacancies.
        vacancy_fte: Fte,
        /// The staff in post.
        inpost_fte: Fte,
    },
    ratio: |rate| (100 * rate.agency_fte.micros(), rate.vacancy_fte.micros() + rate.inpost_fte.micros()),
    zero: ["vacancy_fte", "inpost_fte"],
}
