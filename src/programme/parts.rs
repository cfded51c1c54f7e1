//! The parts of a programme that have no room of their own.

use super::{Claim, ReportedFact, ServiceAreaKind};
use crate::{
    calendar::{Cadence, PartialDate},
    caseload::{self, StatedTeams, Team},
    kpi::{Rate, RateError, StatedChange},
    measure::Period,
    record::record,
    text::OneLine,
    timeliness::TimedEvents,
    workforce::{NqswCohort, Snapshot},
};
use chrono::NaiveDate;

record! {
    /// The caseloads of a period: the teams themselves, or how many of them a report states as within their agreed maximum.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{CaseloadPosition, caseload::StatedTeams};
    ///
    /// // West Sussex, September 2019: 4 of 8 teams.
    /// let position = CaseloadPosition::new("2019-09".parse()?).with_stated(StatedTeams { within: 4, teams: 8 });
    /// assert_eq!(
    ///     position.within_maximum().map(|teams| teams.map(|teams| teams.to_string())),
    ///     Some(Ok("50.0%".to_owned())),
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    CaseloadPosition, "caseloads: an object with period, and stated or teams";
    required copies {
        /// When.
        period: Period,
    }
    required {}
    texts {}
    days {}
    copies {
        /// How many teams a report states as within their agreed maximum.
        stated: StatedTeams, with_stated;
    }
    values {}
    lists {
        /// The teams.
        teams: Team, with_team;
    }
}

impl CaseloadPosition {
    /// How many teams are at or below their agreed maximum: counted from the teams, or else as stated.
    ///
    /// # Errors
    ///
    /// None where neither is given; an error for what is stated of no teams, or of more within than there are.
    #[must_use]
    pub fn within_maximum(&self) -> Option<Result<Rate, RateError>> {
        match &self.teams[..] {
            [] => self.stated.map(StatedTeams::rate),
            teams => Some(caseload::within_maximum(teams)),
        }
    }
}

record! {
    /// The workforce of a programme.
    WorkforceRecord, "a workforce: an object with optional snapshots, cohorts, caseloads, changes and claims";
    required copies {}
    required {}
    texts {}
    days {}
    copies {}
    values {}
    lists {
        /// Counts of the workforce.
        snapshots: Snapshot, with_snapshot;
        /// Cohorts of newly qualified social workers.
        cohorts: NqswCohort, with_cohort;
        /// Caseloads by period.
        caseloads: CaseloadPosition, with_caseload;
        /// Changes that are stated without their ends, such as "reduced by three quarters".
        changes: StatedChange, with_change;
        /// What is claimed of the workforce.
        claims: Claim, with_claim;
    }
}

impl WorkforceRecord {
    /// Leaves away what was not known on a day. A change stated without its ends stays, so that a claim measured by it
    /// keeps its measure; it counts from the end of its period.
    pub(super) fn keep_known_on(&mut self, day: NaiveDate) {
        self.snapshots.retain(|snapshot| snapshot.period.end() <= day);
        self.cohorts.retain(|cohort| cohort.period.start() <= day);
        for cohort in self.cohorts.iter_mut().filter(|cohort| cohort.period.end() > day) {
            *cohort = NqswCohort::new(cohort.period, cohort.intake);
        }
        self.caseloads.retain(|position| position.period.end() <= day);
    }
}

record! {
    /// A service area, with what was developed, claimed and measured in it.
    ServiceArea, "a service area: an object with kind";
    required copies {
        /// Which.
        kind: ServiceAreaKind,
    }
    required {}
    texts {
        /// Its name in this council, where that differs.
        title, with_title;
    }
    days {}
    copies {}
    values {}
    lists {
        /// What was developed, in words.
        developments: OneLine, with_development;
        /// What is claimed.
        claims: Claim, with_claim;
        /// Events against their timescales.
        timeliness: TimedEvents, with_timeliness;
    }
}

impl ServiceArea {
    /// The name printed.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_ref().map_or(self.kind.label(), OneLine::as_str)
    }
}

record! {
    /// A progress report that was made.
    IssuedReport, "a report: an object with on";
    required copies {
        /// When.
        on: PartialDate,
    }
    required {}
    texts {
        /// To whom.
        audience, with_audience;
    }
    days {}
    copies {}
    values {}
    lists {
        /// What it says has happened.
        says: ReportedFact, with_fact;
    }
}

record! {
    /// The progress reports of a programme, and how often there is to be one.
    Reporting, "reporting: an object with optional cadence and reports";
    required copies {}
    required {}
    texts {}
    days {}
    copies {
        /// How often there is to be one.
        cadence: Cadence, with_cadence;
    }
    values {}
    lists {
        /// The reports made, in the order of their dates.
        reports: IssuedReport, with_report;
    }
}

impl Reporting {
    /// Leaves away the reports made after a day.
    pub(super) fn keep_known_on(&mut self, day: NaiveDate) {
        self.reports.retain(|report| report.on.first() <= day);
    }
}
