//! Observations of one indicator over time.

use super::{AnyFigure, Change, Indicator, Observed};
use crate::measure::{Figure, Period, PeriodKind, Quantity, Unit};
#[cfg(feature = "serde")]
use crate::wire::Object;

/// What was observed in a period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Observation<M> {
    period: Period,
    value: M,
}

impl<M> Observation<M> {
    /// What was observed in a period.
    #[must_use]
    pub const fn new(period: Period, value: M) -> Self {
        Self { period, value }
    }

    /// When.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// What.
    #[must_use]
    pub const fn value(&self) -> &M {
        &self.value
    }
}

impl<M> From<(Period, M)> for Observation<M> {
    fn from((period, value): (Period, M)) -> Self {
        Self::new(period, value)
    }
}

/// Observations of one indicator, of one kind of period, in order, no period twice.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Percent, Series, kpi::convention};
///
/// let gap: Series<Figure<Percent>> = Series::new(
///     &convention::VACANCY_GAP_RATE_FTE,
///     [("2019-09".parse()?, "1.8%".parse()?), ("2019-02".parse()?, "18.5%".parse()?)],
/// )?;
/// let change = gap.change_since("2019-02".parse()?).expect("February is there and is not the latest");
/// assert_eq!(
///     change.to_string(),
///     "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved",
/// );
///
/// let mixed = Series::<Figure<Percent>>::new(
///     &convention::VACANCY_GAP_RATE_FTE,
///     [("2019-02".parse()?, "18.5%".parse()?), ("2019".parse()?, "1.8%".parse()?)],
/// );
/// assert_eq!(
///     mixed.unwrap_err().to_string(),
///     "vacancy_gap_rate_fte has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
/// );
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
pub struct Series<M> {
    indicator: Indicator,
    observations: Vec<Observation<M>>,
}

impl<M: Observed> Series<M> {
    /// Puts observations in order of their periods.
    ///
    /// # Errors
    ///
    /// Refuses observations in another unit than the indicator's, a rate that is another indicator's,
    /// a share stated above 100%, periods of different kinds, and a period given twice.
    pub fn new<O: Into<Observation<M>>>(
        indicator: &Indicator,
        observations: impl IntoIterator<Item = O>,
    ) -> Result<Self, SeriesError> {
        check_kind::<M>(indicator)?;
        let mut observations: Vec<Observation<M>> = observations.into_iter().map(Into::into).collect();
        for observation in &observations {
            check_value(indicator, observation)?;
            check_periods(indicator, observations[0].period, observation.period)?;
        }
        observations.sort_by_key(|observation| observation.period);
        match observations.windows(2).find(|pair| pair[0].period == pair[1].period) {
            Some(pair) => Err(SeriesError::duplicate(indicator, pair[0].period)),
            None => Ok(Self { indicator: indicator.clone(), observations }),
        }
    }

    /// What is observed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// The observations in order of their periods.
    #[must_use]
    pub fn observations(&self) -> &[Observation<M>] {
        &self.observations
    }

    /// What was observed in a period.
    #[must_use]
    pub fn get(&self, period: Period) -> Option<&M> {
        self.position(period).map(|index| &self.observations[index].value)
    }

    /// The first observation.
    #[must_use]
    pub fn earliest(&self) -> Option<&Observation<M>> {
        self.observations.first()
    }

    /// The last observation.
    #[must_use]
    pub fn latest(&self) -> Option<&Observation<M>> {
        self.observations.last()
    }

    /// The same series as figures that a report prints, each rounded once to `dp` places (at most five),
    /// halves away from zero: what [`AnySeries`](crate::AnySeries) and a scorecard take. Changes of
    /// rates are exact only here, before that.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnySeries, Scorecard, Series, VacancyRate, kpi::official};
    ///
    /// // West Sussex, 30 September 2018 and 2019.
    /// let rates = Series::new(&official::VACANCY_RATE_FTE, [
    ///     ("year to 30 September 2018".parse()?, VacancyRate::new("44.6".parse()?, "433.4".parse()?)?),
    ///     ("year to 30 September 2019".parse()?, VacancyRate::new("56.3".parse()?, "494.5".parse()?)?),
    /// ])?;
    /// let printed = rates.to_figures_rounded(1);
    /// assert_eq!(printed.observations()[1].value().to_string(), "10.2%");
    /// let scorecard = Scorecard::new("West Sussex", [AnySeries::from(printed)])?;
    /// # assert_eq!(scorecard.series().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_figures_rounded(&self, dp: u32) -> Series<Figure<M::Quantity>> {
        let print = |seen: &Observation<M>| Observation::new(seen.period, seen.value.figure_rounded(dp));
        let observations = self.observations.iter().map(print).collect();
        Series { indicator: self.indicator.clone(), observations }
    }

    /// The observations up to and including a day, by the last day of their periods: what could be known then.
    #[must_use]
    pub fn known_on(&self, day: chrono::NaiveDate) -> Self {
        let known = self.observations.partition_point(|seen| seen.period.end() <= day);
        Self { indicator: self.indicator.clone(), observations: self.observations[..known].to_vec() }
    }

    /// The same series with an earlier observation before its first.
    pub(crate) fn beginning(&self, period: Period, value: M) -> Option<Self> {
        let first = self.observations.first()?;
        if period >= first.period || period.kind() != first.period.kind() {
            return None;
        }
        let begin = [Observation::new(period, value)].into_iter();
        Self::new(&self.indicator, begin.chain(self.observations.iter().cloned())).ok()
    }

    /// The change of each step, from the first observation to the last: one less than there are
    /// observations.
    pub fn changes(&self) -> impl Iterator<Item = Change<M>> {
        self.observations.windows(2).map(|pair| self.change(&pair[0], &pair[1]))
    }

    /// The change from the observation of `period` to each later one, in order; nothing where the
    /// period is not there.
    pub fn changes_since(&self, period: Period) -> impl Iterator<Item = Change<M>> {
        let from = self.position(period).map_or(&[][..], |index| &self.observations[index..]);
        from.iter().skip(1).map(|later| self.change(&from[0], later))
    }

    /// The change from the observation of one period to that of a later one; none where one of them is not there.
    #[must_use]
    pub fn change_between(&self, since: Period, until: Period) -> Option<Change<M>> {
        let (earlier, later) = (self.position(since)?, self.position(until)?);
        (earlier < later).then(|| self.change(&self.observations[earlier], &self.observations[later]))
    }

    /// The change from the observation of `period` to the latest; none where the period is not
    /// there or is itself the latest.
    #[must_use]
    pub fn change_since(&self, period: Period) -> Option<Change<M>> {
        let latest = self.latest()?;
        let earlier = &self.observations[self.position(period)?];
        (earlier.period < latest.period).then(|| self.change(earlier, latest))
    }

    fn position(&self, period: Period) -> Option<usize> {
        self.observations.binary_search_by_key(&period, |observation| observation.period).ok()
    }

    fn change(&self, earlier: &Observation<M>, later: &Observation<M>) -> Change<M> {
        Change::of_checked(self.indicator.clone(), earlier.clone(), later.clone())
    }
}

/// Whether an indicator can be observed so at all.
pub(super) fn check_kind<M: Observed>(indicator: &Indicator) -> Result<(), SeriesError> {
    let code = || indicator.code().to_owned();
    if indicator.unit() != M::Quantity::UNIT {
        return Err(SeriesError(Problem::Unit {
            code: code(),
            unit: indicator.unit(),
            given: M::Quantity::UNIT,
        }));
    }
    match M::indicator() {
        Some(own) if own != indicator => {
            Err(SeriesError(Problem::Indicator { code: code(), own: own.code().to_owned() }))
        }
        _ => Ok(()),
    }
}

/// Whether a value can be the indicator's.
pub(super) fn check_value<M: Observed>(
    indicator: &Indicator,
    observation: &Observation<M>,
) -> Result<(), SeriesError> {
    match observation.value.above_hundred() {
        Some(value) if indicator.is_share() => Err(SeriesError(Problem::AboveWhole {
            code: indicator.code().to_owned(),
            period: observation.period,
            value,
        })),
        _ => Ok(()),
    }
}

/// Whether two periods are of one kind.
pub(super) fn check_periods(indicator: &Indicator, first: Period, other: Period) -> Result<(), SeriesError> {
    if first.kind() != other.kind() {
        return Err(SeriesError(Problem::Kinds { code: indicator.code().to_owned(), first, other }));
    }
    Ok(())
}

/// Observations cannot stand in one series, or not in one change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct SeriesError(Problem);

impl SeriesError {
    fn duplicate(indicator: &Indicator, period: Period) -> Self {
        Self(Problem::Duplicate { code: indicator.code().to_owned(), period })
    }

    pub(super) fn other_unit(indicator: &Indicator, period: Period, figure: AnyFigure) -> Self {
        let (code, unit) = (indicator.code().to_owned(), indicator.unit());
        Self(Problem::OtherUnit { code, unit, period, figure })
    }

    pub(super) fn order(indicator: &Indicator, earlier: Period, later: Period) -> Self {
        Self(Problem::Order { code: indicator.code().to_owned(), earlier, later })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("{code} is in {unit}, but the observations are in {given}")]
    Unit { code: String, unit: Unit, given: Unit },
    // A count and a symbol print no unit of their own.
    #[error("{code} is in {unit}, but the figure of {period} is in {}: {figure}", figure.unit())]
    OtherUnit { code: String, unit: Unit, period: Period, figure: AnyFigure },
    #[error("{code} cannot be observed as {own}")]
    Indicator { code: String, own: String },
    #[error("{code} is a share of a whole and cannot be above 100%, but is {value} in {period}")]
    AboveWhole { code: String, period: Period, value: String },
    #[error("{code} has periods of different kinds: {first} is a {} and {other} a {}", label(.first), label(.other))]
    Kinds { code: String, first: Period, other: Period },
    #[error("{code} has two observations of {period}")]
    Duplicate { code: String, period: Period },
    #[error("{code} cannot change from {earlier} to {later}: the later period must end after the earlier")]
    Order { code: String, earlier: Period, later: Period },
}

const fn label(period: &Period) -> &'static str {
    PeriodKind::label(period.kind())
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a series: an object with indicator and observations")]
struct Wire<M> {
    indicator: Indicator,
    observations: Vec<Observation<M>>,
}

#[cfg(feature = "serde")]
impl<M: Observed> TryFrom<Object<Wire<M>>> for Series<M> {
    type Error = SeriesError;

    fn try_from(Object(wire): Object<Wire<M>>) -> Result<Self, SeriesError> {
        Self::new(&wire.indicator, wire.observations)
    }
}

#[cfg(feature = "serde")]
impl<M> From<Series<M>> for Wire<M> {
    fn from(series: Series<M>) -> Self {
        Self { indicator: series.indicator, observations: series.observations }
    }
}

#[cfg(feature = "serde")]
impl<'de, M: serde::Deserialize<'de>> serde::Deserialize<'de> for Observation<M> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields, expecting = "an observation: an object with period and value")]
        struct Seen<M> {
            period: Period,
            value: M,
        }

        let Object(seen) = Object::<Seen<M>>::deserialize(deserializer)?;
        Ok(Self { period: seen.period, value: seen.value })
    }
}
