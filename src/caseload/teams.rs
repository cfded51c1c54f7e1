//! Teams together: how many are within their agreed maximum.

use super::{CaseloadStanding, Team, rules, team::average};
use crate::kpi::{Rate, RateError, RateFault, catalogue};
use crate::measure::{Cases, Fte};
use crate::rules::Findings;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How many teams a council states to be at or below their agreed maximum caseload: "4 of the 8 teams".
///
/// # Source
///
/// West Sussex County Council's progress report of autumn 2019: "4 out of the 8 social work teams have achieved or improved
/// upon their agreed maximum caseload targets".
///
/// # Examples
///
/// ```
/// use childrens_services::caseload::StatedTeams;
///
/// assert_eq!(StatedTeams { within: 4, teams: 8 }.rate()?.to_string(), "50.0%");
/// assert_eq!(
///     StatedTeams { within: 9, teams: 8 }.rate().unwrap_err().to_string(),
///     "teams_within_maximum_rate is not defined: it is a share of a whole, and 9 is above 8",
/// );
/// # Ok::<(), childrens_services::RateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "stated teams: an object with within and teams")]
pub struct StatedTeams {
    /// The teams at or below their agreed maximum.
    pub within: u32,
    /// All teams.
    pub teams: u32,
}

impl StatedTeams {
    /// The share of teams.
    ///
    /// # Errors
    ///
    /// Returns an error for no teams at all, and for more within than there are.
    pub fn rate(self) -> Result<Rate, RateError> {
        Rate::new(&catalogue::TEAMS_WITHIN_MAXIMUM_RATE, self.within, self.teams)
    }
}

/// A share of teams in words: `4 of 8 teams at or below their agreed maximum caseload`.
pub(crate) fn in_words(rate: &Rate) -> String {
    let (within, all) = (rate.numerator(), rate.denominator());
    let teams = if all == Decimal::ONE { "team" } else { "teams" };
    format!("{within} of {all} {teams} at or below their agreed maximum caseload")
}

/// How many teams are at or below their agreed maximum. A team without case holders counts among the teams, but not as
/// within.
///
/// # Errors
///
/// Returns an error for no teams at all.
pub fn within_maximum(teams: &[Team]) -> Result<Rate, RateError> {
    // More teams than a u32 counts would not fit into memory.
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let within = teams.iter().filter(|team| team.is_within_maximum()).count();
    StatedTeams { within: count(within), teams: count(teams.len()) }.rate()
}

/// The teams above their agreed maximum, each with its excess in cases, in the order given.
pub fn above_maximum(teams: &[Team]) -> impl Iterator<Item = (&Team, Decimal)> {
    teams.iter().filter_map(|team| match team.standing() {
        CaseloadStanding::Above { excess } => Some((team, excess)),
        CaseloadStanding::Within { .. } | CaseloadStanding::NoCaseHolders => None,
    })
}

/// The caseload of all teams together, from summed counts. The cases of a team without case holders are among them.
///
/// # Errors
///
/// Returns an error for teams without any case holder, and for sums above a quantity's range.
pub fn overall(teams: &[Team]) -> Result<Rate, RateError> {
    let large = |error| RateError::new(&catalogue::CASELOAD_FTE, RateFault::Count(error));
    let (cases, holders) = teams.iter().try_fold((Cases::ZERO, Fte::ZERO), |(cases, holders), team| {
        let cases = cases.checked_add(team.cases).map_err(large)?;
        Ok((cases, holders.checked_add(team.case_holders_fte).map_err(large)?))
    })?;
    average(cases, holders)
}

/// What is wrong or unusual about teams, team by team in the order given, at places such as `teams[2].cases`.
#[must_use]
pub fn findings(teams: &[Team]) -> Findings {
    let mut findings = Findings::new();
    let mut names = std::collections::HashMap::new();
    for (index, team) in teams.iter().enumerate() {
        let mut of_team = rules::of_team(team);
        let first = *names.entry((&team.service, &team.name)).or_insert(index);
        of_team.extend((first < index).then(|| rules::same_name(team, first)));
        findings.extend(of_team.within(&format!("teams[{index}]")));
    }
    findings
}
