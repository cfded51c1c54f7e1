//! Each printed rate against the printed counts: published figures, then invented ones at the edge of every class.

use super::*;
use childrens_services::{
    Symbol,
    kpi::catalogue,
    statistics::{Class, Suppression},
};
use serde_json::json;

/// The two counts of each rate.
const PARTS: [(&str, &str, &str); 9] = [
    ("turnover_rate_fte", "leavers_fte", "inpost_fte"),
    ("turnover_rate_headcount", "leavers_headcount", "inpost_headcount"),
    ("agency_rate_fte", "agency_fte", "inpost_fte"),
    ("agency_rate_headcount", "agency_headcount", "inpost_headcount"),
    ("agency_cover_rate_fte", "agency_cover_fte", "agency_fte"),
    ("vacancy_rate_fte", "vacancy_fte", "inpost_fte"),
    ("vacancy_agency_cover_rate_fte", "agency_cover_fte", "vacancy_fte"),
    ("caseload_fte", "cases", "case_holders_fte"),
    ("absence_rate_fte", "working_days_lost_fte", "inpost_fte"),
];

#[track_caller]
fn parts(rate: &str) -> (&'static str, &'static str) {
    let found = PARTS.iter().find(|(name, _, _)| *name == rate);
    found
        .map(|&(_, numerator, other)| (numerator, other))
        .unwrap_or_else(|| panic!("{rate} is none of the nine"))
}

/// What a row of a year says about one printed rate of two counts.
#[track_caller]
fn in_year(year: &str, rate: &str, published: &str, numerator: &str, other: &str) -> String {
    let (numerator_column, other_column) = parts(rate);
    let line = devon().with_all([
        ("time_period", year),
        (rate, published),
        (numerator_column, numerator),
        (other_column, other),
    ]);
    let row = line.row();
    let indicator = rates().into_iter().find(|one| one.code() == rate).unwrap();
    let reconciled = row.reconciliation(indicator).unwrap();
    assert_eq!(reconciled.counts().map(Indicator::code), [numerator_column, other_column]);
    reconciled.to_string().strip_prefix(&format!("{rate} ")).unwrap().to_owned()
}

#[track_caller]
fn says(rate: &str, [published, numerator, other]: [&str; 3], expected: &str) {
    assert_eq!(
        in_year("2021", rate, published, numerator, other),
        expected,
        "{rate} {published}: {numerator}, {other}"
    );
}

/// Why a symbol is printed, or a number that the counts do not give.
#[track_caller]
fn rule(rate: &str, [published, numerator, other]: [&str; 3]) -> Option<String> {
    let (numerator_column, other_column) = parts(rate);
    let line = devon().with_all([(rate, published), (numerator_column, numerator), (other_column, other)]);
    let indicator = rates().into_iter().find(|one| one.code() == rate).unwrap();
    line.row().reconciliation(indicator).unwrap().rule()
}

/// The class alone.
#[track_caller]
fn class(rate: &str, [published, numerator, other]: [&str; 3], expected: &str) {
    let said = in_year("2021", rate, published, numerator, other);
    let class = said.split(": ").nth(1).unwrap().split(" (").next().unwrap();
    assert_eq!(class, expected, "{rate} {published} of {numerator} and {other}: {said}");
}

/// West Sussex 2019, by hand: 49.5 / 494.5, 54 / 536, 75.9 / (75.9 + 494.5), 78 / (78 + 536), 75.9 / 75.9,
/// 56.3 / (56.3 + 494.5), 75.9 / 56.3, 3770 / 225, 3005 / (494.5 × 253).
#[test]
fn a_published_row() {
    let row = &rows(&thirteen())[7];
    let all: Vec<String> = row.reconciliations().map(|one| one.to_string()).collect();
    assert_eq!(
        all,
        [
            "turnover_rate_fte 10.0%: exact (the counts give 10.010111)",
            "turnover_rate_headcount 10.1%: exact (the counts give 10.074627)",
            "agency_rate_fte 13.3%: exact (the counts give 13.306452)",
            "agency_rate_headcount 12.7%: exact (the counts give 12.703583)",
            "agency_cover_rate_fte 100.0%: exact (the counts give 100)",
            "vacancy_rate_fte 10.2%: exact (the counts give 10.221496)",
            "vacancy_agency_cover_rate_fte [u]: suppressed, the rate is above 100% (the counts give 134.813499)",
            "caseload_fte 16.8 cases per FTE: exact (the counts give 16.755556)",
            "absence_rate_fte 2.4%: exact (the counts give 2.401915)",
        ]
    );
    assert_eq!(
        serde_json::to_value(row.reconciliations().next()).unwrap(),
        json!({
            "period": "year to 30 September 2019", "area": "E10000032", "name": "West Sussex",
            "rate": "turnover_rate_fte", "published": "10.0%", "class": "exact", "recomputed": "10.010111",
        })
    );
    assert_eq!(row.reconciliations().len(), 9);
    for (one, rate) in row.reconciliations().zip(rates()) {
        assert_eq!(one.rate(), rate);
        assert_eq!(row.reconciliation(rate), Some(one));
        assert_eq!(Some(one.published()), row.figure(rate));
    }
    // A count is no rate.
    assert!(counts().into_iter().all(|count| row.reconciliation(count).is_none()));
}

/// The thirteen rows of 2019: what does not follow to the last digit follows within the rounding.
#[test]
fn published_rows_follow_from_their_counts() {
    let mut others = Vec::new();
    for row in rows(&thirteen()) {
        for one in row.reconciliations() {
            if one.class() != Class::Exact {
                others.push(format!("{}: {one}", row.name()));
            }
        }
    }
    assert_eq!(
        others,
        [
            "Essex: agency_cover_rate_fte 99.9%: consistent (the counts give 100)",
            "West Sussex: vacancy_agency_cover_rate_fte [u]: suppressed, the rate is above 100% (the counts give \
             134.813499)",
            "Devon: agency_cover_rate_fte 58.7%: consistent (the counts give 58.630952)",
        ]
    );
}

/// Halves that were published in 2017 to 2021: 9 / 80 is 11.25%, 2 / 32 is 6.25%. Rounded otherwise they are not exact, but
/// the end of what rounding allows.
#[test]
fn an_exact_half_is_rounded_away_from_zero() {
    says("turnover_rate_headcount", ["11.3", "9", "80"], "11.3%: exact (the counts give 11.25)");
    says("turnover_rate_headcount", ["11.2", "9", "80"], "11.2%: consistent (the counts give 11.25)");
    says("agency_rate_headcount", ["6.3", "2", "30"], "6.3%: exact (the counts give 6.25)");
    says("agency_rate_headcount", ["6.2", "2", "30"], "6.2%: consistent (the counts give 6.25)");
}

#[test]
fn each_rate_has_its_formula() {
    for (rate, counts, expected) in [
        ("turnover_rate_fte", ["12.5", "12.5", "100"], "12.5%: exact (the counts give 12.5)"),
        ("turnover_rate_headcount", ["12.5", "1", "8"], "12.5%: exact (the counts give 12.5)"),
        ("turnover_rate_fte", ["250", "25", "10"], "250.0%: exact (the counts give 250)"),
        ("agency_rate_fte", ["20", "25", "100"], "20.0%: exact (the counts give 20)"),
        ("agency_rate_headcount", ["100", "25", "0"], "100.0%: exact (the counts give 100)"),
        ("agency_cover_rate_fte", ["25", "25", "100"], "25.0%: exact (the counts give 25)"),
        ("vacancy_rate_fte", ["20", "25", "100"], "20.0%: exact (the counts give 20)"),
        ("vacancy_agency_cover_rate_fte", ["25", "25", "100"], "25.0%: exact (the counts give 25)"),
        ("caseload_fte", ["16", "1600", "100"], "16.0 cases per FTE: exact (the counts give 16)"),
        ("absence_rate_fte", ["2", "506", "100"], "2.0%: exact (the counts give 2)"),
        ("absence_rate_fte", ["0", "0", "100"], "0.0%: exact (the counts give 0)"),
    ] {
        says(rate, counts, expected);
    }
}

/// 254 in a reporting year with a 29 February.
#[test]
fn working_days_of_a_leap_year() {
    for (year, published, days, expected) in [
        ("2020", "2", "508", "2.0%: exact (the counts give 2)"),
        ("2024", "2", "508", "2.0%: exact (the counts give 2)"),
        ("2000", "2", "508", "2.0%: exact (the counts give 2)"),
        ("2019", "2", "506", "2.0%: exact (the counts give 2)"),
        ("2021", "2", "506", "2.0%: exact (the counts give 2)"),
        ("2100", "2", "506", "2.0%: exact (the counts give 2)"),
        // 6426.2 / 25300 is 25.4%, of 25400 it is 25.3%.
        ("2021", "25.4", "6426.2", "25.4%: exact (the counts give 25.4)"),
        ("2020", "25.4", "6426.2", "25.4%: inconsistent (the counts give 25.3)"),
        ("2020", "25.3", "6426.2", "25.3%: exact (the counts give 25.3)"),
    ] {
        assert_eq!(in_year(year, "absence_rate_fte", published, days, "100"), expected, "{year}");
    }
}

/// With 100 FTE in post, which stand for 99.95 to 100.05, and 12 leavers, which stand for 11.95 to 12.05, turnover lies
/// from 11.95 / 100.05 = 11.944…% to 12.05 / 99.95 = 12.056…%. What prints as 11.9 goes up to 11.95 and is reached, what
/// prints as 12.1 begins with 12.05 and is reached; the next are not.
#[test]
fn what_rounding_allows() {
    for (published, expected) in [
        ("11.8", "inconsistent"),
        ("11.9", "consistent"),
        ("12.0", "exact"),
        ("12.1", "consistent"),
        ("12.2", "inconsistent"),
    ] {
        class("turnover_rate_fte", [published, "12", "100"], expected);
    }
    // Cases are exact, 0.2 FTE are not: from 1 / 0.25 = 4 to 1 / 0.15 = 6.66….
    for (published, expected) in [
        ("3.9", "inconsistent"),
        ("4", "consistent"),
        ("5", "exact"),
        ("6.7", "consistent"),
        ("6.8", "inconsistent"),
    ] {
        class("caseload_fte", [published, "1", "0.2"], expected);
    }
    // Headcounts are exact, so a rate of them is exact or wrong.
    for (published, expected) in [("11.9", "inconsistent"), ("12", "exact"), ("12.1", "inconsistent")] {
        class("turnover_rate_headcount", [published, "12", "100"], expected);
        class("agency_rate_headcount", [published, "12", "88"], expected);
    }
    // From 25.25 / (100.05 × 253) = 0.0997…% to 25.35 / (99.95 × 253) = 0.1002…%.
    for (published, expected) in [("0", "inconsistent"), ("0.1", "exact"), ("0.2", "inconsistent")] {
        class("absence_rate_fte", [published, "25.3", "100"], expected);
    }
}

/// The ends belong to it. 0.3 of agency workers stand for 0.25 or more, 3.7 in post for up to 3.75: 0.25 / 4 is 6.25%,
/// and what prints as 6.2 goes up to 6.25. 0.2 stand for up to 0.25, 3.8 for 3.75 or more: 6.25% again, where what
/// prints as 6.3 begins.
#[test]
fn the_very_ends_of_what_rounding_allows() {
    for rate in ["agency_rate_fte", "vacancy_rate_fte"] {
        class(rate, ["6.2", "0.3", "3.7"], "consistent");
        class(rate, ["6.1", "0.3", "3.7"], "inconsistent");
        // 0.25 / 3.9 is 6.41%.
        class(rate, ["6.2", "0.3", "3.6"], "inconsistent");
        class(rate, ["6.3", "0.2", "3.8"], "consistent");
        class(rate, ["6.4", "0.2", "3.8"], "inconsistent");
        // 0.25 / 4.1 is 6.097…%.
        class(rate, ["6.3", "0.2", "3.9"], "inconsistent");
    }
}

/// Nothing stands for less than nothing: 0 in post for 0 to 0.05, 0 of agency workers likewise.
#[test]
fn counts_are_never_below_nought() {
    // 0.1 stand for 0.05 to 0.15: from 0.05 / (0.05 + 0.05) to 0.15 / (0.15 + 0).
    class("agency_rate_fte", ["49.9", "0.1", "0"], "inconsistent");
    class("agency_rate_fte", ["50", "0.1", "0"], "consistent");
    class("agency_rate_fte", ["100", "0.1", "0"], "exact");
    // From 0 / 0.15 to 0.05 / (0.05 + 0.05).
    class("vacancy_rate_fte", ["0", "0", "0.1"], "exact");
    class("vacancy_rate_fte", ["50", "0", "0.1"], "consistent");
    class("vacancy_rate_fte", ["50.1", "0", "0.1"], "inconsistent");
    // From 0.15 / 0.15 to 0.25 / 0.05.
    class("agency_cover_rate_fte", ["99.9", "0.2", "0.1"], "inconsistent");
    class("agency_cover_rate_fte", ["100", "0.2", "0.1"], "consistent");
    class("agency_cover_rate_fte", ["500", "0.2", "0.1"], "consistent");
    class("agency_cover_rate_fte", ["500.1", "0.2", "0.1"], "inconsistent");
}

/// Neither the counts nor the rates of them leave the numbers that are reckoned with.
#[test]
fn the_greatest_counts() {
    says("turnover_rate_fte", ["100", "1000000", "1000000"], "100.0%: exact (the counts give 100)");
    // From 999999.95 / 1000000.05, and no more than a million over 999999.95: none of it is near 100.1 or 99.9.
    class("turnover_rate_fte", ["100.1", "1000000", "1000000"], "inconsistent");
    class("turnover_rate_fte", ["99.9", "1000000", "1000000"], "inconsistent");
    says(
        "turnover_rate_fte",
        ["1000000000", "1000000", "0.1"],
        "1000000000.0%: exact (the counts give 1000000000)",
    );
    // Up to a million over 0.05.
    class("turnover_rate_fte", ["2000000000", "1000000", "0.1"], "consistent");
    class("turnover_rate_fte", ["2000000000.1", "1000000", "0.1"], "inconsistent");
    says(
        "turnover_rate_headcount",
        ["429496729500", "4294967295", "1"],
        "429496729500.0%: exact (the counts give 429496729500)",
    );
    class("turnover_rate_headcount", ["429496729500.1", "4294967295", "1"], "inconsistent");
    says("agency_rate_headcount", ["50", "4294967295", "4294967295"], "50.0%: exact (the counts give 50)");
    says("agency_rate_fte", ["50", "1000000", "1000000"], "50.0%: exact (the counts give 50)");
    // Cases are exact: from 4294967295 / 0.15 to 4294967295 / 0.05.
    for (published, expected) in [
        ("28633115299.9", "inconsistent"),
        ("28633115300", "consistent"),
        ("42949672950", "exact"),
        ("85899345900", "consistent"),
        ("85899345900.1", "inconsistent"),
    ] {
        class("caseload_fte", [published, "4294967295", "0.1"], expected);
    }
    // 10^9 / 25.3.
    says(
        "absence_rate_fte",
        ["39525691.7", "10000000", "0.1"],
        "39525691.7%: exact (the counts give 39525691.699605)",
    );
    class("absence_rate_fte", ["39525691.6", "10000000", "0.1"], "consistent");
    // The greatest printed numbers.
    class("turnover_rate_fte", ["100000000000000", "1000000", "0.1"], "inconsistent");
    class("caseload_fte", ["100000000000000", "4294967295", "0.1"], "inconsistent");
    class("absence_rate_fte", ["100000000000000", "10000000", "0.1"], "inconsistent");
}

#[test]
fn a_number_that_the_counts_do_not_give() {
    says("turnover_rate_fte", ["0", "0", "0"], "0.0%: not derivable");
    says("turnover_rate_fte", ["12.5", "12.5", "0"], "12.5%: not derivable");
    says("turnover_rate_fte", ["12.5", "c", "100"], "12.5%: not derivable");
    says("turnover_rate_fte", ["12.5", "12.5", "x"], "12.5%: not derivable");
    says("turnover_rate_fte", ["0", "low", "100"], "0.0%: not derivable");
    says("agency_rate_fte", ["0", "0", "0"], "0.0%: not derivable");
    says("caseload_fte", ["16", "z", "z"], "16.0 cases per FTE: not derivable");
}

#[test]
fn a_symbol_for_a_denominator_of_nought() {
    let nought = "[z]: suppressed, the denominator is 0";
    for (rate, numerator, _) in PARTS {
        says(rate, ["z", "0", "0"], nought);
        // Agency workers and vacancies are a part of their denominator.
        let is_part = ["agency_fte", "agency_headcount", "vacancy_fte"].contains(&numerator);
        match is_part {
            false => {
                says(rate, ["z", "5", "0"], nought);
                says(rate, ["z", "c", "0"], nought);
                says(rate, ["z", "z", "0"], nought);
            }
            true => {
                says(rate, ["z", "5", "0"], "[z]: suppressed, no rule explains it (the counts give 100)");
                says(rate, ["z", "c", "0"], "[z]: suppressed, no rule explains it");
                says(rate, ["z", "z", "0"], "[z]: suppressed, a count shows the same symbol");
            }
        }
        for symbol in ["c", "low", "u", "x"] {
            says(rate, [symbol, "0", "0"], &format!("[{symbol}]: suppressed, no rule explains it"));
        }
    }
    says("turnover_rate_fte", ["z", "0", "5"], "[z]: suppressed, no rule explains it (the counts give 0)");
}

/// One count with the same symbol is enough. Another symbol that withholds explains one that does; what is low or
/// not applicable is not withheld, so there it explains nothing.
#[test]
fn a_symbol_for_a_symbol() {
    for (rate, _, _) in PARTS {
        for symbol in ["c", "low", "u", "x", "z"] {
            for counts in [[symbol, "5"], ["5", symbol], [symbol, symbol], [symbol, "c"], ["x", symbol]] {
                let [numerator, other] = counts;
                says(
                    rate,
                    [symbol, numerator, other],
                    &format!("[{symbol}]: suppressed, a count shows the same symbol"),
                );
            }
            let withholds = |symbol| ["c", "u", "x"].contains(&symbol);
            for another in ["c", "low", "u", "x", "z"].into_iter().filter(|another| *another != symbol) {
                let why = match withholds(symbol) && withholds(another) {
                    true => "a count shows another symbol",
                    false => "no rule explains it",
                };
                for [numerator, other] in [[another, "5"], ["5", another], [another, another]] {
                    says(rate, [symbol, numerator, other], &format!("[{symbol}]: suppressed, {why}"));
                }
            }
        }
    }
    // Spelt otherwise it is the same symbol.
    says("turnover_rate_fte", ["x", ":", "5"], "[x]: suppressed, a count shows the same symbol");
    says("turnover_rate_fte", ["[low]", "k", "5"], "[low]: suppressed, a count shows the same symbol");
}

#[test]
fn low_reliability_for_a_cover_above_a_hundred() {
    for rate in ["agency_cover_rate_fte", "vacancy_agency_cover_rate_fte"] {
        says(rate, ["u", "100.1", "100"], "[u]: suppressed, the rate is above 100% (the counts give 100.1)");
        // 999999.9 / 999999.8 is 100.00001%: it prints as 100.0 and is above.
        says(
            rate,
            ["u", "999999.9", "999999.8"],
            "[u]: suppressed, the rate is above 100% (the counts give 100.00001)",
        );
        says(rate, ["u", "100", "100"], "[u]: suppressed, no rule explains it (the counts give 100)");
        says(rate, ["c", "100.1", "100"], "[c]: suppressed, no rule explains it (the counts give 100.1)");
        says(rate, ["100.1", "100.1", "100"], "100.1%: exact (the counts give 100.1)");
    }
    says(
        "turnover_rate_fte",
        ["u", "200", "100"],
        "[u]: suppressed, no rule explains it (the counts give 200)",
    );
    says("caseload_fte", ["u", "200", "1"], "[u]: suppressed, no rule explains it (the counts give 200)");
}

#[test]
fn low_for_what_rounds_to_nought() {
    // 1 / 2001 is 0.049975…%, 1 / 2000 is 0.05%, which rounds to 0.1.
    says(
        "turnover_rate_headcount",
        ["low", "1", "2001"],
        "[low]: suppressed, the rate is above 0 but rounds to 0 (the counts give 0.049975)",
    );
    says(
        "turnover_rate_headcount",
        ["k", "1", "2000"],
        "[low]: suppressed, no rule explains it (the counts give 0.05)",
    );
    says(
        "turnover_rate_headcount",
        ["low", "0", "2000"],
        "[low]: suppressed, no rule explains it (the counts give 0)",
    );
    // The number itself may be printed too.
    says("turnover_rate_headcount", ["0", "1", "2001"], "0.0%: exact (the counts give 0.049975)");
    says("turnover_rate_headcount", ["0", "1", "2000"], "0.0%: consistent (the counts give 0.05)");
    says(
        "caseload_fte",
        ["low", "1", "20.1"],
        "[low]: suppressed, the rate is above 0 but rounds to 0 (the counts give 0.049751)",
    );
}

/// In the words of the reference data, where a symbol that withholds two counts is named once.
#[test]
fn the_rule_of_a_symbol() {
    for (rate, cells, expected) in [
        ("turnover_rate_fte", ["z", "5", "0"], "z:zero_denominator"),
        ("turnover_rate_fte", ["z", "c", "0"], "z:zero_denominator"),
        ("agency_rate_fte", ["z", "0", "0"], "z:zero_denominator"),
        ("turnover_rate_fte", ["z", "z", "5"], "z:count_is_z"),
        ("turnover_rate_fte", ["x", "x", "5"], "x:count_is_x"),
        ("turnover_rate_fte", ["x", ":", "5"], "x:count_is_x"),
        ("caseload_fte", ["x", "x", "x"], "x:count_is_x"),
        ("absence_rate_fte", ["c", "c", "5"], "c:count_is_c"),
        ("absence_rate_fte", ["c", "x", "c"], "c:count_is_c"),
        ("agency_cover_rate_fte", ["u", "u", "5"], "u:count_is_u"),
        ("agency_rate_fte", ["low", "low", "5"], "low:count_is_low"),
        ("agency_rate_fte", ["[k]", "k", "5"], "low:count_is_low"),
        ("agency_rate_fte", ["x", "u", "5"], "x:count_is_u"),
        ("agency_rate_fte", ["x", "5", "u"], "x:count_is_u"),
        ("agency_cover_rate_fte", ["x", "u", "u"], "x:count_is_u"),
        ("agency_cover_rate_fte", ["u", "c", "5"], "u:count_is_c"),
        ("absence_rate_fte", ["c", "5", "x"], "c:count_is_x"),
        ("agency_cover_rate_fte", ["u", "6", "5"], "u:over_100"),
        ("vacancy_agency_cover_rate_fte", ["u", "5.1", "5"], "u:over_100"),
        ("turnover_rate_headcount", ["low", "1", "2001"], "low:rounds_to_zero"),
    ] {
        assert_eq!(rule(rate, cells).as_deref(), Some(expected), "{rate} {cells:?}");
    }
}

/// The symbols of both counts, if both have one.
#[test]
fn the_rule_of_a_number_that_the_counts_do_not_give() {
    for (rate, cells, expected) in [
        ("turnover_rate_fte", ["12.5", "12.5", "0"], "zero_denominator"),
        ("agency_rate_fte", ["0", "0", "0"], "zero_denominator"),
        ("vacancy_agency_cover_rate_fte", ["20", "low", "5"], "count_is_low"),
        ("agency_cover_rate_fte", ["20", "5", "low"], "count_is_low"),
        ("agency_cover_rate_fte", ["100", "low", "low"], "count_is_low/low"),
        ("agency_cover_rate_fte", ["100", "k", "[low]"], "count_is_low/low"),
        ("turnover_rate_fte", ["12.5", "c", "100"], "count_is_c"),
        ("caseload_fte", ["16", "x", "z"], "count_is_x/z"),
    ] {
        assert_eq!(rule(rate, cells).as_deref(), Some(expected), "{rate} {cells:?}");
    }
}

/// A number that the counts can be set against needs none: exact, consistent or inconsistent.
#[test]
fn no_rule_of_a_number_beside_its_counts() {
    for published in ["12", "11.9", "13"] {
        assert_eq!(rule("turnover_rate_fte", [published, "12", "100"]), None);
    }
}

/// What a row says of each rate: the rule, and of those that have one the finding.
fn rules_and_findings(line: &Line) -> (Vec<(&'static str, String)>, Vec<String>) {
    let row = line.row();
    let rules = row.reconciliations().filter_map(|one| Some((one.rate().code(), one.rule()?))).collect();
    let of_rates = ["PUB-03", "PUB-04", "PUB-05"];
    let findings = row.findings();
    let findings = findings.iter().filter(|one| of_rates.contains(&one.rule().id()));
    (rules, findings.map(ToString::to_string).collect())
}

/// As Kensington and Chelsea's row of 2024: agency workers are `u`, the rates of them `x`. The numbers are
/// invented.
///
/// Source: Department for Education, *Children's social work workforce*, edition of March 2026.
#[test]
fn a_rate_is_withheld_with_another_symbol_than_its_count() {
    let line = authority("E13000001", "207", "E09000020", "Kensington and Chelsea").with_all([
        ("time_period", "2024"),
        ("inpost_fte", "100"),
        ("inpost_headcount", "100"),
        ("turnover_rate_fte", "0"),
        ("turnover_rate_headcount", "0"),
        ("agency_headcount", "u"),
        ("agency_rate_fte", "x"),
        ("agency_rate_headcount", "x"),
        ("vacancy_rate_fte", "20"),
        ("absence_rate_fte", "0"),
    ]);
    let line = line.cover(["u", "u", "25", "x", "x"]);
    let (rules, findings) = rules_and_findings(&line);
    let x = || "x:count_is_u".to_owned();
    assert_eq!(
        rules,
        [
            ("agency_rate_fte", x()),
            ("agency_rate_headcount", x()),
            ("agency_cover_rate_fte", x()),
            ("vacancy_agency_cover_rate_fte", x()),
            ("caseload_fte", "z:zero_denominator".to_owned()),
        ]
    );
    // It follows from the counts, so nothing is to be said of it.
    assert_eq!(findings, [""; 0]);
    let row = line.row();
    let agency = row.reconciliation(&catalogue::AGENCY_RATE_FTE).unwrap();
    assert_eq!(agency.class(), Class::Suppressed(Suppression::OtherSymbolOfCount));
    assert_eq!(agency.to_string(), "agency_rate_fte [x]: suppressed, a count shows another symbol");
    // A symbol that a count cannot have brought is told of still.
    let (rules, findings) = rules_and_findings(&line.with("vacancy_rate_fte", "c"));
    assert_eq!(rules.len(), 6);
    assert_eq!(
        findings,
        [
            "warning PUB-04 at 2024.E09000020.vacancy_rate_fte: [c] does not follow from vacancy_fte and inpost_fte"
        ]
    );
}

/// As Sunderland's rows of 2023 to 2025: one or two agency workers, of so few hours that their count is `low`, and
/// cover rates printed as numbers beside it. The numbers are invented.
///
/// Source: Department for Education, *Children's social work workforce*, edition of March 2026.
#[test]
fn a_number_is_printed_beside_a_low_count() {
    for (year, agency_headcount, agency_rate_headcount, of_vacancies) in
        [("2023", "2", "2", "0.4"), ("2024", "1", "1", "10"), ("2025", "2", "2", "0")]
    {
        let line = authority("E12000001", "394", "E08000024", "Sunderland").with_all([
            ("time_period", year),
            ("inpost_fte", "100"),
            ("inpost_headcount", "100"),
            ("turnover_rate_fte", "0"),
            ("turnover_rate_headcount", "0"),
            ("agency_headcount", agency_headcount),
            ("agency_rate_fte", "low"),
            ("agency_rate_headcount", agency_rate_headcount),
            ("vacancy_rate_fte", "9.1"),
            ("absence_rate_fte", "0"),
        ]);
        let line = line.cover(["low", "low", "10", "100", of_vacancies]);
        let (rules, findings) = rules_and_findings(&line);
        let rule = |rate: &'static str, rule: &str| (rate, rule.to_owned());
        assert_eq!(
            rules,
            [
                rule("agency_rate_fte", "low:count_is_low"),
                rule("agency_cover_rate_fte", "count_is_low/low"),
                rule("vacancy_agency_cover_rate_fte", "count_is_low"),
                rule("caseload_fte", "z:zero_denominator"),
            ]
        );
        let place = format!("warning PUB-05 at {year}.E08000024");
        let printed = line.row().figure(&catalogue::VACANCY_AGENCY_COVER_RATE_FTE).unwrap();
        assert_eq!(
            findings,
            [
                format!(
                    "{place}.agency_cover_rate_fte: 100.0% is printed, but agency_cover_fte and agency_fte give \
                     no rate: count is low/low"
                ),
                format!(
                    "{place}.vacancy_agency_cover_rate_fte: {printed} is printed, but agency_cover_fte and \
                     vacancy_fte give no rate: count is low"
                ),
            ]
        );
    }
}

/// Once, halves away from zero.
#[test]
fn the_recomputed_rate_is_rounded_once() {
    let row = devon()
        .with_all([
            ("leavers_headcount", "2"),
            ("inpost_headcount", "3"),
            ("turnover_rate_headcount", "66.7"),
        ])
        .row();
    let turnover = row.reconciliation(&catalogue::TURNOVER_RATE_HEADCOUNT).unwrap();
    let rounded = |dp| turnover.recomputed_rounded(dp).unwrap().to_string();
    assert_eq!([0, 1, 2, 6].map(rounded), ["67", "66.7", "66.67", "66.666667"]);
    assert_eq!(rounded(7), rounded(6));
    let row = devon().with_all([("turnover_rate_headcount", "66.7"), ("leavers_headcount", "c")]).row();
    assert_eq!(row.reconciliation(&catalogue::TURNOVER_RATE_HEADCOUNT).unwrap().recomputed_rounded(1), None);
}

#[test]
fn on_the_wire() {
    let all = serde_json::to_string(&rows(&thirteen())[7].reconciliations().collect::<Vec<_>>()).unwrap();
    let expected = concat!(
        r#"[{ROW,"rate":"turnover_rate_fte","published":"10.0%","class":"exact","recomputed":"10.010111"},"#,
        r#"{ROW,"rate":"turnover_rate_headcount","published":"10.1%","class":"exact","recomputed":"10.074627"},"#,
        r#"{ROW,"rate":"agency_rate_fte","published":"13.3%","class":"exact","recomputed":"13.306452"},"#,
        r#"{ROW,"rate":"agency_rate_headcount","published":"12.7%","class":"exact","recomputed":"12.703583"},"#,
        r#"{ROW,"rate":"agency_cover_rate_fte","published":"100.0%","class":"exact","recomputed":"100"},"#,
        r#"{ROW,"rate":"vacancy_rate_fte","published":"10.2%","class":"exact","recomputed":"10.221496"},"#,
        r#"{ROW,"rate":"vacancy_agency_cover_rate_fte","published":"[u]","class":"suppressed","#,
        r#""suppression":"above_100","recomputed":"134.813499"},"#,
        r#"{ROW,"rate":"caseload_fte","published":"16.8 cases per FTE","class":"exact","recomputed":"16.755556"},"#,
        r#"{ROW,"rate":"absence_rate_fte","published":"2.4%","class":"exact","recomputed":"2.401915"}]"#,
    )
    .replace("ROW", r#""period":"year to 30 September 2019","area":"E10000032","name":"West Sussex""#);
    assert_eq!(all, expected);
    let of = |published, numerator, other| {
        let line = devon().with_all([
            ("turnover_rate_fte", published),
            ("leavers_fte", numerator),
            ("inpost_fte", other),
        ]);
        let row = line.row();
        let mut value =
            serde_json::to_value(row.reconciliation(&catalogue::TURNOVER_RATE_FTE).unwrap()).unwrap();
        let keys = ["period", "area", "name"].map(|key| value.as_object_mut().unwrap().remove(key).unwrap());
        assert_eq!(keys, ["year to 30 September 2021", "E10000008", "Devon"]);
        value
    };
    let rate = "turnover_rate_fte";
    assert_eq!(
        of("11.9", "12", "100"),
        json!({"rate": rate, "published": "11.9%", "class": "consistent", "recomputed": "12"})
    );
    assert_eq!(
        of("13", "12", "100"),
        json!({"rate": rate, "published": "13.0%", "class": "inconsistent", "recomputed": "12"})
    );
    assert_eq!(of("13", "c", "100"), json!({"rate": rate, "published": "13.0%", "class": "not_derivable"}));
    for (published, [numerator, other], suppression, recomputed) in [
        ("z", ["12", "0"], "zero_denominator", None),
        ("c", ["c", "100"], "symbol_of_count", None),
        ("x", ["u", "100"], "other_symbol_of_count", None),
        ("low", ["0.1", "1000"], "rounds_to_zero", Some("0.01")),
        ("x", ["12", "100"], "unexplained", Some("12")),
    ] {
        let mut expected = json!({
            "rate": rate, "published": format!("[{published}]"), "class": "suppressed", "suppression": suppression,
        });
        if let Some(recomputed) = recomputed {
            expected["recomputed"] = json!(recomputed);
        }
        assert_eq!(of(published, numerator, other), expected);
    }
}

#[test]
fn classes_in_words() {
    for (class, code, label) in [
        (Class::Exact, "exact", "exact"),
        (Class::Consistent, "consistent", "consistent"),
        (Class::Inconsistent, "inconsistent", "inconsistent"),
        (Class::Suppressed(Suppression::AboveHundred), "suppressed", "suppressed"),
        (Class::NotDerivable, "not_derivable", "not derivable"),
    ] {
        assert_eq!((class.code(), class.label(), class.to_string()), (code, label, label.to_owned()));
    }
    assert_eq!(format!("{:>15}|", Class::NotDerivable), "  not derivable|");
    let words: Vec<_> = Suppression::ALL.iter().map(|one| (one.code(), one.label())).collect();
    assert_eq!(
        words,
        [
            ("zero_denominator", "the denominator is 0"),
            ("symbol_of_count", "a count shows the same symbol"),
            ("other_symbol_of_count", "a count shows another symbol"),
            ("above_100", "the rate is above 100%"),
            ("rounds_to_zero", "the rate is above 0 but rounds to 0"),
            ("unexplained", "no rule explains it"),
        ]
    );
}

/// What the row's own findings make of each class.
#[test]
fn findings_of_a_row() {
    let line = devon().with_all([
        ("inpost_fte", "100"),
        ("inpost_headcount", "100"),
        ("leavers_fte", "12"),
        ("leavers_headcount", "12"),
        ("turnover_rate_fte", "13"),
        ("turnover_rate_headcount", "c"),
        ("agency_rate_fte", "0"),
        ("agency_rate_headcount", "low"),
        ("vacancy_rate_fte", "0"),
        ("caseload_fte", "16"),
        ("absence_rate_fte", "0"),
    ]);
    let findings = line.row().findings();
    assert_eq!(
        findings.to_string(),
        "warning PUB-03 at 2021.E10000008.turnover_rate_fte: 13.0% is printed, but leavers_fte and inpost_fte give 12\n\
         warning PUB-04 at 2021.E10000008.turnover_rate_headcount: [c] does not follow from leavers_headcount and \
         inpost_headcount\n\
         warning PUB-04 at 2021.E10000008.agency_rate_headcount: [low] does not follow from agency_headcount and \
         inpost_headcount\n\
         warning PUB-05 at 2021.E10000008.caseload_fte: 16.0 cases per FTE is printed, but cases and case_holders_fte \
         give no rate: zero denominator"
    );
    let values: Vec<Vec<(String, String)>> = findings.iter().map(|one| one.values().to_vec()).collect();
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        values,
        [
            vec![value("published", "13.0%"), value("recomputed", "12")],
            vec![value("published", "[c]"), value("recomputed", "12")],
            vec![value("published", "[low]"), value("recomputed", "0")],
            vec![value("published", "16.0 cases per FTE")],
        ]
    );
    assert!(findings.is_ok());
    // A consistent rate and one withheld by a rule are in order; what the counts show among themselves comes last.
    let line = line.with_all([
        ("leavers_fte", "13"),
        ("turnover_rate_fte", "12.9"),
        ("turnover_rate_headcount", "12"),
        ("agency_rate_headcount", "0"),
        ("caseload_fte", "z"),
    ]);
    assert_eq!(
        line.row().findings().to_string(),
        "warning WRK-04 at 2021.E10000008.leavers_fte: 13 FTE of 12 people"
    );
    let symbols: Vec<_> = line.row().reconciliations().filter_map(|one| one.published().symbol()).collect();
    assert_eq!(symbols, [Symbol::NotApplicable; 3]);
}
