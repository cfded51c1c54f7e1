//! Counts of what fell due. All events are invented.

use super::*;

fn count(set: &TimedEvents, of: &str, as_of: &str) -> [u32; 5] {
    let count = set.timeliness(period(of), day(as_of), &WorkingDays::england()).unwrap();
    [count.in_time(), count.late(), count.open_late(), count.not_yet_due(), count.due()]
}

/// First reviews due on 3 July 2019: five children became looked after on 5 June.
fn reviews() -> TimedEvents {
    set(
        national("T22"),
        [
            stopped("2019-06-05", "2019-06-20"),
            stopped("2019-06-05", "2019-07-03"),
            stopped("2019-06-05", "2019-07-04"),
            open("2019-06-05"),
            stopped("2019-06-05", "2019-08-01"),
        ],
    )
}

#[test]
fn an_open_event_is_late_when_its_last_day_is_over() {
    let reviews = reviews();
    assert_eq!(count(&reviews, "2019-07", "2019-06-19"), [0, 0, 0, 5, 0]);
    assert_eq!(count(&reviews, "2019-07", "2019-06-20"), [1, 0, 0, 4, 1]);
    assert_eq!(count(&reviews, "2019-07", "2019-07-03"), [2, 0, 0, 3, 2]);
    assert_eq!(count(&reviews, "2019-07", "2019-07-04"), [2, 1, 2, 0, 5]);
    assert_eq!(count(&reviews, "2019-07", "2019-08-31"), [2, 2, 1, 0, 5]);
    // They are due in July, whenever they stop.
    assert_eq!(count(&reviews, "2019-06", "2019-08-31"), [0, 0, 0, 0, 0]);
    assert_eq!(count(&reviews, "2019-08", "2019-08-31"), [0, 0, 0, 0, 0]);
    // The first and the last day are in the period.
    assert_eq!(count(&reviews, "2019-07-03", "2019-08-31"), [2, 2, 1, 0, 5]);
    assert_eq!(count(&reviews, "2019-07-04", "2019-08-31"), [0, 0, 0, 0, 0]);
    assert_eq!(count(&reviews, "2019/20 Q2", "2019-08-31"), [2, 2, 1, 0, 5]);
}

#[test]
fn rates_of_counts() {
    let july = reviews().timeliness(period("2019-07"), day("2019-08-31"), &WorkingDays::england()).unwrap();
    let rate = july.rate().unwrap();
    assert_eq!(rate.indicator(), &catalogue::TIMELINESS_RATE);
    assert_eq!((rate.numerator(), rate.denominator()), (2.into(), 5.into()));
    assert_eq!(rate.value_rounded(1), 40.into());
    assert_eq!((rate.to_string(), rate.quotient()), ("40.0%".to_owned(), "2 / 5".to_owned()));
    // Not yet due is not due.
    let june = reviews().timeliness(period("2019-07"), day("2019-06-19"), &WorkingDays::england()).unwrap();
    refuses(june.rate(), "timeliness_rate is not defined: the denominator is 0");
    refuses(TimelinessCount::default().rate(), "timeliness_rate is not defined: the denominator is 0");
    refuses(
        Rate::new(&catalogue::TIMELINESS_RATE, 3, 2),
        "timeliness_rate is not defined: it is a share of a whole, and 3 is above 2",
    );
}

/// Nobody is late with a decision that is not taken: a notice counts in the period of what it announced.
#[test]
fn notices_count_when_what_was_notified_comes() {
    let decisions = set(
        national("T76"),
        [
            stopped("2019-05-01", "2019-05-29"), // a day too early
            stopped("2019-05-01", "2019-05-30"),
            stopped("2019-05-01", "2019-06-12"),
            open("2019-05-01"),
        ],
    );
    assert_eq!(count(&decisions, "2019-05", "2019-12-31"), [1, 1, 0, 1, 2]);
    assert_eq!(count(&decisions, "2019-06", "2019-12-31"), [1, 0, 0, 0, 1]);
    assert_eq!(count(&decisions, "2019-05", "2019-05-28"), [0, 0, 0, 4, 0]);
}

#[test]
fn hours_by_the_minute() {
    let interviews = set(
        national("T15"),
        [
            stopped("2019-06-28 14:30", "2019-07-01 14:30"),
            stopped("2019-06-28 14:30", "2019-07-01 14:31"),
            stopped("2019-06-28 14:30", "2019-06-30"),
            open("2019-06-28 14:30"),
        ],
    );
    assert_eq!(count(&interviews, "2019-07", "2019-06-30"), [1, 0, 0, 3, 1]);
    // At the end of the day the hours that ended on it are over.
    assert_eq!(count(&interviews, "2019-07", "2019-07-01"), [2, 1, 1, 0, 4]);
    assert_eq!(count(&interviews, "2019-07", "2019-07-02"), [2, 1, 1, 0, 4]);
}

/// The dates are wrong, and nothing that is wrong makes the figure better.
#[test]
fn what_stopped_before_it_started_is_late() {
    let (review, england) = (national("T22"), WorkingDays::england());
    let in_time =
        |standard: Standard, start, stop| standard.is_in_time(moment(start), moment(stop), &england);
    assert_eq!(in_time(review, "2019-06-05", "2019-06-04"), Ok(false));
    assert_eq!(in_time(review, "2019-06-05", "2019-06-05"), Ok(true));
    assert_eq!(in_time(national("T10"), "2019-06-05 14:30", "2019-06-05 14:29"), Ok(false));
    assert_eq!(in_time(national("T10"), "2019-06-05 14:30", "2019-06-05"), Ok(true));
    let reviews = set(review, [stopped("2019-06-05", "2018-01-01"), stopped("2019-06-05", "2019-06-05")]);
    assert_eq!(count(&reviews, "2019-07", "2019-08-31"), [1, 1, 0, 0, 2]);
    let notices = set(national("T76"), [stopped("2019-06-05", "2019-06-04")]);
    assert_eq!(count(&notices, "2019-06", "2019-08-31"), [0, 1, 0, 0, 1]);
}

#[test]
fn months_one_by_one() {
    let visits = set(
        national("T28"),
        [
            stopped("2018-12-28", "2019-01-04"),
            stopped("2018-12-20", "2018-12-28"),
            stopped("2019-02-21", "2019-02-28"),
            open("2019-02-20"),
            open("2019-02-24"),
        ],
    );
    let england = WorkingDays::england();
    let months = visits.monthly(period("2018-12"), period("2019-03"), day("2019-03-01"), &england).unwrap();
    let counts: Vec<_> = months
        .iter()
        .map(|(month, count)| (month.to_string(), count.in_time(), count.due(), count.not_yet_due()))
        .collect();
    let expected = [("2018-12", 0, 1, 0), ("2019-01", 1, 1, 0), ("2019-02", 1, 2, 0), ("2019-03", 0, 0, 1)];
    assert_eq!(counts, expected.map(|(month, a, b, c)| (month.to_owned(), a, b, c)));

    let series = visits.series(period("2018-12"), period("2019-03"), day("2019-03-01"), &england).unwrap();
    let printed: Vec<_> = series.iter().map(|seen| seen.value().to_string()).collect();
    assert_eq!(printed, ["0.0%", "100.0%", "50.0%", "[z]"]);
    // The rates keep their counts.
    let written: Vec<_> = series.iter().map(|seen| serde_json::to_value(seen.value()).unwrap()).collect();
    assert_eq!(written, ["0 / 1", "1 / 1", "1 / 2", "[z]"]);
    let indicator = series.indicator();
    assert_eq!((indicator.code(), indicator.title()), ("t28_in_time", "First visit in a placement: in time"));
    assert_eq!(
        indicator.definition().as_deref(),
        Some("events in time / events due, from start of the placement to child visited; limit 1 week"),
    );
    assert_eq!(indicator.source(), Some("SI 2010/959 reg 28(2)(a)"));
    assert!(indicator.is_share());
}

#[test]
fn indicators_name_whose_limit_it_is() {
    assert_eq!(
        local("T08", "10 working days").indicator().definition().as_deref(),
        Some(
            "events in time / events due, from previous visit to child seen; limit 10 working days, the \
             authority's own",
        ),
    );
    assert_eq!(
        extended("T57").indicator().definition().as_deref(),
        Some(
            "events in time / events due, from complaint received to response; limit 20 working days, extended",
        ),
    );
    // Each timescale makes a good one.
    for timescale in TIMESCALES {
        let indicator = Standard::national(timescale).indicator();
        assert_eq!(indicator.code(), format!("{}_in_time", timescale.id().to_lowercase()));
    }
}

#[test]
fn periods_that_are_no_months() {
    let reviews = reviews();
    let england = WorkingDays::england();
    let monthly =
        |first: &str, last: &str| reviews.monthly(period(first), period(last), day("2019-08-31"), &england);
    let kind = "timeliness by months is asked from a month to a month, not for 2019/20 Q1, a quarter";
    refuses(monthly("2019/20 Q1", "2019-07"), kind);
    refuses(monthly("2019-07", "2019/20 Q1"), kind);
    refuses(monthly("2019-07", "2019-06"), "the last month 2019-06 is before the first, 2019-07");
    assert_eq!(monthly("2019-07", "2019-07").unwrap().len(), 1);
    // To the last month that there is.
    assert_eq!(monthly("2199-11", "2199-12").unwrap().len(), 2);
    let beyond = set(national("T22"), [open("2027-12-20")]);
    let series = beyond.series(period("2027-12"), period("2027-12"), day("2027-12-31"), &england);
    assert_eq!(
        series.clone().unwrap_err().source().unwrap().to_string(),
        "20 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known"
    );
    refuses(series, "the due date of T22 from 2027-12-20 cannot be worked out");
    refuses(
        beyond.timeliness(period("2027-12"), day("2027-12-31"), &england),
        "the due date of T22 from 2027-12-20 cannot be worked out",
    );
}
