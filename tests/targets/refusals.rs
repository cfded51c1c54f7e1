//! Every refusal of goals, tolerances, days and targets, with its whole message, in code and in JSON.

use childrens_services::{
    Caseload, Goal, Headcount, Percent, PercentagePoints, Quantity, Scorecard, Target, Tolerance, Unit,
    calendar::Day, chrono::NaiveDate,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

/// Refused as text and, the same, in JSON.
#[track_caller]
fn refuses<T>(text: &str, expected: &str)
where
    T: FromStr<Err: Display> + DeserializeOwned + Debug,
{
    assert_eq!(text.parse::<T>().map_err(|error| error.to_string()).unwrap_err(), expected);
    json_refuses::<T>(&json!(text), expected);
}

#[track_caller]
fn json_refuses<T: DeserializeOwned + Debug>(value: &Value, expected: &str) {
    assert_eq!(serde_json::from_value::<T>(value.clone()).unwrap_err().to_string(), expected);
}

#[track_caller]
fn message<T: Debug, E: Display>(refused: Result<T, E>) -> String {
    refused.map_err(|error| error.to_string()).unwrap_err()
}

#[test]
fn goals() {
    for text in
        ["90%", "", "around 90%", "~90%", "[c]", "between 85%", "between 85%and 95%", "at least90%", "=90%"]
    {
        refuses::<Goal>(
            text,
            &format!(
                "goal {text:?} is not written as \"at least 90%\", \"over 90%\", \"at most 2%\", \"under 5 people\" or \"between 85% and 95%\""
            ),
        );
    }
    let number = |text: &str| {
        format!(
            "quantity {text:?} is not a number with its unit, as in \"18.5%\", \"494.5 FTE\" or \"38 people\""
        )
    };
    refuses::<Goal>("at least 90 furlongs", &number("90 furlongs"));
    refuses::<Goal>("at least many", &number("many"));
    refuses::<Goal>(
        "at least",
        "goal \"at least\" is not written as \"at least 90%\", \"over 90%\", \"at most 2%\", \"under 5 people\" or \"between 85% and 95%\"",
    );
    refuses::<Goal>(
        "between some and 95%",
        "percentage \"some\" is not written as digits, optionally a point and up to 6 more digits (as in \"18.5\" or \"18.5%\")",
    );
    refuses::<Goal>("under 0%", "figure \"under 0%\" allows no value from 0 to 100000000000000");
    refuses::<Goal>("at most -1 FTE", "FTE -1 is below 0");
    refuses::<Goal>(
        "at most 2.5 people",
        "headcount \"2.5 people\" is not written as digits (as in \"536\")",
    );
    refuses::<Goal>("between 95% and 85%", "goal \"between 95% and 85%\" ends below where it begins");
    refuses::<Goal>("between 85 FTE and 95%", "percentage \"85 FTE\" is in FTE, not in per cent");
    json_refuses::<Goal>(
        &json!(90),
        "invalid type: integer `90`, expected a goal written as text, such as \"at least 90%\" or \"between 85% and 95%\"",
    );
    assert_eq!(
        message(Goal::between("90".parse::<Percent>().unwrap(), Headcount::new(95))),
        "percentage \"95 people\" is in headcount, not in per cent"
    );
    assert_eq!(
        message(Goal::between(Headcount::new(5), Headcount::new(4))),
        "goal \"between 5 people and 4 people\" ends below where it begins"
    );
}

/// Kind readings, and one spelling out.
#[test]
fn goals_that_are_read() {
    for (text, printed) in [
        (" At Least 90 % ", "at least 90%"),
        (">=90 per cent", "at least 90%"),
        ("> 90%", "over 90%"),
        ("more than 90%", "over 90%"),
        ("up to 38 people", "at most 38 people"),
        ("fewer than 5 children", "under 5 children"),
        ("at most 1 person", "at most 1 person"),
        ("at most 16.5 cases per FTE", "at most 16.5 cases per FTE"),
        ("at most £-5", "at most -£5"),
        ("at least -0.2 score points", "at least -0.2 score points"),
        ("at least 2.5", "at least 2.5"),
        ("BETWEEN 85 and 95%", "between 85% and 95%"),
        ("between 85% and 85%", "between 85% and 85%"),
        (
            "between 20 per 10,000 children and 30 per 10,000 children",
            "between 20 per 10,000 children and 30 per 10,000 children",
        ),
    ] {
        let goal: Goal = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(goal.to_string(), printed);
        assert_eq!(printed.parse(), Ok(goal));
        assert_eq!(serde_json::to_value(goal).unwrap(), json!(printed));
        assert_eq!(serde_json::from_value::<Goal>(json!(text)).unwrap(), goal);
    }
    assert_eq!(format!("[{:>12}]", Goal::at_most(Headcount::new(5))), "[at most 5 people]");
    assert_eq!(format!("[{:<18}]", Goal::at_most(Headcount::new(5))), "[at most 5 people  ]");
}

#[test]
fn tolerances() {
    for text in ["", "1 furlong", "some", "10% of target", "±1%", "a tenth"] {
        refuses::<Tolerance>(
            text,
            &format!(
                "tolerance {text:?} is not written as \"1 percentage point\", \"2.5 FTE\" or \"10% of the target\""
            ),
        );
    }
    refuses::<Tolerance>(
        "2%",
        "tolerance \"2%\" may be 2 percentage points or 2% of the target: write which",
    );
    refuses::<Tolerance>("-1 percentage point", "tolerance \"-1 percentage point\" is below 0");
    refuses::<Tolerance>("-1 FTE", "FTE -1 is below 0");
    refuses::<Tolerance>("101% of the target", "share 101 is above 100");
    refuses::<Tolerance>(
        "x of the target",
        "percentage \"x\" is not written as digits, optionally a point and up to 6 more digits (as in \"18.5\" or \"18.5%\")",
    );
    json_refuses::<Tolerance>(
        &json!(1),
        "invalid type: integer `1`, expected a tolerance written as text, such as \"1 percentage point\" or \"10% of the target\"",
    );
    assert_eq!(
        message(Tolerance::amount("2".parse::<Percent>().unwrap())),
        "tolerance \"2%\" may be 2 percentage points or 2% of the target: write which"
    );
    for (text, printed) in [
        ("1pp", "1 percentage point"),
        (" 2.5 percentage points ", "2.5 percentage points"),
        ("10 % of the target", "10% of the target"),
        ("0% of the target", "0% of the target"),
        ("1 person", "1 person"),
        ("£100", "£100"),
    ] {
        let tolerance: Tolerance = text.parse().unwrap();
        assert_eq!(tolerance.to_string(), printed);
        assert_eq!(serde_json::from_value::<Tolerance>(json!(printed)).unwrap(), tolerance);
    }
    let amount = Tolerance::amount("1".parse::<PercentagePoints>().unwrap()).unwrap();
    assert_eq!("1 percentage point".parse(), Ok(amount));
    assert!(Tolerance::amount("1".parse::<Caseload>().unwrap()).is_ok());
}

#[test]
fn quantities() {
    let refused = |text: &str| {
        refuses::<Quantity>(
            text,
            &format!(
                "quantity {text:?} is not a number with its unit, as in \"18.5%\", \"494.5 FTE\" or \"38 people\""
            ),
        );
    };
    for text in ["over 90%", "[c]", "18.5 posts", "x%"] {
        refused(text);
    }
    refuses::<Quantity>(
        "",
        "number \"\" is not written as an optional minus sign, digits, optionally a point and up to 6 more digits (as in \"2.5\")",
    );
    refuses::<Quantity>("-3 children", "number of children -3 is below 0");
    refuses::<Quantity>("1.5 people", "headcount \"1.5 people\" is not written as digits (as in \"536\")");
    assert_eq!("-16.7 points".parse(), Quantity::read(Unit::PercentagePoints, "-16.7"));
    assert_eq!("-5 pounds".parse(), Quantity::read(Unit::Pounds, "-5"));
    assert_eq!("£-5".parse(), Quantity::read(Unit::Pounds, "-5"));
    assert_eq!("5".parse(), Ok(Quantity::from(5)));
}

#[test]
fn days() {
    for text in ["", "2019-5-8", "08/05/2019", "2019-05-08T00:00", "+2019-05-08", "-001-01-01"] {
        refuses::<Day>(text, &format!("day {text:?} is not written as year, month and day (2019-06-04)"));
    }
    refuses::<Day>("2019-02-30", "day \"2019-02-30\" is not a day of the calendar");
    refuses::<Day>("0999-12-31", "year 999 is outside 1000 to 9999");
    json_refuses::<Day>(
        &json!(5),
        "invalid type: integer `5`, expected a day written as text, such as \"2019-06-04\"",
    );
    for (date, year) in [(NaiveDate::MAX, 262_142), (NaiveDate::MIN, -262_143)] {
        assert_eq!(message(Day::try_from(date)), format!("year {year} is outside 1000 to 9999"));
    }
    for text in ["1000-01-01", "2020-02-29", "9999-12-31"] {
        let day: Day = text.parse().unwrap();
        assert_eq!((day.to_string().as_str(), day.date().to_string().as_str()), (text, text));
        assert_eq!(Day::try_from(NaiveDate::from(day)), Ok(day));
        assert_eq!(serde_json::to_value(day).unwrap(), json!(text));
    }
}

/// Records are read from their fields, each under its own name; what may be absent is none.
#[test]
fn targets() {
    let with = |field: &str, value: Value| {
        let mut target = json!({"goal": "at most 2%"});
        target[field] = value;
        target
    };
    let bare: Target = serde_json::from_value(json!({"goal": "at most 2%"})).unwrap();
    assert_eq!(bare, Target::new("at most 2%".parse().unwrap()));
    json_refuses::<Target>(&json!({}), "missing field `goal`");
    json_refuses::<Target>(
        &json!("at most 2%"),
        "invalid type: string \"at most 2%\", expected a target: an object with goal",
    );
    json_refuses::<Target>(
        &with("due", json!("2020-12-31")),
        "unknown field `due`, expected one of `goal`, `from`, `by`, `baseline`, `steps`, `tolerance`, `cadence`, `sustained_over`, `against_polarity`",
    );
    json_refuses::<Target>(
        &with("by", json!("31 December 2020")),
        "day \"31 December 2020\" is not written as year, month and day (2019-06-04)",
    );
    json_refuses::<Target>(&with("baseline", json!({"period": "2019-02"})), "missing field `value`");
    json_refuses::<Target>(&with("baseline", json!({"value": "18.5%"})), "missing field `period`");
    json_refuses::<Target>(
        &with("baseline", json!("18.5%")),
        "invalid type: string \"18.5%\", expected a baseline: an object with period and value",
    );
    json_refuses::<Target>(
        &with("baseline", json!({"period": "2019-02", "value": 18.5})),
        "invalid type: floating point `18.5`, expected a number with its unit written as text, such as \"18.5%\" or \"38 people\"",
    );
    json_refuses::<Target>(&with("steps", json!([{"on": "2019-02-01"}])), "missing field `value`");
    json_refuses::<Target>(
        &with("steps", json!(["10%"])),
        "invalid type: string \"10%\", expected a step: an object with on and value",
    );
    json_refuses::<Target>(
        &with("sustained_over", json!(0)),
        "invalid value: integer `0`, expected a nonzero u32",
    );
    json_refuses::<Target>(
        &with("against_polarity", json!("yes")),
        "invalid type: string \"yes\", expected a boolean",
    );
}

/// The place of an unreadable value is its path.
#[test]
fn an_unreadable_value_has_its_path() {
    let card = |target: Value| {
        let series = json!({"indicator": "cases", "observations": []});
        json!({"title": "T", "kpis": [{"series": series, "targets": [target]}]}).to_string()
    };
    let path = |target: Value| {
        let text = card(target);
        let mut json = serde_json::Deserializer::from_str(&text);
        let error = serde_path_to_error::deserialize::<_, Scorecard>(&mut json).unwrap_err();
        error.path().to_string()
    };
    assert_eq!(path(json!({"goal": "many"})), "kpis[0].targets[0].goal");
    assert_eq!(path(json!({"goal": "at most 5 cases", "tolerance": "2%"})), "kpis[0].targets[0].tolerance");
    let baseline = json!({"period": "2019-13", "value": "5 cases"});
    assert_eq!(
        path(json!({"goal": "at most 5 cases", "baseline": baseline})),
        "kpis[0].targets[0].baseline.period"
    );
    let steps = json!([{"on": "2019-02-01", "value": "5 cases"}, {"on": "2019-03-01", "value": "5"}, {"on": "x", "value": "5 cases"}]);
    assert_eq!(path(json!({"goal": "at most 5 cases", "steps": steps})), "kpis[0].targets[0].steps[2].on");
}
