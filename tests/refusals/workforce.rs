//! Every refusal of a snapshot, a cohort or a team, with its whole message: by constructors and by JSON alike; and
//! the findings that say what else is wrong with them. Those of rates are in `kpi.rs`.

use super::{fte, good, json, people, refuses};
use childrens_services::{
    Cases, Findings, Fte, Headcount, Indicator, NqswCohort, OneLine, Period, Polarity, QuantityError,
    RateError, RateFault, Severity, Snapshot, Symbol, Team, Unit,
    caseload::{self, NewlyQualified, StatedTeams},
    kpi::catalogue,
    workforce::Count,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::error::Error;

/// A finding, whole: what stands on record and cannot be is reported, not refused.
#[track_caller]
fn finds(findings: &Findings, expected: &[&str]) {
    let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
    assert!(!findings.is_ok() || expected.iter().all(|finding| finding.starts_with("warning ")));
    // The numbers of the message are values too; only a name that stands twice has none.
    for finding in findings.iter().filter(|finding| finding.rule().id() != "CSL-05") {
        assert!(!finding.values().is_empty(), "{finding}");
        for (_, value) in finding.values() {
            assert!(finding.message().contains(value) || value == "0", "{finding}: {value}");
        }
    }
}

// Snapshots.

/// Every count, none of them 0.
fn full() -> Value {
    json!({
        "period": "year to 30 September 2019",
        "inpost_fte": "494.5", "inpost_headcount": "536",
        "starters_fte": "84.4", "starters_headcount": "89",
        "leavers_fte": "49.5", "leavers_headcount": "54",
        "agency_fte": "75.9", "agency_headcount": "77",
        "agency_cover_fte": "50", "vacancy_fte": "56.3",
        "case_holders_fte": "225", "cases": "3770", "working_days_lost_fte": "3005",
    })
}

fn snapshot(document: &Value) -> Snapshot {
    serde_json::from_str(&document.to_string()).expect("the test's own snapshot is good")
}

/// A figure of a snapshot: its code, the counts it needs in the order in which they are missed, and those that
/// must not all be 0.
const ASKED: [(&str, &[&str], &[&str]); 13] = [
    ("turnover_rate_fte", &["leavers_fte", "inpost_fte"], &["inpost_fte"]),
    ("turnover_rate_headcount", &["leavers_headcount", "inpost_headcount"], &["inpost_headcount"]),
    ("agency_rate_fte", &["agency_fte", "inpost_fte"], &["agency_fte", "inpost_fte"]),
    (
        "agency_rate_headcount",
        &["agency_headcount", "inpost_headcount"],
        &["agency_headcount", "inpost_headcount"],
    ),
    ("agency_cover_rate_fte", &["agency_cover_fte", "agency_fte"], &["agency_fte"]),
    ("vacancy_rate_fte", &["vacancy_fte", "inpost_fte"], &["vacancy_fte", "inpost_fte"]),
    ("vacancy_agency_cover_rate_fte", &["agency_cover_fte", "vacancy_fte"], &["vacancy_fte"]),
    ("caseload_fte", &["cases", "case_holders_fte"], &["case_holders_fte"]),
    (
        "uncovered_vacancy_rate_fte",
        &["vacancy_fte", "agency_cover_fte", "inpost_fte"],
        &["vacancy_fte", "inpost_fte"],
    ),
    (
        "agency_dependence_rate_fte",
        &["agency_fte", "vacancy_fte", "inpost_fte"],
        &["vacancy_fte", "inpost_fte"],
    ),
    ("absence_rate_fte", &["working_days_lost_fte", "inpost_fte"], &["inpost_fte"]),
    ("uncovered_vacancy_fte", &["vacancy_fte", "agency_cover_fte"], &[]),
    ("establishment_fte", &["inpost_fte", "vacancy_fte"], &[]),
];

fn ask(snapshot: &Snapshot, code: &str) -> Result<(), RateError> {
    match code {
        "uncovered_vacancy_fte" => snapshot.uncovered_vacancy_fte().map(drop),
        "establishment_fte" => snapshot.establishment_fte().map(drop),
        rate => snapshot.rate(Indicator::defined(rate).expect("a rate of the catalogue")).map(drop),
    }
}

#[test]
fn snapshots_that_lack_a_count() {
    for (code, counts, _) in ASKED {
        assert_eq!(ask(&snapshot(&full()), code), Ok(()));
        let empty = Snapshot::new(good("2019"));
        refuses(ask(&empty, code), &format!("{code} is not defined: {} is not reported", counts[0]));
        for count in counts {
            let mut lacking = full();
            lacking.as_object_mut().unwrap().remove(*count);
            for _ in ["left out", "null"] {
                let refused = ask(&snapshot(&lacking), code);
                let error = refused.as_ref().unwrap_err();
                assert_eq!(error.symbol(), Some(Symbol::NotAvailable));
                assert_eq!(error.fault(), &RateFault::NotReported(good::<Count>(count)));
                refuses(refused, &format!("{code} is not defined: {count} is not reported"));
                lacking[*count] = Value::Null;
            }
            for (symbol, says) in [
                (Symbol::Confidential, "[c], confidential"),
                (Symbol::Low, "[low], rounds to 0 but is not 0"),
                (Symbol::LowReliability, "[u], low reliability"),
                (Symbol::NotAvailable, "[x], not available"),
                (Symbol::NotApplicable, "[z], not applicable"),
            ] {
                lacking[*count] = json!(symbol);
                let refused = ask(&snapshot(&lacking), code);
                let error = refused.as_ref().unwrap_err();
                // A rate over what is low may be anything.
                let of_rate = if symbol == Symbol::Low { Symbol::NotAvailable } else { symbol };
                assert_eq!(error.symbol(), Some(of_rate));
                assert_eq!(error.fault(), &RateFault::Withheld(good::<Count>(count), symbol));
                refuses(refused, &format!("{code} is not defined: {count} is withheld as {says}"));
            }
        }
    }
}

#[test]
fn snapshots_of_nothing() {
    for (code, counts, whole) in ASKED.into_iter().filter(|(.., whole)| !whole.is_empty()) {
        let mut nothing = full();
        for count in whole {
            nothing[*count] = json!("0");
        }
        let expected = match whole {
            [one] => format!("{code} is not defined: {one} is 0"),
            both => format!("{code} is not defined: {} are both 0", both.join(" and ")),
        };
        let refused = ask(&snapshot(&nothing), code);
        assert_eq!(refused.as_ref().unwrap_err().symbol(), Some(Symbol::NotApplicable));
        refuses(refused, &expected);

        // That there is nothing outranks whatever else is lacking.
        for count in counts.iter().filter(|count| !whole.contains(count)) {
            let mut lacking = nothing.clone();
            lacking.as_object_mut().unwrap().remove(*count);
            refuses(ask(&snapshot(&lacking), code), &expected);
            lacking[*count] = json!("[c]");
            refuses(ask(&snapshot(&lacking), code), &expected);
        }
    }
}

/// What is no rate of counts, a snapshot has no formula for.
#[test]
fn snapshots_without_a_formula() {
    let full = snapshot(&full());
    let rates: Vec<&str> = full.rates().map(|(indicator, _)| indicator.code()).collect();
    for indicator in catalogue::ALL.iter().filter(|indicator| !rates.contains(&indicator.code())) {
        let expected = format!("{} is not defined: a snapshot has no formula for it", indicator.code());
        let refused = full.rate(indicator);
        let error = refused.as_ref().unwrap_err();
        assert_eq!((error.fault(), error.symbol()), (&RateFault::NoFormula, None));
        refuses(refused, &expected);
    }
    refuses(
        full.rate(&Indicator::new("visits", "Visits", Unit::PerCent, Polarity::Neutral).unwrap()),
        "visits is not defined: a snapshot has no formula for it",
    );
}

#[test]
fn establishments_too_large() {
    let mut large = full();
    large["inpost_fte"] = json!("1000000");
    large["vacancy_fte"] = json!("0.5");
    let refused = snapshot(&large).establishment_fte();
    assert!(matches!(refused.as_ref().unwrap_err().fault(), RateFault::Count(_)));
    refuses(refused, "establishment_fte is not defined: FTE 1000000.5 is above 1000000");
}

/// A quotient of counts that each fit.
#[test]
fn rates_of_snapshots_too_large() {
    let mut large = full();
    large["cases"] = json!("4294967295");
    large["case_holders_fte"] = json!("0.000001");
    refuses(
        snapshot(&large).rate(&catalogue::CASELOAD_FTE),
        "caseload_fte is not defined: a count is above 100000000000, or the quotient above 100000000000000, the most in cases per FTE",
    );
}

#[test]
fn sums_of_snapshots() {
    let of_2018 = Snapshot::new(good("year to 30 September 2018"));
    let of_2019 = Snapshot::new(good("year to 30 September 2019"));
    let expected = "snapshots of different periods cannot be added: year to 30 September 2018 and year to 30 September 2019";
    refuses(Snapshot::total([&of_2018, &of_2019]), expected);
    refuses(Snapshot::total([&of_2018, &of_2018, &of_2019]), expected);
    refuses(Snapshot::total([]), "there is no snapshot to add up");
}

#[test]
fn sums_too_large() {
    let fte = ("1000000", "FTE 2000000 is above 1000000");
    let people = ("4294967295", "headcount 8589934590 is above 4294967295");
    for (count, (most, source)) in [
        ("inpost_fte", fte),
        ("starters_fte", fte),
        ("leavers_fte", fte),
        ("agency_fte", fte),
        ("agency_cover_fte", fte),
        ("vacancy_fte", fte),
        ("case_holders_fte", fte),
        ("inpost_headcount", people),
        ("starters_headcount", people),
        ("leavers_headcount", people),
        ("agency_headcount", people),
        ("cases", ("4294967295", "number of cases 8589934590 is above 4294967295")),
        ("working_days_lost_fte", ("10000000", "number of working days 20000000 is above 10000000")),
    ] {
        let large = snapshot(&json!({"period": "2019", count: most}));
        let error = Snapshot::total([&large, &large]).unwrap_err();
        assert_eq!(error.source().map(ToString::to_string).as_deref(), Some(source));
        assert!(error.source().is_some_and(|source| source.is::<QuantityError>()));
        refuses(Err::<(), _>(error), &format!("the sum of {count} is too large"));
    }
}

#[test]
fn snapshots_in_json() {
    let with = |more: &str| format!(r#"{{"period": "2019", {more}}}"#);
    let counts = "`inpost_fte`, `inpost_headcount`, `starters_fte`, `starters_headcount`, `leavers_fte`, `leavers_headcount`, `agency_fte`, `agency_headcount`, `agency_cover_fte`, `vacancy_fte`, `case_holders_fte`, `cases`, `working_days_lost_fte`";
    let unknown = |field: &str| format!("unknown field `{field}`, expected one of `period`, {counts}");
    json::<Snapshot>("{}", "missing field `period`");
    json::<Snapshot>(&with(r#""inpost": "5""#), &unknown("inpost"));
    json::<Snapshot>(&with(r#""nobody": "c""#), &unknown("nobody"));
    json::<Snapshot>(&with(r#""withheld": {"cases": "c"}"#), &unknown("withheld"));
    json::<Snapshot>(&with(r#""cases": "5", "cases": "5""#), "duplicate field `cases`");
    json::<Snapshot>(&with(r#""cases": "5", "cases": "c""#), "duplicate field `cases`");
    json::<Snapshot>(&with(r#""cases": null, "cases": "5""#), "duplicate field `cases`");
    json::<Snapshot>(&with(r#""period": "2019""#), "duplicate field `period`");
    for (given, expected) in [
        (r#""inpost_fte": "-5""#, "FTE -5 is below 0"),
        (r#""cases": "-5""#, "number of cases -5 is below 0"),
        (r#""inpost_fte": "1000000.5""#, "FTE 1000000.5 is above 1000000"),
        (r#""inpost_fte": "5%""#, r#"FTE "5%" is in per cent, not in FTE"#),
        (r#""inpost_fte": "5 people""#, r#"FTE "5 people" is in headcount, not in FTE"#),
        (r#""inpost_headcount": "5 FTE""#, r#"headcount "5 FTE" is in FTE, not in headcount"#),
        (r#""inpost_headcount": "536.5""#, r#"headcount "536.5" is not written as digits (as in "536")"#),
        (
            r#""inpost_fte": "around 75""#,
            r#"FTE "around 75" is not written as digits, optionally a point and up to 6 more digits (as in "494.5" or "494.5 FTE")"#,
        ),
        (
            r#""inpost_fte": "secret""#,
            r#"FTE "secret" is not written as digits, optionally a point and up to 6 more digits (as in "494.5" or "494.5 FTE")"#,
        ),
        (
            r#""inpost_fte": 494.5"#,
            "invalid type: floating point `494.5`, expected a count written as text, such as \"56.3\" or \"[c]\"",
        ),
        (
            r#""cases": 3770"#,
            "invalid type: integer `3770`, expected a count written as text, such as \"56.3\" or \"[c]\"",
        ),
        (
            r#""cases": {"known": 3770}"#,
            "invalid type: map, expected a count written as text, such as \"56.3\" or \"[c]\"",
        ),
    ] {
        json::<Snapshot>(&with(given), expected);
    }
    // The symbol itself is a count that is withheld.
    assert_eq!(
        snapshot(&json!({"period": "2019", "inpost_fte": "c"})).inpost_fte,
        Some(Symbol::Confidential.into())
    );
}

// Cohorts.

#[test]
fn cohorts() {
    let period: Period = good("2019/20");
    let expected =
        "error WRK-08 at cohort.intake: cohort 2019/20: 30 completed and 9 withdrawn exceed the intake of 38";
    let made =
        NqswCohort { completed: people(30), withdrawn: people(9), ..NqswCohort::new(period, people(38)) };
    let document = r#"{"period": "2019/20", "intake": 38, "completed": 30, "withdrawn": 9}"#;
    let read: NqswCohort = serde_json::from_str(document).unwrap();
    assert_eq!((read, made.in_progress()), (made, None));
    finds(&made.findings(), &[expected]);
    let [intake, completed, withdrawn] = [Headcount::MAX; 3];
    finds(
        &NqswCohort { period, intake, completed, withdrawn }.findings(),
        &[
            "error WRK-08 at cohort.intake: cohort 2019/20: 4294967295 completed and 4294967295 withdrawn exceed the intake of 4294967295",
        ],
    );
    json::<NqswCohort>(r#"{"period": "2019/20", "intake": 38}"#, "missing field `completed`");
    json::<NqswCohort>(
        r#"{"period": "2019/20", "left": 38}"#,
        "unknown field `left`, expected one of `period`, `intake`, `completed`, `withdrawn`",
    );
    for (intake, is) in [
        ("-38", "invalid value: integer `-38`"),
        ("38.5", "invalid type: floating point `38.5`"),
        ("\"38\"", "invalid type: string \"38\""),
    ] {
        json::<NqswCohort>(
            &format!(r#"{{"period": "2019/20", "intake": {intake}, "completed": 0, "withdrawn": 0}}"#),
            &format!("{is}, expected a headcount: a whole number from 0 to 4294967295"),
        );
    }
}

// Teams.

fn team(name: &str, service: &str) -> Team {
    Team::new(good(name), good(service), good("16"), Cases::new(120), fte("8"))
}

fn group(case_holders_fte: &str, agreed_maximum: &str) -> NewlyQualified {
    NewlyQualified { case_holders_fte: good(case_holders_fte), agreed_maximum: good(agreed_maximum) }
}

/// The team North in JSON, with these newly qualified groups.
fn north(groups: &Value) -> String {
    json!({
        "name": "North", "service": "Assessment", "agreed_maximum": "16", "cases": 120, "case_holders_fte": "8",
        "newly_qualified": groups,
    })
    .to_string()
}

/// A name with a line break could pass for a finding of its own.
#[test]
fn names_of_teams() {
    let nothing = "a text is needed that says something, not an empty one";
    let control = |shown: &str| format!("text {shown} has a line break or another control character");
    for (name, service, expected) in [
        ("", "S", nothing.to_owned()),
        (" ", "S", nothing.to_owned()),
        ("\u{a0}", "S", nothing.to_owned()),
        ("North", "", nothing.to_owned()),
        ("\t\u{a0}", "S", control(r#""\t\u{a0}""#)),
        ("South\nerror", "Assessment", control(r#""South\nerror""#)),
        ("South", "\u{1b}[2J", control(r#""\u{1b}[2J""#)),
    ] {
        let both = OneLine::new(name).and_then(|name| Ok((name, OneLine::new(service)?)));
        refuses(both, &expected);
        let document = json!({"name": name, "service": service, "agreed_maximum": "16", "cases": 0, "case_holders_fte": "0"});
        json::<Team>(&document.to_string(), &expected);
        json::<Vec<Team>>(&json!([document]).to_string(), &expected);
    }
}

/// The same findings of a team made in code and read from JSON, which takes both: they are no refusals.
#[track_caller]
fn of_north(groups: &[(&str, &str)], expected: &[&str]) {
    let newly_qualified = groups.iter().map(|(holders, maximum)| group(holders, maximum)).collect();
    let made = Team { newly_qualified, ..team("North", "Assessment") };
    let groups: Vec<Value> = groups
        .iter()
        .map(|(holders, maximum)| json!({"case_holders_fte": holders, "agreed_maximum": maximum}))
        .collect();
    let read: Team = serde_json::from_str(&north(&groups.into())).expect("it is read");
    assert_eq!(read, made);
    let errors: Findings = caseload::findings(&[made])
        .into_iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .collect();
    finds(&errors, expected);
}

#[test]
fn newly_qualified_workers() {
    of_north(&[("8", "16")], &[]);
    of_north(
        &[("2", "16.5")],
        &[
            "error CSL-04 at teams[0].newly_qualified[0].agreed_maximum: team North: the reduced maximum of 16.5 cases per FTE is above the agreed maximum of 16 cases per FTE",
        ],
    );
    of_north(
        &[("8.5", "10")],
        &[
            "error CSL-03 at teams[0].newly_qualified: team North: newly qualified are 8.5 FTE, but all case holders only 8 FTE",
        ],
    );
    of_north(
        &[("5", "10"), ("4", "12")],
        &[
            "error CSL-03 at teams[0].newly_qualified: team North: newly qualified are 9 FTE, but all case holders only 8 FTE",
        ],
    );
    of_north(
        &[("5", "10"), ("4", "17")],
        &[
            "error CSL-03 at teams[0].newly_qualified: team North: newly qualified are 9 FTE, but all case holders only 8 FTE",
            "error CSL-04 at teams[0].newly_qualified[1].agreed_maximum: team North: the reduced maximum of 17 cases per FTE is above the agreed maximum of 16 cases per FTE",
        ],
    );
    let twice = vec![group("1000000", "10"), group("1000000", "10")];
    let large = Team { case_holders_fte: Fte::MAX, newly_qualified: twice, ..team("North", "S") };
    finds(
        &caseload::findings(&[large]),
        &[
            "error CSL-03 at teams[0].newly_qualified: team North: newly qualified are 2000000 FTE, but all case holders only 1000000 FTE",
        ],
    );
}

#[test]
fn teams_in_json() {
    json::<Team>(
        r#"{"name": "North", "manager": "M"}"#,
        "unknown field `manager`, expected one of `name`, `service`, `agreed_maximum`, `cases`, `case_holders_fte`, `newly_qualified`",
    );
    json::<Team>(r#"{"name": "North"}"#, "missing field `service`");
    json::<Team>(
        &north(&json!([{"fte": "2"}])),
        "unknown field `fte`, expected `case_holders_fte` or `agreed_maximum`",
    );
    json::<Team>(
        &north(&json!([{"case_holders_fte": "2", "agreed_maximum": "1000.5"}])),
        "agreed maximum 1000.5 is above 1000",
    );
    json::<Team>(
        &north(&json!([{"case_holders_fte": "2", "agreed_maximum": "0"}])),
        "agreed maximum 0 is below 0.000001",
    );
}

#[test]
fn teams_of_one_name() {
    let three = || [team("North", "Assessment"), team("North", "Care"), team("North", "Assessment")];
    let expected = ["error CSL-05 at teams[2].name: team North of service Assessment is also teams[0]"];
    finds(&caseload::findings(&three()), &expected);
    let read: Vec<Team> = serde_json::from_str(&serde_json::to_string(&three()).unwrap()).unwrap();
    finds(&caseload::findings(&read), &expected);
}

/// However long a name is, a message about it stays short.
#[test]
fn messages_about_long_names_stay_short() {
    let long =
        |newly_qualified| Team { newly_qualified, ..team(&"n".repeat(1_000_000), &"s".repeat(1_000_000)) };
    let findings = caseload::findings(&[
        long(vec![group("9", "10"), group("1", "17")]),
        Team { cases: Cases::new(1_000), ..long(vec![]) },
        Team { case_holders_fte: Fte::ZERO, ..long(vec![]) },
    ]);
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule().id()).collect();
    assert_eq!(rules, ["CSL-01", "CSL-03", "CSL-04", "CSL-01", "CSL-05", "CSL-02", "CSL-05"]);
    assert!(findings.iter().all(|finding| finding.to_string().len() < 500));
}

#[test]
fn averages_of_teams() {
    let nobody = || Team { cases: Cases::new(5), case_holders_fte: Fte::ZERO, ..team("North", "S") };
    let no_holders = "caseload_fte is not defined: case_holders_fte is 0";
    refuses(nobody().average(), no_holders);
    refuses(caseload::overall(&[nobody()]), no_holders);
    refuses(caseload::overall(&[]), no_holders);
    assert_eq!(caseload::overall(&[]).unwrap_err().symbol(), Some(Symbol::NotApplicable));
    refuses(caseload::within_maximum(&[]), "teams_within_maximum_rate is not defined: the denominator is 0");

    let large = |name, cases, case_holders_fte| Team { cases, case_holders_fte, ..team(name, "S") };
    refuses(
        caseload::overall(&[large("A", Cases::MAX, fte("1")), large("B", Cases::new(1), fte("1"))]),
        "caseload_fte is not defined: number of cases 4294967296 is above 4294967295",
    );
    let many = [large("A", Cases::ZERO, Fte::MAX), large("B", Cases::ZERO, fte("0.5"))];
    refuses(caseload::overall(&many), "caseload_fte is not defined: FTE 1000000.5 is above 1000000");
    assert!(matches!(caseload::overall(&many).unwrap_err().fault(), RateFault::Count(_)));
    refuses(
        large("A", Cases::MAX, fte("0.000001")).average(),
        "caseload_fte is not defined: a count is above 100000000000, or the quotient above 100000000000000, the most in cases per FTE",
    );
}

#[test]
fn stated_teams_in_json() {
    for (document, expected) in [
        (r#"{"within": -1, "teams": 8}"#, "invalid value: integer `-1`, expected u32"),
        (r#"{"within": 1.5, "teams": 8}"#, "invalid type: floating point `1.5`, expected u32"),
        (r#"{"within": "4", "teams": 8}"#, r#"invalid type: string "4", expected u32"#),
        (r#"{"within": 4}"#, "missing field `teams`"),
        (r#"{"within": 4, "teams": 8, "above": 4}"#, "unknown field `above`, expected `within` or `teams`"),
    ] {
        json::<StatedTeams>(document, expected);
    }
    // More within than there are is on record as it was stated, and makes no rate.
    let stated: StatedTeams = serde_json::from_str(r#"{"within": 9, "teams": 8}"#).unwrap();
    refuses(
        stated.rate(),
        "teams_within_maximum_rate is not defined: it is a share of a whole, and 9 is above 8",
    );
}

// What holds for all of them.

/// The names of private types are nobody's business.
#[test]
fn messages_name_no_private_type() {
    fn error<T: DeserializeOwned>(document: &str) -> String {
        serde_json::from_str::<T>(document).map(drop).expect_err("it was not refused").to_string()
    }
    let messages = [
        error::<Snapshot>("5"),
        error::<Snapshot>(r#"{"period": "2019", "cases": []}"#),
        error::<Team>("5"),
        error::<Team>(&north(&json!([5]))),
        error::<NewlyQualified>("5"),
        error::<StatedTeams>("5"),
        error::<NqswCohort>("5"),
    ];
    let private = ["Wire", "Counts", "Withheld", "Object", "struct"];
    let leaks = |message: &String| private.iter().any(|name| message.contains(name));
    let leaking: Vec<String> = messages.into_iter().filter(leaks).collect();
    assert_eq!(leaking, Vec::<String>::new());
}
