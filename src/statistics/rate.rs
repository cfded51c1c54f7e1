//! The nine published rates: which columns each is made of, and how, by the workforce room's own formulas.

use super::columns::{COUNTS_LEN, KINDS, RATES_LEN};
use crate::{
    kpi::Indicator,
    measure::{Period, Unit, ratio::Ratio},
    workforce::{Count, Formula, RATES, working_days_of_year_to},
};
use std::sync::LazyLock;

/// One of the nine, by its place among the [`RATES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct RateColumn(usize);

/// What the hot path asks of a formula.
struct Facts {
    numerator: usize,
    other: usize,
    multiplier: i64,
    /// Whether the denominator is the other count alone, and not that and the numerator.
    is_over_other_alone: bool,
    for_each_working_day: bool,
    is_cover: bool,
}

static FACTS: LazyLock<[Facts; RATES_LEN]> = LazyLock::new(|| {
    core::array::from_fn(|rate| {
        let formula = &RATES[rate];
        let other = formula.counts().nth(1).expect("a published rate is made of two counts");
        Facts {
            numerator: formula.numerator as usize,
            other: other as usize,
            multiplier: formula.indicator.unit().multiplier().into(),
            is_over_other_alone: formula.denominator.len() == 1,
            for_each_working_day: formula.for_each_working_day,
            is_cover: formula.numerator == Count::AgencyCoverFte,
        }
    })
});

/// Every rate grows with its numerator and falls with its other count, which is the denominator or a part of it.
pub(super) struct Counts {
    pub(super) numerator: usize,
    pub(super) other: usize,
}

impl RateColumn {
    /// In the order of the file.
    pub(super) fn all() -> impl ExactSizeIterator<Item = Self> {
        (0..RATES_LEN).map(Self)
    }

    pub(super) fn of(indicator: &Indicator) -> Option<Self> {
        Self::all().find(|rate| rate.indicator() == indicator)
    }

    fn formula(self) -> &'static Formula {
        &RATES[self.0]
    }

    fn facts(self) -> &'static Facts {
        &FACTS[self.0]
    }

    pub(super) fn indicator(self) -> &'static Indicator {
        self.formula().indicator
    }

    pub(super) fn name(self) -> &'static str {
        self.indicator().code()
    }

    /// The column of numbers where it is printed.
    pub(super) const fn column(self) -> usize {
        COUNTS_LEN + self.0
    }

    #[inline]
    pub(super) fn counts(self) -> Counts {
        let facts = self.facts();
        Counts { numerator: facts.numerator, other: facts.other }
    }

    /// Whether the statistics print `u` for it above 100.
    pub(super) fn is_cover(self) -> bool {
        self.facts().is_cover
    }

    /// Whether it is the average caseload, of which an authority of low reliability is not left out.
    pub(super) fn is_caseload(self) -> bool {
        self.indicator().unit() == Unit::CasesPerFte
    }

    pub(super) fn is_over_other_alone(self) -> bool {
        self.facts().is_over_other_alone
    }

    /// The rate of two counts in millionths; none of a denominator of 0.
    pub(super) fn of_counts(self, numerator: i128, other: i128, period: Period) -> Option<Ratio> {
        let Counts { numerator: first, .. } = self.counts();
        let count = |count: Count| {
            let given = if count as usize == first { numerator } else { other };
            // What rounding allows ends at the range of the count.
            let grammar = KINDS[count as usize].unit.grammar();
            Some(given.clamp(grammar.min, grammar.max))
        };
        let (numerator, denominator) = self.formula().quotient(period, count)?;
        let numerator = i128::from(self.indicator().unit().multiplier()) * numerator;
        (denominator > 0).then_some(Ratio { numerator, denominator })
    }

    /// Whether the rate of two counts, all in tenths, rounds to the printed one, halves away from zero: the same as
    /// working it by [`Self::of_counts`], in integers of 64 bits and without a division. None if one of them is too
    /// great for that, or the denominator is 0.
    #[inline]
    pub(super) fn prints_as(self, printed: i64, numerator: i64, other: i64, period: Period) -> Option<bool> {
        // Of these limits no product is above 4 × 10^18.
        const MOST_COUNT: i64 = 1 << 30;
        const MOST_PRINTED: i64 = 1 << 20;
        if numerator.max(other) > MOST_COUNT || printed > MOST_PRINTED {
            return None;
        }
        let facts = self.facts();
        let whole = if facts.is_over_other_alone { other } else { numerator + other };
        let days = if facts.for_each_working_day { i64::from(working_days_of_year_to(period)) } else { 1 };
        let (value, denominator) = (20 * facts.multiplier * numerator, days * whole);
        (denominator > 0)
            .then(|| (2 * printed - 1) * denominator <= value && value < (2 * printed + 1) * denominator)
    }

    /// How far a printed count of a column may lie from the true one, in millionths: half a tenth, or nothing for a
    /// whole count.
    pub(super) fn half_of(count: usize) -> i128 {
        if KINDS[count].unit.is_whole() { 0 } else { super::cell::TENTH / 2 }
    }
}
