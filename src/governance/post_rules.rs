//! What is wrong with posts and appointments.

use super::{
    Appointment, Capacity, Governance, Post, PostKind,
    rules::{
        ASSURANCE_IS_TESTED, FIRST_TIER, OFFICER_AND_MEMBER, OWN_RECORD_OF_JOINT_POST,
        STATUTORY_POSTS_ARE_HELD,
    },
};
use crate::{
    rules::{Finding, Findings},
    text::{excerpt, folded},
};
use chrono::NaiveDate;
use core::num::NonZeroU8;
use std::collections::{BTreeMap, BTreeSet};

/// The posts of which there is one per authority.
const STATUTORY: [PostKind; 2] = [PostKind::DirectorOfChildrensServices, PostKind::LeadMember];

pub(super) fn of_posts(governance: &Governance, as_of: NaiveDate) -> Findings {
    let posts = governance.posts_by_id();
    let mut findings = Findings::new();
    for (index, post) in governance.posts.iter().enumerate() {
        findings.extend(first_tier(post, &posts).collect::<Findings>().within(&format!("posts[{index}]")));
    }
    // Without any post nothing is known of who holds one.
    for kind in STATUTORY.into_iter().filter(|_| !posts.is_empty()) {
        // Those that begin later are not yet known, and those that end before they begin are found as that.
        let known: Vec<&Appointment> = governance
            .appointments_to(kind)
            .filter(|one| *one.possible_days().start() <= as_of && !one.possible_days().is_empty())
            .collect();
        findings.extend(gaps(kind, &known, as_of));
        findings.extend(overlaps(kind, &known, as_of));
    }
    findings.extend(both_posts(governance, as_of));
    for (index, appointment) in governance.appointments.iter().enumerate() {
        let Some(post) = posts.get(appointment.post.as_str()) else { continue };
        if !appointment.began_by(as_of) {
            continue;
        }
        let found = capacity(appointment, post.kind)
            .into_iter()
            .chain(assurance(appointment, post.kind, as_of))
            .chain(own_record(appointment, post.kind));
        findings.extend(found.collect::<Findings>().within(&format!("appointments[{index}]")));
    }
    findings
}

/// Whether the Director is of the first tier, under the chief executive.
fn first_tier(post: &Post, posts: &BTreeMap<&str, &Post>) -> impl Iterator<Item = Finding> {
    let director = post.kind == PostKind::DirectorOfChildrensServices;
    let above = post.reports_to.as_deref().and_then(|id| posts.get(id)).copied();
    let above = above.filter(|above| director && above.kind != PostKind::ChiefExecutive).map(|above| {
        let title = excerpt(above.title.as_str());
        let message = format!("the {} reports to {title}, not to the chief executive", post.kind);
        Finding::new(&FIRST_TIER, "reports_to", message).with_value("reports_to", &above.id)
    });
    let tier = post.tier.filter(|&tier| director && tier > NonZeroU8::MIN).map(|tier| {
        let message = format!("the {} is of tier {tier}, not of the first", post.kind);
        Finding::new(&FIRST_TIER, "tier", message).with_value("tier", tier)
    });
    above.into_iter().chain(tier)
}

/// The days on which certainly nobody held a statutory post, from the first known beginning on.
fn gaps(kind: PostKind, known: &[&Appointment], as_of: NaiveDate) -> Vec<Finding> {
    let nobody = |span: String| {
        let message = format!("nobody {span}: a vacancy needs an interim appointment");
        Finding::new(&STATUTORY_POSTS_ARE_HELD, "appointments", message).with_value("post", kind)
    };
    let mut spans: Vec<_> = known.iter().map(|one| one.possible_days().into_inner()).collect();
    spans.sort_unstable();
    let mut spans = spans.into_iter();
    let Some((_, mut covered_to)) = spans.next() else {
        return vec![nobody(format!("is {kind} on {as_of}"))];
    };
    let mut findings = Vec::new();
    for (from, until) in spans {
        if let (Some(first), Some(last)) = (covered_to.succ_opt(), from.pred_opt())
            && first <= last
        {
            findings.push(nobody(format!("was {kind} {}", span(first, last))));
        }
        covered_to = covered_to.max(until);
    }
    if let Some(first) = covered_to.succ_opt().filter(|&first| first <= as_of) {
        findings.push(nobody(format!("has been {kind} since {first}")));
    }
    findings
}

/// For each appointment, the longest time for which somebody else certainly held the statutory post too who had
/// begun before.
fn overlaps(kind: PostKind, known: &[&Appointment], as_of: NaiveDate) -> Vec<Finding> {
    let mut certain: Vec<_> = known
        .iter()
        .map(|one| {
            let (from, until) = one.certain_days().into_inner();
            (from, until.min(as_of), *one, folded(one.holder.as_str()))
        })
        .filter(|(from, until, ..)| from <= until)
        .collect();
    certain.sort_by_key(|&(from, ..)| from);
    // Whoever stays longest so far, and whoever else does: one of the two is another person than the next.
    let mut longest: [Option<&(NaiveDate, NaiveDate, &Appointment, String)>; 2] = [None, None];
    let mut findings = Vec::new();
    for one in &certain {
        let (from, until, appointment, holder) = one;
        let rival = longest.into_iter().flatten().find(|other| other.3 != *holder);
        if let Some((_, other_until, other, _)) = rival.filter(|other| other.1 >= *from) {
            let last = *until.min(other_until);
            let days = match last == as_of {
                true if *from == NaiveDate::MIN || *from == as_of => format!("on {as_of}"),
                true => format!("since {from}"),
                false if *from == NaiveDate::MIN => format!("until {last}"),
                false => span(*from, last),
            };
            let [first, second] = [other, appointment].map(|held| excerpt(held.holder.as_str()));
            let message = format!("{first} and {second} are both {kind} {days}: there is one at a time");
            let finding =
                Finding::new(&STATUTORY_POSTS_ARE_HELD, "appointments", message).with_value("post", kind);
            findings.push(finding.with_value("first", first).with_value("second", second));
        }
        longest = match longest {
            [Some(first), second] if first.3 == *holder => {
                [Some(if *until > first.1 { one } else { first }), second]
            }
            [Some(first), _] if *until > first.1 => [Some(one), Some(first)],
            [Some(first), Some(second)] if *until <= second.1 => [Some(first), Some(second)],
            [Some(first), _] => [Some(first), Some(one)],
            [None, _] => [Some(one), None],
        };
    }
    findings
}

fn span(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { format!("on {first}") } else { format!("from {first} to {last}") }
}

/// Who certainly holds both statutory posts on the day.
fn both_posts(governance: &Governance, as_of: NaiveDate) -> Vec<Finding> {
    let certain = |kind| governance.appointments_to(kind).filter(move |one| one.certainly_holds_on(as_of));
    let name = |one: &Appointment| folded(one.holder.as_str());
    let [director, lead] = STATUTORY;
    let mut leads: BTreeSet<String> = certain(lead).map(name).collect();
    // Whom it was told of is told of once.
    let both = certain(director).filter(|one| leads.remove(&name(one)));
    both.map(|one| {
        let holder = &one.holder;
        let message = format!(
            "{} is both {director} and {lead} on {as_of}: the one post is an officer's, the other an elected \
             member's",
            excerpt(holder.as_str()),
        );
        Finding::new(&OFFICER_AND_MEMBER, "appointments", message).with_value("holder", holder)
    })
    .collect()
}

/// An officer is Director, and no officer is Lead Member.
fn capacity(appointment: &Appointment, kind: PostKind) -> Option<Finding> {
    let capacity = appointment.capacity?;
    let should = match (kind, capacity) {
        (PostKind::DirectorOfChildrensServices, Capacity::ExecutiveMember | Capacity::Member) => {
            "the post is an officer's"
        }
        (PostKind::LeadMember, Capacity::Officer) => "the post is an elected member's",
        _ => return None,
    };
    let holder = excerpt(appointment.holder.as_str());
    let message = format!("{holder} is {kind} as {capacity}: {should}");
    Some(Finding::new(&OFFICER_AND_MEMBER, "capacity", message).with_value("capacity", capacity))
}

/// A Director who answers for more than children's services.
fn assurance(appointment: &Appointment, kind: PostKind, as_of: NaiveDate) -> Option<Finding> {
    let tested = appointment.assurance_tested.is_some_and(|tested| tested.first() <= as_of);
    let also = appointment.other_functions.first()?;
    let in_force = kind == PostKind::DirectorOfChildrensServices && appointment.certainly_holds_on(as_of);
    (in_force && !tested).then(|| {
        let more = match appointment.other_functions.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!(
            "{} also answers for {}{more}, and no test of assurance is on record",
            excerpt(appointment.holder.as_str()),
            excerpt(also.as_str()),
        );
        Finding::new(&ASSURANCE_IS_TESTED, "assurance_tested", message).with_value("other_functions", also)
    })
}

/// A statutory post of several authorities in one record. One authority under two codes is one.
fn own_record(appointment: &Appointment, kind: PostKind) -> Option<Finding> {
    let (first, rest) = appointment.authorities.split_first()?;
    let other = rest.iter().find(|other| !first.is_one_with(**other)).filter(|_| kind.is_statutory())?;
    let message = format!(
        "{} is {kind} of {first} and {other} in one record: each authority has its own",
        excerpt(appointment.holder.as_str()),
    );
    let finding = Finding::new(&OWN_RECORD_OF_JOINT_POST, "authorities", message);
    Some(finding.with_value("authority", first.ons_code()).with_value("authority", other.ons_code()))
}
