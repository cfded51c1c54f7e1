//! Each rule of governance and of strategies: broken, and kept by what differs in one point only.

use crate::helpers::{Parts, body, day, good, held, member, post, posts, term};
use childrens_services::{
    Appointment, Body, BodyKind, Governance, KeyDecision, LocalAuthority, Post, PostKind, Severity, Strategy,
    governance::{
        Authorship, BodyMember, Capacity, DistantPlacementApproval, Representation, StrategyState,
        rules::RULES,
    },
};
use std::num::NonZeroU8;

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
    Governance { posts, appointments: appointments.into_iter().collect(), ..Governance::default() }
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

/// With one member more.
fn and(member: BodyMember, body: Body) -> Body {
    Body { members: [body.members, vec![member]].concat(), ..body }
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
        ("GOV-14", Error),
        ("GOV-15", Error),
        ("GOV-16", Error),
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
    finds(&Governance::default(), &[]);
    finds(&Parts::default().whole(), &[]);
}

// GOV-01.

#[test]
fn gov_01_somebody_is_in_post() {
    let nobody = "error GOV-01 at appointments: nobody is Director of Children's Services on 2019-10-31: a \
                  vacancy needs an interim appointment";
    finds(&directors([]), &[nobody]);
    // Without a post of the kind, as without an appointment to it.
    let without = posts().into_iter().filter(|post| post.id.as_str() != "lead").collect();
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
    let with = |capacity| directors([Appointment { capacity: Some(capacity), ..held("dcs", "A") }]);
    let broken = |capacity: &str| {
        format!(
            "error GOV-02 at appointments[0].capacity: A is Director of Children's Services as {capacity}: the \
             post is an officer's"
        )
    };
    finds(&with(Capacity::Member), &[&broken("elected member, not of the executive")]);
    finds(&with(Capacity::ExecutiveMember), &[&broken("elected member of the executive")]);
    finds(&with(Capacity::Officer), &[]);

    let lead = |capacity| {
        appointed(
            posts(),
            [held("dcs", "A Director"), Appointment { capacity: Some(capacity), ..held("lead", "B") }],
        )
    };
    finds(
        &lead(Capacity::Officer),
        &["error GOV-02 at appointments[1].capacity: B is Lead Member for Children's Services as council \
           employee: the post is an elected member's"],
    );
    finds(&lead(Capacity::ExecutiveMember), &[]);

    // What begins later is not yet known; what is over still stands on record.
    let member =
        |from, until| Appointment { capacity: Some(Capacity::Member), ..term("dcs", "A", from, until) };
    let director = Appointment { capacity: Some(Capacity::Officer), ..held("dcs", "A") };
    finds(&directors([member("2019-11-01", ""), director.clone()]), &[]);
    finds(&directors([member("2018", "2018"), director]), &[&broken("elected member, not of the executive")]);
}

#[test]
fn gov_02_not_both_posts() {
    let both = |director: Appointment, lead: Appointment| {
        appointed(posts(), [Appointment { capacity: Some(Capacity::Officer), ..director }, lead])
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
        let posts = posts().into_iter().map(|post| match post.kind {
            PostKind::DirectorOfChildrensServices => change(post),
            _ => post,
        });
        appointed(posts.collect(), [held("dcs", "A Director"), held("lead", "Cllr Lead")])
    };
    let under = |id: &str| with(&|post| Post { reports_to: Some(good(id)), ..post });
    finds(&under("ceo"), &[]);
    finds(
        &under("head"),
        &[
            "warning GOV-03 at posts[1].reports_to: the Director of Children's Services reports to Head of Service, \
           not to the chief executive",
        ],
    );
    finds(&with(&|post| Post { tier: NonZeroU8::new(1), ..post }), &[]);
    finds(
        &with(&|post| Post { tier: NonZeroU8::new(2), ..post }),
        &[
            "warning GOV-03 at posts[1].tier: the Director of Children's Services is of tier 2, not of the first",
        ],
    );
    // Another post may report to whom it does.
    let mut others = posts();
    others[3] = Post { reports_to: Some(good("dcs")), tier: NonZeroU8::new(3), ..others[3].clone() };
    finds(&appointed(others, [held("dcs", "A Director"), held("lead", "Cllr Lead")]), &[]);
}

#[test]
fn gov_04_further_functions_are_tested() {
    let also = |text: &str| Appointment { other_functions: vec![good(text)], ..held("dcs", "A") };
    let adult = || also("adult services");
    let broken = |function: &str| {
        format!(
            "warning GOV-04 at appointments[0].assurance_tested: A also answers for {function}, and no test of \
             assurance is on record"
        )
    };
    finds(&directors([adult()]), &[&broken("adult services")]);
    finds(
        &directors([Appointment {
            other_functions: vec![good("adult services"), good("housing")],
            ..adult()
        }]),
        &[&broken("adult services and 1 more")],
    );
    finds(&directors([Appointment { assurance_tested: Some(good("2019-10-31")), ..adult() }]), &[]);
    finds(&directors([Appointment { assurance_tested: Some(good("2019")), ..adult() }]), &[]);
    finds(
        &directors([Appointment { assurance_tested: Some(good("2019-11-01")), ..adult() }]),
        &[&broken("adult services")],
    );
    // Only the director, and only while in post.
    let lead = Appointment { other_functions: vec![good("adult services")], ..held("lead", "Cllr Lead") };
    finds(&appointed(posts(), [held("dcs", "A Director"), lead]), &[]);
    finds(
        &directors([
            Appointment { until: Some(good("2019-10-30")), ..adult() },
            term("dcs", "B", "2019-10-31", ""),
        ]),
        &[],
    );
}

#[test]
fn gov_11_each_authority_has_its_own_record() {
    let authority = |code: &str| LocalAuthority::with_ons_code(code).unwrap();
    let of = |post, codes: &[&str]| {
        let authorities = codes.iter().map(|code| authority(code)).collect();
        Appointment { authorities, ..held(post, "A") }
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
    let of = |name: &str, capacity| BodyMember { capacity: Some(capacity), ..member(name) };
    finds(&with_body(Body { members: vec![of("Cllr A", Capacity::Member)], ..committee() }), &[]);
    let broken = |place: &str, name: &str, is: &str| {
        format!(
            "error GOV-05 at bodies[0].{place}: {name} sits on Select Committee, but is {is}: scrutiny is for \
             members who are not of the executive"
        )
    };
    let executive = "elected member of the executive";
    finds(
        &with_body(Body {
            members: vec![of("Cllr A", Capacity::Member), of("Cllr B", Capacity::ExecutiveMember)],
            ..committee()
        }),
        &[&broken("members[1]", "Cllr B", executive)],
    );
    finds(
        &with_body(Body { chair: Some(of("Cllr B", Capacity::ExecutiveMember)), ..committee() }),
        &[&broken("chair", "Cllr B", executive)],
    );
    let lead = "Lead Member for Children's Services";
    finds(
        &with_body(Body { members: vec![member("cllr  lead")], ..committee() }),
        &[&broken("members[0]", "cllr  lead", lead)],
    );
    // Elsewhere they belong.
    let cabinet = Body {
        members: vec![of("Cllr Lead", Capacity::ExecutiveMember)],
        ..body("Cabinet", BodyKind::Cabinet)
    };
    finds(&with_body(cabinet), &[]);
    // Who is no longer, and who may not yet be, Lead Member.
    let then = |from, until| {
        let committee = Body { members: vec![member("Cllr Then")], ..committee() };
        let leads = vec![held("dcs", "A Director"), term("lead", "Cllr Then", from, until)];
        Governance { posts: posts(), appointments: leads, bodies: vec![committee], ..Governance::default() }
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
    let posts = [posts(), vec![post("leader", "Leader", PostKind::Leader)]].concat();
    let mut appointments = vec![held("dcs", "A Director"), held("lead", "Cllr Lead")];
    appointments.extend(people);
    Governance { posts, appointments, bodies: bodies.into_iter().collect(), ..Governance::default() }
}

/// Of the executive by another part of the record, whatever the committee's own says.
#[test]
fn gov_05_by_name() {
    let committee = |name: &str| Body {
        members: vec![member(name)],
        ..body("Select Committee", BodyKind::ScrutinyCommittee)
    };
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
        with_people(
            [Appointment { capacity: Some(capacity), ..held("head", "Cllr Health") }],
            [committee("Cllr Health")],
        )
    };
    finds(&of(Capacity::ExecutiveMember), &[&broken("Cllr Health", executive)]);
    finds(&of(Capacity::Member), &[]);
    let gone = Appointment {
        capacity: Some(Capacity::ExecutiveMember),
        ..term("head", "Cllr Health", "", "2019-10-30")
    };
    finds(&with_people([gone], [committee("Cllr Health")]), &[]);

    let of_cabinet = |kind, capacity| {
        let sits = BodyMember { capacity: Some(capacity), ..member("Cllr Roads") };
        let by_chair = Body { chair: Some(sits.clone()), ..body("Cabinet", kind) };
        let by_member = Body { members: vec![sits], ..body("Cabinet", kind) };
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
        [Appointment { capacity: Some(Capacity::ExecutiveMember), ..held("leader", "Cllr Lead") }],
        [
            Body {
                chair: Some(BodyMember { capacity: Some(Capacity::ExecutiveMember), ..member("Cllr Lead") }),
                ..committee("Cllr Other")
            },
            Body {
                members: vec![BodyMember {
                    capacity: Some(Capacity::ExecutiveMember),
                    ..member("Cllr Lead")
                }],
                ..body("Cabinet", BodyKind::Cabinet)
            },
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
        let chair = BodyMember { capacity: Some(Capacity::Independent), ..member(name) };
        [Body { chair: Some(chair), ..body("Board", BodyKind::ImprovementBoard) }]
    };
    let broken = |name: &str, is: &str| {
        format!(
            "warning GOV-06 at bodies[0].chair: {name} chairs Board, but is {is}: the chair is to be independent"
        )
    };
    let chief = |until| with_people([term("ceo", "C Executive", "", until)], board("C Executive"));
    finds(&chief(""), &[&broken("C Executive", "chief executive")]);
    finds(&chief("2019-10-30"), &[]);
    let head = |capacity| {
        with_people([Appointment { capacity: Some(capacity), ..held("head", "H Head") }], board("H Head"))
    };
    finds(&head(Capacity::Officer), &[&broken("H Head", "council employee")]);
    finds(&head(Capacity::Commissioner), &[]);
    // As what the head of service holds the post is not on record.
    finds(&with_people([held("head", "H Head")], board("H Head")), &[]);
    let director = Appointment { capacity: Some(Capacity::Officer), ..held("ceo", "A Director") };
    finds(
        &with_people([director], board("A Director")),
        &[&broken("A Director", "Director of Children's Services")],
    );
}

#[test]
fn gov_06_an_independent_chair() {
    let chaired = |chair: BodyMember| {
        with_body(Body { chair: Some(chair), ..body("Board", BodyKind::ImprovementBoard) })
    };
    let broken = |name: &str, is: &str| {
        format!(
            "warning GOV-06 at bodies[0].chair: {name} chairs Board, but is {is}: the chair is to be independent"
        )
    };
    let of = |capacity| chaired(BodyMember { capacity: Some(capacity), ..member("X") });
    for kept in [Capacity::Independent, Capacity::Partner, Capacity::Member, Capacity::Commissioner] {
        finds(&of(kept), &[]);
    }
    finds(&chaired(member("X")), &[]);
    finds(&of(Capacity::Officer), &[&broken("X", "council employee")]);
    finds(&of(Capacity::ExecutiveMember), &[&broken("X", "elected member of the executive")]);
    finds(&chaired(member("A Director")), &[&broken("A Director", "Director of Children's Services")]);
    let lead = BodyMember { capacity: Some(Capacity::ExecutiveMember), ..member("Cllr Lead") };
    finds(&chaired(lead.clone()), &[&broken("Cllr Lead", "Lead Member for Children's Services")]);
    finds(&with_body(Body { chair: Some(lead), ..body("Cabinet", BodyKind::Cabinet) }), &[]);
}

#[test]
fn gov_07_all_safeguarding_partners() {
    let board = || body("Board", BodyKind::ImprovementBoard);
    let of = |represents| BodyMember { represents: Some(represents), ..member("X") };
    let broken = |lacking: &str| {
        format!(
            "warning GOV-07 at bodies[0].members: Board lacks {lacking}: safeguarding partners belong there"
        )
    };
    use Representation as R;
    let council_and_board = || Body { members: vec![of(R::Council), of(R::IntegratedCareBoard)], ..board() };
    finds(&with_body(and(of(R::Police), council_and_board())), &[]);
    finds(&with_body(council_and_board()), &[&broken("police")]);
    finds(&with_body(Body { chair: Some(of(R::Police)), ..council_and_board() }), &[]);
    finds(
        &with_body(Body { members: vec![of(R::Education)], ..board() }),
        &[&broken("council, integrated care board, police")],
    );
    // Who is employed by the council speaks for it, unless it is said otherwise.
    let officer = BodyMember { capacity: Some(Capacity::Officer), ..member("X") };
    finds(
        &with_body(Body { members: vec![officer.clone()], ..board() }),
        &[&broken("integrated care board, police")],
    );
    let seconded = BodyMember { represents: Some(R::Police), ..officer };
    finds(
        &with_body(Body { members: vec![seconded], ..board() }),
        &[&broken("council, integrated care board")],
    );
    // Where no member is on record, who sits there is not known.
    finds(&with_body(board()), &[]);
    finds(&with_body(Body { chair: Some(of(R::Education)), ..board() }), &[]);
    // Whoever holds a post of the council speaks for it, unless it is said otherwise there or here.
    let partners = || Body { members: vec![of(R::IntegratedCareBoard), of(R::Police)], ..board() };
    finds(&with_body(partners()), &[&broken("council")]);
    finds(&with_body(and(member("a director"), partners())), &[]);
    finds(&with_body(and(member("cllr-lead"), partners())), &[]);
    let partner = BodyMember { capacity: Some(Capacity::Partner), ..member("A Director") };
    finds(&with_body(and(partner, partners())), &[&broken("council")]);
    let head = |until, capacity: Option<Capacity>| {
        let head = term("head", "H Head", "", until);
        let head = capacity.map_or(head.clone(), |capacity| Appointment { capacity: Some(capacity), ..head });
        with_people([head], [and(member("H Head"), partners())])
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
    let of = |represents| BodyMember { represents: Some(represents), ..member("X") };
    let broken = |lacking: &str| format!("warning GOV-13 at bodies[0].members: Panel lacks {lacking}");
    use Representation as R;
    let young_people_and_carers = || Body { members: vec![of(R::YoungPeople), of(R::Carers)], ..panel() };
    for partner in [R::IntegratedCareBoard, R::Police, R::Education, R::VoluntarySector] {
        finds(&with_body(and(of(partner), young_people_and_carers())), &[]);
    }
    let partner = BodyMember { capacity: Some(Capacity::Partner), ..member("X") };
    finds(&with_body(and(partner.clone(), young_people_and_carers())), &[]);
    finds(&with_body(young_people_and_carers()), &[&broken("partners")]);
    finds(&with_body(Body { members: vec![of(R::Carers), partner], ..panel() }), &[&broken("young people")]);
    finds(
        &with_body(Body { members: vec![of(R::Council)], ..panel() }),
        &[&broken("young people, carers, partners")],
    );
    finds(&with_body(panel()), &[]);
}

// Decisions.

#[test]
fn gov_09_notice_or_urgency() {
    let decision = || KeyDecision::new(good("Plan"), good("2019-08-06"));
    let noticed = |on| with_decision(KeyDecision { notice_published: Some(good(on)), ..decision() });
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
    finds(&with_decision(KeyDecision { urgency: Some(good("agreed with the chair")), ..decision() }), &[]);
    // It is still to be taken.
    finds_on(&with_decision(decision()), "2019-08-05", &[]);
    finds_on(&with_decision(decision()), "2019-08-06", &[&broken("without notice")]);
    // The regulations came into force on 10 September 2012.
    let taken = |on| with_decision(KeyDecision::new(good("Plan"), good(on)));
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
        let approval = DistantPlacementApproval { on: good(on), approved_by: good(post) };
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
    Strategy::new(good("Strategy"))
}

#[test]
fn str_01_scrutiny_comes_first() {
    let adopted = |on| Strategy { adopted: Some(good(on)), ..strategy() };
    let broken = |what: &str| format!("error STR-01 at strategies[0].adopted: adopted on 2019-09-01, {what}");
    let held = |on| with_strategy(Strategy { scrutinised: Some(good(on)), ..adopted("2019-09-01") });
    finds(&held("2019-08-31"), &[]);
    finds(&held("2019-09-01"), &[]);
    finds(&held("2019-09"), &[]);
    finds(&held("2019-09-02"), &[&broken("before its scrutiny on 2019-09-02")]);
    finds(&held("2019-10"), &[&broken("before its scrutiny on 2019-10")]);
    let planned = |on| Strategy { scrutiny_planned: Some(good(on)), ..adopted("2019-09-01") };
    finds(&with_strategy(planned("2019-11")), &[&broken("before the scrutiny planned for 2019-11")]);
    finds(&with_strategy(planned("2019-08")), &[]);
    // What was held counts, not what was planned.
    finds(&with_strategy(Strategy { scrutinised: Some(good("2019-08")), ..planned("2019-11") }), &[]);
    // One on record for a later day is as good as planned.
    finds(&held("2019-11-01"), &[&broken("before its scrutiny on 2019-11-01")]);
    // It is still to be adopted.
    finds_on(&held("2019-10"), "2019-08-31", &[]);
    finds(&with_strategy(adopted("2019-09-01")), &[]);
}

#[test]
fn str_02_partners_are_listed() {
    let by = |authorship| Strategy { authorship: Some(authorship), ..strategy() };
    finds(
        &with_strategy(by(Authorship::CoProduced)),
        &["error STR-02 at strategies[0].partners: Strategy is co-produced, but no partner is listed"],
    );
    finds(&with_strategy(Strategy { partners: vec![good("Police")], ..by(Authorship::CoProduced) }), &[]);
    finds(&with_strategy(by(Authorship::CouncilAlone)), &[]);
    finds(&with_strategy(strategy()), &[]);
}

#[test]
fn str_03_adopted_by_the_time_it_is_due() {
    let due = |on| Strategy { adoption_due: Some(good(on)), ..strategy() };
    let broken = |on: &str| {
        format!(
            "warning STR-03 at strategies[0].adoption_due: was to be adopted by {on} and is not adopted on \
             2019-10-31"
        )
    };
    finds(&with_strategy(due("2019-10-31")), &[]);
    finds(&with_strategy(due("2019-10")), &[]);
    finds(&with_strategy(due("2019-09")), &[&broken("2019-09")]);
    finds(
        &with_strategy(Strategy { state: Some(StrategyState::Draft), ..due("2019-10-30") }),
        &[&broken("2019-10-30")],
    );
    for done in [StrategyState::Adopted, StrategyState::Published] {
        finds(&with_strategy(Strategy { state: Some(done), ..due("2019-09") }), &[]);
    }
    let adopted = |on| with_strategy(Strategy { adopted: Some(good(on)), ..due("2019-09") });
    finds(&adopted("2019-10-31"), &[]);
    finds(&adopted("2019"), &[]);
    finds(&adopted("2019-11-01"), &[&broken("2019-09")]);
    finds(&with_strategy(Strategy { published: Some(good("2019-10-01")), ..due("2019-09") }), &[]);
    // The day on record decides, not the state.
    let later =
        Strategy { state: Some(StrategyState::Adopted), adopted: Some(good("2019-11")), ..due("2019-09") };
    finds(&with_strategy(later), &[&broken("2019-09")]);
}

/// Part by part in the order of the wire.
#[test]
fn findings_stand_in_order() {
    let mut posts = posts();
    posts[1] = Post { tier: NonZeroU8::new(2), ..posts[1].clone() };
    let director = Appointment { capacity: Some(Capacity::Member), ..held("dcs", "A") };
    let panel = Body { members: vec![member("X")], ..body("Panel", BodyKind::CorporateParentingPanel) };
    let decision = KeyDecision::new(good("Plan"), good("2019-08-06"));
    let placement = DistantPlacementApproval { on: good("2019-08-06"), approved_by: good("head") };
    let strategy =
        Strategy { authorship: Some(Authorship::CoProduced), adoption_due: Some(good("2018")), ..strategy() };
    let strategy = Strategy { adopted: Some(good("2019-12")), scrutinised: Some(good("2020")), ..strategy };
    let all = Governance {
        posts,
        appointments: vec![director],
        bodies: vec![panel],
        key_decisions: vec![decision],
        distant_placements: vec![placement],
        strategies: vec![strategy],
    };
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
    let decision = KeyDecision::new(good("Plan"), good("2019-08-06"));
    let findings = with_decision(KeyDecision { notice_published: Some(good("2019-07-09")), ..decision })
        .findings(day(AS_OF));
    let values: Vec<_> = findings.iter().flat_map(|finding| finding.values().to_vec()).collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(values, [pair("taken", "2019-08-06"), pair("notice_published", "2019-07-09")]);
}

// Names, references and terms.

/// What is found of these parts of the record alone, less what follows from there being no director and no lead member.
#[track_caller]
fn finds_of_names(governance: &Governance, expected: &[&str]) {
    let findings = governance.findings(day(AS_OF)).into_iter();
    let of_names = findings.filter(|one| ["GOV-14", "GOV-15", "GOV-16"].contains(&one.rule().id()));
    assert_eq!(of_names.map(|one| one.to_string()).collect::<Vec<_>>(), expected);
}

#[test]
fn gov_14_names_are_given_once() {
    let two = |second: &str| Governance {
        posts: vec![post("a", "First", PostKind::Other), post(second, "Second", PostKind::Other)],
        ..Governance::default()
    };
    finds_of_names(&two("a"), &[r#"error GOV-14 at posts[1].id: "a" is already that of posts[0]"#]);
    finds_of_names(&two("A"), &[]);
    let bodies = |second: &str| Governance {
        bodies: vec![body("Board", BodyKind::Other), body(second, BodyKind::ImprovementBoard)],
        ..Governance::default()
    };
    finds_of_names(
        &bodies("Board"),
        &[r#"error GOV-14 at bodies[1].title: "Board" is already that of bodies[0]"#],
    );
    finds_of_names(&bodies("Other Board"), &[]);
    // One finding for each, however many there are.
    let strategies = ["Neglect", "Early Help", "Neglect", "Neglect"].map(|title| Strategy::new(good(title)));
    finds_of_names(
        &Governance { strategies: strategies.into(), ..Governance::default() },
        &[
            r#"error GOV-14 at strategies[2].title: "Neglect" is already that of strategies[0]"#,
            r#"error GOV-14 at strategies[3].title: "Neglect" is already that of strategies[0]"#,
        ],
    );
    // The first of two posts of one id is meant.
    let mut posts = posts();
    posts.push(post("dcs", "Another", PostKind::Other));
    let governance = appointed(posts, [held("dcs", "A Director"), held("lead", "Cllr Lead")]);
    finds(&governance, &[r#"error GOV-14 at posts[4].id: "dcs" is already that of posts[1]"#]);
}

/// Each reference of each part, all at once.
#[test]
fn gov_15_references_lead_somewhere() {
    let governance = Governance {
        posts: [posts(), vec![Post { reports_to: Some(good("y")), ..post("x", "X", PostKind::Other) }]]
            .concat(),
        appointments: vec![held("dcs", "A"), held("lead", "B"), held("DCS", "C")],
        bodies: vec![body("Cabinet", BodyKind::Cabinet)],
        key_decisions: vec![KeyDecision {
            body: Some(good("cabinet")),
            urgency: Some(good("agreed")),
            ..KeyDecision::new(good("Plan"), good("2019-08-06"))
        }],
        distant_placements: vec![DistantPlacementApproval { on: good("2019"), approved_by: good("team") }],
        strategies: vec![Strategy {
            scrutiny_body: Some(good("Select Committee")),
            ..Strategy::new(good("S"))
        }],
    };
    finds(
        &governance,
        &[
            r#"error GOV-15 at posts[4].reports_to: "y" is no post on record"#,
            r#"error GOV-15 at appointments[2].post: "DCS" is no post on record"#,
            r#"error GOV-15 at key_decisions[0].body: "cabinet" is no body on record"#,
            r#"error GOV-15 at distant_placements[0].approved_by: "team" is no post on record"#,
            r#"error GOV-15 at strategies[0].scrutiny_body: "Select Committee" is no body on record"#,
        ],
    );
    // A message stays short whatever was given.
    let long = appointed(vec![], [held(&"x".repeat(100), "A")]);
    let told = format!(r#"error GOV-15 at appointments[0].post: "{}…" is no post on record"#, "x".repeat(60));
    finds(&long, &[&told]);
}

#[test]
fn gov_16_an_appointment_ends_after_it_begins() {
    let of = |from, until| directors([held("dcs", "B"), term("dcs", "A", from, until)]);
    // It is found as that alone: it leaves no gap and rivals nobody.
    finds(
        &of("2019-06", "2019-05-31"),
        &["error GOV-16 at appointments[1].until: 2019-05-31 lies before 2019-06, when it begins"],
    );
    for (from, until) in [("2019-06-01", "2019-06-01"), ("2019-06-30", "2019-06"), ("2019", "2019-01-01")] {
        finds_of_names(&of(from, until), &[]);
    }
}
