//! The leadership team on a day.

use super::{Appointment, AppointmentBasis, Post};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The places of one post in the leadership team, and who holds them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LeadershipPlaces<'a> {
    post: &'a Post,
    holders: Vec<&'a Appointment>,
}

impl<'a> LeadershipPlaces<'a> {
    /// The post.
    #[must_use]
    pub const fn post(&self) -> &'a Post {
        self.post
    }

    /// The appointments to it on the day, in the order of the record. Where a date is known to the month or the
    /// year only, one of them may have ended or not begun.
    #[must_use]
    pub fn holders(&self) -> &[&'a Appointment] {
        &self.holders
    }

    /// How many of its places nobody holds. A person with two appointments to the post holds one.
    #[must_use]
    pub fn vacant(&self) -> usize {
        let people: BTreeSet<String> =
            self.holders.iter().map(|held| crate::text::folded(held.holder.as_str())).collect();
        usize::from(self.post.leadership_places.unwrap_or(0)).saturating_sub(people.len())
    }
}

/// The leadership team on a day: the posts that have places in it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Appointment, Governance, Post, PostKind};
///
/// // West Sussex, autumn 2019, shortened.
/// let title = "Director of Children's Services".parse()?;
/// let governance = Governance {
///     posts: vec![
///         Post {
///             leadership_places: Some(1),
///             ..Post::new("dcs".parse()?, title, PostKind::DirectorOfChildrensServices)
///         },
///         Post {
///             leadership_places: Some(3),
///             ..Post::new("leads".parse()?, "Improvement Leads".parse()?, PostKind::Other)
///         },
///     ],
///     appointments: vec![
///         Appointment::new("dcs".parse()?, "John Readman".parse()?),
///         Appointment::new("leads".parse()?, "Garath Symonds".parse()?),
///         Appointment::new("leads".parse()?, "Lisa Reid".parse()?),
///     ],
///     ..Governance::default()
/// };
/// let team = governance.leadership_team_on("2019-10-31".parse()?);
/// assert!(!team.is_fully_in_place());
/// let vacancies: Vec<_> = team.vacancies().map(|(post, vacant)| (post.title.as_str(), vacant)).collect();
/// assert_eq!(vacancies, [("Improvement Leads", 1)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LeadershipTeam<'a> {
    day: NaiveDate,
    places: Vec<LeadershipPlaces<'a>>,
}

impl<'a> LeadershipTeam<'a> {
    /// From posts in order, each with its holders.
    pub(super) fn new(
        day: NaiveDate,
        posts: impl IntoIterator<Item = (&'a Post, Vec<&'a Appointment>)>,
    ) -> Self {
        let places = posts.into_iter().map(|(post, holders)| LeadershipPlaces { post, holders });
        Self { day, places: places.collect() }
    }

    /// The day.
    #[must_use]
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// The posts with places in the team, in the order of the record.
    #[must_use]
    pub fn places(&self) -> &[LeadershipPlaces<'a>] {
        &self.places
    }

    /// The posts with places that nobody holds, each with how many, in the order of the record.
    pub fn vacancies(&self) -> impl Iterator<Item = (&'a Post, usize)> {
        self.places.iter().map(|places| (places.post, places.vacant())).filter(|&(_, vacant)| vacant > 0)
    }

    /// Whether the team has places and somebody holds each of them.
    #[must_use]
    pub fn is_fully_in_place(&self) -> bool {
        !self.places.is_empty() && self.vacancies().next().is_none()
    }

    /// The appointments in the team that are interim, in the order of the posts.
    pub fn interim(&self) -> impl Iterator<Item = &'a Appointment> {
        let holders = self.places.iter().flat_map(|places| places.holders.iter().copied());
        holders.filter(|held| held.basis == Some(AppointmentBasis::Interim))
    }
}
