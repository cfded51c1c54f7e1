//! What statute, regulations and guidance allow.

use super::{Limit, TIMESCALES};
use crate::{text, vocabulary::vocabulary};
use chrono::NaiveDate;
use core::fmt;

vocabulary! {
    /// On what a timescale rests.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::LegalStatus;
    ///
    /// assert_eq!("statutory guidance".parse::<LegalStatus>()?, LegalStatus::StatutoryGuidance);
    /// assert!("custom".parse::<LegalStatus>().is_err());
    /// # Ok::<(), childrens_services::WordError>(())
    /// ```
    LegalStatus: "legal status" {
        /// An act of Parliament.
        Statute: "statute", "Statute";
        /// A statutory instrument.
        Regulation: "regulation", "Regulation";
        /// Guidance that is to be followed save for good reason.
        StatutoryGuidance: "statutory_guidance", "Statutory guidance";
        /// National minimum standards, for fostering or adoption.
        NationalMinimumStandards: "national_minimum_standards", "National minimum standards";
        /// Ofsted's inspection framework.
        Framework: "framework", "Inspection framework";
        /// A statutory direction to one authority.
        Direction: "direction", "Direction";
        /// The authority's own procedures.
        Local: "local", "Local";
        /// Practice, or no limit at all.
        NoStatus: "none", "No legal status";
    }
}

vocabulary! {
    /// How sure this crate is of what a timescale says.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Certainty, Timescale};
    ///
    /// let complete = Timescale::by_id("T39").expect("it is in the table");
    /// assert_eq!(complete.certainty(), Certainty::Low);
    /// ```
    Certainty: "certainty" {
        /// Read in the source itself, or stated alike by several.
        High: "high", "High", "H";
        /// Stated by one good source.
        Medium: "medium", "Medium", "M";
        /// Sources differ: to be configured with a limit of one's own.
        Low: "low", "Low", "L";
    }
}

/// A timescale: what must happen how soon after what, and who says so.
///
/// # Wire
///
/// Its id; `&'static Timescale` is read from it.
///
/// # Source
///
/// Each names its own; see [`TIMESCALES`].
///
/// # Examples
///
/// ```
/// use childrens_services::{Certainty, Limit, Timescale};
///
/// let first_review = Timescale::by_id("T22").expect("it is in the table");
/// assert_eq!(first_review.limit(), Limit::WorkingDays(20));
/// assert_eq!(first_review.clock_start(), "becomes looked after");
/// assert_eq!(first_review.in_force_from(), Some("2011-04-01".parse()?));
/// assert!(Timescale::by_id("T99").is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Timescale {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) clock_start: &'static str,
    pub(super) clock_stop: &'static str,
    pub(super) limit: Limit,
    pub(super) extended_to: Option<Limit>,
    pub(super) status: LegalStatus,
    pub(super) source: &'static str,
    pub(super) certainty: Certainty,
    pub(super) in_force_from: Option<NaiveDate>,
    pub(super) note: &'static str,
}

impl Timescale {
    /// The timescale of an id such as `T22`.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        TIMESCALES.iter().find(|timescale| timescale.id == id)
    }

    /// Its id: `T` with two digits, and a letter where one row of law has two limits.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// What must happen.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// What starts the clock: day 0.
    #[must_use]
    pub const fn clock_start(&self) -> &'static str {
        self.clock_start
    }

    /// What stops the clock.
    #[must_use]
    pub const fn clock_stop(&self) -> &'static str {
        self.clock_stop
    }

    /// How long it allows.
    #[must_use]
    pub const fn limit(&self) -> Limit {
        self.limit
    }

    /// How long it allows from the start once it is extended, where it can be.
    #[must_use]
    pub const fn extended_to(&self) -> Option<Limit> {
        self.extended_to
    }

    /// On what it rests.
    #[must_use]
    pub const fn status(&self) -> LegalStatus {
        self.status
    }

    /// Who says so.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// How sure this crate is of it.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Whether it asks for a limit of the authority's own, by [`Standard::local`](super::Standard::local):
    /// because there is no national number, or because this crate is not sure of it.
    #[must_use]
    pub const fn is_configurable(&self) -> bool {
        matches!(self.certainty, Certainty::Low) || matches!(self.limit, Limit::Local | Limit::SchoolTerm)
    }

    /// The first day on which the limit was law, where this crate knows it.
    #[must_use]
    pub const fn in_force_from(&self) -> Option<NaiveDate> {
        self.in_force_from
    }

    /// What else a user must know; empty where there is nothing.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        self.note
    }
}

impl fmt::Display for Timescale {
    /// The id and the title.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&format!("{} {}", self.id, self.title), f)
    }
}

impl serde::Serialize for Timescale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> serde::Deserialize<'de> for &'static Timescale {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::text(deserializer, &"the id of a timescale, such as \"T22\"", |id| {
            let unknown = || crate::WordError::new("timescale", id, super::timescale_table::IDS);
            Timescale::by_id(id).ok_or_else(unknown)
        })
    }
}
