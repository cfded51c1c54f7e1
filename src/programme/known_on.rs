//! What was known of a programme on a day.

use super::{Programme, ProgrammeParts};
use chrono::NaiveDate;

impl Programme {
    /// The programme as it was known at the end of a day: without inspections published, events that took effect, figures
    /// of periods that ended, and steps that were taken after it. A step known to the month or the year counts from its
    /// first day, but not before the step that it follows; an event of the case from the last day that it can have been.
    ///
    /// What is planned stays: due dates, planned meetings, an adoption that is due. So do texts, claims, baselines, delivery
    /// models, and statuses on record, which have no date of their own. Timed events stay too, because whoever asks for
    /// timeliness says as of which day.
    #[must_use]
    pub fn state_on(&self, day: NaiveDate) -> Self {
        let parts = &self.0;
        let case = parts.case.known_on(day);
        // The plan needs the inspection that it answers.
        let plan = parts.plan.as_ref().filter(|plan| plan.inspection(case.history()).is_some());
        let mut workforce = parts.workforce.clone();
        workforce.keep_known_on(day);
        let mut reporting = parts.reporting.clone();
        reporting.keep_known_on(day);
        Self(ProgrammeParts {
            title: parts.title.clone(),
            plan: plan.map(|plan| plan.known_on(day)),
            governance: parts.governance.known_on(day),
            kpis: parts.kpis.iter().map(|series| series.known_on(day)).collect(),
            workforce,
            service_areas: parts.service_areas.clone(),
            reporting,
            case,
        })
    }
}
