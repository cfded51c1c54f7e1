//! What makes no record of governance.

use crate::{
    calendar::PartialDate,
    text::{OneLine, excerpt},
};

/// A record of governance names one thing twice, or something that is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct GovernanceError {
    place: String,
    problem: Problem,
}

impl GovernanceError {
    pub(super) fn new(place: String, problem: Problem) -> Self {
        Self { place, problem }
    }

    /// The path to what cannot be, such as `appointments[2].post`.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Problem {
    #[error("{given:?} is already that of {earlier}")]
    Twice { given: String, earlier: String },
    #[error("{given:?} is no {what} on record, which has {known}")]
    Unknown { what: &'static str, given: String, known: String },
    #[error("{until} lies before {from}, when it begins")]
    Backwards { from: PartialDate, until: PartialDate },
    #[error("0 is no tier: the first is 1")]
    NoTier,
}

impl Problem {
    /// A reference to what is not there, with the first few that are.
    pub(super) fn unknown<'a>(
        what: &'static str,
        given: &str,
        mut known: impl Iterator<Item = &'a OneLine>,
    ) -> Self {
        const SHOWN: usize = 8;
        let shown: Vec<_> =
            known.by_ref().take(SHOWN).map(|name| format!("{:?}", excerpt(name.as_str()))).collect();
        let known = match (shown.len(), known.count()) {
            (0, _) => "none".to_owned(),
            (_, 0) => shown.join(", "),
            (_, more) => format!("{} and {more} more", shown.join(", ")),
        };
        Self::Unknown { what, given: excerpt(given), known }
    }
}
