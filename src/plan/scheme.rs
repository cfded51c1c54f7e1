//! A council's own words for blue, red, amber and green.

use crate::{
    kpi::Rating,
    text::{OneLine, OneLineError, excerpt, folded, same_words},
};
use core::fmt;

/// The words of a council for the ratings: BRAG (blue, red, amber, green), RAG, or a mapping of its own.
///
/// # Wire
///
/// A list of `{"word": …, "rating": …}`; left out of a plan, it is BRAG.
///
/// # Examples
///
/// ```
/// use childrens_services::{Rating, StatusScheme};
///
/// let ours = StatusScheme::of_words([("On track", Rating::Green), ("At risk", Rating::Amber), ("Off track", Rating::Red)])?;
/// assert_eq!(ours.rating_of("at risk")?, Rating::Amber);
/// assert_eq!(ours.word(Rating::Red), "Off track");
/// // It knows no blue: what is complete and evidenced counts as green.
/// assert_eq!(ours.in_scheme(Rating::Blue), Rating::Green);
/// assert_eq!(
///     ours.rating_of("Purple").unwrap_err().to_string(),
///     r#"status "Purple" is not one of On track, At risk, Off track"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Vec<wire::Word>", into = "Vec<wire::Word>")]
pub struct StatusScheme(Vec<(OneLine, Rating)>);

impl StatusScheme {
    /// Blue, green, amber, red and grey.
    #[must_use]
    pub fn brag() -> Self {
        Self::labels(Rating::ALL)
    }

    /// The same without blue: that an action is complete is then a mark beside its green.
    #[must_use]
    pub fn rag() -> Self {
        Self::labels(&[Rating::Green, Rating::Amber, Rating::Red, Rating::Grey])
    }

    fn labels(ratings: &[Rating]) -> Self {
        let word = |rating: &Rating| {
            (OneLine::new(rating.label()).expect("a label is one line that says something"), *rating)
        };
        Self(ratings.iter().map(word).collect())
    }

    /// A mapping from words of one's own; several words may mean one rating, and the first of them is printed.
    ///
    /// # Errors
    ///
    /// Refuses a word that says nothing, a word given twice (in any case and spacing), and a scheme that lacks a word for
    /// green or red.
    pub fn of_words<W: Into<String>>(
        words: impl IntoIterator<Item = (W, Rating)>,
    ) -> Result<Self, SchemeError> {
        let words = words.into_iter().map(|(word, rating)| Ok((OneLine::new(word)?, rating)));
        Self::of(words.collect::<Result<_, OneLineError>>()?)
    }

    fn of(words: Vec<(OneLine, Rating)>) -> Result<Self, SchemeError> {
        let mut seen = std::collections::BTreeSet::new();
        for (word, _) in &words {
            if !seen.insert(folded(word.as_str())) {
                return Err(SchemeError(Problem::Twice(excerpt(word.as_str()))));
            }
        }
        for needed in [Rating::Green, Rating::Red] {
            if words.iter().all(|(_, rating)| *rating != needed) {
                return Err(SchemeError(Problem::Lacks(needed)));
            }
        }
        Ok(Self(words))
    }

    /// The words, each with its rating, in the order given.
    pub fn words(&self) -> impl Iterator<Item = (&str, Rating)> {
        self.0.iter().map(|(word, rating)| (word.as_str(), *rating))
    }

    /// The rating that a word means, in any case and spacing.
    ///
    /// # Errors
    ///
    /// Refuses a word that is not in the scheme.
    pub fn rating_of(&self, word: &str) -> Result<Rating, SchemeError> {
        let known = self.words().find(|(known, _)| same_words(known, word));
        known.map(|(_, rating)| rating).ok_or_else(|| {
            let words: Vec<&str> = self.words().map(|(word, _)| word).collect();
            SchemeError(Problem::Unknown { given: excerpt(word), words: words.join(", ") })
        })
    }

    /// The nearest rating that the scheme knows: blue counts as green where there is no blue, amber as red where there
    /// is no amber, grey stays.
    #[must_use]
    pub fn in_scheme(&self, rating: Rating) -> Rating {
        let known = self.0.iter().any(|(_, known)| *known == rating);
        match rating {
            Rating::Blue if !known => Rating::Green,
            Rating::Amber if !known => Rating::Red,
            other => other,
        }
    }

    /// The word printed for a rating: that of [`in_scheme`](Self::in_scheme), or the rating's own label where the
    /// scheme has none.
    #[must_use]
    pub fn word(&self, rating: Rating) -> &str {
        let rating = self.in_scheme(rating);
        self.words().find(|(_, known)| *known == rating).map_or(rating.label(), |(word, _)| word)
    }
}

impl Default for StatusScheme {
    /// BRAG.
    fn default() -> Self {
        Self::brag()
    }
}

/// A status scheme, or a word of one, was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct SchemeError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("status {given:?} is not one of {words}")]
    Unknown { given: String, words: String },
    #[error("the status scheme has the word {0:?} twice")]
    Twice(String),
    #[error("the status scheme has no word for {}", .0.code())]
    Lacks(Rating),
    #[error(transparent)]
    Word(#[from] OneLineError),
}

impl From<OneLineError> for SchemeError {
    fn from(error: OneLineError) -> Self {
        Self(Problem::Word(error))
    }
}

impl fmt::Display for StatusScheme {
    /// The words, separated by commas.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.words().map(|(word, _)| word).collect();
        crate::text::pad(&words.join(", "), f)
    }
}

mod wire {
    use super::{OneLine, Rating, SchemeError, StatusScheme};
    use crate::wire::StructAsMap;
    use serde::{Deserialize, Deserializer, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(remote = "Self", deny_unknown_fields, expecting = "a word: an object with word and rating")]
    pub(super) struct Word {
        word: OneLine,
        rating: Rating,
    }

    impl Serialize for Word {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Self::serialize(self, serializer)
        }
    }

    impl<'de> Deserialize<'de> for Word {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Self::deserialize(StructAsMap(deserializer))
        }
    }

    impl TryFrom<Vec<Word>> for StatusScheme {
        type Error = SchemeError;

        fn try_from(words: Vec<Word>) -> Result<Self, SchemeError> {
            Self::of(words.into_iter().map(|Word { word, rating }| (word, rating)).collect())
        }
    }

    impl From<StatusScheme> for Vec<Word> {
        fn from(StatusScheme(words): StatusScheme) -> Self {
            words.into_iter().map(|(word, rating)| Word { word, rating }).collect()
        }
    }
}
