//! The example `plan_check` as its user runs it: its findings, its exit code, and what it says of a file that is not
//! right.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use std::{path::PathBuf, process::Output, sync::LazyLock};
use support::example::{self, File};

const WEST_SUSSEX: &str = include_str!("../examples/data/programme_west_sussex.json");
const FILE: &str = "examples/data/programme_west_sussex.json";
const USAGE: &str = "usage: plan_check [--on DATE FILE]";

fn run(arguments: &[&str]) -> Output {
    static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| example::built("plan_check"));
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

/// West Sussex with one part of the document replaced is refused.
#[track_caller]
fn refuses(name: &str, part: &str, by: &str, message: &str) {
    assert_eq!(WEST_SUSSEX.matches(part).count(), 1, "{part}");
    let file = File::new(&format!("plan-check-{name}.json"), &WEST_SUSSEX.replace(part, by));
    fails(&["--on", "2019-10-31", file.path()], &format!("{}: at {message}", file.path()));
}

#[test]
fn the_findings_of_west_sussex() {
    let text = prints(&[], 1);
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("West Sussex as of 2019-10-31: 29 findings"));
    let (errors, warnings) =
        text.split_once("\n13 errors\n").unwrap().1.split_once("\n16 warnings\n").unwrap();
    assert_eq!(errors.matches(" at ").count(), 13, "{errors}");
    for action in 0..12 {
        let finding = format!("  PLAN-02 at plan.actions[{action}].due\n    there is no due date\n");
        assert!(errors.contains(&finding), "{errors}");
    }
    let partners = "  STR-02 at governance.strategies[0].partners\n    Children First Strategy is co-produced, but no partner is listed\n";
    assert!(errors.contains(partners), "{errors}");
    for finding in [
        "  PLAN-17 at plan.voice\n    no voice of children, families or staff is on record\n",
        "  PLAN-11 at plan.measures\n    area 12 (Partners) has no measure\n",
        "  PRG-02 at workforce.claims[0].statement\n    \"High caseloads are coming down\" is claimed, and no figure bears it out: no measure is linked\n",
        "  PRG-03 at service_areas[1].claims[0].statement\n    \"visits and assessments are within timescale\" is claimed, and no figure bears it out: no measure is linked\n",
    ] {
        assert!(warnings.contains(finding), "{finding}\n{warnings}");
    }
    // As a file, with the day before or after it.
    assert_eq!(prints(&["--on", "2019-10-31", FILE], 1), text);
    assert_eq!(prints(&[FILE, "--on", "2019-10-31"], 1), text);
}

/// The later day finds the strategy overdue.
#[test]
fn the_day_counts() {
    let overdue = "\n  STR-03 at governance.strategies[0].adoption_due\n    was to be adopted by 2019-12 and is not adopted on 2020-01-31\n";
    let january = prints(&["--on", "2020-01-31", FILE], 1);
    assert!(january.starts_with("West Sussex as of 2020-01-31: 30 findings\n"), "{january}");
    assert!(january.contains(overdue) && !prints(&[], 1).contains("STR-03"), "{january}");
}

/// More of a cohort completed than began: that is read, and found.
#[test]
fn a_cohort_above_its_intake_is_found() {
    let (part, by) = (r#""intake": 38, "completed": 0"#, r#""intake": 38, "completed": 39"#);
    assert_eq!(WEST_SUSSEX.matches(part).count(), 1);
    let file = File::new("plan-check-intake.json", &WEST_SUSSEX.replace(part, by));
    let text = prints(&["--on", "2019-10-31", file.path()], 1);
    assert!(text.contains("\n\n14 errors\n"), "{text}");
    let finding = "\n  WRK-08 at workforce.cohorts[0].intake\n    cohort 2019/20: 39 completed and 0 withdrawn exceed the intake of 38\n";
    assert!(text.contains(finding), "{text}");
}

/// So is a post that is not on record.
#[test]
fn a_post_that_is_not_on_record_is_found() {
    let file = File::new(
        "plan-check-post.json",
        &WEST_SUSSEX.replace(r#"{ "post": "deputy","#, r#"{ "post": "nobody","#),
    );
    let text = prints(&["--on", "2019-10-31", file.path()], 1);
    let finding = "\n  GOV-15 at governance.appointments[2].post\n    \"nobody\" is no post on record\n";
    assert!(text.contains("\n\n14 errors\n") && text.contains(finding), "{text}");
}

/// A programme with no error leaves with 0, and says what it counted.
#[test]
fn nothing_in_error() {
    let text =
        r#"{"format": 1, "case": {"history": {"authority": "E10000032", "inspections": []}, "events": []}}"#;
    let file = File::new("plan-check-empty.json", text);
    let text = prints(&["--on", "2019-10-31", file.path()], 0);
    assert!(text.starts_with("West Sussex as of 2019-10-31: "), "{text}");
    assert!(text.contains("\n0 errors"), "{text}");
}

#[test]
fn what_is_no_programme_is_refused_with_its_place() {
    refuses(
        "due",
        r#""goal": "at most 1.8%""#,
        r#""goal": "at most 1,8""#,
        "plan.measures[0].target.goal: quantity \"1,8\" is not a number with its unit, as in \"18.5%\", \"494.5 FTE\" or \"38 people\" at line 90 column 41",
    );
    refuses(
        "area",
        r#""answers": [{"area": 12}]"#,
        r#""answers": [{"area": 13}]"#,
        r#"the top: plan.actions[11].answers[0]: area 13 is none of the 12 areas for improvement of the inspection that started on 2019-02-25"#,
    );
    refuses(
        "format",
        r#""format": 1,"#,
        r#""format": 2,"#,
        r#"the top: format: 2 is not 1, the format that this version reads"#,
    );
    refuses(
        "unknown",
        r#""adoption_due": "2019-12""#,
        r#""adopted_by": "2019-12""#,
        r#"governance.strategies[0].adopted_by: unknown field `adopted_by`, expected one of `title`, `summary`, `state`, `authorship`, `partners`, `reach`, `scrutiny_body`, `scrutiny_planned`, `scrutinised`, `scrutiny_outcome`, `adoption_due`, `adopted`, `published` at line 246 column 20"#,
    );
    refuses(
        "cohort",
        r#""intake": 38, "completed": 0"#,
        r#""intake": 38, "completed": 3.5"#,
        r#"workforce.cohorts[0].completed: invalid type: floating point `3.5`, expected a headcount: a whole number from 0 to 4294967295 at line 260 column 68"#,
    );
    refuses(
        "date",
        r#""on": "2019-08-06""#,
        r#""on": "2019-08-32""#,
        r#"plan.sign_off.adopted.on: day "2019-08-32" is not a day of the calendar at line 77 column 37"#,
    );
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    let half = WEST_SUSSEX.split_once("\"judgements\"").unwrap().0;
    let file = File::new("plan-check-half.json", half);
    fails(
        &["--on", "2019-10-31", file.path()],
        &format!(
            "{}: at case.history.inspections[0].?: EOF while parsing a value at line 15 column 10; expected a programme in JSON",
            file.path()
        ),
    );
    let file = File::new("plan-check-twice.json", &format!("{WEST_SUSSEX}{{}}"));
    fails(
        &["--on", "2019-10-31", file.path()],
        &format!(
            "{}: after the programme: trailing characters at line 303 column 1; expected nothing more",
            file.path()
        ),
    );
    let file = File::new("plan-check-list.json", "[]");
    fails(
        &["--on", "2019-10-31", file.path()],
        &format!(
            "{}: at the top: invalid type: sequence, expected a programme: an object with format and case at line 1 column 0",
            file.path()
        ),
    );
}

#[test]
fn a_missing_file_is_named() {
    for arguments in [&["--on", "2019-10-31", "no-such-file.json"][..], &["no-such-file.json"]] {
        let output = run(arguments);
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.starts_with("error: no-such-file.json: "), "{message}");
        assert!(message.ends_with("; expected the path of a programme in JSON\n"), "{message}");
        assert_eq!((output.stdout.len(), output.status.code()), (0, Some(1)));
    }
}

#[test]
fn arguments_are_checked() {
    for help in ["-h", "--help"] {
        assert_eq!(prints(&[help], 0), format!("{USAGE}\n"));
    }
    // A file alone is read first, and then asks for the day.
    fails(&[FILE], &format!("--on DATE says as of which day {FILE} is checked; {USAGE}"));
    for date in ["tomorrow", "2019-10", "2019", "2019-10-32", " 2019-10-31", "31 October 2019", ""] {
        fails(&["--on", date, FILE], &format!("--on {date} is not a date such as 2019-10-31; {USAGE}"));
    }
    fails(&["--on"], &format!("--on: not understood; {USAGE}"));
    fails(&["--on", "2019-10-31"], &format!("--on 2019-10-31: not understood; {USAGE}"));
    fails(&["--to"], &format!("--to: not understood; {USAGE}"));
    fails(&["a", "b"], &format!("a b: not understood; {USAGE}"));
    fails(&[FILE, "--on", "2019-10-31", "x"], &format!("{FILE} --on 2019-10-31 x: not understood; {USAGE}"));
}
