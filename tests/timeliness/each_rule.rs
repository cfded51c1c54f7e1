//! Each rule broken and kept, with the whole message and its place. All events are invented, save those of
//! West Sussex.

use super::*;
use childrens_services::{Severity, timeliness::rules};

/// As of 31 December 2019 the set has these findings, and no others.
#[track_caller]
fn finds(set: &TimedEvents, expected: &[&str]) {
    finds_as_of(set, "2019-12-31", expected);
}

#[track_caller]
fn finds_as_of(set: &TimedEvents, as_of: &str, expected: &[&str]) {
    let findings = set.findings(day(as_of), &WorkingDays::england()).to_string();
    assert_eq!(findings.lines().collect::<Vec<_>>(), expected);
}

#[track_caller]
fn one(standard: Standard, event: TimedEvent, expected: &str) {
    finds(&set(standard, [event]), &[expected]);
}

#[track_caller]
fn kept(standard: Standard, event: TimedEvent) {
    finds(&set(standard, [event]), &[]);
}

#[test]
fn tim_01_stop_after_start() {
    one(
        national("T22"),
        stopped("2019-06-05", "2019-06-04"),
        "error TIM-01 at events[0].stopped: stopped on 2019-06-04, before the start on 2019-06-05",
    );
    kept(national("T22"), stopped("2019-06-05", "2019-06-05"));
    // With the time of day where both have one.
    one(
        national("T10"),
        stopped("2019-06-05 14:30", "2019-06-05 14:29"),
        "error TIM-01 at events[0].stopped: stopped on 2019-06-05 14:29, before the start on 2019-06-05 14:30",
    );
    kept(national("T10"), stopped("2019-06-05 14:30", "2019-06-05 14:30"));
    kept(national("T10"), stopped("2019-06-05 14:30", "2019-06-05"));
}

#[test]
fn tim_02_start_day_is_day_0() {
    // 8 May 2019 counted as day 1 gives 14 August, as does working on the bank holiday.
    one(
        national("T59"),
        recorded("2019-05-08", "2019-06-19"),
        "error TIM-02 at events[0].recorded_due: 2019-06-19 is recorded as due, as if the start day were day \
         1: 30 working days from 2019-05-08 end on 2019-06-20",
    );
    one(
        national("T01"),
        recorded("2019-05-08", "2019-05-08"),
        "error TIM-02 at events[0].recorded_due: 2019-05-08 is recorded as due, as if the start day were day \
         1: 1 working day from 2019-05-08 ends on 2019-05-09",
    );
    kept(national("T59"), recorded("2019-05-08", "2019-06-20"));
    let statement = recorded("2019-05-08", "2019-08-14").with_stopped(moment("2019-08-06"));
    one(
        national("T71"),
        statement,
        "error TIM-02 at events[0].recorded_due: 2019-08-14 is recorded as due, as if the start day were day \
         1: 70 working days from 2019-05-08 end on 2019-08-15",
    );
}

#[test]
fn tim_03_within_the_known_years() {
    let late = set(national("T22"), [recorded("2027-12-20", "2028-01-17")]);
    finds(
        &late,
        &["error TIM-03 at events[0].started: the due date of T22 from 2027-12-20 cannot be worked out: 20 \
             working days after 2027-12-20 is after 2027, the last year whose bank holidays are known"],
    );
    let early = set(national("T01"), [stopped("1994-12-30", "1994-12-29")]);
    finds(
        &early,
        &[
            "error TIM-01 at events[0].stopped: stopped on 1994-12-29, before the start on 1994-12-30",
            "error TIM-03 at events[0].started: the due date of T01 from 1994-12-30 cannot be worked out: \
             1994-12-30 is outside 1995 to 2027, the years whose bank holidays are known",
        ],
    );
    let last = set(local("T08", "4294967295 months"), [open("2019-06-04")]);
    finds(
        &last,
        &[
            "error TIM-03 at events[0].started: the due date of T08 from 2019-06-04 is after the last date of all",
        ],
    );
    kept(national("T22"), recorded("2027-11-29", "2027-12-29"));
    kept(national("T24"), recorded("2027-12-20", "2028-06-20"));
    // What is stated cannot be checked then, not even for another period.
    let stated = set(national("T22"), [open("2027-12-20"), stopped("2019-06-05", "2019-07-03")])
        .with_stated(StatedTimeliness::new(period("2019-07")).with_due(7));
    assert_eq!(stated.findings(day("2019-12-31"), &WorkingDays::england()).len(), 1);
}

#[track_caller]
fn wrong_unit(standard: Standard, start: &str, recorded_due: &str, how: &str, right: &str) {
    let expected =
        format!("error TIM-04 at events[0].recorded_due: {recorded_due} is recorded as due{how}: {right}");
    one(standard, recorded(start, recorded_due), &expected);
}

#[test]
fn tim_04_units_as_they_are() {
    let review = "20 working days from 2019-05-08 end on 2019-06-06";
    wrong_unit(national("T22"), "2019-05-08", "2019-05-28", ", as 20 days would be", review);
    wrong_unit(national("T22"), "2019-05-08", "2019-06-08", ", as 1 month would be", review);
    wrong_unit(national("T22"), "2019-05-08", "2019-07-01", "", review);
    // Two bank holidays on the way, so that counting from day 1 gives another date.
    wrong_unit(
        national("T22"),
        "2019-04-29",
        "2019-05-27",
        ", as 4 weeks would be",
        "20 working days from 2019-04-29 end on 2019-05-29",
    );
    wrong_unit(
        local("T08", "11 working days"),
        "2019-04-16",
        "2019-05-01",
        ", as if bank holidays were worked",
        "11 working days from 2019-04-16 end on 2019-05-03",
    );
    wrong_unit(
        national("T54"),
        "2019-06-03",
        "2019-07-11",
        ", as 28 working days would be",
        "28 days from 2019-06-03 end on 2019-07-01",
    );
    wrong_unit(
        national("T54"),
        "2019-06-03",
        "2019-06-30",
        ", as 28 days with the start day as day 1 would be",
        "28 days from 2019-06-03 end on 2019-07-01",
    );
    wrong_unit(
        national("T28"),
        "2019-12-20",
        "2019-12-31",
        ", as 5 working days would be",
        "1 week from 2019-12-20 ends on 2019-12-27",
    );
    wrong_unit(
        national("T34b"),
        "2019-06-03",
        "2019-07-03",
        ", as 1 month would be",
        "4 weeks from 2019-06-03 end on 2019-07-01",
    );
    wrong_unit(
        local("T51", "52 weeks"),
        "2019-06-03",
        "2020-06-03",
        ", as 12 months would be",
        "52 weeks from 2019-06-03 end on 2020-06-01",
    );
    let three = "3 months from 2019-06-03 end on 2019-09-03";
    wrong_unit(national("T05"), "2019-06-03", "2019-09-01", ", as 3 months of 30 days would be", three);
    wrong_unit(national("T05"), "2019-06-03", "2019-08-26", ", as 12 weeks would be", three);
    wrong_unit(national("T05"), "2019-06-03", "2019-08-27", ", as 60 working days would be", three);
    wrong_unit(
        national("T50"),
        "2019-06-03",
        "2020-06-01",
        ", as 52 weeks would be",
        "12 months from 2019-06-03 end on 2020-06-03",
    );
    wrong_unit(
        national("T10"),
        "2019-06-06 14:30",
        "2019-06-11",
        ", as 3 working days would be",
        "72 hours from 2019-06-06 14:30 end on 2019-06-09 14:30",
    );
    let decision = "after notice of 28 clear days on 2019-05-01 the first day is 2019-05-30";
    wrong_unit(
        national("T76"),
        "2019-05-01",
        "2019-05-29",
        ", as 28 days that are not clear would be",
        decision,
    );
    wrong_unit(national("T76"), "2019-05-01", "2019-06-12", ", as 28 working days would be", decision);
    let arrangement = "after notice of 6 weeks on 2019-05-01 the first day is 2019-06-12";
    wrong_unit(national("T19"), "2019-05-01", "2019-06-14", ", as 30 working days would be", arrangement);
    wrong_unit(national("T19"), "2019-05-01", "2019-06-11", "", arrangement);
    kept(national("T22"), recorded("2019-05-08", "2019-06-06"));
    kept(national("T10"), recorded("2019-06-06 14:30", "2019-06-09"));
    kept(national("T76"), recorded("2019-05-01", "2019-05-30"));
    kept(extended("T57"), recorded("2019-06-03", "2019-07-01"));
}

#[test]
fn tim_05_statement_of_action() {
    // West Sussex: report of 8 May 2019, plan adopted on 6 August.
    kept(national("T71"), stopped("2019-05-08", "2019-08-06"));
    kept(national("T71"), stopped("2019-05-08", "2019-08-15"));
    let ended = "after 2019-08-15, when the 70 working days from the receipt on 2019-05-08 ended";
    let late = |stop: &str, days: &str| {
        let expected = format!("error TIM-05 at events[0].stopped: published on {stop}, {days} {ended}");
        one(national("T71"), stopped("2019-05-08", stop), &expected);
    };
    late("2019-08-16", "1 day");
    late("2019-08-20", "5 days");
    let open = set(national("T71"), [open("2019-05-08")]);
    finds_as_of(&open, "2019-08-15", &[]);
    let not_published =
        format!("error TIM-05 at events[0].stopped: not published by 2019-08-16, 1 day {ended}");
    finds_as_of(&open, "2019-08-16", &[&not_published]);
    // A stop that is not known yet.
    let later = set(national("T71"), [stopped("2019-05-08", "2019-08-20")]);
    finds_as_of(&later, "2019-08-16", &[&not_published]);
    // By the limit in law, whatever the authority's own is.
    kept(local("T71", "60 working days"), stopped("2019-05-08", "2019-08-15"));
    let longer = set(local("T71", "80 working days"), [stopped("2019-05-08", "2019-08-16")]);
    assert_eq!(
        longer.findings(day("2019-12-31"), &WorkingDays::england()).of_rule(&rules::TIM_05).count(),
        1
    );
    // Only the statement of action.
    kept(national("T70"), stopped("2019-05-08", "2019-08-16"));
}

/// Receipt may be later than what stands in for it, so that nobody can be sure.
#[test]
fn tim_05_from_another_event() {
    let of = |event, other: &str| set(national("T71"), [event]).with_start_taken_from(other).unwrap();
    let warned = |set: &TimedEvents, as_of: &str, how: &str, other: &str| {
        let ended = format!("after 2019-08-15, when the 70 working days from {other} on 2019-05-08 ended");
        finds_as_of(
            set,
            as_of,
            &[
                &format!("warning TIM-05 at events[0].stopped: {how} {ended}"),
                &format!(
                    "warning TIM-06 at start_taken_from: the clock starts with report received, but the starts are \
                     taken from {other}"
                ),
            ],
        );
    };
    let late = of(stopped("2019-05-08", "2019-08-20"), "publication");
    warned(&late, "2019-12-31", "published on 2019-08-20, 5 days", "publication");
    warned(
        &of(open("2019-05-08"), "the day of the press release"),
        "2019-08-16",
        "not published by 2019-08-16, 1 day",
        "the day of the press release",
    );
    let findings = late.findings(day("2019-12-31"), &WorkingDays::england());
    assert_eq!(findings.of_rule(&rules::TIM_05_FROM_PUBLICATION).count(), 1);
    // Receipt by another name is no other event.
    finds(
        &of(stopped("2019-05-08", "2019-08-20"), "Report-Received"),
        &[
            "error TIM-05 at events[0].stopped: published on 2019-08-20, 5 days after 2019-08-15, when the 70 working \
           days from the receipt on 2019-05-08 ended",
        ],
    );
}

#[test]
fn tim_06_start_of_its_own() {
    // In the words of the clock itself.
    let own = set(national("T22"), []).with_start_taken_from("Becomes  looked-after").unwrap();
    finds(&own, &[]);
    let statement = set(national("T71"), [stopped("2019-05-08", "2019-08-06")]);
    finds(&statement, &[]);
    finds(
        &statement.with_start_taken_from("publication").unwrap(),
        &[
            "warning TIM-06 at start_taken_from: the clock starts with report received, but the starts are taken \
             from publication",
        ],
    );
}

fn july() -> StatedTimeliness {
    StatedTimeliness::new(period("2019-07"))
}

/// The statement with this share in time.
#[track_caller]
fn stating(stated: StatedTimeliness, percent: &str) -> StatedTimeliness {
    stated.with_percent(percent).unwrap_or_else(|error| panic!("{percent}: {error}"))
}

#[test]
fn tim_07_no_data_is_no_percentage() {
    // Nothing was due in August.
    let reviews = |stated: StatedTimeliness| {
        set(national("T22"), [stopped("2019-06-05", "2019-07-03")]).with_stated(stated)
    };
    let august = StatedTimeliness::new(period("2019-08"));
    for text in ["0%", "100%", "over 90%"] {
        finds(
            &reviews(stating(august, text)),
            &[&format!(
                "error TIM-07 at stated[0].percent: {text} in time is stated for 2019-08, but none was due: \
                 there is no data"
            )],
        );
    }
    finds(&reviews(stating(august, "[z]").with_due(0)), &[]);
    finds(&reviews(stating(august, "[x]")), &[]);
    // Of its own number due, while the period goes on.
    finds_as_of(
        &reviews(stating(july(), "100%").with_due(0)),
        "2019-07-31",
        &[
            "error TIM-07 at stated[0].percent: 100% in time is stated for 2019-07, but none was due: there is no \
             data",
        ],
    );
    finds_as_of(&reviews(stating(august, "100%")), "2019-08-31", &[]);
}

/// First reviews due in July: five in time, one late, two open.
fn eight_reviews() -> TimedEvents {
    let in_time = std::iter::repeat_n(stopped("2019-06-05", "2019-07-03"), 5);
    let others = [stopped("2019-06-05", "2019-07-04"), open("2019-06-05"), open("2019-06-06")];
    set(national("T22"), in_time.chain(others))
}

#[test]
fn tim_08_what_is_stated() {
    let finds_of = |stated, expected: &[&str]| finds(&eight_reviews().with_stated(stated), expected);
    finds_of(stating(july().with_in_time(5).with_due(8), "62.5%"), &[]);
    finds_of(stating(july(), "63%"), &[]);
    finds_of(stating(july(), "exactly 62.5%"), &[]);
    finds_of(stating(july(), "over 60%"), &[]);
    finds_of(stating(july(), "around 70%"), &[]);
    finds_of(stating(july(), "[c]"), &[]);
    finds_of(july(), &[]);
    finds_of(
        stating(july().with_in_time(6).with_due(9), "66.7%"),
        &[
            "error TIM-08 at stated[0].in_time: 6 in time are stated for 2019-07, but 5 were",
            "error TIM-08 at stated[0].due: 9 due are stated for 2019-07, but 8 were",
            "error TIM-08 at stated[0].percent: 66.7% in time is stated for 2019-07, but it is 5 of 8 in time",
        ],
    );
    // The two open ones left out: 5 of 6.
    finds_of(
        stating(july().with_in_time(5).with_due(6), "83.3%"),
        &[
            "error TIM-08 at stated[0].due: 6 due are stated for 2019-07, but 8 were: the 2 open past the \
             limit are left out",
            "error TIM-08 at stated[0].percent: 83.3% in time is stated for 2019-07, but it is 5 of 8 in time: \
             the 2 open past the limit are left out",
        ],
    );
    finds_of(
        stating(july(), "over 62.5%"),
        &[
            "error TIM-08 at stated[0].percent: over 62.5% in time is stated for 2019-07, but it is 5 of 8 in \
             time: the 2 open past the limit are left out",
        ],
    );
    finds_of(
        stating(july(), "under 62.5%"),
        &[
            "error TIM-08 at stated[0].percent: under 62.5% in time is stated for 2019-07, but it is 5 of 8 in \
             time",
        ],
    );
    finds_of(
        stating(july(), "[z]"),
        &["error TIM-08 at stated[0].percent: [z] in time is stated for 2019-07, but it is 5 of 8 in time"],
    );
    // Only what is over can be checked.
    let wrong = eight_reviews().with_stated(july()).with_stated(july().with_due(6));
    finds_as_of(&wrong, "2019-07-31", &[]);
    finds_as_of(
        &wrong,
        "2019-08-01",
        &[
            "error TIM-08 at stated[1].due: 6 due are stated for 2019-07, but 8 were: the 2 open past the limit \
             are left out",
        ],
    );
    // Nobody open, nobody left out.
    let two =
        set(national("T22"), [stopped("2019-06-05", "2019-07-03"), stopped("2019-06-05", "2019-07-04")]);
    finds(
        &two.with_stated(stating(july().with_due(1), "100%")),
        &[
            "error TIM-08 at stated[0].due: 1 due are stated for 2019-07, but 2 were",
            "error TIM-08 at stated[0].percent: 100% in time is stated for 2019-07, but it is 1 of 2 in time",
        ],
    );
    // All open, so that without them there is nothing.
    let only_open = set(national("T22"), [open("2019-06-05")]);
    finds(
        &only_open.with_stated(stating(july(), "100%")),
        &["error TIM-08 at stated[0].percent: 100% in time is stated for 2019-07, but it is 0 of 1 in time"],
    );
}

#[test]
fn tim_09_month_ends() {
    let review = |start: &str, wrong: &str, right: &str| {
        let expected = format!(
            "error TIM-09 at events[0].recorded_due: {wrong} is recorded as due, past the end of the month: 6 \
             months from {start} end on {right}"
        );
        one(national("T24"), recorded(start, wrong), &expected);
        kept(national("T24"), recorded(start, right));
    };
    review("2018-08-31", "2019-03-03", "2019-02-28");
    review("2019-08-31", "2020-03-02", "2020-02-29");
    review("2019-03-31", "2019-10-01", "2019-09-30");
    // The day after is wrong, but nothing was skipped.
    let day_after = set(national("T24"), [recorded("2019-08-15", "2020-02-16")]);
    finds(
        &day_after,
        &["error TIM-04 at events[0].recorded_due: 2020-02-16 is recorded as due: 6 months from 2019-08-15 \
             end on 2020-02-15"],
    );
}

#[test]
fn tim_10_the_limit_on_the_due_day() {
    let health = |change: &str| open("2019-06-04").with_limit_changes_on(day(change));
    let expected = |change: &str| {
        format!(
            "warning TIM-10 at events[0].limit_changes_on: the age band or placement changes on {change}, \
             between the start on 2019-06-04 and the due day 2019-12-04: the limit is the one in force on the \
             due day"
        )
    };
    for change in ["2019-06-05", "2019-09-01", "2019-12-04"] {
        one(national("T26"), health(change), &expected(change));
    }
    kept(national("T26"), health("2019-06-04"));
    kept(national("T26"), health("2019-12-05"));
    // Once the clock has stopped, no other limit comes into force for it.
    let stopped = |stop: &str| health("2019-09-01").with_stopped(moment(stop));
    kept(national("T26"), stopped("2019-08-31"));
    for stop in ["2019-09-01", "2019-10-15"] {
        one(national("T26"), stopped(stop), &expected("2019-09-01"));
    }
    let later = set(national("T26"), [stopped("2019-08-31")]);
    finds_as_of(&later, "2019-08-30", &[&expected("2019-09-01")]);
    finds_as_of(&later, "2019-08-31", &[]);
}

#[test]
fn tim_11_from_the_date_held() {
    // Due on 4 March 2019, held on 18 February.
    let review = |due: &str| recorded("2019-02-18", due).with_previous_due(day("2019-03-04"));
    one(
        national("T24"),
        review("2019-09-04"),
        "error TIM-11 at events[0].recorded_due: 2019-09-04 is recorded as due, counted from 2019-03-04, when \
         the previous one was due: 6 months from 2019-02-18 end on 2019-08-18",
    );
    kept(national("T24"), review("2019-08-18"));
    // Held on the day it was due.
    kept(national("T24"), recorded("2019-03-04", "2019-09-04").with_previous_due(day("2019-03-04")));
    // It says more than that the start day was counted.
    one(
        local("T08", "10 working days"),
        recorded("2019-06-04", "2019-06-17").with_previous_due(day("2019-06-03")),
        "error TIM-11 at events[0].recorded_due: 2019-06-17 is recorded as due, counted from 2019-06-03, when \
         the previous one was due: 10 working days from 2019-06-04 end on 2019-06-18",
    );
    // Neither the one nor the other.
    one(
        national("T24"),
        review("2019-09-05"),
        "error TIM-04 at events[0].recorded_due: 2019-09-05 is recorded as due: 6 months from 2019-02-18 end \
         on 2019-08-18",
    );
}

#[test]
fn tim_12_local_is_local() {
    let visits = |standard: Standard, status| set(standard, []).with_presented_as(status);
    let ours = local("T08", "10 working days");
    for (status, words) in
        [(LegalStatus::Statute, "statute"), (LegalStatus::StatutoryGuidance, "statutory guidance")]
    {
        finds(
            &visits(ours, status),
            &[&format!(
                "warning TIM-12 at presented_as: the limit of 10 working days for T08 is the authority's own, \
                 but it is presented as {words}"
            )],
        );
    }
    finds(&visits(ours, LegalStatus::Local), &[]);
    finds(&visits(ours, LegalStatus::NoStatus), &[]);
    finds(&set(ours, []), &[]);
    // So is a stricter limit of one's own for what the law knows.
    assert_eq!(
        visits(local("T22", "15 working days"), LegalStatus::Regulation)
            .findings(day("2019-12-31"), &WorkingDays::england())
            .len(),
        1,
    );
    finds(&visits(national("T22"), LegalStatus::Regulation), &[]);
}

#[test]
fn tim_13_in_force() {
    let warned = |standard: Standard, start: &str, from: &str, limit: &str| {
        let expected = format!(
            "error TIM-13 at events[0].started: started on {start}, before {from}, when the limit of {limit} \
             came into force"
        );
        one(standard, open(start), &expected);
        kept(standard, open(from));
    };
    warned(national("T22"), "2011-03-31", "2011-04-01", "20 working days for T22");
    warned(national("T76"), "2012-09-09", "2012-09-10", "28 clear days for T76");
    warned(national("T36"), "2014-01-26", "2014-01-27", "5 working days for T36");
    warned(national("T72"), "2018-08-31", "2018-09-01", "20 working days for T72");
    warned(extended("T37"), "2011-03-31", "2011-04-01", "24 weeks for T37");
    finds_as_of(
        &set(national("T71"), [stopped("2007-03-30", "2007-04-30")]),
        "2019-12-31",
        &[
            "error TIM-13 at events[0].started: started on 2007-03-30, before 2007-04-01, when the limit of 70 \
             working days for T71 came into force",
        ],
    );
    // A limit of one's own has no day in law, and many timescales have none on record.
    kept(local("T22", "20 working days"), open("2011-03-31"));
    kept(national("T01"), open("2003-06-05"));
}

/// Events in order, then what is stated, then the set itself.
#[test]
fn findings_have_their_order() {
    let events = [
        recorded("2019-06-05", "2019-07-02").with_stopped(moment("2019-06-04")),
        recorded("2011-03-31", "2011-05-03").with_limit_changes_on(day("2011-04-10")),
    ];
    let all = set(local("T22", "20 working days"), events)
        .with_stated(july().with_due(3))
        .with_start_taken_from("placement")
        .unwrap()
        .with_presented_as(LegalStatus::Regulation);
    let findings = all.findings(day("2019-12-31"), &WorkingDays::england());
    let order: Vec<_> = findings.iter().map(|finding| (finding.rule().id(), finding.place())).collect();
    assert_eq!(
        order,
        [
            ("TIM-01", "events[0].stopped"),
            ("TIM-02", "events[0].recorded_due"),
            ("TIM-02", "events[1].recorded_due"),
            ("TIM-10", "events[1].limit_changes_on"),
            ("TIM-08", "stated[0].due"),
            ("TIM-06", "start_taken_from"),
            ("TIM-12", "presented_as"),
        ],
    );
    assert_eq!(findings.of_severity(Severity::Warning).count(), 3);
    let first = findings.iter().next().unwrap();
    assert_eq!(
        first.values(),
        [("started".to_owned(), "2019-06-05".to_owned()), ("stopped".to_owned(), "2019-06-04".to_owned())],
    );
}

#[test]
fn the_rule_book() {
    let warnings = ["TIM-06", "TIM-10", "TIM-12"];
    let ids: Vec<_> = rules::RULES.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(ids, (1..=13).map(|number| format!("TIM-{number:02}")).collect::<Vec<_>>());
    let from_publication = rules::TIM_05_FROM_PUBLICATION;
    assert_eq!((from_publication.id(), from_publication.severity()), ("TIM-05", Severity::Warning));
    assert_eq!(from_publication.title(), rules::TIM_05.title());
    for rule in rules::RULES {
        assert_eq!(rule.severity() == Severity::Warning, warnings.contains(&rule.id()), "{rule}");
    }
}
