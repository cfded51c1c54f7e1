//! Reads the data file row by row.

use super::{
    area::{self, DfeCode, GeographicLevel, Name, OnsCode, RegionCode},
    cell::Cell,
    columns::{
        self, COUNTRY_CODE, COUNTRY_NAME, GEOGRAPHIC_LEVEL, KEYS, LA_NAME, NEW_LA_CODE, NUMBERS, NUMBERS_LEN,
        OLD_LA_CODE, Places, REGION_CODE, REGION_NAME, TIME_IDENTIFIER, TIME_PERIOD,
    },
    error::{FieldFault, Problem, ReadError},
    line_ends::LineEnds,
    row::Row,
    years::ReportingYears,
};
use crate::{
    measure::Period,
    text::{OneLine, excerpt},
};
use csv::ByteRecord;
use std::io;

/// Reads the Department's data file row by row, from any source of bytes, in memory that does not grow
/// beyond its longest row.
///
/// It is an iterator of `Result<Row, ReadError>`: with `?`, or collected into a `Result`, it stops at the first row that
/// is refused; a `match` goes on with the next. No row is passed over in silence:
/// [`rows_read`](Self::rows_read) is always [`rows_given`](Self::rows_given) and [`rows_refused`](Self::rows_refused)
/// together.
///
/// # The file
///
/// UTF-8, with or without a byte-order mark; LF, CRLF or CR at the end of a line; comma separated, a field with a comma
/// quoted. Columns are found by name, in any order; columns that are not needed are passed over, and empty lines too. A
/// row stands on one line. The names of the edition of 2023 and before (`social_worker_fte`, `turnover_rate_fte_%`) are understood;
/// that layout has no starters.
///
/// # Errors
///
/// A row is refused with its line and column, the text found and what was expected. When the source itself cannot be
/// read the iterator ends after that error.
///
/// # Source
///
/// Department for Education, *Children's social work workforce*, data files `csww_indicators_2017_to_2025.csv` and
/// `csww_headline_measures_2017_to_2022.csv`.
///
/// # Examples
///
/// ```
/// use childrens_services::statistics::{Reader, Row};
/// use std::fs;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let text = fs::read_to_string("examples/data/workforce_2019.csv")?;
///
/// // Stop at the first row that is refused:
/// let rows: Vec<Row> = Reader::new(text.as_bytes())?.collect::<Result<_, _>>()?;
/// assert_eq!(rows[7].to_string(), "West Sussex (E10000032), year to 30 September 2019");
///
/// // Or go on, and say what was refused:
/// let damaged = text.replace(",494.5,", ",494.5.1,");
/// let mut reader = Reader::new(damaged.as_bytes())?;
/// let refused: Vec<String> = (&mut reader).filter_map(Result::err).map(|error| error.to_string()).collect();
/// assert_eq!(
///     refused,
///     ["line 9, column inpost_fte: found \"494.5.1\", expected digits, optionally a point and one digit \
///       more, at most 1000000, or one of the symbols c, low (or k), u, x (or :), z"],
/// );
/// assert_eq!((reader.rows_read(), reader.rows_given(), reader.rows_refused()), (13, 12, 1));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Reader<R> {
    csv: csv::Reader<LineEnds<R>>,
    record: ByteRecord,
    /// The line on which the record begins.
    line: u64,
    places: Places,
    /// The year of the last row as it was printed, because most rows have that of the row before.
    year: Option<([u8; 4], Period)>,
    /// The codes of the last row's country and region, for the same reason.
    country: Option<RegionCode>,
    region: Option<RegionCode>,
    given: u64,
    refused: u64,
    has_ended: bool,
}

impl<R: io::Read> Reader<R> {
    /// Reads the header.
    ///
    /// # Errors
    ///
    /// Refuses a source that cannot be read, and a header that lacks a column or has one twice; the error names all
    /// that are lacking.
    pub fn new(source: R) -> Result<Self, ReadError> {
        // Rows of another width are ours to refuse: the reader of the format would not say on which line.
        let mut csv = csv::ReaderBuilder::new()
            .flexible(true)
            .buffer_capacity(BUFFER)
            .from_reader(LineEnds::new(source));
        let header = csv.byte_headers().map_err(|error| ReadError::of_source(&error, 1))?;
        let places = Places::find(header)?;
        Ok(Self {
            csv,
            record: ByteRecord::new(),
            line: 1,
            places,
            year: None,
            country: None,
            region: None,
            given: 0,
            refused: 0,
            has_ended: false,
        })
    }

    /// How many rows were read so far.
    #[must_use]
    pub const fn rows_read(&self) -> u64 {
        self.given + self.refused
    }

    /// How many of them were given.
    #[must_use]
    pub const fn rows_given(&self) -> u64 {
        self.given
    }

    /// How many of them were refused.
    #[must_use]
    pub const fn rows_refused(&self) -> u64 {
        self.refused
    }

    /// The rows of each reporting year together, to see whether areas add up, what explains an area's rate, and how an
    /// authority stands among the others.
    #[must_use]
    pub fn reporting_years(self) -> ReportingYears<R> {
        ReportingYears::new(self)
    }

    /// A row that was given is refused after all.
    pub(super) const fn refuse_given(&mut self) {
        self.given -= 1;
        self.refused += 1;
    }

    /// The line on which the record begins. Where the reader of the format says that it stood before it, empty lines
    /// may follow.
    fn first_line(&self) -> u64 {
        let before = self.record.position().map_or(0, csv::Position::line);
        let behind = self.csv.position().line();
        let is_ended_by_line = !self.csv.get_ref().has_ended();
        if is_ended_by_line && behind == before + 1 {
            return before;
        }
        let within = self.record.as_slice().iter().filter(|&&byte| byte == b'\n').count() as u64;
        behind.saturating_sub(within + u64::from(is_ended_by_line))
    }

    /// The line on which the record ends.
    fn last_line(&self) -> u64 {
        let is_behind = !self.csv.get_ref().has_ended() || self.record.as_slice().ends_with(b"\n");
        self.csv.position().line().saturating_sub(u64::from(is_behind))
    }

    fn row(&mut self) -> Result<Row, ReadError> {
        if self.record.len() != self.places.width {
            return Err(ReadError::new(Problem::Width {
                line: self.line,
                last_line: self.last_line(),
                found: self.record.len(),
                expected: self.places.width,
            }));
        }
        if self.record.as_slice().contains(&b'\n') {
            return Err(ReadError::new(Problem::Lines { line: self.line, last_line: self.last_line() }));
        }
        let row = self.good_row().map_err(|_| self.refusal())?;
        self.year = self.key(TIME_PERIOD).try_into().ok().map(|text| (text, row.period));
        self.country = Some(row.country);
        self.region = row.region;
        Ok(row)
    }

    fn good_row(&self) -> Result<Row, FieldFault> {
        let period = self.period()?;
        self.identifier()?;
        let level = self.level()?;
        let country = self.region_code(COUNTRY_CODE, self.country)?;
        let (region, authority) = self.area(level)?;
        let (name, numbers) = (self.name(level)?, self.numbers()?);
        Ok(Row { line: self.line, period, level, country, region, authority, name, numbers })
    }

    /// Everything that is wrong with the fields of the record.
    fn refusal(&self) -> ReadError {
        fn take<T>(checked: Result<T, FieldFault>, faults: &mut Vec<FieldFault>) -> Option<T> {
            checked.map_err(|fault| faults.push(fault)).ok()
        }
        let mut faults = Vec::new();
        let period = take(self.period(), &mut faults);
        take(self.identifier(), &mut faults);
        let level = take(self.level(), &mut faults);
        let country = take(self.region_code(COUNTRY_CODE, None), &mut faults);
        let area = level.and_then(|level| take(self.area(level), &mut faults));
        level.and_then(|level| take(self.name(level), &mut faults));
        for number in 0..NUMBERS_LEN {
            take(self.number(number).ok_or_else(|| self.no_number(number)), &mut faults);
        }
        let code = match area {
            Some((_, Some((ons, _)))) => Some(ons.as_str().to_owned()),
            Some((Some(region), None)) => Some(region.as_str().to_owned()),
            Some((None, None)) => country.map(|country| country.as_str().to_owned()),
            None => None,
        };
        ReadError::new(Problem::Fields { line: self.line, faults, key: period.zip(country), area: code })
    }

    #[cold]
    fn refuse(&self, column: &'static str, field: &[u8], expected: impl Into<String>) -> FieldFault {
        FieldFault { column, found: excerpt(&String::from_utf8_lossy(field)), expected: expected.into() }
    }

    fn key(&self, key: usize) -> &[u8] {
        // The record was found to be as wide as the header.
        self.record.get(self.places.keys[key]).unwrap_or_default()
    }

    fn period(&self) -> Result<Period, FieldFault> {
        let field = self.key(TIME_PERIOD);
        if let Some((text, period)) = self.year
            && text == field
        {
            return Ok(period);
        }
        let digits = Some(field).filter(|field| field.len() == 4 && field.iter().all(u8::is_ascii_digit));
        let year =
            digits.map(|digits| digits.iter().fold(0, |year, digit| 10 * year + i32::from(digit - b'0')));
        let period = year.and_then(|year| Period::reporting_year(year).ok());
        period.ok_or_else(|| self.refuse(KEYS[TIME_PERIOD].name, field, "a year from 1900 to 2199"))
    }

    fn identifier(&self) -> Result<(), FieldFault> {
        let field = self.key(TIME_IDENTIFIER);
        if field == REPORTING_YEAR.as_bytes() {
            return Ok(());
        }
        Err(self.refuse(KEYS[TIME_IDENTIFIER].name, field, format!("{REPORTING_YEAR:?}")))
    }

    fn level(&self) -> Result<GeographicLevel, FieldFault> {
        let field = self.key(GEOGRAPHIC_LEVEL);
        GeographicLevel::read(field).ok_or_else(|| {
            let labels: Vec<_> =
                GeographicLevel::ALL.iter().map(|level| format!("{:?}", level.label())).collect();
            self.refuse(KEYS[GEOGRAPHIC_LEVEL].name, field, labels.join(", "))
        })
    }

    fn area(&self, level: GeographicLevel) -> Result<AreaCodes, FieldFault> {
        match level {
            GeographicLevel::National => {
                self.nothing([REGION_CODE, OLD_LA_CODE, NEW_LA_CODE], level)?;
                Ok((None, None))
            }
            GeographicLevel::Regional => {
                self.nothing([OLD_LA_CODE, NEW_LA_CODE], level)?;
                Ok((Some(self.region_code(REGION_CODE, None)?), None))
            }
            GeographicLevel::LocalAuthority => {
                let region = self.region_code(REGION_CODE, self.region)?;
                let dfe = self.key(OLD_LA_CODE);
                let dfe = area::dfe_codes(dfe)
                    .ok_or_else(|| self.refuse(KEYS[OLD_LA_CODE].name, dfe, area::DFE_CODES))?;
                let ons = self.key(NEW_LA_CODE);
                let ons = area::ons_codes(ons)
                    .ok_or_else(|| self.refuse(KEYS[NEW_LA_CODE].name, ons, area::ONS_CODES))?;
                Ok((Some(region), Some((ons, dfe))))
            }
        }
    }

    /// A code that most rows have in common with the row before.
    fn region_code(&self, key: usize, last: Option<RegionCode>) -> Result<RegionCode, FieldFault> {
        let field = self.key(key);
        match last {
            Some(code) if code.as_bytes() == field => Ok(code),
            _ => area::region_code(field).ok_or_else(|| self.refuse(KEYS[key].name, field, area::ONS_CODE)),
        }
    }

    /// An area of this level has no such codes: which area it is must not be in doubt.
    fn nothing<const N: usize>(&self, keys: [usize; N], level: GeographicLevel) -> Result<(), FieldFault> {
        for key in keys {
            let field = self.key(key);
            if !field.is_empty() {
                let expected = format!("nothing in a row of level {:?}", level.label());
                return Err(self.refuse(KEYS[key].name, field, expected));
            }
        }
        Ok(())
    }

    fn name(&self, level: GeographicLevel) -> Result<Name, FieldFault> {
        const EXPECTED: &str = "a name: UTF-8 text of one line that says something, of at most 200 bytes";
        /// Rows wait for the rest of their years, so what one of them holds has an end.
        const LONGEST: usize = 200;
        let key = match level {
            GeographicLevel::National => COUNTRY_NAME,
            GeographicLevel::Regional => REGION_NAME,
            GeographicLevel::LocalAuthority => LA_NAME,
        };
        let field = self.key(key);
        let refuse = || self.refuse(KEYS[key].name, field, EXPECTED);
        let text =
            core::str::from_utf8(field).ok().filter(|text| text.len() <= LONGEST).ok_or_else(refuse)?;
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
        if field.first().is_some_and(u8::is_ascii_alphanumeric) && field.iter().copied().all(is_plain) {
            return Ok(Name::new(text));
        }
        OneLine::new(text).map(|name| Name::new(name.as_str())).map_err(|_| refuse())
    }

    fn numbers(&self) -> Result<[Cell; NUMBERS_LEN], FieldFault> {
        let mut numbers = [Cell::ABSENT; NUMBERS_LEN];
        for (number, cell) in numbers.iter_mut().enumerate() {
            *cell = self.number(number).ok_or_else(|| self.no_number(number))?;
        }
        Ok(numbers)
    }

    /// The hot path has it in line; the way of a refusal is another caller.
    #[inline(always)]
    fn number(&self, number: usize) -> Option<Cell> {
        let Some(place) = self.places.numbers[number] else { return Some(Cell::ABSENT) };
        Cell::read(self.record.get(place)?, columns::KINDS[number])
    }

    #[cold]
    fn no_number(&self, number: usize) -> FieldFault {
        let field = self.places.numbers[number].and_then(|place| self.record.get(place));
        self.refuse(NUMBERS[number].name, field.unwrap_or_default(), Cell::expected(columns::KINDS[number]))
    }
}

/// The codes of the region and of the authority, where an area of its level has them.
type AreaCodes = (Option<RegionCode>, Option<(OnsCode, DfeCode)>);

const REPORTING_YEAR: &str = "Reporting year";
/// Bytes taken from the source at once: greater than the default of the reader of the format, for fewer calls.
const BUFFER: usize = 1 << 16;

impl<R: io::Read> Iterator for Reader<R> {
    type Item = Result<Row, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_ended {
            return None;
        }
        match self.csv.read_byte_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => {
                self.has_ended = true;
                return None;
            }
            Err(error) => {
                self.has_ended = true;
                return Some(Err(ReadError::of_source(&error, self.csv.position().line())));
            }
        }
        self.line = self.first_line();
        let row = self.row();
        match &row {
            Ok(_) => self.given += 1,
            Err(_) => self.refused += 1,
        }
        Some(row)
    }
}

impl<R: io::Read> core::iter::FusedIterator for Reader<R> {}
