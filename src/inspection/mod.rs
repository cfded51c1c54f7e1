//! Ofsted's inspections of local authority children's services: frameworks, judgements, grades, areas for
//! improvement, deadlines, and the history of one authority.
//!
//! | you want | look at |
//! | --- | --- |
//! | one inspection or visit with its grades | [`Inspection`] |
//! | what is judged, by framework and date | [`Framework::judgements`], [`Judgement`] |
//! | what falls due after a report | [`Inspection::deadlines`] |
//! | how an authority stands on a day; gaps; persistent and systemic failure | [`InspectionHistory`] |
//! | what changed between two inspections | [`Inspection::grade_changes_since`] |
//! | what is impossible or unusual | `findings` of each, and [`rules::RULES`] |
//! | what the sources leave open | [`Assumptions`] |
//!
//! # The overall grade
//!
//! It is stored as given and never computed. In ILACS it is a judgement of its own: an Inadequate judgement
//! of *practice* makes it Inadequate (34 of 34 inspections), an Inadequate judgement of *leaders* does not by
//! itself (1 of 5).
//!
//! # Source
//!
//! Ofsted, *Local authority inspection outcomes as at 31 March 2025*, published 25 September 2025; published
//! single inspection reports, 2014 to 2018; Ofsted, *Inspecting local authority children's services*, editions
//! of 2024; Ofsted's announcement of 27 November 2025. Each type names its own.

mod area;
mod assumptions;
mod comparison;
mod deadlines;
mod framework;
mod grade;
mod history;
mod history_rules;
mod judgement;
mod prediction;
mod record;
mod record_wire;
pub mod rules;

pub use area::{AreaForImprovement, AreaForPriorityAction, AreaReference};
pub use assumptions::{Assumptions, FailureClock};
pub use comparison::{GradeChange, GradeDirection, Scope, ScopeNote, check_comparison};
pub use deadlines::{Deadlines, DeadlinesError, Receipt};
pub use framework::{Activity, Framework};
pub use grade::Grade;
pub use history::{HistoryError, InspectionGap, InspectionHistory, Standing, StandingBasis};
pub use judgement::Judgement;
pub use prediction::PredictedOverall;
pub use record::{Inspection, InspectionError};
