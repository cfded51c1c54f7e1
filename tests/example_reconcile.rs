//! The example `reconcile` as its user runs it: its table, its notes, its JSON, its exit code, and what it says of a file
//! that is not right.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use std::{path::PathBuf, process::Output, sync::LazyLock};
use support::example::{self, File};

const ROWS: &str = include_str!("../examples/data/workforce_2019.csv");
const FILE: &str = "examples/data/workforce_2019.csv";
const USAGE: &str = "usage: reconcile [--format text|json] [FILE]";

fn run(arguments: &[&str]) -> Output {
    static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| example::built("reconcile"));
    example::run(&EXAMPLE, arguments)
}

#[track_caller]
fn prints(arguments: &[&str], code: i32) -> String {
    example::printed(run(arguments), code)
}

#[track_caller]
fn fails(arguments: &[&str], message: &str) {
    example::failed(run(arguments), message);
}

const EXCERPT: &str = "Thirteen rows of 2019: England, the South East, West Sussex and its statistical neighbours. Name a FILE for more.\n\n";
const TEXT: &str = "\
England (E92000001), year to 30 September 2019: none of its counts is the sum of its local authorities; perhaps some have no row
South East (E12000008), year to 30 September 2019: none of its counts is the sum of its local authorities; perhaps some have no row
England (E92000001), year to 30 September 2019: none of its counts is the sum of its regions; perhaps some have no row

rate                                   exact    consistent  inconsistent    suppressed not derivable
turnover_rate_fte                         13             0             0             0             0
turnover_rate_headcount                   13             0             0             0             0
agency_rate_fte                           13             0             0             0             0
agency_rate_headcount                     13             0             0             0             0
agency_cover_rate_fte                     11             2             0             0             0
vacancy_rate_fte                          13             0             0             0             0
vacancy_agency_cover_rate_fte             12             0             0             1             0
caseload_fte                              13             0             0             0             0
absence_rate_fte                          13             0             0             0             0
all                                      114             2             0             1             0

inconsistent rates explained by authorities left out: 0 of 0
suppressed rates whose symbol does not follow: 0
counts of areas against their parts: 0 are their sum, 0 are so within rounding, 0 are more and a part withholds its own, 39 are another number, 0 cannot be compared
rows with a code that is in no table: 0
rows: 13 read, 13 given, 0 refused, 0 duplicates; ";

/// Without a file it reads the rows that come with it and says so; the speed at the end is another each time.
#[test]
fn the_thirteen_rows() {
    for (arguments, before) in [(&[][..], EXCERPT), (&[FILE], ""), (&["--format", "text", FILE], "")] {
        let printed = prints(arguments, 0);
        let speed = printed.strip_prefix(before).and_then(|rest| rest.strip_prefix(TEXT));
        let speed = speed.unwrap_or_else(|| panic!("{arguments:?}: {printed}"));
        let speed = speed.strip_suffix(" rows a second\n").unwrap();
        assert!(speed.parse::<u64>().unwrap() > 0, "{speed}");
    }
}

#[test]
fn json_holds_the_same() {
    let document: serde_json::Value = serde_json::from_str(&prints(&["--format", "json", FILE], 0)).unwrap();
    assert_eq!(document["all"]["exact"], 114);
    assert_eq!(document["all"]["consistent"], 2);
    assert_eq!(document["rates"]["agency_cover_rate_fte"]["consistent"], 2);
    assert_eq!(document["rates"]["vacancy_agency_cover_rate_fte"]["suppressed"], 1);
    assert_eq!(document["totals"]["does_not_add_up"], 39);
    assert_eq!(
        document["rows"],
        serde_json::json!({ "read": 13, "given": 13, "refused": 0, "duplicates": 0 })
    );
    assert_eq!(
        document["notes"][1],
        serde_json::json!({
            "kind": "parts_missing",
            "year": "year to 30 September 2019",
            "area": "E12000008",
            "parts": "local_authorities",
        })
    );
    assert_eq!(document["notes"].as_array().unwrap().len(), 3);
}

/// A wrong rate is told of with what the counts give, and is no reason to fail.
#[test]
fn an_inconsistent_rate() {
    let file = File::new("reconcile-inconsistent.csv", &ROWS.replace(",16.8,3005,", ",18.6,3005,"));
    let printed = prints(&[file.path()], 0);
    let expected = "West Sussex (E10000032), year to 30 September 2019: caseload_fte 18.6 cases per FTE: inconsistent \
                    (the counts give 16.755556); nothing explains it\n";
    assert!(printed.starts_with(expected), "{printed}");
    let document: serde_json::Value =
        serde_json::from_str(&prints(&["--format", "json", file.path()], 0)).unwrap();
    assert_eq!(
        document["notes"][0],
        serde_json::json!({
            "kind": "inconsistent",
            "rate": {
                "period": "year to 30 September 2019", "area": "E10000032", "name": "West Sussex",
                "rate": "caseload_fte", "published": "18.6 cases per FTE", "class": "inconsistent", "recomputed": "16.755556",
            },
            "exclusion": null,
        })
    );
}

/// The row is told of, the others are read, and the exit code is 1.
#[test]
fn a_refused_row() {
    let file = File::new("reconcile-refused.csv", &ROWS.replace(",494.5,", ",494.5.1,"));
    let printed = prints(&[file.path()], 1);
    let expected = "refused: line 9, column inpost_fte: found \"494.5.1\", expected digits, optionally a point and \
                    one digit more, at most 1000000, or one of the symbols c, low (or k), u, x (or :), z\n";
    assert!(printed.starts_with(expected), "{printed}");
    assert!(printed.contains("rows: 13 read, 12 given, 1 refused, 0 duplicates; "), "{printed}");
    let json = prints(&["--format", "json", file.path()], 1);
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let note = &document["notes"][0];
    assert_eq!(
        (&note["kind"], &note["line"], &note["area"]),
        (&"refused".into(), &9.into(), &"E10000032".into())
    );
    assert_eq!(
        (&note["fields"][0]["column"], &note["fields"][0]["found"]),
        (&"inpost_fte".into(), &"494.5.1".into())
    );
    assert_eq!(document["rows"]["refused"], 1);
}

#[test]
fn a_row_that_stands_twice() {
    let again = ROWS.lines().find(|line| line.contains("West Sussex")).unwrap();
    let file = File::new("reconcile-twice.csv", &format!("{ROWS}{again}\n"));
    let printed = prints(&[file.path()], 1);
    let expected = "line 15: West Sussex (E10000032), year to 30 September 2019 has a row already\n";
    assert!(printed.contains(expected), "{printed}");
    assert!(printed.contains("rows: 14 read, 14 given, 0 refused, 1 duplicates; "), "{printed}");
}

#[test]
fn what_is_not_understood() {
    fails(
        &["no-such-file.csv"],
        "no-such-file.csv: No such file or directory (os error 2); expected the path of the published file in CSV",
    );
    fails(&["--format", "xml", FILE], &format!("--format xml is neither text nor json; {USAGE}"));
    fails(&["--quick", FILE], &format!("--quick {FILE}: not understood; {USAGE}"));
    let empty = File::new("reconcile-empty.csv", "time_period\n2019\n");
    let output = run(&[empty.path()]);
    let message = String::from_utf8(output.stderr).unwrap();
    let expected =
        format!("error: {}: the header has no column time_identifier, geographic_level, ", empty.path());
    assert!(message.starts_with(&expected), "{message}");
    assert_eq!(prints(&["--help"], 0), format!("{USAGE}\n"));
}
