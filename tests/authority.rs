//! The local authorities: published facts, every refusal, laws, and every row of the reference data.
//!
//! Of the reference data the tests read `local_authorities*.csv`, `local_authority_joint_returns*.csv`,
//! `statistical_neighbours*.csv` and `ofsted/*.csv`, whichever and however many there are.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

mod support;

use childrens_services::{
    AuthorityError, AuthorityKind, AuthorityOrigin, Closeness, DatesCertainty, JointReturn, LocalAuthority,
    Region, Subregion,
    chrono::{Days, NaiveDate},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{FileFailurePersistence, TestRunner},
};
use std::collections::{BTreeSet, HashMap, HashSet};
use support::{Line, cell, folder, lines};

// Helpers.

#[track_caller]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

#[track_caller]
fn ons(code: &str) -> LocalAuthority {
    LocalAuthority::with_ons_code(code).unwrap_or_else(|error| panic!("{error}"))
}

fn codes(authorities: impl IntoIterator<Item = LocalAuthority>) -> Vec<&'static str> {
    authorities.into_iter().map(LocalAuthority::ons_code).collect()
}

/// The refusal has this message, names this authority and these candidates.
#[track_caller]
fn refused(
    result: Result<LocalAuthority, AuthorityError>,
    message: &str,
    authority: Option<&str>,
    candidates: &[&str],
) {
    let error = result.expect_err("it is accepted");
    assert_eq!(error.to_string(), message);
    assert_eq!(error.authority().map(LocalAuthority::ons_code), authority);
    assert_eq!(codes(error.candidates()), candidates);
}

/// The authority of a name on a date has the code.
#[track_caller]
fn named(name: &str, on: &str, code: &str) {
    assert_eq!(LocalAuthority::by_name(name, day(on)).map(LocalAuthority::ons_code), Ok(code), "{name:?}");
}

// Published facts.

/// Source: Department for Education, "Children's social work workforce" data files.
#[test]
fn west_sussex() {
    let west_sussex = ons("E10000032");
    assert_eq!(west_sussex.ons_code(), "E10000032");
    assert_eq!(west_sussex.dfe_code(), "938");
    assert_eq!(west_sussex.name(), "West Sussex");
    assert_eq!(west_sussex.kind(), AuthorityKind::County);
    assert_eq!(west_sussex.region(), Region::SouthEast);
    assert_eq!(west_sussex.region().ons_code(), "E12000008");
    assert_eq!(west_sussex.subregion(), None);
    assert_eq!((west_sussex.valid_from(), west_sussex.valid_to()), (None, None));
    assert_eq!(west_sussex.dates_certainty(), DatesCertainty::NotStated);
    assert_eq!(west_sussex.origin(), None);
    assert_eq!(west_sussex.predecessors().count() + west_sussex.successors().count(), 0);
    assert_eq!(west_sussex.joint_return(), None);
    assert_eq!(west_sussex.to_string(), "West Sussex");
    assert_eq!(format!("{west_sussex:?}"), "LocalAuthority(E10000032 West Sussex)");
    assert_eq!(format!("[{west_sussex:>13}]"), "[  West Sussex]");
}

/// Source: Department for Education, children's services statistical neighbour model, 2025.
#[test]
fn the_neighbours_of_west_sussex() {
    let neighbours: Vec<_> = ons("E10000032").statistical_neighbours().collect();
    let names: Vec<_> = neighbours.iter().map(|one| one.authority().name()).collect();
    let published = [
        "Gloucestershire",
        "Essex",
        "Hampshire",
        "Hertfordshire",
        "Warwickshire",
        "Wiltshire",
        "North Somerset",
        "Oxfordshire",
        "South Gloucestershire",
        "Devon",
    ];
    assert_eq!(names, published);
    assert_eq!(neighbours.iter().map(|one| one.rank()).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
    assert!(neighbours.iter().all(|one| one.closeness() == Closeness::VeryClose));
}

/// An authority that ended and kept its DfE code has neighbours, and they are those of today.
#[test]
fn neighbours_go_by_dfe_code() {
    let of = |code| ons(code).statistical_neighbours().collect::<Vec<_>>();
    assert_eq!(of("E10000027"), of("E06000066")); // Somerset
    assert_eq!(of("E10000027").len(), 10);
    assert_eq!(of("E10000006"), []); // Cumbria
    for authority in LocalAuthority::all() {
        for neighbour in authority.statistical_neighbours() {
            assert_eq!(neighbour.authority().valid_to(), None, "{authority:?}: {neighbour:?}");
            assert_ne!(neighbour.authority().dfe_code(), authority.dfe_code());
        }
    }
}

/// Source: Department for Education, "Children in need" data files: 153 local authorities.
#[test]
fn how_many_there_are() {
    assert_eq!(LocalAuthority::all().count(), 165);
    let on = day("2025-09-01");
    let mut kinds: HashMap<_, usize> = HashMap::new();
    for authority in LocalAuthority::in_force(on) {
        *kinds.entry(authority.kind()).or_default() += 1;
    }
    let published = [
        (AuthorityKind::Unitary, 62),
        (AuthorityKind::Metropolitan, 36),
        (AuthorityKind::LondonBorough, 32),
        (AuthorityKind::County, 21),
        (AuthorityKind::CityOfLondon, 1),
        (AuthorityKind::IslesOfScilly, 1),
    ];
    assert_eq!(kinds, published.into());
    assert_eq!(LocalAuthority::in_force(on).count(), 153);
    // Three in and around Dorset became two; Northamptonshire and Cumbria became two each.
    for (on, count) in [
        ("2012-01-01", 152),
        ("2019-03-31", 152),
        ("2019-04-01", 151),
        ("2020-04-01", 151),
        ("2021-04-01", 152),
        ("2023-03-31", 152),
        ("2023-04-01", 153),
        ("2025-03-31", 153),
    ] {
        assert_eq!(LocalAuthority::in_force(day(on)).count(), count, "on {on}");
    }
}

/// The reorganisations: first day, how, from which, into which.
///
/// Source: the structural changes orders and the boundary orders of those years.
#[test]
fn the_reorganisations() {
    use AuthorityOrigin::{BoundaryChange, Reorganised, SameArea, Split};
    let reorganisations: [(&str, AuthorityOrigin, &[&str], &str); 13] = [
        ("2013-04-01", BoundaryChange, &["E08000020"], "E08000037"), // Gateshead
        ("2013-04-01", BoundaryChange, &["E06000048"], "E06000057"), // Northumberland
        ("2019-04-01", Reorganised, &["E06000028", "E06000029", "E10000009"], "E06000058"),
        ("2019-04-01", Reorganised, &["E10000009"], "E06000059"), // Dorset
        ("2020-04-01", SameArea, &["E10000002"], "E06000060"),    // Buckinghamshire
        ("2021-04-01", Split, &["E10000021"], "E06000061"),       // Northamptonshire
        ("2021-04-01", Split, &["E10000021"], "E06000062"),
        ("2023-04-01", Split, &["E10000006"], "E06000063"), // Cumbria
        ("2023-04-01", Split, &["E10000006"], "E06000064"),
        ("2023-04-01", SameArea, &["E10000023"], "E06000065"), // North Yorkshire
        ("2023-04-01", SameArea, &["E10000027"], "E06000066"), // Somerset
        ("2025-04-01", BoundaryChange, &["E08000016"], "E08000038"), // Barnsley
        ("2025-04-01", BoundaryChange, &["E08000019"], "E08000039"), // Sheffield
    ];
    for (first, origin, from, into) in reorganisations {
        let authority = ons(into);
        assert_eq!(authority.valid_from(), Some(day(first)), "{authority}");
        assert_eq!(authority.origin(), Some(origin), "{authority}");
        assert_eq!(codes(authority.predecessors()), from, "{authority}");
        for predecessor in authority.predecessors() {
            assert_eq!(predecessor.valid_to(), day(first).pred_opt(), "{predecessor}");
            let same = matches!(origin, SameArea | BoundaryChange);
            assert_eq!(origin.is_same_authority(), same);
            assert_eq!(authority.continues(predecessor), same, "{authority}");
            assert!(!predecessor.continues(authority), "{authority}");
        }
    }
    let with_origin = LocalAuthority::all().filter(|one| one.origin().is_some());
    assert_eq!(with_origin.count(), reorganisations.len());
    let since_2009 = LocalAuthority::all().filter(|one| one.valid_from() == Some(day("2009-04-01")));
    assert_eq!(since_2009.count(), 9);
}

#[test]
fn an_area_is_followed_through_time() {
    let as_of = |code, on| ons(code).as_of(day(on)).map(LocalAuthority::ons_code);
    assert_eq!(as_of("E10000032", "2019-09-30"), Ok("E10000032"));
    // Forward and back over the same day.
    assert_eq!(as_of("E10000002", "2020-03-31"), Ok("E10000002"));
    assert_eq!(as_of("E10000002", "2020-04-01"), Ok("E06000060"));
    assert_eq!(as_of("E06000060", "2020-04-01"), Ok("E06000060"));
    assert_eq!(as_of("E06000060", "2020-03-31"), Ok("E10000002"));
    // One of several that became one, and one that came of a larger one.
    assert_eq!(as_of("E06000029", "2024-03-31"), Ok("E06000058"));
    assert_eq!(as_of("E06000063", "2018-03-31"), Ok("E10000006"));
    assert_eq!(as_of("E06000059", "2018-03-31"), Ok("E10000009"));
}

#[test]
fn what_continues_what() {
    assert!(ons("E10000032").continues(ons("E10000032")));
    assert!(!ons("E10000032").continues(ons("E10000011")));
    assert!(ons("E06000060").continues(ons("E10000002")));
    assert!(!ons("E06000063").continues(ons("E10000006")));
    assert!(!ons("E06000059").continues(ons("E10000009")));
    assert!(!ons("E06000060").continues(ons("E10000023")));
}

/// A DfE code outlives the ONS code, so the date decides.
#[test]
fn a_dfe_code_is_of_a_date() {
    let by = |code, on| LocalAuthority::by_dfe_code(code, day(on)).map(LocalAuthority::ons_code);
    assert_eq!(by("938", "2019-09-30"), Ok("E10000032"));
    assert_eq!(by("825", "2020-03-31"), Ok("E10000002"));
    assert_eq!(by("825", "2020-04-01"), Ok("E06000060"));
    assert_eq!(by("933", "2023-03-31"), Ok("E10000027"));
    assert_eq!(by("933", "2023-04-01"), Ok("E06000066"));
    assert_eq!(by("370", "2025-03-31"), Ok("E08000016"));
    assert_eq!(by("370", "2025-04-01"), Ok("E08000038"));
    // The first and the last of the order of codes.
    assert_eq!(by("201", "2025-04-01"), Ok("E09000001"));
    assert_eq!(by("943", "2025-04-01"), Ok("E06000064"));
}

#[test]
fn names_are_read_as_they_are_printed() {
    named("West Sussex", "2019-09-30", "E10000032");
    named("WEST  sussex ", "2019-09-30", "E10000032");
    named("West Sussex County Council", "2019-09-30", "E10000032");
    for bristol in ["Bristol", "Bristol, City of", "City of Bristol", "Bristol City Council"] {
        named(bristol, "2024-04-01", "E06000023");
    }
    for hull in ["Hull", "Kingston upon Hull", "Kingston-upon-Hull, City of", "Hull City Council"] {
        named(hull, "2024-04-01", "E06000010");
    }
    for durham in ["Durham", "County Durham", "Durham County Council"] {
        named(durham, "2024-04-01", "E06000047");
    }
    for st_helens in ["St Helens", "St. Helens", "ST HELENS", "St Helen's"] {
        named(st_helens, "2024-04-01", "E08000013");
    }
    for london in
        ["City of London", "the City of London", "City of London Corporation", "City of London Council"]
    {
        named(london, "2024-04-01", "E09000001");
    }
    for scilly in ["Isles of Scilly", "Council of the Isles of Scilly"] {
        named(scilly, "2024-04-01", "E06000053");
    }
    named("Herefordshire", "2024-04-01", "E06000019");
    named("Herefordshire, County of", "2024-04-01", "E06000019");
    named("Southend on Sea", "2024-04-01", "E06000033");
    named("Southend\u{2011}on\u{2011}Sea City", "2024-04-01", "E06000033");
    named("Stoke on Trent", "2024-04-01", "E06000021");
    named("Telford & Wrekin", "2024-04-01", "E06000020");
    named("Telford and Wrekin", "2024-04-01", "E06000020");
    named("Hammersmith & Fulham", "2024-04-01", "E09000013");
    named("London Borough of Hammersmith&Fulham", "2024-04-01", "E09000013");
    named("Camden London Borough Council", "2024-04-01", "E09000007");
    named("Royal Borough of Kensington and Chelsea", "2024-04-01", "E09000020");
    named("Wirral Metropolitan Borough Council", "2024-04-01", "E08000015");
    named("City of Bradford Metropolitan District Council", "2024-04-01", "E08000032");
    named("Bournemouth, Christchurch & Poole", "2024-04-01", "E06000058");
    named("Bournemouth Christchurch and Poole", "2024-04-01", "E06000058");
    named("Poole", "2019-03-31", "E06000029");
    named("Dorset", "2019-03-31", "E10000009");
    named("Dorset", "2019-04-01", "E06000059");
    named("Northamptonshire", "2021-03-31", "E10000021");
    named("Cumbria", "2023-03-31", "E10000006");
    named("Bournemouth", "2019-03-31", "E06000028");
    named("Nottingham City", "2024-04-01", "E06000018");
    named("Nottinghamshire County", "2024-04-01", "E10000024");
}

#[test]
fn the_joint_returns() {
    let kingston = ons("E09000021").joint_return().unwrap();
    assert_eq!(kingston.dfe_codes(), "314 / 318");
    assert_eq!(kingston.ons_codes(), "E09000021 / E09000027");
    assert_eq!(kingston.name(), "Kingston upon Thames / Richmond upon Thames");
    assert_eq!(codes(kingston.members()), ["E09000021", "E09000027"]);
    assert_eq!(kingston.first_reporting_year(), 2017);
    let with_one = LocalAuthority::all().filter(|one| one.joint_return().is_some());
    assert_eq!(codes(with_one), ["E06000061", "E06000062", "E09000021", "E09000027"]);
    assert_ne!(ons("E06000061").joint_return(), Some(kingston));
    assert_eq!(JointReturn::ALL.len(), 2);
}

/// Every region's code is its own and is read as the region.
#[test]
fn regions_have_their_codes() {
    let regions: Vec<_> = Region::ALL.iter().map(|region| region.ons_code()).collect();
    let nine: Vec<_> = (1..=9).map(|number| format!("E1200000{number}")).collect();
    assert_eq!(regions, nine);
    for &region in Region::ALL {
        assert_eq!(region.ons_code().parse(), Ok(region));
        assert!(LocalAuthority::in_force(day("2025-09-01")).any(|one| one.region() == region), "{region}");
    }
    assert_eq!(Subregion::InnerLondon.ons_code(), "E13000001");
    assert_eq!("E13000002".parse(), Ok(Subregion::OuterLondon));
    for authority in LocalAuthority::all() {
        assert_eq!(authority.subregion().is_some(), authority.region() == Region::London, "{authority}");
    }
}

// Refusals.

#[test]
fn what_is_unknown_is_refused() {
    let on = day("2024-03-31");
    let message = r#"ONS code "E99999999" is not that of an English authority with children's services, such as E10000032"#;
    refused(LocalAuthority::by_ons_code("E99999999", on), message, None, &[]);
    refused(LocalAuthority::with_ons_code("E99999999"), message, None, &[]);
    refused("E99999999".parse(), message, None, &[]);
    refused(
        LocalAuthority::by_ons_code("e10000032", on),
        r#"ONS code "e10000032" is not that of an English authority with children's services, such as E10000032"#,
        None,
        &[],
    );
    refused(
        LocalAuthority::by_dfe_code("999", on),
        r#"DfE code "999" is not that of an English authority with children's services, such as 938"#,
        None,
        &[],
    );
    refused(
        LocalAuthority::by_dfe_code("", on),
        r#"DfE code "" is not that of an English authority with children's services, such as 938"#,
        None,
        &[],
    );
    for name in ["Atlantis", "London", "London Borough", "City", "County Council", "Newport", ""] {
        refused(
            LocalAuthority::by_name(name, on),
            &format!(
                "{name:?} is not the name of an English authority with children's services, such as West Sussex"
            ),
            None,
            &[],
        );
    }
}

/// What is given stands in the message in short.
#[test]
fn hostile_text_is_cut_short() {
    let (long, cut, on) = ("the ".repeat(50_000), "the ".repeat(15), day("2024-03-31"));
    refused(
        LocalAuthority::by_ons_code(&long, on),
        &format!(
            r#"ONS code "{cut}…" is not that of an English authority with children's services, such as E10000032"#
        ),
        None,
        &[],
    );
    refused(
        LocalAuthority::by_dfe_code(&long, on),
        &format!(
            r#"DfE code "{cut}…" is not that of an English authority with children's services, such as 938"#
        ),
        None,
        &[],
    );
    refused(
        LocalAuthority::by_name(&long, on),
        &format!(
            r#""{cut}…" is not the name of an English authority with children's services, such as West Sussex"#
        ),
        None,
        &[],
    );
}

#[test]
fn what_has_ended_is_refused() {
    let on = day("2024-03-31");
    let cumbria = |given: &str| {
        format!(
            "{given} ended on 2023-03-31; its successors are E06000063 (Cumberland) and E06000064 (Westmorland and Furness)"
        )
    };
    let two = ["E06000063", "E06000064"];
    let given = "ONS code E10000006 (Cumbria)";
    refused(LocalAuthority::by_ons_code("E10000006", on), &cumbria(given), Some("E10000006"), &two);
    refused(
        LocalAuthority::by_ons_code("E10000006", day("2023-04-01")),
        &cumbria(given),
        Some("E10000006"),
        &two,
    );
    assert!(LocalAuthority::by_ons_code("E10000006", day("2023-03-31")).is_ok());
    refused(
        LocalAuthority::by_dfe_code("909", on),
        &cumbria("DfE code 909 (Cumbria)"),
        Some("E10000006"),
        &two,
    );
    refused(LocalAuthority::by_name("cumbria", on), &cumbria("Cumbria (E10000006)"), Some("E10000006"), &two);
    refused(
        LocalAuthority::by_ons_code("E10000027", on),
        "ONS code E10000027 (Somerset) ended on 2023-03-31; its successor is E06000066 (Somerset)",
        Some("E10000027"),
        &["E06000066"],
    );
}

#[test]
fn what_has_not_begun_is_refused() {
    let on = day("2019-03-31");
    let message = |given: &str| {
        format!(
            "{given} began on 2019-04-01; its predecessors are E06000028 (Bournemouth), E06000029 (Poole) and E10000009 (Dorset)"
        )
    };
    let (bcp, three) = (Some("E06000058"), ["E06000028", "E06000029", "E10000009"]);
    refused(
        LocalAuthority::by_ons_code("E06000058", on),
        &message("ONS code E06000058 (Bournemouth, Christchurch and Poole)"),
        bcp,
        &three,
    );
    refused(
        LocalAuthority::by_dfe_code("839", on),
        &message("DfE code 839 (Bournemouth, Christchurch and Poole)"),
        bcp,
        &three,
    );
    refused(
        LocalAuthority::by_name("Bournemouth, Christchurch & Poole", on),
        &message("Bournemouth, Christchurch and Poole (E06000058)"),
        bcp,
        &three,
    );
    assert!(LocalAuthority::by_ons_code("E06000058", day("2019-04-01")).is_ok());
    refused(
        LocalAuthority::by_ons_code("E06000060", on),
        "ONS code E06000060 (Buckinghamshire) began on 2020-04-01; its predecessor is E10000002 (Buckinghamshire)",
        Some("E06000060"),
        &["E10000002"],
    );
    // Of the two that share the code and the name the first began on that day.
    let before = day("2009-03-31");
    refused(
        LocalAuthority::by_dfe_code("929", before),
        "DfE code 929 (Northumberland) began on 2009-04-01; no predecessor of it is known",
        Some("E06000048"),
        &[],
    );
    refused(
        LocalAuthority::by_name("Durham", before),
        "County Durham (E06000047) began on 2009-04-01; no predecessor of it is known",
        Some("E06000047"),
        &[],
    );
}

#[test]
fn an_area_that_is_several_is_refused() {
    let cumbria = ons("E10000006");
    refused(
        cumbria.as_of(day("2024-01-01")),
        "ONS code E10000006 (Cumbria) stands for several authorities on 2024-01-01: E06000063 (Cumberland) and E06000064 (Westmorland and Furness)",
        Some("E10000006"),
        &["E06000063", "E06000064"],
    );
    refused(
        ons("E06000058").as_of(day("2018-01-01")),
        "ONS code E06000058 (Bournemouth, Christchurch and Poole) stands for several authorities on 2018-01-01: E06000028 (Bournemouth), E06000029 (Poole) and E10000009 (Dorset)",
        Some("E06000058"),
        &["E06000028", "E06000029", "E10000009"],
    );
    for northumberland in ["E06000048", "E06000057"] {
        let begun = "began on 2009-04-01; no predecessor of it is known";
        let known = ons(northumberland).as_of(day("2009-03-31")).map_err(|error| error.to_string());
        assert_eq!(known, Err(format!("ONS code E06000048 (Northumberland) {begun}")));
    }
}

/// On the wire an authority is its ONS code, as text; a name is read too.
#[test]
fn the_wire_refuses() {
    let read = |json: &str| serde_json::from_str::<LocalAuthority>(json).unwrap_err().to_string();
    assert_eq!(
        read(r#""South Sussex""#),
        r#"ONS code "South Sussex" is not that of an English authority with children's services, such as E10000032 at line 1 column 14"#
    );
    assert_eq!(
        read("938"),
        r#"invalid type: integer `938`, expected an ONS code written as text, such as "E10000032" at line 1 column 3"#
    );
    let read = |json: &str| serde_json::from_str::<Region>(json).unwrap_err().to_string();
    assert_eq!(
        read(r#""East""#),
        r#"region "East" is not one of north_east, north_west, yorkshire_and_the_humber, east_midlands, west_midlands, east_of_england, london, south_east, south_west at line 1 column 6"#
    );
}

/// What is printed reads back; of authorities with one name as the one whose code is in force today.
#[test]
fn what_is_printed_reads_back() {
    for authority in LocalAuthority::all() {
        let read: LocalAuthority = authority.to_string().parse().unwrap();
        assert_eq!(read.name(), authority.name());
        let of_the_name = LocalAuthority::all().filter(|one| one.name() == authority.name());
        let last = of_the_name.max_by_key(|one| one.valid_to().unwrap_or(NaiveDate::MAX));
        assert_eq!(Some(read), last, "{authority:?}");
    }
    for (name, code) in [
        ("West Sussex", "E10000032"),
        ("west sussex county council", "E10000032"),
        ("Buckinghamshire", "E06000060"),
        ("Northumberland", "E06000057"),
        // It has ended.
        ("Northamptonshire", "E10000021"),
    ] {
        assert_eq!(name.parse(), Ok(ons(code)), "{name}");
        assert_eq!(serde_json::from_value::<LocalAuthority>(name.into()).unwrap(), ons(code), "{name}");
    }
    let error = "938".parse::<LocalAuthority>().unwrap_err().to_string();
    assert_eq!(
        error,
        "ONS code \"938\" is not that of an English authority with children's services, such as E10000032"
    );
}

// Laws.

/// Every look-up searches by halves, so the codes must ascend.
#[test]
fn the_table_is_sorted() {
    let codes = codes(LocalAuthority::all());
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    for authority in LocalAuthority::all() {
        assert_eq!(ons(authority.ons_code()), authority);
        assert_eq!(authority.ons_code().len(), 9, "{authority:?}");
        assert_eq!(authority.dfe_code().len(), 3, "{authority:?}");
    }
}

/// Days on which something begins or ends, and the days beside them.
fn turning_days() -> BTreeSet<NaiveDate> {
    let turns = LocalAuthority::all().flat_map(|one| [one.valid_from(), one.valid_to()]).flatten();
    turns
        .flat_map(|turn| [turn - Days::new(1), turn, turn + Days::new(1)])
        .chain([day("2012-01-01"), day("2030-01-01"), NaiveDate::MIN, NaiveDate::MAX])
        .collect()
}

/// What has a successor ended the day before that began, so following goes one way and ends.
#[test]
fn one_follows_the_other_without_a_gap() {
    let mut links = 0;
    for earlier in LocalAuthority::all() {
        assert_eq!(earlier.valid_to().is_some(), earlier.successors().count() > 0, "{earlier:?}");
        assert_eq!(earlier.origin().is_some(), earlier.predecessors().count() > 0, "{earlier:?}");
        for later in earlier.successors() {
            assert_eq!(later.valid_from(), earlier.valid_to().and_then(|last| last.succ_opt()), "{later:?}");
            assert!(later.predecessors().any(|one| one == earlier), "{later:?} came of {earlier:?}");
            links += 1;
        }
        for before in earlier.predecessors() {
            assert!(before.successors().any(|one| one == earlier), "{before:?} became {earlier:?}");
        }
    }
    assert_eq!(links, 15);
}

/// No two that share a name or a DfE code are in force on one day, whatever way the name is written.
#[test]
fn no_name_and_no_code_is_of_two() {
    for on in turning_days() {
        let mut dfe_codes = BTreeSet::new();
        for authority in LocalAuthority::in_force(on) {
            assert!(dfe_codes.insert(authority.dfe_code()), "{authority:?} on {on}");
            // Were there another of the name, one of the two would find the other.
            let name = authority.name();
            for written in [name.to_owned(), name.to_uppercase(), format!("{name} Council")] {
                assert_eq!(LocalAuthority::by_name(&written, on), Ok(authority), "{written} on {on}");
            }
        }
    }
}

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// Days on which something turns, and any day from 2000 to 2040.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let turning: Vec<_> = turning_days().into_iter().collect();
    let ordinary = (0_u64..14_600).prop_map(|days| day("2000-01-01") + Days::new(days));
    prop_oneof![proptest::sample::select(turning), ordinary]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_wire_goes_both_ways(authority: LocalAuthority) {
        let json = serde_json::to_string(&authority).unwrap();
        prop_assert_eq!(&json, &format!("\"{}\"", authority.ons_code()));
        prop_assert_eq!(serde_json::from_str::<LocalAuthority>(&json).unwrap(), authority);
        prop_assert_eq!(authority.ons_code().parse(), Ok(authority));
    }

    /// Each look-up finds an authority on a date exactly when it is in force.
    #[test]
    fn look_ups_find_what_is_in_force(on in any_day()) {
        let in_force: BTreeSet<_> = LocalAuthority::in_force(on).collect();
        for authority in LocalAuthority::all() {
            let there = in_force.contains(&authority);
            prop_assert_eq!(authority.is_in_force(on), there);
            let found = LocalAuthority::by_ons_code(authority.ons_code(), on);
            prop_assert_eq!(found.ok(), there.then_some(authority));
            for found in [
                LocalAuthority::by_dfe_code(authority.dfe_code(), on),
                LocalAuthority::by_name(authority.name(), on),
            ] {
                match found {
                    Ok(found) => {
                        prop_assert!(in_force.contains(&found));
                        prop_assert_eq!(found == authority, there);
                        prop_assert_eq!(found.name(), authority.name());
                    }
                    Err(error) => {
                        prop_assert!(!there);
                        prop_assert_eq!(error.authority().map(LocalAuthority::name), Some(authority.name()));
                    }
                }
            }
        }
    }

    /// An area is followed to what is in force, or the error says to which several.
    #[test]
    fn an_area_is_followed_to_what_is_in_force(on in any_day()) {
        for authority in LocalAuthority::all() {
            match authority.as_of(on) {
                Ok(found) => {
                    prop_assert!(found.is_in_force(on));
                    prop_assert_eq!(found == authority, authority.is_in_force(on));
                    prop_assert_eq!(found.as_of(on), Ok(found));
                }
                Err(error) => {
                    prop_assert!(!authority.is_in_force(on));
                    let candidates = error.candidates();
                    prop_assert!(candidates.len() != 1, "{candidates:?}");
                    prop_assert!(candidates.iter().all(|one| one.is_in_force(on)), "{candidates:?}");
                }
            }
        }
    }

    /// The same authority has one DfE code and one name, and was there first.
    #[test]
    fn what_continues_keeps_code_and_name(authority: LocalAuthority) {
        for earlier in LocalAuthority::all().filter(|&earlier| authority.continues(earlier)) {
            prop_assert_eq!(earlier.dfe_code(), authority.dfe_code());
            prop_assert_eq!(earlier.name(), authority.name());
            prop_assert!(earlier.valid_from() <= authority.valid_from());
        }
    }

    /// Any text is read or refused, in a message that stays short: sixty characters, each perhaps escaped.
    #[test]
    fn any_text_is_read_or_refused(text: String, times in 1_usize..100, on in any_day()) {
        let text = text.repeat(times);
        for found in [
            LocalAuthority::by_name(&text, on),
            LocalAuthority::by_dfe_code(&text, on),
            LocalAuthority::by_ons_code(&text, on),
        ] {
            match found {
                Ok(found) => prop_assert!(found.is_in_force(on)),
                Err(error) => prop_assert!(error.to_string().chars().count() < 800, "{error}"),
            }
        }
    }
}

/// A generator that only ever draws what is in force proves little.
#[test]
fn the_generator_reaches_what_has_ended() {
    let mut runner = TestRunner::deterministic();
    let drawn: BTreeSet<_> =
        (0..400).map(|_| any::<LocalAuthority>().new_tree(&mut runner).unwrap().current()).collect();
    assert!(drawn.len() > 120, "only {} different ones", drawn.len());
    assert!(drawn.iter().filter(|one| one.valid_to().is_some()).count() > 4);
    assert!(drawn.iter().filter(|one| one.origin().is_some()).count() > 4);
    let kinds: HashSet<_> = drawn.iter().map(|one| one.kind()).collect();
    assert!(kinds.len() >= 4, "{kinds:?}");
}

// The reference data.

/// A line as the table would print it.
fn line<const N: usize>(cells: [(&str, String); N]) -> Line {
    cells.map(|(column, cell)| (column.to_owned(), cell)).into()
}

fn date(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

#[test]
fn every_published_authority_is_in_the_table() {
    let Some(folder) = folder("") else { return };
    for (at, published) in lines(&folder, "local_authorities") {
        let authority = ons(cell(&at, &published, "ons_code"));
        let subregion = |text: fn(Subregion) -> &'static str| {
            authority.subregion().map(text).unwrap_or_default().to_owned()
        };
        let ours = line([
            ("ons_code", authority.ons_code().to_owned()),
            ("dfe_code", authority.dfe_code().to_owned()),
            ("name", authority.name().to_owned()),
            ("kind", authority.kind().code().to_owned()),
            ("region_code", authority.region().ons_code().to_owned()),
            ("region_name", authority.region().label().to_owned()),
            ("subregion_code", subregion(Subregion::ons_code)),
            ("subregion_name", subregion(Subregion::label)),
            ("valid_from", date(authority.valid_from())),
            ("valid_to", date(authority.valid_to())),
            ("predecessors", codes(authority.predecessors()).join(";")),
            ("successors", codes(authority.successors()).join(";")),
            ("change", authority.origin().map(AuthorityOrigin::code).unwrap_or_default().to_owned()),
            ("certainty", authority.dates_certainty().code().to_owned()),
        ]);
        assert_eq!(ours, published, "{at}");
    }
}

#[test]
fn every_published_joint_return_is_in_the_table() {
    let Some(folder) = folder("") else { return };
    for (at, published) in lines(&folder, "local_authority_joint_returns") {
        for member in cell(&at, &published, "members").split(';') {
            let joint = ons(member).joint_return().unwrap_or_else(|| panic!("{at}: {member} has none"));
            let ours = line([
                ("dfe_codes", joint.dfe_codes().to_owned()),
                ("ons_codes", joint.ons_codes().to_owned()),
                ("name", joint.name().to_owned()),
                ("members", codes(joint.members()).join(";")),
                ("first_year", joint.first_reporting_year().to_string()),
            ]);
            assert_eq!(ours, published, "{at}");
        }
    }
}

#[test]
fn every_published_neighbour_is_in_the_table() {
    let mut published: HashMap<String, Vec<Line>> = HashMap::new();
    let Some(folder) = folder("") else { return };
    for (at, line) in lines(&folder, "statistical_neighbours") {
        published.entry(cell(&at, &line, "la_code").to_owned()).or_default().push(line);
    }
    // The model is of 2025.
    let on = day("2025-09-01");
    for (code, published) in published {
        let authority = LocalAuthority::by_dfe_code(&code, on).unwrap_or_else(|error| panic!("{error}"));
        let ours: Vec<_> = authority
            .statistical_neighbours()
            .map(|neighbour| {
                line([
                    ("la_code", authority.dfe_code().to_owned()),
                    ("rank", neighbour.rank().to_string()),
                    ("neighbour_code", neighbour.authority().dfe_code().to_owned()),
                    ("closeness", neighbour.closeness().label().to_owned()),
                ])
            })
            .collect();
        assert_eq!(ours, published, "{authority}");
    }
}

/// Ofsted prints names its own way, and today's code on inspections of a predecessor.
#[test]
fn every_name_that_ofsted_prints_is_found() {
    let Some(folder) = folder("ofsted") else { return };
    for (at, line) in lines(&folder, "") {
        let authority = ons(cell(&at, &line, "area_code"));
        let on = authority.valid_to().or(authority.valid_from()).unwrap_or(day("2025-03-31"));
        let found = LocalAuthority::by_name(cell(&at, &line, "area_name"), on);
        assert_eq!(found, Ok(authority), "{at}");
    }
}
