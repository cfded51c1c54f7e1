//! Laws of due dates and of counts, whatever the events.

use super::*;
use childrens_services::{PeriodKind, chrono::Days};
use proptest::{
    collection::vec,
    prelude::*,
    strategy::ValueTree,
    test_runner::{FileFailurePersistence, TestRunner},
};
use serde::{Serialize, de::DeserializeOwned};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// The day as of which the generator's sets are sound.
const AS_OF: &str = "2026-12-31";

fn over_the_wire<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

/// A moment with a time of day where one is needed.
fn start_for(standard: Standard, moment: Moment) -> Moment {
    match standard.limit() {
        Limit::Hours(_) if moment.time().is_none() => Moment::at(moment.day(), 12, 0).unwrap(),
        _ => moment,
    }
}

fn sum(months: &[(Period, TimelinessCount)], what: fn(TimelinessCount) -> u32) -> u32 {
    months.iter().map(|&(_, count)| what(count)).sum()
}

const COUNTS: [fn(TimelinessCount) -> u32; 4] = [
    TimelinessCount::in_time,
    TimelinessCount::late,
    TimelinessCount::open_late,
    TimelinessCount::not_yet_due,
];

proptest! {
    #![proptest_config(config())]

    /// Never before the start, and after it where the limit is more than none.
    #[test]
    fn due_is_after_start(standard in any::<Standard>(), start in any::<Moment>()) {
        let start = start_for(standard, start);
        let due = standard.due(start, &WorkingDays::england()).unwrap();
        prop_assert!(due.day() >= start.day());
        let none = standard.limit().to_string().starts_with("0 ") && !matches!(standard.limit(), Limit::ClearDays(_));
        prop_assert_eq!(due == start || due == Moment::on(start.day()), none);
        prop_assert_eq!(due.time().is_some(), matches!(standard.limit(), Limit::Hours(_)));
    }

    /// A later start is not due sooner. Starts are from 1996 on, and the calendar begins with 1995.
    #[test]
    fn due_does_not_go_back(standard in any::<Standard>(), start in any::<Moment>(), later in 0..=365_u64) {
        let start = start_for(standard, start);
        let (hour, minute) = start.time().unwrap_or((0, 0));
        let after = Moment::at(start.day() - Days::new(later), hour, minute).unwrap();
        let due = |start| standard.due(start, &WorkingDays::england()).unwrap().day();
        prop_assert!(due(after) <= due(start));
    }

    /// What is in time stays so when it stops sooner; with a notice, when it comes later.
    #[test]
    fn in_time_is_monotone(standard in any::<Standard>(), start in any::<Moment>(), stops in [0..800_u64, 0..800_u64]) {
        let start = start_for(standard, start);
        let stop = |days: u64| {
            let stop = start.day() + Days::new(days);
            start.time().map_or(Moment::on(stop), |(hour, minute)| Moment::at(stop, hour, minute).unwrap())
        };
        let in_time = |days| standard.is_in_time(start, stop(days), &WorkingDays::england()).unwrap();
        let [sooner, later] = [stops[0].min(stops[1]), stops[0].max(stops[1])];
        if standard.limit().is_notice() {
            prop_assert!(in_time(later) || !in_time(sooner));
        } else {
            prop_assert!(in_time(sooner) || !in_time(later));
        }
    }

    /// The due date is in time itself.
    #[test]
    fn due_is_in_time(standard in any::<Standard>(), start in any::<Moment>()) {
        let (start, england) = (start_for(standard, start), WorkingDays::england());
        let due = standard.due(start, &england).unwrap();
        prop_assert_eq!(standard.is_in_time(start, due, &england), Ok(true));
    }

    #[test]
    fn months_add_up(set in any::<TimedEvents>(), year in 1996..=2026, as_of in any::<Moment>()) {
        let england = WorkingDays::england();
        let (first, last) = (Period::month(year, 4).unwrap(), Period::month(year + 1, 3).unwrap());
        let months = set.monthly(first, last, as_of.day(), &england).unwrap();
        let whole = set.timeliness(Period::financial_year(year).unwrap(), as_of.day(), &england).unwrap();
        prop_assert_eq!(months.len(), 12);
        prop_assert!(months.iter().all(|(month, _)| month.kind() == PeriodKind::Month));
        for what in COUNTS {
            prop_assert_eq!(sum(&months, what), what(whole));
        }
        for &(month, count) in &months {
            prop_assert_eq!(set.timeliness(month, as_of.day(), &england).unwrap(), count);
        }
    }

    /// Each event counts once, in one month.
    #[test]
    fn each_event_counts_once(set in any::<TimedEvents>(), as_of in any::<Moment>()) {
        let england = WorkingDays::england();
        let (first, last) = (Period::month(1990, 1).unwrap(), Period::month(2035, 12).unwrap());
        let months = set.monthly(first, last, as_of.day(), &england).unwrap();
        let all: u32 = COUNTS.iter().map(|&what| sum(&months, what)).sum();
        prop_assert_eq!(usize::try_from(all).unwrap(), set.events().len());
    }

    /// Once a period is over, neither the number in time nor that due changes, whatever stops later. A notice
    /// is counted only when what it announced has come.
    #[test]
    fn what_is_over_stays(set in any::<TimedEvents>(), later in 0..3000_u64) {
        let england = WorkingDays::england();
        for event in set.events() {
            let due = set.standard().due(event.started(), &england).unwrap();
            let period = Period::day(due.day()).unwrap();
            let count = |after| set.timeliness(period, period.end() + Days::new(after), &england).unwrap();
            let (then, now) = (count(1), count(1 + later));
            if !set.standard().limit().is_notice() {
                prop_assert_eq!((then.in_time(), then.due()), (now.in_time(), now.due()));
                prop_assert_eq!(now.not_yet_due(), 0);
            }
        }
    }

    /// A series is the rates of the months, and nothing where nothing was due.
    #[test]
    fn series_are_the_rates_of_months(set in any::<TimedEvents>(), year in 1996..=2026) {
        let (england, as_of) = (WorkingDays::england(), day(AS_OF));
        let (first, last) = (Period::month(year, 1).unwrap(), Period::month(year, 12).unwrap());
        let series = set.series(first, last, as_of, &england).unwrap();
        let months = set.monthly(first, last, as_of, &england).unwrap();
        for (seen, (month, count)) in series.observations().iter().zip(months) {
            prop_assert_eq!(seen.period(), month);
            match count.rate() {
                Ok(rate) => {
                    // The same counts, by the timescale's own indicator.
                    let own = Rate::read(series.indicator(), &rate.quotient()).unwrap();
                    prop_assert_eq!(seen.value(), &own.into());
                    prop_assert_eq!(seen.value().figure_rounded(1), rate.figure_rounded(1));
                }
                Err(error) => prop_assert_eq!(seen.value().symbol(), error.symbol()),
            }
        }
    }

    #[test]
    fn generated_sets_are_sound(set in any::<TimedEvents>()) {
        let findings = set.findings(day(AS_OF), &WorkingDays::england());
        prop_assert!(findings.is_ok(), "{findings}");
        prop_assert_eq!(&findings, &set.clone().findings(day(AS_OF), &WorkingDays::england()));
    }

    #[test]
    fn generated_events_are_sound(events in vec(any::<TimedEvent>(), 0..4)) {
        let set = set(local("T08", "10 working days"), events);
        prop_assert!(set.findings(day(AS_OF), &WorkingDays::england()).is_ok());
    }

    /// A wrong due day on record breaks one rule, and only one.
    #[test]
    fn a_wrong_due_day_breaks_one_rule(
        standard in any::<Standard>(),
        start in any::<Moment>(),
        away in prop_oneof![-40..0_i64, 1..40_i64],
        previous in any::<Option<u8>>(),
    ) {
        let (start, england) = (start_for(standard, start), WorkingDays::england());
        let due = standard.due(start, &england).unwrap().day();
        let wrong = match away {
            0.. => due + Days::new(away.unsigned_abs()),
            _ => due - Days::new(away.unsigned_abs()),
        };
        let event = TimedEvent::new(start).with_recorded_due(wrong);
        let event = previous.map_or(event, |before| event.with_previous_due(start.day() - Days::new(before.into())));
        let findings = set(standard, [event]).findings(start.day(), &england);
        let at_due = findings.iter().filter(|finding| finding.place() == "events[0].recorded_due");
        prop_assert_eq!(at_due.count(), 1);
    }

    #[test]
    fn texts_round_trip(limit in any::<Limit>(), moment in any::<Moment>()) {
        prop_assert_eq!(limit.to_string().parse::<Limit>(), Ok(limit));
        prop_assert_eq!(moment.to_string().parse::<Moment>(), Ok(moment));
        prop_assert_eq!(moment.to_string().replace(' ', "T").parse::<Moment>(), Ok(moment));
        prop_assert_eq!(over_the_wire(&(limit, moment)), (limit, moment));
    }

    #[test]
    fn values_survive_the_wire(
        set in any::<TimedEvents>(), event in any::<TimedEvent>(), standard in any::<Standard>(),
        (due, late) in (1..=u32::MAX, any::<u32>()),
    ) {
        prop_assert_eq!(&over_the_wire(&set), &set);
        prop_assert_eq!(over_the_wire(&event), event);
        prop_assert_eq!(over_the_wire(&standard), standard);
        let rate = Rate::new(&catalogue::TIMELINESS_RATE, due.saturating_sub(late), due).unwrap();
        let series = Series::new(&catalogue::TIMELINESS_RATE, [("2019-07", rate)]).unwrap();
        prop_assert_eq!(&over_the_wire(&series), &series);
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = (text.parse::<Limit>(), text.parse::<Moment>());
    }
}

/// Four hundred draws, the same every time.
fn draws<T: Arbitrary>() -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..400).map(|_| any::<T>().new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn generators_reach_every_kind() {
    let kinds = |limits: Vec<Limit>| {
        limits.iter().map(core::mem::discriminant).collect::<std::collections::HashSet<_>>().len()
    };
    assert_eq!(kinds(draws::<Limit>()), 11);
    let standards = draws::<Standard>();
    assert_eq!(kinds(standards.iter().map(|standard| standard.limit()).collect()), 7);
    let timescales: BTreeSet<&str> = standards.iter().map(|standard| standard.timescale().id()).collect();
    assert!(timescales.len() > 55, "{timescales:?}");
    for such in [Standard::is_local, Standard::is_extended, |one: Standard| one.limit().is_notice()] {
        assert!(standards.iter().any(|standard| such(*standard)));
    }
    let moments = draws::<Moment>();
    for time in [None, Some((0, 0)), Some((23, 59))] {
        assert!(moments.iter().any(|moment| moment.time() == time), "{time:?}");
    }
    let years: BTreeSet<String> = moments.iter().map(|one| one.to_string()[..4].to_owned()).collect();
    assert_eq!(years.len(), 31);
}

/// Sound sets are not all alike: they have what is in time, late, on the last day, open past it and not yet
/// due; due dates on record, statements, and warnings.
#[test]
fn generated_sets_reach_every_outcome() {
    let (england, as_of) = (WorkingDays::england(), day(AS_OF));
    let sets = draws::<TimedEvents>();
    let months = (Period::month(1990, 1).unwrap(), Period::month(2035, 12).unwrap());
    let mut totals = [0; 4];
    for set in &sets {
        let counts = set.monthly(months.0, months.1, as_of, &england).unwrap();
        for (total, what) in totals.iter_mut().zip(COUNTS) {
            *total += sum(&counts, what);
        }
    }
    assert!(totals.iter().all(|&total| total > 0), "{totals:?}");
    let events: Vec<&TimedEvent> = sets.iter().flat_map(|set| set.events()).collect();
    let share =
        |such: fn(&TimedEvent) -> bool| 100 * events.iter().filter(|one| such(one)).count() / events.len();
    assert!((10..90).contains(&share(|one| one.recorded_due().is_some())));
    assert!((1..60).contains(&share(|one| one.previous_due().is_some())));
    assert!((1..60).contains(&share(|one| one.limit_changes_on().is_some())));
    assert!((50..95).contains(&share(|one| one.stopped().is_some())));
    assert!(sets.iter().any(|set| set.stated().iter().any(|stated| stated.due() > Some(0))));
    assert!(sets.iter().any(|set| set.stated().iter().any(|stated| stated.due() == Some(0))));
    let warned = |id: &str| {
        sets.iter().any(|set| set.findings(as_of, &england).iter().any(|finding| finding.rule().id() == id))
    };
    assert!(["TIM-06", "TIM-10", "TIM-12"].into_iter().all(warned));
}
