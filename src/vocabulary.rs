//! Vocabularies that somebody else owns: one spelling out, several in.

use crate::text::excerpt;

/// A word is not one of a vocabulary.
///
/// ```
/// use childrens_services::Grade;
///
/// assert_eq!(
///     "Satisfactory".parse::<Grade>().unwrap_err().to_string(),
///     r#"grade "Satisfactory" is not one of Outstanding, Good, Requires improvement to be good, Inadequate, Adequate, Not judged"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{vocabulary} {given:?} is not one of {}", allowed.join(", "))]
pub struct WordError {
    vocabulary: &'static str,
    given: String,
    allowed: Vec<&'static str>,
}

impl WordError {
    pub(crate) fn new(vocabulary: &'static str, given: &str, allowed: &[&'static str]) -> Self {
        Self { vocabulary, given: excerpt(given), allowed: allowed.to_vec() }
    }

    /// The words allowed, as they are written out.
    #[must_use]
    pub fn allowed(&self) -> &[&'static str] {
        &self.allowed
    }
}

/// An enum with, for each variant, the code on the wire, the label that is printed, and further
/// spellings that are read. All of them are read in any case and spacing.
macro_rules! vocabulary {
    (
        $(#[$doc:meta])*
        $name:ident: $what:literal {
            $($(#[$variant_doc:meta])* $variant:ident: $code:literal, $label:literal $(, $spelling:literal)*;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_doc])*
                #[doc = concat!("\n\nOn the wire: `", $code, "`.")]
                $variant,
            )+
        }

        impl $name {
            /// Each of them, in the order of the documentation, which is also that in which they sort.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The words printed.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)+
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::text::pad(self.label(), f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::WordError;

            /// Reads a code, a label or another accepted spelling, in any case and spacing.
            fn from_str(text: &str) -> Result<Self, $crate::WordError> {
                let spellings: &[(Self, &[&str])] =
                    &[$((Self::$variant, &[$code, $label $(, $spelling)*])),+];
                spellings
                    .iter()
                    .find(|(_, words)| words.iter().any(|word| $crate::text::same_words(word, text)))
                    .map(|&(word, _)| word)
                    .ok_or_else(|| $crate::WordError::new($what, text, &[$($code),+]))
            }
        }

        $crate::text::text_value!($name, concat!("the text of one ", $what), |word| word.code());

        /// Every word alike.
        #[cfg(feature = "proptest")]
        impl proptest::arbitrary::Arbitrary for $name {
            type Parameters = ();
            type Strategy = proptest::sample::Select<Self>;

            // Not `Self::Strategy`, which would be ambiguous where a word is so named.
            fn arbitrary_with((): ()) -> proptest::sample::Select<Self> {
                proptest::sample::select(Self::ALL)
            }
        }
    };
}

pub(crate) use vocabulary;
