//! Figures and changes in sentences.

use super::{
    ReportItem,
    words::{period, within},
};
use crate::{
    kpi::{Change, Observation, Series, Verdict},
    plan::{Intent, Measure, Rating},
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
        (None, Some(seen)) => format!("{title}: {} {}", seen.value(), within(seen.period())),
        (None, None) => format!("{title}: no figure"),
    };
    if let Some((whole, step)) = &changes
        && step.since() != whole.since()
        && step.verdict() != whole.verdict()
        && step.verdict() != Verdict::CannotTell
    {
        text += &format!("; since the figure before it {}", moved(step));
    }
    if let Some(target) = measure.and_then(Measure::target) {
        let by = target.by.map_or_else(String::new, |by| format!(" by {}", super::words::day(by)));
        text += &match target.intent {
            Intent::Maintain => format!("; the intention is to maintain {}{by}", target.value),
            Intent::Reach => format!("; the target is {}{by}", target.value),
        };
        let rating = measure.zip(known).map(|(measure, seen)| measure.rating_of(seen.value()));
        text += match rating {
            Some(Rating::Green | Rating::Blue) => ", which is met",
            Some(Rating::Amber | Rating::Red) if target.by.is_some_and(|by| by < as_of) => {
                ", which was missed"
            }
            Some(Rating::Amber | Rating::Red) => ", which is not met yet",
            _ => "",
        };
    }
    let doubt = changes.map(|(whole, _)| whole).filter(|whole| whole.verdict() == Verdict::CannotTell);
    let withheld = latest
        .value()
        .symbol()
        .map(|symbol| format!("The figure {} is withheld: {}", within(latest.period()), symbol.label()));
    let remark = withheld
        .or_else(|| doubt.map(|whole| format!("Whether it improved cannot be told: {}", whole.reason())));
    Some(ReportItem::new(text).with_remark(remark))
}

/// The change from the first figure to the last, and that of the last step; withheld ones are left out. None if there are
/// no two figures.
pub(super) fn changes_between_figures(series: &Series) -> Option<(Change, Change)> {
    let mut known = series.known().map(Observation::period);
    let (first, last) = (known.next()?, known.next_back()?);
    let before = known.next_back().unwrap_or(first);
    Some((series.change_between(first, last)?, series.change_between(before, last)?))
}

/// `fell from 18.5% in February 2019 to 1.8% in September 2019 (-16.7 percentage points, -90.3%), improved`.
pub(super) fn moved(change: &Change) -> String {
    let direction = match change.absolute_printed().or(change.relative_printed()) {
        None => "went",
        Some(amount) if amount.is_zero() => "stayed",
        Some(amount) if amount.is_sign_negative() => "fell",
        Some(_) => "rose",
    };
    let verdict = match change.verdict() {
        Verdict::CannotTell => String::new(),
        verdict => format!(", {verdict}"),
    };
    let (since, until) = (period(change.since()), period(change.until()));
    match (change.earlier(), change.later()) {
        (Some(earlier), Some(later)) if direction == "stayed" && earlier == later => {
            format!("stayed at {later} from {since} to {until}{verdict}")
        }
        (Some(earlier), Some(later)) => {
            let by: Vec<String> = change.amounts().collect();
            let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
            let direction = if direction == "stayed" { "went" } else { direction };
            let (since, until) = (within(change.since()), within(change.until()));
            format!("{direction} from {earlier} {since} to {later} {until}{by}{verdict}")
        }
        _ if direction == "stayed" => format!("stayed the same from {since} to {until}{verdict}"),
        _ => {
            // What is stated as a share alone is stated roughly: "three quarters" is 75%, not 75.0%.
            let by = change.relative_printed().map(|by| format!(" by {}%", by.abs().normalize()));
            format!("{direction}{} from {since} to {until}{verdict}", by.unwrap_or_default())
        }
    }
}
