//! Whether figures bear a claim out.

use super::{Claim, ClaimKind, Programme, ServiceArea, Support, aggregate::by_code};
use crate::{
    kpi::{AnySeries, ChangeSummary, Doubt, Observed, Verdict},
    plan::{Measure, Rating},
    timeliness::TimedEvents,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What claims are held against, looked up once.
pub(crate) struct Grounds<'a> {
    programme: &'a Programme,
    series: BTreeMap<&'a str, AnySeries>,
    changes: BTreeMap<&'a str, ChangeSummary>,
    measures: BTreeMap<&'a str, &'a Measure>,
    as_of: NaiveDate,
}

impl<'a> Grounds<'a> {
    pub(crate) fn of(programme: &'a Programme, as_of: NaiveDate) -> Self {
        let series =
            by_code(programme.kpis()).into_iter().map(|(code, series)| (code, series.known_on(as_of)));
        let changes = programme.workforce().changes().iter().filter(|change| change.until().end() <= as_of);
        let measures = programme.plan().map(crate::plan::ImprovementPlan::measures).unwrap_or_default();
        Self {
            programme,
            series: series.collect(),
            changes: changes.map(|change| (change.indicator().code(), change.summary())).collect(),
            measures: measures.iter().map(|measure| (measure.indicator().code(), measure)).collect(),
            as_of,
        }
    }

    pub(super) fn series(&self, code: &str) -> Option<&AnySeries> {
        self.series.get(code)
    }

    /// The change that a claim is about: of the series since the claim's period, or since the first observation.
    pub(super) fn change(&self, claim: &Claim) -> Option<ChangeSummary> {
        let code = claim.measured_by()?;
        let of_series = self.series.get(code).and_then(|series| {
            let since = claim.since().or_else(|| series.earliest().map(|(period, _)| period))?;
            match claim.period() {
                Some(until) => series.changes_since(since).into_iter().find(|change| change.until == until),
                None => series.change_since(since),
            }
        });
        of_series.or_else(|| self.changes.get(code).cloned())
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
            (ClaimKind::Compliant, None) => self.on_target(measure),
            (kind, None) => self.moved(kind, claim),
            (_, Some(_)) => Support::Unsupported("events against a timescale show no change".to_owned()),
        }
    }

    fn in_time(&self, claim: &Claim, events: &TimedEvents) -> Support {
        let Some(period) = claim.period() else {
            return Support::Unsupported("no period is stated".to_owned());
        };
        let working_days = self.programme.case().assumptions().working_days();
        let count = match events.timeliness(period, self.as_of, working_days) {
            Ok(count) => count,
            Err(error) => return Support::Unsupported(error.to_string()),
        };
        let Ok(rate) = count.rate() else {
            return Support::Unsupported(format!("nothing was due in {period}"));
        };
        let why = format!("{rate} ({period})");
        let target = self.measures.get(events.standard().indicator().code());
        let met = match target.map(|measure| measure.rating_of(&rate.figure_rounded(5).into())) {
            Some(Rating::Grey) | None => rate.in_time() == rate.due(),
            Some(rating) => matches!(rating, Rating::Green | Rating::Blue),
        };
        if met { Support::Supported(why) } else { Support::Contradicted(why) }
    }

    fn on_target(&self, code: &str) -> Support {
        let latest = self.series.get(code).and_then(AnySeries::latest);
        let Some((period, figure)) = latest else {
            return Support::Unsupported(format!("{code} has no figure"));
        };
        let target =
            self.measures.get(code).and_then(|measure| measure.target().map(|target| (measure, target)));
        let Some((measure, target)) = target else {
            return Support::Unsupported(format!("{code} has no target in the plan"));
        };
        let why = format!("{figure} ({period}) against a target of {}", target.value);
        match measure.rating_of(&figure) {
            Rating::Green | Rating::Blue => Support::Supported(why),
            Rating::Amber | Rating::Red => Support::Contradicted(why),
            Rating::Grey => Support::Unsupported(format!("{why} does not decide it")),
        }
    }

    fn moved(&self, kind: ClaimKind, claim: &Claim) -> Support {
        let Some(change) = self.change(claim) else {
            return Support::Unsupported("there is no earlier figure to compare with".to_owned());
        };
        let held = kind == ClaimKind::Stable;
        let why = change.to_string();
        match (change.verdict, change.doubt) {
            (Verdict::Improved, _) if !held => Support::Supported(why),
            (Verdict::Unchanged, _) | (Verdict::CannotTell, Some(Doubt::WithinRounding)) if held => {
                Support::Supported(why)
            }
            (Verdict::CannotTell, _) => Support::Unsupported(why),
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
