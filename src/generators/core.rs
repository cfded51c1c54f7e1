//! Generators for property tests, weighted to the edges: each value comes through the constructor
//! that guards its type.

use crate::{
    authority::LocalAuthority,
    calendar::PartialDate,
    caseload::{AgreedMaximum, Team, Teams, TeamsWithinMaximum},
    inspection::{Assumptions, Framework, Grade, Inspection, Judgement},
    kpi::{AverageCaseload, Observation, Polarity, Verdict},
    measure::{
        Caseload, CaseloadChange, Cases, CasesChange, Days, DaysChange, Figure, Fte, FteChange, Headcount,
        HeadcountChange, Percent, PercentagePoints, Period, Qualifier, Quantity, RelativeChange, Reported,
        Symbol, Unit,
        number::{ONE, to_decimal},
        quantity::sealed::{Millionths, of_micros},
    },
    rules::Severity,
    workforce::{
        AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount, NqswCohort,
        OfferTakeUp, SicknessAbsenceRate, Snapshot, TurnoverRateFte, TurnoverRateHeadcount,
        VacancyAgencyCoverRate, VacancyGapRate, VacancyRate,
    },
};
use chrono::NaiveDate;
use proptest::{
    arbitrary::{Arbitrary, any},
    collection::vec,
    option,
    prelude::{Just, Strategy},
    prop_oneof,
    sample::select,
    strategy::BoxedStrategy,
};

/// `Arbitrary` without parameters.
macro_rules! arbitrary {
    ($($(#[$doc:meta])* $type:ty => $strategy:expr;)+) => { $(
        $(#[$doc])*
        impl Arbitrary for $type {
            type Parameters = ();
            type Strategy = BoxedStrategy<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                $strategy.boxed()
            }
        }
    )+ };
}

/// Decimals: each end and zero about one time in ten, else a number as published (up to a thousand,
/// one place) four times as often as any number of the range.
macro_rules! arbitrary_decimal {
    ($($type:ident),+) => { arbitrary! { $(
        /// The ends and zero about one time in ten each; else mostly one-place numbers below a
        /// thousand, and now and then anything in range.
        $type => {
            let grammar = $type::GRAMMAR;
            let build = |micros| $type::new(to_decimal(micros)).expect("drawn from the range");
            let usual = (grammar.min.max(-1_000 * ONE) / ONE * 10, grammar.max.min(1_000 * ONE) / ONE * 10);
            prop_oneof![
                1 => Just(build(grammar.min)),
                1 => Just(build(grammar.max)),
                1 => Just(build(0)),
                6 => (usual.0..=usual.1).prop_map(move |tenths| build(tenths * ONE / 10)),
                1 => (grammar.min..=grammar.max).prop_map(build),
            ]
        };
    )+ } };
}

arbitrary_decimal!(
    Percent,
    PercentagePoints,
    RelativeChange,
    Fte,
    FteChange,
    Days,
    DaysChange,
    Caseload,
    CaseloadChange
);

/// Counts: the ends about one time in ten each.
macro_rules! arbitrary_count {
    ($($type:ident),+) => { arbitrary! { $(
        /// The ends about one time in ten each; else mostly below ten thousand, and now and then
        /// anything.
        $type => prop_oneof![
            1 => Just(Self::ZERO),
            1 => Just(Self::MAX),
            7 => (0_u32..10_000).prop_map(Self::new),
            1 => any::<u32>().prop_map(Self::new),
        ];
    )+ } };
}

arbitrary_count!(Headcount, Cases);

arbitrary! {
    /// The difference of two counts.
    HeadcountChange => any::<(Headcount, Headcount)>().prop_map(|(a, b)| a.change_since(b));
    /// The difference of two counts.
    CasesChange => any::<(Cases, Cases)>().prop_map(|(a, b)| a.change_since(b));
    /// Every symbol alike.
    Symbol => select(&Symbol::ALL[..]);
    /// Every qualifier alike.
    Qualifier => select(&Qualifier::ALL[..]);
    /// Every unit alike.
    Unit => select(vec![Unit::PerCent, Unit::Fte, Unit::Headcount, Unit::Cases, Unit::CasesPerFte, Unit::Days]);
    /// Every polarity alike.
    Polarity => select(vec![Polarity::LowerIsBetter, Polarity::HigherIsBetter, Polarity::Neutral]);
    /// Every severity alike.
    Severity => select(vec![Severity::Error, Severity::Warning]);
    /// Every verdict alike.
    Verdict => select(vec![
        Verdict::Improved, Verdict::Worsened, Verdict::Unchanged, Verdict::Changed, Verdict::CannotTell,
    ]);
    /// Every kind of period alike, mostly from 2000 to 2030, with the first and last years among the
    /// rest. One day in five lies around the end of February.
    Period => {
        let year = || prop_oneof![1 => Just(1900), 1 => Just(2199), 6 => 2000..=2030_i32, 2 => 1900..=2199_i32];
        let sound = |period: Result<Self, crate::measure::PeriodError>| period.expect("drawn from the range");
        prop_oneof![
            (year(), prop_oneof![1 => 58..=61_u32, 4 => 1..=366_u32]).prop_map(move |(year, day)| {
                let date = NaiveDate::from_yo_opt(year, day).or_else(|| NaiveDate::from_yo_opt(year, 365));
                sound(Self::day(date.expect("every year has 365 days")))
            }),
            (year(), 1..=12_u32).prop_map(move |(year, month)| sound(Self::month(year, month))),
            (year(), 1..=4_u32).prop_map(move |(year, quarter)| sound(Self::quarter(year, quarter))),
            year().prop_map(move |year| sound(Self::financial_year(year))),
            year().prop_map(move |year| sound(Self::reporting_year(year))),
            year().prop_map(move |year| sound(Self::calendar_year(year))),
        ]
    };
}

/// Exact, rounded to 0 to 5 places, qualified and withheld alike.
impl<Q: Quantity + Arbitrary + 'static> Arbitrary for Figure<Q> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let rounded = (any::<Q>(), 0..=Self::MAX_DECIMAL_PLACES).prop_map(|(value, dp)| {
            let unit = 10_i128.pow(6 - dp);
            let value = of_micros(value.micros() / unit * unit);
            Self::rounded(value, dp).expect("cut to these places")
        });
        let qualified = (any::<Qualifier>(), any::<Q>()).prop_map(|(qualifier, value)| {
            Self::qualified(qualifier, value)
                .or_else(|_| Self::qualified(Qualifier::About, value))
                .expect("around allows any value")
        });
        prop_oneof![
            any::<Q>().prop_map(Self::Exact),
            rounded,
            qualified,
            any::<Symbol>().prop_map(Self::Withheld),
        ]
        .boxed()
    }
}

/// Known eight times in ten, else withheld or not reported.
impl<T: Arbitrary + Clone + 'static> Arbitrary for Reported<T> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        prop_oneof![
            8 => any::<T>().prop_map(Self::Known),
            1 => any::<Symbol>().prop_map(Self::Withheld),
            1 => Just(Self::NotReported),
        ]
        .boxed()
    }
}

/// Any value in any period.
impl<M: Arbitrary + 'static> Arbitrary for Observation<M> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        any::<(Period, M)>().prop_map(Self::from).boxed()
    }
}

/// The constructor on a tuple.
macro_rules! rate_of {
    ($type:ident($a:ident, $b:ident)) => {
        |(a, b)| $type::new(a, b).ok()
    };
    ($type:ident($a:ident, $b:ident, $c:ident)) => {
        |(a, b, c)| $type::new(a, b, c).ok()
    };
}

/// A rate of any counts of which one can be made.
macro_rules! arbitrary_rate {
    ($($type:ident($($count:ident),+);)+) => { arbitrary! { $(
        /// Any counts of which the rate can be made.
        $type => any::<($($count),+)>().prop_filter_map("no rate of these counts", rate_of!($type($($count),+)));
    )+ } };
}

arbitrary_rate! {
    TurnoverRateFte(Fte, Fte);
    TurnoverRateHeadcount(Headcount, Headcount);
    AgencyWorkerRateFte(Fte, Fte);
    AgencyWorkerRateHeadcount(Headcount, Headcount);
    AgencyCoverRate(Fte, Fte);
    AgencyDependence(Fte, Fte, Fte);
    VacancyRate(Fte, Fte);
    VacancyAgencyCoverRate(Fte, Fte);
    VacancyGapRate(Fte, Fte, Fte);
    AverageCaseload(Cases, Fte);
    SicknessAbsenceRate(Days, Fte, Period);
    OfferTakeUp(Headcount, Headcount);
}

arbitrary! {
    /// Up to fifty teams, some of them within.
    TeamsWithinMaximum => (1..=50_u32)
        .prop_flat_map(|teams| (0..=teams, Just(teams)))
        .prop_map(|(within, teams)| Self::new(within, teams).expect("a part of at least one team"));
    /// Any counts, each known eight times in ten.
    Snapshot => (
        any::<Period>(),
        any::<[Reported<Fte>; 7]>(),
        any::<[Reported<Headcount>; 4]>(),
        any::<(Reported<Cases>, Reported<Days>)>(),
    )
        .prop_map(|(period, fte, headcount, (cases, days))| {
            Self::new(period)
                .with_inpost_fte(fte[0])
                .with_starters_fte(fte[1])
                .with_leavers_fte(fte[2])
                .with_agency_fte(fte[3])
                .with_agency_cover_fte(fte[4])
                .with_vacancy_fte(fte[5])
                .with_case_holders_fte(fte[6])
                .with_inpost_headcount(headcount[0])
                .with_starters_headcount(headcount[1])
                .with_leavers_headcount(headcount[2])
                .with_agency_headcount(headcount[3])
                .with_cases(cases)
                .with_working_days_lost_fte(days)
        });
    /// An intake below a hundred and any split of it.
    NqswCohort => (any::<Period>(), 0..100_u32)
        .prop_flat_map(|(period, intake)| (Just(period), Just(intake), 0..=intake))
        .prop_flat_map(|(period, intake, completed)| {
            (Just(period), Just(intake), Just(completed), 0..=intake - completed)
        })
        .prop_map(|(period, intake, completed, withdrawn)| {
            let people = Headcount::new;
            Self::new(period, people(intake), people(completed), people(withdrawn)).expect("parts of the intake")
        });
    /// Mostly 10 to 25 by halves; now and then anything from a millionth to 1,000.
    AgreedMaximum => prop_oneof![
        8 => (20..=50_i128).prop_map(|halves| halves * ONE / 2),
        1 => 1..=1_000 * ONE,
        1 => Just(1_000 * ONE),
    ]
        .prop_map(|micros| Self::new(of_micros(micros)).expect("above 0, at most 1,000"));
    /// Teams as they are: up to 20 FTE of case holders and 400 cases, half of them with newly
    /// qualified workers, one in ten without case holders, one in ten without cases, and some within a
    /// case of their capacity.
    Team => (
        "[A-Z][a-z]{1,8}",
        select(vec!["Assessment", "Family Safeguarding", "Children Looked After"]),
        any::<AgreedMaximum>(),
        // So many cases, or so many more than the team's whole capacity.
        prop_oneof![
            1 => Just(Ok(0)),
            7 => (0..=400_u32).prop_map(Ok),
            2 => (-1..=1_i32).prop_map(Err),
        ],
        prop_oneof![1 => Just(0), 9 => 1..=200_i128],
        option::of((0..=100_i128, any::<AgreedMaximum>())),
    )
        .prop_map(|(name, service, maximum, cases, tenths, newly_qualified)| {
            let tenths_fte = |tenths: i128| of_micros(tenths * ONE / 10);
            let with_cases = |cases: u32| {
                let team = Self::new(name.clone(), service, maximum, Cases::new(cases), tenths_fte(tenths));
                let team = team.expect("it has a name");
                match newly_qualified {
                    Some((share, reduced)) => team
                        .with_newly_qualified(tenths_fte(tenths * share / 100), reduced.min(maximum))
                        .expect("a part of the case holders with no higher maximum"),
                    None => team,
                }
            };
            let capacity = || u32::try_from(with_cases(0).capacity().trunc()).expect("20 FTE by 1,000 at most");
            with_cases(cases.unwrap_or_else(|more| capacity().saturating_add_signed(more)))
        });
    /// Up to twelve teams of different names.
    Teams => vec(any::<Team>(), 0..12).prop_map(|mut teams| {
        teams.sort_by(|a, b| (a.service(), a.name()).cmp(&(b.service(), b.name())));
        teams.dedup_by(|a, b| (a.service(), a.name()) == (b.service(), b.name()));
        Self::new(teams).expect("no two of one name")
    });
}

arbitrary! {
    /// A day, a month or a calendar year, by the generator of periods.
    PartialDate => any::<Period>().prop_filter_map("quarters and odd years are no dates", |period| {
        period.to_string().parse().ok()
    });

    /// A graded inspection or a visit, of an authority while it is in force, from November 2013 to 2026, that
    /// has no finding of severity error; about half of those graded are Inadequate.
    Inspection => {
        let authority = any::<LocalAuthority>();
        let first = NaiveDate::from_ymd_opt(2013, 11, 19).expect("a date");
        (authority, 0..4_700_u64, any::<u32>(), any::<[u8; 6]>(), any::<[u8; 2]>(), 0..10_u8).prop_map(
            move |(authority, days, activity, grades, lengths, unpublished)| {
                let start = first + chrono::Days::new(days);
                let start = authority.valid_to().map_or(start, |last| start.min(last));
                let start = authority.valid_from().map_or(start, |from| start.max(from));
                let start = start.max(first);
                let framework = match Framework::Sif.was_in_use_on(start) {
                    true => Framework::Sif,
                    false => Framework::Ilacs,
                };
                // Some were abolished before the first day.
                let authority = authority.as_of(start).unwrap_or_else(|_| {
                    LocalAuthority::with_ons_code("E10000032").expect("West Sussex is in force throughout")
                });
                let activities = framework.activities();
                let activity = activities[activity as usize % activities.len()];
                let end = start + chrono::Days::new(u64::from(lengths[0]) % 30);
                let sound = "drawn to be sound";
                let mut inspection =
                    Inspection::new(authority, framework, activity, start).expect(sound).with_end(end);
                if unpublished > 0 {
                    inspection = inspection.with_published(end + chrono::Days::new(lengths[1].into()));
                }
                if !activity.is_graded() {
                    return inspection;
                }
                for (&judgement, number) in beside_overall(framework, start).iter().zip(grades) {
                    let grade = Grade::ALL[usize::from(number % 4)];
                    inspection = inspection.with_grade(judgement, grade).expect(sound);
                }
                if !framework.judgements(start, &Assumptions::new()).contains(&Judgement::Overall) {
                    return inspection;
                }
                let limits = |judgement: Judgement| match framework {
                    Framework::Sif => judgement.is_key(),
                    _ => judgement.is_practice(),
                };
                let limited = |(judgement, grade)| limits(judgement) && grade == Grade::Inadequate;
                let overall = match inspection.judgements().any(limited) {
                    true => Grade::Inadequate,
                    false => Grade::ALL[usize::from(grades[5] % 3)],
                };
                inspection.with_grade(Judgement::Overall, overall).expect(sound)
            },
        )
    };
}

/// The judgements beside the overall one.
fn beside_overall(framework: Framework, start: NaiveDate) -> Vec<Judgement> {
    let judgements = framework.judgements(start, &Assumptions::new()).iter().copied();
    judgements.filter(|&judgement| judgement != Judgement::Overall).collect()
}
