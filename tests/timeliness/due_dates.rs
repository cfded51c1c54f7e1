//! Due dates, worked out with a paper calendar.

use super::*;

/// Each timescale with a start and the due date. Bank holidays are named where one lies on the way.
const NATIONAL: &[(&str, &str, &str)] = &[
    ("T01", "2020-05-07", "2020-05-11"), // Friday 8 May 2020 in place of Monday 4 May
    ("T01", "2020-05-01", "2020-05-04"),
    ("T01", "1999-12-30", "2000-01-04"), // 31 December 1999 and 3 January 2000
    ("T02", "2019-11-25", "2020-01-30"), // Christmas Day, Boxing Day, New Year's Day
    ("T03", "2019-04-12", "2019-05-08"), // 19 and 22 April, 6 May
    ("T04", "2021-12-20", "2022-01-06"), // 27 and 28 December, 3 January
    ("T05", "2019-11-30", "2020-02-29"),
    ("T06", "2019-08-31", "2020-02-29"),
    ("T06", "2018-08-31", "2019-02-28"),
    ("T10", "2019-12-30 23:15", "2020-01-02 23:15"),
    ("T11", "2020-02-25", "2020-03-04"),
    ("T12", "2019-01-07", "2019-07-08"),
    ("T13", "2011-04-21", "2011-05-04"), // 22, 25 and 29 April, 2 May
    ("T14", "2022-05-16", "2022-06-08"), // 2 and 3 June
    ("T15", "2020-02-27 22:30", "2020-03-01 22:30"),
    ("T16", "2019-08-21", "2019-09-02"), // 26 August
    ("T17", "2019-12-20", "2020-01-31"),
    ("T18", "2019-12-20", "2020-03-13"),
    ("T19", "2019-05-01", "2019-06-12"),
    ("T20", "2022-09-12", "2022-09-27"), // 19 September
    ("T21", "2023-05-04", "2023-05-12"), // 8 May
    ("T22", "2019-05-08", "2019-06-06"), // 27 May
    ("T23", "2020-11-30", "2021-02-28"),
    ("T24", "2018-08-31", "2019-02-28"),
    ("T24", "2019-08-31", "2020-02-29"),
    ("T25", "2018-08-10", "2018-09-10"), // 27 August
    ("T26", "2019-08-30", "2020-02-29"),
    ("T27", "2020-02-29", "2021-02-28"),
    ("T28", "2019-12-27", "2020-01-03"),
    ("T29", "2020-01-20", "2020-03-02"),
    ("T30", "2019-01-31", "2019-04-30"),
    ("T31", "2019-01-21", "2019-03-04"),
    ("T33", "2020-02-24", "2020-03-02"),
    ("T34a", "2021-11-22", "2022-01-03"), // itself a bank holiday, which weeks do not mind
    ("T34b", "2019-02-04", "2019-03-04"),
    ("T35a", "2019-04-15", "2019-04-22"),
    ("T35b", "2019-04-22", "2019-06-03"),
    ("T36", "2014-04-16", "2014-04-25"), // 18 and 21 April
    ("T37", "2019-09-02", "2019-12-23"),
    ("T38", "2020-04-06", "2020-04-22"), // 10 and 13 April
    ("T41", "2018-11-29", "2019-02-28"),
    ("T42", "2019-12-31", "2020-06-30"),
    ("T44", "2019-05-31 00:00", "2019-06-03 00:00"),
    ("T50", "2020-02-29", "2021-02-28"),
    ("T51", "2019-02-28", "2020-02-28"),
    ("T53", "2022-12-22", "2023-01-05"), // 26 and 27 December, 2 January
    ("T54", "2020-02-03", "2020-03-02"),
    ("T55", "2019-12-31", "2020-02-29"),
    ("T56", "2019-10-31", "2020-02-29"),
    ("T57", "2002-05-24", "2002-06-11"), // 3 and 4 June in place of 27 May
    ("T58", "2012-05-11", "2012-06-19"), // 4 and 5 June in place of 28 May
    ("T59", "2019-05-08", "2019-06-20"),
    ("T70", "2019-05-08", "2019-06-20"),
    ("T71", "2019-05-08", "2019-08-15"),
    ("T71", "2019-04-30", "2019-08-08"),
    ("T71", "2016-11-28", "2017-03-09"), // Kirklees
    ("T71", "2022-09-21", "2022-12-30"),
    ("T72", "2019-05-08", "2019-06-06"),
    ("T74", "2020-10-20", "2021-10-20"),
    ("T75a", "2017-06-13", "2017-12-13"),
    ("T75b", "2017-06-13", "2018-06-13"),
    ("T76", "2019-05-01", "2019-05-30"), // 2 to 29 May are the 28 clear days
];

/// Those whose limit was extended.
const EXTENDED: &[(&str, &str, &str)] = &[
    ("T11", "2020-02-25", "2020-03-11"),
    ("T37", "2019-09-02", "2020-02-17"),
    ("T57", "2002-05-24", "2002-06-25"),
    ("T58", "2012-05-11", "2012-08-14"),
];

/// Those that need a limit of one's own, and those for which one makes sense.
const LOCAL: &[(&str, &str, &str, &str)] = &[
    ("T07", "0 working days", "2019-06-04", "2019-06-04"),
    ("T07", "1 working day", "2019-06-07", "2019-06-10"),
    ("T08", "10 working days", "2019-12-20", "2020-01-08"), // Christmas Day, Boxing Day, New Year's Day
    ("T08", "15 working days", "2019-04-12", "2019-05-08"),
    ("T09", "15 working days", "2019-04-12", "2019-05-08"),
    ("T32", "6 months", "2019-08-31", "2020-02-29"),
    ("T39", "4 weeks", "2019-09-02", "2019-09-30"),
    ("T40", "13 weeks", "2019-09-02", "2019-12-02"),
    ("T43", "8 weeks", "2019-12-02", "2020-01-27"),
    ("T52", "6 months", "2019-08-31", "2020-02-29"),
    ("T73", "4 months", "2019-06-04", "2019-10-04"),
];

/// What has no national number, and what it says instead.
const REFUSED: &[(&str, &str)] = &[
    ("T07", "T07 has no national limit: give the authority's own"),
    ("T08", "T08 has no national limit: give the authority's own"),
    ("T09", "T09 has no limit of its own, so that nothing falls due"),
    ("T40", "T40 is counted in school terms, whose dates are not known here: give a limit of your own"),
    ("T73", "T73 is due on the day that the direction names, which no limit gives"),
];

/// Due at the end of the limit; the limit's last day, or minute, is in time and the next is not.
#[track_caller]
fn falls_due(standard: Standard, start: &str, expected: &str) {
    let england = WorkingDays::england();
    let (start, expected) = (moment(start), moment(expected));
    assert_eq!(standard.due(start, &england), Ok(expected), "{standard} from {start}");
    let in_time = |stop: Moment| standard.is_in_time(start, stop, &england).unwrap();
    let (before, after) = match expected.time() {
        None => (expected.day().pred_opt().unwrap().into(), expected.day().succ_opt().unwrap().into()),
        Some((hour, 0)) => (
            Moment::at(expected.day().pred_opt().unwrap(), (hour + 23) % 24, 59).unwrap(),
            Moment::at(expected.day(), hour, 1).unwrap(),
        ),
        Some((hour, minute)) => (
            Moment::at(expected.day(), hour, minute - 1).unwrap(),
            Moment::at(expected.day(), hour, minute + 1).unwrap(),
        ),
    };
    let notice = standard.limit().is_notice();
    // With a limit of none, what comes before its end comes before its start.
    let soon = !notice && expected != start;
    assert_eq!((in_time(before), in_time(expected), in_time(after)), (soon, true, notice), "{standard}");
}

#[test]
fn national_limits() {
    for &(id, start, expected) in NATIONAL {
        falls_due(national(id), start, expected);
    }
}

#[test]
fn extended_limits() {
    for &(id, start, expected) in EXTENDED {
        falls_due(extended(id), start, expected);
    }
    let extensions = TIMESCALES.iter().filter(|timescale| timescale.extended_to().is_some());
    assert_eq!(
        extensions.map(|timescale| timescale.id()).collect::<Vec<_>>(),
        EXTENDED.iter().map(|&(id, ..)| id).collect::<Vec<_>>(),
    );
}

#[test]
fn local_limits() {
    for &(id, limit, start, expected) in LOCAL {
        let standard = local(id, limit);
        falls_due(standard, start, expected);
        assert!(standard.is_local() && standard.status() == LegalStatus::Local, "{id}");
    }
}

#[test]
fn what_has_no_number_says_so() {
    for &(id, message) in REFUSED {
        refuses(due(national(id), "2019-06-04"), message);
    }
}

/// Every timescale of high or medium certainty is tested above: by its national limit, or where it has no
/// number by its refusal and with a limit of one's own.
#[test]
fn every_sure_timescale_is_tested() {
    let national: BTreeSet<&str> = NATIONAL.iter().map(|&(id, ..)| id).collect();
    let refused: BTreeSet<&str> = REFUSED.iter().map(|&(id, _)| id).collect();
    let local: BTreeSet<&str> = LOCAL.iter().map(|&(id, ..)| id).collect();
    for timescale in TIMESCALES.iter().filter(|timescale| timescale.certainty() != Certainty::Low) {
        let id = timescale.id();
        match timescale.limit().is_counted() {
            true => assert!(national.contains(id), "{id} has no due date"),
            false => assert!(refused.contains(id) && local.contains(id), "{id} is not tried"),
        }
    }
    let sure: BTreeSet<&str> = TIMESCALES
        .iter()
        .filter(|timescale| timescale.certainty() != Certainty::Low)
        .map(Timescale::id)
        .collect();
    assert_eq!(national.union(&refused).copied().collect::<BTreeSet<_>>(), sure);
}

#[test]
fn unsure_timescales_ask_to_be_configured() {
    let unsure: Vec<&str> = TIMESCALES
        .iter()
        .filter(|timescale| timescale.certainty() == Certainty::Low)
        .map(Timescale::id)
        .collect();
    assert_eq!(unsure, ["T32", "T39", "T43", "T52"]);
    for id in unsure {
        assert!(timescale(id).is_configurable(), "{id}");
        assert!(!timescale(id).note().is_empty(), "{id}");
        // They have their number all the same.
        assert!(due(national(id), "2019-06-04").is_ok(), "{id}");
        assert!(LOCAL.iter().any(|&(other, ..)| other == id), "{id}");
    }
    let configurable = TIMESCALES.iter().filter(|timescale| timescale.is_configurable());
    assert_eq!(
        configurable.map(Timescale::id).collect::<Vec<_>>(),
        ["T07", "T08", "T32", "T39", "T40", "T43", "T52"],
    );
}

/// The checked values of counting working days in England: start, how many, the last of them.
#[test]
fn working_days_in_england() {
    for (start, count, expected) in [
        ("2019-05-08", 70, "2019-08-15"),
        ("2019-05-08", 63, "2019-08-06"),
        ("2019-05-08", 20, "2019-06-06"),
        ("2019-05-08", 30, "2019-06-20"),
        ("2011-04-21", 5, "2011-05-04"),
        ("1999-12-30", 1, "2000-01-04"),
        ("2002-05-31", 1, "2002-06-05"),
        ("2012-06-01", 1, "2012-06-06"),
        ("2020-05-01", 1, "2020-05-04"),
        ("2020-05-07", 1, "2020-05-11"),
        ("2021-12-24", 1, "2021-12-29"),
        ("2022-05-30", 3, "2022-06-06"),
        ("2022-09-16", 1, "2022-09-20"),
        ("2022-12-23", 1, "2022-12-28"),
        ("2023-05-05", 1, "2023-05-09"),
        ("2016-11-28", 70, "2017-03-09"),
        ("2018-08-10", 20, "2018-09-10"),
        ("2022-09-21", 70, "2022-12-30"),
    ] {
        falls_due(local("T08", &format!("{count} working days")), start, expected);
    }
}

/// The time of day of a start matters for hours alone, and the clock is the local one: in the night of
/// 30 to 31 March 2019 it went forward.
#[test]
fn hours_are_of_the_clock() {
    falls_due(national("T10"), "2019-03-29 01:30", "2019-04-01 01:30");
    falls_due(local("T15", "1 hour"), "2019-12-31 23:30", "2020-01-01 00:30");
    falls_due(local("T15", "0 hours"), "2019-12-31 23:30", "2019-12-31 23:30");
    assert_eq!(due(national("T22"), "2019-05-08 23:59"), Ok(moment("2019-06-06")));
    assert_eq!(due(national("T06"), "2019-08-31 00:00"), Ok(moment("2020-02-29")));
    // A stop without a time of day is decided on every other day.
    let in_time = |stop: &str| {
        national("T10").is_in_time(moment("2019-06-04 14:30"), moment(stop), &WorkingDays::england())
    };
    assert_eq!((in_time("2019-06-06"), in_time("2019-06-08")), (Ok(true), Ok(false)));
    refuses(
        in_time("2019-06-07"),
        "T10 ends at 2019-06-07 14:30, so that the stop 2019-06-07 needs a time of day",
    );
}

/// Days 30 and 31 of every month, six months on.
#[test]
fn six_months_end_within_the_month() {
    for (start, expected) in [
        ("2019-08-29", "2020-02-29"),
        ("2019-08-30", "2020-02-29"),
        ("2019-08-31", "2020-02-29"),
        ("2020-08-29", "2021-02-28"),
        ("2020-08-31", "2021-02-28"),
        ("2019-10-31", "2020-04-30"),
        ("2019-12-31", "2020-06-30"),
        ("2020-02-29", "2020-08-29"),
        ("2019-03-31", "2019-09-30"),
        ("2019-05-31", "2019-11-30"),
        ("2019-07-31", "2020-01-31"),
    ] {
        falls_due(national("T24"), start, expected);
    }
}

#[test]
fn outside_the_calendar_there_is_an_error() {
    let error = due(national("T22"), "2027-12-20").unwrap_err();
    assert_eq!(error.to_string(), "the due date of T22 from 2027-12-20 cannot be worked out");
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("20 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known"),
    );
    assert!(error.is_outside_years());
    assert_eq!(
        due(national("T22"), "1994-12-30").unwrap_err().source().map(ToString::to_string).as_deref(),
        Some("1994-12-30 is outside 1995 to 2027, the years whose bank holidays are known"),
    );
    // Months, weeks and hours need no bank holidays.
    falls_due(national("T24"), "2027-12-20", "2028-06-20");
    // The rules alone reach further, where the caller answers for them.
    let until_2028 = WorkingDays::england().with_rules_alone_to(2028).unwrap();
    assert_eq!(national("T22").due(moment("2027-12-20"), &until_2028), Ok(moment("2028-01-20")));
    // Nor is there a date after the last.
    for limit in [Limit::Days(u32::MAX), Limit::Weeks(u32::MAX), Limit::Months(u32::MAX)] {
        let standard = Standard::local(timescale("T08"), limit).unwrap();
        let error = due(standard, "2019-06-04").unwrap_err();
        assert_eq!(error.to_string(), "the due date of T08 from 2019-06-04 is after the last date of all");
        assert!(error.is_outside_years());
    }
    assert!(!due(national("T07"), "2019-06-04").unwrap_err().is_outside_years());
}

/// The table itself.
#[test]
fn the_table_is_whole() {
    let ids: Vec<&str> = TIMESCALES.iter().map(Timescale::id).collect();
    let numbers = (1..=44).chain(50..=59).chain(70..=76).map(|number| format!("T{number:02}"));
    let expected: Vec<String> = numbers
        .flat_map(|id| match id.as_str() {
            "T34" | "T35" | "T75" => vec![format!("{id}a"), format!("{id}b")],
            _ => vec![id],
        })
        .collect();
    assert_eq!(ids, expected);
    for timescale in TIMESCALES {
        let id = timescale.id();
        assert_eq!(Timescale::by_id(id), Some(timescale));
        for text in [timescale.title(), timescale.clock_start(), timescale.clock_stop(), timescale.source()] {
            assert!(!text.is_empty(), "{id}");
        }
        // An extension is longer, and of the same kind.
        if let Some(longer) = timescale.extended_to() {
            assert_eq!(core::mem::discriminant(&longer), core::mem::discriminant(&timescale.limit()), "{id}");
        }
        let care_planning = timescale.source().starts_with("SI 2010/959");
        assert_eq!(timescale.note().contains("SI 2020/445"), care_planning, "{id}");
        let from = match id {
            "T32" => None,
            "T36" => Some(day("2014-01-27")),
            "T70" | "T71" => Some(day("2007-04-01")),
            "T72" => Some(day("2018-09-01")),
            "T76" => Some(day("2012-09-10")),
            _ => care_planning.then(|| day("2011-04-01")),
        };
        assert_eq!(timescale.in_force_from(), from, "{id}");
    }
    assert_eq!(timescale("T22").to_string(), "T22 First review");
    assert_eq!(national("T10").to_string(), "T10 Police protection: 72 hours");
    assert_eq!(extended("T57").to_string(), "T57 Complaint, stage 1: 20 working days (extended)");
    assert_eq!(local("T39", "4 weeks").to_string(), "T39 Personal education plan available: 4 weeks (local)");
}

#[test]
fn on_what_timescales_rest() {
    for (id, status) in [
        ("T01", LegalStatus::StatutoryGuidance),
        ("T07", LegalStatus::Local),
        ("T09", LegalStatus::NoStatus),
        ("T10", LegalStatus::Statute),
        ("T16", LegalStatus::Regulation),
        ("T53", LegalStatus::NationalMinimumStandards),
        ("T72", LegalStatus::Framework),
        ("T73", LegalStatus::Direction),
    ] {
        assert_eq!(national(id).status(), status, "{id}");
        assert_eq!(local(id, "1 week").status(), LegalStatus::Local, "{id}");
        assert_eq!(timescale(id).status(), status, "{id}");
    }
    assert!(!national("T07").is_local()); // it has no limit, least of all its own
    assert_eq!(extended("T57").status(), LegalStatus::Regulation);
}
