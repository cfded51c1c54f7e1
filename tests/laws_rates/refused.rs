//! Laws of rates that cannot be made.

use crate::{config, counts::*};
use childrens_services::{
    Fte, Headcount, Indicator, Polarity, Quantity, Rate, Snapshot, Symbol, Unit, caseload::StatedTeams,
    kpi::catalogue::*, rust_decimal::Decimal,
};
use proptest::{prelude::*, test_runner::TestCaseResult};

/// What is said of a denominator of which every count is 0.
fn nothing(formula: &Formula) -> String {
    match formula.denominator {
        [one] => format!("{} is 0", one.code()),
        [one, other] => format!("{} and {} are both 0", one.code(), other.code()),
        other => panic!("{other:?}"),
    }
}

/// Of known counts a rate is refused exactly where its whole is 0, or where the quotient is above
/// what its unit holds.
fn refused_without_a_whole(indicator: &Indicator, snapshot: Snapshot) -> TestCaseResult {
    let formula = formula(indicator);
    let (numerator, denominator) = formula.ratio(&of_snapshot(&snapshot), snapshot.period);
    // Each of these units holds up to 100 million million.
    let too_large = denominator > 0 && numerator / denominator > 100_000_000_000_000;
    match snapshot.rate(indicator) {
        Ok(_) => prop_assert!(denominator > 0 && !too_large),
        Err(error) if denominator == 0 => {
            let expected = format!("{} is not defined: {}", formula.indicator.code(), nothing(formula));
            prop_assert_eq!(error.to_string(), expected);
            prop_assert_eq!(
                (error.symbol(), error.indicator()),
                (Some(Symbol::NotApplicable), formula.indicator)
            );
        }
        Err(error) => {
            prop_assert!(too_large, "{}", error);
            prop_assert_eq!(error.symbol(), None);
        }
    }
    Ok(())
}

/// A rate is never made of a count that is missing or withheld, and where every count that it needs
/// is known and above 0 it is made. What is said is the whole that is 0, or else the first count
/// that is lacking; the symbol is that of the count, save that a rate of `[low]` may be anything.
fn rate_needs_its_counts(indicator: &Indicator, snapshot: Snapshot) -> TestCaseResult {
    let formula = formula(indicator);
    let needed: Vec<Held> = formula.needs.iter().map(|count| held(&snapshot, *count)).collect();
    let zero = formula.denominator.iter().all(|count| held(&snapshot, *count).1 == Some(Decimal::ZERO));
    let lacking = needed.iter().find(|(_, known, _)| known.is_none());
    let expected = match lacking {
        _ if zero => Some((nothing(formula), Symbol::NotApplicable)),
        Some((count, _, None)) => Some((format!("{} is not reported", count.code()), Symbol::NotAvailable)),
        Some((count, _, Some(symbol))) => {
            let stands = if *symbol == Symbol::Low { Symbol::NotAvailable } else { *symbol };
            Some((format!("{} is withheld as {symbol}, {}", count.code(), symbol.label()), stands))
        }
        None => None,
    };
    match (snapshot.rate(indicator), expected) {
        (Err(error), Some((text, symbol))) => {
            prop_assert_eq!(
                error.to_string(),
                format!("{} is not defined: {text}", formula.indicator.code())
            );
            prop_assert_eq!(error.symbol(), Some(symbol));
        }
        (Ok(_), None) => {}
        // Beyond what the unit holds.
        (Err(error), None) => prop_assert_eq!(
            error.to_string(),
            format!(
                "{} is not defined: a count is above 100000000000, or the quotient above {}, the most in {}",
                formula.indicator.code(),
                100_000_000_000_000_i64,
                formula.indicator.unit(),
            )
        ),
        (Ok(rate), Some((text, _))) => prop_assert!(false, "{} although {}", rate, text),
    }
    Ok(())
}

/// A rate of a sum lies between the rates of its parts, both ends included.
fn merged_rate_lies_between(indicator: &Indicator, parts: Vec<Snapshot>) -> TestCaseResult {
    let sum = Snapshot::total(&parts).unwrap();
    if let (Ok(one), Ok(other), Ok(both)) =
        (parts[0].rate(indicator), parts[1].rate(indicator), sum.rate(indicator))
    {
        let (least, most) = if one < other { (one, other) } else { (other, one) };
        prop_assert!(least <= both && both <= most, "{:?} not in {:?} to {:?}", both, least, most);
    }
    Ok(())
}

/// The rate of a total is the rate of the summed counts.
fn rate_of_the_total_is_that_of_summed_counts(indicator: &Indicator, parts: Vec<Snapshot>) -> TestCaseResult {
    let formula = formula(indicator);
    let of_parts: Vec<_> = parts.iter().map(of_snapshot).collect();
    let sum = |count| of_parts.iter().map(|of| of(count)).sum::<i128>();
    if let Ok(rate) = Snapshot::total(&parts).unwrap().rate(indicator) {
        let (numerator, denominator) = formula.quotient(&sum, parts[0].period);
        prop_assert_eq!(millionths(rate.numerator()), numerator);
        prop_assert_eq!(millionths(rate.denominator()), denominator);
    }
    Ok(())
}

/// The law of the rate of a formula that cannot be made.
macro_rules! refusal_laws {
    ($($module:ident: $rate:ident;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                #[test]
                fn refused_without_a_whole(snapshot in known_snapshots()) {
                    super::refused_without_a_whole(&$rate, snapshot)?;
                }

                #[test]
                fn rate_needs_its_counts(snapshot in any::<Snapshot>()) {
                    super::rate_needs_its_counts(&$rate, snapshot)?;
                }

                #[test]
                fn merged_rate_lies_between(parts in region(2)) {
                    super::merged_rate_lies_between(&$rate, parts)?;
                }

                #[test]
                fn rate_of_the_total_is_that_of_summed_counts(parts in (1..5_usize).prop_flat_map(region)) {
                    super::rate_of_the_total_is_that_of_summed_counts(&$rate, parts)?;
                }
            }
        }
    )+ };
}

refusal_laws! {
    turnover_fte: TURNOVER_RATE_FTE;
    turnover_headcount: TURNOVER_RATE_HEADCOUNT;
    agency_fte: AGENCY_RATE_FTE;
    agency_headcount: AGENCY_RATE_HEADCOUNT;
    agency_cover: AGENCY_COVER_RATE_FTE;
    vacancy: VACANCY_RATE_FTE;
    vacancy_agency_cover: VACANCY_AGENCY_COVER_RATE_FTE;
    caseload: CASELOAD_FTE;
    sickness_absence: ABSENCE_RATE_FTE;
    uncovered_vacancy: UNCOVERED_VACANCY_RATE_FTE;
    agency_dependence: AGENCY_DEPENDENCE_RATE_FTE;
}

proptest! {
    #![proptest_config(config())]

    /// A rate of two counts is refused exactly where its whole is 0, or where a part exceeds its whole.
    #[test]
    fn shares_need_a_whole(
        [part, whole] in any::<[Headcount; 2]>(), [a, b] in any::<[Fte; 2]>(),
    ) {
        let none = whole == Headcount::ZERO;
        for share in [&OFFER_TAKE_UP_RATE, &TIMELINESS_RATE, &TEAMS_WITHIN_MAXIMUM_RATE] {
            prop_assert_eq!(Rate::new(share, part, whole).is_err(), none || part > whole);
        }
        let stated = StatedTeams { within: part.count(), teams: whole.count() };
        prop_assert_eq!(stated.rate().is_err(), none || part > whole);
        prop_assert_eq!(Rate::new(&VACANCY_RATE_FTE, a, b).is_err(), b == Fte::ZERO || a > b);
        prop_assert_eq!(Rate::new(&TURNOVER_RATE_FTE, a, b).is_err(), b == Fte::ZERO);
        if let Err(error) = Rate::new(&OFFER_TAKE_UP_RATE, part, whole) {
            let reason = match none {
                true => "the denominator is 0".to_owned(),
                false => format!("it is a share of a whole, and {part} is above {whole}"),
            };
            prop_assert_eq!(error.to_string(), format!("offer_take_up_rate is not defined: {reason}"));
        }
    }

    /// No quotient is in whole people, children or cases; a count is below 0 only where the unit may be, and
    /// what is divided by never.
    #[test]
    fn negative_counts_and_whole_units(
        unit in any::<Unit>(), numerator in -9..=9_i64, denominator in -9..=9_i64,
    ) {
        let indicator = Indicator::new("x_law", "Law", unit, Polarity::Neutral).unwrap();
        let count = |number: i64| Quantity::new(Unit::Number, Decimal::from(number)).unwrap();
        let rate = Rate::new(&indicator, count(numerator), count(denominator));
        let negative = numerator < 0 && !unit.may_be_negative();
        prop_assert_eq!(rate.is_ok(), !unit.is_whole() && denominator > 0 && !negative);
        if let Err(error) = rate {
            let reason = if unit.is_whole() {
                format!("its unit is {unit}, and a quotient is no whole number")
            } else if denominator < 0 {
                format!("{denominator} is below 0")
            } else if negative {
                format!("{numerator} is below 0")
            } else {
                "the denominator is 0".to_owned()
            };
            prop_assert_eq!(error.to_string(), format!("x_law is not defined: {reason}"));
        }
    }

    /// A text that is not two numbers is no rate; it is said which of them is none.
    #[test]
    fn text_that_is_no_rate(
        text in prop_oneof![
            "\\PC{0,9}",
            "[0-9]{1,3}",
            "[0-9./ ]{0,9}",
            "[0-9]{1,2} ?/ ?[0-9]{1,2} ?/ ?[0-9]{1,2}",
        ],
    ) {
        let number = |text: &str| Quantity::read(Unit::Number, text.trim());
        let rate = Rate::read(&TURNOVER_RATE_FTE, &text);
        let refused = |reason: String| Some(format!("turnover_rate_fte is not defined: {reason}"));
        match text.split_once('/').map(|(one, other)| number(one).and_then(|one| Ok((one, number(other)?)))) {
            Some(Ok((one, other))) => prop_assert_eq!(rate, Rate::new(&TURNOVER_RATE_FTE, one, other)),
            Some(Err(error)) => {
                prop_assert_eq!(rate.err().map(|error| error.to_string()), refused(error.to_string()));
            }
            None => {
                let reason = format!("{text:?} is not written as two numbers (as in \"56.3 / 550.8\")");
                prop_assert_eq!(rate.err().map(|error| error.to_string()), refused(reason));
            }
        }
    }
}
