//! A transition as made by an event, and refused for want of each of its requirements.

use super::{message, with, without};
use childrens_services::{
    Case, Event, InterventionStatus as S,
    intervention::{Requirement as R, Transition},
};

/// A transition as made by an event, and the requirements for which its lack was tried.
pub struct Made {
    pub case: Case,
    pub event: Event,
    transition: &'static Transition,
    lacked: Vec<R>,
}

/// The event makes the transition.
#[track_caller]
pub fn makes(case: Case, event: Event, id: &str, to: S) -> Made {
    let mut tried = case.clone();
    let entry = tried.apply(event.clone()).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!((entry.transition().id(), entry.from(), entry.to()), (id, case.status(), to));
    assert_eq!(entry.event(), &event);
    let transition = entry.transition();
    assert_eq!((tried.status(), tried.log().len()), (to, case.log().len() + 1));
    Made { case, event, transition, lacked: Vec::new() }
}

impl Made {
    /// The event without one particular is refused for want of a requirement.
    #[track_caller]
    pub fn lacks(self, requirement: R, particular: &str, expected: &str) -> Self {
        let lacking = without(&self.event, particular);
        self.lacking(requirement, lacking, expected)
    }

    /// The event is refused where its direction rests on no power to direct.
    #[track_caller]
    pub fn lacks_power(self, expected: &str) -> Self {
        let lacking = with(&self.event, "direction.legal_basis", vec!["children_act_2004_s50"]);
        self.lacking(R::DirectionWithPower, lacking, expected)
    }

    /// Another event is refused for want of a requirement.
    #[track_caller]
    pub fn lacking(self, requirement: R, event: Event, expected: &str) -> Self {
        let case = self.case.clone();
        self.elsewhere(requirement, case, event, expected)
    }

    /// An event is refused in another case for want of a requirement.
    #[track_caller]
    pub fn elsewhere(mut self, requirement: R, mut case: Case, event: Event, expected: &str) -> Self {
        let before = case.clone();
        assert_eq!(message(case.apply(event)), expected);
        assert_eq!(case, before);
        if self.lacked.last() != Some(&requirement) {
            self.lacked.push(requirement);
        }
        self
    }

    /// There are no further requirements.
    #[track_caller]
    pub fn that_is_all(self) {
        assert_eq!(self.lacked, self.transition.requires());
    }
}
