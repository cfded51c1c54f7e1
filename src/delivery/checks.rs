//! What is wrong with delivery models on record.

use super::{
    CompanyCount, Coverage, DeliveryModel, DeliveryModelKind, DeliveryModels, DeliveryStatus,
    rules::{ADM_01, ADM_02, ADM_03, ADM_04, ADM_05, ADM_06},
};
use crate::{
    authority::LocalAuthority,
    rules::{Finding, Findings},
};
use chrono::NaiveDate;

pub(super) fn of_models(models: &DeliveryModels, as_of: NaiveDate) -> Findings {
    let models = models.as_slice();
    let mut findings = Findings::new();
    for (index, model) in models.iter().enumerate() {
        let mut found = Findings::new();
        found.extend(models[..index].iter().filter_map(|earlier| overlap(earlier, model)));
        found.extend(dates(model, as_of));
        found.extend(never_operated(model));
        found.extend(council_posts(model));
        found.extend(known_well_enough(model, as_of));
        findings.extend(found.within(&format!("delivery_models[{index}]")));
    }
    findings
}

/// Two models that certainly delivered the same at the same time.
fn overlap(earlier: &DeliveryModel, model: &DeliveryModel) -> Option<Finding> {
    let same =
        |authority: &&LocalAuthority| earlier.authorities().iter().any(|of| of.is_one_with(**authority));
    let both = model.authorities().iter().find(same)?;
    // An improvement partner lets the council deliver.
    let delivers = |model: &DeliveryModel| model.kind() != DeliveryModelKind::ImprovementPartnership;
    if !delivers(earlier) || !delivers(model) || earlier.function() != model.function() {
        return None;
    }
    let (one, other) = (certain(earlier)?, certain(model)?);
    let from = one.0.max(other.0);
    (from <= one.1.min(other.1)).then(|| {
        let message = format!("delivers for {both} from {from}, when {} delivers too", earlier.name());
        Finding::new(&ADM_01, "start", message).with_value("other", earlier.name())
    })
}

/// The days on which a model certainly delivered: the first and the last.
fn certain(model: &DeliveryModel) -> Option<(NaiveDate, NaiveDate)> {
    let start = model.start()?.last();
    let end = match (model.status(), model.end()) {
        (DeliveryStatus::Planned | DeliveryStatus::Cancelled, _) => return None,
        (_, Some(end)) => end.first(),
        (DeliveryStatus::Operational, None) => NaiveDate::MAX,
        // It delivered on the day it started, where that is known.
        (DeliveryStatus::Ended, None) => model.start()?.exact()?,
    };
    Some((start, end))
}

fn dates(model: &DeliveryModel, as_of: NaiveDate) -> Vec<Finding> {
    let Some(end) = model.end() else { return Vec::new() };
    let backwards = model.start().filter(|start| end.last() < start.first()).map(|start| {
        Finding::new(&ADM_02, "end", format!("ends on {end}, before it starts on {start}"))
            .with_value("start", start)
            .with_value("end", end)
    });
    let over = model.status() == DeliveryStatus::Operational && end.last() < as_of;
    let over = over.then(|| {
        let message = format!("is recorded as operational, but ended on {end}, before {as_of}");
        Finding::new(&ADM_02, "status", message).with_value("end", end)
    });
    backwards.into_iter().chain(over).collect()
}

fn never_operated(model: &DeliveryModel) -> Option<Finding> {
    let start = model.start().filter(|_| model.status() == DeliveryStatus::Cancelled)?;
    let message = format!("never operated, but starts on {start}");
    Some(Finding::new(&ADM_03, "start", message).with_value("start", start))
}

/// At least the certain ones, and at most those that are possible.
pub(super) fn stated_count(
    certain: CompanyCount,
    possible: CompanyCount,
    day: NaiveDate,
    stated: CompanyCount,
) -> Option<Finding> {
    let right = (certain.companies..=possible.companies).contains(&stated.companies)
        && (certain.authorities..=possible.authorities).contains(&stated.authorities);
    (!right).then(|| {
        let span = |least: usize, most: usize| match least == most {
            true => least.to_string(),
            false => format!("{least} to {most}"),
        };
        let message = format!(
            "stated for {day}: companies {}, authorities {}; counted: companies {}, authorities {}",
            stated.companies,
            stated.authorities,
            span(certain.companies, possible.companies),
            span(certain.authorities, possible.authorities),
        );
        Finding::new(&ADM_04, "count", message)
    })
}

fn council_posts(model: &DeliveryModel) -> impl Iterator<Item = Finding> {
    model.removed_posts().iter().map(|post| {
        let message = format!("takes the {post} from the council, which keeps its own in every model");
        Finding::new(&ADM_05, "removes", message).with_value("post", post)
    })
}

/// Whether it delivers on the day hangs on a date that is known to the month or the year.
fn known_well_enough(model: &DeliveryModel, as_of: NaiveDate) -> Option<Finding> {
    if model.covers(as_of) != Coverage::Unknown {
        return None;
    }
    let within =
        |date: &crate::PartialDate| date.exact().is_none() && (date.first()..=date.last()).contains(&as_of);
    let (place, date) = [("start", model.start()), ("end", model.end())]
        .into_iter()
        .find_map(|(place, date)| Some((place, date.filter(within)?)))?;
    let message = format!("whether it delivered on {as_of} is not known: its {place} is on record as {date}");
    Some(Finding::new(&ADM_06, place, message).with_value(place, date))
}
