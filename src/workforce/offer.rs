//! Take-up of an offer, such as one for recruitment and retention.

use crate::{
    kpi::{RateFault, rate},
    measure::Headcount,
};

rate! {
    /// Take-up of an offer among those eligible for it.
    ///
    /// # Unit
    ///
    /// Per cent, from 0 to 100: more takers than eligible staff are refused.
    ///
    /// # Source
    ///
    /// A convention of this crate. West Sussex County Council's progress report of autumn 2019 states
    /// the take-up of its recruitment and retention offer by eligible staff as "over 90%".
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Headcount, OfferTakeUp};
    ///
    /// // Invented counts.
    /// let take_up = OfferTakeUp::new(Headcount::new(181), Headcount::new(200))?;
    /// assert_eq!(take_up.to_percent_rounded(1).to_string(), "90.5%");
    /// assert_eq!(
    ///     OfferTakeUp::new(Headcount::new(201), Headcount::new(200)).unwrap_err().to_string(),
    ///     "offer_take_up_rate is not defined: taken_up is 201, above the 200 eligible",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    OfferTakeUp: convention::OFFER_TAKE_UP_RATE in Percent, to_percent_rounded,
    counts: {
        /// Those who took the offer up.
        taken_up: Headcount,
        /// Those who were eligible, takers included.
        eligible: Headcount,
    },
    ratio: |rate| (100 * i128::from(rate.taken_up.count()), i128::from(rate.eligible.count())),
    zero: ["eligible"],
    refuse: |rate| (rate.taken_up > rate.eligible).then_some(RateFault::PartAboveWhole {
        part: ("taken_up", rate.taken_up.count()),
        whole: ("eligible", rate.eligible.count()),
    }),
}
