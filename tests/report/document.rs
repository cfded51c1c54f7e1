//! The document: its parts, other words, the JSON form, and programmes of which little, all or something else is known.

use crate::helpers::{brief, items, nothing, programme, report, report_of, set, west_sussex, with, words};
use childrens_services::{ProgressReport, chrono::NaiveDate};
use serde_json::{Value, json};

const COMMISSIONER: &str = "The work of the Commissioner";
const LEADERSHIP: &str = "Children's Services Leadership";
const WORKFORCE: &str = "Strengthening the Workforce";
const PLAN: &str = "Children First Practice Improvement Plan";
const STRATEGY: &str = "Children First Strategy";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_document_has_parts() {
    let report = report(&west_sussex());
    assert_eq!(
        report.title(),
        "West Sussex, Children First Service Improvement Programme: progress report, October 2019"
    );
    assert_eq!(report.as_of(), day("2019-10-31"));
    assert_eq!(
        (report.author(), report.post()),
        ("Paul Marshall", "Cabinet Member for Children and Young People")
    );
    let headings: Vec<_> = report.sections().iter().map(|section| section.heading()).collect();
    assert_eq!(
        headings,
        [
            "Introduction",
            PLAN,
            COMMISSIONER,
            LEADERSHIP,
            WORKFORCE,
            "Other service improvements",
            STRATEGY,
            "Summary"
        ]
    );
    let paragraphs: Vec<_> = report.paragraphs().collect();
    assert_eq!(paragraphs.len(), 11);
    let table = paragraphs[2].table().unwrap();
    assert_eq!(table.caption(), "How the plan answers the areas for improvement");
    assert_eq!((table.columns().len(), table.rows().len()), (3, 12));
    assert_eq!(table.rows()[9], ["10. Recruitment and retention", "1", "no due date"]);
}

/// List and table stay, and so does every other paragraph.
#[test]
fn other_words_keep_the_figures() {
    let written = report(&west_sussex());
    let given = "Every area has its action.";
    let changed =
        written.clone().with_words(3, given).unwrap().with_words(7, " *Steady* progress: ").unwrap();
    for (before, after) in written.paragraphs().zip(changed.paragraphs()) {
        let words = match before.number() {
            3 => given,
            7 => " *Steady* progress: ",
            _ => before.text(),
        };
        assert_eq!(after.text(), words);
        assert_eq!(after.is_replaced(), matches!(before.number(), 3 | 7));
        assert!(!before.is_replaced());
        assert_eq!(
            (after.number(), after.items(), after.table()),
            (before.number(), before.items(), before.table())
        );
    }
    assert_eq!(
        (changed.title(), changed.as_of(), changed.author(), changed.post()),
        (written.title(), written.as_of(), written.author(), written.post())
    );
    // Once more: the last words stand.
    let again = changed.with_words(3, "Twelve areas, twelve actions.").unwrap();
    assert_eq!(again.paragraphs().nth(2).unwrap().text(), "Twelve areas, twelve actions.");
}

#[test]
fn other_words_may_be_refused() {
    let refuses = |number, words: &str, message: &str| {
        assert_eq!(report(&west_sussex()).with_words(number, words).unwrap_err().to_string(), message);
    };
    refuses(0, "x", "the report has no paragraph 0, only 1 to 11");
    refuses(12, "x", "the report has no paragraph 12, only 1 to 11");
    refuses(u32::MAX, "x", "the report has no paragraph 4294967295, only 1 to 11");
    refuses(12, "", "the report has no paragraph 12, only 1 to 11");
    refuses(3, "", "paragraph 3: a text is needed that says something, not an empty one");
    refuses(3, " - ", "paragraph 3: a text is needed that says something, not an empty one");
    refuses(4, "one\ntwo", "paragraph 4: text \"one\\ntwo\" has a line break or another control character");
}

/// The names of the fields are part of the interface.
#[test]
fn the_json_form_is_frozen() {
    let frozen: Value = serde_json::from_str(include_str!("../data/progress_report.json")).unwrap();
    let written = report(&west_sussex());
    assert_eq!(serde_json::to_value(&written).unwrap(), frozen);
    let changed = serde_json::to_value(written.with_words(1, "Shorter.").unwrap()).unwrap();
    let expected = with(
        frozen,
        &[
            ("/sections/0/paragraphs/0/text", json!("Shorter.")),
            ("/sections/0/paragraphs/0/replaced", json!(true)),
        ],
    );
    assert_eq!(changed, expected);
}

#[test]
fn nothing_is_on_record() {
    let report = report(&nothing());
    assert_eq!(report.title(), "West Sussex: progress report, October 2019");
    let told: Vec<_> = report
        .sections()
        .iter()
        .map(|section| {
            let [paragraph] = section.paragraphs() else { panic!("{section:?}") };
            assert!(paragraph.items().is_empty() && paragraph.table().is_none());
            (section.heading(), paragraph.text())
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Introduction",
                "This report is made to all members of the County Council by the Cabinet Member for Children and Young People. It tells of the children's services of West Sussex as known on 31 October 2019. No report of an inspection of them is known."
            ),
            ("The improvement plan", "No improvement plan is on record."),
            ("Statutory intervention", "The statutory position is: no intervention."),
            (LEADERSHIP, "No leadership team is on record."),
            (WORKFORCE, "No figures of the workforce are on record."),
            ("Summary", "No indicator has figures of two periods to compare."),
        ]
    );
}

/// A service area of which nothing is told, and a snapshot without the counts of any rate.
#[test]
fn no_list_and_no_table_is_empty() {
    let edits = [
        ("/service_areas", json!([{"kind": "neglect"}])),
        ("/workforce", json!({"snapshots": [{"period": "2019"}]})),
    ];
    for period in ["2019-10", "2019-12"] {
        let report = report_of(&with(nothing(), &edits), period);
        assert!(report.sections().iter().all(|section| section.heading() != "Other service improvements"));
        assert_eq!(words(&report, WORKFORCE), ["No figures of the workforce are on record."], "{period}");
        for paragraph in report.paragraphs() {
            assert!(paragraph.table().is_none_or(|table| !table.rows().is_empty()), "{paragraph:?}");
        }
    }
    // An inspection with neither grades nor areas.
    let bare = [
        ("/case/history/inspections/1/areas_for_improvement", Value::Null),
        ("/plan/measures", json!([])),
        ("/plan/actions", json!([])),
    ];
    let report = report(&with(west_sussex(), &bare));
    assert_eq!(words(&report, PLAN)[1], "No area for improvement of the inspection is on record.");
    assert_eq!(report.sections()[1].paragraphs()[1].table(), None);
}

/// Before the first inspection was published no more is known than posts, texts and what is planned.
#[test]
fn before_everything() {
    let report = report_of(&west_sussex(), "2015-01");
    let markdown = report.to_markdown();
    assert!(
        markdown.contains("as known on 31 January 2015. No report of an inspection of them is known."),
        "{markdown}"
    );
    for later in
        ["2019-", "on 6 August", "18.5%", "Coughlan", "over 90%", "4 of 8", "intake", "fell", "2018/19"]
    {
        assert!(!markdown.contains(later), "{later}: {markdown}");
    }
    assert_eq!(words(&report, "The improvement plan"), ["No improvement plan is on record."]);
    assert_eq!(words(&report, "Statutory intervention"), ["The statutory position is: no intervention."]);
    // The report is of the programme as it was known: written from that state, it is the same.
    let west_sussex = programme(&west_sussex());
    for period in ["2015-01", "2019-02", "2019-05", "2019-07", "2019-08", "2019-09-30", "2019-10", "2020-03"]
    {
        let brief = brief(period);
        let state = west_sussex.state_on(brief.period().end());
        assert_eq!(
            ProgressReport::write(&state, &brief),
            ProgressReport::write(&west_sussex, &brief),
            "{period}"
        );
    }
}

#[test]
fn month_by_month() {
    let told = |period: &str, heading: &str| words(&report_of(&west_sussex(), period), heading);
    // The inspection of 2019 was published on 8 May.
    let introduction = |period| told(period, "Introduction").swap_remove(0);
    assert!(introduction("2019-05-07").contains("published on 20 January 2016,"));
    assert!(introduction("2019-05-08").contains("published on 8 May 2019,"));
    assert_eq!(told("2019-04", "The improvement plan"), ["No improvement plan is on record."]);
    assert!(told("2019-08-05", PLAN)[0].starts_with("The plan is not adopted yet."));
    assert!(told("2019-08-06", PLAN)[0].starts_with("The plan was agreed for adoption on 6 August 2019."));
    assert_eq!(told("2019-06-03", "Statutory intervention"), ["The statutory position is: no intervention."]);
    assert!(
        told("2019-06-04", COMMISSIONER)[0]
            .starts_with("The statutory position is: direction, commissioner's review.")
    );
    let gap = |period| items(&report_of(&west_sussex(), period), WORKFORCE).swap_remove(0);
    assert_eq!(
        gap("2019-09-29"),
        "Vacancy gap: 18.5% in February 2019; the intention is to maintain at most 1.8%, and the last figure is too old to tell whether it is met"
    );
    assert!(gap("2019-09-30").starts_with("Vacancy gap: fell from 18.5%"));
}

#[test]
fn the_answer_and_the_revisions_of_the_plan() {
    let edits = [
        ("/plan/sign_off/adopted/body", json!("Cabinet")),
        ("/plan/sign_off/submitted", Value::Null),
        ("/plan/sign_off/answers/0", json!({"on": "2019-09-20", "outcome": "does_not_reflect_findings"})),
        (
            "/plan/sign_off/revisions",
            json!([{"on": "2019-10", "version": "2"}, {"on": "2019-11", "version": "3"}]),
        ),
    ];
    let report = report(&with(west_sussex(), &edits));
    assert_eq!(
        words(&report, PLAN)[0],
        "The plan was agreed for adoption by the Cabinet on 6 August 2019. That was working day 63 from the publication of the report, as its receipt is not on record; a plan is to be submitted by working day 70, 15 August 2019. It is not submitted yet. Ofsted has answered that it does not reflect the findings of the inspection; its answer came on 20 September 2019. Version 2 followed in October 2019."
    );
    // Where the receipt of the report is on record, working days are counted from it.
    let received = [("/case/history/inspections/1/received", json!("2019-05-07"))];
    let text = words(&self::report(&with(west_sussex(), &received)), PLAN).swap_remove(0);
    let counted = "on 6 August 2019. That was working day 64 from the receipt of the report; a plan is to be submitted by working day 70, 14 August 2019.";
    assert!(text.contains(counted), "{text}");
}

/// Actions complete, late, and with another status on record than their dates give.
#[test]
fn the_delivery_of_the_plan() {
    let edits = [
        ("/plan/actions/0/completed", json!("2019-09-30")),
        ("/plan/actions/1/due", json!("2019-08-31")),
        ("/plan/actions/2/delivery_status", json!("Green")),
    ];
    let report = report(&with(west_sussex(), &edits));
    assert_eq!(
        words(&report, PLAN)[2],
        "The plan has 12 actions; 1 is complete. By dates and evidence: 1 Green, 1 Red and 10 without a due date, which cannot be rated."
    );
    let off_track = report.sections()[1].paragraphs()[2].table().unwrap();
    assert_eq!(
        off_track.rows(),
        [
            [
                "2. Better work with neglected children",
                "Director of Children's Services",
                "31 August 2019",
                "Red",
                "none"
            ],
            [
                "3. Assessment and planning for privately fostered children and homeless 16 and 17-year-olds",
                "Director of Children's Services",
                "no date",
                "Grey",
                "Green",
            ],
        ]
    );
    let table = report.sections()[1].paragraphs()[1].table().unwrap();
    let ratings: Vec<_> = table.rows()[..3].iter().map(|row| row[2].as_str()).collect();
    assert_eq!(ratings, ["Green", "Red", "no due date"]);
}

#[test]
fn vacant_and_interim_posts() {
    const APPOINTMENTS: &str = "/governance/appointments";
    let text = |document: &Value| words(&report(document), LEADERSHIP).swap_remove(0);
    let without = |holders: &[&str]| {
        let mut document = west_sussex();
        let appointments = document.pointer_mut(APPOINTMENTS).unwrap().as_array_mut().unwrap();
        appointments.retain(|held| !holders.contains(&held["holder"].as_str().unwrap()));
        document
    };
    let under = "The leadership team under the Director of Children's Services, John Readman";
    let two = without(&["Lisa Reid", "Louise Warren", "Jackie Wood"]);
    assert_eq!(
        text(&two),
        format!(
            "{under} is not fully in place. Vacant: Assistant Director, Corporate Parenting; Improvement Leads (2 places). It comprises:"
        )
    );
    let members = items(&report(&two), LEADERSHIP);
    assert_eq!(members[1], "Assistant Director, Corporate Parenting (vacant)");
    assert_eq!(members[5], "Improvement Leads (Garath Symonds)");

    // The director has no place in the team of this document, but a post.
    let headless = without(&["John Readman"]);
    assert_eq!(
        text(&headless),
        "The post of Director of Children's Services is vacant. The leadership team is otherwise in place. It comprises:"
    );
    let seated = with(headless, &[("/governance/posts/0/leadership_places", json!(1))]);
    assert_eq!(
        text(&seated),
        "The leadership team is not fully in place. Vacant: Director of Children's Services. It comprises:"
    );

    let mut interim = west_sussex();
    for at in [0, 2, 7] {
        set(&mut interim, &format!("{APPOINTMENTS}/{at}/basis"), json!("interim"));
    }
    set(&mut interim, &format!("{APPOINTMENTS}/3/basis"), json!("permanent"));
    assert_eq!(
        text(&interim),
        "The leadership team is fully in place under the interim Director of Children's Services, John Readman. It comprises:"
    );
    let members = items(&report(&interim), LEADERSHIP);
    assert_eq!(members[0], "Deputy Director and Head of Children's Social Care (Sally Allen, interim)");
    assert_eq!(members[1], "Assistant Director, Corporate Parenting (Jackie Wood)");
    assert_eq!(members[5], "Improvement Leads (Garath Symonds, interim, Lisa Reid and Louise Warren)");
    // Who left in September is not there at the end of October, and was at the end of August.
    let left = with(west_sussex(), &[("/governance/appointments/3/until", json!("2019-09-15"))]);
    assert!(text(&left).contains("Vacant: Assistant Director, Corporate Parenting."));
    assert!(words(&report_of(&left, "2019-08"), LEADERSHIP)[0].contains("is fully in place"));
}

/// The road of West Sussex to the end of intervention; sources: see the example `intervention`.
#[test]
fn the_status_of_intervention() {
    let case: Value =
        serde_json::from_str(include_str!("../../examples/data/intervention_west_sussex.json")).unwrap();
    let document = with(nothing(), &[("/case", case)]);
    let appointed = "John Coughlan was appointed commissioner under the direction of 4 June 2019. The latest report was received by";
    for (period, status, latest) in [
        (
            "2019-12",
            "alternative delivery model ordered",
            "17 December 2019; its recommendation: an alternative delivery model.",
        ),
        (
            "2020-12",
            "alternative delivery model paused",
            "10 December 2020; its recommendation: wait and review again.",
        ),
        (
            "2022-03",
            "direction, control retained",
            "31 March 2022; its recommendation: the council keeps control.",
        ),
        (
            "2023-05",
            "support and supervision",
            "31 March 2022; its recommendation: the council keeps control.",
        ),
    ] {
        let told = words(&report_of(&document, period), COMMISSIONER);
        assert_eq!(told, [format!("The statutory position is: {status}. {appointed} {latest}")], "{period}");
    }

    // Lifted without a report of the review: nothing says that it goes on.
    let lifted = json!({
        "kind": "intervention_lifted",
        "effective": "2019-10-14",
        "decided_by": "department",
        "document": {"published": "2019-10-14", "title": "Letter"},
        "reason": "Evidence of improvement",
    });
    let edits = [
        (
            "/case/history/inspections/-",
            json!({
                "authority": "E10000032", "framework": "ilacs", "activity": "standard", "start": "2019-09-02",
                "published": "2019-10-10",
                "judgements": {"overall": "Good", "leaders": "Good", "help_protection": "Good", "care_and_leavers": "Good"},
            }),
        ),
        ("/case/events/-", lifted),
        ("/case/events/0/review/finished", Value::Null),
    ];
    assert_eq!(
        words(&report(&with(west_sussex(), &edits)), COMMISSIONER),
        [
            "The statutory position is: support and supervision. John Coughlan was appointed commissioner under the direction of 4 June 2019. No report of the review is on record."
        ]
    );
}

#[test]
fn the_strategy_on_its_way() {
    let told = |period: &str, edits: &[(&str, Value)]| {
        let mut document = west_sussex();
        for (field, value) in edits {
            set(&mut document, &format!("/governance/strategies/0/{field}"), value.clone());
        }
        let text = words(&report_of(&document, period), STRATEGY).swap_remove(0);
        text.rsplit_once("with partners. ").unwrap().1.to_owned()
    };
    let by = "by the Children and Young People's Services Select Committee";
    let planned = ("scrutiny_planned", json!("2019-11-20"));
    let held = ("scrutinised", json!("2019-11-20"));
    let adopted = ("adopted", json!("2019-12-10"));
    assert_eq!(
        told("2019-12", &[]),
        format!("It is due to be adopted in December 2019 following scrutiny {by}.")
    );
    assert_eq!(
        told("2020-01", &[]),
        format!(
            "It was due to be adopted in December 2019 following scrutiny {by}, and its adoption is overdue."
        )
    );
    assert_eq!(
        told("2019-10", std::slice::from_ref(&planned)),
        format!(
            "It is to be scrutinised {by} on 20 November 2019 and is due to be adopted in December 2019."
        )
    );
    assert_eq!(
        told("2020-01", &[planned]),
        format!(
            "It was to be scrutinised {by} on 20 November 2019 and was due to be adopted in December 2019, and its adoption is overdue."
        )
    );
    assert_eq!(
        told("2019-12", std::slice::from_ref(&held)),
        format!("It was scrutinised {by} on 20 November 2019 and is due to be adopted in December 2019.")
    );
    assert_eq!(
        told("2020-01", &[held.clone(), adopted.clone(), ("state", json!("adopted"))]),
        format!("It was scrutinised {by} on 20 November 2019 and was adopted on 10 December 2019.")
    );
    // At the end of November, neither was the adoption.
    assert_eq!(
        told("2019-11", &[held.clone(), adopted.clone(), ("state", json!("adopted"))]),
        format!("It was scrutinised {by} on 20 November 2019 and is due to be adopted in December 2019.")
    );
    assert_eq!(
        told("2020-02", &[held, adopted, ("published", json!("2020-02")), ("state", json!("published"))]),
        format!(
            "It was scrutinised {by} on 20 November 2019, was adopted on 10 December 2019 and was published in February 2020."
        )
    );
    // On no day on record, but adopted.
    assert_eq!(told("2020-01", &[("state", json!("adopted"))]), "It is adopted.");
    assert_eq!(told("2020-01", &[("state", json!("published"))]), "It is adopted and is published.");
}

/// A document with every section, a cadence and each kind of item.
#[test]
fn every_section() {
    let edits = [
        ("/reporting/cadence", json!("every month")),
        ("/governance/strategies/-", json!({"title": "Residential Service Strategy", "state": "adopted"})),
        (
            "/workforce/snapshots",
            json!([
                {"period": "2018-09-30", "vacancy_fte": "1", "inpost_fte": "1"},
                {"period": "2019-09-30", "vacancy_fte": "56.3", "inpost_fte": "494.5"},
            ]),
        ),
        ("/workforce/caseloads/-", json!({"period": "2019-10", "stated": {"within": 0, "teams": 0}})),
        // Of no teams nothing is told.
        ("/workforce/caseloads/-", json!({"period": "2019-10", "teams": []})),
    ];
    let report = report(&with(west_sussex(), &edits));
    let introduction = &words(&report, "Introduction")[0];
    assert!(introduction.contains(" It is one of a sequence, with a report every month."), "{introduction}");
    assert_eq!(words(&report, "Residential Service Strategy"), ["There is a strategy. It is adopted."]);
    assert_eq!(words(&report, WORKFORCE)[1], "The rates by the official definitions, 30 September 2019:");
    let workforce = report.sections().iter().find(|section| section.heading() == WORKFORCE).unwrap();
    let table = workforce.paragraphs()[1].table().unwrap();
    assert_eq!(table.columns(), ["Rate", "Value"]);
    assert_eq!(table.rows()[0], ["Vacancy rate (FTE)", "10.2%"]);
    let teams = &items(&report, WORKFORCE)[5];
    assert_eq!(
        teams,
        "Teams within their agreed maximum caseload: teams_within_maximum_rate is not defined: the denominator is 0"
    );
    assert!(items(&report, WORKFORCE)[6].starts_with("Newly qualified social workers 2019/20:"));
}

/// What is known to the year is not told before the step that it follows.
#[test]
fn no_step_before_its_time() {
    let told = |period: &str| words(&report_of(&west_sussex(), period), PLAN).swap_remove(0);
    assert_eq!(told("2019-07"), "The plan is not adopted yet. It is not submitted yet.");
    assert!(told("2019-08").contains("It was submitted"));
}

/// Invented figures: withheld ones are no ends, a turn for the worse is told, and so is a target missed.
#[test]
fn figures_that_are_withheld_or_turn() {
    let gap = |values: &[(&str, &str)], target: Value| {
        let seen: Vec<Value> =
            values.iter().map(|(period, value)| json!({"period": period, "value": value})).collect();
        let edits = [("/kpis/0/observations", json!(seen)), ("/plan/measures/0/target", target)];
        items(&report(&with(west_sussex(), &edits)), WORKFORCE).swap_remove(0)
    };
    assert_eq!(
        gap(&[("2019-06", "[z]"), ("2019-07", "10"), ("2019-08", "20"), ("2019-09", "[c]")], Value::Null),
        "Vacancy gap: rose from 10% in July 2019 to 20% in August 2019 (+10.0 percentage points, +100.0%), worsened [The figure in September 2019 is withheld: confidential]"
    );
    assert_eq!(
        gap(&[("2019-09", "[c]")], Value::Null),
        "Vacancy gap: no figure [The figure in September 2019 is withheld: confidential]"
    );
    assert_eq!(
        gap(&[("2019-07", "30"), ("2019-08", "10"), ("2019-09", "25")], Value::Null),
        "Vacancy gap: fell from 30% in July 2019 to 25% in September 2019 (-5.0 percentage points, -16.7%), improved; since the figure before it rose from 10% in August 2019 to 25% in September 2019 (+15.0 percentage points, +150.0%), worsened"
    );
    assert!(
        gap(&[("2019-09", "25")], json!({"goal": "at most 12%", "by": "2019-09-30"}))
            .ends_with("; the target is at most 12% by 30 September 2019, which was missed")
    );
}

/// Finding 5: what does not certainly move is not said to, and each status of a target has its words.
#[test]
fn sentences_follow_verdict_and_assessment() {
    let told = |values: [&str; 2], target: Value| {
        let seen =
            json!([{"period": "2019-06", "value": values[0]}, {"period": "2019-09", "value": values[1]}]);
        let edits = [("/kpis/0/observations", seen), ("/plan/measures/0/target", target)];
        items(&report(&with(west_sussex(), &edits)), WORKFORCE).swap_remove(0)
    };
    let open = " [Whether it improved cannot be told: no difference beyond rounding]";
    assert_eq!(
        told(["11%", "10.8%"], Value::Null),
        format!("Vacancy gap: was 11% in June 2019 and 10.8% in September 2019{open}")
    );
    assert_eq!(
        told(["10.2%", "10.2%"], Value::Null),
        format!("Vacancy gap: was 10.2% in June 2019 and 10.2% in September 2019{open}")
    );
    assert_eq!(
        told(["exactly 10.2%", "exactly 10.2%"], Value::Null),
        "Vacancy gap: stayed at exactly 10.2% from June 2019 to September 2019, unchanged"
    );
    let ends = |values, target, end: &str| {
        let told = told(values, target);
        assert!(told.ends_with(end), "{told}");
    };
    let maintain = |goal: &str| json!({"goal": goal});
    let by = |goal: &str, by: &str| json!({"goal": goal, "by": by});
    let path = |goal: &str| json!({"goal": goal, "by": "2020-12-31", "baseline": {"period": "2019-06", "value": "18.5%"}});
    let values = ["18.5%", "12%"];
    ends(values, maintain("at most 13%"), "; the intention is to maintain at most 13%, which is met");
    ends(
        values,
        maintain("between 12% and 14%"),
        "; the intention is to maintain between 12% and 14%, which is met as printed",
    );
    ends(values, maintain("at most 11%"), ", which is at risk");
    ends(values, maintain("at most 10.9%"), ", which is off track");
    ends(values, maintain("at most 10%"), ", which is off track");
    ends(
        values,
        maintain("under 12%"),
        "; the intention is to maintain under 12% [Whether the target is met cannot be told: under 12%; 12% in September 2019 is rounded, which leaves it open]",
    );
    ends(
        values,
        maintain("at most 12 FTE"),
        "; the intention is to maintain at most 12 FTE [Whether the target is met cannot be told: the target does not fit: 12 FTE is in FTE, but Vacancy gap is in per cent]",
    );
    ends(values, path("at most 2%"), "; the target is at most 2% by 31 December 2020, which is on track");
    ends(
        values,
        by("at most 13%", "2019-09-30"),
        "; the target is at most 13% by 30 September 2019, which was met",
    );
    ends(["12%", "20%"], by("at most 13%", "2019-06-30"), ", which was met and has been left since");
    ends(values, by("at most 13%", "2019-06-30"), ", which was missed");
    // Without a figure of that day.
    ends(
        values,
        by("at most 13%", "2019-08-31"),
        "; the target is at most 13% by 31 August 2019 [Whether the target is met cannot be told: at most 13% by 31 August 2019; there is no figure for that day, the last before is 18.5% in June 2019]",
    );
    // The baseline begins the series, with the places of the indicator or its own.
    for (baseline, from) in [("18%", "18.0%"), ("18.55%", "18.55%")] {
        let target = json!({"goal": "at most 2%", "by": "2020-12-31", "baseline": {"period": "2019-02", "value": baseline}});
        let told = told(["12%", "11%"], target);
        let start = format!("Vacancy gap: fell from {from} in February 2019 to 11% in September 2019 (");
        assert!(told.starts_with(&start), "{told}");
    }
    let old = json!({"goal": "at most 13%", "cadence": "every week"});
    ends(values, old, ", and the last figure is too old to tell whether it is met");
}

/// A newer inspection than the one that the plan answers is told of too.
#[test]
fn the_latest_inspection() {
    let later = json!({
        "authority": "E10000032", "framework": "ilacs", "activity": "standard", "start": "2019-09-02",
        "published": "2019-10-10",
        "judgements": {"overall": "Good", "leaders": "Good", "help_protection": "Good", "care_and_leavers": "Good"},
    });
    let report = report(&with(west_sussex(), &[("/case/history/inspections/-", later)]));
    let told = words(&report, "Introduction");
    assert_eq!(told[1], "The services were inspected again since; the latest report is of 10 October 2019.");
    let grades = report.sections()[0].paragraphs()[1].table().unwrap();
    assert_eq!(grades.rows()[0], ["Overall effectiveness", "Good"]);
}

#[test]
fn scrutiny_and_challenge() {
    let told = items(&report(&west_sussex()), PLAN);
    assert_eq!(
        told,
        [
            "Children and Young People's Services Select Committee met on 15 May 2019: inspection report; on 17 July 2019: draft improvement plan (the draft plan was supported); on 11 September 2019: progress report",
            "County Council met on 19 July 2019",
        ]
    );
    // What is still to come is no meeting held.
    let told = items(&report_of(&west_sussex(), "2019-06"), PLAN);
    assert_eq!(
        told,
        ["Children and Young People's Services Select Committee met on 15 May 2019: inspection report"]
    );
}
