//! Whether a change is for the better, and why.

use super::Polarity;
use crate::vocabulary::vocabulary;
use core::cmp::Ordering;

vocabulary! {
    /// Whether a change is for the better.
    Verdict: "verdict" {
        /// It moved in the better direction.
        Improved: "improved", "improved";
        /// It moved in the worse direction.
        Worsened: "worsened", "worsened";
        /// It certainly did not move.
        Unchanged: "unchanged", "unchanged";
        /// It moved, and neither direction is better.
        Changed: "changed", "changed";
        /// The figures do not decide it.
        CannotTell: "cannot_tell", "cannot tell";
    }
}

vocabulary! {
    /// Why a change has its [`Verdict`]: which way it certainly moved, or why that cannot be told.
    Reason: "reason" {
        /// It certainly rose.
        Rose: "rose", "it rose";
        /// It certainly fell.
        Fell: "fell", "it fell";
        /// Both values are the same.
        Same: "same", "both values are the same";
        /// A figure is withheld or was never given.
        MissingFigure: "missing_figure", "a figure is missing";
        /// A figure is only a limit or an approximation, or `[low]`.
        VagueFigure: "vague_figure", "a figure is a limit or an approximation";
        /// The figures do not differ beyond their rounding.
        WithinRounding: "within_rounding", "no difference beyond rounding";
    }
}

impl Reason {
    /// The reason of a movement that is certain.
    pub(super) const fn of(moved: Ordering) -> Self {
        match moved {
            Ordering::Less => Self::Fell,
            Ordering::Equal => Self::Same,
            Ordering::Greater => Self::Rose,
        }
    }
}

impl Verdict {
    pub(super) const fn of(reason: Reason, polarity: Polarity) -> Self {
        match (reason, polarity) {
            (Reason::Same, _) => Self::Unchanged,
            (Reason::Rose, Polarity::HigherIsBetter) | (Reason::Fell, Polarity::LowerIsBetter) => {
                Self::Improved
            }
            (Reason::Rose, Polarity::LowerIsBetter) | (Reason::Fell, Polarity::HigherIsBetter) => {
                Self::Worsened
            }
            (Reason::Rose | Reason::Fell, Polarity::Neutral) => Self::Changed,
            (Reason::MissingFigure | Reason::VagueFigure | Reason::WithinRounding, _) => Self::CannotTell,
        }
    }
}
