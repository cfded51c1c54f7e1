//! The generator of governance for property tests: every record comes through the constructors.

use crate::{
    calendar::PartialDate,
    governance::{
        Appointment, AppointmentBasis, Authorship, Body, BodyKind, BodyMember, Capacity,
        DistantPlacementApproval, Governance, KeyDecision, Meeting, Post, PostKind, Reach, Representation,
        Strategy as Plan, StrategyState, Subject,
    },
    text::OneLine,
};
use chrono::{Datelike, Days, NaiveDate};
use proptest::{
    arbitrary::{Arbitrary, any},
    collection::vec,
    option,
    prelude::{Just, Strategy},
    prop_oneof,
    sample::{Index, select},
    strategy::BoxedStrategy,
};

const SOUND: &str = "drawn to be sound";

/// A director, a lead member, a chief executive and up to five further posts, with hand-overs that leave no gap; up
/// to five bodies; a few decisions and strategies. There is no finding as of 31 December 2026, not even a warning.
impl Arbitrary for Governance {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let dated = (posts(), bodies(), vec((0..300_u64, 0..4_u8, day(2011..=2026)), 0..4));
        (dated, vec(date(2010..=2026), 0..3), vec(strategy(), 0..3))
            .prop_map(|(((posts, appointments), bodies, decisions), placements, strategies)| {
                let titled = |kind| {
                    let body = bodies.iter().find(|body| body.kind() == kind);
                    body.map(|body| body.title().as_str().to_owned())
                };
                let (cabinet, scrutiny) = (titled(BodyKind::Cabinet), titled(BodyKind::ScrutinyCommittee));
                let decisions: Vec<_> = decisions
                    .into_iter()
                    .enumerate()
                    .map(|(index, (beyond, form, taken))| {
                        decision(index, beyond, form, taken, cabinet.as_ref())
                    })
                    .collect();
                let placements = placements.into_iter();
                let placements = placements.map(|on| DistantPlacementApproval::by("dcs", on).expect(SOUND));
                let strategies: Vec<_> = strategies
                    .into_iter()
                    .enumerate()
                    .map(|(index, drawn)| drawn.build(index, scrutiny.as_ref()))
                    .collect();
                Self::new(posts, appointments, bodies, decisions, placements, strategies).expect(SOUND)
            })
            .boxed()
    }
}

/// A day of these years.
fn day(years: core::ops::RangeInclusive<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1..=365_u32)
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).expect("a day of every year"))
}

/// A date of these years, known to the day mostly.
fn date(years: core::ops::RangeInclusive<i32>) -> impl Strategy<Value = PartialDate> {
    (day(years), 0..6_u8).prop_map(|(day, precision)| known_to(day, precision))
}

fn known_to(day: NaiveDate, precision: u8) -> PartialDate {
    match precision {
        0 => PartialDate::year(day.year()),
        1 => PartialDate::month(day.year(), day.month()),
        _ => PartialDate::day(day),
    }
    .expect("a year of this century")
}

fn name() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{1,7}"
}

fn one_line(text: impl Into<String>) -> OneLine {
    OneLine::new(text).expect("a text with letters")
}

/// Who held a statutory post one after the other: when the first began, if that is known, how long each but the
/// last stayed, and the particulars of each.
fn line_of_holders(
    post: &'static str,
    title: &'static str,
    capacity: Capacity,
) -> impl Strategy<Value = Vec<Appointment>> {
    let holder = (name(), 1..900_u64, option::of(any::<AppointmentBasis>()), option::of(Just(capacity)));
    (day(2010..=2015), option::of(0..6_u8), vec(holder, 1..5)).prop_map(move |(first, precision, holders)| {
        let (mut from, last) = (first, holders.len() - 1);
        let mut line = Vec::new();
        for (index, (name, stay, basis, capacity)) in holders.into_iter().enumerate() {
            let mut one = Appointment::of(post, format!("{title} {name}")).expect(SOUND);
            match (index, precision) {
                (0, None) => {}
                (0, Some(precision)) => one = one.with_from(known_to(from, precision)),
                _ => one = one.with_from(known_to(from, u8::MAX)),
            }
            if index < last {
                let until = from + Days::new(stay);
                one = one.with_until(known_to(until, u8::MAX));
                from = until + Days::new(1);
            }
            if let Some(basis) = basis {
                one = one.with_basis(basis);
            }
            if let Some(capacity) = capacity {
                one = one.with_capacity(capacity);
            }
            line.push(one);
        }
        line
    })
}

/// Posts and appointments: the three that each has, and up to five further ones, some held and some vacant.
fn posts() -> impl Strategy<Value = (Vec<Post>, Vec<Appointment>)> {
    let directors = line_of_holders("dcs", "Officer", Capacity::Officer);
    let functions = option::of((select(vec!["Adult services", "Public health"]), date(2010..=2026)));
    let lead_members = line_of_holders("lead_member", "Councillor", Capacity::ExecutiveMember);
    let under = (option::of(Just("ceo")), option::of(Just(1)), option::of(0..=1_u8));
    let further = (
        name(),
        (
            prop_oneof![1 => Just(PostKind::Leader), 6 => Just(PostKind::Other)],
            option::of(2..=4_u8),
            0..=3_u8,
        ),
        vec((name(), option::of(date(2010..=2018)), option::of(date(2019..=2026))), 0..4),
    );
    (directors, functions, lead_members, under, option::of(name()), vec(further, 0..6)).prop_map(
        |(mut directors, functions, lead_members, (above, tier, places), chief, further)| {
            if let Some((function, tested)) = functions
                && let Some(last) = directors.pop()
            {
                directors.push(last.with_other_function(one_line(function)).with_assurance_tested(tested));
            }
            let titled = |id: &str, title: &str, kind| Post::titled(id, title, kind).expect(SOUND);
            let title = PostKind::DirectorOfChildrensServices.label();
            let mut director = titled("dcs", title, PostKind::DirectorOfChildrensServices);
            if let Some(above) = above {
                director = director.with_reports_to(above).expect(SOUND);
            }
            if let Some(tier) = tier {
                director = director.with_tier(tier);
            }
            if let Some(places) = places {
                director = director.with_leadership_places(places);
            }
            let mut posts = vec![
                titled("ceo", "Chief Executive", PostKind::ChiefExecutive),
                director,
                titled("lead_member", PostKind::LeadMember.label(), PostKind::LeadMember),
            ];
            let mut appointments: Vec<_> = directors.into_iter().chain(lead_members).collect();
            let chief = chief.map(|name| Appointment::of("ceo", format!("Chief {name}")).expect(SOUND));
            appointments.extend(chief);
            for (index, (title, (kind, tier, places), holders)) in further.into_iter().enumerate() {
                let id = format!("post_{index}");
                let mut post = titled(&id, &format!("Head of {title}"), kind).with_leadership_places(places);
                if let Some(tier) = tier {
                    post = post.with_tier(tier).with_reports_to("dcs").expect(SOUND);
                }
                posts.push(post);
                appointments.extend(holders.into_iter().map(|(name, from, until)| {
                    let mut one = Appointment::of(id.as_str(), format!("Head {name}")).expect(SOUND);
                    if let Some(from) = from {
                        one = one.with_from(from);
                    }
                    if let Some(until) = until {
                        one = one.with_until(until);
                    }
                    one
                }));
            }
            (posts, appointments)
        },
    )
}

/// Bodies of the five kinds, each there or not, each with all whom its kind needs or with nobody on record.
fn bodies() -> impl Strategy<Value = Vec<Body>> {
    let meeting = (date(2010..=2026), vec(any::<Subject>(), 0..3), option::of(name())).prop_map(
        |(on, subjects, outcome)| {
            let meeting = subjects.into_iter().fold(Meeting::new(on), Meeting::with_subject);
            match outcome {
                Some(outcome) => meeting.with_outcome(outcome).expect(SOUND),
                None => meeting,
            }
        },
    );
    let cadence = select(vec!["every month", "every 4 weeks", "every 3 months"]);
    let body = (
        any::<[bool; 2]>(),
        vec(name(), 0..4),
        option::of(cadence.prop_map(|text| text.parse().expect("a cadence"))),
        vec(meeting, 0..5),
    );
    let kinds = vec![
        BodyKind::Cabinet,
        BodyKind::FullCouncil,
        BodyKind::ScrutinyCommittee,
        BodyKind::CorporateParentingPanel,
        BodyKind::ImprovementBoard,
    ];
    (proptest::sample::subsequence(kinds, 0..=5), vec(body, 5)).prop_map(|(kinds, drawn)| {
        let built = kinds.into_iter().zip(drawn);
        built
            .map(|(kind, ([chaired, known], further, cadence, meetings))| {
                let mut body = Body::titled(kind.label(), kind).expect(SOUND);
                if chaired {
                    body = body.with_chair(chair(kind));
                }
                if known {
                    body = members(kind, further).into_iter().fold(body, Body::with_member);
                }
                if let Some(cadence) = cadence {
                    body = body.with_cadence(cadence);
                }
                meetings.into_iter().fold(body, Body::with_meeting)
            })
            .collect()
    })
}

fn member(name: impl Into<String>, capacity: Capacity) -> BodyMember {
    BodyMember::named(name).expect(SOUND).with_capacity(capacity)
}

fn chair(kind: BodyKind) -> BodyMember {
    let capacity = match kind {
        BodyKind::Cabinet => Capacity::ExecutiveMember,
        BodyKind::ImprovementBoard => Capacity::Independent,
        _ => Capacity::Member,
    };
    member(format!("The Chair of the {kind}"), capacity)
}

/// Whom a body of the kind needs, and some more.
fn members(kind: BodyKind, further: Vec<String>) -> Vec<BodyMember> {
    use Representation as R;
    let partner = |of: R| member(format!("Somebody of {of}"), Capacity::Partner).with_represents(of);
    let (needed, more) = match kind {
        BodyKind::Cabinet => (Vec::new(), Capacity::ExecutiveMember),
        BodyKind::ImprovementBoard => {
            let council = member("Somebody of the council", Capacity::Officer);
            (vec![council, partner(R::IntegratedCareBoard), partner(R::Police)], Capacity::Officer)
        }
        BodyKind::CorporateParentingPanel => {
            let young_people =
                BodyMember::named("Young people").expect(SOUND).with_represents(R::YoungPeople);
            let carers = BodyMember::named("Carers").expect(SOUND).with_represents(R::Carers);
            (vec![young_people, carers, partner(R::Education)], Capacity::Member)
        }
        _ => (Vec::new(), Capacity::Member),
    };
    let more = further.into_iter().map(|name| member(format!("Member of the {kind} {name}"), more));
    needed.into_iter().chain(more).collect()
}

/// With notice and so many days more than the law wants, with a record of urgency, or with both.
fn decision(index: usize, beyond: u64, form: u8, taken: NaiveDate, cabinet: Option<&String>) -> KeyDecision {
    let mut decision = KeyDecision::titled(format!("Decision {index}"), taken).expect(SOUND);
    if form != 0 {
        decision = decision.with_notice_published(taken - Days::new(KeyDecision::CLEAR_DAYS + 1 + beyond));
    }
    if form < 2 {
        decision = decision.with_urgency("agreed with the chair of scrutiny").expect(SOUND);
    }
    match cabinet {
        Some(cabinet) => decision.with_body(cabinet).expect(SOUND),
        None => decision,
    }
}

/// What is drawn for a strategy.
#[derive(Debug, Clone)]
struct Drawn {
    /// The scrutiny, and the days from it to the adoption and on to the publication, as far as it came.
    road: (NaiveDate, Option<(u64, Option<u64>)>),
    precision: u8,
    authorship: Option<Authorship>,
    reach: Option<Reach>,
    partners: Vec<String>,
    about: Option<Index>,
}

fn strategy() -> impl Strategy<Value = Drawn> {
    (
        (day(2012..=2022), option::of((0..400_u64, option::of(0..400_u64)))),
        0..6_u8,
        option::of(any::<Authorship>()),
        option::of(any::<Reach>()),
        vec(name(), 1..4),
        option::of(any::<Index>()),
    )
        .prop_map(|(road, precision, authorship, reach, partners, about)| Drawn {
            road,
            precision,
            authorship,
            reach,
            partners,
            about,
        })
}

impl Drawn {
    fn build(self, index: usize, scrutiny: Option<&String>) -> Plan {
        let known = |day| known_to(day, self.precision);
        let mut plan = Plan::titled(format!("Strategy {index}")).expect(SOUND);
        let (scrutinised, onwards) = self.road;
        plan = match onwards {
            None => plan
                .with_state(if self.precision < 3 {
                    StrategyState::InPreparation
                } else {
                    StrategyState::Draft
                })
                .with_scrutiny_planned(known(scrutinised))
                .with_adoption_due(PartialDate::year(2027).expect("a year of this century")),
            Some((wait, published)) => {
                let adopted = scrutinised + Days::new(wait);
                plan = plan.with_scrutinised(known(scrutinised)).with_adopted(known(adopted));
                match published {
                    None => plan.with_state(StrategyState::Adopted).with_adoption_due(known(adopted)),
                    Some(wait) => plan
                        .with_state(StrategyState::Published)
                        .with_published(known(adopted + Days::new(wait))),
                }
            }
        };
        if let Some(authorship) = self.authorship {
            plan = plan.with_authorship(authorship);
            if authorship == Authorship::CoProduced {
                plan = self.partners.into_iter().map(one_line).fold(plan, Plan::with_partner);
            }
        }
        if let Some(reach) = self.reach {
            plan = plan.with_reach(reach);
        }
        if let Some(about) = self.about {
            let about = about.get(&["Neglect", "Early help", "Residential services"]);
            plan = plan.with_summary(*about).expect(SOUND);
        }
        match scrutiny {
            Some(scrutiny) => plan.with_scrutiny_body(scrutiny).expect(SOUND),
            None => plan,
        }
    }
}
