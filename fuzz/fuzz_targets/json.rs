//! Every document: what is read is written as a document that reads the same, and everything that can
//! be asked of it can be answered.
#![no_main]

use childrens_services::{
    Assumptions, Case, DeliveryModels, Indicator, Inspection, InspectionHistory, Kpi, NqswCohort, Programme,
    ProgressReport, Quantity, ReportBrief, Scorecard, Series, Snapshot, StatedChange, StatedTimeliness, Team,
    TimedEvents, WorkingDays,
    caseload::{self, StatedTeams},
    chrono::NaiveDate,
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
    there_and_back!(json, Indicator, |indicator| {
        let _ = (indicator.to_string(), indicator.definition(), indicator.decimal_places());
    });
    there_and_back!(json, Scorecard, |card| {
        let _ = card.findings().to_string();
        for day in [NaiveDate::MIN, NaiveDate::MAX, NaiveDate::from_ymd_opt(2019, 10, 31).unwrap()] {
            for row in card.rows(day) {
                let _ = (row.texts(), to_string(&row).unwrap());
            }
        }
        for Kpi { series, .. } in &card.kpis {
            for seen in series {
                assert_eq!(series.get(seen.period()), Some(seen.value()));
                let _ = (series.change_since(seen.period()), series.changes_since(seen.period()).count());
            }
        }
    });
    there_and_back!(json, Series, |series| {
        for change in series.changes().chain(series.change_on_year()).chain(series.latest_change()) {
            let _ = (change.to_string(), to_string(&change).unwrap(), change.absolute_bounds());
            let _ = (change.absolute_rounded(6), change.relative_rounded(6), change.as_printed());
        }
        let known = series.latest().map(|seen| series.known_on(seen.period().end()));
        assert!(known.is_none_or(|known| known == *series));
    });
    there_and_back!(json, StatedChange, |stated| {
        if let Ok(change) = stated.change() {
            let _ = (change.to_string(), to_string(&change).unwrap());
        }
        let baseline = Quantity::read(stated.indicator.unit(), "100").unwrap();
        let _ = stated.apply_to_rounded(baseline, 6);
    });
    there_and_back!(json, Snapshot, |snapshot| {
        let _ = (snapshot.findings().to_string(), Snapshot::total([snapshot, snapshot]));
        for (indicator, rate) in snapshot.rates() {
            match rate {
                Ok(rate) => assert_eq!(snapshot.rate(indicator), Ok(rate)),
                Err(error) => drop((error.to_string(), error.symbol())),
            }
        }
        let _ = (snapshot.uncovered_vacancy_fte(), snapshot.establishment_fte());
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
    there_and_back!(json, StatedTimeliness, |_| ());
    there_and_back!(json, TimedEvents, |events| {
        let (on, days) = (NaiveDate::from_ymd_opt(2020, 6, 30).unwrap(), WorkingDays::england());
        let _ = events.findings(on, &days).to_string();
        let _ = events.series("2019-01".parse().unwrap(), "2020-12".parse().unwrap(), on, &days);
    });
    there_and_back!(json, NqswCohort, |cohort| {
        assert_eq!(cohort.in_progress().is_none(), !cohort.findings().is_ok());
    });
    there_and_back!(json, Team, |team| {
        let _ = (team.standing(), team.average(), team.capacity(), team.newly_qualified_fte());
    });
    there_and_back!(json, StatedTeams, |teams| {
        let _ = teams.rate();
    });
    there_and_back!(json, Vec<Team>, |teams| {
        let _ = (
            caseload::within_maximum(teams),
            caseload::overall(teams),
            caseload::findings(teams).to_string(),
        );
        let _ = caseload::above_maximum(teams).count();
    });
});
