//! Every refusal with its whole message, and every spelling.

use super::*;

#[test]
fn inspections_that_cannot_be() {
    let new = |framework, activity| Inspection::new(ons(WEST_SUSSEX), framework, activity, day("2019-02-25"));
    refuses(new(Sif, StandardInspection), "framework sif has no standard, only full, monitoring_visit, jtai");
    refuses(
        new(Ilacs, FullInspection),
        "framework ilacs has no full, only standard, short, focused_visit, monitoring_visit, jtai, \
         annual_conversation, assurance_visit",
    );
    refuses(new(Earlier, FocusedVisit), "framework earlier has no focused_visit, only full");

    let overall = graded(ilacs(StandardInspection, "2019-02-25"), &[(Overall, Good)]);
    refuses(overall.clone().with_grade(Overall, Good), "judgement overall has two grades");
    refuses(overall.clone().with_grade(Overall, RI), "judgement overall has two grades");
    refuses(
        graded(overall.clone(), &[(SifAdoption, Good)]).with_grade(SifAdoption, Good),
        "judgement sif_adoption has two grades",
    );
    let beside = "a standing is read only where there is no overall grade";
    refuses(overall.with_standing_read_as(Good), beside);
    let read = ilacs(StandardInspection, "2026-04-27").with_standing_read_as(Good).unwrap();
    refuses(read.with_grade(Overall, Good), beside);
    refuses(
        ilacs(FocusedVisit, "2026-04-27").with_standing_read_as(Good),
        "a standing is read only of a graded inspection, not of a focused visit",
    );
    refuses(
        ilacs(AnnualConversation, "2026-04-27").with_standing_read_as(Good),
        "a standing is read only of a graded inspection, not of an annual conversation",
    );
}

#[test]
fn texts_that_say_nothing() {
    let empty = "a text is needed that says something, not an empty one";
    let broken = r#"text "two\nlines" has a line break or another control character"#;
    refuses(AreaForImprovement::new(1, " "), empty);
    refuses(AreaForImprovement::new(1, "two\nlines"), broken);
    refuses(area(1, "Neglect").with_detail(""), empty);
    refuses(area(1, "Neglect").with_detail("two\nlines"), broken);
    refuses(AreaForPriorityAction::new(""), empty);
    refuses(AreaForPriorityAction::new("two\nlines"), broken);
    refuses(ilacs(FocusedVisit, "2024-07-24").with_theme(""), empty);
    refuses(ilacs(FocusedVisit, "2024-07-24").with_theme("two\nlines"), broken);
}

#[test]
fn histories_that_cannot_be() {
    let of = |code| inspection(code, Ilacs, StandardInspection, "2019-02-25");
    let surrey = "an inspection of E10000030 (Surrey) stands in the history of E10000032 (West Sussex), \
                  which does not come from it";
    refuses(InspectionHistory::new(ons(WEST_SUSSEX), [of(WEST_SUSSEX), of("E10000030")]), surrey);
    let mut history = history(WEST_SUSSEX, []);
    refuses(history.add(of("E10000030")), surrey);
    assert!(history.inspections().is_empty());
    // A predecessor does not come from its successor.
    refuses(
        InspectionHistory::new(ons(CUMBRIA), [of(CUMBERLAND)]),
        "an inspection of E06000063 (Cumberland) stands in the history of E10000006 (Cumbria), which does \
         not come from it",
    );
}

#[test]
fn deadlines_that_cannot_be_counted() {
    let deadlines = |inspection: Inspection| inspection.deadlines(&WorkingDays::england());
    refuses(
        deadlines(ilacs(StandardInspection, "2019-02-25")),
        "the inspection that started on 2019-02-25 has no day on which its report was received or published",
    );
    refuses(
        deadlines(ilacs(StandardInspection, "2027-11-01").with_published(day("2028-01-04"))),
        "2028-01-04 is outside 1995 to 2027, the years whose bank holidays are known",
    );
    refuses(
        deadlines(ilacs(StandardInspection, "2027-09-06").with_received(day("2027-11-01"))),
        "70 working days after 2027-11-01 is after 2027, the last year whose bank holidays are known",
    );
    let visit = ilacs(FocusedVisit, "2027-09-07").with_area_for_priority_action(priority("Front door"));
    refuses(
        visit.with_received(day("2027-11-01")).with_priority_action_deadlines(&WorkingDays::england()),
        "70 working days after 2027-11-01 is after 2027, the last year whose bank holidays are known",
    );
    // With the rules alone there is an answer.
    let until_2028 = WorkingDays::england().with_rules_alone_to(2028).unwrap();
    let inspection = ilacs(StandardInspection, "2027-09-06").with_received(day("2027-11-01"));
    assert_eq!(inspection.deadlines(&until_2028).unwrap().statement_of_action, Some(day("2028-02-10")));
}

#[test]
fn documents_that_are_no_inspection() {
    let expected = "an inspection: an object with authority, framework, activity and start";
    let refuses = no_json::<Inspection>;
    assert!(serde_json::from_str::<Inspection>(&with_field("start", json!("2019-02-25"))).is_ok());
    refuses("[]", &format!("invalid type: sequence, expected {expected}"));
    refuses(
        r#"["E10000032", "ilacs", "standard", "2019-02-25"]"#,
        &format!("invalid type: sequence, expected {expected}"),
    );
    refuses("null", &format!("invalid type: null, expected {expected}"));
    refuses("{}", "missing field `authority`");
    refuses(
        r#"{"authority": "E10000032", "framework": "ilacs", "activity": "standard"}"#,
        "missing field `start`",
    );
    refuses(
        &with_field("grades", json!({})),
        "unknown field `grades`, expected one of `authority`, `framework`, `activity`, `start`, `end`, \
         `published`, `received`, `judgements`, `standing_read_as`, `theme`, `areas_for_improvement`, \
         `areas_for_priority_action`",
    );
    let ons_code = r#"an ONS code written as text, such as "E10000032""#;
    refuses(
        &with_field("authority", json!(938)),
        &format!("invalid type: integer `938`, expected {ons_code}"),
    );
    refuses(&with_field("authority", json!(null)), &format!("invalid type: null, expected {ons_code}"));
    let unknown = LocalAuthority::with_ons_code("E99999999").unwrap_err().to_string();
    assert!(unknown.contains("E99999999"), "{unknown}");
    refuses(&with_field("authority", json!("E99999999")), &unknown);
    refuses(
        &with_field("framework", json!("CFS27")),
        r#"framework "CFS27" is not one of earlier, sif, ilacs"#,
    );
    refuses(&with_field("framework", json!(null)), "invalid type: null, expected the text of one framework");
    refuses(
        &with_field("activity", json!("full")),
        "framework ilacs has no full, only standard, short, focused_visit, monitoring_visit, jtai, \
         annual_conversation, assurance_visit",
    );
    refuses(
        &with_field("activity", json!(1)),
        "invalid type: integer `1`, expected the text of one activity",
    );
    let a_day = r#"a day written as text, such as "2019-06-04""#;
    refuses(&with_field("start", json!(null)), &format!("invalid type: null, expected {a_day}"));
    refuses(
        &with_field("end", json!(20_190_308)),
        &format!("invalid type: integer `20190308`, expected {a_day}"),
    );
    refuses(
        &with_field("published", json!("8 May 2019")),
        r#"day "8 May 2019" is not written as year, month and day (2019-06-04)"#,
    );
    refuses(&with_field("received", json!("2019-02-29")), r#"day "2019-02-29" is not a day of the calendar"#);
    refuses(&with_field("theme", json!("")), "a text is needed that says something, not an empty one");
    refuses(&with_field("theme", json!(1)), "invalid type: integer `1`, expected a text of one line");
    refuses(&with_field("areas_for_improvement", json!({})), "invalid type: map, expected a sequence");
    refuses(&with_field("areas_for_priority_action", json!(null)), "invalid type: null, expected a sequence");
    let twice = r#"{"authority": "E10000032", "start": "2019-02-25", "start": "2019-02-25"}"#;
    refuses(twice, "duplicate field `start`");
}

#[test]
fn documents_with_grades_that_cannot_be() {
    let refuses = |judgements: &str, expected: &str| {
        let good = with_field("judgements", json!("here"));
        no_json::<Inspection>(&good.replace(r#""here""#, judgements), expected);
    };
    refuses("[]", "invalid type: sequence, expected an object from judgement to grade");
    refuses("null", "invalid type: null, expected an object from judgement to grade");
    refuses(r#"{"overall": "Good", "overall": "Good"}"#, "judgement overall has two grades");
    // In two spellings as well.
    refuses(
        r#"{"overall": "Good", "Overall effectiveness": "Inadequate"}"#,
        "judgement overall has two grades",
    );
    refuses(
        r#"{"overall": "Satisfactory"}"#,
        r#"grade "Satisfactory" is not one of Outstanding, Good, Requires improvement to be good, Inadequate, Adequate, Not judged"#,
    );
    refuses(r#"{"overall": null}"#, "invalid type: null, expected the text of one grade");
    refuses(r#"{"overall": 4}"#, "invalid type: integer `4`, expected the text of one grade");
    refuses(
        r#"{"safeguarding": "Good"}"#,
        r#"judgement "safeguarding" is not one of overall, leaders, help_protection, care_and_leavers, care, leavers, sif_help, sif_cla, sif_adoption, sif_leavers, sif_leadership"#,
    );
    refuses(
        r#"{"overall": "Good"}, "standing_read_as": "Good""#,
        "a standing is read only where there is no overall grade",
    );
    let visit = with_field("activity", json!("focused_visit"));
    no_json::<Inspection>(
        &visit.replace('}', r#", "standing_read_as": "Good"}"#),
        "a standing is read only of a graded inspection, not of a focused visit",
    );
}

#[test]
fn documents_that_are_no_area() {
    let expected = "an area for improvement: an object with number and label";
    let refuses = no_json::<AreaForImprovement>;
    refuses("[]", &format!("invalid type: sequence, expected {expected}"));
    refuses(r#"[1, "Neglect"]"#, &format!("invalid type: sequence, expected {expected}"));
    refuses(r#"{"number": 1}"#, "missing field `label`");
    refuses(r#"{"number": 1, "label": null}"#, "invalid type: null, expected a text of one line");
    refuses(r#"{"number": null, "label": "Neglect"}"#, "invalid type: null, expected u32");
    refuses(r#"{"number": "1", "label": "Neglect"}"#, r#"invalid type: string "1", expected u32"#);
    refuses(r#"{"number": -1, "label": "Neglect"}"#, "invalid value: integer `-1`, expected u32");
    refuses(
        r#"{"number": 1, "label": "a\nb"}"#,
        r#"text "a\nb" has a line break or another control character"#,
    );
    refuses(
        r#"{"number": 1, "label": "Neglect", "text": "x"}"#,
        "unknown field `text`, expected one of `number`, `label`, `detail`, `repeats`",
    );
    let reference = "a reference to an area: an object with inspection_start and number";
    let repeats = |value: &str| format!(r#"{{"number": 1, "label": "Neglect", "repeats": {value}}}"#);
    refuses(&repeats(r#"["2019-02-25", 3]"#), &format!("invalid type: sequence, expected {reference}"));
    refuses(&repeats(r#"{"number": 3}"#), "missing field `inspection_start`");
    refuses(
        &repeats(r#"{"inspection_start": "2019-02-25", "number": 3, "label": "Neglect"}"#),
        "unknown field `label`, expected `inspection_start` or `number`",
    );

    let expected = "an area for priority action: an object with label";
    let refuses = no_json::<AreaForPriorityAction>;
    refuses(r#"["Front door"]"#, &format!("invalid type: sequence, expected {expected}"));
    refuses("{}", "missing field `label`");
    refuses(
        r#"{"label": "Front door", "due": "2018-09-10"}"#,
        "unknown field `due`, expected one of `label`, `draft_due`, `final_due`",
    );
    refuses(
        r#"{"label": "Front door", "draft_due": "2018-9-10"}"#,
        r#"day "2018-9-10" is not written as year, month and day (2019-06-04)"#,
    );
}

#[test]
fn documents_that_are_no_history() {
    let expected = "an inspection history: an object with authority and inspections";
    let refuses = no_json::<InspectionHistory>;
    refuses("[]", &format!("invalid type: sequence, expected {expected}"));
    refuses(r#"["E10000032", []]"#, &format!("invalid type: sequence, expected {expected}"));
    refuses(r#"{"authority": "E10000032"}"#, "missing field `inspections`");
    refuses(r#"{"authority": "E10000032", "inspections": null}"#, "invalid type: null, expected a sequence");
    refuses(
        r#"{"authority": "E10000032", "inspections": [], "visits": []}"#,
        "unknown field `visits`, expected `authority` or `inspections`",
    );
    refuses(
        &format!(
            r#"{{"authority": "E10000030", "inspections": [{}]}}"#,
            with_field("start", json!("2019-02-25"))
        ),
        "an inspection of E10000032 (West Sussex) stands in the history of E10000030 (Surrey), which does \
         not come from it",
    );
    refuses(
        r#"{"authority": "E10000032", "inspections": [[]]}"#,
        "invalid type: sequence, expected an inspection: an object with authority, framework, activity and \
         start",
    );
}

#[test]
fn documents_that_are_no_assumptions() {
    let expected = "assumptions: an object with optional no_overall_from, failure_clock and working_days";
    let refuses = no_json::<Assumptions>;
    refuses("[]", &format!("invalid type: sequence, expected {expected}"));
    refuses(r#"["2026-04-01", "publication", {}]"#, &format!("invalid type: sequence, expected {expected}"));
    refuses("null", &format!("invalid type: null, expected {expected}"));
    refuses(
        r#"{"no_overall": "2026-04-01"}"#,
        "unknown field `no_overall`, expected one of `no_overall_from`, `failure_clock`, `working_days`",
    );
    refuses(
        r#"{"no_overall_from": "April 2026"}"#,
        r#"day "April 2026" is not written as year, month and day (2019-06-04)"#,
    );
    refuses(
        r#"{"failure_clock": "receipt"}"#,
        r#"failure clock "receipt" is not one of publication, inspection_start"#,
    );
    refuses(
        r#"{"working_days": []}"#,
        "invalid type: sequence, expected working days: an object with optional rules_alone_to and \
         proclaimed",
    );
}

// Spellings.

/// Each spelling is read as the word, in any case and over lines.
#[track_caller]
fn reads<T: FromStr<Err: Debug> + PartialEq + Debug>(spellings: &[&str], word: T) {
    for spelling in spellings {
        for text in [
            (*spelling).to_owned(),
            spelling.to_uppercase(),
            spelling.to_lowercase(),
            spelling.replace(' ', "\n"),
            format!(" {}\r\n", spelling.replace(' ', " \n  ")),
        ] {
            assert_eq!(text.parse::<T>().unwrap_or_else(|error| panic!("{error:?}")), word, "{text:?}");
        }
    }
}

#[test]
fn spellings_of_grades() {
    reads(&["Outstanding"], Outstanding);
    reads(&["Good"], Good);
    reads(&["Requires improvement to be good", "Requires improvement", "Requires-improvement"], RI);
    reads(&["Inadequate"], Inadequate);
    reads(&["Adequate"], Adequate);
    reads(&["Not judged", "not_judged"], NotJudged);
    let numbers: Vec<_> = Grade::ALL.iter().map(|grade| (grade.code(), grade.number())).collect();
    assert_eq!(
        numbers,
        [
            ("Outstanding", Some(1)),
            ("Good", Some(2)),
            ("Requires improvement to be good", Some(3)),
            ("Inadequate", Some(4)),
            ("Adequate", None),
            ("Not judged", None),
        ]
    );
    assert_eq!(RI.to_string(), "Requires improvement to be good");
    for text in ["", "3", "Requires", "Requires improvement to be", "Good.", "In adequate"] {
        refuses(
            text.parse::<Grade>(),
            &format!(
                "grade {text:?} is not one of Outstanding, Good, Requires improvement to be good, \
                 Inadequate, Adequate, Not judged"
            ),
        );
    }
}

#[test]
fn spellings_of_judgements() {
    reads(&["overall", "Overall effectiveness"], Overall);
    reads(&["leaders", "The impact of leaders on social work practice with children and families"], Leaders);
    reads(
        &["help_protection", "The experiences and progress of children who need help and protection"],
        HelpAndProtection,
    );
    reads(
        &["care_and_leavers", "The experiences and progress of children in care and care leavers"],
        CareAndLeavers,
    );
    reads(&["care", "The experiences and progress of children in care"], Care);
    reads(&["leavers", "The experiences and progress of care leavers"], Leavers);
    reads(&["sif_help", "Children who need help and protection"], SifHelpAndProtection);
    reads(&["sif_cla", "Children looked after and achieving permanence"], SifLookedAfter);
    reads(&["sif_adoption", "Adoption performance"], SifAdoption);
    reads(&["sif_leavers", "Experiences and progress of care leavers"], SifLeavers);
    reads(&["sif_leadership", "Leadership, management and governance"], SifLeadership);
    refuses(
        "safeguarding".parse::<Judgement>(),
        "judgement \"safeguarding\" is not one of overall, leaders, help_protection, care_and_leavers, care, \
         leavers, sif_help, sif_cla, sif_adoption, sif_leavers, sif_leadership",
    );
    let key: Vec<_> = Judgement::ALL.iter().copied().filter(|judgement| judgement.is_key()).collect();
    assert_eq!(
        key,
        [
            Leaders,
            HelpAndProtection,
            CareAndLeavers,
            Care,
            Leavers,
            SifHelpAndProtection,
            SifLookedAfter,
            SifLeadership,
        ]
    );
    let practice: Vec<_> =
        Judgement::ALL.iter().copied().filter(|judgement| judgement.is_practice()).collect();
    assert_eq!(practice, [HelpAndProtection, CareAndLeavers, Care, Leavers]);
}

#[test]
fn spellings_of_frameworks_and_activities() {
    reads(&["earlier", "Inspections before November 2013", "PRE2013"], Earlier);
    reads(&["sif", "Single inspection framework"], Sif);
    reads(&["ilacs", "Inspecting local authority children's services"], Ilacs);
    refuses("CFS27".parse::<Framework>(), r#"framework "CFS27" is not one of earlier, sif, ilacs"#);
    reads(&["full", "Full inspection"], FullInspection);
    reads(&["standard", "Standard inspection"], StandardInspection);
    reads(&["short", "Short inspection"], ShortInspection);
    reads(&["focused_visit", "Focused visit"], FocusedVisit);
    reads(&["monitoring_visit", "Monitoring visit"], MonitoringVisit);
    reads(&["jtai", "Joint targeted area inspection"], Activity::JointTargetedAreaInspection);
    reads(&["annual_conversation", "Annual conversation", "Engagement meeting"], AnnualConversation);
    reads(&["assurance_visit", "Assurance visit"], Activity::AssuranceVisit);
    refuses(
        "peer review".parse::<Activity>(),
        "activity \"peer review\" is not one of full, standard, short, focused_visit, monitoring_visit, \
         jtai, annual_conversation, assurance_visit",
    );
}
