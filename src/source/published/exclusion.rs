//! Authorities that the publisher left out of an area's rate.

use super::{
    Row,
    area::GeographicLevel,
    cell::TENTH,
    rate::Rate,
    reconcile::{Class, Suppression, class_of},
    year::ReportingYear,
};
use crate::{
    kpi::Indicator,
    measure::{Symbol, number, ratio::Ratio},
};
use core::fmt;
use rust_decimal::Decimal;

/// The authorities that, left out of an area's printed rate, give it.
///
/// # Wire
///
/// Written only: `{"rate": …, "left_out": [{"code": …, "name": …, "symbol": "[x]"}], "recomputed": "72.260571", "class":
/// "exact"}`.
///
/// # Examples
///
/// See [`ReportingYear::exclusion`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exclusion {
    rate: Rate,
    left_out: Vec<LeftOut>,
    ratio: Ratio,
    class: Class,
}

/// An authority left out of an area's rate.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LeftOut {
    code: Box<str>,
    name: Box<str>,
    symbol: Symbol,
}

impl LeftOut {
    /// Its ONS code, as printed.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The symbol in place of its own rate.
    #[must_use]
    pub const fn symbol(&self) -> Symbol {
        self.symbol
    }
}

impl Exclusion {
    /// The rate that is explained.
    #[must_use]
    pub fn rate(&self) -> &'static Indicator {
        self.rate.indicator()
    }

    /// The authorities left out, by their codes.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The rate without them, rounded once to `dp` places (at most six), halves away from zero, in the rate's unit.
    #[must_use]
    pub fn recomputed_rounded(&self, dp: u32) -> Decimal {
        number::to_decimal(self.ratio.rounded(dp))
    }

    /// How the printed rate stands to it: [`Class::Exact`] or [`Class::Consistent`].
    #[must_use]
    pub const fn class(&self) -> Class {
        self.class
    }
}

/// Such as `without Redbridge [x] it is 72.260571`.
impl fmt::Display for Exclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("without ")?;
        for (index, one) in self.left_out.iter().enumerate() {
            let between = match index {
                0 => "",
                _ if index + 1 == self.left_out.len() => " and ",
                _ => ", ",
            };
            write!(f, "{between}{} {}", one.name, one.symbol)?;
        }
        write!(f, " it is {}", self.recomputed_rounded(number::PLACES))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Exclusion {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Wire<'a> {
            rate: &'static str,
            left_out: &'a [LeftOut],
            recomputed: String,
            class: &'static str,
        }
        Wire {
            rate: self.rate.name(),
            left_out: &self.left_out,
            recomputed: self.recomputed_rounded(number::PLACES).to_string(),
            class: self.class.code(),
        }
        .serialize(serializer)
    }
}

/// An authority that may have been left out.
struct Candidate<'a> {
    row: &'a Row,
    symbol: Symbol,
    /// Whether the symbol is a count's, and not that of a cover above 100%.
    is_of_count: bool,
    /// Its parts of the area's two counts, in millionths.
    shares: [i128; 2],
}

/// Up to so many candidates every choice among them is tried.
const MOST_CHOSEN_FROM: usize = 6;

pub(super) fn find(year: &ReportingYear, area: &Row, rate: Rate) -> Option<Exclusion> {
    if area.level == GeographicLevel::LocalAuthority || area.reconcile(rate).class() != Class::Inconsistent {
        return None;
    }
    let candidates: Vec<Candidate<'_>> =
        year.local_authorities_of(area).filter_map(|row| candidate(year, row, rate)).collect();
    let tried: Vec<Choice> = sets(&candidates)
        .into_iter()
        .filter_map(|set| Choice::try_it(area, rate, &candidates, set))
        .collect();
    let is_exact = |choice: &&Choice| choice.class == Class::Exact;
    let best = tried.iter().find(is_exact).or(tried.first()).cloned();
    let Choice { set, class, ratio } = best.or_else(|| only_choice(area, rate, &candidates))?;
    let mut left_out: Vec<LeftOut> = set
        .iter()
        .map(|&one| &candidates[one])
        .map(|one| LeftOut { code: one.row.code().into(), name: one.row.name().into(), symbol: one.symbol })
        .collect();
    left_out.sort_by(|a, b| a.code.cmp(&b.code));
    Some(Exclusion { rate, left_out, ratio, class })
}

fn candidate<'a>(year: &ReportingYear, row: &'a Row, rate: Rate) -> Option<Candidate<'a>> {
    let own = row.reconcile(rate);
    let symbol = own.printed_symbol()?;
    // What has no rate because there is nothing to take one of is 0 in the area's counts, as what rounds to 0 is.
    if matches!(symbol, Symbol::NotApplicable | Symbol::Low) {
        return None;
    }
    let counts = rate.counts();
    let [numerator, other] = [counts.numerator, counts.other];
    Some(Candidate {
        row,
        symbol,
        is_of_count: own.class() != Class::Suppressed(Suppression::AboveHundred),
        shares: [share(year, row, numerator)?, share(year, row, other)?],
    })
}

/// An authority's part of its region's count, in millionths.
fn share(year: &ReportingYear, row: &Row, count: usize) -> Option<i128> {
    let micros = |row: &Row| row.numbers[count].tenths().map(|tenths| i128::from(tenths) * TENTH);
    micros(row).or_else(|| {
        let region = year.region_of(row)?;
        let others = year.local_authorities_of(region).filter(|other| other.code_bytes() != row.code_bytes());
        let known: i128 = others.filter_map(micros).sum();
        Some((micros(region)? - known).max(0))
    })
}

/// The sets to try, the plainest first: all with one symbol of a count, all with several, all with a symbol.
fn sets(candidates: &[Candidate<'_>]) -> Vec<Vec<usize>> {
    const SYMBOLS: [Symbol; 3] = [Symbol::NotAvailable, Symbol::LowReliability, Symbol::Confidential];
    let mut choices: Vec<u32> = (1..1 << SYMBOLS.len()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for any_reason in [false, true] {
        for choice in &choices {
            let chosen = |symbol: Symbol| {
                SYMBOLS.iter().position(|one| *one == symbol).is_some_and(|at| choice & (1 << at) != 0)
            };
            let set: Vec<usize> = candidates
                .iter()
                .enumerate()
                .filter(|(_, one)| chosen(one.symbol) && (any_reason || one.is_of_count))
                .map(|(index, _)| index)
                .collect();
            if !set.is_empty() && !sets.contains(&set) {
                sets.push(set);
            }
        }
    }
    sets
}

/// The one choice among a few candidates that gives the printed figure; none where several do.
fn only_choice(area: &Row, rate: Rate, candidates: &[Candidate<'_>]) -> Option<Choice> {
    let of_counts: Vec<usize> =
        (0..candidates.len()).filter(|&index| candidates[index].is_of_count).collect();
    if of_counts.len() > MOST_CHOSEN_FROM {
        return None;
    }
    let mut exact = (1_u32..1 << of_counts.len()).filter_map(|choice| {
        let set = (0..of_counts.len()).filter(|at| choice & (1 << at) != 0).map(|at| of_counts[at]).collect();
        Choice::try_it(area, rate, candidates, set).filter(|choice| choice.class == Class::Exact)
    });
    let found = exact.next()?;
    exact.next().is_none().then_some(found)
}

/// Authorities without which an area's counts give its printed rate.
#[derive(Clone)]
struct Choice {
    set: Vec<usize>,
    class: Class,
    ratio: Ratio,
}

impl Choice {
    fn try_it(area: &Row, rate: Rate, candidates: &[Candidate<'_>], set: Vec<usize>) -> Option<Self> {
        let printed = i128::from(area.numbers[rate.column()].tenths()?) * TENTH;
        let columns = rate.counts();
        let mut counts = [0; 2];
        let mut halves = [0; 2];
        for (place, column) in [columns.numerator, columns.other].into_iter().enumerate() {
            let whole = i128::from(area.numbers[column].tenths()?) * TENTH;
            let shares: i128 = set.iter().map(|&one| candidates[one].shares[place]).sum();
            counts[place] = (whole - shares).max(0);
            // Each share is rounded as the whole is.
            let rounded = i128::try_from(1 + set.len()).ok()?;
            halves[place] = rounded * Rate::half_of(column);
        }
        let ratio = rate.of_counts(counts[0], counts[1], area.period)?;
        match class_of(rate, area.period, printed, ratio, counts, halves) {
            class @ (Class::Exact | Class::Consistent) => Some(Self { set, class, ratio }),
            _ => None,
        }
    }
}
