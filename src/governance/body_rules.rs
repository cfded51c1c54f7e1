//! What is wrong with who sits on bodies.

use super::{
    Body, BodyKind, BodyMember, Capacity, Governance, PostKind, Representation, person,
    rules::{GOV_05, GOV_06, GOV_07, GOV_13},
};
use crate::{
    rules::{Finding, Findings},
    text::excerpt,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Who certainly holds the statutory posts.
struct Holders {
    directors: BTreeSet<String>,
    lead_members: BTreeSet<String>,
}

impl Holders {
    /// The statutory post that a member of a body holds.
    fn post_of(&self, member: &BodyMember) -> Option<PostKind> {
        let name = person(member.name());
        let director = self.directors.contains(&name).then_some(PostKind::DirectorOfChildrensServices);
        director.or_else(|| self.lead_members.contains(&name).then_some(PostKind::LeadMember))
    }
}

pub(super) fn of_bodies(governance: &Governance, as_of: NaiveDate) -> Findings {
    let holders = |kind| {
        let held = governance.appointments_to(kind).filter(|one| one.certainly_holds_on(as_of));
        held.map(|one| person(one.holder())).collect()
    };
    let holders = Holders {
        directors: holders(PostKind::DirectorOfChildrensServices),
        lead_members: holders(PostKind::LeadMember),
    };
    let mut findings = Findings::new();
    for (index, body) in governance.bodies().iter().enumerate() {
        let found: Findings = match body.kind() {
            BodyKind::ScrutinyCommittee => no_executive(body, &holders).collect(),
            BodyKind::ImprovementBoard => {
                independent_chair(body, &holders).into_iter().chain(safeguarding_partners(body)).collect()
            }
            BodyKind::CorporateParentingPanel => panel(body).into_iter().collect(),
            BodyKind::Cabinet | BodyKind::FullCouncil | BodyKind::Other => continue,
        };
        findings.extend(found.within(&format!("bodies[{index}]")));
    }
    findings
}

fn no_executive(body: &Body, holders: &Holders) -> impl Iterator<Item = Finding> {
    let chair = body.chair().map(|chair| ("chair".to_owned(), chair));
    let members = body.members().iter().enumerate();
    let members = members.map(|(index, member)| (format!("members[{index}]"), member));
    chair.into_iter().chain(members).filter_map(|(place, member)| {
        let lead = holders.lead_members.contains(&person(member.name()));
        let is = match member.capacity() {
            _ if lead => PostKind::LeadMember.label(),
            Some(capacity @ Capacity::ExecutiveMember) => capacity.label(),
            _ => return None,
        };
        let message = format!(
            "{} sits on {}, but is {is}: scrutiny is for members who are not of the executive",
            excerpt(member.name().as_str()),
            excerpt(body.title().as_str()),
        );
        Some(Finding::new(&GOV_05, place, message).with_value("name", member.name()))
    })
}

fn independent_chair(body: &Body, holders: &Holders) -> Option<Finding> {
    let chair = body.chair()?;
    let is = match (holders.post_of(chair), chair.capacity()) {
        (Some(post), _) => post.label(),
        (None, Some(capacity @ (Capacity::Officer | Capacity::ExecutiveMember))) => capacity.label(),
        _ => return None,
    };
    let (name, title) = (excerpt(chair.name().as_str()), excerpt(body.title().as_str()));
    let message = format!("{name} chairs {title}, but is {is}: the chair is to be independent");
    Some(Finding::new(&GOV_06, "chair", message).with_value("name", chair.name()))
}

/// Where no member is on record, who sits there is not known.
fn safeguarding_partners(body: &Body) -> Option<Finding> {
    let partners = Representation::ALL.iter().filter(|one| one.is_safeguarding_partner());
    let there: Vec<Representation> = body.people().filter_map(BodyMember::speaks_for).collect();
    let lacking = partners.filter(|one| !there.contains(one)).map(|one| one.label());
    lacks(body, lacking.collect()).map(|(message, lacking)| {
        let message = format!("{message}: safeguarding partners belong there");
        Finding::new(&GOV_07, "members", message).with_value("lacking", lacking)
    })
}

/// Where no member is on record, who sits there is not known.
fn panel(body: &Body) -> Option<Finding> {
    use Representation as R;
    let some = |such: &dyn Fn(&BodyMember) -> bool| body.people().any(such);
    let partner = |member: &BodyMember| {
        let of_partner = matches!(
            member.represents(),
            Some(R::IntegratedCareBoard | R::Police | R::Education | R::VoluntarySector)
        );
        of_partner || member.capacity() == Some(Capacity::Partner)
    };
    let there = [
        (some(&|member| member.represents() == Some(R::YoungPeople)), R::YoungPeople.label()),
        (some(&|member| member.represents() == Some(R::Carers)), R::Carers.label()),
        (some(&partner), "partners"),
    ];
    let lacking = there.into_iter().filter(|&(there, _)| !there).map(|(_, who)| who);
    lacks(body, lacking.collect())
        .map(|(message, lacking)| Finding::new(&GOV_13, "members", message).with_value("lacking", lacking))
}

/// That a body with members on record lacks some, and whom.
fn lacks(body: &Body, lacking: Vec<&str>) -> Option<(String, String)> {
    let known = !body.members().is_empty();
    (known && !lacking.is_empty()).then(|| {
        let lacking = lacking.join(", ");
        (format!("{} lacks {lacking}", excerpt(body.title().as_str())), lacking)
    })
}
