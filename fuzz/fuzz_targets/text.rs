//! Every text grammar: what parses prints to a text that parses to the same value.
#![no_main]

use childrens_services::{
    Activity, AgreedMaximum, Cadence, Caseload, Cases, Days, DefinedBy, DeliveryModelKind, EventKind, Figure,
    Framework, Fte, Grade, Headcount, InterventionStatus, Judgement, Limit, LocalAuthority, Moment, OneLine,
    PartialDate, Percent, PercentagePoints, Period, Polarity, Quantity, Rate, Reason, RelativeChange,
    Reported, Series, Symbol, Unit, Verdict, chrono::NaiveDate, kpi::catalogue, workforce::Count,
};
use libfuzzer_sys::fuzz_target;
use std::{fmt, str::FromStr};

fn there_and_back<T: FromStr<Err: fmt::Debug + fmt::Display> + fmt::Display + PartialEq + fmt::Debug>(
    text: &str,
) {
    match text.parse::<T>() {
        Ok(value) => assert_eq!(value.to_string().parse::<T>().unwrap(), value),
        Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
    }
}

/// What is read in a unit.
fn in_a_unit(unit: Unit, text: &str) {
    match Quantity::read(unit, text) {
        Ok(value) => assert_eq!(Quantity::read(unit, &value.to_string()), Ok(value)),
        Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
    }
    match Figure::read(unit, text) {
        Ok(value) => {
            assert_eq!(Figure::read(unit, &value.to_string()), Ok(value));
            let _ = (value.bounds().map(|bounds| bounds.to_string()), value.stated());
        }
        Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
    }
}

fuzz_target!(|text: &str| {
    there_and_back::<Percent>(text);
    there_and_back::<PercentagePoints>(text);
    there_and_back::<RelativeChange>(text);
    there_and_back::<Fte>(text);
    there_and_back::<Headcount>(text);
    there_and_back::<Cases>(text);
    there_and_back::<Caseload>(text);
    there_and_back::<Days>(text);
    there_and_back::<AgreedMaximum>(text);
    there_and_back::<Reported<Fte>>(text);
    there_and_back::<Reported<Headcount>>(text);
    Unit::ALL.iter().for_each(|&unit| in_a_unit(unit, text));
    for indicator in catalogue::ALL {
        match Rate::read(indicator, text) {
            Ok(rate) => assert_eq!(Rate::read(indicator, &rate.quotient()), Ok(rate)),
            Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
        }
        match Series::new(indicator, [("2019-09", text)]) {
            Ok(series) => {
                let written = series.iter().map(|seen| serde_json::to_value(seen.value()).unwrap());
                let written: Vec<String> = written.map(|value| value.as_str().unwrap().to_owned()).collect();
                assert_eq!(Series::new(indicator, [("2019-09", written[0].as_str())]), Ok(series));
            }
            Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
        }
    }
    there_and_back::<Period>(text);
    there_and_back::<Symbol>(text);
    there_and_back::<PartialDate>(text);
    there_and_back::<Cadence>(text);
    there_and_back::<Moment>(text);
    there_and_back::<Limit>(text);
    there_and_back::<OneLine>(text);
    there_and_back::<Unit>(text);
    there_and_back::<Count>(text);
    there_and_back::<Polarity>(text);
    there_and_back::<Verdict>(text);
    there_and_back::<Reason>(text);
    there_and_back::<DefinedBy>(text);
    there_and_back::<Grade>(text);
    there_and_back::<Judgement>(text);
    there_and_back::<Framework>(text);
    there_and_back::<Activity>(text);
    there_and_back::<InterventionStatus>(text);
    there_and_back::<EventKind>(text);
    there_and_back::<DeliveryModelKind>(text);
    if let Ok(authority) = text.parse::<LocalAuthority>() {
        // A code reads as itself; a name as the authority of that name today, which prints that name.
        let again: LocalAuthority = authority.to_string().parse().unwrap();
        assert_eq!(again.name(), authority.name());
        assert_eq!(authority.ons_code().parse(), Ok(authority));
    }
    let on = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    for found in [LocalAuthority::by_name(text, on), LocalAuthority::by_dfe_code(text, on)] {
        match found {
            Ok(authority) => assert!(authority.is_in_force(on)),
            Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
        }
    }
});
