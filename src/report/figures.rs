//! Figures and changes in sentences.

use super::ReportItem;
use crate::{
    kpi::{Assessment, AssessmentReason, Change, Observation, Reason, Series, TargetStatus, Verdict},
    plan::Measure,
    programme::{Claim, Support},
};
use chrono::NaiveDate;

/// A claim, with a remark where no figure bears it out.
pub(super) fn claim(text: &str, support: &Support) -> ReportItem {
    let (text, remark) = match support {
        Support::Supported(why) => (format!("{text} ({why})"), None),
        Support::Contradicted(why) => (text.to_owned(), Some(format!("The figures say otherwise: {why}"))),
        Support::Unsupported(why) => (text.to_owned(), Some(format!("No figure bears this out: {why}"))),
    };
    ReportItem::new(text).with_remark(remark)
}

/// Whether a claim is of a time that the report tells of.
pub(super) fn is_told(claim: &Claim, as_of: NaiveDate) -> bool {
    claim.period().is_none_or(|period| period.start() <= as_of)
}

/// An indicator: how it changed from its first figure, and lately where that went the other way; its target, and whether
/// that is met. Figures that are withheld are no ends of a change.
pub(super) fn series(series: &Series, measure: Option<&Measure>, as_of: NaiveDate) -> Option<ReportItem> {
    let latest = series.latest()?;
    let title = series.indicator().title();
    let changes = changes_between_figures(series);
    let known = series.known().next_back();
    let mut text = match (&changes, known) {
        (Some((whole, _)), _) => format!("{title}: {}", moved(whole)),
        (None, Some(seen)) => format!("{title}: {} {}", seen.value(), seen.period().within()),
        (None, None) => format!("{title}: no figure"),
    };
    if let Some((whole, step)) = &changes
        && step.since() != whole.since()
        && step.verdict() != whole.verdict()
        && step.verdict() != Verdict::CannotTell
    {
        text += &format!("; since the figure before it {}", moved(step));
    }
    let assessment = measure.and_then(|measure| measure.target.as_ref());
    let assessment = assessment.map(|target| Assessment::of(series, target, as_of));
    if let Some(assessment) = &assessment {
        text += &target(assessment);
    }
    let doubt = changes.map(|(whole, _)| whole).filter(|whole| whole.verdict() == Verdict::CannotTell);
    let withheld = latest
        .value()
        .symbol()
        .map(|symbol| format!("The figure {} is withheld: {}", latest.period().within(), symbol.label()));
    let open = assessment.filter(|assessment| {
        assessment.status() == TargetStatus::CannotTell && !assessment.is_met_as_printed()
    });
    let remark = withheld
        .or_else(|| doubt.map(|whole| format!("Whether it improved cannot be told: {}", whole.reason())))
        .or_else(|| open.map(|open| format!("Whether the target is met cannot be told: {}", open.text())));
    Some(ReportItem::new(text).with_remark(remark))
}

/// The target, and where the figures stand to it as far as that can be told.
fn target(assessment: &Assessment<'_>) -> String {
    let what = match assessment.target().by {
        Some(_) => "the target is",
        None => "the intention is to maintain",
    };
    let decided_by_day = assessment.reason() == AssessmentReason::Day;
    let stands = match assessment.status() {
        TargetStatus::Met if assessment.left_after().is_some() => ", which was met and has been left since",
        TargetStatus::Met if decided_by_day => ", which was met",
        TargetStatus::Met => ", which is met",
        TargetStatus::OnTrack => ", which is on track",
        TargetStatus::AtRisk => ", which is at risk",
        TargetStatus::OffTrack => ", which is off track",
        TargetStatus::Missed => ", which was missed",
        TargetStatus::CannotTell if assessment.is_met_as_printed() => ", which is met as printed",
        TargetStatus::Stale => ", and the last figure is too old to tell whether it is met",
        _ => "",
    };
    format!("; {what} {}{stands}", assessment.target())
}

/// The change from the first figure to the last, and that of the last step; withheld ones are left out. None if there are
/// no two figures.
pub(super) fn changes_between_figures(series: &Series) -> Option<(Change, Change)> {
    let mut known = series.known().map(Observation::period);
    let (first, last) = (known.next()?, known.next_back()?);
    let before = known.next_back().unwrap_or(first);
    Some((series.change_between(first, last)?, series.change_between(before, last)?))
}

/// `fell from 18.5% in February 2019 to 1.8% in September 2019 (-16.7 percentage points, -90.3%), improved`. What does not
/// certainly move is not said to.
pub(super) fn moved(change: &Change) -> String {
    let (since, until, verdict) = (change.since(), change.until(), change.verdict());
    let direction = match change.reason() {
        Reason::Rose => "rose",
        Reason::Fell => "fell",
        Reason::Same => {
            let at = change.later().map_or_else(|| "the same".to_owned(), |later| format!("at {later}"));
            return format!("stayed {at} from {} to {}, {verdict}", since.in_words(), until.in_words());
        }
        _ => {
            let seen = [(change.earlier(), since), (change.later(), until)];
            let seen = seen.map(|(seen, period)| Some(format!("{} {}", seen?, period.within())));
            let seen: Vec<String> = seen.into_iter().flatten().collect();
            return format!("was {}", seen.join(" and "));
        }
    };
    if let (Some(earlier), Some(later)) = (change.earlier(), change.later()) {
        let by: Vec<String> = change.amounts().collect();
        let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
        let (since, until) = (since.within(), until.within());
        return format!("{direction} from {earlier} {since} to {later} {until}{by}, {verdict}");
    }
    // What is stated as a share alone is stated roughly: "three quarters" is 75%, not 75.0%.
    let by = change.relative_printed().map(|by| format!(" by {}%", by.abs().normalize()));
    let (since, until) = (since.in_words(), until.in_words());
    format!("{direction}{} from {since} to {until}, {verdict}", by.unwrap_or_default())
}
