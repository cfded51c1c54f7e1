//! Statutory intervention in children's services: the ladder, directions and notices, the commissioner's
//! review, the options up to a Children's Trust, and the state machine of a case.
//!
//! | you want | look at |
//! | --- | --- |
//! | what happened in an authority, where it stands, what may follow | [`Case`], [`Event`], [`TRANSITIONS`] |
//! | the options side by side, from an adviser to executive control | [`OPTIONS`] |
//! | who delivers, and who stays responsible | [`delivery`](crate::delivery) |
//! | the rules | [`rules::RULES`] |
//!
//! Intervention and delivery model are two axes: neither follows from the other. Best value intervention
//! (Local Government Act 1999) is another regime and may run beside this one; it is not modelled here.
//!
//! # Source
//!
//! Education Act 1996 s497A and Children Act 2004 s50; directions published by the Department for Education
//! from 2013 to 2025; written answers of 11 April 2016 and 27 May 2022. Each type names its own.

mod case;
mod case_rules;
mod event;
mod guards;
mod needs;
mod option;
mod option_table;
mod requirement;
pub mod rules;
mod transition;
mod words;

pub use case::{Case, LogEntry, Refusal, ReplayError};
pub use event::{
    Commissioner, CommissionerReport, CommissionerReview, DepartmentReview, Direction, Event,
    ImprovementNotice,
};
pub use option::{InterventionOption, OptionEnd, OptionExample};
pub use option_table::OPTIONS;
pub use requirement::Requirement;
pub use transition::{TRANSITIONS, Transition};
pub use words::{
    DecisionMaker, EventKind, Failure, InterventionStatus, LegalBasis, Recommendation, ReviewOutcome,
    StatutoryTest,
};
