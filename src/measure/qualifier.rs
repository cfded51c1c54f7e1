//! The word before a figure: over, at least, around, under, at most.

use crate::text;
use core::fmt;

/// The word before a figure that makes it a limit or an approximation.
///
/// One spelling is printed; the others named below are read as well, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Qualifier {
    /// `over`, also read from `more than`, `above` and `>`: above the number.
    Over,
    /// `at least`, also read from `>=` and `≥`: the number or above.
    AtLeast,
    /// `around`, also read from `about`, `approximately` and `~`: near the number, without saying how near.
    About,
    /// `under`, also read from `less than`, `fewer than`, `below` and `<`: below the number.
    Under,
    /// `at most`, also read from `up to`, `<=` and `≤`: the number or below.
    AtMost,
}

/// Those that begin with another's sign come first.
const SPELLINGS: [(Qualifier, &[&str]); 5] = [
    (Qualifier::AtLeast, &["at least", ">=", "≥"]),
    (Qualifier::AtMost, &["at most", "up to", "<=", "≤"]),
    (Qualifier::Over, &["over", "more than", "above", ">"]),
    (Qualifier::About, &["around", "about", "approximately", "~"]),
    (Qualifier::Under, &["under", "less than", "fewer than", "below", "<"]),
];

impl Qualifier {
    /// Every qualifier.
    pub const ALL: [Self; 5] = [Self::Over, Self::AtLeast, Self::About, Self::Under, Self::AtMost];

    /// The word printed before the number.
    #[must_use]
    pub fn label(self) -> &'static str {
        let row = SPELLINGS.iter().find(|(qualifier, _)| *qualifier == self);
        row.map_or("", |(_, spellings)| spellings[0])
    }

    /// The qualifier that opens a text, with the rest behind it: a word needs a space there, a sign does not.
    pub(crate) fn split(text: &str) -> Option<(Self, &str)> {
        SPELLINGS.iter().find_map(|(qualifier, spellings)| {
            spellings.iter().find_map(|word| Some((*qualifier, Self::after(text, word)?)))
        })
    }

    /// What follows a word that opens a text, in any case.
    pub(crate) fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
        let (start, rest) = text.split_at_checked(word.len())?;
        let is_sign = !word.ends_with(|c: char| c.is_ascii_alphabetic());
        let parted = is_sign || rest.starts_with(char::is_whitespace);
        (start.eq_ignore_ascii_case(word) && parted).then(|| rest.trim_start())
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}
