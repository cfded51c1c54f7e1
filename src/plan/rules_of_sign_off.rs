//! What breaks a rule in the sign-off of a plan.

use super::{
    AnswerOutcome, ImprovementPlan, Recipient,
    rules::{
        PLAN_03, PLAN_04, PLAN_04_FROM_PUBLICATION, PLAN_05, PLAN_05_FROM_PUBLICATION, PLAN_06, PLAN_16,
        PLAN_17, PLAN_18, REVISION_WORKING_DAYS,
    },
};
use crate::{
    calendar::{PartialDate, WorkingDays, days_between},
    inspection::{AreaForPriorityAction, Deadlines, Inspection, Receipt},
    rules::{Finding, Findings, Rule},
    text::{counted, same_words},
};
use chrono::NaiveDate;

pub(super) fn findings(
    plan: &ImprovementPlan,
    inspection: Option<&Inspection>,
    working_days: &WorkingDays,
    as_of: NaiveDate,
) -> Findings {
    let mut findings = Findings::new();
    if let Some(inspection) = inspection {
        findings.extend(before_receipt(plan, inspection));
        findings.extend(late(plan, inspection, working_days, as_of));
        findings.extend(no_draft(plan, inspection, working_days, as_of));
    }
    findings.extend(recipients(plan));
    findings.extend(not_revised(plan, working_days, as_of));
    if plan.voice().is_empty() {
        findings.push(Finding::new(
            &PLAN_17,
            "voice",
            "no voice of children, families or staff is on record",
        ));
    } else if plan.voice().iter().all(|voice| voice.of() == super::VoiceGroup::Partners) {
        let message = "only partners have a voice on record, no children, families or staff";
        findings.push(Finding::new(&PLAN_17, "voice", message));
    }
    findings.extend(another_version(plan));
    findings
}

fn before_receipt(plan: &ImprovementPlan, inspection: &Inspection) -> Findings {
    // Without a receipt on record the report can have been received on any day after the inspection.
    let (earliest, what) = match (inspection.received(), inspection.end()) {
        (Some(received), _) => (received, "the report was received"),
        (None, Some(end)) => (end, "the inspection ended"),
        (None, None) => (inspection.start(), "the inspection started"),
    };
    let adopted = plan.sign_off().adopted().map(|adopted| ("adopted", adopted.on()));
    let submitted = plan.sign_off().submitted().map(|submitted| ("submitted", submitted.on().last()));
    let early = [adopted, submitted].into_iter().flatten().filter(|(_, on)| *on < earliest);
    early
        .map(|(step, on)| {
            let message = format!("the plan was {step} on {on}, before {what} on {earliest}");
            Finding::new(&PLAN_03, format!("sign_off.{step}.on"), message).with_value(step, on)
        })
        .collect()
}

fn late(
    plan: &ImprovementPlan,
    inspection: &Inspection,
    working_days: &WorkingDays,
    as_of: NaiveDate,
) -> Option<Finding> {
    let urgent = !inspection.areas_for_priority_action().is_empty()
        && inspection.start() >= AreaForPriorityAction::DEADLINES_FROM;
    let receipt = inspection.receipt().filter(|_| inspection.activity().is_graded() || urgent)?;
    let (rule, since) = counted_from(receipt, [&PLAN_04, &PLAN_04_FROM_PUBLICATION]);
    let limit = Deadlines::STATEMENT_OF_ACTION_WORKING_DAYS;
    let submitted = plan.sign_off().submitted();
    let place = if submitted.is_some() { "sign_off.submitted.on" } else { "sign_off.submitted" };
    let due = match working_days.add(receipt.day(), limit) {
        Ok(due) => due,
        Err(error) => {
            let message =
                format!("the deadline, {limit} working days after {since}, cannot be worked out: {error}");
            return Some(Finding::new(rule, place, message));
        }
    };
    let (on, how) = match submitted {
        Some(submitted) => (submitted.on().first(), format!("was submitted on {}", submitted.on())),
        None => (as_of, format!("is not submitted on {as_of}")),
    };
    if on <= due {
        return None;
    }
    let days = counted(days_between(due, on), "day");
    let message = format!("the plan {how}, {days} after {due}, {limit} working days after {since}");
    Some(
        Finding::new(rule, place, message)
            .with_value("due", due)
            .with_value("days_late", days_between(due, on)),
    )
}

fn no_draft(
    plan: &ImprovementPlan,
    inspection: &Inspection,
    working_days: &WorkingDays,
    as_of: NaiveDate,
) -> Option<Finding> {
    let in_force = inspection.start() >= AreaForPriorityAction::DEADLINES_FROM;
    if inspection.areas_for_priority_action().is_empty() || !in_force {
        return None;
    }
    let (rule, since) = counted_from(inspection.receipt()?, [&PLAN_05, &PLAN_05_FROM_PUBLICATION]);
    let limit = AreaForPriorityAction::DRAFT_WORKING_DAYS;
    let draft = plan.sign_off().draft_submitted();
    let place = "sign_off.draft_submitted";
    let due = match working_days.add(inspection.receipt()?.day(), limit) {
        Ok(due) => due,
        Err(error) => {
            let message = format!(
                "the deadline of the draft, {limit} working days after {since}, cannot be worked out: {error}"
            );
            return Some(Finding::new(rule, place, message));
        }
    };
    if draft.unwrap_or(as_of) <= due {
        return None;
    }
    let how = draft.map_or_else(
        || format!("no draft is submitted on {as_of}"),
        |on| format!("the draft was submitted on {on}"),
    );
    let message = format!("{how}, after {due}, {limit} working days after {since}");
    Some(Finding::new(rule, place, message).with_value("due", due))
}

/// The rule that a deadline breaks, and from when it is counted: a publication may be before the receipt.
fn counted_from(receipt: Receipt, [recorded, published]: [&'static Rule; 2]) -> (&'static Rule, String) {
    match receipt {
        Receipt::Recorded(day) => (recorded, format!("receipt on {day}")),
        Receipt::TakenFromPublication(day) => {
            (published, format!("publication on {day}, as no receipt is on record"))
        }
    }
}

fn recipients(plan: &ImprovementPlan) -> Option<Finding> {
    let submitted = plan.sign_off().submitted()?;
    let missing: Vec<&str> = [Recipient::SecretaryOfState, Recipient::ChiefInspector]
        .into_iter()
        .filter(|needed| !submitted.recipients().contains(needed))
        .map(Recipient::label)
        .collect();
    let message = format!("the plan was not submitted to the {}", missing.join(" nor to the "));
    (!missing.is_empty()).then(|| Finding::new(&PLAN_06, "sign_off.submitted.recipients", message))
}

fn not_revised(plan: &ImprovementPlan, working_days: &WorkingDays, as_of: NaiveDate) -> Findings {
    let mut findings = Findings::new();
    for (index, answer) in plan.sign_off().answers().iter().enumerate() {
        if answer.outcome() != AnswerOutcome::DoesNotReflectFindings || as_of <= answer.on().last() {
            continue;
        }
        let later = &plan.sign_off().answers()[index + 1..];
        let reflected = later.iter().any(|later| {
            later.outcome() == AnswerOutcome::ReflectsFindings && later.on().last() >= answer.on().first()
        });
        // From the last day that it can have been: nothing is late that need not be.
        let due = working_days.add(answer.on().last(), REVISION_WORKING_DAYS);
        let in_time = |on: PartialDate, due: NaiveDate| on.last() >= answer.on().first() && on.first() <= due;
        let message = match due {
            Ok(due) if as_of <= due => continue,
            Ok(_) if reflected => continue,
            Ok(due) if plan.sign_off().revisions().iter().any(|revision| in_time(revision.on(), due)) => {
                continue;
            }
            Ok(due) => format!(
                "the plan does not reflect the findings by the answer of {}, and no revision is on record by {due}, {REVISION_WORKING_DAYS} working days later",
                answer.on(),
            ),
            Err(error) => format!("the day by which the plan is to be revised cannot be worked out: {error}"),
        };
        findings.push(Finding::new(&PLAN_16, format!("sign_off.answers[{index}]"), message));
    }
    findings
}

fn another_version(plan: &ImprovementPlan) -> Option<Finding> {
    let (adopted, submitted) = (plan.sign_off().adopted()?, plan.sign_off().submitted()?);
    let delegated = plan
        .sign_off()
        .delegation()
        .is_some_and(|delegation| delegation.on().first() <= submitted.on().last());
    if same_words(adopted.version().as_str(), submitted.version().as_str()) || delegated {
        return None;
    }
    let message = format!(
        "version {} was submitted, version {} adopted, and no delegation is on record by then",
        submitted.version(),
        adopted.version(),
    );
    Some(Finding::new(&PLAN_18, "sign_off.submitted.version", message))
}
