//! A team, its agreed maximum caseload, and where it stands.

use super::AgreedMaximum;
#[cfg(feature = "serde")]
use crate::wire::Object;
use crate::{
    kpi::{AverageCaseload, RateError},
    measure::{
        Cases, Fte,
        number::ONE,
        quantity::sealed::{Millionths, of_micros},
    },
    text::excerpt,
};
use rust_decimal::Decimal;

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
/// The agreed maximum may be lower for some, as for newly qualified social workers in their first
/// year: each group then enters the team's capacity with its own maximum.
///
/// # Guarantees
///
/// A name without control characters; newly qualified workers are among the case holders, and their
/// maximum is not above the team's.
///
/// # Examples
///
/// ```
/// use childrens_services::{Cases, Team, caseload::CaseloadStanding};
///
/// // Invented: eight case holders, two of them newly qualified with ten cases each at the most.
/// let team = Team::new("North", "Assessment", "16".parse()?, Cases::new(120), "8".parse()?)?
///     .with_newly_qualified("2".parse()?, "10".parse()?)?;
/// assert_eq!(team.capacity().to_string(), "116"); // 6 × 16 + 2 × 10
/// assert_eq!(team.standing(), CaseloadStanding::Above { excess: 4.into() });
/// assert_eq!(team.average()?.to_caseload_rounded(1).to_string(), "15 cases per FTE");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Object<Wire>", into = "Wire"))]
pub struct Team {
    name: String,
    service: String,
    maximum: AgreedMaximum,
    cases: Cases,
    case_holders: Fte,
    newly_qualified: Vec<NewlyQualified>,
    /// Of all groups together, at most the case holders.
    newly_qualified_fte: Fte,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        deny_unknown_fields,
        expecting = "newly qualified workers: an object with case_holders_fte and agreed_maximum"
    )
)]
struct NewlyQualified {
    case_holders_fte: Fte,
    agreed_maximum: AgreedMaximum,
}

impl Team {
    /// A team of a service: its agreed maximum, and the cases held by its case holders (FTE).
    ///
    /// # Errors
    ///
    /// Refuses an empty name, and control characters such as a line break in a name.
    pub fn new(
        name: impl Into<String>,
        service: impl Into<String>,
        maximum: AgreedMaximum,
        cases: Cases,
        case_holders: Fte,
    ) -> Result<Self, TeamError> {
        let name = name.into();
        if name.trim().is_empty() {
            return Err(TeamError(Problem::NoName));
        }
        let service = service.into();
        if let Some(text) = [&name, &service].into_iter().find(|text| text.contains(char::is_control)) {
            return Err(TeamError(Problem::Control(excerpt(text))));
        }
        Ok(Self {
            name,
            service,
            maximum,
            cases,
            case_holders,
            newly_qualified: Vec::new(),
            newly_qualified_fte: Fte::ZERO,
        })
    }

    /// Says that so many of the case holders (FTE) have a lower agreed maximum, being newly
    /// qualified. May be said again for another group.
    ///
    /// # Errors
    ///
    /// Refuses more newly qualified workers than case holders, and a maximum above the team's.
    pub fn with_newly_qualified(
        mut self,
        case_holders: Fte,
        maximum: AgreedMaximum,
    ) -> Result<Self, TeamError> {
        if maximum > self.maximum {
            return Err(TeamError(Problem::Maximum {
                team: excerpt(&self.name),
                reduced: maximum,
                agreed: self.maximum,
            }));
        }
        let all = self.newly_qualified_fte.checked_add(case_holders);
        match all {
            Ok(all) if all <= self.case_holders => self.newly_qualified_fte = all,
            _ => {
                let all = all.map_or_else(|_| format!("above {}", Fte::MAX), |all| all.to_string());
                let case_holders = self.case_holders;
                return Err(TeamError(Problem::TooMany { team: excerpt(&self.name), all, case_holders }));
            }
        }
        self.newly_qualified.push(NewlyQualified { case_holders_fte: case_holders, agreed_maximum: maximum });
        Ok(self)
    }

    /// The team's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The service it belongs to.
    #[must_use]
    pub fn service(&self) -> &str {
        &self.service
    }

    /// The agreed maximum for all but the newly qualified.
    #[must_use]
    pub const fn agreed_maximum(&self) -> AgreedMaximum {
        self.maximum
    }

    /// The cases held.
    #[must_use]
    pub const fn cases(&self) -> Cases {
        self.cases
    }

    /// The case holders, newly qualified included.
    #[must_use]
    pub const fn case_holders(&self) -> Fte {
        self.case_holders
    }

    /// The groups of newly qualified workers among the case holders: each one's FTE and agreed maximum.
    pub fn newly_qualified(&self) -> impl Iterator<Item = (Fte, AgreedMaximum)> {
        self.newly_qualified.iter().map(|group| (group.case_holders_fte, group.agreed_maximum))
    }

    /// The newly qualified among the case holders, all groups together.
    #[must_use]
    pub const fn newly_qualified_fte(&self) -> Fte {
        self.newly_qualified_fte
    }

    /// How many cases the team can hold within its agreed maxima, exactly: for each group of case
    /// holders their FTE times their maximum.
    #[must_use]
    pub fn capacity(&self) -> Decimal {
        in_cases(self.capacity_inner())
    }

    /// Where the team stands against its agreed maximum.
    #[must_use]
    pub fn standing(&self) -> CaseloadStanding {
        if self.case_holders == Fte::ZERO {
            return CaseloadStanding::NoCaseHolders;
        }
        let headroom = self.capacity_inner() - self.cases.micros() * ONE;
        if headroom < 0 {
            CaseloadStanding::Above { excess: in_cases(-headroom) }
        } else {
            CaseloadStanding::Within { headroom: in_cases(headroom) }
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
    /// Refuses a team without case holders.
    pub fn average(&self) -> Result<AverageCaseload, RateError> {
        AverageCaseload::new(self.cases, self.case_holders)
    }

    /// In millionths of millionths of a case: at most 10^12 × 10^9.
    fn capacity_inner(&self) -> i128 {
        let hold = |fte: Fte, maximum: AgreedMaximum| fte.micros() * maximum.caseload().micros();
        let reduced: i128 = self.newly_qualified().map(|(fte, maximum)| hold(fte, maximum)).sum();
        let others = of_micros(self.case_holders.micros() - self.newly_qualified_fte.micros());
        hold(others, self.maximum) + reduced
    }
}

fn in_cases(micros_of_micros: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(micros_of_micros, 12)
        .expect("a capacity is at most 10^21 and the cases 5 × 10^21, below 2^96")
        .normalize()
}

/// A team was described in a way that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct TeamError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("a team needs a name")]
    NoName,
    #[error("team or service {0:?} has a control character in its name")]
    Control(String),
    #[error("team {team}: the reduced maximum of {reduced} is above the agreed maximum of {agreed}")]
    Maximum { team: String, reduced: AgreedMaximum, agreed: AgreedMaximum },
    #[error("team {team}: newly qualified are {all}, but all case holders only {case_holders}")]
    TooMany { team: String, all: String, case_holders: Fte },
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a team: an object with name, service, agreed_maximum, cases and case_holders_fte"
)]
struct Wire {
    name: String,
    service: String,
    agreed_maximum: AgreedMaximum,
    cases: Cases,
    case_holders_fte: Fte,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    newly_qualified: Vec<Object<NewlyQualified>>,
}

#[cfg(feature = "serde")]
impl TryFrom<Object<Wire>> for Team {
    type Error = TeamError;

    fn try_from(Object(wire): Object<Wire>) -> Result<Self, TeamError> {
        let team =
            Self::new(wire.name, wire.service, wire.agreed_maximum, wire.cases, wire.case_holders_fte)?;
        wire.newly_qualified.into_iter().try_fold(team, |team, Object(group)| {
            team.with_newly_qualified(group.case_holders_fte, group.agreed_maximum)
        })
    }
}

#[cfg(feature = "serde")]
impl From<Team> for Wire {
    fn from(team: Team) -> Self {
        let Team { name, service, maximum, cases, case_holders, newly_qualified, .. } = team;
        Self {
            name,
            service,
            agreed_maximum: maximum,
            cases,
            case_holders_fte: case_holders,
            newly_qualified: newly_qualified.into_iter().map(Object).collect(),
        }
    }
}
