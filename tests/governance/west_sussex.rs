//! West Sussex in 2019.
//!
//! Source: West Sussex County Council, *Ofsted Inspection of Children's Services and the County Council's Children
//! First Service Improvement Programme: Progress Report*, autumn 2019. Nothing in it says when anybody began.

use crate::helpers::{body, day, good, held, post};
use childrens_services::{
    Appointment, Body, BodyKind, Governance, KeyDecision, Meeting, Post, PostKind, Strategy,
    governance::{Authorship, BodyMember, Capacity, Reach, StrategyState, Subject},
};

const SELECT_COMMITTEE: &str = "Children and Young People's Services Select Committee";

fn posts() -> Vec<Post> {
    vec![
        Post {
            leadership_places: Some(1),
            ..post("dcs", "Director of Children's Services", PostKind::DirectorOfChildrensServices)
        },
        Post {
            leadership_places: Some(1),
            ..post("deputy", "Deputy Director and Head of Children's Social Care", PostKind::Other)
        },
        Post {
            leadership_places: Some(1),
            ..post("corporate_parenting", "Assistant Director, Corporate Parenting", PostKind::Other)
        },
        Post {
            leadership_places: Some(1),
            ..post("early_help", "Assistant Director, Early Help", PostKind::Other)
        },
        Post {
            leadership_places: Some(1),
            ..post("safeguarding", "Assistant Director, Safeguarding, Quality and Assurance", PostKind::Other)
        },
        Post {
            leadership_places: Some(1),
            ..post("commissioner", "Strategic Children's Commissioner", PostKind::Other)
        },
        Post { leadership_places: Some(3), ..post("leads", "Improvement Leads", PostKind::Other) },
        post("lead_member", "Cabinet Member for Children and Young People", PostKind::LeadMember),
    ]
}

fn appointments() -> Vec<Appointment> {
    vec![
        held("dcs", "John Readman"),
        held("deputy", "Sally Allen"),
        held("corporate_parenting", "Jackie Wood"),
        held("early_help", "Ann Marie Dodds"),
        held("safeguarding", "Allison Parkinson"),
        held("commissioner", "Susan Tanner"),
        held("leads", "Garath Symonds"),
        held("leads", "Lisa Reid"),
        held("leads", "Louise Warren"),
        Appointment { capacity: Some(Capacity::ExecutiveMember), ..held("lead_member", "Paul Marshall") },
    ]
}

/// The strategy as the report states it, but for its partners, whom it does not name.
fn strategy() -> Strategy {
    Strategy {
        scrutiny_body: Some(good(SELECT_COMMITTEE)),
        state: Some(StrategyState::InPreparation),
        authorship: Some(Authorship::CoProduced),
        reach: Some(Reach::MultiAgency),
        adoption_due: Some(good("2019-12")),
        ..Strategy::new(good("Children First Strategy"))
    }
}

/// The committee's days are those of its papers and of the council's statements of 2019.
fn governance(appointments: Vec<Appointment>) -> Governance {
    let considered = |on, subject| Meeting { subjects: vec![subject], ..Meeting::new(good(on)) };
    let committee = Body {
        meetings: vec![
            considered("2019-05-15", Subject::InspectionReport),
            Meeting {
                outcome: Some(good("supported")),
                ..considered("2019-07-17", Subject::DraftImprovementPlan)
            },
            considered("2019-09-11", Subject::ProgressReport),
        ],
        ..body(SELECT_COMMITTEE, BodyKind::ScrutinyCommittee)
    };
    Governance {
        posts: posts(),
        appointments,
        bodies: vec![committee],
        strategies: vec![strategy()],
        ..Governance::default()
    }
}

/// "A new Leadership Team is now fully in place under Director of Children's Services, John Readman."
#[test]
fn the_leadership_team_is_fully_in_place() {
    let (governance, autumn) = (governance(appointments()), day("2019-10-31"));
    let team = governance.leadership_team_on(autumn);
    assert_eq!(team.day(), autumn);
    assert!(team.is_fully_in_place());
    assert_eq!((team.vacancies().count(), team.interim().count()), (0, 0));
    let told: Vec<_> = team
        .places()
        .iter()
        .map(|places| {
            let holders = places.holders().iter().map(|held| held.holder.as_str());
            (places.post().id.as_str(), holders.collect::<Vec<_>>())
        })
        .collect();
    let expected = [
        ("dcs", vec!["John Readman"]),
        ("deputy", vec!["Sally Allen"]),
        ("corporate_parenting", vec!["Jackie Wood"]),
        ("early_help", vec!["Ann Marie Dodds"]),
        ("safeguarding", vec!["Allison Parkinson"]),
        ("commissioner", vec!["Susan Tanner"]),
        ("leads", vec!["Garath Symonds", "Lisa Reid", "Louise Warren"]),
    ];
    assert_eq!(told, expected);
    let director = governance.holders_on(PostKind::DirectorOfChildrensServices, autumn);
    assert_eq!(director.map(|held| held.holder.as_str()).collect::<Vec<_>>(), ["John Readman"]);
}

/// Whoever of the team is taken away leaves one place.
#[test]
fn with_one_taken_away_it_is_not() {
    let in_team = appointments().len() - 1;
    for index in 0..in_team {
        let mut fewer = appointments();
        let gone = fewer.remove(index);
        let governance = governance(fewer);
        let team = governance.leadership_team_on(day("2019-10-31"));
        assert!(!team.is_fully_in_place(), "{gone:?}");
        let vacant: Vec<_> = team.vacancies().map(|(post, vacant)| (&post.id, vacant)).collect();
        assert_eq!(vacant, [(&gone.post, 1)]);
    }
    let mut without_lead_member = appointments();
    without_lead_member.truncate(in_team);
    assert!(governance(without_lead_member).leadership_team_on(day("2019-10-31")).is_fully_in_place());
}

/// A person with two appointments holds one place; an interim holder counts and is told; a post with 0 places
/// counts as not in the team; a team without places is not in place.
#[test]
fn places_are_held_by_people() {
    let twice = vec![
        Appointment { until: Some(good("2019-10")), ..held("leads", "A Lead") },
        Appointment { from: Some(good("2019-10")), ..held("leads", "a  lead") },
        Appointment {
            basis: Some(childrens_services::governance::AppointmentBasis::Interim),
            ..held("leads", "An Interim Lead")
        },
    ];
    let leads = Post { leadership_places: Some(3), ..post("leads", "Improvement Leads", PostKind::Other) };
    let none = Post { leadership_places: Some(0), ..post("none", "Adviser", PostKind::Other) };
    let governance = Governance { posts: vec![leads, none], appointments: twice, ..Governance::default() };
    let team = governance.leadership_team_on(day("2019-10-15"));
    assert_eq!((team.places().len(), team.places()[0].holders().len(), team.places()[0].vacant()), (1, 3, 1));
    assert_eq!(team.interim().map(|held| held.holder.as_str()).collect::<Vec<_>>(), ["An Interim Lead"]);
    assert!(!Governance::default().leadership_team_on(day("2019-10-15")).is_fully_in_place());
}

/// What the report leaves out is found: no partner is named. The rest is sound, and the strategy is late only
/// after December.
#[test]
fn what_the_report_leaves_open() {
    let governance = governance(appointments());
    let partners = "error STR-02 at strategies[0].partners: Children First Strategy is co-produced, but no \
                    partner is listed";
    for on_time in ["2019-10-31", "2019-12-31"] {
        assert_eq!(governance.findings(day(on_time)).to_string(), partners);
    }
    assert_eq!(
        governance.findings(day("2020-01-01")).to_string(),
        format!(
            "{partners}\nwarning STR-03 at strategies[0].adoption_due: was to be adopted by 2019-12 and is not \
             adopted on 2020-01-01"
        ),
    );
}

/// The select committee considered the draft before the plan was adopted on 6 August.
#[test]
fn scrutiny_came_before_adoption() {
    let governance = governance(appointments());
    let committee = governance.body(SELECT_COMMITTEE).unwrap();
    let meeting = committee.met_on(Subject::DraftImprovementPlan).next().unwrap();
    assert_eq!((meeting.on, meeting.outcome.as_deref()), (good("2019-07-17"), Some("supported")));
    assert!(meeting.on.last() < day("2019-08-06"));
    assert_eq!(committee.met_on(Subject::Strategy).count(), 0);
    assert_eq!(governance.bodies_of(BodyKind::ScrutinyCommittee).count(), 1);
    assert_eq!(governance.bodies_of(BodyKind::ImprovementBoard).count(), 0);
    assert_eq!(governance.body("Select Committee"), None);
}

/// The inspectors criticised a director who did not report to the chief executive and a panel without partners,
/// carers and young people: Ofsted, report on West Sussex, 8 May 2019. Who was between the two, and the names, are
/// invented.
#[test]
fn what_the_inspectors_criticised_is_found() {
    let mut posts = posts();
    posts[0] = Post { reports_to: Some(good("executive")), ..posts[0].clone() };
    posts.push(post("executive", "Executive Director", PostKind::Other));
    let councillor = BodyMember { capacity: Some(Capacity::Member), ..BodyMember::new(good("Cllr A")) };
    let panel = Body {
        members: vec![councillor],
        ..body("Corporate Parenting Panel", BodyKind::CorporateParentingPanel)
    };
    let governance =
        Governance { posts, appointments: appointments(), bodies: vec![panel], ..Governance::default() };
    assert_eq!(
        governance.findings(day("2019-05-08")).to_string(),
        "warning GOV-03 at posts[0].reports_to: the Director of Children's Services reports to Executive \
         Director, not to the chief executive\n\
         warning GOV-13 at bodies[0].members: Corporate Parenting Panel lacks young people, carers, partners",
    );
}

/// A decision of 6 August 2019 needs a notice of 8 July at the latest.
#[test]
fn the_notice_of_the_adoption() {
    let adoption = KeyDecision::new(good("Children First Practice Improvement Plan"), good("2019-08-06"));
    assert_eq!((adoption.earliest_after_notice(), adoption.clear_days_of_notice()), (None, None));
    let noticed = |on| KeyDecision { notice_published: Some(good(on)), ..adoption.clone() };
    assert_eq!(noticed("2019-07-08").earliest_after_notice(), Some(day("2019-08-06")));
    assert_eq!(noticed("2019-07-08").clear_days_of_notice(), Some(28));
    assert_eq!(noticed("2019-07-09").clear_days_of_notice(), Some(27));
    assert_eq!(noticed("2019-08-06").clear_days_of_notice(), Some(0));
    assert_eq!(noticed("2019-08-07").clear_days_of_notice(), None);
}
