//! Laws of `workforce` and `caseload`: what holds of every rate, snapshot, cohort and team, whatever
//! the counts.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

use childrens_services::{
    AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount, AgreedMaximum,
    AverageCaseload, CaseloadStanding, Cases, Days, Fte, Headcount, NqswCohort, OfferTakeUp, Percent, Period,
    RelativeChange, Reported, SicknessAbsenceRate, Snapshot, SnapshotError, Symbol, Team, Teams,
    TeamsWithinMaximum, TurnoverRateFte, TurnoverRateHeadcount, VacancyAgencyCoverRate, VacancyGapRate,
    VacancyRate,
    chrono::{Datelike, NaiveDate},
    rust_decimal::Decimal,
};
use proptest::{collection::vec, prelude::*, test_runner::FileFailurePersistence};
use std::{
    cmp::Ordering,
    collections::{BTreeSet, hash_map::DefaultHasher},
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// A number as whole millionths.
#[track_caller]
fn millionths(number: Decimal) -> i128 {
    number.mantissa() * 10_i128.pow(6 - number.scale())
}

/// A value after the wire and back.
#[track_caller]
fn over_the_wire<T: serde::Serialize + for<'de> serde::Deserialize<'de>>(value: &T) -> T {
    let json = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// A quantity of so many.
#[track_caller]
fn of<Q: FromStr<Err: fmt::Debug>>(number: impl ToString) -> Q {
    number.to_string().parse().unwrap_or_else(|error| panic!("{}: {error:?}", number.to_string()))
}

/// The reporting year to 30 September.
#[track_caller]
fn year_to(year: u32) -> Period {
    of(format!("year to 30 September {year}"))
}

fn hash_of(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Numerator over denominator (above 0) in millionths, rounded to `dp` places by long division, the digit
/// after the last deciding.
fn long_division(numerator: i128, denominator: i128, dp: u32) -> i128 {
    let (mut digits, mut rest) = (numerator.abs() / denominator, numerator.abs() % denominator);
    for _ in 0..dp {
        digits = 10 * digits + 10 * rest / denominator;
        rest = 10 * rest % denominator;
    }
    let next = 10 * rest / denominator;
    numerator.signum() * (digits + i128::from(next >= 5)) * 10_i128.pow(6 - dp)
}

/// Which of two fractions is greater, by their continued fractions: whole parts first, then the
/// remainders turned over.
fn compare((a, b): (i128, i128), (c, d): (i128, i128)) -> Ordering {
    let rest_of = |a: i128, b: i128| (a % b != 0).then_some((b, a % b));
    (a / b).cmp(&(c / d)).then_with(|| match (rest_of(a, b), rest_of(c, d)) {
        (Some(one), Some(other)) => compare(other, one),
        (one, other) => one.is_some().cmp(&other.is_some()),
    })
}

/// The working days of the year to a period's end: 254 where that year holds a 29 February, its own from
/// that day on or the one of the year before until 27 February, else 253.
fn working_days(period: Period) -> i128 {
    let (year, day) = (period.end().year(), (period.end().month(), period.end().day()));
    let leap = |year| NaiveDate::from_ymd_opt(year, 2, 29).is_some();
    let held = (leap(year) && day >= (2, 29)) || (leap(year - 1) && day < (2, 28));
    if held { 254 } else { 253 }
}

// --- every rate ---------------------------------------------------------------------------------------

/// The laws of every rate: its module, its type and exit; how it is made of three small numbers; and what
/// it is, as numerator over denominator, from its own counts in millionths.
macro_rules! rate_laws {
    ($($module:ident: $type:ident, $exit:ident, |$a:ident, $b:ident, $c:ident| $make:expr, |$rate:ident| $ratio:expr;)+) => { $(
        mod $module {
            use super::*;

            /// Any rate, and as often one of small counts, which meet and make ties.
            fn rates() -> impl Strategy<Value = $type> {
                let small = (0..=32_u32, 0..=32_u32, 0..=32_u32)
                    .prop_filter_map("nothing to take a rate of", |($a, $b, $c)| {
                        let _ = ($a, $b, $c);
                        $make.ok()
                    });
                prop_oneof![any::<$type>(), small]
            }

            /// The rate worked anew from its counts, in its unit.
            #[track_caller]
            fn ratio($rate: $type) -> (i128, i128) {
                $ratio
            }

            proptest! {
                #![proptest_config(config())]

                /// Rounded, the rate is the long division of its counts, halves away from zero.
                #[test]
                fn rounded_by_long_division(rate in rates(), dp in 0..=8_u32) {
                    let (numerator, denominator) = ratio(rate);
                    prop_assert!(denominator > 0);
                    let expected = long_division(numerator, denominator, dp.min(6));
                    prop_assert_eq!(millionths(rate.$exit(dp).value()), expected);
                }

                /// The change between two rates is the long division of their exact difference, and minus the
                /// change back.
                #[test]
                fn change_by_long_division(earlier in rates(), later in rates(), dp in 0..=8_u32) {
                    let ((a, b), (c, d)) = (ratio(earlier), ratio(later));
                    let change = later.change_since_rounded(earlier, dp);
                    prop_assert_eq!(millionths(change.value()), long_division(c * b - a * d, b * d, dp.min(6)));
                    prop_assert_eq!(-change, earlier.change_since_rounded(later, dp));
                }

                /// The relative change is the long division of the difference by the earlier rate; none from 0
                /// and none beyond the range.
                #[test]
                fn relative_change_by_long_division(earlier in rates(), later in rates(), dp in 0..=8_u32) {
                    let ((a, b), (c, d)) = (ratio(earlier), ratio(later));
                    let expected = (a > 0)
                        .then(|| long_division(100 * (c * b - a * d), a * d, dp.min(6)))
                        .filter(|relative| *relative <= millionths(RelativeChange::MAX.value()));
                    let relative = later.relative_change_since_rounded(earlier, dp);
                    prop_assert_eq!(relative.map(|relative| millionths(relative.value())), expected);
                }

                /// The order is that of the exact ratios, and equal rates hash alike.
                #[test]
                fn order_by_continued_fractions(a in rates(), b in rates()) {
                    let expected = compare(ratio(a), ratio(b));
                    prop_assert_eq!(a.cmp(&b), expected);
                    prop_assert_eq!(a.partial_cmp(&b), Some(expected));
                    prop_assert_eq!(a == b, expected.is_eq());
                    prop_assert!(a != b || hash_of(a) == hash_of(b));
                }

                /// Rounding keeps the order: a rate that is not lower never prints lower.
                #[test]
                fn rounding_keeps_the_order(a in rates(), b in rates(), dp in 0..=6_u32) {
                    prop_assert!(a.cmp(&b).is_eq() || a.$exit(dp).cmp(&b.$exit(dp)) != b.cmp(&a));
                }

                /// A rate keeps its very counts on the wire and back.
                #[test]
                fn wire_round_trip(rate in rates()) {
                    let back = over_the_wire(&rate);
                    prop_assert_eq!(back, rate);
                    prop_assert_eq!(format!("{back:?}"), format!("{rate:?}"));
                }
            }
        }
    )+ };
}

rate_laws! {
    turnover_fte: TurnoverRateFte, to_percent_rounded,
        |a, b, c| TurnoverRateFte::new(of(a), of(b)),
        |rate| (100 * millionths(rate.leavers_fte().value()), millionths(rate.inpost_fte().value()));
    turnover_headcount: TurnoverRateHeadcount, to_percent_rounded,
        |a, b, c| TurnoverRateHeadcount::new(a.into(), b.into()),
        |rate| (100 * i128::from(rate.leavers_headcount().count()), rate.inpost_headcount().count().into());
    agency_fte: AgencyWorkerRateFte, to_percent_rounded,
        |a, b, c| AgencyWorkerRateFte::new(of(a), of(b)),
        |rate| {
            let (agency, inpost) = (millionths(rate.agency_fte().value()), millionths(rate.inpost_fte().value()));
            (100 * agency, agency + inpost)
        };
    agency_headcount: AgencyWorkerRateHeadcount, to_percent_rounded,
        |a, b, c| AgencyWorkerRateHeadcount::new(a.into(), b.into()),
        |rate| {
            let (agency, inpost) = (rate.agency_headcount().count(), rate.inpost_headcount().count());
            (100 * i128::from(agency), i128::from(agency) + i128::from(inpost))
        };
    agency_cover: AgencyCoverRate, to_percent_rounded,
        |a, b, c| AgencyCoverRate::new(of(a), of(b)),
        |rate| (100 * millionths(rate.agency_cover_fte().value()), millionths(rate.agency_fte().value()));
    agency_dependence_rate_fte: AgencyDependence, to_percent_rounded,
        |a, b, c| AgencyDependence::new(of(a), of(b), of(c)),
        |rate| {
            let establishment = rate.vacancy_fte().value() + rate.inpost_fte().value();
            (100 * millionths(rate.agency_fte().value()), millionths(establishment))
        };
    vacancy: VacancyRate, to_percent_rounded,
        |a, b, c| VacancyRate::new(of(a), of(b)),
        |rate| {
            let establishment = rate.vacancy_fte().value() + rate.inpost_fte().value();
            (100 * millionths(rate.vacancy_fte().value()), millionths(establishment))
        };
    vacancy_agency_cover: VacancyAgencyCoverRate, to_percent_rounded,
        |a, b, c| VacancyAgencyCoverRate::new(of(a), of(b)),
        |rate| (100 * millionths(rate.agency_cover_fte().value()), millionths(rate.vacancy_fte().value()));
    vacancy_gap_fte: VacancyGapRate, to_percent_rounded,
        |a, b, c| VacancyGapRate::new(of(a), of(b), of(c)),
        |rate| {
            let (vacancies, cover) = (rate.vacancy_fte().value(), rate.agency_cover_fte().value());
            let nobody_fills = if cover > vacancies { Decimal::ZERO } else { vacancies - cover };
            (100 * millionths(nobody_fills), millionths(vacancies + rate.inpost_fte().value()))
        };
    caseload_fte: AverageCaseload, to_caseload_rounded,
        |a, b, c| AverageCaseload::new(a.into(), of(b)),
        |rate| (1_000_000 * i128::from(rate.cases().count()), millionths(rate.case_holders_fte().value()));
    sickness_absence: SicknessAbsenceRate, to_percent_rounded,
        |a, b, c| SicknessAbsenceRate::new(of(a), of(b), year_to(2018 + c % 4)),
        |rate| {
            let could_work = working_days(rate.year_to()) * millionths(rate.inpost_fte().value());
            (100 * millionths(rate.working_days_lost_fte().value()), could_work)
        };
    offer_take_up: OfferTakeUp, to_percent_rounded,
        |a, b, c| OfferTakeUp::new(a.min(b).into(), b.into()),
        |rate| (100 * i128::from(rate.taken_up().count()), rate.eligible().count().into());
    teams_within_maximum: TeamsWithinMaximum, to_percent_rounded,
        |a, b, c| TeamsWithinMaximum::new(a.min(b), b),
        |rate| (100 * i128::from(rate.within()), rate.teams().into());
}

/// The law of rates that are parts of their own whole.
macro_rules! share_laws {
    ($($test:ident: $type:ident($($count:ident),+);)+) => {
        proptest! {
            #![proptest_config(config())]

            $(
                /// Whatever the counts, a share lies from 0% to 100%, however it is rounded, and a change
                /// of it within 100 percentage points.
                #[test]
                fn $test(a in any::<($($count),+)>(), b in any::<$type>(), dp in 0..=6_u32) {
                    let made = share_laws!(make $type a $($count)+);
                    for share in made.into_iter().chain([b]) {
                        prop_assert!((Percent::ZERO..=Percent::HUNDRED).contains(&share.to_percent_rounded(dp)));
                        prop_assert!(share.change_since_rounded(b, dp).value().abs() <= Decimal::ONE_HUNDRED);
                    }
                }
            )+
        }
    };
    (make $type:ident $counts:ident $a:ident $b:ident) => { $type::new($counts.0, $counts.1) };
    (make $type:ident $counts:ident $a:ident $b:ident $c:ident) => { $type::new($counts.0, $counts.1, $counts.2) };
}

share_laws! {
    vacancy_rate_is_a_share: VacancyRate(Fte, Fte);
    agency_rate_fte_is_a_share: AgencyWorkerRateFte(Fte, Fte);
    agency_rate_headcount_is_a_share: AgencyWorkerRateHeadcount(Headcount, Headcount);
    vacancy_gap_rate_is_a_share: VacancyGapRate(Fte, Fte, Fte);
    offer_take_up_is_a_share: OfferTakeUp(Headcount, Headcount);
    teams_within_maximum_is_a_share: TeamsWithinMaximum(u32, u32);
}

proptest! {
    #![proptest_config(config())]

    /// A rate is refused exactly where its whole is 0, or where a part exceeds its whole.
    #[test]
    fn refused_without_a_whole(
        (a, b, c) in any::<(Fte, Fte, Fte)>(),
        (d, e) in any::<(Headcount, Headcount)>(),
        (days, cases) in any::<(Days, Cases)>(),
        period in any::<Period>(),
    ) {
        let none = Fte::ZERO;
        prop_assert_eq!(TurnoverRateFte::new(a, b).is_err(), b == none);
        prop_assert_eq!(TurnoverRateHeadcount::new(d, e).is_err(), e == Headcount::ZERO);
        prop_assert_eq!(AgencyWorkerRateFte::new(a, b).is_err(), a == none && b == none);
        prop_assert_eq!(AgencyWorkerRateHeadcount::new(d, e).is_err(), d == Headcount::ZERO && e == Headcount::ZERO);
        prop_assert_eq!(AgencyCoverRate::new(a, b).is_err(), b == none);
        prop_assert_eq!(AgencyDependence::new(a, b, c).is_err(), b == none && c == none);
        prop_assert_eq!(VacancyRate::new(a, b).is_err(), a == none && b == none);
        prop_assert_eq!(VacancyAgencyCoverRate::new(a, b).is_err(), b == none);
        prop_assert_eq!(VacancyGapRate::new(a, b, c).is_err(), a == none && c == none);
        prop_assert_eq!(AverageCaseload::new(cases, a).is_err(), a == none);
        prop_assert_eq!(SicknessAbsenceRate::new(days, a, period).is_err(), a == none);
        prop_assert_eq!(OfferTakeUp::new(d, e).is_err(), e == Headcount::ZERO || d > e);
        prop_assert_eq!(
            TeamsWithinMaximum::new(d.count(), e.count()).is_err(),
            e == Headcount::ZERO || d > e,
        );
    }
}

// --- snapshots ----------------------------------------------------------------------------------------

/// The same expression for each count of a snapshot.
macro_rules! for_each_count {
    ($($count:ident, $with:ident: $type:ident;)+) => {
        /// The counts of a snapshot moved to another period and none above its most.
        fn capped(snapshot: &Snapshot, period: Period, most: u32) -> Snapshot {
            Snapshot::new(period)$(.$with(match snapshot.$count() {
                Reported::Known(count) => Reported::Known(count.min(of::<$type>(most))),
                other => other,
            }))+
        }

        /// Each count by its name: its value in the unit, the symbol that hides it, or neither.
        fn counts(snapshot: &Snapshot) -> Vec<(&'static str, Option<Decimal>, Option<Symbol>)> {
            vec![$({
                let count = snapshot.$count();
                let symbol = match count {
                    Reported::Withheld(symbol) => Some(symbol),
                    _ => None,
                };
                (stringify!($count), count.known().map($type::value), symbol)
            },)+]
        }
    };
}

for_each_count! {
    inpost_fte, with_inpost_fte: Fte;
    inpost_headcount, with_inpost_headcount: Headcount;
    starters_fte, with_starters_fte: Fte;
    starters_headcount, with_starters_headcount: Headcount;
    leavers_fte, with_leavers_fte: Fte;
    leavers_headcount, with_leavers_headcount: Headcount;
    agency_fte, with_agency_fte: Fte;
    agency_headcount, with_agency_headcount: Headcount;
    agency_cover_fte, with_agency_cover_fte: Fte;
    vacancy_fte, with_vacancy_fte: Fte;
    case_holders_fte, with_case_holders_fte: Fte;
    cases, with_cases: Cases;
    working_days_lost_fte, with_working_days_lost_fte: Days;
}

/// So many snapshots of one period, whose counts always add up.
fn region(size: usize) -> impl Strategy<Value = Vec<Snapshot>> {
    (any::<Period>(), vec((any::<Snapshot>(), 1..=1_000_u32), size)).prop_map(|(period, snapshots)| {
        snapshots.iter().map(|(snapshot, most)| capped(snapshot, period, *most)).collect()
    })
}

/// Three snapshots of one period of which only the vacancies are known, withheld or missing, and may be as
/// many as there can be.
fn large() -> impl Strategy<Value = [Snapshot; 3]> {
    let vacancies =
        prop_oneof![any::<Reported<Fte>>(), Just(Reported::NotReported), Just(Reported::Known(Fte::MAX))];
    (any::<Period>(), [vacancies.clone(), vacancies.clone(), vacancies])
        .prop_map(|(period, vacancies)| vacancies.map(|count| Snapshot::new(period).with_vacancy_fte(count)))
}

proptest! {
    #![proptest_config(config())]

    /// Of two snapshots it does not matter which comes first, nor whether they can be added at all.
    #[test]
    fn adding_is_commutative(a in any::<Snapshot>(), b in any::<Snapshot>()) {
        let moved = capped(&b, a.period(), u32::try_from(Fte::MAX.value()).unwrap());
        prop_assert_eq!((a + moved).ok(), (moved + a).ok());
        prop_assert_eq!((a + b).is_ok(), (b + a).is_ok());
        prop_assert!(a.period() == b.period() || (a + b).is_err());
    }

    /// Of three snapshots it does not matter how they are grouped.
    #[test]
    fn adding_is_associative(parts in region(3)) {
        let (a, b, c) = (parts[0], parts[1], parts[2]);
        let left = (a + b).and_then(|ab| ab + c);
        let right = (b + c).and_then(|bc| a + bc);
        prop_assert!(left.is_ok());
        prop_assert_eq!(left, right);
    }

    /// Where a sum may be too large, groupings that are not refused give the same; and where all counts
    /// are known, all groupings are refused or none. (A count that one part lacks is lacking in the sum,
    /// however large the others: a grouping that meets it first need not add those.)
    #[test]
    fn adding_is_associative_up_to_the_limits([a, b, c] in large()) {
        let left = (a + b).and_then(|ab| ab + c).ok();
        let right = (b + c).and_then(|bc| a + bc).ok();
        let all_known = [a, b, c].iter().all(|part| part.vacancy_fte().known().is_some());
        prop_assert!(left == right || (!all_known && (left.is_none() || right.is_none())));
    }

    /// The sum of snapshots is theirs added one by one, in whatever order; of none there is no sum.
    #[test]
    fn sum_is_the_fold((parts, shuffled) in (0..6_usize).prop_flat_map(region).prop_flat_map(|parts| (Just(parts.clone()), Just(parts).prop_shuffle()))) {
        let sum = parts.iter().copied().sum::<Result<Snapshot, SnapshotError>>();
        let folded = parts.iter().copied().map(Ok).reduce(|sum, part| sum.and_then(|sum| sum + part.unwrap()));
        prop_assert_eq!(sum.clone().ok(), folded.and_then(Result::ok));
        prop_assert_eq!(sum.is_ok(), !parts.is_empty());
        prop_assert_eq!(sum, shuffled.into_iter().sum::<Result<Snapshot, SnapshotError>>());
    }

    /// A count of the sum is the sum of the counts where all are known, those not applicable left away; not
    /// reported where one is not; else withheld with a symbol of one of them. What is withheld is never
    /// taken as 0, and what is low is no longer low together with more.
    #[test]
    fn sum_lacks_what_a_part_lacks(parts in region(3)) {
        let sum = parts.iter().copied().sum::<Result<Snapshot, SnapshotError>>().unwrap();
        let of_parts: Vec<_> = parts.iter().map(counts).collect();
        for (index, (name, known, symbol)) in counts(&sum).into_iter().enumerate() {
            let all: Vec<_> = of_parts.iter().map(|counts| counts[index]).collect();
            let missing = all.iter().any(|(_, known, symbol)| known.is_none() && symbol.is_none());
            let applicable: Vec<_> =
                all.into_iter().filter(|(_, _, symbol)| *symbol != Some(Symbol::NotApplicable)).collect();
            if applicable.is_empty() {
                prop_assert_eq!(symbol, Some(Symbol::NotApplicable), "{}", name);
                continue;
            }
            let symbols: Vec<_> = applicable.iter().filter_map(|(_, _, symbol)| *symbol).collect();
            let total = applicable.iter().map(|(_, known, _)| *known).sum::<Option<Decimal>>();
            prop_assert_eq!(known, total, "{}", name);
            prop_assert_eq!(symbol.is_some(), !missing && !symbols.is_empty(), "{}", name);
            let together = applicable.len() > 1;
            prop_assert!(
                symbol.is_none_or(|symbol| {
                    let of_low = symbol == Symbol::NotAvailable && symbols.contains(&Symbol::Low);
                    (symbols.contains(&symbol) && !(together && symbol == Symbol::Low)) || (together && of_low)
                }),
                "{name}"
            );
        }
    }

    /// A snapshot is the same after the wire: what is withheld stays so, what is missing too.
    #[test]
    fn snapshot_round_trip(snapshot in any::<Snapshot>()) {
        prop_assert_eq!(over_the_wire(&snapshot), snapshot);
    }

    /// The vacancies, covered or not, are the gap and the cover together, unless the cover exceeds them; the
    /// establishment is vacancies and staff in post.
    #[test]
    fn gap_and_establishment(snapshot in any::<Snapshot>()) {
        let (vacancies, cover) = (snapshot.vacancy_fte().known(), snapshot.agency_cover_fte().known());
        let expected = vacancies.zip(cover).map(|(vacancies, cover)| vacancies.max(cover));
        let gap = snapshot.vacancy_gap_fte().ok();
        prop_assert_eq!(gap.zip(cover).map(|(gap, cover)| gap.value() + cover.value()), expected.map(Fte::value));
        let parts = vacancies.zip(snapshot.inpost_fte().known());
        let whole = parts.map(|(vacancies, inpost)| vacancies.value() + inpost.value());
        let within = whole.filter(|whole| *whole <= Fte::MAX.value());
        prop_assert_eq!(snapshot.establishment_fte().ok().map(Fte::value), within);
    }
}

/// The laws of each rate of a snapshot.
macro_rules! snapshot_rate_laws {
    ($($rate:ident: $($count:ident)+;)+) => {
        proptest! {
            #![proptest_config(config())]

            /// A rate of a sum lies between the rates of its parts, both ends included.
            #[test]
            fn merged_rate_lies_between(parts in region(2)) {
                let (a, b) = (parts[0], parts[1]);
                let sum = (a + b).unwrap();
                $(
                    if let (Ok(one), Ok(other), Ok(both)) = (a.$rate(), b.$rate(), sum.$rate()) {
                        let between = one.min(other)..=one.max(other);
                        prop_assert!(between.contains(&both), "{}: {:?} not in {:?}", stringify!($rate), both, between);
                    }
                )+
            }

            /// A rate is never made of a count that is missing or withheld, and where every count that it needs
            /// is known and above 0 it is made.
            #[test]
            fn rate_needs_its_counts(snapshot in any::<Snapshot>()) {
                let counts = counts(&snapshot);
                let known = |name| counts.iter().find(|count| count.0 == name).and_then(|count| count.1);
                $(
                    let needed = [$(known(stringify!($count))),+];
                    let rate = snapshot.$rate();
                    prop_assert!(rate.is_err() || needed.iter().all(Option::is_some), "{:?}", rate);
                    let above_zero = |count: &Option<Decimal>| count.is_some_and(|count| count > Decimal::ZERO);
                    prop_assert!(rate.is_ok() || !needed.iter().all(above_zero), "{:?}", rate);
                )+
            }
        }
    };
}

snapshot_rate_laws! {
    turnover_rate_fte: leavers_fte inpost_fte;
    turnover_rate_headcount: leavers_headcount inpost_headcount;
    agency_rate_fte: agency_fte inpost_fte;
    agency_rate_headcount: agency_headcount inpost_headcount;
    agency_cover_rate_fte: agency_cover_fte agency_fte;
    vacancy_rate_fte: vacancy_fte inpost_fte;
    vacancy_agency_cover_rate_fte: agency_cover_fte vacancy_fte;
    caseload_fte: cases case_holders_fte;
    vacancy_gap_rate_fte: vacancy_fte agency_cover_fte inpost_fte;
    agency_dependence_rate_fte: agency_fte vacancy_fte inpost_fte;
    absence_rate_fte: working_days_lost_fte inpost_fte;
}

// --- cohorts ------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(config())]

    /// Those in progress, completed and withdrawn are the intake.
    #[test]
    fn cohort_parts_are_the_intake(cohort in any::<NqswCohort>()) {
        let parts = [cohort.in_progress(), cohort.completed(), cohort.withdrawn()];
        prop_assert_eq!(parts.iter().map(|part| part.value()).sum::<Decimal>(), cohort.intake().value());
        prop_assert_eq!(over_the_wire(&cohort), cohort);
    }

    /// A cohort is refused exactly where more completed and withdrew than began.
    #[test]
    fn cohort_of_any_counts(
        period in any::<Period>(),
        counts in prop_oneof![any::<[Headcount; 3]>(), [0..=6_u32, 0..=3, 0..=3].prop_map(|counts| counts.map(Headcount::new))],
    ) {
        let [intake, completed, withdrawn] = counts;
        let left = completed.value() + withdrawn.value();
        let cohort = NqswCohort::new(period, intake, completed, withdrawn);
        prop_assert_eq!(cohort.is_ok(), left <= intake.value());
        prop_assert!(cohort.is_err() || cohort.is_ok_and(|cohort| cohort.in_progress().value() == intake.value() - left));
    }
}

// --- teams --------------------------------------------------------------------------------------------

/// A team with its groups of case holders and what each was agreed at the most; half of the teams hold
/// about as many cases as they can.
fn teams_of_groups() -> impl Strategy<Value = (Team, Vec<(Fte, AgreedMaximum)>)> {
    let tenths = |tenths: i64| of::<Fte>(Decimal::new(tenths, 1));
    let groups = vec((0..=60_i64, any::<AgreedMaximum>()), 0..4);
    let cases = prop_oneof![(0..=400_u32).prop_map(Ok), (0..=2_u32).prop_map(Err)];
    (any::<AgreedMaximum>(), cases, 0..=200_i64, groups).prop_map(move |(maximum, cases, others, groups)| {
        let reduced: Vec<_> = groups.iter().map(|group| (tenths(group.0), group.1.min(maximum))).collect();
        let all: Vec<_> = reduced.iter().copied().chain([(tenths(others), maximum)]).collect();
        let can_hold = all.iter().map(|group| group.0.value() * group.1.caseload().value()).sum::<Decimal>();
        let cases = cases.unwrap_or_else(|off| {
            u32::try_from(can_hold.trunc()).unwrap().saturating_add(off).saturating_sub(1)
        });
        let holders = of(all.iter().map(|group| group.0.value()).sum::<Decimal>());
        let team = Team::new("North", "Assessment", maximum, Cases::new(cases), holders).unwrap();
        let team =
            reduced.iter().fold(team, |team, group| team.with_newly_qualified(group.0, group.1).unwrap());
        (team, all)
    })
}

/// Teams with case holders, each with an average.
fn staffed() -> impl Strategy<Value = Teams> {
    any::<Teams>().prop_map(|teams| {
        let staffed = teams.as_slice().iter().filter(|team| team.case_holders() > Fte::ZERO);
        Teams::new(staffed.cloned()).unwrap()
    })
}

proptest! {
    #![proptest_config(config())]

    /// The capacity of a team is what each group of its case holders can hold, added up.
    #[test]
    fn capacity_by_groups((team, groups) in teams_of_groups()) {
        let hold = |group: &(Fte, AgreedMaximum)| group.0.value() * group.1.caseload().value();
        prop_assert_eq!(team.capacity(), groups.iter().map(hold).sum::<Decimal>());
        let newly_qualified = groups[..groups.len() - 1].iter().map(|group| group.0.value()).sum::<Decimal>();
        prop_assert_eq!(team.newly_qualified_fte().value(), newly_qualified);
    }

    /// A team with case holders is within its maximum exactly when its cases do not exceed its capacity;
    /// headroom and excess are the difference of the two.
    #[test]
    fn standing_by_capacity(team in prop_oneof![any::<Team>(), teams_of_groups().prop_map(|both| both.0)]) {
        let (cases, capacity) = (team.cases().value(), team.capacity());
        let expected = match (team.case_holders() == Fte::ZERO, cases <= capacity) {
            (true, _) => CaseloadStanding::NoCaseHolders,
            (_, true) => CaseloadStanding::Within { headroom: capacity - cases },
            (_, false) => CaseloadStanding::Above { excess: cases - capacity },
        };
        prop_assert_eq!(team.standing(), expected);
        prop_assert_eq!(team.is_within_maximum(), team.case_holders() > Fte::ZERO && cases <= capacity);
        prop_assert_eq!(team.average().is_ok(), team.case_holders() > Fte::ZERO);
    }

    /// Without newly qualified workers a team is within its maximum exactly when its average is.
    #[test]
    fn standing_by_average(maximum in any::<AgreedMaximum>(), cases in 0..=400_u32, tenths in 1..=200_i64) {
        let holders = of(Decimal::new(tenths, 1));
        let team = Team::new("North", "Assessment", maximum, Cases::new(cases), holders).unwrap();
        let average = i128::from(cases) * 10_000_000;
        let most = i128::from(tenths) * millionths(maximum.caseload().value());
        prop_assert_eq!(team.is_within_maximum(), average <= most);
    }

    /// More newly qualified workers than case holders are refused, and a maximum above the team's.
    #[test]
    fn newly_qualified_are_among_the_case_holders(team in any::<Team>(), tenths in 0..=300_i64, maximum in any::<AgreedMaximum>()) {
        let more: Fte = of(Decimal::new(tenths, 1));
        let fits = team.newly_qualified_fte().value() + more.value() <= team.case_holders().value();
        let lower = maximum <= team.agreed_maximum();
        prop_assert_eq!(team.with_newly_qualified(more, maximum).is_ok(), fits && lower);
    }

    /// A team, and teams together, are the same after the wire.
    #[test]
    fn teams_round_trip(team in any::<Team>(), (grouped, _) in teams_of_groups(), teams in any::<Teams>()) {
        prop_assert_eq!(over_the_wire(&team), team);
        prop_assert_eq!(over_the_wire(&grouped), grouped);
        prop_assert_eq!(over_the_wire(&teams), teams);
    }

    /// In whatever order teams come, as many are within their maximum, the same ones are above it, and the
    /// caseload overall is the same.
    #[test]
    fn order_of_teams_is_irrelevant(
        (teams, shuffled) in any::<Teams>().prop_flat_map(|teams| {
            let shuffled = Just(Vec::from(teams.clone())).prop_shuffle();
            (Just(teams), shuffled.prop_map(|teams| Teams::new(teams).unwrap()))
        }),
    ) {
        let above = |teams: &Teams| {
            let names = teams.above_maximum().map(|(team, excess)| (team.service().to_owned(), team.name().to_owned(), excess));
            names.collect::<BTreeSet<_>>()
        };
        let within = |teams: &Teams| teams.within_maximum().map(|rate| (rate.within(), rate.teams()));
        let overall = |teams: &Teams| teams.overall().map(|rate| (rate.cases(), rate.case_holders_fte()));
        prop_assert_eq!(within(&teams), within(&shuffled));
        prop_assert_eq!(above(&teams), above(&shuffled));
        prop_assert_eq!(overall(&teams), overall(&shuffled));
    }

    /// Each team is within its maximum, above it, or without case holders.
    #[test]
    fn each_team_stands_somewhere(teams in any::<Teams>()) {
        let nobody = teams.as_slice().iter().filter(|team| team.case_holders() == Fte::ZERO).count();
        let within = teams.within_maximum().map_or(0, |rate| rate.within());
        prop_assert_eq!(nobody + teams.above_maximum().count() + usize::try_from(within).unwrap(), teams.as_slice().len());
        prop_assert_eq!(teams.within_maximum().is_err(), teams.as_slice().is_empty());
        prop_assert!(teams.above_maximum().all(|(team, excess)| team.capacity() + excess == team.cases().value()));
    }

    /// Of teams with case holders the caseload overall lies between the lowest and the highest average.
    #[test]
    fn overall_lies_between(teams in staffed()) {
        let averages: Vec<_> = teams.as_slice().iter().map(|team| team.average().unwrap()).collect();
        let (least, most) = (averages.iter().min(), averages.iter().max());
        match teams.overall() {
            Ok(overall) => prop_assert!(least <= Some(&overall) && Some(&overall) <= most),
            Err(_) => prop_assert!(averages.is_empty()),
        }
    }

    /// Two teams of one name in one service are refused.
    #[test]
    fn one_name_once(teams in any::<Teams>(), team in any::<Team>()) {
        let name = |team: &Team| (team.service().to_owned(), team.name().to_owned());
        let there = teams.as_slice().iter().any(|other| name(other) == name(&team));
        let mut more = Vec::from(teams);
        more.push(team.clone());
        prop_assert_eq!(Teams::new(more.clone()).is_err(), there);
        more.insert(0, team);
        prop_assert!(Teams::new(more).is_err());
    }
}
