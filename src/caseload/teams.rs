//! Teams together: how many are within their agreed maximum.

use super::{CaseloadStanding, Team, rules};
use crate::{
    kpi::{AverageCaseload, RateError, RateFault, official, rate},
    measure::{Cases, Fte},
    rules::Findings,
    text::{self, excerpt},
};
use core::fmt;
use std::collections::BTreeSet;

rate! {
    /// The share of teams at or below their agreed maximum caseload: "4 of 8 teams".
    ///
    /// # Unit
    ///
    /// Per cent of teams, from 0 to 100: more teams within than there are is refused.
    ///
    /// # Source
    ///
    /// A convention of this crate. West Sussex County Council's progress report of autumn 2019: "4 out
    /// of the 8 social work teams have achieved or improved upon their agreed maximum caseload targets".
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::TeamsWithinMaximum;
    ///
    /// let teams = TeamsWithinMaximum::new(4, 8)?;
    /// assert_eq!(teams.to_string(), "4 of 8 teams at or below their agreed maximum caseload");
    /// assert_eq!(teams.to_percent_rounded(0).to_string(), "50%");
    /// assert!(TeamsWithinMaximum::new(9, 8).is_err());
    /// # Ok::<(), childrens_services::RateError>(())
    /// ```
    TeamsWithinMaximum: convention::TEAMS_WITHIN_MAXIMUM_RATE in Percent, to_percent_rounded,
    counts: {
        /// The teams at or below their agreed maximum.
        within: u32,
        /// All teams.
        teams: u32,
    },
    ratio: |rate| (100 * i128::from(rate.within), i128::from(rate.teams)),
    zero: ["teams"],
    refuse: |rate| (rate.within > rate.teams).then_some(RateFault::PartAboveWhole {
        part: ("within", rate.within),
        whole: ("teams", rate.teams),
    }),
}

impl fmt::Display for TeamsWithinMaximum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let teams = if self.teams == 1 { "team" } else { "teams" };
        let text =
            format!("{} of {} {teams} at or below their agreed maximum caseload", self.within, self.teams);
        text::pad(&text, f)
    }
}

/// Some teams, no two of the same name in one service.
///
/// # Examples
///
/// ```
/// use childrens_services::{Cases, Team, Teams};
///
/// // Invented.
/// let north = Team::new("North", "Assessment", "16".parse()?, Cases::new(120), "8".parse()?)?;
/// let south = Team::new("South", "Assessment", "16".parse()?, Cases::new(130), "8".parse()?)?;
/// let teams = Teams::new([north, south])?;
/// assert_eq!(
///     teams.within_maximum()?.to_string(),
///     "1 of 2 teams at or below their agreed maximum caseload",
/// );
/// let above: Vec<_> = teams.above_maximum().map(|(team, excess)| (team.name(), excess)).collect();
/// assert_eq!(above, [("South", 2.into())]);
/// assert_eq!(teams.overall()?.to_caseload_rounded(2).to_string(), "15.63 cases per FTE");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<Team>", into = "Vec<Team>"))]
pub struct Teams(Vec<Team>);

impl Teams {
    /// Takes teams, in any order, which is kept.
    ///
    /// # Errors
    ///
    /// Refuses two teams of the same name in one service.
    pub fn new(teams: impl IntoIterator<Item = Team>) -> Result<Self, TeamsError> {
        let teams: Vec<Team> = teams.into_iter().collect();
        let mut names = BTreeSet::new();
        match teams.iter().find(|team| !names.insert((team.service(), team.name()))) {
            Some(team) => Err(TeamsError { name: excerpt(team.name()), service: excerpt(team.service()) }),
            None => Ok(Self(teams)),
        }
    }

    /// The teams in the order given.
    #[must_use]
    pub fn as_slice(&self) -> &[Team] {
        &self.0
    }

    /// How many teams are at or below their agreed maximum. A team without case holders counts among
    /// the teams, but not as within.
    ///
    /// # Errors
    ///
    /// Refuses no teams at all.
    pub fn within_maximum(&self) -> Result<TeamsWithinMaximum, RateError> {
        // More teams than a u32 counts would not fit into memory.
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let within = self.0.iter().filter(|team| team.is_within_maximum()).count();
        TeamsWithinMaximum::new(count(within), count(self.0.len()))
    }

    /// The teams above their agreed maximum, each with its excess in cases, in the order given.
    pub fn above_maximum(&self) -> impl Iterator<Item = (&Team, rust_decimal::Decimal)> {
        self.0.iter().filter_map(|team| match team.standing() {
            CaseloadStanding::Above { excess } => Some((team, excess)),
            CaseloadStanding::Within { .. } | CaseloadStanding::NoCaseHolders => None,
        })
    }

    /// The caseload of all teams together, from summed counts. The cases of a team without case
    /// holders are among them.
    ///
    /// # Errors
    ///
    /// Refuses teams without any case holder, and sums above a quantity's `MAX`.
    pub fn overall(&self) -> Result<AverageCaseload, RateError> {
        let large = |error| RateError::new(&official::CASELOAD_FTE, RateFault::OutOfRange(error));
        let mut team_counts = self.0.iter().map(|team| (team.cases(), team.case_holders()));
        let (cases, case_holders) =
            team_counts.try_fold((Cases::ZERO, Fte::ZERO), |sum, (cases, holders)| {
                Ok((sum.0.checked_add(cases).map_err(large)?, sum.1.checked_add(holders).map_err(large)?))
            })?;
        AverageCaseload::new(cases, case_holders)
    }

    /// What is wanting, team by team in the order given, at places such as `teams[2].cases`.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let mut findings = Findings::new();
        for (index, team) in self.0.iter().enumerate() {
            findings.extend(rules::findings(team).within(&format!("teams[{index}]")));
        }
        findings
    }
}

impl TryFrom<Vec<Team>> for Teams {
    type Error = TeamsError;

    fn try_from(teams: Vec<Team>) -> Result<Self, TeamsError> {
        Self::new(teams)
    }
}

impl From<Teams> for Vec<Team> {
    fn from(teams: Teams) -> Self {
        teams.0
    }
}

/// Two teams of one service have the same name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there are two teams {name:?} in service {service:?}")]
pub struct TeamsError {
    name: String,
    service: String,
}
