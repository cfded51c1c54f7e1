//! The official workforce indicators.
//!
//! # Source
//!
//! Codes, names and definitions: Department for Education, *Children's social work workforce*, data
//! file of reporting year 2025; formulas also in the texts of the *Children's Social Care: Outcomes
//! and Enablers* dashboard. Polarity is this crate's own reading.

use super::indicator::indicators;

indicators! {
    "Department for Education, Children's social work workforce, reporting year 2025";
    INPOST_FTE: "inpost_fte", "Social workers in post (FTE)", Fte, Neutral, 1, false,
        "FTE of child and family social workers employed on 30 September";
    INPOST_HEADCOUNT: "inpost_headcount", "Social workers in post (headcount)", Headcount, Neutral, 0, false,
        "child and family social workers employed on 30 September";
    STARTERS_FTE: "starters_fte", "Starters (FTE)", Fte, Neutral, 1, false,
        "FTE of those who took up a vacant child and family social worker post in the year to 30 September";
    STARTERS_HEADCOUNT: "starters_headcount", "Starters (headcount)", Headcount, Neutral, 0, false,
        "people who took up a vacant child and family social worker post in the year to 30 September";
    LEAVERS_FTE: "leavers_fte", "Leavers (FTE)", Fte, LowerIsBetter, 1, false,
        "FTE of those who left a child and family social worker post in the year to 30 September";
    LEAVERS_HEADCOUNT: "leavers_headcount", "Leavers (headcount)", Headcount, LowerIsBetter, 0, false,
        "people who left a child and family social worker post in the year to 30 September";
    TURNOVER_RATE_FTE: "turnover_rate_fte", "Turnover rate (FTE)", PerCent, LowerIsBetter, 1, false,
        "leavers (FTE) in the year / in post (FTE) at its end";
    TURNOVER_RATE_HEADCOUNT: "turnover_rate_headcount", "Turnover rate (headcount)", PerCent, LowerIsBetter, 1, false,
        "leavers (headcount) in the year / in post (headcount) at its end";
    AGENCY_FTE: "agency_fte", "Agency workers (FTE)", Fte, LowerIsBetter, 1, false,
        "FTE of agency workers on 30 September";
    AGENCY_HEADCOUNT: "agency_headcount", "Agency workers (headcount)", Headcount, LowerIsBetter, 0, false,
        "agency workers on 30 September";
    AGENCY_RATE_FTE: "agency_rate_fte", "Agency worker rate (FTE)", PerCent, LowerIsBetter, 1, true,
        "agency workers (FTE) / (agency workers + in post (FTE))";
    AGENCY_RATE_HEADCOUNT: "agency_rate_headcount", "Agency worker rate (headcount)", PerCent, LowerIsBetter, 1, true,
        "agency workers (headcount) / (agency workers + in post (headcount))";
    AGENCY_COVER_FTE: "agency_cover_fte", "Agency workers covering vacancies (FTE)", Fte, Neutral, 1, false,
        "FTE of agency workers who cover a vacancy on 30 September";
    AGENCY_COVER_RATE_FTE: "agency_cover_rate_fte", "Agency cover rate (FTE)", PerCent, Neutral, 1, false,
        "agency workers covering vacancies (FTE) / agency workers (FTE)";
    VACANCY_FTE: "vacancy_fte", "Vacancies (FTE)", Fte, LowerIsBetter, 1, false,
        "FTE vacancies on 30 September, those covered by agency workers included";
    VACANCY_RATE_FTE: "vacancy_rate_fte", "Vacancy rate (FTE)", PerCent, LowerIsBetter, 1, true,
        "vacancies (FTE) / (vacancies + in post (FTE))";
    VACANCY_AGENCY_COVER_RATE_FTE: "vacancy_agency_cover_rate_fte", "Vacancy agency cover rate (FTE)", PerCent, Neutral, 1, false,
        "agency workers covering vacancies (FTE) / vacancies (FTE)";
    CASE_HOLDERS_FTE: "case_holders_fte", "Case holders (FTE)", Fte, Neutral, 1, false,
        "FTE of those in post, agency workers included, with at least one case on 30 September";
    CASES: "cases", "Cases", Cases, Neutral, 0, false,
        "cases allocated to a named social worker on 30 September";
    CASELOAD_FTE: "caseload_fte", "Average caseload", CasesPerFte, LowerIsBetter, 1, false,
        "cases / case holders (FTE), agency workers included in both";
    WORKING_DAYS_LOST_FTE: "working_days_lost_fte", "Working days lost to sickness", Days, LowerIsBetter, 1, false,
        "working days lost to sickness in the year to 30 September";
    ABSENCE_RATE_FTE: "absence_rate_fte", "Sickness absence rate", PerCent, LowerIsBetter, 1, false,
        "working days lost / (in post (FTE) x working days of the year: 253, or 254 with a 29 February)";
}
