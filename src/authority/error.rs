//! Why no authority was found.

use super::LocalAuthority;
use chrono::NaiveDate;

/// A code or a name is no local authority's, or not on that date, or several authorities' at once.
///
/// # Examples
///
/// ```
/// use childrens_services::{LocalAuthority, chrono::NaiveDate};
///
/// let day = NaiveDate::from_ymd_opt(2024, 3, 31).ok_or("a date")?;
/// let error = LocalAuthority::by_ons_code("E10000006", day).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "ONS code E10000006 (Cumbria) ended on 2023-03-31; its successors are E06000063 (Cumberland) and E06000064 (Westmorland and Furness)",
/// );
/// assert_eq!(error.candidates(), LocalAuthority::with_ons_code("E10000006")?.successors().collect::<Vec<_>>());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct AuthorityError(pub(super) Problem);

impl AuthorityError {
    /// The authority that is meant but not in force on the date; none when the code or the name is unknown.
    #[must_use]
    pub const fn authority(&self) -> Option<LocalAuthority> {
        match self.0 {
            Problem::OnsCode(_) | Problem::DfeCode(_) | Problem::Name(_) => None,
            Problem::Ended { authority, .. }
            | Problem::NotBegun { authority, .. }
            | Problem::Several { authority, .. } => Some(authority),
        }
    }

    /// The authorities that may be meant instead: the successors of one that had ended, the predecessors of
    /// one that had not begun, those that an area was divided among. Empty where none is known.
    #[must_use]
    pub fn candidates(&self) -> Vec<LocalAuthority> {
        match self.0 {
            Problem::OnsCode(_) | Problem::DfeCode(_) | Problem::Name(_) => Vec::new(),
            Problem::Ended { authority, .. } => authority.successors().collect(),
            Problem::NotBegun { authority, .. } => authority.predecessors().collect(),
            Problem::Several { authority, on } => authority.all_as_of(on),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Problem {
    #[error("ONS code {0:?} is not that of an English authority with children's services, such as E10000032")]
    OnsCode(String),
    #[error("DfE code {0:?} is not that of an English authority with children's services, such as 938")]
    DfeCode(String),
    #[error("{0:?} is not the name of an English authority with children's services, such as West Sussex")]
    Name(String),
    #[error("{} ended on {last}; {}", given.of(*authority), others("successor", authority.successors()))]
    Ended { given: Given, authority: LocalAuthority, last: NaiveDate },
    #[error("{} began on {first}; {}", given.of(*authority), others("predecessor", authority.predecessors()))]
    NotBegun { given: Given, authority: LocalAuthority, first: NaiveDate },
    #[error(
        "{} stands for several authorities on {on}: {}",
        Given::OnsCode.of(*authority),
        listed(&authority.all_as_of(*on))
    )]
    Several { authority: LocalAuthority, on: NaiveDate },
}

/// What an authority was asked for by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    OnsCode,
    DfeCode,
    Name,
}

impl Given {
    fn of(self, authority: LocalAuthority) -> String {
        let (ons_code, name) = (authority.ons_code(), authority.name());
        match self {
            Self::OnsCode => format!("ONS code {ons_code} ({name})"),
            Self::DfeCode => format!("DfE code {} ({name})", authority.dfe_code()),
            Self::Name => format!("{name} ({ons_code})"),
        }
    }
}

fn others(what: &str, authorities: impl Iterator<Item = LocalAuthority>) -> String {
    let authorities: Vec<_> = authorities.collect();
    match authorities.len() {
        0 => format!("no {what} of it is known"),
        1 => format!("its {what} is {}", listed(&authorities)),
        _ => format!("its {what}s are {}", listed(&authorities)),
    }
}

/// `E06000028 (Bournemouth), E06000029 (Poole) and E10000009 (Dorset)`.
fn listed(authorities: &[LocalAuthority]) -> String {
    let mut items: Vec<String> =
        authorities.iter().map(|one| format!("{} ({})", one.ons_code(), one.name())).collect();
    let last = items.pop().unwrap_or_default();
    if items.is_empty() { last } else { format!("{} and {last}", items.join(", ")) }
}
