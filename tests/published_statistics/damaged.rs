//! Every way in which a file or a row is refused, with the whole message, and that reading goes on after it.

use super::*;
use childrens_services::{
    Period,
    statistics::{FieldFault, ReadFault},
};

const SYMBOLS: &str = "or one of the symbols c, low (or k), u, x (or :), z";

/// What is expected in a column of numbers.
fn expected(column: &str) -> String {
    let (whole, most) = match column {
        "inpost_headcount" | "starters_headcount" | "leavers_headcount" | "agency_headcount" | "cases" => {
            (true, "4294967295")
        }
        "working_days_lost_fte" => (false, "10000000"),
        "caseload_fte" => (false, "100000000000000"),
        "agency_rate_fte" | "agency_rate_headcount" | "vacancy_rate_fte" => (false, "100"),
        _ if column.contains("_rate_") => (false, "100000000000000"),
        _ => (false, "1000000"),
    };
    match whole {
        true => format!("digits alone, at most {most}, {SYMBOLS}"),
        false => format!("digits, optionally a point and one digit more, at most {most}, {SYMBOLS}"),
    }
}

/// The columns of numbers.
fn numbers() -> impl Iterator<Item = &'static str> {
    COLUMNS[10..].iter().copied()
}

/// A line is refused for one of its fields, and the lines before and behind it are not.
#[track_caller]
fn refused(line: &Line, column: &str, found: &str, expected: &str) {
    let all = read(file([&gloucestershire(), line, &wiltshire()]).as_bytes());
    let lines: Vec<_> = all.iter().map(|row| row.as_ref().map(Row::line).ok()).collect();
    assert_eq!(lines, [Some(2), None, Some(3 + line.text().lines().count() as u64)]);
    let error = all[1].as_ref().unwrap_err();
    assert_eq!(error.to_string(), format!("line 3, column {column}: found {found:?}, expected {expected}"));
    assert_eq!(error.fault(), ReadFault::Field);
    assert_eq!(error.line(), Some(3));
    let [field] = error.fields() else { panic!("{error}") };
    assert_eq!((field.column(), field.found(), field.expected()), (column, found, expected));
}

/// A field of Devon's line is refused.
#[track_caller]
fn refused_field(column: &str, field: &str, expected: &str) {
    refused(&devon().with(column, field), column, field, expected);
}

#[track_caller]
fn header_refused(text: &str, message: &str) {
    let error = Reader::new(text.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), message);
    assert_eq!(error.fault(), ReadFault::Header);
    assert_eq!((error.line(), error.fields(), error.period(), error.area()), (None, &[][..], None, None));
}

/// A column by its name in messages.
fn named(column: &str) -> String {
    let older = match column {
        "inpost_fte" => "social_worker_fte",
        "inpost_headcount" => "social_worker_headcount",
        "leavers_fte" => "leaver_fte",
        "leavers_headcount" => "leaver_headcount",
        "turnover_rate_fte" => "turnover_rate_fte_%",
        "turnover_rate_headcount" => "turnover_rate_headcount_%",
        "agency_rate_fte" => "agency_worker_rate_fte_%",
        "agency_rate_headcount" => "agency_worker_rate_headcount_%",
        "agency_cover_rate_fte" => "agency_cover_rate_fte_%",
        "vacancy_rate_fte" => "vacancy_rate_fte_%",
        "vacancy_agency_cover_rate_fte" => "vacancy_agency_cover_rate_fte_%",
        "absence_rate_fte" => "absence_rate_fte_%",
        _ => return column.to_owned(),
    };
    format!("{column} (formerly {older})")
}

#[test]
fn each_column_is_needed() {
    for column in COLUMNS {
        let others: Vec<_> = COLUMNS.into_iter().filter(|name| *name != column).collect();
        header_refused(&others.join(","), &format!("the header has no column {}", named(column)));
    }
}

/// In the layout of 2023 and before, which has no starters; that it is this layout is known by those in post.
#[test]
fn each_column_of_the_older_layout_is_needed() {
    let columns = COLUMNS.into_iter().filter(|column| !column.starts_with("starters_"));
    let older: Vec<(&str, String)> = columns
        .map(|column| {
            let older = named(column);
            let older = older.split("formerly ").nth(1).map(|older| older.trim_end_matches(')').to_owned());
            (column, older.unwrap_or_else(|| column.to_owned()))
        })
        .collect();
    assert_eq!(older.len(), 30);
    for (column, _) in &older {
        let others: Vec<&str> =
            older.iter().filter(|(name, _)| name != column).map(|(_, older)| older.as_str()).collect();
        let also = if *column == "inpost_fte" { ", starters_fte, starters_headcount" } else { "" };
        header_refused(&others.join(","), &format!("the header has no column {}{also}", named(column)));
    }
}

/// All that are lacking are named: first those of the area, then counts, then rates.
#[test]
fn several_columns_that_are_lacking_are_all_named() {
    for (text, first) in [
        ("", ""),
        ("\n", ""),
        ("\r\n\r\n", ""),
        ("\u{feff}", ""),
        ("a,b,c\n1,2,3\n", "a"),
        ("time_period;time_identifier;cases\n", "time_period;time_identifier;cases"),
    ] {
        let message =
            "the header has none of the columns time_period, geographic_level and so on, separated by commas";
        header_refused(text, &format!("{message}; it begins with {first:?}"));
    }
    let area = "time_identifier, geographic_level, country_code, country_name, region_code, region_name, old_la_code, \
                new_la_code, la_name";
    let numbers: Vec<String> = indicators().map(|one| named(one.code())).collect();
    let others = format!("the header has no column {area}, {}", numbers.join(", "));
    header_refused("time_period,b,c\n", &others);
    let two: Vec<_> = COLUMNS.into_iter().filter(|name| !matches!(*name, "cases" | "la_name")).collect();
    header_refused(&two.join(","), "the header has no column la_name, cases");
}

#[test]
fn no_column_stands_twice() {
    for (place, column) in COLUMNS.into_iter().enumerate() {
        let text = format!("{},{column}\n", COLUMNS.join(","));
        let expected = format!(
            "the header has the column {} twice: {column:?} is column 33, after column {}",
            named(column),
            place + 1
        );
        header_refused(&text, &expected);
    }
    header_refused(
        &format!("social_worker_fte,{}\n", COLUMNS.join(",")),
        "the header has the column inpost_fte (formerly social_worker_fte) twice: \"inpost_fte\" is column 12, after \
         column 1",
    );
}

#[test]
fn a_header_alone_has_no_rows() {
    assert!(read(file([]).as_bytes()).is_empty());
    assert!(read(COLUMNS.join(",").as_bytes()).is_empty());
    assert!(read(format!("{}\n\n", file([])).as_bytes()).is_empty());
    assert!(ReportingYear::all([]).is_empty());
}

#[test]
fn what_is_no_number_is_refused_in_every_column_of_numbers() {
    for column in numbers() {
        for field in [
            "494.5.1",
            "-1",
            "+1",
            "1,000",
            "1 000",
            "1e3",
            "0x1",
            ".5",
            "5.",
            ".",
            "1_000",
            "494.55",
            "10.00",
            "1.0.",
            "007",
            "00",
            "01.5",
            "00.5",
            "10%",
            "10 FTE",
            "10 cases",
            "10 days",
            "around 10",
            "exactly 10",
            "",
            " ",
            " 10",
            "10 ",
            "\u{a0}10",
            "10\t",
            "１０",
            "１０.５",
            "٣",
            "½",
            "−1",
            "NaN",
            "inf",
            "C",
            "[c",
            "c]",
            "[[c]]",
            "[ c ]",
            " c",
            "c, u",
            "lowest",
            "Low",
            "..",
            "n/a",
            "-",
            "null",
            "\u{feff}10",
            "10\u{0}",
            "1000000000000000000000000000000",
            "99999999999999999999999999999999999999999999999999999999",
            "1000000000000000000000000000000.5",
        ] {
            refused_field(column, field, &expected(column));
        }
    }
}

#[test]
fn whole_counts_have_no_fraction() {
    for column in ["inpost_headcount", "starters_headcount", "leavers_headcount", "agency_headcount", "cases"]
    {
        for field in ["10.5", "10.0", "0.0", "0.5"] {
            refused_field(column, field, &expected(column));
        }
    }
}

/// The greatest number is read, the next is refused.
#[test]
fn each_quantity_has_its_maximum() {
    for column in numbers() {
        let (most, above) = match column {
            "inpost_headcount" | "starters_headcount" | "leavers_headcount" | "agency_headcount"
            | "cases" => ("4294967295", "4294967296"),
            "working_days_lost_fte" => ("10000000.0", "10000000.1"),
            "caseload_fte" => ("100000000000000.0", "100000000000000.1"),
            "agency_rate_fte" | "agency_rate_headcount" | "vacancy_rate_fte" => ("100.0", "100.1"),
            _ if column.contains("_rate_") => ("100000000000000.0", "100000000000000.1"),
            _ => ("1000000.0", "1000000.1"),
        };
        let row = devon().with(column, most).row();
        let one = indicators().find(|one| one.code() == column).unwrap();
        assert!(printed(&row, one).starts_with(most), "{}", printed(&row, one));
        refused_field(column, above, &expected(column));
    }
}

/// What is found is shown by its first 60 characters.
#[test]
fn a_long_field_is_shortened_in_the_message() {
    let shown = format!("{}…", "9".repeat(60));
    refused(&devon().with("cases", "9".repeat(100)), "cases", &shown, &expected("cases"));
}

#[test]
fn a_row_has_as_many_fields_as_the_header() {
    let line = devon().text();
    let cut = line.rsplit_once(',').unwrap().0;
    for (text, found) in [
        (format!("{cut}\n"), 31),
        (format!("{},1\n", line.trim_end()), 33),
        (format!("{},\n", line.trim_end()), 33),
        ("2021\n".to_owned(), 1),
        (" \n".to_owned(), 1),
        ("\"\"\n".to_owned(), 1),
    ] {
        let text = format!("{}{text}{}", file([&gloucestershire()]), wiltshire().text());
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let all = read(text.as_bytes());
            let lines: Vec<_> = all.iter().map(|row| row.as_ref().map(Row::line).ok()).collect();
            assert_eq!(lines, [Some(2), None, Some(4)]);
            let error = all[1].as_ref().unwrap_err();
            assert_eq!(error.to_string(), format!("line 3: the row has {found} fields, the header 32"));
            assert_eq!((error.fault(), error.line()), (ReadFault::Width, Some(3)));
            assert_eq!((error.fields(), error.period(), error.area()), (&[][..], None, None));
        }
    }
    // A file that breaks off.
    let all = read(format!("{}{}", file([&gloucestershire()]), &line[..70]).as_bytes());
    assert_eq!(all[1].as_ref().unwrap_err().to_string(), "line 3: the row has 7 fields, the header 32");
}

/// A quote that nobody closes makes one field of all that follows; the message says how far it went.
#[test]
fn a_stray_quote_swallows_what_follows() {
    let text = thirteen().replacen("South East,850", "\"South East,850", 1);
    for end in ["\n", "\r\n", "\r"] {
        let text = text.replace('\n', end);
        for text in [&text, text.trim_end()] {
            let all = read(text.as_bytes());
            assert_eq!(all.len(), 6);
            let error = all[5].as_ref().unwrap_err();
            assert_eq!(error.to_string(), "line 7 (to line 14): the row has 7 fields, the header 32");
            assert_eq!((error.fault(), error.line()), (ReadFault::Width, Some(7)));
        }
    }
    // Up to the next quote.
    let two = text.replacen("Wiltshire,", "Wiltshire\",", 1);
    let all = read(two.as_bytes());
    assert_eq!(all.len(), 6);
    assert_eq!(
        all[5].as_ref().unwrap_err().to_string(),
        "line 7 (to line 14): the row has 29 fields, the header 32"
    );
    let two = text.replacen("878,", "878\",", 1);
    let all = read(two.as_bytes());
    assert_eq!(
        all[5].as_ref().unwrap_err().to_string(),
        "line 7 (to line 10): the row has 31 fields, the header 32"
    );
    assert_eq!(all[6].as_ref().unwrap().line(), 11);
}

/// In the last column of the last row it could be passed over in silence.
#[test]
fn a_quote_at_the_very_end_is_no_part_of_a_number() {
    let text = file([&devon().with_all(rates().map(|rate| (rate.code(), "0")))]);
    let all = read(format!("{}\"", text.trim_end()).as_bytes());
    assert_eq!(
        all[0].as_ref().unwrap_err().to_string(),
        format!(
            "line 2, column absence_rate_fte: found \"0\\\"\", expected {}",
            expected("absence_rate_fte")
        )
    );
}

#[test]
fn a_year_is_four_digits() {
    for year in [
        "",
        "19",
        "20199",
        "201819",
        "2018/19",
        "2019.",
        " 2019",
        "+201",
        "1899",
        "2200",
        "0000",
        "２０１９",
        "year",
    ] {
        refused_field("time_period", year, "a year from 1900 to 2199");
    }
}

#[test]
fn the_identifier_is_the_reporting_year() {
    for identifier in ["", "Calendar year", "reporting year", "Reporting year ", "Financial year"] {
        refused_field("time_identifier", identifier, "\"Reporting year\"");
    }
}

#[test]
fn a_level_is_one_of_three() {
    for level in
        ["", "Local Authority", "local authority", "LA", "Local authority ", "Country", "Regional\u{a0}"]
    {
        refused_field("geographic_level", level, "\"National\", \"Regional\", \"Local authority\"");
    }
}

#[test]
fn codes_have_their_shape() {
    let misshapen = [
        "",
        "E1000000",
        "E100000081",
        "e10000008",
        "E1000000A",
        "110000008",
        " E10000008",
        "E10000008 ",
        "EE0000008",
        "E10000008/E10000009",
        "E10000008 / ",
        "E10000008 /  E1000009",
        "E10000008 / e10000009",
        "É0000008",
        "E09000021 - E09000027",
        "E09000021 / E09000027 ",
        "x",
        "z",
    ];
    for code in misshapen {
        for column in ["country_code", "region_code"] {
            refused_field(column, code, "an ONS code such as E12000008");
        }
        refused_field("new_la_code", code, "an ONS code such as E10000032, or two with \" / \" between them");
        refused(
            &south_west().with("region_code", code),
            "region_code",
            code,
            "an ONS code such as E12000008",
        );
        refused(&england().with("country_code", code), "country_code", code, "an ONS code such as E12000008");
    }
    for code in ["", "87", "8780", "87a", " 878", "314/318", "314 / 31", "314 - 318", "314 / 318 / 319", "x"]
    {
        refused_field(
            "old_la_code",
            code,
            "a DfE code of three digits such as 938, or two with \" / \" between them",
        );
    }
}

/// Which area a row is of must not be in doubt.
#[test]
fn codes_stand_on_their_own_level_only() {
    let nation = "nothing in a row of level \"National\"";
    refused(&england().with("region_code", "E12000009"), "region_code", "E12000009", nation);
    refused(&england().with("old_la_code", "878"), "old_la_code", "878", nation);
    refused(&england().with("new_la_code", "E10000008"), "new_la_code", "E10000008", nation);
    refused(&england().with("new_la_code", "z"), "new_la_code", "z", nation);
    let region = "nothing in a row of level \"Regional\"";
    refused(&south_west().with("old_la_code", "878"), "old_la_code", "878", region);
    refused(&south_west().with("new_la_code", "E10000008"), "new_la_code", "E10000008", region);
    refused(&south_west().with("new_la_code", " "), "new_la_code", " ", region);
    // An authority under the name of another level.
    refused(&devon().with("geographic_level", "Regional"), "old_la_code", "878", region);
    refused(&devon().with("geographic_level", "National"), "region_code", "E12000009", nation);
}

#[test]
fn a_name_is_one_line_that_says_something() {
    let expected = "a name: UTF-8 text of one line that says something, of at most 200 bytes";
    for name in [
        "",
        " ",
        "-",
        "…",
        "Devon\t",
        "De\u{0}von",
        "\u{7f}Devon",
        "Devon\u{202e}",
        "De\u{ad}von",
        "\u{feff}Devon",
    ] {
        refused(&devon().with("la_name", name), "la_name", name, expected);
        refused(&south_west().with("region_name", name), "region_name", name, expected);
        refused(&england().with("country_name", name), "country_name", name, expected);
    }
    for name in ["Dèvon", "St. Helens", "'s-Hertogenbosch", "1", "東京", " Devon"] {
        assert_eq!(devon().with("la_name", name).row().name(), name);
    }
    // Names of other areas say nothing about the row.
    assert_eq!(devon().with("region_name", "").with("country_name", "\u{7}").row().name(), "Devon");
}

/// Bytes are put where the marks stand: first a text is written that no field has.
fn with_bytes(line: &Line, bytes: &[u8]) -> Vec<u8> {
    let text = file([line, &wiltshire()]);
    let (before, behind) = text.split_once("BYTES").unwrap();
    [before.as_bytes(), bytes, behind.as_bytes()].concat()
}

/// What is not UTF-8 is refused where it is needed, and shown as �.
#[test]
fn invalid_utf_8() {
    let bytes = [0xff, b'1', 0xc3];
    let message = |line: &Line| {
        let all = read(with_bytes(line, &bytes).as_slice());
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].as_ref().unwrap(), &rows(&file([&devon(), &wiltshire()]))[1]);
        all[0].as_ref().err().map(ToString::to_string)
    };
    let found = "found \"�1�\", expected";
    assert_eq!(
        message(&devon().with("cases", "BYTES")),
        Some(format!("line 2, column cases: {found} {}", expected("cases")))
    );
    assert_eq!(
        message(&devon().with("la_name", "BYTES")),
        Some(format!(
            "line 2, column la_name: {found} a name: UTF-8 text of one line that says something, of at most 200 bytes"
        ))
    );
    assert_eq!(
        message(&devon().with("new_la_code", "BYTES")),
        Some(format!(
            "line 2, column new_la_code: {found} an ONS code such as E10000032, or two with \" / \" between them"
        ))
    );
    assert_eq!(
        message(&devon().with("time_period", "BYTES")),
        Some(format!("line 2, column time_period: {found} a year from 1900 to 2199"))
    );
    assert_eq!(message(&devon().with("region_name", "BYTES")), None);
    // In the header they make another column.
    let header = file([]).replacen("cases", "BYTES", 1);
    let (before, behind) = header.split_once("BYTES").unwrap();
    let header = [before.as_bytes(), &bytes, behind.as_bytes()].concat();
    assert_eq!(Reader::new(header.as_slice()).unwrap_err().to_string(), "the header has no column cases");
}

/// Each row by itself: what one has wrong does not change the next.
#[test]
fn reading_goes_on_after_every_refusal() {
    let text = file([
        &devon().with("cases", "many"),
        &devon().with("time_period", "19"),
        &gloucestershire(),
        &devon().with("region_code", ""),
        &wiltshire().with("country_code", "England"),
        &wiltshire(),
    ]);
    let all: Vec<Result<String, String>> = read(text.as_bytes())
        .into_iter()
        .map(|row| row.map(|row| row.to_string()).map_err(|error| error.to_string()))
        .collect();
    let ons = "an ONS code such as E12000008";
    assert_eq!(
        all,
        [
            Err(format!("line 2, column cases: found \"many\", expected {}", expected("cases"))),
            Err("line 3, column time_period: found \"19\", expected a year from 1900 to 2199".to_owned()),
            Ok("Gloucestershire (E10000013), year to 30 September 2021".to_owned()),
            Err(format!("line 5, column region_code: found \"\", expected {ons}")),
            Err(format!("line 6, column country_code: found \"England\", expected {ons}")),
            Ok("Wiltshire (E06000054), year to 30 September 2021".to_owned()),
        ]
    );
}

/// In the order of the checks: area, name, numbers.
#[test]
fn all_faults_of_a_row_are_named() {
    let line = devon().with_all([("cases", "many"), ("inpost_fte", "few"), ("la_name", "")]);
    let all = read(file([&line]).as_bytes());
    let error = all[0].as_ref().unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "line 2, column la_name: found \"\", expected a name: UTF-8 text of one line that says something, of at most 200 bytes; column \
             inpost_fte: found \"few\", expected {}; column cases: found \"many\", expected {}",
            expected("inpost_fte"),
            expected("cases"),
        )
    );
    let columns: Vec<_> = error.fields().iter().map(FieldFault::column).collect();
    assert_eq!(columns, ["la_name", "inpost_fte", "cases"]);
    assert_eq!(
        (error.period(), error.area()),
        (Some(Period::reporting_year(2021).unwrap()), Some("E10000008"))
    );
}

/// Which row it was is said as far as it could be read.
#[test]
fn a_refused_row_has_its_year_and_its_area() {
    let of = |line: &Line| {
        let all = read(file([line]).as_bytes());
        let error = all[0].as_ref().unwrap_err();
        (error.period().map(|period| period.to_string()), error.area().map(str::to_owned))
    };
    let year = || Some("year to 30 September 2021".to_owned());
    let code = |code: &str| Some(code.to_owned());
    assert_eq!(of(&devon().with("cases", "many")), (year(), code("E10000008")));
    assert_eq!(of(&south_west().with("cases", "many")), (year(), code("E12000009")));
    assert_eq!(of(&england().with("cases", "many")), (year(), code("E92000001")));
    assert_eq!(of(&devon().with("new_la_code", "E1")), (year(), None));
    assert_eq!(of(&devon().with("time_period", "21")), (None, code("E10000008")));
    assert_eq!(of(&devon().with("geographic_level", "Ward")), (year(), None));
    assert_eq!(of(&england().with("country_code", "England")), (None, None));
}

/// A source that breaks off with an error once, and would go on.
#[derive(Debug)]
struct Failing<'a> {
    bytes: &'a [u8],
    rest: &'a [u8],
}

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.bytes.is_empty() {
            self.bytes = std::mem::take(&mut self.rest);
            return Err(io::Error::other("the disk is gone"));
        }
        self.bytes.read(buffer)
    }
}

/// The error comes once and names the line from which on nothing is known; then the iterator has ended, for what would
/// come might be the end of another row.
#[test]
fn a_source_that_fails() {
    let text = file([&devon(), &gloucestershire(), &wiltshire()]);
    let line = |number: usize| text.match_indices('\n').nth(number - 1).unwrap().0;
    for (at, given, message) in [
        (line(1) + 1, 0, "the source cannot be read from line 2 on: the disk is gone"),
        (line(2) - 1, 0, "the source cannot be read from line 2 on: the disk is gone"),
        (line(2) + 1, 1, "the source cannot be read from line 3 on: the disk is gone"),
        (line(3) - 20, 1, "the source cannot be read from line 3 on: the disk is gone"),
        (text.len(), 3, "the source cannot be read from line 5 on: the disk is gone"),
    ] {
        let (bytes, rest) = text.as_bytes().split_at(at);
        let mut reader = Reader::new(Failing { bytes, rest }).unwrap();
        let mut all: Vec<_> = (&mut reader).collect();
        assert_eq!((reader.rows_given(), reader.rows_refused()), (given, 0), "at {at}");
        let error = all.pop().unwrap().unwrap_err();
        assert_eq!(all.len() as u64, given);
        assert!(all.iter().all(Result::is_ok));
        assert_eq!(error.to_string(), message);
        assert_eq!(error.fault(), ReadFault::Source);
        assert_eq!((error.line(), error.fields(), error.period(), error.area()), (None, &[][..], None, None));
        assert!(reader.next().is_none() && reader.next().is_none());
    }
    for at in [0, 1, 2, 5, line(1)] {
        let (bytes, rest) = text.as_bytes().split_at(at);
        let error = Reader::new(Failing { bytes, rest }).unwrap_err();
        assert_eq!(error.to_string(), "the source cannot be read from line 1 on: the disk is gone");
        assert_eq!(error.fault(), ReadFault::Source);
    }
}

/// What was read before is given by its years all the same.
#[test]
fn years_of_a_source_that_fails() {
    let text = file([&devon(), &gloucestershire(), &wiltshire()]);
    let (bytes, rest) = text.as_bytes().split_at(text.len() - 10);
    let mut years = Reader::new(Failing { bytes, rest }).unwrap().reporting_years();
    let error = years.next().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the source cannot be read from line 4 on: the disk is gone");
    assert_eq!(years.next().unwrap().unwrap().rows().len(), 2);
    assert!(years.next().is_none());
}

/// Of an area's rows the first counts; what the others hold is told and kept apart.
#[test]
fn an_area_that_has_a_row_again() {
    let year = year([
        &devon().with("inpost_fte", "10"),
        &wiltshire(),
        &devon().with("inpost_fte", "10"),
        &devon().with("inpost_fte", "11"),
        &south_west(),
    ]);
    let lines = |rows: &[Row]| rows.iter().map(Row::line).collect::<Vec<_>>();
    assert_eq!((lines(year.rows()), lines(year.duplicates())), (vec![2, 3, 6], vec![4, 5]));
    assert_eq!(row(&year, "E10000008").line(), 2);
    assert_eq!(year.local_authorities().count(), 2);
    let findings = year.findings();
    let again: Vec<String> =
        findings.iter().filter(|one| one.rule().id() == "PUB-01").map(ToString::to_string).collect();
    assert_eq!(
        again,
        [
            "error PUB-01 at 2021.E10000008: line 4 has Devon again, with the same figures as line 2",
            "error PUB-01 at 2021.E10000008: line 5 has Devon again, with other figures than line 2",
        ]
    );
    assert!(!findings.is_ok());
    // The duplicates are not added to the region's sum: 10, not 31.
    let inpost = year.totals().next().unwrap();
    assert_eq!((inpost.count().code(), inpost.sum().to_string()), ("inpost_fte", "10".to_owned()));
}

#[test]
fn an_area_that_no_table_has() {
    let somebody = [("inpost_fte", "10"), ("inpost_headcount", "10"), ("absence_rate_fte", "0")];
    let staffed = |line: Line| {
        line.with_all(somebody).with_all([
            ("turnover_rate_fte", "0"),
            ("turnover_rate_headcount", "0"),
            ("agency_rate_fte", "0"),
            ("agency_rate_headcount", "0"),
            ("vacancy_rate_fte", "0"),
        ])
    };
    let findings = staffed(authority("E12000009", "878", "E10000099", "Lyonesse")).row().findings();
    assert_eq!(
        findings.to_string(),
        "warning PUB-02 at 2021.E10000099.code: \"E10000099\" (Local authority) is not in the table of areas"
    );
    assert_eq!(findings.iter().next().unwrap().values(), [("name".to_owned(), "Lyonesse".to_owned())]);
    let findings = staffed(region("E12000099", "Lyonesse")).row().findings();
    assert_eq!(
        findings.to_string(),
        "warning PUB-02 at 2021.E12000099.code: \"E12000099\" (Regional) is not in the table of areas"
    );
    assert!(staffed(devon()).row().findings().is_empty());
}

/// No row of the file goes over several lines. One that does is refused wherever the break is, for a quote that is not
/// closed would take in the rows behind it; the next is where it is.
#[test]
fn a_row_stands_on_one_line() {
    for end in ["\n", "\r\n", "\r"] {
        let text = file([
            &devon().with("region_name", "South\nWest"),
            &gloucestershire(),
            &wiltshire().with("country_name", "\n\n"),
            &england(),
        ]);
        for text in [&text, text.trim_end()] {
            let all = read(text.replace('\n', end).as_bytes());
            let lines: Vec<_> = all
                .iter()
                .map(|row| row.as_ref().map_or_else(|error| Err(error.to_string()), |row| Ok(row.line())))
                .collect();
            let refused = |lines: &str| {
                Err(format!("line {lines}: the row goes over several lines; a quote may be one too many"))
            };
            assert_eq!(lines, [refused("2 (to line 3)"), Ok(4), refused("5 (to line 7)"), Ok(8)], "{end:?}");
            let fault = all[0].as_ref().unwrap_err();
            assert_eq!((fault.fault(), fault.line()), (ReadFault::Lines, Some(2)));
        }
    }
}

/// Two stray quotes in a column that no authority's row needs would else join two rows and lose what is between them.
#[test]
fn stray_quotes_lose_no_row_in_silence() {
    let quoted = |line: Line| line.text().replace("a region", "\"a region");
    let text = [
        COLUMNS.join(",") + "\n",
        quoted(devon()),
        gloucestershire().text(),
        wiltshire().text().replace("a region", "a region\""),
        england().text(),
    ];
    let all = read(text.concat().as_bytes());
    assert!(all[0].is_err(), "{:?}", all[0]);
    // Everything to the end is one field of an extra column.
    let header = COLUMNS.join(",") + ",notes\n";
    let line = |line: Line, note: &str| line.text().replace('\n', &format!(",{note}\n"));
    let text = [
        header,
        line(devon(), ""),
        line(gloucestershire(), "\"a"),
        line(wiltshire(), ""),
        line(england(), ""),
    ];
    let all = read(text.concat().as_bytes());
    let refused = all[1].as_ref().unwrap_err().to_string();
    assert_eq!(refused, "line 3 (to line 5): the row goes over several lines; a quote may be one too many");
    assert_eq!(all.len(), 2);
}

/// What waits for the rest of its year has an end.
#[test]
fn a_name_has_an_end() {
    let expected = "a name: UTF-8 text of one line that says something, of at most 200 bytes";
    assert_eq!(devon().with("la_name", "D".repeat(200)).row().name().len(), 200);
    refused(&devon().with("la_name", "D".repeat(201)), "la_name", &format!("{}…", "D".repeat(60)), expected);
}
