//! Figures and changes in sentences.

use super::{
    ReportItem,
    words::{period, within},
};
use crate::{
    kpi::{AnySeries, ChangeSummary, Verdict},
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
pub(super) fn series(series: &AnySeries, measure: Option<&Measure>, as_of: NaiveDate) -> Option<ReportItem> {
    let (latest, last) = series.latest()?;
    let title = series.indicator().title();
    let changes = series.changes_between_figures();
    let mut text = match (&changes, series.figures_known().last()) {
        (Some((whole, _)), _) => format!("{title}: {}", moved(whole)),
        (None, Some((period, figure))) => format!("{title}: {figure} {}", within(*period)),
        (None, None) => format!("{title}: no figure"),
    };
    if let Some((whole, step)) = &changes
        && step.since != whole.since
        && step.verdict != whole.verdict
        && step.verdict != Verdict::CannotTell
    {
        text += &format!("; since the figure before it {}", moved(step));
    }
    if let Some(target) = measure.and_then(Measure::target) {
        let by = target.by.map_or_else(String::new, |by| format!(" by {}", super::words::day(by)));
        text += &match target.intent {
            Intent::Maintain => format!("; the intention is to maintain {}{by}", target.value),
            Intent::Reach => format!("; the target is {}{by}", target.value),
        };
        let known = series.figures_known();
        let rating = measure.zip(known.last()).map(|(measure, (_, figure))| measure.rating_of(figure));
        text += match rating {
            Some(Rating::Green | Rating::Blue) => ", which is met",
            Some(Rating::Amber | Rating::Red) if target.by.is_some_and(|by| by < as_of) => {
                ", which was missed"
            }
            Some(Rating::Amber | Rating::Red) => ", which is not met yet",
            _ => "",
        };
    }
    let doubt = changes.as_ref().filter(|(whole, _)| whole.verdict == Verdict::CannotTell);
    let doubt = doubt.and_then(|(whole, _)| whole.doubt);
    let withheld =
        last.symbol().map(|symbol| format!("The figure {} is withheld: {}", within(latest), symbol.label()));
    let remark =
        withheld.or_else(|| doubt.map(|doubt| format!("Whether it improved cannot be told: {doubt}")));
    Some(ReportItem::new(text).with_remark(remark))
}

/// `fell from 18.5% in February 2019 to 1.8% in September 2019 (-16.7 percentage points, -90.3%), improved`.
pub(super) fn moved(change: &ChangeSummary) -> String {
    let amount = change.absolute.as_ref().or(change.relative.as_ref());
    let nothing = |text: &str| text.bytes().all(|byte| !matches!(byte, b'1'..=b'9'));
    let direction = match amount {
        None => "went",
        Some(amount) if nothing(amount) => "stayed",
        Some(amount) if amount.starts_with('-') => "fell",
        Some(_) => "rose",
    };
    let verdict = match change.verdict {
        Verdict::CannotTell => String::new(),
        verdict => format!(", {verdict}"),
    };
    let (since, until) = (period(change.since), period(change.until));
    match (&change.earlier, &change.later) {
        (Some(earlier), Some(later)) if direction == "stayed" && earlier == later => {
            format!("stayed at {later} from {since} to {until}{verdict}")
        }
        (Some(earlier), Some(later)) => {
            let sign = if direction == "rose" { "+" } else { "" };
            let mut by = Vec::new();
            if let Some(absolute) = &change.absolute {
                by.push(format!("{sign}{absolute} {}", change.absolute_unit).trim_end().to_owned());
            }
            if let Some(relative) = &change.relative {
                by.push(format!("{sign}{relative}%"));
            }
            let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
            let direction = if direction == "stayed" { "went" } else { direction };
            let (since, until) = (within(change.since), within(change.until));
            format!("{direction} from {earlier} {since} to {later} {until}{by}{verdict}")
        }
        _ if direction == "stayed" => format!("stayed the same from {since} to {until}{verdict}"),
        _ => {
            let by = change.relative.as_ref();
            // What is stated as a share alone is stated roughly: "three quarters" is 75%, not 75.0%.
            let plain = |by: &String| by.trim_start_matches('-').trim_end_matches(".0").to_owned();
            let by = by.map_or_else(String::new, |by| format!(" by {}%", plain(by)));
            format!("{direction}{by} from {since} to {until}{verdict}")
        }
    }
}
