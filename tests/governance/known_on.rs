//! Governance as it was known on a day: one item on each side of the day for each part.

use crate::helpers::{Parts, body, day, good, held, posts, term};
use childrens_services::{
    Appointment, Body, BodyKind, Governance, KeyDecision, Meeting, Strategy,
    chrono::NaiveDate,
    governance::{DistantPlacementApproval, StrategyState},
};

const DAY: &str = "2019-10-31";

#[track_caller]
fn appointed<const N: usize>(appointments: [Appointment; N]) -> Governance {
    Governance { posts: posts(), appointments: appointments.into(), ..Governance::default() }
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
    let of = |tested: &str| Appointment { assurance_tested: Some(good(tested)), ..held("dcs", "A") };
    let all = [of(DAY), of("2019-10"), of("2019-11-01")];
    becomes(&appointed(all), &appointed([of(DAY), of("2019-10"), held("dcs", "A")]));
}

#[test]
fn key_decisions_that_were_taken() {
    let taken = |on: &str| KeyDecision::new(good("Plan"), good(on));
    let of = |decisions| Parts { decisions, ..Parts::default() }.whole();
    becomes(&of(vec![taken(DAY), taken("2019-11-01")]), &of(vec![taken(DAY)]));
}

#[test]
fn placements_that_were_approved() {
    let on = |date: &str| DistantPlacementApproval { on: good(date), approved_by: good("dcs") };
    let of = |placements| Parts { placements, ..Parts::default() }.whole();
    becomes(&of(vec![on("2019-11"), on(DAY), on("2019")]), &of(vec![on(DAY), on("2019")]));
}

/// A meeting still to come is planned, so that it stays, but nothing came of it yet.
#[test]
fn outcomes_of_meetings() {
    let on = |date: &str| Meeting::new(good(date));
    let supported = |date: &str| Meeting { outcome: Some(good("supported")), ..on(date) };
    let of = |meetings: [Meeting; 3]| {
        let committee = body("Select Committee", BodyKind::ScrutinyCommittee);
        let bodies = vec![Body { meetings: meetings.into(), ..committee }];
        Parts { bodies, ..Parts::default() }.whole()
    };
    becomes(
        &of([supported(DAY), supported("2019-11-01"), supported("2019")]),
        &of([supported(DAY), on("2019-11-01"), supported("2019")]),
    );
}

fn strategy() -> Strategy {
    Strategy::new(good("Strategy"))
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
    let supported = || Strategy { scrutiny_outcome: Some(good("supported")), ..strategy() };
    strategy_stays(&Strategy { scrutinised: Some(good(DAY)), ..supported() });
    strategy_stays(&Strategy { scrutinised: Some(good("2019")), ..supported() });
    strategy_becomes(Strategy { scrutinised: Some(good("2019-11-01")), ..supported() }, strategy());
    // Nothing says that it came later.
    strategy_stays(&supported());
    // What is planned stays.
    strategy_stays(&Strategy {
        scrutiny_planned: Some(good("2020")),
        adoption_due: Some(good("2020")),
        ..strategy()
    });
}

#[test]
fn adoption_and_publication_of_strategies() {
    use StrategyState::{Adopted, Draft, InPreparation, Published};
    let state = |state| Strategy { state: Some(state), ..strategy() };
    let adopted = |from: Strategy, on: &str| Strategy { adopted: Some(good(on)), ..from };
    let published = |from: Strategy, on: &str| Strategy { published: Some(good(on)), ..from };
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
