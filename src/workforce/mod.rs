//! The children's social work workforce: counts, and the official rates made of them.
//!
//! A [`Snapshot`] holds the counts of one area or team; each rate is a type of its own that keeps
//! its counts, so that rates compare and subtract exactly and are rounded once, on the way out.
//!
//! | indicator, and method of [`Snapshot`] | type | of the counts |
//! | --- | --- | --- |
//! | `turnover_rate_fte`, `turnover_rate_headcount` | [`TurnoverRateFte`], [`TurnoverRateHeadcount`] | leavers / in post |
//! | `agency_rate_fte`, `agency_rate_headcount` | [`AgencyWorkerRateFte`], [`AgencyWorkerRateHeadcount`] | agency / (agency + in post) |
//! | `agency_cover_rate_fte` | [`AgencyCoverRate`] | agency cover / agency |
//! | `vacancy_rate_fte` | [`VacancyRate`] | vacancies / (vacancies + in post) |
//! | `vacancy_agency_cover_rate_fte` | [`VacancyAgencyCoverRate`] | agency cover / vacancies |
//! | `caseload_fte` | [`AverageCaseload`] | cases / case holders |
//! | `absence_rate_fte` | [`SicknessAbsenceRate`] | days lost / (in post × working days of the year) |
//! | `vacancy_gap_fte`, `vacancy_gap_rate_fte` (own convention) | [`Fte`](crate::Fte), [`VacancyGapRate`] | vacancies − agency cover, not below 0; over vacancies + in post |
//! | `agency_dependence_rate_fte` (own convention) | [`AgencyDependence`] | agency / (vacancies + in post) |
//! | `establishment_fte` (own convention) | [`Fte`](crate::Fte) | vacancies + in post |
//!
//! # Years of counts, and whether a rate moved
//!
//! ```
//! use childrens_services::{Cases, Fte, Period, Reported, Series, Snapshot, kpi::official};
//!
//! // West Sussex; of the first year only some counts are taken.
//! let snapshots = [
//!     Snapshot::new(Period::reporting_year(2018)?).with_cases(Cases::new(3802)),
//!     Snapshot::new(Period::reporting_year(2019)?)
//!         .with_cases(Cases::new(3770))
//!         .with_case_holders_fte("225".parse::<Fte>()?),
//!     Snapshot::new(Period::reporting_year(2020)?)
//!         .with_cases(Cases::new(4582))
//!         .with_case_holders_fte("305.4".parse::<Fte>()?),
//! ];
//! // A year without the rate stays in the series, as not reported or with its symbol.
//! let caseload = Series::new(
//!     &official::CASELOAD_FTE,
//!     snapshots.iter().map(|year| (year.period(), Reported::from(year.caseload_fte()))),
//! )?;
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
//! Department for Education, *Children's social work workforce*: methodology (editions for 2021 and
//! 2024) and data guidance (reporting years 2019 to 2024). Each rate's page names its own.

mod absence;
mod agency;
mod cohort;
mod offer;
mod rules;
mod snapshot;
mod snapshot_rates;
mod turnover;
mod vacancy;

pub use crate::kpi::AverageCaseload;
pub use absence::{SicknessAbsenceRate, working_days_of_year_to};
pub use agency::{AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount};
pub use cohort::{CohortError, NqswCohort};
pub use offer::OfferTakeUp;
pub use rules::RULES;
pub use snapshot::{Snapshot, SnapshotError};
pub use turnover::{TurnoverRateFte, TurnoverRateHeadcount};
pub use vacancy::{VacancyAgencyCoverRate, VacancyGapRate, VacancyRate};
