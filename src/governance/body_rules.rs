//! What is wrong with who sits on bodies.

use super::{
    Body, BodyKind, BodyMember, Capacity, Governance, PostKind, Representation,
    rules::{
        CHAIR_IS_INDEPENDENT, CORPORATE_PARENTING_PANEL, NO_EXECUTIVE_IN_SCRUTINY, SAFEGUARDING_PARTNERS,
    },
};
use crate::{
    rules::{Finding, Findings},
    text::{excerpt, folded},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What the rest of the record says of people, each by the name as it is compared.
struct People {
    /// The posts that are certainly held, each with as what.
    posts: BTreeMap<String, Vec<(PostKind, Option<Capacity>)>>,
    /// Members of the executive on a cabinet.
    cabinet: BTreeSet<String>,
    /// Who may hold a post of the council, and not as somebody from outside it.
    council: BTreeSet<String>,
}

impl People {
    fn of(governance: &Governance, as_of: NaiveDate) -> Self {
        let ids = governance.posts_by_id();
        let (mut posts, mut council) = (BTreeMap::<_, Vec<_>>::new(), BTreeSet::new());
        for one in governance.appointments.iter().filter(|one| one.holds_on(as_of)) {
            let Some(post) = ids.get(one.post.as_str()) else { continue };
            let name = folded(one.holder.as_str());
            if one.capacity.is_none_or(Capacity::is_of_the_council) {
                council.insert(name.clone());
            }
            let held = (post.kind, one.capacity);
            let all = posts.entry(name).or_default();
            if one.certainly_holds_on(as_of) && !all.contains(&held) {
                all.push(held);
            }
        }
        let cabinet = governance.bodies_of(BodyKind::Cabinet).flat_map(Body::people);
        let cabinet = cabinet.filter(|member| member.capacity == Some(Capacity::ExecutiveMember));
        Self { posts, cabinet: cabinet.map(|member| folded(member.name.as_str())).collect(), council }
    }

    /// The first of some posts that a person holds, else a capacity, where that is the person's.
    fn post_or(&self, member: &BodyMember, posts: &[PostKind], capacity: Capacity) -> Option<&'static str> {
        let held = self.posts.get(&folded(member.name.as_str())).map_or(&[][..], Vec::as_slice);
        let post = posts.iter().find(|post| held.iter().any(|(kind, _)| kind == *post));
        let such =
            member.capacity == Some(capacity) || held.iter().any(|(_, as_what)| *as_what == Some(capacity));
        post.map(|post| post.label()).or(such.then(|| capacity.label()))
    }

    fn of_executive(&self, member: &BodyMember) -> Option<&'static str> {
        let executive = Capacity::ExecutiveMember;
        let in_cabinet = || self.cabinet.contains(&folded(member.name.as_str())).then(|| executive.label());
        self.post_or(member, &[PostKind::LeadMember, PostKind::Leader], executive).or_else(in_cabinet)
    }

    /// Why a chair of an improvement board is not independent.
    fn delivers(&self, chair: &BodyMember) -> Option<&'static str> {
        let posts = [PostKind::DirectorOfChildrensServices, PostKind::LeadMember, PostKind::ChiefExecutive];
        let executive =
            Some(Capacity::ExecutiveMember).filter(|_| chair.capacity == Some(Capacity::ExecutiveMember));
        self.post_or(chair, &posts, Capacity::Officer).or(executive.map(Capacity::label))
    }

    fn speaks_for(&self, member: &BodyMember) -> Option<Representation> {
        let of_council = member.capacity.is_none() && self.council.contains(&folded(member.name.as_str()));
        member.speaks_for().or(of_council.then_some(Representation::Council))
    }
}

pub(super) fn of_bodies(governance: &Governance, as_of: NaiveDate) -> Findings {
    let people = People::of(governance, as_of);
    let mut findings = Findings::new();
    for (index, body) in governance.bodies.iter().enumerate() {
        let found: Findings = match body.kind {
            BodyKind::ScrutinyCommittee => no_executive(body, &people).collect(),
            BodyKind::ImprovementBoard => independent_chair(body, &people)
                .into_iter()
                .chain(safeguarding_partners(body, &people))
                .collect(),
            BodyKind::CorporateParentingPanel => panel(body).into_iter().collect(),
            BodyKind::Cabinet | BodyKind::FullCouncil | BodyKind::Other => continue,
        };
        findings.extend(found.within(&format!("bodies[{index}]")));
    }
    findings
}

fn no_executive(body: &Body, people: &People) -> impl Iterator<Item = Finding> {
    let chair = body.chair.as_ref().map(|chair| ("chair".to_owned(), chair));
    let members = body.members.iter().enumerate();
    let members = members.map(|(index, member)| (format!("members[{index}]"), member));
    chair.into_iter().chain(members).filter_map(|(place, member)| {
        let is = people.of_executive(member)?;
        let message = format!(
            "{} sits on {}, but is {is}: scrutiny is for members who are not of the executive",
            excerpt(member.name.as_str()),
            excerpt(body.title.as_str()),
        );
        Some(Finding::new(&NO_EXECUTIVE_IN_SCRUTINY, place, message).with_value("name", &member.name))
    })
}

fn independent_chair(body: &Body, people: &People) -> Option<Finding> {
    let chair = body.chair.as_ref()?;
    let is = people.delivers(chair)?;
    let (name, title) = (excerpt(chair.name.as_str()), excerpt(body.title.as_str()));
    let message = format!("{name} chairs {title}, but is {is}: the chair is to be independent");
    Some(Finding::new(&CHAIR_IS_INDEPENDENT, "chair", message).with_value("name", &chair.name))
}

/// Where no member is on record, who sits there is not known.
fn safeguarding_partners(body: &Body, people: &People) -> Option<Finding> {
    let partners = Representation::ALL.iter().filter(|one| one.is_safeguarding_partner());
    let there: Vec<Representation> = body.people().filter_map(|member| people.speaks_for(member)).collect();
    let lacking = partners.filter(|one| !there.contains(one)).map(|one| one.label());
    lacks(body, lacking.collect()).map(|(message, lacking)| {
        let message = format!("{message}: safeguarding partners belong there");
        Finding::new(&SAFEGUARDING_PARTNERS, "members", message).with_value("lacking", lacking)
    })
}

/// Where no member is on record, who sits there is not known.
fn panel(body: &Body) -> Option<Finding> {
    use Representation as R;
    let some = |such: &dyn Fn(&BodyMember) -> bool| body.people().any(such);
    let partner = |member: &BodyMember| {
        let of_partner = matches!(
            member.represents,
            Some(R::IntegratedCareBoard | R::Police | R::Education | R::VoluntarySector)
        );
        of_partner || member.capacity == Some(Capacity::Partner)
    };
    let there = [
        (some(&|member| member.represents == Some(R::YoungPeople)), R::YoungPeople.label()),
        (some(&|member| member.represents == Some(R::Carers)), R::Carers.label()),
        (some(&partner), "partners"),
    ];
    let lacking = there.into_iter().filter(|&(there, _)| !there).map(|(_, who)| who);
    lacks(body, lacking.collect()).map(|(message, lacking)| {
        Finding::new(&CORPORATE_PARENTING_PANEL, "members", message).with_value("lacking", lacking)
    })
}

/// That a body with members on record lacks some, and whom.
fn lacks(body: &Body, lacking: Vec<&str>) -> Option<(String, String)> {
    let known = !body.members.is_empty();
    (known && !lacking.is_empty()).then(|| {
        let lacking = lacking.join(", ");
        (format!("{} lacks {lacking}", excerpt(body.title.as_str())), lacking)
    })
}
