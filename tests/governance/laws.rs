//! Laws of governance: what holds of every record.

use crate::helpers::{day, good};
use childrens_services::{
    BodyKind, Finding, Governance, PostKind,
    chrono::{Days, NaiveDate},
    governance::{Authorship, StrategyState},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{FileFailurePersistence, TestRunner},
};
use serde_json::{Value, json};
use std::collections::HashSet;

const AS_OF: &str = "2026-12-31";

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// The record, read again from its wire form after a change there.
#[track_caller]
fn changed(governance: &Governance, change: impl FnOnce(&mut Value)) -> Governance {
    let mut whole = serde_json::to_value(governance).unwrap();
    change(&mut whole);
    serde_json::from_value(whole).unwrap_or_else(|error| panic!("{error}"))
}

/// Adds an item to a part, which need not be there.
fn add(whole: &mut Value, part: &str, item: Value) {
    let list = &mut whole[part];
    if list.is_null() {
        *list = json!([]);
    }
    list.as_array_mut().unwrap().push(item);
}

/// The last appointment to a post.
fn last_to<'a>(whole: &'a mut Value, post: &str) -> &'a mut Value {
    let list = whole["appointments"].as_array_mut().unwrap();
    list.iter_mut().rfind(|one| one["post"] == post).unwrap()
}

/// Where the body of a title stands; it is put there, where it is not.
fn body_of(whole: &mut Value, kind: BodyKind) -> &mut Value {
    let title = kind.label();
    let there = whole["bodies"].as_array().is_some_and(|list| list.iter().any(|body| body["title"] == title));
    if !there {
        add(whole, "bodies", json!({"kind": kind.code(), "title": title}));
    }
    let list = whole["bodies"].as_array_mut().unwrap();
    list.iter_mut().find(|body| body["title"] == title).unwrap()
}

/// One thing that breaks exactly one rule, with the rule's id.
type Breach = (&'static str, fn(&mut Value));

const BREACHES: &[Breach] = &[
    ("GOV-01", |whole| last_to(whole, "dcs")["until"] = json!("2026-12-30")),
    ("GOV-01", |whole| last_to(whole, "lead_member")["until"] = json!("2026-11")),
    ("GOV-01", |whole| {
        add(whole, "appointments", json!({"post": "dcs", "holder": "Z", "from": "2026-12-31"}))
    }),
    ("GOV-01", |whole| {
        whole["appointments"].as_array_mut().unwrap().retain(|one| one["post"] != "lead_member");
    }),
    ("GOV-02", |whole| last_to(whole, "dcs")["capacity"] = json!("member")),
    ("GOV-02", |whole| last_to(whole, "lead_member")["capacity"] = json!("officer")),
    ("GOV-03", |whole| whole["posts"][1]["tier"] = json!(2)),
    ("GOV-03", |whole| whole["posts"][1]["reports_to"] = json!("lead_member")),
    ("GOV-04", |whole| {
        let director = last_to(whole, "dcs");
        director["other_functions"] = json!(["Housing"]);
        director.as_object_mut().unwrap().remove("assurance_tested");
    }),
    ("GOV-05", |whole| {
        let chair = json!({"name": "Z", "capacity": "executive_member"});
        body_of(whole, BodyKind::ScrutinyCommittee)["chair"] = chair;
    }),
    ("GOV-05", |whole| {
        let lead = last_to(whole, "lead_member")["holder"].clone();
        body_of(whole, BodyKind::ScrutinyCommittee)["chair"] = json!({"name": lead});
    }),
    ("GOV-06", |whole| {
        let director = last_to(whole, "dcs")["holder"].clone();
        body_of(whole, BodyKind::ImprovementBoard)["chair"] = json!({"name": director});
    }),
    ("GOV-07", |whole| {
        body_of(whole, BodyKind::ImprovementBoard)["members"] =
            json!([{"name": "Z", "represents": "police"}]);
    }),
    ("GOV-09", |whole| add(whole, "key_decisions", json!({"title": "Z", "taken": "2026-12-31"}))),
    ("GOV-11", |whole| last_to(whole, "dcs")["authorities"] = json!(["E10000032", "E10000011"])),
    ("GOV-12", |whole| add(whole, "distant_placements", json!({"on": "2026", "approved_by": "ceo"}))),
    ("GOV-13", |whole| {
        let panel = body_of(whole, BodyKind::CorporateParentingPanel);
        panel["members"] = json!([{"name": "Z", "represents": "carers"}]);
    }),
    ("STR-01", |whole| {
        add(whole, "strategies", json!({"title": "Z", "adopted": "2025", "scrutinised": "2026"}));
    }),
    ("STR-02", |whole| add(whole, "strategies", json!({"title": "Z", "authorship": "co_produced"}))),
    ("STR-03", |whole| add(whole, "strategies", json!({"title": "Z", "adoption_due": "2026-12-30"}))),
];

/// The findings that later days keep: of the rules about what happened, not about how things stand.
fn of_what_happened(governance: &Governance, as_of: NaiveDate) -> Vec<Finding> {
    let happened = ["GOV-02", "GOV-09", "GOV-11", "GOV-12", "STR-01"];
    let findings = governance.findings(as_of).into_iter();
    findings.filter(|finding| happened.contains(&finding.rule().id())).collect()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..6_500_u64).prop_map(|days| day("2009-06-01") + Days::new(days))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_generator_is_sound(governance: Governance) {
        prop_assert_eq!(governance.findings(day(AS_OF)).to_string(), "");
    }

    #[test]
    fn all_is_known_on_the_last_day(governance: Governance) {
        prop_assert_eq!(&governance.known_on(NaiveDate::MAX), &governance);
    }

    #[test]
    fn it_crosses_the_wire(governance: Governance) {
        let text = serde_json::to_string(&governance).unwrap();
        prop_assert_eq!(serde_json::from_str::<Governance>(&text).unwrap(), governance);
    }

    /// Each breach of one thing is found, once, and nothing else is.
    #[test]
    fn each_breach_is_found_alone(governance: Governance) {
        for (rule, breach) in BREACHES {
            let broken = changed(&governance, breach).findings(day(AS_OF));
            let told: Vec<_> = broken.iter().map(|finding| finding.rule().id()).collect();
            prop_assert_eq!(told, [*rule], "{}", broken);
        }
    }

    /// What happened stays found, by the same message at the same place.
    #[test]
    fn what_happened_stays_found(governance: Governance, one in any_day(), other in any_day()) {
        let all = changed(&governance, |whole| {
            for (rule, breach) in BREACHES {
                if ["GOV-02", "GOV-09", "GOV-11", "GOV-12", "STR-01"].contains(rule) {
                    breach(whole);
                }
            }
            for (index, year) in (2010..2026).enumerate() {
                let taken = format!("{year}-06-01");
                add(whole, "key_decisions", json!({"title": "Late", "taken": taken}));
                add(whole, "distant_placements", json!({"on": year.to_string(), "approved_by": "ceo"}));
                let title = format!("Late {index}");
                add(whole, "strategies", json!({"title": title, "adopted": taken, "scrutiny_planned": "2027"}));
            }
        });
        prop_assert!(of_what_happened(&all, day(AS_OF)).len() > 40);
        let later = of_what_happened(&all, one.max(other));
        for finding in of_what_happened(&all, one.min(other)) {
            prop_assert!(later.contains(&finding), "{}", finding);
        }
    }

    /// From the day on which it begins, a line of holders without gap has one certain holder or two possible ones.
    #[test]
    fn the_statutory_posts_are_always_held(governance: Governance, on in any_day()) {
        for kind in [PostKind::DirectorOfChildrensServices, PostKind::LeadMember] {
            let held: Vec<_> = governance.holders_on(kind, on).collect();
            let certain = held.iter().filter(|one| one.certainly_holds_on(on)).count();
            prop_assert!(certain <= 1);
            prop_assert!(!held.is_empty() || on < day("2016-01-01"));
            // Before a first beginning nobody holds it, and afterwards nothing is amiss.
            let gov_01 = governance.findings(on).into_iter().filter(|finding| {
                finding.rule().id() == "GOV-01" && finding.values()[0].1 == kind.label()
            });
            prop_assert_eq!(gov_01.count(), usize::from(held.is_empty()));
        }
    }

    /// The team is in place just where no post with places has too few holders.
    #[test]
    fn the_team_and_its_vacancies(governance: Governance, on in any_day()) {
        let team = governance.leadership_team_on(on);
        let places: usize = team.places().iter().map(|one| usize::from(one.post().leadership_places.unwrap())).sum();
        let vacant: usize = team.vacancies().map(|(_, vacant)| vacant).sum();
        prop_assert!(vacant <= places);
        prop_assert_eq!(team.is_fully_in_place(), vacant == 0 && places > 0);
        for one in team.places() {
            prop_assert!(one.holders().iter().all(|held| held.post == one.post().id && held.holds_on(on)));
        }
    }

    /// A decision on the first day after its notice has 28 clear days, and one a day earlier has not.
    #[test]
    fn notice_counts_clear_days(notice in any_day()) {
        use childrens_services::{KeyDecision, calendar::Day};
        let on = |day: NaiveDate| Day::try_from(day).unwrap();
        let of = |taken| KeyDecision { notice_published: Some(on(notice)), ..KeyDecision::new(good("Plan"), on(taken)) };
        let first = of(notice).earliest_after_notice().unwrap();
        prop_assert_eq!(of(first).clear_days_of_notice(), Some(KeyDecision::CLEAR_DAYS));
        prop_assert_eq!(of(first - Days::new(1)).clear_days_of_notice(), Some(KeyDecision::CLEAR_DAYS - 1));
        prop_assert_eq!(first, notice + Days::new(29));
    }
}

/// Small records and large ones, every kind of body, hand-overs, decisions and strategies of each kind.
#[test]
fn the_generator_reaches_the_middle() {
    let mut runner = TestRunner::deterministic();
    let drawn: Vec<Governance> =
        (0..400).map(|_| any::<Governance>().new_tree(&mut runner).unwrap().current()).collect();
    let count = |such: &dyn Fn(&Governance) -> bool| drawn.iter().filter(|one| such(one)).count();
    assert!(drawn.iter().collect::<HashSet<_>>().len() > 390);
    assert!(count(&|one| one.posts.len() == 3) > 10 && count(&|one| one.posts.len() == 8) > 10);
    assert!(count(&|one| one.bodies.is_empty()) > 10 && count(&|one| one.bodies.len() == 5) > 10);
    assert!(
        count(&|one| one.key_decisions.is_empty()) > 10 && count(&|one| one.key_decisions.len() > 2) > 10
    );
    assert!(count(&|one| one.distant_placements.is_empty()) > 10);
    assert!(count(&|one| !one.distant_placements.is_empty()) > 10);
    for kind in BodyKind::ALL.iter().filter(|kind| **kind != BodyKind::Other) {
        assert!(count(&|one| one.bodies_of(*kind).any(|body| body.members.is_empty())) > 20, "{kind}");
        assert!(count(&|one| one.bodies_of(*kind).any(|body| body.chair.is_some())) > 20, "{kind}");
        assert!(count(&|one| one.bodies_of(*kind).any(|body| body.members.len() > 2)) > 20, "{kind}");
        assert!(count(&|one| one.bodies_of(*kind).any(|body| !body.meetings.is_empty())) > 20, "{kind}");
    }
    for state in StrategyState::ALL {
        let such = |one: &Governance| one.strategies.iter().any(|strategy| strategy.state == Some(*state));
        assert!(count(&such) > 20, "{state}");
    }
    let co_produced = Some(Authorship::CoProduced);
    assert!(count(&|one| one.strategies.iter().any(|strategy| strategy.authorship == co_produced)) > 20);
    let urgent = |one: &Governance| one.key_decisions.iter().any(|decision| decision.urgency.is_some());
    assert!(count(&urgent) > 20);
    let noticed =
        |one: &Governance| one.key_decisions.iter().any(|decision| decision.notice_published.is_some());
    assert!(count(&noticed) > 20);
    let handed_over =
        |one: &Governance| one.appointments.iter().filter(|held| held.post == good("dcs")).count() > 2;
    assert!(count(&handed_over) > 50 && count(&|one| !handed_over(one)) > 50);
    let tested = |one: &Governance| one.appointments.iter().any(|held| held.assurance_tested.is_some());
    assert!(count(&tested) > 50 && count(&|one| !tested(one)) > 50);
    let in_place = |one: &Governance| one.leadership_team_on(day("2020-01-01")).is_fully_in_place();
    assert!(count(&in_place) > 20 && count(&|one| !in_place(one)) > 20);
}
