//! Each rule that only a whole programme can break: one test that breaks it, one that keeps it.

use crate::{document, places, read, west_sussex};
use childrens_services::{Findings, programme::rules::RULES};
use serde_json::{Value, json};

/// The findings of West Sussex's programme, of some rules only, after a change.
fn found(rules: &[&str], on: &str, change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut doc = document(&west_sussex());
    change(&mut doc);
    let findings: Findings = read(doc).findings(on.parse().expect("a day"));
    let of_rules = findings.iter().filter(|finding| rules.contains(&finding.rule().id()));
    of_rules.map(ToString::to_string).collect()
}

const AUTUMN: &str = "2019-10-31";

/// A claim of the workforce that the figures bear out: what is added is kept, what is changed breaks.
fn claim(change: Value) -> Value {
    let mut claim = json!({
        "kind": "improved",
        "statement": "The vacancy gap fell",
        "measured_by": "vacancy_gap_rate",
        "value": "1.8%",
        "period": "2019-09",
        "since": "2019-02",
        "stated_change": "-16.7",
    });
    for (field, value) in change.as_object().expect("an object") {
        claim[field] = value.clone();
    }
    claim
}

#[track_caller]
fn of_claim(change: Value, expected: &[&str]) {
    let set = |doc: &mut Value| doc["workforce"]["claims"] = json!([claim(change)]);
    assert_eq!(
        found(&["PRG-01", "PRG-02", "PRG-03", "PRG-04"], AUTUMN, |doc| {
            doc["service_areas"] = json!([]);
            set(doc);
        }),
        expected
    );
}

#[test]
fn every_rule_is_listed_with_its_severity() {
    let listed: Vec<String> = RULES.iter().map(|rule| format!("{} {}", rule.id(), rule.severity())).collect();
    let expected = [
        "PRG-01 error",
        "PRG-02 warning",
        "PRG-03 warning",
        "PRG-04 error",
        "PRG-05 warning",
        "PRG-06 error",
        "PRG-07 error",
    ];
    assert_eq!(listed, expected);
}

#[test]
fn a_claim_that_figures_bear_out_is_no_finding() {
    of_claim(json!({}), &[]);
}

#[test]
fn prg_01_a_value_without_a_period() {
    of_claim(
        json!({"period": null}),
        &["error PRG-01 at workforce.claims[0].period: 1.8% is reported without a date or a period"],
    );
}

#[test]
fn prg_02_an_improvement_without_a_baseline() {
    of_claim(
        json!({"measured_by": "offer_take_up_rate", "value": "over 90%", "since": null, "stated_change": null}),
        &[
            "warning PRG-02 at workforce.claims[0].measured_by: \"The vacancy gap fell\" is claimed, and no figure bears it out: there are no two figures to compare",
        ],
    );
}

#[test]
fn prg_02_an_improvement_that_the_figures_deny() {
    assert_eq!(
        found(&["PRG-02"], AUTUMN, |doc| {
            doc["kpis"][0]["observations"][0]["value"] = json!("1.5");
            doc["workforce"]["claims"] = json!([claim(json!({"stated_change": "0.3"}))]);
        }),
        [
            "warning PRG-02 at workforce.claims[0].measured_by: \"The vacancy gap fell\" is claimed, and the figures say otherwise: 1.5% (2019-02) to 1.8% (2019-09): +0.3 percentage points, +20.0%, worsened"
        ],
    );
}

#[test]
fn prg_02_stability_is_no_change_beyond_rounding() {
    let stable = |from: &str| {
        found(&["PRG-02"], AUTUMN, |doc| {
            doc["kpis"][0]["observations"][0]["value"] = json!(from);
            doc["workforce"]["claims"] = json!([claim(json!({"kind": "stable", "stated_change": null}))]);
        })
    };
    assert_eq!(stable("1.8"), Vec::<String>::new());
    assert_eq!(stable("exactly 1.8"), Vec::<String>::new());
    assert_eq!(
        stable("2.8"),
        [
            "warning PRG-02 at workforce.claims[0].measured_by: \"The vacancy gap fell\" is claimed, and the figures say otherwise: 2.8% (2019-02) to 1.8% (2019-09): -1.0 percentage points, -35.7%, improved"
        ],
    );
}

#[test]
fn prg_03_compliance_without_a_measure() {
    assert_eq!(
        found(&["PRG-03"], AUTUMN, |_| {}),
        [
            "warning PRG-03 at service_areas[0].claims[0].statement: \"health assessments are compliant with delivery targets\" is claimed, and no figure bears it out: no measure is linked",
            "warning PRG-03 at service_areas[1].claims[0].statement: \"visits and assessments are within timescale\" is claimed, and no figure bears it out: no measure is linked",
        ],
    );
}

/// Invented events.
fn health_assessments(stopped: &str, period: Value) -> Vec<String> {
    found(&["PRG-03"], AUTUMN, |doc| {
        doc["service_areas"] = json!([{
            "kind": "children_looked_after",
            "claims": [{"kind": "compliant", "statement": "in time", "measured_by": "T25", "period": period}],
            "timeliness": [{"standard": {"timescale": "T25"}, "events": [{"started": "2019-09-02", "stopped": stopped}]}],
        }]);
    })
}

#[test]
fn prg_03_compliance_is_computed_from_events() {
    // 20 working days from Monday 2 September 2019 end on Monday 30 September.
    assert_eq!(health_assessments("2019-09-30", json!("2019-09")), Vec::<String>::new());
    assert_eq!(
        health_assessments("2019-10-01", json!("2019-09")),
        [
            "warning PRG-03 at service_areas[0].claims[0].measured_by: \"in time\" is claimed, and the figures say otherwise: 0 of 1 in time (2019-09)"
        ],
    );
    assert_eq!(
        health_assessments("2019-09-30", json!("2019-08")),
        [
            "warning PRG-03 at service_areas[0].claims[0].measured_by: \"in time\" is claimed, and no figure bears it out: nothing was due in 2019-08"
        ],
    );
    assert_eq!(
        health_assessments("2019-09-30", Value::Null),
        [
            "warning PRG-03 at service_areas[0].claims[0].measured_by: \"in time\" is claimed, and no figure bears it out: no period is stated"
        ],
    );
}

#[test]
fn prg_03_compliance_is_held_against_the_target() {
    let against = |target: &str| {
        found(&["PRG-03"], AUTUMN, |doc| {
            doc["plan"]["measures"][0]["target"]["goal"] = json!(target);
            doc["service_areas"] = json!([]);
            doc["workforce"]["claims"] = json!([claim(json!({"kind": "compliant"}))]);
        })
    };
    assert_eq!(against("under 1.85%"), Vec::<String>::new());
    assert_eq!(
        against("at most 1.7%"),
        [
            "warning PRG-03 at workforce.claims[0].measured_by: \"The vacancy gap fell\" is claimed, and the figures say otherwise: at most 1.7%; 1.8% in September 2019, within the tolerance of 1 percentage point"
        ],
    );
}

#[test]
fn prg_04_a_bound_reckoned_with_as_a_number() {
    let over_90 = json!({
        "measured_by": "offer_take_up_rate", "value": "over 90%", "since": "2019-02", "stated_change": "5.0",
    });
    assert_eq!(
        found(&["PRG-04"], AUTUMN, |doc| {
            // The first figure is invented.
            doc["kpis"][1]["observations"] =
                json!([{"period": "2019-02", "value": "85"}, {"period": "2019-09", "value": "over 90"}]);
            doc["workforce"]["claims"] = json!([claim(over_90)]);
        }),
        [
            "error PRG-04 at workforce.claims[0].stated_change: a change of 5.0 is reported, and none can be worked out: 85% (2019-02) to over 90% (2019-09): improved"
        ],
    );
}

#[test]
fn prg_04_a_figure_that_is_another() {
    of_claim(
        json!({"value": "1.7%"}),
        &[
            "error PRG-04 at workforce.claims[0].value: 1.7% is reported for 2019-09, and the figure is 1.8% of vacancy_gap_rate",
        ],
    );
    of_claim(
        json!({"stated_change": "-16.5"}),
        &[
            "error PRG-04 at workforce.claims[0].stated_change: a change of -16.5 is reported, and the figures give -16.7",
        ],
    );
    of_claim(json!({"stated_change": "-16.70"}), &[]);
}

#[test]
fn prg_04_teams_that_are_counted_otherwise() {
    let position = |within: u32| {
        found(&["PRG-04"], AUTUMN, |doc| {
            let team = |name: &str, cases: u32| json!({"name": name, "service": "Assessment", "agreed_maximum": "16", "cases": cases, "case_holders_fte": "8"});
            doc["workforce"]["caseloads"] = json!([{
                "period": "2019-09",
                "stated": {"within": within, "teams": 2},
                "teams": [team("North", 120), team("South", 130)],
            }]);
        })
    };
    assert_eq!(position(1), Vec::<String>::new());
    assert_eq!(
        position(2),
        [
            "error PRG-04 at workforce.caseloads[0].stated: 2 of 2 teams are stated, and the teams on record give 1 of 2 teams at or below their agreed maximum caseload"
        ],
    );
}

#[test]
fn prg_04_teams_that_cannot_be() {
    let stated = |within: u32, teams: u32| {
        found(&["PRG-04"], AUTUMN, |doc| {
            doc["workforce"]["caseloads"][0]["stated"] = json!({"within": within, "teams": teams});
        })
    };
    assert_eq!(stated(8, 8), Vec::<String>::new());
    assert_eq!(
        stated(9, 8),
        [
            "error PRG-04 at workforce.caseloads[0].stated: 9 of 8 teams are stated: teams_within_maximum_rate is not defined: it is a share of a whole, and 9 is above 8"
        ],
    );
    assert_eq!(
        stated(0, 0),
        [
            "error PRG-04 at workforce.caseloads[0].stated: 0 of 0 teams are stated: teams_within_maximum_rate is not defined: the denominator is 0"
        ],
    );
    // Of a time to come nothing is stated yet.
    let later = found(&["PRG-04"], AUTUMN, |doc| {
        doc["workforce"]["caseloads"] = json!([{"period": "2019-11", "stated": {"within": 9, "teams": 8}}]);
    });
    assert_eq!(later, Vec::<String>::new());
}

#[test]
fn prg_04_a_change_that_goes_backwards() {
    let stated = |since: &str, until: &str| {
        found(&["PRG-04"], AUTUMN, |doc| {
            doc["workforce"]["changes"][0]["since"] = json!(since);
            doc["workforce"]["changes"][0]["until"] = json!(until);
        })
    };
    assert_eq!(stated("2019-02", "2019-03"), Vec::<String>::new());
    assert_eq!(
        stated("2019-09", "2019-02"),
        [
            "error PRG-04 at workforce.changes[0].until: staff_leaving cannot change from 2019-09 to 2019-02: the later period must end after the earlier"
        ],
    );
    assert_eq!(
        stated("2019-02", "2019"),
        [
            "error PRG-04 at workforce.changes[0].until: staff_leaving has periods of different kinds: 2019-02 is a month and 2019 a calendar year"
        ],
    );
}

/// The figure of a rate is its print, and a change of rates is worked from their counts.
#[test]
fn prg_04_figures_of_rates() {
    let rates = |value: &str, change: &str| {
        found(&["PRG-04"], AUTUMN, |doc| {
            doc["kpis"][0]["observations"] = json!([{"period": "2019-02", "value": "102 / 551"}, {"period": "2019-09", "value": "9.9 / 550.8"}]);
            doc["workforce"]["claims"] = json!([claim(json!({"value": value, "stated_change": change}))]);
        })
    };
    assert_eq!(rates("1.8%", "-16.7"), Vec::<String>::new());
    assert_eq!(rates("1.8%", "-90.3%"), Vec::<String>::new());
    assert_eq!(
        rates("1.9%", "-16.8"),
        [
            "error PRG-04 at workforce.claims[0].value: 1.9% is reported for 2019-09, and the figure is 1.8% of vacancy_gap_rate",
            "error PRG-04 at workforce.claims[0].stated_change: a change of -16.8 is reported, and the figures give -16.7",
        ],
    );
}

/// What is wrong with a snapshot, a cohort or a team is found at its place in the document.
#[test]
fn the_workforce_is_checked_by_its_own_rules() {
    let found = found(&["WRK-01", "WRK-08", "CSL-01", "CSL-03", "CSL-04", "CSL-05"], AUTUMN, |doc| {
        let workforce = &mut doc["workforce"];
        workforce["snapshots"] = json!([
            {"period": "2018-09-30", "vacancy_fte": "44.6", "agency_cover_fte": "44.6"},
            {"period": "2019-09-30", "vacancy_fte": "56.3", "agency_cover_fte": "75.9"},
        ]);
        workforce["cohorts"] = json!([{"period": "2018/19", "intake": 38, "completed": 30, "withdrawn": 9}]);
        let team = |cases: u32, newly_qualified: Value| {
            json!({
                "name": "North", "service": "Assessment", "agreed_maximum": "16", "cases": cases,
                "case_holders_fte": "8", "newly_qualified": newly_qualified,
            })
        };
        let teams = [
            team(130, json!([{"case_holders_fte": "2", "agreed_maximum": "17"}])),
            team(90, json!([{"case_holders_fte": "9", "agreed_maximum": "10"}])),
        ];
        workforce["caseloads"] = json!([{"period": "2019-09", "teams": teams}]);
    });
    assert_eq!(
        found,
        [
            "warning WRK-01 at workforce.snapshots[1].agency_cover_fte: 75.9 FTE of agency workers cover 56.3 FTE of vacancies",
            "error WRK-08 at workforce.cohorts[0].intake: cohort 2018/19: 30 completed and 9 withdrawn exceed the intake of 38",
            "error CSL-04 at workforce.caseloads[0].teams[0].newly_qualified[0].agreed_maximum: team North: the reduced maximum of 17 cases per FTE is above the agreed maximum of 16 cases per FTE",
            "error CSL-03 at workforce.caseloads[0].teams[1].newly_qualified: team North: newly qualified are 9 FTE, but all case holders only 8 FTE",
            "error CSL-05 at workforce.caseloads[0].teams[1].name: team North of service Assessment is also teams[0]",
        ],
    );
}

fn reports(cadence: &str, dates: &[&str], on: &str) -> Vec<String> {
    found(&["PRG-05"], on, |doc| {
        let reports: Vec<Value> = dates.iter().map(|on| json!({"on": on})).collect();
        doc["reporting"] = json!({"cadence": cadence, "reports": reports});
    })
}

#[test]
fn prg_05_a_gap_between_reports() {
    let every_month = |dates: &[&str], on| reports("every month", dates, on);
    // 31 August and a month is 30 September.
    assert_eq!(every_month(&["2019-08-31", "2019-09-30"], "2019-10-30"), Vec::<String>::new());
    assert_eq!(
        every_month(&["2019-08-31", "2019-10-01"], "2019-10-30"),
        [
            "warning PRG-05 at reporting.reports[1].on: a report was made on 2019-08-31, and the next on 2019-10-01, though there is to be one every month"
        ],
    );
    assert_eq!(
        every_month(&["2019-09-30"], "2019-10-31"),
        [
            "warning PRG-05 at reporting.reports: a report was made on 2019-09-30, and none by 2019-10-31, though there is to be one every month"
        ],
    );
    // What is known to the month may have been near enough.
    assert_eq!(every_month(&["2019-08", "2019-09"], "2019-10-30"), Vec::<String>::new());
    // What is still to come is no report yet.
    assert_eq!(every_month(&["2019-09-30", "2019-12-30"], "2019-10-30"), Vec::<String>::new());
    assert_eq!(reports("every 4 weeks", &["2019-09-02", "2019-09-30"], "2019-10-28"), Vec::<String>::new());
}

/// In whatever order they stand; the place is that of the report in the document.
#[test]
fn prg_05_reports_in_any_order() {
    let every_month = |dates: &[&str], on| reports("every month", dates, on);
    assert_eq!(every_month(&["2020-01-10", "2019-12-10", "2019-11-10"], "2020-02-01"), Vec::<String>::new());
    assert_eq!(
        every_month(&["2020-06-01", "2019-09-10", "2019-12-10", "2019-11-10"], "2019-12-31"),
        [
            "warning PRG-05 at reporting.reports[3].on: a report was made on 2019-09-10, and the next on 2019-11-10, though there is to be one every month"
        ],
    );
    assert_eq!(
        every_month(&["2019-09-30"], "2200-01-01"),
        [
            "warning PRG-05 at reporting.reports: a report was made on 2019-09-30, and none by 2200-01-01, though there is to be one every month"
        ],
    );
}

#[test]
fn prg_04_a_baseline_that_is_another_figure() {
    let baseline = |value: &str, period: &str| {
        found(&["PRG-04"], AUTUMN, |doc| {
            doc["plan"]["measures"][0]["target"]["baseline"] = json!({"value": value, "period": period});
        })
    };
    assert_eq!(baseline("18.5%", "2019-02"), Vec::<String>::new());
    assert_eq!(baseline("30%", "2019-01"), Vec::<String>::new());
    assert_eq!(
        baseline("30%", "2019-02"),
        [
            "error PRG-04 at plan.measures[0].target.baseline.value: the baseline of 2019-02 is 30%, and the figure is 18.5% of vacancy_gap_rate"
        ],
    );
}

/// Finding 1: a measure and a series of one code that count different things, or of which different directions are better,
/// never meet.
#[test]
fn prg_07_one_code_is_one_indicator() {
    let visits = |unit: &str, polarity: &str| json!({"code": "visits", "title": "Visits", "unit": unit, "polarity": polarity});
    let seen = json!([{"period": "2019-06", "value": "80"}, {"period": "2019-09", "value": "95"}]);
    let told = |of_measure: Value, of_series: Value| {
        let doc = |doc: &mut Value| {
            let measure =
                json!({"indicator": of_measure, "kind": "outcome", "target": {"goal": "at least 90%"}});
            doc["plan"]["measures"] = json!([measure]);
            doc["plan"]["actions"] = json!([]);
            doc["kpis"] = json!([{"indicator": of_series, "observations": seen}]);
            doc["service_areas"] = json!([]);
            let claim = json!({"kind": "compliant", "statement": "Visits", "measured_by": "visits", "period": "2019-09"});
            doc["workforce"]["claims"] = json!([claim]);
        };
        found(&["PRG-03", "PRG-07"], AUTUMN, doc)
    };
    let open = "warning PRG-03 at workforce.claims[0].measured_by: \"Visits\" is claimed, and no figure bears it out: visits is defined in two ways in the programme";
    assert_eq!(
        told(visits("per_cent", "higher_is_better"), visits("headcount", "higher_is_better")),
        [
            "error PRG-07 at plan.measures[0].indicator: visits is Visits in per cent, higher is better here, and Visits in headcount, higher is better before",
            open,
        ]
    );
    assert_eq!(
        told(visits("per_cent", "higher_is_better"), visits("per_cent", "lower_is_better")),
        [
            "error PRG-07 at plan.measures[0].indicator: visits is Visits in per cent, higher is better here, and Visits in per cent, lower is better before",
            open,
        ]
    );
    let same = visits("per_cent", "higher_is_better");
    assert_eq!(told(same.clone(), same), Vec::<String>::new());
    // A change that a report states has an indicator too.
    let of_change = found(&["PRG-07"], AUTUMN, |doc| {
        doc["plan"]["measures"] = json!([]);
        doc["plan"]["actions"] = json!([]);
        doc["kpis"] = json!([{"indicator": visits("headcount", "higher_is_better"), "observations": seen}]);
        doc["workforce"]["changes"] = json!([
            {"indicator": visits("per_cent", "neutral"), "since": "2019-02", "until": "2019-09", "relative": "-75%"},
        ]);
    });
    assert_eq!(
        of_change,
        [
            "error PRG-07 at workforce.changes[0].indicator: visits is Visits in per cent, neutral here, and Visits in headcount, higher is better before"
        ]
    );
}

/// Where the series begins later, a claim is held against the baseline of the measure.
#[test]
fn prg_02_the_baseline_of_the_plan_is_one() {
    let gap = found(&["PRG-02"], AUTUMN, |doc| {
        doc["kpis"][0]["observations"] = json!([{"period": "2019-09", "value": "1.8"}]);
        doc["workforce"]["claims"] = json!([claim(json!({}))]);
    });
    assert_eq!(gap, Vec::<String>::new());
}

#[test]
fn claims_are_held_against_the_figures_of_their_time() {
    // 18.5% in February was not within the target.
    of_claim(
        json!({"kind": "compliant", "value": "18.5%", "period": "2019-02", "since": null, "stated_change": null}),
        &[
            "warning PRG-03 at workforce.claims[0].measured_by: \"The vacancy gap fell\" is claimed, and the figures say otherwise: at most 1.8%; 18.5% in February 2019, beyond the tolerance of 1 percentage point",
        ],
    );
    // The stated change is from February to September, no other.
    let stated = |since: &str| {
        found(&["PRG-02", "PRG-04"], AUTUMN, |doc| {
            doc["workforce"]["claims"] = json!([{
                "kind": "improved", "statement": "Fewer leave", "measured_by": "staff_leaving",
                "since": since, "stated_change": "\u{2212}75%",
            }]);
        })
    };
    assert_eq!(stated("2019-02"), Vec::<String>::new());
    assert_eq!(
        stated("2019-01"),
        [
            "error PRG-04 at workforce.claims[0].stated_change: a change of -75% is reported, and there are no two figures to work it from",
            "warning PRG-02 at workforce.claims[0].measured_by: \"Fewer leave\" is claimed, and no figure bears it out: staff_leaving has no figures in the programme",
        ],
    );
    // What is claimed of a time to come is not claimed yet.
    of_claim(json!({"period": "2019-11"}), &[]);
}

/// A neutral indicator that changed has neither improved nor the contrary.
#[test]
fn prg_02_a_neutral_indicator_bears_out_no_improvement() {
    let found = found(&["PRG-02"], AUTUMN, |doc| {
        doc["kpis"][3]["observations"] =
            json!([{"period": "2017/18", "value": "20"}, {"period": "2018/19", "value": "24"}]);
        doc["workforce"]["claims"] = json!([{"kind": "improved", "statement": "More complete", "measured_by": "nqsw_completed_headcount"}]);
    });
    assert_eq!(
        found,
        [
            "warning PRG-02 at workforce.claims[0].measured_by: \"More complete\" is claimed, and no figure bears it out: 20 (2017/18) to 24 (2018/19): +4, +20.0%, changed"
        ],
    );
}

#[test]
fn prg_06_a_review_has_finished_once_its_report_was_received() {
    let case: Value = serde_json::from_str(include_str!("../../examples/data/intervention_west_sussex.json"))
        .expect("JSON");
    let says = |on: &str| {
        found(&["PRG-06"], "2020-12-31", |doc| {
            doc["case"] = case.clone();
            doc["reporting"]["reports"] = json!([{"on": on, "says": ["review_finished"]}]);
        })
    };
    assert_eq!(says("2019-12-17"), Vec::<String>::new());
    assert_eq!(
        says("2019-12-16"),
        [
            "error PRG-06 at reporting.reports[0].says[0]: the report of 2019-12-16 says that the commissioner's review has finished, and that was on 2019-12-17"
        ],
    );
}

#[test]
fn prg_06_a_report_ahead_of_events() {
    let early = |on: &str| {
        found(&["PRG-06"], AUTUMN, |doc| {
            doc["reporting"]["reports"] = json!([{"on": on, "says": ["plan_adopted", "strategy_adopted"]}]);
        })
    };
    let strategy = |on: &str| {
        format!(
            "error PRG-06 at reporting.reports[0].says[1]: the report of {on} says that a strategy is adopted, and nothing of it is on record"
        )
    };
    assert_eq!(early("2019-08-06"), [strategy("2019-08-06")]);
    assert_eq!(
        early("2019-08-05"),
        [
            "error PRG-06 at reporting.reports[0].says[0]: the report of 2019-08-05 says that the plan is adopted, and that was on 2019-08-06".to_owned(),
            strategy("2019-08-05"),
        ],
    );
    assert_eq!(found(&["PRG-06"], AUTUMN, |_| {}), Vec::<String>::new());
}

#[test]
fn gov_08_scrutiny_after_adoption_only_or_none() {
    let met = |on: &str| {
        found(&["GOV-08"], AUTUMN, |doc| {
            doc["governance"]["bodies"][0]["meetings"] =
                json!([{"on": on, "subjects": ["draft_improvement_plan"]}]);
        })
    };
    assert_eq!(met("2019-08-06"), Vec::<String>::new());
    assert_eq!(
        met("2019-08-07"),
        [
            "warning GOV-08 at governance.bodies: the plan was adopted on 2019-08-06, and it was scrutinised only after that, on 2019-08-07"
        ],
    );
    let none = found(&["GOV-08"], AUTUMN, |doc| doc["governance"]["bodies"][0]["meetings"] = json!([]));
    assert_eq!(
        none,
        [
            "warning GOV-08 at governance.bodies: the plan was adopted on 2019-08-06, and no scrutiny of it is on record"
        ],
    );
    // Before the inspection it was another plan.
    assert_eq!(
        met("2019-02-24"),
        [
            "warning GOV-08 at governance.bodies: the plan was adopted on 2019-08-06, and no scrutiny of it is on record"
        ],
    );
    // Before the adoption nothing is wanting.
    assert_eq!(
        found(&["GOV-08"], "2019-08-05", |doc| doc["governance"]["bodies"][0]["meetings"] = json!([])),
        Vec::<String>::new(),
    );
}

#[test]
fn gov_10_the_commissioner_as_independent_chair() {
    let chair = |name: &str, on: &str| {
        found(&["GOV-10"], on, |doc| {
            doc["governance"]["bodies"][2]["chair"] = json!({"name": name, "capacity": "independent"});
        })
    };
    assert_eq!(chair("Somebody else", AUTUMN), Vec::<String>::new());
    assert_eq!(chair("John Coughlan", "2019-06-03"), Vec::<String>::new());
    // In 2022 the former commissioner was the independent chair: the council had kept control since 31 March.
    let case: Value = serde_json::from_str(include_str!("../../examples/data/intervention_west_sussex.json"))
        .expect("JSON");
    let later = |on: &str| {
        found(&["GOV-10"], on, |doc| {
            doc["case"] = case.clone();
            doc["governance"]["bodies"][2]["chair"] =
                json!({"name": "John Coughlan", "capacity": "independent"});
        })
    };
    assert_eq!(later("2022-03-30").len(), 1);
    assert_eq!(later("2022-11-16"), Vec::<String>::new());
    assert_eq!(
        chair("john coughlan", AUTUMN),
        [
            "warning GOV-10 at governance.bodies[2].chair: john coughlan chairs the improvement board and is the commissioner under the direction in force"
        ],
    );
}

/// What the crate finds wanting in the council's own document; the example says why.
#[test]
fn the_findings_on_west_sussex() {
    let found = places(&west_sussex().findings(AUTUMN.parse().expect("a day")));
    let mut expected = vec!["PLAN-17 plan.voice".to_owned()];
    expected.extend(vec!["PLAN-11 plan.measures".to_owned(); 11]);
    expected.extend((0..12).map(|action| format!("PLAN-02 plan.actions[{action}].due")));
    expected.push("STR-02 governance.strategies[0].partners".to_owned());
    expected.extend((0..2).map(|claim| format!("PRG-02 workforce.claims[{claim}].statement")));
    expected.extend((0..2).map(|area| format!("PRG-03 service_areas[{area}].claims[0].statement")));
    assert_eq!(found, expected);
}
