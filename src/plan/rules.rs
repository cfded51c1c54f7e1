//! The rules of improvement plans, each a public constant, and what coverage and measures break.

use super::{ImprovementPlan, Measure, MeasureKind};
use crate::{
    inspection::{Inspection, InspectionHistory},
    kpi::{Baseline, Goal, Polarity, Target, rules::TARGET_OF_SHARE},
    rules::{Finding, Findings, Rule, Severity, book::rule_book},
    text::folded,
};
use std::collections::{BTreeMap, BTreeSet};

rule_book! {
    /// Every rule for improvement plans. `Error`: impossible or unlawful as recorded. `Warning`: contrary to normal
    /// practice.
    from "Education and Inspections Act 2006 s137(3); SI 2007/462 reg 3; ILACS since September 2018; Torbay improvement action tracker of June 2017; practice of councils' plans";
    PLAN_01: "PLAN-01", Error, "each area for improvement of the report is answered by an action", "West Sussex 2019: 12 of 12";
    PLAN_02: "PLAN-02", Error, "each action has exactly one accountable owner, and a due date", "who answers for it, and by when";
    PLAN_03: "PLAN-03", Error, "a plan is adopted and submitted after the report was received", "the order of events";
    PLAN_04: "PLAN-04", Error, "a plan is submitted within 70 working days of receipt of the report", "SI 2007/462 reg 3; a warning where only the publication is known, because receipt may be later";
    PLAN_05: "PLAN-05", Error, "after an area for priority action a draft is submitted within 20 working days", "ILACS since September 2018; a warning where only the publication is known";
    PLAN_06: "PLAN-06", Error, "a plan is submitted to the Secretary of State and the Chief Inspector", "SI 2007/462 reg 3";
    PLAN_07: "PLAN-07", Error, "an action that is blue or closed is complete and has dated evidence of impact", "that a task is done shows no impact";
    PLAN_08: "PLAN-08", Error, "an action past its due date is green or blue only if it is complete", "a missed date is not on track";
    PLAN_09: "PLAN-09", Warning, "a due date changes at most once, on record, and the original one is kept", "dates that drift hide delay";
    PLAN_10: "PLAN-10", Error, "a measure has a direction of good, a target and a baseline", "without them no progress can be told";
    PLAN_11: "PLAN-11", Warning, "each area has a measure, and not only of process", "what children experience is the aim";
    PLAN_12: "PLAN-12", Error, "a share is at most 100%, a part at most its whole, and no count below 0", "figures of these kinds are nothing; most cannot even be made";
    PLAN_13: "PLAN-13", Warning, "a target is not weaker than the statutory limit or the baseline", "a plan is to improve";
    PLAN_14: "PLAN-14", Error, "milestones and completion lie within their action's dates, and no actions wait for each other in a circle", "the order of events";
    PLAN_15: "PLAN-15", Warning, "owners are named by their role", "people leave";
    PLAN_16: "PLAN-16", Warning, "a plan that does not reflect the findings is revised within 20 working days", "a default of this crate";
    PLAN_17: "PLAN-17", Warning, "children, families or staff have a voice in the plan", "practice";
    PLAN_18: "PLAN-18", Error, "the version submitted is the one adopted, or its finalising was delegated", "Kirklees 2016: delegated to the director with the lead member";
    PLAN_19: "PLAN-19", Warning, "an area with the label of one in the inspection before is marked as repeated", "what is still wanting must be seen";
}

/// `PLAN-04` where no receipt is on record and the deadline is counted from publication: a warning.
pub const PLAN_04_FROM_PUBLICATION: Rule =
    Rule::new(PLAN_04.id(), PLAN_04.title(), Severity::Warning, PLAN_04.rationale(), PLAN_04.source());

/// `PLAN-05` where no receipt is on record and the deadline is counted from publication: a warning.
pub const PLAN_05_FROM_PUBLICATION: Rule =
    Rule::new(PLAN_05.id(), PLAN_05.title(), Severity::Warning, PLAN_05.rationale(), PLAN_05.source());

/// Working days within which a plan that does not reflect the findings is to be revised: a default of this crate.
pub const REVISION_WORKING_DAYS: u32 = 20;

/// Areas that nobody answers, nobody measures, or that are repeated unmarked.
pub(super) fn of_coverage(
    plan: &ImprovementPlan,
    inspection: Option<&Inspection>,
    history: &InspectionHistory,
) -> Findings {
    let mut findings = Findings::new();
    let Some(inspection) = inspection else { return findings };
    for area in plan.coverage(inspection).unanswered() {
        let message = format!("area {} ({}) is answered by no action", area.number(), area.label());
        findings.push(Finding::new(&PLAN_01, "actions", message).with_value("area", area.number()));
    }
    let mut kinds: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for measure in plan.measures() {
        for number in &measure.areas {
            kinds.entry(*number).or_default().insert(measure.kind.code());
        }
    }
    let areas = inspection.areas_for_improvement().unwrap_or_default();
    for area in areas {
        let wanting = match kinds.get(&area.number()) {
            None => "has no measure",
            Some(kinds) if !kinds.contains(MeasureKind::Outcome.code()) => "has measures of process only",
            Some(_) => continue,
        };
        let message = format!("area {} ({}) {wanting}", area.number(), area.label());
        findings.push(Finding::new(&PLAN_11, "measures", message).with_value("area", area.number()));
    }
    // From the graded inspection before it on whose areas are on record: a visit in between may have named areas of its own.
    let earlier = history.inspections().iter().filter(|other| other.start() < inspection.start());
    let on_record =
        |other: &&Inspection| other.activity().is_graded() && other.areas_for_improvement().is_some();
    let since = earlier.clone().rev().find(on_record);
    let since = since.map_or(inspection.start(), Inspection::start);
    let mut labels: BTreeMap<String, (&Inspection, u32)> = BTreeMap::new();
    for other in earlier.filter(|other| other.start() >= since) {
        for area in other.areas_for_improvement().unwrap_or_default() {
            labels.insert(folded(area.label()), (other, area.number()));
        }
    }
    for area in areas.iter().filter(|area| area.repeats().is_none()) {
        if let Some((other, number)) = labels.get(&folded(area.label())) {
            let message = format!(
                "area {} ({}) has the label of area {number} of the inspection that started on {}, and is not marked as repeated",
                area.number(),
                area.label(),
                other.start(),
            );
            let finding = Finding::new(&PLAN_19, "identity.inspection_start", message);
            findings.push(finding.with_value("area", area.number()));
        }
    }
    findings
}

/// What measures lack, measure by measure, with what is wrong with their targets by the [rules](crate::kpi::rules) of
/// targets.
pub(super) fn of_measures(plan: &ImprovementPlan) -> Findings {
    let each = plan.measures().iter().enumerate();
    each.flat_map(|(index, measure)| of_measure(measure).within(&format!("measures[{index}]"))).collect()
}

fn of_measure(measure: &Measure) -> Findings {
    let mut findings = Findings::new();
    let indicator = &measure.indicator;
    let mut lacks = |place, what: &str| findings.push(Finding::new(&PLAN_10, place, what));
    match &measure.target {
        None => {
            if indicator.polarity() == Polarity::Neutral {
                lacks(
                    "indicator",
                    "neither direction of the indicator is said to be better, and there is no target",
                );
            }
            lacks("target", "there is no target, and so no baseline");
        }
        Some(target) if target.baseline.is_none() => lacks("target.baseline", "there is no baseline"),
        Some(_) => {}
    }
    let of_target = measure.target.iter().flat_map(|target| target.findings(indicator));
    findings.extend(of_target.map(|found| of_plan(&found, format!("target.{}", found.place()))));
    let of_limit =
        measure.statutory_limit.into_iter().flat_map(|limit| Target::new(limit).findings(indicator));
    findings.extend(of_limit.map(|found| of_plan(&found, "statutory_limit".to_owned())));
    let Some(target) = &measure.target else { return findings };
    let baseline = target.baseline.and_then(|Baseline { value, .. }| match target.goal.direction() {
        Polarity::HigherIsBetter => Some((Goal::at_least(value), value.to_string())),
        Polarity::LowerIsBetter => Some((Goal::at_most(value), value.to_string())),
        Polarity::Neutral => None,
    });
    let limits = [
        ("the statutory limit", measure.statutory_limit.map(|limit| (limit, limit.to_string()))),
        ("the baseline", baseline),
    ];
    for (name, limit) in limits {
        if let Some((limit, value)) = limit
            && target.goal.is_weaker_than(limit)
        {
            let message = format!("the target of {} is weaker than {name} of {value}", target.goal);
            let finding = Finding::new(&PLAN_13, "target.goal", message);
            findings.push(finding.with_value("target", target.goal).with_value("limit", value));
        }
    }
    findings
}

/// A finding of a target as one of the plan, whose rules know a share above 100% by another id.
fn of_plan(found: &Finding, place: String) -> Finding {
    let rule = if found.rule().id() == TARGET_OF_SHARE.id() { &PLAN_12 } else { found.rule() };
    let of_plan = Finding::new(rule, place, found.message());
    found.values().iter().fold(of_plan, |finding, (name, value)| finding.with_value(name, value))
}
