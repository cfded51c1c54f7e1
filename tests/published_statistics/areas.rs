//! The rows of a year together: who was left out of an area's rate, whether areas are the sums of their parts, benchmarks
//! and findings. All figures here are invented, save those of the South East of 2017 and the thirteen rows of 2019.

use super::*;
use childrens_services::{
    Symbol,
    kpi::catalogue,
    statistics::{Class, Parts, TotalClass},
};

const AGENCY_COVER: &Indicator = &catalogue::AGENCY_COVER_RATE_FTE;
const VACANCY_AGENCY_COVER: &Indicator = &catalogue::VACANCY_AGENCY_COVER_RATE_FTE;
const TURNOVER: &Indicator = &catalogue::TURNOVER_RATE_FTE;

fn north_somerset() -> Line {
    authority("E12000009", "802", "E06000024", "North Somerset")
}

/// What explains an area's rate, in words, and how the printed rate stands to it.
#[track_caller]
fn explained(year: &ReportingYear, code: &str, rate: &Indicator) -> Option<(String, Class)> {
    let exclusion = year.exclusion(row(year, code), rate)?;
    assert_eq!(exclusion.rate(), rate);
    Some((exclusion.to_string(), exclusion.class()))
}

#[track_caller]
fn without(year: &ReportingYear, rate: &Indicator, expected: &str) {
    assert_eq!(explained(year, "E12000009", rate), Some((expected.to_owned(), Class::Exact)));
}

/// Devon could not say how many of its 50 agency workers cover vacancies; of the others 30 of 50 do.
fn one_left_out() -> ReportingYear {
    year([
        &south_west().cover(["100", "30", "60", "60", "50"]),
        &devon().cover(["50", "x", "0", "x", "x"]),
        &gloucestershire().cover(["20", "10", "20", "50", "50"]),
        &wiltshire().cover(["30", "20", "40", "66.7", "50"]),
    ])
}

/// Source: Department for Education, *Children's social work workforce*, reporting year 2017, edition of March 2026:
/// agency workers, those covering vacancies, and the rate of them, of the South East and its authorities.
#[test]
fn the_south_east_of_2017_without_surrey() {
    let rates = |line: Line, [agency, cover, rate]: [&str; 3]| {
        line.cover([agency, cover, "0", rate, "z"]).with("time_period", "2017")
    };
    let authorities = [
        ("867", "E06000036", "Bracknell Forest", ["7", "5", "71.4"]),
        ("846", "E06000043", "Brighton and Hove", ["3", "2", "66.7"]),
        ("825", "E10000002", "Buckinghamshire", ["67.2", "30.8", "45.8"]),
        ("845", "E10000011", "East Sussex", ["1", "1", "100"]),
        ("850", "E10000014", "Hampshire", ["67", "56", "83.6"]),
        ("921", "E06000046", "Isle of Wight", ["7", "2.8", "40"]),
        ("886", "E10000016", "Kent", ["91", "80.7", "88.6"]),
        ("887", "E06000035", "Medway", ["54", "45.6", "84.4"]),
        ("826", "E06000042", "Milton Keynes", ["14.3", "14.3", "100"]),
        ("931", "E10000025", "Oxfordshire", ["38", "38", "100"]),
        ("851", "E06000044", "Portsmouth", ["3", "3", "100"]),
        ("870", "E06000038", "Reading", ["79", "39", "49.4"]),
        ("871", "E06000039", "Slough", ["39", "35", "89.7"]),
        ("852", "E06000045", "Southampton", ["16.4", "16.4", "100"]),
        ("936", "E10000030", "Surrey", ["93", "x", "x"]),
        ("869", "E06000037", "West Berkshire", ["20", "14", "70"]),
        ("938", "E10000032", "West Sussex", ["60.8", "60.8", "100"]),
        ("868", "E06000040", "Windsor and Maidenhead", ["32", "24", "75"]),
        ("872", "E06000041", "Wokingham", ["16", "14", "87.5"]),
    ];
    let lines: Vec<Line> = [rates(region("E12000008", "South East"), ["708.7", "482.4", "78.3"])]
        .into_iter()
        .chain(
            authorities
                .map(|(dfe, ons, name, numbers)| rates(authority("E12000008", dfe, ons, name), numbers)),
        )
        .collect();
    let year = year(&lines);
    let own = row(&year, "E12000008").reconciliation(AGENCY_COVER).unwrap();
    assert_eq!(own.to_string(), "agency_cover_rate_fte 78.3%: inconsistent (the counts give 68.068294)");
    let exclusion = year.exclusion(own.row(), AGENCY_COVER).unwrap();
    assert_eq!(exclusion.to_string(), "without Surrey [x] it is 78.349846");
    assert_eq!(exclusion.class(), Class::Exact);
    // Every authority has its part in the region's counts, Surrey none in those who cover.
    for (count, sum) in [(&catalogue::AGENCY_FTE, "708.7"), (&catalogue::AGENCY_COVER_FTE, "482.4")] {
        let total = year.totals().find(|total| total.count().code() == count.code()).unwrap();
        assert_eq!((total.class(), total.sum().to_string().as_str()), (TotalClass::AddsUp, sum));
    }
}

#[test]
fn an_authority_without_a_count_is_left_out() {
    let year = one_left_out();
    without(&year, AGENCY_COVER, "without Devon [x] it is 60");
    let exclusion = year.exclusion(row(&year, "E12000009"), AGENCY_COVER).unwrap();
    let one = &exclusion.left_out()[0];
    assert_eq!((exclusion.left_out().len(), one.code(), one.name()), (1, "E10000008", "Devon"));
    assert_eq!(one.symbol(), Symbol::NotAvailable);
    assert_eq!(exclusion.recomputed_rounded(1).to_string(), "60");
    // 30 of 60 follows from the area's own counts, so there is nothing to explain.
    assert_eq!(explained(&year, "E12000009", VACANCY_AGENCY_COVER), None);
    // An authority's own rate is nobody's sum; a count is no rate.
    assert_eq!(explained(&year, "E10000013", AGENCY_COVER), None);
    assert!(year.exclusion(row(&year, "E12000009"), &catalogue::AGENCY_FTE).is_none());
}

/// Without both 40 of 50, without either another rate.
#[test]
fn two_authorities_are_left_out() {
    let year = year([
        &south_west().cover(["150", "40", "0", "80", "z"]),
        &wiltshire().cover(["60", "x", "0", "x", "z"]),
        &devon().cover(["40", "x", "0", "x", "z"]),
        &gloucestershire().cover(["50", "40", "0", "80", "z"]),
    ]);
    without(&year, AGENCY_COVER, "without Wiltshire [x] and Devon [x] it is 80");
    // In the order of their codes, whatever that of the file.
    let exclusion = year.exclusion(row(&year, "E12000009"), AGENCY_COVER).unwrap();
    let codes: Vec<&str> = exclusion.left_out().iter().map(|one| one.code()).collect();
    assert_eq!(codes, ["E06000054", "E10000008"]);
}

#[test]
fn three_authorities_are_left_out() {
    let year = year([
        &south_west().cover(["200", "40", "0", "80", "z"]),
        &wiltshire().cover(["60", "x", "0", "x", "z"]),
        &devon().cover(["40", "x", "0", "x", "z"]),
        &north_somerset().cover(["50", "x", "0", "x", "z"]),
        &gloucestershire().cover(["50", "40", "0", "80", "z"]),
    ]);
    without(&year, AGENCY_COVER, "without North Somerset [x], Wiltshire [x] and Devon [x] it is 80");
}

/// First all with one symbol: without the `x` it is 60 / 100, without the `u` 60 / 80, without both 60 / 40.
#[test]
fn all_with_one_symbol_go_before_all_with_several() {
    let lines = |printed| {
        [
            south_west().cover(["140", "60", "0", printed, "z"]),
            devon().cover(["40", "x", "0", "x", "z"]),
            wiltshire().cover(["60", "u", "0", "u", "z"]),
            gloucestershire().cover(["40", "60", "0", "u", "z"]),
        ]
    };
    without(&year(&lines("60")), AGENCY_COVER, "without Devon [x] it is 60");
    without(&year(&lines("75")), AGENCY_COVER, "without Wiltshire [u] it is 75");
    without(&year(&lines("150")), AGENCY_COVER, "without Wiltshire [u] and Devon [x] it is 150");
}

/// Low reliability of a count: neither the numerator, which the area's count may hold, nor the denominator is in the
/// area's rate. Devon's leavers are what the South West's are more than the others': 30 - 10. Without: 10 of 100.
#[test]
fn an_authority_with_an_unreliable_count_is_left_out() {
    let year = year([
        &south_west().with_all([("inpost_fte", "150"), ("leavers_fte", "30"), ("turnover_rate_fte", "10")]),
        &devon().with_all([("inpost_fte", "50"), ("leavers_fte", "u"), ("turnover_rate_fte", "u")]),
        &gloucestershire().with_all([
            ("inpost_fte", "100"),
            ("leavers_fte", "10"),
            ("turnover_rate_fte", "10"),
        ]),
    ]);
    without(&year, TURNOVER, "without Devon [u] it is 10");
}

/// The denominator is a symbol: it is what the region has more than the others.
#[test]
fn a_share_is_taken_from_the_region() {
    let lines = |leavers, inpost| {
        [
            south_west().with_all([
                ("inpost_fte", "150"),
                ("leavers_fte", "30"),
                ("turnover_rate_fte", "25"),
            ]),
            devon().with_all([("inpost_fte", inpost), ("leavers_fte", leavers), ("turnover_rate_fte", "c")]),
            gloucestershire().with_all([
                ("inpost_fte", "100"),
                ("leavers_fte", "25"),
                ("turnover_rate_fte", "25"),
            ]),
        ]
    };
    without(&year(&lines("5", "c")), TURNOVER, "without Devon [c] it is 25");
    without(&year(&lines("c", "50")), TURNOVER, "without Devon [c] it is 25");
    without(&year(&lines("c", "c")), TURNOVER, "without Devon [c] it is 25");
    // What is left when two withhold is of both: 30 - 5 of 150 - 50.
    let both = lines("c", "c")
        .into_iter()
        .chain([wiltshire().with_all([("leavers_fte", "c"), ("turnover_rate_fte", "c")])]);
    let both: Vec<Line> = both.collect();
    without(&year(&both), TURNOVER, "without Wiltshire [c] and Devon [c] it is 25");
}

/// Each by itself comes first: 40 - 15 - 15 of 150 - 50 is 10%; with the rest taken off once, 40 - 15, it is 25%.
#[test]
fn the_rest_of_a_region_is_each_authoritys_share() {
    let line = |line: Line, numbers: [&str; 3]| {
        line.with_all([
            ("leavers_fte", numbers[0]),
            ("inpost_fte", numbers[1]),
            ("turnover_rate_fte", numbers[2]),
        ])
    };
    let lines = |printed| {
        [
            line(south_west(), ["40", "150", printed]),
            line(devon(), ["c", "50", "c"]),
            line(wiltshire(), ["c", "0", "c"]),
            line(gloucestershire(), ["25", "100", "25"]),
        ]
    };
    without(&year(&lines("10")), TURNOVER, "without Wiltshire [c] and Devon [c] it is 10");
    without(&year(&lines("25")), TURNOVER, "without Wiltshire [c] and Devon [c] it is 25");
}

/// Without its region's row there is nothing to take the share from.
#[test]
fn a_share_of_no_region_explains_nothing() {
    let year = year([
        &england().with_all([("inpost_fte", "150"), ("leavers_fte", "30"), ("turnover_rate_fte", "25")]),
        &devon().with_all([("inpost_fte", "50"), ("leavers_fte", "c"), ("turnover_rate_fte", "c")]),
        &gloucestershire().with_all([
            ("inpost_fte", "100"),
            ("leavers_fte", "25"),
            ("turnover_rate_fte", "25"),
        ]),
    ]);
    assert_eq!(explained(&year, "E92000001", TURNOVER), None);
}

/// The others alone have more than the region prints: the share is then nothing, not less.
#[test]
fn a_share_is_never_below_nought() {
    let year = year([
        &south_west().cover(["100", "30", "0", "60", "z"]),
        &devon().cover(["50", "x", "0", "x", "z"]),
        &gloucestershire().cover(["50", "40", "0", "80", "z"]),
    ]);
    without(&year, AGENCY_COVER, "without Devon [x] it is 60");
}

/// Nor is what is left of the area: then there is no rate.
#[test]
fn what_is_left_is_never_below_nought() {
    let year =
        year([&south_west().cover(["40", "30", "0", "60", "z"]), &devon().cover(["50", "x", "0", "x", "z"])]);
    assert_eq!(explained(&year, "E12000009", AGENCY_COVER), None);
}

/// England's rate, by a share of the South West.
#[test]
fn an_authority_is_left_out_of_england() {
    let year = year([
        &england().cover(["150", "80", "0", "80", "z"]),
        &south_west().cover(["100", "30", "0", "60", "z"]),
        &region("E12000008", "South East").cover(["50", "50", "0", "100", "z"]),
        &devon().cover(["50", "x", "0", "x", "z"]),
        &gloucestershire().cover(["50", "30", "0", "60", "z"]),
        &authority("E12000008", "938", "E10000032", "West Sussex").cover(["50", "50", "0", "100", "z"]),
    ]);
    let expected = ("without Devon [x] it is 80".to_owned(), Class::Exact);
    assert_eq!(explained(&year, "E92000001", AGENCY_COVER), Some(expected));
    without(&year, AGENCY_COVER, "without Devon [x] it is 60");
}

/// A joint return lies in Outer London, and Outer London in London, whose codes do not say so.
fn london() -> ReportingYear {
    let joint = authority(
        "E13000002",
        "314 / 318",
        "E09000021 / E09000027",
        "Kingston upon Thames / Richmond upon Thames",
    );
    year([
        &region("E12000007", "London").cover(["130", "60", "0", "75", "z"]),
        &region("E13000001", "Inner London").cover(["30", "24", "0", "80", "z"]),
        &region("E13000002", "Outer London").cover(["100", "36", "0", "72", "z"]),
        &joint.cover(["50", "x", "0", "x", "z"]),
        &authority("E13000001", "202", "E09000007", "Camden").cover(["30", "24", "0", "80", "z"]),
        &authority("E13000002", "317", "E09000026", "Redbridge").cover(["50", "36", "0", "72", "z"]),
    ])
}

#[test]
fn a_joint_return_is_left_out_of_london_and_its_part() {
    let year = london();
    let name = "Kingston upon Thames / Richmond upon Thames";
    // 60 / 80 and 36 / 50.
    let of_london = (format!("without {name} [x] it is 75"), Class::Exact);
    assert_eq!(explained(&year, "E12000007", AGENCY_COVER), Some(of_london));
    let of_outer_london = (format!("without {name} [x] it is 72"), Class::Exact);
    assert_eq!(explained(&year, "E13000002", AGENCY_COVER), Some(of_outer_london));
    assert_eq!(explained(&year, "E13000001", AGENCY_COVER), None);
    let exclusion = year.exclusion(row(&year, "E12000007"), AGENCY_COVER).unwrap();
    assert_eq!(exclusion.left_out()[0].code(), "E09000021 / E09000027");
}

/// Each printed number is rounded: without Devon, whose cover is what the region has beyond Gloucestershire's, it is 30
/// of 50, which stand for 29.85 to 30.15 of 49.9 to 50.1 and so for 59.58…% to 60.42…%. What prints as 59.6 goes up to
/// 59.65 and what prints as 60.4 begins with 60.35; 59.5 goes up to 59.55 and 60.5 begins with 60.45.
#[test]
fn what_rounding_allows_is_more_for_each_that_is_left_out() {
    let explained_as = |printed: &str| {
        let year = year([
            &south_west().cover(["100", "30", "0", printed, "z"]),
            &devon().cover(["50", "x", "0", "x", "z"]),
            &gloucestershire().cover(["50", "30", "0", "60", "z"]),
        ]);
        explained(&year, "E12000009", AGENCY_COVER).map(|(words, class)| {
            assert_eq!(words, "without Devon [x] it is 60");
            class
        })
    };
    assert_eq!(explained_as("60"), Some(Class::Exact));
    assert_eq!(explained_as("59.6"), Some(Class::Consistent));
    assert_eq!(explained_as("60.4"), Some(Class::Consistent));
    assert_eq!(explained_as("59.5"), None);
    assert_eq!(explained_as("60.5"), None);
}

/// Of several that are withheld one alone may have been left out; where two would do, nothing is said.
#[test]
fn a_choice_is_made_where_there_is_but_one() {
    let lines = |wiltshire_s| {
        [
            south_west().cover(["200", "30", "0", "20", "z"]),
            devon().cover(["50", "x", "0", "x", "z"]),
            wiltshire().cover([wiltshire_s, "x", "0", "x", "z"]),
            gloucestershire().cover(["50", "30", "0", "60", "z"]),
        ]
    };
    // 30 / (200 - 50), 30 / (200 - 100), 30 / (200 - 150).
    without(&year(&lines("100")), AGENCY_COVER, "without Devon [x] it is 20");
    assert_eq!(explained(&year(&lines("50")), "E12000009", AGENCY_COVER), None);
}

/// Without Devon and Wiltshire, all that withhold, it is 30 / 99.8, which prints as 30.1 and could be 30.0;
/// without Devon alone it is 30 / 100, which prints so.
#[test]
fn what_is_exact_goes_before_what_rounding_allows() {
    let lines = |printed| {
        [
            south_west().cover(["150", "30", "0", printed, "z"]),
            devon().cover(["50", "x", "0", "x", "z"]),
            wiltshire().cover(["0.2", "x", "0", "x", "z"]),
            gloucestershire().cover(["99.8", "30", "0", "30.1", "z"]),
        ]
    };
    without(&year(&lines("30")), AGENCY_COVER, "without Devon [x] it is 30");
    without(&year(&lines("30.1")), AGENCY_COVER, "without Wiltshire [x] and Devon [x] it is 30.06012");
    // Where nothing is exact, all that withhold are the ones.
    let within_rounding =
        ("without Wiltshire [x] and Devon [x] it is 30.06012".to_owned(), Class::Consistent);
    assert_eq!(explained(&year(&lines("30.2")), "E12000009", AGENCY_COVER), Some(within_rounding));
}

/// A cover above 100% is not that of a count withheld, so the authority is not left out.
#[test]
fn those_whose_cover_is_above_a_hundred_are_not_left_out() {
    let lines = |printed| {
        [
            south_west().cover(["120", "70", "0", printed, "z"]),
            devon().cover(["40", "x", "0", "x", "z"]),
            wiltshire().cover(["20", "30", "0", "u", "z"]),
            gloucestershire().cover(["60", "40", "0", "66.7", "z"]),
        ]
    };
    // 70 / 80; 40 / 100 and 40 / 60 would be without Wiltshire.
    without(&year(&lines("87.5")), AGENCY_COVER, "without Devon [x] it is 87.5");
    assert_eq!(explained(&year(&lines("40")), "E12000009", AGENCY_COVER), None);
    assert_eq!(explained(&year(&lines("66.7")), "E12000009", AGENCY_COVER), None);
}

/// What rounds to nought or has no meaning counts as nought and is not left out.
#[test]
fn low_and_not_applicable_are_not_left_out() {
    let year = year([
        &south_west().cover(["100", "30", "0", "60", "z"]),
        &devon().cover(["50", "low", "0", "low", "z"]),
        &wiltshire().cover(["0", "z", "0", "z", "z"]),
        &gloucestershire().cover(["50", "30", "0", "60", "z"]),
    ]);
    assert_eq!(explained(&year, "E12000009", AGENCY_COVER), None);
}

#[test]
fn nothing_explains_a_rate_that_follows_or_that_is_no_number() {
    let year = year([
        &south_west().cover(["100", "30", "0", "30", "c"]),
        &devon().cover(["50", "x", "0", "x", "x"]),
        &gloucestershire().cover(["50", "30", "0", "60", "z"]),
    ]);
    assert_eq!(explained(&year, "E12000009", AGENCY_COVER), None);
    assert_eq!(explained(&year, "E12000009", VACANCY_AGENCY_COVER), None);
    // Consistent will do.
    let consistent = self::year([
        &south_west().cover(["100", "30", "0", "30.1", "z"]),
        &devon().cover(["50", "x", "0", "x", "x"]),
    ]);
    assert_eq!(explained(&consistent, "E12000009", AGENCY_COVER), None);
}

#[test]
fn an_exclusion_on_the_wire() {
    let year = one_left_out();
    assert_eq!(
        serde_json::to_string(&year.exclusion(row(&year, "E12000009"), AGENCY_COVER)).unwrap(),
        concat!(
            r#"{"rate":"agency_cover_rate_fte","left_out":[{"code":"E10000008","name":"Devon","symbol":"[x]"}],"#,
            r#""recomputed":"60","class":"exact"}"#
        )
    );
}

/// Of an area one count, by what it is taken apart into.
#[track_caller]
fn total(year: &ReportingYear, code: &str, parts: Parts, count: &Indicator) -> (TotalClass, String) {
    let found = year.totals().find(|total| {
        (total.area().code(), total.parts(), total.count().code()) == (code, parts, count.code())
    });
    let total = found.unwrap_or_else(|| panic!("{code} has no total of {} by {parts}", count.code()));
    assert_eq!(total.published(), total.area().figure(count));
    (total.class(), total.to_string())
}

/// The South West's count against Devon's, Gloucestershire's and Wiltshire's.
#[track_caller]
fn of_three(count: &Indicator, whole: &str, three: [&str; 3]) -> (TotalClass, String) {
    let [of_devon, of_gloucestershire, of_wiltshire] = three;
    let code = count.code();
    let year = year([
        &south_west().with(code, whole),
        &devon().with(code, of_devon),
        &gloucestershire().with(code, of_gloucestershire),
        &wiltshire().with(code, of_wiltshire),
    ]);
    total(&year, "E12000009", Parts::LocalAuthorities, count)
}

#[track_caller]
fn adds(count: &Indicator, whole: &str, three: [&str; 3], class: TotalClass, words: &str) {
    assert_eq!(of_three(count, whole, three), (class, words.to_owned()));
}

#[test]
fn a_count_that_adds_up() {
    adds(
        &catalogue::INPOST_FTE,
        "60.6",
        ["10.1", "20.2", "30.3"],
        TotalClass::AddsUp,
        "South West prints 60.6 FTE as inpost_fte, its local authorities add up to 60.6",
    );
    adds(
        &catalogue::CASES,
        "6",
        ["1", "2", "3"],
        TotalClass::AddsUp,
        "South West prints 6 as cases, its local authorities add up to 6",
    );
    // Withheld, and yet nothing is lacking.
    adds(
        &catalogue::CASES,
        "3",
        ["1", "2", "x"],
        TotalClass::AddsUp,
        "South West prints 3 as cases, its local authorities add up to 3; withheld: Wiltshire [x]",
    );
}

/// Three numbers and their sum, each off by up to 0.05: 0.2 is the edge, 0.3 beyond. Whole counts are off by nothing.
#[test]
fn a_count_that_adds_up_within_rounding() {
    let three = ["10.1", "20.2", "30.3"];
    for whole in ["60.4", "60.5", "60.7", "60.8"] {
        assert_eq!(of_three(&catalogue::INPOST_FTE, whole, three).0, TotalClass::WithinRounding, "{whole}");
        assert_eq!(of_three(&catalogue::WORKING_DAYS_LOST_FTE, whole, three).0, TotalClass::WithinRounding);
    }
    for whole in ["60.3", "60.9"] {
        assert_eq!(of_three(&catalogue::INPOST_FTE, whole, three).0, TotalClass::DoesNotAddUp, "{whole}");
    }
    for whole in ["5", "7"] {
        assert_eq!(
            of_three(&catalogue::CASES, whole, ["1", "2", "3"]).0,
            TotalClass::DoesNotAddUp,
            "{whole}"
        );
    }
    // Two numbers and their sum: 0.1 is within, 0.2 beyond. `low` is off by up to 0.05 too, `z` by nothing.
    let fte = |whole, three| of_three(&catalogue::AGENCY_FTE, whole, three).0;
    assert_eq!(fte("30.4", ["10.1", "20.2", "z"]), TotalClass::WithinRounding);
    assert_eq!(fte("30.5", ["10.1", "20.2", "z"]), TotalClass::DoesNotAddUp);
    assert_eq!(fte("30.5", ["10.1", "20.2", "low"]), TotalClass::WithinRounding);
    assert_eq!(fte("30.6", ["10.1", "20.2", "low"]), TotalClass::DoesNotAddUp);
    // A nought is a number like others.
    assert_eq!(fte("30.5", ["10.1", "20.2", "0"]), TotalClass::WithinRounding);
}

#[test]
fn a_count_that_holds_what_parts_withhold() {
    for symbol in ["c", "u", "x"] {
        adds(
            &catalogue::WORKING_DAYS_LOST_FTE,
            "18931",
            ["17000", symbol, "500"],
            TotalClass::HoldsWithheld,
            &format!(
                "South West prints 18931.0 working days as working_days_lost_fte, its local authorities add up to 17500.0; \
                 withheld: Gloucestershire [{symbol}]"
            ),
        );
        // Less than the sum, it can hold nothing more.
        assert_eq!(of_three(&catalogue::CASES, "2", ["1", symbol, "2"]).0, TotalClass::DoesNotAddUp);
    }
    adds(
        &catalogue::CASES,
        "10",
        ["c", "1", "x"],
        TotalClass::HoldsWithheld,
        "South West prints 10 as cases, its local authorities add up to 1; withheld: Devon [c], Wiltshire [x]",
    );
    for symbol in ["low", "z"] {
        adds(
            &catalogue::CASES,
            "10",
            [symbol, "1", "2"],
            TotalClass::DoesNotAddUp,
            "South West prints 10 as cases, its local authorities add up to 3",
        );
    }
}

#[test]
fn a_count_that_cannot_be_compared() {
    for symbol in ["c", "low", "u", "x", "z"] {
        adds(
            &catalogue::CASES,
            symbol,
            ["1", "2", "3"],
            TotalClass::NotComparable,
            &format!("South West prints [{symbol}] as cases, its local authorities add up to 6"),
        );
    }
    // Starters in the layout that has none.
    let header = COLUMNS.join(",").replace("inpost_fte", "social_worker_fte").replace("starters_", "note_");
    let text = [header + "\n", south_west().text(), devon().text()].concat();
    let year = ReportingYear::all(rows(&text)).remove(0);
    let starters = total(&year, "E12000009", Parts::LocalAuthorities, &catalogue::STARTERS_FTE);
    let words = "South West has no starters_fte, its local authorities add up to 0.0";
    assert_eq!(starters, (TotalClass::NotComparable, words.to_owned()));
}

/// England against the nine regions and not the parts of London, London against its parts.
#[test]
fn areas_are_taken_apart_into_authorities_and_into_regions() {
    let year = year([
        &england().with("cases", "100"),
        &south_west().with("cases", "30"),
        &region("E12000007", "London").with("cases", "70"),
        &region("E13000001", "Inner London").with("cases", "50"),
        &region("E13000002", "Outer London").with("cases", "20"),
        &devon().with("cases", "30"),
        &authority("E13000001", "202", "E09000007", "Camden").with("cases", "50"),
        &authority("E13000002", "317", "E09000026", "Redbridge").with("cases", "21"),
    ]);
    let cases: Vec<_> = year
        .totals()
        .filter(|total| total.count().code() == "cases")
        .map(|total| (total.area().name(), total.parts(), total.class(), total.sum().to_string()))
        .collect();
    let sum = |text: &str| text.to_owned();
    assert_eq!(
        cases,
        [
            ("England", Parts::LocalAuthorities, TotalClass::DoesNotAddUp, sum("101")),
            ("South West", Parts::LocalAuthorities, TotalClass::AddsUp, sum("30")),
            ("London", Parts::LocalAuthorities, TotalClass::DoesNotAddUp, sum("71")),
            ("Inner London", Parts::LocalAuthorities, TotalClass::AddsUp, sum("50")),
            ("Outer London", Parts::LocalAuthorities, TotalClass::DoesNotAddUp, sum("21")),
            ("England", Parts::Regions, TotalClass::AddsUp, sum("100")),
            ("London", Parts::Regions, TotalClass::AddsUp, sum("70")),
        ]
    );
    let words = |code, parts| total(&year, code, parts, &catalogue::CASES).1;
    assert_eq!(words("E92000001", Parts::Regions), "England prints 100 as cases, its regions add up to 100");
    assert_eq!(words("E12000007", Parts::Regions), "London prints 70 as cases, its regions add up to 70");
    // Thirteen counts of each, in their order.
    let codes: Vec<&str> = year.totals().take(13).map(|total| total.count().code()).collect();
    assert_eq!(codes, counts().map(Indicator::code));
    assert_eq!(year.totals().count(), 7 * 13);
    // An area without parts among the rows has no totals.
    assert_eq!(self::year([&england(), &devon()]).totals().count(), 13);
    assert_eq!(self::year([&south_west()]).totals().count(), 0);
}

#[test]
fn totals_on_the_wire() {
    let code = "working_days_lost_fte";
    let year = year([
        &south_west().with(code, "18931").with("cases", "c"),
        &devon().with(code, "17500").with("cases", "2"),
        &gloucestershire().with(code, "c"),
    ]);
    let wire = |count: &Indicator| {
        let total = year.totals().find(|total| total.count().code() == count.code()).unwrap();
        let withheld: Vec<_> = total.withheld().map(|(row, symbol)| (row.name(), symbol)).collect();
        (serde_json::to_string(&total).unwrap(), withheld)
    };
    assert_eq!(
        wire(&catalogue::WORKING_DAYS_LOST_FTE),
        (
            concat!(
                r#"{"area":"E12000009","name":"South West","period":"year to 30 September 2021","#,
                r#""count":"working_days_lost_fte","parts":"local_authorities","#,
                r#""published":"18931.0 working days","sum":"17500.0","class":"holds_withheld","#,
                r#""withheld":[{"code":"E10000013","name":"Gloucestershire","symbol":"[c]"}]}"#
            )
            .to_owned(),
            vec![("Gloucestershire", Symbol::Confidential)]
        )
    );
    assert_eq!(
        wire(&catalogue::CASES),
        (
            concat!(
                r#"{"area":"E12000009","name":"South West","period":"year to 30 September 2021","#,
                r#""count":"cases","parts":"local_authorities","published":"[c]","sum":"2","#,
                r#""class":"not_comparable"}"#
            )
            .to_owned(),
            vec![]
        )
    );
}

#[test]
fn classes_and_parts_in_words() {
    let classes: Vec<_> = TotalClass::ALL.iter().map(|one| (one.code(), one.label())).collect();
    assert_eq!(
        classes,
        [
            ("adds_up", "adds up"),
            ("within_rounding", "adds up within rounding"),
            ("holds_withheld", "holds what parts withhold"),
            ("does_not_add_up", "does not add up"),
            ("not_comparable", "is not comparable"),
        ]
    );
    let parts: Vec<_> = Parts::ALL.iter().map(|one| (one.code(), one.label())).collect();
    assert_eq!(parts, [("local_authorities", "local authorities"), ("regions", "regions")]);
}

/// An area with staff, so that only what a test is about is unusual.
fn staffed(line: Line) -> Line {
    line.with_all([
        ("inpost_fte", "100"),
        ("inpost_headcount", "100"),
        ("turnover_rate_fte", "0"),
        ("turnover_rate_headcount", "0"),
        ("absence_rate_fte", "0"),
        ("agency_rate_headcount", "0"),
    ])
}

/// Each row's own first, in the order of the file, then the duplicates, then the totals.
#[test]
fn findings_of_a_year_in_order() {
    // 20 / (20 + 100) is 16.7%.
    let rates = |line: Line| {
        line.with_all([
            ("agency_headcount", "20"),
            ("agency_rate_fte", "16.7"),
            ("agency_rate_headcount", "16.7"),
            ("vacancy_rate_fte", "16.7"),
        ])
    };
    let year = year([
        &rates(staffed(south_west()).cover(["20", "10", "20", "70", "50"])),
        &rates(staffed(devon()).cover(["20", "10", "20", "50", "50"])).with("cases", "5"),
        &rates(staffed(devon()).cover(["20", "10", "20", "50", "50"])).with("cases", "6"),
    ]);
    let findings = year.findings();
    assert_eq!(
        findings.to_string(),
        "warning PUB-03 at 2021.E12000009.agency_cover_rate_fte: 70.0% is printed, but agency_cover_fte and agency_fte \
         give 50\n\
         warning WRK-06 at 2021.E10000008.case_holders_fte: nobody holds the 5 cases\n\
         error PUB-01 at 2021.E10000008: line 4 has Devon again, with other figures than line 3\n\
         warning PUB-06 at 2021.E12000009.cases: South West prints 0 as cases, its local authorities add up to 5"
    );
    let values: Vec<_> = findings.iter().map(|one| one.values().to_vec()).collect();
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(values[0], [value("published", "70.0%"), value("recomputed", "50")]);
    assert!(values[2].is_empty());
    assert_eq!(values[3], [value("published", "0"), value("sum", "5")]);
    assert!(!findings.is_ok());
}

/// Both cover rates, each by its own authorities: of one name the other is the end.
#[test]
fn findings_say_what_explains_a_rate() {
    let rates = |line: Line, agency_rate, vacancy_rate| {
        line.with("agency_rate_fte", agency_rate).with("vacancy_rate_fte", vacancy_rate)
    };
    let area = rates(staffed(south_west()).cover(["100", "30", "90", "60", "75"]), "50", "47.4");
    let year = year([
        &area.clone().with_all([("inpost_fte", "100"), ("inpost_headcount", "300")]),
        &rates(staffed(devon()).cover(["50", "x", "50", "x", "x"]), "33.3", "33.3"),
        &rates(staffed(gloucestershire()).cover(["50", "30", "40", "60", "75"]), "33.3", "28.6"),
    ]);
    let findings = year.findings();
    let of_rates: Vec<String> =
        findings.iter().filter(|one| one.rule().id() == "PUB-03").map(ToString::to_string).collect();
    assert_eq!(
        of_rates,
        [
            "warning PUB-03 at 2021.E12000009.agency_cover_rate_fte: 60.0% is printed, but agency_cover_fte and agency_fte \
             give 30; without Devon [x] it is 60",
            "warning PUB-03 at 2021.E12000009.vacancy_agency_cover_rate_fte: 75.0% is printed, but agency_cover_fte and \
             vacancy_fte give 33.333333; without Devon [x] it is 75",
        ]
    );
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let values: Vec<_> =
        findings.iter().filter(|one| one.rule().id() == "PUB-03").map(|one| one.values().to_vec()).collect();
    assert_eq!(
        values,
        [
            [value("published", "60.0%"), value("recomputed", "30")],
            [value("published", "75.0%"), value("recomputed", "33.333333")],
        ]
    );
}

/// One cover rate is explained and the other is not.
#[test]
fn findings_do_not_explain_one_rate_by_another() {
    let findings = |agency_cover_rate, vacancy_agency_cover_rate| {
        let cover = ["100", "30", "90", agency_cover_rate, vacancy_agency_cover_rate];
        let year = year([
            &south_west().cover(cover),
            &devon().cover(["50", "x", "50", "x", "x"]),
            &gloucestershire().cover(["50", "30", "40", "60", "75"]),
        ]);
        let messages = year
            .findings()
            .into_iter()
            .filter(|one| one.rule().id() == "PUB-03" && one.place().starts_with("2021.E12000009."));
        messages.map(|one| one.message().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        findings("60", "99"),
        [
            "60.0% is printed, but agency_cover_fte and agency_fte give 30; without Devon [x] it is 60",
            "99.0% is printed, but agency_cover_fte and vacancy_fte give 33.333333",
        ]
    );
    assert_eq!(
        findings("99", "75"),
        [
            "99.0% is printed, but agency_cover_fte and agency_fte give 30",
            "75.0% is printed, but agency_cover_fte and vacancy_fte give 33.333333; without Devon [x] it is 75",
        ]
    );
}

/// The thirteen rows of 2019 as they are: England and the South East are more than the few authorities that are there.
#[test]
fn findings_of_published_rows() {
    let year = ReportingYear::all(rows(&thirteen())).remove(0);
    let own: Vec<String> =
        year.findings().iter().filter(|one| one.rule().id() != "PUB-06").map(ToString::to_string).collect();
    assert_eq!(
        own,
        [
            "warning WRK-04 at 2019.E10000031.leavers_fte: 91.3 FTE of 91 people",
            "warning WRK-01 at 2019.E10000032.agency_cover_fte: 75.9 FTE of agency workers cover 56.3 FTE of vacancies",
        ]
    );
    assert_eq!(year.findings().len(), 2 + 13 + 13 + 13);
}

#[test]
fn a_benchmark_of_a_year() {
    let year = ReportingYear::all(rows(&thirteen())).remove(0);
    let benchmark = |indicator, code| year.benchmark(indicator, code).map(|one| one.to_string());
    assert_eq!(
        benchmark(&catalogue::CASELOAD_FTE, "938").unwrap(),
        "Average caseload, year to 30 September 2019: 16.8 cases per FTE; England 16.9 cases per FTE, South East 16.7 \
         cases per FTE, statistical neighbours 15.9 cases per FTE (median of 10); rank 7 of 11 from the lowest, third \
         quartile; lower is better, and 6 others have a better figure"
    );
    // A symbol has no rank.
    let cover = year.benchmark(VACANCY_AGENCY_COVER, "938").unwrap();
    assert_eq!((cover.rank(), cover.rank_of()), (None, 10));
    assert_eq!(cover.figure().to_string(), "[u]");
    // Without the row of its region it is compared with England alone.
    let devon = year.benchmark(&catalogue::CASES, "878").unwrap();
    assert_eq!((devon.figure().to_string(), devon.region()), ("3088".to_owned(), None));
    assert_eq!(devon.england().unwrap().to_string(), "337202");
}

/// A London borough is compared with its part of London.
#[test]
fn a_benchmark_of_a_joint_return() {
    let year = london();
    let benchmark = year.benchmark(&catalogue::AGENCY_FTE, "314 / 318").unwrap();
    assert_eq!(
        benchmark.region().map(|(name, figure)| (name.to_owned(), figure.to_string())),
        Some(("Outer London".to_owned(), "100.0 FTE".to_owned()))
    );
    assert_eq!((benchmark.rank(), benchmark.rank_of()), (Some(2), 3));
    assert_eq!(benchmark.england(), None);
    assert_eq!(benchmark.statistical_neighbour_median(), None);
}

#[test]
fn a_benchmark_that_cannot_be() {
    let thirteen = ReportingYear::all(rows(&thirteen())).remove(0);
    let refused = |year: &ReportingYear, indicator: &Indicator, code| {
        year.benchmark(indicator, code).unwrap_err().to_string()
    };
    for code in ["999", "", "93", "938 ", "314 / 318"] {
        assert_eq!(
            refused(&thirteen, TURNOVER, code),
            format!("no row has DfE code {code:?}, of 11 rows given: the authority's own must be among them")
        );
    }
    assert_eq!(
        refused(&thirteen, TURNOVER, "E10000032"),
        "no row has DfE code \"E10000032\", of 11 rows given: that is the ONS code of West Sussex, whose DfE code is 938",
    );
    assert_eq!(
        refused(&london(), TURNOVER, "314"),
        "no row has DfE code \"314\", of 3 rows given: it is returned as \"314 / 318\"",
    );
    let own = Indicator::new(
        "own",
        "Own",
        childrens_services::Unit::PerCent,
        childrens_services::Polarity::Neutral,
    );
    let own = own.unwrap();
    assert_eq!(refused(&thirteen, &own, "938"), "the rows have no figures of own");
    let none = year([&england(), &south_west()]);
    assert_eq!(
        refused(&none, TURNOVER, "938"),
        "no row has DfE code \"938\", of 0 rows given: the authority's own must be among them"
    );
    // Two areas of one DfE code.
    let twice = year([&devon(), &wiltshire().with("old_la_code", "878")]);
    assert_eq!(
        refused(&twice, TURNOVER, "878"),
        "DfE code \"878\" is given twice: an authority has one row, its own or that of a joint return"
    );
}

#[test]
fn what_a_total_has_more_than_its_parts() {
    let difference = |whole: &str, [first, second]: [&str; 2]| {
        let year = year([
            &south_west().with("agency_fte", whole),
            &devon().with("agency_fte", first),
            &gloucestershire().with("agency_fte", second),
        ]);
        let total = year.totals().find(|total| total.count().code() == "agency_fte").unwrap();
        total.difference().map(|more| more.to_string())
    };
    assert_eq!(difference("30.5", ["10.1", "20.2"]).as_deref(), Some("0.2"));
    assert_eq!(difference("30", ["10.1", "20.2"]).as_deref(), Some("-0.3"));
    assert_eq!(difference("30", ["10", "x"]).as_deref(), Some("20"));
    assert_eq!(difference("x", ["10.1", "20.2"]), None);
}

/// The tables know which DfE code, which name and which region an ONS code has.
#[test]
fn codes_that_do_not_belong_together() {
    let found = |line: &Line| {
        let year = year([line]);
        let findings = year.findings();
        let own = findings.iter().filter(|one| one.rule().id() == "PUB-08").map(ToString::to_string);
        own.collect::<Vec<_>>()
    };
    assert_eq!(found(&devon()), [""; 0]);
    assert_eq!(found(&england()), [""; 0]);
    assert_eq!(found(&south_west()), [""; 0]);
    assert_eq!(found(&devon().with("la_name", "DEVON")), [""; 0]);
    assert_eq!(found(&authority("E13000001", "202", "E09000007", "Camden")), [""; 0]);
    assert_eq!(found(&authority("E12000007", "202", "E09000007", "Camden")), [""; 0]);
    assert_eq!(
        found(&devon().with("old_la_code", "938")),
        [
            "warning PUB-08 at 2021.E10000008.old_la_code: old_la_code is \"938\", but that of E10000008 is \"878\""
        ]
    );
    assert_eq!(
        found(&devon().with("la_name", "Dorset").with("region_code", "E12000008")),
        [
            "warning PUB-08 at 2021.E10000008.la_name: la_name is \"Dorset\", but that of E10000008 is \"Devon\"",
            "warning PUB-08 at 2021.E10000008.region_code: region_code is \"E12000008\", but that of E10000008 is \"E12000009\"",
        ]
    );
    assert_eq!(
        found(&authority("E13000002", "202", "E09000007", "Camden")),
        [
            "warning PUB-08 at 2021.E09000007.region_code: region_code is \"E13000002\", but that of E09000007 is \"E13000001\""
        ]
    );
    assert_eq!(
        found(&region("E12000009", "South East")),
        [
            "warning PUB-08 at 2021.E12000009.region_name: region_name is \"South East\", but that of E12000009 is \"South West\""
        ]
    );
    let joint = authority("E13000002", "314 / 318", "E09000021 / E09000027", "Kingston upon Thames");
    assert_eq!(
        found(&joint),
        [
            "warning PUB-08 at 2021.E09000021 / E09000027.la_name: la_name is \"Kingston upon Thames\", but that of E09000021 \
          / E09000027 is \"Kingston upon Thames / Richmond upon Thames\""
        ]
    );
    // Of a code that the tables have not nothing is known.
    assert_eq!(found(&devon().with("new_la_code", "E10000999").with("la_name", "Dorset")), [""; 0]);
}

/// Two rows with one DfE code would make every benchmark of the year impossible.
#[test]
fn a_dfe_code_that_stands_twice() {
    let year = year([&devon(), &wiltshire().with("old_la_code", "878")]);
    let findings = year.findings();
    let own: Vec<_> =
        findings.iter().filter(|one| one.rule().id() == "PUB-01").map(ToString::to_string).collect();
    assert_eq!(
        own,
        [
            "error PUB-01 at 2021.E06000054.old_la_code: line 3 has DfE code 878 again, which line 2 has for Devon"
        ]
    );
}

#[test]
fn a_row_is_found_by_each_of_its_keys() {
    let year = year([
        &devon(),
        &authority(
            "E13000002",
            "314 / 318",
            "E09000021 / E09000027",
            "Kingston upon Thames / Richmond upon Thames",
        ),
        &authority("E12000008", "825", "E10000002", "Buckinghamshire"),
    ]);
    let of = |code: &str| {
        let authority = childrens_services::LocalAuthority::with_ons_code(code).unwrap();
        year.row_of(authority).map(Row::name)
    };
    assert_eq!(of("E10000008"), Some("Devon"));
    // A member of a joint return, and an authority under its later code.
    assert_eq!(of("E09000027"), Some("Kingston upon Thames / Richmond upon Thames"));
    assert_eq!(of("E06000060"), Some("Buckinghamshire"));
    assert_eq!(of("E10000032"), None);
    assert_eq!(year.row_of_dfe_code("878").map(Row::name), Some("Devon"));
    assert_eq!(year.row_of_dfe_code("314 / 318").map(Row::code), Some("E09000021 / E09000027"));
    assert_eq!(year.row_of_dfe_code("314"), None);
    assert_eq!(year.row_of_dfe_code("E10000008"), None);
}

/// What other authorities withheld in another year explains nothing.
#[test]
fn an_area_of_another_year_is_not_explained() {
    let year_of = |time_period: &str| {
        let area = south_west().cover(["100", "60", "0", "75", "z"]);
        let withheld = devon().cover(["20", "x", "0", "x", "x"]);
        let other = gloucestershire().cover(["80", "60", "0", "75", "z"]);
        year([&area, &withheld, &other].map(|line| line.clone().with("time_period", time_period)).iter())
    };
    let (earlier, later) = (year_of("2020"), year_of("2021"));
    let area = row(&earlier, "E12000009");
    assert!(earlier.exclusion(area, AGENCY_COVER).is_some());
    assert_eq!(later.exclusion(area, AGENCY_COVER), None);
}

/// London is known by its code, however its name is written.
#[test]
fn london_in_capitals_is_the_sum_of_its_parts() {
    let year = year([
        &region("E12000007", "LONDON").with("cases", "7"),
        &region("E13000001", "Inner London").with("cases", "5"),
        &authority("E13000001", "202", "E09000007", "Camden").with("cases", "5"),
    ]);
    let of_london: Vec<_> = year
        .totals()
        .filter(|total| total.count().code() == "cases" && total.area().code() == "E12000007")
        .map(|total| (total.parts(), total.class()))
        .collect();
    assert_eq!(
        of_london,
        [(Parts::LocalAuthorities, TotalClass::DoesNotAddUp), (Parts::Regions, TotalClass::DoesNotAddUp)]
    );
}
