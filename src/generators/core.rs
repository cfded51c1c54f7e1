//! Generators for property tests, weighted to the edges: each value comes through the constructor
//! that guards its type.

use crate::{
    authority::LocalAuthority,
    calendar::PartialDate,
    caseload::{AgreedMaximum, NewlyQualified, StatedTeams, Team},
    inspection::{Assumptions, Framework, Grade, Inspection, Judgement},
    kpi::{Observed, Rate, Series, catalogue},
    measure::{
        Caseload, Cases, Days, Figure, Fte, Headcount, Percent, PercentagePoints, Period, Qualifier,
        Quantity, RelativeChange, Reported, Symbol, Unit,
        number::{ONE, PLACES, to_decimal},
    },
    text::OneLine,
    workforce::{NqswCohort, Snapshot},
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

/// Millionths of a range: each end and zero about one time in ten, else a number as published (up to a thousand, with
/// `usual` places) four times as often as any number of the range.
fn millionths(min: i128, max: i128, places: u32) -> impl Strategy<Value = i128> {
    let step = 10_i128.pow(PLACES - places.min(1));
    let any_step = 10_i128.pow(PLACES - places);
    prop_oneof![
        1 => Just(min),
        1 => Just(max),
        1 => Just(0),
        6 => (min.max(-1_000 * ONE) / step..=max.min(1_000 * ONE) / step).prop_map(move |usual| usual * step),
        1 => (min / any_step..=max / any_step).prop_map(move |any| any * any_step),
    ]
}

/// A quantity of a unit, weighted to the edges.
fn quantity_in(unit: Unit) -> impl Strategy<Value = Quantity> {
    let grammar = unit.grammar();
    millionths(grammar.min, grammar.max, grammar.places)
        .prop_map(move |micros| Quantity::of_micros(unit, micros))
}

/// A figure of a unit: exact, rounded, qualified and withheld alike.
fn figure_in(unit: Unit) -> impl Strategy<Value = Figure> {
    let most = Figure::MAX_DECIMAL_PLACES.min(unit.decimal_places());
    let rounded = (quantity_in(unit), 0..=most).prop_map(move |(value, dp)| {
        let step = 10_i128.pow(PLACES - dp);
        let cut = Quantity::of_micros(unit, value.micros() / step * step);
        Figure::rounded(cut, dp).expect("cut to these places")
    });
    let qualified = (any::<Qualifier>(), quantity_in(unit)).prop_map(|(qualifier, value)| {
        Figure::qualified(qualifier, value)
            .or_else(|_| Figure::qualified(Qualifier::About, value))
            .expect("around allows any value")
    });
    let exact = quantity_in(unit).prop_map(Figure::Exact);
    prop_oneof![exact, rounded, qualified, any::<Symbol>().prop_map(Figure::Withheld)]
}

/// Typed forms: those of [`quantity_in`] their unit.
macro_rules! arbitrary_form {
    ($($type:ident: $unit:ident;)+) => { arbitrary! { $(
        /// Each end and zero about one time in ten; else mostly numbers as published, and now and then anything.
        $type => quantity_in(Unit::$unit).prop_map(|value| value.try_into().expect("it is in this unit"));
    )+ } };
}

arbitrary_form! {
    Percent: PerCent;
    PercentagePoints: PercentagePoints;
    Fte: Fte;
    Headcount: Headcount;
    Cases: Cases;
    Caseload: CasesPerFte;
    Days: WorkingDays;
}

arbitrary! {
    /// From down to nothing to twice as much, mostly; now and then anything.
    RelativeChange => millionths(Self::MIN.micros(), Self::MAX.micros(), PLACES)
        .prop_map(|micros| Self::new(to_decimal(micros)).expect("drawn from the range"));
    /// Every unit alike.
    Quantity => any::<Unit>().prop_flat_map(quantity_in);
    /// Every unit alike; exact, rounded, qualified and withheld alike.
    Figure => any::<Unit>().prop_flat_map(figure_in);
    /// Every symbol alike.
    Symbol => select(&Symbol::ALL[..]);
    /// Every qualifier alike.
    Qualifier => select(&Qualifier::ALL[..]);
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

/// Known nine times in ten, else withheld.
impl<T: Arbitrary + Clone + 'static> Arbitrary for Reported<T> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        prop_oneof![
            9 => any::<T>().prop_map(Self::Known),
            1 => any::<Symbol>().prop_map(Self::Withheld),
        ]
        .boxed()
    }
}

arbitrary! {
    /// Up to fifty teams, some of them within.
    StatedTeams => (1..=50_u32)
        .prop_flat_map(|teams| (0..=teams, Just(teams)))
        .prop_map(|(within, teams)| Self { within, teams });
    /// A rate of the catalogue, of counts of one unit from which it can be made.
    Rate => {
        let rates: Vec<_> =
            catalogue::ALL.iter().copied().filter(|one| matches!(one.unit(), Unit::PerCent | Unit::CasesPerFte)).collect();
        (select(rates), select(vec![Unit::Fte, Unit::Headcount, Unit::Children]))
            .prop_flat_map(|(indicator, unit)| (Just(indicator), quantity_in(unit), quantity_in(unit)))
            .prop_filter_map("no rate of these counts", |(indicator, one, other)| {
                // A part of a whole, where it has to be one.
                let swap = indicator.is_share() && one > other;
                let (numerator, denominator) = if swap { (other, one) } else { (one, other) };
                Self::new(indicator, numerator, denominator).ok()
            })
    };
    /// A figure or a rate, of any unit.
    Observed => prop_oneof![any::<Figure>().prop_map(Self::Figure), any::<Rate>().prop_map(Self::Rate)];
    /// An indicator of the catalogue in up to twelve successive periods, with figures in its unit.
    Series => (select(catalogue::ALL), any::<Period>(), 0..=12_usize).prop_flat_map(|(indicator, first, count)| {
        let in_unit = |figure: &Figure| !indicator.is_share() || !figure.is_above_hundred();
        vec(figure_in(indicator.unit()).prop_filter("above 100% of a share", in_unit), count).prop_map(
            move |figures| {
                let periods = core::iter::successors(Some(first), |period| period.next());
                Self::new(indicator, periods.zip(figures)).expect("figures in the unit, each period once")
            },
        )
    });
    /// Any counts, each reported about nine times in ten and then known nine times in ten.
    Snapshot => (
        any::<Period>(),
        [(); 7].map(|()| reported::<Fte>()),
        [(); 4].map(|()| reported::<Headcount>()),
        reported::<Cases>(),
        reported::<Days>(),
    )
        .prop_map(|(period, fte, headcount, cases, days)| Self {
            period,
            inpost_fte: fte[0],
            inpost_headcount: headcount[0],
            starters_fte: fte[1],
            starters_headcount: headcount[1],
            leavers_fte: fte[2],
            leavers_headcount: headcount[2],
            agency_fte: fte[3],
            agency_headcount: headcount[3],
            agency_cover_fte: fte[4],
            vacancy_fte: fte[5],
            case_holders_fte: fte[6],
            cases,
            working_days_lost_fte: days,
        });
    /// An intake below a hundred and any split of it.
    NqswCohort => (any::<Period>(), 0..100_u32)
        .prop_flat_map(|(period, intake)| (Just(period), Just(intake), 0..=intake))
        .prop_flat_map(|(period, intake, completed)| {
            (Just(period), Just(intake), Just(completed), 0..=intake - completed)
        })
        .prop_map(|(period, intake, completed, withdrawn)| {
            let [intake, completed, withdrawn] = [intake, completed, withdrawn].map(Headcount::new);
            Self { period, intake, completed, withdrawn }
        });
    /// Mostly 10 to 25 by halves; now and then anything from a millionth to 1,000.
    AgreedMaximum => prop_oneof![
        8 => (20..=50_i128).prop_map(|halves| halves * ONE / 2),
        1 => 1..=1_000 * ONE,
        1 => Just(1_000 * ONE),
    ]
        .prop_map(|micros| Self::new(to_decimal(micros)).expect("above 0, at most 1,000"));
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
            let tenths_fte = |tenths: i128| Fte::new(to_decimal(tenths * ONE / 10)).expect("in range");
            let line = |text: &str| OneLine::new(text).expect("it has a letter");
            let newly_qualified = newly_qualified.map(|(share, reduced)| NewlyQualified {
                case_holders_fte: tenths_fte(tenths * share / 100),
                agreed_maximum: reduced.min(maximum),
            });
            let with_cases = |cases: u32| Self {
                newly_qualified: newly_qualified.into_iter().collect(),
                ..Self::new(line(&name), line(service), maximum, Cases::new(cases), tenths_fte(tenths))
            };
            let capacity = || u32::try_from(with_cases(0).capacity().trunc()).expect("20 FTE by 1,000 at most");
            with_cases(cases.unwrap_or_else(|more| capacity().saturating_add_signed(more)))
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

/// Reported about nine times in ten.
fn reported<T: Arbitrary + Clone + 'static>() -> impl Strategy<Value = Option<Reported<T>>> {
    option::weighted(0.9, any::<Reported<T>>())
}
