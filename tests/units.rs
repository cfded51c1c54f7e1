//! Figures, series and changes in every unit: read in that of their indicator, whatever it is.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

use childrens_services::{
    Change, Days, Figure, Indicator, Observable, Percent, Period, Polarity, Quantity, QuantityFault, Reason,
    RelativeChange, Series, SeriesError, StatedChange, Symbol, Unit, Verdict,
    chrono::NaiveDate,
    kpi::catalogue,
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{prelude::*, test_runner::FileFailurePersistence};
use rust_decimal_macros::dec;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

#[track_caller]
fn read(unit: Unit, text: &str) -> Figure {
    Figure::read(unit, text).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn quantity(unit: Unit, text: &str) -> Quantity {
    Quantity::read(unit, text).unwrap_or_else(|error| panic!("{error}"))
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

/// What opens the messages of a unit, and what they say a number in it looks like.
fn grammar(unit: Unit) -> (&'static str, String) {
    let decimal = |example: &str, with_unit: &str| {
        let places = if unit == Unit::Pounds { 2 } else { 6 };
        let or = if with_unit.is_empty() { String::new() } else { format!(r#" or "{with_unit}""#) };
        format!(r#"digits, optionally a point and up to {places} more digits (as in "{example}"{or})"#)
    };
    let signed = |text: String| format!("an optional minus sign, {text}");
    match unit {
        Unit::PerCent => ("percentage", decimal("18.5", "18.5%")),
        Unit::PercentagePoints => {
            ("difference in percentage points", signed(decimal("-16.7", "-16.7 percentage points")))
        }
        Unit::Per10000 => ("rate per 10,000 children", decimal("52.3", "52.3 per 10,000 children")),
        Unit::Fte => ("FTE", decimal("494.5", "494.5 FTE")),
        Unit::Headcount => ("headcount", r#"digits (as in "536")"#.to_owned()),
        Unit::Children => ("number of children", r#"digits (as in "412")"#.to_owned()),
        Unit::Cases => ("number of cases", r#"digits (as in "3770")"#.to_owned()),
        Unit::CasesPerFte => ("caseload", decimal("16.8", "16.8 cases per FTE")),
        Unit::WorkingDays => ("number of working days", decimal("5256.3", "5256.3 working days")),
        Unit::Weeks => ("number of weeks", decimal("26", "26 weeks")),
        Unit::Pounds => ("amount in pounds", signed(decimal("1250.50", "£1250.50"))),
        Unit::Number => ("number", signed(decimal("2.5", ""))),
        Unit::Score => ("score", signed(decimal("-0.21", ""))),
        other => panic!("no grammar is written down for {other}"),
    }
}

/// What a text that is no figure in the unit is told.
fn malformed(unit: Unit, text: &str) -> String {
    let expected = grammar(unit).1;
    format!(
        "figure {text:?} is neither a symbol such as [c] nor {expected}, with or without one of the words \
         exactly, over, at least, around, under, at most before it"
    )
}

/// What a number in one unit is told where another was asked for.
fn other_unit(unit: Unit, text: &str, given: Unit) -> String {
    format!("{} {text:?} is in {given}, not in {unit}", grammar(unit).0)
}

// Figures.

#[test]
fn each_unit_is_read_and_printed() {
    for (unit, bare, printed) in [
        (Unit::PerCent, "18.5", "18.5%"),
        (Unit::PerCent, "over 90", "over 90%"),
        (Unit::PerCent, "exactly 0.5", "exactly 0.5%"),
        (Unit::PercentagePoints, "-16.7", "-16.7 percentage points"),
        (Unit::PercentagePoints, "1", "1 percentage point"),
        (Unit::PercentagePoints, "-1", "-1 percentage point"),
        (Unit::PercentagePoints, "1.0", "1.0 percentage points"),
        (Unit::Per10000, "52.3", "52.3 per 10,000 children"),
        (Unit::Per10000, "exactly 1", "exactly 1 per 10,000 children"),
        (Unit::Fte, "around 75", "around 75 FTE"),
        (Unit::Fte, "1", "1 FTE"),
        (Unit::Headcount, "536", "536"),
        (Unit::Headcount, "under 5", "under 5"),
        (Unit::Children, "412", "412"),
        (Unit::Children, "at most 5", "at most 5"),
        (Unit::Cases, "3770", "3770"),
        (Unit::Cases, "at least 1", "at least 1"),
        (Unit::CasesPerFte, "16.8", "16.8 cases per FTE"),
        (Unit::CasesPerFte, "1", "1 case per FTE"),
        (Unit::CasesPerFte, "1.0", "1.0 cases per FTE"),
        (Unit::WorkingDays, "at most 12.5", "at most 12.5 working days"),
        (Unit::WorkingDays, "1", "1 working day"),
        (Unit::Weeks, "26", "26 weeks"),
        (Unit::Weeks, "under 1", "under 1 week"),
        (Unit::Pounds, "1250.5", "£1250.5"),
        (Unit::Pounds, "1250.50", "£1250.50"),
        (Unit::Pounds, "-5", "-£5"),
        (Unit::Pounds, "over -5.25", "over -£5.25"),
        (Unit::Number, "2.5", "2.5"),
        (Unit::Number, "around -2.5", "around -2.5"),
        (Unit::Score, "-0.21", "-0.21"),
        (Unit::Score, "exactly -0.21", "exactly -0.21"),
    ] {
        let figure = read(unit, bare);
        assert_eq!((figure.unit(), figure.to_string().as_str()), (Some(unit), printed));
        // With its unit it is the same, and so it is on the wire.
        assert_eq!(read(unit, printed), figure);
        assert_eq!(serde_json::to_value(figure).unwrap(), json!(printed));
    }
    for &unit in Unit::ALL {
        for symbol in ["[c]", "[low]", "[u]", "[x]", "[z]"] {
            assert_eq!(read(unit, symbol).to_string(), symbol);
            // What is withheld has no number, and so no unit.
            assert_eq!(read(unit, symbol).unit(), None);
        }
    }
    assert_eq!(format!("[{:>8}]", read(Unit::PerCent, "18.5")), "[   18.5%]");
    assert_eq!(format!("[{:>8}]", read(Unit::Pounds, "18.5")), "[   £18.5]");
    assert_eq!(format!("[{:>8}]", quantity(Unit::Pounds, "18.5")), "[   £18.5]");
}

/// Spellings that are read, each of them the same quantity and, in the same words, the same figure.
#[test]
fn spellings_of_each_unit() {
    let table: [(Unit, &str, &[&str]); 19] = [
        (
            Unit::PerCent,
            "18.5%",
            &["18.5", " 18.5 ", "18.5 %", "18.50%", "18.5 per cent", "18.5percent", "18.5 Per Cent"],
        ),
        (
            Unit::PercentagePoints,
            "-16.7 percentage points",
            &["-16.7", "\u{2212}16.7pp", "-16.7 PP", "-16.7ppt", "-16.7 ppts", "-16.7 points", "-16.7%pt"],
        ),
        (Unit::PercentagePoints, "1 percentage point", &["1", "1.0 percentage points", "1 point", "1%pts"]),
        (
            Unit::Per10000,
            "52.3 per 10,000 children",
            &["52.3", "52.3 per 10,000", "52.3 per 10000", "52.3 PER 10000 CHILDREN"],
        ),
        (Unit::Fte, "494.5 FTE", &["494.5", "494.5 fte", "494.5FTE", "494.500 Fte"]),
        (Unit::Headcount, "38 people", &["38", "38 PEOPLE", "38 headcount"]),
        (Unit::Headcount, "1 person", &["1", "1 people"]),
        (Unit::Children, "412 children", &["412", "412 Children"]),
        (Unit::Children, "1 child", &["1", "1 children"]),
        (Unit::Cases, "3770 cases", &["3770", "3770CASES"]),
        (Unit::Cases, "1 case", &["1", "1 cases"]),
        (Unit::CasesPerFte, "16.8 cases per FTE", &["16.8", "16.8 case per fte", "16.8 CASES PER FTE"]),
        (
            Unit::WorkingDays,
            "5256.3 working days",
            &["5256.3", "5256.3 days", "5256.3 day", "5256.3 Working Days"],
        ),
        (Unit::WorkingDays, "1 working day", &["1", "1 day", "1 days", "1 working days"]),
        (Unit::Weeks, "26 weeks", &["26", "26.0", "26 WEEKS", "26 week"]),
        (
            Unit::Pounds,
            "£1250.5",
            &["1250.5", "£1250.50", "1250.50 pounds", "1250.5 GBP", "£1250.5 Pounds", "1250.5 pound"],
        ),
        (Unit::Pounds, "-£5", &["-5", "£-5", "\u{2212}£5", "£\u{2212}5", "-5 pounds", "-£5.00", "-5.0"]),
        (Unit::Number, "2.5", &[" 2.5", "2.50"]),
        (
            Unit::Score,
            "-0.21 score points",
            &["-0.21", "-0.21 points", "-0.21 score", "\u{2212}0.210", "-0.21 Points"],
        ),
    ];
    for (unit, printed, spellings) in table {
        let expected = quantity(unit, printed);
        assert_eq!((expected.to_string().as_str(), printed.parse()), (printed, Ok(expected)));
        for text in spellings {
            assert_eq!(quantity(unit, text), expected, "{text:?}");
            assert_eq!(read(unit, &format!("exactly {text}")), Figure::from(expected), "{text:?}");
        }
    }
    let mut units: Vec<Unit> = table.iter().map(|row| row.0).collect();
    units.dedup();
    assert_eq!(units, Unit::ALL);
}

/// Pounds stand behind their sign, to the penny, negative too.
#[test]
fn pounds() {
    for (text, number, printed, figure) in [
        ("£1250.5", dec!(1250.5), "£1250.5", "£1250.5"),
        ("1250.50 pounds", dec!(1250.5), "£1250.5", "£1250.50"),
        ("-£5", dec!(-5), "-£5", "-£5"),
        ("£-5", dec!(-5), "-£5", "-£5"),
        ("-£1", dec!(-1), "-£1", "-£1"),
        ("£0", dec!(0), "£0", "£0"),
        ("-0", dec!(0), "£0", "£0"),
        ("£0.01", dec!(0.01), "£0.01", "£0.01"),
        ("-100000000000", dec!(-100000000000), "-£100000000000", "-£100000000000"),
    ] {
        let read_back = quantity(Unit::Pounds, text);
        assert_eq!((read_back.value(), read_back.to_string().as_str()), (number, printed), "{text}");
        assert_eq!(format!("{read_back:?}"), format!("Quantity({number} pounds)"));
        assert_eq!(read(Unit::Pounds, text).to_string(), figure, "{text}");
    }
    for (text, message) in [
        ("£1250.505", "amount in pounds 1250.505 has more than 2 decimal places"),
        ("£5%", r#"amount in pounds "£5%" is in per cent, not in pounds"#),
        ("-£100000000000.01", "amount in pounds -100000000000.01 is below -100000000000"),
        ("100000000000.01", "amount in pounds 100000000000.01 is above 100000000000"),
    ] {
        assert_eq!(Quantity::read(Unit::Pounds, text).unwrap_err().to_string(), message);
    }
    let (name, expected) = grammar(Unit::Pounds);
    for text in ["£1,250.50", "--£5", "-£-5", "£--5", "££5", "£", "-£", "£ 5", "5£", "£.5", "£5."]
    {
        let message = format!("{name} {text:?} is not written as {expected}");
        assert_eq!(Quantity::read(Unit::Pounds, text).unwrap_err().to_string(), message);
    }
}

/// The bounds of figures that may be negative: halves round away from zero on both sides of it.
#[test]
fn bounds_below_zero() {
    for (unit, text, bounds) in [
        (Unit::Score, "0.2", "from 0.15 to below 0.25"),
        (Unit::Score, "-0.2", "above -0.25 to -0.15"),
        (Unit::Score, "0.0", "above -0.05 to below 0.05"),
        (Unit::Score, "exactly -0.2", "exactly -0.2"),
        (Unit::Score, "over -0.2", "above -0.2"),
        (Unit::Score, "at least -0.2", "at least -0.2"),
        (Unit::Score, "under -0.2", "below -0.2"),
        (Unit::Score, "at most -0.2", "at most -0.2"),
        (Unit::Score, "around -0.2", "anything"),
        (Unit::Pounds, "-£5", "above -£5.5 to -£4.5"),
        (Unit::PercentagePoints, "-16.7", "above -16.75 percentage points to -16.65 percentage points"),
        // Where nothing is below 0 the bounds begin there.
        (Unit::Fte, "0.0", "from 0 FTE to below 0.05 FTE"),
    ] {
        assert_eq!(read(unit, text).bounds().unwrap().to_string(), bounds, "{text}");
    }
}

/// The number of one unit is not that of another.
#[test]
fn another_unit_is_refused() {
    for (unit, others) in [
        (
            Unit::PerCent,
            [
                ("75 FTE", r#"percentage "75 FTE" is in FTE, not in per cent"#),
                (
                    "16.8 cases per FTE",
                    r#"percentage "16.8 cases per FTE" is in cases per FTE, not in per cent"#,
                ),
                ("12 days", r#"percentage "12 days" is in working days, not in per cent"#),
            ],
        ),
        (
            Unit::Fte,
            [
                ("18.5%", r#"FTE "18.5%" is in per cent, not in FTE"#),
                ("16.8 cases per FTE", r#"FTE "16.8 cases per FTE" is in cases per FTE, not in FTE"#),
                ("12 days", r#"FTE "12 days" is in working days, not in FTE"#),
            ],
        ),
        (
            Unit::Headcount,
            [
                ("18.5%", &malformed(Unit::Headcount, "18.5%")),
                ("75 FTE", r#"headcount "75 FTE" is in FTE, not in headcount"#),
                ("12 days", r#"headcount "12 days" is in working days, not in headcount"#),
            ],
        ),
        (
            Unit::Cases,
            [
                ("18%", r#"number of cases "18%" is in per cent, not in cases"#),
                ("75 FTE", r#"number of cases "75 FTE" is in FTE, not in cases"#),
                ("12.5", &malformed(Unit::Cases, "12.5")),
            ],
        ),
        (
            Unit::CasesPerFte,
            [
                ("18.5%", r#"caseload "18.5%" is in per cent, not in cases per FTE"#),
                ("75 FTE", r#"caseload "75 FTE" is in FTE, not in cases per FTE"#),
                ("12 days", r#"caseload "12 days" is in working days, not in cases per FTE"#),
            ],
        ),
        (
            Unit::WorkingDays,
            [
                ("18.5%", r#"number of working days "18.5%" is in per cent, not in working days"#),
                ("75 FTE", r#"number of working days "75 FTE" is in FTE, not in working days"#),
                (
                    "over 16.8 cases per FTE",
                    r#"number of working days "16.8 cases per FTE" is in cases per FTE, not in working days"#,
                ),
            ],
        ),
    ] {
        for (text, message) in others {
            assert_eq!(Figure::read(unit, text).unwrap_err().to_string(), message);
        }
    }
    assert_eq!(
        Figure::read(Unit::Headcount, "under 0").unwrap_err().to_string(),
        r#"figure "under 0 people" allows no value from 0 to 4294967295"#,
    );
    assert_eq!(
        Figure::read(Unit::Score, "under -100000000000").unwrap_err().to_string(),
        r#"figure "under -100000000000 score points" allows no value from -100000000000 to 100000000000"#,
    );
    assert_ne!(read(Unit::Headcount, "5"), read(Unit::Cases, "5"));
    assert_ne!(read(Unit::Headcount, "5"), read(Unit::Children, "5"));
    assert_ne!(read(Unit::Number, "5"), read(Unit::Score, "5"));
}

/// Every unit that has words, against every other.
#[test]
fn every_other_unit_is_refused() {
    let with_unit = [
        (Unit::PerCent, "5%"),
        (Unit::PercentagePoints, "5pp"),
        (Unit::Per10000, "5 per 10,000 children"),
        (Unit::Fte, "5 FTE"),
        (Unit::Headcount, "5 people"),
        (Unit::Children, "5 children"),
        (Unit::Cases, "5 cases"),
        (Unit::CasesPerFte, "5 cases per FTE"),
        (Unit::WorkingDays, "5 working days"),
        (Unit::Weeks, "5 weeks"),
        (Unit::Pounds, "5 pounds"),
        (Unit::Score, "5 score"),
    ];
    for &unit in Unit::ALL {
        for (given, text) in with_unit {
            if given == unit {
                assert_eq!(quantity(unit, text), quantity(unit, "5"));
                continue;
            }
            let told = other_unit(unit, text, given);
            let error = Quantity::read(unit, text).unwrap_err();
            assert_eq!((error.fault(), error.to_string()), (QuantityFault::OtherUnit(given), told.clone()));
            for word in ["", "over ", "exactly ", "<= "] {
                let error = Figure::read(unit, &format!("{word}{text}")).unwrap_err();
                assert_eq!(error.to_string(), told);
            }
        }
        assert_eq!(Figure::read(unit, "5 mph").unwrap_err().to_string(), malformed(unit, "5 mph"));
    }
    // The sign of pounds stands before no other number.
    assert_eq!(Figure::read(Unit::Fte, "£5").unwrap_err().to_string(), malformed(Unit::Fte, "£5"));
}

/// A bare number below 1 with two places or more may be a fraction of 1, so it is no percentage.
#[test]
fn a_fraction_is_no_percentage() {
    for (text, message) in [
        (
            "0.185",
            r#"figure "0.185" may be a fraction: write "18.5%", or "0.185%" if it is less than one per cent"#,
        ),
        (
            "exactly 0.000001",
            "figure \"0.000001\" may be a fraction: write \"0.0001%\", or \"0.000001%\" if it is less than \
             one per cent",
        ),
        (
            "over 0.90",
            r#"figure "0.90" may be a fraction: write "90%", or "0.90%" if it is less than one per cent"#,
        ),
    ] {
        assert_eq!(Figure::read(Unit::PerCent, text).unwrap_err().to_string(), message);
    }
    for (text, printed) in [
        ("0.185%", "0.185%"),
        ("exactly 0.000001%", "exactly 0.000001%"),
        ("over 0.90 per cent", "over 0.9%"),
        ("0.5", "0.5%"),
        ("0.00", "0.00%"),
        ("1.05", "1.05%"),
    ] {
        assert_eq!(read(Unit::PerCent, text).to_string(), printed);
    }
    for &unit in Unit::ALL.iter().filter(|unit| **unit != Unit::PerCent && !unit.is_whole()) {
        assert_eq!(read(unit, "0.18").stated().unwrap().value(), dec!(0.18));
    }
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
        (Unit::WorkingDays, "0.00", dec!(0)),
        (Unit::PerCent, "exactly 0.000001%", dec!(0.000001)),
        (Unit::Headcount, "exactly 4294967295", dec!(4294967295)),
        (Unit::PercentagePoints, "-16.70", dec!(-16.7)),
        (Unit::Per10000, "52.3", dec!(52.3)),
        (Unit::Children, "412", dec!(412)),
        (Unit::Weeks, "26.0", dec!(26)),
        (Unit::Pounds, "-£1250.50", dec!(-1250.5)),
        (Unit::Number, "2.50", dec!(2.5)),
        (Unit::Score, "exactly -0.210", dec!(-0.21)),
    ] {
        let stated = read(unit, text).stated().unwrap();
        assert_eq!((stated.unit(), stated.value()), (unit, number), "{text}");
        // Without trailing zeros, as a quantity's own value is.
        assert_eq!(stated.value().scale(), number.scale(), "{text}");
    }
    for &unit in Unit::ALL {
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
    let caseload = Series::new(&catalogue::CASELOAD_FTE, figures).unwrap();
    assert_eq!(caseload.indicator(), &catalogue::CASELOAD_FTE);
    let seen = |index: usize| Some((figures[index].0, figures[index].1.into()));
    assert_eq!(caseload.earliest().map(|seen| (seen.period(), seen.value().clone())), seen(1));
    assert_eq!(caseload.latest().map(|seen| (seen.period(), seen.value().clone())), seen(0));
    let changes: Vec<String> = caseload.changes().map(|change| change.to_string()).collect();
    assert_eq!(
        changes,
        [
            "16.0 cases per FTE (year to 30 September 2017) to 16.7 cases per FTE (year to 30 September \
             2018): +0.7 cases per FTE, +4.4%, worsened",
            "16.7 cases per FTE (year to 30 September 2018) to 16.8 cases per FTE (year to 30 September \
             2019): +0.1 cases per FTE, +0.6%, worsened",
        ],
    );
    // By text it is the same series.
    let by_text = published.map(|(year, text)| (Period::reporting_year(year).unwrap(), text));
    assert_eq!(Series::new(&catalogue::CASELOAD_FTE, by_text).unwrap(), caseload);
    let none = Series::new(&catalogue::CASELOAD_FTE, [(); 0].map(|()| ("2019", "1"))).unwrap();
    assert_eq!((none.indicator(), none.latest()), (&catalogue::CASELOAD_FTE, None));
}

#[track_caller]
fn series_error<V: Observable>(
    indicator: &Indicator,
    figures: impl IntoIterator<Item = (&'static str, V)>,
) -> SeriesError {
    Series::new(indicator, figures).expect_err("it was not refused")
}

#[test]
fn a_series_is_in_the_unit_of_its_indicator() {
    let caseload = &catalogue::CASELOAD_FTE;
    let good = ("year to 30 September 2017", read(Unit::CasesPerFte, "16.0"));
    let per_cent = ("year to 30 September 2018", read(Unit::PerCent, "16.7"));
    assert_eq!(
        series_error(caseload, [good, per_cent]).to_string(),
        "caseload_fte is in cases per FTE, but the figure of year to 30 September 2018 is in per cent: 16.7%",
    );
    // What prints no unit has one all the same.
    assert_eq!(
        series_error(&catalogue::CASES, [("2019-02", read(Unit::Headcount, "536"))]).to_string(),
        "cases is in cases, but the figure of 2019-02 is in headcount: 536",
    );
    // What is withheld has none.
    let withheld = Series::new(caseload, [("2019-02", read(Unit::Fte, "[c]"))]).unwrap();
    assert_eq!(withheld, Series::new(caseload, [("2019-02", Symbol::Confidential)]).unwrap());
    // The first that is given, not the first in time.
    let later = ("2019-09", read(Unit::Fte, "around 75"));
    let earlier = ("2019-02", read(Unit::WorkingDays, "1"));
    assert_eq!(
        series_error(caseload, [later, earlier]).to_string(),
        "caseload_fte is in cases per FTE, but the figure of 2019-09 is in FTE: around 75 FTE",
    );
    // A typed form and a quantity have their units too.
    let told = |figure: &str| {
        format!("caseload_fte is in cases per FTE, but the figure of 2019-02 is in working days: {figure}")
    };
    let days: Days = "12".parse().unwrap();
    assert_eq!(series_error(caseload, [("2019-02", days)]).to_string(), told("exactly 12 working days"));
    let days = Quantity::from(days);
    assert_eq!(series_error(caseload, [("2019-02", days)]).to_string(), told("exactly 12 working days"));
}

/// What a series of figures refuses, one of their texts does, with the same error.
#[test]
fn series_refused_alike() {
    let rate = &catalogue::VACANCY_RATE_FTE;
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
        let by_figure = series_error(rate, figures.map(|(period, text)| (period, read(Unit::PerCent, text))));
        let by_text = series_error(rate, figures);
        assert_eq!((by_text.to_string().as_str(), &by_text), (message, &by_figure));
    }
}

/// The indicator of a unit on the wire, with every field.
fn indicator_written(unit: Unit) -> Value {
    json!({
        "code": "invented", "title": "Invented", "unit": unit.code(), "polarity": "lower_is_better",
        "polarity_source": null, "decimal_places": null, "share": false, "definition": null, "source": null,
    })
}

/// Two observations in a unit, on the wire.
fn observed(unit: Unit, first: &str, second: &str) -> Value {
    json!({
        "indicator": indicator_written(unit),
        "observations": [{"period": "2019-02", "value": first}, {"period": "2019-09", "value": second}],
    })
}

#[track_caller]
fn series(document: &Value) -> Series {
    serde_json::from_str(&document.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn series_of_each_unit_in_json() {
    for &unit in Unit::ALL {
        let read_back = series(&observed(unit, "20", "over 5"));
        let [first, last] = [read(unit, "20"), read(unit, "over 5")];
        assert_eq!((read_back.indicator(), read_back.indicator().unit()), (&indicator(unit), unit));
        assert_eq!(read_back.get(month("2019-02")), Some(&first.into()));
        assert_eq!(read_back.get(month("2019-09")), Some(&last.into()));
        assert_eq!(read_back.get(month("2019-03")), None);
        // It is written with the unit, and reads as the same.
        let document = observed(unit, &first.to_string(), &last.to_string());
        assert_eq!(serde_json::to_value(&read_back).unwrap(), document);
        assert_eq!(serde_json::from_value::<Series>(document).unwrap(), read_back);
    }
}

#[test]
fn what_was_known_of_a_series() {
    for &unit in Unit::ALL {
        let whole = series(&observed(unit, "20", "5"));
        let seen = |series: &Series| {
            let [first, last] = [series.earliest(), series.latest()];
            [first, last].map(|seen| seen.map(|seen| (seen.period(), seen.value().to_string())))
        };
        let first = Some((month("2019-02"), read(unit, "20").to_string()));
        let last = Some((month("2019-09"), read(unit, "5").to_string()));
        assert_eq!(seen(&whole), [first.clone(), last]);
        let none = whole.known_on(day("2019-02-27"));
        assert_eq!((seen(&none), none.indicator()), ([None, None], whole.indicator()));
        for on in ["2019-02-28", "2019-09-29"] {
            let known = whole.known_on(day(on));
            assert_eq!(seen(&known), [first.clone(), first.clone()], "{on}");
            assert_eq!(known.get(month("2019-09")), None, "{on}");
            assert_eq!(known.change_since(month("2019-02")), None, "{on}");
        }
        assert_eq!(whole.known_on(day("2019-09-30")), whole);
        assert_eq!(whole.observations().len(), 2);
        let changes: Vec<Change> = whole.changes().collect();
        assert_eq!(changes[0].verdict(), Verdict::Improved);
        assert_eq!(whole.changes_since(month("2019-02")).collect::<Vec<_>>(), changes);
        assert_eq!(whole.change_since(month("2019-02")).as_ref(), changes.first());
    }
}

#[test]
fn series_refused() {
    for &unit in Unit::ALL {
        let (text, given) =
            if unit == Unit::Fte { ("5 days", Unit::WorkingDays) } else { ("5 FTE", Unit::Fte) };
        for (text, told) in [(text, other_unit(unit, text, given)), ("5 mph", malformed(unit, "5 mph"))] {
            refuses::<Series>(&observed(unit, text, "5"), &format!("observations[0].value: {told}"));
            refuses::<Series>(&observed(unit, "5", text), &format!("observations[1].value: {told}"));
        }
    }
    let of = |observations: Value| json!({"indicator": "offer_take_up_rate", "observations": observations});
    refuses::<Series>(
        &of(json!([{"period": "2019-02", "value": "101"}])),
        "observations[0].value: offer_take_up_rate is a share of a whole and cannot be above 100%, but is 101% in 2019-02",
    );
    let twice = json!([{"period": "2019-02", "value": "1"}, {"period": "2019-02", "value": "2"}]);
    refuses::<Series>(&of(twice), "offer_take_up_rate has two observations of 2019-02");
    let mixed = json!([{"period": "2019-02", "value": "1"}, {"period": "2019", "value": "2"}]);
    refuses::<Series>(
        &of(mixed),
        "offer_take_up_rate has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
    );
    refuses::<Series>(
        &of(json!([{"period": "2019-02", "value": 90.5}])),
        "invalid type: floating point `90.5`, expected a text such as \"18.5%\", \"over 90%\" or \"[c]\": \
         a figure is written as text, because a bare number may lose digits on its way through binary \
         floating point",
    );
    refuses::<Series>(&of(json!([{"period": "2019-02"}])), "missing field `value`");
    refuses::<Series>(
        &of(json!([["2019-02", "1"]])),
        "invalid type: sequence, expected an observation: an object with period and value",
    );
    refuses::<Series>(&json!({"indicator": "offer_take_up_rate"}), "missing field `observations`");
    refuses::<Series>(&json!({"observations": []}), "missing field `indicator`");
    refuses::<Series>(
        &json!({"indicator": "offer_take_up_rate", "observations": [], "unit": "fte"}),
        "unknown field `unit`, expected `indicator` or `observations`",
    );
    refuses::<Series>(
        &json!(["offer_take_up_rate", []]),
        "invalid type: sequence, expected a series: an object with indicator and observations",
    );
    refuses::<Series>(
        &json!({"indicator": "take_up", "observations": []}),
        r#"indicator "take_up" is not one that this crate defines: give code, title, unit and polarity"#,
    );
}

// Changes.

/// The change of the invented indicator of a unit between two texts.
#[track_caller]
fn between(unit: Unit, earlier: &str, later: &str) -> Result<Change, SeriesError> {
    Change::between(&indicator(unit), ("2019-02", earlier), ("2019-09", later))
}

/// A change that is stated as relative only, on the wire.
fn stated(indicator: &Value, relative: &str) -> Value {
    json!({"indicator": indicator, "since": "2019-02", "until": "2019-09", "relative": relative})
}

/// A fall from 20 to 5, the rise back, and what cannot be told, as they are written in each unit. A whole
/// number is exact; any other was rounded.
#[test]
fn changes_of_each_unit_in_json() {
    for &unit in Unit::ALL {
        let [twenty, five] = ["20", "5"].map(|text| read(unit, text).to_string());
        let over_five = read(unit, "over 5").to_string();
        let difference = unit.of_difference();
        // With as many places as the indicator prints.
        let (fall, rise) = match unit {
            Unit::Headcount | Unit::Children | Unit::Cases => ("-15", "15"),
            Unit::Pounds => ("-15.00", "15.00"),
            _ => ("-15.0", "15.0"),
        };
        // Half of one on either side of both ends.
        let bounds = |low: &str, high: &str, whole: &str| {
            // An interval of counts or scores prints their numbers alone.
            let counts = matches!(difference, Unit::Headcount | Unit::Children | Unit::Cases | Unit::Score);
            let print = |text: &str| match text.strip_prefix('-') {
                _ if counts => text.to_owned(),
                Some(size) => format!("-{}", quantity(difference, size)),
                None => quantity(difference, text).to_string(),
            };
            if unit.is_whole() {
                format!("exactly {}", print(whole))
            } else {
                format!("above {} to below {}", print(low), print(high))
            }
        };
        for (earlier, later, expected) in [
            (
                "20",
                "5",
                json!({
                    "earlier": twenty, "later": five, "absolute": fall, "relative": "-75.0",
                    "bounds": bounds("-16", "-14", "-15"), "verdict": "improved", "reason": "fell",
                }),
            ),
            (
                "5",
                "20",
                json!({
                    "earlier": five, "later": twenty, "absolute": rise, "relative": "300.0",
                    "bounds": bounds("14", "16", "15"), "verdict": "worsened", "reason": "rose",
                }),
            ),
            (
                "over 5",
                "[c]",
                json!({
                    "earlier": over_five, "later": "[c]", "absolute": null, "relative": null,
                    "bounds": "anything", "verdict": "cannot_tell", "reason": "missing_figure",
                }),
            ),
        ] {
            let mut expected = expected;
            for (key, value) in [
                ("code", json!("invented")),
                ("title", json!("Invented")),
                ("since", json!("2019-02")),
                ("until", json!("2019-09")),
                ("absolute_unit", json!(difference.label())),
                ("as_printed", Value::Null),
            ] {
                expected[key] = value;
            }
            let change = between(unit, earlier, later).unwrap();
            assert_eq!(serde_json::to_value(&change).unwrap(), expected, "{unit}");
            assert_eq!((change.since(), change.until()), (month("2019-02"), month("2019-09")));
            assert_eq!(change.indicator(), &indicator(unit));
            assert_eq!(change.earlier(), Some(&read(unit, earlier).into()));
            assert_eq!(change.later(), Some(&read(unit, later).into()));
        }
        for (relative, verdict, reason) in [
            ("-75", Verdict::Improved, Reason::Fell),
            ("12.5", Verdict::Worsened, Reason::Rose),
            ("0", Verdict::Unchanged, Reason::Same),
        ] {
            let document = stated(&indicator_written(unit), relative);
            let read_back: StatedChange = serde_json::from_str(&document.to_string()).unwrap();
            assert_eq!(serde_json::to_value(&read_back).unwrap(), document);
            assert_eq!((read_back.since, read_back.until), (month("2019-02"), month("2019-09")));
            assert_eq!(read_back.indicator, indicator(unit));
            let change = read_back.change().unwrap();
            assert_eq!((change.verdict(), change.reason()), (verdict, reason));
            assert_eq!((change.earlier(), change.later(), change.absolute_bounds()), (None, None, None));
            let twenty = quantity(unit, "20");
            let led_to = read_back.apply_to_rounded(twenty, 1).unwrap();
            assert_eq!(led_to, read_back.relative.apply_to_rounded(twenty, 1).unwrap());
            assert_eq!(led_to.unit(), unit);
        }
    }
}

#[test]
fn what_changed() {
    let leavers: StatedChange =
        serde_json::from_value(stated(&indicator_written(Unit::Headcount), "-75")).unwrap();
    assert_eq!(leavers.change().unwrap().to_string(), "2019-02 to 2019-09: -75.0%, improved");
    // The vacancy gap of West Sussex, 2019.
    let fall = between(Unit::PerCent, "18.5", "1.8").unwrap();
    assert_eq!(
        fall.to_string(),
        "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved",
    );
    assert_eq!(between(Unit::WorkingDays, "over 5", "[c]").unwrap().verdict(), Verdict::CannotTell);
    // Invented, in every unit.
    for (unit, expected) in [
        (Unit::PerCent, "20% (2019-02) to 5% (2019-09): -15.0 percentage points, -75.0%, improved"),
        (
            Unit::PercentagePoints,
            "20 percentage points (2019-02) to 5 percentage points (2019-09): -15.0 percentage points, \
             -75.0%, improved",
        ),
        (
            Unit::Per10000,
            "20 per 10,000 children (2019-02) to 5 per 10,000 children (2019-09): -15.0 per 10,000 children, \
             -75.0%, improved",
        ),
        (Unit::Fte, "20 FTE (2019-02) to 5 FTE (2019-09): -15.0 FTE, -75.0%, improved"),
        (Unit::Headcount, "20 (2019-02) to 5 (2019-09): -15, -75.0%, improved"),
        (Unit::Children, "20 (2019-02) to 5 (2019-09): -15, -75.0%, improved"),
        (Unit::Cases, "20 (2019-02) to 5 (2019-09): -15, -75.0%, improved"),
        (
            Unit::CasesPerFte,
            "20 cases per FTE (2019-02) to 5 cases per FTE (2019-09): -15.0 cases per FTE, -75.0%, improved",
        ),
        (
            Unit::WorkingDays,
            "20 working days (2019-02) to 5 working days (2019-09): -15.0 working days, -75.0%, improved",
        ),
        (Unit::Weeks, "20 weeks (2019-02) to 5 weeks (2019-09): -15.0 weeks, -75.0%, improved"),
        (Unit::Pounds, "£20 (2019-02) to £5 (2019-09): -£15.00, -75.0%, improved"),
        (Unit::Number, "20 (2019-02) to 5 (2019-09): -15.0, -75.0%, improved"),
        (Unit::Score, "20 (2019-02) to 5 (2019-09): -15.0, -75.0%, improved"),
    ] {
        assert_eq!(between(unit, "20", "5").unwrap().to_string(), expected);
    }
    // From or to less than 0 there is a difference, but no relative change.
    for (unit, earlier, later, expected) in [
        (Unit::Score, "-0.5", "-0.2", "-0.5 (2019-02) to -0.2 (2019-09): +0.3, worsened"),
        (Unit::Score, "0.5", "-0.2", "0.5 (2019-02) to -0.2 (2019-09): -0.7, improved"),
        (Unit::Pounds, "-£5", "£20", "-£5 (2019-02) to £20 (2019-09): +£25.00, worsened"),
    ] {
        let change = between(unit, earlier, later).unwrap();
        assert_eq!((change.to_string().as_str(), change.relative_rounded(6)), (expected, None));
    }
}

#[test]
fn changes_refused() {
    for &unit in Unit::ALL {
        let (text, given) =
            if unit == Unit::Fte { ("5 days", Unit::WorkingDays) } else { ("5 FTE", Unit::Fte) };
        for (text, told) in [(text, other_unit(unit, text, given)), ("5 mph", malformed(unit, "5 mph"))] {
            for (earlier, later, period) in [
                (text, "5", "2019-02"),
                ("5", text, "2019-09"),
                // The earlier first, where both are wrong.
                (text, text, "2019-02"),
            ] {
                let error = between(unit, earlier, later).unwrap_err();
                assert_eq!(error.to_string(), format!("invented in {period}: {told}"));
            }
        }
    }
    let take_up = &catalogue::OFFER_TAKE_UP_RATE;
    let order = |earlier: &str, later: &str| {
        let mut document = stated(&json!("offer_take_up_rate"), "-75");
        (document["since"], document["until"]) = (json!(earlier), json!(later));
        let only: StatedChange = serde_json::from_value(document).unwrap();
        let both = Change::between(take_up, (earlier, "1"), (later, "1")).unwrap_err();
        assert_eq!(only.change().unwrap_err(), both);
        both.to_string()
    };
    for (earlier, later) in [("2019-09", "2019-02"), ("2019-09", "2019-09")] {
        assert_eq!(
            order(earlier, later),
            format!(
                "offer_take_up_rate cannot change from {earlier} to {later}: the later period must end after \
                 the earlier"
            ),
        );
    }
    assert_eq!(
        order("2019-02", "2019"),
        "offer_take_up_rate has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
    );
    assert_eq!(
        Change::between(take_up, ("2019-02", "90"), ("2019-09", "101")).unwrap_err().to_string(),
        "offer_take_up_rate is a share of a whole and cannot be above 100%, but is 101% in 2019-09",
    );
    refuses::<StatedChange>(
        &json!({"indicator": "offer_take_up_rate", "absolute": "5"}),
        "unknown field `absolute`, expected one of `indicator`, `since`, `until`, `relative`",
    );
    let mut note = stated(&json!("offer_take_up_rate"), "-75");
    note["note"] = json!("x");
    refuses::<StatedChange>(
        &note,
        "unknown field `note`, expected one of `indicator`, `since`, `until`, `relative`",
    );
    for field in ["indicator", "since", "until", "relative"] {
        let mut without = stated(&json!("offer_take_up_rate"), "-75");
        without.as_object_mut().unwrap().remove(field);
        refuses::<StatedChange>(&without, &format!("missing field `{field}`"));
    }
}

/// What the particulars of a stated change must be is said in their own words.
#[test]
fn stated_changes_refused() {
    for (field, value, message) in [
        ("relative", json!("-101"), "relative change -101 is below -100"),
        (
            "relative",
            json!("a lot"),
            "relative change \"a lot\" is not written as an optional minus sign, digits, optionally a \
             point and up to 6 more digits (as in \"-75\" or \"-75%\")",
        ),
        (
            "relative",
            json!(-75.5),
            "invalid type: floating point `-75.5`, expected a text such as \"-75\": a decimal is written \
             as text, because a bare number may lose digits on its way through binary floating point",
        ),
        (
            "since",
            json!("soon"),
            "period \"soon\" is not written as a day (2019-09-30), a month (2019-02), a quarter (2019/20 \
             Q1), a financial year (2018/19), a reporting year (year to 30 September 2019) or a calendar \
             year (2019)",
        ),
        (
            "until",
            json!([]),
            r#"invalid type: sequence, expected a period written as text, such as "2019-02""#,
        ),
        (
            "indicator",
            json!("take_up"),
            r#"indicator "take_up" is not one that this crate defines: give code, title, unit and polarity"#,
        ),
    ] {
        let mut document = stated(&indicator_written(Unit::PerCent), "-75");
        document[field] = value;
        refuses::<StatedChange>(&document, message);
    }
    refuses::<StatedChange>(
        &json!("between"),
        "invalid type: string \"between\", expected a stated change: an object with indicator, since, \
         until and relative",
    );
    refuses::<StatedChange>(&json!({}), "missing field `indicator`");
}

// Laws.

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// The figure of a unit that says most nearly the same.
fn in_unit(unit: Unit, figure: Figure) -> Figure {
    let fit = |given: Quantity| {
        let most = if unit.is_whole() { u32::MAX.into() } else { Decimal::from(1_000_000) };
        let least = if unit.may_be_negative() { -most } else { Decimal::ZERO };
        let number = given.value().clamp(least, most);
        let places = unit.decimal_places();
        let cut = number.round_dp_with_strategy(places, RoundingStrategy::ToZero);
        Quantity::new(unit, cut).unwrap()
    };
    match figure {
        Figure::Exact(value) => Figure::Exact(fit(value)),
        Figure::Rounded(rounded) => {
            let dp = rounded.decimal_places();
            Figure::rounded(fit(rounded.value()).rounded(dp), dp).unwrap()
        }
        Figure::Qualified(limit) => {
            let value = fit(limit.value());
            Figure::qualified(limit.qualifier(), value).unwrap_or(Figure::Exact(value))
        }
        Figure::Withheld(symbol) => Figure::Withheld(symbol),
    }
}

/// Months from 2018 on with gaps, each with a figure, in any unit.
fn any_series() -> impl Strategy<Value = Series> {
    (any::<Unit>(), proptest::collection::btree_map(0..60_u32, any::<Figure>(), 0..8)).prop_map(
        |(unit, seen)| {
            let seen = seen.into_iter().map(|(months, figure)| {
                let year = 2018 + i32::try_from(months / 12).unwrap();
                (Period::month(year, months % 12 + 1).unwrap(), in_unit(unit, figure))
            });
            Series::new(&indicator(unit), seen).unwrap()
        },
    )
}

/// The number of a figure's text, which has the unit around it.
fn number_of(text: &str) -> Decimal {
    let text = text.trim_start_matches("exactly ").replace('£', "");
    text.split(['%', ' ']).next().unwrap().parse().unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// What is stated is the number that is printed, and only what prints a bare number states one.
    #[test]
    fn what_is_stated_is_what_is_printed(figure in any::<Figure>()) {
        let text = figure.to_string();
        let number = |first: char| first.is_ascii_digit() || first == '-' || first == '£';
        let bare = text.starts_with("exactly ") || text.starts_with(number);
        prop_assert_eq!(figure.stated().map(Quantity::value), bare.then(|| number_of(&text)));
        prop_assert!(figure.stated().is_none() || figure.symbol().is_none());
        prop_assert!(figure.stated().is_none_or(|stated| Some(stated.unit()) == figure.unit()));
    }

    /// A series is made again of its parts, in whatever order they come, and of no other unit.
    #[test]
    fn a_series_is_its_figures((series, shuffled) in any_series().prop_flat_map(|series| {
        let seen: Vec<_> = series.iter().map(|seen| (seen.period(), seen.value().clone())).collect();
        (Just(series), Just(seen).prop_shuffle())
    })) {
        prop_assert_eq!(&Series::new(series.indicator(), shuffled.clone()).unwrap(), &series);
        let own = series.indicator().unit();
        for &unit in Unit::ALL.iter().filter(|&&unit| unit != own) {
            let made = Series::new(&indicator(unit), shuffled.clone());
            // What is withheld has no unit.
            match shuffled.iter().find(|(_, value)| value.symbol().is_none()) {
                Some((period, figure)) => prop_assert_eq!(
                    made.unwrap_err().to_string(),
                    format!("invented is in {unit}, but the figure of {period} is in {own}: {figure}"),
                ),
                None => prop_assert_eq!(made.unwrap().iter().len(), shuffled.len()),
            }
        }
    }

    /// A series of figures, of their texts and of what the wire says is one and the same.
    #[test]
    fn figures_read_as_printed(series in any_series()) {
        let printed = series.iter().map(|seen| (seen.period(), seen.value().to_string()));
        prop_assert_eq!(&Series::new(series.indicator(), printed).unwrap(), &series);
        let unit = series.indicator().unit();
        for seen in &series {
            let wire = serde_json::to_value(seen.value()).unwrap();
            prop_assert_eq!(seen.value(), &Figure::read(unit, wire.as_str().unwrap()).unwrap().into());
        }
    }

    #[test]
    fn series_cross_the_wire(series in any_series()) {
        let text = serde_json::to_string(&series).unwrap();
        prop_assert_eq!(serde_json::from_str::<Series>(&text).unwrap(), series);
    }

    #[test]
    fn changes_cross_the_wire(unit in any::<Unit>(), relative in any::<RelativeChange>()) {
        let (since, until) = (month("2019-02"), month("2019-09"));
        let change = StatedChange { indicator: indicator(unit), since, until, relative };
        let text = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(serde_json::from_str::<StatedChange>(&text).unwrap(), change);
    }

    /// What a change is written with is what its figures print, and they read back.
    #[test]
    fn changes_are_written_as_printed(unit in any::<Unit>(), was in any::<Figure>(), is in any::<Figure>()) {
        let [was, is] = [was, is].map(|figure| in_unit(unit, figure));
        let change = Change::between(&indicator(unit), ("2019-02", was), ("2019-09", is)).unwrap();
        let json = serde_json::to_value(&change).unwrap();
        for (key, figure) in [("earlier", was), ("later", is)] {
            prop_assert_eq!(Figure::read(unit, json[key].as_str().unwrap()), Ok(figure));
        }
        let bounds = change.absolute_bounds().map(|bounds| bounds.to_string());
        prop_assert_eq!(json["bounds"].as_str(), bounds.as_deref());
        prop_assert_eq!(&json["verdict"], change.verdict().code());
        prop_assert_eq!(&json["reason"], change.reason().code());
        let absolute = change.absolute_printed().map(|number| number.to_string());
        prop_assert_eq!(json["absolute"].as_str(), absolute.as_deref());
        if let Some(absolute) = json["absolute"].as_str() {
            prop_assert_eq!(absolute.parse().ok(), change.absolute_printed());
        }
    }

    /// What was known is a part from the front: to its own end it stays whole.
    #[test]
    fn what_was_known_is_a_part(series in any_series(), days in 0..2_000_u64) {
        let on = day("2017-12-01") + childrens_services::chrono::Days::new(days);
        let known = series.known_on(on);
        let count = known.observations().len();
        prop_assert_eq!(known.observations(), &series.observations()[..count]);
        prop_assert!(known.latest().is_none_or(|seen| seen.period().end() <= on));
        prop_assert!(series.observations().get(count).is_none_or(|seen| seen.period().end() > on));
        prop_assert_eq!(&known.known_on(on), &known);
        for seen in &known {
            prop_assert_eq!(known.get(seen.period()), Some(seen.value()));
        }
    }
}

/// The indicators of this crate are known by their code alone.
#[test]
fn defined_indicators_by_code() {
    let document = json!({
        "indicator": "vacancy_gap_rate",
        "observations": [{"period": "2019-02", "value": "18.5%"}],
    });
    let read = series(&document);
    assert_eq!(read.indicator(), &catalogue::VACANCY_GAP_RATE);
    assert_eq!(serde_json::to_value(&read).unwrap(), document);
    let percent: Percent = "18.5".parse().unwrap();
    let exact = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-02", percent)]).unwrap();
    // A typed number is exact, a printed one is rounded.
    assert_ne!(read, exact);
}
