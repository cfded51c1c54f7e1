//! Turnover: the year's leavers over those in post at its end.

use crate::{
    kpi::rate,
    measure::{Fte, Headcount},
};

rate! {
    /// Turnover rate (FTE): the year's leavers over staff in post at its end.
    ///
    /// # Unit
    ///
    /// Per cent; above 100 where more left in the year than are in post at its end.
    ///
    /// # Source
    ///
    /// Department for Education, *Experimental statistics: Children and family social work workforce
    /// in England, year ending 30 September 2017*; reproduced from the counts of *Children's social
    /// work workforce*, reporting years 2017 to 2021.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::TurnoverRateFte;
    ///
    /// // West Sussex, year to 30 September 2019.
    /// let turnover = TurnoverRateFte::new("49.5".parse()?, "494.5".parse()?)?;
    /// assert_eq!(turnover.to_percent_rounded(4).to_string(), "10.0101%");
    /// assert!(TurnoverRateFte::new("1".parse()?, "0".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    TurnoverRateFte: official::TURNOVER_RATE_FTE in Percent, to_percent_rounded,
    counts: {
        /// The year's leavers.
        leavers_fte: Fte,
        /// The staff in post at its end.
        inpost_fte: Fte,
    },
    ratio: |rate| (100 * rate.leavers_fte.micros(), rate.inpost_fte.micros()),
    zero: ["inpost_fte"],
}

rate! {
    /// Turnover rate (headcount): the year's leavers over staff in post at its end.
    ///
    /// # Unit
    ///
    /// Per cent; above 100 where more left in the year than are in post at its end.
    ///
    /// # Source
    ///
    /// As [`TurnoverRateFte`].
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Headcount, TurnoverRateHeadcount};
    ///
    /// // West Sussex, year to 30 September 2019.
    /// let turnover = TurnoverRateHeadcount::new(Headcount::new(54), Headcount::new(536))?;
    /// assert_eq!(turnover.to_percent_rounded(1).to_string(), "10.1%");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    TurnoverRateHeadcount: official::TURNOVER_RATE_HEADCOUNT in Percent, to_percent_rounded,
    counts: {
        /// The year's leavers.
        leavers_headcount: Headcount,
        /// The staff in post at its end.
        inpost_headcount: Headcount,
    },
    ratio: |rate| (100 * i128::from(rate.leavers_headcount.count()), i128::from(rate.inpost_headcount.count())),
    zero: ["inpost_headcount"],
}
