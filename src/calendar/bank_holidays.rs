//! The bank holidays of England: the rules, and the record of what was changed for one year.

use super::{CalendarError, WorkingDays};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::sync::LazyLock;

/// A bank holiday of England; here also Christmas Day and Good Friday, which are holidays by common law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct BankHoliday {
    #[serde(serialize_with = "crate::wire::write_day")]
    date: NaiveDate,
    title: &'static str,
}

impl BankHoliday {
    /// The day that is not worked: a substitute day where the holiday itself falls on a weekend.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.date
    }

    /// What it is called, such as `Spring bank holiday`.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.title
    }
}

/// The bank holidays of a year from 1995 to 2027, by date; each is a Monday to a Friday.
///
/// # Source
///
/// Banking and Financial Dealings Act 1971 and the royal proclamations under it. Those of 2025 to 2027 are
/// by rule: a proclamation can still add a day ([`WorkingDays::with_proclaimed`]).
///
/// # Errors
///
/// Refuses a year outside 1995 to 2027.
///
/// # Examples
///
/// ```
/// use childrens_services::calendar::bank_holidays;
///
/// let may: Vec<_> = bank_holidays(2020)?
///     .into_iter()
///     .filter(|holiday| holiday.date().to_string().starts_with("2020-05"))
///     .map(|holiday| format!("{} {}", holiday.date(), holiday.title()))
///     .collect();
/// assert_eq!(may, ["2020-05-08 Early May bank holiday", "2020-05-25 Spring bank holiday"]);
/// assert!(bank_holidays(1994).is_err());
/// # Ok::<(), childrens_services::CalendarError>(())
/// ```
pub fn bank_holidays(year: i32) -> Result<Vec<BankHoliday>, CalendarError> {
    if !(WorkingDays::FIRST_YEAR..=WorkingDays::LAST_YEAR).contains(&year) {
        return Err(CalendarError::year(year));
    }
    Ok(of_year(year))
}

/// Those of every year on record, in order.
pub(super) static RECORD: LazyLock<Vec<NaiveDate>> =
    LazyLock::new(|| dates(WorkingDays::FIRST_YEAR, WorkingDays::LAST_YEAR));

/// The dates of the holidays from the first year to the last, in order.
pub(super) fn dates(first: i32, last: i32) -> Vec<NaiveDate> {
    (first..=last).flat_map(of_year).map(BankHoliday::date).collect()
}

/// Year, month and day.
type Ymd = (i32, u32, u32);

/// A holiday that was moved: from, to.
const MOVED: [(Ymd, Ymd); 5] = [
    ((1995, 5, 1), (1995, 5, 8)),
    ((2002, 5, 27), (2002, 6, 4)),
    ((2012, 5, 28), (2012, 6, 4)),
    ((2020, 5, 4), (2020, 5, 8)),
    ((2022, 5, 30), (2022, 6, 2)),
];

/// A holiday of one year only.
const EXTRA: [(Ymd, &str); 7] = [
    ((1999, 12, 31), "Millennium bank holiday"),
    ((2002, 6, 3), "Golden Jubilee bank holiday"),
    ((2011, 4, 29), "Royal wedding bank holiday"),
    ((2012, 6, 5), "Diamond Jubilee bank holiday"),
    ((2022, 6, 3), "Platinum Jubilee bank holiday"),
    ((2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II"),
    ((2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
];

fn of_year(year: i32) -> Vec<BankHoliday> {
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).expect("a day of every year");
    let easter = easter_sunday(year);
    let mut holidays: Vec<BankHoliday> = [
        substituted(day((year, 1, 1)), 1, ("New Year's Day", "New Year's Day (substitute day)")),
        (easter - Days::new(2), "Good Friday"),
        (easter + Days::new(1), "Easter Monday"),
        (first_monday(day((year, 5, 1))), "Early May bank holiday"),
        (last_monday(day((year, 5, 31))), "Spring bank holiday"),
        (last_monday(day((year, 8, 31))), "Summer bank holiday"),
        substituted(day((year, 12, 25)), 2, ("Christmas Day", "Christmas Day (substitute day)")),
        substituted(day((year, 12, 26)), 2, ("Boxing Day", "Boxing Day (substitute day)")),
    ]
    .map(|(date, title)| BankHoliday { date, title })
    .into();
    for holiday in &mut holidays {
        if let Some((_, to)) = MOVED.iter().find(|(from, _)| day(*from) == holiday.date) {
            holiday.date = day(*to);
        }
    }
    let extra = EXTRA.iter().filter(|((of, ..), _)| *of == year);
    holidays.extend(extra.map(|&(date, title)| BankHoliday { date: day(date), title }));
    holidays.sort_by_key(|holiday| holiday.date);
    holidays
}

/// A holiday on a Saturday is kept two days later. One on a Sunday is kept `after_sunday` days later: the
/// next day at New Year, but two days later at Christmas, when Monday is taken by the other holiday.
fn substituted(
    date: NaiveDate,
    after_sunday: u64,
    (title, substitute): (&'static str, &'static str),
) -> (NaiveDate, &'static str) {
    match date.weekday() {
        Weekday::Sat => (date + Days::new(2), substitute),
        Weekday::Sun => (date + Days::new(after_sunday), substitute),
        _ => (date, title),
    }
}

fn first_monday(first_of_month: NaiveDate) -> NaiveDate {
    let gone = u64::from(first_of_month.weekday().num_days_from_monday());
    first_of_month + Days::new((7 - gone) % 7)
}

fn last_monday(last_of_month: NaiveDate) -> NaiveDate {
    last_of_month - Days::new(u64::from(last_of_month.weekday().num_days_from_monday()))
}

/// Easter Sunday of the Gregorian calendar.
fn easter_sunday(year: i32) -> NaiveDate {
    // The moon's place in its cycle of 19 years; the centuries' leap days and corrections of the moon.
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let moon_shift = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15).rem_euclid(30);
    // The paschal full moon never falls on 19 April, nor on 18 April late in the cycle.
    let full_moon = epact - i32::from(epact == 29 || (epact == 28 && golden > 10));
    let moon = NaiveDate::from_ymd_opt(year, 3, 21).expect("every year has a 21 March")
        + Days::new(u64::try_from(full_moon).expect("an epact is 0 to 29"));
    // The Sunday after, never the day itself.
    moon + Days::new(7 - u64::from(moon.weekday().num_days_from_sunday()))
}
