//! A post.

use super::PostKind;
use crate::{
    record::record,
    text::{OneLine, OneLineError},
};

record! {
    /// A post, whoever holds it.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{OneLine, Post, PostKind};
    ///
    /// // West Sussex, autumn 2019: one title, three places.
    /// let leads = Post::titled("leads", "Improvement Leads", PostKind::Other)?.with_leadership_places(3);
    /// assert_eq!((leads.id().as_str(), leads.leadership_places()), ("leads", Some(3)));
    /// assert_eq!("DCS".parse(), Ok(PostKind::DirectorOfChildrensServices));
    /// # Ok::<(), childrens_services::OneLineError>(())
    /// ```
    Post, "a post: an object with kind, id and title";
    required copies {
        /// The kind of post.
        kind: PostKind,
    }
    required {
        /// The short name by which the rest of the record refers to it.
        id: OneLine,
        /// The title.
        title: OneLine,
    }
    texts {
        /// The id of the post that it reports to.
        reports_to, with_reports_to;
    }
    days {}
    copies {
        /// The tier of officers, counted from 1, the first.
        tier: u8, with_tier;
        /// How many places it has in the leadership team. Where none is given, and with 0, it is not in the team.
        leadership_places: u8, with_leadership_places;
    }
    values {}
    lists {}
}

impl Post {
    /// A post by its id and its title.
    ///
    /// # Errors
    ///
    /// Refuses an id or a title that says nothing, and control characters in them.
    pub fn titled(
        id: impl Into<String>,
        title: impl Into<String>,
        kind: PostKind,
    ) -> Result<Self, OneLineError> {
        Ok(Self::new(kind, OneLine::new(id)?, OneLine::new(title)?))
    }
}
