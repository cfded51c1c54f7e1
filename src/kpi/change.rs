//! How far an indicator moved, and whether that is better.

use super::{
    ChangeSummary, Doubt, Indicator, Observation, Observed, SeriesError, Verdict,
    observed::HUNDRED,
    series::{check_kind, check_periods, check_value},
};
use crate::measure::{
    Bounds, Figure, Period, Quantity, QuantityError, QuantityFault, RelativeChange, Symbol,
    number::{self, SHARE},
    quantity::sealed::{Millionths, of_micros, try_of_micros},
};
#[cfg(feature = "serde")]
use crate::wire::Object;
use core::fmt;

/// The change of one indicator from one period to a later one.
///
/// Either between two observations, or **relative only**: "reduced by three quarters since
/// February" has no end points, but can be applied to a baseline.
///
/// # Verdict
///
/// By the indicator's polarity, from what the observations certainly say. Figures whose bounds
/// overlap give [`Verdict::CannotTell`]: 10.2% and again 10.2%, rounded, may be a rise or a fall.
/// Quantities and rates are taken as exact, so counts that were rounded when they were printed can
/// decide a verdict by their last place; compare their printed rates as figures where that matters.
/// `over 90%` and `around 75` state no number to subtract, so they have no absolute and no relative
/// change; there may still be a verdict (from `over 90%` to `80%` is a fall).
///
/// # Examples
///
/// ```
/// use childrens_services::{Change, Figure, Fte, Percent, Verdict, kpi::{convention, official}};
///
/// let change: Change<Figure<Percent>> = Change::between(
///     &convention::VACANCY_GAP_RATE_FTE,
///     ("2019-02".parse()?, "18.5%".parse()?),
///     ("2019-09".parse()?, "1.8%".parse()?),
/// )?;
/// assert_eq!(change.absolute_rounded(1), Some("-16.7".parse()?));
/// assert_eq!(change.relative_rounded(1), Some("-90.3%".parse()?));
/// assert_eq!(change.verdict(), Verdict::Improved);
///
/// let leavers: Change<Fte> = Change::relative_only(
///     &official::LEAVERS_FTE,
///     "2019-02".parse()?,
///     "2019-09".parse()?,
///     "-75%".parse()?,
/// )?;
/// assert_eq!(leavers.absolute_rounded(1), None);
/// assert_eq!(leavers.apply_to_rounded("12".parse()?, 1), Some(Ok("3".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(
        try_from = "Object<Wire<M>>",
        into = "Wire<M>",
        bound(
            serialize = "M: Observed + serde::Serialize",
            deserialize = "M: Observed + serde::Deserialize<'de>"
        )
    )
)]
pub struct Change<M> {
    indicator: Indicator,
    ends: Ends<M>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Ends<M> {
    Between { earlier: Observation<M>, later: Observation<M> },
    RelativeOnly { since: Period, until: Period, relative: RelativeChange },
}

impl<M: Observed> Change<M> {
    /// The change from one observation to a later one.
    ///
    /// # Errors
    ///
    /// Refuses what [`Series::new`](crate::Series::new) refuses, and a later period that does not
    /// end after the earlier.
    pub fn between(
        indicator: &Indicator,
        earlier: impl Into<Observation<M>>,
        later: impl Into<Observation<M>>,
    ) -> Result<Self, SeriesError> {
        let (earlier, later) = (earlier.into(), later.into());
        check_kind::<M>(indicator)?;
        check_value(indicator, &earlier)?;
        check_value(indicator, &later)?;
        check_order(indicator, earlier.period(), later.period())?;
        Ok(Self::of_checked(indicator.clone(), earlier, later))
    }

    /// A change that is only stated as per cent of where it started.
    ///
    /// # Errors
    ///
    /// Refuses an indicator in another unit than `M`'s, periods of different kinds, and a later
    /// period that does not end after the earlier.
    pub fn relative_only(
        indicator: &Indicator,
        since: Period,
        until: Period,
        relative: RelativeChange,
    ) -> Result<Self, SeriesError> {
        check_kind::<M>(indicator)?;
        check_order(indicator, since, until)?;
        Ok(Self { indicator: indicator.clone(), ends: Ends::RelativeOnly { since, until, relative } })
    }

    /// For observations that stand in one series, in order.
    pub(super) const fn of_checked(
        indicator: Indicator,
        earlier: Observation<M>,
        later: Observation<M>,
    ) -> Self {
        Self { indicator, ends: Ends::Between { earlier, later } }
    }

    /// What changed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// The period it changed from.
    #[must_use]
    pub const fn since(&self) -> Period {
        match &self.ends {
            Ends::Between { earlier, .. } => earlier.period(),
            Ends::RelativeOnly { since, .. } => *since,
        }
    }

    /// The period it changed to.
    #[must_use]
    pub const fn until(&self) -> Period {
        match &self.ends {
            Ends::Between { later, .. } => later.period(),
            Ends::RelativeOnly { until, .. } => *until,
        }
    }

    /// What was observed first; none for a relative-only change.
    #[must_use]
    pub const fn earlier(&self) -> Option<&M> {
        match &self.ends {
            Ends::Between { earlier, .. } => Some(earlier.value()),
            Ends::RelativeOnly { .. } => None,
        }
    }

    /// What was observed last; none for a relative-only change.
    #[must_use]
    pub const fn later(&self) -> Option<&M> {
        match &self.ends {
            Ends::Between { later, .. } => Some(later.value()),
            Ends::RelativeOnly { .. } => None,
        }
    }

    /// The difference, rounded once to `dp` places (at most six), halves away from zero. None where
    /// an end states no number, and for a relative-only change.
    #[must_use]
    pub fn absolute_rounded(&self, dp: u32) -> Option<<M::Quantity as Quantity>::Difference> {
        let Ends::Between { earlier, later } = &self.ends else { return None };
        let (earlier, later) = (earlier.value().ratio()?, later.value().ratio()?);
        // Both lie within the quantity's range, so their difference lies within its own.
        Some(of_micros(later.minus_rounded(earlier, dp)))
    }

    /// The difference as per cent of the earlier number, rounded once to `dp` places (at most six),
    /// halves away from zero. None from 0, none above [`RelativeChange::MAX`], and none where an end
    /// states no number. A relative-only change gives what was stated.
    #[must_use]
    pub fn relative_rounded(&self, dp: u32) -> Option<RelativeChange> {
        match &self.ends {
            Ends::Between { earlier, later } => {
                let (earlier, later) = (earlier.value().ratio()?, later.value().ratio()?);
                try_of_micros(later.relative_rounded(earlier, dp)?).ok()
            }
            Ends::RelativeOnly { relative, .. } => {
                let micros = crate::measure::ratio::Ratio::whole(relative.micros()).rounded(dp);
                Some(of_micros(micros))
            }
        }
    }

    /// Whether the change is for the better; see the type's page.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let moved = match &self.ends {
            Ends::Between { earlier, later } => later.value().compare(earlier.value()),
            Ends::RelativeOnly { relative, .. } => Some(relative.cmp(&RelativeChange::ZERO)),
        };
        Verdict::of(moved, self.indicator.polarity())
    }

    /// Why the verdict is [`Verdict::CannotTell`]; none for any other verdict.
    #[must_use]
    pub fn doubt(&self) -> Option<Doubt> {
        if self.verdict() != Verdict::CannotTell {
            return None;
        }
        // Only the kind of the figures matters, not their places.
        let figures = [self.earlier()?, self.later()?].map(|value| value.figure_rounded(0));
        let is = |kind: fn(&Figure<M::Quantity>) -> bool| figures.iter().any(kind);
        Some(if is(|figure| figure.symbol().is_some_and(|symbol| symbol != Symbol::Low)) {
            Doubt::MissingFigure
        } else if is(|figure| matches!(figure, Figure::Qualified(_) | Figure::Withheld(_))) {
            Doubt::VagueFigure
        } else {
            Doubt::WithinRounding
        })
    }

    /// Where a relative-only change leads from a baseline, rounded once to `dp` places (at most six;
    /// a count has none), halves away from zero. None for a change between two observations, which
    /// has its own end.
    ///
    /// # Errors
    ///
    /// Refuses a result above the quantity's `MAX` and, of a share, above 100%.
    #[must_use]
    pub fn apply_to_rounded(
        &self,
        baseline: M::Quantity,
        dp: u32,
    ) -> Option<Result<M::Quantity, QuantityError>> {
        match &self.ends {
            Ends::Between { .. } => None,
            Ends::RelativeOnly { relative, .. } => Some(match relative.apply_to_rounded(baseline, dp) {
                Ok(result) if self.indicator.is_share() && result.micros() > HUNDRED => {
                    let given = format!("of {result} after a change by {relative} from {baseline}");
                    Err(QuantityError::refused(&SHARE, &given, QuantityFault::OutOfRange))
                }
                other => other,
            }),
        }
    }

    /// The change as a row of a table: numbers rounded once, to the indicator's decimal places, the
    /// relative change to one, halves away from zero. A change that is not 0 but would print as 0 is
    /// given to as many more places, up to six, as show it.
    ///
    /// A rate's change is worked from its counts, so it may differ in the last place from the difference
    /// of the two rates printed beside it.
    #[must_use]
    pub fn summary(&self) -> ChangeSummary {
        let dp = self.indicator.decimal_places();
        let print = |value: &M| value.figure_rounded(dp).to_string();
        let print_change = |change: fn(&Self, u32) -> Option<i128>, dp| {
            let mut places = dp..=number::PLACES;
            let shown = places.find(|dp| change(self, *dp) != Some(0)).unwrap_or(dp);
            change(self, shown).map(|micros| number::plain(micros, Some(shown)))
        };
        let absolute = print_change(|change, dp| Some(change.absolute_rounded(dp)?.micros()), dp);
        let grammar = <<M::Quantity as Quantity>::Difference as Millionths>::GRAMMAR;
        let one = matches!(absolute.as_deref(), Some("1" | "-1"));
        ChangeSummary {
            code: self.indicator.code().to_owned(),
            title: self.indicator.title().to_owned(),
            since: self.since(),
            until: self.until(),
            earlier: self.earlier().map(print),
            later: self.later().map(print),
            absolute,
            absolute_unit: (if one { grammar.unit_of_one } else { grammar.unit }).trim_start(),
            relative: print_change(|change, dp| Some(change.relative_rounded(dp)?.micros()), 1),
            verdict: self.verdict(),
            doubt: self.doubt(),
        }
    }
}

impl<Q: Quantity> Change<Figure<Q>> {
    /// The interval in which the true difference lies; none where an end has no value (`[z]`), and
    /// for a relative-only change. A share lies within 100%, whatever its figure allows.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Change, Doubt, Figure, Percent, kpi::convention};
    ///
    /// // The first figure is invented.
    /// let take_up: Change<Figure<Percent>> = Change::between(
    ///     &convention::OFFER_TAKE_UP_RATE,
    ///     ("2019-02".parse()?, "95%".parse()?),
    ///     ("2019-09".parse()?, "over 90%".parse()?),
    /// )?;
    /// assert_eq!(
    ///     take_up.absolute_bounds().map(|bounds| bounds.to_string()).as_deref(),
    ///     Some("above -5.5 percentage points to 5.5 percentage points"),
    /// );
    /// assert_eq!(take_up.doubt(), Some(Doubt::VagueFigure));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn absolute_bounds(&self) -> Option<Bounds<Q::Difference>> {
        let bounds = |figure: &Figure<Q>| {
            let bounds = figure.bounds()?;
            Some(if self.indicator.is_share() { bounds.at_most(of_micros(HUNDRED)) } else { bounds })
        };
        Some(bounds(self.later()?)?.change_since(bounds(self.earlier()?)?))
    }
}

fn check_order(indicator: &Indicator, earlier: Period, later: Period) -> Result<(), SeriesError> {
    check_periods(indicator, earlier, later)?;
    if later <= earlier {
        return Err(SeriesError::order(indicator, earlier, later));
    }
    Ok(())
}

impl<M: Observed> fmt::Display for Change<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.summary().fmt(f)
    }
}

/// A change as it stands on the wire, with values of any kind.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a change: an object with indicator and ends")]
pub(super) struct Wire<M> {
    pub(super) indicator: Indicator,
    pub(super) ends: WireEnds<M>,
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WireEnds<M> {
    Between(Object<Between<M>>),
    RelativeOnly(Object<RelativeOnly>),
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "the ends of a change: an object with earlier and later")]
pub(super) struct Between<M> {
    pub(super) earlier: Observation<M>,
    pub(super) later: Observation<M>,
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a relative change: an object with since, until and relative")]
pub(super) struct RelativeOnly {
    pub(super) since: Period,
    pub(super) until: Period,
    pub(super) relative: RelativeChange,
}

#[cfg(feature = "serde")]
impl<M: Observed> TryFrom<Object<Wire<M>>> for Change<M> {
    type Error = SeriesError;

    fn try_from(Object(Wire { indicator, ends }): Object<Wire<M>>) -> Result<Self, SeriesError> {
        match ends {
            WireEnds::Between(Object(Between { earlier, later })) => {
                Self::between(&indicator, earlier, later)
            }
            WireEnds::RelativeOnly(Object(RelativeOnly { since, until, relative })) => {
                Self::relative_only(&indicator, since, until, relative)
            }
        }
    }
}

#[cfg(feature = "serde")]
impl<M> From<Change<M>> for Wire<M> {
    fn from(Change { indicator, ends }: Change<M>) -> Self {
        let ends = match ends {
            Ends::Between { earlier, later } => WireEnds::Between(Object(Between { earlier, later })),
            Ends::RelativeOnly { since, until, relative } => {
                WireEnds::RelativeOnly(Object(RelativeOnly { since, until, relative }))
            }
        };
        Self { indicator, ends }
    }
}
