//! A change as text, whatever its unit.

use super::{Doubt, Verdict};
use crate::{measure::Period, text};
use core::fmt::{self, Write as _};

/// A [`Change`](crate::Change) as text for a table or for JSON, whatever its unit.
///
/// Made by [`Change::summary`](crate::Change::summary). It is for showing; it cannot be read back.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ChangeSummary {
    /// The indicator's code.
    pub code: String,
    /// The indicator's title.
    pub title: String,
    /// The period it changed from.
    pub since: Period,
    /// The period it changed to.
    pub until: Period,
    /// The first observation as a report prints it; none for a relative-only change.
    pub earlier: Option<String>,
    /// The last observation as a report prints it; none for a relative-only change.
    pub later: Option<String>,
    /// The difference without its unit, `-16.7`; none where it cannot be worked out.
    pub absolute: Option<String>,
    /// The unit of the difference, such as `percentage points`; empty for counts.
    pub absolute_unit: &'static str,
    /// The relative change without its per cent sign, `-90.3`; none where it cannot be worked out.
    pub relative: Option<String>,
    /// Whether the change is for the better.
    pub verdict: Verdict,
    /// Why that cannot be told; none where it can.
    pub doubt: Option<Doubt>,
}

impl fmt::Display for ChangeSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = match (&self.earlier, &self.later) {
            (Some(earlier), Some(later)) => {
                format!("{earlier} ({}) to {later} ({}): ", self.since, self.until)
            }
            _ => format!("{} to {}: ", self.since, self.until),
        };
        if let Some(absolute) = &self.absolute {
            let space = if self.absolute_unit.is_empty() { "" } else { " " };
            write!(text, "{}{absolute}{space}{}, ", plus(absolute), self.absolute_unit)?;
        }
        if let Some(relative) = &self.relative {
            write!(text, "{}{relative}%, ", plus(relative))?;
        }
        write!(text, "{}", self.verdict)?;
        if let Some(doubt) = self.doubt {
            write!(text, ": {doubt}")?;
        }
        text::pad(&text, f)
    }
}

/// The sign that a rise is printed with.
fn plus(number: &str) -> &'static str {
    let moved = number.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if moved && !number.starts_with('-') { "+" } else { "" }
}
