//! The workforce in a report, and the summary of its figures.

use super::{ReportBrief, ReportItem, ReportParagraph, ReportTable, figures, words::list};
use crate::{
    caseload,
    kpi::{Indicator, Verdict, catalogue},
    programme::{Grounds, Programme},
    workforce::{NqswCohort, Snapshot},
};
use std::collections::BTreeMap;

pub(super) fn paragraphs(
    programme: &Programme,
    grounds: &Grounds<'_>,
    brief: &ReportBrief,
) -> Vec<ReportParagraph> {
    let as_of = brief.period().end();
    let workforce = programme.workforce();
    let mut items: Vec<ReportItem> = programme
        .kpis()
        .iter()
        .filter_map(|series| {
            let code = series.indicator().code();
            figures::series(grounds.series(code)?, grounds.measure(code), as_of)
        })
        .collect();
    for position in workforce.caseloads() {
        let text = match position.within_maximum() {
            Some(Ok(teams)) => {
                format!("{} ({})", caseload::in_words(&teams), position.period().in_words())
            }
            Some(Err(error)) => format!("Teams within their agreed maximum caseload: {error}"),
            None => continue,
        };
        items.push(ReportItem::new(text));
    }
    items.extend(workforce.cohorts().iter().map(|cohort| ReportItem::new(cohort_in_words(*cohort))));
    for change in workforce.changes().iter().filter(|change| change.until.end() <= as_of) {
        let text = match change.change() {
            Ok(moved) => format!("{}: {}", change.indicator.title(), figures::moved(&moved)),
            Err(error) => error.to_string(),
        };
        items.push(ReportItem::new(text));
    }
    for claim in workforce.claims().iter().filter(|claim| figures::is_told(claim, as_of)) {
        items.push(figures::claim(claim.statement().as_str(), &grounds.support(claim, None)));
    }
    let mut paragraphs = Vec::new();
    if !items.is_empty() {
        let text = "The figures of the workforce and its caseloads:";
        paragraphs.push(ReportParagraph::new(text).with_items(items));
    }
    if let Some(snapshot) = workforce.snapshots().iter().max_by_key(|snapshot| snapshot.period) {
        paragraphs.extend(official_rates(snapshot));
    }
    if paragraphs.is_empty() {
        paragraphs.push(ReportParagraph::new("No figures of the workforce are on record."));
    }
    paragraphs
}

fn cohort_in_words(cohort: NqswCohort) -> String {
    let mut parts = vec![format!("intake of {}", cohort.intake)];
    for (count, what) in [(cohort.completed, "completed"), (cohort.withdrawn, "withdrawn")] {
        if count.count() > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    format!("Newly qualified social workers {}: {}", cohort.period.in_words(), list(&parts))
}

fn official_rates(snapshot: &Snapshot) -> Option<ReportParagraph> {
    let shown = [
        &catalogue::VACANCY_RATE_FTE,
        &catalogue::TURNOVER_RATE_FTE,
        &catalogue::AGENCY_RATE_FTE,
        &catalogue::ABSENCE_RATE_FTE,
        &catalogue::CASELOAD_FTE,
    ];
    let row =
        |rate: &&'static Indicator| Some([rate.title().to_owned(), snapshot.rate(rate).ok()?.to_string()]);
    let rows: Vec<_> = shown.iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let table = ReportTable::new("Official workforce rates", ["Rate", "Value"], rows);
    let text = format!("The rates by the official definitions, {}:", snapshot.period.in_words());
    Some(ReportParagraph::new(text).with_table(table))
}

/// What the indicators say together, and what is to come.
pub(super) fn summary(programme: &Programme, grounds: &Grounds<'_>, brief: &ReportBrief) -> ReportParagraph {
    let as_of = brief.period().end();
    let verdicts = programme
        .kpis()
        .iter()
        .filter_map(|series| {
            let series = grounds.series(series.indicator().code())?;
            Some(figures::changes_between_figures(series)?.0.verdict())
        })
        .chain(
            programme
                .workforce()
                .changes()
                .iter()
                .filter(|change| change.until.end() <= as_of)
                .filter_map(|change| Some(change.change().ok()?.verdict())),
        );
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for verdict in verdicts {
        *counts.entry(verdict.label()).or_default() += 1;
    }
    let compared: usize = counts.values().sum();
    let told: Vec<String> =
        [Verdict::Improved, Verdict::Worsened, Verdict::Unchanged, Verdict::Changed, Verdict::CannotTell]
            .iter()
            .filter_map(|verdict| {
                let words = if *verdict == Verdict::CannotTell { "undecided" } else { verdict.label() };
                Some(format!("{} {words}", counts.get(verdict.label())?))
            })
            .collect();
    let mut text = match compared {
        0 => "No indicator has figures of two periods to compare.".to_owned(),
        1 => format!("1 indicator can be compared with an earlier figure: {}.", list(&told)),
        _ => format!("{compared} indicators can be compared with an earlier figure: {}.", list(&told)),
    };
    let areas = programme
        .service_areas()
        .iter()
        .flat_map(|area| area.claims().iter().map(move |claim| (claim, Some(area))));
    let claims = programme.workforce().claims().iter().map(|claim| (claim, None)).chain(areas);
    let claims = claims.filter(|(claim, _)| figures::is_told(claim, as_of));
    let supports: Vec<bool> =
        claims.map(|(claim, area)| grounds.support(claim, area).is_supported()).collect();
    if !supports.is_empty() {
        let supported = supports.iter().filter(|supported| **supported).count();
        text += &match supports.len() {
            1 if supported == 1 => " Figures bear out the 1 claim in this report.".to_owned(),
            1 => " No figure bears out the 1 claim in this report.".to_owned(),
            all => format!(" Figures bear out {supported} of the {all} claims in this report."),
        };
    }
    ReportParagraph::new(text)
}
