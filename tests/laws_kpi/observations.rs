//! What is drawn: numbers, figures and rates of an indicator, two at a time, and periods.

use crate::exact::{MILLION, decimal, range};
use childrens_services::{
    Change, Figure, Indicator, Observable, Observed, Period, Polarity, Qualifier, Quantity, Rate, Reason,
    Symbol, Unit, Verdict,
    chrono::{Days, NaiveDate},
    kpi::catalogue,
    rust_decimal::Decimal,
};
use proptest::{collection::btree_set, option, prelude::*, sample::select};
use rust_decimal_macros::dec;
use std::{cmp::Ordering, ops::Range};

/// A number of a unit: each end and zero, small whole numbers that meet, tenths, the least steps, and now
/// and then anything.
pub fn numbers(unit: Unit) -> BoxedStrategy<Quantity> {
    let [least, most] = range(unit);
    let step = 10_i128.pow(6 - unit.decimal_places());
    let tenth = step.max(MILLION / 10);
    let sign = if unit.may_be_negative() { -1_i128 } else { 0 };
    prop_oneof![
        1 => select(vec![least, 0, most]),
        4 => (6 * sign..=12).prop_map(|number| number * MILLION),
        4 => (1_000 * sign..=10_000).prop_map(move |tenths| tenths * tenth),
        1 => (3 * sign..=3).prop_map(move |steps| steps * step),
        2 => (least / step..=most / step).prop_map(move |steps| steps * step),
    ]
    .prop_map(move |number| Quantity::new(unit, decimal(number)).unwrap())
    .boxed()
}

/// A figure of a unit, and often one whose number or whose ends lie next to another's, so that bounds meet.
pub fn figures(unit: Unit) -> BoxedStrategy<Figure> {
    let exact = numbers(unit).prop_map(Figure::from);
    let rounded = (numbers(unit), 0..=unit.decimal_places().min(5)).prop_map(move |(number, dp)| {
        let cut = Quantity::new(unit, number.value().trunc_with_scale(dp)).unwrap();
        Figure::rounded(cut, dp).unwrap()
    });
    let qualified = (any::<Qualifier>(), numbers(unit)).prop_map(|(qualifier, number)| {
        let about = || Figure::qualified(Qualifier::About, number).unwrap();
        Figure::qualified(qualifier, number).unwrap_or_else(|_| about())
    });
    let words = vec!["", "exactly ", "over ", "at least ", "around ", "under ", "at most "];
    let near = (select(words), 1..=4_u32)
        .prop_map(move |(word, number)| Figure::read(unit, &format!("{word}{number}")).unwrap());
    let symbol = any::<Symbol>().prop_map(Figure::from);
    if unit.is_whole() {
        return prop_oneof![1 => exact, 1 => qualified, 2 => near, 1 => symbol].boxed();
    }
    // From 0.5 to 6.5 by 0.05: where figures with no place or one end.
    let at_ends = (10..=130_i128)
        .prop_map(move |twentieths| Quantity::new(unit, decimal(twentieths * 50_000)).unwrap().into());
    prop_oneof![1 => exact, 1 => rounded, 1 => qualified, 2 => near, 1 => symbol, 1 => at_ends].boxed()
}

/// A figure that a share can have, at one place and around its whole often.
pub fn share_figures() -> BoxedStrategy<Figure> {
    let tenths = prop_oneof![3 => 0..=1_000_i64, 1 => 995..=1_000_i64];
    let value = tenths.prop_map(|tenths| Quantity::new(Unit::PerCent, Decimal::new(tenths, 1)).unwrap());
    (value, option::of(any::<Qualifier>()), any::<bool>())
        .prop_filter_map("over all, or under nothing", |(value, word, exact)| {
            let over_all = word == Some(Qualifier::Over) && value.value() == dec!(100);
            let figure = match word {
                Some(word) => Figure::qualified(word, value).ok()?,
                None if exact => value.into(),
                None => Figure::rounded(value, 1).unwrap(),
            };
            (!over_all).then_some(figure)
        })
        .boxed()
}

/// An indicator of some user's own, of any polarity and any number of places; of those in per cent half are
/// shares.
pub fn own(units: Vec<Unit>) -> BoxedStrategy<Indicator> {
    (select(units), any::<Polarity>(), any::<bool>())
        .prop_flat_map(|(unit, polarity, share)| {
            (0..=unit.decimal_places().min(5)).prop_map(move |dp| own_indicator(unit, polarity, share, dp))
        })
        .boxed()
}

pub fn own_indicator(unit: Unit, polarity: Polarity, share: bool, dp: u32) -> Indicator {
    let indicator = Indicator::new("x_law", "Law", unit, polarity).unwrap().with_decimal_places(dp).unwrap();
    if share && unit == Unit::PerCent { indicator.share().unwrap() } else { indicator }
}

/// An indicator of our own, no share.
pub fn indicator(unit: Unit, polarity: Polarity) -> Indicator {
    Indicator::new("x_law", "Law", unit, polarity).unwrap()
}

/// The units that a quotient can have.
pub fn divisible() -> Vec<Unit> {
    Unit::ALL.iter().copied().filter(|unit| !unit.is_whole()).collect()
}

/// A figure of an indicator.
pub fn figures_of(indicator: &Indicator) -> BoxedStrategy<Observed> {
    let figures = match indicator.is_share() {
        true => share_figures(),
        false => figures(indicator.unit()),
    };
    figures.prop_map(Observed::from).boxed()
}

/// An exact number of an indicator.
pub fn exact_of(indicator: &Indicator) -> BoxedStrategy<Observed> {
    match indicator.is_share() {
        true => (0..=1_000_i64)
            .prop_map(|tenths| Quantity::new(Unit::PerCent, Decimal::new(tenths, 1)).unwrap().into())
            .boxed(),
        false => numbers(indicator.unit()).prop_map(Observed::from).boxed(),
    }
}

/// An exact number of an indicator, or the symbol in its place.
pub fn exact_or_withheld(indicator: &Indicator) -> BoxedStrategy<Observed> {
    prop_oneof![3 => exact_of(indicator), 1 => any::<Symbol>().prop_map(Observed::from)].boxed()
}

/// A rate of an indicator from two counts, the numerator negative where the unit may be.
pub fn rates(
    indicator: &Indicator,
    counts: impl Strategy<Value = i128> + Clone + 'static,
) -> BoxedStrategy<Rate> {
    let indicator = indicator.clone();
    (counts.clone(), counts, any::<bool>())
        .prop_filter_map("no rate of these counts", move |(one, other, negative)| {
            let (numerator, denominator) = match indicator.is_share() {
                true => (one.min(other), one.max(other)),
                false => (one, other),
            };
            let sign = if negative && indicator.unit().may_be_negative() { -1 } else { 1 };
            let count = |millionths| Quantity::new(Unit::Number, decimal(millionths)).unwrap();
            Rate::new(&indicator, count(sign * numerator), count(denominator)).ok()
        })
        .boxed()
}

/// Small counts, which meet, and counts as they are published.
pub fn usual_counts() -> impl Strategy<Value = i128> + Clone {
    prop_oneof![(0..=6_i128).prop_map(|count| count * MILLION), (0..=99_999_i128).prop_map(|of| of * 100_000)]
}

/// Rates as they are published.
pub fn rates_of(indicator: &Indicator) -> BoxedStrategy<Observed> {
    rates(indicator, usual_counts()).prop_map(Observed::from).boxed()
}

/// Rates of any counts.
pub fn rates_of_any_counts(indicator: &Indicator) -> BoxedStrategy<Observed> {
    let counts = prop_oneof![
        2 => usual_counts(),
        1 => 1..=9_i128,
        // As many as a plain number can be.
        2 => 0..=100_000_000_000 * MILLION,
        1 => Just(100_000_000_000 * MILLION),
    ];
    rates(indicator, counts).prop_map(Observed::from).boxed()
}

/// Rates, and the symbols of those that cannot be made.
pub fn rates_or_withheld(indicator: &Indicator) -> BoxedStrategy<Observed> {
    prop_oneof![3 => rates_of(indicator), 1 => any::<Symbol>().prop_map(Observed::from)].boxed()
}

/// Rates beside figures, as a series has them whose counts are known for some years only.
pub fn rates_beside_figures(indicator: &Indicator) -> BoxedStrategy<Observed> {
    prop_oneof![rates_of(indicator), figures_of(indicator)].boxed()
}

/// Two observations of an indicator.
#[derive(Debug, Clone)]
pub struct Pair {
    pub indicator: Indicator,
    pub earlier: Observed,
    pub later: Observed,
}

impl Pair {
    /// The change of both.
    #[track_caller]
    pub fn change(&self, [since, until]: [Period; 2]) -> Change {
        change(&self.indicator, (since, self.earlier.clone()), (until, self.later.clone()))
    }

    /// The other way round.
    pub fn swapped(&self) -> Self {
        let Self { indicator, earlier, later } = self.clone();
        Self { indicator, earlier: later, later: earlier }
    }

    /// The same observations of an indicator that is the same but for its polarity.
    pub fn with_polarity(&self, polarity: Polarity) -> Self {
        let Self { indicator, earlier, later } = self;
        let indicator =
            own_indicator(indicator.unit(), polarity, indicator.is_share(), indicator.decimal_places());
        let count = |number| Quantity::new(Unit::Number, number).unwrap();
        let again = |value: &Observed| match value {
            Observed::Figure(figure) => Observed::from(*figure),
            Observed::Rate(rate) => {
                Rate::new(&indicator, count(rate.numerator()), count(rate.denominator())).unwrap().into()
            }
        };
        Self { earlier: again(earlier), later: again(later), indicator }
    }
}

pub fn pairs(
    indicators: BoxedStrategy<Indicator>,
    values: fn(&Indicator) -> BoxedStrategy<Observed>,
) -> impl Strategy<Value = Pair> {
    indicators.prop_flat_map(move |indicator| {
        let both = (values(&indicator), values(&indicator));
        both.prop_map(move |(earlier, later)| Pair { indicator: indicator.clone(), earlier, later })
    })
}

/// One of the indicators of the catalogue that are rates.
pub fn published_rates() -> BoxedStrategy<Indicator> {
    let rates = catalogue::ALL.iter().filter(|one| matches!(one.unit(), Unit::PerCent | Unit::CasesPerFte));
    select(rates.copied().cloned().collect::<Vec<_>>()).boxed()
}

/// So many different periods of one kind, in no order.
pub fn some_periods(count: Range<usize>) -> impl Strategy<Value = Vec<Period>> {
    let nth = |kind: usize, n: u32| {
        let year = 1900 + n.cast_signed();
        match kind {
            0 => Period::day(NaiveDate::from_ymd_opt(2019, 9, 30)? + Days::new(n.into())),
            1 => Period::month(2000 + n.cast_signed() / 12, n % 12 + 1),
            2 => Period::quarter(2000 + n.cast_signed() / 4, n % 4 + 1),
            3 => Period::financial_year(year),
            4 => Period::reporting_year(year),
            _ => Period::calendar_year(year),
        }
        .ok()
    };
    (0..6_usize, btree_set(0..300_u32, count))
        .prop_map(move |(kind, numbers)| numbers.into_iter().filter_map(|n| nth(kind, n)).collect::<Vec<_>>())
        .prop_shuffle()
}

/// So many different periods of one kind, in order.
pub fn periods<const N: usize>() -> impl Strategy<Value = [Period; N]> {
    some_periods(N..N + 1).prop_map(|mut periods| {
        periods.sort();
        periods.try_into().unwrap()
    })
}

/// The change of one indicator between two observations.
#[track_caller]
pub fn change<V: Observable>(indicator: &Indicator, earlier: (Period, V), later: (Period, V)) -> Change {
    Change::between(indicator, earlier, later).unwrap_or_else(|error| panic!("{error}"))
}

/// The other direction's verdict.
pub fn mirrored(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Improved => Verdict::Worsened,
        Verdict::Worsened => Verdict::Improved,
        other => other,
    }
}

/// The reason seen from the other side.
pub fn turned(reason: Reason) -> Reason {
    match reason {
        Reason::Rose => Reason::Fell,
        Reason::Fell => Reason::Rose,
        other => other,
    }
}

/// The verdict on what certainly moved so.
pub fn verdict_of(moved: Option<Ordering>, polarity: Polarity) -> Verdict {
    match (moved, polarity) {
        (None, _) => Verdict::CannotTell,
        (Some(Ordering::Equal), _) => Verdict::Unchanged,
        (_, Polarity::Neutral) => Verdict::Changed,
        (Some(Ordering::Less), Polarity::LowerIsBetter) => Verdict::Improved,
        (Some(Ordering::Greater), Polarity::HigherIsBetter) => Verdict::Improved,
        _ => Verdict::Worsened,
    }
}
