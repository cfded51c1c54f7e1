//! What the council's report of autumn 2019 states with a figure, a date or a name: each statement is in the report
//! that is written, and follows the typed value.
//!
//! Source: West Sussex County Council, *Ofsted Inspection of Children's Services and the County Council's Children
//! First Service Improvement Programme: Progress Report*, autumn 2019.

use crate::helpers::{brief, programme, report, west_sussex, with};
use childrens_services::{ProgressReport, ReportBrief};
use serde_json::{Value, json};

/// The report has the one sentence before the edits and the other after them, and never both.
#[track_caller]
fn follows(original: &str, sentence: &str, edits: &[(&str, Value)], after: &str) {
    let markdown = report(&west_sussex()).to_markdown();
    assert!(markdown.contains(sentence), "{original}: {sentence}\n{markdown}");
    assert!(!markdown.contains(after), "{original}: {after}\n{markdown}");
    let markdown = report(&with(west_sussex(), edits)).to_markdown();
    assert!(markdown.contains(after), "{original}: {after}\n{markdown}");
    assert!(!markdown.contains(sentence), "{original}: {sentence}\n{markdown}");
}

#[test]
fn the_inspection_and_the_plan() {
    follows(
        "the Ofsted judgement of Children's Services (May 2019)",
        "since Ofsted's inspection of the children's services of West Sussex, published on 8 May 2019,",
        &[
            ("/case/history/inspections/1/published", json!("2019-05-10")),
            ("/case/events/0/direction/cites_report_of", json!("2019-05-10")),
        ],
        "since Ofsted's inspection of the children's services of West Sussex, published on 10 May 2019,",
    );
    follows(
        "the Ofsted judgement",
        "| Overall effectiveness | Inadequate |",
        &[
            ("/case/history/inspections/1/judgements/overall", json!("Requires improvement to be good")),
            ("/case/events", json!([])),
        ],
        "| Overall effectiveness | Requires improvement to be good |",
    );
    follows(
        "The Improvement Plan was agreed for adoption on 6 August.",
        "The plan was agreed for adoption on 6 August 2019. That was working day 63 from the publication of the report,",
        &[("/plan/sign_off/adopted/on", json!("2019-08-07"))],
        "The plan was agreed for adoption on 7 August 2019. That was working day 64 from the publication of the report,",
    );
    follows(
        "It was subsequently submitted to Ofsted and the Department for Education (DfE).",
        "It was submitted to the Chief Inspector and the Secretary of State for Education in 2019.",
        &[("/plan/sign_off/submitted/recipients/0", Value::Null)],
        "It was submitted to the Secretary of State for Education in 2019.",
    );
    follows(
        "It was subsequently submitted",
        "It was submitted to the Chief Inspector and the Secretary of State for Education in 2019.",
        &[("/plan/sign_off/submitted/on", json!("2019-08-12"))],
        "It was submitted to the Chief Inspector and the Secretary of State for Education on 12 August 2019.",
    );
    follows(
        "Ofsted has now confirmed that it satisfactorily addresses",
        "Ofsted has confirmed that it reflects the findings of the inspection; its answer came in 2019.",
        &[("/plan/sign_off/answers/0/outcome", json!("does_not_reflect_findings"))],
        "Ofsted has answered that it does not reflect the findings of the inspection; its answer came in 2019.",
    );
    follows(
        "Ofsted has now confirmed",
        "Ofsted has confirmed that it reflects the findings of the inspection; its answer came in 2019.",
        &[("/plan/sign_off/answers/0/on", json!("2019-10"))],
        "Ofsted has confirmed that it reflects the findings of the inspection; its answer came in October 2019.",
    );
    follows(
        "the 12 areas for improvement identified in its inspection report",
        "The plan answers 12 of the 12 areas for improvement.",
        &[("/plan/actions/11", Value::Null)],
        "The plan answers 11 of the 12 areas for improvement. No action answers area 12 (Partners).",
    );
    follows(
        "the 12 areas for improvement identified in its inspection report",
        "The plan answers 12 of the 12 areas for improvement.",
        &[
            ("/plan/actions/11", Value::Null),
            ("/case/history/inspections/1/areas_for_improvement/11", Value::Null),
        ],
        "The plan answers 11 of the 11 areas for improvement.",
    );
}

#[test]
fn the_commissioner() {
    const REVIEW: &str = "/case/events/0/review";
    follows(
        "The Commissioner appointed by the DfE, John Coughlan",
        "John Coughlan was appointed commissioner under the direction of 4 June 2019.",
        &[(&format!("{REVIEW}/commissioner/name"), json!("A. Commissioner"))],
        "A. Commissioner was appointed commissioner under the direction of 4 June 2019.",
    );
    follows(
        "The Commissioner appointed by the DfE",
        "under the direction of 4 June 2019. The review finished in 2019. The report was due by 30 September 2019 and is awaited.",
        &[
            ("/case/events/0/effective", json!("2019-06-05")),
            (&format!("{REVIEW}/report_due"), json!("2019-10-01")),
        ],
        "under the direction of 5 June 2019. The review finished in 2019. The report was due by 1 October 2019 and is awaited.",
    );
    follows(
        "has now finished his review",
        "The review finished in 2019. The report was due by 30 September 2019 and is awaited.",
        &[(&format!("{REVIEW}/finished"), json!("2019-10-11"))],
        "The review finished on 11 October 2019. The report was due by 30 September 2019 and is awaited.",
    );
    follows(
        "has now finished his review",
        "The review finished in 2019. The report was due by 30 September 2019 and is awaited.",
        &[(&format!("{REVIEW}/finished"), Value::Null)],
        "under the direction of 4 June 2019. The report was due by 30 September 2019 and is awaited.",
    );
    // It was published on 17 December 2019, and a Children's Trust recommended.
    let trust = json!({
        "kind": "adm_ordered",
        "effective": "2019-10-21",
        "decided_by": "secretary_of_state",
        "document": {"published": "2019-10-21", "title": "Revised direction"},
        "report": {"received": "2019-10-18", "recommendation": "alternative_delivery_model"},
        "model": "council_owned_company",
        "direction": {"replaces": "2019-06-04", "legal_basis": ["s497a_4b", "children_act_2004_s50"]},
    });
    follows(
        "his report is awaited",
        "The review finished in 2019. The report was due by 30 September 2019 and is awaited.",
        &[("/case/events/-", trust)],
        "The latest report was received by 18 October 2019; its recommendation: an alternative delivery model.",
    );
    let paused = json!({
        "kind": "control_retained",
        "effective": "2019-10-21",
        "decided_by": "secretary_of_state",
        "document": {"published": "2019-10-21", "title": "Revised direction"},
        "report": {"received": "2019-10-18", "recommendation": "retain_control"},
        "compelling_reasons": "A partnership with a good authority",
        "direction": {"replaces": "2019-06-04", "legal_basis": ["s497a_4b", "children_act_2004_s50"]},
    });
    follows(
        "it is open to him to recommend … an alternative delivery model, such as a Children's Trust",
        "it is open to the commissioner to recommend that an alternative delivery model, such as a Children's Trust, is used; the Secretary of State decides.",
        &[("/case/events/-", paused)],
        "The statutory position is: direction, control retained.",
    );
}

#[test]
fn the_leadership_team() {
    const TEAM: &str = "The leadership team is fully in place under the Director of Children's Services,";
    let post = |index: usize| format!("/governance/posts/{index}/title");
    let holder = |index: usize| format!("/governance/appointments/{index}/holder");
    follows(
        "A new Leadership Team is now fully in place under Director of Children's Services, John Readman.",
        &format!("{TEAM} John Readman. It comprises:"),
        &[(&holder(0), json!("A. Director"))],
        &format!("{TEAM} A. Director. It comprises:"),
    );
    follows(
        "fully in place",
        "The leadership team is fully in place under",
        &[("/governance/appointments/9", Value::Null)],
        "is not fully in place. Vacant: Improvement Leads. It comprises:",
    );
    for (at, title, name) in [
        (2, "Deputy Director and Head of Children's Social Care", "Sally Allen"),
        (3, "Assistant Director, Corporate Parenting", "Jackie Wood"),
        (4, "Assistant Director, Early Help", "Ann Marie Dodds"),
        (5, "Assistant Director, Safeguarding, Quality and Assurance", "Allison Parkinson"),
        (6, "Strategic Children's Commissioner", "Susan Tanner"),
    ] {
        let line = format!("\n- {title} ({name})\n");
        follows(title, &line, &[(&holder(at), json!("A. Person"))], &format!("\n- {title} (A. Person)\n"));
        follows(name, &line, &[(&post(at), json!("A post"))], &format!("\n- A post ({name})\n"));
    }
    let leads = ["Garath Symonds", "Lisa Reid", "Louise Warren"];
    let line = "\n- Improvement Leads (Garath Symonds, Lisa Reid and Louise Warren)\n";
    for (at, name) in leads.iter().enumerate() {
        let after = line.replace(name, "A. Person");
        follows(name, line, &[(&holder(7 + at), json!("A. Person"))], &after);
    }
    follows(
        "Improvement Leads",
        line,
        &[(&post(7), json!("Leads"))],
        "\n- Leads (Garath Symonds, Lisa Reid and Louise Warren)\n",
    );
}

#[test]
fn the_workforce() {
    const FEBRUARY: &str = "/kpis/0/observations/0/value";
    const SEPTEMBER: &str = "/kpis/0/observations/1";
    let gap = "fell from 18.5% in February 2019 to 1.8% in September 2019 (-16.7 percentage points, -90.3%), improved; the intention is to maintain at most 1.8%, which is met as printed";
    follows(
        "The vacancy gap has reduced from 18.5% in February 2019",
        gap,
        &[(FEBRUARY, json!("18"))],
        "fell from 18% in February 2019 to 1.8% in September 2019 (-16.2 percentage points, -90.0%), improved;",
    );
    follows(
        "to 1.8% in September",
        gap,
        &[(SEPTEMBER, json!({"period": "2019-10", "value": "20"}))],
        "rose from 18.5% in February 2019 to 20% in October 2019 (+1.5 percentage points, +8.1%), worsened;",
    );
    follows(
        "the intention is to maintain this position",
        "; the intention is to maintain at most 1.8%, which is met as printed\n",
        &[("/plan/measures/0/target", json!({"goal": "at most 1%", "by": "2020-03-31"}))],
        "; the target is at most 1% by 31 March 2020, which is at risk\n",
    );
    follows(
        "a Recruitment and Retention offer, which has currently been taken up by over 90% of eligible staff",
        "- Take-up of an offer: over 90% in September 2019\n",
        &[("/kpis/1/observations/0/value", json!("at least 88.5"))],
        "- Take-up of an offer: at least 88.5% in September 2019\n",
    );
    follows(
        "Around 75 FTE Agency Social Workers are in post",
        "- Agency workers (FTE): around 75 FTE in September 2019\n",
        &[("/kpis/2/observations/0/value", json!("74.5"))],
        "- Agency workers (FTE): 74.5 FTE in September 2019\n",
    );
    follows(
        "4 out of the 8 social work teams have achieved or improved upon their agreed maximum caseload targets",
        "- 4 of 8 teams at or below their agreed maximum caseload (September 2019)\n",
        &[("/workforce/caseloads/0/stated", json!({"within": 5, "teams": 9}))],
        "- 5 of 9 teams at or below their agreed maximum caseload (September 2019)\n",
    );
    follows(
        "the fresh intake of 38 NQSWs for 2019/20",
        "- Newly qualified social workers 2019/20: intake of 38\n",
        &[(
            "/workforce/cohorts/0",
            json!({"period": "2018/19", "intake": 40, "completed": 2, "withdrawn": 1}),
        )],
        "- Newly qualified social workers 2018/19: intake of 40, 2 completed and 1 withdrawn\n",
    );
    follows(
        "24 Social Workers have completed their newly-qualified (2018/19) year successfully",
        "- Newly qualified social workers, completed: 24 in 2018/19\n",
        &[("/kpis/3/observations/0/value", json!("23"))],
        "- Newly qualified social workers, completed: 23 in 2018/19\n",
    );
    follows(
        "The incidence of qualified staff leaving the service has reduced by three quarters since February",
        "- Qualified staff leaving the service: fell by 75% from February 2019 to September 2019, improved\n",
        &[("/workforce/changes/0/relative", json!("-50"))],
        "- Qualified staff leaving the service: fell by 50% from February 2019 to September 2019, improved\n",
    );
    follows(
        "since February",
        "fell by 75% from February 2019 to September 2019, improved",
        &[
            ("/workforce/changes/0/since", json!("2019-03")),
            ("/workforce/changes/0/until", json!("2019-08")),
            ("/workforce/changes/0/relative", json!("12.5")),
        ],
        "rose by 12.5% from March 2019 to August 2019, worsened",
    );
}

#[test]
fn the_strategy() {
    const STRATEGY: &str = "/governance/strategies/0";
    let due = "It is due to be adopted in December 2019 following scrutiny by the Children and Young People's Services Select Committee.";
    follows(
        "It is due to be adopted in December",
        due,
        &[(&format!("{STRATEGY}/adoption_due"), json!("2020-01-15"))],
        "It is due to be adopted on 15 January 2020 following scrutiny by the",
    );
    follows(
        "following scrutiny by the Children and Young People's Services Select Committee",
        due,
        &[
            (&format!("{STRATEGY}/scrutiny_body"), json!("Scrutiny Committee")),
            ("/governance/bodies/0/title", json!("Scrutiny Committee")),
        ],
        "It is due to be adopted in December 2019 following scrutiny by the Scrutiny Committee.",
    );
    follows(
        "An overarching, multi-agency strategy is in preparation.",
        "A multi-agency strategy is in preparation.",
        &[(&format!("{STRATEGY}/state"), json!("draft")), (&format!("{STRATEGY}/reach"), json!("council"))],
        "A strategy of the council is in draft.",
    );
    follows(
        "will be co-produced with partners",
        "It is co-produced with partners.",
        &[(&format!("{STRATEGY}/partners"), json!(["Sussex Police", "the clinical commissioning groups"]))],
        "It is co-produced with Sussex Police and the clinical commissioning groups.",
    );
}

/// "For information. Paul Marshall, Cabinet Member for Children and Young People": these, the members to whom it is
/// made and the period stand in the brief.
#[test]
fn the_author() {
    let west_sussex = programme(&west_sussex());
    let markdown = ProgressReport::write(&west_sussex, &brief("2019-10")).to_markdown();
    let made = "This report is made to all members of the County Council by the Cabinet Member for Children and Young People.";
    let signed = "\nFor information\n\n**Paul Marshall**  \nCabinet Member for Children and Young People\n";
    assert!(markdown.contains(made) && markdown.ends_with(signed), "{markdown}");
    assert!(markdown.contains(", as known on 31 October 2019.\n"), "{markdown}");

    let other =
        ReportBrief::new("2019-11".parse().unwrap(), "the committee", "A. Member", "Lead Member").unwrap();
    let markdown = ProgressReport::write(&west_sussex, &other).to_markdown();
    assert!(markdown.contains("This report is made to the committee by the Lead Member."), "{markdown}");
    assert!(markdown.ends_with("\nFor information\n\n**A. Member**  \nLead Member\n"), "{markdown}");
    assert!(markdown.contains(", as known on 30 November 2019.\n"), "{markdown}");
    assert!(markdown.lines().next().unwrap().ends_with(": progress report, November 2019"), "{markdown}");
}
