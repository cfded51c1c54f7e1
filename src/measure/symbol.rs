//! Why a published cell shows no number.

use crate::text::{self, excerpt, text_value};
use core::{fmt, str::FromStr};

/// The symbol that stands in a publication where a number is withheld.
///
/// A symbol is never 0. The order is by how little it says: of two, the later stands for a sum of both.
/// Printed in square brackets, `[c]`, as government statistics do; read with
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Symbol {
    /// `z`: not applicable, such as a rate of nothing.
    NotApplicable,
    /// `u`: low reliability. On a cover rate it always hides a value above 100%.
    LowReliability,
    /// `c`: confidential, suppressed.
    Confidential,
    /// `low`, in the general standard `k`: above 0, but rounds to 0.
    Low,
    /// `x`, in the editions of 2020 and 2021 `:`: not available.
    NotAvailable,
}

impl Symbol {
    /// Every symbol.
    pub const ALL: [Self; 5] =
        [Self::NotApplicable, Self::LowReliability, Self::Confidential, Self::Low, Self::NotAvailable];

    /// In brackets, what it means, and another spelling that is read.
    const fn row(self) -> [&'static str; 3] {
        match self {
            Self::Confidential => ["[c]", "confidential", "c"],
            Self::Low => ["[low]", "rounds to 0 but is not 0", "k"],
            Self::LowReliability => ["[u]", "low reliability", "u"],
            Self::NotAvailable => ["[x]", "not available", ":"],
            Self::NotApplicable => ["[z]", "not applicable", "z"],
        }
    }

    /// The symbol's letters without brackets, as the data files print it.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row()[0].trim_matches(['[', ']'])
    }

    /// What the symbol means.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.row()[1]
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
        text::pad(self.row()[0], f)
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
        let is = |symbol: &Self| bare == symbol.code() || bare == symbol.row()[2];
        Self::ALL.into_iter().find(is).ok_or_else(|| SymbolError { given: excerpt(text) })
    }
}

text_value!(Symbol, "a symbol: [c], [low], [u], [x] or [z]", |symbol| symbol);
