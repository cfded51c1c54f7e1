//! Authorities that the publisher left out of an area's rate.

use super::{
    Row,
    area::GeographicLevel,
    cell::TENTH,
    rate::RateColumn,
    reconcile::{Class, Reconciliation, class_of},
    year::{self, ReportingYear},
};
use crate::{
    kpi::Indicator,
    measure::{Symbol, number, ratio::Ratio},
};
use core::fmt;
use rust_decimal::Decimal;

/// The authorities without which an area's counts give its printed rate, exactly or within rounding.
///
/// Each printed number that is reckoned with may be off by its rounding, so the more of them, the more is allowed.
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
    rate: RateColumn,
    left_out: Vec<LeftOut>,
    ratio: Ratio,
    class: Class,
}

/// An authority left out of an area's rate.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
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

    /// What withholds it: the symbol in place of its own rate or, where that is another, of a count.
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
    /// What withholds it: of [`WITHHOLDING`] those that one of its counts shows, and that of its rate.
    symbols: [bool; WITHHOLDING.len()],
    /// The one to name.
    symbol: Symbol,
    /// Its parts of the area's two counts.
    shares: [Share; 2],
}

/// An authority's part of an area's count.
#[derive(Clone, Copy)]
struct Share {
    micros: i128,
    /// How many printed numbers it is reckoned from, each of which is rounded.
    rounded: i128,
    /// Whether it is what the region's count has beyond the others'.
    is_rest: bool,
}

/// The symbols for which an authority is left out, the most usual first. What has no rate because there is nothing to
/// take one of is 0 in the area's counts, as what rounds to 0 is.
const WITHHOLDING: [Symbol; 3] = [Symbol::LowReliability, Symbol::NotAvailable, Symbol::Confidential];

/// A year of the statistics has some 165 rows, twelve of them areas. In one of more than this each area is explained by
/// itself, so that a file of anything at all does not take the work of areas times areas times authorities.
const MOST_ROWS: usize = 500;
const MOST_AREAS: usize = 20;

/// Up to so many candidates every choice among them is tried.
const MOST_CHOSEN_FROM: usize = 6;

pub(super) fn find(year: &ReportingYear, area: &Row, rate: RateColumn) -> Option<Exclusion> {
    if area.level == GeographicLevel::LocalAuthority
        || Reconciliation::new(area, rate).class() != Class::Inconsistent
    {
        return None;
    }
    let is_area = |row: &&Row| row.level() != GeographicLevel::LocalAuthority;
    let all_together =
        year.rows().len() <= MOST_ROWS && year.rows().iter().filter(is_area).count() <= MOST_AREAS;
    let all: Vec<Candidate<'_>> = year
        .local_authorities()
        .filter(|row| all_together || year::contains(area, row))
        .filter_map(|row| candidate(year, row, rate))
        .collect();
    let among = |area: &Row| -> Vec<&Candidate<'_>> {
        all.iter().filter(|one| year::contains(area, one.row)).collect()
    };
    let candidates = among(area);
    let areas: Vec<_> = year
        .rows()
        .iter()
        .filter(is_area)
        .filter(|row| all_together || row.code_bytes() == area.code_bytes())
        .map(|area| (area, among(area)))
        .collect();
    // What gives the printed figure exactly goes before what only rounding allows. The publisher treats a symbol alike in
    // all areas of a year, so then what explains most of them goes before what explains this one alone; of two that explain
    // as many the earlier.
    let mut best: Option<([usize; 3], Choice)> = None;
    for (by, symbols) in choices(rate) {
        let [.., confidential] = symbols;
        // A confidential number is in its area's; it is looked at only if nothing else gives the printed figure.
        if confidential && best.as_ref().is_some_and(|([exact, ..], _)| *exact == 1) {
            break;
        }
        let set = with_any(&candidates, by, symbols);
        if set.is_empty() {
            continue;
        }
        let Some(choice) = Choice::try_it(area, rate, &candidates, set) else { continue };
        if confidential && best.is_some() && choice.class != Class::Exact {
            continue;
        }
        let classes: Vec<Class> = areas
            .iter()
            .filter_map(|(area, candidates)| class_without(area, rate, candidates, by, symbols))
            .collect();
        let exact = classes.iter().filter(|class| **class == Class::Exact).count();
        let explained = [usize::from(choice.class == Class::Exact), classes.len(), exact];
        if best.as_ref().is_none_or(|(most, _)| explained > *most) {
            best = Some((explained, choice));
        }
    }
    let best = best.map(|(_, choice)| choice);
    let only = match &best {
        Some(choice) if choice.class == Class::Exact => None,
        _ => only_choice(area, rate, &candidates),
    };
    let Choice { set, class, ratio } = only.or(best)?;
    let mut left_out: Vec<LeftOut> = set
        .iter()
        .map(|&one| candidates[one])
        .map(|one| LeftOut { code: one.row.code().into(), name: one.row.name().into(), symbol: one.symbol })
        .collect();
    left_out.sort_by(|a, b| a.code.cmp(&b.code));
    Some(Exclusion { rate, left_out, ratio, class })
}

fn candidate<'a>(year: &ReportingYear, row: &'a Row, rate: RateColumn) -> Option<Candidate<'a>> {
    let counts = rate.counts();
    let counts = [counts.numerator, counts.other];
    let of_counts = counts.map(|count| row.numbers[count].symbol());
    let is_withheld = |symbol: Option<Symbol>| symbol.is_some_and(|symbol| WITHHOLDING.contains(&symbol));
    // A cover rate above 100% says nothing of its counts, even where their rounding hides that it is.
    let of_rate = row.numbers[rate.column()].symbol().filter(|&symbol| {
        let is_above_hundred = rate.is_cover() && symbol == Symbol::LowReliability;
        of_counts.into_iter().any(is_withheld) || of_counts == [None; 2] && !is_above_hundred
    });
    let shown = [of_rate, of_counts[0], of_counts[1]];
    let symbol = shown.into_iter().find(|symbol| is_withheld(*symbol))??;
    Some(Candidate {
        row,
        symbols: WITHHOLDING.map(|one| shown.contains(&Some(one))),
        symbol,
        shares: [share(year, row, counts[0])?, share(year, row, counts[1])?],
    })
}

/// An authority's own count or, where it withholds that, what its region's has beyond the other authorities' counts.
fn share(year: &ReportingYear, row: &Row, count: usize) -> Option<Share> {
    let micros = |row: &Row| row.numbers[count].tenths().map(|tenths| i128::from(tenths) * TENTH);
    if let Some(micros) = micros(row) {
        return Some(Share { micros, rounded: 1, is_rest: false });
    }
    let region = year.region_of(row)?;
    let mut share = Share { micros: micros(region)?, rounded: 1, is_rest: true };
    let others = year.local_authorities_of(region).filter(|other| other.code_bytes() != row.code_bytes());
    for known in others.filter_map(micros) {
        share.micros -= known;
        share.rounded += 1;
    }
    share.micros = share.micros.max(0);
    Some(share)
}

/// Which of a candidate's symbols are asked for.
#[derive(Clone, Copy)]
enum By {
    /// Any that it shows.
    Any,
    /// The one to name: that of its rate, which may differ from a count's.
    Named,
}

/// The choices among the symbols, the most usual first: one of low reliability is left out of every rate but the
/// caseload, one that is not available of some, a confidential one of none that is known.
fn choices(rate: RateColumn) -> impl Iterator<Item = (By, [bool; WITHHOLDING.len()])> {
    const U: [bool; 3] = [true, false, false];
    const X: [bool; 3] = [false, true, false];
    const BOTH: [bool; 3] = [true, true, false];
    let usual = if rate.is_caseload() { [X, BOTH, U] } else { [U, BOTH, X] };
    let with_c = |[u, x, _]: [bool; 3]| [u, x, true];
    let confidential = [with_c([false; 3])].into_iter().chain(usual.map(with_c));
    let usual =
        usual.map(|symbols| (By::Any, symbols)).into_iter().chain(usual.map(|symbols| (By::Named, symbols)));
    usual.chain(confidential.map(|symbols| (By::Any, symbols)))
}

/// The places of the candidates with any of the symbols.
fn with_any(candidates: &[&Candidate<'_>], by: By, symbols: [bool; WITHHOLDING.len()]) -> Vec<usize> {
    let has = |one: &Candidate<'_>| {
        WITHHOLDING.iter().zip(one.symbols).zip(symbols).any(|((symbol, shown), left_out)| {
            left_out
                && match by {
                    By::Any => shown,
                    By::Named => *symbol == one.symbol,
                }
        })
    };
    (0..candidates.len()).filter(|&index| has(candidates[index])).collect()
}

/// How an area's printed rate stands to its counts without the candidates that have any of the symbols; none where it
/// does not follow from them.
fn class_without(
    area: &Row,
    rate: RateColumn,
    candidates: &[&Candidate<'_>],
    by: By,
    symbols: [bool; WITHHOLDING.len()],
) -> Option<Class> {
    Choice::try_it(area, rate, candidates, with_any(candidates, by, symbols)).map(|choice| choice.class)
}

/// The one choice among a few candidates that gives the printed figure; none where several do.
fn only_choice(area: &Row, rate: RateColumn, candidates: &[&Candidate<'_>]) -> Option<Choice> {
    if candidates.len() > MOST_CHOSEN_FROM {
        return None;
    }
    let mut exact = (1_u32..1 << candidates.len()).filter_map(|choice| {
        let set = (0..candidates.len()).filter(|at| choice & (1 << at) != 0).collect();
        Choice::try_it(area, rate, candidates, set).filter(|choice| choice.class == Class::Exact)
    });
    let found = exact.next()?;
    exact.next().is_none().then_some(found)
}

/// Authorities without which an area's counts give its printed rate.
struct Choice {
    set: Vec<usize>,
    class: Class,
    ratio: Ratio,
}

impl Choice {
    fn try_it(area: &Row, rate: RateColumn, candidates: &[&Candidate<'_>], set: Vec<usize>) -> Option<Self> {
        // Each by itself, as the shares are defined; else the rest of a region once for all of its authorities.
        let (class, ratio) =
            [false, true].into_iter().find_map(|once| without(area, rate, candidates, &set, once))?;
        Some(Self { set, class, ratio })
    }
}

/// The class of an area's printed rate against its counts without some candidates, and their rate; none where it does not
/// follow.
fn without(
    area: &Row,
    rate: RateColumn,
    candidates: &[&Candidate<'_>],
    set: &[usize],
    rests_once: bool,
) -> Option<(Class, Ratio)> {
    let printed = i128::from(area.numbers[rate.column()].tenths()?) * TENTH;
    let columns = rate.counts();
    let mut counts = [0; 2];
    let mut halves = [0; 2];
    for (place, column) in [columns.numerator, columns.other].into_iter().enumerate() {
        let mut left = i128::from(area.numbers[column].tenths()?) * TENTH;
        let mut rounded = 1;
        for (index, &one) in set.iter().enumerate() {
            let share = candidates[one].shares[place];
            let has_same_rest = |other: &usize| {
                let other = candidates[*other];
                other.row.region == candidates[one].row.region && other.shares[place].is_rest
            };
            if rests_once && share.is_rest && set[..index].iter().any(has_same_rest) {
                continue;
            }
            left -= share.micros;
            rounded += share.rounded;
        }
        counts[place] = left.max(0);
        halves[place] = rounded * RateColumn::half_of(column);
    }
    let ratio = rate.of_counts(counts[0], counts[1], area.period)?;
    match class_of(rate, area.period, printed, ratio, counts, halves) {
        class @ (Class::Exact | Class::Consistent) => Some((class, ratio)),
        _ => None,
    }
}
