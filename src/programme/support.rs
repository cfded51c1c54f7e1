//! Whether figures bear a claim out.

use super::{Claim, ClaimKind, Programme, ServiceArea, Support, aggregate::by_code};
use crate::{
    kpi::{Assessment, Baseline, Change, Observed, Reason, Series, Target, TargetStatus, Verdict},
    measure::Figure,
    plan::{ImprovementPlan, Measure},
    text::with_cause,
    timeliness::TimedEvents,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What claims are held against, looked up once.
pub(crate) struct Grounds<'a> {
    programme: &'a Programme,
    series: BTreeMap<&'a str, Series>,
    changes: BTreeMap<&'a str, Change>,
    measures: BTreeMap<&'a str, &'a Measure>,
    /// Codes that the programme defines in more than one way.
    disputed: BTreeSet<&'a str>,
    as_of: NaiveDate,
}

impl<'a> Grounds<'a> {
    pub(crate) fn of(programme: &'a Programme, as_of: NaiveDate) -> Self {
        let disputed: BTreeSet<&str> =
            programme.second_definitions().into_iter().map(|(_, indicator, _)| indicator.code()).collect();
        let known = |code: &str| !disputed.contains(code);
        let changes = programme.workforce().changes().iter().filter(|change| change.until.end() <= as_of);
        let measures = programme.plan().map(ImprovementPlan::measures).unwrap_or_default().iter();
        let measures: BTreeMap<&str, &Measure> = measures
            .map(|measure| (measure.indicator.code(), measure))
            .filter(|(code, _)| known(code))
            .collect();
        // A series that begins after the baseline of its measure begins there.
        let from_baseline = |code: &str, series: Series| {
            let baseline = measures.get(code).and_then(|measure| measure.target.as_ref()?.baseline);
            baseline.and_then(|baseline| beginning(&series, baseline)).unwrap_or(series)
        };
        let series = by_code(programme.kpis()).into_iter();
        Self {
            programme,
            series: series
                .map(|(code, series)| (code, from_baseline(code, series.known_on(as_of))))
                .collect(),
            changes: changes
                .filter_map(|stated| Some((stated.indicator.code(), stated.change().ok()?)))
                .collect(),
            measures,
            disputed,
            as_of,
        }
    }

    pub(super) const fn day(&self) -> NaiveDate {
        self.as_of
    }

    /// The measure of the plan with an indicator.
    pub(crate) fn measure(&self, code: &str) -> Option<&Measure> {
        self.measures.get(code).copied()
    }

    /// The figures of an indicator that were known, from the baseline of its measure on.
    pub(crate) fn series(&self, code: &str) -> Option<&Series> {
        self.series.get(code)
    }

    /// The change that a claim is about: of the series since the claim's period, or since the first observation.
    pub(super) fn change(&self, claim: &Claim) -> Option<Change> {
        let code = claim.measured_by()?;
        let of_series = self.series.get(code).and_then(|series| {
            let since = claim.since().or_else(|| Some(series.known().next()?.period()))?;
            let until = claim.period().or_else(|| Some(series.known().next_back()?.period()))?;
            series.change_between(since, until)
        });
        let stated = self.changes.get(code).filter(|change| {
            claim.since().is_none_or(|since| since == change.since())
                && claim.period().is_none_or(|until| until == change.until())
        });
        of_series.or_else(|| stated.cloned())
    }

    pub(crate) fn support(&self, claim: &Claim, area: Option<&ServiceArea>) -> Support {
        let Some(measure) = claim.measured_by() else {
            return Support::Unsupported("no measure is linked".to_owned());
        };
        if self.disputed.contains(measure) {
            return Support::Unsupported(format!("{measure} is defined in two ways in the programme"));
        }
        let events = area
            .map(ServiceArea::timeliness)
            .unwrap_or_default()
            .iter()
            .find(|events| events.standard().timescale().id() == measure);
        match (claim.kind(), events) {
            (ClaimKind::Compliant, Some(events)) => self.in_time(claim, events),
            (ClaimKind::Compliant, None) => self.on_target(measure, claim),
            (kind, None) => self.moved(kind, claim),
            (_, Some(_)) => Support::Unsupported(
                "events against a timescale cannot be compared over time; a series of them can".to_owned(),
            ),
        }
    }

    fn in_time(&self, claim: &Claim, events: &TimedEvents) -> Support {
        let Some(period) = claim.period() else {
            return Support::Unsupported("no period is stated".to_owned());
        };
        let working_days = self.programme.case().assumptions().working_days();
        let count = match events.timeliness(period, self.as_of, working_days) {
            Ok(count) => count,
            Err(error) => return Support::Unsupported(with_cause(&error)),
        };
        if count.due() == 0 {
            return Support::Unsupported(format!("nothing was due in {period}"));
        }
        let why = format!("{} ({period})", count.in_words());
        let own = events.standard().indicator();
        let measure = self.measures.get(own.code());
        let Some((indicator, target)) = measure.and_then(|one| Some((&one.indicator, one.target.as_ref()?)))
        else {
            return match count.in_time() == count.due() {
                true => Support::Supported(why),
                false => Support::Contradicted(why),
            };
        };
        if (indicator.unit(), indicator.polarity()) != (own.unit(), own.polarity()) {
            return Support::Unsupported(format!("{} is defined otherwise in the plan", own.code()));
        }
        match Series::new(indicator, [(period, count.rate_of(indicator))]) {
            Ok(series) => match held_against(&series, target, period.end()) {
                Support::Supported(_) => Support::Supported(why),
                Support::Contradicted(_) => Support::Contradicted(why),
                Support::Unsupported(doubt) => Support::Unsupported(format!("{why}: {doubt}")),
            },
            Err(error) => Support::Unsupported(error.to_string()),
        }
    }

    fn on_target(&self, code: &str, claim: &Claim) -> Support {
        let series = self.series.get(code);
        let Some((series, period)) = series.and_then(|series| {
            let period = claim.period().or_else(|| Some(series.latest()?.period()))?;
            series.get(period).map(|_| (series, period))
        }) else {
            let when = claim.period().map_or_else(String::new, |period| format!(" of {period}"));
            return Support::Unsupported(format!("{code} has no figure{when}"));
        };
        let Some(target) = self.measures.get(code).and_then(|measure| measure.target.as_ref()) else {
            return Support::Unsupported(format!("{code} has no target in the plan"));
        };
        held_against(series, target, if claim.period().is_some() { period.end() } else { self.as_of })
    }

    fn moved(&self, kind: ClaimKind, claim: &Claim) -> Support {
        let Some(change) = self.change(claim) else {
            if let Some(measure) = claim.measured_by()
                && !self.series.contains_key(measure)
            {
                return Support::Unsupported(format!("{measure} has no figures in the programme"));
            }
            return Support::Unsupported("there are no two figures to compare".to_owned());
        };
        let held = kind == ClaimKind::Stable;
        let why = change.to_string();
        match (change.verdict(), change.reason()) {
            (Verdict::Improved, _) if !held => Support::Supported(why),
            (Verdict::Unchanged, _) | (Verdict::CannotTell, Reason::WithinRounding) if held => {
                Support::Supported(why)
            }
            // A neutral indicator that changed has no better direction.
            (Verdict::CannotTell, _) => Support::Unsupported(why),
            (Verdict::Changed, _) if !held => Support::Unsupported(why),
            _ => Support::Contradicted(why),
        }
    }
}

impl Programme {
    /// Whether the figures known on a day bear a claim out. A claim of a service area may be measured by its timescales.
    ///
    /// A claim of compliance is held against the target of the plan's measure, or, for a timescale without one, against
    /// every event being in time. A claim of improvement is held against the verdict of the change, one of stability
    /// against there being none beyond rounding.
    #[must_use]
    pub fn support_of(&self, claim: &Claim, area: Option<&ServiceArea>, day: NaiveDate) -> Support {
        Grounds::of(self, day).support(claim, area)
    }
}

/// Whether the figure of a day meets the goal. What was to be met by an earlier day is to be met still.
fn held_against(series: &Series, target: &Target, day: NaiveDate) -> Support {
    let target = Target { by: target.by.filter(|by| by.date() >= day), ..target.clone() };
    let assessment = Assessment::of(series, &target, day);
    let why = assessment.text();
    match assessment.status() {
        TargetStatus::Met => Support::Supported(why),
        TargetStatus::AtRisk | TargetStatus::OffTrack | TargetStatus::Missed => Support::Contradicted(why),
        status => Support::Unsupported(format!("{status}: {why}")),
    }
}

/// A series with its baseline before its first observation; none where that is no earlier one of its kind.
fn beginning(series: &Series, Baseline { period, value }: Baseline) -> Option<Series> {
    if period >= series.earliest()?.period() {
        return None;
    }
    let places = series.indicator().decimal_places().max(value.value().scale());
    let value = Figure::rounded(value, places).unwrap_or(Figure::Exact(value));
    let seen = series.iter().map(|seen| (seen.period(), seen.value().clone()));
    Series::new(series.indicator(), [(period, Observed::from(value))].into_iter().chain(seen)).ok()
}
