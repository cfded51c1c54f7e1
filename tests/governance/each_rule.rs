//! Each rule of governance and of strategies: broken, and kept by what differs in one point only.

use crate::helpers::{Parts, body, day, good, held, member, post, posts, term};
use childrens_services::{
    Appointment, Body, BodyKind, Governance, KeyDecision, LocalAuthority, Post, PostKind, Severity, Strategy,
    governance::{
        Authorship, BodyMember, Capacity, DistantPlacementApproval, Representation, StrategyState,
        rules::RULES,
    },
};

const AS_OF: &str = "2019-10-31";

#[track_caller]
fn finds_on(governance: &Governance, as_of: &str, expected: &[&str]) {
    assert_eq!(governance.findings(day(as_of)).to_string(), expected.join("\n"));
}

#[track_caller]
fn finds(governance: &Governance, expected: &[&str]) {
    finds_on(governance, AS_OF, expected);
}

/// These posts and appointments, and nothing else.
#[track_caller]
fn appointed(posts: Vec<Post>, appointments: impl IntoIterator<Item = Appointment>) -> Governance {
    Governance::new(posts, appointments, [], [], [], []).unwrap()
}

/// These directors under a sound lead member.
#[track_caller]
fn directors<const N: usize>(directors: [Appointment; N]) -> Governance {
    appointed(posts(), directors.into_iter().chain([held("lead", "Cllr Lead")]))
}

#[track_caller]
fn with_body(body: Body) -> Governance {
    Parts { bodies: vec![body], ..Parts::default() }.whole()
}

#[track_caller]
fn with_decision(decision: KeyDecision) -> Governance {
    Parts { decisions: vec![decision], ..Parts::default() }.whole()
}

#[track_caller]
fn with_strategy(strategy: Strategy) -> Governance {
    Parts { strategies: vec![strategy], ..Parts::default() }.whole()
}

#[test]
fn the_book_holds_exactly_these() {
    use Severity::{Error, Warning};
    let expected = [
        ("GOV-01", Error),
        ("GOV-02", Error),
        ("GOV-03", Warning),
        ("GOV-04", Warning),
        ("GOV-05", Error),
        ("GOV-06", Warning),
        ("GOV-07", Warning),
        ("GOV-08", Warning),
        ("GOV-09", Error),
        ("GOV-10", Warning),
        ("GOV-11", Error),
        ("GOV-12", Error),
        ("GOV-13", Warning),
        ("STR-01", Error),
        ("STR-02", Error),
        ("STR-03", Warning),
    ];
    let told: Vec<_> = RULES.iter().map(|rule| (rule.id(), rule.severity())).collect();
    assert_eq!(told, expected);
    for rule in RULES {
        let said = [rule.title(), rule.rationale(), rule.source()];
        assert!(said.iter().all(|text| !text.trim().is_empty() && !text.ends_with('.')), "{rule}");
    }
}

#[test]
fn nothing_on_record_is_sound() {
    finds(&Governance::empty(), &[]);
    finds(&Parts::default().whole(), &[]);
}

// GOV-01.

#[test]
fn gov_01_somebody_is_in_post() {
    let nobody = "error GOV-01 at appointments: nobody is Director of Children's Services on 2019-10-31: a \
                  vacancy needs an interim appointment";
    finds(&directors([]), &[nobody]);
    // Without a post of the kind, as without an appointment to it.
    let without = posts().into_iter().filter(|post| post.id().as_str() != "lead").collect();
    let lead = "error GOV-01 at appointments: nobody is Lead Member for Children's Services on 2019-10-31: a \
                vacancy needs an interim appointment";
    finds(&appointed(without, [held("dcs", "A Director")]), &[lead]);
    // An appointment that begins later is not yet known.
    let later = directors([term("dcs", "A", "2019-11-01", "")]);
    finds(&later, &[nobody]);
    finds_on(&later, "2019-11-01", &[]);
    // One that may have begun has not certainly not begun.
    finds(&directors([term("dcs", "A", "2019", "")]), &[]);
    // Where no post is on record, nothing is known.
    finds(&Parts::default().whole(), &[]);
}

#[test]
fn gov_01_without_a_gap() {
    let gone = directors([term("dcs", "A", "2018-01-01", "2019-10-30")]);
    finds_on(&gone, "2019-10-30", &[]);
    finds(
        &gone,
        &[
            "error GOV-01 at appointments: nobody has been Director of Children's Services since 2019-10-31: a \
           vacancy needs an interim appointment",
        ],
    );
    let follows = |from| directors([term("dcs", "B", from, ""), term("dcs", "A", "", "2019-03-31")]);
    finds(&follows("2019-04-01"), &[]);
    finds(&follows("2019-04"), &[]);
    finds(&follows("2019"), &[]);
    finds(
        &follows("2019-04-02"),
        &[
            "error GOV-01 at appointments: nobody was Director of Children's Services on 2019-04-01: a vacancy \
           needs an interim appointment",
        ],
    );
    finds(
        &follows("2019-06"),
        &["error GOV-01 at appointments: nobody was Director of Children's Services from 2019-04-01 to \
           2019-05-31: a vacancy needs an interim appointment"],
    );
    // Before the first known beginning nothing is known.
    finds(&directors([term("dcs", "A", "2019-10-31", "")]), &[]);
    // A short term within a long one ends nothing.
    let within = [term("dcs", "A", "2018-01-01", ""), term("dcs", "A", "2018-02-01", "2018-03-01")];
    finds(&directors(within), &[]);
}

#[test]
fn gov_01_one_at_a_time() {
    let both = |days: &str| {
        format!(
            "error GOV-01 at appointments: A and B are both Director of Children's Services {days}: there is one \
             at a time"
        )
    };
    let with = |from, until| directors([term("dcs", "A", from, until), term("dcs", "B", "2019-03-01", "")]);
    finds(&with("2018-01-01", "2019-02-28"), &[]);
    finds(&with("2018-01-01", "2019-03-01"), &[&both("on 2019-03-01")]);
    finds(&with("2018-01-01", "2019-04-30"), &[&both("from 2019-03-01 to 2019-04-30")]);
    finds(&with("", "2019-04-30"), &[&both("from 2019-03-01 to 2019-04-30")]);
    finds(&with("", ""), &[&both("since 2019-03-01")]);
    finds_on(&with("", ""), "2019-03-01", &[&both("on 2019-03-01")]);
    finds_on(&with("", ""), "2019-02-28", &[]);
    // Only what holds whatever day it was.
    finds(&with("2018-01-01", "2019-03"), &[&both("on 2019-03-01")]);
    finds(&with("2018-01-01", "2019"), &[]);
    finds(&with("2019", ""), &[]);
    // Neither beginning is on record.
    let old = |until| directors([term("dcs", "A", "", until), term("dcs", "B", "", "")]);
    finds(&old(""), &[&both("on 2019-10-31")]);
    finds(&old("2018-12-31"), &[&both("until 2018-12-31")]);
    // The same person, first interim and then for good; another spelling is no other person.
    finds(&directors([term("dcs", "Ann-Marie B", "2018", ""), term("dcs", "Ann Marie B", "2019", "")]), &[]);
    finds(&directors([term("dcs", "A B", "2018-01-01", ""), term("dcs", "a  b", "2019-01-01", "")]), &[]);
}

/// Two posts of one kind are still one office, and each late-comer is told once, beside whoever stays longest.
#[test]
fn gov_01_over_several_posts_and_people() {
    let mut two = posts();
    two.push(post("second", "Second Director", PostKind::DirectorOfChildrensServices));
    let lead = held("lead", "Cllr Lead");
    let people = [
        term("dcs", "A", "2018-01-01", "2019-06-30"),
        term("second", "B", "2018-02-01", "2019-12-31"),
        term("dcs", "A", "2018-03-01", "2018-04-30"),
        term("second", "C", "2018-03-15", "2018-05-31"),
        lead,
    ];
    let told = |first: &str, second: &str, days: &str| {
        format!(
            "error GOV-01 at appointments: {first} and {second} are both Director of Children's Services {days}: \
             there is one at a time"
        )
    };
    finds(
        &appointed(two, people),
        &[
            &told("A", "B", "from 2018-02-01 to 2019-06-30"),
            &told("B", "A", "from 2018-03-01 to 2018-04-30"),
            &told("B", "C", "from 2018-03-15 to 2018-05-31"),
        ],
    );
}

// Posts and appointments.

#[test]
fn gov_02_an_officer_and_a_member() {
    let with = |capacity| directors([held("dcs", "A").with_capacity(capacity)]);
    let broken = |capacity: &str| {
        format!(
            "error GOV-02 at appointments[0].capacity: A is Director of Children's Services as {capacity}: the \
             post is an officer's"
        )
    };
    finds(&with(Capacity::Member), &[&broken("elected member, not of the executive")]);
    finds(&with(Capacity::ExecutiveMember), &[&broken("elected member of the executive")]);
    finds(&with(Capacity::Officer), &[]);

    let lead =
        |capacity| appointed(posts(), [held("dcs", "A Director"), held("lead", "B").with_capacity(capacity)]);
    finds(
        &lead(Capacity::Officer),
        &["error GOV-02 at appointments[1].capacity: B is Lead Member for Children's Services as council \
           employee: the post is an elected member's"],
    );
    finds(&lead(Capacity::ExecutiveMember), &[]);

    // What begins later is not yet known; what is over still stands on record.
    let member = |from, until| term("dcs", "A", from, until).with_capacity(Capacity::Member);
    let director = held("dcs", "A").with_capacity(Capacity::Officer);
    finds(&directors([member("2019-11-01", ""), director.clone()]), &[]);
    finds(&directors([member("2018", "2018"), director]), &[&broken("elected member, not of the executive")]);
}

#[test]
fn gov_02_not_both_posts() {
    let both = |director: Appointment, lead: Appointment| {
        appointed(posts(), [director.with_capacity(Capacity::Officer), lead])
    };
    let broken = "error GOV-02 at appointments: A B is both Director of Children's Services and Lead Member for \
                  Children's Services on 2019-10-31: the one post is an officer's, the other an elected member's";
    finds(&both(held("dcs", "A B"), held("lead", "A B")), &[broken]);
    finds(&both(held("dcs", "A B"), term("lead", "a-b", "2018", "")), &[broken]);
    finds(&both(held("dcs", "A B"), term("lead", "A B", "2019", "")), &[]);
    // Neither before nor after the day.
    let other = term("lead", "C", "2019-10-31", "");
    let before = [held("dcs", "A B"), term("lead", "A B", "", "2019-10-30"), other];
    finds(&appointed(posts(), before), &[]);
    let after =
        [held("dcs", "A B"), term("lead", "C", "", "2019-10-31"), term("lead", "A B", "2019-11-01", "")];
    finds(&appointed(posts(), after), &[]);
    // However often each appointment is on record.
    let often = [held("dcs", "A B"), held("lead", "A B"), held("lead", "A B"), held("dcs", "A B")];
    finds(&appointed(posts(), often), &[broken]);
}

#[test]
fn gov_03_the_first_tier() {
    let with = |change: &dyn Fn(Post) -> Post| {
        let posts = posts().into_iter().map(|post| match post.kind() {
            PostKind::DirectorOfChildrensServices => change(post),
            _ => post,
        });
        appointed(posts.collect(), [held("dcs", "A Director"), held("lead", "Cllr Lead")])
    };
    let under = |id: &str| with(&|post| post.with_reports_to(id).unwrap());
    finds(&under("ceo"), &[]);
    finds(
        &under("head"),
        &[
            "warning GOV-03 at posts[1].reports_to: the Director of Children's Services reports to Head of Service, \
           not to the chief executive",
        ],
    );
    finds(&with(&|post| post.with_tier(1)), &[]);
    finds(
        &with(&|post| post.with_tier(2)),
        &[
            "warning GOV-03 at posts[1].tier: the Director of Children's Services is of tier 2, not of the first",
        ],
    );
    // Another post may report to whom it does.
    let mut others = posts();
    others[3] = others[3].clone().with_reports_to("dcs").unwrap().with_tier(3);
    finds(&appointed(others, [held("dcs", "A Director"), held("lead", "Cllr Lead")]), &[]);
}

#[test]
fn gov_04_further_functions_are_tested() {
    let also = |text: &str| held("dcs", "A").with_other_function(good(text));
    let adult = || also("adult services");
    let broken = |function: &str| {
        format!(
            "warning GOV-04 at appointments[0].assurance_tested: A also answers for {function}, and no test of \
             assurance is on record"
        )
    };
    finds(&directors([adult()]), &[&broken("adult services")]);
    finds(
        &directors([adult().with_other_function(good("housing"))]),
        &[&broken("adult services and 1 more")],
    );
    finds(&directors([adult().with_assurance_tested(good("2019-10-31"))]), &[]);
    finds(&directors([adult().with_assurance_tested(good("2019"))]), &[]);
    finds(&directors([adult().with_assurance_tested(good("2019-11-01"))]), &[&broken("adult services")]);
    // Only the director, and only while in post.
    let lead = held("lead", "Cllr Lead").with_other_function(good("adult services"));
    finds(&appointed(posts(), [held("dcs", "A Director"), lead]), &[]);
    finds(&directors([adult().with_until(good("2019-10-30")), term("dcs", "B", "2019-10-31", "")]), &[]);
}

#[test]
fn gov_11_each_authority_has_its_own_record() {
    let authority = |code: &str| LocalAuthority::with_ons_code(code).unwrap();
    let of = |post, codes: &[&str]| {
        codes.iter().fold(held(post, "A"), |one, code| one.with_authority(authority(code)))
    };
    finds(
        &directors([of("dcs", &["E10000032", "E10000011"])]),
        &[
            "error GOV-11 at appointments[0].authorities: A is Director of Children's Services of West Sussex and \
           East Sussex in one record: each authority has its own",
        ],
    );
    finds(&directors([of("dcs", &["E10000032"])]), &[]);
    finds(&directors([of("dcs", &["E10000032", "E10000032"])]), &[]);
    // Buckinghamshire, county and unitary: one authority under two codes.
    finds(&directors([of("dcs", &["E10000002", "E06000060"])]), &[]);
    // A chief executive may serve two councils.
    finds(&directors([held("dcs", "A Director"), of("ceo", &["E10000032", "E10000011"])]), &[]);
}

// Bodies.

#[test]
fn gov_05_no_executive_in_scrutiny() {
    let committee = || body("Select Committee", BodyKind::ScrutinyCommittee);
    let of = |name: &str, capacity| member(name).with_capacity(capacity);
    finds(&with_body(committee().with_member(of("Cllr A", Capacity::Member))), &[]);
    let broken = |place: &str, name: &str, is: &str| {
        format!(
            "error GOV-05 at bodies[0].{place}: {name} sits on Select Committee, but is {is}: scrutiny is for \
             members who are not of the executive"
        )
    };
    let executive = "elected member of the executive";
    finds(
        &with_body(
            committee()
                .with_member(of("Cllr A", Capacity::Member))
                .with_member(of("Cllr B", Capacity::ExecutiveMember)),
        ),
        &[&broken("members[1]", "Cllr B", executive)],
    );
    finds(
        &with_body(committee().with_chair(of("Cllr B", Capacity::ExecutiveMember))),
        &[&broken("chair", "Cllr B", executive)],
    );
    let lead = "Lead Member for Children's Services";
    finds(
        &with_body(committee().with_member(member("cllr  lead"))),
        &[&broken("members[0]", "cllr  lead", lead)],
    );
    // Elsewhere they belong.
    let cabinet = body("Cabinet", BodyKind::Cabinet).with_member(of("Cllr Lead", Capacity::ExecutiveMember));
    finds(&with_body(cabinet), &[]);
    // Who is no longer, and who may not yet be, Lead Member.
    let then = |from, until| {
        let committee = committee().with_member(member("Cllr Then"));
        let leads = [held("dcs", "A Director"), term("lead", "Cllr Then", from, until)];
        Governance::new(posts(), leads, [committee], [], [], []).unwrap()
    };
    let gov_05 = |governance: &Governance| {
        governance.findings(day(AS_OF)).iter().filter(|finding| finding.rule().id() == "GOV-05").count()
    };
    assert_eq!(gov_05(&then("2018", "")), 1);
    assert_eq!(gov_05(&then("2018", "2019-10-30")), 0);
    assert_eq!(gov_05(&then("2019", "")), 0);
}

/// The posts and a Leader, whose holders are on record beside a director and a lead member; and these bodies.
#[track_caller]
fn with_people<const N: usize>(
    people: [Appointment; N],
    bodies: impl IntoIterator<Item = Body>,
) -> Governance {
    let posts = posts().into_iter().chain([post("leader", "Leader", PostKind::Leader)]);
    let appointments = [held("dcs", "A Director"), held("lead", "Cllr Lead")].into_iter().chain(people);
    Governance::new(posts, appointments, bodies, [], [], []).unwrap()
}

/// Of the executive by another part of the record, whatever the committee's own says.
#[test]
fn gov_05_by_name() {
    let committee =
        |name: &str| body("Select Committee", BodyKind::ScrutinyCommittee).with_member(member(name));
    let broken = |name: &str, is: &str| {
        format!(
            "error GOV-05 at bodies[0].members[0]: {name} sits on Select Committee, but is {is}: scrutiny is for \
             members who are not of the executive"
        )
    };
    let executive = "elected member of the executive";
    let leader = |until| with_people([term("leader", "Cllr Leader", "", until)], [committee("cllr leader")]);
    finds(&leader(""), &[&broken("cllr leader", "Leader of the council")]);
    finds(&leader("2019-10-30"), &[]);
    finds(&leader("2019"), &[]);

    let of = |capacity| {
        with_people([held("head", "Cllr Health").with_capacity(capacity)], [committee("Cllr Health")])
    };
    finds(&of(Capacity::ExecutiveMember), &[&broken("Cllr Health", executive)]);
    finds(&of(Capacity::Member), &[]);
    let gone = term("head", "Cllr Health", "", "2019-10-30").with_capacity(Capacity::ExecutiveMember);
    finds(&with_people([gone], [committee("Cllr Health")]), &[]);

    let of_cabinet = |kind, capacity| {
        let sits = member("Cllr Roads").with_capacity(capacity);
        let by_chair = body("Cabinet", kind).with_chair(sits.clone());
        let by_member = body("Cabinet", kind).with_member(sits);
        [by_chair, by_member].map(|cabinet| with_people([], [committee("Cllr Roads"), cabinet]))
    };
    for found in of_cabinet(BodyKind::Cabinet, Capacity::ExecutiveMember) {
        finds(&found, &[&broken("Cllr Roads", executive)]);
    }
    for kept in of_cabinet(BodyKind::Cabinet, Capacity::Officer)
        .into_iter()
        .chain(of_cabinet(BodyKind::FullCouncil, Capacity::ExecutiveMember))
    {
        finds(&kept, &[]);
    }
    // By every part of the record at once, and still told once.
    let all = with_people(
        [held("leader", "Cllr Lead").with_capacity(Capacity::ExecutiveMember)],
        [
            committee("Cllr Other").with_chair(member("Cllr Lead").with_capacity(Capacity::ExecutiveMember)),
            body("Cabinet", BodyKind::Cabinet)
                .with_member(member("Cllr Lead").with_capacity(Capacity::ExecutiveMember)),
        ],
    );
    finds(
        &all,
        &[
            "error GOV-05 at bodies[0].chair: Cllr Lead sits on Select Committee, but is Lead Member for Children's \
           Services: scrutiny is for members who are not of the executive",
        ],
    );
}

#[test]
fn gov_06_by_name() {
    let board = |name: &str| {
        let chair = member(name).with_capacity(Capacity::Independent);
        [body("Board", BodyKind::ImprovementBoard).with_chair(chair)]
    };
    let broken = |name: &str, is: &str| {
        format!(
            "warning GOV-06 at bodies[0].chair: {name} chairs Board, but is {is}: the chair is to be independent"
        )
    };
    let chief = |until| with_people([term("ceo", "C Executive", "", until)], board("C Executive"));
    finds(&chief(""), &[&broken("C Executive", "chief executive")]);
    finds(&chief("2019-10-30"), &[]);
    let head = |capacity| with_people([held("head", "H Head").with_capacity(capacity)], board("H Head"));
    finds(&head(Capacity::Officer), &[&broken("H Head", "council employee")]);
    finds(&head(Capacity::Commissioner), &[]);
    // As what the head of service holds the post is not on record.
    finds(&with_people([held("head", "H Head")], board("H Head")), &[]);
    let director = held("ceo", "A Director").with_capacity(Capacity::Officer);
    finds(
        &with_people([director], board("A Director")),
        &[&broken("A Director", "Director of Children's Services")],
    );
}

#[test]
fn gov_06_an_independent_chair() {
    let chaired = |chair: BodyMember| with_body(body("Board", BodyKind::ImprovementBoard).with_chair(chair));
    let broken = |name: &str, is: &str| {
        format!(
            "warning GOV-06 at bodies[0].chair: {name} chairs Board, but is {is}: the chair is to be independent"
        )
    };
    let of = |capacity| chaired(member("X").with_capacity(capacity));
    for kept in [Capacity::Independent, Capacity::Partner, Capacity::Member, Capacity::Commissioner] {
        finds(&of(kept), &[]);
    }
    finds(&chaired(member("X")), &[]);
    finds(&of(Capacity::Officer), &[&broken("X", "council employee")]);
    finds(&of(Capacity::ExecutiveMember), &[&broken("X", "elected member of the executive")]);
    finds(&chaired(member("A Director")), &[&broken("A Director", "Director of Children's Services")]);
    let lead = member("Cllr Lead").with_capacity(Capacity::ExecutiveMember);
    finds(&chaired(lead.clone()), &[&broken("Cllr Lead", "Lead Member for Children's Services")]);
    finds(&with_body(body("Cabinet", BodyKind::Cabinet).with_chair(lead)), &[]);
}

#[test]
fn gov_07_all_safeguarding_partners() {
    let board = || body("Board", BodyKind::ImprovementBoard);
    let of = |represents| member("X").with_represents(represents);
    let broken = |lacking: &str| {
        format!(
            "warning GOV-07 at bodies[0].members: Board lacks {lacking}: safeguarding partners belong there"
        )
    };
    use Representation as R;
    let council_and_board = || board().with_member(of(R::Council)).with_member(of(R::IntegratedCareBoard));
    finds(&with_body(council_and_board().with_member(of(R::Police))), &[]);
    finds(&with_body(council_and_board()), &[&broken("police")]);
    finds(&with_body(council_and_board().with_chair(of(R::Police))), &[]);
    finds(
        &with_body(board().with_member(of(R::Education))),
        &[&broken("council, integrated care board, police")],
    );
    // Who is employed by the council speaks for it, unless it is said otherwise.
    let officer = member("X").with_capacity(Capacity::Officer);
    finds(&with_body(board().with_member(officer.clone())), &[&broken("integrated care board, police")]);
    let seconded = officer.with_represents(R::Police);
    finds(&with_body(board().with_member(seconded)), &[&broken("council, integrated care board")]);
    // Where no member is on record, who sits there is not known.
    finds(&with_body(board()), &[]);
    finds(&with_body(board().with_chair(of(R::Education))), &[]);
    // Whoever holds a post of the council speaks for it, unless it is said otherwise there or here.
    let partners = || board().with_member(of(R::IntegratedCareBoard)).with_member(of(R::Police));
    finds(&with_body(partners()), &[&broken("council")]);
    finds(&with_body(partners().with_member(member("a director"))), &[]);
    finds(&with_body(partners().with_member(member("cllr-lead"))), &[]);
    let partner = member("A Director").with_capacity(Capacity::Partner);
    finds(&with_body(partners().with_member(partner)), &[&broken("council")]);
    let head = |until, capacity: Option<Capacity>| {
        let head = term("head", "H Head", "", until);
        let head = capacity.map_or(head.clone(), |capacity| head.with_capacity(capacity));
        with_people([head], [partners().with_member(member("H Head"))])
    };
    finds(&head("", None), &[]);
    finds(&head("", Some(Capacity::Officer)), &[]);
    finds(&head("", Some(Capacity::Commissioner)), &[&broken("council")]);
    finds(&head("2019", None), &[]);
    finds(&head("2019-10-30", None), &[&broken("council")]);
}

#[test]
fn gov_13_the_panel_is_mixed() {
    let panel = || body("Panel", BodyKind::CorporateParentingPanel);
    let of = |represents| member("X").with_represents(represents);
    let broken = |lacking: &str| format!("warning GOV-13 at bodies[0].members: Panel lacks {lacking}");
    use Representation as R;
    let young_people_and_carers = || panel().with_member(of(R::YoungPeople)).with_member(of(R::Carers));
    for partner in [R::IntegratedCareBoard, R::Police, R::Education, R::VoluntarySector] {
        finds(&with_body(young_people_and_carers().with_member(of(partner))), &[]);
    }
    let partner = member("X").with_capacity(Capacity::Partner);
    finds(&with_body(young_people_and_carers().with_member(partner.clone())), &[]);
    finds(&with_body(young_people_and_carers()), &[&broken("partners")]);
    finds(&with_body(panel().with_member(of(R::Carers)).with_member(partner)), &[&broken("young people")]);
    finds(&with_body(panel().with_member(of(R::Council))), &[&broken("young people, carers, partners")]);
    finds(&with_body(panel()), &[]);
}

// Decisions.

#[test]
fn gov_09_notice_or_urgency() {
    let decision = || KeyDecision::titled("Plan", day("2019-08-06")).unwrap();
    let noticed = |on| with_decision(decision().with_notice_published(day(on)));
    let broken = |how: &str| {
        format!(
            "error GOV-09 at key_decisions[0].notice_published: taken on 2019-08-06 {how}, where 28 clear days are \
             needed, and no urgency is on record"
        )
    };
    finds(&noticed("2019-07-08"), &[]);
    finds(&noticed("2019-07-09"), &[&broken("on 27 clear days of notice")]);
    finds(&noticed("2019-08-04"), &[&broken("on 1 clear day of notice")]);
    finds(&noticed("2019-08-06"), &[&broken("on 0 clear days of notice")]);
    finds(&noticed("2019-08-07"), &[&broken("before its notice of 2019-08-07")]);
    finds(&with_decision(decision()), &[&broken("without notice")]);
    finds(&with_decision(decision().with_urgency("agreed with the chair").unwrap()), &[]);
    // It is still to be taken.
    finds_on(&with_decision(decision()), "2019-08-05", &[]);
    finds_on(&with_decision(decision()), "2019-08-06", &[&broken("without notice")]);
    // The regulations came into force on 10 September 2012.
    let taken = |on| with_decision(KeyDecision::titled("Plan", day(on)).unwrap());
    finds(&taken("2012-09-09"), &[]);
    finds(
        &taken("2012-09-10"),
        &[
            "error GOV-09 at key_decisions[0].notice_published: taken on 2012-09-10 without notice, where 28 clear \
           days are needed, and no urgency is on record",
        ],
    );
}

#[test]
fn gov_12_the_director_approves() {
    let approved = |post: &str, on: &str| {
        let approval = DistantPlacementApproval::by(post, good(on)).unwrap();
        Parts { placements: vec![approval], ..Parts::default() }.whole()
    };
    finds(&approved("dcs", "2019-10-01"), &[]);
    finds(
        &approved("head", "2019-09"),
        &[
            "error GOV-12 at distant_placements[0].approved_by: approved on 2019-09 by Head of Service, not by the \
           Director of Children's Services",
        ],
    );
    finds(&approved("head", "2019-11-01"), &[]);
    finds(&approved("head", "2019"), &[]);
    // The amendment came into force on 27 January 2014.
    for before in ["2005", "2014-01-26", "2014-01", "2014"] {
        finds(&approved("head", before), &[]);
    }
    for since in ["2014-01-27", "2014-02"] {
        finds(
            &approved("head", since),
            &[&format!(
                "error GOV-12 at distant_placements[0].approved_by: approved on {since} by Head of Service, not by \
                 the Director of Children's Services"
            )],
        );
    }
}

// Strategies.

fn strategy() -> Strategy {
    Strategy::titled("Strategy").unwrap()
}

#[test]
fn str_01_scrutiny_comes_first() {
    let adopted = |on| strategy().with_adopted(good(on));
    let broken = |what: &str| format!("error STR-01 at strategies[0].adopted: adopted on 2019-09-01, {what}");
    let held = |on| with_strategy(adopted("2019-09-01").with_scrutinised(good(on)));
    finds(&held("2019-08-31"), &[]);
    finds(&held("2019-09-01"), &[]);
    finds(&held("2019-09"), &[]);
    finds(&held("2019-09-02"), &[&broken("before its scrutiny on 2019-09-02")]);
    finds(&held("2019-10"), &[&broken("before its scrutiny on 2019-10")]);
    let planned = |on| adopted("2019-09-01").with_scrutiny_planned(good(on));
    finds(&with_strategy(planned("2019-11")), &[&broken("before the scrutiny planned for 2019-11")]);
    finds(&with_strategy(planned("2019-08")), &[]);
    // What was held counts, not what was planned.
    finds(&with_strategy(planned("2019-11").with_scrutinised(good("2019-08"))), &[]);
    // One on record for a later day is as good as planned.
    finds(&held("2019-11-01"), &[&broken("before its scrutiny on 2019-11-01")]);
    // It is still to be adopted.
    finds_on(&held("2019-10"), "2019-08-31", &[]);
    finds(&with_strategy(adopted("2019-09-01")), &[]);
}

#[test]
fn str_02_partners_are_listed() {
    let by = |authorship| strategy().with_authorship(authorship);
    finds(
        &with_strategy(by(Authorship::CoProduced)),
        &["error STR-02 at strategies[0].partners: Strategy is co-produced, but no partner is listed"],
    );
    finds(&with_strategy(by(Authorship::CoProduced).with_partner(good("Police"))), &[]);
    finds(&with_strategy(by(Authorship::CouncilAlone)), &[]);
    finds(&with_strategy(strategy()), &[]);
}

#[test]
fn str_03_adopted_by_the_time_it_is_due() {
    let due = |on| strategy().with_adoption_due(good(on));
    let broken = |on: &str| {
        format!(
            "warning STR-03 at strategies[0].adoption_due: was to be adopted by {on} and is not adopted on \
             2019-10-31"
        )
    };
    finds(&with_strategy(due("2019-10-31")), &[]);
    finds(&with_strategy(due("2019-10")), &[]);
    finds(&with_strategy(due("2019-09")), &[&broken("2019-09")]);
    finds(&with_strategy(due("2019-10-30").with_state(StrategyState::Draft)), &[&broken("2019-10-30")]);
    for done in [StrategyState::Adopted, StrategyState::Published] {
        finds(&with_strategy(due("2019-09").with_state(done)), &[]);
    }
    let adopted = |on| with_strategy(due("2019-09").with_adopted(good(on)));
    finds(&adopted("2019-10-31"), &[]);
    finds(&adopted("2019"), &[]);
    finds(&adopted("2019-11-01"), &[&broken("2019-09")]);
    finds(&with_strategy(due("2019-09").with_published(good("2019-10-01"))), &[]);
    // The day on record decides, not the state.
    let later = due("2019-09").with_state(StrategyState::Adopted).with_adopted(good("2019-11"));
    finds(&with_strategy(later), &[&broken("2019-09")]);
}

/// Part by part in the order of the wire.
#[test]
fn findings_stand_in_order() {
    let mut posts = posts();
    posts[1] = posts[1].clone().with_tier(2);
    let director = held("dcs", "A").with_capacity(Capacity::Member);
    let panel = body("Panel", BodyKind::CorporateParentingPanel).with_member(member("X"));
    let decision = KeyDecision::titled("Plan", day("2019-08-06")).unwrap();
    let placement = DistantPlacementApproval::by("head", good("2019-08-06")).unwrap();
    let strategy = strategy().with_authorship(Authorship::CoProduced).with_adoption_due(good("2018"));
    let strategy = strategy.with_adopted(good("2019-12")).with_scrutinised(good("2020"));
    let all = Governance::new(posts, [director], [panel], [decision], [placement], [strategy]).unwrap();
    let rules = |as_of| {
        let findings = all.findings(day(as_of)).into_iter();
        findings.map(|finding| finding.rule().id()).collect::<Vec<_>>()
    };
    let until_adopted = ["GOV-03", "GOV-01", "GOV-02", "GOV-13", "GOV-09", "GOV-12", "STR-02", "STR-03"];
    assert_eq!(rules(AS_OF), until_adopted);
    let afterwards = ["GOV-03", "GOV-01", "GOV-02", "GOV-13", "GOV-09", "GOV-12", "STR-01", "STR-02"];
    assert_eq!(rules("2019-12-31"), afterwards);
}

/// A finding holds the values concerned.
#[test]
fn findings_hold_their_values() {
    let decision = KeyDecision::titled("Plan", day("2019-08-06")).unwrap();
    let findings = with_decision(decision.with_notice_published(day("2019-07-09"))).findings(day(AS_OF));
    let values: Vec<_> = findings.iter().flat_map(|finding| finding.values().to_vec()).collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(values, [pair("taken", "2019-08-06"), pair("notice_published", "2019-07-09")]);
}
