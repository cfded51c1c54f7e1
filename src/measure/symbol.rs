//! Why a published cell shows no number.

use crate::text::{self, excerpt};
use core::{fmt, str::FromStr};

/// The symbol that stands in a publication where a number is withheld.
///
/// A symbol is never 0. Printed in square brackets, `[c]`, as government statistics do; read with
/// or without them, and also from the other spellings named below.
///
/// # Source
///
/// Department for Education, *Children's social work workforce: data guidance*, reporting years
/// 2020 to 2024.
///
/// # Examples
///
/// ```
/// use childrens_services::Symbol;
///
/// assert_eq!("k".parse::<Symbol>()?, Symbol::Low);
/// assert_eq!(Symbol::Low.to_string(), "[low]");
/// assert_eq!(
///     "n/a".parse::<Symbol>().unwrap_err().to_string(),
///     r#"symbol "n/a" is not one of c, low (or k), u, x (or :), z, with or without square brackets"#,
/// );
/// # Ok::<(), childrens_services::SymbolError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Symbol {
    /// `c`: confidential, suppressed.
    Confidential,
    /// `low`, in the general standard `k`: above 0, but rounds to 0.
    Low,
    /// `u`: low reliability. On a cover rate it always hides a value above 100%.
    LowReliability,
    /// `x`, in the editions of 2020 and 2021 `:`: not available.
    NotAvailable,
    /// `z`: not applicable, such as a rate of nothing.
    NotApplicable,
}

impl Symbol {
    /// Every symbol.
    pub const ALL: [Self; 5] =
        [Self::Confidential, Self::Low, Self::LowReliability, Self::NotAvailable, Self::NotApplicable];

    /// The symbol's letters without brackets, as the data files print it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confidential => "c",
            Self::Low => "low",
            Self::LowReliability => "u",
            Self::NotAvailable => "x",
            Self::NotApplicable => "z",
        }
    }

    /// What the symbol means.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Confidential => "confidential",
            Self::Low => "rounds to 0 but is not 0",
            Self::LowReliability => "low reliability",
            Self::NotAvailable => "not available",
            Self::NotApplicable => "not applicable",
        }
    }

    /// Which of two symbols stands for a sum of both: the one that says least.
    pub(crate) const fn least_said(self) -> u8 {
        match self {
            Self::NotAvailable | Self::Low => 3,
            Self::Confidential => 2,
            Self::LowReliability => 1,
            Self::NotApplicable => 0,
        }
    }

    /// What stands for a sum, or a rate, of something shown so: low with more need not be low.
    pub(crate) const fn in_a_sum(self) -> Self {
        match self {
            Self::Low => Self::NotAvailable,
            other => other,
        }
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Confidential => "[c]",
            Self::Low => "[low]",
            Self::LowReliability => "[u]",
            Self::NotAvailable => "[x]",
            Self::NotApplicable => "[z]",
        };
        text::pad(text, f)
    }
}

/// A text is not a symbol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("symbol {given:?} is not one of c, low (or k), u, x (or :), z, with or without square brackets")]
pub struct SymbolError {
    given: String,
}

impl FromStr for Symbol {
    type Err = SymbolError;

    fn from_str(text: &str) -> Result<Self, SymbolError> {
        let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
        Ok(match bare {
            "c" => Self::Confidential,
            "low" | "k" => Self::Low,
            "u" => Self::LowReliability,
            "x" | ":" => Self::NotAvailable,
            "z" => Self::NotApplicable,
            _ => return Err(SymbolError { given: excerpt(text) }),
        })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Symbol {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Symbol {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::text(deserializer, &"a symbol: [c], [low], [u], [x] or [z]", str::parse)
    }
}
