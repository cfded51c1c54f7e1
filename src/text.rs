//! Texts: one line that says something, and how any text is shown, shortened and compared.

use core::{
    fmt::{self, Write as _},
    str::FromStr,
};

/// A text of one line that says something: a title, a name, a reason.
///
/// # Guarantees
///
/// It has a letter or a digit, and no character that breaks the line, turns the direction of writing, is invisible or
/// is otherwise a control. Two invisible ones are allowed, which some scripts need: the joiner U+200D and the
/// non-joiner U+200C.
///
/// # Examples
///
/// ```
/// use childrens_services::OneLine;
///
/// let title = OneLine::new("Revised statutory direction")?;
/// assert_eq!(title.as_str(), "Revised statutory direction");
/// assert_eq!(OneLine::new("  ").unwrap_err().to_string(), "a text is needed that says something, not an empty one");
/// # Ok::<(), childrens_services::OneLineError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OneLine(Box<str>);

impl OneLine {
    /// Takes a text as it is.
    ///
    /// # Errors
    ///
    /// Refuses a text without a letter or a digit, and control characters such as a line break, a mark of direction, a
    /// soft hyphen or a space without width.
    pub fn new(text: impl Into<String>) -> Result<Self, OneLineError> {
        let text = text.into();
        // Beside the controls proper: line and paragraph separators, and what turns the direction of writing.
        let control = |c: char| {
            c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        if text.contains(control) {
            return Err(OneLineError(Some(excerpt(&text))));
        }
        // Fillers count as letters, but nobody sees them.
        let seen =
            |c: char| c.is_alphanumeric() && !matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
        if !text.contains(seen) {
            return Err(OneLineError(None));
        }
        if text.contains(is_hidden) {
            return Err(OneLineError(Some(excerpt(&text))));
        }
        Ok(Self(text.into()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl core::ops::Deref for OneLine {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OneLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(&self.0, f)
    }
}

impl FromStr for OneLine {
    type Err = OneLineError;

    fn from_str(text: &str) -> Result<Self, OneLineError> {
        Self::new(text)
    }
}

text_value!(OneLine, "a text of one line", |line| &line.0);

/// A text is empty, or has a line break or another control character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneLineError(Option<String>);

impl fmt::Display for OneLineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => f.write_str("a text is needed that says something, not an empty one"),
            Some(text) => write!(f, "text {text:?} has a line break or another control character"),
        }
    }
}

impl core::error::Error for OneLineError {}

/// Whether a character formats what is around it and is itself not seen, so that two texts that look alike could
/// differ in it: those of Unicode's category Cf, less the joiner, the non-joiner and signs that show.
const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Whether two texts are the same but for case and for the white space, hyphens and underscores between
/// words: a label broken over lines is still that label.
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    words(a).eq(words(b))
}

/// A text as [`same_words`] compares it, to look for among many.
pub(crate) fn folded(text: &str) -> String {
    words(text).collect()
}

fn words(text: &str) -> impl Iterator<Item = char> {
    let between = |c: char| c.is_whitespace() || c == '_' || c == '-';
    text.split(between)
        .filter(|word| !word.is_empty())
        .flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']))
}

/// The start of a text, so that a message stays short whatever was given.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Writes a text, honouring width, fill and alignment (left unless told) but no precision, which would
/// cut a figure short.
pub(crate) fn pad(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let missing = f.width().map_or(0, |width| width.saturating_sub(text.chars().count()));
    let before = match f.align() {
        None | Some(fmt::Alignment::Left) => 0,
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
    };
    let fill = f.fill();
    let fill_up = |f: &mut fmt::Formatter<'_>, count| (0..count).try_for_each(|_| f.write_char(fill));
    fill_up(f, before)?;
    f.write_str(text)?;
    fill_up(f, missing - before)
}

/// An error with what caused it, for a reader who sees only the text.
pub(crate) fn with_cause(error: &dyn core::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", with_cause(cause)),
        None => error.to_string(),
    }
}

/// `1 case`, else the plural.
pub(crate) fn counted(count: impl Into<i64>, what: &str) -> String {
    let count = count.into();
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// One door for text: what `FromStr` reads, `TryFrom<String>` reads too, and what is written is the given text.
macro_rules! text_door {
    ($type:ty, |$value:ident| $text:expr) => {
        impl TryFrom<String> for $type {
            type Error = <Self as core::str::FromStr>::Err;

            fn try_from(text: String) -> Result<Self, <Self as core::str::FromStr>::Err> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from($value: $type) -> Self {
                ($text).to_string()
            }
        }
    };
}

/// The same for serde.
macro_rules! text_value {
    ($type:ty, $expected:expr, |$value:ident| $text:expr) => {
        $crate::text::text_door!($type, |$value| $text);

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                serializer.collect_str(&$text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::text(deserializer, &$expected, str::parse)
            }
        }
    };
}

pub(crate) use {text_door, text_value};
