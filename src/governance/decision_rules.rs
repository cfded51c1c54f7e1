//! What is wrong with decisions and strategies.

use super::{
    Authorship, DistantPlacementApproval, Governance, KeyDecision, Post, PostKind, Strategy,
    rules::{
        DIRECTOR_APPROVES_DISTANT_PLACEMENTS, NOTICE_OF_KEY_DECISIONS, PARTNERS_OF_CO_PRODUCTION,
        STRATEGY_IS_ADOPTED_IN_TIME, STRATEGY_IS_SCRUTINISED_FIRST,
    },
};
use crate::{
    calendar::day,
    rules::{Finding, Findings},
    text::{counted, excerpt},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The first day in force of SI 2013/3239, which has the director approve placements at a distance.
pub(crate) const OUT_OF_AREA: NaiveDate = day(2014, 1, 27);
/// The first day in force of SI 2012/2089, which asks for notice of key decisions.
pub(crate) const KEY_DECISIONS: NaiveDate = day(2012, 9, 10);

pub(super) fn of_decisions(governance: &Governance, as_of: NaiveDate) -> Findings {
    let posts = governance.posts_by_id();
    let mut findings = Findings::new();
    for (index, decision) in governance.key_decisions.iter().enumerate() {
        let found: Findings = notice(decision, as_of).into_iter().collect();
        findings.extend(found.within(&format!("key_decisions[{index}]")));
    }
    for (index, approval) in governance.distant_placements.iter().enumerate() {
        let found: Findings = approved_by(approval, &posts, as_of).into_iter().collect();
        findings.extend(found.within(&format!("distant_placements[{index}]")));
    }
    for (index, strategy) in governance.strategies.iter().enumerate() {
        let found = scrutinised_first(strategy, as_of)
            .into_iter()
            .chain(partners(strategy))
            .chain(adopted_in_time(strategy, as_of));
        findings.extend(found.collect::<Findings>().within(&format!("strategies[{index}]")));
    }
    findings
}

/// Whether a decision that was taken since notice is the law had it.
fn notice(decision: &KeyDecision, as_of: NaiveDate) -> Option<Finding> {
    let (taken, least) = (decision.taken, KeyDecision::CLEAR_DAYS);
    if taken < KEY_DECISIONS || taken > as_of || decision.urgency.is_some() {
        return None;
    }
    let given = match (decision.notice_published, decision.clear_days_of_notice()) {
        (_, Some(clear)) if clear >= least => return None,
        (_, Some(clear)) => {
            let clear = counted(i64::try_from(clear).unwrap_or(i64::MAX), "clear day");
            format!("on {clear} of notice")
        }
        (Some(published), None) => format!("before its notice of {published}"),
        (None, _) => "without notice".to_owned(),
    };
    let message =
        format!("taken on {taken} {given}, where {least} clear days are needed, and no urgency is on record");
    let finding =
        Finding::new(&NOTICE_OF_KEY_DECISIONS, "notice_published", message).with_value("taken", taken);
    Some(match decision.notice_published {
        Some(published) => finding.with_value("notice_published", published),
        None => finding,
    })
}

fn approved_by(
    approval: &DistantPlacementApproval,
    posts: &BTreeMap<&str, &Post>,
    as_of: NaiveDate,
) -> Option<Finding> {
    let post = posts.get(approval.approved_by.as_str())?;
    let other = post.kind != PostKind::DirectorOfChildrensServices;
    let under_the_rule = OUT_OF_AREA <= approval.on.first() && approval.on.last() <= as_of;
    (other && under_the_rule).then(|| {
        let message = format!(
            "approved on {} by {}, not by the {}",
            approval.on,
            excerpt(post.title.as_str()),
            PostKind::DirectorOfChildrensServices,
        );
        Finding::new(&DIRECTOR_APPROVES_DISTANT_PLACEMENTS, "approved_by", message)
            .with_value("approved_by", &approval.approved_by)
    })
}

/// Whether an adoption certainly came before the scrutiny: the one held or, where none was, the one planned. One on
/// record for a day that is still to come is as good as planned: the adoption came before it either way.
fn scrutinised_first(strategy: &Strategy, as_of: NaiveDate) -> Option<Finding> {
    let adopted = strategy.adopted.filter(|adopted| adopted.last() <= as_of)?;
    let held = strategy.scrutinised.map(|held| (held, "its scrutiny on"));
    let (scrutiny, which) =
        held.or_else(|| strategy.scrutiny_planned.map(|planned| (planned, "the scrutiny planned for")))?;
    (adopted.last() < scrutiny.first()).then(|| {
        let message = format!("adopted on {adopted}, before {which} {scrutiny}");
        Finding::new(&STRATEGY_IS_SCRUTINISED_FIRST, "adopted", message)
            .with_value("adopted", adopted)
            .with_value("scrutiny", scrutiny)
    })
}

fn partners(strategy: &Strategy) -> Option<Finding> {
    let alone = strategy.authorship == Some(Authorship::CoProduced) && strategy.partners.is_empty();
    alone.then(|| {
        let title = excerpt(strategy.title.as_str());
        Finding::new(
            &PARTNERS_OF_CO_PRODUCTION,
            "partners",
            format!("{title} is co-produced, but no partner is listed"),
        )
    })
}

fn adopted_in_time(strategy: &Strategy, as_of: NaiveDate) -> Option<Finding> {
    let due = strategy.adoption_due.filter(|_| strategy.is_overdue_on(as_of))?;
    let message = format!("was to be adopted by {due} and is not adopted on {as_of}");
    Some(Finding::new(&STRATEGY_IS_ADOPTED_IN_TIME, "adoption_due", message).with_value("adoption_due", due))
}
