//! Printed numbers, read straight from their bytes into whole tenths.

use super::columns::Kind;
use crate::{
    kpi::AnyFigure,
    measure::{
        Caseload, Cases, Days, Figure, Fte, Headcount, Percent, Quantity, Reported, Symbol, Unit,
        quantity::sealed::{Millionths, of_micros},
    },
};

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

    /// The number or the symbol, as a count of its kind.
    pub(super) fn reported<Q: Quantity>(self) -> Reported<Q> {
        match (self.tenths(), self.symbol()) {
            (Some(tenths), _) => Reported::Known(of_micros(i128::from(tenths) * TENTH)),
            (None, Some(symbol)) => Reported::Withheld(symbol),
            (None, None) => Reported::NotReported,
        }
    }

    /// What is printed, rounded to one place, or exact where it is a whole count; none without the column.
    pub(super) fn figure(self, unit: Unit) -> Option<AnyFigure> {
        fn figure<Q: Quantity>(cell: Cell) -> Option<AnyFigure>
        where
            AnyFigure: From<Figure<Q>>,
        {
            Some(AnyFigure::from(match cell.reported::<Q>() {
                Reported::Known(value) => Figure::rounded(value, 1).expect("it is whole tenths"),
                Reported::Withheld(symbol) => Figure::Withheld(symbol),
                Reported::NotReported => return None,
            }))
        }
        match unit {
            Unit::PerCent => figure::<Percent>(self),
            Unit::Fte => figure::<Fte>(self),
            Unit::Headcount => figure::<Headcount>(self),
            Unit::Cases => figure::<Cases>(self),
            Unit::CasesPerFte => figure::<Caseload>(self),
            Unit::Days => figure::<Days>(self),
        }
    }

    /// The same of a rate.
    pub(super) fn figure_of_a_rate(self, unit: Unit) -> AnyFigure {
        self.figure(unit).expect("no layout is without a rate")
    }

    /// Reads a field of a column of numbers.
    #[inline]
    pub(super) fn read(field: &[u8], kind: Kind) -> Option<Self> {
        const HUNDRED: i64 = 1_000;
        let read =
            Self::read_short(field, is_whole(kind.unit)).or_else(|| Self::read_any(field, kind.unit))?;
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
        fn micros<Q: Quantity>(text: &str) -> Option<i128> {
            text.parse::<Q>().ok().map(Millionths::micros)
        }
        let micros = match unit {
            Unit::PerCent => micros::<Percent>(text),
            Unit::Fte => micros::<Fte>(text),
            Unit::Headcount => micros::<Headcount>(text),
            Unit::Cases => micros::<Cases>(text),
            Unit::CasesPerFte => micros::<Caseload>(text),
            Unit::Days => micros::<Days>(text),
        }?;
        i64::try_from(micros / TENTH).ok().map(Self)
    }

    /// What [`Self::read`] takes, in words.
    pub(super) fn expected(kind: Kind) -> String {
        fn most<Q: Quantity>() -> i128 {
            Q::GRAMMAR.max / crate::measure::number::ONE
        }
        let most = match kind.unit {
            _ if kind.is_share => 100,
            Unit::PerCent => most::<Percent>(),
            Unit::Fte => most::<Fte>(),
            Unit::Headcount => most::<Headcount>(),
            Unit::Cases => most::<Cases>(),
            Unit::CasesPerFte => most::<Caseload>(),
            Unit::Days => most::<Days>(),
        };
        let digits = if is_whole(kind.unit) {
            "digits alone"
        } else {
            "digits, optionally a point and one digit more"
        };
        format!("{digits}, at most {most}, or one of the symbols c, low (or k), u, x (or :), z")
    }
}

pub(super) const fn is_whole(unit: Unit) -> bool {
    matches!(unit, Unit::Headcount | Unit::Cases)
}
