//! Indicators of this crate's own making: nobody publishes them.
//!
//! Councils report such figures, each by its own definition, which may differ from the one here; the
//! Department does not. Define an [`Indicator`](crate::Indicator) of your own where yours differs.

use super::indicator::indicators;

indicators! {
    "Convention of this crate; not published";
    ESTABLISHMENT_FTE: "establishment_fte", "Establishment (FTE)", Fte, Neutral, 1, false,
        "vacancies (FTE) + in post (FTE)";
    VACANCY_GAP_FTE: "vacancy_gap_fte", "Vacancy gap (FTE)", Fte, LowerIsBetter, 1, false,
        "vacancies (FTE) that no agency worker covers, never below 0";
    VACANCY_GAP_RATE_FTE: "vacancy_gap_rate_fte", "Vacancy gap (rate)", PerCent, LowerIsBetter, 1, true,
        "vacancies (FTE) that no agency worker covers, never below 0 / (vacancies + in post (FTE))";
    AGENCY_DEPENDENCE_RATE_FTE: "agency_dependence_rate_fte", "Agency dependence (FTE)", PerCent, LowerIsBetter, 1, false,
        "agency workers (FTE) / establishment (vacancies + in post (FTE))";
    OFFER_TAKE_UP_RATE: "offer_take_up_rate", "Take-up of an offer", PerCent, HigherIsBetter, 1, true,
        "staff who took the offer up / staff eligible for it";
    TEAMS_WITHIN_MAXIMUM_RATE: "teams_within_maximum_rate", "Teams within their agreed maximum caseload", PerCent, HigherIsBetter, 1, true,
        "teams at or below their agreed maximum caseload / teams";
    TIMELINESS_RATE: "timeliness_rate", "In time", PerCent, HigherIsBetter, 1, true,
        "events in time / events due in the period, open ones past the limit included";
    NQSW_INTAKE_HEADCOUNT: "nqsw_intake_headcount", "Newly qualified social workers, intake", Headcount, Neutral, 0, false,
        "newly qualified social workers who began the year's programme";
    NQSW_COMPLETED_HEADCOUNT: "nqsw_completed_headcount", "Newly qualified social workers, completed", Headcount, Neutral, 0, false,
        "newly qualified social workers who completed the year's programme";
}
