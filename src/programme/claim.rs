//! What a council claims, and whether its figures bear it out.

use super::ClaimKind;
use crate::{
    measure::Period,
    record::record,
    text::{OneLine, OneLineError},
};
use core::fmt;

record! {
    /// A claim that a report makes, with the figures that it rests on, as far as it names any.
    ///
    /// `measured_by` is the code of an indicator of the programme, or the id of a timescale of the same service area.
    /// What a report prints beside the claim (`value`, `stated_change`) is checked against the programme's figures.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Claim, ClaimKind};
    ///
    /// // West Sussex, autumn 2019: a claim with no measure behind it (rule PRG-03).
    /// let claim = Claim::that(ClaimKind::Compliant, "Health Assessments are compliant with delivery targets")?;
    /// assert_eq!(claim.measured_by(), None);
    /// # Ok::<(), childrens_services::OneLineError>(())
    /// ```
    Claim, "a claim: an object with kind and statement";
    required copies {
        /// What it says.
        kind: ClaimKind,
    }
    required {
        /// The claim in words.
        statement: OneLine,
    }
    texts {
        /// The code of the indicator, or the id of the timescale, that measures it.
        measured_by, with_measured_by;
        /// The figure that the report prints.
        value, with_value;
        /// The difference that the report prints, without its unit: `-16.7`.
        stated_change, with_stated_change;
    }
    days {}
    copies {
        /// The period of the figure.
        period: Period, with_period;
        /// The period since which something changed.
        since: Period, with_since;
    }
    values {}
    lists {}
}

impl Claim {
    /// A claim in words.
    ///
    /// # Errors
    ///
    /// Refuses words that say nothing, and control characters in them.
    pub fn that(kind: ClaimKind, statement: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self::new(kind, OneLine::new(statement)?))
    }
}

/// Whether figures bear a claim out, and which; made by [`Programme::support_of`](super::Programme::support_of).
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Support {
    /// They do.
    Supported(String),
    /// They say otherwise.
    Contradicted(String),
    /// There are none that could.
    Unsupported(String),
}

impl Support {
    /// The figures, or why there are none.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Supported(why) | Self::Contradicted(why) | Self::Unsupported(why) => why,
        }
    }

    /// Whether the figures bear the claim out.
    #[must_use]
    pub const fn is_supported(&self) -> bool {
        matches!(self, Self::Supported(_))
    }
}

impl fmt::Display for Support {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self {
            Self::Supported(_) => "supported",
            Self::Contradicted(_) => "contradicted",
            Self::Unsupported(_) => "not supported",
        };
        crate::text::pad(&format!("{word}: {}", self.why()), f)
    }
}
