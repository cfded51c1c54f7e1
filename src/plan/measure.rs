//! What shows whether the plan works: an indicator with its target.

use super::MeasureKind;
use crate::kpi::{Goal, Indicator, Target};
use serde::{Deserialize, Serialize};

/// A measure of the plan: an indicator, what it looks at, and what it is to reach or to hold.
///
/// # Examples
///
/// ```
/// use childrens_services::{Assessment, Measure, Series, Target, TargetStatus, kpi::catalogue};
///
/// // Invented target.
/// let gap = Measure {
///     areas: vec![10],
///     target: Some(Target::new("at most 2%".parse()?)),
///     ..Measure::new(&catalogue::VACANCY_GAP_RATE)
/// };
/// let series = Series::new(&gap.indicator, [("2019-02", "18.5%"), ("2019-09", "1.8%")])?;
/// let target = gap.target.as_ref().ok_or("it has a target")?;
/// assert_eq!(Assessment::of(&series, target, "2019-10-31".parse()?).status(), TargetStatus::Met);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a measure: an object with indicator and kind")]
pub struct Measure {
    /// What is measured.
    pub indicator: Indicator,
    /// What it looks at.
    pub kind: MeasureKind,
    /// The areas for improvement that it measures, by their numbers.
    #[serde(default)]
    pub areas: Vec<u32>,
    /// What it is to reach or to hold, with the baseline.
    pub target: Option<Target>,
    /// The limit that law or statutory guidance gives, beside the target.
    pub statutory_limit: Option<Goal>,
}

impl Measure {
    /// Creates an outcome measure of an indicator.
    #[must_use]
    pub fn new(indicator: &Indicator) -> Self {
        Self {
            indicator: indicator.clone(),
            kind: MeasureKind::Outcome,
            areas: Vec::new(),
            target: None,
            statutory_limit: None,
        }
    }
}
