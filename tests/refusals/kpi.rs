//! Every refusal of an indicator, a series, a change, a scorecard or a rate, with its whole message: by
//! constructors, by text and by JSON alike. Those of numbers, figures and periods are in `measure.rs`,
//! those of snapshots, cohorts and teams in `workforce.rs`.

use super::{KEPT, fte, good, json, megabyte, people, refuses};
use childrens_services::{
    Cases, Change, Days, Figure, Fte, Headcount, Indicator, Observable, Observed, Percent, Polarity,
    Quantity, Rate, RateError, RateFault, RelativeChange, Scorecard, Series, Snapshot, StatedChange, Symbol,
    Unit, caseload::StatedTeams, kpi::catalogue,
};
use rust_decimal_macros::dec;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

// Indicators.

#[track_caller]
fn indicator(code: &str, title: &str, expected: &str) {
    refuses(Indicator::new(code, title, Unit::PerCent, Polarity::Neutral), expected);
    let document = json!({"code": code, "title": title, "unit": "per_cent", "polarity": "neutral"});
    json::<Indicator>(&document.to_string(), expected);
}

fn visits(unit: Unit) -> Indicator {
    Indicator::new("visits", "Visits", unit, Polarity::HigherIsBetter)
        .expect("the test's own indicator is good")
}

#[test]
fn indicator_codes() {
    let expected = |code: &str| {
        format!(
            "indicator code {code:?} is not 1 to 64 lower-case letters a to z, digits and underscores with a letter first"
        )
    };
    for code in ["", "Visits", "1visit", "_visits", "visits in time", "visits-in-time", "vísits", "visits\n"]
    {
        indicator(code, "Visits", &expected(code));
    }
    assert!(Indicator::new("v".repeat(64), "Visits", Unit::Weeks, Polarity::Neutral).is_ok());
    for long in [65, 1_000_000] {
        indicator(&"v".repeat(long), "Visits", &expected(&format!("{}…", "v".repeat(60))));
    }
}

fn taken(code: &str) -> String {
    format!("indicator {code} is defined by this crate and cannot be defined anew: use the code alone")
}

#[test]
fn codes_of_the_catalogue_are_taken() {
    assert!(catalogue::ALL.len() > 30);
    for known in catalogue::ALL {
        indicator(known.code(), "Mine", &taken(known.code()));
    }
}

#[test]
fn indicators_without_a_title() {
    for title in ["", " ", "\u{a0}", "-"] {
        indicator(
            "visits",
            title,
            "title of indicator visits: a text is needed that says something, not an empty one",
        );
    }
}

/// What would break a table, or hide in it.
#[test]
fn titles_of_more_than_one_line() {
    for title in ["Visits\nin time", "Visits\tin time", "Visits\u{202e}", "Vis\u{ad}its"] {
        let expected = format!(
            "title of indicator visits: text {title:?} has a line break or another control character"
        );
        indicator("visits", title, &expected);
    }
}

/// An indicator in JSON with more fields.
fn definition(unit: &str, more: &Value) -> String {
    let mut whole = json!({"code": "visits", "title": "Visits", "unit": unit, "polarity": "neutral"});
    let fields = whole.as_object_mut().expect("the test's own object");
    fields.extend(more.as_object().expect("the test's own object").clone());
    whole.to_string()
}

#[test]
fn shares_of_a_whole_are_in_per_cent() {
    for unit in Unit::ALL.iter().copied().filter(|unit| *unit != Unit::PerCent) {
        let expected =
            format!("indicator visits cannot be a share of a whole: its unit is {unit}, not per cent");
        refuses(visits(unit).share(), &expected);
        json::<Indicator>(&definition(unit.code(), &json!({"share": true})), &expected);
    }
    refuses(
        visits(Unit::CasesPerFte).share(),
        "indicator visits cannot be a share of a whole: its unit is cases per FTE, not per cent",
    );
    json::<Indicator>(
        &definition("working_days", &json!({"share": "yes"})),
        r#"invalid type: string "yes", expected a boolean"#,
    );
}

#[test]
fn decimal_places_of_indicators() {
    for (unit, dp, expected) in [
        (Unit::PerCent, 6, "indicator visits cannot have 6 decimal places: at most 5 with its unit"),
        (
            Unit::WorkingDays,
            u32::MAX,
            "indicator visits cannot have 4294967295 decimal places: at most 5 with its unit",
        ),
        (Unit::Score, 6, "indicator visits cannot have 6 decimal places: at most 5 with its unit"),
        (Unit::Pounds, 3, "indicator visits cannot have 3 decimal places: at most 2 with its unit"),
        (Unit::Cases, 1, "indicator visits cannot have 1 decimal place: at most 0 with its unit"),
        (Unit::Children, 1, "indicator visits cannot have 1 decimal place: at most 0 with its unit"),
    ] {
        refuses(visits(unit).with_decimal_places(dp), expected);
        json::<Indicator>(&definition(unit.code(), &json!({"decimal_places": dp})), expected);
    }
    json::<Indicator>(
        &definition("working_days", &json!({"decimal_places": -1})),
        "invalid value: integer `-1`, expected u32",
    );
}

#[test]
fn indicators_in_json() {
    let unknown = |code: &str| {
        format!("indicator {code:?} is not one that this crate defines: give code, title, unit and polarity")
    };
    for code in ["visits", "Cases", "vacancy_gap_rate_fte", ""] {
        json::<Indicator>(&Value::from(code).to_string(), &unknown(code));
    }
    json::<Indicator>(&format!("{:?}", megabyte()), &unknown(KEPT));
    let expected = "expected the code of an indicator that this crate defines, or an object with code, title, unit and polarity";
    json::<Indicator>("5", &format!("invalid type: integer `5`, {expected}"));
    json::<Indicator>("null", &format!("invalid type: null, {expected}"));
    json::<Indicator>(r#"["visits"]"#, &format!("invalid type: sequence, {expected}"));
    json::<Indicator>("{}", "missing field `code`");
    json::<Indicator>(r#"{"code": "cases"}"#, "missing field `title`");
    json::<Indicator>(r#"{"code": "a", "code": "b"}"#, "duplicate field `code`");
    json::<Indicator>(
        &definition("working_days", &json!({"colour": "red"})),
        "unknown field `colour`, expected one of `code`, `title`, `unit`, `polarity`, `polarity_source`, `decimal_places`, `share`, `definition`, `source`",
    );
    json::<Indicator>(
        &definition("days", &json!({})),
        r#"unit "days" is not one of per_cent, percentage_points, per_10000, fte, headcount, children, cases, cases_per_fte, working_days, weeks, pounds, number, score"#,
    );
    json::<Indicator>(
        r#"{"code": "a", "title": "A", "unit": "fte", "polarity": "up"}"#,
        r#"polarity "up" is not one of lower_is_better, higher_is_better, neutral"#,
    );
}

/// What has a code of the catalogue is that indicator: nothing that goes by it may be another.
#[test]
fn an_indicator_of_the_catalogue_cannot_be_altered() {
    for known in catalogue::ALL.iter().copied() {
        let expected = taken(known.code());
        refuses(known.clone().with_definition("mine"), &expected);
        refuses(known.clone().with_source("me"), &expected);
        refuses(known.clone().with_polarity_source("me"), &expected);
        refuses(known.clone().with_decimal_places(0), &expected);
        refuses(known.clone().share(), &expected);
        let written = serde_json::to_string(known).unwrap();
        assert_eq!(&serde_json::from_str::<Indicator>(&written).unwrap(), known, "written as {written}");
    }
}

// Series and changes.

/// Texts refused by [`Series::new`] and by JSON alike.
#[track_caller]
fn series(indicator: &Indicator, observations: &[(&str, &str)], expected: &str) {
    refuses(Series::new(indicator, observations.iter().copied()), expected);
    in_document(indicator, observations, expected);
}

/// Texts refused in a document: a series, and one on a scorecard.
#[track_caller]
fn in_document(indicator: &Indicator, observations: &[(&str, &str)], expected: &str) {
    let seen = observations.iter().map(|(period, value)| json!({"period": period, "value": value}));
    let series = json!({"indicator": indicator, "observations": seen.collect::<Vec<_>>()});
    json::<Series>(&series.to_string(), expected);
    json::<Scorecard>(&json!({"title": "T", "kpis": [{"series": series}]}).to_string(), expected);
}

/// Refused as an observation of 2019: by a series, and as either end of a change.
#[track_caller]
fn observed<V>(indicator: &Indicator, value: V, expected: &str)
where
    V: Observable + Clone + Debug,
{
    refuses(Series::new(indicator, [("2019", value.clone())]), expected);
    refuses(Change::between(indicator, ("2019", value.clone()), ("2020", value.clone())), expected);
    if let Ok(value) = value.observe(indicator, good("2019")) {
        let other = ("2018", Observed::from(Symbol::NotAvailable));
        refuses(Series::new(indicator, [other.clone(), ("2019", value.clone())]), expected);
        refuses(Change::between(indicator, other, ("2019", value)), expected);
    }
}

#[test]
fn series_of_another_unit() {
    let percent = |text| Figure::read(Unit::PerCent, text).unwrap();
    observed(
        &catalogue::VACANCY_RATE_FTE,
        fte("5"),
        "vacancy_rate_fte is in per cent, but the figure of 2019 is in FTE: exactly 5 FTE",
    );
    observed(
        &catalogue::CASELOAD_FTE,
        percent("over 5%"),
        "caseload_fte is in cases per FTE, but the figure of 2019 is in per cent: over 5%",
    );
    observed(
        &catalogue::INPOST_HEADCOUNT,
        Cases::new(5),
        "inpost_headcount is in headcount, but the figure of 2019 is in cases: 5",
    );
    observed(
        &visits(Unit::Cases),
        good::<Days>("5"),
        "visits is in cases, but the figure of 2019 is in working days: exactly 5 working days",
    );
    observed(&visits(Unit::Fte), 5_u32, "visits is in FTE, but the figure of 2019 is in number: exactly 5");
    for own in Unit::ALL.iter().copied() {
        for other in Unit::ALL.iter().copied().filter(|other| *other != own) {
            let five = Quantity::read(other, "5").expect("every unit has a 5");
            let figure = Figure::from(five);
            observed(
                &visits(own),
                five,
                &format!("visits is in {own}, but the figure of 2019 is in {other}: {figure}"),
            );
        }
    }
}

/// One number of another unit among good ones.
#[test]
fn series_of_mixed_units() {
    let mixed = [
        ("2018", Figure::read(Unit::Fte, "75").unwrap()),
        ("2019", Figure::read(Unit::Headcount, "77").unwrap()),
        ("2020", Figure::read(Unit::Fte, "[c]").unwrap()),
    ];
    refuses(
        Series::new(&catalogue::AGENCY_FTE, mixed),
        "agency_fte is in FTE, but the figure of 2019 is in headcount: 77",
    );
    let texts = [("2018", "75 FTE"), ("2019", "77 people")];
    let expected = r#"FTE "77 people" is in headcount, not in FTE"#;
    refuses(Series::new(&catalogue::AGENCY_FTE, texts), &format!("agency_fte in 2019: {expected}"));
    in_document(&catalogue::AGENCY_FTE, &texts, &format!("observations[1].value: {expected}"));
}

/// What a series says of a text that is no figure of its indicator: each kind once, the rest is the figure's
/// own.
#[test]
fn series_of_unreadable_figures() {
    for (indicator, given, expected) in [
        (
            &catalogue::VACANCY_GAP_RATE,
            "lots",
            r#"figure "lots" is neither a symbol such as [c] nor digits, optionally a point and up to 6 more digits (as in "18.5" or "18.5%"), with or without one of the words exactly, over, at least, around, under, at most before it"#,
        ),
        (
            &catalogue::VACANCY_GAP_RATE,
            "18.5pp",
            r#"percentage "18.5pp" is in percentage points, not in per cent"#,
        ),
        (
            &catalogue::VACANCY_GAP_RATE,
            "0.185",
            r#"figure "0.185" may be a fraction: write "18.5%", or "0.185%" if it is less than one per cent"#,
        ),
        (&catalogue::AGENCY_FTE, "-1 FTE", "FTE -1 is below 0"),
        (
            &catalogue::LEAVERS_HEADCOUNT,
            "under 0",
            r#"figure "under 0 people" allows no value from 0 to 4294967295"#,
        ),
        (
            &catalogue::CASES,
            "3770.5",
            r#"figure "3770.5" is neither a symbol such as [c] nor digits (as in "3770"), with or without one of the words exactly, over, at least, around, under, at most before it"#,
        ),
    ] {
        let code = indicator.code();
        observed(indicator, given, &format!("{code} in 2019: {expected}"));
        observed(indicator, given.to_owned(), &format!("{code} in 2019: {expected}"));
        let second = [("2018", "[c]"), ("2019", given)];
        refuses(Series::new(indicator, second), &format!("{code} in 2019: {expected}"));
        let [earlier, later] = second;
        refuses(Change::between(indicator, earlier, later), &format!("{code} in 2019: {expected}"));
        in_document(indicator, &second, &format!("observations[1].value: {expected}"));
    }
}

#[test]
fn series_of_another_indicator() {
    let vacancy = Rate::new(&catalogue::VACANCY_RATE_FTE, fte("1"), fte("10")).unwrap();
    let expected = "turnover_rate_fte cannot be observed as vacancy_rate_fte";
    observed(&catalogue::TURNOVER_RATE_FTE, vacancy.clone(), expected);
    observed(&catalogue::TURNOVER_RATE_FTE, Ok::<_, RateError>(vacancy.clone()), expected);
    observed(&visits(Unit::PerCent), vacancy.clone(), "visits cannot be observed as vacancy_rate_fte");
    observed(&catalogue::CASES, vacancy, "cases cannot be observed as vacancy_rate_fte");
    let own = Rate::new(&visits(Unit::PerCent), 1, 10).unwrap();
    observed(&catalogue::VACANCY_RATE_FTE, own.clone(), "vacancy_rate_fte cannot be observed as visits");
    // The code alone does not make it the same indicator.
    observed(&visits(Unit::PerCent).share().unwrap(), own, "visits cannot be observed as visits");
}

#[test]
fn periods_of_series() {
    let malformed = |given: &str| {
        format!(
            "period {given:?} is not written as a day (2019-09-30), a month (2019-02), a quarter (2019/20 Q1), a financial year (2018/19), a reporting year (year to 30 September 2019) or a calendar year (2019)"
        )
    };
    for (given, expected) in [
        ("", malformed("")),
        ("September 2019", malformed("September 2019")),
        ("2019/20Q1", malformed("2019/20Q1")),
        ("2019-02-30", r#"period "2019-02-30" is not a date of the calendar"#.to_owned()),
        (
            "2019-13",
            r#"period "2019-13": month 13 is outside 1 to 12 (a financial year is written 2018/19)"#
                .to_owned(),
        ),
        ("2019/20 Q5", r#"period "2019/20 Q5": quarter 5 is outside 1 to 4"#.to_owned()),
        ("1899", r#"period "1899": year 1899 is outside 1900 to 2199"#.to_owned()),
    ] {
        let in_code = format!("agency_fte: {expected}");
        let agency = &catalogue::AGENCY_FTE;
        refuses(Series::new(agency, [(given, "75")]), &in_code);
        refuses(Series::new(agency, [("2018", "75"), (given, "75")]), &in_code);
        refuses(Change::between(agency, (given, "75"), ("2020", "75")), &in_code);
        refuses(Change::between(agency, ("1900", "75"), (given, "75")), &in_code);
        in_document(agency, &[(given, "75")], &expected);
    }
}

#[test]
fn series_of_mixed_kinds() {
    for (first, other, are) in [
        ("2019-02", "2019", "2019-02 is a month and 2019 a calendar year"),
        ("2018/19", "2018/19 Q4", "2018/19 is a financial year and 2018/19 Q4 a quarter"),
        ("2019-09-30", "2019-09", "2019-09-30 is a day and 2019-09 a month"),
        (
            "year to 30 September 2019",
            "2019-09-30",
            "year to 30 September 2019 is a reporting year and 2019-09-30 a day",
        ),
    ] {
        let expected = format!("vacancy_fte has periods of different kinds: {are}");
        series(&catalogue::VACANCY_FTE, &[(first, "5.0"), (other, "5.0")], &expected);
        refuses(Change::between(&catalogue::VACANCY_FTE, (first, "5.0"), (other, "5.0")), &expected);
    }
}

#[test]
fn series_with_a_period_twice() {
    series(
        &catalogue::VACANCY_FTE,
        &[("2019-02", "5"), ("2019-03", "5"), ("2019-02", "5")],
        "vacancy_fte has two observations of 2019-02",
    );
    // Neither a symbol nor the same figure again is an exception.
    series(
        &catalogue::VACANCY_FTE,
        &[("2019-02", "5"), ("2019-02", "[c]")],
        "vacancy_fte has two observations of 2019-02",
    );
}

#[test]
fn shares_above_their_whole() {
    for given in [
        "100.1%",
        "101%",
        "exactly 100.000001%",
        "over 100%",
        "at least 100.5%",
        "around 120%",
        // The message must not round what is above 100% down to it.
        "100.04%",
    ] {
        let expected = format!(
            "vacancy_rate_fte is a share of a whole and cannot be above 100%, but is {given} in 2019"
        );
        observed(&catalogue::VACANCY_RATE_FTE, given, &expected);
        let placed = format!("observations[0].value: {expected}");
        in_document(&catalogue::VACANCY_RATE_FTE, &[("2019", given)], &placed);
    }
    let share = visits(Unit::PerCent).share().unwrap();
    let expected = "visits is a share of a whole and cannot be above 100%, but is exactly 150% in 2019";
    observed(&share, good::<Percent>("150%"), expected);
    in_document(&share, &[("2019", "exactly 150%")], &format!("observations[0].value: {expected}"));
}

#[test]
fn changes() {
    let vacancies = &catalogue::VACANCY_FTE;
    for (since, until, expected) in [
        (
            "2019-09",
            "2019-02",
            "vacancy_fte cannot change from 2019-09 to 2019-02: the later period must end after the earlier",
        ),
        (
            "2019-02",
            "2019-02",
            "vacancy_fte cannot change from 2019-02 to 2019-02: the later period must end after the earlier",
        ),
        (
            "2019-02",
            "2020",
            "vacancy_fte has periods of different kinds: 2019-02 is a month and 2020 a calendar year",
        ),
    ] {
        refuses(Change::between(vacancies, (since, fte("5")), (until, fte("4"))), expected);
        let stated = json!({"indicator": "vacancy_fte", "since": since, "until": until, "relative": "-75"});
        let read: StatedChange = serde_json::from_value(stated).unwrap();
        let (since, until) = (good(since), good(until));
        let made = StatedChange { indicator: vacancies.clone(), since, until, relative: good("-75%") };
        assert_eq!(read, made);
        refuses(made.change(), expected);
    }
    refuses(
        Change::between(&catalogue::CASES, ("2019-02", fte("5")), ("2019-03", fte("4"))),
        "cases is in cases, but the figure of 2019-02 is in FTE: exactly 5 FTE",
    );
    let vacancy = Rate::read(&catalogue::VACANCY_RATE_FTE, "1 / 10").unwrap();
    refuses(
        Change::between(&catalogue::TURNOVER_RATE_FTE, ("2019-02", vacancy.clone()), ("2019-03", vacancy)),
        "turnover_rate_fte cannot be observed as vacancy_rate_fte",
    );
}

#[test]
fn stated_changes_in_json() {
    let good = json!({"indicator": "vacancy_fte", "since": "2019-02", "until": "2019-09", "relative": "-75"});
    assert!(serde_json::from_value::<StatedChange>(good.clone()).is_ok());
    for field in ["indicator", "since", "until", "relative"] {
        let mut lacking = good.clone();
        lacking.as_object_mut().unwrap().remove(field);
        json::<StatedChange>(&lacking.to_string(), &format!("missing field `{field}`"));
    }
    for (field, value, expected) in [
        (
            "indicator",
            json!("visits"),
            r#"indicator "visits" is not one that this crate defines: give code, title, unit and polarity"#,
        ),
        (
            "since",
            json!("2019-13"),
            r#"period "2019-13": month 13 is outside 1 to 12 (a financial year is written 2018/19)"#,
        ),
        (
            "until",
            json!(2019),
            r#"invalid type: integer `2019`, expected a period written as text, such as "2019-02""#,
        ),
        (
            "relative",
            json!(-75),
            r#"invalid type: integer `-75`, expected a text such as "-75": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"#,
        ),
        ("relative", json!("-101"), "relative change -101 is below -100"),
        ("relative", json!("-75pp"), r#"relative change "-75pp" is in percentage points, not in per cent"#),
        (
            "verdict",
            json!("improved"),
            "unknown field `verdict`, expected one of `indicator`, `since`, `until`, `relative`",
        ),
        (
            "ends",
            json!({}),
            "unknown field `ends`, expected one of `indicator`, `since`, `until`, `relative`",
        ),
    ] {
        let mut wrong = good.clone();
        wrong[field] = value;
        json::<StatedChange>(&wrong.to_string(), expected);
    }
}

/// A stated change is applied to a number of its indicator's unit, and a share does not leave its whole by it
/// either.
#[test]
fn stated_changes_that_cannot_be_applied() {
    let stated = |indicator: &Indicator, relative| StatedChange {
        indicator: indicator.clone(),
        since: good("2018"),
        until: good("2019"),
        relative: good(relative),
    };
    let rise = stated(&catalogue::VACANCY_RATE_FTE, "50%");
    assert_eq!(rise.apply_to_rounded(good::<Percent>("60%"), 1), Ok(good::<Percent>("90%").into()));
    refuses(
        rise.apply_to_rounded(good::<Percent>("90%"), 1),
        "share of 135% after a change by 50% from 90% is above 100",
    );
    refuses(rise.apply_to_rounded(fte("5"), 1), r#"percentage "5 FTE" is in FTE, not in per cent"#);
    refuses(rise.apply_to_rounded(5, 1), r#"percentage "5" is in number, not in per cent"#);
    let leaving = stated(&catalogue::STAFF_LEAVING, "-75%");
    refuses(
        leaving.apply_to_rounded(Cases::new(24), 0),
        r#"headcount "24 cases" is in cases, not in headcount"#,
    );
    refuses(
        stated(&catalogue::STAFF_LEAVING, "100").apply_to_rounded(Headcount::MAX, 0),
        "headcount 8589934590 is above 4294967295",
    );
    refuses(
        StatedChange { relative: RelativeChange::MAX, ..stated(&catalogue::TURNOVER_RATE_FTE, "0") }
            .apply_to_rounded(Percent::MAX, 1),
        "percentage of 100000000000000% after a change by 100000000000000000000% is above 100000000000000",
    );
}

/// Those of a scorecard are read by the same hand.
#[test]
fn series_in_json() {
    let gap = r#""vacancy_gap_rate""#;
    for (indicator, observations, expected) in [
        (
            gap,
            r#"{"period": "2019", "value": "5.0%", "note": ""}"#,
            "unknown field `note`, expected `period` or `value`",
        ),
        (gap, r#"{"period": "2019", "values": "1"}"#, "unknown field `values`, expected `period` or `value`"),
        (gap, r#"{"period": "2019"}"#, "missing field `value`"),
        (gap, r#"{"value": "1"}"#, "missing field `period`"),
        (gap, r#"{"period": "2019", "period": "2020"}"#, "duplicate field `period`"),
        (
            gap,
            r#"["2019", "1"]"#,
            "invalid type: sequence, expected an observation: an object with period and value",
        ),
        (
            gap,
            r#"{"period": "2019", "value": {"vacancy_fte": "1", "inpost_fte": "9"}}"#,
            r#"invalid type: map, expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#,
        ),
        (
            gap,
            r#"{"period": "2019-02", "value": 18.5}"#,
            r#"invalid type: floating point `18.5`, expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#,
        ),
        (
            gap,
            r#"{"period": "2019-02", "value": 18}"#,
            r#"invalid type: integer `18`, expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#,
        ),
        (
            gap,
            r#"{"period": "2019-02", "value": null}"#,
            r#"invalid type: null, expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#,
        ),
        (
            gap,
            r#"{"period": "2019-02", "value": "118.5"}"#,
            "observations[0].value: vacancy_gap_rate is a share of a whole and cannot be above 100%, but is 118.5% in 2019-02",
        ),
        (
            gap,
            r#"{"period": "2019-02", "value": "1"}, {"period": "2019", "value": "1"}"#,
            "vacancy_gap_rate has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
        ),
        (
            gap,
            r#"{"period": "2019-02", "value": "1"}, {"period": "2019-02", "value": "1"}"#,
            "vacancy_gap_rate has two observations of 2019-02",
        ),
        (
            gap,
            r#"{"period": "2019-13", "value": "1"}"#,
            r#"period "2019-13": month 13 is outside 1 to 12 (a financial year is written 2018/19)"#,
        ),
        (
            r#""agency_fte""#,
            r#"{"period": "2019-02", "value": "75"}, {"period": "2019-09", "value": "-1 FTE"}"#,
            "observations[1].value: FTE -1 is below 0",
        ),
        (
            r#""visits""#,
            "",
            r#"indicator "visits" is not one that this crate defines: give code, title, unit and polarity"#,
        ),
        (
            r#"{"code": "visits", "title": "", "unit": "fte", "polarity": "neutral"}"#,
            "",
            "title of indicator visits: a text is needed that says something, not an empty one",
        ),
    ] {
        let series = format!(r#"{{"indicator": {indicator}, "observations": [{observations}]}}"#);
        json::<Series>(&series, expected);
        json::<Scorecard>(&format!(r#"{{"title": "T", "kpis": [{{"series": {series}}}]}}"#), expected);
    }
    json::<Series>(r#"{"indicator": "cases"}"#, "missing field `observations`");
    json::<Series>(r#"{"observations": []}"#, "missing field `indicator`");
    json::<Series>(
        r#"{"indicator": "cases", "observations": [], "title": ""}"#,
        "unknown field `title`, expected `indicator` or `observations`",
    );
}

#[test]
fn scorecards() {
    json::<Scorecard>("{}", "missing field `title`");
    json::<Scorecard>(r#"{"title": "T"}"#, "missing field `kpis`");
    json::<Scorecard>(r#"{"title": "T", "titel": "T"}"#, "unknown field `titel`, expected `title` or `kpis`");
    json::<Scorecard>(
        r#"{"title": " ", "kpis": []}"#,
        "a text is needed that says something, not an empty one",
    );
    json::<Scorecard>(r#"{"title": "T", "kpis": [{}]}"#, "missing field `series`");
    json::<Scorecard>(
        r#"{"title": "T", "kpis": [{"serie": 1}]}"#,
        "unknown field `serie`, expected `series` or `targets`",
    );
    json::<Scorecard>(
        r#"{"title": "T", "kpis": ["cases"]}"#,
        r#"invalid type: string "cases", expected a KPI: an object with series"#,
    );
}

// Rates.

/// A text refused as a rate, and as an observation in code and in JSON.
#[track_caller]
fn rate(indicator: &Indicator, given: &str, expected: &str) {
    refuses(Rate::read(indicator, given), expected);
    // A text without spaces around its slash is a figure to a series.
    if given.contains(" / ") {
        let (code, fault) = expected.split_once(" is not defined: ").expect("the message of a rate");
        observed(indicator, given, &format!("{code} in 2019: {fault}"));
        in_document(indicator, &[("2019", given)], &format!("observations[0].value: {expected}"));
    }
}

/// Each rate there is: those of the workforce's counts, and those made of stated counts.
const RATES: [(&Indicator, &str); 16] = [
    (&catalogue::TURNOVER_RATE_FTE, "turnover_rate_fte"),
    (&catalogue::TURNOVER_RATE_HEADCOUNT, "turnover_rate_headcount"),
    (&catalogue::AGENCY_RATE_FTE, "agency_rate_fte"),
    (&catalogue::AGENCY_RATE_HEADCOUNT, "agency_rate_headcount"),
    (&catalogue::AGENCY_COVER_RATE_FTE, "agency_cover_rate_fte"),
    (&catalogue::VACANCY_RATE_FTE, "vacancy_rate_fte"),
    (&catalogue::VACANCY_AGENCY_COVER_RATE_FTE, "vacancy_agency_cover_rate_fte"),
    (&catalogue::CASELOAD_FTE, "caseload_fte"),
    (&catalogue::ABSENCE_RATE_FTE, "absence_rate_fte"),
    (&catalogue::VACANCY_GAP_RATE, "vacancy_gap_rate"),
    (&catalogue::UNCOVERED_VACANCY_RATE_FTE, "uncovered_vacancy_rate_fte"),
    (&catalogue::AGENCY_DEPENDENCE_RATE_FTE, "agency_dependence_rate_fte"),
    (&catalogue::OFFER_TAKE_UP_RATE, "offer_take_up_rate"),
    (&catalogue::TEAMS_WITHIN_MAXIMUM_RATE, "teams_within_maximum_rate"),
    (&catalogue::TIMELINESS_RATE, "timeliness_rate"),
    // Not of the catalogue, but a rate may be of any unit that is not whole.
    (&catalogue::INPOST_FTE, "inpost_fte"),
];

/// What a rate that is out of range says, with the most that its unit holds.
fn too_large(code: &str, unit: Unit) -> String {
    let most = unit.range().1;
    let count = if unit == Unit::Per10000 { "10000000000" } else { "100000000000" };
    format!(
        "{code} is not defined: a count is above {count}, or the quotient above {most}, the most in {unit}"
    )
}

#[test]
fn rates_of_nothing() {
    for (indicator, code) in RATES {
        let expected = format!("{code} is not defined: the denominator is 0");
        for given in ["0 / 0", "1 / 0", "56.3 / 0.000"] {
            rate(indicator, given, &expected);
        }
        refuses(Rate::new(indicator, 0, 0), &expected);
        refuses(Rate::new(indicator, fte("1"), Fte::ZERO), &expected);
        refuses(Rate::new(indicator, people(1), Headcount::ZERO), &expected);
        refuses(Rate::new(indicator, Cases::new(1), Fte::ZERO), &expected);
        let error = Rate::new(indicator, 1, 0).unwrap_err();
        assert_eq!(error.fault(), &RateFault::ZeroDenominator(&[]));
        assert_eq!((error.indicator(), error.symbol()), (indicator, Some(Symbol::NotApplicable)));
    }
    refuses(
        StatedTeams { within: 0, teams: 0 }.rate(),
        "teams_within_maximum_rate is not defined: the denominator is 0",
    );
}

#[test]
fn rates_above_their_whole() {
    let shares = RATES.into_iter().filter(|(indicator, _)| indicator.is_share());
    for (indicator, code) in shares {
        for (part, whole) in
            [("201", "200"), ("1.000001", "1"), ("0.1", "0.01"), ("100000000000", "99999999999")]
        {
            let expected =
                format!("{code} is not defined: it is a share of a whole, and {part} is above {whole}");
            rate(indicator, &format!("{part} / {whole}"), &expected);
        }
        refuses(
            Rate::new(indicator, people(201), people(200)),
            &format!("{code} is not defined: it is a share of a whole, and 201 is above 200"),
        );
        // That there is nothing outranks it.
        rate(indicator, "1 / 0", &format!("{code} is not defined: the denominator is 0"));
    }
    refuses(
        StatedTeams { within: 9, teams: 8 }.rate(),
        "teams_within_maximum_rate is not defined: it is a share of a whole, and 9 is above 8",
    );
    let error = StatedTeams { within: 9, teams: 8 }.rate().unwrap_err();
    assert_eq!(error.fault(), &RateFault::AboveWhole(dec!(9), dec!(8)));
    assert_eq!(error.indicator(), &catalogue::TEAMS_WITHIN_MAXIMUM_RATE);
    assert_eq!(error.symbol(), None);
}

#[test]
fn rates_of_negative_counts() {
    for (indicator, code) in RATES {
        for (given, negative) in
            [("-5 / 10", "-5"), ("\u{2212}5 / 10", "-5"), ("5 / -10", "-10"), ("-5 / -10", "-10")]
        {
            rate(indicator, given, &format!("{code} is not defined: {negative} is below 0"));
        }
        let overspend = Quantity::read(Unit::Pounds, "-5.25").unwrap();
        refuses(Rate::new(indicator, overspend, 1), &format!("{code} is not defined: -£5.25 is below 0"));
    }
    // What may be negative may be so in its rate too, but nothing is divided by less than 0.
    let balance = visits(Unit::Pounds);
    assert_eq!(Rate::read(&balance, "-10 / 4").unwrap().value_rounded(2), dec!(-2.5));
    rate(&balance, "10 / -4", "visits is not defined: -4 is below 0");
    let error = Rate::read(&balance, "10 / -4").unwrap_err();
    let count = Quantity::read(Unit::Number, "-4").unwrap();
    assert_eq!((error.fault(), error.symbol()), (&RateFault::Negative(count), None));
}

#[test]
fn rates_in_a_whole_unit() {
    for unit in Unit::ALL.iter().copied().filter(|unit| unit.is_whole()) {
        let expected =
            format!("visits is not defined: its unit is {unit}, and a quotient is no whole number");
        refuses(Rate::new(&visits(unit), 4, 2), &expected);
        rate(&visits(unit), "4 / 2", &expected);
        let error = Rate::new(&visits(unit), 4, 2).unwrap_err();
        assert_eq!((error.fault(), error.symbol()), (&RateFault::WholeUnit(unit), None));
    }
    refuses(
        Rate::new(&catalogue::CASES, 4, 2),
        "cases is not defined: its unit is cases, and a quotient is no whole number",
    );
}

#[test]
fn rates_out_of_range() {
    let large = too_large;
    refuses(
        Rate::new(&catalogue::CASELOAD_FTE, Cases::MAX, fte("0.000001")),
        &large("caseload_fte", Unit::CasesPerFte),
    );
    rate(&catalogue::CASELOAD_FTE, "4294967295 / 0.000001", &large("caseload_fte", Unit::CasesPerFte));
    rate(&catalogue::TURNOVER_RATE_FTE, "10000000 / 0.000001", &large("turnover_rate_fte", Unit::PerCent));
    rate(&catalogue::STARTERS_FTE, "1000001 / 1", &large("starters_fte", Unit::Fte));
    for (unit, given) in [
        (Unit::Per10000, "100000000000 / 1"),
        (Unit::Weeks, "1000001 / 1"),
        (Unit::WorkingDays, "10000001 / 1"),
        (Unit::Pounds, "100000000000 / 0.5"),
        (Unit::Pounds, "-100000000000 / 0.5"),
        (Unit::Number, "100000000000 / 0.999999"),
        (Unit::Score, "-100000000000 / 0.000001"),
    ] {
        rate(&visits(unit), given, &large("visits", unit));
    }
    let error = Rate::read(&catalogue::CASELOAD_FTE, "4294967295 / 0.000001").unwrap_err();
    assert_eq!((error.fault(), error.symbol()), (&RateFault::OutOfRange(Unit::CasesPerFte), None));
}

/// A quotient that is above the most by less than one is above it all the same, and could not be printed.
#[test]
fn rates_just_out_of_range() {
    let large = too_large;
    rate(
        &catalogue::TURNOVER_RATE_FTE,
        "1000000000.000005 / 0.001",
        &large("turnover_rate_fte", Unit::PerCent),
    );
    rate(&catalogue::STARTERS_FTE, "1000000.5 / 1", &large("starters_fte", Unit::Fte));
    rate(&visits(Unit::Pounds), "-50000000000.25 / 0.5", &large("visits", Unit::Pounds));
}

#[test]
fn rates_of_another_form() {
    let caseload = &catalogue::CASELOAD_FTE;
    let malformed = |given: &str| {
        format!(
            "caseload_fte is not defined: {given:?} is not written as two numbers (as in \"56.3 / 550.8\")"
        )
    };
    for given in ["", "5", "56.3", "5 : 10", "5 of 10"] {
        rate(caseload, given, &malformed(given));
    }
    let number = |given: &str| {
        format!(
            "caseload_fte is not defined: number {given:?} is not written as an optional minus sign, digits, optionally \
             a point and up to 6 more digits (as in \"2.5\")"
        )
    };
    for (given, wrong) in [
        ("/", ""),
        ("56.3 /", ""),
        ("/ 550.8", ""),
        ("1 / 2 / 3", "2 / 3"),
        ("a / b", "a"),
        ("1,200 / 5", "1,200"),
        ("[c] / 10", "[c]"),
        ("over 5 / 10", "over 5"),
        ("5 // 10", "/ 10"),
        (".5 / 1", ".5"),
        ("1e3 / 5", "1e3"),
        ("n/a", "n"),
        ("١ / ٢", "١"),
    ] {
        rate(caseload, given, &number(wrong));
    }
    // A count has no unit.
    for (given, wrong, unit) in [
        ("5% / 10", "5%", "per cent"),
        ("5 cases / 2 FTE", "5 cases", "cases"),
        ("5 / 10%", "10%", "per cent"),
    ] {
        let message = format!("caseload_fte is not defined: number {wrong:?} is in {unit}, not in number");
        rate(caseload, given, &message);
    }
    // A count is a number: what none can be is no count.
    for (given, wrong) in [
        ("5 / 0.0000001", "0.0000001 has more than 6 decimal places"),
        ("200000000000 / 5", "200000000000 is above 100000000000"),
        ("5 / 79228162514264337593543950335", "79228162514264337593543950335 is above 100000000000"),
    ] {
        rate(caseload, given, &format!("caseload_fte is not defined: number {wrong}"));
    }
    let long = megabyte();
    rate(caseload, &long, &malformed(KEPT));
    let error = Rate::read(&catalogue::CASELOAD_FTE, "5").unwrap_err();
    assert_eq!(error.fault(), &RateFault::Malformed("5".to_owned()));
    assert_eq!(error.symbol(), None);
    // A slash without spaces around it may stand in a date, so a series reads no rate from it.
    for given in ["56.3/550.8", "12/2019", "2018/19", "1/2/3"] {
        let expected =
            format!("caseload_fte in 2019: {given:?} is not written as two numbers (as in \"56.3 / 550.8\")");
        refuses(Series::new(&catalogue::CASELOAD_FTE, [("2019", given)]), &expected);
    }
    refuses(
        Series::new(&catalogue::CASELOAD_FTE, [("2019", "n/a")]),
        r#"caseload_fte in 2019: figure "n/a" is neither a symbol such as [c] nor digits, optionally a point and up to 6 more digits (as in "16.8" or "16.8 cases per FTE"), with or without one of the words exactly, over, at least, around, under, at most before it"#,
    );
}

/// A rate that is wrong does not become a symbol in a series.
#[test]
fn observations_of_wrong_rates() {
    let timeliness = &catalogue::TIMELINESS_RATE;
    let refused = |indicator: &Indicator, rate| Series::new(indicator, [("2024", rate)]);
    refuses(
        refused(timeliness, Rate::new(timeliness, 91, 90)),
        "timeliness_rate in 2024: it is a share of a whole, and 91 is above 90",
    );
    refuses(
        refused(&catalogue::VACANCY_RATE_FTE, Rate::read(&catalogue::VACANCY_RATE_FTE, "56,3 / 550.8")),
        "vacancy_rate_fte in 2024: number \"56,3\" is not written as an optional minus sign, digits, optionally a point \
         and up to 6 more digits (as in \"2.5\")",
    );
    let snapshot = Snapshot::new(good("2024"));
    refuses(
        refused(&catalogue::VACANCY_RATE_FTE, snapshot.rate(&catalogue::TURNOVER_RATE_FTE)),
        "vacancy_rate_fte cannot be observed as turnover_rate_fte",
    );
    refuses(
        refused(&catalogue::VACANCY_FTE, snapshot.rate(&catalogue::VACANCY_FTE)),
        "vacancy_fte in 2024: a snapshot has no formula for it",
    );
    for (rate, symbol) in [
        (Rate::new(timeliness, 0, 0), Symbol::NotApplicable),
        (Rate::new(timeliness, 1, 0), Symbol::NotApplicable),
    ] {
        let series = refused(timeliness, rate).expect("there is no rate of nothing");
        assert_eq!(series.latest().expect("one").value().symbol(), Some(symbol));
    }
}

// What holds for all of them.

/// The names of private types are nobody's business.
#[test]
fn messages_name_no_private_type() {
    fn error<T: DeserializeOwned>(document: &str) -> String {
        serde_json::from_str::<T>(document).map(drop).expect_err("it was not refused").to_string()
    }
    let messages = [
        error::<Indicator>("5"),
        error::<Indicator>(r#"{"code": []}"#),
        error::<Scorecard>("5"),
        error::<Series>("5"),
        error::<Series>(r#"{"indicator": "cases", "observations": [5]}"#),
        error::<Series>(r#"{"indicator": "cases", "observations": [{"period": "2019", "value": 5}]}"#),
        error::<StatedChange>("5"),
    ];
    let private = ["Wire", "Card", "Untyped", "Seen", "Ends", "Object", "Definition", "struct", "FigureText"];
    let leaks = |message: &String| private.iter().any(|name| message.contains(name));
    let leaking: Vec<String> = messages.into_iter().filter(leaks).collect();
    assert_eq!(leaking, Vec::<String>::new());
}

/// An array has no names: two numbers could be either way round.
#[test]
fn arrays_are_refused() {
    let sequence = |expected: &str| format!("invalid type: sequence, expected {expected}");
    json::<Series>(r#"["agency_fte", []]"#, &sequence("a series: an object with indicator and observations"));
    json::<Series>(
        r#"{"indicator": "agency_fte", "observations": [["2019", "494.5"]]}"#,
        &sequence("an observation: an object with period and value"),
    );
}
