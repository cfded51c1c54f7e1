//! What the types cost: each calculation beside the same arithmetic written by hand on bare decimals.
//!
//! `cargo bench --bench calculations` prints the time of both sides and their ratio, from interleaved batches.
//! Every side works on the nine reporting years of West Sussex in turn, from counts that are already
//! read to a result rounded once, halves away from zero; that both give the same is asserted first.

use childrens_services::{
    Cases, Change, Days, Figure, Fte, Headcount, Percent, Period, Rate, Reported, Snapshot, Verdict,
    kpi::catalogue,
    rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero},
};
use rust_decimal_macros::dec;
use std::{hint::black_box, sync::LazyLock};

mod support;

/// One year of West Sussex as this crate holds it. Source: Department for Education, "Children's
/// social work workforce", reporting year 2025. Open Government Licence v3.0.
struct Typed {
    year: Period,
    next_year: Period,
    leavers_heads: Headcount,
    inpost_heads: Headcount,
    snapshot: Snapshot,
    /// The vacancy rates of the year before and of this, as printed and from their counts.
    printed: (Figure, Figure),
    rates: (Rate, Rate),
}

/// The same year as somebody holds it who writes the arithmetic by hand.
struct Bare {
    inpost: Decimal,
    inpost_heads: Decimal,
    leavers: Decimal,
    leavers_heads: Decimal,
    agency: Decimal,
    agency_heads: Decimal,
    cover: Decimal,
    vacancies: Decimal,
    holders: Decimal,
    cases: Decimal,
    lost: Decimal,
    days: Decimal,
    printed: (Decimal, Decimal),
    before: (Decimal, Decimal),
}

#[rustfmt::skip]
const COUNTS: [[Decimal; 11]; 9] = [
    [dec!(403.4), dec!(445), dec!(55.6), dec!(61), dec!(60.8), dec!(62), dec!(60.8), dec!(66.5), dec!(243.4), dec!(3904), dec!(2968)],
    [dec!(433.4), dec!(469), dec!(70.8), dec!(74), dec!(57.6), dec!(58), dec!(44.6), dec!(44.6), dec!(228.2), dec!(3802), dec!(2751)],
    [dec!(494.5), dec!(536), dec!(49.5), dec!(54), dec!(75.9), dec!(78), dec!(75.9), dec!(56.3), dec!(225), dec!(3770), dec!(3005)],
    [dec!(503.1), dec!(549), dec!(48.6), dec!(52), dec!(95.2), dec!(96), dec!(91.2), dec!(56.2), dec!(305.4), dec!(4582), dec!(1741)],
    [dec!(480), dec!(525), dec!(70.3), dec!(79), dec!(71.2), dec!(72), dec!(50.4), dec!(50.4), dec!(279.1), dec!(4514), dec!(4483)],
    [dec!(458.1), dec!(507), dec!(74), dec!(84), dec!(83.1), dec!(86), dec!(83.1), dec!(89), dec!(225.5), dec!(3671), dec!(6980)],
    [dec!(476), dec!(516), dec!(73.6), dec!(79), dec!(24.5), dec!(26), dec!(24.5), dec!(24.5), dec!(217.6), dec!(3460), dec!(6604)],
    [dec!(489.4), dec!(528), dec!(45.4), dec!(51), dec!(27), dec!(27), dec!(27), dec!(27), dec!(213.5), dec!(3088), dec!(5256.3)],
    [dec!(504), dec!(545), dec!(47.8), dec!(50), dec!(10.8), dec!(11), dec!(10.8), dec!(10.8), dec!(224.9), dec!(3434), dec!(5795.1)],
];

/// The vacancy rates of the same years as printed. The year before the first is taken to be the last.
const PRINTED: [Decimal; 9] =
    [dec!(14.2), dec!(9.3), dec!(10.2), dec!(10.0), dec!(9.5), dec!(16.3), dec!(4.9), dec!(5.2), dec!(2.1)];

static YEARS: LazyLock<[Year; 9]> = LazyLock::new(|| {
    let fte = |value| Some(Reported::Known(Fte::new(value).expect("a count")));
    let people = |value| Headcount::new(u32::try_from(value).expect("a whole count"));
    let cases = |value| Cases::new(u32::try_from(value).expect("a whole count"));
    let snapshot = |index: usize| {
        let of: [Decimal; 11] = COUNTS[index];
        let number = 2017 + i32::try_from(index).expect("nine years");
        Snapshot {
            inpost_fte: fte(of[0]),
            inpost_headcount: Some(people(of[1]).into()),
            leavers_fte: fte(of[2]),
            leavers_headcount: Some(people(of[3]).into()),
            agency_fte: fte(of[4]),
            agency_headcount: Some(people(of[5]).into()),
            agency_cover_fte: fte(of[6]),
            vacancy_fte: fte(of[7]),
            case_holders_fte: fte(of[8]),
            cases: Some(cases(of[9]).into()),
            working_days_lost_fte: Some(Days::new(of[10]).expect("a count").into()),
            ..Snapshot::new(Period::reporting_year(number).expect("in range"))
        }
    };
    std::array::from_fn(|index| {
        let of = COUNTS[index];
        let before = (index + COUNTS.len() - 1) % COUNTS.len();
        let (vacancies_before, inpost_before) = (COUNTS[before][7], COUNTS[before][0]);
        let number = 2017 + i32::try_from(index).expect("nine years");
        let print = |value| {
            Figure::rounded(Percent::new(value).expect("a rate"), 1).expect("a rate printed with one place")
        };
        let vacancies = |index| snapshot(index).rate(&catalogue::VACANCY_RATE_FTE).expect("there are posts");
        let typed = Typed {
            year: Period::reporting_year(number).expect("in range"),
            next_year: Period::reporting_year(number + 1).expect("in range"),
            leavers_heads: people(of[3]),
            inpost_heads: people(of[1]),
            snapshot: snapshot(index),
            printed: (print(PRINTED[before]), print(PRINTED[index])),
            rates: (vacancies(before), vacancies(index)),
        };
        let bare = Bare {
            inpost: of[0],
            inpost_heads: of[1],
            leavers: of[2],
            leavers_heads: of[3],
            agency: of[4],
            agency_heads: of[5],
            cover: of[6],
            vacancies: of[7],
            holders: of[8],
            cases: of[9],
            lost: of[10],
            days: if number % 4 == 0 { dec!(254) } else { dec!(253) },
            printed: (PRINTED[before], PRINTED[index]),
            before: (vacancies_before, inpost_before),
        };
        (typed, bare)
    })
});

/// A quotient by hand: none of nothing, rounded once.
fn quotient(numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
    Some(numerator.checked_div(denominator)?.round_dp_with_strategy(1, MidpointAwayFromZero))
}

fn per_cent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    quotient(part * Decimal::ONE_HUNDRED, whole)
}

/// What a fall and a rise of a vacancy rate mean.
fn judge(rise: bool, fall: bool, unsure: Verdict) -> Verdict {
    if rise {
        Verdict::Worsened
    } else if fall {
        Verdict::Improved
    } else {
        unsure
    }
}

type Year = (Typed, Bare);

/// For each calculation a check that both sides give the same, and their times.
macro_rules! calculations {
    ($($name:ident: |$typed:ident| $typed_side:expr, |$bare:ident| $by_hand:expr;)+) => {
        $(mod $name {
            use super::*;

            pub fn assert_same() {
                let typed = YEARS.each_ref().map(|($typed, _)| $typed_side);
                let by_hand = YEARS.each_ref().map(|(_, $bare)| $by_hand);
                assert_eq!(typed, by_hand, stringify!($name));
            }

            pub fn compare() -> [u128; 2] {
                super::compare(|($typed, _)| $typed_side, |(_, $bare)| $by_hand)
            }
        })+

        const ALL: &[(&str, fn(), fn() -> [u128; 2])] =
            &[$((stringify!($name), $name::assert_same, $name::compare)),+];
    };
}

fn all_years<T>(calculate: impl Fn(&Year) -> T) {
    for year in black_box(&*YEARS) {
        black_box(calculate(year));
    }
}

calculations! {
    turnover_rate_fte:
        |of| of.snapshot.rate(&catalogue::TURNOVER_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.leavers, of.inpost);
    turnover_rate_headcount:
        |of| of.snapshot.rate(&catalogue::TURNOVER_RATE_HEADCOUNT).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.leavers_heads, of.inpost_heads);
    agency_rate_fte:
        |of| of.snapshot.rate(&catalogue::AGENCY_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.agency, of.agency + of.inpost);
    agency_rate_headcount:
        |of| of.snapshot.rate(&catalogue::AGENCY_RATE_HEADCOUNT).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.agency_heads, of.agency_heads + of.inpost_heads);
    agency_cover_rate:
        |of| of.snapshot.rate(&catalogue::AGENCY_COVER_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.cover, of.agency);
    vacancy_rate:
        |of| of.snapshot.rate(&catalogue::VACANCY_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.vacancies, of.vacancies + of.inpost);
    vacancy_agency_cover_rate:
        |of| of.snapshot.rate(&catalogue::VACANCY_AGENCY_COVER_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.cover, of.vacancies);
    uncovered_vacancy_rate:
        |of| of.snapshot.rate(&catalogue::UNCOVERED_VACANCY_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent((of.vacancies - of.cover).max(Decimal::ZERO), of.vacancies + of.inpost);
    agency_dependence:
        |of| of.snapshot.rate(&catalogue::AGENCY_DEPENDENCE_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.agency, of.vacancies + of.inpost);
    average_caseload:
        |of| of.snapshot.rate(&catalogue::CASELOAD_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| quotient(of.cases, of.holders);
    absence_rate:
        |of| of.snapshot.rate(&catalogue::ABSENCE_RATE_FTE).ok().map(|rate| rate.value_rounded(1)),
        |of| per_cent(of.lost, of.inpost * of.days);
    offer_take_up:
        |of| {
            let rate = Rate::new(&catalogue::OFFER_TAKE_UP_RATE, of.leavers_heads, of.inpost_heads);
            rate.ok().map(|rate| rate.value_rounded(1))
        },
        |of| if of.leavers_heads > of.inpost_heads { None } else { per_cent(of.leavers_heads, of.inpost_heads) };
    change_of_figures:
        |of| {
            let (earlier, later) = of.printed;
            Change::between(&catalogue::VACANCY_RATE_FTE, (of.year, earlier), (of.next_year, later))
                .ok()
                .map(|change| (change.absolute_rounded(1), change.relative_rounded(1), change.verdict()))
        },
        |of| {
            let (earlier, later) = of.printed;
            let half = dec!(0.05);
            let rise = later - half >= earlier + half;
            let fall = earlier - half >= later + half;
            Some((
                Some((later - earlier).round_dp_with_strategy(1, MidpointAwayFromZero)),
                per_cent(later - earlier, earlier),
                judge(rise, fall, Verdict::CannotTell),
            ))
        };
    change_of_vacancy_rates:
        |of| {
            let (earlier, later) = of.rates.clone();
            Change::between(&catalogue::VACANCY_RATE_FTE, (of.year, earlier), (of.next_year, later))
                .ok()
                .map(|change| (change.absolute_rounded(1), change.relative_rounded(1), change.verdict()))
        },
        |of| {
            let (vacancies, inpost) = of.before;
            let (posts_before, posts) = (vacancies + inpost, of.vacancies + of.inpost);
            let (earlier, later) = (vacancies * posts, of.vacancies * posts_before);
            Some((
                per_cent(later - earlier, posts_before * posts),
                per_cent(later - earlier, earlier),
                judge(later > earlier, later < earlier, Verdict::Unchanged),
            ))
        };
    nine_rates_of_a_snapshot:
        |of| {
            let mut rates = of.snapshot.rates();
            let rates: [Option<Decimal>; 9] = std::array::from_fn(|_| {
                let (_, rate) = rates.next()?;
                rate.ok().map(|rate| rate.value_rounded(1))
            });
            rates
        },
        |of| [
            per_cent(of.leavers, of.inpost),
            per_cent(of.leavers_heads, of.inpost_heads),
            per_cent(of.agency, of.agency + of.inpost),
            per_cent(of.agency_heads, of.agency_heads + of.inpost_heads),
            per_cent(of.cover, of.agency),
            per_cent(of.vacancies, of.vacancies + of.inpost),
            per_cent(of.cover, of.vacancies),
            quotient(of.cases, of.holders),
            per_cent(of.lost, of.inpost * of.days),
        ];
}

/// The medians of both sides for each calculation.
fn compare<T, H>(typed: impl Fn(&Year) -> T, by_hand: impl Fn(&Year) -> H) -> [u128; 2] {
    support::medians(YEARS.len(), || all_years(&typed), || all_years(&by_hand))
}

fn main() {
    for (_, assert_same, _) in ALL {
        assert_same();
    }
    support::print(ALL.iter().map(|(name, _, compare)| (*name, compare())));
}
