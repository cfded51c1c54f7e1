//! The local authorities of England with children's services: codes, names, regions, reorganisations and
//! statistical neighbours.
//!
//! An authority is asked for *on a date*, because codes and names have a life: Cumbria ended on 31 March
//! 2023, DfE code 933 was Somerset before and after its ONS code changed, and Dorset is the name of two
//! authorities, one after the other.
//!
//! # Source
//!
//! - Codes, names and regions: Department for Education, *Children in need* and *Children's social work
//!   workforce* data files.
//! - Names checked: Office for National Statistics, *Lower Tier Local Authority to Upper Tier Local Authority
//!   (April 2023) Lookup in England and Wales*. Contains OS data © Crown copyright and database right 2023.
//! - Neighbours: Department for Education, children's services statistical neighbour model, 2025.
//!
//! Contains public sector information licensed under the Open Government Licence v3.0.
//!
//! # Range
//!
//! From 2012 on, with the reorganisations up to April 2025. An authority whose first day is not stated was in
//! force before 2012; one without a last day is in force still. Of earlier years the table knows only that
//! nine unitary authorities began on 1 April 2009, and nothing of what they followed.
//!
//! That Barnsley and Sheffield got new codes when their boundary moved on 1 April 2025 is inferred
//! ([`DatesCertainty::Inferred`]): the order's date is known, the codes are taken to change with it.

mod error;
mod joint_return;
mod local_authority;
mod look_up;
mod neighbours;
mod table;
mod words;

pub use error::AuthorityError;
pub use joint_return::JointReturn;
pub use local_authority::LocalAuthority;
pub use neighbours::StatisticalNeighbour;
pub use words::{AuthorityKind, AuthorityOrigin, Closeness, DatesCertainty, Region, Subregion};
