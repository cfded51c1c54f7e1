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
//!     kpi::official,
//!     source::published::{Class, Reader, Suppression},
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
//!     let caseload = row.reconciliation(&official::CASELOAD_FTE).ok_or("it is one of the nine")?;
//!     assert_eq!(caseload.class(), Class::Exact);
//!     assert_eq!(
//!         caseload.to_string(),
//!         "caseload_fte 16.8 cases per FTE: exact (the counts give 16.755556)",
//!     );
//!
//!     // 75.9 FTE of agency workers cover 56.3 FTE of vacancies; the statistics do not print such a rate.
//!     let cover = row.reconciliation(&official::VACANCY_AGENCY_COVER_RATE_FTE).ok_or("it is one of the nine")?;
//!     assert_eq!(cover.class(), Class::Suppressed(Suppression::AboveHundred));
//!
//!     // The counts are a snapshot, with all that it can do.
//!     assert_eq!(row.snapshot().vacancy_gap_fte()?.to_string(), "0 FTE");
//!
//!     // A benchmark of the whole file ranks 150 authorities, this one eleven.
//!     let turnover = year.benchmark(&official::TURNOVER_RATE_FTE, "938")?;
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
//! # At any size
//!
//! Reading takes about twice the time of finding the fields' ends, and memory does not grow with the file; the
//! benchmark `published` has the measurements. The printed numbers are read straight into whole tenths; what is worked
//! from them is exact until it is rounded once.
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
pub use columns::{COUNTS, RATES};
pub use error::{FieldFault, ReadError, ReadFault};
pub use exclusion::{Exclusion, LeftOut};
pub use reader::Reader;
pub use reconcile::{Class, Reconciliation, Suppression};
pub use row::Row;
pub use rules::RULES;
pub use total::{Parts, Total, TotalClass};
pub use year::ReportingYear;
pub use years::ReportingYears;
