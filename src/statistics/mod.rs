//! The Department for Education's published workforce statistics, read as they are, worked again, and set in place.
//!
//! | question | answered by |
//! | --- | --- |
//! | what does the file say? | [`Reader`]: row by row, each a [`Row`] with its area, period, counts and printed rates |
//! | does a printed rate follow from the printed counts? | [`Row::reconciliations`]: a [`Class`], and the rate worked again |
//! | why does an area's rate not follow? | [`ReportingYear::exclusion`]: the authorities left out of it |
//! | do the authorities add up to the region, the regions to England? | [`ReportingYear::totals`] |
//! | where does an authority stand? | [`ReportingYear::benchmark`]: England, region, statistical neighbours, rank, quartile |
//! | what is unusual, all of it? | [`ReportingYear::findings`], by the [`RULES`] |
//!
//! # From a file to its figures
//!
//! ```
//! use childrens_services::{
//!     kpi::catalogue,
//!     statistics::{Class, Reader, Suppression},
//! };
//! use std::fs::File;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Thirteen rows of the reporting year 2019: England, the South East, West Sussex and its ten neighbours.
//! let file = File::open("examples/data/workforce_2019.csv")?;
//! for year in Reader::new(file)?.reporting_years() {
//!     let year = year?; // or look at the error, and go on with the next year
//!     let row = year.row("E10000032").ok_or("West Sussex is there")?;
//!
//!     // 3,770 cases over 225 FTE case holders print as 16.8.
//!     let caseload = row.reconciliation(&catalogue::CASELOAD_FTE).ok_or("it is one of the nine")?;
//!     assert_eq!(caseload.class(), Class::Exact);
//!     assert_eq!(
//!         caseload.to_string(),
//!         "caseload_fte 16.8 cases per FTE: exact (the counts give 16.755556)",
//!     );
//!
//!     // 75.9 FTE of agency workers cover 56.3 FTE of vacancies; the statistics do not print such a rate.
//!     let cover = row.reconciliation(&catalogue::VACANCY_AGENCY_COVER_RATE_FTE).ok_or("it is one of the nine")?;
//!     assert_eq!(cover.class(), Class::Suppressed(Suppression::AboveHundred));
//!
//!     // The counts are a snapshot, with all that it can do.
//!     assert_eq!(row.snapshot().uncovered_vacancy_fte()?.to_string(), "0 FTE");
//!
//!     // A benchmark of the whole file ranks 150 authorities, this one eleven.
//!     let turnover = year.benchmark(&catalogue::TURNOVER_RATE_FTE, "938")?;
//!     assert_eq!(
//!         turnover.to_string(),
//!         "Turnover rate (FTE), year to 30 September 2019: 10.0%; England 15.0%, South East 14.9%, \
//!          statistical neighbours 13.7% (median of 10); rank 3 of 11 from the lowest, first quartile; \
//!          lower is better, and 2 others have a better figure",
//!     );
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # A rate over the years
//!
//! As it is published, each figure rounded to one place; or worked from the printed counts, which takes them as exact
//! and has a rate also where the Department prints a symbol. The two may differ in the last place, and where a verdict
//! hangs on it only the first is sure. An authority is best followed by its row
//! ([`ReportingYear::row_of`]), because its codes may change; "Dorset" is the name of two, one after the other.
//!
//! ```
//! use childrens_services::{LocalAuthority, Series, kpi::catalogue, statistics::{Reader, ReportingYear}};
//!
//! // West Sussex's rows of 2018 and 2019, in the layout of the file.
//! const FILE: &str = "\
//! time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,\
//! new_la_code,la_name,inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,leavers_headcount,\
//! turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,agency_rate_headcount,\
//! agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate_fte,\
//! case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte
//! 2018,Reporting year,Local authority,E92000001,England,E12000008,South East,938,E10000032,West Sussex,\
//! 433.4,469,86.2,90,70.8,74,16.3,15.8,57.6,58,11.7,11,44.6,77.4,44.6,9.3,100,228.2,3802,16.7,2751,2.5
//! 2019,Reporting year,Local authority,E92000001,England,E12000008,South East,938,E10000032,West Sussex,\
//! 494.5,536,101.9,109,49.5,54,10,10.1,75.9,78,13.3,12.7,75.9,100,56.3,10.2,u,225,3770,16.8,3005,2.4
//! ";
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let rows: Vec<_> = Reader::new(FILE.as_bytes())?.collect::<Result<_, _>>()?;
//! let west_sussex = LocalAuthority::with_ons_code("E10000032")?;
//! let rate = &catalogue::TURNOVER_RATE_FTE;
//! let mut figures = Vec::new();
//! for year in ReportingYear::all(rows) {
//!     let figure = year.row_of(west_sussex).and_then(|row| row.figure(rate));
//!     figures.extend(figure.map(|figure| (year.period(), figure)));
//! }
//! let turnover = Series::new(rate, figures)?;
//! assert_eq!(
//!     turnover.latest_change().ok_or("two years")?.to_string(),
//!     "16.3% (year to 30 September 2018) to 10.0% (year to 30 September 2019): -6.3 percentage points, -38.7%, improved",
//! );
//! # Ok(())
//! # }
//! ```
//!
//! # At any size
//!
//! Memory does not grow with the file. Beside a bare scan, which only finds where fields end, reading takes about twice
//! as long, reading and reconciling a little more, and everything (years, exclusions and totals too) about 2.6 times; the
//! benchmark `published` measures it. The printed numbers are read straight into whole tenths; what is worked from them
//! is exact until it is rounded once.
//!
//! # Source
//!
//! Department for Education, *Children's social work workforce*. The formulas are those of
//! [`workforce`](crate::workforce); what its symbols mean, and what is left out of an area's rate, is inferred from the
//! reporting years 2017 to 2021; what it says of counts of low reliability (`[u]`), which come later, from the Department's
//! own notes. Contains public sector information licensed under the Open Government Licence v3.0.

mod area;
mod cell;
mod columns;
mod error;
mod exclusion;
mod line_ends;
mod rate;
mod reader;
mod reconcile;
mod row;
pub mod rules;
mod total;
mod year;
mod years;

pub use area::GeographicLevel;
pub use error::{FieldFault, ReadError, ReadFault};
pub use exclusion::{Exclusion, LeftOut};
pub use reader::Reader;
pub use reconcile::{Class, Reconciliation, Suppression};
pub use row::Row;
pub use rules::RULES;
pub use total::{Parts, Total, TotalClass};
pub use year::ReportingYear;
pub use years::ReportingYears;
