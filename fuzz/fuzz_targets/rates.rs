//! Rates and changes of any counts: no overflow, shares within 100%, and the same rounding as long
//! division on whole numbers.
#![no_main]

use childrens_services::{
    AverageCaseload, Cases, Days, Fte, Period, SicknessAbsenceRate, TurnoverRateFte, VacancyGapRate, VacancyRate,
    rust_decimal::Decimal,
};
use libfuzzer_sys::fuzz_target;

fn fte(number: u64) -> Fte {
    Fte::new(Decimal::from_i128_with_scale(i128::from(number % 1_000_000_000_001), 6)).unwrap()
}

/// Half away from zero by long division, in units of the last of `dp` places.
fn divided(numerator: u128, denominator: u128, dp: u32) -> Decimal {
    let scaled = numerator * 10_u128.pow(dp);
    let rounded = (2 * scaled + denominator) / (2 * denominator);
    Decimal::from_i128_with_scale(i128::try_from(rounded).unwrap(), dp)
}

fuzz_target!(|numbers: (u64, u64, u64, u64, u32, u8)| {
    let (a, b, c, d, cases, dp) = numbers;
    let (a, b, c, d, dp) = (fte(a), fte(b), fte(c), fte(d), u32::from(dp % 7));
    let micros = |fte: Fte| u128::try_from((fte.value() * Decimal::from(1_000_000)).mantissa()).unwrap()
        / 10_u128.pow((fte.value() * Decimal::from(1_000_000)).scale());
    if let (Ok(earlier), Ok(later)) = (VacancyRate::new(a, b), VacancyRate::new(c, d)) {
        let percent = later.to_percent_rounded(dp).value();
        assert!(percent <= Decimal::ONE_HUNDRED);
        assert_eq!(percent, divided(100 * micros(c), micros(c) + micros(d), dp));
        assert_eq!(later.change_since_rounded(earlier, dp), -earlier.change_since_rounded(later, dp));
        let _ = later.relative_change_since_rounded(earlier, dp);
    }
    if let (Ok(earlier), Ok(later)) = (TurnoverRateFte::new(a, b), TurnoverRateFte::new(c, d)) {
        assert_eq!(later.to_percent_rounded(dp).value(), divided(100 * micros(c), micros(d), dp));
        let _ = (later.relative_change_since_rounded(earlier, dp), later.cmp(&earlier));
    }
    if let Ok(gap) = VacancyGapRate::new(a, b, c) {
        assert!(gap.to_percent_rounded(dp).value() <= Decimal::ONE_HUNDRED);
    }
    if let (Ok(earlier), Ok(later)) =
        (AverageCaseload::new(Cases::new(cases), a), AverageCaseload::new(Cases::new(u32::MAX), b))
    {
        let _ = (later.change_since_rounded(earlier, dp), later.relative_change_since_rounded(earlier, dp));
    }
    let year = Period::reporting_year(2020).unwrap();
    let lost = |number: Fte| Days::new(number.value() * Decimal::TEN).unwrap();
    if let (Ok(earlier), Ok(later)) =
        (SicknessAbsenceRate::new(lost(a), b, year), SicknessAbsenceRate::new(lost(c), d, year))
    {
        let _ = (later.change_since_rounded(earlier, dp), later.relative_change_since_rounded(earlier, dp));
    }
});
