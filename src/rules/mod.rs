//! How validation speaks: rules that are public data, and findings that say where one was broken.
//!
//! What *cannot be* is refused by a constructor with an error. What *can be and is wanting*, or is
//! merely unusual, is a [`Finding`]: it names the [`Rule`], the place, and the values concerned,
//! and checking goes on to the next.

pub(crate) mod book;
mod finding;
mod rule;

pub use finding::{Finding, Findings};
pub use rule::{Rule, Severity};
