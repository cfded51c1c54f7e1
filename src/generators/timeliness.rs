//! Generators of timed events for property tests, weighted to the edges: each value comes through the
//! constructor that guards its type.

use crate::{
    calendar::WorkingDays,
    measure::{Figure, Period, Symbol},
    timeliness::{
        LegalStatus, Limit, Moment, Standard, StatedTimeliness, TIMESCALES, TimedEvent, TimedEvents,
        Timescale,
    },
};
use chrono::{Datelike, Days, NaiveDate};
use proptest::{
    arbitrary::{Arbitrary, any},
    collection::vec,
    option,
    prelude::{Just, Strategy},
    prop_oneof,
    sample::select,
    strategy::BoxedStrategy,
};

const SOUND: &str = "drawn to be sound";
const MINUTES_OF_A_DAY: u64 = 24 * 60;

/// 1 January 1996.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1996, 1, 1).expect(SOUND)
}

/// 31 December 2026, the day as of which timed events are sound.
fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 31).expect(SOUND)
}

/// From 1996 to 2026, each fifth the last of a month.
fn days() -> impl Strategy<Value = NaiveDate> {
    let count = last_day().signed_duration_since(first_day()).num_days().unsigned_abs();
    let any_day = (0..=count).prop_map(|after| first_day() + Days::new(after));
    let month_end = (1996..=2026_i32, 1..=12_u32).prop_map(|(year, month)| {
        let next = NaiveDate::from_ymd_opt(year + i32::from(month == 12), month % 12 + 1, 1);
        next.and_then(|first| first.pred_opt()).expect(SOUND)
    });
    prop_oneof![4 => any_day, 1 => month_end]
}

/// Minutes since midnight, each end about one time in ten.
fn minutes() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 1 => Just(MINUTES_OF_A_DAY - 1), 8 => 0..MINUTES_OF_A_DAY]
}

/// So many minutes after midnight, be it days later.
fn moment(day: NaiveDate, minutes: u64) -> Moment {
    let part = |number: u64| u32::try_from(number).expect(SOUND);
    let within = minutes % MINUTES_OF_A_DAY;
    let day = day + Days::new(minutes / MINUTES_OF_A_DAY);
    Moment::at(day, part(within / 60), part(within % 60)).expect(SOUND)
}

/// Days of 1996 to 2026, one in five the last of a month; four in ten with a time of day, midnight and the
/// last minute among them.
impl Arbitrary for Moment {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        prop_oneof![
            6 => days().prop_map(Self::on),
            4 => (days(), minutes()).prop_map(|(day, minutes)| moment(day, minutes)),
        ]
        .boxed()
    }
}

/// Every kind alike, save that those without a number are rarer; numbers as they occur, 0 among them.
impl Arbitrary for Limit {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let unnumbered = vec![Self::SchoolTerm, Self::AsDirected, Self::Local, Self::Unlimited];
        prop_oneof![7 => counted_limits(), 1 => select(unnumbered)].boxed()
    }
}

fn counted_limits() -> impl Strategy<Value = Limit> {
    prop_oneof![5 => deadlines(), 2 => notices()]
}

fn deadlines() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0..=70_u32).prop_map(Limit::WorkingDays),
        (0..=60_u32).prop_map(Limit::Days),
        (0..=26_u32).prop_map(Limit::Weeks),
        (0..=24_u32).prop_map(Limit::Months),
        (0..=168_u32).prop_map(Limit::Hours),
    ]
}

fn notices() -> impl Strategy<Value = Limit> {
    prop_oneof![(0..=12_u32).prop_map(Limit::NoticeWeeks), (0..=60_u32).prop_map(Limit::ClearDays),]
}

/// National limits that are numbers, extensions, and local limits of every kind, each for any timescale that
/// allows it.
impl Arbitrary for Standard {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let such = |wanted: fn(&Timescale) -> bool| {
            select(TIMESCALES.iter().filter(|timescale| wanted(timescale)).collect::<Vec<_>>())
        };
        let deadline = (such(|timescale| !timescale.limit().is_notice()), deadlines());
        let notice = (such(|timescale| timescale.limit().is_notice()), notices());
        let local = |(timescale, limit)| Self::local(timescale, limit).expect(SOUND);
        prop_oneof![
            5 => such(|timescale| timescale.limit().is_counted()).prop_map(Self::national),
            1 => such(|timescale| timescale.extended_to().is_some())
                .prop_map(|timescale| Self::extended(timescale).expect(SOUND)),
            3 => deadline.prop_map(local),
            1 => notice.prop_map(local),
        ]
        .boxed()
    }
}

/// An event that does not stop before it starts; one in four is open. No due date is on record, which only a
/// standard gives.
impl Arbitrary for TimedEvent {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        (any::<Moment>(), option::weighted(0.75, 0..=400_u64), any::<Histories>())
            .prop_map(|(start, days, histories)| {
                let event = Self::new(start);
                let event = match days {
                    // At the same time of day.
                    Some(days) => event.with_stopped(later(start, days * MINUTES_OF_A_DAY)),
                    None => event,
                };
                histories.add_to(event)
            })
            .boxed()
    }
}

/// So many minutes later, or by the days among them where the time of day is not known.
fn later(start: Moment, minutes: u64) -> Moment {
    match start.time() {
        Some((hour, minute)) => moment(start.day(), u64::from(hour * 60 + minute) + minutes),
        None => Moment::on(start.day() + Days::new(minutes / MINUTES_OF_A_DAY)),
    }
}

/// What an event may know of the child's other dates: how many days before its start the previous one was
/// due, and how many after it the limit changes.
#[derive(Debug, Clone, Copy)]
struct Histories {
    previous_due: Option<u64>,
    limit_changes: Option<u64>,
}

impl Histories {
    fn add_to(self, event: TimedEvent) -> TimedEvent {
        let start = event.started().day();
        let event = match self.previous_due {
            Some(before) => event.with_previous_due(start - Days::new(before)),
            None => event,
        };
        match self.limit_changes {
            Some(after) => event.with_limit_changes_on(start + Days::new(after)),
            None => event,
        }
    }
}

impl Arbitrary for Histories {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        (option::weighted(0.25, 0..=30_u64), option::weighted(0.15, 0..=400_u64))
            .prop_map(|(previous_due, limit_changes)| Self { previous_due, limit_changes })
            .boxed()
    }
}

/// When an event stops.
#[derive(Debug, Clone, Copy)]
enum Stop {
    Never,
    /// On the due day, for hours in the last minute.
    AtTheLimit,
    /// So many hundredths of the time allowed after the start, and so many minutes.
    After(u64, u64),
}

/// What an event is made of, once its standard is known.
type Draft = (NaiveDate, u64, Stop, bool, Histories);

fn drafts() -> impl Strategy<Value = Draft> {
    let stop = prop_oneof![
        2 => Just(Stop::Never),
        2 => Just(Stop::AtTheLimit),
        6 => (0..=200_u64, 0..3 * MINUTES_OF_A_DAY).prop_map(|(share, minutes)| Stop::After(share, minutes)),
    ];
    (days(), minutes(), stop, any::<bool>(), any::<Histories>())
}

fn event((day, minutes, stop, recorded, histories): Draft, standard: Standard) -> TimedEvent {
    let timescale = standard.timescale();
    let day = timescale.in_force_from().map_or(day, |from| day.max(from));
    let in_hours = matches!(standard.limit(), Limit::Hours(_));
    let start = if in_hours { moment(day, minutes) } else { Moment::on(day) };
    let due = |standard: Standard| standard.due(start, &WorkingDays::england()).expect(SOUND);
    let days_to = |due: Moment| due.day().signed_duration_since(day).num_days().unsigned_abs();
    let stopped = match stop {
        Stop::Never => None,
        Stop::AtTheLimit => Some(due(standard)),
        Stop::After(share, more) => {
            Some(later(start, days_to(due(standard)) * MINUTES_OF_A_DAY * share / 100 + more))
        }
    };
    // A statement of action is in time by the limit in law, or not yet due (`TIM-05`).
    let stopped = if timescale.id() == "T71" {
        let latest = due(Standard::national(timescale)).day();
        match stopped {
            Some(stopped) if stopped.day() > latest => Some(Moment::on(latest)),
            None if latest < last_day() => Some(Moment::on(latest)),
            as_drawn => as_drawn,
        }
    } else {
        stopped
    };
    // A limit of hours that a statement has of its own needs the time.
    let stopped = stopped.map(|stopped| match (in_hours, stopped.time()) {
        (true, None) => moment(stopped.day(), MINUTES_OF_A_DAY - 1),
        _ => stopped,
    });
    let event = histories.add_to(TimedEvent::new(start));
    let event = stopped.map_or(event, |stopped| event.with_stopped(stopped));
    if recorded { event.with_recorded_due(due(standard).day()) } else { event }
}

/// What a publication states that has counted rightly.
fn stated(set: &TimedEvents, period: Period) -> StatedTimeliness {
    let count = set.timeliness(period, last_day(), &WorkingDays::england()).expect(SOUND);
    let withheld = Figure::Withheld(Symbol::NotApplicable);
    let percent = count.rate().map_or(withheld, |rate| rate.figure_rounded(1));
    StatedTimeliness::new(period)
        .with_in_time(count.in_time())
        .with_due(count.due())
        .with_percent(&percent.to_string())
        .expect(SOUND)
}

/// Up to eight events of one standard, and what is stated of up to two periods, with no finding of severity
/// error as of 31 December 2026: a due date on record is right. Some are open, some late, some on the last day.
impl Arbitrary for TimedEvents {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let periods = vec((any::<Period>(), any::<bool>()), 0..=2);
        let other = option::weighted(0.2, Just("publication"));
        let presented = option::weighted(0.3, any::<LegalStatus>());
        (any::<Standard>(), vec(drafts(), 0..=8), periods, other, presented)
            .prop_map(|(standard, drafts, periods, other, presented)| {
                let events: Vec<_> = drafts.into_iter().map(|draft| event(draft, standard)).collect();
                let months: Vec<_> = events
                    .iter()
                    .filter_map(|event| standard.due(event.started(), &WorkingDays::england()).ok())
                    .filter_map(|due| Period::month(due.day().year(), due.day().month()).ok())
                    .collect();
                let set = Self::new(standard, events).expect(SOUND);
                // Half of the periods are months in which something is due.
                let periods: Vec<_> = periods
                    .into_iter()
                    .zip(0..)
                    .map(|((period, of_event), index)| match months.get(index) {
                        Some(&month) if of_event => month,
                        _ => period,
                    })
                    .collect();
                let set = periods.into_iter().fold(set, |set, period| {
                    let stated = stated(&set, period);
                    set.with_stated(stated)
                });
                let set = match other {
                    Some(other) => set.with_start_taken_from(other).expect(SOUND),
                    None => set,
                };
                presented.map_or(set.clone(), |status| set.with_presented_as(status))
            })
            .boxed()
    }
}
