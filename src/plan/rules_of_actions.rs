//! What breaks a rule in an action of a plan.

use super::{
    Action, ImprovementPlan,
    rules::{PLAN_02, PLAN_07, PLAN_08, PLAN_09, PLAN_14, PLAN_15},
};
use crate::{
    kpi::Rating,
    rules::{Finding, Findings},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Action by action, then circles of actions that wait for each other.
pub(super) fn findings(plan: &ImprovementPlan, as_of: NaiveDate) -> Findings {
    let mut findings = Findings::new();
    for (index, action) in plan.actions().iter().enumerate() {
        let mut of_action = Findings::new();
        of_action.extend(owners(action));
        of_action.extend(evidence(action, as_of));
        of_action.extend(overdue(action, as_of));
        of_action.extend(moved(action, as_of));
        of_action.extend(milestones(action));
        findings.extend(of_action.within(&format!("actions[{index}]")));
    }
    findings.extend(circles(plan.actions()));
    findings
}

fn owners(action: &Action) -> Findings {
    let mut findings = Findings::new();
    let named = |owner: &&super::Owner| owner.role().is_some() || owner.name().is_some();
    match action.accountable().iter().filter(named).count() {
        1 => {}
        0 => findings.push(Finding::new(&PLAN_02, "accountable", "nobody is accountable")),
        many => {
            let message = format!("{many} owners are accountable, not exactly one");
            findings.push(Finding::new(&PLAN_02, "accountable", message).with_value("accountable", many));
        }
    }
    if action.due().is_none() {
        findings.push(Finding::new(&PLAN_02, "due", "there is no due date"));
    }
    if let (Some(start), Some(due)) = (action.start(), action.due())
        && due < start
    {
        let message = format!("the action is due on {due}, before it starts on {start}");
        findings.push(Finding::new(&PLAN_14, "due", message).with_value("start", start));
    }
    if let (Some(start), Some(completed)) = (action.start(), action.completed())
        && completed < start
    {
        let message = format!("the action was complete on {completed}, before it starts on {start}");
        findings.push(Finding::new(&PLAN_14, "completed", message).with_value("start", start));
    }
    for owner in action.accountable() {
        if let (None, Some(name)) = (owner.role(), owner.name()) {
            let message = format!("{name} is named without a role");
            findings.push(Finding::new(&PLAN_15, "accountable", message).with_value("name", name));
        }
    }
    findings
}

fn evidence(action: &Action, as_of: NaiveDate) -> Option<Finding> {
    let closed = action.signed_off().is_some_and(|on| on <= as_of);
    let (place, what) = if action.delivery_status() == Some(Rating::Blue) {
        ("delivery_status", "is recorded as blue")
    } else if action.impact_status() == Some(Rating::Blue) {
        ("impact_status", "has its impact recorded as blue")
    } else if closed {
        ("signed_off", "is closed")
    } else {
        return None;
    };
    if closed && action.completed().is_none_or(|completed| completed > as_of) {
        let message = format!("the action is closed and not complete by {as_of}");
        return Some(Finding::new(&PLAN_07, "signed_off", message));
    }
    (!action.has_evidence_on(as_of)).then(|| {
        Finding::new(
            &PLAN_07,
            place,
            format!("the action {what} without dated evidence of impact by {as_of}"),
        )
    })
}

fn overdue(action: &Action, as_of: NaiveDate) -> Option<Finding> {
    let due = action.due().filter(|due| *due < as_of)?;
    let status = action.delivery_status().filter(|status| matches!(status, Rating::Green | Rating::Blue))?;
    if action.completed().is_some_and(|completed| completed <= as_of) {
        return None;
    }
    let message = format!(
        "the action is recorded as {}, was due on {due} and is not complete on {as_of}",
        status.code()
    );
    Some(Finding::new(&PLAN_08, "delivery_status", message).with_value("due", due))
}

fn moved(action: &Action, as_of: NaiveDate) -> Option<Finding> {
    let made = || action.due_changes().iter().filter(|change| change.changed() <= as_of);
    let changes = made().count();
    let message = if changes > 1 {
        format!("the due date was changed {changes} times")
    } else if changes == 1 && action.original_due().is_none() && made().all(|change| change.from().is_none())
    {
        "the due date was changed, and the original one is not on record".to_owned()
    } else if let (0, Some(original), Some(due)) =
        (action.due_changes().len(), action.original_due(), action.due())
        && original != due
    {
        let message =
            format!("the action was due on {original} and is due on {due}, and no change is on record");
        return Some(Finding::new(&PLAN_09, "original_due", message).with_value("due", due));
    } else {
        return None;
    };
    Some(Finding::new(&PLAN_09, "due_changes", message).with_value("changes", changes))
}

fn milestones(action: &Action) -> Findings {
    let mut findings = Findings::new();
    for (index, milestone) in action.milestones().iter().enumerate() {
        let due = milestone.due();
        let outside = match (action.start(), action.due()) {
            (Some(start), _) if due < start => format!("before the action starts on {start}"),
            (_, Some(end)) if due > end => format!("after the action is due on {end}"),
            _ => continue,
        };
        let message = format!("the milestone is due on {due}, {outside}");
        findings
            .push(Finding::new(&PLAN_14, format!("milestones[{index}].due"), message).with_value("due", due));
    }
    findings
}

/// Each circle once, at the action in it that stands first in the plan.
fn circles(actions: &[Action]) -> Findings {
    let places: BTreeMap<&str, usize> =
        actions.iter().enumerate().map(|(index, action)| (action.id().as_str(), index)).collect();
    let waits_for: Vec<Vec<usize>> = actions
        .iter()
        .map(|action| action.depends_on().iter().filter_map(|id| places.get(id.as_str()).copied()).collect())
        .collect();
    let mut findings = Findings::new();
    for circle in connected(&waits_for) {
        let first = circle.iter().copied().min().unwrap_or_default();
        if circle.len() == 1 && !waits_for[first].contains(&first) {
            continue;
        }
        let mut members = circle;
        members.sort_unstable();
        let ids: Vec<&str> = members.iter().map(|index| actions[*index].id().as_str()).collect();
        let message = match ids[..] {
            [id] => format!("action {id} waits for itself"),
            _ => format!("actions {} wait for each other", ids.join(", ")),
        };
        findings.push(Finding::new(&PLAN_14, format!("actions[{first}].depends_on"), message));
    }
    let mut in_order: Vec<Finding> = findings.into_iter().collect();
    in_order.sort_by(|a, b| a.place().len().cmp(&b.place().len()).then_with(|| a.place().cmp(b.place())));
    in_order.into_iter().collect()
}

/// The strongly connected components of a graph (Tarjan), without recursion: a plan may be long.
fn connected(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut index = vec![UNSEEN; edges.len()];
    let mut low = vec![0; edges.len()];
    let mut open = vec![false; edges.len()];
    let (mut stack, mut found, mut next) = (Vec::new(), Vec::new(), 0);
    for root in 0..edges.len() {
        if index[root] != UNSEEN {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, edge)) = path.pop() {
            if edge == 0 {
                (index[node], low[node]) = (next, next);
                next += 1;
                stack.push(node);
                open[node] = true;
            } else {
                let below = edges[node][edge - 1];
                if open[below] {
                    low[node] = low[node].min(low[below]);
                }
            }
            if let Some(&below) = edges[node].get(edge) {
                path.push((node, edge + 1));
                if index[below] == UNSEEN {
                    path.push((below, 0));
                }
                continue;
            }
            if low[node] == index[node] {
                let start = stack.iter().rposition(|&member| member == node).unwrap_or_default();
                let component = stack.split_off(start);
                for &member in &component {
                    open[member] = false;
                }
                found.push(component);
            }
        }
    }
    found
}
