//! A document by its title and date.

use crate::{
    calendar::PartialDate,
    record::record,
    text::{OneLine, OneLineError},
};
use core::fmt;

record! {
    /// The document of an event: its title and when it was published.
    Document, "a document: an object with title and published";
    required copies {
        /// When it was published.
        published: PartialDate,
    }
    required {
        /// The title.
        title: OneLine,
    }
    texts {}
    days {}
    copies {}
    values {}
    lists {}
}

impl Document {
    /// A document by its title.
    ///
    /// # Errors
    ///
    /// Refuses a title that says nothing, and control characters in it.
    pub fn titled(title: impl Into<String>, published: PartialDate) -> Result<Self, OneLineError> {
        Ok(Self::new(published, OneLine::new(title)?))
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::text::pad(&format!("{} ({})", self.title, self.published), f)
    }
}
