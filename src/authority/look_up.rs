//! Look-ups of an authority by code or by name, on a date.

use super::{
    AuthorityError, LocalAuthority,
    error::{Given, Problem},
};
use crate::text::excerpt;
use chrono::NaiveDate;
use std::{collections::HashMap, sync::LazyLock};

impl LocalAuthority {
    /// The authority with an ONS code that is in force on a date.
    ///
    /// # Errors
    ///
    /// Refuses an unknown code, and one that had ended or not begun; the error has its successors or
    /// predecessors.
    pub fn by_ons_code(code: &str, on: NaiveDate) -> Result<Self, AuthorityError> {
        in_force_of(&[Self::with_ons_code(code)?], Given::OnsCode, on)
    }

    /// The authority with a DfE code that is in force on a date.
    ///
    /// # Errors
    ///
    /// Refuses an unknown code, and one that had ended or not begun; the error has its successors or
    /// predecessors.
    pub fn by_dfe_code(code: &str, on: NaiveDate) -> Result<Self, AuthorityError> {
        let of_code = with_dfe_code(code);
        if of_code.is_empty() {
            return Err(AuthorityError(Problem::DfeCode(excerpt(code))));
        }
        in_force_of(of_code, Given::DfeCode, on)
    }

    /// The authority of a name that is in force on a date.
    ///
    /// # Text
    ///
    /// A name is read in any case and with or without its punctuation; `&` is `and`, `Hull` is `Kingston upon
    /// Hull`. Words that only say that it is an authority may be there or not: `Bristol`, `Bristol, City of`
    /// and `Bristol City Council` are the same, and so are `Durham` and `County Durham`. But `London` is no
    /// authority: the City of London is called so in full.
    ///
    /// # Errors
    ///
    /// Refuses an unknown name, and one whose authority had ended or not begun; the error has its successors
    /// or predecessors.
    pub fn by_name(name: &str, on: NaiveDate) -> Result<Self, AuthorityError> {
        match BY_NAME.get(&key(name)) {
            Some(of_name) => in_force_of(of_name, Given::Name, on),
            None => Err(AuthorityError(Problem::Name(excerpt(name)))),
        }
    }
}

/// The authority with a DfE code that has no last day.
pub(super) fn without_end(dfe_code: &str) -> Option<LocalAuthority> {
    with_dfe_code(dfe_code).iter().copied().find(|one| one.valid_to().is_none())
}

impl LocalAuthority {
    /// The authority that has a name, the last of several.
    pub(super) fn last_of_name(name: &str) -> Option<Self> {
        let named = BY_NAME.get(&key(name))?;
        named.iter().copied().max_by_key(|one| one.valid_to().unwrap_or(NaiveDate::MAX))
    }
}

/// The one in force of some that share a code or a name, of which there is at least one.
fn in_force_of(
    authorities: &[LocalAuthority],
    given: Given,
    on: NaiveDate,
) -> Result<LocalAuthority, AuthorityError> {
    if let Some(&found) = authorities.iter().find(|one| one.is_in_force(on)) {
        return Ok(found);
    }
    let ended = authorities.iter().filter(|one| one.had_ended(on)).max_by_key(|one| one.valid_to());
    let nearest = ended.or_else(|| authorities.iter().min_by_key(|one| one.valid_from()));
    let nearest = nearest.expect("a code or a name stands for at least one authority");
    Err(AuthorityError(nearest.not_in_force(given, on)))
}

fn with_dfe_code(code: &str) -> &'static [LocalAuthority] {
    static BY_DFE_CODE: LazyLock<Vec<LocalAuthority>> = LazyLock::new(|| {
        let mut all: Vec<_> = LocalAuthority::all().collect();
        all.sort_by_key(|one| one.dfe_code());
        all
    });
    let from = BY_DFE_CODE.partition_point(|one| one.dfe_code() < code);
    let to = BY_DFE_CODE.partition_point(|one| one.dfe_code() <= code);
    &BY_DFE_CODE[from..to]
}

static BY_NAME: LazyLock<HashMap<String, Vec<LocalAuthority>>> = LazyLock::new(|| {
    let mut names: HashMap<_, Vec<_>> = HashMap::new();
    for one in LocalAuthority::all() {
        names.entry(key(one.name())).or_default().push(one);
    }
    names
});

/// What stands before a name, or after it, and only says that it is an authority's.
const BEFORE: [&str; 9] = [
    "the ",
    "council of ",
    "london borough of ",
    "metropolitan borough of ",
    "royal borough of ",
    "borough of ",
    "city of ",
    "county of ",
    "county ",
];
const AFTER: [&str; 10] = [
    " corporation",
    " council",
    " city of",
    " county of",
    " london borough",
    " metropolitan borough",
    " metropolitan district",
    " borough",
    " city",
    " county",
];

/// A name without what may be there or not: case, punctuation, and words that only say what it is.
fn key(name: &str) -> String {
    let plain = plain(name);
    let mut rest = plain.as_str();
    // The City of London is one authority of the many in London.
    while let Some(less) = shorter(rest).filter(|less| *less != "london") {
        rest = less;
    }
    if rest == "hull" { "kingston upon hull".to_owned() } else { rest.to_owned() }
}

/// A name without one of these, what stands after it first: `City of London Council` is the City of London.
fn shorter(name: &str) -> Option<&str> {
    let after = AFTER.iter().find_map(|words| name.strip_suffix(words));
    after.or_else(|| BEFORE.iter().find_map(|words| name.strip_prefix(words)))
}

/// The words in lower case with one space between, `and` for `&`.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | '\'' | '\u{2019}' => {}
            '&' => plain.push_str(" and "),
            ',' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '_' | '(' | ')' => plain.push(' '),
            c => plain.extend(c.to_lowercase()),
        }
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ")
}
