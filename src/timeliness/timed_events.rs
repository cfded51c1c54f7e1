//! The events of one standard.

use super::{
    DueError, LegalStatus, Moment, Standard, StatedTimeliness, TimedEvent, TimelinessCount,
    count::{Outcome, Tally},
    rules,
};
use crate::wire::Object;
use crate::{
    calendar::WorkingDays,
    kpi::Series,
    measure::{Period, PeriodKind},
    rules::Findings,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

/// The events of one standard, and what is stated of their timeliness.
///
/// # Guarantees
///
/// The limit is a number, so that each event has a due date as far as the calendar is known; where it is in
/// hours, times of day are there as far as they decide.
///
/// # Which period
///
/// An event belongs to the period in which it falls due. Where the limit is a notice, which makes nothing due,
/// it belongs to the period in which what was notified came.
///
/// # Examples
///
/// ```
/// use childrens_services::{Standard, TimedEvent, TimedEvents, Timescale, WorkingDays};
///
/// // Invented: first reviews of two children who became looked after in June 2019.
/// let first_review = Standard::national(Timescale::by_id("T22").expect("it is in the table"));
/// let reviews = TimedEvents::new(first_review, [
///     TimedEvent::new("2019-06-03".parse()?).with_stopped("2019-07-01".parse()?),
///     TimedEvent::new("2019-06-05".parse()?).with_recorded_due("2019-07-02".parse()?),
/// ])?;
/// let (england, as_of) = (WorkingDays::england(), "2019-08-31".parse()?);
/// let july = reviews.timeliness("2019-07".parse()?, as_of, &england)?;
/// assert_eq!(july.rate()?.to_string(), "50.0%");
/// assert_eq!(
///     reviews.findings(as_of, &england).to_string(),
///     "error TIM-02 at events[1].recorded_due: 2019-07-02 is recorded as due, as if the start day were day 1: \
///      20 working days from 2019-06-05 end on 2019-07-03",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Object<Wire>", into = "Wire")]
pub struct TimedEvents {
    standard: Standard,
    events: Vec<TimedEvent>,
    start_taken_from: Option<OneLine>,
    presented_as: Option<LegalStatus>,
    stated: Vec<StatedTimeliness>,
}

impl TimedEvents {
    /// Holds events, in the order given, against a standard.
    ///
    /// # Errors
    ///
    /// Refuses a standard whose limit is no number. Where the limit is in hours, refuses a start without time
    /// of day, and a stop without one on the day on which the limit ends.
    pub fn new(
        standard: Standard,
        events: impl IntoIterator<Item = TimedEvent>,
    ) -> Result<Self, TimedEventsError> {
        standard.check_counted().map_err(|error| TimedEventsError(Problem::Standard(error)))?;
        let events: Vec<TimedEvent> = events.into_iter().collect();
        for (index, event) in events.iter().enumerate() {
            check_times(standard, event)
                .map_err(|error| TimedEventsError(Problem::Event { index, error }))?;
        }
        Ok(Self { standard, events, start_taken_from: None, presented_as: None, stated: Vec::new() })
    }

    /// Says that the starts are those of another event, such as the publication where receipt is not on
    /// record.
    ///
    /// # Errors
    ///
    /// Refuses a text that says nothing, and control characters in it.
    pub fn with_start_taken_from(mut self, other: impl Into<String>) -> Result<Self, OneLineError> {
        self.start_taken_from = Some(OneLine::new(other)?);
        Ok(self)
    }

    /// Says on what the authority says the limit rests.
    #[must_use]
    pub const fn with_presented_as(mut self, status: LegalStatus) -> Self {
        self.presented_as = Some(status);
        self
    }

    /// Adds what a publication states.
    #[must_use]
    pub fn with_stated(mut self, stated: StatedTimeliness) -> Self {
        self.stated.push(stated);
        self
    }

    /// The standard.
    #[must_use]
    pub const fn standard(&self) -> Standard {
        self.standard
    }

    /// The events in the order given.
    #[must_use]
    pub fn events(&self) -> &[TimedEvent] {
        &self.events
    }

    /// The event whose day the starts are, where it is not the one that starts the clock.
    #[must_use]
    pub fn start_taken_from(&self) -> Option<&str> {
        self.start_taken_from.as_ref().map(OneLine::as_str)
    }

    /// On what the authority says the limit rests.
    #[must_use]
    pub const fn presented_as(&self) -> Option<LegalStatus> {
        self.presented_as
    }

    /// What publications state, in the order given.
    #[must_use]
    pub fn stated(&self) -> &[StatedTimeliness] {
        &self.stated
    }

    /// The events of a period as they stood at the end of a day.
    ///
    /// A stop after that day is not known yet. An open event is late once the day is past its due day, and where
    /// the limit is in hours from the end of that day itself; before that it is not yet due. An event that stopped
    /// before it started counts as late.
    ///
    /// # Errors
    ///
    /// Refuses an event whose due date lies outside the years that can be counted in.
    pub fn timeliness(
        &self,
        period: Period,
        as_of: NaiveDate,
        working_days: &WorkingDays,
    ) -> Result<TimelinessCount, DueError> {
        let days = period.start()..=period.end();
        let mut count = TimelinessCount::default();
        for (day, outcome) in self.outcomes(as_of, working_days)? {
            if days.contains(&day) {
                count.add(outcome);
            }
        }
        Ok(count)
    }

    /// How many events are open past their limit at the end of a day, whenever they fell due.
    ///
    /// # Errors
    ///
    /// Refuses an event whose due date lies outside the years that can be counted in.
    pub fn open_past_limit(&self, as_of: NaiveDate, working_days: &WorkingDays) -> Result<u32, DueError> {
        let mut count = TimelinessCount::default();
        for (_, outcome) in self.outcomes(as_of, working_days)? {
            count.add(outcome);
        }
        Ok(count.open_late())
    }

    /// The same as [`timeliness`](Self::timeliness) for each month from the first to the last. Each due date is worked out once.
    ///
    /// # Errors
    ///
    /// Refuses periods that are no calendar months, a last month before the first, and an event whose due date
    /// lies outside the years that can be counted in.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Standard, TimedEvent, TimedEvents, Timescale, WorkingDays};
    ///
    /// // Invented.
    /// let first_visit = Standard::national(Timescale::by_id("T28").expect("it is in the table"));
    /// let visits = TimedEvents::new(first_visit, [
    ///     TimedEvent::new("2019-05-28".parse()?).with_stopped("2019-06-04".parse()?),
    /// ])?;
    /// let (may, july) = ("2019-05".parse()?, "2019-07".parse()?);
    /// let (england, as_of) = (WorkingDays::england(), "2019-08-31".parse()?);
    /// let in_time: Vec<_> =
    ///     visits.monthly(may, july, as_of, &england)?.iter().map(|(_, count)| count.in_time()).collect();
    /// assert_eq!(in_time, [0, 1, 0]);
    /// // A month in which nothing was due has no figure.
    /// let series = visits.series(may, july, as_of, &england)?;
    /// assert_eq!(series.indicator().code(), "t28_in_time");
    /// let printed: Vec<_> = series.observations().iter().map(|seen| seen.value().to_string()).collect();
    /// assert_eq!(printed, ["[z]", "100.0%", "[z]"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn monthly(
        &self,
        first: Period,
        last: Period,
        as_of: NaiveDate,
        working_days: &WorkingDays,
    ) -> Result<Vec<(Period, TimelinessCount)>, TimelinessError> {
        if let Some(period) = [first, last].into_iter().find(|period| period.kind() != PeriodKind::Month) {
            return Err(TimelinessError(Unasked::NotMonth { period }));
        }
        if last < first {
            return Err(TimelinessError(Unasked::Order { first, last }));
        }
        let outcomes = self.outcomes(as_of, working_days).map_err(|e| TimelinessError(Unasked::Due(e)))?;
        let tally = Tally::new(outcomes);
        let months = core::iter::successors(Some(first), |month| month.next());
        Ok(months.take_while(|month| *month <= last).map(|month| (month, tally.of(month))).collect())
    }

    /// The share in time of each month as a series for a scorecard, exact. A month in which nothing was due shows `[z]`,
    /// not applicable.
    ///
    /// The indicator is the timescale's own: its code such as `t22_in_time`, the limit in its definition.
    ///
    /// # Errors
    ///
    /// Refuses what [`monthly`](Self::monthly) refuses.
    #[allow(clippy::missing_panics_doc, reason = "only a fault of this crate could cause one")]
    pub fn series(
        &self,
        first: Period,
        last: Period,
        as_of: NaiveDate,
        working_days: &WorkingDays,
    ) -> Result<Series, TimelinessError> {
        let indicator = self.standard.indicator();
        let months = self.monthly(first, last, as_of, working_days)?.into_iter();
        let rates = months.map(|(month, count)| (month, count.rate_of(&indicator)));
        Ok(Series::new(&indicator, rates).expect("rates of the indicator, each month once"))
    }

    /// What is wrong with the record as it stood at the end of a day: event by event in the order given, then
    /// what is stated, then the set as a whole. Places are such as `events[3].recorded_due`.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Limit, LegalStatus, Standard, TimedEvents, Timescale, WorkingDays};
    ///
    /// let visits = Timescale::by_id("T08").expect("it is in the table");
    /// let visits = TimedEvents::new(Standard::local(visits, Limit::WorkingDays(10))?, [])?
    ///     .with_presented_as(LegalStatus::StatutoryGuidance);
    /// assert_eq!(
    ///     visits.findings("2019-08-31".parse()?, &WorkingDays::england()).to_string(),
    ///     "warning TIM-12 at presented_as: the limit of 10 working days for T08 is the authority's own, but it \
    ///      is presented as statutory guidance",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(&self, as_of: NaiveDate, working_days: &WorkingDays) -> Findings {
        rules::findings(self, as_of, working_days)
    }

    /// Where and how an event counts that is due then.
    pub(super) fn outcome(&self, event: &TimedEvent, due: Moment, as_of: NaiveDate) -> (NaiveDate, Outcome) {
        let notice = self.standard.limit().is_notice();
        // At the end of a day the hours that ended on it are over.
        let is_over = match due.time() {
            Some(_) => due.day() <= as_of,
            None => due.day() < as_of,
        };
        match event.stopped_by(as_of) {
            Some(stopped) => {
                let day = if notice { stopped.day() } else { due.day() };
                let backwards = stopped.is_before(event.started()) == Some(true);
                // None is ruled out when the set is made.
                let in_time = !backwards && self.standard.is_met(due, stopped) == Some(true);
                (day, if in_time { Outcome::InTime } else { Outcome::Late })
            }
            None if is_over && !notice => (due.day(), Outcome::OpenLate),
            None => (due.day(), Outcome::NotYetDue),
        }
    }

    fn outcomes(
        &self,
        as_of: NaiveDate,
        working_days: &WorkingDays,
    ) -> Result<Vec<(NaiveDate, Outcome)>, DueError> {
        let outcome = |event: &TimedEvent| {
            let due = self.standard.due(event.started(), working_days)?;
            Ok(self.outcome(event, due, as_of))
        };
        self.events.iter().map(outcome).collect()
    }
}

/// Whether the times of day are there that decide about an event.
fn check_times(standard: Standard, event: &TimedEvent) -> Result<(), DueError> {
    standard.check_start(event.started())?;
    let super::Limit::Hours(hours) = standard.limit() else { return Ok(()) };
    match event.started().hours_later(hours).zip(event.stopped()) {
        Some((due, stop)) if standard.is_met(due, stop).is_none() => Err(standard.stop_needs_time(due, stop)),
        _ => Ok(()),
    }
}

/// Events cannot be held against a standard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct TimedEventsError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(transparent)]
    Standard(DueError),
    #[error("events[{index}]: {error}")]
    Event { index: usize, error: DueError },
}

/// The timeliness of months cannot be worked out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct TimelinessError(Unasked);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Unasked {
    #[error(transparent)]
    Due(DueError),
    #[error("timeliness by months is asked from a month to a month, not for {period}, a {}", period.kind())]
    NotMonth { period: Period },
    #[error("the last month {last} is before the first, {first}")]
    Order { first: Period, last: Period },
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "timed events: an object with standard and events")]
struct Wire {
    standard: Standard,
    events: Vec<TimedEvent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start_taken_from: Option<OneLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    presented_as: Option<LegalStatus>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stated: Vec<StatedTimeliness>,
}

impl TryFrom<Object<Wire>> for TimedEvents {
    type Error = TimedEventsError;

    fn try_from(Object(wire): Object<Wire>) -> Result<Self, TimedEventsError> {
        let Wire { standard, events, start_taken_from, presented_as, stated } = wire;
        Ok(Self { start_taken_from, presented_as, stated, ..Self::new(standard, events)? })
    }
}

impl From<TimedEvents> for Wire {
    fn from(set: TimedEvents) -> Self {
        let TimedEvents { standard, events, start_taken_from, presented_as, stated } = set;
        Self { standard, events, start_taken_from, presented_as, stated }
    }
}
