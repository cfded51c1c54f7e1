//! A post.

use super::PostKind;
use crate::text::OneLine;
use core::num::NonZeroU8;
use serde::{Deserialize, Serialize};

/// A post, whoever holds it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Post, PostKind};
///
/// // West Sussex, autumn 2019: one title, three places.
/// let leads = Post {
///     leadership_places: Some(3),
///     ..Post::new("leads".parse()?, "Improvement Leads".parse()?, PostKind::Other)
/// };
/// assert_eq!(leads.id.as_str(), "leads");
/// assert_eq!("DCS".parse(), Ok(PostKind::DirectorOfChildrensServices));
/// # Ok::<(), childrens_services::OneLineError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a post: an object with id, title and kind")]
pub struct Post {
    /// The short name by which the rest of the record refers to it.
    pub id: OneLine,
    /// The title.
    pub title: OneLine,
    /// The kind of post.
    pub kind: PostKind,
    /// The id of the post that it reports to.
    pub reports_to: Option<OneLine>,
    /// The tier of officers, counted from 1, the first.
    pub tier: Option<NonZeroU8>,
    /// How many places it has in the leadership team. Where none is given, and with 0, it is not in the team.
    pub leadership_places: Option<u8>,
}

impl Post {
    /// Creates a post of which nothing else is known.
    #[must_use]
    pub const fn new(id: OneLine, title: OneLine, kind: PostKind) -> Self {
        Self { id, title, kind, reports_to: None, tier: None, leadership_places: None }
    }
}
