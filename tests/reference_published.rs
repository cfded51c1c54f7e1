//! The official statistics in the reference data folder, read by the crate's own reader and reconciled: class and
//! recomputed value of every rate, and what explains those that do not follow, as the reference states them.
//!
//! Reads `dfe/csww_indicators*.csv` and `dfe/expected*.csv`, whichever and however many there are.

mod support;

use childrens_services::{
    Indicator,
    rust_decimal::Decimal,
    statistics::{Class, GeographicLevel, Reader, ReportingYear, Row, TotalClass},
    workforce::RATES,
};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::Path,
};
use support::{cell, folder, lines};

/// The rows of every file, by their years.
fn years(folder: &Path) -> Vec<ReportingYear> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with("csww_indicators") && name.ends_with(".csv")
    });
    paths.sort();
    assert!(!paths.is_empty(), "no csww_indicators*.csv in {}", folder.display());
    let mut rows: Vec<Row> = Vec::new();
    for path in paths {
        let at = path.display();
        let mut reader =
            Reader::new(File::open(&path).expect("a file")).unwrap_or_else(|error| panic!("{at}: {error}"));
        for row in &mut reader {
            rows.push(row.unwrap_or_else(|error| panic!("{at}: {error}")));
        }
        assert_eq!((reader.rows_read(), reader.rows_refused()), (reader.rows_given(), 0), "{at}");
        println!("{at}: {} rows", reader.rows_given());
    }
    ReportingYear::all(rows)
}

fn year_of(row: &Row) -> String {
    row.period().to_string().replace("year to 30 September ", "")
}

fn decimal(text: &str) -> Option<Decimal> {
    (!text.is_empty()).then(|| Decimal::from_str_exact(text).expect(text))
}

/// The class as the reference spells it.
fn class(class: Class) -> String {
    class.label().replace(' ', "_")
}

/// The rule as the reference spells it, and the rate by it where it is another.
fn rule(year: &ReportingYear, row: &Row, rate: &Indicator) -> (Option<String>, Option<Decimal>) {
    let reconciled = row.reconciliation(rate).expect("one of the nine");
    if reconciled.class() != Class::Inconsistent {
        // The reference is silent on what nothing explains.
        return (reconciled.rule().filter(|rule| !rule.ends_with(":unexplained")), None);
    }
    assert_eq!(reconciled.rule(), None, "what explains it is not in the row: {row}");
    let Some(exclusion) = year.exclusion(row, rate) else { return (None, None) };
    let mut symbols: Vec<_> = exclusion.left_out().iter().map(|one| one.symbol().code()).collect();
    symbols.sort_unstable();
    symbols.dedup();
    let codes: Vec<_> = exclusion.left_out().iter().map(|one| one.code().replace(" / ", "&")).collect();
    let rule = format!("excludes_{}:{}", symbols.join("_"), codes.join("+"));
    (Some(rule), Some(exclusion.recomputed_rounded(6)))
}

/// A rule without the codes of authorities.
fn kind(rule: Option<&str>) -> String {
    let rule = rule.unwrap_or("no rule");
    let of_authorities = rule.starts_with("excludes_");
    if of_authorities { rule.split(':').next().unwrap_or_default().to_owned() } else { rule.to_owned() }
}

#[test]
fn every_rate_has_the_class_the_value_and_the_rule_of_the_reference() {
    let Some(folder) = folder("dfe") else { return };
    let years = years(&folder);
    let mut rows: BTreeMap<(String, &str, String), (&ReportingYear, &Row)> = BTreeMap::new();
    for year in &years {
        for row in year.rows() {
            rows.insert((year_of(row), row.level().label(), row.code().to_owned()), (year, row));
        }
    }
    let mut counted: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut faults = Vec::new();
    let expected = lines(&folder, "expected");
    for (at, line) in &expected {
        let of = |column| cell(at, line, column);
        let level: GeographicLevel = of("geographic_level").parse().expect("a level");
        let key = (of("time_period").to_owned(), level.label(), of("area_code").to_owned());
        let (year, row) = rows.get(&key).unwrap_or_else(|| panic!("{at}: no row {key:?}"));
        let rate = RATES[..9]
            .iter()
            .map(|formula| formula.indicator)
            .find(|rate| rate.code() == of("metric"))
            .unwrap_or_else(|| panic!("{at}: no such rate"));
        let reconciled = row.reconciliation(rate).expect("one of the nine");
        let (rule, by_rule) = rule(year, row, rate);
        let ours = (
            class(reconciled.class()),
            reconciled.recomputed_rounded(6),
            reconciled.recomputed_rounded(1),
            rule,
            by_rule,
        );
        let theirs = (
            of("class").to_owned(),
            decimal(of("recomputed")),
            decimal(of("rounded")),
            Some(of("rule").to_owned()).filter(|rule| !rule.is_empty()),
            decimal(of("recomputed_by_rule")),
        );
        if ours != theirs {
            faults.push(format!("{at}: {row}, {}: ours {ours:?}, the reference's {theirs:?}", rate.code()));
        }
        *counted.entry((theirs.0, kind(theirs.3.as_deref()))).or_default() += 1;
    }
    println!("{} rates: {counted:?}", expected.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    let all: usize = years.iter().map(|year| 9 * year.rows().len()).sum();
    println!("{all} rates printed");
    assert!(counted.keys().any(|(class, _)| class == "exact"));
}

/// Only counts that hold what an authority withholds are more than the sums of their authorities'.
#[test]
fn every_area_is_the_sum_of_its_parts_or_holds_what_they_withhold() {
    let Some(folder) = folder("dfe") else { return };
    let mut classes: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for year in years(&folder) {
        for total in year.totals() {
            *classes.entry((total.class().label(), total.parts().label())).or_default() += 1;
            if total.class() == TotalClass::HoldsWithheld {
                println!("{}: {total}", year.period());
                assert!(total.withheld().next().is_some());
            }
            if total.class() == TotalClass::DoesNotAddUp {
                println!("DOES NOT {}: {total}", year.period());
            }
        }
    }
    println!("{classes:?}");
}
