//! The share in time.

use crate::{
    kpi::{RateFault, rate},
    text,
};
use core::fmt;

rate! {
    /// Timeliness: events in time over events due.
    ///
    /// # Unit
    ///
    /// A share, 0 to 100%.
    ///
    /// # Source
    ///
    /// A convention of this crate: due are the events whose limit ends in the period, open ones past it
    /// included. Statistics that count only what is complete differ from it.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::Timeliness;
    ///
    /// // Invented.
    /// let reviews = Timeliness::new(19, 20)?;
    /// assert_eq!(reviews.to_string(), "19 of 20 in time");
    /// assert_eq!(reviews.to_percent_rounded(1).to_string(), "95%");
    /// // Nothing due is no data, neither 0% nor 100%.
    /// assert_eq!(
    ///     Timeliness::new(0, 0).unwrap_err().to_string(),
    ///     "timeliness_rate is not defined: due is 0",
    /// );
    /// # Ok::<(), childrens_services::RateError>(())
    /// ```
    Timeliness: convention::TIMELINESS_RATE in Percent, to_percent_rounded,
    counts: {
        /// The events in time.
        in_time: u32,
        /// The events due.
        due: u32,
    },
    ratio: |rate| (100 * i128::from(rate.in_time), i128::from(rate.due)),
    zero: ["due"],
    refuse: |rate| (rate.in_time > rate.due).then_some(RateFault::PartAboveWhole {
        part: ("in_time", rate.in_time),
        whole: ("due", rate.due),
    }),
}

impl fmt::Display for Timeliness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&format!("{} of {} in time", self.in_time, self.due), f)
    }
}
