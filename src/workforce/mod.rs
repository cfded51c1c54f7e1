//! The children's social work workforce: counts, and the official rates made of them.
//!
//! A [`Snapshot`] holds the counts of one area or team; each rate is a type of its own that keeps
//! its counts, so that rates compare and subtract exactly and are rounded once, on the way out.
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
