//! Every row of the official statistics in the reference data folder, worked again by this crate.
//!
//! The tests read `dfe/csww_indicators*.csv` and `dfe/expected*.csv`, whichever and however many there are.

mod support;

use childrens_services::{
    Fte, Headcount, Indicator, Period, RateFault, Reported, Snapshot, SnapshotError, Symbol,
    kpi::catalogue,
    rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero},
    workforce,
};
use rust_decimal_macros::dec;
use std::{collections::BTreeMap, fmt, path::Path, str::FromStr};
use support::{Line, cell, folder, lines};

/// Year, geographic level, and the most local code of the area.
type Key = (String, String, String);

/// A published row: where it stands, its counts and all it says.
struct Area {
    at: String,
    counts: Snapshot,
    line: Line,
}

type Areas = BTreeMap<Key, Area>;

impl Area {
    fn counts_withheld(&self) -> Vec<Symbol> {
        let counts = self.line.iter().filter(|(column, _)| !column.contains("_rate"));
        counts.filter_map(|(_, text)| text.parse().ok()).collect()
    }

    /// Whether a rate is printed, or is none because there is nothing to take it of. An authority
    /// whose rate is withheld may be left out of its area's.
    fn prints(&self, rate: &str) -> bool {
        !matches!(cell(&self.at, &self.line, rate).parse::<Symbol>(), Ok(symbol) if symbol != Symbol::NotApplicable)
    }
}

/// A count: a number, a symbol, or nothing.
fn count<T: FromStr<Err: fmt::Display>>(at: &str, line: &Line, column: &str) -> Option<Reported<T>> {
    match cell(at, line, column) {
        "" => None,
        text => Some(text.parse().unwrap_or_else(|error| panic!("{at}, {column}: {error}"))),
    }
}

fn snapshot(at: &str, line: &Line) -> Snapshot {
    let year = cell(at, line, "time_period");
    let year = year.parse().unwrap_or_else(|_| panic!("{at}: {year:?} is no reporting year"));
    Snapshot {
        period: Period::reporting_year(year).unwrap_or_else(|error| panic!("{at}: {error}")),
        inpost_fte: count(at, line, "inpost_fte"),
        inpost_headcount: count(at, line, "inpost_headcount"),
        starters_fte: count(at, line, "starters_fte"),
        starters_headcount: count(at, line, "starters_headcount"),
        leavers_fte: count(at, line, "leavers_fte"),
        leavers_headcount: count(at, line, "leavers_headcount"),
        agency_fte: count(at, line, "agency_fte"),
        agency_headcount: count(at, line, "agency_headcount"),
        agency_cover_fte: count(at, line, "agency_cover_fte"),
        vacancy_fte: count(at, line, "vacancy_fte"),
        case_holders_fte: count(at, line, "case_holders_fte"),
        cases: count(at, line, "cases"),
        working_days_lost_fte: count(at, line, "working_days_lost_fte"),
    }
}

/// Every published row; none may stand twice with different figures, for no two editions are to be mixed.
fn areas(folder: &Path) -> Areas {
    let mut areas = Areas::new();
    for (at, line) in lines(folder, "csww_indicators") {
        let of = |column| cell(&at, &line, column).to_owned();
        let code = ["new_la_code", "region_code", "country_code"].map(of);
        let code = code.into_iter().find(|code| !code.is_empty()).unwrap_or_else(|| panic!("{at}: no code"));
        let key = (of("time_period"), of("geographic_level"), code);
        let area = Area { counts: snapshot(&at, &line), at, line };
        if let Some(first) = areas.get(&key) {
            assert!(first.line == area.line, "{} and {} are one row with two contents", first.at, area.at);
        }
        areas.insert(key, area);
    }
    areas
}

/// The nine published rates.
fn rates() -> impl Iterator<Item = &'static Indicator> {
    workforce::RATES[..9].iter().map(|formula| formula.indicator)
}

/// The file drops trailing zeros, so numbers are compared and not texts.
#[track_caller]
fn number(at: &str, text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{at}: {text:?} is no number: {error}"))
}

/// What one expected rate says, and whether we agree. A fault is text; all are reported together.
fn check(at: &str, line: &Line, area: &Area, rate: &Indicator) -> Result<(), String> {
    let text = |column| cell(at, line, column);
    let (published, recomputed, class, rule) =
        (text("published"), text("recomputed"), text("class"), text("rule"));
    let ours = area.counts.rate(rate).map(|rate| rate.value_rounded(6));
    let fault = |what: &str| {
        let ours = ours.as_ref().map_or_else(ToString::to_string, ToString::to_string);
        Err(format!("{at}: {what}; published {published}, class {class}, rule {rule:?}, ours {ours}"))
    };
    match (&ours, recomputed) {
        (Err(_), "") => {}
        (Ok(_), "") => return fault("we have a rate where the counts give none"),
        (Err(_), _) => return fault("we have no rate where the counts give one"),
        (Ok(ours), _) if *ours == number(at, recomputed) => {}
        (Ok(_), _) => return fault(&format!("expected {recomputed} at six places")),
    }
    let at_one_place = area.counts.rate(rate).map(|rate| rate.value_rounded(1));
    if !text("rounded").is_empty() && at_one_place != Ok(number(at, text("rounded"))) {
        return fault("expected another figure at one place");
    }
    match class {
        "exact" if at_one_place != Ok(number(at, published)) => {
            fault("expected the published figure at one place")
        }
        "exact" | "consistent" | "inconsistent" => Ok(()),
        "not_derivable" if ours.is_ok() => fault("the counts cannot give the rate"),
        "not_derivable" => Ok(()),
        "suppressed" => {
            let symbol: Symbol = published.parse().map_err(|error| format!("{at}: {error}"))?;
            // Where two symbols meet, and where a count is `low`, the publication does not always print the
            // same one.
            let ours_is = |wanted: Symbol| {
                ours.as_ref().is_err_and(|error| {
                    let of_low = matches!(error.fault(), RateFault::Withheld(_, Symbol::Low));
                    let Some(symbol) = error.symbol() else { return false };
                    let both = [symbol, wanted].map(|symbol| area.counts_withheld().contains(&symbol));
                    symbol == wanted || of_low || both == [true, true]
                })
            };
            // The rules that are known: another edition may have others, which are not ours to judge.
            let agreed = match (rule.split_once(':').map_or("", |(_, why)| why), &ours) {
                ("over_100", rate) => {
                    symbol == Symbol::LowReliability && rate.as_ref().is_ok_and(|rate| *rate > dec!(100))
                }
                ("rounds_to_zero", rate) => {
                    symbol == Symbol::Low
                        && rate.as_ref().is_ok_and(|rate| *rate > dec!(0))
                        && at_one_place == Ok(dec!(0))
                }
                ("zero_denominator", _) => symbol == Symbol::NotApplicable && ours_is(symbol),
                // The symbol of the count, where the rate is printed with another.
                (why, _) if why.starts_with("count_is_") => {
                    ours_is(symbol) || why.trim_start_matches("count_is_").parse().is_ok_and(ours_is)
                }
                _ => true,
            };
            if agreed { Ok(()) } else { fault("expected the published symbol") }
        }
        other => fault(&format!("the class {other:?} is not known")),
    }
}

#[test]
fn every_published_rate_follows_from_its_counts() {
    let Some(folder) = folder("dfe") else { return };
    let areas = areas(&folder);
    let mut classes: BTreeMap<String, BTreeMap<&str, u32>> = BTreeMap::new();
    let mut faults = Vec::new();
    for (at, line) in lines(&folder, "expected") {
        let of = |column| cell(&at, &line, column).to_owned();
        let key = (of("time_period"), of("geographic_level"), of("area_code"));
        let area =
            areas.get(&key).unwrap_or_else(|| panic!("{at}: no row of csww_indicators*.csv for {key:?}"));
        let metric = of("metric");
        let rate = rates()
            .find(|rate| rate.code() == metric)
            .unwrap_or_else(|| panic!("{at}: {metric} is none of the nine rates"));
        let code = rate.code();
        assert_eq!(
            cell(&area.at, &area.line, code),
            of("published"),
            "{at} is not of the edition of {}",
            area.at
        );
        *classes.entry(of("class")).or_default().entry(code).or_default() += 1;
        faults.extend(check(&at, &line, area, rate).err());
    }
    for (class, metrics) in &classes {
        println!("{class}: {} {metrics:?}", metrics.values().sum::<u32>());
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    for code in rates().map(Indicator::code) {
        assert!(classes.get("exact").is_some_and(|exact| exact.contains_key(code)), "no exact row of {code}");
    }
}

/// Published rows hold much that is unusual and nothing that is in error.
#[test]
fn no_published_row_is_in_error() {
    let Some(folder) = folder("dfe") else { return };
    let areas = areas(&folder);
    assert!(!areas.is_empty(), "no rows in {}", folder.display());
    let mut rules: BTreeMap<&str, u32> = BTreeMap::new();
    for area in areas.values() {
        let findings = area.counts.findings();
        assert!(findings.is_ok(), "{}: {findings}", area.at);
        for finding in &findings {
            *rules.entry(finding.rule().id()).or_default() += 1;
        }
    }
    println!("{} rows, findings by rule: {rules:?}", areas.len());
}

/// An area with its authorities: those of a region, of London (whose authorities carry the code of
/// Inner or Outer London), or of England.
fn authorities<'a>(areas: &'a Areas, (year, level, code): &'a Key) -> impl Iterator<Item = &'a Area> {
    const LONDON: (&str, [&str; 2]) = ("E12000007", ["E13000001", "E13000002"]);
    areas.iter().filter_map(move |((of_year, of_level, _), area)| {
        let region = cell(&area.at, &area.line, "region_code");
        let inside =
            level == "National" || region == code || (code == LONDON.0 && LONDON.1.contains(&region));
        (of_level == "Local authority" && of_year == year && inside).then_some(area)
    })
}

/// The reporting years in which every area's counts are the sums of its authorities'. In 2025, for one,
/// the totals hold the counts of 2024 of two authorities that could report nothing.
const YEARS_THAT_ADD_UP: std::ops::RangeInclusive<i32> = 2017..=2021;

/// The summed counts of each region and of England, with the authorities.
fn sums(areas: &Areas) -> Vec<(&Area, Snapshot, Vec<&Area>)> {
    let adds_up = |year: &str| year.parse().is_ok_and(|year| YEARS_THAT_ADD_UP.contains(&year));
    areas
        .iter()
        .filter(|((year, level, _), _)| level != "Local authority" && adds_up(year))
        .filter_map(|(key, area)| {
            let parts: Vec<&Area> = authorities(areas, key).collect();
            let sum: Result<Snapshot, SnapshotError> = Snapshot::total(parts.iter().map(|part| &part.counts));
            // A folder may hold an area without its authorities.
            (!parts.is_empty())
                .then(|| (area, sum.unwrap_or_else(|error| panic!("{}: {error}", area.at)), parts))
        })
        .collect()
}

/// Headcounts are exact: where those of all authorities are numbers, their sum is the area's printed
/// count and the rate of the sum its printed rate. Where one is withheld the sum has no rate.
#[test]
fn headcount_rates_of_areas_are_rates_of_summed_counts() {
    let Some(folder) = folder("dfe") else { return };
    let areas = areas(&folder);
    let (mut checked, mut withheld) = (0, 0);
    for (area, sum, parts) in sums(&areas) {
        let known = |count: Option<Reported<Headcount>>, column| {
            if let Some(count) = count.and_then(Reported::known) {
                assert_eq!(count.to_string(), cell(&area.at, &area.line, column), "{}, {column}", area.at);
            }
        };
        known(sum.inpost_headcount, "inpost_headcount");
        known(sum.leavers_headcount, "leavers_headcount");
        known(sum.agency_headcount, "agency_headcount");
        for rate in [&catalogue::TURNOVER_RATE_HEADCOUNT, &catalogue::AGENCY_RATE_HEADCOUNT] {
            let column = rate.code();
            match sum.rate(rate).map(|rate| rate.value_rounded(1)) {
                Ok(rate) if parts.iter().all(|part| part.prints(column)) => {
                    let published = number(&area.at, cell(&area.at, &area.line, column));
                    assert_eq!(rate, published, "{}, {column}", area.at);
                    checked += 1;
                }
                _ => withheld += 1,
            }
        }
    }
    println!("headcount rates of areas: {checked} as published, {withheld} with a count withheld");
    let any = sums(&areas).is_empty() || checked > 0;
    assert!(any, "no area whose authorities all have headcounts");
}

/// Each FTE count stands for up to 0.05 more or less, so the sum of `n` for up to `0.05n`. The
/// published rate, itself rounded, must be one that some such counts give.
#[test]
fn vacancy_rates_of_areas_are_rates_of_summed_counts() {
    let Some(folder) = folder("dfe") else { return };
    let areas = areas(&folder);
    let (mut equal, mut allowed, mut withheld) = (0, 0, 0);
    for (area, sum, parts) in sums(&areas) {
        let rate = sum.rate(&catalogue::VACANCY_RATE_FTE).ok();
        let Some(rate) = rate.filter(|_| parts.iter().all(|part| part.prints("vacancy_rate_fte"))) else {
            withheld += 1;
            continue;
        };
        let published = number(&area.at, cell(&area.at, &area.line, "vacancy_rate_fte"));
        if rate.value_rounded(1) == published {
            equal += 1;
            continue;
        }
        let slack = dec!(0.05) * Decimal::from(parts.len());
        let moved = |count: Option<Reported<Fte>>, by: Decimal| {
            let count = count.and_then(Reported::known).expect("there is a rate of it").value();
            let moved = (count + by).max(Decimal::ZERO).round_dp_with_strategy(6, MidpointAwayFromZero);
            Some(Fte::new(moved).expect("a count of these statistics").into())
        };
        let with = |vacancies, inpost| {
            let moved = Snapshot {
                vacancy_fte: moved(sum.vacancy_fte, vacancies),
                inpost_fte: moved(sum.inpost_fte, inpost),
                ..sum
            };
            moved.rate(&catalogue::VACANCY_RATE_FTE).expect("there are posts").value_rounded(6)
        };
        let (low, high) = (with(-slack, slack), with(slack, -slack));
        assert!(
            low <= published + dec!(0.05) && published - dec!(0.05) <= high,
            "{}: {published} is not within {low} to {high}",
            area.at,
        );
        allowed += 1;
    }
    println!(
        "vacancy rates of areas: {equal} as published, {allowed} within rounding, {withheld} with a count withheld"
    );
    let any = sums(&areas).is_empty() || equal > 0;
    assert!(any, "no area whose authorities all have vacancies");
}
