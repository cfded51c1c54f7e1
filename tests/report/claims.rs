//! Claims: which the figures bear out, which they contradict, and for which there are none.
//!
//! All figures beside those of West Sussex's report are invented.

use crate::helpers::{items, report, west_sussex, with, words};
use serde_json::{Value, json};

const WORKFORCE: &str = "Strengthening the Workforce";
const SERVICES: &str = "Other service improvements";

/// What the report prints of a claim of the workforce, measured by an indicator, after edits.
#[track_caller]
fn told(kind: &str, measure: &str, edits: &[(&str, Value)]) -> String {
    let claim = json!([{"kind": kind, "statement": "That is so", "measured_by": measure}]);
    let document = with(west_sussex(), &[("/workforce/claims", claim)]);
    let report = report(&with(document, edits));
    let told = items(&report, WORKFORCE).pop().unwrap();
    // The other two claims of the document have no measure.
    let supported = u8::from(!told.ends_with(']'));
    let counted = format!("Figures bear out {supported} of the 3 claims in this report.");
    let summary = &words(&report, "Summary")[0];
    assert!(summary.ends_with(&counted), "{summary}");
    told.strip_prefix("That is so ").unwrap_or_else(|| panic!("{told}")).to_owned()
}

/// The same with the vacancy gap of September.
#[track_caller]
fn of_gap(kind: &str, september: &str) -> String {
    told(kind, "vacancy_gap_rate", &[("/kpis/0/observations/1/value", json!(september))])
}

#[test]
fn compliance_is_held_against_the_target() {
    assert_eq!(of_gap("compliant", "1.7"), "(at most 1.8%; 1.7% in September 2019)");
    assert_eq!(of_gap("compliant", "exactly 1.8"), "(at most 1.8%; exactly 1.8% in September 2019)");
    assert_eq!(of_gap("compliant", "under 1.8"), "(at most 1.8%; under 1.8% in September 2019)");
    let otherwise = "The figures say otherwise: at most 1.8%";
    assert_eq!(
        of_gap("compliant", "1.9"),
        format!("[{otherwise}; 1.9% in September 2019, within the tolerance of 1 percentage point]")
    );
    assert_eq!(
        of_gap("compliant", "18.5"),
        format!("[{otherwise}; 18.5% in September 2019, beyond the tolerance of 1 percentage point]")
    );
    for (september, open) in [
        ("1.8%", "1.8% in September 2019 is rounded, which leaves it open"),
        ("around 1.8%", "around 1.8% in September 2019 leaves it open"),
        ("over 1%", "over 1% in September 2019 leaves it open"),
        ("[c]", "the figure in September 2019 is withheld: confidential"),
    ] {
        assert_eq!(
            of_gap("compliant", september),
            format!("[No figure bears this out: cannot tell: at most 1.8%; {open}]")
        );
    }
    // On the way is not there yet.
    let target = json!({
        "goal": "at most 1%", "by": "2020-03-31", "baseline": {"period": "2019-02", "value": "18.5%"},
    });
    let on_track = |september| {
        let edits =
            [("/kpis/0/observations/1/value", json!(september)), ("/plan/measures/0/target", target.clone())];
        told("compliant", "vacancy_gap_rate", &edits)
    };
    let path = "at most 9.1% due in September 2019, on the path from 18.5% in February 2019 to at most 1% by 31 March 2020";
    assert_eq!(
        on_track("1.8%"),
        format!("[No figure bears this out: on track: {path}; 1.8% in September 2019]")
    );
    assert_eq!(
        on_track("12%"),
        format!(
            "[The figures say otherwise: {path}; 12% in September 2019, beyond the tolerance of 1 percentage point]"
        )
    );
    assert_eq!(
        told("compliant", "offer_take_up_rate", &[]),
        "[No figure bears this out: offer_take_up_rate has no target in the plan]"
    );
    assert_eq!(
        told("compliant", "staff_leaving", &[]),
        "[No figure bears this out: staff_leaving has no figure]"
    );
    // What was to be met by a day is to be met still: it was met in June and left.
    let claim = json!([{"kind": "compliant", "statement": "That is so", "measured_by": "vacancy_gap_rate", "period": "2019-09"}]);
    let observations = json!([{"period": "2019-06", "value": "1.5"}, {"period": "2019-09", "value": "3.0"}]);
    let target = json!({"goal": "at most 2%", "by": "2019-06-30", "baseline": {"period": "2019-02", "value": "18.5%"}});
    assert_eq!(
        told(
            "compliant",
            "vacancy_gap_rate",
            &[
                ("/workforce/claims", claim),
                ("/kpis/0/observations", observations),
                ("/plan/measures/0/target", target),
            ],
        ),
        "[The figures say otherwise: at most 2%; 3.0% in September 2019, within the tolerance of 1 percentage point; it was last met in June 2019]"
    );
    // A figure of November is not known at the end of October.
    let november = json!([{"period": "2019-11", "value": "1.8"}]);
    assert_eq!(
        told("compliant", "vacancy_gap_rate", &[("/kpis/0/observations", november)]),
        "[No figure bears this out: vacancy_gap_rate has no figure]"
    );
}

#[test]
fn improvement_is_held_against_the_verdict() {
    assert_eq!(
        of_gap("improved", "1.8"),
        "(18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved)"
    );
    assert_eq!(
        of_gap("improved", "20"),
        "[The figures say otherwise: 18.5% (2019-02) to 20% (2019-09): +1.5 percentage points, +8.1%, worsened]"
    );
    assert_eq!(
        of_gap("improved", "18.5"),
        "[No figure bears this out: 18.5% (2019-02) to 18.5% (2019-09): 0.0 percentage points, 0.0%, cannot tell: no difference beyond rounding]"
    );
    assert_eq!(
        of_gap("improved", "over 1"),
        "[No figure bears this out: 18.5% (2019-02) to over 1% (2019-09): cannot tell: a figure is a limit or an approximation]"
    );
    assert_eq!(
        told("improved", "offer_take_up_rate", &[]),
        "[No figure bears this out: there are no two figures to compare]"
    );
    // A change that is stated without its ends measures too, once its period is over.
    let change = "/workforce/changes/0";
    assert_eq!(told("improved", "staff_leaving", &[]), "(2019-02 to 2019-09: -75.0%, improved)");
    assert_eq!(
        told("improved", "staff_leaving", &[(&format!("{change}/relative"), json!("25"))]),
        "[The figures say otherwise: 2019-02 to 2019-09: +25.0%, worsened]"
    );
    assert_eq!(
        told("improved", "staff_leaving", &[(&format!("{change}/until"), json!("2019-10"))]),
        "(2019-02 to 2019-10: -75.0%, improved)"
    );
    assert_eq!(
        told("improved", "staff_leaving", &[(&format!("{change}/until"), json!("2019-11"))]),
        "[No figure bears this out: staff_leaving has no figures in the programme]"
    );
}

/// Since a period of the claim's own, and to one.
#[test]
fn a_claim_may_name_its_periods() {
    let observations = json!([
        {"period": "2019-02", "value": "18.5"}, {"period": "2019-06", "value": "1.5"}, {"period": "2019-09", "value": "1.8"},
    ]);
    let of_claim = |field: &str, period: &str| {
        let claim = json!({
            "kind": "improved", "statement": "That is so", "measured_by": "vacancy_gap_rate", field: period,
        });
        told(
            "improved",
            "vacancy_gap_rate",
            &[("/kpis/0/observations", observations.clone()), ("/workforce/claims/0", claim)],
        )
    };
    assert_eq!(
        of_claim("since", "2019-06"),
        "[The figures say otherwise: 1.5% (2019-06) to 1.8% (2019-09): +0.3 percentage points, +20.0%, worsened]"
    );
    assert_eq!(
        of_claim("period", "2019-06"),
        "(18.5% (2019-02) to 1.5% (2019-06): -17.0 percentage points, -91.9%, improved)"
    );
    assert_eq!(
        of_claim("since", "2019-05"),
        "[No figure bears this out: there are no two figures to compare]"
    );
}

#[test]
fn stability_is_no_move_beyond_rounding() {
    assert_eq!(
        of_gap("stable", "18.5"),
        "(18.5% (2019-02) to 18.5% (2019-09): 0.0 percentage points, 0.0%, cannot tell: no difference beyond rounding)"
    );
    assert_eq!(
        of_gap("stable", "1.8"),
        "[The figures say otherwise: 18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved]"
    );
    assert_eq!(
        of_gap("stable", "20"),
        "[The figures say otherwise: 18.5% (2019-02) to 20% (2019-09): +1.5 percentage points, +8.1%, worsened]"
    );
    assert_eq!(of_gap("stable", "[c]"), "[No figure bears this out: there are no two figures to compare]");
    // Counts are exact.
    let counts = |later: &str| json!([{"period": "2018-09-30", "value": "24"}, {"period": "2019-09-30", "value": later}]);
    let code = "nqsw_completed_headcount";
    assert_eq!(
        told("stable", code, &[("/kpis/3/observations", counts("24"))]),
        "(24 (2018-09-30) to 24 (2019-09-30): 0, 0.0%, unchanged)"
    );
    assert_eq!(
        told("stable", code, &[("/kpis/3/observations", counts("25"))]),
        "[The figures say otherwise: 24 (2018-09-30) to 25 (2019-09-30): +1, +4.2%, changed]"
    );
}

/// Initial health assessments due on 3, 4 and 5 September 2019 and one due in October; a bank holiday in between.
fn assessments() -> Value {
    json!([{"standard": {"timescale": "T25"}, "events": [
        {"started": "2019-08-05"},
        {"started": "2019-08-06", "stopped": "2019-08-20"},
        {"started": "2019-08-07", "stopped": "2019-10-20"},
        {"started": "2019-09-10", "stopped": "2019-10-07"},
    ]}])
}

/// The lines of the first service area, whose claim is measured by a timescale.
#[track_caller]
fn in_time(kind: &str, period: Option<&str>, edits: &[(&str, Value)]) -> Vec<String> {
    let mut claim = json!({"kind": kind, "statement": "assessments are in time", "measured_by": "T25"});
    if let Some(period) = period {
        claim["period"] = json!(period);
    }
    let edited = [("/service_areas/0/claims/0", claim), ("/service_areas/0/timeliness", assessments())];
    let report = report(&with(with(west_sussex(), &edited), edits));
    let lines = items(&report, SERVICES).into_iter();
    lines.filter_map(|line| Some(line.strip_prefix("Children Looked After: ")?.to_owned())).collect()
}

#[test]
fn compliance_with_a_timescale_is_every_event_in_time() {
    let october = "Initial health assessment, 20 working days: 1 of 1 in time in October 2019; 1 still open past the limit on 31 October 2019";
    let of = |period| in_time("compliant", Some(period), &[]);
    assert_eq!(of("2019-10"), ["assessments are in time (1 of 1 in time (2019-10))", october]);
    assert_eq!(
        of("2019-09"),
        ["assessments are in time [The figures say otherwise: 1 of 3 in time (2019-09)]", october]
    );
    assert_eq!(of("2019-09-04")[0], "assessments are in time (1 of 1 in time (2019-09-04))");
    assert_eq!(
        of("2019-08")[0],
        "assessments are in time [No figure bears this out: nothing was due in 2019-08]"
    );
    assert_eq!(
        in_time("compliant", None, &[])[0],
        "assessments are in time [No figure bears this out: no period is stated]"
    );
    for kind in ["improved", "stable"] {
        assert_eq!(
            in_time(kind, Some("2019-09"), &[])[0],
            "assessments are in time [No figure bears this out: events against a timescale cannot be compared over time; a series of them can]"
        );
    }
}

/// Where the plan has a target for the share in time, that decides.
#[test]
fn compliance_with_a_timescale_may_have_a_target() {
    let of = |target: &str| {
        let indicator = json!({
            "code": "t25_in_time", "title": "Initial health assessments in time", "unit": "per_cent",
            "polarity": "higher_is_better",
        });
        let measure = json!({"indicator": indicator, "kind": "process", "target": {"goal": target}});
        in_time("compliant", Some("2019-09"), &[("/plan/measures/-", measure)]).swap_remove(0)
    };
    assert_eq!(of("at least 33%"), "assessments are in time (1 of 3 in time (2019-09))");
    assert_eq!(
        of("at least 90%"),
        "assessments are in time [The figures say otherwise: 1 of 3 in time (2019-09)]"
    );
}

/// Bank holidays are known to 2027.
#[test]
fn a_timescale_that_cannot_be_counted_says_so() {
    let late = json!([{"standard": {"timescale": "T25"}, "events": [{"started": "2027-12-20"}]}]);
    let lines = in_time("compliant", Some("2019-09"), &[("/service_areas/0/timeliness", late)]);
    assert_eq!(
        lines,
        [
            "assessments are in time [No figure bears this out: the due date of T25 from 2027-12-20 cannot be worked out: 20 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known]",
            "Initial health assessment, 20 working days: the due date of T25 from 2027-12-20 cannot be worked out: 20 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known",
        ]
    );
}

/// Of the four claims of West Sussex, none names a measure.
#[test]
fn the_council_claimed_without_measures() {
    let report = report(&west_sussex());
    let bare = " [No figure bears this out: no measure is linked]";
    let mut claims = items(&report, WORKFORCE);
    claims.extend(items(&report, SERVICES));
    claims.retain(|claim| claim.contains('['));
    assert_eq!(
        claims,
        [
            format!("High caseloads are coming down{bare}"),
            format!("Sickness and other long-term absence is stable{bare}"),
            format!("Children Looked After: health assessments are compliant with delivery targets{bare}"),
            format!("Fostering: visits and assessments are within timescale{bare}"),
        ]
    );
    assert_eq!(
        words(&report, "Summary"),
        [
            "2 indicators can be compared with an earlier figure: 2 improved. Figures bear out 0 of the 4 claims in this report."
        ]
    );
}

#[test]
fn verdicts_are_counted() {
    let observations = |values: [&str; 2]| json!([{"period": "2019-02", "value": values[0]}, {"period": "2019-09", "value": values[1]}]);
    let counts = json!([{"period": "2018-09-30", "value": "24"}, {"period": "2019-09-30", "value": "24"}]);
    let edits = [
        ("/kpis/0/observations", observations(["18.5", "18.5"])),
        ("/kpis/1/observations", observations(["88", "80"])),
        ("/kpis/2/observations", observations(["75", "80"])),
        ("/kpis/3/observations", counts),
        ("/kpis/-", json!({"indicator": "establishment_fte", "observations": observations(["540", "551"])})),
        ("/workforce/claims", json!([])),
    ];
    let report = report(&with(west_sussex(), &edits));
    assert_eq!(
        words(&report, "Summary"),
        [
            "6 indicators can be compared with an earlier figure: 1 improved, 2 worsened, 1 unchanged, 1 changed and 1 undecided. Figures bear out 0 of the 2 claims in this report."
        ]
    );
    assert_eq!(
        items(&report, WORKFORCE)[..5],
        [
            "Vacancy gap: was 18.5% in February 2019 and 18.5% in September 2019; the intention is to maintain at most 1.8%, which is off track [Whether it improved cannot be told: no difference beyond rounding]",
            "Take-up of an offer: fell from 88% in February 2019 to 80% in September 2019 (-8.0 percentage points, -9.1%), worsened",
            "Agency workers (FTE): rose from 75 FTE in February 2019 to 80 FTE in September 2019 (+5.0 FTE, +6.7%), worsened",
            "Newly qualified social workers, completed: stayed at 24 from 30 September 2018 to 30 September 2019, unchanged",
            "Establishment (FTE): rose from 540 FTE in February 2019 to 551 FTE in September 2019 (+11.0 FTE, +2.0%), changed",
        ]
    );
}
