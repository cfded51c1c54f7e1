//! Who delivers children's services: delivery models up to the Children's Trust, how each begins, changes and ends, and
//! who stays responsible.
//!
//! | you want | look at |
//! | --- | --- |
//! | who delivers, and who stays responsible | [`DeliveryModelKind`] |
//! | delivery models on record, and how many there are on a day | [`DeliveryModels`] |
//! | how a delivery model begins, changes and ends | [`Delivery`] |
//! | the rules | [`rules::RULES`] |
//!
//! # Source
//!
//! Directions published by the Department for Education from 2013 to 2025; written answers of 11 April 2016 and
//! 27 May 2022. Each type names its own.

mod checks;
mod document;
mod kind;
mod lifecycle;
mod model;
mod models;
pub mod rules;

pub use document::Document;
pub use kind::{DeliveryModelKind, DeliveryOrigin, DeliveryStatus, StatutoryPost};
pub use lifecycle::{Delivery, DeliveryError};
pub use model::{Coverage, DeliveryModel, DeliveryModelError};
pub use models::{CompanyCount, DeliveryModels};
