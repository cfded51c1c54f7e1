//! The vocabularies of intervention: each word by its code and its label, and what is said of an unknown one.

use childrens_services::delivery::{
    Coverage, DeliveryModelKind, DeliveryOrigin, DeliveryStatus, StatutoryPost,
};
use childrens_services::intervention::{
    DecisionMaker, EventKind, Failure, InterventionStatus, LegalBasis, Recommendation, Requirement,
    ReviewOutcome, StatutoryTest,
};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeSet,
    fmt::{Debug, Display},
    str::FromStr,
};

/// The words read as themselves by code and by label, in any case and spacing, from text and from JSON.
#[track_caller]
fn reads<W>(all: &[W], code: impl Fn(W) -> &'static str, label: impl Fn(W) -> &'static str)
where
    W: FromStr<Err: Debug> + Display + Debug + PartialEq + Copy + Serialize + DeserializeOwned,
{
    for &word in all {
        let (code, label) = (code(word), label(word));
        let spaced = code.replace('_', " \n ").to_uppercase();
        for text in [code, label, &spaced, &label.to_lowercase()] {
            assert_eq!(text.parse::<W>().unwrap_or_else(|error| panic!("{text}: {error:?}")), word);
            let json = serde_json::Value::from(text);
            assert_eq!(serde_json::from_value::<W>(json).unwrap_or_else(|error| panic!("{error}")), word);
        }
        assert_eq!(word.to_string(), label);
        assert_eq!(serde_json::to_value(word).unwrap_or_else(|error| panic!("{error}")), code);
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'));
    }
    let codes: BTreeSet<_> = all.iter().map(|&word| code(word)).collect();
    assert_eq!(codes.len(), all.len());
}

/// Each vocabulary with what it says of an unknown word, its codes written out.
macro_rules! words {
    ($($test:ident: $type:ty, $expected:literal;)+) => { $(
        #[test]
        fn $test() {
            reads(<$type>::ALL, <$type>::code, <$type>::label);
            let error = "utter nonsense".parse::<$type>().expect_err("it is no word");
            assert_eq!(error.to_string(), $expected);
            let codes: Vec<_> = <$type>::ALL.iter().map(|word| word.code()).collect();
            assert_eq!(error.allowed(), codes);
        }
    )+ };
}

words! {
    coverage: Coverage,
        r#"coverage "utter nonsense" is not one of yes, no, unknown"#;
    decision_makers: DecisionMaker,
        r#"decision maker "utter nonsense" is not one of secretary_of_state, department, commissioner, council, ofsted"#;
    delivery_models: DeliveryModelKind,
        r#"delivery model "utter nonsense" is not one of in_house, improvement_partnership, partnership_led, shared_service, council_owned_company, jointly_owned_company, independent_company, executive_control"#;
    delivery_origins: DeliveryOrigin,
        r#"origin "utter nonsense" is not one of voluntary, voluntary_under_intervention, mandated, successor"#;
    delivery_statuses: DeliveryStatus,
        r#"delivery status "utter nonsense" is not one of planned, operational, ended, cancelled"#;
    events: EventKind,
        r#"event "utter nonsense" is not one of adviser_appointed, notice_issued, review_directed, direction_given, control_retained, adm_ordered, nominee_takes_functions, adm_paused, adm_resumed, adm_rescinded, services_transferred, direction_revised, stepped_down, intervention_lifted, lifted_without_support, support_ended, authority_abolished"#;
    failures: Failure,
        r#"failure "utter nonsense" is not one of persistent, systemic"#;
    statuses: InterventionStatus,
        r#"status "utter nonsense" is not one of none, adviser, notice, direction_review, direction_retained, adm_ordered, adm_paused, adm_operational, executive_control, support, exited, superseded"#;
    legal_bases: LegalBasis,
        r#"legal basis "utter nonsense" is not one of s497a_4, s497a_4a, s497a_4b, children_act_2004_s50, s497aa, s497b, lga_1999_s15, administrative"#;
    recommendations: Recommendation,
        r#"recommendation "utter nonsense" is not one of retain_control, alternative_delivery_model, partnership, executive_commissioner, review_again, step_down, corporate_intervention"#;
    requirements: Requirement,
        r#"requirement "utter nonsense" is not one of inadequate_or_concern, inadequate_or_priority_action, new_failure, notice_not_statutory, direction_with_power, nominee_power, statutory_test, inspection_cited, direction_replaced, review_named, report_received, later_report_of_improvement, report_model_not_needed, report_of_step_down, compelling_reasons, model_named, pause_reviewed, deterioration, evidence, go_live_reached, contract, model_on_record, reinspection, reinspection_or_review, satisfactory_review, support_reviews, successor_named"#;
    review_outcomes: ReviewOutcome,
        r#"review outcome "utter nonsense" is not one of satisfactory, not_satisfactory"#;
    statutory_posts: StatutoryPost,
        r#"statutory post "utter nonsense" is not one of director_of_childrens_services, lead_member"#;
    statutory_tests: StatutoryTest,
        r#"statutory test "utter nonsense" is not one of s497a_2, s497a_2a"#;
}

/// What else is read: the words of letters and of the reference data.
#[test]
fn other_spellings() {
    assert_eq!("DfE".parse(), Ok(DecisionMaker::Department));
    assert_eq!("never_operational".parse(), Ok(DeliveryStatus::Cancelled));
    assert_eq!("DCS".parse(), Ok(StatutoryPost::DirectorOfChildrensServices));
}

#[test]
fn who_decides_and_what_directs() {
    let deciding: Vec<_> = DecisionMaker::ALL.iter().filter(|by| by.decides()).collect();
    assert_eq!(deciding, [&DecisionMaker::SecretaryOfState, &DecisionMaker::Department]);
    let directing: Vec<_> = LegalBasis::ALL.iter().filter(|basis| basis.directs()).collect();
    assert_eq!(
        directing,
        [&LegalBasis::Section497A4, &LegalBasis::Section497A4A, &LegalBasis::Section497A4B]
    );
}
