//! The rows of a board's table, as values, texts and JSON.

use crate::{card, day, kpi, target};
use childrens_services::{Target, kpi::Row};
use serde_json::json;

#[track_caller]
fn texts(name: &str, figures: &str, targets: &[&str], on: &str) -> [String; 8] {
    card(vec![kpi(name, figures, targets)]).rows(day(on))[0].texts()
}

#[test]
fn headings() {
    assert_eq!(
        Row::HEADINGS,
        ["Indicator", "Period", "Latest", "On previous", "On year", "Target", "Status", "Reason"]
    );
}

#[test]
fn each_cell() {
    let monthly = "2018-09: 10.0%, 2019-08: 2.4%, 2019-09: 1.8%, 2019-11: 1.0%";
    assert_eq!(
        texts("gap", monthly, &["at most 2%"], "2019-10-31"),
        [
            "Vacancy gap",
            "September 2019",
            "1.8%",
            "-0.6 percentage points since August 2019, improved",
            "-8.2 percentage points since September 2018, improved",
            "at most 2%",
            "met",
            "at most 2%; 1.8% in September 2019",
        ]
    );
    // What was not known by the day is not there, and what there is not is empty.
    assert_eq!(
        texts("gap", monthly, &[], "2018-09-30"),
        ["Vacancy gap", "September 2018", "10.0%", "", "", "", "", ""]
    );
    assert_eq!(
        texts("gap", monthly, &["at most 2%"], "2018-09-29"),
        [
            "Vacancy gap",
            "",
            "",
            "",
            "",
            "at most 2%",
            "no data",
            "there is no figure up to 29 September 2018"
        ]
    );
    // A change is told with the period that it is since, however long before.
    let apart = texts("gap", "2019-02: 18.5%, 2019-09: 1.8%", &[], "2019-10-31");
    assert_eq!(apart[3..5], ["-16.7 percentage points since February 2019, improved", ""]);
}

/// Nothing looks like a movement that is none for certain.
#[test]
fn changes_that_are_open() {
    let on_previous = |name, figures| texts(name, figures, &[], "2019-10-31")[3].clone();
    assert_eq!(
        on_previous("gap", "2019-08: 11%, 2019-09: 10.8%"),
        "cannot tell since August 2019: no difference beyond rounding"
    );
    assert_eq!(
        on_previous("gap", "2019-08: 11%, 2019-09: [c]"),
        "cannot tell since August 2019: a figure is missing"
    );
    assert_eq!(on_previous("gap", "2019-08: over 90%, 2019-09: 80%"), "improved since August 2019");
    assert_eq!(on_previous("cases", "2019-08: 310, 2019-09: 310"), "0 since August 2019, unchanged");
    assert_eq!(on_previous("cases", "2019-08: 310, 2019-09: 312"), "+2 since August 2019, changed");
}

/// Of several targets the one in force at the end of the last period counts: figures of December are for the target of
/// December, also when they are read in January.
#[test]
fn targets_that_change() {
    let targets = ["at most 10%; by 2019-12-31", "at most 2%; from 2020-01-01; by 2020-12-31"];
    let monthly = "2019-11: 8.0%, 2019-12: 8.0%, 2020-01: 8.0%";
    let status = |on| {
        let texts = texts("gap", monthly, &targets, on);
        [texts[5].clone(), texts[6].clone()]
    };
    assert_eq!(status("2019-12-31"), ["at most 10% by 31 December 2019", "met"]);
    assert_eq!(status("2020-01-01"), ["at most 10% by 31 December 2019", "met"]);
    assert_eq!(status("2020-01-31"), ["at most 2% by 31 December 2020", "off track"]);
    // Without one at that time, that of the day.
    assert_eq!(
        texts("gap", monthly, &targets[1..], "2020-01-01")[5..7],
        ["at most 2% by 31 December 2020", "no data"]
    );
    assert_eq!(texts("gap", monthly, &targets[1..], "2019-12-31")[5..7], ["", ""]);
    assert_eq!(texts("gap", "", &targets, "2020-01-01")[5..7], ["at most 2% by 31 December 2020", "no data"]);
    // Two of one day: neither is chosen.
    let doubled = ["at most 10%", "at most 2%; from 2020-01-01", "at most 8%; from 2020-01-01"];
    assert_eq!(texts("gap", monthly, &doubled, "2019-12-31")[6], "met");
    assert_eq!(
        texts("gap", monthly, &doubled, "2020-01-31")[5..],
        ["at most 8%", "cannot tell", "the target does not fit: targets[1] is in force from 2020-01-01 too"]
    );
    // The order in which they are written does not matter; none may be in force.
    let [first, second] = targets.map(target);
    let later = Target { from: Some("2019-06-01".parse().unwrap()), ..first.clone() };
    for targets in [[later.clone(), second.clone()], [second.clone(), later.clone()]] {
        assert_eq!(Target::in_force(&targets, day("2019-12-31")), Some(&later));
        assert_eq!(Target::in_force(&targets, day("2020-01-01")), Some(&second));
        assert_eq!(Target::in_force(&targets, day("2019-05-31")), None);
    }
    assert_eq!(Target::in_force(&[], day("2019-05-31")), None);
}

#[test]
fn json_of_a_row() {
    let monthly = "2019-08: 2.4%, 2019-09: 56.3 / 550.8";
    let card = card(vec![kpi("gap", monthly, &["at most 2%; by 2020-12-31"])]);
    let rows = card.rows(day("2019-10-31"));
    let json = serde_json::to_value(&rows[0]).unwrap();
    assert_eq!((&json["code"], &json["title"]), (&json!("vacancy_gap_rate"), &json!("Vacancy gap")));
    assert_eq!((&json["period"], &json["latest"]), (&json!("2019-09"), &json!("10.2%")));
    assert_eq!((&json["on_previous"]["verdict"], &json["on_year"]), (&json!("worsened"), &json!(null)));
    assert_eq!(json["target"]["goal"], "at most 2%");
    assert_eq!(
        json["assessment"],
        json!({
            "status": "off_track", "rating": "red", "reason": "goal", "period": "2019-09", "value": "10.2%",
            "due": "at most 2%",
            "text": "at most 2% by 31 December 2020; 10.2% in September 2019, beyond the tolerance of 1 percentage point",
        })
    );
}

/// The facts of an assessment as values.
#[test]
fn getters() {
    let kpi = kpi(
        "gap",
        "2019-06: 1.5%, 2019-07: 1.4%, 2019-09: 3.0%",
        &["at most 2%; by 2019-07-31; sustained 2"],
    );
    let on = |on| {
        let assessment = kpi.assess(day(on)).unwrap();
        let left = assessment.left_after().map(|seen| seen.period().to_string());
        (assessment.in_a_row(), assessment.is_sustained(), left)
    };
    assert_eq!(on("2019-06-30"), (1, false, None));
    assert_eq!(on("2019-08-01"), (2, true, None));
    assert_eq!(on("2019-09-30"), (0, false, Some("2019-07".to_owned())));
    let assessment = kpi.assess(day("2019-09-30")).unwrap();
    assert_eq!(assessment.judged().unwrap().period().to_string(), "2019-07");
    assert_eq!(
        (assessment.due().to_string(), assessment.target()),
        ("at most 2%".to_owned(), &kpi.targets[0])
    );
    assert_eq!(assessment.to_string(), format!("met: {}", assessment.text()));
    assert_eq!(format!("{assessment:>5}"), assessment.to_string());
}
