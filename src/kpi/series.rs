//! Observations of one indicator over time.

use super::{Change, Indicator, Observable, Observation, Observed, RateError};
use crate::measure::{Figure, FigureError, Period, PeriodError, Unit};
use crate::wire::{FigureText, Object};
use chrono::NaiveDate;

/// Observations of one indicator, of one kind of period, in order, no period twice.
///
/// # Wire
///
/// `{"indicator": …, "observations": [{"period": "2019-02", "value": "18.5%"}, …]}`. A value is text: a figure in the
/// indicator's unit, or the two counts of a rate, `56.3 / 550.8`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Series, kpi::catalogue};
///
/// let gap = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-02", "18.5%"), ("2019-09", "1.8%")])?;
/// let change = gap.latest_change().expect("two observations");
/// assert_eq!(
///     change.to_string(),
///     "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved",
/// );
///
/// let mixed = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-02", "18.5%"), ("2019", "1.8%")]);
/// assert_eq!(
///     mixed.unwrap_err().to_string(),
///     "vacancy_gap_rate has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
/// );
/// # Ok::<(), childrens_services::SeriesError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Series {
    indicator: Indicator,
    observations: Vec<Observation>,
}

impl Series {
    /// Puts observations in order of their periods.
    ///
    /// A period is a [`Period`] or its text; a value is an [`Observed`], whatever converts into one (a [`Figure`], a
    /// quantity, a symbol, a [`Rate`](crate::Rate) or the `Result` of one), or its text.
    ///
    /// # Errors
    ///
    /// Returns an error for a text that cannot be read, a figure in another unit than the indicator's, a rate of another
    /// indicator, a share stated above 100%, periods of different kinds, and a period given twice.
    pub fn new<P, V>(
        indicator: &Indicator,
        observations: impl IntoIterator<Item = (P, V)>,
    ) -> Result<Self, SeriesError>
    where
        P: TryInto<Period>,
        PeriodError: From<P::Error>,
        V: Observable,
    {
        let observations = observations.into_iter().map(|given| Observation::read(indicator, given));
        Self::of(indicator.clone(), observations.collect::<Result<_, _>>()?)
    }

    /// Puts checked observations in order.
    fn of(indicator: Indicator, mut observations: Vec<Observation>) -> Result<Self, SeriesError> {
        for observation in &observations {
            check_kinds(&indicator, observations[0].period, observation.period)?;
        }
        observations.sort_by_key(|observation| observation.period);
        match observations.windows(2).find(|pair| pair[0].period == pair[1].period) {
            Some(pair) => Err(SeriesError::new(&indicator, Problem::Duplicate(pair[0].period))),
            None => Ok(Self { indicator, observations }),
        }
    }

    /// What is observed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// The observations in order of their periods.
    #[must_use]
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// Iterates over the observations in order of their periods.
    pub fn iter(&self) -> core::slice::Iter<'_, Observation> {
        self.observations.iter()
    }

    /// What was observed in a period. Returns `None` if there is no observation of it.
    #[must_use]
    pub fn get(&self, period: Period) -> Option<&Observed> {
        self.position(period).map(|index| &self.observations[index].value)
    }

    /// The first observation.
    #[must_use]
    pub fn earliest(&self) -> Option<&Observation> {
        self.observations.first()
    }

    /// The last observation.
    #[must_use]
    pub fn latest(&self) -> Option<&Observation> {
        self.observations.last()
    }

    /// The observations whose periods have ended by a day: what could be known then.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        Self { indicator: self.indicator.clone(), observations: self.known_by(day).to_vec() }
    }

    pub(super) fn known_by(&self, day: NaiveDate) -> &[Observation] {
        &self.observations[..self.observations.partition_point(|seen| seen.period.end() <= day)]
    }

    /// The observations that are not withheld, in order.
    pub(crate) fn known(&self) -> impl DoubleEndedIterator<Item = &Observation> {
        self.observations.iter().filter(|seen| seen.value.symbol().is_none())
    }

    /// The change of each step, from the first observation to the last: one less than there are observations.
    pub fn changes(&self) -> impl Iterator<Item = Change> {
        self.observations.windows(2).map(|pair| self.change(&pair[0], &pair[1]))
    }

    /// The change from the observation of `period` to each later one, in order. There are none if the period has no
    /// observation.
    pub fn changes_since(&self, period: Period) -> impl Iterator<Item = Change> {
        let from = self.position(period).map_or(&[][..], |index| &self.observations[index..]);
        from.iter().skip(1).map(|later| self.change(&from[0], later))
    }

    /// The change from the observation before the latest to the latest, however long before it is. Returns `None` if there
    /// are not two. The change on the period just before is
    /// [`change_since`](Self::change_since)`(latest.period().previous()?)`.
    #[must_use]
    pub fn latest_change(&self) -> Option<Change> {
        let [.., earlier, later] = &self.observations[..] else { return None };
        Some(self.change(earlier, later))
    }

    /// The change from the same period a year before to the latest. Returns `None` if that has no observation.
    ///
    /// ```
    /// use childrens_services::{Series, kpi::catalogue};
    ///
    /// // Invented.
    /// let months = [("2019-04", "310"), ("2020-03", "330"), ("2020-04", "350")];
    /// let cases = Series::new(&catalogue::CASES, months)?;
    /// let change = cases.change_on_year().expect("April has a figure in both years");
    /// assert_eq!(change.to_string(), "310 (2019-04) to 350 (2020-04): +40, +12.9%, changed");
    /// # Ok::<(), childrens_services::SeriesError>(())
    /// ```
    #[must_use]
    pub fn change_on_year(&self) -> Option<Change> {
        self.change_since(self.latest()?.period.year_before()?)
    }

    /// The change from the observation of `period` to the latest. Returns `None` if the period has no observation, or is
    /// itself the latest.
    #[must_use]
    pub fn change_since(&self, period: Period) -> Option<Change> {
        self.change_between(period, self.latest()?.period)
    }

    /// The change from one period to a later one. Returns `None` if one of them has no observation.
    #[must_use]
    pub fn change_between(&self, since: Period, until: Period) -> Option<Change> {
        let (earlier, later) = (self.position(since)?, self.position(until)?);
        (earlier < later).then(|| self.change(&self.observations[earlier], &self.observations[later]))
    }

    fn position(&self, period: Period) -> Option<usize> {
        self.observations.binary_search_by_key(&period, |observation| observation.period).ok()
    }

    fn change(&self, earlier: &Observation, later: &Observation) -> Change {
        Change::of_checked(self.indicator.clone(), earlier.clone(), later.clone())
    }
}

impl<'a> IntoIterator for &'a Series {
    type Item = &'a Observation;
    type IntoIter = core::slice::Iter<'a, Observation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Whether two periods are of one kind.
pub(super) fn check_kinds(indicator: &Indicator, first: Period, other: Period) -> Result<(), SeriesError> {
    if first.kind() == other.kind() {
        return Ok(());
    }
    Err(SeriesError::new(indicator, Problem::Kinds { first, other }))
}

/// Observations do not belong in one series, or not in one change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", indicator.code())]
pub struct SeriesError {
    indicator: Indicator,
    problem: Problem,
}

/// What follows the indicator's code in the message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Problem {
    #[error(" in {0}: {1}")]
    Figure(Period, FigureError),
    #[error(" in {period}: {}", error.fault())]
    Rate { period: Period, error: RateError },
    #[error(": {0}")]
    Period(PeriodError),
    // A count prints no unit.
    #[error(" is in {unit}, but the figure of {period} is in {given}: {figure}")]
    OtherUnit { unit: Unit, given: Unit, period: Period, figure: Figure },
    #[error(" cannot be observed as {}", .0.code())]
    Indicator(Indicator),
    #[error(" is a share of a whole and cannot be above 100%, but is {figure} in {period}")]
    AboveWhole { period: Period, figure: Figure },
    #[error(" has periods of different kinds: {first} is a {} and {other} a {}", label(.first), label(.other))]
    Kinds { first: Period, other: Period },
    #[error(" has two observations of {0}")]
    Duplicate(Period),
    #[error(" cannot change from {earlier} to {later}: the later period must end after the earlier")]
    Order { earlier: Period, later: Period },
}

impl SeriesError {
    pub(super) fn new(indicator: &Indicator, problem: Problem) -> Self {
        Self { indicator: indicator.clone(), problem }
    }

    /// The message for a place in a document that names the period already.
    fn in_document(&self) -> String {
        match &self.problem {
            Problem::Figure(_, error) => error.to_string(),
            Problem::Rate { error, .. } => error.to_string(),
            _ => self.to_string(),
        }
    }
}

fn label(period: &Period) -> &'static str {
    period.kind().label()
}

impl<'de> serde::Deserialize<'de> for Series {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::{Deserialize, de::Error};

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, expecting = "an observation: an object with period and value")]
        struct Seen {
            period: Period,
            value: FigureText,
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, expecting = "a series: an object with indicator and observations")]
        struct Wire {
            indicator: Indicator,
            observations: Vec<Object<Seen>>,
        }

        let Object(Wire { indicator, observations }) = Object::deserialize(deserializer)?;
        let read = observations.into_iter().enumerate().map(|(index, Object(Seen { period, value }))| {
            let place = |error: SeriesError| format!("observations[{index}].value: {}", error.in_document());
            Observation::read(&indicator, (period, value.0)).map_err(|error| D::Error::custom(place(error)))
        });
        let read = read.collect::<Result<_, _>>()?;
        Self::of(indicator, read).map_err(D::Error::custom)
    }
}
