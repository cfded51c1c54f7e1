//! Counts, snapshots of them, the table of formulas as the specification has it, and exact arithmetic of the
//! tests' own.

use childrens_services::{
    Cases, Days, Fte, Headcount, Indicator, Period, Reported, Snapshot, Symbol,
    chrono::{Datelike, NaiveDate},
    kpi::catalogue::*,
    rust_decimal::Decimal,
    workforce::Count::{self, *},
};
use proptest::{collection::vec, prelude::*};
use std::{cmp::Ordering, fmt, str::FromStr};

pub const MILLION: i128 = 1_000_000;

/// A number as whole millionths.
#[track_caller]
pub fn millionths(number: Decimal) -> i128 {
    number.mantissa() * 10_i128.pow(6 - number.scale())
}

/// A quantity of so many.
#[track_caller]
pub fn of<Q: FromStr<Err: fmt::Debug>>(number: impl ToString) -> Q {
    number.to_string().parse().unwrap_or_else(|error| panic!("{}: {error:?}", number.to_string()))
}

/// A numerator over a denominator above 0.
pub type Fraction = (i128, i128);

/// A fraction in millionths, rounded to `dp` places (at most six) by long division, the digit after the last
/// deciding; none where that is too large.
pub fn long_division((numerator, denominator): Fraction, dp: u32) -> Option<i128> {
    let dp = dp.min(6);
    let (mut digits, mut rest) = (numerator.abs() / denominator, numerator.abs() % denominator);
    for _ in 0..dp {
        digits = digits.checked_mul(10)?.checked_add(10 * rest / denominator)?;
        rest = 10 * rest % denominator;
    }
    let next = 10 * rest / denominator;
    (numerator.signum() * (digits + i128::from(next >= 5))).checked_mul(10_i128.pow(6 - dp))
}

/// Which of two fractions is greater, by their continued fractions: whole parts first, then the
/// remainders turned over.
pub fn compare((a, b): Fraction, (c, d): Fraction) -> Ordering {
    let rest_of = |a: i128, b: i128| (a.rem_euclid(b) != 0).then_some((b, a.rem_euclid(b)));
    a.div_euclid(b).cmp(&c.div_euclid(d)).then_with(|| match (rest_of(a, b), rest_of(c, d)) {
        (Some(one), Some(other)) => compare(other, one),
        (one, other) => one.is_some().cmp(&other.is_some()),
    })
}

/// The working days of the year to a period's end: 254 where that year holds a 29 February, its own from
/// that day on or the one of the year before until 27 February, else 253.
pub fn working_days(period: Period) -> i128 {
    let (year, day) = (period.end().year(), (period.end().month(), period.end().day()));
    let leap = |year| NaiveDate::from_ymd_opt(year, 2, 29).is_some();
    let held = (leap(year) && day >= (2, 29)) || (leap(year - 1) && day < (2, 28));
    if held { 254 } else { 253 }
}

// --- the formulas -------------------------------------------------------------------------------------

/// Numerator and denominator of counts in millionths, and what the quotient is multiplied with.
type Worked = fn(&dyn Fn(Count) -> i128, Period) -> (i128, i128, i128);

/// A rate of counts as the specification has it.
pub struct Formula {
    pub indicator: &'static Indicator,
    /// What must be known, in the order in which it is asked for.
    pub needs: &'static [Count],
    /// Of these at least one must be above 0.
    pub denominator: &'static [Count],
    pub definition: &'static str,
    worked: Worked,
}

impl Formula {
    /// Numerator and denominator without a multiplier.
    pub fn quotient(&self, of: &dyn Fn(Count) -> i128, period: Period) -> Fraction {
        let (numerator, denominator, _) = (self.worked)(of, period);
        (numerator, denominator)
    }

    /// The rate in its unit.
    pub fn ratio(&self, of: &dyn Fn(Count) -> i128, period: Period) -> Fraction {
        let (numerator, denominator, multiplier) = (self.worked)(of, period);
        (multiplier * numerator, denominator)
    }
}

/// Where L are leavers, P staff in post, G agency workers, K those of them who cover vacancies, V vacancies,
/// C cases, H case holders and W working days lost.
pub static FORMULAS: [Formula; 11] = [
    Formula {
        indicator: &TURNOVER_RATE_FTE,
        needs: &[LeaversFte, InpostFte],
        denominator: &[InpostFte],
        definition: "leavers (FTE) / in post (FTE)",
        worked: |of, _| (of(LeaversFte), of(InpostFte), 100),
    },
    Formula {
        indicator: &TURNOVER_RATE_HEADCOUNT,
        needs: &[LeaversHeadcount, InpostHeadcount],
        denominator: &[InpostHeadcount],
        definition: "leavers (headcount) / in post (headcount)",
        worked: |of, _| (of(LeaversHeadcount), of(InpostHeadcount), 100),
    },
    Formula {
        indicator: &AGENCY_RATE_FTE,
        needs: &[AgencyFte, InpostFte],
        denominator: &[AgencyFte, InpostFte],
        definition: "agency workers (FTE) / (agency workers (FTE) + in post (FTE))",
        worked: |of, _| (of(AgencyFte), of(AgencyFte) + of(InpostFte), 100),
    },
    Formula {
        indicator: &AGENCY_RATE_HEADCOUNT,
        needs: &[AgencyHeadcount, InpostHeadcount],
        denominator: &[AgencyHeadcount, InpostHeadcount],
        definition: "agency workers (headcount) / (agency workers (headcount) + in post (headcount))",
        worked: |of, _| (of(AgencyHeadcount), of(AgencyHeadcount) + of(InpostHeadcount), 100),
    },
    Formula {
        indicator: &AGENCY_COVER_RATE_FTE,
        needs: &[AgencyCoverFte, AgencyFte],
        denominator: &[AgencyFte],
        definition: "agency workers covering vacancies (FTE) / agency workers (FTE)",
        worked: |of, _| (of(AgencyCoverFte), of(AgencyFte), 100),
    },
    Formula {
        indicator: &VACANCY_RATE_FTE,
        needs: &[VacancyFte, InpostFte],
        denominator: &[VacancyFte, InpostFte],
        definition: "vacancies (FTE) / (vacancies (FTE) + in post (FTE))",
        worked: |of, _| (of(VacancyFte), of(VacancyFte) + of(InpostFte), 100),
    },
    Formula {
        indicator: &VACANCY_AGENCY_COVER_RATE_FTE,
        needs: &[AgencyCoverFte, VacancyFte],
        denominator: &[VacancyFte],
        definition: "agency workers covering vacancies (FTE) / vacancies (FTE)",
        worked: |of, _| (of(AgencyCoverFte), of(VacancyFte), 100),
    },
    Formula {
        indicator: &CASELOAD_FTE,
        needs: &[Cases, CaseHoldersFte],
        denominator: &[CaseHoldersFte],
        definition: "cases / case holders (FTE)",
        worked: |of, _| (of(Cases), of(CaseHoldersFte), 1),
    },
    Formula {
        indicator: &ABSENCE_RATE_FTE,
        needs: &[WorkingDaysLostFte, InpostFte],
        denominator: &[InpostFte],
        definition: "working days lost / \
                     (in post (FTE) × working days of the year: 253, or 254 with a 29 February)",
        worked: |of, year_to| (of(WorkingDaysLostFte), of(InpostFte) * working_days(year_to), 100),
    },
    Formula {
        indicator: &UNCOVERED_VACANCY_RATE_FTE,
        needs: &[VacancyFte, AgencyCoverFte, InpostFte],
        denominator: &[VacancyFte, InpostFte],
        definition: "(vacancies (FTE) - agency workers covering vacancies (FTE), never below 0) / \
                     (vacancies (FTE) + in post (FTE))",
        worked: |of, _| {
            let nobody_fills = (of(VacancyFte) - of(AgencyCoverFte)).max(0);
            (nobody_fills, of(VacancyFte) + of(InpostFte), 100)
        },
    },
    Formula {
        indicator: &AGENCY_DEPENDENCE_RATE_FTE,
        needs: &[AgencyFte, VacancyFte, InpostFte],
        denominator: &[VacancyFte, InpostFte],
        definition: "agency workers (FTE) / (vacancies (FTE) + in post (FTE))",
        worked: |of, _| (of(AgencyFte), of(VacancyFte) + of(InpostFte), 100),
    },
];

/// The formula of a rate.
#[track_caller]
pub fn formula(indicator: &Indicator) -> &'static Formula {
    FORMULAS.iter().find(|formula| formula.indicator == indicator).unwrap()
}

// --- snapshots ----------------------------------------------------------------------------------------

/// A count that a snapshot holds: its value, the symbol that hides it, or neither.
pub type Held = (Count, Option<Decimal>, Option<Symbol>);

/// The same expressions for each count of a snapshot.
macro_rules! for_each_count {
    ($($field:ident, $count:ident: $type:ident;)+) => {
        /// The counts of a snapshot moved to another period and none above its most.
        pub fn capped(snapshot: &Snapshot, period: Period, most: u32) -> Snapshot {
            Snapshot {
                period,
                $($field: snapshot.$field.map(|count| match count {
                    Reported::Known(count) => Reported::Known(count.min(of::<$type>(most))),
                    other => other,
                }),)+
            }
        }

        /// Each count, field by field.
        pub fn counts(snapshot: &Snapshot) -> Vec<Held> {
            vec![$((
                Count::$count,
                snapshot.$field.and_then(Reported::known).map($type::value),
                snapshot.$field.and_then(|count| count.symbol()),
            ),)+]
        }

        /// Snapshots of which every count is known: few as often as not, which meet and make ties, else none,
        /// the most that there can be, or anything.
        pub fn known_snapshots() -> impl Strategy<Value = Snapshot> {
            (any::<Period>(), vec((0..8_u8, any::<u32>()), 13)).prop_map(|(period, drawn)| {
                let mut drawn = drawn.into_iter();
                Snapshot {
                    period,
                    $($field: {
                        let (kind, number) = drawn.next().unwrap();
                        let most = $type::MAX.value();
                        let text = match kind {
                            0 => "0".to_owned(),
                            1 => most.to_string(),
                            2 => format!("{}.{:06}", number % 900_000, number % 999_983),
                            3..=5 => (number % 33).to_string(),
                            // Tenths where there are such.
                            _ => format!("{}.{}", number % 500, number % 10),
                        };
                        let whole = || text.split('.').next().unwrap_or(&text).to_owned();
                        Some(Reported::Known(text.parse::<$type>().unwrap_or_else(|_| of(whole()))))
                    },)+
                }
            })
        }
    };
}

for_each_count! {
    inpost_fte, InpostFte: Fte;
    inpost_headcount, InpostHeadcount: Headcount;
    starters_fte, StartersFte: Fte;
    starters_headcount, StartersHeadcount: Headcount;
    leavers_fte, LeaversFte: Fte;
    leavers_headcount, LeaversHeadcount: Headcount;
    agency_fte, AgencyFte: Fte;
    agency_headcount, AgencyHeadcount: Headcount;
    agency_cover_fte, AgencyCoverFte: Fte;
    vacancy_fte, VacancyFte: Fte;
    case_holders_fte, CaseHoldersFte: Fte;
    cases, Cases: Cases;
    working_days_lost_fte, WorkingDaysLostFte: Days;
}

/// A count of a snapshot.
pub fn held(snapshot: &Snapshot, count: Count) -> Held {
    counts(snapshot).into_iter().find(|held| held.0 == count).unwrap()
}

/// The known counts of a snapshot in millionths; what is not known is 0.
pub fn of_snapshot(snapshot: &Snapshot) -> impl Fn(Count) -> i128 {
    let counts = counts(snapshot);
    move |count| counts.iter().find(|held| held.0 == count).unwrap().1.map_or(0, millionths)
}

/// So many snapshots of one period, whose counts always add up.
pub fn region(size: usize) -> impl Strategy<Value = Vec<Snapshot>> {
    (any::<Period>(), vec((any::<Snapshot>(), 1..=1_000_u32), size)).prop_map(|(period, snapshots)| {
        snapshots.iter().map(|(snapshot, most)| capped(snapshot, period, *most)).collect()
    })
}
