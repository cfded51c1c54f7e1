//! How often something is to happen: its texts, what is none, and when the next one is.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

use childrens_services::{
    Cadence,
    chrono::{Days, Months, NaiveDate},
};
use serde_json::json;
use std::collections::HashSet;

#[track_caller]
fn every(text: &str) -> Cadence {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

#[track_caller]
fn follows(cadence: &str, after: &str, expected: &str) {
    assert_eq!(every(cadence).next_after(day(after)), Some(day(expected)));
}

/// Refused as text and in JSON, in the same words.
#[track_caller]
fn refuses(text: &str, shown: &str) {
    let expected = format!(
        "cadence {shown:?} is not written as every week, every 4 weeks, every month or every 3 months (1 to 99)"
    );
    assert_eq!(text.parse::<Cadence>().unwrap_err().to_string(), expected);
    assert_eq!(serde_json::from_value::<Cadence>(json!(text)).unwrap_err().to_string(), expected);
}

/// The text of each: 1 to 99 weeks and months.
fn texts() -> impl Iterator<Item = String> {
    ["week", "month"].into_iter().flat_map(|unit| {
        (1..=99).map(move |count| match count {
            1 => format!("every {unit}"),
            _ => format!("every {count} {unit}s"),
        })
    })
}

#[test]
fn each_reads_as_it_is_written() {
    let mut seen = HashSet::new();
    for text in texts() {
        let cadence = every(&text);
        assert_eq!(cadence.to_string(), text);
        assert_eq!(serde_json::to_value(cadence).unwrap(), json!(text));
        assert_eq!(serde_json::from_value::<Cadence>(json!(text)).unwrap(), cadence);
        assert_eq!(serde_json::from_str::<Cadence>(&json!(text).to_string()).unwrap(), cadence);
        seen.insert(cadence);
    }
    assert_eq!(seen.len(), 198);
    assert_eq!(format!("[{:>14}]", every("every 4 weeks")), "[ every 4 weeks]");
    assert_eq!(format!("[{:-<14}]", every("every 4 weeks")), "[every 4 weeks-]");
}

#[test]
fn what_is_no_cadence() {
    for text in [
        "",
        "every",
        "every ",
        "every  week",
        "week",
        "monthly",
        "Every week",
        "every Week",
        "every week ",
        " every week",
        "every weeks",
        "every months",
        "every 1 week",
        "every 1 weeks",
        "every one week",
        "every 0 weeks",
        "every 00 weeks",
        "every 04 weeks",
        "every 4 week",
        "every 4  weeks",
        "every 4weeks",
        "every 100 weeks",
        "every 256 weeks",
        "every +4 weeks",
        "every -4 weeks",
        "every 4.0 weeks",
        "every ٤ weeks",
        "every 4 days",
        "every year",
        "every 4 weekss",
        "every 4 s",
        "every s",
        "every 4 ",
        "every 4 weeks and a day",
        "every\u{a0}week",
        "every 4 months\n",
    ] {
        refuses(text, text);
    }
    let long = "x".repeat(100);
    refuses(&long, &format!("{}…", "x".repeat(60)));
    let expected = r#"expected a cadence written as text, such as "every 4 weeks""#;
    for (given, what) in [(json!(4), "integer `4`"), (json!(null), "null"), (json!({"weeks": 4}), "map")] {
        let message = serde_json::from_value::<Cadence>(given).unwrap_err().to_string();
        assert_eq!(message, format!("invalid type: {what}, {expected}"));
    }
}

#[test]
fn weeks_are_seven_days() {
    follows("every week", "2019-12-28", "2020-01-04");
    follows("every 4 weeks", "2019-08-06", "2019-09-03");
    follows("every 4 weeks", "2020-02-01", "2020-02-29");
    follows("every 52 weeks", "2019-01-01", "2019-12-31");
    follows("every 99 weeks", "2019-01-01", "2020-11-24");
}

#[test]
fn months_end_where_they_end() {
    follows("every month", "2019-01-30", "2019-02-28");
    follows("every month", "2019-01-31", "2019-02-28");
    follows("every month", "2020-01-31", "2020-02-29");
    // From a short month the next is no longer at the end.
    follows("every month", "2019-02-28", "2019-03-28");
    follows("every month", "2019-12-31", "2020-01-31");
    follows("every 3 months", "2019-11-30", "2020-02-29");
    follows("every 3 months", "2019-05-08", "2019-08-08");
    follows("every 12 months", "2020-02-29", "2021-02-28");
    follows("every 99 months", "2019-01-31", "2027-04-30");
}

/// Each cadence over the days of four years, against the calendar itself.
#[test]
fn each_is_what_it_says() {
    let first = day("2019-01-01");
    for text in texts() {
        let cadence = every(&text);
        let count = text.split(' ').nth(1).and_then(|count| count.parse().ok()).unwrap_or(1);
        for on in (0..1_461).step_by(13).map(|days| first + Days::new(days)) {
            let next = if text.contains("week") {
                on + Days::new(7 * u64::from(count))
            } else {
                on + Months::new(count)
            };
            assert_eq!(cadence.next_after(on), Some(next), "{text} after {on}");
        }
    }
}

/// Where the calendar ends there is no next one.
#[test]
fn the_last_date_of_the_calendar() {
    for text in texts() {
        assert_eq!(every(&text).next_after(NaiveDate::MAX), None, "{text}");
        assert!(every(&text).next_after(NaiveDate::MIN).is_some(), "{text}");
    }
    let last_but = |days| NaiveDate::MAX - Days::new(days);
    assert_eq!(every("every week").next_after(last_but(7)), Some(NaiveDate::MAX));
    assert_eq!(every("every week").next_after(last_but(6)), None);
    assert_eq!(every("every month").next_after(last_but(31)), Some(last_but(1)));
    assert_eq!(every("every month").next_after(last_but(30)), None);
}
