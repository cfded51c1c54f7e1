//! Figures, series and changes in any unit: read in that of their indicator, and the same as in that unit alone.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

use childrens_services::{
    AnyChange, AnyFigure, AnySeries, Caseload, Cases, Change, Days, Figure, Fte, Headcount, Indicator,
    Percent, Period, Polarity, Quantity, RelativeChange, Series, SeriesError, Symbol, Unit, Verdict,
    chrono::NaiveDate,
    kpi::{convention, official},
    rust_decimal::Decimal,
};
use proptest::{prelude::*, test_runner::FileFailurePersistence};
use rust_decimal_macros::dec;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

#[track_caller]
fn read(unit: Unit, text: &str) -> AnyFigure {
    AnyFigure::read(unit, text).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn month(text: &str) -> Period {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// A document is refused with this message, less the place in it that `serde_json` adds.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(document: &Value, expected: &str) {
    let message =
        serde_json::from_str::<T>(&document.to_string()).expect_err("it was not refused").to_string();
    assert_eq!(message.split(" at line ").next(), Some(expected));
}

/// An invented indicator in a unit.
#[track_caller]
fn indicator(unit: Unit) -> Indicator {
    Indicator::new("invented", "Invented", unit, Polarity::LowerIsBetter).unwrap()
}

const UNITS: [Unit; 6] =
    [Unit::PerCent, Unit::Fte, Unit::Headcount, Unit::Cases, Unit::CasesPerFte, Unit::Days];

/// A unit on the wire.
fn code(unit: Unit) -> Value {
    serde_json::to_value(unit).unwrap()
}

/// What a text that is no figure in the unit is told.
fn malformed(unit: Unit, text: &str) -> String {
    let decimal = |example: &str, suffix: &str| {
        format!(
            r#"digits, optionally a point and up to 6 more digits (as in "{example}" or "{example}{suffix}")"#
        )
    };
    let expected = match unit {
        Unit::PerCent => decimal("18.5", "%"),
        Unit::Fte => decimal("494.5", " FTE"),
        Unit::Headcount => r#"digits (as in "536")"#.to_owned(),
        Unit::Cases => r#"digits (as in "3770")"#.to_owned(),
        Unit::CasesPerFte => decimal("16.8", " cases per FTE"),
        Unit::Days => decimal("5256.3", " days"),
        other => panic!("{other}"),
    };
    format!(
        "figure {text:?} is neither a symbol such as [c] nor {expected}, with or without one of the words exactly, over, at least, around, under, at most before it"
    )
}

// Figures.

#[test]
fn each_unit_is_read_and_printed() {
    for (unit, bare, printed) in [
        (Unit::PerCent, "18.5", "18.5%"),
        (Unit::PerCent, "over 90", "over 90%"),
        (Unit::PerCent, "exactly 0.000001", "exactly 0.000001%"),
        (Unit::Fte, "around 75", "around 75 FTE"),
        (Unit::Fte, "1", "1 FTE"),
        (Unit::Headcount, "536", "536"),
        (Unit::Headcount, "under 5", "under 5"),
        (Unit::Cases, "3770", "3770"),
        (Unit::Cases, "at least 1", "at least 1"),
        (Unit::CasesPerFte, "16.8", "16.8 cases per FTE"),
        (Unit::CasesPerFte, "1", "1 case per FTE"),
        (Unit::Days, "at most 12.5", "at most 12.5 days"),
        (Unit::Days, "1", "1 day"),
    ] {
        let figure = read(unit, bare);
        assert_eq!((figure.unit(), figure.to_string().as_str()), (unit, printed));
        // With its unit it is the same; on the wire it has none.
        assert_eq!(read(unit, printed), figure);
        assert_eq!(serde_json::to_value(figure).unwrap(), json!(bare));
    }
    for unit in UNITS {
        for symbol in ["[c]", "[low]", "[u]", "[x]", "[z]"] {
            assert_eq!(read(unit, symbol).to_string(), symbol);
            assert_eq!(read(unit, symbol).unit(), unit);
        }
    }
    assert_eq!(format!("[{:>8}]", read(Unit::PerCent, "18.5")), "[   18.5%]");
}

/// The number of one unit is not that of another.
#[test]
fn another_unit_is_refused() {
    for (unit, others) in [
        (Unit::PerCent, ["75 FTE", "16.8 cases per FTE", "12 days"]),
        (Unit::Fte, ["18.5%", "16.8 cases per FTE", "12 days"]),
        (Unit::Headcount, ["18.5%", "75 FTE", "12 days"]),
        (Unit::Cases, ["18.5%", "75 FTE", "12.5"]),
        (Unit::CasesPerFte, ["18.5%", "75 FTE", "12 days"]),
        (Unit::Days, ["18.5%", "75 FTE", "over 16.8 cases per FTE"]),
    ] {
        for text in others {
            assert_eq!(AnyFigure::read(unit, text).unwrap_err().to_string(), malformed(unit, text));
        }
    }
    assert_eq!(
        AnyFigure::read(Unit::Headcount, "under 0").unwrap_err().to_string(),
        r#"figure "under 0" allows no value from 0 to 4294967295"#,
    );
    assert_ne!(read(Unit::Headcount, "5"), read(Unit::Cases, "5"));
}

/// What is exact or rounded states its number, whatever the unit; words and symbols state none.
#[test]
fn the_number_that_is_stated() {
    // West Sussex, 30 September 2019. Source: Department for Education, *Children's social work workforce*.
    for (unit, text, number) in [
        (Unit::PerCent, "10.0", dec!(10)),
        (Unit::Fte, "494.5", dec!(494.5)),
        (Unit::Headcount, "536", dec!(536)),
        (Unit::Cases, "3770", dec!(3770)),
        (Unit::CasesPerFte, "16.8", dec!(16.8)),
        // Invented.
        (Unit::Days, "0.00", dec!(0)),
        (Unit::PerCent, "exactly 0.000001", dec!(0.000001)),
        (Unit::Headcount, "exactly 4294967295", dec!(4294967295)),
    ] {
        let stated = read(unit, text).stated();
        assert_eq!(stated, Some(number), "{text}");
        // Without trailing zeros, as a quantity's own value is.
        assert_eq!(stated.map(|stated| stated.scale()), Some(number.scale()), "{text}");
    }
    for unit in UNITS {
        for text in ["over 5", "at least 5", "around 5", "under 5", "at most 5"] {
            assert_eq!(read(unit, text).stated(), None, "{text}");
        }
        for symbol in Symbol::ALL {
            assert_eq!(read(unit, &symbol.to_string()).stated(), None, "{symbol}");
        }
    }
}

// Series.

/// West Sussex. Source: Department for Education, *Children's social work workforce*.
#[test]
fn a_series_of_published_caseloads() {
    let published = [(2019, "16.8"), (2017, "16.0"), (2018, "16.7")];
    let figures =
        published.map(|(year, text)| (Period::reporting_year(year).unwrap(), read(Unit::CasesPerFte, text)));
    let caseload = AnySeries::new(&official::CASELOAD_FTE, figures).unwrap();
    assert_eq!(caseload.indicator(), &official::CASELOAD_FTE);
    assert_eq!(caseload.earliest(), Some(figures[1]));
    assert_eq!(caseload.latest(), Some(figures[0]));
    let changes: Vec<String> = caseload.changes().iter().map(ToString::to_string).collect();
    assert_eq!(
        changes,
        [
            "16.0 cases per FTE (year to 30 September 2017) to 16.7 cases per FTE (year to 30 September 2018): \
             +0.7 cases per FTE, +4.4%, worsened",
            "16.7 cases per FTE (year to 30 September 2018) to 16.8 cases per FTE (year to 30 September 2019): \
             +0.1 cases per FTE, +0.6%, worsened",
        ],
    );
    let none = AnySeries::new(&official::CASELOAD_FTE, []).unwrap();
    assert_eq!((none.indicator(), none.latest()), (&official::CASELOAD_FTE, None));
}

#[track_caller]
fn series_error(indicator: &Indicator, figures: &[(&str, AnyFigure)]) -> SeriesError {
    let figures = figures.iter().map(|&(period, figure)| (period.parse().unwrap(), figure));
    AnySeries::new(indicator, figures).expect_err("it was not refused")
}

#[test]
fn a_series_is_in_the_unit_of_its_indicator() {
    let caseload = &official::CASELOAD_FTE;
    let good = ("year to 30 September 2017", read(Unit::CasesPerFte, "16.0"));
    let per_cent = ("year to 30 September 2018", read(Unit::PerCent, "16.7"));
    assert_eq!(
        series_error(caseload, &[good, per_cent]).to_string(),
        "caseload_fte is in cases per FTE, but the figure of year to 30 September 2018 is in per cent: 16.7%",
    );
    // What prints no unit has one all the same.
    assert_eq!(
        series_error(&official::CASES, &[("2019-02", read(Unit::Headcount, "536"))]).to_string(),
        "cases is in cases, but the figure of 2019-02 is in headcount: 536",
    );
    assert_eq!(
        series_error(caseload, &[("2019-02", read(Unit::Fte, "[c]"))]).to_string(),
        "caseload_fte is in cases per FTE, but the figure of 2019-02 is in FTE: [c]",
    );
    // The first that is given, not the first in time.
    let later = ("2019-09", read(Unit::Fte, "around 75"));
    let earlier = ("2019-02", read(Unit::Days, "1"));
    assert_eq!(
        series_error(caseload, &[later, earlier]).to_string(),
        "caseload_fte is in cases per FTE, but the figure of 2019-09 is in FTE: around 75 FTE",
    );
}

/// What one unit's own series refuses, any unit's does, with the same error.
#[test]
fn series_refused_alike() {
    let rate = &official::VACANCY_RATE_FTE;
    for (figures, message) in [
        (
            [("2019-02", "9.3"), ("2019-09", "100.1")],
            "vacancy_rate_fte is a share of a whole and cannot be above 100%, but is 100.1% in 2019-09",
        ),
        (
            [("2019-02", "over 100"), ("2019-09", "9.3")],
            "vacancy_rate_fte is a share of a whole and cannot be above 100%, but is over 100% in 2019-02",
        ),
        (
            [("2019-02", "9.3"), ("2019", "10.2")],
            "vacancy_rate_fte has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
        ),
        ([("2019-02", "9.3"), ("2019-02", "9.3")], "vacancy_rate_fte has two observations of 2019-02"),
    ] {
        let typed = figures.map(|(period, text)| (month(period), text.parse::<Figure<Percent>>().unwrap()));
        let typed = Series::new(rate, typed).unwrap_err();
        let any = series_error(rate, &figures.map(|(period, text)| (period, read(Unit::PerCent, text))));
        assert_eq!((any.to_string().as_str(), &any), (message, &typed));
    }
}

/// Two observations in a unit, on the wire.
fn observed(unit: Unit, first: &str, second: &str) -> Value {
    json!({
        "indicator": {
            "code": "invented", "title": "Invented", "unit": code(unit), "polarity": "lower_is_better",
            "decimal_places": indicator(unit).decimal_places(),
        },
        "observations": [{"period": "2019-02", "value": first}, {"period": "2019-09", "value": second}],
    })
}

#[track_caller]
fn series(document: &Value) -> AnySeries {
    serde_json::from_str(&document.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn series_of_each_unit_in_json() {
    for unit in UNITS {
        let document = observed(unit, "20", "over 5");
        let read_back = series(&document);
        assert_eq!(read_back.indicator(), &indicator(unit));
        assert_eq!(read_back.get(month("2019-02")), Some(read(unit, "20")));
        assert_eq!(read_back.get(month("2019-09")), Some(read(unit, "over 5")));
        assert_eq!(read_back.get(month("2019-03")), None);
        assert_eq!(serde_json::to_value(&read_back).unwrap(), document);
        assert_eq!(serde_json::from_value::<AnySeries>(document).unwrap(), read_back);
        let is_unit = matches!(
            (&read_back, unit),
            (AnySeries::Percent(_), Unit::PerCent)
                | (AnySeries::Fte(_), Unit::Fte)
                | (AnySeries::Headcount(_), Unit::Headcount)
                | (AnySeries::Cases(_), Unit::Cases)
                | (AnySeries::Caseload(_), Unit::CasesPerFte)
                | (AnySeries::Days(_), Unit::Days)
        );
        assert!(is_unit, "{unit}");
    }
}

#[test]
fn what_was_known_of_a_series() {
    for unit in UNITS {
        let whole = series(&observed(unit, "20", "5"));
        assert_eq!(whole.earliest(), Some((month("2019-02"), read(unit, "20"))));
        assert_eq!(whole.latest(), Some((month("2019-09"), read(unit, "5"))));
        let none = whole.known_on(day("2019-02-27"));
        assert_eq!((none.earliest(), none.latest(), none.indicator()), (None, None, whole.indicator()));
        for on in ["2019-02-28", "2019-09-29"] {
            let first = whole.known_on(day(on));
            assert_eq!(first.latest(), Some((month("2019-02"), read(unit, "20"))), "{on}");
            assert_eq!(first.get(month("2019-09")), None, "{on}");
            assert_eq!(first.change_since(month("2019-02")), None, "{on}");
        }
        assert_eq!(whole.known_on(day("2019-09-30")), whole);
        assert_eq!(whole.figures().len(), 2);
        assert_eq!(whole.changes()[0].verdict, Verdict::Improved);
        assert_eq!(whole.changes_since(month("2019-02")), whole.changes());
        assert_eq!(whole.change_since(month("2019-02")).as_ref(), whole.changes().first());
    }
}

#[test]
fn series_refused() {
    for unit in UNITS {
        let text = if unit == Unit::Fte { "5 days" } else { "5 FTE" };
        let told = malformed(unit, text);
        refuses::<AnySeries>(&observed(unit, text, "5"), &format!("observations[0].value: {told}"));
        refuses::<AnySeries>(&observed(unit, "5", text), &format!("observations[1].value: {told}"));
    }
    let of = |observations: Value| json!({"indicator": "offer_take_up_rate", "observations": observations});
    refuses::<AnySeries>(
        &of(json!([{"period": "2019-02", "value": "101"}])),
        "offer_take_up_rate is a share of a whole and cannot be above 100%, but is 101% in 2019-02",
    );
    let twice = json!([{"period": "2019-02", "value": "1"}, {"period": "2019-02", "value": "2"}]);
    refuses::<AnySeries>(&of(twice), "offer_take_up_rate has two observations of 2019-02");
    let mixed = json!([{"period": "2019-02", "value": "1"}, {"period": "2019", "value": "2"}]);
    refuses::<AnySeries>(
        &of(mixed),
        "offer_take_up_rate has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
    );
    refuses::<AnySeries>(
        &of(json!([{"period": "2019-02", "value": 90.5}])),
        r#"invalid type: floating point `90.5`, expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#,
    );
    refuses::<AnySeries>(&of(json!([{"period": "2019-02"}])), "missing field `value`");
    refuses::<AnySeries>(
        &of(json!([["2019-02", "1"]])),
        "invalid type: sequence, expected an observation: an object with period and value",
    );
    refuses::<AnySeries>(&json!({"indicator": "offer_take_up_rate"}), "missing field `observations`");
    refuses::<AnySeries>(&json!({"observations": []}), "missing field `indicator`");
    refuses::<AnySeries>(
        &json!({"indicator": "offer_take_up_rate", "observations": [], "unit": "fte"}),
        "unknown field `unit`, expected `indicator` or `observations`",
    );
    refuses::<AnySeries>(
        &json!(["offer_take_up_rate", []]),
        "invalid type: sequence, expected a series: an object with indicator and observations",
    );
    refuses::<AnySeries>(
        &json!({"indicator": "take_up", "observations": []}),
        r#"indicator "take_up" is not one that this crate defines: give code, title, unit and polarity"#,
    );
}

// Changes.

/// A change in a unit, on the wire.
fn changed(unit: Unit, ends: Value) -> Value {
    json!({"indicator": observed(unit, "1", "1")["indicator"], "ends": ends})
}

fn between(earlier: &str, later: &str) -> Value {
    let seen = |period: &str, value: &str| json!({"period": period, "value": value});
    json!({"between": {"earlier": seen("2019-02", earlier), "later": seen("2019-09", later)}})
}

fn relative_only(relative: &str) -> Value {
    json!({"relative_only": {"since": "2019-02", "until": "2019-09", "relative": relative}})
}

/// The document reads as a change of one unit, and as one of any, and either is written as it.
#[track_caller]
fn alike<Q: Quantity>(document: &Value)
where
    AnyChange: From<Change<Figure<Q>>>,
{
    let typed: Change<Figure<Q>> = serde_json::from_value(document.clone()).unwrap();
    let any: AnyChange = serde_json::from_str(&document.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&typed).unwrap(), *document);
    assert_eq!(serde_json::to_value(&any).unwrap(), *document);
    assert_eq!((any.since(), any.until()), (month("2019-02"), month("2019-09")));
    assert_eq!(any.indicator(), &indicator(Q::UNIT));
    assert_eq!((any.verdict(), any.summary()), (typed.verdict(), typed.summary()));
    assert_eq!(any, AnyChange::from(typed));
}

#[track_caller]
fn in_unit(unit: Unit, document: &Value) {
    match unit {
        Unit::PerCent => alike::<Percent>(document),
        Unit::Fte => alike::<Fte>(document),
        Unit::Headcount => alike::<Headcount>(document),
        Unit::Cases => alike::<Cases>(document),
        Unit::CasesPerFte => alike::<Caseload>(document),
        Unit::Days => alike::<Days>(document),
        other => panic!("{other}"),
    }
}

#[test]
fn changes_of_each_unit_in_json() {
    for unit in UNITS {
        for ends in [
            between("20", "5"),
            between("5", "20"),
            between("over 5", "[c]"),
            relative_only("-75"),
            relative_only("12.5"),
            relative_only("0"),
        ] {
            in_unit(unit, &changed(unit, ends));
        }
    }
}

#[test]
fn what_changed() {
    let read = |unit, ends| serde_json::from_value::<AnyChange>(changed(unit, ends)).unwrap();
    let leavers = read(Unit::Headcount, relative_only("-75"));
    assert_eq!(leavers.summary().to_string(), "2019-02 to 2019-09: -75.0%, improved");
    let fall = read(Unit::PerCent, between("18.5", "1.8"));
    assert_eq!(
        fall.summary().to_string(),
        "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved",
    );
    assert_eq!(read(Unit::Days, between("over 5", "[c]")).verdict(), Verdict::CannotTell);
}

#[test]
fn changes_refused() {
    for unit in UNITS {
        let text = if unit == Unit::Fte { "5 days" } else { "5 FTE" };
        let told = malformed(unit, text);
        let places = ["ends.between.earlier.value", "ends.between.later.value"];
        refuses::<AnyChange>(&changed(unit, between(text, "5")), &format!("{}: {told}", places[0]));
        refuses::<AnyChange>(&changed(unit, between("5", text)), &format!("{}: {told}", places[1]));
        // The earlier first, where both are wrong.
        refuses::<AnyChange>(&changed(unit, between(text, text)), &format!("{}: {told}", places[0]));
    }
    let of = |ends: Value| json!({"indicator": "offer_take_up_rate", "ends": ends});
    let order = |earlier: &str, later: &str| {
        let since = json!({"relative_only": {"since": earlier, "until": later, "relative": "-75"}});
        let message = format!(
            "offer_take_up_rate cannot change from {earlier} to {later}: the later period must end after the earlier"
        );
        refuses::<AnyChange>(&of(since), &message);
        let seen = |period: &str| json!({"period": period, "value": "1"});
        refuses::<AnyChange>(
            &of(json!({"between": {"earlier": seen(earlier), "later": seen(later)}})),
            &message,
        );
    };
    order("2019-09", "2019-02");
    order("2019-09", "2019-09");
    refuses::<AnyChange>(
        &of(json!({"relative_only": {"since": "2019-02", "until": "2019", "relative": "-75"}})),
        "offer_take_up_rate has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
    );
    refuses::<AnyChange>(
        &of(between("90", "101")),
        "offer_take_up_rate is a share of a whole and cannot be above 100%, but is 101% in 2019-09",
    );
    refuses::<AnyChange>(
        &of(json!({"absolute": "5"})),
        "unknown variant `absolute`, expected `between` or `relative_only`",
    );
    refuses::<AnyChange>(
        &of(json!({"between": {"earlier": {"period": "2019-02", "value": "1"}}})),
        "missing field `later`",
    );
    refuses::<AnyChange>(
        &of(
            json!({"relative_only": {"since": "2019-02", "until": "2019-09", "relative": "-75", "note": "x"}}),
        ),
        "unknown field `note`, expected one of `since`, `until`, `relative`",
    );
    refuses::<AnyChange>(&json!({"indicator": "offer_take_up_rate"}), "missing field `ends`");
    refuses::<AnyChange>(
        &json!({"indicator": "offer_take_up_rate", "ends": relative_only("-75"), "x": 1}),
        "unknown field `x`, expected `indicator` or `ends`",
    );
    refuses::<AnyChange>(
        &json!(["offer_take_up_rate", relative_only("-75")]),
        "invalid type: sequence, expected a change: an object with indicator and ends",
    );
}

/// What one unit's own type refuses, any unit's does, in the same words but for the place.
#[test]
fn refused_alike() {
    for ends in [
        relative_only("-101"),
        relative_only("a lot"),
        json!({"relative_only": {"since": "2019-02", "until": "2019-09", "relative": -75.5}}),
        json!({"relative_only": {"since": "soon", "until": "2019-09", "relative": "-75"}}),
        json!({"between": {"earlier": {"period": "2019-02", "value": "1"}, "later": {"period": "2019-02", "value": "1"}}}),
        json!({"between": []}),
        json!("between"),
        json!({}),
    ] {
        let document = changed(Unit::PerCent, ends);
        let typed = serde_json::from_str::<Change<Figure<Percent>>>(&document.to_string());
        let message = typed.unwrap_err().to_string();
        refuses::<AnyChange>(&document, message.split(" at line ").next().unwrap());
    }
}

// Laws.

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

fn any_figure() -> impl Strategy<Value = AnyFigure> {
    prop_oneof![
        any::<Figure<Percent>>().prop_map(AnyFigure::from),
        any::<Figure<Fte>>().prop_map(AnyFigure::from),
        any::<Figure<Headcount>>().prop_map(AnyFigure::from),
        any::<Figure<Cases>>().prop_map(AnyFigure::from),
        any::<Figure<Caseload>>().prop_map(AnyFigure::from),
        any::<Figure<Days>>().prop_map(AnyFigure::from),
    ]
}

/// Months from 2018 on with gaps, each with a figure.
fn series_of<Q: Quantity>() -> impl Strategy<Value = AnySeries>
where
    Figure<Q>: Arbitrary,
    AnySeries: From<Series<Figure<Q>>>,
{
    proptest::collection::btree_map(0..60_u32, any::<Figure<Q>>(), 0..8).prop_map(|seen| {
        let seen = seen.into_iter().map(|(months, figure)| {
            let year = 2018 + i32::try_from(months / 12).unwrap();
            (Period::month(year, months % 12 + 1).unwrap(), figure)
        });
        Series::new(&indicator(Q::UNIT), seen).unwrap().into()
    })
}

fn any_series() -> impl Strategy<Value = AnySeries> {
    prop_oneof![
        series_of::<Percent>(),
        series_of::<Fte>(),
        series_of::<Headcount>(),
        series_of::<Cases>(),
        series_of::<Caseload>(),
        series_of::<Days>(),
    ]
}

fn change_of<Q: Quantity>() -> impl Strategy<Value = AnyChange>
where
    Figure<Q>: Arbitrary,
    AnyChange: From<Change<Figure<Q>>>,
{
    let figures = any::<(Figure<Q>, Figure<Q>)>();
    (figures, any::<RelativeChange>(), any::<bool>()).prop_map(|((earlier, later), relative, only)| {
        let (since, until) = (month("2019-02"), month("2019-09"));
        let indicator = indicator(Q::UNIT);
        let change: Change<Figure<Q>> = if only {
            Change::relative_only(&indicator, since, until, relative).unwrap()
        } else {
            Change::between(&indicator, (since, earlier), (until, later)).unwrap()
        };
        change.into()
    })
}

fn any_change() -> impl Strategy<Value = AnyChange> {
    prop_oneof![
        change_of::<Percent>(),
        change_of::<Fte>(),
        change_of::<Headcount>(),
        change_of::<Cases>(),
        change_of::<Caseload>(),
        change_of::<Days>(),
    ]
}

/// The number of a figure's text, which has the unit behind it.
fn number_of(text: &str) -> Decimal {
    let number = text.trim_start_matches("exactly ").split(['%', ' ']).next().unwrap();
    number.parse::<Decimal>().unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// What is stated is the number that is printed, and only what prints a bare number states one.
    #[test]
    fn what_is_stated_is_what_is_printed(figure in any_figure()) {
        let text = figure.to_string();
        let bare = text.starts_with("exactly ") || text.starts_with(|first: char| first.is_ascii_digit());
        prop_assert_eq!(figure.stated(), bare.then(|| number_of(&text)));
        prop_assert!(figure.stated().is_none() || figure.symbol().is_none());
    }

    /// A series is made again of its parts, in whatever order they come, and of no other unit.
    #[test]
    fn a_series_is_its_figures((series, shuffled) in any_series().prop_flat_map(|series| {
        let seen = series.figures().into_iter().map(|(period, _)| (period, series.get(period).unwrap()));
        let seen: Vec<_> = seen.collect();
        (Just(series), Just(seen).prop_shuffle())
    })) {
        prop_assert_eq!(&AnySeries::new(series.indicator(), shuffled.clone()).unwrap(), &series);
        let own = series.indicator().unit();
        for unit in UNITS.into_iter().filter(|&unit| unit != own) {
            let made = AnySeries::new(&indicator(unit), shuffled.clone());
            match shuffled.first() {
                Some((period, figure)) => prop_assert_eq!(
                    made.unwrap_err().to_string(),
                    format!("invented is in {unit}, but the figure of {period} is in {own}: {figure}"),
                ),
                None => prop_assert_eq!(made.unwrap().latest(), None),
            }
        }
    }

    #[test]
    fn figures_read_as_printed(figure in any_figure()) {
        prop_assert_eq!(AnyFigure::read(figure.unit(), &figure.to_string()).unwrap(), figure);
        let wire = serde_json::to_value(figure).unwrap();
        prop_assert_eq!(AnyFigure::read(figure.unit(), wire.as_str().unwrap()).unwrap(), figure);
    }

    #[test]
    fn series_cross_the_wire(series in any_series()) {
        let text = serde_json::to_string(&series).unwrap();
        prop_assert_eq!(serde_json::from_str::<AnySeries>(&text).unwrap(), series);
    }

    #[test]
    fn changes_cross_the_wire(change in any_change()) {
        let text = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(serde_json::from_str::<AnyChange>(&text).unwrap(), change);
    }

    /// What was known is a part from the front: to its own end it stays whole.
    #[test]
    fn what_was_known_is_a_part(series in any_series(), days in 0..2_000_u64) {
        let on = day("2017-12-01") + childrens_services::chrono::Days::new(days);
        let known = series.known_on(on);
        let count = known.figures().len();
        prop_assert_eq!(&known.figures()[..], &series.figures()[..count]);
        prop_assert!(known.latest().is_none_or(|(period, _)| period.end() <= on));
        prop_assert!(series.figures().get(count).is_none_or(|(period, _)| period.end() > on));
        prop_assert_eq!(&known.known_on(on), &known);
        for (period, printed) in known.figures() {
            prop_assert_eq!(known.get(period).unwrap().to_string(), printed);
        }
    }
}

/// The indicators of this crate are known by their code alone.
#[test]
fn defined_indicators_by_code() {
    let document = json!({
        "indicator": "vacancy_gap_rate_fte",
        "observations": [{"period": "2019-02", "value": "18.5"}],
    });
    let read = series(&document);
    assert_eq!(read.indicator(), &convention::VACANCY_GAP_RATE_FTE);
    assert_eq!(serde_json::to_value(&read).unwrap(), document);
}
