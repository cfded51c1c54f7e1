//! Dates and numbers in words.

use crate::{calendar::PartialDate, measure::words::month};
use chrono::Datelike;

pub(super) use crate::measure::words::day;

/// `on 6 August 2019`, `in December 2019` or `in 2019`.
pub(super) fn when(date: PartialDate) -> String {
    match date.exact() {
        Some(exact) => format!("on {}", day(exact)),
        None => format!("in {}", known(date)),
    }
}

/// `6 August 2019`, `December 2019` or `2019`.
fn known(date: PartialDate) -> String {
    let (first, last) = (date.first(), date.last());
    if first == last {
        day(first)
    } else if first.month() == last.month() {
        format!("{} {}", month(first), first.year())
    } else {
        first.year().to_string()
    }
}

/// With its article, unless it brings one.
pub(super) fn the(name: &str) -> String {
    let article = name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the "));
    if article { name.to_owned() } else { format!("the {name}") }
}

/// With a capital first letter.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}
