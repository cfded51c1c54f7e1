//! Changes whose unit is known only from their indicator.

use super::{
    Change, ChangeSummary, Indicator, Verdict,
    any::{any_unit, for_any},
};
use crate::measure::{Caseload, Cases, Days, Figure, Fte, Headcount, Percent, Period};

any_unit! {
    /// A change in any unit.
    ///
    /// # Wire
    ///
    /// That of [`Change`]: `{"indicator": …, "ends": {"relative_only": {"since": …, "until": …, "relative": "-75"}}}`,
    /// or `ends` with `between`, an `earlier` and a `later` observation; the indicator's unit says how values are read.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnyChange, Change, Figure, Headcount, Verdict, kpi::official};
    ///
    /// // "The incidence of qualified staff leaving the service has reduced by three quarters since February".
    /// let leavers: Change<Figure<Headcount>> = Change::relative_only(
    ///     &official::LEAVERS_HEADCOUNT,
    ///     "2019-02".parse()?,
    ///     "2019-09".parse()?,
    ///     "-75%".parse()?,
    /// )?;
    /// let any = AnyChange::from(leavers);
    /// assert_eq!(any.summary().to_string(), "2019-02 to 2019-09: -75.0%, improved");
    /// assert_eq!(any.verdict(), Verdict::Improved);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AnyChange of Change {
        /// In per cent.
        Percent: Figure<Percent>,
        /// In full-time equivalents.
        Fte: Figure<Fte>,
        /// In people.
        Headcount: Figure<Headcount>,
        /// In cases.
        Cases: Figure<Cases>,
        /// In cases per FTE.
        Caseload: Figure<Caseload>,
        /// In days.
        Days: Figure<Days>,
    }
}

impl AnyChange {
    /// What changed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        for_any!(AnyChange: self, change => change.indicator())
    }

    /// The period it changed from.
    #[must_use]
    pub const fn since(&self) -> Period {
        for_any!(AnyChange: self, change => change.since())
    }

    /// The period it changed to.
    #[must_use]
    pub const fn until(&self) -> Period {
        for_any!(AnyChange: self, change => change.until())
    }

    /// Whether it is for the better.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        for_any!(AnyChange: self, change => change.verdict())
    }

    /// The change as text; see [`Change::summary`].
    #[must_use]
    pub fn summary(&self) -> ChangeSummary {
        for_any!(AnyChange: self, change => change.summary())
    }
}
