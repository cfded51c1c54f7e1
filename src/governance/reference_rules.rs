//! Names that are given twice or lead nowhere, and terms that end before they begin.

use super::{
    Governance,
    rules::{ENDS_AFTER_IT_BEGINS, NAMED_ONCE, REFERENCE_ON_RECORD},
};
use crate::{
    rules::{Finding, Findings},
    text::{OneLine, excerpt},
};
use std::collections::BTreeMap;

/// The places of names by what they name; of a name that is given twice the first.
type Places<'a> = BTreeMap<&'a OneLine, usize>;

pub(super) fn of_references(governance: &Governance) -> Findings {
    let Governance { posts, appointments, bodies, key_decisions, distant_placements, strategies } =
        governance;
    let mut findings = Findings::new();
    let ids = named_once("posts", "id", posts.iter().map(|post| &post.id), &mut findings);
    let titles = named_once("bodies", "title", bodies.iter().map(|body| &body.title), &mut findings);
    let of_strategies = strategies.iter().map(|strategy| &strategy.title);
    named_once("strategies", "title", of_strategies, &mut findings);
    let mut refers = |given: Option<&OneLine>, (known, what): (&Places<'_>, &str), place: String| {
        let dangling = given.filter(|given| !known.contains_key(given));
        findings.extend(dangling.map(|given| {
            let message = format!("{:?} is no {what} on record", excerpt(given));
            Finding::new(&REFERENCE_ON_RECORD, place, message).with_value(what, given)
        }));
    };
    let (post, body) = ((&ids, "post"), (&titles, "body"));
    for (index, one) in posts.iter().enumerate() {
        refers(one.reports_to.as_ref(), post, format!("posts[{index}].reports_to"));
    }
    for (index, one) in appointments.iter().enumerate() {
        refers(Some(&one.post), post, format!("appointments[{index}].post"));
    }
    for (index, one) in key_decisions.iter().enumerate() {
        refers(one.body.as_ref(), body, format!("key_decisions[{index}].body"));
    }
    for (index, one) in distant_placements.iter().enumerate() {
        refers(Some(&one.approved_by), post, format!("distant_placements[{index}].approved_by"));
    }
    for (index, one) in strategies.iter().enumerate() {
        refers(one.scrutiny_body.as_ref(), body, format!("strategies[{index}].scrutiny_body"));
    }
    for (index, one) in appointments.iter().enumerate() {
        if let (Some(from), Some(until)) = (one.from, one.until)
            && until.last() < from.first()
        {
            let message = format!("{until} lies before {from}, when it begins");
            let finding =
                Finding::new(&ENDS_AFTER_IT_BEGINS, format!("appointments[{index}].until"), message);
            findings.push(finding.with_value("from", from).with_value("until", until));
        }
    }
    findings
}

fn named_once<'a>(
    part: &str,
    field: &str,
    names: impl Iterator<Item = &'a OneLine>,
    findings: &mut Findings,
) -> Places<'a> {
    let mut places = Places::new();
    for (index, name) in names.enumerate() {
        let first = *places.entry(name).or_insert(index);
        if first < index {
            let message = format!("{:?} is already that of {part}[{first}]", excerpt(name));
            let finding = Finding::new(&NAMED_ONCE, format!("{part}[{index}].{field}"), message);
            findings.push(finding.with_value(field, name));
        }
    }
    places
}
