//! The indicators of the Department, and those of convention.
//!
//! Each says whose it is ([`Indicator::defined_by`]), and who says which direction is better
//! ([`Indicator::polarity_source`]). Councils report such figures too, each by its own definition; define an
//! [`Indicator`] of your own where yours differs.
//!
//! # Source
//!
//! Codes, names and definitions: Department for Education, *Children's social work workforce*, data file of reporting year
//! 2025. Polarity: Department for Education, *Local Authority Interactive Tool*, April 2026, for vacancies, turnover, agency
//! workers, cover, absence, caseload, starters, leavers and cases; where it has none, the reading of this crate. The
//! definition of a rate is its formula in [`workforce::RATES`](crate::workforce::RATES).

use super::{DefinedBy, Indicator, Polarity, indicator::Definition};
use crate::measure::Unit;
use std::borrow::Cow;

const WORKFORCE: &str = "Department for Education, Children's social work workforce, reporting year 2025";
const LAIT: &str = "Department for Education, Local Authority Interactive Tool, April 2026";
const OURS: &str = "Convention of this crate; not published";

/// A definition in words, or that of a rate, which is read from its formula.
macro_rules! definition {
    (FORMULA) => {
        None
    };
    ($text:literal) => {
        Some(Cow::Borrowed($text))
    };
}

/// Makes statics of rows: code, title, unit, polarity and its source, decimal places, share of a whole or not, definition.
macro_rules! indicators {
    ($($owner:ident, $source:ident: {
        $($name:ident: $code:literal, $title:literal, $unit:ident, $polarity:ident, $says:ident, $dp:literal, $share:literal, $definition:tt;)+
    })+) => {
        $($(
            #[doc = concat!($title, ".")]
            pub static $name: Indicator = Indicator::of_catalogue(&Definition {
                code: Cow::Borrowed($code),
                title: Cow::Borrowed($title),
                unit: Unit::$unit,
                polarity: Polarity::$polarity,
                polarity_source: Some(Cow::Borrowed($says)),
                decimal_places: Some($dp),
                share: $share,
                definition: definition!($definition),
                source: Some(Cow::Borrowed($source)),
                defined_by: DefinedBy::$owner,
            });
        )+)+

        /// Every indicator of the catalogue.
        pub static ALL: &[&Indicator] = &[$($(&$name),+),+];
    };
}

indicators! {
    Department, WORKFORCE: {
        INPOST_FTE: "inpost_fte", "Social workers in post (FTE)", Fte, Neutral, LAIT, 1, false, "FTE of child and family social workers employed on 30 September";
        INPOST_HEADCOUNT: "inpost_headcount", "Social workers in post (headcount)", Headcount, Neutral, LAIT, 0, false, "child and family social workers employed on 30 September";
        STARTERS_FTE: "starters_fte", "Starters (FTE)", Fte, Neutral, LAIT, 1, false, "FTE of those who took up a vacant child and family social worker post in the year to 30 September";
        STARTERS_HEADCOUNT: "starters_headcount", "Starters (headcount)", Headcount, Neutral, LAIT, 0, false, "people who took up a vacant child and family social worker post in the year to 30 September";
        LEAVERS_FTE: "leavers_fte", "Leavers (FTE)", Fte, Neutral, LAIT, 1, false, "FTE of those who left a child and family social worker post in the year to 30 September";
        LEAVERS_HEADCOUNT: "leavers_headcount", "Leavers (headcount)", Headcount, Neutral, LAIT, 0, false, "people who left a child and family social worker post in the year to 30 September";
        TURNOVER_RATE_FTE: "turnover_rate_fte", "Turnover rate (FTE)", PerCent, LowerIsBetter, LAIT, 1, false, FORMULA;
        TURNOVER_RATE_HEADCOUNT: "turnover_rate_headcount", "Turnover rate (headcount)", PerCent, LowerIsBetter, LAIT, 1, false, FORMULA;
        AGENCY_FTE: "agency_fte", "Agency workers (FTE)", Fte, LowerIsBetter, OURS, 1, false, "FTE of agency workers on 30 September";
        AGENCY_HEADCOUNT: "agency_headcount", "Agency workers (headcount)", Headcount, LowerIsBetter, OURS, 0, false, "agency workers on 30 September";
        AGENCY_RATE_FTE: "agency_rate_fte", "Agency worker rate (FTE)", PerCent, LowerIsBetter, LAIT, 1, true, FORMULA;
        AGENCY_RATE_HEADCOUNT: "agency_rate_headcount", "Agency worker rate (headcount)", PerCent, LowerIsBetter, LAIT, 1, true, FORMULA;
        AGENCY_COVER_FTE: "agency_cover_fte", "Agency workers covering vacancies (FTE)", Fte, Neutral, OURS, 1, false, "FTE of agency workers who cover a vacancy on 30 September";
        AGENCY_COVER_RATE_FTE: "agency_cover_rate_fte", "Agency cover rate (FTE)", PerCent, Neutral, LAIT, 1, false, FORMULA;
        VACANCY_FTE: "vacancy_fte", "Vacancies (FTE)", Fte, LowerIsBetter, OURS, 1, false, "FTE vacancies on 30 September, those covered by agency workers included";
        VACANCY_RATE_FTE: "vacancy_rate_fte", "Vacancy rate (FTE)", PerCent, LowerIsBetter, LAIT, 1, true, FORMULA;
        VACANCY_AGENCY_COVER_RATE_FTE: "vacancy_agency_cover_rate_fte", "Vacancy agency cover rate (FTE)", PerCent, HigherIsBetter, LAIT, 1, false, FORMULA;
        CASE_HOLDERS_FTE: "case_holders_fte", "Case holders (FTE)", Fte, Neutral, OURS, 1, false, "FTE of those in post, agency workers included, with at least one case on 30 September";
        CASES: "cases", "Cases", Cases, Neutral, LAIT, 0, false, "cases allocated to a named social worker on 30 September";
        CASELOAD_FTE: "caseload_fte", "Average caseload", CasesPerFte, LowerIsBetter, LAIT, 1, false, FORMULA;
        WORKING_DAYS_LOST_FTE: "working_days_lost_fte", "Working days lost to sickness", WorkingDays, LowerIsBetter, OURS, 1, false, "working days lost to sickness in the year to 30 September";
        ABSENCE_RATE_FTE: "absence_rate_fte", "Sickness absence rate", PerCent, LowerIsBetter, LAIT, 1, false, FORMULA;
    }
    Convention, OURS: {
        VACANCY_GAP_RATE: "vacancy_gap_rate", "Vacancy gap", PerCent, LowerIsBetter, OURS, 1, true, "vacancies that nobody fills / all posts, as the council counts them";
        UNCOVERED_VACANCY_FTE: "uncovered_vacancy_fte", "Uncovered vacancies (FTE)", Fte, LowerIsBetter, OURS, 1, false, "vacancies (FTE) - agency workers covering vacancies (FTE), never below 0";
        UNCOVERED_VACANCY_RATE_FTE: "uncovered_vacancy_rate_fte", "Uncovered vacancy rate (FTE)", PerCent, LowerIsBetter, OURS, 1, true, FORMULA;
        ESTABLISHMENT_FTE: "establishment_fte", "Establishment (FTE)", Fte, Neutral, OURS, 1, false, "vacancies (FTE) + in post (FTE)";
        AGENCY_DEPENDENCE_RATE_FTE: "agency_dependence_rate_fte", "Agency dependence (FTE)", PerCent, LowerIsBetter, OURS, 1, false, FORMULA;
        STAFF_LEAVING: "staff_leaving", "Qualified staff leaving the service", Headcount, LowerIsBetter, OURS, 0, false, "qualified staff who left, as the council counts them";
        OFFER_TAKE_UP_RATE: "offer_take_up_rate", "Take-up of an offer", PerCent, HigherIsBetter, OURS, 1, true, "staff who took the offer up / staff eligible for it";
        TEAMS_WITHIN_MAXIMUM_RATE: "teams_within_maximum_rate", "Teams within their agreed maximum caseload", PerCent, HigherIsBetter, OURS, 1, true, "teams at or below their agreed maximum caseload / teams";
        TIMELINESS_RATE: "timeliness_rate", "In time", PerCent, HigherIsBetter, OURS, 1, true, "events in time / events due in the period, open ones past the limit included";
        NQSW_INTAKE_HEADCOUNT: "nqsw_intake_headcount", "Newly qualified social workers, intake", Headcount, Neutral, OURS, 0, false, "newly qualified social workers who began the year's programme";
        NQSW_COMPLETED_HEADCOUNT: "nqsw_completed_headcount", "Newly qualified social workers, completed", Headcount, Neutral, OURS, 0, false, "newly qualified social workers who completed the year's programme";
    }
}
