//! The record of governance as a whole.

use super::{
    Appointment, Body, BodyKind, DistantPlacementApproval, GovernanceError, KeyDecision, LeadershipTeam,
    Post, PostKind, Strategy, body_rules, decision_rules, error::Problem, post_rules,
};
use crate::{rules::Findings, text::OneLine};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Posts and who holds them, bodies, decisions and strategies of one authority.
///
/// # Guarantees
///
/// No two posts have one id, no two bodies and no two strategies one title; every post and every body that is
/// referred to is there. An appointment does not end before it begins.
///
/// # Wire
///
/// `{"posts": […], "appointments": […], "bodies": […], "key_decisions": […], "distant_placements": […],
/// "strategies": […]}`, each of which may be left out.
///
/// # Examples
///
/// ```
/// use childrens_services::{Appointment, Governance, Post, PostKind};
///
/// let posts = [
///     Post::titled("dcs", "Director of Children's Services", PostKind::DirectorOfChildrensServices)?,
///     Post::titled("lead", "Cabinet Member for Children and Young People", PostKind::LeadMember)?,
/// ];
/// let appointments = [
///     Appointment::of("dcs", "John Readman")?, // West Sussex, autumn 2019
///     Appointment::of("lead", "Paul Marshall")?.with_until("2019-10-31".parse()?), // the end is invented
/// ];
/// let governance = Governance::new(posts.clone(), appointments, [], [], [], [])?;
/// let lead = governance.holders_on(PostKind::LeadMember, "2019-10-31".parse()?).next();
/// assert_eq!(lead.map(|held| held.holder().as_str()), Some("Paul Marshall"));
/// assert_eq!(
///     governance.findings("2019-11-30".parse()?).to_string(),
///     "error GOV-01 at appointments: nobody has been Lead Member for Children's Services since 2019-11-01: \
///      a vacancy needs an interim appointment",
/// );
///
/// let error = Governance::new(posts, [Appointment::of("ceo", "A")?], [], [], [], []).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"appointments[0].post: "ceo" is no post on record, which has "dcs", "lead""#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct Governance {
    pub(super) posts: Vec<Post>,
    pub(super) appointments: Vec<Appointment>,
    pub(super) bodies: Vec<Body>,
    pub(super) key_decisions: Vec<KeyDecision>,
    pub(super) distant_placements: Vec<DistantPlacementApproval>,
    pub(super) strategies: Vec<Strategy>,
}

impl Governance {
    /// Takes the parts, each in any order, which is kept.
    ///
    /// # Errors
    ///
    /// Refuses two posts of one id, two bodies or two strategies of one title; an appointment, a `reports_to` or an
    /// `approved_by` of a post that is not there; a key decision's `body` or a strategy's `scrutiny_body` that is
    /// not there; a tier of 0; and an appointment that ends before it begins, whatever days its dates were.
    pub fn new(
        posts: impl IntoIterator<Item = Post>,
        appointments: impl IntoIterator<Item = Appointment>,
        bodies: impl IntoIterator<Item = Body>,
        key_decisions: impl IntoIterator<Item = KeyDecision>,
        distant_placements: impl IntoIterator<Item = DistantPlacementApproval>,
        strategies: impl IntoIterator<Item = Strategy>,
    ) -> Result<Self, GovernanceError> {
        let governance = Self {
            posts: posts.into_iter().collect(),
            appointments: appointments.into_iter().collect(),
            bodies: bodies.into_iter().collect(),
            key_decisions: key_decisions.into_iter().collect(),
            distant_placements: distant_placements.into_iter().collect(),
            strategies: strategies.into_iter().collect(),
        };
        governance.check()?;
        Ok(governance)
    }

    /// Nothing on record.
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            posts: Vec::new(),
            appointments: Vec::new(),
            bodies: Vec::new(),
            key_decisions: Vec::new(),
            distant_placements: Vec::new(),
            strategies: Vec::new(),
        }
    }

    fn check(&self) -> Result<(), GovernanceError> {
        let posts = named_once("posts", "id", self.posts.iter().map(Post::id))?;
        let bodies = named_once("bodies", "title", self.bodies.iter().map(Body::title))?;
        named_once("strategies", "title", self.strategies.iter().map(Strategy::title))?;
        let post = |given: &str, place: String| match posts.contains(given) {
            true => Ok(()),
            false => {
                let known = self.posts.iter().map(Post::id);
                Err(GovernanceError::new(place, Problem::unknown("post", given, known)))
            }
        };
        let body = |given: Option<&str>, place: String| match given {
            Some(given) if !bodies.contains(given) => {
                let known = self.bodies.iter().map(Body::title);
                Err(GovernanceError::new(place, Problem::unknown("body", given, known)))
            }
            _ => Ok(()),
        };
        for (index, one) in self.posts.iter().enumerate() {
            if let Some(above) = one.reports_to() {
                post(above, format!("posts[{index}].reports_to"))?;
            }
            if one.tier() == Some(0) {
                return Err(GovernanceError::new(format!("posts[{index}].tier"), Problem::NoTier));
            }
        }
        for (index, one) in self.appointments.iter().enumerate() {
            post(one.post().as_str(), format!("appointments[{index}].post"))?;
            if let (Some(from), Some(until)) = (one.from(), one.until())
                && until.last() < from.first()
            {
                let problem = Problem::Backwards { from, until };
                return Err(GovernanceError::new(format!("appointments[{index}].until"), problem));
            }
        }
        for (index, one) in self.key_decisions.iter().enumerate() {
            body(one.body(), format!("key_decisions[{index}].body"))?;
        }
        for (index, one) in self.distant_placements.iter().enumerate() {
            post(one.approved_by().as_str(), format!("distant_placements[{index}].approved_by"))?;
        }
        for (index, one) in self.strategies.iter().enumerate() {
            body(one.scrutiny_body(), format!("strategies[{index}].scrutiny_body"))?;
        }
        Ok(())
    }

    /// The posts in the order given.
    #[must_use]
    pub fn posts(&self) -> &[Post] {
        &self.posts
    }

    /// The appointments in the order given.
    #[must_use]
    pub fn appointments(&self) -> &[Appointment] {
        &self.appointments
    }

    /// The bodies in the order given.
    #[must_use]
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// The key decisions in the order given.
    #[must_use]
    pub fn key_decisions(&self) -> &[KeyDecision] {
        &self.key_decisions
    }

    /// The approvals of placements at a distance in the order given.
    #[must_use]
    pub fn distant_placements(&self) -> &[DistantPlacementApproval] {
        &self.distant_placements
    }

    /// The strategies in the order given.
    #[must_use]
    pub fn strategies(&self) -> &[Strategy] {
        &self.strategies
    }

    /// The body of a title.
    #[must_use]
    pub fn body(&self, title: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.title().as_str() == title)
    }

    /// The bodies of a kind, in the order given.
    pub fn bodies_of(&self, kind: BodyKind) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(move |body| body.kind() == kind)
    }

    /// The appointments to posts of a kind, in the order given.
    pub(super) fn appointments_to(&self, kind: PostKind) -> impl Iterator<Item = &Appointment> {
        let of_kind = self.posts.iter().filter(|post| post.kind() == kind);
        let ids: BTreeSet<&OneLine> = of_kind.map(Post::id).collect();
        self.appointments.iter().filter(move |one| ids.contains(one.post()))
    }

    /// Who holds a post of a kind on a day, in the order given; see [`Appointment::holds_on`] for dates that are
    /// known to the month or the year.
    pub fn holders_on(&self, kind: PostKind, day: NaiveDate) -> impl Iterator<Item = &Appointment> {
        self.appointments_to(kind).filter(move |one| one.holds_on(day))
    }

    /// The posts by their ids.
    pub(super) fn posts_by_id(&self) -> BTreeMap<&str, &Post> {
        self.posts.iter().map(|post| (post.id().as_str(), post)).collect()
    }

    /// The leadership team on a day: every post with places in it, and who holds them.
    #[must_use]
    pub fn leadership_team_on(&self, day: NaiveDate) -> LeadershipTeam<'_> {
        let mut holders: BTreeMap<&OneLine, Vec<&Appointment>> = BTreeMap::new();
        for one in self.appointments.iter().filter(|one| one.holds_on(day)) {
            holders.entry(one.post()).or_default().push(one);
        }
        let posts =
            self.posts.iter().filter(|post| post.leadership_places().is_some_and(|places| places > 0));
        LeadershipTeam::new(day, posts.map(|post| (post, holders.remove(post.id()).unwrap_or_default())))
    }

    /// What is wrong or unusual as of a day, part by part in the order of the wire and in each part item by item:
    /// posts, appointments (first how the statutory posts were held), bodies, key decisions, placements at a
    /// distance, strategies. What lies after the day is not yet known, save that a scrutiny on record for a later day
    /// counts as planned (`STR-01`). The places are such as `appointments[2].capacity`.
    #[must_use]
    pub fn findings(&self, as_of: NaiveDate) -> Findings {
        let mut findings = post_rules::of_posts(self, as_of);
        findings.extend(body_rules::of_bodies(self, as_of));
        findings.extend(decision_rules::of_decisions(self, as_of));
        findings
    }
}

/// The names of a part, no two of them the same.
fn named_once<'a>(
    part: &str,
    field: &str,
    names: impl Iterator<Item = &'a OneLine>,
) -> Result<BTreeSet<&'a str>, GovernanceError> {
    let mut places = BTreeMap::new();
    for (index, name) in names.enumerate() {
        if let Some(earlier) = places.insert(name.as_str(), index) {
            let given = crate::text::excerpt(name.as_str());
            let problem = Problem::Twice { given, earlier: format!("{part}[{earlier}]") };
            return Err(GovernanceError::new(format!("{part}[{index}].{field}"), problem));
        }
    }
    Ok(places.into_keys().collect())
}

mod wire {
    use super::{
        Appointment, Body, DistantPlacementApproval, Governance, GovernanceError, KeyDecision, Post, Strategy,
    };
    use crate::wire::Object;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(
        deny_unknown_fields,
        expecting = "a record of governance: an object with optional posts, appointments, bodies, key_decisions, distant_placements and strategies"
    )]
    pub(super) struct Wire {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        posts: Vec<Post>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        appointments: Vec<Appointment>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bodies: Vec<Body>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        key_decisions: Vec<KeyDecision>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        distant_placements: Vec<DistantPlacementApproval>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        strategies: Vec<Strategy>,
    }

    impl TryFrom<Object<Wire>> for Governance {
        type Error = GovernanceError;

        fn try_from(Object(wire): Object<Wire>) -> Result<Self, GovernanceError> {
            let Wire { posts, appointments, bodies, key_decisions, distant_placements, strategies } = wire;
            Self::new(posts, appointments, bodies, key_decisions, distant_placements, strategies)
        }
    }

    impl From<Governance> for Wire {
        fn from(governance: Governance) -> Self {
            let Governance { posts, appointments, bodies, key_decisions, distant_placements, strategies } =
                governance;
            Self { posts, appointments, bodies, key_decisions, distant_placements, strategies }
        }
    }
}
