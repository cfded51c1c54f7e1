//! Working days, bank holidays and dates that are known to the month or the year: published facts, every
//! refusal, laws, and every list of bank holidays in the reference data.
//!
//! Of the reference data the tests read `england_bank_holidays*.csv`, in whichever folder inside it and however
//! many there are; without such a file they say so and pass.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

mod support;

use childrens_services::{
    BankHoliday, PartialDate, WorkingDays,
    calendar::bank_holidays,
    chrono::{Datelike, Days, NaiveDate, Weekday},
};
use proptest::{collection::vec, option, prelude::*, test_runner::FileFailurePersistence};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{Debug, Display},
    fs, iter,
    path::{Path, PathBuf},
};
use support::{folder, say};

// Helpers.

#[track_caller]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

#[track_caller]
fn date(text: &str) -> PartialDate {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

const ENGLAND: WorkingDays = WorkingDays::england();

/// With the rules alone up to a year.
#[track_caller]
fn rules_to(year: i32) -> WorkingDays {
    ENGLAND.with_rules_alone_to(year).unwrap_or_else(|error| panic!("{error}"))
}

/// With a day proclaimed.
#[track_caller]
fn proclaiming(days: WorkingDays, text: &str) -> WorkingDays {
    days.with_proclaimed(day(text)).unwrap_or_else(|error| panic!("{error}"))
}

/// The day that is so many working days after a start, and the way back.
#[track_caller]
fn lands(start: &str, working_days: u32, result: &str) {
    assert_eq!(ENGLAND.add(day(start), working_days), Ok(day(result)));
    assert_eq!(ENGLAND.count(day(start), day(result)), Ok(working_days));
}

#[track_caller]
fn is_worked(text: &str, worked: bool) {
    assert_eq!(ENGLAND.is_working_day(day(text)), Ok(worked), "{text}");
}

/// The holidays of a year, each as a line of its day and its title.
#[track_caller]
fn holidays_are(year: i32, expected: &[&str]) {
    let line = |holiday: BankHoliday| format!("{} {}", holiday.date(), holiday.title());
    let holidays = bank_holidays(year).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(holidays.into_iter().map(line).collect::<Vec<_>>(), expected);
}

#[track_caller]
fn refuses<T: Debug, E: Display>(refused: Result<T, E>, expected: &str) {
    let message = refused.map(|value| panic!("{value:?} was not refused"));
    assert_eq!(message.unwrap_or_else(|error: E| error.to_string()), expected);
}

/// From JSON, less the place in the document that `serde_json` adds.
#[track_caller]
fn json<T: DeserializeOwned + Debug>(document: &str, expected: &str) {
    let message = |error: serde_json::Error| error.to_string().split(" at line ").next().map(str::to_owned);
    refuses(serde_json::from_str::<T>(document).map_err(|error| message(error).unwrap()), expected);
}

/// A date from text and from the same text in JSON, which speak one grammar.
#[track_caller]
fn no_date(text: &str, expected: &str) {
    refuses(text.parse::<PartialDate>(), expected);
    json::<PartialDate>(&Value::from(text).to_string(), expected);
}

/// A value after the wire and back.
#[track_caller]
fn over_the_wire<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let json = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// Each day from one to another, both included.
fn each_day(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |&day| day <= to)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

// Published facts.

/// Deadlines of published inspections and the days around each holiday of one year only; worked by hand
/// against the bank holidays that GOV.UK publishes.
#[test]
fn known_deadlines() {
    lands("2019-05-08", 70, "2019-08-15");
    lands("2019-05-08", 20, "2019-06-06");
    lands("2019-05-08", 30, "2019-06-20");
    lands("2011-04-21", 5, "2011-05-04");
    lands("1999-12-30", 1, "2000-01-04");
    lands("2002-05-31", 1, "2002-06-05");
    lands("2012-06-01", 1, "2012-06-06");
    lands("2020-05-01", 1, "2020-05-04");
    lands("2020-05-07", 1, "2020-05-11");
    lands("2021-12-24", 1, "2021-12-29");
    lands("2022-05-30", 3, "2022-06-06");
    lands("2022-09-16", 1, "2022-09-20");
    lands("2022-12-23", 1, "2022-12-28");
    lands("2023-05-05", 1, "2023-05-09");
    lands("2016-11-28", 70, "2017-03-09");
    lands("2018-08-10", 20, "2018-09-10");
    lands("2022-09-21", 70, "2022-12-30");
}

/// West Sussex: the report was published on 8 May 2019, the plan adopted on 6 August. One bank holiday lies
/// between, Monday 27 May. Source: West Sussex County Council, progress report to members, autumn 2019.
#[test]
fn seventy_working_days_from_8_may_2019() {
    assert_eq!(day("2019-05-08").weekday(), Weekday::Wed);
    is_worked("2019-05-27", false);
    lands("2019-05-08", 70, "2019-08-15");
    assert_eq!(day("2019-08-15").weekday(), Weekday::Thu);
    // The plan was adopted with seven working days left.
    lands("2019-05-08", 63, "2019-08-06");
    assert_eq!(ENGLAND.count(day("2019-08-06"), day("2019-08-15")), Ok(7));
    // Had the report been received on 30 April, with the early May bank holiday still to come:
    lands("2019-04-30", 70, "2019-08-08");
    // Counting 8 May as the first day would give 14 August, and so would forgetting the holiday.
    lands("2019-05-08", 69, "2019-08-14");
    lands("2019-05-07", 70, "2019-08-14");
}

/// Kirklees was published on a Friday and counted from the Monday on which the report was received. Source:
/// Kirklees Council, cabinet decision on the improvement plan, due 9 March 2017.
#[test]
fn kirklees_counted_from_receipt() {
    assert_eq!(day("2016-11-25").weekday(), Weekday::Fri);
    lands("2016-11-25", 70, "2017-03-08");
    lands("2016-11-28", 70, "2017-03-09");
}

/// Source: royal proclamations under the Banking and Financial Dealings Act 1971, in the London Gazette.
#[test]
fn holidays_that_were_moved_for_one_year() {
    for (from, to) in [
        ("1995-05-01", "1995-05-08"),
        ("2002-05-27", "2002-06-04"),
        ("2012-05-28", "2012-06-04"),
        ("2020-05-04", "2020-05-08"),
        ("2022-05-30", "2022-06-02"),
    ] {
        is_worked(from, true);
        is_worked(to, false);
    }
}

/// Source: royal proclamations under the Banking and Financial Dealings Act 1971, in the London Gazette.
#[test]
fn holidays_of_one_year_only() {
    for (year, extra, title) in [
        (1999, "1999-12-31", "Millennium bank holiday"),
        (2002, "2002-06-03", "Golden Jubilee bank holiday"),
        (2011, "2011-04-29", "Royal wedding bank holiday"),
        (2012, "2012-06-05", "Diamond Jubilee bank holiday"),
        (2022, "2022-06-03", "Platinum Jubilee bank holiday"),
        (2022, "2022-09-19", "Bank holiday for the State Funeral of Queen Elizabeth II"),
        (2023, "2023-05-08", "Bank holiday for the coronation of King Charles III"),
    ] {
        is_worked(extra, false);
        let holidays = bank_holidays(year).unwrap();
        let named = |holiday: &&BankHoliday| holiday.title() == title;
        assert_eq!(holidays.iter().find(named).map(|holiday| holiday.date()), Some(day(extra)));
    }
    // Eight a year by rule; only these years have more, and none has fewer.
    for year in WorkingDays::FIRST_YEAR..=WorkingDays::LAST_YEAR {
        let expected = match year {
            1999 | 2002 | 2011 | 2012 | 2023 => 9,
            2022 => 10,
            _ => 8,
        };
        assert_eq!(bank_holidays(year).unwrap().len(), expected, "{year}");
    }
}

/// 33 years of eight, and the seven of one year only.
#[test]
fn weekdays_not_worked_from_1995_to_2027() {
    let not_worked: Vec<_> = each_day(day("1995-01-01"), day("2027-12-31"))
        .filter(|&day| !is_weekend(day) && ENGLAND.is_working_day(day) == Ok(false))
        .collect();
    assert_eq!(not_worked.len(), 271);
    let listed: Vec<_> =
        (1995..=2027).flat_map(|year| bank_holidays(year).unwrap()).map(BankHoliday::date).collect();
    assert_eq!(listed, not_worked);
}

/// Source: GOV.UK, "UK bank holidays", England and Wales, and its archive.
#[test]
fn holidays_with_substitute_days() {
    holidays_are(
        1998,
        &[
            "1998-01-01 New Year's Day",
            "1998-04-10 Good Friday",
            "1998-04-13 Easter Monday",
            "1998-05-04 Early May bank holiday",
            "1998-05-25 Spring bank holiday",
            "1998-08-31 Summer bank holiday",
            "1998-12-25 Christmas Day",
            "1998-12-28 Boxing Day (substitute day)",
        ],
    );
    holidays_are(
        2004,
        &[
            "2004-01-01 New Year's Day",
            "2004-04-09 Good Friday",
            "2004-04-12 Easter Monday",
            "2004-05-03 Early May bank holiday",
            "2004-05-31 Spring bank holiday",
            "2004-08-30 Summer bank holiday",
            "2004-12-27 Christmas Day (substitute day)",
            "2004-12-28 Boxing Day (substitute day)",
        ],
    );
    holidays_are(
        2010,
        &[
            "2010-01-01 New Year's Day",
            "2010-04-02 Good Friday",
            "2010-04-05 Easter Monday",
            "2010-05-03 Early May bank holiday",
            "2010-05-31 Spring bank holiday",
            "2010-08-30 Summer bank holiday",
            "2010-12-27 Christmas Day (substitute day)",
            "2010-12-28 Boxing Day (substitute day)",
        ],
    );
    holidays_are(
        2015,
        &[
            "2015-01-01 New Year's Day",
            "2015-04-03 Good Friday",
            "2015-04-06 Easter Monday",
            "2015-05-04 Early May bank holiday",
            "2015-05-25 Spring bank holiday",
            "2015-08-31 Summer bank holiday",
            "2015-12-25 Christmas Day",
            "2015-12-28 Boxing Day (substitute day)",
        ],
    );
    holidays_are(
        2016,
        &[
            "2016-01-01 New Year's Day",
            "2016-03-25 Good Friday",
            "2016-03-28 Easter Monday",
            "2016-05-02 Early May bank holiday",
            "2016-05-30 Spring bank holiday",
            "2016-08-29 Summer bank holiday",
            "2016-12-26 Boxing Day",
            "2016-12-27 Christmas Day (substitute day)",
        ],
    );
    holidays_are(
        2021,
        &[
            "2021-01-01 New Year's Day",
            "2021-04-02 Good Friday",
            "2021-04-05 Easter Monday",
            "2021-05-03 Early May bank holiday",
            "2021-05-31 Spring bank holiday",
            "2021-08-30 Summer bank holiday",
            "2021-12-27 Christmas Day (substitute day)",
            "2021-12-28 Boxing Day (substitute day)",
        ],
    );
}

/// Source: GOV.UK, "UK bank holidays", England and Wales, and its archive.
#[test]
fn holidays_of_years_with_a_change() {
    holidays_are(
        2011,
        &[
            "2011-01-03 New Year's Day (substitute day)",
            "2011-04-22 Good Friday",
            "2011-04-25 Easter Monday",
            "2011-04-29 Royal wedding bank holiday",
            "2011-05-02 Early May bank holiday",
            "2011-05-30 Spring bank holiday",
            "2011-08-29 Summer bank holiday",
            "2011-12-26 Boxing Day",
            "2011-12-27 Christmas Day (substitute day)",
        ],
    );
    holidays_are(
        2020,
        &[
            "2020-01-01 New Year's Day",
            "2020-04-10 Good Friday",
            "2020-04-13 Easter Monday",
            "2020-05-08 Early May bank holiday",
            "2020-05-25 Spring bank holiday",
            "2020-08-31 Summer bank holiday",
            "2020-12-25 Christmas Day",
            "2020-12-28 Boxing Day (substitute day)",
        ],
    );
    holidays_are(
        2022,
        &[
            "2022-01-03 New Year's Day (substitute day)",
            "2022-04-15 Good Friday",
            "2022-04-18 Easter Monday",
            "2022-05-02 Early May bank holiday",
            "2022-06-02 Spring bank holiday",
            "2022-06-03 Platinum Jubilee bank holiday",
            "2022-08-29 Summer bank holiday",
            "2022-09-19 Bank holiday for the State Funeral of Queen Elizabeth II",
            "2022-12-26 Boxing Day",
            "2022-12-27 Christmas Day (substitute day)",
        ],
    );
    holidays_are(
        2023,
        &[
            "2023-01-02 New Year's Day (substitute day)",
            "2023-04-07 Good Friday",
            "2023-04-10 Easter Monday",
            "2023-05-01 Early May bank holiday",
            "2023-05-08 Bank holiday for the coronation of King Charles III",
            "2023-05-29 Spring bank holiday",
            "2023-08-28 Summer bank holiday",
            "2023-12-25 Christmas Day",
            "2023-12-26 Boxing Day",
        ],
    );
}

/// The Anonymous Gregorian algorithm (Nature, 20 April 1876), which is not the one of the crate.
fn easter_sunday(year: u32) -> NaiveDate {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let correction = (golden + 11 * moon + 22 * weekday) / 451;
    let months = moon + weekday + 114 - 7 * correction;
    NaiveDate::from_ymd_opt(year.cast_signed(), months / 31, months % 31 + 1).unwrap()
}

/// In 2049 and 2076, and 2106 and 2133 after them, the moon's exceptions decide; 2038 is the latest there is.
#[test]
fn easter_of_every_year() {
    for (year, easter) in [
        (1999, "1999-04-04"),
        (2008, "2008-03-23"),
        (2019, "2019-04-21"),
        (2038, "2038-04-25"),
        (2049, "2049-04-18"),
        (2076, "2076-04-19"),
    ] {
        assert_eq!(easter_sunday(year), day(easter));
    }
    let days = rules_to(2199);
    for year in 1995..=2199_u32 {
        let easter = easter_sunday(year);
        let worked = |day| days.is_working_day(day).unwrap();
        assert!(!worked(easter - Days::new(2)) && !worked(easter + Days::new(1)), "{year}");
        // Only Good Friday, Easter Monday and the wedding of 2011 are near.
        let around = each_day(easter - Days::new(13), easter + Days::new(7));
        assert_eq!(around.filter(|&day| worked(day)).count(), if year == 2011 { 12 } else { 13 }, "{year}");
    }
}

#[test]
fn years_by_rule_have_eight_holidays_and_no_surprise() {
    let days = rules_to(2199);
    assert_eq!((ENGLAND.last_year(), days.last_year()), (2027, 2199));
    for year in 2028..=2199 {
        let (first, last) =
            (NaiveDate::from_ymd_opt(year, 1, 1).unwrap(), NaiveDate::from_ymd_opt(year, 12, 31));
        let not_worked = each_day(first, last.unwrap())
            .filter(|&day| !is_weekend(day) && !days.is_working_day(day).unwrap());
        assert_eq!(not_worked.count(), 8, "{year}");
    }
    // In steps or at once is the same, and the years already known can be asked for again.
    assert_eq!(rules_to(2030).with_rules_alone_to(2199), Ok(days.clone()));
    assert_eq!(days.clone().with_rules_alone_to(2199), Ok(days));
    assert_eq!(ENGLAND.with_rules_alone_to(2027), Ok(ENGLAND));
}

#[test]
fn no_days_at_all_is_the_start_itself() {
    // A Saturday and Christmas Day: day 0 need not be worked.
    for start in ["2019-05-11", "2019-12-25", "2019-05-08"] {
        lands(start, 0, start);
    }
    assert_eq!(ENGLAND.next_working_day(day("2019-05-11")), Ok(day("2019-05-13")));
    assert_eq!(ENGLAND.next_working_day(day("2019-12-24")), Ok(day("2019-12-27")));
}

/// The proclaimed days are invented.
#[test]
fn proclaimed_days() {
    let one = proclaiming(ENGLAND, "2026-06-15");
    assert_eq!(one.is_working_day(day("2026-06-15")), Ok(false));
    assert_eq!(one.add(day("2026-06-12"), 1), Ok(day("2026-06-16")));
    assert_eq!(one.count(day("2026-06-12"), day("2026-06-16")), Ok(1));
    let two = proclaiming(one, "2026-02-02");
    assert_eq!(two.proclaimed(), [day("2026-02-02"), day("2026-06-15")]);
    // What is not worked anyway, or is proclaimed already, changes nothing.
    for again in ["2026-06-15", "2026-06-14", "2026-12-25", "2026-08-31"] {
        assert_eq!(proclaiming(two.clone(), again), two, "{again}");
    }
    // In years by rule alone as well.
    let later = proclaiming(rules_to(2030), "2030-06-03");
    assert_eq!(later.add(day("2030-05-31"), 1), Ok(day("2030-06-04")));
}

// Refusals.

#[test]
fn years_whose_holidays_are_not_known() {
    let years = "the years whose bank holidays are known";
    refuses(bank_holidays(1994), &format!("1994 is outside 1995 to 2027, {years}"));
    refuses(bank_holidays(2028), &format!("2028 is outside 1995 to 2027, {years}"));
    refuses(bank_holidays(i32::MIN), &format!("-2147483648 is outside 1995 to 2027, {years}"));
    assert!(bank_holidays(1995).is_ok() && bank_holidays(2027).is_ok());

    let (before, after) = (day("1994-12-31"), day("2028-01-01"));
    let (first, last) = (day("1995-01-01"), day("2027-12-31"));
    let too_early = format!("1994-12-31 is outside 1995 to 2027, {years}");
    let too_late = format!("2028-01-01 is outside 1995 to 2027, {years}");
    refuses(ENGLAND.is_working_day(before), &too_early);
    refuses(ENGLAND.is_working_day(after), &too_late);
    refuses(ENGLAND.add(before, 1), &too_early);
    refuses(ENGLAND.add(after, 0), &too_late);
    refuses(ENGLAND.next_working_day(after), &too_late);
    refuses(ENGLAND.count(before, first), &too_early);
    refuses(ENGLAND.count(last, after), &too_late);
    refuses(ENGLAND.with_proclaimed(before), &too_early);
    refuses(ENGLAND.with_proclaimed(after), &too_late);
    assert_eq!((ENGLAND.is_working_day(first), ENGLAND.is_working_day(last)), (Ok(false), Ok(true)));

    let longer = rules_to(2030);
    assert_eq!(longer.is_working_day(after), Ok(false));
    let too_late = format!("2031-01-01 is outside 1995 to 2030, {years}");
    refuses(longer.is_working_day(day("2031-01-01")), &too_late);
    refuses(longer.with_proclaimed(day("2031-01-01")), &too_late);
}

#[test]
fn results_after_the_last_year() {
    let last = day("2027-12-31");
    let beyond = "the last year whose bank holidays are known";
    refuses(ENGLAND.add(last, 1), &format!("1 working day after 2027-12-31 is after 2027, {beyond}"));
    refuses(
        ENGLAND.next_working_day(last),
        &format!("1 working day after 2027-12-31 is after 2027, {beyond}"),
    );
    refuses(
        ENGLAND.add(day("1995-01-01"), u32::MAX),
        &format!("4294967295 working days after 1995-01-01 is after 2027, {beyond}"),
    );
    refuses(
        rules_to(2030).add(day("2030-12-01"), 70),
        &format!("70 working days after 2030-12-01 is after 2030, {beyond}"),
    );
    // The last working day can still be reached, and a day's holiday more puts it out of reach.
    assert_eq!(ENGLAND.add(day("2027-12-30"), 1), Ok(last));
    refuses(
        proclaiming(ENGLAND, "2027-12-31").add(day("2027-12-30"), 1),
        &format!("1 working day after 2027-12-30 is after 2027, {beyond}"),
    );
}

#[test]
fn an_end_before_the_start() {
    refuses(
        ENGLAND.count(day("2019-05-08"), day("2019-05-07")),
        "the end 2019-05-07 is before the start 2019-05-08",
    );
    assert_eq!(ENGLAND.count(day("2019-05-08"), day("2019-05-08")), Ok(0));
}

#[test]
fn rules_alone_out_of_reach() {
    refuses(ENGLAND.with_rules_alone_to(2026), "the rules alone reach a year from 2027 to 2199, not 2026");
    refuses(ENGLAND.with_rules_alone_to(2200), "the rules alone reach a year from 2027 to 2199, not 2200");
    refuses(
        rules_to(2030).with_rules_alone_to(2029),
        "the rules alone reach a year from 2030 to 2199, not 2029",
    );
}

#[test]
fn an_error_says_whether_the_years_are_at_fault() {
    let outside = [
        bank_holidays(1994).err(),
        ENGLAND.is_working_day(day("2028-01-01")).err(),
        ENGLAND.add(day("2027-12-31"), 1).err(),
        ENGLAND.with_proclaimed(day("2028-01-01")).err(),
    ];
    assert_eq!(outside.map(|error| error.map(|error| error.is_outside_years())), [Some(true); 4]);
    let other = ENGLAND.count(day("2019-05-08"), day("2019-05-07"));
    assert_eq!(other.err().map(|error| error.is_outside_years()), Some(false));
}

#[test]
fn texts_that_are_no_date() {
    for text in [
        "2019/20",
        "2019-2",
        "2019-02-3",
        "19-02-03",
        "",
        " 2019",
        "2019-",
        "-2019",
        "2019-02-03-04",
        "2019-Q1",
        "2019 Q1",
        "2019-02-03T00:00",
        "+2019",
        "٢٠١٩",
        "year to 30 September 2019",
        "unknown",
    ] {
        no_date(
            text,
            &format!(
                "date {text:?} is not written as a day (2019-06-04), a month (2019-06) or a year (2019)"
            ),
        );
    }
    // However long, the message is short.
    no_date(
        &"9".repeat(1000),
        &format!(
            "date \"{}…\" is not written as a day (2019-06-04), a month (2019-06) or a year (2019)",
            "9".repeat(60)
        ),
    );
    no_date("2019-02-29", r#"date "2019-02-29" is not a day of the calendar"#);
    no_date("2019-13-01", r#"date "2019-13-01" is not a day of the calendar"#);
    no_date("2019-00-01", r#"date "2019-00-01" is not a day of the calendar"#);
    no_date("2019-13", r#"date "2019-13": month 13 is outside 1 to 12"#);
    no_date("2019-00", r#"date "2019-00": month 0 is outside 1 to 12"#);
    no_date("1899", r#"date "1899": year 1899 is outside 1900 to 2199"#);
    no_date("2200-01", r#"date "2200-01": year 2200 is outside 1900 to 2199"#);
    no_date("1899-12-31", r#"date "1899-12-31": year 1899 is outside 1900 to 2199"#);
    no_date("0000", r#"date "0000": year 0 is outside 1900 to 2199"#);
    json::<PartialDate>(
        "2019",
        r#"invalid type: integer `2019`, expected a date written as text, such as "2019-06-04""#,
    );
    json::<PartialDate>(
        "null",
        r#"invalid type: null, expected a date written as text, such as "2019-06-04""#,
    );
}

#[test]
fn numbers_that_are_no_date() {
    refuses(PartialDate::year(1899), "year 1899 is outside 1900 to 2199");
    refuses(PartialDate::year(2200), "year 2200 is outside 1900 to 2199");
    refuses(PartialDate::month(2200, 1), "year 2200 is outside 1900 to 2199");
    refuses(PartialDate::month(2019, 0), "month 0 is outside 1 to 12");
    refuses(PartialDate::month(2019, 13), "month 13 is outside 1 to 12");
    refuses(PartialDate::day(day("1899-12-31")), "year 1899 is outside 1900 to 2199");
    refuses(PartialDate::try_from(day("2200-01-01")), "year 2200 is outside 1900 to 2199");
}

#[test]
fn documents_that_are_no_working_days() {
    let expected = "working days: an object with optional rules_alone_to and proclaimed";
    let refuses = json::<WorkingDays>;
    refuses("[]", &format!("invalid type: sequence, expected {expected}"));
    refuses("[2028]", &format!("invalid type: sequence, expected {expected}"));
    refuses("null", &format!("invalid type: null, expected {expected}"));
    refuses(r#"{"holidays": []}"#, "unknown field `holidays`, expected `rules_alone_to` or `proclaimed`");
    refuses(r#"{"proclaimed": null}"#, "invalid type: null, expected a sequence");
    refuses(
        r#"{"proclaimed": [20260615]}"#,
        r#"invalid type: integer `20260615`, expected a day written as text, such as "2019-06-04""#,
    );
    refuses(
        r#"{"proclaimed": ["2026-6-15"]}"#,
        r#"day "2026-6-15" is not written as year, month and day (2019-06-04)"#,
    );
    refuses(r#"{"proclaimed": ["2026-02-30"]}"#, r#"day "2026-02-30" is not a day of the calendar"#);
    refuses(
        r#"{"proclaimed": ["2028-06-15"]}"#,
        "2028-06-15 is outside 1995 to 2027, the years whose bank holidays are known",
    );
    refuses(r#"{"rules_alone_to": 2026}"#, "the rules alone reach a year from 2027 to 2199, not 2026");
    refuses(r#"{"rules_alone_to": 2200}"#, "the rules alone reach a year from 2027 to 2199, not 2200");
    refuses(r#"{"rules_alone_to": "2028"}"#, r#"invalid type: string "2028", expected i32"#);
    refuses(r#"{"rules_alone_to": 2028, "rules_alone_to": 2029}"#, "duplicate field `rules_alone_to`");
}

// The wire, frozen.

/// The sample reads as the value, and the value is written as the sample.
#[test]
fn the_sample_of_the_wire() {
    let mut sample: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("data/working_days.json")).expect("the sample is an object");
    // The proclaimed days are invented.
    let proclaimed = proclaiming(proclaiming(rules_to(2030), "2030-06-03"), "2026-06-15");
    for (name, built) in [
        ("by the record", ENGLAND),
        ("by the rules alone to 2028", rules_to(2028)),
        ("with days proclaimed", proclaimed),
    ] {
        let part = sample.remove(name).expect("the sample has the part");
        assert_eq!(
            serde_json::from_value::<WorkingDays>(part.clone()).expect("the sample is refused"),
            built
        );
        assert_eq!(serde_json::to_value(&built).expect("the value can be written"), part);
    }
    assert_eq!(sample, BTreeMap::new());
}

#[test]
fn what_need_not_be_written() {
    let read = |document| serde_json::from_str::<WorkingDays>(document).unwrap();
    for nothing in ["{}", r#"{"rules_alone_to": null}"#, r#"{"rules_alone_to": 2027, "proclaimed": []}"#] {
        assert_eq!(read(nothing), ENGLAND, "{nothing}");
    }
    // A day that is not worked anyway is read, and not written again.
    let superfluous = read(r#"{"proclaimed": ["2026-12-25", "2026-06-15", "2026-06-15"]}"#);
    assert_eq!(serde_json::to_string(&superfluous).unwrap(), r#"{"proclaimed":["2026-06-15"]}"#);
}

// Dates known to the month or the year.

#[test]
fn dates_of_three_precisions() {
    for (text, built, first, last) in [
        ("2019-06-04", PartialDate::day(day("2019-06-04")), "2019-06-04", "2019-06-04"),
        ("2020-02", PartialDate::month(2020, 2), "2020-02-01", "2020-02-29"),
        ("2013", PartialDate::year(2013), "2013-01-01", "2013-12-31"),
    ] {
        assert_eq!(built, Ok(date(text)));
        assert_eq!((date(text).first(), date(text).last()), (day(first), day(last)));
        assert_eq!(date(text).exact(), (first == last).then(|| day(first)));
        assert_eq!(date(text).to_string(), text);
        assert_eq!(format!("[{:>12}]", date(text)), format!("[{text:>12}]"));
    }
    assert_eq!(PartialDate::try_from(day("2019-06-04")), Ok(date("2019-06-04")));
}

#[test]
fn dates_in_order() {
    let ordered =
        ["2018", "2019-01-01", "2019-11", "2019-12-30", "2019", "2019-12", "2019-12-31", "2020-01-01"];
    let mut dates: Vec<_> = ordered.iter().rev().map(|text| date(text)).collect();
    dates.sort();
    assert_eq!(dates, ordered.map(date));
}

// Laws.

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// A day of 1995 to 2031, the years on record and a few more.
fn days() -> impl Strategy<Value = NaiveDate> {
    (0..=13_500_u64).prop_map(|after| day("1995-01-01") + Days::new(after))
}

fn with_all(days: WorkingDays, proclaimed: &[NaiveDate]) -> WorkingDays {
    proclaimed
        .iter()
        .fold(days, |days, &day| days.with_proclaimed(day).unwrap_or_else(|error| panic!("{error}")))
}

/// Those of the record, and those by the rules alone to a year, with some days proclaimed.
fn calendars() -> impl Strategy<Value = WorkingDays> {
    (option::of(2027..=2040), vec(days(), 0..6)).prop_map(|(to, mut proclaimed)| {
        let days = to.map_or(ENGLAND, rules_to);
        proclaimed.retain(|day| day.year() <= days.last_year());
        with_all(days, &proclaimed)
    })
}

fn partial_dates() -> impl Strategy<Value = PartialDate> {
    // Few of each, so that many are equal or end together.
    let months = (2018..=2020, 1..=12_u32);
    prop_oneof![
        (2018..=2020).prop_map(|year| PartialDate::year(year).unwrap()),
        months.prop_map(|(year, month)| PartialDate::month(year, month).unwrap()),
        (0..1096_u64).prop_map(|after| PartialDate::day(day("2018-01-01") + Days::new(after)).unwrap()),
        (1900..=2199, 1..=12_u32).prop_map(|(year, month)| PartialDate::month(year, month).unwrap()),
    ]
}

/// Day by day; none where the years end before.
fn naive_add(days: &WorkingDays, start: NaiveDate, working_days: u32) -> Option<NaiveDate> {
    let mut day = start;
    for _ in 0..working_days {
        day = iter::successors(day.succ_opt(), NaiveDate::succ_opt)
            .find(|&day| days.is_working_day(day) != Ok(false))
            .filter(|&day| days.is_working_day(day).is_ok())?;
    }
    Some(day)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn counting_is_going_day_by_day(days in calendars(), start in days(), working_days in 0..600_u32) {
        prop_assume!(start.year() <= days.last_year());
        let result = days.add(start, working_days);
        prop_assert_eq!(result.as_ref().ok().copied(), naive_add(&days, start, working_days));
        let outside = result.err().map(|error| error.is_outside_years());
        prop_assert_ne!(outside, Some(false));
    }

    #[test]
    fn count_undoes_add(days in calendars(), start in days(), working_days in 0..3000_u32) {
        let Ok(end) = days.add(start, working_days) else { return Ok(()) };
        prop_assert!(end >= start);
        prop_assert_eq!(days.count(start, end), Ok(working_days));
        if working_days > 0 {
            prop_assert_eq!(days.is_working_day(end), Ok(true));
            prop_assert_eq!(days.count(start, end - Days::new(1)), Ok(working_days - 1));
        }
    }

    #[test]
    fn a_count_is_of_the_days_worked(days in calendars(), start in days(), length in 0..900_u64) {
        let end = start + Days::new(length);
        prop_assume!(end.year() <= days.last_year());
        let worked = each_day(start + Days::new(1), end).filter(|&day| days.is_working_day(day) == Ok(true));
        prop_assert_eq!(days.count(start, end), Ok(u32::try_from(worked.count()).unwrap()));
    }

    #[test]
    fn steps_add_up(days in calendars(), start in days(), first in 0..200_u32, second in 0..200_u32) {
        let Ok(end) = days.add(start, first + second) else { return Ok(()) };
        prop_assert_eq!(days.add(days.add(start, first).unwrap(), second), Ok(end));
    }

    #[test]
    fn the_next_working_day_is_the_first(days in calendars(), start in days()) {
        prop_assert_eq!(days.next_working_day(start), days.add(start, 1));
        let Ok(next) = days.next_working_day(start) else { return Ok(()) };
        prop_assert_eq!(days.is_working_day(next), Ok(true));
        for between in each_day(start + Days::new(1), next - Days::new(1)) {
            prop_assert_eq!(days.is_working_day(between), Ok(false));
        }
    }

    #[test]
    fn a_proclaimed_day_moves_nothing_earlier(
        days in calendars(),
        proclaimed in days(),
        start in days(),
        working_days in 0..600_u32,
    ) {
        prop_assume!(proclaimed.year() <= days.last_year());
        let with = days.clone().with_proclaimed(proclaimed).unwrap();
        prop_assert_eq!(with.is_working_day(proclaimed), Ok(false));
        match (days.add(start, working_days), with.add(start, working_days)) {
            (Ok(without), Ok(with)) => {
                let between = start < proclaimed && proclaimed <= without;
                let moves = between && days.is_working_day(proclaimed) == Ok(true);
                prop_assert_eq!(with > without, moves);
                prop_assert!(with >= without);
            }
            (Err(_), later) => prop_assert!(later.is_err()),
            (Ok(_), Err(error)) => prop_assert!(error.is_outside_years()),
        }
    }

    #[test]
    fn proclaimed_days_come_in_any_order(proclaimed in vec(days(), 0..8)) {
        let forth = with_all(rules_to(2040), &proclaimed);
        let back: Vec<_> = proclaimed.iter().copied().rev().collect();
        prop_assert_eq!(&with_all(rules_to(2040), &back), &forth);
        prop_assert!(forth.proclaimed().is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn working_days_survive_the_wire(days in calendars()) {
        prop_assert_eq!(over_the_wire(&days), days);
    }

    #[test]
    fn partial_dates_survive_the_wire_and_text(one in partial_dates()) {
        prop_assert_eq!(over_the_wire(&one), one);
        prop_assert_eq!(one.to_string().parse(), Ok(one));
    }

    #[test]
    fn partial_dates_are_ordered_by_their_end(one in partial_dates(), other in partial_dates()) {
        prop_assert!(one.first() <= one.last());
        prop_assert_eq!(one.exact().is_some(), one.first() == one.last());
        let by_end = one.last().cmp(&other.last()).then(one.first().cmp(&other.first()));
        prop_assert_eq!(one.cmp(&other), by_end);
        prop_assert_eq!(one == other, by_end.is_eq());
    }

    #[test]
    fn no_text_makes_a_date_panic(text in "[0-9-]{0,12}|\\PC{0,12}") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}

// Reference data.

/// Every `england_bank_holidays*.csv` in a folder and the folders inside it.
fn lists_of_holidays(folder: &Path) -> Vec<PathBuf> {
    let mut lists = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a file").path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            lists.extend(lists_of_holidays(&path));
        } else if name.starts_with("england_bank_holidays") && name.ends_with(".csv") {
            lists.push(path);
        }
    }
    lists.sort();
    lists
}

/// The days in the column `date`.
fn dates_of(text: &str, at: &str) -> BTreeSet<NaiveDate> {
    // Many published files open with a byte-order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap_or_else(|error| panic!("{at}: {error}")).clone();
    let column = headers.iter().position(|name| name == "date");
    let column = column.unwrap_or_else(|| panic!("{at}: there is no column date"));
    reader.records().map(|line| day(&line.unwrap_or_else(|error| panic!("{at}: {error}"))[column])).collect()
}

/// Where a list of holidays and this crate differ, from the list's first year on record to its last; and the
/// years before the record, which are left out.
fn differences(list: &BTreeSet<NaiveDate>) -> (Vec<String>, Vec<i32>) {
    let years: BTreeSet<i32> = list.iter().map(Datelike::year).collect();
    let (first, last) = (*years.first().expect("a list of days"), *years.last().expect("a list of days"));
    let days = rules_to(last.max(WorkingDays::LAST_YEAR));
    let (left_out, checked): (Vec<i32>, Vec<i32>) =
        (first..=last).partition(|&year| year < WorkingDays::FIRST_YEAR);
    let of_years = checked.iter().flat_map(|&year| {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day of every year");
        each_day(day(1, 1), day(12, 31))
    });
    // A holiday on a Saturday or a Sunday has a substitute: the day itself is not worked anyway.
    let fault =
        |day: NaiveDate| match (list.contains(&day), days.is_working_day(day).expect("a year checked")) {
            (true, true) => Some(format!("{day} is a holiday of the list, and we work")),
            (false, false) if !is_weekend(day) => {
                Some(format!("{day} is no holiday of the list, and we do not work"))
            }
            _ => None,
        };
    (of_years.filter_map(fault).collect(), left_out)
}

#[test]
fn every_list_of_bank_holidays() {
    let Some(folder) = folder("") else { return };
    let lists = lists_of_holidays(&folder);
    if lists.is_empty() {
        say(&format!("skipped: no england_bank_holidays*.csv in {}", folder.display()));
    }
    let mut faults = Vec::new();
    for path in lists {
        let at = path.display().to_string();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{at}: {error}"));
        let (found, left_out) = differences(&dates_of(&text, &at));
        if let (Some(first), Some(last)) = (left_out.first(), left_out.last()) {
            say(&format!("left out: {first} to {last} of {at}, before the years on record"));
        }
        faults.extend(found.into_iter().map(|fault| format!("{at}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Bank holidays of England in 2021, with Christmas and Boxing Day themselves, which fell on a weekend.
/// Source: GOV.UK, "UK bank holidays".
const OF_2021: &str = "title,date
New Year's Day,2021-01-01
Good Friday,2021-04-02
Easter Monday,2021-04-05
Early May bank holiday,2021-05-03
Spring bank holiday,2021-05-31
Summer bank holiday,2021-08-30
Christmas Day,2021-12-25
Boxing Day,2021-12-26
Christmas Day (substitute day),2021-12-27
Boxing Day (substitute day),2021-12-28
";

#[track_caller]
fn differs(list: &str, expected: &[&str]) {
    assert_eq!(differences(&dates_of(list, "the sample")).0, expected);
}

#[test]
fn a_difference_is_seen() {
    differs(OF_2021, &[]);
    differs(&format!("\u{feff}{OF_2021}"), &[]);
    differs(
        &OF_2021.replace("Summer bank holiday,2021-08-30\n", ""),
        &["2021-08-30 is no holiday of the list, and we do not work"],
    );
    differs(
        &format!("{OF_2021}Invented,2021-06-15\n"),
        &["2021-06-15 is a holiday of the list, and we work"],
    );
    differs(
        &OF_2021.replace("2021-05-03", "2021-05-10"),
        &[
            "2021-05-03 is no holiday of the list, and we do not work",
            "2021-05-10 is a holiday of the list, and we work",
        ],
    );
    // Between its first and its last year a list has every holiday.
    let with_gap = format!("{OF_2021}Christmas Day,2023-12-25\n");
    assert_eq!(differences(&dates_of(&with_gap, "the sample")).0.len(), 10 + 8);
}

#[test]
fn lists_beyond_the_record() {
    // By rule: New Year's Day 2028 is a Saturday.
    let of_2028 = "date
2028-01-03
2028-04-14
2028-04-17
2028-05-01
2028-05-29
2028-08-28
2028-12-25
2028-12-26
";
    differs(of_2028, &[]);
    differs(
        &of_2028.replace("2028-01-03", "2028-01-04"),
        &[
            "2028-01-03 is no holiday of the list, and we do not work",
            "2028-01-04 is a holiday of the list, and we work",
        ],
    );
    // The early May holiday of 1995 was moved; that of 1994 is not on record, right or wrong.
    let early = "date
1994-05-02
1995-01-02
1995-04-14
1995-04-17
1995-05-08
1995-05-29
1995-08-28
1995-12-25
1995-12-26
";
    assert_eq!(differences(&dates_of(early, "the sample")), (Vec::new(), vec![1994]));
}
