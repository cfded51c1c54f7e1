//! Rules of the workforce and of caseloads at their edges: leap years, counts that are not there, the
//! greatest numbers, a single case. `published.rs` has each rule broken and kept. All counts are invented.

use childrens_services::{
    AgreedMaximum, Cases, Days, Fte, Headcount, NqswCohort, OneLine, Period, Snapshot, Team,
    caseload::{self, CaseloadStanding, NewlyQualified},
};
use std::{fmt::Debug, str::FromStr};

#[track_caller]
fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[track_caller]
fn given<T: FromStr<Err: Debug>>(text: &str) -> Option<T> {
    Some(good(text))
}

fn year_to(period: &str) -> Snapshot {
    Snapshot::new(good(period))
}

#[track_caller]
fn finds(snapshot: Snapshot, expected: &str) {
    assert_eq!(snapshot.findings().to_string(), expected, "{snapshot:?}");
}

/// Days lost by 100 FTE in the year to the end of a period.
fn lost(period: &str, days: &str) -> Snapshot {
    Snapshot { inpost_fte: given("100"), working_days_lost_fte: given(days), ..year_to(period) }
}

/// A year that holds a 29 February has 254 working days, any other 253, whatever the period is.
#[test]
fn wrk_07_in_leap_years() {
    for period in
        ["2020-02-29", "2020", "2019/20", "year to 30 September 2020", "2020-03", "2021-01", "2020/21 Q3"]
    {
        finds(lost(period, "25300.1"), "");
        finds(lost(period, "25400"), "");
        finds(
            lost(period, "25400.1"),
            "warning WRK-07 at snapshot.working_days_lost_fte: 25400.1 working days lost by 100 FTE in a \
             year of 254 working days",
        );
    }
    for period in ["2020-02-28", "2019", "2018/19", "year to 30 September 2019", "2021-03", "2100", "2100-02"]
    {
        finds(lost(period, "25300"), "");
        finds(
            lost(period, "25300.1"),
            "warning WRK-07 at snapshot.working_days_lost_fte: 25300.1 working days lost by 100 FTE in a \
             year of 253 working days",
        );
    }
    assert_eq!(
        lost("2020", "25400.1").findings().iter().next().map(|finding| finding.values().to_vec()),
        Some(vec![
            ("working_days_lost_fte".to_owned(), "25400.1 working days".to_owned()),
            ("inpost_fte".to_owned(), "100 FTE".to_owned()),
        ]),
    );
}

/// A rule that compares two counts says nothing where one of them is not known.
#[test]
fn what_is_not_known_breaks_no_rule() {
    let wrong = Snapshot {
        inpost_fte: given("10"),
        inpost_headcount: given("9"),
        starters_fte: given("10"),
        starters_headcount: given("9"),
        leavers_fte: given("10"),
        leavers_headcount: given("9"),
        agency_fte: given("10"),
        agency_headcount: given("9"),
        agency_cover_fte: given("11"),
        vacancy_fte: given("10"),
        case_holders_fte: given("11"),
        working_days_lost_fte: given("2530.1"),
        ..year_to("2019")
    };
    let rules = |snapshot: Snapshot| -> Vec<String> {
        let findings = snapshot.findings();
        findings.iter().map(|finding| format!("{} {}", finding.rule().id(), finding.place())).collect()
    };
    let all = [
        "WRK-01 snapshot.agency_cover_fte",
        "WRK-02 snapshot.agency_cover_fte",
        "WRK-03 snapshot.case_holders_fte",
        "WRK-04 snapshot.inpost_fte",
        "WRK-04 snapshot.starters_fte",
        "WRK-04 snapshot.leavers_fte",
        "WRK-04 snapshot.agency_fte",
        "WRK-07 snapshot.working_days_lost_fte",
    ];
    assert_eq!(rules(wrong), all);
    // Without a count, none of the rules that need it speaks, and every other still does.
    let without = |kept: &[usize], change: &dyn Fn(&mut Snapshot, Option<&str>)| {
        for missing in [None, Some("[c]"), Some("[x]"), Some("[low]"), Some("[z]"), Some("[u]")] {
            let mut snapshot = wrong;
            change(&mut snapshot, missing);
            let expected: Vec<&str> = kept.iter().map(|&index| all[index]).collect();
            assert_eq!(rules(snapshot), expected, "{snapshot:?}");
        }
    };
    without(&[2, 3, 4, 5, 6, 7], &|of, text| of.agency_cover_fte = text.map(good));
    without(&[1, 2, 3, 4, 5, 6, 7], &|of, text| of.vacancy_fte = text.map(good));
    without(&[0, 2, 3, 4, 5, 7], &|of, text| of.agency_fte = text.map(good));
    without(&[0, 1, 3, 4, 5, 6, 7], &|of, text| of.case_holders_fte = text.map(good));
    without(&[0, 1, 4, 5, 6], &|of, text| of.inpost_fte = text.map(good));
    without(&[0, 1, 2, 4, 5, 6, 7], &|of, text| of.inpost_headcount = text.map(good));
    without(&[0, 1, 2, 3, 5, 6, 7], &|of, text| of.starters_fte = text.map(good));
    without(&[0, 1, 2, 3, 5, 6, 7], &|of, text| of.starters_headcount = text.map(good));
    without(&[0, 1, 2, 3, 4, 6, 7], &|of, text| of.leavers_fte = text.map(good));
    without(&[0, 1, 2, 3, 4, 6, 7], &|of, text| of.leavers_headcount = text.map(good));
    without(&[0, 1, 2, 3, 4, 5, 7], &|of, text| of.agency_headcount = text.map(good));
    without(&[0, 1, 2, 3, 4, 5, 6], &|of, text| of.working_days_lost_fte = text.map(good));
    finds(year_to("2019"), "");
}

#[test]
fn wrk_06_one_case() {
    let held = |cases: u32, holders: &str| Snapshot {
        cases: Some(Cases::new(cases).into()),
        case_holders_fte: given(holders),
        ..year_to("2019")
    };
    finds(held(0, "0"), "");
    finds(held(1, "0.000001"), "");
    finds(held(1, "[z]"), "");
    finds(held(1, "0"), "warning WRK-06 at snapshot.case_holders_fte: nobody holds the 1 case");
    finds(held(2, "0"), "warning WRK-06 at snapshot.case_holders_fte: nobody holds the 2 cases");
}

/// The greatest counts there can be are compared like any others.
#[test]
fn the_greatest_counts() {
    finds(
        Snapshot {
            inpost_fte: Some(Fte::MAX.into()),
            inpost_headcount: Some(Headcount::MAX.into()),
            agency_fte: Some(Fte::MAX.into()),
            agency_cover_fte: Some(Fte::MAX.into()),
            vacancy_fte: Some(Fte::MAX.into()),
            case_holders_fte: Some(Fte::MAX.into()),
            cases: Some(Cases::MAX.into()),
            working_days_lost_fte: Some(Days::MAX.into()),
            ..year_to("2020")
        },
        "",
    );
    finds(
        Snapshot {
            inpost_fte: given("0.000001"),
            working_days_lost_fte: Some(Days::MAX.into()),
            ..year_to("2020")
        },
        "warning WRK-07 at snapshot.working_days_lost_fte: 10000000 working days lost by 0.000001 FTE in a \
         year of 254 working days",
    );
    let cohort = NqswCohort {
        completed: Headcount::MAX,
        withdrawn: Headcount::MAX,
        ..NqswCohort::new(good::<Period>("2019/20"), Headcount::MAX)
    };
    assert_eq!(cohort.in_progress(), None);
    assert_eq!(
        cohort.findings().to_string(),
        "error WRK-08 at cohort.intake: cohort 2019/20: 4294967295 completed and 4294967295 withdrawn exceed \
         the intake of 4294967295",
    );
}

fn team(cases: u32, case_holders: &str, maximum: &str) -> Team {
    let line = |text: &str| OneLine::new(text).expect(text);
    Team::new(line("North"), line("Assessment"), good(maximum), Cases::new(cases), good(case_holders))
}

#[track_caller]
fn finds_in(teams: &[Team], expected: &str) {
    assert_eq!(caseload::findings(teams).to_string(), expected);
}

/// A hair above, one case, and the greatest team.
#[test]
fn teams_at_their_edges() {
    finds_in(&[team(16, "1", "16")], "");
    finds_in(
        &[team(16, "0.999999", "16")],
        "warning CSL-01 at teams[0].cases: team North holds 16 cases, 0.000016 above the 15.999984 that its \
         agreed maximum allows",
    );
    finds_in(
        &[team(1, "0.5", "0.000001")],
        "warning CSL-01 at teams[0].cases: team North holds 1 case, 0.9999995 above the 0.0000005 that its \
         agreed maximum allows",
    );
    finds_in(
        &[team(1, "0", "16")],
        "warning CSL-02 at teams[0].case_holders_fte: team North has no case holders for its 1 case",
    );
    finds_in(
        &[team(0, "0", "16")],
        "warning CSL-02 at teams[0].case_holders_fte: team North has no case holders",
    );
    let greatest = team(u32::MAX, "1000000", "1000");
    assert_eq!(greatest.standing(), CaseloadStanding::Above { excess: good("3294967295") });
    finds_in(
        &[greatest],
        "warning CSL-01 at teams[0].cases: team North holds 4294967295 cases, 3294967295 above the \
         1000000000 that its agreed maximum allows",
    );
}

/// More newly qualified than case holders is said beside what else is wrong, and leaves nobody for the team's
/// maximum.
#[test]
fn newly_qualified_beyond_the_case_holders() {
    let group = |holders: &str, maximum: &str| NewlyQualified {
        case_holders_fte: good(holders),
        agreed_maximum: good::<AgreedMaximum>(maximum),
    };
    let wrong = Team { newly_qualified: vec![group("1", "10"), group("1", "17")], ..team(28, "1.5", "16") };
    assert_eq!(wrong.capacity(), good("27"));
    let of = |index: usize| {
        [
            format!(
                "warning CSL-01 at teams[{index}].cases: team North holds 28 cases, 1 above the 27 that its \
                 agreed maximum allows"
            ),
            format!(
                "error CSL-03 at teams[{index}].newly_qualified: team North: newly qualified are 2 FTE, but \
                 all case holders only 1.5 FTE"
            ),
            format!(
                "error CSL-04 at teams[{index}].newly_qualified[1].agreed_maximum: team North: the reduced \
                 maximum of 17 cases per FTE is above the agreed maximum of 16 cases per FTE"
            ),
        ]
    };
    let twice = "error CSL-05 at teams[1].name: team North of service Assessment is also teams[0]";
    let all = [&of(0)[..], &of(1)[..], &[twice.to_owned()]].concat();
    finds_in(&[wrong.clone(), wrong], &all.join("\n"));
}
