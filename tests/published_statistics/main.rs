//! The Department's published workforce statistics: what is read and what is refused, years, rates set against their
//! counts, areas against their authorities, and laws.

#![allow(clippy::unwrap_used, reason = "what a file holds is part of its test")]

mod areas;
mod damaged;
mod laws;
mod reading;
mod reconciling;
mod years;

use childrens_services::{
    Indicator,
    statistics::{ReadError, Reader, ReportingYear, Row},
    workforce::{self, Count},
};
use proptest::{prelude::ProptestConfig, test_runner::FileFailurePersistence};
use std::{
    fs,
    io::{self, Read},
};

/// Cases that fail are kept beside the file of their law.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// The columns in the order of the edition of 2025.
const COLUMNS: [&str; 32] = [
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
    "inpost_fte",
    "inpost_headcount",
    "starters_fte",
    "starters_headcount",
    "leavers_fte",
    "leavers_headcount",
    "turnover_rate_fte",
    "turnover_rate_headcount",
    "agency_fte",
    "agency_headcount",
    "agency_rate_fte",
    "agency_rate_headcount",
    "agency_cover_fte",
    "agency_cover_rate_fte",
    "vacancy_fte",
    "vacancy_rate_fte",
    "vacancy_agency_cover_rate_fte",
    "case_holders_fte",
    "cases",
    "caseload_fte",
    "working_days_lost_fte",
    "absence_rate_fte",
];

/// The thirteen counts of a row, in the order of a snapshot.
fn counts() -> [&'static Indicator; 13] {
    std::array::from_fn(|at| Count::ALL[at].indicator())
}

/// The nine rates that are published, in the order of the file.
fn rates() -> [&'static Indicator; 9] {
    std::array::from_fn(|at| workforce::RATES[at].indicator)
}

/// Counts and rates together.
fn indicators() -> impl Iterator<Item = &'static Indicator> {
    counts().into_iter().chain(rates())
}

/// England, the South East, West Sussex and its ten neighbours in the reporting year 2019.
fn thirteen() -> String {
    fs::read_to_string("examples/data/workforce_2019.csv").unwrap()
}

/// One line of a file by its columns: an invented area where there is nothing to count, all counts 0 and all rates `z`.
#[derive(Debug, Clone)]
struct Line([String; 32]);

impl Line {
    #[track_caller]
    fn with(mut self, column: &str, text: impl Into<String>) -> Self {
        let place = COLUMNS.iter().position(|name| *name == column);
        self.0[place.unwrap_or_else(|| panic!("there is no column {column}"))] = text.into();
        self
    }

    #[track_caller]
    fn with_all<'a>(self, cells: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        cells.into_iter().fold(self, |line, (column, text)| line.with(column, text))
    }

    /// Agency workers, those of them who cover vacancies, vacancies, and the two cover rates.
    #[track_caller]
    fn cover(
        self,
        [agency, cover, vacancy, agency_cover_rate, vacancy_agency_cover_rate]: [&str; 5],
    ) -> Self {
        self.with_all([
            ("agency_fte", agency),
            ("agency_cover_fte", cover),
            ("vacancy_fte", vacancy),
            ("agency_cover_rate_fte", agency_cover_rate),
            ("vacancy_agency_cover_rate_fte", vacancy_agency_cover_rate),
        ])
    }

    fn text(&self) -> String {
        joined(&self.0)
    }

    /// The row of a file of this line alone.
    #[track_caller]
    fn row(&self) -> Row {
        rows(&file([self])).remove(0)
    }
}

/// England in 2021.
fn england() -> Line {
    let cells = COLUMNS.map(|column| match column {
        "time_period" => "2021",
        "time_identifier" => "Reporting year",
        "geographic_level" => "National",
        "country_code" => "E92000001",
        "country_name" => "England",
        _ if rates().into_iter().any(|rate| rate.code() == column) => "z",
        _ if counts().into_iter().any(|count| count.code() == column) => "0",
        _ => "",
    });
    Line(cells.map(str::to_owned))
}

fn region(code: &str, name: &str) -> Line {
    england().with_all([("geographic_level", "Regional"), ("region_code", code), ("region_name", name)])
}

fn south_west() -> Line {
    region("E12000009", "South West")
}

fn authority(region_code: &str, dfe_code: &str, ons_code: &str, name: &str) -> Line {
    region(region_code, "a region").with_all([
        ("geographic_level", "Local authority"),
        ("old_la_code", dfe_code),
        ("new_la_code", ons_code),
        ("la_name", name),
    ])
}

fn devon() -> Line {
    authority("E12000009", "878", "E10000008", "Devon")
}

fn gloucestershire() -> Line {
    authority("E12000009", "916", "E10000013", "Gloucestershire")
}

fn wiltshire() -> Line {
    authority("E12000009", "865", "E06000054", "Wiltshire")
}

fn joined(cells: &[String]) -> String {
    let quoted = |cell: &String| match cell.contains([',', '"', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
}

fn file<'a>(lines: impl IntoIterator<Item = &'a Line>) -> String {
    let header = COLUMNS.join(",") + "\n";
    lines.into_iter().fold(header, |text, line| text + &line.text())
}

/// What a source gives, row by row; every row that is read is given or refused.
#[track_caller]
fn read(source: impl Read) -> Vec<Result<Row, ReadError>> {
    let mut reader = Reader::new(source).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((reader.rows_read(), reader.rows_given(), reader.rows_refused()), (0, 0, 0));
    let all: Vec<_> = (&mut reader).collect();
    let given = all.iter().filter(|row| row.is_ok()).count() as u64;
    let of_rows = all.iter().filter(|row| !row.as_ref().is_err_and(|error| error.line().is_none())).count();
    assert_eq!(reader.rows_given(), given);
    assert_eq!(reader.rows_read(), of_rows as u64);
    assert_eq!(reader.rows_read(), reader.rows_given() + reader.rows_refused());
    assert!(reader.next().is_none(), "the iterator ended, and goes on");
    all
}

/// The rows of a text in which none is refused.
#[track_caller]
fn rows(text: &str) -> Vec<Row> {
    let all = read(text.as_bytes());
    all.into_iter().map(|row| row.unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// The one reporting year of lines.
#[track_caller]
fn year<'a>(lines: impl IntoIterator<Item = &'a Line>) -> ReportingYear {
    let mut years = ReportingYear::all(rows(&file(lines)));
    assert_eq!(years.len(), 1);
    years.remove(0)
}

#[track_caller]
fn row<'a>(year: &'a ReportingYear, code: &str) -> &'a Row {
    year.row(code).unwrap_or_else(|| panic!("no row has {code}"))
}

/// What is printed, in words.
#[track_caller]
fn printed(row: &Row, indicator: &Indicator) -> String {
    row.figure(indicator).unwrap_or_else(|| panic!("{row} has no {}", indicator.code())).to_string()
}

/// A source that gives one byte at a time.
struct ByteByByte<'a>(&'a [u8]);

impl Read for ByteByByte<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = 1.min(self.0.len()).min(buffer.len());
        self.0.read(&mut buffer[..len])
    }
}
