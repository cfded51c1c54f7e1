//! What cannot be read as a record of governance, with whole messages; and the sample in `data/`, frozen.

use crate::helpers::{body, good, held, member, message, post, posts, term};
use childrens_services::{
    Appointment, Body, BodyKind, Governance, KeyDecision, LocalAuthority, Meeting, OneLine, Post, PostKind,
    Strategy,
    chrono::NaiveDate,
    governance::{
        AppointmentBasis, Authorship, BodyMember, Capacity, DistantPlacementApproval, Reach, Representation,
        StrategyState, Subject,
    },
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{fmt::Debug, num::NonZeroU8};

const SAMPLE: &str = include_str!("../data/governance.json");

/// A document is refused with this message, less the place in it that `serde_json` adds.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(document: &Value, expected: &str) {
    let message = message(serde_json::from_str::<T>(&document.to_string()));
    assert_eq!(message.split(" at line ").next(), Some(expected));
}

// Values.

#[test]
fn texts_say_something() {
    let nothing = "a text is needed that says something, not an empty one";
    refuses::<Post>(&json!({"id": " ", "title": "Title", "kind": "other"}), nothing);
    refuses::<Post>(&json!({"id": "id", "title": "", "kind": "other"}), nothing);
    refuses::<Appointment>(&json!({"post": "", "holder": "A"}), nothing);
    refuses::<Appointment>(&json!({"post": "dcs", "holder": "-"}), nothing);
    refuses::<BodyMember>(&json!({"name": ""}), nothing);
    refuses::<Body>(&json!({"title": "", "kind": "other"}), nothing);
    refuses::<KeyDecision>(&json!({"title": "", "taken": "2019-08-06"}), nothing);
    refuses::<DistantPlacementApproval>(&json!({"approved_by": "", "on": "2019"}), nothing);
    refuses::<Strategy>(&json!({"title": ""}), nothing);
    refuses::<KeyDecision>(&json!({"title": "Plan", "taken": "2019-08-06", "urgency": ""}), nothing);
    refuses::<KeyDecision>(
        &json!({"title": "Plan", "taken": "2019-08-06", "body": "Cab\ninet"}),
        r#"text "Cab\ninet" has a line break or another control character"#,
    );
}

#[test]
fn tiers_begin_with_one() {
    let tier = |tier: u8| json!({"id": "head", "title": "Head", "kind": "other", "tier": tier});
    refuses::<Post>(&tier(0), "invalid value: integer `0`, expected a nonzero u8");
    let first: Post = serde_json::from_value(tier(1)).unwrap();
    assert_eq!(first.tier, NonZeroU8::new(1));
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
        assert_eq!(message(name.parse::<OneLine>()), expected);
        refuses::<BodyMember>(&json!({"name": name}), &expected);
        // It shows in the message.
        assert!(expected.contains(&format!("{:x}", u32::from(hidden))), "{expected}");
    }
    // Scripts need these two, and some letters and signs their variant.
    for name in ["Zo\u{200c}e", "\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}", "葛\u{e0100}城", "Zoe\u{301}"] {
        assert_eq!(held("dcs", name).holder.as_str(), name);
    }
}

/// As of the first and the last day there is.
#[test]
fn the_calendar_ends() {
    let late = KeyDecision {
        notice_published: Some(good("9999-12-31")),
        ..KeyDecision::new(good("Plan"), good("9999-12-31"))
    };
    assert_eq!(late.earliest_after_notice(), NaiveDate::from_ymd_opt(10_000, 1, 29));
    let governance = Governance {
        posts: posts(),
        appointments: vec![term("dcs", "A", "", "2019")],
        key_decisions: vec![late],
        ..Governance::default()
    };
    assert_eq!(governance.findings(NaiveDate::MIN).len(), 1);
    assert_eq!(governance.findings(NaiveDate::MAX).len(), 3);
}

// The wire.

fn sample() -> Governance {
    let posts = vec![
        post("ceo", "Chief Executive", PostKind::ChiefExecutive),
        Post {
            reports_to: Some(good("ceo")),
            tier: NonZeroU8::new(1),
            leadership_places: Some(1),
            ..post("dcs", "Director of Children's Services", PostKind::DirectorOfChildrensServices)
        },
        post("lead", "Cabinet Member", PostKind::LeadMember),
        Post { leadership_places: Some(3), ..post("leads", "Improvement Leads", PostKind::Other) },
    ];
    let appointments = vec![
        Appointment {
            basis: Some(AppointmentBasis::Interim),
            capacity: Some(Capacity::Officer),
            assurance_tested: Some(good("2018")),
            other_functions: vec![good("adult services")],
            authorities: vec![LocalAuthority::with_ons_code("E10000032").unwrap()],
            ..term("dcs", "A Director", "2018-06", "2019-03-31")
        },
        held("lead", "Cllr Lead"),
    ];
    let board = Body {
        cadence: Some(good("every 4 weeks")),
        chair: Some(BodyMember { capacity: Some(Capacity::Independent), ..member("A Chair") }),
        members: vec![BodyMember {
            capacity: Some(Capacity::Partner),
            represents: Some(Representation::Police),
            ..member("A Superintendent")
        }],
        meetings: vec![Meeting {
            subjects: vec![Subject::ProgressReport, Subject::Other],
            outcome: Some(good("noted")),
            ..Meeting::new(good("2019-09"))
        }],
        ..body("Improvement Board", BodyKind::ImprovementBoard)
    };
    let key_decisions = vec![
        KeyDecision {
            notice_published: Some(good("2019-07-08")),
            urgency: Some(good("agreed with the chair of scrutiny")),
            body: Some(good("Cabinet")),
            ..KeyDecision::new(good("Improvement plan"), good("2019-08-06"))
        },
        KeyDecision::new(good("Budget"), good("2020-02-14")),
    ];
    let distant_placements = vec![DistantPlacementApproval { on: good("2019-10"), approved_by: good("dcs") }];
    let strategies = vec![
        Strategy {
            scrutiny_body: Some(good("Improvement Board")),
            scrutiny_outcome: Some(good("supported")),
            summary: Some(good("all children")),
            state: Some(StrategyState::Published),
            authorship: Some(Authorship::CoProduced),
            reach: Some(Reach::MultiAgency),
            scrutinised: Some(good("2019-11")),
            scrutiny_planned: Some(good("2019-10")),
            adoption_due: Some(good("2019-12")),
            adopted: Some(good("2019-12-10")),
            published: Some(good("2020")),
            partners: vec![good("Police")],
            ..Strategy::new(good("Children First Strategy"))
        },
        Strategy::new(good("Neglect Strategy")),
    ];
    let bodies = vec![board, body("Cabinet", BodyKind::Cabinet)];
    Governance { posts, appointments, bodies, key_decisions, distant_placements, strategies }
}

#[test]
fn the_sample_is_frozen() {
    let value: Value = serde_json::from_str(SAMPLE).unwrap();
    assert_eq!(serde_json::from_str::<Governance>(SAMPLE).unwrap(), sample());
    assert_eq!(serde_json::from_value::<Governance>(value.clone()).unwrap(), sample());
    assert_eq!(serde_json::to_value(sample()).unwrap(), value);
    assert_eq!(serde_json::from_str::<Governance>("{}").unwrap(), Governance::default());
    let empty = json!({"posts": [], "appointments": [], "bodies": [], "key_decisions": [], "distant_placements": [], "strategies": []});
    assert_eq!(serde_json::to_value(Governance::default()).unwrap(), empty);
}

#[test]
fn the_wire_is_strict() {
    refuses::<Governance>(
        &json!("none"),
        "invalid type: string \"none\", expected a record of governance: an object with optional posts, appointments, \
         bodies, key_decisions, distant_placements and strategies",
    );
    refuses::<Governance>(
        &json!({"boards": []}),
        "unknown field `boards`, expected one of `posts`, `appointments`, `bodies`, `key_decisions`, \
         `distant_placements`, `strategies`",
    );
    let decision = || json!({"title": "Plan", "taken": "2019-08-06"});
    for (value, kind) in [(json!("Plan"), "string \"Plan\""), (json!(null), "null")] {
        refuses::<KeyDecision>(
            &value,
            &format!("invalid type: {kind}, expected a key decision: an object with title and taken"),
        );
    }
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
        &json!("other"),
        "invalid type: string \"other\", expected a post: an object with id, title and kind",
    );
    let with_tier = |tier: Value| json!({"kind": "other", "id": "id", "title": "Title", "tier": tier});
    refuses::<Post>(&with_tier(json!(256)), "invalid value: integer `256`, expected a nonzero u8");
    refuses::<Post>(&with_tier(json!(1.5)), "invalid type: floating point `1.5`, expected a nonzero u8");
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
