//! Every text grammar: what parses prints to a text that parses to the same value.
#![no_main]

use childrens_services::{
    Activity, Caseload, CaseloadChange, Cases, CasesChange, Days, DaysChange, DeliveryModelKind, EventKind, Figure,
    Framework, Fte, FteChange, Grade, Headcount, HeadcountChange, InterventionStatus, Judgement, LocalAuthority,
    OneLine, PartialDate, Percent, PercentagePoints, Period, RelativeChange, Symbol, chrono::NaiveDate,
};
use libfuzzer_sys::fuzz_target;
use std::{fmt, str::FromStr};

fn there_and_back<T: FromStr<Err: fmt::Debug + fmt::Display> + fmt::Display + PartialEq + fmt::Debug>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => assert_eq!(value.to_string().parse::<T>().unwrap(), value),
        Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
    }
}

fuzz_target!(|text: &str| {
    there_and_back::<Percent>(text);
    there_and_back::<PercentagePoints>(text);
    there_and_back::<RelativeChange>(text);
    there_and_back::<Fte>(text);
    there_and_back::<FteChange>(text);
    there_and_back::<Headcount>(text);
    there_and_back::<HeadcountChange>(text);
    there_and_back::<Cases>(text);
    there_and_back::<CasesChange>(text);
    there_and_back::<Caseload>(text);
    there_and_back::<CaseloadChange>(text);
    there_and_back::<Days>(text);
    there_and_back::<DaysChange>(text);
    there_and_back::<Figure<Percent>>(text);
    there_and_back::<Figure<Fte>>(text);
    there_and_back::<Figure<Headcount>>(text);
    there_and_back::<Figure<Caseload>>(text);
    there_and_back::<Period>(text);
    there_and_back::<Symbol>(text);
    there_and_back::<PartialDate>(text);
    there_and_back::<OneLine>(text);
    there_and_back::<Grade>(text);
    there_and_back::<Judgement>(text);
    there_and_back::<Framework>(text);
    there_and_back::<Activity>(text);
    there_and_back::<InterventionStatus>(text);
    there_and_back::<EventKind>(text);
    there_and_back::<DeliveryModelKind>(text);
    if let Ok(authority) = text.parse::<LocalAuthority>() {
        assert_eq!(authority.ons_code(), text);
    }
    let on = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    for found in [LocalAuthority::by_name(text, on), LocalAuthority::by_dfe_code(text, on)] {
        match found {
            Ok(authority) => assert!(authority.is_in_force(on)),
            Err(error) => assert!(error.to_string().len() < 1_500, "a message must stay short"),
        }
    }
});
