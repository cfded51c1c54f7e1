//! What a file may look like, and what comes out of it.

use super::*;
use childrens_services::{
    Figure, Headcount, LocalAuthority, Percent, Polarity, Reported, Symbol, Unit,
    kpi::catalogue,
    statistics::{Class, GeographicLevel},
};

/// The cells of a text without quotes.
fn cells(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The same columns in another order.
fn permuted(text: &str, order: &[usize]) -> String {
    let line = |cells: &Vec<String>| joined(&order.iter().map(|&at| cells[at].clone()).collect::<Vec<_>>());
    cells(text).iter().map(line).collect()
}

#[test]
fn columns_stand_in_any_order() {
    let text = thirteen();
    let expected = rows(&text);
    assert_eq!(expected.len(), 13);
    for (first, name) in COLUMNS.into_iter().enumerate() {
        let rotated: Vec<usize> = (0..COLUMNS.len()).map(|at| (at + first) % COLUMNS.len()).collect();
        assert_eq!(rows(&permuted(&text, &rotated)), expected, "from {name} on");
    }
    let backwards: Vec<usize> = (0..COLUMNS.len()).rev().collect();
    assert_eq!(rows(&permuted(&text, &backwards)), expected);
}

/// A name that is almost that of a column is another.
#[test]
fn other_columns_are_passed_over() {
    let text = thirteen();
    let expected = rows(&text);
    for name in ["caseworkers", "cases ", "Cases", "CASES", "", "\"a, b\"", "inpost_fte_%", "сases"] {
        for place in [0, 10, 32] {
            let mut number = 0;
            let wider = |cells: &Vec<String>| {
                let mut cells = cells.clone();
                cells.insert(
                    place,
                    if number == 0 { name.to_owned() } else { format!("not a number {number}") },
                );
                number += 1;
                cells.join(",") + "\n"
            };
            let wider: String = cells(&text).iter().map(wider).collect();
            assert_eq!(rows(&wider), expected, "{name:?} at {place}");
        }
    }
    // Two of one name that is not needed.
    let twice = text.replace('\n', ",note,note\n").replacen("2019\n", "2019,1,2\n", 1);
    assert_eq!(rows(&twice), expected);
}

#[test]
fn a_byte_order_mark_may_open_the_file() {
    let text = thirteen();
    assert_eq!(rows(&format!("\u{feff}{text}")), rows(&text));
    let quoted = format!("\u{feff}{}", text.replacen("time_period", "\"time_period\"", 1));
    assert_eq!(rows(&quoted), rows(&text));
}

/// The header's fields, and any other, may be quoted.
#[test]
fn any_field_may_be_quoted() {
    let text = thirteen();
    let quote = |line: &str| line.split(',').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let quoted: String = text.lines().map(|line| quote(line) + "\n").collect();
    assert_eq!(rows(&quoted), rows(&text));
    let row = devon().with("la_name", "Bristol, City of").row();
    assert_eq!((row.name(), row.line()), ("Bristol, City of", 2));
    assert_eq!(devon().with("la_name", "The \"Shire\"").row().name(), "The \"Shire\"");
}

/// The rows are the same, and so are their lines.
#[test]
fn lines_end_as_on_any_system() {
    let text = thirteen();
    let expected = rows(&text);
    let lines: Vec<u64> = expected.iter().map(Row::line).collect();
    assert_eq!(lines, Vec::from_iter(2..=14));
    for end in ["\n", "\r\n", "\r"] {
        let with_end = text.replace('\n', end);
        assert_eq!(rows(&with_end), expected, "{end:?}");
        assert_eq!(rows(with_end.trim_end()), expected, "{end:?}, none at the end of the file");
    }
    // Each line in its own way.
    let ends = ["\n", "\r\n", "\r"];
    let mixed: String =
        text.lines().zip(ends.iter().cycle()).map(|(line, end)| format!("{line}{end}")).collect();
    assert_eq!(rows(&mixed), expected);
}

#[test]
fn empty_lines_are_passed_over_and_counted() {
    let text = thirteen();
    for end in ["\n", "\r\n", "\r"] {
        let spaced = text.replace('\n', &end.repeat(3));
        for text in [&spaced, spaced.trim_end()] {
            let lines: Vec<u64> = rows(text).iter().map(Row::line).collect();
            assert_eq!(lines, Vec::from_iter((4..=40).step_by(3)), "{end:?}");
        }
        let late = format!("{end}{end}{}", text.replace('\n', end));
        assert_eq!(rows(&late)[0].line(), 4, "{end:?}");
    }
}

#[test]
fn a_source_may_give_one_byte_at_a_time() {
    let text = thirteen();
    let expected = rows(&text);
    for text in [text.clone(), format!("\u{feff}{text}"), format!("\u{feff}{}", text.replace('\n', "\r\n"))] {
        let read = read(ByteByByte(text.as_bytes()));
        assert_eq!(read.into_iter().map(Result::unwrap).collect::<Vec<_>>(), expected);
    }
}

/// As a `Read` may be, for example by a signal.
#[test]
fn a_source_may_be_interrupted() {
    struct Interrupted<'a>(&'a [u8], bool);
    impl Read for Interrupted<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let len = buffer.len().min(100).min(self.0.len());
            self.0.read(&mut buffer[..len])
        }
    }
    let text = thirteen();
    let read = read(Interrupted(text.as_bytes(), false));
    assert_eq!(read.into_iter().map(Result::unwrap).collect::<Vec<_>>(), rows(&text));
}

#[test]
fn an_area_has_the_codes_of_its_level() {
    let rows = rows(&thirteen());
    let [england, south_east, west_sussex] = [0, 1, 7].map(|place| &rows[place]);

    assert_eq!(england.to_string(), "England (E92000001), year to 30 September 2019");
    assert_eq!(england.level(), GeographicLevel::National);
    assert_eq!((england.code(), england.country_code()), ("E92000001", "E92000001"));
    assert_eq!((england.region_code(), england.dfe_code()), (None, None));

    assert_eq!(south_east.to_string(), "South East (E12000008), year to 30 September 2019");
    assert_eq!(south_east.level(), GeographicLevel::Regional);
    assert_eq!((south_east.code(), south_east.country_code()), ("E12000008", "E92000001"));
    assert_eq!((south_east.region_code(), south_east.dfe_code()), (Some("E12000008"), None));

    assert_eq!(west_sussex.to_string(), "West Sussex (E10000032), year to 30 September 2019");
    assert_eq!(west_sussex.level(), GeographicLevel::LocalAuthority);
    assert_eq!((west_sussex.code(), west_sussex.country_code()), ("E10000032", "E92000001"));
    assert_eq!((west_sussex.region_code(), west_sussex.dfe_code()), (Some("E12000008"), Some("938")));
    assert_eq!(west_sussex.local_authority(), LocalAuthority::with_ons_code("E10000032").ok());

    assert!(rows.iter().all(|row| row.is_known_area() && row.joint_return().is_none()));
    assert!([england, south_east].iter().all(|row| row.local_authority().is_none()));
}

#[test]
fn areas_are_known_by_their_own_code() {
    for (line, known) in [
        (region("E12000007", "London"), true),
        (region("E13000001", "Inner London"), true),
        (region("E13000002", "Outer London"), true),
        (region("E12000010", "Atlantis"), false),
        (region("E92000001", "England"), false),
        (england().with("country_code", "W92000004"), false),
        (authority("E12000010", "878", "E10000008", "Devon"), true),
        (authority("E12000009", "999", "E10000008", "Devon"), true),
        (authority("E12000009", "878", "E10000099", "Devon"), false),
        (authority("E12000009", "878", "E12000009", "Devon"), false),
        (authority("E13000002", "314 / 318", "E09000021 / E09000027", "both"), true),
        (authority("E13000002", "314 / 318", "E09000027 / E09000021", "both"), false),
    ] {
        let row = line.row();
        assert_eq!(row.is_known_area(), known, "{row}");
    }
}

#[test]
fn a_joint_return_has_both_codes() {
    let name = "Kingston upon Thames / Richmond upon Thames";
    let row = authority("E13000002", "314 / 318", "E09000021 / E09000027", name).row();
    assert_eq!(row.to_string(), format!("{name} (E09000021 / E09000027), year to 30 September 2021"));
    assert_eq!((row.code(), row.dfe_code()), ("E09000021 / E09000027", Some("314 / 318")));
    assert_eq!(row.joint_return().unwrap().dfe_codes(), "314 / 318");
    assert_eq!(row.local_authority(), None);
    assert!(row.is_known_area());
}

/// A whole number is one that was rounded to a whole number of tenths; what counts people or cases is exact.
#[test]
fn figures_are_as_printed() {
    let row = &rows(&thirteen())[7];
    let all: Vec<String> = indicators().map(|one| format!("{} {}", one.code(), printed(row, one))).collect();
    assert_eq!(
        all,
        [
            "inpost_fte 494.5 FTE",
            "inpost_headcount 536",
            "starters_fte 101.9 FTE",
            "starters_headcount 109",
            "leavers_fte 49.5 FTE",
            "leavers_headcount 54",
            "agency_fte 75.9 FTE",
            "agency_headcount 78",
            "agency_cover_fte 75.9 FTE",
            "vacancy_fte 56.3 FTE",
            "case_holders_fte 225.0 FTE",
            "cases 3770",
            "working_days_lost_fte 3005.0 working days",
            "turnover_rate_fte 10.0%",
            "turnover_rate_headcount 10.1%",
            "agency_rate_fte 13.3%",
            "agency_rate_headcount 12.7%",
            "agency_cover_rate_fte 100.0%",
            "vacancy_rate_fte 10.2%",
            "vacancy_agency_cover_rate_fte [u]",
            "caseload_fte 16.8 cases per FTE",
            "absence_rate_fte 2.4%",
        ]
    );
    assert_eq!(row.figure(&catalogue::INPOST_HEADCOUNT), Some(Figure::Exact(Headcount::new(536).into())));
    let turnover = Figure::rounded("10".parse::<Percent>().unwrap(), 1).unwrap();
    assert_eq!(row.figure(&catalogue::TURNOVER_RATE_FTE), Some(turnover));
    // The same with the nought.
    let with_nought = devon().with("inpost_fte", "10.0").row();
    assert_eq!(with_nought, devon().with("inpost_fte", "10").row());
    assert_eq!(printed(&with_nought, &catalogue::INPOST_FTE), "10.0 FTE");
    // An indicator that is no column.
    let own = Indicator::new("own", "Own", Unit::PerCent, Polarity::Neutral).unwrap();
    assert_eq!(row.figure(&own), None);
    assert_eq!(row.reconciliation(&own), None);
}

#[test]
fn the_counts_are_a_snapshot() {
    let rows = rows(&thirteen());
    let snapshot = rows[7].snapshot();
    assert_eq!(snapshot.period, rows[7].period());
    assert_eq!(snapshot.inpost_fte, Some(Reported::Known("494.5".parse().unwrap())));
    assert_eq!(snapshot.inpost_headcount, Some(Reported::Known(Headcount::new(536))));
    assert_eq!(snapshot.starters_fte, Some(Reported::Known("101.9".parse().unwrap())));
    assert_eq!(snapshot.starters_headcount, Some(Reported::Known(Headcount::new(109))));
    assert_eq!(snapshot.leavers_fte, Some(Reported::Known("49.5".parse().unwrap())));
    assert_eq!(snapshot.leavers_headcount, Some(Reported::Known(Headcount::new(54))));
    assert_eq!(snapshot.agency_fte, Some(Reported::Known("75.9".parse().unwrap())));
    assert_eq!(snapshot.agency_headcount, Some(Reported::Known(Headcount::new(78))));
    assert_eq!(snapshot.agency_cover_fte, Some(Reported::Known("75.9".parse().unwrap())));
    assert_eq!(snapshot.vacancy_fte, Some(Reported::Known("56.3".parse().unwrap())));
    assert_eq!(snapshot.case_holders_fte, Some(Reported::Known("225".parse().unwrap())));
    assert_eq!(snapshot.cases, Some(Reported::Known("3770".parse().unwrap())));
    assert_eq!(snapshot.working_days_lost_fte, Some(Reported::Known("3005".parse().unwrap())));
}

#[test]
fn symbols_are_read_in_every_spelling() {
    for (spellings, symbol) in [
        (&["c", "[c]"][..], Symbol::Confidential),
        (&["low", "[low]", "k", "[k]"], Symbol::Low),
        (&["u", "[u]"], Symbol::LowReliability),
        (&["x", "[x]", ":", "[:]"], Symbol::NotAvailable),
        (&["z", "[z]"], Symbol::NotApplicable),
    ] {
        for spelling in spellings {
            for one in indicators() {
                let row = devon().with(one.code(), *spelling).row();
                assert_eq!(row.figure(one).unwrap().symbol(), Some(symbol), "{spelling} as {}", one.code());
                assert_eq!(printed(&row, one), symbol.to_string());
            }
            let snapshot = devon().with("inpost_fte", *spelling).row().snapshot();
            assert_eq!(snapshot.inpost_fte, Some(Reported::Withheld(symbol)));
        }
    }
}

#[test]
fn years_are_those_of_a_period() {
    for year in ["1900", "2000", "2199"] {
        let row = devon().with("time_period", year).row();
        assert_eq!(row.period().to_string(), format!("year to 30 September {year}"));
    }
}

/// Two rows of the data file `csww_headline_measures_2017_to_2022.csv`.
///
/// Source: Department for Education, *Children's social work workforce*, reporting year 2022. Open Government Licence v3.0.
const OLDER: &str = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,\
new_la_code,la_name,social_worker_fte,leaver_fte,turnover_rate_fte_%,working_days_lost_fte,absence_rate_fte_%,\
agency_fte,agency_worker_rate_fte_%,agency_cover_fte,agency_cover_rate_fte_%,vacancy_fte,vacancy_rate_fte_%,\
vacancy_agency_cover_rate_fte_%,case_holders_fte,cases,caseload_fte,social_worker_headcount,leaver_headcount,\
turnover_rate_headcount_%,agency_headcount,agency_worker_rate_headcount_%
2022,Reporting year,National,E92000001,England,,,,,,31634.1,5422,17.1,283440.5,3.5,6759.7,17.6,5440.5,80.5,7912.9,\
20,68.8,20206,335563,16.6,33689,6111,18.1,6969,17.1
2022,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,382,E08000034,Kirklees,\
275.3,32,11.6,3505.4,5,0,0,0,0,30.1,9.9,0,129.9,2280,17.6,291,34,11.7,0,0
";

#[test]
fn the_layout_of_2023_and_before_is_understood() {
    let rows = rows(OLDER);
    let [england, kirklees] = [0, 1].map(|place| &rows[place]);
    let all = |row: &Row| -> Vec<String> {
        let figures = indicators().map(|one| Some((one.code().to_owned(), row.figure(one)?)));
        figures.flatten().map(|(code, figure)| format!("{code} {figure}")).collect()
    };
    assert_eq!(england.to_string(), "England (E92000001), year to 30 September 2022");
    assert_eq!(
        all(england),
        [
            "inpost_fte 31634.1 FTE",
            "inpost_headcount 33689",
            "leavers_fte 5422.0 FTE",
            "leavers_headcount 6111",
            "agency_fte 6759.7 FTE",
            "agency_headcount 6969",
            "agency_cover_fte 5440.5 FTE",
            "vacancy_fte 7912.9 FTE",
            "case_holders_fte 20206.0 FTE",
            "cases 335563",
            "working_days_lost_fte 283440.5 working days",
            "turnover_rate_fte 17.1%",
            "turnover_rate_headcount 18.1%",
            "agency_rate_fte 17.6%",
            "agency_rate_headcount 17.1%",
            "agency_cover_rate_fte 80.5%",
            "vacancy_rate_fte 20.0%",
            "vacancy_agency_cover_rate_fte 68.8%",
            "caseload_fte 16.6 cases per FTE",
            "absence_rate_fte 3.5%",
        ]
    );
    assert!(england.reconciliations().all(|one| one.class() == Class::Exact));
    assert_eq!(kirklees.to_string(), "Kirklees (E08000034), year to 30 September 2022");
    assert_eq!((kirklees.dfe_code(), kirklees.region_code()), (Some("382"), Some("E12000003")));
    let classes: Vec<String> = kirklees.reconciliations().map(|one| one.to_string()).collect();
    assert_eq!(
        classes,
        [
            "turnover_rate_fte 11.6%: exact (the counts give 11.623683)",
            "turnover_rate_headcount 11.7%: exact (the counts give 11.683849)",
            "agency_rate_fte 0.0%: exact (the counts give 0)",
            "agency_rate_headcount 0.0%: exact (the counts give 0)",
            "agency_cover_rate_fte 0.0%: not derivable",
            "vacancy_rate_fte 9.9%: exact (the counts give 9.855927)",
            "vacancy_agency_cover_rate_fte 0.0%: exact (the counts give 0)",
            "caseload_fte 17.6 cases per FTE: exact (the counts give 17.551963)",
            "absence_rate_fte 5.0%: exact (the counts give 5.032814)",
        ]
    );
    let findings = kirklees.findings();
    assert_eq!(
        findings.to_string(),
        "warning PUB-05 at 2022.E08000034.agency_cover_rate_fte: 0.0% is printed, but agency_cover_fte and agency_fte \
         give no rate: zero denominator"
    );
}

/// Nobody printed them, so they are neither 0 nor withheld.
#[test]
fn the_layout_of_2023_and_before_has_no_starters() {
    let rows = rows(OLDER);
    assert_eq!(rows[1].figure(&catalogue::STARTERS_FTE), None);
    assert_eq!(rows[1].figure(&catalogue::STARTERS_HEADCOUNT), None);
    assert_eq!(rows[1].snapshot().starters_fte, None);
    assert_eq!(rows[1].snapshot().starters_headcount, None);
}

/// Symbols there are those of the present layout.
#[test]
fn the_layout_of_2023_and_before_has_symbols() {
    let with_symbols = OLDER.replace(",275.3,32,11.6,", ",275.3,[c],[c],").replace(",30.1,9.9,", ",:,:,");
    let row = &rows(&with_symbols)[1];
    assert_eq!(printed(row, &catalogue::LEAVERS_FTE), "[c]");
    assert_eq!(printed(row, &catalogue::TURNOVER_RATE_FTE), "[c]");
    assert_eq!(printed(row, &catalogue::VACANCY_FTE), "[x]");
}

/// One layout's name among the other's does no harm: a column has two names, not a file two layouts.
#[test]
fn names_of_both_layouts_may_be_mixed() {
    let text = thirteen().replacen("leavers_fte", "leaver_fte", 1).replacen(
        "agency_rate_headcount",
        "agency_worker_rate_headcount_%",
        1,
    );
    assert_eq!(rows(&text), rows(&thirteen()));
}
