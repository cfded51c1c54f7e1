//! A team, its agreed maximum caseload, and where it stands.

use super::AgreedMaximum;
use crate::kpi::{Rate, RateError, RateFault, catalogue};
use crate::measure::{Cases, Fte};
use crate::{text::OneLine, workforce::Count};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Where a team stands against its agreed maximum caseload, exactly, in cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CaseloadStanding {
    /// At or below the agreed maximum: it could take `headroom` cases more.
    Within {
        /// Capacity less cases, 0 or more.
        headroom: Decimal,
    },
    /// Above the agreed maximum by `excess` cases.
    Above {
        /// Cases less capacity, above 0.
        excess: Decimal,
    },
    /// Nobody holds cases, so there is no caseload to compare.
    NoCaseHolders,
}

/// A team with its agreed maximum caseload and the cases and case holders observed.
///
/// The agreed maximum may be lower for some, as for newly qualified social workers in their first year: each group then
/// enters the team's capacity with its own maximum. What the particulars say together may be wrong;
/// [`findings`](super::findings) reports it.
///
/// # Examples
///
/// ```
/// use childrens_services::{OneLine, Team, caseload::{CaseloadStanding, NewlyQualified}};
///
/// // Invented: eight case holders, two of them newly qualified with ten cases each at the most.
/// let line = OneLine::new;
/// let newly_qualified = NewlyQualified { case_holders_fte: "2".parse()?, agreed_maximum: "10".parse()? };
/// let team = Team {
///     newly_qualified: vec![newly_qualified],
///     ..Team::new(line("North")?, line("Assessment")?, "16".parse()?, 120.into(), "8".parse()?)
/// };
/// assert_eq!(team.capacity().to_string(), "116"); // 6 × 16 + 2 × 10
/// assert_eq!(team.standing(), CaseloadStanding::Above { excess: 4.into() });
/// assert_eq!(team.average()?.to_string(), "15.0 cases per FTE");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a team: an object with name, service, agreed_maximum, cases and case_holders_fte"
)]
pub struct Team {
    /// The team's name.
    pub name: OneLine,
    /// The service it belongs to.
    pub service: OneLine,
    /// The agreed maximum for all but the newly qualified.
    pub agreed_maximum: AgreedMaximum,
    /// The cases held.
    pub cases: Cases,
    /// The case holders, newly qualified included.
    pub case_holders_fte: Fte,
    /// The groups of newly qualified workers among the case holders.
    #[serde(default)]
    pub newly_qualified: Vec<NewlyQualified>,
}

/// Newly qualified workers among the case holders of a team, with an agreed maximum of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "newly qualified workers: an object with case_holders_fte and agreed_maximum"
)]
pub struct NewlyQualified {
    /// How many they are.
    pub case_holders_fte: Fte,
    /// What was agreed as the most for each of them.
    pub agreed_maximum: AgreedMaximum,
}

impl Team {
    /// Creates a team without newly qualified workers.
    #[must_use]
    pub const fn new(
        name: OneLine,
        service: OneLine,
        agreed_maximum: AgreedMaximum,
        cases: Cases,
        case_holders_fte: Fte,
    ) -> Self {
        Self { name, service, agreed_maximum, cases, case_holders_fte, newly_qualified: Vec::new() }
    }

    /// The newly qualified among the case holders, all groups together, exactly; more than all case holders is a finding.
    #[must_use]
    pub fn newly_qualified_fte(&self) -> Decimal {
        self.newly_qualified.iter().map(|group| group.case_holders_fte.value()).sum()
    }

    /// How many cases the team can hold within its agreed maxima, exactly: for each group of case holders their FTE times
    /// their maximum. If the newly qualified are more than all case holders, nobody is left for the team's own maximum.
    #[must_use]
    pub fn capacity(&self) -> Decimal {
        let hold = |fte: Decimal, maximum: AgreedMaximum| fte * maximum.value();
        let others = (self.case_holders_fte.value() - self.newly_qualified_fte()).max(Decimal::ZERO);
        let reduced =
            self.newly_qualified.iter().map(|of| hold(of.case_holders_fte.value(), of.agreed_maximum));
        (hold(others, self.agreed_maximum) + reduced.sum::<Decimal>()).normalize()
    }

    /// Where the team stands against its agreed maximum.
    #[must_use]
    pub fn standing(&self) -> CaseloadStanding {
        let headroom = (self.capacity() - self.cases.value()).normalize();
        if self.case_holders_fte == Fte::ZERO {
            CaseloadStanding::NoCaseHolders
        } else if headroom < Decimal::ZERO {
            CaseloadStanding::Above { excess: -headroom }
        } else {
            CaseloadStanding::Within { headroom }
        }
    }

    /// Whether the team has case holders and is at or below its agreed maximum.
    #[must_use]
    pub fn is_within_maximum(&self) -> bool {
        matches!(self.standing(), CaseloadStanding::Within { .. })
    }

    /// The observed caseload.
    ///
    /// # Errors
    ///
    /// Returns an error for a team without case holders.
    pub fn average(&self) -> Result<Rate, RateError> {
        average(self.cases, self.case_holders_fte)
    }
}

/// Cases over full-time equivalent case holders.
pub(super) fn average(cases: Cases, case_holders: Fte) -> Result<Rate, RateError> {
    let rate = &catalogue::CASELOAD_FTE;
    if case_holders == Fte::ZERO {
        return Err(RateError::new(rate, RateFault::ZeroDenominator(&[Count::CaseHoldersFte])));
    }
    Rate::new(rate, cases, case_holders)
}
