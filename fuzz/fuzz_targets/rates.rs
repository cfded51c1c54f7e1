//! Rates and changes of any counts: no overflow, shares within 100%, and the same rounding as long
//! division on whole numbers.
#![no_main]

use childrens_services::{
    Cases, Change, Days, Fte, Headcount, Period, Rate, Reported, Snapshot, kpi::catalogue,
    rust_decimal::Decimal,
};
use libfuzzer_sys::fuzz_target;

fn fte(number: u64) -> Fte {
    Fte::new(Decimal::from_i128_with_scale(i128::from(number % 1_000_000_000_001), 6)).unwrap()
}

fn micros(number: Decimal) -> u128 {
    let micros = number * Decimal::from(1_000_000);
    u128::try_from(micros.mantissa()).unwrap() / 10_u128.pow(micros.scale())
}

/// Half away from zero by long division, in units of the last of `dp` places.
fn divided(numerator: u128, denominator: u128, dp: u32) -> Decimal {
    let scaled = numerator * 10_u128.pow(dp);
    let rounded = (2 * scaled + denominator) / (2 * denominator);
    Decimal::from_i128_with_scale(i128::try_from(rounded).unwrap(), dp)
}

/// Counts that use every formula: `part` of `rest`, so many cases.
fn snapshot(year: i32, part: Fte, rest: Fte, cases: u32) -> Snapshot {
    let lost = Days::new(part.value() * Decimal::TEN).unwrap();
    let (part, rest) = (Some(Reported::Known(part)), Some(Reported::Known(rest)));
    let people = Some(Reported::Known(Headcount::new(cases)));
    Snapshot {
        inpost_fte: rest,
        inpost_headcount: people,
        leavers_fte: part,
        leavers_headcount: people,
        agency_fte: part,
        agency_headcount: people,
        agency_cover_fte: rest,
        vacancy_fte: part,
        case_holders_fte: rest,
        cases: Some(Reported::Known(Cases::new(cases))),
        working_days_lost_fte: Some(Reported::Known(lost)),
        ..Snapshot::new(Period::reporting_year(year).unwrap())
    }
}

fuzz_target!(|numbers: (u64, u64, u64, u64, u32, u8)| {
    let (a, b, c, d, cases, dp) = numbers;
    let (a, b, c, d, dp) = (fte(a), fte(b), fte(c), fte(d), u32::from(dp % 7));
    // The second year holds a 29 February.
    let (before, after) = (snapshot(2019, a, b, cases), snapshot(2020, c, d, u32::MAX));
    for ((indicator, earlier), (_, later)) in before.rates().zip(after.rates()) {
        let (Ok(earlier), Ok(later)) = (earlier, later) else { continue };
        let value = later.value_rounded(dp);
        let times = if indicator == &catalogue::CASELOAD_FTE { 1 } else { 100 };
        let numerator = times * micros(later.numerator());
        assert_eq!(value, divided(numerator, micros(later.denominator()), dp));
        assert!(value <= Decimal::ONE_HUNDRED || !indicator.is_share());
        let moved = later.minus_rounded(&earlier, dp).unwrap();
        assert_eq!(earlier.minus_rounded(&later, dp), Some(-moved));
        assert!(later.partial_cmp(&earlier).is_some());
        let again = Rate::read(indicator, &later.quotient()).unwrap();
        assert_eq!((again.numerator(), again.denominator()), (later.numerator(), later.denominator()));
        let change = Change::between(indicator, (before.period, earlier), (after.period, later)).unwrap();
        assert_eq!(change.absolute_rounded(dp), Some(moved));
        let _ =
            (change.relative_rounded(dp), change.as_printed(), change.absolute_bounds(), change.to_string());
    }
    // What the formulas make of the counts.
    if let Ok(vacancies) = after.rate(&catalogue::VACANCY_RATE_FTE) {
        let posts = micros(c.value()) + micros(d.value());
        assert_eq!(vacancies.value_rounded(dp), divided(100 * micros(c.value()), posts, dp));
    }
    if let Ok(absence) = after.rate(&catalogue::ABSENCE_RATE_FTE) {
        let (lost, could) = (1000 * micros(c.value()), 254 * micros(d.value()));
        assert_eq!(absence.value_rounded(dp), divided(lost, could, dp));
    }
    // Any two counts are a share, or are refused.
    if let Ok(share) = Rate::new(&catalogue::OFFER_TAKE_UP_RATE, a, b) {
        assert!(share.value_rounded(dp) <= Decimal::ONE_HUNDRED);
    }
    let _ = (before.findings().to_string(), after.findings().to_string());
});
