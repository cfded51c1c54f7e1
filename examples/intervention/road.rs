//! A case as text.

use childrens_services::{
    Case, Inspection, Receipt, Transition, WorkingDays, chrono::NaiveDate, inspection::Standing,
};
use std::{collections::BTreeSet, error::Error, fmt::Write};

pub fn render(case: &Case, plan_adopted: Option<NaiveDate>, on: NaiveDate) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    let authority = case.history().authority();
    writeln!(text, "{authority} ({}): inspection and intervention", authority.ons_code())?;
    inspections(&mut text, case)?;
    deadlines(&mut text, case, plan_adopted)?;
    road(&mut text, case)?;
    options(&mut text, case, on)?;
    findings(&mut text, case, on)?;
    Ok(text.trim_end().to_owned())
}

fn inspections(text: &mut String, case: &Case) -> Result<(), Box<dyn Error>> {
    writeln!(text, "\nInspections and visits")?;
    for inspection in case.history().inspections() {
        let grades = match inspection.overall() {
            Some(overall) => format!(": {overall}"),
            None if inspection.activity().is_graded() => {
                let grades =
                    inspection.judgements().map(|(judgement, grade)| format!("{} {grade}", judgement.code()));
                format!(": no overall grade; {}", grades.collect::<Vec<_>>().join(", "))
            }
            None => String::new(),
        };
        let areas = inspection.areas_for_improvement().map(|areas| {
            let repeated = areas.iter().filter(|area| area.repeats().is_some()).count();
            let repeated =
                if repeated > 0 { format!(", {repeated} of them repeated") } else { String::new() };
            format!("; {} areas for improvement{repeated}", areas.len())
        });
        let published = inspection.published().map_or("unpublished".into(), |day| day.to_string());
        writeln!(text, "  {published:<12}{}{grades}{}", inspection.activity(), areas.unwrap_or_default())?;
    }
    for gap in case.history().gaps() {
        let published = |inspection: &Inspection| match inspection.published() {
            Some(day) => day.to_string(),
            None => "an unpublished one".into(),
        };
        writeln!(
            text,
            "  Report of {}, beside that of {}:",
            published(gap.later()),
            published(gap.earlier())
        )?;
        for change in gap.grade_changes() {
            writeln!(text, "    {change}")?;
        }
    }
    Ok(())
}

/// After the report that brought intervention about, or else after the latest one.
fn cited(case: &Case) -> Option<&Inspection> {
    let events = case.log().iter().map(|entry| entry.event());
    let mut cited = events.filter_map(|event| event.direction()?.cites_report_of());
    let inspections = case.history().inspections();
    match cited.next() {
        // A visit's letter may have come out on the same day.
        Some(day) => {
            let published = || inspections.iter().filter(|inspection| inspection.published() == Some(day));
            published().find(|inspection| inspection.activity().is_graded()).or_else(|| published().next())
        }
        None => case.history().standing_on(NaiveDate::MAX).map(Standing::inspection),
    }
}

fn deadlines(text: &mut String, case: &Case, plan_adopted: Option<NaiveDate>) -> Result<(), Box<dyn Error>> {
    let Some(inspection) = cited(case) else { return Ok(()) };
    let days: &WorkingDays = case.assumptions().working_days();
    let deadlines = match inspection.deadlines(days) {
        Ok(deadlines) => deadlines,
        Err(error) => return Ok(writeln!(text, "\nDeadlines cannot be counted: {error}")?),
    };
    let (receipt, how) = match deadlines.receipt {
        Receipt::Recorded(day) => (day, "received"),
        other => (other.day(), "published; its receipt is not on record"),
    };
    writeln!(text, "\nDeadlines after the report of {receipt} ({how})")?;
    let rows = [
        ("publish the report", deadlines.publish_report),
        ("statement of action", deadlines.statement_of_action),
        ("draft, priority action", deadlines.priority_action_draft),
        ("final, priority action", deadlines.priority_action_final),
    ];
    for (what, due) in rows {
        if let Some(due) = due {
            writeln!(text, "  {due}  {what}, working day {}", days.count(receipt, due)?)?;
        }
    }
    if let (Some(adopted), Some(due)) = (plan_adopted, deadlines.statement_of_action) {
        let day = days.count(receipt, adopted)?;
        let standing = match adopted <= due {
            true => format!("in time, {} working days left", days.count(adopted, due)?),
            false => format!("{} working days late", days.count(due, adopted)?),
        };
        writeln!(text, "  {adopted}  plan adopted, working day {day}: {standing}")?;
    }
    Ok(())
}

fn road(text: &mut String, case: &Case) -> Result<(), Box<dyn Error>> {
    writeln!(text, "\nThe road")?;
    for entry in case.log() {
        let (event, transition) = (entry.event(), entry.transition());
        writeln!(text, "  {:<12}{}  {} -> {}", event.effective(), transition.id(), entry.from(), entry.to())?;
        writeln!(text, "              {}: {}; {}", event.kind(), event.document(), event.decided_by())?;
        writeln!(text, "              kept: {}", rules(transition))?;
    }
    Ok(())
}

/// The rules behind what a transition needs.
fn rules(transition: &Transition) -> String {
    let needs = transition.requires().iter().map(|requirement| requirement.rule().id());
    // Every event must be one that the status allows, by somebody who decides.
    let ids: BTreeSet<_> = needs.chain(["INT-01", "INT-10"]).collect();
    ids.into_iter().collect::<Vec<_>>().join(", ")
}

fn options(text: &mut String, case: &Case, on: NaiveDate) -> Result<(), Box<dyn Error>> {
    let status = case.status_on(on);
    writeln!(text, "\nOn {on}: {status}")?;
    if status.is_terminal() {
        writeln!(text, "  the episode is over")?;
        return Ok(());
    }
    writeln!(text, "  From here:")?;
    for option in case.options_on(on) {
        let to = option.leads_to(status).unwrap_or(status);
        writeln!(text, "  {option} -> {to}")?;
        for requirement in option.requires() {
            writeln!(text, "       needs {requirement} ({})", requirement.rule().id())?;
        }
    }
    Ok(())
}

fn findings(text: &mut String, case: &Case, on: NaiveDate) -> Result<(), Box<dyn Error>> {
    let findings = case.findings(on);
    writeln!(text, "\nFindings as of {on}: {}", findings.len())?;
    for finding in &findings {
        writeln!(text, "  {finding}")?;
    }
    Ok(())
}
