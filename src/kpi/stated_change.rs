//! A change that a source states as a share of where it began.

use super::{Change, Indicator, SeriesError, change::check_order};
use crate::measure::{Period, Quantity, QuantityError, RelativeChange};
use serde::{Deserialize, Serialize};

/// A change that a source states only as per cent of where it began: "reduced by three quarters since February" names no
/// figure, but can be applied to one.
///
/// # Examples
///
/// ```
/// use childrens_services::{Headcount, StatedChange, Verdict, kpi::catalogue};
///
/// let leaving = StatedChange {
///     indicator: catalogue::STAFF_LEAVING.clone(),
///     since: "2019-02".parse()?,
///     until: "2019-09".parse()?,
///     relative: "-75%".parse()?,
/// };
/// let change = leaving.change()?;
/// assert_eq!(change.to_string(), "2019-02 to 2019-09: -75.0%, improved");
/// assert_eq!(change.verdict(), Verdict::Improved);
/// assert_eq!(leaving.apply_to_rounded(Headcount::new(24), 0)?.to_string(), "6 people");
///
/// let backwards = StatedChange { since: leaving.until, until: leaving.since, ..leaving };
/// assert_eq!(
///     backwards.change().unwrap_err().to_string(),
///     "staff_leaving cannot change from 2019-09 to 2019-02: the later period must end after the earlier",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a stated change: an object with indicator, since, until and relative"
)]
pub struct StatedChange {
    /// What changed.
    pub indicator: Indicator,
    /// The period it changed from.
    pub since: Period,
    /// The period it changed to.
    pub until: Period,
    /// How far, as per cent of where it began.
    pub relative: RelativeChange,
}

impl StatedChange {
    /// The change with its verdict.
    ///
    /// # Errors
    ///
    /// Returns an error for periods of different kinds, and if the later period does not end after the earlier.
    pub fn change(&self) -> Result<Change, SeriesError> {
        check_order(&self.indicator, self.since, self.until)?;
        Ok(Change::of_stated(self))
    }

    /// Where the change leads from a baseline, rounded once to `dp` places (at most as many as the unit has), halves away
    /// from zero.
    ///
    /// # Errors
    ///
    /// Returns an error for a baseline in another unit than the indicator's or below 0, for a result outside the unit's
    /// range, and for a share above 100% as baseline or as rounded result.
    pub fn apply_to_rounded(
        &self,
        baseline: impl Into<Quantity>,
        dp: u32,
    ) -> Result<Quantity, QuantityError> {
        let baseline = baseline.into().expect_unit(self.indicator.unit())?;
        let result = self.relative.apply_to_rounded(baseline, dp)?;
        if !self.indicator.is_share() {
            return Ok(result);
        }
        baseline.expect_share(|| format!("of {baseline}"))?;
        result.expect_share(|| format!("of {result} after a change by {} from {baseline}", self.relative))
    }
}
