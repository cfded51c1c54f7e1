//! Rows gathered by reporting year.

use super::*;
use childrens_services::statistics::{ReadFault, ReportingYears};
use proptest::prelude::*;

const HELD: usize = ReportingYears::<&[u8]>::ROWS_HELD;

/// An invented authority of a year; its code says its number.
fn numbered(year: usize, number: usize) -> Line {
    devon().with("time_period", year.to_string()).with("new_la_code", format!("E{number:08}"))
}

/// Years and errors in the order in which they come, and the counts of rows at the end.
fn gathered(text: &str) -> (Vec<Result<ReportingYear, ReadError>>, [u64; 3]) {
    let mut years = Reader::new(text.as_bytes()).unwrap().reporting_years();
    let all: Vec<_> = (&mut years).collect();
    assert!(years.next().is_none(), "the iterator ended, and goes on");
    let reader = years.reader();
    let counts = [reader.rows_read(), reader.rows_given(), reader.rows_refused()];
    let in_years = |year: &ReportingYear| year.rows().len() + year.duplicates().len();
    let of_years: usize = all.iter().flatten().map(in_years).sum();
    let errors = all.iter().filter(|one| one.is_err()).count();
    assert_eq!(
        counts,
        [of_years + errors, of_years, errors].map(|count| count as u64),
        "rows read, given, refused"
    );
    (all, counts)
}

/// The years without an error among them.
fn all_years(text: &str) -> Vec<ReportingYear> {
    gathered(text).0.into_iter().map(|year| year.unwrap_or_else(|error| panic!("{error}"))).collect()
}

fn ends(years: &[ReportingYear]) -> Vec<String> {
    years.iter().map(|year| year.period().to_string().replace("year to 30 September ", "")).collect()
}

fn same_years(mut left: Vec<ReportingYear>, mut right: Vec<ReportingYear>) -> bool {
    left.sort_by_key(|year| year.period().end());
    right.sort_by_key(|year| year.period().end());
    left == right
}

#[test]
fn rows_of_a_year_come_together() {
    let lines: Vec<Line> = [2019, 2021, 2019, 2020, 2021, 2019]
        .into_iter()
        .enumerate()
        .map(|(number, year)| numbered(year, number))
        .collect();
    let text = file(&lines);
    let years = ReportingYear::all(rows(&text));
    // In the order in which each first comes, and within a year in that of the file.
    assert_eq!(ends(&years), ["2019", "2021", "2020"]);
    let lines: Vec<Vec<u64>> = years.iter().map(|year| year.rows().iter().map(Row::line).collect()).collect();
    assert_eq!(lines, [vec![2, 4, 7], vec![3, 6], vec![5]]);
    assert!(same_years(all_years(&text), years));
}

/// The year whose last row is furthest back comes first.
#[test]
fn years_of_a_short_file_come_in_the_order_of_their_last_rows() {
    let lines: Vec<Line> = [2019, 2021, 2019, 2020, 2021, 2019]
        .into_iter()
        .enumerate()
        .map(|(number, year)| numbered(year, number))
        .collect();
    assert_eq!(ends(&all_years(&file(&lines))), ["2020", "2021", "2019"]);
}

#[test]
fn an_area_is_found_by_its_code() {
    let text = thirteen();
    let year = all_years(&text).remove(0);
    for expected in rows(&text) {
        assert_eq!(year.row(expected.code()), Some(&expected));
    }
    for code in ["", "E10000033", "e10000032", "E1000003", "E100000322", "938", "West Sussex"] {
        assert_eq!(year.row(code), None);
    }
    assert_eq!(year.england().unwrap().name(), "England");
    assert_eq!(year.local_authorities().count(), 11);
    let of = |code| year.local_authorities_of(row(&year, code)).map(Row::name).collect::<Vec<_>>();
    assert_eq!(of("E12000008"), ["Hampshire", "Oxfordshire", "West Sussex"]);
    assert_eq!(of("E92000001").len(), 11);
    assert!(of("E10000032").is_empty());
}

/// Another country's rows are another year of the same period.
#[test]
fn a_year_is_of_one_country() {
    let text = file([&devon(), &devon().with("country_code", "W92000004"), &wiltshire()]);
    let years = all_years(&text);
    let countries = |years: &[ReportingYear]| -> Vec<(String, usize)> {
        years.iter().map(|year| (year.rows()[0].country_code().to_owned(), year.rows().len())).collect()
    };
    assert_eq!(countries(&years), [("W92000004".to_owned(), 1), ("E92000001".to_owned(), 2)]);
    assert_eq!(ReportingYear::all(rows(&text)).len(), 2);
}

#[test]
fn a_refused_row_is_an_error_among_the_years() {
    let text = file([&numbered(2019, 1), &numbered(2019, 2).with("cases", "many"), &numbered(2019, 3)]);
    let (all, counts) = gathered(&text);
    assert_eq!(counts, [3, 2, 1]);
    let shown: Vec<String> = all
        .iter()
        .map(|one| match one {
            Ok(year) => format!("{} rows", year.rows().len()),
            Err(error) => format!("{:?} in line {:?}", error.fault(), error.line()),
        })
        .collect();
    assert_eq!(shown, ["Field in line Some(3)", "2 rows"]);
}

/// More rows than are held, and each year comes whole when the next ones have filled the room.
#[test]
fn a_long_file_of_years_that_stand_together() {
    let per_year = 600;
    let lines: Vec<Line> =
        (2001..=2010).flat_map(|year| (0..per_year).map(move |number| numbered(year, number))).collect();
    assert!(lines.len() > HELD);
    let years = all_years(&file(&lines));
    assert_eq!(ends(&years), (2001..=2010).map(|year| year.to_string()).collect::<Vec<_>>());
    assert!(years.iter().all(|year| year.rows().len() == per_year && year.duplicates().is_empty()));
    // They are given while the file is read, not at its end.
    let text = file(&lines);
    let mut reading = Reader::new(text.as_bytes()).unwrap().reporting_years();
    assert_eq!(reading.next().unwrap().unwrap(), years[0]);
    assert_eq!(reading.reader().rows_read(), HELD as u64 + 1);
}

/// Two years row about, as many as are held; then others.
#[test]
fn a_long_file_of_years_that_stand_nearly_together() {
    let pairs = (0..HELD / 2).flat_map(|number| [numbered(2001, number), numbered(2002, number)]);
    let lines: Vec<Line> = pairs.chain((0..HELD).map(|number| numbered(2003, number))).collect();
    let years = all_years(&file(&lines));
    assert_eq!(ends(&years), ["2001", "2002", "2003"]);
    assert_eq!(years.iter().map(|year| year.rows().len()).collect::<Vec<_>>(), [HELD / 2, HELD / 2, HELD]);
}

/// It would make another year of that name, without the rest.
#[test]
fn a_row_after_its_year_was_given_is_refused() {
    let mut lines: Vec<Line> = (0..10).map(|number| numbered(2001, number)).collect();
    lines.extend((10..=HELD).map(|number| numbered(2002, number)));
    lines.extend([numbered(2001, 10), numbered(2003, 0), numbered(2001, 11), numbered(2002, 0)]);
    let (all, counts) = gathered(&file(&lines));
    let total = lines.len() as u64;
    assert_eq!(counts, [total, total - 2, 2]);
    let errors: Vec<_> = all.iter().filter_map(|one| one.as_ref().err()).collect();
    let line = HELD as u64 + 3;
    for (error, (line, number)) in errors.iter().zip([(line, 10), (line + 2, 11)]) {
        let code = numbered(2001, number).row().code().to_owned();
        assert_eq!(error.fault(), ReadFault::Order);
        assert_eq!(
            (
                error.line(),
                error.fields(),
                error.period().map(|period| period.to_string()).as_deref(),
                error.area()
            ),
            (Some(line), &[][..], Some("year to 30 September 2001"), Some(code.as_str()))
        );
        assert_eq!(
            error.to_string(),
            format!(
                "line {line}: a row of the year to 30 September 2001 comes after that year was given; the rows of a \
                 year, 4096 at most, must stand together"
            )
        );
    }
    let years: Vec<ReportingYear> = all.into_iter().flatten().collect();
    assert_eq!(ends(&years), ["2001", "2003", "2002"]);
    assert_eq!(years.iter().map(|year| year.rows().len()).collect::<Vec<_>>(), [10, 1, HELD - 8]);
}

/// As many as are held may stand in any order: the first row of the file may be the last year's.
#[test]
fn a_file_of_just_the_rows_held_may_stand_in_any_order() {
    let mut lines: Vec<Line> = (0..HELD - 1).map(|number| numbered(2002, number)).collect();
    lines.insert(0, numbered(2001, 0));
    let last = lines.len() - 1;
    lines[last] = numbered(2001, 1);
    let years = all_years(&file(&lines));
    assert_eq!(ends(&years), ["2002", "2001"]);
    assert_eq!(years[1].rows().len(), 2);
}

/// Five years of a few areas each, some of them twice.
fn shuffled() -> impl Strategy<Value = Vec<Line>> {
    let lines: Vec<Line> = (0..60).map(|number| numbered(2015 + number % 5, number / 6)).collect();
    Just(lines).prop_shuffle()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_short_file_gives_the_same_years_in_whatever_order(lines in shuffled()) {
        let text = file(&lines);
        let years = all_years(&text);
        prop_assert_eq!(years.len(), 5);
        prop_assert!(years.iter().any(|year| !year.duplicates().is_empty()));
        for year in &years {
            for row in year.rows() {
                prop_assert_eq!(year.row(row.code()), Some(row));
            }
            for again in year.duplicates() {
                prop_assert!(year.row(again.code()).unwrap().line() < again.line());
            }
        }
        prop_assert!(same_years(years, ReportingYear::all(rows(&text))));
    }
}

/// What is worked from a year lacks its refused rows, so the year says which they are.
#[test]
fn a_year_knows_the_rows_that_were_refused() {
    let text = file([
        &devon(),
        &gloucestershire().with("cases", "many"),
        &wiltshire().with("new_la_code", "E1"),
        &wiltshire().with("time_period", "2020").with("cases", "many"),
        &devon().with("time_period", "20"),
    ]);
    let mut years = Reader::new(text.as_bytes()).unwrap().reporting_years();
    let (given, errors): (Vec<_>, Vec<_>) = (&mut years).partition(Result::is_ok);
    assert_eq!(errors.len(), 4);
    assert_eq!((years.reader().rows_read(), years.reader().rows_refused()), (5, 4));
    // Of 2020 no row is left, so there is no such year.
    let [year] = &given[..] else { panic!("{given:?}") };
    let year = year.as_ref().unwrap();
    assert_eq!((year.period().to_string().as_str(), year.rows().len()), ("year to 30 September 2021", 1));
    let lines: Vec<_> = year.refused().iter().map(|error| (error.line(), error.area())).collect();
    assert_eq!(lines, [(Some(3), Some("E10000013")), (Some(4), None)]);
    let findings = year.findings();
    let own: Vec<_> =
        findings.iter().filter(|one| one.rule().id() == "PUB-07").map(ToString::to_string).collect();
    let [first, second] = year.refused() else { panic!("{findings}") };
    assert_eq!(
        own,
        [
            format!("error PUB-07 at 2021.E10000013: the row is missing: {first}"),
            format!("error PUB-07 at 2021.rows: the row is missing: {second}"),
        ]
    );
}

/// Refused rows wait as others do, so that a file of nothing else does not make memory grow.
#[test]
fn refused_rows_wait_no_longer_than_others() {
    let bad = devon().with("cases", "many");
    let lines: Vec<Line> = (0..=ReportingYears::<&[u8]>::ROWS_HELD)
        .map(|row| if row == 0 { devon() } else { bad.clone() })
        .chain([wiltshire()])
        .collect();
    let text = file(&lines);
    let mut years = Reader::new(text.as_bytes()).unwrap().reporting_years();
    let (given, errors): (Vec<_>, Vec<_>) = (&mut years).partition(Result::is_ok);
    let refused: Vec<_> = given.iter().map(|year| year.as_ref().unwrap().refused().len()).collect();
    assert_eq!(refused, [ReportingYears::<&[u8]>::ROWS_HELD]);
    // The last row comes after its year was given.
    assert_eq!(errors.len(), ReportingYears::<&[u8]>::ROWS_HELD + 1);
    assert_eq!(errors.last().unwrap().as_ref().unwrap_err().fault(), ReadFault::Order);
    let reader = years.reader();
    assert_eq!(reader.rows_read(), reader.rows_given() + reader.rows_refused());
}

/// A source that breaks off once, and would go on.
struct Failing<'a>(&'a [u8]);

impl std::io::Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.0.is_empty() {
            return Err(std::io::Error::other("the disk is gone"));
        }
        self.0.read(buffer)
    }
}

/// Whatever a year lacks when the source breaks off, it knows that it may lack something.
#[test]
fn years_know_that_the_source_broke_off() {
    let text = file([&devon(), &gloucestershire().with("time_period", "2020"), &wiltshire()]);
    let mut years = Reader::new(Failing(text.as_bytes())).unwrap().reporting_years();
    let error = years.next().unwrap().unwrap_err();
    assert_eq!(error.fault(), ReadFault::Source);
    let given: Vec<ReportingYear> = (&mut years).map(Result::unwrap).collect();
    let periods: Vec<String> = given.iter().map(|year| year.period().to_string()).collect();
    assert_eq!(periods, ["year to 30 September 2020", "year to 30 September 2021"]);
    for year in &given {
        assert_eq!(year.refused(), std::slice::from_ref(&error));
        let findings = year.findings();
        let own: Vec<_> =
            findings.iter().filter(|one| one.rule().id() == "PUB-07").map(|one| one.message()).collect();
        assert_eq!(own, ["rows may be missing: the source cannot be read from line 5 on: the disk is gone"]);
    }
    let reader = years.reader();
    assert_eq!((reader.rows_read(), reader.rows_given(), reader.rows_refused()), (3, 3, 0));
}
