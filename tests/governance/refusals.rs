//! What makes no record of governance, by the constructor and in JSON, with whole messages; and the sample in
//! `data/`, frozen.

use crate::helpers::{body, day, good, held, member, message, post, posts, term};
use childrens_services::{Appointment, LocalAuthority};
use childrens_services::{
    Body, BodyKind, Governance, GovernanceError, KeyDecision, Meeting, Post, PostKind, Strategy,
    chrono::NaiveDate,
    governance::{
        AppointmentBasis, Authorship, BodyMember, Capacity, DistantPlacementApproval, Reach, Representation,
        StrategyState, Subject,
    },
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;

const SAMPLE: &str = include_str!("../data/governance.json");

/// A document is refused with this message, less the place in it that `serde_json` adds.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(document: &Value, expected: &str) {
    let message = message(serde_json::from_str::<T>(&document.to_string()));
    assert_eq!(message.split(" at line ").next(), Some(expected));
}

/// The constructor refuses what JSON says, and says the same as JSON's reader does.
#[track_caller]
fn both_refuse(made: Result<Governance, GovernanceError>, document: &Value, place: &str, expected: &str) {
    let error = made.expect_err("it was not refused");
    assert_eq!((error.place(), error.to_string()), (place, format!("{place}: {expected}")));
    refuses::<Governance>(document, &format!("{place}: {expected}"));
}

// The constructor.

#[test]
fn names_are_given_once() {
    let two = |first: &str, second: &str| {
        [post(first, "First", PostKind::Other), post(second, "Second", PostKind::Other)]
    };
    both_refuse(
        Governance::new(two("a", "a"), [], [], [], [], []),
        &json!({"posts": two("a", "a")}),
        "posts[1].id",
        r#""a" is already that of posts[0]"#,
    );
    assert!(Governance::new(two("a", "A"), [], [], [], [], []).is_ok());
    let bodies = |second: &str| [body("Board", BodyKind::Other), body(second, BodyKind::ImprovementBoard)];
    both_refuse(
        Governance::new([], [], bodies("Board"), [], [], []),
        &json!({"bodies": bodies("Board")}),
        "bodies[1].title",
        r#""Board" is already that of bodies[0]"#,
    );
    assert!(Governance::new([], [], bodies("Other Board"), [], [], []).is_ok());
    let strategies = || ["Neglect", "Early Help", "Neglect"].map(|title| Strategy::titled(title).unwrap());
    both_refuse(
        Governance::new([], [], [], [], [], strategies()),
        &json!({"strategies": strategies()}),
        "strategies[2].title",
        r#""Neglect" is already that of strategies[0]"#,
    );
}

#[test]
fn references_lead_somewhere() {
    let known = r#"which has "ceo", "dcs", "lead", "head""#;
    let appointments = || [held("dcs", "A"), held("DCS", "B")];
    both_refuse(
        Governance::new(posts(), appointments(), [], [], [], []),
        &json!({"posts": posts(), "appointments": appointments()}),
        "appointments[1].post",
        &format!(r#""DCS" is no post on record, {known}"#),
    );
    let reports = || [posts(), vec![post("x", "X", PostKind::Other).with_reports_to("y").unwrap()]].concat();
    both_refuse(
        Governance::new(reports(), [], [], [], [], []),
        &json!({"posts": reports()}),
        "posts[4].reports_to",
        &format!(r#""y" is no post on record, {known}, "x""#),
    );
    let placements = || [DistantPlacementApproval::by("team", good("2019")).unwrap()];
    both_refuse(
        Governance::new([], [], [], [], placements(), []),
        &json!({"distant_placements": placements()}),
        "distant_placements[0].approved_by",
        r#""team" is no post on record, which has none"#,
    );
    let cabinet = || [body("Cabinet", BodyKind::Cabinet)];
    let decisions =
        || [KeyDecision::titled("Plan", day("2019-08-06")).unwrap().with_body("cabinet").unwrap()];
    both_refuse(
        Governance::new([], [], cabinet(), decisions(), [], []),
        &json!({"bodies": cabinet(), "key_decisions": decisions()}),
        "key_decisions[0].body",
        r#""cabinet" is no body on record, which has "Cabinet""#,
    );
    let strategies = || [Strategy::titled("S").unwrap().with_scrutiny_body("Select Committee").unwrap()];
    both_refuse(
        Governance::new([], [], [], [], [], strategies()),
        &json!({"strategies": strategies()}),
        "strategies[0].scrutiny_body",
        r#""Select Committee" is no body on record, which has none"#,
    );
}

/// A message stays short whatever is on record.
#[test]
fn long_records_are_told_in_short() {
    let many: Vec<Post> = (0..20).map(|n| post(&format!("p{n}"), "Post", PostKind::Other)).collect();
    let error = Governance::new(many, [held(&"x".repeat(100), "A")], [], [], [], []).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            r#"appointments[0].post: "{}…" is no post on record, which has "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7" and 12 more"#,
            "x".repeat(60)
        ),
    );
}

#[test]
fn an_appointment_ends_after_it_begins() {
    let of = |from, until| [term("dcs", "A", from, until)];
    both_refuse(
        Governance::new(posts(), of("2019-06", "2019-05-31"), [], [], [], []),
        &json!({"posts": posts(), "appointments": of("2019-06", "2019-05-31")}),
        "appointments[0].until",
        "2019-05-31 lies before 2019-06, when it begins",
    );
    for (from, until) in [("2019-06-01", "2019-06-01"), ("2019-06-30", "2019-06"), ("2019", "2019-01-01")] {
        assert!(Governance::new(posts(), of(from, until), [], [], [], []).is_ok(), "{from} {until}");
    }
}

#[test]
fn tiers_begin_with_one() {
    let posts = |tier| [post("head", "Head", PostKind::Other).with_tier(tier)];
    both_refuse(
        Governance::new(posts(0), [], [], [], [], []),
        &json!({"posts": posts(0)}),
        "posts[0].tier",
        "0 is no tier: the first is 1",
    );
    assert!(Governance::new(posts(1), [], [], [], [], []).is_ok());
}

#[test]
fn texts_say_something() {
    let nothing = "a text is needed that says something, not an empty one";
    let other = PostKind::Other;
    assert_eq!(message(Post::titled(" ", "Title", other)), nothing);
    assert_eq!(message(Post::titled("id", "", other)), nothing);
    assert_eq!(message(Appointment::of("", "A")), nothing);
    assert_eq!(message(Appointment::of("dcs", "-")), nothing);
    assert_eq!(message(BodyMember::named("")), nothing);
    assert_eq!(message(Body::titled("", BodyKind::Other)), nothing);
    assert_eq!(message(KeyDecision::titled("", day("2019-08-06"))), nothing);
    assert_eq!(message(DistantPlacementApproval::by("", good("2019"))), nothing);
    assert_eq!(message(Strategy::titled("")), nothing);
    let decision = KeyDecision::titled("Plan", day("2019-08-06")).unwrap();
    assert_eq!(message(decision.clone().with_urgency("")), nothing);
    assert_eq!(
        message(decision.with_body("Cab\ninet")),
        r#"text "Cab\ninet" has a line break or another control character"#,
    );
}

/// Two names that look alike are alike: nothing that nobody sees stands in one.
#[test]
fn names_hide_nothing() {
    for hidden in [
        '\u{ad}',
        '\u{61c}',
        '\u{180e}',
        '\u{200b}',
        '\u{200e}',
        '\u{200f}',
        '\u{2060}',
        '\u{2064}',
        '\u{206a}',
        '\u{206f}',
        '\u{feff}',
        '\u{fff9}',
        '\u{fffb}',
        '\u{1bca0}',
        '\u{1d173}',
        '\u{e0001}',
        '\u{e0041}',
        '\u{e007f}',
    ] {
        let name = format!("A {hidden}B");
        let expected = format!("text {name:?} has a line break or another control character");
        assert_eq!(message(Appointment::of("dcs", name.as_str())), expected);
        assert_eq!(message(BodyMember::named(name)), expected);
        // It shows in the message.
        assert!(expected.contains(&format!("{:x}", u32::from(hidden))), "{expected}");
    }
    // Scripts need these two, and some letters and signs their variant.
    for name in ["Zo\u{200c}e", "\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}", "葛\u{e0100}城", "Zoe\u{301}"] {
        assert_eq!(held("dcs", name).holder().as_str(), name);
    }
}

/// No date lies so late that notice could end there.
#[test]
fn the_calendar_ends() {
    let late = KeyDecision::titled("Plan", NaiveDate::MAX).unwrap().with_notice_published(NaiveDate::MAX);
    assert_eq!(late.earliest_after_notice(), None);
    let message = message(serde_json::to_string(&late));
    assert_eq!(message, "the year of +262142-12-31 has not four digits, so it cannot be written");
    // As of the first and the last day there is.
    let governance = Governance::new(posts(), [term("dcs", "A", "", "2019")], [], [late], [], []).unwrap();
    assert_eq!(governance.findings(NaiveDate::MIN).len(), 1);
    assert_eq!(governance.findings(NaiveDate::MAX).len(), 3);
}

// The wire.

fn sample() -> Governance {
    let posts = [
        post("ceo", "Chief Executive", PostKind::ChiefExecutive),
        post("dcs", "Director of Children's Services", PostKind::DirectorOfChildrensServices)
            .with_reports_to("ceo")
            .unwrap()
            .with_tier(1)
            .with_leadership_places(1),
        post("lead", "Cabinet Member", PostKind::LeadMember),
        post("leads", "Improvement Leads", PostKind::Other).with_leadership_places(3),
    ];
    let appointments = [
        term("dcs", "A Director", "2018-06", "2019-03-31")
            .with_basis(AppointmentBasis::Interim)
            .with_capacity(Capacity::Officer)
            .with_assurance_tested(good("2018"))
            .with_other_function(good("adult services"))
            .with_authority(LocalAuthority::with_ons_code("E10000032").unwrap()),
        held("lead", "Cllr Lead"),
    ];
    let board = body("Improvement Board", BodyKind::ImprovementBoard)
        .with_cadence(good("every 4 weeks"))
        .with_chair(member("A Chair").with_capacity(Capacity::Independent))
        .with_member(
            member("A Superintendent")
                .with_capacity(Capacity::Partner)
                .with_represents(Representation::Police),
        )
        .with_meeting(
            Meeting::new(good("2019-09"))
                .with_subject(Subject::ProgressReport)
                .with_subject(Subject::Other)
                .with_outcome("noted")
                .unwrap(),
        );
    let decisions = [
        KeyDecision::titled("Improvement plan", day("2019-08-06"))
            .unwrap()
            .with_notice_published(day("2019-07-08"))
            .with_urgency("agreed with the chair of scrutiny")
            .and_then(|decision| decision.with_body("Cabinet"))
            .unwrap(),
        KeyDecision::titled("Budget", day("2020-02-14")).unwrap(),
    ];
    let placements = [DistantPlacementApproval::by("dcs", good("2019-10")).unwrap()];
    let strategies = [
        Strategy::titled("Children First Strategy")
            .and_then(|strategy| strategy.with_scrutiny_body("Improvement Board"))
            .and_then(|strategy| strategy.with_scrutiny_outcome("supported"))
            .and_then(|strategy| strategy.with_summary("all children"))
            .unwrap()
            .with_state(StrategyState::Published)
            .with_authorship(Authorship::CoProduced)
            .with_reach(Reach::MultiAgency)
            .with_scrutinised(good("2019-11"))
            .with_scrutiny_planned(good("2019-10"))
            .with_adoption_due(good("2019-12"))
            .with_adopted(good("2019-12-10"))
            .with_published(good("2020"))
            .with_partner(good("Police")),
        Strategy::titled("Neglect Strategy").unwrap(),
    ];
    let bodies = [board, body("Cabinet", BodyKind::Cabinet)];
    Governance::new(posts, appointments, bodies, decisions, placements, strategies).unwrap()
}

#[test]
fn the_sample_is_frozen() {
    let value: Value = serde_json::from_str(SAMPLE).unwrap();
    assert_eq!(serde_json::from_str::<Governance>(SAMPLE).unwrap(), sample());
    assert_eq!(serde_json::from_value::<Governance>(value.clone()).unwrap(), sample());
    assert_eq!(serde_json::to_value(sample()).unwrap(), value);
    assert_eq!(serde_json::from_str::<Governance>("{}").unwrap(), Governance::default());
    assert_eq!(serde_json::to_value(Governance::empty()).unwrap(), json!({}));
}

/// What the parts hold is what was put in.
#[test]
fn the_sample_tells_its_parts() {
    let governance = sample();
    let [decision, bare] = governance.key_decisions() else { panic!("two decisions") };
    assert_eq!((decision.title().as_str(), decision.taken()), ("Improvement plan", day("2019-08-06")));
    assert_eq!(decision.urgency(), Some("agreed with the chair of scrutiny"));
    assert_eq!((decision.body(), decision.notice_published()), (Some("Cabinet"), Some(day("2019-07-08"))));
    assert_eq!((bare.urgency(), bare.body(), bare.notice_published()), (None, None, None));
    assert_eq!((governance.posts().len(), governance.appointments().len()), (4, 2));
    assert_eq!((governance.distant_placements().len(), governance.strategies().len()), (1, 2));
    assert_eq!(governance.bodies()[0].cadence(), Some(good("every 4 weeks")));
}

#[test]
fn the_wire_is_strict() {
    let mut wanted = "a record of governance: an object with optional posts, appointments, bodies, key_decisions, \
                      distant_placements and strategies";
    refuses::<Governance>(&json!([[], []]), &format!("invalid type: sequence, expected {wanted}"));
    refuses::<Governance>(
        &json!({"boards": []}),
        "unknown field `boards`, expected one of `posts`, `appointments`, `bodies`, `key_decisions`, \
         `distant_placements`, `strategies`",
    );
    wanted = "a key decision: an object with title and taken";
    let decision = || json!({"title": "Plan", "taken": "2019-08-06"});
    refuses::<KeyDecision>(
        &json!(["Plan", "2019-08-06"]),
        &format!("invalid type: sequence, expected {wanted}"),
    );
    refuses::<KeyDecision>(&json!({"title": "Plan"}), "missing field `taken`");
    refuses::<KeyDecision>(&json!({"taken": "2019-08-06"}), "missing field `title`");
    let mut month = decision();
    month["taken"] = json!("2019-08");
    refuses::<KeyDecision>(&month, r#"day "2019-08" is not written as year, month and day (2019-06-04)"#);
    let mut unknown = decision();
    unknown["by"] = json!("Cabinet");
    refuses::<KeyDecision>(
        &unknown,
        "unknown field `by`, expected one of `title`, `taken`, `notice_published`, `urgency`, `body`",
    );
    refuses::<Post>(
        &json!(["other", "id", "Title"]),
        "invalid type: sequence, expected a post: an object with kind, id and title",
    );
    let with_tier = |tier: Value| json!({"kind": "other", "id": "id", "title": "Title", "tier": tier});
    refuses::<Post>(&with_tier(json!(256)), "invalid value: integer `256`, expected u8");
    refuses::<Post>(&with_tier(json!(1.5)), "invalid type: floating point `1.5`, expected u8");
    refuses::<Appointment>(&json!({"post": "dcs"}), "missing field `holder`");
    refuses::<Body>(&json!({"title": "Board"}), "missing field `kind`");
    refuses::<BodyMember>(&json!({}), "missing field `name`");
    refuses::<Meeting>(&json!({"subjects": []}), "missing field `on`");
    refuses::<DistantPlacementApproval>(&json!({"on": "2019-10"}), "missing field `approved_by`");
    refuses::<Strategy>(&json!({"state": "draft"}), "missing field `title`");
}

/// Every vocabulary: the words on the wire, each read again, and one that is none of them.
#[test]
fn words() {
    macro_rules! words {
        ($($type:ty: $what:literal [$($word:literal),+];)+) => { $(
            let told: Vec<_> = <$type>::ALL.iter().map(|word| word.code()).collect();
            assert_eq!(told, [$($word),+]);
            for word in <$type>::ALL {
                assert_eq!(word.label().parse(), Ok(*word));
                assert_eq!(serde_json::from_value::<$type>(json!(word.code())).unwrap(), *word);
            }
            let none = format!("{} \"nobody\" is not one of {}", $what, [$($word),+].join(", "));
            refuses::<$type>(&json!("nobody"), &none);
        )+ };
    }
    words! {
        PostKind: "kind of post"
            ["director_of_childrens_services", "lead_member", "chief_executive", "leader", "other"];
        AppointmentBasis: "basis of an appointment" ["permanent", "interim"];
        Capacity: "capacity"
            ["executive_member", "member", "officer", "independent", "partner", "commissioner"];
        Representation: "representation" [
            "council", "integrated_care_board", "police", "education", "voluntary_sector", "carers",
            "young_people", "department"
        ];
        BodyKind: "kind of body" [
            "cabinet", "full_council", "scrutiny_committee", "corporate_parenting_panel", "improvement_board",
            "other"
        ];
        Subject: "subject" [
            "inspection_report", "draft_improvement_plan", "improvement_plan", "progress_report", "strategy",
            "other"
        ];
        StrategyState: "state of a strategy" ["in_preparation", "draft", "adopted", "published"];
        Authorship: "authorship" ["co_produced", "council_alone"];
        Reach: "reach" ["multi_agency", "council"];
    }
    assert_eq!("DCS".parse(), Ok(PostKind::DirectorOfChildrensServices));
    let statutory = PostKind::ALL.iter().filter(|kind| kind.is_statutory());
    assert!(statutory.eq([PostKind::DirectorOfChildrensServices, PostKind::LeadMember].iter()));
    let partners = Representation::ALL.iter().filter(|one| one.is_safeguarding_partner());
    use Representation as R;
    assert!(partners.eq([R::Council, R::IntegratedCareBoard, R::Police].iter()));
}
