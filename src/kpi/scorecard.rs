//! Indicators side by side, each with its figures and targets.

use super::rules::{INDICATOR_TWICE, KINDS_OF_PERIOD, TARGETS_IN_FORCE};
use super::{Assessment, Row, Series, Target};
use crate::rules::{Finding, Findings};
use crate::text::OneLine;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Key performance indicators of one authority, service or team side by side.
///
/// A record: whatever can be read loads, and [`findings`](Self::findings) tells what is wrong with it.
///
/// # Examples
///
/// ```
/// use childrens_services::Scorecard;
///
/// // West Sussex, autumn 2019; the target is invented.
/// let scorecard: Scorecard = serde_json::from_str(r#"{
///     "title": "Autumn 2019",
///     "kpis": [{
///         "series": {
///             "indicator": "vacancy_gap_rate",
///             "observations": [{"period": "2019-02", "value": "18.5%"}, {"period": "2019-09", "value": "1.8%"}]
///         },
///         "targets": [{"goal": "at most 2%", "by": "2020-12-31"}]
///     }]
/// }"#)?;
/// assert!(scorecard.findings().is_empty());
/// let rows = scorecard.rows("2019-10-31".parse()?);
/// assert_eq!(rows[0].texts(), [
///     "Vacancy gap",
///     "September 2019",
///     "1.8%",
///     "-16.7 percentage points since February 2019, improved",
///     "",
///     "at most 2% by 31 December 2020",
///     "met",
///     "at most 2% by 31 December 2020; 1.8% in September 2019",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a scorecard: an object with title and kpis")]
pub struct Scorecard {
    /// What the scorecard is of.
    pub title: OneLine,
    /// The indicators, in the order they are printed.
    pub kpis: Vec<Kpi>,
}

/// A key performance indicator with its figures and its targets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a KPI: an object with series")]
pub struct Kpi {
    /// The indicator and its figures.
    pub series: Series,
    /// The targets, each in force from its day: none, one, or several that follow each other.
    #[serde(default)]
    pub targets: Vec<Target>,
}

impl Kpi {
    /// Assesses the series as it was known on a day against the target that was in force at the end of its latest period,
    /// because a figure of March is for the target of March; if there was none, against that of the day. Returns `None` if
    /// there is none.
    #[must_use]
    pub fn assess(&self, as_of: NaiveDate) -> Option<Assessment<'_>> {
        let in_force = |day| Target::in_force(&self.targets, day);
        let latest = self.series.known_by(as_of).last();
        let of_latest = latest.and_then(|latest| in_force(latest.period().end()));
        let target = of_latest.or_else(|| in_force(as_of))?;
        let assessment = Assessment::of(&self.series, target, as_of);
        let doubled = self.doubled().find(|(at, _)| self.targets[*at].from == target.from);
        Some(match doubled {
            Some((_, finding)) => assessment.refused(finding),
            None => assessment,
        })
    }

    /// The targets that come into force on the day of one before them, with their finding.
    fn doubled(&self) -> impl Iterator<Item = (usize, Finding)> {
        let mut in_force = BTreeMap::new();
        self.targets.iter().enumerate().filter_map(move |(at, target)| {
            let earlier = *in_force.entry(target.from).or_insert(at);
            (earlier != at).then(|| {
                let from = target.from.map_or_else(|| "the start".to_owned(), |from| from.to_string());
                let message = format!("targets[{earlier}] is in force from {from} too");
                (at, Finding::new(&TARGETS_IN_FORCE, format!("targets[{at}].from"), message))
            })
        })
    }
}

impl Scorecard {
    /// Returns the KPI of an indicator by its code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Kpi> {
        self.kpis.iter().find(|kpi| kpi.series.indicator().code() == code)
    }

    /// Returns a row for each KPI as it was known on a day, in their order.
    #[must_use]
    pub fn rows(&self, as_of: NaiveDate) -> Vec<Row<'_>> {
        self.kpis.iter().map(|kpi| Row::of(kpi, as_of)).collect()
    }

    /// Returns everything that is wrong with it, KPI by KPI; see [`rules`](super::rules). Places are such as
    /// `kpis[2].targets[0].goal`.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let mut findings = Findings::new();
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut first = None;
        for (index, kpi) in self.kpis.iter().enumerate() {
            let (code, place) = (kpi.series.indicator().code(), format!("kpis[{index}]"));
            let earlier = *seen.entry(code).or_insert(index);
            if earlier != index {
                let message = format!("{code} is already at kpis[{earlier}]");
                let finding = Finding::new(&INDICATOR_TWICE, format!("{place}.series.indicator"), message);
                findings.push(finding.with_value("indicator", code));
            }
            if let Some(latest) = kpi.series.latest() {
                let kind = latest.period().kind();
                let (of_first, at) = *first.get_or_insert((kind, index));
                if kind != of_first {
                    let message = format!("each period is a {kind}, and at kpis[{at}] a {of_first}");
                    let finding =
                        Finding::new(&KINDS_OF_PERIOD, format!("{place}.series.observations"), message);
                    findings.push(finding.with_value("kind", kind));
                }
            }
            let doubled: Findings = kpi.doubled().map(|(_, finding)| finding).collect();
            findings.extend(doubled.within(&place));
            for (at, target) in kpi.targets.iter().enumerate() {
                let place = format!("{place}.targets[{at}]");
                findings.extend(target.findings(kpi.series.indicator()).within(&place));
            }
        }
        findings
    }
}
