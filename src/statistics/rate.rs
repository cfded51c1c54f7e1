//! The nine published rates: which two counts each is made of, and how.

use super::columns::{
    AGENCY_COVER_FTE, AGENCY_FTE, AGENCY_HEADCOUNT, CASE_HOLDERS_FTE, CASES, COUNTS_LEN, INPOST_FTE,
    INPOST_HEADCOUNT, LEAVERS_FTE, LEAVERS_HEADCOUNT, NUMBERS, RATES, RATES_LEN, VACANCY_FTE,
    WORKING_DAYS_LOST_FTE, indicator,
};
use crate::{
    kpi::{AverageCaseload, Indicator, Reckoned},
    measure::{
        Period,
        quantity::sealed::{Millionths, of_micros},
        ratio::Ratio,
    },
    workforce::{
        AgencyCoverRate, AgencyWorkerRateFte, AgencyWorkerRateHeadcount, SicknessAbsenceRate,
        TurnoverRateFte, TurnoverRateHeadcount, VacancyAgencyCoverRate, VacancyRate, working_days_of_year_to,
    },
};

/// One of the nine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Rate {
    TurnoverFte,
    TurnoverHeadcount,
    AgencyFte,
    AgencyHeadcount,
    AgencyCover,
    Vacancy,
    VacancyAgencyCover,
    Caseload,
    Absence,
}

/// Every rate grows with its numerator and falls with its other count, which is the denominator or a part of it.
pub(super) struct Counts {
    pub(super) numerator: usize,
    pub(super) other: usize,
}

impl Rate {
    /// In the order of [`RATES`].
    pub(super) const ALL: [Self; RATES_LEN] = [
        Self::TurnoverFte,
        Self::TurnoverHeadcount,
        Self::AgencyFte,
        Self::AgencyHeadcount,
        Self::AgencyCover,
        Self::Vacancy,
        Self::VacancyAgencyCover,
        Self::Caseload,
        Self::Absence,
    ];

    pub(super) fn of(indicator: &Indicator) -> Option<Self> {
        Self::ALL.into_iter().find(|rate| rate.indicator().code() == indicator.code())
    }

    pub(super) fn indicator(self) -> &'static Indicator {
        RATES[self as usize]
    }

    pub(super) fn name(self) -> &'static str {
        NUMBERS[self.column()].name
    }

    /// The column of numbers where it is printed.
    pub(super) const fn column(self) -> usize {
        COUNTS_LEN + self as usize
    }

    #[inline]
    pub(super) const fn counts(self) -> Counts {
        let (numerator, other) = match self {
            Self::TurnoverFte => (LEAVERS_FTE, INPOST_FTE),
            Self::TurnoverHeadcount => (LEAVERS_HEADCOUNT, INPOST_HEADCOUNT),
            Self::AgencyFte => (AGENCY_FTE, INPOST_FTE),
            Self::AgencyHeadcount => (AGENCY_HEADCOUNT, INPOST_HEADCOUNT),
            Self::AgencyCover => (AGENCY_COVER_FTE, AGENCY_FTE),
            Self::Vacancy => (VACANCY_FTE, INPOST_FTE),
            Self::VacancyAgencyCover => (AGENCY_COVER_FTE, VACANCY_FTE),
            Self::Caseload => (CASES, CASE_HOLDERS_FTE),
            Self::Absence => (WORKING_DAYS_LOST_FTE, INPOST_FTE),
        };
        Counts { numerator, other }
    }

    /// Whether the statistics print `u` for it above 100.
    pub(super) const fn is_cover(self) -> bool {
        matches!(self, Self::AgencyCover | Self::VacancyAgencyCover)
    }

    /// Whether its denominator is its other count alone, and not that and the numerator.
    pub(super) const fn is_over_other_alone(self) -> bool {
        !matches!(self, Self::AgencyFte | Self::AgencyHeadcount | Self::Vacancy)
    }

    /// The rate of two counts in millionths, by the workforce room's own formula; none of a denominator of 0.
    pub(super) fn of_counts(self, numerator: i128, other: i128, period: Period) -> Option<Ratio> {
        macro_rules! rate {
            ($rate:ident $(, $period:expr)?) => {
                $rate::new(in_range(numerator), in_range(other) $(, $period)?).ok()?.ratio()
            };
        }
        match self {
            Self::TurnoverFte => rate!(TurnoverRateFte),
            Self::TurnoverHeadcount => rate!(TurnoverRateHeadcount),
            Self::AgencyFte => rate!(AgencyWorkerRateFte),
            Self::AgencyHeadcount => rate!(AgencyWorkerRateHeadcount),
            Self::AgencyCover => rate!(AgencyCoverRate),
            Self::Vacancy => rate!(VacancyRate),
            Self::VacancyAgencyCover => rate!(VacancyAgencyCoverRate),
            Self::Caseload => rate!(AverageCaseload),
            Self::Absence => rate!(SicknessAbsenceRate, period),
        }
    }

    /// Whether the rate of two counts, all in tenths, rounds to the printed one, halves away from zero: the same as
    /// working it by [`Self::of_counts`], in integers of 64 bits and without a division. None where one of them is too
    /// great for that, or the denominator is 0.
    #[inline]
    pub(super) fn prints_as(self, printed: i64, numerator: i64, other: i64, period: Period) -> Option<bool> {
        // Of these limits no product is above 4 × 10^18.
        const MOST_COUNT: i64 = 1 << 30;
        const MOST_PRINTED: i64 = 1 << 20;
        if numerator.max(other) > MOST_COUNT || printed > MOST_PRINTED {
            return None;
        }
        let whole = if self.is_over_other_alone() { other } else { numerator + other };
        let (parts, denominator) = match self {
            Self::Caseload => (numerator, whole),
            Self::Absence => (100 * numerator, whole * i64::from(working_days_of_year_to(period))),
            _ => (100 * numerator, whole),
        };
        let value = 20 * parts;
        (denominator > 0)
            .then(|| (2 * printed - 1) * denominator <= value && value < (2 * printed + 1) * denominator)
    }

    /// How far a printed count of a column may lie from the true one, in millionths: half a tenth, or nothing for a
    /// whole count.
    pub(super) fn half_of(count: usize) -> i128 {
        if super::cell::is_whole(indicator(count).unit()) { 0 } else { super::cell::TENTH / 2 }
    }
}

/// A count within its quantity's range: what rounding allows beyond the greatest number there can be is none.
fn in_range<Q: Millionths>(micros: i128) -> Q {
    of_micros(micros.clamp(Q::GRAMMAR.min, Q::GRAMMAR.max))
}
