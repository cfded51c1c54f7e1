//! Laws of every change, whatever is observed.

use crate::{config, exact::*, observations::*};
use childrens_services::{
    Change, Figure, Observed, Period, Polarity, Reason, Symbol, Unit, Verdict, kpi::catalogue,
    rust_decimal::Decimal,
};
use proptest::{prelude::*, test_runner::TestCaseResult};
use std::{
    cmp::Ordering,
    ops::{Bound, RangeBounds},
};

/// With the values swapped the difference is negated, its bounds too, and the verdict mirrored.
fn swapped_values_mirror_the_change(pair: Pair, when: [Period; 2], dp: u32) -> TestCaseResult {
    let (there, back) = (pair.change(when), pair.swapped().change(when));
    prop_assert_eq!(there.absolute_rounded(dp), back.absolute_rounded(dp).map(|change| -change));
    prop_assert_eq!(there.absolute_printed(), back.absolute_printed().map(|change| -change));
    prop_assert_eq!(there.as_printed(), back.as_printed().map(|change| -change));
    prop_assert_eq!(there.verdict(), mirrored(back.verdict()));
    prop_assert_eq!(there.reason(), turned(back.reason()));
    let ends = |change: &Change| change.absolute_bounds().map(|bounds| (bounds.lower(), bounds.upper()));
    let negated =
        |(lower, upper): (Bound<Decimal>, Bound<Decimal>)| (upper.map(|end| -end), lower.map(|end| -end));
    prop_assert_eq!(ends(&there), ends(&back).map(negated));
    Ok(())
}

/// The sign of the difference, of the relative change and of the verdict agree.
fn signs_agree(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let change = pair.change(when);
    let sign = change.absolute_rounded(6).map(|change| change.cmp(&Decimal::ZERO));
    let relative = change.relative_rounded(6).map(|change| change.cmp(&Decimal::ZERO));
    let polarity = pair.indicator.polarity();
    let lower = polarity == Polarity::LowerIsBetter;
    let agrees = sign.is_none_or(|sign| match change.verdict() {
        Verdict::Improved => sign.is_eq() || sign.is_lt() == lower,
        Verdict::Worsened => sign.is_eq() || sign.is_gt() == lower,
        Verdict::Unchanged => sign.is_eq(),
        Verdict::Changed => polarity == Polarity::Neutral,
        _ => true,
    });
    prop_assert!(agrees, "{}", change);
    let both = sign.zip(relative).filter(|(sign, relative)| sign.is_ne() && relative.is_ne());
    prop_assert!(both.is_none_or(|(sign, relative)| sign == relative));
    prop_assert!(relative.is_none() || sign.is_some());
    Ok(())
}

/// The difference is the long division of the exact one, rounded once, halves away from zero; what
/// states no number has none.
fn difference_by_long_division(pair: Pair, when: [Period; 2], dp: u32) -> TestCaseResult {
    let expected = stated(&pair.later)
        .zip(stated(&pair.earlier))
        .map(|(later, earlier)| rounded(difference(later, earlier), dp));
    prop_assert_eq!(pair.change(when).absolute_rounded(dp).map(millionths), expected);
    Ok(())
}

/// The relative change is 100 x (later - earlier) / earlier by long division, rounded once, halves
/// away from zero; none from 0 or less, none to less than 0, and none above 10^20 per cent.
fn relative_by_long_division(pair: Pair, when: [Period; 2], dp: u32) -> TestCaseResult {
    let both = stated(&pair.later).zip(stated(&pair.earlier));
    let defined = both.filter(|(later, earlier)| earlier.0 > 0 && later.0 >= 0);
    let exact = defined.map(|((c, d), (a, b))| (c * b - a * d, a * d));
    prop_assume!(exact.is_none_or(|exact| compare(exact, MOST_RELATIVE).is_ne()));
    let expected = exact.filter(|exact| compare(*exact, MOST_RELATIVE).is_lt()).map(|exact| {
        // Per cent: the point moves by two places.
        let dp = dp.min(6);
        long_division(exact, dp + 2).unwrap() * 10_i128.pow(6 - dp)
    });
    prop_assert_eq!(pair.change(when).relative_rounded(dp).map(millionths), expected);
    Ok(())
}

/// The verdict is that of the true values, seen by the polarity: it is told exactly when those of one
/// observation all lie above those of the other, or both are one and the same. The reason says
/// which, or what kind of observation the doubt is for.
fn verdict_by_the_true_values(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let change = pair.change(when);
    let moved = moved(span(&pair.indicator, &pair.earlier), span(&pair.indicator, &pair.later));
    let expected = verdict_of(moved, pair.indicator.polarity());
    prop_assert_eq!(change.verdict(), expected, "{} to {}", pair.earlier, pair.later);
    let either = |kind: fn(&Observed) -> bool| kind(&pair.earlier) || kind(&pair.later);
    let expected = match moved {
        Some(Ordering::Less) => Reason::Fell,
        Some(Ordering::Equal) => Reason::Same,
        Some(Ordering::Greater) => Reason::Rose,
        None if either(|value| value.symbol().is_some_and(|symbol| symbol != Symbol::Low)) => {
            Reason::MissingFigure
        }
        None if either(|value| stated(value).is_none()) => Reason::VagueFigure,
        None => Reason::WithinRounding,
    };
    prop_assert_eq!(change.reason(), expected, "{} to {}", pair.earlier, pair.later);
    Ok(())
}

/// The polarity turns better into worse; where neither is better, what moved has changed; what did
/// not move, or cannot be told, is so by any polarity. The reason stays.
fn verdict_flips_with_polarity(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let changes = [Polarity::LowerIsBetter, Polarity::HigherIsBetter, Polarity::Neutral]
        .map(|polarity| pair.with_polarity(polarity).change(when));
    let [lower, higher, neutral] = [0, 1, 2].map(|index| changes[index].verdict());
    prop_assert_eq!(lower, mirrored(higher));
    let moved = matches!(higher, Verdict::Improved | Verdict::Worsened);
    prop_assert_eq!(neutral, if moved { Verdict::Changed } else { higher });
    prop_assert!(moved || matches!(higher, Verdict::Unchanged | Verdict::CannotTell));
    let reasons = [0, 1, 2].map(|index| changes[index].reason());
    prop_assert_eq!(reasons, [pair.change(when).reason(); 3]);
    prop_assert_eq!(moved, matches!(reasons[0], Reason::Rose | Reason::Fell));
    Ok(())
}

/// The bounds hold the difference of every two true values, and so that of what is printed.
fn bounds_hold_every_difference(pair: Pair, when: [Period; 2], [from, to]: [i128; 2]) -> TestCaseResult {
    let change = pair.change(when);
    let spans = span(&pair.indicator, &pair.earlier).zip(span(&pair.indicator, &pair.later));
    let bounds = change.absolute_bounds();
    prop_assert_eq!(bounds.is_some(), spans.is_some());
    if let Some((bounds, (earlier, later))) = bounds.zip(spans) {
        let whole = pair.indicator.unit().is_whole();
        let between = difference(inside(later, whole, to), inside(earlier, whole, from));
        prop_assert!(holds(bounds, between), "{:?} in {}", between, bounds);
        let stated = stated(&pair.later).zip(stated(&pair.earlier));
        let inside = stated.map(|(later, earlier)| holds(bounds, difference(later, earlier)));
        // A number in a share may be rounded to above the whole: none is drawn here.
        prop_assert_ne!(inside, Some(false));
        let exact = change.absolute_rounded(6).filter(|_| !is_rate(&pair.earlier) && !is_rate(&pair.later));
        prop_assert!(exact.is_none_or(|absolute| bounds.contains(&absolute)));
    }
    Ok(())
}

/// The bounds end where the ends of both observations do; of a share those that lie within 100%
/// count, those beyond do not. An end that six places cannot hold is rounded outwards.
fn bounds_are_those_of_the_ends(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let spans = span(&pair.indicator, &pair.earlier).zip(span(&pair.indicator, &pair.later));
    let minus = |to: Option<End>, from: Option<End>| {
        let (to, from) = to.zip(from)?;
        Some((difference(to.at, from.at), to.included && from.included))
    };
    let bound = |end: Option<(Fraction, bool)>, outwards: fn(Fraction) -> i128| match end {
        None => Bound::Unbounded,
        Some((end, true)) if floor(end) == ceiling(end) => Bound::Included(decimal(floor(end))),
        Some((end, _)) => Bound::Excluded(decimal(outwards(end))),
    };
    let expected =
        spans.map(|(was, is)| (bound(minus(is[0], was[1]), floor), bound(minus(is[1], was[0]), ceiling)));
    let bounds = pair.change(when).absolute_bounds();
    prop_assert_eq!(bounds.map(|bounds| (bounds.lower(), bounds.upper())), expected);
    let unit = pair.indicator.unit();
    let of_difference = if unit == Unit::PerCent { Unit::PercentagePoints } else { unit };
    prop_assert!(bounds.is_none_or(|bounds| bounds.unit() == of_difference));
    Ok(())
}

/// A change is printed with the indicator's places (a relative one with one); one that would print
/// as 0 and is not 0 shows itself at the first further place that tells.
fn printed_where_it_shows(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let change = pair.change(when);
    let first = |dp: u32, change: &dyn Fn(u32) -> Option<Decimal>| {
        let tells = (dp..=6).find(|dp| change(*dp).is_some_and(|change| !change.is_zero()));
        let dp = tells.unwrap_or(dp);
        change(dp).map(|change| (change, dp))
    };
    let shown = |printed: Option<Decimal>| printed.map(|printed| (printed, printed.scale()));
    let dp = pair.indicator.decimal_places();
    prop_assert_eq!(shown(change.absolute_printed()), first(dp, &|dp| change.absolute_rounded(dp)));
    prop_assert_eq!(shown(change.relative_printed()), first(1, &|dp| change.relative_rounded(dp)));
    Ok(())
}

/// The difference of the printed figures is told exactly where a rate is among them and it is not
/// that of the counts. Where a figure shows more places than the indicator prints, what is told is exact.
fn as_printed_where_printing_differs(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let dp = pair.indicator.decimal_places();
    let change = pair.change(when);
    let told = change.as_printed();
    let of_printed =
        printed(&pair.later, dp).zip(printed(&pair.earlier, dp)).map(|(later, earlier)| later - earlier);
    let with_rate = is_rate(&pair.earlier) || is_rate(&pair.later);
    if of_printed.is_none_or(|of| of % 10_i128.pow(6 - dp) == 0) {
        let differs = of_printed != change.absolute_rounded(dp).map(millionths);
        prop_assert_eq!(told.map(millionths), of_printed.filter(|_| differs && with_rate));
        prop_assert!(told.is_none_or(|printed| printed.scale() == dp));
    } else {
        let right = told.map(millionths) == of_printed && told != change.absolute_rounded(dp);
        prop_assert!(told.is_none() || with_rate && right, "{}", change);
    }
    Ok(())
}

/// The sentence begins with both observations as they are printed, says where the counts differ
/// from the print, and ends with the verdict, in doubt with its reason.
fn in_a_sentence(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let change = pair.change(when);
    let text = change.to_string();
    let [since, until] = when;
    let beginning = format!("{} ({since}) to {} ({until}): ", pair.earlier, pair.later);
    prop_assert!(text.starts_with(&beginning), "{}", text);
    let reason = match change.verdict() {
        Verdict::CannotTell => format!(": {}", change.reason()),
        _ => String::new(),
    };
    prop_assert!(text.ends_with(&format!("{}{reason}", change.verdict())), "{}", text);
    prop_assert_eq!(text.contains(" by the counts ("), change.as_printed().is_some());
    let nearer = change.absolute_rounded(6).is_some_and(|change| change.is_zero())
        && matches!(change.reason(), Reason::Rose | Reason::Fell);
    let told = change.as_printed().is_none() && nearer;
    prop_assert_eq!(text.contains(" by less than 0.000001"), told, "{}", text);
    prop_assert_eq!(text.contains("%, "), change.relative_printed().is_some(), "{}", text);
    Ok(())
}

/// On the wire a change says what its accessors say; the figures read back in their unit.
fn on_the_wire(pair: Pair, when: [Period; 2]) -> TestCaseResult {
    let change = pair.change(when);
    let json = serde_json::to_value(&change).unwrap();
    let text = |number: Option<Decimal>| number.map(|number| number.to_string());
    let dp = pair.indicator.decimal_places();
    let expected = serde_json::json!({
        "code": pair.indicator.code(),
        "title": pair.indicator.title(),
        "since": when[0].to_string(),
        "until": when[1].to_string(),
        "earlier": pair.earlier.to_string(),
        "later": pair.later.to_string(),
        "absolute": text(change.absolute_printed()),
        "absolute_unit": pair.indicator.unit().of_difference().label(),
        "relative": text(change.relative_printed()),
        "bounds": change.absolute_bounds().map(|bounds| bounds.to_string()),
        "as_printed": text(change.as_printed()),
        "verdict": change.verdict().code(),
        "reason": change.reason().code(),
    });
    prop_assert_eq!(&json, &expected);
    let read = |name: &str| Figure::read(pair.indicator.unit(), json[name].as_str().unwrap()).unwrap();
    prop_assert_eq!(read("earlier"), pair.earlier.figure_rounded(dp));
    prop_assert_eq!(read("later"), pair.later.figure_rounded(dp));
    Ok(())
}

/// A change goes forward in time and between periods of one kind, or is refused.
fn time_goes_forward(pair: Pair, since: Period, until: Period) -> TestCaseResult {
    let forward = since.kind() == until.kind() && since.end() < until.end();
    let Pair { indicator, earlier, later } = pair;
    prop_assert_eq!(Change::between(&indicator, (since, earlier), (until, later)).is_ok(), forward);
    Ok(())
}

/// The laws of every change, for one kind of indicator and one kind of observation.
macro_rules! change_laws {
    ($($module:ident: $indicators:expr, $values:expr;)+) => { $(
        mod $module {
            use super::*;

            fn sample() -> impl Strategy<Value = Pair> {
                pairs($indicators, $values)
            }

            proptest! {
                #![proptest_config(config())]

                #[test]
                fn swapped_values_mirror_the_change(pair in sample(), when in periods(), dp in 0..=8_u32) {
                    super::swapped_values_mirror_the_change(pair, when, dp)?;
                }

                #[test]
                fn signs_agree(pair in sample(), when in periods()) {
                    super::signs_agree(pair, when)?;
                }

                #[test]
                fn difference_by_long_division(pair in sample(), when in periods(), dp in 0..=8_u32) {
                    super::difference_by_long_division(pair, when, dp)?;
                }

                #[test]
                fn relative_by_long_division(pair in sample(), when in periods(), dp in 0..=8_u32) {
                    super::relative_by_long_division(pair, when, dp)?;
                }

                #[test]
                fn verdict_by_the_true_values(pair in sample(), when in periods()) {
                    super::verdict_by_the_true_values(pair, when)?;
                }

                #[test]
                fn verdict_flips_with_polarity(pair in sample(), when in periods()) {
                    super::verdict_flips_with_polarity(pair, when)?;
                }

                #[test]
                fn bounds_hold_every_difference(
                    pair in sample(), when in periods(), tenths in [0..=10_i128, 0..=10],
                ) {
                    super::bounds_hold_every_difference(pair, when, tenths)?;
                }

                #[test]
                fn bounds_are_those_of_the_ends(pair in sample(), when in periods()) {
                    super::bounds_are_those_of_the_ends(pair, when)?;
                }

                #[test]
                fn printed_where_it_shows(pair in sample(), when in periods()) {
                    super::printed_where_it_shows(pair, when)?;
                }

                #[test]
                fn as_printed_where_printing_differs(pair in sample(), when in periods()) {
                    super::as_printed_where_printing_differs(pair, when)?;
                }

                #[test]
                fn in_a_sentence(pair in sample(), when in periods()) {
                    super::in_a_sentence(pair, when)?;
                }

                #[test]
                fn on_the_wire(pair in sample(), when in periods()) {
                    super::on_the_wire(pair, when)?;
                }

                #[test]
                fn time_goes_forward(pair in sample(), since in any::<Period>(), until in any::<Period>()) {
                    super::time_goes_forward(pair, since, until)?;
                }
            }
        }
    )+ };
}

change_laws! {
    percent_figures: own(vec![Unit::PerCent]), figures_of;
    headcount_figures: own(vec![Unit::Headcount]), figures_of;
    signed_figures: own(vec![Unit::Score, Unit::Pounds, Unit::PercentagePoints, Unit::Number]), figures_of;
    figures_of_any_unit: own(Unit::ALL.to_vec()), figures_of;
    exact_numbers: own(Unit::ALL.to_vec()), exact_of;
    reported_days: own(vec![Unit::WorkingDays]), exact_or_withheld;
    vacancy_rates: Just(catalogue::VACANCY_RATE_FTE.clone()).boxed(), rates_of;
    published: published_rates(), rates_or_withheld;
    own_rates: own(divisible()), rates_of_any_counts;
    own_rates_beside_figures: own(divisible()), rates_beside_figures;
}
