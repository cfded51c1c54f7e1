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

/// A scorecard of one KPI.
fn card(indicator: &str, observations: &str) -> String {
    let series = format!(r#"{{"indicator": {indicator}, "observations": [{observations}]}}"#);
    format!(r#"{{"title": "T", "kpis": [{{"series": {series}}}]}}"#)
}

/// The cells of the one line that opens so, after a heading.
#[track_caller]
fn line(text: &str, heading: &str, opening: &str) -> String {
    let table = text.split_once(heading).unwrap().1;
    let line = table.lines().find(|line| line.starts_with(opening)).unwrap();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Two screens of 100 columns, the vacancy gap first.
#[test]
fn the_main_job_fits_two_screens() {
    let text = prints(&[]);
    let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(widest <= 100, "{widest} columns");
    assert!(text.lines().count() <= 60, "{} lines", text.lines().count());
    let first = text.lines().find(|line| line.contains('%')).unwrap();
    assert!(first.starts_with("Vacancy gap: "), "{first}");
}

/// Source: West Sussex County Council, progress report of autumn 2019: each statement about the workforce. A statement of
/// one figure is a figure, not a doubt.
#[test]
fn the_councils_statements_are_told() {
    let text = prints(&[]);
    let statement = |opening| line(&text, "progress report of autumn 2019", opening);
    assert_eq!(
        statement("Vacancy gap"),
        "Vacancy gap: 18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved"
    );
    assert_eq!(
        statement("Qualified staff"),
        "Qualified staff leaving the service: 2019-02 to 2019-09: -75.0%, improved"
    );
    assert_eq!(statement("Take-up"), "Take-up of an offer 2019-09 over 90%");
    assert_eq!(statement("Agency workers"), "Agency workers (FTE) 2019-09 around 75 FTE");
    assert_eq!(statement("Teams"), "Teams within their agreed maximum caseload 2019-09 50.0% (4 of 8 teams)");
    assert_eq!(
        statement("Newly qualified social workers, intake"),
        "Newly qualified social workers, intake 2019/20 38"
    );
    assert_eq!(
        statement("Newly qualified social workers, completed"),
        "Newly qualified social workers, completed 2018/19 24"
    );
    assert!(!text.contains("cannot tell"));
}

/// The council's vacancy gap and the rate that this crate works are two indicators with two names.
#[test]
fn the_two_vacancy_gaps_have_names_of_their_own() {
    let text = prints(&[]);
    assert_eq!(text.lines().filter(|line| line.starts_with("Vacancy gap")).count(), 1);
    let published = "rates worked from the published counts";
    assert_eq!(
        line(&text, published, "Uncovered vacancy rate"),
        "Uncovered vacancy rate (FTE) 0.0% 0.0% 0.0% 0.0 unchanged 0.0 unchanged"
    );
}

/// Source: Department for Education, *Children's social work workforce*, reporting year 2025, edition of March 2026, West
/// Sussex 2018, 2019 and 2025. The vacancy agency cover rate of 2019 is printed `u` there, as above 100.
#[test]
fn west_sussex_prints_as_published() {
    let text = prints(&[]);
    let published = "rates worked from the published counts";
    for (opening, expected) in [
        ("Vacancy rate (FTE)", "9.3% 10.2% 2.1% -3.1 improved -8.1 improved"),
        ("Vacancy agency cover rate (FTE)", "100.0% 134.8% 100.0% 0.0 unchanged -34.8 worsened"),
        ("Turnover rate (FTE)", "16.3% 10.0% 9.5% +0.2 worsened -0.5 improved"),
        ("Turnover rate (headcount)", "15.8% 10.1% 9.2% -0.5 improved -0.9 improved"),
        ("Agency worker rate (FTE)", "11.7% 13.3% 2.1% -3.1 improved -11.2 improved"),
        ("Agency worker rate (headcount)", "11.0% 12.7% 2.0% -2.9 improved -10.7 improved"),
        ("Agency cover rate (FTE)", "77.4% 100.0% 100.0% 0.0 unchanged 0.0 unchanged"),
        ("Average caseload", "16.7 16.8 15.3 +0.8 worsened -1.5 improved"),
        ("Sickness absence rate", "2.5% 2.4% 4.5% +0.3 worsened +2.1 worsened"),
    ] {
        assert_eq!(line(&text, published, opening), format!("{opening} {expected}"));
    }
}

/// Every year of every rate, and each change.
#[test]
fn all_years_are_there_when_asked_for() {
    let text = prints(&["--all-years"]);
    let (_, rates) = text.split_once("rates worked from the published counts").unwrap();
    for year in 2017..=2025 {
        let lines = rates.lines().filter(|line| line.starts_with(&format!("{year} "))).count();
        assert_eq!(lines, 11, "{year}");
    }
    assert_eq!(
        line(&text, "\nVacancy rate (FTE) (per cent; changes in percentage points; lower is better)", "2022"),
        "2022 16.3% +6.8 +71.2% worsened +6.0 +59.2% worsened"
    );
    assert_eq!(
        line(&text, "\nUncovered vacancy rate (FTE)", "2022"),
        "2022 1.1% +1.1 - worsened +1.1 - worsened"
    );
    assert_eq!(
        line(&text, "\nAverage caseload (cases per FTE; lower is better)", "2020"),
        "2020 15.0 cases per FTE -1.8 -10.5% improved -1.8 -10.5% improved"
    );
}

/// Every statement and each of eleven rates in nine years is in the JSON too.
#[test]
fn json_holds_the_deltas() {
    let json: serde_json::Value = serde_json::from_str(&prints(&["--json"])).unwrap();
    let gap = &json[0]["changes"][0];
    assert_eq!(gap["absolute"], "-16.7");
    assert_eq!(gap["absolute_unit"], "percentage points");
    assert_eq!(gap["relative"], "-90.3");
    assert_eq!((&gap["verdict"], &gap["reason"]), (&"improved".into(), &"fell".into()));
    let figures = json[0]["figures"].as_array().unwrap();
    let figures: Vec<_> = figures.iter().map(|one| (&one["indicator"], &one["value"])).collect();
    assert_eq!(figures[0], (&"offer_take_up_rate".into(), &"over 90%".into()));
    assert_eq!(figures[2], (&"teams_within_maximum_rate".into(), &"50.0%".into()));
    let tracks = json[1]["indicators"].as_array().unwrap();
    assert_eq!(tracks.len(), 11);
    for track in tracks {
        let length = |field: &str| track[field].as_array().unwrap().len();
        assert_eq!([length("observations"), length("steps"), length("since_base")], [9, 8, 6]);
        let since = &track["since_base"][0]["since"];
        assert_eq!(since, "year to 30 September 2019");
    }
    // A rate is there with its counts, each change with the figures as printed.
    assert_eq!(tracks[0]["observations"][2]["value"], "56.3 / 550.8");
    assert_eq!(tracks[0]["steps"][1]["later"], "10.2%");
}

/// The sample that the README documents is read and printed, in full.
#[test]
fn the_sample_scorecard_prints() {
    let text = prints(&["examples/data/scorecard.json"]);
    assert_eq!(
        line(&text, "\nVacancy gap (per cent", "2019-09"),
        "2019-09 1.8% -16.7 -90.3% improved -16.7 -90.3% improved"
    );
    assert_eq!(
        line(&text, "\nSupervision in time (invented) (per cent", "2018/19 Q4"),
        "2018/19 Q4 [c] - - cannot tell (a figure is missing) - - cannot tell (a figure is missing)"
    );
}

/// Finding 6: a board's table is one call, on the last day of the figures or on another.
#[test]
fn the_sample_is_a_board() {
    let block = |text: &str, title: &str| {
        let block = text.split("\n\n").find(|block| block.starts_with(&format!("{title}\n"))).unwrap();
        block.lines().skip(1).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    let text = prints(&["examples/data/scorecard.json"]);
    assert_eq!(
        block(&text, "Vacancy gap"),
        [
            "Period      September 2019",
            "Latest      1.8%",
            "On previous -16.7 percentage points since February 2019, improved",
            "Target      at most 10% by 30 September 2019",
            "Status      met",
            "Reason      at most 10% by 30 September 2019; 1.8% in September 2019",
        ]
    );
    let on = |day| prints(&["--on", day, "examples/data/scorecard.json"]);
    assert_eq!(
        block(&on("2019-12-01"), "Vacancy gap")[4..],
        [
            "Status      stale",
            "Reason      the last figure is 1.8% in September 2019, and one is expected every month",
        ]
    );
    assert_eq!(block(&on("2019-08-31"), "Vacancy gap")[3], "Status      stale");
    let json: serde_json::Value =
        serde_json::from_str(&prints(&["--json", "--on", "2019-10-31", "examples/data/scorecard.json"]))
            .unwrap();
    let board = &json[0]["board"];
    assert_eq!(board["as_of"], "2019-10-31");
    let assessments: Vec<_> =
        board["rows"].as_array().unwrap().iter().map(|row| &row["assessment"]).collect();
    let of = |part: &str| assessments.iter().map(|one| one[part].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(of("status"), ["met", "met", "cannot_tell", "at_risk", "on_track"]);
    assert_eq!(of("rating"), ["green", "green", "grey", "amber", "green"]);
    assert_eq!(board["findings"].as_array().unwrap().len(), 2);
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
        r#"{"title": "T", "kpis": ["#,
        "FILE: at kpis: EOF while parsing a list at line 1 column 24; expected a scorecard in JSON",
    );
    refuses(
        "more",
        r#"{"title": "T", "kpis": []} 1"#,
        "FILE: after the scorecard: trailing characters at line 1 column 28; expected nothing more",
    );
    refuses(
        "field",
        r#"{"title": "T", "kpi": []}"#,
        "FILE: at kpi: unknown field `kpi`, expected `title` or `kpis` at line 1 column 20",
    );
}

/// A unit that there is not.
#[test]
fn an_unknown_unit_is_refused() {
    refuses(
        "unit",
        &card(r#"{"code": "a", "title": "A", "unit": "furlongs", "polarity": "neutral"}"#, ""),
        "FILE: at kpis[0].series.indicator.unit: unit \"furlongs\" is not one of per_cent, percentage_points, per_10000, fte, headcount, children, cases, cases_per_fte, working_days, weeks, pounds, number, score at line 1 column 95",
    );
}

/// A period given twice.
#[test]
fn a_duplicate_period_is_refused() {
    let twice = r#"{"period": "2019-02", "value": "18.5"}, {"period": "2019-02", "value": "1.8"}"#;
    refuses(
        "twice",
        &card("\"vacancy_gap_rate\"", twice),
        "FILE: at kpis[0].series: vacancy_gap_rate has two observations of 2019-02 at line 1 column 166",
    );
}

/// Figures that cannot be, each named with its place.
#[test]
fn impossible_figures_are_refused() {
    refuses(
        "share",
        &card("\"vacancy_gap_rate\"", r#"{"period": "2019-02", "value": "118.5"}"#),
        "FILE: at kpis[0].series: observations[0].value: vacancy_gap_rate is a share of a whole and cannot be above 100%, but is 118.5% in 2019-02 at line 1 column 128",
    );
    refuses(
        "negative",
        &card("\"agency_fte\"", r#"{"period": "2019-02", "value": "-5"}"#),
        "FILE: at kpis[0].series: observations[0].value: FTE -5 is below 0 at line 1 column 119",
    );
    refuses(
        "bare",
        &card("\"agency_fte\"", r#"{"period": "2019-02", "value": 75.5}"#),
        "FILE: at kpis[0].series.observations[0].value: invalid type: floating point `75.5`, expected a text such as \"18.5%\", \"over 90%\" or \"[c]\": a figure is written as text, because a bare number may lose digits on its way through binary floating point at line 1 column 115",
    );
    refuses(
        "period",
        &card("\"agency_fte\"", r#"{"period": "2019-13", "value": "75"}"#),
        "FILE: at kpis[0].series.observations[0].period: period \"2019-13\": month 13 is outside 1 to 12 (a financial year is written 2018/19) at line 1 column 100",
    );
}

/// Options it does not have, and more than one file.
#[test]
fn wrong_arguments_are_refused() {
    let usage = "usage: kpi_deltas [--all-years | [--json] [[--on DAY] FILE]]\nFILE is a scorecard in JSON, such as examples/data/scorecard.json\n";
    let all = "--all-years goes with neither --json nor FILE, which give every period anyway";
    for (arguments, told) in [
        (&["--yaml"][..], "unknown option --yaml"),
        (&["a.json", "b.json"][..], "more than one file"),
        (&["--on"][..], "--on needs a day"),
        (&["--on", "2019-10-31"][..], "--on is the day of a FILE"),
        (&["--all-years", "examples/data/scorecard.json"][..], all),
        (&["examples/data/scorecard.json", "--all-years"][..], all),
        (&["--json", "--all-years"][..], all),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1));
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.ends_with(&format!("{told}; {usage}")), "{error}");
    }
    assert_eq!(prints(&["--help"]), usage);
}
