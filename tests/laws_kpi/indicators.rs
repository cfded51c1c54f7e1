//! Laws of indicators and scorecards.

use crate::{config, observations::*, over_the_wire};
use childrens_services::{
    DefinedBy, Indicator, Kpi, Observed, OneLine, Polarity, Scorecard, Series, Unit,
    kpi::{catalogue, rules::INDICATOR_TWICE},
    workforce::RATES,
};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
};
use std::collections::BTreeSet;

/// A text of one line in many scripts.
const TITLE: &str = r"[\p{L}\p{N}\p{P}\p{S} ]{0,20}[A-Z][\p{L}\p{N}\p{P}\p{S} ]{0,20}";

fn scorecard_of(title: OneLine, series: Vec<Series>) -> Scorecard {
    Scorecard { title, kpis: series.into_iter().map(|series| Kpi { series, targets: vec![] }).collect() }
}

/// An indicator of some user's own, no share, with whatever may be said of it.
fn described() -> impl Strategy<Value = Indicator> {
    let words = || option::of("\\PC{0,20}");
    let code = "x_[a-z0-9_]{0,62}";
    (code, TITLE, any::<Unit>(), any::<Polarity>(), option::of(0..=5_u32), [words(), words(), words()])
        .prop_map(|(code, title, unit, polarity, dp, [definition, source, polarity_source])| {
            let mut indicator = Indicator::new(code, title, unit, polarity).unwrap();
            if let Some(dp) = dp {
                indicator = indicator.with_decimal_places(dp.min(unit.decimal_places())).unwrap();
            }
            if let Some(definition) = definition {
                indicator = indicator.with_definition(definition).unwrap();
            }
            if let Some(source) = source {
                indicator = indicator.with_source(source).unwrap();
            }
            if let Some(source) = polarity_source {
                indicator = indicator.with_polarity_source(source).unwrap();
            }
            indicator
        })
}

/// Some series of any units, in no order, each under a code of its own.
fn many_series() -> impl Strategy<Value = Vec<Series>> {
    let one = |unit: Unit| {
        let values = figures(unit).prop_map(Observed::from);
        (some_periods(0..9), vec(values, 8), any::<Polarity>(), TITLE).prop_map(
            move |(periods, values, polarity, title)| {
                let code = format!("x_{}", unit.code());
                let indicator = Indicator::new(code, title, unit, polarity).unwrap();
                Series::new(&indicator, periods.into_iter().zip(values)).unwrap()
            },
        )
    };
    let all: Vec<_> = Unit::ALL.iter().map(|&unit| option::of(one(unit))).collect();
    all.prop_map(|all| all.into_iter().flatten().collect::<Vec<_>>()).prop_shuffle()
}

proptest! {
    #![proptest_config(config())]

    /// An indicator of a user's own is the same after the wire, a share or not, with all that is said of it.
    #[test]
    fn own_indicator_round_trip(indicator in described()) {
        let back = over_the_wire(&indicator);
        prop_assert_eq!(&back, &indicator);
        prop_assert_eq!(indicator.defined_by(), DefinedBy::Caller);
        prop_assert_eq!(back.defined_by(), DefinedBy::Caller);
        let said = |of: &Indicator| {
            let definition = of.definition().map(String::from);
            (definition, of.source().map(String::from), of.polarity_source().map(String::from))
        };
        prop_assert_eq!(said(&back), said(&indicator));
        let share = indicator.clone().share();
        prop_assert_eq!(share.is_ok(), indicator.unit() == Unit::PerCent);
        if let Ok(share) = share {
            prop_assert!(share.is_share() && !indicator.is_share() && share != indicator);
            prop_assert_eq!(over_the_wire(&share), share);
        }
    }

    /// Printed places are at most five, and at most what the unit has; if nothing is said one, of pounds two,
    /// of what is whole none.
    #[test]
    fn places_fit_the_unit(unit in any::<Unit>(), polarity in any::<Polarity>(), dp in 0..=9_u32) {
        let plain = Indicator::new("x_law", "Law", unit, polarity).unwrap();
        prop_assert_eq!(plain.decimal_places(), match unit {
            Unit::Pounds => 2,
            _ => u32::from(!unit.is_whole()),
        });
        let with = plain.with_decimal_places(dp);
        prop_assert_eq!(with.is_ok(), dp <= 5 && dp <= unit.decimal_places());
        prop_assert!(with.is_err() || with.is_ok_and(|with| with.decimal_places() == dp));
    }

    /// An indicator of the catalogue is its code on the wire; its code cannot be defined anew, and nothing
    /// about it can be changed.
    #[test]
    fn official_indicator_round_trip(
        which in select(catalogue::ALL), unit in any::<Unit>(), polarity in any::<Polarity>(),
    ) {
        prop_assert_eq!(serde_json::to_value(which).unwrap(), which.code());
        prop_assert_eq!(&over_the_wire(which), which);
        prop_assert_eq!(Indicator::defined(which.code()), Some(which));
        let message = format!(
            "indicator {} is defined by this crate and cannot be defined anew: use the code alone",
            which.code(),
        );
        let refused = [
            Indicator::new(which.code(), "Mine", unit, polarity),
            which.clone().with_decimal_places(0),
            which.clone().with_definition("Mine"),
            which.clone().with_source("Mine"),
            which.clone().with_polarity_source("Mine"),
        ];
        for refused in refused {
            prop_assert_eq!(refused.unwrap_err().to_string(), message.as_str());
        }
        prop_assert!(which.clone().share().is_err());
    }

    /// A code is accepted exactly when it is 1 to 64 small letters, digits and underscores, a letter first.
    #[test]
    fn indicator_codes(
        code in prop_oneof!["\\PC{0,4}", "[a-z0-9_]{0,3}", "[a-z][a-z0-9_]{61,66}", "[a-z_]{1,3}[A-Z é-]"],
    ) {
        let first = code.chars().next().is_some_and(|first| first.is_ascii_lowercase());
        let rest = code.chars().all(|one| "abcdefghijklmnopqrstuvwxyz0123456789_".contains(one));
        let expected = first && rest && code.chars().count() <= 64;
        prop_assert_eq!(Indicator::new(code, "Title", Unit::Fte, Polarity::Neutral).is_ok(), expected);
    }

    /// A scorecard is the same after the wire, with its series in the order given.
    #[test]
    fn scorecard_round_trip(title in "[a-z]\\PC{0,20}".prop_filter_map("a title", |text| OneLine::new(text).ok()), series in many_series()) {
        let card = scorecard_of(title, series.clone());
        prop_assert_eq!(over_the_wire(&card), card.clone());
        for one in &series {
            prop_assert_eq!(card.get(one.indicator().code()).map(|kpi| &kpi.series), Some(one));
            prop_assert_eq!(one.changes().count(), one.observations().len().saturating_sub(1));
        }
    }

    /// Two KPIs of one indicator are a finding at the later, wherever they stand.
    #[test]
    fn a_second_kpi_of_one_is_found(
        series in many_series(), which in any::<Index>(), place in any::<Index>(),
    ) {
        let codes: BTreeSet<_> = series.iter().map(|one| one.indicator().code().to_owned()).collect();
        prop_assert_eq!(codes.len(), series.len());
        if !series.is_empty() {
            let mut twice = series.clone();
            let again = which.get(&series).clone();
            twice.insert(place.index(series.len() + 1), again.clone());
            let at: Vec<usize> = (0..twice.len()).filter(|at| twice[*at].indicator() == again.indicator()).collect();
            let findings = scorecard_of(OneLine::new("T").unwrap(), twice).findings();
            let found: Vec<String> = findings.of_rule(&INDICATOR_TWICE).map(ToString::to_string).collect();
            let (code, first, second) = (again.indicator().code(), at[0], at[1]);
            prop_assert_eq!(found, [format!("error KPI-01 at kpis[{second}].series.indicator: {code} is already at kpis[{first}]")]);
        }
    }
}

/// Each indicator of the catalogue says how it is made, by whom, and who says which direction is better; the
/// codes are all different.
#[test]
fn the_catalogue_names_its_sources() {
    for indicator in catalogue::ALL {
        let code = indicator.code();
        assert!(indicator.definition().is_some_and(|text| !text.trim().is_empty()), "{code}");
        assert!(indicator.source().is_some_and(|text| !text.trim().is_empty()), "{code}");
        assert!(indicator.polarity_source().is_some_and(|text| !text.trim().is_empty()), "{code}");
        assert_ne!(indicator.defined_by(), DefinedBy::Caller, "{code}");
    }
    let codes: BTreeSet<_> = catalogue::ALL.iter().map(|indicator| indicator.code()).collect();
    assert_eq!(codes.len(), catalogue::ALL.len());
}

/// The definition of a rate is its formula, and only a rate of counts has one.
#[test]
fn the_definition_of_a_rate_is_its_formula() {
    for formula in &RATES {
        let definition = formula.indicator.definition();
        assert_eq!(definition.as_deref(), Some(formula.to_string().as_str()));
        assert!(catalogue::ALL.contains(&formula.indicator), "{}", formula.indicator.code());
    }
}
