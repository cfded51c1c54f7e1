//! Whether a change is for the better, and why that cannot be told.

use super::Polarity;
use crate::text;
use core::{cmp::Ordering, fmt};

/// Whether a change is for the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Verdict {
    /// It moved in the better direction.
    Improved,
    /// It moved in the worse direction.
    Worsened,
    /// It certainly did not move.
    Unchanged,
    /// It moved, and neither direction is better.
    Changed,
    /// The figures do not decide it.
    CannotTell,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Worsened => "worsened",
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::CannotTell => "cannot tell",
        }
    }

    pub(super) fn of(moved: Option<Ordering>, polarity: Polarity) -> Self {
        match (moved, polarity) {
            (None, _) => Self::CannotTell,
            (Some(Ordering::Equal), _) => Self::Unchanged,
            (Some(_), Polarity::Neutral) => Self::Changed,
            (Some(Ordering::Less), Polarity::LowerIsBetter)
            | (Some(Ordering::Greater), Polarity::HigherIsBetter) => Self::Improved,
            (Some(_), _) => Self::Worsened,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}

/// Why it cannot be told whether a change is for the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Doubt {
    /// A figure is withheld or was never given.
    MissingFigure,
    /// A figure is only a limit or an approximation, or `[low]`.
    VagueFigure,
    /// The figures do not differ beyond their rounding.
    WithinRounding,
}

impl Doubt {
    /// The reason in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::MissingFigure => "a figure is missing",
            Self::VagueFigure => "a figure is a limit or an approximation",
            Self::WithinRounding => "no difference beyond rounding",
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}
