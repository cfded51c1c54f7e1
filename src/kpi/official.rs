//! The indicators that this crate defines: the official workforce figures, and a few of its own.
//!
//! # Source
//!
//! Codes, names and definitions of the workforce figures: Department for Education, *Children's
//! social work workforce*, data file of reporting year 2025; formulas also in the texts of the
//! *Children's Social Care: Outcomes and Enablers* dashboard. Polarity is this crate's own reading.
//! Indicators whose source is "Convention of this crate" are not published by anyone: the establishment,
//! the vacancy gap, agency dependence, take-up, teams within their maximum and the newly qualified cohorts.

use super::{Indicator, Polarity};
use crate::measure::Unit;
use std::borrow::Cow;

const DFE: &str = "Department for Education, Children's social work workforce, reporting year 2025";
const CONVENTION: &str = "Convention of this crate; not published";

/// The facts of an indicator in the order of the Department's table: code, title, unit, polarity,
/// decimal places, share of a whole or not, definition, source.
macro_rules! indicators {
    ($($name:ident: $code:literal, $title:literal, $unit:ident, $polarity:ident, $dp:literal, $share:literal, $definition:literal, $source:ident;)+) => {
        $(
            #[doc = concat!($title, ": ", $definition, ".")]
            pub static $name: Indicator = Indicator {
                code: Cow::Borrowed($code),
                title: Cow::Borrowed($title),
                unit: Unit::$unit,
                polarity: Polarity::$polarity,
                decimal_places: $dp,
                share: $share,
                definition: Cow::Borrowed($definition),
                source: Cow::Borrowed($source),
            };
        )+

        /// Every indicator of this module, in the order of the Department's data file, this crate's
        /// own last.
        pub static ALL: [&Indicator; [$($code),+].len()] = [$(&$name),+];
    };
}

indicators! {
    INPOST_FTE: "inpost_fte", "Social workers in post (FTE)", Fte, Neutral, 1, false,
        "FTE of child and family social workers employed on 30 September", DFE;
    INPOST_HEADCOUNT: "inpost_headcount", "Social workers in post (headcount)", Headcount, Neutral, 0, false,
        "child and family social workers employed on 30 September", DFE;
    STARTERS_FTE: "starters_fte", "Starters (FTE)", Fte, Neutral, 1, false,
        "FTE of those who took up a vacant child and family social worker post in the year to 30 September", DFE;
    STARTERS_HEADCOUNT: "starters_headcount", "Starters (headcount)", Headcount, Neutral, 0, false,
        "people who took up a vacant child and family social worker post in the year to 30 September", DFE;
    LEAVERS_FTE: "leavers_fte", "Leavers (FTE)", Fte, LowerIsBetter, 1, false,
        "FTE of those who left a child and family social worker post in the year to 30 September", DFE;
    LEAVERS_HEADCOUNT: "leavers_headcount", "Leavers (headcount)", Headcount, LowerIsBetter, 0, false,
        "people who left a child and family social worker post in the year to 30 September", DFE;
    TURNOVER_RATE_FTE: "turnover_rate_fte", "Turnover rate (FTE)", PerCent, LowerIsBetter, 1, false,
        "leavers (FTE) in the year / in post (FTE) at its end", DFE;
    TURNOVER_RATE_HEADCOUNT: "turnover_rate_headcount", "Turnover rate (headcount)", PerCent, LowerIsBetter, 1, false,
        "leavers (headcount) in the year / in post (headcount) at its end", DFE;
    AGENCY_FTE: "agency_fte", "Agency workers (FTE)", Fte, LowerIsBetter, 1, false,
        "FTE of agency workers on 30 September", DFE;
    AGENCY_HEADCOUNT: "agency_headcount", "Agency workers (headcount)", Headcount, LowerIsBetter, 0, false,
        "agency workers on 30 September", DFE;
    AGENCY_RATE_FTE: "agency_rate_fte", "Agency worker rate (FTE)", PerCent, LowerIsBetter, 1, true,
        "agency workers (FTE) / (agency workers + in post (FTE))", DFE;
    AGENCY_RATE_HEADCOUNT: "agency_rate_headcount", "Agency worker rate (headcount)", PerCent, LowerIsBetter, 1, true,
        "agency workers (headcount) / (agency workers + in post (headcount))", DFE;
    AGENCY_COVER_FTE: "agency_cover_fte", "Agency workers covering vacancies (FTE)", Fte, Neutral, 1, false,
        "FTE of agency workers who cover a vacancy on 30 September", DFE;
    AGENCY_COVER_RATE_FTE: "agency_cover_rate_fte", "Agency cover rate (FTE)", PerCent, Neutral, 1, false,
        "agency workers covering vacancies (FTE) / agency workers (FTE)", DFE;
    VACANCY_FTE: "vacancy_fte", "Vacancies (FTE)", Fte, LowerIsBetter, 1, false,
        "FTE vacancies on 30 September, those covered by agency workers included", DFE;
    VACANCY_RATE_FTE: "vacancy_rate_fte", "Vacancy rate (FTE)", PerCent, LowerIsBetter, 1, true,
        "vacancies (FTE) / (vacancies + in post (FTE))", DFE;
    VACANCY_AGENCY_COVER_RATE_FTE: "vacancy_agency_cover_rate_fte", "Vacancy agency cover rate (FTE)", PerCent, Neutral, 1, false,
        "agency workers covering vacancies (FTE) / vacancies (FTE)", DFE;
    CASE_HOLDERS_FTE: "case_holders_fte", "Case holders (FTE)", Fte, Neutral, 1, false,
        "FTE of those in post, agency workers included, with at least one case on 30 September", DFE;
    CASES: "cases", "Cases", Cases, Neutral, 0, false,
        "cases allocated to a named social worker on 30 September", DFE;
    CASELOAD_FTE: "caseload_fte", "Average caseload", CasesPerFte, LowerIsBetter, 1, false,
        "cases / case holders (FTE), agency workers included in both", DFE;
    WORKING_DAYS_LOST_FTE: "working_days_lost_fte", "Working days lost to sickness", Days, LowerIsBetter, 1, false,
        "working days lost to sickness in the year to 30 September", DFE;
    ABSENCE_RATE_FTE: "absence_rate_fte", "Sickness absence rate", PerCent, LowerIsBetter, 1, false,
        "working days lost / (in post (FTE) x working days of the year: 253, or 254 with a 29 February)", DFE;
    ESTABLISHMENT_FTE: "establishment_fte", "Establishment (FTE)", Fte, Neutral, 1, false,
        "vacancies (FTE) + in post (FTE)", CONVENTION;
    VACANCY_GAP_FTE: "vacancy_gap_fte", "Vacancy gap (FTE)", Fte, LowerIsBetter, 1, false,
        "vacancies (FTE) that no agency worker covers, never below 0", CONVENTION;
    VACANCY_GAP_RATE_FTE: "vacancy_gap_rate_fte", "Vacancy gap (rate)", PerCent, LowerIsBetter, 1, true,
        "vacancies (FTE) that no agency worker covers, never below 0 / (vacancies + in post (FTE))", CONVENTION;
    AGENCY_DEPENDENCE_RATE_FTE: "agency_dependence_rate_fte", "Agency dependence (FTE)", PerCent, LowerIsBetter, 1, false,
        "agency workers (FTE) / establishment (vacancies + in post (FTE))", CONVENTION;
    OFFER_TAKE_UP_RATE: "offer_take_up_rate", "Take-up of an offer", PerCent, HigherIsBetter, 1, true,
        "staff who took the offer up / staff eligible for it", CONVENTION;
    TEAMS_WITHIN_MAXIMUM_RATE: "teams_within_maximum_rate", "Teams within their agreed maximum caseload", PerCent, HigherIsBetter, 1, true,
        "teams at or below their agreed maximum caseload / teams", CONVENTION;
    NQSW_INTAKE_HEADCOUNT: "nqsw_intake_headcount", "Newly qualified social workers, intake", Headcount, Neutral, 0, false,
        "newly qualified social workers who began the year's programme", CONVENTION;
    NQSW_COMPLETED_HEADCOUNT: "nqsw_completed_headcount", "Newly qualified social workers, completed", Headcount, Neutral, 0, false,
        "newly qualified social workers who completed the year's programme", CONVENTION;
}
