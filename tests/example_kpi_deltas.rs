//! The example `kpi_deltas` as its user runs it: what it prints, and what it says of a file that is
//! not right.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use std::{path::PathBuf, process::Output, sync::LazyLock};
use support::example::{self, File};

fn run(arguments: &[&str]) -> Output {
    static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| example::built("kpi_deltas"));
    example::run(&EXAMPLE, arguments)
}

#[track_caller]
fn prints(arguments: &[&str]) -> String {
    example::printed(run(arguments), 0)
}

/// Runs it on a file with this text; in the message FILE stands for its path.
#[track_caller]
fn refuses(name: &str, text: &str, message: &str) {
    let file = File::new(&format!("{name}.json"), text);
    example::failed(run(&[file.path()]), &message.replace("FILE", file.path()));
}

/// A scorecard of one series.
fn card(indicator: &str, observations: &str) -> String {
    format!(r#"{{"title": "T", "series": [{{"indicator": {indicator}, "observations": [{observations}]}}]}}"#)
}

/// The cells of the one line that opens so, in the table under `heading`.
#[track_caller]
fn line(text: &str, heading: &str, opening: &str) -> String {
    let table = text.split_once(heading).unwrap().1;
    let line = table.lines().find(|line| line.starts_with(opening)).unwrap();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Source: West Sussex County Council, progress report of autumn 2019: each statement about the
/// workforce with its change, or the honest "cannot tell".
#[test]
fn the_councils_statements_stand_with_their_verdicts() {
    let text = prints(&[]);
    let statement = |opening| line(&text, "progress report of autumn 2019", opening);
    assert_eq!(
        statement("Vacancy gap"),
        "Vacancy gap (rate) 2019-02 18.5% 2019-09 1.8% -16.7 percentage points -90.3% improved (the council's own figure and definition)"
    );
    assert!(statement("Take-up").contains("over 90% - - cannot tell"));
    assert!(statement("Agency").contains("around 75 FTE - - cannot tell"));
    assert!(statement("Teams").ends_with("50.0% - - cannot tell (a figure is missing) (4 of 8 teams)"));
    assert!(statement("Leavers").contains("- 2019-09 - - -75.0% improved"));
    assert!(statement("Newly qualified social workers, intake").contains("2019/20 38 - - cannot tell"));
    assert!(statement("Newly qualified social workers, completed").contains("2018/19 24 - - cannot tell"));
}

/// Source: Department for Education, *Children's social work workforce*, reporting year 2025, edition
/// of March 2026, West Sussex 2019. The vacancy agency cover rate is printed `u` there, as above 100.
#[test]
fn west_sussex_2019_prints_as_published() {
    let text = prints(&[]);
    let rate = |heading| {
        let line = line(&text, heading, "year to 30 September 2019");
        line.trim_start_matches("year to 30 September 2019 ").split(' ').next().unwrap().to_owned()
    };
    assert_eq!(rate("\nVacancy rate (FTE)"), "10.2%");
    assert_eq!(rate("\nVacancy agency cover rate"), "134.8%");
    assert_eq!(rate("\nTurnover rate (FTE)"), "10.0%");
    assert_eq!(rate("\nTurnover rate (headcount)"), "10.1%");
    assert_eq!(rate("\nAgency worker rate (FTE)"), "13.3%");
    assert_eq!(rate("\nAgency worker rate (headcount)"), "12.7%");
    assert_eq!(rate("\nAgency cover rate"), "100.0%");
    assert_eq!(rate("\nAverage caseload"), "16.8");
    assert_eq!(rate("\nSickness absence rate"), "2.4%");
}

/// Every statement and each of ten rates in nine years is in the JSON too.
#[test]
fn json_holds_the_deltas() {
    let json: serde_json::Value = serde_json::from_str(&prints(&["--json"])).unwrap();
    let gap = &json[0]["statements"][0];
    assert_eq!(gap["absolute"], "-16.7");
    assert_eq!(gap["absolute_unit"], "percentage points");
    assert_eq!(gap["relative"], "-90.3");
    assert_eq!(gap["verdict"], "improved");
    let tracks = json[1]["indicators"].as_array().unwrap();
    assert_eq!(tracks.len(), 10);
    for track in tracks {
        let rows = track["rows"].as_array().unwrap();
        assert_eq!(rows.len(), 9);
        assert!(rows[0]["step"].is_null() && rows[1..].iter().all(|row| row["step"].is_object()));
        assert!(rows[..3].iter().all(|row| row["since_base"].is_null()));
        assert!(rows[3..].iter().all(|row| row["since_base"]["since"] == "year to 30 September 2019"));
    }
}

/// The sample that the README documents is read and printed.
#[test]
fn the_sample_scorecard_prints() {
    let text = prints(&["examples/data/scorecard.json"]);
    assert_eq!(
        line(&text, "Vacancy gap", "2019-09"),
        "2019-09 1.8% -16.7 -90.3% improved -16.7 -90.3% improved"
    );
    assert_eq!(
        line(&text, "Supervision", "2019/20 Q2"),
        "2019/20 Q2 [c] - - cannot tell (a figure is missing) - - cannot tell (a figure is missing)"
    );
}

/// A missing file.
#[test]
fn a_missing_file_is_named() {
    let output = run(&["no-such-file.json"]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.starts_with("error: no-such-file.json: "), "{message}");
    assert!(message.ends_with("; expected the path of a scorecard in JSON\n"), "{message}");
}

/// Text that is no JSON, or goes on behind the scorecard.
#[test]
fn malformed_documents_are_refused() {
    refuses(
        "empty",
        "",
        "FILE: at the top: EOF while parsing a value at line 1 column 0; expected a scorecard in JSON",
    );
    refuses(
        "cut",
        r#"{"title": "T", "series": ["#,
        "FILE: at series: EOF while parsing a list at line 1 column 26; expected a scorecard in JSON",
    );
    refuses(
        "more",
        r#"{"title": "T", "series": []} 1"#,
        "FILE: after the scorecard: trailing characters at line 1 column 30; expected nothing more",
    );
    refuses(
        "field",
        r#"{"title": "T", "serie": []}"#,
        "FILE: at serie: unknown field `serie`, expected `title` or `series` at line 1 column 22",
    );
}

/// A unit that there is not.
#[test]
fn an_unknown_unit_is_refused() {
    refuses(
        "unit",
        &card(r#"{"code": "a", "title": "A", "unit": "furlongs", "polarity": "neutral"}"#, ""),
        "FILE: at series[0].indicator.unit: unknown variant `furlongs`, expected one of `per_cent`, `fte`, `headcount`, `cases`, `cases_per_fte`, `days` at line 1 column 86",
    );
}

/// A period given twice.
#[test]
fn a_duplicate_period_is_refused() {
    let twice = r#"{"period": "2019-02", "value": "18.5"}, {"period": "2019-02", "value": "1.8"}"#;
    refuses(
        "twice",
        &card("\"vacancy_gap_rate_fte\"", twice),
        "FILE: at series[0]: vacancy_gap_rate_fte has two observations of 2019-02 at line 1 column 161",
    );
}

/// Figures that cannot be, each named with its place.
#[test]
fn impossible_figures_are_refused() {
    refuses(
        "share",
        &card("\"vacancy_gap_rate_fte\"", r#"{"period": "2019-02", "value": "118.5"}"#),
        "FILE: at series[0]: vacancy_gap_rate_fte is a share of a whole and cannot be above 100%, but is 118.5% in 2019-02 at line 1 column 123",
    );
    refuses(
        "negative",
        &card("\"agency_fte\"", r#"{"period": "2019-02", "value": "-5"}"#),
        "FILE: at series[0]: observations[0].value: FTE -5 is outside 0 to 1000000 at line 1 column 110",
    );
    refuses(
        "bare",
        &card("\"agency_fte\"", r#"{"period": "2019-02", "value": 75.5}"#),
        "FILE: at series[0].observations[0].value: invalid type: floating point `75.5`, expected a text such as \"18.5%\", \"over 90%\" or \"[c]\": a figure is written as text, because a bare number may lose digits on its way through binary floating point at line 1 column 106",
    );
    refuses(
        "period",
        &card("\"agency_fte\"", r#"{"period": "2019-13", "value": "75"}"#),
        "FILE: at series[0].observations[0].period: period \"2019-13\": month 13 is outside 1 to 12 (a financial year is written 2018/19) at line 1 column 91",
    );
}

/// Options it does not have, and more than one file.
#[test]
fn wrong_arguments_are_refused() {
    for arguments in [&["--yaml"][..], &["a.json", "b.json"][..]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().ends_with("; usage: kpi_deltas [--json] [FILE]\n"));
    }
    assert_eq!(prints(&["--help"]), "usage: kpi_deltas [--json] [FILE]\n");
}
