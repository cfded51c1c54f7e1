//! Every refusal of a number, a figure, a symbol, a period or a word, with its whole message: by constructors, by
//! text and by JSON alike. Those of indicators, series and rates are in `kpi.rs`, those of snapshots,
//! cohorts and teams in `workforce.rs`.

use super::{KEPT, good, json, megabyte, refuses};
use childrens_services::{
    AgreedMaximum, Caseload, Cases, Days, DefinedBy, Figure, Fte, Headcount, Indicator, OneLine, Percent,
    PercentagePoints, Period, PeriodKind, Polarity, Qualifier, Quantity, QuantityError, QuantityFault,
    Reason, RelativeChange, Reported, Series, Severity, StatedChange, Symbol, Unit, Verdict, kpi::catalogue,
    workforce::Count,
};
use rust_decimal::Decimal;
use rust_decimal_macros::dec;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{
    error::Error,
    fmt::{Debug, Display},
    str::FromStr,
};

#[track_caller]
fn text<T: FromStr<Err: Display> + Debug>(text: &str, expected: &str) {
    refuses(text.parse::<T>(), expected);
}

/// From text and from the same text in JSON, which speak one grammar.
#[track_caller]
fn either<T: FromStr<Err: Display> + DeserializeOwned + Debug>(given: &str, expected: &str) {
    text::<T>(given, expected);
    json::<T>(&Value::from(given).to_string(), expected);
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("the test's own text is good")
}

// Quantities.

/// What is no number in any unit, between bars.
const NO_NUMBERS: &str = concat!(
    "|-|--5|+5|- 5|(5)|1_0|1_|_1|.5|5.|.|5.5.5|5.-5|00012|00|-05|1e3|1E3|0x10|1,200|1 200|1/2|٣|１|NaN|inf|",
    "%|%5|5%%|5 FTE FTE|FTE|FTE 5| percentage points|$5|5 mice|5-|5 – 6|five|5 per cent per cent|5\u{a0}%!",
);

/// The words of one kind of number's messages.
#[derive(Clone, Copy)]
struct Words {
    /// Its unit, by which a message about another unit's number calls it.
    unit: Unit,
    name: &'static str,
    /// How it is written.
    written: &'static str,
    /// The ends of the range, and what lies just beyond them.
    range: [&'static str; 2],
    beyond: [&'static str; 2],
    /// The most decimal places, and numbers with more.
    places: u32,
    precise: [&'static str; 2],
}

const fn words(
    unit: Unit,
    name: &'static str,
    written: &'static str,
    range: [&'static str; 2],
    beyond: [&'static str; 2],
) -> Words {
    Words { unit, name, written, range, beyond, places: 6, precise: ["1.2345678", "0.0000001"] }
}

const fn whole(unit: Unit, name: &'static str, written: &'static str) -> Words {
    let (range, beyond) = (["0", "4294967295"], ["-1", "4294967296"]);
    Words { unit, name, written, range, beyond, places: 0, precise: ["536.5", "0.1"] }
}

#[rustfmt::skip]
const UNITS: [Words; 13] = [
    words(
        Unit::PerCent, "percentage",
        r#"digits, optionally a point and up to 6 more digits (as in "18.5" or "18.5%")"#,
        ["0", "100000000000000"], ["-0.000001", "100000000000000.000001"],
    ),
    words(
        Unit::PercentagePoints, "difference in percentage points",
        r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-16.7" or "-16.7 percentage points")"#,
        ["-100000000000000", "100000000000000"], ["-100000000000000.000001", "100000000000000.000001"],
    ),
    words(
        Unit::Per10000, "rate per 10,000 children",
        r#"digits, optionally a point and up to 6 more digits (as in "52.3" or "52.3 per 10,000 children")"#,
        ["0", "100000000000000"], ["-0.000001", "100000000000000.000001"],
    ),
    words(
        Unit::Fte, "FTE",
        r#"digits, optionally a point and up to 6 more digits (as in "494.5" or "494.5 FTE")"#,
        ["0", "1000000"], ["-0.000001", "1000000.000001"],
    ),
    whole(Unit::Headcount, "headcount", r#"digits (as in "536")"#),
    whole(Unit::Children, "number of children", r#"digits (as in "412")"#),
    whole(Unit::Cases, "number of cases", r#"digits (as in "3770")"#),
    words(
        Unit::CasesPerFte, "caseload",
        r#"digits, optionally a point and up to 6 more digits (as in "16.8" or "16.8 cases per FTE")"#,
        ["0", "100000000000000"], ["-0.000001", "100000000000000.000001"],
    ),
    words(
        Unit::WorkingDays, "number of working days",
        r#"digits, optionally a point and up to 6 more digits (as in "5256.3" or "5256.3 working days")"#,
        ["0", "10000000"], ["-0.000001", "10000000.000001"],
    ),
    words(
        Unit::Weeks, "number of weeks",
        r#"digits, optionally a point and up to 6 more digits (as in "26" or "26 weeks")"#,
        ["0", "1000000"], ["-0.000001", "1000000.000001"],
    ),
    Words {
        places: 2,
        precise: ["1250.505", "0.001"],
        ..words(
            Unit::Pounds, "amount in pounds",
            r#"an optional minus sign, digits, optionally a point and up to 2 more digits (as in "1250.50" or "£1250.50")"#,
            ["-100000000000", "100000000000"], ["-100000000000.01", "100000000000.01"],
        )
    },
    words(
        Unit::Number, "number",
        r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "2.5")"#,
        ["-100000000000", "100000000000"], ["-100000000000.000001", "100000000000.000001"],
    ),
    words(
        Unit::Score, "score",
        r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-0.21")"#,
        ["-100000000000", "100000000000"], ["-100000000000.000001", "100000000000.000001"],
    ),
];

const RELATIVE: Words = words(
    Unit::PerCent,
    "relative change",
    r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-75" or "-75%")"#,
    ["-100", "100000000000000000000"],
    ["-100.000001", "100000000000000000000.000001"],
);

const AGREED_MAXIMUM: Words = words(
    Unit::CasesPerFte,
    "agreed maximum",
    r#"digits, optionally a point and up to 6 more digits (as in "16" or "16 cases per FTE")"#,
    ["0.000001", "1000"],
    ["0", "1000.000001"],
);

/// The words that may follow a number in each unit.
const AFTER: [(Unit, &str); 12] = [
    (Unit::PerCent, "%|per cent|percent|Per Cent|PERCENT"),
    (
        Unit::PercentagePoints,
        "percentage points|percentage point|pp|PP|ppt|ppts|points|point|%pt|%pts|Percentage Points",
    ),
    (Unit::Per10000, "per 10,000 children|per 10,000|per 10000|per 10000 children"),
    (Unit::Fte, "FTE|fte|Fte"),
    (Unit::Headcount, "people|person|headcount|People"),
    (Unit::Children, "children|child"),
    (Unit::Cases, "cases|case"),
    (Unit::CasesPerFte, "cases per FTE|case per FTE|cases per fte"),
    (Unit::WorkingDays, "working days|working day|days|day"),
    (Unit::Weeks, "weeks|week"),
    (Unit::Pounds, "pounds|pound|GBP|gbp"),
    (Unit::Score, "score"),
];

fn of(unit: Unit) -> Words {
    *UNITS.iter().find(|words| words.unit == unit).expect("a row for each unit")
}

impl Words {
    fn malformed(&self, text: &str) -> String {
        format!("{} {text:?} is not written as {}", self.name, self.written)
    }

    fn other_unit(&self, text: &str, given: Unit) -> String {
        format!("{} {text:?} is in {given}, not in {}", self.name, self.unit)
    }

    fn below(&self, given: &str) -> String {
        format!("{} {given} is below {}", self.name, self.range[0])
    }

    fn above(&self, given: &str) -> String {
        format!("{} {given} is above {}", self.name, self.range[1])
    }

    fn too_precise(&self, given: &str) -> String {
        match self.places {
            0 => format!("{} {given} is not a whole number", self.name),
            places => format!("{} {given} has more than {places} decimal places", self.name),
        }
    }
}

/// Holds for every way to read a number.
#[track_caller]
fn number<T: Debug, E: Display>(words: &Words, read: impl Fn(&str) -> Result<T, E>) {
    for given in NO_NUMBERS.split('|') {
        refuses(read(given), &words.malformed(given));
    }
    let [below, above] = words.beyond;
    refuses(read(below), &words.below(below));
    refuses(read(above), &words.above(above));
    let ones = "1".repeat(10_000);
    refuses(read(&ones), &words.above(KEPT));
    refuses(read(&format!("x{ones}")), &words.malformed(&format!("x{}", KEPT.replacen('1', "", 1))));
    if words.range[0] == "0" {
        refuses(read("-5"), &words.below("-5"));
        refuses(read("\u{2212}5"), &words.below("-5"));
        refuses(read("-0"), &words.malformed("-0"));
    } else if words.range[0].starts_with('-') {
        let sign = below.replacen('-', "\u{2212}", 1);
        refuses(read(&sign), &words.below(below));
    }
    for given in words.precise {
        let whole = words.places == 0;
        refuses(read(given), &if whole { words.malformed(given) } else { words.too_precise(given) });
    }
    if words.places == 0 {
        refuses(read("536.0"), &words.malformed("536.0"));
    } else {
        let long = format!("1.{ones}");
        refuses(read(&long), &words.too_precise(&format!("1.{}", KEPT.replacen("11", "", 1))));
    }
    for (unit, after) in AFTER {
        for word in after.split('|') {
            let given = format!("5 {word}");
            // Points of a score are percentage points elsewhere.
            if unit == words.unit || words.unit == Unit::Score && matches!(word, "point" | "points") {
                assert!(read(&given).is_ok(), "{given}");
            } else {
                refuses(read(&given), &words.other_unit(&given, unit));
            }
        }
    }
}

/// From JSON that is a text.
fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_value(Value::from(text))
}

/// Holds for every number that is exact text in JSON.
#[track_caller]
fn in_text<T>(words: &Words, new: fn(Decimal) -> Result<T, QuantityError>, example: &str)
where
    T: FromStr<Err = QuantityError> + TryFrom<String, Error = QuantityError> + DeserializeOwned + Debug,
{
    number(words, str::parse::<T>);
    number(words, |text| T::try_from(text.to_owned()));
    number(words, from_json::<T>);
    let [below, above] = words.beyond;
    refuses(new(decimal(below)), &words.below(below));
    refuses(new(decimal(above)), &words.above(above));
    refuses(new(Decimal::MIN), &words.below("-79228162514264337593543950335"));
    refuses(new(Decimal::MAX), &words.above("79228162514264337593543950335"));
    for given in words.precise {
        refuses(new(decimal(given)), &words.too_precise(given));
    }
    for (given, is) in [
        ("null", "null"),
        ("true", "boolean `true`"),
        ("18.5", "floating point `18.5`"),
        ("5.0", "floating point `5.0`"),
        ("1e3", "floating point `1000.0`"),
        ("18", "integer `18`"),
        ("-5", "integer `-5`"),
        ("[]", "sequence"),
        ("{}", "map"),
    ] {
        let expected = format!(
            r#"invalid type: {is}, expected a text such as "{example}": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"#
        );
        json::<T>(given, &expected);
    }
}

/// Holds for every count.
#[track_caller]
fn in_numbers<T>(words: &Words)
where
    T: FromStr<Err = QuantityError> + TryFrom<String, Error = QuantityError> + DeserializeOwned + Debug,
{
    number(words, str::parse::<T>);
    number(words, |text| T::try_from(text.to_owned()));
    let expected = format!("a {}: a whole number from 0 to 4294967295", words.name);
    for given in ["-1", "4294967296", "18446744073709551615"] {
        json::<T>(given, &format!("invalid value: integer `{given}`, expected {expected}"));
    }
    for (given, is) in [
        ("null", "null"),
        ("true", "boolean `true`"),
        ("18.5", "floating point `18.5`"),
        ("5.0", "floating point `5.0`"),
        ("1e3", "floating point `1000.0`"),
        ("\"5\"", "string \"5\""),
        ("[]", "sequence"),
        ("{}", "map"),
    ] {
        json::<T>(given, &format!("invalid type: {is}, expected {expected}"));
    }
}

#[test]
fn quantities_of_each_unit() {
    assert!(UNITS.iter().map(|words| words.unit).eq(Unit::ALL.iter().copied()));
    for words in &UNITS {
        let new = |given: &str| Quantity::new(words.unit, decimal(given));
        number(words, |text| Quantity::read(words.unit, text));
        refuses(new(words.beyond[0]), &words.below(words.beyond[0]));
        refuses(new(words.beyond[1]), &words.above(words.beyond[1]));
        refuses(Quantity::new(words.unit, Decimal::MIN), &words.below("-79228162514264337593543950335"));
        refuses(Quantity::new(words.unit, Decimal::MAX), &words.above("79228162514264337593543950335"));
        for given in words.precise {
            refuses(new(given), &words.too_precise(given));
        }
        if words.unit != Unit::Pounds {
            refuses(Quantity::read(words.unit, "£5"), &words.malformed("£5"));
        }
    }
}

/// What was refused once, and is now read: spaces around the number, any case, the sign for minus.
#[test]
fn readings_that_are_kind() {
    for given in [" 5", "5 ", "5\n", "5 %", "5 per cent", "5%"] {
        assert_eq!(good::<Percent>(given), good("5"), "{given:?}");
    }
    for given in ["\u{2212}5", "-5pp", "-5 points", "-5percentage points", " -5 "] {
        assert_eq!(good::<PercentagePoints>(given), good("-5"), "{given:?}");
    }
    assert_eq!((good::<Fte>("5FTE"), good::<Fte>("5 fte")), (good("5"), good("5")));
    assert_eq!(good::<RelativeChange>("-75 %"), good("-75"));
    assert_eq!((good::<Headcount>("5 people"), good::<Cases>("5 cases")), (5.into(), 5.into()));
}

#[test]
fn typed_forms() {
    in_text(&of(Unit::PerCent), Percent::new, "18.5");
    in_text(&of(Unit::PercentagePoints), PercentagePoints::new, "-16.7");
    in_text(&of(Unit::Fte), Fte::new, "494.5");
    in_text(&of(Unit::CasesPerFte), Caseload::new, "16.8");
    in_text(&of(Unit::WorkingDays), Days::new, "5256.3");
    in_numbers::<Headcount>(&of(Unit::Headcount));
    in_numbers::<Cases>(&of(Unit::Cases));
}

#[test]
fn relative_changes() {
    in_text(&RELATIVE, RelativeChange::new, "-75");
    either::<RelativeChange>("-100.000001%", "relative change -100.000001 is below -100");
}

#[test]
fn agreed_maxima() {
    for given in ["0", "0 cases per FTE", "0.000 cases per FTE"] {
        let number = given.trim_end_matches(" cases per FTE");
        either::<AgreedMaximum>(given, &format!("agreed maximum {number} is below 0.000001"));
    }
    either::<AgreedMaximum>("-1", "agreed maximum -1 is below 0.000001");
    either::<AgreedMaximum>("1000.000001", "agreed maximum 1000.000001 is above 1000");
    either::<AgreedMaximum>("16.1234567", "agreed maximum 16.1234567 has more than 6 decimal places");
    refuses(AgreedMaximum::new(Decimal::ZERO), "agreed maximum 0 is below 0.000001");
    refuses(AgreedMaximum::new(Caseload::MAX.value()), "agreed maximum 100000000000000 is above 1000");
}

/// The message names its own unit, which is not per cent.
#[test]
fn agreed_maxima_in_another_unit() {
    let expected = r#"agreed maximum "16 cases" is in cases, not in cases per FTE"#;
    either::<AgreedMaximum>("16 cases", expected);
    in_text(&AGREED_MAXIMUM, AgreedMaximum::new, "16");
}

/// A quantity of another unit is no typed form, whatever its number.
#[test]
fn quantities_as_typed_forms() {
    fn form<T: TryFrom<Quantity, Error = QuantityError> + Debug>(own: Unit) {
        for unit in Unit::ALL.iter().copied().filter(|unit| *unit != own) {
            let five = Quantity::read(unit, "5").expect("every unit has a 5");
            refuses(T::try_from(five), &of(own).other_unit(&five.to_string(), unit));
        }
    }
    form::<Percent>(Unit::PerCent);
    form::<PercentagePoints>(Unit::PercentagePoints);
    form::<Fte>(Unit::Fte);
    form::<Headcount>(Unit::Headcount);
    form::<Cases>(Unit::Cases);
    form::<Caseload>(Unit::CasesPerFte);
    form::<Days>(Unit::WorkingDays);
    refuses(
        Fte::try_from(Quantity::from(Headcount::new(5))),
        r#"FTE "5 people" is in headcount, not in FTE"#,
    );
}

/// Arithmetic that leaves the range.
#[test]
fn results_out_of_range() {
    refuses(Fte::MAX.checked_add(good("0.5")), "FTE 1000000.5 is above 1000000");
    refuses(Days::MAX.checked_add(Days::MAX), "number of working days 20000000 is above 10000000");
    refuses(Headcount::MAX.checked_add(1.into()), "headcount 4294967296 is above 4294967295");
    refuses(Cases::MAX.checked_add(Cases::MAX), "number of cases 8589934590 is above 4294967295");

    refuses(Percent::ZERO.changed_by(good("-16.7")), "percentage -16.7 is below 0");
    refuses(Percent::MAX.changed_by(good("0.5")), "percentage 100000000000000.5 is above 100000000000000");

    let double: RelativeChange = good("100%");
    refuses(double.apply_to_rounded(Fte::MAX, 1), "FTE 2000000 is above 1000000");
    refuses(double.apply_to_rounded(Headcount::MAX, 0), "headcount 8589934590 is above 4294967295");
    refuses(
        RelativeChange::MAX.apply_to_rounded(Percent::MAX, 1),
        "percentage of 100000000000000% after a change by 100000000000000000000% is above 100000000000000",
    );
}

/// Of what is below 0 per cent say neither rise nor fall; a share is one before and after.
#[test]
fn baselines_of_a_relative_change() {
    let pounds = |amount| Quantity::new(Unit::Pounds, amount).expect("it is in range");
    for change in [good("100%"), good("-50%"), RelativeChange::ZERO, RelativeChange::MAX] {
        refuses(change.apply_to_rounded(pounds(dec!(-10)), 2), "baseline -£10 is below 0");
        assert_eq!(change.apply_to_rounded(pounds(dec!(0)), 2), Ok(pounds(dec!(0))));
    }
    let stated = |relative| StatedChange {
        indicator: catalogue::OFFER_TAKE_UP_RATE.clone(),
        since: good("2019-02"),
        until: good("2019-09"),
        relative: good(relative),
    };
    refuses(stated("-50").apply_to_rounded(good::<Percent>("190%"), 1), "share of 190% is above 100");
    refuses(
        stated("10").apply_to_rounded(good::<Percent>("95%"), 1),
        "share of 104.5% after a change by 10% from 95% is above 100",
    );
    // What was stated alone is told as it was stated.
    let change = stated("-33.35").change().expect("the periods are in order");
    assert_eq!(change.to_string(), "2019-02 to 2019-09: -33.35%, worsened");
}

/// The facts of a refusal without its words.
#[test]
fn facts_of_a_refused_quantity() {
    let fault = |text: &str| text.parse::<Fte>().map(drop).map_err(|error| error.fault());
    assert_eq!(fault("x"), Err(QuantityFault::Malformed));
    assert_eq!(fault("5%"), Err(QuantityFault::OtherUnit(Unit::PerCent)));
    assert_eq!(fault("0.1234567"), Err(QuantityFault::TooPrecise));
    assert_eq!(fault("-1"), Err(QuantityFault::TooSmall));
    assert_eq!(fault("1000001"), Err(QuantityFault::TooLarge));
    assert!("-101%".parse::<RelativeChange>().unwrap_err().source().is_none());
}

// Figures.

const WITH_A_WORD: &str =
    "with or without one of the words exactly, over, at least, around, under, at most before it";

impl Words {
    fn no_figure(&self, given: &str) -> String {
        format!("figure {given:?} is neither a symbol such as [c] nor {}, {WITH_A_WORD}", self.written)
    }
}

/// The same refusal from [`Figure::read`], from a series in code, and from one in JSON.
#[track_caller]
fn figure(unit: Unit, given: &str, expected: &str) {
    refuses(Figure::read(unit, given), expected);
    // What has a slash is read as a rate there: see `kpi.rs`.
    if given.contains('/') {
        return;
    }
    let visits = Indicator::new("visits", "Visits", unit, Polarity::Neutral).expect("it is good");
    refuses(Series::new(&visits, [("2019", given)]), &format!("visits in 2019: {expected}"));
    let document = json!({"indicator": visits, "observations": [{"period": "2019", "value": given}]});
    json::<Series>(&document.to_string(), &format!("observations[0].value: {expected}"));
}

#[test]
fn figures_of_another_form() {
    let others = concat!(
        "over90%|over |over|over over 90%|exactly over 90%|exactly|exactly |over exactly 90%|circa 75%|90%+|",
        "[d]|[c|c]|[[c]]|[C]|..|n/a|over [c]|18.5–20%|18.5-20%|c. 75|90 or more|exactly90|roughly 5|=5|><5",
    );
    for words in &UNITS {
        for given in others.split('|').chain(NO_NUMBERS.split('|')) {
            figure(words.unit, given, &words.no_figure(given));
        }
    }
    figure(Unit::Headcount, "38.0", &of(Unit::Headcount).no_figure("38.0"));
    let long = format!("over x{}", megabyte());
    figure(
        Unit::PerCent,
        &long,
        &of(Unit::PerCent).no_figure(&format!("over x{}", KEPT.replacen("111111", "", 1))),
    );
}

/// Any case, any spaces, and the signs: once refused, now read.
#[test]
fn figures_that_are_read_kindly() {
    let over = Figure::qualified(Qualifier::Over, good::<Percent>("90")).unwrap();
    for given in ["OVER 90%", "Over 90%", "over  90%", "> 90%", ">90", " over 90 % "] {
        assert_eq!(Figure::read(Unit::PerCent, given), Ok(over), "{given}");
    }
    let about = Figure::qualified(Qualifier::About, good::<Percent>("75")).unwrap();
    assert_eq!(Figure::read(Unit::PerCent, "~75%"), Ok(about));
    assert_eq!(Figure::read(Unit::PerCent, "18.5% "), Figure::rounded(good::<Percent>("18.5"), 1));
}

/// A number in another unit, whatever the word before it.
#[test]
fn figures_of_another_unit() {
    figure(Unit::PerCent, "18.5pp", r#"percentage "18.5pp" is in percentage points, not in per cent"#);
    figure(Unit::PerCent, "18.5 FTE", r#"percentage "18.5 FTE" is in FTE, not in per cent"#);
    figure(Unit::Fte, "75%", r#"FTE "75%" is in per cent, not in FTE"#);
    for words in &UNITS {
        for (unit, after) in AFTER.into_iter().filter(|(unit, _)| *unit != words.unit) {
            let given = format!("5 {}", after.split('|').next().unwrap_or_default());
            for word in ["", "exactly ", "over ", "≤"] {
                figure(words.unit, &format!("{word}{given}"), &words.other_unit(&given, unit));
            }
        }
    }
}

#[test]
fn figures_of_no_quantity() {
    figure(Unit::PerCent, "-5%", "percentage -5 is below 0");
    figure(Unit::Fte, "over 1000001 FTE", "FTE 1000001 is above 1000000");
    figure(Unit::Cases, "exactly 4294967296", "number of cases 4294967296 is above 4294967295");
    figure(Unit::Fte, "exactly 0.1234567", "FTE 0.1234567 has more than 6 decimal places");
    figure(Unit::Pounds, "£1250.505", "amount in pounds 1250.505 has more than 2 decimal places");
    figure(Unit::PerCent, &megabyte(), &format!("percentage {KEPT} is above 100000000000000"));
    for words in &UNITS {
        let [below, above] = words.beyond;
        for word in ["exactly ", "over ", "at least ", "around ", "under ", "at most ", "<"] {
            figure(words.unit, &format!("{word}{below}"), &words.below(below));
            figure(words.unit, &format!("{word}{above}"), &words.above(above));
        }
    }
}

/// `0.185` for 18.5% is a slip that nothing would show later. No other unit has it.
#[test]
fn figures_that_may_be_fractions() {
    for (given, number, meant) in [
        ("0.185", "0.185", "18.5"),
        (" 0.185 ", "0.185", "18.5"),
        ("0.1850", "0.1850", "18.5"),
        ("0.05", "0.05", "5"),
        ("0.99", "0.99", "99"),
        ("0.000001", "0.000001", "0.0001"),
        ("exactly 0.185", "0.185", "18.5"),
        ("over 0.90", "0.90", "90"),
        ("~0.75", "0.75", "75"),
        ("≥ 0.25", "0.25", "25"),
    ] {
        let expected = format!(
            r#"figure "{number}" may be a fraction: write "{meant}%", or "{number}%" if it is less than one per cent"#
        );
        figure(Unit::PerCent, given, &expected);
    }
    for good in ["0.185%", "0.185 per cent", "exactly 0.185 %", "0.5", "0", "0.00", "1.85", "1.00"] {
        assert!(Figure::read(Unit::PerCent, good).is_ok(), "{good}");
    }
    for unit in Unit::ALL.iter().filter(|unit| !unit.is_whole() && **unit != Unit::PerCent) {
        assert!(Figure::read(*unit, "0.25").is_ok(), "{unit}");
    }
}

#[test]
fn figures_rounded_too_finely() {
    for given in ["18.123456%", "18.100000%", "18.000000"] {
        // The message names the text that was given, zeros and all.
        figure(
            Unit::PerCent,
            given,
            &format!(
                r#"figure {given} is rounded to more than 5 decimal places (with the word "exactly" before it, 6 are kept)"#
            ),
        );
    }
    refuses(
        Figure::rounded(good::<Fte>("1.5"), 6),
        r#"figure 1.5 FTE is rounded to more than 5 decimal places (with the word "exactly" before it, 6 are kept)"#,
    );
    refuses(
        Figure::rounded(good::<Percent>("18.55%"), 1),
        "figure 18.55% is not rounded to 1 decimal place: it has more",
    );
    refuses(
        Figure::rounded(good::<Days>("0.5"), 0),
        "figure 0.5 working days is not rounded to 0 decimal places: it has more",
    );
}

#[test]
fn figures_that_nothing_can_be() {
    let outside = "allows no value from 0 to 100000000000000";
    figure(Unit::PerCent, "under 0%", &format!(r#"figure "under 0%" {outside}"#));
    figure(Unit::PerCent, "over 100000000000000%", &format!(r#"figure "over 100000000000000%" {outside}"#));
    figure(
        Unit::Headcount,
        "fewer than 0",
        r#"figure "under 0 people" allows no value from 0 to 4294967295"#,
    );
    figure(
        Unit::Pounds,
        "<-£100000000000",
        r#"figure "under -£100000000000" allows no value from -100000000000 to 100000000000"#,
    );
    refuses(
        Figure::qualified(Qualifier::Over, Fte::MAX),
        r#"figure "over 1000000 FTE" allows no value from 0 to 1000000"#,
    );
    refuses(
        Figure::qualified(Qualifier::Under, Days::ZERO),
        r#"figure "under 0 working days" allows no value from 0 to 10000000"#,
    );
    for Words { unit, range: [least, most], .. } in UNITS {
        let printed = |number: &str| Quantity::read(unit, number).expect("it ends the range").to_string();
        for (word, end) in [("under", least), ("over", most)] {
            let given = format!("{word} {}", printed(end));
            figure(unit, &given, &format!(r#"figure "{given}" allows no value from {least} to {most}"#));
        }
    }
}

#[test]
fn figures_are_text_in_json() {
    for (given, is) in [
        ("18.5", "floating point `18.5`"),
        ("18", "integer `18`"),
        ("null", "null"),
        ("false", "boolean `false`"),
        ("[]", "sequence"),
        (r#"{"vacancy_fte": "1", "inpost_fte": "9"}"#, "map"),
    ] {
        for indicator in ["vacancy_rate_fte", "inpost_headcount"] {
            let document = format!(
                r#"{{"indicator": "{indicator}", "observations": [{{"period": "2019", "value": {given}}}]}}"#
            );
            let expected = format!(
                r#"invalid type: {is}, expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#
            );
            json::<Series>(&document, &expected);
        }
    }
}

// Symbols and counts that may be withheld.

#[test]
fn symbols() {
    let expected = |given: &str| {
        format!(
            "symbol {given:?} is not one of c, low (or k), u, x (or :), z, with or without square brackets"
        )
    };
    for given in ["", "C", "[c", "c]", "[]", "[[c]]", " c", "-", "0", "n/a", "confidential"] {
        either::<Symbol>(given, &expected(given));
    }
    text::<Symbol>(&megabyte(), &expected(KEPT));
    json::<Symbol>("0", "invalid type: integer `0`, expected a symbol: [c], [low], [u], [x] or [z]");
    json::<Symbol>("null", "invalid type: null, expected a symbol: [c], [low], [u], [x] or [z]");
}

#[test]
fn counts_that_may_be_withheld() {
    number(&of(Unit::Fte), str::parse::<Reported<Fte>>);
    number(&of(Unit::Fte), from_json::<Reported<Fte>>);
    number(&of(Unit::Cases), from_json::<Reported<Cases>>);
    either::<Reported<Fte>>("-5", "FTE -5 is below 0");
    for given in ["secret", "[C]", "n/a", "[d]", ""] {
        either::<Reported<Fte>>(given, &of(Unit::Fte).malformed(given));
    }
    for (given, is) in [
        ("494.5", "floating point `494.5`"),
        ("5", "integer `5`"),
        ("null", "null"),
        ("[]", "sequence"),
        (r#"{"known": "5"}"#, "map"),
        (r#"{"withheld": "c"}"#, "map"),
    ] {
        json::<Reported<Fte>>(
            given,
            &format!("invalid type: {is}, expected a count written as text, such as \"56.3\" or \"[c]\""),
        );
        json::<Reported<Headcount>>(
            given,
            &format!("invalid type: {is}, expected a count written as text, such as \"56.3\" or \"[c]\""),
        );
    }
}

// Periods.

#[test]
fn periods_of_another_form() {
    let others = concat!(
        "|19|19999|2019 | 2019|2019-2|2019-02-1|2019-2-1|2019-02-01T00:00|2019/02|2019/02/01|",
        "01/02/2019|2019/21|2018/2019|2018/18|2018-2019|201８|٢٠١٩|+2019|-2019|2019-|2019-02-|",
        "2019/|/19|2019/20 Q|2019/20 Q12|2019/20Q1|2019/20  Q1|2019 Q1|Q1 2019/20|2019/21 Q1|",
        "year to 30 September|year to 30 September 19|Year to 30 September 2019|",
        "year to 31 March 2019|September 2019|2019-W05|1e3",
    );
    let expected = |given: &str| {
        format!(
            "period {given:?} is not written as a day (2019-09-30), a month (2019-02), a quarter (2019/20 Q1), a financial year (2018/19), a reporting year (year to 30 September 2019) or a calendar year (2019)"
        )
    };
    for given in others.split('|') {
        either::<Period>(given, &expected(given));
        refuses(Period::try_from(given), &expected(given));
    }
    text::<Period>(&megabyte(), &expected(KEPT));
}

#[test]
fn periods_that_do_not_exist() {
    for given in ["2019-02-30", "2019-02-29", "2019-13-01", "2019-00-00"] {
        either::<Period>(given, &format!("period {given:?} is not a date of the calendar"));
    }
    for (text, month) in [("2011-13", 13), ("2018-19", 19), ("2019-00", 0)] {
        let message = format!(
            "period {text:?}: month {month} is outside 1 to 12 (a financial year is written 2018/19)"
        );
        either::<Period>(text, &message);
    }
    either::<Period>("2019/20 Q5", r#"period "2019/20 Q5": quarter 5 is outside 1 to 4"#);
    either::<Period>("2019/20 Q0", r#"period "2019/20 Q0": quarter 0 is outside 1 to 4"#);
    refuses(Period::month(2019, 13), "month 13 is outside 1 to 12");
    refuses(Period::month(2019, u32::MAX), "month 4294967295 is outside 1 to 12");
    refuses(Period::quarter(2019, 0), "quarter 0 is outside 1 to 4");
    refuses(Period::quarter(2019, u32::MAX), "quarter 4294967295 is outside 1 to 4");
}

#[test]
fn periods_of_other_centuries() {
    let outside = |year: i32| format!("year {year} is outside 1900 to 2199");
    for (text, year) in [
        ("1899", 1899),
        ("2200", 2200),
        ("0000", 0),
        ("1899-12", 1899),
        ("2200-01", 2200),
        ("1899-12-31", 1899),
        ("2200-01-01", 2200),
        ("1899-02-30", 1899),
        ("1899/00", 1899),
        ("2200/01", 2200),
        ("1899/00 Q4", 1899),
        ("2200/01 Q1", 2200),
        ("year to 30 September 1899", 1899),
        ("year to 30 September 2200", 2200),
    ] {
        either::<Period>(text, &format!("period {text:?}: {}", outside(year)));
    }
    for year in [i32::MIN, 1899, 2200, i32::MAX] {
        refuses(Period::calendar_year(year), &outside(year));
        refuses(Period::financial_year(year), &outside(year));
        refuses(Period::reporting_year(year), &outside(year));
        refuses(Period::quarter(year, 1), &outside(year));
        refuses(Period::month(year, 1), &outside(year));
    }
    use childrens_services::chrono::NaiveDate;
    refuses(Period::day(NaiveDate::MIN), &outside(-262_143));
    refuses(Period::day(NaiveDate::MAX), &outside(262_142));
}

#[test]
fn periods_are_text_in_json() {
    for (given, is) in [("2019", "integer `2019`"), ("null", "null"), ("2019.5", "floating point `2019.5`")] {
        json::<Period>(
            given,
            &format!(r#"invalid type: {is}, expected a period written as text, such as "2019-02""#),
        );
    }
}

// Words.

/// A word that is none of a vocabulary, and what is no text.
#[track_caller]
fn word<T>(given: &str, what: &str, allowed: &str)
where
    T: FromStr<Err: Display> + TryFrom<String, Error: Display> + DeserializeOwned + Debug,
{
    let expected = format!("{what} {given:?} is not one of {allowed}");
    either::<T>(given, &expected);
    refuses(T::try_from(given.to_owned()), &expected);
    either::<T>("", &format!(r#"{what} "" is not one of {allowed}"#));
    text::<T>(&"1".repeat(10_000), &format!("{what} {KEPT:?} is not one of {allowed}"));
    json::<T>("5", &format!("invalid type: integer `5`, expected the text of one {what}"));
    json::<T>("null", &format!("invalid type: null, expected the text of one {what}"));
    json::<T>("{}", &format!("invalid type: map, expected the text of one {what}"));
}

#[test]
fn names_on_the_wire() {
    word::<Unit>(
        "percent",
        "unit",
        "per_cent, percentage_points, per_10000, fte, headcount, children, cases, cases_per_fte, working_days, weeks, pounds, number, score",
    );
    word::<Polarity>("LowerIsBetter", "polarity", "lower_is_better, higher_is_better, neutral");
    word::<Verdict>("better", "verdict", "improved, worsened, unchanged, changed, cannot_tell");
    word::<Reason>("because", "reason", "rose, fell, same, missing_figure, vague_figure, within_rounding");
    word::<Severity>("info", "severity", "error, warning");
    word::<DefinedBy>("us", "owner of a definition", "department, convention, caller");
    word::<PeriodKind>(
        "year",
        "kind of period",
        "day, month, quarter, financial_year, reporting_year, calendar_year",
    );
    word::<Count>(
        "inpost",
        "count",
        "inpost_fte, inpost_headcount, starters_fte, starters_headcount, leavers_fte, leavers_headcount, agency_fte, agency_headcount, agency_cover_fte, vacancy_fte, case_holders_fte, cases, working_days_lost_fte",
    );
    // The unit that was called so once.
    assert_eq!(good::<Unit>("working days"), Unit::WorkingDays);
    assert!("days".parse::<Unit>().is_err());
}

/// A text of one line says something that a reader sees, and stays on its line.
#[test]
fn texts_of_one_line() {
    let nothing = "a text is needed that says something, not an empty one";
    for given in
        ["", " ", "\u{200b}", "\u{feff}", "\u{ad}", "\u{2060}", "\u{3164}", "\u{2800}", "\u{fe0f}", "—", "…"]
    {
        either::<OneLine>(given, nothing);
    }
    for (given, shown) in [
        ("a\nb", r#""a\nb""#),
        ("a\tb", r#""a\tb""#),
        ("a\u{2028}b", r#""a\u{2028}b""#),
        ("a\u{2029}b", r#""a\u{2029}b""#),
        ("\u{202e}abc", r#""\u{202e}abc""#),
        ("a\u{2066}b", r#""a\u{2066}b""#),
    ] {
        either::<OneLine>(given, &format!("text {shown} has a line break or another control character"));
    }
    for given in ["A", "7", "Ysgol Gymraeg", "子", "it's – “quoted”"] {
        assert_eq!(good::<OneLine>(given).as_str(), given);
    }
    json::<OneLine>("7", "invalid type: integer `7`, expected a text of one line");
}
