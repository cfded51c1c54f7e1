//! The rows of one reporting year, together.

use super::{
    ReadError, Row,
    area::{self, GeographicLevel},
    columns,
    exclusion::{self, Exclusion},
    rate::RateColumn,
    rules::{COUNTS_ADD_UP, ROW_IS_READ, ROW_STANDS_ONCE},
    total::{self, Total, TotalClass},
    years::{Gathered, Key},
};
use crate::{
    authority::{LocalAuthority, Region},
    benchmark::{Benchmark, BenchmarkError},
    kpi::Indicator,
    measure::Period,
    rules::{Finding, Findings},
};
use chrono::Datelike;
use std::collections::HashMap;

/// The rows of one reporting year: England, its regions, its local authorities.
///
/// From the [`Reader`](super::Reader) by [`reporting_years`](super::Reader::reporting_years), or from rows that are at
/// hand by [`all`](Self::all).
///
/// # Duplicates
///
/// Of two rows with one code the first counts; the others are [`duplicates`](Self::duplicates), and a finding of severity
/// error.
///
/// # Examples
///
/// See [the module](super).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReportingYear {
    key: Key,
    rows: Vec<Row>,
    duplicates: Vec<Row>,
    refused: Vec<ReadError>,
    /// The rows by their codes.
    by_code: Vec<usize>,
}

impl ReportingYear {
    /// The reporting years of rows that are at hand, in the order in which each year first comes.
    #[must_use]
    pub fn all(rows: impl IntoIterator<Item = Row>) -> Vec<Self> {
        let mut places: HashMap<Key, usize> = HashMap::new();
        let mut years: Vec<(Key, Vec<Row>)> = Vec::new();
        for row in rows {
            let key = (row.period, row.country);
            let place = *places.entry(key).or_insert_with(|| {
                years.push((key, Vec::new()));
                years.len() - 1
            });
            years[place].1.push(row);
        }
        let gathered = |rows| Gathered { rows, refused: Vec::new() };
        years.into_iter().map(|(key, rows)| Self::of_rows(key, gathered(rows))).collect()
    }

    /// Rows of one key.
    pub(super) fn of_rows(key: Key, Gathered { mut rows, refused }: Gathered) -> Self {
        let mut by_code = sorted(&rows);
        let pairs =
            by_code.windows(2).filter(|pair| rows[pair[0]].code_bytes() == rows[pair[1]].code_bytes());
        let mut again: Vec<usize> = pairs.map(|pair| pair[1]).collect();
        let mut duplicates = Vec::new();
        if !again.is_empty() {
            again.sort_unstable();
            let (others, first): (Vec<_>, Vec<_>) =
                rows.into_iter().enumerate().partition(|(index, _)| again.binary_search(index).is_ok());
            duplicates = others.into_iter().map(|(_, row)| row).collect();
            rows = first.into_iter().map(|(_, row)| row).collect();
            by_code = sorted(&rows);
        }
        Self { key, rows, duplicates, refused, by_code }
    }

    /// The year to 30 September.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.key.0
    }

    /// Every row, in the order of the file; of two rows of one area the first.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows of areas that had a row already, in the order of the file.
    #[must_use]
    pub fn duplicates(&self) -> &[Row] {
        &self.duplicates
    }

    /// The rows of this year that were refused when it was read, and so are missing from all that is worked from it; and
    /// the error of the source, where that broke off while the year waited for more. Only
    /// [`ReportingYears`](super::ReportingYears) can tell, and only of rows whose year and country could be read.
    #[must_use]
    pub fn refused(&self) -> &[ReadError] {
        &self.refused
    }

    /// The row of an ONS code as it is printed, such as `E10000032`, `E12000008` or `E09000021 / E09000027`.
    #[must_use]
    pub fn row(&self, code: &str) -> Option<&Row> {
        self.by_code
            .binary_search_by(|&index| self.rows[index].code().cmp(code))
            .ok()
            .map(|found| &self.rows[self.by_code[found]])
    }

    /// The row of a DfE code as it is printed, `938`, or `314 / 318` for a joint return.
    #[must_use]
    pub fn row_of_dfe_code(&self, code: &str) -> Option<&Row> {
        self.local_authorities().find(|row| row.dfe_code() == Some(code))
    }

    /// The row of a local authority: its own, under whichever of its codes, or that of its joint return.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{LocalAuthority, statistics::Reader};
    /// use std::fs::File;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let year = Reader::new(File::open("examples/data/workforce_2019.csv")?)?.reporting_years().next();
    /// let year = year.ok_or("the file has rows")??;
    /// let devon = LocalAuthority::by_name("Devon", year.period().end())?;
    /// assert_eq!(year.row_of(devon).map(|row| row.code()), Some("E10000008"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn row_of(&self, authority: LocalAuthority) -> Option<&Row> {
        let is_its = |row: &&Row| match (row.local_authority(), row.joint_return()) {
            (Some(one), _) => one.is_one_with(authority),
            (None, Some(joint)) => joint.members().any(|member| member == authority),
            (None, None) => false,
        };
        self.row(authority.ons_code()).or_else(|| self.local_authorities().find(is_its))
    }

    /// The row of England.
    #[must_use]
    pub fn england(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.level == GeographicLevel::National)
    }

    /// The rows of local authorities and joint returns.
    pub fn local_authorities(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.level == GeographicLevel::LocalAuthority)
    }

    /// The rows of the authorities in an area, which for London are those of its two parts. An authority has none.
    pub fn local_authorities_of<'a>(&'a self, area: &'a Row) -> impl Iterator<Item = &'a Row> {
        self.local_authorities().filter(|row| contains(area, row))
    }

    /// The row of the region that an authority's row names.
    pub(super) fn region_of(&self, authority: &Row) -> Option<&Row> {
        self.row(authority.region_code()?)
    }

    /// What the authorities' rows say about a printed rate of an area that does not follow from the counts beside it:
    /// whether leaving out those whose own rate is withheld gives it. None where the rate follows, where nothing
    /// explains it, for a row of another year, and for an indicator that is none of the [published rates](crate::workforce::RATES).
    ///
    /// # What is left out
    ///
    /// Authorities that withhold a count of the rate, as `[u]`, `[x]` or `[c]`, or the rate itself while its counts are
    /// printed. A `[u]` for a cover rate above 100% is no reason, nor are `[low]` and `[z]`, which count as 0.
    ///
    /// What gives the printed figure exactly goes before what only the rounding of counts allows. All with a symbol are
    /// left out, or none; first any symbol that an authority shows counts, then only the one of its rate. Of several such
    /// choices the one that explains most areas of the year for this rate is taken, of equals `[u]` alone (for the
    /// caseload `[x]` alone), then both; `[c]` only if nothing else gives the figure exactly. If no choice of symbols gives
    /// it exactly, but just one choice among the authorities does (looked for among at most six), that is taken.
    /// In a year of more than 500 rows, or 20 areas, each area is explained by itself.
    ///
    /// Of an area's two counts goes what the authority's row has, or where that is a symbol what is left of its region's
    /// count when the other authorities of the region are taken off, their symbols as 0, never below 0. Where two of one
    /// region withhold the same count each has the whole rest; only if that explains nothing the rest is taken off once.
    ///
    /// # Source
    ///
    /// Inferred from Department for Education, *Children's social work workforce*: so follow all eleven rates of areas
    /// of 2017 to 2021 that do not follow from their own counts. The South East's agency cover rate of 2017 is one: 78.3%
    /// is printed, its counts give 68.068294, and without Surrey, whose agency cover is `[x]`, it is 78.349846.
    #[must_use]
    pub fn exclusion(&self, area: &Row, rate: &Indicator) -> Option<Exclusion> {
        let is_of_the_year = (area.period, area.country) == self.key;
        is_of_the_year.then(|| exclusion::find(self, area, RateColumn::of(rate)?)).flatten()
    }

    /// Each count of each area that has parts, against the sum of them: England and each region against their
    /// authorities, then England against its nine regions and London against its two parts. Areas in the order of
    /// the file, counts in that of [counts](crate::workforce::Count). An area of which no part has a row has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::statistics::{Reader, TotalClass};
    /// use std::fs::File;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let year = Reader::new(File::open("examples/data/workforce_2019.csv")?)?.reporting_years().next();
    /// let year = year.ok_or("the file has rows")??;
    /// let total = year.totals().next().ok_or("England has parts")?;
    /// // Only eleven authorities have a row there.
    /// assert_eq!(total.class(), TotalClass::DoesNotAddUp);
    /// assert_eq!(
    ///     total.to_string(),
    ///     "England prints 30683.8 FTE as inpost_fte, its local authorities add up to 3981.9",
    /// );
    /// # Ok(())
    /// # }
    /// ```
    pub fn totals(&self) -> impl Iterator<Item = Total<'_>> {
        total::all(self)
    }

    /// How an authority's figure stands among those of all authorities of the year.
    ///
    /// The DfE code is as printed, `938`, or `314 / 318` for a joint return; the indicator is one of the
    /// [counts](crate::workforce::Count) or [published rates](crate::workforce::RATES). England's and the region's figures come along where their
    /// rows are there.
    ///
    /// # Errors
    ///
    /// Refuses an indicator that the rows do not have, a code that no row has, and what [`Benchmark::new`] refuses.
    pub fn benchmark(&self, indicator: &Indicator, dfe_code: &str) -> Result<Benchmark, BenchmarkError> {
        let number = columns::number_of(indicator);
        let figure = |row: &Row| row.numbers[number?].figure(indicator.unit());
        let figures = self.local_authorities().filter_map(|row| Some((row.dfe_code()?, figure(row)?)));
        let figures: Vec<_> = figures.collect();
        if figures.is_empty() && self.local_authorities().next().is_some() {
            return Err(BenchmarkError::no_figures(indicator));
        }
        let mut benchmark = Benchmark::new(indicator, self.period(), dfe_code, figures)?;
        if let Some(england) = self.england().and_then(figure) {
            benchmark = benchmark.with_england(england)?;
        }
        let own = self.row_of_dfe_code(dfe_code);
        let region = own.and_then(|row| self.region_of(row));
        if let Some((region, figure)) = region.and_then(|region| Some((region, figure(region)?))) {
            benchmark = benchmark.with_region(region.name(), figure)?;
        }
        Ok(benchmark)
    }

    /// What is unusual about each row, and about the rows together: every rule of [`RULES`](super::RULES), and for the
    /// counts of each row those of [`workforce::RULES`](crate::workforce::RULES). An inconsistent rate that an
    /// [`exclusion`](Self::exclusion) explains stays a finding and says so.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let mut findings = Findings::new();
        for row in &self.rows {
            findings.extend(row.findings_explained(|rate| exclusion::find(self, row, rate)));
        }
        findings.extend(self.refused.iter().map(|error| self.missing(error)));
        findings.extend(self.duplicates.iter().map(|again| self.standing_twice(again)));
        findings.extend(self.dfe_codes_again());
        findings.extend(self.totals().filter_map(not_adding_up));
        findings
    }

    fn missing(&self, error: &ReadError) -> Finding {
        let place = format!("{}.{}", self.key.0.end().year(), error.area().unwrap_or("rows"));
        let what = if error.line().is_some() { "the row is" } else { "rows may be" };
        Finding::new(&ROW_IS_READ, place, format!("{what} missing: {error}"))
    }

    fn standing_twice(&self, again: &Row) -> Finding {
        let first = self.row(again.code()).unwrap_or(again);
        let how = if first.numbers == again.numbers { "the same figures as" } else { "other figures than" };
        let message =
            format!("line {} has {} again, with {how} line {}", again.line, again.name(), first.line);
        Finding::new(&ROW_STANDS_ONCE, again.place(), message)
    }

    /// Rows under another ONS code with a DfE code that a row has already.
    fn dfe_codes_again(&self) -> impl Iterator<Item = Finding> {
        let mut first_with: HashMap<&str, &Row> = HashMap::new();
        self.local_authorities().filter_map(move |row| {
            // A joint return has the codes of its members.
            let again = row.dfe_code()?.split(" / ").find_map(|code| {
                let first = *first_with.entry(code).or_insert(row);
                (first.code_bytes() != row.code_bytes()).then_some((code, first))
            });
            let (code, first) = again?;
            let (line, of_first) = (row.line, first.name());
            let message = format!(
                "line {line} has DfE code {code} again, which line {} has for {of_first}",
                first.line
            );
            Some(Finding::new(&ROW_STANDS_ONCE, format!("{}.old_la_code", row.place()), message))
        })
    }
}

/// A total that is not the sum of its parts.
fn not_adding_up(total: Total<'_>) -> Option<Finding> {
    if !matches!(total.class(), TotalClass::HoldsWithheld | TotalClass::DoesNotAddUp) {
        return None;
    }
    let place = format!("{}.{}", total.area().place(), total.count().code());
    let finding = Finding::new(&COUNTS_ADD_UP, place, total.to_string());
    Some(finding.with_value("published", total.published()?).with_value("sum", total.sum_printed()))
}

/// The places of rows by their codes; of the rows of one code the first comes first.
fn sorted(rows: &[Row]) -> Vec<usize> {
    // Most codes differ in what is compared as one number.
    let mut by_code: Vec<(u64, usize)> =
        rows.iter().enumerate().map(|(index, row)| (area::start(row.code_bytes()), index)).collect();
    by_code.sort_unstable_by(|(a, left), (b, right)| {
        a.cmp(b).then_with(|| (rows[*left].code_bytes(), left).cmp(&(rows[*right].code_bytes(), right)))
    });
    by_code.into_iter().map(|(_, index)| index).collect()
}

/// Whether an authority lies in an area.
pub(super) fn contains(area: &Row, authority: &Row) -> bool {
    match area.level {
        // Every row of a year is of one country.
        GeographicLevel::National => true,
        GeographicLevel::Regional => {
            // Few authorities are in London, so that is asked first.
            area.region == authority.region || is_part_of_london(authority) && is_london(area)
        }
        GeographicLevel::LocalAuthority => false,
    }
}

/// By its code, or by its name where the codes are others.
pub(super) fn is_london(row: &Row) -> bool {
    row.level == GeographicLevel::Regional
        && (row.code() == Region::London.ons_code()
            || row.name().eq_ignore_ascii_case(Region::London.label()))
}

pub(super) fn is_part_of_london(row: &Row) -> bool {
    row.region.as_ref().is_some_and(area::is_part_of_london)
}
