//! Published statistics: any file, and any rows below a good header. Every row is given or refused, and whatever is
//! given answers everything that can be asked of it.
//!
//! Start from a real file, and with its words:
//!
//! ```text
//! mkdir -p fuzz/corpus/published
//! cp examples/data/workforce_2019.csv fuzz/corpus/published/
//! tail -n +2 examples/data/workforce_2019.csv | split -l 4 - fuzz/corpus/published/rows-
//! cargo +nightly fuzz run published -- -dict=fuzz/published.dict -max_len=8192
//! ```
#![no_main]

use childrens_services::{
    statistics::{Class, ReadFault, Reader, ReportingYear},
    workforce::{Count, RATES},
};
use libfuzzer_sys::fuzz_target;

const HEADER: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
    old_la_code,new_la_code,la_name,inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,\
    leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,\
    agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,\
    vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte\n";

/// Whether the header is good.
fn file(bytes: &[u8]) -> bool {
    let mut reader = match Reader::new(bytes) {
        Ok(reader) => reader,
        Err(error) => {
            assert_eq!(error.fault(), ReadFault::Header, "bytes at hand can always be read");
            assert!(!error.to_string().is_empty());
            return false;
        }
    };
    let mut rows = Vec::new();
    for row in &mut reader {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => {
                assert!(matches!(error.fault(), ReadFault::Width | ReadFault::Lines | ReadFault::Field));
                assert!(error.line().is_some() && !error.to_string().is_empty());
            }
        }
    }
    assert!(reader.next().is_none());
    assert_eq!(reader.rows_read(), reader.rows_given() + reader.rows_refused());
    assert_eq!(reader.rows_given(), rows.len() as u64);
    let read = reader.rows_read();

    let mut years = Reader::new(bytes).expect("it was read before").reporting_years();
    let mut given = Vec::new();
    for year in &mut years {
        match year {
            Ok(year) => given.push(year),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    // No file here is longer than what may wait, so the years are the same whichever way they are gathered.
    let all = ReportingYear::all(rows);
    assert_eq!(given.len(), all.len());
    let has_same_rows = |a: &ReportingYear, b: &ReportingYear| a.rows() == b.rows() && a.duplicates() == b.duplicates();
    assert!(all.iter().all(|year| given.iter().any(|other| has_same_rows(year, other))));
    let refused = given.iter().map(|year| year.refused().len() as u64).sum::<u64>();
    assert!(refused <= years.reader().rows_refused());
    let held = given.iter().map(|year| year.rows().len() + year.duplicates().len()).sum::<usize>();
    assert_eq!(years.reader().rows_given(), held as u64);
    assert_eq!(years.reader().rows_read(), read);
    given.iter().for_each(ask);
    true
}

fn ask(year: &ReportingYear) {
    let _ = year.findings().to_string();
    for total in year.totals() {
        assert!(!total.to_string().is_empty());
        let _ = (total.published(), total.sum(), total.withheld().count());
    }
    for row in year.rows().iter().chain(year.duplicates()) {
        assert!(year.row(row.code()).is_some());
        let _ = (row.to_string(), row.is_known_area(), row.local_authority(), row.joint_return());
        let _ = (row.snapshot(), row.findings().to_string(), year.local_authorities_of(row).count());
        for count in Count::ALL {
            let _ = row.figure(count.indicator()).map(|figure| figure.to_string());
        }
        for one in row.reconciliations() {
            assert!(!one.to_string().is_empty());
            assert_eq!(row.figure(one.rate()), Some(one.published()));
            let needs_a_rule = matches!(one.class(), Class::Suppressed(_) | Class::NotDerivable);
            assert_eq!(one.rule().is_some(), needs_a_rule, "{one}");
            let explained = year.exclusion(row, one.rate());
            if let Some(exclusion) = explained {
                assert_eq!(one.class(), Class::Inconsistent, "only such a rate needs explaining");
                assert!(matches!(exclusion.class(), Class::Exact | Class::Consistent));
                assert!(!exclusion.left_out().is_empty() && !exclusion.to_string().is_empty());
            }
        }
    }
    let codes = year.local_authorities().filter_map(|row| row.dfe_code());
    for code in codes.take(1).chain(["938"]) {
        // A few are enough: of every one the figures are gathered alike.
        let counts = Count::ALL.iter().map(|count| count.indicator());
        for indicator in counts.chain(RATES.iter().map(|formula| formula.indicator)).step_by(4) {
            match year.benchmark(indicator, code) {
                Ok(benchmark) => assert!(!benchmark.to_string().is_empty()),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    // What has a header of its own says nothing new below another.
    if !file(bytes) {
        assert!(file(&[HEADER.as_bytes(), bytes].concat()));
    }
});
