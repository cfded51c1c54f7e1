//! Every document: what is read is written as a document that reads the same, and everything that can
//! be asked of it can be answered.
#![no_main]

use childrens_services::{
    Change, Figure, Indicator, NqswCohort, Percent, Scorecard, Series, Snapshot, Team, Teams, VacancyRate,
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
