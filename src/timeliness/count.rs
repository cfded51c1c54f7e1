//! How many events fell due, and how they stood.

use crate::{
    kpi::{Indicator, Rate, RateError, catalogue},
    measure::Period,
};
use chrono::NaiveDate;

/// The events of one standard that fell due in a period, by how they stood on a day.
///
/// # Examples
///
/// ```
/// use childrens_services::{Standard, TimedEvent, TimedEvents, Timescale, WorkingDays};
///
/// // Invented: first reviews of three children, due on 1, 2 and 3 July 2019.
/// let first_review = Standard::national(Timescale::by_id("T22").expect("it is in the table"));
/// let reviews = TimedEvents::new(first_review, [
///     TimedEvent::new("2019-06-03".parse()?).with_stopped("2019-07-01".parse()?),
///     TimedEvent::new("2019-06-04".parse()?),
///     TimedEvent::new("2019-06-05".parse()?),
/// ])?;
/// // On 3 July the second is past its limit, the third is not.
/// let count = reviews.timeliness("2019-07".parse()?, "2019-07-03".parse()?, &WorkingDays::england())?;
/// assert_eq!((count.in_time(), count.open_late(), count.not_yet_due()), (1, 1, 1));
/// assert_eq!(count.rate()?.to_string(), "50.0%");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub struct TimelinessCount {
    in_time: u32,
    late: u32,
    open_late: u32,
    not_yet_due: u32,
}

/// How one event stands on a day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Outcome {
    InTime,
    Late,
    OpenLate,
    NotYetDue,
}

impl TimelinessCount {
    /// Stopped in time.
    #[must_use]
    pub const fn in_time(self) -> u32 {
        self.in_time
    }

    /// Stopped, but late.
    #[must_use]
    pub const fn late(self) -> u32 {
        self.late
    }

    /// Open, and past the limit.
    #[must_use]
    pub const fn open_late(self) -> u32 {
        self.open_late
    }

    /// Open, and not past the limit: not among those due.
    #[must_use]
    pub const fn not_yet_due(self) -> u32 {
        self.not_yet_due
    }

    /// Those due: in time, late, and open past the limit.
    #[must_use]
    pub const fn due(self) -> u32 {
        self.in_time.saturating_add(self.late).saturating_add(self.open_late)
    }

    /// Those in time over those due.
    ///
    /// # Errors
    ///
    /// Refuses a count of which none was due: there is no data, neither 0% nor 100%.
    pub fn rate(self) -> Result<Rate, RateError> {
        self.rate_of(&catalogue::TIMELINESS_RATE)
    }

    /// The same as a rate of another indicator of timeliness.
    pub(crate) fn rate_of(self, indicator: &Indicator) -> Result<Rate, RateError> {
        Rate::new(indicator, self.in_time, self.due())
    }

    /// `19 of 20 in time`.
    pub(crate) fn in_words(self) -> String {
        format!("{} of {} in time", self.in_time, self.due())
    }

    pub(super) fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::InTime => &mut self.in_time,
            Outcome::Late => &mut self.late,
            Outcome::OpenLate => &mut self.open_late,
            Outcome::NotYetDue => &mut self.not_yet_due,
        };
        // More events than a u32 counts would not fit into memory.
        *count = count.saturating_add(1);
    }

    /// What was added since an earlier state of the same count.
    const fn since(self, earlier: Self) -> Self {
        Self {
            in_time: self.in_time - earlier.in_time,
            late: self.late - earlier.late,
            open_late: self.open_late - earlier.open_late,
            not_yet_due: self.not_yet_due - earlier.not_yet_due,
        }
    }
}

/// Events in order of the days on which they count, so that many periods can be asked for.
pub(super) struct Tally {
    days: Vec<NaiveDate>,
    /// The count of so many first events: one more than there are days.
    counts: Vec<TimelinessCount>,
}

impl Tally {
    pub(super) fn new(mut outcomes: Vec<(NaiveDate, Outcome)>) -> Self {
        outcomes.sort_by_key(|&(day, _)| day);
        let mut count = TimelinessCount::default();
        let mut counts = vec![count];
        for &(_, outcome) in &outcomes {
            count.add(outcome);
            counts.push(count);
        }
        Self { days: outcomes.into_iter().map(|(day, _)| day).collect(), counts }
    }

    pub(super) fn of(&self, period: Period) -> TimelinessCount {
        let before = self.days.partition_point(|&day| day < period.start());
        let until = self.days.partition_point(|&day| day <= period.end());
        self.counts[until].since(self.counts[before])
    }
}
