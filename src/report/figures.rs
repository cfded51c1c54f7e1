//! Figures and changes in sentences.

use super::{
    ReportItem,
    words::{period, within},
};
use crate::{
    kpi::{AnySeries, ChangeSummary, Verdict},
    plan::{Intent, Measure},
    programme::Support,
};

/// A claim, with a remark where no figure bears it out.
pub(super) fn claim(text: &str, support: &Support) -> ReportItem {
    let (text, remark) = match support {
        Support::Supported(why) => (format!("{text} ({why})"), None),
        Support::Contradicted(why) => (text.to_owned(), Some(format!("The figures say otherwise: {why}"))),
        Support::Unsupported(why) => (text.to_owned(), Some(format!("No figure bears this out: {why}"))),
    };
    ReportItem::new(text).with_remark(remark)
}

/// An indicator: how it changed from its first observation, or its only figure, and its target.
pub(super) fn series(series: &AnySeries, measure: Option<&Measure>) -> Option<ReportItem> {
    let (latest, figure) = series.latest()?;
    let title = series.indicator().title();
    let change = series.earliest().and_then(|(first, _)| series.change_since(first));
    let mut text = match &change {
        None => format!("{title}: {figure} {}", within(latest)),
        Some(change) => format!("{title}: {}", moved(change)),
    };
    if let Some(target) = measure.and_then(Measure::target) {
        text += &match target.intent {
            Intent::Maintain => format!("; the intention is to maintain {}", target.value),
            Intent::Reach => format!("; the target is {}", target.value),
        };
        if let Some(by) = target.by {
            text += &format!(" by {}", super::words::day(by));
        }
    }
    let doubt = change.filter(|change| change.verdict == Verdict::CannotTell).and_then(|change| change.doubt);
    let remark = doubt.map(|doubt| format!("Whether it improved cannot be told: {doubt}"));
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
            let by = by.map_or_else(String::new, |by| format!(" by {}%", by.trim_start_matches('-')));
            format!("{direction}{by} from {since} to {until}{verdict}")
        }
    }
}
