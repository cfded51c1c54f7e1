//! Statutory timescales, and the share of events that met them.
//!
//! A [`Timescale`] is what statute, regulations or guidance say; a [`Standard`] is a timescale with the limit
//! that is applied, which may be the authority's own; [`TimedEvents`] are held against one standard.
//!
//! # The clock
//!
//! | limit | when it ends |
//! | --- | --- |
//! | working days | with the Nth working day after the start, which is day 0 |
//! | days, weeks | with that day; a week is 7 days |
//! | months | with the same day number N months later, or the last day of a shorter month |
//! | hours | at that time of the local clock; the start needs a time of day |
//! | weeks before, clear days | never: the end of the notice is the earliest day on which what is notified may come |
//!
//! The day on which a limit ends is itself in time.
//!
//! # Timeliness
//!
//! Events in time over events due in the period. An open event past its limit is due and late; an open one
//! within it is not yet due and counts on neither side. Where nothing was due there is no rate.
//!
//! An event counts from the day on which it stops, even before its due day, when open ones that are due on the same
//! day do not count yet: the rate of a period that goes on may be too high. An open event whose limit is in hours is
//! late from the end of the day on which they end, any other from the day after.

mod count;
mod due;
mod limit;
mod moment;
mod recorded_due;
pub mod rules;
mod standard;
mod stated;
mod timed_event;
mod timed_events;
mod timescale;
mod timescale_table;

pub use count::TimelinessCount;
pub use due::DueError;
pub use limit::{Limit, LimitError};
pub use moment::{Moment, MomentError};
pub use rules::RULES;
pub use standard::{Standard, StandardError};
pub use stated::StatedTimeliness;
pub use timed_event::TimedEvent;
pub use timed_events::{TimedEvents, TimedEventsError, TimelinessError};
pub use timescale::{Certainty, LegalStatus, Timescale};
pub use timescale_table::TIMESCALES;
