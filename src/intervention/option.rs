//! The intervention options side by side.

use super::{InterventionStatus, LegalBasis};
use crate::delivery::{DeliveryModelKind, DeliveryOrigin};
use core::fmt;

/// An authority in which an option was used, with dates as the sources give them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct OptionExample {
    pub(super) authority: &'static str,
    pub(super) from: &'static str,
    pub(super) end: OptionEnd,
    pub(super) origin: Option<DeliveryOrigin>,
    pub(super) note: &'static str,
}

/// When an option ended in an authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OptionEnd {
    /// On that day, in that month or year.
    On(&'static str),
    /// It ended, or may have: no date is on record.
    NotOnRecord,
    /// It goes on, as last reported.
    Continuing,
}

impl OptionExample {
    /// The authority or authorities.
    #[must_use]
    pub const fn authority(&self) -> &'static str {
        self.authority
    }

    /// When it began: a day, a month or a year.
    #[must_use]
    pub const fn from(&self) -> &'static str {
        self.from
    }

    /// When it ended.
    #[must_use]
    pub const fn end(&self) -> OptionEnd {
        self.end
    }

    /// How a delivery model came about: not every one was ordered.
    #[must_use]
    pub const fn origin(&self) -> Option<DeliveryOrigin> {
        self.origin
    }

    /// What it was.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        self.note
    }
}

/// One option for intervention: who delivers, who is accountable, what it rests on, what triggers it, and
/// where it was used.
///
/// # Source
///
/// Education Act 1996 s497A; written answers of 11 April 2016, 17 January 2018 and 27 May 2022; the examples
/// from council releases, Community Care, CYPNow and other press of 2013 to 2025.
///
/// # Examples
///
/// ```
/// use childrens_services::intervention::OPTIONS;
///
/// let trust = OPTIONS.iter().find(|option| option.code() == "council_owned_company").unwrap();
/// assert_eq!((trust.level(), trust.is_statutory()), (5, true));
/// assert_eq!((trust.delivered_by(), trust.accountable()), ("the company", "the council"));
/// assert!(trust.examples().iter().any(|example| example.authority() == "Sandwell"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct InterventionOption {
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) level: u8,
    pub(super) model: DeliveryModelKind,
    pub(super) statuses: &'static [InterventionStatus],
    pub(super) legal_basis: &'static [LegalBasis],
    pub(super) trigger: &'static str,
    pub(super) content: &'static str,
    pub(super) examples: &'static [OptionExample],
}

impl InterventionOption {
    /// Its code, such as `council_owned_company`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its title.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The rung of the ladder; see [`InterventionStatus::level`].
    #[must_use]
    pub const fn level(&self) -> u8 {
        self.level
    }

    /// Whether it is statutory: whether it rests on a power to direct.
    #[must_use]
    pub fn is_statutory(&self) -> bool {
        self.legal_basis.iter().any(|basis| basis.directs())
    }

    /// The delivery model that goes with it.
    #[must_use]
    pub const fn model(&self) -> DeliveryModelKind {
        self.model
    }

    /// Who delivers the services.
    #[must_use]
    pub const fn delivered_by(&self) -> &'static str {
        self.model.delivered_by()
    }

    /// Who stays responsible by statute.
    #[must_use]
    pub const fn accountable(&self) -> &'static str {
        self.model.accountable()
    }

    /// The statuses of a case in which it is in use.
    #[must_use]
    pub const fn statuses(&self) -> &'static [InterventionStatus] {
        self.statuses
    }

    /// The powers that it rests on.
    #[must_use]
    pub const fn legal_basis(&self) -> &'static [LegalBasis] {
        self.legal_basis
    }

    /// What triggers it.
    #[must_use]
    pub const fn trigger(&self) -> &'static str {
        self.trigger
    }

    /// What it typically holds.
    #[must_use]
    pub const fn content(&self) -> &'static str {
        self.content
    }

    /// Where it was used.
    #[must_use]
    pub const fn examples(&self) -> &'static [OptionExample] {
        self.examples
    }
}

impl fmt::Display for InterventionOption {
    /// The title, such as `Children's Trust: council-owned company`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::text::pad(self.title, f)
    }
}
