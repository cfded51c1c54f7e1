//! The example `intervention` as its user runs it: what it prints, and what it says of a file that is not
//! right.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use std::{path::PathBuf, process::Output, sync::LazyLock};
use support::example::{self, File};

const WEST_SUSSEX: &str = include_str!("../examples/data/intervention_west_sussex.json");

fn run(arguments: &[&str]) -> Output {
    static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| example::built("intervention"));
    example::run(&EXAMPLE, arguments)
}

#[track_caller]
fn prints(arguments: &[&str]) -> String {
    example::printed(run(arguments), 0)
}

/// West Sussex with one part of the document replaced is refused.
#[track_caller]
fn refuses(name: &str, part: &str, by: &str, message: &str) {
    assert_eq!(WEST_SUSSEX.matches(part).count(), 1, "{part}");
    let file = File::new(&format!("{name}.json"), &WEST_SUSSEX.replace(part, by));
    let output = run(&[file.path()]);
    example::failed(output, &format!("{}: at {message}", file.path()));
}

/// Sources: see the example; the deadlines are those of the Education and Inspections Act 2006.
#[test]
fn the_road_of_west_sussex() {
    let text = prints(&[]);
    for line in [
        "West Sussex (E10000032): inspection and intervention",
        "  2019-05-08  Standard inspection: Inadequate; 12 areas for improvement",
        "  2023-05-11  Standard inspection: Requires improvement to be good; 7 areas for improvement, 3 of them repeated",
        "  2019-08-15  statement of action, working day 70",
        "  2019-08-06  plan adopted, working day 63: in time, 7 working days left",
        "  2019-06-04  X03  No intervention -> Direction, commissioner's review",
        "              kept: INT-01, INT-02, INT-04, INT-06, INT-10",
        "  2019-12-17  X06  Direction, commissioner's review -> Alternative delivery model ordered",
        "  2020-07     X12  Alternative delivery model ordered -> Alternative delivery model ordered",
        "  2020-12-10  X08  Alternative delivery model ordered -> Alternative delivery model paused",
        "              alternative delivery model paused: Revised direction: trust paused for 12 months (2020-12-10); Secretary of State",
        "  2022-03-31  X10  Alternative delivery model paused -> Direction, control retained",
        "  2023-05-11  X15  Direction, control retained -> Support and supervision",
        "On 2023-05-11: Support and supervision",
        "Findings as of 2023-05-11: 1",
        "  warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10 and was decided on 2022-03-31, 111 days later",
    ] {
        assert_eq!(text.lines().filter(|one| *one == line).count(), 1, "{line}\n{text}");
    }
}

#[test]
fn the_options_of_a_day() {
    let text = prints(&["--on", "2021-06-30"]);
    let options = text.split_once("On 2021-06-30: ").unwrap().1;
    let (status, options) = options.split_once("\n  From here:\n").unwrap();
    assert_eq!(status, "Alternative delivery model paused");
    let ways: Vec<_> =
        options.lines().take_while(|line| !line.is_empty()).filter(|line| !line.contains("needs")).collect();
    assert_eq!(
        ways,
        [
            "  X09: alternative delivery model resumed -> Alternative delivery model ordered",
            "  X10: alternative delivery model rescinded -> Direction, control retained",
            "  X12: direction revised -> Alternative delivery model paused",
            "  X15: intervention lifted -> Support and supervision",
            "  X20: authority abolished -> Superseded",
        ]
    );
    assert!(text.contains("Findings as of 2021-06-30: 0"), "{text}");
    let overdue = prints(&["--on", "2022-01-31"]);
    assert!(
        overdue.contains(
            "the pause was to be reviewed by 2021-12-10, 52 days before 2022-01-31, and is not decided"
        ),
        "{overdue}"
    );
}

/// The same document as a file, and the short one that the README shows.
#[test]
fn a_case_of_ones_own() {
    let text = prints(&["examples/data/intervention_west_sussex.json"]);
    let road = |text: &str| text.split_once("\nThe road\n").unwrap().1.to_owned();
    assert_eq!(road(&text), road(&prints(&[])));
    assert!(!text.contains("plan adopted"), "{text}");

    let readme = include_str!("../README.md").split_once("## The road through intervention").unwrap().1;
    let json = readme.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    let file = File::new("readme.json", json);
    let text = prints(&[file.path()]);
    assert!(text.contains("On 2019-06-04: Direction, commissioner's review"), "{text}");

    // And the refusal that the README quotes.
    let nameless = json.replace(r#""commissioner": { "name": "John Coughlan" }, "#, "");
    let file = File::new("nameless.json", &nameless);
    let message = "events[0]: INT-06: X03 review_directed on 2019-06-04: needs the commissioner's name";
    assert!(readme.contains(message));
    example::failed(run(&[file.path()]), &format!("{}: at the top: {message}", file.path()));
}

#[test]
fn bad_events_are_refused_with_their_rule() {
    refuses(
        "early",
        r#""report": { "received": "2019-12-17", "recommendation": "alternative_delivery_model" },"#,
        r#""report": { "received": "2019-12-18", "recommendation": "alternative_delivery_model" },"#,
        "the top: events[1]: INT-08: X06 adm_ordered on 2019-12-17: decided on 2019-12-17, before the report was received on 2019-12-18",
    );
    refuses(
        "pause",
        r#""review_by": "2021-12-10""#,
        r#""review_by": "2021-12-11""#,
        "the top: events[3]: INT-11: X08 adm_paused on 2020-12-10: the pause is reviewed by 2021-12-11, not within 12 months of 2020-12-10",
    );
    refuses(
        "shortcut",
        r#""kind": "adm_paused""#,
        r#""kind": "adm_resumed""#,
        "the top: events[3]: INT-01: adm_resumed on 2020-12-10: not possible from adm_ordered, which allows adm_paused, adm_rescinded, services_transferred, direction_revised, authority_abolished",
    );
    refuses(
        "lifted",
        r#""overall": "Requires improvement to be good",
          "leaders": "Good""#,
        r#""overall": "Inadequate",
          "leaders": "Good""#,
        "the top: events[5]: INT-14: X15 intervention_lifted on 2023-05-11: the authority is still Inadequate",
    );
}

#[test]
fn what_is_no_case_is_refused_with_its_place() {
    refuses(
        "date",
        r#""start": "2024-07-24""#,
        r#""start": "2024-07-32""#,
        r#"history.inspections[3].start: day "2024-07-32" is not a day of the calendar at line 89 column 29"#,
    );
    refuses(
        "unknown",
        r#""kind": "adm_paused""#,
        r#""sort": "adm_paused""#,
        "events[3].sort: unknown field `sort`, expected one of `kind`, `effective`, `decided_by`, `document`, `compelling_reasons`, `reason`, `review_by`, `report`, `go_live`, `model`, `direction`, `notice`, `review`, `contract`, `reviews`, `successors` at line 145 column 12",
    );
    let output = run(&["no-such-file.json"]);
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.starts_with("error: no-such-file.json: "), "{message}");
    assert!(message.ends_with("; expected the path of a case in JSON\n"), "{message}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn arguments_are_checked() {
    let usage = "usage: intervention [--on DATE] [FILE]";
    example::failed(run(&["--to"]), &format!("unknown option --to; {usage}"));
    example::failed(run(&["--on"]), &format!("--on needs a date; {usage}"));
    example::failed(
        run(&["--on", "tomorrow"]),
        &format!("--on tomorrow is not a date such as 2021-06-30; {usage}"),
    );
    for date in ["2021-6-30", " 2021-06-30", "2021-06", "+12021-06-30"] {
        example::failed(
            run(&["--on", date]),
            &format!("--on {date} is not a date such as 2021-06-30; {usage}"),
        );
    }
    example::failed(
        run(&["--on", "2021-06-30", "--on", "2022-06-30"]),
        &format!("more than one date; {usage}"),
    );
    example::failed(run(&["a", "b"]), &format!("more than one file; {usage}"));
    assert_eq!(prints(&["--help"]), format!("{usage}\n"));
    let file = File::new(
        "empty.json",
        r#"{"history": {"authority": "E10000032", "inspections": []}, "events": []}"#,
    );
    example::failed(run(&[file.path()]), &format!("a case without events needs --on DATE; {usage}"));
    let text = prints(&["--on", "2019-01-01", file.path()]);
    assert!(text.contains("On 2019-01-01: No intervention"), "{text}");
}

/// A report whose deadlines cannot be counted leaves the rest to be shown.
#[test]
fn what_cannot_be_counted_is_said() {
    let text = r#"{
        "history": {
            "authority": "E10000032",
            "inspections": [
                {"authority": "E10000032", "framework": "ilacs", "activity": "standard", "start": "2027-10-04", "published": "2027-12-01"}
            ]
        },
        "events": []
    }"#;
    let file = File::new("late.json", text);
    let text = prints(&["--on", "2027-12-01", file.path()]);
    let said = "Deadlines cannot be counted: 30 working days after 2027-12-01 is after 2027, the last year whose bank \
                holidays are known";
    assert!(text.lines().any(|line| line == said), "{text}");
    assert!(text.contains("On 2027-12-01: No intervention"), "{text}");
}
