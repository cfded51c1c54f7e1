//! The improvement plan: actions that answer what the inspection found, measures, sign-off and status.
//!
//! An [`ImprovementPlan`] answers the areas for improvement of one inspection, and [`ImprovementPlan::coverage`]
//! says which of them. What is wanting in it is a [finding](ImprovementPlan::findings) of one of the
//! [`rules`].

mod action;
mod coverage;
mod improvement_plan;
mod measure;
pub mod rules;
mod rules_of_actions;
mod rules_of_sign_off;
mod scheme;
mod sign_off;
mod status;
mod words;

pub use action::{Action, Answer, DueChange, Evidence, Milestone, Owner};
pub use coverage::AreaCoverage;
pub use improvement_plan::{ImprovementPlan, PlanError, PlanIdentity};
pub use measure::Measure;
pub use scheme::{SchemeError, StatusScheme};
pub use sign_off::{Adoption, Delegation, RegulatorAnswer, Revision, SignOff, Submission, Voice};
pub use status::{ActionStatus, Status};
pub use words::{AnswerOutcome, EvidenceKind, MeasureKind, Recipient, VoiceGroup};
