//! The record of governance as a whole.

use super::{
    Appointment, Body, BodyKind, DistantPlacementApproval, KeyDecision, LeadershipTeam, Post, PostKind,
    Strategy, body_rules, decision_rules, post_rules, reference_rules,
};
use crate::{rules::Findings, text::OneLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Posts and who holds them, bodies, decisions and strategies of one authority.
///
/// A record: whatever can be read loads, and [`findings`](Self::findings) tells what is wrong with it, names that lead
/// nowhere among the rest.
///
/// # Examples
///
/// ```
/// use childrens_services::{Appointment, Governance, Post, PostKind};
///
/// let governance = Governance {
///     posts: vec![
///         Post::new("dcs".parse()?, "Director".parse()?, PostKind::DirectorOfChildrensServices),
///         Post::new("lead".parse()?, "Cabinet Member".parse()?, PostKind::LeadMember),
///     ],
///     appointments: vec![
///         Appointment::new("dcs".parse()?, "John Readman".parse()?), // West Sussex, autumn 2019
///         Appointment {
///             until: Some("2019-10-31".parse()?), // invented
///             ..Appointment::new("lead".parse()?, "Paul Marshall".parse()?)
///         },
///         Appointment::new("ceo".parse()?, "A Chief".parse()?),
///     ],
///     ..Governance::default()
/// };
/// let lead = governance.holders_on(PostKind::LeadMember, "2019-10-31".parse()?).next();
/// assert_eq!(lead.map(|held| held.holder.as_str()), Some("Paul Marshall"));
/// assert_eq!(
///     governance.findings("2019-11-30".parse()?).to_string(),
///     "error GOV-15 at appointments[2].post: \"ceo\" is no post on record\n\
///      error GOV-01 at appointments: nobody has been Lead Member for Children's Services since 2019-11-01: \
///      a vacancy needs an interim appointment",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "a record of governance: an object with optional posts, appointments, bodies, key_decisions, distant_placements and strategies"
)]
pub struct Governance {
    /// The posts.
    pub posts: Vec<Post>,
    /// Who holds them.
    pub appointments: Vec<Appointment>,
    /// The bodies that decide, scrutinise or challenge.
    pub bodies: Vec<Body>,
    /// The key decisions.
    pub key_decisions: Vec<KeyDecision>,
    /// The approvals of placements at a distance.
    pub distant_placements: Vec<DistantPlacementApproval>,
    /// The strategies.
    pub strategies: Vec<Strategy>,
}

impl Governance {
    /// The body of a title.
    #[must_use]
    pub fn body(&self, title: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.title.as_str() == title)
    }

    /// The bodies of a kind, in the order given.
    pub fn bodies_of(&self, kind: BodyKind) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(move |body| body.kind == kind)
    }

    /// The appointments to posts of a kind, in the order given.
    pub(super) fn appointments_to(&self, kind: PostKind) -> impl Iterator<Item = &Appointment> {
        let of_kind = self.posts.iter().filter(|post| post.kind == kind);
        let ids: BTreeSet<&OneLine> = of_kind.map(|post| &post.id).collect();
        self.appointments.iter().filter(move |one| ids.contains(&one.post))
    }

    /// Who holds a post of a kind on a day, in the order given; see [`Appointment::holds_on`] for dates that are
    /// known to the month or the year.
    pub fn holders_on(&self, kind: PostKind, day: NaiveDate) -> impl Iterator<Item = &Appointment> {
        self.appointments_to(kind).filter(move |one| one.holds_on(day))
    }

    /// The posts by their ids; of several with one id the first.
    pub(super) fn posts_by_id(&self) -> BTreeMap<&str, &Post> {
        self.posts.iter().rev().map(|post| (post.id.as_str(), post)).collect()
    }

    /// The leadership team on a day: every post with places in it, and who holds them.
    #[must_use]
    pub fn leadership_team_on(&self, day: NaiveDate) -> LeadershipTeam<'_> {
        let mut holders: BTreeMap<&OneLine, Vec<&Appointment>> = BTreeMap::new();
        for one in self.appointments.iter().filter(|one| one.holds_on(day)) {
            holders.entry(&one.post).or_default().push(one);
        }
        let posts = self.posts.iter().filter(|post| post.leadership_places.is_some_and(|places| places > 0));
        LeadershipTeam::new(day, posts.map(|post| (post, holders.remove(&post.id).unwrap_or_default())))
    }

    /// What is wrong or unusual as of a day: first names that are given twice or lead nowhere, then part by part, in each
    /// item by item: posts, appointments (first how the statutory posts were held), bodies, key decisions, placements at
    /// a distance, strategies. What lies after the day is not yet known, save that a scrutiny on record for a later day
    /// counts as planned (`STR-01`). The places are such as `appointments[2].capacity`.
    #[must_use]
    pub fn findings(&self, as_of: NaiveDate) -> Findings {
        let mut findings = reference_rules::of_references(self);
        findings.extend(post_rules::of_posts(self, as_of));
        findings.extend(body_rules::of_bodies(self, as_of));
        findings.extend(decision_rules::of_decisions(self, as_of));
        findings
    }
}
