//! The generator of governance for property tests.

use crate::{
    calendar::{Day, PartialDate},
    governance::{
        Appointment, AppointmentBasis, Authorship, Body, BodyKind, BodyMember, Capacity,
        DistantPlacementApproval, Governance, KeyDecision, Meeting, Post, PostKind, Reach, Representation,
        Strategy as Plan, StrategyState, Subject,
    },
    text::OneLine,
};
use chrono::{Datelike, Days, NaiveDate};
use core::num::NonZeroU8;
use proptest::{
    arbitrary::{Arbitrary, any},
    collection::vec,
    option,
    prelude::{Just, Strategy},
    prop_oneof,
    sample::{Index, select},
    strategy::BoxedStrategy,
};

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
                    let body = bodies.iter().find(|body| body.kind == kind);
                    body.map(|body| body.title.clone())
                };
                let (cabinet, scrutiny) = (titled(BodyKind::Cabinet), titled(BodyKind::ScrutinyCommittee));
                let key_decisions = decisions
                    .into_iter()
                    .enumerate()
                    .map(|(index, (beyond, form, taken))| {
                        decision(index, beyond, form, taken, cabinet.as_ref())
                    })
                    .collect();
                let approval = |on| DistantPlacementApproval { on, approved_by: one_line("dcs") };
                let distant_placements = placements.into_iter().map(approval).collect();
                let strategies = strategies
                    .into_iter()
                    .enumerate()
                    .map(|(index, drawn)| drawn.build(index, scrutiny.as_ref()))
                    .collect();
                Self { posts, appointments, bodies, key_decisions, distant_placements, strategies }
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
            let mut one = Appointment {
                from: match (index, precision) {
                    (0, precision) => precision.map(|precision| known_to(from, precision)),
                    _ => Some(known_to(from, u8::MAX)),
                },
                basis,
                capacity,
                ..Appointment::new(one_line(post), one_line(format!("{title} {name}")))
            };
            if index < last {
                let until = from + Days::new(stay);
                one.until = Some(known_to(until, u8::MAX));
                from = until + Days::new(1);
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
    let under = (option::of(Just("ceo")), option::of(Just(NonZeroU8::MIN)), option::of(0..=1_u8));
    let further = (
        name(),
        (
            prop_oneof![1 => Just(PostKind::Leader), 6 => Just(PostKind::Other)],
            option::of((2..=4_u8).prop_filter_map("above 0", NonZeroU8::new)),
            0..=3_u8,
        ),
        vec((name(), option::of(date(2010..=2018)), option::of(date(2019..=2026))), 0..4),
    );
    (directors, functions, lead_members, under, option::of(name()), vec(further, 0..6)).prop_map(
        |(mut directors, functions, lead_members, (above, tier, places), chief, further)| {
            if let Some((function, tested)) = functions
                && let Some(last) = directors.last_mut()
            {
                last.other_functions.push(one_line(function));
                last.assurance_tested = Some(tested);
            }
            let titled = |id: &str, title: &str, kind| Post::new(one_line(id), one_line(title), kind);
            let title = PostKind::DirectorOfChildrensServices.label();
            let director = Post {
                reports_to: above.map(one_line),
                tier,
                leadership_places: places,
                ..titled("dcs", title, PostKind::DirectorOfChildrensServices)
            };
            let mut posts = vec![
                titled("ceo", "Chief Executive", PostKind::ChiefExecutive),
                director,
                titled("lead_member", PostKind::LeadMember.label(), PostKind::LeadMember),
            ];
            let mut appointments: Vec<_> = directors.into_iter().chain(lead_members).collect();
            let of = |post: &str, holder| Appointment::new(one_line(post), one_line(holder));
            appointments.extend(chief.map(|name| of("ceo", format!("Chief {name}"))));
            for (index, (title, (kind, tier, places), holders)) in further.into_iter().enumerate() {
                let id = format!("post_{index}");
                posts.push(Post {
                    leadership_places: Some(places),
                    tier,
                    reports_to: tier.map(|_| one_line("dcs")),
                    ..titled(&id, &format!("Head of {title}"), kind)
                });
                appointments.extend(holders.into_iter().map(|(name, from, until)| Appointment {
                    from,
                    until,
                    ..of(&id, format!("Head {name}"))
                }));
            }
            (posts, appointments)
        },
    )
}

/// Bodies of the five kinds, each there or not, each with all whom its kind needs or with nobody on record.
fn bodies() -> impl Strategy<Value = Vec<Body>> {
    let meeting = (date(2010..=2026), vec(any::<Subject>(), 0..3), option::of(name()))
        .prop_map(|(on, subjects, outcome)| Meeting { on, subjects, outcome: outcome.map(one_line) });
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
            .map(|(kind, ([chaired, known], further, cadence, meetings))| Body {
                cadence,
                chair: chaired.then(|| chair(kind)),
                members: if known { members(kind, further) } else { Vec::new() },
                meetings,
                ..Body::new(one_line(kind.label()), kind)
            })
            .collect()
    })
}

fn member(name: impl Into<String>, capacity: Capacity) -> BodyMember {
    BodyMember { capacity: Some(capacity), ..BodyMember::new(one_line(name)) }
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
    let partner =
        |of: R| BodyMember { represents: Some(of), ..member(format!("Somebody of {of}"), Capacity::Partner) };
    let some = |name: &str, of: R| BodyMember { represents: Some(of), ..BodyMember::new(one_line(name)) };
    let (needed, more) = match kind {
        BodyKind::Cabinet => (Vec::new(), Capacity::ExecutiveMember),
        BodyKind::ImprovementBoard => {
            let council = member("Somebody of the council", Capacity::Officer);
            (vec![council, partner(R::IntegratedCareBoard), partner(R::Police)], Capacity::Officer)
        }
        BodyKind::CorporateParentingPanel => {
            let (young_people, carers) = (some("Young people", R::YoungPeople), some("Carers", R::Carers));
            (vec![young_people, carers, partner(R::Education)], Capacity::Member)
        }
        _ => (Vec::new(), Capacity::Member),
    };
    let more = further.into_iter().map(|name| member(format!("Member of the {kind} {name}"), more));
    needed.into_iter().chain(more).collect()
}

/// With notice and so many days more than the law wants, with a record of urgency, or with both.
fn decision(index: usize, beyond: u64, form: u8, taken: NaiveDate, cabinet: Option<&OneLine>) -> KeyDecision {
    let on = |day: NaiveDate| Day::try_from(day).expect("a day of this century");
    let notice = taken - Days::new(KeyDecision::CLEAR_DAYS + 1 + beyond);
    KeyDecision {
        notice_published: (form != 0).then(|| on(notice)),
        urgency: (form < 2).then(|| one_line("agreed with the chair of scrutiny")),
        body: cabinet.cloned(),
        ..KeyDecision::new(one_line(format!("Decision {index}")), on(taken))
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
    fn build(self, index: usize, scrutiny: Option<&OneLine>) -> Plan {
        let known = |day| Some(known_to(day, self.precision));
        let (scrutinised, onwards) = self.road;
        let early = if self.precision < 3 { StrategyState::InPreparation } else { StrategyState::Draft };
        let co_produced = self.authorship == Some(Authorship::CoProduced);
        let about = self.about.map(|about| about.get(&["Neglect", "Early help", "Residential services"]));
        let mut plan = Plan {
            authorship: self.authorship,
            partners: self.partners.into_iter().filter(|_| co_produced).map(one_line).collect(),
            reach: self.reach,
            summary: about.copied().map(one_line),
            scrutiny_body: scrutiny.cloned(),
            ..Plan::new(one_line(format!("Strategy {index}")))
        };
        let Some((wait, published)) = onwards else {
            plan.state = Some(early);
            plan.scrutiny_planned = known(scrutinised);
            plan.adoption_due = Some(PartialDate::year(2027).expect("a year of this century"));
            return plan;
        };
        let adopted = scrutinised + Days::new(wait);
        (plan.scrutinised, plan.adopted) = (known(scrutinised), known(adopted));
        match published {
            None => (plan.state, plan.adoption_due) = (Some(StrategyState::Adopted), known(adopted)),
            Some(wait) => {
                plan.state = Some(StrategyState::Published);
                plan.published = known(adopted + Days::new(wait));
            }
        }
        plan
    }
}
