//! Every document: what is read is written as a document that reads the same, and everything that can
//! be asked of it can be answered.
#![no_main]

use childrens_services::{
    Assumptions, Case, Change, DeliveryModels, Figure, Indicator, Inspection, InspectionHistory, NqswCohort,
    Percent, Programme, ProgressReport, ReportBrief, Scorecard, Series, Snapshot, Team, Teams, VacancyRate, WorkingDays, chrono::NaiveDate,
};
use libfuzzer_sys::fuzz_target;
use serde_json::{from_str, to_string};

macro_rules! there_and_back {
    ($json:expr, $type:ty, $ask:expr) => {
        if let Ok(value) = from_str::<$type>($json) {
            assert_eq!(from_str::<$type>(&to_string(&value).unwrap()).unwrap(), value);
            let ask: fn(&$type) = $ask;
            ask(&value);
        }
    };
}

fuzz_target!(|json: &str| {
    there_and_back!(json, Indicator, |_| ());
    there_and_back!(json, Scorecard, |card| {
        for series in card.series() {
            let _ = (series.changes(), series.figures());
            for (period, _) in series.figures() {
                let _ = (series.change_since(period), series.changes_since(period));
            }
        }
    });
    there_and_back!(json, Series<Figure<Percent>>, |series| {
        for change in series.changes() {
            let _ = (change.to_string(), change.absolute_bounds());
        }
    });
    there_and_back!(json, Change<VacancyRate>, |change| {
        let _ = (change.to_string(), change.apply_to_rounded(Percent::MAX, 6));
    });
    there_and_back!(json, Snapshot, |snapshot| {
        let _ = (snapshot.findings().to_string(), *snapshot + *snapshot);
        let _ = (snapshot.turnover_rate_fte(), snapshot.turnover_rate_headcount(), snapshot.absence_rate_fte());
        let _ = (snapshot.agency_rate_fte(), snapshot.agency_rate_headcount(), snapshot.agency_cover_rate_fte());
        let _ = (snapshot.vacancy_rate_fte(), snapshot.vacancy_agency_cover_rate_fte(), snapshot.caseload_fte());
        let _ = (snapshot.vacancy_gap_fte(), snapshot.vacancy_gap_rate_fte(), snapshot.agency_dependence_rate_fte());
    });
    there_and_back!(json, WorkingDays, |days| {
        let start = NaiveDate::from_ymd_opt(2019, 5, 8).unwrap();
        let due = days.add(start, 70).unwrap();
        assert_eq!(days.count(start, due).unwrap(), 70);
    });
    there_and_back!(json, Assumptions, |_| ());
    there_and_back!(json, Inspection, |inspection| {
        let _ = (inspection.findings(&Assumptions::new()).to_string(), inspection.predicted_overall());
        let _ = (inspection.deadlines(&WorkingDays::england()), inspection.grade_changes_since(inspection));
    });
    there_and_back!(json, InspectionHistory, |history| {
        let _ = history.findings(&Assumptions::new()).to_string();
        for inspection in history.inspections() {
            let on = inspection.published().unwrap_or(inspection.start());
            let _ = history.standing_on(on).map(|standing| (standing.grade(), standing.is_inadequate()));
            let _ = (history.persistent_failure(on, &Assumptions::new()), history.systemic_failure(on));
        }
        history.gaps().for_each(|gap| drop((gap.grade_changes(), gap.days_between_starts())));
    });
    there_and_back!(json, DeliveryModels, |models| {
        let on = NaiveDate::from_ymd_opt(2020, 11, 8).unwrap();
        let _ = (models.companies_on(on), models.findings(on).to_string());
    });
    there_and_back!(json, Case, |case| {
        for entry in case.log() {
            let on = entry.event().effective().last();
            let _ = (case.findings(on).to_string(), case.status_on(on), case.options_on(on).count());
        }
        let events = case.log().iter().map(|entry| entry.event().clone());
        let again = Case::new(case.history().clone(), case.assumptions().clone())
            .with_delivery_models(case.delivery_models().clone())
            .replay(events);
        assert_eq!(again.as_ref(), Ok(case));
    });
    there_and_back!(json, Programme, |programme| {
        let on = NaiveDate::from_ymd_opt(2020, 6, 30).unwrap();
        let _ = programme.findings(on).to_string();
        let state = programme.state_on(on);
        assert_eq!(state.state_on(on), state);
        let brief = ReportBrief::new("2020-06".parse().unwrap(), "members", "A. Member", "Member").unwrap();
        let report = ProgressReport::write(programme, &brief);
        let _ = (report.to_markdown(), report.to_html());
    });
    there_and_back!(json, NqswCohort, |cohort| {
        let _ = cohort.in_progress();
    });
    there_and_back!(json, Team, |team| {
        let _ = (team.standing(), team.average());
    });
    there_and_back!(json, Teams, |teams| {
        let _ = (teams.within_maximum(), teams.overall(), teams.findings().to_string());
        let _ = teams.above_maximum().count();
    });
});
