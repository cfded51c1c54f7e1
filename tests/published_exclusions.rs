//! Who was left out of an area's rate. The authorities are real, every figure is invented.

use childrens_services::{
    Indicator,
    kpi::catalogue,
    statistics::{Class, Reader, ReportingYear},
};

const HEADER: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
    old_la_code,new_la_code,la_name,inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,\
    leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,\
    agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,\
    vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte\n";

const ENGLAND: &str = "National,E92000001,England,,,,,";
const WEST_MIDLANDS: &str = "Regional,E92000001,England,E12000005,West Midlands,,,";
const BIRMINGHAM: &str = "Local authority,E92000001,England,E12000005,West Midlands,330,E08000025,Birmingham";
const DUDLEY: &str = "Local authority,E92000001,England,E12000005,West Midlands,332,E08000027,Dudley";

/// In post, agency and their rate, agency cover and its rate; nothing else is looked at.
type Figures = [&'static str; 5];

fn year(rows: &[(&str, Figures)]) -> ReportingYear {
    let mut text = HEADER.to_owned();
    for (area, [inpost, agency, agency_rate, cover, cover_rate]) in rows {
        let (level, area) = area.split_once(',').expect("a level and an area");
        text += &format!(
            "2024,Reporting year,{level},{area},{inpost},1,1,1,1,1,1,1,{agency},1,{agency_rate},1,{cover},\
             {cover_rate},1,1,1,1,1,1,1,1\n"
        );
    }
    let reader = Reader::new(text.as_bytes()).expect("a header");
    let mut years: Vec<_> = reader.reporting_years().collect::<Result<_, _>>().expect("every row is right");
    years.pop().expect("one year")
}

#[track_caller]
fn assert_exclusion(year: &ReportingYear, code: &str, rate: &Indicator, expected: &str) {
    let area = year.row(code).expect("the area is there");
    let exclusion = year.exclusion(area, rate).map(|exclusion| exclusion.to_string());
    assert_eq!(exclusion.as_deref(), Some(expected));
}

#[test]
fn low_counts_are_never_left_out_whatever_the_symbol_of_their_rate() {
    let year = year(&[
        (ENGLAND, ["1", "250", "1", "140", "80"]),
        (WEST_MIDLANDS, ["1", "200", "1", "100", "80"]),
        (BIRMINGHAM, ["1", "u", "u", "u", "u"]),
        (DUDLEY, ["1", "100", "1", "80", "80"]),
        ("Regional,E92000001,England,E12000001,North East,,,", ["1", "50", "1", "40", "80"]),
        (
            "Local authority,E92000001,England,E12000001,North East,394,E08000024,Sunderland",
            ["1", "low", "low", "low", "u"],
        ),
        (
            "Local authority,E92000001,England,E12000001,North East,840,E06000047,County Durham",
            ["1", "50", "1", "40", "80"],
        ),
    ]);
    assert_exclusion(
        &year,
        "E92000001",
        &catalogue::AGENCY_COVER_RATE_FTE,
        "without Birmingham [u] it is 80",
    );
}

/// 95.0 of 95.0 prints as `u` where it was 95.04 of 94.96.
#[test]
fn a_cover_rate_above_100_is_no_reason_even_where_rounding_hides_that_it_is() {
    let south_east = "Local authority,E92000001,England,E12000008,South East";
    let year = year(&[
        ("Regional,E92000001,England,E12000008,South East,,,", ["1", "1101", "1", "745", "74.4"]),
        (&format!("{south_east},936,E10000030,Surrey"), ["1", "100", "1", "u", "u"]),
        (&format!("{south_east},887,E06000035,Medway"), ["1", "1", "1", "1", "u"]),
        (&format!("{south_east},886,E10000016,Kent"), ["1", "1000", "1", "744", "74.4"]),
    ]);
    assert_exclusion(
        &year,
        "E12000008",
        &catalogue::AGENCY_COVER_RATE_FTE,
        "without Surrey [u] it is 74.425574",
    );
}

/// England's 15.3 follows without Birmingham alone (15.323), and without Kensington and Chelsea too (15.334). London's
/// 20.0 follows only without Kensington and Chelsea.
#[test]
fn a_symbol_is_left_out_of_all_areas_of_a_year_alike() {
    let inner = "Local authority,E92000001,England,E13000001,Inner London";
    let mut rows = [
        (ENGLAND, ["12160", "2210", "15.3", "1", "1"]),
        (WEST_MIDLANDS, ["1350", "250", "15", "1", "1"]),
        (BIRMINGHAM, ["500", "u", "u", "1", "1"]),
        (DUDLEY, ["850", "150", "15", "1", "1"]),
        ("Regional,E92000001,England,E12000007,London,,,", ["810", "200", "20", "1", "1"]),
        ("Regional,E92000001,England,E13000001,Inner London,,,", ["810", "200", "20", "1", "1"]),
        (&format!("{inner},207,E09000020,Kensington and Chelsea"), ["10", "x", "x", "1", "1"]),
        (&format!("{inner},202,E09000007,Camden"), ["800", "200", "20", "1", "1"]),
        ("Regional,E92000001,England,E12000008,South East,,,", ["10000", "1760", "15", "1", "1"]),
        (
            "Local authority,E92000001,England,E12000008,South East,886,E10000016,Kent",
            ["10000", "1760", "15", "1", "1"],
        ),
    ];
    let rate = &catalogue::AGENCY_RATE_FTE;
    assert_exclusion(&year(&rows), "E13000001", rate, "without Kensington and Chelsea [x] it is 20");
    assert_exclusion(
        &year(&rows),
        "E92000001",
        rate,
        "without Birmingham [u] and Kensington and Chelsea [x] it is 15.334302",
    );

    // With Kensington and Chelsea in London's rates it is in England's.
    for london in [4, 5] {
        rows[london].1[2] = "19.8";
    }
    assert_exclusion(&year(&rows), "E92000001", rate, "without Birmingham [u] it is 15.323166");
}

/// As England's agency rate of 2024: without Birmingham it is 2112.6 of 13772.6, which is 15.339% and prints as
/// 15.3; without Kensington and Chelsea too it is 2112.6 of 13762.6, which is 15.350% and could be 15.3 only by
/// the rounding of its counts. That London's rates are without Kensington and Chelsea does not outweigh it.
#[test]
fn what_gives_the_printed_figure_goes_before_what_rounding_allows() {
    let inner = "Local authority,E92000001,England,E13000001,Inner London";
    let kensington = format!("{inner},207,E09000020,Kensington and Chelsea");
    let camden = format!("{inner},202,E09000007,Camden");
    let rate = &catalogue::AGENCY_RATE_FTE;
    // In 2024 its count is `u` and its rate `x`.
    for agency in ["x", "u"] {
        let printed = year(&[
            (ENGLAND, ["12160", "2212.6", "15.3", "1", "1"]),
            (WEST_MIDLANDS, ["1350", "250", "15", "1", "1"]),
            (BIRMINGHAM, ["500", "u", "u", "1", "1"]),
            (DUDLEY, ["850", "150", "15", "1", "1"]),
            ("Regional,E92000001,England,E12000007,London,,,", ["810", "200", "20", "1", "1"]),
            ("Regional,E92000001,England,E13000001,Inner London,,,", ["810", "200", "20", "1", "1"]),
            (&kensington, ["10", agency, "x", "1", "1"]),
            (&camden, ["800", "200", "20", "1", "1"]),
            ("Regional,E92000001,England,E12000008,South East,,,", ["10000", "1762.6", "15", "1", "1"]),
            (
                "Local authority,E92000001,England,E12000008,South East,886,E10000016,Kent",
                ["10000", "1762.6", "15", "1", "1"],
            ),
        ]);
        assert_exclusion(&printed, "E92000001", rate, "without Birmingham [u] it is 15.339152");
        let of_england = printed.exclusion(printed.england().expect("its row is there"), rate);
        assert_eq!(of_england.map(|exclusion| exclusion.class()), Some(Class::Exact));
        // The others are explained as ever.
        assert_exclusion(&printed, "E12000005", rate, "without Birmingham [u] it is 15");
        for london in ["E12000007", "E13000001"] {
            assert_exclusion(&printed, london, rate, "without Kensington and Chelsea [x] it is 20");
        }
    }
}

/// What an authority withholds is a difference of printed counts, each of them rounded: four of 12.54 and 9.96 were
/// added up for 79.4, and print as 12.5 and 10.
#[test]
fn a_difference_of_many_counts_is_off_by_the_rounding_of_each() {
    let others = [("333", "E08000028"), ("334", "E08000029"), ("335", "E08000030"), ("336", "E08000031")];
    let others = others.map(|(dfe, ons)| {
        format!("Local authority,E92000001,England,E12000005,West Midlands,{dfe},{ons},One of four")
    });
    let mut rows =
        vec![(WEST_MIDLANDS, ["1", "90.2", "1", "59.8", "79.4"]), (BIRMINGHAM, ["1", "u", "u", "u", "u"])];
    rows.extend(others.iter().map(|area| (area.as_str(), ["1", "12.5", "1", "10", "79.4"])));
    let expected = "without Birmingham [u] it is 80";
    assert_exclusion(&year(&rows), "E12000005", &catalogue::AGENCY_COVER_RATE_FTE, expected);
}
