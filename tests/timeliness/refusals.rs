//! Every refusal with its whole message, by constructor and by JSON, and every spelling.

use super::*;
use serde::de::DeserializeOwned;

/// A notice is kept by what comes late, a deadline by what comes soon: neither can stand in for the other.
#[test]
fn a_local_limit_keeps_its_direction() {
    let refused = |id: &str, limit: &str, expected: &str| {
        refuses(Standard::local(timescale(id), read(limit)), expected);
        no_json::<Standard>(&format!(r#"{{"timescale":"{id}","local_limit":"{limit}"}}"#), expected);
    };
    let notice = |id: &str, limit: &str| {
        refused(id, limit, &format!("{id} sets a deadline, but the local limit {limit:?} is a notice"));
    };
    notice("T22", "4 weeks before");
    notice("T08", "10 clear days");
    notice("T40", "1 week before");
    let deadline = |id: &str, limit: &str| {
        refused(id, limit, &format!("{id} asks for notice, but the local limit {limit:?} is a deadline"));
    };
    deadline("T76", "28 days");
    deadline("T19", "30 working days");
    // Another unit is another matter.
    for (id, limit) in [
        ("T39", "4 weeks"),
        ("T43", "8 weeks"),
        ("T10", "3 days"),
        ("T19", "42 clear days"),
        ("T76", "5 weeks before"),
    ] {
        assert_eq!(local(id, limit).limit(), read(limit));
    }
}

/// From JSON, less the place in the document that `serde_json` adds.
#[track_caller]
fn no_json<T: DeserializeOwned + Debug>(document: &str, expected: &str) {
    let message = |error: serde_json::Error| error.to_string().split(" at line ").next().map(str::to_owned);
    refuses(serde_json::from_str::<T>(document).map_err(|error| message(error).unwrap()), expected);
}

#[track_caller]
fn spelt<T: FromStr<Err: Display> + Display + PartialEq + Debug>(text: &str, value: T, printed: &str) {
    assert_eq!(read::<T>(text), value);
    assert_eq!(value.to_string(), printed);
    assert_eq!(read::<T>(printed), value);
}

#[test]
fn limits_are_spelt() {
    spelt("20 working days", Limit::WorkingDays(20), "20 working days");
    spelt("1 working days", Limit::WorkingDays(1), "1 working day");
    spelt("8 days", Limit::Days(8), "8 days");
    spelt("1 week", Limit::Weeks(1), "1 week");
    spelt("3 months", Limit::Months(3), "3 months");
    spelt("1 year", Limit::Months(12), "12 months");
    spelt("2 years", Limit::Months(24), "24 months");
    spelt("72 hours", Limit::Hours(72), "72 hours");
    spelt("1 week before", Limit::NoticeWeeks(1), "1 week before");
    spelt("6 weeks before", Limit::NoticeWeeks(6), "6 weeks before");
    spelt("28 clear days", Limit::ClearDays(28), "28 clear days");
    spelt("each school term", Limit::SchoolTerm, "each school term");
    spelt("as directed", Limit::AsDirected, "as directed");
    spelt("set locally", Limit::Local, "set locally");
    spelt("no limit", Limit::Unlimited, "no limit");
    spelt("0 working days", Limit::WorkingDays(0), "0 working days");
    assert_eq!(format!("{:>10}|{:<8}|", Limit::Weeks(6), Limit::Days(1)), "   6 weeks|1 day   |");
}

#[test]
fn limits_that_are_none() {
    let long = "x".repeat(100);
    for text in [
        "",
        "20",
        "20 wd",
        "working days",
        "-1 days",
        "+1 days",
        "1.5 weeks",
        "6  weeks",
        " 6 weeks",
        "6 weeks ",
        "6 Weeks",
        "4294967296 days",
        "400000000 years",
        "6 weeks after",
        &long,
    ] {
        let shown = if text == long { format!("{}…", "x".repeat(60)) } else { text.to_owned() };
        let expected = format!(
            "limit {shown:?} is not written as a number with its unit (20 working days, 8 days, 6 weeks, 3 \
             months, 1 year, 72 hours, 6 weeks before, 28 clear days), nor as each school term, as directed, set \
             locally or no limit"
        );
        refuses(text.parse::<Limit>(), &expected);
        if text != long {
            no_json::<Limit>(&format!("{text:?}"), &expected);
        }
    }
    no_json::<Limit>(
        "20",
        "invalid type: integer `20`, expected a limit written as text, such as \"20 working days\"",
    );
}

#[test]
fn moments_are_spelt() {
    let at = |hour, minute| Moment::at(day("2019-06-04"), hour, minute).unwrap();
    spelt("2019-06-04", Moment::on(day("2019-06-04")), "2019-06-04");
    spelt("2019-06-04 00:00", at(0, 0), "2019-06-04 00:00");
    spelt("2019-06-04T23:59", at(23, 59), "2019-06-04 23:59");
    assert_eq!((at(9, 5).day(), at(9, 5).time()), (day("2019-06-04"), Some((9, 5))));
    assert_eq!(Moment::from(day("2019-06-04")).time(), None);
    // Midnight is a time of day.
    assert_ne!(at(0, 0), Moment::on(day("2019-06-04")));
    assert_eq!(format!("{:>12}|", moment("2019-06-04")), "  2019-06-04|");
}

#[test]
fn moments_that_are_none() {
    for text in [
        "",
        "2019-06",
        "04/06/2019",
        "2019-6-4",
        "+2019-06-04",
        "2019-06-04 ",
        "2019-06-04 9:00",
        "2019-06-04 09",
        "2019-06-04  09:00",
        "2019-06-04t09:00",
        "2019-06-04 09:00:00",
        "2019-06-04T09:00Z",
        "02019-06-04",
    ] {
        let expected = format!(
            "moment {text:?} is not written as a day (2019-06-04), or as a day and a time (2019-06-04 14:30)"
        );
        refuses(text.parse::<Moment>(), &expected);
        no_json::<Moment>(&format!("{text:?}"), &expected);
    }
    for text in ["2019-02-29", "2019-13-01 10:00", "2019-06-31"] {
        refuses(text.parse::<Moment>(), &format!("moment {text:?} is not on a day of the calendar"));
    }
    refuses("2019-06-04 24:00".parse::<Moment>(), "time 24:00 is outside 00:00 to 23:59");
    refuses(Moment::at(day("2019-06-04"), 12, 60), "time 12:60 is outside 00:00 to 23:59");
    refuses(Moment::at(day("2019-06-04"), u32::MAX, 0), "time 4294967295:00 is outside 00:00 to 23:59");
    no_json::<Moment>(
        "20190604",
        "invalid type: integer `20190604`, expected a moment written as text, such as \"2019-06-04\" or \
         \"2019-06-04 14:30\"",
    );
    // What could not be read is not written.
    let far = Moment::on(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap());
    refuses(
        serde_json::to_string(&far),
        "the year of +10000-01-01 has not four digits, so it cannot be written",
    );
}

#[test]
fn words() {
    spelt("statutory-guidance", LegalStatus::StatutoryGuidance, "Statutory guidance");
    spelt("none", LegalStatus::NoStatus, "No legal status");
    spelt("H", Certainty::High, "High");
    refuses(
        "law".parse::<LegalStatus>(),
        "legal status \"law\" is not one of statute, regulation, statutory_guidance, \
         national_minimum_standards, framework, direction, local, none",
    );
    refuses("sure".parse::<Certainty>(), "certainty \"sure\" is not one of high, medium, low");
}

#[test]
fn standards_that_cannot_be() {
    for (limit, word) in [
        (Limit::SchoolTerm, "each school term"),
        (Limit::AsDirected, "as directed"),
        (Limit::Local, "set locally"),
        (Limit::Unlimited, "no limit"),
    ] {
        let expected =
            format!("T40: a local limit is a number with its unit, such as 20 working days, not {word:?}");
        refuses(Standard::local(timescale("T40"), limit), &expected);
        no_json::<Standard>(&format!(r#"{{"timescale":"T40","local_limit":{word:?}}}"#), &expected);
    }
    refuses(Standard::extended(timescale("T22")), "T22 has no extension");
    no_json::<Standard>(r#"{"timescale":"T22","extended":true}"#, "T22 has no extension");
    no_json::<Standard>(
        r#"{"timescale":"T57","extended":true,"local_limit":"5 days"}"#,
        "T57: a standard is extended or has a local limit, not both",
    );
    let error = serde_json::from_str::<Standard>(r#"{"timescale":"T34"}"#).unwrap_err().to_string();
    assert!(error.starts_with(r#"timescale "T34" is not one of T01, T02, "#), "{error}");
    assert!(error.contains("T33, T34a, T34b, T35a"), "{error}");
    no_json::<Standard>(
        r#"{"timescale":22}"#,
        "invalid type: integer `22`, expected the id of a timescale, such as \"T22\"",
    );
    no_json::<Standard>(
        r#"{"timescale":"T22","limit":"5 days"}"#,
        "unknown field `limit`, expected one of `timescale`, `extended`, `local_limit`",
    );
    no_json::<Standard>(
        r#"["T22"]"#,
        "invalid type: sequence, expected a standard: an object with timescale",
    );
    no_json::<Standard>("{}", "missing field `timescale`");
}

#[test]
fn events_that_cannot_be() {
    let none = |standard| TimedEvents::new(standard, []);
    refuses(none(national("T07")), "T07 has no national limit: give the authority's own");
    refuses(none(national("T09")), "T09 has no limit of its own, so that nothing falls due");
    refuses(
        none(national("T40")),
        "T40 is counted in school terms, whose dates are not known here: give a limit of your own",
    );
    refuses(none(national("T73")), "T73 is due on the day that the direction names, which no limit gives");
    no_json::<TimedEvents>(
        r#"{"standard":{"timescale":"T08"},"events":[]}"#,
        "T08 has no national limit: give the authority's own",
    );
    let start = "events[1]: T10 is counted in hours, so that the start 2019-06-04 needs a time of day";
    let hours = |event| TimedEvents::new(national("T10"), [open("2019-06-04 14:30"), event]);
    refuses(hours(open("2019-06-04")), start);
    no_json::<TimedEvents>(
        r#"{"standard":{"timescale":"T10"},"events":[{"started":"2019-06-04 14:30"},{"started":"2019-06-04"}]}"#,
        start,
    );
    refuses(
        hours(stopped("2019-06-04 14:30", "2019-06-07")),
        "events[1]: T10 ends at 2019-06-07 14:30, so that the stop 2019-06-07 needs a time of day",
    );
    assert!(hours(stopped("2019-06-04 14:30", "2019-06-06")).is_ok());
    // By the day, no time is needed.
    assert!(TimedEvents::new(national("T22"), [stopped("2019-06-04 14:30", "2019-06-04")]).is_ok());
    let empty = "a text is needed that says something, not an empty one";
    refuses(set(national("T22"), []).with_start_taken_from(" "), empty);
    no_json::<TimedEvents>(r#"{"standard":{"timescale":"T22"},"events":[],"start_taken_from":""}"#, empty);
}

#[test]
fn documents_that_say_more_or_less() {
    no_json::<TimedEvents>(
        r#"{"standard":{"timescale":"T22"},"events":[],"as_of":"2019-06-04"}"#,
        "unknown field `as_of`, expected one of `standard`, `events`, `start_taken_from`, `presented_as`, \
         `stated`",
    );
    no_json::<TimedEvents>(r#"{"standard":{"timescale":"T22"}}"#, "missing field `events`");
    no_json::<TimedEvents>(
        "[]",
        "invalid type: sequence, expected timed events: an object with standard and events",
    );
    no_json::<TimedEvent>(
        r#"{"started":"2019-06-04","due":"2019-07-02"}"#,
        "unknown field `due`, expected one of `started`, `stopped`, `recorded_due`, `previous_due`, \
         `limit_changes_on`",
    );
    no_json::<TimedEvent>("{}", "missing field `started`");
    no_json::<TimedEvent>(
        r#"["2019-06-04"]"#,
        "invalid type: sequence, expected a timed event: an object with started",
    );
    no_json::<TimedEvent>(
        r#"{"started":"2019-06-04","recorded_due":"2019-07-02 10:00"}"#,
        "day \"2019-07-02 10:00\" is not written as year, month and day (2019-06-04)",
    );
    no_json::<StatedTimeliness>(
        r#"{"period":"2019-07","rate":"95"}"#,
        "unknown field `rate`, expected one of `period`, `in_time`, `due`, `percent`",
    );
    no_json::<StatedTimeliness>("{}", "missing field `period`");
    no_json::<StatedTimeliness>(
        r#"["2019-07"]"#,
        "invalid type: sequence, expected stated timeliness: an object with period",
    );
    no_json::<StatedTimeliness>(
        r#"{"period":"2019-07","due":-1}"#,
        "invalid value: integer `-1`, expected u32",
    );
    // A rate as a document stands in a series.
    let series = |counts: &str| {
        format!(
            r#"{{"indicator":"timeliness_rate","observations":[{{"period":"2019-07","value":"{counts}"}}]}}"#
        )
    };
    no_json::<Series>(
        &series("3 / 2"),
        "observations[0].value: timeliness_rate is not defined: it is a share of a whole, and 3 is above 2",
    );
    no_json::<Series>(
        &series("0 / 0"),
        "observations[0].value: timeliness_rate is not defined: the denominator is 0",
    );
}

/// What is stated is a figure in per cent, by hand as in a document.
#[test]
fn percentages_that_are_none() {
    let refused = |percent: &str, expected: &str| {
        refuses(StatedTimeliness::new(period("2019-07")).with_percent(percent), expected);
        no_json::<StatedTimeliness>(&format!(r#"{{"period":"2019-07","percent":"{percent}"}}"#), expected);
    };
    refused(
        "19 of 20",
        "figure \"19 of 20\" is neither a symbol such as [c] nor digits, optionally a point and up to 6 more \
         digits (as in \"18.5\" or \"18.5%\"), with or without one of the words exactly, over, at least, around, \
         under, at most before it",
    );
    refused("95pp", "percentage \"95pp\" is in percentage points, not in per cent");
    refused("under 0%", "figure \"under 0%\" allows no value from 0 to 100000000000000");
    refused("-5%", "percentage -5 is below 0");
    no_json::<StatedTimeliness>(
        r#"{"period":"2019-07","percent":95}"#,
        "invalid type: integer `95`, expected a text such as \"18.5%\", \"over 90%\" or \"[c]\": a figure is \
         written as text, because a bare number may lose digits on its way through binary floating point",
    );
}
