//! The example `benchmark` as its user runs it: its table, and what it says where it cannot make one.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use std::{path::PathBuf, process::Output, sync::LazyLock};
use support::example::{self, File};

const FILE: &str = "examples/data/workforce_2019.csv";
const USAGE: &str = "usage: benchmark [FILE [--year YEAR] [--authority DFE_CODE]]";

fn run(arguments: &[&str]) -> Output {
    static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| example::built("benchmark"));
    example::run(&EXAMPLE, arguments)
}

#[track_caller]
fn prints(arguments: &[&str]) -> String {
    example::printed(run(arguments), 0)
}

#[track_caller]
fn fails(arguments: &[&str], message: &str) {
    example::failed(run(arguments), message);
}

/// Figures as published; medians as Department for Education's dashboard has them where it has one (13.7, 12.4, 18.5,
/// 15.9).
const WEST_SUSSEX: &str = "\
West Sussex (E10000032), year to 30 September 2019

rate                                    West Sussex             England          South East  neighbours     rank  quartile  better is
Turnover rate (FTE)                           10.0%               15.0%               14.9%   13.7 (10)  3 of 11         1      lower
Turnover rate (headcount)                     10.1%               15.1%               15.1%   13.5 (10)  2 of 11         1      lower
Agency worker rate (FTE)                      13.3%               15.8%               16.8%   12.4 (10)  6 of 11         2      lower
Agency worker rate (headcount)                12.7%               15.6%               15.8%   13.2 (10)  5 of 11         2      lower
Agency cover rate (FTE)                      100.0%               76.7%               77.2%   99.2 (10)  8 of 11         3    neither
Vacancy rate (FTE)                            10.2%               16.4%               16.0%   18.5 (10)  2 of 11         1      lower
Vacancy agency cover rate (FTE)                 [u]               73.1%               82.0%   72.8 (10)        -         -     higher
Average caseload                 16.8 cases per FTE  16.9 cases per FTE  16.7 cases per FTE   15.9 (10)  7 of 11         3      lower
Sickness absence rate                          2.4%                3.1%                2.7%    2.9 (10)  4 of 11         2      lower

neighbours: the median of the statistical neighbours that have a figure, and how many they are
rank: from the lowest, among the authorities of the file that have a figure; it says nothing of better or worse
";

#[test]
fn west_sussex_among_its_neighbours() {
    let excerpt = "the file: an excerpt of thirteen rows that comes with this example; name a FILE for all authorities\n";
    assert_eq!(prints(&[]), format!("{WEST_SUSSEX}{excerpt}"));
    assert_eq!(prints(&[FILE]), WEST_SUSSEX);
    assert_eq!(prints(&[FILE, "--authority", "938", "--year", "2019"]), WEST_SUSSEX);
}

/// Its region has no row among the thirteen.
#[test]
fn another_authority() {
    let printed = prints(&[FILE, "--authority", "916"]);
    assert!(printed.starts_with("Gloucestershire (E10000013), year to 30 September 2019\n"), "{printed}");
    let header = printed.lines().nth(2).unwrap();
    assert!(header.contains("  Gloucestershire  ") && header.contains("  region  "), "{header}");
}

#[test]
fn what_cannot_be_shown() {
    fails(&[FILE, "--year", "2018"], &format!("{FILE}: there are no rows of the year to 30 September 2018"));
    fails(&[FILE, "--year", "18"], &format!("--year 18 is not a year such as 2019; {USAGE}"));
    for (code, why) in [
        ("999", "the authority's own must be among them"),
        ("E10000032", "that is the ONS code of West Sussex, whose DfE code is 938"),
    ] {
        let message = format!("no row has DfE code {code:?}, of 11 rows given: {why}");
        fails(&[FILE, "--authority", code], &format!("{FILE}: year to 30 September 2019: {message}"));
    }
    fails(&[FILE, "--authority"], &format!("--authority: not understood; {USAGE}"));
    fails(&["--year", "2019"], &format!("--year 2019: not understood; {USAGE}"));
    fails(
        &["no-such-file.csv"],
        "no-such-file.csv: No such file or directory (os error 2); expected the path of the published file in CSV",
    );
    assert_eq!(prints(&["--help"]), format!("{USAGE}\n"));
}

/// A row that is refused is said beside the table, and the others make it.
#[test]
fn a_refused_row_is_said() {
    let text = include_str!("../examples/data/workforce_2019.csv").replace(",3593,", ",many,");
    let file = File::new("benchmark.csv", &text);
    let path = file.path();
    let output = run(&[path]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "{path}: refused: line 11, column cases: found \"many\", expected digits alone, at most 4294967295, or one of \
             the symbols c, low (or k), u, x (or :), z\n"
        )
    );
    assert!(String::from_utf8(output.stdout).unwrap().contains("  2 of 10  "));
}
