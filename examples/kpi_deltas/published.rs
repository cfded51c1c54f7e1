//! West Sussex's published workforce counts, reporting years 2017 to 2025, and every rate of them.
//!
//! Source: Department for Education, *Children's social work workforce*, reporting year 2025, edition
//! of March 2026, rows of West Sussex (E10000032). Contains public sector information licensed under
//! the Open Government Licence v3.0.

use crate::deltas::{Deltas, Track};
use childrens_services::{Cases, Headcount, Indicator, Period, Series, Snapshot, workforce::RATES};
use std::error::Error;

/// A year's counts: FTE and days as printed, then people and cases.
struct Year {
    year: i32,
    inpost: &'static str,
    starters: &'static str,
    leavers: &'static str,
    agency: &'static str,
    agency_cover: &'static str,
    vacancies: &'static str,
    case_holders: &'static str,
    days_lost: &'static str,
    /// In post, starters, leavers, agency workers.
    people: [u32; 4],
    cases: u32,
}

#[rustfmt::skip]
const YEARS: [Year; 9] = [
    Year { year: 2017, inpost: "403.4", starters: "74.6", leavers: "55.6", agency: "60.8", agency_cover: "60.8", vacancies: "66.5", case_holders: "243.4", days_lost: "2968", people: [445, 77, 61, 62], cases: 3904 },
    Year { year: 2018, inpost: "433.4", starters: "86.2", leavers: "70.8", agency: "57.6", agency_cover: "44.6", vacancies: "44.6", case_holders: "228.2", days_lost: "2751", people: [469, 90, 74, 58], cases: 3802 },
    Year { year: 2019, inpost: "494.5", starters: "101.9", leavers: "49.5", agency: "75.9", agency_cover: "75.9", vacancies: "56.3", case_holders: "225", days_lost: "3005", people: [536, 109, 54, 78], cases: 3770 },
    Year { year: 2020, inpost: "503.1", starters: "54.5", leavers: "48.6", agency: "95.2", agency_cover: "91.2", vacancies: "56.2", case_holders: "305.4", days_lost: "1741", people: [549, 57, 52, 96], cases: 4582 },
    Year { year: 2021, inpost: "480", starters: "49.8", leavers: "70.3", agency: "71.2", agency_cover: "50.4", vacancies: "50.4", case_holders: "279.1", days_lost: "4483", people: [525, 52, 79, 72], cases: 4514 },
    Year { year: 2022, inpost: "458.1", starters: "46.5", leavers: "74", agency: "83.1", agency_cover: "83.1", vacancies: "89", case_holders: "225.5", days_lost: "6980", people: [507, 50, 84, 86], cases: 3671 },
    Year { year: 2023, inpost: "476", starters: "66.2", leavers: "73.6", agency: "24.5", agency_cover: "24.5", vacancies: "24.5", case_holders: "217.6", days_lost: "6604", people: [516, 67, 79, 26], cases: 3460 },
    Year { year: 2024, inpost: "489.4", starters: "55.2", leavers: "45.4", agency: "27", agency_cover: "27", vacancies: "27", case_holders: "213.5", days_lost: "5256.3", people: [528, 56, 51, 27], cases: 3088 },
    Year { year: 2025, inpost: "504", starters: "58.6", leavers: "47.8", agency: "10.8", agency_cover: "10.8", vacancies: "10.8", case_holders: "224.9", days_lost: "5795.1", people: [545, 60, 50, 11], cases: 3434 },
];

fn snapshot(year: &Year) -> Result<Snapshot, Box<dyn Error>> {
    let [inpost, starters, leavers, agency] = year.people.map(|count| Some(Headcount::new(count).into()));
    Ok(Snapshot {
        inpost_fte: Some(year.inpost.parse()?),
        inpost_headcount: inpost,
        starters_fte: Some(year.starters.parse()?),
        starters_headcount: starters,
        leavers_fte: Some(year.leavers.parse()?),
        leavers_headcount: leavers,
        agency_fte: Some(year.agency.parse()?),
        agency_headcount: agency,
        agency_cover_fte: Some(year.agency_cover.parse()?),
        vacancy_fte: Some(year.vacancies.parse()?),
        case_holders_fte: Some(year.case_holders.parse()?),
        cases: Some(Cases::new(year.cases).into()),
        working_days_lost_fte: Some(year.days_lost.parse()?),
        ..Snapshot::new(Period::reporting_year(year.year)?)
    })
}

pub fn deltas() -> Result<Deltas, Box<dyn Error>> {
    let years = YEARS.iter().map(snapshot).collect::<Result<Vec<_>, _>>()?;
    let base = Period::reporting_year(2019)?;
    let mut indicators = Vec::new();
    // Vacancies first: they are what the programme is about.
    let vacancies = |rate: &&Indicator| !rate.code().contains("vacancy");
    let mut rates: Vec<&Indicator> = RATES.iter().map(|formula| formula.indicator).collect();
    rates.sort_by_key(vacancies);
    for rate in rates {
        let seen = years.iter().map(|snapshot| (snapshot.period, snapshot.rate(rate)));
        indicators.push(Track::new(Series::new(rate, seen)?, Some(base)));
    }
    Ok(Deltas {
        board: None,
        title: "West Sussex, rates worked from the published counts, years to 30 September".to_owned(),
        changes: Vec::new(),
        figures: Vec::new(),
        indicators,
        notes: vec![
            "Changes are in percentage points (of the caseload in cases per FTE) and worked from the counts, so\nthey may differ in the last place from the difference of the rates as printed. Counts are printed\nto one place, so a rate may be 0.1 away from the published one. The Department prints [u] for a\ncover above 100%.",
            "The council's vacancy gap is its own figure and definition. The uncovered vacancy rate is a\nconvention of this crate: vacancies that no agency worker covers, over vacancies and staff in post.",
        ],
    })
}
