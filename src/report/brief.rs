//! For whom a report is, and for which period.

use crate::{
    measure::Period,
    text::{OneLine, OneLineError},
};

/// For which period a report is, to whom and by whom.
///
/// What was known at the end of the period's last day is told.
///
/// # Examples
///
/// ```
/// use childrens_services::ReportBrief;
///
/// let brief = ReportBrief::new(
///     "2019-10".parse()?,
///     "all members of the County Council",
///     "Paul Marshall",
///     "Cabinet Member for Children and Young People",
/// )?;
/// assert_eq!(brief.period().end().to_string(), "2019-10-31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReportBrief {
    period: Period,
    audience: OneLine,
    author: OneLine,
    post: OneLine,
}

impl ReportBrief {
    /// A brief for a period: to whom, by whom, and in which post.
    ///
    /// # Errors
    ///
    /// Refuses a text that says nothing, and control characters in one.
    pub fn new(
        period: Period,
        audience: impl Into<String>,
        author: impl Into<String>,
        post: impl Into<String>,
    ) -> Result<Self, OneLineError> {
        let (audience, author, post) = (OneLine::new(audience)?, OneLine::new(author)?, OneLine::new(post)?);
        Ok(Self { period, audience, author, post })
    }

    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// To whom, such as `all members of the County Council`.
    #[must_use]
    pub fn audience(&self) -> &str {
        self.audience.as_str()
    }

    /// By whom.
    #[must_use]
    pub fn author(&self) -> &str {
        self.author.as_str()
    }

    /// The author's post.
    #[must_use]
    pub fn post(&self) -> &str {
        self.post.as_str()
    }
}
