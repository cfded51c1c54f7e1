//! Every refusal with its whole message: by constructors, by text and by JSON alike.

use childrens_services::{
    AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount, AgreedMaximum,
    AnySeries, AverageCaseload, Caseload, CaseloadChange, Cases, CasesChange, Change, Days, DaysChange,
    Figure, FigureFault, Fte, FteChange, Headcount, HeadcountChange, Indicator, NqswCohort, Observation,
    Observed, OfferTakeUp, OneLine, Percent, PercentagePoints, Period, Polarity, Qualifier, QuantityError,
    QuantityFault, RateError, RateFault, RelativeChange, Reported, Scorecard, Series, Severity,
    SicknessAbsenceRate, Snapshot, SnapshotError, Symbol, Team, Teams, TeamsWithinMaximum, TurnoverRateFte,
    TurnoverRateHeadcount, Unit, VacancyAgencyCoverRate, VacancyGapRate, VacancyRate, Verdict,
    kpi::{convention, official},
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

// Helpers.

/// The message of a refusal, which must also read well.
#[track_caller]
fn message<T: Debug, E: Display>(refused: Result<T, E>) -> String {
    let message =
        refused.map(|value| panic!("{value:?} was not refused")).unwrap_or_else(|e: E| e.to_string());
    let first = message.chars().next().expect("a message says something");
    assert!(!first.is_uppercase() || message.starts_with("FTE "), "begins as a sentence: {message}");
    assert!(!message.ends_with('.') && !message.ends_with(' '), "ends as a sentence: {message}");
    assert!(message.contains('"') || !message.contains("  "), "stray space: {message}");
    assert!(!message.contains('\n'), "more than one line: {message}");
    assert!(message.chars().count() < 500, "long-winded: {message}");
    message
}

#[track_caller]
fn refuses<T: Debug, E: Display>(refused: Result<T, E>, expected: &str) {
    assert_eq!(message(refused), expected);
}

#[track_caller]
fn text<T: FromStr<Err: Display> + Debug>(text: &str, expected: &str) {
    refuses(text.parse::<T>(), expected);
}

/// From JSON, less the place in the document that `serde_json` adds.
#[track_caller]
fn json<T: DeserializeOwned + Debug>(document: &str, expected: &str) {
    let refused = serde_json::from_str::<T>(document);
    refuses(
        refused.map_err(|error| {
            error
                .to_string()
                .split(" at line ")
                .next()
                .map(str::to_owned)
                .expect("a text splits into one part at least")
        }),
        expected,
    );
}

/// From text and from the same text in JSON, which speak one grammar.
#[track_caller]
fn either<T: FromStr<Err: Display> + DeserializeOwned + Debug>(given: &str, expected: &str) {
    text::<T>(given, expected);
    json::<T>(&Value::from(given).to_string(), expected);
}

/// The value of a text that is known to be good.
#[track_caller]
fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the test's own text is good")
}

fn fte(text: &str) -> Fte {
    good(text)
}

const fn people(count: u32) -> Headcount {
    Headcount::new(count)
}

fn month(text: &str) -> Period {
    good(text)
}

/// A thousand thousand ones.
fn megabyte() -> String {
    "1".repeat(1_000_000)
}

/// The sixty that a message keeps.
const KEPT: &str = "111111111111111111111111111111111111111111111111111111111111…";

// Quantities.

/// What is no number in any of the quantities, between bars.
const NO_NUMBERS: &str = concat!(
    "|-|--5|+5| 5|5 |5\n|- 5|\u{2212}5|(5)|1_0|1_|_1|.5|5.|.|5.5.5|5.-5|00012|00|-05|1e3|1E3|",
    "0x10|1,200|1 200|1/2|٣|１|NaN|inf",
);

/// The words of one quantity's messages.
struct Words {
    name: &'static str,
    /// How it is written.
    written: &'static str,
    least: &'static str,
    most: &'static str,
    /// What JSON must hold.
    json: String,
}

/// What JSON must hold for a decimal.
fn decimal_text(example: &str) -> String {
    format!(
        r#"a text such as "{example}": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"#
    )
}

impl Words {
    fn malformed(&self, text: &str) -> String {
        format!("{} {text:?} is not written as {}", self.name, self.written)
    }

    fn outside(&self, given: &str) -> String {
        format!("{} {given} is outside {} to {}", self.name, self.least, self.most)
    }
}

/// Holds for every quantity, whatever its wire form.
#[track_caller]
fn number<T: FromStr<Err = QuantityError> + DeserializeOwned + Debug>(words: &Words, wrong_units: &[&str]) {
    for given in NO_NUMBERS.split('|').chain(wrong_units.iter().copied()) {
        text::<T>(given, &words.malformed(given));
    }
    text::<T>(&megabyte(), &words.outside(KEPT));
    text::<T>(&format!("x{}", megabyte()), &words.malformed(&format!("x{}", KEPT.replacen('1', "", 1))));
    for wrong in ["null", "true", "18.5", "[]", "{}", "5.0", "1e3"] {
        let is = match wrong {
            "null" => "null",
            "true" => "boolean `true`",
            "18.5" => "floating point `18.5`",
            "5.0" => "floating point `5.0`",
            "1e3" => "floating point `1000.0`",
            "[]" => "sequence",
            _ => "map",
        };
        json::<T>(wrong, &format!("invalid type: {is}, expected {}", words.json));
    }
}

/// Holds for every quantity with decimal places.
#[track_caller]
fn decimal<T>(
    words: &Words,
    wrong_units: &[&str],
    new: fn(Decimal) -> Result<T, QuantityError>,
    edges: [&str; 2],
) where
    T: FromStr<Err = QuantityError> + TryFrom<Decimal, Error = QuantityError> + DeserializeOwned + Debug,
{
    number::<T>(words, wrong_units);
    for given in NO_NUMBERS.split('|').chain(wrong_units.iter().copied()) {
        json::<T>(&Value::from(given).to_string(), &words.malformed(given));
    }
    for given in edges {
        either::<T>(given, &words.outside(given));
        let given_decimal = Decimal::from_str_exact(given).expect("the test's own text is good");
        refuses(new(given_decimal), &words.outside(given));
        refuses(T::try_from(given_decimal), &words.outside(given));
    }
    refuses(new(Decimal::MAX), &words.outside("79228162514264337593543950335"));
    for given in ["1.2345678", "0.0000001"] {
        let precise = format!("{} {given} has more than 6 decimal places", words.name);
        either::<T>(given, &precise);
        refuses(new(Decimal::from_str_exact(given).expect("the test's own text is good")), &precise);
    }
    text::<T>(
        &format!("1.{}", megabyte()),
        &format!("{} 1.{} has more than 6 decimal places", words.name, KEPT.replacen("11", "", 1)),
    );
    json::<T>("18", &format!("invalid type: integer `18`, expected {}", words.json));
    json::<T>("-5", &format!("invalid type: integer `-5`, expected {}", words.json));
}

/// Holds for every count.
#[track_caller]
fn whole<T: FromStr<Err = QuantityError> + DeserializeOwned + Debug>(words: &Words, edges: [&str; 2]) {
    number::<T>(words, &["5%", "5 FTE", "5 cases", "5 people", "536.5", "536.0"]);
    for given in edges {
        text::<T>(given, &words.outside(given));
        json::<T>(given, &format!("invalid value: integer `{given}`, expected {}", words.json));
    }
    json::<T>(
        "18446744073709551615",
        &format!("invalid value: integer `18446744073709551615`, expected {}", words.json),
    );
    json::<T>("\"5\"", &format!("invalid type: string \"5\", expected {}", words.json));
}

#[test]
fn percent() {
    let words = Words {
        name: "percentage",
        written: r#"digits, optionally a point and up to 6 more digits (as in "18.5" or "18.5%")"#,
        least: "0",
        most: "100000000000000",
        json: decimal_text("18.5"),
    };
    let wrong = ["18.5 %", "18.5%%", "%", "%5", "18.5 FTE", "18.5 percentage points", "18.5 per cent"];
    decimal(&words, &wrong, Percent::new, ["-0.000001", "100000000000000.000001"]);
}

#[test]
fn percentage_points() {
    let words = Words {
        name: "difference in percentage points",
        written: r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-16.7" or "-16.7 percentage points")"#,
        least: "-100000000000000",
        most: "100000000000000",
        json: decimal_text("-16.7"),
    };
    let wrong = ["2.5%", "2.5 points", "2.5percentage points", "2.5 FTE", " percentage points"];
    decimal(&words, &wrong, PercentagePoints::new, ["-100000000000000.000001", "100000000000000.000001"]);
}

#[test]
fn ftes() {
    let words = Words {
        name: "FTE",
        written: r#"digits, optionally a point and up to 6 more digits (as in "494.5" or "494.5 FTE")"#,
        least: "0",
        most: "1000000",
        json: decimal_text("494.5"),
    };
    decimal(
        &words,
        &["18.5%", "5FTE", "5 fte", "5 FTE FTE", "5 days"],
        Fte::new,
        ["-0.000001", "1000000.000001"],
    );
}

#[test]
fn fte_changes() {
    let words = Words {
        name: "difference in FTE",
        written: r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-21.3" or "-21.3 FTE")"#,
        least: "-1000000",
        most: "1000000",
        json: decimal_text("-21.3"),
    };
    decimal(&words, &["18.5%"], FteChange::new, ["-1000000.000001", "1000000.000001"]);
}

#[test]
fn caseloads() {
    let words = Words {
        name: "caseload",
        written: r#"digits, optionally a point and up to 6 more digits (as in "16.8" or "16.8 cases per FTE")"#,
        least: "0",
        most: "4294967295000000",
        json: decimal_text("16.8"),
    };
    decimal(&words, &["16.8%", "16.8 cases"], Caseload::new, ["-0.000001", "4294967295000000.000001"]);
}

#[test]
fn caseload_changes() {
    let words = Words {
        name: "difference in caseload",
        written: r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-1.8" or "-1.8 cases per FTE")"#,
        least: "-4294967295000000",
        most: "4294967295000000",
        json: decimal_text("-1.8"),
    };
    decimal(&words, &["16.8%"], CaseloadChange::new, ["-4294967295000000.000001", "4294967295000000.000001"]);
}

#[test]
fn days() {
    let words = Words {
        name: "number of days",
        written: r#"digits, optionally a point and up to 6 more digits (as in "5256.3" or "5256.3 days")"#,
        least: "0",
        most: "10000000",
        json: decimal_text("5256.3"),
    };
    decimal(&words, &["5%", "5 FTE"], Days::new, ["-0.000001", "10000000.000001"]);
}

#[test]
fn days_changes() {
    let words = Words {
        name: "difference in days",
        written: r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-1264" or "-1264 days")"#,
        least: "-10000000",
        most: "10000000",
        json: decimal_text("-1264"),
    };
    decimal(&words, &["5%"], DaysChange::new, ["-10000000.000001", "10000000.000001"]);
}

#[test]
fn relative_changes() {
    let words = Words {
        name: "relative change",
        written: r#"an optional minus sign, digits, optionally a point and up to 6 more digits (as in "-75" or "-75%")"#,
        least: "-100",
        most: "100000000000000000000",
        json: decimal_text("-75"),
    };
    let wrong = ["-75 percentage points", "-75 %"];
    decimal(&words, &wrong, RelativeChange::new, ["-100.000001", "100000000000000000000.000001"]);
}

#[test]
fn headcounts() {
    let words = Words {
        name: "headcount",
        written: r#"digits (as in "536")"#,
        least: "0",
        most: "4294967295",
        json: "a headcount: a whole number from 0 to 4294967295".to_owned(),
    };
    whole::<Headcount>(&words, ["-1", "4294967296"]);
}

#[test]
fn headcount_changes() {
    let words = Words {
        name: "difference in headcount",
        written: r#"an optional minus sign, digits (as in "-5")"#,
        least: "-4294967295",
        most: "4294967295",
        json: "a difference in headcount: a whole number from -4294967295 to 4294967295".to_owned(),
    };
    whole::<HeadcountChange>(&words, ["-4294967296", "4294967296"]);
}

#[test]
fn cases() {
    let words = Words {
        name: "number of cases",
        written: r#"digits (as in "3770")"#,
        least: "0",
        most: "4294967295",
        json: "a number of cases: a whole number from 0 to 4294967295".to_owned(),
    };
    whole::<Cases>(&words, ["-1", "4294967296"]);
}

#[test]
fn cases_changes() {
    let words = Words {
        name: "difference in cases",
        written: r#"an optional minus sign, digits (as in "-5")"#,
        least: "-4294967295",
        most: "4294967295",
        json: "a difference in cases: a whole number from -4294967295 to 4294967295".to_owned(),
    };
    whole::<CasesChange>(&words, ["-4294967296", "4294967296"]);
}

/// Arithmetic that leaves the range.
#[test]
fn results_out_of_range() {
    refuses(Fte::MAX.checked_add(fte("0.5")), "FTE 1000000.5 is outside 0 to 1000000");
    refuses(Days::MAX.checked_add(Days::MAX), "number of days 20000000 is outside 0 to 10000000");
    refuses(Headcount::MAX.checked_add(people(1)), "headcount 4294967296 is outside 0 to 4294967295");
    refuses(Cases::MAX.checked_add(Cases::MAX), "number of cases 8589934590 is outside 0 to 4294967295");

    refuses(fte("1").changed_by(good("-1.5")), "FTE -0.5 is outside 0 to 1000000");
    refuses(Percent::ZERO.changed_by(good("-16.7")), "percentage -16.7 is outside 0 to 100000000000000");
    refuses(people(4).changed_by(good("-5")), "headcount -1 is outside 0 to 4294967295");
    refuses(
        Caseload::MAX.changed_by(good("1")),
        "caseload 4294967295000001 is outside 0 to 4294967295000000",
    );

    let double: RelativeChange = good("100%");
    refuses(double.apply_to_rounded(Fte::MAX, 1), "FTE 2000000 is outside 0 to 1000000");
    refuses(double.apply_to_rounded(Headcount::MAX, 0), "headcount 8589934590 is outside 0 to 4294967295");
    refuses(
        RelativeChange::MAX.apply_to_rounded(Percent::MAX, 1),
        "percentage of 100000000000000% after a change by 100000000000000000000% is outside 0 to 100000000000000",
    );
}

/// The facts of a refusal without its words.
#[test]
fn facts_of_a_refused_quantity() {
    let fault = |text: &str| text.parse::<Fte>().map(drop).map_err(|error| error.fault());
    assert_eq!(fault("x"), Err(QuantityFault::Malformed));
    assert_eq!(fault("0.1234567"), Err(QuantityFault::TooPrecise));
    assert_eq!(fault("-1"), Err(QuantityFault::OutOfRange));

    let error = "-101%".parse::<RelativeChange>().unwrap_err();
    assert_eq!(error.quantity(), "relative change");
    assert_eq!(error.allowed_range(), (dec!(-100), dec!(100000000000000000000)));
    assert!(error.source().is_none());
}

// Figures.

const NO_FIGURE: &str =
    "is neither a symbol such as [c] nor digits, optionally a point and up to 6 more digits";
const NOR_WORDS: &str =
    "with or without one of the words exactly, over, at least, around, under, at most before it";

#[test]
fn figures_of_another_form() {
    let others = concat!(
        "OVER 90%|Over 90%|over  90%|over90%|over |over|over over 90%|exactly over 90%|exactly|",
        "exactly |over exactly 90%|> 90%|~75%|circa 75%|90%+|[d]|[c|c]|[[c]]|[C]|-|..|n/a|",
        "over [c]|18.5 FTE|18.5% |18.5–20%",
    );
    for given in others.split('|').chain(NO_NUMBERS.split('|')) {
        let expected = format!(r#"figure {given:?} {NO_FIGURE} (as in "18.5" or "18.5%"), {NOR_WORDS}"#);
        either::<Figure<Percent>>(given, &expected);
    }
    either::<Figure<Headcount>>(
        "38.0",
        &format!(r#"figure "38.0" is neither a symbol such as [c] nor digits (as in "536"), {NOR_WORDS}"#),
    );
    either::<Figure<Fte>>(
        "75%",
        &format!(r#"figure "75%" {NO_FIGURE} (as in "494.5" or "494.5 FTE"), {NOR_WORDS}"#),
    );
    text::<Figure<Percent>>(
        &format!("over x{}", megabyte()),
        &format!(
            r#"figure "over x{}" {NO_FIGURE} (as in "18.5" or "18.5%"), {NOR_WORDS}"#,
            KEPT.replacen("111111", "", 1)
        ),
    );
}

#[test]
fn figures_of_no_quantity() {
    either::<Figure<Percent>>("-5%", "percentage -5 is outside 0 to 100000000000000");
    either::<Figure<Fte>>("over 1000001 FTE", "FTE 1000001 is outside 0 to 1000000");
    either::<Figure<Cases>>("exactly 4294967296", "number of cases 4294967296 is outside 0 to 4294967295");
    either::<Figure<Fte>>("exactly 0.1234567", "FTE 0.1234567 has more than 6 decimal places");
    text::<Figure<Percent>>(&megabyte(), &format!("percentage {KEPT} is outside 0 to 100000000000000"));
}

#[test]
fn figures_rounded_too_finely() {
    either::<Figure<Percent>>(
        "18.123456%",
        r#"figure 18.123456% is rounded to more than 5 decimal places (with the word "exactly" before it, 6 are kept)"#,
    );
    refuses(
        Figure::<Fte>::rounded(fte("1.5"), 6),
        r#"figure 1.5 FTE is rounded to more than 5 decimal places (with the word "exactly" before it, 6 are kept)"#,
    );
    refuses(
        Figure::<Percent>::rounded(good("18.55%"), 1),
        "figure 18.55% is not rounded to 1 decimal place: it has more",
    );
    refuses(
        Figure::<Days>::rounded(good("0.5"), 0),
        "figure 0.5 days is not rounded to 0 decimal places: it has more",
    );
}

/// The message names the text that was given, zeros and all.
#[test]
fn figures_with_many_zeros() {
    either::<Figure<Percent>>(
        "18.100000%",
        r#"figure 18.100000% is rounded to more than 5 decimal places (with the word "exactly" before it, 6 are kept)"#,
    );
}

#[test]
fn figures_that_nothing_can_be() {
    let outside = "allows no value from 0 to 100000000000000";
    either::<Figure<Percent>>("under 0%", &format!(r#"figure "under 0%" {outside}"#));
    either::<Figure<Percent>>(
        "over 100000000000000%",
        &format!(r#"figure "over 100000000000000%" {outside}"#),
    );
    either::<Figure<Headcount>>("fewer than 0", r#"figure "under 0" allows no value from 0 to 4294967295"#);
    refuses(
        Figure::qualified(Qualifier::Over, Fte::MAX),
        r#"figure "over 1000000 FTE" allows no value from 0 to 1000000"#,
    );
    refuses(
        Figure::qualified(Qualifier::Under, Days::ZERO),
        r#"figure "under 0 days" allows no value from 0 to 10000000"#,
    );
}

#[test]
fn figures_are_text_in_json() {
    let expected = |example: &str| {
        format!(
            r#"expected a text such as "{example}", "over {example}" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#
        )
    };
    for (given, is) in [
        ("18.5", "floating point `18.5`"),
        ("18", "integer `18`"),
        ("null", "null"),
        ("false", "boolean `false`"),
    ] {
        json::<Figure<Percent>>(given, &format!("invalid type: {is}, {}", expected("18.5")));
        json::<Figure<Headcount>>(given, &format!("invalid type: {is}, {}", expected("536")));
    }
}

#[test]
fn facts_of_a_refused_figure() {
    let fault = |text: &str| text.parse::<Figure<Percent>>().map(drop).map_err(|error| error.fault());
    assert_eq!(fault("lots"), Err(FigureFault::Malformed));
    assert_eq!(fault("1.123456"), Err(FigureFault::TooPrecise));
    assert_eq!(fault("under 0"), Err(FigureFault::Impossible));
    assert_eq!(fault("-1"), Err(FigureFault::Quantity));
    let not_rounded = Figure::<Fte>::rounded(fte("1.5"), 0).unwrap_err();
    assert_eq!(not_rounded.fault(), FigureFault::NotRounded);
}

// Symbols.

#[test]
fn symbols() {
    for given in ["", "C", "[c", "c]", "[]", "[[c]]", " c", "-", "0", "n/a", "confidential"] {
        let expected = format!(
            "symbol {given:?} is not one of c, low (or k), u, x (or :), z, with or without square brackets"
        );
        either::<Symbol>(given, &expected);
    }
    text::<Symbol>(
        &megabyte(),
        &format!(
            "symbol {KEPT:?} is not one of c, low (or k), u, x (or :), z, with or without square brackets"
        ),
    );
    json::<Symbol>("0", "invalid type: integer `0`, expected a symbol: [c], [low], [u], [x] or [z]");
    json::<Symbol>("null", "invalid type: null, expected a symbol: [c], [low], [u], [x] or [z]");
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
    for given in others.split('|') {
        let expected = format!(
            "period {given:?} is not written as a day (2019-09-30), a month (2019-02), a quarter (2019/20 Q1), a financial year (2018/19), a reporting year (year to 30 September 2019) or a calendar year (2019)"
        );
        either::<Period>(given, &expected);
    }
    text::<Period>(
        &megabyte(),
        &format!(
            "period {KEPT:?} is not written as a day (2019-09-30), a month (2019-02), a quarter (2019/20 Q1), a financial year (2018/19), a reporting year (year to 30 September 2019) or a calendar year (2019)"
        ),
    );
}

#[test]
fn periods_that_do_not_exist() {
    either::<Period>("2019-02-30", r#"period "2019-02-30" is not a date of the calendar"#);
    either::<Period>("2019-02-29", r#"period "2019-02-29" is not a date of the calendar"#);
    either::<Period>("2019-13-01", r#"period "2019-13-01" is not a date of the calendar"#);
    either::<Period>("2019-00-00", r#"period "2019-00-00" is not a date of the calendar"#);
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

// Names on the wire.

#[test]
fn names_on_the_wire() {
    json::<Unit>(
        r#""percent""#,
        "unknown variant `percent`, expected one of `per_cent`, `fte`, `headcount`, `cases`, `cases_per_fte`, `days`",
    );
    json::<Polarity>(
        r#""LowerIsBetter""#,
        "unknown variant `LowerIsBetter`, expected one of `lower_is_better`, `higher_is_better`, `neutral`",
    );
    json::<Verdict>(
        r#""better""#,
        "unknown variant `better`, expected one of `improved`, `worsened`, `unchanged`, `changed`, `cannot_tell`",
    );
    json::<Severity>(r#""info""#, "unknown variant `info`, expected `error` or `warning`");
    json::<Reported<Fte>>(
        r#""missing""#,
        "unknown variant `missing`, expected one of `known`, `withheld`, `not_reported`",
    );
    json::<Reported<Fte>>(r#"{"known": "-5"}"#, "FTE -5 is outside 0 to 1000000");
    json::<Reported<Fte>>(
        r#"{"withheld": "secret"}"#,
        r#"symbol "secret" is not one of c, low (or k), u, x (or :), z, with or without square brackets"#,
    );
}

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
    for code in ["", "Visits", "1visit", "_visits", "visits in time", "visits-in-time", "vísits", "visits\n"]
    {
        let expected = format!(
            "indicator code {code:?} is not 1 to 64 lower-case letters a to z, digits and underscores with a letter first"
        );
        indicator(code, "Visits", &expected);
    }
    assert!(Indicator::new("v".repeat(64), "Visits", Unit::Days, Polarity::Neutral).is_ok());
    for long in [65, 1_000_000] {
        let expected = format!(
            "indicator code \"{}…\" is not 1 to 64 lower-case letters a to z, digits and underscores with a letter first",
            "v".repeat(60)
        );
        indicator(&"v".repeat(long), "Visits", &expected);
    }
}

#[test]
fn official_codes_are_taken() {
    for official in official::ALL.into_iter().chain(convention::ALL) {
        let code = official.code();
        let expected = format!(
            "indicator {code} is defined by this crate and cannot be defined anew: use the code alone"
        );
        indicator(code, "Mine", &expected);
    }
}

#[test]
fn indicators_without_a_title() {
    for title in ["", " ", "\u{a0}\t"] {
        indicator("visits", title, "indicator visits has no title");
    }
}

#[test]
fn shares_and_places() {
    refuses(
        visits(Unit::Fte).share(),
        "indicator visits cannot be a share of a whole: its unit is FTE, not per cent",
    );
    refuses(
        visits(Unit::CasesPerFte).share(),
        "indicator visits cannot be a share of a whole: its unit is cases per FTE, not per cent",
    );
    refuses(
        visits(Unit::PerCent).with_decimal_places(6),
        "indicator visits cannot have 6 decimal places: at most 5 with its unit",
    );
    refuses(
        visits(Unit::Cases).with_decimal_places(1),
        "indicator visits cannot have 1 decimal place: at most 0 with its unit",
    );
    let definition = |more: Value| {
        let mut whole = json!({"code": "visits", "title": "Visits", "unit": "days", "polarity": "neutral"});
        let fields = whole.as_object_mut().expect("the test's own object");
        fields.extend(more.as_object().expect("the test's own object").clone());
        whole.to_string()
    };
    json::<Indicator>(
        &definition(json!({"share": true})),
        "indicator visits cannot be a share of a whole: its unit is days, not per cent",
    );
    json::<Indicator>(
        &definition(json!({"decimal_places": 6})),
        "indicator visits cannot have 6 decimal places: at most 5 with its unit",
    );
    json::<Indicator>(
        &definition(json!({"decimal_places": -1})),
        "invalid value: integer `-1`, expected u32",
    );
    json::<Indicator>(
        &definition(json!({"share": "yes"})),
        r#"invalid type: string "yes", expected a boolean"#,
    );
    json::<Indicator>(
        &definition(json!({"colour": "red"})),
        "unknown field `colour`, expected one of `code`, `title`, `unit`, `polarity`, `decimal_places`, `share`, `definition`, `source`",
    );
}

#[test]
fn indicators_in_json() {
    let unknown = |code: &str| {
        format!("indicator {code:?} is not one that this crate defines: give code, title, unit and polarity")
    };
    json::<Indicator>(r#""visits""#, &unknown("visits"));
    json::<Indicator>(r#""Cases""#, &unknown("Cases"));
    json::<Indicator>(&format!("{:?}", megabyte()), &unknown(KEPT));
    let expected = "expected the code of an indicator that this crate defines, or an object with code, title, unit and polarity";
    json::<Indicator>("5", &format!("invalid type: integer `5`, {expected}"));
    json::<Indicator>("null", &format!("invalid type: null, {expected}"));
    json::<Indicator>(r#"["visits"]"#, &format!("invalid type: sequence, {expected}"));
    json::<Indicator>("{}", "missing field `code`");
    json::<Indicator>(r#"{"code": "cases"}"#, "missing field `title`");
    json::<Indicator>(r#"{"code": "a", "code": "b"}"#, "duplicate field `code`");
}

/// What has an official code is that indicator: nothing that goes by it may be another.
#[test]
fn an_official_indicator_cannot_be_altered() {
    let altered = [
        official::CASES.clone().with_definition("mine"),
        official::CASES.clone().with_source("me"),
        official::VACANCY_RATE_FTE.clone().with_decimal_places(3),
        official::TURNOVER_RATE_FTE.clone().share(),
    ];
    for indicator in altered.into_iter().flatten() {
        let written = serde_json::to_string(&indicator).unwrap();
        assert_eq!(serde_json::from_str::<Indicator>(&written).unwrap(), indicator, "written as {written}");
        if let Some(official) = Indicator::defined(indicator.code()) {
            assert_eq!(&indicator, official);
        }
    }
}

// Series and changes.

fn rate_of(vacancies: &str, in_post: &str) -> VacancyRate {
    VacancyRate::new(fte(vacancies), fte(in_post)).expect("the test's own counts are good")
}

/// The same refusal from [`Series::new`] and from JSON.
#[track_caller]
fn series<M: Observed + serde::Serialize + DeserializeOwned>(
    indicator: &Indicator,
    observations: &[(&str, M)],
    expected: &str,
) {
    let seen = observations.iter().map(|(period, value)| Observation::new(month(period), value.clone()));
    let seen: Vec<_> = seen.collect();
    let document = json!({"indicator": indicator, "observations": seen}).to_string();
    refuses(Series::new(indicator, seen), expected);
    json::<Series<M>>(&document, expected);
}

#[test]
fn series_of_another_unit() {
    series::<Fte>(
        &official::VACANCY_RATE_FTE,
        &[("2019", fte("5"))],
        "vacancy_rate_fte is in per cent, but the observations are in FTE",
    );
    series::<Figure<Percent>>(
        &official::CASELOAD_FTE,
        &[],
        "caseload_fte is in cases per FTE, but the observations are in per cent",
    );
    series::<Reported<Cases>>(
        &official::INPOST_HEADCOUNT,
        &[("2019", Cases::new(5).into())],
        "inpost_headcount is in headcount, but the observations are in cases",
    );
    series::<Days>(&visits(Unit::Cases), &[], "visits is in cases, but the observations are in days");
}

#[test]
fn series_of_another_indicator() {
    series::<VacancyRate>(
        &official::TURNOVER_RATE_FTE,
        &[("2019", rate_of("1", "9"))],
        "turnover_rate_fte cannot be observed as vacancy_rate_fte",
    );
    series::<Reported<VacancyRate>>(
        &visits(Unit::PerCent),
        &[("2019", Reported::NotReported)],
        "visits cannot be observed as vacancy_rate_fte",
    );
}

#[test]
fn series_of_mixed_kinds() {
    let five = || good::<Figure<Fte>>("5.0");
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
        series(
            &official::VACANCY_FTE,
            &[(first, five()), (other, five())],
            &format!("vacancy_fte has periods of different kinds: {are}"),
        );
    }
}

#[test]
fn series_with_a_period_twice() {
    series::<Fte>(
        &official::VACANCY_FTE,
        &[("2019-02", fte("5")), ("2019-03", fte("5")), ("2019-02", fte("5"))],
        "vacancy_fte has two observations of 2019-02",
    );
}

#[test]
fn shares_above_their_whole() {
    for (given, printed) in [
        ("100.1%", "100.1%"),
        ("101%", "101%"),
        ("exactly 100.000001%", "exactly 100.000001%"),
        ("over 100%", "over 100%"),
        ("at least 100.5%", "at least 100.5%"),
        ("around 120%", "around 120%"),
    ] {
        let expected = format!(
            "vacancy_rate_fte is a share of a whole and cannot be above 100%, but is {printed} in 2019"
        );
        series::<Figure<Percent>>(&official::VACANCY_RATE_FTE, &[("2019", good(given))], &expected);
        let earlier = (month("2018"), good("50%"));
        let change = Change::<Figure<Percent>>::between(
            &official::VACANCY_RATE_FTE,
            earlier,
            (month("2019"), good(given)),
        );
        refuses(change, &expected);
    }
    let share = visits(Unit::PerCent).share().unwrap();
    series::<Percent>(
        &share,
        &[("2019", good("150%"))],
        "visits is a share of a whole and cannot be above 100%, but is 150% in 2019",
    );
}

/// The message must not round what is above 100% down to it.
#[test]
fn shares_just_above_their_whole() {
    series::<Percent>(
        &official::VACANCY_RATE_FTE,
        &[("2019", good("100.04%"))],
        "vacancy_rate_fte is a share of a whole and cannot be above 100%, but is 100.04% in 2019",
    );
}

#[test]
fn changes() {
    let code = &official::VACANCY_FTE;
    let between = |since: &str, until: &str| {
        Change::<Fte>::between(code, (month(since), fte("5")), (month(until), fte("4")))
    };
    let relative = |since: &str, until: &str| {
        Change::<Fte>::relative_only(code, month(since), month(until), good("-75%"))
    };
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
        refuses(between(since, until), expected);
        refuses(relative(since, until), expected);
        let ends = json!({"between": {
            "earlier": {"period": since, "value": "5"}, "later": {"period": until, "value": "4"},
        }});
        json::<Change<Fte>>(&json!({"indicator": "vacancy_fte", "ends": ends}).to_string(), expected);
        let ends = json!({"relative_only": {"since": since, "until": until, "relative": "-75"}});
        json::<Change<Fte>>(&json!({"indicator": "vacancy_fte", "ends": ends}).to_string(), expected);
    }
    let (february, march) = (month("2019-02"), month("2019-03"));
    let in_fte = "cases is in cases, but the observations are in FTE";
    refuses(Change::<Fte>::between(&official::CASES, (february, fte("5")), (march, fte("4"))), in_fte);
    refuses(Change::<Fte>::relative_only(&official::CASES, february, march, RelativeChange::ZERO), in_fte);
    refuses(
        Change::<VacancyRate>::relative_only(
            &official::TURNOVER_RATE_FTE,
            february,
            march,
            RelativeChange::ZERO,
        ),
        "turnover_rate_fte cannot be observed as vacancy_rate_fte",
    );
}

#[test]
fn changes_in_json() {
    json::<Change<Fte>>(r#"{"indicator": "vacancy_fte"}"#, "missing field `ends`");
    json::<Change<Fte>>(
        r#"{"indicator": "vacancy_fte", "ends": {}, "verdict": "improved"}"#,
        "expected value",
    );
    json::<Change<Fte>>(
        r#"{"indicator": "vacancy_fte", "ends": {"sideways": 5}}"#,
        "unknown variant `sideways`, expected `between` or `relative_only`",
    );
    json::<Change<Fte>>(
        r#"{"indicator": "vacancy_fte", "ends": {"relative_only": {"since": "2019-02", "until": "2019-09", "relative": -75}}}"#,
        r#"invalid type: integer `-75`, expected a text such as "-75": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"#,
    );
    json::<Change<Fte>>(
        r#"{"indicator": "vacancy_fte", "ends": {"relative_only": {"since": "2019-02", "until": "2019-09", "relative": "-101"}}}"#,
        "relative change -101 is outside -100 to 100000000000000000000",
    );
}

#[test]
fn series_in_json() {
    let seen = |seen: &str| format!(r#"{{"indicator": "vacancy_rate_fte", "observations": [{seen}]}}"#);
    json::<Series<VacancyRate>>(
        &seen(r#"{"period": "2019", "value": {"vacancy_fte": "0", "inpost_fte": "0"}}"#),
        "vacancy_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    json::<Series<VacancyRate>>(
        &seen(r#"{"period": "2019", "value": {"vacancy_fte": "1", "inpost_fte": "9", "agency_fte": "1"}}"#),
        "unknown field `agency_fte`, expected `vacancy_fte` or `inpost_fte`",
    );
    json::<Series<VacancyRate>>(
        &seen(r#"{"period": "2019", "value": {"vacancy_fte": "1"}}"#),
        "missing field `inpost_fte`",
    );
    json::<Series<Figure<Percent>>>(
        &seen(r#"{"period": "2019", "value": "5.0%", "note": ""}"#),
        "unknown field `note`, expected `period` or `value`",
    );
    json::<Series<Figure<Percent>>>(&seen(r#"{"period": "2019"}"#), "missing field `value`");
    json::<Series<Figure<Percent>>>(
        r#"{"indicator": "cases", "observations": [], "title": ""}"#,
        "unknown field `title`, expected `indicator` or `observations`",
    );
}

// Scorecards.

#[track_caller]
fn card(indicator: &str, observations: &str, expected: &str) {
    let series = format!(r#"{{"indicator": {indicator}, "observations": [{observations}]}}"#);
    json::<AnySeries>(&series, expected);
    json::<Scorecard>(&format!(r#"{{"title": "T", "series": [{series}]}}"#), expected);
}

#[test]
fn scorecards() {
    let one = || AnySeries::from(Series::<Figure<Cases>>::new::<(Period, _)>(&official::CASES, []).unwrap());
    refuses(Scorecard::new("T", [one(), one()]), "the scorecard has two series of cases");
    json::<Scorecard>(
        r#"{"title": "T", "series": [{"indicator": "cases", "observations": []}, {"indicator": "cases", "observations": []}]}"#,
        "the scorecard has two series of cases",
    );
    json::<Scorecard>("{}", "missing field `title`");
    json::<Scorecard>(
        r#"{"title": "T", "titel": "T"}"#,
        "unknown field `titel`, expected `title` or `series`",
    );
    assert_eq!(Scorecard::new("T", [one(), one()]).unwrap_err().code(), "cases");
}

#[test]
fn series_of_a_scorecard() {
    let bare = r#"expected a text such as "18.5%", "over 90%" or "[c]": a figure is written as text, because a bare number may lose digits on its way through binary floating point"#;
    let gap = r#""vacancy_gap_rate_fte""#;
    card(
        gap,
        r#"{"period": "2019-02", "value": 18.5}"#,
        &format!("invalid type: floating point `18.5`, {bare}"),
    );
    card(gap, r#"{"period": "2019-02", "value": 18}"#, &format!("invalid type: integer `18`, {bare}"));
    card(gap, r#"{"period": "2019-02", "value": null}"#, &format!("invalid type: null, {bare}"));
    card(
        gap,
        r#"{"period": "2019-02", "value": "lots"}"#,
        &format!(
            r#"observations[0].value: figure "lots" {NO_FIGURE} (as in "18.5" or "18.5%"), {NOR_WORDS}"#
        ),
    );
    card(
        r#""agency_fte""#,
        r#"{"period": "2019-02", "value": "75"}, {"period": "2019-09", "value": "-1 FTE"}"#,
        "observations[1].value: FTE -1 is outside 0 to 1000000",
    );
    card(
        r#""leavers_headcount""#,
        r#"{"period": "2019-02", "value": "under 0"}"#,
        r#"observations[0].value: figure "under 0" allows no value from 0 to 4294967295"#,
    );
    card(
        gap,
        r#"{"period": "2019-02", "value": "118.5"}"#,
        "vacancy_gap_rate_fte is a share of a whole and cannot be above 100%, but is 118.5% in 2019-02",
    );
    card(
        gap,
        r#"{"period": "2019-02", "value": "1"}, {"period": "2019", "value": "1"}"#,
        "vacancy_gap_rate_fte has periods of different kinds: 2019-02 is a month and 2019 a calendar year",
    );
    card(
        gap,
        r#"{"period": "2019-02", "value": "1"}, {"period": "2019-02", "value": "1"}"#,
        "vacancy_gap_rate_fte has two observations of 2019-02",
    );
    card(
        gap,
        r#"{"period": "2019-13", "value": "1"}"#,
        r#"period "2019-13": month 13 is outside 1 to 12 (a financial year is written 2018/19)"#,
    );
    card(gap, r#"{"period": "2019", "values": "1"}"#, "unknown field `values`, expected `period` or `value`");
    card(
        r#""visits""#,
        "",
        r#"indicator "visits" is not one that this crate defines: give code, title, unit and polarity"#,
    );
}

// Rates.

#[test]
fn rates_of_nothing() {
    let (none, nobody) = (Fte::ZERO, Headcount::ZERO);
    let one = fte("1");
    refuses(
        VacancyRate::new(none, none),
        "vacancy_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    refuses(
        VacancyGapRate::new(none, one, none),
        "vacancy_gap_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    refuses(
        VacancyAgencyCoverRate::new(one, none),
        "vacancy_agency_cover_rate_fte is not defined: vacancy_fte is 0",
    );
    refuses(TurnoverRateFte::new(one, none), "turnover_rate_fte is not defined: inpost_fte is 0");
    refuses(
        TurnoverRateHeadcount::new(people(1), nobody),
        "turnover_rate_headcount is not defined: inpost_headcount is 0",
    );
    refuses(
        AgencyWorkerRateFte::new(none, none),
        "agency_rate_fte is not defined: agency_fte and inpost_fte are both 0",
    );
    refuses(
        AgencyWorkerRateHeadcount::new(nobody, nobody),
        "agency_rate_headcount is not defined: agency_headcount and inpost_headcount are both 0",
    );
    refuses(AgencyCoverRate::new(one, none), "agency_cover_rate_fte is not defined: agency_fte is 0");
    refuses(
        AgencyDependence::new(one, none, none),
        "agency_dependence_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    refuses(
        SicknessAbsenceRate::new(good("1"), none, month("2019")),
        "absence_rate_fte is not defined: inpost_fte is 0",
    );
    refuses(AverageCaseload::new(Cases::new(1), none), "caseload_fte is not defined: case_holders_fte is 0");
    refuses(OfferTakeUp::new(nobody, nobody), "offer_take_up_rate is not defined: eligible is 0");
    refuses(TeamsWithinMaximum::new(0, 0), "teams_within_maximum_rate is not defined: teams is 0");
}

#[test]
fn parts_above_their_whole() {
    refuses(
        OfferTakeUp::new(people(201), people(200)),
        "offer_take_up_rate is not defined: taken_up is 201, above the 200 eligible",
    );
    refuses(OfferTakeUp::new(people(1), people(0)), "offer_take_up_rate is not defined: eligible is 0");
    refuses(
        TeamsWithinMaximum::new(9, 8),
        "teams_within_maximum_rate is not defined: within is 9, above the 8 teams",
    );
    let error = TeamsWithinMaximum::new(9, 8).unwrap_err();
    assert_eq!(error.fault(), &RateFault::PartAboveWhole { part: ("within", 9), whole: ("teams", 8) });
    assert_eq!(error.rate(), &convention::TEAMS_WITHIN_MAXIMUM_RATE);
    assert_eq!(error.symbol(), Symbol::NotAvailable);
}

/// The wire is no way around the constructors.
#[test]
fn rates_in_json() {
    let zero = |counts: &[&str]| {
        let pairs = counts.iter().map(|count| {
            let zero = if count.ends_with("fte") { json!("0") } else { json!(0) };
            ((*count).to_owned(), zero)
        });
        Value::Object(pairs.collect()).to_string()
    };
    json::<VacancyRate>(
        &zero(&["vacancy_fte", "inpost_fte"]),
        "vacancy_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    json::<VacancyGapRate>(
        &zero(&["vacancy_fte", "agency_cover_fte", "inpost_fte"]),
        "vacancy_gap_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    json::<VacancyAgencyCoverRate>(
        &zero(&["agency_cover_fte", "vacancy_fte"]),
        "vacancy_agency_cover_rate_fte is not defined: vacancy_fte is 0",
    );
    json::<TurnoverRateFte>(
        &zero(&["leavers_fte", "inpost_fte"]),
        "turnover_rate_fte is not defined: inpost_fte is 0",
    );
    json::<TurnoverRateHeadcount>(
        &zero(&["leavers_headcount", "inpost_headcount"]),
        "turnover_rate_headcount is not defined: inpost_headcount is 0",
    );
    json::<AgencyWorkerRateFte>(
        &zero(&["agency_fte", "inpost_fte"]),
        "agency_rate_fte is not defined: agency_fte and inpost_fte are both 0",
    );
    json::<AgencyWorkerRateHeadcount>(
        &zero(&["agency_headcount", "inpost_headcount"]),
        "agency_rate_headcount is not defined: agency_headcount and inpost_headcount are both 0",
    );
    json::<AgencyCoverRate>(
        &zero(&["agency_cover_fte", "agency_fte"]),
        "agency_cover_rate_fte is not defined: agency_fte is 0",
    );
    json::<AgencyDependence>(
        &zero(&["agency_fte", "vacancy_fte", "inpost_fte"]),
        "agency_dependence_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
    );
    json::<SicknessAbsenceRate>(
        r#"{"working_days_lost_fte": "5", "inpost_fte": "0", "year_to": "2019"}"#,
        "absence_rate_fte is not defined: inpost_fte is 0",
    );
    json::<AverageCaseload>(
        &zero(&["cases", "case_holders_fte"]),
        "caseload_fte is not defined: case_holders_fte is 0",
    );
    json::<OfferTakeUp>(
        r#"{"taken_up": 201, "eligible": 200}"#,
        "offer_take_up_rate is not defined: taken_up is 201, above the 200 eligible",
    );
    json::<TeamsWithinMaximum>(
        r#"{"within": 9, "teams": 8}"#,
        "teams_within_maximum_rate is not defined: within is 9, above the 8 teams",
    );
    json::<TeamsWithinMaximum>(r#"{"within": -1, "teams": 8}"#, "invalid value: integer `-1`, expected u32");
    json::<OfferTakeUp>(
        r#"{"taken_up": 1.5, "eligible": 200}"#,
        "invalid type: floating point `1.5`, expected a headcount: a whole number from 0 to 4294967295",
    );
    json::<AverageCaseload>(
        r#"{"cases": "5", "case_holders_fte": "1"}"#,
        r#"invalid type: string "5", expected a number of cases: a whole number from 0 to 4294967295"#,
    );
}

// Snapshots.

/// Every count, none of them 0.
fn full() -> Value {
    json!({
        "period": "year to 30 September 2019",
        "inpost_fte": "494.5", "inpost_headcount": 536,
        "starters_fte": "84.4", "starters_headcount": 89,
        "leavers_fte": "49.5", "leavers_headcount": 54,
        "agency_fte": "75.9", "agency_headcount": 77,
        "agency_cover_fte": "50", "vacancy_fte": "56.3",
        "case_holders_fte": "225", "cases": 3770, "working_days_lost_fte": "3005",
    })
}

fn snapshot(document: &Value) -> Snapshot {
    serde_json::from_str(&document.to_string()).expect("the test's own snapshot is good")
}

/// A figure of a snapshot: its code, how it is asked for, the counts it needs in the order in which
/// they are missed, and those that must not all be 0.
type Asked =
    (&'static str, fn(&Snapshot) -> Result<(), RateError>, &'static [&'static str], &'static [&'static str]);

const ASKED: [Asked; 13] = [
    (
        "turnover_rate_fte",
        |s| s.turnover_rate_fte().map(drop),
        &["leavers_fte", "inpost_fte"],
        &["inpost_fte"],
    ),
    (
        "turnover_rate_headcount",
        |s| s.turnover_rate_headcount().map(drop),
        &["leavers_headcount", "inpost_headcount"],
        &["inpost_headcount"],
    ),
    (
        "agency_rate_fte",
        |s| s.agency_rate_fte().map(drop),
        &["agency_fte", "inpost_fte"],
        &["agency_fte", "inpost_fte"],
    ),
    (
        "agency_rate_headcount",
        |s| s.agency_rate_headcount().map(drop),
        &["agency_headcount", "inpost_headcount"],
        &["agency_headcount", "inpost_headcount"],
    ),
    (
        "agency_cover_rate_fte",
        |s| s.agency_cover_rate_fte().map(drop),
        &["agency_cover_fte", "agency_fte"],
        &["agency_fte"],
    ),
    (
        "vacancy_rate_fte",
        |s| s.vacancy_rate_fte().map(drop),
        &["vacancy_fte", "inpost_fte"],
        &["vacancy_fte", "inpost_fte"],
    ),
    (
        "vacancy_agency_cover_rate_fte",
        |s| s.vacancy_agency_cover_rate_fte().map(drop),
        &["agency_cover_fte", "vacancy_fte"],
        &["vacancy_fte"],
    ),
    ("caseload_fte", |s| s.caseload_fte().map(drop), &["cases", "case_holders_fte"], &["case_holders_fte"]),
    (
        "vacancy_gap_rate_fte",
        |s| s.vacancy_gap_rate_fte().map(drop),
        &["vacancy_fte", "agency_cover_fte", "inpost_fte"],
        &["vacancy_fte", "inpost_fte"],
    ),
    (
        "agency_dependence_rate_fte",
        |s| s.agency_dependence_rate_fte().map(drop),
        &["agency_fte", "vacancy_fte", "inpost_fte"],
        &["vacancy_fte", "inpost_fte"],
    ),
    (
        "absence_rate_fte",
        |s| s.absence_rate_fte().map(drop),
        &["working_days_lost_fte", "inpost_fte"],
        &["inpost_fte"],
    ),
    ("vacancy_gap_fte", |s| s.vacancy_gap_fte().map(drop), &["vacancy_fte", "agency_cover_fte"], &[]),
    ("establishment_fte", |s| s.establishment_fte().map(drop), &["inpost_fte", "vacancy_fte"], &[]),
];

#[test]
fn snapshots_that_lack_a_count() {
    for (code, ask, counts, _) in ASKED {
        assert_eq!(ask(&snapshot(&full())), Ok(()));
        let empty = Snapshot::new(month("2019"));
        refuses(ask(&empty), &format!("{code} is not defined: {} is not reported", counts[0]));
        for count in counts {
            let mut lacking = full();
            lacking.as_object_mut().unwrap().remove(*count);
            let refused = ask(&snapshot(&lacking));
            assert_eq!(refused.as_ref().unwrap_err().symbol(), Symbol::NotAvailable);
            refuses(refused, &format!("{code} is not defined: {count} is not reported"));

            for (symbol, says) in [
                (Symbol::Confidential, "[c], confidential"),
                (Symbol::Low, "[low], rounds to 0 but is not 0"),
                (Symbol::LowReliability, "[u], low reliability"),
                (Symbol::NotAvailable, "[x], not available"),
                (Symbol::NotApplicable, "[z], not applicable"),
            ] {
                lacking["withheld"] = json!({*count: symbol});
                let refused = ask(&snapshot(&lacking));
                // A rate over what is low may be anything.
                let of_rate = if symbol == Symbol::Low { Symbol::NotAvailable } else { symbol };
                assert_eq!(refused.as_ref().unwrap_err().symbol(), of_rate);
                refuses(refused, &format!("{code} is not defined: {count} is withheld as {says}"));
            }
        }
    }
}

#[test]
fn snapshots_of_nothing() {
    for (code, ask, counts, whole) in ASKED {
        if whole.is_empty() {
            continue;
        }
        let mut nothing = full();
        for count in whole {
            nothing[*count] = if count.ends_with("fte") { json!("0") } else { json!(0) };
        }
        let expected = match whole {
            [one] => format!("{code} is not defined: {one} is 0"),
            both => format!("{code} is not defined: {} are both 0", both.join(" and ")),
        };
        let refused = ask(&snapshot(&nothing));
        assert_eq!(refused.as_ref().unwrap_err().symbol(), Symbol::NotApplicable);
        refuses(refused, &expected);

        // That there is nothing outranks whatever else is lacking.
        for count in counts.iter().filter(|count| !whole.contains(count)) {
            let mut lacking = nothing.clone();
            lacking.as_object_mut().unwrap().remove(*count);
            refuses(ask(&snapshot(&lacking)), &expected);
            lacking["withheld"] = json!({*count: "c"});
            refuses(ask(&snapshot(&lacking)), &expected);
        }
    }
}

#[test]
fn establishments_too_large() {
    let large = Snapshot::new(month("2019")).with_inpost_fte(Fte::MAX).with_vacancy_fte(fte("0.5"));
    refuses(
        large.establishment_fte(),
        "establishment_fte is not defined: FTE 1000000.5 is outside 0 to 1000000",
    );
}

#[test]
fn sums_of_snapshots() {
    let of_2018 = Snapshot::new(good("year to 30 September 2018"));
    let of_2019 = Snapshot::new(good("year to 30 September 2019"));
    let expected = "snapshots of different periods cannot be added: year to 30 September 2018 and year to 30 September 2019";
    refuses(of_2018 + of_2019, expected);
    refuses([of_2018, of_2018, of_2019].into_iter().sum::<Result<Snapshot, SnapshotError>>(), expected);
    refuses(
        std::iter::empty::<Snapshot>().sum::<Result<Snapshot, SnapshotError>>(),
        "there is no snapshot to add up",
    );
}

#[test]
fn sums_too_large() {
    for (large, count, source) in [
        (json!({"inpost_fte": "1000000"}), "inpost_fte", "FTE 2000000 is outside 0 to 1000000"),
        (
            json!({"leavers_headcount": u32::MAX}),
            "leavers_headcount",
            "headcount 8589934590 is outside 0 to 4294967295",
        ),
        (json!({"cases": u32::MAX}), "cases", "number of cases 8589934590 is outside 0 to 4294967295"),
        (
            json!({"working_days_lost_fte": "10000000"}),
            "working_days_lost_fte",
            "number of days 20000000 is outside 0 to 10000000",
        ),
    ] {
        let mut document = large;
        document["period"] = json!("2019");
        let large = snapshot(&document);
        let error = (large + large).unwrap_err();
        assert_eq!(error.source().map(ToString::to_string).as_deref(), Some(source));
        assert!(error.source().is_some_and(|source| source.is::<QuantityError>()));
        refuses(Err::<(), _>(error), &format!("the sum of {count} is too large"));
    }
}

#[test]
fn snapshots_in_json() {
    let with = |more: &str| format!(r#"{{"period": "2019", {more}}}"#);
    let counts = "`inpost_fte`, `inpost_headcount`, `starters_fte`, `starters_headcount`, `leavers_fte`, `leavers_headcount`, `agency_fte`, `agency_headcount`, `agency_cover_fte`, `vacancy_fte`, `case_holders_fte`, `cases`, `working_days_lost_fte`";
    json::<Snapshot>("{}", "missing field `period`");
    json::<Snapshot>(
        &with(r#""inpost": "5""#),
        &format!("unknown field `inpost`, expected one of `period`, {counts}, `withheld`"),
    );
    json::<Snapshot>(
        &with(r#""withheld": {"nobody": "c"}"#),
        &format!("unknown field `nobody`, expected one of {counts}"),
    );
    json::<Snapshot>(
        &with(r#""withheld": {"cases": "secret"}"#),
        r#"symbol "secret" is not one of c, low (or k), u, x (or :), z, with or without square brackets"#,
    );
    json::<Snapshot>(
        &with(r#""vacancy_fte": "5", "withheld": {"vacancy_fte": "c"}"#),
        "vacancy_fte is given both as a number and as withheld",
    );
    json::<Snapshot>(
        &with(r#""cases": 0, "withheld": {"cases": "z"}"#),
        "cases is given both as a number and as withheld",
    );
    json::<Snapshot>(&with(r#""cases": 5, "cases": 5"#), "duplicate field `cases`");
    json::<Snapshot>(&with(r#""cases": null, "cases": 5"#), "duplicate field `cases`");
    json::<Snapshot>(&with(r#""period": "2019""#), "duplicate field `period`");
    json::<Snapshot>(&with(r#""withheld": {}, "withheld": {}"#), "duplicate field `withheld`");
    json::<Snapshot>(&with(r#""withheld": {"cases": "c", "cases": "c"}"#), "duplicate field `cases`");
    json::<Snapshot>(
        &with(r#""inpost_fte": 494.5"#),
        r#"invalid type: floating point `494.5`, expected a text such as "494.5": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"#,
    );
    json::<Snapshot>(
        &with(r#""cases": "3770""#),
        r#"invalid type: string "3770", expected a number of cases: a whole number from 0 to 4294967295"#,
    );
    json::<Snapshot>(&with(r#""inpost_fte": "-5""#), "FTE -5 is outside 0 to 1000000");
    json::<Snapshot>(
        &with(r#""inpost_fte": "c""#),
        r#"FTE "c" is not written as digits, optionally a point and up to 6 more digits (as in "494.5" or "494.5 FTE")"#,
    );
}

/// The names of private types are nobody's business.
#[test]
fn messages_name_no_private_type() {
    let error = |refused: serde_json::Error| refused.to_string();
    let messages = [
        serde_json::from_str::<Snapshot>("5").map(drop).map_err(error),
        serde_json::from_str::<Snapshot>(r#"{"period": "2019", "withheld": null}"#).map(drop).map_err(error),
        serde_json::from_str::<Scorecard>("5").map(drop).map_err(error),
        serde_json::from_str::<AnySeries>("5").map(drop).map_err(error),
        serde_json::from_str::<Series<Fte>>("5").map(drop).map_err(error),
        serde_json::from_str::<Change<Fte>>("5").map(drop).map_err(error),
        serde_json::from_str::<Team>("5").map(drop).map_err(error),
        serde_json::from_str::<NqswCohort>("5").map(drop).map_err(error),
        serde_json::from_str::<VacancyRate>("5").map(drop).map_err(error),
        serde_json::from_str::<Change<Fte>>(r#"{"indicator": "cases", "ends": 5}"#).map(drop).map_err(error),
    ];
    let leaks = |message: &String| {
        ["Wire", "Card", "Counts", "Withheld", "Untyped", "Seen", "Ends"]
            .iter()
            .any(|name| message.contains(name))
    };
    let leaking: Vec<String> = messages.into_iter().filter_map(Result::err).filter(leaks).collect();
    assert_eq!(leaking, Vec::<String>::new());
}

/// An array has no names: `["494.5", "56.3"]` could be a vacancy rate of 10.2% or of 89.8%.
#[test]
fn arrays_are_refused() {
    let sequence = |expected: &str| format!("invalid type: sequence, expected {expected}");
    json::<VacancyRate>(r#"["494.5", "56.3"]"#, &sequence("a rate: an object with its counts"));
    json::<NqswCohort>(
        r#"["2019/20", 38, 30, 8]"#,
        &sequence("a cohort: an object with period, intake, completed and withdrawn"),
    );
    json::<Snapshot>(r#"["2019", "494.5"]"#, &sequence("a snapshot: an object with period and counts"));
    json::<Snapshot>(
        r#"{"period": "2019", "withheld": ["[c]"]}"#,
        &sequence("an object with the symbols of withheld counts"),
    );
    json::<Scorecard>(r#"["T", []]"#, &sequence("a scorecard: an object with title and series"));
    json::<Observation<Fte>>(
        r#"["2019", "494.5"]"#,
        &sequence("an observation: an object with period and value"),
    );
    json::<Team>(
        r#"["North", "Assessment", "16", 120, "8", []]"#,
        &sequence("a team: an object with name, service, agreed_maximum, cases and case_holders_fte"),
    );
    json::<Team>(
        r#"{"name": "North", "service": "", "agreed_maximum": "16", "cases": 120, "case_holders_fte": "8", "newly_qualified": [["10", "2"]]}"#,
        &sequence("newly qualified workers: an object with case_holders_fte and agreed_maximum"),
    );
    let series = "a series: an object with indicator and observations";
    json::<Series<Fte>>(r#"["agency_fte", []]"#, &sequence(series));
    json::<AnySeries>(r#"["agency_fte", []]"#, &sequence(series));
    json::<Change<Fte>>(r#"["agency_fte", {}]"#, &sequence("a change: an object with indicator and ends"));
}

/// A name with a line break could pass for a finding of its own.
#[test]
fn names_with_control_characters() {
    for (name, service, given) in
        [("South\nerror", "Assessment", r#""South\nerror""#), ("South", "\u{1b}[2J", r#""\u{1b}[2J""#)]
    {
        refuses(
            Team::new(name, service, good("16"), Cases::new(120), fte("8")),
            &format!("team or service {given} has a control character in its name"),
        );
    }
}

/// A share does not leave its whole by a relative change either.
#[test]
fn shares_after_a_change() {
    let rise: Change<Figure<Percent>> =
        Change::relative_only(&official::VACANCY_RATE_FTE, good("2018"), good("2019"), good("50%")).unwrap();
    assert_eq!(rise.apply_to_rounded(good("60%"), 1), Some(Ok(good("90%"))));
    refuses(
        rise.apply_to_rounded(good("90%"), 1).unwrap(),
        "share of 135% after a change by 50% from 90% is outside 0 to 100",
    );
}

// Cohorts.

#[test]
fn cohorts() {
    let year: Period = good("2019/20");
    let expected = "cohort 2019/20: 30 completed and 9 withdrawn exceed the intake of 38";
    refuses(NqswCohort::new(year, people(38), people(30), people(9)), expected);
    json::<NqswCohort>(r#"{"period": "2019/20", "intake": 38, "completed": 30, "withdrawn": 9}"#, expected);
    refuses(
        NqswCohort::new(year, Headcount::MAX, Headcount::MAX, Headcount::MAX),
        "cohort 2019/20: 4294967295 completed and 4294967295 withdrawn exceed the intake of 4294967295",
    );
    json::<NqswCohort>(r#"{"period": "2019/20", "intake": 38}"#, "missing field `completed`");
    json::<NqswCohort>(
        r#"{"period": "2019/20", "left": 38}"#,
        "unknown field `left`, expected one of `period`, `intake`, `completed`, `withdrawn`",
    );
    json::<NqswCohort>(
        r#"{"period": "2019/20", "intake": -38, "completed": 0, "withdrawn": 0}"#,
        "invalid value: integer `-38`, expected a headcount: a whole number from 0 to 4294967295",
    );
}

// Teams.

#[test]
fn agreed_maxima() {
    let range =
        |given: &str| format!("agreed maximum of {given} is not above 0 and at most 1000 cases per FTE");
    either::<AgreedMaximum>("0", &range("0 cases per FTE"));
    either::<AgreedMaximum>("0.000 cases per FTE", &range("0 cases per FTE"));
    either::<AgreedMaximum>("1000.000001", &range("1000.000001 cases per FTE"));
    refuses(AgreedMaximum::new(Caseload::ZERO), &range("0 cases per FTE"));
    refuses(AgreedMaximum::try_from(Caseload::MAX), &range("4294967295000000 cases per FTE"));
    either::<AgreedMaximum>("-1", &range("-1"));
    either::<AgreedMaximum>("16.1234567", "caseload 16.1234567 has more than 6 decimal places");
    either::<AgreedMaximum>(
        "16 cases",
        r#"caseload "16 cases" is not written as digits, optionally a point and up to 6 more digits (as in "16.8" or "16.8 cases per FTE")"#,
    );
    json::<AgreedMaximum>(
        "16",
        r#"invalid type: integer `16`, expected a text such as "16.8": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"#,
    );
}

fn team(name: &str, service: &str) -> Team {
    Team::new(name, service, good("16"), Cases::new(120), fte("8")).expect("the test's own team is good")
}

/// The team North in JSON, with these newly qualified groups.
fn north(groups: Value) -> String {
    json!({
        "name": "North", "service": "Assessment", "agreed_maximum": "16", "cases": 120, "case_holders_fte": "8",
        "newly_qualified": groups,
    })
    .to_string()
}

#[test]
fn teams_without_a_name() {
    for name in ["", " ", "\t\u{a0}"] {
        refuses(Team::new(name, "S", good("16"), Cases::ZERO, Fte::ZERO), "a team needs a name");
        let document = json!({"name": name, "service": "S", "agreed_maximum": "16", "cases": 0, "case_holders_fte": "0"});
        json::<Team>(&document.to_string(), "a team needs a name");
        json::<Teams>(&json!([document]).to_string(), "a team needs a name");
    }
}

#[test]
fn newly_qualified_workers() {
    let expected = "team North: the reduced maximum of 16.5 cases per FTE is above the agreed maximum of 16 cases per FTE";
    refuses(team("North", "Assessment").with_newly_qualified(fte("2"), good("16.5")), expected);
    json::<Team>(&north(json!([{"case_holders_fte": "2", "agreed_maximum": "16.5"}])), expected);

    let expected = "team North: newly qualified are 8.5 FTE, but all case holders only 8 FTE";
    refuses(team("North", "Assessment").with_newly_qualified(fte("8.5"), good("10")), expected);
    json::<Team>(&north(json!([{"case_holders_fte": "8.5", "agreed_maximum": "10"}])), expected);

    let twice = team("North", "Assessment").with_newly_qualified(fte("5"), good("10")).unwrap();
    let expected = "team North: newly qualified are 9 FTE, but all case holders only 8 FTE";
    refuses(twice.with_newly_qualified(fte("4"), good("12")), expected);
    json::<Team>(
        &north(json!([
            {"case_holders_fte": "5", "agreed_maximum": "10"}, {"case_holders_fte": "4", "agreed_maximum": "12"},
        ])),
        expected,
    );

    let whole = Team::new("North", "", good("16"), Cases::ZERO, Fte::MAX).unwrap();
    let whole = whole.with_newly_qualified(Fte::MAX, good("10")).unwrap();
    refuses(
        whole.with_newly_qualified(Fte::MAX, good("10")),
        "team North: newly qualified are above 1000000 FTE, but all case holders only 1000000 FTE",
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
        &north(json!([{"fte": "2"}])),
        "unknown field `fte`, expected `case_holders_fte` or `agreed_maximum`",
    );
    json::<Team>(
        &north(json!([{"case_holders_fte": "2", "agreed_maximum": "0"}])),
        "agreed maximum of 0 cases per FTE is not above 0 and at most 1000 cases per FTE",
    );
}

#[test]
fn teams_of_one_name() {
    let expected = r#"there are two teams "North" in service "Assessment""#;
    let three = || [team("North", "Assessment"), team("North", "Care"), team("North", "Assessment")];
    refuses(Teams::new(three()), expected);
    refuses(Teams::try_from(three().to_vec()), expected);
    json::<Teams>(&serde_json::to_string(&three()).unwrap(), expected);
}

/// However long a name is, a message about it stays short.
#[test]
fn messages_about_long_names_stay_short() {
    let long = "n".repeat(1_000_000);
    let same = Teams::new([team(&long, "S"), team(&long, "S")]).unwrap_err().to_string();
    let many = team(&long, "S").with_newly_qualified(fte("9"), good("10")).unwrap_err().to_string();
    let above = team(&long, "S").with_newly_qualified(fte("1"), good("17")).unwrap_err().to_string();
    assert_eq!([same, many, above].map(|message| message.len() < 500), [true; 3]);
}

#[test]
fn averages_of_teams() {
    let nobody = || Team::new("North", "S", good("16"), Cases::new(5), Fte::ZERO).unwrap();
    refuses(nobody().average(), "caseload_fte is not defined: case_holders_fte is 0");
    refuses(Teams::new([nobody()]).unwrap().overall(), "caseload_fte is not defined: case_holders_fte is 0");
    let none = Teams::new([]).unwrap();
    refuses(none.overall(), "caseload_fte is not defined: case_holders_fte is 0");
    refuses(none.within_maximum(), "teams_within_maximum_rate is not defined: teams is 0");

    let large = |name: &str, cases, fte| Team::new(name, "S", good("16"), cases, fte).unwrap();
    let many = Teams::new([large("A", Cases::MAX, fte("1")), large("B", Cases::new(1), fte("1"))]).unwrap();
    refuses(
        many.overall(),
        "caseload_fte is not defined: number of cases 4294967296 is outside 0 to 4294967295",
    );
    let many = Teams::new([large("A", Cases::ZERO, Fte::MAX), large("B", Cases::ZERO, fte("0.5"))]).unwrap();
    refuses(many.overall(), "caseload_fte is not defined: FTE 1000000.5 is outside 0 to 1000000");
    let error = many.overall().unwrap_err();
    assert!(matches!(error.fault(), RateFault::OutOfRange(_)));
}

/// A text of one line says something that a reader sees, and stays on its line.
#[test]
fn texts_of_one_line() {
    let nothing = "a text is needed that says something, not an empty one";
    for given in
        ["", " ", "\u{200b}", "\u{feff}", "\u{ad}", "\u{2060}", "\u{3164}", "\u{2800}", "\u{fe0f}", "—", "…"]
    {
        text::<OneLine>(given, nothing);
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
