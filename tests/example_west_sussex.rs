//! The example `west_sussex` as its user runs it: the report in each format, and what is wrong with the arguments.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use serde_json::Value;
use std::{path::PathBuf, process::Output, sync::LazyLock};
use support::example;

const USAGE: &str = "usage: west_sussex [--format markdown|html|json]";

fn run(arguments: &[&str]) -> Output {
    static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| example::built("west_sussex"));
    example::run(&EXAMPLE, arguments)
}

/// What goes to standard output and to standard error.
#[track_caller]
fn prints(arguments: &[&str]) -> (String, String) {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[track_caller]
fn fails(arguments: &[&str], message: &str) {
    example::failed(run(arguments), message);
}

#[test]
fn the_report_as_markdown() {
    let (report, _) = prints(&[]);
    assert_eq!(prints(&["--format", "markdown"]).0, report);
    assert!(
        report.starts_with(
            "# West Sussex, Children First Service Improvement Programme: progress report, October 2019\n"
        ),
        "{report}"
    );
    for heading in [
        "Introduction",
        "Children First Practice Improvement Plan",
        "The work of the Commissioner",
        "Children's Services Leadership",
        "Strengthening the Workforce",
        "Other service improvements",
        "Children First Strategy",
        "Summary",
    ] {
        assert_eq!(report.lines().filter(|line| *line == format!("## {heading}")).count(), 1, "{heading}");
    }
    for line in [
        "- Vacancy gap: fell from 18.5% in February 2019 to 1.8% in September 2019 (-16.7 percentage points, -90.3%), improved; the intention is to maintain at most 1.8%, which is met as printed",
        "- Take-up of an offer: over 90% in September 2019",
        "- Agency workers (FTE): around 75 FTE in September 2019",
        "- 4 of 8 teams at or below their agreed maximum caseload (September 2019)",
        "- Improvement Leads (Garath Symonds, Lisa Reid and Louise Warren)",
        "11\\. 2 indicators can be compared with an earlier figure: 2 improved. Figures bear out 0 of the 4 claims in this report.",
        "Cabinet Member for Children and Young People",
    ] {
        assert_eq!(report.lines().filter(|one| *one == line).count(), 1, "{line}\n{report}");
    }
}

#[test]
fn the_report_as_a_page() {
    let (page, _) = prints(&["--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"), "{page}");
    assert!(page.ends_with("</html>\n\n"), "{page}");
    assert!(page.contains("<li>Take-up of an offer: over 90% in September 2019</li>"), "{page}");
}

#[test]
fn the_report_as_json() {
    let (json, _) = prints(&["--format", "json"]);
    assert_eq!(json, include_str!("data/progress_report.json"));
    let report: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["as_of"], "2019-10-31");
}

/// What a reader of the document should ask about, whatever the format.
#[test]
fn the_findings_go_to_standard_error() {
    let (_, findings) = prints(&[]);
    for line in [
        "error PLAN-02 at plan.actions[0].due: there is no due date",
        "error STR-02 at governance.strategies[0].partners: Children First Strategy is co-produced, but no partner is listed",
        "warning PRG-03 at service_areas[0].claims[0].statement: \"health assessments are compliant with delivery targets\" is claimed, and no figure bears it out: no measure is linked",
    ] {
        assert_eq!(findings.lines().filter(|one| *one == line).count(), 1, "{line}\n{findings}");
    }
    for format in ["html", "json"] {
        assert_eq!(prints(&["--format", format]).1, findings);
    }
}

#[test]
fn arguments_are_checked() {
    for help in ["-h", "--help"] {
        assert_eq!(prints(&[help]), (format!("{USAGE}\n"), String::new()));
    }
    fails(&["--format"], &format!("--format: not understood; {USAGE}"));
    fails(&["--format", "pdf"], &format!("--format pdf: not understood; {USAGE}"));
    fails(&["--format", "HTML"], &format!("--format HTML: not understood; {USAGE}"));
    fails(&["html"], &format!("html: not understood; {USAGE}"));
    fails(&["--format=html"], &format!("--format=html: not understood; {USAGE}"));
    fails(&["--format", "html", "json"], &format!("--format html json: not understood; {USAGE}"));
    fails(&[""], &format!(": not understood; {USAGE}"));
}
