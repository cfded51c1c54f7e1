//! The word before a figure: over, at least, around, under, at most.

use crate::text;
use core::fmt;

/// The word before a figure that makes it a limit or an approximation.
///
/// One spelling is printed; the others named below are read as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Qualifier {
    /// `over`, also read from `more than`: above the number.
    Over,
    /// `at least`: the number or above.
    AtLeast,
    /// `around`, also read from `about` and `approximately`: near the number, nobody says how near.
    About,
    /// `under`, also read from `less than` and `fewer than`: below the number.
    Under,
    /// `at most`, also read from `up to`: the number or below.
    AtMost,
}

impl Qualifier {
    /// Every qualifier.
    pub const ALL: [Self; 5] = [Self::Over, Self::AtLeast, Self::About, Self::Under, Self::AtMost];

    /// The word printed before the number.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.spellings()[0]
    }

    const fn spellings(self) -> &'static [&'static str] {
        match self {
            Self::Over => &["over", "more than"],
            Self::AtLeast => &["at least"],
            Self::About => &["around", "about", "approximately"],
            Self::Under => &["under", "less than", "fewer than"],
            Self::AtMost => &["at most", "up to"],
        }
    }

    /// The qualifier that opens a text, with the rest behind its space.
    pub(super) fn split(text: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|qualifier| {
            qualifier
                .spellings()
                .iter()
                .find_map(|word| Some((qualifier, text.strip_prefix(word)?.strip_prefix(' ')?)))
        })
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}
