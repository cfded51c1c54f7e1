//! The improvement plan in a report.

use super::{
    ReportItem, ReportParagraph, ReportSection, ReportTable,
    words::{self, list, sentence, the, when},
};
use crate::{
    governance::{Body, Subject},
    inspection::{Deadlines, Inspection, Receipt},
    kpi::Rating,
    plan::{AnswerOutcome, ImprovementPlan},
    programme::Programme,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub(super) fn section(programme: &Programme, as_of: NaiveDate) -> ReportSection {
    let Some(plan) = programme.plan() else {
        let text = "No improvement plan is on record.";
        let paragraphs = [Some(ReportParagraph::new(text)), meetings(programme, as_of)];
        return ReportSection::new("The improvement plan", paragraphs.into_iter().flatten().collect());
    };
    let mut paragraphs = vec![ReportParagraph::new(sign_off(programme, plan))];
    if let Some(inspection) = plan.inspection(programme.history()) {
        paragraphs.push(coverage(programme, plan, inspection, as_of));
    }
    paragraphs.extend(actions(programme, plan, as_of));
    paragraphs.extend(meetings(programme, as_of));
    ReportSection::new(plan.identity().title().as_str(), paragraphs)
}

fn sign_off(programme: &Programme, plan: &ImprovementPlan) -> String {
    let sign_off = plan.sign_off();
    let receipt = plan.receipt(programme.history());
    let mut text = match sign_off.adopted() {
        None => "The plan is not adopted yet.".to_owned(),
        Some(adopted) => {
            let by = adopted.body().map_or_else(String::new, |body| format!(" by {}", the(body)));
            let day = receipt.and_then(|receipt| working_day(programme, receipt, adopted.on()));
            let day = day.unwrap_or_default();
            format!("The plan was agreed for adoption{by} on {}{day}.", words::day(adopted.on()))
        }
    };
    match sign_off.submitted() {
        None => text += " It is not submitted yet.",
        Some(submitted) => {
            let to: Vec<String> =
                submitted.recipients().iter().map(|recipient| format!("the {}", recipient.label())).collect();
            let to = if to.is_empty() { String::new() } else { format!(" to {}", list(&to)) };
            text += &format!(" It was submitted{to} {}.", when(submitted.on()));
        }
    }
    for answer in sign_off.answers() {
        let says = match answer.outcome() {
            AnswerOutcome::ReflectsFindings => "has confirmed that it reflects the findings",
            AnswerOutcome::DoesNotReflectFindings => "has answered that it does not reflect the findings",
        };
        text += &format!(" Ofsted {says} of the inspection; its answer came {}.", when(answer.on()));
    }
    for revision in sign_off.revisions() {
        let version = revision.version().as_str();
        let named = version.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("version"));
        let version = if named { sentence(version) } else { format!("Version {version}") };
        text += &format!(" {version} followed {}.", when(revision.on()));
    }
    text
}

/// `, on working day 63 of the 70, to 15 August 2019, in which it is to be submitted`.
fn working_day(programme: &Programme, receipt: Receipt, on: NaiveDate) -> Option<String> {
    let days = programme.case().assumptions().working_days();
    let limit = Deadlines::STATEMENT_OF_ACTION_WORKING_DAYS;
    let (number, due) = (days.count(receipt.day(), on).ok()?, days.add(receipt.day(), limit).ok()?);
    let since = match receipt {
        Receipt::Recorded(_) => "the receipt of the report",
        Receipt::TakenFromPublication(_) => "the publication of the report, as its receipt is not on record",
    };
    Some(format!(
        ". That was working day {number} from {since}; a plan is to be submitted by working day {limit}, {}",
        words::day(due)
    ))
}

fn coverage(
    programme: &Programme,
    plan: &ImprovementPlan,
    inspection: &Inspection,
    as_of: NaiveDate,
) -> ReportParagraph {
    let coverage = plan.coverage(inspection);
    let (answered, total) = (coverage.answered(), coverage.total());
    let mut text = match total {
        0 => "No area for improvement of the inspection is on record.".to_owned(),
        1 if answered == 1 => "The plan answers the 1 area for improvement.".to_owned(),
        _ => format!("The plan answers {answered} of the {total} areas for improvement."),
    };
    let unanswered: Vec<String> =
        coverage.unanswered().map(|area| format!("{} ({})", area.number(), area.label())).collect();
    if !unanswered.is_empty() {
        text += &format!(" No action answers area {}.", list(&unanswered));
    }
    let statuses = plan.statuses_on(as_of, programme.kpis(), Rating::of);
    let scheme = plan.status_scheme();
    let by_id: BTreeMap<&str, Rating> =
        statuses.iter().map(|status| (status.id(), status.delivery().derived())).collect();
    let rows = coverage.areas().iter().map(|(area, actions)| {
        let rated = actions.iter().filter(|action| action.due().is_some() || action.completed().is_some());
        let worst = rated.filter_map(|action| by_id.get(action.id().as_str()));
        let worst = worst.max_by_key(|rating| rating.concern());
        let none = if actions.is_empty() { "no action" } else { "no due date" };
        [
            format!("{}. {}", area.number(), area.label()),
            actions.len().to_string(),
            worst.map_or(none, |rating| scheme.word(*rating)).to_owned(),
        ]
    });
    let columns = ["Area for improvement", "Actions", "Delivery, by the action that is furthest behind"];
    let table = ReportTable::new("How the plan answers the areas for improvement", columns, rows.collect());
    let paragraph = ReportParagraph::new(text);
    if table.rows().is_empty() { paragraph } else { paragraph.with_table(table) }
}

/// How the actions stand, and those that are off track or recorded otherwise.
fn actions(programme: &Programme, plan: &ImprovementPlan, as_of: NaiveDate) -> Option<ReportParagraph> {
    let scheme = plan.status_scheme();
    let statuses = plan.statuses_on(as_of, programme.kpis(), Rating::of);
    if statuses.is_empty() {
        return None;
    }
    let mut counts: BTreeMap<u8, (Rating, usize)> = BTreeMap::new();
    let (mut complete, mut undated) = (0, 0);
    let mut rows = Vec::new();
    for (status, action) in statuses.iter().zip(plan.actions()) {
        let derived = scheme.in_scheme(status.delivery().derived());
        complete += usize::from(status.is_complete());
        if action.due().is_none() && !status.is_complete() {
            undated += 1;
        } else {
            counts.entry(derived.concern()).or_insert((derived, 0)).1 += 1;
        }
        let off_track = matches!(status.delivery().derived(), Rating::Red | Rating::Amber);
        if off_track || status.delivery().agrees(scheme) == Some(false) {
            let owners: Vec<&str> =
                action.accountable().iter().filter_map(|owner| owner.role().or(owner.name())).collect();
            let recorded = status.delivery().recorded().map_or("none", |rating| scheme.word(rating));
            rows.push([
                format!("{}. {}", action.id(), action.step()),
                list(&owners),
                action.due().map_or_else(|| "no date".to_owned(), words::day),
                scheme.word(derived).to_owned(),
                recorded.to_owned(),
            ]);
        }
    }
    let mut told: Vec<String> =
        counts.values().map(|(rating, count)| format!("{count} {}", scheme.word(*rating))).collect();
    if undated > 0 {
        told.push(format!("{undated} without a due date, which cannot be rated"));
    }
    let actions =
        if statuses.len() == 1 { "1 action".to_owned() } else { format!("{} actions", statuses.len()) };
    let done = if complete == 1 { "is" } else { "are" };
    let text = format!(
        "The plan has {actions}; {complete} {done} complete. By dates and evidence: {}.",
        list(&told)
    );
    let paragraph = ReportParagraph::new(text);
    if rows.is_empty() {
        return Some(paragraph);
    }
    let columns = ["Action", "Accountable", "Due", "By dates and evidence", "On record"];
    Some(paragraph.with_table(ReportTable::new("Actions off track, or recorded otherwise", columns, rows)))
}

/// Which bodies considered what, and when.
fn meetings(programme: &Programme, as_of: NaiveDate) -> Option<ReportParagraph> {
    let held = |body: &Body| {
        let meetings = body.meetings.iter().filter(|meeting| meeting.on.first() <= as_of);
        let told: Vec<String> = meetings
            .map(|meeting| {
                let subjects: Vec<&str> = meeting
                    .subjects
                    .iter()
                    .filter(|subject| **subject != Subject::Other)
                    .map(|subject| subject.label())
                    .collect();
                let about =
                    if subjects.is_empty() { String::new() } else { format!(": {}", list(&subjects)) };
                let outcome =
                    meeting.outcome.as_ref().map_or_else(String::new, |outcome| format!(" ({outcome})"));
                format!("{}{about}{outcome}", when(meeting.on))
            })
            .collect();
        (!told.is_empty()).then(|| ReportItem::new(format!("{} met {}", body.title, told.join("; "))))
    };
    let items: Vec<ReportItem> = programme.governance().bodies.iter().filter_map(held).collect();
    let text = "Scrutiny and challenge:";
    (!items.is_empty()).then(|| ReportParagraph::new(text).with_items(items))
}
