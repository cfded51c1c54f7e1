//! Whether areas are the sums of their parts.

use super::{
    Row,
    area::GeographicLevel,
    cell::TENTH,
    columns::{COUNTS_LEN, NUMBERS, indicator},
    year::{ReportingYear, contains, is_london, is_part_of_london},
};
use crate::{
    kpi::Indicator,
    measure::{Figure, Symbol, number},
    vocabulary::vocabulary,
};
use core::fmt;
use rust_decimal::Decimal;

vocabulary! {
    /// What an area's count is set against.
    Parts: "parts" {
        /// The local authorities in the area.
        LocalAuthorities: "local_authorities", "local authorities";
        /// The nine regions of England, or the two parts of London.
        Regions: "regions", "regions";
    }
}

vocabulary! {
    /// How an area's count stands to the sum of its parts.
    ///
    /// A full-time equivalent or a number of days stands for up to 0.05 more or less; `[low]` is up to 0.05, `[z]` is
    /// nothing to count.
    TotalClass: "class of a total" {
        /// The sum is the printed count.
        AddsUp: "adds_up", "adds up";
        /// The sum is as near as the rounding of the numbers allows.
        WithinRounding: "within_rounding", "adds up within rounding";
        /// The printed count is more than the sum, and a part withholds its own, so the total may hold that too. By how
        /// much is not known: any count that is too high looks so.
        HoldsWithheld: "holds_withheld", "holds what parts withhold";
        /// The sum is another number.
        DoesNotAddUp: "does_not_add_up", "does not add up";
        /// The area's own count is a symbol, or the layout has no such column.
        NotComparable: "not_comparable", "is not comparable";
    }
}

/// One count of an area against the sum of its parts' counts.
///
/// # Wire
///
/// Written only: `{"area": "E12000009", "name": "South West", "period": "year to 30 September 2017", "count":
/// "working_days_lost_fte", "parts": "local_authorities", "published": "25538.3", "sum": "25280.7", "class":
/// "holds_withheld", "withheld": [{"code": "E06000053", "name": "Isles of Scilly", "symbol": "[c]"}, …]}`.
///
/// # Examples
///
/// See [`ReportingYear::totals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Total<'a> {
    year: &'a ReportingYear,
    area: &'a Row,
    parts: Parts,
    count: usize,
    /// Of the numbers, in tenths.
    sum: i64,
    class: TotalClass,
}

impl<'a> Total<'a> {
    /// The area's row.
    #[must_use]
    pub const fn area(&self) -> &'a Row {
        self.area
    }

    /// What the area was taken apart into.
    #[must_use]
    pub const fn parts(&self) -> Parts {
        self.parts
    }

    /// The count.
    #[must_use]
    pub fn count(&self) -> &'static Indicator {
        indicator(self.count)
    }

    /// The area's printed count; none where the layout has no such column.
    #[must_use]
    pub fn published(&self) -> Option<Figure> {
        self.area.numbers[self.count].figure(self.count().unit())
    }

    /// The sum of the parts' printed numbers, symbols as 0, in the count's unit.
    #[must_use]
    pub fn sum(&self) -> Decimal {
        number::to_decimal(i128::from(self.sum) * TENTH)
    }

    /// The sum with the places of the count.
    pub(super) fn sum_printed(&self) -> String {
        let places = u32::from(!self.count().unit().is_whole());
        number::plain(i128::from(self.sum) * TENTH, Some(places))
    }

    /// What the printed count has more than the sum, in the count's unit; none where it is a symbol.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let whole = self.area.numbers[self.count].tenths()?;
        Some(number::to_decimal(i128::from(whole - self.sum) * TENTH))
    }

    /// How the printed count stands to the sum.
    #[must_use]
    pub const fn class(&self) -> TotalClass {
        self.class
    }

    /// The parts that withhold a number which may be in the area's count, with their symbols: `[c]`, `[u]` or `[x]`.
    pub fn withheld(&self) -> impl Iterator<Item = (&'a Row, Symbol)> + use<'a> {
        let (count, area, parts) = (self.count, self.area, self.parts);
        let rows = self.year.rows().iter().filter(move |row| is_part(area, parts, row));
        rows.filter_map(move |row| {
            let symbol = row.numbers[count].symbol()?;
            (!counts_as_nil(symbol)).then_some((row, symbol))
        })
    }
}

/// Whether a symbol stands for (nearly) nothing.
const fn counts_as_nil(symbol: Symbol) -> bool {
    matches!(symbol, Symbol::Low | Symbol::NotApplicable)
}

fn is_part(area: &Row, parts: Parts, row: &Row) -> bool {
    match parts {
        Parts::LocalAuthorities => row.level == GeographicLevel::LocalAuthority && contains(area, row),
        Parts::Regions => {
            row.level == GeographicLevel::Regional
                && match area.level {
                    GeographicLevel::National => !is_part_of_london(row),
                    _ => is_part_of_london(row) && is_london(area),
                }
        }
    }
}

/// The counts of some rows together.
#[derive(Clone, Default)]
struct Sums {
    rows: usize,
    /// Of the numbers, in tenths: some thousand rows of at most 10^11 each.
    tenths: [i64; COUNTS_LEN],
    /// How many of the numbers may be off by their rounding.
    rounded: [i64; COUNTS_LEN],
    /// Whether one is withheld that may be in the area's count.
    withheld: [bool; COUNTS_LEN],
}

impl Sums {
    fn add_row(&mut self, row: &Row) {
        self.rows += 1;
        for (count, number) in row.numbers[..COUNTS_LEN].iter().enumerate() {
            match (number.tenths(), number.symbol()) {
                (Some(tenths), _) => {
                    self.tenths[count] += tenths;
                    self.rounded[count] += 1;
                }
                (None, Some(Symbol::Low)) => self.rounded[count] += 1,
                (None, symbol) => self.withheld[count] |= symbol.is_some_and(|symbol| !counts_as_nil(symbol)),
            }
        }
    }

    fn of<'a>(parts: impl Iterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.rows += part.rows;
            for count in 0..COUNTS_LEN {
                all.tenths[count] += part.tenths[count];
                all.rounded[count] += part.rounded[count];
                all.withheld[count] |= part.withheld[count];
            }
        }
        all
    }
}

pub(super) fn all(year: &ReportingYear) -> impl Iterator<Item = Total<'_>> {
    // By the region that the rows name, each row is added once.
    let mut by_region: Vec<(&Row, Sums)> = Vec::new();
    for row in year.local_authorities() {
        // Rows of one region stand together, as a rule.
        let known = by_region.iter().rposition(|(first, _)| first.region == row.region);
        let place = known.unwrap_or_else(|| {
            by_region.push((row, Sums::default()));
            by_region.len() - 1
        });
        by_region[place].1.add_row(row);
    }
    let areas: Vec<&Row> =
        year.rows().iter().filter(|row| row.level != GeographicLevel::LocalAuthority).collect();
    let of_authorities = areas.iter().map(|&area| {
        let inside = by_region.iter().filter(|(first, _)| contains(area, first));
        (area, Parts::LocalAuthorities, Sums::of(inside.map(|(_, sums)| sums)))
    });
    let of_regions = areas.iter().map(|&area| {
        let mut sums = Sums::default();
        areas.iter().filter(|row| is_part(area, Parts::Regions, row)).for_each(|row| sums.add_row(row));
        (area, Parts::Regions, sums)
    });
    // None where the area has no such parts among the rows.
    let all: Vec<_> = of_authorities.chain(of_regions).filter(|(_, _, sums)| sums.rows > 0).collect();
    all.into_iter().flat_map(move |(area, parts, sums)| {
        (0..COUNTS_LEN).map(move |count| {
            let class = match area.numbers[count].tenths() {
                Some(whole) => {
                    class_of(count, whole - sums.tenths[count], sums.rounded[count], sums.withheld[count])
                }
                None => TotalClass::NotComparable,
            };
            Total { year, area, parts, count, sum: sums.tenths[count], class }
        })
    })
}

/// Of what the area's count has more than the sum of so many numbers, in tenths.
fn class_of(count: usize, more: i64, rounded: i64, withheld: bool) -> TotalClass {
    // Each number, and the area's own, may be off by half a tenth; whole counts by nothing.
    let slack = if indicator(count).unit().is_whole() { 0 } else { 1 + rounded };
    if more == 0 {
        TotalClass::AddsUp
    } else if 2 * more.abs() <= slack {
        TotalClass::WithinRounding
    } else if more > 0 && withheld {
        TotalClass::HoldsWithheld
    } else {
        TotalClass::DoesNotAddUp
    }
}

/// Such as `South West prints 25538.3 days as working_days_lost_fte, its local authorities add up to 25280.7; withheld:
/// Isles of Scilly [c], North Somerset [c]`.
impl fmt::Display for Total<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NUMBERS[self.count].name;
        write!(f, "{} ", self.area.name())?;
        match self.published() {
            Some(published) => write!(f, "prints {published} as {name}")?,
            None => write!(f, "has no {name}")?,
        }
        write!(f, ", its {} add up to {}", self.parts, self.sum_printed())?;
        for (index, (row, symbol)) in self.withheld().enumerate() {
            write!(f, "{}{} {symbol}", if index == 0 { "; withheld: " } else { ", " }, row.name())?;
        }
        Ok(())
    }
}

impl serde::Serialize for Total<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Withheld<'a> {
            code: &'a str,
            name: &'a str,
            symbol: Symbol,
        }
        #[derive(serde::Serialize)]
        struct Wire<'a> {
            area: &'a str,
            name: &'a str,
            period: crate::Period,
            count: &'static str,
            parts: Parts,
            published: Option<Figure>,
            sum: String,
            class: TotalClass,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            withheld: Vec<Withheld<'a>>,
        }
        let withheld =
            self.withheld().map(|(row, symbol)| Withheld { code: row.code(), name: row.name(), symbol });
        Wire {
            area: self.area.code(),
            name: self.area.name(),
            period: self.area.period,
            count: NUMBERS[self.count].name,
            parts: self.parts,
            published: self.published(),
            sum: self.sum_printed(),
            class: self.class,
            withheld: withheld.collect(),
        }
        .serialize(serializer)
    }
}
