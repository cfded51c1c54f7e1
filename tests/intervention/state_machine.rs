//! The state machine of intervention as data.

use crate::helpers::cases::STATUTORY;
use childrens_services::{
    EventKind as K, InterventionStatus as S,
    intervention::{TRANSITIONS, Transition},
};
use std::collections::BTreeSet;

/// The state machine as stated, with the six statutory statuses and the ten open ones written out; no status
/// after it says that the status stays.
#[test]
fn the_table() {
    let open = [&[S::NoIntervention, S::Adviser, S::Notice][..], &STATUTORY, &[S::Support]].concat();
    let expected: [(&str, &[S], K, Option<S>); 22] = [
        ("X01", &[S::NoIntervention], K::AdviserAppointed, Some(S::Adviser)),
        ("X02", &[S::NoIntervention, S::Adviser], K::NoticeIssued, Some(S::Notice)),
        ("X03", &[S::NoIntervention, S::Adviser, S::Notice], K::ReviewDirected, Some(S::DirectionReview)),
        ("X04", &[S::NoIntervention, S::Adviser, S::Notice], K::DirectionGiven, Some(S::DirectionRetained)),
        ("X05", &[S::DirectionReview], K::ControlRetained, Some(S::DirectionRetained)),
        ("X06", &[S::DirectionReview], K::AdmOrdered, Some(S::AdmOrdered)),
        ("X07", &[S::DirectionReview], K::NomineeTakesFunctions, Some(S::ExecutiveControl)),
        ("X08", &[S::AdmOrdered], K::AdmPaused, Some(S::AdmPaused)),
        ("X09", &[S::AdmPaused], K::AdmResumed, Some(S::AdmOrdered)),
        ("X10", &[S::AdmOrdered, S::AdmPaused], K::AdmRescinded, Some(S::DirectionRetained)),
        ("X11", &[S::AdmOrdered], K::ServicesTransferred, Some(S::AdmOperational)),
        ("X12", &STATUTORY, K::DirectionRevised, None),
        ("X13", &[S::DirectionRetained, S::AdmOperational], K::ReviewDirected, Some(S::DirectionReview)),
        (
            "X14",
            &[S::DirectionReview, S::DirectionRetained, S::AdmOperational],
            K::SteppedDown,
            Some(S::Notice),
        ),
        (
            "X15",
            &[S::DirectionReview, S::DirectionRetained, S::AdmPaused, S::AdmOperational, S::ExecutiveControl],
            K::InterventionLifted,
            Some(S::Support),
        ),
        ("X16", &[S::Notice, S::Adviser], K::InterventionLifted, Some(S::Support)),
        ("X17", &[S::Support], K::SupportEnded, Some(S::Exited)),
        ("X18", &[S::Support], K::NoticeIssued, Some(S::Notice)),
        ("X18", &[S::Support], K::ReviewDirected, Some(S::DirectionReview)),
        ("X19", &[S::Notice], K::LiftedWithoutSupport, Some(S::Exited)),
        ("X20", &open, K::AuthorityAbolished, Some(S::Superseded)),
        ("X21", &[S::ExecutiveControl], K::ServicesTransferred, Some(S::AdmOperational)),
    ];
    let told: Vec<_> = TRANSITIONS.iter().map(|one| (one.id(), one.from(), one.event())).collect();
    assert_eq!(told, expected.map(|(id, from, event, _)| (id, from, event)));
    for (transition, (id, from, _, to)) in TRANSITIONS.iter().zip(expected) {
        for &status in S::ALL {
            let leads = from.contains(&status).then(|| to.unwrap_or(status));
            assert_eq!(transition.leads_to(status), leads, "{id} from {status}");
        }
    }
}

#[test]
fn a_status_and_an_event_have_one_transition_at_most() {
    let pairs =
        || TRANSITIONS.iter().flat_map(|one| one.from().iter().map(|from| (from.code(), one.event().code())));
    assert_eq!(pairs().collect::<BTreeSet<_>>().len(), pairs().count());
    assert_eq!(pairs().count(), 50);
}

#[test]
fn the_ways_on_from_each_status() {
    let expected: [(S, &[&str]); 12] = [
        (S::NoIntervention, &["X01", "X02", "X03", "X04", "X20"]),
        (S::Adviser, &["X02", "X03", "X04", "X16", "X20"]),
        (S::Notice, &["X03", "X04", "X16", "X19", "X20"]),
        (S::DirectionReview, &["X05", "X06", "X07", "X12", "X14", "X15", "X20"]),
        (S::DirectionRetained, &["X12", "X13", "X14", "X15", "X20"]),
        (S::AdmOrdered, &["X08", "X10", "X11", "X12", "X20"]),
        (S::AdmPaused, &["X09", "X10", "X12", "X15", "X20"]),
        (S::AdmOperational, &["X12", "X13", "X14", "X15", "X20"]),
        (S::ExecutiveControl, &["X12", "X15", "X20", "X21"]),
        (S::Support, &["X17", "X18", "X18", "X20"]),
        (S::Exited, &[]),
        (S::Superseded, &[]),
    ];
    assert_eq!(S::ALL, expected.map(|(status, _)| status));
    for (status, ids) in expected {
        let options: Vec<_> = status.options().map(Transition::id).collect();
        assert_eq!(options, ids, "{status}");
    }
}

#[test]
fn the_rungs_of_the_ladder() {
    let expected = [
        (S::NoIntervention, Some(0), false, false),
        (S::Adviser, Some(1), false, false),
        (S::Notice, Some(2), false, false),
        (S::DirectionReview, Some(3), true, false),
        (S::DirectionRetained, Some(4), true, false),
        (S::AdmOrdered, Some(5), true, false),
        (S::AdmPaused, Some(5), true, false),
        (S::AdmOperational, Some(5), true, false),
        (S::ExecutiveControl, Some(6), true, false),
        (S::Support, Some(9), false, false),
        (S::Exited, Some(0), false, true),
        (S::Superseded, None, false, true),
    ];
    let told = S::ALL.iter().map(|&one| (one, one.level(), one.is_statutory(), one.is_terminal()));
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn each_says_its_evidence_and_its_example() {
    for transition in TRANSITIONS {
        assert!(!transition.evidence().is_empty() && !transition.example().is_empty(), "{transition}");
    }
    let of = |id| TRANSITIONS.iter().find(|one| one.id() == id).unwrap();
    assert_eq!(of("X08").to_string(), "X08: alternative delivery model paused");
    assert_eq!(
        (of("X08").evidence(), of("X08").example()),
        ("revised direction", "West Sussex, 10 December 2020")
    );
}
