//! Governance as it was known on a day: one item on each side of the day for each part.

use crate::helpers::{Parts, body, day, good, held, posts, term};
use childrens_services::{
    Appointment, BodyKind, Governance, KeyDecision, Meeting, Strategy,
    chrono::NaiveDate,
    governance::{DistantPlacementApproval, StrategyState},
};

const DAY: &str = "2019-10-31";

#[track_caller]
fn appointed<const N: usize>(appointments: [Appointment; N]) -> Governance {
    Governance::new(posts(), appointments, [], [], [], []).unwrap()
}

/// On the day this becomes that, and on the last day of all it is as it was.
#[track_caller]
fn becomes(all: &Governance, known: &Governance) {
    assert_eq!(all.known_on(day(DAY)), *known);
    assert_eq!(all.known_on(NaiveDate::MAX), *all);
}

#[test]
fn appointments_that_had_begun() {
    let (then, may_be) = (term("dcs", "A", DAY, ""), term("dcs", "B", "2019", ""));
    let all = [then.clone(), term("dcs", "C", "2019-11-01", ""), may_be.clone(), held("dcs", "D")];
    becomes(&appointed(all), &appointed([then, may_be, held("dcs", "D")]));
}

#[test]
fn ends_that_had_come() {
    let (over, may_be) = (term("dcs", "A", "2018", DAY), term("dcs", "B", "2018", "2019"));
    let all = [over.clone(), may_be.clone(), term("dcs", "C", "2018", "2019-11-01")];
    becomes(&appointed(all), &appointed([over, may_be, term("dcs", "C", "2018", "")]));
}

#[test]
fn tests_of_assurance() {
    let of = |tested: &str| held("dcs", "A").with_assurance_tested(good(tested));
    let all = [of(DAY), of("2019-10"), of("2019-11-01")];
    becomes(&appointed(all), &appointed([of(DAY), of("2019-10"), held("dcs", "A")]));
}

#[test]
fn key_decisions_that_were_taken() {
    let taken = |on: &str| KeyDecision::titled("Plan", day(on)).unwrap();
    let of = |decisions| Parts { decisions, ..Parts::default() }.whole();
    becomes(&of(vec![taken(DAY), taken("2019-11-01")]), &of(vec![taken(DAY)]));
}

#[test]
fn placements_that_were_approved() {
    let on = |date: &str| DistantPlacementApproval::by("dcs", good(date)).unwrap();
    let of = |placements| Parts { placements, ..Parts::default() }.whole();
    becomes(&of(vec![on("2019-11"), on(DAY), on("2019")]), &of(vec![on(DAY), on("2019")]));
}

/// A meeting still to come is planned, so that it stays, but nothing came of it yet.
#[test]
fn outcomes_of_meetings() {
    let on = |date: &str| Meeting::new(good(date));
    let supported = |date: &str| on(date).with_outcome("supported").unwrap();
    let of = |meetings: [Meeting; 3]| {
        let committee = body("Select Committee", BodyKind::ScrutinyCommittee);
        let bodies = vec![meetings.into_iter().fold(committee, childrens_services::Body::with_meeting)];
        Parts { bodies, ..Parts::default() }.whole()
    };
    becomes(
        &of([supported(DAY), supported("2019-11-01"), supported("2019")]),
        &of([supported(DAY), on("2019-11-01"), supported("2019")]),
    );
}

fn strategy() -> Strategy {
    Strategy::titled("Strategy").unwrap()
}

#[track_caller]
fn strategy_becomes(all: Strategy, known: Strategy) {
    let of = |strategy| Parts { strategies: vec![strategy], ..Parts::default() }.whole();
    becomes(&of(all), &of(known));
}

#[track_caller]
fn strategy_stays(all: &Strategy) {
    strategy_becomes(all.clone(), all.clone());
}

#[test]
fn scrutiny_of_strategies() {
    let supported = || strategy().with_scrutiny_outcome("supported").unwrap();
    strategy_stays(&supported().with_scrutinised(good(DAY)));
    strategy_stays(&supported().with_scrutinised(good("2019")));
    strategy_becomes(supported().with_scrutinised(good("2019-11-01")), strategy());
    // Nothing says that it came later.
    strategy_stays(&supported());
    // What is planned stays.
    strategy_stays(&strategy().with_scrutiny_planned(good("2020")).with_adoption_due(good("2020")));
}

#[test]
fn adoption_and_publication_of_strategies() {
    use StrategyState::{Adopted, Draft, InPreparation, Published};
    let state = |state| strategy().with_state(state);
    let adopted = |from: Strategy, on: &str| from.with_adopted(good(on));
    let published = |from: Strategy, on: &str| from.with_published(good(on));
    for early in [InPreparation, Draft, Adopted, Published] {
        strategy_stays(&state(early));
    }
    strategy_becomes(adopted(state(Draft), "2019-11-01"), state(Draft));

    strategy_stays(&adopted(state(Adopted), DAY));
    strategy_stays(&adopted(state(Adopted), "2019"));
    strategy_becomes(adopted(state(Adopted), "2019-11-01"), strategy());

    strategy_stays(&published(state(Published), DAY));
    strategy_stays(&adopted(state(Published), DAY));
    strategy_becomes(adopted(state(Published), "2019-11-01"), strategy());
    // Whether it had been adopted by then, nothing says.
    strategy_becomes(published(state(Published), "2019-11-01"), strategy());
    strategy_becomes(published(adopted(state(Published), DAY), "2019-11-01"), adopted(state(Adopted), DAY));
    strategy_becomes(published(adopted(state(Published), "2019-11-01"), "2019-11-02"), strategy());
}
