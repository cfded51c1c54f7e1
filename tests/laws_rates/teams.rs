//! Laws of teams and their agreed maximum caseload.

use crate::{config, counts::*, over_the_wire};
use childrens_services::{
    AgreedMaximum, CaseloadStanding, Cases, Fte, OneLine, Team,
    caseload::{self, NewlyQualified, StatedTeams},
    rust_decimal::Decimal,
};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeSet;

fn tenths(tenths: i64) -> Fte {
    of(Decimal::new(tenths, 1))
}

/// The team North of Assessment.
fn north(maximum: AgreedMaximum, cases: u32, holders: Fte) -> Team {
    let line = |text: &str| OneLine::new(text).unwrap();
    Team::new(line("North"), line("Assessment"), maximum, Cases::new(cases), holders)
}

/// A team with its groups of case holders and what each was agreed at the most; half of the teams hold
/// about as many cases as they can.
fn teams_of_groups() -> impl Strategy<Value = (Team, Vec<(Fte, AgreedMaximum)>)> {
    let groups = vec((0..=60_i64, any::<AgreedMaximum>()), 0..4);
    let cases = prop_oneof![(0..=400_u32).prop_map(Ok), (0..=2_u32).prop_map(Err)];
    (any::<AgreedMaximum>(), cases, 0..=200_i64, groups).prop_map(move |(maximum, cases, others, groups)| {
        let reduced: Vec<_> = groups.iter().map(|group| (tenths(group.0), group.1.min(maximum))).collect();
        let all: Vec<_> = reduced.iter().copied().chain([(tenths(others), maximum)]).collect();
        let can_hold = all.iter().map(|group| group.0.value() * group.1.value()).sum::<Decimal>();
        let cases = cases.unwrap_or_else(|off| {
            u32::try_from(can_hold.trunc()).unwrap().saturating_add(off).saturating_sub(1)
        });
        let holders = of(all.iter().map(|group| group.0.value()).sum::<Decimal>());
        let group =
            |&(case_holders_fte, agreed_maximum): &_| NewlyQualified { case_holders_fte, agreed_maximum };
        let newly_qualified = reduced.iter().map(group).collect();
        (Team { newly_qualified, ..north(maximum, cases, holders) }, all)
    })
}

fn teams() -> impl Strategy<Value = Vec<Team>> {
    vec(any::<Team>(), 0..8)
}

/// Teams with case holders, each with an average.
fn staffed() -> impl Strategy<Value = Vec<Team>> {
    teams().prop_map(|teams| teams.into_iter().filter(|team| team.case_holders_fte > Fte::ZERO).collect())
}

fn rules_broken(teams: &[Team]) -> Vec<(&'static str, String)> {
    caseload::findings(teams)
        .iter()
        .map(|finding| (finding.rule().id(), finding.place().to_owned()))
        .collect()
}

proptest! {
    #![proptest_config(config())]

    /// The capacity of a team is what each group of its case holders can hold, added up.
    #[test]
    fn capacity_by_groups((team, groups) in teams_of_groups()) {
        let hold = |group: &(Fte, AgreedMaximum)| group.0.value() * group.1.value();
        prop_assert_eq!(team.capacity(), groups.iter().map(hold).sum::<Decimal>());
        let newly_qualified = groups[..groups.len() - 1].iter().map(|group| group.0.value()).sum::<Decimal>();
        prop_assert_eq!(team.newly_qualified_fte(), newly_qualified);
    }

    /// A team with case holders is within its maximum exactly when its cases do not exceed its capacity;
    /// headroom and excess are the difference of the two.
    #[test]
    fn standing_by_capacity(team in prop_oneof![any::<Team>(), teams_of_groups().prop_map(|both| both.0)]) {
        let (cases, capacity) = (team.cases.value(), team.capacity());
        let nobody = team.case_holders_fte == Fte::ZERO;
        let expected = match (nobody, cases <= capacity) {
            (true, _) => CaseloadStanding::NoCaseHolders,
            (_, true) => CaseloadStanding::Within { headroom: capacity - cases },
            (_, false) => CaseloadStanding::Above { excess: cases - capacity },
        };
        prop_assert_eq!(team.standing(), expected);
        prop_assert_eq!(team.is_within_maximum(), !nobody && cases <= capacity);
        prop_assert_eq!(team.average().is_ok(), !nobody);
        match team.average() {
            Ok(average) => prop_assert_eq!(
                (average.numerator(), average.denominator()),
                (cases, team.case_holders_fte.value()),
            ),
            Err(error) => {
                prop_assert_eq!(error.to_string(), "caseload_fte is not defined: case_holders_fte is 0");
            }
        }
    }

    /// Without newly qualified workers a team is within its maximum exactly when its average is.
    #[test]
    fn standing_by_average(
        maximum in any::<AgreedMaximum>(), cases in 0..=400_u32, tenths_fte in 1..=200_i64,
    ) {
        let team = north(maximum, cases, tenths(tenths_fte));
        let average = i128::from(cases) * 10_000_000;
        let most = i128::from(tenths_fte) * millionths(maximum.value());
        prop_assert_eq!(team.is_within_maximum(), average <= most);
    }

    /// More newly qualified workers than case holders are found wrong, and so is a maximum above the team's.
    #[test]
    fn newly_qualified_are_among_the_case_holders(
        team in any::<Team>(), more in 0..=300_i64, maximum in any::<AgreedMaximum>(),
    ) {
        let all = team.newly_qualified_fte() + tenths(more).value();
        let (fits, lower) = (all <= team.case_holders_fte.value(), maximum <= team.agreed_maximum);
        let index = team.newly_qualified.len();
        let mut with = team.clone();
        with.newly_qualified.push(NewlyQualified { case_holders_fte: tenths(more), agreed_maximum: maximum });
        let found = rules_broken(std::slice::from_ref(&with));
        let at = |rule: &'static str, place: String| found.contains(&(rule, place));
        prop_assert_eq!(at("CSL-03", "teams[0].newly_qualified".to_owned()), !fits);
        prop_assert_eq!(at("CSL-04", format!("teams[0].newly_qualified[{index}].agreed_maximum")), !lower);
        prop_assert_eq!(caseload::findings(std::slice::from_ref(&with)).is_ok(), fits && lower);
        if !fits {
            // Then nobody is left for the team's own maximum, and the reduced ones are all of the capacity.
            let hold = |group: &NewlyQualified| group.case_holders_fte.value() * group.agreed_maximum.value();
            prop_assert_eq!(with.capacity(), with.newly_qualified.iter().map(hold).sum::<Decimal>());
        }
        prop_assert_eq!(over_the_wire(&with), with);
    }

    /// What the generator draws is sound, and a team is the same after the wire.
    #[test]
    fn teams_round_trip(
        team in any::<Team>(), (grouped, _) in teams_of_groups(), stated in any::<StatedTeams>(),
    ) {
        prop_assert!(caseload::findings(std::slice::from_ref(&team)).is_ok());
        prop_assert!(caseload::findings(std::slice::from_ref(&grouped)).is_ok());
        prop_assert_eq!(over_the_wire(&team), team);
        prop_assert_eq!(over_the_wire(&grouped), grouped);
        prop_assert_eq!(over_the_wire(&stated), stated);
    }

    /// In whatever order teams come, as many are within their maximum, the same ones are above it, and the
    /// caseload overall is the same.
    #[test]
    fn order_of_teams_is_irrelevant(
        (teams, shuffled) in teams().prop_flat_map(|teams| (Just(teams.clone()), Just(teams).prop_shuffle())),
    ) {
        let above = |teams: &[Team]| {
            let names = caseload::above_maximum(teams)
                .map(|(team, excess)| (team.service.to_string(), team.name.to_string(), excess));
            names.collect::<BTreeSet<_>>()
        };
        let within = |teams: &[Team]| caseload::within_maximum(teams).map(|rate| rate.quotient());
        let overall = |teams: &[Team]| caseload::overall(teams).map(|rate| rate.quotient());
        prop_assert_eq!(within(&teams), within(&shuffled));
        prop_assert_eq!(above(&teams), above(&shuffled));
        prop_assert_eq!(overall(&teams), overall(&shuffled));
    }

    /// Each team is within its maximum, above it, or without case holders; and is found so.
    #[test]
    fn each_team_stands_somewhere(teams in teams()) {
        let nobody = teams.iter().filter(|team| team.case_holders_fte == Fte::ZERO).count();
        let within = caseload::within_maximum(&teams).map_or(Decimal::ZERO, |rate| rate.numerator());
        let above = caseload::above_maximum(&teams).count();
        prop_assert_eq!(Decimal::from(nobody + above) + within, Decimal::from(teams.len()));
        prop_assert_eq!(caseload::within_maximum(&teams).is_err(), teams.is_empty());
        for (team, excess) in caseload::above_maximum(&teams) {
            prop_assert_eq!(team.capacity() + excess, team.cases.value());
        }
        let found = |rule| rules_broken(&teams).iter().filter(|broken| broken.0 == rule).count();
        prop_assert_eq!((found("CSL-01"), found("CSL-02")), (above, nobody));
    }

    /// The caseload overall is all cases over all case holders; of teams with case holders it lies between
    /// the lowest and the highest average.
    #[test]
    fn overall_lies_between(teams in staffed()) {
        let averages: Vec<_> = teams.iter().map(|team| team.average().unwrap()).collect();
        match caseload::overall(&teams) {
            Ok(overall) => {
                prop_assert!(averages.iter().any(|average| *average <= overall));
                prop_assert!(averages.iter().any(|average| *average >= overall));
                let cases = teams.iter().map(|team| team.cases.value()).sum::<Decimal>();
                let holders = teams.iter().map(|team| team.case_holders_fte.value()).sum::<Decimal>();
                prop_assert_eq!((overall.numerator(), overall.denominator()), (cases, holders));
            }
            Err(_) => prop_assert!(averages.is_empty()),
        }
    }

    /// Two teams of one name in one service are found, at the later of them, wherever they stand.
    #[test]
    fn one_name_once(teams in teams(), team in any::<Team>()) {
        let name = |team: &Team| (team.service.as_str().to_owned(), team.name.as_str().to_owned());
        let repeated = |teams: &[Team]| {
            let mut names = BTreeSet::new();
            let again = teams.iter().enumerate().filter(|(_, team)| !names.insert(name(team)));
            again.map(|(index, _)| ("CSL-05", format!("teams[{index}].name"))).collect::<Vec<_>>()
        };
        let found = |teams: &[Team]| {
            rules_broken(teams).into_iter().filter(|broken| broken.0 == "CSL-05").collect::<Vec<_>>()
        };
        let mut more = teams;
        more.push(team.clone());
        prop_assert_eq!(found(&more), repeated(&more));
        more.insert(0, team);
        prop_assert_eq!(found(&more), repeated(&more));
        prop_assert!(!found(&more).is_empty() && !caseload::findings(&more).is_ok());
    }
}
