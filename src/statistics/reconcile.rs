//! Whether a printed rate follows from the printed counts.

use super::{
    Row,
    cell::{Cell, TENTH},
    rate::RateColumn,
};
use crate::{
    kpi::Indicator,
    measure::{Figure, Period, Symbol, number, number::ONE, ratio::Ratio},
    text,
    vocabulary::vocabulary,
};
use core::fmt;
use rust_decimal::Decimal;

/// How a printed rate stands to the printed counts.
///
/// # Rounding
///
/// A full-time equivalent or a number of days that prints as *v* stands for *v* − 0.05 to *v* + 0.05, both ends
/// included, never below 0 nor above the most that its quantity holds; headcounts and cases are exact; the rate *p*
/// stands for *p* − 0.05 to *p* + 0.05.
///
/// # Source
///
/// This crate's own classes. The rounding is that of Department for Education, *Children's social work
/// workforce: data guidance*, reporting years 2023 and 2024: rates come from unrounded counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// The rate of the printed counts, rounded to one place, halves away from zero, is the printed one.
    Exact,
    /// Not exact, but some counts that print as the printed ones give some rate that prints as the printed one.
    Consistent,
    /// No such counts give such a rate.
    Inconsistent,
    /// A symbol stands in place of the rate.
    Suppressed(Suppression),
    /// A number is printed, but a count is a symbol or the denominator is 0.
    NotDerivable,
}

impl Class {
    /// The word on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotDerivable => "not_derivable",
            other => other.label(),
        }
    }

    /// The class in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Consistent => "consistent",
            Self::Inconsistent => "inconsistent",
            Self::Suppressed(_) => "suppressed",
            Self::NotDerivable => "not derivable",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}

vocabulary! {
    /// The rule that explains the symbol in place of a rate. Where several would, it is the first of them in this order.
    ///
    /// # Source
    ///
    /// Inferred from Department for Education, *Children's social work workforce*: every symbol of the reporting years
    /// 2017 to 2021 follows so.
    Suppression: "suppression" {
        /// `[z]`: the denominator is 0.
        ZeroDenominator: "zero_denominator", "the denominator is 0";
        /// A count shows the same symbol.
        SymbolOfCount: "symbol_of_count", "a count shows the same symbol";
        /// A count is withheld with another symbol, such as `[u]` under a rate of `[x]`.
        OtherSymbolOfCount: "other_symbol_of_count", "a count shows another symbol";
        /// `[u]`: a cover rate above 100%.
        AboveHundred: "above_100", "the rate is above 100%";
        /// `[low]`: above 0, but prints as 0.
        RoundsToZero: "rounds_to_zero", "the rate is above 0 but rounds to 0";
        /// No rule explains it.
        Unexplained: "unexplained", "no rule explains it";
    }
}

/// One printed rate, set against the printed counts that it is made of.
///
/// # Wire
///
/// Written only: `{"period": "year to 30 September 2019", "area": "E10000032", "name": "West Sussex", "rate":
/// "turnover_rate_fte", "published": "10.0%", "class": "exact", "recomputed": "10.010111"}`, with `recomputed` rounded to
/// six places where the counts give it, and `suppression` where a symbol stands.
///
/// # Examples
///
/// See [the module](super).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reconciliation<'a> {
    row: &'a Row,
    rate: RateColumn,
    class: Class,
}

impl<'a> Reconciliation<'a> {
    #[inline]
    pub(super) fn new(row: &'a Row, rate: RateColumn) -> Self {
        let exact = Self { row, rate, class: Class::Exact };
        let [numerator, other] = exact.counted();
        // Nearly every rate is exact.
        if let (Some(printed), Some(numerator), Some(other)) =
            (exact.printed().tenths(), numerator.tenths(), other.tenths())
            && rate.prints_as(printed, numerator, other, row.period) == Some(true)
        {
            return exact;
        }
        Self { class: exact.other_class(), ..exact }
    }

    /// The class of what is not seen at once to be exact.
    fn other_class(&self) -> Class {
        match (self.printed().tenths(), self.ratio()) {
            (None, ratio) => Class::Suppressed(self.suppression(ratio)),
            (Some(printed), Some(ratio)) => self.class_of(printed, ratio),
            (Some(_), None) => Class::NotDerivable,
        }
    }

    /// The row in which both stand.
    #[must_use]
    pub const fn row(&self) -> &'a Row {
        self.row
    }

    /// The rate.
    #[must_use]
    pub fn rate(&self) -> &'static Indicator {
        self.rate.indicator()
    }

    /// The counts that the rate is made of.
    #[must_use]
    pub fn counts(&self) -> [&'static Indicator; 2] {
        let counts = self.rate.counts();
        [counts.numerator, counts.other].map(super::columns::indicator)
    }

    /// What is printed.
    #[must_use]
    pub fn published(&self) -> Figure {
        self.printed().figure_of_a_rate(self.rate().unit())
    }

    /// How it stands to the counts.
    #[inline]
    #[must_use]
    pub const fn class(&self) -> Class {
        self.class
    }

    /// The rate of the printed counts, exact until it is rounded once to `dp` places (at most six), halves away from
    /// zero, in the rate's unit. None where a count is a symbol or the denominator is 0.
    #[must_use]
    pub fn recomputed_rounded(&self, dp: u32) -> Option<Decimal> {
        self.ratio().map(|ratio| number::to_decimal(ratio.rounded(dp)))
    }

    #[inline]
    pub(super) fn printed(&self) -> Cell {
        self.row.numbers[self.rate.column()]
    }

    #[inline]
    fn counted(&self) -> [Cell; 2] {
        let counts = self.rate.counts();
        [self.row.numbers[counts.numerator], self.row.numbers[counts.other]]
    }

    fn ratio(&self) -> Option<Ratio> {
        let [numerator, other] =
            self.counted().map(|cell| cell.tenths().map(|tenths| i128::from(tenths) * TENTH));
        self.rate.of_counts(numerator?, other?, self.row.period)
    }

    fn class_of(&self, printed: i64, ratio: Ratio) -> Class {
        let counts = self.rate.counts();
        let halves = [counts.numerator, counts.other].map(RateColumn::half_of);
        let counted = self.counted().map(|cell| cell.tenths().map_or(0, |tenths| i128::from(tenths) * TENTH));
        class_of(self.rate, self.row.period, i128::from(printed) * TENTH, ratio, counted, halves)
    }

    /// What explains the symbol in place of the rate.
    fn suppression(&self, ratio: Option<Ratio>) -> Suppression {
        let Some(symbol) = self.printed().symbol() else { return Suppression::Unexplained };
        let counted @ [numerator, other] = self.counted();
        let known_zero = |cell: Cell| cell.tenths() == Some(0);
        let zero_denominator =
            known_zero(other) && (self.rate.is_over_other_alone() || known_zero(numerator));
        if symbol == Symbol::NotApplicable && zero_denominator {
            return Suppression::ZeroDenominator;
        }
        if counted.iter().any(|count| count.symbol() == Some(symbol)) {
            return Suppression::SymbolOfCount;
        }
        let above = |ratio: Ratio, number: i128| ratio.numerator > number * ratio.denominator;
        match (symbol, ratio) {
            (Symbol::LowReliability, Some(ratio)) if self.rate.is_cover() && above(ratio, 100) => {
                Suppression::AboveHundred
            }
            (Symbol::Low, Some(ratio)) if above(ratio, 0) && prints_as(ratio, 0) => Suppression::RoundsToZero,
            _ if is_withheld(symbol)
                && counted.iter().filter_map(|count| count.symbol()).any(is_withheld) =>
            {
                Suppression::OtherSymbolOfCount
            }
            _ => Suppression::Unexplained,
        }
    }

    /// Why a symbol is printed, or why a printed number does not follow from the counts: the symbol and its reason, or the
    /// symbols of the counts. Returns `None` for a number that the counts can be set against.
    ///
    /// | text | meaning |
    /// | --- | --- |
    /// | `z:zero_denominator` | `[z]`: the denominator is 0 |
    /// | `u:over_100` | `[u]`: a cover rate above 100% |
    /// | `low:rounds_to_zero` | `[low]`: above 0, but prints as 0 |
    /// | `x:count_is_x` | `[x]`, as a count is; another symbol likewise |
    /// | `x:count_is_u` | `[x]`, and a count is `[u]` |
    /// | `count_is_low`, `count_is_low/low` | a number is printed, but one count, or both, are `[low]` |
    /// | `zero_denominator` | a number is printed, but the denominator is 0 |
    #[must_use]
    pub fn rule(&self) -> Option<String> {
        let symbols: Vec<&str> =
            self.counted().iter().filter_map(|count| count.symbol()).map(Symbol::code).collect();
        let of_counts = if symbols.is_empty() {
            "zero_denominator".to_owned()
        } else {
            format!("count_is_{}", symbols.join("/"))
        };
        let reason = match self.class {
            Class::Exact | Class::Consistent | Class::Inconsistent => return None,
            Class::NotDerivable => return Some(of_counts),
            Class::Suppressed(Suppression::ZeroDenominator) => "zero_denominator".to_owned(),
            Class::Suppressed(Suppression::AboveHundred) => "over_100".to_owned(),
            Class::Suppressed(Suppression::RoundsToZero) => "rounds_to_zero".to_owned(),
            Class::Suppressed(Suppression::SymbolOfCount) => {
                format!("count_is_{}", self.printed().symbol()?.code())
            }
            Class::Suppressed(Suppression::OtherSymbolOfCount) => {
                let mut symbols = symbols;
                symbols.dedup();
                format!("count_is_{}", symbols.join("/"))
            }
            Class::Suppressed(Suppression::Unexplained) => "unexplained".to_owned(),
        };
        Some(format!("{}:{reason}", self.printed().symbol()?.code()))
    }
}

/// Whether a symbol withholds a number, so that what is made of it is withheld too.
const fn is_withheld(symbol: Symbol) -> bool {
    matches!(symbol, Symbol::Confidential | Symbol::LowReliability | Symbol::NotAvailable)
}

/// Whether a ratio, rounded to one place, halves away from zero, is a number of millionths; without a division.
fn prints_as(ratio: Ratio, printed: i128) -> bool {
    // A printed number is below 10^23 millionths and a denominator below 10^15.
    let value = ratio.numerator * ONE;
    (printed - TENTH / 2) * ratio.denominator <= value && value < (printed + TENTH / 2) * ratio.denominator
}

/// The class of a printed number against the rate of its counts, each of which may be off by its half.
pub(super) fn class_of(
    rate: RateColumn,
    period: Period,
    printed: i128,
    ratio: Ratio,
    [numerator, other]: [i128; 2],
    [numerator_half, other_half]: [i128; 2],
) -> Class {
    if prints_as(ratio, printed) {
        return Class::Exact;
    }
    let least = rate.of_counts((numerator - numerator_half).max(0), other + other_half, period);
    let most = rate.of_counts(numerator + numerator_half, (other - other_half).max(0), period);
    let at_most = |ratio: Ratio, number: i128| ratio.numerator * ONE <= number * ratio.denominator;
    let at_least = |ratio: Ratio, number: i128| ratio.numerator * ONE >= number * ratio.denominator;
    // Of a denominator that may be 0 the rate may be anything.
    let reaches_down = least.is_none_or(|least| at_most(least, printed + TENTH / 2));
    let reaches_up = most.is_none_or(|most| at_least(most, printed - TENTH / 2));
    if reaches_down && reaches_up { Class::Consistent } else { Class::Inconsistent }
}

/// Such as `turnover_rate_fte 10.0%: exact (the counts give 10.010111)`.
impl fmt::Display for Reconciliation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.rate.name(), self.published(), self.class)?;
        if let Class::Suppressed(rule) = self.class {
            write!(f, ", {rule}")?;
        }
        match self.recomputed_rounded(number::PLACES) {
            Some(recomputed) => write!(f, " (the counts give {recomputed})"),
            None => Ok(()),
        }
    }
}

impl serde::Serialize for Reconciliation<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Wire<'a> {
            period: Period,
            area: &'a str,
            name: &'a str,
            rate: &'static str,
            published: Figure,
            class: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            suppression: Option<Suppression>,
            #[serde(skip_serializing_if = "Option::is_none")]
            recomputed: Option<String>,
        }
        Wire {
            period: self.row.period,
            area: self.row.code(),
            name: self.row.name(),
            rate: self.rate.name(),
            published: self.published(),
            class: self.class.code(),
            suppression: match self.class {
                Class::Suppressed(rule) => Some(rule),
                _ => None,
            },
            recomputed: self.recomputed_rounded(number::PLACES).map(|number| number.to_string()),
        }
        .serialize(serializer)
    }
}
