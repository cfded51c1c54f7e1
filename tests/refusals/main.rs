//! Every refusal there is, with its whole message.

mod kpi;
mod measure;
mod workforce;

use childrens_services::{Fte, Headcount};
use serde::de::DeserializeOwned;
use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

/// The message of a refusal, which must also read well.
#[track_caller]
fn message<T: Debug, E: Display>(refused: Result<T, E>) -> String {
    let message =
        refused.map(|value| panic!("{value:?} was not refused")).unwrap_or_else(|e: E| e.to_string());
    let first = message.chars().next().expect("a message says something");
    assert!(!first.is_uppercase() || message.starts_with("FTE "), "begins as a sentence: {message}");
    assert!(!message.ends_with('.') && !message.ends_with(' '), "ends as a sentence: {message}");
    assert!(message.contains('"') || !message.contains("  "), "stray space: {message}");
    assert!(!message.contains('\n'), "more than one line: {message}");
    assert!(message.chars().count() < 500, "long-winded: {message}");
    message
}

#[track_caller]
fn refuses<T: Debug, E: Display>(refused: Result<T, E>, expected: &str) {
    assert_eq!(message(refused), expected);
}

/// From JSON, less the place in the document that `serde_json` adds.
#[track_caller]
fn json<T: DeserializeOwned + Debug>(document: &str, expected: &str) {
    let plain = |error: serde_json::Error| error.to_string().split(" at line ").next().map(str::to_owned);
    refuses(serde_json::from_str::<T>(document).map_err(|error| plain(error).unwrap_or_default()), expected);
}

/// The value of a text that is known to be good.
#[track_caller]
fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the test's own text is good")
}

fn fte(text: &str) -> Fte {
    good(text)
}

const fn people(count: u32) -> Headcount {
    Headcount::new(count)
}

/// A thousand thousand ones.
fn megabyte() -> String {
    "1".repeat(1_000_000)
}

/// The sixty that a message keeps.
const KEPT: &str = "111111111111111111111111111111111111111111111111111111111111…";
