//! Printed numbers, read straight from their bytes into whole tenths.

use super::columns::Kind;
use crate::measure::{Figure, Quantity, QuantityError, Reported, Symbol, Unit, number::ONE};

/// How many millionths a tenth has.
pub(super) const TENTH: i128 = 100_000;

/// A number in tenths, in the range of its column's quantity; or below 0 the symbol in its place, or that there is no
/// such column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Cell(i64);

impl Cell {
    /// The file has no such column.
    pub(super) const ABSENT: Self = Self(-1);

    const fn of_symbol(symbol: Symbol) -> Self {
        Self(match symbol {
            Symbol::Confidential => -2,
            Symbol::Low => -3,
            Symbol::LowReliability => -4,
            Symbol::NotAvailable => -5,
            Symbol::NotApplicable => -6,
        })
    }

    /// The number in tenths.
    pub(super) const fn tenths(self) -> Option<i64> {
        if self.0 < 0 { None } else { Some(self.0) }
    }

    pub(super) const fn symbol(self) -> Option<Symbol> {
        match self.0 {
            -2 => Some(Symbol::Confidential),
            -3 => Some(Symbol::Low),
            -4 => Some(Symbol::LowReliability),
            -5 => Some(Symbol::NotAvailable),
            -6 => Some(Symbol::NotApplicable),
            _ => None,
        }
    }

    /// The number or the symbol, as a count of its kind; none without the column.
    pub(super) fn reported<T: TryFrom<Quantity, Error = QuantityError>>(
        self,
        unit: Unit,
    ) -> Option<Reported<T>> {
        match (self.tenths(), self.symbol()) {
            (Some(tenths), _) => {
                let quantity = Quantity::of_micros(unit, i128::from(tenths) * TENTH);
                Some(Reported::Known(quantity.try_into().expect("it is in the count's own unit")))
            }
            (None, symbol) => symbol.map(Reported::Withheld),
        }
    }

    /// What is printed, rounded to one place, or exact where it is a whole count; none without the column.
    pub(super) fn figure(self, unit: Unit) -> Option<Figure> {
        match self.tenths() {
            Some(tenths) => {
                let quantity = Quantity::of_micros(unit, i128::from(tenths) * TENTH);
                Some(Figure::rounded(quantity, 1).expect("it is whole tenths"))
            }
            None => self.symbol().map(Figure::Withheld),
        }
    }

    /// The same of a rate.
    pub(super) fn figure_of_a_rate(self, unit: Unit) -> Figure {
        self.figure(unit).expect("no layout is without a rate")
    }

    /// Reads a field of a column of numbers.
    #[inline]
    pub(super) fn read(field: &[u8], kind: Kind) -> Option<Self> {
        const HUNDRED: i64 = 1_000;
        let read =
            Self::read_short(field, kind.unit.is_whole()).or_else(|| Self::read_any(field, kind.unit))?;
        (!kind.is_share || read.0 <= HUNDRED).then_some(read)
    }

    /// The hot path: up to six digits and a tenth, which every quantity can hold. What it does not read is
    /// not refused but left to [`Self::read_any`].
    #[inline]
    fn read_short(field: &[u8], is_whole: bool) -> Option<Self> {
        const LONGEST: usize = 6;
        let digit = |byte: u8| Some(byte.wrapping_sub(b'0')).filter(|digit| *digit <= 9).map(i64::from);
        let (&first, rest) = field.split_first()?;
        let mut number = digit(first)?;
        for (index, &byte) in rest.iter().enumerate() {
            match digit(byte) {
                // 007 is no number as the file prints it.
                Some(digit) if number > 0 && index + 1 < LONGEST => number = 10 * number + digit,
                None if byte == b'.' && index + 2 == rest.len() && !is_whole => {
                    return Some(Self(10 * number + digit(rest[index + 1])?));
                }
                _ => return None,
            }
        }
        Some(Self(10 * number))
    }

    /// Everything else: symbols in all their spellings, and numbers by the grammar of their quantity.
    fn read_any(field: &[u8], unit: Unit) -> Option<Self> {
        let text = core::str::from_utf8(field).ok()?;
        if let Ok(symbol) = text.parse() {
            return Some(Self::of_symbol(symbol));
        }
        // A unit behind the number is part of the quantities' own grammar, but no field has one.
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return None;
        }
        if text.split_once('.').is_some_and(|(_, places)| places.len() > 1) {
            return None;
        }
        let micros = Quantity::read(unit, text).ok()?.micros();
        i64::try_from(micros / TENTH).ok().map(Self)
    }

    /// What [`Self::read`] takes, in words.
    pub(super) fn expected(kind: Kind) -> String {
        let most = if kind.is_share { 100 } else { kind.unit.grammar().max / ONE };
        let digits = if kind.unit.is_whole() {
            "digits alone"
        } else {
            "digits, optionally a point and one digit more"
        };
        format!("{digits}, at most {most}, or one of the symbols c, low (or k), u, x (or :), z")
    }
}
