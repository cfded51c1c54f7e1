//! Governance of an improvement programme: who holds which post, the leadership team, the bodies that decide,
//! scrutinise and challenge, key decisions, and the road of a strategy to its adoption.
//!
//! | you want | look at |
//! | --- | --- |
//! | the record as a whole | [`Governance`] |
//! | who held a post on a day | [`Governance::holders_on`], [`Appointment`] |
//! | whether the leadership team is fully in place | [`Governance::leadership_team_on`] |
//! | a board, a committee, a panel, and what each considered | [`Body`], [`Meeting`] |
//! | when a key decision may be taken | [`KeyDecision::earliest_after_notice`] |
//! | a strategy, its partners and its scrutiny | [`Strategy`] |
//! | what is wrong or unusual | [`Governance::findings`], [`rules::RULES`] |
//!
//! # Dates known to the month or the year
//!
//! A finding is made only where it holds whatever day it was.
//!
//! # Source
//!
//! Children Act 2004 s16E, s18 and s19; Department for Education, *Statutory guidance on the roles and
//! responsibilities of the Director of Children's Services and the Lead Member for Children's Services*, April
//! 2013; Local Government Act 2000 s9F and s9FA; SI 2012/2089; Ofsted, report on West Sussex, 8 May 2019. Each
//! rule names its own.

mod aggregate;
mod appointment;
mod body;
mod body_rules;
mod decision;
mod decision_rules;
mod known_on;
mod leadership;
mod post;
mod post_rules;
mod reference_rules;
pub mod rules;
mod strategy;
mod words;

pub use aggregate::Governance;
pub use appointment::Appointment;
pub use body::{Body, BodyMember, Meeting};
pub use decision::{DistantPlacementApproval, KeyDecision};
pub(crate) use decision_rules::{KEY_DECISIONS, OUT_OF_AREA};
pub use leadership::{LeadershipPlaces, LeadershipTeam};
pub use post::Post;
pub use strategy::Strategy;
pub use words::{
    AppointmentBasis, Authorship, BodyKind, Capacity, PostKind, Reach, Representation, StrategyState, Subject,
};
