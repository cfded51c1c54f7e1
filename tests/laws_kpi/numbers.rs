//! Laws of changes between exact numbers, of shares and rates, and of what lies close together.

use crate::{config, exact::*, observations::*, over_the_wire};
use childrens_services::{
    Change, Figure, Observed, Period, Polarity, Quantity, Rate, Reason, RelativeChange, StatedChange, Unit,
    Verdict,
    kpi::catalogue,
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{prelude::*, sample::select, test_runner::TestCaseResult};
use rust_decimal_macros::dec;
use std::{cmp::Ordering, ops::Bound};

fn of(value: Quantity) -> i128 {
    millionths(value.value())
}

/// From a to b and on to c is from a to c.
fn absolute_is_transitive(
    unit: Unit,
    [first, second, third]: [Period; 3],
    [a, b, c]: [Quantity; 3],
) -> TestCaseResult {
    let indicator = indicator(unit, Polarity::Neutral);
    let absolute = |earlier, later| change(&indicator, earlier, later).absolute_rounded(6).unwrap();
    let (there, on) = (absolute((first, a), (second, b)), absolute((second, b), (third, c)));
    prop_assert_eq!(there + on, absolute((first, a), (third, c)));
    prop_assert_eq!(there, b.value() - a.value());
    Ok(())
}

/// The relative change of the earlier number is the difference, but for the one rounding: by
/// at most half of its last place of per cent of the earlier number.
fn relative_of_the_earlier_is_the_difference(
    unit: Unit,
    [since, until]: [Period; 2],
    a: Quantity,
    b: Quantity,
    dp: u32,
) -> TestCaseResult {
    let change = change(&indicator(unit, Polarity::Neutral), (since, a), (until, b));
    let absolute = millionths(change.absolute_rounded(6).unwrap());
    match change.relative_rounded(dp) {
        Some(relative) => {
            prop_assert!(of(a) > 0 && of(b) >= 0);
            let off = millionths(relative) * of(a) - absolute * 100 * MILLION;
            prop_assert!(2 * off.abs() <= of(a) * 10_i128.pow(6 - dp));
            prop_assert_eq!(millionths(relative) % 10_i128.pow(6 - dp), 0);
        }
        None => prop_assert!(of(a) <= 0 || of(b) < 0 || absolute / of(a) >= MOST_RELATIVE.0),
    }
    Ok(())
}

/// A change stated only as what it was relatively leads from the earlier number to the later,
/// but for the roundings of both.
fn stated_change_leads_there(
    unit: Unit,
    [since, until]: [Period; 2],
    a: Quantity,
    b: Quantity,
) -> TestCaseResult {
    let indicator = indicator(unit, Polarity::HigherIsBetter);
    let between = change(&indicator, (since, a), (until, b));
    let Some(relative) = between.relative_rounded(6) else { return Ok(()) };
    let relative = RelativeChange::new(relative).unwrap();
    let alone = StatedChange { indicator, since, until, relative };
    // Half a millionth of a per cent of the earlier number, and half of the last place.
    let slack = of(a) / 200_000_000 + 10_i128.pow(6 - unit.decimal_places()) / 2 + 1;
    match alone.apply_to_rounded(a, 6) {
        Ok(there) => {
            prop_assert_eq!(there.unit(), unit);
            prop_assert!((of(there) - of(b)).abs() <= slack);
        }
        Err(_) => prop_assert!(range(unit)[1] - of(b) <= slack),
    }
    Ok(())
}

/// Between exact numbers the verdict is their order, seen by the polarity; it is never in doubt.
fn verdict_is_the_order(unit: Unit, [since, until]: [Period; 2], a: Quantity, b: Quantity) -> TestCaseResult {
    let verdict = |polarity| change(&indicator(unit, polarity), (since, a), (until, b)).verdict();
    let expected = match b.value().cmp(&a.value()) {
        Ordering::Less => [Verdict::Improved, Verdict::Worsened, Verdict::Changed],
        Ordering::Equal => [Verdict::Unchanged; 3],
        Ordering::Greater => [Verdict::Worsened, Verdict::Improved, Verdict::Changed],
    };
    let polarities = [Polarity::LowerIsBetter, Polarity::HigherIsBetter, Polarity::Neutral];
    prop_assert_eq!(polarities.map(verdict), expected);
    Ok(())
}

/// A stated change has no ends and no bounds, is judged by its sign, is rounded only on the way out,
/// is applied as the relative change itself is, and is the same after the wire.
fn stated_change(
    unit: Unit,
    [since, until]: [Period; 2],
    relative: RelativeChange,
    baseline: Quantity,
    dp: u32,
    polarity: Polarity,
) -> TestCaseResult {
    let indicator = indicator(unit, polarity);
    let stated = StatedChange { indicator, since, until, relative };
    let change = stated.change().unwrap();
    prop_assert_eq!(change.indicator(), &stated.indicator);
    prop_assert_eq!((change.since(), change.until()), (since, until));
    prop_assert_eq!((change.earlier(), change.later()), (None, None));
    prop_assert_eq!((change.absolute_rounded(dp), change.absolute_printed()), (None, None));
    prop_assert_eq!((change.absolute_bounds(), change.as_printed()), (None, None));
    prop_assert_eq!(stated.apply_to_rounded(baseline, dp), relative.apply_to_rounded(baseline, dp));
    let rounded = relative.value().round_dp_with_strategy(dp, RoundingStrategy::MidpointAwayFromZero);
    prop_assert_eq!(change.relative_rounded(dp), Some(rounded));
    let moved = relative.cmp(&RelativeChange::ZERO);
    prop_assert_eq!(change.verdict(), verdict_of(Some(moved), polarity));
    let reason = match moved {
        Ordering::Less => Reason::Fell,
        Ordering::Equal => Reason::Same,
        Ordering::Greater => Reason::Rose,
    };
    prop_assert_eq!(change.reason(), reason);
    prop_assert_eq!(over_the_wire(&stated), stated);
    Ok(())
}

/// The laws of changes between exact numbers of a unit.
macro_rules! exact_laws {
    ($($module:ident: $unit:ident;)+) => { $(
        mod $module {
            use super::*;

            const UNIT: Unit = Unit::$unit;

            fn values() -> BoxedStrategy<Quantity> {
                numbers(UNIT)
            }

            proptest! {
                #![proptest_config(config())]

                #[test]
                fn absolute_is_transitive(when in periods(), values in [values(), values(), values()]) {
                    super::absolute_is_transitive(UNIT, when, values)?;
                }

                #[test]
                fn relative_of_the_earlier_is_the_difference(
                    when in periods(), a in values(), b in values(), dp in 0..=6_u32,
                ) {
                    super::relative_of_the_earlier_is_the_difference(UNIT, when, a, b, dp)?;
                }

                #[test]
                fn stated_change_leads_there(when in periods(), a in values(), b in values()) {
                    super::stated_change_leads_there(UNIT, when, a, b)?;
                }

                #[test]
                fn verdict_is_the_order(when in periods(), a in values(), b in values()) {
                    super::verdict_is_the_order(UNIT, when, a, b)?;
                }

                #[test]
                fn stated_change(
                    when in periods(), relative in any::<RelativeChange>(), baseline in values(),
                    dp in 0..=6_u32, polarity in any::<Polarity>(),
                ) {
                    super::stated_change(UNIT, when, relative, baseline, dp, polarity)?;
                }
            }
        }
    )+ };
}

exact_laws! {
    per_cent: PerCent;
    percentage_points: PercentagePoints;
    per_10000: Per10000;
    fte: Fte;
    headcount: Headcount;
    children: Children;
    cases: Cases;
    cases_per_fte: CasesPerFte;
    working_days: WorkingDays;
    weeks: Weeks;
    pounds: Pounds;
    number: Number;
    score: Score;
}

/// The units whose numbers have six places: all but the whole ones and pounds.
fn to_six_places() -> Vec<Unit> {
    divisible().into_iter().filter(|unit| *unit != Unit::Pounds).collect()
}

proptest! {
    #![proptest_config(config())]

    /// A stated change goes forward in time and between periods of one kind, or is refused.
    #[test]
    fn stated_change_goes_forward(
        since in any::<Period>(),
        until in any::<Period>(),
        relative in any::<RelativeChange>(),
        indicator in own(Unit::ALL.to_vec()),
    ) {
        let forward = since.kind() == until.kind() && since.end() < until.end();
        prop_assert_eq!(StatedChange { indicator, since, until, relative }.change().is_ok(), forward);
    }

    /// A stated change is applied to a number of its own unit only, and leads no share above its whole.
    #[test]
    fn stated_change_knows_its_indicator(
        [since, until] in periods(),
        indicator in own(Unit::ALL.to_vec()),
        baseline in any::<Quantity>(),
        share in 0..=100_u32,
        relative in (-100..=300_i64).prop_map(|relative| RelativeChange::new(relative.into()).unwrap()),
    ) {
        let unit = indicator.unit();
        let stated = StatedChange { indicator, since, until, relative };
        if baseline.unit() != unit {
            prop_assert!(stated.apply_to_rounded(baseline, 0).is_err());
        }
        let within = Quantity::new(Unit::PerCent, share.into()).unwrap();
        let leads_to = Decimal::from(share) * (dec!(100) + relative.value()) / dec!(100);
        let allowed = unit == Unit::PerCent && (!stated.indicator.is_share() || leads_to <= dec!(100));
        let applied = stated.apply_to_rounded(within, 6);
        prop_assert_eq!(applied.ok().map(Quantity::value), allowed.then_some(leads_to));
    }

    /// Vacancy rates are judged by their counts, not as rounded, and are never in doubt.
    #[test]
    fn rate_verdict_by_counts(
        [since, until] in periods(),
        counts in prop_oneof![
            [0..=6_u32, 1..=6, 0..=6, 1..=6],
            [0..=u32::MAX, 1..=u32::MAX, 0..=u32::MAX, 1..=u32::MAX],
        ],
    ) {
        let [was_vacant, was_in_post, is_vacant, is_in_post] = counts.map(i128::from);
        let rate = |vacant: i128, in_post: i128| {
            let count = |count: i128| Quantity::new(Unit::Number, decimal(count * MILLION)).unwrap();
            Rate::new(&catalogue::VACANCY_RATE_FTE, count(vacant), count(vacant + in_post)).unwrap()
        };
        // A larger share is vacant exactly when there are more vacancies to each in post.
        let expected = match (is_vacant * was_in_post).cmp(&(was_vacant * is_in_post)) {
            Ordering::Less => Verdict::Improved,
            Ordering::Equal => Verdict::Unchanged,
            Ordering::Greater => Verdict::Worsened,
        };
        let (was, is) = (rate(was_vacant, was_in_post), rate(is_vacant, is_in_post));
        prop_assert_eq!(change(&catalogue::VACANCY_RATE_FTE, (since, was), (until, is)).verdict(), expected);
    }

    /// What is at least all of a share is all of it: to exactly 100%, as a figure or by its counts, nothing
    /// has changed, and the difference is exactly 0.
    #[test]
    fn at_least_all_is_all(
        [since, until] in periods(),
        polarity in any::<Polarity>(),
        all in 1..=u32::MAX,
        kinds in [0..3_usize, 0..3],
    ) {
        let share = indicator(Unit::PerCent, polarity).share().unwrap();
        let whole = || Rate::new(&share, all, all).unwrap();
        let [was, is] = kinds.map(|kind| match kind {
            0 => Figure::read(Unit::PerCent, "at least 100%").unwrap().into(),
            1 => Figure::read(Unit::PerCent, "exactly 100%").unwrap().into(),
            _ => Observed::from(whole()),
        });
        let change = change(&share, (since, was), (until, is));
        prop_assert_eq!((change.verdict(), change.reason()), (Verdict::Unchanged, Reason::Same));
        let bounds = change.absolute_bounds().unwrap();
        let nothing = Bound::Included(Decimal::ZERO);
        prop_assert_eq!((bounds.lower(), bounds.upper()), (nothing, nothing));
        prop_assert_eq!(bounds.to_string(), "exactly 0 percentage points");
    }

    /// A change that is seen only in the sixth place is printed with six places, however few the indicator
    /// has.
    #[test]
    fn sixth_place_is_shown(
        [since, until] in periods(),
        unit in select(to_six_places()),
        number in 0..=999_999_i128,
        dp in 0..=5_u32,
    ) {
        let indicator = own_indicator(unit, Polarity::HigherIsBetter, false, dp);
        let exact = |millionths| Quantity::new(unit, decimal(millionths)).unwrap();
        let rise = change(&indicator, (since, exact(number)), (until, exact(number + 1)));
        prop_assert_eq!(rise.absolute_printed().unwrap().to_string(), "0.000001");
        prop_assert!(rise.to_string().contains(": +0.000001"), "{}", rise);
        let fall = change(&indicator, (since, exact(number + 1)), (until, exact(number)));
        prop_assert_eq!(fall.absolute_printed().unwrap().to_string(), "-0.000001");
        prop_assert!(fall.to_string().contains(": -0.000001"), "{}", fall);
        prop_assert_eq!((rise.verdict(), fall.verdict()), (Verdict::Improved, Verdict::Worsened));
    }

    /// Rates that are nearer to each other than six places show are said to be so, and which way they moved.
    #[test]
    fn nearer_than_six_places_is_said(
        [since, until] in periods(), count in 1..=200_i128, of in 201..=999_999_i128, below in 0..=1_i128,
    ) {
        let indicator = indicator(Unit::PerCent, Polarity::HigherIsBetter);
        let number = |millionths| Quantity::new(Unit::Number, decimal(millionths)).unwrap();
        // A millionth of a count more is less than half a millionth of a per cent of 201 or more.
        let rate = |more| {
            let count = count * MILLION - below + more;
            Rate::new(&indicator, number(count), number(of * MILLION)).unwrap()
        };
        let rise = change(&indicator, (since, rate(0)), (until, rate(1)));
        let fall = change(&indicator, (since, rate(1)), (until, rate(0)));
        prop_assert_eq!((rise.absolute_rounded(6), fall.absolute_rounded(6)), (Some(dec!(0)), Some(dec!(0))));
        prop_assert_eq!((rise.verdict(), fall.verdict()), (Verdict::Improved, Verdict::Worsened));
        // Where the print rounds them apart that is said instead.
        if rise.as_printed().is_none() {
            prop_assert!(rise.to_string().contains(": up by less than 0.000001, "), "{}", rise);
            prop_assert!(fall.to_string().contains(": down by less than 0.000001, "), "{}", fall);
        }
    }
}

/// A case that once failed: more than 2 people and then fewer than 3 are at least 3 and then at most 2.
#[test]
fn over_2_to_under_3_is_a_fall() {
    let people = indicator(Unit::Headcount, Polarity::HigherIsBetter);
    let change = Change::between(&people, ("2019-09-30", "over 2"), ("2019-10-01", "under 3")).unwrap();
    assert_eq!((change.verdict(), change.reason()), (Verdict::Worsened, Reason::Fell));
    assert_eq!(change.to_string(), "over 2 (2019-09-30) to under 3 (2019-10-01): worsened");
    assert_eq!(change.absolute_bounds().unwrap().to_string(), "at most -1");
}

/// The counts say 1.4 where the printed figures, 16.7 and 15.4, are 1.3 apart. Invented.
#[test]
fn right_by_the_counts() {
    let rate = |agency: u32| Rate::new(&catalogue::AGENCY_RATE_FTE, agency, 100_000).unwrap();
    let change =
        Change::between(&catalogue::AGENCY_RATE_FTE, ("2023", rate(16_749)), ("2024", rate(15_351))).unwrap();
    assert_eq!(change.absolute_printed(), Some(dec!(-1.4)));
    assert_eq!(change.as_printed(), Some(dec!(-1.3)));
    assert_eq!(
        change.to_string(),
        "16.7% (2023) to 15.4% (2024): \
         -1.4 percentage points by the counts (-1.3 as printed), -8.3%, improved",
    );

    // As figures they are what they print as, and the difference is theirs.
    let figures = Change::between(&catalogue::AGENCY_RATE_FTE, ("2023", "16.7%"), ("2024", "15.4%")).unwrap();
    assert_eq!((figures.absolute_printed(), figures.as_printed()), (Some(dec!(-1.3)), None));
    assert_eq!(figures.to_string(), "16.7% (2023) to 15.4% (2024): -1.3 percentage points, -7.8%, improved",);
}

/// The range of each unit is the one that its documentation names, which these laws draw from.
#[test]
fn ranges_are_as_documented() {
    for &unit in Unit::ALL {
        let [least, most] = range(unit).map(decimal);
        assert_eq!(unit.range(), (least, most), "{unit}");
        for end in [least, most] {
            assert_eq!(Quantity::new(unit, end).map(Quantity::value), Ok(end), "{unit}");
        }
        assert!(
            Quantity::new(unit, most + dec!(1)).is_err() && Quantity::new(unit, least - dec!(1)).is_err()
        );
    }
}

/// A change that shows itself only at a further place is not told once more as that of the printed figures.
#[test]
fn not_told_twice() {
    let points = own_indicator(Unit::PercentagePoints, Polarity::Neutral, false, 0);
    let change = Change::between(&points, ("2018", "0 / 1"), ("2019", "exactly -0.000001")).unwrap();
    assert_eq!(change.absolute_printed(), Some(dec!(-0.000001)));
    assert_ne!(change.as_printed(), change.absolute_printed(), "{change}");
}

/// 10^20 per cent is the most that a relative change can be, and can be.
#[test]
fn the_greatest_relative_change() {
    let points = indicator(Unit::PercentagePoints, Polarity::Neutral);
    let change = |to: &str| Change::between(&points, ("2018", "exactly 0.000001"), ("2019", to)).unwrap();
    let relative = |to| change(to).relative_rounded(6);
    assert_eq!(relative("exactly 1000000000000"), Some(RelativeChange::MAX.value() - dec!(100)));
    assert_eq!(relative("exactly 1000000000000.000002"), None);
    assert_eq!(relative("exactly 1000000000000.000001"), Some(RelativeChange::MAX.value()));
}
