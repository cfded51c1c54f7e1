//! Laws of whatever stands in a file, worked here a second time by other means.

use super::*;
use childrens_services::{
    Caseload, Cases, Days, Fte, Headcount, Percent, Symbol, Unit,
    rust_decimal::{Decimal, RoundingStrategy},
    statistics::{Class, Suppression},
};
use proptest::{collection::vec, prelude::*, sample::select};

/// The columns of numbers.
fn number() -> impl Strategy<Value = &'static Indicator> {
    select(indicators().collect::<Vec<_>>())
}

/// A text for a field: numbers, what is almost one, symbols, and anything without quotes, commas and line ends.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]{1,8}(\\.[0-9]{1,2})?",
        2 => "[1-9][0-9]{8,20}(\\.[0-9])?",
        2 => "0{0,3}[0-9]{0,7}\\.?[0-9]{0,3}",
        2 => "[0-9.]{0,10}",
        2 => "\\[?(c|low|k|u|x|:|z)\\]?",
        2 => "[-+ ]?[0-9]{1,4}(\\.[0-9])?( ?%| FTE| cases?| days?| cases per FTE)?",
        1 => "[\\[\\]a-zA-Z:. 0-9%]{0,6}",
        1 => "[^\",\r\n]{0,12}",
        // Near each maximum.
        1 => (
            select(vec![1_000_000_i128, 10_000_000, 4_294_967_295, 100_000_000_000_000]),
            -12..12_i128,
            any::<bool>(),
        )
            .prop_map(|(maximum, tenths, whole)| {
                let all = 10 * maximum + tenths;
                if whole { format!("{}", all / 10) } else { format!("{}.{}", all / 10, all % 10) }
            }),
    ]
}

/// What the quantity's own grammar makes of a text, where a field may hold it: the number, or none.
fn by_its_grammar(unit: Unit, text: &str) -> Option<Decimal> {
    let whole = matches!(unit, Unit::Headcount | Unit::Cases);
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    if !plain || places > usize::from(!whole) {
        return None;
    }
    match unit {
        Unit::PerCent => text.parse::<Percent>().map(Percent::value).ok(),
        Unit::Fte => text.parse::<Fte>().map(Fte::value).ok(),
        Unit::Headcount => text.parse::<Headcount>().map(Headcount::value).ok(),
        Unit::Cases => text.parse::<Cases>().map(Cases::value).ok(),
        Unit::CasesPerFte => text.parse::<Caseload>().map(Caseload::value).ok(),
        Unit::WorkingDays => text.parse::<Days>().map(Days::value).ok(),
        other => panic!("no column is in {other}"),
    }
}

/// The number that a figure prints.
fn value(row: &Row, indicator: &Indicator) -> Option<Decimal> {
    let printed = printed(row, indicator);
    let digits = printed.trim_end_matches(|c: char| !c.is_ascii_digit());
    (!printed.starts_with('[')).then(|| digits.parse().unwrap_or_else(|error| panic!("{printed}: {error}")))
}

/// Counts, in tenths, small ones above all: there rounding tells.
fn tenths(most: i128) -> impl Strategy<Value = i128> {
    prop_oneof![6 => 0..100_i128, 4 => 0..10_000_i128, 2 => 0..=most, 1 => Just(most), 1 => (most - 100)..=most]
}

/// What the README of the reference data says of the nine rates.
struct Formula {
    numerator: &'static str,
    other: &'static str,
    /// The numerator is a part of the denominator.
    is_share: bool,
    factor: i128,
    /// Times which the denominator is taken.
    days: bool,
}

fn formula(rate: &Indicator) -> Formula {
    let formula =
        |numerator, other, is_share| Formula { numerator, other, is_share, factor: 100, days: false };
    match rate.code() {
        "turnover_rate_fte" => formula("leavers_fte", "inpost_fte", false),
        "turnover_rate_headcount" => formula("leavers_headcount", "inpost_headcount", false),
        "agency_rate_fte" => formula("agency_fte", "inpost_fte", true),
        "agency_rate_headcount" => formula("agency_headcount", "inpost_headcount", true),
        "agency_cover_rate_fte" => formula("agency_cover_fte", "agency_fte", false),
        "vacancy_rate_fte" => formula("vacancy_fte", "inpost_fte", true),
        "vacancy_agency_cover_rate_fte" => formula("agency_cover_fte", "vacancy_fte", false),
        "caseload_fte" => Formula { factor: 1, ..formula("cases", "case_holders_fte", false) },
        "absence_rate_fte" => Formula { days: true, ..formula("working_days_lost_fte", "inpost_fte", false) },
        other => panic!("{other} is none of the nine"),
    }
}

fn is_whole(column: &str) -> bool {
    column.ends_with("_headcount") || column == "cases"
}

/// The greatest count of a column, in tenths.
fn most(column: &str) -> i128 {
    match column {
        _ if is_whole(column) => 42_949_672_950,
        "working_days_lost_fte" => 100_000_000,
        _ => 10_000_000,
    }
}

impl Formula {
    /// The rate of two counts in twentieths, as a numerator and a denominator.
    fn of(&self, numerator: i128, other: i128, year: i32) -> (i128, i128) {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = if !self.days {
            1
        } else if is_leap {
            254
        } else {
            253
        };
        let whole = if self.is_share { numerator + other } else { other };
        (self.factor * numerator, whole * days)
    }

    /// The class of a printed rate in tenths, by the definition: in twentieths everything is whole.
    fn class(&self, printed: i128, [numerator, other]: [i128; 2], year: i32) -> Class {
        let half = |column| i128::from(!is_whole(column));
        let (top, bottom) = self.of(2 * numerator, 2 * other, year);
        if bottom == 0 {
            return Class::NotDerivable;
        }
        // Halves away from zero: (2 × printed - 1) / 20 <= top / bottom < (2 × printed + 1) / 20.
        if (2 * printed - 1) * bottom <= 20 * top && 20 * top < (2 * printed + 1) * bottom {
            return Class::Exact;
        }
        let (numerator_half, other_half) = (half(self.numerator), half(self.other));
        // No count is above its quantity's maximum.
        let bounded = |twentieths: i128, column| twentieths.clamp(0, 2 * most(column));
        let corner = |sign: i128| {
            self.of(
                bounded(2 * numerator + sign * numerator_half, self.numerator),
                bounded(2 * other - sign * other_half, self.other),
                year,
            )
        };
        let ((least, below_least), (greatest, below_greatest)) = (corner(-1), corner(1));
        let reaches_down = below_least == 0 || 20 * least <= (2 * printed + 1) * below_least;
        let reaches_up = below_greatest == 0 || 20 * greatest >= (2 * printed - 1) * below_greatest;
        if reaches_down && reaches_up { Class::Consistent } else { Class::Inconsistent }
    }

    /// The nearest tenths to the rate, and the last ones that rounding may allow.
    fn near(&self, [numerator, other]: [i128; 2], year: i32) -> Vec<i128> {
        let nearest = |(top, bottom): (i128, i128)| if bottom == 0 { 0 } else { 10 * top / bottom };
        vec![
            nearest(self.of(2 * numerator, 2 * other, year)),
            nearest(self.of((2 * numerator - 1).max(0), 2 * other + 1, year)),
            nearest(self.of(2 * numerator + 1, (2 * other - 1).max(0), year)),
        ]
    }
}

fn in_tenths(tenths: i128, whole: bool) -> String {
    if whole || tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn symbol_or_none() -> impl Strategy<Value = Option<Symbol>> {
    prop::option::weighted(0.3, select(Symbol::ALL.to_vec()))
}

/// A rate, a year, two counts in tenths, and a printed rate in tenths that may be near.
fn printed_rate() -> impl Strategy<Value = (&'static Indicator, i32, [i128; 2], i128)> {
    let rate = select(rates().to_vec());
    let counts = rate.prop_flat_map(|rate| {
        let formula = formula(rate);
        let tenths = |column| {
            tenths(most(column))
                .prop_map(move |tenths| if is_whole(column) { tenths / 10 * 10 } else { tenths })
        };
        (Just(rate), 1900..2200_i32, tenths(formula.numerator), tenths(formula.other))
    });
    counts.prop_flat_map(|(rate, year, numerator, other)| {
        let near = formula(rate).near([numerator, other], year);
        let near = (select(near), -2..=2_i128).prop_map(|(near, by)| (near + by).max(0));
        let printed = prop_oneof![8 => near, 1 => 0..2_000_i128, 1 => 0..=1_000_000_000_000_000_i128];
        // A share above 100% is refused.
        let most = if rate.is_share() { 1_000 } else { i128::MAX };
        (Just(rate), Just(year), Just([numerator, other]), printed.prop_map(move |printed| printed.min(most)))
    })
}

/// The rate that the row's snapshot gives, rounded to one place, halves away from zero.
fn by_the_snapshot(row: &Row, rate: &Indicator) -> Option<Decimal> {
    row.snapshot().rate(rate).ok().map(|one| one.value_rounded(1))
}

/// A file of which some bytes are others.
fn damaged_file() -> impl Strategy<Value = Vec<u8>> {
    let changes = vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12);
    let marks = select(vec![b'"', b',', b'\n', b'\r', 0xef, 0xff, b'.', b'0', 0]);
    (changes, vec(marks, 12)).prop_map(|(changes, marks)| {
        let mut bytes = thirteen().into_bytes();
        let header = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        for ((index, byte, kind), mark) in changes.into_iter().zip(marks) {
            // Mostly behind the header, which a single byte makes another.
            let at = header + index.index(bytes.len() - header);
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, mark),
                _ => {
                    bytes.remove(at);
                }
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(config())]

    /// The fast way of reading and the quantities' own grammar accept the same, as the same number.
    #[test]
    fn a_field_is_read_as_its_quantity_reads_it(indicator in number(), text in field()) {
        let symbol = text.parse::<Symbol>().ok();
        let number = by_its_grammar(indicator.unit(), &text)
            .filter(|number| !indicator.is_share() || *number <= Decimal::ONE_HUNDRED);
        let line = devon().with(indicator.code(), &text);
        let all = read(file([&line]).as_bytes());
        prop_assert_eq!(all.len(), 1);
        match &all[0] {
            Ok(row) => {
                prop_assert!(symbol.is_some() || number.is_some(), "{:?} was read", text);
                prop_assert_eq!(row.figure(indicator).unwrap().symbol(), symbol);
                prop_assert_eq!(value(row, indicator), number);
            }
            Err(error) => {
                prop_assert!(symbol.is_none() && number.is_none(), "{:?} was refused: {}", text, error);
                let fields: Vec<_> = error.fields().iter().map(|one| (one.column(), one.found())).collect();
                prop_assert_eq!(fields, [(indicator.code(), text.as_str())]);
            }
        }
    }

    #[test]
    fn the_class_is_that_of_the_definition((rate, year, counts, printed) in printed_rate()) {
        let formula = formula(rate);
        let line = devon()
            .with("time_period", year.to_string())
            .with(formula.numerator, in_tenths(counts[0], is_whole(formula.numerator)))
            .with(formula.other, in_tenths(counts[1], is_whole(formula.other)))
            .with(rate.code(), in_tenths(printed, false));
        let row = line.row();
        let reconciled = row.reconciliation(rate).unwrap();
        prop_assert_eq!(reconciled.class(), formula.class(printed, counts, year), "{}", reconciled);
        let no_rate = reconciled.class() == Class::NotDerivable;
        prop_assert_eq!(reconciled.rule(), no_rate.then(|| "zero_denominator".to_owned()));
        // The fraction itself, rounded by a decimal's own rounding, which has 28 digits.
        let (top, bottom) = formula.of(2 * counts[0], 2 * counts[1], year);
        let fraction = (bottom != 0).then(|| Decimal::from(top) / Decimal::from(bottom));
        let rounded = |dp| {
            let away_from_zero = RoundingStrategy::MidpointAwayFromZero;
            fraction.map(|rate| rate.round_dp_with_strategy(dp, away_from_zero).normalize())
        };
        prop_assert_eq!(reconciled.recomputed_rounded(6), rounded(6));
        prop_assert_eq!(reconciled.recomputed_rounded(1), rounded(1));
        // Exact just where the snapshot's own rate prints so.
        let by_the_snapshot = by_the_snapshot(&row, rate);
        prop_assert_eq!(by_the_snapshot, rounded(1));
        let printed = Decimal::new(i64::try_from(printed).unwrap(), 1);
        prop_assert_eq!(reconciled.class() == Class::Exact, by_the_snapshot == Some(printed));
    }

    /// A symbol among the counts explains the same symbol, and nothing else does but the rules.
    #[test]
    fn a_symbol_is_explained_by_the_rules(
        (rate, year, counts, _) in printed_rate(),
        symbol in select(Symbol::ALL.to_vec()),
        of_counts in [symbol_or_none(), symbol_or_none()],
    ) {
        let formula = formula(rate);
        let cell = |place: usize, column| match of_counts[place] {
            Some(symbol) => symbol.code().to_owned(),
            None => in_tenths(counts[place], is_whole(column)),
        };
        let row = devon()
            .with("time_period", year.to_string())
            .with(formula.numerator, cell(0, formula.numerator))
            .with(formula.other, cell(1, formula.other))
            .with(rate.code(), symbol.code())
            .row();
        let known = of_counts == [None, None];
        let (top, bottom) = formula.of(2 * counts[0], 2 * counts[1], year);
        let is_nought = |place: usize| of_counts[place].is_none() && counts[place] == 0;
        let is_cover = known && rate.code().contains("cover_rate");
        let no_denominator = is_nought(1) && (!formula.is_share || is_nought(0));
        let withholds = |symbol| {
            matches!(symbol, Symbol::Confidential | Symbol::LowReliability | Symbol::NotAvailable)
        };
        let expected = if symbol == Symbol::NotApplicable && no_denominator {
            Suppression::ZeroDenominator
        } else if of_counts.contains(&Some(symbol)) {
            Suppression::SymbolOfCount
        } else if withholds(symbol) && of_counts.into_iter().flatten().any(withholds) {
            Suppression::OtherSymbolOfCount
        } else if symbol == Symbol::LowReliability && is_cover && bottom > 0 && top > 100 * bottom {
            Suppression::AboveHundred
        } else if symbol == Symbol::Low && known && top > 0 && 20 * top < bottom {
            Suppression::RoundsToZero
        } else {
            Suppression::Unexplained
        };
        let reconciled = row.reconciliation(rate).unwrap();
        prop_assert_eq!(reconciled.class(), Class::Suppressed(expected));
        // Every symbol has its reason, and it names no symbol but the row's own.
        let rule = reconciled.rule().unwrap();
        let (printed, why) = rule.split_once(':').unwrap();
        prop_assert_eq!(printed, symbol.code());
        match why.strip_prefix("count_is_") {
            Some(named) => prop_assert!(named.split('/').all(|named| {
                of_counts.into_iter().flatten().any(|symbol| symbol.code() == named)
            }), "{}", rule),
            None => prop_assert_eq!(why, match expected {
                Suppression::ZeroDenominator => "zero_denominator",
                Suppression::AboveHundred => "over_100",
                Suppression::RoundsToZero => "rounds_to_zero",
                _ => "unexplained",
            }),
        }
    }

    /// Of whatever bytes: no panic, and each row is given or refused; and by its years likewise.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop_oneof![damaged_file(), vec(any::<u8>(), 0..400)]) {
        let Ok(mut reader) = Reader::new(bytes.as_slice()) else { return Ok(()) };
        let all: Vec<_> = (&mut reader).collect();
        prop_assert_eq!(all.len() as u64, reader.rows_read());
        prop_assert_eq!(reader.rows_read(), reader.rows_given() + reader.rows_refused());
        let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
        let lines: Vec<u64> = all
            .iter()
            .map(|row| row.as_ref().map_or_else(|error| error.line().unwrap(), Row::line))
            .collect();
        prop_assert!(lines.is_sorted_by(|a, b| a < b), "{:?}", lines);
        prop_assert!(lines.iter().all(|line| (2..=ends + 1).contains(line)), "{:?}", lines);
        // Byte by byte it is the same.
        let again = read(ByteByByte(&bytes));
        prop_assert_eq!(format!("{again:?}"), format!("{all:?}"));
        for row in all.iter().flatten() {
            let reconciled: Vec<_> = row.reconciliations().collect();
            let _ = (row.findings(), row.to_string(), serde_json::to_string(&reconciled).unwrap());
        }
        let mut years = Reader::new(bytes.as_slice()).unwrap().reporting_years();
        for year in (&mut years).flatten() {
            let _ = (year.findings(), year.totals().map(|total| total.to_string()).collect::<Vec<_>>());
        }
        let reader = years.reader();
        prop_assert_eq!(reader.rows_read(), reader.rows_given() + reader.rows_refused());
    }

    /// Each line of a file of LF, CRLF and empty lines is where it is.
    #[test]
    fn a_row_stands_on_its_line(
        empty in vec(0..3_usize, 6),
        end in select(vec!["\n", "\r\n", "\r"]),
        last in any::<bool>(),
    ) {
        let mut text = file([]).trim_end().to_owned();
        let mut line = 1;
        let mut expected = Vec::new();
        for lines in &empty {
            text += &end.repeat(lines + 1);
            line += 1 + *lines as u64;
            expected.push(line);
            text += devon().text().trim_end();
        }
        if last {
            text += end;
        }
        let lines: Vec<u64> = rows(&text).iter().map(Row::line).collect();
        prop_assert_eq!(lines, expected);
    }

    /// Columns in any order give the same rows.
    #[test]
    fn columns_in_any_order(order in Just((0..COLUMNS.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let text = thirteen();
        let permuted = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            order.iter().map(|&at| cells[at]).collect::<Vec<_>>().join(",") + "\n"
        };
        let shuffled: String = text.lines().map(permuted).collect();
        prop_assert_eq!(rows(&shuffled), rows(&text));
    }
}
