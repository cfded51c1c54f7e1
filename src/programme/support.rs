//! Whether figures bear a claim out.

use super::{Claim, ClaimKind, Programme, ServiceArea, Support, aggregate::by_code};
use crate::{
    kpi::{Change, Observed, Reason, Series, Verdict},
    measure::Period,
    plan::{Measure, Rating},
    text::with_cause,
    timeliness::TimedEvents,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What claims are held against, looked up once.
pub(crate) struct Grounds<'a> {
    programme: &'a Programme,
    series: BTreeMap<&'a str, Series>,
    changes: BTreeMap<&'a str, Change>,
    measures: BTreeMap<&'a str, &'a Measure>,
    as_of: NaiveDate,
}

impl<'a> Grounds<'a> {
    pub(crate) fn of(programme: &'a Programme, as_of: NaiveDate) -> Self {
        let changes = programme.workforce().changes().iter().filter(|change| change.until.end() <= as_of);
        let measures = programme.plan().map(crate::plan::ImprovementPlan::measures).unwrap_or_default();
        let measures: BTreeMap<&str, &Measure> =
            measures.iter().map(|measure| (measure.indicator().code(), measure)).collect();
        // A series that begins after the baseline of its measure begins there.
        let from_baseline = |code: &str, series: Series| {
            let baseline = measures.get(code).and_then(|measure| measure.baseline());
            let begins = baseline.and_then(|baseline| Some((baseline.period?, baseline.value)));
            let begins = begins.filter(|(period, _)| period.end() <= as_of);
            begins.and_then(|(period, value)| beginning(&series, period, value.into())).unwrap_or(series)
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
        let Ok(rate) = count.rate() else {
            return Support::Unsupported(format!("nothing was due in {period}"));
        };
        let why = format!("{} ({period})", count.in_words());
        let target = self.measures.get(events.standard().indicator().code());
        let met = match target.map(|measure| measure.rating_of(&rate.clone().into())) {
            Some(Rating::Grey) | None => count.in_time() == count.due(),
            Some(rating) => matches!(rating, Rating::Green | Rating::Blue),
        };
        if met { Support::Supported(why) } else { Support::Contradicted(why) }
    }

    fn on_target(&self, code: &str, claim: &Claim) -> Support {
        let seen = self.series.get(code).and_then(|series| match claim.period() {
            Some(period) => series.get(period).map(|seen| (period, seen)),
            None => series.latest().map(|seen| (seen.period(), seen.value())),
        });
        let Some((period, figure)) = seen else {
            let when = claim.period().map_or_else(String::new, |period| format!(" of {period}"));
            return Support::Unsupported(format!("{code} has no figure{when}"));
        };
        let target =
            self.measures.get(code).and_then(|measure| measure.target().map(|target| (measure, target)));
        let Some((measure, target)) = target else {
            return Support::Unsupported(format!("{code} has no target in the plan"));
        };
        let why = format!("{figure} ({period}) against a target of {}", target.value);
        match measure.rating_of(figure) {
            Rating::Green | Rating::Blue => Support::Supported(why),
            Rating::Amber | Rating::Red => Support::Contradicted(why),
            Rating::Grey => Support::Unsupported(format!("{why} does not decide it")),
        }
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

/// A series with an earlier observation before its first; none where that is no earlier one of its kind.
fn beginning(series: &Series, period: Period, value: Observed) -> Option<Series> {
    let first = series.earliest()?.period();
    if period >= first || period.kind() != first.kind() {
        return None;
    }
    let seen = series.iter().map(|seen| (seen.period(), seen.value().clone()));
    Series::new(series.indicator(), [(period, value)].into_iter().chain(seen)).ok()
}
