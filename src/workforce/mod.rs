//! The children's social work workforce: counts, and the official rates made of them.
//!
//! A [`Snapshot`] holds the counts of one area or team. [`RATES`] is the table of formulas: which count is divided by which,
//! for each of the nine rates that the Department publishes and for those of convention. [`Snapshot::rate`] works a
//! [`Rate`](crate::Rate), which keeps its counts, so that rates compare and subtract exactly and are rounded once, on the
//! way out.
//!
//! | rate | of the counts |
//! | --- | --- |
//! | `turnover_rate_fte`, `turnover_rate_headcount` | leavers / in post |
//! | `agency_rate_fte`, `agency_rate_headcount` | agency / (agency + in post) |
//! | `agency_cover_rate_fte` | agency cover / agency |
//! | `vacancy_rate_fte` | vacancies / (vacancies + in post) |
//! | `vacancy_agency_cover_rate_fte` | agency cover / vacancies |
//! | `caseload_fte` | cases / case holders |
//! | `absence_rate_fte` | days lost / (in post × working days of the year) |
//! | `uncovered_vacancy_rate_fte` (convention) | (vacancies − agency cover, not below 0) / (vacancies + in post) |
//! | `agency_dependence_rate_fte` (convention) | agency / (vacancies + in post) |
//!
//! # Years of counts, and whether a rate moved
//!
//! ```
//! use childrens_services::{Period, Series, Snapshot, kpi::catalogue};
//!
//! // West Sussex; of the first year only some counts are taken.
//! let year = |year| Period::reporting_year(year).map(Snapshot::new);
//! let snapshots = [
//!     Snapshot { cases: Some("3802".parse()?), ..year(2018)? },
//!     Snapshot { cases: Some("3770".parse()?), case_holders_fte: Some("225".parse()?), ..year(2019)? },
//!     Snapshot { cases: Some("4582".parse()?), case_holders_fte: Some("305.4".parse()?), ..year(2020)? },
//! ];
//! // A year without the rate stays in the series, as not available or with its symbol.
//! let rate = &catalogue::CASELOAD_FTE;
//! let caseload = Series::new(rate, snapshots.iter().map(|year| (year.period, year.rate(rate))))?;
//! let changes: Vec<String> = caseload.changes().map(|change| change.to_string()).collect();
//! assert_eq!(
//!     changes,
//!     [
//!         "[x] (year to 30 September 2018) to 16.8 cases per FTE (year to 30 September 2019): \
//!          cannot tell: a figure is missing",
//!         "16.8 cases per FTE (year to 30 September 2019) to 15.0 cases per FTE (year to 30 September 2020): \
//!          -1.8 cases per FTE, -10.5%, improved",
//!     ],
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Source
//!
//! Department for Education, *Children's social work workforce*: methodology (editions for 2021 and 2024) and data guidance
//! (reporting years 2019 to 2024).

mod cohort;
mod rules;
mod snapshot;

pub use crate::kpi::formula::{Count, Formula, RATES, working_days_of_year_to};
pub use cohort::NqswCohort;
pub use rules::RULES;
pub use snapshot::{Snapshot, SnapshotError};
