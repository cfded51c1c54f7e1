//! What the tests of governance share: short ways to write a record.

use childrens_services::{
    Appointment, Body, BodyKind, Governance, KeyDecision, Post, PostKind, Strategy,
    chrono::NaiveDate,
    governance::{BodyMember, DistantPlacementApproval},
};
use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

/// The value of a text that is known to be good.
#[track_caller]
pub fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[track_caller]
pub fn day(text: &str) -> NaiveDate {
    good(text)
}

/// The message of a refusal.
#[track_caller]
pub fn message<T: Debug, E: Display>(refused: Result<T, E>) -> String {
    refused.map(|value| panic!("{value:?} was not refused")).unwrap_or_else(|error: E| error.to_string())
}

#[track_caller]
pub fn post(id: &str, title: &str, kind: PostKind) -> Post {
    Post::new(good(id), good(title), kind)
}

/// The chief executive, the director, the lead member and a head of service.
#[track_caller]
pub fn posts() -> Vec<Post> {
    vec![
        post("ceo", "Chief Executive", PostKind::ChiefExecutive),
        post("dcs", "Director", PostKind::DirectorOfChildrensServices),
        post("lead", "Cabinet Member", PostKind::LeadMember),
        post("head", "Head of Service", PostKind::Other),
    ]
}

#[track_caller]
pub fn held(post: &str, holder: &str) -> Appointment {
    Appointment::new(good(post), good(holder))
}

/// From one date, or from before the record, until another, or without end.
#[track_caller]
pub fn term(post: &str, holder: &str, from: &str, until: &str) -> Appointment {
    let date = |text: &str| (!text.is_empty()).then(|| good(text));
    Appointment { from: date(from), until: date(until), ..held(post, holder) }
}

/// The four posts with a director, a lead member and these parts: a sound record, but for the parts.
#[derive(Default)]
pub struct Parts {
    pub bodies: Vec<Body>,
    pub decisions: Vec<KeyDecision>,
    pub placements: Vec<DistantPlacementApproval>,
    pub strategies: Vec<Strategy>,
}

impl Parts {
    #[track_caller]
    pub fn whole(self) -> Governance {
        let Self { bodies, decisions, placements, strategies } = self;
        let appointments = vec![held("dcs", "A Director"), held("lead", "Cllr Lead")];
        Governance {
            posts: posts(),
            appointments,
            bodies,
            key_decisions: decisions,
            distant_placements: placements,
            strategies,
        }
    }
}

#[track_caller]
pub fn body(title: &str, kind: BodyKind) -> Body {
    Body::new(good(title), kind)
}

#[track_caller]
pub fn member(name: &str) -> BodyMember {
    BodyMember::new(good(name))
}
